/* judgement.h: what judge.c and agree.c share: a claim, what was said of it, and what each coder makes of it. */
#ifndef ISN_REVIEW_JUDGEMENT_H
#define ISN_REVIEW_JUDGEMENT_H

#include <json-c/json.h>

#include "review/review.h"

typedef struct isn_judgement {
    json_object *claim; /* as the machine coded it */
    const isn_said *said;
    uint32_t n;
} isn_judgement;

#define ISN_FINAL NULL /* in the place of a coder: whoever settles */

/* The last that `coder` said: 1 it is a claim, 0 it is none, -1 nothing. */
int isn_judgement_verdict(const isn_judgement *j, const isn_str *coder);
/* The coder at `i`, if nobody before it in the list is the same one and it judged without settling. */
bool isn_judgement_coder(const isn_judgement *j, uint32_t i, isn_str *coder);
/* The field as the coder has it, corrected or left; the caller's. `*corrected`, where given: is it corrected? */
json_object *isn_judgement_value(const isn_judgement *j, const isn_str *coder,
                                 const isn_value_field *field, bool *corrected);
/* Equal for equal values: of names the words, whatever their order, of a figure the numbers. */
void isn_judgement_key(isn_buf *out, const isn_value_field *field, json_object *value);
json_object *isn_judgement_parse(isn_str json);

#endif
