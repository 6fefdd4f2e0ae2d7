/* when.c: the dates of claims, by scope: the day of a deed, of its announcement, the period of a tally, the deadline of
 * a promise; and the day that a sentence without one takes over. Left of it: match/date.c; emit.c and merge.c ask. */
#include "claim/countwork.h"

/* Days further back than this are background, and date nothing but their own sentence. */
enum { RECENT_DAYS = 60 };

isn_rec_date isn_when_of(const isn_work *k, const isn_date *x) {
    return (isn_rec_date){.known = true,
                          .start = x->start,
                          .end = x->end,
                          .precision = x->precision,
                          .mark = isn_emit_mark(k, x->first, x->last, 0),
                          .anchor = x->anchor};
}

isn_rec_date isn_when_lately(const isn_work *k, const isn_date *x) {
    isn_rec_date d = isn_when_of(k, x);
    d.start = x->start - (x->end - x->start);
    d.end = x->start;
    return d;
}

bool isn_when_promised(const isn_ev *e) {
    return (e->future || e->type == ISN_TY_COMMITMENT) && e->event != ISN_EV_ASSAULT &&
           e->event != ISN_EV_THREATEN;
}

/* A meeting and a hearing to come have a day; what somebody promises (ستحيل الوزارة الملفات نهاية الشهر) has a last one. */
bool isn_when_has_day(const isn_ev *e) {
    return e->event == ISN_EV_CONSULT ||
           (e->event == ISN_EV_ACCUSE && !e->actors.n && !(e->flags & ISN_TG_SPEECH));
}

/* ---- dates in the sentence of a deed --------------------------------------------------------------------- */

/* Does a word of the group begin among the words [from, to)? */
static bool tells_of(const isn_work *k, const isn_ev *rep, uint32_t from, uint32_t to) {
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->group == rep->group && e->first >= from && e->first < to)
            return true;
    }
    return false;
}

/* محافظة إدلب التي تتعرض منذ شهر: said of the place, not of the event; عدد الجنود الذين قتلوا منذ آذار is said of it. */
static bool in_relative(const isn_work *k, uint32_t word, uint32_t s0, const isn_ev *rep) {
    for (uint32_t w = word; w-- > s0 && word - w < 8;) {
        if (k->fn[w] ==
            ISN_FN_WHO) /* الذين قتلوا، الذين تم تحييدهم; حصيلة الاحتجاجات التي تشهدها منذ الأحد */
            return !(rep->update || (rep->tally && tells_of(k, rep, w + 1, w + 3)));
        if (k->scan->words[w].flags & ISN_WF_COMMA)
            return false;
    }
    return false;
}

/* منذ بدء العملية التي أطلقها الجيش في ديسمبر: is it told between منذ and the day, as a part of what began then? */
static bool begun_then(const isn_work *k, const isn_date *x, const isn_ev *rep) {
    for (uint32_t w = rep->first; w < x->first; w++)
        if (isn_work_has(k, w, ISN_T_DATEWORD)) {
            const isn_hit *hit;
            const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_DATEWORD);
            if (s && isn_lex_int(k->lex, ISN_T_DATEWORD, s->row, ISN_DATEWORD_KIND) == ISN_DW_SINCE)
                return false;
        }
    return rep->first < x->first;
}

/* Words between the date and the nearest occurrence of the group; what follows an act dates it first. */
static uint32_t distance_to(const isn_work *k, const isn_date *x, const isn_ev *rep,
                            uint32_t group) {
    uint32_t distance = ISN_NONE;
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->group != group)
            continue;
        uint32_t far = e->first > x->first ? e->first - x->first + 3 : x->first - e->first;
        if (far < distance)
            distance = far;
    }
    return distance;
}

/* ، ومساء أمس أصيب ثلاثة: the verb of the clause that the date opens, or ISN_NONE. */
static uint32_t opened_by(const isn_work *k, const isn_date *x) {
    enum { SETTING = 7 };
    for (uint32_t w = x->last; w < k->scan->nwords && w < x->last + SETTING; w++)
        if (k->wc[w] & ISN_WC_VERB) {
            uint32_t from = isn_clause_setting(k, w);
            return from != ISN_NONE && from <= x->first ? w : ISN_NONE;
        }
    return ISN_NONE;
}

/* Does the date open a clause that the word stands before? */
static bool of_a_later(const isn_work *k, const isn_date *x, uint32_t word) {
    uint32_t verb = word < x->first ? opened_by(k, x) : ISN_NONE;
    return verb != ISN_NONE;
}

/* بلدة الأربعاء نايت إيراثن, «المصري اليوم»: a day in the name of a place or of an outlet. */
static bool in_name(const isn_work *k, const isn_date *x) {
    uint32_t c = k->m->entities.cover[x->first];
    const isn_entity *e = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
    if (e != NULL && e->kind == ISN_ENT_OUTLET)
        return e->first <= x->first && e->last >= x->last &&
               e->last - e->first > x->last - x->first;
    return e != NULL && e->kind == ISN_ENT_PLACE && e->first < x->first && e->last > x->last;
}

/* قتل 27 في قصف، وهو قصف يتواصل منذ شهر: behind the pronoun it is said how things have been. */
static bool said_of_it(const isn_work *k, uint32_t word, const isn_ev *rep) {
    for (uint32_t w = word; w-- > rep->last;)
        if (k->fn[w] == ISN_FN_PRONOUN && k->scan->words[w].flags & ISN_WF_COMMA)
            return true;
    return false;
}

/* No date at all, or one that nothing can be dated by: "at night" is the night before, but "in the morning" dates
 * nothing alone. */
static bool dates_nothing(const isn_date *x) {
    return x->kind == ISN_DATE_DURATION || (x->flags & ISN_DF_TIME && x->start == x->end) ||
           (x->start == ISN_NO_DAY && x->end == ISN_NO_DAY);
}

/* What is to come is a deadline; a meeting or a demonstration to come has a day. */
static bool is_deadline(const isn_work *k, const isn_date *x, const isn_ev *rep) {
    int32_t published = k->m->story.published;
    if (x->flags & ISN_DF_FUTURE || x->kind == ISN_DATE_WITHIN || x->kind == ISN_DATE_UNTIL)
        return true;
    return isn_when_promised(rep) && x->kind == ISN_DATE_AT && x->end != ISN_NO_DAY &&
           (published == ISN_NO_DAY || x->end > published); /* a promise is of days to come */
}

/* Does a date word of this kind and value (any: ISN_NO_INT) begin at the word? */
static bool date_word(const isn_work *k, uint32_t w, int32_t kind, int32_t value) {
    const isn_scan *scan = k->scan;
    if (!isn_work_has(k, w, ISN_T_DATEWORD) || !(scan->date_kinds[w] >> kind & 1))
        return false;
    for (uint32_t h = scan->word_hit[w]; h < scan->word_hit[w + 1]; h++)
        for (unsigned s = 0; s < scan->hits[h].nsenses; s++) {
            const isn_sense *sense = &scan->hits[h].senses[s];
            if (sense->table == ISN_T_DATEWORD &&
                isn_lex_int(k->lex, ISN_T_DATEWORD, sense->row, ISN_DATEWORD_KIND) == kind &&
                (value == ISN_NO_INT ||
                 isn_lex_int(k->lex, ISN_T_DATEWORD, sense->row, ISN_DATEWORD_VALUE) == value))
                return true;
        }
    return false;
}

/* وهي أعلى حصيلة منذ حزيران: compared with that time, and no period of what is told. */
static bool compared(const isn_work *k, const isn_date *x, uint32_t s0) {
    enum { WORDS = 6 };
    for (uint32_t w = x->first; w-- > s0 && x->first - w <= WORDS;) {
        if (date_word(k, w, ISN_DW_RECORD, ISN_NO_INT))
            return true;
        if (k->scan->words[w + 1].flags & (ISN_WF_BREAK & ~(unsigned)ISN_WF_SIGN))
            return false;
    }
    return false;
}

