/* ledger.h: claims of many articles → events. Left of it: claim/, whose vocabulary it speaks; the claims
 * themselves come out of the store. Right of it: store/ keeps what is found, export/ writes it.
 *
 *     claims ─▶ score of each pair ─▶ groups ─▶ sources, figures, place and date of each event
 *
 * Everything here depends on the claims alone, never on their order: a store that is linked article by
 * article ends as one that is linked at once. Whatever chooses between equals chooses the smallest key.
 */
#ifndef ISN_LEDGER_H
#define ISN_LEDGER_H

#include "claim/record.h"

/* What a claim is taken for. Claims of different kinds never share an event. */
typedef enum isn_kind {
    ISN_KIND_INCIDENT,   /* an occurrence; updates, tolls and denials of one too */
    ISN_KIND_TALLY,      /* a total over a period */
    ISN_KIND_AGGREGATE,  /* several actions told as one */
    ISN_KIND_COMMITMENT, /* something promised */
    ISN_KIND_STATEMENT,  /* words */
    ISN_KINDS
} isn_kind;

extern const char *const isn_kind_names[]; /* ended by NULL */

typedef struct isn_entry_actor {
    isn_str text, id, name, country, sector;
    uint8_t inter;
} isn_entry_actor;

typedef struct isn_entry_place {
    isn_str text, id, name, country, admin1, basis;
    int32_t lat, lon;  /* times 10,000; ISN_NO_INT: none */
    uint8_t precision; /* 1 to 7; 0: none */
} isn_entry_place;

typedef struct isn_entry_figure {
    uint8_t what, side, quantity;
    int64_t low, best, high; /* ISN_NO_COUNT: null */
    isn_str text, unit, harm;
    uint32_t start, end;
} isn_entry_figure;

typedef struct isn_entry_link {
    isn_str name, id, channel, verb;
    uint8_t role;
    bool named, party;
} isn_entry_link;

typedef struct isn_entry_article {
    int64_t row;
    isn_str ident, source, url, title, outlet, outlet_id;
    isn_str text; /* whole; {NULL, 0} where nobody needs it */
    isn_str twin; /* smallest ident of the articles that are nearly the same; its own where none is */
    int32_t published;
} isn_entry_article;

typedef struct isn_entry_against { /* of a claim's article, another that it cannot both hold with */
    isn_str name, field, note; /* "c3"; as the coder has them */
} isn_entry_against;

/* A claim as the ledger sees it. */
typedef struct isn_entry {
    int64_t row;
    isn_str key, name; /* "3f2a9c01d4e2b788:c3", "c3" */
    const isn_entry_article *article;
    isn_kind kind;
    uint8_t type, event, mode, modality;
    bool main, negative;
    int32_t start, end; /* days; ISN_NO_DAY */
    uint8_t date_precision;
    int32_t deadline;
    isn_str deadline_text;
    isn_entry_actor *actors, *recipients;
    uint32_t nactors, nrecipients;
    isn_entry_place *places;
    uint32_t nplaces;
    isn_entry_figure *figures; /* whole ones, without their parts */
    uint32_t nfigures;
    isn_entry_link *chain; /* origin first */
    uint32_t nchain;
    isn_entry_link *tellers; /* who else tells it: the origin of each */
    uint32_t ntellers;
    isn_entry_against *against;
    uint32_t nagainst;
    isn_str evidence, anchor;
    uint32_t evidence_start, evidence_end, anchor_start, anchor_end;
    uint32_t *words; /* hashes of the evidence's words, sorted */
    uint32_t nwords;
    isn_str in;      /* id of the event that it stands in, where that was asked for */
    struct isn_entry *next; /* of those that were read of one event */
    int32_t score;   /* how well it fits its event, once grouped */
    isn_str reasons; /* and why */
} isn_entry;

