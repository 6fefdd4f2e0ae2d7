/* cue.c: what did not happen, or not yet: negation, denial, threat, plan, demand, fear, exercise, future,
 * condition; and what is told as a sum. Works on the occurrences of trigger.c, before roles. */
#include "claim/cuework.h"

void isn_cue_mark(isn_ev *e, const char *why, uint32_t row, uint32_t word) {
    e->why = why;
    e->cue_row = row;
    e->cue_word = word;
}

void isn_cue_kill_ev(isn_ev *e, const char *why, uint32_t row, uint32_t word) {
    e->dead = true;
    isn_cue_mark(e, why, row, word);
}

/* أو، alone */
static bool or_at(const isn_work *k, uint32_t w) {
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *c = k->scan->text->fold + token->fold;
    return token->fold_len == 2 && c[0] == ISN_F_ALEF && c[1] == ISN_F_WAW;
}

/* لم تؤكد الخبر ولم تنفه، رفض تأكيده أو نفيه: the word of denying at `w` denies nothing. */
bool isn_cue_undecided(const isn_work *k, uint32_t w, uint32_t s0) {
    if (w == s0)
        return false;
    uint8_t fn = k->fn[w - 1];
    if (!(k->scan->words[w].flags & ISN_WF_BREAK) &&
        (fn == ISN_FN_LAM || fn == ISN_FN_NOT || fn == ISN_FN_LAN || or_at(k, w - 1)))
        return true;
    return w + 1 < k->scan->nwords && !(k->scan->words[w + 1].flags & ISN_WF_BREAK) &&
           or_at(k, w + 1);
}

/* أي، أية، لأي، بأي */
bool isn_cue_any(const isn_work *k, uint32_t w) {
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *c = k->scan->text->fold + token->fold;
    unsigned on = c[0] == ISN_F_LAM || c[0] == ISN_F_BEH;
    return token->fold_len >= 2 + on && token->fold_len <= 3 + on && c[on] == ISN_F_ALEF &&
           c[on + 1] == ISN_F_YEH;
}

/* لم تنفذ القوات أي ضربة: is what is any a thing that was not? */
bool isn_cue_denied_before(const isn_work *k, const isn_ev *e, uint32_t word) {
    enum { BACK = 5 };
    uint32_t from = k->s0[e->sentence];
    for (uint32_t w = word; w-- > from && word - w <= BACK;) {
        if (k->scan->words[w + 1].flags & ISN_WF_BREAK)
            return false;
        if (k->fn[w] == ISN_FN_NOT || k->fn[w] == ISN_FN_LAM || k->fn[w] == ISN_FN_LAN)
            return k->fn[w] == ISN_FN_LAM ||
                   (k->wc[w + 1] & ISN_WC_VERB && k->wc[w + 1] & ISN_WC_TRIGGER);
    }
    return false;
}

bool isn_cue_is_deed(const isn_ev *e) {
    return e->event == ISN_EV_ASSAULT || e->event == ISN_EV_COERCE || e->event == ISN_EV_MOBILIZE ||
           e->event == ISN_EV_PROTEST;
}

/* لم يقتل في الهجوم سوى جندي واحد، لم يصب إلا ثلاثة: what stands behind the exception did suffer it. */
bool isn_cue_excepted(const isn_work *k, const isn_ev *e) {
    enum { CLAUSE = 12 };
    uint32_t s1 = k->scan->sentence_word[e->sentence + 1];
    for (uint32_t w = e->last; e->effect && w + 1 < s1 && w < e->last + CLAUSE; w++) {
        if (k->scan->words[w].flags & (ISN_WF_STOP | ISN_WF_COMMA))
            return false;
        if (k->fn[w] == ISN_FN_EXCEPT)
            return k->m->numbers.at[w + 1] != ISN_NONE || k->m->entities.cover[w + 1] != ISN_NONE;
    }
    return false;
}

