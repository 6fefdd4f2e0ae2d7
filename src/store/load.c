/* load.c: rows of the tables → entries of the ledger. */
#include "store/linking.h"

/* ---- map ------------------------------------------------------------------------------------- */

static uint32_t slot_of(const isn_row_map *map, int64_t row) {
    uint32_t at = (uint32_t)isn_hash(&row, sizeof row, 0) & (map->size - 1);
    while (map->values[at] != NULL && map->rows[at] != row) {
        at = (at + 1) & (map->size - 1);
    }
    return at;
}

void *isn_row_map_get(const isn_row_map *map, int64_t row) {
    return map->size == 0 ? NULL : map->values[slot_of(map, row)];
}

void isn_row_map_put(isn_row_map *map, isn_arena *arena, int64_t row, void *value) {
    if ((map->used + 1) * 2 > map->size) {
        isn_row_map old = *map;
        map->size = old.size == 0 ? 64 : old.size * 2;
        map->rows = ISN_NEW(arena, int64_t, map->size);
        map->values = ISN_NEW(arena, void *, map->size);
        for (uint32_t i = 0; i < old.size; i++) {
            if (old.values[i] != NULL) {
                uint32_t at = slot_of(map, old.rows[i]);
                map->rows[at] = old.rows[i];
                map->values[at] = old.values[i];
            }
        }
    }
    uint32_t at = slot_of(map, row);
    map->used += map->values[at] == NULL;
    map->rows[at] = row;
    map->values[at] = value;
}

/* ---- rows ------------------------------------------------------------------------------------ */

void isn_loader_init(isn_loader *loader, isn_store *store, isn_arena *arena) {
    *loader = (isn_loader){.store = store, .arena = arena};
}

/* Index of a word in a vocabulary that ends with NULL; 0 where there is none. */
static uint8_t code_of(isn_str word, const char *const *names) {
    for (uint8_t i = 0; word.ptr != NULL && names[i] != NULL; i++) {
        if (isn_str_eqz(word, names[i])) {
            return i;
        }
    }
    return 0;
}

static uint8_t code_at(isn_loader *l, isn_sql *b, int column, const char *const *names) {
    return code_of(isn_sql_text_at(b, column, l->arena), names);
}

static uint8_t small_at(isn_sql *b, int column) {
    int64_t value = isn_sql_int_at(b, column);
    return value > 0 && value < 256 ? (uint8_t)value : 0;
}

static bool ended(isn_loader *l, isn_sql *b) {
    bool ok = isn_sql_done(b);
    l->failed = l->failed || !ok;
    return ok;
}

/* Actors and recipients, in this order. */
static bool load_actors(isn_loader *l, isn_entry *e) {
    ISN_VEC(isn_entry_actor) all = {.len = 0};
    isn_sql b = isn_sql_on(l->store, "SELECT text, actor_id, name, country, sector, inter, part "
                                     "FROM actor WHERE claim = ? ORDER BY part, position");
    isn_sql_int(&b, e->row);
    while (isn_sql_row(&b)) {
        isn_entry_actor *a = ISN_PUSH(l->arena, &all);
        a->text = isn_sql_text_at(&b, 0, l->arena);
        a->id = isn_sql_text_at(&b, 1, l->arena);
        a->name = isn_sql_text_at(&b, 2, l->arena);
        a->country = isn_sql_text_at(&b, 3, l->arena);
        a->sector = isn_sql_text_at(&b, 4, l->arena);
        a->inter = small_at(&b, 5);
        e->nactors += isn_str_eqz(isn_sql_str_at(&b, 6), "actor");
    }
    e->actors = all.ptr;
    e->recipients = all.len > 0 ? all.ptr + e->nactors : NULL;
    e->nrecipients = all.len - e->nactors;
    return ended(l, &b);
}

static bool load_places(isn_loader *l, isn_entry *e) {
    ISN_VEC(isn_entry_place) all = {.len = 0};
    isn_sql b =
        isn_sql_on(l->store, "SELECT text, place_id, name, country, admin1, lat, lon, "
                             "precision, basis FROM place WHERE claim = ? ORDER BY position");
    isn_sql_int(&b, e->row);
    while (isn_sql_row(&b)) {
        isn_entry_place *p = ISN_PUSH(l->arena, &all);
        p->text = isn_sql_text_at(&b, 0, l->arena);
        p->id = isn_sql_text_at(&b, 1, l->arena);
        p->name = isn_sql_text_at(&b, 2, l->arena);
        p->country = isn_sql_text_at(&b, 3, l->arena);
        p->admin1 = isn_sql_text_at(&b, 4, l->arena);
        p->lat = isn_sql_degrees_at(&b, 5);
        p->lon = isn_sql_degrees_at(&b, 6);
        p->precision = small_at(&b, 7);
        p->basis = isn_sql_text_at(&b, 8, l->arena);
    }
    e->places = all.ptr;
    e->nplaces = all.len;
    return ended(l, &b);
}

