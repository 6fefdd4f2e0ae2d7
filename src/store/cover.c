/* cover.c: which totals an event falls under. Totals are linked to events and never added to them. */
#include <stdlib.h>

#include "store/linking.h"

/* ---- totals ---------------------------------------------------------------------------------- */

#define BARE                                                                                       \
    "SELECT id, kind, event_type, mode, date_start, date_end, place, country, admin1, lat, lon, "  \
    "place_precision, sides FROM event WHERE "
/* No index that begins with `status` shall be thought of: those by id, or by kind, act and country, lead to fewer rows. */
#define ACTIVE_TOO " AND status || '' = 'active'"

/* An event as its row alone tells it: enough for isn_event_covers. */
static isn_event bare_event(isn_sql *b, isn_arena *arena) {
    isn_event e = {.id = isn_sql_text_at(b, 0, arena)};
    e.kind = isn_code_of(isn_sql_text_at(b, 1, arena), isn_kind_names);
    e.event = isn_code_of(isn_sql_text_at(b, 2, arena), isn_vocab_event);
    e.mode = isn_code_of(isn_sql_text_at(b, 3, arena), isn_vocab_mode);
    e.start = isn_sql_day_at(b, 4);
    e.end = isn_sql_day_at(b, 5);
    e.place.name = isn_sql_text_at(b, 6, arena);
    e.place.country = isn_sql_text_at(b, 7, arena);
    e.place.admin1 = isn_sql_text_at(b, 8, arena);
    e.place.lat = isn_sql_degrees_at(b, 9);
    e.place.lon = isn_sql_degrees_at(b, 10);
    e.place.precision = (uint8_t)isn_sql_offset_at(b, 11);
    e.sides = isn_sql_offset_at(b, 12);
    return e;
}

static isn_str kept(isn_linking *l, isn_str text) {
    return text.ptr == NULL ? text
                            : isn_str_of(isn_arena_copy(l->lasting, text.ptr, text.len), text.len);
}

/* The words of a bare event, for as long as the run lasts. */
static void keep_words(isn_linking *l, isn_event *e) {
    e->id = kept(l, e->id);
    e->place.name = kept(l, e->place.name);
    e->place.country = kept(l, e->place.country);
    e->place.admin1 = kept(l, e->place.admin1);
}

static bool add_cover(isn_linking *l, const isn_event *total, const isn_event *event) {
    if (!isn_event_covers(total, event)) {
        return true;
    }
    isn_sql b = isn_sql_on(
        l->store,
        ISN_EITHER(l->store,
                   "INSERT INTO cover_row SELECT t.number, e.number FROM event_row t JOIN "
                   "event_row e WHERE t.id = ? AND e.id = ? ON CONFLICT DO NOTHING",
                   "INSERT INTO cover VALUES (?, ?) ON CONFLICT DO NOTHING"));
    isn_sql_str(&b, total->id);
    isn_sql_str(&b, event->id);
    return isn_sql_step(&b);
}

typedef ISN_VEC(isn_event) events;

static bool is_total(const isn_event *e) {
    return e->kind == ISN_KIND_TALLY || e->kind == ISN_KIND_AGGREGATE;
}

#define COUNTRY 6 /* the precision of a place that is a country or more */

typedef ISN_VEC(const isn_event *) refs;

/* Incidents that totals of one act and country may have under them, in the order of days: read once for all of these
 * totals. */
#define OF_DAYS(country, active)                                                                   \
    BARE "kind = 'incident' AND event_type = ?1 AND " country " AND date_end BETWEEN ?3 AND ?4 "   \
         "AND place_precision >= 1" active " ORDER BY date_end"
#define INCIDENTS(country) OF_DAYS(country, ACTIVE_TOO)
/* In a file an index has the incidents of each place and act. */
#define ROWS                                                                                       \
    "SELECT w.id, " ISN_WORD(ISN_KINDS_CODED, "w.kind") ", " ISN_WORD(                             \
        ISN_ACTS_CODED,                                                                            \
        "w.event_type") ", " ISN_WORD(ISN_MODES_CODED,                                             \
                                      "w.mode") ", " ISN_DAY("w.date_start") ", " ISN_DAY("w."     \
                                                                                          "date_"  \
                                                                                          "end") ", p.place, p.country, p.admin1, p.lat, p.lon, p.precision, w.sides FROM "
