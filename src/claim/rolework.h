/* rolework.h: what the files of role.c share, which fill the roles of an occurrence: role_prep.c and role_after.c read what
 * follows the trigger, role_subject.c and role_voice.c find the subject, role_pronoun.c those that pronouns mean, role_verb.c,
 * role_noun.c put it together by the trigger's kind, role_place.c says where, role_settle.c corrects one by another.
 * Private to claim/. */
#ifndef ISN_CLAIM_ROLEWORK_H
#define ISN_CLAIM_ROLEWORK_H

#include "claim/work.h"

/* What was read behind a trigger, as far as the walk has come. */
typedef struct isn_role_walk {
    uint32_t i, end;
    uint32_t bare;     /* noun phrases without preposition so far */
    int32_t last_slot; /* role of the phrase before, for those joined to it by و */
    uint32_t last_entity;
    uint8_t last_prep;
    bool after_comma;
    bool subset;  /* the phrase before told of some of those named: بينهم طفلان */
    bool some;    /* some of those named are the subject: أحرق بعضهم مقرا */
    bool on, off; /* a phrase with على came, with عن: هجوم … على, أفرج … عن */
    bool rides;   /* سيارة تقل موظفين: passengers follow */
    uint32_t verb; /* غارات شنتها الطائرات: behind the verb that describes the noun, or 0 */
    uint32_t deed; /* استهدف القصف البلدة: the word of the deed that is the subject, or 0 */
    bool parts; /* a pronoun stood right behind the people: who they are follows */
    uint32_t bares[ISN_ROLE_MAX]; /* the bare phrases: entities */
    uint32_t nbares;
} isn_role_walk;

static inline bool isn_role_is_place(const isn_entity *x) {
    return x->kind == ISN_ENT_PLACE;
}

/* States and capitals act; other places do not, nor does what lies inside or near one. */
static inline bool isn_role_can_act(const isn_entity *x) {
    if (x->flags & (ISN_EF_NEAR | ISN_EF_DIRECTION))
        return false;
    if (x->kind == ISN_ENT_PLACE) /* not حدود تشاد */
        return x->table != ISN_T_PLACEWORD &&
               ((x->table == ISN_T_COUNTRY && x->place_type != ISN_PT_REGION) ||
                x->flags & ISN_EF_CAPITAL) &&
               !(x->flags & (ISN_EF_NEAR | ISN_EF_DIRECTION));
    return x->kind != ISN_ENT_PRONOUN;
}

static inline bool isn_role_fights(const isn_entity *x) {
    return x->kind == ISN_ENT_ACTOR && x->flags & ISN_EF_ARMED;
}

static inline uint32_t isn_role_bare_at(const isn_role_walk *p, uint32_t n) {
    uint32_t seen = 0;
    for (uint32_t i = 0; i < p->nbares; i++)
        if (!(p->bares[i] & 0x80000000u) && seen++ == n)
            return p->bares[i];
    return ISN_NONE;
}

static inline bool isn_role_armed(const isn_entity *x) {
    return x->flags & ISN_EF_ARMED || x->kind == ISN_ENT_ACTOR || x->kind == ISN_ENT_PLACE ||
           x->side == ISN_SIDE_ARMED;
}

/* role.c */
int32_t isn_role_slot_prep(const isn_work *k, const isn_ev *e, uint8_t fn);
bool isn_role_unnamed_road(const isn_work *k, uint32_t entity);
static inline bool isn_role_is_deed(const isn_ev *e) {
    return e->event == ISN_EV_COERCE || e->event == ISN_EV_ASSAULT || e->event == ISN_EV_PROTEST ||
           e->event == ISN_EV_MOBILIZE || e->event == ISN_EV_RETREAT;
}
bool isn_role_finds_dead(const isn_work *k, const isn_ev *e);
void isn_role_give(const isn_work *k, isn_ev *e, int32_t slot, uint32_t entity);

