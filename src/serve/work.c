/* work.c: what takes time: coding, explaining, exports; see server.h. */
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "serve/server.h"

/* ---- coding -------------------------------------------------------------------------------------- */

static isn_str charset_of(const isn_request *r) {
    const char *at = strcasestr(isn_request_header(r, "Content-Type"), "charset=");
    if (at == NULL) {
        return (isn_str){NULL, 0};
    }
    at += strlen("charset=");
    at += *at == '"';
    return isn_str_of(at, strcspn(at, "\"; \t"));
}

static enum MHD_Result code(isn_request *r, const isn_input *input) {
    isn_error error = {0};
    isn_str record = {NULL, 0};
    isn_coder *coder = isn_pool_coder(&r->server->pool, &error);
    if (coder == NULL) {
        return isn_problem_of(r, &error);
    }
    isn_status status = isn_coder_code(coder, input, &error);
    if (status == ISN_OK) {
        status = isn_coder_json(coder, &record, &error);
    }
    if (status == ISN_OK) {
        isn_buf_put(&r->out, record.ptr, record.len);
        isn_buf_putc(&r->out, '\n');
    }
    isn_pool_give_coder(&r->server->pool, coder);
    return status == ISN_OK ? isn_reply(r, 200, "application/json") : isn_problem_of(r, &error);
}

static enum MHD_Result code_object(isn_request *r) {
    isn_error error = {0};
    isn_input input = {.kind = ISN_INPUT_UTF8};
    isn_record_line *line = NULL;
    if (isn_record_line_parse(&line, &input, isn_str_of(r->body.ptr, r->body.len), &error) !=
        ISN_OK) {
        return isn_problem_of(r, &error);
    }
    enum MHD_Result result = code(r, &input);
    isn_record_line_free(line);
    return result;
}

enum MHD_Result isn_handle_code(isn_request *r) {
    isn_input input = {.text = isn_str_of(r->body.ptr, r->body.len)};
    if (r->body.len == 0) {
        return isn_problem(r, 400, "no text to code");
    }
    if (isn_request_is(r, "application/json")) {
        return r->nparameters > 0 ? isn_problem(r, 400, "an object has all in itself")
                                  : code_object(r);
    }
    if (isn_request_is(r, "text/html")) {
        input.kind = ISN_INPUT_HTML;
    } else if (!isn_request_is(r, "text/plain")) {
        return isn_problem(r, 415, "application/json, text/plain or text/html");
    }
    input.charset = charset_of(r);
    input.title = isn_request_parameter(r, "title");
    input.published = isn_request_parameter(r, "published");
    input.outlet = isn_request_parameter(r, "outlet");
    return code(r, &input);
}

/* ---- dates and numbers alone ----------------------------------------------------------------------- */

/* Both as docs/review.md writes a value, so that what was selected in a text can be one. */
static isn_status put_days(isn_request *r, isn_coder *coder, isn_error *error) {
    const isn_when *whens = NULL;
    size_t n = 0;
    isn_str on = isn_request_parameter(r, "on");
    isn_status status = isn_read_dates(coder, &whens, &n, isn_request_parameter(r, "text"),
                                       on.len > 0 ? on : (isn_str){NULL, 0}, error);
    const isn_when *w = status == ISN_OK && n > 0 ? &whens[0] : NULL;
    if (w == NULL || (w->first[0] == '\0' && w->last[0] == '\0')) {
        isn_buf_puts(&r->out, "{\"value\":null}\n");
    } else if (strcmp(w->first, w->last) == 0) {
        isn_buf_printf(&r->out, "{\"value\":\"%s\"}\n", w->first);
    } else {
        isn_buf_printf(&r->out, "{\"value\":\"%s..%s\"}\n", w->first, w->last);
    }
    return status;
}