/* تبنى التنظيم الهجوم، السبت: no day of what was done. But تبنى مقتل ستة بانفجار سيارة في المدينة السبت is of the blast. */
static bool day_of_claiming(const isn_work *k, const isn_date *d) {
    uint32_t s = k->scan->words[d->first].sentence;
    bool claimed = false;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->first >= d->first)
            break;
        if (e->flags & ISN_TG_CLAIM && !in_relative(k, d->first, k->s0[s], e))
            claimed = true;
        else if (claimed && !e->dead && !e->absorbed && !e->verb && !e->definite && e->event &&
                 !(e->flags & ISN_TG_CASUALTY) && !(k->scan->words[d->first].flags & ISN_WF_BREAK))
            claimed = false;
        else if (claimed && e->verb && e->event && !e->dead && e->last == d->first &&
                 !(e->flags & ISN_TG_SPEECH) && !k->scan->words[e->first].reading[e->reading].pre)
            claimed = false; /* تبنت تفجيرا استهدف مساء الثلاثاء حاجزا */
    }
    return claimed;
}

static bool can_be_promised(const isn_ev *rep) {
    switch (rep->event) {
    case ISN_EV_RETREAT:
    case ISN_EV_MOBILIZE:
    case ISN_EV_AID:
    case ISN_EV_AGREE:
    case ISN_EV_COOPERATE:
    case ISN_EV_CONCEDE:
    case ISN_EV_SUPPORT: return !rep->negative;
    default: return false;
    }
}

/* تبدأ القوات انسحابها في الأول من أيار المقبل: a verb that is not past, with a day to come. */
static bool present(const isn_work *k, const isn_ev *rep) {
    const isn_scan *scan = k->scan;
    if (!rep->verb)
        return false;
    for (uint32_t h = scan->word_hit[rep->first]; h < scan->word_hit[rep->first + 1]; h++)
        for (unsigned s = 0; s < scan->hits[h].nsenses; s++) {
            const isn_sense *sense = &scan->hits[h].senses[s];
            if (sense->table == ISN_T_TRIGGER && sense->row == rep->row)
                return (sense->form & ISN_FORM_KIND) == ISN_FORM_IMPF;
        }
    return false;
}

/* وافق على تسليم السلاح في غضون شهر: what is agreed to is to be done. */
static bool agreed(const isn_work *k, const isn_ev *rep, const isn_date *x) {
    bool later = x->kind == ISN_DATE_WITHIN || x->kind == ISN_DATE_UNTIL;
    if (rep->verb || !later)
        return false;
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->first < rep->first && (e->verb || e->definite) && e->event == ISN_EV_AGREE)
            return true; /* الاتفاق ينص على إخراجهم قبل نيسان */
    }
    return false;
}

/* تعزيزات ستنتشر قبل نهاية الشهر: a verb to come between the noun and the day that ends it. */
static bool to_come(const isn_work *k, const isn_ev *rep, const isn_date *x) {
    if (!can_be_promised(rep))
        return false;
    for (uint32_t w = rep->first; w < x->first; w++)
        if (isn_match_will(k->scan, w) || k->fn[w] == ISN_FN_LAN) /* الانسحاب لن يكتمل قبل كذا */
            return true;
    return agreed(k, rep, x) || (present(k, rep) && x->flags & ISN_DF_FUTURE);
}

/* فيما، غير أن; not عندما, whose clause is of the time of the deed before it, if not of words. */
static bool contrasts(const isn_work *k, uint32_t w, const isn_ev *rep) {
    const isn_hit *hit;
    if (k->fn[w] != ISN_FN_WHILE || rep->flags & ISN_TG_SPEECH)
        return k->fn[w] == ISN_FN_BUT || k->fn[w] == ISN_FN_WHILE;
    const isn_sense *s =
        isn_work_has(k, w, ISN_T_FUNC) ? isn_match_sense(&hit, k->scan, w, ISN_T_FUNC) : NULL;
    int32_t kind = s ? isn_lex_int(k->lex, ISN_T_FUNC, s->row, ISN_FUNC_KIND) : ISN_FN_WHILE;
    return kind != ISN_FN_WHEN;
}

/* دخل الإضراب يومه الثالث، فيما أعلن الاتحاد …الأربعاء: a day on the other side of the contrast, beside what is told there. */
static bool of_the_other(const isn_work *k, const isn_date *x, const isn_ev *rep, uint32_t group) {
    uint32_t lo = x->first < rep->first ? x->first : rep->first;
    uint32_t hi = x->first < rep->first ? rep->first : x->first;
    uint32_t turn = ISN_NONE;
    for (uint32_t w = lo; w < hi; w++)
        if (contrasts(k, w, rep) || /* ، كما وثق مقتل */
            (k->fn[w] == ISN_FN_OTHER && k->scan->words[w].flags & ISN_WF_COMMA && w + 1 < hi &&
             k->wc[w + 1] & ISN_WC_VERB))
            turn = w;
    bool other = false;
    for (uint32_t i = k->sentence_ev[rep->sentence];
         turn != ISN_NONE && i < k->sentence_ev[rep->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->dead || (e->first > turn) != (x->first > turn))
            continue;
        if (e->group == group)
            return false;
        other = true;
    }
    return other;
}

/* اعتبرت القصف خرقا لاتفاقية فك الاشتباك لعام 1974، دعت إلى تنفيذ القرار الصادر عام 2006: behind words of today the year is
 * that of a treaty. */
static bool year_of_treaty(const isn_work *k, const isn_date *x) {
    uint32_t w = x->first, s0 = k->s0[k->scan->words[w].sentence];
    if (x->kind != ISN_DATE_AT || x->precision < 4 || w <= s0 + 1 ||
        x->end >= k->m->story.published)
        return false;
    if (isn_work_pre(k, w, 0) & ISN_CL_LAM)
        return true;
    uint32_t at = k->fn[w - 1] == ISN_FN_FI ? w - 2 : w - 1;
    return isn_work_pre(k, at, 0) & ISN_CL_AL && k->m->entities.cover[at] == ISN_NONE &&
           !(k->scan->words[w].flags & ISN_WF_BREAK) && at > s0 &&
           (isn_work_pre(k, at - 1, 0) & ISN_CL_AL ||
            k->scan->words[at - 1].kind == ISN_TOK_NUMBER);
}

/* محتجين شاركوا في احتجاجات سبتمبر، قانون انتخابات 2020: behind a bare noun that tells none of this, the date says which;
 * أدان هجوم السبت: condemned later. */
static bool names_noun(const isn_work *k, const isn_date *x, uint32_t group, bool speech) {
    uint32_t w = x->first, s = k->scan->words[w].sentence;
    if (w > k->s0[s] && k->scan->words[w - 1].kind == ISN_TOK_NUMBER &&
        isn_work_pre(k, w, 0) & ISN_CL_LAM)
        return true; /* القضية رقم 441 لسنة 2018 */
    if (speech && year_of_treaty(k, x))
        return true;
    if (w <= k->s0[s] || k->scan->words[w].flags & ISN_WF_BREAK || x->kind != ISN_DATE_AT ||
        (x->precision < 4 && !speech) || k->fn[w - 1] != ISN_NO_FN ||
        k->m->entities.cover[w - 1] != ISN_NONE || k->taken[w - 1] ||
        k->wc[w - 1] & (ISN_WC_VERB | ISN_WC_SAY) || k->scan->words[w - 1].kind != ISN_TOK_WORD ||
        isn_work_pre(k, w - 1, 0) & ISN_CL_AL || isn_work_has(k, w - 1, ISN_T_DATEWORD) ||
        k->scan->words[w].reading[0].pre || k->scan->words[w - 1].reading[0].suf ||
        isn_work_has(k, w - 1, ISN_T_CHANNEL))
        return false; /* أمام منزله عام 2013، في بيان أمس */
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        bool told = !speech || e->flags & ISN_TG_SPEECH;
        if (e->group == group && told && e->first < w && w <= e->last + 1)
            return false;
        if (!speech && e->last == w && e->flags & ISN_TG_ATTACK && x->last < k->scan->nwords &&
            k->fn[x->last] == ISN_FN_WHO)
            return false; /* مسؤوليتها عن هجوم 3 آذار الذي أسفر عن مقتل سبعة */
    }
    return true;
}

