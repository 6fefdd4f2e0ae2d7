/* sqlite.c: the store in a SQLite file: opening, versions, errors, transactions. See store.h for what a
 * commit means; schema.c for the tables.
 *
 * Write-ahead log, foreign keys on, one transaction from the first write to isn_store_commit. An error
 * while writing rolls the whole transaction back: nothing half-written stays.
 */
#include <string.h>
#include <unistd.h>

#include "store/sqlite.h"

#define APPLICATION_ID 0x69736e64 /* "isnd": tells our files from other programs' */
#define BUSY_MS 10000
/* 64 MB of pages, as far as they are needed: a run of the ledger comes back to the same ones. */
#define CACHE "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;"

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

isn_status isn_store_broken(const isn_store *store, isn_error *error) {
    int code = sqlite3_extended_errcode(store->db);
    return isn_fail(error, status_of(code), store->path, 0, "%s", sqlite3_errmsg(store->db));
}

/* ---- opening -------------------------------------------------------------------------------- */

bool isn_store_run(isn_store *store, const char *sql) {
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK;
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

static isn_status set_up(isn_store *store, isn_error *error) {
    sqlite3_extended_result_codes(store->db, 1);
    sqlite3_busy_timeout(store->db, BUSY_MS);
    if (!isn_store_run(store, CACHE "PRAGMA page_size = 16384; PRAGMA foreign_keys = OFF;"
                                    "PRAGMA journal_mode = WAL;"
                                    "PRAGMA synchronous = NORMAL")) {
        return isn_store_broken(store, error);
    }
    if (isn_fts_register(store) != SQLITE_OK) {
        return isn_store_broken(store, error);
    }
    isn_status status = adopt(store, error); /* tables may be made anew: keys come after */
    if (status == ISN_OK &&
        (!isn_store_run(store, "PRAGMA foreign_keys = ON") || !isn_store_prepare_writes(store))) {
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

isn_status isn_store_open(isn_store **out, const char *path, isn_error *error) {
    isn_store *store = isn_heap_alloc(sizeof *store);
    if (store == NULL) {
        return isn_fail(error, ISN_ENOMEM, path, 0, "out of memory");
    }
    sqlite3_snprintf(sizeof store->path, store->path, "%s", path);
    isn_buf_init(&store->json);
    bool fresh = access(path, F_OK) != 0;
    isn_status status;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(path, &store->db, flags, NULL) != SQLITE_OK) { /* one thread at a time */
        status = store->db != NULL ? isn_store_broken(store, error)
                                   : isn_fail(error, ISN_ENOMEM, path, 0, "out of memory");
    } else {
        status = set_up(store, error);
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

void isn_store_close(isn_store *store) {
    if (store == NULL) {
        return;
    }
    if (store->open) {
        isn_store_run(store, "ROLLBACK");
    }
    for (unsigned i = 0; i < ISN_SQL_STATEMENTS; i++) {
        sqlite3_finalize(store->ready[i]);
    }
    for (unsigned i = 0; i < store->ncached; i++) {
        sqlite3_finalize(store->cached[i].statement);
    }
    sqlite3_close(store->db);
    isn_buf_release(&store->json);
    isn_packer_release(&store->packer);
    isn_packer_release(&store->why);
    isn_heap_free(store);
}

/* ---- transactions --------------------------------------------------------------------------- */

bool isn_store_begin(isn_store *store) {
    if (!store->open) {
        isn_sql b = isn_sql_ready(store, ISN_SQL_BEGIN);
        store->open = isn_sql_step(&b);
    }
    return store->open;
}

isn_status isn_store_give_up(isn_store *store, isn_error *error) {
    isn_status status = isn_store_broken(store, error);
    if (store->open) {
        isn_store_run(store, "ROLLBACK"); /* SQLite may have done it already: a full disk */
        store->open = false;
    }
    return status;
}

isn_status isn_store_commit(isn_store *store, isn_error *error) {
    if (!store->open) {
        return ISN_OK;
    }
    isn_sql b = isn_sql_ready(store, ISN_SQL_COMMIT);
    if (!isn_sql_step(&b)) {
        return isn_store_give_up(store, error);
    }
    store->open = false;
    return ISN_OK;
}
