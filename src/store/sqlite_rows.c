/* sqlite_rows.c: the rows that wait to be written (sqlite_write.c) as a table-valued function, so that one statement puts all
 * of a table where they belong:
 *
 *     INSERT OR FAIL INTO actor_row SELECT c0, c1, c2, c3, c4, c5 FROM isn_rows(3)
 *
 * Its names are known to the connections of this program alone, and no file has them in its schema.
 */
#include "store/sqlite.h"

#define WHICH ISN_SQLITE_COLUMNS /* the hidden column that the argument fills */

typedef struct rows {
    sqlite3_vtab base; /* first: SQLite casts */
    const isn_sqlite *own;
} rows;

typedef struct cursor {
    sqlite3_vtab_cursor base;
    isn_waiting rows; /* from this one on */
    const char *next;
    isn_datum cells[ISN_SQLITE_COLUMNS]; /* of a loose row */
} cursor;

static int connect(sqlite3 *db, void *own, int argc, const char *const *argv, sqlite3_vtab **out,
                   char **message) {
    (void)argc;
    (void)argv;
    (void)message;
    rows *made = sqlite3_malloc(sizeof *made);
    if (made == NULL) {
        return SQLITE_NOMEM;
    }
    *made = (rows){.own = own};
    *out = &made->base;
    return sqlite3_declare_vtab(db, "CREATE TABLE x (c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, "
                                    "c11, c12, c13, c14, c15, c16, c17, which HIDDEN)");
}

static int disconnect(sqlite3_vtab *table) {
    sqlite3_free(table);
    return SQLITE_OK;
}

static int best_index(sqlite3_vtab *table, sqlite3_index_info *info) {
    (void)table;
    for (int i = 0; i < info->nConstraint; i++) {
        if (info->aConstraint[i].iColumn == WHICH && info->aConstraint[i].usable &&
            info->aConstraint[i].op == SQLITE_INDEX_CONSTRAINT_EQ) {
            info->aConstraintUsage[i].argvIndex = 1;
            info->aConstraintUsage[i].omit = 1;
            return SQLITE_OK;
        }
    }
    return SQLITE_CONSTRAINT;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **out) {
    (void)table;
    cursor *made = sqlite3_malloc(sizeof *made);
    if (made == NULL) {
        return SQLITE_NOMEM;
    }
    *made = (cursor){.next = NULL};
    *out = &made->base;
    return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *base) {
    sqlite3_free(base);
    return SQLITE_OK;
}

static void read_row(cursor *c) {
    const unsigned n = c->rows.ncolumns;
    c->next = c->rows.at;
    if (c->rows.at == c->rows.end) {
        return;
    }
    if (!c->rows.loose) {
        c->next += n * sizeof(int64_t);
    }
    for (unsigned i = 0; c->rows.loose && i < n; i++) {
        c->next = isn_forms_value(c->next, &c->cells[i]);
    }
}

static int filter(sqlite3_vtab_cursor *base, int plan, const char *name, int argc,
                  sqlite3_value **argv) {
    cursor *c = (cursor *)base;
    (void)plan;
    (void)name;
    (void)argc;
    c->rows =
        isn_forms_waiting(((rows *)base->pVtab)->own->forms, (unsigned)sqlite3_value_int(argv[0]));
    read_row(c);
    return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *base) {
    cursor *c = (cursor *)base;
    c->rows.at = c->next;
    read_row(c);
    return SQLITE_OK;
}

static int at_end(sqlite3_vtab_cursor *base) {
    const cursor *c = (cursor *)base;
    return c->rows.at == c->rows.end;
}

static void give(sqlite3_context *context, const isn_datum *cell) {
    switch (cell->kind) {
    case ISN_DATUM_INT: sqlite3_result_int64(context, cell->number); break;
    case ISN_DATUM_REAL: sqlite3_result_double(context, cell->real); break;
    case ISN_DATUM_TEXT:
        sqlite3_result_text64(context, cell->text.ptr, cell->text.len, SQLITE_STATIC, SQLITE_UTF8);
        break;
    case ISN_DATUM_BYTES:
        sqlite3_result_blob64(context, cell->text.ptr, cell->text.len, SQLITE_STATIC);
        break;
    default: break;
    }
}

static int column(sqlite3_vtab_cursor *base, sqlite3_context *context, int i) {
    const cursor *c = (cursor *)base;
    const int64_t *numbers = (const int64_t *)(const void *)c->rows.at;
    if ((unsigned)i >= c->rows.ncolumns) {
        return SQLITE_OK;
    }
    if (c->rows.loose) {
        give(context, &c->cells[i]);
    } else if (numbers[i] != ISN_NO_COUNT) {
        sqlite3_result_int64(context, numbers[i]);
    }
    return SQLITE_OK;
}

static int rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *out) {
    (void)base;
    *out = 0;
    return SQLITE_OK;
}

int isn_rows_register(isn_sqlite *store) {
    static const sqlite3_module module = {
        .xConnect = connect,
        .xBestIndex = best_index,
        .xDisconnect = disconnect,
        .xOpen = open_cursor,
        .xClose = close_cursor,
        .xFilter = filter,
        .xNext = next,
        .xEof = at_end,
        .xColumn = column,
        .xRowid = rowid,
    };
    return sqlite3_create_module(store->db, "isn_rows", &module, store);
}
