/* date_core.c: words → points and periods of the calendar, not yet counted out. Left of it: months, date
 * words and numerals; right of it: date_resolve.c, which counts, and date.c, which governs.
 *
 *     [يوم] [الجمعة] [،] [في] 31 [من] [شهر] ديسمبر [/ كانون الأول] [من] [عام] 2021 [م]
 *     اليوم الجمعة ; فجر السبت ; ليل السبت الأحد ; الأسبوع الماضي ; هذا العام ; عام 2015 ; نهاية يوليو */
#include "match/datework.h"

enum { NIGHT = 22 }; /* datewords.tsv: the hour of ليل */

static const isn_core no_core = {.weekday = -1, .weekday2 = -1};

static uint32_t end_of(const isn_scan *scan, uint32_t at) {
    return at < scan->nwords ? isn_sentence_end(scan, at) : at;
}

static bool broken(const isn_scan *scan, uint32_t at, unsigned allowed) {
    return at >= scan->nwords || (scan->words[at].flags & ISN_WF_BREAK & ~allowed) != 0;
}

bool isn_func_at(uint32_t *last, const isn_scan *scan, uint32_t at, int32_t kind) {
    return isn_match_kind(last, scan, at, ISN_T_FUNC, ISN_FUNC_KIND, kind, ISN_CL_WAW | ISN_CL_FEH);
}

