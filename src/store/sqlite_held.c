/* sqlite_held.c: which event each claim is of, held in memory for the console. A word, a source or an outlet may name a
 * hundred thousand claims; looking up the entry of each costs a quarter of a second, and a bit for each event some milliseconds.
 * It is made of the ledger when it is first asked for after a link, and shared by all stores of the server: whoever
 * asks takes it with a number of users, so that a newer one can take its place meanwhile.
 *
 *     conditions ─▶ claims, articles ─▶ bits by event ─▶ isn_hit(event) in the question's SQL
 */
#include <pthread.h>
#include <string.h>

#include "store/held.h"
#include "store/linking.h"

#define NONE INT32_MIN

typedef struct
    figures { /* of an event, of one kind of harm: the best by each rule, or the lowest */
    uint32_t event;
    uint8_t what;
    int32_t best[ISN_RULES]; /* NONE: there is none */
} figures;

typedef struct ledger { /* one state; never changed */
    unsigned users;
    int64_t run;                          /* of `isn link`, that made it */
    uint32_t *event, *article;            /* rows, by that of the claim; 0: none */
    uint32_t nclaims, nevents, narticles; /* the greatest rows, and one more */
    figures *figures;
    uint32_t nfigures;
    isn_told *told; /* who is quoted; counted when it is first needed */
} ledger;

struct isn_held {
    pthread_mutex_t lock;     /* while a newer state is made too: nobody makes it twice */
    pthread_mutex_t counting; /* so it is with who is quoted, for which nothing else waits */
    ledger *newest;
};

isn_held *isn_held_new(void) {
    isn_held *held = isn_heap_alloc(sizeof *held);
    if (held != NULL) {
        pthread_mutex_init(&held->lock, NULL);
        pthread_mutex_init(&held->counting, NULL);
    }
    return held;
}

static void give_back(ledger *of) {
    if (of != NULL && --of->users == 0) {
        isn_heap_free(of->event);
        isn_heap_free(of->article);
        isn_heap_free(of->figures);
        isn_told_free(of->told);
        isn_heap_free(of);
    }
}

void isn_held_free(isn_held *held) {
    if (held != NULL) {
        give_back(held->newest);
        pthread_mutex_destroy(&held->lock);
        pthread_mutex_destroy(&held->counting);
        isn_heap_free(held);
    }
}

/* ---- a state ------------------------------------------------------------------------------------- */

static bool read_entries(isn_store *store, ledger *into) {
    isn_sql b =
        isn_sql_on(store, "SELECT article, event, claim FROM entry_row WHERE event NOT NULL");
    while (isn_sql_row(&b)) {
        int64_t claim = isn_sql_int_at(&b, 2);
        if (claim >= 0 && claim < into->nclaims) {
            into->article[claim] = (uint32_t)isn_sql_int_at(&b, 0);
            into->event[claim] = (uint32_t)isn_sql_int_at(&b, 1);
        }
    }
    return isn_sql_done(&b);
}

/* Those of the event and the kind, which come together; NULL without memory. */
static figures *figures_of(ledger *into, uint32_t event, uint8_t what) {
    uint32_t n = into->nfigures;
    if (n > 0 && into->figures[n - 1].event == event && into->figures[n - 1].what == what) {
        return &into->figures[n - 1];
    }
    if (n == 0 || (n >= 1024 && (n & (n - 1)) == 0)) { /* full: a power of two */
        figures *grown = isn_heap_realloc(into->figures, (n == 0 ? 1024 : n * 2) * sizeof *grown);
        if (grown == NULL) {
            return NULL;
        }
        into->figures = grown;
    }
    figures *f = &into->figures[into->nfigures++];
    *f = (figures){.event = event, .what = what};
    for (unsigned i = 0; i < ISN_RULES; i++) {
        f->best[i] = NONE;
    }
    return f;
}

static bool read_figures(isn_store *store, ledger *into) {
    isn_sql b = isn_sql_on(
        store, "SELECT r.event, r.what, f.rule, coalesce(f.best, f.low) FROM estimate_row r "
               "CROSS JOIN estimate_form f ON f.form = r.form ORDER BY r.event, r.what");
    bool room = true;
    while (room && isn_sql_row(&b)) {
        figures *f = figures_of(into, (uint32_t)isn_sql_int_at(&b, 0),
                                isn_code_of(isn_sql_str_at(&b, 1), isn_vocab_what));
        int64_t best = isn_sql_int_at(&b, 3);
        room = f != NULL;
        if (room && best != ISN_NO_COUNT) {
            f->best[isn_code_of(isn_sql_str_at(&b, 2), isn_rule_names)] =
                best > INT32_MAX ? INT32_MAX : (int32_t)best;
        }
    }
    return isn_sql_done(&b) && room;
}