/* Fills what follows from the rest: kind and words. */
void isn_entry_finish(isn_entry *entry, isn_arena *arena);
#define ISN_EXACT_PLACE 3 /* precision up to which a point is meant */
/* The most precise place, the smallest id among equals; NULL where there is none. */
const isn_entry_place *isn_entry_place_of(const isn_entry *entry);

/* ---- score.c -------------------------------------------------------------------------------- */

#define ISN_SCORE_LINK 58   /* from here on two claims may speak of one occurrence */
#define ISN_SCORE_NEVER (-1000)
#define ISN_SCORE_SURE 200  /* the same sentence, or a decision by hand */
#define ISN_FAR_KM 30       /* exact places this far apart are two */
#define ISN_FAR_DAYS 3      /* as are days */
#define ISN_SOON_DAYS 7     /* a report without a day tells of the week before it */
#define ISN_LONGEST_DAYS 366 /* what lies in a longer interval is not dated at all */

/* How likely two claims speak of the same occurrence: points, ISN_SCORE_NEVER where they cannot. `why`,
 * unless NULL, gets the reasons: "same day; 2 km apart; killed 5 in both; words 0.64". */
int isn_ledger_score(const isn_entry *a, const isn_entry *b, isn_buf *why);

/* May the two stand in one event? Then they are neighbours: a group never reaches beyond them. */
bool isn_ledger_linked(const isn_entry *a, const isn_entry *b, int *score);
/* Days in which a neighbour's window must lie, ISN_FAR_DAYS apart at most; ISN_NO_DAY: it has neighbours in
 * its own article only. */
void isn_entry_window(const isn_entry *entry, int32_t *first, int32_t *last);
/* Of one article, told in one sentence without figures that part them, or set against each other by the coder: whoever
 * says that it was otherwise speaks of the same occurrence. */
bool isn_ledger_one_telling(const isn_entry *a, const isn_entry *b);
/* What sets the claim against another of its article; NULL where nothing does. */
const isn_entry_against *isn_entry_against_of(const isn_entry *a, const isn_entry *b);

/* ---- outline.c ------------------------------------------------------------------------------ */

#define ISN_OUTLINE 28 /* bytes of a packed one, without its days */

typedef struct isn_outline { /* of a claim: what a glance needs */
    uint64_t words;
    uint32_t countries, actors, recipients;
    int32_t first, last; /* as isn_entry_window has them; not packed */
    int16_t lat, lon;    /* times 100 */
    uint8_t nwords, mode, precision, figures;
    bool dated;
} isn_outline;

void isn_outline_make(isn_outline *out, const isn_entry *entry);
void isn_outline_pack(unsigned char bytes[ISN_OUTLINE], const isn_outline *outline);
bool isn_outline_unpack(isn_outline *outline, isn_str bytes);
/* False where isn_ledger_linked would be, for two claims of this kind and one act in different articles. */
bool isn_outline_near(const isn_outline *a, const isn_outline *b, isn_kind kind);

/* ---- bound.c -------------------------------------------------------------------------------- */

typedef struct isn_gist { /* what bounds a claim's scores */
    const isn_entry *entry;
    int32_t first, last; /* its window */
    uint32_t nwords;
    uint8_t precision; /* of its place; 0: none */
    uint8_t mode;
    bool dated, total, said; /* has a day; is a tally; is words or a promise */
    unsigned figures;        /* 1 << ISN_WHAT_*: kinds of harm it has a total of */
    uint64_t actors, recipients, words[4]; /* a bit for each */
} isn_gist;

void isn_gist_make(isn_gist *out, const isn_entry *entry);
/* Below ISN_SCORE_LINK: isn_ledger_score of two claims of one kind and act, and of different articles, is no more. */
int isn_gist_most(const isn_gist *a, const isn_gist *b);

/* ---- near.c --------------------------------------------------------------------------------- */

