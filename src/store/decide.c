/* decide.c: what people decide of two claims. A decision names them by article and anchor, so that it
 * holds for a newer coding of the article too. It is never deleted: undoing it is noted. */
#include "store/linking.h"

/* Marks what hangs together with the claim, so that the next run looks at it again. */
static bool stir(isn_store *store, isn_str ident) {
    isn_sql b = isn_sql_on(
        store, ISN_EITHER(store,
                          "UPDATE entry_row SET dirty = 1 WHERE claim IN " ISN_CLAIMS_IN(
                              "(SELECT id FROM article WHERE ident = ?)"),
                          "UPDATE entry SET dirty = 1 WHERE article = (SELECT id FROM article "
                          "WHERE ident = ?)"));
    isn_sql_str(&b, ident);
    return isn_sql_step(&b);
}

static bool stir_key(isn_store *store, isn_str key) {
    isn_sql b = isn_sql_on(
        store, ISN_EITHER(store,
                          "UPDATE entry_row SET dirty = 1 WHERE claim IN (SELECT e.claim FROM "
                          "entry e WHERE " ISN_KEYED("e", "?1") ")",
                          "UPDATE entry SET dirty = 1 WHERE " ISN_KEYED("entry", "?1")));
    isn_sql_str(&b, key);
    return isn_sql_step(&b);
}

static bool has_entry(isn_store *store, isn_str key, bool *found) {
    int64_t n = 0;
    isn_sql b = isn_sql_on(store, "SELECT count(*) FROM entry e JOIN claim c ON c.id = e.claim "
                                  "WHERE " ISN_KEYED("e", "?1") " AND c.anchor_start IS NOT NULL");
    isn_sql_str(&b, key);
    bool ok = isn_sql_number(&b, &n);
    *found = n > 0;
    return ok;
}

static isn_status check_keys(isn_store *store, isn_str a, isn_str b, isn_error *error) {
    const isn_str keys[] = {a, b};
    for (size_t i = 0; i < ISN_LEN(keys); i++) {
        bool found = false;
        if (!has_entry(store, keys[i], &found)) {
            return isn_store_give_up(store, error);
        }
        if (!found) {
            return isn_fail(error, ISN_EUSAGE, store->path, 0, "no linked claim %.*s",
                            (int)(keys[i].len < 60 ? keys[i].len : 60), keys[i].ptr);
        }
    }
    return isn_str_eq(a, b) ? isn_fail(error, ISN_EUSAGE, store->path, 0,
                                       "a claim cannot be decided against itself")
                            : ISN_OK;
}

isn_status isn_decide_pair(isn_store *store, bool same, isn_str a, isn_str b, isn_str coder,
                           isn_str note, uint64_t *number, isn_error *error) {
    isn_status status = check_keys(store, a, b, error);
    if (status != ISN_OK) {
        return status;
    }
    isn_sql add = isn_sql_on(
        store,
        "INSERT INTO decision (same, a_article, a_start, a_end, b_article, b_start, b_end, coder, "
        "note, at) "
        "SELECT ?3, p.ident, x.anchor_start, x.anchor_end, q.ident, y.anchor_start, "
        "y.anchor_end, ?4, ?5, ?6 "
        "FROM entry e JOIN claim x ON x.id = e.claim JOIN article p ON p.id = e.article, "
        "entry f JOIN claim y ON y.id = f.claim JOIN article q ON q.id = f.article "
        "WHERE " ISN_KEYED("e", "?1") " AND " ISN_KEYED("f", "?2") " RETURNING id");
    isn_sql_str(&add, a);
    isn_sql_str(&add, b);
    isn_sql_int(&add, same);
    isn_sql_str(&add, coder);
    isn_sql_str(&add, note);
    isn_sql_now(&add);
    int64_t row = 0;
    if (!isn_sql_number(&add, &row)) {
        return isn_store_give_up(store, error);
    }
    *number = (uint64_t)row;
    return stir_key(store, a) && stir_key(store, b) ? ISN_OK : isn_store_give_up(store, error);
}

static isn_status undo(isn_store *store, isn_str which, uint64_t *number, isn_error *error) {
    int64_t row = 0;
    for (size_t i = 0; i < which.len && which.ptr[i] >= '0' && which.ptr[i] <= '9' && i < 18; i++) {
        row = row * 10 + (which.ptr[i] - '0');
    }
    int64_t ended = 0;
    isn_sql end = isn_sql_on(
        store, "UPDATE decision SET undone = ? WHERE id = ? AND undone IS NULL RETURNING id");
    isn_sql_now(&end);
    isn_sql_int(&end, row);
    if (!isn_sql_number(&end, &ended)) {
        return isn_store_give_up(store, error);
    }
    if (ended == 0) {
        return isn_fail(error, ISN_EUSAGE, store->path, 0, "no decision %.*s that holds",
                        (int)(which.len < 40 ? which.len : 40), which.ptr);
    }
    *number = (uint64_t)row;
    char idents[2][80] = {"", ""};
    isn_sql read = isn_sql_on(store, "SELECT a_article, b_article FROM decision WHERE id = ?");
    isn_sql_int(&read, row);
    if (isn_sql_row(&read)) {
        for (int i = 0; i < 2; i++) {
            isn_sql_copy(idents[i], sizeof idents[i], isn_sql_str_at(&read, i));
        }
    }
    return isn_sql_done(&read) && stir(store, isn_str_z(idents[0])) &&
                   stir(store, isn_str_z(idents[1]))
               ? ISN_OK
               : isn_store_give_up(store, error);
}

