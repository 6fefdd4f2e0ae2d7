/* cuework.h: what the files of cue.c share: cue_before.c reads the cues before a word, cue_govern.c what one occurrence says of
 * another that it governs, cue_sum.c what is told as a sum. Private to claim/. */
#ifndef ISN_CLAIM_CUEWORK_H
#define ISN_CLAIM_CUEWORK_H

#include "claim/work.h"

/* cue.c */
void isn_cue_mark(isn_ev *e, const char *why, uint32_t row, uint32_t word);
void isn_cue_kill_ev(isn_ev *e, const char *why, uint32_t row, uint32_t word);
bool isn_cue_any(const isn_work *k, uint32_t w);
bool isn_cue_denied_before(const isn_work *k, const isn_ev *e, uint32_t word);
bool isn_cue_is_deed(const isn_ev *e);
bool isn_cue_excepted(const isn_work *k, const isn_ev *e);

/* cue_before.c */
int32_t isn_cue_at(const isn_work *k, uint32_t w, uint32_t *row, uint32_t *last);
bool isn_cue_date_word(const isn_work *k, uint32_t w, int32_t kind);
bool isn_cue_compared(const isn_work *k, uint32_t w, uint32_t first);
void isn_cue_before(isn_work *k, isn_ev *e);

/* cue_govern.c */
bool isn_cue_present(const isn_work *k, uint32_t w);
void isn_cue_govern(isn_work *k, uint32_t from, uint32_t to);
void isn_cue_denial(isn_work *k, uint32_t s);

/* cue_sum.c */
void isn_cue_sums(isn_work *k, uint32_t s);

#endif
