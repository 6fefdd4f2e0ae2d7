/* contra.c: which claims speak of which, and which cannot both hold. Works on the merged claims. */
#include "claim/work.h"

static void note(isn_work *k, uint32_t a, uint32_t b, const char *field, isn_str text) {
    uint32_t n = k->contradictions.len;
    for (uint32_t i = n; i-- > 0 && n - i < 64;) { /* those of one claim stand together */
        const isn_contradiction *c = &k->contradictions.ptr[i];
        if (c->a == a && c->b == b && !strcmp(c->field, field))
            return;
    }
    *ISN_PUSH(k->arena, &k->contradictions) = (isn_contradiction){a, b, field, text};
}

static isn_str days_note(isn_work *k, int32_t a, int32_t b) {
    char text[32], x[11], y[11];
    isn_day_text(x, a);
    isn_day_text(y, b);
    memcpy(text, x, 10);
    memcpy(text + 10, " against ", 9);
    memcpy(text + 19, y, 10);
    return isn_str_of(isn_arena_copy(k->arena, text, 29), 29);
}

/* ---- what a denial or an update speaks of -------------------------------------------------------------------- */

static bool share_party(const isn_rec_actor *a, uint32_t na, const isn_rec_actor *b, uint32_t nb) {
    for (uint32_t i = 0; i < na; i++)
        for (uint32_t j = 0; j < nb; j++) {
            if (isn_str_eq(a[i].mark.text, b[j].mark.text))
                return true;
            if (a[i].id.len && b[j].id.len)
                return isn_str_eq(a[i].id, b[j].id);
            if (a[i].country.len && isn_str_eq(a[i].country, b[j].country))
                return true;
        }
    return false;
}

static uint32_t lemma(const isn_work *k, uint32_t claim) {
    const isn_ev *e = &k->evs.ptr[k->claim_ev.ptr[claim]];
    const isn_word *word = &k->scan->words[e->first];
    return word->reading[e->reading < word->nreadings ? e->reading : 0].symbol >> 1;
}

/* How well claim j is what denial i denies: its own word again, a deed of the one who denies, a charge against him;
 * 0 when it cannot be. */
static unsigned denied_fit(const isn_work *k, uint32_t i, uint32_t j) {
    const isn_claim *c = &k->claims.ptr[i], *d = &k->claims.ptr[j];
    if (d->type == ISN_TY_DENIAL || d->negative)
        return 0;
    bool accused = d->event == ISN_EV_ACCUSE && i - j <= 4 &&
                   share_party(d->recipients, d->nrecipients, c->actors, c->nactors);
    if (d->event != c->event && !accused)
        return 0;
    unsigned fit = 1;
    if (d->event == c->event && lemma(k, i) == lemma(k, j))
        fit += 3;
    if (accused)
        fit += 4;
    if (share_party(d->actors, d->nactors, c->actors, c->nactors))
        fit += 3;
    if (d->type == ISN_TY_TALLY || !d->main)
        fit = fit > 1 ? fit - 1 : fit;
    return fit;
}

static void refer(isn_work *k, uint32_t i) {
    isn_claim *c = &k->claims.ptr[i];
    if (c->type != ISN_TY_DENIAL && c->type != ISN_TY_UPDATE)
        return;
    unsigned best = 0;
    for (uint32_t j = i; j-- > 0 && i - j < 40;) {
        unsigned fit = denied_fit(k, i, j);
        if (c->type == ISN_TY_UPDATE && fit)
            fit = k->claims.ptr[j].event == c->event;
        if (fit > best) { /* the nearest of the best */
            best = fit;
            c->refers_to = j;
        }
    }
    if (c->refers_to != ISN_NONE && !c->mode && k->claims.ptr[c->refers_to].event == c->event)
        c->mode = k->claims.ptr[c->refers_to].mode; /* what is denied, is denied as it was told */
    if (c->refers_to != ISN_NONE || c->type != ISN_TY_UPDATE)
        return;
    for (uint32_t j = i + 1; j < k->claims.len; j++) /* "after an earlier toll of 11": it follows */
        if (k->claims.ptr[j].event == c->event && k->claims.ptr[j].ncounts) {
            c->refers_to = j;
            return;
        }
}

static void occurrence(isn_work *k, uint32_t i) {
    const isn_claim *c = &k->claims.ptr[i];
    if (c->type != ISN_TY_DENIAL || c->refers_to == ISN_NONE)
        return;
    for (uint32_t j = i; j-- > 0 && i - j < 8;) { /* the same speaker denies it once */
        const isn_claim *d = &k->claims.ptr[j];
        if (d->type == ISN_TY_DENIAL && d->refers_to == c->refers_to && d->nchain && c->nchain &&
            isn_str_eq(d->chain[0].mark.text, c->chain[0].mark.text))
            return;
    }
    if (k->claims.ptr[c->refers_to].event == ISN_EV_ACCUSE)
        note(k, c->refers_to, i, "actors", isn_str_z("charged with it, and denied"));
    else
        note(k, c->refers_to, i, "occurrence", isn_str_z("said to have happened, and denied"));
}

/* ---- counts ------------------------------------------------------------------------------------------------------ */

