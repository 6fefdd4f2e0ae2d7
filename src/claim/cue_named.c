/* cue_named.c: what is only named: no deed by its form (a purpose, a reason, a source, a topic), or by what stands beside it (what came
 * before, what somebody is called, how a blow was dealt). cue_before.c asks. */
#include "claim/cuework.h"

/* تعرض لهجوم، اتفاق لوقف إطلاق النار، مهلة لإطلاق: here the lam ties the noun to the word before it. */
static bool after_carrier(const isn_work *k, const isn_ev *e) {
    const isn_ev *p = e - 1;
    if (e == k->evs.ptr || p->sentence != e->sentence)
        return false;
    if (isn_cue_suffered(k, e, e->first)) /* تعرضت ناقلة ترفع علم كذا لهجوم */
        return true;
    if (e->first - p->last > 4)
        return false;
    return p->flags & ISN_TG_LIGHT || p->event == ISN_EV_AGREE || p->event == ISN_EV_REQUEST;
}

/* أدى القصف لمقتل، ما أدى لإصابة: the lam of a word of result leads to what came of it. */
static bool after_result(const isn_work *k, const isn_ev *e) {
    if (e->verb || !e->effect)
        return false;
    for (const isn_ev *p = e; p-- > k->evs.ptr && p->sentence == e->sentence;)
        if (p->verb && p->flags & ISN_TG_RESULT)
            return e->first - p->last <= 5;
    return false;
}

/* Words that can say why something was done; احتجاجا على only beside another deed of the sentence. */
static bool reasons(const isn_work *k, const isn_ev *e) {
    if (e->flags & ISN_TG_SPEECH)
        return true;
    return e->event == ISN_EV_PROTEST && e > k->evs.ptr && (e - 1)->sentence == e->sentence &&
           (e - 1)->event && !((e - 1)->flags & ISN_TG_LIGHT) && e->last < k->scan->nwords &&
           k->fn[e->last] == ISN_FN_ALA;
}

/* واحتجاجا على القرار، قطعوا الطريق; تنديدا بالقصف، خرجت مظاهرات: a reason at the head of a sentence that tells behind a comma
 * what was done for it. */
static bool reason_at_head(const isn_work *k, const isn_ev *e, uint32_t s0) {
    enum { NEAR = 12 };
    if (e->first != s0 || !(e->flags & ISN_TG_SPEECH || e->event == ISN_EV_PROTEST) ||
        isn_work_pre(k, e->first, e->reading) & ~ISN_CL_WAW)
        return false;
    uint32_t s1 = k->scan->sentence_word[e->sentence + 1], w = e->last;
    while (w < s1 && w < e->last + NEAR && !(k->scan->words[w].flags & ISN_WF_COMMA))
        w++;
    if (w == s1 || w == e->last + NEAR)
        return false;
    for (const isn_ev *c = e + 1; c < k->evs.ptr + k->evs.len && c->sentence == e->sentence; c++)
        if (c->event && c->first >= w)
            return true;
    return false;
}

/* أعدموا ثلاثة بعد إدانتهم بالقتل: told only of those to whom another thing was done. */
static bool convicted_before(const isn_work *k, const isn_ev *e) {
    return e > k->evs.ptr && (e - 1)->sentence == e->sentence && (e - 1)->event &&
           (e - 1)->event != ISN_EV_SANCTION && !e->verb && e->event == ISN_EV_SANCTION &&
           e->mode == ISN_MODE_CONVICT && isn_count_suffixed(k, e->first) &&
           k->fn[e->first - 1] == ISN_FN_AFTER;
}

/* تنديدا بالقصف، احتجاجا على الاعتقالات: of what is only the reason for a deed nothing is told but its name. */
static bool only_a_reason(const isn_work *k, const isn_ev *e) {
    const isn_ev *q = e - 1;
    if (e == k->evs.ptr || e->verb || !e->definite || !isn_cue_is_deed(e) || q->verb ||
        q->definite || !q->dead || q->sentence != e->sentence || e->first > q->last + 1 ||
        e->last != e->first + 1 || !(q->flags & ISN_TG_SPEECH || q->event == ISN_EV_PROTEST) ||
        isn_count_suffixed(k, e->first))
        return false;
    return e->last >= k->scan->sentence_word[e->sentence + 1] ||
           k->scan->words[e->last].flags & ISN_WF_BREAK;
}

/* منذ بدء الحرب، منذ الهجوم: the deed is only the day from which something is counted. */
static bool begins_a_period(const isn_work *k, const isn_ev *e, uint32_t s0) {
    if (e->verb || e->first == s0)
        return false;
    if (e->first > s0 && k->fn[e->first - 1] == ISN_FN_MAA && e->event == ISN_EV_MOBILIZE &&
        e > k->evs.ptr && (e - 1)->sentence == e->sentence)
        return true; /* منذ الخميس مع بدء العملية العسكرية */
    if (isn_cue_date_word(k, e->first - 1, ISN_DW_SINCE))
        return true;
    uint32_t row, last, noun = e->first - 1; /* منذ إعلان الهدنة، منذ سريان الاتفاق */
    if (e->definite && e->first >= s0 + 2 && isn_cue_date_word(k, e->first - 2, ISN_DW_SINCE) &&
        !isn_work_has(k, noun, ISN_T_DATEWORD) && !isn_work_has(k, noun, ISN_T_NUMERAL) &&
        k->m->entities.cover[noun] == ISN_NONE && !isn_work_pre(k, noun, 0) &&
        k->scan->words[noun].kind == ISN_TOK_WORD && k->m->dates.at[noun] == ISN_NONE)
        return true;
    return e->first >= s0 + 2 && isn_work_has(k, e->first - 2, ISN_T_CUE) &&
           isn_cue_date_word(k, e->first - 2, ISN_DW_SINCE) &&
           isn_cue_at(k, e->first - 2, &row, &last) == ISN_CUE_TALLY && last == e->first;
}

