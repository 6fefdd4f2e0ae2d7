/* date_resolve.c: counts a core out into days. Left of it: date_core.c; right of it: date.c.
 *
 * Habits of the page: a weekday alone is the last such day up to the day of publication; a day and month without
 * a year the nearest in the past, unless the future is said or lies close by; weeks begin on Saturday. */
#include "match/datework.h"

enum {
    SATURDAY = 6,
    YESTERDAY = -1,
    NEAR_FUTURE = 75 /* days: further ahead, the past is meant */
};

uint8_t isn_date_precision(int32_t start, int32_t end) {
    if (start == ISN_NO_DAY || end == ISN_NO_DAY)
        return 5;
    int32_t days = end - start + 1;
    return days <= 1 ? 1 : days <= 6 ? 2 : days <= 7 ? 3 : days <= 31 ? 4 : 5;
}

static int month_days(int year, int month) {
    int32_t next = month == 12 ? isn_day_of(year + 1, 1, 1) : isn_day_of(year, month + 1, 1);
    return (int)(next - isn_day_of(year, month, 1));
}

int32_t isn_day_add(int32_t day, int n, uint8_t grain) {
    int year, month, mday;
    if (day == ISN_NO_DAY)
        return day;
    if (n > 40000)
        n = 40000;
    if (n < -40000)
        n = -40000;
    switch (grain) {
    case ISN_G_DAY: return day + n;
    case ISN_G_WEEK: return day + 7 * n;
    case ISN_G_MONTH:
    case ISN_G_QUARTER:
    case ISN_G_YEAR:
    case ISN_G_DECADE:
    case ISN_G_CENTURY: break;
    default: return day;
    }
    isn_day_split(day, &year, &month, &mday);
    int64_t months = grain == ISN_G_MONTH     ? n
                     : grain == ISN_G_QUARTER ? 3 * n
                     : grain == ISN_G_YEAR    ? 12 * n
                     : grain == ISN_G_DECADE  ? 120 * n
                                              : 1200 * n;
    int64_t all = (int64_t)year * 12 + month - 1 + months;
    if (all < 12 || all > 2400 * 12)
        return ISN_NO_DAY;
    year = (int)(all / 12);
    month = (int)(all % 12) + 1;
    int most = month_days(year, month);
    return isn_day_of(year, month, mday > most ? most : mday);
}

/* ---- intervals of the calendar ------------------------------------------------------------------------ */

static void set(isn_date *out, int32_t start, int32_t end) {
    out->start = start;
    out->end = end;
}

static int length_of_month(unsigned calendar, int year, int month) {
    return calendar == ISN_CAL_HIJRI ? isn_hijri_month_days(year, month) : month_days(year, month);
}

static int32_t day_in(unsigned calendar, int year, int month, int day) {
    return calendar == ISN_CAL_HIJRI ? isn_hijri_day(year, month, day)
                                     : isn_day_of(year, month, day);
}

/* Begin: the first ten days; middle: a day around the middle; end: from the 21st. */
static void set_month(isn_date *out, unsigned calendar, int year, int month, unsigned part) {
    int last = length_of_month(calendar, year, month), from = 1, to = last;
    if (last == 0) {
        set(out, ISN_NO_DAY, ISN_NO_DAY);
        return;
    }
    if (part == ISN_PART_BEGIN)
        to = 10;
    if (part == ISN_PART_FIRST)
        to = 1;
    if (part == ISN_PART_MIDDLE) {
        from = 14;
        to = 16;
    }
    if (part == ISN_PART_END)
        from = 21;
    set(out, day_in(calendar, year, month, from), day_in(calendar, year, month, to));
}

static void set_year(isn_date *out, unsigned calendar, int year, unsigned part) {
    int from = 1, to = 12;
    if (part == ISN_PART_BEGIN || part == ISN_PART_FIRST)
        to = 1;
    if (part == ISN_PART_MIDDLE) {
        from = 6;
        to = 7;
    }
    if (part == ISN_PART_END)
        from = 12;
    set(out, day_in(calendar, year, from, 1),
        day_in(calendar, year, to, length_of_month(calendar, year, to)));
}

/* Where weeks begin on Monday, as in Lebanon and the Maghreb. */
static int32_t monday(int32_t day) {
    return day - (isn_day_weekday(day) + 6) % 7;
}

