/* sqlite_index.c: full-text search, the tree of boxes, and the claims of each form of an actor, a place and a source, brought
 * up to what has been stored. Coding articles does not wait for them: an index of words is slower to write than the
 * claims themselves, and one of forms is written all over. They catch up when a store is linked or searched. So it is with
 * the indexes of a ledger that is filled at once, and with those of claims, figures and forms: they are made then, sorted, and
 * kept from then on. */
#include "store/sqlite.h"

/* What only questions ask. */
static const char asked[] =
    "CREATE INDEX IF NOT EXISTS claim_of ON claim_row (record, number);"
    "CREATE INDEX IF NOT EXISTS figure_claim ON figure_row (claim);"
    "CREATE INDEX IF NOT EXISTS figure_whole ON figure_row (of_whom) WHERE of_whom NOT NULL;"
    "CREATE INDEX IF NOT EXISTS record_published ON record_row (published);"
    "CREATE INDEX IF NOT EXISTS article_source ON article (source) WHERE source NOT NULL;"
    "CREATE INDEX IF NOT EXISTS actor_form_id ON actor_form (actor_id) WHERE actor_id NOT NULL;"
    "CREATE INDEX IF NOT EXISTS place_form_id ON place_form (place_id) WHERE place_id NOT NULL;"
    "CREATE INDEX IF NOT EXISTS link_form_id ON link_form (actor_id) WHERE actor_id NOT NULL;";

bool isn_sqlite_is_asked(isn_store *store, bool *is) {
    int64_t there = 0;
    const bool ok =
        isn_sql_ask(store, "SELECT count(*) FROM sqlite_schema WHERE name = 'claim_of'", &there);
    *is = there > 0;
    return ok;
}

bool isn_sqlite_make_asked(isn_store *store) {
    bool is = false;
    return isn_sqlite_is_asked(store, &is) &&
           (is || (isn_store_begin(store) && isn_store_run(store, asked)));
}

typedef struct index_of {
    const char *what, *newest, *add;
} index_of;

#define NEWEST_CLAIM "SELECT max(id) FROM claim_row"
#define OF_FORMS(rows) "SELECT form, claim FROM " rows " WHERE claim > ?1 AND claim <= ?2"
#define LISTS(of, forms)                                                                           \
    "INSERT INTO " of " SELECT form, min(claim), isn_claim_list(claim) FROM (SELECT DISTINCT * "   \
    "FROM (" forms ") ORDER BY form, claim) GROUP BY form"

/* How many claims have a form, and what has an id: each claim comes once, so that numbers are added. */
#define NAMED(rows) "(SELECT DISTINCT form, claim FROM " rows " WHERE claim > ? AND claim <= ?)"
#define COUNTS(forms, rows)                                                                        \
    "UPDATE " forms " SET claims = claims + n FROM (SELECT form, count(*) AS n FROM " NAMED(       \
        rows) " GROUP BY form) AS x WHERE x.form = id"
#define USES(used, forms, id, rows)                                                                \
    "INSERT INTO " used " SELECT f." id                                                            \
    ", count(DISTINCT x.claim) FROM " NAMED(rows) " x JOIN " forms                                 \
                                                  " f ON f.id = x.form WHERE f." id                \
                                                  " NOT NULL GROUP BY 1 ON CONFLICT (id) DO "      \
                                                  "UPDATE SET claims = claims + excluded.claims"

static const index_of indexes[] = {
    {"words", "SELECT max(id) FROM article",
     "INSERT INTO word (rowid, text) SELECT id, text FROM article WHERE id > ? AND id <= ?"},
    {"places", "SELECT max(id) FROM place_form",
     "INSERT INTO place_box SELECT id, lat, lat, lon, lon FROM place_form WHERE id > ? AND id <= ? "
     "AND lat IS NOT NULL"},
    {"actor forms", NEWEST_CLAIM, LISTS("actor_list", OF_FORMS("actor_row"))},
    {"place forms", NEWEST_CLAIM, LISTS("place_list", OF_FORMS("place_row"))},
    {"actor counts", NEWEST_CLAIM, COUNTS("actor_form", "actor_row")},
    {"place counts", NEWEST_CLAIM, COUNTS("place_form", "place_row")},
    {"actors", NEWEST_CLAIM, USES("actor_used", "actor_form", "actor_id", "actor_row")},
    {"places named", NEWEST_CLAIM, USES("place_used", "place_form", "place_id", "place_row")},
    {"link forms", NEWEST_CLAIM,
     LISTS("link_list", OF_FORMS("link_row") " UNION ALL " OF_FORMS("telling_row"))},
};