/* مطالبا باحترام القطاع الصحي وعدم استهدافه: what is asked not to be done is no denial. */
static bool asked_not_to(const isn_work *k, const isn_ev *e) {
    enum { FAR = 16 };
    if (e->verb || !e->negative)
        return false;
    for (const isn_ev *p = e; p-- > k->evs.ptr && p->sentence == e->sentence;) {
        if (e->first - p->last > FAR)
            return false;
        for (uint32_t w = p->last; w < e->first; w++)
            if (k->wc[w] & ISN_WC_VERB)
                return false;
        if (p->event == ISN_EV_REQUEST)
            return true;
    }
    return false;
}

/* Troops that stand together or come, people that meet, named as what a blow fell on; and the meeting during which it fell. */
static bool targeted(const isn_work *k, const isn_ev *e) {
    bool met = e->event == ISN_EV_CONSULT;
    if (e->verb || (e->event != ISN_EV_MOBILIZE && !met) || e == k->evs.ptr)
        return false;
    const isn_ev *p = e - 1;
    if (met && e->first > k->s0[e->sentence] && p->sentence == e->sentence &&
        p->flags & ISN_TG_ATTACK && isn_cue_date_word(k, e->first - 1, ISN_DW_DURING))
        return true;
    return p->sentence == e->sentence && p->flags & ISN_TG_ATTACK && e->first - p->last < 5 &&
           !(isn_work_pre(k, e->first, e->reading) & ISN_CL_WAW);
}

/* معسكرات كان المسلحون استولوا عليها: كان and its subject right behind the noun that they describe. */
static bool was_theirs(const isn_work *k, const isn_ev *e) {
    enum { SUBJECT = 5 };
    uint32_t s0 = k->s0[e->sentence];
    for (uint32_t w = e->first; w-- > s0 + 1 && e->first - w <= SUBJECT;) {
        if (k->scan->words[w + 1].flags & ISN_WF_BREAK ||
            (w + 1 < e->first && k->wc[w + 1] & ISN_WC_VERB))
            return false;
        if (k->fn[w] == ISN_FN_KANA)
            return !isn_work_pre(k, w, 0) && k->fn[w - 1] == ISN_NO_FN &&
                   !(k->scan->words[w].flags & ISN_WF_BREAK);
    }
    return false;
}

/* القرية التي تسيطر عليها الجماعة: a verb in the present, whose preposition has the pronoun of the noun it describes. */
static bool describes_place(const isn_work *k, const isn_ev *e) {
    if (!e->verb || e->first == 0 || e->last >= k->scan->nwords || e->event != ISN_EV_ASSAULT)
        return false;
    bool was = was_theirs(k, e);
    if (!was && (e->form & ISN_FORM_KIND) != ISN_FORM_IMPF)
        return false;
    const isn_word *next = &k->scan->words[e->last];
    const isn_token *t = &k->scan->text->tokens[next->token];
    const uint8_t *p = k->scan->text->fold + t->fold;
    bool on_it = !(next->flags & ISN_WF_BREAK) && t->fold_len > 4 && p[0] == ISN_F_AIN &&
                 p[1] == ISN_F_LAM && p[2] == ISN_F_YEH;
    return on_it && (was || k->fn[e->first - 1] == ISN_FN_WHO ||
                     isn_work_has(k, e->first - 1, ISN_T_PLACEWORD) ||
                     isn_work_has(k, e->first - 1, ISN_T_SITE));
}

/* الفيتو ضد مشروع قرار في المجلس يدين الهجمات: what a draft says, which nobody has said yet. */
static bool drafted(const isn_work *k, const isn_ev *e) {
    enum { FAR = 7 };
    if (!e->verb || !(e->flags & ISN_TG_SPEECH) || (e->form & ISN_FORM_KIND) != ISN_FORM_IMPF ||
        isn_work_pre(k, e->first, e->reading) ||
        !isn_work_cues(k, e->sentence, ISN_KIND(ISN_CUE_PROPOSAL)))
        return false;
    for (uint32_t w = e->first; w-- > k->s0[e->sentence] && e->first - w <= FAR;) {
        if (k->scan->words[w + 1].flags & ISN_WF_BREAK || k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY) ||
            k->fn[w] == ISN_FN_THAT)
            return false;
        if (isn_role_cue(k, w, ISN_CUE_PROPOSAL))
            return true;
    }
    return false;
}

/* ويسيطر التنظيم على مساحات واسعة: in the present, without a day, and in no headline or lede, who holds what. */
static bool holds_it(const isn_work *k, const isn_ev *e) {
    return e->verb && (e->form & ISN_FORM_KIND) == ISN_FORM_IMPF && !e->future &&
           (isn_work_framed(k, e->row, ISN_FR_CAPTURE) ||
            isn_work_framed(k, e->row, ISN_FR_CAPTURE_NOUN)) &&
           k->block_role[e->sentence] == ISN_ROLE_BODY && !k->inside[e->sentence].dated &&
           (e->first == k->s0[e->sentence] || k->fn[e->first - 1] == ISN_NO_FN ||
            k->fn[e->first - 1] == ISN_FN_OTHER) && /* وكذلك يسيطر */
           !(isn_work_pre(k, e->first, e->reading) & ISN_CL_SEEN);
}

/* تشن القوات بين الحين والآخر عمليات: a habit may be told after the verb. */
static void habit(const isn_work *k, isn_ev *e) {
    if (!isn_work_cues(k, e->sentence, ISN_KIND(ISN_CUE_HABIT)))
        return;
    for (uint32_t w = e->last; w < e->clause_last && w < e->last + 7; w++) {
        uint32_t row, last;
        if (isn_work_has(k, w, ISN_T_CUE) && isn_cue_at(k, w, &row, &last) == ISN_CUE_HABIT)
            isn_cue_apply_kind(k, e, ISN_CUE_HABIT, row, w);
    }
}

/* بعد عامين من الاحتجاز: not دخلوا يومهم الثالث من الإضراب. */
static bool after_time_of(const isn_work *k, uint32_t w, uint32_t s0) {
    if (w < s0 + 3 || k->fn[w - 1] != ISN_FN_MIN)
        return false;
    for (uint32_t i = w - 1; i-- > s0;) {
        const isn_hit *hit;
        const isn_sense *f = /* بعد may be the date's own word */
            isn_work_has(k, i, ISN_T_FUNC) ? isn_match_sense(&hit, k->scan, i, ISN_T_FUNC) : NULL;
        if (f && isn_lex_int(k->lex, ISN_T_FUNC, f->row, ISN_FUNC_KIND) == ISN_FN_AFTER)
            return i + 2 < w;
        if (!k->taken[i] && !isn_work_has(k, i, ISN_T_DATEWORD))
            return false;
    }
    return false;
}

