/* entity_org.c: named actors, bodies composed of a head and what follows it, nationality adjectives, glosses; human nouns are
 * in entity_people.c, anonymous sources in entity_source.c. See entity.h. */
#include "match/orgwork.h"

/* والطوارئ in "جهاز الإسعاف والطوارئ": belongs to the name only when the phrase ends with it; `sure`: after
 * للحقوق it always does. */
static uint32_t joined(const isn_find *f, uint32_t word, bool sure) {
    if (isn_find_break(f, word) || isn_find_pre(f, word) != ISN_CL_WAW || !isn_find_def(f, word))
        return word;
    const uint32_t entities = 1u << ISN_T_ACTOR | 1u << ISN_T_ORGWORD | 1u << ISN_T_PEOPLE |
                              1u << ISN_T_PLACE | 1u << ISN_T_COUNTRY | 1u << ISN_T_TITLE |
                              1u << ISN_T_PLACEWORD | 1u << ISN_T_NATION | 1u << ISN_T_CASUALTY;
    if (f->scan->word_tables[word] & entities)
        return word;
    bool ends = isn_find_break(f, word + 1) || isn_find_func(f, word + 1, ISN_FN_FI);
    return sure || ends ? word + 1 : word;
}

bool isn_org_teh_marbuta(const isn_find *f, uint32_t word) {
    return (f->scan->text->tokens[f->scan->words[word].token].flags & ISN_TF_TEH_MARBUTA) != 0;
}

/* آل كذا وآل كذا: a word of names that goes with the one after it ends none. */
static uint32_t whole_name(const isn_find *f, uint32_t first, uint32_t last) {
    const isn_sense *s = last > first ? isn_find_sense(NULL, f, last - 1, ISN_T_NAME, false) : NULL;
    bool goes_on = s != NULL && isn_find_flags(f, s, ISN_NAME_USE) != ISN_NU_NONE &&
                   !isn_find_break(f, last) && isn_find_pre(f, last) == 0;
    return goes_on ? last + 1 : last;
}

/* Nouns up to the definite one that closes the chain: دعم الاستقرار، نقابات النقل البري. A chain without
 * an article counts only as far as its words are unknown, as names are: تابيتال بولاكو. */
static uint32_t chain(const isn_find *f, uint32_t word, bool *named, isn_mods *mods) {
    uint32_t k = word, unknown = word;
    bool all_unknown = true;
    while (k < word + 5 && (k == word ? k < f->end : !isn_find_break(f, k)) &&
           !isn_find_stop(f, k) && isn_find_pre(f, k) == 0) {
        if (isn_find_def(f, k) || isn_find_body_behind(f, k + 1)) {
            isn_mods m = isn_find_mods(f, k + 1, true, false);
            uint32_t last = joined(f, m.last, false);
            *mods = m;
            *named = true;
            return whole_name(f, k, last);
        }
        const isn_sense *side = isn_find_sense(NULL, f, k, ISN_T_PLACEWORD, true);
        if (side != NULL && isn_find_flags(f, side, ISN_PLACEWORD_USE) == ISN_PU_DIRECTION)
            break; /* عصابات تهريب جنوب الكفرة */
        all_unknown &= isn_find_unknown(f, k) || isn_find_has(f, k, ISN_T_NAME);
        k++;
        if (all_unknown && k <= word + 3)
            unknown = k;
    }
    if (unknown == word + 1 && word > 0 && isn_org_teh_marbuta(f, word) &&
        isn_org_teh_marbuta(f, word - 1))
        return word; /* حكومة جديدة: an adjective */
    *named = unknown > word;
    return whole_name(f, word, unknown);
}

/* What is quoted is a name, not speech: no verb, no clause. */
static bool is_title_like(const isn_find *f, uint32_t word, uint32_t last) {
    for (uint32_t k = word; k < last; k++) {
        const isn_sense *s = isn_find_sense(NULL, f, k, ISN_T_FUNC, true);
        int32_t kind = s != NULL ? isn_find_flags(f, s, ISN_FUNC_KIND) : ISN_FN_FI;
        if (isn_find_verb(f, k) || (kind > ISN_FN_AND && kind != ISN_FN_OTHER))
            return false;
    }
    return true;
}

static isn_comp quoted_complement(isn_find *f, uint32_t word) {
    isn_comp c = {.last = word, .nested = ISN_NO_ENT};
    uint32_t last = isn_find_quoted(f, word, 7);
    if (last == 0 || !is_title_like(f, word, last))
        return c;
    uint32_t mark = f->ents.len;
    uint32_t nested = isn_find_actor(f, word, true);
    if (nested != ISN_NO_ENT && f->ents.ptr[nested].last < last)
        isn_find_undo(f, mark);
    else
        c.nested = nested;
    c.last = last;
    c.named = true;
    return c;
}

/* دورية قرب جسر كذا، رتلا شمال قرية كذا: where it was, and no part of it; but قوات شرق ليبيا. */
static bool tells_where(const isn_entity *e) {
    return e->kind == ISN_ENT_PLACE &&
           (e->flags & ISN_EF_NEAR || (e->flags & ISN_EF_DIRECTION && e->table != ISN_T_COUNTRY));
}

/* A bare definite place noun (المدينة) is no complement of fighters: "دخلت قوات المدينة". */
static bool may_nest(const isn_find *f, uint32_t nested, bool armed) {
    const isn_entity *e = &f->ents.ptr[nested];
    return !(armed && e->kind == ISN_ENT_PLACE && (e->flags & ISN_EF_GENERIC)) && !tells_where(e);
}

/* أحد الفصائل، إحدى الميليشيات: the word that means one of them. */
static bool one_of(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_NUMERAL, true);
    isn_str one = {NULL, 0};
    if (s != NULL)
        one = isn_lex_str(f->lex, ISN_T_NUMERAL, s->row, ISN_NUMERAL_VALUE);
    return one.len == 1 && *one.ptr == '1' && !isn_find_def(f, word) &&
           isn_find_pre(f, word) == 0 && !isn_find_break(f, word + 1) &&
           isn_find_def(f, word + 1) && isn_find_pre(f, word + 1) == 0 &&
           (isn_find_has(f, word + 1, ISN_T_ORGWORD) || isn_find_has(f, word + 1, ISN_T_PEOPLE) ||
            isn_find_has(f, word + 1, ISN_T_ACTOR));
}

/* لجماعة (حزب الله)، حركة (حماس): the name stands in brackets. */
static bool bracketed_complement(isn_comp *c, isn_find *f, uint32_t word) {
    uint32_t last = isn_find_bracketed(f, word, 5), mark = f->ents.len;
    if (last == 0)
        return false;
    uint32_t nested = isn_find_nested(f, word, 0);
    if (nested == ISN_NO_ENT || f->ents.ptr[nested].kind != ISN_ENT_ACTOR ||
        f->ents.ptr[nested].last != last) {
        isn_find_undo(f, mark);
        return false;
    }
    *c = (isn_comp){.last = last, .nested = nested, .named = true};
    return true;
}

/* دمر الجيش 8 أوكار: the figure counts the noun behind it. */
static bool counts_next(const isn_find *f, uint32_t word) {
    return word + 1 < f->end && f->counted[word + 1] != UINT32_MAX;
}

/* خطفت عصابات تلاميذ: civilians are none of an armed body's name. */
static bool victims(const isn_find *f, uint32_t word) {
    const isn_hit *hit;
    const isn_sense *s = isn_find_has(f, word, ISN_T_PEOPLE) && !isn_find_def(f, word)
                             ? isn_find_sense(&hit, f, word, ISN_T_PEOPLE, false)
                             : NULL;
    return s != NULL && isn_find_flags(f, s, ISN_PEOPLE_SIDE) == ISN_SIDE_CIVILIAN &&
           (s->form & ISN_FORM_NUMBER) == ISN_FORM_PL;
}

isn_comp isn_find_complement(isn_find *f, uint32_t word, bool armed) {
    isn_comp c = {.last = word, .nested = ISN_NO_ENT};
    if (bracketed_complement(&c, f, word) || isn_find_break(f, word))
        return c;
    if (one_of(f, word)) {
        c = isn_find_complement(f, word + 1, armed);
        if (c.last == word + 1)
            c.last = word;
        return c;
    }
    if (f->scan->words[word].flags & ISN_WF_QUOTE) {
        const uint32_t things = 1u << ISN_T_TRIGGER | 1u << ISN_T_CUE;
        if (isn_find_quoted(f, word, 2) == word + 1 && isn_find_def(f, word) &&
            f->scan->word_tables[word] & things && !isn_find_has(f, word, ISN_T_ORGWORD))
            return c; /* أدان الناطق باسم الرئاسة "الجريمة" */
        return quoted_complement(f, word); /* وطالب المجلس «الدول التي …»: no name */
    }
    if ((f->scan->words[word].kind == ISN_TOK_NUMBER && !counts_next(f, word)) ||
        f->scan->words[word].kind == ISN_TOK_LATIN) {
        c.last = word + 1;
        c.named = true;
        return c;
    }
    if (isn_find_stop(f, word) || isn_find_pre(f, word) != 0 || (armed && victims(f, word)))
        return c;
    uint32_t mark = f->ents.len;
    uint32_t nested = isn_find_nested(f, word, 0);
    if (nested != ISN_NO_ENT && may_nest(f, nested, armed)) {
        c.last = f->ents.ptr[nested].last;
        c.nested = nested;
        c.named = true;
        return c;
    }
    bool where = nested != ISN_NO_ENT && tells_where(&f->ents.ptr[nested]);
    isn_find_undo(f, mark);
    if (!where)
        c.last = chain(f, word, &c.named, &c.mods);
    return c;
}

