/* entity_land.c: the country of the story, and whose "the army" is that names no nation: that of the body of its kind
 * which the text names with one, else that of the story, or the movement's that rules land and speaks. Step of entity.c.
 * See entity.h. */
#include <stdlib.h>

#include "match/entity.h"

/* ---- the country of the story ------------------------------------------------------------------------------ */

typedef struct vote {
    uint32_t country, weight;
} vote;

bool isn_find_unambiguous(const isn_find *f, const isn_entity *e) {
    if (e->table != ISN_T_PLACE)
        return true;
    for (uint32_t i = f->scan->word_hit[e->name_first]; i < f->scan->word_hit[e->name_first + 1];
         i++) {
        const isn_hit *h = &f->scan->hits[i];
        for (unsigned k = 0; h->last == e->name_last && k < h->nsenses; k++)
            if (h->senses[k].table == ISN_T_PLACE &&
                isn_lex_int(f->lex, ISN_T_PLACE, h->senses[k].row, ISN_PLACE_COUNTRY) !=
                    (int32_t)e->country)
                return false;
    }
    return true;
}

/* في كينيا، شرقي كينيا: where it happens. */
static bool happens_in(const isn_find *f, const isn_entity *e) {
    return e->flags & (ISN_EF_DIRECTION | ISN_EF_NEAR) ||
           (e->first > 0 && !isn_find_break(f, e->first) &&
            isn_find_func(f, e->first - 1, ISN_FN_FI)) ||
           isn_find_pre(f, e->first) & ISN_CL_BEH;
}

/* 11 عسكريا من بوركينا فاسو: whose people they are. */
static bool are_from(const isn_find *f, uint32_t from) {
    return from > 0 && !isn_find_break(f, from) && isn_find_has(f, from - 1, ISN_T_PEOPLE);
}

/* الحدود مع النيجر، تسللوا من سوريا، إلى تركيا */
static bool only_touches(const isn_find *f, const isn_entity *e) {
    return e->first > 0 && !isn_find_break(f, e->first) &&
           (isn_find_func(f, e->first - 1, ISN_FN_MAA) ||
            (isn_find_func(f, e->first - 1, ISN_FN_MIN) && !are_from(f, e->first - 1)) ||
            isn_find_func(f, e->first - 1, ISN_FN_ILA));
}

static uint8_t role_of(const isn_find *f, const isn_entity *e) {
    const isn_sentence *s = &f->scan->text->sentences[f->scan->words[e->first].sentence];
    return f->scan->text->article->blocks[s->block].role;
}

/* مالي.. تضارب حول كذا، ليبيا: اشتباكات: the title begins with where it is. */
static bool labels(const isn_find *f, const isn_entity *e) {
    const unsigned ends = ISN_WF_DOTS | ISN_WF_COLON | ISN_WF_DASH | ISN_WF_SLASH;
    return e->table == ISN_T_COUNTRY && e->last < f->end && e->first == 0 &&
           f->scan->words[e->last].flags & ends;
}

/* How much a mention says of where the story is. A country that is named often acts, speaks or borders only. */
enum {
    IN_COUNTRY = 6,
    NAMED_COUNTRY = 3,
    TOUCHED_COUNTRY = 1,
    PLACE = 5,
    QUARTER = 2, /* other towns have a quarter of the same name */
    AMBIGUOUS = 1,
    LABEL = 6,
    BODY = 3,
    PARTY = 2,
    PEOPLE = 1
};
/* Of where the article comes from, beside votes of a mention times eight or ten. */
enum { HOME = 45, DATELINE = 16 };

/* محادثات غير مباشرة في جنيف، استضافت الدوحة جولة: those who meet there may be of any land. */
static bool met_in(const isn_find *f, const isn_entity *e) {
    enum { NEAR = 4 };
    for (uint32_t w = e->first; w-- > 0 && e->first - w <= NEAR && !isn_find_break(f, w + 1);) {
        if (!isn_find_has(f, w, ISN_T_TRIGGER))
            continue;
        const isn_sense *s = isn_find_sense(NULL, f, w, ISN_T_TRIGGER, false);
        return s != NULL && isn_find_flags(f, s, ISN_TRIGGER_EVENT) == ISN_EV_CONSULT;
    }
    return false;
}

