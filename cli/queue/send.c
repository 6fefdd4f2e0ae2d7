/* send.c: `isnad publish`. Messages are sent without waiting for each; one that the server has not confirmed in three
 * seconds, or refuses, is sent again under the same id, with a growing pause, until it is confirmed or nothing has been
 * for as long as --timeout says. A server that dies takes confirmations with it and tells nobody. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "inside.h"

#define SLOTS 512
#define MOST_BYTES ((size_t)32 << 20) /* in flight */
#define CONFIRM_MS 3000

typedef struct flight {
    enum { FREE, FLYING, WAITING, REFUSED } state;
    natsMsg *message;
    char id[QUEUE_ID];
    char *source; /* owned */
    size_t size;
    int64_t due; /* of one that waits to be sent again */
    unsigned failures;
    char why[200];
} flight;

typedef struct sender {
    queue q;
    const publish_options *o;
    pthread_mutex_t lock; /* all that follows */
    pthread_cond_t change;
    flight slots[SLOTS];
    unsigned busy;
    size_t bytes;
    int64_t heard; /* when something was confirmed last, or could first have been */
    uint64_t confirmed, known, repeated, unread, refused;
    bool given_up;
} sender;

/* ---- in flight --------------------------------------------------------------------------------- */

static flight *slot_of(sender *s, const natsMsg *message) {
    for (int i = 0; i < SLOTS; i++) {
        if (s->slots[i].state == FLYING && s->slots[i].message == message) {
            return &s->slots[i];
        }
    }
    return NULL;
}

static void release_slot(sender *s, flight *f) {
    natsMsg_Destroy(f->message);
    free(f->source);
    s->busy--;
    s->bytes -= f->size;
    *f = (flight){0};
}

static void wait_again(flight *f, const char *why, bool for_good) {
    snprintf(f->why, sizeof f->why, "%s", why);
    f->state = for_good ? REFUSED : WAITING;
    f->due = queue_now() + queue_back_off(f->failures++);
}

/* On a thread of the library. The message is ours to destroy. */
static void confirmed(jsCtx *js, natsMsg *message, jsPubAck *ack, jsPubAckErr *error,
                      void *context) {
    sender *s = context;
    (void)js;
    pthread_mutex_lock(&s->lock);
    flight *f = slot_of(s, message);
    if (f == NULL) {
        natsMsg_Destroy(message);
    } else if (ack != NULL) {
        s->heard = queue_now();
        s->confirmed++;
        s->known += ack->Duplicate;
        release_slot(s, f);
    } else {
        wait_again(f, error->ErrText != NULL ? error->ErrText : natsStatus_GetText(error->Err),
                   error->ErrCode == JSStreamMessageExceedsMaximumErr);
    }
    pthread_cond_signal(&s->change);
    pthread_mutex_unlock(&s->lock);
}

/* Under the lock, which it lets go: the library may call `confirmed` before it returns. */
static void launch(sender *s, flight *f) {
    jsPubOptions options;
    natsMsg *message = f->message;
    jsPubOptions_Init(&options);
    options.MsgId = f->id;
    options.MaxWait = CONFIRM_MS;
    f->state = FLYING;
    pthread_mutex_unlock(&s->lock);
    natsStatus status = js_PublishMsgAsync(s->q.js, &message, &options);
    pthread_mutex_lock(&s->lock);
    if (status != NATS_OK) { /* it is ours still, in the slot */
        wait_again(f, natsStatus_GetText(status), status == NATS_MAX_PAYLOAD);
    }
}

/* The library has written into the message that failed: what is sent again is a fresh one. */
static void launch_again(sender *s, flight *f) {
    natsMsg *fresh = NULL;
    if (natsMsg_Create(&fresh, s->q.subject, NULL, natsMsg_GetData(f->message),
                       natsMsg_GetDataLength(f->message)) != NATS_OK) {
        wait_again(f, "out of memory", false);
        return;
    }
    natsMsg_Destroy(f->message);
    f->message = fresh;
    s->repeated++;
    launch(s, f);
}

/* Under the lock: sends again what is due, drops what is refused, and waits a moment. */
static void serve(sender *s) {
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += 50000000;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    pthread_cond_timedwait(&s->change, &s->lock, &until);
    int64_t now = queue_now();
    for (int i = 0; i < SLOTS; i++) {
        flight *f = &s->slots[i];
        if (f->state == REFUSED) {
            fprintf(stderr, "isnad: %s: not taken: %s\n", f->source, f->why);
            s->refused++;
            release_slot(s, f);
        } else if (f->state == WAITING && f->due <= now) {
            launch_again(s, f);
        }
    }
    s->given_up = s->busy > 0 && now - s->heard > (int64_t)s->q.settings->timeout * 1000;
}

