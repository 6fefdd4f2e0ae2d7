/* stream.c: the connection to the servers, and the streams: articles that wait, and those that no worker could code. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "inside.h"

#define SECOND INT64_C(1000000000) /* JetStream counts in nanoseconds */
#define DAY 86400
#define CLOSE_MS 5000

int64_t queue_now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int64_t queue_back_off(unsigned failures) {
    int64_t ms = INT64_C(250) << (failures < 6 ? failures : 6);
    return ms < 10000 ? ms : 10000;
}

char *queue_server(const queue_settings *settings) {
    cli_text out = {0};
    for (const char *at = settings->server; *at != '\0';) {
        size_t len = strcspn(at, ",");
        const char *host = strstr(at, "://");
        const char *sign = memchr(at, '@', len);
        host = host != NULL && host < at + len ? host + 3 : at;
        cli_text_put(&out, at, (size_t)(host - at));
        host = sign != NULL && sign >= host ? sign + 1 : host;
        cli_text_put(&out, host, (size_t)(at + len - host));
        at += len;
        if (*at == ',') {
            cli_text_put(&out, at++, 1);
        }
    }
    return out.ptr != NULL ? out.ptr : cli_copy("");
}

void queue_tell(const queue *q, const char *what, natsStatus why) {
    const char *last = nats_GetLastError(NULL);
    const char *text = last != NULL && last[0] != '\0' ? last : natsStatus_GetText(why);
    char *server = queue_server(q->settings);
    fprintf(stderr, "isnad: %s: %s: %s\n", server, what, text);
    free(server);
}

/* ---- signals ----------------------------------------------------------------------------------- */

/* Before there are threads, which inherit what is blocked. */
static void block_signals(queue *q) {
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigprocmask(SIG_BLOCK, &ends, NULL);
    q->signals = signalfd(-1, &ends, SFD_NONBLOCK | SFD_CLOEXEC);
}

bool queue_pause(queue *q, int64_t ms) {
    struct pollfd wait = {.fd = q->signals, .events = POLLIN};
    if (!q->stopped) {
        q->stopped = poll(&wait, 1, ms < 0 ? 0 : (int)ms) > 0;
    }
    return q->stopped;
}

/* ---- streams ----------------------------------------------------------------------------------- */

/* What `isnad publish` was told of a stream holds for one that is there already, too. */
static natsStatus change(queue *q, jsStreamConfig *is, const publish_options *told) {
    bool limits = told->megabytes > 0 && is->MaxBytes != (int64_t)told->megabytes << 20;
    bool window = told->window > 0 && is->Duplicates != (int64_t)told->window * SECOND;
    if (!limits && !window) {
        return NATS_OK;
    }
    is->MaxBytes = limits ? (int64_t)told->megabytes << 20 : is->MaxBytes;
    is->Duplicates = window ? (int64_t)told->window * SECOND : is->Duplicates;
    return js_UpdateStream(NULL, q->js, is, NULL, NULL);
}

static natsStatus make(queue *q, jsStreamConfig *config, const publish_options *told,
                       jsErrCode *code) {
    jsStreamInfo *info = NULL;
    natsStatus status = js_GetStreamInfo(&info, q->js, config->Name, NULL, code);
    if (status == NATS_OK && told != NULL) {
        status = change(q, info->Config, told);
    } else if (status != NATS_OK && (*code == JSStreamNotFoundErr || status == NATS_NOT_FOUND)) {
        status = js_AddStream(NULL, q->js, config, NULL, code);
        if (status != NATS_OK && *code == JSStreamNameExistErr) {
            status = NATS_OK; /* somebody made it meanwhile */
        }
    }
    jsStreamInfo_Destroy(info);
    return status;
}

/* A cluster that has just started, or lost a node, gives no answer at times, or cannot place a stream yet. */
static bool ensure(queue *q, const char *name, const char *subject, jsRetentionPolicy retention,
                   const publish_options *made) {
    const char *subjects[] = {subject};
    int64_t until = queue_now() + (int64_t)q->settings->timeout * 1000;
    jsStreamConfig config;
    jsStreamConfig_Init(&config);
    config.Name = name;
    config.Subjects = subjects;
    config.SubjectsLen = 1;
    config.Retention = retention;
    config.Storage = js_FileStorage;
    config.Replicas = q->settings->replicas;
    config.Discard = js_DiscardNew; /* a full stream refuses, and the sender waits */
    config.Duplicates = (int64_t)(made != NULL && made->window > 0 ? made->window : DAY) * SECOND;
    if (made != NULL && made->megabytes > 0) {
        config.MaxBytes = (int64_t)made->megabytes << 20;
    }
    for (unsigned failures = 0;; failures++) {
        jsErrCode code = 0;
        natsStatus status = make(q, &config, made, &code);
        if (status == NATS_OK) {
            return true;
        }
        bool for_good = code != 0 && code != JSClusterNotAvailErr && code != JSClusterNoPeersErr &&
                        code != JSInsufficientResourcesErr;
        if (for_good || queue_now() > until || queue_pause(q, queue_back_off(failures))) {
            queue_tell(q, name, status);
            return false;
        }
    }
}

