/* sqlite_told.c: who is quoted as the origin of claims, in how many of them, events, articles and outlets: what the view `sources`
 * tells, of the claims that the ledger has seen. Of a million claims SQL takes seconds for it; here they are counted once after a
 * link, and a page is read out of memory. Left of it: sqlite_held.c, which knows the event of each claim. Right of it: the console.
 */
#include <stdlib.h>
#include <string.h>

#include "store/held.h"

typedef struct teller {
    size_t key; /* in `keys`: what he is told apart by, as JSON */
    uint32_t len;
    uint32_t record; /* the last one that quotes him */
    uint32_t claims, articles, events, outlets;
    int32_t first, last; /* days; ISN_NO_DAY */
} teller;

struct isn_told { /* those with most claims first */
    teller *all;
    uint32_t n;
    isn_buf keys;
};

typedef struct pair { /* a teller, and an event or an outlet that he has */
    uint64_t of;
    uint32_t teller;
} pair;

typedef struct pairs {
    pair *ptr;
    size_t len, cap;
} pairs;

typedef struct coded { /* a record */
    uint64_t outlet;   /* hash of its name; 0: none */
    int32_t day;
    bool newest; /* of its article, and linked */
} coded;

typedef struct counting {
    isn_store *store;
    isn_told *told;
    uint32_t *teller; /* by form */
    coded *records;   /* by row */
    int64_t nforms, nrecords;
    pairs events, outlets;
} counting;

#define LINKED "(SELECT coalesce(max(upto), 0) FROM progress WHERE what = 'ledger')"
#define KEY "json_array(name, actor_id, role, named, party)"

static bool add_pair(pairs *to, uint32_t who, uint64_t of) {
    if (to->len == to->cap) {
        const size_t cap = to->cap == 0 ? 1024 : to->cap * 2;
        pair *grown = isn_heap_realloc(to->ptr, cap * sizeof *grown);
        if (grown == NULL) {
            return false;
        }
        to->ptr = grown;
        to->cap = cap;
    }
    to->ptr[to->len++] = (pair){of, who};
    return true;
}

static bool add_teller(counting *c, isn_str key) {
    isn_told *told = c->told;
    if ((told->n & (told->n - 1)) == 0) { /* full: a power of two, or none */
        teller *grown =
            isn_heap_realloc(told->all, (told->n == 0 ? 1 : told->n * 2) * sizeof *grown);
        if (grown == NULL) {
            return false;
        }
        told->all = grown;
    }
    told->all[told->n++] = (teller){
        .key = told->keys.len, .len = (uint32_t)key.len, .first = ISN_NO_DAY, .last = ISN_NO_DAY};
    isn_buf_put(&told->keys, key.ptr, key.len);
    return !told->keys.failed;
}

static isn_str key_of(const isn_told *told, const teller *t) {
    return isn_str_of(told->keys.ptr + t->key, t->len);
}

static bool read_forms(counting *c) {
    isn_sql b = isn_sql_on(c->store, "SELECT id, " KEY " FROM link_form ORDER BY 2");
    bool room = true;
    while (room && isn_sql_row(&b)) {
        const int64_t form = isn_sql_int_at(&b, 0);
        const isn_str key = isn_sql_str_at(&b, 1);
        const isn_told *told = c->told;
        if (told->n == 0 || !isn_str_eq(key, key_of(told, &told->all[told->n - 1]))) {
            room = add_teller(c, key);
        }
        if (form >= 0 && form < c->nforms) {
            c->teller[form] = c->told->n - 1;
        }
    }
    return isn_sql_done(&b) && room;
}

static bool read_records(counting *c) {
    isn_sql b = isn_sql_on(
        c->store, "SELECT r.id, r.published, r.outlet_name FROM record r WHERE r.id <= " LINKED
                  " AND ((SELECT count(*) FROM record) = (SELECT count(*) FROM article) OR r.id = "
                  "(SELECT max(id) FROM record WHERE article = r.article))");
    while (isn_sql_row(&b)) {
        const int64_t row = isn_sql_int_at(&b, 0);
        if (row >= 0 && row < c->nrecords) {
            const int32_t day = isn_sql_day_at(&b, 1);
            const isn_str outlet = isn_sql_str_at(&b, 2);
            c->records[row] = (coded){
                outlet.ptr != NULL ? isn_hash(outlet.ptr, outlet.len, 0) | 1 : 0, day, true};
        }
    }
    return isn_sql_done(&b);
}

/* Claims of a record come together. */
static bool count_one(counting *c, uint32_t record, uint32_t number, uint32_t event) {
    const coded *r = &c->records[record];
    teller *t = &c->told->all[number];
    t->claims++;
    bool ok = event == 0 || add_pair(&c->events, number, event);
    if (t->record != record) {
        t->record = record;
        t->articles++;
        ok = ok && (r->outlet == 0 || add_pair(&c->outlets, number, r->outlet));
        if (r->day != ISN_NO_DAY) {
            t->first = t->first == ISN_NO_DAY || r->day < t->first ? r->day : t->first;
            t->last = t->last == ISN_NO_DAY || r->day > t->last ? r->day : t->last;
        }
    }
    return ok;
}

static bool read_claims(counting *c, const uint32_t *event, uint32_t nclaims) {
    isn_sql b = isn_sql_on(
        c->store, "SELECT c.id, c.record, m.form FROM claim_row c CROSS JOIN chain_row m ON "
                  "m.claim = c.id - c.chain AND m.position = 0 ORDER BY c.id");
    bool room = true;
    while (room && isn_sql_row(&b)) {
        const int64_t claim = isn_sql_int_at(&b, 0);
        const int64_t record = isn_sql_int_at(&b, 1);
        const int64_t form = isn_sql_int_at(&b, 2);
        if (record > 0 && record < c->nrecords && c->records[record].newest && form > 0 &&
            form < c->nforms) {
            room = count_one(c, (uint32_t)record, c->teller[form],
                             claim > 0 && claim < nclaims ? event[claim] : 0);
        }
    }
    return isn_sql_done(&b) && room;
}

