/* anew.c: articles that were coded again, by another coder or with other knowledge. The claims of the old coding leave the
 * ledger, and their rows stay with its record. What the new coding tells of the same occurrence enters the event that
 * the old was of, so that ids hold: an id goes on where it can be said what it was of.
 *
 * The same is what has the same words for its anchor, whatever the new coder calls the act; else what is of the same act in the same
 * sentence, the nearest. Both are of the same kind: a tally is no incident.
 */
#include "store/linking.h"

static bool run_on(isn_linking *l, const char *literal, int64_t a) {
    isn_sql b = isn_sql_on(l->store, literal);
    isn_sql_int(&b, a);
    return isn_sql_step(&b);
}

/* Touches the events that the rows name. */
static bool touch_rows(isn_linking *l, isn_sql *b) {
    while (isn_sql_row(b)) {
        isn_link_touch(l, isn_sql_text_at(b, 0, l->lasting));
    }
    return isn_sql_done(b);
}

/* Promises that a claim reported on which is no more. */
static bool touch_unheard(isn_linking *l) {
    isn_sql b =
        isn_sql_on(l->store, "SELECT DISTINCT commitment FROM follow WHERE NOT EXISTS "
                             "(SELECT 1 FROM entry e WHERE " ISN_KEYED("e", "follow.claim") ")");
    return touch_rows(l, &b);
}

/* Claims that have left, and the events that they were of. */
#define HEIR                                                                                       \
    "SELECT e.article AS article, c.id AS claim, e.kind AS kind, e.event_type AS event_type, "     \
    "c.anchor_start AS anchor_start, c.anchor_end AS anchor_end, c.evidence_start AS "             \
    "evidence_start, e.event AS event FROM claim c JOIN entry e ON e.claim = c.id WHERE "
static const char scratch[] = "CREATE TEMP TABLE IF NOT EXISTS heir AS " HEIR
                              "1 = 0; CREATE INDEX IF NOT EXISTS heir_article ON heir (article); "
                              "DELETE FROM heir";

#define STIR(entry)                                                                                \
    "UPDATE " entry " SET dirty = 1 WHERE event IN (SELECT event FROM " entry                      \
    " WHERE claim IN (SELECT id FROM claim WHERE record = ?))"
#define DROP(entry) "DELETE FROM " entry " WHERE claim IN (SELECT id FROM claim WHERE record = ?)"

static bool drop_pairs(isn_linking *l, int64_t record) {
    ISN_VEC(int64_t) claims = {.len = 0};
    if (l->store->driver->unpair == NULL) {
        return run_on(l, "DELETE FROM pair WHERE a IN (SELECT id FROM claim WHERE record = ?)",
                      record) &&
               run_on(l, "DELETE FROM pair WHERE b IN (SELECT id FROM claim WHERE record = ?)",
                      record);
    }
    isn_sql b = isn_sql_on(l->store, "SELECT id FROM claim WHERE record = ?");
    isn_sql_int(&b, record);
    while (isn_sql_row(&b)) {
        *ISN_PUSH(l->lasting, &claims) = isn_sql_int_at(&b, 0);
    }
    bool ok = isn_sql_done(&b);
    for (uint32_t i = 0; ok && i < claims.len; i++) {
        ok = l->store->driver->unpair(l->store, claims.ptr[i]);
    }
    return ok;
}

/* Claims of a record that a newer one has taken the place of leave their events, which is noted; their neighbours are looked
 * at again. */
static bool drop_entries(isn_linking *l, int64_t record) {
    isn_sql b = isn_sql_on(l->store,
                           "SELECT DISTINCT event FROM entry WHERE event IS NOT NULL AND claim IN "
                           "(SELECT id FROM claim WHERE record = ?)");
    isn_sql_int(&b, record);
    return touch_rows(l, &b) &&
           run_on(l, "INSERT INTO heir " HEIR "c.record = ? AND e.event IS NOT NULL", record) &&
           run_on(l, ISN_EITHER(l->store, STIR("entry_row"), STIR("entry")), record) &&
           run_on(
               l,
               ISN_EITHER(
                   l->store,
                   "UPDATE entry_row SET dirty = 1 WHERE claim IN (SELECT n.other FROM claim c "
                   "JOIN "
                   "pair_list p ON p.claim = c.id, isn_pairs(p.claim, p.list) n WHERE c.record = "
                   "?1)",
                   "UPDATE entry SET dirty = 1 WHERE claim IN (SELECT p.a FROM pair p JOIN claim c "
                   "ON c.id = p.b WHERE c.record = ?1 UNION SELECT p.b FROM pair p JOIN claim c ON "
                   "c.id = p.a WHERE c.record = ?1)"),
               record) &&
           drop_pairs(l, record) &&
           run_on(l, ISN_EITHER(l->store, DROP("entry_row"), DROP("entry")), record);
}

bool isn_link_drop_old(isn_linking *l) {
    ISN_VEC(int64_t) old = {.len = 0};
    isn_sql b = isn_sql_on(
        l->store, "SELECT DISTINCT o.id FROM record n JOIN record o ON o.article = n.article AND "
                  "o.id < n.id WHERE n.id IN (SELECT id FROM unlinked) ORDER BY o.id");
    while (isn_sql_row(&b)) {
        *ISN_PUSH(l->lasting, &old) = isn_sql_int_at(&b, 0);
    }
    if (!isn_sql_done(&b)) {
        return false;
    }
    l->anew = old.len > 0;
    if (l->anew && !isn_store_run(l->store, scratch)) {
        return false;
    }
    for (uint32_t i = 0; i < old.len; i++) {
        if (!drop_entries(l, old.ptr[i])) {
            return false;
        }
    }
    return !l->anew || touch_unheard(l);
}

#define KEPT                                                                                       \
    "(SELECT h.event FROM heir h JOIN claim c ON c.id = entry.claim WHERE h.article = "            \
    "entry.article AND h.kind = entry.kind AND ((h.anchor_start = c.anchor_start AND "             \
    "h.anchor_end = c.anchor_end) OR (h.event_type = entry.event_type AND h.evidence_start = "     \
    "c.evidence_start)) ORDER BY CASE WHEN h.anchor_start = c.anchor_start AND h.anchor_end = "    \
    "c.anchor_end THEN 0 ELSE 1 END, coalesce(abs(h.anchor_start - c.anchor_start), 0), h.claim "  \
    "LIMIT 1)"

bool isn_link_keep_events(isn_linking *l) {
    return !l->anew ||
           isn_store_run(
               l->store,
               ISN_EITHER(l->store,
                          "UPDATE entry_row SET event = (SELECT number FROM event_row WHERE id = "
                          "(SELECT " KEPT " FROM entry WHERE claim = entry_row.claim)) WHERE "
                          "event IS NULL AND claim IN " ISN_CLAIMS_IN("(SELECT article FROM heir)"),
                          "UPDATE entry SET event = " KEPT
                          " WHERE event IS NULL AND article IN (SELECT "
                          "article FROM heir)"));
}
