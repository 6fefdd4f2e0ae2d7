/* sqlite_query.c: events out of the tables: conditions as SQL, and each event built anew from its claims, so that
 * what is shown for a day in the past is made of what had been told by then. */
#include <setjmp.h>

#include "store/sqlite_ledger.h"
#include "text/words.h"

/* ---- functions of SQL -------------------------------------------------------------------------- */

static int add_word(void *context, bool again, const char *word, int len, int start, int end) {
    isn_buf *out = context;
    (void)start;
    (void)end;
    if (!again) {
        isn_buf_puts(out, out->len > 0 ? " " : "");
        isn_buf_put(out, word, (size_t)len);
    }
    return 0;
}

/* isn_fold(text): its words as they fold, so that spellings compare. */
static void sql_fold(sqlite3_context *context, int n, sqlite3_value **values) {
    isn_buf out;
    (void)n;
    const char *text = (const char *)sqlite3_value_text(values[0]);
    if (text == NULL) {
        sqlite3_result_null(context);
        return;
    }
    isn_buf_init(&out);
    isn_words(text, (size_t)sqlite3_value_bytes(values[0]), true, add_word, &out);
    if (out.failed) {
        sqlite3_result_error_nomem(context);
    } else {
        sqlite3_result_text(context, out.ptr != NULL ? out.ptr : "", (int)out.len,
                            SQLITE_TRANSIENT);
    }
    isn_buf_release(&out);
}

/* isn_km(lat, lon, lat, lon) */
static void sql_km(sqlite3_context *context, int n, sqlite3_value **values) {
    int32_t at[4];
    for (int i = 0; i < 4; i++) {
        if (n != 4 || sqlite3_value_type(values[i]) == SQLITE_NULL) {
            sqlite3_result_null(context);
            return;
        }
        at[i] = (int32_t)(sqlite3_value_double(values[i]) * 10000);
    }
    sqlite3_result_double(context, isn_ledger_km(at[0], at[1], at[2], at[3]));
}

typedef struct comparing {
    isn_store *store;
    isn_arena *arena;
    int64_t a, b;
    isn_buf *why;
} comparing;

static void compare(void *context) {
    comparing *c = context;
    isn_loader loader;
    isn_loader_init(&loader, c->store, c->arena);
    const isn_entry *a = isn_loader_entry(&loader, c->a);
    const isn_entry *b = a != NULL ? isn_loader_entry(&loader, c->b) : NULL;
    if (b != NULL) {
        isn_ledger_score(a, b, c->why);
    }
}

/* isn_why(claim, claim): what speaks for the two being of one occurrence, as in `entry.reasons`. */
static void sql_why(sqlite3_context *context, int n, sqlite3_value **values) {
    isn_buf why;
    comparing c = {sqlite3_user_data(context), NULL, sqlite3_value_int64(values[0]),
                   sqlite3_value_int64(values[1]), &why};
    (void)n;
    isn_buf_init(&why);
    if (isn_arena_new(&c.arena, (size_t)1 << 16) != ISN_OK ||
        !isn_arena_try(c.arena, compare, &c) || why.failed) {
        sqlite3_result_error_nomem(context);
    } else {
        sqlite3_result_text(context, why.ptr != NULL ? why.ptr : "", (int)why.len,
                            SQLITE_TRANSIENT);
    }
    isn_arena_free(c.arena);
    isn_buf_release(&why);
}

bool isn_filter_functions(isn_store *store) {
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
    return sqlite3_create_function(store->db, "isn_fold", 1, flags, NULL, sql_fold, NULL, NULL) ==
               SQLITE_OK &&
           sqlite3_create_function(store->db, "isn_km", 4, flags, NULL, sql_km, NULL, NULL) ==
               SQLITE_OK &&
           sqlite3_create_function(store->db, "isn_why", 2, SQLITE_UTF8, store, sql_why, NULL,
                                   NULL) == SQLITE_OK;
}

/* ---- conditions -------------------------------------------------------------------------------- */

#define FOLDED(column) "isn_fold(" column ") LIKE '%' || isn_fold(?) || '%'"
/* Is a column among its own values that fold so? Each value is folded once, however many rows have it: LIMIT keeps
 * SQLite from doing it row by row. */
