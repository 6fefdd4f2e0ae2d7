/* entity.c: words → entities. Walks once over the words, lets the reader of the most telling phrase try
 * first, then settles what needs the whole text: the story's country, whose army "الجيش" is, which town of a
 * name is meant, and who is joined to whom by و. The readers are in entity_*.c and place.c. See match.h. */
#include "match/entity.h"

/* ---- what readers use -------------------------------------------------------------------------------- */

uint32_t isn_find_push(isn_find *f, isn_entity_kind kind, uint32_t first, uint32_t last) {
    isn_entity *e = ISN_PUSH(f->arena, &f->ents);
    e->first = e->head = first;
    e->last = last;
    e->kind = (uint8_t)kind;
    e->table = ISN_TABLES;
    e->row = e->country = ISN_NO_ROW;
    e->org = e->container = e->referent = e->coord = e->number = UINT32_MAX;
    e->lat = e->lon = ISN_NO_INT;
    return f->ents.len - 1;
}

void isn_find_undo(isn_find *f, uint32_t mark) {
    f->ents.len = mark;
}

void isn_find_number_flags(isn_entity *e, const isn_find *f, const isn_hit *hit,
                           const isn_sense *s) {
    bool singular = false, dual = false, plural = false, fem = true;
    unsigned tanwin = f->scan->text->tokens[f->scan->words[hit->first].token].flags & ISN_TF_TANWIN;
    for (unsigned k = 0; k < hit->nsenses; k++) {
        const isn_sense *one = &hit->senses[k];
        if (one->table != s->table || one->row != s->row)
            continue;
        unsigned number = one->form & ISN_FORM_NUMBER;
        singular |= number == ISN_FORM_SG;
        dual |= number == ISN_FORM_DU && !tanwin;
        plural |= number == ISN_FORM_PL;
        fem &= (one->form & ISN_FORM_FEM) != 0;
    }
    if (plural && !singular)
        e->flags |= ISN_EF_PLURAL;
    else if (dual && !singular)
        e->flags |= ISN_EF_DUAL;
    if (fem)
        e->flags |= ISN_EF_FEM;
}

static uint32_t checked(isn_find *f, uint32_t index, uint32_t mark, unsigned pre) {
    if (index == ISN_NO_ENT)
        return ISN_NO_ENT;
    const isn_entity *e = &f->ents.ptr[index];
    unsigned has = f->scan->words[e->first].reading[e->reading].pre & ~(unsigned)ISN_CL_AL;
    if (has == pre)
        return index;
    isn_find_undo(f, mark);
    return ISN_NO_ENT;
}

#define BIT(t) (1u << ISN_T_##t)

typedef uint32_t reader(isn_find *f, uint32_t word);

static uint32_t outlet_cued(isn_find *f, uint32_t word) {
    return isn_find_outlet(f, word, true);
}

static uint32_t actor_cued(isn_find *f, uint32_t word) {
    return isn_find_actor(f, word, true);
}

static uint32_t actor_plain(isn_find *f, uint32_t word) {
    return isn_find_actor(f, word, false);
}

static uint32_t outlet_plain(isn_find *f, uint32_t word) {
    return isn_find_outlet(f, word, false);
}

uint32_t isn_find_nested(isn_find *f, uint32_t word, unsigned pre) {
    static const struct {
        isn_table table;
        reader *read;
    } order[] = {{ISN_T_ACTOR, actor_cued},         {ISN_T_ORGWORD, outlet_plain},
                 {ISN_T_OUTLET, outlet_plain},      {ISN_T_ORGWORD, isn_find_org},
                 {ISN_T_PLACE, isn_find_place},     {ISN_T_COUNTRY, isn_find_place},
                 {ISN_T_PLACEWORD, isn_find_place}, {ISN_T_OUTLET, outlet_cued},
                 {ISN_T_TITLE, isn_find_office},    {ISN_T_PEOPLE, isn_find_people}};
    if (f->depth >= ISN_FIND_DEPTH || word >= f->end)
        return ISN_NO_ENT;
    uint32_t mark = f->ents.len, found = ISN_NO_ENT;
    f->depth++;
    for (unsigned i = 0; i < ISN_LEN(order) && found == ISN_NO_ENT; i++) {
        if (!isn_find_has(f, word, order[i].table))
            continue;
        if (order[i].table == ISN_T_ACTOR &&
            isn_find_longest(f, word, BIT(ORGWORD)) > isn_find_longest(f, word, BIT(ACTOR)))
            continue;
        found = checked(f, order[i].read(f, word), mark, pre);
        if (found == ISN_NO_ENT)
            isn_find_undo(f, mark);
    }
    f->depth--;
    return found;
}

