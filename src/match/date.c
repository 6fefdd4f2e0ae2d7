/* date.c: expressions of time → intervals of days. Left of it: number.c, and the cores and lengths of the other
 * date files. Right of it: claim/, which ties them to what happened, and parts.c for datelines.
 *
 * An expression is a core (a point or period of the calendar) or a length of time, under a word that governs
 * it: since (منذ), until (حتى، بحلول), before (قبل), during (خلال), within (في مهلة أقصاها). Two cores make a
 * range: من 26 يونيو إلى 2 يوليو. */
#include <string.h>

#include "match/datework.h"

typedef struct work {
    isn_datework base;
    uint32_t
        near; /* the first word, from the last asked about on, that a number may count towards */
    isn_clock time; /* told before the day that is being read; `last` 0: none */
    bool lone;      /* the text is to be one expression */
    bool deadline;  /* the governor that is being read names one */
    ISN_VEC(isn_date) out;
} work;

#define PROCLITICS (ISN_CL_WAW | ISN_CL_FEH | ISN_CL_BEH | ISN_CL_LAM)
#define GOVERNORS                                                                                  \
    (ISN_DW(SINCE) | ISN_DW(AGO) | ISN_DW(AFTER) | ISN_DW(DURING) | ISN_DW(UNTIL) |                \
     ISN_DW(DEADLINE))

enum {
    AT_NIGHT = 122 /* datewords.tsv: ليلا */,
    BESIDE = 2 /* there: before or after the day told before, by a length with ب */,
    LONGEST_LONE = 24 /* words */
};

static bool broken(const isn_scan *scan, uint32_t at) {
    return at >= scan->nwords || (scan->words[at].flags & ISN_WF_BREAK) != 0;
}

/* ---- what is to come ------------------------------------------------------------------------------ */

/* Words that begin what is said, granted or promised; a day before them is that of the verb. */
static bool opens_content(const isn_scan *scan, uint32_t word) {
    uint32_t last;
    uint8_t pre = scan->words[word].reading[0].pre;
    if (pre & ISN_CL_BEH ||
        ((scan->word_tables[word] & (1u << ISN_T_TRIGGER)) && !(pre & ISN_CL_AL)))
        return true;
    return isn_match_kind(&last, scan, word, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_THAT, 0xff);
}

/* تعهدت ألمانيا، الخميس، بتقديم: the day on which it was promised. */
static bool day_of_promise(const isn_scan *scan, uint32_t cue, uint32_t at) {
    bool past = false;
    for (uint32_t h = scan->word_hit[cue]; h < scan->word_hit[cue + 1]; h++)
        for (unsigned s = 0; s < scan->hits[h].nsenses; s++)
            past |= (scan->hits[h].senses[s].form & ISN_FORM_KIND) == ISN_FORM_PERF;
    for (uint32_t w = cue + 1; w < at && past; w++)
        past = !opens_content(scan, w);
    return past;
}

/* A word before it in the sentence says that the act is to come: سيجتمع, سوف, من المقرر. */
static bool future_before(const isn_scan *scan, uint32_t at) {
    uint32_t start = scan->sentence_word[scan->words[at].sentence], last;
    for (uint32_t back = at; back > start && at - back < 12;) {
        if (scan->words[back].flags & (ISN_WF_UNQUOTE | ISN_WF_COLON | ISN_WF_DOTS))
            return false;
        back--;
        if (isn_match_will(scan, back))
            return true;
        if (isn_match_kind(&last, scan, back, ISN_T_CUE, ISN_CUE_KIND, ISN_CUE_FUTURE, 0xff) &&
            day_of_promise(scan, back, at))
            return false;
        if (isn_match_kind(&last, scan, back, ISN_T_CUE, ISN_CUE_KIND, ISN_CUE_FUTURE, 0xff) ||
            isn_match_kind(&last, scan, back, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_SAWFA, 0xff))
            return true;
    }
    return false;
}

/* The verb last before it is past: قتل قبل عيد الفطر. Of حتى only verbs that go on count: "استمر القتال حتى الاثنين", but
 * "مددت المحكمة حبسه حتى الاثنين". */
static bool past_before(const isn_scan *scan, uint32_t at, unsigned kind) {
    uint32_t start = scan->sentence_word[scan->words[at].sentence];
    for (uint32_t back = at; back-- > start && at - back < 12;) {
        bool past = false, verb = false, goes_on = false;
        if (scan->word_tables[back] & (1u << ISN_T_SPEECH) ||
            !(scan->word_tables[back] & (1u << ISN_T_TRIGGER | 1u << ISN_T_CUE)))
            continue; /* those who speak, and ask, speak of any time */
        for (uint32_t h = scan->word_hit[back]; h < scan->word_hit[back + 1]; h++)
            for (unsigned s = 0; s < scan->hits[h].nsenses; s++) {
                const isn_sense *sense = &scan->hits[h].senses[s];
                if (sense->table != ISN_T_TRIGGER && sense->table != ISN_T_CUE)
                    continue;
                past |= (sense->form & ISN_FORM_KIND) == ISN_FORM_PERF;
                verb |= (sense->form & ISN_FORM_KIND) == ISN_FORM_IMPF;
                goes_on |=
                    sense->table == ISN_T_CUE &&
                    isn_lex_int(scan->lex, ISN_T_CUE, sense->row, ISN_CUE_KIND) == ISN_CUE_CONTINUE;
            }
        if (verb || past)
            return past && !verb && (kind == ISN_DW_AGO || goes_on);
    }
    return false;
}

/* يدخل الاتفاق حيز التنفيذ الأحد: a report that begins with a verb in the present, and tells nothing past before the day. */
static bool present_begins(const isn_scan *scan, uint32_t at) {
    uint32_t start = scan->sentence_word[scan->words[at].sentence];
    bool present = false;
    if (scan->word_tables[start] & (1u << ISN_T_FUNC))
        return false; /* تمت العملية، جرت: of function.tsv, and not "you die" */
    for (uint32_t w = start; w < at; w++) {
        bool past = false, noun = false;
        for (uint32_t h = scan->word_hit[w]; h < scan->word_hit[w + 1]; h++)
            for (unsigned s = 0; s < scan->hits[h].nsenses; s++) {
                unsigned form = scan->hits[h].senses[s].form & ISN_FORM_KIND;
                past |= form == ISN_FORM_PERF;
                present |= form == ISN_FORM_IMPF && w == start;
                noun |= form != ISN_FORM_PERF && form != ISN_FORM_IMPF;
            }
        if (past && (!noun || (w == start && present)))
            return false; /* توصل الطرفان may be either, and is past in a report */
    }
    return present;
}

/* هدنة تبدأ مساء السبت: a verb in the present right before the day. */
static bool present_before(const isn_scan *scan, uint32_t at) {
    if (at == 0 || scan->words[at].flags & ISN_WF_BREAK)
        return false;
    bool present = false;
    uint32_t last;
    for (uint32_t h = scan->word_hit[at - 1]; h < scan->word_hit[at]; h++)
        for (unsigned s = 0; s < scan->hits[h].nsenses; s++) {
            if ((scan->hits[h].senses[s].form & ISN_FORM_KIND) != ISN_FORM_IMPF)
                return false;
            present = true;
        }
    return present && !(at > 1 && (isn_func_at(&last, scan, at - 2, ISN_FN_KANA) ||
                                   isn_func_at(&last, scan, at - 2, ISN_FN_LAM)));
}

