/* event.c: events into the tables. An event keeps its id as long as most of its claims stay
 * together; an id is never given twice. What changes is logged. */
#include <stdio.h>
#include <stdlib.h>

#include "store/linking.h"

/* ---- ids ------------------------------------------------------------------------------------- */

typedef struct heir { /* claims that a group has from an older event */
    isn_str id;
    uint32_t group, shared;
} heir;

typedef ISN_VEC(heir *) heirs;

static int64_t hash_of(isn_str id) {
    return (int64_t)isn_hash(id.ptr, id.len, 0);
}

/* Heirs are found by id and group. */
static void count_heir(isn_linking *l, heirs *all, isn_row_map *known, isn_str id, uint32_t group) {
    int64_t key = (int64_t)isn_hash(&group, sizeof group, (uint64_t)hash_of(id));
    heir *h = isn_row_map_get(known, key);
    if (h != NULL) {
        h->shared++;
        return;
    }
    h = ISN_NEW(l->arena, heir, 1);
    *h = (heir){id, group, 1};
    isn_row_map_put(known, l->arena, key, h);
    *ISN_PUSH(l->arena, all) = h;
}

static int in_turn(const void *x, const void *y) {
    const heir *a = *(heir *const *)x, *b = *(heir *const *)y;
    if (a->shared != b->shared) {
        return a->shared > b->shared ? -1 : 1;
    }
    int order = isn_str_compare(a->id, b->id);
    return order != 0 ? order : (a->group > b->group) - (a->group < b->group);
}

/* Gives each group at most one old id, each id to at most one group: the largest heirs first. */
static void inherit(isn_linking *l, isn_str *ids, const heirs *all) {
    isn_row_map given = {.size = 0};
    if (all->len > 0) {
        qsort(all->ptr, all->len, sizeof *all->ptr, in_turn);
    }
    for (uint32_t i = 0; i < all->len; i++) {
        const heir *h = all->ptr[i];
        if (ids[h->group].ptr == NULL && isn_row_map_get(&given, hash_of(h->id)) == NULL) {
            ids[h->group] = h->id;
            isn_row_map_put(&given, l->arena, hash_of(h->id), l);
        }
    }
}

#define ID_SIZE 32

/* "E3f2a9c01d4e2" of a claim's key. */
static isn_str id_of(char text[ID_SIZE], isn_str key) {
    char hex[65];
    isn_sha256_hex(hex, key.ptr, key.len);
    return isn_str_of(text, (size_t)snprintf(text, ID_SIZE, "E%.12s", hex));
}

bool isn_link_look_up(isn_linking *l, isn_entry *const *entries, uint32_t n) {
    isn_str *ids = ISN_NEW(l->arena, isn_str, n);
    for (uint32_t i = 0; i < n; i++) {
        ids[i] = id_of(isn_arena_alloc(l->arena, ID_SIZE), entries[i]->key);
    }
    isn_sql b = isn_sql_on(l->store, "SELECT id FROM event WHERE id IN " ISN_NAMED);
    isn_sql_str(&b, isn_names_listed(l->arena, ids, n));
    while (isn_sql_row(&b)) {
        isn_row_map_put(&l->taken, l->lasting, hash_of(isn_sql_str_at(&b, 0)), l);
    }
    return isn_sql_done(&b);
}

/* An id that no event ever had, made of the key of the group's first claim. */
static bool new_id(isn_linking *l, isn_str key, isn_str *id) {
    char text[ID_SIZE];
    *id = id_of(text, key);
    int64_t taken = isn_row_map_get(&l->taken, hash_of(*id)) != NULL;
    size_t base = id->len;
    for (unsigned turn = 2; taken != 0; turn++) {
        id->len = base + (size_t)snprintf(text + base, sizeof text - base, "-%u", turn);
        isn_sql b = isn_sql_on(l->store, "SELECT count(*) FROM event WHERE id = ?");
        isn_sql_str(&b, *id);
        if (!isn_sql_number(&b, &taken)) {
            return false;
        }
    }
    id->ptr = isn_arena_copy(l->arena, text, id->len);
    isn_row_map_put(&l->taken, l->lasting, hash_of(*id), l);
    isn_row_map_put(&l->created, l->lasting, hash_of(*id), l);
    return true;
}

bool isn_link_created(const isn_linking *l, isn_str id) {
    return isn_row_map_get(&l->created, hash_of(id)) != NULL;
}

bool isn_link_touched(const isn_linking *l, isn_str id) {
    return isn_row_map_get(&l->known, hash_of(id)) != NULL;
}

void isn_link_touch(isn_linking *l, isn_str id) {
    if (id.ptr == NULL || isn_link_touched(l, id)) {
        return;
    }
    isn_str *kept = ISN_PUSH(l->lasting, &l->touched);
    *kept = isn_str_of(isn_arena_copy(l->lasting, id.ptr, id.len), id.len);
    isn_row_map_put(&l->known, l->lasting, hash_of(id), l);
}

