/* place_settle.c: what the whole text decides about places: which of several towns of a name is meant, which place holds which, and what "the city" and "the hotel" point back to. Left of it: place.c. See entity.h. */
#include "match/entity.h"

static bool same_sentence(const isn_find *f, uint32_t a, uint32_t b) {
    return b < f->end && f->scan->words[a].sentence == f->scan->words[b].sentence;
}

/* ---- which place of a name ----------------------------------------------------------------------------------- */

static int fits(const isn_find *f, const isn_entity *e, uint32_t row, uint32_t beside) {
    int32_t country = isn_lex_int(f->lex, ISN_T_PLACE, row, ISN_PLACE_COUNTRY);
    int32_t type = isn_lex_int(f->lex, ISN_T_PLACE, row, ISN_PLACE_TYPE);
    int score = 0;
    if (beside != ISN_NO_ROW && country == (int32_t)beside)
        score += 5;
    if (f->story->country != ISN_NO_ROW && country == (int32_t)f->story->country)
        score += 4;
    if (type == e->place_type && e->name_first > e->first)
        score +=
            2; /* told by a word of its own: without one the type is but that of the row read first */
    if (isn_lex_int(f->lex, ISN_T_PLACE, row, ISN_PLACE_CUE) != 1)
        score += 1;
    return score;
}

/* Among the rows of the name: by its type word, by the country of its neighbour, by that of the story. */
static void choose_row(isn_entity *e, const isn_find *f, uint32_t beside) {
    uint32_t best = e->row;
    int score = fits(f, e, best, beside);
    for (uint32_t i = f->scan->word_hit[e->name_first]; i < f->scan->word_hit[e->name_first + 1];
         i++) {
        const isn_hit *h = &f->scan->hits[i];
        for (unsigned k = 0; h->last == e->name_last && k < h->nsenses; k++) {
            if (h->senses[k].table != ISN_T_PLACE)
                continue;
            int other = fits(f, e, h->senses[k].row, beside);
            if (other > score) {
                score = other;
                best = h->senses[k].row;
            }
        }
    }
    if (best == e->row)
        return;
    isn_entity was = *e;
    bool told = e->name_first > e->first && /* مقاطعة كذا: whichever town of the name */
                (was.place_type == ISN_PT_DISTRICT || was.place_type == ISN_PT_GOVERNORATE);
    isn_find_fill_place(e, f, best);
    if (was.flags & (ISN_EF_NEAR | ISN_EF_DIRECTION) || was.place_type == ISN_PT_SITE ||
        was.place_type == ISN_PT_REGION || told) {
        e->precision = was.precision;
        e->place_type = was.place_type;
    }
}

/* ---- containers and places told by a bare noun ---------------------------------------------------------------- */

static int size_of(const isn_entity *e) {
    if (e->table == ISN_T_PLACEWORD && e->place_type == ISN_PT_REGION)
        return 2; /* جبل بيره مكرون, منطقة الربوعة: too small for the gazetteer */
    if (e->table == ISN_T_PLACE && e->place_type == ISN_PT_REGION && e->precision == 1)
        return 3; /* منطقة كذا: a town by the gazetteer */
    switch (e->place_type) {
    case ISN_PT_COUNTRY: return 6;
    case ISN_PT_GOVERNORATE:
    case ISN_PT_REGION: return 5;
    case ISN_PT_DISTRICT: return 4;
    case ISN_PT_CITY: return 3;
    case ISN_PT_TOWN: return 2;
    default: return 1;
    }
}

/* Another place of the name than the gazetteer's. */
static void unname(isn_entity *e) {
    e->table = ISN_T_PLACEWORD;
    e->row = ISN_NO_ROW;
    e->id = e->name = (isn_str){NULL, 0};
    e->lat = e->lon = ISN_NO_INT;
}

/* قرية كذا المحاصرة شمال حمص: a quality in ة of the place, before what tells where it lies. */
static bool quality_before(const isn_find *f, uint32_t word, const isn_entity *b) {
    const uint32_t others = 1u << ISN_T_ACTOR | 1u << ISN_T_TITLE | 1u << ISN_T_PEOPLE |
                            1u << ISN_T_DATEWORD | 1u << ISN_T_NAME | 1u << ISN_T_PLACE;
    return b->first == word + 1 && b->flags & ISN_EF_DIRECTION && !isn_find_break(f, word) &&
           !isn_find_break(f, b->first) && isn_find_def(f, word) && isn_find_pre(f, word) == 0 &&
           f->scan->text->tokens[f->scan->words[word].token].flags & ISN_TF_TEH_MARBUTA &&
           !(f->scan->word_tables[word] & others);
}

