/* date.c: the dates of a text without its claims: isn_read_dates. Left of it: match/; right of it: the public
 * header. */
#include "api/api.h"

typedef struct request {
    int32_t on;
    isn_when *out;
    size_t len;
} request;

_Static_assert((int)ISN_WHEN_LENGTH == (int)ISN_DATE_DURATION, "isn_when_kind follows match.h");
_Static_assert((int)ISN_WHEN_TIME == (int)ISN_DF_TIME, "the flags of isn_when follow match.h");

static void put(isn_when *out, const isn_scan *scan, const isn_date *date) {
    isn_span span = isn_words_span(scan, date->first, date->last, 0);
    *out = (isn_when){.start = span.start,
                      .end = span.end,
                      .kind = (isn_when_kind)date->kind,
                      .precision = date->precision,
                      .flags = date->flags,
                      .days = date->days};
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
    isn_match_numbers(&numbers, coder->arena, scan);
    isn_match_dates(&dates, coder->arena, scan, &numbers, q->on);
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
