/* eval.c: isn_eval of isnad.h: reads gold rows and records side by side, a line of each at a time, and
 * reports the figures. What they mean stands in eval_score.c. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/eval.h"

#define DEEPEST 64

static const char *const tally_names[ISN_TALLIES] = {
    "claims",      "type",       "polarity", "modality",       "mode",   "actors",
    "actor codes", "recipients", "counts",   "killed",         "places", "date",
    "deadline",    "chain",      "origin",   "contradictions",
};

/* An article among the worst; its strings lie in `marks`' own arena. */
typedef struct mark {
    isn_marked marked;
    isn_str diff;
} mark;

typedef struct evaluation {
    isn_score score;
    isn_arena *kept; /* ids and differences, until the report */
    isn_guard guard;
    ISN_VEC(mark) marks;
    json_tokener *tokener;
    json_object *gold, *record; /* of the current article */
    isn_buf diff, out;
    unsigned worst;
    bool json, show_diff;
} evaluation;

/* ---- reading -------------------------------------------------------------------------------- */

/* The next line that is not blank; false at the end. `*number` counts all lines, from 1. */
static bool next_line(isn_str *rest, isn_str *line, uint64_t *number) {
    while (rest->len > 0) {
        const char *stop = memchr(rest->ptr, '\n', rest->len);
        size_t len = stop != NULL ? (size_t)(stop - rest->ptr) : rest->len;
        *line = isn_str_of(rest->ptr, len);
        rest->ptr += len + (stop != NULL);
        rest->len -= len + (stop != NULL);
        ++*number;
        for (size_t i = 0; i < len; i++) {
            if (!strchr(" \t\r\f\v", line->ptr[i]) || line->ptr[i] == '\0') {
                return true;
            }
        }
    }
    return false;
}

static uint64_t count_lines(isn_str text) {
    isn_str line;
    uint64_t number = 0;
    uint64_t n = 0;
    while (next_line(&text, &line, &number)) {
        n++;
    }
    return n;
}

static isn_status parse(evaluation *e, json_object **out, isn_str line, const char *what,
                        uint64_t number, isn_error *error) {
    json_tokener_reset(e->tokener);
    if (line.len > INT32_MAX) {
        return isn_fail(error, ISN_ELIMIT, NULL, 0, "line %llu of %s is too long",
                        (unsigned long long)number, what);
    }
    json_object *value = json_tokener_parse_ex(e->tokener, line.ptr, (int)line.len);
    if (!json_object_is_type(value, json_type_object)) {
        enum json_tokener_error why = json_tokener_get_error(e->tokener);
        json_object_put(value);
        return isn_fail(error, ISN_EFORMAT, NULL, json_tokener_get_parse_end(e->tokener),
                        "line %llu of %s: not %s", (unsigned long long)number, what,
                        why == json_tokener_success ? "a JSON object" : "JSON");
    }
    *out = value;
    return ISN_OK;
}

/* ---- one article ---------------------------------------------------------------------------- */

static isn_str keep(isn_arena *arena, isn_str s) {
    return isn_str_of(isn_arena_copy(arena, s.ptr != NULL ? s.ptr : "", s.len), s.len);
}

static void score_article(evaluation *e) {
    isn_marked marked;
    e->diff.len = 0;
    isn_arena_reset(e->score.arena, (size_t)1 << 20);
    isn_eval_article(&e->score, &marked, e->gold, e->record, e->show_diff ? &e->diff : NULL);
    if (!marked.scored && (e->diff.len == 0 || !e->show_diff)) {
        return;
    }
    mark *m = ISN_PUSH(e->kept, &e->marks);
    m->marked = marked;
    m->marked.id = keep(e->kept, marked.id);
    m->diff = keep(e->kept, isn_str_of(e->diff.ptr, e->diff.len));
}

static void drop_article(evaluation *e) {
    json_object_put(e->gold);
    json_object_put(e->record);
    e->gold = e->record = NULL;
}

static isn_status score_all(evaluation *e, isn_str gold, isn_str records, isn_error *error) {
    isn_str gold_line;
    isn_str record_line;
    uint64_t g = 0;
    uint64_t r = 0;
    while (next_line(&gold, &gold_line, &g) && next_line(&records, &record_line, &r)) {
        isn_status status = parse(e, &e->gold, gold_line, "the gold set", g, error);
        if (status == ISN_OK) {
            status = parse(e, &e->record, record_line, "the records", r, error);
        }
        if (status != ISN_OK) {
            return status;
        }
        score_article(e);
        drop_article(e);
    }
    return ISN_OK;
}

