/* health.c: what a worker answers on its port: whether it lives, and what it has done, as Prometheus reads it. */
#include <stdlib.h>
#include <string.h>

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>

#include "inside.h"

#define STALE 90000 /* milliseconds without a sign of life: a fetch that ends empty is one */

struct queue_health {
    struct MHD_Daemon *daemon;
    queue_meter *meter;
};

static const char *what_is_wrong(const queue_meter *m) {
    if (natsConnection_Status(m->connection) != NATS_CONN_STATUS_CONNECTED) {
        return "no connection to the server";
    }
    if (m->lost) {
        return "no store";
    }
    return queue_now() - m->beat > STALE ? "nothing has been done for 90 seconds" : NULL;
}

static void counter(cli_text *out, const char *name, const char *help, uint64_t value) {
    cli_text_printf(
        out, "# HELP isnad_worker_%s %s\n# TYPE isnad_worker_%s counter\nisnad_worker_%s %llu\n",
        name, help, name, name, (unsigned long long)value);
}

static void seconds(cli_text *out, const char *name, const char *help, uint64_t us) {
    cli_text_printf(
        out, "# HELP isnad_worker_%s %s\n# TYPE isnad_worker_%s counter\nisnad_worker_%s %.6f\n",
        name, help, name, name, (double)us / 1e6);
}

static void gauge(cli_text *out, const char *name, const char *help, uint64_t value) {
    cli_text_printf(
        out, "# HELP isnad_worker_%s %s\n# TYPE isnad_worker_%s gauge\nisnad_worker_%s %llu\n",
        name, help, name, name, (unsigned long long)value);
}

static void metrics(cli_text *out, const queue_meter *m) {
    counter(out, "articles_total", "Articles coded, stored and confirmed.", m->articles);
    counter(out, "records_total", "Records stored; a page of several stories has several.",
            m->records);
    counter(out, "claims_total", "Claims in them.", m->claims);
    counter(out, "bytes_total", "Bytes of the messages.", m->bytes);
    counter(out, "dead_total", "Articles put among the dead.", m->dead);
    counter(out, "redelivered_total", "Articles that had been given out before.", m->repeated);
    counter(out, "returned_total", "Articles given back to the stream.", m->returned);
    counter(out, "commits_total", "Commits of the store.", m->commits);
    seconds(out, "coding_seconds_total", "Time spent coding.", m->coding_us);
    seconds(out, "commit_seconds_total", "Time spent in commits.", m->commit_us);
    gauge(out, "waiting", "Articles that wait in the stream, as last heard.", m->waiting);
    gauge(out, "healthy", "1: /healthz says ok.", what_is_wrong(m) == NULL);
}

static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *data,
                              size_t *len, void **request) {
    const queue_health *h = context;
    cli_text text = {0};
    unsigned status = MHD_HTTP_OK;
    (void)version;
    (void)data;
    (void)len;
    (void)request;
    if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0) {
        status = MHD_HTTP_METHOD_NOT_ALLOWED;
        cli_text_printf(&text, "GET\n");
    } else if (strcmp(url, "/metrics") == 0) {
        metrics(&text, h->meter);
    } else if (strcmp(url, "/healthz") == 0) {
        const char *wrong = what_is_wrong(h->meter);
        status = wrong != NULL ? MHD_HTTP_SERVICE_UNAVAILABLE : MHD_HTTP_OK;
        cli_text_printf(&text, "%s\n", wrong != NULL ? wrong : "ok");
    } else {
        status = MHD_HTTP_NOT_FOUND;
        cli_text_printf(&text, "/healthz and /metrics\n");
    }
    struct MHD_Response *response =
        MHD_create_response_from_buffer(text.len, text.ptr, MHD_RESPMEM_MUST_FREE);
    if (response == NULL) {
        free(text.ptr);
        return MHD_NO;
    }
    MHD_add_response_header(response, "Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    enum MHD_Result queued = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    return queued;
}

queue_health *queue_health_start(queue_meter *meter, unsigned port) {
    queue_health *h = cli_alloc(sizeof *h);
    struct sockaddr_in at = {.sin_family = AF_INET,
                             .sin_port = htons((uint16_t)port),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    h->meter = meter;
    h->daemon = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, 0, NULL, NULL, answer, h,
                                 MHD_OPTION_SOCK_ADDR, &at, MHD_OPTION_CONNECTION_LIMIT, 16U,
                                 MHD_OPTION_CONNECTION_TIMEOUT, 10U, MHD_OPTION_END);
    if (h->daemon == NULL) {
        fprintf(stderr, "isnad: 127.0.0.1:%u: cannot listen there\n", port);
        free(h);
        return NULL;
    }
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(h->daemon, MHD_DAEMON_INFO_BIND_PORT);
    printf("http://127.0.0.1:%u/\n", info != NULL ? (unsigned)info->port : port);
    fflush(stdout);
    return h;
}

void queue_health_stop(queue_health *h) {
    if (h != NULL) {
        MHD_stop_daemon(h->daemon);
        free(h);
    }
}
