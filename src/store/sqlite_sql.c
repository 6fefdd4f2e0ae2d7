/* sqlite_sql.c: statements of SQLite behind the interface of sql.h, the functions that SQL calls, and what each
 * condition of a query is in SQL. */
#include <stdlib.h>
#include <string.h>

#include "store/held.h"
#include "store/linking.h"

/* ---- statements ----------------------------------------------------------------------------------- */

sqlite3_stmt *isn_sqlite_make(const isn_sqlite *own, const char *sql, size_t len) {
    sqlite3_stmt *made = NULL;
    return sqlite3_prepare_v3(own->db, sql, (int)len, SQLITE_PREPARE_PERSISTENT, &made, NULL) ==
                   SQLITE_OK
               ? made
               : NULL;
}

void *isn_sqlite_prepare(isn_store *store, const char *sql, size_t len) {
    isn_sqlite *own = (isn_sqlite *)store;
    isn_sqlite_statement *s = isn_heap_alloc(sizeof *s);
    own->no_memory = own->no_memory || s == NULL;
    if (s != NULL) {
        s->made = isn_sqlite_make(own, sql, len);
        s->before = own->forms;
        if (s->made == NULL) {
            isn_heap_free(s);
            s = NULL;
        }
    }
    return s;
}

void isn_sqlite_release(void *statement) {
    isn_sqlite_statement *s = statement;
    if (s != NULL) {
        sqlite3_finalize(s->made);
        isn_heap_free(s);
    }
}

void isn_sqlite_reset(void *statement) {
    sqlite3_reset(isn_sqlite_made(statement));
}

isn_step isn_sqlite_step(void *statement) {
    isn_sqlite_statement *s = statement;
    if (s == NULL) {
        return ISN_STEP_BAD;
    }
    if (s->before != NULL && !isn_forms_flush(s->before)) {
        return ISN_STEP_BAD;
    }
    int code = sqlite3_step(s->made);
    return code == SQLITE_ROW ? ISN_STEP_ROW : code == SQLITE_DONE ? ISN_STEP_DONE : ISN_STEP_BAD;
}

static int bind_day(sqlite3_stmt *statement, int at, int64_t day) {
    char text[11];
    isn_day_text(text, (int32_t)day);
    return sqlite3_bind_text(statement, at, text, -1, SQLITE_TRANSIENT);
}

bool isn_sqlite_bind_one(sqlite3_stmt *statement, int at, const isn_datum *cell) {
    switch (cell->kind) {
    case ISN_DATUM_INT: return sqlite3_bind_int64(statement, at, cell->number) == SQLITE_OK;
    case ISN_DATUM_REAL: return sqlite3_bind_double(statement, at, cell->real) == SQLITE_OK;
    case ISN_DATUM_DAY: return bind_day(statement, at, cell->number) == SQLITE_OK;
    case ISN_DATUM_TEXT:
        return sqlite3_bind_text64(statement, at, cell->text.ptr, cell->text.len,
                                   cell->brief ? SQLITE_TRANSIENT : SQLITE_STATIC,
                                   SQLITE_UTF8) == SQLITE_OK;
    case ISN_DATUM_BYTES:
        return sqlite3_bind_blob64(statement, at, cell->text.ptr, cell->text.len, SQLITE_STATIC) ==
               SQLITE_OK;
    default: return sqlite3_bind_null(statement, at) == SQLITE_OK;
    }
}

bool isn_sqlite_bind(void *statement, int at, const isn_datum *cell) {
    return isn_sqlite_bind_one(isn_sqlite_made(statement), at, cell);
}

isn_datum isn_sqlite_cell(void *given, int column) {
    sqlite3_stmt *statement = isn_sqlite_made(given);
    isn_datum cell = {.kind = ISN_DATUM_NULL};
    const char *ptr = NULL;
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        cell.kind = ISN_DATUM_INT;
        cell.number = sqlite3_column_int64(statement, column);
        break;
    case SQLITE_FLOAT:
        cell.kind = ISN_DATUM_REAL;
        cell.real = sqlite3_column_double(statement, column);
        break;
    case SQLITE_TEXT:
        cell.kind = ISN_DATUM_TEXT;
        ptr = (const char *)sqlite3_column_text(statement, column);
        break;
    case SQLITE_BLOB:
        cell.kind = ISN_DATUM_BYTES;
        ptr = sqlite3_column_blob(statement, column);
        break;
    default: break;
    }
    if (cell.kind == ISN_DATUM_TEXT || cell.kind == ISN_DATUM_BYTES) {
        cell.text =
            isn_str_of(ptr != NULL ? ptr : "", (size_t)sqlite3_column_bytes(statement, column));
    }
    return cell;
}