static bool load_figures(isn_loader *l, isn_entry *e) {
    ISN_VEC(isn_entry_figure) all = {.len = 0};
    isn_sql b =
        isn_sql_on(l->store, "SELECT what, low, best, high, quantity, harm_term, side, text, "
                             "\"start\", \"end\", unit FROM figure "
                             "WHERE claim = ? AND of_whom IS NULL ORDER BY id");
    isn_sql_int(&b, e->row);
    while (isn_sql_row(&b)) {
        isn_entry_figure *f = ISN_PUSH(l->arena, &all);
        f->what = code_at(l, &b, 0, isn_vocab_what);
        f->low = isn_sql_int_at(&b, 1);
        f->best = isn_sql_int_at(&b, 2);
        f->high = isn_sql_int_at(&b, 3);
        f->quantity = code_at(l, &b, 4, isn_vocab_quantity);
        f->harm = isn_sql_text_at(&b, 5, l->arena);
        f->side = code_at(l, &b, 6, isn_vocab_side);
        f->text = isn_sql_text_at(&b, 7, l->arena);
        f->start = isn_sql_offset_at(&b, 8);
        f->end = isn_sql_offset_at(&b, 9);
        f->unit = isn_sql_text_at(&b, 10, l->arena);
    }
    e->figures = all.ptr;
    e->nfigures = all.len;
    return ended(l, &b);
}

static bool load_chain(isn_loader *l, isn_entry *e) {
    ISN_VEC(isn_entry_link) all = {.len = 0};
    isn_sql b =
        isn_sql_on(l->store, "SELECT name, actor_id, channel, verb, role, named, party FROM "
                             "link WHERE claim = ? ORDER BY position");
    isn_sql_int(&b, e->row);
    while (isn_sql_row(&b)) {
        isn_entry_link *k = ISN_PUSH(l->arena, &all);
        k->name = isn_sql_text_at(&b, 0, l->arena);
        k->id = isn_sql_text_at(&b, 1, l->arena);
        k->channel = isn_sql_text_at(&b, 2, l->arena);
        k->verb = isn_sql_text_at(&b, 3, l->arena);
        k->role = code_at(l, &b, 4, isn_vocab_link_role);
        k->named = isn_sql_true_at(&b, 5);
        k->party = isn_sql_true_at(&b, 6);
    }
    e->chain = all.ptr;
    e->nchain = all.len;
    return ended(l, &b);
}

/* A claim's sentence is kept, or cut from its article, which is then read once for all of its claims. */
#define ARTICLE(text)                                                                              \
    "SELECT a.ident, a.source, a.url, a.title, a.outlet, a.outlet_id, a.published, coalesce("      \
    "s.twin, a.ident), " text " FROM articles a LEFT JOIN sketch s ON s.article = a.id WHERE a.id" \
    " = ?"

static isn_entry_article *load_article(isn_loader *l, int64_t row) {
    isn_entry_article *a = isn_row_map_get(&l->articles, row);
    if (a != NULL) {
        return a;
    }
    isn_sql b = l->store->driver->evidence ? isn_sql_on(l->store, ARTICLE("NULL"))
                                           : isn_sql_on(l->store, ARTICLE("a.text"));
    isn_sql_int(&b, row);
    if (isn_sql_row(&b)) {
        a = ISN_NEW(l->arena, isn_entry_article, 1);
        a->row = row;
        a->ident = isn_sql_text_at(&b, 0, l->arena);
        a->source = isn_sql_text_at(&b, 1, l->arena);
        a->url = isn_sql_text_at(&b, 2, l->arena);
        a->title = isn_sql_text_at(&b, 3, l->arena);
        a->outlet = isn_sql_text_at(&b, 4, l->arena);
        a->outlet_id = isn_sql_text_at(&b, 5, l->arena);
        a->published = isn_sql_day_at(&b, 6);
        a->twin = isn_sql_text_at(&b, 7, l->arena);
        a->text = isn_sql_text_at(&b, 8, l->arena);
        isn_row_map_put(&l->articles, l->arena, row, a);
    }
    return ended(l, &b) ? a : NULL;
}

/* "3f2a9c01d4e2b788:c3": half of the hash, what else tells the article from others, the claim's name. */
static isn_str key_of(isn_loader *l, isn_str ident, isn_str name) {
    size_t tail = ident.len > 64 ? ident.len - 64 : 0;
    char *key = isn_arena_alloc(l->arena, 16 + tail + 1 + name.len + 1);
    memcpy(key, ident.ptr, 16);
    memcpy(key + 16, ident.ptr + ident.len - tail, tail);
    key[16 + tail] = ':';
    memcpy(key + 17 + tail, name.ptr, name.len);
    key[17 + tail + name.len] = 0;
    return isn_str_of(key, 17 + tail + name.len);
}