static void send_one(sender *s, const cli_text *bytes, const char *id, isn_str source) {
    pthread_mutex_lock(&s->lock);
    while (!s->given_up &&
           (s->busy == SLOTS || (s->busy > 0 && s->bytes + bytes->len > MOST_BYTES))) {
        serve(s);
    }
    flight *f = s->slots;
    while (f < s->slots + SLOTS - 1 && f->state != FREE) {
        f++;
    }
    if (!s->given_up &&
        natsMsg_Create(&f->message, s->q.subject, NULL, bytes->ptr, (int)bytes->len) == NATS_OK) {
        memcpy(f->id, id, QUEUE_ID);
        f->source = cli_format("%.*s", (int)source.len, source.ptr);
        f->size = bytes->len;
        s->heard = s->busy == 0 ? queue_now() : s->heard;
        s->busy++;
        s->bytes += bytes->len;
        launch(s, f);
    }
    pthread_mutex_unlock(&s->lock);
}

/* Until all are confirmed. */
static void finish(sender *s) {
    pthread_mutex_lock(&s->lock);
    while (s->busy > 0 && !s->given_up) {
        serve(s);
    }
    pthread_mutex_unlock(&s->lock);
}

/* ---- reading ----------------------------------------------------------------------------------- */

/* False after a message: too large, and nowhere to put it. */
static bool pack(sender *s, cli_text *out, const isn_input *input, const char *path) {
    char name[QUEUE_ID];
    size_t most = (size_t)natsConnection_GetMaxPayload(s->q.connection) - QUEUE_ROOM;
    out->len = 0;
    queue_message_pack(out, input, NULL);
    if (out->len <= most) {
        return true;
    }
    if (s->o->large == NULL) {
        fprintf(stderr,
                "isnad: %s: %zu bytes, and the server takes %zu; --large DIR keeps such articles\n",
                path, out->len, most);
        return false;
    }
    int fault = queue_large_keep(s->o->large, input->text, name);
    if (fault != 0) {
        fprintf(stderr, "isnad: %s: %s\n", s->o->large, strerror(fault));
        return false;
    }
    out->len = 0;
    queue_message_pack(out, input, name);
    return out->len <= most;
}

static void publish_job(sender *s, cli_job *job, cli_text *bytes) {
    cli_text messages = {0};
    cli_article article;
    char id[QUEUE_ID];
    bool fine = cli_article_read(&article, job, &s->o->settings, &messages);
    fwrite(messages.ptr != NULL ? messages.ptr : "", 1, messages.len, stderr);
    free(messages.ptr);
    fine = fine && pack(s, bytes, &article.input, job->path);
    if (fine) {
        queue_message_id(id, &article.input);
        send_one(s, bytes, id, article.input.source);
    }
    s->unread += !fine;
    cli_article_release(&article);
}

static void publish_all(sender *s, char **paths, int n) {
    cli_source *source = cli_source_new(paths, n, s->o->from, &s->o->settings.fields);
    cli_job job = {0};
    cli_text bytes = {0};
    while (!s->given_up && !queue_pause(&s->q, 0) && cli_source_next(source, &job)) {
        publish_job(s, &job, &bytes);
    }
    cli_job_release(&job);
    cli_source_free(source);
    free(bytes.ptr);
    finish(s);
}

static void summary(const sender *s) {
    if (s->given_up) {
        char *server = queue_server(s->q.settings);
        fprintf(stderr, "isnad: %s: %u articles were not confirmed in %u seconds%s%s\n", server,
                s->busy, s->q.settings->timeout, s->slots[0].why[0] != '\0' ? ": " : "",
                s->slots[0].why);
        free(server);
    }
    if (!s->q.settings->quiet) {
        fprintf(stderr,
                "isnad: %llu articles published, %llu of them known already; %llu sent again, %llu "
                "not taken, %llu not read%s\n",
                (unsigned long long)s->confirmed, (unsigned long long)s->known,
                (unsigned long long)s->repeated, (unsigned long long)s->refused,
                (unsigned long long)s->unread, s->q.stopped ? "; interrupted" : "");
    }
}

int queue_publish(const queue_settings *settings, const publish_options *options, char **paths,
                  int n) {
    sender *s = cli_alloc(sizeof *s);
    s->o = options;
    pthread_mutex_init(&s->lock, NULL);
    pthread_cond_init(&s->change, NULL);
    bool fine = queue_open(&s->q, settings, options, confirmed, s);
    if (fine) {
        publish_all(s, paths, n);
        summary(s);
        fine = !s->given_up && s->refused == 0 && s->unread == 0 && !s->q.stopped;
    }
    queue_close(&s->q, true); /* ends the library's threads: nobody calls `confirmed` any more */
    for (int i = 0; i < SLOTS; i++) {
        if (s->slots[i].state == WAITING || s->slots[i].state == REFUSED) {
            natsMsg_Destroy(s->slots[i].message);
        }
        free(s->slots[i].source);
    }
    pthread_cond_destroy(&s->change);
    pthread_mutex_destroy(&s->lock);
    free(s);
    return fine ? EXIT_GOOD : EXIT_SOME_FAILED;
}