/* في، من or a comma may stand between a place and the one that holds it. */
static bool adjacent(const isn_find *f, const isn_entity *a, const isn_entity *b) {
    if (b->first < a->last || b->first > a->last + 2 || !same_sentence(f, a->first, b->first))
        return false;
    for (uint32_t k = a->last; k < b->first; k++) {
        const isn_sense *s = isn_find_sense(NULL, f, k, ISN_T_PLACEWORD, false);
        if (s != NULL && isn_find_flags(f, s, ISN_PLACEWORD_USE) == ISN_PU_BESIDE)
            return false; /* ولاية هكاري المتاخمة لشمال العراق: not in it */
        if (!isn_find_func(f, k, ISN_FN_FI) && !isn_find_func(f, k, ISN_FN_MIN) && s == NULL &&
            !quality_before(f, k, b))
            return false;
    }
    return !(isn_find_pre(f, b->first) & ISN_CL_WAW) && !isn_find_func(f, b->first, ISN_FN_AND);
}

/* Does و join the place to the one before it, that no larger one holds? */
static bool goes_on(const isn_find *f, const isn_entity *ents, uint32_t i) {
    const isn_entity *e = &ents[i], *before = &ents[i - 1];
    return before->kind == ISN_ENT_PLACE && before->container == UINT32_MAX &&
           before->last == e->first && before->table != ISN_T_COUNTRY &&
           f->scan->words[e->first].reading[e->reading].pre & ISN_CL_WAW;
}

static void contain(const isn_find *f, isn_entity *ents, uint32_t inner, uint32_t outer) {
    isn_entity *a = &ents[inner], *b = &ents[outer];
    bool governments =
        a->flags & ISN_EF_CAPITAL && b->country != ISN_NO_ROW &&
        a->country != b->country; /* اتهمت نيودلهي باكستان، الموالية لأنقرة في ريف كذا */
    bool bigger = size_of(b) > size_of(a) || (b->flags & (ISN_EF_DIRECTION | ISN_EF_NEAR));
    /* كاي، قرب الحدود السنغالية: near another land, and not in it */
    bool beyond = b->flags & ISN_EF_NEAR && a->country != ISN_NO_ROW &&
                  a->country == f->story->country && b->country != a->country;
    if (!adjacent(f, a, b) || !bigger || governments || beyond)
        return;
    a->container = outer;
    b->flags |= ISN_EF_CONTAINER;
    if (b->country == ISN_NO_ROW || a->country == b->country)
        return;
    if (a->table == ISN_T_PLACE)
        choose_row(a, f, b->country);
    bool sure =
        b->table == ISN_T_COUNTRY || (b->table == ISN_T_PLACE && isn_find_unambiguous(f, b));
    if (a->table == ISN_T_PLACE && a->country != b->country && sure)
        unname(a);
    if (a->table == ISN_T_PLACEWORD || a->country == ISN_NO_ROW)
        a->country = b->country; /* قرية كذا بولاية كاتسينا: hers, not the story's */
    uint32_t held = inner; /* بحي كذا بمنطقة كذا جنوب الخرطوم: and what that holds */
    while (held > 0 && ents[held - 1].container == held) {
        isn_entity *one = &ents[--held];
        if (one->table == ISN_T_PLACE && (one->country == a->country || !sure))
            break;
        if (one->table == ISN_T_PLACE)
            unname(one); /* بلدية بني زيد دائرة القل ولاية سكيكدة: another of the name */
        one->country = a->country;
    }
}

/* "المدينة", "البلاد": the one named before. */
static void point_back(isn_entity *e, const isn_entity *before) {
    e->table = before->table;
    e->row = before->row;
    e->id = before->id;
    e->name = before->name;
    e->country = before->country;
    e->lat = before->lat;
    e->lon = before->lon;
    if (e->place_type != ISN_PT_REGION)
        e->precision = before->precision;
    e->basis = before->basis;
}

