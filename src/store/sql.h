/* sql.h: what the files of the store share, whatever database stands behind it: the open store, statements, the values
 * put into them and read out of them, and what a database has to offer for that (isn_driver). sqlite.c and postgres.c
 * are the two that do. Nothing outside src/store includes this.
 *
 * SQL that is written once is in the words that both understand; parameters are ?, or ?1, ?2 … where one stands twice.
 * CROSS JOIN … ON is a join in the order as written: SQLite takes it so, PostgreSQL finds its own.
 */
#ifndef ISN_STORE_SQL_H
#define ISN_STORE_SQL_H

#include "store/pack.h"
#include "store/store.h"

enum { /* rows of a record, in the order in which they are added */
       ISN_SQL_ADD_ARTICLE,
       ISN_SQL_ADD_RECORD,
       ISN_SQL_ADD_CLAIM,
       ISN_SQL_ADD_ACTOR,
       ISN_SQL_ADD_FIGURE,
       ISN_SQL_ADD_PLACE,
       ISN_SQL_ADD_LINK,
       ISN_SQL_ADD_TELLING,
       ISN_SQL_ADD_CONTRADICTION,
       ISN_SQL_ADD_QUOTE,
       ISN_SQL_STATEMENTS
};

#define ISN_SQL_VALUES 24 /* of such a row, at most */
/* Among those of a record, as tokens: the record itself, and the rules behind its claims. */
#define ISN_RECORD_PACKED 11
#define ISN_RECORD_WHY 12
#define ISN_SQL_CACHED 192 /* a connection that links, answers and takes decisions back uses some 110 */
#define ISN_IDENT 74 /* of an article: 64 digits, a dot, 8 digits, and 0 */

typedef enum isn_datum_kind {
    ISN_DATUM_NULL,
    ISN_DATUM_INT, /* truth values too */
    ISN_DATUM_REAL,
    ISN_DATUM_DAY, /* only put; read as text */
    ISN_DATUM_TEXT,
    ISN_DATUM_BYTES
} isn_datum_kind;

typedef struct isn_datum { /* a value in a row */
    isn_datum_kind kind;
    bool brief; /* text that may be gone when the statement runs: copied */
    union {
        isn_str text; /* borrowed; of a row that was read: until the next one */
        int64_t number;
        double real;
    };
} isn_datum;

typedef enum isn_parcel_kind { /* a byte before each value of a parcel */
    ISN_PARCEL_NULL,
    ISN_PARCEL_INT,   /* 4 bytes */
    ISN_PARCEL_LONG,  /* 8 bytes */
    ISN_PARCEL_REAL,  /* 8 bytes */
    ISN_PARCEL_DAY,   /* 4 bytes */
    ISN_PARCEL_TEXT,  /* 4 bytes of length, the text, a 0 byte */
    ISN_PARCEL_BYTES, /* the same */
    ISN_PARCEL_PIECE, /* of the article: 4 bytes of place, 4 of length */
    ISN_PARCEL_WORD   /* of the program: its address, a byte of length */
} isn_parcel_kind;

static inline isn_datum isn_datum_of(isn_str s) { /* {NULL, 0}: null */
    return (isn_datum){.kind = s.ptr != NULL ? ISN_DATUM_TEXT : ISN_DATUM_NULL, .text = s};
}

typedef enum isn_step { ISN_STEP_ROW, ISN_STEP_DONE, ISN_STEP_BAD } isn_step;

/* Binds in the order of the question marks; the first failure stays. */
typedef struct isn_sql {
    isn_store *store;
    void *statement;
    int at;
    bool bad, over; /* failed; has given its last row */
} isn_sql;

typedef struct isn_driver {
    void (*close)(isn_store *store);
    isn_status (*broken)(const isn_store *store, isn_error *error); /* what the database says */
    bool (*run)(isn_store *store, const char *script);
    bool (*begin)(isn_store *store); /* the only one that changes the ledger, until it ends */
    bool (*commit)(isn_store *store);
    void (*rollback)(isn_store *store);

    void *(*prepare)(isn_store *store, const char *sql, size_t len); /* NULL on failure */
    void (*release)(void *statement);
    void (*reset)(void *statement);
    isn_step (*step)(void *statement);
    bool (*bind)(void *statement, int at, const isn_datum *cell); /* `at` from 1 on, in order */
    isn_datum (*cell)(void *statement, int column);               /* from 0 on */

    /* Of the record that is about to be written, both of them rows of a parcel: its article's row, or `*known` when it is
     * there already. */
    bool (*admit)(isn_store *store, const isn_datum *article, const isn_datum *record, bool *known,
                  int64_t *row);
    /* Adds a row of it: values in the order in which parcel.c has them, which need not outlive the call. */
    bool (*add)(isn_store *store, unsigned which, const isn_datum *values);
    int64_t (*newest)(isn_store *store); /* number of the row that was added last */
    /* All rows of the record are there; `record` is its row. */
    bool (*admitted)(isn_store *store, int64_t record);

    bool (*index)(isn_store *store); /* brings the indexes of words and places up to date */
    const char *const *conditions;   /* SQL by isn_field, on the row `v` of `events` that is `active` */
    const char *events, *active;
    const char *figures; /* is it among events with such figures: " WHERE … )" follows, on `x` and `f` */
    const char *told; /* was the event told of by a day? */
    /* The values of a condition; false where it has one, which query.c puts. */
    bool (*bind_field)(isn_sql *b, const isn_condition *condition);
    bool bundles;                    /* takes records as tokens, and packs many together */
    bool afar;                       /* each question is a way to a server: many at once */
    const char *roomy;               /* before a run of the ledger: it comes back to many pages */
    const char *mapped, *unmapped;   /* around what reads much of a file: without copies of its pages; or NULL */
    /* Pairs of claims, where they are not rows of `pair`, else NULL; what was added is there to be asked for after end_pairs.
     * unpair: all of a claim. */
    bool (*pair)(isn_store *store, int64_t a, int64_t b, int score);
    bool (*end_pairs)(isn_store *store);
    bool (*unpair)(isn_store *store, int64_t claim);
    /* Before a run that fills an empty ledger, what finds events and pairs in other ways than by what they are told
     * apart by; then all of it made at once. Where that is no gain: NULL. */
    bool (*unindex)(isn_store *store);
    bool (*reindex)(isn_store *store);
    const char *linked; /* notes that all records of the view `unlinked` have been linked */
} isn_driver;

