/* routes.c: which function answers which path; what else a request must be to reach it. See server.h. */
#include "serve/server.h"

typedef struct route {
    const char *method, *path; /* "{id}" stands for one piece of the path */
    isn_right right;           /* who may; ISN_MAY_NONE: anybody */
    const char *parameters;    /* names, with blanks between them */
    isn_handler *handler;
} route;

#define PAGE "limit after sort total"
#define EVENTS "q rule as_of"

static const route routes[] = {
    {"GET", "/v1", ISN_MAY_READ, "", isn_handle_status},
    {"GET", "/v1/openapi.json", ISN_MAY_NONE, "", isn_handle_openapi},
    {"GET", "/v1/session", ISN_MAY_NONE, "", isn_handle_session},
    {"POST", "/v1/session", ISN_MAY_NONE, "", isn_handle_login},
    {"DELETE", "/v1/session", ISN_MAY_READ, "", isn_handle_logout},
    {"GET", "/v1/articles", ISN_MAY_READ, PAGE " words relevant outlet from to state",
     isn_handle_articles},
    {"GET", "/v1/articles/{id}", ISN_MAY_READ, "", isn_handle_article},
    {"GET", "/v1/articles/{id}/explain", ISN_MAY_READ, "claim language", isn_handle_explain},
    {"GET", "/v1/events", ISN_MAY_READ, PAGE " " EVENTS, isn_handle_events},
    {"GET", "/v1/events/{id}", ISN_MAY_READ, "", isn_handle_event},
    {"GET", "/v1/map", ISN_MAY_READ, "q as_of", isn_handle_map},
    {"GET", "/v1/days", ISN_MAY_READ, "q as_of", isn_handle_days},
    {"GET", "/v1/tallies", ISN_MAY_READ, PAGE " " EVENTS, isn_handle_tallies},
    {"GET", "/v1/tallies/{id}/events", ISN_MAY_READ, PAGE " rule", isn_handle_covered},
    {"GET", "/v1/commitments", ISN_MAY_READ, PAGE " outcome " EVENTS, isn_handle_commitments},
    {"GET", "/v1/sources", ISN_MAY_READ, PAGE, isn_handle_sources},
    {"GET", "/v1/actors", ISN_MAY_READ, PAGE " name", isn_handle_actors},
    {"GET", "/v1/actors/{id}", ISN_MAY_READ, "", isn_handle_actor},
    {"GET", "/v1/places", ISN_MAY_READ, PAGE " name", isn_handle_places},
    {"GET", "/v1/places/{id}", ISN_MAY_READ, "", isn_handle_place},
    {"GET", "/v1/export", ISN_MAY_READ, EVENTS " format table bom", isn_handle_export},
    {"POST", "/v1/code", ISN_MAY_READ, "title published outlet", isn_handle_code},
    {"GET", "/v1/read", ISN_MAY_READ, "what text on", isn_handle_read},
    {"GET", "/v1/live", ISN_MAY_READ, "", isn_handle_live},
    {"GET", "/v1/progress", ISN_MAY_READ, "", isn_handle_progress},
    {"GET", "/v1/agreement", ISN_MAY_READ, "", isn_handle_agreement},
    {"POST", "/v1/reviews", ISN_MAY_CODE, "", isn_handle_review},
    {"DELETE", "/v1/reviews/{id}", ISN_MAY_CODE, "", isn_handle_review_undo},
    {"POST", "/v1/decisions", ISN_MAY_CODE, "", isn_handle_decide},
    {"DELETE", "/v1/decisions/{id}", ISN_MAY_CODE, "", isn_handle_undo},
};

/* Does the path have the pattern's form? What stands for {id} in `id`. */
static bool matches(const char *pattern, const char *path, isn_str *id) {
    const char *hole = strstr(pattern, "{id}");
    if (hole == NULL) {
        return strcmp(pattern, path) == 0;
    }
    size_t head = (size_t)(hole - pattern);
    if (strncmp(pattern, path, head) != 0) {
        return false;
    }
    *id = isn_str_of(path + head, strcspn(path + head, "/"));
    return id->len > 0 && strcmp(path + head + id->len, hole + 4) == 0;
}

/* HEAD is GET whose body libmicrohttpd leaves out. */
static bool same_method(const char *ours, const char *asked) {
    return strcmp(ours, asked) == 0 || (strcmp(ours, "GET") == 0 && strcmp(asked, "HEAD") == 0);
}

/* The route of a request; `*path_known` when another method would have one. */
static const route *find(const isn_request *r, isn_str *id, bool *path_known) {
    for (size_t i = 0; i < ISN_LEN(routes); i++) {
        if (matches(routes[i].path, r->path, id)) {
            *path_known = true;
            if (same_method(routes[i].method, r->method)) {
                return &routes[i];
            }
        }
    }
    return NULL;
}

/* ---- files of the console ------------------------------------------------------------------------ */

static const isn_embedded *find_file(const char *path) {
    if (strcmp(path, "/") == 0) {
        path = "/index.html";
    }
    for (const isn_embedded *f = isn_embedded_files; f->path != NULL; f++) {
        if (strcmp(f->path, path) == 0) {
            return f;
        }
    }
    return NULL;
}

