/* cells.c: rows of cells, and their form as CSV: UTF-8, comma, CRLF, quotes where RFC 4180 wants them. */
#include <string.h>

#include "export/events.h"
#include "export/export.h"

static isn_cell *next(isn_row *row) {
    isn_cell *cell = &row->cells[row->n < ISN_MOST_COLUMNS - 1 ? row->n++ : row->n];
    *cell = (isn_cell){.kind = ISN_CELL_EMPTY};
    return cell;
}

void isn_cell_empty(isn_row *row) {
    next(row);
}

void isn_cell_text(isn_row *row, isn_str text) {
    isn_cell *cell = next(row);
    if (text.ptr != NULL && text.len > 0) {
        cell->kind = ISN_CELL_TEXT;
        cell->text = text;
    }
}

void isn_cell_word(isn_row *row, const char *word) {
    bool none = word == NULL || word[0] == '\0' || strcmp(word, "-") == 0;
    isn_cell_text(row, none ? (isn_str){NULL, 0} : isn_str_z(word));
}

void isn_cell_copy(isn_row *row, const isn_buf *text) {
    isn_str copy = {NULL, 0};
    if (text->len > 0 && !text->failed) {
        copy = isn_str_of(isn_arena_copy(row->arena, text->ptr, text->len), text->len);
    }
    isn_cell_text(row, copy);
}

void isn_cell_int(isn_row *row, int64_t number) {
    isn_cell *cell = next(row);
    if (number != ISN_NO_COUNT) {
        cell->kind = ISN_CELL_INT;
        cell->number = number;
    }
}

void isn_cell_degrees(isn_row *row, int32_t value) {
    isn_cell *cell = next(row);
    if (value != ISN_NO_INT) {
        cell->kind = ISN_CELL_DECIMAL;
        cell->number = value;
    }
}

void isn_cell_day(isn_row *row, int32_t day) {
    char text[11];
    if (day == ISN_NO_DAY) {
        next(row);
        return;
    }
    isn_day_text(text, day);
    isn_cell_text(row, isn_str_of(isn_arena_copy(row->arena, text, 10), 10));
}

static bool needs_quotes(isn_str text) {
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == ',' || c == '"' || c == '\n' || c == '\r') {
            return true;
        }
    }
    return text.len > 0 && (text.ptr[0] == ' ' || text.ptr[text.len - 1] == ' ');
}

static void put_text(isn_buf *out, isn_str text) {
    if (!needs_quotes(text)) {
        isn_buf_put(out, text.ptr, text.len);
        return;
    }
    isn_buf_putc(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"') {
            isn_buf_putc(out, '"');
        }
        isn_buf_putc(out, text.ptr[i]);
    }
    isn_buf_putc(out, '"');
}

static void put_cell(isn_buf *out, const isn_cell *cell) {
    switch (cell->kind) {
    case ISN_CELL_TEXT: put_text(out, cell->text); break;
    case ISN_CELL_INT: isn_buf_printf(out, "%lld", (long long)cell->number); break;
    case ISN_CELL_DECIMAL: isn_export_decimal(out, cell->number, 4); break;
    default: break;
    }
}

void isn_csv_row(isn_buf *out, const isn_row *row) {
    for (unsigned i = 0; i < row->n; i++) {
        if (i > 0) {
            isn_buf_putc(out, ',');
        }
        put_cell(out, &row->cells[i]);
    }
    isn_buf_puts(out, "\r\n");
}

void isn_csv_words(isn_buf *out, const char *const *words) {
    for (unsigned i = 0; words[i] != NULL; i++) {
        if (i > 0) {
            isn_buf_putc(out, ',');
        }
        put_text(out, isn_str_z(words[i]));
    }
    isn_buf_puts(out, "\r\n");
}
