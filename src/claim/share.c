/* share.c: who had which share of a sum: قتل 89 مدنيا، 25 منهم على يد القوات و14 برصاص الحركة. Reports of those who count the
 * dead or the detained give the sum once and the word of the deed with it; each share is a figure and the hand or the weapon
 * it fell to, and a claim of its own. */
#include "claim/countwork.h"

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

uint32_t isn_share_another(const isn_work *k, uint32_t w, uint8_t *effect) {
    uint32_t s = k->scan->words[w].sentence, end = k->scan->sentence_word[s + 1];
    if (w + 2 >= end || !isn_work_has(k, w, ISN_T_NUMERAL) ||
        !(isn_work_pre(k, w, 0) & ISN_CL_WAW) || k->fn[w + 1] != ISN_FN_FI)
        return ISN_NONE;
    const isn_hit *hit;
    const isn_sense *other = isn_match_sense(&hit, k->scan, w, ISN_T_NUMERAL);
    uint32_t c = k->m->entities.cover[w + 2];
    bool one = other &&
               isn_lex_int(k->lex, ISN_T_NUMERAL, other->row, ISN_NUMERAL_KIND) == ISN_NUM_OTHER &&
               isn_str_eq(isn_lex_str(k->lex, ISN_T_NUMERAL, other->row, ISN_NUMERAL_VALUE),
                          isn_str_z("1"));
    if (!one || c == ISN_NONE || isn_work_entity(k, c)->kind != ISN_ENT_PLACE ||
        isn_work_entity(k, c)->first != w + 2)
        return ISN_NONE;
    uint32_t n = ISN_NONE;
    for (uint32_t i = w; i-- > k->s0[s] && n == ISN_NONE;)
        n = k->m->numbers.at[i];
    if (n == ISN_NONE || !(k->m->numbers.ptr[n].flags & ISN_NF_SINGULAR))
        return ISN_NONE;
    uint32_t sum = summed(k, w, s, effect);
    return sum != ISN_NONE && k->evs.ptr[sum].sentence == s &&
                   k->evs.ptr[sum].event == ISN_EV_ASSAULT
               ? sum
               : ISN_NONE;
}

/* القوات مسؤولة عن مقتل 33، والفصائل عن مقتل 11: behind the first that is charged each goes on with a noun of the same deed; whom
 * it is laid on, or ISN_NONE. */
static uint32_t charged_too(const isn_work *k, const isn_ev *e) {
    uint32_t of = e->first - 1, s0 = k->s0[e->sentence];
    if (e->verb || !e->effect || e->first < s0 + 2 || k->fn[of] != ISN_FN_AN)
        return ISN_NONE;
    uint32_t c = k->m->entities.cover[of - 1];
    if (c == ISN_NONE)
        return ISN_NONE;
    const isn_entity *x = isn_work_entity(k, c);
    bool party = x->kind == ISN_ENT_ACTOR || x->kind == ISN_ENT_PEOPLE;
    if (!party || x->last != of || !(isn_work_pre(k, x->first, x->reading) & ISN_CL_WAW))
        return ISN_NONE;
    for (const isn_ev *p = e; p-- > k->evs.ptr && p->sentence == e->sentence;) {
        bool charged = p->first > s0 + 1 && k->fn[p->first - 1] == ISN_FN_AN &&
                       (p->share || isn_role_cue(k, p->first - 2, ISN_CUE_ACCUSATION));
        if (p->row == e->row)
            return charged && p->last <= x->first ? c : ISN_NONE;
    }
    return ISN_NONE;
}

/* The figure joined by "and" behind a comma that counts the noun at the word, or ISN_NONE. */
static uint32_t next_in_list(const isn_work *k, uint32_t noun, uint32_t s0) {
    enum { WORDS = 5 };
    for (uint32_t w = noun + 1; w-- > s0 + 1 && noun - w < WORDS;) {
        uint32_t n = k->m->numbers.at[w];
        if (n == ISN_NONE || k->m->numbers.ptr[n].first != w)
            continue;
        const isn_number *q = &k->m->numbers.ptr[n];
        uint32_t and = k->fn[w - 1] == ISN_FN_AND ? w - 1 : w; /* و58 */
        bool joined = (and < w || isn_work_pre(k, w, 0) & ISN_CL_WAW) &&
                      k->scan->words[and].flags & ISN_WF_COMMA;
        return joined && q->noun == noun && q->value > 1 ? n : ISN_NONE;
    }
    return ISN_NONE;
}

