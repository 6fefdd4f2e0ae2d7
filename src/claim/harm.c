/* harm.c: words of harm that stand together (قتل أو أصيب), and nobody harmed. Works for count.c, between roles and
 * counts. */
#include "claim/work.h"

static bool kills_or_hurts(const isn_ev *e) {
    return e->effect == ISN_WHAT_KILLED || e->effect == ISN_WHAT_WOUNDED;
}

/* قتل أو أصيب، استشهاد وإصابة: the occurrence behind it that a conjunction alone joins to it, or NULL. */
static isn_ev *paired(const isn_work *k, isn_ev *a) {
    isn_ev *b = a + 1;
    if (b == k->evs.ptr + k->evs.len || a->sentence != b->sentence || !a->effect || !b->effect ||
        k->scan->words[b->first].flags & ISN_WF_BREAK)
        return NULL;
    bool or = a->last + 1 == b->first && k->fn[a->last] == ISN_FN_AND;
    bool and = a->last == b->first && isn_work_pre(k, b->first, b->reading) & ISN_CL_WAW;
    return or || and? b : NULL;
}

/* لم يصب أو يقتل أي مدني: the negation is of both, and so are those that it tells of. */
void isn_harm_pairs(isn_work *k) {
    for (uint32_t i = 0; i + 1 < k->evs.len; i++) {
        isn_ev *a = &k->evs.ptr[i], *b = paired(k, a);
        if (!b || !a->verb || !b->verb || !a->negative || !kills_or_hurts(a) || !kills_or_hurts(b))
            continue;
        b->negative = true;
        b->denied |= a->denied;
        a->recipients = b->recipients;
        a->actors = b->actors;
    }
}

/* "استشهاد وإصابة سبعة", قتل أو جرح عشرون: two effects of one figure. */
void isn_harm_one_figure(isn_work *k, isn_ev *a) {
    isn_ev *b = paired(k, a);
    if (!b || a->ntakes || a->recipients.n || !b->ntakes || a->effect == b->effect ||
        !kills_or_hurts(a) || !kills_or_hurts(b) || isn_count_suffixed(k, a->last - 1))
        return; /* لقي طفل مصرعه وأصيبت شقيقته: two figures */
    if (a->verb && (a->form & ISN_FORM_NUMBER) != ISN_FORM_SG)
        return; /* رجل وزوجته قتلا وأصيب طفلهما */
    for (uint32_t t = 0; t < b->ntakes; t++) {
        b->takes[t].what = ISN_WHAT_KILLED;
        b->takes[t].mixed = true;
    }
}

/* منظمة أطباء بلا حدود: "without" is in a name. */
bool isn_harm_in_name(const isn_work *k, const isn_number *q) {
    uint32_t c = k->m->entities.cover[q->first];
    return q->quantity == ISN_Q_NONE && c != ISN_NONE && isn_work_entity(k, c)->first < q->first;
}

/* "No word of casualties" is a count of none beside the attack, no denial of it. */
void isn_harm_none_reported(isn_work *k) {
    const isn_numbers *numbers = &k->m->numbers;
    for (uint32_t i = 0; i < numbers->len; i++) {
        const isn_number *q = &numbers->ptr[i];
        if (q->quantity != ISN_Q_NONE || isn_harm_in_name(k, q))
            continue;
        uint32_t s = k->scan->words[q->first].sentence;
        for (uint32_t j = k->sentence_ev[s]; j < k->sentence_ev[s + 1]; j++) {
            isn_ev *e = &k->evs.ptr[j];
            if (e->flags & ISN_TG_CASUALTY && e->first >= q->first && e->first <= q->last) {
                e->negative = e->dead_main = false;
                e->modality = 0;
                e->nobody = true;
                e->recipients.n = 0;
            }
        }
    }
}

/* لم يصب أحد، دون أن يقتل أحد: where the negation stands, or ISN_NONE. Whoever says of himself that no civilian was hurt
 * (وأنه لم يقتل أي مدني) denies it. */
static uint32_t of_nobody(const isn_work *k, const isn_ev *e, const isn_ev *last) {
    uint32_t w = e->first;
    if (!e->verb || !e->negative || e->denied || !kills_or_hurts(e) || w == 0 ||
        last->last >= k->scan->nwords || k->fn[last->last] != ISN_FN_EACH ||
        k->scan->words[last->last].flags & ISN_WF_BREAK)
        return ISN_NONE;
    uint8_t fn = k->fn[w - 1];
    if (fn == ISN_FN_THAT)
        return w - 1;
    if (fn != ISN_FN_LAM)
        return ISN_NONE;
    bool said = w > 1 && k->fn[w - 2] == ISN_FN_THAT;
    uint32_t next = last->last + 1;
    uint32_t c = said && next < k->scan->nwords ? k->m->entities.cover[next] : ISN_NONE;
    return c != ISN_NONE && isn_work_entity(k, c)->side == ISN_SIDE_CIVILIAN ? ISN_NONE : w - 1;
}

/* لم يصب أحد، لم يقتل أحد: a count of none as well. */
void isn_harm_nobody(isn_work *k) {
    for (uint32_t i = 0; i < k->evs.len; i++) {
        isn_ev *e = &k->evs.ptr[i], *b = paired(k, e);
        const isn_ev *last = b && b->negative ? b : e;
        uint32_t from = of_nobody(k, e, last);
        if (from == ISN_NONE)
            continue;
        for (isn_ev *x = e; x <= last; x++) {
            x->negative = x->dead_main = false;
            x->recipients.n = x->actors.n = 0;
            x->ntakes = 0;
            isn_take *t = isn_count_add(x, ISN_NONE, ISN_NONE, x->effect, x->harm);
            t->none = true;
            t->from = from;
            t->to = last->last + 1;
        }
    }
}
