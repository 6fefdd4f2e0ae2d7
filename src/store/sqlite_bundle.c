/* sqlite_bundle.c: records that are packed one by one while articles are coded become bundles of many when the store is linked or
 * searched, as the indexes of sqlite_index.c are made then: together they take half the room. What does not fill a bundle waits for
 * more. The view `coding` has all of them.
 */
#include "store/sqlite.h"

#define RECORDS 128 /* of a bundle: more is hardly less, and each that is opened is opened whole */
#define FULL ((size_t)1 << 20) /* or as many bytes, before they are packed */
/* Packed by a program that made tokens, as since version 9. */
#define TOKENS                                                                                     \
    "packed NOT NULL AND substr(packed, 1, 1) < x'04' AND (why IS NULL OR substr(why, 1, 1) < "    \
    "x'04')"

typedef struct bundles {
    isn_store *store;
    isn_bundle bundle;
    int64_t first, last; /* records of it */
} bundles;

static bool add(bundles *b, isn_sql *row) {
    const isn_str packed = isn_sql_str_at(row, 1);
    const isn_str why = isn_sql_str_at(row, 2);
    b->last = isn_sql_int_at(row, 0);
    b->first = b->bundle.n == 0 ? b->last : b->first;
    return isn_bundle_add(&b->bundle, &b->store->packer, b->last,
                          (isn_packed[]){{packed.ptr, packed.len}, {why.ptr, why.len}});
}

/* Rows of record, packed, why, as many as a bundle takes. */
static bool gather(bundles *b, isn_sql *rows) {
    bool ok = true;
    b->bundle.len = b->bundle.n = 0;
    while (ok && b->bundle.len < FULL && isn_sql_row(rows)) {
        ok = add(b, rows);
    }
    if (!ok) {
        ((isn_sqlite *)b->store)->no_memory = true;
    }
    return isn_sql_done(rows) && ok;
}

static bool put(bundles *b) {
    const isn_packer *packer = &b->store->packer;
    const unsigned n = b->bundle.n;
    if (!isn_bundle_close(&b->bundle, &b->store->packer)) {
        ((isn_sqlite *)b->store)->no_memory = true;
        return false;
    }
    isn_sql put = isn_sql_on(b->store, "INSERT OR REPLACE INTO record_bundle VALUES (?, ?, ?, ?)");
    isn_sql_int(&put, b->first);
    isn_sql_int(&put, b->last);
    isn_sql_int(&put, n);
    isn_sql_bytes(&put, packer->ptr, packer->len);
    return isn_sql_step(&put);
}

static bool note(isn_store *store, int64_t upto) {
    isn_sql b = isn_sql_on(store, "INSERT OR REPLACE INTO progress VALUES ('records', ?)");
    isn_sql_int(&b, upto);
    return isn_sql_step(&b);
}

/* Takes out of the records what is in the bundle. A row that only becomes shorter leaves its page as it is; one that gets another
 * number is taken out and put in, and pages that are nearly empty then become one. */
static bool empty(bundles *b) {
    isn_sql out =
        isn_sql_on(b->store, "UPDATE record SET id = -id, packed = NULL, why = NULL WHERE "
                             "id BETWEEN ?1 AND ?2 AND " TOKENS);
    isn_sql_int(&out, b->first);
    isn_sql_int(&out, b->last);
    return isn_sql_step(&out) && isn_store_run(b->store, "UPDATE record SET id = -id WHERE id < 0");
}

/* The next records after `*upto` that fill a bundle; where fewer are there, `*upto` is what need not be looked at again. */
static bool make_next(bundles *b, int64_t *upto, bool *made) {
    isn_sql rows =
        isn_sql_on(b->store, "SELECT id, packed, why FROM record WHERE id > ?1 AND " TOKENS
                             " ORDER BY id LIMIT ?2");
    isn_sql_int(&rows, *upto);
    isn_sql_int(&rows, RECORDS);
    if (!gather(b, &rows)) {
        return false;
    }
    *made = b->bundle.n == RECORDS || b->bundle.len >= FULL;
    if (!*made) {
        *upto = b->bundle.n > 0 ? b->first - 1 : *upto;
        return true;
    }
    *upto = b->last;
    return put(b) && empty(b);
}

/* A bundle of which a record was deleted is made anew without it. */
static bool mend_one(bundles *b, int64_t first) {
    isn_sql rows = isn_sql_on(
        b->store, "SELECT c.record, c.packed, c.why FROM record_bundle b JOIN record r ON r.id "
                  "BETWEEN b.first AND b.last AND r.packed IS NULL JOIN coding c ON "
                  "c.record = r.id WHERE b.first = ? ORDER BY 1");
    isn_sql_int(&rows, first);
    if (!gather(b, &rows)) {
        return false;
    }
    isn_sql gone = isn_sql_on(b->store, "DELETE FROM record_bundle WHERE first = ?");
    isn_sql_int(&gone, first);
    return isn_sql_step(&gone) && (b->bundle.n == 0 || put(b));
}

static bool mend(bundles *b) {
    int64_t first = 0;
    bool ok = true;
    do {
        ok = isn_sql_ask(b->store,
                         "SELECT min(first) FROM record_bundle b WHERE records <> (SELECT count(*) "
                         "FROM record r "
                         "WHERE r.id BETWEEN b.first AND b.last AND r.packed IS NULL)",
                         &first) &&
             (first == 0 || mend_one(b, first));
    } while (ok && first > 0);
    return ok;
}

bool isn_sqlite_make_bundles(isn_store *store) {
    bundles b = {.store = store, .bundle = {.ptr = NULL}};
    int64_t upto = 0;
    int64_t newest = 0;
    bool made = true;
    if (!isn_sql_ask(store, "SELECT upto FROM progress WHERE what = 'records'", &upto) ||
        !isn_sql_ask(store, "SELECT max(id) FROM record", &newest)) {
        return false;
    }
    if (newest - upto < RECORDS) {
        return true;
    }
    bool ok = isn_store_begin(store) && mend(&b);
    while (ok && made) {
        ok = make_next(&b, &upto, &made);
    }
    isn_bundle_release(&b.bundle);
    return ok && note(store, upto);
}
