/* eight.h: eight bytes at a time, for the loops that look at every byte of a page. A mask has the highest bit of each byte
 * that is meant, and no other. */
#ifndef ISN_ARTICLE_EIGHT_H
#define ISN_ARTICLE_EIGHT_H

#include <stdint.h>
#include <string.h>

#define ISN_EIGHT(byte) (UINT64_C(0x0101010101010101) * (byte))

static inline uint64_t isn_eight_load(const void *ptr) {
    uint64_t eight;
    memcpy(&eight, ptr, 8);
    return eight;
}

/* Bytes above this one, which is below 0x80; those beyond ASCII are. */
static inline uint64_t isn_eight_above(uint64_t eight, unsigned byte) {
    return (((eight & ISN_EIGHT(0x7F)) + ISN_EIGHT(0x7F - byte)) | eight) & ISN_EIGHT(0x80);
}

/* Bytes that are this one. */
static inline uint64_t isn_eight_equal(uint64_t eight, unsigned byte) {
    return isn_eight_above(eight ^ ISN_EIGHT(byte), 0) ^ ISN_EIGHT(0x80);
}

/* How many bytes a mask has. */
static inline unsigned isn_eight_count(uint64_t mask) {
    return (unsigned)(((mask >> 7) * ISN_EIGHT(1)) >> 56);
}

#endif