static bool is_to_come(const isn_scan *scan, uint32_t first, unsigned kind) {
    isn_dateword from;
    if (kind == ISN_DW_SINCE && isn_date_word(&from, scan, first, ISN_DW(SINCE), PROCLITICS) &&
        from.value == 1)
        return true; /* ابتداء من السبت */
    if (kind == ISN_DW_UNTIL || kind == ISN_DW_DEADLINE || kind == ISN_DW_AGO)
        return !past_before(scan, first, kind) || future_before(scan, first);
    return future_before(scan, first);
}

/* ---- emission --------------------------------------------------------------------------------------- */

static uint32_t emit(work *w, const isn_date *date) {
    isn_date *d = ISN_PUSH(w->base.arena, &w->out);
    *d = *date;
    if (w->deadline && d->kind != ISN_DATE_DURATION)
        d->flags |= ISN_DF_DEADLINE;
    if (d->precision == 0)
        d->precision = isn_date_precision(d->start, d->end);
    return d->last;
}

static isn_date blank(uint32_t first, uint32_t last, unsigned kind) {
    return (isn_date){.first = first,
                      .last = last,
                      .start = ISN_NO_DAY,
                      .end = ISN_NO_DAY,
                      .kind = (uint8_t)kind,
                      .anchor = ISN_NO_DAY,
                      .other = ISN_NO_DAY,
                      .rule = ISN_RULE_LENGTH,
                      .from = ISN_NO_TIME,
                      .to = ISN_NO_TIME};
}

/* The day told last before, from which "that day" and "two days later" are counted, or NULL. */
static const isn_date *told_before(const work *w, bool day) {
    enum { FAR_BACK = 32 };
    for (uint32_t i = w->out.len; i-- > 0 && w->out.len - i < FAR_BACK;) {
        const isn_date *d = &w->out.ptr[i];
        if (d->start != ISN_NO_DAY && d->kind != ISN_DATE_WITHIN &&
            (!day || (d->precision <= 2 && d->kind != ISN_DATE_SINCE)))
            return d;
    }
    return NULL;
}

/* أمهل القادة العسكريين أسبوعا: the length is a deadline. */
static bool granted(const isn_scan *scan, uint32_t at) {
    uint32_t start = scan->sentence_word[scan->words[at].sentence];
    for (uint32_t back = at; back-- > start && at - back < 30;) {
        if (!(scan->word_tables[back] & (1u << ISN_T_DATEWORD)) ||
            !(isn_date_kinds(scan, back) & ISN_DW(DEADLINE)))
            continue;
        for (uint32_t h = scan->word_hit[back]; h < scan->word_hit[back + 1]; h++)
            for (unsigned s = 0; s < scan->hits[h].nsenses; s++)
                if (scan->hits[h].senses[s].table == ISN_T_DATEWORD &&
                    isn_lex_int(scan->lex, ISN_T_DATEWORD, scan->hits[h].senses[s].row,
                                ISN_DATEWORD_VALUE) == 1)
                    return true;
        return false;
    }
    return false;
}

/* ---- cores under a governor ---------------------------------------------------------------------------- */

static bool in_past(const isn_date *d, int32_t anchor) {
    return anchor != ISN_NO_DAY && d->start != ISN_NO_DAY && d->start <= anchor;
}

/* The core's interval as the governor makes it. */
static void govern(isn_date *d, unsigned kind, int32_t anchor, bool future) {
    switch (kind) {
    case ISN_DW_SINCE:
        d->kind = ISN_DATE_SINCE;
        if (in_past(d, anchor) || anchor == ISN_NO_DAY)
            d->end = anchor;
        else
            d->end = ISN_NO_DAY; /* from a day to come on */
        break;
    case ISN_DW_UNTIL:
    case ISN_DW_DEADLINE:
    case ISN_DW_AGO: /* قبل الأول من نيسان: before it */
        d->kind = ISN_DATE_UNTIL;
        d->start = ISN_NO_DAY;
        if (d->other_by == ISN_BY_COUNT)
            d->end = d->other; /* قبل منتصف أكتوبر: the fifteenth */
        break;
    case ISN_DW_AFTER:
        d->kind = ISN_DATE_SINCE;
        d->start = d->end;
        d->end = in_past(d, anchor) ? anchor : ISN_NO_DAY;
        break;
    case ISN_DW_DURING:
        d->kind = ISN_DATE_PERIOD;
        if (!in_past(d, anchor) || d->end <= anchor || d->flags & ISN_DF_FUTURE)
            break;
        if (future) { /* سيدفع خلال العام الجاري */
            d->kind = ISN_DATE_WITHIN;
            d->start = anchor;
        } else {
            d->end = anchor;
        }
        break;
    default: return;
    }
    if (d->other_by == ISN_BY_COUNT)
        d->other = ISN_NO_DAY, d->other_by = ISN_BY_NONE; /* a period now */
    d->precision = isn_date_precision(d->start, d->end);
}

static bool bare_month(const isn_core *c) {
    return c->kind == ISN_CORE_DATE && c->month != 0 && c->day == 0 && c->weekday < 0;
}

/* في يناير وفبراير: the month after it, which و joins. */
static bool next_month(isn_core *a, isn_core *b, const isn_scan *scan, uint32_t at) {
    bool bare = a->kind == ISN_CORE_DATE && a->month != 0 && a->day == 0 && a->dir == ISN_DIR_NONE;
    if (!bare || broken(scan, at))
        return false;
    uint32_t from = isn_word_is_and(scan, at) ? at + 1 : at;
    if (from == at && !(scan->words[at].reading[0].pre & ISN_CL_WAW))
        return false;
    if (from >= scan->nwords || !isn_core_read(b, scan, from, true) || b->kind != ISN_CORE_DATE ||
        b->day != 0 || b->month != a->month % 12 + 1)
        return false;
    if (a->year == 0 && b->year != 0)
        a->year = b->month == 1 ? b->year - 1 : b->year;
    return true;
}

/* خلال الفترة 15 أبريل وحتى 15 يوليو: a day, and و with the word behind it, tell a span without من. */
static bool and_until(const isn_scan *scan, const isn_core *a) {
    const isn_token *token = &scan->text->tokens[scan->words[a->last].token];
    return a->kind == ISN_CORE_DATE && (a->day != 0 || a->month != 0) &&
           scan->text->fold[token->fold] == ISN_F_WAW;
}

