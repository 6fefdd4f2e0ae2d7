/* postgres.c: the store in a PostgreSQL database: opening, versions, statements, transactions. Records go another way than
 * other rows: see postgres_write.c.
 *
 * The ledger, decisions and reviews are changed by one at a time: who begins to takes a lock. Records may be written by
 * many at once, and while others link.
 */
#include "store/postgres.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/linking.h"

#define MOST_UNHEARD 128 /* what of their results the connection can hold */

isn_postgres *isn_postgres_of(isn_store *store) {
    return (isn_postgres *)store;
}

/* ---- errors ------------------------------------------------------------------------------------- */

/* "ERROR:  relation …\nLINE 1: …" → "relation …" */
static void say(isn_postgres *own, const char *message) {
    const char *end = strchr(message, '\n');
    const char *from = strncmp(message, "ERROR:  ", 8) == 0 ? message + 8 : message;
    size_t len = end != NULL ? (size_t)(end - from) : strlen(from);
    isn_sql_copy(own->said, sizeof own->said, isn_str_of(from, len));
}

bool isn_postgres_keep(isn_postgres *own, PGresult *result) {
    const char *message = result != NULL ? PQresultErrorMessage(result) : "";
    say(own, *message != '\0' ? message : PQerrorMessage(own->connection));
    PQclear(result);
    return false;
}

static isn_status broken(const isn_store *store, isn_error *error) {
    const isn_postgres *own = (const isn_postgres *)store;
    return own->no_memory ? isn_fail(error, ISN_ENOMEM, store->path, 0, "out of memory")
                          : isn_fail(error, ISN_EIO, store->path, 0, "%s", own->said);
}

static void ignore(void *context, const char *notice) {
    (void)context;
    (void)notice;
}

/* Reads the results of statements that were sent and give no rows; the first failure is kept. */
static void hear_sent(isn_postgres *own) {
    for (; own->unheard > 0; own->unheard--) {
        PGresult *result = PQgetResult(own->connection);
        if (PQresultStatus(result) == PGRES_COMMAND_OK) {
            PQclear(result);
        } else if (own->failed) { /* and what comes after it is aborted */
            PQclear(result);
        } else {
            own->failed = !isn_postgres_keep(own, result);
        }
        PQclear(PQgetResult(own->connection)); /* NULL: its end */
    }
}

/* The end of the pipeline. */
static void hear_end(isn_postgres *own) {
    PGresult *end = PQgetResult(own->connection);
    if (PQresultStatus(end) != PGRES_PIPELINE_SYNC && !own->failed) {
        own->failed = !isn_postgres_keep(own, end);
        end = NULL;
    }
    PQclear(end);
    PQexitPipelineMode(own->connection);
}

bool isn_postgres_hear(isn_postgres *own) {
    isn_gathering_send(own);
    if (own->unheard > 0) {
        PQpipelineSync(own->connection);
        hear_sent(own);
        hear_end(own);
    }
    return !own->failed;
}

PGresult *isn_postgres_ask(isn_postgres *own, const char *sql, ExecStatusType expected) {
    if (!isn_postgres_hear(own)) {
        return NULL;
    }
    PGresult *result = PQexec(own->connection, sql);
    if (PQresultStatus(result) == expected) {
        return result;
    }
    isn_postgres_keep(own, result);
    return NULL;
}

bool isn_postgres_run(isn_postgres *own, const char *script) {
    if (!isn_postgres_hear(own)) {
        return false;
    }
    PGresult *result = PQexec(own->connection, script);
    ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY) {
        return isn_postgres_keep(own, result);
    }
    PQclear(result);
    return true;
}

void isn_postgres_text(isn_buf *out, isn_str text) {
    const char *at = text.ptr;
    const char *end = text.ptr + text.len;
    while (at < end) {
        size_t len = (size_t)(end - at);
        size_t bad = isn_utf8_check(at, len);
        const char *nul = memchr(at, '\0', len);
        size_t good = bad < len ? bad : len;
        good = nul != NULL && (size_t)(nul - at) < good ? (size_t)(nul - at) : good;
        isn_buf_put(out, at, good);
        at += good;
        if (at < end) {
            uint32_t cp = 0;
            at += isn_utf8_next(&cp, (const unsigned char *)at, (const unsigned char *)end);
            isn_buf_puts(out, "\xef\xbf\xbd");
        }
    }
}

