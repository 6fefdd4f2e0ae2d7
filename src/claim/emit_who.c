/* emit_who.c: the actors and recipients of a claim, with their countries and sectors. */
#include "claim/emitwork.h"

isn_str isn_emit_country_code(const isn_work *k, const isn_entity *x) {
    if (x->country == ISN_NO_ROW)
        return (isn_str){0};
    return isn_lex_str(k->lex, ISN_T_COUNTRY, x->country, ISN_COUNTRY_ISO3);
}

/* مهاجرون، جنود أجانب: people of another land, by their noun or by what stands behind it. */
static bool foreign(const isn_work *k, const isn_entity *x) {
    if (x->table != ISN_T_PEOPLE)
        return false;
    if (isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) & ISN_PF_FOREIGN)
        return true;
    for (uint32_t w = x->head + 1; w < x->last; w++) {
        const isn_hit *hit;
        const isn_sense *s = isn_work_has(k, w, ISN_T_PEOPLE)
                                 ? isn_match_sense(&hit, k->scan, w, ISN_T_PEOPLE)
                                 : NULL;
        if (s != NULL &&
            isn_lex_int(k->lex, ISN_T_PEOPLE, s->row, ISN_PEOPLE_FLAGS) & ISN_PF_FOREIGN)
            return true;
    }
    return false;
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
    if (foreign(k, x))
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
    /* نفت اليونيفيل سحب كتيبة */
    bool own = suf == ISN_SUF_NONE && e->denied && x->sector == ISN_SEC_MIL &&
               (e->event == ISN_EV_RETREAT || e->event == ISN_EV_MOBILIZE);
    bool land = x->flags & ISN_EF_OWN && x->flags & ISN_EF_STATE_BY_STORY; /* المتحدث: بلاده */
    if ((suf != ISN_SUF_NA && !own && !land &&
         !(its && x->table == ISN_T_ORGWORD && x->flags & ISN_EF_ARMED)) ||
        e->chain == ISN_NONE)
        return NULL;
    const isn_chain *c = &k->chains.ptr[e->chain];
    if (!c->n || c->link[0].entity == ISN_NONE)
        return NULL;
    const isn_entity *speaker = isn_work_entity(k, c->link[0].entity);
    if ((its || own) && speaker->sector == ISN_SEC_UNO)
        return speaker; /* أعلنت اليونيفيل أن إحدى دورياتها */
    return speaker->country != ISN_NO_ROW && !own && (suf == ISN_SUF_NA || land || rebels(speaker))
               ? speaker
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

/* طالبت وزارة الداخلية، ناشدت المنظمة وزارة الداخلية، وكيل وزارة الداخلية: a ministry that has the police is police where it strikes or
 * seizes, and else a part of the government. */
