/* date_tie.c: expressions of time that belong together: since an event and its day, a first day and how long, a respite and
 * its last day. Runs over what date.c has found. See datework.h. */
#include "match/datework.h"

/* Can the word be nothing but a finite verb? */
static bool only_finite(const isn_scan *scan, uint32_t word) {
    const uint32_t verbs = 1u << ISN_T_TRIGGER | 1u << ISN_T_SPEECH | 1u << ISN_T_CUE;
    bool verb = false;
    if (!(scan->word_tables[word] & verbs))
        return false;
    for (uint32_t h = scan->word_hit[word]; h < scan->word_hit[word + 1]; h++)
        for (unsigned s = 0; s < scan->hits[h].nsenses; s++) {
            unsigned kind = scan->hits[h].senses[s].form & ISN_FORM_KIND;
            if (kind != ISN_FORM_PERF && kind != ISN_FORM_IMPF)
                return false;
            verb = true;
        }
    return verb;
}

/* التي، الذين: the clause of a noun begins here; and so one does behind منذ أن. */
static bool relative(const isn_scan *scan, uint32_t word) {
    const isn_hit *hit;
    if (!(scan->word_tables[word] & 1u << ISN_T_FUNC))
        return false;
    const isn_sense *s = isn_match_sense(&hit, scan, word, ISN_T_FUNC);
    int32_t kind = s ? isn_lex_int(scan->lex, ISN_T_FUNC, s->row, ISN_FUNC_KIND) : -1;
    return kind == ISN_FN_WHO || kind == ISN_FN_THAT;
}

/* منذ اندلاع, منذ بدء: the beginning of something stands right behind. */
static bool beginning(const isn_scan *scan, uint32_t word) {
    return word < scan->nwords && !(scan->words[word].reading[0].pre & ISN_CL_AL) &&
           scan->word_tables[word] & (1u << ISN_T_TRIGGER | 1u << ISN_T_CUE | 1u << ISN_T_DATEWORD);
}

/* منذ اندلاع الحرب في السابع من أكتوبر، منذ بدء الحملة التي تشنها القوات على المدينة في نوفمبر: from that day on. */
static void since_event(isn_dates *dates, uint32_t i, const isn_scan *scan, int32_t anchor) {
    enum { EVENT = 7, LONG = 16 };
    isn_date *d = &dates->ptr[i];
    uint32_t before = i > 0 ? dates->ptr[i - 1].last : 0;
    if ((d->kind != ISN_DATE_AT && d->kind != ISN_DATE_AGO) || d->start == ISN_NO_DAY ||
        d->flags & ISN_DF_TIME || (anchor != ISN_NO_DAY && d->start > anchor))
        return;
    for (uint32_t w = d->first; w-- > before && d->first - w <= LONG;) {
        isn_dateword since;
        if (scan->words[w + 1].flags & (ISN_WF_BREAK & ~(unsigned)ISN_WF_SIGN))
            return;
        if (!isn_date_word(&since, scan, w, ISN_DW(SINCE), ISN_CL_WAW) || since.last > d->first) {
            if (only_finite(scan, w) && /* منذ تفجر النزاع: a noun */
                (w == before || (!isn_date_word(&since, scan, w - 1, ISN_DW(SINCE), ISN_CL_WAW) &&
                                 !relative(scan, w - 1))))
                return;
            continue;
        }
        if (d->first - w <= EVENT)
            d->first = w;
        else if (beginning(scan, since.last))
            d->flags |= ISN_DF_EVENT; /* who and where stands between is read as elsewhere */
        else
            return;
        if (d->kind == ISN_DATE_AGO && d->other != ISN_NO_DAY)
            d->start = d->other; /* منذ انطلاقها قبل شهر: to the day */
        d->kind = ISN_DATE_SINCE;
        d->end = anchor;
        d->precision = isn_date_precision(d->start, d->end);
        return;
    }
}

static void last_from(isn_date *d, const isn_date *length) {
    d->kind = ISN_DATE_PERIOD;
    d->end = d->start + length->days - 1;
    d->flags &= (uint16_t)~ISN_DF_FUTURE;
    d->precision = isn_date_precision(d->start, d->end);
}

static bool begins_to_come(const isn_date *d, int32_t anchor) {
    if (d->kind == ISN_DATE_SINCE)
        return d->end == ISN_NO_DAY && d->start != ISN_NO_DAY;
    return d->kind == ISN_DATE_AT && d->start == d->end && anchor != ISN_NO_DAY &&
           d->start > anchor;
}

/* من السبت ولمدة أربعة أيام، تبدأ السبت وتستمر أسبوعا */
static bool from_day_on(isn_date *d, const isn_date *length, const isn_scan *scan, int32_t anchor) {
    if (!begins_to_come(d, anchor) || length->kind != ISN_DATE_DURATION || length->days < 1 ||
        length->first > d->last + 1 || scan->words[length->first].flags & ISN_WF_STOP)
        return false;
    last_from(d, length);
    d->last = length->last;
    return true;
}