/* ---- the walk ---------------------------------------------------------------------------------------- */

/* شهدت بلدية كذا مواجهات، عاشت محافظة كذا هجوما: what such a verb tells of lies somewhere. */
static bool goes_through(const isn_find *f, uint32_t word) {
    if (word == 0 || isn_find_break(f, word) || isn_find_def(f, word))
        return false;
    const isn_sense *s = isn_find_sense(NULL, f, word - 1, ISN_T_TRIGGER, false);
    return s != NULL && isn_find_flags(f, s, ISN_TRIGGER_FLAGS) & ISN_TG_LIGHT &&
           isn_lex_trigger(f->lex, s->row)->frame == ISN_FR_SUFFER;
}

/* في معتقل الصالح، بمنفذ كذا: a house by its name, and no detainee, nobody who carried it out. */
static bool house_not_man(const isn_find *f, uint32_t word, const isn_sense *s) {
    bool in = isn_find_pre(f, word) == ISN_CL_BEH ||
              (word > 0 && !isn_find_break(f, word) && isn_find_func(f, word - 1, ISN_FN_FI));
    return in && isn_find_flags(f, s, ISN_PLACEWORD_USE) == ISN_PU_SITE && !isn_find_def(f, word) &&
           word + 1 < f->end && !isn_find_break(f, word + 1) && isn_find_pre(f, word + 1) == 0 &&
           (isn_find_def(f, word + 1) || isn_find_has(f, word + 1, ISN_T_PLACE) ||
            isn_find_unknown(f, word + 1));
}

/* مستشفى، مركز، لواء are bodies and places: after في and the like a place; مستشفى is one anyway. */
static bool place_first(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_PLACEWORD, false);
    if (s != NULL && isn_find_has(f, word, ISN_T_PEOPLE) && house_not_man(f, word, s))
        return true;
    if (s == NULL || !isn_find_has(f, word, ISN_T_ORGWORD))
        return false;
    uint32_t place = isn_find_longest(f, word, BIT(PLACEWORD)),
             org = isn_find_longest(f, word, BIT(ORGWORD));
    if (place != org)
        return place > org;
    if (isn_find_said(f, word))
        return false;
    const isn_sense *site = isn_find_sense(NULL, f, word, ISN_T_SITE, false);
    if (site != NULL && isn_find_flags(f, site, ISN_SITE_SECTOR) == ISN_SEC_GOV)
        return isn_find_in(f, word); /* السفارة الروسية */
    int32_t use = isn_find_flags(f, s, ISN_PLACEWORD_USE);
    return use == ISN_PU_SITE || use == ISN_PU_ROAD || isn_find_in(f, word) ||
           goes_through(f, word);
}

/* The named actor wins unless a longer name of another kind begins here: القوات المسلحة … */
static bool actor_wins(const isn_find *f, uint32_t word) {
    const uint32_t others = BIT(PLACE) | BIT(COUNTRY) | BIT(ORGWORD) | BIT(TITLE) | BIT(PEOPLE);
    return isn_find_longest(f, word, BIT(ACTOR)) >= isn_find_longest(f, word, others);
}

/* وإلى القوات: "and to" by its hamza, where والي is a governor. */
static bool and_to(const isn_find *f, uint32_t word) {
    enum { HAMZA_UNDER = 0xa5 }; /* second byte of U+0625 */
    const isn_text *text = f->scan->text;
    const isn_token *t = &text->tokens[f->scan->words[word].token];
    const unsigned char *p = (const unsigned char *)text->article->bytes + t->start;
    return t->fold_len > 1 && t->end - t->start >= 4 && text->fold[t->fold] == ISN_F_WAW &&
           p[2] == 0xd8 && p[3] == HAMZA_UNDER;
}

