/* test_hijri_icu.c: the Umm al-Qura calendar against ICU's, where ICU is installed: every day from 1356 to 1500 AH,
 * there and back. */
#include "check.h"

#include "match/hijri.h"

#ifdef TEST_ICU
#include <unicode/ucal.h>

enum { FIRST = 1356, LAST = 1500 };

static UCalendar *umalqura(void) {
    static const UChar utc[] = {'U', 'T', 'C', 0};
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *calendar =
        ucal_open(utc, -1, "ar@calendar=islamic-umalqura", UCAL_TRADITIONAL, &status);
    return U_SUCCESS(status) ? calendar : NULL;
}

/* Year, month and day of ICU as one number. */
static int32_t icu_date(UCalendar *calendar, int32_t day) {
    UErrorCode status = U_ZERO_ERROR;
    ucal_setMillis(calendar, (double)day * 86400000.0, &status);
    int32_t year = ucal_get(calendar, UCAL_YEAR, &status);
    int32_t month = ucal_get(calendar, UCAL_MONTH, &status) + 1;
    int32_t mday = ucal_get(calendar, UCAL_DATE, &status);
    return U_SUCCESS(status) ? year * 10000 + month * 100 + mday : 0;
}

TEST(every_day_is_that_of_icu) {
    UCalendar *calendar = umalqura();
    REQUIRE(calendar != NULL);
    int32_t day = isn_hijri_day(FIRST, 1, 1), end = isn_hijri_day(LAST + 1, 1, 1);
    unsigned days = 0, wrong = 0;
    for (; day < end; day++, days++) {
        int year, month, mday;
        isn_hijri_split(day, &year, &month, &mday);
        int32_t ours = year * 10000 + month * 100 + mday, icu = icu_date(calendar, day);
        if (ours != icu || isn_hijri_day(year, month, mday) != day) {
            if (wrong++ < 5)
                printf("#   day %d: ours %d, of ICU %d\n", (int)day, (int)ours, (int)icu);
        }
    }
    ucal_close(calendar);
    printf("#   %u days of %d years compared\n", days, LAST - FIRST + 1);
    CHECK_INT(wrong, 0);
    CHECK(days > 51000);
}
#else
TEST(every_day_is_that_of_icu) {
    SKIP("ICU is not installed");
}
#endif