/* ---- report --------------------------------------------------------------------------------- */

typedef struct figures {
    double p, r, f;
} figures;

static figures figures_of(const isn_tally *t) {
    figures f = {0, 0, 0};
    f.p = t->predicted > 0 ? (double)t->hit / (double)t->predicted : 0;
    f.r = t->gold > 0 ? (double)t->hit / (double)t->gold : 0;
    f.f = f.p + f.r > 0 ? 2 * f.p * f.r / (f.p + f.r) : 0;
    return f;
}

static int by_share(const void *a, const void *b) {
    const mark *x = a;
    const mark *y = b;
    if (x->marked.share != y->marked.share) {
        return x->marked.share < y->marked.share ? -1 : 1;
    }
    size_t n = x->marked.id.len < y->marked.id.len ? x->marked.id.len : y->marked.id.len;
    int order = memcmp(x->marked.id.ptr, y->marked.id.ptr, n);
    return order != 0
               ? order
               : (x->marked.id.len > y->marked.id.len) - (x->marked.id.len < y->marked.id.len);
}

static int by_name(const void *a, const void *b) {
    return strcmp(((const isn_extra *)a)->name, ((const isn_extra *)b)->name);
}

/* Each line of the differences, indented. */
static void put_diff(isn_buf *out, isn_str diff) {
    uint64_t ignored = 0;
    isn_str line;
    while (next_line(&diff, &line, &ignored)) {
        isn_buf_puts(out, "    ");
        isn_buf_put(out, line.ptr, line.len);
        isn_buf_putc(out, '\n');
    }
}

static void put_worst(evaluation *e) {
    unsigned shown = 0;
    for (uint32_t i = 0; i < e->marks.len; i++) {
        const mark *m = &e->marks.ptr[i];
        bool all = e->show_diff && e->worst == 0;
        if (all ? m->diff.len == 0 : !m->marked.scored || shown == e->worst) {
            continue;
        }
        shown++;
        isn_buf_printf(&e->out, "%s: %.*s %.2f\n", all ? "article" : "worst", (int)m->marked.id.len,
                       m->marked.id.ptr, m->marked.share);
        put_diff(&e->out, m->diff);
    }
}

/* The shortest decimal that reads back the same. */
static void put_double(isn_buf *out, double value) {
    char text[32];
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, value);
        if (strtod(text, NULL) == value) {
            break;
        }
    }
    isn_buf_puts(out, text);
    isn_buf_puts(out, strpbrk(text, ".e") == NULL ? ".0" : "");
}

/* Of the claims of each span of confidence: how many, their mean confidence, the share that the gold has too. */
static void put_reliability(evaluation *e) {
    for (unsigned i = 0; i < ISN_RELIABILITIES; i++) {
        const isn_reliability *r = &e->score.reliability[i];
        if (r->claims > 0) {
            isn_buf_printf(&e->out, "confidence %.1f to %.1f: %lld claims, mean %.2f, right %.2f\n",
                           i > 0 ? 0.4 + 0.1 * i : 0.0, 0.5 + 0.1 * i, (long long)r->claims,
                           r->sum / (double)r->claims, (double)r->right / (double)r->claims);
        }
    }
}

static void put_reliability_json(evaluation *e) {
    isn_buf_puts(&e->out, ", \"confidence\": [");
    bool first = true;
    for (unsigned i = 0; i < ISN_RELIABILITIES; i++) {
        const isn_reliability *r = &e->score.reliability[i];
        if (r->claims > 0) {
            isn_buf_printf(&e->out, "%s{\"claims\": %lld, \"mean\": ", first ? "" : ", ",
                           (long long)r->claims);
            put_double(&e->out, r->sum / (double)r->claims);
            isn_buf_puts(&e->out, ", \"right\": ");
            put_double(&e->out, (double)r->right / (double)r->claims);
            isn_buf_putc(&e->out, '}');
            first = false;
        }
    }
    isn_buf_putc(&e->out, ']');
}

static void report_text(evaluation *e) {
    isn_buf_printf(&e->out, "%16s     P     R    F1   gold\n", "");
    for (unsigned i = 0; i < ISN_TALLIES; i++) {
        figures f = figures_of(&e->score.tallies[i]);
        isn_buf_printf(&e->out, "%-16s %.3f %.3f %.3f %6lld\n", tally_names[i], f.p, f.r, f.f,
                       (long long)e->score.tallies[i].gold);
    }
    qsort(e->score.extras, e->score.nextras, sizeof e->score.extras[0], by_name);
    for (unsigned i = 0; i < e->score.nextras; i++) {
        isn_buf_printf(&e->out, "%s: %lld\n", e->score.extras[i].name,
                       (long long)e->score.extras[i].value);
    }
    put_reliability(e);
    put_worst(e);
}

