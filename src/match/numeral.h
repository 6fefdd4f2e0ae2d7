/* numeral.h: number words and digits → one value. Private to match/: number.c and the date files read
 * numbers through it; number_words.c implements it. */
#ifndef ISN_MATCH_NUMERAL_H
#define ISN_MATCH_NUMERAL_H

#include "match/match.h"

enum {                         /* isn_numeral.flags */
       ISN_NL_DIGITS = 1 << 0, /* digits alone or digits with a scale */
       ISN_NL_ORDINAL = 1 << 1,
       ISN_NL_FRACTION = 1 << 2, /* the value is no whole number */
       ISN_NL_DEFINITE = 1 << 3, /* its first word has the article */
       ISN_NL_CONJ = 1 << 4,     /* و is attached to its first word */
       ISN_NL_LABEL = 1 << 5,    /* written as no quantity is: 007, 02012345678 */
       ISN_NL_NEGATIVE = 1 << 6, /* by a minus glued before it */
       ISN_NL_POINT = 1 << 7     /* by a decimal point glued before it: .5 */
};

typedef struct isn_numeral {
    uint32_t first, last; /* words; `first` may be a bare article before digits: الـ24 */
    int64_t whole;        /* the value without its fraction */
    double value;
    uint8_t flags;
    uint8_t pre;     /* clitics before its first word */
    uint8_t reading; /* of its first word, or ISN_READING_AND */
} isn_numeral;

/* The numbers of a text as they are read: rule after rule asks what number begins at a word. */
typedef struct isn_numerals {
    uint8_t *state; /* by word: unread, none, one that stands in `read` */
    isn_numeral *read;
} isn_numerals;

/* What is read by `scan` is kept in `out` from now on. */
void isn_numerals_keep(isn_numerals *out, isn_arena *arena, isn_scan *scan);

/* Reads the longest lawful number that begins at word `at` and ends at `limit` or before; false when there
 * is none. Never reads a part of a number: what follows is no continuation of it. */
bool isn_numeral_read(isn_numeral *out, const isn_scan *scan, uint32_t at, uint32_t limit);

/* The end of the sentence of word `at`: its first word after. */
static inline uint32_t isn_sentence_end(const isn_scan *scan, uint32_t at) {
    return scan->sentence_word[scan->words[at].sentence + 1];
}

/* Does the word at `at` begin a phrase of `table` whose enum column `column` is `value`? The longest such;
 * `*last` its end. `pre`: proclitics it may have, the article aside (0xff: any). */
bool isn_match_kind_of(uint32_t *last, const isn_scan *scan, uint32_t at, isn_table table,
                       unsigned column, int32_t value, unsigned pre);
static inline bool isn_match_kind(uint32_t *last, const isn_scan *scan, uint32_t at,
                                  isn_table table, unsigned column, int32_t value, unsigned pre) {
    return at < scan->nwords && scan->word_tables[at] & (1u << table) &&
           isn_match_kind_of(last, scan, at, table, column, value, pre);
}

/* Is it the article alone before digits: الـ24? */
bool isn_word_is_article_here(const isn_scan *scan, uint32_t at);
static inline bool isn_word_is_article(const isn_scan *scan, uint32_t at) {
    return at + 1 < scan->nwords && scan->words[at + 1].kind == ISN_TOK_NUMBER &&
           isn_word_is_article_here(scan, at);
}
/* Is it و alone (not leaning on the word after it)? */
bool isn_word_is_and(const isn_scan *scan, uint32_t at);

/* The digits of a NUMBER token as up to `room` integers and the signs between them; 0 when a piece has
 * more than 18 digits. 12/3/2021 gives 12 '/' 3 '/' 2021. `widths`: how many digits each piece has. */
unsigned isn_number_pieces(int64_t *pieces, uint32_t *seps, uint8_t *widths, unsigned room,
                           const isn_scan *scan, uint32_t at);

typedef struct isn_digits {
    int64_t whole;
    double value;
    bool thousand_point; /* 1.200: thousands, unless a scale follows */
    bool label;
} isn_digits;

/* The number in digits at word `at`: the word after it, or 0 where the digits are none (a date, an hour). */
uint32_t isn_digits_read(isn_digits *out, const isn_scan *scan, uint32_t at);

#endif