/* القنصلية الإيرانية في النجف: a mission stands in another land, and tells nothing of whose the authorities are. */
static bool abroad(const isn_find *f, const isn_entity *e) {
    return e->table == ISN_T_ORGWORD && e->sector == ISN_SEC_GOV && e->inter == 0 &&
           isn_find_has(f, e->first, ISN_T_SITE);
}

/* سفارة اليونان في طرابلس: whose mission it is tells nothing of where. */
static bool sends_mission(const isn_find *f, const isn_entity *e) {
    if (e->table != ISN_T_COUNTRY || e->first == 0 || isn_find_break(f, e->first) ||
        !isn_find_has(f, e->first - 1, ISN_T_SITE))
        return false;
    const isn_sense *s = isn_find_sense(NULL, f, e->first - 1, ISN_T_SITE, false);
    return s != NULL && isn_find_flags(f, s, ISN_SITE_SECTOR) == ISN_SEC_GOV;
}

static uint32_t weight_of_place(const isn_find *f, const isn_entity *e) {
    if ((e->place_type != ISN_PT_COUNTRY && met_in(f, e)) || sends_mission(f, e))
        return TOUCHED_COUNTRY;
    if (labels(f, e))
        return LABEL;
    if (e->table == ISN_T_COUNTRY || e->flags & ISN_EF_CAPITAL)
        return happens_in(f, e) ? IN_COUNTRY : only_touches(f, e) ? TOUCHED_COUNTRY : NAMED_COUNTRY;
    if (!isn_find_unambiguous(f, e))
        return AMBIGUOUS;
    return e->place_type == ISN_PT_NEIGHBOURHOOD ? QUARTER : PLACE;
}

/* الحدود المالية، قرب الحدود الجزائرية: whose border it is tells of the other side of it. */
static bool is_border(const isn_find *f, const isn_entity *e) {
    for (uint32_t w = e->first; e->table == ISN_T_PLACEWORD && w < e->last; w++) {
        const isn_sense *s = isn_find_sense(NULL, f, w, ISN_T_PLACEWORD, false);
        if (s != NULL &&
            isn_lex_int(f->lex, ISN_T_PLACEWORD, s->row, ISN_PLACEWORD_USE) == ISN_PU_BORDER)
            return true;
    }
    return false;
}

static uint32_t weight_of(const isn_find *f, const isn_entity *e) {
    if (e->country == ISN_NO_ROW || (e->flags & (ISN_EF_WEAK | ISN_EF_ENVOY)) ||
        e->kind == ISN_ENT_OUTLET)
        return 0;
    if (is_border(f, e))
        return TOUCHED_COUNTRY;
    if (e->kind == ISN_ENT_PLACE)
        return weight_of_place(f, e);
    if (abroad(f, e))
        return PEOPLE;
    if (e->org != UINT32_MAX)
        return 0;                  /* what it is of counts */
    if (e->kind == ISN_ENT_PEOPLE) /* at home nobody is called by his nation */
        return PEOPLE;
    return e->kind == ISN_ENT_ACTOR && e->table == ISN_T_ORGWORD ? BODY : PARTY;
}

/* The weight of a mention in eighths, by where in the text it stands; nothing of what is not the article's own words. */
static uint32_t vote_of(const isn_find *f, const isn_entity *e) {
    uint32_t weight = weight_of(f, e);
    if (weight == 0)
        return 0;
    uint8_t role = role_of(f, e);
    if (role == ISN_ROLE_BOILERPLATE || role == ISN_ROLE_BYLINE || role == ISN_ROLE_CREDIT)
        return 0;
    bool present = isn_lex_int(f->lex, ISN_T_COUNTRY, e->country, ISN_COUNTRY_PRESENT) == 1;
    return weight * (present ? 5 : 4) * (role == ISN_ROLE_TITLE ? 3 : 2);
}

static int by_country(const void *a, const void *b) {
    const vote *x = a, *y = b;
    return (x->country > y->country) - (x->country < y->country);
}

