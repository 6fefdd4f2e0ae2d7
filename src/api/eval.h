/* eval.h: what the files of the evaluation share: eval_words.c compares texts, eval_score.c counts,
 * eval_diff.c says what differs, eval.c reads and reports. */
#ifndef ISN_EVAL_H
#define ISN_EVAL_H

#include <json-c/json.h>

#include "base/base.h"

/* Share of the shorter text's folded words that the other has too. */
double isn_eval_overlap(isn_arena *arena, isn_str a, isn_str b);

enum {
    ISN_TALLY_CLAIMS,
    ISN_TALLY_TYPE,
    ISN_TALLY_POLARITY,
    ISN_TALLY_MODALITY,
    ISN_TALLY_MODE,
    ISN_TALLY_ACTORS,
    ISN_TALLY_ACTOR_CODES,
    ISN_TALLY_RECIPIENTS,
    ISN_TALLY_COUNTS,
    ISN_TALLY_KILLED,
    ISN_TALLY_PLACES,
    ISN_TALLY_DATE,
    ISN_TALLY_DEADLINE,
    ISN_TALLY_CHAIN,
    ISN_TALLY_ORIGIN,
    ISN_TALLY_CONTRADICTIONS,
    ISN_TALLIES
};

typedef struct isn_tally {
    int64_t hit, predicted, gold;
} isn_tally;

typedef struct isn_extra {
    const char *name;
    int64_t value;
} isn_extra;

#define ISN_EXTRAS 16

/* Claims by the confidence that the coder has in them: how many, and how many the gold has too. */
typedef struct isn_reliability {
    int64_t claims, right;
    double sum; /* of their confidence */
} isn_reliability;

enum { ISN_RELIABILITIES = 6 }; /* under a half, then by tenths */

typedef struct isn_score {
    isn_tally tallies[ISN_TALLIES];
    isn_reliability reliability[ISN_RELIABILITIES];
    isn_extra extras[ISN_EXTRAS]; /* in the order in which they were met */
    unsigned nextras;
    isn_arena *arena; /* scratch; reset for each article */
} isn_score;

/* One article: how well it was done, and what is wrong with it in words. */
typedef struct isn_marked {
    bool scored;  /* relevant in the gold set: has a place among the worst */
    double share; /* of the gold's main claims found */
    isn_str id;   /* borrowed from the gold row */
} isn_marked;

/* Adds one article to the score. `diff`, where given, gets its differences. */
void isn_eval_article(isn_score *score, isn_marked *marked, json_object *gold, json_object *record,
                      isn_buf *diff);

/* ---- JSON, read as Python's dict.get does ------------------------------------------------------- */

json_object *isn_eval_get(json_object *object, const char *key); /* NULL: null or missing */
isn_str isn_eval_str(json_object *object, const char *key);      /* {NULL, 0}: no string */
bool isn_eval_flag(json_object *object, const char *key, bool missing);
size_t isn_eval_len(json_object *list); /* 0: no list */
json_object *isn_eval_at(json_object *list, size_t i);
bool isn_eval_equal(json_object *a, json_object *b);

/* ---- differences ------------------------------------------------------------------------------- */

void isn_eval_diff_missed(isn_buf *diff, json_object *gold);
void isn_eval_diff_extra(isn_buf *diff, json_object *claim);
/* A field of a matched claim that is not as the gold has it. */
void isn_eval_diff_field(isn_buf *diff, json_object *gold, json_object *claim, const char *field);
/* Actors that are the right words under other codes. */
void isn_eval_diff_codes(isn_buf *diff, json_object *gold, json_object *claim);

#endif
