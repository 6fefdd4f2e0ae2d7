/* date_core.c: words → points and periods of the calendar, not yet counted out. Left of it: months, date
 * words and numerals; right of it: date_resolve.c, which counts, and date.c, which governs.
 *
 *     [يوم] [الجمعة] [،] [في] 31 [من] [شهر] ديسمبر [/ كانون الأول] [من] [عام] 2021 [م]
 *     اليوم الجمعة ; فجر السبت ; ليل السبت الأحد ; الأسبوع الماضي ; هذا العام ; عام 2015 ; نهاية يوليو */
#include "match/datework.h"

/* datewords.tsv: the hour of ليل; of الليلة الفاصلة بين; of بعد منتصف ليل */
enum { NIGHT = 22, NIGHT_BETWEEN = 82, PAST_MIDNIGHT = 1 };

static uint32_t end_of(const isn_scan *scan, uint32_t at) {
    return at < scan->nwords ? isn_sentence_end(scan, at) : at;
}

const isn_core isn_no_core = {.weekday = -1, .weekday2 = -1};

bool isn_func_at(uint32_t *last, const isn_scan *scan, uint32_t at, int32_t kind) {
    return isn_match_kind(last, scan, at, ISN_T_FUNC, ISN_FUNC_KIND, kind, ISN_CL_WAW | ISN_CL_FEH);
}

