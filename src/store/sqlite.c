/* sqlite.c: the store in a SQLite file: opening, versions, errors, transactions; schema.c has the tables.
 *
 * Write-ahead log, one transaction from the first write to isn_store_commit. An error while writing rolls the whole
 * transaction back: nothing half-written stays. Foreign keys are declared and not checked row by row: who writes here writes
 * what belongs together at once, and takes it out by name.
 */
#include <string.h>
#include <unistd.h>

#include "store/codes.h"
#include "store/sqlite.h"

#define APPLICATION_ID 0x69736e64 /* "isnd": tells our files from other programs' */
#define BUSY_MS 10000
/* 64 MB of pages, as far as they are needed: a run of the ledger comes back to the same ones. SQLite counts them when it is told, by the
 * size that pages have then. */
#define CACHE "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;"
/* The log goes into the file when it has 64 MB: whoever stores waits for the disk then, and what was written often meanwhile is
 * written once. */
#define LOG "PRAGMA wal_autocheckpoint = 2048;"

/* ---- errors --------------------------------------------------------------------------------- */

/* What SQLite says, in our statuses. Constraint failures cannot come from outside. */
static isn_status status_of(int code) {
    switch (code & 0xff) {
    case SQLITE_NOMEM: return ISN_ENOMEM;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return ISN_EFORMAT;
    case SQLITE_TOOBIG: return ISN_ELIMIT;
    default: return ISN_EIO;
    }
}

sqlite3 *isn_sqlite_db(const isn_store *store) {
    return ((const isn_sqlite *)store)->db;
}

static isn_status broken(const isn_store *store, isn_error *error) {
    sqlite3 *db = isn_sqlite_db(store);
    if (((const isn_sqlite *)store)->no_memory) {
        return isn_fail(error, ISN_ENOMEM, store->path, 0, "out of memory");
    }
    return isn_fail(error, status_of(sqlite3_extended_errcode(db)), store->path, 0, "%s",
                    sqlite3_errmsg(db));
}

/* ---- opening -------------------------------------------------------------------------------- */

static bool run(isn_store *store, const char *script) {
    return sqlite3_exec(isn_sqlite_db(store), script, NULL, NULL, NULL) == SQLITE_OK;
}

/* Is it ours, and of a version that this program knows? */
static isn_status check(isn_store *store, int64_t *version, isn_error *error) {
    int64_t application = 0;
    int64_t tables = 0;
    if (!isn_sql_ask(store, "PRAGMA application_id", &application) ||
        !isn_sql_ask(store, "PRAGMA user_version", version) ||
        !isn_sql_ask(store, "SELECT count(*) FROM sqlite_schema", &tables)) {
        return isn_store_broken(store, error);
    }
    if (tables == 0) {
        *version = 0;
        return ISN_OK;
    }
    if (application != APPLICATION_ID) {
        return isn_fail(error, ISN_EFORMAT, store->path, 0, "a database of another program");
    }
    if (*version < 1 || *version > ISN_STORE_VERSION) {
        return isn_fail(error, ISN_EVERSION, store->path, 0,
                        "store version %lld, this program knows 1 to %d", (long long)*version,
                        ISN_STORE_VERSION);
    }
    return ISN_OK;
}

/* Makes the tables of a new file, and brings an old one to the present version: all or nothing. */
static isn_status adopt(isn_store *store, isn_error *error) {
    char pragmas[96];
    int64_t version = 0;
    if (!isn_store_run(store, "BEGIN IMMEDIATE")) {
        return isn_store_broken(store, error);
    }
    isn_status status = check(store, &version, error);
    if (status != ISN_OK) {
        return status;
    }
    if (version == ISN_STORE_VERSION) {
        return isn_store_run(store, "COMMIT") ? ISN_OK : isn_store_broken(store, error);
    }
    for (; version < ISN_STORE_VERSION; version++) {
        if (!isn_store_run(store, isn_store_versions[version])) {
            return isn_store_broken(store, error);
        }
    }
    sqlite3_snprintf(sizeof pragmas, pragmas,
                     "PRAGMA application_id = %d; PRAGMA user_version = %d", APPLICATION_ID,
                     ISN_STORE_VERSION);
    return isn_store_run(store, pragmas) && isn_store_run(store, "COMMIT")
               ? ISN_OK
               : isn_store_broken(store, error);
}

/* What other stores have as views or tables of their own: texts, and records that the ledger has not seen yet. */
#define VIEWS                                                                                      \
    "CREATE TEMP VIEW numbered AS SELECT r.number, v.* FROM event_row r JOIN event v ON v.id = "   \
    "r.id;"                                                                                        \
    "CREATE TEMP VIEW article_text AS SELECT id, ident, text FROM article;"                        \
    "CREATE TEMP VIEW unlinked AS SELECT id FROM record WHERE id > "                               \
    "(SELECT coalesce(max(upto), 0) FROM progress WHERE what = 'ledger')"

static bool prepare_commits(isn_sqlite *own) {
    own->begin = isn_sqlite_make(own, "BEGIN IMMEDIATE", 15);
    own->commit = isn_sqlite_make(own, "COMMIT", 6);
    return own->begin != NULL && own->commit != NULL;
}