uint32_t isn_find_owner(isn_find *f, uint32_t word, bool phrase) {
    const isn_hit *hit;
    const isn_sense *s = isn_find_sense(&hit, f, word, ISN_T_FUNC, true);
    if (s == NULL || isn_find_flags(f, s, ISN_FUNC_KIND) != ISN_FN_BELONGS ||
        f->scan->words[word].flags & ISN_WF_BREAK & ~(unsigned)(ISN_WF_UNQUOTE | ISN_WF_UNPAREN))
        return ISN_NO_ENT;
    uint32_t at = hit->last; /* يشتبه بانتمائهم إلى: the preposition belongs to the phrase */
    bool whole = at > word + 1 && isn_find_pre(f, at) == 0;
    if (isn_find_break(f, at) || (whole && word > 0 && isn_find_tells(f, word - 1, ISN_EV_PROTEST)))
        return ISN_NO_ENT; /* مسيرة ترفع علم فلسطين */
    if (!phrase && word > 0 && isn_find_def(f, word - 1) && !isn_find_def(f, word))
        return ISN_NO_ENT; /* مستودعا للسلاح تابعا للحركة: of the store, which stands further before */
    bool lone = isn_find_func(f, at, ISN_FN_LI) && at + 1 < f->end &&
                !isn_find_break(f, at + 1); /* تابعة لـ «الحوثيين» */
    if (!lone && !whole && isn_find_pre(f, at) != ISN_CL_LAM)
        return ISN_NO_ENT;
    uint32_t mark = f->ents.len;
    uint32_t nested = lone ? isn_find_nested(f, at + 1, isn_find_pre(f, at + 1))
                           : isn_find_nested(f, at, whole ? 0 : ISN_CL_LAM);
    if (nested != ISN_NO_ENT &&
        (f->ents.ptr[nested].kind == ISN_ENT_ACTOR || f->ents.ptr[nested].table == ISN_T_COUNTRY))
        return nested;
    isn_find_undo(f, mark);
    nested = whole ? isn_find_nation(f, at) : ISN_NO_ENT; /* طائرات يعتقد أنها إسرائيلية */
    if (nested != ISN_NO_ENT && f->ents.ptr[nested].kind == ISN_ENT_ACTOR)
        return nested;
    isn_find_undo(f, mark);
    return ISN_NO_ENT;
}

/* A police of an armed group fights for the group; a faction that a state keeps is none of its forces. */
static void org_from_owner(isn_entity *e, const isn_entity *owner) {
    bool rebels = owner->sector == ISN_SEC_REB || owner->sector == ISN_SEC_IMG ||
                  owner->sector == ISN_SEC_PRM;
    if (e->sector == ISN_SEC_COP && !(owner->flags & ISN_EF_ARMED))
        rebels = false; /* the police of an administration that does not fight itself */
    bool other = owner->sector == ISN_SEC_UNO || /* قوات حفظ السلام التابعة للأمم المتحدة */
                 ((owner->sector == ISN_SEC_COP || owner->sector == ISN_SEC_SPY) &&
                  e->sector == ISN_SEC_MIL); /* قوات تابعة للشرطة */
    if (owner->kind == ISN_ENT_ACTOR && (rebels || other || e->sector == ISN_SEC_NONE)) {
        e->sector = owner->sector;
        e->inter = owner->inter;
    }
    if (owner->kind == ISN_ENT_ACTOR && e->sector == ISN_SEC_GOV && e->flags & ISN_EF_ARMED)
        e->sector = ISN_SEC_PRM; /* مجموعة مسلحة موالية للحكومة */
    bool faction = e->sector == ISN_SEC_REB || e->sector == ISN_SEC_PRM || e->sector == ISN_SEC_UAF;
    if (e->country == ISN_NO_ROW && !(owner->kind == ISN_ENT_PLACE && faction))
        e->country = owner->country;
}

static void fill_actor(isn_entity *e, const isn_find *f, const isn_sense *s) {
    int32_t flags = isn_find_flags(f, s, ISN_ACTOR_FLAGS);
    int32_t country = isn_find_flags(f, s, ISN_ACTOR_COUNTRY);
    int32_t inter = isn_find_flags(f, s, ISN_ACTOR_INTER);
    e->table = ISN_T_ACTOR;
    e->row = s->row;
    e->id = isn_lex_str(f->lex, ISN_T_ACTOR, s->row, ISN_ACTOR_ID);
    e->name = isn_lex_str(f->lex, ISN_T_ACTOR, s->row, ISN_ACTOR_NAME);
    e->sector = (uint8_t)isn_find_flags(f, s, ISN_ACTOR_SECTOR);
    e->role = (uint8_t)isn_find_flags(f, s, ISN_ACTOR_ROLE);
    e->inter = inter > 0 ? (uint8_t)inter : 0;
    if (country != ISN_NO_INT)
        e->country = (uint32_t)country;
    e->flags |= ISN_EF_NAMED;
    if (flags & ISN_AF_ARMED)
        e->flags |= ISN_EF_ARMED;
    if (flags & ISN_AF_GENERIC)
        e->flags |= ISN_EF_GENERIC;
    if (flags & ISN_AF_WEAPON)
        e->flags |= ISN_EF_WEAPON;
    if ((flags & ISN_AF_STATE) && country == ISN_NO_INT)
        e->flags |= ISN_EF_STATE_BY_STORY; /* الأسايش: of two countries */
}

/* اثنين من القاعدة: a number of it are people. */
static bool some_of(const isn_find *f, uint32_t word) {
    return word > 1 && !isn_find_break(f, word) && isn_find_func(f, word - 1, ISN_FN_MIN) &&
           !isn_find_break(f, word - 1) &&
           (isn_find_has(f, word - 2, ISN_T_NUMERAL) ||
            f->scan->words[word - 2].kind == ISN_TOK_NUMBER);
}

/* حوثي: one word without the article, with the ي of an adjective. */
static bool bare_adjective(const isn_find *f, const isn_hit *hit) {
    const isn_token *t = &f->scan->text->tokens[f->scan->words[hit->first].token];
    const uint8_t *end = isn_token_end(f->scan->text, t);
    return hit->last == hit->first + 1 && !isn_find_hit_def(f, hit) && t->fold_len > 3 &&
           end[-1] == ISN_F_YEH;
}

/* اقتراح الأمم المتحدة الخاص: behind a body of many states in the feminine a masculine adjective is of the noun before it. */
static bool of_noun_before(const isn_find *f, const isn_sense *s, const isn_hit *hit) {
    int32_t sector = isn_find_flags(f, s, ISN_ACTOR_SECTOR);
    return (sector == ISN_SEC_UNO || sector == ISN_SEC_IGO) && hit->last > hit->first + 1 &&
           hit->last < f->end && isn_org_teh_marbuta(f, hit->last - 1) &&
           !isn_org_teh_marbuta(f, hit->last);
}

