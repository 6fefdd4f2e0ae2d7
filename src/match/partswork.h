/* partswork.h: what parts.c, which gives blocks their roles, and parts_date.c, which finds the day of publication, share.
 * Private to match/. */
#ifndef ISN_MATCH_PARTSWORK_H
#define ISN_MATCH_PARTSWORK_H

#include "match/datework.h"

typedef struct isn_parts_line { /* a block in words */
    uint32_t first, last;
    bool stop;          /* ends in a full stop */
    uint32_t sentences;
} isn_parts_line;

typedef struct isn_parts {
    const isn_scan *scan;
    const isn_lex *lex;
    isn_article *article;
    isn_arena *arena;
    isn_story *story;
    isn_parts_line *lines;
    isn_outlet slug, told, credit; /* candidates for the outlet, from the surest on */
    bool has_slug, has_told, has_credit, slug_is_agency;
} isn_parts;

static inline bool has(const isn_parts *p, uint32_t word, isn_table t) {
    return (p->scan->word_tables[word] & (1u << t)) != 0;
}

static inline uint16_t flags_of(const isn_parts *p, uint32_t word) {
    return p->scan->words[word].flags;
}

static inline const isn_token *token_of(const isn_parts *p, uint32_t word) {
    return &p->scan->text->tokens[p->scan->words[word].token];
}

static inline uint32_t length(const isn_parts_line *l) {
    return l->last - l->first;
}

/* The kind of the furniture phrase that begins at `word`, or -1; its end in *last. (parts.c) */
int isn_parts_furniture_of(const isn_parts *p, uint32_t word, uint32_t *last); /* of a word with one */
static inline int isn_parts_furniture(const isn_parts *p, uint32_t word, uint32_t *last) {
    return word < p->scan->nwords && has(p, word, ISN_T_FURNITURE) ? isn_parts_furniture_of(p, word, last) : -1;
}
/* ---- parts_slug.c ------------------------------------------------------------------------------------------ */

bool isn_parts_is_agency(const isn_parts *p, uint32_t row);
/* Takes outlet and place named in words [first, last) of a slug or byline. */
void isn_parts_read_slug(isn_parts *p, uint32_t first, uint32_t last);
/* The same of a name that the lexicon does not know; `alone`: the words are a line of their own. */
void isn_parts_unknown_slug(isn_parts *p, uint32_t first, uint32_t last, bool alone);
/* A line above the text that names a body of the UN, a society or the like, which publishes what follows. */
bool isn_parts_body_line(isn_parts *p, const isn_parts_line *l);
/* The end of the slug that begins a block, or its first word. */
uint32_t isn_parts_slug_end(const isn_parts *p, const isn_parts_line *l);
/* "مقديشو - وكالات", "بغداد: فلان الفلاني" as a line of its own. */
bool isn_parts_is_slug_line(const isn_parts *p, const isn_parts_line *l);
/* A line that is an outlet's name and nothing else. */
bool isn_parts_is_outlet_line(const isn_parts *p, const isn_parts_line *l);

/* ---- parts_head.c ------------------------------------------------------------------------------------------ */

/* By its length and how it ends, may the line be a headline? */
bool isn_parts_is_title(const isn_parts_line *l);
/* "سياسة | تركيا", "الرئيسية » محليات": the sections that a page is filed under, and nothing else. */
bool isn_parts_is_topics(const isn_parts *p, const isn_parts_line *l);
/* Does the block stand above the headline: the paper's name, its sections, the day? */
bool isn_parts_above_title(const isn_parts *p, uint32_t block);
/* A second headline, right below the first. */
bool isn_parts_is_deck(const isn_parts *p, uint32_t block);

/* ---- parts_date.c ------------------------------------------------------------------------------------------ */

/* The first whole date, a single day, in words [first, last). */
bool isn_parts_date_in(isn_date *out, const isn_parts *p, uint32_t first, uint32_t last);
/* A short line around a whole date; `marked`: furniture says that it is one. */
bool isn_parts_dateline(isn_date *date, const isn_parts *p, const isn_parts_line *l, bool marked);
/* A line that is a date, with its weekday and time, and nothing else. */
bool isn_parts_date_alone(isn_date *date, const isn_parts *p, const isn_parts_line *l);
/* "طرابلس 12 مارس 2023 (وال) - ": the date in the slug that begins the line. */
bool isn_parts_slug_date(isn_date *date, const isn_parts *p, const isn_parts_line *l);
/* The first one stays; the day of a change is kept as that. */
void isn_parts_publish(isn_parts *p, const isn_date *date);
/* Where nothing tells a day but that of a change, it was published by then. */
void isn_parts_update_date(isn_parts *p);
void isn_parts_given_date(isn_parts *p);
void isn_parts_lede_date(isn_parts *p);
void isn_parts_title_date(isn_parts *p);
void isn_parts_page_date(isn_parts *p, bool weak);

#endif
