/* date_clock.c: times of the day. Left of it: numerals and the hours of datewords.tsv; right of it: date.c, which puts
 * a day beside them.
 *
 *     الساعة 3 [صباحا] ; الثالثة فجرا ; 15:15 ; الساعة الثالثة و18 دقيقة ; الثانية عشرة إلا ربعا ; من الساعة 9 حتى 11 صباحا */
#include <string.h>

#include "match/datework.h"

enum { HALF_DAY = 12 * 60, LATE = 22, NOT_SAID = -1 };

static bool stops(const isn_scan *scan, uint32_t at) {
    return isn_date_broken(scan, at, 0);
}

/* ---- minutes ---------------------------------------------------------------------------------------- */

static bool minute_unit(uint32_t *last, const isn_scan *scan, uint32_t at) {
    isn_dateword unit;
    if (stops(scan, at) || !isn_date_unit(&unit, scan, at, ISN_G_MINUTE, 0))
        return false;
    *last = unit.last;
    return true;
}

/* ربع, ثلثا, خمس دقائق, 18 دقيقة: how many minutes. */
static bool amount(int *minutes, uint32_t *last, const isn_scan *scan, uint32_t at) {
    isn_numeral num;
    if (at >= scan->nwords || !isn_numeral_read(&num, scan, at, UINT32_MAX))
        return false;
    if (num.value > 0 && num.value < 1) { /* a quarter, a third, a half */
        *minutes = (int)(num.value * 60 + 0.5);
        *last = num.last;
        return true;
    }
    if (num.whole < 1 || num.whole > 59 || num.value != (double)num.whole ||
        !minute_unit(last, scan, num.last))
        return false;
    *minutes = (int)num.whole;
    return true;
}

static bool begins_with_and(const isn_scan *scan, uint32_t at) {
    for (unsigned i = 0; i < scan->words[at].nreadings; i++)
        if (scan->words[at].reading[i].pre & ISN_CL_WAW)
            return true;
    return false;
}

/* وربع ; و18 دقيقة ; ونصف ; إلا ثلثا: to be added to the hour. False when nothing of the kind follows. */
static bool take_minutes(int *minutes, uint32_t *at, const isn_scan *scan) {
    isn_dateword word;
    int n;
    uint32_t last;
    if (stops(scan, *at))
        return false;
    if (isn_date_word(&word, scan, *at, ISN_DW(AND_HALF), ISN_CL_WAW)) {
        *minutes += 30;
        *at = word.last;
        take_minutes(minutes, at, scan); /* ونصف إلا خمس دقائق */
        return true;
    }
    if (isn_date_word(&word, scan, *at, ISN_DW(LESS), 0)) {
        if (word.value != ISN_NO_INT) { /* إلا ربعا */
            *minutes -= word.value;
            *at = word.last;
            return true;
        }
        if (stops(scan, word.last) || !amount(&n, &last, scan, word.last))
            return false;
        *minutes -= n;
        *at = last;
        return true;
    }
    uint32_t from = isn_word_is_and(scan, *at) ? *at + 1 : *at;
    if ((from == *at && !begins_with_and(scan, *at)) || stops(scan, from) ||
        !amount(&n, &last, scan, from))
        return false;
    *minutes += n;
    *at = last;
    return true;
}

/* ---- parts of the day --------------------------------------------------------------------------------- */

/* صباحا, العصر, بعد الظهر, هذه الليلة: the hour that stands for the part of the day. */
static int take_part(uint32_t *at, const isn_scan *scan) {
    isn_dateword part, shown;
    if (stops(scan, *at))
        return NOT_SAID;
    uint32_t from = *at;
    if (isn_date_word(&shown, scan, from, ISN_DW(THIS), 0) && !stops(scan, shown.last) &&
        isn_date_word(&part, scan, shown.last, ISN_DW(PARTDAY), 0) && (part.pre & ISN_CL_AL)) {
        *at = part.last;
        return part.value % 100;
    }
    if (isn_date_word(&part, scan, from, ISN_DW(DAY), 0) && part.grain == ISN_G_HOUR &&
        part.value == 0) {
        *at = part.last;
        return LATE;
    }
    if (!isn_date_word(&part, scan, from, ISN_DW(PARTDAY), 0))
        return NOT_SAID;
    isn_core core; /* of a day that follows: left to the date, but its half of the day counts */
    if (!isn_core_read(&core, scan, from, false))
        *at = part.last;
    return part.value % 100;
}

static void skip_zone(uint32_t *at, const isn_scan *scan) {
    isn_dateword zone;
    if (!isn_date_broken(scan, *at, ISN_WF_PAREN) &&
        isn_date_word(&zone, scan, *at, ISN_DW(ZONE), ISN_CL_BEH))
        *at = zone.last;
}

/* The minute of the day. Without a part of the day, one to six are hours of the afternoon, unless 24 hours are
 * counted: 02:30, 15:15. */
static int minute_of_day(int hour, int minutes, int part, bool padded) {
    int all = hour * 60 + minutes;
    if (hour > 12 || (padded && part == NOT_SAID))
        return all;
    if (part == NOT_SAID)
        return hour >= 1 && hour <= 6 ? all + HALF_DAY : all;
    if (part < 12) /* dawn, morning */
        return hour == 12 && part < 8 ? all - HALF_DAY : all;
    if (part == 12) /* noon: eleven to four */
        return hour < 6 ? all + HALF_DAY : all;
    if (part < LATE)
        return hour == 12 ? (part >= 18 ? all - HALF_DAY : all) : all + HALF_DAY;
    return hour == 12 ? all - HALF_DAY : hour >= 6 ? all + HALF_DAY : all;
}

