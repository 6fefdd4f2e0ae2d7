/* judge.c: what holds of a claim after all that coders said of it. Each coder's last word on a field counts; where
 * coders differ, what was said to settle it; without that the claim is open. */
#include "review/judgement.h"

json_object *isn_judgement_parse(isn_str json) {
    struct json_tokener *tokener = json_tokener_new();
    json_object *out =
        tokener != NULL ? json_tokener_parse_ex(tokener, json.ptr, (int)json.len) : NULL;
    json_tokener_free(tokener);
    return out;
}

/* ---- what each said ---------------------------------------------------------------------------------- */

static bool is_by(const isn_said *said, const isn_str *coder) {
    return coder == ISN_FINAL ? said->final : !said->final && isn_str_eq(said->coder, *coder);
}

static bool judges(const isn_said *said) {
    return isn_str_eqz(said->act, "accept") || isn_str_eqz(said->act, "correct") ||
           isn_str_eqz(said->act, "reject");
}

int isn_judgement_verdict(const isn_judgement *j, const isn_str *coder) {
    int verdict = -1;
    for (uint32_t i = 0; i < j->n; i++) {
        if (judges(&j->said[i]) && is_by(&j->said[i], coder)) {
            verdict = !isn_str_eqz(j->said[i].act, "reject");
        }
    }
    return verdict;
}

bool isn_judgement_coder(const isn_judgement *j, uint32_t i, isn_str *coder) {
    *coder = j->said[i].coder;
    for (uint32_t k = 0; k < i; k++) {
        if (judges(&j->said[k]) && is_by(&j->said[k], coder)) {
            return false;
        }
    }
    return judges(&j->said[i]) && !j->said[i].final;
}

static bool counts_what(json_object *count, const isn_value_field *field) {
    json_object *what = NULL;
    return json_object_object_get_ex(count, "what", &what) &&
           strcmp(json_object_get_string(what), field->name) == 0;
}

/* The claim's first count of that kind; borrowed. */
static json_object *figure_of(json_object *claim, const isn_value_field *field) {
    json_object *counts = NULL;
    if (!json_object_object_get_ex(claim, "counts", &counts)) {
        return NULL;
    }
    for (size_t i = 0; i < json_object_array_length(counts); i++) {
        if (counts_what(json_object_array_get_idx(counts, i), field)) {
            return json_object_array_get_idx(counts, i);
        }
    }
    return NULL;
}

json_object *isn_judgement_value(const isn_judgement *j, const isn_str *coder,
                                 const isn_value_field *field, bool *corrected) {
    const isn_said *last = NULL;
    for (uint32_t i = 0; i < j->n; i++) {
        if (isn_str_eqz(j->said[i].act, "correct") && is_by(&j->said[i], coder) &&
            isn_str_eqz(j->said[i].field, field->name)) {
            last = &j->said[i];
        }
    }
    if (corrected != NULL) {
        *corrected = last != NULL;
    }
    if (last != NULL) {
        return isn_judgement_parse(last->value);
    }
    return json_object_get(field->kind == ISN_VALUE_FIGURE
                               ? figure_of(j->claim, field)
                               : json_object_object_get(j->claim, field->name));
}

/* ---- comparing --------------------------------------------------------------------------------------- */

static void put_json(isn_buf *out, json_object *value) {
    isn_buf_puts(out, json_object_to_json_string_ext(value, JSON_C_TO_STRING_PLAIN));
    isn_buf_putc(out, '\n');
}

static int by_text(const void *a, const void *b) {
    json_object *const *x = a;
    json_object *const *y = b;
    return strcmp(json_object_get_string(json_object_object_get(*x, "text")),
                  json_object_get_string(json_object_object_get(*y, "text")));
}

static void put_names(isn_buf *out, json_object *list, bool chain) {
    if (!chain) {
        json_object_array_sort(list, by_text);
    }
    for (size_t i = 0; i < json_object_array_length(list); i++) {
        json_object *item = json_object_array_get_idx(list, i);
        put_json(out, json_object_object_get(item, "text"));
        if (chain) {
            put_json(out, json_object_object_get(item, "role"));
        }
    }
}

void isn_judgement_key(isn_buf *out, const isn_value_field *field, json_object *value) {
    static const char *const numbers[] = {"low", "best", "high"};
    bool list = field->kind == ISN_VALUE_NAMES || field->kind == ISN_VALUE_CHAIN;
    out->len = 0;
    if (list && value != NULL) {
        isn_str copy = isn_str_z(json_object_to_json_string_ext(value, JSON_C_TO_STRING_PLAIN));
        json_object *sorted = isn_judgement_parse(copy);
        put_names(out, sorted, field->kind == ISN_VALUE_CHAIN);
        json_object_put(sorted);
    } else if (field->kind == ISN_VALUE_FIGURE && value != NULL) {
        for (size_t i = 0; i < ISN_LEN(numbers); i++) {
            put_json(out, json_object_object_get(value, numbers[i]));
        }
    } else {
        put_json(out, value);
    }
}

/* ---- settling ---------------------------------------------------------------------------------------- */

/* 1, 0; -1 when nobody judged; -2 when they disagree and nobody has settled it. */
static int settle_verdict(const isn_judgement *j) {
    int verdict = isn_judgement_verdict(j, ISN_FINAL);
    isn_str coder;
    if (verdict >= 0) {
        return verdict;
    }
    for (uint32_t i = 0; i < j->n; i++) {
        if (isn_judgement_coder(j, i, &coder)) {
            int one = isn_judgement_verdict(j, &coder);
            if (verdict >= 0 && one != verdict) {
                return -2;
            }
            verdict = one;
        }
    }
    return verdict;
}