/* أكد المجلس دعمه للمبعوث، داعيا إلى الاتفاق قبل حزيران: the deadline is that of the act told last before it. */
static bool of_a_nearer(const isn_work *k, const isn_date *x, const isn_ev *rep, uint32_t group) {
    uint32_t own = 0;
    bool before = false, other = false;
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->first >= x->first)
            break;
        if (e->group == group) {
            own = e->first;
            before = true;
            other = false;
        } else if (!e->dead && !e->absorbed && e->flags & ISN_TG_SPEECH && e->first > own) {
            other = e->event == ISN_EV_REQUEST || isn_when_promised(e);
        }
    }
    return before && other;
}

/* أفرجت عن عشرة كانت تحتجزهم منذ يونيو، عن صحفي معتقل منذ عامين: since when they were held, who go free now. */
static bool held_since(const isn_work *k, const isn_date *x, const isn_ev *rep) {
    enum { NEAR = 3 };
    if (rep->effect != ISN_WHAT_RELEASED || x->first < rep->last)
        return false;
    for (uint32_t w = x->first, n = 0; w-- > rep->last && n < NEAR; n++) {
        const isn_hit *hit;
        const isn_sense *s = isn_work_has(k, w, ISN_T_CASUALTY)
                                 ? isn_match_sense(&hit, k->scan, w, ISN_T_CASUALTY)
                                 : NULL;
        if (s && isn_count_casualty_what(k, s->row) == ISN_WHAT_CAPTURED)
            return true;
        s = isn_work_has(k, w, ISN_T_TRIGGER) ? isn_match_sense(&hit, k->scan, w, ISN_T_TRIGGER)
                                              : NULL;
        if (s && isn_work_trigger(k, s->row, ISN_TRIGGER_EFFECT) == ISN_WHAT_CAPTURED)
            return true;
    }
    return false;
}

/* دعا إلى مفاوضات في 14 أغسطس، وقال إن واشنطن ستفرض عقوبات: the day stands before what is said next, and is of what was
 * told before it. */
static bool said_since(const isn_work *k, const isn_date *x, const isn_ev *rep) {
    if (rep->first < x->last)
        return false;
    bool said = false, before = false;
    for (uint32_t w = x->last; w < rep->first; w++)
        said |= (k->wc[w] & ISN_WC_SAY) != 0;
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++)
        before |= k->evs.ptr[i].first < x->first && k->evs.ptr[i].event && !k->evs.ptr[i].dead;
    return said && before;
}

/* هدنة لعشرة أيام تبدأ الاثنين: a day to come on which it begins. */
static bool begins_on(const isn_date *x, const isn_ev *rep) {
    return x->kind == ISN_DATE_AT && !(x->flags & ISN_DF_DEADLINE) && x->start != ISN_NO_DAY &&
           rep->event == ISN_EV_RETREAT && rep->mode == ISN_MODE_CEASEFIRE;
}

/* سينظم إضرابا في 21 يناير إذا لم تستجب الحكومة قبل نهاية ديسمبر: the day by which others are to answer. */
bool isn_when_conditional(const isn_work *k, const isn_ev *rep, const isn_date *x) {
    for (uint32_t w = rep->last; w < x->first; w++)
        if (k->fn[w] == ISN_FN_IF)
            return true;
    return false;
}

/* متمردين، وهو فصيل ينشط منذ التسعينيات، هاجموا: a day in an aside. */
static bool in_aside(const isn_work *k, const isn_date *x, const isn_ev *rep) {
    enum { ASIDE = 16 };
    for (uint32_t w = x->first; w > k->s0[rep->sentence] && x->first - w < ASIDE; w--)
        if (k->scan->words[w].flags & ISN_WF_COMMA)
            return k->fn[w] == ISN_FN_PRONOUN && k->scan->words[w].reading[0].pre & ISN_CL_WAW &&
                   (rep->first < w || rep->first > x->last);
    return false;
}

/* Does the relative clause that opens at `who` stand behind the noun of the deed and what qualifies it? */
static bool named_by(const isn_work *k, const isn_ev *e, uint32_t who) {
    enum { QUALITIES = 2 };
    if (e->last > who || who - e->last > QUALITIES || !isn_type_deed(e->event))
        return false;
    for (uint32_t w = e->last; w < who; w++)
        if (!(isn_work_pre(k, w, 0) & ISN_CL_AL) || k->m->entities.cover[w] != ISN_NONE)
            return false;
    return true;
}

/* أدان الهجوم الذي وقع السبت، رغم الاتفاق الذي أبرم قبل عام: said of a noun that is not the deed. */
static bool of_another_noun(const isn_work *k, const isn_date *x, const isn_ev *rep,
                            uint32_t group) {
    uint32_t who = ISN_NONE;
    if (x->flags & ISN_DF_EVENT)
        return false; /* قتل ألف منذ بدء الحملة التي تشنها القوات في نوفمبر */
    for (uint32_t w = x->first; w-- > rep->last && x->first - w < 8 && who == ISN_NONE;) {
        if (k->scan->words[w + 1].flags & ISN_WF_COMMA)
            return false;
        if (k->fn[w] == ISN_FN_WHO)
            who = w;
    }
    if (who == ISN_NONE)
        return false;
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->group == group && e->last <= x->first && e->last >= who)
            return false;
        if (e->group == group && !e->verb && named_by(k, e, who))
            return false; /* التفجيرين الانتحاريين اللذين ضربا أمس مدينة كذا */
        if (e->flags & ISN_TG_LIGHT && e->verb && e->first > who && e->last <= x->first &&
            isn_type_deed(rep->event))
            return false; /* الغارات التي نفذت في 23 أيلول: they are the deed */
    }
    return true;
}

/* قتلوا ستة متهمين بهجوم في نهاية أيلول: the day is that of what they are charged with. */
static bool of_the_charged(const isn_work *k, const isn_date *x, const isn_ev *rep) {
    enum { FAR = 8 };
    for (const isn_ev *e = rep + 1; e < k->evs.ptr + k->evs.len && e->last <= x->first; e++) {
        if (!e->dead || e->verb || e->event != ISN_EV_ASSAULT || x->first - e->last > FAR ||
            e->why == NULL || strcmp(e->why, "a charge") != 0)
            continue;
        uint32_t w = e->last;
        while (w <= x->first && !(k->scan->words[w].flags & ISN_WF_COMMA) &&
               !(k->wc[w] & ISN_WC_VERB))
            w++;
        if (w > x->first)
            return true;
    }
    return false;
}

/* باماكو/نيامي - 19 نوفمبر: قتل: the day of the dispatch. */
static bool of_slug(const isn_work *k, const isn_date *x, uint32_t s0) {
    enum { SLUG = 5 };
    if (x->first > s0 + SLUG || x->last >= k->scan->nwords ||
        !(k->scan->words[x->last].flags & (ISN_WF_COLON | ISN_WF_DASH)))
        return false;
    for (uint32_t w = s0; w < x->first; w++)
        if (k->wc[w] & (ISN_WC_VERB | ISN_WC_TRIGGER | ISN_WC_SAY))
            return false;
    return true;
}