bool isn_postgres_end_copy(isn_postgres *own, bool good) {
    if (PQputCopyEnd(own->connection, good ? NULL : "given up") != 1) {
        return isn_postgres_keep(own, NULL);
    }
    for (PGresult *result = PQgetResult(own->connection); result != NULL;
         result = PQgetResult(own->connection)) {
        if (PQresultStatus(result) == PGRES_COMMAND_OK) {
            PQclear(result);
        } else {
            good = isn_postgres_keep(own, result);
        }
    }
    return good;
}

/* ---- statements --------------------------------------------------------------------------------- */

typedef struct value { /* of a parameter: from where in `values`, SIZE_MAX: null */
    size_t at;
} value;

typedef struct statement {
    bool quiet; /* gives no rows: its result can be read later */
    isn_postgres *own;
    isn_gathering *many; /* its rows, where they are gathered */
    char name[16];
    unsigned n; /* parameters */
    value *parameters;
    isn_buf values;
    PGresult *result;
    int row;
    uint64_t opened; /* columns of the row whose bytes have been made of hex */
} statement;

/* A list that is a parameter, as linking.h has it, is made an array once: so indexes are asked for its members, and views of several
 * questions for each of them, where a subquery would be joined with all that they have. */
#define MEMBERS(type) "= ANY (ARRAY(SELECT unnest(CAST(translate($1, '[]', '{}') AS " type "[]))))"

static const struct {
    const char *said, *here;
} lists[] = {
    {"IN " ISN_LISTED, MEMBERS("bigint")},
    {"IN " ISN_NAMED, MEMBERS("text")},
};

static size_t put_list(isn_buf *out, const char *sql, size_t len) {
    for (size_t i = 0; i < ISN_LEN(lists); i++) {
        size_t n = strlen(lists[i].said);
        if (len >= n && memcmp(sql, lists[i].said, n) == 0) {
            isn_buf_puts(out, lists[i].here);
            return n;
        }
    }
    return 0;
}

/* ? and ?1 as $1, CROSS JOIN … ON as JOIN … ON, and lists; how many parameters. */
static unsigned translate(isn_buf *out, const char *sql, size_t len) {
    unsigned most = 0;
    bool quoted = false;
    for (size_t i = 0; i < len; i++) {
        quoted = quoted != (sql[i] == '\'');
        size_t list = quoted ? 0 : put_list(out, sql + i, len - i);
        if (list > 0) {
            i += list - 1;
            most = most > 1 ? most : 1;
            continue;
        }
        if (!quoted && sql[i] == '?') {
            unsigned number = 0;
            for (; i + 1 < len && sql[i + 1] >= '0' && sql[i + 1] <= '9'; i++) {
                number = number * 10 + (unsigned)(sql[i + 1] - '0');
            }
            number = number > 0 ? number : most + 1;
            most = number > most ? number : most;
            isn_buf_printf(out, "$%u", number);
        } else if (!quoted && len - i > 11 && memcmp(sql + i, "CROSS JOIN ", 11) == 0) {
            i += 5;
        } else {
            isn_buf_putc(out, sql[i]);
        }
    }
    isn_buf_putc(out, '\0');
    return most;
}

static void release(void *given) {
    statement *s = given;
    if (s == NULL) {
        return;
    }
    if (s->own->connection != NULL && *s->name != '\0' && isn_postgres_hear(s->own) &&
        PQtransactionStatus(s->own->connection) != PQTRANS_INERROR) {
        char sql[40];
        snprintf(sql, sizeof sql, "DEALLOCATE %s", s->name);
        PQclear(PQexec(s->own->connection, sql));
    }
    isn_gathering_free(s->many);
    PQclear(s->result);
    isn_buf_release(&s->values);
    isn_heap_free(s->parameters);
    isn_heap_free(s);
}

static bool is_quiet(const char *sql, size_t len) {
    static const char *const verbs[] = {"INSERT", "UPDATE", "DELETE"};
    for (size_t i = 0; i < ISN_LEN(verbs); i++) {
        if (len > 6 && memcmp(sql, verbs[i], 6) == 0) {
            return memmem(sql, len, "RETURNING", 9) == NULL;
        }
    }
    return false;
}