static void set_other(isn_date *out, int32_t day, unsigned by) {
    if (day == ISN_NO_DAY || (day == out->start && day == out->end))
        return;
    out->other = day;
    out->other_by = (uint8_t)by;
}

static int32_t week_start(int32_t day) {
    return day - (isn_day_weekday(day) - SATURDAY + 7) % 7;
}

static void cut_part(isn_date *out, unsigned part) {
    int32_t length = out->end - out->start + 1;
    if (part == ISN_PART_FIRST)
        out->end = out->start;
    else if (part == ISN_PART_BEGIN)
        out->end = out->start + (length - 1) / 3;
    else if (part == ISN_PART_END)
        out->start = out->end - (length - 1) / 3;
    else if (part == ISN_PART_MIDDLE)
        set(out, out->start + (length - 1) / 3, out->end - (length - 1) / 3);
}

/* The end of a week is Friday to Sunday: two of these days are free, which ones each country has its way. What lies ahead
 * is meant where the words say so; قتلوا في نهاية الأسبوع is of the last one. */
static void set_weekend(isn_date *out, const isn_core *core, int32_t anchor, bool future) {
    int32_t friday = out->end;
    bool past = !future && (core->dir == ISN_DIR_NONE || core->dir == ISN_DIR_THIS);
    if (friday > anchor &&
        (past || friday - anchor > 4)) /* Saturday, Sunday: this week's end is now */
        friday -= 7;
    set(out, friday, friday + 2);
}

static int offset_of(unsigned dir) {
    switch (dir) {
    case ISN_DIR_LAST: return -1;
    case ISN_DIR_NEXT: return 1;
    case ISN_DIR_LAST2: return -2;
    case ISN_DIR_NEXT2: return 2;
    default: return 0;
    }
}

static bool resolve_period(isn_date *out, const isn_core *core, int32_t anchor, bool future) {
    int year, month, day, n = offset_of(core->dir);
    isn_day_split(anchor, &year, &month, &day);
    switch (core->grain) {
    case ISN_G_DAY: set(out, anchor + n, anchor + n); return true;
    case ISN_G_WEEK:
        set(out, week_start(anchor) + 7 * n, week_start(anchor) + 7 * n + 6);
        if (core->part == ISN_PART_END)
            set_weekend(out, core, anchor, future);
        else
            cut_part(out, core->part);
        if (core->part == ISN_PART_WHOLE)
            set_other(out, monday(anchor) + 7 * n, ISN_BY_WEEK);
        return true;
    case ISN_G_MONTH:
        month += n + 11;
        set_month(out, ISN_CAL_GREGORIAN, year - 1 + month / 12, month % 12 + 1, core->part);
        return true;
    case ISN_G_QUARTER:
        month = (month - 1) / 3 + n + 4;
        year += month / 4 - 1;
        month = month % 4 * 3 + 1;
        set(out, isn_day_of(year, month, 1),
            isn_day_of(year, month + 2, month_days(year, month + 2)));
        cut_part(out, core->part);
        return true;
    case ISN_G_YEAR: set_year(out, ISN_CAL_GREGORIAN, year + n, core->part); return true;
    default: {
        int size = core->grain == ISN_G_DECADE ? 10 : 100;
        year = (year / size + n) * size;
        set(out, isn_day_of(year, 1, 1), isn_day_of(year + size - 1, 12, 31));
        cut_part(out, core->part);
        return true;
    }
    }
}

/* ---- weekdays ------------------------------------------------------------------------------------------- */

static int32_t weekday_near(int weekday, int32_t anchor, unsigned dir, bool future) {
    int back = (isn_day_weekday(anchor) - weekday + 7) % 7;
    if (dir == ISN_DIR_LAST || dir == ISN_DIR_LAST2)
        return anchor - (back == 0 ? 7 : back) - (dir == ISN_DIR_LAST2 ? 7 : 0);
    if (dir == ISN_DIR_NEXT || dir == ISN_DIR_NEXT2)
        return anchor + 7 - back + (dir == ISN_DIR_NEXT2 ? 7 : 0);
    return future && back != 0 ? anchor + 7 - back : anchor - back;
}

