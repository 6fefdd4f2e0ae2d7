/* near.c: of many entries in memory, the pairs that may stand in one event. Looks only where such a pair can be: at the
 * same kind and act, at days that meet, and at countries, or cells of half a degree, that are not too far from each other.
 * What is left out could not be linked (score.c), so that the pairs are those of comparing each with each.
 *
 * Entries go by in the order of their last days, and leave their number in lists: by country, by cell, and where no country
 * is known. Each one then looks back, in the lists that concern it, as far as its days reach.
 */
#include <math.h>
#include <stdlib.h>

#include "ledger/ledger.h"

#define CELL 5000 /* half a degree, in units of coordinates */
#define AROUND (360 * 10000 / CELL)
#define REACH 2700          /* ISN_FAR_KM on a meridian, and a little more */
#define NORTHERNMOST 800000 /* beyond it cells are too narrow: their country is enough */

enum {
    ANY,
    WILD,
    ALL,
    BLUNT,
    IN_CELL
}; /* everything; without a country; of a country: all, those without a cell */

typedef struct list {
    uint64_t key; /* 0: free */
    ISN_VEC(uint32_t) at;
} list;

typedef struct shelf {
    list *lists;
    uint32_t size, used;
} shelf;

typedef struct look { /* what is asked of an entry again and again */
    isn_gist gist;
    const isn_entry_place *best; /* NULL unless there is a cell */
} look;

typedef struct walk {
    isn_arena *arena;
    const isn_near *items;
    look *looks;
    shelf all, core; /* of everything that went by; of what is core */
    uint32_t *met;   /* by which entry it was met last */
    isn_near_visit visit;
    void *context;
} walk;

/* ---- lists ----------------------------------------------------------------------------------- */

static list *slot_of(const shelf *s, uint64_t key) {
    uint32_t at = (uint32_t)(key >> 20) & (s->size - 1);
    while (s->lists[at].key != 0 && s->lists[at].key != key) {
        at = (at + 1) & (s->size - 1);
    }
    return &s->lists[at];
}

static void grow(shelf *s, isn_arena *arena) {
    shelf old = *s;
    s->size = old.size == 0 ? 256 : old.size * 2;
    s->lists = ISN_NEW(arena, list, s->size);
    for (uint32_t i = 0; i < old.size; i++) {
        if (old.lists[i].key != 0) {
            *slot_of(s, old.lists[i].key) = old.lists[i];
        }
    }
}

static void put(shelf *s, isn_arena *arena, uint64_t key, uint32_t number) {
    if ((s->used + 1) * 2 > s->size) {
        grow(s, arena);
    }
    list *l = slot_of(s, key);
    s->used += l->key == 0;
    l->key = key;
    *ISN_PUSH(arena, &l->at) = number;
}

static uint64_t key_of(const isn_entry *e, unsigned what, isn_str country, int32_t north,
                       int32_t east) {
    int32_t numbers[] = {(int32_t)e->kind, e->event, (int32_t)what, north, east};
    return isn_hash(country.ptr, country.len, isn_hash(numbers, sizeof numbers, 0)) | 1;
}

/* ---- where an entry is ----------------------------------------------------------------------- */

/* A country that none of the places before it names. */
static bool is_new_country(const isn_entry *e, uint32_t i) {
    if (e->places[i].country.ptr == NULL) {
        return false;
    }
    for (uint32_t j = 0; j < i; j++) {
        if (e->places[j].country.ptr != NULL &&
            isn_str_eq(e->places[i].country, e->places[j].country)) {
            return false;
        }
    }
    return true;
}

static bool has_country(const isn_entry *e) {
    for (uint32_t i = 0; i < e->nplaces; i++) {
        if (e->places[i].country.ptr != NULL) {
            return true;
        }
    }
    return false;
}

/* One of the places that distances are measured from. */
static bool is_point(const isn_entry_place *place, const isn_entry_place *best) {
    return place->precision == best->precision && place->lat != ISN_NO_INT;
}

static const isn_entry_place *cell_place(const isn_entry *e) {
    const isn_entry_place *best = isn_entry_place_of(e);
    bool points = false;
    if (best == NULL || best->precision > ISN_EXACT_PLACE) {
        return NULL;
    }
    for (uint32_t i = 0; i < e->nplaces; i++) {
        if (is_point(&e->places[i], best)) {
            if (e->places[i].lat > NORTHERNMOST || e->places[i].lat < -NORTHERNMOST) {
                return NULL;
            }
            points = true;
        }
    }
    return points ? best : NULL;
}

static int32_t cell_of(int32_t degrees) {
    return degrees >= 0 ? degrees / CELL : -((CELL - 1 - degrees) / CELL);
}

static int32_t east_cell(int32_t cell) {
    return ((cell % AROUND) + AROUND) % AROUND;
}

/* ---- coming and looking ----------------------------------------------------------------------- */

static void leave(walk *w, shelf *s, uint32_t number) {
    const look *k = &w->looks[number];
    const isn_entry *e = k->gist.entry;
    const isn_str none = {NULL, 0};
    put(s, w->arena, key_of(e, ANY, none, 0, 0), number);
    if (!has_country(e)) {
        put(s, w->arena, key_of(e, WILD, none, 0, 0), number);
    }
    for (uint32_t i = 0; i < e->nplaces; i++) {
        if (!is_new_country(e, i)) {
            continue;
        }
        put(s, w->arena, key_of(e, ALL, e->places[i].country, 0, 0), number);
        if (k->best == NULL) {
            put(s, w->arena, key_of(e, BLUNT, e->places[i].country, 0, 0), number);
            continue;
        }
        for (uint32_t j = 0; j < e->nplaces; j++) {
            const isn_entry_place *p = &e->places[j];
            if (is_point(p, k->best)) {
                put(s, w->arena,
                    key_of(e, IN_CELL, e->places[i].country, cell_of(p->lat),
                           east_cell(cell_of(p->lon))),
                    number);
            }
        }
    }
}

