/* query.c: events out of the tables: conditions as SQL, and each event built anew from its claims, so that
 * what is shown for a day in the past is made of what had been told by then. */
#include <setjmp.h>

#include "store/linking.h"

/* ---- conditions -------------------------------------------------------------------------------- */

/* The figure that stands in `event` itself. The sign + keeps SQLite from the index of that alone, which has not what else is
 * asked. */
bool isn_filter_kept(const isn_condition *c, isn_rule rule) {
    return c->field == ISN_FIELD_FIGURE && rule == ISN_RULE_UCDP && isn_str_eqz(c->text, "killed");
}

static void bind_condition(isn_sql *b, const isn_condition *c, isn_rule rule) {
    if (b->store->driver->bind_field(b, c)) {
        return;
    }
    switch (c->field) {
    case ISN_FIELD_DATE:
    case ISN_FIELD_DEADLINE:
        isn_sql_day(b, (int32_t)c->number[0]);
        isn_sql_day(b, (int32_t)c->number[1]);
        break;
    case ISN_FIELD_FIGURE:
        if (!isn_filter_kept(c, rule)) {
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

static void put_condition(isn_buf *sql, const isn_driver *driver, const isn_condition *c,
                          isn_rule rule) {
    isn_buf_puts(sql, " AND (");
    if (c->field != ISN_FIELD_FIGURE) {
        isn_buf_puts(sql, driver->conditions[c->field]);
    } else if (isn_filter_kept(c, rule)) {
        isn_buf_printf(sql, "+v.killed %s ?", c->compare);
    } else {
        isn_buf_printf(sql, "%s WHERE x.what = ? AND f.rule = ? AND coalesce(f.best, f.low) %s ?)",
                       driver->figures, c->compare);
    }
    if (c->field == ISN_FIELD_CLAIMS || c->field == ISN_FIELD_SOURCES) {
        isn_buf_printf(sql, " %s ?", c->compare);
    }
    isn_buf_puts(sql, ")");
}

void isn_filter_put(isn_buf *sql, const isn_driver *driver, const isn_filter *filter) {
    for (uint32_t i = 0; i < filter->n; i++) {
        put_condition(sql, driver, &filter->conditions[i], filter->rule);
    }
    if (filter->as_of != ISN_NO_DAY) {
        isn_buf_printf(sql, " AND %s", driver->told);
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
    isn_buf sql;
    isn_buf_init(&sql);
    isn_buf_printf(&sql, "SELECT v.id FROM %s WHERE %s", store->driver->events,
                   store->driver->active);
    isn_filter_put(&sql, store->driver, filter);
    isn_buf_puts(&sql, " ORDER BY v.date_end IS NULL, v.date_end, v.date_start IS NOT NULL, "
                       "v.date_start, v.id");
    isn_sql b = isn_sql_once(store, &sql);
    isn_buf_release(&sql);
    isn_filter_bind(&b, filter);
    while (isn_sql_row(&b)) {
        *ISN_PUSH(arena, out) = isn_sql_text_at(&b, 0, arena);
    }
    return isn_sql_release(&b);
}

/* ---- events ------------------------------------------------------------------------------------ */

#define AT_ONCE 1024 /* events whose claims are read together */

typedef struct reading {
    isn_store *store;
    const isn_filter *filter;
    isn_event_visit visit;
    void *context;
    isn_arena *arena, *lasting;
    isn_row_map beside; /* of the events that are read together, by the hashes of their ids */
    isn_status status;  /* of the visitor */
} reading;

typedef struct beside { /* what an event has beside its claims */
    isn_str outcome, covered_by, responsible;
} beside;

static beside *beside_of(reading *r, isn_str id) {
    int64_t hash = (int64_t)isn_hash(id.ptr, id.len, 0);
    beside *one = isn_row_map_get(&r->beside, hash);
    if (one == NULL) {
        one = isn_arena_zero(r->arena, sizeof *one);
        isn_row_map_put(&r->beside, r->arena, hash, one);
    }
    return one;
}

static bool read_outcomes(reading *r, isn_str list) {
    isn_sql b = isn_sql_on(r->store,
                           "SELECT id, outcome, (SELECT group_concat(total, '; ') FROM (SELECT "
                           "total FROM cover WHERE event = v.id ORDER BY total) AS x) FROM event v "
                           "WHERE id IN " ISN_NAMED);
    isn_sql_str(&b, list);
    while (isn_sql_row(&b)) {
        beside *one = beside_of(r, isn_sql_str_at(&b, 0));
        one->outcome = isn_sql_text_at(&b, 1, r->arena);
        one->covered_by = isn_sql_text_at(&b, 2, r->arena);
    }
    return isn_sql_done(&b);
}

static void put_string(isn_buf *out, const char *name, isn_str value) {
    isn_buf_printf(out, "\"%s\":", name);
    if (value.ptr == NULL) {
        isn_buf_puts(out, "null");
    } else {
        isn_buf_json(out, value.ptr, value.len);
    }
}

static void put_responsible(isn_buf *out, isn_sql *b) {
    isn_buf_puts(out, out->len > 0 ? ",{" : "[{");
    put_string(out, "actor", isn_sql_str_at(b, 1));
    isn_buf_puts(out, ",");
    put_string(out, "id", isn_sql_str_at(b, 2));
    isn_buf_puts(out, ",");
    put_string(out, "status", isn_sql_str_at(b, 3));
    isn_buf_printf(out, ",\"claims\":%lld}", (long long)isn_sql_int_at(b, 4));
}

static void keep_responsible(reading *r, beside *of, isn_buf *out) {
    if (of != NULL) {
        isn_buf_puts(out, "]");
        of->responsible = isn_str_of(isn_arena_copy(r->arena, out->ptr, out->len), out->len);
    }
    out->len = 0;
}

/* The view `responsibility` of one event, or of some. What they have of the view `stances` is asked for first: SQLite would make
 * all of it for a question that adds up; and of a list it would look at all incidents, so there it is asked event by event. */
#define RESPONSIBLE(which)                                                                         \
    "WITH s AS MATERIALIZED (SELECT event, actor_id, actor, stance, claim FROM stances WHERE "     \
    "event " which ") SELECT event, actor, actor_id, CASE WHEN denied = 1 THEN 'contested' WHEN "  \
    "claimed = 0 THEN 'attributed' WHEN total > 1 THEN 'contested' ELSE 'claimed' END, claims "    \
    "FROM (SELECT event, actor_id, actor, denied, claimed, claims, sum(claimed) OVER (PARTITION "  \
    "BY event) AS total FROM (SELECT event, min(actor_id) AS actor_id, min(actor) AS actor, "      \
    "max(CASE stance WHEN 'denied' THEN 1 ELSE 0 END) AS denied, max(CASE stance WHEN 'claimed' "  \
    "THEN 1 ELSE 0 END) AS claimed, count(DISTINCT claim) AS claims FROM s GROUP BY event, "       \
    "coalesce(actor_id, actor)) AS x) AS y ORDER BY event, actor IS NOT NULL, actor, actor_id IS " \
    "NOT NULL, actor_id"

static const char responsible[] = RESPONSIBLE("= ?");
static const char all_responsible[] = RESPONSIBLE("IN " ISN_NAMED);

static bool read_responsible(reading *r, const char *sql, isn_str of_whom) {
    beside *of = NULL;
    isn_buf out;
    isn_sql b = isn_sql_on(r->store, sql);
    isn_sql_str(&b, of_whom);
    isn_buf_init(&out);
    while (isn_sql_row(&b)) {
        beside *one = beside_of(r, isn_sql_str_at(&b, 0));
        if (one != of) {
            keep_responsible(r, of, &out);
            of = one;
        }
        put_responsible(&out, &b);
    }
    keep_responsible(r, of, &out);
    r->status = out.failed ? ISN_ENOMEM : r->status;
    isn_buf_release(&out);
    return isn_sql_done(&b);
}

static bool read_event(reading *r, isn_loader *loader, isn_str id) {
    isn_entry **entries = NULL;
    uint32_t n = 0;
    isn_event event = {.id = id};
    bool past = r->filter->as_of != ISN_NO_DAY; /* what came of a promise was not known then */
    isn_loader_event(loader, id, r->filter->as_of, &entries, &n);
    if (n == 0) {
        return true;
    }
    isn_event_build(&event, entries, n, r->arena);
    event.status = isn_str_z("active");
    beside *one = beside_of(r, id);
    event.covered_by = one->covered_by;
    event.outcome = past ? (isn_str){NULL, 0} : one->outcome;
    if (event.kind == ISN_KIND_INCIDENT && !past && r->filter->responsible) {
        if (!r->store->driver->afar && !read_responsible(r, responsible, id)) {
            return false;
        }
        event.responsible = one->responsible.ptr != NULL ? one->responsible : isn_str_z("[]");
    }
    if (r->status == ISN_OK) {
        r->status = r->visit(r->context, &event, r->arena);
    }
    return true;
}

static bool read_some(reading *r, isn_loader *loader, const isn_str *of, uint32_t n) {
    isn_arena_reset(r->arena, (size_t)4 << 20);
    isn_loader_init(loader, r->store, r->arena);
    r->beside = (isn_row_map){.size = 0};
    isn_str list = isn_names_listed(r->arena, of, n);
    return isn_loader_events(loader, of, n) && read_outcomes(r, list) &&
           (!r->store->driver->afar || r->filter->as_of != ISN_NO_DAY || !r->filter->responsible ||
            read_responsible(r, all_responsible, list));
}

ISN_APART static bool read_all(reading *r) {
    ids found = {.len = 0};
    if (!find(r->store, r->filter, &found, r->lasting)) {
        return false;
    }
    isn_loader loader;
    for (uint32_t i = 0; i < found.len && r->status == ISN_OK; i++) {
        uint32_t n = found.len - i < AT_ONCE ? found.len - i : AT_ONCE;
        if (i % AT_ONCE == 0 && !read_some(r, &loader, found.ptr + i, n)) {
            return false;
        }
        if (r->status == ISN_OK && !read_event(r, &loader, found.ptr[i])) {
            return false;
        }
    }
    return true;
}

/* `how`: the driver's statement, if it has one. */
static bool map(isn_store *store, const char *how) {
    return how == NULL || isn_store_run(store, how);
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
    if (!map(store, store->driver->mapped)) {
        return isn_store_broken(store, error);
    }
    if (isn_arena_new(&r.arena, (size_t)1 << 20) == ISN_OK &&
        isn_arena_new(&r.lasting, (size_t)1 << 16) == ISN_OK) {
        status = guarded(&r, &guard, error);
    } else {
        status = isn_fail(error, ISN_ENOMEM, store->path, 0, "out of memory");
    }
    if (!map(store, store->driver->unmapped) && status == ISN_OK) {
        status = isn_store_broken(store, error);
    }
    isn_arena_free(r.arena);
    isn_arena_free(r.lasting);
    return status;
}

isn_status isn_store_ended(isn_store *store, isn_ended_visit visit, void *context,
                           isn_error *error) {
    isn_status status = ISN_OK;
    isn_sql b = isn_sql_on(
        store, "SELECT id, status, successor FROM event WHERE status <> 'active' ORDER BY id");
    while (status == ISN_OK && isn_sql_row(&b)) {
        status =
            visit(context, isn_sql_str_at(&b, 0), isn_sql_str_at(&b, 1), isn_sql_str_at(&b, 2));
    }
    return isn_sql_done(&b) ? status : isn_store_broken(store, error);
}