static int compare_pairs(const void *x, const void *y) {
    const pair *a = x;
    const pair *b = y;
    if (a->teller != b->teller) {
        return a->teller < b->teller ? -1 : 1;
    }
    return (a->of > b->of) - (a->of < b->of);
}

/* How many each has, of each once. */
static void count_pairs(isn_told *told, pairs *all, bool outlets) {
    if (all->len > 0) {
        qsort(all->ptr, all->len, sizeof *all->ptr, compare_pairs);
    }
    for (size_t i = 0; i < all->len; i++) {
        if (i == 0 || compare_pairs(&all->ptr[i - 1], &all->ptr[i]) != 0) {
            teller *t = &told->all[all->ptr[i].teller];
            *(outlets ? &t->outlets : &t->events) += 1;
        }
    }
}

static int compare_places(uint64_t a_claims, isn_str a, uint64_t b_claims, isn_str b) {
    if (a_claims != b_claims) {
        return a_claims > b_claims ? -1 : 1;
    }
    return isn_str_compare(b, a);
}

static int compare_tellers(const void *x, const void *y, void *context) {
    const isn_told *told = context;
    const teller *a = x;
    const teller *b = y;
    return compare_places(a->claims, key_of(told, a), b->claims, key_of(told, b));
}

static void put_in_order(isn_told *told) {
    if (told->n > 0) {
        qsort_r(told->all, told->n, sizeof *told->all, compare_tellers, told);
    }
    while (told->n > 0 && told->all[told->n - 1].claims == 0) {
        told->n--;
    }
}

static bool count_all(counting *c, const uint32_t *event, uint32_t nclaims) {
    if (!isn_sql_ask(c->store, "SELECT coalesce(max(id), 0) + 1 FROM link_form", &c->nforms) ||
        !isn_sql_ask(c->store, "SELECT coalesce(max(id), 0) + 1 FROM record", &c->nrecords) ||
        c->nrecords > UINT32_MAX) {
        return false;
    }
    c->teller = isn_heap_alloc((size_t)c->nforms * sizeof *c->teller);
    c->records = isn_heap_alloc((size_t)c->nrecords * sizeof *c->records);
    if (c->teller == NULL || c->records == NULL || !read_forms(c) || !read_records(c) ||
        !read_claims(c, event, nclaims)) {
        return false;
    }
    count_pairs(c->told, &c->events, false);
    count_pairs(c->told, &c->outlets, true);
    put_in_order(c->told);
    return true;
}

isn_told *isn_told_new(isn_store *store, const uint32_t *event, uint32_t nclaims) {
    counting c = {.store = store, .told = isn_heap_alloc(sizeof *c.told)};
    bool ok = c.told != NULL;
    if (ok) {
        isn_buf_init(&c.told->keys);
        ok = count_all(&c, event, nclaims);
    }
    isn_heap_free(c.teller);
    isn_heap_free(c.records);
    isn_heap_free(c.events.ptr);
    isn_heap_free(c.outlets.ptr);
    if (!ok) {
        isn_told_free(c.told);
        return NULL;
    }
    return c.told;
}

void isn_told_free(isn_told *told) {
    if (told != NULL) {
        isn_heap_free(told->all);
        isn_buf_release(&told->keys);
        isn_heap_free(told);
    }
}

/* The first one after a place in the order. */
static uint32_t after(const isn_told *told, uint64_t claims, isn_str key) {
    uint32_t low = 0;
    for (uint32_t high = told->n; low < high;) {
        const uint32_t middle = low + (high - low) / 2;
        const teller *t = &told->all[middle];
        const bool past = compare_places(t->claims, key_of(told, t), claims, key) > 0;
        low = past ? low : middle + 1;
        high = past ? middle : high;
    }
    return low;
}

static void put_day(isn_buf *out, int32_t day) {
    char text[11] = "";
    if (day == ISN_NO_DAY) {
        isn_buf_puts(out, ",null");
        return;
    }
    isn_day_text(text, day);
    isn_buf_printf(out, ",\"%s\"", text);
}

bool isn_told_page(const isn_told *told, isn_store *store, isn_str cursor, uint32_t n,
                   isn_buf *out) {
    uint32_t from = 0;
    isn_sql b = isn_sql_on(store, "SELECT json_extract(?1, '$[0]'), json_extract(?1, '$[1]')");
    isn_sql_str(&b, cursor);
    if (cursor.ptr != NULL && isn_sql_row(&b)) {
        const int64_t claims = isn_sql_int_at(&b, 0);
        const isn_str key = isn_sql_str_at(&b, 1);
        from = claims < 0 || key.ptr == NULL ? told->n : after(told, (uint64_t)claims, key);
    }
    isn_buf_puts(out, "[");
    for (uint32_t i = from; i < told->n && i - from < n; i++) {
        const teller *t = &told->all[i];
        isn_buf_puts(out, i > from ? ",[" : "[");
        isn_buf_json(out, told->keys.ptr + t->key, t->len);
        isn_buf_printf(out, ",%u,%u,%u,%u", t->events, t->claims, t->articles, t->outlets);
        put_day(out, t->first);
        put_day(out, t->last);
        isn_buf_puts(out, "]");
    }
    isn_buf_puts(out, "]");
    return isn_sql_done(&b);
}