uint32_t isn_find_actor(isn_find *f, uint32_t word, bool cued) {
    const isn_hit *hit;
    const isn_sense *s = isn_find_sense(&hit, f, word, ISN_T_ACTOR, false);
    if (s == NULL)
        return ISN_NO_ENT;
    uint32_t two = f->counted[word];
    if (hit->last == word + 1 && two != UINT32_MAX && f->numbers->ptr[two].flags & ISN_NF_DUAL)
        return ISN_NO_ENT; /* قتل طالبان جامعيان */
    bool cue = (isn_find_flags(f, s, ISN_ACTOR_FLAGS) & ISN_AF_CUE) ||
               (hit->last == word + 1 && isn_find_can_verb(f, word)); /* أفاد، the Turkish agency */
    if (cue && hit->last == word + 1 && !isn_find_hit_def(f, hit) &&
        !isn_find_break(f, hit->last) && !(f->scan->words[word].flags & ISN_WF_QUOTE) &&
        isn_find_def(f, hit->last))
        return ISN_NO_ENT; /* جهاز رصد الحدود: a noun with its complement */
    if (cue && !cued && !(f->scan->words[word].flags & ISN_WF_QUOTE) && !some_of(f, word))
        return ISN_NO_ENT;
    isn_mods m = {.last = hit->last, .country = ISN_NO_ROW};
    bool men = isn_find_flags(f, s, ISN_ACTOR_SECTOR) == ISN_SEC_CVL; /* المستوطنين المسلحين */
    if (!bare_adjective(f, hit) && !of_noun_before(f, s, hit)) /* هدد مسؤول حوثي السعودية */
        m = isn_find_mods(f, hit->last, true, men);
    uint32_t quoted = isn_find_quoted(f, m.last, 4);
    const isn_sense *alias = isn_find_sense(NULL, f, m.last, ISN_T_ACTOR, true);
    if (quoted != 0 && alias != NULL && alias->row == s->row && !isn_find_break(f, m.last))
        m.last = quoted; /* المجموعة الاقتصادية لدول غرب أفريقيا "إيكواس" */
    uint32_t owner = isn_find_owner(f, m.last, false);
    if (owner != ISN_NO_ENT) {
        m.last = f->ents.ptr[owner].last;
        f->ents.ptr[owner].nested = true;
    }
    if (isn_find_flags(f, s, ISN_ACTOR_FLAGS) & ISN_AF_PERSONAL)
        m.last = isn_find_holder(f, m.last); /* الأمين العام للأمم المتحدة أنطونيو غوتيريش */
    uint32_t index = isn_find_push(f, ISN_ENT_ACTOR, word, m.last);
    isn_entity *e = &f->ents.ptr[index];
    e->reading = hit->reading;
    fill_actor(e, f, s);
    if (e->sector == ISN_SEC_PTY && m.sector == ISN_SEC_OPP)
        e->sector = m.sector; /* حزب كذا المعارض */
    if (owner != ISN_NO_ENT)
        org_from_owner(e, &f->ents.ptr[owner]);
    if (m.country != ISN_NO_ROW && m.country != e->country && m.count > 0) {
        if (e->country != ISN_NO_ROW) { /* الجيش الوطني الليبي: another one of the same name */
            e->id = e->name = (isn_str){NULL, 0};
            e->table = ISN_TABLES;
        }
        e->country = m.country;
    }
    if (isn_find_flags(f, s, ISN_ACTOR_FLAGS) & ISN_AF_PERSONAL && f->depth == 0)
        isn_find_bearer(f, index);
    return index;
}

typedef struct org {
    const isn_hit *hit;
    const isn_sense *s, *actor;
    int32_t flags;
    bool def, named, armed, suffixed, adjective, ambiguous;
    uint32_t last, nested, owner, country;
    uint8_t sector, role;
    int32_t inter;
} org;

/* مكتبه، فرقه: it ends in a heh that may be a pronoun, and no teh before it; قواته can be nothing else. */
static bool ends_in_heh(const isn_find *f, const isn_hit *h) {
    const isn_token *t = &f->scan->text->tokens[f->scan->words[h->last - 1].token];
    const uint8_t *end = isn_token_end(f->scan->text, t);
    return !(t->flags & ISN_TF_TEH_MARBUTA) && t->fold_len > 3 && end[-1] == ISN_F_HEH &&
           end[-2] != ISN_F_TEH;
}

/* فرقه: "his teams", or فرقة without its dots; جيشه is his army, for no جيشة is known. */
static bool two_ways(const isn_find *f, const isn_hit *h) {
    uint32_t word = h->last - 1;
    bool bare = h->last > h->first + 1;
    for (uint32_t i = f->scan->word_hit[word]; !bare && i < f->scan->word_hit[word + 1]; i++) {
        const isn_hit *one = &f->scan->hits[i];
        bare = one->tables & 1u << ISN_T_ORGWORD && !isn_find_suffixed(f, one);
    }
    return bare && ends_in_heh(f, h);
}

/* The row of the head: the best hit's first row that is neither a modifier nor a source. */
/* قصف صاروخي روسي: of missiles, behind a noun of deed, and not two of them. */
static bool quality(const isn_find *f, uint32_t word, const isn_sense *s, int32_t flags) {
    if (!(flags & ISN_AF_WEAPON) || !(s->form & ISN_FORM_DU) || !(s->form & ISN_FORM_CONSTRUCT) ||
        word == 0 || isn_find_break(f, word) || !isn_find_has(f, word - 1, ISN_T_TRIGGER))
        return false;
    return !isn_find_verb(f, word - 1);
}

/* الصواريخ البحرية: a name of one word in ـية right behind a noun with the article says of what kind that is. */
static bool of_kind(const isn_find *f, uint32_t word, const isn_hit *h) {
    const isn_token *t = &f->scan->text->tokens[f->scan->words[word].token];
    const uint8_t *end = isn_token_end(f->scan->text, t);
    return h->last == word + 1 && word > 0 && t->fold_len > 5 && end[-1] == ISN_F_HEH &&
           end[-2] == ISN_F_YEH && !isn_find_break(f, word) && isn_find_hit_pre(f, h) == 0 &&
           isn_find_hit_def(f, h) && isn_find_def(f, word - 1) && !isn_find_stop(f, word - 1) &&
           !isn_find_verb(f, word - 1);
}

/* القوات المنظمة: only participles and what ends in ـية can be adjectives as well as bodies; one that is feminine behind one
 * masculine, or the other way round, is none: اتهم الوزير المنظمة. */
static bool like_adjective(const isn_find *f, uint32_t word) {
    enum { ARTICLE = 2 };
    const isn_token *t = &f->scan->text->tokens[f->scan->words[word].token];
    const isn_token *before = &f->scan->text->tokens[f->scan->words[word - 1].token];
    const uint8_t *p = f->scan->text->fold + t->fold, *end = isn_token_end(f->scan->text, t);
    const uint8_t *noun = isn_token_end(f->scan->text, before);
    if (t->fold_len < 5 ||
        (p[ARTICLE] != ISN_F_MEEM && !(end[-1] == ISN_F_HEH && end[-2] == ISN_F_YEH)))
        return false;
    bool several = before->fold_len > 4 &&
                   ((noun[-1] == ISN_F_TEH && noun[-2] == ISN_F_ALEF) || noun[-1] == ISN_F_NOON);
    return several || isn_org_teh_marbuta(f, word) == isn_org_teh_marbuta(f, word - 1);
}

static bool org_head(org *o, const isn_find *f, uint32_t word) {
    for (uint32_t i = f->scan->word_hit[word]; i < f->scan->word_hit[word + 1]; i++) {
        const isn_hit *h = &f->scan->hits[i];
        for (unsigned k = 0; k < h->nsenses; k++) {
            if (h->senses[k].table != ISN_T_ORGWORD)
                continue;
            int32_t flags = isn_find_flags(f, &h->senses[k], ISN_ORGWORD_FLAGS);
            if (flags & (ISN_AF_MODIFIER | ISN_AF_SOURCE) || quality(f, word, &h->senses[k], flags))
                continue;
            if (flags & ISN_AF_OWN && !isn_find_suffixed(f, h))
                continue; /* البلاد */
            *o = (org){.hit = h, .s = &h->senses[k], .flags = flags, .last = h->last};
            o->suffixed = isn_find_suffixed(f, h);
            o->def = isn_find_hit_def(f, h) || o->suffixed;
            o->adjective = o->def && !(flags & (ISN_AF_ARMED | ISN_AF_STATE)) && word > 0 &&
                           (o->s->form & ISN_FORM_NUMBER) != ISN_FORM_DU && /* الطرفين */
                           like_adjective(f, word) && !isn_find_break(f, word) &&
                           isn_find_hit_pre(f, h) == 0 && isn_find_def(f, word - 1) &&
                           !isn_find_stop(f, word - 1);
            o->adjective |= of_kind(f, word, h);
            o->ambiguous = two_ways(f, h);
            o->nested = o->owner = ISN_NO_ENT;
            o->country = ISN_NO_ROW;
            o->sector = (uint8_t)isn_find_flags(f, o->s, ISN_ORGWORD_SECTOR);
            o->role = (uint8_t)isn_find_flags(f, o->s, ISN_ORGWORD_ROLE);
            o->inter = isn_find_flags(f, o->s, ISN_ORGWORD_INTER);
            o->armed = (flags & ISN_AF_ARMED) != 0;
            return true;
        }
    }
    return false;
}

static void org_take(org *o, isn_mods m) {
    if (m.actor != NULL)
        o->actor = m.actor;
    if (m.country != ISN_NO_ROW)
        o->country = m.country;
    bool opposed = o->sector == ISN_SEC_PTY && m.sector == ISN_SEC_OPP; /* الحزب المعارض */
    bool of_state = o->sector == ISN_SEC_SOC && /* مركز عسكري، مؤسسة حكومية */
                    (m.sector == ISN_SEC_MIL || m.sector == ISN_SEC_COP || m.sector == ISN_SEC_GOV);
    if ((o->sector == ISN_SEC_NONE || opposed || of_state) && m.sector != ISN_SEC_NONE) {
        o->sector = m.sector;
        o->inter = m.inter;
    }
    if (o->role == ISN_LINK_NONE || o->role == ISN_LINK_UNKNOWN)
        o->role = m.role != ISN_LINK_NONE ? m.role : o->role;
}