typedef struct isn_near {
    const isn_entry *entry;
    bool core;  /* its pairs are asked for, with what comes before it in the array, and with what is not fresh */
    bool fresh; /* linked for the first time; what is core is fresh */
} isn_near;

typedef bool (*isn_near_visit)(void *context, const isn_entry *a, const isn_entry *b, int score);

/* Visits each linked pair of a core entry and another once, but for pairs of fresh entries whose later one is not core.
 * In the order of the last days of their windows, those that have none at the end. False when a visit says so. */
bool isn_ledger_near(const isn_near *items, uint32_t n, isn_near_visit visit, void *context,
                     isn_arena *arena);

/* ---- cluster.c ------------------------------------------------------------------------------ */

typedef struct isn_verdict { /* of a person, on two claims */
    uint32_t a, b;
    bool same;
} isn_verdict;

typedef struct isn_couple { /* two entries that have a score of ISN_SCORE_LINK at least, or may */
    uint32_t a, b;
} isn_couple;

typedef struct isn_grouping {
    const isn_couple *couples; /* no others have such a score */
    uint32_t ncouples;
    const isn_verdict *verdicts;
    uint32_t nverdicts;
} isn_grouping;

/* Groups entries that are sorted by key: group[i] is the smallest index of i's group. Groups are joined,
 * the likest first, while the mean score between them is ISN_SCORE_LINK at least and no pair of them is
 * impossible. Verdicts come before all scores, and what one sentence tells of one act, or one claim against another of
 * its article, before other pairs. */
void isn_ledger_group(uint32_t *group, isn_entry *const *entries, uint32_t n,
                      const isn_grouping *with, isn_arena *arena);

/* ---- batch.c -------------------------------------------------------------------------------- */

#define ISN_BATCH_MOST 131072U /* articles that are looked back to */
#define ISN_PRINT_BINS 64

#define ISN_PRINT_SENTENCES 40

typedef struct isn_print { /* what articles of a batch are compared by */
    uint64_t whole;        /* of all words */
    uint32_t words;
    uint32_t title;        /* hash of the headline; 0: none */
    uint32_t nsentences;   /* may be more than are kept */
    uint32_t sentences[ISN_PRINT_SENTENCES]; /* hashes of the first, in order */
    uint16_t bins[ISN_PRINT_BINS];
} isn_print;

typedef struct isn_batch isn_batch;

void isn_print_make(isn_print *out, const isn_text *text);
isn_batch *isn_batch_new(void); /* NULL: no memory */
void isn_batch_free(isn_batch *batch); /* NULL is allowed */
/* Adds an article; the id of the first that it is nearly the same as, into `first`, and that one's print, where it is still
 * known, into `other` (else .words 0). False: there is none. An article that an earlier run has read has the answer of then. */
bool isn_batch_add(isn_batch *batch, const isn_print *print, const char *id, char first[65],
                   isn_print *other);
/* Signatures that an earlier run wrote; *used: bytes of whole ones. False: they are of another make. */
bool isn_batch_read(isn_batch *batch, isn_str bytes, size_t *used);
/* Those that were added since the last time, or all that are known. False: no memory. */
bool isn_batch_write(isn_batch *batch, isn_buf *out, bool all);

/* What a print has that another has not. */
typedef struct isn_difference {
    unsigned share;   /* per cent of their runs of words that both have */
    bool title;       /* the headlines are others */
    bool told;        /* the sentences of both are known */
    uint64_t own;     /* bit i: sentence i of this one is not in the other */
    uint32_t missing; /* sentences of the other that are not in this one */
} isn_difference;
void isn_print_differ(isn_difference *out, const isn_print *print, const isn_print *other);
/* The sentences of the print, in order: true and its tokens for the next one behind *at (at first 0). */
bool isn_print_sentence(const isn_text *text, uint32_t *at, uint32_t *first, uint32_t *last);

/* ---- twin.c --------------------------------------------------------------------------------- */

