/* emit.c: groups of occurrences → claims with marks, codes, counts by the codebook, dates, places and
 * chains. merge.c then joins claims that tell one thing several times. */
#include "claim/work.h"

isn_mark isn_emit_mark(const isn_work *k, uint32_t first, uint32_t last, unsigned reading) {
    isn_span span = isn_words_span(k->scan, first, last, reading);
    const char *bytes = k->record->article->bytes;
    return (isn_mark){isn_str_of(bytes + span.start, span.end - span.start), span.start, span.end};
}

static isn_mark mark_entity(const isn_work *k, const isn_entity *x) {
    return isn_emit_mark(k, x->first, x->last, x->reading);
}

typedef struct draft {
    isn_claim c;
    ISN_VEC(isn_mark) anchors;
    ISN_VEC(isn_rec_actor) actors;
    ISN_VEC(isn_rec_actor) recipients;
    ISN_VEC(isn_rec_count) counts;
    ISN_VEC(isn_rec_place) places;
    ISN_VEC(isn_rec_link) chain;
    ISN_VEC(isn_rec_rule) rules;
} draft;

static void rule(isn_work *k, draft *d, const char *field, isn_table table, uint32_t row,
                 const char *text, isn_mark at) {
    isn_rec_rule *r = ISN_PUSH(k->arena, &d->rules);
    r->field = field;
    r->rule = isn_str_z(text);
    r->table = row == ISN_NONE ? ISN_TABLES : table;
    r->row = row;
    r->span = (isn_span){at.start, at.end};
}

/* ---- actors and recipients -------------------------------------------------------------------------------- */

static isn_str country_code(const isn_work *k, const isn_entity *x) {
    if (x->country == ISN_NO_ROW)
        return (isn_str){0};
    return isn_lex_str(k->lex, ISN_T_COUNTRY, x->country, ISN_COUNTRY_ISO3);
}

/* Gunmen, residents and demonstrators without a country of their own are of the story's country;
 * international bodies and groups across borders are of none. */
static bool domestic(const isn_work *k, const isn_entity *x) {
    if ((x->flags & ISN_EF_WEAPON && x->org == ISN_NONE && !isn_work_ours(k, x)) ||
        x->flags & ISN_EF_ENVOY)
        return false;
    if (x->kind != ISN_ENT_PEOPLE && x->kind != ISN_ENT_ACTOR && x->kind != ISN_ENT_PERSON)
        return false;
    if (x->table == ISN_T_ACTOR || (x->inter == 8 && x->country == ISN_NO_ROW))
        return false; /* القوات الأجنبية are of another */
    if (x->table == ISN_T_PEOPLE &&
        isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) & ISN_PF_FOREIGN)
        return false;
    switch (x->sector) {
    case ISN_SEC_IGO:
    case ISN_SEC_UNO:
    case ISN_SEC_EUR:
    case ISN_SEC_NGO:
    case ISN_SEC_ISM:
    case ISN_SEC_IMG:
    case ISN_SEC_MNC: return false;
    default: return true;
    }
}

/* الاحتلال، النظام: a state under its enemies' word for it. */
static bool occupier(const isn_work *k, const isn_entity *x) {
    return x->table == ISN_T_ACTOR && x->sector == ISN_SEC_GOV &&
           isn_lex_int(k->lex, ISN_T_ACTOR, x->row, ISN_ACTOR_FLAGS) & ISN_AF_HOSTILE;
}

static bool rebels(const isn_entity *x) {
    return x->sector == ISN_SEC_REB || x->sector == ISN_SEC_IMG || x->sector == ISN_SEC_PRM;
}

/* قواتنا: who says "our"; أعلنت الجماعة أن قواتها: an armed group that says "its". NULL for all others. */
static const isn_entity *speaker_of(const isn_work *k, const isn_entity *x, const isn_ev *e) {
    uint8_t suf = k->scan->words[x->head].reading[x->reading].suf;
    bool its = suf == ISN_SUF_HA || suf == ISN_SUF_HU || suf == ISN_SUF_HUM;
    if ((suf != ISN_SUF_NA && !(its && x->table == ISN_T_ORGWORD && x->flags & ISN_EF_ARMED)) ||
        e->chain == ISN_NONE)
        return NULL;
    const isn_chain *c = &k->chains.ptr[e->chain];
    if (!c->n || c->link[0].entity == ISN_NONE)
        return NULL;
    const isn_entity *speaker = isn_work_entity(k, c->link[0].entity);
    if (its && speaker->sector == ISN_SEC_UNO)
        return speaker; /* أعلنت اليونيفيل أن إحدى دورياتها */
    return speaker->country != ISN_NO_ROW && (suf == ISN_SUF_NA || rebels(speaker)) ? speaker
                                                                                    : NULL;
}

/* قصف إسرائيلي is its army's, رفض إسرائيلي its government's; وزيرا الخارجية المصري والأردني have one office. */
static uint8_t sector_of_adjective(const isn_work *k, const isn_entity *x, const isn_ev *e) {
    if (x->coord != ISN_NONE && isn_work_entity(k, x->coord)->table == ISN_T_TITLE)
        return isn_work_entity(k, x->coord)->sector;
    switch (e->event) {
    case ISN_EV_ASSAULT:
    case ISN_EV_COERCE:
    case ISN_EV_MOBILIZE:
    case ISN_EV_RETREAT: return ISN_SEC_MIL;
    default: return ISN_SEC_GOV;
    }
}

/* أطلق الجنود النار على شاب قرب رام الله: where the land has no army of its own, another's. */
static isn_str soldiers_of(const isn_work *k, uint32_t country) {
    isn_str army = isn_lex_str(k->lex, ISN_T_COUNTRY, country, ISN_COUNTRY_SOLDIERS);
    return army.len ? army : isn_lex_str(k->lex, ISN_T_COUNTRY, country, ISN_COUNTRY_ISO3);
}

/* إدارة سجن عوفر، مصلحة السجون: who holds people in a land without an army is of those who hold it. */
static bool keeps_prison(const isn_work *k, const isn_entity *x) {
    for (uint32_t w = x->first + 1; x->table == ISN_T_ORGWORD && w < x->last; w++)
        if (isn_role_cue(k, w, ISN_CUE_CUSTODY))
            return true;
    return false;
}

/* قصف العدو بلدة الخيام: the enemy of who tells it, else of the story's land. */
static isn_str enemy_of(const isn_work *k, const isn_ev *e) {
    uint32_t land = k->m->story.country;
    const isn_chain *c = e->chain != ISN_NONE ? &k->chains.ptr[e->chain] : NULL;
    if (c != NULL && c->n && c->link[0].entity != ISN_NONE &&
        isn_work_entity(k, c->link[0].entity)->country != ISN_NO_ROW)
        land = isn_work_entity(k, c->link[0].entity)->country;
    return land != ISN_NO_ROW ? isn_lex_str(k->lex, ISN_T_COUNTRY, land, ISN_COUNTRY_ENEMY)
                              : (isn_str){0};
}

/* أعلنت وزارة الدفاع التركية مقتل جندي شمالي العراق: soldiers of no land that an army, or its ministry, tells the death of are
 * its own, unless it or its land did it. */
static isn_str own_soldiers(const isn_work *k, const isn_ev *e) {
    const isn_chain *c = e->chain != ISN_NONE ? &k->chains.ptr[e->chain] : NULL;
    if (e->event != ISN_EV_ASSAULT || !e->effect || c == NULL || !c->n ||
        c->link[0].entity == ISN_NONE)
        return (isn_str){0};
    const isn_entity *teller = isn_work_entity(k, c->link[0].entity);
    bool army = teller->sector == ISN_SEC_MIL && teller->country != ISN_NO_ROW &&
                !(teller->flags & ISN_EF_STATE_BY_STORY);
    for (uint32_t i = 0; army && i < e->actors.n; i++)
        army = isn_work_entity(k, e->actors.ptr[i])->country != teller->country;
    return army ? country_code(k, teller) : (isn_str){0};
}

/* Are these the words of an army or a ministry of the story's land, or of nobody else's? */
static bool own_army_speaks(const isn_work *k, const isn_ev *e) {
    const isn_chain *c = e->chain != ISN_NONE ? &k->chains.ptr[e->chain] : NULL;
    if (k->m->story.country == ISN_NO_ROW)
        return false;
    if (c == NULL || !c->n || c->link[0].entity == ISN_NONE)
        return true;
    const isn_entity *x = isn_work_entity(k, c->link[0].entity);
    return (x->sector == ISN_SEC_MIL || x->sector == ISN_SEC_GOV) &&
           (x->country == ISN_NO_ROW || x->country == k->m->story.country);
}

static bool nameless_enemy(const isn_work *k, const isn_entity *x) {
    return x->table == ISN_T_ORGWORD && x->org == ISN_NONE &&
           isn_lex_int(k->lex, ISN_T_ORGWORD, x->row, ISN_ORGWORD_FLAGS) & ISN_AF_HOSTILE;
}

/* مسيرة معادية، آليتان معاديتان: the enemy's, in a land whose press has one. */
bool isn_work_enemy(const isn_work *k, const isn_entity *x) {
    uint32_t land = k->m->story.country;
    return nameless_enemy(k, x) && land != ISN_NO_ROW &&
           isn_lex_str(k->lex, ISN_T_COUNTRY, land, ISN_COUNTRY_ENEMY).len;
}

/* قاعدة أميركية، الثكنة الإسرائيلية: whose it is by its adjective, wherever it stands. */
static isn_str nation_of_site(const isn_work *k, const isn_entity *x) {
    for (uint32_t w = x->head + 1; w < x->last; w++) {
        const isn_hit *hit;
        const isn_sense *s = isn_work_has(k, w, ISN_T_NATION)
                                 ? isn_match_sense(&hit, k->scan, w, ISN_T_NATION)
                                 : NULL;
        int32_t land =
            s ? isn_lex_int(k->lex, ISN_T_NATION, s->row, ISN_NATION_COUNTRY) : ISN_NO_INT;
        if (land != ISN_NO_INT)
            return isn_lex_str(k->lex, ISN_T_COUNTRY, (uint32_t)land, ISN_COUNTRY_ISO3);
    }
    return (isn_str){0};
}

static bool of_border(const isn_work *k, const isn_entity *x) {
    for (uint32_t w = x->first; x->table == ISN_T_PLACEWORD && w < x->last; w++) {
        const isn_hit *hit;
        const isn_sense *s = isn_work_has(k, w, ISN_T_PLACEWORD)
                                 ? isn_match_sense(&hit, k->scan, w, ISN_T_PLACEWORD)
                                 : NULL;
        if (s && isn_lex_int(k->lex, ISN_T_PLACEWORD, s->row, ISN_PLACEWORD_USE) == ISN_PU_BORDER)
            return true;
    }
    return false;
}

/* اعتقل متظاهرون في روسيا: people without a land of their own are of the land where the deed itself is said to be, and else of that
 * which heads the sentence, or the story's. Soldiers, police and governments go abroad. */
static uint32_t land_of(const isn_work *k, const isn_entity *x, const isn_ev *e) {
    uint32_t land = ISN_NO_ROW;
    uint32_t heads = k->m->entities.land[k->scan->words[x->first].sentence];
    uint32_t story = heads != ISN_NO_ROW ? heads : k->m->story.country;
    if (x->sector == ISN_SEC_MIL || x->sector == ISN_SEC_GOV || x->sector == ISN_SEC_LEG ||
        x->sector == ISN_SEC_COP)
        return story;
    for (uint32_t i = 0; i < e->places.n; i++) {
        uint32_t country = isn_work_entity(k, e->places.ptr[i])->country;
        if (of_border(k, isn_work_entity(k, e->places.ptr[i])))
            continue; /* قرب الحدود الجزائرية */
        if (country == ISN_NO_ROW || (land != ISN_NO_ROW && land != country))
            return story;
        land = country;
    }
    return land != ISN_NO_ROW ? land : story;
}

