/* cue_sum.c: what is told as a sum over a period. */
#include "claim/cuework.h"

static int32_t cue_kind(const isn_work *k, uint32_t w) {
    uint32_t row, last;
    return isn_work_has(k, w, ISN_T_CUE) ? isn_cue_at(k, w, &row, &last) : -1;
}

enum { CLOSE = 5, FAR = 11 }; /* words from a verb of rising to the noun of a number */

/* عدد، حصيلة, within a few words: what rises or is reached. */
static bool figure_named(const isn_work *k, uint32_t w, uint32_t end, uint32_t words) {
    for (uint32_t i = w; i < end && i < w + words; i++) {
        int32_t kind = cue_kind(k, i);
        if (i > w && k->scan->words[i].flags & ISN_WF_BREAK)
            return false;
        if (kind == ISN_CUE_NUMBER || kind == ISN_CUE_TOLL ||
            (kind == ISN_CUE_TALLY && !(k->wc[i] & ISN_WC_VERB)))
            return true;
    }
    return false;
}

/* ارتفع إلى 88 عدد القتلى: the figure stands between the verb and what it is of. */
static bool figure_ahead(const isn_work *k, uint32_t w, uint32_t end) {
    return w + 1 < end && k->fn[w + 1] == ISN_FN_ILA && figure_named(k, w, end, FAR);
}

/* ، ليرتفع عدد الشهداء إلى 97، وبذلك تصل الحصيلة: behind a deed, a sum begins that is told for itself. */
static bool sum_begins(const isn_work *k, uint32_t w, uint32_t s0, uint32_t end) {
    int32_t kind = cue_kind(k, w);
    if (w == s0 || (kind != ISN_CUE_RISE && kind != ISN_CUE_REACH && kind != ISN_CUE_UPDATE &&
                    kind != ISN_CUE_TALLY && kind != ISN_CUE_RAISE))
        return false;
    bool joined = k->fn[w - 1] == ISN_FN_THIS /* بذلك */ || k->fn[w - 1] == ISN_FN_WHILE ||
                  k->fn[w - 1] == ISN_FN_BUT || k->fn[w - 1] == ISN_FN_WHICH /* ما يرفع */;
    for (unsigned r = 0; r < k->scan->words[w].nreadings; r++)
        joined |= k->scan->words[w].reading[r].pre & (ISN_CL_LAM | ISN_CL_WAW | ISN_CL_FEH);
    const isn_hit *hit;
    const isn_sense *sense = isn_match_sense(&hit, k->scan, w, ISN_T_CUE);
    unsigned form = sense ? sense->form & ISN_FORM_KIND : 0;
    bool verb = form == ISN_FORM_PERF || form == ISN_FORM_IMPF;
    return joined && (verb || kind == ISN_CUE_TALLY) && figure_named(k, w, end, CLOSE);
}

/* القرية التي تسيطر عليها الجماعة منذ سقوط العاصمة: since when is told of a noun, by a verb in the present. */
static bool said_of_noun(const isn_work *k, uint32_t w, uint32_t first) {
    enum { WORDS = 8 };
    for (uint32_t i = w; i-- > first && w - i <= WORDS;) {
        if (k->scan->words[i].flags & ISN_WF_COMMA)
            return false;
        if (k->fn[i] == ISN_FN_WHO)
            return i + 1 < w && isn_cue_present(k, i + 1);
    }
    return false;
}

/* منذ اندلاعها، منذ الهجوم: a deed from which a sum is counted, and no day. */
static bool since_deed(const isn_work *k, uint32_t w, uint32_t last) {
    return w + 1 < last && isn_cue_date_word(k, w, ISN_DW_SINCE) && k->wc[w + 1] & ISN_WC_TRIGGER &&
           !(k->wc[w + 1] & ISN_WC_VERB) && k->m->dates.at[w] == ISN_NONE;
}

/* حصيلة الاشتباكات منذ ليل السبت, where no day tells which Saturday. */
static bool since_undated(const isn_work *k, uint32_t w) {
    uint32_t at = k->m->dates.at[w];
    if (at == ISN_NONE)
        return false;
    const isn_date *x = &k->m->dates.ptr[at];
    return x->first == w && x->kind == ISN_DATE_SINCE && x->start == ISN_NO_DAY &&
           x->end == ISN_NO_DAY;
}

