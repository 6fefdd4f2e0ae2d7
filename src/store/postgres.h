/* postgres.h: what the files of the PostgreSQL store share beside sql.h. postgres.c opens, runs statements and commits;
 * postgres_schema.c has the tables; postgres_write.c brings records into them by postgres_common.c and postgres_copy.c,
 * postgres_gather.c the ledger; postgres_index.c the words. Nothing outside src/store includes this. */
#ifndef ISN_STORE_POSTGRES_H
#define ISN_STORE_POSTGRES_H

#include <libpq-fe.h>

#include "store/sql.h"

#define ISN_POSTGRES_VERSION 8 /* isnad.about */
extern const char *const isn_postgres_versions[ISN_POSTGRES_VERSION];

typedef struct isn_writing isn_writing;     /* rows of records that have not been sent yet */
typedef struct isn_gathering isn_gathering; /* rows of one statement of the ledger that have not */

typedef struct isn_postgres {
    isn_store store; /* first: the two are cast into each other */
    PGconn *connection;
    unsigned statements; /* named so far */
    bool begun;          /* the server is in a transaction */
    unsigned unheard;    /* statements sent in pipeline mode, whose results have not been read */
    bool failed;         /* one of them; until the transaction ends */
    bool no_memory;
    char said[400]; /* by the server, of what failed last */
    isn_writing *writing;
    isn_gathering *gatherings; /* in the order in which they were prepared */
    bool gathered;             /* one of them has rows */
} isn_postgres;

isn_postgres *isn_postgres_of(isn_store *store);
/* Runs SQL; NULL, and what the server says kept, when it is not as expected. The caller clears the result. */
PGresult *isn_postgres_ask(isn_postgres *own, const char *sql, ExecStatusType expected);
bool isn_postgres_run(isn_postgres *own, const char *script);
/* Reads what is left of results, so that other commands may be sent; false when one tells of a failure. */
bool isn_postgres_hear(isn_postgres *own);
bool isn_postgres_keep(isn_postgres *own, PGresult *result); /* what it says; frees it; false */
bool isn_postgres_begin(isn_postgres *own);                  /* unless begun */
/* A prepared statement that gives no rows, in pipeline mode; then, that its result can be read later. */
bool isn_postgres_send(isn_postgres *own, const char *name, unsigned n, const char *const *given);
bool isn_postgres_sent(isn_postgres *own);
/* Ends a COPY that has been given its rows, or is given up. */
bool isn_postgres_end_copy(isn_postgres *own, bool good);
/* Text as the server takes it: what is no UTF-8, and NUL, as U+FFFD. */
void isn_postgres_text(isn_buf *out, isn_str text);

/* ---- postgres_copy.c ------------------------------------------------------------------------------ */

/* Rows of COPY: how many columns, then each; numbers of 1, 2, 4 and 8 bytes. */
void isn_copy_row(isn_buf *out, unsigned columns);
void isn_copy_null(isn_buf *out);
void isn_copy_number(isn_buf *out, unsigned size, int64_t value);
void isn_copy_bytes(isn_buf *out, const void *ptr, size_t len);
void isn_copy_text(isn_buf *out, isn_str text);
void isn_copy_cell(isn_buf *out, char letter, const isn_datum *cell); /* by its letter */
void isn_copy_set32(char *at, uint32_t value);
void isn_copy_set64(char *at, uint64_t value);
uint32_t isn_copy_get32(const char *at);
/* "TABLE (COLUMNS)" */
bool isn_copy_begin(isn_postgres *own, const char *table);
bool isn_copy_put(isn_postgres *own, const char *rows, size_t len);
bool isn_copy_end(isn_postgres *own, bool good);
bool isn_copy_rows(isn_postgres *own, const char *table, const isn_buf *rows); /* from begin to end */

/* ---- postgres_common.c ---------------------------------------------------------------------------- */

enum { /* what forms there are */
       ISN_COMMON_CLAIM,
       ISN_COMMON_ACTOR,
       ISN_COMMON_FIGURE,
       ISN_COMMON_PLACE,
       ISN_COMMON_LINK,
       ISN_COMMON_KINDS
};

typedef struct isn_common isn_common;

isn_common *isn_common_new(isn_postgres *own);
void isn_common_free(isn_common *c); /* NULL is allowed */
/* The number of the form that has these values: begin, value …, number. Below 0 for one that is new; 0 without memory. */
void isn_common_begin(isn_common *c, unsigned kind);
bool isn_common_value(isn_common *c, const isn_datum *cell);
int32_t isn_common_number(isn_common *c);
/* Gives those that are new their numbers, within a transaction; then settled tells them, until sent. */
bool isn_common_settle(isn_common *c);
int32_t isn_common_settled(const isn_common *c, int32_t number);
void isn_common_sent(isn_common *c);
void isn_common_forget(isn_common *c); /* what was not committed is no more */

/* ---- postgres_write.c ----------------------------------------------------------------------------- */

typedef struct isn_serials { /* out of blocks that a program takes for itself */
    isn_buf blocks; /* int64_t: their numbers, the least last */
    int64_t next, left; /* of the one that is used */
} isn_serials;

/* So many, each of them greater than those of what was sent before, by this connection or another. `sql` gives numbers of
 * blocks, as many as it is asked for, the greatest first. */
bool isn_serials_reserve(isn_postgres *own, isn_serials *numbers, uint32_t n, const char *sql);
int64_t isn_serials_next(isn_serials *numbers);

bool isn_writing_new(isn_postgres *own);
void isn_writing_free(isn_writing *writing);
bool isn_writing_send(isn_postgres *own); /* into the tables, within a transaction */
void isn_writing_drop(isn_writing *writing); /* what has not been sent */
bool isn_postgres_admit(isn_store *store, const isn_datum *article, const isn_datum *record,
                        bool *known, int64_t *row);
bool isn_postgres_add(isn_store *store, unsigned which, const isn_datum *values);
int64_t isn_postgres_newest(isn_store *store);
bool isn_postgres_admitted(isn_store *store, int64_t record);

/* ---- postgres_gather.c ---------------------------------------------------------------------------- */

/* NULL where each row has to be sent by itself. `name` is the caller's. */
isn_gathering *isn_gathering_new(isn_postgres *own, const char *name, const char *sql, unsigned n);
void isn_gathering_free(isn_gathering *gathering); /* NULL is allowed */
bool isn_gathering_add(isn_gathering *gathering, const char *const *given);
bool isn_gathering_send(isn_postgres *own); /* all, before anything else is asked */
void isn_gathering_drop(isn_postgres *own); /* what has not been sent */

/* postgres_index.c */
bool isn_postgres_index(isn_store *store);
extern const char *const isn_postgres_conditions[];
bool isn_postgres_bind_field(isn_sql *b, const isn_condition *c);

#endif