static void *prepare(isn_store *store, const char *sql, size_t len) {
    isn_postgres *own = isn_postgres_of(store);
    if (!isn_postgres_hear(own)) {
        return NULL;
    }
    isn_buf text;
    isn_buf_init(&text);
    unsigned n = translate(&text, sql, len);
    statement *s = isn_heap_alloc(sizeof *s);
    value *parameters = isn_heap_alloc((n + 1) * sizeof *parameters);
    if (s == NULL || parameters == NULL || text.failed) {
        own->no_memory = true;
        isn_heap_free(s);
        isn_heap_free(parameters);
        isn_buf_release(&text);
        return NULL;
    }
    *s = (statement){.own = own, .quiet = is_quiet(sql, len), .n = n, .parameters = parameters};
    isn_buf_init(&s->values);
    char name[16];
    snprintf(name, sizeof name, "s%u", ++own->statements);
    PGresult *result = PQprepare(own->connection, name, text.ptr, 0, NULL);
    if (PQresultStatus(result) != PGRES_COMMAND_OK) {
        isn_postgres_keep(own, result);
        isn_buf_release(&text);
        release(s);
        return NULL;
    }
    PQclear(result);
    memcpy(s->name, name, sizeof name);
    s->many = s->quiet ? isn_gathering_new(own, s->name, text.ptr, n) : NULL;
    isn_buf_release(&text);
    return s;
}

static void reset(void *given) {
    statement *s = given;
    if (s == NULL) {
        return;
    }
    PQclear(s->result);
    s->result = NULL;
    s->row = 0;
    s->opened = 0;
    s->values.len = 0;
}

static void put_hex(isn_buf *out, isn_str bytes) {
    static const char digits[] = "0123456789abcdef";
    isn_buf_puts(out, "\\x");
    for (size_t i = 0; i < bytes.len; i++) {
        isn_buf_putc(out, digits[(unsigned char)bytes.ptr[i] >> 4]);
        isn_buf_putc(out, digits[(unsigned char)bytes.ptr[i] & 15]);
    }
}

static bool bind(void *given, int at, const isn_datum *cell) {
    statement *s = given;
    if (at < 1 || (unsigned)at > s->n) {
        return false;
    }
    value *v = &s->parameters[at - 1];
    v->at = s->values.len;
    switch (cell->kind) {
    case ISN_DATUM_NULL: v->at = SIZE_MAX; return true;
    case ISN_DATUM_INT: isn_buf_printf(&s->values, "%lld", (long long)cell->number); break;
    case ISN_DATUM_REAL: isn_buf_printf(&s->values, "%.17g", cell->real); break;
    case ISN_DATUM_DAY: {
        char day[11];
        isn_day_text(day, (int32_t)cell->number);
        isn_buf_puts(&s->values, day);
        break;
    }
    case ISN_DATUM_TEXT: isn_postgres_text(&s->values, cell->text); break;
    case ISN_DATUM_BYTES: put_hex(&s->values, cell->text); break;
    }
    isn_buf_putc(&s->values, '\0');
    s->own->no_memory = s->own->no_memory || s->values.failed;
    return !s->values.failed;
}

bool isn_postgres_send(isn_postgres *own, const char *name, unsigned n, const char *const *given) {
    if (own->unheard == 0 && PQenterPipelineMode(own->connection) != 1) {
        return isn_postgres_keep(own, NULL);
    }
    if (PQsendQueryPrepared(own->connection, name, (int)n, given, NULL, NULL, 0) != 1) {
        own->failed = !isn_postgres_keep(own, NULL);
        return false;
    }
    return true;
}

bool isn_postgres_sent(isn_postgres *own) {
    own->unheard++;
    return own->unheard < MOST_UNHEARD || isn_postgres_hear(own);
}

/* The result of a statement that gives rows, after those of what was sent before it. */
static bool hear_rows(statement *s) {
    isn_postgres *own = s->own;
    PQpipelineSync(own->connection);
    hear_sent(own);
    s->result = PQgetResult(own->connection);
    PQclear(PQgetResult(own->connection));
    ExecStatusType status = PQresultStatus(s->result);
    bool ok = status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
    if (!ok) {
        if (own->failed) {
            PQclear(s->result);
        } else {
            own->failed = !isn_postgres_keep(own, s->result);
        }
        s->result = NULL;
    }
    hear_end(own);
    own->failed = own->failed && own->begun; /* else there is nothing that it spoils */
    return ok;
}