/* Words are gathered in memory before they are written: what fills an empty index at once has more of them in one place. */
#define GATHER "INSERT INTO word (word, rank) VALUES ('hashsize', 16777216)"

static bool run_with(isn_store *store, const char *literal, const char *name, int64_t a,
                     int64_t b) {
    isn_sql s = isn_sql_on(store, literal);
    if (name != NULL) {
        isn_sql_name(&s, name);
    }
    isn_sql_int(&s, a);
    if (b >= 0) {
        isn_sql_int(&s, b);
    }
    return isn_sql_step(&s);
}

/* How far the index goes, and how far it could. */
static bool extent(isn_store *store, const index_of *of, int64_t *done, int64_t *newest) {
    char sql[96];
    sqlite3_snprintf(sizeof sql, sql, "SELECT upto FROM progress WHERE what = '%s'", of->what);
    return isn_sql_ask(store, sql, done) && isn_sql_ask(store, of->newest, newest);
}

bool isn_sqlite_index(isn_store *store) {
    if (!isn_sqlite_make_bundles(store) || !isn_sqlite_make_asked(store)) {
        return false;
    }
    for (size_t i = 0; i < ISN_LEN(indexes); i++) {
        int64_t done = 0;
        int64_t newest = 0;
        if (!extent(store, &indexes[i], &done, &newest)) {
            return false;
        }
        if (i == 0 && done == 0 && newest > 0 &&
            (!isn_store_begin(store) || !isn_store_run(store, GATHER))) {
            return false;
        }
        if (newest > done &&
            (!isn_store_begin(store) || !run_with(store, indexes[i].add, NULL, done, newest) ||
             !run_with(store, "INSERT OR REPLACE INTO progress VALUES (?, ?)", indexes[i].what,
                       newest, -1))) {
            return false;
        }
    }
    return true;
}

/* ---- a ledger that is empty ----------------------------------------------------------------------- */

/* Entries are looked for by their days while they come in, and nothing else is until all events are made. */
#define LOOSE                                                                                      \
    "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql NOT NULL AND tbl_name IN "   \
    "('entry_row', 'event_row', 'change') AND name NOT IN ('entry_window', 'entry_long')"

bool isn_sqlite_unindex(isn_store *store) {
    isn_sqlite *own = (isn_sqlite *)store;
    isn_buf *made = &own->indexes;
    isn_buf gone;
    isn_buf_init(&gone);
    isn_sql b = isn_sql_on(store, LOOSE);
    while (isn_sql_row(&b)) {
        isn_str name = isn_sql_str_at(&b, 0);
        isn_buf_printf(&gone, "DROP INDEX %.*s;", (int)name.len, name.ptr);
        isn_str sql = isn_sql_str_at(&b, 1);
        isn_buf_printf(made, "%.*s;", (int)sql.len, sql.ptr);
    }
    own->no_memory = own->no_memory || gone.failed || made->failed;
    bool ok = isn_sql_done(&b) && !own->no_memory;
    ok = ok && (gone.len == 0 || isn_store_run(store, gone.ptr));
    ok = ok && isn_store_run(store, store->driver->mapped); /* what was coded is read twice */
    isn_buf_release(&gone);
    return ok;
}

bool isn_sqlite_reindex(isn_store *store) {
    isn_buf *made = &((isn_sqlite *)store)->indexes;
    bool ok = made->len == 0 || isn_store_run(store, made->ptr);
    made->len = 0;
    return ok && isn_store_run(store, store->driver->unmapped);
}
