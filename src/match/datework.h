/* datework.h: what the date files share. Private to match/. date_core.c reads a point or period of the
 * calendar (core), date_span.c lengths of time, date.c puts since, until, during and ranges around them. */
#ifndef ISN_MATCH_DATEWORK_H
#define ISN_MATCH_DATEWORK_H

#include "match/hijri.h"
#include "match/numeral.h"

/* A date word of the lexicon at a word. */
typedef struct isn_dateword {
    uint8_t kind, grain;
    int32_t value;
    uint32_t last;
    unsigned form, pre;
} isn_dateword;

typedef enum isn_core_kind {
    ISN_CORE_DATE,    /* year, month, day: 0 where not said */
    ISN_CORE_PERIOD,  /* a unit with a direction: last week, this month */
    ISN_CORE_WEEKDAY, /* with a direction */
    ISN_CORE_DAY,     /* days from the anchor */
    ISN_CORE_FEAST,   /* month and day of one of the calendars */
    ISN_CORE_SEASON,  /* three months */
    ISN_CORE_CENTURY  /* a century or decade: `year` its first, `day2` how many */
} isn_core_kind;

enum { ISN_PART_WHOLE, ISN_PART_BEGIN, ISN_PART_MIDDLE, ISN_PART_END, ISN_PART_FIRST };
enum {
    ISN_DIR_NONE,
    ISN_DIR_LAST,
    ISN_DIR_THIS,
    ISN_DIR_NEXT,
    ISN_DIR_LAST2, /* الأسبوع قبل الماضي */
    ISN_DIR_NEXT2  /* الأسبوع بعد المقبل */
};

/* A point or period before it is counted out. */
typedef struct isn_core {
    isn_core_kind kind;
    uint32_t first, last;
    uint8_t calendar, grain, part, dir;
    int year, month, day, day2; /* day2: end of "13 to 15 July" */
    int weekday, weekday2;      /* -1: none */
    int week_dir;               /* ISN_DIR_* of "of last week"; NONE */
    int month_dir;              /* of "the tenth of the current month" */
    int year_dir;               /* "February of last year" */
    int offset;                 /* CORE_DAY */
    bool has_offset;            /* "yesterday Thursday": the offset beside a date or weekday */
    uint32_t
        weekday_last; /* where the weekday of "Friday 15" ends, if 15 should be no day of the month */
    bool past_midnight; /* of the night of two days, the second */
    bool night;       /* "the night of Thursday": it goes on into the next day */
    bool same;        /* "of the same month": counted from the date before */
    int nth;          /* "the third Tuesday of October"; -1 the last */
    bool maybe_day;   /* "Tuesday the third of October": a day of the month, if that is a Tuesday */
    bool nth_week;    /* "the first week of March" */
    int16_t
        easter; /* of a feast: days from Easter, plus 100; 0 none, negative: by the eastern reckoning */
    int feast_day; /* "the second day of the feast": days added */
    int after_nth; /* "the third Tuesday after Christmas", -1 "the first before" */
    int span_n;    /* "the first three months of the year"; negative: the last */
    uint8_t span_grain;
    int half, halves; /* "the second quarter of the year" */
    bool figures;
    bool swaps;     /* day and month in figures might change places */
    int year_first; /* 16/04/21: the year, if it stands first; the day is then `last_figure` */
    int last_figure;
} isn_core;

typedef struct isn_datework {
    isn_arena *arena;
    const isn_scan *scan;
    int32_t anchor;
} isn_datework;

/* The date word at `at` of one of `kinds` (bits); the longest. `pre`: allowed proclitics beside the article. */
bool isn_date_word_of(isn_dateword *out, const isn_scan *scan, uint32_t at, uint64_t kinds,
                      unsigned pre);
static inline bool isn_date_word(isn_dateword *out, const isn_scan *scan, uint32_t at,
                                 uint64_t kinds, unsigned pre) {
    return at < scan->nwords && scan->word_tables[at] & (1u << ISN_T_DATEWORD) &&
           scan->date_kinds[at] & kinds && isn_date_word_of(out, scan, at, kinds, pre);
}
#define ISN_DW(kind) (UINT64_C(1) << ISN_DW_##kind)