static uint32_t country_of_outlet(const isn_find *f, uint32_t outlet) {
    isn_str iso = isn_lex_str(f->lex, ISN_T_OUTLET, outlet, ISN_OUTLET_COUNTRY);
    for (uint32_t row = 0; iso.len != 0 && row < isn_lex_rows(f->lex, ISN_T_COUNTRY); row++)
        if (isn_str_eq(iso, isn_lex_str(f->lex, ISN_T_COUNTRY, row, ISN_COUNTRY_ISO3)))
            return isn_lex_int(f->lex, ISN_T_COUNTRY, row, ISN_COUNTRY_PRESENT) == 1 ? row
                                                                                     : ISN_NO_ROW;
    return ISN_NO_ROW;
}

static uint32_t outlet_country(const isn_find *f) {
    if (!f->story->has_outlet || f->story->outlet.row == ISN_NO_ROW)
        return ISN_NO_ROW;
    return country_of_outlet(f, f->story->outlet.row);
}

/* في تصريح لـ القبس، أبلغ المصدر القبس: where the text names no paper as its own, the land of the papers to which its sources
 * spoke, where these are of one land. */
static uint32_t told_country(const isn_find *f) {
    uint32_t land = ISN_NO_ROW;
    for (uint32_t i = 0; !f->story->has_outlet && i < f->ents.len; i++) {
        const isn_entity *e = &f->ents.ptr[i];
        bool told =
            e->kind == ISN_ENT_OUTLET && e->table == ISN_T_OUTLET && e->first > 0 &&
            (isn_find_pre(f, e->first) & ISN_CL_LAM || isn_find_func(f, e->first - 1, ISN_FN_LI));
        if (!told)
            continue;
        uint32_t one = country_of_outlet(f, e->row);
        if (one == ISN_NO_ROW || (land != ISN_NO_ROW && land != one))
            return ISN_NO_ROW;
        land = one;
    }
    return land;
}

static uint32_t dateline_country(const isn_find *f) {
    if (f->story->dateline_place == ISN_NO_ROW)
        return ISN_NO_ROW;
    int32_t row = isn_lex_int(f->lex, ISN_T_PLACE, f->story->dateline_place, ISN_PLACE_COUNTRY);
    return row != ISN_NO_INT ? (uint32_t)row : ISN_NO_ROW;
}

void isn_find_story_country(isn_find *f) {
    vote *votes = isn_arena_alloc(f->arena, sizeof(*votes) * ((size_t)f->ents.len + 1));
    uint32_t n = 0, all = 0, best = 0, dateline = dateline_country(f), most;
    for (uint32_t i = 0; i < f->ents.len; i++) {
        uint32_t weight = vote_of(f, &f->ents.ptr[i]);
        if (weight != 0)
            votes[n++] = (vote){f->ents.ptr[i].country, weight};
    }
    qsort(votes, n, sizeof(*votes), by_country);
    f->story->country = ISN_NO_ROW;
    f->home = outlet_country(f);
    if (f->home == ISN_NO_ROW)
        f->home = told_country(f);
    f->state = f->home != ISN_NO_ROW ? f->home : dateline;
    most = f->home != ISN_NO_ROW ? HOME : dateline != ISN_NO_ROW ? DATELINE : 0;
    for (uint32_t i = 0; i < n;) {
        uint32_t sum = 0, country = votes[i].country;
        for (; i < n && votes[i].country == country; i++)
            sum += votes[i].weight;
        all += sum;
        if (sum > best) {
            best = sum;
            f->story->country = country;
        }
        sum += (country == f->home ? HOME : 0) + (country == dateline ? DATELINE : 0);
        if (sum > most) {
            most = sum;
            f->state = country;
        }
    }
    f->story->country_share = all != 0 ? (float)best / (float)all : 0;
    f->story->state = f->state;
    if (f->story->country == ISN_NO_ROW) /* no land is named: the paper's own */
        f->story->country = f->home;
}

/* ---- whose body ---------------------------------------------------------------------------------------------- */

static bool of_state(const isn_entity *e) {
    switch (e->sector) {
    case ISN_SEC_MIL:
    case ISN_SEC_COP:
    case ISN_SEC_SPY:
    case ISN_SEC_GOV:
    case ISN_SEC_LEG:
    case ISN_SEC_JUD: return !(e->flags & ISN_EF_ADJ);
    default: return false;
    }
}

/* How many entities back the body that tells the nation may stand. */
enum { BODY_REACH = 200 };