/* "من 26 يونيو إلى 2 يوليو 2019", "بين 3 آذار و5 نيسان": the second core, and what the first lacks. */
static bool second_core(isn_core *a, isn_core *b, const isn_scan *scan) {
    uint32_t at = a->last, from;
    isn_dateword until;
    bool opened = a->first > 0 && (isn_func_at(&from, scan, a->first - 1, ISN_FN_MIN) ||
                                   isn_func_at(&from, scan, a->first - 1, ISN_FN_BAYN));
    bool between = a->first > 0 && isn_func_at(&from, scan, a->first - 1, ISN_FN_BAYN);
    if (at >= scan->nwords)
        return false;
    if (!between && next_month(a, b, scan, at))
        return true;
    bool dash = (scan->words[at].flags & (ISN_WF_DASH | ISN_WF_HYPHEN)) != 0 &&
                !(scan->words[at].flags & (ISN_WF_BREAK & ~(unsigned)ISN_WF_DASH));
    if (dash) {
        from = at;
    } else if (broken(scan, at) && !(between && !isn_date_broken(scan, at, ISN_WF_COMMA))) {
        return false;
    } else if (and_until(scan, a) && isn_date_word(&until, scan, at, ISN_DW(UNTIL), ISN_CL_WAW)) {
        from = until.last;
        opened = true;
    } else if (opened && (isn_func_at(&from, scan, at, ISN_FN_ILA) ||
                          isn_date_word(&until, scan, at, ISN_DW(UNTIL), ISN_CL_WAW))) {
        if (!isn_func_at(&from, scan, at, ISN_FN_ILA))
            from = until.last;
    } else if (between || bare_month(a)) {
        from = isn_word_is_and(scan, at) ? at + 1 : at;
    } else {
        return false;
    }
    if (from >= scan->nwords || !isn_core_read(b, scan, from, true))
        return false;
    if (!opened && !dash && !(bare_month(b) && b->month == a->month % 12 + 1))
        return false; /* في يناير وفبراير; not أمس والأحد */
    bool months = a->kind == ISN_CORE_DATE && (a->day != 0) != (b->day != 0);
    bool part = opened && !between && a->part != ISN_PART_WHOLE; /* من مطلع فبراير حتى 10 مارس */
    if (a->kind != b->kind || (months && !part && !(between && a->year && b->year)))
        return false; /* but بين يناير 2016 و14 أكتوبر 2017 */
    if (a->kind == ISN_CORE_DATE && a->year == 0 && b->year != 0)
        a->year = b->year;
    return true;
}

/* The day that the other tense would have made of it, for those who read without one. */
static void set_other(isn_date *d, const isn_core *core, int32_t anchor, bool future) {
    isn_date other;
    bool free = core->dir == ISN_DIR_NONE && core->week_dir == ISN_DIR_NONE && !core->same &&
                core->year_dir == ISN_DIR_NONE && core->month_dir == ISN_DIR_NONE;
    bool open = core->kind == ISN_CORE_WEEKDAY || (d->flags & ISN_DF_YEARLESS) ||
                (core->kind == ISN_CORE_DATE && core->month == 0 && core->day != 0);
    if (!free || !open || anchor == ISN_NO_DAY || d->other != ISN_NO_DAY)
        return;
    if (core->kind == ISN_CORE_WEEKDAY && d->start == anchor && !future)
        d->other = anchor + 7;
    else if (isn_core_resolve(&other, core, anchor, !future) && other.start != d->start)
        d->other = other.start;
    else
        return;
    d->other_by = ISN_BY_TENSE;
}

/* الخميس الساعة 8 ; 6 يناير 2015، الساعة 05:16 مساء ; السبت من الساعة 9 حتى 11 */
static void take_clock(isn_date *d, const isn_scan *scan) {
    isn_clock clock;
    uint32_t from, at = d->last;
    if (isn_date_broken(scan, at, ISN_WF_COMMA | ISN_WF_PAREN | ISN_WF_DASH))
        return;
    if (isn_func_at(&from, scan, at, ISN_FN_MIN) || isn_func_at(&from, scan, at, ISN_FN_FI))
        at = from;
    if (at >= scan->nwords || !isn_clock_read(&clock, scan, at))
        return;
    d->last = clock.last;
    d->from = clock.from;
    d->to = clock.to;
}

/* ثورة 25 يناير, شارع 14 تموز, حرب تموز: a name, where no year is said and no weekday. */
static bool only_a_name(const isn_scan *scan, const isn_core *core, uint32_t first) {
    isn_dateword named;
    return core->kind == ISN_CORE_DATE && core->month != 0 && core->year == 0 &&
           core->weekday < 0 && core->dir == ISN_DIR_NONE && core->year_dir == ISN_DIR_NONE &&
           core->part == ISN_PART_WHOLE && first == core->first && first > 0 &&
           !broken(scan, first) && isn_date_word(&named, scan, first - 1, ISN_DW(NAMED), 0xff) &&
           named.last == first && !(named.pre & ISN_CL_AL);
}

static uint32_t finish_core(work *w, isn_core *core, unsigned kind, uint32_t first) {
    const isn_scan *scan = w->base.scan;
    if (only_a_name(scan, core, first))
        return core->last;
    int32_t anchor = w->base.anchor;
    isn_core other;
    isn_date d, e;
    bool future = is_to_come(scan, first, kind) ||
                  (core->kind == ISN_CORE_WEEKDAY && kind != ISN_DW_SINCE && /* يقصف منذ الأحد */
                   (present_begins(scan, first) || present_before(scan, first)));
    bool range = second_core(core, &other, scan);
    const isn_date *before = core->same ? told_before(w, core->kind == ISN_CORE_DAY) : NULL;
    if (before != NULL) /* of the month of the date before */
        anchor = before->start;
    bool counted = isn_core_resolve(&d, core, anchor, future);
    if (counted && before != NULL && core->kind == ISN_CORE_DAY && core->grain == ISN_G_HOUR &&
        before->end == before->start + 1) {
        d.end = before->end; /* ليل السبت الأحد … في الليلة ذاتها */
        d.precision = before->precision;
    }
    if (counted && kind == ISN_DW_SINCE && !future && core->dir == ISN_DIR_NONE &&
        d.flags & ISN_DF_YEARLESS && d.start != ISN_NO_DAY && d.start > anchor) {
        core->dir = ISN_DIR_LAST; /* منذ يناير, said in November: the one that was */
        isn_core_resolve(&d, core, anchor, future);
        core->dir = ISN_DIR_NONE;
    }
    if (core->weekday_last != 0 &&
        (!counted || (d.flags & ISN_DF_CLASH))) { /* "Friday 15 shells" */
        core->kind = ISN_CORE_WEEKDAY;
        core->last = core->weekday_last;
        counted = isn_core_resolve(&d, core, anchor, future);
        range = false;
    }
    if (!counted && core->nth != 0 && anchor != ISN_NO_DAY)
        return core->last; /* the fifth Sunday of a month with four */
    if (!counted && core->kind == ISN_CORE_DATE && (anchor != ISN_NO_DAY || core->year != 0))
        return core->last; /* no such day: 29 فبراير 2023 */
    d.first = first;
    uint32_t from;
    if (core->day2 > core->day && core->first > 0 &&
        isn_func_at(&from, scan, core->first - 1, ISN_FN_BAYN))
        d.kind = ISN_DATE_PERIOD; /* بين 15 و17 يونيو */
    set_other(&d, core, anchor, future);
    w->deadline |= kind == ISN_DW_UNTIL && granted(scan, first);
    govern(&d, kind, w->base.anchor, future);
    if (range) {
        if (other.same && d.start != ISN_NO_DAY) /* من يناير 2014 حتى مارس من العام نفسه */
            isn_core_resolve(&e, &other, d.start, future);
        else
            isn_core_resolve(&e, &other, anchor, future);
        if (e.end != ISN_NO_DAY && d.start != ISN_NO_DAY && e.end >= d.start) {
            d.end = e.end;
            d.last = e.last;
            d.kind = ISN_DATE_PERIOD;
            d.precision = isn_date_precision(d.start, d.end);
        }
    }
    if (core->kind == ISN_CORE_PERIOD && core->dir == ISN_DIR_THIS && kind == ISN_DW_SINCE &&
        core->part == ISN_PART_WHOLE && d.start == ISN_NO_DAY)
        d.start = anchor;
    if (w->time.last != 0) {
        d.from = w->time.from;
        d.to = w->time.to;
        w->time.last = 0;
    } else if (d.precision <= 2) {
        take_clock(&d, scan);
    }
    return emit(w, &d);
}