/* الوسطاء المصريون: a body that is told by a plural of persons. */
static bool of_several(const isn_find *f, const org *o) {
    const isn_sense *s = o->last == o->hit->last && o->last == o->hit->first + 1
                             ? isn_find_sense(NULL, f, o->hit->first, ISN_T_PEOPLE, false)
                             : NULL;
    return s != NULL && (s->form & ISN_FORM_NUMBER) == ISN_FORM_PL;
}

static void org_mods(org *o, const isn_find *f, bool def) {
    isn_mods m = isn_find_mods(f, o->last, def, of_several(f, o));
    o->last = m.last;
    org_take(o, m);
}

/* طائرات إف 16 عراقية، مروحيات أباتشي إسرائيلية، طائرة من طراز بيرقدار تركية: the make stands before whose they are. */
static void org_make_of_weapon(org *o, const isn_find *f) {
    enum { LONGEST = 3 };
    uint32_t k = o->last;
    if (!(o->flags & ISN_AF_WEAPON) || o->country != ISN_NO_ROW || isn_find_break(f, k))
        return;
    if (isn_find_func(f, k, ISN_FN_MIN) && !isn_find_break(f, k + 1) &&
        isn_find_has(f, k + 1, ISN_T_UNIT))
        k += 2; /* من طراز */
    uint32_t first = k;
    while (k < first + LONGEST && !isn_find_break(f, k) && isn_find_pre(f, k) == 0 &&
           !isn_find_def(f, k) &&
           (f->scan->words[k].kind != ISN_TOK_WORD || isn_find_unknown(f, k)))
        k++;
    if (k == first || isn_find_break(f, k) || !isn_find_has(f, k, ISN_T_NATION))
        return;
    isn_mods m = isn_find_mods(f, k, o->def, false);
    if (m.country == ISN_NO_ROW)
        return;
    o->last = m.last;
    org_take(o, m);
}

/* الفرقة السابعة، فرقة المشاة السابعة عشرة، اللواء الرابع عشر مشاة */
static void org_ordinal(org *o, const isn_find *f) {
    bool any = false;
    while (!isn_find_break(f, o->last) && isn_find_has(f, o->last, ISN_T_NUMERAL) &&
           (any || isn_find_def(f, o->last)) && isn_find_pre(f, o->last) == 0 &&
           !isn_find_in_date(f, o->last)) { /* الشرطة الاثنين */
        o->last++;
        any = o->named = true;
    }
}

static bool fights(const isn_find *f, uint32_t entity) {
    return entity != ISN_NO_ENT && (f->ents.ptr[entity].flags & ISN_EF_ARMED ||
                                    f->ents.ptr[entity].role == ISN_LINK_BELLIGERENT);
}

/* قصفت طائرات بلدة كذا، مدفعية قرية كذا: no village owns them; it is what they hit. */
static bool hit_by(const org *o, const isn_find *f) {
    const isn_sense *s = isn_find_sense(NULL, f, o->last, ISN_T_PLACEWORD, true);
    return s != NULL && !isn_find_def(f, o->last) &&
           isn_find_flags(f, s, ISN_PLACEWORD_USE) == ISN_PU_TYPE;
}

/* أصابت قذيفة وزارة كذا، مقر كذا: a phrase without the article behind one of them is what it hits. قذائف الحركة، مسيرات
 * الجيش: whose they are fights or is a land. With ب they are what it was done with, and who does it is told by his own name. */
static bool hits_body(const org *o, const isn_find *f, uint32_t entity) {
    bool one = (o->s->form & ISN_FORM_NUMBER) == ISN_FORM_SG &&
               !isn_find_sound_plural(f->scan, o->hit->first);
    const uint32_t kinds = 1u << ISN_T_ORGWORD | 1u << ISN_T_PLACEWORD;
    if (one && f->scan->word_tables[o->last] & kinds && !isn_find_def(f, o->last) &&
        !isn_find_has(f, o->last, ISN_T_ACTOR))
        return true;
    if (entity == ISN_NO_ENT || f->ents.ptr[entity].kind != ISN_ENT_ACTOR)
        return false;
    const isn_entity *e = &f->ents.ptr[entity];
    return !(fights(f, entity) || e->table == ISN_T_COUNTRY) || e->flags & ISN_EF_WEAPON ||
           isn_find_pre(f, o->hit->first) == ISN_CL_BEH;
}

/* وبني سعد، وآل حسن: "and" before a word of names, whatever else its letters can be. */
static const isn_hit *and_name(const isn_find *f, uint32_t word) {
    if (!isn_find_has(f, word, ISN_T_NAME) || isn_find_break(f, word) ||
        isn_find_break(f, word + 1) || isn_find_pre(f, word + 1) != 0 || isn_find_stop(f, word + 1))
        return NULL;
    for (uint32_t i = f->scan->word_hit[word]; i < f->scan->word_hit[word + 1]; i++) {
        const isn_hit *h = &f->scan->hits[i];
        for (unsigned k = 0; k < h->nsenses; k++)
            if (h->senses[k].table == ISN_T_NAME && h->last == word + 1 &&
                isn_find_hit_pre(f, h) == ISN_CL_WAW && !isn_find_hit_def(f, h))
                return h;
    }
    return NULL;
}

/* قبيلتا كذا وكذا، وفدا الحكومة والحركة: two bodies that are no one state's, whose second is one of its own. */
static bool org_two(const org *o) {
    return (o->s->form & ISN_FORM_NUMBER) == ISN_FORM_DU &&
           (!(o->flags & ISN_AF_STATE) || o->flags & ISN_AF_ENVOY);
}

static void org_complement(org *o, isn_find *f) {
    uint32_t mark = f->ents.len;
    isn_comp c = isn_find_complement(f, o->last, o->armed);
    bool town = c.nested != ISN_NO_ENT && f->ents.ptr[c.nested].table != ISN_T_COUNTRY &&
                f->ents.ptr[c.nested].kind == ISN_ENT_PLACE;
    if (c.last == o->last)
        return;
    bool weapon = o->flags & ISN_AF_WEAPON;
    /* هاجم الجيش «الدعم السريع»: a party of its own */
    bool told = o->flags & ISN_AF_STATE && isn_find_hit_def(f, o->hit) &&
                f->scan->words[o->last].flags & ISN_WF_QUOTE &&
                ((c.nested != ISN_NO_ENT && f->ents.ptr[c.nested].kind == ISN_ENT_ACTOR) ||
                 (isn_find_def(f, o->last) && isn_find_has(f, o->last, ISN_T_ORGWORD)));
    bool other = told || (weapon && !(o->flags & ISN_AF_STATE) && o->sector == ISN_SEC_MIL &&
                          hits_body(o, f, c.nested));
    if (other || (weapon && town && hit_by(o, f))) {
        isn_find_undo(f, mark);
        return;
    }
    for (uint32_t w = o->last + 1; org_two(o) && c.nested == ISN_NO_ENT && w < c.last; w++)
        if (isn_find_pre(f, w) == ISN_CL_WAW || and_name(f, w) != NULL)
            c.last = w;
    o->last = c.last;
    o->nested = c.nested;
    o->named = c.named;
    if (c.mods.count > 0)
        org_take(o, c.mods);
    /* وزارة الدفاع التركية: the adjective stands after the complement; a nested one has taken it. */
    if (c.nested == ISN_NO_ENT || f->ents.ptr[c.nested].kind == ISN_ENT_PLACE)
        org_mods(o, f, true);
    if (o->sector == ISN_SEC_MIL && isn_find_has(f, o->last, ISN_T_NUMERAL)) {
        org_ordinal(o, f);
        org_mods(o, f, true);
    }
}

/* وزارتا الدفاع والداخلية العراقيتان: two heads in one word, whose second complement follows. */
static void org_second(org *o, const isn_find *f) {
    uint32_t at = o->last;
    if ((o->s->form & ISN_FORM_NUMBER) != ISN_FORM_DU || org_two(o) || isn_find_break(f, at) ||
        isn_find_pre(f, at) != ISN_CL_WAW || !isn_find_def(f, at) || isn_find_verb(f, at))
        return;
    o->last = at + 1;
    org_mods(o, f, true);
}

bool isn_find_sound_plural(const isn_scan *scan, uint32_t word) {
    const isn_token *t = &scan->text->tokens[scan->words[word].token];
    const uint8_t *fold = scan->text->fold + t->fold;
    return t->fold_len > 4 && fold[t->fold_len - 1u] == ISN_F_TEH &&
           fold[t->fold_len - 2u] == ISN_F_ALEF;
}

