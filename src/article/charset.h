/* charset.h: bytes in the character sets that Arabic is found in → UTF-8, with the way back. What the
 * header or the page says of its encoding is heard, and overruled where the bytes say otherwise. */
#ifndef ISN_ARTICLE_CHARSET_H
#define ISN_ARTICLE_CHARSET_H

#include "article/map.h"

typedef enum isn_charset { /* names: isn_charset_names */
    ISN_CS_UTF8,
    ISN_CS_UTF16LE,
    ISN_CS_UTF16BE,
    ISN_CS_WIN1256,
    ISN_CS_ISO8859_6,
    ISN_CS_MACARABIC,
    ISN_CS_WIN1252,
    ISN_CS_LATIN1, /* only of what was encoded twice; elsewhere the web reads windows-1252 */
    ISN_CS_UNKNOWN
} isn_charset;

typedef enum isn_charset_from { /* what told it; names: isn_charset_sources */
    ISN_CS_FROM_CONTENT,
    ISN_CS_FROM_MARK,
    ISN_CS_FROM_HEADER,
    ISN_CS_FROM_META
} isn_charset_from;

extern const char *const isn_charset_names[];
extern const char *const isn_charset_sources[];

typedef struct isn_decoded {
    isn_str text;      /* UTF-8, perhaps malformed where the bytes were; the bytes themselves when map is NULL */
    isn_map *map;      /* NULL: byte for byte */
    isn_charset charset;
    isn_charset_from from;
    isn_charset mended; /* UTF-8 encoded twice, misread as this in between; UNKNOWN: not so */
} isn_decoded;

/* `label`: what a header says, or {NULL, 0}. `html`: a <meta> among the first bytes is heard too. */
void isn_charset_decode(isn_decoded *out, isn_arena *arena, isn_str bytes, isn_str label, bool html);

/* The same for text that is known to be UTF-8: it can only have been encoded twice. */
void isn_charset_mend(isn_decoded *out, isn_arena *arena, isn_str utf8);
/* Other bytes, in the set that was found for the last. */
void isn_charset_decode_too(isn_decoded *out, isn_arena *arena, isn_str bytes);

/* The character set that goes by this label on the web; UNKNOWN for all but those above. */
isn_charset isn_charset_of(isn_str label);

/* Bytes of UTF-8 that byte `b` (above 0x7F) of a single-byte set becomes. */
unsigned isn_charset_width(isn_charset set, unsigned char b);

#endif