/* What all coders who hold it for a claim say; false when they differ. `*value` is the caller's. */
static bool common_value(const isn_judgement *j, const isn_value_field *field,
                         json_object **value) {
    isn_buf first, other;
    isn_str coder;
    bool any = false;
    bool same = true;
    isn_buf_init(&first);
    isn_buf_init(&other);
    *value = NULL;
    for (uint32_t i = 0; i < j->n && same; i++) {
        if (!isn_judgement_coder(j, i, &coder) || isn_judgement_verdict(j, &coder) != 1) {
            continue;
        }
        json_object *one = isn_judgement_value(j, &coder, field, NULL);
        isn_judgement_key(any ? &other : &first, field, one);
        same = !any || (first.len == other.len && memcmp(first.ptr, other.ptr, first.len) == 0);
        if (any) {
            json_object_put(one);
        } else {
            *value = one;
        }
        any = true;
    }
    if (!any) {
        *value = isn_judgement_value(j, &(isn_str){"", 0}, field, NULL); /* the machine's */
    }
    isn_buf_release(&first);
    isn_buf_release(&other);
    return same;
}

/* The claim's counts of that kind give way to the one figure; it keeps the words of the first. */
static void set_figure(json_object *claim, const isn_value_field *field, json_object *value) {
    static const char *const kept[] = {"text", "side"};
    json_object *old = figure_of(claim, field);
    json_object *counts = NULL;
    json_object *all = json_object_new_array();
    if (value != NULL && value != old) {
        for (size_t i = 0; i < ISN_LEN(kept); i++) {
            json_object *had = old != NULL ? json_object_object_get(old, kept[i]) : NULL;
            if (json_object_object_get(value, kept[i]) == NULL && had != NULL) {
                json_object_object_add(value, kept[i], json_object_get(had));
            }
        }
        if (json_object_object_get(value, "text") == NULL) { /* it must stand on some words */
            json_object *anchors = json_object_object_get(claim, "anchors");
            json_object_object_add(value, "text",
                                   json_object_get(json_object_array_get_idx(anchors, 0)));
        }
        json_object_object_add(value, "what", json_object_new_string(field->name));
    }
    json_object_object_get_ex(claim, "counts", &counts);
    for (size_t i = 0; i < json_object_array_length(counts); i++) {
        json_object *count = json_object_array_get_idx(counts, i);
        if (!counts_what(count, field)) {
            json_object_array_add(all, json_object_get(count));
        }
    }
    if (value != NULL) {
        json_object_array_add(all, json_object_get(value));
    }
    json_object_object_add(claim, "counts", all);
}

static void set_value(json_object *claim, const isn_value_field *field, json_object *value) {
    if (field->kind == ISN_VALUE_FIGURE) {
        set_figure(claim, field, value);
    } else {
        json_object_object_add(claim, field->name, json_object_get(value));
    }
}

static bool was_corrected(const isn_judgement *j, const isn_value_field *field) {
    for (uint32_t i = 0; i < j->n; i++) {
        if (isn_str_eqz(j->said[i].act, "correct") && isn_str_eqz(j->said[i].field, field->name)) {
            return true;
        }
    }
    return false;
}

/* Did who settles say that the claim is right as it was coded? A correction settles its own field alone. */
static bool settled_as_coded(const isn_judgement *j) {
    for (uint32_t i = 0; i < j->n; i++) {
        if (j->said[i].final && isn_str_eqz(j->said[i].act, "accept")) {
            return true;
        }
    }
    return false;
}

/* Puts the field as it holds into `claim`; false when it is open. */
static bool settle_field(const isn_judgement *j, const isn_value_field *field, json_object *claim) {
    bool corrected = false;
    json_object *value = NULL;
    if (!was_corrected(j, field)) {
        return true;
    }
    json_object *final = isn_judgement_value(j, ISN_FINAL, field, &corrected);
    bool agreed = common_value(j, field, &value);
    bool settled = corrected || agreed || settled_as_coded(j);
    if (corrected || (settled && agreed)) {
        set_value(claim, field, corrected ? final : value);
    }
    json_object_put(final);
    json_object_put(value);
    return settled;
}

static isn_settled settle(const isn_judgement *j, json_object *claim) {
    int verdict = settle_verdict(j);
    if (verdict < 1) {
        return verdict == 0 ? ISN_REJECTED : verdict == -1 ? ISN_UNJUDGED : ISN_OPEN;
    }
    for (const isn_value_field *f = isn_value_fields; f->name != NULL; f++) {
        if (!settle_field(j, f, claim)) {
            return ISN_OPEN;
        }
    }
    return ISN_ACCEPTED;
}

bool isn_judge(isn_settled *settled, isn_buf *out, isn_str claim, const isn_said *said,
               uint32_t n) {
    isn_judgement j = {isn_judgement_parse(claim), said, n};
    json_object *corrected = isn_judgement_parse(claim);
    if (j.claim != NULL && corrected != NULL) {
        *settled = settle(&j, corrected);
        if (*settled == ISN_ACCEPTED) {
            isn_buf_puts(out,
                         json_object_to_json_string_ext(
                             corrected, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
        }
    }
    bool ok = j.claim != NULL && corrected != NULL && !out->failed;
    json_object_put(j.claim);
    json_object_put(corrected);
    return ok;
}