/* What is known of people by what befell them alone: driven out they are displaced, arrested they are unknown or accused, harmed
 * or helped they are civilians. */
static uint8_t sector_by_fate(const isn_work *k, const isn_entity *x, const isn_ev *e,
                              uint8_t sector) {
    int32_t flags =
        x->table == ISN_T_PEOPLE ? isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) : 0;
    bool any = (flags & (ISN_PF_ANY | ISN_PF_ACCUSED)) != 0, nation = x->table == ISN_T_NATION;
    bool driven = e->effect == ISN_WHAT_DISPLACED || !strcmp(isn_vocab_mode[e->mode], "deport");
    if (driven && (sector == ISN_SEC_CVL || any || nation) && x->side != ISN_SIDE_ARMED)
        return ISN_SEC_REF; /* نزحت 300 أسرة، رحلت 40 شخصا */
    if (sector || !(any || nation))
        return sector;
    if (e->event == ISN_EV_COERCE)
        return nation ? sector : ISN_SEC_UNK; /* أوقفت ثلاثة أشخاص، اعتقلت مطلوبين */
    bool hurt = e->event == ISN_EV_ASSAULT || e->event == ISN_EV_AID;
    return hurt && !(flags & ISN_PF_ACCUSED) ? ISN_SEC_CVL : sector;
}

/* خطفه مجهولون، هاجم مقاتلون الموقع: who fights or takes people, and of no body, is some armed man. */
static uint8_t sector_by_deed(const isn_entity *x, const isn_ev *e, uint8_t sector) {
    bool nobody = sector == ISN_SEC_UNK || (!sector && x->side == ISN_SIDE_ARMED);
    return nobody && e->event == ISN_EV_ASSAULT ? ISN_SEC_UAF : sector;
}

static isn_rec_actor actor_of(const isn_work *k, const isn_entity *x, const isn_ev *e, bool acts) {
    enum { FEW = 30 }; /* of hundreds dead an army tells where they are its enemy's */
    isn_rec_actor a = {.mark = mark_entity(k, x),
                       .id = x->id,
                       .name = x->name,
                       .country = country_code(k, x),
                       .sector = x->sector,
                       .inter = x->inter};
    uint32_t land = a.country.len == 0 && domestic(k, x) ? land_of(k, x, e) : ISN_NO_ROW;
    if (land != ISN_NO_ROW)
        a.country = isn_lex_str(k->lex, ISN_T_COUNTRY, land, ISN_COUNTRY_ISO3);
    bool by_story = x->country == ISN_NO_ROW || x->flags & ISN_EF_STATE_BY_STORY;
    bool named = x->org != ISN_NONE && isn_work_entity(k, x->org)->kind == ISN_ENT_PLACE;
    if (a.country.len &&
        ((by_story && x->sector == ISN_SEC_MIL) || ((by_story || named) && keeps_prison(k, x))))
        a.country = soldiers_of(k, x->country != ISN_NO_ROW ? x->country
                                   : land != ISN_NO_ROW     ? land
                                                            : k->m->story.country);
    if (by_story && nameless_enemy(k, x)) {
        isn_str enemy = enemy_of(k, e);
        if (!enemy.len && x->flags & ISN_EF_ARMED && own_army_speaks(k, e)) {
            a.sector = ISN_SEC_REB; /* of an army that fights at home */
            a.inter = 2;
        } else {
            a.country = enemy;
        }
    } else if (by_story && !acts && x->kind == ISN_ENT_PEOPLE && x->sector == ISN_SEC_MIL &&
               (x->number == ISN_NONE || k->m->numbers.ptr[x->number].best <= FEW)) {
        isn_str own = own_soldiers(k, e);
        if (own.len)
            a.country = own;
    }
    if (x->flags & ISN_EF_WEAPON && x->flags & ISN_EF_STATE_BY_STORY && x->org == ISN_NONE &&
        x->role != ISN_LINK_NONE) /* posts and houses are of the land */
        a.country = (isn_str){0};
    const isn_hit *hit;
    const isn_sense *people = x->kind == ISN_ENT_SOURCE && !a.sector
                                  ? isn_match_sense(&hit, k->scan, x->head, ISN_T_PEOPLE)
                                  : NULL;
    if (people != NULL) /* عقوبات على مسؤولين: they do not speak here */
        a.sector = (uint8_t)isn_lex_int(k->lex, ISN_T_PEOPLE, people->row, ISN_PEOPLE_SECTOR);
    const isn_entity *us = speaker_of(k, x, e);
    if (us != NULL) {
        a.country = country_code(k, us);
        if (rebels(us) || us->sector == ISN_SEC_UNO)
            a.sector = us->sector;
    }
    uint8_t whose = x->kind == ISN_ENT_PLACE ? isn_work_site(k, x) : ISN_SEC_NONE;
    if (whose != ISN_SEC_NONE) {
        isn_str nation = nation_of_site(k, x);
        if (nation.len)
            a.country = nation;
        a.sector = whose;
        a.id = a.name = (isn_str){0};
        a.inter = 0;
    } else if (!acts && x->table == ISN_T_COUNTRY && e->effect &&
               (e->event == ISN_EV_COERCE || e->event == ISN_EV_RETREAT)) {
        a.id = a.name = (isn_str){0}; /* اعتقلت الشرطة سوريا: a man from there */
        a.sector = ISN_SEC_NONE;
    } else if (x->kind == ISN_ENT_PLACE || x->table == ISN_T_COUNTRY) {
        a.sector = acts && e->event == ISN_EV_ASSAULT ? ISN_SEC_MIL : ISN_SEC_GOV;
        a.inter = acts && e->event == ISN_EV_ASSAULT ? 1 : 0;
    } else if (acts && occupier(k, x) &&
               (e->event == ISN_EV_ASSAULT || e->event == ISN_EV_COERCE)) {
        a.sector = ISN_SEC_MIL; /* اعتقل الاحتلال: by its soldiers */
        a.inter = 1;
    } else if (x->flags & ISN_EF_ADJ && !a.sector) {
        a.sector = sector_of_adjective(k, x, e);
    } else if (x->kind == ISN_ENT_PEOPLE && !a.sector && x->side == ISN_SIDE_CIVILIAN) {
        a.sector = ISN_SEC_CVL;
    }
    if (by_story && x->kind == ISN_ENT_ACTOR &&
        (a.sector == ISN_SEC_UNO || a.sector == ISN_SEC_EUR || a.sector == ISN_SEC_IGO))
        a.country = (isn_str){0}; /* دورية لليونيفيل */
    bool man = x->kind == ISN_ENT_PERSON && !a.sector && x->name_first == x->first &&
               x->org == ISN_NONE && e->event == ISN_EV_ASSAULT;
    if (!acts && man)
        a.sector = ISN_SEC_CVL; /* أصيب خالد النابلسي */
    if (x->kind == ISN_ENT_PEOPLE)
        a.sector = acts ? sector_by_deed(x, e, a.sector) : sector_by_fate(k, x, e, a.sector);
    return a;
}

static bool has_mark(const isn_rec_actor *list, uint32_t n, isn_mark m) {
    for (uint32_t i = 0; i < n; i++)
        if (list[i].mark.start < m.end && m.start < list[i].mark.end)
            return true;
    return false;
}

static void add_actors(isn_work *k, draft *d, const isn_ev *e) {
    for (uint32_t i = 0; i < e->actors.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->actors.ptr[i]);
        isn_mark m = mark_entity(k, x);
        if (has_mark(d->actors.ptr, d->actors.len, m))
            continue;
        *ISN_PUSH(k->arena, &d->actors) = actor_of(k, x, e, true);
        rule(k, d, "actors", x->table, x->row, "actor", m);
    }
}

/* قالت الشرطة كذا. وأضافت أنها اعتقلت 11 شخصا: the pronoun of أن is who speaks still, named in a sentence before. */
static void speaker_does(isn_work *k, draft *d, const isn_ev *rep, uint32_t group) {
    enum {
        CAN = 1u << ISN_EV_ASSAULT | 1u << ISN_EV_COERCE | 1u << ISN_EV_MOBILIZE |
              1u << ISN_EV_RETREAT | 1u << ISN_EV_AID | 1u << ISN_EV_SANCTION
    };
    if (rep->chain == ISN_NONE || rep->event == ISN_EV_NONE || !(CAN >> rep->event & 1))
        return;
    const isn_chain *chain = &k->chains.ptr[rep->chain];
    const isn_entity *x = chain->n && chain->link[0].entity != ISN_NONE
                              ? isn_work_entity(k, chain->link[0].entity)
                              : NULL;
    bool party = x != NULL && (x->kind == ISN_ENT_ACTOR || x->kind == ISN_ENT_PEOPLE) &&
                 !(x->flags & ISN_EF_SPOKES) && k->scan->words[x->first].sentence < rep->sentence;
    for (uint32_t i = k->sentence_ev[rep->sentence]; party && i < k->sentence_ev[rep->sentence + 1];
         i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->group != group || !e->verb || (e->passive && !e->recipients.n) || e->dead ||
            e->first == 0 || k->fn[e->first - 1] != ISN_FN_THAT ||
            isn_work_pronoun(k, e->first - 1) == ISN_SUF_NONE)
            continue;
        *ISN_PUSH(k->arena, &d->actors) = actor_of(k, x, e, true);
        rule(k, d, "actors", x->table, x->row, "speaker", mark_entity(k, x));
        return;
    }
}

/* "Three persons": their number is told by the count, and nothing else is known of them. */
static bool nobody_in_particular(const isn_work *k, const isn_entity *x) {
    bool any = x->table == ISN_T_PEOPLE &&
               isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) & ISN_PF_ANY;
    return any && !x->sector && !x->side && x->org == ISN_NONE &&
           (x->country == ISN_NO_ROW || x->flags & ISN_EF_STATE_BY_STORY);
}

/* عشرة قتلى من المدنيين: who they are of, where it is no body. */
static uint32_t dead_among(const isn_work *k, const isn_entity *x) {
    if (x->last + 1 >= k->scan->nwords || k->fn[x->last] != ISN_FN_MIN)
        return ISN_NONE;
    uint32_t c = k->m->entities.cover[x->last + 1];
    if (c == ISN_NONE || isn_work_entity(k, c)->kind != ISN_ENT_PEOPLE ||
        isn_work_entity(k, c)->table == ISN_T_CASUALTY)
        return ISN_NONE;
    return c;
}

/* Whom a count is of: people known to the roles, or else the noun of the number. */
static uint32_t counted_people(const isn_work *k, const isn_take *t) {
    if (t->entity != ISN_NONE || t->number == ISN_NONE)
        return t->entity;
    uint32_t noun = k->m->numbers.ptr[t->number].noun;
    return noun < k->scan->nwords ? k->m->entities.cover[noun] : ISN_NONE;
}