static void resolve_weekday(isn_date *out, const isn_core *core, int32_t anchor, bool future) {
    int32_t day;
    if (core->week_dir != ISN_DIR_NONE) {
        int32_t week = week_start(anchor) + 7 * offset_of((unsigned)core->week_dir);
        day = week + (core->weekday - SATURDAY + 7) % 7;
        set(out, day, day);
        set_other(
            out, monday(anchor) + 7 * offset_of((unsigned)core->week_dir) + (core->weekday + 6) % 7,
            ISN_BY_WEEK);
    } else if (core->weekday2 >= 0) { /* the night of two days: it ends on or before the anchor */
        day = weekday_near(core->weekday2, anchor, core->dir, future) - 1;
    } else {
        day = weekday_near(core->weekday, anchor, core->dir, future);
    }
    int32_t last = core->weekday2 >= 0 ? day + 1 : day;
    set(out, core->past_midnight ? last : day, last);
}

/* ---- dates ---------------------------------------------------------------------------------------------- */

static void set_date(isn_date *out, const isn_core *core, int year) {
    if (core->month == 0) {
        set_year(out, core->calendar, year, core->part);
        return;
    }
    if (core->day == 0) {
        set_month(out, core->calendar, year, core->month, core->part);
        return;
    }
    int32_t start = day_in(core->calendar, year, core->month, core->day);
    int32_t end =
        core->day2 > core->day ? day_in(core->calendar, year, core->month, core->day2) : start;
    set(out, start, end);
}

static bool agrees(const isn_date *d, const isn_core *core) {
    return core->weekday >= 0 && d->start != ISN_NO_DAY &&
           isn_day_weekday(d->start) == core->weekday;
}

static bool usable(const isn_date *d) {
    return d->start != ISN_NO_DAY && d->end != ISN_NO_DAY;
}

static bool choose_future(const isn_core *core, const isn_date *past, const isn_date *next,
                          int32_t anchor, bool future) {
    if (core->dir == ISN_DIR_NEXT)
        return true;
    if (core->dir == ISN_DIR_LAST)
        return false;
    if (!usable(past) || !usable(next))
        return usable(next);
    if (agrees(past, core) != agrees(next, core))
        return agrees(next, core);
    if (future)
        return true;
    return next->start - anchor <= NEAR_FUTURE && anchor - past->end > 365 - NEAR_FUTURE - 35;
}

/* The year that a day and month without one lie in. */
static void yearless(isn_date *out, const isn_core *core, int32_t anchor, bool future) {
    int year, month, mday;
    isn_date past = *out, next = *out, this_year = *out;
    if (core->calendar == ISN_CAL_HIJRI)
        isn_hijri_split(anchor, &year, &month, &mday);
    else
        isn_day_split(anchor, &year, &month, &mday);
    set_date(&this_year, core, year);
    out->flags |= ISN_DF_YEARLESS;
    if (core->dir == ISN_DIR_THIS) {
        *out = this_year;
        out->flags |= ISN_DF_YEARLESS;
        return;
    }
    /* a whole month that holds the anchor is past and present; said "next" it is not meant */
    bool begun = this_year.start != ISN_NO_DAY && this_year.start <= anchor &&
                 !(core->dir == ISN_DIR_LAST && this_year.end >= anchor);
    bool ahead = this_year.start == ISN_NO_DAY || this_year.start > anchor;
    if (this_year.start == ISN_NO_DAY) { /* 29 February */
        begun = false;
        ahead = false;
    }
    set_date(&past, core, begun ? year : year - 1);
    set_date(&next, core, ahead ? year : year + 1);
    bool later = choose_future(core, &past, &next, anchor,
                               future && !(this_year.start <= anchor && this_year.end >= anchor));
    uint16_t flags = out->flags;
    *out = later ? next : past;
    out->flags = flags;
}

/* The month, counted from year 0, that a bare day of the month lies in: the one where the weekday beside it is
 * right; else the nearest on the side that the tense asks for. */