static bool only_governs(const isn_work *k, const isn_entity *x, const isn_ev *e, bool acts) {
    enum {
        FORCE = 1u << ISN_EV_ASSAULT | 1u << ISN_EV_COERCE | 1u << ISN_EV_MOBILIZE |
                1u << ISN_EV_PROTEST
    };
    const isn_entity *body = x->org != ISN_NONE ? isn_work_entity(k, x->org) : x;
    return x->sector == ISN_SEC_COP && body->sector == ISN_SEC_COP &&
           body->table == ISN_T_ORGWORD && !(acts && FORCE >> e->event & 1) &&
           isn_lex_int(k->lex, ISN_T_ORGWORD, body->row, ISN_ORGWORD_FLAGS) & ISN_AF_GOVERNS;
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

/* أعلنت وزارة الدفاع التركية مقتل جندي شمالي العراق، أقرت أنقرة بمقتل جنديين: soldiers of no land that an army, or its ministry, tells the
 * death of, or a state announces it, are its own, unless it or its land did it. */
static isn_str own_soldiers(const isn_work *k, const isn_ev *e) {
    const isn_chain *c = e->chain != ISN_NONE ? &k->chains.ptr[e->chain] : NULL;
    if (e->event != ISN_EV_ASSAULT || !e->effect || c == NULL || !c->n ||
        c->link[0].entity == ISN_NONE)
        return (isn_str){0};
    const isn_entity *teller = isn_work_entity(k, c->link[0].entity);
    bool state = !e->verb && (teller->sector == ISN_SEC_GOV || teller->table == ISN_T_COUNTRY ||
                              teller->flags & ISN_EF_CAPITAL);
    bool army = (teller->sector == ISN_SEC_MIL || state) && teller->country != ISN_NO_ROW &&
                !(teller->flags & ISN_EF_STATE_BY_STORY);
    for (uint32_t i = 0; army && i < e->actors.n; i++)
        army = isn_work_entity(k, e->actors.ptr[i])->country != teller->country;
    return army ? isn_emit_country_code(k, teller) : (isn_str){0};
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

/* غارات إسرائيلية … مجموعات إرهابية: is anybody of the land, or the land itself, told of before? */
static bool named_before(const isn_work *k, const isn_entity *x, isn_str land) {
    for (uint32_t i = 0; land.len && i < k->m->entities.len; i++) {
        const isn_entity *y = isn_work_entity(k, i);
        if (y->first >= x->first)
            return false;
        if (y->country != ISN_NO_ROW && isn_str_eq(isn_emit_country_code(k, y), land))
            return true;
    }
    return false;
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

/* هاجم مستوطنون قاطفي زيتون، اعتقلت قوات الاحتلال شابا: the land that is held by the settlers' own and their army, where they
 * meet others; ISN_NO_ROW for neither. */
static uint32_t land_held(const isn_work *k, const isn_ev *e) {
    const isn_entity *x = e->actors.n ? isn_work_entity(k, e->actors.ptr[0]) : NULL;
    if (x == NULL || x->table != ISN_T_ACTOR ||
        (x->sector != ISN_SEC_CVL && x->sector != ISN_SEC_MIL) ||
        x->country != k->m->story.country || x->country == ISN_NO_ROW)
        return ISN_NO_ROW;
    isn_str theirs = isn_emit_country_code(k, x);
    for (uint32_t row = 0; row < isn_lex_rows(k->lex, ISN_T_COUNTRY); row++)
        if (isn_str_eq(theirs, isn_lex_str(k->lex, ISN_T_COUNTRY, row, ISN_COUNTRY_SOLDIERS)))
            return row;
    return ISN_NO_ROW;
}

/* اعتقل متظاهرون في روسيا: people without a land of their own are of the land where the deed itself is said to be, and else of that
 * which heads the sentence, or the story's. Soldiers, police and governments go abroad. */
static uint32_t land_of(const isn_work *k, const isn_entity *x, const isn_ev *e) {
    uint32_t land = ISN_NO_ROW;
    uint32_t heads = k->m->entities.land[k->scan->words[x->first].sentence];
    uint32_t story = heads != ISN_NO_ROW ? heads : k->m->story.country;
    if (heads == ISN_NO_ROW && (x->sector == ISN_SEC_LEG || x->sector == ISN_SEC_GOV))
        return k->m->story.state; /* 27 نائبا: of the land whose government is meant */
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
    if (land == ISN_NO_ROW)
        land = land_held(k, e);
    return land != ISN_NO_ROW ? land : story;
}

/* دعا وزير الخارجية إسرائيل إلى كذا: the land right behind an office with the article is not his own. */
static bool deals_with(const isn_work *k, const isn_entity *x, uint32_t land) {
    uint32_t c = x->last < k->scan->nwords ? k->m->entities.cover[x->last] : ISN_NONE;
    return x->table == ISN_T_TITLE && c != ISN_NONE &&
           isn_work_pre(k, x->last - 1, 0) & ISN_CL_AL &&
           isn_work_entity(k, c)->table == ISN_T_COUNTRY &&
           isn_work_entity(k, c)->country == land && !isn_work_pre(k, x->last, 0) &&
           !(k->scan->words[x->last].flags & ISN_WF_BREAK);
}

/* What is known of people by what befell them alone: driven out they are displaced, arrested they are unknown or accused, harmed
 * or helped they are civilians. */
static uint8_t sector_by_fate(const isn_work *k, const isn_entity *x, const isn_ev *e,
                              uint8_t sector) {
    int32_t flags =
        x->table == ISN_T_PEOPLE ? isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) : 0;
    bool any = (flags & (ISN_PF_ANY | ISN_PF_ACCUSED)) != 0, nation = x->table == ISN_T_NATION;
    bool driven = e->effect == ISN_WHAT_DISPLACED || e->mode == ISN_MODE_DEPORT;
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
static uint8_t sector_by_deed(const isn_work *k, const isn_entity *x, const isn_ev *e,
                              uint8_t sector) {
    bool any = !sector && x->table == ISN_T_PEOPLE && /* أشخاص مجهولون */
               isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) & ISN_PF_ANY;
    bool nobody = sector == ISN_SEC_UNK || any || (!sector && x->side == ISN_SIDE_ARMED);
    if (e->event == ISN_EV_PROTEST && !sector && x->table == ISN_T_PEOPLE &&
        x->side != ISN_SIDE_ARMED)
        return ISN_SEC_CVL; /* تظاهر أنصاره، خرج مئات الأشخاص */
    return nobody && e->event == ISN_EV_ASSAULT ? ISN_SEC_UAF : sector;
}

/* شقيق الوزير، ابن تاجر، زوجة القيادي: behind people without the article whose they are, and who has no part of his own in it. The
 * end of the whole phrase. A noun with its ن (مسلحون) is bound to nothing. */
static uint32_t phrase_end(const isn_work *k, const isn_entity *x, const isn_ev *e) {
    uint32_t w = x->last;
    if (x->table != ISN_T_PEOPLE || w >= k->scan->nwords ||
        k->scan->words[w].flags & ISN_WF_BREAK || k->m->entities.cover[w] == ISN_NONE ||
        isn_work_pronoun(k, w - 1) || k->scan->words[w - 1].reading[0].pre & ISN_CL_AL)
        return w;
    uint32_t c = k->m->entities.cover[w];
    const isn_entity *y = isn_work_entity(k, c);
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w - 1].token];
    const uint8_t *end = isn_token_end(k->scan->text, token);
    bool loose = token->flags & ISN_TF_TANWIN || token->fold_len < 3 ||
                 (end[-1] == ISN_F_NOON &&
                  (end[-2] == ISN_F_WAW || end[-2] == ISN_F_YEH || end[-2] == ISN_F_ALEF));
    bool somebody =
        y->kind == ISN_ENT_PEOPLE || y->kind == ISN_ENT_PERSON || y->kind == ISN_ENT_ACTOR;
    bool kin = isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) & ISN_PF_KIN;
    unsigned pre = isn_work_pre(k, w, y->reading);
    if (y->first != w || loose || !somebody || y->flags & ISN_EF_ADJ ||
        pre & ~(unsigned)ISN_CL_AL || !(kin || pre & ISN_CL_AL))
        return w;
    for (uint32_t i = 0; i < e->actors.n; i++)
        if (e->actors.ptr[i] == c)
            return w;
    for (uint32_t i = 0; i < e->recipients.n; i++)
        if (e->recipients.ptr[i] == c)
            return w;
    return y->last;
}