/* قتل 16 شخصا خلال أسبوع: done, so that the length behind it lies in the past. */
static bool lately(const isn_work *k, const isn_date *x, const isn_ev *rep) {
    if (x->kind != ISN_DATE_WITHIN || x->rule != ISN_RULE_LENGTH || x->start == ISN_NO_DAY ||
        x->end == ISN_NO_DAY || x->start != k->m->story.published || x->end == x->start ||
        x->flags & (ISN_DF_FUTURE | ISN_DF_DEADLINE))
        return false;
    bool done = rep->verb && (rep->form & ISN_FORM_KIND) == ISN_FORM_PERF;
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++)
        done |= k->evs.ptr[i].group == rep->group && k->evs.ptr[i].ntakes &&
                (k->evs.ptr[i].flags & ISN_TG_CASUALTY || k->evs.ptr[i].effect);
    return done && (rep->event == ISN_EV_ASSAULT || rep->event == ISN_EV_COERCE) && !rep->future &&
           !rep->denied && !rep->modality && !isn_when_promised(rep);
}

/* أدينوا بالضلوع في تفجير وقع عام 2003: behind what somebody is sentenced for, charged with or held for, its day. */
static bool of_the_crime(const isn_work *k, const isn_date *x, const isn_ev *rep, uint32_t group) {
    bool justice =
        rep->event == ISN_EV_SANCTION || rep->event == ISN_EV_ACCUSE || rep->event == ISN_EV_COERCE;
    bool crime = false,
         named = rep->event == ISN_EV_SANCTION; /* عقوبات لضلوعه في هجوم عطل في تموز */
    for (uint32_t i = k->sentence_ev[rep->sentence];
         justice && i < k->sentence_ev[rep->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->first >= x->first)
            break;
        if (e->group == group && e->event != ISN_EV_ASSAULT)
            crime = false;
        else if (e->first >= rep->last && e->event == ISN_EV_ASSAULT && e->flags & ISN_TG_ATTACK &&
                 (e->dead || e->absorbed || (named && e->group != group)) &&
                 !(k->scan->words[x->first].flags & ISN_WF_BREAK))
            crime = true;
    }
    return crime;
}

/* Is the word a motive (احتجاجا على)? */
static bool motive_at(const isn_work *k, uint32_t w) {
    return isn_role_cue(k, w, ISN_CUE_MOTIVE) || isn_role_cue(k, w, ISN_CUE_REPRISAL);
}

/* أحرقوا المقر احتجاجا على اختطاف ناشط ليلة أمس: the day stands behind the deed for which they did it. */
static bool of_the_motive(const isn_work *k, const isn_date *x, uint32_t from) {
    enum { CLAUSE = 24, SOME_DAYS = 2 };
    bool deed = false;
    for (uint32_t w = x->first; w-- > from && x->first - w < CLAUSE;) {
        if (motive_at(k, w)) /* ردا على سرقة شحنة الشهر الماضي: no month of the answer */
            return deed || x->precision > SOME_DAYS;
        deed |= (k->wc[w] & ISN_WC_TRIGGER) != 0;
        if (k->fn[w] == ISN_FN_WHILE || k->fn[w] == ISN_FN_BUT)
            return false;
    }
    return false;
}

/* تلاميذ خطفهم مسلحون: a verb that says something of the noun before it. */
static bool describes(const isn_work *k, const isn_ev *e) {
    const isn_reading *r = &k->scan->words[e->first].reading[e->reading];
    return e->verb && r->suf != ISN_SUF_NONE && !(r->pre & (ISN_CL_WAW | ISN_CL_FEH)) &&
           !(k->scan->words[e->first].flags & ISN_WF_BREAK);
}

/* أفرج عن مصور بعد اختطافه الأسبوع الماضي، عن تلاميذ خطفهم مسلحون قبل أيام: behind another deed that came before. */
static bool of_one_before(const isn_work *k, const isn_date *x, const isn_ev *rep, uint32_t group) {
    enum { CLAUSE = 16 };
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->first > rep->last && e->last <= x->first && x->first - e->last < CLAUSE &&
            e->group != group && e->event &&
            (e->verb ? describes(k, e) : k->fn[e->first - 1] == ISN_FN_AFTER))
            return true;
    }
    return false;
}

/* اتهمت الحكومة الحركة باستخدام أراضيها منذ عودتها عام كذا: since when is a part of what was said. */
static bool within_words(const isn_date *x, const isn_ev *rep) {
    enum { NEAR = 4 };
    return rep->flags & ISN_TG_SPEECH && x->first > rep->last + NEAR;
}

/* استعاد المدينة في آذار بعد أن سيطرت عليها الجماعة أواخر 2023: in a clause of what came before. */
static bool after_verb(const isn_work *k, const isn_date *x, const isn_ev *rep) {
    enum { CLAUSE = 12 };
    bool verb = false;
    for (uint32_t w = x->first; w-- > rep->last && x->first - w < CLAUSE;) {
        if (k->fn[w] == ISN_FN_AFTER)
            return verb;
        if (k->scan->words[w].flags & ISN_WF_BREAK)
            return false;
        verb |= (k->wc[w] & ISN_WC_VERB) != 0;
    }
    return false;
}

/* Does something happen between the words? */
static bool deed_between(const isn_work *k, uint32_t from, uint32_t to, uint32_t sentence) {
    for (uint32_t i = k->sentence_ev[sentence]; i < k->sentence_ev[sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->first > from && e->first < to && e->event && !e->dead)
            return true;
    }
    return false;
}

/* وثق المرصد خلال الساعات الـ24 الماضية 96 غارة: over which time it was, and not when somebody counted. */
static bool of_what_is_counted(const isn_work *k, const isn_date *x, uint32_t s0) {
    enum { HEAD = 6 };
    if (x->start == ISN_NO_DAY || x->end == ISN_NO_DAY || x->start == x->end)
        return false;
    for (uint32_t w = x->first; w-- > s0 && x->first - w <= HEAD;)
        if (k->wc[w] & ISN_WC_VERB)
            return isn_role_cue(k, w, ISN_CUE_TALLY);
    return false;
}

/* بحسب تقرير صادر عن الشبكة، الاثنين، فإن ثلاثة قتلوا: the day of the paper, or of who tells it. */
static bool of_who_tells(const isn_work *k, const isn_date *x, uint32_t s0) {
    enum { PHRASE = 10, SOME_DAYS = 2 };
    if (k->wc[x->first] & ISN_WC_HEAD || x->precision > SOME_DAYS)
        return k->wc[x->first] & ISN_WC_HEAD && !of_what_is_counted(k, x, s0);
    for (uint32_t w = x->first; w-- > s0 && x->first - w <= PHRASE;) {
        if (k->wc[w] & ISN_WC_ATTRIB)
            return !deed_between(k, w, x->first, k->scan->words[w].sentence);
        if (k->wc[w] & ISN_WC_VERB && k->scan->words[w].flags & ISN_WF_BREAK)
            return false;
    }
    return false;
}

/* محملة إياها مسؤولية هجوم السبت: right behind the noun of another deed its day. */
static bool of_the_noun_before(const isn_work *k, const isn_date *x, uint32_t group) {
    enum { SOME_DAYS = 2 };
    uint32_t s = k->scan->words[x->first].sentence;
    if (x->kind != ISN_DATE_AT || x->precision > SOME_DAYS)
        return false;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->last == x->first && !e->verb && e->group != group && e->flags & ISN_TG_ATTACK &&
            !(k->scan->words[x->first].flags & ISN_WF_BREAK))
            return true;
    }
    return false;
}

