/* queue.h: what `isnad publish` and `isnad worker` share: articles through a stream of NATS JetStream.
 *
 *     source ─▶ publish ─▶ STREAM.articles ─▶ worker … worker ─▶ store
 *                               ▲                 │
 *                               └── --dead again ─┴▶ STREAM.dead, with the reason
 *
 * queue/ stands behind it, and is built where libnats, libmicrohttpd and libsodium are; cmd_publish.c and cmd_worker.c
 * are always there, and say what is lacking.
 */
#ifndef CLI_QUEUE_H
#define CLI_QUEUE_H

#include "cli.h"

typedef struct
    queue_settings {    /* how to come to the stream, and what it is where it has to be made */
    const char *server; /* addresses, parted by commas */
    const char *stream;
    const char *creds, *ca;  /* files, or NULL */
    const char *cert, *key; /* of this client; both or neither */
    unsigned replicas;
    unsigned timeout; /* seconds without any answer, after which trying ends */
    bool quiet;
} queue_settings;

/* The options that both commands have. */
#define QUEUE_OPTIONS(s)                                                                           \
    {"--server", OPTION_TEXT, &(s).server, 0, 0, NULL},                                            \
        {"--stream", OPTION_TEXT, &(s).stream, 0, 0, NULL},                                        \
        {"--creds", OPTION_TEXT, &(s).creds, 0, 0, NULL},                                          \
        {"--ca", OPTION_TEXT, &(s).ca, 0, 0, NULL},                                                \
        {"--cert", OPTION_TEXT, &(s).cert, 0, 0, NULL},                                            \
        {"--key", OPTION_TEXT, &(s).key, 0, 0, NULL},                                                \
        {"--replicas", OPTION_NUMBER, &(s).replicas, 1, 5, NULL},                                  \
        {"--timeout", OPTION_NUMBER, &(s).timeout, 1, 86400, NULL}, {                              \
        "--quiet", OPTION_FLAG, &(s).quiet, 0, 0, NULL                                             \
    }

#define QUEUE_DEFAULTS                                                                             \
    { .server = "nats://127.0.0.1:4222", .stream = "ISNAD", .replicas = 1, .timeout = 300 }

/* False after a message: the name of the stream is no name of one, or a certificate stands without its key. */
bool queue_settings_are_good(const char *command, const queue_settings *settings);

typedef struct publish_options {
    cli_settings settings;
    cli_from from;
    const char *large; /* folder for articles that are larger than a message may be, or NULL */
    unsigned
        window; /* seconds in which the stream knows an article again; 0: a day, or what it has */
    unsigned megabytes; /* the stream takes no more; 0: not said */
} publish_options;

typedef struct worker_options {
    const char *store, *large;
    cli_pack from_pack;
    unsigned batch; /* articles a commit */
    unsigned
        ack_wait;   /* seconds after which an article that nobody has finished is given out again */
    unsigned tries; /* times that an article may end a process */
    unsigned patience; /* seconds of one such try */
    unsigned port;     /* of health and metrics; 0: any that is free */
    bool listens, once;
} worker_options;

/* Exit codes, after messages. */
int queue_publish(const queue_settings *settings, const publish_options *options, char **paths,
                  int n);
int queue_dead(const queue_settings *settings, bool again);
int queue_work(const queue_settings *settings, const worker_options *options);

#endif