/* ---- "between the years 2014 and 2016", "the years 2011-2014" ------------------------------------------------------------------------ */

static uint32_t year_pair(work *w, uint32_t at) {
    const isn_scan *scan = w->base.scan;
    isn_dateword unit;
    isn_numeral a, b;
    if (!isn_date_word(&unit, scan, at, ISN_DW(UNIT), PROCLITICS) || unit.grain != ISN_G_YEAR ||
        (unit.form & ISN_FORM_NUMBER) == ISN_FORM_SG || broken(scan, unit.last) ||
        !isn_numeral_read(&a, scan, unit.last, UINT32_MAX) || a.last >= scan->nwords)
        return 0;
    uint32_t from = isn_word_is_and(scan, a.last) ? a.last + 1 : a.last;
    isn_func_at(&from, scan, from, ISN_FN_ILA);
    if (isn_date_broken(scan, from, ISN_WF_DASH) || !isn_numeral_read(&b, scan, from, UINT32_MAX) ||
        a.whole < 1000 || b.whole <= a.whole || b.whole > 2200)
        return 0;
    isn_date d = blank(at, b.last, ISN_DATE_PERIOD);
    d.rule = ISN_RULE_YEAR;
    d.start = isn_day_of((int)a.whole, 1, 1);
    d.end = isn_day_of((int)b.whole, 12, 31);
    return emit(w, &d);
}

/* ---- lengths under a governor ------------------------------------------------------------------------------------ */

static int32_t move(int32_t day, const isn_length *length, int sign) {
    if (length->n == 0 || day == ISN_NO_DAY)
        return ISN_NO_DAY;
    if (length->grain <= ISN_G_HOUR)
        return day + sign * length->days;
    day = isn_day_add(day, sign * length->n, length->grain);
    if (length->more_n == 0 || day == ISN_NO_DAY)
        return day;
    if (length->more_grain <= ISN_G_HOUR)
        return day;
    day = isn_day_add(day, sign * length->more_n, length->more_grain);
    return day == ISN_NO_DAY ? day : day + sign * length->rest;
}

/* The whole month or year that a distance in months or years points into. */
static void widen(isn_date *d, uint8_t grain) {
    int year, month, mday;
    if (d->start == ISN_NO_DAY || (grain != ISN_G_MONTH && grain < ISN_G_YEAR))
        return;
    isn_day_split(d->start, &year, &month, &mday);
    if (grain == ISN_G_MONTH) {
        d->start = isn_day_of(year, month, 1);
        d->end = isn_day_add(d->start, 1, ISN_G_MONTH) - 1;
    } else {
        d->start = isn_day_of(year, 1, 1);
        d->end = isn_day_of(year, 12, 31);
    }
}

/* خطفوا قبل عشرة أيام من مدرسة، من بلدة كذا: whence, and no deed. */
static bool from_place(const isn_scan *scan, uint32_t at) {
    const uint32_t places = 1u << ISN_T_PLACEWORD | 1u << ISN_T_PLACE | 1u << ISN_T_COUNTRY;
    const uint32_t deeds = 1u << ISN_T_TRIGGER | 1u << ISN_T_NUMERAL;
    return !broken(scan, at) && scan->word_tables[at] & places && !(scan->word_tables[at] & deeds);
}

/* "قبل ثلاثة أيام من الهجوم", "قبل أربعة أشهر على": counted from something else than today. */
static bool counted_from_else(const isn_scan *scan, const isn_length *length) {
    uint32_t last, at = length->last;
    if (broken(scan, at))
        return false;
    if (isn_func_at(&last, scan, at, ISN_FN_OTHER) && !broken(scan, last))
        at = last; /* بعد يوم فقط على */
    if (isn_func_at(&last, scan, at, ISN_FN_MIN))
        return !from_place(scan, last);
    return isn_func_at(&last, scan, at, ISN_FN_ALA) || isn_func_at(&last, scan, at, ISN_FN_AN);
}

/* قبل يومين من ذلك: the end of it, or 0. Not من ذلك الهجوم, which is counted from that attack. */
static uint32_t from_that(const isn_scan *scan, uint32_t at) {
    uint32_t last;
    if (broken(scan, at) ||
        (!isn_func_at(&last, scan, at, ISN_FN_MIN) && !isn_func_at(&last, scan, at, ISN_FN_ALA)) ||
        broken(scan, last) || !isn_func_at(&last, scan, last, ISN_FN_THIS))
        return 0;
    return broken(scan, last) || !(scan->words[last].reading[0].pre & ISN_CL_AL) ? last : 0;
}

static void past_of(isn_date *d, const isn_length *length, int32_t anchor) {
    d->start = move(anchor, length, -1);
    d->end = anchor;
}

static void govern_length(isn_date *d, const isn_length *length, unsigned kind, int32_t anchor) {
    if (length->dir == ISN_DIR_LAST || (length->dir == ISN_DIR_THIS && kind != ISN_DW_DEADLINE)) {
        d->kind = ISN_DATE_PERIOD;
        d->flags |= ISN_DF_PAST;
        past_of(d, length, anchor);
        return;
    }
    if (length->dir == ISN_DIR_NEXT) {
        d->kind = ISN_DATE_WITHIN;
        d->flags |= ISN_DF_FUTURE;
        d->start = anchor;
        d->end = move(anchor, length, 1);
        return;
    }
    switch (kind) {
    case ISN_DW_SINCE:
        d->kind = ISN_DATE_SINCE;
        past_of(d, length, anchor);
        if (length->grain <= ISN_G_HOUR) {
            d->kind = ISN_DATE_AGO;
            d->start = d->end = anchor;
        }
        break;
    case ISN_DW_AGO:
        d->kind = ISN_DATE_AGO;
        d->start = d->end =
            length->grain <= ISN_G_HOUR && length->days <= 1 ? anchor : move(anchor, length, -1);
        if (length->more_n == 0) {
            int32_t day = d->start;
            widen(d, length->grain);
            if (d->start != d->end && day != ISN_NO_DAY) {
                d->other = day; /* قبل شهر: to the day */
                d->other_by = ISN_BY_COUNT;
            }
        }
        break;
    case ISN_DW_DURING:
    case ISN_DW_UNTIL:
    case ISN_DW_DEADLINE:
        d->kind = ISN_DATE_WITHIN;
        d->start = anchor;
        d->end = move(anchor, length, 1);
        if (length->grain < ISN_G_HOUR)
            d->end = anchor;
        break;
    default: d->kind = ISN_DATE_DURATION; return;
    }
    d->flags |= ISN_DF_RELATIVE;
}

