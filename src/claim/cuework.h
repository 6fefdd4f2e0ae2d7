/* cuework.h: what the files of cue.c share: cue_before.c reads the cues before a word, cue_named.c what is only named, cue_govern.c what one occurrence says of
 * another that it governs, cue_sum.c what is told as a sum. Private to claim/. */
#ifndef ISN_CLAIM_CUEWORK_H
#define ISN_CLAIM_CUEWORK_H

#include "claim/work.h"

/* cue.c */
void isn_cue_mark(isn_ev *e, const char *why, uint32_t row, uint32_t word);
void isn_cue_kill_ev(isn_ev *e, const char *why, uint32_t row, uint32_t word);
bool isn_cue_undecided(const isn_work *k, uint32_t w, uint32_t s0);
bool isn_cue_any(const isn_work *k, uint32_t w);
bool isn_cue_denied_before(const isn_work *k, const isn_ev *e, uint32_t word);
bool isn_cue_is_deed(const isn_ev *e);
bool isn_cue_joined_arrest(const isn_work *k, const isn_ev *c);
bool isn_cue_another_does(const isn_work *k, uint32_t w); /* والجيش يتهمها: a subject of its own */
bool isn_cue_excepted(const isn_work *k, const isn_ev *e);

/* cue_before.c */
int32_t isn_cue_at(const isn_work *k, uint32_t w, uint32_t *row, uint32_t *last);
bool isn_cue_date_word_of(const isn_work *k, uint32_t w, int32_t kind); /* of a word with one */
static inline bool isn_cue_date_word(const isn_work *k, uint32_t w, int32_t kind) {
    return isn_work_has(k, w, ISN_T_DATEWORD) && k->scan->date_kinds[w] >> kind & 1 &&
           isn_cue_date_word_of(k, w, kind);
}
bool isn_cue_compared(const isn_work *k, uint32_t w, uint32_t first);
void isn_cue_before(isn_work *k, isn_ev *e);

bool isn_cue_suffered(const isn_work *k, const isn_ev *e, uint32_t word);
void isn_cue_apply_kind(const isn_work *k, isn_ev *e, int32_t kind, uint32_t row, uint32_t word);

/* cue_named.c: each lets the occurrence die, and says why, where it tells no deed of its own */
void isn_cue_no_deed(isn_work *k, isn_ev *e); /* by what it is */
void isn_cue_by_form(isn_work *k, isn_ev *e);
void isn_cue_beside(isn_work *k, isn_ev *e); /* by what stands beside it */
bool isn_cue_answers_it(const isn_work *k, const isn_ev *e);

/* cue_govern.c */
bool isn_cue_present(const isn_work *k, uint32_t w);
bool isn_cue_long_after(const isn_work *k, const isn_ev *c);
void isn_cue_join_nouns(isn_work *k, uint32_t from, uint32_t to); /* before any other rule */
void isn_cue_govern(isn_work *k, uint32_t from, uint32_t to);
void isn_cue_denial(isn_work *k, uint32_t s);

/* cue_sum.c */
void isn_cue_sums(isn_work *k, uint32_t s);

#endif