/* Bodies of a state that tell their nation themselves, in the order of the text. */
typedef ISN_VEC(uint32_t) bodies;

/* The nation of the last body before that has the same noun, else of those of its kind, where it is one only. */
static uint32_t told_before(const isn_find *f, const isn_entities *out, uint32_t index,
                            const bodies *own) {
    const isn_entity *e = &out->ptr[index];
    uint32_t like = ISN_NO_ROW;
    bool several = false;
    for (uint32_t i = own->len; i-- > 0 && index - own->ptr[i] <= BODY_REACH;) {
        const isn_entity *one = &out->ptr[own->ptr[i]];
        if (one->last == e->first && !isn_find_break(f, e->first))
            continue; /* طالبت الخارجية الفرنسية السلطات: another's */
        if (one->table == e->table && one->row == e->row)
            return one->country;
        if (one->sector != e->sector || one->kind != e->kind || abroad(f, one))
            continue;
        several |= like != ISN_NO_ROW && like != one->country;
        like = one->country;
    }
    return several ? ISN_NO_ROW : like;
}

/* أقرت القيادة الأميركية بمقتل جنديين …، جرف الجنود بساتين: soldiers with the article are of the one land whose army the text has named
 * before, where it speaks of no other. */
static uint32_t army_before(const isn_find *f, const isn_entities *out, uint32_t index) {
    const isn_entity *e = &out->ptr[index];
    uint32_t land = ISN_NO_ROW;
    if (e->kind != ISN_ENT_PEOPLE || e->sector != ISN_SEC_MIL || e->org != UINT32_MAX ||
        e->number != UINT32_MAX || e->last != e->first + 1 || !isn_find_def(f, e->first))
        return ISN_NO_ROW;
    for (uint32_t i = index; i-- > 0 && index - i <= BODY_REACH;) {
        const isn_entity *one = &out->ptr[i];
        bool army = one->sector == ISN_SEC_MIL && !one->nested && one->country != ISN_NO_ROW &&
                    (one->kind == ISN_ENT_ACTOR || one->kind == ISN_ENT_PEOPLE);
        if (!army)
            continue;
        if (one->flags & ISN_EF_STATE_BY_STORY || (land != ISN_NO_ROW && land != one->country))
            return ISN_NO_ROW;
        land = one->country;
    }
    return land;
}

/* The word before which the speaker of the words at `word` stands: إن. UINT32_MAX for none in the sentence. */
static uint32_t said_by(const isn_find *f, uint32_t word) {
    uint32_t sentence = f->scan->words[word].sentence;
    for (uint32_t w = word; w-- > 0 && f->scan->words[w].sentence == sentence;)
        if (isn_find_func(f, w, ISN_FN_THAT))
            return w;
    return UINT32_MAX;
}

/* قالت وزارة الدفاع التركية إن الجيش، ذكرت وكالة الأنباء الأردنية أن حرس الحدود: hers, whoever was named before; an agency's, where it is a
 * state's and tells of a body of one. */
static uint32_t speakers(const isn_find *f, const isn_entities *out, uint32_t index) {
    const isn_entity *e = &out->ptr[index];
    uint32_t sentence = f->scan->words[e->first].sentence, that = said_by(f, e->first);
    for (uint32_t i = index; that != UINT32_MAX && i-- > 0;) {
        const isn_entity *one = &out->ptr[i];
        if (f->scan->words[one->first].sentence != sentence)
            break;
        if (one->first < that && !one->nested && of_state(one) && one->country != ISN_NO_ROW &&
            !(one->flags & ISN_EF_STATE_BY_STORY))
            return one->country;
        if (one->first < that && one->kind == ISN_ENT_OUTLET && one->table == ISN_T_OUTLET &&
            one->role == ISN_LINK_AGENCY && f->home == ISN_NO_ROW)
            return country_of_outlet(f, one->row);
    }
    return ISN_NO_ROW;
}

