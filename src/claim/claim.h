/* claim.h: mentions → claims: who is said to have done what to whom, and who says so. */
#ifndef ISN_CLAIM_H
#define ISN_CLAIM_H

#include "claim/record.h"

/* Fills claims, contradictions, quotes, relevance of `record` (article and match set by the caller). */
void isn_claim_build(isn_record *record, isn_arena *arena, const isn_match *match);

#endif
