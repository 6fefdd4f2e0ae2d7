/* claim.h: mentions → claims: who is said to have done what to whom, and who says so. */
#ifndef ISN_CLAIM_H
#define ISN_CLAIM_H

#include "claim/record.h"

/* A look at the words alone, before numbers, dates and actors are read: can the article tell of conflict? Where
 * it surely does not (a match report, a recipe), it sets relevance and quotes (no speakers) and returns false:
 * there is nothing to build. Needs isn_match_story. */
bool isn_claim_glance(isn_record *record, isn_arena *arena, const isn_match *match);

/* Claims, contradictions, quotes and relevance of `record` (article and match set by the caller) are built in steps, so
 * that articles coded side by side can each take one before any takes the next. */
typedef struct isn_work isn_work;
isn_work *isn_claim_begin(isn_record *record, isn_arena *arena, const isn_match *match);
enum { ISN_CLAIM_STEPS = 8 };
void isn_claim_step(isn_work *k, unsigned step); /* each once, from 0 on */

#endif
