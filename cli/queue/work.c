/* work.c: `isnad worker`. A batch is coded into the store, the store commits, and only then is the batch confirmed: a
 * worker that is killed at any moment leaves articles that are given out again, and an article that the store has
 * already changes nothing in it.
 *
 * What was given out before may be what ended the process that had it. Such an article is first coded in a process of its
 * own; when that dies too, --tries times in all, the article goes to the dead. Those that a dying worker had beside it
 * are coded like others.
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "inside.h"

#define FETCH_MS 1000
#define DURABLE "coders"
#define AGAIN_MS 1000 /* before what was given back is given out again */
#define REOPEN_MS 500
#define HOLD_MS 5000 /* the store is held no longer: others wait for it */

typedef struct item {
    natsMsg *message;
    enum { UNTOUCHED, STORED, DEAD, AGAIN } end;
    uint64_t deliveries, sequence;
    int64_t time;       /* of the stream, with the sequence: which message it is */
    char *why, *source; /* of DEAD; owned */
} item;

typedef struct work {
    queue q;
    const worker_options *o;
    queue_meter meter;
    natsSubscription *subscription;
    isn_pack *pack;
    isn_coder *coder;
    isn_store *store;
    item items[1000];
    int n;
    int64_t touched; /* when the batch came, or was last said to be in work */
    bool lost;       /* the store: what is in hand is given back, and the store opened again */
    int64_t without; /* since when nothing could be committed; 0: the last commit was good */
    unsigned losses; /* since then */
    bool broken;     /* going on makes no sense */
} work;