/* role_prep.c */
bool isn_role_its_own_noun(const isn_work *k, const isn_ev *e, uint32_t w);
/* ، وفي جنين أصيب: where the next was. */
static inline bool isn_role_sets_out(const isn_work *k, uint32_t w) {
    return isn_clause_cut(k, w) && k->scan->words[w].flags & ISN_WF_COMMA &&
           (k->fn[w] == ISN_FN_FI || k->m->dates.at[w] != ISN_NONE);
}
bool isn_role_on_the_way(const isn_work *k, const isn_ev *e, const isn_entity *x);
bool isn_role_parts_of_land(const isn_work *k, const isn_entity *x);
bool isn_role_post_of_doers(const isn_work *k, const isn_ev *e, uint32_t entity);
bool isn_role_posting(const isn_work *k, const isn_ev *e, uint32_t w);
bool isn_role_stops(const isn_work *k, const isn_ev *e, uint32_t w);
static inline bool isn_role_comma_at(const isn_work *k, uint32_t w, uint32_t s1) {
    return w < s1 && k->scan->words[w].flags & ISN_WF_COMMA;
}
uint32_t isn_role_skip_relative(const isn_work *k, uint32_t w, uint32_t s1);
uint32_t isn_role_skip_aside(const isn_work *k, const isn_ev *e, uint32_t w, uint32_t s1);
bool isn_role_strikes(const isn_entity *x);
uint32_t isn_role_clause_within(const isn_work *k, const isn_ev *e, uint32_t s1);
uint32_t isn_role_skip_description(const isn_work *k, const isn_ev *e, uint32_t w, uint32_t s1);
bool isn_role_only_qualified(const isn_work *k, const isn_ev *e, uint32_t word);
bool isn_role_of_group(const isn_work *k, const isn_entity *x);
bool isn_role_from_there(const isn_work *k, const isn_ev *e, const isn_entity *x);
bool isn_role_is_vehicle(const isn_work *k, uint32_t w);
bool isn_role_is_house(const isn_work *k, uint32_t w);
bool isn_role_of_affairs(const isn_work *k, const isn_ev *e, uint32_t word);
bool isn_role_loose_company(const isn_work *k, const isn_entity *x);
bool isn_role_blow_strikes(const isn_work *k, const isn_ev *e);
bool isn_role_blow_harms(const isn_work *k, const isn_ev *e);
bool isn_role_downs(const isn_work *k, const isn_ev *e);
bool isn_role_owned_weapon(const isn_entity *x);
bool isn_role_state_force(const isn_entity *x);
bool isn_role_in_house(const isn_work *k, const isn_entity *x, uint8_t fn);
bool isn_role_taken_there(const isn_work *k, const isn_ev *e, const isn_entity *x);
bool isn_role_lies_between(const isn_work *k, const isn_entity *x);
bool isn_role_land_of_office(const isn_work *k, const isn_entity *x);
void isn_role_prep_phrase(const isn_work *k, isn_ev *e, isn_role_walk *p, uint32_t entity, uint8_t fn);

/* role_after.c */
uint8_t isn_role_governed_by(const isn_work *k, const isn_entity *x);
bool isn_role_counted_by_word(const isn_work *k, const isn_entity *x);
bool isn_role_takes_alef(const isn_work *k, uint32_t w);
uint32_t isn_role_some_of_body(const isn_work *k, const isn_entity *x);
uint32_t isn_role_some_before(const isn_work *k, const isn_ev *e, const isn_entity *x);
bool isn_role_relative_verb(const isn_work *k, uint32_t w);
void isn_role_walk_after(const isn_work *k, isn_ev *e, isn_role_walk *p);

/* role_subject.c */
int isn_role_gender_of_head(const isn_work *k, const isn_entity *x);
bool isn_role_agrees(const isn_work *k, const isn_ev *e, const isn_entity *x);
bool isn_role_agrees_behind(const isn_work *k, const isn_ev *e, const isn_entity *x);
bool isn_role_of_nobody_named(const isn_work *k, const isn_ev *e);
uint32_t isn_role_before(const isn_work *k, const isn_ev *e);

