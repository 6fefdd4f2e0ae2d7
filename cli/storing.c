/* storing.c: articles into a store, a batch at a time. Those that code do not wait for it: parcels stand in a queue, and a thread
 * takes all that have come at once, some at least, for to wake it costs as much as to store a tenth of an article. The queue is as long as
 * what is coded while a batch is committed.
 *
 *     coded … coded ─▶ queue ─▶ put … put ─▶ batch ─▶ commit
 *                               put … put ─▶ batch (waits for the commit before it) ─▶ commit
 *
 * A file commits then and there. A database has two connections, as soon as there is more than a batch: while one commits, on a thread of
 * its own, the other gathers rows.
 *
 * A batch that has grown waits for the commit before it gathers more: the rows of a large one are sent before the end, and
 * would hold what the batch before may need.
 */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "storing.h"

#define MOST_BYTES ((size_t)2000000) /* of articles, while the batch before is not committed */
#define MOST_WAITING 256             /* parcels */
#define MOST_WAITING_BYTES ((size_t)16000000)
#define LEAST_WAITING 32
#define MOST_SPARE ((size_t)1 << 18)       /* bytes of a parcel that is used again */
#define DATABASE_BATCH (STORING_BATCH / 2) /* what the processor's cache has room for */
/* Of a file: each commit writes most pages of its indexes again, however many articles it has; but who else would write to the
 * file waits for it. */
#define FILE_BATCH (STORING_BATCH * 4)
#define BATCH_SECONDS 1.0 /* then STORING_BATCH are enough */

typedef struct queue {
    storing_parcel *first, **end;
    unsigned n;
    size_t bytes;
} queue;

struct storing {
    const char *path;
    storing_options options;
    isn_store *stores[2]; /* the second is opened when it is needed */
    unsigned current;     /* which one is put into */
    unsigned put;         /* articles that it holds */
    size_t bytes;         /* of these */
    unsigned batch, most; /* articles, of a commit */
    double began;         /* when the first was put */
    bool alone;           /* one store, and no thread that commits */

    pthread_t committer, storer;
    pthread_mutex_t lock; /* all that follows */
    pthread_cond_t turn, fed, room;
    isn_store *committing; /* or NULL */
    isn_status status;     /* of what was done until now, with the error of the first that failed */
    isn_error error;
    queue waiting;
    storing_parcel *spare;
    bool busy;            /* with what has waited */
    bool hurry;           /* nobody puts more before all are stored */
    bool ending, closing; /* the thread that commits, that stores */
};

