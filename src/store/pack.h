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
    char *bundle, *opened; /* the bundle that was asked last, and what is in it */
    size_t nbundle, bundle_cap, nopened, opened_cap;
    _Bool sorted; /* phrases by their beginnings: numbers of them and one, 0 none */
    _Bool begins[256]; /* bytes that do */
    unsigned char first[1024], next[ISN_PACK_PHRASES], len_of[ISN_PACK_PHRASES];
    uint64_t tail_of[ISN_PACK_PHRASES]; /* their last eight bytes */
} isn_packer;

/* Leaves the result in `packer`; false when memory ran out, or for what was packed otherwise. */
_Bool isn_packer_pack(isn_packer *packer, const char *json, size_t len, const char *text, size_t text_len);
/* In two steps: as tokens, and these through zstd, where that is a gain. */
_Bool isn_packer_tokens(isn_packer *packer, const char *json, size_t len, const char *text, size_t text_len);
_Bool isn_packer_squeeze(isn_packer *packer, const char *tokens, size_t len);
_Bool isn_packer_unpack(isn_packer *packer, const char *packed, size_t len, const char *text,
                 size_t text_len);
void isn_packer_release(isn_packer *packer);

/* ---- bundles: of many records, what was packed of each ---------------------------------------------- */

#define ISN_BUNDLE_PARTS 2 /* the record, and the rules behind its claims */

typedef struct isn_packed { /* NULL: not there */
    const char *ptr;
    size_t len;
} isn_packed;

typedef struct isn_bundle_side {
    char *ptr;
    size_t len, cap;
} isn_bundle_side;

typedef struct isn_bundle { /* zeroed to begin with */
    isn_bundle_side sides[ISN_BUNDLE_PARTS]; /* all records, all rules */
    size_t len; /* of both */
    unsigned n; /* records */
} isn_bundle;

/* `parts` as isn_packer_pack left them; what the first programs packed, which begins with more than 3, is not taken. False: no
 * memory, or not packed. */
_Bool isn_bundle_add(isn_bundle *bundle, isn_packer *packer, int64_t record, const isn_packed *parts);
void isn_bundle_clear(isn_bundle *bundle);
/* Leaves the bundle's bytes in `packer`, and the bundle empty. `tight`: in seven times the time, a quarter fewer. */
_Bool isn_bundle_close(isn_bundle *bundle, isn_packer *packer, _Bool tight);
void isn_bundle_release(isn_bundle *bundle);
/* Leaves in `packer` what isn_packer_unpack takes, of length 0 where it is not there. False for what is no bundle. */
_Bool isn_bundle_part(isn_packer *packer, const char *bundle, size_t len, int64_t record, unsigned part);

#endif