#define ISN_SKETCH 64       /* smallest hashes kept of an article */
#define ISN_BANDS 16        /* articles that share one band are compared */
#define ISN_TWIN_SHARE 55   /* per cent of shingles in common that make two articles nearly the same */

typedef struct isn_sketch {
    uint32_t hash[ISN_SKETCH];
} isn_sketch;

void isn_sketch_make(isn_sketch *out, isn_str text);
uint64_t isn_sketch_band(const isn_sketch *sketch, unsigned band);
unsigned isn_sketch_share(const isn_sketch *a, const isn_sketch *b); /* per cent */

/* ---- event.c, estimate.c -------------------------------------------------------------------- */

typedef enum isn_rule {
    ISN_RULE_ACLED,    /* the most conservative figure */
    ISN_RULE_UCDP,     /* lowest and highest reliable, and the middle one */
    ISN_RULE_IBC,      /* minimum and maximum, no best */
    ISN_RULE_MAJORITY, /* what most independent sources say */
    ISN_RULE_LATEST,   /* what was said last */
    ISN_RULES
} isn_rule;

extern const char *const isn_rule_names[]; /* ended by NULL */

typedef struct isn_estimate {
    uint8_t what;
    isn_rule rule;
    int64_t low, best, high;
    uint32_t sources; /* independent ones with a figure that holds */
} isn_estimate;

typedef struct isn_event_source { /* one chain of attribution, however many print it */
    isn_str name, id;
    uint8_t role;
    bool named, party;
    uint32_t claims, outlets;
} isn_event_source;

typedef struct isn_dispute { /* two claims of an event that cannot both hold */
    uint32_t a, b;
    isn_str field, note;
} isn_dispute;

typedef struct isn_event {
    isn_str id;
    isn_str status; /* active, merged, withdrawn */
    isn_kind kind;
    uint8_t event, mode;
    int32_t start, end; /* of the narrowest interval told; ISN_NO_DAY */
    uint8_t date_precision;
    int32_t deadline;
    isn_entry_place place; /* the most precise; precision 0: none */
    isn_entry_actor *actors, *recipients;
    uint32_t nactors, nrecipients;
    isn_entry **entries; /* by key */
    uint32_t nentries;
    uint32_t articles, outlets;
    unsigned sides; /* of those counted, as bits 1 << ISN_SIDE_* */
    isn_event_source *sources;
    uint32_t nsources;
    uint32_t *source_of; /* of each entry; of several that tell it the first */
    bool *superseded;    /* each entry: a later figure took its place */
    isn_estimate *estimates;
    uint32_t nestimates;
    isn_dispute *disputes;
    uint32_t ndisputes;
    int32_t first_told, last_told; /* days of publication */
    isn_str covered_by, outcome;   /* total it falls under; what came of a promise; {NULL, 0} */
    isn_str responsible;           /* who did it, by whose word: a JSON array; {NULL, 0} */
} isn_event;

/* Builds the event of entries that are sorted by key; `id` and `status` are the caller's. */
void isn_event_build(isn_event *event, isn_entry **entries, uint32_t n, isn_arena *arena);
/* The estimate by a rule; NULL where no report gives a figure. */
const isn_estimate *isn_event_estimate(const isn_event *event, unsigned what, isn_rule rule);
/* estimate.c: sources, superseded figures, estimates; part of isn_event_build. */
void isn_event_figures(isn_event *event, isn_arena *arena);
/* What a claim says of one kind of harm in all; false where it says nothing. */
bool isn_entry_total(const isn_entry *entry, unsigned what, int64_t *low, int64_t *best, int64_t *high);

/* Does the total speak of the event: its period, place and people? */
bool isn_event_covers(const isn_event *total, const isn_event *event);

/* Kilometres between two points, coordinates times 10,000. */
double isn_ledger_km(int32_t lat_a, int32_t lon_a, int32_t lat_b, int32_t lon_b);

#endif