/* يجب، يتطلب، مرهون: what is due, or another thing hangs on. */
static bool due(const isn_work *k, uint32_t w) {
    uint32_t row, last;
    return isn_work_has(k, w, ISN_T_CUE) && !(isn_work_pre(k, w, 0) & ~ISN_CL_AL) &&
           isn_cue_at(k, w, &row, &last) == ISN_CUE_DEMAND;
}

/* إن المحادثات بين الطرفين ستستأنف الأحد: the verb of a deed that stands first in its clause, or a word that says the like of it;
 * or ISN_NONE. */
static uint32_t topic_verb(const isn_work *k, const isn_ev *e) {
    enum { PHRASE = 14, HEAD = 4 };
    uint32_t s0 = k->s0[e->sentence], s1 = k->scan->sentence_word[e->sentence + 1];
    uint32_t head = e->first; /* المرحلة الثانية للانسحاب، عملية الانسحاب */
    while (head > s0 && e->first - head < HEAD && k->fn[head - 1] == ISN_NO_FN &&
           !(k->wc[head - 1] & (ISN_WC_VERB | ISN_WC_SAY | ISN_WC_TRIGGER)) &&
           !(k->scan->words[head].flags & ISN_WF_BREAK))
        head--;
    if (e->verb || (head > s0 && k->fn[head - 1] != ISN_FN_THAT))
        return ISN_NONE;
    for (uint32_t w = e->last; w < s1 && w < e->last + PHRASE; w++) {
        if (k->scan->words[w].flags & ISN_WF_COMMA && isn_work_pre(k, w, 0) & ISN_CL_WAW)
            return ISN_NONE; /* إدانة للهجوم، وفرنسا تدعو */
        if (k->wc[w] & ISN_WC_VERB || isn_match_will(k->scan, w) ||
            (isn_work_has(k, w, ISN_T_CUE) && k->fn[w] == ISN_NO_FN && due(k, w)))
            return w;
        if (k->wc[w] & ISN_WC_BOUND || k->scan->words[w].flags & ISN_WF_STOP)
            return ISN_NONE;
    }
    return ISN_NONE;
}

static bool topic_to_come(const isn_work *k, const isn_ev *e) {
    uint32_t w = topic_verb(k, e);
    return w != ISN_NONE && isn_match_will(k->scan, w);
}

/* إن رفع العقوبات يتطلب كذا، إطلاق الرهائن يجب أن يتم: the deed stands first, and its verb is of what is due. */
static bool topic_of_duty(const isn_work *k, const isn_ev *e) {
    uint32_t w = topic_verb(k, e);
    return w != ISN_NONE && due(k, w);
}

/* أي عمل عسكري يستهدف دولة يعد انتهاكا: what any such deed does or is, and none was told. */
static bool of_any(const isn_work *k, const isn_ev *e) {
    enum { SUBJECT = 4, CLAUSE = 12 };
    uint32_t far = e->event == ISN_EV_ACCUSE ? CLAUSE : SUBJECT;
    if (!e->verb || (e->form & ISN_FORM_KIND) != ISN_FORM_IMPF || e->future ||
        e->event == ISN_EV_THREATEN || isn_work_pre(k, e->first, e->reading) ||
        (e->first > 0 && k->fn[e->first - 1] == ISN_FN_LAM)) /* إن أيا من جنوده لم يؤسر */
        return false;
    for (uint32_t w = e->first; w-- > k->s0[e->sentence] && e->first - w <= far;) {
        if (isn_cue_any(k, w))
            return !isn_cue_denied_before(k, e, w) && w > k->s0[e->sentence] &&
                   k->fn[w - 1] == ISN_FN_THAT;
        if (k->scan->words[w + 1].flags & ISN_WF_BREAK || k->fn[w] == ISN_FN_THAT)
            return false;
    }
    return false;
}

/* هز زلزال المنطقة ودمر بيوتا، أودى سقوط مصعد بعاملين وأصاب ثالثا: the verb goes on with the disaster that is the subject of
 * the sentence's first one. */
static bool of_disaster(const isn_work *k, const isn_ev *e, uint32_t s0) {
    uint32_t w = e->first, row, last;
    if (!e->verb || e->event != ISN_EV_ASSAULT ||
        !(isn_work_pre(k, w, e->reading) & (ISN_CL_WAW | ISN_CL_FEH)))
        return false;
    uint32_t c = e->last < k->scan->nwords ? k->m->entities.cover[e->last] : ISN_NONE;
    if (c != ISN_NONE && isn_work_entity(k, c)->kind == ISN_ENT_ACTOR)
        return false;
    for (uint32_t i = s0; i < w; i++) {
        if (!(k->wc[i] & ISN_WC_VERB) || isn_role_cue(k, i, ISN_CUE_ACCIDENT))
            continue;
        return i + 1 < w && isn_work_has(k, i + 1, ISN_T_CUE) &&
               isn_cue_at(k, i + 1, &row, &last) == ISN_CUE_ACCIDENT && !isn_work_pre(k, i + 1, 0);
    }
    return false;
}

/* أصيب عمال في انهيار سقف: the harm that an accident did, unless a blow brought the accident about. */
static bool by_accident(const isn_work *k, const isn_ev *e) {
    enum { WORDS = 12, CAUSE = 8 };
    if (!e->effect || e->event != ISN_EV_ASSAULT || e->flags & ISN_TG_ATTACK)
        return false;
    uint32_t end = k->scan->nwords, row, last;
    for (uint32_t w = e->last; w < end && w < e->last + WORDS; w++) {
        if (k->scan->words[w].flags & ISN_WF_BREAK || k->wc[w] & ISN_WC_VERB ||
            (k->wc[w] & ISN_WC_RESET && !isn_role_cue(k, w, ISN_CUE_CAUSE)))
            return false;
        bool tied = k->fn[w - 1] != ISN_NO_FN || isn_work_has(k, w - 1, ISN_T_DATEWORD) ||
                    isn_work_pre(k, w, 0) & ISN_CL_BEH;
        if (!tied || !isn_work_has(k, w, ISN_T_CUE) ||
            isn_cue_at(k, w, &row, &last) != ISN_CUE_ACCIDENT)
            continue;
        for (const isn_ev *q = e + 1; q < k->evs.ptr + k->evs.len && q->sentence == e->sentence;
             q++)
            if (q->event == ISN_EV_ASSAULT && q->flags & ISN_TG_ATTACK && q->first < last + CAUSE)
                return false;
        return true;
    }
    return false;
}