/* ---- functions of SQL -------------------------------------------------------------------------- */

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
    isn_sql_fold(&out, isn_str_of(text, (size_t)sqlite3_value_bytes(values[0])));
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

/* isn_piece(text, start, end): bytes of the text. */
static void sql_piece(sqlite3_context *context, int n, sqlite3_value **values) {
    const char *text = (const char *)sqlite3_value_text(values[0]);
    const int64_t len = sqlite3_value_bytes(values[0]);
    const int64_t start = sqlite3_value_int64(values[1]);
    const int64_t end = sqlite3_value_int64(values[2]);
    if (n != 3 || text == NULL || sqlite3_value_type(values[1]) == SQLITE_NULL || start < 0 ||
        end < start || end > len) {
        sqlite3_result_null(context);
    } else {
        sqlite3_result_text(context, text + start, (int)(end - start), SQLITE_TRANSIENT);
    }
}

/* isn_key(key, part): what the key of a claim is made of: 0 the beginning of its article's hash, 1 that of what was given beside
 * it, 2 the claim's number. Another key is its own first part. */
static void sql_key(sqlite3_context *context, int n, sqlite3_value **values) {
    char beginning[17];
    char again[64];
    const char *key = (const char *)sqlite3_value_text(values[0]);
    const int part = sqlite3_value_int(values[1]);
    (void)n;
    if (key == NULL) {
        sqlite3_result_null(context);
        return;
    }
    sqlite3_snprintf(sizeof beginning, beginning, "%s", key);
    const unsigned long long article = strtoull(beginning, NULL, 16);
    const bool more = strlen(key) > 25 && key[16] == '.';
    const unsigned given = more ? (unsigned)strtoul(key + 17, NULL, 16) : 0;
    const char *name = strstr(key, ":c");
    const unsigned claim = name != NULL ? (unsigned)strtoul(name + 2, NULL, 10) : 0;
    if (more) {
        sqlite3_snprintf(sizeof again, again, "%016llx.%08x:c%u", article, given, claim);
    } else {
        sqlite3_snprintf(sizeof again, again, "%016llx:c%u", article, claim);
    }
    const bool ours = strcmp(again, key) == 0;
    if (part == 0 && !ours) {
        sqlite3_result_value(context, values[0]);
    } else if (part == 0) {
        sqlite3_result_int64(context, (int64_t)article);
    } else if (ours && (part == 2 || more)) {
        sqlite3_result_int64(context, part == 2 ? claim : given);
    }
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

/* isn_why(claim, claim): what speaks for the two being of one occurrence, as in the view `reasons`. */
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

typedef struct saying { /* what is looked for, as it folds, and room for what is looked at */
    isn_buf query, words;
} saying;

static void end_saying(void *given) {
    saying *s = given;
    isn_buf_release(&s->query);
    isn_buf_release(&s->words);
    isn_heap_free(s);
}

static isn_str text_of(sqlite3_value *value) {
    const char *text = (const char *)sqlite3_value_text(value);
    return isn_str_of(text, text != NULL ? (size_t)sqlite3_value_bytes(value) : 0);
}

static void lower(isn_buf *words) {
    for (size_t i = 0; i < words->len; i++) {
        bool upper = words->ptr[i] >= 'A' && words->ptr[i] <= 'Z';
        words->ptr[i] = upper ? (char)(words->ptr[i] + ('a' - 'A')) : words->ptr[i];
    }
}

static bool has_words(saying *s, isn_str text) {
    s->words.len = 0;
    isn_sql_fold(&s->words, text);
    lower(&s->words);
    return s->query.len == 0 ||
           (s->words.len >= s->query.len &&
            memmem(s->words.ptr, s->words.len, s->query.ptr, s->query.len) != NULL);
}

/* isn_says(query, text, name): do the words of one of the two hold those of the query, in any spelling? Folded once, where
 * the two are the same. */
static void sql_says(sqlite3_context *context, int n, sqlite3_value **values) {
    saying *s = sqlite3_get_auxdata(context, 0);
    bool known = s != NULL;
    isn_str text = text_of(values[1]);
    isn_str name = text_of(values[2]);
    (void)n;
    if (!known) {
        s = isn_heap_alloc(sizeof *s);
        if (s == NULL) {
            sqlite3_result_error_nomem(context);
            return;
        }
        isn_buf_init(&s->query);
        isn_buf_init(&s->words);
        isn_sql_fold(&s->query, text_of(values[0]));
        lower(&s->query);
    }
    bool says = (text.ptr != NULL && has_words(s, text)) ||
                (name.ptr != NULL && !isn_str_eq(name, text) && has_words(s, name));
    bool failed = s->query.failed || s->words.failed;
    sqlite3_result_int(context, says);
    if (!known) {
        sqlite3_set_auxdata(context, 0, s, end_saying); /* it may be gone already */
    }
    if (failed) {
        sqlite3_result_error_nomem(context);
    }
}

/* isn_mark(row), of all rows of a question: notes each. */
static void sql_mark(sqlite3_context *context, int n, sqlite3_value **values) {
    const isn_sqlite *own = sqlite3_user_data(context);
    (void)n;
    if (own->marks != NULL) {
        isn_hits_add(own->marks, sqlite3_value_int64(values[0]));
    }
}

static void sql_marked(sqlite3_context *context) {
    sqlite3_result_null(context);
}

/* isn_hit(row): does the event fulfil what is asked of claims? isn_hit_after(row): the next that does, or null. */
static void sql_hit(sqlite3_context *context, int n, sqlite3_value **values) {
    const isn_sqlite *own = sqlite3_user_data(context);
    (void)n;
    sqlite3_result_int(context, own->hits != NULL &&
                                    isn_hits_has(own->hits, sqlite3_value_int64(values[0])));
}

static void sql_hit_after(sqlite3_context *context, int n, sqlite3_value **values) {
    const isn_sqlite *own = sqlite3_user_data(context);
    (void)n;
    int64_t row = own->hits != NULL ? isn_hits_after(own->hits, sqlite3_value_int64(values[0])) : 0;
    if (row == 0) {
        sqlite3_result_null(context);
    } else {
        sqlite3_result_int64(context, row);
    }
}

bool isn_sqlite_functions(isn_sqlite *store) {
    static const struct {
        const char *name;
        int values, flags;
        void (*run)(sqlite3_context *, int, sqlite3_value **);
    } functions[] = {{"isn_fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, sql_fold},
                     {"isn_key", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, sql_key},
                     {"isn_km", 4, SQLITE_UTF8 | SQLITE_DETERMINISTIC, sql_km},
                     {"isn_piece", 3, SQLITE_UTF8 | SQLITE_DETERMINISTIC, sql_piece},
                     {"isn_why", 2, SQLITE_UTF8, sql_why},
                     {"isn_says", 3, SQLITE_UTF8 | SQLITE_DETERMINISTIC, sql_says},
                     {"isn_hit", 1, SQLITE_UTF8, sql_hit},
                     {"isn_hit_after", 1, SQLITE_UTF8, sql_hit_after}};
    for (size_t i = 0; i < ISN_LEN(functions); i++) {
        if (sqlite3_create_function(store->db, functions[i].name, functions[i].values,
                                    functions[i].flags, store, functions[i].run, NULL,
                                    NULL) != SQLITE_OK) {
            return false;
        }
    }
    return sqlite3_create_function(store->db, "isn_mark", 1, SQLITE_UTF8, store, NULL, sql_mark,
                                   sql_marked) == SQLITE_OK;
}

/* ---- conditions -------------------------------------------------------------------------------- */

#define FOLDED(column) "isn_fold(" column ") LIKE '%' || isn_fold(?) || '%'"
#define OF_CLAIMS(from) "v.number IN (SELECT e.event FROM entry_row e " from ")"
/* Claims of forms. What is an id is found by it alone, and the rest is then not looked at; each form is folded once, however
 * many claims have it. */
#define CLAIMS_OF(table, id, other)                                                                \
    LISTS_OF("n.other", table, ", isn_claims(o.claim, o.list) n", id, other)
#define LISTS_OF(what, table, opened, id, other)                                                   \
    "SELECT " what " FROM " table "_list o" opened " WHERE o.form IN (SELECT f.id FROM " table     \
    "_form f WHERE f." id " = ? UNION ALL SELECT f.id FROM " table                                 \
    "_form f WHERE NOT EXISTS (SELECT 1 FROM " table "_form WHERE " id " = ?) AND (f." other       \
    " = ? OR isn_says(?, f.text, f.name)))"
#define NAMED(table, id, other) OF_CLAIMS("WHERE e.claim IN (" CLAIMS_OF(table, id, other) ")")
#define NEWEST_RECORD                                                                              \
    "((SELECT count(*) FROM record) = (SELECT count(*) FROM article) OR r.id = (SELECT max(id) "   \
    "FROM record WHERE article = r.article))"

/* The index tells which articles have the words; where they are to stand one after the other, the text is asked. */
#define WITH_WORDS                                                                                 \
    "SELECT rowid FROM word w WHERE w.word MATCH isn_every(?) AND (isn_phrase(?) OR "              \
    "isn_phrase(?, "                                                                               \
    "(SELECT text FROM article WHERE id = w.rowid)))"
#define OF_OUTLET                                                                                  \
    "SELECT r.article FROM record_row r WHERE " NEWEST_RECORD                                      \
    " AND r.form IN (SELECT id FROM record_form WHERE outlet_id = ? OR outlet_name = ? "           \
    "OR " FOLDED("outlet_name") ") UNION ALL SELECT id FROM article WHERE source = ?"

#define PLACES_NEAR                                                                                \
    "SELECT id FROM event_place WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ? AND precision "  \
    "<= 3 AND isn_km(lat, lon, ?, ?) <= ?"
/* Out of the index alone, by kinds and places. */
#define NEAR_POINT                                                                                 \
    "SELECT rowid FROM event_row INDEXED BY event_where WHERE status = 0 AND kind IN "             \
    "(0, 1, 2, 3, 4) AND place IN (" PLACES_NEAR ")"

#define MARKED(table, id, other) LISTS_OF("isn_mark_list(o.claim, o.list)", table, "", id, other)
#define MARK(row, from) "SELECT isn_mark(" row ") FROM (" from ")"

const isn_finding isn_sqlite_findings[] = {
    [ISN_FIELD_WORDS] = {MARK("rowid", WITH_WORDS), ISN_FOUND_ARTICLES},
    [ISN_FIELD_PLACE] = {MARKED("place", "place_id", "admin1"), ISN_FOUND_CLAIMS},
    [ISN_FIELD_ACTOR] = {MARKED("actor", "actor_id", "sector"), ISN_FOUND_CLAIMS},
    [ISN_FIELD_SOURCE] = {MARKED("link", "actor_id", "role"), ISN_FOUND_CLAIMS},
    [ISN_FIELD_OUTLET] = {MARK("article", OF_OUTLET), ISN_FOUND_ARTICLES},
    [ISN_FIELD_NEAR] = {MARK("rowid", NEAR_POINT), ISN_FOUND_EVENTS},
    [ISN_FIELD_SOURCES] = {NULL, ISN_FOUND_CLAIMS}, /* the last field */
};

/* The sign + keeps SQLite from the index of those two columns: those of days and of points have all that is asked, it has
 * not. */
const char *const isn_sqlite_conditions[] = {
    [ISN_FIELD_WORDS] = OF_CLAIMS("WHERE e.claim IN " ISN_CLAIMS_IN("(" WITH_WORDS ")")),
    [ISN_FIELD_ID] = "v.id = ?",
    [ISN_FIELD_KIND] = "v.kind = (SELECT " ISN_CODE(ISN_KINDS_CODED, "w") " FROM (SELECT ? AS w))",
    [ISN_FIELD_TYPE] =
        "+v.event_type = (SELECT " ISN_CODE(ISN_ACTS_CODED, "w") " FROM (SELECT upper(?) AS w))",
    [ISN_FIELD_MODE] = "+v.mode = (SELECT " ISN_CODE(ISN_MODES_CODED, "w") " FROM (SELECT ? AS w))",
    [ISN_FIELD_COUNTRY] = "+v.place IN (SELECT id FROM event_place WHERE country = upper(?))",
    [ISN_FIELD_OUTCOME] = "v.kind = 3 AND v.outcome = ?", /* the index has the kind */
    [ISN_FIELD_PLACE] = NAMED("place", "place_id", "admin1"),
    [ISN_FIELD_ACTOR] = NAMED("actor", "actor_id", "sector"),
    [ISN_FIELD_SOURCE] = NAMED("link", "actor_id", "role"),
    [ISN_FIELD_OUTLET] = OF_CLAIMS("WHERE e.claim IN " ISN_CLAIMS_IN("(" OF_OUTLET ")")),
    [ISN_FIELD_NEAR] = "v.place IN (" PLACES_NEAR ")",
    [ISN_FIELD_DATE] =
        "v.date_end >= " ISN_DAYS("?") " AND coalesce(v.date_start, v.date_end) <= " ISN_DAYS("?"),
    [ISN_FIELD_DEADLINE] = "v.deadline BETWEEN " ISN_DAYS("?") " AND " ISN_DAYS("?"),
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

bool isn_sqlite_bind_field(isn_sql *b, const isn_condition *c) {
    int times = 0;
    switch (c->field) {
    case ISN_FIELD_PLACE:
    case ISN_FIELD_ACTOR:
    case ISN_FIELD_SOURCE: times = 4; break;
    case ISN_FIELD_OUTLET: times = 4; break;
    case ISN_FIELD_WORDS: times = 3; break;
    case ISN_FIELD_NEAR: bind_near(b, c->number); return true;
    default: return false;
    }
    for (int i = 0; i < times; i++) {
        isn_sql_str(b, c->text);
    }
    return true;
}
