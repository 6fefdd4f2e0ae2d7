/* review.h: what people say of claims: what a correction may be, what holds after all that was said, and how far
 * coders agree. Left of it: claims as JSON in the shape of a gold set. Right of it: store/, which keeps what was
 * said, and hands it over in the order in which it was said.
 *
 * Every value is JSON: {"start":"2021-05-03","end":"2021-05-03"}, "ASSAULT", [{"text":"…"}], null.
 */
#ifndef ISN_REVIEW_H
#define ISN_REVIEW_H

#include "base/base.h"

/* ---- values (value.c) ---------------------------------------------------------------------------- */

typedef enum isn_value_kind {
    ISN_VALUE_WORD,   /* of a vocabulary */
    ISN_VALUE_FLAG,   /* true, false */
    ISN_VALUE_DAYS,   /* 2021-05-03, 2021-05-03..2021-05-05 */
    ISN_VALUE_DAY,
    ISN_VALUE_NAMES,  /* words of the article */
    ISN_VALUE_CHAIN,  /* words of the article and a role */
    ISN_VALUE_FIGURE  /* 3, 3..5, 3.. */
} isn_value_kind;

typedef struct isn_value_field {
    const char *name;
    isn_value_kind kind;
    const char *const *words; /* of ISN_VALUE_WORD, ended by NULL */
    bool may_be_null;
} isn_value_field;

extern const isn_value_field isn_value_fields[]; /* ended by a NULL name */
const isn_value_field *isn_value_field_of(isn_str name); /* NULL: no such field */

/* Reads what a person typed, or JSON, as a value of the field; appends it as JSON. ISN_EUSAGE, with the reason,
 * for what is no such value or stands nowhere in the article; ISN_ENOMEM. */
isn_status isn_value_read(isn_buf *out, const isn_value_field *field, isn_str given,
                          isn_str article, isn_error *error);
/* Reads a whole claim that the coder missed: an object with `type`, `anchors`, and fields as above. `anchor` gets
 * where the first of the anchors stands. */
isn_status isn_value_claim(isn_buf *out, isn_span *anchor, isn_str given, isn_str article,
                           isn_error *error);

/* ---- what holds (judge.c) -------------------------------------------------------------------------- */

typedef struct isn_said { /* one act, as it stands in the store; of those that hold, by number */
    isn_str act, field, value, coder;
    bool final; /* by who settles what others disagree on */
} isn_said;

typedef enum isn_settled {
    ISN_UNJUDGED, /* nobody accepted, corrected or rejected it */
    ISN_OPEN,     /* coders disagree, and nobody has settled it */
    ISN_ACCEPTED,
    ISN_REJECTED
} isn_settled;

/* What holds of the claim (JSON in the gold's shape) after all that was said of it; appends the corrected claim
 * when it is accepted. False when memory ran out. */
bool isn_judge(isn_settled *settled, isn_buf *out, isn_str claim, const isn_said *said, uint32_t n);

/* ---- agreement (agree.c, alpha.c) -------------------------------------------------------------------- */

typedef enum isn_scale { ISN_SCALE_NOMINAL, ISN_SCALE_INTERVAL, ISN_SCALE_RATIO } isn_scale;

typedef struct isn_coded { /* what one coder says of one unit */
    uint32_t unit;
    double value; /* NOMINAL: equal for equal values */
} isn_coded;

typedef struct isn_alpha {
    uint64_t units, values; /* those that two coders at least have coded */
    double agreed;          /* share of pairs within units that are equal */
    double alpha;           /* Krippendorff's; NAN where all values are the same, or there are none */
} isn_alpha;

/* `coded` is put in the order of units. False when memory ran out. */
bool isn_alpha_of(isn_alpha *out, isn_scale scale, isn_coded *coded, size_t n);

/* Collects what coders say, claim by claim. */
typedef struct isn_agreeing isn_agreeing;

isn_agreeing *isn_agreeing_new(void); /* NULL: out of memory */
void isn_agreeing_free(isn_agreeing *agreeing);
bool isn_agreeing_add(isn_agreeing *agreeing, isn_str claim, const isn_said *said, uint32_t n);
/* The figures of field `i`: "claim" (is it one?) first, then isn_value_fields. False at the end;
 * `out` is untouched where memory ran out and `*failed` is set. */
bool isn_agreeing_field(isn_agreeing *agreeing, uint32_t i, const char **name, isn_alpha *out,
                        bool *failed);

#endif