/* كان الجيش سيقصف المدرسة، كان من المقرر أن يتظاهروا: what was to be, and was not or nobody says so. */
static bool was_to(const isn_work *k, const isn_ev *e, uint32_t s0) {
    enum { WORDS = 6 };
    for (uint32_t w = e->first; w-- > s0 && e->first - w <= WORDS;) {
        if (k->fn[w] == ISN_FN_KANA)
            return true;
        if (k->scan->words[w + 1].flags & ISN_WF_BREAK || k->wc[w] & ISN_WC_VERB)
            return false;
    }
    return false;
}

/* مدونون اتهموا بالإساءة، رجل اتهم باغتصاب طفلة: behind another act, of people right before the verb, that they were charged. */
static bool charged_one(const isn_work *k, const isn_ev *e) {
    uint32_t w = e->first, c = w ? k->m->entities.cover[w - 1] : ISN_NONE;
    if (!e->verb || e->event != ISN_EV_ACCUSE || e == k->evs.ptr || c == ISN_NONE ||
        k->scan->words[w].flags & ISN_WF_BREAK || isn_work_pre(k, w, e->reading) ||
        (e - 1)->sentence != e->sentence || (e - 1)->dead || e->last >= k->scan->nwords ||
        !(isn_work_pre(k, e->last, 0) & ISN_CL_BEH))
        return false;
    const isn_entity *x = isn_work_entity(k, c);
    return x->kind == ISN_ENT_PEOPLE && x->last == w && x->first > (e - 1)->first &&
           x->sector != ISN_SEC_COP && x->side != ISN_SIDE_ARMED &&
           (x->first == k->s0[e->sentence] || k->fn[x->first - 1] != ISN_FN_THAT);
}

/* سيطر، استولى: whose object is land */
static bool takes_places(const isn_work *k, const isn_ev *e) {
    return isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_PLACE;
}

/* خلال الاتصال، خلاله: the words right before, from `w` down, say at which meeting. */
static bool at_that_meeting(const isn_work *k, const isn_ev *e) {
    const isn_ev *m = e - 1;
    if (e->event != ISN_EV_CONSULT || e->verb || e->definite || e->first <= k->s0[e->sentence])
        return false;
    uint32_t w = e->first - 1;
    if (isn_cue_date_word(k, w, ISN_DW_DURING) && isn_count_suffixed(k, w))
        return true; /* جرى خلاله استعراض كذا */
    return e > k->evs.ptr && m->sentence == e->sentence && m->event == ISN_EV_CONSULT &&
           m->definite && m->last == e->first && m->first > k->s0[e->sentence] &&
           isn_cue_date_word(k, m->first - 1, ISN_DW_DURING);
}

/* قتل الجيش ثمانية مسلحين خلال مداهمتين: how the blow before it was dealt */
static bool raid_of_blow(const isn_work *k, const isn_ev *e) {
    if (e == k->evs.ptr || e->verb || e->event != ISN_EV_COERCE || e->effect ||
        e->first <= k->s0[e->sentence] || !isn_trigger_storms(k, e))
        return false;
    const isn_ev *blow = e - 1;
    return blow->sentence == e->sentence && blow->event == ISN_EV_ASSAULT && !blow->dead &&
           blow->effect &&
           (isn_cue_date_word(k, e->first - 1, ISN_DW_DURING) || k->fn[e->first - 1] == ISN_FN_FI ||
            isn_role_cue(k, e->first - 1, ISN_CUE_CAUSE));
}

/* مسيرة منددة بالاستيطان، وقفة رافضة للقرار: what the march is for */
static bool of_march(const isn_work *k, const isn_ev *e) {
    enum { BETWEEN = 1 };
    const isn_ev *m = e - 1;
    return e > k->evs.ptr && !e->verb && e->flags & ISN_TG_SPEECH && e->event != ISN_EV_REQUEST &&
           (e->form & ISN_FORM_KIND) == ISN_FORM_ACTIVE && m->sentence == e->sentence &&
           m->event == ISN_EV_PROTEST && !m->verb && e->first - m->last <= BETWEEN &&
           !(k->scan->words[e->first].flags & ISN_WF_BREAK);
}

/* تظاهر المئات مطالبين بكذا: what those who protest demand by it. */
static bool of_protesters(const isn_work *k, const isn_ev *e) {
    enum { BACK = 24 };
    if (e->event != ISN_EV_REQUEST || e->verb || (e->form & ISN_FORM_KIND) != ISN_FORM_ACTIVE ||
        e->definite || (e->form & ISN_FORM_NUMBER) == ISN_FORM_SG ||
        isn_work_pre(k, e->first, e->reading))
        return false;
    const isn_ev *m = e;
    while (m > k->evs.ptr && (m - 1)->sentence == e->sentence && e->first - (m - 1)->last < BACK) {
        m--;
        if (!m->dead && !m->absorbed && m->event)
            return m->event == ISN_EV_PROTEST && m->modality == 0;
    }
    return false;
}

/* أفرج عنهم إثر وساطة قبلية, توصلا إلى اتفاق بعد محادثات شاقة: how it came about, without a day or a speaker of its own. */
static bool led_to_it(const isn_work *k, const isn_ev *e) {
    if (e->event != ISN_EV_CONSULT || e->verb || e->first <= k->s0[e->sentence] ||
        (e->mode && e->mode != ISN_MODE_THIRD_PARTY) ||
        (k->fn[e->first - 1] != ISN_FN_AFTER && !isn_role_cue(k, e->first - 1, ISN_CUE_CAUSE)))
        return false;
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;)
        if (!q->dead && (q->event == ISN_EV_RETREAT || q->event == ISN_EV_AGREE ||
                         q->event == ISN_EV_AID || q->event == ISN_EV_CONCEDE))
            return true;
    return false;
}

