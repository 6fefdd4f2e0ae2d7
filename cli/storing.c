/* storing.c: articles into a store, a batch at a time. A file is written as they come. A database has two connections, as
 * soon as there is more than a batch: while one commits, on a thread of its own, the other gathers rows.
 *
 *     put … put ─▶ batch ─▶ commit
 *                  put … put ─▶ batch (waits for the commit before it) ─▶ commit
 *
 * A batch that has grown waits for the commit before it gathers more: the rows of a large one are sent before the end, and
 * would hold what the batch before may need.
 */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "storing.h"

#define MOST_BYTES ((size_t)2000000) /* of articles, while the batch before is not committed */
#define DATABASE_BATCH (STORING_BATCH / 2) /* what the processor's cache has room for */

struct storing {
    const char *path;
    isn_store *stores[2]; /* the second is opened when it is needed */
    unsigned current;     /* which one is put into */
    unsigned put;         /* articles that it holds */
    size_t bytes;         /* of these */
    unsigned batch;       /* articles, of a commit */
    bool alone;           /* one store, and no thread */

    pthread_t thread;
    pthread_mutex_t lock; /* all that follows */
    pthread_cond_t turn;
    isn_store *committing; /* or NULL */
    isn_status status;     /* of the commits until now, with the error of the first that failed */
    isn_error error;
    bool ending;
};

storing *storing_open(const char *path) {
    isn_error error = {0};
    isn_store *store = NULL;
    if (isn_store_open(&store, path, &error) != ISN_OK) {
        cli_error(&error, path, 0);
        return NULL;
    }
    storing *s = cli_alloc(sizeof *s);
    bool database = cli_is_database(path);
    *s = (storing){.path = path, .stores = {store, NULL}, .alone = !database};
    s->batch = database ? DATABASE_BATCH : STORING_BATCH;
    pthread_mutex_init(&s->lock, NULL);
    pthread_cond_init(&s->turn, NULL);
    return s;
}

/* ---- the thread that commits ----------------------------------------------------------------------- */

static void *commit_all(void *context) {
    storing *s = context;
    pthread_mutex_lock(&s->lock);
    for (;;) {
        while (s->committing == NULL && !s->ending) {
            pthread_cond_wait(&s->turn, &s->lock);
        }
        if (s->committing == NULL) {
            break;
        }
        pthread_mutex_unlock(&s->lock);
        isn_error error = {0};
        isn_status status = isn_store_commit(s->committing, &error);
        pthread_mutex_lock(&s->lock);
        if (s->status == ISN_OK) {
            s->status = status;
            s->error = error;
        }
        s->committing = NULL;
        pthread_cond_broadcast(&s->turn);
    }
    pthread_mutex_unlock(&s->lock);
    return NULL;
}

/* Until nothing is being committed. */
static isn_status wait_for_commit(storing *s, isn_error *error) {
    pthread_mutex_lock(&s->lock);
    while (s->committing != NULL) {
        pthread_cond_wait(&s->turn, &s->lock);
    }
    isn_status status = s->status;
    if (status != ISN_OK) {
        *error = s->error;
    }
    pthread_mutex_unlock(&s->lock);
    return status;
}

/* The second connection and the thread; without them there is one of the first. */
static void pair_up(storing *s) {
    isn_error error = {0};
    if (s->alone || s->stores[1] != NULL) {
        return;
    }
    s->alone = isn_store_open(&s->stores[1], s->path, &error) != ISN_OK ||
               pthread_create(&s->thread, NULL, commit_all, s) != 0;
    if (s->alone) {
        isn_store_close(s->stores[1]);
        s->stores[1] = NULL;
    }
}

/* ---- articles --------------------------------------------------------------------------------------- */

static isn_status end_batch(storing *s, isn_error *error) {
    s->put = 0;
    s->bytes = 0;
    pair_up(s);
    if (s->alone) {
        return isn_store_commit(s->stores[0], error);
    }
    isn_status status = wait_for_commit(s, error);
    if (status == ISN_OK) {
        pthread_mutex_lock(&s->lock);
        s->committing = s->stores[s->current];
        pthread_cond_broadcast(&s->turn);
        pthread_mutex_unlock(&s->lock);
        s->current = 1 - s->current;
    }
    return status;
}

isn_status storing_put(storing *s, const isn_coder *coder, size_t bytes, bool hold,
                       isn_error *error) {
    isn_status status = ISN_OK;
    s->put++;
    s->bytes += bytes;
    if (s->bytes > MOST_BYTES) {
        status = wait_for_commit(s, error);
    }
    if (status == ISN_OK) {
        status = isn_store_put(s->stores[s->current], coder, error);
    }
    return status == ISN_OK && !hold && s->put >= s->batch ? end_batch(s, error) : status;
}

isn_status storing_commit(storing *s, isn_error *error) {
    s->put = 0;
    s->bytes = 0;
    isn_status status = wait_for_commit(s, error);
    return status == ISN_OK ? isn_store_commit(s->stores[s->current], error) : status;
}

void storing_close(storing *s) {
    if (s == NULL) {
        return;
    }
    if (s->stores[1] != NULL) {
        pthread_mutex_lock(&s->lock);
        s->ending = true;
        pthread_cond_broadcast(&s->turn);
        pthread_mutex_unlock(&s->lock);
        pthread_join(s->thread, NULL);
    }
    isn_store_close(s->stores[1]);
    isn_store_close(s->stores[0]);
    pthread_cond_destroy(&s->turn);
    pthread_mutex_destroy(&s->lock);
    free(s);
}
