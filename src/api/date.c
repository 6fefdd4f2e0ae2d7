/* date.c: the dates of a text without its claims: isn_read_dates. Left of it: match/; right of it: the public
 * header. */
#include <string.h>

#include "api/api.h"

#define KEEP ((size_t)8 << 20) /* of the arena, for the next text */
#define LONGEST ((size_t)1 << 30)

typedef struct request {
    isn_coder *coder;
    isn_str text;
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

static void read(request *q) {
    isn_arena *arena = q->coder->arena;
    isn_article *article = ISN_NEW(arena, isn_article, 1);
    isn_text *text = ISN_NEW(arena, isn_text, 1);
    isn_scan *scan = ISN_NEW(arena, isn_scan, 1);
    isn_numbers numbers = {0};
    isn_dates dates = {0};
    article->bytes = q->text.ptr != NULL ? q->text.ptr : "";
    article->len = (uint32_t)q->text.len;
    isn_article_blocks(article, arena);
    isn_text_scan(text, arena, article);
    isn_lex_scan(scan, arena, q->coder->pack->lex, text);
    isn_match_numbers(&numbers, arena, scan);
    isn_match_dates(&dates, arena, scan, &numbers, q->on);
    q->out = ISN_NEW(arena, isn_when, dates.len + 1);
    for (uint32_t i = 0; i < dates.len; i++) {
        put(&q->out[i], scan, &dates.ptr[i]);
    }
    q->len = dates.len;
}

/* Own function: what lives across the jump must not be in registers of the caller. */
static bool run(request *q) {
    if (setjmp(q->coder->guard.jump) != 0) {
        return false;
    }
    isn_arena_guard(q->coder->arena, &q->coder->guard);
    read(q);
    return true;
}

isn_status isn_read_dates(isn_coder *coder, const isn_when **out, size_t *len, isn_str text,
                          isn_str on, isn_error *error) {
    request q = {coder, text, ISN_NO_DAY, NULL, 0};
    if (on.ptr != NULL) {
        q.on = isn_day_parse(on);
        if (q.on == ISN_NO_DAY) {
            return isn_fail(error, ISN_EUSAGE, NULL, 0, "the reference day is no YYYY-MM-DD");
        }
    }
    if (text.len > LONGEST) {
        return isn_fail(error, ISN_ELIMIT, NULL, 0, "the text is larger than 1 GiB");
    }
    coder->coded = false;
    isn_arena_reset(coder->arena, KEEP);
    if (!run(&q)) {
        isn_arena_reset(coder->arena, 0);
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory for a text of %zu bytes",
                        text.len);
    }
    *out = q.out;
    *len = q.len;
    return ISN_OK;
}
