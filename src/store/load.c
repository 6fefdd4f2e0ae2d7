/* load.c: rows of the tables → entries of the ledger. */
#include <stdio.h>

#include "store/linking.h"

#define AT_ONCE 4096 /* claims that are read together */

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

uint8_t isn_code_of(isn_str word, const char *const *names) {
    for (uint8_t i = 0; word.ptr != NULL && names[i] != NULL; i++) {
        if (isn_str_eqz(word, names[i])) {
            return i;
        }
    }
    return 0;
}

static uint8_t code_at(isn_sql *b, int column, const char *const *names) {
    return isn_code_of(isn_sql_str_at(b, column), names);
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

static isn_entry *loaded_entry(const isn_loader *l, int64_t row) {
    isn_entry *e = isn_row_map_get(&l->entries, row);
    return e == NULL && l->older != NULL ? isn_row_map_get(&l->older->entries, row) : e;
}

/* The next row of an entry that is loaded: whose it is, and whether the one before was another's. Rows come ordered by claim. */
static bool next_row(isn_loader *l, isn_sql *b, isn_entry **e, bool *another) {
    while (isn_sql_row(b)) {
        int64_t row = isn_sql_int_at(b, 0);
        *another = *e == NULL || (*e)->row != row;
        isn_entry *of = *another ? isn_row_map_get(&l->entries, row) : *e;
        if (of != NULL) {
            *e = of;
            return true;
        }
    }
    return false;
}

static isn_sql on_list(isn_loader *l, const char *literal, isn_str list) {
    isn_sql b = isn_sql_on(l->store, literal);
    isn_sql_str(&b, list);
    return b;
}

typedef ISN_VEC(isn_entry_actor) entry_actors;
typedef ISN_VEC(isn_entry_place) entry_places;
typedef ISN_VEC(isn_entry_figure) entry_figures;
typedef ISN_VEC(isn_entry_link) entry_links;
typedef ISN_VEC(isn_entry_against) entry_againsts;

/* Actors and recipients, in this order. */
static bool load_actors(isn_loader *l, isn_str list) {
    bool another;
    isn_entry *e = NULL;
    entry_actors all = {.len = 0};
    isn_sql b = on_list(l,
                        "SELECT claim, text, actor_id, name, country, sector, inter, part FROM "
                        "actor WHERE claim IN " ISN_LISTED " ORDER BY claim, part, position",
                        list);
    while (next_row(l, &b, &e, &another)) {
        all = !another ? all : (entry_actors){.len = 0};
        isn_entry_actor *a = ISN_PUSH(l->arena, &all);
        a->text = isn_sql_text_at(&b, 1, l->arena);
        a->id = isn_sql_text_at(&b, 2, l->arena);
        a->name = isn_sql_text_at(&b, 3, l->arena);
        a->country = isn_sql_text_at(&b, 4, l->arena);
        a->sector = isn_sql_text_at(&b, 5, l->arena);
        a->inter = small_at(&b, 6);
        e->nactors += isn_str_eqz(isn_sql_str_at(&b, 7), "actor");
        e->actors = all.ptr;
        e->recipients = all.ptr + e->nactors;
        e->nrecipients = all.len - e->nactors;
    }
    return ended(l, &b);
}

static bool load_places(isn_loader *l, isn_str list) {
    bool another;
    isn_entry *e = NULL;
    entry_places all = {.len = 0};
    isn_sql b = on_list(l,
                        "SELECT claim, text, place_id, name, country, admin1, lat, lon, precision, "
                        "basis FROM place WHERE claim IN " ISN_LISTED " ORDER BY claim, position",
                        list);
    while (next_row(l, &b, &e, &another)) {
        all = !another ? all : (entry_places){.len = 0};
        isn_entry_place *p = ISN_PUSH(l->arena, &all);
        p->text = isn_sql_text_at(&b, 1, l->arena);
        p->id = isn_sql_text_at(&b, 2, l->arena);
        p->name = isn_sql_text_at(&b, 3, l->arena);
        p->country = isn_sql_text_at(&b, 4, l->arena);
        p->admin1 = isn_sql_text_at(&b, 5, l->arena);
        p->lat = isn_sql_degrees_at(&b, 6);
        p->lon = isn_sql_degrees_at(&b, 7);
        p->precision = small_at(&b, 8);
        p->basis = isn_sql_text_at(&b, 9, l->arena);
        e->places = all.ptr;
        e->nplaces = all.len;
    }
    return ended(l, &b);
}

static bool load_figures(isn_loader *l, isn_str list) {
    bool another;
    isn_entry *e = NULL;
    entry_figures all = {.len = 0};
    isn_sql b = on_list(l,
                        "SELECT claim, what, low, best, high, quantity, harm_term, side, text, "
                        "\"start\", \"end\", unit FROM figure WHERE claim IN " ISN_LISTED
                        " AND of_whom IS NULL ORDER BY claim, id",
                        list);
    while (next_row(l, &b, &e, &another)) {
        all = !another ? all : (entry_figures){.len = 0};
        isn_entry_figure *f = ISN_PUSH(l->arena, &all);
        f->what = code_at(&b, 1, isn_vocab_what);
        f->low = isn_sql_int_at(&b, 2);
        f->best = isn_sql_int_at(&b, 3);
        f->high = isn_sql_int_at(&b, 4);
        f->quantity = code_at(&b, 5, isn_vocab_quantity);
        f->harm = isn_sql_text_at(&b, 6, l->arena);
        f->side = code_at(&b, 7, isn_vocab_side);
        f->text = isn_sql_text_at(&b, 8, l->arena);
        f->start = isn_sql_offset_at(&b, 9);
        f->end = isn_sql_offset_at(&b, 10);
        f->unit = isn_sql_text_at(&b, 11, l->arena);
        e->figures = all.ptr;
        e->nfigures = all.len;
    }
    return ended(l, &b);
}

#define LINKS "SELECT claim, name, actor_id, channel, verb, role, named, party FROM "

static bool load_links(isn_loader *l, isn_sql b, bool tellers) {
    bool another;
    isn_entry *e = NULL;
    entry_links all = {.len = 0};
    while (next_row(l, &b, &e, &another)) {
        all = !another ? all : (entry_links){.len = 0};
        isn_entry_link *k = ISN_PUSH(l->arena, &all);
        k->name = isn_sql_text_at(&b, 1, l->arena);
        k->id = isn_sql_text_at(&b, 2, l->arena);
        k->channel = isn_sql_text_at(&b, 3, l->arena);
        k->verb = isn_sql_text_at(&b, 4, l->arena);
        k->role = code_at(&b, 5, isn_vocab_link_role);
        k->named = isn_sql_true_at(&b, 6);
        k->party = isn_sql_true_at(&b, 7);
        *(tellers ? &e->tellers : &e->chain) = all.ptr;
        *(tellers ? &e->ntellers : &e->nchain) = all.len;
    }
    return ended(l, &b);
}

static bool load_chains(isn_loader *l, isn_str list) {
    return load_links(l,
                      on_list(l,
                              LINKS "link WHERE claim IN " ISN_LISTED " ORDER BY claim, position",
                              list),
                      false) &&
           load_links(l,
                      on_list(l,
                              LINKS "telling WHERE claim IN " ISN_LISTED
                                    " AND position = 0 ORDER BY claim, number",
                              list),
                      true);
}

/* What the coder set against each other: few claims have any. */
static bool load_against(isn_loader *l, isn_str list) {
    bool another;
    isn_entry *e = NULL;
    entry_againsts all = {.len = 0};
    isn_sql b = on_list(l,
                        "SELECT c.id, CASE WHEN d.claim_a = c.name THEN d.claim_b ELSE d.claim_a "
                        "END, d.field, d.note "
                        "FROM claim c JOIN contradiction d ON d.record = c.record AND c.name IN "
                        "(d.claim_a, d.claim_b) "
                        "WHERE c.id IN " ISN_LISTED " ORDER BY c.id, d.position",
                        list);
    while (next_row(l, &b, &e, &another)) {
        all = !another ? all : (entry_againsts){.len = 0};
        isn_entry_against *x = ISN_PUSH(l->arena, &all);
        x->name = isn_sql_text_at(&b, 1, l->arena);
        x->field = isn_sql_text_at(&b, 2, l->arena);
        x->note = isn_sql_text_at(&b, 3, l->arena);
        e->against = all.ptr;
        e->nagainst = all.len;
    }
    return ended(l, &b);
}

/* A claim's sentence is cut from its article, which is read once for all of its claims; looked up by itself, where its month is
 * known: of a join PostgreSQL would look into each month. */
#define ARTICLES(text)                                                                             \
    "SELECT a.id, a.ident, a.source, a.url, a.title, a.outlet, a.outlet_id, a.published, "         \
    "coalesce(s.twin, a.ident), " text                                                             \
    " LEFT JOIN sketch s ON s.article = a.id WHERE a.id IN " ISN_LISTED

static bool load_articles(isn_loader *l, isn_str list) {
    isn_sql b =
        l->bare
            ? on_list(l, ARTICLES("NULL FROM articles a"), list)
            : on_list(
                  l,
                  ARTICLES("(SELECT t.text FROM article_text t WHERE t.id = a.id) FROM articles a"),
                  list);
    while (isn_sql_row(&b)) {
        isn_entry_article *a = ISN_NEW(l->arena, isn_entry_article, 1);
        a->row = isn_sql_int_at(&b, 0);
        a->ident = isn_sql_text_at(&b, 1, l->arena);
        a->source = isn_sql_text_at(&b, 2, l->arena);
        a->url = isn_sql_text_at(&b, 3, l->arena);
        a->title = isn_sql_text_at(&b, 4, l->arena);
        a->outlet = isn_sql_text_at(&b, 5, l->arena);
        a->outlet_id = isn_sql_text_at(&b, 6, l->arena);
        a->published = isn_sql_day_at(&b, 7);
        a->twin = isn_sql_text_at(&b, 8, l->arena);
        a->text = isn_sql_text_at(&b, 9, l->arena);
        isn_row_map_put(&l->articles, l->arena, a->row, a);
    }
    return ended(l, &b);
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

#define CLAIMS                                                                                     \
    "SELECT c.id, r.article, c.name, c.type, c.main, c.event_type, c.mode, c.modality, "           \
    "c.polarity = 'negative', c.date_start, c.date_end, c.date_precision, c.deadline_end, "        \
    "c.deadline_text, c.evidence_start, c.evidence_end, c.anchor, c.anchor_start, c.anchor_end "   \
    "FROM claim c JOIN record r ON r.id = c.record WHERE c.id IN " ISN_LISTED

typedef struct loaded { /* claims whose other rows are still to come */
    isn_entry *entry;
    int64_t article;
} loaded;

typedef ISN_VEC(loaded) loadeds;

/* The rows of `claim` themselves. */
static bool load_claims(isn_loader *l, isn_str list, loadeds *out) {
    isn_sql b = on_list(l, CLAIMS, list);
    while (isn_sql_row(&b)) {
        isn_entry *e = ISN_NEW(l->arena, isn_entry, 1);
        e->row = isn_sql_int_at(&b, 0);
        *ISN_PUSH(l->arena, out) = (loaded){e, isn_sql_int_at(&b, 1)};
        e->name = isn_sql_text_at(&b, 2, l->arena);
        e->type = code_at(&b, 3, isn_vocab_type);
        e->main = isn_sql_true_at(&b, 4);
        e->event = code_at(&b, 5, isn_vocab_event);
        e->mode = code_at(&b, 6, isn_vocab_mode);
        e->modality = code_at(&b, 7, isn_names_modality);
        e->negative = isn_sql_true_at(&b, 8);
        e->start = isn_sql_day_at(&b, 9);
        e->end = isn_sql_day_at(&b, 10);
        e->date_precision = small_at(&b, 11);
        e->deadline = isn_sql_day_at(&b, 12);
        e->deadline_text = isn_sql_text_at(&b, 13, l->arena);
        e->evidence_start = isn_sql_offset_at(&b, 14);
        e->evidence_end = isn_sql_offset_at(&b, 15);
        e->anchor = isn_sql_text_at(&b, 16, l->arena);
        e->anchor_start = isn_sql_offset_at(&b, 17);
        e->anchor_end = isn_sql_offset_at(&b, 18);
        isn_row_map_put(&l->entries, l->arena, e->row, e);
    }
    return ended(l, &b);
}

isn_str isn_rows_listed(isn_arena *arena, const int64_t *rows, uint32_t n) {
    char *text = isn_arena_alloc(arena, (size_t)n * 21 + 3);
    size_t len = 0;
    text[len++] = '[';
    for (uint32_t i = 0; i < n; i++) {
        len += (size_t)snprintf(text + len, 22, "%s%lld", i > 0 ? "," : "", (long long)rows[i]);
    }
    text[len++] = ']';
    return isn_str_of(text, len);
}

static bool load_articles_of(isn_loader *l, const loadeds *fresh) {
    int64_t *rows = ISN_NEW(l->arena, int64_t, fresh->len + 1);
    uint32_t n = 0;
    isn_row_map listed = {.size = 0};
    for (uint32_t i = 0; i < fresh->len; i++) {
        int64_t row = fresh->ptr[i].article;
        if (isn_row_map_get(&l->articles, row) == NULL && isn_row_map_get(&listed, row) == NULL) {
            isn_row_map_put(&listed, l->arena, row, l);
            rows[n++] = row;
        }
    }
    return n == 0 || load_articles(l, isn_rows_listed(l->arena, rows, n));
}

static bool finish(isn_loader *l, loaded *one) {
    isn_entry *e = one->entry;
    const isn_entry_article *from = isn_row_map_get(&l->articles, one->article);
    if (from == NULL) {
        return false;
    }
    if (e->evidence_start < e->evidence_end && e->evidence_end <= from->text.len) {
        e->evidence =
            isn_str_of(from->text.ptr + e->evidence_start, e->evidence_end - e->evidence_start);
    }
    e->article = from;
    e->key = key_of(l, from->ident, e->name);
    isn_entry_finish(e, l->arena);
    return true;
}

static bool load_some(isn_loader *l, const int64_t *rows, uint32_t n) {
    loadeds fresh = {.len = 0};
    isn_str list = isn_rows_listed(l->arena, rows, n);
    if (!load_claims(l, list, &fresh) || fresh.len != n || !load_articles_of(l, &fresh) ||
        !load_actors(l, list) || !load_places(l, list) || !load_figures(l, list) ||
        !load_chains(l, list) || !load_against(l, list)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!finish(l, &fresh.ptr[i])) {
            return false;
        }
    }
    return true;
}

bool isn_loader_load(isn_loader *l, const int64_t *rows, uint32_t n) {
    int64_t *fresh = ISN_NEW(l->arena, int64_t, n + 1);
    uint32_t m = 0;
    isn_row_map listed = {.size = 0};
    for (uint32_t i = 0; i < n; i++) {
        if (loaded_entry(l, rows[i]) == NULL && isn_row_map_get(&listed, rows[i]) == NULL) {
            isn_row_map_put(&listed, l->arena, rows[i], l);
            fresh[m++] = rows[i];
        }
    }
    for (uint32_t i = 0; i < m; i += AT_ONCE) {
        if (!load_some(l, fresh + i, m - i < AT_ONCE ? m - i : AT_ONCE)) {
            return false;
        }
    }
    return true;
}

isn_entry *isn_loader_entry(isn_loader *l, int64_t row) {
    return isn_loader_load(l, &row, 1) ? loaded_entry(l, row) : NULL;
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
    isn_str event;
    int64_t row, score;
    isn_str reasons;
} member;

typedef ISN_VEC(member) members;

isn_str isn_names_listed(isn_arena *arena, const isn_str *names, uint32_t n) {
    size_t len = 3;
    for (uint32_t i = 0; i < n; i++) {
        len += names[i].len + 3;
    }
    char *text = isn_arena_alloc(arena, len);
    len = 0;
    text[len++] = '[';
    for (uint32_t i = 0; i < n; i++) { /* nothing in an id needs a sign before it */
        if (i > 0) {
            text[len++] = ',';
        }
        text[len++] = '"';
        memcpy(text + len, names[i].ptr, names[i].len);
        len += names[i].len;
        text[len++] = '"';
    }
    text[len++] = ']';
    return isn_str_of(text, len);
}

#define MEMBERS                                                                                    \
    "SELECT e.event, e.claim, e.score, r.text || coalesce('; likest to ' || (SELECT key FROM "     \
    "entry WHERE claim = e.likest), '') FROM entry e LEFT JOIN reason r ON r.id = e.reason WHERE "

static bool read_members(isn_loader *l, const isn_str *ids, uint32_t n, members *out) {
    isn_sql b = on_list(l,
                        ISN_EITHER(l->store,
                                   MEMBERS "e.claim IN " ISN_CLAIMS_OF(ISN_NAMED) " ORDER BY e.key",
                                   MEMBERS "e.event IN " ISN_NAMED " ORDER BY e.key"),
                        isn_names_listed(l->arena, ids, n));
    while (isn_sql_row(&b)) {
        *ISN_PUSH(l->arena, out) =
            (member){isn_sql_text_at(&b, 0, l->arena), isn_sql_int_at(&b, 1), isn_sql_int_at(&b, 2),
                     isn_sql_text_at(&b, 3, l->arena)};
    }
    return ended(l, &b);
}

bool isn_loader_events(isn_loader *l, const isn_str *ids, uint32_t n) {
    members all = {.len = 0};
    if (!read_members(l, ids, n, &all)) {
        return false;
    }
    int64_t *rows = ISN_NEW(l->arena, int64_t, all.len + 1);
    for (uint32_t i = 0; i < all.len; i++) {
        rows[i] = all.ptr[i].row;
    }
    if (!isn_loader_load(l, rows, all.len)) {
        return false;
    }
    for (uint32_t i = 0; i < all.len; i++) {
        isn_entry *e = isn_row_map_get(&l->entries, all.ptr[i].row);
        int64_t event = (int64_t)isn_hash(all.ptr[i].event.ptr, all.ptr[i].event.len, 0);
        e->score = (int32_t)all.ptr[i].score;
        e->reasons = all.ptr[i].reasons;
        e->next = isn_row_map_get(&l->events, event);
        isn_row_map_put(&l->events, l->arena, event, e);
    }
    return true;
}

void isn_loader_event(isn_loader *l, isn_str id, int32_t told, isn_entry ***entries, uint32_t *n) {
    ISN_VEC(isn_entry *) all = {.len = 0};
    isn_entry *e = isn_row_map_get(&l->events, (int64_t)isn_hash(id.ptr, id.len, 0));
    for (; e != NULL; e = e->next) {
        int32_t day = e->article->published;
        if (told == ISN_NO_DAY || (day != ISN_NO_DAY && day <= told)) {
            *ISN_PUSH(l->arena, &all) = e;
        }
    }
    isn_entries_sort(all.ptr, all.len);
    *entries = all.ptr;
    *n = all.len;
}
