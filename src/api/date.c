/* date.c: the dates of a text without its claims: isn_read_dates. Left of it: match/; right of it: the public
 * header. */
#include <stdio.h>

#include "api/api.h"

typedef struct request {
    int32_t on;
    isn_when *out;
    size_t len;
} request;

_Static_assert((int)ISN_WHEN_LENGTH == (int)ISN_DATE_DURATION, "isn_when_kind follows match.h");
_Static_assert((int)ISN_WHEN_TIME == (int)ISN_DF_TIME, "the flags of isn_when follow match.h");

static const char *const rules[] = {
    [ISN_RULE_DATE] = "date",           [ISN_RULE_FIGURES] = "figures",
    [ISN_RULE_MONTH] = "month",         [ISN_RULE_YEAR] = "year",
    [ISN_RULE_WEEKDAY] = "weekday",     [ISN_RULE_DAY] = "day",
    [ISN_RULE_PERIOD] = "period",       [ISN_RULE_PART] = "part",
    [ISN_RULE_RANK] = "rank",           [ISN_RULE_FEAST] = "feast",
    [ISN_RULE_SEASON] = "season",       [ISN_RULE_CENTURY] = "century",
    [ISN_RULE_LENGTH] = "length",       [ISN_RULE_CLOCK] = "clock",
    [ISN_RULE_PARTDAY] = "part-of-day", [ISN_RULE_RECENT] = "recently",
};
static const char *const reasons[] = {
    [ISN_BY_NONE] = "",       [ISN_BY_TENSE] = "tense", [ISN_BY_WEEK] = "week",
    [ISN_BY_ORDER] = "order", [ISN_BY_COUNT] = "count", [ISN_BY_RANK] = "rank",
    [ISN_BY_RITE] = "rite",
};

static void put_time(char out[6], int16_t minute) {
    if (minute != ISN_NO_TIME) {
        snprintf(out, 6, "%02u:%02u", (unsigned)minute / 60 % 25, (unsigned)minute % 60);
    }
}

static void put(isn_when *out, const isn_scan *scan, const isn_date *date) {
    isn_span span = isn_words_span(scan, date->first, date->last, 0);
    *out = (isn_when){.start = span.start,
                      .end = span.end,
                      .kind = (isn_when_kind)date->kind,
                      .precision = date->precision,
                      .flags = date->flags,
                      .days = date->days,
                      .rule = rules[date->rule],
                      .other_by = reasons[date->other_by]};
    put_time(out->time, date->from);
    put_time(out->time_end, date->to);
    if (date->kind == ISN_DATE_DURATION) {
        return;
    }
    if (date->start != ISN_NO_DAY) {
        isn_day_text(out->first, date->start);
    }
    if (date->end != ISN_NO_DAY) {
        isn_day_text(out->last, date->end);
    }
    if (date->other != ISN_NO_DAY) {
        isn_day_text(out->other, date->other);
    }
}

static bool read(void *context, isn_coder *coder, const isn_scan *scan) {
    request *q = context;
    isn_numbers numbers = {0};
    isn_dates dates = {0};
    if (!isn_match_lone_date(&dates, coder->arena, scan, q->on)) {
        isn_match_numbers(&numbers, coder->arena, scan);
        isn_match_dates(&dates, coder->arena, scan, &numbers, q->on);
    }
    q->out = ISN_NEW(coder->arena, isn_when, dates.len + 1);
    for (uint32_t i = 0; i < dates.len; i++) {
        put(&q->out[i], scan, &dates.ptr[i]);
    }
    q->len = dates.len;
    return true;
}

isn_status isn_read_dates(isn_coder *coder, const isn_when **out, size_t *len, isn_str text,
                          isn_str on, isn_error *error) {
    request q = {ISN_NO_DAY, NULL, 0};
    if (on.ptr != NULL) {
        q.on = isn_day_parse(on);
        if (q.on == ISN_NO_DAY) {
            return isn_fail(error, ISN_EUSAGE, NULL, 0, "the reference day is no YYYY-MM-DD");
        }
    }
    isn_status status = isn_plain_run(coder, text, read, &q, error);
    if (status != ISN_OK) {
        return status;
    }
    *out = q.out;
    *len = q.len;
    return ISN_OK;
}