isn_status isn_store_decide(isn_store *store, isn_decision what, isn_str a, isn_str b,
                            isn_str coder, isn_str note, uint64_t *number, isn_error *error) {
    uint64_t given = 0;
    if (!isn_store_begin(store)) {
        return isn_store_give_up(store, error);
    }
    isn_status status = what == ISN_DECIDE_UNDO ? undo(store, a, &given, error)
                                                : isn_decide_pair(store, what == ISN_DECIDE_SAME, a,
                                                                  b, coder, note, &given, error);
    status = isn_store_end(store, status, error);
    if (status == ISN_OK) {
        *number = given;
    }
    return status;
}

/* ---- merge, split -------------------------------------------------------------------------------- */

#define KEY 96
#define MOST 256 /* claims; what has more is no event */

/* Reads keys into `keys` until they end; at most `most` of them stay. */
static bool keys_of(isn_store *store, const char *literal, isn_str id, char (*keys)[KEY],
                    uint32_t most, uint32_t *n) {
    isn_sql b = isn_sql_on(store, literal);
    isn_sql_str(&b, id);
    *n = 0;
    while (*n < most && isn_sql_row(&b)) {
        isn_sql_copy(keys[(*n)++], KEY, isn_sql_str_at(&b, 0));
    }
    return isn_sql_done(&b);
}

/* The claim itself, or all of an event. */
static bool claims_of(isn_store *store, isn_str id, char (*keys)[KEY], uint32_t most, uint32_t *n) {
    if (!keys_of(
            store,
            ISN_EITHER(store,
                       "SELECT e.key FROM entry e JOIN claim c ON c.id = e.claim WHERE e.claim "
                       "IN " ISN_CLAIMS_OF("(?)") " AND c.anchor_start IS NOT NULL ORDER BY e.key",
                       "SELECT e.key FROM entry e JOIN claim c ON c.id = e.claim WHERE e.event = ? "
                       "AND c.anchor_start IS NOT NULL ORDER BY e.key"),
            id, keys, most, n)) {
        return false;
    }
    if (*n == 0 && most > 0) {
        isn_sql_copy(keys[(*n)++], KEY, id);
    }
    return true;
}

isn_status isn_store_merge(isn_store *store, isn_str a, isn_str b, isn_str coder, isn_str note,
                           uint64_t *decisions, isn_error *error) {
    char keys[MOST][KEY];
    uint32_t n = 0;
    uint32_t m = 0;
    uint64_t number = 0;
    isn_status status = ISN_OK;
    if (!isn_store_begin(store) || !claims_of(store, a, keys, MOST / 2, &n) ||
        !claims_of(store, b, keys + n, MOST / 2, &m)) {
        return isn_store_give_up(store, error);
    }
    /* all of both, for claims that scores keep apart would else fall out again */
    for (uint32_t i = 1; i < n + m && status == ISN_OK; i++) {
        status = isn_decide_pair(store, true, isn_str_z(keys[0]), isn_str_z(keys[i]), coder, note,
                                 &number, error);
    }
    status = isn_store_end(store, status, error);
    if (status == ISN_OK) {
        *decisions = n + m - 1;
    }
    return status;
}

#define OTHERS                                                                                     \
    " JOIN claim c ON c.id = o.claim WHERE " ISN_KEYED("e",                                        \
                                                       "?1") " AND c.anchor_start IS NOT NULL "    \
                                                             "ORDER BY o.key"

isn_status isn_store_split(isn_store *store, isn_str claim, isn_str coder, isn_str note,
                           uint64_t *decisions, isn_error *error) {
    char others[MOST][KEY];
    uint32_t n = 0;
    uint64_t number = 0;
    isn_status status = ISN_OK;
    if (!isn_store_begin(store) ||
        !keys_of(
            store,
            ISN_EITHER(store,
                       "SELECT o.key FROM entry e JOIN entry_row f ON f.claim = e.claim JOIN "
                       "entry_row g ON g.event = f.event AND g.claim <> f.claim JOIN entry o ON "
                       "o.claim = g.claim" OTHERS,
                       "SELECT o.key FROM entry e JOIN entry o ON o.event = e.event AND o.claim <> "
                       "e.claim" OTHERS),
            claim, others, MOST, &n)) {
        return isn_store_give_up(store, error);
    }
    if (n == 0) {
        status = isn_fail(error, ISN_EUSAGE, store->path, 0,
                          "no linked claim that stands with others: %.*s",
                          (int)(claim.len < 60 ? claim.len : 60), claim.ptr);
    }
    for (uint32_t i = 0; i < n && status == ISN_OK; i++) {
        status =
            isn_decide_pair(store, false, claim, isn_str_z(others[i]), coder, note, &number, error);
    }
    status = isn_store_end(store, status, error);
    if (status == ISN_OK) {
        *decisions = n;
    }
    return status;
}