/* The nation of all bodies of the noun behind it, where none stands before. */
static uint32_t told_behind(const isn_entities *out, uint32_t index) {
    const isn_entity *e = &out->ptr[index];
    uint32_t country = ISN_NO_ROW;
    for (uint32_t i = index + 1; i < out->len && i < index + BODY_REACH; i++) {
        const isn_entity *one = &out->ptr[i];
        if (one->row != e->row || one->table != e->table || one->country == ISN_NO_ROW ||
            one->flags & ISN_EF_STATE_BY_STORY || !of_state(one))
            continue;
        if (country != ISN_NO_ROW && country != one->country)
            return ISN_NO_ROW;
        country = one->country;
    }
    return country;
}

/* جهاز الأمن الداخلي in a report from Syria: hers, and not the Libyan one. */
static bool elsewhere(const isn_find *f, const isn_entity *e) {
    return e->table == ISN_T_ACTOR && f->state != ISN_NO_ROW && e->country != f->state &&
           isn_lex_int(f->lex, ISN_T_ACTOR, e->row, ISN_ACTOR_FLAGS) & ISN_AF_LOCAL;
}

static void localise(const isn_find *f, isn_entities *out, isn_entity *e) {
    bool own = elsewhere(f, e);
    if (!own && (e->org == UINT32_MAX || !elsewhere(f, &out->ptr[e->org]) ||
                 e->country != out->ptr[e->org].country))
        return;
    if (own) {
        e->id = e->name = (isn_str){NULL, 0};
        e->table = ISN_TABLES;
    }
    e->country = ISN_NO_ROW;
    e->flags |= ISN_EF_STATE_BY_STORY;
}

/* ---- the bodies of movements that rule land ------------------------------------------------------------------ */

static bool rules(const isn_find *f, uint32_t row) {
    return isn_lex_int(f->lex, ISN_T_ACTOR, row, ISN_ACTOR_FLAGS) & ISN_AF_RULES;
}

/* The row of actors.tsv with that id, if it rules land. */
static uint32_t ruler_of_outlet(const isn_find *f) {
    if (!f->story->has_outlet || f->story->outlet.row == ISN_NO_ROW)
        return ISN_NO_ROW;
    isn_str id = isn_lex_str(f->lex, ISN_T_OUTLET, f->story->outlet.row, ISN_OUTLET_ACTOR);
    for (uint32_t row = 0; id.len != 0 && row < isn_lex_rows(f->lex, ISN_T_ACTOR); row++)
        if (isn_str_eq(id, isn_lex_str(f->lex, ISN_T_ACTOR, row, ISN_ACTOR_ID)))
            return rules(f, row) ? row : ISN_NO_ROW;
    return ISN_NO_ROW;
}

static uint32_t ruler_of_land(const isn_find *f, uint32_t country) {
    for (uint32_t row = 0; row < isn_lex_rows(f->lex, ISN_T_ACTOR); row++)
        if (isn_lex_int(f->lex, ISN_T_ACTOR, row, ISN_ACTOR_COUNTRY) == (int32_t)country &&
            rules(f, row))
            return row;
    return ISN_NO_ROW;
}

/* The movement of the entity: itself, whose spokesman it is, or that of a known person. */
static uint32_t ruler_of(const isn_find *f, const isn_entities *out, const isn_entity *e) {
    if (e->org != UINT32_MAX)
        return ruler_of(f, out, &out->ptr[e->org]);
    if (e->table == ISN_T_ACTOR)
        return rules(f, e->row) ? e->row : ISN_NO_ROW;
    if (e->table == ISN_T_PERSON && e->sector == ISN_SEC_REB && e->country != ISN_NO_ROW)
        return ruler_of_land(f, e->country);
    return ISN_NO_ROW;
}

/* A body with a name of its kind, not the army or a force, which may be the enemy's as well. */
static bool may_be_rulers(const isn_find *f, const isn_entity *e) {
    if (e->table != ISN_T_ORGWORD || e->kind != ISN_ENT_ACTOR || !of_state(e))
        return false;
    int32_t flags = isn_lex_int(f->lex, ISN_T_ORGWORD, e->row, ISN_ORGWORD_FLAGS);
    return !(flags & (ISN_AF_HEAD | ISN_AF_HOSTILE));
}