/* القرى التي تنسحب منها, كل عاصمة ترسل جنودها: what is done there whenever it is. */
static bool whenever(const isn_work *k, const isn_ev *e) {
    if (!e->verb || (e->form & ISN_FORM_KIND) != ISN_FORM_IMPF ||
        e->first < k->s0[e->sentence] + 2 ||
        (e->event != ISN_EV_RETREAT && e->event != ISN_EV_MOBILIZE) || e->future)
        return false;
    if (k->fn[e->first - 1] == ISN_FN_WHO)
        return e->last < k->scan->nwords && !(k->scan->words[e->last].flags & ISN_WF_BREAK) &&
               isn_count_suffixed(k, e->last) && isn_clause_prep(k, e->last + 1, 0) != ISN_NO_FN;
    return k->fn[e->first - 2] == ISN_FN_EACH && !(isn_work_pre(k, e->first - 1, 0) & ISN_CL_AL) &&
           !isn_work_pre(k, e->first, e->reading);
}

/* نزح ثمانية آلاف شخص جراء هجمات العصابات: what they fled from, of which nothing else is told */
static bool fled_from(const isn_work *k, const isn_ev *e) {
    const isn_ev *flight = e - 1;
    if (e == k->evs.ptr || e->verb || e->event != ISN_EV_ASSAULT ||
        e->first <= k->s0[e->sentence] ||
        !((e->form & ISN_FORM_NUMBER) == ISN_FORM_PL || e->flags & ISN_TG_LASTING) ||
        k->fn[e->first - 1] == ISN_FN_AFTER || !isn_role_cue(k, e->first - 1, ISN_CUE_CAUSE))
        return false;
    return flight->sentence == e->sentence && flight->effect == ISN_WHAT_DISPLACED;
}

/* أفرجت عنهم بعد احتجاز دام شهرين: what they were freed from */
static bool freed_from(const isn_work *k, const isn_ev *e) {
    if (e->verb || e->effect != ISN_WHAT_CAPTURED || e->event == ISN_EV_RETREAT ||
        e->first <= k->s0[e->sentence] || e->last >= k->scan->nwords)
        return false;
    bool on = k->fn[e->first - 1] == ISN_FN_ALA; /* مضى على احتجاز بعضهم أربع سنوات */
    if (!on && k->fn[e->first - 1] != ISN_FN_AFTER)
        return false;
    if (!on && !isn_count_suffixed(k, e->first) && !(k->wc[e->last] & ISN_WC_VERB) &&
        !isn_role_cue(k, e->last, ISN_CUE_CONTINUE))
        return false; /* غداة عملية خطف جديدة */
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;)
        if (q->effect == ISN_WHAT_RELEASED && !q->dead)
            return true;
    return false;
}

/* هجوم نسبته الوزارة إلى التنظيم: who is thought to have done it. */
static bool ascribes_it(const isn_work *k, const isn_ev *e) {
    enum { WORDS = 7 };
    const isn_reading *r = &k->scan->words[e->first].reading[e->reading];
    if (!e->verb || e->event != ISN_EV_ACCUSE || r->suf == ISN_SUF_NONE || r->pre ||
        isn_work_slot(k, e->row, ISN_FRAME_ILA) != ISN_SLOT_RECIPIENT ||
        e->first == k->s0[e->sentence])
        return false;
    for (uint32_t w = e->last; w < k->scan->nwords && w < e->last + WORDS; w++) {
        if (k->fn[w] == ISN_FN_ILA)
            return true;
        if (k->scan->words[w].flags & ISN_WF_BREAK || k->wc[w] & ISN_WC_VERB)
            return false;
    }
    return false;
}

/* تدوينة انتقد فيها الحكومة: what something is about that is spoken of */
static bool about_it(const isn_work *k, const isn_ev *e) {
    return e->verb && e->flags & ISN_TG_SPEECH && e->last < k->scan->nwords &&
           e->first > k->s0[e->sentence] && !isn_work_pre(k, e->first, e->reading) &&
           isn_count_suffixed(k, e->last) && isn_clause_prep(k, e->last, 0) == ISN_FN_FI;
}

/* ويأتي هذا القصف في ظل تصعيد: the blow told in a sentence before, and only when or why it came. */
static bool came_then(const isn_work *k, const isn_ev *e) {
    uint32_t s0 = k->s0[e->sentence], w = e->first;
    if (e->verb || !e->definite || e->event != ISN_EV_ASSAULT || w <= s0)
        return false;
    if (--w > s0 && k->fn[w] == ISN_FN_THIS)
        w--;
    else if (w > s0 && isn_role_cue(k, w, ISN_CUE_DEED)) /* وتأتي عملية الاغتيال */
        w--;
    if (!isn_role_cue(k, w, ISN_CUE_COMES))
        return false;
    for (const isn_ev *q = e; q-- > k->evs.ptr;)
        if (q->sentence != e->sentence && q->event == ISN_EV_ASSAULT && !q->dead)
            return true;
    return false;
}

/* أدت الغارات إلى تدمير الجسر وقطع الطريق: what a blow did to roads and lines is no measure taken. */
static bool came_of_blow(const isn_work *k, const isn_ev *e) {
    enum { FAR = 12 };
    /* قطع may be read as a verb, whose doer would stand behind it */
    uint32_t doer = e->last < k->scan->nwords ? k->m->entities.cover[e->last] : ISN_NONE;
    bool noun = !e->verb || ((e->form & ISN_FORM_KIND) == ISN_FORM_PERF &&
                             !(e->form & (ISN_FORM_FEM | ISN_FORM_PL)) &&
                             (doer == ISN_NONE || isn_work_entity(k, doer)->kind == ISN_ENT_PLACE));
    if (!noun || e->event != ISN_EV_COERCE || e->effect || e->flags & ISN_TG_ATTACK)
        return false;
    const isn_ev *q = e;
    while (q > k->evs.ptr && (q - 1)->sentence == e->sentence && !(q - 1)->verb &&
           (q - 1)->event == ISN_EV_ASSAULT)
        q--;
    if (q == k->evs.ptr || (q - 1)->sentence != e->sentence || e->first - (q - 1)->last > FAR)
        return false;
    const isn_ev *r = q - 1;
    return r->verb && r->flags & ISN_TG_RESULT &&
           isn_work_pre(k, e->first, e->reading) & ISN_CL_WAW;
}