static bool run_statement(statement *s) {
    isn_postgres *own = s->own;
    const char **given = isn_heap_alloc((s->n + 1) * sizeof *given);
    if (given == NULL || own->failed) {
        own->no_memory = given == NULL;
        isn_heap_free(given);
        return false;
    }
    for (unsigned i = 0; i < s->n; i++) {
        size_t at = s->parameters[i].at;
        given[i] = at == SIZE_MAX ? NULL : s->values.ptr + at;
    }
    bool later = s->quiet && own->begun;
    if (later && s->many != NULL) {
        bool added = isn_gathering_add(s->many, given);
        isn_heap_free(given);
        return added;
    }
    bool ok = isn_gathering_send(own) && isn_postgres_send(own, s->name, s->n, given);
    isn_heap_free(given);
    return ok && (later ? isn_postgres_sent(own) : hear_rows(s));
}

static isn_step step(void *given) {
    statement *s = given;
    if (s->result != NULL) {
        s->row++;
        s->opened = 0;
    } else if (!run_statement(s)) {
        return ISN_STEP_BAD;
    }
    return s->result != NULL && s->row < PQntuples(s->result) ? ISN_STEP_ROW : ISN_STEP_DONE;
}

static unsigned digit_of(char c) {
    return c <= '9' ? (unsigned)(c - '0') : (unsigned)(c - 'a') + 10;
}

/* Bytes out of their hex, where they stand: they are half as long. */
static isn_str bytes_of(statement *s, int column) {
    char *text = PQgetvalue(s->result, s->row, column);
    int digits = PQgetlength(s->result, s->row, column) - 2;
    size_t len = digits > 0 ? (size_t)digits / 2 : 0;
    uint64_t bit = column < 64 ? UINT64_C(1) << column : 0;
    if ((s->opened & bit) == 0) {
        for (size_t i = 0; i < len; i++) {
            text[i] = (char)(digit_of(text[2 + 2 * i]) << 4 | digit_of(text[3 + 2 * i]));
        }
        s->opened |= bit;
    }
    return isn_str_of(text, len);
}

enum { BOOLEAN = 16, BYTEA = 17, INT8 = 20, INT2 = 21, INT4 = 23, FLOAT8 = 701 }; /* pg_type.oid */

static isn_datum cell_of(void *given, int column) {
    statement *s = given;
    isn_datum cell = {.kind = ISN_DATUM_NULL};
    if (s->result == NULL || s->row >= PQntuples(s->result) ||
        PQgetisnull(s->result, s->row, column)) {
        return cell;
    }
    const char *text = PQgetvalue(s->result, s->row, column);
    switch (PQftype(s->result, column)) {
    case BOOLEAN:
        cell.kind = ISN_DATUM_INT;
        cell.number = *text == 't';
        break;
    case INT2:
    case INT4:
    case INT8:
        cell.kind = ISN_DATUM_INT;
        cell.number = strtoll(text, NULL, 10);
        break;
    case FLOAT8:
        cell.kind = ISN_DATUM_REAL;
        cell.real = strtod(text, NULL);
        break;
    case BYTEA:
        cell.kind = ISN_DATUM_BYTES;
        cell.text = bytes_of(s, column);
        break;
    default:
        cell.kind = ISN_DATUM_TEXT;
        cell.text = isn_str_of(text, (size_t)PQgetlength(s->result, s->row, column));
        break;
    }
    return cell;
}

/* ---- transactions ------------------------------------------------------------------------------- */

bool isn_postgres_begin(isn_postgres *own) {
    if (!own->begun) {
        own->begun = isn_postgres_run(own, "BEGIN");
    }
    return own->begun;
}

/* A lock is taken before the snapshot: who waited for another sees what he did. Statements are planned while tables of the
 * ledger are empty, and run when they have grown: they are lookups, and have indexes. */
static bool begin(isn_store *store) {
    isn_postgres *own = isn_postgres_of(store);
    own->begun = isn_postgres_run(own, "BEGIN ISOLATION LEVEL REPEATABLE READ; "
                                       "LOCK TABLE run IN EXCLUSIVE MODE; "
                                       "SET LOCAL enable_seqscan = off");
    if (!own->begun) {
        PQclear(PQexec(own->connection, "ROLLBACK"));
    }
    return own->begun;
}

static bool commit(isn_store *store) {
    isn_postgres *own = isn_postgres_of(store);
    if (!isn_writing_send(own) || !isn_postgres_hear(own)) {
        return false;
    }
    PGresult *result = own->begun ? PQexec(own->connection, "COMMIT") : NULL;
    if (own->begun &&
        strcmp(PQcmdStatus(result), "COMMIT") != 0) { /* ROLLBACK, of what had failed */
        return isn_postgres_keep(own, result);
    }
    PQclear(result);
    own->begun = false;
    isn_gathering_drop(own);
    return true;
}