static bool urban(uint8_t type) {
    return type == ISN_PT_CITY || type == ISN_PT_TOWN || type == ISN_PT_VILLAGE;
}

/* The last one of its type; for a town, of any urban kind, a capital only if there is no other. */
static const isn_entity *antecedent(const isn_entity *e, const isn_entity *const last[16]) {
    static const uint8_t towns[] = {ISN_PT_CITY, ISN_PT_TOWN, ISN_PT_VILLAGE, ISN_PT_DISTRICT};
    const isn_entity *best = NULL;
    if (e->place_type == ISN_PT_SITE)
        return NULL; /* a prison is no market: by the same noun, as named_before asks */
    if (!urban(e->place_type) || e->place_type == ISN_PT_VILLAGE)
        return last[e->place_type & 15];
    for (unsigned i = 0; i < ISN_LEN(towns); i++) {
        const isn_entity *one = last[towns[i]];
        if (one == NULL)
            continue;
        bool capital = (one->flags & ISN_EF_CAPITAL) != 0;
        bool was_capital = best != NULL && (best->flags & ISN_EF_CAPITAL);
        if (best == NULL || (was_capital && !capital) ||
            (was_capital == capital && one->first > best->first))
            best = one;
    }
    return best;
}

/* Is anybody or anything else in the text of the country of the place? */
static bool country_told(const isn_entities *out, const isn_entity *e) {
    for (uint32_t i = 0; i < out->len; i++) {
        const isn_entity *x = &out->ptr[i];
        if (x->country == e->country &&
            (x->kind != ISN_ENT_PLACE || x->table != e->table || x->row != e->row))
            return true;
    }
    return false;
}

/* A bridge or a quarter that bears the name of another country's quarter is no such place: جسر النصر. */
static void doubt(const isn_find *f, const isn_entities *out, isn_entity *e) {
    if (e->table != ISN_T_PLACE || e->country == f->story->country ||
        f->story->country == ISN_NO_ROW)
        return;
    int32_t type = isn_lex_int(f->lex, ISN_T_PLACE, e->row, ISN_PLACE_TYPE);
    bool generic = (type == ISN_PT_GOVERNORATE || type == ISN_PT_DISTRICT) &&
                   isn_find_has(f, e->name_first, ISN_T_PLACEWORD) &&
                   isn_find_def(f, e->name_first); /* المنطقة الشرقية، الريف الغربي */
    const isn_sense *word = isn_find_sense(NULL, f, e->name_first, ISN_T_PLACEWORD, false);
    generic |= type == ISN_PT_REGION && word != NULL && isn_find_def(f, e->name_first) &&
               isn_find_flags(f, word, ISN_PLACEWORD_TYPE) ==
                   ISN_PT_GOVERNORATE; /* المحافظة الوسطى: of Gaza, and of other lands */
    if (f->story->country_share < 0.5f && !generic)
        return;
    bool typed = type == ISN_PT_NEIGHBOURHOOD && /* حي الزهراء: another of the name */
                 (e->name_first > e->first || isn_find_has(f, e->name_first, ISN_T_PLACEWORD));
    typed |= e->place_type == ISN_PT_NEIGHBOURHOOD && type != ISN_PT_NEIGHBOURHOOD &&
             e->name_first > e->first; /* حي حجر: no district of another land */
    typed |= (type == ISN_PT_TOWN || type == ISN_PT_VILLAGE) && e->name_first > e->first &&
             !country_told(out, e); /* بلدة كذا: another, where nothing else is of that land */
    if (typed || generic || (e->place_type == ISN_PT_SITE && type != ISN_PT_SITE)) {
        unname(e);
        e->country = f->story->country;
    } else if (type == ISN_PT_NEIGHBOURHOOD) {
        e->flags |= ISN_EF_WEAK;
    }
}

/* عند مدخل الفندق: the hotel named last before it, by the same noun. */
static void named_before(const isn_find *f, const isn_entities *out, uint32_t index) {
    isn_entity *e = &out->ptr[index];
    if (e->place_type != ISN_PT_SITE || !(e->flags & ISN_EF_GENERIC) || e->flags & ISN_EF_PLURAL)
        return;
    const isn_sense *s = isn_find_sense(NULL, f, e->last - 1, ISN_T_PLACEWORD, true);
    bool told = s != NULL && isn_find_def(f, e->last - 1);
    for (uint32_t i = index; told && i-- > 0;) {
        const isn_entity *one = &out->ptr[i];
        if (one->kind != ISN_ENT_PLACE || one->place_type != ISN_PT_SITE ||
            !(one->flags & ISN_EF_NAMED))
            continue;
        const isn_sense *head = isn_find_sense(NULL, f, one->first, ISN_T_PLACEWORD, false);
        if (head != NULL && head->row == s->row) {
            e->referent = i;
            return;
        }
    }
}