/* سلسلة عمليات دهم: the kind of deed that is told to be several, where its word stands right behind; ISN_EV_NONE: any. */
static uint8_t several_of(const isn_work *k, uint32_t from, uint32_t to, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_CUE);
    if (s == NULL)
        return ISN_EV_NONE;
    uint32_t end = hit->last + ((s->form & ISN_FORM_KIND) == ISN_FORM_NOUN);
    for (uint32_t i = from; i < to; i++)
        if (k->evs.ptr[i].first >= hit->first && k->evs.ptr[i].first < end)
            return k->evs.ptr[i].event;
    return ISN_EV_NONE;
}

/* قتل ثلاثة أمس في الحرب المستمرة منذ السابع من أكتوبر: what was done on a day, and since when a thing of another noun goes on. */
static bool of_a_day(const isn_work *k, uint32_t w, uint32_t first) {
    if (w <= first || !(isn_work_pre(k, w - 1, 0) & ISN_CL_AL) ||
        k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    for (uint32_t i = first; i < w; i++) {
        uint32_t at = k->m->dates.at[i];
        const isn_date *x = at != ISN_NONE ? &k->m->dates.ptr[at] : NULL;
        if (x != NULL && x->kind == ISN_DATE_AT && x->precision == 1 && !(k->wc[i] & ISN_WC_HEAD))
            return true;
    }
    return false;
}

/* ولم تعلن أي جهة مسؤوليتها حتى الآن، دون ورود معلومات حتى الآن: what is not yet known sums nothing up. */
static bool not_yet(const isn_work *k, uint32_t w, uint32_t first) {
    enum { CLAUSE = 12 };
    if (w + 1 >= k->scan->nwords || !isn_work_has(k, w + 1, ISN_T_DATEWORD) ||
        isn_cue_date_word(k, w, ISN_DW_SINCE))
        return false;
    for (uint32_t i = w; i-- > first && w - i <= CLAUSE;) {
        uint8_t fn = k->fn[i];
        if (fn == ISN_FN_NOT || fn == ISN_FN_LAM || fn == ISN_FN_LAN ||
            cue_kind(k, i) == ISN_CUE_NEGATION || cue_kind(k, i) == ISN_CUE_WITHOUT)
            return true;
        uint8_t before = i > first ? k->fn[i - 1] : ISN_NO_FN;
        if (k->wc[i] & ISN_WC_VERB && before != ISN_FN_NOT && before != ISN_FN_LAM &&
            before != ISN_FN_LAN)
            return false;
    }
    return false;
}

/* متوقعا ارتفاع الحصيلة، وسط مخاوف من ارتفاع عدد القتلى، سترتفع: a toll that may rise has not. */
static bool may_rise(const isn_work *k, uint32_t w, uint32_t first) {
    enum { BACK = 4 };
    if (k->scan->words[w].reading[0].pre & ISN_CL_SEEN)
        return true;
    for (uint32_t i = w;
         i-- > first && w - i <= BACK && !(k->scan->words[i + 1].flags & ISN_WF_COMMA);) {
        int32_t kind = cue_kind(k, i);
        if (kind == ISN_CUE_FUTURE || kind == ISN_CUE_FEAR || kind == ISN_CUE_HYPOTHETICAL)
            return true;
    }
    return false;
}

/* مقاتلين رصدوا وهم يزرعون قنابل: they were seen, and nothing was counted; not ناشطون رصدوا مقتل ستة. */
static bool were_seen(const isn_work *k, uint32_t w, uint32_t last) {
    enum { OBJECT = 3 };
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_CUE);
    if (!s || !(k->wc[w] & ISN_WC_VERB) || (s->form & ISN_FORM_NUMBER) != ISN_FORM_PL)
        return false;
    for (uint32_t i = w + 1; i < last && i - w <= OBJECT; i++)
        if (k->m->numbers.at[i] != ISN_NONE ||
            (k->wc[i] & ISN_WC_TRIGGER && !(k->wc[i] & ISN_WC_VERB)))
            return false;
    return true;
}

/* أحصى المرصد في الانفجارين 22 قتيلا، وثق مقتل 18 في القصف: of the blow that was told, and no sum of many; not في الحرب, and
 * not what is counted since a day. */
