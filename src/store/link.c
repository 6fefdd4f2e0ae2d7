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

#define CHUNK 4096    /* claims that are added together, */
#define CHUNK_DAYS 10 /* and days that they are of */
#define MOST_HELD                                                                                  \
    ((size_t)128 << 20) /* bytes of claims that were read, before the older are forgotten */

/* ---- entries and pairs ----------------------------------------------------------------------- */

/* Claims come in chunks, in the order of days. Of a chunk's claims, and of those in the ledger that lie near them in
 * time, outlines alone are looked at; only two that may be neighbours by these are read and scored. Claims of long
 * intervals look far back, and are taken apart from the others, which do not. */

typedef struct looked { /* at by its outline */
    int64_t row, article;
    isn_outline outline;
    bool blank; /* of an earlier version: it has none */
} looked;

typedef struct fresh_claim {
    isn_entry *entry;
    isn_outline outline;
} fresh_claim;

typedef struct couple {
    int64_t a, b;
} couple;

/* Entries of a kind and an act, by their last days: where the ledger was empty, what it has is what this run brought, and need not be
 * asked of the tables. */
typedef ISN_VEC(looked) lookeds;

typedef struct chunk {
    isn_linking *l;
    lookeds (*held)[ISN_EV_ASSAULT + 1]; /* by kind, and act; NULL: the tables are asked */
    isn_loader loaders[2]; /* kept from chunk to chunk; when one is full, the other begins anew */
    isn_loader *loader;
    fresh_claim *all;
    uint32_t n;
    lookeds near;
    ISN_VEC(couple) couples;
} chunk;

#define SHORT 7 /* days between first and last; for what is longer there is an index, entry_long */
#define SHORT_SQL "7"

static void bind_window(isn_sql *b, int32_t day) {
    isn_sql_count(b, day == ISN_NO_DAY ? ISN_NO_COUNT : day);
}

