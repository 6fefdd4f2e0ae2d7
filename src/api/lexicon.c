/* lexicon.c: what a pack holds, for those who keep it: rows of a word, figures, what a folder changes, rows that texts
 * leave unused. What looks wrong is lexicon_check.c's. */
#include <string.h>

#include "api/lexicon.h"

/* ---- rows as their files have them ------------------------------------------------------------- */

static void put_decimal(isn_buf *out, int32_t value) {
    const char *sign = value < 0 ? "-" : "";
    uint32_t v = value < 0 ? 0u - (uint32_t)value : (uint32_t)value;
    char digits[8];
    unsigned n = 4, fraction = v % 10000;
    isn_buf_printf(out, "%s%u", sign, v / 10000);
    while (n > 0 && fraction % 10 == 0) {
        fraction /= 10;
        n--;
    }
    if (n > 0) {
        for (unsigned i = n; i > 0; i--, fraction /= 10)
            digits[i - 1] = (char)('0' + fraction % 10);
        isn_buf_putc(out, '.');
        isn_buf_put(out, digits, n);
    }
}

static void put_day(isn_buf *out, int32_t value) {
    isn_buf_printf(out, "%04d", value / 10000);
    if (value / 100 % 100 != 0)
        isn_buf_printf(out, "-%02d", value / 100 % 100);
    if (value % 100 != 0)
        isn_buf_printf(out, "-%02d", value % 100);
}

static void put_flags(isn_buf *out, const char *const *vocab, uint32_t bits) {
    bool any = false;
    for (unsigned i = 0; vocab[i] != NULL; i++)
        if (bits >> i & 1) {
            isn_buf_printf(out, "%s%s", any ? "," : "", vocab[i]);
            any = true;
        }
    if (!any)
        isn_buf_putc(out, '-');
}

static void put_text(isn_buf *out, isn_str text) {
    if (text.len == 0)
        isn_buf_putc(out, '-');
    else
        isn_buf_put(out, text.ptr, text.len);
}

static void put_cell(isn_buf *out, const isn_lex *lex, isn_table t, uint32_t row, unsigned c) {
    const isn_column *column = &isn_schema[t].columns[c];
    int32_t value = isn_lex_int(lex, t, row, c);
    switch (column->type) {
    case ISN_COL_KEY:
    case ISN_COL_STR:
    case ISN_COL_FORMS: put_text(out, isn_lex_str(lex, t, row, c)); return;
    case ISN_COL_ENUM:
    case ISN_COL_POS: isn_buf_puts(out, column->vocab[value]); return;
    case ISN_COL_FLAGS: put_flags(out, column->vocab, (uint32_t)value); return;
    case ISN_COL_WORDS: isn_buf_puts(out, isn_lex_list(lex, t, row, c) == 0 ? "-" : "…"); return;
    default: break;
    }
    if (value == ISN_NO_INT)
        isn_buf_putc(out, '-');
    else if (column->type == ISN_COL_REF)
        put_text(out, isn_lex_str(lex, column->ref, (uint32_t)value, 0));
    else if (column->type == ISN_COL_DEC)
        put_decimal(out, value);
    else if (column->type == ISN_COL_DAY)
        put_day(out, value);
    else
        isn_buf_printf(out, "%d", value);
}

void isn_lexicon_cells(isn_buf *out, const isn_lex *lex, isn_table t, uint32_t row) {
    for (unsigned c = 0; c < ISN_MAX_COLUMNS && isn_schema[t].columns[c].name != NULL; c++) {
        if (c > 0)
            isn_buf_putc(out, '\t');
        put_cell(out, lex, t, row, c);
    }
}

void isn_lexicon_where(isn_buf *out, const isn_lex *lex, isn_table t, uint32_t row) {
    uint32_t line;
    const char *file = isn_lex_file(lex, t, row, &line), *layer = isn_lex_layer(lex, t, row);
    if (layer != NULL)
        isn_buf_printf(out, "%s/", layer);
    isn_buf_printf(out, "%s:%u", file, line);
}

static void put_row(isn_buf *out, const isn_lex *lex, isn_table t, uint32_t row) {
    isn_lexicon_where(out, lex, t, row);
    isn_buf_putc(out, '\t');
    isn_lexicon_cells(out, lex, t, row);
    isn_buf_putc(out, '\n');
}

/* ---- find ---------------------------------------------------------------------------------------- */

enum { FOUND_MOST = 40 }; /* rows that only hold the word inside a longer name */

typedef struct seen {
    uint8_t *bits[ISN_TABLES];
} seen;

static void mark(seen *s, unsigned t, uint32_t row) {
    s->bits[t][row / 8] |= (uint8_t)(1u << row % 8);
}