#define BY_PLACE "event_place p CROSS JOIN event_row w INDEXED BY event_where"
#define BY_DAY "event_row w INDEXED BY event_day CROSS JOIN event_place p"
#define IN_PLACES " WHERE w.place = p.id AND w.status = 0 AND p.precision >= 1 AND "
#define ROWS_OF_DAYS(by, country)                                                                  \
    ROWS by IN_PLACES "w.kind = 0 AND w.event_type = " ISN_CODE(                                   \
        ISN_ACTS_CODED, "?1") " AND " country                                                      \
                              " AND w.date_end BETWEEN " ISN_DAYS("?3") " AND " ISN_DAYS(          \
                                  "?4") " ORDER BY w.date_end"
/* Of no country: by status, kind and days, for there are few such totals, and all countries of an act are many. */
#define INCIDENTS_ANYWHERE OF_DAYS("CAST(?2 AS text) IS NULL", " AND status = 'active'")

static bool read_incidents(isn_linking *l, isn_sql *b, const isn_event *of, int32_t first,
                           int32_t last, events *out) {
    isn_sql_name(b, isn_vocab_event[of->event]);
    isn_sql_str(b, of->place.country);
    isn_sql_day(b, first);
    isn_sql_day(b, last);
    while (isn_sql_row(b)) {
        *ISN_PUSH(l->arena, out) = bare_event(b, l->arena);
    }
    return isn_sql_done(b);
}

