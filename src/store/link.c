/* link.c: `isnad link`: brings the ledger up to the claims that have been stored since.
 *
 *     new records ─▶ twins ─▶ entries, pairs of neighbours ─▶ neighbourhoods ─▶ events ─▶ totals, promises
 *
 * Only what hangs together with something new is looked at again, and that is grouped from scratch: so the
 * end does not depend on the order in which articles came, nor on how many came at once. All is one
 * transaction.
 */
#include <setjmp.h>

#include "store/linking.h"

#define CHUNK 2048 /* claims whose neighbours are held in memory together */

typedef ISN_VEC(int64_t) rows;

/* ---- what is new ----------------------------------------------------------------------------- */

static bool collect(isn_linking *l, isn_sql *b, rows *out) {
    while (isn_sql_row(b)) {
        *ISN_PUSH(l->lasting, out) = isn_sql_int_at(b, 0);
    }
    return isn_sql_done(b);
}

static bool run_on(isn_linking *l, const char *literal, int64_t a) {
    isn_sql b = isn_sql_on(l->store, literal);
    isn_sql_int(&b, a);
    return isn_sql_step(&b);
}

/* Touches the events that the rows name. */
static bool touch_rows(isn_linking *l, isn_sql *b) {
    while (isn_sql_row(b)) {
        isn_link_touch(l, isn_sql_text_at(b, 0, l->lasting));
    }
    return isn_sql_done(b);
}

/* Promises that a claim reported on which is no more. */
static bool touch_unheard(isn_linking *l) {
    isn_sql b = isn_sql_on(l->store, "SELECT DISTINCT commitment FROM follow WHERE claim NOT IN "
                                     "(SELECT key FROM entry)");
    return touch_rows(l, &b);
}

/* Claims of a record that a newer one has taken the place of leave their events; their neighbours are looked
 * at again. */
static bool drop_entries(isn_linking *l, int64_t record) {
    isn_sql b = isn_sql_on(l->store,
                           "SELECT DISTINCT event FROM entry WHERE event IS NOT NULL AND claim IN "
                           "(SELECT id FROM claim WHERE record = ?)");
    isn_sql_int(&b, record);
    return touch_rows(l, &b) &&
           run_on(
               l,
               "UPDATE entry SET dirty = 1 WHERE event IN (SELECT event FROM entry WHERE claim IN "
               "(SELECT id FROM claim WHERE record = ?))",
               record) &&
           run_on(
               l,
               "UPDATE entry SET dirty = 1 WHERE claim IN (SELECT p.a FROM pair p JOIN claim c ON "
               "c.id = p.b WHERE c.record = ?1 UNION SELECT p.b FROM pair p JOIN claim c ON "
               "c.id = p.a WHERE c.record = ?1)",
               record) &&
           run_on(l, "DELETE FROM entry WHERE claim IN (SELECT id FROM claim WHERE record = ?)",
                  record);
}

static bool drop_old(isn_linking *l) {
    rows old = {.len = 0};
    isn_sql b = isn_sql_on(
        l->store, "SELECT DISTINCT o.id FROM record n JOIN record o ON o.article = n.article AND "
                  "o.id < n.id WHERE n.id IN (SELECT id FROM unlinked) ORDER BY o.id");
    if (!collect(l, &b, &old)) {
        return false;
    }
    for (uint32_t i = 0; i < old.len; i++) {
        if (!drop_entries(l, old.ptr[i])) {
            return false;
        }
    }
    return old.len == 0 || touch_unheard(l);
}

/* ---- entries and pairs ----------------------------------------------------------------------- */

static void bind_window(isn_sql *b, int32_t day) {
    isn_sql_count(b, day == ISN_NO_DAY ? ISN_NO_COUNT : day);
}

bool isn_link_add_entry(isn_linking *l, int64_t claim, int64_t article, isn_str key, unsigned kind,
                        unsigned event, int32_t first, int32_t last) {
    isn_sql b =
        isn_sql_on(l->store, "INSERT INTO entry (claim, key, article, kind, event_type, first, "
                             "last) VALUES (?, ?, ?, ?, ?, ?, ?)");
    isn_sql_int(&b, claim);
    isn_sql_str(&b, key);
    isn_sql_int(&b, article);
    isn_sql_name(&b, isn_kind_names[kind]);
    isn_sql_text(&b, isn_vocab_event[event]);
    bind_window(&b, first);
    bind_window(&b, last);
    return isn_sql_step(&b);
}

static bool add_entry(isn_linking *l, const isn_entry *e) {
    int32_t first, last;
    isn_entry_window(e, &first, &last);
    return isn_link_add_entry(l, e->row, e->article->row, e->key, e->kind, e->event, first, last);
}

#define SHORT                                                                                      \
    "7" /* days between first and last; for what is longer there is an index, entry_long */

