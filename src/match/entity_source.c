/* entity_source.c: sources without a name: مصدر أمني، شهود عيان، مسؤول في الوزارة. See entity.h. */
#include "match/orgwork.h"

static const isn_sense *source_head(const isn_hit **hit, const isn_find *f, uint32_t word) {
    for (uint32_t i = f->scan->word_hit[word]; i < f->scan->word_hit[word + 1]; i++) {
        const isn_hit *h = &f->scan->hits[i];
        for (unsigned k = 0; k < h->nsenses; k++)
            if (h->senses[k].table == ISN_T_ORGWORD) {
                int32_t flags = isn_find_flags(f, &h->senses[k], ISN_ORGWORD_FLAGS);
                if (!(flags & ISN_AF_SOURCE) || (flags & ISN_AF_MODIFIER))
                    continue;
                *hit = h;
                return &h->senses[k];
            }
    }
    return NULL;
}

/* للوكالة، لصحيفة كذا: an outlet by its head */
static bool press(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_ORGWORD, false);
    return s != NULL && isn_find_flags(f, s, ISN_ORGWORD_SECTOR) == ISN_SEC_JRN &&
           isn_find_flags(f, s, ISN_ORGWORD_FLAGS) & ISN_AF_HEAD;
}

/* في وزارة الدفاع العراقية، بجهاز الإسعاف والطوارئ، من المستشفى */
static uint32_t source_body(isn_find *f, uint32_t at) {
    at = isn_org_past_number(f, at);
    if (isn_find_break(f, at) || f->scan->words[at].kind != ISN_TOK_WORD)
        return ISN_NO_ENT;
    unsigned pre = isn_find_pre(f, at);
    if (pre == ISN_CL_LAM && (isn_find_has(f, at, ISN_T_OUTLET) || press(f, at)))
        return ISN_NO_ENT; /* مصدر طبي للجزيرة، مصدر أمني للوكالة */
    if (pre == ISN_CL_BEH || pre == ISN_CL_LAM)
        return isn_find_nested(f, at, pre);
    if (isn_find_func(f, at, ISN_FN_FI) || isn_find_func(f, at, ISN_FN_MIN) ||
        isn_find_func(f, at, ISN_FN_LI))
        return isn_find_break(f, at + 1) ? ISN_NO_ENT : isn_find_nested(f, at + 1, 0);
    return ISN_NO_ENT;
}

/* مصدر حوثي، المسؤول الحوثي: the name of a group as an adjective, as definite as the noun before it. */
static uint32_t group_of(isn_find *f, uint32_t at, bool def) {
    if (isn_find_break(f, at) || !isn_find_has(f, at, ISN_T_ACTOR) || isn_find_pre(f, at) != 0 ||
        isn_find_def(f, at) != def || isn_find_longest(f, at, 1u << ISN_T_ACTOR) != 1)
        return ISN_NO_ENT;
    uint32_t mark = f->ents.len, group = isn_find_actor(f, at, true);
    if (group == ISN_NO_ENT || !(f->ents.ptr[group].flags & ISN_EF_ARMED)) {
        isn_find_undo(f, mark);
        return ISN_NO_ENT;
    }
    f->ents.ptr[group].last = at + 1;
    return group;
}

static uint8_t source_role(uint8_t role, const isn_mods *m, const isn_entity *body) {
    if (role == ISN_LINK_WITNESS || role == ISN_LINK_DOCUMENT || role == ISN_LINK_OUTLET ||
        role == ISN_LINK_BELLIGERENT)
        return role;
    if (m->medic || (body != NULL && (body->role == ISN_LINK_MEDIC || body->sector == ISN_SEC_MED)))
        return ISN_LINK_MEDIC;
    if (m->military && body != NULL && body->role == ISN_LINK_BELLIGERENT)
        return ISN_LINK_BELLIGERENT;
    if (m->role != ISN_LINK_NONE && m->role != ISN_LINK_UNKNOWN)
        return m->role;
    if (body != NULL && body->kind == ISN_ENT_ACTOR) {
        if (body->inter > 1 && (body->flags & ISN_EF_ARMED))
            return ISN_LINK_BELLIGERENT;
        if (body->role == ISN_LINK_OFFICIAL || body->role == ISN_LINK_BELLIGERENT)
            return ISN_LINK_OFFICIAL;
    }
    if (role != ISN_LINK_NONE && role != ISN_LINK_UNKNOWN)
        return role;
    return m->role != ISN_LINK_NONE ? m->role : ISN_LINK_UNKNOWN;
}

/* An official speaks unless something befalls him: the word before is no event and no number. */
static bool may_speak(const isn_find *f, uint32_t word, const isn_sense *s) {
    if (isn_find_flags(f, s, ISN_ORGWORD_ROLE) != ISN_LINK_OFFICIAL ||
        (isn_find_flags(f, s, ISN_ORGWORD_FLAGS) & ISN_AF_ARMED))
        return false;
    const uint32_t events = 1u << ISN_T_TRIGGER | 1u << ISN_T_CASUALTY | 1u << ISN_T_NUMERAL |
                            1u << ISN_T_BOUND | 1u << ISN_T_PEOPLE;
    if (word == 0 || isn_find_func(f, word - 1, ISN_FN_MIN) ||
        isn_find_func(f, word - 1, ISN_FN_EACH))
        return false;
    return !(f->scan->word_tables[word - 1] & events) &&
           f->scan->words[word - 1].kind != ISN_TOK_NUMBER;
}