static void negation(const isn_work *k, isn_ev *e) {
    uint32_t s0 = k->s0[e->sentence];
    for (unsigned back = 1; back <= 2 && e->first >= s0 + back; back++) {
        uint32_t w = e->first - back;
        uint8_t fn = k->fn[w];
        if (k->scan->words[w + 1].flags & ISN_WF_COMMA)
            return; /* اثنان، وليس ثلاثة، قتلوا */
        bool word = fn == ISN_FN_NOT || fn == ISN_FN_LAM || fn == ISN_FN_LAN;
        if (word && (back == 1 || e->verb)) {
            if (isn_cue_excepted(k, e))
                return;
            e->negative = true;
            if (fn == ISN_FN_LAN)
                e->future = true;
            isn_cue_mark(e, "negation", ISN_NONE, w);
            return;
        }
        if (k->wc[w] & ISN_WC_BOUND)
            return;
    }
}

/* تظاهر العشرات أمام الوزارة مطالبين بالإفراج عنهم: what those who were told to protest do it for */
static bool of_protest(const isn_work *k, const isn_ev *e) {
    bool why = !e->verb && !e->definite && e->form & (ISN_FORM_ACC | ISN_FORM_DU); /* تضامنا مع */
    if (!(e->attends || why) || (e->event != ISN_EV_REQUEST && e->event != ISN_EV_ACCUSE &&
                                 e->event != ISN_EV_REJECT && e->event != ISN_EV_SUPPORT))
        return false;
    const isn_ev *m = e;
    while (m > k->evs.ptr && (m - 1)->sentence == e->sentence &&
           ((m - 1)->dead || (why && (m - 1)->event != ISN_EV_PROTEST)))
        m--;
    if (m == k->evs.ptr || (--m)->sentence != e->sentence || m->event != ISN_EV_PROTEST)
        return false;
    for (uint32_t w = m->last; w < e->first; w++)
        if (k->wc[w] & (why ? ISN_WC_SAY : ISN_WC_VERB | ISN_WC_SAY))
            return false;
    return true;
}

/* أدان الهجوم، معتبرا أنه خرق؛ رحب بالاتفاق، مؤكدا دعمه للمبعوث: of one speaker and one mind, in the same breath. */
static bool goes_on(const isn_work *k, const isn_ev *e) {
    bool whom = isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_RECIPIENT; /* محملا إياهم */
    if (!e->attends || whom || (e->event != ISN_EV_ACCUSE && e->event != ISN_EV_SUPPORT) ||
        e->mode == ISN_MODE_ALLEGE)
        return false;
    for (const isn_ev *p = e; p-- > k->evs.ptr && p->sentence == e->sentence;) {
        for (uint32_t w = p->last; w < (p + 1)->first; w++)
            if (k->wc[w] & ISN_WC_SAY)
                return false;
        if (!p->dead && p->flags & ISN_TG_SPEECH && (p->verb || p->attends))
            return p->event == e->event && p->verb && !p->denied && !p->negative;
    }
    return false;
}

/* ما نشر بشأن قصف المطار ومقتل جنود لا أساس له: is the noun at `q` what a report is about that the words at `e` call false? */
static bool reported_false(const isn_work *k, const isn_ev *q, const isn_ev *e) {
    enum { FAR = 16 };
    if (!q->event || q->dead || q->first == k->s0[q->sentence] || e->first - q->last > FAR)
        return false;
    uint32_t about = q->first - 1;
    bool told = isn_role_cue(k, about, ISN_CUE_REPORT); /* أنباء قصف المطار لا أساس لها */
    if (q->verb && !(told && !(isn_work_pre(k, about, 0) & ISN_CL_AL)))
        return false;
    bool joined = isn_work_pre(k, q->first, q->reading) & ISN_CL_WAW && q > k->evs.ptr &&
                  (q - 1)->sentence == q->sentence && (q - 1)->denied;
    /* أسفر عن مقتل: what came of it, and no report */
    bool result = about > k->s0[q->sentence] && k->wc[about - 1] & ISN_WC_VERB &&
                  !isn_work_has(k, about - 1, ISN_T_SPEECH);
    if ((k->fn[about] != ISN_FN_AN || result) && !joined && !told)
        return false;
    for (uint32_t w = q->last; w < e->first; w++)
        if (k->fn[w] == ISN_FN_WHILE || k->fn[w] == ISN_FN_BUT || k->fn[w] == ISN_FN_PRONOUN ||
            (k->wc[w] & ISN_WC_VERB && k->wc[w] & ISN_WC_TRIGGER))
            return false;
    return true;
}