/* 96 غارة نفذتها الطائرات الروسية، و58 غارة لطائرات النظام، و150 قذيفة أطلقتها القوات: in a list of what was counted each has its doer. */
static void listed(const isn_work *k, isn_ev *e) {
    uint32_t s0 = k->s0[e->sentence], n = ISN_NONE;
    if (e->dead || e->share || e->event != ISN_EV_ASSAULT || e->effect || e->first <= s0 + 1 ||
        e == k->evs.ptr || (e - 1)->sentence != e->sentence)
        return;
    if (e->verb) {
        if (isn_work_pronoun(k, e->last - 1) && e->actors.n)
            n = next_in_list(k, e->first - 1, s0);
    } else {
        uint32_t c = e->last < k->scan->nwords ? k->m->entities.cover[e->last] : ISN_NONE;
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        if (x && x->first == e->last && x->kind == ISN_ENT_ACTOR &&
            isn_clause_prep(k, x->first, x->reading) == ISN_FN_LI)
            n = next_in_list(k, e->first, s0);
        if (n != ISN_NONE) {
            isn_refs_drop(&e->recipients, c);
            e->actors.n = 0;
            isn_refs_add(&e->actors, c);
        }
    }
    if (n != ISN_NONE)
        e->share = n + 1;
}

/* Whom a share fell to, or what is named behind it, is none of the deeds before it. */
static void drop_from(const isn_work *k, isn_refs *refs, uint32_t word) {
    for (uint32_t n = refs->n; n-- > 0;)
        if (isn_work_entity(k, refs->ptr[n])->first >= word)
            isn_refs_drop(refs, refs->ptr[n]);
}

/* نسب التقرير إلى الحركة قتل 40، وإلى القوات قتل 12: whom each deed is laid on stands before it; ISN_NONE. */
static uint32_t laid_on(const isn_work *k, const isn_ev *e) {
    uint32_t s0 = k->s0[e->sentence],
             c = e->first > s0 + 1 ? k->m->entities.cover[e->first - 1] : ISN_NONE;
    if (e->verb || !e->effect || c == ISN_NONE || isn_work_pre(k, e->first, e->reading))
        return ISN_NONE;
    const isn_entity *x = isn_work_entity(k, c);
    if (x->last != e->first || isn_clause_prep(k, x->first, x->reading) != ISN_FN_ILA)
        return ISN_NONE;
    for (uint32_t i = k->sentence_ev[e->sentence]; &k->evs.ptr[i] < e; i++)
        if (k->evs.ptr[i].event == ISN_EV_ACCUSE && k->evs.ptr[i].verb && !k->evs.ptr[i].dead)
            return c;
    return ISN_NONE;
}

/* 31 على يد جهات لم يحددها التقرير، و14 على يد القوات: what stands before its figure says nothing of a share. */
static void own_words(const isn_work *k, isn_ev *e) {
    uint32_t first = k->m->numbers.ptr[e->share - 1].first;
    if (e->cue_word != ISN_NONE && e->cue_word < first) {
        e->negative = e->denied = e->dead = false;
        e->why = NULL;
        e->cue_row = e->cue_word = ISN_NONE;
    }
    for (uint32_t n = e->actors.n; n-- > 0;)
        if (isn_work_entity(k, e->actors.ptr[n])->first < first && k->fn[e->first] == ISN_FN_HAND)
            isn_refs_drop(&e->actors, e->actors.ptr[n]);
}