bool isn_date_word_of(isn_dateword *out, const isn_scan *scan, uint32_t at, uint64_t kinds,
                      unsigned pre) {
    for (uint32_t h = scan->word_hit[at]; h < scan->word_hit[at + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        if (!(hit->tables & (1u << ISN_T_DATEWORD)))
            continue;
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
/* ---- units: last week, this month, the year 2015 ------------------------------------------------------------ */

/* التاسع عشر, and العشرين, which is a number in its form. */
static bool century_number(isn_numeral *num, const isn_scan *scan, uint32_t at) {
    return !isn_date_broken(scan, at, 0) && isn_numeral_read(num, scan, at, UINT32_MAX) &&
           ((num->flags & ISN_NL_ORDINAL) ||
            (num->whole == 20 && (num->flags & ISN_NL_DEFINITE))) &&
           num->whole >= 1 && num->whole <= 22;
}

/* رجل في الأربعينيات: how old somebody is. */
static bool of_somebody(const isn_scan *scan, uint32_t at) {
    const uint32_t men = 1u << ISN_T_PEOPLE | 1u << ISN_T_CASUALTY;
    uint32_t last;
    return at > 1 && isn_match_kind(&last, scan, at - 1, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_FI, 0) &&
           last == at && scan->word_tables[at - 2] & men && !isn_date_broken(scan, at - 1, 0);
}

/* القرن التاسع عشر ; العقد الأول من القرن الحالي */
static bool read_century(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre) {
    isn_core core = isn_no_core;
    isn_dateword unit, of;
    isn_numeral num;
    core.kind = ISN_CORE_CENTURY;
    core.first = at;
    if (isn_date_word(&unit, scan, at, ISN_DW(DECADE), pre)) { /* تسعينيات القرن الماضي */
        core.year = unit.value;
        core.day2 = 10;
        core.last = unit.last;
        if (!isn_date_broken(scan, unit.last, 0) &&
            isn_date_word(&of, scan, unit.last, ISN_DW(AGE), 0))
            return false; /* في الخمسينيات من عمره */
        if (of_somebody(scan, at))
            return false;
        uint32_t at_century = unit.last; /* التسعينيات من القرن الماضي */
        if (!isn_date_broken(scan, unit.last, 0))
            isn_func_at(&at_century, scan, unit.last, ISN_FN_MIN);
        if (!isn_date_broken(scan, at_century, 0) &&
            isn_date_unit(&of, scan, at_century, ISN_G_CENTURY, 0)) {
            core.last = of.last;
            if (isn_date_direction(&core.same, &core.last, scan) == ISN_DIR_NONE &&
                century_number(&num, scan, core.last)) {
                core.year = (int)(num.whole - 1) * 100 + core.year % 100;
                core.last = num.last;
            }
        }
        *out = core;
        return true;
    }
    if (!isn_date_word(&unit, scan, at, ISN_DW(UNIT), pre) || unit.grain < ISN_G_DECADE ||
        !(unit.pre & ISN_CL_AL) || isn_date_broken(scan, unit.last, 0) ||
        !century_number(&num, scan, unit.last))
        return false;
    core.last = num.last;
    if (unit.grain == ISN_G_CENTURY) {
        core.year = (int)(num.whole - 1) * 100 + 1;
        core.day2 = 100;
        if (!isn_date_broken(scan, core.last, 0) &&
            isn_date_word(&of, scan, core.last, ISN_DW(ERA), 0)) {
            if (of.value != 0)
                return false; /* Hijri centuries, and those before our era */
            core.last = of.last;
        }
        *out = core;
        return true;
    }
    isn_core century;
    uint32_t next = num.last;
    isn_date_skip(&next, scan, ISN_FN_MIN);
    if (num.whole > 10 || isn_date_broken(scan, next, 0) ||
        !isn_date_unit(&of, scan, next, ISN_G_CENTURY, 0))
        return false;
    if (read_century(&century, scan, next, 0)) {
        core.year = century.year - 1;
        core.last = century.last;
    } else {
        core.last = of.last;
        int dir = isn_date_direction(&core.same, &core.last, scan);
        if (dir == ISN_DIR_NONE)
            return false;
        core.dir = (uint8_t)dir;
    }
    core.year += (int)(num.whole - 1) * 10;
    core.day2 = 10;
    *out = core;
    return true;
}

static bool read_unit(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre,
                      bool governed) {
    isn_core core = isn_no_core;
    isn_dateword d, unit;
    uint32_t next = at;
    core.first = at;
    core.kind = ISN_CORE_PERIOD;
    bool this_before = isn_date_word(&d, scan, at, ISN_DW(THIS), pre) && d.form == ISN_FORM_NAME &&
                       !isn_date_broken(scan, d.last, 0);
    core.same = this_before && d.value == 1; /* نفس الشهر */
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
    if (unit.grain == ISN_G_YEAR && isn_date_year(&core.year, &next, scan, 1)) {
        core.kind = ISN_CORE_DATE;
        core.last = next;
        isn_date_era(&core, &core.last, scan);
        *out = core;
        return true;
    }
    core.dir = (uint8_t)(unit.pre & ISN_CL_AL ? isn_date_direction(&core.same, &next, scan)
                                              : ISN_DIR_NONE);
    if (core.dir == ISN_DIR_NONE) {
        isn_numeral rank; /* "in the second year of the war" */
        if (!governed || !(unit.pre & ISN_CL_AL) || unit.grain == ISN_G_DAY ||
            (!isn_date_broken(scan, next, 0) && isn_numeral_read(&rank, scan, next, UINT32_MAX) &&
             (rank.flags & ISN_NL_ORDINAL) && (rank.flags & ISN_NL_DEFINITE)))
            return false;
        core.dir = ISN_DIR_THIS;
    }
    if (unit.grain == ISN_G_DAY)
        return false;
    if (unit.grain != ISN_G_YEAR)
        isn_date_year_part(&core, &next,
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
    return !isn_date_broken(scan, at, 0) &&
           (scan->words[at].kind == ISN_TOK_NUMBER || (scan->word_tables[at] & things) != 0);
}

/* [،] [الموافق] [في] 31 ديسمبر after a weekday or "today". */
static void join_date(isn_core *core, const isn_scan *scan) {
    isn_core date;
    isn_dateword same;
    uint32_t at = core->last;
    int day;
    uint32_t last;
    if (isn_date_broken(scan, at, ISN_WF_COMMA | ISN_WF_PAREN | ISN_WF_DASH))
        return;
    if (isn_date_word(&same, scan, at, ISN_DW(EQUALS), 0))
        at = same.last;
    isn_date_skip(&at, scan, ISN_FN_FI);
    if (isn_date_calendar(&date, scan, at, ISN_CL_LAM, true) &&
        (date.day != 0 || date.month_dir != 0)) {
        date.weekday = core->weekday;
        date.weekday2 = core->weekday2;
        date.has_offset = core->has_offset || core->kind == ISN_CORE_DAY;
        date.offset = core->offset;
        date.first = core->first;
        *core = date;
        return;
    }
    /* السبت السادس عشر ; الجمعة 15: a day of the month around the anchor */
    if (!isn_date_broken(scan, at, 0) && core->kind == ISN_CORE_WEEKDAY &&
        core->dir == ISN_DIR_NONE && core->weekday2 < 0 &&
        isn_date_day_number(&day, &last, scan, at, 0) &&
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
    if (core->kind != ISN_CORE_PERIOD || core->grain != ISN_G_WEEK || isn_date_broken(scan, at, 0))
        return;
    isn_date_skip(&at, scan, ISN_FN_FI);
    if (isn_date_unit(&d, scan, at, ISN_G_DAY, 0) && (d.form & ISN_FORM_NUMBER) == ISN_FORM_SG)
        at = d.last;
    if (isn_date_broken(scan, at, 0) || !isn_date_word(&d, scan, at, ISN_DW(WEEKDAY), 0) ||
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

/* هوية الاثنين الآخرين: the two others, and no Monday. */
static bool is_others(const isn_scan *scan, uint32_t at) {
    uint32_t last;
    return at < scan->nwords && !(scan->words[at].flags & ISN_WF_BREAK) &&
           isn_match_kind(&last, scan, at, ISN_T_NUMERAL, ISN_NUMERAL_KIND, ISN_NUM_OTHER,
                          ISN_CL_AL);
}

static bool read_weekday(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre) {
    isn_core core = isn_no_core, week;
    isn_dateword d, second;
    uint32_t next = at;
    bool between = false;
    core.first = at;
    if (isn_date_word(&d, scan, next, ISN_DW(PARTDAY), pre) && !isn_date_broken(scan, d.last, 0)) {
        between = d.value == NIGHT_BETWEEN;
        core.night = d.value == NIGHT || between;
        core.past_midnight = d.value == PAST_MIDNIGHT;
        next = d.last;
        isn_date_skip(&next, scan, ISN_FN_MIN);
        pre = 0;
    }
    bool two = false; /* يومي السبت والأحد */
    if (isn_date_unit(&d, scan, next, ISN_G_DAY, pre) &&
        (d.form & ISN_FORM_NUMBER) != ISN_FORM_PL && !isn_date_broken(scan, d.last, 0)) {
        two = (d.form & ISN_FORM_NUMBER) == ISN_FORM_DU;
        next = d.last;
        pre = 0;
    }
    if (isn_date_word(&d, scan, next, ISN_DW(THIS), pre) && next == at)
        next = d.last;
    if (!isn_date_word(&d, scan, next, ISN_DW(WEEKDAY), pre) ||
        (next == at && (is_eleven(scan, &d, at) || is_others(scan, d.last))))
        return false;
    core.kind = ISN_CORE_WEEKDAY;
    core.weekday = d.value;
    bool bare = !(d.pre & ISN_CL_AL) && d.last == next + 1; /* but عقب صلاة الجمعة */
    next = d.last;
    /* ليل السبت الأحد ; السبت - الأحد */
    uint32_t other = two && next < scan->nwords && isn_word_is_and(scan, next) ? next + 1 : next;
    two |= between;   /* الليلة الفاصلة بين الأحد والاثنين */
    if (core.night) { /* ليلة السبت على الأحد */
        isn_date_skip(&other, scan, ISN_FN_ALA);
        isn_date_skip(&other, scan, ISN_FN_ILA);
    }
    if (!isn_date_broken(scan, other, 0) &&
        isn_date_word(&second, scan, other, ISN_DW(WEEKDAY), ISN_CL_WAW) &&
        isn_date_of_two(scan, second.last))
        two = true; /* السبت والأحد المقبلين */
    if (!isn_date_broken(scan, other, ISN_WF_DASH | ISN_WF_SLASH) &&
        isn_date_word(&second, scan, other, ISN_DW(WEEKDAY), two ? ISN_CL_WAW : 0) &&
        second.value == (d.value + 1) % 7) {
        core.weekday2 = second.value;
        next = second.last;
    }
    core.dir = (uint8_t)isn_date_direction(&core.same, &next, scan);
    core.last = next;
    if (core.dir == ISN_DIR_NONE) {
        uint32_t of = next;
        isn_date_skip(&of, scan, ISN_FN_MIN);
        if (!isn_date_broken(scan, of, 0) && read_unit(&week, scan, of, 0, false) &&
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
    isn_core core = isn_no_core, more;
    isn_dateword d;
    uint32_t next = at;
    core.first = at;
    if (isn_date_word(&d, scan, at, ISN_DW(PARTDAY), pre) && !isn_date_broken(scan, d.last, 0)) {
        if (d.value == NIGHT_BETWEEN)
            return false; /* two weekdays follow */
        next = d.last;
        isn_date_skip(&next, scan, ISN_FN_MIN); /* ساعات الصباح الأولى من اليوم */
        if (isn_date_word(&(isn_dateword){0}, scan, next, ISN_DW(DAY), 0)) {
            core.night = d.value == NIGHT;
            pre = 0;
        } else {
            next = at;
        }
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
    if (!isn_date_broken(scan, d.last, ISN_WF_COMMA | ISN_WF_PAREN) &&
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
    if (!isn_date_unit(&d, scan, at, ISN_G_DAY, pre) || (d.form & ISN_FORM_NUMBER) != ISN_FORM_SG ||
        isn_date_broken(scan, d.last, 0))
        return false;
    if (isn_date_calendar(out, scan, d.last, 0, true)) {
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
    *out = isn_no_core; /* يوم 27 */
    out->kind = ISN_CORE_DATE;
    out->first = at;
    out->day = (int)num.whole;
    out->last = num.last;
    return true;
}

/* ---- feasts and seasons ------------------------------------------------------------------------------------------ */

enum {
    EVE = 60 /* datewords.tsv: an hour plus this is the eve of a feast */,
    EASTER = 20000,
    EASTERN = 30000
};

static void set_feast(isn_core *core, int value) {
    core->kind = ISN_CORE_FEAST;
    if (value >= EASTER) {
        core->easter = (int16_t)(value >= EASTERN ? EASTERN - value : value - EASTER);
        core->month = 4;
        core->day = 1;
        return;
    }
    core->calendar = value > 10000 ? ISN_CAL_HIJRI : ISN_CAL_GREGORIAN;
    core->month = value % 10000 / 100;
    core->day = value % 100;
}

static bool read_feast(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre) {
    isn_core core = isn_no_core;
    isn_dateword d, eve;
    uint32_t from = at;
    if (isn_date_word(&eve, scan, at, ISN_DW(PARTDAY), pre) &&
        !isn_date_broken(scan, eve.last, 0) &&
        isn_date_word(&d, scan, eve.last, ISN_DW(FEAST), 0)) { /* عشية عيد الأضحى, فجر عيد الفطر */
        from = eve.last;
        pre = 0;
        core.feast_day = eve.value >= EVE && eve.value < 100 ? -1 : 0;
        core.night = eve.value == NIGHT; /* ليلة رأس السنة: the one before */
    }
    if (from == at && isn_date_unit(&eve, scan, at, ISN_G_DAY, pre) &&
        (eve.form & ISN_FORM_NUMBER) == ISN_FORM_SG && !isn_date_broken(scan, eve.last, 0) &&
        isn_date_word(&d, scan, eve.last, ISN_DW(FEAST), 0)) { /* يوم الجمعة العظيمة */
        from = eve.last;
        pre = 0;
    }
    if (!isn_date_word(&d, scan, from, ISN_DW(FEAST) | ISN_DW(SEASON), pre) ||
        d.value == ISN_NO_INT)
        return false;
    core.first = at;
    if (d.kind == ISN_DW_FEAST) {
        set_feast(&core, d.value);
        core.grain = d.grain;
    } else {
        core.kind = ISN_CORE_SEASON;
        core.month = d.value;
    }
    isn_date_finish_month(&core, scan, d.last);
    if (d.kind == ISN_DW_SEASON && core.year == 0 && core.dir == ISN_DIR_NONE &&
        core.year_dir == ISN_DIR_NONE)
        return false;
    *out = core;
    return true;
}

/* ---- a year alone ----------------------------------------------------------------------------------------------------- */

static bool read_bare_year(isn_core *out, const isn_scan *scan, uint32_t at) {
    isn_core core = isn_no_core;
    isn_numeral num;
    unsigned things = 1u << ISN_T_PEOPLE | 1u << ISN_T_CASUALTY | 1u << ISN_T_UNIT;
    if (scan->words[at].kind != ISN_TOK_NUMBER || !isn_numeral_read(&num, scan, at, UINT32_MAX) ||
        num.last != at + 1 || num.whole < 1900 || num.whole > 2100 ||
        num.value != (double)num.whole)
        return false;
    const isn_token *token = &scan->text->tokens[scan->words[at].token];
    if (token->fold_len != 4)
        return false;
    if (!isn_date_broken(scan, at + 1, 0) && (scan->word_tables[at + 1] & things))
        return false;
    core.kind = ISN_CORE_DATE;
    core.first = at;
    core.year = (int)num.whole;
    core.last = num.last;
    *out = core;
    return true;
}

/* ---- ranks: the third Tuesday of October, the last day of the month, the second day of the feast ------------------- */

/* [من|في] MONTH or the month, after the head. */
static bool of_month(isn_core *out, const isn_scan *scan, uint32_t at) {
    uint32_t next = at;
    if (isn_date_broken(scan, at, 0))
        return false;
    isn_date_skip(&next, scan, ISN_FN_MIN);
    if (next == at)
        isn_date_skip(&next, scan, ISN_FN_FI);
    if (isn_date_broken(scan, next, 0))
        return false;
    if (isn_date_month_first(out, scan, next, true))
        return out->day == 0;
    return read_unit(out, scan, next, ISN_CL_BEH, true) && out->grain == ISN_G_MONTH;
}

/* Ordinals up to `most`, and the last: -1; 0 none. */
static int rank_at(uint32_t *last, const isn_scan *scan, uint32_t at, int most, unsigned pre) {
    isn_numeral num;
    isn_dateword d;
    if (isn_date_broken(scan, at, ~0u))
        return 0;
    if (isn_numeral_read(&num, scan, at, UINT32_MAX) && (num.flags & ISN_NL_ORDINAL) &&
        num.whole >= 1 && num.whole <= most) {
        *last = num.last;
        return (int)num.whole;
    }
    if (isn_date_word(&d, scan, at, ISN_DW(END) | ISN_DW(LAST), pre) &&
        (d.kind == ISN_DW_END || ((d.pre & ISN_CL_AL) && d.value == 1))) {
        *last = d.last;
        return -1;
    }
    return 0;
}

typedef struct ranked { /* what is counted, and which one */
    int rank, weekday;
    bool rank_first, day, week;
    uint32_t last;
} ranked;

/* ثالث [يوم] ثلاثاء ; الثلاثاء الثالث ; آخر يوم ; ثاني أيام ; الأسبوع الأول */
static bool read_ranked(ranked *out, const isn_scan *scan, uint32_t at, unsigned pre) {
    isn_dateword d;
    ranked r = {.weekday = -1, .last = at};
    if (!isn_date_word(&d, scan, at, ISN_DW(WEEKDAY) | ISN_DW(UNIT), pre)) {
        r.rank = rank_at(&r.last, scan, at, 10, pre);
        r.rank_first = true;
        if (r.rank == 0 || isn_date_broken(scan, r.last, 0))
            return false;
        pre = 0;
    }
    if (isn_date_word(&d, scan, r.last, ISN_DW(UNIT), pre) &&
        (d.grain == ISN_G_DAY || d.grain == ISN_G_WEEK)) {
        unsigned number = d.form & ISN_FORM_NUMBER;
        if (number == ISN_FORM_DU || (number == ISN_FORM_PL && !r.rank_first))
            return false;
        r.day = d.grain == ISN_G_DAY;
        r.week = !r.day;
        r.last = d.last;
        pre = 0;
    }
    if (!r.week && !(r.day && isn_date_broken(scan, r.last, 0)) &&
        isn_date_word(&d, scan, r.last, ISN_DW(WEEKDAY), pre)) {
        r.weekday = d.value;
        r.last = d.last;
    } else if (!r.day && !r.week) {
        return false;
    }
    if (!r.rank_first) {
        if (isn_date_broken(scan, r.last, 0))
            return false;
        r.rank = rank_at(&r.last, scan, r.last, 10, ISN_CL_WAW | ISN_CL_BEH);
    }
    *out = r;
    return r.rank != 0;
}

/* [من] عيد الأضحى ; [من] شهر رمضان, of the n-th day. */
static bool of_feast(isn_core *out, const isn_scan *scan, const ranked *r) {
    uint32_t next = r->last;
    isn_date_skip(&next, scan, ISN_FN_MIN);
    if (!r->day || r->weekday >= 0 || r->rank < 1 || isn_date_broken(scan, next, 0) ||
        !read_feast(out, scan, next, 0) || out->kind != ISN_CORE_FEAST)
        return false;
    out->feast_day = r->rank - 1;
    return true;
}

/* ثالث ثلاثاء بعد عيد الميلاد ; أول جمعة قبل 5 مايو */
static bool beside_date(isn_core *out, const isn_scan *scan, const ranked *r) {
    isn_dateword side;
    if (r->rank < 1 || r->week || (r->weekday < 0 && !r->day) ||
        isn_date_broken(scan, r->last, 0) ||
        !isn_date_word(&side, scan, r->last, ISN_DW(AFTER) | ISN_DW(AGO), 0) ||
        isn_date_broken(scan, side.last, 0))
        return false;
    if (!read_feast(out, scan, side.last, 0) &&
        !(isn_date_calendar(out, scan, side.last, 0, true) && out->day != 0))
        return false;
    out->after_nth = side.kind == ISN_DW_AFTER ? r->rank : -r->rank;
    return true;
}

/* [يوم] الأحد الثاني at the end of what is said: the second, if it is a Sunday, or the second Sunday. */
static bool of_nothing(isn_core *out, const isn_scan *scan, const ranked *r, uint32_t at) {
    if (r->weekday < 0 || r->rank_first || r->rank < 1 || r->last != end_of(scan, at))
        return false;
    *out = isn_no_core;
    out->kind = ISN_CORE_PERIOD;
    out->grain = ISN_G_MONTH;
    out->dir = ISN_DIR_THIS;
    out->last = r->last;
    return true;
}

static bool read_nth(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre) {
    ranked r;
    isn_core core;
    if (!read_ranked(&r, scan, at, pre))
        return false;
    int rank = r.rank;
    if (of_feast(&core, scan, &r)) {
        rank = 0;
    } else if (beside_date(&core, scan, &r)) {
        rank = 0;
    } else if (of_month(&core, scan, r.last) || of_nothing(&core, scan, &r, at)) {
        if (r.week && rank > 5)
            return false;
        if (r.weekday < 0 && !r.week && rank > 1) { /* the third day of October */
            if (core.kind != ISN_CORE_DATE)
                return false;
            core.day = rank;
            rank = 0;
        }
        core.maybe_day = r.weekday >= 0 && !r.rank_first && rank > 0;
        if (rank > 5 && !core.maybe_day)
            return false;
    } else {
        return false;
    }
    *out = core;
    out->first = at;
    out->weekday = r.weekday;
    out->nth = rank;
    out->nth_week = r.week;
    return true;
}

/* ---- parts ---------------------------------------------------------------------------------------------------------------- */

/* [من] العام الجاري, 2023, مارس: what a part is of. */
static bool read_whole(isn_core *out, const isn_scan *scan, uint32_t at) {
    uint32_t after = at;
    isn_date_skip(&after, scan, ISN_FN_MIN);
    if (isn_date_broken(scan, after, 0))
        return false;
    if (!isn_date_month_first(out, scan, after, true) && !read_century(out, scan, after, 0) &&
        !read_unit(out, scan, after, ISN_CL_LAM, true) && !read_bare_year(out, scan, after) &&
        !(read_feast(out, scan, after, 0) && out->kind == ISN_CORE_SEASON))
        return false;
    return out->day == 0;
}

/* النصف الأول من العام الجاري ; الربع الثاني من 2023 ; النصف الأخير من الشهر */
static bool read_half(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre) {
    isn_dateword d;
    uint32_t next;
    if (!isn_date_word(&d, scan, at, ISN_DW(HALF), pre) || !(d.pre & ISN_CL_AL) ||
        isn_date_broken(scan, d.last, 0))
        return false;
    int rank = rank_at(&next, scan, d.last, d.value, 0);
    if (rank == 0 || !read_whole(out, scan, next))
        return false;
    out->first = at;
    out->half = rank < 0 ? d.value : rank;
    out->halves = d.value;
    return true;
}

/* الأشهر الثلاثة الأولى من العام الجاري ; الأيام العشرة الأخيرة من رمضان */
static bool read_span(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre) {
    isn_dateword unit;
    isn_numeral num;
    uint32_t next;
    if (!isn_date_word(&unit, scan, at, ISN_DW(UNIT), pre) || !(unit.pre & ISN_CL_AL) ||
        (unit.form & ISN_FORM_NUMBER) == ISN_FORM_SG || unit.grain < ISN_G_DAY ||
        unit.grain > ISN_G_YEAR || isn_date_broken(scan, unit.last, 0))
        return false;
    int n = (unit.form & ISN_FORM_NUMBER) == ISN_FORM_DU ? 2 : 0;
    next = unit.last;
    if (n == 0) {
        if (!isn_numeral_read(&num, scan, next, UINT32_MAX) || num.whole < 2 || num.whole > 60 ||
            (num.flags & ISN_NL_ORDINAL))
            return false;
        n = (int)num.whole;
        next = num.last;
    }
    if (isn_date_broken(scan, next, 0))
        return false;
    int rank = rank_at(&next, scan, next, 1, 0);
    if (rank == 0 || !read_whole(out, scan, next))
        return false;
    out->first = at;
    out->span_n = n * rank;
    out->span_grain = unit.grain;
    return true;
}

static bool read_part(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre) {
    isn_dateword d;
    if (!isn_date_word(&d, scan, at, ISN_DW(BEGIN) | ISN_DW(MIDDLE) | ISN_DW(END), pre) ||
        isn_date_broken(scan, d.last, 0) || !read_whole(out, scan, d.last))
        return false;
    out->first = at;
    out->part = d.kind == ISN_DW_END      ? ISN_PART_END
                : d.kind == ISN_DW_MIDDLE ? ISN_PART_MIDDLE
                : d.value == 1            ? ISN_PART_FIRST
                                          : ISN_PART_BEGIN;
    return true;
}

/* ---- a number that nothing but its place makes a day ------------------------------------------------------ */

/* "سأعود في 15." ; "أجلت الجلسة إلى الثاني والعشرين": figures after في, an ordinal after إلى, that end the sentence. */
static bool read_bare_day(isn_core *out, const isn_scan *scan, uint32_t at) {
    isn_core core = isn_no_core;
    isn_numeral num;
    uint32_t last;
    if (!isn_numeral_read(&num, scan, at, UINT32_MAX) || num.last != end_of(scan, at) ||
        num.value != (double)num.whole || num.whole < 1 || num.whole > 31 || at == 0)
        return false;
    bool fi = isn_func_at(&last, scan, at - 1, ISN_FN_FI);
    bool to = isn_func_at(&last, scan, at - 1, ISN_FN_ILA) || (num.pre & ISN_CL_LAM);
    bool figures = (num.flags & ISN_NL_DIGITS) != 0;
    bool ordinal = !figures && num.whole > 10 && (num.flags & ISN_NL_DEFINITE);
    if (isn_date_broken(scan, at, 0) || !((fi && figures) || ((fi || to) && ordinal)))
        return false;
    if (fi && at > 1 && scan->words[at - 2].kind == ISN_TOK_NUMBER)
        return false; /* 15 في 20 */
    core.kind = ISN_CORE_DATE;
    core.first = at;
    core.day = (int)num.whole;
    core.last = num.last;
    *out = core;
    return true;
}

/* ---- all together -------------------------------------------------------------------------------------------- */

/* A verb to come stands right before: سأعود 4/22. */
static bool after_future_verb(const isn_scan *scan, uint32_t at) {
    if (at == 0 || isn_date_broken(scan, at, 0))
        return false;
    const isn_word *word = &scan->words[at - 1];
    for (unsigned i = 0; i < word->nreadings; i++)
        if (word->reading[i].symbol != ISN_NO_SYMBOL && (word->reading[i].pre & ISN_CL_SEEN))
            return true;
    uint32_t last;
    return at > 1 &&
           isn_match_kind(&last, scan, at - 2, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_SAWFA, 0xff) &&
           last == at - 1;
}

static bool is_decimal(const isn_scan *scan, uint32_t at) {
    int64_t p[2];
    uint32_t s[2];
    uint8_t w[2];
    return isn_number_pieces(p, s, w, 2, scan, at) == 2 && s[0] == '.';
}

/* [يوم] and a feast whose name begins with a weekday. */
static bool named_day(const isn_scan *scan, uint32_t at, unsigned pre) {
    isn_dateword day, feast;
    if (isn_date_unit(&day, scan, at, ISN_G_DAY, pre) &&
        (day.form & ISN_FORM_NUMBER) == ISN_FORM_SG && !isn_date_broken(scan, day.last, 0)) {
        at = day.last;
        pre = 0;
    }
    return isn_date_word(&feast, scan, at, ISN_DW(FEAST), pre) && feast.last > at + 1 &&
           isn_date_word(&day, scan, at, ISN_DW(WEEKDAY), pre);
}

static bool read_day_word(isn_core *out, const isn_scan *scan, uint32_t at, bool governed) {
    unsigned pre = ISN_CL_WAW | ISN_CL_FEH | ISN_CL_BEH | ISN_CL_LAM;
    uint64_t kinds = isn_date_kinds(scan, at); /* asked once: most words are of one kind */
    uint64_t rank = ISN_DW(WEEKDAY) | ISN_DW(UNIT) | ISN_DW(END) | ISN_DW(LAST);
    uint64_t part = ISN_DW(BEGIN) | ISN_DW(MIDDLE) | ISN_DW(END);
    bool numeral = (scan->word_tables[at] & (1u << ISN_T_NUMERAL)) != 0;
    bool unit = (kinds & ISN_DW(UNIT)) != 0, no_date = false;
    if ((kinds & (ISN_DW(FEAST) | ISN_DW(UNIT))) && named_day(scan, at, pre) &&
        read_feast(out, scan, at, pre))
        return true; /* الجمعة العظيمة is more than a Friday */
    if (((kinds & rank) || numeral) && read_nth(out, scan, at, pre))
        return true;
    if (unit && read_the_day(out, &no_date, scan, at, pre))
        return true;
    if (no_date)
        return false;
    if ((kinds & (ISN_DW(PARTDAY) | ISN_DW(DAY))) && read_day(out, scan, at, pre))
        return true;
    if ((kinds & (ISN_DW(PARTDAY) | ISN_DW(UNIT) | ISN_DW(THIS) | ISN_DW(WEEKDAY))) &&
        read_weekday(out, scan, at, pre))
        return true;
    if (((kinds & ISN_DW(HALF)) && read_half(out, scan, at, pre)) ||
        (unit && read_span(out, scan, at, pre)) ||
        ((kinds & part) && read_part(out, scan, at, pre)) ||
        ((kinds & (ISN_DW(PARTDAY) | ISN_DW(FEAST) | ISN_DW(SEASON))) &&
         read_feast(out, scan, at, pre)) ||
        ((kinds & (ISN_DW(DECADE) | ISN_DW(UNIT))) && read_century(out, scan, at, pre)))
        return true;
    if (isn_date_calendar(out, scan, at, pre, governed))
        return true;
    if (!(kinds & (ISN_DW(THIS) | ISN_DW(UNIT))) || !read_unit(out, scan, at, pre, governed))
        return numeral && read_bare_day(out, scan, at); /* الثانية والعشرين, a second too */
    day_of_week(out, scan);
    return true;
}

bool isn_core_read(isn_core *out, const isn_scan *scan, uint32_t at, bool governed) {
    unsigned pre = ISN_CL_WAW | ISN_CL_FEH | ISN_CL_BEH | ISN_CL_LAM;
    if (at >= scan->nwords)
        return false;
    if (scan->word_tables[at] & (1u << ISN_T_DATEWORD))
        return read_day_word(out, scan, at, governed);
    if ((scan->word_tables[at] & (1u << ISN_T_NUMERAL)) && read_nth(out, scan, at, pre))
        return true;
    if (isn_date_calendar(out, scan, at, pre, governed) ||
        (governed && read_bare_year(out, scan, at)) || read_bare_day(out, scan, at))
        return true;
    return after_future_verb(scan, at) && isn_date_calendar(out, scan, at, pre, true) &&
           out->last == end_of(scan, at) && !is_decimal(scan, at);
}

/* The kind of expression that a core is. */
uint8_t isn_core_rule(const isn_core *core) {
    if (core->nth != 0 || core->after_nth != 0)
        return ISN_RULE_RANK;
    if (core->part != ISN_PART_WHOLE || core->halves != 0 || core->span_n != 0)
        return ISN_RULE_PART;
    switch (core->kind) {
    case ISN_CORE_PERIOD: return ISN_RULE_PERIOD;
    case ISN_CORE_WEEKDAY: return ISN_RULE_WEEKDAY;
    case ISN_CORE_DAY: return ISN_RULE_DAY;
    case ISN_CORE_FEAST: return ISN_RULE_FEAST;
    case ISN_CORE_SEASON: return ISN_RULE_SEASON;
    case ISN_CORE_CENTURY: return ISN_RULE_CENTURY;
    case ISN_CORE_DATE: break;
    }
    if (core->figures)
        return ISN_RULE_FIGURES;
    return core->day != 0 ? ISN_RULE_DATE : core->month != 0 ? ISN_RULE_MONTH : ISN_RULE_YEAR;
}