static void find_ids(isn_linking *l, isn_entry **entries, const uint32_t *group, uint32_t n,
                     isn_str *ids) {
    heirs all = {.len = 0};
    isn_row_map known = {.size = 0};
    for (uint32_t i = 0; i < n; i++) {
        if (entries[i]->in.ptr != NULL) {
            count_heir(l, &all, &known, entries[i]->in, group[i]);
            isn_link_touch(l, entries[i]->in);
        }
    }
    inherit(l, ids, &all);
}

/* An id that no group inherits leads to the event that its claims went to. */
static bool lead_on(isn_linking *l, const isn_entry *entry, isn_str id) {
    if (entry->in.ptr == NULL || isn_str_eq(entry->in, id)) {
        return true;
    }
    isn_sql b =
        isn_sql_on(l->store, ISN_EITHER(l->store, "UPDATE event_row SET successor = ? WHERE id = ?",
                                        "UPDATE event SET successor = ? WHERE id = ?"));
    isn_sql_str(&b, id);
    isn_sql_str(&b, entry->in);
    return isn_sql_step(&b);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void bind_vocab(isn_sql *b, const char *const *names, unsigned at) {
    isn_sql_word(b, names[at]);
}

static isn_str names_of(isn_linking *l, const isn_entry_actor *actors, uint32_t n) {
    isn_buf text;
    isn_buf_init(&text);
    for (uint32_t i = 0; i < n; i++) {
        isn_str name = actors[i].name.ptr != NULL ? actors[i].name : actors[i].text;
        isn_buf_puts(&text, i > 0 ? "; " : "");
        isn_buf_put(&text, name.ptr, name.len);
    }
    isn_str out = {NULL, 0};
    if (text.len > 0 && !text.failed) {
        out = isn_str_of(isn_arena_copy(l->arena, text.ptr, text.len), text.len);
    }
    l->no_memory = l->no_memory || text.failed;
    isn_buf_release(&text);
    return out;
}

static void bind_place(isn_sql *b, const isn_entry_place *p) {
    isn_sql_str(b, p->name.ptr != NULL ? p->name : p->text);
    isn_sql_str(b, p->id);
    isn_sql_str(b, p->country);
    isn_sql_str(b, p->admin1);
    isn_sql_degrees(b, p->lat);
    isn_sql_degrees(b, p->lon);
    isn_sql_count(b, p->precision > 0 ? p->precision : ISN_NO_COUNT);
    isn_sql_str(b, p->basis);
}

static int64_t killed_of(const isn_event *e) {
    const isn_estimate *killed = isn_event_estimate(e, ISN_WHAT_KILLED, ISN_RULE_UCDP);
    return killed == NULL                 ? ISN_NO_COUNT
           : killed->best != ISN_NO_COUNT ? killed->best
                                          : killed->low;
}

static bool write_row(isn_linking *l, const isn_event *e) {
    isn_sql b = isn_sql_on(
        l->store,
        "INSERT INTO event VALUES (?, ?, 'active', NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, "
        "?, ?, ?, ?, ?, ?, ?, ?, NULL, ?26, ?26, ?27) ON CONFLICT (id) DO UPDATE SET kind = "
        "excluded.kind, "
        "status = 'active', successor = NULL, event_type = excluded.event_type, "
        "mode = excluded.mode, date_start = excluded.date_start, date_end = excluded.date_end, "
        "date_precision = excluded.date_precision, deadline = excluded.deadline, "
        "place = excluded.place, place_id = excluded.place_id, country = excluded.country, "
        "admin1 = excluded.admin1, lat = excluded.lat, lon = excluded.lon, "
        "place_precision = excluded.place_precision, basis = excluded.basis, "
        "actors = excluded.actors, recipients = excluded.recipients, sides = excluded.sides, "
        "claims = excluded.claims, articles = excluded.articles, outlets = excluded.outlets, "
        "sources = excluded.sources, first_told = excluded.first_told, "
        "last_told = excluded.last_told, killed = excluded.killed");
    isn_sql_str(&b, e->id);
    isn_sql_word(&b, isn_kind_names[e->kind]);
    bind_vocab(&b, isn_vocab_event, e->event);
    bind_vocab(&b, isn_vocab_mode, e->mode);
    isn_sql_day(&b, e->start);
    isn_sql_day(&b, e->end);
    isn_sql_count(&b, e->date_precision > 0 ? e->date_precision : ISN_NO_COUNT);
    isn_sql_day(&b, e->deadline);
    bind_place(&b, &e->place);
    isn_sql_str(&b, names_of(l, e->actors, e->nactors));
    isn_sql_str(&b, names_of(l, e->recipients, e->nrecipients));
    isn_sql_int(&b, e->sides);
    isn_sql_int(&b, e->nentries);
    isn_sql_int(&b, e->articles);
    isn_sql_int(&b, e->outlets);
    isn_sql_int(&b, e->nsources);
    isn_sql_day(&b, e->first_told);
    isn_sql_day(&b, e->last_told);
    isn_sql_int(&b, l->run);
    isn_sql_count(&b, killed_of(e));
    return isn_sql_step(&b);
}

/* ---- rows that stand once -------------------------------------------------------------------- */

typedef struct repeated { /* a row, by its values */
    isn_str values;
    int64_t row;
} repeated;

static void keep_repeated(isn_linking *l, isn_repeated *of, isn_str values, int64_t row) {
    repeated *kept = ISN_NEW(l->lasting, repeated, 1);
    const int64_t hash = (int64_t)isn_hash(values.ptr, values.len, 0);
    *kept = (repeated){{isn_arena_copy(l->lasting, values.ptr, values.len), values.len}, row};
    isn_row_map_put(&of->rows, l->lasting, hash, kept);
    of->newest = row > of->newest ? row : of->newest;
}

/* The row that has these values; where there is none a number for it, and `*fresh`. */
static int64_t repeated_row(isn_linking *l, isn_repeated *of, isn_str values, bool *fresh) {
    const repeated *kept = isn_row_map_get(&of->rows, (int64_t)isn_hash(values.ptr, values.len, 0));
    *fresh = kept == NULL || !isn_str_eq(kept->values, values);
    if (*fresh) {
        keep_repeated(l, of, values, of->newest + 1);
        return of->newest;
    }
    return kept->row;
}

static bool read_reasons(isn_linking *l) {
    isn_sql b = isn_sql_on(l->store, "SELECT id, text FROM reason");
    while (isn_sql_row(&b)) {
        keep_repeated(l, &l->reasons, isn_sql_str_at(&b, 1), isn_sql_int_at(&b, 0));
    }
    return isn_sql_done(&b);
}

static bool reason_row(isn_linking *l, isn_str text, int64_t *row) {
    bool fresh = false;
    if (l->reasons.newest == 0 && !read_reasons(l)) {
        return false;
    }
    *row = repeated_row(l, &l->reasons, text, &fresh);
    if (!fresh) {
        return true;
    }
    isn_sql b = isn_sql_on(l->store, "INSERT INTO reason VALUES (?, ?)");
    isn_sql_int(&b, *row);
    isn_sql_str(&b, text);
    return isn_sql_step(&b);
}

/* Name, id, role, is it named, is it a party? Each with a sign before it that is no letter of theirs. */
static void put_source(isn_buf *out, isn_str name, isn_str id, isn_str role, bool named,
                       bool party) {
    const isn_str texts[] = {name, id, role};
    out->len = 0;
    isn_buf_putc(out, (char)('0' + 2 * named + party));
    for (size_t i = 0; i < ISN_LEN(texts); i++) {
        isn_buf_putc(out, texts[i].ptr != NULL ? '\1' : '\0');
        if (texts[i].len > 0) {
            isn_buf_put(out, texts[i].ptr, texts[i].len);
        }
    }
}

static bool read_sources(isn_linking *l, isn_buf *values) {
    isn_sql b =
        isn_sql_on(l->store, "SELECT id, name, actor_id, role, named, party FROM source_form");
    while (isn_sql_row(&b)) {
        put_source(values, isn_sql_str_at(&b, 1), isn_sql_str_at(&b, 2), isn_sql_str_at(&b, 3),
                   isn_sql_true_at(&b, 4), isn_sql_true_at(&b, 5));
        l->no_memory = l->no_memory || values->failed;
        if (!l->no_memory) {
            keep_repeated(l, &l->sources, isn_str_of(values->ptr, values->len),
                          isn_sql_int_at(&b, 0));
        }
    }
    return isn_sql_done(&b) && !l->no_memory;
}

static bool source_row(isn_linking *l, const isn_event_source *s, isn_buf *values, int64_t *row) {
    bool fresh = false;
    const char *role = isn_vocab_link_role[s->role];
    if (l->sources.newest == 0 && !read_sources(l, values)) {
        return false;
    }
    put_source(values, s->name, s->id, role != NULL ? isn_str_z(role) : (isn_str){NULL, 0},
               s->named, s->party);
    l->no_memory = l->no_memory || values->failed;
    if (l->no_memory) {
        return false;
    }
    *row = repeated_row(l, &l->sources, isn_str_of(values->ptr, values->len), &fresh);
    if (!fresh) {
        return true;
    }
    isn_sql b = isn_sql_on(l->store, "INSERT INTO source_form VALUES (?, ?, ?, ?, ?, ?)");
    isn_sql_int(&b, *row);
    isn_sql_str(&b, s->name);
    isn_sql_str(&b, s->id);
    bind_vocab(&b, isn_vocab_link_role, s->role);
    isn_sql_int(&b, s->named);
    isn_sql_int(&b, s->party);
    return isn_sql_step(&b);
}

/* An estimate by each rule, in their order. */
static isn_str figures_of(char room[ISN_RULES * 4 * sizeof(int64_t)], const isn_estimate *all) {
    char *to = room;
    for (unsigned i = 0; i < ISN_RULES; i++) {
        const int64_t values[] = {all[i].low, all[i].best, all[i].high, all[i].sources};
        to = mempcpy(to, values, sizeof values);
    }
    return isn_str_of(room, (size_t)(to - room));
}

/* Rows of a form come together; one of another number of rules is of another program, and stays as it is. */
static bool read_figures(isn_linking *l) {
    char room[ISN_RULES * 4 * sizeof(int64_t)];
    isn_estimate all[ISN_RULES];
    int64_t form = 0;
    unsigned n = 0;
    isn_sql b = isn_sql_on(l->store, "SELECT form, rule, low, best, high, sources FROM "
                                     "estimate_form ORDER BY form");
    while (isn_sql_row(&b)) {
        n = isn_sql_int_at(&b, 0) == form ? n + 1 : 1;
        form = isn_sql_int_at(&b, 0);
        all[isn_code_of(isn_sql_str_at(&b, 1), isn_rule_names)] =
            (isn_estimate){.low = isn_sql_int_at(&b, 2),
                           .best = isn_sql_int_at(&b, 3),
                           .high = isn_sql_int_at(&b, 4),
                           .sources = isn_sql_offset_at(&b, 5)};
        if (n == ISN_RULES) {
            keep_repeated(l, &l->figures, figures_of(room, all), form);
        }
        l->figures.newest = form;
    }
    return isn_sql_done(&b);
}

static bool figures_row(isn_linking *l, const isn_estimate *all, int64_t *row) {
    char room[ISN_RULES * 4 * sizeof(int64_t)];
    bool fresh = false;
    if (l->figures.newest == 0 && !read_figures(l)) {
        return false;
    }
    *row = repeated_row(l, &l->figures, figures_of(room, all), &fresh);
    for (unsigned i = 0; fresh && i < ISN_RULES; i++) {
        isn_sql b = isn_sql_on(l->store, "INSERT INTO estimate_form VALUES (?, ?, ?, ?, ?, ?)");
        isn_sql_int(&b, *row);
        isn_sql_word(&b, isn_rule_names[all[i].rule]);
        isn_sql_count(&b, all[i].low);
        isn_sql_count(&b, all[i].best);
        isn_sql_count(&b, all[i].high);
        isn_sql_int(&b, all[i].sources);
        if (!isn_sql_step(&b)) {
            return false;
        }
    }
    return true;
}

/* ---- the row of a file -------------------------------------------------------------------------- */

static bool read_names(isn_linking *l) {
    isn_sql b = isn_sql_on(l->store, "SELECT id, names FROM event_name");
    while (isn_sql_row(&b)) {
        keep_repeated(l, &l->names, isn_sql_str_at(&b, 1), isn_sql_int_at(&b, 0));
    }
    return isn_sql_done(&b);
}

/* ISN_NO_COUNT for none. */
static bool names_row(isn_linking *l, isn_str names, int64_t *row) {
    bool fresh = false;
    *row = ISN_NO_COUNT;
    if (names.ptr == NULL) {
        return true;
    }
    if (l->names.newest == 0 && !read_names(l)) {
        return false;
    }
    *row = repeated_row(l, &l->names, names, &fresh);
    if (!fresh) {
        return true;
    }
    isn_sql b = isn_sql_on(l->store, "INSERT INTO event_name VALUES (?, ?)");
    isn_sql_int(&b, *row);
    isn_sql_str(&b, names);
    return isn_sql_step(&b);
}

/* Its words, each with a sign before it that is no letter of theirs, and its numbers. */
static void put_place(isn_buf *out, const isn_str words[5], int32_t lat, int32_t lon,
                      uint8_t precision) {
    out->len = 0;
    for (size_t i = 0; i < 5; i++) {
        isn_buf_putc(out, words[i].ptr != NULL ? '\1' : '\0');
        isn_buf_put(out, words[i].ptr, words[i].len);
    }
    isn_buf_printf(out, "%d %d %d", lat, lon, precision);
}

static bool read_places(isn_linking *l, isn_buf *values) {
    isn_sql b = isn_sql_on(l->store, "SELECT id, place, place_id, country, admin1, basis, lat, "
                                     "lon, precision FROM event_place");
    while (isn_sql_row(&b)) {
        isn_str words[5];
        for (int i = 0; i < 5; i++) {
            words[i] = isn_sql_str_at(&b, 1 + i);
        }
        put_place(values, words, isn_sql_degrees_at(&b, 6), isn_sql_degrees_at(&b, 7),
                  (uint8_t)isn_sql_offset_at(&b, 8));
        l->no_memory = l->no_memory || values->failed;
        if (!l->no_memory) {
            keep_repeated(l, &l->places, isn_str_of(values->ptr, values->len),
                          isn_sql_int_at(&b, 0));
        }
    }
    return isn_sql_done(&b) && !l->no_memory;
}

static bool is_nowhere(const isn_str words[5], const isn_entry_place *p) {
    bool any = p->lat != ISN_NO_INT || p->lon != ISN_NO_INT || p->precision > 0;
    for (size_t i = 0; i < 5; i++) {
        any = any || words[i].ptr != NULL;
    }
    return !any;
}

/* ISN_NO_COUNT for no place at all. */
static bool place_row(isn_linking *l, const isn_entry_place *p, int64_t *row) {
    const isn_str words[5] = {p->name.ptr != NULL ? p->name : p->text, p->id, p->country, p->admin1,
                              p->basis};
    bool fresh = false;
    isn_buf values;
    isn_buf_init(&values);
    bool ok = l->places.newest != 0 || read_places(l, &values);
    put_place(&values, words, p->lat, p->lon, p->precision);
    l->no_memory = l->no_memory || values.failed;
    *row = ISN_NO_COUNT;
    if (ok && !l->no_memory && !is_nowhere(words, p)) {
        *row = repeated_row(l, &l->places, isn_str_of(values.ptr, values.len), &fresh);
    }
    isn_buf_release(&values);
    if (!ok || l->no_memory || !fresh) {
        return ok && !l->no_memory;
    }
    isn_sql b = isn_sql_on(l->store, "INSERT INTO event_place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    isn_sql_int(&b, *row);
    bind_place(&b, p);
    return isn_sql_step(&b);
}

static void bind_days(isn_sql *b, int32_t day) {
    isn_sql_count(b, day != ISN_NO_DAY ? day : ISN_NO_COUNT);
}

static bool write_numbers(isn_linking *l, const isn_event *e) {
    int64_t place = ISN_NO_COUNT;
    int64_t actors = ISN_NO_COUNT;
    int64_t recipients = ISN_NO_COUNT;
    if (!place_row(l, &e->place, &place) ||
        !names_row(l, names_of(l, e->actors, e->nactors), &actors) ||
        !names_row(l, names_of(l, e->recipients, e->nrecipients), &recipients)) {
        return false;
    }
    isn_sql b = isn_sql_on(
        l->store,
        "INSERT INTO event_row VALUES (NULL, ?1, " ISN_CODE(
            ISN_KINDS_CODED,
            "?2") ", 0, NULL, " ISN_CODE(ISN_ACTS_CODED,
                                         "?3") ", " ISN_CODE(ISN_MODES_CODED,
                                                             "?4") ", ?5, ?6, ?7, ?8, ?9, ?10, "
                                                                   "?11, ?12, ?13, ?14, ?15, ?16, "
                                                                   "?17, ?18, NULL, ?19, ?19, ?20) "
                                                                   "ON CONFLICT (id) DO UPDATE SET "
                                                                   "kind = excluded.kind, status = "
                                                                   "0, successor = NULL, "
                                                                   "event_type = "
                                                                   "excluded.event_type, mode = "
                                                                   "excluded.mode, date_start = "
                                                                   "excluded.date_start, date_end "
                                                                   "= excluded.date_end, "
                                                                   "date_precision = "
                                                                   "excluded.date_precision, "
                                                                   "deadline = excluded.deadline, "
                                                                   "place = excluded.place, actors "
                                                                   "= "
                                                                   "excluded.actors, recipients = "
                                                                   "excluded.recipients, sides = "
                                                                   "excluded.sides, claims = "
                                                                   "excluded.claims, articles = "
                                                                   "excluded.articles, outlets = "
                                                                   "excluded.outlets, sources = "
                                                                   "excluded.sources, first_told = "
                                                                   "excluded.first_told, last_told "
                                                                   "= excluded.last_told, "
                                                                   "killed = excluded.killed");
    isn_sql_str(&b, e->id);
    isn_sql_word(&b, isn_kind_names[e->kind]);
    bind_vocab(&b, isn_vocab_event, e->event);
    bind_vocab(&b, isn_vocab_mode, e->mode);
    bind_days(&b, e->start);
    bind_days(&b, e->end);
    isn_sql_count(&b, e->date_precision > 0 ? e->date_precision : ISN_NO_COUNT);
    bind_days(&b, e->deadline);
    isn_sql_count(&b, place);
    isn_sql_count(&b, actors);
    isn_sql_count(&b, recipients);
    isn_sql_int(&b, e->sides);
    isn_sql_int(&b, e->nentries);
    isn_sql_int(&b, e->articles);
    isn_sql_int(&b, e->outlets);
    isn_sql_int(&b, e->nsources);
    bind_days(&b, e->first_told);
    bind_days(&b, e->last_told);
    isn_sql_int(&b, l->run);
    isn_sql_count(&b, killed_of(e));
    return isn_sql_step(&b);
}

/* ---- what an event has ----------------------------------------------------------------------- */

#define NUMBER "(SELECT number FROM event_row WHERE id = ?)" /* of an event of a file */

static bool clear(isn_linking *l, const char *literal, isn_str id) {
    isn_sql b = isn_sql_on(l->store, literal);
    isn_sql_str(&b, id);
    return isn_sql_step(&b);
}

static bool write_estimates(isn_linking *l, const isn_event *e) {
    for (uint32_t i = 0; i < e->nestimates; i += ISN_RULES) {
        int64_t form = 0;
        if (!figures_row(l, &e->estimates[i], &form)) {
            return false;
        }
        isn_sql b = isn_sql_on(
            l->store, ISN_EITHER(l->store, "INSERT INTO estimate_row VALUES (" NUMBER ", ?, ?)",
                                 "INSERT INTO estimate_row VALUES (?, ?, ?)"));
        isn_sql_str(&b, e->id);
        bind_vocab(&b, isn_vocab_what, e->estimates[i].what);
        isn_sql_int(&b, form);
        if (!isn_sql_step(&b)) {
            return false;
        }
    }
    return true;
}

static bool write_sources(isn_linking *l, const isn_event *e) {
    isn_buf values;
    bool ok = true;
    isn_buf_init(&values);
    for (uint32_t i = 0; ok && i < e->nsources; i++) {
        const isn_event_source *s = &e->sources[i];
        int64_t source = 0;
        ok = source_row(l, s, &values, &source);
        if (ok) {
            isn_sql b = isn_sql_on(
                l->store,
                ISN_EITHER(l->store, "INSERT INTO event_source_row VALUES (" NUMBER ", ?, ?, ?, ?)",
                           "INSERT INTO event_source_row VALUES (?, ?, ?, ?, ?)"));
            isn_sql_str(&b, e->id);
            isn_sql_int(&b, i);
            isn_sql_int(&b, source);
            isn_sql_int(&b, s->claims);
            isn_sql_int(&b, s->outlets);
            ok = isn_sql_step(&b);
        }
    }
    isn_buf_release(&values);
    return ok;
}

/* A file has its number, a server its key. */
static void bind_claim(isn_sql *b, const isn_entry *entry) {
    if (b->store->driver->afar) {
        isn_sql_str(b, entry->key);
    } else {
        isn_sql_int(b, entry->row);
    }
}

static bool write_disputes(isn_linking *l, const isn_event *e) {
    for (uint32_t i = 0; i < e->ndisputes; i++) {
        const isn_dispute *d = &e->disputes[i];
        isn_sql b = isn_sql_on(
            l->store,
            ISN_EITHER(l->store, "INSERT INTO dispute_row VALUES (" NUMBER ", ?, ?, ?, ?, ?)",
                       "INSERT INTO dispute VALUES (?, ?, ?, ?, ?, ?)"));
        isn_sql_str(&b, e->id);
        isn_sql_int(&b, i);
        bind_claim(&b, e->entries[d->a]);
        bind_claim(&b, e->entries[d->b]);
        isn_sql_str(&b, d->field);
        isn_sql_str(&b, d->note);
        if (!isn_sql_step(&b)) {
            return false;
        }
    }
    return true;
}

/* The likest other claim of the event, the first of equals; NULL when it is alone. */
static const isn_entry *partner(const isn_event *e, uint32_t of, int *score) {
    const isn_entry *best = NULL;
    for (uint32_t i = 0; i < e->nentries; i++) {
        int points = i == of ? 0 : isn_ledger_score(e->entries[of], e->entries[i], NULL);
        if (i != of && (best == NULL || points > *score)) {
            best = e->entries[i];
            *score = points;
        }
    }
    return best;
}

/* Why the i-th claim stands in its event, beside the one that it is likest to; 0: it is alone. */
static bool reason_of(isn_linking *l, const isn_event *e, uint32_t i, const isn_entry *with,
                      int *score, int64_t *row) {
    isn_buf why;
    *row = 0;
    if (with == NULL) {
        return true;
    }
    isn_buf_init(&why);
    if (isn_ledger_score(e->entries[i], with, &why) == ISN_SCORE_NEVER) {
        why.len = 0;
        isn_buf_puts(&why, "joined by hand");
        *score = ISN_SCORE_SURE;
    }
    l->no_memory = l->no_memory || why.failed;
    bool ok = !l->no_memory && reason_row(l, isn_str_of(why.len > 0 ? why.ptr : "", why.len), row);
    isn_buf_release(&why);
    return ok;
}

static bool write_entry(isn_linking *l, const isn_event *e, uint32_t i) {
    int score = 0;
    int64_t why = 0;
    const isn_entry *with = partner(e, i, &score);
    if (!lead_on(l, e->entries[i], e->id) || !reason_of(l, e, i, with, &score, &why)) {
        return false;
    }
    isn_sql b = isn_sql_on(
        l->store,
        ISN_EITHER(
            l->store,
            "UPDATE entry_row SET event = (SELECT number FROM event_row WHERE id = ?), score = "
            "?, reason = ?, likest = ?, source = ?, superseded = ?, dirty = 0 WHERE claim = ?",
            "UPDATE entry SET event = ?, score = ?, reason = ?, likest = "
            "?, source = ?, superseded = ?, dirty = 0 WHERE claim = ?"));
    isn_sql_str(&b, e->id);
    isn_sql_count(&b, with != NULL ? score : ISN_NO_COUNT);
    isn_sql_count(&b, with != NULL ? why : ISN_NO_COUNT);
    isn_sql_count(&b, with != NULL ? with->row : ISN_NO_COUNT);
    isn_sql_int(&b, e->source_of[i]);
    isn_sql_int(&b, e->superseded[i]);
    isn_sql_int(&b, e->entries[i]->row);
    return isn_sql_step(&b);
}

/* ---- the log --------------------------------------------------------------------------------- */

#define AS_TEXT(column) "cast(" column " AS text)"

/* What is worth telling of an event, in one line; {NULL, 0} where there is none. */
static bool summary(isn_linking *l, isn_str id, isn_str *out) {
    isn_sql b = isn_sql_on(
        l->store,
        "SELECT status || ', ' || claims || ' claims, ' || sources || ' sources, ' || "
        "coalesce(" AS_TEXT("date_start") ", '?') || ' to ' || coalesce(" AS_TEXT(
            "date_end") ", '?') || ', ' || coalesce(place, '?') || coalesce((SELECT "
                        "group_concat(said, '') FROM "
                        "(SELECT ', ' || what || ' ' || coalesce(" AS_TEXT(
                            "low") ", '?') || '-' "
                                   "|| "
                                   "coalesce"
                                   "(" AS_TEXT(
                                       "bes"
                                       "t") ", '?') || '-' || coalesce(" AS_TEXT("high") ", "
                                                                                         "'?')"
                                                                                         " AS "
                                                                                         "said"
                                                                                         " "
                                                                                         "FROM"
                                                                                         " est"
                                                                                         "imat"
                                                                                         "e "
                                                                                         "WHER"
                                                                                         "E "
                                                                                         "even"
                                                                                         "t = "
                                                                                         "v."
                                                                                         "id "
                                                                                         "AND "
                                                                                         "rule"
                                                                                         " = "
                                                                                         "'ucd"
                                                                                         "p' "
                                                                                         "ORDE"
                                                                                         "R "
                                                                                         "BY "
                                                                                         "what"
                                                                                         ") "
                                                                                         "AS "
                                                                                         "x), "
                                                                                         "'') "
                                                                                         "FROM"
                                                                                         " eve"
                                                                                         "nt "
                                                                                         "v "
                                                                                         "WHER"
                                                                                         "E "
                                                                                         "id "
                                                                                         "= "
                                                                                         "?");
    isn_sql_str(&b, id);
    *out = isn_sql_row(&b) ? isn_sql_text_at(&b, 0, l->arena) : (isn_str){NULL, 0};
    return isn_sql_done(&b);
}

static bool log_change(isn_linking *l, isn_str id, const char *what, isn_str before,
                       isn_str after) {
    isn_buf note;
    isn_buf_init(&note);
    isn_buf_put(&note, before.ptr, before.len);
    isn_buf_puts(&note, " -> ");
    isn_buf_put(&note, after.ptr, after.len);
    isn_sql b =
        isn_sql_on(l->store, "INSERT INTO change (run, event, what, note) VALUES (?, ?, ?, ?)");
    isn_sql_int(&b, l->run);
    isn_sql_str(&b, id);
    isn_sql_name(&b, what);
    isn_sql_str(&b, isn_str_of(note.ptr, note.len));
    l->no_memory = l->no_memory || note.failed;
    bool ok = !l->no_memory && isn_sql_step(&b);
    isn_buf_release(&note);
    isn_sql mark =
        isn_sql_on(l->store, ISN_EITHER(l->store, "UPDATE event_row SET changed = ? WHERE id = ?",
                                        "UPDATE event SET changed = ? WHERE id = ?"));
    isn_sql_int(&mark, l->run);
    isn_sql_str(&mark, id);
    return ok && isn_sql_step(&mark);
}

static bool forget_parts(isn_linking *l, isn_str id) {
    return clear(l,
                 ISN_EITHER(l->store, "DELETE FROM estimate_row WHERE event = " NUMBER,
                            "DELETE FROM estimate_row WHERE event = ?"),
                 id) &&
           clear(l,
                 ISN_EITHER(l->store, "DELETE FROM event_source_row WHERE event = " NUMBER,
                            "DELETE FROM event_source_row WHERE event = ?"),
                 id) &&
           clear(l,
                 ISN_EITHER(l->store, "DELETE FROM dispute_row WHERE event = " NUMBER,
                            "DELETE FROM dispute WHERE event = ?"),
                 id);
}

static bool write_event(isn_linking *l, const isn_event *e) {
    isn_str before = {NULL, 0};
    isn_str after = {NULL, 0};
    bool created = isn_link_created(l, e->id);
    if ((!created && (!summary(l, e->id, &before) || !forget_parts(l, e->id))) ||
        !(l->store->driver->afar ? write_row(l, e) : write_numbers(l, e)) ||
        !write_estimates(l, e) || !write_sources(l, e) || !write_disputes(l, e)) {
        return false;
    }
    for (uint32_t i = 0; i < e->nentries; i++) {
        if (!write_entry(l, e, i)) {
            return false;
        }
    }
    isn_link_touch(l, e->id);
    if (!created && (!summary(l, e->id, &after) || isn_str_eq(before, after))) {
        return true;
    }
    l->events++;
    return created || log_change(l, e->id, "changed", before, after);
}

bool isn_link_write(isn_linking *l, isn_entry **entries, const uint32_t *group, uint32_t n) {
    isn_str *ids = ISN_NEW(l->arena, isn_str, n);
    uint32_t *size = ISN_NEW(l->arena, uint32_t, n);
    isn_entry ***members = ISN_NEW(l->arena, isn_entry **, n);
    find_ids(l, entries, group, n, ids);
    for (uint32_t i = 0; i < n; i++) {
        size[group[i]]++;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (group[i] == i) {
            members[i] = ISN_NEW(l->arena, isn_entry *, size[i]);
            size[i] = 0;
        }
        members[group[i]][size[group[i]]++] = entries[i];
    }
    for (uint32_t i = 0; i < n; i++) {
        if (group[i] != i) {
            continue;
        }
        isn_event *e = ISN_NEW(l->arena, isn_event, 1);
        if (ids[i].ptr == NULL && !new_id(l, entries[i]->key, &ids[i])) {
            return false;
        }
        isn_event_build(e, members[i], size[i], l->arena);
        e->id = ids[i];
        if (!write_event(l, e)) {
            return false;
        }
    }
    return true;
}

/* ---- events without claims ------------------------------------------------------------------- */

static bool retire(isn_linking *l, isn_str id) {
    int64_t left = 0;
    isn_str before, after;
    isn_sql count = isn_sql_on(
        l->store, ISN_EITHER(l->store, "SELECT count(*) FROM entry_row WHERE event = " NUMBER,
                             "SELECT count(*) FROM entry WHERE event = ?"));
    isn_sql_str(&count, id);
    if (!isn_sql_number(&count, &left)) {
        return false;
    }
    if (left > 0) {
        return clear(
            l,
            ISN_EITHER(
                l->store,
                "UPDATE event_row SET successor = NULL WHERE id = ? AND successor IS NOT NULL",
                "UPDATE event SET successor = NULL WHERE id = ? AND successor IS NOT NULL"),
            id);
    }
    if (!summary(l, id, &before)) {
        return false;
    }
    isn_sql end = isn_sql_on(
        l->store, ISN_EITHER(l->store,
                             "UPDATE event_row SET status = " ISN_CODE(
                                 ISN_STATUSES_CODED,
                                 "iif(successor IS NULL, 'withdrawn', 'merged')") " WHERE id = ?",
                             "UPDATE event SET status = CASE WHEN successor IS NULL THEN "
                             "'withdrawn' ELSE 'merged' END WHERE id = ?"));
    isn_sql_str(&end, id);
    return isn_sql_step(&end) && summary(l, id, &after) &&
           (isn_str_eq(before, after) || log_change(l, id, "ended", before, after));
}

bool isn_link_retire(isn_linking *l) {
    for (uint32_t i = 0; i < l->touched.len; i++) {
        if (!isn_link_created(l, l->touched.ptr[i]) && !retire(l, l->touched.ptr[i])) {
            return false;
        }
    }
    return true;
}