/* role_voice.c */
void isn_role_give_all(const isn_work *k, isn_ev *e, int32_t slot, const isn_role_walk *p, uint32_t n);
bool isn_role_personlike(const isn_entity *x);
uint32_t isn_role_subject_of_word(const isn_work *k, uint32_t w, uint32_t hi);
bool isn_role_patron(const isn_work *k, const isn_entity *x); /* مدعومون من إيران */
bool isn_role_where_word(const isn_work *k, uint32_t w);
uint32_t isn_role_subject_before(const isn_work *k, const isn_ev *e);
bool isn_role_long_a(const isn_work *k, const isn_ev *e);
bool isn_role_begins_with_beh(const isn_work *k, uint32_t w);
bool isn_role_goes_on(const isn_work *k, const isn_ev *e);
bool isn_role_begins_with_object(const isn_work *k, const isn_ev *e, const isn_entity *x);
bool isn_role_reads_passive(const isn_work *k, const isn_ev *e, const isn_role_walk *p, uint32_t subject);
bool isn_role_implicit_relative(const isn_work *k, const isn_ev *e);
bool isn_role_followed_by_object(const isn_work *k, const isn_entity *x);
bool isn_role_his_people(const isn_work *k, const isn_entity *x);
bool isn_role_object_with_beh(const isn_work *k, uint32_t object);
uint32_t isn_role_shared_subject(const isn_work *k, const isn_ev *e, const isn_role_walk *p);
uint32_t isn_role_dropped_subject(const isn_work *k, const isn_ev *e);
bool isn_role_post_acts(const isn_work *k, const isn_ev *e, const isn_entity *x);
bool isn_role_of_another_noun(const isn_work *k, const isn_ev *e, uint32_t entity);
bool isn_role_pronoun_before(const isn_work *k, const isn_ev *e);

/* role_pronoun.c */
/* اشتباكات وصفت بالعنيفة في حي كذا: what a noun is called, and nothing that is said. */
bool isn_role_called(const isn_work *k, uint32_t w);
static inline bool isn_role_says(const isn_work *k, uint32_t w) {
    return k->wc[w] & ISN_WC_VERB && isn_work_has(k, w, ISN_T_SPEECH) && !isn_role_called(k, w);
}
uint32_t isn_role_pronoun_subject(const isn_work *k, const isn_ev *e);
bool isn_role_does_it_himself(const isn_work *k, const isn_ev *e);
bool isn_role_unwanted(const isn_work *k, const isn_entity *x);
uint32_t isn_role_object_pronoun(const isn_work *k, const isn_ev *e, uint8_t suf);
int32_t isn_role_slot_of_pronoun(const isn_work *k, const isn_ev *e, uint32_t w, uint8_t *suf);
bool isn_role_is_purpose(const isn_work *k, uint32_t w, uint8_t event);
void isn_role_at_them(const isn_work *k, isn_ev *e);
void isn_role_pronoun_after(const isn_work *k, isn_ev *e);
void isn_role_some_behind(const isn_work *k, isn_ev *e);
bool isn_role_resumes(const isn_work *k, const isn_ev *e);
int32_t isn_role_resumed(const isn_work *k, const isn_ev *e, const isn_role_walk *p, uint32_t subject);
int32_t isn_role_resumed_behind(const isn_work *k, const isn_ev *e, const isn_role_walk *p, uint32_t subject);

/* role_verb.c */
void isn_role_verb_roles(const isn_work *k, isn_ev *e, const isn_role_walk *p);

/* role_noun.c */
void isn_role_attending_roles(const isn_work *k, isn_ev *e, const isn_role_walk *p);
void isn_role_noun_roles(const isn_work *k, isn_ev *e, const isn_role_walk *p);
bool isn_role_locative(const isn_work *k, const isn_entity *x);

/* role_place.c */
void isn_role_fronted(const isn_work *k, isn_ev *e);
void isn_role_further_on(const isn_work *k, isn_ev *e);
void isn_role_within_fronted(const isn_work *k, isn_ev *e);
void isn_role_of_subject(const isn_work *k, isn_ev *e);
void isn_role_where_told(const isn_work *k, isn_ev *e);
void isn_role_place_told_of(const isn_work *k, isn_ev *e);
void isn_role_seat_of_court(const isn_work *k, isn_ev *e);
void isn_role_within_victims(const isn_work *k, isn_ev *e);
bool isn_role_told_where_of(const isn_ev *e, const isn_entities *all); /* of one with places */
static inline bool isn_role_told_where(const isn_work *k, const isn_ev *e) {
    return e->places.n && isn_role_told_where_of(e, &k->m->entities);
}
void isn_role_parts_of_figure(const isn_work *k, isn_ev *e);
void isn_role_there(const isn_work *k, isn_ev *e);
void isn_role_home_of_victims(const isn_work *k, isn_ev *e);
void isn_role_containers(const isn_work *k, isn_ev *e);
void isn_role_without_posts(const isn_work *k, isn_ev *e);
void isn_role_without_states(const isn_work *k, isn_ev *e);
void isn_role_without_neighbours(const isn_work *k, isn_ev *e);
void isn_role_called_for(isn_work *k, const isn_ev *call);
bool isn_role_doer_wanted(const isn_work *k, const isn_ev *e);