#define SPELLED(table, column)                                                                     \
    column " IN (SELECT w FROM (SELECT DISTINCT " column " AS w FROM " table                       \
           " LIMIT -1) WHERE " FOLDED("w") ")"
#define OF_CLAIMS(from) "v.id IN (SELECT e.event FROM entry e " from ")"
/* What is an id is found by its index alone. */
#define NAMED(table, id, other)                                                                    \
    OF_CLAIMS("WHERE e.claim IN (SELECT claim FROM " table " WHERE " id " = ? UNION ALL SELECT "   \
              "claim FROM " table " WHERE NOT EXISTS (SELECT 1 FROM " table " WHERE " id " = ?) "  \
              "AND (" other " = ? OR " SPELLED(table, "text") " OR " SPELLED(table, "name") "))")

/* How each field is asked; the bindings follow in `bind_condition`. */
static const char *const sql_of[] = {
    [ISN_FIELD_WORDS] =
        OF_CLAIMS("WHERE e.article IN (SELECT rowid FROM word w WHERE w.text MATCH ?)"),
    [ISN_FIELD_ID] = "v.id = ?",
    [ISN_FIELD_KIND] = "v.kind = ?",
    [ISN_FIELD_TYPE] = "v.event_type = upper(?)",
    [ISN_FIELD_MODE] = "v.mode = ?",
    [ISN_FIELD_COUNTRY] = "v.country = upper(?)",
    [ISN_FIELD_OUTCOME] = "v.outcome = ?",
    [ISN_FIELD_PLACE] = NAMED("place", "place_id", "admin1"),
    [ISN_FIELD_ACTOR] = NAMED("actor", "actor_id", "sector"),
    [ISN_FIELD_SOURCE] = NAMED("link", "actor_id", "role"),
    [ISN_FIELD_OUTLET] =
        OF_CLAIMS("JOIN articles a ON a.id = e.article WHERE a.outlet_id = ? OR a.outlet = ? "
                  "OR a.source = ? OR " FOLDED("a.outlet")),
    [ISN_FIELD_NEAR] =
        "v.id IN (SELECT e.event FROM place_box b JOIN entry e ON e.claim = b.claim WHERE "
        "b.north >= ? AND b.south <= ? AND b.east >= ? AND b.west <= ?) AND "
        "v.place_precision <= 3 AND isn_km(v.lat, v.lon, ?, ?) <= ?",
    [ISN_FIELD_DATE] = "v.date_end >= ? AND coalesce(v.date_start, v.date_end) <= ?",
    [ISN_FIELD_DEADLINE] = "v.deadline BETWEEN ? AND ?",
    [ISN_FIELD_FIGURE] =
        ("(SELECT coalesce(x.best, x.low) FROM estimate x WHERE x.event = v.id AND x.what = ? "
         "AND x.rule = ?)"),
    [ISN_FIELD_CLAIMS] = "v.claims",
    [ISN_FIELD_SOURCES] = "v.sources",
};

static void bind_near(isn_sql *b, const int64_t at[3]) {
    double lat = (double)at[0] / 10000;
    double lon = (double)at[1] / 10000;
    double up = (double)at[2] / 110.0; /* a degree of latitude is 110.6 km at least */
    double across = up * (lat > 80 || lat < -80 ? 12 : 6);
    if (lat < 60 && lat > -60) {
        across = up * 2.1;
    }
    isn_sql_real(b, lat - up);
    isn_sql_real(b, lat + up);
    isn_sql_real(b, lon - across);
    isn_sql_real(b, lon + across);
    isn_sql_real(b, lat);
    isn_sql_real(b, lon);
    isn_sql_real(b, (double)at[2]);
}

/* The figure that stands in `event` itself. */
static bool is_kept(const isn_condition *c, isn_rule rule) {
    return c->field == ISN_FIELD_FIGURE && rule == ISN_RULE_UCDP && isn_str_eqz(c->text, "killed");
}