static bool marked(const seen *s, unsigned t, uint32_t row) {
    return (s->bits[t][row / 8] >> row % 8 & 1) != 0;
}

static void seen_init(seen *s, const isn_lex *lex, isn_arena *arena) {
    for (unsigned t = 0; t < ISN_TABLES; t++)
        s->bits[t] = ISN_NEW(arena, uint8_t, isn_lex_rows(lex, (isn_table)t) / 8 + 1);
}

static void mark_hits(seen *s, const isn_scan *scan, uint32_t first, uint32_t last) {
    for (uint32_t i = 0; i < scan->nhits; i++) {
        const isn_hit *h = &scan->hits[i];
        if (h->first > first || (last != 0 && h->last < last))
            continue;
        for (unsigned k = 0; k < h->nsenses; k++)
            mark(s, h->senses[k].table, h->senses[k].row);
    }
}

/* Is one folded text in the other? Both without a blank at their ends. */
static bool folded_in(const uint8_t *needle, size_t n, isn_str cell, isn_arena *arena) {
    uint8_t *fold = isn_arena_alloc(arena, cell.len + 1);
    size_t len = isn_fold(fold, cell.ptr, cell.len);
    return n != 0 && len >= n && memmem(fold, len, needle, n) != NULL;
}

typedef struct search {
    isn_buf *out;
    const isn_lex *lex;
    isn_str word;
    const uint8_t *fold;
    size_t nfold;
    seen seen;
    unsigned n;
} search;

/* Rows whose key, name in English or names hold the word. */
static void find_inside(search *q, isn_arena *arena) {
    for (unsigned t = 0; t < ISN_TABLES; t++)
        for (uint32_t row = 0; row < isn_lex_rows(q->lex, (isn_table)t) && q->n < FOUND_MOST;
             row++) {
            bool in = false;
            for (unsigned c = 0;
                 c < ISN_MAX_COLUMNS && isn_schema[t].columns[c].name != NULL && !in; c++) {
                isn_column_type type = isn_schema[t].columns[c].type;
                if (type == ISN_COL_KEY || type == ISN_COL_STR || type == ISN_COL_FORMS)
                    in = folded_in(q->fold, q->nfold, isn_lex_str(q->lex, (isn_table)t, row, c),
                                   arena);
            }
            if (!in || marked(&q->seen, t, row))
                continue;
            isn_buf_puts(q->out, q->n++ == 0 ? "inside:\n" : "");
            put_row(q->out, q->lex, (isn_table)t, row);
        }
}

static bool find_in(void *context, isn_coder *coder, const isn_scan *scan) {
    search *q = context;
    isn_arena *arena = coder->arena;
    uint8_t *fold = isn_arena_alloc(arena, q->word.len + 1);
    q->nfold = isn_fold(fold, q->word.ptr, q->word.len);
    q->fold = fold;
    seen_init(&q->seen, q->lex, arena);
    if (scan->nwords > 0)
        mark_hits(&q->seen, scan, 0, scan->nwords);
    for (unsigned t = 0; t < ISN_TABLES; t++) {
        uint32_t key = isn_lex_find(q->lex, (isn_table)t, q->word);
        if (key != ISN_NO_ROW)
            mark(&q->seen, t, key);
    }
    for (unsigned t = 0; t < ISN_TABLES; t++)
        for (uint32_t row = 0; row < isn_lex_rows(q->lex, (isn_table)t); row++)
            if (marked(&q->seen, t, row))
                put_row(q->out, q->lex, (isn_table)t, row);
    find_inside(q, arena);
    return !q->out->failed;
}

/* ---- unused -------------------------------------------------------------------------------------- */

static bool unused_in(void *context, isn_coder *coder, const isn_scan *scan) {
    search *q = context;
    seen_init(&q->seen, q->lex, coder->arena);
    mark_hits(&q->seen, scan, UINT32_MAX, 0);
    for (unsigned t = 0; t < ISN_TABLES; t++) {
        const isn_column *columns = isn_schema[t].columns;
        bool words = columns[0].type == ISN_COL_FORMS || columns[1].type == ISN_COL_FORMS;
        for (uint32_t row = 0; words && row < isn_lex_rows(q->lex, (isn_table)t); row++)
            if (!marked(&q->seen, t, row))
                put_row(q->out, q->lex, (isn_table)t, row);
    }
    return !q->out->failed;
}

/* ---- stats --------------------------------------------------------------------------------------- */

typedef struct counts {
    uint32_t names[ISN_TABLES], phrases;
} counts;

static void count_phrase(void *context, isn_str phrase, const isn_sense *senses, unsigned n) {
    counts *c = context;
    uint32_t tables = 0;
    (void)phrase;
    for (unsigned i = 0; i < n; i++)
        tables |= 1u << senses[i].table;
    for (unsigned t = 0; t < ISN_TABLES; t++)
        c->names[t] += tables >> t & 1;
    c->phrases++;
}