static int month_near(const isn_core *core, int here, int32_t anchor, bool future) {
    int best = -1;
    for (int all = here - 1; all <= here + 1; all++) {
        isn_core plain = *core;
        isn_date day = {.start = ISN_NO_DAY, .end = ISN_NO_DAY};
        plain.month = all % 12 + 1;
        set_date(&day, &plain, all / 12);
        if (day.start == ISN_NO_DAY || (core->weekday >= 0 && !agrees(&day, core)))
            continue;
        bool fits = future ? day.start >= anchor : day.start <= anchor;
        if (best < 0 || (fits && !(future && best >= here)))
            best = all;
    }
    return best < 0 ? here : best;
}

enum { FAR = 730, NEAR = 366 /* days */ };

/* 16/04/21 may begin with its year, and 08/12/2015 with its month. The day stands first in Arabic, but where that
 * is years away from the anchor and the other order is near, the year stood first. */
static void other_order(isn_date *out, const isn_core *core, int32_t anchor) {
    if (core->year_first != 0 && anchor != ISN_NO_DAY && out->start != ISN_NO_DAY) {
        int32_t day = isn_day_of(core->year_first, core->month, core->last_figure);
        int32_t far = out->start - anchor, near = day - anchor;
        if (day != ISN_NO_DAY && (far > FAR || far < -FAR) && near < NEAR && near > -NEAR) {
            set(out, day, day);
            return;
        }
    }
    if (core->swaps)
        set_other(out, day_in(core->calendar, core->year, core->day, core->month), ISN_BY_ORDER);
}

static void resolve_date(isn_date *out, const isn_core *core, int32_t anchor, bool future) {
    int year, month, mday;
    isn_core plain = *core;
    if (core->month == 0 && core->day == 0 && core->year != 0) {
        set_year(out, core->calendar, core->year, core->part);
        return;
    }
    if (core->month != 0 && core->year != 0) {
        set_date(out, core, core->year);
        if (core->figures)
            other_order(out, core, anchor);
        return;
    }
    if (anchor == ISN_NO_DAY) {
        set(out, ISN_NO_DAY, ISN_NO_DAY);
        return;
    }
    if (core->calendar == ISN_CAL_HIJRI)
        isn_hijri_split(anchor, &year, &month, &mday);
    else
        isn_day_split(anchor, &year, &month, &mday);
    out->anchor = anchor;
    if (core->month == 0) { /* the tenth of this month; the sixteenth, Saturday */
        int all = year * 12 + month - 1 + offset_of((unsigned)core->month_dir);
        if (core->month_dir == ISN_DIR_NONE)
            all = month_near(core, all, anchor, future);
        plain.month = all % 12 + 1;
        set_date(out, &plain, all / 12);
        out->flags |= ISN_DF_RELATIVE;
        return;
    }
    if (core->year_dir != ISN_DIR_NONE) {
        set_date(out, core, year + offset_of((unsigned)core->year_dir));
        out->flags |= ISN_DF_RELATIVE;
        return;
    }
    yearless(out, core, anchor, future);
}

static void resolve_season(isn_date *out, const isn_core *core, int32_t anchor) {
    int year = core->year, month, mday;
    if (year == 0) {
        int now;
        isn_day_split(anchor, &now, &month, &mday);
        unsigned dir = core->year_dir != ISN_DIR_NONE ? (unsigned)core->year_dir : core->dir;
        year = now + offset_of(dir);
        if (core->year_dir == ISN_DIR_NONE && dir == ISN_DIR_LAST && month > core->month + 2)
            year = now; /* last summer, said in autumn */
        if (core->year_dir == ISN_DIR_NONE && dir == ISN_DIR_NEXT && month < core->month)
            year = now;
    }
    int end = core->month + 2, end_year = year + (end > 12);
    end = end > 12 ? end - 12 : end;
    set(out, isn_day_of(year, core->month, 1),
        isn_day_of(end_year, end, month_days(end_year, end)));
}

/* Easter by the western reckoning (Meeus, Jones, Butcher), or by the eastern one. */
static int32_t easter_of(int year, bool eastern) {
    if (eastern) {
        int moon = (19 * (year % 19) + 15) % 30,
            rest = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
        int month = (moon + rest + 114) / 31, day = (moon + rest + 114) % 31 + 1;
        return isn_day_of(year, month, day) + year / 100 - year / 400 - 2; /* of the old calendar */
    }
    int a = year % 19, b = year / 100, c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
    return isn_day_of(year, n / 31, n % 31 + 1);
}