/* أربعين قتيلا من القوات الأمنية: the dead are the forces'; ارتفعت الحصيلة إلى سبعة جنود: they are the soldiers that the sum counts. */
static void add_counted(isn_work *k, draft *d, const isn_ev *e) {
    for (uint32_t i = 0; i < e->ntakes; i++) {
        uint32_t counted = counted_people(k, &e->takes[i]);
        if (counted == ISN_NONE || e->takes[i].what == ISN_WHAT_ACTIONS)
            continue;
        const isn_entity *x = isn_work_entity(k, counted);
        bool summed = x->table == ISN_T_PEOPLE && !d->recipients.len && e->update &&
                      !e->takes[i].subset && !nobody_in_particular(k, x);
        if (x->table != ISN_T_CASUALTY && !summed)
            continue;
        uint32_t whose = summed ? counted : x->org != ISN_NONE ? x->org : dead_among(k, x);
        if (whose == ISN_NONE)
            continue;
        const isn_entity *org = isn_work_entity(k, whose);
        isn_mark m = mark_entity(k, org);
        if (has_mark(d->recipients.ptr, d->recipients.len, m) ||
            has_mark(d->actors.ptr, d->actors.len, m))
            continue;
        *ISN_PUSH(k->arena, &d->recipients) = actor_of(k, org, e, false);
        rule(k, d, "recipients", org->table, org->row, "recipient", m);
    }
}

/* القتلى، الأسرى: a word that says no more than what befell them. Displaced people are somebody, and so are prisoners that
 * are killed or beaten. */
static bool only_harmed(const isn_work *k, const isn_entity *x, const isn_ev *e) {
    if (x->table != ISN_T_CASUALTY || x->country != ISN_NO_ROW || x->sector)
        return false;
    int32_t what = isn_lex_int(k->lex, ISN_T_CASUALTY, x->row, ISN_CASUALTY_WHAT);
    bool hurt = e->event == ISN_EV_ASSAULT && what != e->effect;
    return what == ISN_WHAT_KILLED || what == ISN_WHAT_WOUNDED ||
           (what != ISN_WHAT_DISPLACED && !hurt);
}

/* استهدفت سيارة للوحدات وقتلت ثلاثة من عناصرها: the fighters of a recipient that is told are not another one. */
static bool theirs(const isn_work *k, const draft *d, const isn_entity *x) {
    if (x->kind != ISN_ENT_PEOPLE || x->side != ISN_SIDE_ARMED || x->last != x->first + 1 ||
        k->scan->words[x->head].reading[x->reading].suf < ISN_SUF_HU)
        return false;
    for (uint32_t i = 0; i < d->recipients.len; i++)
        if (d->recipients.ptr[i].sector == x->sector &&
            isn_str_eq(d->recipients.ptr[i].country, country_code(k, x)))
            return true;
    return false;
}

/* أعربت وزارة الخارجية عن إدانة دولة الكويت الهجوم، جددت دعوة قطر: who speaks for a state asks nothing of that state. */
static bool of_speaker(const isn_work *k, const draft *d, const isn_entity *x, const isn_ev *e) {
    if (!(e->flags & ISN_TG_SPEECH) || x->table != ISN_T_COUNTRY || !d->actors.len)
        return false;
    const isn_rec_actor *actor = &d->actors.ptr[0];
    return actor->sector == ISN_SEC_GOV && actor->country.len > 0 &&
           isn_str_eq(actor->country, country_code(k, x));
}

/* A count's own people are told by the count; they are a recipient all the same. */
static void add_recipients(isn_work *k, draft *d, const isn_ev *e) {
    for (uint32_t i = 0; i < e->recipients.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->recipients.ptr[i]);
        if (only_harmed(k, x, e) && e->event != ISN_EV_RETREAT)
            continue; /* who is set free is somebody: الإفراج عن الأسرى */
        if (e->event == ISN_EV_ASSAULT && nobody_in_particular(k, x))
            continue;
        if (theirs(k, d, x) || of_speaker(k, d, x, e))
            continue;
        isn_mark m = mark_entity(k, x);
        if (has_mark(d->recipients.ptr, d->recipients.len, m))
            continue;
        if (has_mark(d->actors.ptr, d->actors.len, m))
            continue;
        *ISN_PUSH(k->arena, &d->recipients) = actor_of(k, x, e, false);
        rule(k, d, "recipients", x->table, x->row, "recipient", m);
    }
}

/* ---- counts by the codebook ---------------------------------------------------------------------------------- */

static const char *const rule_of_quantity[] = {"exact", "at_least", "at_most",      "about",
                                               "range", "vague",    "none_reported"};

static void fill_number(isn_rec_count *c, const isn_number *q) {
    c->low = q->low;
    c->best = q->best;
    c->high = q->high;
    c->quantity = q->quantity;
    c->rule = rule_of_quantity[q->quantity];
    if (q->flags & ISN_NF_DUAL)
        c->rule = "dual";
    if (q->flags & ISN_NF_SINGULAR)
        c->rule = "singular";
}

static void soften(isn_rec_count *c, const char *why) {
    int64_t high = c->high;
    if (high == ISN_NO_COUNT && c->quantity != ISN_Q_AT_LEAST) /* about thirty: up to thirty */
        high = c->best;
    c->low = 0;
    c->best = ISN_NO_COUNT;
    c->high = high;
    c->quantity = ISN_Q_RANGE;
    c->rule = why;
}

static uint8_t side_of(const isn_work *k, const isn_take *t, const isn_number *q) {
    if (t->entity != ISN_NONE && isn_work_entity(k, t->entity)->side)
        return isn_work_entity(k, t->entity)->side;
    if (!q)
        return ISN_SIDE_UNKNOWN;
    if (q->noun_table == ISN_T_PEOPLE)
        return (uint8_t)isn_lex_int(k->lex, ISN_T_PEOPLE, q->noun_row, ISN_PEOPLE_SIDE);
    if (q->noun_table == ISN_T_CASUALTY)
        return (uint8_t)isn_lex_int(k->lex, ISN_T_CASUALTY, q->noun_row, ISN_CASUALTY_SIDE);
    return ISN_SIDE_UNKNOWN;
}

static bool subset_of(const isn_number *q) {
    return q && q->flags & ISN_NF_SUBSET;
}

/* The count that this one tells a part of, or ISN_NONE. */
static uint32_t whole_of(const draft *d, const isn_take *t, const isn_number *q) {
    if (!d->counts.len || !(t->subset || subset_of(q)))
        return ISN_NONE;
    if (!t->whole)
        return d->counts.len - 1;
    for (uint32_t i = d->counts.len; i-- > 0;)
        if (d->counts.ptr[i].what == t->what)
            return i;
    return ISN_NONE;
}

static void push_of_whom(isn_work *k, isn_rec_count *into, const isn_rec_count *c) {
    isn_rec_count *list = ISN_NEW(k->arena, isn_rec_count, into->nof_whom + 1);
    if (into->nof_whom)
        memcpy(list, into->of_whom, sizeof *list * into->nof_whom);
    list[into->nof_whom++] = *c;
    into->of_whom = list;
}

/* سيدة وطفلاها: one and two are three, told by all these words. */
static void add_more(const isn_work *k, isn_rec_count *c, const isn_take *t, uint32_t first) {
    c->low += t->more;
    c->best += t->more;
    c->high += t->more;
    c->rule = "sum of individuals";
    c->mark = isn_emit_mark(k, first, t->to, 0);
}

static void one_count(isn_work *k, draft *d, const isn_take *t) {
    isn_rec_count c = {.what = t->what,
                       .harm = t->harm,
                       .low = 1,
                       .best = 1,
                       .high = 1,
                       .quantity = ISN_Q_EXACT,
                       .rule = "singular"};
    const isn_number *q = t->number == ISN_NONE ? NULL : &k->m->numbers.ptr[t->number];
    const isn_entity *x = t->entity == ISN_NONE ? NULL : isn_work_entity(k, t->entity);
    if (t->self) {
        add_more(k, &c, t, t->from);
        c.rule = t->more ? c.rule : "singular";
    } else if (t->none) {
        c.low = c.best = c.high = 0;
        c.quantity = ISN_Q_NONE;
        c.rule = "none_reported";
        c.mark = isn_emit_mark(k, t->from, t->to, 0);
    } else if (q) {
        if (!t->one)
            fill_number(&c, q);
        bool named = x && x->kind == ISN_ENT_PERSON && q->flags & ISN_NF_SINGULAR;
        c.mark = named ? mark_entity(k, x) : isn_emit_mark(k, q->first, q->last, 0);
        if (t->more)
            add_more(k, &c, t, q->first);
    } else if (x) {
        c.mark = mark_entity(k, x);
        if (t->more)
            add_more(k, &c, t, x->first);
        if (t->more && t->to == x->last)
            c.rule = "dual";
    } else {
        return;
    }
    c.side = side_of(k, t, q);
    c.loose = q && q->flags & ISN_NF_PLURAL && q->noun_table == ISN_T_CASUALTY;
    if (x) {
        c.who = mark_entity(k, x);
        c.group = x->table == ISN_T_ACTOR ? x->id : (isn_str){0};
        if (x->org != ISN_NONE && isn_work_entity(k, x->org)->id.len)
            c.group = isn_work_entity(k, x->org)->id;
    } else if (q && q->noun != ISN_NONE) {
        c.who = isn_emit_mark(k, q->noun, q->noun + 1, 0);
    }
    if (q && q->noun_table == ISN_T_UNIT &&
        isn_lex_int(k->lex, ISN_T_UNIT, q->noun_row, ISN_UNIT_KIND) == ISN_U_FAMILY)
        c.unit = "families";
    if (!c.harm && c.what == ISN_WHAT_KILLED)
        c.harm = ISN_HARM_KILLED;
    if (!c.harm && c.what == ISN_WHAT_WOUNDED)
        c.harm = ISN_HARM_WOUNDED;
    if (t->mixed && c.quantity != ISN_Q_NONE) {
        c.what = ISN_WHAT_KILLED;
        c.harm = ISN_HARM_CASUALTIES;
        soften(&c, "dead and wounded in one figure");
    } else if (c.harm == ISN_HARM_NEUTRALISED || c.harm == ISN_HARM_DETERRED) {
        soften(&c, "euphemism");
    }
    uint32_t whole = whole_of(d, t, q);
    if (whole != ISN_NONE) {
        push_of_whom(k, &d->counts.ptr[whole], &c);
        return;
    }
    for (uint32_t i = 0; i < d->counts.len; i++)
        if (d->counts.ptr[i].what == c.what && d->counts.ptr[i].mark.start == c.mark.start)
            return;
    *ISN_PUSH(k->arena, &d->counts) = c;
    bool counted = q != NULL && q->noun_table != ISN_TABLES;
    rule(k, d, "counts", counted ? q->noun_table : ISN_TABLES, counted ? q->noun_row : ISN_NONE,
         c.rule, c.mark);
}

/* ---- places and dates --------------------------------------------------------------------------------------------- */

/* المبنى، السجن: a building that is only called one tells nobody where; nor does القطاع الخامس beside the camp's name. */
static bool some_place(const isn_entity *x, bool alone) {
    bool area = x->place_type == ISN_PT_REGION && x->flags & ISN_EF_GENERIC && !alone &&
                !(x->flags & (ISN_EF_NEAR | ISN_EF_DIRECTION));
    if (x->flags & ISN_EF_GENERIC && x->place_type == ISN_PT_COUNTRY)
        return true; /* في البلاد، خارج البلاد */
    return x->row == ISN_NO_ROW && (area || x->place_type == ISN_PT_SITE) &&
           x->last == x->first + 1;
}

static void add_place(isn_work *k, draft *d, const isn_entity *x) {
    isn_mark m = x->head > x->first ? isn_emit_mark(k, x->head, x->last, 0) : mark_entity(k, x);
    for (uint32_t j = 0; j < d->places.len; j++)
        if (d->places.ptr[j].mark.start == m.start ||
            (x->id.len && isn_str_eq(d->places.ptr[j].id, x->id)))
            return;
    isn_rec_place *p = ISN_PUSH(k->arena, &d->places);
    *p = (isn_rec_place){.mark = m,
                         .id = x->id,
                         .name = x->name,
                         .country = country_code(k, x),
                         .lat = x->lat,
                         .lon = x->lon,
                         .precision = x->precision,
                         .basis = x->basis};
    if (x->table == ISN_T_PLACE)
        p->admin1 = isn_lex_str(k->lex, ISN_T_PLACE, x->row, ISN_PLACE_ADMIN1);
    rule(k, d, "places", x->table, x->row, "place", m);
}