/* قبل يومين من ذلك، بعدها بأسبوع: counted from the day told before; "days later" lies between it and the report. */
static uint32_t finish_beside(work *w, const isn_length *length, unsigned kind, uint32_t first,
                              uint32_t last) {
    const isn_date *before = told_before(w, true);
    int32_t day = before != NULL ? before->start : ISN_NO_DAY, anchor = w->base.anchor;
    bool after = kind == ISN_DW_AFTER;
    isn_date d = blank(first, last, ISN_DATE_DURATION);
    d.days = length->days;
    if (day == ISN_NO_DAY)
        return emit(w, &d);
    d.kind = ISN_DATE_AT;
    d.flags = ISN_DF_RELATIVE;
    d.anchor = day;
    if (length->grain <= ISN_G_HOUR && length->days <= 1) {
        d.start = d.end = day;
    } else if (length->n != 0) {
        d.start = d.end = move(day, length, after ? 1 : -1);
        if (length->more_n == 0)
            widen(&d, length->grain);
    } else if (after) {
        d.start = day + 1;
        d.end = anchor != ISN_NO_DAY && anchor > day ? anchor : ISN_NO_DAY;
    } else {
        d.kind = ISN_DATE_AGO;
        d.end = day - 1;
    }
    d.precision = isn_date_precision(d.start, d.end);
    return emit(w, &d);
}

/* Counts a length from the anchor, forward or back. */
static void count_from_now(isn_date *d, const isn_length *length, int32_t anchor, bool ahead) {
    d->start = d->end = move(anchor, length, ahead ? 1 : -1);
    d->kind = ahead ? ISN_DATE_AT : ISN_DATE_AGO;
    d->flags |= ahead ? ISN_DF_FUTURE : ISN_DF_PAST;
}

/* وبعد يومين، قصفت الطائرات: so long after the day told before. Not وبعد يومين من الهجوم, nor what will be. */
static bool opens_past(const isn_scan *scan, uint32_t first, uint32_t last) {
    uint32_t s0 = scan->sentence_word[scan->words[first].sentence];
    return first == s0 && last < scan->nwords && scan->words[last].flags & ISN_WF_COMMA &&
           !isn_match_will(scan, last);
}

static uint32_t finish_length(work *w, const isn_length *length, unsigned kind, uint32_t first) {
    int32_t anchor = w->base.anchor;
    if (kind == ISN_DW_CLOCK && length->n != 0 && length->dir == ISN_DIR_NONE &&
        granted(w->base.scan, first))
        kind = ISN_DW_DEADLINE, w->deadline = true;
    uint32_t that =
        kind == ISN_DW_AFTER || kind == ISN_DW_AGO ? from_that(w->base.scan, length->last) : 0;
    if (that != 0)
        return finish_beside(w, length, kind, first, that);
    if (kind == ISN_DW_AFTER && opens_past(w->base.scan, first, length->last) &&
        told_before(w, true) != NULL)
        return finish_beside(w, length, kind, first, length->last);
    isn_date d = blank(first, length->last, ISN_DATE_DURATION);
    d.days = length->days;
    uint32_t now = isn_from_now(w->base.scan, length->last);
    if (now != 0)
        d.last = now;
    if (now != 0 && length->n != 0 &&
        (kind == ISN_DW_AFTER || kind == ISN_DW_CLOCK ||
         (kind == ISN_DW_AGO && length->grain > ISN_G_HOUR))) {
        count_from_now(&d, length, anchor,
                       kind == ISN_DW_AFTER ||
                           (kind != ISN_DW_AGO && future_before(w->base.scan, first)));
    } else {
        bool else_where = now == 0 && counted_from_else(w->base.scan, length);
        if (else_where && (kind == ISN_DW_AFTER || kind == ISN_DW_AGO))
            d.flags |= (kind == ISN_DW_AFTER ? ISN_DF_AFTER : ISN_DF_BEFORE) |
                       (length->n == 0 && length->grain > ISN_G_HOUR ? ISN_DF_RECENT : 0);
        if (kind == ISN_DW_AFTER || (kind == ISN_DW_AGO && else_where))
            kind = ISN_DW_CLOCK; /* a distance from another event: a length, no date */
        govern_length(&d, length, kind, anchor);
    }
    if (length->n == 0 && (d.kind == ISN_DATE_AGO || d.kind == ISN_DATE_SINCE)) {
        d.end = anchor; /* قبل أيام */
        d.flags |= ISN_DF_RECENT;
        if (length->vague && d.kind == ISN_DATE_AGO && length->grain > ISN_G_HOUR)
            d.end = isn_day_add(anchor, -3, length->grain); /* قبل بضعة أيام: three at least */
    }
    if (d.kind != ISN_DATE_DURATION) {
        d.anchor = anchor;
        d.flags |= ISN_DF_RELATIVE;
        d.precision = isn_date_precision(d.start, d.end);
    }
    return emit(w, &d);
}

/* ---- the clock ------------------------------------------------------------------------------------------------ */

/* A clock alone is of the day of the report: its start and end are one day, and ISN_DF_TIME says so. */
static uint32_t emit_clock(work *w, const isn_clock *clock, unsigned kind, uint32_t first) {
    isn_date date = blank(first, clock->last, ISN_DATE_AT);
    date.rule = ISN_RULE_CLOCK;
    date.flags = ISN_DF_TIME | ISN_DF_RELATIVE;
    date.start = date.end = date.anchor = w->base.anchor;
    date.from = clock->from;
    date.to = clock->to;
    date.precision = 1;
    if (kind == ISN_DW_UNTIL || kind == ISN_DW_DEADLINE || kind == ISN_DW_AGO)
        date.kind = ISN_DATE_UNTIL;
    else if (kind == ISN_DW_SINCE || kind == ISN_DW_AFTER)
        date.kind = ISN_DATE_SINCE;
    else if (clock->to != ISN_NO_TIME)
        date.kind = ISN_DATE_PERIOD;
    return emit(w, &date);
}

