/* brat.c: articles as brat's standoff: NAME.txt holds the text, NAME.ann what claims stand on, annotation.conf what
 * there is. Offsets count characters. A claim is an event whose trigger is the word it hangs on; where it has none, its
 * sentence. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "export/events.h"

static const char *const parts[][2] = {/* ours, brat's */
                                       {"actor", "Actor"},
                                       {"recipient", "Recipient"},
                                       {"place", "Place"},
                                       {"count", "Count"},
                                       {"source", "Source"}};
#define OTHER_ACT "OTHER" /* a claim without a category */

static isn_status write_file(const char *path, const isn_buf *bytes, isn_error *error) {
    if (bytes->failed) {
        return isn_fail(error, ISN_ENOMEM, path, 0, "out of memory");
    }
    errno = 0;
    FILE *file = fopen(path, "wb");
    bool ok = file != NULL && fwrite(bytes->ptr, 1, bytes->len, file) == bytes->len;
    if (file != NULL && fclose(file) != 0) {
        ok = false;
    }
    return ok ? ISN_OK : isn_fail(error, ISN_EIO, path, 0, "%s", strerror(errno));
}

static const char *act_of(unsigned act) {
    return act == ISN_EV_NONE ? OTHER_ACT : isn_vocab_event[act];
}

isn_status isn_brat_open(const char *folder, isn_error *error) {
    char path[600];
    isn_buf conf;
    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        return isn_fail(error, ISN_EIO, folder, 0, "%s", strerror(errno));
    }
    isn_buf_init(&conf);
    isn_buf_puts(&conf, "[entities]\n");
    for (size_t i = 0; i < ISN_LEN(parts); i++) {
        isn_buf_printf(&conf, "%s\n", parts[i][1]);
    }
    isn_buf_puts(&conf, "\n[relations]\n\n[events]\n");
    for (unsigned act = 0; isn_vocab_event[act] != NULL; act++) {
        isn_buf_puts(&conf, act_of(act));
        for (size_t i = 0; i < ISN_LEN(parts); i++) {
            isn_buf_printf(&conf, "%s%s*:%s", i > 0 ? ", " : " ", parts[i][1], parts[i][1]);
        }
        isn_buf_putc(&conf, '\n');
    }
    isn_buf_puts(&conf, "\n[attributes]\nNegated Arg:<EVENT>\nType Arg:<EVENT>, Value:");
    for (unsigned type = 0; isn_vocab_type[type] != NULL; type++) {
        isn_buf_printf(&conf, "%s%s", type > 0 ? "|" : "", isn_vocab_type[type]);
    }
    isn_buf_putc(&conf, '\n');
    snprintf(path, sizeof path, "%s/annotation.conf", folder);
    isn_status status = write_file(path, &conf, error);
    isn_buf_release(&conf);
    return status;
}

typedef struct writer {
    isn_buf out;
    const isn_annotated *article;
    unsigned t, e, a, note;
} writer;

static bool breaks(char c) {
    return c == '\n' || c == '\r';
}

/* "T3\tActor 10 14\twords"; a piece that goes over lines is told in fragments, as brat wants it. */
static void put_bound(writer *w, const char *type, uint32_t start, uint32_t end) {
    const isn_annotated *a = w->article;
    isn_buf words;
    const char *before = " ";
    isn_buf_init(&words);
    isn_buf_printf(&w->out, "T%u\t%s", ++w->t, type);
    while (start < end) {
        uint32_t stop = start;
        while (stop < end && !breaks(a->text.ptr[stop])) {
            stop++;
        }
        if (stop > start) {
            isn_buf_printf(&w->out, "%s%u %u", before, a->character[start], a->character[stop]);
            isn_buf_puts(&words, words.len > 0 ? " " : "");
            isn_buf_utf8(&words, isn_str_of(a->text.ptr + start, stop - start));
            before = ";";
        }
        start = stop + 1;
    }
    isn_buf_putc(&w->out, '\t');
    isn_buf_put(&w->out, words.ptr, words.len);
    isn_buf_putc(&w->out, '\n');
    w->out.failed = w->out.failed || words.failed;
    isn_buf_release(&words);
}

