/* date_calendar.c: words and figures → a day, a month, a year of one of the calendars. Left of it: months.tsv and
 * numerals; right of it: date_core.c, which puts weekdays, units and parts around them.
 *
 *     31 [من] [شهر] ديسمبر [/ كانون الأول] [من] [عام] 2021 [م] ; 12/3/2021 ; مارس 2015 ; 10 رمضان 1439 هـ */
#include "match/datework.h"

static uint32_t end_of(const isn_scan *scan, uint32_t at) {
    return at < scan->nwords ? isn_sentence_end(scan, at) : at;
}

/* ---- small pieces ------------------------------------------------------------------------------ */

static int direction(unsigned kind) {
    return kind == ISN_DW_LAST   ? ISN_DIR_LAST
           : kind == ISN_DW_THIS ? ISN_DIR_THIS
           : kind == ISN_DW_NEXT ? ISN_DIR_NEXT
                                 : ISN_DIR_NONE;
}

/* الماضي, الجاري, المقبل at `at`; `*at` moves on. */
int isn_date_direction(bool *same, uint32_t *at, const isn_scan *scan) {
    isn_dateword d, twice;
    if (isn_date_broken(scan, *at, ISN_WF_UNPAREN))
        return ISN_DIR_NONE;
    if (isn_date_word(&twice, scan, *at, ISN_DW(AGO) | ISN_DW(AFTER), 0) &&
        !isn_date_broken(scan, twice.last, 0) &&
        isn_date_word(&d, scan, twice.last, twice.kind == ISN_DW_AGO ? ISN_DW(LAST) : ISN_DW(NEXT),
                      0) &&
        (d.pre & ISN_CL_AL)) { /* قبل الماضي, بعد المقبل */
        *at = d.last;
        return twice.kind == ISN_DW_AGO ? ISN_DIR_LAST2 : ISN_DIR_NEXT2;
    }
    if (!isn_date_word(&d, scan, *at, ISN_DW(LAST) | ISN_DW(THIS) | ISN_DW(NEXT), 0))
        return ISN_DIR_NONE;
    if (d.form != ISN_FORM_NAME && !(d.pre & ISN_CL_AL))
        return ISN_DIR_NONE;
    *at = d.last;
    *same |= d.kind == ISN_DW_THIS && d.value == 1;
    return direction(d.kind);
}

bool isn_date_of_two(const isn_scan *scan, uint32_t at) {
    isn_dateword d;
    return !isn_date_broken(scan, at, 0) &&
           isn_date_word(&d, scan, at, ISN_DW(LAST) | ISN_DW(THIS) | ISN_DW(NEXT), 0) &&
           (d.form & ISN_FORM_NUMBER) == ISN_FORM_DU;
}

void isn_date_skip(uint32_t *at, const isn_scan *scan, int32_t kind) {
    uint32_t last;
    if (!isn_date_broken(scan, *at, 0) && isn_func_at(&last, scan, *at, kind))
        *at = last;
}

bool isn_date_unit(isn_dateword *d, const isn_scan *scan, uint32_t at, uint8_t grain,
                   unsigned pre) {
    return isn_date_word(d, scan, at, ISN_DW(UNIT), pre) && d->grain == grain;
}

#define COUNTED_THINGS (1u << ISN_T_PEOPLE | 1u << ISN_T_CASUALTY | 1u << ISN_T_UNIT)