static void bind_condition(isn_sql *b, const isn_condition *c, isn_rule rule) {
    switch (c->field) {
    case ISN_FIELD_PLACE:
    case ISN_FIELD_ACTOR:
    case ISN_FIELD_SOURCE:
    case ISN_FIELD_OUTLET:
        for (int i = c->field == ISN_FIELD_OUTLET; i < 5; i++) {
            isn_sql_str(b, c->text);
        }
        break;
    case ISN_FIELD_NEAR: bind_near(b, c->number); break;
    case ISN_FIELD_DATE:
    case ISN_FIELD_DEADLINE:
        isn_sql_day(b, (int32_t)c->number[0]);
        isn_sql_day(b, (int32_t)c->number[1]);
        break;
    case ISN_FIELD_FIGURE:
        if (!is_kept(c, rule)) {
            isn_sql_str(b, c->text);
            isn_sql_name(b, isn_rule_names[rule]);
        }
        isn_sql_int(b, c->number[0]);
        break;
    case ISN_FIELD_CLAIMS:
    case ISN_FIELD_SOURCES: isn_sql_int(b, c->number[0]); break;
    default: isn_sql_str(b, c->text); break;
    }
}

static void put_condition(isn_buf *sql, const isn_condition *c, isn_rule rule) {
    isn_buf_printf(sql, " AND (%s", is_kept(c, rule) ? "v.killed" : sql_of[c->field]);
    if (c->field == ISN_FIELD_FIGURE || c->field == ISN_FIELD_CLAIMS ||
        c->field == ISN_FIELD_SOURCES) {
        isn_buf_printf(sql, " %s ?", c->compare);
    }
    isn_buf_puts(sql, ")");
}

void isn_filter_put(isn_buf *sql, const isn_filter *filter) {
    for (uint32_t i = 0; i < filter->n; i++) {
        put_condition(sql, &filter->conditions[i], filter->rule);
    }
    if (filter->as_of != ISN_NO_DAY) {
        isn_buf_puts(sql, " AND v.first_told <= ?");
    }
}

void isn_filter_bind(isn_sql *b, const isn_filter *filter) {
    for (uint32_t i = 0; i < filter->n; i++) {
        bind_condition(b, &filter->conditions[i], filter->rule);
    }
    if (filter->as_of != ISN_NO_DAY) {
        isn_sql_day(b, filter->as_of);
    }
}

typedef ISN_VEC(isn_str) ids;

static bool find(isn_store *store, const isn_filter *filter, ids *out, isn_arena *arena) {
    isn_sql b = {NULL, 0, SQLITE_OK};
    isn_buf sql;
    isn_buf_init(&sql);
    isn_buf_puts(&sql, "SELECT v.id FROM event v WHERE v.status = 'active'");
    isn_filter_put(&sql, filter);
    isn_buf_puts(&sql, " ORDER BY coalesce(v.date_end, '9'), v.date_start, v.id");
    b.code = sql.failed ? SQLITE_NOMEM
                        : sqlite3_prepare_v2(store->db, sql.ptr, (int)sql.len, &b.statement, NULL);
    isn_buf_release(&sql);
    if (b.code == SQLITE_OK) {
        isn_filter_bind(&b, filter);
    }
    while (b.code != SQLITE_NOMEM && isn_sql_row(&b)) {
        *ISN_PUSH(arena, out) = isn_sql_text_at(&b, 0, arena);
    }
    bool ok = b.code == SQLITE_DONE;
    sqlite3_finalize(b.statement);
    return ok;
}

/* ---- events ------------------------------------------------------------------------------------ */

typedef struct reading {
    isn_store *store;
    const isn_filter *filter;
    isn_event_visit visit;
    void *context;
    isn_arena *arena, *lasting;
    isn_status status; /* of the visitor */
} reading;

static bool read_outcome(reading *r, isn_event *e) {
    isn_sql b =
        isn_sql_on(r->store, "SELECT outcome, (SELECT group_concat(total, '; ') FROM (SELECT total "
                             "FROM cover WHERE event = v.id ORDER BY total)) FROM event v "
                             "WHERE id = ?");
    isn_sql_str(&b, e->id);
    if (isn_sql_row(&b)) {
        bool past = r->filter->as_of != ISN_NO_DAY; /* what came of a promise was not known then */
        e->outcome = past ? (isn_str){NULL, 0} : isn_sql_text_at(&b, 0, r->arena);
        e->covered_by = isn_sql_text_at(&b, 1, r->arena);
    }
    return isn_sql_done(&b);
}

