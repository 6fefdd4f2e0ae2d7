/* work.c: `isnad worker`. What a batch coded is put into the store, the store commits, and only then is the batch confirmed: a
 * worker that is killed at any moment leaves articles that are given out again, and an article that the store has
 * already changes nothing in it.
 *
 * This thread fetches, and says of what waits that it is in work; pipe.c codes and stores meanwhile. Where the store is lost,
 * all threads end, what they had in hand goes back to the stream, and they start anew when it has been found.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "work.h"

#define FETCH_MS 1000
#define SOON_MS 50 /* with --once, the stream may not have counted the last confirmations */
#define DURABLE "coders"
#define REOPEN_MS 500
#define AHEAD                                                                                      \
    6 /* batches in hand at most: two with the store, two to be coded, two that came late */

/* ---- the stream -------------------------------------------------------------------------------- */

/* Makes the consumer, or brings it to this worker's --ack-wait: the one that started last decides for all. */
static natsStatus make_consumer(work *w) {
    const char *stream = w->q.settings->stream;
    jsConsumerInfo *info = NULL;
    jsConsumerConfig config;
    jsErrCode code = 0;
    jsConsumerConfig_Init(&config);
    config.Durable = DURABLE;
    config.AckPolicy = js_AckExplicit;
    config.AckWait = (int64_t)w->o->ack_wait * 1000000000;
    config.MaxDeliver = -1; /* never dropped: work.c says what is dead */
    config.MaxAckPending = 20000;
    natsStatus status = js_GetConsumerInfo(&info, w->q.js, stream, DURABLE, NULL, &code);
    if (status == NATS_OK && info->Config->AckWait != config.AckWait) {
        status = js_UpdateConsumer(NULL, w->q.js, stream, &config, NULL, &code);
    } else if (status == NATS_NOT_FOUND || code == JSConsumerNotFoundErr) {
        status = js_AddConsumer(NULL, w->q.js, stream, &config, NULL, &code);
    }
    jsConsumerInfo_Destroy(info);
    return status;
}

static natsStatus subscribe(work *w) {
    jsSubOptions options;
    natsStatus status = make_consumer(w);
    jsSubOptions_Init(&options);
    options.Stream = w->q.settings->stream;
    options.Consumer = DURABLE;
    return status != NATS_OK ? status
                             : js_PullSubscribe(&w->subscription, w->q.js, w->q.subject, DURABLE,
                                                NULL, &options, NULL);
}

/* Nothing waits, and nobody has anything in hand. */
static bool is_empty(work *w) {
    jsConsumerInfo *info = NULL;
    natsStatus status =
        js_GetConsumerInfo(&info, w->q.js, w->q.settings->stream, DURABLE, NULL, NULL);
    bool empty = status == NATS_OK && info->NumPending == 0 && info->NumAckPending == 0;
    jsConsumerInfo_Destroy(info);
    return empty;
}

/* Milliseconds after which what has not been confirmed is said to be in work. */
static int64_t patience_of_stream(const work *w) {
    return (int64_t)w->o->ack_wait * 1000 / 3;
}

/* The same, asked some times. */
static bool is_done(work *w) {
    bool done = is_empty(w);
    for (unsigned i = 0; !done && i < 4 && !queue_pause(&w->q, SOON_MS); i++) {
        done = is_empty(w);
    }
    return done;
}

/* Fetches a batch. A fetch of libnats 3.4 ends empty and early at times: the rest of its time is waited for here. */
static natsStatus fetch(work *w, natsMsgList *list, uint64_t room, int64_t most) {
    jsErrCode code = 0;
    int64_t began = queue_now();
    natsStatus status = w->subscription != NULL ? NATS_OK : subscribe(w);
    if (status != NATS_OK) { /* no answer is no empty stream */
        return status == NATS_TIMEOUT ? NATS_NO_RESPONDERS : status;
    }
    status = natsSubscription_Fetch(list, w->subscription, (int)room, most, &code);
    if (status == NATS_TIMEOUT && !w->o->once) {
        queue_pause(&w->q, began + most - queue_now());
    }
    return status;
}

static void read_meta(work *w, work_item *it) {
    jsMsgMetaData *meta = NULL;
    if (natsMsg_GetMetaData(&meta, it->message) == NATS_OK) {
        it->deliveries = meta->NumDelivered;
        it->sequence = meta->Sequence.Stream;
        it->time = meta->Timestamp;
        w->meter.waiting = meta->NumPending;
    }
    jsMsgMetaData_Destroy(meta);
}

/* ---- what is in hand --------------------------------------------------------------------------- */