/* A year: four digits, or words above a thousand. */
bool isn_date_year(int *year, uint32_t *at, const isn_scan *scan, int least) {
    isn_numeral num;
    if (isn_date_broken(scan, *at, ISN_WF_COMMA | ISN_WF_PAREN | ISN_WF_UNPAREN) ||
        !isn_numeral_read(&num, scan, *at, UINT32_MAX) || num.value != (double)num.whole)
        return false;
    if (num.whole < least || num.whole > 2200 || (num.pre & (ISN_CL_WAW | ISN_CL_FEH)))
        return false;
    bool likely = num.whole >= 1900 && num.whole <= 2100;
    isn_dateword era;
    if (!likely && !isn_date_broken(scan, num.last, 0) &&
        (scan->word_tables[num.last] & COUNTED_THINGS) &&
        !isn_date_word(&era, scan, num.last, ISN_DW(ERA), 0))
        return false; /* هذا العام 1200 شخص */
    if (num.whole < 1000 && (isn_date_broken(scan, num.last, 0) ||
                             !isn_date_word(&era, scan, num.last, ISN_DW(ERA), 0)))
        return false; /* منذ مطلع السنة، مئتين: only an era makes a small number a year */
    *year = (int)num.whole;
    *at = num.last;
    return true;
}

/* [من|لِ] عام 2015 ; من العام الماضي ; 2015 alone. */
void isn_date_year_part(isn_core *core, uint32_t *at, const isn_scan *scan) {
    uint32_t here = *at, year_at;
    isn_dateword unit;
    int least = core->calendar == ISN_CAL_HIJRI ? 1300 : 1000;
    if (here < scan->nwords && (scan->words[here].flags & ISN_WF_UNPAREN) &&
        !(scan->words[here].flags & ISN_WF_BREAK & ~(unsigned)ISN_WF_UNPAREN)) {
        uint32_t last; /* "31 أيار (مايو) من عام 2020" */
        if (isn_func_at(&last, scan, here, ISN_FN_MIN))
            here = last;
    }
    isn_date_skip(&here, scan, ISN_FN_MIN);
    isn_date_skip(&here, scan, ISN_FN_FI);
    if (isn_date_word(&unit, scan, here, ISN_DW(THIS), 0) &&
        isn_date_unit(&unit, scan, here + 1, ISN_G_YEAR, 0) &&
        !isn_date_broken(scan, here + 1, 0)) { /* من هذا العام */
        core->year_dir = ISN_DIR_THIS;
        *at = unit.last;
        return;
    }
    if (!isn_date_broken(scan, here, ISN_WF_COMMA | ISN_WF_UNPAREN) &&
        isn_date_unit(&unit, scan, here, ISN_G_YEAR, ISN_CL_LAM | ISN_CL_BEH)) {
        year_at = unit.last;
        int dir = isn_date_direction(&core->same, &year_at, scan);
        if (dir == ISN_DIR_NONE && isn_date_year(&core->year, &year_at, scan, 1)) {
            *at = year_at;
        } else if (dir != ISN_DIR_NONE) {
            core->year_dir = dir;
            *at = year_at;
        }
        return;
    }
    /* a colon or a time may follow a year; a noun may not: "في 5 مايو 2000 جندي" is left to chance */
    if (isn_date_year(&core->year, at, scan, least) || here == *at)
        return;
    if (isn_date_year(&core->year, &here, scan, least))
        *at = here;
}

void isn_date_era(isn_core *core, uint32_t *at, const isn_scan *scan) {
    isn_dateword era;
    if (isn_date_broken(scan, *at, 0) || !isn_date_word(&era, scan, *at, ISN_DW(ERA), 0))
        return;
    if (era.value == 1 && core->year > 0 && core->year < 1700)
        core->calendar = ISN_CAL_HIJRI;
    *at = era.last;
}

/* ---- months -------------------------------------------------------------------------------------- */

typedef struct month {
    int calendar, value;
    bool cue;
    uint32_t last;
} month;

