/* role.c: who does what to whom: fills the roles of each occurrence from what stands around it, by the
 * frame of its row. Needs trigger.c and cue.c; count.c and group.c go on from the roles. */
#include "claim/rolework.h"

bool isn_refs_has(const isn_refs *refs, uint32_t entity) {
    for (uint32_t i = 0; i < refs->n; i++)
        if (refs->ptr[i] == entity)
            return true;
    return false;
}

void isn_refs_add(isn_refs *refs, uint32_t entity) {
    if (refs->n < ISN_ROLE_MAX && !isn_refs_has(refs, entity))
        refs->ptr[refs->n++] = entity;
}

void isn_refs_drop(isn_refs *refs, uint32_t entity) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < refs->n; i++)
        if (refs->ptr[i] != entity)
            refs->ptr[n++] = refs->ptr[i];
    refs->n = n;
}

int32_t isn_role_slot_prep(const isn_work *k, const isn_ev *e, uint8_t fn) {
    switch (fn) {
    case ISN_FN_ALA: return isn_work_slot(k, e->row, ISN_FRAME_ALA);
    case ISN_FN_FI: return isn_work_slot(k, e->row, ISN_FRAME_FI);
    case ISN_FN_MIN: return isn_work_slot(k, e->row, ISN_FRAME_MIN);
    case ISN_FN_ILA: return isn_work_slot(k, e->row, ISN_FRAME_ILA);
    case ISN_FN_LI: return isn_work_slot(k, e->row, ISN_FRAME_LI);
    case ISN_FN_BI: return isn_work_slot(k, e->row, ISN_FRAME_BI);
    case ISN_FN_DIDD: return isn_work_slot(k, e->row, ISN_FRAME_DIDD);
    case ISN_FN_MAA: return isn_work_slot(k, e->row, ISN_FRAME_MAA);
    case ISN_FN_AN: return isn_work_slot(k, e->row, ISN_FRAME_AN);
    case ISN_FN_BAYN: return isn_work_slot(k, e->row, ISN_FRAME_BAYN);
    case ISN_FN_HAND: /* دعا إلى رد من قبل المجلس */
        return e->verb && !e->passive && e->event == ISN_EV_REQUEST ? ISN_SLOT_RECIPIENT
                                                                    : ISN_SLOT_ACTOR;
    default: return ISN_SLOT_NONE;
    }
}

/* الطريق الواصل بين الرمادي والرطبة: its ends tell where, not the word. */
bool isn_role_unnamed_road(const isn_work *k, uint32_t entity) {
    if (entity == ISN_NONE)
        return false;
    const isn_entity *x = isn_work_entity(k, entity);
    return x->place_type == ISN_PT_SITE && x->flags & ISN_EF_GENERIC && x->last < k->scan->nwords &&
           k->fn[x->last] == ISN_FN_BAYN;
}

/* What is done with governments, not in their capitals. */
static bool is_dealing(const isn_ev *e) {
    return e->flags & ISN_TG_SPEECH || e->event == ISN_EV_RETREAT || e->event == ISN_EV_AID ||
           e->event == ISN_EV_AGREE || e->event == ISN_EV_CONCEDE || e->event == ISN_EV_COOPERATE ||
           e->event == ISN_EV_SANCTION || (e->event == ISN_EV_ACCUSE && e->mode == ISN_MODE_ALLEGE);
}

/* قصفت الطائرات مستشفى المدينة: whose the building is that a blow falls on. */
static bool struck_site(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    bool before =
        x->flags & (ISN_EF_NEAR | ISN_EF_DIRECTION) && x->head > x->first; /* قرب مستشفى */
    return x->place_type == ISN_PT_SITE && e->event == ISN_EV_ASSAULT && !before &&
           isn_work_site(k, x) != ISN_SEC_NONE;
}

/* العدوان الإسرائيلي: the deed and who does it in one word. */
static bool is_aggression(const isn_work *k, const isn_entity *x) {
    return x->kind == ISN_ENT_ACTOR && x->table == ISN_T_ORGWORD &&
           k->wc[x->first] & ISN_WC_TRIGGER && !(k->wc[x->first] & ISN_WC_VERB) &&
           x->sector == ISN_SEC_MIL && x->head == x->first &&
           x->role != ISN_LINK_NONE; /* not كمين للجيش, a post */
}