static isn_status put_amount(isn_request *r, isn_coder *coder, isn_error *error) {
    const isn_amount *amounts = NULL;
    size_t n = 0;
    isn_status status =
        isn_read_numbers(coder, &amounts, &n, isn_request_parameter(r, "text"), error);
    const isn_amount *a = status == ISN_OK && n > 0 ? &amounts[0] : NULL;
    if (a == NULL || (isnan(a->low) && isnan(a->high))) {
        isn_buf_puts(&r->out, "{\"value\":null}\n");
    } else if (a->low == a->high) {
        isn_buf_printf(&r->out, "{\"value\":\"%.0f\"}\n", a->low);
    } else {
        isn_buf_puts(&r->out, "{\"value\":\"");
        isn_buf_printf(&r->out, isnan(a->low) ? ".." : "%.0f..", a->low);
        isn_buf_printf(&r->out, isnan(a->high) ? "\"}\n" : "%.0f\"}\n", a->high);
    }
    return status;
}

enum MHD_Result isn_handle_read(isn_request *r) {
    isn_error error = {0};
    isn_str what = isn_request_parameter(r, "what");
    bool days = isn_str_eqz(what, "date");
    if (isn_request_parameter(r, "text").len == 0 || (!days && !isn_str_eqz(what, "number"))) {
        return isn_problem(r, 400, "what (date, number) and text");
    }
    isn_coder *coder = isn_pool_coder(&r->server->pool, &error);
    if (coder == NULL) {
        return isn_problem_of(r, &error);
    }
    isn_status status = days ? put_days(r, coder, &error) : put_amount(r, coder, &error);
    isn_pool_give_coder(&r->server->pool, coder);
    return status == ISN_OK ? isn_reply(r, 200, "application/json") : isn_problem_of(r, &error);
}

/* ---- explaining ---------------------------------------------------------------------------------- */

/* The article once more, by the coder that is here now: what it says may differ from what was stored. */
static isn_status explain(isn_request *r, isn_str line, isn_error *error) {
    isn_input input = {.kind = ISN_INPUT_UTF8};
    isn_record_line *parsed = NULL;
    isn_str why = {NULL, 0};
    isn_status status = isn_record_line_parse(&parsed, &input, line, error);
    if (status != ISN_OK) {
        return status;
    }
    isn_coder *coder = isn_pool_coder(&r->server->pool, error);
    status = coder == NULL ? error->code : isn_coder_code(coder, &input, error);
    if (status == ISN_OK) {
        status =
            isn_coder_explain(coder, isn_request_parameter(r, "claim"),
                              isn_str_eqz(isn_request_parameter(r, "language"), "ar"), &why, error);
    }
    if (status == ISN_OK) {
        isn_buf_puts(&r->out, "{\"text\":");
        isn_buf_json(&r->out, why.ptr, why.len);
        isn_buf_puts(&r->out, "}\n");
    }
    isn_pool_give_coder(&r->server->pool, coder);
    isn_record_line_free(parsed);
    return status;
}

enum MHD_Result isn_handle_explain(isn_request *r) {
    isn_error error = {0};
    isn_buf line;
    const isn_parameter id = {"id", r->id};
    const isn_question question = {.what = "recode", .parameters = &id, .n = 1, .limit = 1};
    isn_store *store = isn_pool_store(&r->server->pool, &error);
    if (store == NULL) {
        return isn_problem_of(r, &error);
    }
    isn_buf_init(&line);
    isn_status status = isn_store_answer(store, &question, &line, &error);
    isn_pool_give_store(&r->server->pool, store);
    bool found = line.len > 0;
    if (status == ISN_OK && found) {
        status = explain(r, isn_str_of(line.ptr, line.len), &error);
    }
    isn_buf_release(&line);
    if (status != ISN_OK) {
        return status == ISN_EUSAGE ? isn_problem(r, 404, error.message)
                                    : isn_problem_of(r, &error);
    }
    return found ? isn_reply(r, 200, "application/json") : isn_problem(r, 404, NULL);
}

/* ---- exports ------------------------------------------------------------------------------------- */

/* An export is written by a thread of its own into a pipe that libmicrohttpd reads: it goes out as it is made, and
 * stops when the reader has gone. The first bytes, or an error, are waited for, to have the right status. */