/* لمدة 72 ساعة اعتبارا من السبت */
static bool so_long_from(isn_date *length, const isn_date *d, const isn_scan *scan,
                         int32_t anchor) {
    if (!begins_to_come(d, anchor) || length->kind != ISN_DATE_DURATION || length->days < 1 ||
        d->first > length->last + 1 || scan->words[d->first].flags & ISN_WF_STOP)
        return false;
    isn_date whole = *d;
    last_from(&whole, length);
    whole.first = length->first;
    *length = whole;
    return true;
}

/* مهلة 48 ساعة، تنتهي مساء الأحد: the day that is told ends it, not the count. */
static void end_of_respite(isn_date *d, const isn_date *end, const isn_scan *scan) {
    enum { BETWEEN = 3 };
    if (d->kind == ISN_DATE_WITHIN && end->kind == ISN_DATE_UNTIL && end->flags & ISN_DF_DEADLINE &&
        end->first <= d->last + BETWEEN && !(scan->words[end->first].flags & ISN_WF_STOP))
        d->kind = ISN_DATE_DURATION;
}

/* مساء السبت وفجر الأحد، أمس واليوم: two days that follow one another. */
static bool and_next(isn_date *d, const isn_date *next, const isn_scan *scan) {
    enum { DAYS = 3 };
    bool days = d->kind == ISN_DATE_AT && next->kind == ISN_DATE_AT && d->start != ISN_NO_DAY &&
                next->start == next->end && d->start == d->end && next->start > d->start &&
                next->start - d->start <= DAYS;
    if (!days || next->first != d->last || scan->words[next->first].flags & ISN_WF_BREAK ||
        !(scan->words[next->first].reading[0].pre & ISN_CL_WAW) ||
        (d->flags | next->flags) & ISN_DF_TIME)
        return false;
    d->end = next->end;
    d->last = next->last;
    d->precision = isn_date_precision(d->start, d->end);
    return true;
}

/* أمس لليوم الثامن على التوالي: so many days up to that one. */
static void up_to_day(isn_date *run, const isn_date *day) {
    if (run->rule != ISN_RULE_RANK || run->kind != ISN_DATE_PERIOD || day->kind != ISN_DATE_AT ||
        run->first > day->last + 1 || day->start == ISN_NO_DAY || day->start != day->end ||
        run->end == ISN_NO_DAY || day->end >= run->end || run->start == ISN_NO_DAY)
        return;
    run->start -= run->end - day->end;
    run->end = day->end;
}

/* منذ مطلع العام وحتى نهاية يونيو، من الأحد وحتى فجر الاثنين: a time that is over. The end is that after the beginning. */
static bool since_until(isn_date *d, const isn_date *until, const isn_scan *scan, int32_t anchor) {
    uint32_t last;
    bool from = d->kind == ISN_DATE_AT && d->first > 0 &&
                isn_func_at(&last, scan, d->first - 1, ISN_FN_MIN) && last == d->first;
    if ((d->kind != ISN_DATE_SINCE && !from) || until->kind != ISN_DATE_UNTIL ||
        until->first != d->last || scan->words[until->first].flags & ISN_WF_BREAK ||
        d->start == ISN_NO_DAY || until->end == ISN_NO_DAY || until->flags & ISN_DF_DEADLINE ||
        anchor == ISN_NO_DAY)
        return false;
    const int32_t ends[] = {until->end, isn_day_add(until->end, -1, ISN_G_YEAR), until->other};
    unsigned tries = until->rule == ISN_RULE_WEEKDAY ? 3 : until->flags & ISN_DF_YEARLESS ? 2 : 1;
    for (unsigned i = 0; i < tries; i++) {
        if (ends[i] == ISN_NO_DAY || ends[i] < d->start || ends[i] > anchor ||
            (i == 1 && tries == 3))
            continue;
        if (from)
            d->kind = ISN_DATE_PERIOD;
        d->end = ends[i];
        d->last = until->last;
        d->precision = isn_date_precision(d->start, d->end);
        return true;
    }
    return false;
}

void isn_date_tie(isn_dates *dates, const isn_scan *scan, int32_t anchor) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < dates->len; i++) {
        since_event(dates, i, scan, anchor);
        isn_date *before = kept > 0 ? &dates->ptr[kept - 1] : NULL;
        if (before != NULL) {
            end_of_respite(before, &dates->ptr[i], scan);
            up_to_day(&dates->ptr[i], before);
            if (since_until(before, &dates->ptr[i], scan, anchor) ||
                from_day_on(before, &dates->ptr[i], scan, anchor) ||
                and_next(before, &dates->ptr[i], scan) ||
                so_long_from(before, &dates->ptr[i], scan, anchor))
                continue; /* one expression now */
        }
        dates->ptr[kept++] = dates->ptr[i];
    }
    dates->len = kept;
}
