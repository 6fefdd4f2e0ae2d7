/* gen-umalqura.c: prints src/match/umalqura.inc, the months of the Umm al-Qura calendar, from ICU. Run by hand:
 *     cc tools/gen-umalqura.c $(pkg-config --cflags --libs icu-i18n) -o gen && ./gen > src/match/umalqura.inc
 * The result is committed, since ICU is not wanted on a user's machine; tests/unit/test_hijri_icu.c holds it
 * against ICU day by day, tests/unit/test_date.c against known pairs of dates. */
#include <stdio.h>
#include <unicode/ucal.h>

enum { FIRST = 1343, LAST = 1500 };

static UCalendar *calendar;

static long day_of(int year, int month) {
    UErrorCode error = U_ZERO_ERROR;
    ucal_clear(calendar);
    ucal_setDate(calendar, year, month, 1, &error);
    return (long)(ucal_getMillis(calendar, &error) / 86400000.0);
}

int main(void) {
    static const UChar utc[] = {'U', 'T', 'C', 0};
    UErrorCode error = U_ZERO_ERROR;
    calendar = ucal_open(utc, -1, "ar@calendar=islamic-umalqura", UCAL_TRADITIONAL, &error);
    if (U_FAILURE(error))
        return 1;
    printf("/* Made by tools/gen-umalqura.c from ICU. One word a year from %d AH: bit m is set "
           "when month\n"
           " * m + 1 has 30 days. */\n",
           FIRST);
    printf("enum { UMALQURA_FIRST = %d, UMALQURA_LAST = %d, UMALQURA_DAY = %ld };\n", FIRST, LAST,
           day_of(FIRST, 0));
    printf("static const uint16_t umalqura[] = {");
    for (int year = FIRST; year <= LAST; year++) {
        unsigned bits = 0;
        for (int month = 0; month < 12; month++) {
            long next = month == 11 ? day_of(year + 1, 0) : day_of(year, month + 1);
            bits |= (unsigned)(next - day_of(year, month) == 30) << month;
        }
        printf("%s0x%03x,", (year - FIRST) % 12 == 0 ? "\n    " : " ", bits);
    }
    printf("\n};\n");
    ucal_close(calendar);
    return 0;
}
