/* page_date.c: dates as machines write them into pages, headers and feeds → a day, and the time with its
 * zone. The day is that of the zone it is written in: what readers of the paper saw. */
#include <stdio.h>
#include <strings.h>

#include "article/page.h"

typedef struct scanner {
    const char *p, *end;
} scanner;

typedef struct moment {
    int year, month, day, hour, minute, second, zone; /* zone in minutes */
    bool has_time, has_zone;
} moment;

static bool digit(const scanner *s, size_t i) {
    return s->p + i < s->end && s->p[i] >= '0' && s->p[i] <= '9';
}

/* Up to `most` digits; -1 when there are none. */
static int number(scanner *s, unsigned most, unsigned *digits) {
    int value = 0;
    unsigned n = 0;
    for (; n < most && digit(s, 0); n++)
        value = value * 10 + (*s->p++ - '0');
    *digits = n;
    return n == 0 ? -1 : value;
}

static bool accept(scanner *s, const char *signs) {
    if (s->p >= s->end || *s->p == '\0' || strchr(signs, *s->p) == NULL)
        return false;
    s->p++;
    return true;
}

static void blanks(scanner *s) {
    while (s->p < s->end &&
           (*s->p == ' ' || *s->p == ',' || *s->p == '\t' || *s->p == '\n' || *s->p == '\r'))
        s->p++;
}

/* "Z", "GMT", "+03:00", "-0500", "+3" */
static void read_zone(scanner *s, moment *m) {
    unsigned n;
    blanks(s);
    if (accept(s, "Zz")) {
        m->has_zone = true;
        return;
    }
    if (s->end - s->p >= 3 &&
        (strncasecmp(s->p, "GMT", 3) == 0 || strncasecmp(s->p, "UTC", 3) == 0)) {
        s->p += 3;
        m->has_zone = true;
    }
    bool minus = s->p < s->end && *s->p == '-';
    if (!accept(s, "+-"))
        return;
    int hours = number(s, 2, &n), minutes = 0;
    accept(s, ":");
    if (digit(s, 0))
        minutes = number(s, 2, &n);
    if (hours < 0 || hours > 14 || minutes > 59)
        return;
    m->zone = (hours * 60 + minutes) * (minus ? -1 : 1);
    m->has_zone = true;
}

/* "14:30", "14:30:05.123", "2:30 PM" */
static void read_time(scanner *s, moment *m) {
    unsigned n;
    blanks(s);
    accept(s, "T");
    blanks(s);
    scanner back = *s;
    int hour = number(s, 2, &n);
    if (hour < 0 || hour > 23 || !accept(s, ":")) {
        *s = back;
        return;
    }
    int minute = number(s, 2, &n), second = 0;
    if (minute < 0 || minute > 59)
        return;
    if (accept(s, ":"))
        second = number(s, 2, &n);
    if (accept(s, ".,"))
        while (digit(s, 0))
            s->p++;
    blanks(s);
    if (s->end - s->p >= 2 && (s->p[1] | 0x20) == 'm' &&
        ((s->p[0] | 0x20) == 'p' || (s->p[0] | 0x20) == 'a')) {
        bool after_noon = (s->p[0] | 0x20) == 'p';
        hour = hour % 12 + (after_noon ? 12 : 0);
        s->p += 2;
    }
    m->hour = hour;
    m->minute = minute;
    m->second = second < 0 || second > 59 ? 0 : second;
    m->has_time = true;
    read_zone(s, m);
}

static int month_of(scanner *s) {
    static const char names[12][4] = {"jan", "feb", "mar", "apr", "may", "jun",
                                      "jul", "aug", "sep", "oct", "nov", "dec"};
    for (int i = 0; s->end - s->p >= 3 && i < 12; i++)
        if (strncasecmp(s->p, names[i], 3) == 0) {
            while (s->p < s->end && ((*s->p | 0x20) >= 'a' && (*s->p | 0x20) <= 'z'))
                s->p++;
            accept(s, ".");
            return i + 1;
        }
    return -1;
}

/* 2021-09-10, 2021/9/10, 20210910 */
static bool year_first(scanner *s, moment *m) {
    unsigned n, k;
    m->year = number(s, 4, &n);
    if (n != 4)
        return false;
    bool sign = accept(s, "-/.");
    m->month = number(s, 2, &n);
    if (sign && !accept(s, "-/."))
        return false;
    m->day = number(s, 2, &k);
    return m->month > 0 && m->day > 0 && (sign || (n == 2 && k == 2 && !digit(s, 0)));
}