/* وصفت ذلك بأنه محض افتراء، وصف الخبر بأنه عار من الصحة: is it of what was said that the words say it is false? */
static bool denies_the_told(const isn_work *k, const isn_ev *e, uint32_t s0) {
    enum { BACK = 6 };
    if (!isn_type_false_words(e))
        return false;
    for (uint32_t w = e->first; w-- > s0 && e->first - w <= BACK;)
        if (k->fn[w] == ISN_FN_THIS || k->fn[w] == ISN_FN_WHICH ||
            (isn_role_cue(k, w, ISN_CUE_REPORT) && !isn_role_cue(k, w, ISN_CUE_ACCUSATION)))
            return true;
    return false;
}

/* مؤكدة أنها ضربة دقيقة، ما سموه «حرب الإخوة»: what a thing is called; not إنه هجوم نفذه التنظيم, nor إنها لن تتهاون. */
static bool named_so(const isn_work *k, const isn_ev *e) {
    enum { NEAR = 3 };
    uint32_t w = e->first, s0 = k->s0[e->sentence];
    if (e->verb || e->definite || e->effect || w < s0 + 2 || k->fn[w] == ISN_FN_LAN ||
        k->fn[w] == ISN_FN_LAM || denies_the_told(k, e, s0))
        return false;
    for (uint32_t i = e->last; i < k->scan->nwords && i < e->last + NEAR; i++) {
        if (k->scan->words[i].flags & ISN_WF_BREAK)
            break;
        if (k->wc[i] & ISN_WC_VERB)
            return false;
    }
    return (k->fn[w - 1] == ISN_FN_THAT && isn_work_pronoun(k, w - 1)) ||
           (k->fn[w - 2] == ISN_FN_WHICH && isn_work_pronoun(k, w - 1));
}

/* قالت أم أحمد، وهي معلمة نزحت من بارا: who somebody is. */
static bool who_somebody_is(const isn_work *k, const isn_ev *e) {
    uint32_t s0 = k->s0[e->sentence],
             c = e->first > s0 ? k->m->entities.cover[e->first - 1] : ISN_NONE;
    if (!e->verb || e->event == ISN_EV_ASSAULT || c == ISN_NONE)
        return false;
    const isn_entity *x = isn_work_entity(k, c);
    return x->kind == ISN_ENT_PEOPLE && x->first > s0 && k->fn[x->first - 1] == ISN_FN_PRONOUN &&
           isn_work_pre(k, x->first - 1, 0) & ISN_CL_WAW;
}

/* خرجنا إلى الشارع: they who say so tell what befell them. */
static bool our_way(const isn_ev *e) {
    return e->verb && e->event == ISN_EV_PROTEST && (e->form & ISN_FORM_PERSON) == ISN_FORM_P1;
}

/* قبل وقف القصف: "before", and not "he accepted", which takes ب. */
static bool spelled_as_before(const isn_work *k, const isn_ev *e) {
    return e->verb && k->fn[e->first] == ISN_FN_BEFORE && e->last < k->scan->nwords &&
           !(isn_work_pre(k, e->last, 0) & ISN_CL_BEH);
}

/* طلب دخول الإقليم، وهو ما ترفضه الحكومة: her answer to what was told right before, where that is no blow (اعترف تحت التعذيب، وهو ما
 * رفضه المتحدث: that it was so). A blow, too, may be condemned so. */
bool isn_cue_answers_it(const isn_work *k, const isn_ev *e) {
    bool condemns = e->event == ISN_EV_ACCUSE && e->mode == ISN_MODE_DISAPPROVE;
    if ((e->event != ISN_EV_REJECT && e->event != ISN_EV_SUPPORT && !condemns) ||
        e->first <= k->s0[e->sentence] + 1 || k->fn[e->first - 1] != ISN_FN_WHICH)
        return false;
    uint8_t before = k->fn[e->first - 2]; /* وهو ما، الأمر الذي */
    if (before != ISN_FN_PRONOUN && before != ISN_FN_WHICH)
        return false;
    if (condemns)
        return true;
    const isn_ev *q = e - 1;
    return e == k->evs.ptr || q->sentence != e->sentence ||
           (q->event != ISN_EV_ASSAULT && q->event != ISN_EV_COERCE);
}

void isn_cue_no_deed(isn_work *k, isn_ev *e) {
    uint32_t s0 = k->s0[e->sentence];
    if (spelled_as_before(k, e))
        isn_cue_kill_ev(e, "no verb but a preposition", ISN_NONE, e->first);
    if (who_somebody_is(k, e))
        isn_cue_kill_ev(e, "describes people", ISN_NONE, e->first);
    if (our_way(e))
        isn_cue_kill_ev(e, "no protest but a way", ISN_NONE, e->first);
    e->recalled |= named_so(k, e);
    if (of_disaster(k, e, s0) || by_accident(k, e))
        isn_cue_kill_ev(e, "an accident", ISN_NONE, e->first);
}

/* يمثل المتهمون غدا أمام المحكمة: a verb of what goes on, and in its clause a day that has not come. */
static bool on_day_to_come(const isn_work *k, const isn_ev *e) {
    enum { CLAUSE = 12 };
    int32_t published = k->m->story.published;
    if (!e->verb || (e->form & ISN_FORM_KIND) != ISN_FORM_IMPF || e->type != ISN_TY_INCIDENT ||
        e->modality || published == ISN_NO_DAY)
        return false;
    uint32_t end = k->scan->sentence_word[e->sentence + 1];
    for (uint32_t w = e->last; w < end && w < e->last + CLAUSE; w++) {
        if (k->wc[w] & ISN_WC_VERB || k->fn[w] == ISN_FN_THAT || k->fn[w] == ISN_FN_WHO)
            return false;
        uint32_t d = k->m->dates.at[w];
        if (d != ISN_NONE)
            return k->m->dates.ptr[d].kind == ISN_DATE_AT && k->m->dates.ptr[d].start > published;
    }
    return false;
}