bool isn_link_add_entry(isn_linking *l, const isn_new_entry *e) {
    unsigned char outline[ISN_OUTLINE];
    isn_outline_pack(outline, &e->outline);
    isn_sql b = isn_sql_on(
        l->store,
        ISN_EITHER(
            l->store,
            "INSERT INTO entry_row (claim, key_article, key_given, key_claim, article, kind, "
            "event_type, first, last, outline) VALUES (?1, isn_key(?2, 0), isn_key(?2, 1), "
            "isn_key(?2, 2), ?3, " ISN_CODE(ISN_KINDS_CODED, "?4") ", " ISN_CODE(
                ISN_ACTS_CODED, "?5") ", ?6, ?7, ?8)",
            "INSERT INTO entry (claim, key, article, kind, event_type, first, "
            "last, outline) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    isn_sql_int(&b, e->claim);
    isn_sql_str(&b, e->key);
    isn_sql_int(&b, e->article);
    isn_sql_name(&b, isn_kind_names[e->kind]);
    isn_sql_text(&b, isn_vocab_event[e->event]);
    bind_window(&b, e->outline.first);
    bind_window(&b, e->outline.last);
    isn_sql_bytes(&b, outline, sizeof outline);
    return isn_sql_step(&b);
}

static bool add_entry(isn_linking *l, const fresh_claim *f) {
    const isn_entry *e = f->entry;
    isn_new_entry entry = {e->row, e->article->row, e->key, e->kind, e->event, f->outline};
    return isn_link_add_entry(l, &entry);
}

/* Chunks come in the order of last days: what comes after the first entry that is near enough is no later than `last`. */
static bool look_held(chunk *c, const isn_entry *like, int32_t first, int32_t last) {
    const lookeds *all = &c->held[like->kind][like->event];
    uint32_t low = 0;
    for (uint32_t high = all->len; low < high;) {
        uint32_t middle = low + (high - low) / 2;
        bool before = all->ptr[middle].outline.last < first - ISN_FAR_DAYS;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    c->near.len = 0;
    for (uint32_t i = low; i < all->len; i++) {
        if (all->ptr[i].outline.first <= last + ISN_FAR_DAYS) {
            *ISN_PUSH(c->l->arena, &c->near) = all->ptr[i];
        }
    }
    return true;
}

static void hold(chunk *c, const fresh_claim *f) {
    if (c->held != NULL && f->outline.last != ISN_NO_DAY) {
        lookeds *all = &c->held[f->entry->kind][f->entry->event];
        *ISN_PUSH(c->l->lasting, all) =
            (looked){f->entry->row, f->entry->article->row, f->outline, false};
    }
}

#define NEAR(entry, like)                                                                          \
    "SELECT claim, article, first, last, outline FROM " entry " WHERE " like                       \
    " AND last BETWEEN ?3 AND ?5 + " SHORT_SQL " AND first <= ?5 UNION ALL "                       \
    "SELECT claim, article, first, last, outline FROM " entry " WHERE " like                       \
    " AND last - first > " SHORT_SQL " AND last > ?5 + " SHORT_SQL                                 \
    " AND last <= ?4 AND first <= ?5"

/* Entries of a kind and an act that lie near the days from `first` to `last`. */
static bool look_near(chunk *c, const isn_entry *like, int32_t first, int32_t last) {
    if (c->held != NULL) {
        return look_held(c, like, first, last);
    }
    isn_sql b = isn_sql_on(c->l->store, ISN_EITHER(c->l->store, NEAR("entry_row", ISN_LIKE_FILE),
                                                   NEAR("entry", "kind = ?1 AND event_type = ?2")));
    isn_sql_name(&b, isn_kind_names[like->kind]);
    isn_sql_text(&b, isn_vocab_event[like->event]);
    isn_sql_int(&b, (int64_t)first - ISN_FAR_DAYS);
    isn_sql_int(&b, (int64_t)last + ISN_FAR_DAYS + ISN_LONGEST_DAYS);
    isn_sql_int(&b, (int64_t)last + ISN_FAR_DAYS);
    c->near.len = 0;
    while (isn_sql_row(&b)) {
        looked *k = ISN_PUSH(c->l->arena, &c->near);
        k->blank = !isn_outline_unpack(&k->outline, isn_sql_str_at(&b, 4));
        k->row = isn_sql_int_at(&b, 0);
        k->article = isn_sql_int_at(&b, 1);
        k->outline.first = (int32_t)isn_sql_int_at(&b, 2);
        k->outline.last = (int32_t)isn_sql_int_at(&b, 3);
    }
    return isn_sql_done(&b);
}

static bool in_time(const isn_outline *a, const isn_outline *b) {
    return a->first != ISN_NO_DAY && b->first != ISN_NO_DAY && a->last >= b->first - ISN_FAR_DAYS &&
           b->last >= a->first - ISN_FAR_DAYS;
}

static void couple_up(chunk *c, int64_t a, int64_t b) {
    *ISN_PUSH(c->l->arena, &c->couples) = (couple){a, b};
}

static void look_at(chunk *c, const fresh_claim *f) {
    for (uint32_t i = 0; i < c->near.len; i++) {
        const looked *k = &c->near.ptr[i];
        if (in_time(&f->outline, &k->outline) &&
            (k->blank || k->article == f->entry->article->row ||
             isn_outline_near(&f->outline, &k->outline, f->entry->kind))) {
            couple_up(c, f->entry->row, k->row);
        }
    }
}

static bool is_like(const fresh_claim *a, const fresh_claim *b) {
    return a->entry->kind == b->entry->kind && a->entry->event == b->entry->event;
}

static bool is_long(const fresh_claim *f) {
    return f->outline.last - f->outline.first > SHORT;
}

/* Those in the ledger, for all claims from `at` on that are of one kind and act, and of long intervals or not. */
static bool look_back(chunk *c, uint32_t at) {
    const fresh_claim *one = &c->all[at];
    int32_t first = one->outline.first;
    int32_t last = one->outline.last;
    for (uint32_t i = 0; i < c->n; i++) {
        const fresh_claim *f = &c->all[i];
        if (f->outline.first == ISN_NO_DAY || !is_like(f, one) || is_long(f) != is_long(one)) {
            continue;
        }
        if (i < at) {
            return true; /* has been looked at with that one */
        }
        first = f->outline.first < first ? f->outline.first : first;
        last = f->outline.last > last ? f->outline.last : last;
    }
    if (!look_near(c, one->entry, first, last)) {
        return false;
    }
    for (uint32_t i = at; i < c->n; i++) {
        const fresh_claim *f = &c->all[i];
        if (f->outline.first != ISN_NO_DAY && is_like(f, one) && is_long(f) == is_long(one)) {
            look_at(c, f);
        }
    }
    return true;
}

/* A claim without any day is near those of its article alone, and of these a part may have brought some. */
static bool look_beside(chunk *c, const fresh_claim *f) {
    isn_sql b = isn_sql_on(c->l->store,
                           ISN_EITHER(c->l->store,
                                      "SELECT claim FROM entry WHERE claim IN " ISN_CLAIMS_IN(
                                          "(?)") " AND kind = ? AND event_type = ?",
                                      "SELECT claim FROM entry WHERE article = ? AND kind = ? AND "
                                      "event_type = ?"));
    isn_sql_int(&b, f->entry->article->row);
    isn_sql_name(&b, isn_kind_names[f->entry->kind]);
    isn_sql_text(&b, isn_vocab_event[f->entry->event]);
    while (isn_sql_row(&b)) {
        couple_up(c, f->entry->row, isn_sql_int_at(&b, 0));
    }
    return isn_sql_done(&b);
}

static void look_around(chunk *c, uint32_t at) {
    const fresh_claim *f = &c->all[at];
    for (uint32_t i = 0; i < at; i++) {
        const fresh_claim *o = &c->all[i];
        if (is_like(o, f) && (o->entry->article == f->entry->article ||
                              (in_time(&o->outline, &f->outline) &&
                               isn_outline_near(&o->outline, &f->outline, f->entry->kind)))) {
            couple_up(c, f->entry->row, o->entry->row);
        }
    }
}

static bool add_pair(isn_linking *l, int64_t a, int64_t b, int score) {
    if (l->store->driver->pair != NULL) {
        return l->store->driver->pair(l->store, a, b, score);
    }
    isn_sql s = isn_sql_on(l->store, "INSERT INTO pair VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
    isn_sql_int(&s, a < b ? a : b);
    isn_sql_int(&s, a < b ? b : a);
    isn_sql_int(&s, score);
    return isn_sql_step(&s);
}

static bool add_pairs(chunk *c) {
    int64_t *others = ISN_NEW(c->l->arena, int64_t, c->couples.len + 1);
    for (uint32_t i = 0; i < c->couples.len; i++) {
        others[i] = c->couples.ptr[i].b;
    }
    if (!isn_loader_load(c->loader, others, c->couples.len)) {
        return false;
    }
    for (uint32_t i = 0; i < c->couples.len; i++) {
        int score = 0;
        const isn_entry *a = isn_loader_entry(c->loader, c->couples.ptr[i].a);
        const isn_entry *b = isn_loader_entry(c->loader, c->couples.ptr[i].b);
        if (a == NULL || b == NULL) {
            return false;
        }
        if (isn_ledger_linked(a, b, &score) && !add_pair(c->l, a->row, b->row, score)) {
            return false;
        }
    }
    return true;
}

/* Claims come in the order of days: those that were read last are met again. */
static void begin_anew(chunk *c) {
    unsigned next = c->loader == &c->loaders[0];
    isn_arena_reset(c->l->read[next], MOST_HELD);
    isn_loader_init(&c->loaders[next], c->l->store, c->l->read[next]);
    c->loaders[next].older = c->loader;
    c->loaders[!next].older = NULL;
    c->loader = &c->loaders[next];
}

static bool add_chunk(chunk *c, const int64_t *claims) {
    if (isn_arena_used(c->loader->arena) > MOST_HELD) {
        begin_anew(c);
    }
    isn_arena_reset(c->l->arena, (size_t)32 << 20);
    c->near.ptr = NULL;
    c->near.len = c->near.cap = 0;
    c->couples.ptr = NULL;
    c->couples.len = c->couples.cap = 0;
    if (!isn_loader_load(c->loader, claims, c->n)) {
        return false;
    }
    c->all = ISN_NEW(c->l->arena, fresh_claim, c->n);
    for (uint32_t i = 0; i < c->n; i++) {
        c->all[i].entry = isn_loader_entry(c->loader, claims[i]);
        isn_outline_make(&c->all[i].outline, c->all[i].entry);
    }
    for (uint32_t i = 0; i < c->n; i++) {
        look_around(c, i);
        bool dated = c->all[i].outline.first != ISN_NO_DAY;
        if (dated ? !look_back(c, i) : c->l->nparts > 0 && !look_beside(c, &c->all[i])) {
            return false;
        }
    }
    for (uint32_t i = 0; i < c->n; i++) {
        if (!add_entry(c->l, &c->all[i])) {
            return false;
        }
        hold(c, &c->all[i]);
    }
    return add_pairs(c);
}

typedef struct waiting { /* for its turn */
    int64_t claim, article;
    int32_t day;
} waiting;

typedef ISN_VEC(waiting) waitings;

static bool read_new(isn_linking *l, waitings *out) {
    isn_sql b = isn_sql_on(
        l->store, "SELECT c.id, r.article, coalesce(c.date_end, r.published) FROM unlinked u JOIN "
                  "record r ON r.id = u.id JOIN claim c ON c.record = r.id WHERE r.id = (SELECT "
                  "max(id) FROM record WHERE article = r.article) ORDER BY 3, c.id");
    while (isn_sql_row(&b)) {
        *ISN_PUSH(l->lasting, out) =
            (waiting){isn_sql_int_at(&b, 0), isn_sql_int_at(&b, 1), isn_sql_day_at(&b, 2)};
    }
    return isn_sql_done(&b);
}

/* How many from `at` on: of some days, at most, and claims of an article that have no day all together. */
static uint32_t extent(const waitings *all, uint32_t at) {
    uint32_t n = 1;
    for (; at + n < all->len; n++) {
        const waiting *w = &all->ptr[at + n];
        bool together = w->day == ISN_NO_DAY && w->article == all->ptr[at + n - 1].article;
        bool undated = all->ptr[at].day == ISN_NO_DAY;
        if (!together && (n >= CHUNK || (w->day == ISN_NO_DAY) != undated ||
                          (!undated && w->day - all->ptr[at].day > CHUNK_DAYS))) {
            break;
        }
    }
    return n;
}

/* What parts have found; `fresh` keeps what they did not have. */
static bool take_parts(isn_linking *l, waitings *fresh) {
    isn_row_map all = {.size = 0}, taken = {.size = 0};
    uint32_t left = 0;
    for (uint32_t i = 0; i < fresh->len; i++) {
        isn_row_map_put(&all, l->lasting, fresh->ptr[i].claim, l);
    }
    if (!isn_link_take(l, &all, &taken)) {
        return false;
    }
    for (uint32_t i = 0; i < fresh->len; i++) {
        if (isn_row_map_get(&taken, fresh->ptr[i].claim) == NULL) {
            fresh->ptr[left++] = fresh->ptr[i];
        }
    }
    fresh->len = left;
    return true;
}

static bool add_new(isn_linking *l) {
    waitings all = {.len = 0};
    chunk c = {.l = l};
    if (!read_new(l, &all)) {
        return false;
    }
    l->claims = all.len;
    if (l->nparts > 0 && !take_parts(l, &all)) {
        return false;
    }
    if (l->empty && l->nparts == 0) {
        c.held = isn_arena_zero(l->lasting, ISN_KINDS * sizeof *c.held);
    }
    isn_loader_init(&c.loaders[0], l->store, l->read[0]);
    c.loader = &c.loaders[0];
    for (uint32_t i = 0; i < all.len; i += c.n) {
        c.n = extent(&all, i);
        int64_t *claims = ISN_NEW(l->lasting, int64_t, c.n);
        for (uint32_t j = 0; j < c.n; j++) {
            claims[j] = all.ptr[i + j].claim;
        }
        if (!add_chunk(&c, claims)) {
            return false;
        }
    }
    isn_arena_reset(l->read[0], 0);
    isn_arena_reset(l->read[1], 0);
    return true;
}

/* ---- decisions ------------------------------------------------------------------------------- */

/* The entry that a decision speaks of, in the newest coding of its article: the one with the same anchor,
 * else the first whose sentence holds it; null where there is none. */
#define OF_ARTICLE(ident)                                                                          \
    "(SELECT min(e.claim) FROM article a JOIN record r ON r.article = a.id JOIN claim c ON "       \
    "c.record = r.id JOIN entry e ON e.claim = c.id WHERE a.ident = " ident " AND "
#define ENTRY_OF(ident, start, end)                                                                \
    "coalesce(" OF_ARTICLE(ident) "c.anchor_start = " start " AND c.anchor_end = " end             \
                                  "), " OF_ARTICLE(ident) "c.evidence_start <= " start             \
                                                          " AND c.evidence_end >= " end "))"

static bool read_decisions(isn_linking *l) {
    isn_sql b = isn_sql_on(
        l->store, "SELECT " ENTRY_OF("a_article", "a_start", "a_end") ", " ENTRY_OF(
                      "b_article", "b_start", "b_end") ", same, undone FROM decision ORDER BY id");
    while (isn_sql_row(&b)) {
        isn_decided d = {isn_sql_int_at(&b, 0), isn_sql_int_at(&b, 1), isn_sql_int_at(&b, 2) != 0,
                         isn_sql_str_at(&b, 3).ptr != NULL};
        if (d.a != ISN_NO_COUNT && d.b != ISN_NO_COUNT && d.a != d.b) {
            *ISN_PUSH(l->lasting, &l->decided) = d;
        }
    }
    return isn_sql_done(&b);
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

static bool look_whether_empty(isn_linking *l) {
    int64_t entries = 0;
    bool ok =
        isn_sql_ask(l->store, "SELECT count(*) FROM (SELECT 1 FROM entry LIMIT 1) AS x", &entries);
    l->empty = entries == 0;
    return ok;
}

static bool loosen(isn_linking *l) {
    bool (*unindex)(isn_store *) = l->store->driver->unindex;
    return !l->empty || unindex == NULL || unindex(l->store);
}

static bool end_pairs(isn_linking *l) {
    return l->store->driver->end_pairs == NULL || l->store->driver->end_pairs(l->store);
}

static bool fasten(isn_linking *l) {
    bool (*reindex)(isn_store *) = l->store->driver->reindex;
    return !l->empty || reindex == NULL || reindex(l->store);
}

ISN_APART static bool link_all(isn_linking *l) {
    return open_run(l) && isn_link_drop_old(l) && look_whether_empty(l) && loosen(l) &&
           isn_link_twins(l) && add_new(l) && end_pairs(l) && isn_link_keep_events(l) &&
           read_decisions(l) && isn_link_regroup(l) && fasten(l) && isn_link_retire(l) &&
           isn_link_cover(l) && isn_link_follow(l) && close_run(l);
}

/* Own function: what lives across the jump must not be in registers of the caller. */
static isn_status guarded(isn_linking *l, isn_guard *guard, isn_error *error) {
    if (setjmp(guard->jump) != 0) {
        isn_store_give_up(l->store, NULL);
        return isn_fail(error, ISN_ENOMEM, l->store->path, 0, "out of memory");
    }
    isn_arena *all[] = {l->arena, l->lasting, l->read[0], l->read[1]};
    for (size_t i = 0; i < ISN_LEN(all); i++) {
        isn_arena_guard(all[i], guard);
    }
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
    if (!idle(&l, &nothing) || !isn_store_run(store, store->driver->roomy) ||
        !isn_store_begin(store)) {
        return isn_store_give_up(store, error);
    }
    if (!nothing) {
        isn_arena **all[] = {&l.arena, &l.lasting, &l.read[0], &l.read[1]};
        bool good = true;
        for (size_t i = 0; i < ISN_LEN(all); i++) {
            good = good && isn_arena_new(all[i], (size_t)1 << 20) == ISN_OK;
        }
        if (good) {
            status = guarded(&l, &guard, error);
        } else {
            isn_store_give_up(store, NULL);
            status = isn_fail(error, ISN_ENOMEM, store->path, 0, "out of memory");
        }
        for (size_t i = 0; i < ISN_LEN(all); i++) {
            isn_arena_free(*all[i]);
        }
    }
    if (status == ISN_OK) {
        *claims = l.claims;
        *events = l.events;
        status = isn_store_commit(store, error);
    }
    return status;
}