/* A verb or function word that is also something else counts as that only when nothing says verb:
 * the lexicon's function words come first. */
static bool only_function(isn_find *f, uint32_t word) {
    const isn_hit *hit;
    if (!isn_find_has(f, word, ISN_T_FUNC))
        return false;
    const isn_sense *s = isn_find_sense(&hit, f, word, ISN_T_FUNC, false); /* وإن too */
    if (s == NULL || isn_find_flags(f, s, ISN_FUNC_KIND) == ISN_FN_PRONOUN)
        return false;
    if (isn_find_has(f, word, ISN_T_TITLE) && isn_find_hit_pre(f, hit) & ISN_CL_WAW &&
        and_to(f, word))
        return true;
    if (isn_find_has(f, word, ISN_T_PEOPLE) &&
        (f->counted[word] != UINT32_MAX || /* 45 عسكريا: no "militarily" */
         f->scan->text->tokens[f->scan->words[word].token].flags & ISN_TF_HAMZA_UNDER))
        return false; /* إمام is folded like أمام */
    if (isn_find_has(f, word, ISN_T_PEOPLE) && f->scan->words[word].reading[hit->reading].suf)
        return false; /* سموه: the prince, where سمو stands before his title */
    if (isn_find_has(f, word, ISN_T_TITLE) && isn_find_hit_pre(f, hit) & ISN_CL_WAW &&
        isn_find_sense(NULL, f, word, ISN_T_TITLE, true) != NULL &&
        !(f->scan->text->tokens[f->scan->words[word].token].flags &
          (ISN_TF_MAKSURA | ISN_TF_HAMZA_UNDER)) &&
        (isn_find_said(f, word) || (word > 0 && isn_find_can_verb(f, word - 1))))
        return false; /* دعا والي الولاية: folded like وإلى */
    if (isn_find_name_in_dots(f, word))
        return false; /* اغتيل علي حسن */
    if (isn_find_has(f, word, ISN_T_NAME) && isn_find_said(f, word) &&
        !(f->scan->text->tokens[f->scan->words[word].token].flags & ISN_TF_MAKSURA))
        return false; /* قال علي: folded like على */
    const uint32_t others = BIT(PLACE) | BIT(COUNTRY) | BIT(ORGWORD) | BIT(TITLE) | BIT(PEOPLE) |
                            BIT(ACTOR) | BIT(OUTLET) | BIT(PLACEWORD);
    return hit->last - hit->first >= isn_find_longest(f, word, others) &&
           !isn_find_has(f, word, ISN_T_PLACEWORD);
}

static uint32_t pronoun(isn_find *f, uint32_t word) {
    const isn_hit *hit;
    const isn_sense *s = isn_find_sense(&hit, f, word, ISN_T_FUNC, false);
    if (s == NULL || isn_find_flags(f, s, ISN_FUNC_KIND) != ISN_FN_PRONOUN)
        return ISN_NO_ENT;
    uint32_t index = isn_find_push(f, ISN_ENT_PRONOUN, word, hit->last);
    isn_entity *e = &f->ents.ptr[index];
    e->reading = hit->reading;
    e->table = ISN_T_FUNC;
    e->row = s->row;
    return index;
}

/* بمنطقة كذا، بلدية كذا، ولاية كذا: a word of places behind a place and a comma goes on telling where. */
static bool goes_on_where(const isn_find *f, uint32_t word) {
    const isn_entity *e = f->ents.len > 0 ? &f->ents.ptr[f->ents.len - 1] : NULL;
    if (e == NULL || e->kind != ISN_ENT_PLACE || e->last != word || !(e->flags & ISN_EF_NAMED) ||
        (f->scan->words[word].flags & ISN_WF_BREAK) != ISN_WF_COMMA || isn_find_def(f, word) ||
        isn_find_pre(f, word) != 0)
        return false;
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_PLACEWORD, true);
    return s != NULL && isn_find_flags(f, s, ISN_PLACEWORD_USE) == ISN_PU_TYPE;
}

static uint32_t places_before_bodies(isn_find *f, uint32_t word) {
    return place_first(f, word) || goes_on_where(f, word) ? isn_find_place(f, word) : ISN_NO_ENT;
}

static uint32_t actor_if_wins(isn_find *f, uint32_t word) {
    return actor_wins(f, word) ? actor_plain(f, word) : ISN_NO_ENT;
}

