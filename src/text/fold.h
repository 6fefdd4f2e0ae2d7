/* fold.h: one character at a time: its class and its folded letters. Used by scan.c, which reads the
 * commonest characters straight from the tables, and by sentence.c. The tables are made by
 * tools/gen-fold.py. */
#ifndef ISN_TEXT_FOLD_H
#define ISN_TEXT_FOLD_H

#include "text/text.h"

/* The same numbers as in tools/gen-fold.py. */
enum {
    ISN_GC_PUNCT,
    ISN_GC_SPACE,
    ISN_GC_IGNORE, /* joiners, soft hyphen, variation selectors */
    ISN_GC_BIDI,   /* bidi marks, zero-width space, byte order mark: they part words like a space */
    ISN_GC_MARK,   /* harakat and other combining marks */
    ISN_GC_TATWEEL,
    ISN_GC_DIGIT,
    ISN_GC_ARABIC, /* a letter of the Arabic script */
    ISN_GC_OTHER,  /* a letter of another */
    ISN_GC_CLASS = 0x0F,
    /* in the upper bits, what a letter or mark tells */
    ISN_GC_TEH_MARBUTA = 0x10,
    ISN_GC_MAKSURA = 0x20,
    ISN_GC_HAMZA_UNDER = 0x30,
    ISN_GC_TANWIN = 0x40,
    ISN_GC_DAMMA = 0x50,
    ISN_GC_TELLS = 0x70
};

extern const uint8_t isn_arabic_fold[256];  /* by code point & 0xFF in U+0600..U+06FF */
extern const uint8_t isn_arabic_class[256]; /* class | what it tells */

typedef struct isn_glyph {
    uint32_t cp;
    uint8_t class, tells;
    uint8_t len;   /* bytes in the input */
    uint8_t nfold; /* bytes of fold: letters and digits only */
    uint8_t letters; /* folded letters: 2 for lam-alef */
    uint8_t fold[4];
} isn_glyph;

/* Reads one character at p < end, whatever stands there. */
isn_glyph isn_glyph_at(const uint8_t *p, const uint8_t *end);

/* sentence.c and quote.c: what isn_text_scan does after the tokens. `close`, one a token: the token
 * is a mark that closes a quotation. */
void isn_text_quotes(isn_text *text, isn_arena *arena, uint8_t *close);
void isn_text_sentences(isn_text *text, isn_arena *arena, const uint8_t *close);

#endif