/* بلدة بيتا جنوب نابلس: where the town lies that the gazetteer has is no second place. */
static bool tells_where(const isn_work *k, const isn_ev *e, uint32_t place) {
    if (!(isn_work_entity(k, place)->flags & ISN_EF_DIRECTION))
        return false;
    for (uint32_t i = 0; i < e->places.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->places.ptr[i]);
        if (x->container == place && x->lat != ISN_NO_INT)
            return true;
    }
    return false;
}

static void add_places(isn_work *k, draft *d, const isn_ev *e) {
    for (uint32_t i = 0; i < e->places.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->places.ptr[i]);
        bool aside = x->flags & ISN_EF_CONTAINER && tells_where(k, e, e->places.ptr[i]);
        if (e->places.n > 1 && x->table == ISN_T_COUNTRY &&
            (x->flags & (ISN_EF_CONTAINER | ISN_EF_CAPITAL | ISN_EF_DIRECTION)) == ISN_EF_CONTAINER)
            continue; /* تعرض حقل العمر في سوريا لقصف */
        if (x->referent != UINT32_MAX)
            x = isn_work_entity(k, x->referent); /* عند مدخل الفندق: the hotel that was named */
        if (some_place(x, e->places.n == 1))
            continue;
        uint32_t n = d->places.len;
        add_place(k, d, x);
        if (d->places.len > n)
            d->places.ptr[n].aside = aside;
    }
}

/* قضت محكمة الجنايات في تونس بسجن الوزير: where those sit who did it. Of what is said it tells nothing. */
static void place_of_actors(isn_work *k, draft *d, const isn_ev *rep) {
    bool sits = rep->event == ISN_EV_SANCTION || rep->event == ISN_EV_COERCE ||
                (rep->event == ISN_EV_ACCUSE && !(rep->flags & ISN_TG_SPEECH));
    for (uint32_t i = 0; sits && !d->places.len && i < rep->actors.n; i++) {
        uint32_t at = rep->actors.ptr[i], last = isn_work_entity(k, at)->last;
        for (uint32_t j = at + 1; j < k->m->entities.len && k->m->entities.ptr[j].first < last;
             j++) {
            const isn_entity *x = isn_work_entity(k, j);
            uint8_t fn = isn_clause_prep(k, x->first, x->reading);
            if (x->kind == ISN_ENT_PLACE && (fn == ISN_FN_FI || fn == ISN_FN_BI))
                add_place(k, d, x);
        }
    }
}

/* وقفة أمام مديرية الأمن، أمام السفارة الفرنسية: the house in front of which it is, though it is a body's name. */
static void place_in_front(isn_work *k, draft *d, const isn_ev *rep) {
    enum { NEAR = 14 };
    uint32_t s1 = k->scan->sentence_word[rep->sentence + 1];
    for (uint32_t w = rep->last; rep->event == ISN_EV_PROTEST && w + 1 < s1 && w < rep->last + NEAR;
         w++) {
        uint32_t c = k->fn[w] == ISN_FN_FRONT ? k->m->entities.cover[w + 1] : ISN_NONE;
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        if (x == NULL || x->kind != ISN_ENT_ACTOR || x->first != w + 1 ||
            x->table != ISN_T_ORGWORD || x->flags & ISN_EF_ARMED)
            continue;
        uint32_t land = k->m->story.country;
        isn_mark m = mark_entity(k, x);
        *ISN_PUSH(k->arena, &d->places) =
            (isn_rec_place){.mark = m,
                            .country = land != ISN_NO_ROW ? isn_lex_str(k->lex, ISN_T_COUNTRY, land,
                                                                        ISN_COUNTRY_ISO3)
                                                          : (isn_str){0},
                            .lat = ISN_NO_INT,
                            .lon = ISN_NO_INT,
                            .precision = 1};
        rule(k, d, "places", x->table, x->row, "place", m);
        return;
    }
}

/* اقتحم بلدة، داهم بلدة، دخل بلدة: those who do it are in it from then on. */
static bool enters(const isn_work *k, const isn_ev *e) {
    int32_t object = isn_work_slot(k, e->row, ISN_FRAME_OBJECT);
    int32_t on = isn_work_slot(k, e->row, ISN_FRAME_ALA);
    int32_t into = isn_work_slot(k, e->row, ISN_FRAME_ILA);
    return e->verb && object == on &&
           (object == ISN_SLOT_TARGET ? into == ISN_SLOT_PLACE : object == ISN_SLOT_PLACE);
}

/* قتلوا تسعة قرب البلدة وخطفوا 14، أدى إلى مقتل جنديين وأسر أربعة: the dead and the captives of one deed, told apart. */
static bool twins(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    bool taken = a->effect == ISN_WHAT_CAPTURED, other = b->effect == ISN_WHAT_CAPTURED;
    if (a->event != ISN_EV_ASSAULT || b->event != ISN_EV_ASSAULT || taken == other || !a->effect ||
        !b->effect || a->verb != b->verb || a->dead || b->dead)
        return false;
    const isn_ev *later = a->first > b->first ? a : b;
    bool one = !a->verb || (a->actors.n && b->actors.n && a->actors.ptr[0] == b->actors.ptr[0]);
    return one && isn_work_pre(k, later->first, later->reading) & ISN_CL_WAW;
}

static void place_of_twin(isn_work *k, draft *d, const isn_ev *rep) {
    enum { NEAR = 24 };
    for (uint32_t i = k->sentence_ev[rep->sentence];
         i < k->sentence_ev[rep->sentence + 1] && !d->places.len; i++) {
        const isn_ev *q = &k->evs.ptr[i];
        uint32_t far = q->first > rep->first ? q->first - rep->first : rep->first - q->first;
        if (far == 0 || far > NEAR || !twins(k, rep, q))
            continue;
        for (uint32_t j = k->sentence_ev[rep->sentence]; j < k->sentence_ev[rep->sentence + 1]; j++)
            if (k->evs.ptr[j].group == q->group && !k->evs.ptr[j].dead)
                add_places(k, d, &k->evs.ptr[j]);
    }
}

/* اقتحمت القوات بلدة كذا واعتقلت خمسة شبان: the second verb has the place of the first, as it has its subject. */
static void place_of_same_doer(isn_work *k, draft *d, const isn_ev *rep) {
    enum { NEAR = 16 };
    bool deed = rep->event == ISN_EV_ASSAULT || rep->event == ISN_EV_COERCE;
    if (d->places.len || !rep->shared || !rep->actors.n || !deed || rep->type == ISN_TY_TALLY)
        return;
    for (const isn_ev *q = rep; q-- > k->evs.ptr && q->sentence == rep->sentence;) {
        if (rep->first - q->last > NEAR || q->flags & ISN_TG_SPEECH)
            return;
        bool same = q->event == ISN_EV_ASSAULT || q->event == ISN_EV_COERCE;
        if (!same || !q->verb || !q->actors.n || !q->places.n)
            continue;
        if (enters(k, q) && q->actors.ptr[0] == rep->actors.ptr[0])
            add_places(k, d, q);
        return;
    }
}

static bool local(const isn_entity *x) {
    return x->kind == ISN_ENT_PLACE && x->table != ISN_T_COUNTRY && x->flags & ISN_EF_NAMED &&
           !(x->flags & ISN_EF_CAPITAL);
}

/* Who tells of a deed that has no place, or NULL; his entity. */
static const isn_entity *teller_of(const isn_work *k, const draft *d, const isn_ev *rep,
                                   uint32_t *entity) {
    if (d->places.len || rep->chain == ISN_NONE || (rep->definite && !rep->verb) ||
        (rep->event != ISN_EV_ASSAULT && rep->event != ISN_EV_COERCE))
        return NULL;
    *entity = k->chains.ptr[rep->chain].link[0].entity;
    return *entity != ISN_NONE ? isn_work_entity(k, *entity) : NULL;
}

/* The place within the words of the entity, or right behind it: with في, for who lives there with من or nothing too. */
static void place_of_teller(isn_work *k, draft *d, uint32_t entity, bool lives) {
    uint32_t last = isn_work_entity(k, entity)->last;
    for (uint32_t j = entity + 1; j < k->m->entities.len && k->m->entities.ptr[j].first < last; j++)
        if (local(&k->m->entities.ptr[j])) {
            add_place(k, d, &k->m->entities.ptr[j]);
            return;
        }
    if (last + 1 >= k->scan->nwords || k->scan->words[last].flags & ISN_WF_BREAK)
        return;
    bool in = k->fn[last] == ISN_FN_FI || (lives && k->fn[last] == ISN_FN_MIN);
    uint32_t c = in || lives ? k->m->entities.cover[last + in] : ISN_NONE;
    if (c != ISN_NONE && isn_work_entity(k, c)->first == last + in && local(isn_work_entity(k, c)))
        add_place(k, d, isn_work_entity(k, c));
}

/* حاكم بريانسك, السلطات في خيرسون: a deed that has no place lies where those who tell it are in charge. */
static void place_of_speaker(isn_work *k, draft *d, const isn_ev *rep) {
    uint32_t i;
    const isn_entity *x = teller_of(k, d, rep, &i);
    if (x != NULL && (x->role == ISN_LINK_OFFICIAL || x->role == ISN_LINK_BELLIGERENT ||
                      x->role == ISN_LINK_MEDIC))
        place_of_teller(k, d, i, false);
}

/* سكان من بلدة كذا, شهود في قرية كذا: where those live who saw it, which tells no two deeds apart. */
static void place_of_witness(isn_work *k, draft *d, const isn_ev *rep) {
    uint32_t i;
    const isn_entity *x = teller_of(k, d, rep, &i);
    if (x != NULL && x->role == ISN_LINK_WITNESS)
        place_of_teller(k, d, i, true);
}

/* كركوك: the town or province that heads the item of a bulletin, or ISN_NONE. */
static uint32_t head_of_item(const isn_work *k, uint32_t sentence) {
    uint32_t first = k->scan->sentence_word[sentence];
    uint32_t c = first < k->scan->nwords ? k->m->entities.cover[first] : ISN_NONE;
    if (c == ISN_NONE || k->block_role[sentence] != ISN_ROLE_BODY)
        return ISN_NONE;
    const isn_entity *x = isn_work_entity(k, c);
    return local(x) && x->last < k->scan->nwords && k->scan->words[x->last].sentence == sentence &&
                   k->scan->words[x->last].flags & ISN_WF_COLON
               ? c
               : ISN_NONE;
}

/* ديالى: عثرت القوات على …، كركوك: اعتقلت الشرطة أربعة: one head alone is a dispatch's. */
static void place_of_item(isn_work *k, draft *d, const isn_ev *rep) {
    uint32_t head = d->places.len ? ISN_NONE : head_of_item(k, rep->sentence);
    unsigned heads = 0;
    for (uint32_t s = 0; head != ISN_NONE && heads < 2 && s < k->scan->text->nsentences; s++)
        heads += head_of_item(k, s) != ISN_NONE;
    if (heads > 1)
        add_place(k, d, isn_work_entity(k, head));
}

/* طلبت الحكومة من السفير المغادرة قبل نهاية الشهر, شكل لجنة ترفع نتائجها خلال 72 ساعة: measures that give time. */
static bool gives_time(const isn_work *k, const isn_ev *rep, const isn_date *x) {
    bool kind = rep->event == ISN_EV_SANCTION
                    ? x->kind == ISN_DATE_UNTIL
                    : rep->event == ISN_EV_ACCUSE && x->kind == ISN_DATE_WITHIN;
    return kind && x->end != ISN_NO_DAY && k->m->story.published != ISN_NO_DAY &&
           x->end >= k->m->story.published;
}