/* الساعة الثالثة ; الثالثة من فجر اليوم ; الساعة العاشرة صباح الجمعة: with the day that follows, if one does. */
static uint32_t try_clock(work *w, uint32_t at, unsigned kind, uint32_t first) {
    const isn_scan *scan = w->base.scan;
    isn_clock clock;
    isn_core core;
    if (!isn_clock_read(&clock, scan, at))
        return 0;
    uint32_t next = clock.last, from;
    if (!isn_date_broken(scan, next, ISN_WF_COMMA | ISN_WF_PAREN | ISN_WF_DASH)) {
        if (isn_func_at(&from, scan, next, ISN_FN_MIN) || isn_func_at(&from, scan, next, ISN_FN_FI))
            next = from;
        if (!isn_date_broken(scan, next, ISN_WF_COMMA | ISN_WF_PAREN | ISN_WF_DASH) &&
            isn_core_read(&core, scan, next, false) &&
            (core.kind == ISN_CORE_DAY || core.kind == ISN_CORE_WEEKDAY || core.day != 0)) {
            w->time = clock;
            return finish_core(w, &core, kind, first);
        }
    }
    return emit_clock(w, &clock, kind, first);
}

/* فجرا, مساء without a day: of the day of the report. */
static uint32_t try_partday(work *w, uint32_t at) {
    isn_dateword d;
    if (!isn_date_word(&d, w->base.scan, at, ISN_DW(PARTDAY), ISN_CL_WAW) || d.value < 100)
        return 0;
    const isn_token *token = &w->base.scan->text->tokens[w->base.scan->words[at].token];
    if (!(token->flags & ISN_TF_TANWIN) && d.last == at + 1 &&
        (w->base.scan->word_tables[at] & (1u << ISN_T_TRIGGER)))
        return 0; /* فجرا, a verb in the dual */
    isn_date date = blank(at, d.last, ISN_DATE_AT);
    date.rule = ISN_RULE_PARTDAY;
    date.flags = ISN_DF_TIME | ISN_DF_RELATIVE;
    date.start = date.end = date.anchor = w->base.anchor;
    date.precision = 1;
    if (d.value == AT_NIGHT && date.start != ISN_NO_DAY) { /* told by day: the night before */
        date.start--;
        date.precision = 2;
    }
    return emit(w, &date);
}

static uint32_t try_recent(work *w, uint32_t at) {
    isn_dateword d;
    if (!isn_date_word(&d, w->base.scan, at, ISN_DW(RECENT), PROCLITICS))
        return 0;
    isn_date date = blank(at, d.last, ISN_DATE_AT);
    date.rule = ISN_RULE_RECENT;
    date.flags = ISN_DF_RECENT | ISN_DF_RELATIVE | ISN_DF_PAST;
    date.end = date.anchor = w->base.anchor;
    date.precision = 5;
    return emit(w, &date);
}

/* لليوم الثالث على التوالي ; دخل الإضراب يومه الثالث: from the day before the day before on. */
static uint32_t try_running(work *w, uint32_t at) {
    const isn_scan *scan = w->base.scan;
    isn_dateword unit = {0}, on;
    isn_numeral rank;
    bool its = false;
    for (uint32_t h = scan->word_hit[at]; h < scan->word_hit[at + 1]; h++)
        for (unsigned s = 0; s < scan->hits[h].nsenses && unit.last == 0; s++) {
            const isn_hit *hit = &scan->hits[h];
            const isn_sense *sense = &hit->senses[s];
            if (sense->table != ISN_T_DATEWORD || hit->last != at + 1 ||
                (sense->form & ISN_FORM_NUMBER) != ISN_FORM_SG ||
                isn_lex_int(scan->lex, ISN_T_DATEWORD, sense->row, ISN_DATEWORD_KIND) !=
                    ISN_DW_UNIT)
                continue;
            its = scan->words[at].reading[hit->tail].suf != ISN_SUF_NONE;
            unit.last = hit->last;
            unit.grain =
                (uint8_t)isn_lex_int(scan->lex, ISN_T_DATEWORD, sense->row, ISN_DATEWORD_GRAIN);
        }
    if (unit.last == 0 || unit.grain < ISN_G_DAY || unit.grain > ISN_G_YEAR ||
        broken(scan, unit.last) || !isn_numeral_read(&rank, scan, unit.last, UINT32_MAX) ||
        rank.whole < 2 || rank.whole > 999)
        return 0;
    /* لليوم الخامس، لليوم الـ45: so many days running */
    bool to = scan->words[at].reading[0].pre & ISN_CL_LAM;
    if (!(rank.flags & ISN_NL_ORDINAL) &&
        (!(rank.flags & ISN_NL_DEFINITE) || !(rank.flags & ISN_NL_DIGITS ? to : its)))
        return 0; /* يومها الثلاثين: as a cardinal is */
    uint32_t last = rank.last;
    if (!broken(scan, last) && isn_date_word(&on, scan, last, ISN_DW(RUNNING), 0))
        last = on.last;
    else if (!its && !to)
        return 0;
    isn_date d = blank(at, last, ISN_DATE_PERIOD);
    d.rule = ISN_RULE_RANK;
    d.flags = ISN_DF_RELATIVE;
    d.anchor = d.end = w->base.anchor;
    d.start = unit.grain == ISN_G_DAY ? isn_day_add(d.end, 1 - (int)rank.whole, ISN_G_DAY)
                                      : isn_day_add(d.end, -(int)rank.whole, unit.grain);
    return emit(w, &d);
}

/* ---- the pass -------------------------------------------------------------------------------------------------- */

/* Is it all that its sentence says? */
static bool stands_alone(const isn_scan *scan, uint32_t first, uint32_t last) {
    return first == scan->sentence_word[scan->words[first].sentence] &&
           last == isn_sentence_end(scan, first);
}

static uint32_t read_body(work *w, uint32_t at, unsigned kind, uint32_t first) {
    const isn_scan *scan = w->base.scan;
    isn_core core;
    isn_length length;
    uint32_t last, from = at;
    uint32_t pair = year_pair(w, at);
    if (pair != 0)
        return pair;
    bool governed = kind != ISN_DW_CLOCK || w->lone;
    if (!governed && at > 0 && !broken(scan, at))
        governed = isn_func_at(&last, scan, at - 1, ISN_FN_FI) ||
                   isn_func_at(&last, scan, at - 1, ISN_FN_BAYN);
    /* a length first where a number stands: "الـ24 ساعة", "3 أشهر" */
    if (isn_core_read(&core, scan, from, governed))
        return finish_core(w, &core, kind, first);
    if (isn_length_read(&length, scan, from) &&
        ((length.n != 0 && (length.said || stands_alone(scan, from, length.last))) ||
         kind != ISN_DW_CLOCK || length.dir != ISN_DIR_NONE))
        return finish_length(w, &length, kind, first);
    return 0;
}

/* على مدار عام 2025، طوال عامي 2023 و2024: which year, and not how long. */
static bool year_next(const isn_scan *scan, uint32_t body, uint32_t last) {
    isn_core core;
    if (last < scan->nwords && !broken(scan, last) && scan->words[last].kind == ISN_TOK_NUMBER &&
        scan->text->tokens[scan->words[last].token].fold_len == 4)
        return true;
    return isn_core_read(&core, scan, body, true) && core.last > last;
}