/* The Easter that is meant, and that of the other churches beside it. */
static void resolve_easter(isn_date *out, const isn_core *core, int32_t anchor, bool future) {
    int year = core->year, month, mday;
    bool eastern = core->easter < 0;
    int move = (eastern ? -core->easter : core->easter) - 100;
    if (year == 0) {
        if (anchor == ISN_NO_DAY)
            return;
        unsigned dir = core->year_dir != ISN_DIR_NONE ? (unsigned)core->year_dir : core->dir;
        isn_day_split(anchor, &year, &month, &mday);
        int32_t day = easter_of(year, eastern) + move;
        if (core->year_dir != ISN_DIR_NONE)
            year += offset_of(dir);
        else if (dir == ISN_DIR_NEXT || (dir == ISN_DIR_NONE && future))
            year += day < anchor;
        else if (dir != ISN_DIR_THIS)
            year -= day > anchor && !(dir == ISN_DIR_NONE && day - anchor <= NEAR_FUTURE);
        out->flags |= ISN_DF_YEARLESS;
    }
    if (year < 1583 || year > 2200)
        return;
    set(out, easter_of(year, eastern) + move, easter_of(year, eastern) + move);
    set_other(out, easter_of(year, !eastern) + move, ISN_BY_RITE);
}

/* A Gregorian year beside a Hijri feast: the one that falls in it. */
static void resolve_feast(isn_date *out, const isn_core *core, int32_t anchor, bool future) {
    isn_core plain = *core;
    plain.kind = ISN_CORE_DATE;
    if (core->easter != 0) {
        resolve_easter(out, core, anchor, future);
        return;
    }
    if (core->calendar == ISN_CAL_HIJRI && core->year > 1700) {
        int year, month, mday;
        isn_hijri_split(isn_day_of(core->year, 1, 1), &year, &month, &mday);
        for (int y = year; y <= year + 1; y++) {
            int gregorian;
            set_date(out, &plain, y);
            if (!usable(out))
                continue;
            isn_day_split(out->start, &gregorian, &month, &mday);
            if (gregorian == core->year)
                return;
        }
        return;
    }
    resolve_date(out, &plain, anchor, future);
}

static bool month_of_other_year(const isn_core *core) {
    return core->kind == ISN_CORE_DATE && core->calendar == ISN_CAL_HIJRI && core->year > 1700;
}

/* القرن التاسع عشر from 1801; تسعينيات from 1990; العقد الأول من القرن الحالي counted from the anchor's. */
static void resolve_century(isn_date *out, const isn_core *core, int32_t anchor) {
    int year, month, mday, from = core->year;
    if (core->dir != ISN_DIR_NONE) {
        if (anchor == ISN_NO_DAY)
            return;
        isn_day_split(anchor, &year, &month, &mday);
        from += (year / 100 + offset_of(core->dir)) * 100;
    }
    int to = from + core->day2 - 1, third = core->day2 * 3 / 10;
    if (core->part == ISN_PART_BEGIN || core->part == ISN_PART_FIRST)
        to = from + third - 1; /* مطلع التسعينيات: three years */
    if (core->part == ISN_PART_END)
        from = to - third + 1;
    if (core->part == ISN_PART_MIDDLE) {
        to -= third;
        from += third;
    }
    set(out, isn_day_of(from, 1, 1), isn_day_of(to, 12, 31));
}

/* النصف الأول من العام: months where they divide it, else days. */
static void cut_half(isn_date *d, const isn_core *core) {
    int y1, m1, y2, m2, day;
    if (!usable(d) || core->halves < 2)
        return;
    isn_day_split(d->start, &y1, &m1, &day);
    isn_day_split(d->end, &y2, &m2, &day);
    int months = (y2 - y1) * 12 + m2 - m1 + 1, size = months / core->halves;
    if (months % core->halves == 0) {
        int32_t start = isn_day_add(d->start, size * (core->half - 1), ISN_G_MONTH);
        set(d, start, isn_day_add(start, size, ISN_G_MONTH) - 1);
        return;
    }
    int32_t length = d->end - d->start + 1, from = d->start;
    if (months > 1)
        return;
    d->start = from + length * (core->half - 1) / core->halves;
    d->end = from + length * core->half / core->halves - 1;
}