/* A place name that is longer than the body's or the office's head: محافظة الأنبار over محافظ. */
static uint32_t place_if_longer(isn_find *f, uint32_t word) {
    uint32_t length = isn_find_longest(f, word, BIT(PLACE) | BIT(COUNTRY));
    uint32_t other = isn_find_longest(f, word, BIT(ORGWORD) | BIT(TITLE) | BIT(PEOPLE));
    bool list = length > 0 && length >= other && f->ents.len > 0 && /* الخليل وجنين */
                f->ents.ptr[f->ents.len - 1].kind == ISN_ENT_PLACE &&
                f->ents.ptr[f->ents.len - 1].last == word &&
                (isn_find_pre(f, word) & ISN_CL_WAW) != 0;
    return list || (length > 1 && length > other) ? isn_find_place(f, word) : ISN_NO_ENT;
}

static const struct {
    uint32_t tables;
    reader *read;
} readers[] = {
    {BIT(OUTLET) | BIT(ORGWORD), outlet_plain},
    {BIT(ACTOR), actor_if_wins},
    {BIT(PLACE) | BIT(COUNTRY), place_if_longer},
    {BIT(TITLE), isn_find_office},
    {BIT(ORGWORD), isn_find_source},
    {BIT(ORGWORD) | BIT(PEOPLE), places_before_bodies},
    {BIT(ORGWORD), isn_find_org},
    {BIT(ACTOR), actor_plain},
    {BIT(PEOPLE) | BIT(CASUALTY), isn_find_people},
    {BIT(COUNTRY) | BIT(PLACE) | BIT(PLACEWORD), isn_find_place},
    {BIT(NATION), isn_find_nation},
    {BIT(FUNC), pronoun},
};

#define ENTITY_TABLES                                                                              \
    (BIT(OUTLET) | BIT(ORGWORD) | BIT(ACTOR) | BIT(TITLE) | BIT(PEOPLE) | BIT(CASUALTY) |          \
     BIT(COUNTRY) | BIT(PLACE) | BIT(PLACEWORD) | BIT(NATION) | BIT(NAME) | BIT(PERSON))

/* Names of places that are everyday words too, after a preposition: في جنين, no embryo; في دوما, not "always";
 * في ودان, not و + دان. */
static bool place_after_in(const isn_find *f, uint32_t word) {
    if (isn_find_has(f, word, ISN_T_PEOPLE) && !isn_find_def(f, word) &&
        !isn_find_break(f, word + 1) && isn_find_def(f, word + 1) &&
        isn_find_longest(f, word, BIT(PLACE)) == 1)
        return false; /* من أنصار المعارضة */
    const uint32_t others = BIT(ORGWORD) | BIT(TITLE) | BIT(PEOPLE) | BIT(ACTOR) | BIT(OUTLET);
    return (isn_find_in(f, word) || isn_find_road_end(f, word)) &&
           isn_find_sense(NULL, f, word, ISN_T_PLACE, true) != NULL &&
           isn_find_longest(f, word, BIT(PLACE)) >= isn_find_longest(f, word, others);
}

/* A known person's name is longer than any other that begins here: سعد الحريري, no place. */
static bool person_wins(const isn_find *f, uint32_t word) {
    const uint32_t others = BIT(PLACE) | BIT(COUNTRY) | BIT(ACTOR) | BIT(TITLE) | BIT(ORGWORD);
    return isn_find_longest(f, word, BIT(PERSON)) > isn_find_longest(f, word, others);
}

static uint32_t unknown_place(isn_find *f, uint32_t word) {
    uint32_t found = isn_find_listed(f, word);
    if (found == ISN_NO_ENT && f->nlearned > 0)
        found = isn_find_learned(f, word);
    if (found == ISN_NO_ENT && f->scan->word_tables[word] == 0)
        found = isn_find_held(f, word);
    return found;
}