/* استشهد شاب برصاص الاحتلال في المخيم، وآخر في البلدة */
static void same_doer(const isn_work *k, isn_ev *e) {
    for (const isn_ev *q = e; !e->actors.n && q-- > k->evs.ptr && q->sentence == e->sentence;)
        if (q->event == ISN_EV_ASSAULT && !q->dead)
            e->actors = q->actors;
}

void isn_share_settle(isn_work *k) {
    for (uint32_t i = 0; i < k->evs.len && k->m->numbers.len; i++) {
        isn_ev *e = &k->evs.ptr[i];
        uint32_t n = e->last < k->scan->nwords ? k->m->numbers.at[e->last] : ISN_NONE;
        uint32_t charged = e->dead || n == ISN_NONE ? ISN_NONE : charged_too(k, e);
        uint32_t behind = e->dead || n == ISN_NONE ? ISN_NONE : laid_on(k, e);
        if (behind != ISN_NONE) {
            e->actors.n = 0;
            isn_refs_add(&e->actors, behind);
            e->share = n + 1;
        }
        if (charged == ISN_NONE)
            continue;
        for (uint32_t j = k->sentence_ev[e->sentence]; j < i; j++) {
            isn_refs_drop(&k->evs.ptr[j].actors, charged);
            isn_refs_drop(&k->evs.ptr[j].recipients, charged);
        }
        e->actors.n = 0;
        isn_refs_add(&e->actors, charged);
        e->share = n + 1;
    }
    for (uint32_t i = 0; i < k->evs.len; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (e->another)
            same_doer(k, e);
        listed(k, e);
        if (!e->share)
            continue;
        own_words(k, e);
        for (uint32_t j = k->sentence_ev[e->sentence]; j < i; j++) {
            drop_from(k, &k->evs.ptr[j].actors, e->first);
            drop_from(k, &k->evs.ptr[j].recipients, e->first);
        }
    }
}

/* The sum of which claim `i` tells a share: right before it by the same word (قتلت القوات 33، وقتلت الفصائل 11), or told a few claims
 * before of more, where the share stands without a word of its own; NULL. */
static const isn_claim *sum_of(const isn_work *k, uint32_t i) {
    enum { BACK = 6 };
    const isn_claim *c = &k->claims.ptr[i];
    const isn_ev *e = &k->evs.ptr[k->claim_ev.ptr[i]];
    for (uint32_t j = i; j-- > 0 && i - j <= BACK;) {
        const isn_claim *d = &k->claims.ptr[j];
        const isn_ev *f = &k->evs.ptr[k->claim_ev.ptr[j]];
        bool twin = j + 1 == i && e->sentence == f->sentence && e->row == f->row && e->verb &&
                    e->chain == f->chain && d->nactors;
        bool more = e->share && d->ncounts && d->event == c->event && f->first < e->first &&
                    d->counts[0].best > c->counts[0].best && d->counts[0].best != ISN_NO_COUNT;
        bool part = e->aggregate && c->counts[0].what != ISN_WHAT_ACTIONS &&
                    e->sentence == f->sentence && f->first < e->first && d->ncounts &&
                    d->counts[0].what == ISN_WHAT_ACTIONS;
        if (part && (d->type == ISN_TY_TALLY || d->type == ISN_TY_AGGREGATE))
            return d; /* 320 انتهاكا، منها 40 حالة اعتقال */
        if (d->type == ISN_TY_TALLY && d->ncounts && d->counts[0].what == c->counts[0].what &&
            (twin || more))
            return d;
    }
    return NULL;
}

/* قتلت القوات 33 في نيسان، فيما قتلت الفصائل 11: the time of the sum is that of each share. */
void isn_share_time(isn_work *k) {
    for (uint32_t i = 1; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        bool own = c->date.known && c->date.mark.text.len;
        bool doer = c->nactors || k->evs.ptr[k->claim_ev.ptr[i]].aggregate;
        if (c->type != ISN_TY_INCIDENT || !c->ncounts || !doer || own)
            continue;
        const isn_claim *sum = sum_of(k, i);
        if (sum == NULL)
            continue;
        c->type = sum->type;
        c->date = sum->date;
    }
}