struct isn_store {
    const isn_driver *driver;
    struct { /* statements of isn_sql_on, by the address of their text */
        const char *sql;
        void *statement;
    } cached[ISN_SQL_CACHED];
    unsigned ncached;
    isn_packer packer; /* of isn_pack and isn_json */
    isn_buf why;       /* packed, of the record that is being put */
    bool open;         /* a transaction is under way */
    char path[512];    /* what errors are told of */
};

/* ---- store.c: opening, errors, transactions ------------------------------------------------------ */

isn_status isn_store_broken(const isn_store *store, isn_error *error); /* what the database says */
bool isn_store_run(isn_store *store, const char *script);
bool isn_store_begin(isn_store *store); /* unless a transaction is under way */
/* isn_store_broken, and all that was not committed is undone. */
isn_status isn_store_give_up(isn_store *store, isn_error *error);
/* Commits when `status` is good, takes back what was begun when not. */
isn_status isn_store_end(isn_store *store, isn_status status, isn_error *error);
void isn_store_init(isn_store *store, const isn_driver *driver);
void isn_store_forget(isn_store *store); /* releases what isn_store_init and statements took */

/* One for each database: makes the present version of what is there. */
isn_status isn_sqlite_open(isn_store **out, const char *path, isn_error *error);
/* The URL without who connects and how: errors are no place for passwords. */
void isn_url_name(char *out, size_t size, const char *url);
isn_status isn_postgres_open(isn_store **out, const char *url, isn_error *error);

/* ---- sql.c: binding and stepping ---------------------------------------------------------------- */

/* The statement of a string literal, prepared when it is first asked for and kept with the store. Its rows
 * must all have been read before it is asked for again. */
isn_sql isn_sql_on(isn_store *store, const char *literal);
/* A statement made for once; isn_sql_release ends it, and tells whether all went well. */
isn_sql isn_sql_once(isn_store *store, const isn_buf *sql);
bool isn_sql_release(isn_sql *b);
void isn_sql_int(isn_sql *b, int64_t value);
void isn_sql_null(isn_sql *b);
void isn_sql_count(isn_sql *b, int64_t value); /* ISN_NO_COUNT: null */
void isn_sql_real(isn_sql *b, double value);
void isn_sql_degrees(isn_sql *b, int32_t value);             /* times 10,000; ISN_NO_INT: null */
void isn_sql_str(isn_sql *b, isn_str s);                     /* borrowed; {NULL, 0}: null */
void isn_sql_bytes(isn_sql *b, const void *ptr, size_t len); /* borrowed */
void isn_sql_name(isn_sql *b, const char *text);             /* copied; NULL and "-": null */
void isn_sql_word(isn_sql *b, const char *text);             /* as isn_sql_name, but borrowed */
void isn_sql_text(isn_sql *b, const char *text);             /* copied, whatever it is */
void isn_sql_day(isn_sql *b, int32_t day);                   /* ISN_NO_DAY: null */
void isn_sql_now(isn_sql *b);                                /* "2021-05-03T09:00:00Z" */
/* Runs a statement that gives no row; false on failure. */
bool isn_sql_step(isn_sql *b);
/* Runs a statement that gives one number. `*out` is 0 when there is no row. */
bool isn_sql_number(isn_sql *b, int64_t *out);
/* The next row: false at the end, and after a failure. */
bool isn_sql_row(isn_sql *b);
bool isn_sql_done(isn_sql *b);                      /* resets; did it end well? */
int64_t isn_sql_int_at(isn_sql *b, int column);     /* ISN_NO_COUNT: null */
uint32_t isn_sql_offset_at(isn_sql *b, int column); /* 0: null */
bool isn_sql_true_at(isn_sql *b, int column);
int32_t isn_sql_degrees_at(isn_sql *b, int column); /* times 10,000; ISN_NO_INT: null */
isn_str isn_sql_str_at(isn_sql *b, int column);     /* until the next row; {NULL, 0}: null */
isn_str isn_sql_text_at(isn_sql *b, int column, isn_arena *arena); /* copied; {NULL, 0}: null */
void isn_sql_copy(char *out, size_t size, isn_str text); /* as much as fits, and a 0 byte */
int32_t isn_sql_day_at(isn_sql *b, int column);          /* of "YYYY-MM-DD"; ISN_NO_DAY: null */
/* The same for SQL without parameters. */
bool isn_sql_ask(isn_store *store, const char *sql, int64_t *out);
/* Words of a text as they fold, with one blank between; adds to `out`. */
void isn_sql_fold(isn_buf *out, isn_str text);

#endif
