/* cover.c: which totals an event falls under, and what later reports say of a promise. Totals are linked
 * to events and never added to them. */
#include "store/linking.h"

/* ---- totals ---------------------------------------------------------------------------------- */

static uint8_t code_of(isn_str word, const char *const *names) {
    for (uint8_t i = 0; word.ptr != NULL && names[i] != NULL; i++) {
        if (isn_str_eqz(word, names[i])) {
            return i;
        }
    }
    return 0;
}

#define BARE                                                                                       \
    "SELECT id, kind, event_type, mode, date_start, date_end, place, country, admin1, lat, lon, "  \
    "place_precision, sides FROM event WHERE status = 'active' AND "

/* An event as its row alone tells it: enough for isn_event_covers. */
static isn_event bare_event(isn_linking *l, isn_sql *b) {
    isn_event e = {.id = isn_sql_text_at(b, 0, l->arena)};
    e.kind = code_of(isn_sql_text_at(b, 1, l->arena), isn_kind_names);
    e.event = code_of(isn_sql_text_at(b, 2, l->arena), isn_vocab_event);
    e.mode = code_of(isn_sql_text_at(b, 3, l->arena), isn_vocab_mode);
    e.start = isn_sql_day_at(b, 4);
    e.end = isn_sql_day_at(b, 5);
    e.place.name = isn_sql_text_at(b, 6, l->arena);
    e.place.country = isn_sql_text_at(b, 7, l->arena);
    e.place.admin1 = isn_sql_text_at(b, 8, l->arena);
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

/* What a total and an event under it must have in common; the rest isn_event_covers asks. ?1 type, ?2 the day, ?3
 * country, ?4 precision of the place, ?5 the first day of a total. */
#define IN_COUNTRY "(country = ?3 OR country IS NULL OR ?3 IS NULL)"

/* Events of the other kind that could fit. */
static bool others(isn_linking *l, const isn_event *e, bool total, events *out) {
    isn_sql b =
        total ? isn_sql_on(l->store, BARE "kind = 'incident' AND event_type = ?1 AND " IN_COUNTRY
                                          " AND date_end BETWEEN ?5 AND ?2 AND place_precision "
                                          "BETWEEN 1 AND ?4")
              : isn_sql_on(l->store, BARE "kind IN ('tally', 'aggregate') AND event_type = ?1 "
                                          "AND " IN_COUNTRY " AND date_end >= ?2 AND "
                                          "place_precision >= ?4");
    isn_sql_name(&b, isn_vocab_event[e->event]);
    isn_sql_day(&b, e->end);
    isn_sql_str(&b, e->place.country);
    isn_sql_int(&b, e->place.precision);
    if (total) {
        isn_sql_day(&b, e->start != ISN_NO_DAY ? e->start : 0);
    }
    while (isn_sql_row(&b)) {
        *ISN_PUSH(l->arena, out) = bare_event(l, &b);
    }
    return isn_sql_done(&b);
}

static bool cover(isn_linking *l, isn_str id) {
    events fit = {.len = 0};
    isn_sql forget = isn_sql_on(l->store, "DELETE FROM cover WHERE total = ?1 OR event = ?1");
    isn_sql_str(&forget, id);
    isn_sql b = isn_sql_on(l->store, BARE "id = ?");
    isn_sql_str(&b, id);
    if (!isn_sql_step(&forget)) {
        return false;
    }
    if (!isn_sql_row(&b)) {
        return isn_sql_done(&b);
    }
    isn_event e = bare_event(l, &b);
    bool total = e.kind == ISN_KIND_TALLY || e.kind == ISN_KIND_AGGREGATE;
    if (!isn_sql_done(&b) || e.end == ISN_NO_DAY || e.place.precision == 0 ||
        (!total && e.kind != ISN_KIND_INCIDENT)) {
        return true;
    }
    if (!others(l, &e, total, &fit)) {
        return false;
    }
    for (uint32_t i = 0; i < fit.len; i++) {
        if (!add_cover(l, total ? &e : &fit.ptr[i], total ? &fit.ptr[i] : &e)) {
            return false;
        }
    }
    return true;
}

bool isn_link_cover(isn_linking *l) {
    for (uint32_t i = 0; i < l->touched.len; i++) {
        isn_arena_reset(l->arena, (size_t)1 << 20);
        if (!cover(l, l->touched.ptr[i])) {
            return false;
        }
    }
    return true;
}

/* ---- promises -------------------------------------------------------------------------------- */

/* What claim `c` with entry `e`, of an article told in record `r`, makes of the promise `p`; and when it says anything
 * of it: a later claim of the same act. By whom is asked beside this. */
#define REPORT                                                                                     \
    "SELECT p.id, e.key, CASE WHEN e.kind = 'commitment' THEN 'moved' "                            \
    "WHEN c.polarity = 'negative' THEN 'broken' "                                                  \
    "WHEN p.deadline IS NULL OR c.date_end <= p.deadline THEN 'kept' ELSE 'late' END, "            \
    "coalesce(c.date_end, c.deadline_end) "
#define REPORTS                                                                                    \
    "e.event <> p.id AND r.published >= p.first_told AND c.modality <> 'hypothetical' "            \
    "AND (p.mode IS NULL OR c.mode IS NULL OR p.mode = c.mode) "                                   \
    "AND (e.kind <> 'commitment' OR (r.published > p.first_told AND c.deadline_end IS NOT NULL "   \
    "AND "                                                                                         \
    "p.deadline IS NOT NULL AND c.deadline_end > p.deadline)) "                                    \
    "AND (e.kind = 'commitment' OR c.date_end >= p.first_told) "
/* Kept wins over broken, for a denial may be of an earlier day; without a report it is open until the newest
 * article is past the deadline. */
static bool settle(isn_linking *l, isn_str id) {
    isn_sql b = isn_sql_on(
        l->store, "UPDATE event SET outcome = coalesce((SELECT verdict FROM follow WHERE "
                  "commitment = ?1 ORDER BY CASE verdict WHEN 'kept' THEN 1 WHEN 'broken' THEN 2 "
                  "WHEN 'late' THEN 3 ELSE 4 END LIMIT 1), CASE WHEN deadline < "
                  "(SELECT max(published) FROM record) THEN 'overdue' ELSE 'open' END) "
                  "WHERE id = ?1");
    isn_sql_str(&b, id);
    return isn_sql_step(&b);
}

/* Promises whose own claims are new or others than before hear all reports anew (`stirred`), the others what is told in
 * this run. Both meet their reports by the actors, in `who`. */
#define ONCE " ON CONFLICT DO NOTHING;"
#define PROMISED(which, column)                                                                    \
    "INSERT INTO who SELECT x." column ", v.event_type, v.id FROM event v JOIN entry f ON "        \
    "f.event = v.id JOIN actor x ON x.claim = f.claim AND x.part = 'actor' WHERE v.kind = "        \
    "'commitment' AND v.status = 'active' AND v.event_type IS NOT NULL AND x." column              \
    " IS NOT NULL AND v.id " which " (SELECT id FROM stirred)" ONCE
#define HEARD                                                                                      \
    " CROSS JOIN entry e ON e.claim = y.claim AND e.event_type = w.event_type AND e.kind IN "      \
    "('incident', 'aggregate', 'commitment') CROSS JOIN claim c ON c.id = y.claim CROSS JOIN "     \
    "record r ON r.id = c.record CROSS JOIN event p ON p.id = w.commitment WHERE y.part = "        \
    "'actor' AND " REPORTS ONCE
#define ALL_TOLD(column)                                                                           \
    "INSERT INTO report " REPORT "FROM actor y CROSS JOIN who w ON w.actor = y." column HEARD
#define NEWLY_TOLD(column)                                                                         \
    "INSERT INTO report " REPORT "FROM unlinked n CROSS JOIN claim m ON m.record = n.id "          \
    "CROSS JOIN actor y ON y.claim = m.id CROSS JOIN who w ON w.actor = y." column HEARD
#define REPORTED "INSERT INTO follow SELECT * FROM report WHERE true" ONCE

static const char hear_all[] =
    "DELETE FROM follow WHERE commitment IN (SELECT id FROM stirred);" PROMISED("IN", "actor_id")
        PROMISED("IN", "text") ALL_TOLD("actor_id") ALL_TOLD("text") REPORTED
    "DELETE FROM who;" PROMISED("NOT IN", "actor_id") PROMISED("NOT IN", "text");
static const char hear_news[] = NEWLY_TOLD("actor_id") NEWLY_TOLD("text") REPORTED;

typedef ISN_VEC(isn_str) ids;

static bool read_ids(isn_linking *l, const char *literal, ids *out) {
    isn_sql b = isn_sql_on(l->store, literal);
    while (isn_sql_row(&b)) {
        *ISN_PUSH(l->lasting, out) = isn_sql_text_at(&b, 0, l->lasting);
    }
    return isn_sql_done(&b);
}

static bool stir(isn_linking *l) {
    for (uint32_t i = 0; i < l->touched.len; i++) {
        isn_sql b =
            isn_sql_on(l->store, "INSERT INTO stirred SELECT id FROM event WHERE id = ? AND "
                                 "kind = 'commitment' ON CONFLICT DO NOTHING");
        isn_sql_str(&b, l->touched.ptr[i]);
        if (!isn_sql_step(&b)) {
            return false;
        }
    }
    return true;
}

bool isn_link_follow(isn_linking *l) {
    ids heard = {.len = 0};
    if (!isn_store_run(l->store, l->store->driver->scratch) || !stir(l) ||
        !isn_store_run(l->store, hear_all) || !isn_store_run(l->store, hear_news) ||
        !read_ids(l,
                  "SELECT id FROM event WHERE status = 'active' AND kind = 'commitment' AND id IN "
                  "(SELECT id FROM stirred UNION SELECT commitment FROM report)",
                  &heard)) {
        return false;
    }
    for (uint32_t i = 0; i < heard.len; i++) {
        if (!settle(l, heard.ptr[i])) {
            return false;
        }
    }
    return isn_store_run(l->store,
                         "UPDATE event SET outcome = 'overdue' WHERE outcome = 'open' AND "
                         "deadline < (SELECT max(published) FROM record)");
}