static uint64_t now_us(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

/* ---- one article ------------------------------------------------------------------------------- */

static void give_up(item *it, const char *why, isn_str source) {
    it->end = DEAD;
    it->why = cli_format("%s", why);
    it->source = cli_format("%.*s", (int)source.len, source.len > 0 ? source.ptr : "");
}

/* Codes it in a process of its own, so that what kills that does not kill the worker. */
static bool survives(const work *w, const isn_input *input, char *why, size_t room) {
    int status = 0;
    bool more = true;
    pid_t child = fork();
    if (child == 0) {
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, NULL);
        signal(SIGALRM, SIG_DFL);
        alarm(w->o->patience);
        if (isn_coder_code(w->coder, input, NULL) == ISN_OK) {
            while (more && isn_coder_next(w->coder, &more, NULL) == ISN_OK) {
            }
        }
        _exit(0); /* what can be told apart from a death is left to the worker */
    }
    if (child < 0 || waitpid(child, &status, 0) < 0) {
        snprintf(why, room, "no process could be started for it");
        return false;
    }
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM) {
        snprintf(why, room, "not coded in %u seconds", w->o->patience);
    } else if (WIFSIGNALED(status)) {
        snprintf(why, room, "the coder was ended by signal %d (%s)", WTERMSIG(status),
                 strsignal(WTERMSIG(status)));
    } else if (WEXITSTATUS(status) != 0) {
        snprintf(why, room, "the coder ended with %d", WEXITSTATUS(status));
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* Has the store refused for as long as --timeout? */
static void look_at_patience(work *w) {
    w->broken = queue_now() - w->without > (int64_t)w->q.settings->timeout * 1000;
}

/* The store refuses, or is away. Everything since its last commit is taken back with it. */
static void lose(work *w, const isn_error *error) {
    cli_error(error, w->o->store, 0);
    w->lost = true;
    w->meter.lost = true;
    w->without = w->without != 0 ? w->without : queue_now();
    look_at_patience(w);
}

/* Puts every story of the article into the store. */
static void code(work *w, item *it, const isn_input *input) {
    isn_error error = {0};
    cli_article article = {.input = *input};
    cli_job job = {.path = (char *)(input->source.len > 0 ? input->source.ptr : "message")};
    cli_settings settings = {.quiet = true};
    cli_text messages = {0};
    bool failed = false;
    uint64_t began = now_us();
    bool coded = cli_article_code(w->coder, &article, &job, &settings, &messages);
    if (!coded) {
        give_up(it, article.fault, input->source);
    }
    while (coded && !w->lost && !failed) {
        w->meter.coding_us += now_us() - began;
        if (isn_store_put(w->store, w->coder, &error) != ISN_OK) {
            lose(w, &error);
        }
        w->meter.records++;
        w->meter.claims += isn_coder_claims(w->coder);
        began = now_us();
        coded = cli_article_next(w->coder, &job, &failed, &messages);
    }
    it->end = it->end == DEAD || w->lost ? it->end : STORED;
    free(article.fault);
    free(messages.ptr);
}

static void take(work *w, item *it) {
    char why[400];
    queue_message m;
    isn_str bytes = {natsMsg_GetData(it->message), (size_t)natsMsg_GetDataLength(it->message)};
    bool last = it->deliveries >= w->o->tries;
    w->meter.bytes += bytes.len;
    w->meter.repeated += it->deliveries > 1;
    if (!queue_message_read(&m, bytes, w->o->large)) {
        if (m.away && !last) {
            it->end = AGAIN;
        } else {
            give_up(it, m.why, m.input.source);
        }
    } else if (it->deliveries > 1 && !survives(w, &m.input, why, sizeof why)) {
        if (last) {
            give_up(it, why, m.input.source);
        } else {
            it->end = AGAIN;
        }
    } else {
        code(w, it, &m.input);
    }
    queue_message_release(&m);
}

/* ---- the end of a batch ------------------------------------------------------------------------ */

static natsStatus bury(work *w, const item *it) {
    char id[64];
    cli_text bytes = {0};
    jsPubOptions options;
    cli_text_printf(&bytes, "{\"reason\":");
    cli_text_json(&bytes, it->why, strlen(it->why));
    cli_text_printf(&bytes, ",\"source\":");
    cli_text_json(&bytes, it->source, strlen(it->source));
    cli_text_printf(&bytes, ",\"deliveries\":%llu,\"coder\":\"" ISN_VERSION "\"}\n",
                    (unsigned long long)it->deliveries);
    cli_text_put(&bytes, natsMsg_GetData(it->message), (size_t)natsMsg_GetDataLength(it->message));
    snprintf(id, sizeof id, "%llu-%lld", (unsigned long long)it->sequence, (long long)it->time);
    jsPubOptions_Init(&options);
    options.MsgId = id;
    natsStatus status =
        js_Publish(NULL, w->q.js, w->q.dead_subject, bytes.ptr, (int)bytes.len, &options, NULL);
    if (status != NATS_OK) {
        queue_tell(&w->q, w->q.dead_stream, status);
    } else if (!w->q.settings->quiet) {
        fprintf(stderr, "isnad: %s: to the dead: %s\n", it->source, it->why);
    }
    free(bytes.ptr);
    return status;
}

static void confirm(work *w, item *it) {
    natsStatus status = NATS_OK;
    if (it->end == DEAD && bury(w, it) != NATS_OK) {
        it->end = AGAIN; /* it must not be lost: it comes again, and is found dead again */
    }
    if (it->end == STORED || it->end == DEAD) {
        status = natsMsg_Ack(it->message, NULL); /* one that is lost costs a repetition, no more */
        w->meter.articles += it->end == STORED;
        w->meter.dead += it->end == DEAD;
    } else if (it->end == AGAIN) {
        status = natsMsg_NakWithDelay(it->message, AGAIN_MS, NULL);
        w->meter.returned++;
    } else if (w->q.stopped || w->lost) {
        status = natsMsg_Nak(it->message, NULL);
        w->meter.returned++;
    } else {
        status = natsMsg_InProgress(it->message, NULL); /* waits for its turn in the batch */
        if (status == NATS_OK) {
            return;
        }
    }
    if (status != NATS_OK && it->end == UNTOUCHED && !w->q.stopped && !w->lost) {
        return; /* the server gives it out again after --ack-wait; coding it twice changes nothing */
    }
    natsMsg_Destroy(it->message);
    free(it->why);
    free(it->source);
    *it = (item){0};
}

/* Commits, and only then confirms. */
static void settle(work *w) {
    isn_error error = {0};
    bool any = false;
    uint64_t began = now_us();
    for (int i = 0; i < w->n; i++) {
        any = any || w->items[i].end == STORED;
    }
    if (any && !w->lost && isn_store_commit(w->store, &error) != ISN_OK) {
        lose(w, &error);
    }
    if (any && !w->lost) {
        w->meter.commits++;
        w->meter.commit_us += now_us() - began;
        w->without = w->losses = 0;
    }
    for (int i = 0; i < w->n; i++) {
        item *it = &w->items[i];
        if (w->lost && it->end == STORED) {
            it->end = UNTOUCHED;
        }
        if (it->message != NULL) {
            confirm(w, it);
        }
    }
    natsConnection_FlushTimeout(w->q.connection, 2000);
    w->touched = queue_now();
}

/* ---- batches ----------------------------------------------------------------------------------- */

static void read_meta(work *w, item *it) {
    jsMsgMetaData *meta = NULL;
    if (natsMsg_GetMetaData(&meta, it->message) == NATS_OK) {
        it->deliveries = meta->NumDelivered;
        it->sequence = meta->Sequence.Stream;
        it->time = meta->Timestamp;
        w->meter.waiting = meta->NumPending;
    }
    jsMsgMetaData_Destroy(meta);
}

static void work_on(work *w, natsMsgList *list) {
    int64_t third = (int64_t)w->o->ack_wait * 1000 / 3;
    int64_t most = third < HOLD_MS ? third : HOLD_MS;
    w->n = list->Count;
    w->touched = queue_now();
    for (int i = 0; i < w->n; i++) {
        w->items[i] = (item){.message = list->Msgs[i]};
        list->Msgs[i] = NULL;
        read_meta(w, &w->items[i]);
    }
    for (int i = 0; i < w->n && !w->lost && !queue_pause(&w->q, 0); i++) {
        w->meter.beat = queue_now();
        /* One that may be deadly: those before it are out of its reach. */
        if (w->meter.beat - w->touched > most || (w->items[i].deliveries > 1 && i > 0)) {
            settle(w);
        }
        take(w, &w->items[i]);
    }
    settle(w);
    w->n = 0;
}

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
    natsSubscription_Destroy(w->subscription);
    w->subscription = NULL;
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

/* Fetches a batch. A fetch of libnats 3.4 ends empty and early at times: the rest of its time is waited for here. */
static natsStatus fetch(work *w, natsMsgList *list) {
    jsErrCode code = 0;
    int64_t began = queue_now();
    natsStatus status = w->subscription != NULL ? NATS_OK : subscribe(w);
    if (status != NATS_OK) { /* no answer is no empty stream */
        return status == NATS_TIMEOUT ? NATS_NO_RESPONDERS : status;
    }
    status = natsSubscription_Fetch(list, w->subscription, (int)w->o->batch, FETCH_MS, &code);
    if (status == NATS_TIMEOUT && !w->o->once) {
        queue_pause(&w->q, began + FETCH_MS - queue_now());
    }
    return status;
}

/* Opens the store again: its server may be starting anew. */
static void find_store(work *w) {
    isn_error error = {0};
    int64_t wait = queue_back_off(w->losses++);
    isn_store_close(w->store);
    w->store = NULL;
    for (; w->lost && !w->broken && !queue_pause(&w->q, wait); wait = REOPEN_MS) {
        if (isn_store_open(&w->store, w->o->store, &error) == ISN_OK) {
            w->lost = false;
            w->meter.lost = false;
        } else {
            look_at_patience(w);
        }
    }
}

static void loop(work *w) {
    unsigned failures = 0;
    int64_t heard = queue_now();
    while (!w->broken && !queue_pause(&w->q, 0)) {
        natsMsgList list = {0};
        if (w->lost) {
            find_store(w);
            heard = queue_now();
            continue;
        }
        natsStatus status = fetch(w, &list);
        if (status == NATS_OK) {
            work_on(w, &list);
            natsMsgList_Destroy(&list);
            if (w->o->once && w->meter.waiting == 0 && is_empty(w)) {
                return;
            }
        } else if (status == NATS_TIMEOUT && w->o->once && is_empty(w)) {
            return;
        }
        if (status == NATS_OK || status == NATS_TIMEOUT) {
            heard = queue_now();
            w->meter.beat = heard;
            failures = 0;
            continue;
        }
        if (failures == 3) { /* a node that dies costs two or three: no reason to speak */
            queue_tell(&w->q, "no articles", status);
        }
        if (queue_now() - heard > (int64_t)w->q.settings->timeout * 1000) {
            queue_tell(&w->q, "given up", status);
            w->broken = true;
        }
        natsSubscription_Destroy(w->subscription); /* the consumer may be gone with its node */
        w->subscription = NULL;
        queue_pause(&w->q, queue_back_off(failures++));
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

int queue_work(const queue_settings *settings, const worker_options *options) {
    isn_error error = {0};
    queue_health *health = NULL;
    work *w = cli_alloc(sizeof *w);
    w->o = options;
    bool fine = cli_open_coder(&w->pack, &w->coder, &options->from_pack);
    if (fine && isn_store_open(&w->store, options->store, &error) != ISN_OK) {
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
    isn_store_close(w->store);
    if (opened) { /* libnats 3.4 frees what OpenSSL frees at the end, where libpq has used it too */
        queue_close(&w->q, settings->ca == NULL && settings->cert == NULL);
    }
    isn_coder_free(w->coder);
    isn_pack_close(w->pack);
    fine = fine && !w->broken;
    free(w);
    return fine ? EXIT_GOOD : EXIT_SOME_FAILED;
}
