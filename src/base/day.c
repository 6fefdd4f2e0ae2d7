/* day.c: days since 1970-01-01 in the proleptic Gregorian calendar, years 1 to 9999. Hijri dates and
 * everything said in words are match/date.c's. */
#include <string.h>

#include "base/base.h"

#define DAYS_400 146097 /* days in 400 years */
#define EPOCH_0 719468  /* days from 0000-03-01 to 1970-01-01 */

static int month_days(int year, int month) {
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

/* Years are counted from the first of March, so that the leap day is the last of its year. */
int32_t isn_day_of(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
        day > month_days(year, month))
        return ISN_NO_DAY;
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400, of_era = y % 400;
    int of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * DAYS_400 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH_0;
}

void isn_day_split(int32_t day, int *year, int *month, int *mday) {
    int64_t z = (int64_t)day + EPOCH_0;
    int64_t era = (z >= 0 ? z : z - (DAYS_400 - 1)) / DAYS_400;
    int of_era = (int)(z - era * DAYS_400);
    int years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * years + years / 4 - years / 100);
    int m = (5 * of_year + 2) / 153;
    *mday = of_year - (153 * m + 2) / 5 + 1;
    *month = m < 10 ? m + 3 : m - 9;
    *year = (int)(era * 400 + years) + (*month <= 2);
}

int isn_day_weekday(int32_t day) {
    int64_t n = ((int64_t)day + 4) % 7; /* 1970-01-01 was a Thursday */
    return (int)(n < 0 ? n + 7 : n);
}

static char *put_digits(char *out, int n, int value) {
    for (int i = n - 1; i >= 0; i--, value /= 10)
        out[i] = (char)('0' + value % 10);
    return out + n;
}

void isn_day_text(char out[11], int32_t day) {
    int year, month, mday;
    isn_day_split(day, &year, &month, &mday);
    out[0] = '\0';
    if (year < 1 || year > 9999)
        return;
    char *p = put_digits(out, 4, year);
    *p++ = '-';
    p = put_digits(p, 2, month);
    *p++ = '-';
    p = put_digits(p, 2, mday);
    *p = '\0';
}

static int get_digits(const char *p, int n) {
    int value = 0;
    for (int i = 0; i < n; i++) {
        if (p[i] < '0' || p[i] > '9')
            return -1;
        value = value * 10 + (p[i] - '0');
    }
    return value;
}

int32_t isn_day_parse(isn_str text) {
    if (text.len < 10 || text.ptr[4] != '-' || text.ptr[7] != '-')
        return ISN_NO_DAY;
    return isn_day_of(get_digits(text.ptr, 4), get_digits(text.ptr + 5, 2),
                      get_digits(text.ptr + 8, 2));
}