static bool of_told_blow(const isn_work *k, uint32_t w, uint32_t last) {
    const isn_hit *hit;
    bool found = false;
    if (!(k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY)))
        return false;
    for (uint32_t i = w + 1; i < last; i++) {
        if (isn_cue_date_word(k, i, ISN_DW_SINCE) || isn_cue_date_word(k, i, ISN_DW_DURING))
            return false;
        if (k->fn[i - 1] != ISN_FN_FI || !(k->wc[i] & ISN_WC_TRIGGER) || k->wc[i] & ISN_WC_VERB ||
            !(isn_work_pre(k, i, 0) & ISN_CL_AL))
            continue;
        const isn_sense *s = isn_match_sense(&hit, k->scan, i, ISN_T_TRIGGER);
        found |= s != NULL && isn_work_trigger(k, s->row, ISN_TRIGGER_EVENT) == ISN_EV_ASSAULT &&
                 !(isn_work_trigger(k, s->row, ISN_TRIGGER_FLAGS) & ISN_TG_LASTING);
    }
    return found;
}

/* Does the clause tell a day or a stretch of time of its own? */
static bool dated(const isn_work *k, uint32_t first, uint32_t last) {
    for (uint32_t w = first; w < last; w++)
        if (k->m->dates.at[w] != ISN_NONE || isn_cue_date_word(k, w, ISN_DW_SINCE) ||
            isn_cue_date_word(k, w, ISN_DW_DURING))
            return true;
    return false;
}

/* قصفت طائرات السوق … وأحصى المرصد 19 قتيلا: who counts the dead of the blow that was told right before, at no time of its own. */
static bool of_blow_before(const isn_work *k, uint32_t w, uint32_t first, uint32_t last) {
    enum { SENTENCES = 2 };
    uint32_t s = k->scan->words[w].sentence;
    const isn_hit *hit;
    if (!(k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY)) || isn_cue_date_word(k, w, ISN_DW_SINCE) ||
        dated(k, first, last) || !isn_match_sense(&hit, k->scan, w, ISN_T_CUE) ||
        hit->last > w + 1) /* بلغ عدد القتلى */
        return false;
    uint32_t from = k->sentence_ev[s > SENTENCES ? s - SENTENCES : 0];
    for (uint32_t i = from; i < k->evs.len && k->evs.ptr[i].first < w; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->event == ISN_EV_ASSAULT && !e->title && !(e->flags & ISN_TG_LASTING) && !e->future &&
            !(e->tally || e->aggregate))
            return true;
    }
    return false;
}

/* Is there a word in the sentence that can tell of a sum? */
static bool may_sum(const isn_work *k, uint32_t sentence) {
    const uint64_t sums =
        ISN_KIND(ISN_CUE_RATE) | ISN_KIND(ISN_CUE_AGGREGATE) | ISN_KIND(ISN_CUE_TALLY) |
        ISN_KIND(ISN_CUE_RISE) | ISN_KIND(ISN_CUE_REACH) | ISN_KIND(ISN_CUE_UPDATE) |
        ISN_KIND(ISN_CUE_RAISE) | ISN_KIND(ISN_CUE_TOLL) | ISN_KIND(ISN_CUE_NUMBER);
    return isn_work_cues(k, sentence, sums) || k->inside[sentence].times >> ISN_DW_SINCE & 1;
}

