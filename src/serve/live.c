/* live.c: connections that last or that dawdle. Server-Sent Events tell a page that something was stored; a watch
 * answers and cuts off those who send a request too slowly. See server.h. */
#include <stdio.h>
#include <sys/socket.h>
#include <time.h>

#include "serve/server.h"

#define LOOK_MS 500       /* between two looks at whether something was stored */
#define HEARTBEAT_MS 8000 /* a line that says nothing, so that both ends know of each other */
#define LONGEST_MS 900000 /* then the browser comes again, and is asked again who it is */
#define MOST_STREAMS 64
#define RETRY_MS 3000

/* ---- what was stored ------------------------------------------------------------------------------ */

typedef struct stream {
    isn_server *server;
    uint64_t told; /* generation */
    int64_t begun, spoke;
    char text[512];
    size_t len, at;
} stream;

/* Waits on the server's lock; false once it stops. */
static bool pause_for(isn_server *s, int64_t ms) {
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += (long)(ms % 1000) * 1000000;
    until.tv_sec += ms / 1000 + until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    pthread_mutex_lock(&s->lock);
    if (!s->stopping) {
        pthread_cond_timedwait(&s->halted, &s->lock, &until);
    }
    bool on = !s->stopping;
    pthread_mutex_unlock(&s->lock);
    return on;
}

/* How much there is, asked once for each state of the store, however many listen. */
static bool tell_state(stream *t, uint64_t generation) {
    isn_server *s = t->server;
    isn_error error = {0};
    pthread_mutex_lock(&s->live.lock);
    bool known = s->live.generation == generation && s->live.text[0] != '\0';
    if (!known) {
        const isn_question question = {.what = "stored", .limit = 1};
        isn_buf out;
        isn_buf_init(&out);
        isn_store *store = isn_pool_store(&s->pool, &error);
        known = store != NULL && isn_store_answer(store, &question, &out, &error) == ISN_OK &&
                !out.failed && out.len < sizeof s->live.text;
        isn_pool_give_store(&s->pool, store);
        if (known) {
            memcpy(s->live.text, out.ptr, out.len);
            s->live.text[out.len] = '\0';
            s->live.generation = generation;
        }
        isn_buf_release(&out);
    }
    if (known) {
        int len = snprintf(t->text, sizeof t->text, "id: %llu\nevent: stored\ndata: %s\n\n",
                           (unsigned long long)generation, s->live.text);
        t->len = len > 0 && (size_t)len < sizeof t->text ? (size_t)len : 0;
        t->at = 0;
    }
    pthread_mutex_unlock(&s->live.lock);
    return known && t->len > 0;
}

/* Until there is something to say; false at the end of the stream. */
static bool next_words(stream *t) {
    for (;;) {
        int64_t now = isn_now_ms();
        uint64_t generation = isn_pool_generation(&t->server->pool);
        if (generation != 0 && generation != t->told && tell_state(t, generation)) {
            t->told = generation;
            t->spoke = now;
            return true;
        }
        if (now - t->begun > LONGEST_MS) {
            return false;
        }
        if (now - t->spoke > HEARTBEAT_MS) {
            memcpy(t->text, ":\n\n", 4);
            t->len = 3;
            t->at = 0;
            t->spoke = now;
            return true;
        }
        if (!pause_for(t->server, LOOK_MS)) {
            return false;
        }
    }
}

static ssize_t read_stream(void *context, uint64_t position, char *into, size_t size) {
    stream *t = context;
    (void)position;
    if (t->at == t->len && !next_words(t)) {
        return MHD_CONTENT_READER_END_OF_STREAM;
    }
    size_t n = t->len - t->at < size ? t->len - t->at : size;
    memcpy(into, t->text + t->at, n);
    t->at += n;
    return (ssize_t)n;
}

static void end_stream(void *context) {
    stream *t = context;
    pthread_mutex_lock(&t->server->lock);
    t->server->streams--;
    pthread_mutex_unlock(&t->server->lock);
    isn_heap_free(t);
}