static void put_worst_json(evaluation *e) {
    isn_buf_puts(&e->out, ", \"worst\": [");
    unsigned shown = 0;
    for (uint32_t i = 0; i < e->marks.len && shown < e->worst; i++) {
        const mark *m = &e->marks.ptr[i];
        if (!m->marked.scored) {
            continue;
        }
        isn_buf_puts(&e->out, shown++ > 0 ? ", {\"id\": " : "{\"id\": ");
        isn_buf_json(&e->out, m->marked.id.ptr, m->marked.id.len);
        isn_buf_puts(&e->out, ", \"share\": ");
        put_double(&e->out, m->marked.share);
        if (e->show_diff) {
            isn_buf_puts(&e->out, ", \"differences\": ");
            isn_buf_json(&e->out, m->diff.ptr, m->diff.len);
        }
        isn_buf_putc(&e->out, '}');
    }
    isn_buf_putc(&e->out, ']');
}

static void report_json(evaluation *e) {
    for (unsigned i = 0; i < ISN_TALLIES; i++) {
        figures f = figures_of(&e->score.tallies[i]);
        isn_buf_printf(&e->out, "%s\"%s\": [", i == 0 ? "{" : ", ", tally_names[i]);
        put_double(&e->out, f.p);
        isn_buf_puts(&e->out, ", ");
        put_double(&e->out, f.r);
        isn_buf_puts(&e->out, ", ");
        put_double(&e->out, f.f);
        isn_buf_putc(&e->out, ']');
    }
    for (unsigned i = 0; i < e->score.nextras; i++) {
        isn_buf_printf(&e->out, ", \"%s\": %lld", e->score.extras[i].name,
                       (long long)e->score.extras[i].value);
    }
    put_reliability_json(e);
    if (e->worst > 0) {
        put_worst_json(e);
    }
    isn_buf_puts(&e->out, "}\n");
}

/* ---- all ------------------------------------------------------------------------------------ */

/* Runs under the guard of both arenas; JSON objects and buffers belong to the caller's `e`. */
static isn_status evaluate(evaluation *e, isn_str gold, isn_str records, isn_error *error) {
    if (setjmp(e->guard.jump) != 0) {
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    }
    isn_arena_guard(e->score.arena, &e->guard);
    isn_arena_guard(e->kept, &e->guard);
    isn_status status = score_all(e, gold, records, error);
    if (status != ISN_OK) {
        return status;
    }
    if (e->marks.len > 1) {
        qsort(e->marks.ptr, e->marks.len, sizeof e->marks.ptr[0], by_share);
    }
    if (e->json) {
        report_json(e);
    } else {
        report_text(e);
    }
    isn_buf_putc(&e->out, '\0');
    return e->out.failed ? isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory") : ISN_OK;
}

isn_status isn_eval(char **out, isn_str gold, isn_str records, unsigned worst, bool json, bool diff,
                    isn_error *error) {
    evaluation e = {.worst = worst, .json = json, .show_diff = diff};
    uint64_t g = count_lines(gold);
    uint64_t r = count_lines(records);
    if (g != r) {
        return isn_fail(error, ISN_EFORMAT, NULL, 0, "%llu gold rows, %llu records",
                        (unsigned long long)g, (unsigned long long)r);
    }
    isn_buf_init(&e.diff);
    isn_buf_init(&e.out);
    e.tokener = json_tokener_new_ex(DEEPEST);
    isn_status status = ISN_ENOMEM;
    if (e.tokener != NULL && isn_arena_new(&e.score.arena, 1 << 16) == ISN_OK &&
        isn_arena_new(&e.kept, 1 << 14) == ISN_OK) {
        json_tokener_set_flags(e.tokener, JSON_TOKENER_STRICT);
        status = evaluate(&e, gold, records, error);
    } else {
        isn_fail(error, status, NULL, 0, "out of memory");
    }
    if (status == ISN_OK) {
        *out = e.out.ptr;
        isn_buf_init(&e.out);
    }
    drop_article(&e);
    if (e.tokener != NULL) {
        json_tokener_free(e.tokener);
    }
    isn_arena_free(e.score.arena);
    isn_arena_free(e.kept);
    isn_buf_release(&e.diff);
    isn_buf_release(&e.out);
    return status;
}