static void rollback(isn_store *store) {
    isn_postgres *own = isn_postgres_of(store);
    isn_writing_drop(own->writing);
    isn_gathering_drop(own);
    isn_postgres_hear(own);
    if (own->begun) {
        PQclear(PQexec(own->connection, "ROLLBACK"));
    }
    own->begun = own->failed = false;
}

static bool run(isn_store *store, const char *script) {
    isn_postgres *own = isn_postgres_of(store);
    isn_buf text;
    isn_buf_init(&text);
    translate(&text, script, strlen(script));
    own->no_memory = own->no_memory || text.failed;
    bool ok = !text.failed && isn_postgres_run(own, text.ptr);
    isn_buf_release(&text);
    return ok;
}

static void close_connection(isn_store *store) {
    isn_postgres *own = isn_postgres_of(store);
    PQfinish(own->connection); /* and with it goes what was not committed */
    own->connection = NULL;
    isn_store_forget(store);
    isn_writing_free(own->writing);
    isn_heap_free(own);
}

/* What has grown by a fifth is looked at anew: the server plans questions by what it knows of the tables, and its own
 * process that looks comes later, or not at all. */
static const char linked[] =
    "DELETE FROM unlinked_run; DO $$ BEGIN IF (SELECT reltuples FROM pg_class WHERE oid = "
    "to_regclass('isnad.entry')) * 1.2 < (SELECT count(*) FROM isnad.entry) THEN ANALYZE "
    "isnad.article, isnad.record, isnad.claim_row, isnad.claim_form, isnad.actor_form, "
    "isnad.figure_form, isnad.place_form, isnad.link_form, isnad.named, isnad.entry, isnad.pair, "
    "isnad.event, isnad.estimate_row, isnad.event_source_row, isnad.cover, "
    "isnad.change; END IF; END $$";

static const isn_driver driver = {
    .close = close_connection,
    .broken = broken,
    .run = run,
    .begin = begin,
    .commit = commit,
    .rollback = rollback,
    .prepare = prepare,
    .release = release,
    .reset = reset,
    .step = step,
    .bind = bind,
    .cell = cell_of,
    .admit = isn_postgres_admit,
    .add = isn_postgres_add,
    .newest = isn_postgres_newest,
    .admitted = isn_postgres_admitted,
    .index = isn_postgres_index,
    .conditions = isn_postgres_conditions,
    .events = "event v",
    .active = "v.status = 'active'",
    .figures =
        "v.id IN (SELECT x.event FROM estimate_row x JOIN estimate_form f ON f.form = x.form",
    .told = "v.first_told <= ?",
    .bind_field = isn_postgres_bind_field,
    .afar = true,
    .roomy = "SET work_mem = '64MB'",
    .linked = linked,
};

/* ---- opening ------------------------------------------------------------------------------------ */

/* One number, or `missing` where the answer is null. */
static bool number_of(isn_postgres *own, const char *sql, long missing, long *out) {
    PGresult *result = isn_postgres_ask(own, sql, PGRES_TUPLES_OK);
    if (result == NULL) {
        return false;
    }
    bool null = PQntuples(result) == 0 || PQgetisnull(result, 0, 0);
    *out = null ? missing : strtol(PQgetvalue(result, 0, 0), NULL, 10);
    PQclear(result);
    return true;
}

/* 0: there is nothing yet; -1: a schema of that name without our table. */
static isn_status read_version(isn_postgres *own, long *version, isn_error *error) {
    long found = 0;
    if (!number_of(own,
                   "SELECT CASE WHEN to_regclass('isnad.about') IS NOT NULL THEN 1 WHEN "
                   "to_regnamespace('isnad') IS NOT NULL THEN -1 ELSE 0 END",
                   0, &found) ||
        (found == 1 && !number_of(own, "SELECT version FROM isnad.about", -1, &found))) {
        return isn_store_broken(&own->store, error);
    }
    *version = found;
    if (found < 0) {
        return isn_fail(error, ISN_EFORMAT, own->store.path, 0,
                        "a schema isnad of another program");
    }
    if (found > ISN_POSTGRES_VERSION) {
        return isn_fail(error, ISN_EVERSION, own->store.path, 0,
                        "store version %ld, this program knows 1 to %d", found,
                        ISN_POSTGRES_VERSION);
    }
    return ISN_OK;
}

