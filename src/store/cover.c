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
    "place_precision, sides FROM event WHERE "
/* No index that begins with `status` shall be thought of: those by id, or by kind, act and country, lead to fewer rows. */
#define ACTIVE_TOO " AND status || '' = 'active'"

/* An event as its row alone tells it: enough for isn_event_covers. */
static isn_event bare_event(isn_sql *b, isn_arena *arena) {
    isn_event e = {.id = isn_sql_text_at(b, 0, arena)};
    e.kind = code_of(isn_sql_text_at(b, 1, arena), isn_kind_names);
    e.event = code_of(isn_sql_text_at(b, 2, arena), isn_vocab_event);
    e.mode = code_of(isn_sql_text_at(b, 3, arena), isn_vocab_mode);
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

/* ---- promises -------------------------------------------------------------------------------- */

/* What claim `c` with entry `e`, of an article told in record `r`, makes of the promise `p`; and when it says anything
 * of it: a later claim of the same act, told by a year after the deadline, or after the promise where it had none. */
#define REPORT                                                                                     \
    "SELECT p.id, e.key, CASE WHEN e.kind = 'commitment' THEN 'moved' "                            \
    "WHEN c.polarity = 'negative' THEN 'broken' "                                                  \
    "WHEN p.deadline IS NULL OR c.date_end <= p.deadline THEN 'kept' ELSE 'late' END, "            \
    "coalesce(c.date_end, c.deadline_end) "
#define REPORTS                                                                                    \
    "e.event <> p.id AND r.published BETWEEN w.told AND w.until AND "                              \
    "c.modality <> 'hypothetical' "                                                                \
    "AND (p.mode IS NULL OR c.mode IS NULL OR p.mode = c.mode) "                                   \
    "AND (e.kind <> 'commitment' OR (r.published > p.first_told AND c.deadline_end IS NOT NULL "   \
    "AND p.deadline IS NOT NULL AND c.deadline_end > p.deadline)) "                                \
    "AND (e.kind = 'commitment' OR c.date_end >= p.first_told)"
#define UNTIL "date(max(v.first_told, coalesce(v.deadline, v.first_told)), '+365 days')"
#define DISTANT "CASE WHEN v.deadline > date(v.first_told, '+365 days') THEN 1 ELSE 0 END"
#define LATEST_TOLD "(SELECT max(published) FROM record)"
/* Kept wins over broken, for a denial may be of an earlier day; without a report it is open until the newest
 * article is past the deadline. */
static bool settle(isn_linking *l, isn_str id) {
    isn_sql b = isn_sql_on(
        l->store, "UPDATE event SET outcome = coalesce((SELECT verdict FROM follow WHERE "
                  "commitment = ?1 ORDER BY CASE verdict WHEN 'kept' THEN 1 WHEN 'broken' THEN 2 "
                  "WHEN 'late' THEN 3 ELSE 4 END LIMIT 1), CASE WHEN deadline < " LATEST_TOLD
                  " THEN 'overdue' ELSE 'open' END) WHERE id = ?1");
    isn_sql_str(&b, id);
    return isn_sql_step(&b);
}

/* Promises whose own claims are new or others than before hear all reports anew (`stirred`, of articles in `stretch`: the
 * years of these promises), the others what is told in this run. Both meet their reports by the actors, in `who`;
 * what has a distant deadline stands apart there, so that of the rest only two years are looked at. */
#define ONCE " ON CONFLICT DO NOTHING;"
#define PROMISED(which, column)                                                                    \
    "INSERT INTO who SELECT x." column ", v.event_type, " DISTANT ", v.first_told, v.id, " UNTIL   \
    " FROM event v JOIN entry f ON f.event = v.id JOIN actor x ON x.claim = f.claim AND x.part = " \
    "'actor' WHERE v.kind = 'commitment' AND v.status = 'active' AND v.event_type IS NOT NULL "    \
    "AND v.first_told IS NOT NULL AND x." column " IS NOT NULL AND " which ONCE
#define STIRRED "v.id IN (SELECT id FROM stirred)"
#define NEWS "(SELECT r.id, r.published FROM unlinked u JOIN record r ON r.id = u.id)"
#define TO_NEWS                                                                                    \
    "v.id NOT IN (SELECT id FROM stirred) AND v.first_told <= (SELECT max(published) FROM " NEWS   \
    " AS a) AND " UNTIL " >= (SELECT min(published) FROM " NEWS " AS b)"
#define TOLD(records, distance)                                                                    \
    "INSERT INTO report " REPORT "FROM " records                                                   \
    " CROSS JOIN claim c ON c.record = r.id CROSS JOIN entry e ON e.claim = c.id AND e.kind IN "   \
    "('incident', 'aggregate', 'commitment') CROSS JOIN actor y ON y.claim = c.id AND y.part = "   \
    "'actor' CROSS JOIN who w ON w.actor IN (y.actor_id, y.text) AND w.event_type = "              \
    "e.event_type AND " distance " CROSS JOIN event p ON p.id = w.commitment WHERE " REPORTS ONCE
#define NEAR "w.distant = 0 AND w.told BETWEEN date(r.published, '-731 days') AND r.published"
#define FAR "w.distant = 1 AND w.told <= r.published"
#define IN_STRETCH "stretch t CROSS JOIN record r ON r.published BETWEEN t.told AND t.until"
#define IN_NEWS NEWS " AS r"
/* The earliest of each verdict are evidence enough: what the outcome is does not hang on the rest. */
#define EARLIEST(table, after)                                                                     \
    "(SELECT *, row_number() OVER (PARTITION BY commitment, verdict ORDER BY note, claim) AS n "   \
    "FROM " table " WHERE commitment IN (SELECT commitment FROM report)) AS x WHERE n " after " 5"

static const char hear_all[] =
    "DELETE FROM follow WHERE commitment IN (SELECT id FROM stirred);"
    "INSERT INTO stretch SELECT min(told), max(until) FROM (SELECT *, sum(CASE WHEN told <= before "
    "THEN 0 ELSE 1 END) OVER (ORDER BY told, until) AS island FROM (SELECT *, max(until) OVER "
    "(ORDER BY told, until ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM "
    "(SELECT DISTINCT v.first_told AS told, " UNTIL " AS until FROM event v WHERE " STIRRED
    " AND v.first_told IS NOT NULL) AS a) AS b) AS c GROUP BY island;" PROMISED(STIRRED, "actor_id")
        PROMISED(STIRRED, "text") TOLD(IN_STRETCH, NEAR)
            TOLD(IN_STRETCH, FAR) "DELETE FROM who;" PROMISED(TO_NEWS, "actor_id")
                PROMISED(TO_NEWS, "text");
static const char hear_news[] =
    TOLD(IN_NEWS, NEAR) TOLD(IN_NEWS, FAR) "INSERT INTO follow SELECT commitment, claim, verdict, "
                                           "note FROM " EARLIEST("report", "<=") ONCE
    "DELETE FROM follow WHERE (commitment, claim) IN (SELECT commitment, claim FROM " EARLIEST(
        "follow", ">") ");";

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
                         "deadline < " LATEST_TOLD);
}
