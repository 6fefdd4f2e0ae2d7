/* xlsx.c: a workbook with a sheet a table, by libxlsxwriter. Text cells are text whatever they look like, so
 * that no spreadsheet takes a name for a formula; columns are frozen under their names. */
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "export/events.h"

#define SHEETS 4
#define LONGEST_CELL 32000 /* of 32,767 that a cell may hold */

typedef struct workbook {
    lxw_workbook *book;
    lxw_worksheet *sheet[SHEETS];
    lxw_row_t next[SHEETS];
    lxw_error code; /* the first failure */
    char path[512];
} workbook;

static void keep(workbook *book, lxw_error code) {
    if (book->code == LXW_NO_ERROR) {
        book->code = code;
    }
}

static isn_status open_book(void **out, const char *path, isn_error *error) {
    workbook *book = isn_heap_alloc(sizeof *book);
    /* Rows are written as they come, with their texts: shared ones would all be held till the end, 2 GB of them for 200,000 events. */
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    if (book != NULL) {
        book->book = workbook_new_opt(path, &options);
    }
    if (book == NULL || book->book == NULL) {
        isn_heap_free(book);
        return isn_fail(error, ISN_ENOMEM, path, 0, "out of memory");
    }
    /* A fixed day of making: the same events give the same bytes. */
    lxw_doc_properties properties = {.title = "isnad", .created = 1577836800};
    workbook_set_properties(book->book, &properties);
    memcpy(book->path, path, strnlen(path, sizeof book->path - 1));
    for (size_t i = 0; i < SHEETS; i++) {
        book->sheet[i] = workbook_add_worksheet(book->book, isn_sheets[i]->name);
        worksheet_freeze_panes(book->sheet[i], 1, 0);
        for (lxw_col_t c = 0; isn_sheets[i]->columns[c] != NULL; c++) {
            keep(book,
                 worksheet_write_string(book->sheet[i], 0, c, isn_sheets[i]->columns[c], NULL));
        }
        book->next[i] = 1;
    }
    *out = book;
    return ISN_OK;
}

/* The text, cut between characters where it is longer than a cell may be. */
static const char *cell_text(isn_arena *arena, isn_str text) {
    size_t len = text.len;
    if (len > LONGEST_CELL) {
        len = LONGEST_CELL;
        while (len > 0 && ((unsigned char)text.ptr[len] & 0xC0) == 0x80) {
            len--;
        }
    }
    return isn_arena_copy(arena, text.ptr, len);
}

static void write_cell(workbook *book, size_t sheet, lxw_col_t column, const isn_cell *cell,
                       isn_arena *arena) {
    lxw_worksheet *to = book->sheet[sheet];
    lxw_row_t row = book->next[sheet];
    if (cell->kind == ISN_CELL_TEXT) {
        keep(book, worksheet_write_string(to, row, column, cell_text(arena, cell->text), NULL));
    } else if (cell->kind == ISN_CELL_INT) {
        keep(book, worksheet_write_number(to, row, column, (double)cell->number, NULL));
    } else if (cell->kind == ISN_CELL_DECIMAL) {
        keep(book, worksheet_write_number(to, row, column, (double)cell->number / 10000, NULL));
    }
}

static void add(void *file, const isn_event *event, isn_rule rule, isn_arena *arena) {
    workbook *book = file;
    for (size_t s = 0; s < SHEETS; s++) {
        isn_row row = {.arena = arena};
        for (uint32_t i = 0; isn_sheets[s]->row(&row, event, rule, i); i++) {
            for (unsigned c = 0; c < row.n; c++) {
                write_cell(book, s, (lxw_col_t)c, &row.cells[c], arena);
            }
            book->next[s]++;
            row.n = 0;
        }
    }
}

static isn_status close_book(void *file, bool wanted, isn_error *error) {
    workbook *book = file;
    lxw_error code = workbook_close(book->book);
    keep(book, code);
    isn_status status = ISN_OK;
    if (!wanted) {
        unlink(book->path);
    } else if (book->code != LXW_NO_ERROR) {
        bool memory = book->code == LXW_ERROR_MEMORY_MALLOC_FAILED;
        status = isn_fail(error, memory ? ISN_ENOMEM : ISN_EIO, book->path, 0, "%s",
                          lxw_strerror(book->code));
    }
    isn_heap_free(book);
    return status;
}

const isn_file_format isn_file_xlsx = {open_book, add, close_book};