void isn_cue_by_form(isn_work *k, isn_ev *e) {
    uint32_t s0 = k->s0[e->sentence];
    e->future |= on_day_to_come(k, e);
    if (e->event == ISN_EV_CONSULT || e->event == ISN_EV_RETREAT)
        e->future |= topic_to_come(k, e);
    if (!e->dead && !e->effect && e->event && e->type != ISN_TY_COMMITMENT && topic_of_duty(k, e))
        isn_cue_kill_ev(e, "a topic", ISN_NONE, e->first);
    if (!e->dead && of_any(k, e))
        isn_cue_kill_ev(e, "of any such deed", ISN_NONE, e->first);
    habit(k, e);
    const isn_reading *r = &k->scan->words[e->first].reading[e->reading];
    unsigned kind = e->form & ISN_FORM_KIND;
    if (e->first > s0 && k->fn[e->first - 1] == ISN_FN_QAD && kind == ISN_FORM_IMPF) {
        isn_cue_apply_kind(k, e, ISN_CUE_HYPOTHETICAL, ISN_NONE, e->first - 1);
    }
    if (e->future && e->verb && was_to(k, e, s0))
        isn_cue_apply_kind(k, e, ISN_CUE_HYPOTHETICAL, ISN_NONE, e->first);
    /* ليقتل، لقتل، للمطالبة: a purpose; a lam before another noun with the article (للهجوم) is only "to" */
    bool aim = e->verb || !e->definite || e->event == ISN_EV_REQUEST;
    if (e->event == ISN_EV_ACCUSE && e->mode == ISN_MODE_INVESTIGATE)
        aim = true; /* استدعت الشرطة المدونة للتحقيق */
    if (e->type == ISN_TY_COMMITMENT)
        aim = false; /* آخر موعد لبقاء القوات */
    if (e->flags & ISN_TG_LIGHT && e->verb && e - k->evs.ptr >= 2 && !(e - 1)->verb &&
        (e - 2)->flags & ISN_TG_LIGHT && (e - 2)->sentence == e->sentence && (e - 1)->definite)
        aim = false; /* عادت الاشتباكات لتتجدد */
    if (e->first > s0 && isn_role_cue(k, e->first - 1, ISN_CUE_REPRISAL))
        aim = false; /* انتقاما لمقتل خمسة من أبنائها */
    if (r->pre & ISN_CL_LAM && aim && !after_carrier(k, e) && !after_result(k, e))
        isn_cue_kill_ev(e, "a purpose", ISN_NONE, e->first);
    if (!e->verb && e->first > s0 && k->wc[e->first - 1] & ISN_WC_ATTRIB &&
        e->type != ISN_TY_DENIAL) /* إن هذا الكلام عار عن الصحة */
        isn_cue_kill_ev(e, "a source", ISN_NONE, e->first - 1); /* بحسب التفاهمات، وفق الاتفاق */
    /* رفضا لاعتقاله، دعما للجيش: why something was done, not a thing said */
    const isn_token *token = &k->scan->text->tokens[k->scan->words[e->first].token];
    if (kind == ISN_FORM_MASDAR && !e->definite &&
        ((reasons(k, e) && r->pre == 0) || reason_at_head(k, e, s0)) &&
        (token->flags & ISN_TF_TANWIN || e->form & ISN_FORM_ACC) && !after_carrier(k, e))
        isn_cue_kill_ev(e, "a reason", ISN_NONE, e->first);
}

/* حملت القوات مسؤولية الهجوم ووصفته بأنه جريمة: the deed of the charge is called a name. */
static bool charged_with_it(const isn_work *k, const isn_ev *e) {
    for (const isn_ev *p = e; p-- > k->evs.ptr && p->sentence == e->sentence;) {
        if (p->verb)
            return p->event == ISN_EV_ACCUSE && !p->dead;
        if (p->event != ISN_EV_ASSAULT)
            return false;
    }
    return false;
}