/* القوات الروسية والسورية: another nation's adjective, of several. The first gives the country. */
static void org_nations(org *o, const isn_find *f) {
    const isn_sense *before = isn_find_sense(NULL, f, o->last - 1, ISN_T_NATION, false);
    bool several = (o->s->form & ISN_FORM_NUMBER) != ISN_FORM_SG ||
                   isn_find_sound_plural(f->scan, o->hit->first);
    while (several && before != NULL && !isn_find_break(f, o->last) &&
           isn_find_pre(f, o->last) == ISN_CL_WAW && isn_find_def(f, o->last)) {
        const isn_sense *s = isn_find_sense(NULL, f, o->last, ISN_T_NATION, false);
        if (s == NULL || (s->form & ISN_FORM_FEM) != (before->form & ISN_FORM_FEM) ||
            (s->form & ISN_FORM_NUMBER) != (before->form & ISN_FORM_NUMBER))
            return;
        o->last++;
    }
}

/* الجمعية الموريتانية لحقوق الإنسان، المؤسسة اليمنية لمناهضة التعذيب: what it is for, behind its adjective. Not a deed it is
 * called on for: دعت المنظمة الدولية لوقف القتال. */
static bool aim_follows(const isn_find *f, const org *o, uint32_t at) {
    const uint32_t others = 1u << ISN_T_TRIGGER | 1u << ISN_T_PEOPLE | 1u << ISN_T_TITLE |
                            1u << ISN_T_DATEWORD | 1u << ISN_T_PLACEWORD;
    const isn_sense *cue = isn_find_sense(NULL, f, at, ISN_T_CUE, false);
    if (cue != NULL && isn_find_flags(f, cue, ISN_CUE_KIND) != ISN_CUE_AFFAIRS)
        return false;
    return o->def && o->last > o->hit->last && !isn_find_def(f, at) &&
           !(f->scan->word_tables[at] & others) && !isn_find_break(f, at + 1) &&
           isn_find_pre(f, at + 1) == 0 && isn_find_def(f, at + 1);
}

static bool is_sent(uint8_t sector) {
    return isn_find_no_state(sector) || sector == ISN_SEC_CVL;
}

/* وفد من شيوخ العشائر: the people that are sent, where they are of no state. */
static uint32_t sent_people(isn_find *f, const org *o, uint32_t at) {
    if (!(o->flags & ISN_AF_ENVOY) || !isn_find_has(f, at, ISN_T_PEOPLE))
        return ISN_NO_ENT;
    uint32_t mark = f->ents.len, men = isn_find_people(f, at);
    if (men != ISN_NO_ENT && is_sent(f->ents.ptr[men].sector)) {
        isn_entity *who = &f->ents.ptr[men];
        uint32_t last = who->last, here = f->ents.len;
        uint32_t place = who->country == ISN_NO_ROW && last < f->end && !isn_find_break(f, last) &&
                                 isn_find_pre(f, last) == 0 && isn_find_has(f, last, ISN_T_PLACE)
                             ? isn_find_place(f, last)
                             : ISN_NO_ENT;
        if (place != ISN_NO_ENT && f->ents.ptr[place].kind == ISN_ENT_PLACE) { /* أهالي درعا */
            f->ents.ptr[place].nested = true;
            f->ents.ptr[men].country = f->ents.ptr[place].country;
            f->ents.ptr[men].last = f->ents.ptr[place].last;
        } else {
            isn_find_undo(f, here);
        }
        return men;
    }
    isn_find_undo(f, mark);
    return ISN_NO_ENT;
}

/* للحقوق والحريات، للدعم في ليبيا after a body; للجيش after a patrol. */
static void org_tail(org *o, isn_find *f) {
    uint32_t at = o->last;
    if (isn_find_break(f, at) || f->scan->words[at].kind != ISN_TOK_WORD)
        return;
    bool phrase = at == o->hit->last && at > o->hit->first + 1; /* مستودعا للأسلحة */
    uint32_t owner = isn_find_owner(f, at, phrase);
    if (owner != ISN_NO_ENT) {
        o->owner = owner;
        o->last = f->ents.ptr[owner].last;
        f->ents.ptr[owner].nested = true;
        return;
    }
    unsigned pre = isn_find_pre(f, at);
    bool lone = isn_find_func(f, at, ISN_FN_LI) && at + 1 < f->end && !isn_find_break(f, at + 1);
    if (lone) /* قوة تابعة لـ «الحوثيين» */
        pre = ISN_CL_LAM;
    bool multi = o->hit->last > o->hit->first + 1;
    bool described = o->last > o->hit->last && pre == ISN_CL_LAM; /* الإدارة العامة للأمن */
    bool body = o->sector == ISN_SEC_NGO || o->sector == ISN_SEC_IGO || o->sector == ISN_SEC_UNO ||
                o->sector == ISN_SEC_SOC || o->sector == ISN_SEC_NONE || o->named;
    if (pre == ISN_CL_BEH && isn_find_has(f, at, ISN_T_TRIGGER))
        return; /* قضت محكمة تونسية بسجن الصحفي: to what, not where */
    if (pre == ISN_CL_LAM || pre == ISN_CL_BEH) {
        uint32_t mark = f->ents.len;
        uint32_t nested =
            isn_find_nested(f, lone ? at + 1 : at, lone ? isn_find_pre(f, at + 1) : pre);
        if (nested != ISN_NO_ENT &&
            ((f->ents.ptr[nested].kind == ISN_ENT_ACTOR &&
              !(f->ents.ptr[nested].flags & ISN_EF_WEAPON)) || /* تصدت الدفاعات لصواريخ */
             (f->ents.ptr[nested].kind == ISN_ENT_PLACE && o->role == ISN_LINK_OFFICIAL &&
              !o->armed && (o->flags & ISN_AF_HEAD))) &&
            (o->nested == ISN_NO_ENT || f->ents.ptr[o->nested].kind == ISN_ENT_PEOPLE) &&
            (o->armed ? pre == ISN_CL_LAM : !o->def || o->named || multi || described) &&
            !isn_find_done_to(f, o->hit->first, nested)) {
            o->nested = nested;
            o->last = f->ents.ptr[nested].last;
            return;
        }
        isn_find_undo(f, mark);
        bool aim = pre == ISN_CL_LAM && !lone && body && !o->armed;
        if (aim && o->last > o->hit->last && isn_find_def(f, at) && !isn_find_break(f, at + 1) &&
            isn_find_func(f, at + 1, ISN_FN_AN) && !isn_find_break(f, at + 2) &&
            isn_find_def(f, at + 2)) {
            o->last = at + 3; /* الهيئة الوطنية للدفاع عن الحريات */
            return;
        }
        at += aim && aim_follows(f, o, at);
        if (aim && (at > o->last || (isn_find_def(f, at) && isn_find_unknown(f, at)))) {
            isn_mods m = isn_find_mods(f, at + 1, true, false);
            o->last = joined(f, m.last > at ? m.last : at + 1, true);
        }
        return;
    }
    bool loose = !o->def && o->flags & ISN_AF_HEAD && o->nested == ISN_NO_ENT;
    if (loose && o->armed && isn_find_func(f, at, ISN_FN_MIN) && !isn_find_break(f, at + 1)) {
        uint32_t mark = f->ents.len; /* قوات من ميليشيا محلية، رتل من الدبابات الروسية */
        uint32_t nested = isn_find_nested(f, at + 1, 0);
        if (nested != ISN_NO_ENT && f->ents.ptr[nested].kind == ISN_ENT_ACTOR &&
            f->ents.ptr[nested].flags & (ISN_EF_ARMED | ISN_EF_WEAPON)) {
            o->owner = nested;
            o->last = f->ents.ptr[nested].last;
            f->ents.ptr[nested].nested = true;
            return;
        }
        isn_find_undo(f, mark);
    }
    loose &= !o->armed;
    if (loose && isn_find_func(f, at, ISN_FN_MIN) && !isn_find_break(f, at + 1)) {
        uint32_t mark = f->ents.len; /* وفد من الأمم المتحدة، فريق من وزارة الصحة */
        uint32_t men = sent_people(f, o, at + 1);
        uint32_t nested = men != ISN_NO_ENT ? men : isn_find_nested(f, at + 1, 0);
        if (nested != ISN_NO_ENT &&
            (men != ISN_NO_ENT || f->ents.ptr[nested].kind == ISN_ENT_ACTOR)) {
            o->nested = nested;
            o->last = f->ents.ptr[nested].last;
            return;
        }
        isn_find_undo(f, mark);
        const isn_sense *land = o->flags & ISN_AF_ENVOY && o->country == ISN_NO_ROW
                                    ? isn_find_sense(NULL, f, at + 1, ISN_T_COUNTRY, true)
                                    : NULL;
        if (land != NULL && isn_find_pre(f, at + 1) == 0) { /* وفد من روسيا */
            o->country = land->row;
            o->last = at + 2;
            return;
        }
    }
    bool office = !o->armed && o->role == ISN_LINK_OFFICIAL && (o->flags & ISN_AF_HEAD) &&
                  !(o->flags & ISN_AF_ENVOY) && /* الوفد المصري في طبرق: where it is met */
                  (o->named || o->country != ISN_NO_ROW || o->hit->last > o->hit->first + 1 ||
                   o->sector == ISN_SEC_JUD); /* محكمة في باريس */
    bool seat = multi && (o->flags & ISN_AF_STATE); /* وزارة الدفاع في نيامي: with a capital only */
    if ((office || seat) && isn_find_func(f, at, ISN_FN_FI) && at + 1 < f->end &&
        !isn_find_break(f, at + 1)) {
        uint32_t mark = f->ents.len;
        uint32_t place = isn_find_place(f, at + 1);
        if (place == ISN_NO_ENT || f->ents.ptr[place].kind != ISN_ENT_PLACE ||
            (!office && !(f->ents.ptr[place].flags & ISN_EF_CAPITAL))) {
            isn_find_undo(f, mark);
            return;
        }
        o->last = f->ents.ptr[place].last;
        if (o->nested == ISN_NO_ENT)
            o->nested = place;
        if (o->country == ISN_NO_ROW)
            o->country = f->ents.ptr[place].country;
    }
}