/* خطف مسلحون تاجرا، وأضاف أن المسلحين: with the article, and by a word of the same kind, those who were told before. */
static bool told_before(const isn_work *k, const isn_draft *d, const isn_entity *x,
                        const char *field) {
    if (x->table != ISN_T_PEOPLE || x->last != x->first + 1 ||
        !(isn_work_pre(k, x->first, x->reading) & ISN_CL_AL))
        return false;
    for (uint32_t i = 0; i < d->rules.len; i++)
        if (d->rules.ptr[i].table == x->table && d->rules.ptr[i].row == x->row &&
            !strcmp(d->rules.ptr[i].field, field))
            return true;
    return false;
}

static isn_rec_actor actor_of(const isn_work *k, const isn_entity *x, const isn_ev *e, bool acts) {
    enum { FEW = 30 }; /* of hundreds dead an army tells where they are its enemy's */
    isn_rec_actor a = {.mark = isn_emit_mark(k, x->first, phrase_end(k, x, e), x->reading),
                       .id = x->id,
                       .name = x->name,
                       .country = isn_emit_country_code(k, x),
                       .sector = x->sector,
                       .inter = x->inter};
    if (only_governs(k, x, e, acts))
        a.sector = ISN_SEC_GOV;
    uint32_t land = a.country.len == 0 && domestic(k, x) ? land_of(k, x, e) : ISN_NO_ROW;
    if (land != ISN_NO_ROW && !deals_with(k, x, land))
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
        } else if (a.sector != ISN_SEC_REB ||
                   (enemy.len && (!acts || named_before(k, x, enemy)))) { /* or of the land */
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
        a.country = isn_emit_country_code(k, us);
        if (rebels(us) || us->sector == ISN_SEC_UNO)
            a.sector = us->sector;
    }
    uint8_t whose = x->kind == ISN_ENT_PLACE ? isn_work_site(k, x) : ISN_SEC_NONE;
    if (whose != ISN_SEC_NONE) {
        isn_str nation = nation_of_site(k, x);
        bool gift = whose == ISN_SEC_MED && isn_work_pre(k, x->head, x->reading) & ISN_CL_AL &&
                    land_of(k, x, e) != ISN_NO_ROW; /* المستشفى السعودي في الفاشر: its name */
        if (gift)
            a.country = isn_lex_str(k->lex, ISN_T_COUNTRY, land_of(k, x, e), ISN_COUNTRY_ISO3);
        else if (nation.len)
            a.country = nation;
        a.sector = whose;
        a.id = a.name = (isn_str){0};
        a.inter = 0;
    } else if (!acts && x->table == ISN_T_COUNTRY && e->effect &&
               (e->event == ISN_EV_COERCE || e->event == ISN_EV_RETREAT)) {
        a.id = a.name = (isn_str){0}; /* اعتقلت الشرطة سوريا: a man from there */
        a.sector = ISN_SEC_NONE;
    } else if (x->kind == ISN_ENT_PLACE || x->table == ISN_T_COUNTRY || x->flags & ISN_EF_OWN) {
        bool hangs = isn_work_framed(k, e->row, ISN_FR_EXECUTE) ||
                     isn_work_framed(k, e->row, ISN_FR_EXECUTION); /* أعدمت إيران: by its courts */
        bool fights = acts && e->event == ISN_EV_ASSAULT && !hangs;
        a.sector = fights ? ISN_SEC_MIL : ISN_SEC_GOV;
        a.inter = fights ? 1 : 0;
    } else if (acts && occupier(k, x) &&
               (e->event == ISN_EV_ASSAULT || e->event == ISN_EV_COERCE)) {
        a.sector = ISN_SEC_MIL; /* اعتقل الاحتلال: by its soldiers */
        a.inter = 1;
    } else if (x->flags & ISN_EF_ADJ && !a.sector) {
        a.sector = sector_of_adjective(k, x, e);
    } else if (x->kind == ISN_ENT_PEOPLE && !a.sector && x->side == ISN_SIDE_CIVILIAN) {
        bool fled =
            x->table == ISN_T_CASUALTY && /* ثلاثة نازحين */
            isn_lex_int(k->lex, ISN_T_CASUALTY, x->row, ISN_CASUALTY_WHAT) == ISN_WHAT_DISPLACED;
        a.sector = fled ? ISN_SEC_REF : ISN_SEC_CVL;
    }
    if (by_story && x->kind == ISN_ENT_ACTOR &&
        (a.sector == ISN_SEC_UNO || a.sector == ISN_SEC_EUR || a.sector == ISN_SEC_IGO))
        a.country = (isn_str){0}; /* دورية لليونيفيل */
    bool man = x->kind == ISN_ENT_PERSON && !a.sector && x->name_first == x->first &&
               x->org == ISN_NONE && e->event == ISN_EV_ASSAULT;
    if (!acts && man)
        a.sector = ISN_SEC_CVL; /* أصيب خالد النابلسي */
    if (x->kind == ISN_ENT_PEOPLE)
        a.sector = acts ? sector_by_deed(k, x, e, a.sector) : sector_by_fate(k, x, e, a.sector);
    return a;
}