/* Those that could be neighbours, by kind, act and days; each pair once, when its later entry comes. */
static bool candidates(isn_linking *l, isn_loader *loader, const isn_entry *e, rows *out) {
    int32_t first, last;
    isn_entry_window(e, &first, &last);
    isn_sql b = isn_sql_on(
        l->store,
        "SELECT claim FROM entry WHERE kind = ?1 AND event_type = ?2 AND claim <> ?3 AND "
        "last BETWEEN ?4 AND ?6 + " SHORT " AND first <= ?6 UNION "
        "SELECT claim FROM entry WHERE kind = ?1 AND event_type = ?2 AND claim <> ?3 AND "
        "last - first > " SHORT " AND last > ?6 + " SHORT " AND last <= ?5 AND first <= ?6 UNION "
        "SELECT claim FROM entry WHERE article = ?7 AND kind = ?1 AND event_type = ?2 AND "
        "claim <> ?3");
    isn_sql_name(&b, isn_kind_names[e->kind]);
    isn_sql_text(&b, isn_vocab_event[e->event]);
    isn_sql_int(&b, e->row);
    if (last == ISN_NO_DAY) {
        isn_sql_int(&b, 100); /* no day lies between 100 and 7, none between 0 and 0 */
        isn_sql_int(&b, 0);
        isn_sql_int(&b, 0);
    } else {
        isn_sql_int(&b, (int64_t)first - ISN_FAR_DAYS);
        isn_sql_int(&b, (int64_t)last + ISN_FAR_DAYS + ISN_LONGEST_DAYS);
        isn_sql_int(&b, (int64_t)last + ISN_FAR_DAYS);
    }
    isn_sql_int(&b, e->article->row);
    while (isn_sql_row(&b)) {
        *ISN_PUSH(loader->arena, out) = isn_sql_int_at(&b, 0);
    }
    return isn_sql_done(&b);
}