void isn_cue_sum_up(isn_work *k, uint32_t from, uint32_t to, uint32_t first, uint32_t last) {
    bool tally = false, aggregate = false, update = false, number = false, reached = false;
    bool since = false;
    uint8_t several = ISN_EV_NONE;
    const uint32_t tables = 1u << ISN_T_CUE | 1u << ISN_T_DATEWORD;
    bool any = first < last && may_sum(k, k->scan->words[first].sentence);
    for (uint32_t w = first; any && w < last; w++) {
        if (!(k->scan->word_tables[w] & tables) && !(number && k->m->dates.at[w] != ISN_NONE))
            continue;
        int32_t kind = cue_kind(k, w);
        if (kind == ISN_CUE_RATE)
            kind = ISN_CUE_AGGREGATE; /* يعتقلون 25 يوميا */
        if (kind == ISN_CUE_AGGREGATE && !aggregate)
            several = several_of(k, from, to, w);
        else if (kind == ISN_CUE_AGGREGATE && several)
            several = several == several_of(k, from, to, w) ? several : (uint8_t)ISN_EV_NONE;
        bool from_then = kind == ISN_CUE_TALLY && isn_cue_date_word(k, w, ISN_DW_SINCE);
        if ((from_then || since_deed(k, w, last)) &&
            (isn_cue_compared(k, w, first) ||
             (!number && (said_of_noun(k, w, first) || of_a_day(k, w, first)))))
            continue;
        if (kind == ISN_CUE_TALLY &&
            (not_yet(k, w, first) || were_seen(k, w, last) || of_told_blow(k, w, last) ||
             of_blow_before(k, w, first, last)))
            continue;
        const isn_hit *bound; /* عدد القتلى يزيد عن 25: more than so many, and no rise */
        if (kind == ISN_CUE_RISE && isn_work_has(k, w, ISN_T_BOUND) &&
            isn_match_sense(&bound, k->scan, w, ISN_T_BOUND) && bound->last > w + 1)
            continue;
        if ((kind == ISN_CUE_UPDATE || kind == ISN_CUE_RISE) && may_rise(k, w, first))
            continue;
        since |= from_then;
        tally |= kind == ISN_CUE_TALLY || since_deed(k, w, last);
        aggregate |= kind == ISN_CUE_AGGREGATE;
        bool named = number || ((kind == ISN_CUE_RISE || kind == ISN_CUE_REACH) &&
                                figure_ahead(k, w, last)); /* ارتفع إلى 88 عدد القتلى */
        update |= kind == ISN_CUE_UPDATE || (named && kind == ISN_CUE_RISE) ||
                  (kind == ISN_CUE_RAISE && figure_named(k, w, last, CLOSE));
        reached |= kind == ISN_CUE_TOLL || (named && kind == ISN_CUE_REACH);
        number |= kind == ISN_CUE_NUMBER || kind == ISN_CUE_TOLL;
        tally |= number && since_undated(k, w);
    }
    for (uint32_t i = from; i < to; i++) {
        isn_ev *e = &k->evs.ptr[i];
        e->tally = tally;
        e->reached = reached;
        e->aggregate = aggregate && (!several || !e->event || e->event == several);
        e->since = since;
        e->update = update;
        e->part_first = first;
        e->part_last = last;
    }
}

/* ارتفعت الحصيلة إلى 14، موضحا أن قذيفة سقطت صباح اليوم على المركز: what is said anew has a verb and a day of its own, and is no
 * part of the sum. */
static bool blow_begins(const isn_work *k, uint32_t that, uint32_t s, uint32_t end) {
    if (k->fn[that] != ISN_FN_THAT || that == 0 || !isn_work_has(k, that - 1, ISN_T_SPEECH) ||
        !(k->scan->words[that - 1].flags & ISN_WF_COMMA))
        return false;
    bool rose = false;
    for (uint32_t w = k->s0[s]; w < that && !rose; w++) {
        int32_t kind = cue_kind(k, w);
        rose = (kind == ISN_CUE_RISE || kind == ISN_CUE_UPDATE) && figure_named(k, w, that, CLOSE);
    }
    const isn_ev *e = &k->evs.ptr[k->sentence_ev[s]], *last = &k->evs.ptr[k->sentence_ev[s + 1]];
    while (e < last && e->first < that)
        e++;
    if (!rose || e == last || !e->verb || e->event != ISN_EV_ASSAULT)
        return false;
    for (uint32_t w = that + 1; w < end; w++)
        if (k->m->dates.at[w] != ISN_NONE)
            return true;
    return false;
}

void isn_cue_sums(isn_work *k, uint32_t s) {
    uint32_t s0 = k->s0[s], s1 = k->scan->sentence_word[s + 1];
    uint32_t from = k->sentence_ev[s], to = k->sentence_ev[s + 1], at = s1;
    for (uint32_t w = k->evs.ptr[from].last; w < s1 && at == s1 && may_sum(k, s); w++)
        if (sum_begins(k, w, s0, s1) || blow_begins(k, w, s, s1))
            at = w;
    uint32_t own = from;
    while (own < to && k->evs.ptr[own].first < at)
        own++;
    isn_cue_sum_up(k, from, own, s0, at);
    isn_cue_sum_up(k, own, to, at, s1);
    for (uint32_t i = own; i < to; i++)
        k->evs.ptr[i].apart = true;
}