static bool month_name(month *out, const isn_scan *scan, uint32_t at, unsigned pre) {
    if (at >= scan->nwords || !(scan->word_tables[at] & (1u << ISN_T_MONTH)))
        return false;
    const isn_token *token = &scan->text->tokens[scan->words[at].token];
    if (token->fold_len == 2 && token->flags & ISN_TF_HAMZA_UNDER)
        return false; /* في إب, the town, is folded like آب */
    for (uint32_t h = scan->word_hit[at]; h < scan->word_hit[at + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        if (!(hit->tables & (1u << ISN_T_MONTH)))
            continue;
        if (scan->words[at].reading[hit->reading].pre & ~(pre | (unsigned)ISN_CL_AL))
            continue;
        for (unsigned s = 0; s < hit->nsenses; s++) {
            uint32_t row = hit->senses[s].row;
            if (hit->senses[s].table != ISN_T_MONTH)
                continue;
            out->calendar = isn_lex_int(scan->lex, ISN_T_MONTH, row, ISN_MONTH_CALENDAR);
            out->value = isn_lex_int(scan->lex, ISN_T_MONTH, row, ISN_MONTH_VALUE);
            out->cue = isn_lex_int(scan->lex, ISN_T_MONTH, row, ISN_MONTH_CUE) == 1;
            out->last = hit->last;
            return true;
        }
    }
    return false;
}

/* The other name of the same month: سبتمبر/ أيلول ; سبتمبر (أيلول) ; سبتمبر أيلول. */
static void second_name(month *m, bool *doubled, const isn_scan *scan) {
    month other;
    unsigned signs = ISN_WF_SLASH | ISN_WF_DASH | ISN_WF_PAREN | ISN_WF_HYPHEN | ISN_WF_SIGN;
    *doubled = false;
    while (!isn_date_broken(scan, m->last, signs) && month_name(&other, scan, m->last, 0) &&
           other.value == m->value && other.calendar == m->calendar) {
        m->last = other.last;
        *doubled = true;
    }
}

/* [شهر] MONTH ; الشهر الثامن ; شهر 3 (only after a day or "of": `loose`). */
/* الشهر الأول من الهدنة: a month of something that is no year. */
static bool of_no_year(const isn_scan *scan, uint32_t at) {
    uint32_t last;
    isn_dateword year;
    return !isn_date_broken(scan, at, 0) && isn_func_at(&last, scan, at, ISN_FN_MIN) &&
           last < scan->nwords && scan->words[last].kind != ISN_TOK_NUMBER &&
           !isn_date_unit(&year, scan, last, ISN_G_YEAR, 0) &&
           !isn_date_word(&year, scan, last, ISN_DW(THIS), 0);
}

static bool read_month(month *out, bool *sure, const isn_scan *scan, uint32_t at, unsigned pre,
                       bool loose) {
    isn_dateword unit;
    isn_numeral num;
    bool doubled;
    *sure = false;
    bool unit_first =
        isn_date_unit(&unit, scan, at, ISN_G_MONTH, pre) && !isn_date_broken(scan, unit.last, 0);
    if (unit_first && month_name(out, scan, unit.last, 0)) { /* شهر مارس، شهري مارس وأبريل */
        *sure = true;
        second_name(out, &doubled, scan);
        return true;
    }
    if (unit_first && (unit.form & ISN_FORM_NUMBER) == ISN_FORM_SG) {
        *sure = true;
        if (!isn_numeral_read(&num, scan, unit.last, UINT32_MAX) || num.whole < 1 ||
            num.whole > 12 || num.value != (double)num.whole)
            return false;
        if (!(num.flags & ISN_NL_ORDINAL) && !(loose && num.whole > 1))
            return false;
        if ((num.flags & ISN_NL_ORDINAL) && (!(unit.pre & ISN_CL_AL) || of_no_year(scan, num.last)))
            return false;
        *out = (month){ISN_CAL_GREGORIAN, (int)num.whole, false, num.last};
        return true;
    }
    if (!month_name(out, scan, at, pre))
        return false;
    second_name(out, &doubled, scan);
    *sure = !out->cue || doubled;
    return true;
}

/* ---- days of the month -------------------------------------------------------------------------------- */

bool isn_date_day_number(int *day, uint32_t *last, const isn_scan *scan, uint32_t at,
                         unsigned pre) {
    isn_numeral num;
    if (at >= scan->nwords || !isn_numeral_read(&num, scan, at, UINT32_MAX) ||
        num.value != (double)num.whole || num.whole < 1 || num.whole > 31)
        return false;
    if (num.pre & ~(pre | (unsigned)ISN_CL_AL))
        return false;
    *day = (int)num.whole;
    *last = num.last;
    return true;
}

/* 13 ; 13-15 ; 13 إلى 15 ; 13 و15. A token "13-15" too. */
static bool read_days(isn_core *core, uint32_t *last, const isn_scan *scan, uint32_t at,
                      unsigned pre) {
    int64_t pieces[3];
    uint32_t seps[3], next;
    uint8_t widths[3];
    bool to;
    if (at < scan->nwords && scan->words[at].kind == ISN_TOK_NUMBER &&
        isn_number_pieces(pieces, seps, widths, 3, scan, at) == 2 && seps[0] == '-' &&
        pieces[0] < pieces[1] && pieces[0] >= 1 && pieces[1] <= 31) {
        core->day = (int)pieces[0];
        core->day2 = (int)pieces[1];
        *last = at + 1;
        return true;
    }
    if (!isn_date_day_number(&core->day, last, scan, at, pre))
        return false;
    next = *last;
    if (next >= end_of(scan, at))
        return true;
    to = (scan->words[next].flags & (ISN_WF_HYPHEN | ISN_WF_DASH)) != 0 &&
         scan->words[next].kind == ISN_TOK_NUMBER;
    if (!to && (isn_date_broken(scan, next, 0) || !(isn_func_at(&next, scan, next, ISN_FN_ILA) ||
                                                    (isn_word_is_and(scan, next) && ++next))))
        next = *last;
    int day2, least = core->day;
    uint32_t end;
    bool more = next < end_of(scan, at) && (to || next != *last || !isn_date_broken(scan, next, 0));
    while (more && isn_date_day_number(&day2, &end, scan, next, ISN_CL_WAW) && day2 > least) {
        core->day2 = least = day2; /* 20 و21 و22 */
        *last = next = end;
        more = next < end_of(scan, at) && !isn_date_broken(scan, next, 0);
        if (more && isn_word_is_and(scan, next))
            next++;
    }
    return true;
}

/* ---- day and month --------------------------------------------------------------------------------------- */

void isn_date_finish_month(isn_core *core, const isn_scan *scan, uint32_t at) {
    core->year = 0;
    isn_date_year_part(core, &at, scan);
    isn_date_era(core, &at, scan);
    if (core->year == 0 && core->year_dir == ISN_DIR_NONE) {
        int dir = isn_date_direction(&core->same, &at, scan);
        if (dir != ISN_DIR_NONE)
            core->dir = (uint8_t)dir;
        isn_date_year_part(core, &at, scan);
    }
    core->last = at;
}

/* يوم 2. أكتوبر ; 16. نوفمبر. 2016: a stop between a day in figures and its month ends no sentence where a date is
 * expected, or where the figures begin the text. */
static bool stop_inside(const isn_scan *scan, uint32_t at, uint32_t next) {
    month m;
    isn_dateword day;
    uint32_t last;
    if (next != at + 1 || next >= scan->nwords || scan->words[at].kind != ISN_TOK_NUMBER ||
        (scan->words[next].flags & (ISN_WF_BREAK & ~(unsigned)ISN_WF_SIGN)) != ISN_WF_STOP ||
        !month_name(&m, scan, next, 0))
        return false;
    return at == 0 || isn_func_at(&last, scan, at - 1, ISN_FN_FI) ||
           isn_date_unit(&day, scan, at - 1, ISN_G_DAY, 0xff) ||
           isn_date_word(&day, scan, at - 1, ISN_DW(WEEKDAY), 0xff);
}

/* 15 منه: of the month named before. */
static bool of_it(isn_core *core, const isn_scan *scan, uint32_t at) {
    isn_numeral num;
    uint32_t last;
    if (!isn_numeral_read(&num, scan, at, UINT32_MAX) || isn_date_broken(scan, num.last, 0) ||
        !isn_func_at(&last, scan, num.last, ISN_FN_MIN) || last != num.last + 1)
        return false;
    bool it = false;
    for (unsigned i = 0; i < scan->words[num.last].nreadings; i++)
        it |= scan->words[num.last].reading[i].suf == ISN_SUF_HU;
    if (!it)
        return false;
    core->same = true;
    core->month_dir = ISN_DIR_THIS;
    core->last = last;
    return true;
}

/* 12 - مارس - 2023: the sign that stands before the month stands before the year too. */
static void year_behind_dash(isn_core *core, const isn_scan *scan, uint32_t at) {
    const unsigned signs = ISN_WF_DASH | ISN_WF_HYPHEN | ISN_WF_SLASH;
    isn_numeral year;
    if (core->year != 0 || core->last >= scan->nwords || !(scan->words[at].flags & signs) ||
        (scan->words[core->last].flags & signs) != (scan->words[at].flags & signs) ||
        (scan->words[core->last].flags & ISN_WF_BREAK & ~signs) != 0 ||
        !isn_numeral_read(&year, scan, core->last, UINT32_MAX) || year.whole < 1900 ||
        year.whole > 2100 || year.value != (double)year.whole)
        return;
    core->year = (int)year.whole;
    core->last = year.last;
}

/* في 11 الجاري، في الثالث من الجاري، في 25 من المنصرم: of the month that runs, or of the last. */
static bool of_the_running(isn_core *core, const isn_scan *scan, uint32_t at, uint32_t next) {
    isn_dateword running, unit;
    uint32_t last;
    if (isn_date_broken(scan, next, 0) ||
        !isn_date_word(&running, scan, next, ISN_DW(THIS) | ISN_DW(LAST), 0) ||
        !(running.pre & ISN_CL_AL) || running.value != ISN_NO_INT ||
        (!isn_date_broken(scan, running.last, 0) &&
         isn_date_word(&unit, scan, running.last, ISN_DW(UNIT), 0)))
        return false;
    bool of = next > at + 1, figures = scan->words[at].kind == ISN_TOK_NUMBER;
    bool day = at > 0 && (isn_func_at(&last, scan, at - 1, ISN_FN_FI) ||
                          isn_date_unit(&unit, scan, at - 1, ISN_G_DAY, 0xff) ||
                          isn_date_word(&unit, scan, at - 1, ISN_DW(WEEKDAY), 0xff));
    if (!day || !(of || figures))
        return false;
    core->month_dir = running.kind == ISN_DW_THIS ? ISN_DIR_THIS : ISN_DIR_LAST;
    core->last = running.last;
    return true;
}

/* 31 [من] [شهر] ديسمبر … ; 20 من الشهر المقبل ; العاشر من الشهر نفسه */
static bool read_day_month(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre) {
    isn_core core = isn_no_core;
    uint32_t next;
    month m;
    bool sure;
    isn_dateword unit;
    isn_numeral year;
    if (!read_days(&core, &next, scan, at, pre))
        return false;
    bool stop = stop_inside(scan, at, next);
    if (!stop && isn_date_broken(scan, next, ISN_WF_SLASH | ISN_WF_DASH))
        return false;
    isn_date_skip(&next, scan, ISN_FN_MIN);
    core.first = at;
    core.kind = ISN_CORE_DATE;
    if (read_month(&m, &sure, scan, next, ISN_CL_LAM, true)) {
        core.calendar = (uint8_t)m.calendar;
        core.month = m.value;
        isn_date_finish_month(&core, scan, m.last);
        if (stop && core.year == 0 && core.last < scan->nwords &&
            (scan->words[core.last].flags & ISN_WF_STOP) &&
            isn_numeral_read(&year, scan, core.last, UINT32_MAX) && year.whole >= 1900 &&
            year.whole <= 2100 && year.value == (double)year.whole) { /* 16. نوفمبر. 2016 */
            core.year = (int)year.whole;
            core.last = year.last;
        }
        year_behind_dash(&core, scan, next);
        *out = core;
        return true;
    }
    if (of_the_running(&core, scan, at, next)) {
        *out = core;
        return true;
    }
    /* of this, the past, the coming month */
    bool this_before = isn_date_word(&unit, scan, next, ISN_DW(THIS), 0);
    if (this_before)
        next = unit.last;
    if (next == at + 1 && !this_before) /* "3 أشهر" is a length */
        if (!(isn_date_word(&unit, scan, next, ISN_DW(UNIT), 0) && (unit.pre & ISN_CL_AL)))
            return false;
    if (of_it(&core, scan, at)) {
        *out = core;
        return true;
    }
    if (isn_date_broken(scan, next, 0) || !isn_date_unit(&unit, scan, next, ISN_G_MONTH, 0) ||
        (unit.form & ISN_FORM_NUMBER) != ISN_FORM_SG || !(unit.pre & ISN_CL_AL))
        return false;
    next = unit.last;
    core.month_dir = this_before ? ISN_DIR_THIS : isn_date_direction(&core.same, &next, scan);
    if (core.month_dir == ISN_DIR_NONE)
        return false;
    core.last = next;
    *out = core;
    return true;
}

/* بآب, ومارس: letters that are cut off a month; behind another month و joins it. */
static bool month_is_cut(const isn_scan *scan, uint32_t at) {
    month m;
    bool joined = at > 0 && !isn_date_broken(scan, at, 0) &&
                  (scan->word_tables[at - 1] >> ISN_T_MONTH & 1u) &&
                  month_name(&m, scan, at, ISN_CL_WAW);
    return !joined && !month_name(&m, scan, at, 0);
}

/* ديسمبر 31، 2021 ; ديسمبر 2021 ; ديسمبر المقبل ; تموز 13 إلى 15 */
bool isn_date_month_first(isn_core *out, const isn_scan *scan, uint32_t at, bool governed) {
    isn_core core = isn_no_core;
    month m;
    bool sure;
    uint32_t next, start = at;
    if (!read_month(&m, &sure, scan, at, ISN_CL_WAW | ISN_CL_BEH | ISN_CL_LAM, governed))
        return false;
    core.kind = ISN_CORE_DATE;
    core.first = start;
    core.calendar = (uint8_t)m.calendar;
    core.month = m.value;
    core.grain = ISN_G_MONTH;
    next = m.last;
    if (!sure && month_is_cut(scan, at)) /* باب is a door */
        governed = false;
    if (!isn_date_broken(scan, next, 0) && read_days(&core, &next, scan, next, 0)) {
        uint32_t unit_end = next;
        isn_dateword unit; /* "ديسمبر 3 أشهر": the number counts something */
        bool counts = !isn_date_broken(scan, unit_end, 0) &&
                      (scan->word_tables[unit_end] &
                       (1u << ISN_T_PEOPLE | 1u << ISN_T_CASUALTY | 1u << ISN_T_UNIT)) != 0 &&
                      !isn_date_word(&unit, scan, unit_end, ISN_DW(CLOCK), 0);
        if (counts) {
            core.day = core.day2 = 0;
            next = m.last;
        } else {
            core.grain = ISN_G_DAY;
        }
    } else {
        core.day = core.day2 = 0;
        next = m.last;
    }
    isn_date_finish_month(&core, scan, next);
    if (!sure && !governed && core.day == 0 && core.year == 0 && core.dir == ISN_DIR_NONE &&
        core.year_dir == ISN_DIR_NONE)
        return false;
    *out = core;
    return true;
}

/* ---- figures: 12/3/2021 ------------------------------------------------------------------------------------ */

static bool set_figures(isn_core *core, int64_t a, int64_t b, int64_t c, unsigned wa, unsigned wc) {
    int64_t year = wa == 4 ? a : c, day = wa == 4 ? c : a;
    if (wa != 4 && wc != 4 && wc != 2)
        return false;
    if (wa != 4 && wc == 2)
        year += year < 70 ? 2000 : 1900;
    if (b > 12 && day <= 12 && wa != 4) { /* month before day, as American pages print it */
        int64_t swap = day;
        day = b;
        b = swap;
    }
    if (day < 1 || day > 31 || b < 1 || b > 12 || year < 1 || year > 2200)
        return false;
    core->kind = ISN_CORE_DATE;
    core->year = (int)year;
    core->month = (int)b;
    core->day = (int)day;
    core->calendar = year >= 1300 && year <= 1500 ? ISN_CAL_HIJRI : ISN_CAL_GREGORIAN;
    core->figures = true;
    core->swaps = wa != 4 && a <= 12 && b <= 12 && a != b;
    core->year_first = wa == 2 && wc == 2 && a > 0 ? (int)(a < 70 ? 2000 + a : 1900 + a) : 0;
    core->last_figure = (int)c;
    return true;
}

static bool is_date_sign(uint32_t cp) {
    return cp == '/' || cp == '-' || cp == '.' || cp == 0x2013 || cp == '\\' || cp == 0x060d;
}

/* 2/2013 ; 21/09 ; 4/22 and 21/9 only where a date is expected. */
static bool set_pair(isn_core *core, int64_t a, int64_t b, unsigned wa, unsigned wb,
                     bool day_before) {
    bool padded = wa == 2 && wb == 2 && (a < 10 || b < 10);
    if (wb == 4 && a >= 1 && a <= 12 && b > 1000 && b < 2200) {
        core->kind = ISN_CORE_DATE;
        core->month = (int)a;
        core->year = (int)b;
        core->grain = ISN_G_MONTH;
        return true;
    }
    if (day_before && a >= 1 && a <= 12 && b > 12 && b <= 31) {
        int64_t day = b;
        b = a;
        a = day;
    }
    if (!(day_before || padded) || b < 1 || b > 12 || a < 1 || a > 31)
        return false;
    core->kind = ISN_CORE_DATE;
    core->day = (int)a;
    core->month = (int)b;
    core->figures = true;
    core->swaps = a <= 12 && a != b;
    return true;
}

static bool one_token_figures(isn_core *core, const isn_scan *scan, uint32_t at, bool day_before) {
    int64_t p[6];
    uint32_t s[6];
    uint8_t w[6];
    unsigned n = isn_number_pieces(p, s, w, 6, scan, at);
    core->last = at + 1;
    if (n >= 3 && is_date_sign(s[0]) && s[0] == s[1] && (s[2] == 0 || s[2] == 'T') &&
        (s[0] != '.' || w[2] == 4 || w[0] == 4))
        return set_figures(core, p[0], p[1], p[2], w[0], w[2]);
    /* في 4.22 at the end of a sentence is no measure: those have a unit */
    bool point = s[0] == '.' && day_before && at + 1 == end_of(scan, at) && w[1] <= 2 && p[1] != 0;
    return n == 2 && (s[0] == '/' || point) && set_pair(core, p[0], p[1], w[0], w[1], day_before);
}

static bool split_figures(isn_core *core, const isn_scan *scan, uint32_t at) {
    int64_t p[3][2];
    uint32_t s[2];
    uint8_t w[3][2];
    if (at + 3 > end_of(scan, at))
        return false;
    for (uint32_t i = 0; i < 3; i++) {
        if (scan->words[at + i].kind != ISN_TOK_NUMBER ||
            (i > 0 &&
             !(scan->words[at + i].flags & (ISN_WF_DASH | ISN_WF_HYPHEN | ISN_WF_SLASH))) ||
            isn_number_pieces(p[i], s, w[i], 2, scan, at + i) != 1)
            return false;
    }
    core->last = at + 3;
    return set_figures(core, p[0][0], p[1][0], p[2][0], w[0][0], w[2][0]);
}

/* 2/2013 ; السبت 21/09 */
static bool split_pair(isn_core *core, const isn_scan *scan, uint32_t at, bool day_before) {
    int64_t p[2][2];
    uint32_t s[2];
    uint8_t w[2][2];
    unsigned signs = day_before ? ISN_WF_SLASH | ISN_WF_HYPHEN : ISN_WF_SLASH;
    if (at + 2 > end_of(scan, at) || scan->words[at + 1].kind != ISN_TOK_NUMBER ||
        !(scan->words[at + 1].flags & signs) ||
        (scan->text->tokens[scan->words[at + 1].token].flags & ISN_TF_SPACE))
        return false;
    for (uint32_t i = 0; i < 2; i++)
        if (isn_number_pieces(p[i], s, w[i], 2, scan, at + i) != 1)
            return false;
    if ((scan->words[at + 1].flags & ISN_WF_HYPHEN) && p[0][0] <= 12)
        return false; /* a score, a range */
    core->last = at + 2;
    return set_pair(core, p[0][0], p[1][0], w[0][0], w[1][0], day_before);
}

static bool read_figures(isn_core *out, const isn_scan *scan, uint32_t at, bool day_before) {
    isn_core core = isn_no_core;
    if (at >= scan->nwords || scan->words[at].kind != ISN_TOK_NUMBER)
        return false;
    core.first = at;
    if (!one_token_figures(&core, scan, at, day_before)) {
        core = isn_no_core;
        core.first = at;
        if (!split_figures(&core, scan, at) && !split_pair(&core, scan, at, day_before))
            return false;
    }
    if (core.year == 0 && core.last < scan->nwords &&
        (scan->words[core.last].flags & ISN_WF_COMMA) &&
        scan->text->tokens[scan->words[core.last].token].fold_len == 4)
        isn_date_year(&core.year, &core.last, scan, 1900); /* 08/12, 2015 */
    isn_date_era(&core, &core.last, scan);
    *out = core;
    return true;
}

/* ---- both calendars ---------------------------------------------------------------------------------------- */

static bool read_plain_date(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre) {
    return read_day_month(out, scan, at, pre) || read_figures(out, scan, at, true);
}

/* "10 رمضان 1439 هـ الموافق 25 مايو 2018": the Gregorian date stands for both. */
static void other_calendar(isn_core *core, const isn_scan *scan) {
    isn_dateword same;
    isn_core other;
    uint32_t at = core->last;
    unsigned signs =
        ISN_WF_COMMA | ISN_WF_PAREN | ISN_WF_SLASH | ISN_WF_DASH | ISN_WF_SIGN | ISN_WF_UNPAREN;
    if (core->kind != ISN_CORE_DATE || core->day == 0 || core->month == 0 ||
        isn_date_broken(scan, at, signs))
        return;
    bool said = isn_date_word(&same, scan, at, ISN_DW(EQUALS), 0);
    if (said)
        at = same.last;
    else if (!(scan->words[at].flags & (signs & ~(unsigned)ISN_WF_COMMA)))
        return;
    if (isn_date_broken(scan, at, signs) || !read_plain_date(&other, scan, at, ISN_CL_LAM) ||
        other.calendar == core->calendar || other.month == 0)
        return;
    uint32_t first = core->first, last = other.last;
    if (core->calendar == ISN_CAL_HIJRI)
        *core = other;
    core->first = first;
    core->last = last;
}

bool isn_date_calendar(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre,
                       bool governed) {
    if (!read_figures(out, scan, at, governed) && !read_day_month(out, scan, at, pre) &&
        !isn_date_month_first(out, scan, at, governed))
        return false;
    other_calendar(out, scan);
    return true;
}