/* 10/09/2021, 10-9-2021: the day stands first. */
static bool day_first(scanner *s, moment *m) {
    unsigned n;
    m->day = number(s, 2, &n);
    if (m->day < 1 || !accept(s, "-/."))
        return false;
    m->month = number(s, 2, &n);
    if (m->month < 1 || !accept(s, "-/."))
        return false;
    m->year = number(s, 4, &n);
    return n == 4;
}

/* "Fri, 10 Sep 2021", "10 September 2021", "Sep 10, 2021" */
static bool named_month(scanner *s, moment *m) {
    unsigned n;
    m->month = month_of(s);
    if (m->month < 0 && !digit(s, 0)) { /* the weekday */
        while (s->p < s->end && ((*s->p | 0x20) >= 'a' && (*s->p | 0x20) <= 'z'))
            s->p++;
        blanks(s);
        m->month = month_of(s);
    }
    blanks(s);
    m->day = number(s, 2, &n);
    blanks(s);
    accept(s, "-");
    if (m->month < 0)
        m->month = month_of(s);
    blanks(s);
    accept(s, "-");
    scanner back = *s;
    m->year = number(s, 4, &n);
    if (n != 4) { /* Fri Sep 10 14:30:00 2021 */
        *s = back;
        read_time(s, m);
        blanks(s);
        m->year = number(s, 4, &n);
    }
    return m->month > 0 && m->day > 0 && n == 4;
}

/* Seconds or milliseconds since 1970. */
static bool since_1970(const scanner *s, moment *m) {
    long long value = 0;
    size_t n = (size_t)(s->end - s->p);
    if (n != 10 && n != 13)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (!digit(s, i))
            return false;
        value = value * 10 + (s->p[i] - '0');
    }
    if (n == 13)
        value /= 1000;
    isn_day_split((int32_t)(value / 86400), &m->year, &m->month, &m->day);
    m->hour = (int)(value % 86400 / 3600);
    m->minute = (int)(value % 3600 / 60);
    m->second = (int)(value % 60);
    m->has_time = m->has_zone = true;
    return true;
}

static bool read_moment(scanner s, moment *m) {
    static bool (*const ways[])(scanner *, moment *) = {year_first, day_first, named_month};
    blanks(&s);
    while (s.end > s.p &&
           (s.end[-1] == ' ' || s.end[-1] == '\n' || s.end[-1] == '\r' || s.end[-1] == '\t'))
        s.end--;
    if (since_1970(&s, m))
        return true;
    for (unsigned i = 0; i < ISN_LEN(ways); i++) {
        scanner at = s;
        *m = (moment){0};
        if (!ways[i](&at, m))
            continue;
        if (!m->has_time)
            read_time(&at, m);
        return true;
    }
    return false;
}

bool isn_page_instant(isn_str text, int64_t *minute, int *zone) {
    moment m = {0};
    if (text.len < 6 || text.len > 80 || !read_moment((scanner){text.ptr, text.ptr + text.len}, &m))
        return false;
    int32_t day = isn_day_of(m.year, m.month, m.day);
    *minute = (int64_t)day * 1440 + m.hour * 60 + m.minute - m.zone;
    *zone = m.zone;
    return day != ISN_NO_DAY && m.has_time && m.has_zone;
}

int32_t isn_page_day(isn_str text, char time[32]) {
    moment m = {0};
    time[0] = '\0';
    if (text.len < 6 || text.len > 80 || !read_moment((scanner){text.ptr, text.ptr + text.len}, &m))
        return ISN_NO_DAY;
    if (m.year < 1980 || m.year > 2200)
        return ISN_NO_DAY;
    int32_t day = isn_day_of(m.year, m.month, m.day);
    if (day == ISN_NO_DAY || !m.has_time)
        return day;
    int zone = m.zone < 0 ? -m.zone : m.zone;
    int n = snprintf(time, 32, "%04d-%02d-%02dT%02d:%02d:%02d", m.year % 10000, m.month % 100,
                     m.day % 100, m.hour % 100, m.minute % 100, m.second % 100);
    if (m.has_zone && n > 0 && n < 26)
        snprintf(time + n, 32 - (size_t)n, "%c%02d:%02d", m.zone < 0 ? '-' : '+', zone / 60 % 100,
                 zone % 60);
    return day;
}