/* The n-th such weekday, or day, after the end of `d`, or before its start. */
static void count_beside(isn_date *d, const isn_core *core) {
    int n = core->after_nth, count = n < 0 ? -n : n;
    int32_t day = n > 0 ? d->end : d->start;
    if (core->weekday < 0)
        day += n;
    else if (n > 0)
        day += (core->weekday - isn_day_weekday(day) + 6) % 7 + 1 + 7 * (count - 1);
    else
        day -= (isn_day_weekday(day) - core->weekday + 6) % 7 + 1 + 7 * (count - 1);
    set(d, day, day);
}

/* The n-th seven days of a month; the other reading begins weeks on Monday. */
static void pick_week(isn_date *d, const isn_core *core) {
    int32_t first = d->start, last = d->end;
    int32_t first_monday = first + (8 - isn_day_weekday(first)) % 7;
    int32_t last_monday = monday(last) + 6 > last ? monday(last) - 7 : monday(last);
    int32_t start = core->nth < 0 ? last - 6 : first + 7 * (core->nth - 1);
    set(d, start, start + 6 > last ? last : start + 6);
    set_other(d, core->nth < 0 ? last_monday : first_monday + 7 * (core->nth - 1), ISN_BY_WEEK);
}

/* The n-th such weekday, or the first or last day, of the month in `d`. */
static void pick_nth(isn_date *d, const isn_core *core) {
    int32_t first = d->start, last = d->end, day;
    if (core->weekday < 0)
        day = core->nth < 0 ? last : first;
    else if (core->nth < 0)
        day = last - (isn_day_weekday(last) - core->weekday + 7) % 7;
    else
        day = first + (core->weekday - isn_day_weekday(first) + 7) % 7 + 7 * (core->nth - 1);
    if (day < first || day > last)
        day = ISN_NO_DAY;
    set(d, day, day);
}

/* الثلاثاء الثالث من أكتوبر: the third of October if it is a Tuesday, else the third Tuesday. A month that is not said is
 * that of the anchor or one beside it. */
static void pick_rank(isn_date *out, const isn_core *core, int32_t anchor, bool future) {
    isn_core plain = *core;
    isn_date day;
    if (core->nth_week) {
        pick_week(out, core);
        return;
    }
    plain.nth = 0;
    plain.maybe_day = false;
    plain.kind = ISN_CORE_DATE;
    plain.day = core->nth;
    if (core->kind == ISN_CORE_PERIOD) {
        plain.month = 0;
        plain.month_dir = plain.dir == ISN_DIR_THIS ? ISN_DIR_NONE : plain.dir;
        plain.dir = ISN_DIR_NONE;
    }
    bool found = core->maybe_day && isn_core_resolve(&day, &plain, anchor, future) &&
                 !(day.flags & ISN_DF_CLASH);
    pick_nth(out, core);
    if (!found)
        return;
    int32_t other = out->start;
    set(out, day.start, day.end);
    set_other(out, other, ISN_BY_RANK);
}

/* The one day that a loose word points to: the 15th for the middle of a month. */
static void exact_day(isn_date *out, const isn_core *core) {
    if (!usable(out) || out->other != ISN_NO_DAY)
        return;
    if (core->part == ISN_PART_BEGIN)
        set_other(out, out->start, ISN_BY_COUNT);
    else if (core->part == ISN_PART_END)
        set_other(out, out->end, ISN_BY_COUNT);
    else if (core->part == ISN_PART_MIDDLE && out->end - out->start < 31) {
        set_other(out, out->start + (out->end - out->start) / 2, ISN_BY_COUNT);
    }
}

