/* sqlite.h: what the files of the SQLite store share beside sql.h. sqlite.c opens and commits, sqlite_sql.c runs
 * statements, sqlite_write.c and sqlite_rows.c add rows of records, sqlite_index.c fills the indexes, sqlite_answer.c answers the console. Nothing outside src/store
 * includes this. */
#ifndef ISN_STORE_SQLITE_H
#define ISN_STORE_SQLITE_H

#include <sqlite3.h>

#include "store/sql.h"

#define ISN_SQLITE_COLUMNS 18 /* of the widest table whose rows wait */

typedef struct isn_forms isn_forms;

typedef struct isn_sqlite_statement {
    sqlite3_stmt *made;
    isn_forms *before; /* whose rows, where they wait, are there before it runs; or NULL */
} isn_sqlite_statement;

static inline sqlite3_stmt *isn_sqlite_made(const void *statement) {
    return statement != NULL ? ((const isn_sqlite_statement *)statement)->made : NULL;
}

typedef struct isn_bundles { /* the bundle that is being filled */
    isn_store *store;
    isn_bundle bundle;
    int64_t first, last; /* records of it */
} isn_bundles;

typedef struct isn_sqlite {
    isn_store store; /* first: the two are cast into each other */
    sqlite3 *db;
    sqlite3_stmt *begin, *commit;
    void *find_record, *find_article;
    isn_forms *forms;
    isn_bundles fresh;           /* of records of this transaction */
    struct isn_held *held;       /* or NULL */
    const struct isn_hits *hits; /* of the question that is being answered; or NULL */
    struct isn_hits *marks;      /* what isn_mark notes; or NULL */
    isn_buf pairs;   /* neighbours that wait (sqlite_list.c) */
    isn_buf indexes; /* SQL of those that were dropped, and are to be made again */
    bool no_memory;
} isn_sqlite;

sqlite3 *isn_sqlite_db(const isn_store *store);
extern const isn_driver isn_sqlite_driver;

/* sqlite_write.c */
bool isn_sqlite_prepare_writes(isn_sqlite *own);
void isn_sqlite_end_writes(isn_sqlite *own);
bool isn_sqlite_admit(isn_store *store, const isn_datum *article, const isn_datum *record,
                      bool *known, int64_t *row);
bool isn_sqlite_add(isn_store *store, unsigned which, const isn_datum *values);
int64_t isn_sqlite_newest(isn_store *store);
bool isn_sqlite_admitted(isn_store *store, int64_t record);
bool isn_forms_flush(isn_forms *forms);         /* rows that wait go into their tables, */
                                                /* but in the midst of a record */
void isn_forms_committed(isn_forms *forms);
void isn_forms_undo(isn_forms *forms); /* what was not committed is no more */
typedef struct isn_waiting { /* of one table, row after row: */
    const char *at, *end;
    unsigned ncolumns;
    bool loose; /* values for isn_forms_value; else numbers, ISN_NO_COUNT for null */
} isn_waiting;
isn_waiting isn_forms_waiting(const isn_forms *forms, unsigned which);
const char *isn_forms_value(const char *at, isn_datum *cell); /* where the next one is */

/* sqlite_rows.c: makes the table-valued function isn_rows(statement) known to SQL; an SQLite code. */
int isn_rows_register(isn_sqlite *store);

/* sqlite_sql.c */
sqlite3_stmt *isn_sqlite_make(const isn_sqlite *own, const char *sql, size_t len);
bool isn_sqlite_bind_one(sqlite3_stmt *statement, int at, const isn_datum *cell);
void *isn_sqlite_prepare(isn_store *store, const char *sql, size_t len);
void isn_sqlite_release(void *statement);
void isn_sqlite_reset(void *statement);
isn_step isn_sqlite_step(void *statement);
bool isn_sqlite_bind(void *statement, int at, const isn_datum *cell);
isn_datum isn_sqlite_cell(void *given, int column);
/* Conditions of queries, and the functions that SQL calls. */
extern const char *const isn_sqlite_conditions[];
bool isn_sqlite_bind_field(isn_sql *b, const isn_condition *c);
bool isn_sqlite_functions(isn_sqlite *store);
/* sqlite_index.c */
bool isn_sqlite_index(isn_store *store);
bool isn_sqlite_is_asked(isn_store *store, bool *is); /* are the indexes there that it makes once? */
bool isn_sqlite_make_asked(isn_store *store);
bool isn_sqlite_unindex(isn_store *store);
bool isn_sqlite_reindex(isn_store *store);
/* sqlite_list.c */
bool isn_sqlite_pair(isn_store *store, int64_t a, int64_t b, int score);
bool isn_sqlite_end_pairs(isn_store *store); /* puts those that wait */
bool isn_sqlite_unpair(isn_store *store, int64_t claim);
int isn_lists_register(isn_sqlite *store); /* makes lists known to SQL; an SQLite code */
/* sqlite_bundle.c */
/* Adds a record of this transaction, as tokens. */
bool isn_sqlite_bundle(isn_store *store, int64_t record, isn_str packed, isn_str why);
bool isn_sqlite_end_bundle(isn_store *store, bool full); /* puts what has been added; or only if it is full */
bool isn_sqlite_make_bundles(isn_store *store); /* whole ones, of what has come since */
/* tokenizer.c: makes the tokenizer `isnad` known to FTS5, isn_pack, isn_json and isn_part to SQL; an SQLite code. */
int isn_fts_register(isn_sqlite *store);

#endif
