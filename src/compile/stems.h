/* stems.h: a spelling dictionary in Hunspell's format → the stem list of a pack (lexicon/stem.h). Right
 * of it: packer.c. */
#ifndef ISN_STEMS_H
#define ISN_STEMS_H

#include "base/base.h"

typedef struct isn_stems {
    uint32_t *slots;
    uint32_t size, n; /* places, a power of two; forms */
} isn_stems;

/* Reads PREFIX.aff and PREFIX.dic, and adds their bytes to `sources`. With `prefix` NULL the list is
 * empty. */
isn_status isn_stems_read(isn_stems *out, isn_arena *arena, isn_buf *sources, const char *prefix,
                          isn_error *error);

#endif
