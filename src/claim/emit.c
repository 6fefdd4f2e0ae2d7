/* emit.c: groups of occurrences → claims with marks, codes, counts by the codebook, dates, places and
 * chains. merge.c then joins claims that tell one thing several times. */
#include "claim/emitwork.h"

isn_mark isn_emit_mark(const isn_work *k, uint32_t first, uint32_t last, unsigned reading) {
    isn_span span = isn_words_span(k->scan, first, last, reading);
    const char *bytes = k->record->article->bytes;
    return (isn_mark){isn_str_of(bytes + span.start, span.end - span.start), span.start, span.end};
}

isn_mark isn_emit_mark_entity(const isn_work *k, const isn_entity *x) {
    return isn_emit_mark(k, x->first, x->last, x->reading);
}

void isn_emit_rule(isn_work *k, isn_draft *d, const char *field, isn_table table, uint32_t row,
                   const char *text, isn_mark at) {
    isn_rec_rule *r = ISN_PUSH(k->arena, &d->rules);
    r->field = field;
    r->rule = isn_str_z(text);
    r->table = row == ISN_NONE ? ISN_TABLES : table;
    r->row = row;
    r->span = (isn_span){at.start, at.end};
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
                isn_emit_group(k, s, i);
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

static bool force(const isn_rec_actor *a) {
    return a->sector == ISN_SEC_COP || a->sector == ISN_SEC_MIL;
}

/* بين مزارعين ورعاة: the two sides of a clash, and nobody beside one of them. */
static bool between_two(const isn_work *k, const isn_ev *e) {
    if (e->verb || e->dead || !(e->flags & ISN_TG_RECIPROCAL) || e->actors.n != 2)
        return false;
    const isn_entity *a = isn_work_entity(k, e->actors.ptr[0]);
    const isn_entity *b = isn_work_entity(k, e->actors.ptr[1]);
    /* بين الجيش وحلفائه من جهة والفصائل من جهة أخرى; not رعاة من البدو */
    bool one_side = b->last + 1 < k->scan->nwords && k->fn[b->last] == ISN_FN_MIN &&
                    k->m->entities.cover[b->last + 1] == ISN_NONE;
    uint32_t begin = a->number != ISN_NONE ? k->m->numbers.ptr[a->number].first : a->first;
    begin = begin < a->first ? begin : a->first; /* بين عشرات الشبان وقوات كذا */
    return begin > 0 && k->fn[begin - 1] == ISN_FN_BAYN && !one_side;
}

/* Is the claim of a clash of its two actors? قتل تسعة في أعمال عنف بين مزارعين ورعاة; its dead may be told as its recipients. */
static bool clash(const isn_work *k, const isn_claim *c, const isn_ev *rep) {
    if (c->event == ISN_EV_PROTEST)
        return !c->nrecipients && isn_merge_both_sides(c);
    if (c->event != ISN_EV_ASSAULT)
        return false;
    if (rep->flags & ISN_TG_RECIPROCAL && !c->nrecipients)
        return true;
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++)
        if (k->evs.ptr[i].group == rep->group && between_two(k, &k->evs.ptr[i]))
            return true;
    return false;
}

/* اشتباكات بين الجيش والفصائل, مواجهات بين محتجين والشرطة: of two that fight one another the side that is named first is the
 * actor, and meets the second; who of them fell in it the counts tell. */
void isn_emit_met(isn_work *k) {
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        const isn_ev *rep = &k->evs.ptr[k->claim_ev.ptr[i]];
        if (c->nactors != 2 || !clash(k, c, rep))
            continue;
        if (c->event == ISN_EV_PROTEST && force(&c->actors[0]) && !force(&c->actors[1])) {
            isn_rec_actor police = c->actors[0]; /* مواجهات بين الشرطة ومحتجين: these protest */
            c->actors[0] = c->actors[1];
            c->actors[1] = police;
        }
        c->recipients = c->actors + 1;
        c->nrecipients = 1;
        c->nactors = 1;
    }
}