/* وهي اتهامات وصفها بأنها عارية عن الصحة: a charge is not told anew by who calls it false; what is told of in the report that he
 * calls false is denied, and the words say no more. */
static void called_false(isn_work *k, uint32_t from, uint32_t at) {
    isn_ev *e = &k->evs.ptr[at];
    isn_ev *before = at > from ? e - 1 : NULL;
    if (before != NULL && before->event == ISN_EV_ACCUSE &&
        (!before->verb || before->mode == ISN_MODE_DISAPPROVE)) {
        bool attribute = before->last == e->first; /* وجهت اتهامات لا أساس لها */
        isn_cue_kill_ev(attribute ? e : before, "called false", ISN_NONE, e->first);
    }
    for (uint32_t i = from; i < at; i++) {
        isn_ev *q = &k->evs.ptr[i];
        if (!reported_false(k, q, e))
            continue;
        q->denied = true;
        q->actors.n = q->verb ? 0 : q->actors.n; /* the news does nothing */
        isn_cue_mark(q, "denial", ISN_NONE, e->first);
        isn_cue_kill_ev(e, "denied already", ISN_NONE, q->first);
    }
}

/* إن الانسحاب «لم يبدأ أصلا»: the subject of a verb that is negated right behind it did not take place. */
static void not_begun(const isn_work *k, isn_ev *e, const isn_ev *verb) {
    uint8_t fn = e->last < k->scan->nwords ? k->fn[e->last] : ISN_NO_FN;
    if (!e->verb && e->definite && !e->dead && verb->verb && verb->negative &&
        verb->event == e->event && verb->first == e->last + 1 &&
        (fn == ISN_FN_LAM || fn == ISN_FN_LAN || fn == ISN_FN_NOT))
        isn_cue_kill_ev(e, "negation", ISN_NONE, e->last);
}

/* What is of no news once all that governs and denies is known. */
static void no_news(isn_work *k, uint32_t from, uint32_t to) {
    bool denied = false;
    for (uint32_t i = from; i < to; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (isn_type_false_words(e))
            called_false(k, from, i);
        /* نفت ذلك وقالت إنهم ما زالوا محتجزين */
        bool still = e->event == ISN_EV_COERCE && e->effect == ISN_WHAT_CAPTURED &&
                     (e->form & ISN_FORM_KIND) == ISN_FORM_NAME && k->fn[e->first] == ISN_FN_STILL;
        if (denied && (isn_type_false_words(e) || still))
            isn_cue_kill_ev(e, "denied already", ISN_NONE, e->first);
        denied |=
            e->type == ISN_TY_DENIAL || e->denied ||
            (e->negative && e->verb && isn_cue_is_deed(e)); /* لم تستهدف …، ووصف ذلك بأنه افتراء */
        if (e->flags & ISN_TG_DENIED && !e->denied)
            isn_cue_kill_ev(e, "of no news unless it is denied", ISN_NONE, e->first);
        if (of_protest(k, e))
            isn_cue_kill_ev(e, "what a protest is for", ISN_NONE, e->first);
        if (goes_on(k, e))
            isn_cue_kill_ev(e, "what its speaker has just said", ISN_NONE, e->first);
    }
}

void isn_cue_apply(isn_work *k) {
    for (uint32_t s = 0; s < k->scan->text->nsentences; s++) {
        uint32_t from = k->sentence_ev[s], to = k->sentence_ev[s + 1];
        if (from == to)
            continue;
        isn_cue_join_nouns(k, from, to);
        for (uint32_t i = from; i < to; i++) {
            negation(k, &k->evs.ptr[i]);
            isn_cue_before(k, &k->evs.ptr[i]);
        }
        for (uint32_t i = from; i + 1 < to; i++)
            not_begun(k, &k->evs.ptr[i], &k->evs.ptr[i + 1]);
        isn_cue_govern(k, from, to);
        isn_cue_denial(k, s);
        no_news(k, from, to);
        isn_cue_sums(k, s);
    }
}