bool isn_date_word(isn_dateword *out, const isn_scan *scan, uint32_t at, uint64_t kinds,
                   unsigned pre) {
    if (at >= scan->nwords || !(scan->word_tables[at] & (1u << ISN_T_DATEWORD)))
        return false;
    for (uint32_t h = scan->word_hit[at]; h < scan->word_hit[at + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        unsigned cut = scan->words[at].reading[hit->reading].pre;
        if (cut & ~(pre | (unsigned)ISN_CL_AL))
            continue;
        if (scan->words[hit->last - 1].reading[hit->tail].suf != ISN_SUF_NONE)
            continue;
        bool found = false;
        for (unsigned s = 0; s < hit->nsenses; s++) {
            uint32_t row = hit->senses[s].row;
            if (hit->senses[s].table != ISN_T_DATEWORD)
                continue;
            int32_t kind = isn_lex_int(scan->lex, ISN_T_DATEWORD, row, ISN_DATEWORD_KIND);
            if (kind < 0 || !(kinds >> kind & 1))
                continue;
            /* أسبوعا is an accusative before it is a dual without its ن */
            if (found && !(out->form & ISN_FORM_CONSTRUCT))
                continue;
            if (kind == ISN_DW_DAY && (cut & ISN_CL_LAM) && !(cut & ISN_CL_AL))
                continue; /* لامس is "touched" */
            found = true;
            out->kind = (uint8_t)kind;
            out->grain = (uint8_t)isn_lex_int(scan->lex, ISN_T_DATEWORD, row, ISN_DATEWORD_GRAIN);
            out->value = isn_lex_int(scan->lex, ISN_T_DATEWORD, row, ISN_DATEWORD_VALUE);
            out->last = hit->last;
            out->form = hit->senses[s].form;
            out->pre = cut;
        }
        if (found)
            return true;
    }
    return false;
}

/* ---- small pieces ------------------------------------------------------------------------------ */

static int direction(unsigned kind) {
    return kind == ISN_DW_LAST   ? ISN_DIR_LAST
           : kind == ISN_DW_THIS ? ISN_DIR_THIS
           : kind == ISN_DW_NEXT ? ISN_DIR_NEXT
                                 : ISN_DIR_NONE;
}

/* الماضي, الجاري, المقبل at `at`; `*at` moves on. */
static int take_direction(bool *same, uint32_t *at, const isn_scan *scan) {
    isn_dateword d;
    if (broken(scan, *at, ISN_WF_UNPAREN) ||
        !isn_date_word(&d, scan, *at, ISN_DW(LAST) | ISN_DW(THIS) | ISN_DW(NEXT), 0))
        return ISN_DIR_NONE;
    if (d.form != ISN_FORM_NAME && !(d.pre & ISN_CL_AL))
        return ISN_DIR_NONE;
    *at = d.last;
    *same |= d.kind == ISN_DW_THIS && d.value == 1;
    return direction(d.kind);
}

static void skip_func(uint32_t *at, const isn_scan *scan, int32_t kind) {
    uint32_t last;
    if (!broken(scan, *at, 0) && isn_func_at(&last, scan, *at, kind))
        *at = last;
}

static bool unit_at(isn_dateword *d, const isn_scan *scan, uint32_t at, uint8_t grain,
                    unsigned pre) {
    return isn_date_word(d, scan, at, ISN_DW(UNIT), pre) && d->grain == grain;
}

/* A year: four digits, or words above a thousand. */
static bool take_year(int *year, uint32_t *at, const isn_scan *scan, int least) {
    isn_numeral num;
    if (broken(scan, *at, ISN_WF_COMMA | ISN_WF_PAREN | ISN_WF_UNPAREN) ||
        !isn_numeral_read(&num, scan, *at, UINT32_MAX) || num.value != (double)num.whole)
        return false;
    if (num.whole < least || num.whole > 2200 || (num.pre & (ISN_CL_WAW | ISN_CL_FEH)))
        return false;
    *year = (int)num.whole;
    *at = num.last;
    return true;
}

/* [من|لِ] عام 2015 ; من العام الماضي ; 2015 alone. */
static void take_year_part(isn_core *core, uint32_t *at, const isn_scan *scan) {
    uint32_t here = *at, year_at;
    isn_dateword unit;
    int least = core->calendar == ISN_CAL_HIJRI ? 1300 : 1000;
    if (here < scan->nwords && (scan->words[here].flags & ISN_WF_UNPAREN) &&
        !(scan->words[here].flags & ISN_WF_BREAK & ~(unsigned)ISN_WF_UNPAREN)) {
        uint32_t last; /* "31 أيار (مايو) من عام 2020" */
        if (isn_func_at(&last, scan, here, ISN_FN_MIN))
            here = last;
    }
    skip_func(&here, scan, ISN_FN_MIN);
    skip_func(&here, scan, ISN_FN_FI);
    if (isn_date_word(&unit, scan, here, ISN_DW(THIS), 0) &&
        unit_at(&unit, scan, here + 1, ISN_G_YEAR, 0) &&
        !broken(scan, here + 1, 0)) { /* من هذا العام */
        core->year_dir = ISN_DIR_THIS;
        *at = unit.last;
        return;
    }
    if (!broken(scan, here, ISN_WF_COMMA | ISN_WF_UNPAREN) &&
        unit_at(&unit, scan, here, ISN_G_YEAR, ISN_CL_LAM | ISN_CL_BEH)) {
        year_at = unit.last;
        int dir = take_direction(&core->same, &year_at, scan);
        if (dir == ISN_DIR_NONE && take_year(&core->year, &year_at, scan, 1)) {
            *at = year_at;
        } else if (dir != ISN_DIR_NONE) {
            core->year_dir = dir;
            *at = year_at;
        }
        return;
    }
    /* a colon or a time may follow a year; a noun may not: "في 5 مايو 2000 جندي" is left to chance */
    if (take_year(&core->year, at, scan, least) || here == *at)
        return;
    if (take_year(&core->year, &here, scan, least))
        *at = here;
}

static void take_era(isn_core *core, uint32_t *at, const isn_scan *scan) {
    isn_dateword era;
    if (broken(scan, *at, 0) || !isn_date_word(&era, scan, *at, ISN_DW(ERA), 0))
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
    for (uint32_t h = scan->word_hit[at]; h < scan->word_hit[at + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
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
    while (!broken(scan, m->last, signs) && month_name(&other, scan, m->last, 0) &&
           other.value == m->value && other.calendar == m->calendar) {
        m->last = other.last;
        *doubled = true;
    }
}

/* [شهر] MONTH ; الشهر الثامن ; شهر 3 (only after a day or "of": `loose`). */
static bool read_month(month *out, bool *sure, const isn_scan *scan, uint32_t at, unsigned pre,
                       bool loose) {
    isn_dateword unit;
    isn_numeral num;
    bool doubled;
    *sure = false;
    if (unit_at(&unit, scan, at, ISN_G_MONTH, pre) &&
        (unit.form & ISN_FORM_NUMBER) == ISN_FORM_SG && !broken(scan, unit.last, 0)) {
        *sure = true;
        if (month_name(out, scan, unit.last, 0)) {
            second_name(out, &doubled, scan);
            return true;
        }
        if (!isn_numeral_read(&num, scan, unit.last, UINT32_MAX) || num.whole < 1 ||
            num.whole > 12 || num.value != (double)num.whole)
            return false;
        if (!(num.flags & ISN_NL_ORDINAL) && !(loose && num.whole > 1))
            return false;
        if ((num.flags & ISN_NL_ORDINAL) && !(unit.pre & ISN_CL_AL))
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

static bool day_number(int *day, uint32_t *last, const isn_scan *scan, uint32_t at, unsigned pre) {
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
    if (!day_number(&core->day, last, scan, at, pre))
        return false;
    next = *last;
    if (next >= end_of(scan, at))
        return true;
    to = (scan->words[next].flags & (ISN_WF_HYPHEN | ISN_WF_DASH)) != 0 &&
         scan->words[next].kind == ISN_TOK_NUMBER;
    if (!to && (broken(scan, next, 0) || !(isn_func_at(&next, scan, next, ISN_FN_ILA) ||
                                           (isn_word_is_and(scan, next) && ++next))))
        next = *last;
    if (next < end_of(scan, at) && (to || next != *last || !broken(scan, next, 0))) {
        int day2;
        uint32_t end;
        if (day_number(&day2, &end, scan, next, ISN_CL_WAW) && day2 > core->day) {
            core->day2 = day2;
            *last = end;
        }
    }
    return true;
}

/* ---- day and month --------------------------------------------------------------------------------------- */

static void finish_month(isn_core *core, const isn_scan *scan, uint32_t at) {
    core->year = 0;
    take_year_part(core, &at, scan);
    take_era(core, &at, scan);
    if (core->year == 0 && core->year_dir == ISN_DIR_NONE) {
        int dir = take_direction(&core->same, &at, scan);
        if (dir != ISN_DIR_NONE)
            core->dir = (uint8_t)dir;
        take_year_part(core, &at, scan);
    }
    core->last = at;
}

/* 31 [من] [شهر] ديسمبر … ; 20 من الشهر المقبل ; العاشر من الشهر نفسه */
static bool read_day_month(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre) {
    isn_core core = no_core;
    uint32_t next;
    month m;
    bool sure;
    isn_dateword unit;
    if (!read_days(&core, &next, scan, at, pre))
        return false;
    if (broken(scan, next, ISN_WF_SLASH | ISN_WF_DASH))
        return false;
    skip_func(&next, scan, ISN_FN_MIN);
    core.first = at;
    core.kind = ISN_CORE_DATE;
    if (read_month(&m, &sure, scan, next, ISN_CL_LAM, true)) {
        core.calendar = (uint8_t)m.calendar;
        core.month = m.value;
        finish_month(&core, scan, m.last);
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
    if (broken(scan, next, 0) || !unit_at(&unit, scan, next, ISN_G_MONTH, 0) ||
        (unit.form & ISN_FORM_NUMBER) != ISN_FORM_SG || !(unit.pre & ISN_CL_AL))
        return false;
    next = unit.last;
    core.month_dir = this_before ? ISN_DIR_THIS : take_direction(&core.same, &next, scan);
    if (core.month_dir == ISN_DIR_NONE)
        return false;
    core.last = next;
    *out = core;
    return true;
}

static bool month_is_cut(const isn_scan *scan, uint32_t at) {
    month m;
    return !month_name(&m, scan, at, 0);
}

/* ديسمبر 31، 2021 ; ديسمبر 2021 ; ديسمبر المقبل ; تموز 13 إلى 15 */
static bool read_month_first(isn_core *out, const isn_scan *scan, uint32_t at, bool governed) {
    isn_core core = no_core;
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
    if (!broken(scan, next, 0) && read_days(&core, &next, scan, next, 0)) {
        uint32_t unit_end = next;
        isn_dateword unit; /* "ديسمبر 3 أشهر": the number counts something */
        bool counts = !broken(scan, unit_end, 0) &&
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
    finish_month(&core, scan, next);
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
    return n == 2 && s[0] == '/' && set_pair(core, p[0], p[1], w[0], w[1], day_before);
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
    isn_core core = no_core;
    if (at >= scan->nwords || scan->words[at].kind != ISN_TOK_NUMBER)
        return false;
    core.first = at;
    if (!one_token_figures(&core, scan, at, day_before)) {
        core = no_core;
        core.first = at;
        if (!split_figures(&core, scan, at) && !split_pair(&core, scan, at, day_before))
            return false;
    }
    take_era(&core, &core.last, scan);
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
        broken(scan, at, signs))
        return;
    bool said = isn_date_word(&same, scan, at, ISN_DW(EQUALS), 0);
    if (said)
        at = same.last;
    else if (!(scan->words[at].flags & (signs & ~(unsigned)ISN_WF_COMMA)))
        return;
    if (broken(scan, at, signs) || !read_plain_date(&other, scan, at, ISN_CL_LAM) ||
        other.calendar == core->calendar || other.month == 0)
        return;
    uint32_t first = core->first, last = other.last;
    if (core->calendar == ISN_CAL_HIJRI)
        *core = other;
    core->first = first;
    core->last = last;
}

static bool read_date(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre,
                      bool governed) {
    if (!read_figures(out, scan, at, governed) && !read_day_month(out, scan, at, pre) &&
        !read_month_first(out, scan, at, governed))
        return false;
    other_calendar(out, scan);
    return true;
}

/* ---- units: last week, this month, the year 2015 ------------------------------------------------------------ */

static bool read_unit(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre,
                      bool governed) {
    isn_core core = no_core;
    isn_dateword d, unit;
    uint32_t next = at;
    core.first = at;
    core.kind = ISN_CORE_PERIOD;
    bool this_before = isn_date_word(&d, scan, at, ISN_DW(THIS), pre) && d.form == ISN_FORM_NAME &&
                       !broken(scan, d.last, 0);
    if (this_before)
        next = d.last;
    if (!isn_date_word(&unit, scan, next, ISN_DW(UNIT), this_before ? 0 : pre) ||
        (unit.form & ISN_FORM_NUMBER) != ISN_FORM_SG || unit.grain < ISN_G_DAY)
        return false;
    next = unit.last;
    core.grain = unit.grain;
    if (this_before) {
        if (!(unit.pre & ISN_CL_AL))
            return false;
        core.dir = ISN_DIR_THIS;
        core.last = next;
        *out = core;
        return true;
    }
    if (unit.grain == ISN_G_YEAR && take_year(&core.year, &next, scan, 1)) {
        core.kind = ISN_CORE_DATE;
        core.last = next;
        take_era(&core, &core.last, scan);
        *out = core;
        return true;
    }
    core.dir =
        (uint8_t)(unit.pre & ISN_CL_AL ? take_direction(&core.same, &next, scan) : ISN_DIR_NONE);
    if (core.dir == ISN_DIR_NONE) {
        if (!governed || !(unit.pre & ISN_CL_AL) || unit.grain == ISN_G_DAY)
            return false;
        core.dir = ISN_DIR_THIS;
    }
    if (unit.grain == ISN_G_DAY)
        return false;
    if (unit.grain != ISN_G_YEAR)
        take_year_part(&core, &next,
                       scan); /* "الشهر الأخير من عام 2020" reads otherwise; kept plain */
    core.last = next;
    core.year = 0;
    *out = core;
    return true;
}

/* ---- weekdays and relative days -------------------------------------------------------------------------------- */

/* Does what stands at `at` make the number before it a count? */
static bool counted(const isn_scan *scan, uint32_t at) {
    unsigned things = 1u << ISN_T_PEOPLE | 1u << ISN_T_CASUALTY | 1u << ISN_T_UNIT |
                      1u << ISN_T_NUMERAL | 1u << ISN_T_DATEWORD;
    return !broken(scan, at, 0) &&
           (scan->words[at].kind == ISN_TOK_NUMBER || (scan->word_tables[at] & things) != 0);
}

/* [،] [الموافق] [في] 31 ديسمبر after a weekday or "today". */
static void join_date(isn_core *core, const isn_scan *scan) {
    isn_core date;
    isn_dateword same;
    uint32_t at = core->last;
    int day;
    uint32_t last;
    if (broken(scan, at, ISN_WF_COMMA | ISN_WF_PAREN | ISN_WF_DASH))
        return;
    if (isn_date_word(&same, scan, at, ISN_DW(EQUALS), 0))
        at = same.last;
    skip_func(&at, scan, ISN_FN_FI);
    if (read_date(&date, scan, at, ISN_CL_LAM, true) && (date.day != 0 || date.month_dir != 0)) {
        date.weekday = core->weekday;
        date.weekday2 = core->weekday2;
        date.has_offset = core->has_offset || core->kind == ISN_CORE_DAY;
        date.offset = core->offset;
        date.first = core->first;
        *core = date;
        return;
    }
    /* السبت السادس عشر ; الجمعة 15: a day of the month around the anchor */
    if (!broken(scan, at, 0) && core->kind == ISN_CORE_WEEKDAY && core->dir == ISN_DIR_NONE &&
        core->weekday2 < 0 && day_number(&day, &last, scan, at, 0) &&
        (scan->words[at].kind == ISN_TOK_NUMBER ||
         (day > 10 && (at > core->last || (scan->words[at].reading[0].pre & ISN_CL_AL)))) &&
        !counted(scan, last)) {
        core->weekday_last = core->last;
        core->kind = ISN_CORE_DATE;
        core->day = day;
        core->month_dir = ISN_DIR_NONE;
        core->last = last;
    }
}

/* الأسبوع المقبل يوم الجمعة: the weekday of that week. */
static void day_of_week(isn_core *core, const isn_scan *scan) {
    uint32_t at = core->last;
    isn_dateword d;
    if (core->kind != ISN_CORE_PERIOD || core->grain != ISN_G_WEEK || broken(scan, at, 0))
        return;
    skip_func(&at, scan, ISN_FN_FI);
    if (unit_at(&d, scan, at, ISN_G_DAY, 0) && (d.form & ISN_FORM_NUMBER) == ISN_FORM_SG)
        at = d.last;
    if (broken(scan, at, 0) || !isn_date_word(&d, scan, at, ISN_DW(WEEKDAY), 0) ||
        !(d.pre & ISN_CL_AL))
        return;
    core->kind = ISN_CORE_WEEKDAY;
    core->week_dir = core->dir;
    core->dir = ISN_DIR_NONE;
    core->weekday = d.value;
    core->last = d.last;
}

/* الأحد عشر is eleven, and no Sunday. */
static bool is_eleven(const isn_scan *scan, const isn_dateword *d, uint32_t at) {
    isn_numeral num;
    return d->last == at + 1 && d->value == 0 && isn_numeral_read(&num, scan, at, UINT32_MAX) &&
           num.whole == 11 && num.last > d->last;
}

static bool read_weekday(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre) {
    isn_core core = no_core, week;
    isn_dateword d, second;
    uint32_t next = at;
    core.first = at;
    if (isn_date_word(&d, scan, next, ISN_DW(PARTDAY), pre) && !broken(scan, d.last, 0)) {
        core.night = d.value == NIGHT;
        next = d.last;
        pre = 0;
    }
    bool two = false; /* يومي السبت والأحد */
    if (unit_at(&d, scan, next, ISN_G_DAY, pre) && (d.form & ISN_FORM_NUMBER) != ISN_FORM_PL &&
        !broken(scan, d.last, 0)) {
        two = (d.form & ISN_FORM_NUMBER) == ISN_FORM_DU;
        next = d.last;
        pre = 0;
    }
    if (isn_date_word(&d, scan, next, ISN_DW(THIS), pre) && next == at)
        next = d.last;
    if (!isn_date_word(&d, scan, next, ISN_DW(WEEKDAY), pre) ||
        (next == at && is_eleven(scan, &d, at)))
        return false;
    core.kind = ISN_CORE_WEEKDAY;
    core.weekday = d.value;
    bool bare = !(d.pre & ISN_CL_AL);
    next = d.last;
    /* ليل السبت الأحد ; السبت - الأحد */
    uint32_t other = two && next < scan->nwords && isn_word_is_and(scan, next) ? next + 1 : next;
    if (!broken(scan, other, ISN_WF_DASH | ISN_WF_SLASH) &&
        isn_date_word(&second, scan, other, ISN_DW(WEEKDAY), two ? ISN_CL_WAW : 0) &&
        second.value == (d.value + 1) % 7) {
        core.weekday2 = second.value;
        next = second.last;
    }
    core.dir = (uint8_t)take_direction(&core.same, &next, scan);
    core.last = next;
    if (core.dir == ISN_DIR_NONE) {
        uint32_t of = next;
        skip_func(&of, scan, ISN_FN_MIN);
        if (!broken(scan, of, 0) && read_unit(&week, scan, of, 0, false) &&
            week.grain == ISN_G_WEEK) {
            core.week_dir = week.dir;
            core.last = week.last;
            bare = false;
        }
    }
    if (bare) /* أحد, اثنين without the article are numbers more often */
        return false;
    join_date(&core, scan);
    *out = core;
    return true;
}

/* [مساء] أمس [الخميس] ; اليوم، الجمعة ; أمس الأول */
static bool read_day(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre) {
    isn_core core = no_core, more;
    isn_dateword d;
    uint32_t next = at;
    core.first = at;
    if (isn_date_word(&d, scan, at, ISN_DW(PARTDAY), pre) && !broken(scan, d.last, 0) &&
        isn_date_word(&(isn_dateword){0}, scan, d.last, ISN_DW(DAY), 0)) {
        core.night = d.value == NIGHT;
        next = d.last;
        pre = 0;
    }
    if (!isn_date_word(&d, scan, next, ISN_DW(DAY), pre))
        return false;
    if (d.grain == ISN_G_SECOND)
        return false; /* now: only to count from */
    core.kind = ISN_CORE_DAY;
    core.same = d.value > 500; /* the same day, the day after it */
    core.offset = core.same ? d.value - 1000 : d.value;
    core.has_offset = true;
    core.night |= d.grain == ISN_G_HOUR && d.value < 0; /* last night */
    core.grain = d.grain;
    core.last = d.last;
    if (!broken(scan, d.last, ISN_WF_COMMA | ISN_WF_PAREN) &&
        read_weekday(&more, scan, d.last, 0) && more.dir == ISN_DIR_NONE) {
        more.first = at;
        if (more.kind == ISN_CORE_WEEKDAY) {
            core.weekday = more.weekday;
            core.last = more.last;
        } else {
            more.has_offset = true;
            more.offset = core.offset;
            *out = more;
            return true;
        }
    }
    join_date(&core, scan);
    *out = core;
    return true;
}

/* اليوم الثالث من أكتوبر ; يوم 5 مايو: the word for day belongs to the date. A number or ordinal after it without
 * a month makes it no date: اليوم 61, اليوم الأول. */
static bool read_the_day(isn_core *out, bool *no_date, const isn_scan *scan, uint32_t at,
                         unsigned pre) {
    isn_dateword d;
    isn_numeral num;
    *no_date = false;
    if (!unit_at(&d, scan, at, ISN_G_DAY, pre) || (d.form & ISN_FORM_NUMBER) != ISN_FORM_SG ||
        broken(scan, d.last, 0))
        return false;
    if (read_date(out, scan, d.last, 0, true)) {
        out->first = at;
        return true;
    }
    if (!isn_numeral_read(&num, scan, d.last, UINT32_MAX) || (num.pre & ~(unsigned)ISN_CL_AL) ||
        !(num.flags & (ISN_NL_ORDINAL | ISN_NL_DIGITS)))
        return false;
    *no_date = true;
    if ((d.pre & ISN_CL_AL) || (num.flags & ISN_NL_ORDINAL) || num.whole < 1 || num.whole > 31 ||
        num.last != d.last + 1 || counted(scan, num.last))
        return false;
    *out = no_core; /* يوم 27 */
    out->kind = ISN_CORE_DATE;
    out->first = at;
    out->day = (int)num.whole;
    out->last = num.last;
    return true;
}

/* ---- feasts and seasons ------------------------------------------------------------------------------------------ */

static bool read_feast(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre,
                       bool governed) {
    isn_core core = no_core;
    isn_dateword d;
    if (!isn_date_word(&d, scan, at, ISN_DW(FEAST) | ISN_DW(SEASON), pre) || d.value == ISN_NO_INT)
        return false;
    core.first = at;
    uint32_t next = d.last;
    if (d.kind == ISN_DW_FEAST) {
        core.kind = ISN_CORE_FEAST;
        core.calendar = d.value > 10000 ? ISN_CAL_HIJRI : ISN_CAL_GREGORIAN;
        core.month = d.value % 10000 / 100;
        core.day = d.value % 100;
    } else {
        core.kind = ISN_CORE_SEASON;
        core.month = d.value;
    }
    finish_month(&core, scan, next);
    if (d.kind == ISN_DW_SEASON && core.year == 0 && core.dir == ISN_DIR_NONE &&
        core.year_dir == ISN_DIR_NONE)
        return false;
    (void)governed;
    *out = core;
    return true;
}

/* ---- a year alone ----------------------------------------------------------------------------------------------------- */

static bool read_bare_year(isn_core *out, const isn_scan *scan, uint32_t at) {
    isn_core core = no_core;
    isn_numeral num;
    unsigned counted = 1u << ISN_T_PEOPLE | 1u << ISN_T_CASUALTY | 1u << ISN_T_UNIT;
    if (scan->words[at].kind != ISN_TOK_NUMBER || !isn_numeral_read(&num, scan, at, UINT32_MAX) ||
        num.last != at + 1 || num.whole < 1900 || num.whole > 2100 ||
        num.value != (double)num.whole)
        return false;
    const isn_token *token = &scan->text->tokens[scan->words[at].token];
    if (token->fold_len != 4)
        return false;
    if (!broken(scan, at + 1, 0) && (scan->word_tables[at + 1] & counted))
        return false;
    core.kind = ISN_CORE_DATE;
    core.first = at;
    core.year = (int)num.whole;
    core.last = num.last;
    *out = core;
    return true;
}

/* ---- the third Tuesday of October, the last day of the month ---------------------------------------- */

/* [من|في] MONTH or the month, after the head. */
static bool of_month(isn_core *out, const isn_scan *scan, uint32_t at) {
    uint32_t next = at;
    if (broken(scan, at, 0))
        return false;
    skip_func(&next, scan, ISN_FN_MIN);
    if (next == at)
        skip_func(&next, scan, ISN_FN_FI);
    if (broken(scan, next, 0))
        return false;
    if (read_month_first(out, scan, next, true))
        return out->day == 0;
    return read_unit(out, scan, next, ISN_CL_BEH, true) && out->grain == ISN_G_MONTH;
}

/* ثالث, الأخير, آخر: which one; 0 none. */
static int rank_at(uint32_t *last, const isn_scan *scan, uint32_t at) {
    isn_numeral num;
    isn_dateword d;
    if (broken(scan, at, 0))
        return 0;
    if (isn_numeral_read(&num, scan, at, UINT32_MAX) && (num.flags & ISN_NL_ORDINAL) &&
        num.whole <= 5) {
        *last = num.last;
        return (int)num.whole;
    }
    if (isn_date_word(&d, scan, at, ISN_DW(END) | ISN_DW(LAST), ISN_CL_WAW | ISN_CL_BEH) &&
        (d.kind == ISN_DW_END || (d.pre & ISN_CL_AL))) {
        *last = d.last;
        return -1;
    }
    return 0;
}

static bool read_nth(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre) {
    isn_dateword d, day;
    isn_core month_core;
    uint32_t next = at, head;
    int rank = 0, weekday = -1;
    bool starts_with_rank = !isn_date_word(&d, scan, at, ISN_DW(WEEKDAY) | ISN_DW(UNIT), pre);
    if (starts_with_rank) {
        isn_numeral num;
        if (isn_numeral_read(&num, scan, at, UINT32_MAX) && (num.flags & ISN_NL_ORDINAL) &&
            num.whole <= 5) {
            rank = (int)num.whole;
            next = num.last;
        } else if (isn_date_word(&d, scan, at, ISN_DW(END), pre)) {
            rank = -1;
            next = d.last;
        } else {
            return false;
        }
        if (broken(scan, next, 0))
            return false;
    }
    bool any_day = unit_at(&day, scan, next, ISN_G_DAY, starts_with_rank ? 0 : pre) &&
                   (day.form & ISN_FORM_NUMBER) == ISN_FORM_SG;
    head = any_day ? day.last : next;
    if (!(any_day && broken(scan, head, 0)) &&
        isn_date_word(&d, scan, head, ISN_DW(WEEKDAY), starts_with_rank || any_day ? 0 : pre)) {
        weekday = d.value;
        head = d.last;
    } else if (!any_day) {
        return false;
    }
    if (!starts_with_rank)
        rank = rank_at(&head, scan, head);
    if (rank == 0 || !of_month(&month_core, scan, head))
        return false;
    if (weekday < 0 && rank > 1) { /* the third day of October */
        if (month_core.kind != ISN_CORE_DATE)
            return false;
        month_core.day = rank;
        rank = 0;
    }
    *out = month_core;
    out->first = at;
    out->weekday = weekday;
    out->nth = rank;
    return true;
}

/* ---- parts ---------------------------------------------------------------------------------------------------------------- */

static bool read_part(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre) {
    isn_dateword d;
    uint32_t next;
    if (!isn_date_word(&d, scan, at, ISN_DW(BEGIN) | ISN_DW(MIDDLE) | ISN_DW(END), pre) ||
        broken(scan, d.last, 0))
        return false;
    next = d.last;
    uint32_t after = next;
    skip_func(&after, scan, ISN_FN_MIN);
    if (!read_month_first(out, scan, after, true) && !read_unit(out, scan, after, 0, true) &&
        !read_bare_year(out, scan, next))
        return false;
    if (out->day != 0)
        return false;
    out->first = at;
    out->part = d.kind == ISN_DW_END      ? ISN_PART_END
                : d.kind == ISN_DW_MIDDLE ? ISN_PART_MIDDLE
                : d.value == 1            ? ISN_PART_FIRST
                                          : ISN_PART_BEGIN;
    return true;
}

bool isn_core_read(isn_core *out, const isn_scan *scan, uint32_t at, bool governed) {
    unsigned pre = ISN_CL_WAW | ISN_CL_FEH | ISN_CL_BEH | ISN_CL_LAM;
    bool no_date = false;
    if (at >= scan->nwords)
        return false;
    if (scan->word_tables[at] & (1u << ISN_T_DATEWORD)) {
        if (read_nth(out, scan, at, pre) || read_the_day(out, &no_date, scan, at, pre))
            return true;
        if (no_date)
            return false;
        if (read_day(out, scan, at, pre) || read_weekday(out, scan, at, pre) ||
            read_part(out, scan, at, pre) || read_feast(out, scan, at, pre, governed))
            return true;
        if (read_date(out, scan, at, pre, governed))
            return true;
        if (!read_unit(out, scan, at, pre, governed))
            return false;
        day_of_week(out, scan);
        return true;
    }
    if ((scan->word_tables[at] & (1u << ISN_T_NUMERAL)) && read_nth(out, scan, at, pre))
        return true;
    return read_date(out, scan, at, pre, governed) || (governed && read_bare_year(out, scan, at));
}
