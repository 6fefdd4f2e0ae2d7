/* countwork.h: what the files of count.c share: count_victim.c takes the counts of those whom an occurrence befell, count_figure.c those of
 * nouns of the dead, of actions and bare figures, count_people.c individuals told together and figures shared. Private to claim/. */
#ifndef ISN_CLAIM_COUNTWORK_H
#define ISN_CLAIM_COUNTWORK_H

#include "claim/work.h"

/* count.c */
bool isn_count_is_rate(const isn_work *k, const isn_number *q);
bool isn_count_people_number(const isn_work *k, const isn_number *q);
int32_t isn_count_unit_kind(const isn_work *k, const isn_number *q);
uint8_t isn_count_casualty_what(const isn_work *k, uint32_t row);
bool isn_count_dies(const isn_work *k, const isn_ev *e, const isn_number *q, uint8_t what);
bool isn_count_died_since(const isn_work *k, const isn_number *q, uint8_t what);
bool isn_count_mixed_noun(const isn_work *k, const isn_number *q, uint8_t what);
bool isn_count_between_dead_and_wounded(const isn_work *k, const isn_number *q);

/* count_victim.c */
bool isn_count_points_back(const isn_work *k, const isn_number *q);
bool isn_count_nobody(const isn_ev *e, const isn_number *q);
bool isn_count_same_person(const isn_work *k, uint32_t number);
bool isn_count_and_before(const isn_work *k, uint32_t w);
bool isn_count_names_more_of_it(const isn_work *k, uint32_t number);
void isn_count_pass_roles(isn_work *k);

/* count_figure.c */
bool isn_count_next_body(isn_work *k, uint32_t number, uint32_t s);
isn_ev *isn_count_own_kind(const isn_work *k, const isn_number *q, uint32_t s);
bool isn_count_taken(const isn_work *k, uint32_t number, uint32_t s);
isn_ev *isn_count_harmer(const isn_work *k, uint32_t s, uint32_t word, uint8_t what);
const isn_sense *isn_count_bodies_before(const isn_work *k, const isn_number *q);
bool isn_count_none_as_before(isn_work *k, uint32_t number, uint32_t s);
void isn_count_casualty(isn_work *k, uint32_t number, uint32_t s);
void isn_count_actions(isn_work *k, uint32_t number, uint32_t s, bool cases);
void isn_count_turns(isn_work *k, uint32_t number, uint32_t s);
isn_ev *isn_count_suffered_after(const isn_work *k, const isn_number *q, uint32_t s);
void isn_count_bare(isn_work *k, uint32_t number, uint32_t s);
void isn_count_families(isn_work *k, uint32_t number, uint32_t s);
bool isn_count_one_more(const isn_work *k, const isn_number *q);
void isn_count_part_of(isn_work *k, uint32_t number, uint32_t s);

/* count_people.c */
void isn_count_join_individuals(isn_work *k, isn_ev *e);
void isn_count_apposed_parts(const isn_work *k, isn_ev *e);
void isn_count_joined_to_part(const isn_work *k, isn_ev *e);
void isn_count_pass_numbers(isn_work *k);

#endif