static bool profession(uint8_t sector) {
    return sector == ISN_SEC_MED || sector == ISN_SEC_JRN || sector == ISN_SEC_EDU ||
           sector == ISN_SEC_JUD || sector == ISN_SEC_LAB;
}

/* The head gives what the nested name lacks, the nested name what it knows better:
 * قوات + التحالف الدولي is the coalition. */
static void org_from_nested(isn_entity *e, const isn_entity *n, const org *o) {
    bool same = n->table == ISN_T_ACTOR && n->kind == ISN_ENT_ACTOR &&
                (o->armed || !(o->flags & ISN_AF_STATE) || (o->flags & ISN_AF_WEAPON));
    if (same) {
        e->table = ISN_T_ACTOR;
        e->row = n->row;
        e->id = n->id;
        e->name = n->name;
        e->sector = n->sector;
        e->inter = n->inter;
        e->role = n->role != ISN_LINK_NONE ? n->role : e->role;
        e->flags |= n->flags & (ISN_EF_ARMED | ISN_EF_NAMED);
    }
    bool guild = n->kind == ISN_ENT_PEOPLE && n->flags & ISN_EF_PLURAL && !o->armed &&
                 e->sector == ISN_SEC_NONE && profession(n->sector); /* لجنة الأطباء */
    if (guild)
        e->sector = ISN_SEC_LAB;
    bool rebels = n->sector == ISN_SEC_REB || n->sector == ISN_SEC_IMG;
    bool force = e->sector == ISN_SEC_MIL && /* قوة من الشرطة */
                 (n->sector == ISN_SEC_COP || n->sector == ISN_SEC_PRM);
    bool house = e->sector == ISN_SEC_SOC && n->sector != ISN_SEC_NONE; /* مركز للشرطة */
    bool company = house && n->kind == ISN_ENT_PEOPLE && n->side == ISN_SIDE_ARMED;
    if (company) { /* تجمع مقاتلي كذا */
        e->sector = n->sector;
        e->inter = n->inter;
    }
    bool sent = o->flags & ISN_AF_ENVOY && is_sent(n->sector); /* وفد من صندوق النقد */
    if (sent && n->kind == ISN_ENT_PEOPLE && n->country == ISN_NO_ROW)
        e->flags |= ISN_EF_STATE_BY_STORY;
    if ((sent && n->kind == ISN_ENT_PEOPLE) ||
        (n->kind == ISN_ENT_ACTOR &&
         (e->sector == ISN_SEC_NONE || rebels || force || house || sent))) { /* وفد من حماس */
        e->sector = n->sector;
        e->inter = n->inter;
    }
    if (e->role == ISN_LINK_NONE && n->kind == ISN_ENT_ACTOR)
        e->role = n->role;
    if (e->country == ISN_NO_ROW)
        e->country = n->country;
}

/* Alone it tells nothing: "لجنة"، "مركز"، "وحدة". Boats and drones act when they are a state's or an armed body's. */
/* A word that may tell of such an event, whatever else it may mean. */
bool isn_find_tells(const isn_find *f, uint32_t word, int32_t event) {
    for (uint32_t h = f->scan->word_hit[word]; h < f->scan->word_hit[word + 1]; h++)
        for (unsigned i = 0; i < f->scan->hits[h].nsenses; i++) {
            const isn_sense *s = &f->scan->hits[h].senses[i];
            if (s->table == ISN_T_TRIGGER && isn_find_flags(f, s, ISN_TRIGGER_EVENT) == event)
                return true;
        }
    return false;
}

/* موقع للجيش، موقع الحزب، موقع التفجير: a position or a spot, where موقع كذا is a page of news. */
static bool is_position(const isn_find *f, const org *o, bool armed_owner) {
    const isn_token *t = &f->scan->text->tokens[f->scan->words[o->hit->first].token];
    const uint8_t *p = f->scan->text->fold + t->fold;
    uint32_t next = o->hit->last;
    bool deed = next < f->end && !isn_find_break(f, next) && isn_find_has(f, next, ISN_T_TRIGGER) &&
                isn_find_def(f, next);
    return o->sector == ISN_SEC_JRN && t->fold_len >= 4 && p[t->fold_len - 1] == ISN_F_AIN &&
           p[t->fold_len - 2] == ISN_F_QAF && (armed_owner || deed);
}

static bool org_empty(const isn_find *f, const org *o) {
    bool bare = o->last == o->hit->last && o->hit->last == o->hit->first + 1;
    bool multi = o->hit->last > o->hit->first + 1;
    bool armed_owner = fights(f, o->nested) || fights(f, o->owner);
    bool trades = o->sector == ISN_SEC_BUS && !isn_find_func(f, o->last, ISN_FN_AN);
    if (is_position(f, o, armed_owner))
        return true;
    if ((o->flags & ISN_AF_WEAPON) && !(o->flags & ISN_AF_STATE) && !multi &&
        o->country == ISN_NO_ROW && !armed_owner && !o->suffixed && o->actor == NULL)
        return !trades; /* استهداف سفينة; not ناقلة عن وكالة كذا */
    if (!bare)
        return false;
    if ((o->flags & ISN_AF_GENERIC) && o->suffixed)
        return true; /* من جهته */
    if (o->adjective || o->ambiguous)
        return true; /* الجريمة المنظمة */
    uint32_t at = o->hit->first;
    bool inside =
        isn_find_pre(f, at) & ISN_CL_BEH || (at > 0 && isn_find_func(f, at - 1, ISN_FN_FI));
    if (o->suffixed && ends_in_heh(f, o->hit) &&
        ((o->sector == ISN_SEC_NONE && inside) || o->flags & ISN_AF_ENVOY))
        return true; /* استقبله في مكتبه: a room; احتجزت وفده: nobody knows whose */
    if (o->suffixed && o->sector == ISN_SEC_JRN)
        return true; /* موقعهم is a position */
    if (o->suffixed && o->flags & ISN_AF_WEAPON)
        return o->sector == ISN_SEC_NONE && o->country == ISN_NO_ROW && !armed_owner &&
               o->role == ISN_LINK_NONE; /* سلاحه; but مسيراته، صواريخها */
    if (o->def)
        return !o->armed && !(o->flags & (ISN_AF_STATE | ISN_AF_GENERIC)) &&
               (o->sector == ISN_SEC_MIL || /* القوة: force */
                (o->role == ISN_LINK_NONE && o->sector == ISN_SEC_NONE));
    if (o->sector == ISN_SEC_JUD && o->flags & ISN_AF_HEAD)
        return false; /* وكانت محكمة قضت */
    if (o->armed && o->sector == ISN_SEC_REB && !isn_find_break(f, o->last) &&
        isn_find_has(f, o->hit->first, ISN_T_TRIGGER) && isn_find_tells(f, o->last, ISN_EV_PROTEST))
        return true; /* منعت تنظيم وقفة: the doing of it */
    return !o->armed && !(o->flags & ISN_AF_WEAPON);
}

/* حزب (كذا) المعارض: behind a name of no list. */
static bool ends_opposed(const isn_find *f, uint32_t last) {
    const isn_sense *s = isn_find_sense(NULL, f, last - 1, ISN_T_ORGWORD, false);
    return s != NULL && isn_find_flags(f, s, ISN_ORGWORD_SECTOR) == ISN_SEC_OPP &&
           isn_find_flags(f, s, ISN_ORGWORD_FLAGS) & ISN_AF_MODIFIER;
}

