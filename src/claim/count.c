/* count.c: gives each count to the occurrence whose effect it measures. Roles are filled; group.c joins
 * the occurrences later, emit.c turns takes into low, best and high.
 *
 * Three passes: people in the victim's role of a word with an effect; casualty nouns, which say the effect
 * themselves; "others" and bare figures, which continue the one before. */
#include "claim/countwork.h"

/* A pronoun stands at the end of the word. */
bool isn_count_suffixed(const isn_work *k, uint32_t w) {
    const isn_word *word = &k->scan->words[w];
    for (unsigned r = 0; r < word->nreadings; r++)
        if (word->reading[r].symbol != ISN_NO_SYMBOL && word->reading[r].suf != ISN_SUF_NONE)
            return true;
    return false;
}

/* أربعة أطفال كل يوم، المعدل اليومي للضحايا بلغ 165: so many each day or on the average are no count. */
bool isn_count_is_rate(const isn_work *k, const isn_number *q) {
    enum { PHRASE = 8, AFTER = 4 };
    uint32_t after = q->noun != ISN_NONE && q->noun >= q->num_last ? q->noun + 1 : q->last;
    for (uint32_t w = after; w < k->scan->nwords && w < after + AFTER; w++) {
        if (k->scan->words[w].flags & ISN_WF_BREAK || k->wc[w] & ISN_WC_VERB)
            break;
        if (isn_role_cue(k, w, ISN_CUE_RATE))
            return true;
    }
    for (uint32_t w = q->first; w-- > 0 && q->first - w <= PHRASE;) {
        if (k->scan->words[w + 1].flags & ISN_WF_STOP)
            return false;
        if (isn_role_cue(k, w, ISN_CUE_AVERAGE) ||
            (w + 1 == q->first && isn_role_cue(k, w, ISN_CUE_RATE)))
            return true;
    }
    return false;
}

bool isn_count_people_number(const isn_work *k, const isn_number *q) {
    if (q->flags & (ISN_NF_DATE | ISN_NF_NAME | ISN_NF_ORDINAL | ISN_NF_PERCENT | ISN_NF_OUT_OF |
                    ISN_NF_FRACTION))
        return false;
    bool thing = q->noun_table == ISN_T_ORGWORD && isn_work_has(k, q->noun, ISN_T_UNIT);
    return q->noun_table != ISN_T_UNIT && !thing && !isn_count_is_rate(k, q); /* 19 طائرة مسيرة */
}

int32_t isn_count_unit_kind(const isn_work *k, const isn_number *q) {
    enum { MANY = 5 };
    /* 25 عملية اغتيال: a deed of two words; a few may be of one man */
    if (q->noun_table == ISN_T_TRIGGER && q->noun != ISN_NONE && q->best >= MANY &&
        isn_work_trigger(k, q->noun_row, ISN_TRIGGER_MODE) > 0) {
        const isn_hit *hit;
        const isn_sense *s = isn_match_sense(&hit, k->scan, q->noun, ISN_T_UNIT);
        return s ? isn_lex_int(k->lex, ISN_T_UNIT, s->row, ISN_UNIT_KIND) : -1;
    }
    if (q->noun_table != ISN_T_UNIT)
        return -1;
    return isn_lex_int(k->lex, ISN_T_UNIT, q->noun_row, ISN_UNIT_KIND);
}

isn_take *isn_count_add(isn_ev *e, uint32_t number, uint32_t entity, uint8_t what, uint8_t harm) {
    for (uint32_t i = 0; i < e->ntakes; i++)
        if (number != ISN_NONE && e->takes[i].number == number)
            return &e->takes[i];
    if (e->ntakes == ISN_ROLE_MAX)
        return NULL;
    isn_take *t = &e->takes[e->ntakes++];
    *t = (isn_take){.number = number, .entity = entity, .what = what, .harm = harm};
    return t;
}

uint8_t isn_count_casualty_what(const isn_work *k, uint32_t row) {
    return (uint8_t)isn_lex_int(k->lex, ISN_T_CASUALTY, row, ISN_CASUALTY_WHAT);
}

/* وفاة جريح، توفي ثلاثة من المصابين: the wounded who die are dead. */
bool isn_count_dies(const isn_work *k, const isn_ev *e, const isn_number *q, uint8_t what) {
    if (what != ISN_WHAT_WOUNDED || e->effect != ISN_WHAT_KILLED || e->harm != ISN_HARM_KILLED)
        return false;
    if (e->verb && e->first >= q->last && e->first - q->last < 2 &&
        (e->form & ISN_FORM_NUMBER) == ISN_FORM_PL && !isn_work_pre(k, e->first, e->reading) &&
        !(k->scan->words[e->first].flags & ISN_WF_BREAK))
        return true; /* خمسة من الجرحى فارقوا الحياة */
    return q->first >= e->last && q->first - e->last < 2 &&
           !(isn_work_pre(k, q->first, 0) & ISN_CL_WAW);
}

