/* pipe.c: the threads of a worker. Two code, each the next of those that were fetched, some ahead of the store. One for each
 * connection to the store gathers a batch and commits: a database has two, so that rows are gathered while it commits
 * what came before; a file has one, since its writers would wait for each other. Batches are gathered and
 * committed one after another, and the thread that fetches confirms them.
 *
 * A batch that has grown waits for its turn to commit before it gathers more: the rows of a large one are sent before the end, and
 * would hold what the batch before may need.
 */
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "work.h"

#define HOLD_MS 5000 /* the store is held no longer: others wait for it */
#define MOST_BYTES                                                                                 \
    2000000U      /* of messages, gathered before those of the batch before are committed */
#define SUSPECT 2 /* times given out, after which nothing is left at its mercy */

typedef struct batch {
    uint64_t first, end; /* numbers */
    int64_t began;       /* when its first was coded */
    size_t bytes;
    bool any; /* there is something to commit */
} batch;

static void tell_change(work *w) {
    uint64_t one = 1;
    if (write(w->changed, &one, sizeof one) < 0) {
        return; /* it is full: who waits is told enough */
    }
}

void work_wait(work *w, int64_t ms) {
    uint64_t number = 0;
    struct pollfd on[2] = {{.fd = w->q.signals, .events = POLLIN},
                           {.fd = w->changed, .events = POLLIN}};
    if (poll(on, 2, ms < 0 ? 0 : (int)ms) > 0 && on[1].revents != 0 &&
        read(w->changed, &number, sizeof number) < 0) {
        return;
    }
}

static void wake_all(work *w) {
    pthread_cond_broadcast(&w->may_code);
    pthread_cond_broadcast(&w->has_coded);
    pthread_cond_broadcast(&w->turn);
}

/* ---- coding ------------------------------------------------------------------------------------ */

/* There is one to code, and a slot for it; what may be deadly waits until those before it are out of its reach. */
static bool may_code(const work *w) {
    return w->taken < w->fetched && w->taken - w->put < WORK_SLOTS &&
           (work_at(w, w->taken)->deliveries <= SUSPECT || w->settled == w->taken);
}

static void *code_all(void *context) {
    work *w = context;
    pthread_mutex_lock(&w->lock);
    for (;;) {
        while (!w->ending && !may_code(w)) {
            pthread_cond_wait(&w->may_code, &w->lock);
        }
        if (w->ending) {
            break;
        }
        uint64_t number = w->taken++;
        pthread_mutex_unlock(&w->lock);
        w->meter.beat = queue_now();
        work_code(w, work_at(w, number), &w->slots[number % WORK_SLOTS]);
        pthread_mutex_lock(&w->lock);
        work_at(w, number)->coded = true;
        while (w->coded < w->taken && work_at(w, w->coded)->coded) {
            w->coded++;
        }
        pthread_cond_signal(&w->has_coded);
    }
    w->coders--;
    wake_all(w);
    pthread_mutex_unlock(&w->lock);
    return NULL;
}

/* ---- storing, under the lock but where the store works ------------------------------------------ */

/* The store refuses, or is away. Everything since its last commit is taken back with it. */
static void lose(work *w, const isn_error *error) {
    if (!w->lost) {
        cli_error(error, w->o->store, 0);
        w->without = w->without != 0 ? w->without : queue_now();
    }
    w->lost = w->ending = true;
    w->meter.lost = true;
    wake_all(w);
    tell_change(w);
}

static int64_t most_held(const work *w) {
    int64_t third = (int64_t)w->o->ack_wait * 1000 / 3;
    return third < HOLD_MS ? third : HOLD_MS;
}

/* Nothing more will come soon: all are stored that were fetched, or the next waits for these to be confirmed. */
static bool is_at_rest(const work *w) {
    return w->put == w->fetched ||
           (w->put == w->coded && (w->coders == 0 || work_at(w, w->coded)->deliveries > SUSPECT));
}

static bool is_full(const work *w, const batch *b) {
    return w->put > b->first && (w->put - b->first == w->o->batch || is_at_rest(w) ||
                                 queue_now() - b->began > most_held(w));
}

/* Waits until there is something to put, but no longer than what is gathered may be held. */
static void wait_for_coded(work *w, const batch *b) {
    struct timespec until;
    if (w->put == b->first) {
        pthread_cond_wait(&w->has_coded, &w->lock);
        return;
    }
    int64_t ms = b->began + most_held(w) + 1 - queue_now();
    ms = ms > 0 ? ms : 0;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += ms / 1000;
    until.tv_nsec += ms % 1000 * 1000000;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    pthread_cond_timedwait(&w->has_coded, &w->lock, &until);
}