static bool has_mark(const isn_rec_actor *list, uint32_t n, isn_mark m) {
    for (uint32_t i = 0; i < n; i++)
        if (list[i].mark.start < m.end && m.start < list[i].mark.end)
            return true;
    return false;
}

/* قتل قائد الكتيبة بمسيرة استهدفت سيارته: whom the same words tell to have been killed did not do it, unless he blew himself up. */
static bool fell_in_it(const isn_work *k, const isn_ev *e, uint32_t entity) {
    if (e->event != ISN_EV_ASSAULT || e->mode == ISN_MODE_SUICIDE_ATTACK)
        return false;
    for (uint32_t i = k->sentence_ev[e->sentence]; i < k->sentence_ev[e->sentence + 1]; i++) {
        const isn_ev *q = &k->evs.ptr[i];
        if (q == e || q->group != e->group || q->effect != ISN_WHAT_KILLED || q->actors.n ||
            q->mode == ISN_MODE_SUICIDE_ATTACK || q->first > e->first ||
            (!q->verb && e->recipients.n)) /* مقتل مسلحين قادوا توغلا; not مسلحين هاجموا دورية */
            continue;
        for (uint32_t r = 0; r < q->recipients.n; r++)
            if (q->recipients.ptr[r] == entity && isn_work_entity(k, entity)->first >= q->last)
                return true;
    }
    return false;
}

void isn_emit_add_actors(isn_work *k, isn_draft *d, const isn_ev *e) {
    for (uint32_t i = 0; i < e->actors.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->actors.ptr[i]);
        if (fell_in_it(k, e, e->actors.ptr[i]))
            continue;
        isn_mark m = isn_emit_mark_entity(k, x);
        if (has_mark(d->actors.ptr, d->actors.len, m) || told_before(k, d, x, "actors"))
            continue;
        *ISN_PUSH(k->arena, &d->actors) = actor_of(k, x, e, true);
        isn_emit_rule(k, d, "actors", x->table, x->row, "actor", m);
    }
}