/* بيانا صحفيا، مؤتمرا صحفيا: behind a thing in the accusative the adjective, and no journalist. */
static bool of_a_thing(const isn_find *f, uint32_t word) {
    const isn_token *t = &f->scan->text->tokens[f->scan->words[word].token];
    if (word > 0 && !isn_find_break(f, word) && t->flags & ISN_TF_TEH_MARBUTA &&
        isn_find_def(f, word) && isn_find_pre(f, word) == 0 && isn_find_def(f, word - 1) &&
        f->scan->text->tokens[f->scan->words[word - 1].token].flags & ISN_TF_TEH_MARBUTA &&
        !isn_find_can_verb(f, word - 1) &&
        !(f->scan->word_tables[word - 1] & (BIT(PEOPLE) | BIT(NAME) | BIT(TITLE) | BIT(NATION))))
        return true; /* البوابة الرئيسة: the main one */
    return word > 0 && !isn_find_break(f, word) && isn_find_alef(f, word) &&
           isn_find_alef(f, word - 1) && isn_find_pre(f, word) == 0 && !isn_find_def(f, word) &&
           !isn_find_def(f, word - 1) && !isn_find_verb(f, word - 1) &&
           !(f->scan->word_tables[word - 1] & (BIT(PEOPLE) | BIT(NAME) | BIT(NUMERAL)));
}

static uint32_t read_at(isn_find *f, uint32_t word) {
    uint32_t tables = f->scan->word_tables[word], mark = f->ents.len;
    uint32_t unnamed = unknown_place(f, word);
    if (unnamed != ISN_NO_ENT)
        return unnamed;
    bool child = word + 1 < f->end && f->scan->word_tables[word + 1] & BIT(NAME) &&
                 (!(tables & BIT(NAME)) || tables & (BIT(PLACE) | BIT(COUNTRY) | BIT(ACTOR)));
    if (child && (unnamed = isn_find_child(f, word)) != ISN_NO_ENT)
        return unnamed;
    if (tables == 0 && (unnamed = isn_find_harmed(f, word)) != ISN_NO_ENT)
        return unnamed;
    if (tables & BIT(BOUND) && (unnamed = isn_find_crowd(f, word)) != ISN_NO_ENT)
        return unnamed;
    if (!(tables & (ENTITY_TABLES | BIT(FUNC))))
        return isn_find_def(f, word) ? isn_find_bare_name(f, word) : isn_find_speaker(f, word);
    if ((tables & BIT(PLACE)) && isn_find_func(f, word, ISN_FN_ALA) &&
        f->scan->text->tokens[f->scan->words[word].token].flags & ISN_TF_MAKSURA)
        return ISN_NO_ENT; /* على السالم */
    if ((tables & BIT(PLACE)) && place_after_in(f, word)) {
        uint32_t found = isn_find_place(f, word);
        if (found != ISN_NO_ENT)
            return found;
        isn_find_undo(f, mark);
    }
    if (only_function(f, word) || isn_find_clause_verb(f, word) ||
        ((tables & BIT(TITLE)) && of_a_thing(f, word)))
        return ISN_NO_ENT;
    if ((tables & BIT(NATION)) && (tables & (BIT(COUNTRY) | BIT(PLACE))) &&
        f->counted[word] != ISN_NO_ENT) { /* عشرون سوريا */
        uint32_t found = isn_find_nation(f, word);
        if (found != ISN_NO_ENT && f->ents.ptr[found].kind == ISN_ENT_PEOPLE)
            return found;
        isn_find_undo(f, mark);
    }
    bool known = (tables & BIT(PERSON)) && person_wins(f, word);
    known |= tables & BIT(NAME) && isn_find_surnamed(f, word);
    bool office = tables & BIT(TITLE) && isn_find_longest(f, word, BIT(TITLE)) > 1; /* أمين سر */
    if (known ||
        (!office && (tables & BIT(NAME)) && !(tables & (BIT(PLACE) | BIT(COUNTRY) | BIT(ACTOR))))) {
        uint32_t found = isn_find_bare_name(f, word);
        if (found != ISN_NO_ENT)
            return found;
        isn_find_undo(f, mark);
    }
    unsigned asked = 0; /* without a branch for each reader: which are asked, nobody can foresee */
    for (unsigned i = 0; i < ISN_LEN(readers); i++)
        asked |= (unsigned)((tables & readers[i].tables) != 0) << i;
    for (; asked != 0; asked &= asked - 1) {
        uint32_t found = readers[__builtin_ctz(asked)].read(f, word);
        if (found != ISN_NO_ENT)
            return found;
        isn_find_undo(f, mark);
    }
    return ISN_NO_ENT;
}