static bool share_place(const isn_claim *a, const isn_claim *b) {
    if (!a->nplaces || !b->nplaces)
        return true;
    for (uint32_t i = 0; i < a->nplaces; i++)
        for (uint32_t j = 0; j < b->nplaces; j++) {
            if (a->places[i].id.len && isn_str_eq(a->places[i].id, b->places[j].id))
                return true;
            if (isn_str_eq(a->places[i].mark.text, b->places[j].mark.text))
                return true;
        }
    return false;
}

static bool share_days(const isn_claim *a, const isn_claim *b) {
    if (!a->date.known || !b->date.known || a->date.start == ISN_NO_DAY ||
        b->date.start == ISN_NO_DAY)
        return true;
    return a->date.start <= b->date.end && b->date.start <= a->date.end;
}

static bool same_origin(const isn_claim *a, const isn_claim *b) {
    if (!a->nchain || !b->nchain)
        return !a->nchain && !b->nchain;
    return isn_str_eq(a->chain[0].mark.text, b->chain[0].mark.text);
}

static bool tally(const isn_claim *c) {
    return c->type == ISN_TY_TALLY || c->type == ISN_TY_AGGREGATE;
}

static bool cannot_both(const isn_rec_count *x, const isn_rec_count *y) {
    if (x->what != y->what || x->what == ISN_WHAT_ACTIONS)
        return false;
    if (x->quantity == ISN_Q_VAGUE || y->quantity == ISN_Q_VAGUE)
        return false;
    if (x->best != ISN_NO_COUNT && y->best != ISN_NO_COUNT)
        return x->best != y->best;
    if (x->high != ISN_NO_COUNT && y->low != ISN_NO_COUNT && x->high < y->low)
        return true;
    return y->high != ISN_NO_COUNT && x->low != ISN_NO_COUNT && y->high < x->low;
}

/* Something says that both tell one event: a place, "the explosion", a hospital or rescuers with a toll and nothing
 * else; nothing that they tell two. */
static bool one_event(const isn_work *k, uint32_t i, uint32_t j) {
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    const isn_ev *e = &k->evs.ptr[k->claim_ev.ptr[j]];
    if (a->mode && b->mode && a->mode != b->mode)
        return false;
    if (a->nrecipients && b->nrecipients && a->recipients[0].country.len &&
        b->recipients[0].country.len &&
        !share_party(a->recipients, a->nrecipients, b->recipients, b->nrecipients))
        return false;
    if (a->nplaces && b->nplaces)
        return true; /* share_place has seen to it */
    if (e->definite && !e->verb)
        return true;
    bool toll_only = !b->nactors && !b->mode;
    return toll_only && j - i <= 3 && (b->type == ISN_TY_STATEMENT || !b->nplaces);
}

static void counts(isn_work *k, uint32_t i, uint32_t j) {
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    if (a->event != ISN_EV_ASSAULT || b->event != ISN_EV_ASSAULT)
        return;
    if (tally(a) || tally(b) || a->modality || b->modality || a->negative || b->negative)
        return;
    if (b->type == ISN_TY_UPDATE || a->refers_to == j || b->refers_to == i)
        return;
    if (!a->main || !b->main || same_origin(a, b) || !share_place(a, b) || !share_days(a, b) ||
        !one_event(k, i, j))
        return;
    for (uint32_t x = 0; x < a->ncounts; x++)
        for (uint32_t y = 0; y < b->ncounts; y++)
            if (cannot_both(&a->counts[x], &b->counts[y]))
                note(k, i, j, isn_vocab_what[a->counts[x].what],
                     isn_str_z("two figures for one event"));
}

/* ---- deadlines ------------------------------------------------------------------------------------------------------ */

static bool share_actor(const isn_claim *a, const isn_claim *b) {
    for (uint32_t i = 0; i < a->nactors; i++)
        for (uint32_t j = 0; j < b->nactors; j++) {
            const isn_rec_actor *x = &a->actors[i], *y = &b->actors[j];
            if (isn_str_eq(x->mark.text, y->mark.text))
                return true;
            if (x->id.len && isn_str_eq(x->id, y->id))
                return true;
            if (x->country.len && isn_str_eq(x->country, y->country) && x->sector == y->sector)
                return true;
        }
    return false;
}

static void deadlines(isn_work *k, uint32_t i, uint32_t j) {
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    if (!a->deadline.known || !b->deadline.known || a->event != b->event)
        return;
    if (a->deadline.end == b->deadline.end || a->deadline.end == ISN_NO_DAY ||
        b->deadline.end == ISN_NO_DAY)
        return;
    if (share_actor(a, b))
        note(k, i, j, "deadline", days_note(k, a->deadline.end, b->deadline.end));
}

void isn_contra_find(isn_work *k) {
    uint32_t n = k->claims.len;
    for (uint32_t i = 0; i < n; i++)
        refer(k, i);
    for (uint32_t i = 0; i < n; i++) {
        occurrence(k, i);
        /* the claims of one document that speak of one event stand near each other */
        for (uint32_t j = i + 1; j < n && j < i + 40; j++) {
            counts(k, i, j);
            deadlines(k, i, j);
        }
    }
    k->record->contradictions = k->contradictions.ptr;
    k->record->ncontradictions = k->contradictions.len;
}