bool isn_role_both_sides(const isn_entity *x) {
    return x->table == ISN_T_ORGWORD && !x->id.len && x->last <= x->first + 1 &&
           (x->flags & (ISN_EF_DUAL | ISN_EF_ARMED | ISN_EF_WEAPON)) ==
               ISN_EF_DUAL; /* not سفينتين */
}

/* بين الجانبين: the two that were named together last before them; their second. */
static uint32_t sides(const isn_work *k, uint32_t entity) {
    if (!isn_role_both_sides(isn_work_entity(k, entity)))
        return ISN_NONE;
    for (uint32_t i = entity; i-- > 0;) {
        const isn_entity *y = isn_work_entity(k, i);
        if (!y->nested && y->coord != ISN_NONE && isn_role_fights(y) &&
            isn_role_fights(isn_work_entity(k, y->coord)))
            return i;
    }
    return ISN_NONE;
}

/* A paper, a party, a company: what it is forbidden is done to it, not about it. */
static bool private_body(const isn_entity *x) {
    if (x->kind != ISN_ENT_ACTOR || x->flags & (ISN_EF_ADJ | ISN_EF_WEAPON))
        return false;
    switch (x->sector) {
    case ISN_SEC_NONE:
    case ISN_SEC_GOV:
    case ISN_SEC_MIL:
    case ISN_SEC_COP:
    case ISN_SEC_SPY:
    case ISN_SEC_JUD:
    case ISN_SEC_LEG: return false;
    default: return true;
    }
}

/* انتشلت طواقم الإسعاف جثة طفلة: whose body it is stands behind it. */
bool isn_role_finds_dead(const isn_work *k, const isn_ev *e) {
    return e->effect == ISN_WHAT_KILLED &&
           isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_PLACE &&
           isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_VICTIM;
}

/* هاجم مسلحون موكبا مستهدفين سيارته: a participle in the accusative of many, right behind one alone, goes with those who did
 * what the verb before tells. That verb, or NULL. */
static const isn_ev *doing_so(const isn_work *k, const isn_ev *e, uint32_t subject) {
    const isn_entity *x = isn_work_entity(k, subject);
    const isn_token *t = &k->scan->text->tokens[k->scan->words[e->first].token];
    const uint8_t *end = isn_token_end(k->scan->text, t);
    if (t->fold_len < 5 || end[-1] != ISN_F_NOON || end[-2] != ISN_F_YEH ||
        isn_work_pre(k, e->first, e->reading) || e == k->evs.ptr ||
        x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL) || x->coord != ISN_NONE)
        return NULL;
    const isn_ev *q = e - 1;
    return q->sentence == e->sentence && q->verb && !q->passive && q->actors.n &&
                   q->last <= x->first && q->actors.ptr[0] != subject
               ? q
               : NULL;
}

/* تظاهر نازحون، خاض معتقلون إضرابا: those whom something befell act where they protest, or where another word tells the deed. */
static bool may_act(const isn_work *k, const isn_ev *e) {
    return e->event == ISN_EV_PROTEST ||
           (!e->event && e->flags & ISN_TG_LIGHT &&
            isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_ACTOR);
}