typedef struct exporting {
    isn_server *server;
    isn_export what;
    char format[16], table[16], rule[16], as_of[16], file[64];
    char *query;
    int into;
    pthread_mutex_t lock;
    pthread_cond_t told;
    bool begun, ended, left; /* left: the request does not wait any more */
    isn_error error;
} exporting;

static void tell(exporting *x, bool *which) {
    pthread_mutex_lock(&x->lock);
    *which = true;
    pthread_cond_signal(&x->told);
    pthread_mutex_unlock(&x->lock);
}

static isn_status put(void *context, const char *ptr, size_t len) {
    exporting *x = context;
    tell(x, &x->begun);
    while (len > 0) {
        ssize_t n = write(x->into, ptr, len);
        if (n < 0 && errno != EINTR) {
            return ISN_EIO;
        }
        ptr += n > 0 ? n : 0;
        len -= n > 0 ? (size_t)n : 0;
    }
    return ISN_OK;
}

static void forget(exporting *x) {
    isn_server *server = x->server;
    pthread_mutex_destroy(&x->lock);
    pthread_cond_destroy(&x->told);
    isn_heap_free(x->query);
    isn_heap_free(x);
    pthread_mutex_lock(&server->lock);
    server->exports--;
    pthread_cond_signal(&server->ended);
    pthread_mutex_unlock(&server->lock);
}

/* A workbook is made as a file, since it is packed at its end, and then sent. */
static isn_status send_file(exporting *x) {
    char block[65536];
    isn_status status = ISN_OK;
    int file = open(x->file, O_RDONLY | O_CLOEXEC);
    for (ssize_t n; file >= 0 && status == ISN_OK && (n = read(file, block, sizeof block)) > 0;) {
        status = put(x, block, (size_t)n);
    }
    if (file >= 0) {
        close(file);
    }
    return status;
}

static void *export(void *context) {
    exporting *x = context;
    isn_store *store = isn_pool_store(&x->server->pool, &x->error);
    isn_status status =
        store == NULL ? x->error.code : isn_store_export(store, &x->what, put, x, NULL, &x->error);
    isn_pool_give_store(&x->server->pool, store);
    if (status == ISN_OK && x->what.path != NULL) {
        status = send_file(x);
    }
    if (x->file[0] != '\0') {
        unlink(x->file);
    }
    close(x->into);
    pthread_mutex_lock(&x->lock);
    x->error.code = status;
    x->ended = true;
    pthread_cond_signal(&x->told);
    bool left = x->left;
    pthread_mutex_unlock(&x->lock);
    if (left) {
        forget(x);
    }
    return NULL;
}

static bool copy(char *out, size_t size, isn_str s) {
    if (s.len >= size) {
        return false;
    }
    memcpy(out, s.ptr != NULL ? s.ptr : "", s.len);
    return true;
}

/* The thread outlives the request: it has copies of all that it was asked. */
static bool fill(exporting *x, const isn_request *r) {
    isn_str query = isn_request_parameter(r, "q");
    isn_str as_of = isn_request_parameter(r, "as_of");
    x->query = isn_heap_alloc(query.len + 1);
    if (x->query == NULL ||
        !copy(x->format, sizeof x->format, isn_request_parameter(r, "format")) ||
        !copy(x->table, sizeof x->table, isn_request_parameter(r, "table")) ||
        !copy(x->rule, sizeof x->rule, isn_request_parameter(r, "rule")) ||
        !copy(x->as_of, sizeof x->as_of, as_of)) {
        return false;
    }
    memcpy(x->query, query.ptr != NULL ? query.ptr : "", query.len);
    x->what = (isn_export){
        .format = x->format[0] != '\0' ? x->format : NULL,
        .table = x->table[0] != '\0' ? x->table : NULL,
        .rule = x->rule[0] != '\0' ? x->rule : NULL,
        .query = query.ptr != NULL ? isn_str_of(x->query, query.len) : query,
        .as_of = as_of.ptr != NULL ? isn_str_of(x->as_of, as_of.len) : as_of,
        .bom = isn_str_eqz(isn_request_parameter(r, "bom"), "1"),
    };
    if (strcmp(x->format, "xlsx") == 0) {
        const char *folder = getenv("TMPDIR");
        if (snprintf(x->file, sizeof x->file, "%s/isnad-XXXXXX",
                     folder != NULL ? folder : "/tmp") >= (int)sizeof x->file) {
            return false;
        }
        int file = mkstemp(x->file);
        if (file < 0) {
            return false;
        }
        close(file);
        x->what.path = x->file;
    }
    return true;
}