void isn_cue_beside(isn_work *k, isn_ev *e) {
    uint32_t s0 = k->s0[e->sentence];
    const isn_reading *r = &k->scan->words[e->first].reading[e->reading];
    unsigned kind = e->form & ISN_FORM_KIND;
    if (describes_place(k, e))
        isn_cue_kill_ev(e, "describes a place", ISN_NONE, e->first);
    if (drafted(k, e))
        isn_cue_kill_ev(e, "what a draft says", ISN_NONE, e->first);
    if (holds_it(k, e))
        isn_cue_kill_ev(e, "how things stand", ISN_NONE, e->first);
    if (e > k->evs.ptr && (e - 1)->last == e->first && (e - 1)->dead && !e->verb &&
        begins_a_period(k, e - 1, s0))
        isn_cue_kill_ev(e, "the day a period is counted from", ISN_NONE,
                        e->first - 1); /* منذ إعلان الهدنة */
    if (convicted_before(k, e))
        isn_cue_kill_ev(e, "what came before", ISN_NONE, e->first);
    if (only_a_reason(k, e))
        isn_cue_kill_ev(e, "only named", ISN_NONE, (e - 1)->first);
    if (begins_a_period(k, e, s0))
        isn_cue_kill_ev(e, "the day a period is counted from", ISN_NONE, e->first - 1);
    if (e->flags & ISN_TG_SPEECH && kind == ISN_FORM_MASDAR && e->definite &&
        isn_clause_prep(k, e->first, e->reading) != ISN_NO_FN)
        isn_cue_kill_ev(e, "only named", ISN_NONE, e->first); /* لم ترد على الطلب */
    uint8_t prep = isn_clause_prep(k, e->first, e->reading);
    if (e->event == ISN_EV_SANCTION && kind == ISN_FORM_MASDAR && e->definite &&
        (prep == ISN_FN_FI || prep == ISN_FN_MIN)) /* أربع سنوات في السجن */
        isn_cue_kill_ev(e, "only named", ISN_NONE, e->first);
    /* بالتعاون مع الشرطة، بطلب من الحكومة: how a thing is done */
    if ((e->event == ISN_EV_COOPERATE || e->event == ISN_EV_AID || e->flags & ISN_TG_SPEECH) &&
        kind == ISN_FORM_MASDAR && r->pre & ISN_CL_BEH && !after_carrier(k, e))
        isn_cue_kill_ev(e, "how a thing is done", ISN_NONE, e->first);
    if (e->verb && e->flags & ISN_TG_SPEECH && r->suf && e->first > s0 &&
        k->fn[e->first - 1] == ISN_FN_WHICH && !isn_cue_answers_it(k, e))
        isn_cue_kill_ev(e, "how somebody calls a thing", ISN_NONE, e->first); /* في ما وصفته بأنه */
    if (e->verb && e->event == ISN_EV_ACCUSE && e->flags & ISN_TG_SPEECH && r->suf &&
        r->pre & ISN_CL_WAW && charged_with_it(k, e))
        isn_cue_kill_ev(e, "how somebody calls a thing", ISN_NONE, e->first);
    if (!e->verb && !e->definite && e->flags & ISN_TG_SPEECH && e->first > s0 &&
        k->fn[e->first - 1] == ISN_FN_THAT && isn_work_pre(k, e->first - 1, 0) & ISN_CL_BEH)
        isn_cue_kill_ev(e, "how somebody calls a thing", ISN_NONE,
                        e->first); /* وصفها بأنها تهديد */
    if (kind == ISN_FORM_MASDAR && e->definite && after_time_of(k, e->first, s0))
        isn_cue_kill_ev(e, "how long it took", ISN_NONE, e->first); /* بعد عامين من الاحتجاز */
    if (e->event == ISN_EV_ACCUSE && kind == ISN_FORM_MASDAR && prep == ISN_FN_ALA &&
        !isn_cue_long_after(k, e) && e > k->evs.ptr && (e - 1)->sentence == e->sentence &&
        ((e - 1)->event == ISN_EV_SANCTION || (e - 1)->event == ISN_EV_COERCE))
        isn_cue_kill_ev(e, "a charge", ISN_NONE, e->first); /* حكم عليه على اتهامات بكذا */
    if (e->verb && (e->form & ISN_FORM_NUMBER) == ISN_FORM_PL && e->type == ISN_TY_STATEMENT &&
        (e->event == ISN_EV_SUPPORT || e->event == ISN_EV_REJECT) && e->first > s0 + 1 &&
        k->fn[e->first - 1] == ISN_FN_WHO && k->m->entities.cover[e->first - 2] != ISN_NONE &&
        isn_work_entity(k, k->m->entities.cover[e->first - 2])->kind == ISN_ENT_PEOPLE)
        isn_cue_kill_ev(e, "describes people", ISN_NONE,
                        e->first - 1); /* الناشطين الذين دعموا كذا */
    if (charged_one(k, e))
        isn_cue_kill_ev(e, "describes people", ISN_NONE, e->first); /* أعدم رجل اتهم بالتجسس */
    if (e->verb && (e->form & ISN_FORM_KIND) == ISN_FORM_IMPF && e->event == ISN_EV_ASSAULT &&
        !e->effect && e->flags & ISN_TG_ATTACK && e->first > s0 &&
        k->fn[e->first - 1] == ISN_FN_WHO && takes_places(k, e))
        isn_cue_kill_ev(e, "how things stand", ISN_NONE, e->first); /* الذين يسيطرون على العاصمة */
    if (e > k->evs.ptr && !e->verb && (e - 1)->dead && !(e - 1)->verb &&
        (e - 1)->event == ISN_EV_REJECT && (e - 1)->last == e->first)
        isn_cue_kill_ev(e, "rejected", ISN_NONE, (e - 1)->first); /* قضت المحكمة برفض الإفراج عنه */
    if (!e->verb && e->definite && e->flags & ISN_TG_CASUALTY && isn_cue_compared(k, e->first, s0))
        isn_cue_kill_ev(e, "only compared", ISN_NONE,
                        e->first); /* أكبر عدد من القتلى منذ بدء الحرب */
    if (asked_not_to(k, e))
        isn_cue_kill_ev(e, "demanded", ISN_NONE, e->first);
    if (at_that_meeting(k, e))
        isn_cue_kill_ev(e, "of the meeting told before", ISN_NONE, e->first - 1);
    if (raid_of_blow(k, e))
        isn_cue_kill_ev(e, "how the blow was dealt", ISN_NONE, e->first - 1);
    if (fled_from(k, e))
        isn_cue_kill_ev(e, "what they fled from", ISN_NONE, e->first - 1);
    if (freed_from(k, e))
        isn_cue_kill_ev(e, "what they were freed from", ISN_NONE, e->first - 1);
    if (came_of_blow(k, e))
        isn_cue_kill_ev(e, "what came of a blow", ISN_NONE, e->first);
    if (came_then(k, e))
        isn_cue_kill_ev(e, "when it came that was told", ISN_NONE, e->first - 1);
    if (about_it(k, e))
        e->dead_main = true;
    if (led_to_it(k, e))
        isn_cue_kill_ev(e, "how it came about", ISN_NONE, e->first - 1);
    if (whenever(k, e))
        isn_cue_kill_ev(e, "done whenever it is", ISN_NONE, e->first - 1);
    if (of_protesters(k, e))
        isn_cue_kill_ev(e, "what a protest is for", ISN_NONE, e->first);
    if (ascribes_it(k, e)) {
        isn_cue_kill_ev(e, "whose deed it is thought to be", ISN_NONE, e->first);
        e->ascribes = true;
    }
    if (of_march(k, e))
        isn_cue_kill_ev(e, "what a march is for", ISN_NONE, e->first - 1);
    if (!e->verb && e->flags & ISN_TG_ATTACK && e->first > s0 &&
        !(k->wc[e->first - 1] & ISN_WC_VERB) && !e->definite &&
        isn_role_cue(k, e->first - 1, ISN_CUE_END))
        isn_cue_kill_ev(e, "what was to end", ISN_NONE,
                        e->first - 1); /* خرقوا اتفاق وقف إطلاق النار */
    if (targeted(k, e)) /* استهداف تجمع لجنود، قصف تعزيزات */
        isn_cue_kill_ev(e, "what was struck", ISN_NONE, e->first);
    if (e->negative && e->flags & ISN_TG_CLAIM)
        isn_cue_kill_ev(e, "claimed by no one", ISN_NONE, e->first);
}