static isn_status stats(isn_buf *out, const isn_pack *pack, isn_error *error) {
    counts c = {0};
    uint32_t rows = 0;
    isn_status status = isn_lex_walk(pack->lex, count_phrase, &c, error);
    if (status != ISN_OK)
        return status;
    isn_buf_printf(out, "%-16s %8s %8s %8s\n", "", "rows", "names", "added");
    for (unsigned t = 0; t < ISN_TABLES; t++) {
        uint32_t n = isn_lex_rows(pack->lex, (isn_table)t), mine = 0;
        for (uint32_t row = 0; row < n; row++)
            mine += isn_lex_layer(pack->lex, (isn_table)t, row) != NULL;
        isn_buf_printf(out, "%-16s %8u %8u %8u\n", isn_schema[t].file, n, c.names[t], mine);
        rows += n;
    }
    isn_buf_printf(out, "%-16s %8u %8u\n", "all", rows, c.phrases);
    return ISN_OK;
}

/* ---- what a folder changes ------------------------------------------------------------------------- */

static void diff(isn_buf *out, const isn_pack *pack) {
    for (unsigned t = 0; pack->base != NULL && t < ISN_TABLES; t++)
        for (uint32_t row = 0; row < isn_lex_rows(pack->lex, (isn_table)t); row++) {
            if (isn_lex_layer(pack->lex, (isn_table)t, row) == NULL)
                continue;
            isn_str key = isn_lex_str(pack->lex, (isn_table)t, row, 0);
            uint32_t old = isn_schema[t].columns[0].type == ISN_COL_KEY
                               ? isn_lex_find(pack->base, (isn_table)t, key)
                               : ISN_NO_ROW;
            if (old != ISN_NO_ROW) {
                isn_buf_puts(out, "- ");
                put_row(out, pack->base, (isn_table)t, old);
            }
            isn_buf_puts(out, "+ ");
            put_row(out, pack->lex, (isn_table)t, row);
        }
}

/* The header of a table's file, from its name with or without .tsv. */
static isn_status columns(isn_buf *out, isn_str name, isn_error *error) {
    for (unsigned t = 0; t < ISN_TABLES; t++) {
        isn_str file = isn_str_z(isn_schema[t].file), stem = isn_str_of(file.ptr, file.len - 4);
        if (!isn_str_eq(name, file) && !isn_str_eq(name, stem))
            continue;
        isn_buf_printf(out, "%s\n", isn_schema[t].file);
        for (unsigned c = 0; c < ISN_MAX_COLUMNS && isn_schema[t].columns[c].name != NULL; c++)
            isn_buf_printf(out, "%s%s", c > 0 ? "\t" : "", isn_schema[t].columns[c].name);
        isn_buf_putc(out, '\n');
        return ISN_OK;
    }
    return isn_fail(error, ISN_EUSAGE, NULL, 0, "no table \"%.*s\"", (int)name.len, name.ptr);
}

static isn_status ask_texts(isn_buf *out, const isn_pack *pack, isn_str text, isn_plain_read *read,
                            isn_error *error) {
    isn_coder *coder = NULL;
    search q = {.out = out, .lex = pack->lex, .word = text};
    isn_status status = isn_coder_new(&coder, pack, error);
    if (status == ISN_OK)
        status = isn_plain_run(coder, text, read, &q, error);
    isn_coder_free(coder);
    return status;
}

isn_status isn_lexicon(char **out, const isn_pack *pack, isn_lexicon_ask ask, isn_str argument,
                       isn_error *error) {
    isn_buf buf;
    isn_status status = ISN_OK;
    isn_buf_init(&buf);
    switch (ask) {
    case ISN_LEXICON_FIND: status = ask_texts(&buf, pack, argument, find_in, error); break;
    case ISN_LEXICON_UNUSED: status = ask_texts(&buf, pack, argument, unused_in, error); break;
    case ISN_LEXICON_STATS: status = stats(&buf, pack, error); break;
    case ISN_LEXICON_CHECK: status = isn_lexicon_check(&buf, pack, error); break;
    case ISN_LEXICON_DIFF: diff(&buf, pack); break;
    case ISN_LEXICON_COLUMNS: status = columns(&buf, argument, error); break;
    default: status = isn_fail(error, ISN_EUSAGE, NULL, 0, "no such question"); break;
    }
    isn_buf_putc(&buf, '\0');
    if (status == ISN_OK && buf.failed)
        status = isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    if (status != ISN_OK) {
        isn_buf_release(&buf);
        return status;
    }
    *out = buf.ptr;
    return ISN_OK;
}
