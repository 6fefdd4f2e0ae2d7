/* hijri.c: the Hijri calendar as newspapers print it, Umm al-Qura. Used by the date files. */
#include "match/hijri.h"

#include "match/umalqura.inc"

/* 1 Muharram 1 AH, civil reckoning: 16 July 622 (Julian), days before 1970. */
enum { TABULAR_EPOCH = -492148 };

static int32_t tabular_year(int year) {
    return TABULAR_EPOCH + (year - 1) * 354 + (3 + 11 * year) / 30;
}

static bool in_table(int year) {
    return year >= UMALQURA_FIRST && year <= UMALQURA_LAST;
}

static int tabular_month_days(int year, int month) {
    if (month == 12)
        return (int)(tabular_year(year + 1) - tabular_year(year)) - 325;
    return month % 2 == 1 ? 30 : 29;
}

int isn_hijri_month_days(int year, int month) {
    if (month < 1 || month > 12 || year < 1 || year > 1700)
        return 0;
    if (!in_table(year))
        return tabular_month_days(year, month);
    return 29 + (umalqura[year - UMALQURA_FIRST] >> (month - 1) & 1);
}

static int32_t year_start(int year) {
    int32_t day = UMALQURA_DAY;
    if (!in_table(year))
        return tabular_year(year);
    for (int y = UMALQURA_FIRST; y < year; y++)
        day += 348 + __builtin_popcount(umalqura[y - UMALQURA_FIRST]);
    return day;
}

int32_t isn_hijri_day(int year, int month, int day) {
    /* By the moon as it was seen a month may have a 30th that the table lacks. */
    if (day < 1 || day > 30 || isn_hijri_month_days(year, month) == 0)
        return ISN_NO_DAY;
    int32_t start = year_start(year);
    for (int m = 1; m < month; m++)
        start += isn_hijri_month_days(year, m);
    return start + day - 1;
}

void isn_hijri_split(int32_t day, int *year, int *month, int *mday) {
    int y = (int)(((int64_t)day - TABULAR_EPOCH) * 30 / 10631) + 1;
    if (y < 1)
        y = 1;
    if (y > 1699)
        y = 1699;
    while (y > 1 && year_start(y) > day)
        y--;
    while (y < 1699 && year_start(y + 1) <= day)
        y++;
    int32_t rest = day - year_start(y);
    int m = 1;
    while (m < 12 && rest >= isn_hijri_month_days(y, m))
        rest -= isn_hijri_month_days(y, m++);
    *year = y;
    *month = m;
    *mday = rest + 1;
}