/* قالت الشرطة كذا. وأضافت أنها اعتقلت 11 شخصا: the pronoun of أن is who speaks still, named in a sentence before. */
void isn_emit_speaker_does(isn_work *k, isn_draft *d, const isn_ev *rep, uint32_t group) {
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
        isn_emit_rule(k, d, "actors", x->table, x->row, "speaker", isn_emit_mark_entity(k, x));
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
void isn_emit_add_counted(isn_work *k, isn_draft *d, const isn_ev *e) {
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
        isn_mark m = isn_emit_mark_entity(k, org);
        if (e->event == ISN_EV_ASSAULT && isn_role_both_sides(org))
            continue; /* قتلى من الطرفين */
        if (has_mark(d->recipients.ptr, d->recipients.len, m) ||
            has_mark(d->actors.ptr, d->actors.len, m))
            continue;
        *ISN_PUSH(k->arena, &d->recipients) = actor_of(k, org, e, false);
        isn_emit_rule(k, d, "recipients", org->table, org->row, "recipient", m);
    }
}

/* القتلى، الأسرى: a word that says no more than what befell them. Displaced people are somebody, and so are prisoners that
 * are killed or beaten, and hostages that are freed. */
static bool only_harmed(const isn_work *k, const isn_entity *x, const isn_ev *e) {
    if (x->table != ISN_T_CASUALTY || x->country != ISN_NO_ROW || x->sector)
        return false;
    int32_t what = isn_lex_int(k->lex, ISN_T_CASUALTY, x->row, ISN_CASUALTY_WHAT);
    bool freed = e->event == ISN_EV_AID && e->effect == ISN_WHAT_RELEASED;
    bool hurt = (e->event == ISN_EV_ASSAULT || freed) && what != e->effect;
    return what == ISN_WHAT_KILLED || what == ISN_WHAT_WOUNDED ||
           (what != ISN_WHAT_DISPLACED && !hurt);
}

/* استهدفت سيارة للوحدات وقتلت ثلاثة من عناصرها: the fighters of a recipient that is told are not another one. */
static bool theirs(const isn_work *k, const isn_draft *d, const isn_entity *x) {
    if (x->kind != ISN_ENT_PEOPLE || x->side != ISN_SIDE_ARMED || x->last != x->first + 1 ||
        k->scan->words[x->head].reading[x->reading].suf < ISN_SUF_HU)
        return false;
    for (uint32_t i = 0; i < d->recipients.len; i++)
        if (d->recipients.ptr[i].sector == x->sector &&
            isn_str_eq(d->recipients.ptr[i].country, isn_emit_country_code(k, x)))
            return true;
    return false;
}

/* أعربت وزارة الخارجية عن إدانة دولة الكويت الهجوم، جددت دعوة قطر: who speaks for a state asks nothing of that state. */
static bool of_speaker(const isn_work *k, const isn_draft *d, const isn_entity *x,
                       const isn_ev *e) {
    if (!(e->flags & ISN_TG_SPEECH) || x->table != ISN_T_COUNTRY || !d->actors.len)
        return false;
    const isn_rec_actor *actor = &d->actors.ptr[0];
    return actor->sector == ISN_SEC_GOV && actor->country.len > 0 &&
           isn_str_eq(actor->country, isn_emit_country_code(k, x));
}

/* A count's own people are told by the count; they are a recipient all the same. */
void isn_emit_add_recipients(isn_work *k, isn_draft *d, const isn_ev *e) {
    for (uint32_t i = 0; i < e->recipients.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->recipients.ptr[i]);
        bool somebody = e->event == ISN_EV_RETREAT || e->event == ISN_EV_SANCTION;
        if (only_harmed(k, x, e) && !somebody) /* الإفراج عن الأسرى، حكمت على ثلاثة موقوفين */
            continue;
        bool hurts = e->event == ISN_EV_ASSAULT || (!e->event && e->effect); /* أودى بحياة شخصين */
        if (hurts && nobody_in_particular(k, x))
            continue;
        if (theirs(k, d, x) || of_speaker(k, d, x, e))
            continue;
        isn_mark m = isn_emit_mark_entity(k, x);
        if (has_mark(d->recipients.ptr, d->recipients.len, m) || told_before(k, d, x, "recipients"))
            continue;
        if (has_mark(d->actors.ptr, d->actors.len, m))
            continue;
        *ISN_PUSH(k->arena, &d->recipients) = actor_of(k, x, e, false);
        isn_emit_rule(k, d, "recipients", x->table, x->row, "recipient", m);
    }
}
