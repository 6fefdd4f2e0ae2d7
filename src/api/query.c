/* query.c: `type:ASSAULT place:حلب date:2021-05..2021-06 killed>=5 "word word"` → conditions. Terms stand apart by
 * blanks and must all hold. A term with a colon or a comparison asks a field; any other is a word of the
 * articles, several in quotation marks a phrase. */
#include <stdlib.h>
#include <string.h>

#include "api/query.h"

typedef struct named_field {
    const char *name;
    isn_field field;
} named_field;

static const named_field fields[] = {
    {"id", ISN_FIELD_ID},
    {"kind", ISN_FIELD_KIND},
    {"type", ISN_FIELD_TYPE},
    {"mode", ISN_FIELD_MODE},
    {"country", ISN_FIELD_COUNTRY},
    {"outcome", ISN_FIELD_OUTCOME},
    {"place", ISN_FIELD_PLACE},
    {"actor", ISN_FIELD_ACTOR},
    {"source", ISN_FIELD_SOURCE},
    {"outlet", ISN_FIELD_OUTLET},
    {"near", ISN_FIELD_NEAR},
    {"date", ISN_FIELD_DATE},
    {"deadline", ISN_FIELD_DEADLINE},
    {"claims", ISN_FIELD_CLAIMS},
    {"sources", ISN_FIELD_SOURCES},
};

static bool blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static isn_status wrong(isn_str text, const char *at, const char *why, isn_error *error) {
    return isn_fail(error, ISN_EUSAGE, NULL, (uint64_t)(at - text.ptr), "query: %s", why);
}

/* ---- values ------------------------------------------------------------------------------------- */

static bool digits(isn_str s, size_t from, size_t n, int *out) {
    *out = 0;
    if (s.len < from + n) {
        return false;
    }
    for (size_t i = from; i < from + n; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9') {
            return false;
        }
        *out = *out * 10 + (s.ptr[i] - '0');
    }
    return true;
}

/* "2021", "2021-05", "2021-05-03": first and last day. */
static bool read_day(isn_str s, int64_t *first, int64_t *last) {
    int year = 0, month = 0, mday = 0;
    if (!digits(s, 0, 4, &year)) {
        return false;
    }
    if (s.len == 4) {
        *first = isn_day_of(year, 1, 1);
        *last = isn_day_of(year, 12, 31);
        return true;
    }
    if (s.ptr[4] != '-' || !digits(s, 5, 2, &month) || month < 1 || month > 12) {
        return false;
    }
    if (s.len == 7) {
        *first = isn_day_of(year, month, 1);
        *last = month == 12 ? isn_day_of(year, 12, 31) : isn_day_of(year, month + 1, 1) - 1;
        return true;
    }
    if (s.len != 10 || s.ptr[7] != '-' || !digits(s, 8, 2, &mday)) {
        return false;
    }
    *first = *last = isn_day_of(year, month, mday);
    return *first != ISN_NO_DAY;
}

/* A day, a month, a year, or two of these with .. between; either may be missing. */
static bool read_days(isn_condition *c, isn_str value) {
    int64_t ignored = 0;
    const char *dots = memmem(value.ptr, value.len, "..", 2);
    if (dots == NULL) {
        return read_day(value, &c->number[0], &c->number[1]);
    }
    isn_str from = isn_str_of(value.ptr, (size_t)(dots - value.ptr));
    isn_str to = isn_str_of(dots + 2, value.len - from.len - 2);
    c->number[0] = isn_day_of(1, 1, 1);
    c->number[1] = isn_day_of(9999, 12, 31);
    return (from.len == 0 || read_day(from, &c->number[0], &ignored)) &&
           (to.len == 0 || read_day(to, &ignored, &c->number[1])) && from.len + to.len > 0;
}

/* A decimal number times `scale`; its end in *end. */
static bool read_decimal(const char **at, const char *end, double scale, int64_t *out) {
    char text[32];
    char *stop = NULL;
    size_t len = 0;
    while (*at + len < end && len < sizeof text - 1 &&
           strchr("0123456789.+-", (*at)[len]) != NULL) {
        text[len] = (*at)[len];
        len++;
    }
    text[len] = '\0';
    double value = strtod(text, &stop);
    if (len == 0 || *stop != '\0' || value > 1e9 || value < -1e9) {
        return false;
    }
    *at += len;
    *out = (int64_t)(value * scale + (value < 0 ? -0.5 : 0.5));
    return true;
}

/* "36.2,37.15,25km" */
static bool read_near(isn_condition *c, isn_str value) {
    const char *at = value.ptr;
    const char *end = value.ptr + value.len;
    if (!read_decimal(&at, end, 10000, &c->number[0]) || at == end || *at++ != ',' ||
        !read_decimal(&at, end, 10000, &c->number[1]) || at == end || *at++ != ',' ||
        !read_decimal(&at, end, 1, &c->number[2])) {
        return false;
    }
    isn_str rest = isn_str_of(at, (size_t)(end - at));
    return (rest.len == 0 || isn_str_eqz(rest, "km")) && c->number[0] >= -900000 &&
           c->number[0] <= 900000 && c->number[2] > 0;
}

static bool read_number(isn_condition *c, isn_str value) {
    if (value.len == 0 || value.len > 15) {
        return false;
    }
    int64_t n = 0;
    for (size_t i = 0; i < value.len; i++) {
        if (value.ptr[i] < '0' || value.ptr[i] > '9') {
            return false;
        }
        n = n * 10 + (value.ptr[i] - '0');
    }
    c->number[0] = n;
    return true;
}