/* ارتفع العدد إلى 25 قتيلا بعد وفاة ثلاثة جرحى: they are among the dead that were counted. */
bool isn_count_died_since(const isn_work *k, const isn_number *q, uint8_t what) {
    if (what != ISN_WHAT_WOUNDED || q->first == 0 ||
        k->scan->words[q->first].flags & ISN_WF_BREAK || isn_work_pre(k, q->first, 0) ||
        !isn_work_has(k, q->first - 1, ISN_T_TRIGGER))
        return false;
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, q->first - 1, ISN_T_TRIGGER);
    if (!s || hit->last != q->first ||
        isn_work_trigger(k, s->row, ISN_TRIGGER_EFFECT) != ISN_WHAT_KILLED)
        return false;
    if (isn_work_framed(k, s->row, ISN_FR_FIND_DEAD))
        return false; /* استقبل المستشفى خمس إصابات */
    uint32_t in = k->scan->words[q->first].sentence;
    for (uint32_t i = k->sentence_ev[in]; i < k->sentence_ev[in + 1]; i++)
        if (k->evs.ptr[i].last == q->first)
            return k->evs.ptr[i].effect == ISN_WHAT_KILLED; /* not سقوط خمسة جرحى */
    return true;
}

/* "تسعة قتلى وجرحى": dead and wounded in one figure. */
bool isn_count_mixed_noun(const isn_work *k, const isn_number *q, uint8_t what) {
    enum { TENS = 11 };
    if (q->noun == ISN_NONE || q->noun + 1 >= k->scan->nwords)
        return false;
    uint32_t w = q->noun + 1;
    if (!(k->scan->words[w].reading[0].pre & ISN_CL_WAW))
        return false;
    if (k->m->numbers.at[w] != ISN_NONE) {
        const isn_number *next = &k->m->numbers.ptr[k->m->numbers.at[w]];
        if (next->num_first != next->num_last)
            return false;
    }
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_CASUALTY);
    if (!s || hit->first != w || q->num_first == q->num_last)
        return false;
    /* جرحى after it shares the figure; وإصابة آخر begins another count */
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    uint8_t ending = isn_token_end(k->scan->text, token)[-1];
    bool alone = hit->last >= k->scan->nwords || k->m->numbers.at[hit->last] == ISN_NONE;
    bool tens = q->value >= TENS && k->m->numbers.at[w] == ISN_NONE && alone &&
                ending != ISN_F_HEH && ending != ISN_F_TEH; /* خمسون قتيلا وجريحا, not وإصابة */
    if ((s->form & ISN_FORM_NUMBER) != ISN_FORM_PL && !(s->form & ISN_FORM_ACC) && !tens)
        return false;
    uint8_t other = isn_count_casualty_what(k, s->row);
    return (what == ISN_WHAT_KILLED && other == ISN_WHAT_WOUNDED) ||
           (what == ISN_WHAT_WOUNDED && other == ISN_WHAT_KILLED);
}

/* "بين قتيل وجريح" after a count of people, or before it: سقط ما بين قتيل وجريح سبعون شخصا. */
bool isn_count_between_dead_and_wounded(const isn_work *k, const isn_number *q) {
    uint32_t w = q->last, at = q->first;
    if (at > 2 && k->fn[at - 3] == ISN_FN_BAYN && isn_work_has(k, at - 2, ISN_T_CASUALTY) &&
        isn_work_has(k, at - 1, ISN_T_CASUALTY))
        return true;
    for (uint32_t i = w; i < w + 3 && i + 2 < k->scan->nwords; i++) {
        if (k->fn[i] != ISN_FN_BAYN || k->fn[i + 1] == ISN_FN_BAYN) /* ما بين */
            continue;
        return isn_work_has(k, i + 1, ISN_T_CASUALTY) && isn_work_has(k, i + 2, ISN_T_CASUALTY);
    }
    return false;
}

/* How many a figure is of people that died, 0 where it is not told. */
static int64_t dead_of(const isn_work *k, const isn_take *t) {
    if (t->what != ISN_WHAT_KILLED || t->none || t->mixed || t->subset)
        return 0;
    return t->number == ISN_NONE || t->one ? 1 : k->m->numbers.ptr[t->number].best;
}

/* العدد ارتفع إلى 29 بعدما توفي ستة: the figure that is risen to, before the deaths that raised it. */
static uint32_t risen_to(const isn_work *k, const isn_ev *e, int64_t of) {
    uint32_t found = ISN_NONE;
    for (uint32_t i = 0; i < k->m->numbers.len && k->m->numbers.ptr[i].last <= e->first; i++) {
        const isn_number *q = &k->m->numbers.ptr[i];
        if (k->scan->words[q->first].sentence == e->sentence && q->best > of &&
            k->m->dates.at[q->first] == ISN_NONE &&
            (q->noun == ISN_NONE || isn_count_people_number(k, q)) &&
            isn_clause_prep(k, q->first, 0) == ISN_FN_ILA)
            found = i;
    }
    return found;
}

