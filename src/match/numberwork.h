/* numberwork.h: what the number files share. Private to match/. number.c makes one pass over the words;
 * number_noun.c tells what stands beside a number, number_bare.c finds counts without a number word. */
#ifndef ISN_MATCH_NUMBERWORK_H
#define ISN_MATCH_NUMBERWORK_H

#include "match/numeral.h"

enum { ISN_NO_BOUND = 255, ISN_NO_WORD = UINT32_MAX };

typedef struct isn_numwork {
    isn_arena *arena;
    const isn_scan *scan;
    ISN_VEC(isn_number) out;
    uint32_t opener_end; /* word after the last opener (بينهم, إضافة إلى, من أصل) */
    uint32_t opener_row;
    int64_t opener_whole; /* the count before it, which no part exceeds; or ISN_NO_COUNT */
    uint16_t opener_flag; /* what it makes of the next number */
    bool opener_used;     /* a number has come since */
} isn_numwork;

static inline bool isn_has_table(const isn_scan *scan, uint32_t at, isn_table table) {
    return (scan->word_tables[at] & (1u << table)) != 0;
}

static inline unsigned isn_hit_cut(const isn_scan *scan, const isn_hit *hit) {
    return scan->words[hit->first].reading[hit->reading].pre;
}

isn_number *isn_number_push(isn_numwork *w, uint32_t first, uint32_t last);

/* ---- bounds -------------------------------------------------------------------------------------- */

typedef struct isn_bound {
    uint8_t kind;    /* ISN_B_* or ISN_NO_BOUND */
    uint8_t place;   /* of a prefix: ISN_BOUND_* */
    uint8_t reading; /* of its first word */
    int32_t low;
    uint32_t row, last;
} isn_bound;

/* Where the number of a bound stands: right behind it, only before it (فأكثر), or behind the noun that it
 * counts (لا يقل عدد القتلى عن خمسة). As the column low of bounds.tsv has it. */
enum { ISN_BOUND_BEFORE, ISN_BOUND_AFTER, ISN_BOUND_SPLIT };

static const isn_bound isn_no_bound = {ISN_NO_BOUND, ISN_BOUND_BEFORE, 0, 0, ISN_NO_ROW, 0};

#define ISN_B(kind) (1u << ISN_B_##kind)
#define ISN_B_PREFIXES                                                                             \
    (ISN_B(AT_LEAST) | ISN_B(MORE_THAN) | ISN_B(AT_MOST) | ISN_B(LESS_THAN) | ISN_B(ABOUT) |       \
     ISN_B(TOTAL))

/* The longest bound at `at` whose kind is among `kinds` (bits). */
bool isn_bound_find_of(isn_bound *out, const isn_scan *scan, uint32_t at, unsigned kinds);
static inline bool isn_bound_find(isn_bound *out, const isn_scan *scan, uint32_t at,
                                  unsigned kinds) {
    return at < scan->nwords && isn_has_table(scan, at, ISN_T_BOUND) &&
           isn_bound_find_of(out, scan, at, kinds);
}
/* low, best, high of a value under a bound. */
void isn_number_bound(isn_number *n, const isn_bound *b, int64_t value);
/* Of a plural: at least `low`. `row`: in ISN_T_BOUND, or ISN_NO_ROW. */
void isn_number_vague(isn_number *n, int64_t low, uint32_t row);

/* ---- nouns --------------------------------------------------------------------------------------- */

typedef struct isn_noun {
    isn_table table;
    uint32_t row, at, last; /* its head, and the end of its words in the lexicon */
    unsigned number;        /* ISN_FORM_SG, DU, PL */
    unsigned form;
    unsigned pre, suf, reading;
    bool dual_too, plural_too, singular_acc; /* other readings of the same letters */
} isn_noun;

