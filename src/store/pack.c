/* pack.c: zstd with the article as a prefix. A record repeats its article's words and its own names of fields: it
 * shrinks to a fifth. Higher levels take two and three times as long for a few per cent less. */
#include "store/pack.h"

#include <zstd.h>

#include "base/base.h"

#define LEVEL 1
#define MOST ((unsigned long long)1 << 30) /* a record of more is none */

static bool make_room(isn_packer *p, size_t len) {
    if (len <= p->cap) {
        return true;
    }
    char *grown = isn_heap_realloc(p->ptr, len + len / 2);
    if (grown == NULL) {
        return false;
    }
    p->ptr = grown;
    p->cap = len + len / 2;
    return true;
}

static bool keep(isn_packer *p, size_t result) {
    p->len = ZSTD_isError(result) ? 0 : result;
    return !ZSTD_isError(result);
}

bool isn_packer_pack(isn_packer *p, const char *json, size_t len, const char *text,
                     size_t text_len) {
    if (p->packing == NULL) {
        p->packing = ZSTD_createCCtx();
        if (p->packing == NULL ||
            ZSTD_isError(ZSTD_CCtx_setParameter(p->packing, ZSTD_c_compressionLevel, LEVEL))) {
            return false;
        }
    }
    return make_room(p, ZSTD_compressBound(len)) &&
           !ZSTD_isError(ZSTD_CCtx_refPrefix(p->packing, text, text_len)) &&
           keep(p, ZSTD_compress2(p->packing, p->ptr, p->cap, json, len));
}

bool isn_packer_unpack(isn_packer *p, const char *packed, size_t len, const char *text,
                       size_t text_len) {
    unsigned long long size = ZSTD_getFrameContentSize(packed, len);
    if (p->unpacking == NULL) {
        p->unpacking = ZSTD_createDCtx();
    }
    return p->unpacking != NULL && size < MOST && make_room(p, (size_t)size + 1) &&
           !ZSTD_isError(ZSTD_DCtx_refPrefix(p->unpacking, text, text_len)) &&
           keep(p, ZSTD_decompressDCtx(p->unpacking, p->ptr, p->cap, packed, len));
}

void isn_packer_release(isn_packer *p) {
    ZSTD_freeCCtx(p->packing);
    ZSTD_freeDCtx(p->unpacking);
    isn_heap_free(p->ptr);
    *p = (isn_packer){NULL, NULL, NULL, 0, 0};
}