static uint32_t org_make(isn_find *f, const org *o, uint32_t word) {
    uint32_t index = isn_find_push(f, ISN_ENT_ACTOR, word, o->last);
    isn_entity *e = &f->ents.ptr[index];
    e->reading = o->hit->reading;
    e->table = ISN_T_ORGWORD;
    e->row = o->s->row;
    e->sector = o->sector == ISN_SEC_PTY && ends_opposed(f, o->last) ? ISN_SEC_OPP : o->sector;
    e->role = o->role;
    e->inter = o->inter > 0 ? (uint8_t)o->inter : 0;
    e->country = o->country;
    e->flags |= (o->armed ? (uint32_t)ISN_EF_ARMED : 0u) |
                (o->flags & ISN_AF_WEAPON ? (uint32_t)ISN_EF_WEAPON : 0u) |
                (o->named ? (uint32_t)ISN_EF_NAMED : 0u) |
                (o->flags & ISN_AF_OWN ? (uint32_t)ISN_EF_OWN : 0u) |
                (o->flags & ISN_AF_GENERIC ? (uint32_t)ISN_EF_GENERIC : 0u);
    isn_find_number_flags(e, f, o->hit, o->s);
    if (o->nested != ISN_NO_ENT) {
        e->org = o->nested;
        f->ents.ptr[o->nested].nested = true;
        const isn_entity *n = &f->ents.ptr[o->nested];
        org_from_nested(e, n, o);
        if (e->sector == ISN_SEC_GOV && !o->armed && n->kind == ISN_ENT_ACTOR &&
            !(n->flags & ISN_EF_ARMED) && isn_find_pre(f, n->first) == ISN_CL_LAM &&
            isn_find_no_state(n->sector)) {
            e->sector = n->sector; /* الهيئة الإدارية للاتحاد، المكتب التنفيذي للنقابة */
            e->inter = n->inter;
        }
        bool militia = o->sector != ISN_SEC_MIL || o->inter <= 0;
        bool loyal = n->kind == ISN_ENT_ACTOR && n->sector == ISN_SEC_GOV &&
                     isn_find_pre(f, n->first) == ISN_CL_LAM;
        if (o->armed &&
            (loyal || (n->kind == ISN_ENT_PLACE && militia && o->sector == ISN_SEC_MIL))) {
            e->sector =
                militia ? ISN_SEC_PRM : ISN_SEC_MIL; /* كتائب موالية للحكومة، كتائب الزاوية */
            e->table = ISN_T_ORGWORD;
            e->row = o->s->row;
            e->id = e->name = (isn_str){NULL, 0};
        }
    }
    if (o->actor != NULL && o->nested == ISN_NO_ENT)
        fill_actor(e, f, o->actor);
    if (o->owner != ISN_NO_ENT) {
        org_from_owner(e, &f->ents.ptr[o->owner]);
        if (e->flags & ISN_EF_WEAPON && e->org == UINT32_MAX)
            e->org = o->owner; /* مروحيات تابعة للجيش */
    }
    bool bare = o->last == o->hit->last && o->hit->last == o->hit->first + 1;
    if (bare && o->def && (o->flags & ISN_AF_HEAD) && !(o->flags & ISN_AF_STATE))
        e->flags |= ISN_EF_GENERIC;
    bool world = o->nested != ISN_NO_ENT && o->flags & ISN_AF_ENVOY &&
                 isn_find_no_state(f->ents.ptr[o->nested].sector);
    if (e->country == ISN_NO_ROW && (o->flags & ISN_AF_STATE) && !world)
        e->flags |= ISN_EF_STATE_BY_STORY;
    bool folk = o->nested != ISN_NO_ENT && f->ents.ptr[o->nested].kind == ISN_ENT_PEOPLE;
    if (o->flags & ISN_AF_ENVOY && !folk) /* وفد من وجهاء المدينة: of the story's land */
        e->flags |= ISN_EF_ENVOY;
    return index;
}

/* ما مجموعه 98 شخصا: in sum, and no group. */
static bool within_bound(const isn_find *f, uint32_t word) {
    const isn_hit *hit;
    return word > 0 && isn_find_has(f, word - 1, ISN_T_BOUND) &&
           isn_find_sense(&hit, f, word - 1, ISN_T_BOUND, true) != NULL && hit->last > word;
}

/* قتلت القوات 30 منهم: a figure of some, and no name. */
static bool some_behind(const isn_find *f, uint32_t number) {
    return !isn_find_break(f, number + 1) && isn_find_func(f, number + 1, ISN_FN_MIN);
}

/* الأطراف الغربية لمدينة كذا، الجهة الشمالية لقرية كذا: a part of the place, and no party. */
static bool part_of_place(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_PLACEWORD, true);
    uint32_t of = word + 2;
    return s != NULL && isn_find_flags(f, s, ISN_PLACEWORD_USE) == ISN_PU_SIDE && of < f->end &&
           !isn_find_break(f, word + 1) && isn_find_def(f, word + 1) && !isn_find_break(f, of) &&
           isn_find_pre(f, of) & ISN_CL_LAM &&
           (isn_find_has(f, of, ISN_T_PLACEWORD) || isn_find_has(f, of, ISN_T_PLACE));
}

uint32_t isn_find_org(isn_find *f, uint32_t word) {
    org o;
    uint32_t mark = f->ents.len;
    if (!org_head(&o, f, word) || f->depth >= ISN_FIND_DEPTH || within_bound(f, word) ||
        part_of_place(f, word))
        return ISN_NO_ENT;
    f->depth++;
    bool numbered = isn_find_has(f, o.hit->first, ISN_T_UNIT); /* اللواء 17 مشاة */
    bool formation = !isn_find_break(f, o.last) && f->scan->words[o.last].kind == ISN_TOK_NUMBER &&
                     o.sector == ISN_SEC_MIL && !o.suffixed && !some_behind(f, o.last) &&
                     (numbered || !counts_next(f, o.last)); /* قواته 20 مقاتلا */
    if (formation) {
        o.last++;
        o.named = true;
        if (!isn_find_break(f, o.last) && isn_find_unknown(f, o.last) && !isn_find_def(f, o.last) &&
            o.last + 1 < f->end && (f->scan->words[o.last + 1].flags & ISN_WF_UNQUOTE))
            o.last++;
    }
    org_mods(&o, f, o.def);
    org_make_of_weapon(&o, f);
    if (o.def && isn_find_has(f, o.last, ISN_T_NUMERAL)) {
        uint32_t last = o.last;
        org_ordinal(&o, f);
        if (o.last > last)
            org_mods(&o, f, true);
    }
    bool possessed = o.suffixed;
    bool quote = o.last < f->end && (f->scan->words[o.last].flags & ISN_WF_QUOTE) != 0;
    bool described = o.last > o.hit->last; /* طائرات إسرائيلية: no genitive after the adjective */
    if ((o.flags & ISN_AF_HEAD) && !possessed && !formation && (quote || !(o.def || described)))
        org_complement(&o, f);
    org_second(&o, f);
    org_nations(&o, f);
    if (!possessed)
        org_tail(&o, f);
    if (!possessed && o.nested == ISN_NO_ENT && o.named)
        org_mods(&o, f, true);
    f->depth--;
    bool led = o.flags & ISN_AF_PERSONAL && isn_find_pre(f, word) == ISN_CL_BEH; /* برئاسة فلان */
    bool of_man = o.flags & ISN_AF_PERSONAL && o.nested != ISN_NO_ENT &&
                  (f->ents.ptr[o.nested].kind == ISN_ENT_PERSON ||
                   f->ents.ptr[o.nested].table == ISN_T_TITLE); /* برئاسة الوزير فلان */
    if (led || of_man || org_empty(f, &o)) {
        isn_find_undo(f, mark);
        return ISN_NO_ENT;
    }
    return org_make(f, &o, word);
}

/* قبيلتي كذا وكذا, أبناء قبيلتي كذا وكذا، مسلحين من قبيلتي كذا: the head of the two bodies in the phrase. */
static bool head_of_two(org *o, const isn_find *f, const isn_entity *e) {
    if (e->kind == ISN_ENT_ACTOR)
        return e->flags & ISN_EF_DUAL && e->last >= e->first + 2 && org_head(o, f, e->first) &&
               org_two(o);
    for (uint32_t w = e->first + 1; e->kind == ISN_ENT_PEOPLE && w + 1 < e->last; w++)
        if (isn_find_has(f, w, ISN_T_ORGWORD) && org_head(o, f, w) && org_two(o))
            return true;
    return false;
}

/* قبيلتي السلامات والمسيرية، عشيرتي آل حسن وبني سعد: the second of two bodies of one head, where no table knows it. Gives
 * the word after it, or `word`. */
