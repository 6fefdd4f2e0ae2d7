/* value.c: values of fields, as people type them or as JSON. What is kept is always JSON in the shape of a gold set,
 * and each text of it stands in the article. */
#include <json-c/json.h>

#include "claim/record.h"
#include "lexicon/schema.h"
#include "review/review.h"

static const char *const polarities[] = {"positive", "negative", NULL};
static const char *const quotings[] = {"none", "indirect", "direct", NULL};

const isn_value_field isn_value_fields[] = {
    {"type", ISN_VALUE_WORD, isn_vocab_type, false},
    {"main", ISN_VALUE_FLAG, NULL, false},
    {"event_type", ISN_VALUE_WORD, isn_vocab_event, true},
    {"mode", ISN_VALUE_WORD, isn_vocab_mode, true},
    {"polarity", ISN_VALUE_WORD, polarities, false},
    {"modality", ISN_VALUE_WORD, isn_names_modality, false},
    {"date", ISN_VALUE_DAYS, NULL, true},
    {"deadline", ISN_VALUE_DAY, NULL, true},
    {"actors", ISN_VALUE_NAMES, NULL, false},
    {"recipients", ISN_VALUE_NAMES, NULL, false},
    {"places", ISN_VALUE_NAMES, NULL, false},
    {"chain", ISN_VALUE_CHAIN, NULL, false},
    {"quoted", ISN_VALUE_WORD, quotings, false},
    {"killed", ISN_VALUE_FIGURE, NULL, true},
    {"wounded", ISN_VALUE_FIGURE, NULL, true},
    {"captured", ISN_VALUE_FIGURE, NULL, true},
    {"missing", ISN_VALUE_FIGURE, NULL, true},
    {"displaced", ISN_VALUE_FIGURE, NULL, true},
    {"released", ISN_VALUE_FIGURE, NULL, true},
    {"actions", ISN_VALUE_FIGURE, NULL, true},
    {NULL, ISN_VALUE_WORD, NULL, false},
};

const isn_value_field *isn_value_field_of(isn_str name) {
    for (const isn_value_field *f = isn_value_fields; f->name != NULL; f++) {
        if (isn_str_eqz(name, f->name)) {
            return f;
        }
    }
    return NULL;
}

/* ---- helpers ----------------------------------------------------------------------------------------- */

typedef struct reading {
    isn_str article;
    isn_error *error;
    isn_status status; /* of the first fault */
} reading;

static json_object *fault(reading *r, const char *why, isn_str what) {
    if (r->status == ISN_OK) {
        int len = (int)(what.len < 80 ? what.len : 80);
        r->status = isn_fail(r->error, ISN_EUSAGE, NULL, 0, "%s: %.*s", why, len,
                             what.ptr != NULL ? what.ptr : "");
    }
    return NULL;
}

static isn_str trim(isn_str s) {
    while (s.len > 0 && (s.ptr[0] == ' ' || s.ptr[0] == '\t')) {
        s = isn_str_of(s.ptr + 1, s.len - 1);
    }
    while (s.len > 0 && (s.ptr[s.len - 1] == ' ' || s.ptr[s.len - 1] == '\t')) {
        s.len--;
    }
    return s;
}

/* Up to the separator; `rest` gets what follows it, {NULL, 0} at the end. */
static isn_str until(isn_str s, const char *separator, isn_str *rest) {
    size_t len = strlen(separator);
    const char *at = s.len >= len ? memmem(s.ptr, s.len, separator, len) : NULL;
    if (at == NULL) {
        *rest = (isn_str){NULL, 0};
        return trim(s);
    }
    size_t head = (size_t)(at - s.ptr);
    *rest = isn_str_of(at + len, s.len - head - len);
    return trim(isn_str_of(s.ptr, head));
}

static json_object *string_of(isn_str s) {
    return json_object_new_string_len(s.ptr, (int)s.len);
}

static isn_str text_of(json_object *o) {
    return json_object_is_type(o, json_type_string)
               ? isn_str_of(json_object_get_string(o), (size_t)json_object_get_string_len(o))
               : (isn_str){NULL, 0};
}

static json_object *member(json_object *o, const char *name) {
    json_object *value = NULL;
    return json_object_is_type(o, json_type_object) && json_object_object_get_ex(o, name, &value)
               ? value
               : NULL;
}

static bool stands_in(isn_str article, isn_str text) {
    return text.len > 0 && text.len <= article.len &&
           memmem(article.ptr, article.len, text.ptr, text.len) != NULL;
}