/* ارتفع عدد القتلى إلى 29 بعدما فارق ستة من الجرحى الحياة: those whose death raised the toll are among those that it counts. */
static void among_the_dead(isn_work *k, isn_ev *e) {
    uint32_t w = e->first, s0 = k->s0[e->sentence];
    w -= w > s0 && k->fn[w - 1] == ISN_FN_THAT;
    if (e->dead || e->effect != ISN_WHAT_KILLED || e->ntakes != 1 || !(e->update || e->reached) ||
        w <= s0 || k->fn[w - 1] != ISN_FN_AFTER || !dead_of(k, &e->takes[0]))
        return;
    bool blow = false;
    for (isn_ev *q = e + 1; q < k->evs.ptr + k->evs.len && q->sentence == e->sentence; q++)
        if (q->flags & ISN_TG_ATTACK && !q->dead) /* بعد مقتل سبعة في قصف جديد: another blow */
            blow = true, q->update = q->reached = false;
    if (blow) {
        e->update = e->reached = false;
        return;
    }
    isn_take part = e->takes[0];
    part.subset = true;
    for (isn_ev *toll = e; toll-- > k->evs.ptr && toll->sentence == e->sentence;)
        for (uint32_t i = 0; i < toll->ntakes && !toll->dead; i++)
            if (dead_of(k, &toll->takes[i]) > dead_of(k, &e->takes[0]) &&
                toll->ntakes < ISN_ROLE_MAX) {
                toll->takes[toll->ntakes++] = part;
                e->dead = true;
                e->why = "counted in the toll";
                return;
            }
    uint32_t whole = risen_to(k, e, dead_of(k, &e->takes[0]));
    if (whole == ISN_NONE)
        return;
    e->takes[0] = (isn_take){
        .number = whole, .entity = ISN_NONE, .what = ISN_WHAT_KILLED, .harm = ISN_HARM_KILLED};
    e->takes[e->ntakes++] = part;
}

/* Has a word before the number in its sentence counted as many of whom the same befell? */
static bool counted_before(const isn_work *k, const isn_ev *e, const isn_take *t) {
    const isn_number *q = &k->m->numbers.ptr[t->number];
    for (uint32_t i = k->sentence_ev[e->sentence]; i < k->sentence_ev[e->sentence + 1]; i++) {
        const isn_ev *x = &k->evs.ptr[i];
        for (uint32_t n = 0; n < x->ntakes; n++) {
            uint32_t other = x->takes[n].number;
            if (other != ISN_NONE && other < t->number && x->takes[n].what == t->what &&
                k->m->numbers.ptr[other].best == q->best)
                return true;
        }
    }
    return false;
}

/* أعدموا مواطنين، وعثر على جثتيهما: the bodies of those who were counted. */
static void their_bodies(const isn_work *k, isn_ev *e) {
    uint32_t kept = 0;
    for (uint32_t t = 0; t < e->ntakes; t++) {
        uint32_t n = e->takes[t].number;
        const isn_number *q = n != ISN_NONE ? &k->m->numbers.ptr[n] : NULL;
        bool theirs = q && q->noun_table == ISN_T_CASUALTY && q->num_first == q->num_last &&
                      isn_count_suffixed(k, q->last - 1);
        if (!theirs || !counted_before(k, e, &e->takes[t]))
            e->takes[kept++] = e->takes[t];
    }
    e->ntakes = kept;
}

void isn_count_take(isn_work *k) {
    isn_harm_none_reported(k);
    isn_harm_pairs(k);
    isn_count_pass_roles(k);
    isn_count_pass_numbers(k);
    isn_harm_nobody(k);
    for (uint32_t i = 0; i < k->evs.len; i++)
        if (k->evs.ptr[i].ntakes > 1) {
            isn_count_apposed_parts(k, &k->evs.ptr[i]);
            isn_count_joined_to_part(k, &k->evs.ptr[i]);
            isn_count_join_individuals(k, &k->evs.ptr[i]);
        }
    for (uint32_t i = 0; i < k->evs.len; i++)
        their_bodies(k, &k->evs.ptr[i]);
    for (uint32_t i = 0; i < k->evs.len; i++)
        among_the_dead(k, &k->evs.ptr[i]);
    for (uint32_t i = 0; i + 1 < k->evs.len; i++)
        isn_harm_one_figure(k, &k->evs.ptr[i]);
    for (uint32_t i = 0; i < k->evs.len; i++)
        if (k->evs.ptr[i].ntakes > 1 && k->evs.ptr[i].takes[0].mixed)
            isn_count_join_individuals(k, &k->evs.ptr[i]);
}
