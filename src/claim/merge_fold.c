/* merge_fold.c: one claim of two that tell one thing. */
#include "claim/mergework.h"

enum { LIST_MAX = 64 };

#define APPEND(k, type, into, n, from, m)                                                          \
    do {                                                                                           \
        if ((n) + (m) > LIST_MAX)                                                                  \
            break;                                                                                 \
        type *list = ISN_NEW((k)->arena, type, (n) + (m));                                         \
        if (n)                                                                                     \
            memcpy(list, (into), sizeof(type) * (n));                                              \
        if (m)                                                                                     \
            memcpy(list + (n), (from), sizeof(type) * (m));                                        \
        (into) = list;                                                                             \
        (n) += (m);                                                                                \
    } while (0)

/* Of several figures of the dead in the report, the headline's is the one of the same size. */
static bool another_fits(const isn_claim *a, const isn_claim *b, uint32_t j) {
    const isn_rec_count *y = &b->counts[j];
    for (uint32_t i = 0; i < a->ncounts; i++)
        if (a->counts[i].what == y->what && a->counts[i].best == y->best)
            return false; /* مقتل جندي و3 مسلحين, and below it the same two figures */
    for (uint32_t i = 0; i < a->ncounts; i++) {
        const isn_rec_count *x = &a->counts[i];
        if (x->what != y->what)
            continue;
        for (uint32_t o = 0; o < b->ncounts; o++)
            if (o != j && b->counts[o].what == x->what && b->counts[o].best == x->best)
                return true;
    }
    return false;
}

/* The figure of `a` that `y` tells again: of several that of its size which none was laid on yet. */
static isn_rec_count *laid_on(const isn_claim *a, const isn_rec_count *y, uint64_t *met) {
    uint32_t best = ISN_NONE;
    int fit = -1;
    for (uint32_t i = 0; i < a->ncounts && i < LIST_MAX; i++) {
        const isn_rec_count *x = &a->counts[i];
        int now = (x->best == y->best) * 2 + !(*met >> i & 1);
        if (x->what != y->what || (fit >= 0 && now <= fit))
            continue;
        best = i;
        fit = now;
    }
    if (best == ISN_NONE)
        return NULL;
    *met |= (uint64_t)1 << best;
    return &a->counts[best];
}

/* The outlet writes "killed", the statement it quotes "deterred": both words are kept. */
static void keep_words(isn_work *k, isn_claim *a, const isn_claim *b, bool title) {
    uint64_t met =
        0; /* of the figures of `a`, those that one of `b` has been laid on: two dead of one each are two */
    for (uint32_t j = 0; j < b->ncounts; j++) {
        const isn_rec_count *y = &b->counts[j];
        isn_rec_count *same = NULL;
        if (title && isn_merge_counts_part(a, y))
            continue;
        if (title && another_fits(a, b, j)) { /* 12 soldiers in the headline, and 4 militiamen */
            bool people = y->what <= ISN_WHAT_WOUNDED || /* two engineers, and their driver */
                          (y->what == ISN_WHAT_RELEASED && y->best < isn_merge_largest(a));
            if (b->type != ISN_TY_UPDATE && people && y->who.start < y->who.end)
                APPEND(k, isn_rec_count, a->counts, a->ncounts, y, 1);
            continue;
        }
        same = laid_on(a, y, &met);
        if (!same) {
            APPEND(k, isn_rec_count, a->counts, a->ncounts, y, 1);
            continue;
        }
        bool mixed = same->harm == ISN_HARM_CASUALTIES, other = y->harm == ISN_HARM_CASUALTIES;
        if (mixed !=
            other) { /* "41 dead and wounded", and twelve dead: the figure of the dead alone */
            if (mixed && y->best != ISN_NO_COUNT)
                *same = *y;
            continue;
        }
        bool soft_a = same->harm >= ISN_HARM_NEUTRALISED, soft_b = y->harm >= ISN_HARM_NEUTRALISED;
        if (soft_a != soft_b) {
            const isn_rec_count *hard = soft_a ? y : same, *soft = soft_a ? same : y;
            isn_rec_count both = *hard;
            both.other_harm = soft->harm;
            both.other_mark = soft->mark;
            both.rule = "killed elsewhere in the report";
            *same = both;
        } else if ((title || same->quantity == ISN_Q_VAGUE) && y->quantity != ISN_Q_VAGUE) {
            *same = *y; /* headlines drop "at least" */
        }
        if (y->nof_whom && !same->nof_whom)
            same->of_whom = y->of_whom, same->nof_whom = y->nof_whom;
        if (!same->side)
            same->side = y->side;
    }
}

/* The statement names who fought with whom; the report only the coalition. */
static void more_actors(isn_work *k, isn_claim *a, const isn_claim *b) {
    for (uint32_t j = 0; j < b->nactors; j++) {
        const isn_rec_actor *y = &b->actors[j];
        bool known = false;
        for (uint32_t i = 0; i < a->nactors; i++) {
            const isn_rec_actor *x = &a->actors[i];
            known |=
                (x->id.len && isn_str_eq(x->id, y->id)) || isn_str_eq(x->mark.text, y->mark.text);
        }
        if (!known)
            APPEND(k, isn_rec_actor, a->actors, a->nactors, y, 1);
    }
    for (uint32_t j = 0; j < b->nrecipients;
         j++) { /* "13 elements" here, the group by its name there */
        const isn_rec_actor *y = &b->recipients[j];
        bool known = !y->id.len;
        for (uint32_t i = 0; i < a->nrecipients; i++)
            known |= isn_str_eq(a->recipients[i].id, y->id);
        if (!known)
            APPEND(k, isn_rec_actor, a->recipients, a->nrecipients, y, 1);
    }
}