/* ---- connection -------------------------------------------------------------------------------- */

static natsStatus set_options(natsOptions *o, const queue_settings *s, const char **servers,
                              int n) {
    natsStatus status = natsOptions_SetServers(o, servers, n);
    if (status == NATS_OK) {
        status = natsOptions_SetName(o, "isnad " ISN_VERSION);
    }
    if (status == NATS_OK) {
        status = natsOptions_SetMaxReconnect(o, -1);
    }
    if (status == NATS_OK) {
        status = natsOptions_SetReconnectWait(o, 250);
    }
    if (status == NATS_OK) {
        status = natsOptions_SetPingInterval(o, 5000); /* a node that hangs is left in 15 s */
    }
    if (status == NATS_OK && s->creds != NULL) {
        status = natsOptions_SetUserCredentialsFromFiles(o, s->creds, NULL);
    }
    if (status == NATS_OK && s->ca != NULL) {
        status = natsOptions_LoadCATrustedCertificates(o, s->ca);
    }
    if (status == NATS_OK && s->cert != NULL) {
        status = natsOptions_LoadCertificatesChain(o, s->cert, s->key);
    }
    if (status == NATS_OK && (s->ca != NULL || s->cert != NULL)) {
        status = natsOptions_SetSecure(o, true);
    }
    return status;
}

static natsStatus connect_once(queue *q) {
    const char *servers[32];
    int n = 0;
    char *rest = NULL;
    char *copy = cli_copy(q->settings->server);
    natsOptions *options = NULL;
    for (char *one = strtok_r(copy, ",", &rest); one != NULL && n < 32;
         one = strtok_r(NULL, ",", &rest)) {
        servers[n++] = one;
    }
    natsStatus status = n == 0 ? NATS_INVALID_ARG : natsOptions_Create(&options);
    if (status == NATS_OK) {
        status = set_options(options, q->settings, servers, n);
    }
    if (status == NATS_OK) {
        status = natsConnection_Connect(&q->connection, options);
    }
    natsOptions_Destroy(options);
    free(copy);
    return status;
}

static bool connect_at_last(queue *q) {
    int64_t until = queue_now() + (int64_t)q->settings->timeout * 1000;
    for (unsigned failures = 0;; failures++) {
        natsStatus status = connect_once(q);
        if (status == NATS_OK) {
            return true;
        }
        bool may_come = status == NATS_NO_SERVER || status == NATS_IO_ERROR ||
                        status == NATS_TIMEOUT || status == NATS_CONNECTION_CLOSED;
        if (!may_come || queue_now() > until || queue_pause(q, queue_back_off(failures))) {
            queue_tell(q, "no connection", status);
            return false;
        }
    }
}

bool queue_open(queue *q, const queue_settings *settings, const publish_options *made,
                jsPubAckHandler confirmed, void *context) {
    jsOptions options;
    *q = (queue){.settings = settings};
    q->subject = cli_format("%s.articles", settings->stream);
    q->dead_stream = cli_format("%s-DEAD", settings->stream);
    q->dead_subject = cli_format("%s.dead", settings->stream);
    block_signals(q);
    if (!connect_at_last(q)) {
        return false;
    }
    jsOptions_Init(&options);
    options.PublishAsync.MaxPending =
        4096; /* send.c keeps below it: the library waits for ever at times */
    options.PublishAsync.AckHandler = confirmed;
    options.PublishAsync.AckHandlerClosure = context;
    natsStatus status = natsConnection_JetStream(&q->js, q->connection, &options);
    if (status != NATS_OK) {
        queue_tell(q, "no JetStream", status);
        return false;
    }
    return ensure(q, settings->stream, q->subject, js_WorkQueuePolicy, made) &&
           ensure(q, q->dead_stream, q->dead_subject, js_LimitsPolicy, NULL);
}

void queue_close(queue *q, bool library) {
    jsCtx_Destroy(q->js);
    natsConnection_Destroy(q->connection);
    if (q->signals > 0) {
        close(q->signals);
    }
    free(q->subject);
    free(q->dead_stream);
    free(q->dead_subject);
    if (library) {
        nats_CloseAndWait(CLOSE_MS); /* its threads, which would outlive what they use */
    }
}