/* قالت جماعة الحوثي إن القوات البحرية: the movement whose words these are, else the outlet's. */
static uint32_t whose_rule(const isn_find *f, const isn_entities *out, uint32_t index,
                           uint32_t outlets) {
    const isn_entity *e = &out->ptr[index];
    uint32_t sentence = f->scan->words[e->first].sentence, that = said_by(f, e->first);
    for (uint32_t i = index; that != UINT32_MAX && i-- > 0;) {
        const isn_entity *one = &out->ptr[i];
        if (f->scan->words[one->first].sentence != sentence)
            break;
        if (one->first < that && !one->nested && one->country != ISN_NO_ROW &&
            !(one->flags & ISN_EF_STATE_BY_STORY))
            return ruler_of(f, out, one);
    }
    return outlets;
}

static void give_to(const isn_find *f, isn_entity *e, uint32_t ruler) {
    int32_t country = isn_lex_int(f->lex, ISN_T_ACTOR, ruler, ISN_ACTOR_COUNTRY);
    int32_t inter = isn_lex_int(f->lex, ISN_T_ACTOR, ruler, ISN_ACTOR_INTER);
    e->sector = ISN_SEC_REB;
    e->inter = inter > 0 ? (uint8_t)inter : 0;
    if (country != ISN_NO_INT)
        e->country = (uint32_t)country;
}

/* المتحدث باسم القوات المسلحة، عناصر البحرية: who is of the body is of the movement, too. */
static void give_members(isn_entities *out, uint32_t body) {
    const isn_entity *of = &out->ptr[body];
    for (uint32_t i = body + 1; i < out->len && i < body + 3; i++) {
        isn_entity *e = &out->ptr[i];
        if (e->org == body && of_state(e)) {
            e->sector = of->sector;
            e->inter = of->inter;
        }
    }
}

/* الحكومة الانتقالية في مالي، السلطات في النيجر: whose land stands right behind it. */
static uint32_t seated_in(const isn_find *f, const isn_entities *out, uint32_t index) {
    const isn_entity *e = &out->ptr[index];
    uint32_t w = e->last;
    if (w + 1 >= f->end || isn_find_break(f, w) || isn_find_break(f, w + 1) ||
        !isn_find_func(f, w, ISN_FN_FI))
        return ISN_NO_ROW;
    for (uint32_t i = index + 1; i < out->len && out->ptr[i].first <= w + 1; i++) {
        const isn_entity *land = &out->ptr[i];
        if (land->first == w + 1 && land->kind == ISN_ENT_PLACE &&
            (land->table == ISN_T_COUNTRY || land->flags & ISN_EF_CAPITAL))
            return land->country;
    }
    return ISN_NO_ROW;
}

/* أعربت وزارة الخارجية عن إدانة المملكة العربية السعودية: what a ministry voices is its own land's. */
static uint32_t voices(const isn_find *f, const isn_entities *out, uint32_t index) {
    const isn_entity *e = &out->ptr[index];
    uint32_t w = e->last;
    if (e->sector != ISN_SEC_GOV || w + 2 >= f->end || !isn_find_func(f, w, ISN_FN_AN) ||
        isn_find_break(f, w + 1) || isn_find_break(f, w + 2) || isn_find_pre(f, w + 2))
        return ISN_NO_ROW;
    for (uint32_t i = index + 1; i < out->len && out->ptr[i].first <= w + 2; i++)
        if (out->ptr[i].first == w + 2 && out->ptr[i].table == ISN_T_COUNTRY)
            return out->ptr[i].country;
    return ISN_NO_ROW;
}

/* جنود نيجيريون in a report from Niger: of two lands with one adjective that of the story. */
static void of_two_lands(const isn_find *f, isn_entity *e) {
    uint32_t land = f->story->country;
    if (e->kind == ISN_ENT_PLACE || e->country == ISN_NO_ROW || land == ISN_NO_ROW ||
        e->country == land)
        return;
    for (uint32_t w = e->first; w < e->last && w < f->end; w++) {
        bool own = false, other = false;
        for (uint32_t h = f->scan->word_hit[w];
             isn_find_has(f, w, ISN_T_NATION) && h < f->scan->word_hit[w + 1]; h++)
            for (unsigned i = 0; i < f->scan->hits[h].nsenses; i++) {
                const isn_sense *s = &f->scan->hits[h].senses[i];
                if (s->table != ISN_T_NATION || f->scan->hits[h].last != w + 1)
                    continue;
                int32_t country = isn_find_flags(f, s, ISN_NATION_COUNTRY);
                own |= country == (int32_t)land;
                other |= country == (int32_t)e->country;
            }
        if (own && other)
            e->country = land;
    }
}

