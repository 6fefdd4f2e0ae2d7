/* sqlite_list.c: lists of claims, a row each (lists.inc), which SQL opens as isn_claims(claim, list) and isn_pairs(claim, list): those of
 * the forms of actors, places and sources, and pairs of claims that may speak of one occurrence. A claim has all its neighbours in one
 * row, each pair stands in two: so none is looked for by two indexes, and a neighbour takes three bytes. What a run finds waits in
 * memory until somebody asks. The view `pair` has each pair once.
 */
#include <stdlib.h>
#include <string.h>

#include "store/held.h"

#define MOST_WAITING (1U << 21) /* neighbours, 48 MB */

typedef struct neighbour {
    int64_t claim, other;
    int32_t score;
} neighbour;

#include "store/lists.inc"

/* ---- pairs that wait ------------------------------------------------------------------------------ */

static void put_number(isn_buf *out, uint64_t value) {
    for (; value >= 128; value >>= 7) {
        isn_buf_putc(out, (char)(value | 128));
    }
    isn_buf_putc(out, (char)value);
}

static void put_step(isn_buf *out, int64_t claim, int64_t *last, int64_t other) {
    const int64_t step = other - (*last == 0 ? claim : *last);
    put_number(out, *last != 0 ? (uint64_t)step
                    : step < 0 ? ((uint64_t)-step << 1) - 1
                               : (uint64_t)step << 1);
    *last = other;
}

static void put_one(isn_buf *out, int64_t claim, int64_t *last, int64_t other, int32_t score) {
    put_step(out, claim, last, other);
    put_number(out, score > 0 ? (uint64_t)score : 0);
}

static int in_order(const void *x, const void *y) {
    const neighbour *a = x, *b = y;
    if (a->claim != b->claim) {
        return a->claim < b->claim ? -1 : 1;
    }
    return (a->other > b->other) - (a->other < b->other);
}

static bool write_list(isn_store *store, int64_t claim, const isn_buf *bytes) {
    if (bytes->failed) {
        ((isn_sqlite *)store)->no_memory = true;
        return false;
    }
    isn_sql b = bytes->len == 0
                    ? isn_sql_on(store, "DELETE FROM pair_list WHERE claim = ?")
                    : isn_sql_on(store, "INSERT OR REPLACE INTO pair_list VALUES (?, ?)");
    isn_sql_int(&b, claim);
    if (bytes->len > 0) {
        isn_sql_bytes(&b, bytes->ptr, bytes->len);
    }
    return isn_sql_step(&b);
}

/* The list of a claim with `n` neighbours more, in order; one that it has stays as it was. Without those that `gone` is. */
static bool merge(isn_store *store, int64_t claim, const neighbour *more, size_t n, int64_t gone,
                  isn_buf *out) {
    isn_sql b = isn_sql_on(store, "SELECT list FROM pair_list WHERE claim = ?");
    isn_sql_int(&b, claim);
    const bool there = isn_sql_row(&b);
    const isn_str bytes = there ? isn_sql_str_at(&b, 0) : (isn_str){NULL, 0};
    list l = list_of(claim, bytes.ptr, bytes.len, true);
    int64_t last = 0;
    out->len = 0;
    bool old = next_of(&l);
    for (size_t i = 0; old || i < n;) {
        if (old && (i == n || l.other <= more[i].other)) {
            if (l.other != gone) {
                put_one(out, claim, &last, l.other, l.score);
            }
            old = next_of(&l);
        } else {
            if (more[i].other != last) {
                put_one(out, claim, &last, more[i].other, more[i].score);
            }
            i++;
        }
    }
    return isn_sql_done(&b) && write_list(store, claim, out);
}

bool isn_sqlite_end_pairs(isn_store *store) {
    isn_sqlite *own = (isn_sqlite *)store;
    neighbour *all = (neighbour *)(void *)own->pairs.ptr;
    const size_t n = own->pairs.len / sizeof *all;
    isn_buf bytes;
    bool ok = true;
    isn_buf_init(&bytes);
    if (n > 0) {
        qsort(all, n, sizeof *all, in_order);
    }
    for (size_t i = 0, many; ok && i < n; i += many) {
        for (many = 1; i + many < n && all[i + many].claim == all[i].claim; many++) {
        }
        ok = merge(store, all[i].claim, all + i, many, 0, &bytes);
    }
    isn_buf_release(&bytes);
    isn_buf_release(&own->pairs);
    return ok;
}

