/* sqlite.h: what the files of the SQLite store share: the open store, its prepared statements, and
 * binding values to them. sqlite.c opens and commits; sqlite_write.c writes records; sqlite_index.c fills
 * the indexes. Nothing outside src/store includes this. */
#ifndef ISN_STORE_SQLITE_H
#define ISN_STORE_SQLITE_H

#include <sqlite3.h>

#include "store/pack.h"
#include "store/store.h"

enum { /* statements of isn_store.ready */
    ISN_SQL_BEGIN,
    ISN_SQL_COMMIT,
    ISN_SQL_FIND_RECORD,
    ISN_SQL_ADD_ARTICLE,
    ISN_SQL_FIND_ARTICLE,
    ISN_SQL_ADD_RECORD,
    ISN_SQL_ADD_CLAIM,
    ISN_SQL_ADD_ACTOR,
    ISN_SQL_ADD_FIGURE,
    ISN_SQL_ADD_PLACE,
    ISN_SQL_ADD_LINK,
    ISN_SQL_ADD_CONTRADICTION,
    ISN_SQL_ADD_QUOTE,
    ISN_SQL_STATEMENTS
};

#define ISN_SQL_CACHED 96

struct isn_store {
    sqlite3 *db;
    sqlite3_stmt *ready[ISN_SQL_STATEMENTS];
    struct { /* statements of isn_sql_on, by the address of their text */
        const char *sql;
        sqlite3_stmt *statement;
    } cached[ISN_SQL_CACHED];
    unsigned ncached;
    isn_buf json;         /* scratch */
    isn_packer packer;    /* of records */
    isn_packer why;       /* of the rules behind claims */
    bool open;          /* a transaction is under way */
    char path[512];
};

/* ---- sqlite.c: errors and transactions -------------------------------------------------------- */

isn_status isn_store_broken(const isn_store *store, isn_error *error); /* what SQLite says */
bool isn_store_run(isn_store *store, const char *sql);
bool isn_store_begin(isn_store *store); /* unless a transaction is under way */
/* isn_store_broken, and all that was not committed is undone. */
isn_status isn_store_give_up(isn_store *store, isn_error *error);

/* ---- sql.c: binding and stepping ---------------------------------------------------------------- */

/* Binds in the order of the question marks; the first failure stays. */
typedef struct isn_sql {
    sqlite3_stmt *statement;
    int at, code;
} isn_sql;

isn_sql isn_sql_ready(isn_store *store, unsigned which);
/* The statement of a string literal, prepared when it is first asked for and kept with the store. Its rows
 * must all have been read before it is asked for again. */
isn_sql isn_sql_on(isn_store *store, const char *literal);
void isn_sql_keep(isn_sql *b, int code);
void isn_sql_int(isn_sql *b, int64_t value);
void isn_sql_null(isn_sql *b);
void isn_sql_count(isn_sql *b, int64_t value); /* ISN_NO_COUNT: null */
void isn_sql_real(isn_sql *b, double value);
void isn_sql_str(isn_sql *b, isn_str s);        /* borrowed; {NULL, 0}: null */
void isn_sql_name(isn_sql *b, const char *text); /* copied; NULL and "-": null */
void isn_sql_day(isn_sql *b, int32_t day);       /* ISN_NO_DAY: null */
/* Runs a statement that gives no row; false on failure. */
bool isn_sql_step(isn_sql *b);
/* Runs a statement that gives one number. `*out` is 0 when there is no row. */
bool isn_sql_number(isn_sql *b, int64_t *out);
/* The next row: false at the end, and after a failure (then code is not SQLITE_DONE). */
bool isn_sql_row(isn_sql *b);
bool isn_sql_done(isn_sql *b); /* resets; did it end well? */
int64_t isn_sql_int_at(isn_sql *b, int column);   /* ISN_NO_COUNT: null */
isn_str isn_sql_text_at(isn_sql *b, int column, isn_arena *arena); /* copied; {NULL, 0}: null */
int32_t isn_sql_day_at(isn_sql *b, int column);   /* of "YYYY-MM-DD"; ISN_NO_DAY: null */
/* The same for SQL without parameters. */
bool isn_sql_ask(isn_store *store, const char *sql, int64_t *out);

/* sqlite_write.c */
bool isn_store_prepare_writes(isn_store *store);
/* tokenizer.c: makes the tokenizer `isnad` known to FTS5, isn_pack and isn_json to SQL; an SQLite code. */
int isn_fts_register(isn_store *store);

#endif