static bool read_ledger(isn_store *store, ledger *into) {
    int64_t claims = 0;
    int64_t events = 0;
    int64_t articles = 0;
    if (!isn_sql_ask(store, "SELECT coalesce(max(claim), 0) + 1 FROM entry_row", &claims) ||
        !isn_sql_ask(store, "SELECT coalesce(max(number), 0) + 1 FROM event_row", &events) ||
        !isn_sql_ask(store, "SELECT coalesce(max(id), 0) + 1 FROM article", &articles) ||
        claims > UINT32_MAX || events > UINT32_MAX || articles > UINT32_MAX) {
        return false;
    }
    into->nclaims = (uint32_t)claims;
    into->nevents = (uint32_t)events;
    into->narticles = (uint32_t)articles;
    into->event = isn_heap_alloc((size_t)claims * sizeof *into->event);
    into->article = isn_heap_alloc((size_t)claims * sizeof *into->article);
    return into->event != NULL && into->article != NULL && read_entries(store, into) &&
           read_figures(store, into);
}

/* Of the state that the store's transaction sees; NULL when it cannot be had. */
static ledger *take(isn_held *held, isn_store *store) {
    int64_t run = 0;
    if (!isn_sql_ask(store, "SELECT coalesce(max(id), 0) FROM run", &run)) {
        return NULL;
    }
    pthread_mutex_lock(&held->lock);
    if (held->newest == NULL || held->newest->run != run) {
        ledger *made = isn_heap_alloc(sizeof *made);
        if (made != NULL) {
            made->users = 1;
            made->run = run;
            if (!read_ledger(store, made)) {
                give_back(made);
                made = NULL;
            }
        }
        give_back(held->newest);
        held->newest = made;
    }
    ledger *of = held->newest;
    if (of != NULL) {
        of->users++;
    }
    pthread_mutex_unlock(&held->lock);
    return of;
}

static void leave(isn_held *held, ledger *of) {
    pthread_mutex_lock(&held->lock);
    give_back(of);
    pthread_mutex_unlock(&held->lock);
}

/* Who is quoted; NULL when it cannot be had. */
static const isn_told *count(isn_held *held, isn_store *store, ledger *of) {
    pthread_mutex_lock(&held->counting);
    if (of->told == NULL) {
        of->told = isn_told_new(store, of->event, of->nclaims);
    }
    const isn_told *told = of->told;
    pthread_mutex_unlock(&held->counting);
    return told;
}

bool isn_store_look(isn_store *store) {
    isn_held *held = ((isn_sqlite *)store)->held;
    if (store->driver != &isn_sqlite_driver || held == NULL || !isn_store_run(store, "BEGIN")) {
        return false;
    }
    ledger *of = take(held, store);
    bool ok = of != NULL && (of->run == 0 || count(held, store, of) != NULL);
    if (of != NULL) {
        leave(held, of);
    }
    return isn_store_run(store, "COMMIT") && ok;
}

bool isn_held_told(isn_held *held, isn_store *store, isn_str cursor, uint32_t n, isn_buf *out) {
    ledger *of = take(held, store);
    if (of == NULL) {
        return false;
    }
    const isn_told *told = count(held, store, of);
    bool ok = told != NULL && isn_told_page(told, store, cursor, n, out);
    leave(held, of);
    return ok;
}

/* ---- events of conditions --------------------------------------------------------------------------- */

static bool has(const uint64_t *bits, uint32_t at) {
    return (bits[at / 64] >> at % 64 & 1) != 0;
}

static void set(uint64_t *bits, uint32_t at) {
    bits[at / 64] |= UINT64_C(1) << at % 64;
}

static uint64_t *new_bits(uint32_t n) {
    return isn_heap_alloc(((size_t)n / 64 + 1) * sizeof(uint64_t));
}

/* Claims, or articles, that fulfil a condition; what came after the link has no event, and no bit. */
static bool mark(isn_store *store, const isn_condition *c, isn_hits *rows) {
    isn_sqlite *own = (isn_sqlite *)store;
    isn_sql b = isn_sql_on(store, isn_sqlite_findings[c->field].sql);
    if (!isn_sqlite_bind_field(&b, c)) {
        isn_sql_str(&b, c->text);
    }
    own->marks = rows;
    while (isn_sql_row(&b)) {
    }
    own->marks = NULL;
    return isn_sql_done(&b);
}

/* Events that have a claim among the rows. */
static void mark_events(const ledger *of, const isn_hits *rows, isn_found found, isn_hits *into) {
    for (uint32_t claim = 0; claim < of->nclaims; claim++) {
        if (has(rows->bits, found == ISN_FOUND_ARTICLES ? of->article[claim] : claim)) {
            set(into->bits, of->event[claim]);
        }
    }
}