/* غداة عيد العمال، غداة السبت: the day after the one that has been read. */
static void day_after(work *w, uint32_t before) {
    isn_date *d = w->out.len > before ? &w->out.ptr[w->out.len - 1] : NULL;
    if (d != NULL && d->kind == ISN_DATE_AT && d->start == d->end && d->start != ISN_NO_DAY &&
        (w->base.anchor == ISN_NO_DAY || d->start < w->base.anchor))
        d->start = ++d->end;
}

static uint32_t try_governed(work *w, uint32_t at) {
    const isn_scan *scan = w->base.scan;
    isn_dateword d;
    if (!isn_date_word(&d, scan, at, GOVERNORS, PROCLITICS) || broken(scan, d.last))
        return 0;
    unsigned kind = d.kind;
    bool lasting = kind == ISN_DW_DURING && d.value == 1;
    w->deadline = kind == ISN_DW_DEADLINE || (kind == ISN_DW_UNTIL && d.value == 1);
    uint32_t body = d.last;
    isn_dateword inner;
    if (isn_date_word(&inner, scan, body, GOVERNORS, 0) && !broken(scan, inner.last) &&
        !isn_core_read(&(isn_core){0}, scan, body, true)) {
        kind = inner.kind; /* خلال مهلة أقصاها */
        body = inner.last;
        w->deadline |= kind == ISN_DW_DEADLINE;
    }
    if (d.value == BESIDE) {
        isn_length length; /* قبلها بيومين، بعد ذلك بأسبوع */
        if (isn_length_read(&length, scan, body) && length.n != 0 &&
            scan->words[body].reading[0].pre & ISN_CL_BEH)
            return finish_beside(w, &length, kind, at, length.last);
        if (d.last == at + 1)
            return 0;
        body = at + 1; /* قبل ذلك اليوم */
    }
    uint32_t next = try_clock(w, body, kind, at); /* منذ الساعة السادسة من مساء أمس */
    if (next != 0)
        return next;
    isn_length length; /* على مدى عشر سنوات: no date, unless the past ones are meant */
    if (lasting && isn_length_read(&length, scan, body) && length.dir == ISN_DIR_NONE &&
        !year_next(scan, body, length.last))
        return length.n != 0 ? finish_length(w, &length, ISN_DW_CLOCK, at) : length.last;
    if (kind == ISN_DW_AGO && d.value == 1) { /* قبيل فجر الاثنين: on that day */
        next = read_body(w, body, ISN_DW_CLOCK, at);
        if (next != 0)
            return next;
    }
    if (kind == ISN_DW_AFTER && d.value == 1) {
        uint32_t before = w->out.len;
        next = read_body(w, body, ISN_DW_CLOCK, at);
        if (next != 0)
            day_after(w, before);
        return next;
    }
    return read_body(w, body, kind, at);
}

/* Figures that may be a date of themselves: 2021, 12/3/2021, or 12 / 3 / 2021 in tokens of their own. */
static bool may_be_figures(const isn_scan *scan, uint32_t at) {
    const isn_token *token = &scan->text->tokens[scan->words[at].token];
    const char *bytes = scan->text->article->bytes;
    if (token->fold_len == 4)
        return true;
    for (uint32_t i = token->start; i < token->end; i++)
        if (bytes[i] == '/' || bytes[i] == '-' || bytes[i] == '.' || bytes[i] == '\\' ||
            bytes[i] == ':' || (unsigned char)bytes[i] == 0xd8 || (unsigned char)bytes[i] >= 0xe0)
            return true;
    return at + 1 < scan->nwords && scan->words[at + 1].kind == ISN_TOK_NUMBER;
}

/* Does a month, weekday or unit of time stand here or close after, so that a number may be part of a date? */
static bool near_date(work *w, uint32_t at) {
    const isn_scan *scan = w->base.scan;
    const uint64_t counted = ISN_DW(UNIT) | ISN_DW(WEEKDAY) | ISN_DW(DAY) | ISN_DW(PARTDAY) |
                             ISN_DW(FEAST) | ISN_DW(CLOCK) | ISN_DW(THIS) | ISN_DW(LAST);
    if (w->near < at)
        w->near = at;
    while (w->near < scan->nwords && !(scan->word_tables[w->near] & (1u << ISN_T_MONTH)) &&
           !(scan->word_tables[w->near] & (1u << ISN_T_DATEWORD) &&
             (isn_date_kinds(scan, w->near) & counted)))
        w->near++;
    uint32_t end = isn_sentence_end(scan, at);
    if ((w->near < at + 6 && w->near < end) || end - at <= 3) /* في 15. */
        return true;
    return scan->words[at].kind == ISN_TOK_NUMBER && may_be_figures(scan, at);
}

/* Kinds that only go on an expression or qualify it, and begin none. */
#define FOLLOWERS                                                                                  \
    (ISN_DW(LAST) | ISN_DW(NEXT) | ISN_DW(ERA) | ISN_DW(EARLIER) | ISN_DW(LATER) |                 \
     ISN_DW(ANNIVERSARY) | ISN_DW(AND_HALF) | ISN_DW(EQUALS) | ISN_DW(PUBLISHED) |                 \
     ISN_DW(UPDATED) | ISN_DW(LESS) | ISN_DW(ZONE) | ISN_DW(AGE) | ISN_DW(NAMED) |                 \
     ISN_DW(RUNNING) | ISN_DW(RECORD))

/* Can an expression of time begin at the word? None does at most. */
static inline bool can_begin(const isn_scan *scan, uint32_t at) {
    const uint32_t begins =
        1u << ISN_T_DATEWORD | 1u << ISN_T_MONTH | 1u << ISN_T_NUMERAL | 1u << ISN_T_BOUND;
    return scan->word_tables[at] & begins || scan->words[at].kind == ISN_TOK_NUMBER ||
           (at + 1 < scan->nwords && scan->words[at + 1].kind == ISN_TOK_NUMBER);
}

static uint32_t match_at(work *w, uint32_t at) {
    const isn_scan *scan = w->base.scan;
    w->deadline = false;
    uint32_t tables = scan->word_tables[at];
    isn_dateword fixed;
    uint32_t each;
    if (at > 0 && (scan->word_tables[at - 1] & (1u << ISN_T_BOUND)) && !broken(scan, at) &&
        isn_match_kind(&each, scan, at - 1, ISN_T_BOUND, ISN_BOUND_KIND, ISN_B_EACH, 0xff))
        return 0; /* كل جمعة, كل عام: no day of the calendar */
    uint64_t kinds = tables & (1u << ISN_T_DATEWORD) ? isn_date_kinds(scan, at) : 0;
    if (kinds & ~FOLLOWERS) {
        uint32_t next = 0;
        /* phrases that begin like a governor: أول أمس, قبل أمس, بعد غد, بعد صلاة الجمعة */
        const uint64_t whole = ISN_DW(DAY) | ISN_DW(WEEKDAY) | ISN_DW(PARTDAY) | ISN_DW(FEAST);
        bool phrase = (kinds & whole) != 0 && isn_date_word(&fixed, scan, at, whole, PROCLITICS) &&
                      fixed.last > at + 1;
        if (phrase && fixed.kind == ISN_DW_FEAST && fixed.value == ISN_NO_INT)
            return fixed.last;
        if (kinds & ISN_DW(UNIT))
            next = try_running(w, at);
        if (next == 0 && (kinds & ISN_DW(RECENT)))
            next = try_recent(w, at);
        if (next == 0 && !phrase && (kinds & GOVERNORS))
            next = try_governed(w, at);
        if (next == 0 && (kinds & ISN_DW(CLOCK)))
            next = try_clock(w, at, ISN_DW_CLOCK, at);
        if (next == 0)
            next = read_body(w, at, ISN_DW_CLOCK, at);
        return next != 0 || !(kinds & ISN_DW(PARTDAY)) ? next : try_partday(w, at);
    }
    if ((tables & (1u << ISN_T_MONTH)) ||
        ((scan->words[at].kind == ISN_TOK_NUMBER ||
          (tables & (1u << ISN_T_NUMERAL | 1u << ISN_T_BOUND)) ||
          (at + 1 < scan->nwords && scan->words[at + 1].kind == ISN_TOK_NUMBER &&
           isn_word_is_article(scan, at))) &&
         near_date(w, at))) {
        uint32_t next = read_body(w, at, ISN_DW_CLOCK, at);
        return next != 0 ? next : try_clock(w, at, ISN_DW_CLOCK, at);
    }
    return 0;
}