static bool is_among(isn_str word, const char *const *words) {
    for (size_t i = 0; words[i] != NULL; i++) {
        if (isn_str_eqz(word, words[i]) && strcmp(words[i], "-") != 0) {
            return true;
        }
    }
    return false;
}

/* JSON, where it is JSON as a whole; NULL otherwise. */
static json_object *parse(isn_str given) {
    struct json_tokener *tokener = json_tokener_new();
    if (tokener == NULL || given.len > INT32_MAX) {
        json_tokener_free(tokener);
        return NULL;
    }
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    json_object *out = json_tokener_parse_ex(tokener, given.ptr, (int)given.len);
    if (json_tokener_get_error(tokener) != json_tokener_success) {
        json_object_put(out);
        out = NULL;
    }
    json_tokener_free(tokener);
    return out;
}

/* ---- words, days ------------------------------------------------------------------------------------- */

static json_object *read_day(reading *r, isn_str given) {
    char text[11];
    int32_t day = isn_day_parse(given);
    if (day == ISN_NO_DAY) {
        return fault(r, "no date (YYYY-MM-DD)", given);
    }
    isn_day_text(text, day);
    return json_object_new_string(text);
}

static json_object *read_days(reading *r, isn_str given) {
    isn_str end;
    json_object *json = given.len > 0 && given.ptr[0] == '{' ? parse(given) : NULL;
    isn_str start = json != NULL ? text_of(member(json, "start")) : until(given, "..", &end);
    end = json != NULL ? text_of(member(json, "end")) : end.ptr != NULL ? trim(end) : start;
    json_object *from = start.len == 0 ? NULL : read_day(r, start);
    json_object *to = read_day(r, end);
    if (r->status == ISN_OK && start.len > 0 && isn_day_parse(start) > isn_day_parse(end)) {
        fault(r, "ends before it begins", given);
    }
    json_object *out = json_object_new_object();
    json_object_object_add(out, "start", from);
    json_object_object_add(out, "end", to);
    json_object_put(json);
    return out;
}

/* ---- names ------------------------------------------------------------------------------------------- */

/* "words" of the article, of a chain "words=role" */
static json_object *plain_item(reading *r, isn_str given, bool chain) {
    isn_str role = {NULL, 0};
    isn_str text = given;
    if (chain) {
        text = until(given, "=", &role);
        role = role.ptr == NULL ? isn_str_z("unknown") : trim(role);
        if (!is_among(role, isn_vocab_link_role)) {
            return fault(r, "no role of a source", role);
        }
    }
    if (!stands_in(r->article, text)) {
        return fault(r, "not in the article", text);
    }
    json_object *out = json_object_new_object();
    json_object_object_add(out, "text", string_of(text));
    if (chain) {
        json_object_object_add(out, "role", string_of(role));
        json_object_object_add(out, "named", json_object_new_boolean(1));
    }
    return out;
}

static json_object *json_item(reading *r, json_object *given, bool chain) {
    static const char *const kept[] = {"country", "sector", "optional", "named"};
    if (json_object_is_type(given, json_type_string)) {
        return plain_item(r, text_of(given), chain);
    }
    isn_str text = text_of(member(given, "text"));
    isn_str role = text_of(member(given, "role"));
    if (!stands_in(r->article, text)) {
        return fault(r, "not in the article", text);
    }
    json_object *out = json_object_new_object();
    json_object_object_add(out, "text", string_of(text));
    if (chain) {
        role = role.ptr == NULL ? isn_str_z("unknown") : role;
        if (!is_among(role, isn_vocab_link_role)) {
            fault(r, "no role of a source", role);
        }
        json_object_object_add(out, "role", string_of(role));
    }
    for (size_t i = 0; i < ISN_LEN(kept); i++) {
        json_object *value = member(given, kept[i]);
        if (value != NULL) {
            json_object_object_add(out, kept[i], json_object_get(value));
        }
    }
    return out;
}

static json_object *read_items(reading *r, isn_str given, bool chain) {
    json_object *out = json_object_new_array();
    json_object *json = given.len > 0 && given.ptr[0] == '[' ? parse(given) : NULL;
    if (json_object_is_type(json, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(json); i++) {
            json_object_array_add(out, json_item(r, json_object_array_get_idx(json, i), chain));
        }
    } else {
        for (isn_str rest = given; rest.len > 0;) {
            isn_str item = until(rest, chain ? ">" : ";", &rest);
            json_object_array_add(out, plain_item(r, item, chain));
        }
    }
    json_object_put(json);
    return out;
}