#define PATH                                                                                       \
    "SELECT set_config('search_path', concat_ws(', ', 'isnad', (SELECT quote_ident(n.nspname) "    \
    "FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = "         \
    "'postgis'), 'public'), false)"

static bool migrate(isn_postgres *own, long version) {
    char set[64];
    if (version == 0 &&
        !isn_postgres_run(own, "CREATE EXTENSION IF NOT EXISTS postgis; CREATE SCHEMA isnad;"
                               "CREATE TABLE isnad.about (version integer NOT NULL);"
                               "INSERT INTO isnad.about VALUES (0)")) {
        return false;
    }
    if (!isn_postgres_run(own, PATH)) {
        return false;
    }
    for (; version < ISN_POSTGRES_VERSION; version++) {
        if (!isn_postgres_run(own, isn_postgres_versions[version])) {
            return false;
        }
    }
    snprintf(set, sizeof set, "UPDATE isnad.about SET version = %d", ISN_POSTGRES_VERSION);
    return isn_postgres_run(own, set);
}

/* Makes the tables of a new database, and brings old ones to the present version: all or nothing. */
static isn_status adopt(isn_postgres *own, isn_error *error) {
    long version = 0;
    isn_status status = read_version(own, &version, error);
    if (status != ISN_OK || version == ISN_POSTGRES_VERSION) {
        return status;
    }
    if (!isn_postgres_run(own, "BEGIN; SELECT pg_advisory_xact_lock(1769172580, 1)")) {
        return isn_store_broken(&own->store, error);
    }
    status = read_version(own, &version, error); /* another may have come before */
    if (status == ISN_OK && version < ISN_POSTGRES_VERSION && !migrate(own, version)) {
        status = isn_store_broken(&own->store, error);
    }
    if (!isn_postgres_run(own, status == ISN_OK ? "COMMIT" : "ROLLBACK") && status == ISN_OK) {
        status = isn_store_broken(&own->store, error);
    }
    return status;
}

/* Views of claims and their parts are joins themselves: all of a question is planned at once, not view by view. */
#define WIDE                                                                                       \
    "SET join_collapse_limit = 10; SET from_collapse_limit = 10; "                                 \
    "SET plan_cache_mode = force_generic_plan"

static isn_status set_up(isn_postgres *own, isn_error *error) {
    if (PQstatus(own->connection) != CONNECTION_OK) {
        isn_postgres_keep(own, NULL);
        return isn_store_broken(&own->store, error);
    }
    PQsetNoticeProcessor(own->connection, ignore, NULL);
    const char *encoding = PQparameterStatus(own->connection, "server_encoding");
    if (PQserverVersion(own->connection) < 150000) {
        return isn_fail(error, ISN_EVERSION, own->store.path, 0, "PostgreSQL before version 15");
    }
    if (encoding == NULL || strcmp(encoding, "UTF8") != 0) {
        return isn_fail(error, ISN_EFORMAT, own->store.path, 0, "a database that is not in UTF8");
    }
    if (PQsetClientEncoding(own->connection, "UTF8") != 0 ||
        !isn_postgres_run(own, "SET DateStyle = 'ISO'; SET jit = off; SET application_name = "
                               "'isnad'; SET client_min_messages = warning; " WIDE)) {
        return isn_store_broken(&own->store, error);
    }
    isn_status status = adopt(own, error);
    if (status == ISN_OK && (!isn_postgres_run(own, PATH) || !isn_writing_new(own))) {
        status = isn_store_broken(&own->store, error);
    }
    return status;
}

isn_status isn_postgres_open(isn_store **out, const char *url, isn_error *error) {
    isn_postgres *own = isn_heap_alloc(sizeof *own);
    if (own == NULL) {
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    }
    isn_store_init(&own->store, &driver);
    isn_url_name(own->store.path, sizeof own->store.path, url);
    own->connection = PQconnectdb(url);
    isn_status status = own->connection != NULL
                            ? set_up(own, error)
                            : isn_fail(error, ISN_ENOMEM, own->store.path, 0, "out of memory");
    if (status != ISN_OK) {
        isn_store_close(&own->store);
        return status;
    }
    *out = &own->store;
    return ISN_OK;
}