static bool meet(walk *w, uint32_t number, uint32_t other) {
    int score = 0;
    const isn_gist *a = &w->looks[number].gist;
    const isn_gist *b = &w->looks[other].gist;
    if (isn_gist_most(a, b) < ISN_SCORE_LINK || w->met[other] == number + 1) {
        return true;
    }
    w->met[other] = number + 1;
    return a->entry->article->row == b->entry->article->row || /* compared apart */
           !isn_ledger_linked(a->entry, b->entry, &score) ||
           w->visit(w->context, a->entry, b->entry, score);
}

static bool look_through(walk *w, const shelf *s, uint32_t number, uint64_t key) {
    const list *l = s->size == 0 ? NULL : slot_of(s, key);
    int32_t since = w->looks[number].gist.first - ISN_FAR_DAYS;
    for (uint32_t i = l == NULL ? 0 : l->at.len; i > 0; i--) {
        uint32_t other = l->at.ptr[i - 1];
        if (w->looks[other].gist.last < since) {
            break;
        }
        if (!meet(w, number, other)) {
            return false;
        }
    }
    return true;
}

static bool look_in_cells(walk *w, const shelf *s, uint32_t number, isn_str country,
                          const isn_entry_place *p) {
    const isn_entry *e = w->looks[number].gist.entry;
    double degrees = (abs(p->lat) + REACH) / 10000.0;
    int32_t wide = (int32_t)(REACH / cos(degrees * acos(-1.0) / 180)) + 1;
    for (int32_t north = cell_of(p->lat - REACH); north <= cell_of(p->lat + REACH); north++) {
        for (int32_t east = cell_of(p->lon - wide); east <= cell_of(p->lon + wide); east++) {
            if (!look_through(w, s, number, key_of(e, IN_CELL, country, north, east_cell(east)))) {
                return false;
            }
        }
    }
    return true;
}

static bool look_in_country(walk *w, const shelf *s, uint32_t number, isn_str country) {
    const look *k = &w->looks[number];
    const isn_entry *e = k->gist.entry;
    if (k->best == NULL) {
        return look_through(w, s, number, key_of(e, ALL, country, 0, 0));
    }
    for (uint32_t i = 0; i < e->nplaces; i++) {
        if (is_point(&e->places[i], k->best) &&
            !look_in_cells(w, s, number, country, &e->places[i])) {
            return false;
        }
    }
    return look_through(w, s, number, key_of(e, BLUNT, country, 0, 0));
}

static bool look_back(walk *w, const shelf *s, uint32_t number) {
    const isn_entry *e = w->looks[number].gist.entry;
    const isn_str none = {NULL, 0};
    if (!has_country(e)) {
        return look_through(w, s, number, key_of(e, ANY, none, 0, 0));
    }
    for (uint32_t i = 0; i < e->nplaces; i++) {
        if (is_new_country(e, i) && !look_in_country(w, s, number, e->places[i].country)) {
            return false;
        }
    }
    return look_through(w, s, number, key_of(e, WILD, none, 0, 0));
}

static bool go_by(walk *w, uint32_t n) {
    for (uint32_t i = 0; i < n && w->looks[i].gist.last != ISN_NO_DAY; i++) {
        const isn_near *item = &w->items[i];
        if ((item->core && !look_back(w, &w->all, i)) ||
            (!item->fresh && !look_back(w, &w->core, i))) {
            return false;
        }
        leave(w, &w->all, i);
        if (item->core) {
            leave(w, &w->core, i);
        }
    }
    return true;
}

/* ---- one article ----------------------------------------------------------------------------- */

/* Each core entry with those of its article that come before it, whatever their days. `heads`, `next`: chains of entries
 * of articles, by hash. */
static bool within_articles(walk *w, uint32_t n) {
    uint32_t size = 64;
    while (size < n * 2) {
        size *= 2;
    }
    uint32_t *heads = ISN_NEW(w->arena, uint32_t, size);
    uint32_t *next = ISN_NEW(w->arena, uint32_t, n);
    for (uint32_t i = 0; i < n; i++) {
        const isn_entry *e = w->looks[i].gist.entry;
        uint32_t *head = &heads[isn_hash(&e->article->row, sizeof e->article->row, 0) & (size - 1)];
        for (uint32_t j = *head; j > 0 && w->items[i].core; j = next[j - 1]) {
            const isn_entry *other = w->looks[j - 1].gist.entry;
            int score = 0;
            if (other->article->row == e->article->row && other->event == e->event &&
                isn_ledger_linked(e, other, &score) && !w->visit(w->context, e, other, score)) {
                return false;
            }
        }
        next[i] = *head;
        *head = i + 1;
    }
    return true;
}

bool isn_ledger_near(const isn_near *items, uint32_t n, isn_near_visit visit, void *context,
                     isn_arena *arena) {
    walk w = {.arena = arena, .items = items, .visit = visit, .context = context};
    w.looks = ISN_NEW(arena, look, n);
    w.met = ISN_NEW(arena, uint32_t, n);
    for (uint32_t i = 0; i < n; i++) {
        look *k = &w.looks[i];
        isn_gist_make(&k->gist, items[i].entry);
        k->best = cell_place(k->gist.entry);
    }
    return go_by(&w, n) && within_articles(&w, n);
}
