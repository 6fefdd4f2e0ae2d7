/* map.h: the way back from a text that was read out of other bytes (a web page, another character set) to
 * those bytes. A sorted table of pieces; what lies between two pieces was added by the reader and has no
 * bytes. Maps stand on each other: article text → page in UTF-8 → bytes as given. */
#ifndef ISN_ARTICLE_MAP_H
#define ISN_ARTICLE_MAP_H

#include "base/base.h"

typedef enum isn_stretch_kind {
    ISN_STRETCH_SAME,  /* byte for byte */
    ISN_STRETCH_WHOLE, /* the piece as a whole: an entity, blanks that became one */
    ISN_STRETCH_BYTES, /* one byte of the source for each character */
    ISN_STRETCH_WIDE,  /* UTF-16 */
    ISN_STRETCH_TWICE  /* UTF-8 encoded twice: each byte of a character beyond ASCII was a character */
} isn_stretch_kind;

/* How far apart two pieces of the last three kinds may begin: what has to be counted through. */
#define ISN_STRETCH_MOST 128

typedef struct isn_stretch {
    uint32_t at, len;             /* in the text */
    uint32_t source, source_len;  /* in the bytes below */
    uint8_t kind;
} isn_stretch;

typedef struct isn_map {
    const char *text;
    ISN_VEC(isn_stretch) pieces;    /* by `at`, and by `source` but where the page's order was changed */
    const struct isn_map *below;  /* NULL: `source` counts the bytes as they were given */
    uint8_t twice;                /* of TWICE: isn_charset it was misread as */
} isn_map;

/* Adds a piece; one that goes on the last byte for byte lengthens it. */
void isn_map_add(isn_map *map, isn_arena *arena, isn_stretch piece);
/* Bytes [*start, *end) of the text → of the source, down through all maps; `map` may be NULL. What was
 * added by the reader at either edge is left out. */
void isn_map_span(const isn_map *map, uint32_t *start, uint32_t *end);
/* The same through the first map alone. */
void isn_map_step(const isn_map *map, uint32_t *start, uint32_t *end);

#endif