/* متأثرا بإصابته يوم الجمعة: the day of the wound, and of nothing else that is told. */
static bool of_the_wounds(const isn_work *k, const isn_date *d) {
    enum { PHRASE = 14 };
    for (uint32_t w = d->first, s0 = k->s0[k->scan->words[d->first].sentence];
         w-- > s0 && d->first - w < PHRASE && !(k->scan->words[w + 1].flags & ISN_WF_COMMA);)
        if (isn_role_cue(k, w, ISN_CUE_WOUNDS))
            return true;
    return false;
}

/* ارتفع عدد القتلى إلى خمسة، بعد وفاة رقيب اليوم متأثرا بجراحه: the day on which it rose, and not of the blow. */
static bool of_last_death(const isn_work *k, const isn_date *x, const isn_ev *rep) {
    enum { PHRASE = 10 };
    if (of_the_wounds(k, x) ||
        (x->last < k->scan->nwords && isn_role_cue(k, x->last, ISN_CUE_WOUNDS)))
        return true; /* فارق الحياة صباح اليوم متأثرا بإصابته */
    for (uint32_t w = x->first; w-- > rep->last && x->first - w < PHRASE;) {
        if (k->fn[w] == ISN_FN_AFTER)
            return w + 1 < x->first && k->wc[w + 1] & ISN_WC_TRIGGER;
        if (k->scan->words[w + 1].flags & ISN_WF_BREAK)
            return false;
    }
    return false;
}

/* أسندت إليهم أنهم في عام كذا أسسوا جماعة: a month or a year gone by, in what is said, is not that of the words. */
static bool of_their_deed(const isn_work *k, const isn_date *x, const isn_ev *rep) {
    enum { A_WEEK = 3 };
    if (x->precision <= A_WEEK || x->end == ISN_NO_DAY || k->m->story.published == ISN_NO_DAY ||
        x->end >= k->m->story.published - RECENT_DAYS)
        return false;
    for (uint32_t w = rep->last; w < x->first; w++)
        if (k->fn[w] == ISN_FN_THAT)
            return true;
    return false;
}

/* قضوا خلال الفترة ذاتها، منهم 79 سقطوا خلال الساعات الأخيرة: of the time told before, and not of this one. */
static bool of_same_time(const isn_work *k, const isn_date *x, const isn_ev *rep) {
    enum { NEAR = 6 };
    for (uint32_t w = rep->last; w < x->first && w < rep->last + NEAR; w++)
        if (isn_role_cue(k, w, ISN_CUE_SAME_TIME))
            return true;
    return false;
}

/* في بلاغ تسلمنا نسخة منه أمس: the day on which the paper came. */
static bool of_copy(const isn_work *k, const isn_date *x, uint32_t s0) {
    enum { NEAR = 3 };
    for (uint32_t w = x->first; w-- > s0 && x->first - w <= NEAR;)
        if (isn_role_cue(k, w, ISN_CUE_COPY))
            return true;
    return false;
}

/* تواصل أمس لليوم الثاني الاعتصام، ولجأت الشرطة إلى الغاز: for how many days it went on is of what goes on; the rest was on that day. */
static bool of_what_goes_on(const isn_work *k, const isn_date *x, const isn_ev *rep) {
    uint32_t before = x->first > 0 ? k->m->dates.at[x->first - 1] : ISN_NONE;
    if (x->rule != ISN_RULE_RANK || x->kind != ISN_DATE_PERIOD || rep->event == ISN_EV_PROTEST ||
        before == ISN_NONE || k->m->dates.ptr[before].kind != ISN_DATE_AT)
        return false;
    for (uint32_t w = x->last; w <= rep->first; w++)
        if (k->scan->words[w].flags & ISN_WF_BREAK)
            return true;
    return false;
}

static bool perfect(const isn_ev *rep) {
    return rep->verb && (rep->form & ISN_FORM_KIND) == ISN_FORM_PERF && !rep->future;
}

isn_when_pick isn_when_find(const isn_work *k, const isn_ev *rep, uint32_t group) {
    uint32_t s0 = rep->part_first, s1 = rep->part_last;
    uint32_t best = ISN_NONE, nearest = ISN_NONE;
    bool speech = rep->flags & ISN_TG_SPEECH;
    int32_t published = k->m->story.published;
    const isn_date *said = NULL, *motive = NULL;
    isn_when_pick p = {0};
    enum { SOME_DAYS = 2 };
    bool dated = k->inside[rep->sentence].dated;
    for (uint32_t w = s0; dated && w < s1; w++) {
        uint32_t at = k->m->dates.at[w];
        if (at == ISN_NONE)
            continue;
        const isn_date *x = &k->m->dates.ptr[at];
        if (dates_nothing(x) || in_name(k, x) || isn_beside_at(k, w) != rep->beside ||
            of_a_later(k, x, rep->first))
            continue;
        if (((rep->update || rep->tally) && x->kind != ISN_DATE_AT && of_same_time(k, x, rep)) ||
            of_what_goes_on(k, x, rep))
            continue;
        uint32_t distance = distance_to(k, x, rep, group);
        bool meets = rep->event == ISN_EV_PROTEST || isn_when_has_day(rep);
        if (day_of_claiming(k, x) || of_the_other(k, x, rep, group) ||
            names_noun(k, x, group, speech) || of_another_noun(k, x, rep, group) ||
            of_the_crime(k, x, rep, group) || (!speech && in_aside(k, x, rep)) ||
            of_the_charged(k, x, rep) || of_the_noun_before(k, x, group))
            continue;
        if ((rep->update && of_last_death(k, x, rep)) ||
            ((speech || rep->event == ISN_EV_ACCUSE) && of_their_deed(k, x, rep)))
            continue;
        if (rep->flags & ISN_TG_CLAIM && x->first > rep->last && k->wc[x->first - 1] & ISN_WC_VERB)
            continue; /* تبنت تفجيرا استهدف أمس حاجزا: of the blast */
        bool to_begin =
            x->kind == ISN_DATE_SINCE && x->start != ISN_NO_DAY && x->start > k->m->story.published;
        bool head = !speech && (of_who_tells(k, x, s0) || of_slug(k, x, s0) || of_copy(k, x, s0));
        bool held = meets && perfect(rep) && x->start != ISN_NO_DAY && published != ISN_NO_DAY &&
                    x->start > published; /* عقدت اجتماعا، متعهدة فتح المدارس مطلع الأسبوع المقبل */
        if (held)
            continue;
        if (meets && !head && (x->kind == ISN_DATE_AT || x->rule == ISN_RULE_RANK || to_begin)) {
            if (distance < best) {
                best = distance;
                p.date = x;
            }
        } else if (is_deadline(k, x, rep) && begins_on(x, rep)) {
            p.date = x;
            p.begins = true;
        } else if (lately(k, x, rep)) {
            p.lately = x;
        } else if (is_deadline(k, x, rep)) {
            if (of_a_nearer(k, x, rep, group) || said_since(k, x, rep) ||
                (meets && p.date && isn_when_conditional(k, rep, x)))
                continue;
            if (!p.deadline || distance < nearest) {
                nearest = distance;
                p.deadline = x;
            }
        } else if ((speech || ((x->kind == ISN_DATE_AT || rep->event == ISN_EV_AGREE) &&
                               rep->type == ISN_TY_INCIDENT && !isn_when_promised(rep))) &&
                   published != ISN_NO_DAY && x->start != ISN_NO_DAY && x->start > published) {
            if (rep->event == ISN_EV_REQUEST && rep->definite && !rep->verb && !p.deadline)
                p.deadline = x; /* المهلة تنتهي في الخامس من حزيران */
            continue;           /* what is said or done by today is of no day to come */
        } else if (x->kind == ISN_DATE_SINCE) {
            if (x->flags & ISN_DF_EVENT
                    ? !begun_then(k, x, rep)
                    : !in_relative(k, x->first, s0, rep) && !compared(k, x, s0) &&
                          !said_of_it(k, x->first, rep) && !within_words(x, rep) &&
                          !held_since(k, x, rep))
                p.since = x;
        } else if (head) {
            said = x;
        } else if (rep->last <= x->first &&
                   (of_the_motive(k, x, rep->last) || of_one_before(k, x, rep, group) ||
                    after_verb(k, x, rep))) {
            if (x->precision <= SOME_DAYS)
                motive = x;
        } else if (!(x->flags & ISN_DF_TIME && distance > 6) && distance < best) {
            best = distance;
            p.date = x;
        }
    }
    if (!p.date && !said)
        p.date = motive; /* تظاهروا احتجاجا على اعتقال زميلهم أمس: the only day there is */
    if (!p.date && said && !rep->tally && !rep->reached) {
        p.date = said; /* "said today that": the only day there is */
        p.soft = true;
    }
    bool done = p.date && !p.soft && p.date->kind == ISN_DATE_AT && p.date->end != ISN_NO_DAY &&
                p.date->end <= published; /* ألقت أمس مظلات سيوزعونها خلال يومين */
    p.promised = p.deadline && !done && to_come(k, rep, p.deadline);
    return p;
}