#define ISN_COUNT_TABLES (1u << ISN_T_CASUALTY | 1u << ISN_T_PEOPLE | 1u << ISN_T_UNIT)
#define ISN_NOUN_TABLES                                                                            \
    (ISN_COUNT_TABLES | 1u << ISN_T_TITLE | 1u << ISN_T_ORGWORD | 1u << ISN_T_TRIGGER |            \
     1u << ISN_T_NATION)

static inline bool isn_is_noun_form(const isn_sense *sense) {
    unsigned kind = sense->form & ISN_FORM_KIND;
    return kind != ISN_FORM_PERF && kind != ISN_FORM_IMPF;
}

/* The noun at `at` by rank of its table, then length, then agreement with `want` (a number form, or 0xff).
 * `allowed`: proclitics beside the article. */
bool isn_noun_find_of(isn_noun *out, const isn_scan *scan, uint32_t at, unsigned tables,
                      unsigned allowed, unsigned want);
static inline bool isn_noun_find(isn_noun *out, const isn_scan *scan, uint32_t at, unsigned tables,
                                 unsigned allowed, unsigned want) {
    return at < scan->nwords && scan->word_tables[at] & tables &&
           isn_noun_find_of(out, scan, at, tables, allowed, want);
}
void isn_number_noun(isn_number *n, const isn_noun *found);
/* The noun that a number counts, after it from word `at` on, or else in the words before it. */
bool isn_noun_after(isn_number *n, const isn_scan *scan, uint32_t at, double value);
void isn_noun_before(isn_number *n, const isn_scan *scan);
/* آخرون after the number or after its noun. */
bool isn_number_other(isn_number *n, const isn_scan *scan, uint32_t at, uint32_t end);
/* A bound after the number and its noun; `*held` is set where there was none before. */
void isn_number_postfix(isn_number *n, const isn_scan *scan, isn_bound *held, uint32_t end);
/* Is it part of a name (اللواء 444), an item's number, a telephone number? */
bool isn_number_is_label(const isn_numwork *w, const isn_numeral *num, bool has_noun);

/* ---- one number ------------------------------------------------------------------------------------ */

/* Adds a number that was read, with its noun and what bounds it after it. */
isn_number *isn_number_emit(isn_numwork *w, uint32_t first, isn_numeral *num,
                            const isn_bound *bound);
/* Is the word joined to what is before it by و, its own or one that stands alone? `*next`: the word itself. */
bool isn_after_and(uint32_t *next, const isn_scan *scan, uint32_t at);

/* ---- signs ----------------------------------------------------------------------------------------- */

/* Does a percent sign stand after the word? */
bool isn_percent_sign(const isn_scan *scan, uint32_t at);
/* Marks a percentage by its sign or its words; one of a thousand becomes a tenth of one of a hundred. */
void isn_number_percent(isn_number *n, const isn_scan *scan);
/* Minus, decimal point and slash beside the digits of `num`. */
void isn_numeral_signs(isn_numeral *num, const isn_scan *scan);
/* Takes the minus back where people or things are counted. */
void isn_number_undo_negative(isn_number *n, isn_numeral *num, const isn_scan *scan);

/* ---- ranges ---------------------------------------------------------------------------------------- */

/* A range that the bound `from` at `at` opens: the end of what was read, or 0. */
uint32_t isn_number_range(isn_numwork *w, uint32_t at, const isn_bound *from);
/* "10-15", "خمسة أو ستة", after the first number has been read; `about` the bound before it. */
bool isn_number_second(isn_numwork *w, uint32_t first, isn_numeral *a, const isn_bound *about);
/* A 10-15 that the scanner holds in one token. */
uint32_t isn_number_token_range(isn_numwork *w, uint32_t at);

/* ---- counts without a number word: the end of what was read, or 0 ---------------------------------- */

uint32_t isn_number_bare(isn_numwork *w, uint32_t at);
uint32_t isn_number_other_alone(isn_numwork *w, uint32_t at);
bool isn_number_and_one(const isn_scan *scan, uint32_t at); /* وأحد, by its hamza no واحد */
uint32_t isn_number_one_of(isn_numwork *w, uint32_t at);

#endif