void isn_role_give(const isn_work *k, isn_ev *e, int32_t slot, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    if (slot == ISN_SLOT_ACTOR && e->event == ISN_EV_ASSAULT && x->flags & ISN_EF_SPOKES &&
        x->org != ISN_NONE) { /* وكالة أعماق الناطقة باسم التنظيم … أنه قتل */
        entity = x->org;
        x = isn_work_entity(k, entity);
    }
    if (x->kind == ISN_ENT_PRONOUN)
        return;
    if (slot == ISN_SLOT_VICTIM && x->kind == ISN_ENT_ACTOR && x->table != ISN_T_TITLE &&
        isn_role_finds_dead(k, e))
        return; /* عثرت القوات على جثة: the forces found it */
    if (x->kind == ISN_ENT_SOURCE && e->event == ISN_EV_ASSAULT && slot == ISN_SLOT_TARGET &&
        !isn_work_has(k, x->head, ISN_T_PEOPLE))
        return; /* دمرت مصدرا للوقود */
    if (slot != ISN_SLOT_ACTOR && e->event == ISN_EV_ASSAULT && is_aggression(k, x))
        return; /* حصيلة العدوان الإسرائيلي */
    uint32_t second = e->flags & ISN_TG_RECIPROCAL ? sides(k, entity) : ISN_NONE;
    if (second != ISN_NONE) {
        isn_refs_add(&e->actors, isn_work_entity(k, second)->coord);
        isn_refs_add(&e->actors, second);
        return;
    }
    const isn_entity *of =
        x->table == ISN_T_CASUALTY && x->org != ISN_NONE ? isn_work_entity(k, x->org) : x;
    if (e->event == ISN_EV_ASSAULT && slot != ISN_SLOT_ACTOR && isn_role_both_sides(of))
        return; /* أسفرت عن قتلى من الطرفين */
    bool shut =
        slot != ISN_SLOT_ACTOR &&
        (e->event == ISN_EV_COERCE || e->event == ISN_EV_SANCTION || e->event == ISN_EV_ASSAULT);
    if ((x->kind == ISN_ENT_OUTLET && !(e->flags & ISN_TG_SPEECH) && !shut) ||
        isn_role_unnamed_road(k, entity) ||
        (isn_role_is_place(x) && x->flags & ISN_EF_WEAK)) /* يد is a town as well */
        return; /* an outlet tells; it may be closed, banned or hit */
    if (slot == ISN_SLOT_RECIPIENT && e->event == ISN_EV_SANCTION && x->kind == ISN_ENT_ACTOR &&
        x->sector == ISN_SEC_JUD && e->mode == ISN_MODE_CONVICT)
        slot =
            ISN_SLOT_ACTOR; /* حكم القضاء العسكري بالسجن: courts sentence, and are not sentenced */
    if (slot == ISN_SLOT_RECIPIENT && e->event == ISN_EV_SANCTION && isn_role_is_place(x) &&
        e->mode == ISN_MODE_CONVICT)
        slot = ISN_SLOT_PLACE; /* أصدرت محكمة جزاء عمان قرارا: where it sits */
    if (slot == ISN_SLOT_ACTOR && e->event == ISN_EV_RETREAT && e->mode == ISN_MODE_WITHDRAW &&
        !e->verb && isn_role_is_place(x) && x->table != ISN_T_COUNTRY &&
        !(x->flags & ISN_EF_CAPITAL))
        slot = ISN_SLOT_PLACE; /* مغادرة مدينة كذا، إخلاء قاعدة كذا */
    if (slot == ISN_SLOT_VICTIM && e->event == ISN_EV_ASSAULT && x->kind == ISN_ENT_ACTOR &&
        x->sector == ISN_SEC_JUD && e->mode == ISN_MODE_TARGETED)
        return; /* نفذت حكم الإعدام الصادر عن المحكمة */
    /* a drone, tanks of nobody's; مدفعية الجيش is an army's. A post or a vehicle that is struck counts. */
    bool nobodys = x->flags & ISN_EF_WEAPON && x->org == ISN_NONE && !isn_work_ours(k, x) &&
                   (x->country == ISN_NO_ROW || x->flags & ISN_EF_STATE_BY_STORY);
    if (nobodys && (slot == ISN_SLOT_ACTOR ? !isn_work_enemy(k, x) : x->role != ISN_LINK_NONE))
        return;
    if (slot == ISN_SLOT_ACTOR && e->event == ISN_EV_COERCE && !e->verb && !e->definite &&
        x->kind == ISN_ENT_PEOPLE && x->number != ISN_NONE && x->side != ISN_SIDE_ARMED)
        slot = ISN_SLOT_VICTIM; /* عمليات اعتقال 32 شخصا */
    if (slot == ISN_SLOT_WEAPON && !nobodys && x->kind == ISN_ENT_ACTOR &&
        x->flags & ISN_EF_WEAPON && isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_WEAPON)
        slot = ISN_SLOT_ACTOR; /* سقطت صواريخ إيرانية */
    switch (slot) {
    case ISN_SLOT_ACTOR:
        if (x->kind == ISN_ENT_OUTLET && !x->role)
            break; /* a platform says nothing */
        if (isn_role_is_place(x) && e->event == ISN_EV_PROTEST &&
            !e->verb) /* شل إضراب عام رام الله */
            isn_refs_add(&e->places, entity);
        else if (isn_role_can_act(x) && (x->table != ISN_T_CASUALTY || may_act(k, e)))
            isn_refs_add(&e->actors, entity);
        else if (isn_role_is_place(x) && e->verb && !(e->flags & ISN_TG_SPEECH) &&
                 x->flags & ISN_EF_NAMED) /* استقبل معبر رفح شاحنات */
            isn_refs_add(&e->places, entity);
        break;
    case ISN_SLOT_RECIPIENT:
    case ISN_SLOT_VICTIM:
        if (e->event == ISN_EV_SANCTION && e->recipients.n && x->table == ISN_T_PEOPLE &&
            isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) & ISN_PF_ANY)
            break; /* أعلنت السفير شخصا غير مرغوب فيه */
        if (isn_role_is_place(x) &&
            (x->table != ISN_T_COUNTRY ||
             (slot == ISN_SLOT_VICTIM && e->event == ISN_EV_ASSAULT && e->effect)) &&
            !(x->flags & ISN_EF_CAPITAL && is_dealing(e))) /* داعيا أنقرة إلى */
            isn_refs_add(&e->places, entity);
        else
            isn_refs_add(&e->recipients, entity);
        break;
    case ISN_SLOT_TARGET:
        if (!isn_role_is_place(x) || struck_site(k, e, x))
            isn_refs_add(&e->recipients, entity);
        if (isn_role_is_place(x))
            isn_refs_add(&e->places, entity);
        break;
    case ISN_SLOT_PLACE:
        if (isn_role_is_place(x))
            isn_refs_add(&e->places, entity);
        else if (!e->verb && e->event == ISN_EV_ASSAULT && x->kind == ISN_ENT_PEOPLE &&
                 isn_clause_prep(k, x->first, x->reading) == ISN_FN_MIN)
            isn_refs_add(&e->actors, entity); /* إطلاق نار من مجهولين */
        break;
    case ISN_SLOT_TOPIC: /* أغلق الجيش المعبر: what a deed is about is where it is done */
        if (isn_role_is_place(x) && x->table != ISN_T_COUNTRY && isn_role_is_deed(e))
            isn_refs_add(&e->places, entity);
        else if (e->event == ISN_EV_COERCE && private_body(x))
            isn_refs_add(&e->recipients, entity); /* أغلقت السلطات مقر جمعية حقوقية */
        break;
    default: break;
    }
}