static void put_note(writer *w, const isn_said_piece *s) {
    if (s->value.ptr != NULL) {
        isn_buf_printf(&w->out, "#%u\tAnnotatorNotes T%u\t", ++w->note, w->t);
        for (size_t i = 0; i < s->value.len; i++) {
            isn_buf_putc(&w->out, breaks(s->value.ptr[i]) || s->value.ptr[i] == '\t'
                                      ? ' '
                                      : s->value.ptr[i]);
        }
        isn_buf_putc(&w->out, '\n');
    }
}

static const char *entity_of(const isn_said_piece *s) {
    for (size_t i = 0; i < ISN_LEN(parts); i++) {
        if (isn_str_eqz(s->part, parts[i][0])) {
            return parts[i][1];
        }
    }
    return NULL; /* the trigger */
}

/* Several of one role are numbered from the second on: Actor:T1 Actor2:T4 */
static void put_role(isn_buf *out, const char *role, unsigned nth, unsigned bound) {
    isn_buf_printf(out, " %s", role);
    if (nth > 1) {
        isn_buf_printf(out, "%u", nth);
    }
    isn_buf_printf(out, ":T%u", bound);
}

static void put_claim(writer *w, const isn_said_claim *claim) {
    const isn_annotated *a = w->article;
    isn_buf roles;
    unsigned trigger = 0;
    unsigned nth[ISN_LEN(parts)] = {0};
    isn_buf_init(&roles);
    for (uint32_t i = 0; i < a->nsaid; i++) {
        const isn_said_piece *s = &a->said[i];
        const char *entity = entity_of(s);
        if (!isn_str_eq(s->claim, claim->name)) {
            continue;
        }
        put_bound(w, entity != NULL ? entity : act_of(claim->act), s->start, s->end);
        put_note(w, s);
        if (entity == NULL) {
            trigger = w->t;
            continue;
        }
        for (size_t p = 0; p < ISN_LEN(parts); p++) {
            if (entity == parts[p][1]) {
                put_role(&roles, entity, ++nth[p], w->t);
            }
        }
    }
    if (trigger > 0) {
        isn_buf_printf(&w->out, "E%u\t%s:T%u", ++w->e, act_of(claim->act), trigger);
        isn_buf_put(&w->out, roles.ptr, roles.len);
        isn_buf_printf(&w->out, "\nA%u\tType E%u %.*s\n", ++w->a, w->e, (int)claim->type.len,
                       claim->type.ptr);
        if (claim->negative) {
            isn_buf_printf(&w->out, "A%u\tNegated E%u\n", ++w->a, w->e);
        }
    }
    w->out.failed = w->out.failed || roles.failed;
    isn_buf_release(&roles);
}

/* Named by half of the hash, and what else tells one print from another; a dot would be taken for an ending. */
static void name_file(char *path, size_t size, const char *folder, isn_str ident, const char *end) {
    int len = snprintf(path, size, "%s/%.16s", folder, ident.ptr);
    if (ident.len > 65) {
        len += snprintf(path + len, size - (size_t)len, "-%.*s", (int)(ident.len - 65),
                        ident.ptr + 65);
    }
    snprintf(path + len, size - (size_t)len, ".%s", end);
}

isn_status isn_brat_add(const char *folder, const isn_annotated *article, isn_error *error) {
    writer w = {.article = article};
    char path[600];
    isn_buf_init(&w.out);
    isn_buf_utf8(&w.out, article->text);
    name_file(path, sizeof path, folder, article->article.ident, "txt");
    isn_status status = write_file(path, &w.out, error);
    w.out.len = 0;
    for (uint32_t i = 0; i < article->nclaims; i++) {
        put_claim(&w, &article->claims[i]);
    }
    name_file(path, sizeof path, folder, article->article.ident, "ann");
    if (status == ISN_OK) {
        status = write_file(path, &w.out, error);
    }
    isn_buf_release(&w.out);
    return status;
}