/* تقارير المرصد، معلومات لوزارة الدفاع: whose they are, speaks. */
static bool of_somebody(const isn_find *f, uint32_t word) {
    if (isn_find_break(f, word) || f->scan->words[word].kind != ISN_TOK_WORD)
        return false;
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_ORGWORD, false);
    bool body = s != NULL && isn_find_flags(f, s, ISN_ORGWORD_FLAGS) & ISN_AF_HEAD;
    bool issued = word + 1 < f->end && isn_find_func(f, word + 1, ISN_FN_AN); /* صادرة عن */
    return body || issued || isn_find_def(f, word) || isn_find_has(f, word, ISN_T_ACTOR) ||
           isn_find_has(f, word, ISN_T_OUTLET);
}

/* مقرب من الوسطاء، مطلعون على الملف: the phrase ends in a preposition, and what it governs belongs to it. */
static bool near_somebody(const isn_find *f, const isn_hit *hit) {
    uint32_t w = hit->last;
    return w > hit->first + 1 && !isn_find_break(f, w) && isn_find_def(f, w) &&
           f->scan->words[w].kind == ISN_TOK_WORD &&
           (isn_find_func(f, w - 1, ISN_FN_MIN) || isn_find_func(f, w - 1, ISN_FN_ALA));
}

uint32_t isn_find_source(isn_find *f, uint32_t word) {
    const isn_hit *hit;
    const isn_sense *s = source_head(&hit, f, word);
    if (s == NULL || (word > 0 && isn_find_func(f, word - 1, ISN_FN_NOT)))
        return ISN_NO_ENT; /* تصريحات غير مسؤولة */
    if (isn_find_flags(f, s, ISN_ORGWORD_ROLE) == ISN_LINK_DOCUMENT && of_somebody(f, hit->last))
        return ISN_NO_ENT;
    uint8_t suf = f->scan->words[word].reading[hit->reading].suf;
    if (suf >= ISN_SUF_HU && suf <= ISN_SUF_HUNNA && !isn_find_has(f, word, ISN_T_PEOPLE))
        return ISN_NO_ENT; /* قذائف مصدرها مواقع كذا: whence they came */
    /* ضابط، سكان، مسؤول are also people that things happen to. */
    bool def = isn_find_hit_def(f, hit);
    isn_mods m = isn_find_mods(f, hit->last, def, true);
    if (isn_find_has(f, word, ISN_T_PEOPLE) && !isn_find_said(f, word) && !may_speak(f, word, s) &&
        !isn_find_has(f, m.last, ISN_T_SPEECH))
        return ISN_NO_ENT;
    uint32_t mark = f->ents.len;
    uint32_t body = source_body(f, m.last);
    if (body == ISN_NO_ENT)
        body = group_of(f, m.last, def);
    if (body == ISN_NO_ENT && near_somebody(f, hit))
        body = isn_find_nested(f, m.last, 0);
    if (body == ISN_NO_ENT && s->form & ISN_FORM_CONSTRUCT && m.last == hit->last &&
        !isn_find_break(f, m.last) && !isn_find_stop(f, m.last) && isn_find_pre(f, m.last) == 0)
        body = isn_find_nested(f, m.last, 0); /* موظفي السفارة، مسؤولو الوزارة */
    if (body != ISN_NO_ENT && f->ents.ptr[body].kind != ISN_ENT_ACTOR &&
        f->ents.ptr[body].kind != ISN_ENT_PLACE) {
        isn_find_undo(f, mark);
        body = ISN_NO_ENT;
    }
    uint32_t last = body != ISN_NO_ENT ? f->ents.ptr[body].last : m.last;
    if (body == ISN_NO_ENT && near_somebody(f, hit))
        last++;
    isn_mods after = isn_find_mods(f, last, def, true);
    if (after.last > last)
        last = after.last;
    uint32_t index = isn_find_push(f, ISN_ENT_SOURCE, word, last);
    isn_entity *e = &f->ents.ptr[index];
    e->reading = hit->reading;
    e->table = ISN_T_ORGWORD;
    e->row = s->row;
    isn_find_number_flags(e, f, hit, s);
    e->sector = (uint8_t)isn_find_flags(f, s, ISN_ORGWORD_SECTOR);
    if (m.sector != ISN_SEC_NONE)
        e->sector = m.sector;
    e->country = m.country;
    const isn_entity *b = body != ISN_NO_ENT ? &f->ents.ptr[body] : NULL;
    e->role = source_role((uint8_t)isn_find_flags(f, s, ISN_ORGWORD_ROLE), &m, b);
    if (b != NULL) {
        f->ents.ptr[body].nested = true;
        e->org = body;
        if (e->country == ISN_NO_ROW)
            e->country = b->country;
        if ((e->sector == ISN_SEC_NONE && b->kind == ISN_ENT_ACTOR) ||
            (e->sector == ISN_SEC_GOV && isn_org_no_state(b)))
            e->sector = b->sector;
        e->inter = b->inter;
    }
    if (e->country == ISN_NO_ROW)
        e->flags |= ISN_EF_STATE_BY_STORY;
    uint32_t first, end; /* شاهد يدعى فلان، أحد السكان، ويدعى فلان */
    if (isn_find_called(f, last, &first, &end)) {
        e->last = end;
        e->name_first = first;
        e->name_last = end;
    }
    return index;
}