static void walk(isn_find *f) {
    for (uint32_t i = 0; i < f->end;) {
        if (f->scan->words[i].kind != ISN_TOK_WORD && f->scan->words[i].kind != ISN_TOK_LATIN) {
            i++;
            continue;
        }
        uint32_t found = read_at(f, i);
        uint32_t last = found != ISN_NO_ENT ? f->ents.ptr[found].last : i + 1;
        i = last > i ? last : i + 1;
        if (found != ISN_NO_ENT) {
            isn_find_count_list(f, found);
            i = isn_find_gloss(f, found, i);
            i = isn_find_second(f, found, i);
        }
    }
}

/* ---- order ---------------------------------------------------------------------------------------------- */

typedef struct key {
    uint32_t first, last, index;
    bool nested;
} key;

static int by_place(const key *x, const key *y) {
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    if (x->nested != y->nested)
        return x->nested ? 1 : -1;
    if (x->last != y->last)
        return x->last > y->last ? -1 : 1;
    return x->index < y->index ? 1 : -1;
}

static uint32_t moved(const uint32_t *to, uint32_t index) {
    return index == UINT32_MAX ? UINT32_MAX : to[index];
}

/* Sorts by `first`, outermost first, and renumbers what points from one to another. */
static void order(isn_entities *out, isn_find *f) {
    uint32_t n = f->ents.len;
    key *keys = isn_arena_alloc(f->arena, sizeof(*keys) * ((size_t)n + 1));
    uint32_t *to = isn_arena_alloc(f->arena, sizeof(*to) * ((size_t)n + 1));
    out->ptr = isn_arena_alloc(f->arena, sizeof(*out->ptr) * ((size_t)n + 1));
    out->len = n;
    for (uint32_t i = 0; i < n; i++) {
        const isn_entity *e = &f->ents.ptr[i];
        keys[i] = (key){e->first, e->last, i, e->nested};
    }
    for (uint32_t i = 1; i < n; i++) { /* nearly sorted: what is nested stands before its holder */
        key one = keys[i];
        uint32_t j = i;
        for (; j > 0 && by_place(&keys[j - 1], &one) > 0; j--)
            keys[j] = keys[j - 1];
        keys[j] = one;
    }
    for (uint32_t i = 0; i < n; i++)
        to[keys[i].index] = i;
    for (uint32_t i = 0; i < n; i++) {
        isn_entity *e = &out->ptr[i];
        *e = f->ents.ptr[keys[i].index];
        e->org = moved(to, e->org);
        e->container = moved(to, e->container);
        e->coord = moved(to, e->coord);
    }
}

/* ---- what the whole text decides --------------------------------------------------------------------------- */

static void mark_nested(isn_find *f) {
    uint32_t cover = 0;
    for (uint32_t i = f->ents.len; i-- > 0;) {
        /* Readers push what is nested before what holds it. */
        isn_entity *e = &f->ents.ptr[i];
        if (i + 1 < f->ents.len && cover < f->ents.len && cover > i &&
            e->first >= f->ents.ptr[cover].first && e->last <= f->ents.ptr[cover].last)
            e->nested = true;
        else
            cover = i;
    }
}

static bool same_kind(const isn_entity *a, const isn_entity *b) {
    if (a->kind == b->kind)
        return a->kind != ISN_ENT_PRONOUN;
    bool place = a->kind == ISN_ENT_PLACE || b->kind == ISN_ENT_PLACE;
    if (place) /* روسيا والنظام: a country may act */
        return (a->kind == ISN_ENT_ACTOR && b->table == ISN_T_COUNTRY) ||
               (b->kind == ISN_ENT_ACTOR && a->table == ISN_T_COUNTRY);
    return a->kind != ISN_ENT_PRONOUN && b->kind != ISN_ENT_PRONOUN && a->kind != ISN_ENT_OUTLET &&
           b->kind != ISN_ENT_OUTLET;
}