/* دعا وزير الخارجية الفصائل الفلسطينية: he of the paper's own land, whatever land the report is of. */
static bool deals_abroad(const isn_find *f, const isn_entity *e) {
    if (e->table == ISN_T_TITLE)
        return isn_lex_int(f->lex, ISN_T_TITLE, e->row, ISN_TITLE_FLAGS) & ISN_AF_HOME;
    return e->table == ISN_T_ORGWORD &&
           isn_lex_int(f->lex, ISN_T_ORGWORD, e->row, ISN_ORGWORD_FLAGS) & ISN_AF_HOME;
}

static bool first_of_sentence(const isn_find *f, uint32_t word) {
    return word == 0 || f->scan->words[word - 1].sentence != f->scan->words[word].sentence;
}

/* تشاد: حظرت الوزارة، وفي النيجر، أعلنت الوزارة، وفي بوركينا فاسو المجاورة، قصف الجيش: a country that heads a sentence. */
static bool heads_sentence(const isn_find *f, const isn_entity *e) {
    if (e->kind != ISN_ENT_PLACE || e->table != ISN_T_COUNTRY || e->flags & ISN_EF_CAPITAL ||
        e->nested)
        return false;
    uint32_t after = e->last;
    if (first_of_sentence(f, e->first) && !(isn_find_pre(f, e->first) & ISN_CL_BEH))
        return after < f->end && f->scan->words[after].flags & ISN_WF_COLON;
    bool in = e->first > 0 && first_of_sentence(f, e->first - 1) && isn_find_in(f, e->first);
    if (in && !isn_find_break(f, after) && isn_find_def(f, after) && isn_find_pre(f, after) == 0)
        after++; /* المجاورة */
    return in && after < f->end && f->scan->words[after].flags & ISN_WF_COMMA;
}

/* وفي أنقرة، أعلنت وزارة الخارجية، وفي واشنطن قال البنتاغون إن الجيش: the land of the capital that heads the sentence, for its bodies.
 * Who holds an office travels. */
static uint32_t capital_before(const isn_find *f, const isn_entities *out, uint32_t index) {
    const isn_entity *e = &out->ptr[index];
    uint32_t sentence = f->scan->words[e->first].sentence;
    const isn_entity *first = NULL;
    for (uint32_t i = index; i-- > 0 && f->scan->words[out->ptr[i].first].sentence == sentence;)
        first = &out->ptr[i];
    bool heads = first != NULL && first->kind == ISN_ENT_PLACE && first->flags & ISN_EF_CAPITAL &&
                 isn_find_in(f, first->first) && first->first > 0 &&
                 first_of_sentence(f, first->first - 1);
    return heads && e->table == ISN_T_ORGWORD ? first->country : ISN_NO_ROW;
}

/* What heads a sentence holds for the others of its paragraph. */
static void find_lands(const isn_find *f, isn_entities *out) {
    uint32_t n = f->scan->text->nsentences;
    out->land = isn_arena_alloc(f->arena, sizeof(*out->land) * ((size_t)n + 1));
    for (uint32_t s = 0; s < n; s++)
        out->land[s] = ISN_NO_ROW;
    for (uint32_t i = 0; i < out->len; i++)
        if (heads_sentence(f, &out->ptr[i]))
            out->land[f->scan->words[out->ptr[i].first].sentence] = out->ptr[i].country;
    for (uint32_t s = 1; s < n; s++)
        if (out->land[s] == ISN_NO_ROW && !f->scan->text->sentences[s].starts_block)
            out->land[s] = out->land[s - 1];
}

/* وصل المبعوث الأمريكي إلى بيروت حيث يلتقي رئيس الحكومة، زار وفد إيراني دمشق والتقى الرئيس: an office that somebody from abroad
 * meets is of the land whose capital he came to. */