bool isn_sqlite_pair(isn_store *store, int64_t a, int64_t b, int score) {
    isn_sqlite *own = (isn_sqlite *)store;
    const neighbour both[2] = {{a, b, score}, {b, a, score}};
    isn_buf_put(&own->pairs, (const char *)both, sizeof both);
    own->no_memory = own->no_memory || own->pairs.failed;
    return !own->no_memory &&
           (own->pairs.len < MOST_WAITING * sizeof both[0] || isn_sqlite_end_pairs(store));
}

/* A claim that leaves the ledger is nobody's neighbour any more. */
bool isn_sqlite_unpair(isn_store *store, int64_t claim) {
    const neighbour none = {0, 0, 0};
    isn_buf kept;
    isn_buf bytes;
    if (!isn_sqlite_end_pairs(store)) {
        return false;
    }
    isn_buf_init(&kept);
    isn_buf_init(&bytes);
    isn_sql b = isn_sql_on(store, "SELECT list FROM pair_list WHERE claim = ?");
    isn_sql_int(&b, claim);
    if (isn_sql_row(&b)) {
        const isn_str found = isn_sql_str_at(&b, 0);
        isn_buf_put(&kept, found.ptr, found.len);
    }
    bool ok = isn_sql_done(&b) && !kept.failed;
    list l = list_of(claim, kept.ptr, kept.len, true);
    while (ok && next_of(&l)) {
        ok = merge(store, l.other, &none, 0, claim, &bytes);
    }
    bytes.len = 0;
    ok = ok && write_list(store, claim, &bytes);
    isn_buf_release(&kept);
    isn_buf_release(&bytes);
    return ok;
}

/* ---- for SQL -------------------------------------------------------------------------------------- */

typedef struct making {
    isn_buf bytes;
    int64_t first, last;
} making;

/* isn_claim_list(claim), isn_pair_list(claim, other, score): a list, of rows in their order. */
static void list_step(sqlite3_context *context, int n, sqlite3_value **values) {
    making *m = sqlite3_aggregate_context(context, sizeof *m);
    const int64_t claim = sqlite3_value_int64(values[0]);
    if (m != NULL && n == 3) {
        put_one(&m->bytes, claim, &m->last, sqlite3_value_int64(values[1]),
                sqlite3_value_int(values[2]));
    } else if (m != NULL) {
        m->first = m->first == 0 ? claim : m->first;
        put_step(&m->bytes, m->first, &m->last, claim);
    }
}

static void list_end(sqlite3_context *context) {
    making *m = sqlite3_aggregate_context(context, 0);
    if (m == NULL || m->bytes.failed) {
        sqlite3_result_error_nomem(context);
    } else {
        sqlite3_result_blob64(context, m->bytes.ptr, m->bytes.len, SQLITE_TRANSIENT);
    }
    if (m != NULL) {
        isn_buf_release(&m->bytes);
    }
}

/* isn_mark_list(claim, list), of all rows of a question: notes each claim. */
static void mark_list(sqlite3_context *context, int n, sqlite3_value **values) {
    const isn_sqlite *own = sqlite3_user_data(context);
    const void *bytes = sqlite3_value_blob(values[1]);
    list l = list_of(sqlite3_value_int64(values[0]), bytes, (size_t)sqlite3_value_bytes(values[1]),
                     false);
    (void)n;
    while (own->marks != NULL && next_of(&l)) {
        isn_hits_add(own->marks, l.other);
    }
}

static void marked_list(sqlite3_context *context) {
    sqlite3_result_null(context);
}

int isn_lists_register(isn_sqlite *store) {
    static const struct {
        const char *name;
        int values;
        void (*step)(sqlite3_context *, int, sqlite3_value **);
        void (*end)(sqlite3_context *);
    } made[] = {{"isn_claim_list", 1, list_step, list_end},
                {"isn_pair_list", 3, list_step, list_end},
                {"isn_mark_list", 2, mark_list, marked_list}};
    int code = register_lists(store->db);
    for (size_t i = 0; i < ISN_LEN(made) && code == SQLITE_OK; i++) {
        code = sqlite3_create_function(store->db, made[i].name, made[i].values, SQLITE_UTF8, store,
                                       NULL, made[i].step, made[i].end);
    }
    return code;
}