#define CLAIM(evidence)                                                                            \
    "SELECT r.article, c.name, c.type, c.main, c.event_type, c.mode, c.modality, c.polarity = "    \
    "'negative', c.date_start, c.date_end, c.date_precision, c.deadline_end, "                     \
    "c.deadline_text, " evidence                                                                   \
    ", c.evidence_start, c.evidence_end, c.anchor, c.anchor_start, c.anchor_end FROM "             \
    "claim c JOIN record r ON r.id = c.record WHERE c.id = ?"

/* The row of `claim` itself; *article gets the row of its article. */
static bool load_claim(isn_loader *l, isn_entry *e, int64_t *article) {
    bool found = false;
    isn_sql b = l->store->driver->evidence ? isn_sql_on(l->store, CLAIM("c.evidence"))
                                           : isn_sql_on(l->store, CLAIM("NULL"));
    isn_sql_int(&b, e->row);
    found = isn_sql_row(&b);
    if (found) {
        *article = isn_sql_int_at(&b, 0);
        e->name = isn_sql_text_at(&b, 1, l->arena);
        e->type = code_at(l, &b, 2, isn_vocab_type);
        e->main = isn_sql_true_at(&b, 3);
        e->event = code_at(l, &b, 4, isn_vocab_event);
        e->mode = code_at(l, &b, 5, isn_vocab_mode);
        e->modality = code_at(l, &b, 6, isn_names_modality);
        e->negative = isn_sql_true_at(&b, 7);
        e->start = isn_sql_day_at(&b, 8);
        e->end = isn_sql_day_at(&b, 9);
        e->date_precision = small_at(&b, 10);
        e->deadline = isn_sql_day_at(&b, 11);
        e->deadline_text = isn_sql_text_at(&b, 12, l->arena);
        e->evidence = isn_sql_text_at(&b, 13, l->arena);
        e->evidence_start = isn_sql_offset_at(&b, 14);
        e->evidence_end = isn_sql_offset_at(&b, 15);
        e->anchor = isn_sql_text_at(&b, 16, l->arena);
        e->anchor_start = isn_sql_offset_at(&b, 17);
        e->anchor_end = isn_sql_offset_at(&b, 18);
    }
    return ended(l, &b) && found;
}

isn_entry *isn_loader_entry(isn_loader *l, int64_t row) {
    isn_entry *e = isn_row_map_get(&l->entries, row);
    int64_t article = 0;
    if (e != NULL) {
        return e;
    }
    e = ISN_NEW(l->arena, isn_entry, 1);
    e->row = row;
    if (!load_claim(l, e, &article)) {
        return NULL;
    }
    isn_entry_article *from = load_article(l, article);
    if (from == NULL || !load_actors(l, e) || !load_places(l, e) || !load_figures(l, e) ||
        !load_chain(l, e)) {
        return NULL;
    }
    if (e->evidence_start < e->evidence_end && e->evidence_end <= from->text.len) {
        e->evidence =
            isn_str_of(from->text.ptr + e->evidence_start, e->evidence_end - e->evidence_start);
    }
    e->article = from;
    e->key = key_of(l, from->ident, e->name);
    isn_entry_finish(e, l->arena);
    isn_row_map_put(&l->entries, l->arena, row, e);
    return e;
}

/* ---- several --------------------------------------------------------------------------------- */

void isn_entries_sort(isn_entry **entries, uint32_t n) {
    for (uint32_t gap = n / 2; gap > 0; gap /= 2) {
        for (uint32_t i = gap; i < n; i++) {
            isn_entry *x = entries[i];
            uint32_t j = i;
            for (; j >= gap && isn_str_compare(entries[j - gap]->key, x->key) > 0; j -= gap) {
                entries[j] = entries[j - gap];
            }
            entries[j] = x;
        }
    }
}

typedef struct member {
    int64_t row, score;
    isn_str reasons;
} member;

bool isn_loader_event(isn_loader *l, isn_str id, int32_t told, isn_entry ***entries, uint32_t *n) {
    ISN_VEC(member) members = {.len = 0};
    ISN_VEC(isn_entry *) all = {.len = 0};
    isn_sql b = isn_sql_on(l->store,
                           "SELECT claim, score, reasons FROM entry WHERE event = ? ORDER BY key");
    isn_sql_str(&b, id);
    while (isn_sql_row(&b)) {
        *ISN_PUSH(l->arena, &members) = (member){isn_sql_int_at(&b, 0), isn_sql_int_at(&b, 1),
                                                 isn_sql_text_at(&b, 2, l->arena)};
    }
    if (!ended(l, &b)) {
        return false;
    }
    for (uint32_t i = 0; i < members.len; i++) {
        isn_entry *e = isn_loader_entry(l, members.ptr[i].row);
        if (e == NULL) {
            return false;
        }
        e->score = (int32_t)members.ptr[i].score;
        e->reasons = members.ptr[i].reasons;
        int32_t day = e->article->published;
        if (told == ISN_NO_DAY || (day != ISN_NO_DAY && day <= told)) {
            *ISN_PUSH(l->arena, &all) = e;
        }
    }
    isn_entries_sort(all.ptr, all.len);
    *entries = all.ptr;
    *n = all.len;
    return true;
}