static const char *type_of(const char *format) {
    static const char *const types[][2] = {
        {"jsonl", "application/jsonl"},
        {"plover", "application/jsonl"},
        {"geojson", "application/geo+json"},
        {"text", "text/plain; charset=utf-8"},
        {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    };
    for (size_t i = 0; i < ISN_LEN(types); i++) {
        if (strcmp(types[i][0], format) == 0) {
            return types[i][1];
        }
    }
    return "text/csv; charset=utf-8";
}

static const char *extension_of(const char *format) {
    static const char *const known[] = {"jsonl", "geojson", "xlsx"};
    for (size_t i = 0; i < ISN_LEN(known); i++) {
        if (strcmp(known[i], format) == 0) {
            return known[i];
        }
    }
    return strcmp(format, "plover") == 0 ? "jsonl" : strcmp(format, "text") == 0 ? "txt" : "csv";
}

static enum MHD_Result send_pipe(isn_request *r, const char *format, int from) {
    char name[64];
    struct MHD_Response *response = MHD_create_response_from_pipe(from);
    if (response == NULL) {
        close(from);
        return MHD_NO;
    }
    snprintf(name, sizeof name, "attachment; filename=\"isnad.%s\"", extension_of(format));
    isn_headers(r, response, type_of(format));
    MHD_add_response_header(response, "Content-Disposition", name);
    return isn_send(r, 200, response);
}

/* Waits until the thread has something, or has ended; false when it failed, with its error. */
static bool wait_for(exporting *x, isn_error *error) {
    pthread_mutex_lock(&x->lock);
    while (!x->begun && !x->ended) {
        pthread_cond_wait(&x->told, &x->lock);
    }
    bool failed = x->ended && !x->begun && x->error.code != ISN_OK;
    *error = x->error;
    bool ended = x->ended;
    x->left = true;
    pthread_mutex_unlock(&x->lock);
    if (ended) {
        forget(x);
    }
    return !failed;
}

static bool start(exporting *x, isn_server *server) {
    pthread_t thread;
    pthread_attr_t detached;
    pthread_mutex_init(&x->lock, NULL);
    pthread_cond_init(&x->told, NULL);
    pthread_attr_init(&detached);
    pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
    pthread_mutex_lock(&server->lock);
    bool may = !server->stopping && server->exports < ISN_POOL - 1; /* one store is for the rest */
    server->exports += may;
    pthread_mutex_unlock(&server->lock);
    if (may && pthread_create(&thread, &detached, export, x) != 0) {
        pthread_mutex_lock(&server->lock);
        server->exports--;
        pthread_mutex_unlock(&server->lock);
        may = false;
    }
    pthread_attr_destroy(&detached);
    return may;
}

enum MHD_Result isn_handle_export(isn_request *r) {
    char format[16];
    int ends[2];
    isn_error error = {0};
    exporting *x = isn_heap_alloc(sizeof *x);
    if (x == NULL) {
        return isn_problem(r, 503, "out of memory");
    }
    x->server = r->server;
    if (!fill(x, r) || pipe2(ends, O_CLOEXEC) != 0) {
        isn_heap_free(x->query);
        isn_heap_free(x);
        return isn_problem(r, 400, "no such format, table, rule or day");
    }
    x->into = ends[1];
    memcpy(format, x->format, sizeof format);
    if (!start(x, r->server)) {
        close(ends[0]);
        close(ends[1]);
        isn_heap_free(x->query);
        isn_heap_free(x);
        r->retry_after = 5;
        return isn_problem(r, 503, "other exports are under way");
    }
    if (!wait_for(x, &error)) {
        close(ends[0]);
        return isn_problem_of(r, &error);
    }
    return send_pipe(r, format, ends[0]);
}