static isn_status set_up(isn_sqlite *own, isn_error *error) {
    isn_store *store = &own->store;
    sqlite3_extended_result_codes(own->db, 1);
    sqlite3_busy_timeout(own->db, BUSY_MS);
    if (!isn_store_run(store, "PRAGMA page_size = 32768;" CACHE LOG "PRAGMA foreign_keys = OFF;"
                              "PRAGMA journal_mode = WAL;"
                              "PRAGMA synchronous = NORMAL")) {
        return isn_store_broken(store, error);
    }
    if (isn_fts_register(own) != SQLITE_OK || isn_rows_register(own) != SQLITE_OK ||
        isn_lists_register(own) != SQLITE_OK || !isn_sqlite_functions(own)) {
        return isn_store_broken(store, error);
    }
    isn_status status = adopt(store, error);
    if (status == ISN_OK && (!isn_store_run(store, VIEWS) || !prepare_commits(own) ||
                             !isn_sqlite_prepare_writes(own))) {
        status = isn_store_broken(store, error);
    }
    return status;
}

/* An empty file would be half a store. */
static void remove_fresh(const char *path) {
    static const char *const tails[] = {"", "-wal", "-shm"};
    char name[1024];
    for (size_t i = 0; i < ISN_LEN(tails); i++) {
        sqlite3_snprintf(sizeof name, name, "%s%s", path, tails[i]);
        unlink(name);
    }
}

isn_status isn_sqlite_open(isn_store **out, const char *path, isn_error *error) {
    isn_sqlite *own = isn_heap_alloc(sizeof *own);
    if (own == NULL) {
        return isn_fail(error, ISN_ENOMEM, path, 0, "out of memory");
    }
    isn_store *store = &own->store;
    isn_store_init(store, &isn_sqlite_driver);
    own->fresh.store = store;
    isn_buf_init(&own->indexes);
    isn_buf_init(&own->pairs);
    sqlite3_snprintf(sizeof store->path, store->path, "%s", path);
    bool fresh = access(path, F_OK) != 0;
    isn_status status;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(path, &own->db, flags, NULL) != SQLITE_OK) { /* one thread at a time */
        status = own->db != NULL ? isn_store_broken(store, error)
                                 : isn_fail(error, ISN_ENOMEM, path, 0, "out of memory");
    } else {
        status = set_up(own, error);
    }
    if (status != ISN_OK) {
        isn_store_close(store);
        if (fresh) {
            remove_fresh(path);
        }
        return status;
    }
    *out = store;
    return ISN_OK;
}

static void close_file(isn_store *store) {
    isn_sqlite *own = (isn_sqlite *)store;
    if (store->open) {
        isn_store_run(store, "ROLLBACK");
    }
    sqlite3_finalize(own->begin);
    sqlite3_finalize(own->commit);
    isn_store_forget(store);
    isn_sqlite_end_writes(own);
    isn_bundle_release(&own->fresh.bundle);
    sqlite3_close(own->db);
    isn_buf_release(&own->indexes);
    isn_buf_release(&own->pairs);
    isn_heap_free(own);
}

/* ---- transactions --------------------------------------------------------------------------- */

static bool run_ready(sqlite3_stmt *statement) {
    bool ok = sqlite3_step(statement) == SQLITE_DONE;
    return sqlite3_reset(statement) == SQLITE_OK && ok;
}

static bool begin(isn_store *store) {
    return run_ready(((isn_sqlite *)store)->begin);
}

static bool commit(isn_store *store) {
    isn_sqlite *own = (isn_sqlite *)store;
    const bool ok = isn_sqlite_end_bundle(store, false) && isn_forms_flush(own->forms);
    isn_forms_committed(own->forms);
    return ok && run_ready(own->commit);
}

static void rollback(isn_store *store) {
    isn_store_run(store, "ROLLBACK"); /* SQLite may have done it already: a full disk */
    isn_buf_release(&((isn_sqlite *)store)->indexes);
    isn_buf_release(&((isn_sqlite *)store)->pairs);
    isn_forms_undo(((isn_sqlite *)store)->forms);
    isn_bundle_release(&((isn_sqlite *)store)->fresh.bundle);
    ((isn_sqlite *)store)->no_memory = false;
}

const isn_driver isn_sqlite_driver = {
    .close = close_file,
    .broken = broken,
    .run = run,
    .begin = begin,
    .commit = commit,
    .rollback = rollback,
    .prepare = isn_sqlite_prepare,
    .release = isn_sqlite_release,
    .reset = isn_sqlite_reset,
    .step = isn_sqlite_step,
    .bind = isn_sqlite_bind,
    .cell = isn_sqlite_cell,
    .admit = isn_sqlite_admit,
    .add = isn_sqlite_add,
    .newest = isn_sqlite_newest,
    .admitted = isn_sqlite_admitted,
    .index = isn_sqlite_index,
    .conditions = isn_sqlite_conditions,
    .events = "event_row v",
    .active = "v.status = 0",
    .figures =
        "v.number IN (SELECT x.event FROM estimate_row x JOIN estimate_form f ON f.form = x.form",
    .told = "v.first_told <= " ISN_DAYS("?"),
    .bind_field = isn_sqlite_bind_field,
    .roomy = "PRAGMA cache_size = -262144",
    .mapped = "PRAGMA mmap_size = 2147418112", /* of 2 GB at most */
    .unmapped = "PRAGMA mmap_size = 0",
    .pair = isn_sqlite_pair,
    .end_pairs = isn_sqlite_end_pairs,
    .unpair = isn_sqlite_unpair,
    .unindex = isn_sqlite_unindex,
    .reindex = isn_sqlite_reindex,
    .bundles = true,
    .linked = "INSERT OR REPLACE INTO progress SELECT 'ledger', coalesce(max(id), 0) FROM record",
};
