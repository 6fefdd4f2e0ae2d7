/* emitwork.h: what the files of emit.c share, which make a claim of a group of occurrences: emit_who.c gives actors and
 * recipients with their codes, emit_count.c counts, emit_where.c places and dates, emit_chain.c who says so; emit_group.c
 * puts it together and leaves out what is no claim. Private to claim/. */
#ifndef ISN_CLAIM_EMITWORK_H
#define ISN_CLAIM_EMITWORK_H

#include "claim/work.h"

typedef struct isn_draft {
    isn_claim c;
    ISN_VEC(isn_mark) anchors;
    ISN_VEC(isn_rec_actor) actors;
    ISN_VEC(isn_rec_actor) recipients;
    ISN_VEC(isn_rec_count) counts;
    ISN_VEC(isn_rec_place) places;
    ISN_VEC(isn_rec_link) chain;
    ISN_VEC(isn_rec_rule) rules;
} isn_draft;

/* emit.c */
isn_mark isn_emit_mark_entity(const isn_work *k, const isn_entity *x);
void isn_emit_rule(isn_work *k, isn_draft *d, const char *field, isn_table table, uint32_t row, const char *text, isn_mark at);

/* emit_who.c */
isn_str isn_emit_country_code(const isn_work *k, const isn_entity *x);
void isn_emit_add_actors(isn_work *k, isn_draft *d, const isn_ev *e);
void isn_emit_speaker_does(isn_work *k, isn_draft *d, const isn_ev *rep, uint32_t group);
void isn_emit_add_counted(isn_work *k, isn_draft *d, const isn_ev *e);
void isn_emit_add_recipients(isn_work *k, isn_draft *d, const isn_ev *e);

/* emit_count.c */
void isn_emit_one_count(isn_work *k, isn_draft *d, const isn_take *t);

/* emit_where.c */
void isn_emit_add_places(isn_work *k, isn_draft *d, const isn_ev *e);
/* Without homes and sickbeds where anything else tells where it was. */
void isn_emit_drop_loose_places(isn_draft *d);
void isn_emit_place_of_actors(isn_work *k, isn_draft *d, const isn_ev *rep);
void isn_emit_place_in_front(isn_work *k, isn_draft *d, const isn_ev *rep);
void isn_emit_place_of_twin(isn_work *k, isn_draft *d, const isn_ev *rep);
void isn_emit_place_of_same_doer(isn_work *k, isn_draft *d, const isn_ev *rep);
void isn_emit_place_of_raid(isn_work *k, isn_draft *d, const isn_ev *rep);
void isn_emit_place_of_cause(isn_work *k, isn_draft *d, const isn_ev *rep);
void isn_emit_place_of_next(isn_work *k, isn_draft *d, const isn_ev *rep);
void isn_emit_place_of_speaker(isn_work *k, isn_draft *d, const isn_ev *rep);
void isn_emit_place_of_witness(isn_work *k, isn_draft *d, const isn_ev *rep);
void isn_emit_place_of_sentence(isn_work *k, isn_draft *d, const isn_ev *rep);
void isn_emit_place_of_item(isn_work *k, isn_draft *d, const isn_ev *rep);
void isn_emit_set_dates(isn_work *k, isn_draft *d, isn_ev *rep, uint32_t group);

/* emit_chain.c */
void isn_emit_set_chain(isn_work *k, isn_draft *d, const isn_ev *rep);
bool isn_emit_in_quote(const isn_work *k, uint32_t word);

/* emit_group.c */
void isn_emit_group(isn_work *k, uint32_t s, uint32_t group);

#endif
