/* read.c: answers out of the store; see server.h. Each is kept until something is committed. */
#include <stdio.h>

#include "api/query.h"
#include "serve/server.h"

#define MOST_ROWS 500
#define USUAL_ROWS 50

/* ---- parameters ---------------------------------------------------------------------------------- */

static bool read_limit(const isn_request *r, uint32_t *out) {
    isn_str text = isn_request_parameter(r, "limit");
    *out = USUAL_ROWS;
    if (text.ptr == NULL) {
        return true;
    }
    *out = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || *out > MOST_ROWS) {
            return false;
        }
        *out = *out * 10 + (uint32_t)(text.ptr[i] - '0');
    }
    return *out > 0 && *out <= MOST_ROWS;
}

static bool read_rule(const isn_request *r, isn_rule *out) {
    isn_str name = isn_request_parameter(r, "rule");
    *out = ISN_RULE_UCDP;
    for (unsigned i = 0; name.ptr != NULL && i < ISN_RULES; i++) {
        if (isn_str_eqz(name, isn_rule_names[i])) {
            *out = (isn_rule)i;
            return true;
        }
    }
    return name.ptr == NULL;
}

static bool read_as_of(const isn_request *r, int32_t *out) {
    isn_str day = isn_request_parameter(r, "as_of");
    *out = day.ptr == NULL ? ISN_NO_DAY : isn_day_parse(day);
    return day.ptr == NULL || (*out != ISN_NO_DAY && day.len == 10);
}

/* Words as FTS5 takes them: each in quotation marks, so that none is one of its signs. */
static void put_words(isn_buf *out, isn_str words) {
    bool open = false;
    for (size_t i = 0; i < words.len; i++) {
        bool blank = words.ptr[i] == ' ' || words.ptr[i] == '"';
        if (blank == open) {
            isn_buf_puts(out, open ? "\" " : "\"");
            open = !open;
        }
        if (!blank) {
            isn_buf_putc(out, words.ptr[i]);
        }
    }
    isn_buf_puts(out, open ? "\"" : "");
}

/* ---- asking -------------------------------------------------------------------------------------- */

typedef struct asking {
    const char *what;
    bool of_events;   /* takes a query */
    const char *kind; /* of events, unless the query says another; NULL: all */
} asking;

static enum MHD_Result reply(isn_request *r, const isn_question *question, uint64_t generation) {
    isn_error error = {0};
    isn_store *store = isn_pool_store(&r->server->pool, &error);
    if (store == NULL) {
        return isn_problem_of(r, &error);
    }
    isn_status status = isn_store_answer(store, question, &r->out, &error);
    isn_pool_give_store(&r->server->pool, store);
    if (status != ISN_OK) {
        return isn_problem_of(r, &error);
    }
    if (r->out.len == 0) {
        return isn_problem(r, 404, NULL);
    }
    isn_buf_putc(&r->out, '\n');
    return isn_cache_reply(r, generation);
}

static bool asks_kind(const isn_query *query) {
    for (uint32_t i = 0; i < query->n; i++) {
        if (query->conditions[i].field == ISN_FIELD_KIND ||
            query->conditions[i].field == ISN_FIELD_ID) {
            return true;
        }
    }
    return false;
}

static enum MHD_Result ask_events(isn_request *r, isn_question question, const char *kind,
                                  uint64_t generation) {
    isn_error error = {0};
    isn_query query;
    isn_filter filter = {.n = 0};
    if (!read_rule(r, &filter.rule) || !read_as_of(r, &filter.as_of)) {
        return isn_problem(r, 400, "no such rule, or no such day");
    }
    enum MHD_Result result;
    if (isn_query_read(&query, isn_request_parameter(r, "q"), &error) != ISN_OK) {
        result = isn_problem_of(r, &error);
    } else {
        if (kind != NULL && !asks_kind(&query) && query.n < ISN_MOST_CONDITIONS) {
            query.conditions[query.n++] =
                (isn_condition){.field = ISN_FIELD_KIND, .text = isn_str_z(kind)};
        }
        isn_str outcome = isn_request_parameter(r, "outcome");
        if (outcome.len > 0 && query.n < ISN_MOST_CONDITIONS) {
            query.conditions[query.n++] =
                (isn_condition){.field = ISN_FIELD_OUTCOME, .text = outcome};
        }
        filter.conditions = query.conditions;
        filter.n = query.n;
        question.filter = &filter;
        result = reply(r, &question, generation);
    }
    isn_query_release(&query);
    return result;
}