/* What all occurrences have to be filled for. Each rule is of some kinds of deed, and is asked for no other. */
static void settle(isn_work *k, isn_ev *e) {
    const bool assault = e->event == ISN_EV_ASSAULT, sanction = e->event == ISN_EV_SANCTION;
    const bool verb = e->verb, both = e->flags & ISN_TG_RECIPROCAL && !verb;
    if (e->event == ISN_EV_AID)
        isn_role_sheltered(k, e);
    if (verb && (assault || e->event == ISN_EV_MOBILIZE))
        isn_role_holds_place(k, e);
    if (verb && assault)
        isn_role_at_war(k, e);
    if (!verb && assault && !e->recipients.n && isn_work_framed(k, e->row, ISN_FR_SAID_DEAD))
        e->dead = true, e->why = "too little is told with it";
    if (!verb && e->event == ISN_EV_MOBILIZE)
        isn_role_struck_company(k, e);
    if (!verb && (assault || e->event == ISN_EV_NONE))
        isn_role_struck_post(k, e);
    if (!verb && e->event == ISN_EV_COERCE)
        isn_role_result_of_deed(k, e);
    if (assault && e->effect)
        isn_role_result_of_operation(k, e);
    if (e->flags & ISN_TG_RESULT)
        isn_role_felled_by(k, e);
    if (!verb && !e->actors.n)
        isn_role_agreed_on(k, e);
    if (both) {
        isn_role_sides_far_on(k, e);
        isn_role_second_side(k, e);
        isn_role_died_in_clash(k, e);
    }
    if (assault && e->effect)
        isn_role_in_operation(k, e);
    if (!verb && !e->actors.n) {
        isn_role_managed(k, e);
        if (!e->actors.n)
            isn_role_managed_too(k, e);
    }
    if (sanction)
        isn_role_measures(k, e);
    if (e->effect == ISN_WHAT_RELEASED)
        isn_role_freed_by_taker(k, e);
    if (verb && e->event == ISN_EV_CONSULT)
        isn_role_mediated(k, e);
    if (!verb && assault)
        isn_role_brought_out(k, e);
    if (verb && assault)
        isn_role_others_too(k, e);
    if (e->ascribes)
        isn_role_ascribed(k, e);
    if (verb && e->event == ISN_EV_ACCUSE && !e->recipients.n)
        isn_role_blamed(k, e);
    if (verb && e->event == ISN_EV_ACCUSE && e->recipients.n > 1)
        isn_role_charged_behind(k, e);
    if (verb && e->event == ISN_EV_ACCUSE && e->mode == ISN_MODE_ALLEGE && !e->recipients.n)
        isn_role_laid_on(k, e);
    if (verb && e->event == ISN_EV_SUPPORT && e->flags & ISN_TG_SPEECH && !e->recipients.n)
        isn_role_praised(k, e);
    if (assault && e->flags & ISN_TG_PREVENT)
        isn_role_repelled(k, e);
    if (e->event == ISN_EV_ACCUSE)
        isn_role_condemned(k, e);
    if (e->event == ISN_EV_REQUEST)
        isn_role_demanded(k, e);
    if (e->event == ISN_EV_PROTEST)
        isn_role_met_by_protest(k, e);
    if (assault)
        isn_role_downed(k, e);
    if (e->event == ISN_EV_THREATEN || e->event == ISN_EV_AID)
        isn_role_threatened(k, e);
    if (e->event == ISN_EV_REJECT || (verb && e->negative))
        isn_role_yields_to(k, e);
    if (verb && assault)
        isn_role_only_answers(k, e);
    if (e->event == ISN_EV_REJECT)
        isn_role_refused(k, e);
    if (verb && e->event == ISN_EV_CONSULT)
        isn_role_to_meet(k, e);
    if (assault && !e->recipients.n) {
        isn_role_kept_in(k, e);
        isn_role_at_them(k, e);
        isn_role_used_by(k, e);
    }
    if (!verb && (e->event == ISN_EV_REJECT || e->event == ISN_EV_THREATEN))
        isn_role_will_not(k, e);
    if (!verb && e->flags & ISN_TG_SPEECH)
        isn_role_words_of(k, e);
    if (sanction && !verb)
        isn_role_unwelcome(k, e);
    if (e->mode == ISN_MODE_SUICIDE_ATTACK)
        isn_role_killed_bomber(k, e);
    if (e->flags & ISN_TG_CASUALTY) {
        isn_role_prey(k, e);
        isn_role_dead_are(k, e);
    }
}