/* ---- the day that a sentence takes over --------------------------------------------------------------------- */

bool isn_when_inherits(const isn_claim *c) {
    return !c->date.known && !c->modality && c->type != ISN_TY_TALLY &&
           c->type != ISN_TY_COMMITMENT && c->type != ISN_TY_DENIAL;
}

/* As days_given: of its own sentence alone, always or behind another day. */
enum { BACKGROUND = 4, ASIDE = 8 };

static bool gives_day(const isn_work *k, const isn_date *d, bool known) {
    int32_t published = k->m->story.published;
    enum { FEASTS = 4 }; /* days: longer than that no feast lasts */
    enum { WEEK = 3 }; /* خلال الفترة من 20 إلى 26: the period of a report on a week */
    bool spans = d->kind == ISN_DATE_AT && d->rule == ISN_RULE_DATE;
    bool week =
        (d->kind == ISN_DATE_PERIOD || spans) && d->precision == WEEK && d->end - d->start < 8;
    if ((d->kind != ISN_DATE_AT && d->kind != ISN_DATE_AGO && !week) || in_name(k, d))
        return false;
    if (d->start == ISN_NO_DAY || d->end == ISN_NO_DAY || (d->precision > 2 && !week) ||
        d->flags & ISN_DF_FUTURE)
        return false;
    if (d->rule == ISN_RULE_FEAST && published - d->end > FEASTS)
        return false; /* غداة عيد العمال: of a story told long after */
    if (d->flags & ISN_DF_TIME && (d->start == d->end || known))
        return false; /* "at night" dates a report that has no other day */
    if (k->block_role[k->scan->words[d->first].sentence] == 255 || of_the_wounds(k, d))
        return false;
    for (uint32_t w = d->first, s0 = k->s0[k->scan->words[d->first].sentence];
         w-- > s0 && d->first - w < 6;)
        if (isn_match_will(k->scan, w))
            return false; /* التصعيد سيبدأ يوم الاثنين */
    return published == ISN_NO_DAY || (d->end <= published && d->end >= published - RECENT_DAYS);
}

/* وكان الجيش قد قتل الأربعاء ثلاثة، خطف قبل يومين: of what came before the news, where that has a day. */
static bool of_what_came_before(const isn_work *k, const isn_date *d) {
    uint32_t s0 = k->s0[k->scan->words[d->first].sentence];
    return d->kind == ISN_DATE_AGO || k->fn[s0] == ISN_FN_KANA ||
           (s0 < d->first && k->fn[s0 + 1] == ISN_FN_KANA);
}

/* The days that an article tells for what stands in other sentences: `gives` of each date, whether it gives a day where none is known (bit 0)
 * and where one is (bit 1), and what it is background to; the last before a date that gives one anyway, the first from it on that gives one
 * where none is known; of each with the days of announcements left out, and with them. So that no claim walks them all. */
typedef struct days {
    const uint8_t *gives;
    uint32_t *last[2], *next[2];
} days;

/* Is the day told of a deed, and not of who claims it, or (`heads`) of who tells it? */
static bool of_deeds(const isn_work *k, const isn_date *d, uint32_t group, bool heads) {
    return !day_of_claiming(k, d) && !(d->flags & ISN_DF_PAST && of_the_noun_before(k, d, group)) &&
           (heads || !of_who_tells(k, d, k->s0[k->scan->words[d->first].sentence]));
}

static const uint8_t *days_given(const isn_work *k) {
    const isn_dates *dates = &k->m->dates;
    uint8_t *gives = isn_arena_alloc(k->arena, dates->len + 1);
    for (uint32_t i = 0; i < dates->len; i++) {
        bool known = gives_day(k, &dates->ptr[i], true);
        gives[i] = (uint8_t)(known << 1 | (known || gives_day(k, &dates->ptr[i], false)));
        uint32_t s0 = k->s0[k->scan->words[dates->ptr[i].first].sentence];
        if (gives[i] && of_the_motive(k, &dates->ptr[i], s0))
            gives[i] |= BACKGROUND;
        else if (gives[i] && of_what_came_before(k, &dates->ptr[i]))
            gives[i] |= ASIDE;
    }
    return gives;
}

static days find_days(const isn_work *k) {
    uint32_t n = k->m->dates.len;
    days d = {.gives = days_given(k)};
    for (unsigned heads = 0; heads < 2; heads++) {
        uint32_t *last = d.last[heads] = isn_arena_alloc(k->arena, (n + 1) * sizeof(*last));
        uint32_t *next = d.next[heads] = isn_arena_alloc(k->arena, (n + 1) * sizeof(*next));
        last[0] = next[n] = ISN_NONE;
        for (uint32_t i = 0; i < n; i++) {
            bool told = d.gives[i] && !(d.gives[i] & BACKGROUND) &&
                        of_deeds(k, &k->m->dates.ptr[i], ISN_NONE, heads);
            last[i + 1] = told && d.gives[i] & 2 && !(d.gives[i] & ASIDE) ? i : last[i];
            next[i] = told ? i : ISN_NONE;
        }
        for (uint32_t i = n; i-- > 0;)
            next[i] = next[i] != ISN_NONE ? i : next[i + 1];
    }
    return d;
}

/* A line that is nothing but a time of the clock: an item of a running report begins. */
static bool is_clock_line(const isn_work *k, uint32_t sentence) {
    uint32_t first = k->scan->sentence_word[sentence];
    uint32_t at = first < k->scan->nwords ? k->m->dates.at[first] : ISN_NONE;
    return at != ISN_NONE && k->m->dates.ptr[at].rule == ISN_RULE_CLOCK &&
           k->m->dates.ptr[at].last == k->scan->sentence_word[sentence + 1];
}

/* Where the items of a running report begin, as sentences; fewer than three are no such report. */
static const uint32_t *find_items(const isn_work *k, uint32_t *n) {
    enum { ITEMS = 3 };
    ISN_VEC(uint32_t) items = {.len = 0};
    for (uint32_t s = 0; s < k->scan->text->nsentences; s++)
        if (is_clock_line(k, s))
            *ISN_PUSH(k->arena, &items) = s;
    *n = items.len >= ITEMS ? items.len : 0;
    return items.ptr;
}

