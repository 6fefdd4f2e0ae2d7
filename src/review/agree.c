/* agree.c: collects what each coder makes of each field of each claim, for alpha.c. Whether it is a claim at all is
 * the first of them; the others count what coders say who hold it for one. */
#include "review/judgement.h"

#define FIELDS 21

typedef struct column {
    isn_coded *ptr;
    size_t len, cap;
} column;

struct isn_agreeing {
    column columns[FIELDS];
    uint32_t units;
    isn_buf key; /* scratch */
};

isn_agreeing *isn_agreeing_new(void) {
    return isn_heap_alloc(sizeof(isn_agreeing)); /* zeroed: empty columns, an empty buffer */
}

void isn_agreeing_free(isn_agreeing *agreeing) {
    for (size_t i = 0; agreeing != NULL && i < FIELDS; i++) {
        isn_heap_free(agreeing->columns[i].ptr);
    }
    if (agreeing != NULL) {
        isn_buf_release(&agreeing->key);
    }
    isn_heap_free(agreeing);
}

static bool push(column *to, uint32_t unit, double value) {
    if (to->len == to->cap) {
        size_t cap = to->cap == 0 ? 64 : to->cap * 2;
        isn_coded *grown = isn_heap_realloc(to->ptr, cap * sizeof *grown);
        if (grown == NULL) {
            return false;
        }
        to->ptr = grown;
        to->cap = cap;
    }
    to->ptr[to->len++] = (isn_coded){unit, value};
    return true;
}

/* The figure's best, else what it has; no figure is none. */
static double amount_of(json_object *figure) {
    static const char *const names[] = {"best", "low", "high"};
    for (size_t i = 0; figure != NULL && i < ISN_LEN(names); i++) {
        json_object *n = json_object_object_get(figure, names[i]);
        if (n != NULL) {
            return (double)json_object_get_int64(n);
        }
    }
    return 0;
}

static double value_of(isn_agreeing *a, const isn_value_field *field, json_object *value) {
    if (field->kind == ISN_VALUE_FIGURE) {
        return amount_of(value);
    }
    isn_judgement_key(&a->key, field, value);
    return (double)(isn_hash(a->key.ptr, a->key.len, 0) >> 12); /* what a double holds exactly */
}

static bool add_coder(isn_agreeing *a, const isn_judgement *j, const isn_str *coder) {
    int verdict = isn_judgement_verdict(j, coder);
    bool ok = push(&a->columns[0], a->units, verdict);
    for (uint32_t i = 0; ok && verdict == 1 && isn_value_fields[i].name != NULL; i++) {
        json_object *value = isn_judgement_value(j, coder, &isn_value_fields[i], NULL);
        ok = push(&a->columns[i + 1], a->units, value_of(a, &isn_value_fields[i], value));
        json_object_put(value);
    }
    return ok && !a->key.failed;
}

/* A figure that no coder has is nothing to agree on. */
static void drop_absent(isn_agreeing *a) {
    for (uint32_t i = 0; isn_value_fields[i].name != NULL; i++) {
        column *c = &a->columns[i + 1];
        size_t from = c->len;
        bool any = isn_value_fields[i].kind != ISN_VALUE_FIGURE;
        for (; from > 0 && c->ptr[from - 1].unit == a->units; from--) {
            any = any || c->ptr[from - 1].value != 0;
        }
        c->len = any ? c->len : from;
    }
}

bool isn_agreeing_add(isn_agreeing *a, isn_str claim, const isn_said *said, uint32_t n) {
    isn_judgement j = {isn_judgement_parse(claim), said, n};
    bool ok = j.claim != NULL;
    for (uint32_t i = 0; ok && i < n; i++) {
        isn_str coder;
        ok = !isn_judgement_coder(&j, i, &coder) || add_coder(a, &j, &coder);
    }
    drop_absent(a);
    a->units++;
    json_object_put(j.claim);
    return ok;
}

bool isn_agreeing_field(isn_agreeing *a, uint32_t i, const char **name, isn_alpha *out,
                        bool *failed) {
    const isn_value_field *field = i > 0 ? &isn_value_fields[i - 1] : NULL;
    *failed = false;
    if (i > 0 && field->name == NULL) {
        return false;
    }
    *name = i == 0 ? "claim" : field->name;
    isn_scale scale =
        i > 0 && field->kind == ISN_VALUE_FIGURE ? ISN_SCALE_RATIO : ISN_SCALE_NOMINAL;
    *failed = !isn_alpha_of(out, scale, a->columns[i].ptr, a->columns[i].len);
    return !*failed;
}
