/* postgres_gather.c: rows of the ledger, many at once. A statement that writes one row and gives none is not run when it is
 * stepped: its values are gathered, and sent before anything else is asked of the server, few by the statement itself, many by
 * COPY into a table of their own and one statement that takes them from there.
 *
 *     INSERT INTO pair VALUES ($1, $2, $3) …  →  COPY rows_s7; INSERT INTO pair SELECT p1, p2, p3 FROM rows_s7 ORDER BY n …
 *     UPDATE entry SET event = $1 … WHERE claim = $6  →  UPDATE entry SET event = p1 … FROM rows_s8 WHERE claim = p6
 *
 * Statements are sent in the order in which they were prepared, which is that in which one row is first written after
 * another that it refers to. Rows of one statement never name one row twice, but where the statement bears it (ON CONFLICT).
 */
#include <stdio.h>
#include <string.h>

#include "store/postgres.h"

#define FEW 24    /* rows that are sent one by one: a table for them costs more */
#define MANY 8192 /* rows of a statement, gathered at most */

struct isn_gathering {
    isn_postgres *own;
    isn_gathering *next; /* prepared later */
    const char *name;    /* of the statement; the caller's */
    char *sql;           /* as it was prepared */
    unsigned n;          /* parameters */
    unsigned rows;
    isn_buf values; /* of all rows, each with a zero */
    isn_buf at;     /* size_t for each: where in `values`; SIZE_MAX: null */
    bool staged;    /* its table is there, until the transaction ends */
};

static const char entries[] = "UPDATE entry SET event = $1";

/* The first and the last sign of what is put in for one row: "($1, …)" of an INSERT. */
static bool find_values(const char *sql, const char **first, const char **last) {
    const char *at = strstr(sql, " VALUES (");
    if (strncmp(sql, "INSERT INTO ", 12) != 0 || at == NULL) {
        return false;
    }
    *first = at + 8;
    *last = strchr(*first, ')');
    return *last != NULL && memchr(*first + 1, '(', (size_t)(*last - *first - 1)) == NULL;
}

isn_gathering *isn_gathering_new(isn_postgres *own, const char *name, const char *sql, unsigned n) {
    const char *first = NULL, *last = NULL;
    if (!find_values(sql, &first, &last) && strncmp(sql, entries, sizeof entries - 1) != 0) {
        return NULL;
    }
    size_t len = strlen(sql) + 1;
    isn_gathering *g = isn_heap_alloc(sizeof *g);
    char *copy = g != NULL ? isn_heap_alloc(len) : NULL;
    if (copy == NULL) {
        isn_heap_free(g);
        return NULL; /* rows are sent one by one */
    }
    memcpy(copy, sql, len);
    *g = (isn_gathering){.own = own, .name = name, .sql = copy, .n = n};
    isn_buf_init(&g->values);
    isn_buf_init(&g->at);
    isn_gathering **end = &own->gatherings;
    while (*end != NULL) {
        end = &(*end)->next;
    }
    *end = g;
    return g;
}

void isn_gathering_free(isn_gathering *g) {
    if (g == NULL) {
        return;
    }
    isn_gathering **link = &g->own->gatherings;
    while (*link != NULL && *link != g) {
        link = &(*link)->next;
    }
    *link = g->next;
    isn_buf_release(&g->values);
    isn_buf_release(&g->at);
    isn_heap_free(g->sql);
    isn_heap_free(g);
}

bool isn_gathering_add(isn_gathering *g, const char *const *given) {
    for (unsigned i = 0; i < g->n; i++) {
        size_t at = given[i] != NULL ? g->values.len : SIZE_MAX;
        isn_buf_lit(&g->at, (const char *)&at, sizeof at);
        if (given[i] != NULL) {
            isn_buf_put(&g->values, given[i], strlen(given[i]) + 1);
        }
    }
    g->rows++;
    g->own->gathered = true;
    if (g->values.failed || g->at.failed) {
        g->own->no_memory = true;
        return false;
    }
    return g->rows < MANY || isn_gathering_send(g->own);
}

static void forget_rows(isn_gathering *g) {
    g->rows = 0;
    g->values.len = g->at.len = 0;
}

void isn_gathering_drop(isn_postgres *own) {
    for (isn_gathering *g = own->gatherings; g != NULL; g = g->next) {
        forget_rows(g);
        g->staged = false;
    }
    own->gathered = false;
}

static const char *value_of(const isn_gathering *g, unsigned row, unsigned column) {
    size_t at;
    memcpy(&at, g->at.ptr + ((size_t)row * g->n + column) * sizeof at, sizeof at);
    return at == SIZE_MAX ? NULL : g->values.ptr + at;
}

static bool send_each(isn_gathering *g) {
    const char **given = isn_heap_alloc((g->n + 1) * sizeof *given);
    bool ok = given != NULL;
    g->own->no_memory = g->own->no_memory || !ok;
    for (unsigned row = 0; ok && row < g->rows; row++) {
        for (unsigned i = 0; i < g->n; i++) {
            given[i] = value_of(g, row, i);
        }
        ok = isn_postgres_send(g->own, g->name, g->n, given) && isn_postgres_sent(g->own);
    }
    isn_heap_free(given);
    return ok;
}