static enum MHD_Result ask(isn_request *r, const asking *a) {
    bool sent = false;
    isn_buf words;
    isn_parameter parameters[ISN_SERVE_MOST_PARAMETERS + 1];
    isn_question question = {.what = a->what, .parameters = parameters};
    uint64_t generation = isn_pool_generation(&r->server->pool);
    enum MHD_Result result = isn_cache_send(r, &sent);
    if (sent) {
        return result;
    }
    if (!read_limit(r, &question.limit)) {
        return isn_problem(r, 400, "limit: 1 to 500");
    }
    isn_buf_init(&words);
    for (uint32_t i = 0; i < r->nparameters; i++) {
        parameters[i] = r->parameters[i];
        if (strcmp(parameters[i].name, "words") == 0) {
            put_words(&words, parameters[i].value);
            parameters[i].value =
                words.len > 0 ? isn_str_of(words.ptr, words.len) : (isn_str){NULL, 0};
        }
    }
    question.n = r->nparameters;
    if (r->id.ptr != NULL) {
        parameters[question.n++] = (isn_parameter){"id", r->id};
    }
    result = words.failed   ? MHD_NO
             : a->of_events ? ask_events(r, question, a->kind, generation)
                            : reply(r, &question, generation);
    isn_buf_release(&words);
    return result;
}

#define HANDLER(name, ...)                                                                         \
    enum MHD_Result isn_handle_##name(isn_request *r) {                                            \
        static const asking a = {__VA_ARGS__};                                                     \
        return ask(r, &a);                                                                         \
    }

HANDLER(progress, "progress", false, NULL)
HANDLER(articles, "articles", false, NULL)
HANDLER(article, "article", false, NULL)
HANDLER(events, "events", true, "incident")
HANDLER(map, "map", true, "incident")
HANDLER(days, "days", true, "incident")
HANDLER(tallies, "tallies", true, NULL)
HANDLER(covered, "covered", false, NULL)
HANDLER(commitments, "commitments", true, NULL)
HANDLER(sources, "sources", false, NULL)
HANDLER(actors, "actors", false, NULL)
HANDLER(actor, "actor", false, NULL)
HANDLER(places, "places", false, NULL)
HANDLER(place, "place", false, NULL)

/* ---- what is more than one question -------------------------------------------------------------- */

enum MHD_Result isn_handle_status(isn_request *r) {
    isn_error error = {0};
    const isn_question question = {.what = "status", .limit = 1};
    isn_store *store = isn_pool_store(&r->server->pool, &error);
    if (store == NULL) {
        return isn_problem_of(r, &error);
    }
    isn_buf_printf(&r->out, "{\"version\":\"" ISN_VERSION "\",\"knowledge\":\"%s\",\"store\":",
                   isn_pack_hash(r->server->options.pack));
    isn_status status = isn_store_answer(store, &question, &r->out, &error);
    isn_pool_give_store(&r->server->pool, store);
    isn_buf_puts(&r->out, "}\n");
    return status == ISN_OK ? isn_reply(r, 200, "application/json") : isn_problem_of(r, &error);
}

static isn_status put_bytes(void *context, const char *ptr, size_t len) {
    isn_buf_put(context, ptr, len);
    return ISN_OK;
}

/* {"event":{…as isnad export --format jsonl…},"more":{…}}; `event` is null of one that is no more. */
static isn_status put_event(isn_request *r, isn_store *store, isn_error *error) {
    char query[40];
    const isn_parameter id = {"id", r->id};
    const isn_question more = {.what = "event", .parameters = &id, .n = 1, .limit = 1};
    snprintf(query, sizeof query, "id:%.*s", (int)r->id.len, r->id.ptr);
    const isn_export one = {.format = "jsonl", .query = isn_str_z(query)};
    isn_buf_puts(&r->out, "{\"more\":");
    size_t before = r->out.len;
    isn_status status = isn_store_answer(store, &more, &r->out, error);
    if (status != ISN_OK || r->out.len == before) {
        r->out.len = 0;
        return status;
    }
    isn_buf_puts(&r->out, ",\"event\":");
    before = r->out.len;
    status = isn_store_export(store, &one, put_bytes, &r->out, NULL, error);
    isn_buf_puts(&r->out, r->out.len == before ? "null}\n" : "}\n");
    return status;
}

enum MHD_Result isn_handle_event(isn_request *r) {
    isn_error error = {0};
    bool sent = false;
    uint64_t generation = isn_pool_generation(&r->server->pool);
    enum MHD_Result result = isn_cache_send(r, &sent);
    if (sent) {
        return result;
    }
    for (size_t i = 0; i < r->id.len; i++) { /* goes into a query */
        char c = r->id.ptr[i];
        if (r->id.len > 24 || !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == 'E')) {
            return isn_problem(r, 404, NULL);
        }
    }
    isn_store *store = isn_pool_store(&r->server->pool, &error);
    if (store == NULL) {
        return isn_problem_of(r, &error);
    }
    isn_status status = put_event(r, store, &error);
    isn_pool_give_store(&r->server->pool, store);
    if (status != ISN_OK) {
        return isn_problem_of(r, &error);
    }
    return r->out.len == 0 ? isn_problem(r, 404, NULL) : isn_cache_reply(r, generation);
}

enum MHD_Result isn_handle_openapi(isn_request *r) {
    for (const isn_embedded *f = isn_described; f->path != NULL; f++) {
        isn_buf_put(&r->out, (const char *)f->ptr, (size_t)(f->end - f->ptr));
    }
    return isn_reply(r, 200, "application/json");
}
