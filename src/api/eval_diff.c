/* eval_diff.c: what a record has otherwise than the gold set, in words, one line a difference. */
#include <string.h>

#include "api/eval.h"

static void put(isn_buf *out, isn_str s) {
    isn_buf_put(out, s.ptr, s.ptr == NULL ? 0 : s.len);
}

static void put_key(isn_buf *out, json_object *object, const char *key) {
    isn_str s = isn_eval_str(object, key);
    if (s.ptr == NULL) {
        isn_buf_puts(out, "null");
    } else {
        put(out, s);
    }
}

static void put_figure(isn_buf *out, json_object *count, const char *key) {
    json_object *value = isn_eval_get(count, key);
    if (value == NULL) {
        isn_buf_puts(out, "null");
    } else {
        isn_buf_printf(out, "%lld", (long long)json_object_get_int64(value));
    }
}

/* killed 3/3/3 */
static void put_count(isn_buf *out, json_object *count) {
    put_key(out, count, "what");
    isn_buf_putc(out, ' ');
    put_figure(out, count, "low");
    isn_buf_putc(out, '/');
    put_figure(out, count, "best");
    isn_buf_putc(out, '/');
    put_figure(out, count, "high");
}

static void put_item(isn_buf *out, json_object *item) {
    if (isn_eval_get(item, "what") != NULL) {
        put_count(out, item);
        return;
    }
    isn_str text = isn_eval_str(item, "text");
    put(out, text.len > 0 ? text : isn_eval_str(item, "name"));
    if (isn_eval_flag(item, "optional", false)) {
        isn_buf_puts(out, " (optional)");
    }
}

/* Any field: a word, a list of items, or the two ends of a date. */
static void put_value(isn_buf *out, json_object *value) {
    if (json_object_is_type(value, json_type_array)) {
        for (size_t i = 0; i < isn_eval_len(value); i++) {
            isn_buf_puts(out, i > 0 ? " | " : "");
            put_item(out, isn_eval_at(value, i));
        }
        isn_buf_puts(out, isn_eval_len(value) == 0 ? "none" : "");
    } else if (json_object_is_type(value, json_type_object)) {
        put_key(out, value, "start");
        isn_buf_puts(out, " to ");
        put_key(out, value, "end");
    } else if (value == NULL) {
        isn_buf_puts(out, "null");
    } else {
        isn_buf_puts(out, json_object_get_string(value));
    }
}

static void put_claim(isn_buf *out, json_object *claim) {
    put_key(out, claim, "id");
    isn_buf_putc(out, ' ');
    put_key(out, claim, "event_type");
    isn_buf_putc(out, ' ');
    put_key(out, claim, "type");
}

void isn_eval_diff_missed(isn_buf *diff, json_object *gold) {
    json_object *anchors = isn_eval_get(gold, "anchors");
    isn_buf_puts(diff, "missed ");
    put_claim(diff, gold);
    isn_buf_puts(diff, ", at ");
    for (size_t i = 0; i < isn_eval_len(anchors); i++) {
        isn_buf_puts(diff, i > 0 ? " | " : "");
        isn_buf_puts(diff, json_object_get_string(isn_eval_at(anchors, i)));
    }
    isn_buf_putc(diff, '\n');
}

void isn_eval_diff_extra(isn_buf *diff, json_object *claim) {
    isn_str evidence = isn_eval_str(isn_eval_get(claim, "evidence"), "text");
    isn_buf_puts(diff, "not in gold ");
    put_claim(diff, claim);
    isn_buf_puts(diff, ", at ");
    put(diff, isn_eval_str(isn_eval_get(claim, "anchor"), "text"));
    isn_buf_puts(diff, ", in: ");
    for (size_t i = 0; i < evidence.len; i++) {
        isn_buf_putc(diff, (unsigned char)evidence.ptr[i] < 0x20 ? ' ' : evidence.ptr[i]);
    }
    isn_buf_putc(diff, '\n');
}

void isn_eval_diff_field(isn_buf *diff, json_object *gold, json_object *claim, const char *field) {
    put_key(diff, gold, "id");
    isn_buf_puts(diff, " = ");
    put_key(diff, claim, "id");
    isn_buf_printf(diff, ", %s: want ", field);
    put_value(diff, isn_eval_get(gold, field));
    isn_buf_puts(diff, "; have ");
    put_value(diff, isn_eval_get(claim, field));
    isn_buf_putc(diff, '\n');
}

static void put_codes(isn_buf *out, json_object *actors) {
    for (size_t i = 0; i < isn_eval_len(actors); i++) {
        json_object *actor = isn_eval_at(actors, i);
        isn_buf_puts(out, i > 0 ? " | " : "");
        put_item(out, actor);
        isn_buf_putc(out, ' ');
        put_key(out, actor, "country");
        isn_buf_putc(out, '/');
        put_key(out, actor, "sector");
    }
}

void isn_eval_diff_codes(isn_buf *diff, json_object *gold, json_object *claim) {
    put_key(diff, gold, "id");
    isn_buf_puts(diff, " = ");
    put_key(diff, claim, "id");
    isn_buf_puts(diff, ", actor codes: want ");
    put_codes(diff, isn_eval_get(gold, "actors"));
    isn_buf_puts(diff, "; have ");
    put_codes(diff, isn_eval_get(claim, "actors"));
    isn_buf_putc(diff, '\n');
}