/* ---- by COPY -------------------------------------------------------------------------------------- */

/* "$12" → "p12" */
static void put_named(isn_buf *out, const char *from, const char *to) {
    for (; from < to; from++) {
        isn_buf_putc(out, *from == '$' ? 'p' : *from);
    }
}

static bool run_text(isn_gathering *g, isn_buf *sql) {
    isn_buf_putc(sql, '\0');
    g->own->no_memory = g->own->no_memory || sql->failed;
    bool ok = !sql->failed && isn_postgres_run(g->own, sql->ptr);
    isn_buf_release(sql);
    return ok;
}

/* Its table: a column for each parameter, of the type that the server has found for it. */
static bool stage(isn_gathering *g) {
    char ask[400];
    isn_buf sql;
    if (g->staged) {
        return true;
    }
    snprintf(ask, sizeof ask,
             "SELECT string_agg(format('p%%s %%s', n, t), ', ' ORDER BY n) FROM "
             "pg_prepared_statements, unnest(parameter_types) WITH ORDINALITY AS u(t, n) WHERE "
             "name = '%s'",
             g->name);
    PGresult *types = isn_postgres_ask(g->own, ask, PGRES_TUPLES_OK);
    if (types == NULL) {
        return false;
    }
    isn_buf_init(&sql);
    isn_buf_printf(&sql, "CREATE TEMP TABLE rows_%s (n integer, %s) ON COMMIT DROP", g->name,
                   PQgetvalue(types, 0, 0));
    PQclear(types);
    g->staged = run_text(g, &sql);
    return g->staged;
}

static void put_field(isn_buf *out, const char *text) {
    static const char special[] = "\\\t\n\r";
    static const char letters[] = "\\tnr";
    isn_buf_putc(out, '\t');
    if (text == NULL) {
        isn_buf_puts(out, "\\N");
        return;
    }
    while (*text != '\0') {
        size_t plain = strcspn(text, special);
        isn_buf_put(out, text, plain);
        text += plain;
        if (*text != '\0') {
            isn_buf_putc(out, '\\');
            isn_buf_putc(out, letters[strchr(special, *text) - special]);
            text++;
        }
    }
}

static bool copy(isn_gathering *g) {
    char sql[64];
    isn_buf text;
    snprintf(sql, sizeof sql, "COPY rows_%s FROM STDIN", g->name);
    PGresult *result = isn_postgres_ask(g->own, sql, PGRES_COPY_IN);
    PQclear(result);
    if (result == NULL) {
        return false;
    }
    isn_buf_init(&text);
    bool ok = true;
    for (unsigned row = 0; ok && row < g->rows; row++) {
        isn_buf_printf(&text, "%u", row);
        for (unsigned i = 0; i < g->n; i++) {
            put_field(&text, value_of(g, row, i));
        }
        isn_buf_putc(&text, '\n');
        if (text.len > (size_t)1 << 16 || row + 1 == g->rows) {
            ok = !text.failed && PQputCopyData(g->own->connection, text.ptr, (int)text.len) == 1;
            text.len = 0;
        }
    }
    g->own->no_memory = g->own->no_memory || text.failed;
    isn_buf_release(&text);
    return isn_postgres_end_copy(g->own, ok);
}

/* Rows are looked up one by one, for the ledger is large and they are few; the server cannot know. */
#define LOOKED_UP "SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; "
#define AS_BEFORE "; SET LOCAL enable_hashjoin = on; SET LOCAL enable_mergejoin = on"

static bool merge(isn_gathering *g) {
    const char *first = NULL, *last = NULL;
    const char *end = g->sql + strlen(g->sql);
    isn_buf sql;
    isn_buf_init(&sql);
    if (find_values(g->sql, &first, &last)) {
        isn_buf_put(&sql, g->sql, (size_t)(first - 7 - g->sql)); /* without "VALUES " */
        isn_buf_puts(&sql, "SELECT ");
        put_named(&sql, first + 1, last);
        isn_buf_printf(&sql, " FROM rows_%s ORDER BY n", g->name);
        isn_buf_put(&sql, last + 1, (size_t)(end - last - 1));
    } else {
        const char *where = strstr(g->sql, " WHERE ");
        isn_buf_puts(&sql, LOOKED_UP);
        put_named(&sql, g->sql, where);
        isn_buf_printf(&sql, " FROM rows_%s", g->name);
        put_named(&sql, where, end);
        isn_buf_puts(&sql, AS_BEFORE);
    }
    isn_buf_printf(&sql, "; TRUNCATE rows_%s", g->name);
    return run_text(g, &sql);
}

bool isn_gathering_send(isn_postgres *own) {
    bool ok = !own->failed;
    if (!own->gathered) {
        return ok;
    }
    own->gathered = false;
    for (isn_gathering *g = own->gatherings; g != NULL && ok; g = g->next) {
        if (g->rows > 0) {
            ok = g->rows <= FEW ? send_each(g) : stage(g) && copy(g) && merge(g);
            forget_rows(g);
        }
    }
    own->failed = own->failed || !ok;
    return ok;
}
