/* share.c: who had which share of a sum: قتل 89 مدنيا، 25 منهم على يد القوات و14 برصاص الحركة. Reports of those who count the
 * dead or the detained give the sum once and the word of the deed with it; each share is a figure and the hand or the weapon
 * it fell to, and a claim of its own. */
#include "countwork.h"

#define REACH 2 /* sentences back to the sum */

/* The figure that ends before the word, with or without "of them" or "cases" behind it, or ISN_NONE. */
static uint32_t figure_before(const isn_work *k, uint32_t w, uint32_t s0) {
    enum { WORDS = 4 };
    for (uint32_t i = w; i-- > s0 && w - i <= WORDS;) {
        if (k->scan->words[i + 1].flags & ISN_WF_BREAK)
            return ISN_NONE;
        uint32_t n = k->m->numbers.at[i];
        if (n == ISN_NONE || k->m->numbers.ptr[n].first != i)
            continue;
        const isn_number *q = &k->m->numbers.ptr[n];
        bool of_them =
            q->last + 1 == w && isn_work_pronoun(k, q->last) && k->fn[q->last] == ISN_FN_OTHER;
        bool cases = q->noun_table == ISN_T_UNIT &&
                     isn_lex_int(k->lex, ISN_T_UNIT, q->noun_row, ISN_UNIT_KIND) == ISN_U_CASE;
        bool nothing = q->noun == ISN_NONE && q->num_first < q->num_last;
        bool closes = q->last == w || of_them;
        return closes && (nothing || cases) && q->value > 1 &&
                       !(q->flags & (ISN_NF_DATE | ISN_NF_ORDINAL | ISN_NF_NAME))
                   ? n
                   : ISN_NONE;
    }
    return ISN_NONE;
}

/* 40 قتيلا: the dead that are counted between the deed and the figure. */
static uint8_t counted_between(const isn_work *k, const isn_ev *e, uint32_t first) {
    for (uint32_t w = first; w-- > e->last;) {
        uint32_t n = k->m->numbers.at[w];
        if (n != ISN_NONE && k->m->numbers.ptr[n].noun_table == ISN_T_CASUALTY)
            return isn_count_casualty_what(k, k->m->numbers.ptr[n].noun_row);
    }
    return 0;
}

/* The last deed before the figure that did somebody harm or took him, in this sentence or right before. */
static uint32_t summed(const isn_work *k, uint32_t first, uint32_t sentence, uint8_t *effect) {
    for (uint32_t i = k->evs.len; i-- > 0;) {
        const isn_ev *e = &k->evs.ptr[i];
        if (sentence - e->sentence > REACH)
            break;
        if (e->last > first || (!e->effect && e->sentence != sentence))
            continue;
        *effect = e->effect ? e->effect : counted_between(k, e, first);
        if (*effect)
            return i;
    }
    return ISN_NONE;
}

/* Does a word of the figure's own clause tell its deed: قتل 25 منهم على يد? */
static bool told_here(const isn_work *k, uint32_t first, uint32_t s0) {
    uint32_t w = first;
    while (w > s0 && !(k->scan->words[w].flags & ISN_WF_BREAK))
        w--;
    for (uint32_t i = k->evs.len; i-- > 0 && k->evs.ptr[i].first >= w;)
        if (!k->evs.ptr[i].share && k->evs.ptr[i].first < first)
            return true;
    return false;
}

uint32_t isn_share_sum(const isn_work *k, uint32_t w, uint32_t *number, uint8_t *effect) {
    uint32_t s = k->scan->words[w].sentence, s0 = k->s0[s];
    *number = w > s0 ? figure_before(k, w, s0) : ISN_NONE;
    if (*number == ISN_NONE)
        return ISN_NONE;
    const isn_number *q = &k->m->numbers.ptr[*number];
    bool opens = q->first == s0 || q->flags & ISN_NF_SUBSET ||
                 isn_work_pre(k, q->first, 0) & ISN_CL_WAW ||
                 k->scan->words[q->first].flags & ISN_WF_BREAK ||
                 k->fn[q->first - 1] == ISN_FN_KANA || k->fn[q->first - 1] == ISN_FN_AND;
    return opens && !told_here(k, q->first, s0) ? summed(k, q->first, s, effect) : ISN_NONE;
}

void isn_share_settle(isn_work *k) {
    for (uint32_t i = 0; i < k->evs.len; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (!e->share)
            continue;
        for (uint32_t j = k->sentence_ev[e->sentence]; j < i; j++) {
            isn_refs *had = &k->evs.ptr[j].actors;
            for (uint32_t n = had->n; n-- > 0;)
                if (isn_work_entity(k, had->ptr[n])->first >= e->first)
                    isn_refs_drop(had, had->ptr[n]);
        }
    }
}
