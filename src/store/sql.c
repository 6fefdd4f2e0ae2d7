/* sql.c: binds values to prepared statements and runs them, by way of the database's driver; see sql.h. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "store/sql.h"
#include "text/words.h"

isn_sql isn_sql_on(isn_store *store, const char *literal) {
    for (unsigned i = 0; i < store->ncached; i++) {
        if (store->cached[i].sql == literal) {
            store->driver->reset(store->cached[i].statement);
            return (isn_sql){.store = store, .statement = store->cached[i].statement};
        }
    }
    isn_sql b = {.store = store};
    if (store->ncached < ISN_SQL_CACHED) {
        b.statement = store->driver->prepare(store, literal, strlen(literal));
        if (b.statement != NULL) {
            store->cached[store->ncached].sql = literal;
            store->cached[store->ncached++].statement = b.statement;
        }
    }
    b.bad = b.statement == NULL;
    return b;
}

isn_sql isn_sql_once(isn_store *store, const isn_buf *sql) {
    isn_sql b = {.store = store};
    b.statement = sql->failed ? NULL : store->driver->prepare(store, sql->ptr, sql->len);
    b.bad = b.statement == NULL;
    return b;
}

bool isn_sql_release(isn_sql *b) {
    b->store->driver->release(b->statement);
    b->statement = NULL;
    return !b->bad;
}

/* ---- binding ------------------------------------------------------------------------------------ */

static void bind(isn_sql *b, const isn_datum *cell) {
    b->at++;
    if (!b->bad) {
        b->bad = !b->store->driver->bind(b->statement, b->at, cell);
    }
}

void isn_sql_null(isn_sql *b) {
    bind(b, &(isn_datum){.kind = ISN_DATUM_NULL});
}

void isn_sql_int(isn_sql *b, int64_t value) {
    bind(b, &(isn_datum){.kind = ISN_DATUM_INT, .number = value});
}

void isn_sql_count(isn_sql *b, int64_t value) {
    if (value == ISN_NO_COUNT) {
        isn_sql_null(b);
    } else {
        isn_sql_int(b, value);
    }
}

void isn_sql_real(isn_sql *b, double value) {
    bind(b, &(isn_datum){.kind = ISN_DATUM_REAL, .real = value});
}

void isn_sql_degrees(isn_sql *b, int32_t value) {
    if (value == ISN_NO_INT) {
        isn_sql_null(b);
    } else {
        isn_sql_real(b, (double)value / 10000);
    }
}

void isn_sql_str(isn_sql *b, isn_str s) {
    if (s.ptr == NULL) {
        isn_sql_null(b);
    } else {
        bind(b, &(isn_datum){.kind = ISN_DATUM_TEXT, .text = s});
    }
}

void isn_sql_bytes(isn_sql *b, const void *ptr, size_t len) {
    bind(b, &(isn_datum){.kind = ISN_DATUM_BYTES, .text = isn_str_of(ptr, len)});
}

void isn_sql_text(isn_sql *b, const char *text) {
    bind(b, &(isn_datum){.kind = ISN_DATUM_TEXT, .brief = true, .text = isn_str_z(text)});
}

void isn_sql_name(isn_sql *b, const char *text) {
    if (text == NULL || strcmp(text, "-") == 0) {
        isn_sql_null(b);
    } else {
        isn_sql_text(b, text);
    }
}

void isn_sql_word(isn_sql *b, const char *text) {
    if (text == NULL || strcmp(text, "-") == 0) {
        isn_sql_null(b);
    } else {
        bind(b, &(isn_datum){.kind = ISN_DATUM_TEXT, .text = isn_str_z(text)});
    }
}

void isn_sql_day(isn_sql *b, int32_t day) {
    if (day == ISN_NO_DAY) {
        isn_sql_null(b);
    } else {
        bind(b, &(isn_datum){.kind = ISN_DATUM_DAY, .number = day});
    }
}

void isn_sql_now(isn_sql *b) {
    char text[48];
    const int64_t now = (int64_t)time(NULL);
    const unsigned second = (unsigned)(now % 86400);
    isn_day_text(text, (int32_t)(now / 86400));
    snprintf(text + 10, sizeof text - 10, "T%02u:%02u:%02uZ", second / 3600, second / 60 % 60,
             second % 60);
    isn_sql_text(b, text);
}

