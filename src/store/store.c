/* store.c: opening a store by its name, and transactions: what every database does alike. See store.h for what a commit
 * means. */
#include <stdio.h>
#include <string.h>

#include "store/sql.h"

static bool is_url(const char *path) {
    return strncmp(path, "postgresql://", 13) == 0 || strncmp(path, "postgres://", 11) == 0;
}

void isn_url_name(char *out, size_t size, const char *url) {
    const char *from = strstr(url, "://") + 3;
    const char *at = memrchr(from, '@', strcspn(from, "/?"));
    from = at != NULL ? at + 1 : from;
    snprintf(out, size, "postgresql://%.*s", (int)strcspn(from, "?"), from);
}

isn_status isn_store_open(isn_store **out, const char *path, isn_error *error) {
    if (!is_url(path)) {
        return isn_sqlite_open(out, path, error);
    }
#ifdef ISN_POSTGRES
    return isn_postgres_open(out, path, error);
#else
    char name[128];
    isn_url_name(name, sizeof name, path);
    return isn_fail(error, ISN_EUSAGE, name, 0, "built without PostgreSQL (libpq)");
#endif
}

void isn_store_init(isn_store *store, const isn_driver *driver) {
    store->driver = driver;
    store->packer = (isn_packer){.packing = NULL};
    isn_buf_init(&store->why);
}

void isn_store_forget(isn_store *store) {
    for (unsigned i = 0; i < store->ncached; i++) {
        store->driver->release(store->cached[i].statement);
    }
    isn_packer_release(&store->packer);
    isn_buf_release(&store->why);
}

void isn_store_close(isn_store *store) {
    if (store != NULL) {
        store->driver->close(store);
    }
}

isn_status isn_store_broken(const isn_store *store, isn_error *error) {
    return store->driver->broken(store, error);
}

bool isn_store_run(isn_store *store, const char *script) {
    return store->driver->run(store, script);
}

bool isn_store_begin(isn_store *store) {
    if (!store->open) {
        store->open = store->driver->begin(store);
    }
    return store->open;
}

isn_status isn_store_give_up(isn_store *store, isn_error *error) {
    isn_status status = isn_store_broken(store, error);
    if (store->open) {
        store->driver->rollback(store);
        store->open = false;
    }
    return status;
}

isn_status isn_store_commit(isn_store *store, isn_error *error) {
    if (!store->open) {
        return ISN_OK;
    }
    if (!store->driver->commit(store)) {
        return isn_store_give_up(store, error);
    }
    store->open = false;
    return ISN_OK;
}

isn_status isn_store_end(isn_store *store, isn_status status, isn_error *error) {
    if (status == ISN_OK) {
        return isn_store_commit(store, error);
    }
    if (store->open) {
        store->driver->rollback(store);
        store->open = false;
    }
    return status;
}

isn_status isn_store_index(isn_store *store, isn_error *error) {
    return store->driver->index(store) ? ISN_OK : isn_store_give_up(store, error);
}
