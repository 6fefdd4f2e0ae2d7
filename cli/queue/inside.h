/* inside.h: what the files of queue/ share.
 *
 *     stream.c    the connection, the streams, their names; time and signals
 *     message.c   an article as the bytes of a message, and back
 *     send.c      `isnad publish`: messages in flight, repeated until they are confirmed
 *     dead.c      `isnad publish --dead`
 *     work.c      `isnad worker`; work.h has what it shares with pipe.c, article.c and settle.c
 *     health.c    what it answers on its port
 */
#ifndef CLI_QUEUE_INSIDE_H
#define CLI_QUEUE_INSIDE_H

#include <nats/nats.h>
#include <stdatomic.h>

#include "queue.h"

/* ---- the stream -------------------------------------------------------------------------------- */

typedef struct queue {
    const queue_settings *settings;
    natsConnection *connection;
    jsCtx *js;
    char *subject, *dead_stream, *dead_subject; /* owned */
    int signals;                                /* readable once SIGINT or SIGTERM has come */
    bool stopped;                               /* one has come */
} queue;

/* Connects, and makes the streams that are not there; waits for a server for as long as the settings say.
 * `sending` may be NULL. False after a message. Closed in either case. */
bool queue_open(queue *q, const queue_settings *settings, const publish_options *made,
                jsPubAckHandler confirmed, void *context);
/* `library`: its threads have ended then. */
void queue_close(queue *q, bool library);
/* Waits so many milliseconds, or until a signal. True: one has come. */
bool queue_pause(queue *q, int64_t ms);
/* The addresses of the servers without users and passwords, for messages; the caller frees it. */
char *queue_server(const queue_settings *settings);
/* "isnad: ADDRESS: what: why" to standard error. */
void queue_tell(const queue *q, const char *what, natsStatus why);
int64_t queue_now(void); /* milliseconds */
/* How long to wait after so many failures: a quarter of a second, twice as long each time, up to ten. */
int64_t queue_back_off(unsigned failures);

/* ---- messages ---------------------------------------------------------------------------------- */

#define QUEUE_ID 65     /* bytes of an id with its zero: a SHA-256 */
#define QUEUE_ROOM 4096 /* bytes that a message leaves for the reason of a dead one */

typedef struct queue_message {
    isn_input input;
    isn_record_line *line;
    cli_text bytes; /* of an article that lay in the folder for large ones */
    char why[400];  /* what is wrong with it */
    bool away;      /* the file is not there, or cannot be read: it may come */
} queue_message;

void queue_message_id(char id[QUEUE_ID], const isn_input *input);
/* Makes the bytes of a message; with `large`, of one that says that the article lies in a file of this name. */
void queue_message_pack(cli_text *out, const isn_input *input, const char *large);
/* Puts bytes into the folder under their hash, which is written to `name`. 0 or an errno. */
int queue_large_keep(const char *folder, isn_str bytes, char name[QUEUE_ID]);
/* False: `why` says what is wrong. The bytes are borrowed. Released in either case. */
bool queue_message_read(queue_message *m, isn_str bytes, const char *folder);
void queue_message_release(queue_message *m);

/* ---- health ------------------------------------------------------------------------------------ */

typedef struct queue_meter { /* of a worker, since its start */
    natsConnection *connection;
    _Atomic uint64_t articles, records, claims, bytes, dead, repeated, returned, commits, waiting;
    _Atomic uint64_t coding_us, commit_us;
    _Atomic int64_t beat; /* queue_now when it last did anything */
    _Atomic bool lost;    /* there is no store at present */
} queue_meter;

typedef struct queue_health queue_health;
/* Listens on 127.0.0.1 and writes the address to standard output. NULL after a message. */
queue_health *queue_health_start(queue_meter *meter, unsigned port);
void queue_health_stop(queue_health *health); /* NULL is allowed */

#endif