/* Is the word a participle with the article, of another deed than this one? */
static bool describes_another(const isn_work *k, const isn_ev *rep, uint32_t w) {
    if (!(k->wc[w] & ISN_WC_TRIGGER) || !(isn_work_pre(k, w, 0) & ISN_CL_AL))
        return false;
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        unsigned kind = e->form & ISN_FORM_KIND;
        if (e->first == w)
            return e->group != rep->group && !e->verb &&
                   (kind == ISN_FORM_PASSIVE_PART || kind == ISN_FORM_ACTIVE ||
                    (w > 0 && k->m->entities.cover[w - 1] != ISN_NONE));
    }
    return false;
}

/* Is the word with the article a quality that ends the words of a place, and no name? */
static bool ends_place(const isn_work *k, uint32_t w) {
    uint32_t c = k->m->entities.cover[w];
    if (c == ISN_NONE || !(isn_work_pre(k, w, 0) & ISN_CL_AL))
        return false;
    const isn_entity *x = isn_work_entity(k, c);
    return x->kind == ISN_ENT_PLACE && x->last == w + 1 && x->first < w &&
           (x->name_last <= w || x->name_first == x->name_last);
}

/* خرق للاتفاق القائم منذ عام، الأعنف منذ شهر: what it has been since then is the noun before it. */
static bool of_a_noun(const isn_work *k, const isn_ev *rep, uint32_t w) {
    if (w > 1 && w == rep->last + 2 && k->fn[rep->last] == ISN_FN_AN)
        return false; /* إضراب عن الطعام منذ الأربعاء */
    if (w > 0 && (describes_another(k, rep, w - 1) || ends_place(k, w - 1)))
        return true; /* قتل قائد في المدينة المحاصرة منذ أشهر */
    uint32_t c = w > 0 ? k->m->entities.cover[w - 1] : ISN_NONE;
    const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
    bool counted = x != NULL && x->number != ISN_NONE &&
                   k->m->numbers.ptr[x->number].first < x->first; /* مئتي أسير */
    bool held = x != NULL ? x->kind == ISN_ENT_PEOPLE && !counted
                          : w > 1 && isn_work_has(k, w - 1, ISN_T_CASUALTY) && !k->taken[w - 2];
    if (held && rep->event == ISN_EV_RETREAT)
        return true; /* أفرج عن سبعة موظفين محتجزين منذ حزيران */
    if (x != NULL && x->kind == ISN_ENT_PLACE && x->first + 1 < w &&
        isn_work_has(k, w - 1, ISN_T_PLACEWORD) && isn_work_has(k, w - 1, ISN_T_TRIGGER) &&
        isn_work_pre(k, w - 1, 0) & ISN_CL_AL)
        return true; /* where محاصرة is read as part of the place */
    if (w == 0 || k->scan->words[w].flags & ISN_WF_BREAK || k->taken[w - 1] ||
        k->m->entities.cover[w - 1] != ISN_NONE || k->wc[w - 1] & (ISN_WC_VERB | ISN_WC_TRIGGER) ||
        (w > 1 &&
         k->wc[w - 2] & ISN_WC_TRIGGER)) /* الاشتباكات المستمرة منذ الأحد: the deed's own */
        return false;
    uint32_t land =
        w > 2 ? k->m->entities.cover[w - 2] : ISN_NONE; /* الحرب الأهلية الدائرة منذ عام */
    if (w > 2 && k->wc[w - 3] & ISN_WC_TRIGGER && isn_work_pre(k, w - 2, 0) & ISN_CL_AL &&
        (land == ISN_NONE || isn_work_entity(k, land)->flags & ISN_EF_ADJ))
        return false;
    return isn_work_pre(k, w - 1, 0) & ISN_CL_AL;
}

static bool befell_few(const draft *d) {
    enum { FEW = 2 };
    for (uint32_t i = 0; i < d->counts.len; i++)
        if (d->counts.ptr[i].best < 0 || d->counts.ptr[i].best > FEW)
            return false;
    return true;
}

/* قتل جنديان الجمعة رغم الهدنة السارية منذ عام، قتل قيادي مطلوب منذ 2019: what has a day of its own, or befell one or two, is
 * no sum since then. */
static bool of_one_day(const draft *d, const isn_ev *rep, const isn_when_pick *p) {
    if (rep->event == ISN_EV_PROTEST)
        return false; /* إضراب منذ الأربعاء */
    if (p->date && !p->soft && p->date->kind == ISN_DATE_AT && p->date->precision == 1)
        return true;
    return rep->event == ISN_EV_ASSAULT && d->counts.len && befell_few(d);
}

/* اختطف مسلحون منذ أسبوع مهندسا: what befalls one or two at a blow did so then, and has not gone on since. */
static bool lies_back(const draft *d, const isn_ev *rep, const isn_date *since) {
    return since->rule == ISN_RULE_LENGTH && since->start != ISN_NO_DAY &&
           (rep->effect || rep->event == ISN_EV_ASSAULT) && !rep->tally && !rep->reached &&
           !rep->update && d->counts.len && befell_few(d);
}

/* هدنة مدتها عشرة أيام: for how many days, as its sentence says; 0 where it does not. */
static int32_t lasting(const isn_work *k, const isn_ev *rep) {
    const isn_date *last = NULL;
    for (uint32_t w = rep->part_first; w < rep->part_last; w++) {
        uint32_t at = k->m->dates.at[w];
        const isn_date *x = at != ISN_NONE ? &k->m->dates.ptr[at] : NULL;
        if (x != NULL && x != last && x->kind == ISN_DATE_DURATION && x->days > 0)
            return x->days;
        last = x;
    }
    return 0;
}

/* خطف مسلحون تاجرا منذ ثلاثة أيام، قتل أربعة منذ يومين بكمين: of one deed that is over it says how long ago. */
static bool so_long_ago(const isn_work *k, const draft *d, const isn_ev *rep, const isn_date *x) {
    enum { FEW = 10 };
    bool deed = rep->event == ISN_EV_ASSAULT ||
                (rep->event == ISN_EV_COERCE && !strcmp(isn_vocab_mode[rep->mode], "arrest"));
    if (x->kind != ISN_DATE_SINCE || (!x->days && x->start != ISN_NO_DAY) || !deed || rep->tally ||
        rep->update || rep->reached || rep->aggregate)
        return false;
    int64_t people = 0;
    for (uint32_t i = 0; i < d->counts.len; i++) {
        const isn_rec_count *n = &d->counts.ptr[i];
        if (n->what == ISN_WHAT_ACTIONS)
            return false;
        people += n->best != ISN_NO_COUNT ? n->best : n->low != ISN_NO_COUNT ? n->low : FEW;
    }
    bool done = false, blow = people <= 1 || (people < FEW && isn_type_blow(k, rep));
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->group != rep->group || e->dead)
            continue;
        bool perfect = (e->form & ISN_FORM_KIND) == ISN_FORM_PERF;
        done |= e->verb ? perfect : (e->flags & ISN_TG_CASUALTY) != 0;
        if ((e->verb && !perfect) || e->flags & ISN_TG_LASTING ||
            (!e->verb && e->flags & ISN_TG_ATTACK && (e->form & ISN_FORM_NUMBER) == ISN_FORM_PL))
            blow = false; /* قتلوا منذ يومين في اشتباكات */
    }
    return done && blow;
}

static void set_dates(isn_work *k, draft *d, isn_ev *rep, uint32_t group) {
    isn_when_pick p = isn_when_find(k, rep, group);
    if (p.promised && rep->type == ISN_TY_INCIDENT)
        rep->type = ISN_TY_COMMITMENT;
    int32_t published = k->m->story.published;
    bool meets = rep->event == ISN_EV_CONSULT; /* a meeting to come has a day */
    if (p.date && p.deadline && p.date->kind == ISN_DATE_PERIOD && p.date->end > published &&
        p.deadline->kind == ISN_DATE_AT)
        p.deadline =
            NULL; /* طيلة أيام العيد، من السبت ولمدة أربعة أيام: how long, and not by when */
    bool ago = p.since && !p.date && lies_back(d, rep, p.since);
    if (p.since && !rep->tally && !ago &&
        (of_a_noun(k, rep, p.since->first) || of_one_day(d, rep, &p)))
        p.since = NULL;
    const isn_date *x = p.deadline && isn_when_promised(rep) && !meets ? NULL : p.date;
    if (p.since && (rep->tally || d->counts.len || !x))
        x = p.since;
    if (x) {
        d->c.date = isn_when_of(k, x);
        d->c.date.soft = p.soft;
        if (ago) { /* a month ago to the day is more than is said */
            int32_t days = published - x->start, slack = days > 27 ? days / 2 : 0;
            d->c.date.start = x->start - slack;
            d->c.date.end = x->start + slack;
            d->c.date.precision = isn_date_precision(d->c.date.start, d->c.date.end);
        } else if (so_long_ago(k, d, rep, x)) {
            ago = true;
            if (x->start != ISN_NO_DAY)
                d->c.date.end = x->start;
        } else if (x->kind == ISN_DATE_SINCE && x->end == ISN_NO_DAY && x->start <= published)
            d->c.date.end = published; /* from a day to come on: no end is told */
        if (p.begins && d->c.date.start == d->c.date.end)
            d->c.date.end += lasting(k, rep);
        rule(k, d, "date", ISN_TABLES, ISN_NONE,
             x->kind == ISN_DATE_SINCE && !ago ? "since" : "date", d->c.date.mark);
    }
    if (!x && p.lately) {
        d->c.date = isn_when_lately(k, p.lately);
        rule(k, d, "date", ISN_TABLES, ISN_NONE, "date", d->c.date.mark);
    }
    if (rep->tally && !d->c.date.known && published != ISN_NO_DAY && d->counts.len)
        d->c.date = (isn_rec_date){
            .known = true,
            .start = ISN_NO_DAY,
            .end = published,
            .precision = 5,
            .anchor = published}; /* "since the escalation began": no start is told */
    if (p.deadline && rep->event != ISN_EV_CONSULT && !rep->denied &&
        (isn_when_promised(rep) || rep->event == ISN_EV_REQUEST || gives_time(k, rep, p.deadline) ||
         rep->type == ISN_TY_ANNOUNCEMENT || rep->type == ISN_TY_COMMITMENT ||
         d->c.type == ISN_TY_COMMITMENT ||
         (p.deadline->flags & ISN_DF_DEADLINE && rep->event != ISN_EV_ASSAULT &&
          rep->event != ISN_EV_THREATEN) ||
         (rep->event == ISN_EV_THREATEN && isn_when_conditional(k, rep, p.deadline)))) {
        d->c.deadline = isn_when_of(k, p.deadline);
        rule(k, d, "deadline", ISN_TABLES, ISN_NONE, "deadline", d->c.deadline.mark);
    }
}

/* ---- chain ---------------------------------------------------------------------------------------------------------------- */

static isn_str without_clitics(const isn_work *k, uint32_t word) {
    return isn_emit_mark(k, word, word + 1, 0).text;
}

