/* emit_chain.c: who says so, with the agency and the outlet at the end. */
#include "claim/emitwork.h"

static isn_str without_clitics(const isn_work *k, uint32_t word) {
    return isn_emit_mark(k, word, word + 1, 0).text;
}

/* وكالة كذا, by the word that heads it, also where the same house has a paper of the name. */
static bool is_agency(const isn_work *k, const isn_entity *x) {
    const isn_hit *hit;
    const isn_sense *s = isn_work_has(k, x->first, ISN_T_ORGWORD)
                             ? isn_match_sense(&hit, k->scan, x->first, ISN_T_ORGWORD)
                             : NULL;
    return s && isn_lex_int(k->lex, ISN_T_ORGWORD, s->row, ISN_ORGWORD_ROLE) == ISN_LINK_AGENCY;
}

static isn_rec_link link_of(const isn_work *k, const isn_link_ref *l) {
    const isn_entity *x = isn_work_entity(k, l->entity);
    isn_rec_link r = {.mark = isn_emit_mark_entity(k, x),
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
    bool fighters = x->flags & ISN_EF_PLURAL && x->sector == ISN_SEC_REB; /* أعلن المتمردون */
    bool office = x->sector == ISN_SEC_GOV || x->sector == ISN_SEC_LEG || x->sector == ISN_SEC_JUD;
    if (!r.role && x->kind == ISN_ENT_PEOPLE) /* جدد الوزير */
        r.role = office ? ISN_LINK_OFFICIAL : fighters ? ISN_LINK_BELLIGERENT : ISN_LINK_WITNESS;
    if (r.role == ISN_LINK_OFFICIAL && x->sector == ISN_SEC_MED)
        r.role = ISN_LINK_MEDIC; /* مدير مستشفى كذا */
    if (r.role == ISN_LINK_OUTLET && is_agency(k, x))
        r.role = ISN_LINK_AGENCY;
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
static void add_agency(isn_work *k, isn_draft *d) {
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

static void add_outlet(isn_work *k, isn_draft *d) {
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

static bool crowd(const isn_entity *x) {
    return (x->kind == ISN_ENT_PEOPLE || x->kind == ISN_ENT_SOURCE) && x->flags & ISN_EF_PLURAL &&
           !(x->flags & ISN_EF_NAMED) && x->name_last <= x->name_first;
}

/* مسعفون وسكان: people of two kinds that speak together and have no names are one link. */
static bool one_with(const isn_work *k, const isn_link_ref *a, const isn_link_ref *b) {
    const isn_entity *x = isn_work_entity(k, a->entity), *y = isn_work_entity(k, b->entity);
    return y->coord == a->entity && y->first == x->last && crowd(x) && crowd(y);
}

/* قررت المحكمة حبس المتهم: a court that decides does the deed; it is not who tells of it. */
static bool decrees(const isn_work *k, const isn_ev *rep, const isn_link_ref *l) {
    if (l->entity == ISN_NONE || l->verb == ISN_NONE ||
        isn_work_entity(k, l->entity)->sector != ISN_SEC_JUD ||
        !isn_refs_has(&rep->actors, l->entity))
        return false;
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, l->verb, ISN_T_TRIGGER);
    return s && isn_work_trigger(k, s->row, ISN_TRIGGER_FLAGS) & ISN_TG_LIGHT;
}

void isn_emit_set_chain(isn_work *k, isn_draft *d, const isn_ev *rep) {
    if (rep->chain != ISN_NONE) {
        const isn_chain *c = &k->chains.ptr[rep->chain];
        for (uint32_t i = c->n && decrees(k, rep, &c->link[0]); i < c->n; i++) {
            isn_rec_link l = link_of(k, &c->link[i]);
            if (i && one_with(k, &c->link[i - 1], &c->link[i])) {
                isn_mark *m = &d->chain.ptr[d->chain.len - 1].mark;
                m->end = l.mark.end;
                m->text.len = m->end - m->start;
                continue;
            }
            *ISN_PUSH(k->arena, &d->chain) = l;
            isn_emit_rule(k, d, "chain", c->speech_row != ISN_NONE ? ISN_T_SPEECH : ISN_T_ATTRIB,
                          c->speech_row != ISN_NONE ? c->speech_row : c->attrib_row, "speaker",
                          l.mark);
        }
    }
    bool spoken = d->chain.len > 0;
    add_outlet(k, d);
    d->c.quoted = (uint8_t)(rep->direct ? 2 : spoken ? 1 : 0);
    if (!spoken)
        d->c.quoted = 0;
}

bool isn_emit_in_quote(const isn_work *k, uint32_t word) {
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
