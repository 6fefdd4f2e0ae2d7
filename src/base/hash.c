/* hash.c: the hash of words: 64 bits, fast on keys of a few bytes, the same on every machine because
 * compiled packs carry it. Not cryptographic; sha256.c is. The idea is that of wyhash and its kin:
 * fold the 128-bit product of two words. */
#include <string.h>

#include "base/base.h"

#define K0 UINT64_C(0x9e3779b97f4a7c15)
#define K1 UINT64_C(0xd6e8feb86659fd93)
#define K2 UINT64_C(0xa0761d6478bd642f)

static inline uint64_t mix(uint64_t a, uint64_t b) {
    __extension__ typedef unsigned __int128 wide;
    wide product = (wide)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t load8(const unsigned char *p) {
    uint64_t v;
    memcpy(&v, p, sizeof v);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    v = __builtin_bswap64(v);
#endif
    return v;
}

static inline uint64_t load4(const unsigned char *p) {
    uint32_t v;
    memcpy(&v, p, sizeof v);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    v = __builtin_bswap32(v);
#endif
    return v;
}

/* Up to eight bytes as a number. Four and more are read as two halves that may overlap, fewer as
 * first, middle and last: what is read twice is the same. */
static uint64_t load_short(const unsigned char *p, size_t len) {
    if (len >= 4)
        return load4(p) | load4(p + len - 4) << 8 * (len - 4);
    if (len == 0)
        return 0;
    return (uint64_t)p[0] | (uint64_t)p[len >> 1] << 8 * (len >> 1) |
           (uint64_t)p[len - 1] << 8 * (len - 1);
}

uint64_t isn_hash(const void *ptr, size_t len, uint64_t seed) {
    const unsigned char *p = ptr;
    if (len <= 8)
        return isn_hash_short(load_short(p, len), len, seed);
    uint64_t state = seed ^ K0;
    size_t left = len;
    for (; left > 16; left -= 16, p += 16)
        state = mix(load8(p) ^ K1, load8(p + 8) ^ state);
    const unsigned char *last = (const unsigned char *)ptr + len - 8;
    if (left > 8)
        state = mix(load8(p) ^ K2, state ^ K1);
    return mix(mix(load8(last) ^ K1, state) ^ K2, (uint64_t)len ^ K1);
}
