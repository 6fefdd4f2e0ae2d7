/* serve.c: starts the server, hands each request from libmicrohttpd to routes.c, and stops. */
#include <arpa/inet.h>
#include <netdb.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include <json-c/json.h>
#include <sodium.h>

#include "serve/server.h"

#define CONNECTIONS 2048
#define IDLE_SECONDS                                                                               \
    20 /* a connection on which nothing comes or goes, beyond the patience with a request */
#define STACK ((size_t)512 << 10)
#define HEADERS ((size_t)16 << 10)

/* ---- requests ----------------------------------------------------------------------------------- */

/* The first that libmicrohttpd tells of a request: what it gives back comes with each later call. */
static void *begin_request(void *context, const char *uri, struct MHD_Connection *connection) {
    isn_request *r = isn_heap_alloc(sizeof *r);
    if (r == NULL) {
        return NULL;
    }
    size_t len = strlen(uri);
    r->uri = isn_heap_alloc(len + 1);
    if (r->uri == NULL) {
        isn_heap_free(r);
        return NULL;
    }
    memcpy(r->uri, uri, len + 1);
    r->server = context;
    r->connection = connection;
    r->begun = r->heard = isn_now_ms();
    isn_buf_init(&r->body);
    isn_buf_init(&r->out);
    isn_watch_add(r);
    return r;
}

static void end_request(void *context, struct MHD_Connection *connection, void **kept,
                        enum MHD_RequestTerminationCode why) {
    isn_request *r = *kept;
    (void)context;
    (void)connection;
    (void)why;
    if (r != NULL) {
        isn_watch_remove(r);
        json_object_put(r->json);
        isn_buf_release(&r->body);
        isn_buf_release(&r->out);
        isn_heap_free(r->uri);
        isn_heap_free(r);
        *kept = NULL;
    }
    sched_yield(); /* each connection has a thread: one request each, then the next one's turn */
}

static enum MHD_Result take_body(isn_request *r, const char *data, size_t *size) {
    isn_watch_heard(r);
    if (r->body.len + *size > ISN_SERVE_MOST_BODY) {
        r->too_large = true; /* told once all has come: an answer in between would not be read */
    } else {
        isn_buf_put(&r->body, data, *size);
    }
    *size = 0;
    return MHD_YES;
}

static enum MHD_Result handle(void *context, struct MHD_Connection *connection, const char *path,
                              const char *method, const char *version, const char *data,
                              size_t *size, void **kept) {
    isn_request *r = *kept;
    (void)context;
    (void)connection;
    (void)version;
    if (r == NULL) {
        return MHD_NO;
    }
    r->path = path;
    if (!r->started) {
        r->started = true;
        isn_watch_named(r, method);
        unsigned refused = isn_route_refuses(r);
        if (refused == 0) {
            refused = isn_guard_request(r);
        }
        if (refused != 0) {
            isn_watch_remove(r); /* it gets its answer */
            return isn_problem(r, refused, NULL);
        }
        return MHD_YES;
    }
    if (*size > 0) {
        return take_body(r, data, size);
    }
    isn_watch_remove(r);
    if (r->too_large || r->body.failed) {
        return isn_problem(r, r->too_large ? 413 : 503, NULL);
    }
    return isn_route(r);
}

/* ---- starting ----------------------------------------------------------------------------------- */

static isn_status find_address(struct addrinfo **out, const isn_serve_options *o,
                               isn_error *error) {
    char port[16];
    const struct addrinfo hints = {.ai_flags = AI_PASSIVE | AI_NUMERICSERV | AI_NUMERICHOST,
                                   .ai_socktype = SOCK_STREAM};
    snprintf(port, sizeof port, "%u", o->port);
    const char *listen = o->listen != NULL ? o->listen : "127.0.0.1";
    if (getaddrinfo(listen, port, &hints, out) != 0) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "%s is no address", listen);
    }
    return ISN_OK;
}

static bool is_loopback(const struct sockaddr *address) {
    if (address->sa_family == AF_INET6) {
        struct sockaddr_in6 in6;
        memcpy(&in6, address, sizeof in6);
        return IN6_IS_ADDR_LOOPBACK(&in6.sin6_addr);
    }
    struct sockaddr_in in;
    memcpy(&in, address, sizeof in);
    return ntohl(in.sin_addr.s_addr) >> 24 == 127;
}

/* Files for all connections, in place of the thousand that a shell often gives. */
static void raise_files(void) {
    struct rlimit files;
    if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < CONNECTIONS + 128) {
        rlim_t most = CONNECTIONS + 128;
        files.rlim_cur = files.rlim_max < most ? files.rlim_max : most;
        setrlimit(RLIMIT_NOFILE, &files);
    }
}

static isn_status read_tls(isn_server *s, isn_error *error) {
    size_t len = 0;
    const isn_serve_options *o = &s->options;
    if (o->certificate == NULL && o->key == NULL) {
        return ISN_OK;
    }
    if (o->certificate == NULL || o->key == NULL) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "TLS takes both a certificate and its key");
    }
    if (MHD_is_feature_supported(MHD_FEATURE_TLS) != MHD_YES) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "libmicrohttpd was built without TLS");
    }
    isn_status status = isn_file_read(&s->certificate, &len, o->certificate, error);
    return status == ISN_OK ? isn_file_read(&s->key, &len, o->key, error) : status;
}