static int add_word(void *context, bool again, const char *word, int len, int start, int end) {
    isn_buf *out = context;
    (void)start;
    (void)end;
    if (!again) {
        isn_buf_puts(out, out->len > 0 ? " " : "");
        isn_buf_put(out, word, (size_t)len);
    }
    return 0;
}

void isn_sql_fold(isn_buf *out, isn_str text) {
    isn_words(text.ptr, text.len, true, add_word, out);
}

/* ---- stepping ----------------------------------------------------------------------------------- */

static bool next(isn_sql *b) {
    if (b->bad || b->over) {
        return false;
    }
    isn_step step = b->store->driver->step(b->statement);
    b->bad = step == ISN_STEP_BAD;
    b->over = step == ISN_STEP_DONE;
    return step == ISN_STEP_ROW;
}

bool isn_sql_row(isn_sql *b) {
    return next(b);
}

bool isn_sql_done(isn_sql *b) {
    b->store->driver->reset(b->statement);
    return !b->bad;
}

bool isn_sql_step(isn_sql *b) {
    next(b);
    return isn_sql_done(b) && b->over;
}

bool isn_sql_number(isn_sql *b, int64_t *out) {
    *out = 0;
    if (next(b)) {
        int64_t value = isn_sql_int_at(b, 0);
        *out = value == ISN_NO_COUNT ? 0 : value;
    }
    return isn_sql_done(b);
}

bool isn_sql_ask(isn_store *store, const char *sql, int64_t *out) {
    isn_sql b = {.store = store, .statement = store->driver->prepare(store, sql, strlen(sql))};
    b.bad = b.statement == NULL;
    bool ok = isn_sql_number(&b, out);
    store->driver->release(b.statement);
    return ok;
}

/* ---- reading ------------------------------------------------------------------------------------ */

static isn_datum cell_at(isn_sql *b, int column) {
    return b->store->driver->cell(b->statement, column);
}

int64_t isn_sql_int_at(isn_sql *b, int column) {
    isn_datum cell = cell_at(b, column);
    return cell.kind == ISN_DATUM_INT ? cell.number : ISN_NO_COUNT;
}

uint32_t isn_sql_offset_at(isn_sql *b, int column) {
    int64_t value = isn_sql_int_at(b, column);
    return value > 0 && value <= UINT32_MAX ? (uint32_t)value : 0;
}

bool isn_sql_true_at(isn_sql *b, int column) {
    return isn_sql_offset_at(b, column) != 0;
}

int32_t isn_sql_degrees_at(isn_sql *b, int column) {
    isn_datum cell = cell_at(b, column);
    if (cell.kind != ISN_DATUM_REAL) {
        return ISN_NO_INT;
    }
    double value = cell.real * 10000;
    return (int32_t)(value < 0 ? value - 0.5 : value + 0.5);
}

isn_str isn_sql_str_at(isn_sql *b, int column) {
    isn_datum cell = cell_at(b, column);
    return cell.kind == ISN_DATUM_TEXT || cell.kind == ISN_DATUM_BYTES ? cell.text
                                                                       : (isn_str){NULL, 0};
}

isn_str isn_sql_text_at(isn_sql *b, int column, isn_arena *arena) {
    isn_str text = isn_sql_str_at(b, column);
    return text.ptr == NULL ? text
                            : isn_str_of(isn_arena_copy(arena, text.ptr, text.len), text.len);
}

int32_t isn_sql_day_at(isn_sql *b, int column) {
    isn_str text = isn_sql_str_at(b, column);
    return text.ptr == NULL ? ISN_NO_DAY : isn_day_parse(text);
}

void isn_sql_copy(char *out, size_t size, isn_str text) {
    size_t len = text.len < size ? text.len : size - 1;
    memcpy(out, text.ptr != NULL ? text.ptr : "", text.ptr != NULL ? len : 0);
    out[text.ptr != NULL ? len : 0] = '\0';
}