/* أحياء كذا وكذا بالفلوجة: what holds the last of them holds those that و joins it to. */
static void same_land(const isn_find *f, isn_entity *ents, uint32_t last) {
    uint32_t land = ents[last].country;
    for (uint32_t i = last; land != ISN_NO_ROW && i > 0 && goes_on(f, ents, i); i--) {
        isn_entity *one = &ents[i - 1];
        if (one->table == ISN_T_PLACE && one->country != land)
            choose_row(one, f, land);
        if (one->table == ISN_T_PLACE && one->country != land)
            unname(one);
        one->country = land;
    }
}

/* قطاع غزة، وجنوب لبنان … القطاع: the region whose name begins with the noun, if there is one, before any other. */
static const isn_entity *of_same_noun(const isn_find *f, const isn_entities *out, uint32_t index,
                                      const isn_entity *other) {
    const isn_entity *e = &out->ptr[index];
    const isn_sense *s = isn_find_sense(NULL, f, e->last - 1, ISN_T_PLACEWORD, true);
    for (uint32_t i = index; s != NULL && i-- > 0;) {
        const isn_entity *one = &out->ptr[i];
        if (one->kind != ISN_ENT_PLACE || one->place_type != ISN_PT_REGION || one->nested ||
            one->flags & (ISN_EF_GENERIC | ISN_EF_WEAK))
            continue;
        const isn_sense *head = isn_find_sense(NULL, f, one->first, ISN_T_PLACEWORD, false);
        if (head != NULL && head->row == s->row)
            return one;
    }
    return other;
}

/* عاصمة ولاية كذا: what a town is called, by a name that is not its own. */
static bool capital_of(const isn_find *f, const isn_entity *e) {
    int32_t type = e->table == ISN_T_PLACE && urban(e->place_type)
                       ? isn_lex_int(f->lex, ISN_T_PLACE, e->row, ISN_PLACE_TYPE)
                       : ISN_NO_INT;
    return type == ISN_PT_GOVERNORATE || type == ISN_PT_REGION;
}

void isn_find_settle_places(isn_find *f, isn_entities *out) {
    const isn_entity *last[16] = {NULL};
    uint32_t before = UINT32_MAX;
    for (uint32_t i = 0; i < out->len; i++) {
        isn_entity *e = &out->ptr[i];
        if (e->kind != ISN_ENT_PLACE)
            continue;
        uint32_t beside = ISN_NO_ROW;
        if (before != UINT32_MAX && adjacent(f, &out->ptr[before], e))
            beside = out->ptr[before].country;
        if (e->table == ISN_T_PLACE && e->row != ISN_NO_ROW && !isn_find_unambiguous(f, e))
            choose_row(e, f, beside);
        doubt(f, out, e);
        if (before != UINT32_MAX)
            contain(f, out->ptr, before, i);
        bool bare = (e->flags & (ISN_EF_GENERIC | ISN_EF_PLURAL)) == ISN_EF_GENERIC;
        named_before(f, out, i);
        const isn_entity *named = bare ? antecedent(e, last) : NULL;
        if (named != NULL && e->place_type == ISN_PT_REGION)
            named = of_same_noun(f, out, i, named);
        if (named != NULL)
            point_back(e, named);
        if (e->country == ISN_NO_ROW && e->table != ISN_T_PLACE)
            e->country = f->story->country; /* a sea that the gazetteer has is of no state */
        if (!e->nested && !(e->flags & (ISN_EF_GENERIC | ISN_EF_WEAK | ISN_EF_CONTAINER)) &&
            !capital_of(f, e))
            last[e->place_type & 15] = e;
        before = i;
    }
    for (uint32_t i = 1; i < out->len; i++)
        if (out->ptr[i].kind == ISN_ENT_PLACE && out->ptr[i].container != UINT32_MAX)
            same_land(f, out->ptr, i);
}
