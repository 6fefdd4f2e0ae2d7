/* sqlite_bundle.c: what was packed of records, many as one: together they take half the room. Those of a commit are put as they come,
 * 128 together and the rest; where commits were small, or an earlier version wrote, bundles are made whole when the store is linked
 * or searched, as the indexes of sqlite_index.c are then. The view `coding` has each record's.
 */
#include "store/sqlite.h"

#define QUICK 128 /* records of one that is filled while articles are coded */
#define WHOLE 512 /* records: of more there is hardly less, and to open one is to open all */
#define FULL ((size_t)1 << 20) /* or as many bytes, before they are packed */
/* As tokens, since version 9. */
#define TOKENS(packed, why)                                                                        \
    packed " NOT NULL AND substr(" packed ", 1, 1) < x'04' AND (" why " IS NULL OR substr(" why    \
           ", 1, 1) < x'04')"

static bool add(isn_bundles *b, int64_t record, isn_str packed, isn_str why) {
    const isn_packed parts[] = {{packed.ptr, packed.len}, {why.ptr, why.len}};
    b->first = b->bundle.n == 0 ? record : b->first;
    b->last = record;
    const bool ok = isn_bundle_add(&b->bundle, &b->store->packer, record, parts);
    ((isn_sqlite *)b->store)->no_memory |= !ok;
    return ok;
}

static bool is_full(const isn_bundles *b) {
    return b->bundle.n >= QUICK || b->bundle.len >= FULL;
}

static bool put(isn_bundles *b, bool tight) {
    const isn_packer *packer = &b->store->packer;
    const unsigned n = b->bundle.n;
    if (!isn_bundle_close(&b->bundle, &b->store->packer, tight)) {
        ((isn_sqlite *)b->store)->no_memory = true;
        return false;
    }
    isn_sql put = isn_sql_on(b->store, "INSERT INTO record_bundle VALUES (?, ?, ?, ?)");
    isn_sql_int(&put, b->first);
    isn_sql_int(&put, b->last);
    isn_sql_int(&put, n);
    isn_sql_bytes(&put, packer->ptr, packer->len);
    return isn_sql_step(&put);
}

bool isn_sqlite_bundle(isn_store *store, int64_t record, isn_str packed, isn_str why) {
    return add(&((isn_sqlite *)store)->fresh, record, packed, why);
}

bool isn_sqlite_end_bundle(isn_store *store, bool full) {
    isn_bundles *b = &((isn_sqlite *)store)->fresh;
    return b->bundle.n == 0 || (full && !is_full(b)) || put(b, false);
}

/* ---- whole ones ---------------------------------------------------------------------------------- */

static bool run_on(isn_bundles *b, const char *literal, int64_t from, int64_t to) {
    isn_sql run = isn_sql_on(b->store, literal);
    isn_sql_int(&run, from);
    isn_sql_int(&run, to);
    return isn_sql_step(&run);
}

/* Rows of record, packed, why: a bundle. */
static bool gather(isn_bundles *b, isn_sql *rows) {
    bool ok = true;
    isn_bundle_clear(&b->bundle);
    while (ok && isn_sql_row(rows)) {
        ok = add(b, isn_sql_int_at(rows, 0), isn_sql_str_at(rows, 1), isn_sql_str_at(rows, 2));
    }
    return isn_sql_done(rows) && ok;
}

/* In place of those that its records stand in. A row that only becomes shorter leaves its page as it is; one that gets another number
 * is taken out and put in, and pages that are nearly empty then become one. */
static bool replace(isn_bundles *b) {
    const int64_t first = b->first;
    const int64_t last = b->last;
    return run_on(b, "DELETE FROM record_bundle WHERE first BETWEEN ? AND ?", first, last) &&
           put(b, true) &&
           run_on(
               b,
               "UPDATE record_row SET id = -id, packed = NULL, why = NULL WHERE id BETWEEN ? AND ? "
               "AND " TOKENS("packed", "why"),
               first, last) &&
           isn_store_run(b->store, "UPDATE record_row SET id = -id WHERE id < 0");
}