/* Who else tells it: the chain of a telling that names another source than the claim's. */
static void keep_teller(isn_work *k, isn_claim *a, const isn_claim *b) {
    if (!isn_merge_spoken(b) || (isn_merge_spoken(a) && isn_merge_same_origin(a, b)))
        return;
    for (uint32_t i = 0; i < a->nretold; i++) {
        const isn_claim told = {.chain = a->retold[i].chain, .nchain = a->retold[i].nchain};
        if (isn_merge_same_origin(&told, b))
            return;
    }
    isn_rec_telling t = {b->anchor, b->chain, b->nchain, b->quoted};
    APPEND(k, isn_rec_telling, a->retold, a->nretold, &t, 1);
}

/* A province or a district in the lede, the village further on: the village too. */
static void finer_places(isn_work *k, isn_claim *a, const isn_claim *b) {
    for (uint32_t i = 0; i < a->nplaces; i++)
        if (isn_merge_lies_in(&a->places[i]) && a->places[i].precision != ISN_SPOT_DISTRICT)
            return;
    for (uint32_t j = 0; j < b->nplaces; j++) {
        bool known = false;
        for (uint32_t i = 0; i < a->nplaces; i++)
            known |= isn_merge_one_place(&a->places[i], &b->places[j]);
        if (!known && isn_merge_lies_in(&b->places[j]) &&
            b->places[j].precision != ISN_SPOT_DISTRICT)
            APPEND(k, isn_rec_place, a->places, a->nplaces, &b->places[j], 1);
    }
}

void isn_merge_fold(isn_work *k, uint32_t ia, uint32_t ib) {
    isn_claim *a = &k->claims.ptr[ia];
    const isn_claim *b = &k->claims.ptr[ib];
    /* a heading of the report tells no more than its headline, which still waits for the paragraph that tells it */
    /* a lede sums up the one raid that killed */
    bool summed = a->type == ISN_TY_AGGREGATE && b->type == ISN_TY_INCIDENT &&
                  isn_merge_dead_and_wounded(a, b);
    bool title = summed || (isn_merge_titled(k, ia) && !isn_merge_heading(k, ib)) ||
                 isn_merge_under_heading(k, ia, ib);
    bool at_once =
        isn_merge_speech_event(a) && k->claim_sentence.ptr[ia] == k->claim_sentence.ptr[ib];
    bool counted = a->ncounts > 0, same_toll = isn_merge_compare_counts(a, b) > 0;
    keep_words(k, a, b, title);
    APPEND(k, isn_mark, a->anchors, a->nanchors, b->anchors, b->nanchors);
    APPEND(k, isn_rec_rule, a->rules, a->nrules, b->rules, b->nrules);
    if (!title && a->nactors && b->nactors && same_toll)
        more_actors(k, a, b);
    if (!a->nactors || (title && b->nactors))
        a->actors = b->actors, a->nactors = b->nactors;
    if (!a->nrecipients || (title && b->nrecipients))
        a->recipients = b->recipients, a->nrecipients = b->nrecipients;
    if (!a->nplaces || (title && b->nplaces))
        a->places = b->places, a->nplaces = b->nplaces;
    else if (!title)
        finer_places(k, a, b);
    if (title && !a->date.known && isn_merge_rep(k, ib)->beside)
        k->claim_ev.ptr[ia] = k->claim_ev.ptr[ib]; /* its day is still to be counted */
    bool loose = isn_merge_loose_sum(b) && isn_merge_one_blow_told(a);
    if (loose || (at_once && a->date.known))
        ; /* its time is that of the blow, or when the first word was said */
    else if (!a->date.known || (a->date.soft && b->date.known && !b->date.soft) ||
             (a->date.start == ISN_NO_DAY && b->date.known && b->date.start != ISN_NO_DAY &&
              (title || b->type == ISN_TY_INCIDENT)))
        a->date = b->date;
    if (!a->deadline.known)
        a->deadline = b->deadline;
    if (!a->mode || (title && b->mode))
        a->mode = b->mode;
    if (a->nchain && b->nchain && isn_merge_same_origin(a, b) && !a->chain[0].channel)
        a->chain[0].channel = b->chain[0].channel;
    if (title && b->nchain) { /* a headline names its source loosely */
        a->chain = b->chain, a->nchain = b->nchain;
        a->quoted = b->quoted;
    } else {
        keep_teller(k, a, b);
    }
    if (title) {
        if (!(loose && counted) &&
            (b->type != ISN_TY_INCIDENT || a->type == ISN_TY_INCIDENT || !counted || summed))
            a->type = b->type; /* a headline that names a toll without a figure sums up nothing */
        a->modality = b->modality;
        a->anchor = b->anchor;
        a->evidence = b->evidence;
        k->claim_sentence.ptr[ia] = k->claim_sentence.ptr[ib];
    } else if (isn_merge_sum_type(b) && isn_merge_one_blow_told(a) && !loose) {
        a->type = b->type;
    }
    a->main |= b->main;
    a->spread |= b->spread;
}