/* The kinds of date word that begin at a word that has ISN_T_DATEWORD. */
static inline uint64_t isn_date_kinds(const isn_scan *scan, uint32_t at) {
    return scan->date_kinds[at];
}

bool isn_func_at(uint32_t *last, const isn_scan *scan, uint32_t at, int32_t kind);

extern const isn_core isn_no_core;

/* Is there a sign before the word at `at`, other than those of `allowed`, over which no date goes on? */
static inline bool isn_date_broken(const isn_scan *scan, uint32_t at, unsigned allowed) {
    return at >= scan->nwords || (scan->words[at].flags & ISN_WF_BREAK & ~allowed) != 0;
}
/* Passes over a preposition. */
void isn_date_skip(uint32_t *at, const isn_scan *scan, int32_t kind);
bool isn_date_unit(isn_dateword *d, const isn_scan *scan, uint32_t at, uint8_t grain, unsigned pre);
/* ISN_DIR_* of the adjective at `*at`, which moves on: الماضي, الجاري, المقبل. */
int isn_date_direction(bool *same, uint32_t *at, const isn_scan *scan);
/* Is it an adjective of two: الماضيين, المقبلتين? */
bool isn_date_of_two(const isn_scan *scan, uint32_t at);

/* date_calendar.c: the small pieces move `*at` on when they are there. */
bool isn_date_year(int *year, uint32_t *at, const isn_scan *scan, int least);
void isn_date_year_part(isn_core *core, uint32_t *at, const isn_scan *scan);
void isn_date_era(isn_core *core, uint32_t *at, const isn_scan *scan);
void isn_date_finish_month(isn_core *core, const isn_scan *scan, uint32_t at);
bool isn_date_month_first(isn_core *out, const isn_scan *scan, uint32_t at, bool governed);
bool isn_date_day_number(int *day, uint32_t *last, const isn_scan *scan, uint32_t at, unsigned pre);
/* A date of one calendar, or of both side by side. */
bool isn_date_calendar(isn_core *out, const isn_scan *scan, uint32_t at, unsigned pre,
                       bool governed);

/* Reads a core at `at`; `governed`: a preposition of time stands before it, so that a bare month or
 * "the month" is a date. */
bool isn_core_read(isn_core *out, const isn_scan *scan, uint32_t at, bool governed);

uint8_t isn_core_rule(const isn_core *core); /* ISN_RULE_* */

/* A length of time: three days, 48 hours, the past two weeks, a month and a half. */
typedef struct isn_length {
    uint32_t first, last;
    int32_t n;    /* of `grain`; 0 when not known (بضعة أيام) */
    int32_t days; /* added: hours rounded up */
    uint8_t grain, dir;
    int32_t more_n; /* "سنة وشهران": a second part */
    uint8_t more_grain;
    int32_t rest; /* days of a third part */
    bool vague;   /* بضعة أيام: three at least */
    bool said;    /* with a number, a dual or an accusative: no bare "day" */
} isn_length;

bool isn_length_read(isn_length *out, const isn_scan *scan, uint32_t at);
/* The end of من الآن, من اليوم at `at`, or 0: a length before it is counted from the anchor. */
uint32_t isn_from_now(const isn_scan *scan, uint32_t at);

/* A time of the day; `named`: the word for hour stands before it. */
typedef struct isn_clock {
    uint32_t first, last;
    int16_t from, to;
    bool named;
} isn_clock;

bool isn_clock_read(isn_clock *out, const isn_scan *scan, uint32_t at);

/* The interval of a core; false when it needs an anchor and there is none. `future`: what it governs is to
 * come. */
bool isn_core_resolve(isn_date *out, const isn_core *core, int32_t anchor, bool future);


/* date_tie.c: joins what belongs together; `dates` may become fewer. */
void isn_date_tie(isn_dates *dates, const isn_scan *scan, int32_t anchor);

#endif