bool isn_core_resolve(isn_date *out, const isn_core *core, int32_t anchor, bool future) {
    isn_core base = *core;
    if (core->nth != 0 &&
        core->weekday >= 0) { /* the weekday is no check on the month's first day */
        base.nth = 0;
        base.weekday = -1;
        if (!isn_core_resolve(out, &base, anchor, future))
            return false;
        pick_rank(out, core, anchor, future);
        out->rule = ISN_RULE_RANK;
        out->precision = isn_date_precision(out->start, out->end);
        return out->start != ISN_NO_DAY;
    }
    if (core->after_nth != 0) {
        base.after_nth = 0;
        base.weekday = -1; /* it is not that of the date beside which days are counted */
        if (!isn_core_resolve(out, &base, anchor, future))
            return false;
        count_beside(out, core);
        out->rule = ISN_RULE_RANK;
        out->precision = 1;
        out->other = ISN_NO_DAY;
        out->other_by = ISN_BY_NONE;
        return true;
    }
    bool relative = core->kind != ISN_CORE_DATE && core->kind != ISN_CORE_FEAST &&
                    !(core->kind == ISN_CORE_CENTURY && core->dir == ISN_DIR_NONE);
    *out = (isn_date){.first = core->first,
                      .last = core->last,
                      .start = ISN_NO_DAY,
                      .end = ISN_NO_DAY,
                      .precision = 5,
                      .kind = ISN_DATE_AT,
                      .anchor = ISN_NO_DAY,
                      .other = ISN_NO_DAY,
                      .rule = isn_core_rule(core),
                      .from = ISN_NO_TIME,
                      .to = ISN_NO_TIME};
    int dirs[] = {core->dir, core->year_dir, core->month_dir};
    for (unsigned i = 0; i < 3; i++) {
        if (offset_of((unsigned)dirs[i]) > 0)
            out->flags |= ISN_DF_FUTURE;
        if (offset_of((unsigned)dirs[i]) < 0)
            out->flags |= ISN_DF_PAST;
    }
    if (relative && !(core->kind == ISN_CORE_SEASON && core->year != 0)) {
        out->flags |= ISN_DF_RELATIVE;
        out->anchor = anchor;
        if (anchor == ISN_NO_DAY)
            return false;
    }
    switch (core->kind) {
    case ISN_CORE_PERIOD: resolve_period(out, core, anchor, future); break;
    case ISN_CORE_WEEKDAY: resolve_weekday(out, core, anchor, future); break;
    case ISN_CORE_DAY:
        set(out, anchor + core->offset, anchor + core->offset);
        if (core->weekday >= 0 && isn_day_weekday(out->start) != core->weekday)
            out->flags |= ISN_DF_CLASH;
        break;
    case ISN_CORE_SEASON: resolve_season(out, core, anchor); break;
    case ISN_CORE_FEAST: resolve_feast(out, core, anchor, future); break;
    case ISN_CORE_CENTURY: resolve_century(out, core, anchor); break;
    default:
        if (month_of_other_year(core))
            resolve_feast(out, core, anchor, future);
        else
            resolve_date(out, core, anchor, future);
        if (core->nth == 0 && core->weekday >= 0 && core->weekday2 < 0 &&
            out->start != ISN_NO_DAY && !agrees(out, core))
            out->flags |= ISN_DF_CLASH;
    }
    if (out->start == ISN_NO_DAY && out->end == ISN_NO_DAY)
        return false;
    if (core->kind == ISN_CORE_FEAST && core->grain == ISN_G_WEEK && usable(out))
        out->end = out->start +
                   (core->month == 12 ? 3 : 2); /* عطلة عيد الفطر: three days, of الأضحى four */
    if (core->feast_day != 0 && usable(out))
        set(out, out->start + core->feast_day, out->start + core->feast_day);
    if (core->nth != 0)
        pick_rank(out, core, anchor, future);
    if (core->halves != 0)
        cut_half(out, core);
    if (core->span_n > 0 && usable(out))
        out->end = isn_day_add(out->start, core->span_n, core->span_grain) - 1;
    if (core->span_n < 0 && usable(out))
        out->start = isn_day_add(out->end + 1, core->span_n, core->span_grain);
    exact_day(out, core);
    if (core->night && core->kind == ISN_CORE_FEAST && usable(out))
        out->start--;
    else if (core->night && core->kind != ISN_CORE_WEEKDAY && out->start == out->end &&
             out->end < anchor)
        out->end++; /* ليلة أمس; ليل الثلاثاء is of the day that is named, as its evening is */
    if (core->kind == ISN_CORE_DAY && core->offset > 0 && !core->same)
        out->flags |= ISN_DF_FUTURE;
    out->precision = isn_date_precision(out->start, out->end);
    return true;
}