/* و as a clitic or alone, or a comma in a list that و ends, between neighbours. */
static bool joined(const isn_find *f, const isn_entity *a, const isn_entity *b) {
    uint32_t first = b->first, n = f->counted[b->head];
    unsigned pre = f->scan->words[first].reading[b->reading].pre;
    if (n != UINT32_MAX && f->numbers->ptr[n].first < first) { /* 31 مدنيا و14 جنديا */
        first = f->numbers->ptr[n].first;
        pre = f->scan->words[first].reading[0].pre;
    }
    uint16_t flags = f->scan->words[first].flags;
    if (a->last > first || (flags & ISN_WF_STOP))
        return false;
    if (a->last == first)
        return (pre & ISN_CL_WAW) != 0 && !(flags & ISN_WF_BREAK & ~(unsigned)ISN_WF_COMMA);
    return a->last + 1 == first && isn_find_func(f, a->last, ISN_FN_AND);
}

static void coordinate(isn_entities *out, const isn_find *f) {
    uint32_t before = UINT32_MAX;
    for (uint32_t i = 0; i < out->len; i++) {
        isn_entity *e = &out->ptr[i];
        if (e->nested)
            continue;
        if (before != UINT32_MAX && same_kind(&out->ptr[before], e) &&
            joined(f, &out->ptr[before], e)) {
            e->flags |= ISN_EF_COORD;
            e->coord = before;
        }
        before = i;
    }
}

static void find_counted(isn_find *f) {
    f->counted = isn_arena_alloc(f->arena, sizeof(*f->counted) * ((size_t)f->end + 1));
    memset(f->counted, 0xff, sizeof(*f->counted) * ((size_t)f->end + 1));
    for (uint32_t i = 0; f->numbers != NULL && i < f->numbers->len; i++)
        if (f->numbers->ptr[i].noun < f->end)
            f->counted[f->numbers->ptr[i].noun] = i;
}

/* The count that belongs to it; of letters that are a plural too (مهاجمين) the count has found out which. */
static void number_of(isn_entities *out, const isn_find *f) {
    for (uint32_t i = 0; i < out->len; i++) {
        isn_entity *e = &out->ptr[i];
        e->number = f->counted[e->head];
        if (e->number != UINT32_MAX && e->flags & ISN_EF_PLURAL &&
            f->numbers->ptr[e->number].flags & ISN_NF_DUAL)
            e->flags = (e->flags & ~(unsigned)ISN_EF_PLURAL) | ISN_EF_DUAL;
    }
}

static void index_words(isn_entities *out, const isn_find *f) {
    out->at = isn_arena_alloc(f->arena, sizeof(*out->at) * ((size_t)f->end + 1));
    out->cover = isn_arena_alloc(f->arena, sizeof(*out->cover) * ((size_t)f->end + 1));
    memset(out->at, 0xff, sizeof(*out->at) * ((size_t)f->end + 1));
    memset(out->cover, 0xff, sizeof(*out->cover) * ((size_t)f->end + 1));
    for (uint32_t i = 0; i < out->len; i++) {
        const isn_entity *e = &out->ptr[i];
        if (out->at[e->first] == UINT32_MAX)
            out->at[e->first] = i;
        for (uint32_t k = e->first; k < e->last && k < f->end; k++)
            if (out->cover[k] == UINT32_MAX)
                out->cover[k] = i;
    }
}

void isn_match_entities(isn_entities *out, isn_arena *arena, const isn_scan *scan,
                        const isn_numbers *numbers, const isn_dates *dates, isn_story *story) {
    isn_find f = {.scan = {*scan},
                  .lex = scan->lex,
                  .arena = arena,
                  .numbers = numbers,
                  .dates = dates,
                  .story = story,
                  .end = scan->nwords};
    find_counted(&f);
    f.ents.cap = f.end / 5 + 8; /* seldom more */
    f.ents.ptr = isn_arena_alloc(arena, f.ents.cap * sizeof(isn_entity));
    f.func = isn_arena_alloc(arena, f.end + 1);
    memset(f.func, ISN_FIND_UNREAD, f.end + 1);
    walk(&f);
    mark_nested(&f);
    isn_find_story_country(&f);
    order(out, &f);
    isn_find_whose(&f, out);
    isn_find_settle_places(&f, out);
    coordinate(out, &f);
    number_of(out, &f);
    index_words(out, &f);
    isn_find_referents(out, scan);
}
