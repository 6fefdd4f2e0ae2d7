/* fuzz_date.c: any bytes as a text whose dates are asked for. The first byte chooses the day they are counted from. What
 * isnad.h promises of each expression is checked: its place, its order, its days, its hours. The pack is $ISNAD_PACK. */
#include "isnad.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static isn_pack *pack;
static isn_coder *coder;

static void insist(int holds) {
    if (!holds) {
        abort();
    }
}

/* YYYY-MM-DD, or nothing. */
static void check_day(const char *day) {
    size_t len = strlen(day);
    insist(len == 0 || (len == 10 && day[4] == '-' && day[7] == '-'));
    for (size_t i = 0; i < len; i++) {
        insist(i == 4 || i == 7 || (day[i] >= '0' && day[i] <= '9'));
    }
}

static void check_time(const char *time) {
    if (time[0] == 0) {
        return;
    }
    int hour = (time[0] - '0') * 10 + time[1] - '0';
    int minute = (time[3] - '0') * 10 + time[4] - '0';
    insist(strlen(time) == 5 && time[2] == ':');
    insist(hour >= 0 && hour <= 24 && minute >= 0 && minute < 60);
}

static void check(const isn_when *when, size_t len, size_t size) {
    for (size_t i = 0; i < len; i++) {
        const isn_when *w = &when[i];
        insist(w->start < w->end && w->end <= size);
        insist(i == 0 || when[i - 1].end <= w->start);
        check_day(w->first);
        check_day(w->last);
        check_day(w->other);
        check_time(w->time);
        check_time(w->time_end);
        insist(w->first[0] == 0 || w->last[0] == 0 || strcmp(w->first, w->last) <= 0);
        insist((w->other[0] != 0) == (w->other_by[0] != 0));
        insist(w->rule[0] != 0 && w->kind <= ISN_WHEN_LENGTH && w->days >= 0);
        insist(w->kind == ISN_WHEN_LENGTH || (w->precision >= 1 && w->precision <= 5));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const days[] = {"2024-02-29", "2021-09-10", "1999-12-31", "2100-03-01"};
    isn_error error = {0};
    const isn_when *when = NULL;
    size_t len = 0;
    if (!coder) {
        insist(isn_pack_open(&pack, NULL, &error) == ISN_OK);
        insist(isn_coder_new(&coder, pack, &error) == ISN_OK);
    }
    if (size == 0) {
        return 0;
    }
    isn_str on = {NULL, 0};
    if (data[0] % 5 != 0) {
        on = (isn_str){days[data[0] % 5 - 1], 10};
    }
    isn_str text = {(const char *)data + 1, size - 1};
    insist(isn_read_dates(coder, &when, &len, text, on, &error) == ISN_OK);
    check(when, len, size - 1);
    return 0;
}