/* Keeps the first that failed. Under the lock. */
static void note(storing *s, isn_status status, const isn_error *error) {
    if (s->status == ISN_OK) {
        s->status = status;
        s->error = *error;
    }
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
        note(s, status, &error);
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
               pthread_create(&s->committer, NULL, commit_all, s) != 0;
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

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool is_whole(const storing *s) {
    return !s->options.hold &&
           (s->put >= s->most || (s->put >= s->batch && now() - s->began > BATCH_SECONDS));
}

static isn_status put_one(storing *s, const cli_text *parcel, isn_error *error) {
    isn_status status = ISN_OK;
    s->began = s->put == 0 ? now() : s->began;
    s->put++;
    s->bytes += parcel->len;
    if (s->bytes > MOST_BYTES) {
        status = wait_for_commit(s, error);
    }
    if (status == ISN_OK) {
        status = isn_store_put(s->stores[s->current], (isn_str){parcel->ptr, parcel->len}, error);
    }
    return status == ISN_OK && is_whole(s) ? end_batch(s, error) : status;
}

/* Those that follow one that failed are not put. */
static isn_status put_all(storing *s, const storing_parcel *parcels, isn_status status,
                          isn_error *error) {
    for (; parcels != NULL && status == ISN_OK; parcels = parcels->next) {
        status = put_one(s, &parcels->bytes, error);
    }
    return status;
}

/* Under the lock. */
static void give_back(storing *s, storing_parcel *parcels) {
    while (parcels != NULL) {
        storing_parcel *next = parcels->next;
        if (parcels->bytes.cap > MOST_SPARE) {
            free(parcels->bytes.ptr);
            parcels->bytes = (cli_text){0};
        }
        parcels->next = s->spare;
        s->spare = parcels;
        parcels = next;
    }
}

/* ---- the queue ---------------------------------------------------------------------------------------- */

static storing_parcel *take_all(queue *q) {
    storing_parcel *all = q->first;
    *q = (queue){.end = &q->first};
    return all;
}

static bool is_full(const queue *q) {
    return q->n >= MOST_WAITING || q->bytes >= MOST_WAITING_BYTES;
}

static bool is_due(const storing *s) {
    return s->closing || s->waiting.n >= LEAST_WAITING || is_full(&s->waiting) ||
           (s->hurry && s->waiting.n > 0);
}

static void *store_all(void *context) {
    storing *s = context;
    pthread_mutex_lock(&s->lock);
    for (;;) {
        while (!is_due(s)) {
            pthread_cond_wait(&s->fed, &s->lock);
        }
        if (s->waiting.n == 0) {
            break;
        }
        storing_parcel *parcels = take_all(&s->waiting);
        isn_status status = s->status;
        isn_error error = {0};
        s->busy = true;
        pthread_cond_broadcast(&s->room);
        pthread_mutex_unlock(&s->lock);
        status = put_all(s, parcels, status, &error);
        pthread_mutex_lock(&s->lock);
        note(s, status, &error);
        give_back(s, parcels);
        s->busy = false;
        pthread_cond_broadcast(&s->room);
    }
    pthread_mutex_unlock(&s->lock);
    return NULL;
}

storing_parcel *storing_copy(storing *s, isn_str parcel) {
    pthread_mutex_lock(&s->lock);
    storing_parcel *copy = s->spare;
    s->spare = copy != NULL ? copy->next : NULL;
    pthread_mutex_unlock(&s->lock);
    copy = copy != NULL ? copy : cli_alloc(sizeof *copy);
    copy->next = NULL;
    copy->bytes.len = 0;
    cli_text_put(&copy->bytes, parcel.ptr, parcel.len);
    return copy;
}

/* Under the lock. */
static isn_status told(const storing *s, isn_error *error) {
    if (s->status != ISN_OK) {
        *error = s->error;
    }
    return s->status;
}

isn_status storing_put(storing *s, storing_parcel *parcel, isn_error *error) {
    isn_status status = ISN_OK;
    if (!s->options.apart) {
        status = put_one(s, &parcel->bytes, error);
    }
    pthread_mutex_lock(&s->lock);
    if (!s->options.apart) {
        give_back(s, parcel);
        pthread_mutex_unlock(&s->lock);
        return status;
    }
    while (is_full(&s->waiting) && s->status == ISN_OK) {
        pthread_cond_wait(&s->room, &s->lock);
    }
    *s->waiting.end = parcel;
    s->waiting.end = &parcel->next;
    s->waiting.n++;
    s->waiting.bytes += parcel->bytes.len;
    if (is_due(s)) {
        pthread_cond_signal(&s->fed);
    }
    status = told(s, error);
    pthread_mutex_unlock(&s->lock);
    return status;
}

/* Until all that was put is in its store. */
static isn_status wait_for_all(storing *s, isn_error *error) {
    pthread_mutex_lock(&s->lock);
    s->hurry = true;
    pthread_cond_signal(&s->fed);
    while (s->options.apart && (s->waiting.n > 0 || s->busy)) {
        pthread_cond_wait(&s->room, &s->lock);
    }
    s->hurry = false;
    isn_status status = told(s, error);
    pthread_mutex_unlock(&s->lock);
    return status;
}

isn_status storing_commit(storing *s, isn_error *error) {
    isn_status status = wait_for_all(s, error);
    s->put = 0;
    s->bytes = 0;
    if (status == ISN_OK) {
        status = wait_for_commit(s, error);
    }
    return status == ISN_OK ? isn_store_commit(s->stores[s->current], error) : status;
}

/* ---- opening ------------------------------------------------------------------------------------------ */

storing *storing_open(const char *path, storing_options options) {
    isn_error error = {0};
    isn_store *store = NULL;
    if (isn_store_open(&store, path, &error) != ISN_OK) {
        cli_error(&error, path, 0);
        return NULL;
    }
    storing *s = cli_alloc(sizeof *s);
    bool database = cli_is_database(path);
    *s = (storing){.path = path, .options = options, .stores = {store, NULL}, .alone = !database};
    s->batch = database ? DATABASE_BATCH : STORING_BATCH;
    s->most = database ? DATABASE_BATCH : FILE_BATCH;
    s->waiting.end = &s->waiting.first;
    pthread_mutex_init(&s->lock, NULL);
    pthread_cond_init(&s->turn, NULL);
    pthread_cond_init(&s->fed, NULL);
    pthread_cond_init(&s->room, NULL);
    s->options.apart = options.apart && pthread_create(&s->storer, NULL, store_all, s) == 0;
    return s;
}

static void end_thread(storing *s, bool *flag, pthread_cond_t *waits, pthread_t thread) {
    pthread_mutex_lock(&s->lock);
    *flag = true;
    pthread_cond_broadcast(waits);
    pthread_mutex_unlock(&s->lock);
    pthread_join(thread, NULL);
}

void storing_close(storing *s) {
    if (s == NULL) {
        return;
    }
    if (s->options.apart) {
        end_thread(s, &s->closing, &s->fed, s->storer);
    }
    if (s->stores[1] != NULL) {
        end_thread(s, &s->ending, &s->turn, s->committer);
    }
    isn_store_close(s->stores[1]);
    isn_store_close(s->stores[0]);
    while (s->spare != NULL) {
        storing_parcel *next = s->spare->next;
        free(s->spare->bytes.ptr);
        free(s->spare);
        s->spare = next;
    }
    pthread_cond_destroy(&s->room);
    pthread_cond_destroy(&s->fed);
    pthread_cond_destroy(&s->turn);
    pthread_mutex_destroy(&s->lock);
    free(s);
}