static isn_rec_link link_of(const isn_work *k, const isn_link_ref *l) {
    const isn_entity *x = isn_work_entity(k, l->entity);
    isn_rec_link r = {.mark = mark_entity(k, x),
                      .name = x->name,
                      .id = x->id,
                      .role = l->role,
                      .channel = l->channel};
    r.named = x->flags & ISN_EF_NAMED || x->kind == ISN_ENT_OUTLET || x->kind == ISN_ENT_PLACE;
    if (x->kind == ISN_ENT_ACTOR)
        r.named = true;
    if (x->kind == ISN_ENT_SOURCE)
        r.named = x->name_last > x->name_first;
    if (x->kind == ISN_ENT_PERSON)
        r.named = x->name_last > x->name_first || x->flags & ISN_EF_NAMED;
    r.party = x->flags & ISN_EF_ARMED;
    bool office = x->sector == ISN_SEC_GOV || x->sector == ISN_SEC_LEG || x->sector == ISN_SEC_JUD;
    if (!r.role && x->kind == ISN_ENT_PEOPLE) /* جدد الوزير */
        r.role = office ? ISN_LINK_OFFICIAL : ISN_LINK_WITNESS;
    if (!r.role)
        r.role = ISN_LINK_UNKNOWN;
    if (l->verb != ISN_NONE)
        r.verb = without_clitics(k, l->verb);
    return r;
}

static bool same_outlet(const isn_work *k, const isn_rec_link *l) {
    const isn_outlet *o = &k->m->story.outlet;
    if (o->row != ISN_NO_ROW && l->id.len)
        return isn_str_eq(l->id, isn_lex_str(k->lex, ISN_T_OUTLET, o->row, ISN_OUTLET_ID));
    if (o->row == ISN_NO_ROW && o->given.len && l->role == ISN_LINK_OUTLET) /* لوكالة (كذا) */
        return memmem(l->mark.text.ptr, l->mark.text.len, o->given.ptr, o->given.len) != NULL;
    return isn_str_eq(l->mark.text, o->given);
}

/* The agency whose report it is stands between whom it quotes and who prints it. */
static void add_agency(isn_work *k, draft *d) {
    const isn_outlet *o = &k->m->story.agency;
    if (!k->m->story.has_agency)
        return;
    isn_str id = isn_lex_str(k->lex, ISN_T_OUTLET, o->row, ISN_OUTLET_ID);
    for (uint32_t i = 0; i < d->chain.len; i++)
        if (isn_str_eq(d->chain.ptr[i].id, id))
            return;
    *ISN_PUSH(k->arena, &d->chain) =
        (isn_rec_link){.mark = isn_emit_mark(k, o->first, o->last, o->reading),
                       .name = isn_lex_str(k->lex, ISN_T_OUTLET, o->row, ISN_OUTLET_NAME),
                       .id = id,
                       .role = ISN_LINK_AGENCY,
                       .named = true};
}

static void add_outlet(isn_work *k, draft *d) {
    add_agency(k, d);
    if (!k->m->story.has_outlet)
        return;
    const isn_outlet *o = &k->m->story.outlet;
    for (uint32_t i = 0; i < d->chain.len; i++) {
        if (!same_outlet(k, &d->chain.ptr[i]))
            continue;
        isn_rec_link l = d->chain.ptr[i]; /* spoken to us: ours is the last link */
        memmove(&d->chain.ptr[i], &d->chain.ptr[i + 1], sizeof l * (d->chain.len - i - 1));
        d->chain.ptr[d->chain.len - 1] = l;
        return;
    }
    isn_rec_link *l = ISN_PUSH(k->arena, &d->chain);
    l->role = ISN_LINK_OUTLET;
    l->named = true;
    if (o->row != ISN_NO_ROW) {
        l->name = isn_lex_str(k->lex, ISN_T_OUTLET, o->row, ISN_OUTLET_NAME);
        l->id = isn_lex_str(k->lex, ISN_T_OUTLET, o->row, ISN_OUTLET_ID);
        int32_t role = isn_lex_int(k->lex, ISN_T_OUTLET, o->row, ISN_OUTLET_ROLE);
        if (role > 0)
            l->role = (uint8_t)role;
    }
    if (o->last > o->first)
        l->mark = isn_emit_mark(k, o->first, o->last, o->reading);
    else
        l->mark.text = o->given;
    if (!l->name.len)
        l->name = o->given;
}

static void set_chain(isn_work *k, draft *d, const isn_ev *rep) {
    if (rep->chain != ISN_NONE) {
        const isn_chain *c = &k->chains.ptr[rep->chain];
        for (uint32_t i = 0; i < c->n; i++) {
            isn_rec_link l = link_of(k, &c->link[i]);
            *ISN_PUSH(k->arena, &d->chain) = l;
            rule(k, d, "chain", c->speech_row != ISN_NONE ? ISN_T_SPEECH : ISN_T_ATTRIB,
                 c->speech_row != ISN_NONE ? c->speech_row : c->attrib_row, "speaker", l.mark);
        }
    }
    bool spoken = d->chain.len > 0;
    add_outlet(k, d);
    d->c.quoted = (uint8_t)(rep->direct ? 2 : spoken ? 1 : 0);
    if (!spoken)
        d->c.quoted = 0;
}

static bool in_quote(const isn_work *k, uint32_t word) {
    uint32_t token = k->scan->words[word].token;
    const isn_text *text = k->scan->text;
    uint32_t lo = 0, hi = text->nquotes;
    while (lo < hi) { /* the last quotation that begins at or before the token */
        uint32_t mid = (lo + hi) / 2;
        if (text->quotes[mid].first <= token)
            lo = mid + 1;
        else
            hi = mid;
    }
    for (uint32_t back = 0; back < 4 && lo-- > 0; back++)
        if (text->quotes[lo].first <= token && token < text->quotes[lo].last &&
            text->quotes[lo].last - text->quotes[lo].first > 3)
            return true;
    return false;
}

/* ---- what is no claim ---------------------------------------------------------------------------------------------------- */

/* Who says it does so by his office, though of no sector that is known. */
static bool in_office(const isn_work *k, const isn_ev *rep) {
    const isn_entity *x = rep->actors.n ? isn_work_entity(k, rep->actors.ptr[0]) : NULL;
    return x != NULL && (x->kind == ISN_ENT_PERSON || x->table == ISN_T_TITLE) &&
           (x->role == ISN_LINK_OFFICIAL || x->role == ISN_LINK_SPOKESPERSON);
}

static bool weak(const isn_work *k, const draft *d, const isn_ev *rep) {
    for (uint32_t i = 0; i < d->actors.len && rep->event == ISN_EV_AID; i++)
        if (d->actors.ptr[i].sector == ISN_SEC_JUD)
            return true; /* أجلت المحكمة: put off, not taken to safety */
    if (rep->event == ISN_EV_SANCTION && !rep->verb && rep->definite && d->anchors.len == 1 &&
        !d->actors.len && !d->recipients.len && !d->counts.len)
        return true; /* السجن، العقوبات: of nobody, on nobody */
    if (!(rep->flags & ISN_TG_WEAK) || rep->type == ISN_TY_COMMITMENT)
        return false;
    if (rep->event == ISN_EV_CONSULT && rep->verb && !d->recipients.len && d->actors.len == 1 &&
        d->actors.ptr[0].sector == ISN_SEC_NGO)
        return true; /* قابلت المنظمة تسعة شهود */
    if (d->counts.len || rep->lit)
        return false;
    if (rep->verb && rep->event == ISN_EV_REQUEST && d->actors.len && in_office(k, rep))
        return false; /* دعت الممثلة الخاصة */
    if (rep->verb && rep->flags & ISN_TG_ATTACK && !d->places.len && !d->recipients.len &&
        isn_work_slot(k, rep->row, ISN_FRAME_OBJECT) == ISN_SLOT_PLACE)
        return true; /* دخلت الدورية أملاكا خاصة: it takes no place */
    for (uint32_t i = 0; i < d->actors.len; i++)
        if (d->actors.ptr[i].sector || d->actors.ptr[i].id.len)
            return false;
    for (uint32_t i = 0; i < d->recipients.len; i++)
        if (d->recipients.ptr[i].sector || d->recipients.ptr[i].id.len)
            return false;
    return true;
}

/* حذرت الأمم المتحدة، حذرت منظمة العفو: who watches and helps can only warn. */
static bool mere_warning(const draft *d, const isn_ev *rep) {
    if (rep->event != ISN_EV_THREATEN || !d->actors.len)
        return false;
    for (uint32_t i = 0; i < d->actors.len; i++)
        switch (d->actors.ptr[i].sector) {
        case ISN_SEC_UNO:
        case ISN_SEC_NGO:
        case ISN_SEC_MED:
        case ISN_SEC_JRN:
        case ISN_SEC_EDU: break;
        default: return false;
        }
    return true;
}

/* ---- one group ------------------------------------------------------------------------------------------------------------------ */

/* Words without a category tell something only as a promise, or as said not to be so. */
static bool tells(const isn_ev *e) {
    if (e->event)
        return true;
    if (e->type == ISN_TY_COMMITMENT || e->type == ISN_TY_DENIAL)
        return true;
    return e->type == ISN_TY_STATEMENT && e->negative && e->chain != ISN_NONE;
}

static uint32_t representative(const isn_work *k, uint32_t s, uint32_t group) {
    uint32_t best = ISN_NONE;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->group != group || e->dead || e->absorbed || !tells(e))
            continue;
        if (best == ISN_NONE)
            best = i;
        else if (k->evs.ptr[best].flags & ISN_TG_CASUALTY && !(e->flags & ISN_TG_CASUALTY))
            best = i;
        else if (k->evs.ptr[best].flags & ISN_TG_WEAK &&
                 !(e->flags & (ISN_TG_WEAK | ISN_TG_CASUALTY)) &&
                 k->evs.ptr[best].event == e->event)
            best = i; /* بعد تفتيش المنزل ضبطت أسلحة: the surer word */
    }
    return best;
}

static void add_context(isn_claim *c, int32_t context) {
    if (context <= ISN_CX_NONE || context > ISN_CX_PLOVER_LAST)
        return;
    for (uint32_t i = 0; i < c->ncontexts; i++)
        if (c->contexts[i] == context)
            return;
    if (c->ncontexts < ISN_LEN(c->contexts))
        c->contexts[c->ncontexts++] = (uint8_t)context;
}

uint8_t isn_emit_mode(const char *name) {
    for (uint8_t i = 0; isn_vocab_mode[i]; i++)
        if (isn_vocab_mode[i][0] == name[0] && !strcmp(isn_vocab_mode[i], name))
            return i;
    return 0;
}

/* قتلى وجرحى … مقتل ثلاثة وإصابة عشرة: the plurals announce what the figures tell. */
static void drop_loose(draft *d) {
    for (uint32_t i = 0; i < d->counts.len; i++) {
        const isn_rec_count *x = &d->counts.ptr[i];
        bool told = false;
        for (uint32_t j = 0; j < d->counts.len && x->loose && !x->nof_whom; j++)
            told |= !d->counts.ptr[j].loose && d->counts.ptr[j].what == x->what;
        if (!told)
            continue;
        memmove(&d->counts.ptr[i], &d->counts.ptr[i + 1], sizeof *x * (d->counts.len - i - 1));
        d->counts.len--;
        i--;
    }
}

/* نفى المتحدث استهداف الأحياء، مؤكدا أن القوة الصاروخية لم تطلق شيئا: who did not do it is told. */
static bool doer_told(const isn_work *k, uint32_t s, uint32_t group) {
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->group == group && !e->dead && !e->absorbed && e->actors.n && !e->denier)
            return true;
    }
    return false;
}

/* أسقطت الدفاعات، اعترضت: what is fired is brought down. */
static bool defends(const isn_work *k, const isn_ev *e) {
    return e->event == ISN_EV_ASSAULT &&
           isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_WEAPON &&
           isn_work_slot(k, e->row, ISN_FRAME_ALA) == ISN_SLOT_NONE;
}