static void take_in(work *w, natsMsgList *list) {
    pthread_mutex_lock(&w->lock);
    for (int i = 0; i < list->Count; i++) {
        work_item *it = work_at(w, w->fetched++);
        *it = (work_item){.message = list->Msgs[i], .touched = queue_now()};
        list->Msgs[i] = NULL;
        read_meta(w, it);
    }
    pthread_cond_signal(&w->may_code);
    pthread_mutex_unlock(&w->lock);
}

/* What waits for its turn is not given out again. Where that cannot be said it is, and coding it twice changes nothing. */
static void hold(work *w) {
    int64_t now = queue_now();
    pthread_mutex_lock(&w->lock);
    for (uint64_t i = w->committed; i < w->fetched; i++) {
        work_item *it = work_at(w, i);
        if (now - it->touched > patience_of_stream(w)) {
            natsMsg_InProgress(it->message, NULL);
            it->touched = now;
        }
    }
    pthread_mutex_unlock(&w->lock);
}

typedef struct in_hand {
    uint64_t articles;
    bool ending; /* the store was lost */
} in_hand;

static in_hand look(work *w) {
    pthread_mutex_lock(&w->lock);
    in_hand is = {w->fetched - w->settled, w->ending};
    pthread_mutex_unlock(&w->lock);
    return is;
}

/* ---- fetching ---------------------------------------------------------------------------------- */

/* A new subscription is made with the next fetch, for the consumer may be gone with its node. Messages know the one that they came
 * by, and confirm by it: it is kept until nothing is in hand. */
static void leave(work *w) {
    in_hand is = look(w);
    while (is.articles > 0 && !is.ending && !queue_pause(&w->q, 0)) {
        work_wait(w, patience_of_stream(w));
        work_settle(w);
        hold(w);
        is = look(w);
    }
    if (is.articles == 0) {
        natsSubscription_Destroy(w->subscription);
        w->subscription = NULL;
    }
}

/* After a fetch that gave nothing for a reason; `failures` so far, `heard`: when there was none. */
static void bear(work *w, natsStatus status, unsigned failures, int64_t heard) {
    if (failures == 3) { /* a node that dies costs two or three: no reason to speak */
        queue_tell(&w->q, "no articles", status);
    }
    if (queue_now() - heard > (int64_t)w->q.settings->timeout * 1000) {
        queue_tell(&w->q, "given up", status);
        w->broken = true;
    }
    leave(w);
    queue_pause(&w->q, queue_back_off(failures));
}

/* How many a fetch must have room for. What came too late for an earlier one waits in the library, and libnats 3.4 writes all of
 * it into the list, whatever was asked for; so a fetch waits long, and only where something is said to wait. */
static uint64_t room_for(work *w) {
    int late = 0;
    if (w->subscription != NULL &&
        natsSubscription_GetPending(w->subscription, &late, NULL) != NATS_OK) {
        late = 0;
    }
    return w->o->batch + (uint64_t)late;
}

/* Fetches for the threads, until a signal comes, the store is lost, or --once has been done. True: that. */
static bool feed(work *w) {
    unsigned failures = 0;
    int64_t heard = queue_now();
    int64_t most = patience_of_stream(w) < FETCH_MS ? patience_of_stream(w) : FETCH_MS;
    while (!w->broken && !queue_pause(&w->q, 0)) {
        natsMsgList list = {0};
        work_settle(w);
        hold(w);
        in_hand is = look(w);
        if (is.ending) {
            return false;
        }
        bool last = w->meter.waiting == 0;
        if (w->o->once && last && is.articles == 0 && is_done(w)) {
            return true;
        }
        uint64_t room = room_for(w);
        if (room > w->cap) { /* they are given out again */
            leave(w);
            continue;
        }
        if (is.articles + room > w->cap || (last && is.articles > 0)) {
            work_wait(w, patience_of_stream(w));
            heard = queue_now();
            continue;
        }
        natsStatus status = fetch(w, &list, room, most);
        if (status != NATS_OK && status != NATS_TIMEOUT) {
            bear(w, status, failures++, heard);
            continue;
        }
        heard = queue_now();
        failures = 0;
        if (status == NATS_OK) {
            take_in(w, &list);
            natsMsgList_Destroy(&list);
        } else if (is.articles == 0) {
            w->meter.beat = heard;
            if (w->o->once && is_empty(w)) {
                return true;
            }
        }
    }
    return false;
}

/* ---- the store --------------------------------------------------------------------------------- */

