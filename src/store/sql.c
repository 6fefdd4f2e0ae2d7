/* sql.c: binds values to prepared statements and runs them; see sqlite.h. */
#include <string.h>

#include "store/sqlite.h"

isn_sql isn_sql_ready(isn_store *store, unsigned which) {
    sqlite3_reset(store->ready[which]);
    return (isn_sql){store->ready[which], 0, SQLITE_OK};
}

isn_sql isn_sql_on(isn_store *store, const char *literal) {
    for (unsigned i = 0; i < store->ncached; i++) {
        if (store->cached[i].sql == literal) {
            sqlite3_reset(store->cached[i].statement);
            return (isn_sql){store->cached[i].statement, 0, SQLITE_OK};
        }
    }
    isn_sql b = {NULL, 0, SQLITE_NOMEM};
    if (store->ncached < ISN_SQL_CACHED) {
        b.code = sqlite3_prepare_v3(store->db, literal, -1, SQLITE_PREPARE_PERSISTENT, &b.statement,
                                    NULL);
        if (b.code == SQLITE_OK) {
            store->cached[store->ncached].sql = literal;
            store->cached[store->ncached++].statement = b.statement;
        }
    }
    return b;
}

void isn_sql_keep(isn_sql *b, int code) {
    if (b->code == SQLITE_OK) {
        b->code = code;
    }
}

void isn_sql_int(isn_sql *b, int64_t value) {
    isn_sql_keep(b, sqlite3_bind_int64(b->statement, ++b->at, value));
}

void isn_sql_null(isn_sql *b) {
    isn_sql_keep(b, sqlite3_bind_null(b->statement, ++b->at));
}

void isn_sql_count(isn_sql *b, int64_t value) {
    if (value == ISN_NO_COUNT) {
        isn_sql_null(b);
    } else {
        isn_sql_int(b, value);
    }
}

void isn_sql_real(isn_sql *b, double value) {
    isn_sql_keep(b, sqlite3_bind_double(b->statement, ++b->at, value));
}

void isn_sql_str(isn_sql *b, isn_str s) {
    if (s.ptr == NULL) {
        isn_sql_null(b);
    } else {
        isn_sql_keep(b, sqlite3_bind_text64(b->statement, ++b->at, s.ptr, s.len, SQLITE_STATIC,
                                            SQLITE_UTF8));
    }
}

void isn_sql_name(isn_sql *b, const char *text) {
    if (text == NULL || strcmp(text, "-") == 0) {
        isn_sql_null(b);
    } else {
        isn_sql_keep(b, sqlite3_bind_text(b->statement, ++b->at, text, -1, SQLITE_TRANSIENT));
    }
}

void isn_sql_day(isn_sql *b, int32_t day) {
    char text[11];
    if (day == ISN_NO_DAY) {
        isn_sql_null(b);
        return;
    }
    isn_day_text(text, day);
    isn_sql_name(b, text);
}

bool isn_sql_step(isn_sql *b) {
    if (b->code == SQLITE_OK) {
        b->code = sqlite3_step(b->statement);
    }
    sqlite3_reset(b->statement);
    return b->code == SQLITE_DONE;
}

bool isn_sql_number(isn_sql *b, int64_t *out) {
    *out = 0;
    if (b->code == SQLITE_OK) {
        b->code = sqlite3_step(b->statement);
    }
    if (b->code == SQLITE_ROW) {
        *out = sqlite3_column_int64(b->statement, 0);
    }
    sqlite3_reset(b->statement);
    return b->code == SQLITE_ROW || b->code == SQLITE_DONE;
}

bool isn_sql_ask(isn_store *store, const char *sql, int64_t *out) {
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) != SQLITE_OK) {
        return false;
    }
    isn_sql b = {statement, 0, SQLITE_OK};
    bool ok = isn_sql_number(&b, out);
    sqlite3_finalize(statement);
    return ok;
}

bool isn_sql_row(isn_sql *b) {
    if (b->code == SQLITE_OK || b->code == SQLITE_ROW) {
        b->code = sqlite3_step(b->statement);
    }
    return b->code == SQLITE_ROW;
}

bool isn_sql_done(isn_sql *b) {
    sqlite3_reset(b->statement);
    return b->code == SQLITE_DONE || b->code == SQLITE_ROW || b->code == SQLITE_OK;
}

int64_t isn_sql_int_at(isn_sql *b, int column) {
    return sqlite3_column_type(b->statement, column) == SQLITE_NULL
               ? ISN_NO_COUNT
               : sqlite3_column_int64(b->statement, column);
}

isn_str isn_sql_text_at(isn_sql *b, int column, isn_arena *arena) {
    if (sqlite3_column_type(b->statement, column) == SQLITE_NULL) {
        return (isn_str){NULL, 0};
    }
    const unsigned char *text = sqlite3_column_text(b->statement, column);
    size_t len = (size_t)sqlite3_column_bytes(b->statement, column);
    return isn_str_of(isn_arena_copy(arena, text != NULL ? (const char *)text : "", len), len);
}

int32_t isn_sql_day_at(isn_sql *b, int column) {
    const char *text = (const char *)sqlite3_column_text(b->statement, column);
    return text == NULL ? ISN_NO_DAY : isn_day_parse(isn_str_z(text));
}