static uint32_t host_of(const isn_find *f, const isn_entities *out, uint32_t index) {
    enum { NEAR = 8 };
    const isn_entity *e = &out->ptr[index], *town = NULL;
    uint32_t sentence = f->scan->words[e->first].sentence;
    if (e->table != ISN_T_TITLE || e->org != UINT32_MAX)
        return ISN_NO_ROW;
    for (uint32_t i = index; i-- > 0 && f->scan->words[out->ptr[i].first].sentence == sentence;) {
        const isn_entity *one = &out->ptr[i];
        if (one->nested)
            continue;
        bool land = one->kind == ISN_ENT_PLACE &&
                    (one->table == ISN_T_COUNTRY || one->flags & ISN_EF_CAPITAL);
        if (!town && land && e->first - one->last < NEAR && one->first > 0) {
            bool to = isn_find_func(f, one->first - 1, ISN_FN_ILA);
            bool object = i > 0 && out->ptr[i - 1].last == one->first &&
                          !isn_find_break(f, one->first) && isn_find_pre(f, one->first) == 0;
            if (!to && !object)
                return ISN_NO_ROW;
            town = one;
        } else if (town) {
            bool guest = of_state(one) && one->country != ISN_NO_ROW &&
                         one->country != town->country && !(one->flags & ISN_EF_STATE_BY_STORY);
            return guest ? town->country : ISN_NO_ROW;
        }
    }
    return ISN_NO_ROW;
}

/* دعا وزير الخارجية إسرائيل إلى كذا، اتهم الرئيس أوكرانيا: the land right behind an office with the article is whom he deals
 * with, and not his own. */
static uint32_t dealt_with(const isn_find *f, const isn_entities *out, uint32_t index) {
    const isn_entity *e = &out->ptr[index], *end = out->ptr + out->len, *land = e + 1;
    while (land < end && land->first < e->last)
        land++;
    if (e->table != ISN_T_TITLE || land == end || !isn_find_def(f, e->last - 1))
        return ISN_NO_ROW;
    return land->first == e->last && land->kind == ISN_ENT_PLACE && land->table == ISN_T_COUNTRY &&
                   !isn_find_break(f, land->first) && isn_find_pre(f, land->first) == 0
               ? land->country
               : ISN_NO_ROW;
}

void isn_find_whose(const isn_find *f, isn_entities *out) {
    find_lands(f, out);
    bool at_home = f->home != ISN_NO_ROW && f->home == f->state;
    uint32_t outlets = ruler_of_outlet(f);
    bodies own = {0};
    for (uint32_t i = 0; i < out->len; i++) {
        isn_entity *e = &out->ptr[i];
        localise(f, out, e);
        of_two_lands(f, e);
        if (e->country == ISN_NO_ROW && e->kind == ISN_ENT_PEOPLE)
            e->country = army_before(f, out, i);
        if (e->country != ISN_NO_ROW) {
            e->flags &= ~(uint32_t)ISN_EF_STATE_BY_STORY;
            if (of_state(e))
                *ISN_PUSH(f->arena, &own) = i;
        } else if (e->flags & ISN_EF_STATE_BY_STORY) {
            uint32_t ruler = may_be_rulers(f, e) ? whose_rule(f, out, i, outlets) : ISN_NO_ROW;
            if (ruler != ISN_NO_ROW) {
                give_to(f, e, ruler);
                give_members(out, i);
                continue;
            }
            uint32_t told = seated_in(f, out, i);
            if (told == ISN_NO_ROW)
                told = voices(f, out, i);
            if (told == ISN_NO_ROW)
                told = speakers(f, out, i);
            if (told == ISN_NO_ROW)
                told = host_of(f, out, i);
            if (told == ISN_NO_ROW)
                told = out->land[f->scan->words[e->first].sentence];
            if (told == ISN_NO_ROW)
                told = capital_before(f, out, i);
            if (told == ISN_NO_ROW && !at_home)
                told = told_before(f, out, i, &own);
            if (told == ISN_NO_ROW && !at_home)
                told = told_behind(out, i);
            if (told == ISN_NO_ROW && deals_abroad(f, e))
                told = dateline_country(f) != ISN_NO_ROW ? dateline_country(f) : f->home;
            if (told == ISN_NO_ROW && !(e->flags & ISN_EF_ENVOY)) /* السفير: of another land */
                told = f->state;
            if (told != ISN_NO_ROW && told == dealt_with(f, out, i))
                told = told != f->home ? f->home : ISN_NO_ROW;
            e->country = told;
        }
    }
}