enum MHD_Result isn_handle_live(isn_request *r) {
    isn_server *s = r->server;
    stream *t = isn_heap_alloc(sizeof *t);
    pthread_mutex_lock(&s->lock);
    bool may = t != NULL && !s->stopping && s->streams < MOST_STREAMS;
    s->streams += may;
    pthread_mutex_unlock(&s->lock);
    if (!may) {
        isn_heap_free(t);
        r->retry_after = 30;
        return isn_problem(r, 503, "too many listen already");
    }
    t->server = s;
    t->begun = t->spoke = isn_now_ms();
    t->len = (size_t)snprintf(t->text, sizeof t->text, "retry: %d\n\n", RETRY_MS);
    struct MHD_Response *response =
        MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 1024, read_stream, t, end_stream);
    if (response == NULL) {
        end_stream(t);
        return MHD_NO;
    }
    isn_headers(r, response, "text/event-stream");
    return isn_send(r, 200, response);
}

/* ---- requests that do not come to their end ------------------------------------------------------- */

void isn_watch_add(isn_request *r) {
    isn_server *s = r->server;
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(r->connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    r->socket = info != NULL ? info->connect_fd : -1;
    pthread_mutex_lock(&s->watch.lock);
    r->next = s->watch.first;
    r->before = NULL;
    if (r->next != NULL) {
        r->next->before = r;
    }
    s->watch.first = r;
    r->watched = true;
    pthread_mutex_unlock(&s->watch.lock);
}

void isn_watch_remove(isn_request *r) {
    isn_server *s = r->server;
    pthread_mutex_lock(&s->watch.lock);
    if (r->watched) {
        *(r->before != NULL ? &r->before->next : &s->watch.first) = r->next;
        if (r->next != NULL) {
            r->next->before = r->before;
        }
        r->watched = false;
    }
    pthread_mutex_unlock(&s->watch.lock);
}

void isn_watch_heard(isn_request *r) {
    pthread_mutex_lock(&r->server->watch.lock);
    r->heard = isn_now_ms();
    pthread_mutex_unlock(&r->server->watch.lock);
}

void isn_watch_named(isn_request *r, const char *method) {
    pthread_mutex_lock(&r->server->watch.lock);
    r->method = method; /* the log of the watch reads it */
    r->heard = isn_now_ms();
    pthread_mutex_unlock(&r->server->watch.lock);
}

/* libmicrohttpd takes no answer in the middle of a request, so it goes past it; within TLS it cannot. */
static void cut_off(isn_request *r) {
    static const char body[] = "{\"type\":\"about:blank\",\"title\":\"Too slow\",\"status\":408}\n";
    char answer[320];
    int len = snprintf(answer, sizeof answer,
                       "HTTP/1.1 408 Request Timeout\r\nContent-Type: application/problem+json\r\n"
                       "X-Content-Type-Options: nosniff\r\nCache-Control: no-cache\r\n"
                       "Connection: close\r\nContent-Length: %zu\r\n\r\n%s",
                       sizeof body - 1, body);
    isn_tell(r, 408);
    if (r->server->options.certificate == NULL) {
        send(r->socket, answer, (size_t)len, MSG_DONTWAIT | MSG_NOSIGNAL);
    }
    shutdown(r->socket, SHUT_RDWR);
    r->socket = -1; /* once */
}

void *isn_watch_run(void *context) {
    isn_server *s = context;
    int64_t most = (int64_t)s->options.patience * 1000;
    isn_pool_look(&s->pool);
    while (pause_for(s, most < 2000 ? most / 4 : LOOK_MS)) {
        int64_t now = isn_now_ms();
        pthread_mutex_lock(&s->watch.lock);
        for (isn_request *r = s->watch.first; r != NULL; r = r->next) {
            if (r->socket >= 0 && (now - r->heard > most || now - r->begun > 4 * most)) {
                cut_off(r);
            }
        }
        pthread_mutex_unlock(&s->watch.lock);
        isn_pool_look(&s->pool);
    }
    return NULL;
}