/* أسقطت الدفاعات 25 مسيرة أطلقتها القوات: the attack has its doer, and they that met it are none. */
static bool attacker_told(const isn_work *k, uint32_t s, uint32_t group) {
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->group == group && !e->dead && !e->absorbed && e->actors.n &&
            e->event == ISN_EV_ASSAULT && !defends(k, e))
            return true;
    }
    return false;
}

/* وثق المرصد مقتل عنصر: one or two people, or nobody, are no sum. */
static bool few_told(const draft *d) {
    for (uint32_t i = 0; i < d->counts.len; i++) {
        const isn_rec_count *x = &d->counts.ptr[i];
        bool none = x->quantity == ISN_Q_NONE;
        if (x->what == ISN_WHAT_ACTIONS || (!none && (x->high == ISN_NO_COUNT || x->high > 2)))
            return false;
    }
    return d->counts.len;
}

static void members(isn_work *k, draft *d, uint32_t s, uint32_t group, isn_ev *rep) {
    bool told = doer_told(k, s, group);
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (e->group != group || e->dead || e->absorbed)
            continue;
        *ISN_PUSH(k->arena, &d->anchors) = isn_emit_mark(k, e->first, e->last, e->reading);
        if (!d->c.mode && e->mode && e->event == rep->event &&
            !(rep->flags & ISN_TG_RECIPROCAL && e->mode == isn_emit_mode("abduct")))
            d->c.mode = e->mode; /* captives of a battle do not make it an abduction */
        if (e->chain != ISN_NONE && rep->chain == ISN_NONE)
            rep->chain = e->chain;
        rep->tally |= e->tally;
        rep->reached |= e->reached;
        rep->update |= e->update;
        rep->aggregate |= e->aggregate;
        rep->since |= e->since;
        add_context(&d->c, isn_work_trigger(k, e->row, ISN_TRIGGER_CONTEXT));
        if (!(e->denier && told) && !(defends(k, e) && attacker_told(k, s, group)))
            add_actors(k, d, e);
    }
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->group != group || e->dead || e->absorbed)
            continue;
        add_recipients(k, d, e);
        add_counted(k, d, e);
        bool led_to = e->flags & ISN_TG_WEAK && !(rep->flags & ISN_TG_WEAK) &&
                      e->event == ISN_EV_COERCE && rep->event == ISN_EV_COERCE;
        if (!led_to)
            add_places(k, d, e); /* not of بعد تفتيش المنطقة ضبطت أسلحة */
        for (uint32_t t = 0; t < e->ntakes; t++)
            one_count(k, d, &e->takes[t]);
    }
    if (!rep->since && few_told(d))
        rep->tally = false;
    if (!d->actors.len)
        speaker_does(k, d, rep, group);
    drop_loose(d);
    place_of_actors(k, d, rep);
    place_of_speaker(k, d, rep);
    place_of_item(k, d, rep);
    place_in_front(k, d, rep);
}

/* Its doer is who says so, by his name or by the pronoun of أن. */
static bool denies_own(const isn_work *k, const isn_ev *rep) {
    const isn_chain *c = &k->chains.ptr[rep->chain];
    uint32_t s0 = k->s0[rep->sentence];
    if (!c->n || c->link[0].entity == ISN_NONE ||
        isn_work_slot(k, rep->row, ISN_FRAME_SUBJECT) != ISN_SLOT_ACTOR)
        return false;
    if (rep->actors.n && !rep->passive)
        return rep->actors.ptr[0] == c->link[0].entity;
    if (rep->first < s0 + 2 || k->fn[rep->first - 2] != ISN_FN_THAT)
        return false;
    uint8_t suf = isn_work_pronoun(k, rep->first - 2); /* not إنه لم يقتل أحد */
    return suf == ISN_SUF_HA || suf == ISN_SUF_HUM;
}

/* "No casualties": counts of none and nothing else. They are the last told deed's, and no claim alone. */
static bool none_only(isn_work *k, const draft *d, const isn_ev *rep) {
    if (!(rep->flags & ISN_TG_CASUALTY) || rep->denied || !d->counts.len || d->anchors.len > 1)
        return false;
    if (rep->verb && rep->negative && rep->chain != ISN_NONE && denies_own(k, rep))
        return false; /* قالت الجماعة إنها لم تقتل أي سائق */
    for (uint32_t i = 0; i < d->counts.len; i++)
        if (d->counts.ptr[i].quantity != ISN_Q_NONE)
            return false;
    isn_claim *c = k->claims.len ? &k->claims.ptr[k->claims.len - 1] : NULL;
    if (c == NULL || c->ncounts || c->negative || c->modality ||
        (c->event != ISN_EV_ASSAULT && c->event != ISN_EV_COERCE && c->event != ISN_EV_PROTEST) ||
        k->claim_sentence.ptr[k->claims.len - 1] + 1 < rep->sentence)
        return true;
    c->counts = d->counts.ptr;
    c->ncounts = d->counts.len;
    return true;
}

static isn_mark evidence(const isn_work *k, uint32_t s) {
    const isn_sentence *x = &k->scan->text->sentences[s];
    uint32_t start = k->scan->text->tokens[x->first].start,
             end = k->scan->text->tokens[x->last - 1].end;
    return (isn_mark){isn_str_of(k->record->article->bytes + start, end - start), start, end};
}

/* What the draft has gathered so far is the claim's. */
static void settle(draft *d) {
    isn_claim *c = &d->c;
    c->anchors = d->anchors.ptr, c->nanchors = d->anchors.len;
    c->actors = d->actors.ptr, c->nactors = d->actors.len;
    c->recipients = d->recipients.ptr, c->nrecipients = d->recipients.len;
    c->counts = d->counts.ptr, c->ncounts = d->counts.len;
    c->places = d->places.ptr, c->nplaces = d->places.len;
    c->chain = d->chain.ptr, c->nchain = d->chain.len;
    c->rules = d->rules.ptr, c->nrules = d->rules.len;
}

static void finish(isn_work *k, draft *d, uint32_t s, uint32_t rep) {
    isn_claim *c = &d->c;
    bool told = d->places.len;
    place_of_same_doer(k, d, &k->evs.ptr[rep]);
    place_of_witness(k, d, &k->evs.ptr[rep]);
    place_of_twin(k, d, &k->evs.ptr[rep]);
    settle(d);
    if (!told) {
        c->lent = c->places, c->nlent = c->nplaces;
        c->places = NULL, c->nplaces = 0;
    }
    c->refers_to = ISN_NONE;
    c->evidence = evidence(k, s);
    *ISN_PUSH(k->arena, &k->claims) = *c;
    *ISN_PUSH(k->arena, &k->claim_sentence) = s;
    *ISN_PUSH(k->arena, &k->claim_ev) = rep;
}

static bool future_blow(const isn_ev *rep) {
    return rep->event == ISN_EV_ASSAULT && rep->future && rep->verb && !rep->denied &&
           rep->chain != ISN_NONE;
}

/* اعتقل بتهمة كذا، وهو ما ينفيه: not the arrest. */
static bool denies_charge(const isn_work *k, const isn_ev *rep) {
    const isn_ev *held = NULL;
    for (uint32_t i = k->sentence_ev[rep->sentence]; &k->evs.ptr[i] < rep; i++)
        if (!k->evs.ptr[i].dead && !k->evs.ptr[i].absorbed)
            held = &k->evs.ptr[i];
    if (held == NULL || (held->event != ISN_EV_COERCE && held->event != ISN_EV_SANCTION))
        return false;
    for (uint32_t w = held->last; w < rep->first; w++)
        if (isn_role_cue(k, w, ISN_CUE_ACCUSATION))
            return true;
    return false;
}

/* The charge that was told right before a denial, or NULL. */
static const isn_ev *charge_before(const isn_work *k, const isn_ev *rep) {
    if (k->claims.len == 0 || k->claims.ptr[k->claims.len - 1].event != ISN_EV_ACCUSE)
        return NULL;
    const isn_ev *accuse = &k->evs.ptr[k->claim_ev.ptr[k->claims.len - 1]];
    return rep->sentence > accuse->sentence + 1 ? NULL : accuse;
}

/* اتهموا الهيئة بمنع قافلة، ونفت ذلك: to keep from is to coerce. */
static bool charged_to_hinder(const isn_work *k, const isn_ev *rep) {
    const isn_ev *accuse = charge_before(k, rep);
    if (accuse == NULL)
        return false;
    uint32_t end = k->scan->sentence_word[accuse->sentence + 1];
    for (uint32_t w = accuse->last; w < end && (w < rep->first || rep->first < accuse->first); w++)
        if (isn_role_cue(k, w, ISN_CUE_PREVENT))
            return true;
    return false;
}

/* اتهموا الجيش بقصف القرية، ونفى ذلك: the deed with which somebody was charged right before, or NULL. */
static const isn_ev *charged_with(const isn_work *k, const isn_ev *rep) {
    const isn_ev *accuse = charge_before(k, rep);
    if (accuse == NULL)
        return NULL;
    for (uint32_t i = k->sentence_ev[accuse->sentence]; i < k->sentence_ev[accuse->sentence + 1];
         i++) {
        const isn_ev *e = &k->evs.ptr[i];
        bool act = isn_type_deed(e->event) || e->event == ISN_EV_MOBILIZE || e->event == ISN_EV_AID;
        if (e->first > accuse->first && e != rep && e->dead && act && e->why != NULL &&
            !strcmp(e->why, "a charge"))
            return e;
    }
    return NULL;
}

/* نفت القوات مسؤوليتها: nothing in the sentence tells what is denied, so it is the deed told last. */
static bool denies_what_was_told(const isn_work *k, isn_ev *rep) {
    if (rep->flags & ISN_TG_TOLD && denies_charge(k, rep))
        return false;
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        bool charges = e->event == ISN_EV_ACCUSE && !e->verb; /* نفت هذه الاتهامات */
        if (e != rep && e->denied && e->event && !e->dead && !charges)
            return false;
    }
    const isn_ev *charge = charged_with(k, rep);
    if (charge != NULL || charged_to_hinder(k, rep)) {
        rep->event = charge != NULL ? charge->event : ISN_EV_COERCE;
        rep->mode = charge != NULL ? charge->mode : 0;
        rep->denied = true;
        return true;
    }
    /* اتهموا الحكومة بالتباطؤ، فنفت ذلك: of no deed, unless there was an attack */
    const isn_ev *accuse = charge_before(k, rep);
    bool charged_here = accuse != NULL && accuse->sentence == rep->sentence;
    for (uint32_t i = k->claims.len; i-- > 0;) {
        uint8_t event = k->claims.ptr[i].event;
        bool here = k->claim_sentence.ptr[i] == rep->sentence;
        if (event != ISN_EV_ASSAULT && (event != ISN_EV_COERCE || charged_here) &&
            !(here && (event == ISN_EV_RETREAT || event == ISN_EV_CONCEDE)))
            continue;
        rep->event = event;
        rep->denied = true;
        return true;
    }
    return false;
}

/* تبنى التنظيم الهجوم: the means are those told before. */
static uint8_t mode_claimed(const isn_work *k, const isn_claim *c) {
    for (uint32_t i = k->claims.len; i-- > 0;)
        if (k->claims.ptr[i].event == c->event && k->claims.ptr[i].type == ISN_TY_INCIDENT)
            return k->claims.ptr[i].mode;
    return 0;
}

static void take_parties(const isn_work *k, draft *d, const isn_claim *c) {
    d->actors.len = d->recipients.len = 0;
    for (uint32_t i = 0; i < c->nactors; i++)
        *ISN_PUSH(k->arena, &d->actors) = c->actors[i];
    for (uint32_t i = 0; i < c->nrecipients; i++)
        *ISN_PUSH(k->arena, &d->recipients) = c->recipients[i];
}