/* ---- terms -------------------------------------------------------------------------------------- */

static const char *const compares[] = {">=", "<=", ">", "<", "=", ":"};

/* Where the name of a field ends; NULL for a word. */
static const char *sign_of(isn_str term, const char **compare) {
    size_t name = 0;
    while (name < term.len &&
           ((term.ptr[name] >= 'a' && term.ptr[name] <= 'z') || term.ptr[name] == '_')) {
        name++;
    }
    for (size_t i = 0; name > 0 && i < ISN_LEN(compares); i++) {
        size_t len = strlen(compares[i]);
        if (name + len <= term.len && memcmp(term.ptr + name, compares[i], len) == 0) {
            *compare = compares[i];
            return term.ptr + name;
        }
    }
    return NULL;
}

static isn_str bare(isn_str value) {
    if (value.len >= 2 && value.ptr[0] == '"' && value.ptr[value.len - 1] == '"') {
        return isn_str_of(value.ptr + 1, value.len - 2);
    }
    return value;
}

static bool set_field(isn_condition *c, isn_str name) {
    for (size_t i = 0; i < ISN_LEN(fields); i++) {
        if (isn_str_eqz(name, fields[i].name)) {
            c->field = fields[i].field;
            return true;
        }
    }
    for (unsigned what = ISN_WHAT_KILLED; what <= ISN_WHAT_ACTIONS; what++) {
        if (isn_str_eqz(name, isn_vocab_what[what])) {
            c->field = ISN_FIELD_FIGURE;
            c->text = isn_str_z(isn_vocab_what[what]);
            return true;
        }
    }
    return false;
}

static bool set_value(isn_condition *c, isn_str value) {
    switch (c->field) {
    case ISN_FIELD_NEAR: return read_near(c, value);
    case ISN_FIELD_DATE:
    case ISN_FIELD_DEADLINE: return read_days(c, value);
    case ISN_FIELD_FIGURE:
    case ISN_FIELD_CLAIMS:
    case ISN_FIELD_SOURCES: return read_number(c, value);
    default: c->text = value; return value.len > 0;
    }
}

static bool is_numeric(isn_field field) {
    return field == ISN_FIELD_FIGURE || field == ISN_FIELD_CLAIMS || field == ISN_FIELD_SOURCES;
}

static isn_status read_field(isn_condition *c, isn_str text, isn_str term, const char *sign,
                             const char *compare, isn_error *error) {
    isn_str name = isn_str_of(term.ptr, (size_t)(sign - term.ptr));
    const char *value = sign + strlen(compare);
    if (!set_field(c, name)) {
        return wrong(text, term.ptr, "no such field", error);
    }
    bool colon = strcmp(compare, ":") == 0;
    if (!colon && !is_numeric(c->field)) {
        return wrong(text, sign, "this field takes a colon", error);
    }
    c->compare = colon ? "=" : compare;
    if (!set_value(c, bare(isn_str_of(value, (size_t)(term.ptr + term.len - value))))) {
        return wrong(text, value, "not a value of this field", error);
    }
    return ISN_OK;
}

/* In quotation marks, so that FTS5 takes it for words and nothing else. */
static void read_words(isn_query *q, isn_condition *c, isn_str term) {
    isn_str words = bare(term);
    c->field = ISN_FIELD_WORDS;
    c->number[0] = (int64_t)q->texts.len;
    isn_buf_putc(&q->texts, '"');
    for (size_t i = 0; i < words.len; i++) {
        isn_buf_putc(&q->texts, words.ptr[i] == '"' ? ' ' : words.ptr[i]);
    }
    isn_buf_putc(&q->texts, '"');
    c->number[1] = (int64_t)q->texts.len;
}

/* From `at` to the next blank outside quotation marks. */
static isn_str next_term(const char *at, const char *end) {
    bool quoted = false;
    const char *p = at;
    while (p < end && (quoted || !blank(*p))) {
        quoted = quoted != (*p == '"');
        p++;
    }
    return isn_str_of(at, (size_t)(p - at));
}

isn_status isn_query_read(isn_query *q, isn_str text, isn_error *error) {
    const char *at = text.ptr;
    const char *end = text.ptr == NULL ? NULL : text.ptr + text.len;
    *q = (isn_query){.n = 0};
    isn_buf_init(&q->texts);
    for (; at < end; at++) {
        if (blank(*at)) {
            continue;
        }
        isn_str term = next_term(at, end);
        const char *compare = NULL;
        const char *sign = sign_of(term, &compare);
        if (q->n == ISN_MOST_CONDITIONS) {
            return wrong(text, at, "more than 32 terms", error);
        }
        isn_condition *c = &q->conditions[q->n++];
        *c = (isn_condition){.field = ISN_FIELD_WORDS};
        if (sign == NULL) {
            read_words(q, c, term);
        } else {
            isn_status status = read_field(c, text, term, sign, compare, error);
            if (status != ISN_OK) {
                return status;
            }
        }
        at = term.ptr + term.len - 1;
    }
    for (uint32_t i = 0; i < q->n; i++) {
        isn_condition *c = &q->conditions[i];
        if (c->field == ISN_FIELD_WORDS && !q->texts.failed) {
            c->text =
                isn_str_of(q->texts.ptr + c->number[0], (size_t)(c->number[1] - c->number[0]));
        }
    }
    return q->texts.failed ? isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory") : ISN_OK;
}

void isn_query_release(isn_query *q) {
    isn_buf_release(&q->texts);
}
