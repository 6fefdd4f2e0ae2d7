/* http.c: a request from its first byte to its answer, and what all answers have in common; see server.h. */
#include <stdio.h>
#include <strings.h>
#include <time.h>

#include <json-c/json.h>

#include "serve/server.h"

int64_t isn_now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---- what came ---------------------------------------------------------------------------------- */

const char *isn_request_header(const isn_request *r, const char *name) {
    const char *value = MHD_lookup_connection_value(r->connection, MHD_HEADER_KIND, name);
    return value != NULL ? value : "";
}

bool isn_request_is(const isn_request *r, const char *type) {
    const char *given = isn_request_header(r, "Content-Type");
    size_t len = strlen(type);
    return strncasecmp(given, type, len) == 0 && strchr("; \t", given[len]) != NULL;
}

isn_str isn_request_parameter(const isn_request *r, const char *name) {
    for (uint32_t i = 0; i < r->nparameters; i++) {
        if (strcmp(r->parameters[i].name, name) == 0) {
            return r->parameters[i].value;
        }
    }
    return (isn_str){NULL, 0};
}

isn_str isn_request_field(isn_request *r, const char *name) {
    json_object *value = NULL;
    if (r->json == NULL) {
        json_tokener *reader = json_tokener_new_ex(8);
        if (reader == NULL) {
            return (isn_str){NULL, 0};
        }
        r->json = json_tokener_parse_ex(reader, r->body.ptr, (int)r->body.len);
        json_tokener_free(reader);
    }
    if (!json_object_object_get_ex(r->json, name, &value) ||
        !json_object_is_type(value, json_type_string)) {
        return (isn_str){NULL, 0};
    }
    return isn_str_of(json_object_get_string(value), (size_t)json_object_get_string_len(value));
}

/* ---- what goes ---------------------------------------------------------------------------------- */

/* The page may run what came with it, talk to where it came from, and nothing else. */
#define POLICY                                                                                     \
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "                   \
    "img-src 'self' data:; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; "       \
    "base-uri 'none'"

void isn_headers(const isn_request *r, struct MHD_Response *response, const char *type) {
    static const char *const all[][2] = {
        {"Content-Security-Policy", POLICY},
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Cache-Control", "no-cache"},
    };
    for (size_t i = 0; i < ISN_LEN(all); i++) {
        MHD_add_response_header(response, all[i][0], all[i][1]);
    }
    if (type != NULL) {
        MHD_add_response_header(response, "Content-Type", type);
    }
    if (r->cookie_text[0] != '\0') {
        MHD_add_response_header(response, "Set-Cookie", r->cookie_text);
    }
    if (r->retry_after > 0) {
        char seconds[16];
        snprintf(seconds, sizeof seconds, "%u", r->retry_after);
        MHD_add_response_header(response, "Retry-After", seconds);
    }
}

void isn_tell(const isn_request *r, unsigned status) {
    char line[400];
    char from[64];
    if (status < 400 || r->server->options.log == NULL) {
        return;
    }
    isn_guard_from(r, from);
    /* The path as it came: packed signs cannot break the line. Its query may hold what is nobody's business. */
    size_t path = strcspn(r->uri, "?");
    snprintf(line, sizeof line, "%u %.16s %.*s from %s", status,
             r->method != NULL ? r->method : "-", (int)(path < 200 ? path : 200), r->uri, from);
    for (char *c = line; *c != '\0'; c++) {
        *c = *c < ' ' || *c == 127 ? '?' : *c;
    }
    r->server->options.log(r->server->options.context, line);
}

enum MHD_Result isn_send(isn_request *r, unsigned status, struct MHD_Response *response) {
    if (response == NULL) {
        return MHD_NO;
    }
    isn_tell(r, status);
    enum MHD_Result sent = MHD_queue_response(r->connection, status, response);
    MHD_destroy_response(response);
    return sent;
}

static struct MHD_Response *made(isn_request *r) {
    return r->out.failed
               ? NULL
               : MHD_create_response_from_buffer(r->out.len, r->out.ptr, MHD_RESPMEM_MUST_COPY);
}

enum MHD_Result isn_reply(isn_request *r, unsigned status, const char *type) {
    struct MHD_Response *response = made(r);
    if (response != NULL) {
        isn_headers(r, response, type);
    }
    return isn_send(r, status, response);
}

static const char *title_of(unsigned status) {
    static const struct {
        unsigned status;
        const char *title;
    } titles[] = {
        {400, "Bad request"},          {401, "Who are you?"},
        {403, "Not allowed"},          {404, "No such thing"},
        {405, "Not with this method"}, {408, "Too slow"},
        {409, "At odds with another"}, {413, "Too large"},
        {415, "Not of a known type"},  {421, "Not this host"},
        {429, "Too many requests"},    {503, "Busy"},
    };
    for (size_t i = 0; i < ISN_LEN(titles); i++) {
        if (titles[i].status == status) {
            return titles[i].title;
        }
    }
    return "The server failed";
}

enum MHD_Result isn_problem(isn_request *r, unsigned status, const char *detail) {
    r->out.len = 0;
    isn_buf_printf(&r->out, "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%u",
                   title_of(status), status);
    if (detail != NULL) {
        isn_buf_puts(&r->out, ",\"detail\":");
        isn_buf_json(&r->out, detail, strlen(detail));
    }
    isn_buf_puts(&r->out, "}\n");
    return isn_reply(r, status, "application/problem+json");
}

enum MHD_Result isn_problem_of(isn_request *r, const isn_error *error) {
    switch (error->code) {
    case ISN_EUSAGE:
    case ISN_EFORMAT: return isn_problem(r, 400, error->message);
    case ISN_ELIMIT: return isn_problem(r, 413, error->message);
    case ISN_ENOMEM: return isn_problem(r, 503, "out of memory");
    default: return isn_problem(r, 500, NULL); /* paths and SQL are nobody's business */
    }
}