/* ---- figures ----------------------------------------------------------------------------------------- */

static bool number_of(isn_str s, int64_t *out) {
    *out = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9' || i > 8) {
            return false;
        }
        *out = *out * 10 + (s.ptr[i] - '0');
    }
    return s.len > 0;
}

static void add_number(json_object *to, const char *name, bool known, int64_t value) {
    json_object_object_add(to, name, known ? json_object_new_int64(value) : NULL);
}

/* 3 · 3..5 · 3.. · ..5, each with "=words" of the article behind it where the claim has no such figure yet */
static json_object *plain_figure(reading *r, isn_str given) {
    isn_str words, high;
    int64_t a = 0;
    int64_t b = 0;
    isn_str low = until(until(given, "=", &words), "..", &high);
    bool range = high.ptr != NULL;
    words = trim(words);
    high = trim(high);
    bool from = number_of(low, &a);
    bool to = range && number_of(high, &b);
    if ((low.len > 0 && !from) || (high.len > 0 && !to) || (!from && !to) ||
        (from && to && a > b)) {
        return fault(r, "no figure (3, 3..5, 3.., ..5)", given);
    }
    if (words.len > 0 && !stands_in(r->article, words)) {
        return fault(r, "not in the article", words);
    }
    json_object *out = json_object_new_object();
    add_number(out, "low", from, a);
    add_number(out, "best", from && !to, a);
    add_number(out, "high", !range || to, range ? b : a);
    json_object_object_add(out, "quantity",
                           json_object_new_string(!range ? (a == 0 ? "none_reported" : "exact")
                                                  : from && to ? "range"
                                                  : from       ? "at_least"
                                                               : "at_most"));
    json_object_object_add(out, "text", words.len > 0 ? string_of(words) : NULL);
    return out;
}

static json_object *json_figure(reading *r, json_object *given) {
    static const char *const numbers[] = {"low", "best", "high"};
    isn_str quantity = text_of(member(given, "quantity"));
    isn_str text = text_of(member(given, "text"));
    isn_str side = text_of(member(given, "side"));
    if (!is_among(quantity, isn_vocab_quantity)) {
        return fault(r, "no quantity", quantity);
    }
    if (text.ptr != NULL && !stands_in(r->article, text)) {
        return fault(r, "not in the article", text);
    }
    json_object *out = json_object_new_object();
    for (size_t i = 0; i < ISN_LEN(numbers); i++) {
        json_object *n = member(given, numbers[i]);
        if (n != NULL && (!json_object_is_type(n, json_type_int) || json_object_get_int64(n) < 0)) {
            fault(r, "no number", isn_str_z(numbers[i]));
        }
        json_object_object_add(out, numbers[i], json_object_get(n));
    }
    json_object_object_add(out, "quantity", string_of(quantity));
    json_object_object_add(out, "text", text.ptr != NULL ? string_of(text) : NULL);
    if (is_among(side, isn_vocab_side)) {
        json_object_object_add(out, "side", string_of(side));
    }
    return out;
}

static json_object *read_figure(reading *r, isn_str given) {
    if (given.len == 0 || given.ptr[0] != '{') {
        return plain_figure(r, given);
    }
    json_object *json = parse(given);
    json_object *out = json == NULL ? fault(r, "no JSON", given) : json_figure(r, json);
    json_object_put(json);
    return out;
}

/* ---- all --------------------------------------------------------------------------------------------- */

static json_object *read_flag(reading *r, isn_str given) {
    bool yes = isn_str_eqz(given, "true") || isn_str_eqz(given, "yes");
    if (!yes && !isn_str_eqz(given, "false") && !isn_str_eqz(given, "no")) {
        return fault(r, "true or false", given);
    }
    return json_object_new_boolean(yes);
}