static void put_next(work *w, isn_store *store, batch *b) {
    isn_error error = {0};
    work_item *it = work_at(w, w->put);
    size_t bytes = (size_t)natsMsg_GetDataLength(it->message);
    while (b->bytes + bytes > MOST_BYTES && w->committed != b->first && !w->lost) {
        pthread_cond_wait(&w->turn, &w->lock);
    }
    if (w->lost) {
        return;
    }
    b->began = w->put == b->first ? queue_now() : b->began;
    b->bytes += bytes;
    b->any = b->any || it->end == STORED;
    uint64_t number = w->put;
    pthread_mutex_unlock(&w->lock);
    bool fine = work_put(w, store, it, &w->slots[number % WORK_SLOTS], &error);
    pthread_mutex_lock(&w->lock);
    w->put++;
    pthread_cond_signal(&w->may_code);
    if (!fine) {
        lose(w, &error);
    }
}

/* Gathers what is to be committed at once. False: no more will come. */
static bool gather(work *w, isn_store *store, batch *b) {
    while (w->putting && !w->lost) {
        pthread_cond_wait(&w->turn, &w->lock);
    }
    w->putting = true;
    *b = (batch){.first = w->put};
    while (!w->lost && !is_full(w, b) && !(w->coders == 0 && w->put == w->coded)) {
        if (w->put < w->coded) {
            put_next(w, store, b);
        } else {
            wait_for_coded(w, b);
        }
    }
    b->end = w->put;
    w->putting = false;
    pthread_cond_broadcast(&w->turn);
    return !w->lost && b->end > b->first;
}

static void commit(work *w, isn_store *store, const batch *b) {
    isn_error error = {0};
    while (w->committed != b->first && !w->lost) {
        pthread_cond_wait(&w->turn, &w->lock);
    }
    if (w->lost) {
        return;
    }
    pthread_mutex_unlock(&w->lock);
    uint64_t began = work_us();
    bool fine = !b->any || isn_store_commit(store, &error) == ISN_OK;
    pthread_mutex_lock(&w->lock);
    if (!fine) {
        lose(w, &error);
        return;
    }
    w->committed = b->end;
    w->meter.commits += b->any;
    w->meter.commit_us += b->any ? work_us() - began : 0;
    w->meter.beat = queue_now();
    if (b->any) {
        w->without = 0;
        w->losses = 0;
    }
    pthread_cond_broadcast(&w->turn);
    tell_change(w);
}

/* Only what is committed is confirmed; by the thread that fetches, so that one thread alone speaks to the stream. */
void work_settle(work *w) {
    pthread_mutex_lock(&w->lock);
    uint64_t from = w->settled, to = w->committed;
    pthread_mutex_unlock(&w->lock);
    for (uint64_t i = from; i < to; i++) {
        work_confirm(w, work_at(w, i));
    }
    if (to > from) {
        pthread_mutex_lock(&w->lock);
        w->settled = to;
        pthread_cond_broadcast(&w->may_code);
        pthread_mutex_unlock(&w->lock);
    }
}

typedef struct storer {
    work *w;
    isn_store *store;
} storer;

static void *store_all(void *context) {
    storer *s = context;
    work *w = s->w;
    batch b;
    pthread_mutex_lock(&w->lock);
    while (gather(w, s->store, &b)) {
        commit(w, s->store, &b);
    }
    pthread_mutex_unlock(&w->lock);
    free(s);
    return NULL;
}

/* ---- start and end ------------------------------------------------------------------------------ */

bool work_start(work *w, work_threads *threads) {
    *threads = (work_threads){0};
    w->ending = w->lost = w->putting = false;
    w->coders = WORK_CODERS;
    w->fetched = w->taken = w->coded = w->put = w->committed = w->settled = 0;
    while (threads->ncoders < WORK_CODERS &&
           pthread_create(&threads->coders[threads->ncoders], NULL, code_all, w) == 0) {
        threads->ncoders++;
    }
    for (unsigned i = 0; threads->ncoders == WORK_CODERS && i < w->nstores; i++) {
        storer *s = cli_alloc(sizeof *s);
        *s = (storer){w, w->stores[i]};
        if (pthread_create(&threads->storers[i], NULL, store_all, s) != 0) {
            free(s);
            break;
        }
        threads->nstorers++;
    }
    if (threads->nstorers == 0) {
        fputs("isnad: no thread could be started\n", stderr);
    }
    return threads->nstorers > 0;
}

void work_end(work *w, work_threads *threads) {
    pthread_mutex_lock(&w->lock);
    w->ending = true;
    wake_all(w);
    pthread_mutex_unlock(&w->lock);
    for (unsigned i = 0; i < threads->ncoders; i++) {
        pthread_join(threads->coders[i], NULL);
    }
    for (unsigned i = 0; i < threads->nstorers; i++) {
        pthread_join(threads->storers[i], NULL);
    }
    for (uint64_t i = w->put; i < w->coded; i++) { /* the store was lost */
        if (work_at(w, i)->end == STORED) {
            queue_message_release(&w->slots[i % WORK_SLOTS].message);
        }
    }
    work_settle(w);
    for (uint64_t i = w->settled; i < w->fetched; i++) {
        work_give_back(w, work_at(w, i));
    }
    natsConnection_FlushTimeout(w->q.connection, 2000);
}