/* The view `responsibility` of one event: asked by its parts, for SQLite would make it of all. */
static bool read_responsible(reading *r, isn_event *e) {
    if (e->kind != ISN_KIND_INCIDENT || r->filter->as_of != ISN_NO_DAY) {
        return true;
    }
    isn_sql b = isn_sql_on(
        r->store, "SELECT json_group_array(json_object('actor', actor, 'id', actor_id, 'status', "
                  "CASE WHEN denied THEN 'contested' WHEN NOT claimed THEN 'attributed' WHEN total "
                  "> 1 THEN 'contested' ELSE 'claimed' END, 'claims', claims)) FROM (SELECT "
                  "actor_id, actor, denied, claimed, claims, sum(claimed) OVER () AS total FROM "
                  "(SELECT actor_id, actor, max(stance = 'denied') AS denied, max(stance = "
                  "'claimed') AS claimed, count(DISTINCT claim) AS claims FROM stances WHERE event "
                  "= ? GROUP BY coalesce(actor_id, actor)) ORDER BY actor, actor_id)");
    isn_sql_str(&b, e->id);
    if (isn_sql_row(&b)) {
        e->responsible = isn_sql_text_at(&b, 0, r->arena);
    }
    return isn_sql_done(&b);
}

static bool read_event(reading *r, isn_str id) {
    isn_loader loader;
    isn_entry **entries = NULL;
    uint32_t n = 0;
    isn_event event = {.id = id};
    isn_arena_reset(r->arena, (size_t)4 << 20);
    isn_loader_init(&loader, r->store, r->arena);
    if (!isn_loader_event(&loader, id, r->filter->as_of, &entries, &n)) {
        return false;
    }
    if (n == 0) {
        return true;
    }
    isn_event_build(&event, entries, n, r->arena);
    event.status = isn_str_z("active");
    if (!read_outcome(r, &event) || !read_responsible(r, &event)) {
        return false;
    }
    r->status = r->visit(r->context, &event, r->arena);
    return true;
}

static bool read_all(reading *r) {
    ids found = {.len = 0};
    if (!isn_filter_functions(r->store) || !find(r->store, r->filter, &found, r->lasting)) {
        return false;
    }
    for (uint32_t i = 0; i < found.len && r->status == ISN_OK; i++) {
        if (!read_event(r, found.ptr[i])) {
            return false;
        }
    }
    return true;
}

/* Own function: what lives across the jump must not be in registers of the caller. */
static isn_status guarded(reading *r, isn_guard *guard, isn_error *error) {
    if (setjmp(guard->jump) != 0) {
        return isn_fail(error, ISN_ENOMEM, r->store->path, 0, "out of memory");
    }
    isn_arena_guard(r->arena, guard);
    isn_arena_guard(r->lasting, guard);
    return read_all(r) ? r->status : isn_store_broken(r->store, error);
}

isn_status isn_store_events(isn_store *store, const isn_filter *filter, isn_event_visit visit,
                            void *context, isn_error *error) {
    reading r = {.store = store, .filter = filter, .visit = visit, .context = context};
    isn_guard guard;
    isn_status status = isn_store_index(store, error);
    if (status == ISN_OK) {
        status = isn_store_commit(store, error);
    }
    if (status != ISN_OK) {
        return status;
    }
    if (isn_arena_new(&r.arena, (size_t)1 << 20) == ISN_OK &&
        isn_arena_new(&r.lasting, (size_t)1 << 16) == ISN_OK) {
        status = guarded(&r, &guard, error);
    } else {
        status = isn_fail(error, ISN_ENOMEM, store->path, 0, "out of memory");
    }
    isn_arena_free(r.arena);
    isn_arena_free(r.lasting);
    return status;
}

static isn_str text_at(isn_sql *b, int column) {
    const char *text = (const char *)sqlite3_column_text(b->statement, column);
    return text == NULL ? (isn_str){NULL, 0} : isn_str_z(text);
}

isn_status isn_store_ended(isn_store *store, isn_ended_visit visit, void *context,
                           isn_error *error) {
    isn_status status = ISN_OK;
    isn_sql b = isn_sql_on(
        store, "SELECT id, status, successor FROM event WHERE status <> 'active' ORDER BY id");
    while (status == ISN_OK && isn_sql_row(&b)) {
        status = visit(context, text_at(&b, 0), text_at(&b, 1), text_at(&b, 2));
    }
    return isn_sql_done(&b) ? status : isn_store_broken(store, error);
}
