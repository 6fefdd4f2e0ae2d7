/* record.h: the record of one article as claim/ builds it and as export/, store/ and api/ read it. The
 * names are those of docs/record.md; strings point into the arena, the pack or the input. */
#ifndef ISN_RECORD_H
#define ISN_RECORD_H

#include "match/match.h"

typedef struct isn_mark { /* a text with its bytes; start == end: none */
    isn_str text;
    uint32_t start, end;
} isn_mark;

typedef struct isn_rec_actor {
    isn_mark mark;
    isn_str id, name;    /* {NULL, 0}: null */
    isn_str country;     /* ISO 3166-1 alpha-3 */
    uint8_t sector;      /* ISN_SEC_*; NONE: null */
    uint8_t inter;       /* 0: null */
} isn_rec_actor;

typedef struct isn_rec_count {
    uint8_t what, quantity, harm, side; /* ISN_WHAT_, ISN_Q_, ISN_HARM_, ISN_SIDE_ */
    int64_t low, best, high;            /* ISN_NO_COUNT: null */
    isn_mark who;                       /* the counted people as written */
    isn_str group;                      /* actor id or {NULL, 0} */
    isn_mark mark;
    const char *unit;                   /* "families" or NULL */
    struct isn_rec_count *of_whom;
    uint32_t nof_whom;
    uint8_t other_harm;                 /* the word another telling of it uses; 0: none */
    isn_mark other_mark;                /* where that word's count stands */
    bool loose;                         /* a bare plural of casualties: yields to any figure of them */
    const char *rule;                   /* codebook rule that made low, best, high: "exact", "dual" … */
} isn_rec_count;

typedef struct isn_rec_place {
    isn_mark mark;
    isn_str id, name, country, admin1;
    int32_t lat, lon; /* times 10,000; ISN_NO_INT: null */
    uint8_t precision; /* 0: null */
    uint8_t basis;     /* 0 point, 1 centroid, 2 capital */
    bool aside;        /* tells where the place before it lies; not written */
    bool unnamed;      /* البلدة، المنطقة: which one the text has told before, if at all; not written */
    bool loose;        /* a home, a sickbed: yields to where it happened; not written */
    bool seat;         /* شرطة كذا, مستشفى كذا: where who tells it sits; tells tellers apart, and is not written */
} isn_rec_place;

typedef struct isn_rec_date {
    bool known;
    int32_t start, end; /* days; ISN_NO_DAY: null */
    uint8_t precision;  /* 0: null */
    bool soft;          /* of who tells it, or of the slug: gives way to a day told of the deed */
    isn_mark mark;
    int32_t anchor;
} isn_rec_date;

typedef struct isn_rec_link {
    isn_mark mark;
    isn_str name, id;
    uint8_t role;    /* ISN_LINK_* */
    bool named, party;
    uint8_t channel; /* ISN_CH_* */
    isn_str verb;    /* as written, without clitics; {NULL, 0} */
} isn_rec_link;

/* A claim told again, by somebody whom its chain does not name. */
typedef struct isn_rec_telling {
    isn_mark anchor;
    isn_rec_link *chain;
    uint32_t nchain;
    uint8_t quoted; /* as of a claim */
} isn_rec_telling;

/* Why: one line of `rules` and of `isnad explain`. */
typedef struct isn_rec_rule {
    const char *field; /* "event_type", "actors", "counts", "chain", "modality" … constant */
    isn_str rule;      /* "triggers/qatala", "frame/kill.passive", "cues/negation", "codebook/dual" */
    isn_table table;   /* ISN_TABLES: no lexicon row */
    uint32_t row;
    isn_span span;     /* the words it stands on */
} isn_rec_rule;

/* A word that could have told a claim and does not. */
typedef struct isn_rec_rejected {
    isn_mark mark;
    const char *why;   /* "threatened", "a purpose" … constant */
    uint32_t trigger;  /* row of triggers.tsv */
    uint32_t cue;      /* row of cues.tsv, or UINT32_MAX */
    isn_span by;       /* the words that speak against it; start == end: none */
} isn_rec_rejected;

typedef struct isn_claim {
    uint8_t type, event, mode;
    uint8_t modality; /* 0 actual, 1 future, 2 hypothetical, 3 historical */
    bool negative, main;
    uint8_t contexts[4];
    uint32_t ncontexts;
    isn_mark anchor;
    isn_mark *anchors; /* all words that tell the claim, anchor included */
    uint32_t nanchors;
    isn_rec_actor *actors, *recipients;
    uint32_t nactors, nrecipients;
    isn_rec_count *counts;
    uint32_t ncounts;
    isn_rec_place *places;
    uint32_t nplaces;
    bool spread; /* in three places that are joined, and no one blow */
    isn_rec_place *lent; /* of the deed before, by the same doers */
    uint32_t nlent;
    isn_rec_date date, deadline;
    isn_rec_link *chain; /* origin first */
    uint32_t nchain;
    uint8_t quoted; /* 0 none, 1 indirect, 2 direct */
    isn_rec_telling *retold;
    uint32_t nretold;
    uint32_t refers_to; /* index of a claim, or UINT32_MAX */
    isn_mark evidence;
    isn_rec_rule *rules;
    uint32_t nrules;
    float confidence;
} isn_claim;

typedef struct isn_contradiction {
    uint32_t a, b; /* claims */
    const char *field;
    isn_str note;
} isn_contradiction;

typedef struct isn_rec_quote {
    isn_mark mark;
    isn_str speaker; /* {NULL, 0}: null */
} isn_rec_quote;

typedef struct isn_rec_differs { /* from the article that duplicate_of names */
    unsigned share; /* per cent of their runs of words that both have */
    bool title;     /* the headlines are others */
    bool told;      /* what follows is known */
    isn_span *own;  /* sentences that the other has not */
    uint32_t nown;
    uint32_t missing; /* of the other's sentences */
} isn_rec_differs;

typedef struct isn_record {
    const isn_article *article;
    const isn_match *match;
    char id[65]; /* sha256 of the input; of one story among several on a page, of its bytes */
    char duplicate_of[65]; /* id of an earlier article of the batch; "" for none */
    const isn_rec_differs *differs; /* NULL: none, or that article is not known any more */
    char page_id[65]; /* then of the input */
    const char *language; /* "ar", "fa", "ur", "ku", "ps", "latin", "none" … */
    bool relevant;
    float relevance;
    double context, other_life, accident, civic, calamity; /* weights of words, of which relevance is made */
    double rights, dealings, fiction;                /* of repression and flight, of states' dealings, of the stage */
    double head_war, head_rights, head_law, head_fiction; /* in the title and the first sentence */
    isn_mark title;
    isn_mark published_text;
    isn_str outlet_id, outlet_name;
    isn_claim *claims;
    uint32_t nclaims;
    isn_contradiction *contradictions;
    uint32_t ncontradictions;
    isn_rec_rejected *rejected; /* in the order of the text */
    uint32_t nrejected;
    isn_rec_quote *quotes;
    uint32_t nquotes;
    const char *pack_hash;
} isn_record;

/* names.c: words of the contract for codes */
extern const char *const isn_names_modality[]; /* actual future hypothetical historical */
extern const char *const isn_names_quoted[];   /* none indirect direct */
extern const char *const isn_names_role[];     /* of isn_role: parts[].role */
extern const char *const isn_names_basis[];    /* point centroid capital */
extern const char *const isn_names_from[];     /* none dateline metadata option */

#endif
