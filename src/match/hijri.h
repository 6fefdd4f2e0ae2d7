/* hijri.h: Umm al-Qura dates → days. */
#ifndef ISN_MATCH_HIJRI_H
#define ISN_MATCH_HIJRI_H

#include "base/base.h"

/* Day of a Hijri date: by the Umm al-Qura table for 1343-1500 AH, by the tabular calendar for other years
 * (1-1700). ISN_NO_DAY if there is no such date. */
int32_t isn_hijri_day(int year, int month, int day);
/* Days of the month, 0 if there is no such month. */
int isn_hijri_month_days(int year, int month);
void isn_hijri_split(int32_t day, int *year, int *month, int *mday);

#endif