/* أكد مسؤول أن المهلة تنتهي مع نهاية أيار: by when what was promised or demanded before is due, as he has it. */
static void tells_deadline(const isn_work *k, draft *d, isn_ev *rep) {
    enum { BACK = 6 };
    if (rep->verb || rep->event != ISN_EV_REQUEST || !rep->definite || !d->c.deadline.known ||
        d->recipients.len)
        return;
    for (uint32_t i = k->claims.len, n = 0; i-- > 0 && n < BACK; n++) {
        const isn_claim *c = &k->claims.ptr[i];
        bool due = c->type == ISN_TY_COMMITMENT || c->event == ISN_EV_REQUEST;
        if (!c->deadline.known || !due || c->negative)
            continue;
        if (c->event != rep->event) {
            rep->event = d->c.event = c->event;
            rep->type = ISN_TY_COMMITMENT;
            d->c.mode = c->mode;
        }
        take_parties(k, d, c);
        return;
    }
}

/* ضبطهما أثناء عبور الحدود: several who are spoken of as people are arrested, and not seized. */
static void takes_people(const isn_work *k, draft *d, const isn_ev *rep) {
    uint8_t suf = k->scan->words[rep->first].reading[rep->reading].suf;
    if (d->c.event == ISN_EV_COERCE && d->c.mode == isn_emit_mode("seize") &&
        rep->last == rep->first + 1 && (suf == ISN_SUF_HUM || suf == ISN_SUF_HUMA))
        d->c.mode = isn_emit_mode("arrest");
}

static bool private_people(uint8_t sector) {
    return sector == ISN_SEC_CVL || sector == ISN_SEC_LAB || sector == ISN_SEC_EDU ||
           sector == ISN_SEC_SOC || sector == ISN_SEC_AGR;
}

/* يغلق عمال الطريق: a road that people close they close in protest, and one that the police closes is only closed. Not settlers
 * and other groups by name. */
static void who_closes(draft *d) {
    if (!d->c.mode || (d->c.event != ISN_EV_COERCE && d->c.event != ISN_EV_PROTEST))
        return;
    uint8_t restrict_to = isn_emit_mode("restrict"), obstruct = isn_emit_mode("obstruct");
    bool closed = d->c.event == ISN_EV_COERCE && d->c.mode == restrict_to;
    bool blocked = d->c.event == ISN_EV_PROTEST && d->c.mode == obstruct;
    if ((!closed && !blocked) || !d->actors.len || (closed && d->recipients.len))
        return;
    for (uint32_t i = 0; i < d->actors.len; i++) {
        const isn_rec_actor *a = &d->actors.ptr[i];
        bool people = private_people(a->sector);
        bool force = a->sector == ISN_SEC_COP || a->sector == ISN_SEC_MIL;
        if (closed ? !people || a->id.len : !force)
            return;
    }
    d->c.event = closed ? ISN_EV_PROTEST : ISN_EV_COERCE;
    d->c.mode = closed ? obstruct : restrict_to;
}

/* اقتحم عشرات الخريجين مقر الشركة: people of no arms and no group's name, whom nothing tells of harm done by them. Not
 * people of another land than the place's, such as settlers. */
static void who_storms(const isn_work *k, draft *d, const isn_ev *rep) {
    if (d->c.event != ISN_EV_ASSAULT || d->c.mode || !rep->verb || !d->actors.len ||
        d->counts.len || !isn_trigger_storms(k, rep))
        return;
    isn_str land = d->places.len ? d->places.ptr[0].country : isn_str_of("", 0);
    for (uint32_t i = 0; i < d->actors.len; i++) {
        const isn_rec_actor *a = &d->actors.ptr[i];
        if (!private_people(a->sector) || a->id.len || !land.len || !isn_str_eq(a->country, land))
            return;
    }
    d->c.event = ISN_EV_PROTEST;
    d->c.mode = isn_emit_mode("riot");
}

/* العملية يجب أن تنجز قبل نهاية العام، الجدول الزمني يمتد حتى آذار: by when what was told last is due. */
static bool falls_due(const isn_work *k, draft *d, isn_ev *rep) {
    enum { BACK = 6, NEAR = 10 };
    if (!d->c.deadline.known || d->c.deadline.end <= k->m->story.published)
        return false;
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        uint32_t far = e->first > rep->first ? e->first - rep->first : rep->first - e->first;
        bool named = e->event == ISN_EV_REQUEST && !e->verb; /* المهلة تنتهي */
        if (e != rep && e->event && !e->dead && !named && far <= NEAR)
            return false; /* عملية الانسحاب ستنتهي الأحد: told there by its own word */
    }
    for (uint32_t i = k->claims.len, n = 0; i-- > 0 && n < BACK; n++) {
        const isn_claim *c = &k->claims.ptr[i];
        bool ultimatum = c->event == ISN_EV_REQUEST && c->deadline.known;
        if ((c->type != ISN_TY_COMMITMENT && !ultimatum && c->event != ISN_EV_RETREAT) ||
            c->negative || !c->main)
            continue;
        rep->event = d->c.event = c->event;
        rep->type = c->event == ISN_EV_REQUEST ? ISN_TY_STATEMENT : ISN_TY_COMMITMENT;
        rep->future = c->event != ISN_EV_REQUEST;
        d->c.mode = c->mode;
        take_parties(k, d, c);
        return true;
    }
    return false;
}

/* أسقطت الدفاعات مسيرة: a weapon is no property that is destroyed. */
static bool brought_down(const isn_work *k, const draft *d, const isn_ev *rep) {
    return d->c.mode == isn_emit_mode("destroy") &&
           isn_work_slot(k, rep->row, ISN_FRAME_OBJECT) == ISN_SLOT_WEAPON;
}

/* نزحت مئة أسرة: people fled, and it is not told who drove them out. PLOVER has no category for that. */
static bool fled(const isn_work *k, const draft *d, const isn_ev *rep) {
    return d->c.event == ISN_EV_COERCE && !d->actors.len && rep->effect == ISN_WHAT_DISPLACED &&
           isn_work_slot(k, rep->row, ISN_FRAME_SUBJECT) == ISN_SLOT_VICTIM;
}

static void emit_group(isn_work *k, uint32_t s, uint32_t group) {
    uint32_t r = representative(k, s, group);
    if (r == ISN_NONE)
        return;
    isn_ev *rep = &k->evs.ptr[r];
    draft d = {0};
    if (rep->type == ISN_TY_DENIAL && !rep->event && !denies_what_was_told(k, rep))
        return;
    bool due = rep->type == ISN_TY_COMMITMENT && !rep->event && rep->flags & ISN_TG_TOLD;
    d.c.event = rep->event;
    d.c.mode = rep->mode;
    d.c.main = true;
    rep->direct = in_quote(k, rep->first);
    isn_mark at = isn_emit_mark(k, rep->first, rep->last, rep->reading);
    d.c.anchor = at;
    rule(k, &d, "event_type", ISN_T_TRIGGER, rep->row, "trigger", at);
    if (isn_type_refusal(rep))
        isn_type_refuses(k, rep);
    members(k, &d, s, group, rep);
    if (weak(k, &d, rep) || mere_warning(&d, rep) || none_only(k, &d, rep))
        return;
    /* لم يقدم أحد للمحاكمة: of nobody it is told that he did not charge or punish */
    if (rep->negative && !rep->denied && !d.actors.len && rep->verb && !isn_type_refusal(rep) &&
        (rep->event == ISN_EV_ACCUSE || rep->event == ISN_EV_SANCTION))
        return;
    who_closes(&d);
    who_storms(k, &d, rep);
    takes_people(k, &d, rep);
    if (rep->flags & ISN_TG_CLAIM && !d.c.mode)
        d.c.mode = mode_claimed(k, &d.c);
    if (isn_type_refusal(rep)) { /* "we will not withdraw" */
        bool hold = rep->event == ISN_EV_RETREAT;
        d.c.event = ISN_EV_REJECT;
        d.c.mode = isn_emit_mode(isn_type_refused_mode(rep->event));
        d.c.modality = hold ? 1 : 0;
        d.c.negative = hold;
    }
    if (rep->event == ISN_EV_ASSAULT && rep->future && !rep->denied && !future_blow(rep)) {
        d.c.modality = rep->modality == 2 ? 2 : 1;
        rep->dead_main = true;
    }
    if (future_blow(rep)) { /* "we will strike": a threat */
        d.c.event = ISN_EV_THREATEN;
        d.c.mode = isn_emit_mode("violence");
        rep->future = false;
        rep->type = ISN_TY_STATEMENT;
    }
    set_dates(k, &d, rep, group);
    tells_deadline(k, &d, rep);
    /* promised, but what is of no category: news where it is told by when */
    if (rep->event == ISN_EV_AGREE && rep->type == ISN_TY_COMMITMENT && !d.c.deadline.known)
        d.c.main = false;
    if (due && !falls_due(k, &d, rep))
        return;
    settle(&d);
    isn_type_set(k, &d.c, rep);
    isn_type_modality(k, &d.c, rep);
    if (rep->why)
        rule(k, &d, "modality", ISN_T_CUE, rep->cue_row, rep->why,
             rep->cue_word == ISN_NONE ? at
                                       : isn_emit_mark(k, rep->cue_word, rep->cue_word + 1, 0));
    if (brought_down(k, &d, rep))
        d.c.mode = 0;
    if (fled(k, &d, rep))
        d.c.event = ISN_EV_NONE, d.c.mode = 0;
    set_chain(k, &d, rep);
    finish(k, &d, s, r);
}

/* Room for a claim of each group, so that none is copied as the list grows. */
static void make_room(isn_work *k) {
    uint32_t groups = 0;
    for (uint32_t i = 0; i < k->evs.len; i++)
        groups += k->evs.ptr[i].group == i;
    k->claims.ptr = isn_arena_alloc(k->arena, sizeof(*k->claims.ptr) * groups);
    k->claim_sentence.ptr = isn_arena_alloc(k->arena, sizeof(uint32_t) * groups);
    k->claim_ev.ptr = isn_arena_alloc(k->arena, sizeof(uint32_t) * groups);
    k->claims.cap = k->claim_sentence.cap = k->claim_ev.cap = groups;
}

void isn_emit_claims(isn_work *k) {
    make_room(k);
    for (uint32_t s = 0; s < k->scan->text->nsentences; s++)
        for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++)
            if (k->evs.ptr[i].group == i)
                emit_group(k, s, i);
}

/* What was looked at and is no claim, for isnad explain. */
void isn_emit_rejected(isn_work *k) {
    isn_record *r = k->record;
    r->rejected = ISN_NEW(k->arena, isn_rec_rejected, k->evs.len + 1);
    for (uint32_t i = 0; i < k->evs.len; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (!e->dead || !e->why || !(e->event || e->type == ISN_TY_DENIAL))
            continue;
        isn_rec_rejected *x = &r->rejected[r->nrejected++];
        *x = (isn_rec_rejected){.mark = isn_emit_mark(k, e->first, e->last, e->reading),
                                .why = e->why,
                                .trigger = e->row,
                                .cue = e->cue_row};
        if (e->cue_word != ISN_NONE && e->cue_word != e->first)
            x->by = isn_words_span(k->scan, e->cue_word, e->cue_word + 1, 0);
    }
}

/* اشتباكات بين الجيش والفصائل: of two that fight one another the side that is named first is the actor, and meets the second. */
void isn_emit_met(isn_work *k) {
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        const isn_ev *rep = &k->evs.ptr[k->claim_ev.ptr[i]];
        if (c->event != ISN_EV_ASSAULT || !(rep->flags & ISN_TG_RECIPROCAL) || c->nactors != 2 ||
            c->nrecipients)
            continue;
        c->recipients = c->actors + 1;
        c->nrecipients = 1;
        c->nactors = 1;
    }
}