/* Of what comes after `upto`: how many records there are, as far as a whole bundle, and no more than make one; the last of the bundle
 * that is to be made of them, which takes all that it takes of another; the last of the bundle that is whole. */
#define NEXT                                                                                       \
    "WITH whole AS (SELECT first, last FROM record_bundle WHERE first > ?1 AND (records >= ?2 OR " \
    "length(bytes) >= ?3) ORDER BY first LIMIT 1), some AS (SELECT count(*) AS n, max(id) AS "     \
    "last "                                                                                        \
    "FROM (SELECT id FROM record WHERE id > ?1 AND id < coalesce((SELECT first FROM whole), id + " \
    "1) ORDER BY id LIMIT ?2)) SELECT n, coalesce((SELECT last FROM record_bundle b WHERE "        \
    "b.first <= some.last AND b.last >= some.last), last), (SELECT last FROM whole) FROM some"

static bool find_next(isn_bundles *b, int64_t *upto, int64_t *to, bool *more) {
    isn_sql next = isn_sql_on(b->store, NEXT);
    isn_sql_int(&next, *upto);
    isn_sql_int(&next, WHOLE);
    isn_sql_int(&next, FULL / 8);
    const bool found = isn_sql_row(&next);
    const int64_t n = found ? isn_sql_int_at(&next, 0) : 0;
    const int64_t whole = found ? isn_sql_int_at(&next, 2) : ISN_NO_COUNT;
    *more = n == WHOLE || whole != ISN_NO_COUNT;
    *to = n > 0 ? isn_sql_int_at(&next, 1) : *upto;
    if (n == 0 && *more) {
        *to = *upto = whole;
    }
    return isn_sql_done(&next);
}

/* The next bundle after `*upto`; `*more` is false where too few records are left. */
static bool make_next(isn_bundles *b, int64_t *upto, bool *more) {
    int64_t to = 0;
    if (!find_next(b, upto, &to, more)) {
        return false;
    }
    if (!*more || to == *upto) {
        return true;
    }
    isn_sql rows = isn_sql_on(
        b->store, "SELECT c.record, c.packed, c.why FROM coding c WHERE c.record > ?1 AND "
                  "c.record <= ?2 AND " TOKENS("c.packed", "c.why") " ORDER BY 1");
    isn_sql_int(&rows, *upto);
    isn_sql_int(&rows, to);
    *upto = to;
    return gather(b, &rows) && (b->bundle.n == 0 || replace(b));
}

/* One of which a record was deleted is made anew without it. */
static bool mend_one(isn_bundles *b, int64_t first) {
    isn_sql rows = isn_sql_on(
        b->store, "SELECT r.id, isn_part(b.bytes, r.id, 0), isn_part(b.bytes, r.id, 1) FROM "
                  "record_bundle b JOIN record r ON r.id BETWEEN b.first AND b.last AND "
                  "r.packed IS NULL WHERE b.first = ? ORDER BY 1");
    isn_sql_int(&rows, first);
    return gather(b, &rows) &&
           run_on(b, "DELETE FROM record_bundle WHERE first BETWEEN ? AND ?", first, first) &&
           (b->bundle.n == 0 || put(b, true));
}

static bool mend(isn_bundles *b) {
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
    int64_t upto = 0;
    int64_t newest = 0;
    bool more = true;
    if (!isn_sqlite_end_bundle(store, false) ||
        !isn_sql_ask(store, "SELECT upto FROM progress WHERE what = 'records'", &upto) ||
        !isn_sql_ask(store, "SELECT max(id) FROM record", &newest)) {
        return false;
    }
    if (newest - upto < WHOLE) {
        return true;
    }
    isn_bundles b = {.store = store};
    bool ok = isn_store_begin(store);
    while (ok && more) {
        ok = make_next(&b, &upto, &more);
    }
    ok = ok && mend(&b);
    isn_bundle_release(&b.bundle);
    isn_sql note = isn_sql_on(store, "INSERT OR REPLACE INTO progress VALUES ('records', ?)");
    isn_sql_int(&note, upto);
    return ok && isn_sql_step(&note);
}
