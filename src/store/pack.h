/* pack.h: records as JSON, packed with the article they are made of for a dictionary, and back. pack.c, and the
 * extension for other programs' SQLite, which has no more of the library than this. */
#ifndef ISN_STORE_PACK_H
#define ISN_STORE_PACK_H

#include <stddef.h>
#include <stdint.h>

#define ISN_PACK_PHRASES 224

typedef struct isn_packer { /* zeroed to begin with */
    void *packing, *unpacking; /* contexts of zstd, made when they are first needed, */
    void *sample, *sample_back; /* and its dictionaries */
    char *ptr;                 /* the last result */
    size_t len, cap;
    char *tokens; /* scratch */
    size_t ntokens, tokens_cap;
    _Bool sorted; /* phrases by their beginnings: numbers of them and one, 0 none */
    _Bool begins[256]; /* bytes that do */
    unsigned char first[1024], next[ISN_PACK_PHRASES], len_of[ISN_PACK_PHRASES];
    uint64_t tail_of[ISN_PACK_PHRASES]; /* their last eight bytes */
} isn_packer;

/* Leaves the result in `packer`; false when memory ran out, or for what was packed otherwise. */
_Bool isn_packer_pack(isn_packer *packer, const char *json, size_t len, const char *text, size_t text_len);
_Bool isn_packer_unpack(isn_packer *packer, const char *packed, size_t len, const char *text,
                 size_t text_len);
void isn_packer_release(isn_packer *packer);

#endif