static bool cover_incidents(isn_linking *l, const isn_event *total, const events *incidents) {
    int32_t since = total->start != ISN_NO_DAY ? total->start : 0;
    uint32_t low = 0;
    for (uint32_t high = incidents->len; low < high;) {
        uint32_t middle = low + (high - low) / 2;
        bool before = incidents->ptr[middle].end < since;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    for (uint32_t i = low; i < incidents->len && incidents->ptr[i].end <= total->end; i++) {
        if (incidents->ptr[i].place.precision <= total->place.precision &&
            !add_cover(l, total, &incidents->ptr[i])) {
            return false;
        }
    }
    return true;
}

/* Totals of one act and country. */
static bool cover_alike(isn_linking *l, const isn_event *const *totals, uint32_t n) {
    const isn_event *one = totals[0];
    int32_t first = INT32_MAX;
    int32_t last = INT32_MIN;
    events here = {.len = 0};
    events nowhere = {.len = 0};
    isn_arena_reset(l->arena, (size_t)1 << 20);
    for (uint32_t i = 0; i < n; i++) {
        int32_t since = totals[i]->start != ISN_NO_DAY ? totals[i]->start : 0;
        first = since < first ? since : first;
        last = totals[i]->end > last ? totals[i]->end : last;
    }
    isn_sql b =
        isn_sql_on(l->store, one->place.country.ptr != NULL
                                 ? ISN_EITHER(l->store, ROWS_OF_DAYS(BY_PLACE, "p.country = ?2"),
                                              INCIDENTS("country = ?2"))
                                 : ISN_EITHER(l->store, ROWS_OF_DAYS(BY_DAY, "?2 IS NULL"),
                                              INCIDENTS_ANYWHERE));
    if (!read_incidents(l, &b, one, first, last, &here)) {
        return false;
    }
    if (one->place.country.ptr != NULL) {
        isn_sql c = isn_sql_on(
            l->store,
            ISN_EITHER(l->store, ROWS_OF_DAYS(BY_PLACE, "p.country IS NULL AND ?2 NOT NULL"),
                       INCIDENTS("country IS NULL AND CAST(?2 AS text) IS NOT NULL")));
        if (!read_incidents(l, &c, one, first, last, &nowhere)) {
            return false;
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!cover_incidents(l, totals[i], &here) || !cover_incidents(l, totals[i], &nowhere)) {
            return false;
        }
    }
    return true;
}

static int compare_alike(const isn_event *a, const isn_event *b) {
    if (a->event != b->event) {
        return a->event < b->event ? -1 : 1;
    }
    return isn_str_compare(a->place.country, b->place.country);
}

static int alike(const void *x, const void *y) {
    return compare_alike(*(const isn_event *const *)x, *(const isn_event *const *)y);
}

static bool cover_totals(isn_linking *l, const refs *totals) {
    if (totals->len > 0) {
        qsort(totals->ptr, totals->len, sizeof *totals->ptr, alike);
    }
    for (uint32_t i = 0, n; i < totals->len; i += n) {
        for (n = 1; i + n < totals->len && compare_alike(totals->ptr[i], totals->ptr[i + n]) == 0;
             n++) {
        }
        if (!cover_alike(l, totals->ptr + i, n)) {
            return false;
        }
    }
    return true;
}

/* Totals that nothing changed in, since those that changed ask for their incidents themselves; by act, the latest
 * first. */
typedef struct totals {
    events all;
    uint32_t first[ISN_EV_ASSAULT + 1]; /* of each act */
} totals;

static bool read_totals(isn_linking *l, totals *out) {
    isn_sql b = isn_sql_on(
        l->store,
        ISN_EITHER(l->store,
                   ROWS BY_DAY IN_PLACES
                   "w.kind IN (1, 2) AND w.date_end NOT NULL ORDER BY w.event_type, "
                   "w.date_end DESC",
                   BARE "status = 'active' AND kind IN ('tally', 'aggregate') AND date_end IS NOT "
                        "NULL AND place_precision >= 1 ORDER BY event_type, date_end DESC"));
    while (isn_sql_row(&b)) {
        isn_event total = bare_event(&b, l->lasting);
        if (!isn_link_touched(l, total.id)) {
            *ISN_PUSH(l->lasting, &out->all) = total;
        }
    }
    for (uint32_t i = out->all.len; i > 0; i--) {
        out->first[out->all.ptr[i - 1].event] = i - 1;
    }
    return isn_sql_done(&b);
}

static bool cover_by_totals(isn_linking *l, const isn_event *e, const totals *old) {
    for (uint32_t i = old->first[e->event]; i < old->all.len; i++) {
        const isn_event *total = &old->all.ptr[i];
        if (total->event != e->event || total->end < e->end) {
            break;
        }
        if (!add_cover(l, total, e)) {
            return false;
        }
    }
    return true;
}

static bool forget(isn_linking *l, isn_str id) {
    isn_sql b = isn_sql_on(
        l->store,
        ISN_EITHER(l->store,
                   "WITH e AS (SELECT number FROM event_row WHERE id = ?1) DELETE FROM cover_row "
                   "WHERE total = (SELECT number FROM e) OR event = (SELECT number FROM e)",
                   "DELETE FROM cover WHERE total = ?1 OR event = ?1"));
    isn_sql_str(&b, id);
    return isn_sql_step(&b);
}

/* Totals are kept in `fresh` for their turn. */
static bool cover(isn_linking *l, const isn_event *e, const totals *old, refs *fresh) {
    if (e->end == ISN_NO_DAY || e->place.precision == 0) {
        return true;
    }
    if (e->kind == ISN_KIND_INCIDENT) {
        return cover_by_totals(l, e, old);
    }
    bool anywhere = e->place.precision >= COUNTRY && e->place.country.ptr == NULL;
    if (is_total(e) && !anywhere) { /* what is of no country in particular has nothing under it */
        isn_event *total = ISN_NEW(l->lasting, isn_event, 1);
        *total = *e;
        keep_words(l, total);
        *ISN_PUSH(l->lasting, fresh) = total;
    }
    return true;
}

#define AT_ONCE 1024 /* events that are read together */

static bool cover_some(isn_linking *l, const isn_str *ids, uint32_t n, const totals *old,
                       refs *fresh) {
    events all = {.len = 0};
    isn_arena_reset(l->arena, (size_t)1 << 20);
    isn_sql b = isn_sql_on(l->store, BARE "id IN " ISN_NAMED ACTIVE_TOO);
    isn_sql_str(&b, isn_names_listed(l->arena, ids, n));
    while (isn_sql_row(&b)) {
        *ISN_PUSH(l->arena, &all) = bare_event(&b, l->arena);
    }
    if (!isn_sql_done(&b)) {
        return false;
    }
    for (uint32_t i = 0; i < all.len; i++) {
        if (!cover(l, &all.ptr[i], old, fresh)) {
            return false;
        }
    }
    return true;
}

bool isn_link_cover(isn_linking *l) {
    totals old = {.first = {0}};
    refs fresh = {.len = 0};
    if (!read_totals(l, &old)) {
        return false;
    }
    for (uint32_t i = 0; i < l->touched.len; i++) {
        if (!isn_link_created(l, l->touched.ptr[i]) && !forget(l, l->touched.ptr[i])) {
            return false;
        }
    }
    for (uint32_t i = 0; i < l->touched.len; i += AT_ONCE) {
        uint32_t n = l->touched.len - i < AT_ONCE ? l->touched.len - i : AT_ONCE;
        if (!cover_some(l, l->touched.ptr + i, n, &old, &fresh)) {
            return false;
        }
    }
    return cover_totals(l, &fresh);
}