static void close_stores(work *w) {
    for (unsigned i = 0; i < WORK_STORES; i++) {
        isn_store_close(w->stores[i]);
        w->stores[i] = NULL;
    }
}

/* All connections, or none. */
static bool open_stores(work *w, isn_error *error) {
    for (unsigned i = 0; i < w->nstores; i++) {
        if (isn_store_open(&w->stores[i], w->o->store, error) != ISN_OK) {
            close_stores(w);
            return false;
        }
    }
    return true;
}

/* Opens the store again: its server may be starting anew. Not for ever, where it has refused for as long as --timeout. */
static void find_store(work *w) {
    isn_error error = {0};
    int64_t wait = queue_back_off(w->losses++);
    bool found = false;
    w->without = w->without != 0 ? w->without : queue_now();
    close_stores(w);
    for (; !found && !w->broken && !queue_pause(&w->q, wait); wait = REOPEN_MS) {
        found = open_stores(w, &error);
        w->broken = queue_now() - w->without > (int64_t)w->q.settings->timeout * 1000;
    }
    w->meter.lost = !found;
}

static void loop(work *w) {
    bool done = false;
    while (!done && !w->broken && !queue_pause(&w->q, 0)) {
        work_threads threads;
        if (work_start(w, &threads)) {
            done = feed(w);
        } else {
            w->broken = true;
        }
        work_end(w, &threads);
        if (w->lost) {
            find_store(w);
        }
    }
}

/* ---- the command ------------------------------------------------------------------------------- */

static void summary(const work *w) {
    const queue_meter *m = &w->meter;
    if (!w->q.settings->quiet) {
        fprintf(stderr,
                "isnad: %llu articles coded, %llu claims; %llu given out before, %llu to the dead, "
                "%llu "
                "given back\n",
                (unsigned long long)m->articles, (unsigned long long)m->claims,
                (unsigned long long)m->repeated, (unsigned long long)m->dead,
                (unsigned long long)m->returned);
    }
}

static bool make_coders(work *w) {
    isn_error error = {0};
    for (unsigned i = 1; i < WORK_SLOTS; i++) {
        if (isn_coder_new(&w->slots[i].coder, w->pack, &error) != ISN_OK) {
            cli_error(&error, NULL, 0);
            return false;
        }
    }
    return true;
}

static work *work_new(const worker_options *options) {
    pthread_condattr_t monotonic;
    work *w = cli_alloc(sizeof *w);
    w->o = options;
    w->nstores = strstr(options->store, "://") != NULL ? WORK_STORES : 1;
    w->cap = (uint64_t)AHEAD * options->batch;
    w->items = cli_alloc(w->cap * sizeof *w->items);
    w->changed = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    pthread_mutex_init(&w->lock, NULL);
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_cond_init(&w->may_code, NULL);
    pthread_cond_init(&w->has_coded, &monotonic);
    pthread_cond_init(&w->turn, NULL);
    pthread_condattr_destroy(&monotonic);
    return w;
}

static void work_free(work *w) {
    for (unsigned i = 0; i < WORK_SLOTS; i++) {
        isn_coder_free(w->slots[i].coder);
    }
    isn_pack_close(w->pack);
    pthread_cond_destroy(&w->may_code);
    pthread_cond_destroy(&w->has_coded);
    pthread_cond_destroy(&w->turn);
    pthread_mutex_destroy(&w->lock);
    close(w->changed);
    free(w->items);
    free(w);
}

int queue_work(const queue_settings *settings, const worker_options *options) {
    isn_error error = {0};
    queue_health *health = NULL;
    work *w = work_new(options);
    bool fine = cli_open_coder(&w->pack, &w->slots[0].coder, &options->from_pack) && make_coders(w);
    if (fine && !open_stores(w, &error)) {
        cli_error(&error, options->store, 0);
        fine = false;
    }
    bool opened = fine;
    fine = fine && queue_open(&w->q, settings, NULL, NULL, NULL);
    w->meter.connection = w->q.connection;
    w->meter.beat = queue_now();
    if (fine && options->listens) {
        health = queue_health_start(&w->meter, options->port);
        fine = health != NULL;
    }
    if (fine) {
        loop(w);
        summary(w);
    }
    queue_health_stop(health);
    natsSubscription_Destroy(w->subscription);
    close_stores(w);
    if (opened) { /* libnats 3.4 frees what OpenSSL frees at the end, where libpq has used it too */
        queue_close(&w->q, settings->ca == NULL && settings->cert == NULL);
    }
    fine = fine && !w->broken;
    work_free(w);
    return fine ? EXIT_GOOD : EXIT_SOME_FAILED;
}