/* هاجموا موكبا مستهدفين القائد، مستهدفا القائد: an accusative says what the doer of the verb before it does. */
static bool meanwhile(const isn_work *k, const isn_ev *e) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[e->first].token];
    const uint8_t *end = isn_token_end(k->scan->text, t);
    bool several =
        (e->form & ISN_FORM_NUMBER) == ISN_FORM_PL && end[-1] == ISN_F_NOON && end[-2] == ISN_F_YEH;
    return e->event == ISN_EV_ASSAULT && !isn_work_pre(k, e->first, e->reading) &&
           (several || t->flags & ISN_TF_TANWIN || end[-1] == ISN_F_ALEF) &&
           isn_role_subject_before(k, e) != ISN_NONE;
}

void isn_role_fill(isn_work *k) {
    for (uint32_t i = 0; i < k->evs.len; i++) {
        isn_ev *e = &k->evs.ptr[i];
        isn_role_walk p;
        isn_role_walk_after(k, e, &p);
        if (e->verb) {
            isn_role_verb_roles(k, e, &p);
            isn_role_pronoun_after(k, e);
            isn_role_some_behind(k, e);
        } else if (e->attends)
            isn_role_attending_roles(k, e, &p);
        else {
            isn_role_noun_roles(k, e, &p);
            isn_role_pronoun_after(k, e);
            isn_role_some_behind(k, e);
        }
        if (e->verb)
            isn_role_goes_on_from_before(k, e, &p);
        if (!e->verb)
            isn_role_dead_of(k, e);
        if (e->flags & ISN_TG_SPEECH)
            isn_role_own_voice(k, e);
        uint32_t own = k->m->entities.cover[e->first];
        if (!e->verb && e->event == ISN_EV_ASSAULT && e->flags & ISN_TG_ATTACK && own != ISN_NONE &&
            !e->actors.n && isn_work_entity(k, own)->first == e->first &&
            isn_work_entity(k, own)->last > e->last && is_aggression(k, isn_work_entity(k, own)))
            isn_refs_add(&e->actors, own);
        bool ready = !e->verb && e->event == ISN_EV_AGREE && e->type == ISN_TY_STATEMENT &&
                     e->flags & ISN_TG_SPEECH; /* طهران مستعدة للحوار */
        if (e->event == ISN_EV_PROTEST && !e->verb) {
            isn_role_goes_on_with(k, e);
            isn_role_demand_there(k, e);
        }
        bool predicate =
            ((e->form & ISN_FORM_KIND) == ISN_FORM_ACTIVE || ready) && !e->actors.n && !e->attends;
        if (predicate && isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) ==
                             ISN_SLOT_ACTOR) { /* الجانب الأميركي ملتزم */
            uint32_t subject =
                meanwhile(k, e) ? isn_role_subject_before(k, e) : isn_role_before(k, e);
            const isn_ev *verb = subject != ISN_NONE ? doing_so(k, e, subject) : NULL;
            if (verb != NULL)
                e->actors = verb->actors;
            else if (subject != ISN_NONE)
                isn_role_give(k, e, ISN_SLOT_ACTOR, subject);
        }
        if (!e->actors.n && isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_ACTOR) {
            uint32_t subject = isn_role_pronoun_subject(k, e);
            bool suffers = e->flags & ISN_TG_CASUALTY && (!e->verb || e->passive);
            if (subject != ISN_NONE && !suffers && !(e->flags & ISN_TG_SPEECH))
                isn_role_give(k, e, ISN_SLOT_ACTOR, subject);
        }
        if (!isn_role_told_where(k, e) && e->event == ISN_EV_PROTEST)
            isn_role_in_front_of(k, e);
        if (!(e->flags & ISN_TG_SPEECH) && !e->beside &&
            !e->apart) /* "in Moscow, the ministry called on" */
            isn_role_fronted(k, e);
        if (!isn_role_told_where(k, e) && e->event && !(e->flags & ISN_TG_SPEECH))
            isn_role_further_on(k, e);
        else if (isn_role_is_deed(e))
            isn_role_within_fronted(k, e);
        if (!isn_role_told_where(k, e) && isn_role_is_deed(e))
            isn_role_where_told(k, e);
        if (!isn_role_told_where(k, e) && isn_role_is_deed(e))
            isn_role_place_told_of(k, e);
        if (!isn_role_told_where(k, e) && isn_role_is_deed(e))
            isn_role_of_subject(k, e);
        if (!isn_role_told_where(k, e) &&
            (isn_role_is_deed(e) || e->event == ISN_EV_RETREAT || e->event == ISN_EV_MOBILIZE))
            isn_role_there(k, e);
        if (isn_role_is_deed(e) || e->event == ISN_EV_AID)
            isn_role_within_victims(k, e);
        if (e->event == ISN_EV_ASSAULT && e->effect)
            isn_role_home_of_victims(k, e);
        if (e->effect && !isn_role_told_where(k, e))
            isn_role_parts_of_figure(k, e);
        if (e->event == ISN_EV_SANCTION)
            isn_role_seat_of_court(k, e);
        if (e->places.n) {
            isn_role_containers(k, e);
            isn_role_without_posts(k, e);
            isn_role_without_states(k, e);
            isn_role_without_neighbours(k, e);
        }
    }
    for (uint32_t i = 0; i < k->evs.len; i++)
        settle(k, &k->evs.ptr[i]);
    for (uint32_t i = 0; i < k->evs.len; i++)
        if (k->evs.ptr[i].absorbed && k->evs.ptr[i].event == ISN_EV_REQUEST &&
            k->evs.ptr[i].by != ISN_NONE)
            isn_role_called_for(k, &k->evs.ptr[i]);
}