/* The first word of the item that the sentence stands in; 0 where the report has no items. */
static uint32_t item_start(const isn_work *k, const uint32_t *items, uint32_t n,
                           uint32_t sentence) {
    while (n > 0 && items[n - 1] > sentence)
        n--;
    return n > 0 ? k->scan->sentence_word[items[n - 1]] : 0;
}

typedef struct scope {
    uint32_t first, end; /* words: of the item, and after the sentence */
    uint32_t word;       /* of the deed */
    bool heads;          /* days of announcements count too */
    const isn_ev *e;
    const days *days;
} scope;

/* زار مدينة كذا التي شهدت أمس غارات: behind the deed in its sentence, and of what befell the town. */
static bool of_what_befell(const isn_work *k, const isn_date *d, const isn_ev *e) {
    return d->first >= e->last && k->scan->words[d->first].sentence == e->sentence &&
           of_another_noun(k, d, e, e->group);
}

/* قتل أربعة في قصف، فيما انتشلت جثث من منزل قصف أول أمس: behind the deed, of what is told in contrast. */
static bool behind_turn(const isn_work *k, const isn_date *d, const isn_ev *e) {
    return d->first >= e->last && k->scan->words[d->first].sentence == e->sentence &&
           of_the_other(k, d, e, e->group);
}

/* Does a date of the deed's own sentence give it a day (`bit` as in days.gives)? */
static bool gives_own(const isn_work *k, const scope *at, uint32_t i, unsigned bit, bool before) {
    const isn_date *d = &k->m->dates.ptr[i];
    bool aside = at->days->gives[i] & (bit == 2 ? BACKGROUND | ASIDE : BACKGROUND) &&
                 k->scan->words[d->first].sentence != at->e->sentence;
    return at->days->gives[i] & bit && !aside && of_deeds(k, d, at->e->group, at->heads) &&
           !of_what_befell(k, d, at->e) && !(before && of_a_later(k, d, at->word)) &&
           !behind_turn(k, d, at->e);
}

/* The first date that begins at the word or behind it. */
static uint32_t date_from(const isn_work *k, uint32_t word) {
    uint32_t lo = 0, hi = k->m->dates.len;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (k->m->dates.ptr[mid].first < word)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

static uint32_t day_before(const isn_work *k, const scope *at) {
    uint32_t from = date_from(k, at->first), end = date_from(k, at->end);
    uint32_t own = date_from(k, k->scan->sentence_word[at->e->sentence]);
    own = own > end ? end : own < from ? from : own;
    for (uint32_t i = end; i-- > own;)
        if (gives_own(k, at, i, 2, true))
            return i;
    uint32_t last = at->days->last[at->heads][own], next = at->days->next[at->heads][from];
    if (last != ISN_NONE && last >= from)
        return last;
    if (next < own)
        return next;
    for (uint32_t i = own; i < end; i++)
        if (gives_own(k, at, i, 1, true))
            return i;
    return ISN_NONE;
}

static uint32_t day_after(const isn_work *k, const scope *at) {
    uint32_t i = date_from(k, at->end);
    uint32_t end = date_from(k, k->scan->sentence_word[at->e->sentence + 1]);
    for (; i < end; i++)
        if (gives_own(k, at, i, 1, false))
            return i;
    return at->days->next[at->heads][i];
}

/* The last day told in the scope before its end, or the first after it. */
static const isn_date *day_near(const isn_work *k, const scope *at, bool before) {
    uint32_t i = before ? day_before(k, at) : day_after(k, at);
    return i != ISN_NONE ? &k->m->dates.ptr[i] : NULL;
}

/* What comes after dates a headline, and a report of no known day; else a day told later is that of another deed. */
static const isn_date *day_of_scope(const isn_work *k, uint32_t item, uint32_t sentence,
                                    const isn_ev *e, const days *told) {
    scope at = {
        item,     e->flags & ISN_TG_SPEECH ? e->first : k->scan->sentence_word[sentence + 1],
        e->first, false,
        e,        told};
    const isn_date *day = NULL;
    bool onward = item == 0 && (k->m->story.published == ISN_NO_DAY ||
                                k->block_role[sentence] == ISN_ROLE_TITLE);
    for (unsigned way = 0; day == NULL && way < (onward ? 4 : 2); way++) {
        at.heads = way & 1;
        day = day_near(k, &at, way < 2);
    }
    return day;
}

/* لاحقا, بعدها in the clause of the deed: it lies between the day told last and the report. */
static bool is_later(const isn_work *k, const isn_ev *e) {
    enum { CLAUSE = 12 };
    const isn_word *words = k->scan->words;
    uint32_t s1 = k->scan->sentence_word[e->sentence + 1];
    if (!(k->inside[e->sentence].times >> ISN_DW_LATER & 1))
        return false;
    for (uint32_t w = e->first + 1; w < s1 && w <= e->first + CLAUSE; w++) {
        if (words[w].flags & (ISN_WF_BREAK & ~(unsigned)ISN_WF_SIGN))
            break;
        if (date_word(k, w, ISN_DW_LATER, ISN_NO_INT))
            return true;
    }
    for (uint32_t w = e->first; w > k->s0[e->sentence] && e->first - w < CLAUSE; w--) {
        if (date_word(k, w - 1, ISN_DW_LATER, ISN_NO_INT)) /* not تحدث لاحقا عن مقتل أربعة */
            return w < k->s0[e->sentence] + 2 || !(k->wc[w - 2] & ISN_WC_SAY);
        if (words[w - 1].flags & (ISN_WF_BREAK & ~(unsigned)ISN_WF_SIGN))
            break;
    }
    return false;
}

/* The attack whose toll rose: told before or after, in the place of the update. */
static const isn_claim *toll_of(const isn_work *k, uint32_t update) {
    const isn_claim *c = &k->claims.ptr[update], *found = NULL;
    for (uint32_t i = 0; i < k->claims.len; i++) {
        const isn_claim *x = &k->claims.ptr[i];
        bool told = x->type == ISN_TY_INCIDENT || (x->type == ISN_TY_UPDATE && i < update);
        bool deed = told && x->event == c->event && !x->modality && !x->negative && x->date.known &&
                    !x->date.soft && x->date.start != ISN_NO_DAY;
        if (deed && isn_merge_places(c, x) >= (i > update) && (found == NULL || i < update))
            found = x;
    }
    return found;
}

/* هاجموا الموقع الأحد. وقالت الوزارة الثلاثاء إن ستة جنود قتلوا: a toll told by another right after the attack is of its day, and not of
 * that on which he spoke. The attack, or NULL. */
static const isn_claim *attack_before(const isn_work *k, uint32_t i) {
    enum { NEAR = 3 };
    const isn_claim *c = &k->claims.ptr[i];
    const isn_ev *e = &k->evs.ptr[k->claim_ev.ptr[i]];
    if (c->event != ISN_EV_ASSAULT || c->type != ISN_TY_INCIDENT || !c->date.soft ||
        !(e->flags & ISN_TG_CASUALTY) || c->nactors || c->nplaces || c->modality || c->negative)
        return NULL;
    for (uint32_t j = i; j-- > 0 && i - j <= NEAR;) {
        const isn_claim *a = &k->claims.ptr[j];
        if (a->event != ISN_EV_ASSAULT || a->negative)
            continue;
        bool near = k->evs.ptr[k->claim_ev.ptr[j]].sentence + 2 >= e->sentence;
        bool deed = a->type == ISN_TY_INCIDENT && !a->modality && a->date.known && !a->date.soft &&
                    a->date.start != ISN_NO_DAY && a->date.end < c->date.start && a->nplaces;
        return near && deed ? a : NULL;
    }
    return NULL;
}

/* "The toll of the attack rose to nine": of the day of the attack, not of the count. */
static void date_tolls(isn_work *k) {
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        const isn_claim *attack = attack_before(k, i);
        if (attack != NULL)
            c->date = attack->date;
        if (c->type != ISN_TY_UPDATE || (c->date.known && !c->date.soft))
            continue;
        const isn_claim *deed = toll_of(k, i);
        if (deed != NULL)
            c->date = deed->date;
    }
}