static json_object *read_value(reading *r, const isn_value_field *field, isn_str given) {
    given = trim(given);
    if (given.len >= 2 && given.ptr[0] == '"' && given.ptr[given.len - 1] == '"') {
        given = isn_str_of(given.ptr + 1, given.len - 2); /* words and days have no escapes */
    }
    bool list = field->kind == ISN_VALUE_NAMES || field->kind == ISN_VALUE_CHAIN;
    if (isn_str_eqz(given, "none") && strcmp(field->name, "quoted") != 0) {
        given = isn_str_z(list ? "[]" : "null");
    }
    if (field->may_be_null && isn_str_eqz(given, "null")) {
        return NULL;
    }
    switch (field->kind) {
    case ISN_VALUE_FLAG: return read_flag(r, given);
    case ISN_VALUE_DAYS: return read_days(r, given);
    case ISN_VALUE_DAY: return read_day(r, given);
    case ISN_VALUE_NAMES:
    case ISN_VALUE_CHAIN: return read_items(r, given, field->kind == ISN_VALUE_CHAIN);
    case ISN_VALUE_FIGURE: return read_figure(r, given);
    case ISN_VALUE_WORD: break;
    }
    return is_among(given, field->words) ? string_of(given) : fault(r, "no such value", given);
}

static void put(isn_buf *out, json_object *value) {
    isn_buf_puts(out, json_object_to_json_string_ext(value, JSON_C_TO_STRING_PLAIN |
                                                                JSON_C_TO_STRING_NOSLASHESCAPE));
}

static isn_status end(reading *r, isn_buf *out, json_object *value) {
    if (r->status == ISN_OK) {
        put(out, value);
    }
    json_object_put(value);
    return out->failed ? isn_fail(r->error, ISN_ENOMEM, NULL, 0, "out of memory") : r->status;
}

isn_status isn_value_read(isn_buf *out, const isn_value_field *field, isn_str given,
                          isn_str article, isn_error *error) {
    reading r = {article, error, ISN_OK};
    return end(&r, out, read_value(&r, field, given));
}

/* ---- a claim that was missed ------------------------------------------------------------------------- */

static void read_member(reading *r, json_object *claim, const isn_value_field *field,
                        json_object *given) {
    isn_str text = text_of(given);
    if (text.ptr == NULL) {
        text = isn_str_z(json_object_to_json_string_ext(given, JSON_C_TO_STRING_PLAIN));
    }
    json_object_object_add(claim, field->name, read_value(r, field, text));
}

/* "counts": figures with what they count */
static json_object *read_counts(reading *r, json_object *given) {
    json_object *out = json_object_new_array();
    size_t n = json_object_is_type(given, json_type_array) ? json_object_array_length(given) : 0;
    for (size_t i = 0; i < n; i++) {
        json_object *item = json_object_array_get_idx(given, i);
        isn_str what = text_of(member(item, "what"));
        json_object *figure = json_figure(r, item);
        if (!is_among(what, isn_vocab_what) || text_of(member(item, "text")).ptr == NULL) {
            fault(r, "a count needs `what` and `text`", what);
        }
        if (figure != NULL) {
            json_object_object_add(figure, "what", string_of(what));
        }
        json_object_array_add(out, figure);
    }
    return out;
}

static void read_anchors(reading *r, json_object *claim, json_object *given, isn_span *anchor) {
    size_t n = json_object_is_type(given, json_type_array) ? json_object_array_length(given) : 0;
    json_object *out = json_object_new_array();
    for (size_t i = 0; i < n; i++) {
        isn_str text = text_of(json_object_array_get_idx(given, i));
        if (!stands_in(r->article, text)) {
            fault(r, "not in the article", text);
        } else if (i == 0) {
            const char *at = memmem(r->article.ptr, r->article.len, text.ptr, text.len);
            anchor->start = (uint32_t)(at - r->article.ptr);
            anchor->end = anchor->start + (uint32_t)text.len;
        }
        json_object_array_add(out, string_of(text));
    }
    if (n == 0) {
        fault(r, "a claim needs `anchors`", (isn_str){NULL, 0});
    }
    json_object_object_add(claim, "anchors", out);
}

isn_status isn_value_claim(isn_buf *out, isn_span *anchor, isn_str given, isn_str article,
                           isn_error *error) {
    reading r = {article, error, ISN_OK};
    json_object *json = parse(given);
    json_object *claim = json_object_new_object();
    if (!json_object_is_type(json, json_type_object) || member(json, "type") == NULL) {
        fault(&r, "no JSON object with `type`", given);
    } else {
        read_anchors(&r, claim, member(json, "anchors"), anchor);
        for (const isn_value_field *f = isn_value_fields; f->name != NULL; f++) {
            json_object *value = NULL;
            if (f->kind != ISN_VALUE_FIGURE && json_object_object_get_ex(json, f->name, &value)) {
                read_member(&r, claim, f, value);
            }
        }
        json_object_object_add(claim, "counts", read_counts(&r, member(json, "counts")));
    }
    json_object_put(json);
    return end(&r, out, claim);
}
