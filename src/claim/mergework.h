/* mergework.h: what the files of merge.c share: merge_like.c says how far two claims agree, merge_told.c what in them speaks for one
 * thing or for two, merge_fold.c makes one of two. Private to claim/. */
#ifndef ISN_CLAIM_MERGEWORK_H
#define ISN_CLAIM_MERGEWORK_H

#include "claim/work.h"

/* Precisions: beside a town, a district, a province, a part of a land or an area of it. */
enum { ISN_SPOT_NEAR = 2, ISN_SPOT_DISTRICT = 3, ISN_SPOT_WIDE = 4, ISN_SPOT_AREA = 5 };
enum { ISN_MERGE_PARAGRAPH = 10 }; /* words */
enum { ISN_MERGE_SUM = 100 };      /* people: no toll of one blow */

/* merge.c */
static inline const isn_ev *isn_merge_rep(const isn_work *k, uint32_t claim) {
    return &k->evs.ptr[k->claim_ev.ptr[claim]];
}
static inline bool isn_merge_titled(const isn_work *k, uint32_t claim) {
    return k->block_role[k->claim_sentence.ptr[claim]] == ISN_ROLE_TITLE;
}
uint32_t isn_merge_words_of(const isn_work *k, uint32_t sentence);
bool isn_merge_line_alone(const isn_work *k, uint32_t claim);
bool isn_merge_heading(const isn_work *k, uint32_t claim);

/* merge_like.c */
int isn_merge_compare_kind(const isn_claim *a, const isn_claim *b, uint8_t what);
bool isn_merge_counts_part(const isn_claim *a, const isn_rec_count *y);
bool isn_merge_part_told(const isn_claim *title, const isn_claim *b);
bool isn_merge_dead_and_wounded(const isn_claim *a, const isn_claim *b);
bool isn_merge_sorts_dead(const isn_claim *a, const isn_claim *b);
bool isn_merge_spot_in_town(const isn_claim *a, const isn_claim *b);
bool isn_merge_beside_town(const isn_claim *a, const isn_claim *b);
int isn_merge_compare_counts(const isn_claim *a, const isn_claim *b);
bool isn_merge_of_state(uint8_t sector);
bool isn_merge_of_rebels(uint8_t sector);
bool isn_merge_other_side(const isn_claim *a, const isn_claim *b);
int isn_merge_compare_actors(const isn_rec_actor *a, uint32_t na, const isn_rec_actor *b, uint32_t nb);
bool isn_merge_lies_in(const isn_rec_place *x);
bool isn_merge_one_place(const isn_rec_place *x, const isn_rec_place *y);
bool isn_merge_speech_event(const isn_claim *c);
bool isn_merge_same_kind(const isn_claim *a, const isn_claim *b, bool title);
bool isn_merge_done_to_them(const isn_work *k, const isn_ev *e, const isn_claim *c);
bool isn_merge_points(const isn_work *k, const isn_ev *e);
bool isn_merge_different_dates(const isn_claim *a, const isn_claim *b);
static inline bool isn_merge_sum_type(const isn_claim *c) {
    return c->type == ISN_TY_TALLY || c->type == ISN_TY_AGGREGATE;
}
bool isn_merge_loose_sum(const isn_claim *c);
bool isn_merge_one_blow_told(const isn_claim *c);
bool isn_merge_same_origin(const isn_claim *a, const isn_claim *b);
bool isn_merge_same_sector(const isn_claim *a, const isn_claim *b);
bool isn_merge_one_country(const isn_claim *a, const isn_claim *b);

/* merge_told.c */
bool isn_merge_deed_told(const isn_work *k, uint32_t i);
bool isn_merge_points_back(const isn_work *k, uint32_t ia, uint32_t ib);
bool isn_merge_dead_in_vain(const isn_work *k, uint32_t i);
bool isn_merge_names_the_dead(const isn_work *k, uint32_t ia, uint32_t ib);
bool isn_merge_all_rebels(const isn_claim *c);
bool isn_merge_foes_fell(const isn_claim *a, const isn_claim *b);
bool isn_merge_other_dead(const isn_claim *a, const isn_claim *b);
bool isn_merge_dated_otherwise(const isn_work *k, const isn_claim *a, const isn_claim *b, const isn_ev *e);
bool isn_merge_one_blow(const isn_ev *e);
static inline bool isn_merge_spoken(const isn_claim *c) {
    return c->nchain && c->chain[0].role != ISN_LINK_OUTLET &&
           (c->chain[0].role != ISN_LINK_AGENCY || c->chain[0].verb.len);
}
bool isn_merge_rival_version(const isn_work *k, uint32_t ia, uint32_t ib);
bool isn_merge_own_target(const isn_claim *a, const isn_claim *b);
bool isn_merge_one_kind(const isn_claim *a, const isn_claim *b);
bool isn_merge_one_figure(const isn_claim *a, const isn_claim *b);
bool isn_merge_harm_only(const isn_claim *c);
bool isn_merge_another_blames(const isn_claim *a, const isn_claim *b);
bool isn_merge_opens_elsewhere(const isn_work *k, uint32_t i);
bool isn_merge_other_person(const isn_work *k, uint32_t ia, uint32_t ib);
bool isn_merge_result_of(const isn_work *k, uint32_t ia, uint32_t ib);
bool isn_merge_those_counted(const isn_work *k, uint32_t ia, uint32_t ib);
bool isn_merge_others_fell(const isn_work *k, uint32_t ia, uint32_t ib);
bool isn_merge_done_besides(const isn_work *k, uint32_t ia, uint32_t ib);
bool isn_merge_share_of(const isn_work *k, uint32_t ia, uint32_t ib);
bool isn_merge_heads(const isn_work *k, uint32_t ia, uint32_t ib);
bool isn_merge_headed(const isn_work *k, uint32_t ia, uint32_t ib);
bool isn_merge_under_heading(const isn_work *k, uint32_t ia, uint32_t ib);
bool isn_merge_next_to(const isn_work *k, uint32_t ia, uint32_t ib);
bool isn_merge_said_at_once(const isn_work *k, uint32_t ia, uint32_t ib);
bool isn_merge_retold_blast(const isn_work *k, uint32_t ia, uint32_t ib);
bool isn_merge_of_the_two(const isn_work *k, uint32_t ia, uint32_t ib);
bool isn_merge_turned(const isn_work *k, uint32_t ia, uint32_t ib);
int isn_merge_means(uint8_t mode);
bool isn_merge_other_blow(const isn_work *k, uint32_t ia, uint32_t ib);
bool isn_merge_protest_goes_on(const isn_work *k, uint32_t ia, uint32_t ib);

/* merge_fold.c */
void isn_merge_fold(isn_work *k, uint32_t ia, uint32_t ib);

#endif