static isn_status listen_at(isn_server *s, const struct addrinfo *at, isn_error *error) {
    const char *host = s->options.listen != NULL ? s->options.listen : "127.0.0.1";
    bool six = at->ai_family == AF_INET6;
    bool tls = s->certificate != NULL;
    const struct MHD_OptionItem secure[] = {
        {MHD_OPTION_HTTPS_MEM_CERT, 0, s->certificate},
        {MHD_OPTION_HTTPS_MEM_KEY, 0, s->key},
        {MHD_OPTION_HTTPS_PRIORITIES, 0, "SECURE128:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2"},
        {MHD_OPTION_END, 0, NULL},
    };
    const struct MHD_OptionItem plain[] = {{MHD_OPTION_END, 0, NULL}};
    s->daemon = MHD_start_daemon(
        MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL |
            (tls ? (unsigned)MHD_USE_TLS : (unsigned)MHD_USE_TURBO) |
            (six ? (unsigned)MHD_USE_IPv6 : 0),
        (uint16_t)s->options.port, NULL, NULL, handle, s, MHD_OPTION_SOCK_ADDR, at->ai_addr,
        MHD_OPTION_URI_LOG_CALLBACK, begin_request, s, MHD_OPTION_NOTIFY_COMPLETED, end_request, s,
        MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS, MHD_OPTION_CONNECTION_TIMEOUT,
        s->options.patience + IDLE_SECONDS, MHD_OPTION_CONNECTION_MEMORY_LIMIT, HEADERS,
        MHD_OPTION_THREAD_STACK_SIZE, STACK, MHD_OPTION_LISTENING_ADDRESS_REUSE, 1u,
        MHD_OPTION_LISTEN_BACKLOG_SIZE, 512u, MHD_OPTION_ARRAY, tls ? secure : plain,
        MHD_OPTION_END);
    if (s->daemon == NULL) {
        return isn_fail(error, ISN_EIO, NULL, 0, "cannot listen at %s, port %u: is it taken%s?",
                        host, s->options.port, tls ? ", or are certificate or key none" : "");
    }
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(s->daemon, MHD_DAEMON_INFO_BIND_PORT);
    snprintf(s->address, sizeof s->address, six ? "http%s://[%s]:%u/" : "http%s://%s:%u/",
             tls ? "s" : "", host, info != NULL ? info->port : s->options.port);
    return ISN_OK;
}

static isn_status start(isn_server *s, isn_error *error) {
    struct addrinfo *at = NULL;
    isn_status status = find_address(&at, &s->options, error);
    if (status == ISN_OK) {
        s->loopback = is_loopback(at->ai_addr);
        status = isn_guard_init(&s->guard, s->options.users, error);
    }
    bool reached = !s->loopback || s->options.behind != NULL;
    if (status == ISN_OK && reached && s->guard.users.n == 0) {
        status = isn_fail(error, ISN_EUSAGE, NULL, 0,
                          "beyond this machine only with users: see --users and --add-user");
    }
    if (status == ISN_OK) {
        status = isn_pool_init(&s->pool, s->options.store, s->options.pack, error);
    }
    if (status == ISN_OK) {
        status = read_tls(s, error);
    }
    if (status == ISN_OK) {
        raise_files();
        s->watch.runs = pthread_create(&s->watch.thread, NULL, isn_watch_run, s) == 0;
        status = s->watch.runs ? listen_at(s, at, error)
                               : isn_fail(error, ISN_ENOMEM, NULL, 0, "no thread");
    }
    if (at != NULL) {
        freeaddrinfo(at);
    }
    return status;
}

isn_status isn_server_start(isn_server **out, const isn_serve_options *options, isn_error *error) {
    if (sodium_init() < 0) {
        return isn_fail(error, ISN_EIO, NULL, 0, "no source of random numbers");
    }
    isn_server *s = isn_heap_alloc(sizeof *s);
    if (s == NULL) {
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    }
    s->options = *options;
    if (s->options.patience == 0) {
        s->options.patience = 15;
    }
    pthread_mutex_init(&s->lock, NULL);
    pthread_mutex_init(&s->live.lock, NULL);
    pthread_mutex_init(&s->watch.lock, NULL);
    pthread_cond_init(&s->ended, NULL);
    pthread_cond_init(&s->halted, NULL);
    isn_status status = start(s, error);
    if (status != ISN_OK) {
        isn_server_stop(s);
        return status;
    }
    *out = s;
    return ISN_OK;
}

const char *isn_server_address(const isn_server *server) {
    return server->address;
}

bool isn_server_tells_passwords(const isn_server *server) {
    return !server->loopback && server->certificate == NULL;
}

bool isn_server_has_console(void) {
    return isn_embedded_files[0].path != NULL;
}

void isn_server_stop(isn_server *s) {
    if (s == NULL) {
        return;
    }
    pthread_mutex_lock(&s->lock);
    s->stopping = true;
    pthread_cond_broadcast(&s->halted); /* those who listen, and the watch */
    pthread_mutex_unlock(&s->lock);
    if (s->watch.runs) {
        pthread_join(s->watch.thread, NULL);
    }
    if (s->daemon != NULL) {
        MHD_stop_daemon(s->daemon); /* closes the pipes that exports write to */
    }
    pthread_mutex_lock(&s->lock);
    while (s->exports > 0) {
        pthread_cond_wait(&s->ended, &s->lock);
    }
    pthread_mutex_unlock(&s->lock);
    isn_pool_release(&s->pool);
    isn_guard_release(&s->guard);
    pthread_cond_destroy(&s->ended);
    pthread_cond_destroy(&s->halted);
    pthread_mutex_destroy(&s->live.lock);
    pthread_mutex_destroy(&s->watch.lock);
    pthread_mutex_destroy(&s->lock);
    isn_heap_free(s->certificate);
    isn_heap_free(s->key);
    isn_heap_free(s);
}
