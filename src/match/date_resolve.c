/* date_resolve.c: counts a core out into days. Left of it: date_core.c; right of it: date.c.
 *
 * Habits of the page: a weekday alone is the last such day up to the day of publication; a day and month without
 * a year the nearest in the past, unless the future is said or lies close by; weeks begin on Saturday. */
#include "match/datework.h"

enum { SATURDAY = 6, NEAR_FUTURE = 75 /* days: further ahead, the past is meant */ };

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

static int offset_of(unsigned dir) {
    return dir == ISN_DIR_LAST ? -1 : dir == ISN_DIR_NEXT ? 1 : 0;
}

static bool resolve_period(isn_date *out, const isn_core *core, int32_t anchor) {
    int year, month, day, n = offset_of(core->dir);
    isn_day_split(anchor, &year, &month, &day);
    switch (core->grain) {
    case ISN_G_DAY: set(out, anchor + n, anchor + n); return true;
    case ISN_G_WEEK:
        set(out, week_start(anchor) + 7 * n, week_start(anchor) + 7 * n + 6);
        cut_part(out, core->part);
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
    if (dir == ISN_DIR_LAST)
        return anchor - (back == 0 ? 7 : back);
    if (dir == ISN_DIR_NEXT)
        return anchor + 7 - back;
    return future && back != 0 ? anchor + 7 - back : anchor - back;
}

static void resolve_weekday(isn_date *out, const isn_core *core, int32_t anchor, bool future) {
    int32_t day;
    if (core->week_dir != ISN_DIR_NONE) {
        int32_t week = week_start(anchor) + 7 * offset_of((unsigned)core->week_dir);
        day = week + (core->weekday - SATURDAY + 7) % 7;
    } else if (core->weekday2 >= 0) { /* the night of two days: it ends on or before the anchor */
        day = weekday_near(core->weekday2, anchor, core->dir, future) - 1;
    } else {
        day = weekday_near(core->weekday, anchor, core->dir, future);
    }
    set(out, day, core->weekday2 >= 0 ? day + 1 : day);
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

static void resolve_date(isn_date *out, const isn_core *core, int32_t anchor, bool future) {
    int year, month, mday;
    isn_core plain = *core;
    if (core->month == 0 && core->day == 0 && core->year != 0) {
        set_year(out, core->calendar, core->year, core->part);
        return;
    }
    if (core->month != 0 && core->year != 0) {
        set_date(out, core, core->year);
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

/* A Gregorian year beside a Hijri feast: the one that falls in it. */
static void resolve_feast(isn_date *out, const isn_core *core, int32_t anchor, bool future) {
    isn_core plain = *core;
    plain.kind = ISN_CORE_DATE;
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

bool isn_core_resolve(isn_date *out, const isn_core *core, int32_t anchor, bool future) {
    bool relative = core->kind != ISN_CORE_DATE && core->kind != ISN_CORE_FEAST;
    *out = (isn_date){.first = core->first,
                      .last = core->last,
                      .start = ISN_NO_DAY,
                      .end = ISN_NO_DAY,
                      .precision = 5,
                      .kind = ISN_DATE_AT,
                      .anchor = ISN_NO_DAY,
                      .other = ISN_NO_DAY};
    if (core->dir == ISN_DIR_NEXT || core->year_dir == ISN_DIR_NEXT ||
        core->month_dir == ISN_DIR_NEXT)
        out->flags |= ISN_DF_FUTURE;
    if (core->dir == ISN_DIR_LAST || core->year_dir == ISN_DIR_LAST ||
        core->month_dir == ISN_DIR_LAST)
        out->flags |= ISN_DF_PAST;
    if (relative && !(core->kind == ISN_CORE_SEASON && core->year != 0)) {
        out->flags |= ISN_DF_RELATIVE;
        out->anchor = anchor;
        if (anchor == ISN_NO_DAY)
            return false;
    }
    switch (core->kind) {
    case ISN_CORE_PERIOD: resolve_period(out, core, anchor); break;
    case ISN_CORE_WEEKDAY: resolve_weekday(out, core, anchor, future); break;
    case ISN_CORE_DAY:
        set(out, anchor + core->offset, anchor + core->offset);
        if (core->weekday >= 0 && isn_day_weekday(out->start) != core->weekday)
            out->flags |= ISN_DF_CLASH;
        break;
    case ISN_CORE_SEASON: resolve_season(out, core, anchor); break;
    case ISN_CORE_FEAST: resolve_feast(out, core, anchor, future); break;
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
    if (core->nth != 0)
        pick_nth(out, core);
    if (core->night && out->start == out->end && out->end < anchor)
        out->end++;
    if (core->kind == ISN_CORE_DAY && core->offset > 0 && !core->same)
        out->flags |= ISN_DF_FUTURE;
    out->precision = isn_date_precision(out->start, out->end);
    return true;
}