/* ---- the hour ----------------------------------------------------------------------------------------- */

typedef struct hour {
    int n, minutes;
    bool padded, figures, colon; /* 03; 3; 3:18 */
    uint32_t last;
} hour;

static bool hour_figures(hour *out, const isn_scan *scan, uint32_t at) {
    int64_t p[4];
    uint32_t s[4];
    uint8_t w[4];
    if (scan->words[at].kind != ISN_TOK_NUMBER)
        return false;
    unsigned n = isn_number_pieces(p, s, w, 4, scan, at);
    if (n < 1 || n > 3 || p[0] < 0 || p[0] > 24)
        return false;
    for (unsigned i = 1; i < n; i++)
        if ((s[i - 1] != ':' && !(s[i - 1] == '.' && n == 2)) || w[i] != 2 || p[i] > 59)
            return false;
    *out = (hour){.n = (int)p[0],
                  .minutes = n > 1 ? (int)p[1] : 0,
                  .padded = (w[0] == 2 && p[0] < 10) || p[0] == 0,
                  .figures = true,
                  .colon = n > 1 && s[0] == ':',
                  .last = at + 1};
    take_minutes(&out->minutes, &out->last, scan);
    return true;
}

/* The longest number is the hour, unless its tail are minutes: "two and twenty minutes". */
static bool hour_words(hour *out, bool *ordinal, const isn_scan *scan, uint32_t at) {
    bool found = false;
    for (uint32_t end = at + 1; end <= at + 3 && end <= scan->nwords; end++) {
        isn_numeral num;
        if (!isn_numeral_read(&num, scan, at, end) || num.value != (double)num.whole ||
            num.whole < 0 || num.whole > 24)
            continue;
        *out = (hour){.n = (int)num.whole, .last = num.last};
        *ordinal = ((num.flags & ISN_NL_ORDINAL) || num.whole == 1) && /* الواحدة */
                   (num.flags & ISN_NL_DEFINITE);
        found = true;
        if (take_minutes(&out->minutes, &out->last, scan))
            break;
    }
    return found;
}

static bool read_hour(isn_clock *out, int *part, hour *h, const isn_scan *scan, uint32_t at,
                      bool bare) {
    isn_dateword word;
    bool ordinal = false;
    uint32_t next = at;
    bool named = isn_date_word(&word, scan, at, ISN_DW(CLOCK),
                               ISN_CL_WAW | ISN_CL_FEH | ISN_CL_BEH | ISN_CL_LAM);
    if (named)
        next = word.last;
    if (isn_date_broken(scan, next, named ? 0 : ~0u) ||
        (!hour_figures(h, scan, next) && !hour_words(h, &ordinal, scan, next)))
        return false;
    if (h->n == 24 && h->minutes != 0)
        return false;
    next = h->last;
    *part = take_part(&next, scan);
    uint32_t of = next;
    if (*part == NOT_SAID && !stops(scan, next) && isn_func_at(&of, scan, next, ISN_FN_MIN))
        *part = take_part(&of, scan); /* الثالثة من فجر اليوم */
    if (!named && !bare && !h->colon && *part == NOT_SAID)
        return false;
    if (!named && !bare && !h->figures && !ordinal)
        return false; /* "three in the morning": the dead, more often */
    if (!named && !bare && h->figures && !h->colon)
        return false;
    skip_zone(&next, scan);
    out->first = at;
    out->last = next;
    out->named = named;
    return true;
}

/* إلى, حتى, - before the second hour of a stretch. */
static uint32_t to_second(const isn_scan *scan, uint32_t first, uint32_t at) {
    isn_dateword until;
    uint32_t last;
    if (at >= scan->nwords)
        return 0;
    if (scan->words[at].flags & (ISN_WF_HYPHEN | ISN_WF_DASH))
        return at;
    if (stops(scan, at))
        return 0;
    if (isn_func_at(&last, scan, at, ISN_FN_ILA))
        return last;
    if (first > 0 && isn_func_at(&last, scan, first - 1, ISN_FN_BAYN) && begins_with_and(scan, at))
        return at;
    return isn_date_word(&until, scan, at, ISN_DW(UNTIL), ISN_CL_WAW) ? until.last : 0;
}

bool isn_clock_read(isn_clock *out, const isn_scan *scan, uint32_t at) {
    isn_clock clock = {.to = NOT_SAID}, second;
    hour h, h2;
    int part, part2;
    if (at >= scan->nwords || !read_hour(&clock, &part, &h, scan, at, false))
        return false;
    uint32_t next = to_second(scan, at, clock.last);
    if (next != 0 && read_hour(&second, &part2, &h2, scan, next, clock.named)) {
        if (part == NOT_SAID)
            part = part2;
        clock.to = (int16_t)minute_of_day(h2.n, h2.minutes, part2, h2.padded);
        clock.last = second.last;
    }
    next = clock.last; /* (03:00 ت.غ): the same hour elsewhere */
    if (next < scan->nwords && (scan->words[next].flags & ISN_WF_PAREN) &&
        read_hour(&second, &part2, &h2, scan, next, false) && h2.colon)
        clock.last = second.last;
    clock.from = (int16_t)minute_of_day(h.n, h.minutes, part, h.padded);
    if (clock.from < 0)
        clock.from += 24 * 60;
    *out = clock;
    return true;
}
