/* cover.c: which totals an event falls under. Totals are linked to events and never added to them. */
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

static bool add_cover(isn_linking *l, const isn_event *total, const isn_event *event) {
    if (!isn_event_covers(total, event)) {
        return true;
    }
    isn_sql b = isn_sql_on(l->store, "INSERT INTO cover VALUES (?, ?) ON CONFLICT DO NOTHING");
    isn_sql_str(&b, total->id);
    isn_sql_str(&b, event->id);
    return isn_sql_step(&b);
}

typedef ISN_VEC(isn_event) events;

static bool is_total(const isn_event *e) {
    return e->kind == ISN_KIND_TALLY || e->kind == ISN_KIND_AGGREGATE;
}

#define INCIDENTS "kind = 'incident' AND event_type = ?1 AND "
#define IN_PERIOD "date_end BETWEEN ?5 AND ?2 AND place_precision BETWEEN 1 AND ?4" ACTIVE_TOO

/* The total and the incidents of its period and country that the rest of isn_event_covers is asked of. */
static bool cover_incidents(isn_linking *l, const isn_event *total) {
    events fit = {.len = 0};
    isn_sql b = total->place.country.ptr != NULL
                    ? isn_sql_on(l->store, BARE INCIDENTS "country = ?3 AND " IN_PERIOD
                                                          " UNION ALL " BARE INCIDENTS
                                                          "country IS NULL AND " IN_PERIOD)
                    : isn_sql_on(l->store, BARE INCIDENTS "?3 IS NULL AND " IN_PERIOD);
    isn_sql_name(&b, isn_vocab_event[total->event]);
    isn_sql_day(&b, total->end);
    isn_sql_str(&b, total->place.country);
    isn_sql_int(&b, total->place.precision);
    isn_sql_day(&b, total->start != ISN_NO_DAY ? total->start : 0);
    while (isn_sql_row(&b)) {
        *ISN_PUSH(l->arena, &fit) = bare_event(&b, l->arena);
    }
    if (!isn_sql_done(&b)) {
        return false;
    }
    for (uint32_t i = 0; i < fit.len; i++) {
        if (!add_cover(l, total, &fit.ptr[i])) {
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
        BARE "status = 'active' AND kind IN ('tally', 'aggregate') AND date_end IS NOT NULL AND "
             "place_precision >= 1 ORDER BY event_type, date_end "
             "DESC");
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
    isn_sql b = isn_sql_on(l->store, "DELETE FROM cover WHERE total = ?1 OR event = ?1");
    isn_sql_str(&b, id);
    return isn_sql_step(&b);
}

static bool cover(isn_linking *l, const isn_event *e, const totals *old) {
    if (e->end == ISN_NO_DAY || e->place.precision == 0) {
        return true;
    }
    if (e->kind == ISN_KIND_INCIDENT) {
        return cover_by_totals(l, e, old);
    }
    return !is_total(e) || cover_incidents(l, e);
}

#define AT_ONCE 1024 /* events that are read together */

static bool cover_some(isn_linking *l, const isn_str *ids, uint32_t n, const totals *old) {
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
        if (!cover(l, &all.ptr[i], old)) {
            return false;
        }
    }
    return true;
}

bool isn_link_cover(isn_linking *l) {
    totals old = {.first = {0}};
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
        if (!cover_some(l, l->touched.ptr + i, n, &old)) {
            return false;
        }
    }
    return true;
}