/* role_settle.c */
void isn_role_result_of_deed(isn_work *k, isn_ev *e);
void isn_role_result_of_operation(const isn_work *k, isn_ev *e);
void isn_role_felled_by(const isn_work *k, isn_ev *e);
void isn_role_agreed_on(isn_work *k, isn_ev *e);
void isn_role_died_in_clash(isn_work *k, isn_ev *e);
void isn_role_sides_far_on(const isn_work *k, isn_ev *e);
void isn_role_in_operation(const isn_work *k, isn_ev *e);
void isn_role_managed(isn_work *k, isn_ev *e);
void isn_role_managed_too(const isn_work *k, isn_ev *e);
void isn_role_second_side(const isn_work *k, isn_ev *e);
void isn_role_freed_by_taker(const isn_work *k, isn_ev *e);
void isn_role_mediated(const isn_work *k, isn_ev *e);
void isn_role_brought_out(const isn_work *k, isn_ev *e);
void isn_role_others_too(const isn_work *k, isn_ev *e);
void isn_role_measures(isn_work *k, isn_ev *e);
void isn_role_ascribed(isn_work *k, isn_ev *e);
void isn_role_yields_to(const isn_work *k, isn_ev *e);
void isn_role_only_answers(const isn_work *k, isn_ev *e);
void isn_role_to_meet(const isn_work *k, isn_ev *e);
void isn_role_refused(const isn_work *k, isn_ev *e);
void isn_role_will_not(const isn_work *k, isn_ev *e);
void isn_role_kept_in(const isn_work *k, isn_ev *e);
void isn_role_used_by(const isn_work *k, isn_ev *e);
void isn_role_threatened(const isn_work *k, isn_ev *e);
bool isn_role_with_help(const isn_work *k, const isn_ev *e, uint32_t word);
void isn_role_condemned(const isn_work *k, isn_ev *e);
void isn_role_demanded(const isn_work *k, isn_ev *e);
void isn_role_repelled(const isn_work *k, isn_ev *e);
void isn_role_downed(isn_work *k, isn_ev *e);
void isn_role_sheltered(isn_work *k, isn_ev *e);
void isn_role_at_war(isn_work *k, isn_ev *e);
void isn_role_holds_place(isn_work *k, isn_ev *e);
void isn_role_struck_company(isn_work *k, isn_ev *e);
void isn_role_struck_post(isn_work *k, isn_ev *e);
void isn_role_goes_on_from_before(const isn_work *k, isn_ev *e, const isn_role_walk *p);
void isn_role_dead_of(const isn_work *k, isn_ev *e);
void isn_role_unwelcome(const isn_work *k, isn_ev *e);
void isn_role_words_of(const isn_work *k, isn_ev *e);
void isn_role_goes_on_with(const isn_work *k, isn_ev *e);
void isn_role_killed_bomber(const isn_work *k, isn_ev *e);
void isn_role_dead_are(const isn_work *k, isn_ev *e);
void isn_role_prey(const isn_work *k, isn_ev *e);
void isn_role_demand_there(const isn_work *k, isn_ev *e);
void isn_role_met_by_protest(const isn_work *k, isn_ev *e);
void isn_role_blamed(const isn_work *k, isn_ev *e);
void isn_role_charged_behind(const isn_work *k, isn_ev *e);
void isn_role_laid_on(const isn_work *k, isn_ev *e);
void isn_role_praised(const isn_work *k, isn_ev *e);
void isn_role_own_voice(const isn_work *k, isn_ev *e);
void isn_role_in_front_of(const isn_work *k, isn_ev *e);

#endif