static enum MHD_Result send_file(isn_request *r, const isn_embedded *f) {
    bool packed =
        f->gz_ptr != f->ptr && strstr(isn_request_header(r, "Accept-Encoding"), "gzip") != NULL;
    bool known = strstr(isn_request_header(r, "If-None-Match"), f->etag) != NULL;
    unsigned char *ptr = packed ? f->gz_ptr : f->ptr;
    size_t len = (size_t)((packed ? f->gz_end : f->end) - ptr);
    struct MHD_Response *response =
        MHD_create_response_from_buffer(known ? 0 : len, ptr, MHD_RESPMEM_PERSISTENT);
    if (response != NULL) {
        isn_headers(r, response, f->type);
        MHD_add_response_header(response, "ETag", f->etag);
        MHD_add_response_header(response, "Vary", "Accept-Encoding");
        if (packed && !known) {
            MHD_add_response_header(response, "Content-Encoding", "gzip");
        }
    }
    return isn_send(r, known ? 304 : 200, response);
}

static enum MHD_Result send_notice(isn_request *r) {
    isn_buf_puts(
        &r->out,
        "isnad serves its interface here: /v1/openapi.json describes it.\n\n"
        "The console is not part of this program: it was built without Node. Install nodejs "
        "and npm\n(tools/bootstrap console tells how) and run make again.\n");
    return isn_reply(r, 200, "text/plain; charset=utf-8");
}

static enum MHD_Result send_other(isn_request *r) {
    const isn_embedded *file = find_file(r->path);
    bool reads = same_method("GET", r->method);
    if (file != NULL && reads) {
        return send_file(r, file);
    }
    if (strcmp(r->path, "/") == 0 && reads) {
        return send_notice(r);
    }
    return isn_problem(r, file != NULL ? 405 : 404, NULL);
}

/* ---- parameters ---------------------------------------------------------------------------------- */

static enum MHD_Result add_parameter(void *context, enum MHD_ValueKind kind, const char *name,
                                     size_t name_len, const char *value, size_t value_len) {
    isn_request *r = context;
    (void)kind;
    if (r->nparameters < ISN_SERVE_MOST_PARAMETERS) {
        isn_parameter *p = &r->parameters[r->nparameters++];
        p->name = strlen(name) == name_len ? name : "";
        p->value = isn_str_of(value != NULL ? value : "", value != NULL ? value_len : 0);
    }
    return MHD_YES;
}

static bool is_listed(const char *list, const char *name) {
    size_t len = strlen(name);
    for (const char *at = list; *at != '\0';) {
        size_t word = strcspn(at, " ");
        if (word == len && memcmp(at, name, len) == 0) {
            return true;
        }
        at += word;
        at += *at == ' ';
    }
    return false;
}

/* Each known, once, and of text; NULL, or what is amiss. */
static const char *read_parameters(isn_request *r, const char *list) {
    MHD_get_connection_values_n(r->connection, MHD_GET_ARGUMENT_KIND, add_parameter, r);
    if (r->nparameters == ISN_SERVE_MOST_PARAMETERS) {
        return "too many parameters";
    }
    for (uint32_t i = 0; i < r->nparameters; i++) {
        const isn_parameter *p = &r->parameters[i];
        if (!is_listed(list, p->name)) {
            return "a parameter that is not known here";
        }
        if (isn_utf8_check(p->value.ptr, p->value.len) != SIZE_MAX ||
            memchr(p->value.ptr, '\0', p->value.len) != NULL) {
            return "a parameter that is no text in UTF-8";
        }
        for (uint32_t j = 0; j < i; j++) {
            if (strcmp(r->parameters[j].name, p->name) == 0) {
                return "a parameter that is given twice";
            }
        }
    }
    return NULL;
}

/* ---- routing ------------------------------------------------------------------------------------- */

static bool has_body(const isn_request *r) {
    return isn_request_header(r, "Content-Length")[0] != '\0' ||
           isn_request_header(r, "Transfer-Encoding")[0] != '\0';
}

unsigned isn_route_refuses(const isn_request *r) {
    const char *length = isn_request_header(r, "Content-Length");
    size_t digits = strspn(length, "0123456789");
    if (digits > 8 || (digits == 8 && strcmp(length, "16777216") > 0)) {
        return 413;
    }
    if (has_body(r) && strcmp(r->method, "POST") != 0 && strcmp(length, "0") != 0) {
        return 400; /* nothing else has one: it could only hide a second request */
    }
    return 0;
}

enum MHD_Result isn_route(isn_request *r) {
    isn_str id = {NULL, 0};
    bool path_known = false;
    if (strlen(r->path) > 512) {
        return isn_problem(r, 404, NULL);
    }
    const route *found = find(r, &id, &path_known);
    if (found == NULL) {
        return path_known ? isn_problem(r, 405, NULL) : send_other(r);
    }
    if (r->right < found->right) {
        return isn_problem(r, r->right == ISN_MAY_NONE ? 401 : 403, NULL);
    }
    const char *wrong = isn_utf8_check(id.ptr, id.len) != SIZE_MAX
                            ? "a path that is no text in UTF-8"
                            : read_parameters(r, found->parameters);
    if (wrong != NULL) {
        return isn_problem(r, 400, wrong);
    }
    r->id = id;
    return found->handler(r);
}