uint32_t isn_find_second(isn_find *f, uint32_t index, uint32_t word) {
    const uint32_t others = 1u << ISN_T_ACTOR | 1u << ISN_T_ORGWORD | 1u << ISN_T_COUNTRY |
                            1u << ISN_T_PEOPLE | 1u << ISN_T_TITLE | 1u << ISN_T_TRIGGER |
                            1u << ISN_T_SPEECH;
    const isn_entity *e = &f->ents.ptr[index];
    org o;
    if (word >= f->end || !head_of_two(&o, f, e))
        return word;
    const isn_hit *joined = and_name(f, word);
    bool one = !(f->scan->word_tables[word] & others) && !isn_find_break(f, word) &&
               isn_find_pre(f, word) == ISN_CL_WAW && !isn_find_verb(f, word) &&
               (isn_find_def(f, word) || isn_find_unknown(f, word));
    if (joined == NULL && !one)
        return word;
    isn_entity second = *e;
    uint32_t other = isn_find_push(f, ISN_ENT_ACTOR, word, word + (joined != NULL ? 2 : 1));
    isn_entity *x = &f->ents.ptr[other];
    x->reading =
        joined != NULL ? joined->reading : isn_find_read_and(f, word, isn_find_def(f, word));
    x->table = ISN_T_ORGWORD;
    x->row = o.s->row;
    x->sector = second.table == ISN_T_ORGWORD ? second.sector : o.sector;
    x->inter = second.inter;
    x->role = second.role;
    x->country = second.country;
    x->flags |= ISN_EF_NAMED | (second.flags & (ISN_EF_ARMED | ISN_EF_STATE_BY_STORY));
    return x->last;
}

/* مقتل فلسطيني، أصيب تونسي، اعتقلت الشرطة مصريا، مئة فلسطيني: after a word of harm, in the accusative, or counted, the
 * adjective of a nation is a person of it. سوريا is the land, unless eleven to ninety-nine are counted. */
static bool one_of_nation(const isn_find *f, uint32_t word, const isn_hit *hit,
                          const isn_sense *s) {
    if (word == 0 || isn_find_break(f, word) || isn_find_hit_def(f, hit) ||
        isn_find_hit_pre(f, hit) != 0)
        return false;
    uint32_t n = f->counted[word];
    double value = n != ISN_NO_ENT ? f->numbers->ptr[n].value : 0;
    bool tens = value > 10 && value < 100 && s->form & ISN_FORM_ACC;
    if (!tens && (isn_find_has(f, word, ISN_T_COUNTRY) || isn_find_has(f, word, ISN_T_PLACE)))
        return false;
    if (tens || value >= 100 || (value > 10 && (s->form & ISN_FORM_NUMBER) == ISN_FORM_SG))
        return true; /* 11 أردني, as some papers count */
    const isn_sense *t = isn_find_sense(NULL, f, word - 1, ISN_T_TRIGGER, false);
    int32_t effect = t != NULL ? isn_find_flags(f, t, ISN_TRIGGER_EFFECT) : 0;
    bool harmed =
        effect == ISN_WHAT_KILLED || effect == ISN_WHAT_WOUNDED || effect == ISN_WHAT_CAPTURED;
    bool attack = t != NULL && isn_find_flags(f, t, ISN_TRIGGER_FLAGS) & ISN_TG_ATTACK &&
                  !isn_find_verb(f, word - 1);
    bool object = s->form & ISN_FORM_ACC && isn_find_def(f, word - 1);
    return (harmed && !attack) || object;
}

/* الجيش والدرك الموريتانيان: whose both bodies are, and no two men. */
static bool of_both(const isn_find *f, uint32_t word, const isn_hit *hit, const isn_sense *s) {
    const isn_entity *second = f->ents.len >= 2 ? &f->ents.ptr[f->ents.len - 1] : NULL;
    if ((s->form & ISN_FORM_NUMBER) != ISN_FORM_DU || !isn_find_hit_def(f, hit) ||
        isn_find_hit_pre(f, hit) != 0 || second == NULL || second->last != word ||
        isn_find_break(f, word) || second->kind != ISN_ENT_ACTOR ||
        isn_find_pre(f, second->first) != ISN_CL_WAW)
        return false;
    for (uint32_t i = f->ents.len - 1; i-- > 0 && i + 4 > f->ents.len;)
        if (f->ents.ptr[i].last == second->first && f->ents.ptr[i].kind == ISN_ENT_ACTOR)
            return true;
    return false;
}

static void both_are_of(isn_find *f, uint32_t word, uint32_t country) {
    uint32_t last = word;
    for (uint32_t i = f->ents.len; i-- > 0 && i + 4 > f->ents.len;) {
        isn_entity *e = &f->ents.ptr[i];
        if (e->last != last || e->kind != ISN_ENT_ACTOR)
            continue;
        if (e->country == ISN_NO_ROW)
            e->country = country;
        last = e->first;
    }
}

uint32_t isn_find_nation(isn_find *f, uint32_t word) {
    const isn_hit *hit;
    const isn_sense *s = isn_find_sense(&hit, f, word, ISN_T_NATION, false);
    if (s == NULL || isn_find_in_date(f, word)) /* لسنة 2018 */
        return ISN_NO_ENT;
    unsigned number = s->form & ISN_FORM_NUMBER;
    bool adjective = (s->form & ISN_FORM_KIND) == ISN_FORM_ADJ;
    bool both = adjective && of_both(f, word, hit, s);
    bool people = !both && ((number != ISN_FORM_SG && !(s->form & ISN_FORM_FEM)) ||
                            (adjective && one_of_nation(f, word, hit, s)));
    bool cue = (isn_find_flags(f, s, ISN_NATION_FLAGS) & ISN_AF_CUE) != 0;
    if (!people && cue && !(word > 0 && !isn_find_break(f, word)))
        return ISN_NO_ENT;
    uint32_t last = hit->last;
    if (people || !adjective) {
        isn_mods m = isn_find_mods(f, hit->last, isn_find_hit_def(f, hit), true);
        last = m.last > last ? m.last : last;
    }
    int32_t country = isn_find_flags(f, s, ISN_NATION_COUNTRY);
    if (both && country != ISN_NO_INT)
        both_are_of(f, word, (uint32_t)country);
    uint32_t index = isn_find_push(f, people ? ISN_ENT_PEOPLE : ISN_ENT_ACTOR, word, last);
    isn_entity *e = &f->ents.ptr[index];
    e->reading = hit->reading;
    e->table = ISN_T_NATION;
    e->row = s->row;
    isn_find_number_flags(e, f, hit, s);
    if (country != ISN_NO_INT)
        e->country = (uint32_t)country;
    if (people)
        e->side = ISN_SIDE_UNKNOWN;
    else
        e->flags |= ISN_EF_ADJ | (cue ? (uint32_t)ISN_EF_WEAK : 0u);
    return index;
}

/* فصيل يطلق على نفسه "سرايا …": the name in quotation marks is its own. Gives the word after, or `word`. */
static uint32_t self_named(isn_find *f, uint32_t index, uint32_t word) {
    const isn_hit *hit;
    isn_entity *e = &f->ents.ptr[index];
    if (!isn_find_has(f, word, ISN_T_ATTRIB) || e->table != ISN_T_ORGWORD || e->id.len != 0)
        return word;
    const isn_sense *s = isn_find_sense(&hit, f, word, ISN_T_ATTRIB, true);
    if (s == NULL || isn_find_flags(f, s, ISN_ATTRIB_KIND) != ISN_AT_NAMED)
        return word;
    uint32_t last = isn_find_quoted(f, hit->last, 6);
    if (last == 0)
        return word;
    s = isn_find_sense(NULL, f, hit->last, ISN_T_ACTOR, true);
    if (s != NULL)
        fill_actor(e, f, s);
    e->last = last;
    e->flags = (e->flags | ISN_EF_NAMED) & ~(uint32_t)ISN_EF_GENERIC;
    return last;
}

/* قوات الأمن الداخلي (الأسايش) التابعة للإدارة الذاتية: whose the body is, behind its short name. Gives the word after. */
static uint32_t owned_behind(isn_find *f, uint32_t index, uint32_t word) {
    if (word >= f->end || f->ents.ptr[index].kind != ISN_ENT_ACTOR)
        return word;
    uint32_t owner = isn_find_has(f, word, ISN_T_FUNC) ? isn_find_owner(f, word, true) : ISN_NO_ENT;
    if (owner == ISN_NO_ENT)
        return word;
    f->ents.ptr[owner].nested = true;
    org_from_owner(&f->ents.ptr[index], &f->ents.ptr[owner]);
    return f->ents.ptr[index].last = f->ents.ptr[owner].last;
}

/* بعثة الأمم المتحدة (يونامي): the short name in parentheses tells which body it is. Gives the word after. */
uint32_t isn_find_gloss(isn_find *f, uint32_t index, uint32_t word) {
    if (word + 1 >= f->end)
        return word;
    if (!(f->scan->words[word].flags & ISN_WF_PAREN) ||
        !(f->scan->words[word + 1].flags & ISN_WF_UNPAREN))
        return self_named(f, index, word);
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_ACTOR, true);
    isn_entity *e = &f->ents.ptr[index];
    if (s != NULL && e->kind == ISN_ENT_ACTOR && e->id.len == 0 && e->table == ISN_T_ORGWORD) {
        fill_actor(e, f, s);
        return owned_behind(f, index, word + 1);
    }
    bool same = s != NULL && e->table == ISN_T_ACTOR && e->row == s->row;
    return same || f->scan->words[word].kind == ISN_TOK_LATIN ? owned_behind(f, index, word + 1)
                                                              : word;
}
