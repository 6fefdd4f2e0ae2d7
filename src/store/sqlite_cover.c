/* sqlite_cover.c: which totals an event falls under, and what later reports say of a promise. Totals are linked
 * to events and never added to them. */
#include "store/sqlite_ledger.h"

/* ---- totals ---------------------------------------------------------------------------------- */

static uint8_t code_of(isn_str word, const char *const *names) {
    for (uint8_t i = 0; word.ptr != NULL && names[i] != NULL; i++) {
        if (isn_str_eqz(word, names[i])) {
            return i;
        }
    }
    return 0;
}

static int32_t degrees_at(isn_sql *b, int column) {
    if (sqlite3_column_type(b->statement, column) == SQLITE_NULL) {
        return ISN_NO_INT;
    }
    double value = sqlite3_column_double(b->statement, column) * 10000;
    return (int32_t)(value < 0 ? value - 0.5 : value + 0.5);
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
    e.place.lat = degrees_at(b, 9);
    e.place.lon = degrees_at(b, 10);
    e.place.precision = (uint8_t)sqlite3_column_int(b->statement, 11);
    e.sides = (unsigned)sqlite3_column_int(b->statement, 12);
    return e;
}

static bool add_cover(isn_linking *l, const isn_event *total, const isn_event *event) {
    if (!isn_event_covers(total, event)) {
        return true;
    }
    isn_sql b = isn_sql_on(l->store, "INSERT OR IGNORE INTO cover VALUES (?, ?)");
    isn_sql_str(&b, total->id);
    isn_sql_str(&b, event->id);
    return isn_sql_step(&b);
}

typedef ISN_VEC(isn_event) events;

/* Events of the other kind whose days could fit. */
static bool others(isn_linking *l, const isn_event *e, bool total, events *out) {
    isn_sql b =
        total
            ? isn_sql_on(l->store, BARE "event_type = ?1 AND kind = 'incident' AND date_end <= ?2 "
                                        "AND date_end >= ?3")
            : isn_sql_on(l->store, BARE "event_type = ?1 AND kind IN ('tally', 'aggregate') AND "
                                        "date_end >= ?2");
    isn_sql_name(&b, isn_vocab_event[e->event]);
    isn_sql_day(&b, e->end);
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
    if (!isn_sql_done(&b) || e.end == ISN_NO_DAY || (!total && e.kind != ISN_KIND_INCIDENT)) {
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

/* Later claims of the same act by who promised it; and what each makes of the promise. */
#define REPORTS                                                                                    \
    "WITH p AS (SELECT id, event_type, mode, deadline, first_told FROM event WHERE id = ?1), "     \
    "who AS (SELECT x.actor_id, x.text FROM actor x JOIN entry f ON f.claim = x.claim "            \
    "  WHERE f.event = ?1 AND x.part = 'actor') "                                                  \
    "SELECT ?1, e.key, CASE WHEN e.kind = 'commitment' THEN 'moved' "                              \
    "  WHEN c.polarity = 'negative' THEN 'broken' "                                                \
    "  WHEN p.deadline IS NULL OR c.date_end <= p.deadline THEN 'kept' ELSE 'late' END, "          \
    "  coalesce(c.date_end, c.deadline_end) "                                                      \
    "FROM p JOIN entry e ON e.kind IN ('incident', 'aggregate', 'commitment') AND "                \
    "  e.event_type = coalesce(p.event_type, '-') "                                                \
    "JOIN claim c ON c.id = e.claim JOIN articles a ON a.id = e.article "                          \
    "WHERE e.event <> ?1 AND a.published >= p.first_told AND c.modality <> 'hypothetical' "        \
    "  AND (p.mode IS NULL OR c.mode IS NULL OR p.mode = c.mode) "                                 \
    "  AND (e.kind <> 'commitment' OR (a.published > p.first_told AND c.deadline_end NOT NULL "    \
    "AND "                                                                                         \
    "    p.deadline NOT NULL AND c.deadline_end > p.deadline)) "                                   \
    "  AND (e.kind = 'commitment' OR c.date_end >= p.first_told) "                                 \
    "  AND EXISTS (SELECT 1 FROM actor y JOIN who ON y.actor_id = who.actor_id OR "                \
    "    y.text = who.text WHERE y.claim = e.claim AND y.part = 'actor')"

static bool on_id(isn_linking *l, const char *literal, isn_str id) {
    isn_sql b = isn_sql_on(l->store, literal);
    isn_sql_str(&b, id);
    return isn_sql_step(&b);
}

/* Kept wins over broken, for a denial may be of an earlier day; without a report it is open until the newest
 * article is past the deadline. */
static bool follow(isn_linking *l, isn_str id) {
    return on_id(l, "DELETE FROM follow WHERE commitment = ?", id) &&
           on_id(l, "INSERT OR IGNORE INTO follow " REPORTS, id) &&
           on_id(l,
                 "UPDATE event SET outcome = coalesce((SELECT verdict FROM follow WHERE "
                 "commitment = ?1 ORDER BY CASE verdict WHEN 'kept' THEN 1 WHEN 'broken' THEN 2 "
                 "WHEN 'late' THEN 3 ELSE 4 END LIMIT 1), CASE WHEN deadline < "
                 "(SELECT max(published) FROM record) THEN 'overdue' ELSE 'open' END) "
                 "WHERE id = ?1",
                 id);
}

bool isn_link_follow(isn_linking *l) {
    ISN_VEC(isn_str) ids = {.len = 0};
    isn_sql b =
        isn_sql_on(l->store, "SELECT id FROM event WHERE status = 'active' AND kind = 'commitment' "
                             "ORDER BY id");
    while (isn_sql_row(&b)) {
        *ISN_PUSH(l->lasting, &ids) = isn_sql_text_at(&b, 0, l->lasting);
    }
    if (!isn_sql_done(&b)) {
        return false;
    }
    for (uint32_t i = 0; i < ids.len; i++) {
        if (!follow(l, ids.ptr[i])) {
            return false;
        }
    }
    return true;
}