/* Numbers inside dates are no counts. */
static void flag_numbers(isn_numbers *numbers, const isn_dates *dates, const isn_scan *scan) {
    uint32_t i = 0;
    for (uint32_t d = 0; d < dates->len; d++) {
        while (i < numbers->len && numbers->ptr[i].last <= dates->ptr[d].first)
            i++;
        for (uint32_t j = i; j < numbers->len && numbers->ptr[j].first < dates->ptr[d].last; j++)
            if (numbers->ptr[j].num_first < dates->ptr[d].last &&
                numbers->ptr[j].num_last > dates->ptr[d].first)
                numbers->ptr[j].flags |= ISN_NF_DATE;
    }
    /* أعمارهما 5 و7 أعوام: both are of years */
    for (uint32_t j = numbers->len; j-- > 1;) {
        const isn_number *q = &numbers->ptr[j];
        isn_number *p = &numbers->ptr[j - 1];
        if (q->flags & ISN_NF_DATE && q->flags & p->flags & ISN_NF_DIGITS &&
            p->noun == UINT32_MAX && p->last + 1 == q->num_first &&
            isn_word_is_and(scan, p->last) && !(scan->words[p->last].flags & ISN_WF_BREAK))
            p->flags |= ISN_NF_DATE;
    }
}

void isn_match_dates(isn_dates *out, isn_arena *arena, const isn_scan *scan, isn_numbers *numbers,
                     int32_t anchor) {
    work w = {.base = {arena, scan, anchor}};
    for (uint32_t at = 0; at < scan->nwords;) {
        uint32_t next = can_begin(scan, at) ? match_at(&w, at) : 0;
        at = next > at ? next : at + 1;
    }
    *out = (isn_dates){w.out.ptr, w.out.len, NULL};
    isn_date_tie(out, scan, anchor);
    out->at = isn_arena_alloc(arena, sizeof(uint32_t) * ((size_t)scan->nwords + 1));
    memset(out->at, 0xff, sizeof(uint32_t) * ((size_t)scan->nwords + 1));
    for (uint32_t i = out->len; i-- > 0;)
        out->at[out->ptr[i].first] = i;
    if (numbers != NULL)
        flag_numbers(numbers, out, scan);
}

/* The first word of a lone expression after its preposition. */
static uint32_t lone_start(bool *from, const isn_scan *scan) {
    uint32_t last;
    *from = isn_func_at(&last, scan, 0, ISN_FN_MIN);
    return *from || isn_func_at(&last, scan, 0, ISN_FN_FI) ? last : 0;
}

static void read_lone(work *w) {
    const isn_scan *scan = w->base.scan;
    isn_length length;
    bool from;
    uint32_t at = lone_start(&from, scan);
    if (at >= scan->nwords)
        return;
    if (from && isn_length_read(&length, scan, at) && length.last == scan->nwords &&
        length.n != 0) {
        finish_length(w, &length, ISN_DW_AGO, 0); /* من أسبوع: a week ago, as it is spoken */
        return;
    }
    isn_dateword now;
    if (isn_date_word(&now, scan, at, ISN_DW(DAY), 0) && now.grain == ISN_G_SECOND) {
        isn_date d = blank(0, now.last, ISN_DATE_AT); /* الآن: in a sentence it dates nothing */
        d.rule = ISN_RULE_DAY;
        d.start = d.end = d.anchor = w->base.anchor;
        d.flags = ISN_DF_RELATIVE;
        emit(w, &d);
        return;
    }
    if (match_at(w, at) == 0 && w->out.len == 0)
        read_body(w, at, ISN_DW_CLOCK, at);
}

bool isn_match_lone_date(isn_dates *out, isn_arena *arena, const isn_scan *scan, int32_t anchor) {
    work w = {.base = {arena, scan, anchor}, .lone = true};
    if (scan->nwords == 0 || scan->nwords > LONGEST_LONE)
        return false;
    read_lone(&w);
    if (w.out.len != 1 || w.out.ptr[0].last != scan->nwords || w.out.ptr[0].first > 2)
        return false;
    *out = (isn_dates){w.out.ptr, 1, NULL};
    return true;
}

/* May a date of figures or months begin at this word? */
static bool may_begin(const isn_scan *scan, uint32_t at) {
    const uint32_t tables =
        1u << ISN_T_DATEWORD | 1u << ISN_T_MONTH | 1u << ISN_T_NUMERAL | 1u << ISN_T_BOUND;
    return scan->words[at].kind == ISN_TOK_NUMBER || (scan->word_tables[at] & tables) != 0 ||
           (at + 1 < scan->nwords && scan->words[at + 1].kind == ISN_TOK_NUMBER);
}

/* A day of a year needs figures, or the name of a month. */
static bool may_hold(const isn_scan *scan, uint32_t first, uint32_t last) {
    for (uint32_t at = first; at < last && at < scan->nwords; at++)
        if (scan->words[at].kind == ISN_TOK_NUMBER || scan->word_tables[at] & (1u << ISN_T_MONTH))
            return true;
    return false;
}

bool isn_match_absolute_date(isn_date *out, const isn_scan *scan, uint32_t first, uint32_t last) {
    return isn_match_date_from(out, scan, first, last, last);
}

bool isn_match_date_from(isn_date *out, const isn_scan *scan, uint32_t first, uint32_t begins,
                         uint32_t last) {
    if (!may_hold(scan, first, last))
        return false;
    for (uint32_t at = first; at < begins && at < scan->nwords; at++) {
        isn_core core;
        isn_date d;
        if (!may_begin(scan, at) || !isn_core_read(&core, scan, at, true))
            continue;
        if (core.kind != ISN_CORE_DATE || core.year == 0 || core.day == 0 || core.month == 0 ||
            core.last > last || !isn_core_resolve(&d, &core, ISN_NO_DAY, false))
            continue;
        *out = d;
        return true;
    }
    return false;
}