static bool compares(int64_t value, const char *how, int64_t with) {
    int sign = (value > with) - (value < with);
    switch (how[0]) {
    case '<': return sign < 0 || (how[1] == '=' && sign == 0);
    case '>': return sign > 0 || (how[1] == '=' && sign == 0);
    default: return sign == 0;
    }
}

/* Events that have such a figure. */
static void mark_figures(const ledger *of, const isn_condition *c, isn_rule rule, isn_hits *into) {
    uint8_t what = isn_code_of(c->text, isn_vocab_what);
    for (uint32_t i = 0; i < of->nfigures; i++) {
        const figures *f = &of->figures[i];
        if (f->what == what && f->best[rule] != NONE &&
            compares(f->best[rule], c->compare, c->number[0])) {
            isn_hits_add(into, f->event);
        }
    }
}

/* Events that have so many claims. */
static bool mark_many(const ledger *of, const isn_condition *c, isn_hits *into) {
    uint32_t *claims = isn_heap_alloc((size_t)of->nevents * sizeof *claims);
    if (claims == NULL) {
        return false;
    }
    for (uint32_t claim = 0; claim < of->nclaims; claim++) {
        claims[of->event[claim]]++;
    }
    for (uint32_t event = 0; event < of->nevents; event++) {
        if (compares(claims[event], c->compare, c->number[0])) {
            set(into->bits, event);
        }
    }
    isn_heap_free(claims);
    return true;
}

bool isn_held_finds(const isn_condition *c, isn_rule rule) {
    return isn_sqlite_findings[c->field].sql != NULL || c->field == ISN_FIELD_CLAIMS ||
           (c->field == ISN_FIELD_FIGURE && !isn_filter_kept(c, rule));
}

static bool mark_by_rows(const ledger *of, isn_store *store, const isn_condition *c,
                         isn_hits *into) {
    isn_found found = isn_sqlite_findings[c->field].rows;
    isn_hits rows = {.size = found == ISN_FOUND_ARTICLES ? of->narticles : of->nclaims};
    if (found == ISN_FOUND_EVENTS) {
        return mark(store, c, into);
    }
    rows.bits = new_bits(rows.size);
    bool ok = rows.bits != NULL && mark(store, c, &rows);
    if (ok) {
        mark_events(of, &rows, found, into);
    }
    isn_hits_release(&rows);
    return ok;
}

static bool find(const ledger *of, isn_store *store, const isn_filter *filter, isn_hits *out) {
    size_t words = (size_t)of->nevents / 64 + 1;
    isn_hits found = {.bits = new_bits(of->nevents), .size = of->nevents};
    bool ok = found.bits != NULL;
    memset(out->bits, 0xff, words * sizeof *out->bits);
    for (uint32_t i = 0; i < filter->n && ok; i++) {
        const isn_condition *c = &filter->conditions[i];
        if (!isn_held_finds(c, filter->rule)) {
            continue;
        }
        memset(found.bits, 0, words * sizeof *found.bits);
        if (c->field == ISN_FIELD_FIGURE) {
            mark_figures(of, c, filter->rule, &found);
        } else if (c->field == ISN_FIELD_CLAIMS) {
            ok = mark_many(of, c, &found);
        } else {
            ok = mark_by_rows(of, store, c, &found);
        }
        for (size_t j = 0; j < words; j++) {
            out->bits[j] &= found.bits[j];
        }
    }
    out->bits[0] &= ~UINT64_C(1); /* of claims without an event */
    for (uint32_t i = 0; i < of->nevents; i++) {
        out->n += has(out->bits, i);
    }
    isn_hits_release(&found);
    return ok;
}

bool isn_held_find(isn_held *held, isn_store *store, const isn_filter *filter, isn_hits *out) {
    ledger *of = take(held, store);
    if (of == NULL) {
        return false;
    }
    *out = (isn_hits){.bits = new_bits(of->nevents), .size = of->nevents};
    bool ok = out->bits != NULL && find(of, store, filter, out);
    leave(held, of);
    if (!ok) {
        isn_hits_release(out);
    }
    return ok;
}

void isn_hits_release(isn_hits *hits) {
    isn_heap_free(hits->bits);
    *hits = (isn_hits){.bits = NULL};
}

bool isn_hits_has(const isn_hits *hits, int64_t event) {
    return event >= 0 && event < hits->size && has(hits->bits, (uint32_t)event);
}

void isn_hits_add(isn_hits *hits, int64_t row) {
    if (row >= 0 && row < hits->size) {
        set(hits->bits, (uint32_t)row);
    }
}

int64_t isn_hits_after(const isn_hits *hits, int64_t event) {
    for (int64_t at = event + 1; at < hits->size; at++) {
        uint64_t rest = hits->bits[at / 64] >> at % 64;
        if (rest != 0) {
            at += __builtin_ctzll(rest);
            return at < hits->size ? at : 0;
        }
        at |= 63;
    }
    return 0;
}