/* A deed told without a date lies in the scope of the date told last before it: "the source added that a force arrested
 * four"; before any date, of the first that follows; in a report without one, of the day it was published. */
static void carry_days(isn_work *k) {
    enum { LATER_DAYS = 14 };
    int32_t published = k->m->story.published;
    uint32_t nitems;
    const uint32_t *items = find_items(k, &nitems);
    days told = {NULL, {NULL, NULL}, {NULL, NULL}};
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        const isn_ev *e = &k->evs.ptr[k->claim_ev.ptr[i]];
        bool later = !c->date.known && !c->modality &&
                     (c->type == ISN_TY_INCIDENT || c->type == ISN_TY_AGGREGATE) && is_later(k, e);
        uint32_t s = k->claim_sentence.ptr[i], start = item_start(k, items, nitems, s);
        bool item = !c->date.known && !c->modality && c->type != ISN_TY_TALLY &&
                    c->type != ISN_TY_DENIAL && start != 0; /* of the day of the report */
        bool denied = !c->date.known && !c->modality && c->type == ISN_TY_DENIAL &&
                      isn_type_deed(c->event); /* what did not happen did not on that day */
        if ((!isn_when_inherits(c) && !later && !item && !denied) || isn_beside_counted(k, i))
            continue;
        if (told.gives == NULL)
            told = find_days(k);
        const isn_date *day = day_of_scope(k, start, s, e, &told);
        if (day != NULL && day->precision > 2 && e->flags & ISN_TG_SPEECH)
            day = NULL; /* what is said of last week was said after it */
        if (day != NULL)
            c->date = isn_when_of(k, day);
        else if (published != ISN_NO_DAY)
            c->date = (isn_rec_date){.known = true,
                                     .start = published,
                                     .end = published,
                                     .precision = 2,
                                     .anchor = published};
        c->date.soft |= denied;
        if (later && day != NULL && published > day->end && published - day->end <= LATER_DAYS) {
            c->date.end = published;
            c->date.precision = published - day->start < 6 ? 2 : 4;
        }
    }
}

/* ---- what is told of a deed afterwards ---------------------------------------------------------------------- */

/* جرت العملية، إن الحادث وقع، العملية، التي نفذت: does the verb say that the deed told before happened? Its noun tells of none by itself. */
static bool happened(const isn_work *k, const isn_ev *e) {
    uint32_t noun = e->last;
    if (e->first == 0)
        return false;
    if (noun >= k->scan->nwords || k->scan->words[noun].flags & ISN_WF_BREAK ||
        !isn_role_cue(k, noun, ISN_CUE_DEED))
        noun = e->first - 1 - (e->first > 1 && k->fn[e->first - 1] == ISN_FN_WHO);
    return isn_role_cue(k, noun, ISN_CUE_DEED) &&
           (isn_work_pre(k, noun, 0) & ISN_CL_AL || (noun > 0 && k->fn[noun - 1] == ISN_FN_THIS)) &&
           k->scan->words[noun].sentence == e->sentence;
}

/* The day told beside the verb. */
static const isn_date *day_beside(const isn_work *k, const isn_ev *e) {
    enum { AFTER = 8, BEFORE = 6 };
    uint32_t s1 = k->scan->sentence_word[e->sentence + 1];
    for (uint32_t w = e->last; w < s1 && w < e->last + AFTER; w++) {
        uint32_t at = k->m->dates.at[w];
        if (at != ISN_NONE && !dates_nothing(&k->m->dates.ptr[at]))
            return &k->m->dates.ptr[at];
        if (k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY))
            break;
    }
    for (uint32_t w = e->first; w > k->s0[e->sentence] && e->first - w < BEFORE; w--) {
        uint32_t at = k->m->dates.at[w - 1];
        if (k->wc[w - 1] & (ISN_WC_VERB | ISN_WC_SAY))
            break;
        if (at != ISN_NONE && !dates_nothing(&k->m->dates.ptr[at]))
            return &k->m->dates.ptr[at];
    }
    return NULL;
}

/* "The operation took place yesterday at dawn" dates the deed told last, where nothing else does. */
static void date_told(isn_work *k, const isn_ev *e) {
    isn_claim *told = NULL;
    for (uint32_t i = 0; i < k->claims.len; i++) {
        const isn_ev *one = &k->evs.ptr[k->claim_ev.ptr[i]];
        if (one < e && isn_type_deed(k->claims.ptr[i].event) && !k->claims.ptr[i].modality &&
            (told == NULL || one->sentence != e->sentence || one->first < e->first))
            told = &k->claims.ptr[i];
    }
    const isn_date *day = told ? day_beside(k, e) : NULL;
    if (day == NULL || (told->date.known && !told->date.soft) || told->type == ISN_TY_TALLY ||
        (day->kind != ISN_DATE_AT && day->kind != ISN_DATE_AGO) || day->flags & ISN_DF_FUTURE)
        return;
    told->date = isn_when_of(k, day);
}

static void date_deeds(isn_work *k) {
    for (uint32_t i = 0; i < k->evs.len; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->verb && e->flags & ISN_TG_LIGHT && !e->event && happened(k, e))
            date_told(k, e);
    }
}

/* ---- what deadlines are counted from ------------------------------------------------------------------------- */

/* الاتفاق يقضي بتسليم السلاح خلال خمسة أيام: the agreement's claim, when its day is told. */
static const isn_claim *agreement(const isn_work *k, uint32_t claim) {
    uint32_t s = k->claim_sentence.ptr[claim];
    bool named = false;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++)
        named |= k->evs.ptr[i].event == ISN_EV_AGREE;
    for (uint32_t i = 0; named && i < k->claims.len; i++)
        if (i != claim && k->claims.ptr[i].event == ISN_EV_AGREE && k->claims.ptr[i].date.known)
            return &k->claims.ptr[i];
    return NULL;
}

/* Is the day told in the sentence of the claim, or taken over from one before and not far back? */
static bool own_day(const isn_work *k, const isn_claim *c) {
    enum { BACK = 2 };
    bool told = c->date.mark.text.len && c->date.mark.start >= c->evidence.start &&
                c->date.mark.end <= c->evidence.end;
    return c->date.known && (told || c->date.end >= k->m->story.published - BACK);
}

/* "On Sunday the leaders gave them a week" is counted from Sunday, "the agreement of last week gives them five days"
 * from no day that is told. */
static void count_deadlines(isn_work *k) {
    int32_t published = k->m->story.published;
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        if (!c->deadline.known || published == ISN_NO_DAY || c->deadline.anchor != published ||
            c->deadline.start != published || c->deadline.end == ISN_NO_DAY)
            continue;
        const isn_claim *base = own_day(k, c) ? c : agreement(k, i);
        if (base == NULL || base->date.end == ISN_NO_DAY || base->date.end >= published)
            continue;
        if (base->date.start != base->date.end) {
            c->deadline = (isn_rec_date){0};
            continue;
        }
        c->deadline.end -= published - base->date.end;
        c->deadline.start = c->deadline.anchor = base->date.end;
    }
}

void isn_when_carry(isn_work *k) {
    date_deeds(k);
    date_tolls(k);
    isn_beside_count(k);
    carry_days(k);
    isn_beside_dates(k);
    count_deadlines(k);
}
