/* tsv.c: see tsv.h. */
#include "compile/tsv.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void isn_fault(isn_faults *faults, isn_table table, uint32_t line, uint32_t column,
               const char *format, ...) {
    char reason[512];
    va_list args;
    va_start(args, format);
    vsnprintf(reason, sizeof(reason), format, args);
    va_end(args);
    isn_buf_printf(&faults->text, "%s/%s:%u:%u: %s\n",
                   line & ISN_LINE_LAYER ? faults->layer : faults->dir, isn_schema[table].file,
                   line & ~ISN_LINE_LAYER, column, reason);
    faults->n++;
}

static isn_str trim(isn_str s) {
    while (s.len > 0 && (s.ptr[0] == ' ' || s.ptr[0] == '\r')) {
        s.ptr++;
        s.len--;
    }
    while (s.len > 0 && (s.ptr[s.len - 1] == ' ' || s.ptr[s.len - 1] == '\r'))
        s.len--;
    return s;
}

/* The piece from `*at` to the next separator or the end. */
static bool piece(isn_str *out, size_t *at, isn_str whole, char separator) {
    if (*at > whole.len || (whole.len == 0 && *at == 0 && whole.ptr == NULL))
        return false;
    const char *from = whole.ptr + *at;
    const char *end = whole.len > *at ? memchr(from, separator, whole.len - *at) : NULL;
    size_t len = end != NULL ? (size_t)(end - from) : whole.len - *at;
    *out = isn_str_of(from, len);
    *at += len + 1;
    return true;
}

bool isn_tsv_alternative(isn_str *out, size_t *at, isn_str cell, char separator) {
    if (!piece(out, at, cell, separator))
        return false;
    *out = trim(*out);
    return true;
}

/* `order[i]`: the schema's column of the file's column i. Returns how many, 0 after a fault. */
static unsigned read_header(unsigned order[ISN_MAX_COLUMNS], isn_faults *faults, isn_table table,
                            isn_str line, uint32_t number) {
    const isn_column *columns = isn_schema[table].columns;
    uint32_t seen = 0;
    unsigned n = 0, before = faults->n, wanted = 0;
    isn_str name;
    for (size_t at = 0; piece(&name, &at, line, '\t');) {
        uint32_t where = (uint32_t)(name.ptr - line.ptr) + 1;
        unsigned c = 0;
        name = trim(name);
        while (c < ISN_MAX_COLUMNS && columns[c].name != NULL &&
               !isn_str_eqz(name, columns[c].name))
            c++;
        if (c == ISN_MAX_COLUMNS || columns[c].name == NULL)
            isn_fault(faults, table, number, where, "unknown column \"%.*s\"", (int)name.len,
                      name.ptr);
        else if (seen >> c & 1)
            isn_fault(faults, table, number, where, "column \"%s\" stands twice", columns[c].name);
        else
            order[n++] = c;
        seen |= 1u << c;
    }
    for (; wanted < ISN_MAX_COLUMNS && columns[wanted].name != NULL; wanted++)
        if (!(seen >> wanted & 1))
            isn_fault(faults, table, number, 1, "column \"%s\" is missing", columns[wanted].name);
    return faults->n == before ? n : 0;
}

static void read_row(isn_tsv *out, isn_arena *arena, isn_faults *faults, isn_table table,
                     const unsigned *order, isn_str line, uint32_t number) {
    isn_tsv_cell *cells = ISN_NEW(arena, isn_tsv_cell, out->columns);
    unsigned n = 0;
    isn_str text;
    for (size_t at = 0; piece(&text, &at, line, '\t'); n++) {
        uint32_t column = (uint32_t)(text.ptr - line.ptr) + 1;
        if (n >= out->columns)
            continue;
        text = trim(text);
        if (text.len == 0)
            isn_fault(faults, table, number, column, "empty cell in column \"%s\"; write -",
                      isn_schema[table].columns[order[n]].name);
        if (text.len == 0 || isn_str_eqz(text, "-"))
            text = (isn_str){NULL, 0};
        cells[order[n]] = (isn_tsv_cell){text, column};
    }
    if (n != out->columns) {
        isn_fault(faults, table, number, 1, "%u cells where the file has %u columns", n,
                  out->columns);
        return;
    }
    isn_tsv_row *row = ISN_PUSH(arena, &out->rows);
    row->line = number;
    row->cells = cells;
}

static bool is_blank(isn_str line) {
    for (size_t i = 0; i < line.len; i++)
        if (line.ptr[i] != ' ' && line.ptr[i] != '\t' && line.ptr[i] != '\r')
            return false;
    return true;
}

static bool check_bytes(isn_faults *faults, isn_table table, isn_str line, uint32_t number) {
    size_t bad = isn_utf8_check(line.ptr, line.len);
    if (bad == SIZE_MAX && memchr(line.ptr, 0, line.len) == NULL)
        return true;
    isn_fault(faults, table, number, bad == SIZE_MAX ? 1 : (uint32_t)bad + 1, "not UTF-8 text");
    return false;
}

void isn_tsv_parse(isn_tsv *out, isn_arena *arena, isn_faults *faults, isn_table table,
                   uint32_t mark) {
    unsigned order[ISN_MAX_COLUMNS] = {0};
    uint32_t number = mark;
    isn_str line, bytes = out->bytes;
    if (bytes.len >= 3 && memcmp(bytes.ptr, "\xef\xbb\xbf", 3) == 0)
        bytes = isn_str_of(bytes.ptr + 3, bytes.len - 3);
    for (size_t at = 0; piece(&line, &at, bytes, '\n');) {
        number++;
        if (line.len == 0 || line.ptr[0] == '#' || is_blank(line) ||
            !check_bytes(faults, table, line, number))
            continue;
        if (out->columns != 0) {
            read_row(out, arena, faults, table, order, line, number);
            continue;
        }
        out->columns = read_header(order, faults, table, line, number);
        if (out->columns == 0)
            return; /* without a header every row would be a fault */
    }
}