static bool add_pair(isn_linking *l, int64_t a, int64_t b, int score) {
    isn_sql s = isn_sql_on(l->store, "INSERT INTO pair VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
    isn_sql_int(&s, a < b ? a : b);
    isn_sql_int(&s, a < b ? b : a);
    isn_sql_int(&s, score);
    return isn_sql_step(&s);
}

static bool pair_up(isn_linking *l, isn_loader *loader, const isn_entry *e) {
    rows near = {.len = 0};
    if (!candidates(l, loader, e, &near)) {
        return false;
    }
    for (uint32_t i = 0; i < near.len; i++) {
        int score = 0;
        const isn_entry *other = isn_loader_entry(loader, near.ptr[i]);
        if (other == NULL) {
            return false;
        }
        if (isn_ledger_linked(e, other, &score) && !add_pair(l, e->row, other->row, score)) {
            return false;
        }
    }
    return true;
}

static bool add_chunk(isn_linking *l, const int64_t *claims, uint32_t n) {
    isn_loader loader;
    isn_arena_reset(l->arena, (size_t)8 << 20);
    isn_loader_init(&loader, l->store, l->arena);
    for (uint32_t i = 0; i < n; i++) {
        const isn_entry *e = isn_loader_entry(&loader, claims[i]);
        if (e == NULL || !add_entry(l, e) || !pair_up(l, &loader, e)) {
            return false;
        }
    }
    return true;
}

/* What parts have found; `fresh` keeps what they did not have. */
static bool take_parts(isn_linking *l, rows *fresh) {
    isn_row_map all = {.size = 0}, taken = {.size = 0};
    uint32_t left = 0;
    for (uint32_t i = 0; i < fresh->len; i++) {
        isn_row_map_put(&all, l->lasting, fresh->ptr[i], l);
    }
    if (!isn_link_take(l, &all, &taken)) {
        return false;
    }
    for (uint32_t i = 0; i < fresh->len; i++) {
        if (isn_row_map_get(&taken, fresh->ptr[i]) == NULL) {
            fresh->ptr[left++] = fresh->ptr[i];
        }
    }
    fresh->len = left;
    return true;
}

/* In the order of days, so that what is held in memory of one chunk serves its claims. */
static bool add_new(isn_linking *l) {
    rows fresh = {.len = 0};
    isn_sql b = isn_sql_on(
        l->store,
        "SELECT c.id FROM unlinked u JOIN record r ON r.id = u.id JOIN claim c ON "
        "c.record = r.id WHERE r.id = (SELECT max(id) FROM record WHERE article = r.article) "
        "ORDER BY coalesce(c.date_end, r.published), c.id");
    if (!collect(l, &b, &fresh)) {
        return false;
    }
    l->claims = fresh.len;
    if (l->nparts > 0 && !take_parts(l, &fresh)) {
        return false;
    }
    for (uint32_t i = 0; i < fresh.len; i += CHUNK) {
        uint32_t n = fresh.len - i < CHUNK ? fresh.len - i : CHUNK;
        if (!add_chunk(l, fresh.ptr + i, n)) {
            return false;
        }
    }
    return true;
}

/* ---- decisions ------------------------------------------------------------------------------- */

/* The entry that a decision speaks of, in the newest coding of its article: the one with the same anchor,
 * else the first whose sentence holds it; null where there is none. */
#define OF_ARTICLE(ident)                                                                          \
    "(SELECT min(e.claim) FROM entry e JOIN article a ON a.id = e.article JOIN claim c ON c.id = " \
    "e.claim WHERE a.ident = " ident " AND "
#define ENTRY_OF(ident, start, end)                                                                \
    "coalesce(" OF_ARTICLE(ident) "c.anchor_start = " start " AND c.anchor_end = " end             \
                                  "), " OF_ARTICLE(ident) "c.evidence_start <= " start             \
                                                          " AND c.evidence_end >= " end "))"

static bool read_decisions(isn_linking *l) {
    isn_sql b =
        isn_sql_on(l->store, "SELECT " ENTRY_OF("a_article", "a_start", "a_end") ", " ENTRY_OF(
                                 "b_article", "b_start",
                                 "b_end") ", same FROM decision WHERE undone IS NULL ORDER BY id");
    while (isn_sql_row(&b)) {
        isn_decided d = {isn_sql_int_at(&b, 0), isn_sql_int_at(&b, 1), isn_sql_int_at(&b, 2) != 0};
        if (d.a != ISN_NO_COUNT && d.b != ISN_NO_COUNT && d.a != d.b) {
            *ISN_PUSH(l->lasting, &l->decided) = d;
        }
    }
    return isn_sql_done(&b);
}

static uint32_t index_of(isn_entry *const *entries, uint32_t n, int64_t row) {
    for (uint32_t i = 0; i < n; i++) {
        if (entries[i]->row == row) {
            return i;
        }
    }
    return UINT32_MAX;
}

typedef ISN_VEC(isn_verdict) verdicts;

static void pick_verdicts(isn_linking *l, isn_entry *const *entries, uint32_t n, verdicts *out) {
    for (uint32_t i = 0; i < l->decided.len; i++) {
        const isn_decided *d = &l->decided.ptr[i];
        uint32_t x = index_of(entries, n, d->a);
        uint32_t y = x == UINT32_MAX ? x : index_of(entries, n, d->b);
        if (y != UINT32_MAX) {
            *ISN_PUSH(l->arena, out) = (isn_verdict){x, y, d->same};
        }
    }
}

/* ---- neighbourhoods -------------------------------------------------------------------------- */

static bool neighbours(isn_linking *l, int64_t row, rows *out) {
    isn_sql b = isn_sql_on(l->store,
                           "SELECT b FROM pair WHERE a = ?1 UNION SELECT a FROM pair WHERE b = ?1");
    isn_sql_int(&b, row);
    while (isn_sql_row(&b)) {
        *ISN_PUSH(l->arena, out) = isn_sql_int_at(&b, 0);
    }
    for (uint32_t i = 0; i < l->decided.len; i++) {
        const isn_decided *d = &l->decided.ptr[i];
        if (d->same && (d->a == row || d->b == row)) {
            *ISN_PUSH(l->arena, out) = d->a == row ? d->b : d->a;
        }
    }
    return isn_sql_done(&b);
}

/* Everything that hangs together with the entry. */
static bool neighbourhood(isn_linking *l, int64_t from, isn_row_map *seen, rows *out) {
    *ISN_PUSH(l->arena, out) = from;
    isn_row_map_put(seen, l->lasting, from, l);
    for (uint32_t i = 0; i < out->len; i++) {
        rows near = {.len = 0};
        if (!neighbours(l, out->ptr[i], &near)) {
            return false;
        }
        for (uint32_t j = 0; j < near.len; j++) {
            if (isn_row_map_get(seen, near.ptr[j]) == NULL) {
                isn_row_map_put(seen, l->lasting, near.ptr[j], l);
                *ISN_PUSH(l->arena, out) = near.ptr[j];
            }
        }
    }
    return true;
}

static bool group(isn_linking *l, const rows *members) {
    isn_loader loader;
    verdicts by_hand = {.len = 0};
    uint32_t n = members->len;
    isn_entry **entries = ISN_NEW(l->arena, isn_entry *, n);
    uint32_t *groups = ISN_NEW(l->arena, uint32_t, n);
    isn_loader_init(&loader, l->store, l->arena);
    for (uint32_t i = 0; i < n; i++) {
        entries[i] = isn_loader_entry(&loader, members->ptr[i]);
        if (entries[i] == NULL) {
            return false;
        }
    }
    isn_entries_sort(entries, n);
    pick_verdicts(l, entries, n, &by_hand);
    isn_ledger_group(groups, entries, n, by_hand.ptr, by_hand.len, l->arena);
    return isn_link_write(l, entries, groups, n);
}

static bool regroup(isn_linking *l) {
    rows dirty = {.len = 0};
    isn_row_map seen = {.size = 0};
    isn_sql b = isn_sql_on(l->store, "SELECT claim FROM entry WHERE dirty = 1 ORDER BY key");
    if (!collect(l, &b, &dirty)) {
        return false;
    }
    for (uint32_t i = 0; i < dirty.len; i++) {
        rows members = {.len = 0};
        if (isn_row_map_get(&seen, dirty.ptr[i]) != NULL) {
            continue;
        }
        isn_arena_reset(l->arena, (size_t)8 << 20);
        if (!neighbourhood(l, dirty.ptr[i], &seen, &members) || !group(l, &members)) {
            return false;
        }
    }
    return true;
}

/* ---- the run --------------------------------------------------------------------------------- */

/* Is there anything to do? */
static bool idle(isn_linking *l, bool *nothing) {
    int64_t news = 0;
    int64_t dirty = 0;
    *nothing = false;
    if (!isn_sql_ask(l->store, "SELECT count(*) FROM unlinked", &news) ||
        !isn_sql_ask(l->store, "SELECT count(*) FROM entry WHERE dirty = 1", &dirty)) {
        return false;
    }
    *nothing = news == 0 && dirty == 0;
    return true;
}

static bool open_run(isn_linking *l) {
    isn_sql b = isn_sql_on(l->store, "INSERT INTO run (at, program, claims, events) VALUES "
                                     "(?, ?, 0, 0) RETURNING id");
    isn_sql_now(&b);
    isn_sql_name(&b, ISN_VERSION);
    return isn_sql_number(&b, &l->run);
}

static bool close_run(isn_linking *l) {
    isn_sql b = isn_sql_on(l->store, "UPDATE run SET claims = ?, events = ? WHERE id = ?");
    isn_sql_int(&b, l->claims);
    isn_sql_int(&b, l->events);
    isn_sql_int(&b, l->run);
    return isn_sql_step(&b) && isn_store_run(l->store, l->store->driver->linked);
}

static bool link_all(isn_linking *l) {
    return open_run(l) && drop_old(l) && isn_link_twins(l) && add_new(l) && read_decisions(l) &&
           regroup(l) && isn_link_retire(l) && isn_link_cover(l) && isn_link_follow(l) &&
           close_run(l);
}

/* Own function: what lives across the jump must not be in registers of the caller. */
static isn_status guarded(isn_linking *l, isn_guard *guard, isn_error *error) {
    if (setjmp(guard->jump) != 0) {
        isn_store_give_up(l->store, NULL);
        return isn_fail(error, ISN_ENOMEM, l->store->path, 0, "out of memory");
    }
    isn_arena_guard(l->arena, guard);
    isn_arena_guard(l->lasting, guard);
    if (link_all(l)) {
        return ISN_OK;
    }
    isn_status status = isn_store_give_up(l->store, error);
    return l->no_memory ? isn_fail(error, ISN_ENOMEM, l->store->path, 0, "out of memory") : status;
}

isn_status isn_store_link(isn_store *store, isn_pieces *pieces, uint64_t *claims, uint64_t *events,
                          isn_error *error) {
    isn_linking l = {.store = store};
    isn_guard guard;
    bool nothing = false;
    isn_status status = ISN_OK;
    if (pieces != NULL && pieces->sink != NULL) {
        return isn_link_piece(store, pieces, error);
    }
    if (pieces != NULL) {
        l.parts = pieces->found;
        l.nparts = pieces->nfound;
    }
    for (size_t i = 0; i < l.nparts && status == ISN_OK; i++) {
        status = isn_part_check(store, l.parts[i], error);
    }
    status = status == ISN_OK ? isn_store_index(store, error) : status;
    if (status != ISN_OK) {
        return status;
    }
    if (!idle(&l, &nothing) || !isn_store_begin(store)) {
        return isn_store_give_up(store, error);
    }
    if (!nothing) {
        if (isn_arena_new(&l.arena, (size_t)1 << 20) == ISN_OK &&
            isn_arena_new(&l.lasting, (size_t)1 << 20) == ISN_OK) {
            status = guarded(&l, &guard, error);
        } else {
            isn_store_give_up(store, NULL);
            status = isn_fail(error, ISN_ENOMEM, store->path, 0, "out of memory");
        }
        isn_arena_free(l.arena);
        isn_arena_free(l.lasting);
    }
    if (status == ISN_OK) {
        *claims = l.claims;
        *events = l.events;
        status = isn_store_commit(store, error);
    }
    return status;
}
