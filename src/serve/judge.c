/* judge.c: what people say, into the store and out of it: reviews of claims, decisions on events, and how far coders
 * agree; docs/review.md and docs/schema.md tell what it means. See server.h. */
#include <math.h>
#include <stdio.h>

#include "serve/server.h"

/* Where nobody is asked who he is, a page may say in whose name it speaks. */
static isn_str who(isn_request *r) {
    isn_str named = isn_request_field(r, "coder");
    if (r->user[0] != '\0') {
        return isn_str_z(r->user);
    }
    return named.len > 0 && named.len < 64 ? named : isn_str_z("console");
}

static bool read_number(isn_str text, uint64_t *out) {
    uint64_t value = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') {
            return false;
        }
        value = value * 10 + (uint64_t)(text.ptr[i] - '0');
    }
    *out = value;
    return text.len > 0 && text.len < 18;
}

/* A store, or NULL after the answer in *result. */
static isn_store *store_for(isn_request *r, enum MHD_Result *result) {
    isn_error error = {0};
    isn_store *store = isn_pool_store(&r->server->pool, &error);
    if (store == NULL) {
        *result = isn_problem_of(r, &error);
    }
    return store;
}

static enum MHD_Result done(isn_request *r, isn_status status, const isn_error *error) {
    return status == ISN_OK ? isn_reply(r, 200, "application/json") : isn_problem_of(r, error);
}

/* ---- decisions ----------------------------------------------------------------------------------- */

typedef struct deciding {
    const char *what;
    isn_str a, b, note, coder;
} deciding;

/* `*number`: of the decision, or how many decisions a merge or a split took. */
static isn_status decide(isn_store *store, const deciding *d, uint64_t *number, isn_error *error) {
    if (strcmp(d->what, "merge") == 0) {
        return isn_store_merge(store, d->a, d->b, d->coder, d->note, number, error);
    }
    if (strcmp(d->what, "split") == 0) {
        return isn_store_split(store, d->a, d->coder, d->note, number, error);
    }
    isn_decision what = strcmp(d->what, "same") == 0        ? ISN_DECIDE_SAME
                        : strcmp(d->what, "different") == 0 ? ISN_DECIDE_DIFFERENT
                                                            : ISN_DECIDE_UNDO;
    return isn_store_decide(store, what, d->a, d->b, d->coder, d->note, number, error);
}

/* Decides, and links at once, so that the next answer shows it. */
static enum MHD_Result run(isn_request *r, const deciding *d) {
    isn_error error = {0};
    enum MHD_Result result = MHD_NO;
    uint64_t number = 0, claims = 0, events = 0;
    isn_store *store = store_for(r, &result);
    if (store == NULL) {
        return result;
    }
    isn_status status = decide(store, d, &number, &error);
    if (status == ISN_OK) {
        status = isn_store_link(store, NULL, &claims, &events, &error);
    }
    isn_pool_give_store(&r->server->pool, store);
    isn_buf_printf(&r->out, "{\"decision\":%llu,\"events\":%llu}\n", (unsigned long long)number,
                   (unsigned long long)events);
    return done(r, status, &error);
}

enum MHD_Result isn_handle_decide(isn_request *r) {
    static const char *const all[] = {"same", "different", "merge", "split"};
    if (!isn_request_is(r, "application/json")) {
        return isn_problem(r, 415, "application/json");
    }
    isn_str what = isn_request_field(r, "what");
    deciding d = {.a = isn_request_field(r, "a"),
                  .b = isn_request_field(r, "b"),
                  .note = isn_request_field(r, "note"),
                  .coder = who(r)};
    for (size_t i = 0; i < ISN_LEN(all); i++) {
        d.what = isn_str_eqz(what, all[i]) ? all[i] : d.what;
    }
    if (d.what == NULL || d.a.ptr == NULL || (d.b.ptr == NULL && strcmp(d.what, "split") != 0)) {
        return isn_problem(r, 400, "an object with what (same, different, merge, split), a and b");
    }
    return run(r, &d);
}

enum MHD_Result isn_handle_undo(isn_request *r) {
    const deciding d = {.what = "undo", .a = r->id, .coder = who(r)};
    return run(r, &d);
}

/* ---- reviews ------------------------------------------------------------------------------------- */

static bool read_act(isn_str text, isn_review_act *out) {
    static const char *const acts[] = {[ISN_REVIEW_ACCEPT] = "accept",
                                       [ISN_REVIEW_CORRECT] = "correct",
                                       [ISN_REVIEW_REJECT] = "reject",
                                       [ISN_REVIEW_NOTE] = "note",
                                       [ISN_REVIEW_ADD] = "add"};
    for (size_t i = 0; i < ISN_LEN(acts); i++) {
        if (isn_str_eqz(text, acts[i])) {
            *out = (isn_review_act)i;
            return true;
        }
    }
    return false;
}

enum MHD_Result isn_handle_review(isn_request *r) {
    isn_error error = {0};
    enum MHD_Result result = MHD_NO;
    uint64_t number = 0;
    if (!isn_request_is(r, "application/json")) {
        return isn_problem(r, 415, "application/json");
    }
    isn_review review = {.claim = isn_request_field(r, "claim"),
                         .coder = who(r),
                         .field = isn_request_field(r, "field"),
                         .value = isn_request_field(r, "value"),
                         .note = isn_request_field(r, "note"),
                         .final = isn_str_eqz(isn_request_field(r, "final"), "true")};
    if (!read_act(isn_request_field(r, "act"), &review.act) || review.claim.ptr == NULL) {
        return isn_problem(r, 400,
                           "an object with act (accept, correct, reject, note, add) and claim");
    }
    if (review.final && r->right < ISN_MAY_ADMIN) {
        return isn_problem(r, 403, "only an admin settles what coders disagree on");
    }
    isn_store *store = store_for(r, &result);
    if (store == NULL) {
        return result;
    }
    isn_status status = isn_store_review(store, &review, &number, &error);
    isn_pool_give_store(&r->server->pool, store);
    isn_buf_printf(&r->out, "{\"review\":%llu}\n", (unsigned long long)number);
    return done(r, status, &error);
}

enum MHD_Result isn_handle_review_undo(isn_request *r) {
    isn_error error = {0};
    enum MHD_Result result = MHD_NO;
    uint64_t number = 0;
    if (!read_number(r->id, &number)) {
        return isn_problem(r, 404, NULL);
    }
    isn_store *store = store_for(r, &result);
    if (store == NULL) {
        return result;
    }
    isn_status status = isn_store_review_undo(store, number, &error);
    isn_pool_give_store(&r->server->pool, store);
    isn_buf_printf(&r->out, "{\"review\":%llu}\n", (unsigned long long)number);
    return done(r, status, &error);
}

/* ---- agreement ----------------------------------------------------------------------------------- */

typedef struct agreeing {
    isn_buf *out;
    bool more;
} agreeing;

static void put_share(isn_buf *out, const char *name, double share) {
    if (isnan(share)) {
        isn_buf_printf(out, ",\"%s\":null", name);
    } else {
        isn_buf_printf(out, ",\"%s\":%.4f", name, share);
    }
}

static isn_status put_field(void *context, const isn_agreement *field) {
    agreeing *a = context;
    isn_buf_printf(a->out, "%s\n{\"field\":\"%s\",\"units\":%llu", a->more ? "," : "", field->field,
                   (unsigned long long)field->units);
    put_share(a->out, "agreed", field->agreed);
    put_share(a->out, "alpha", field->alpha);
    isn_buf_puts(a->out, "}");
    a->more = true;
    return ISN_OK;
}

enum MHD_Result isn_handle_agreement(isn_request *r) {
    isn_error error = {0};
    enum MHD_Result result = MHD_NO;
    agreeing a = {&r->out, false};
    isn_store *store = store_for(r, &result);
    if (store == NULL) {
        return result;
    }
    isn_buf_puts(&r->out, "{\"fields\":[");
    isn_status status = isn_store_agreement(store, put_field, &a, &error);
    isn_pool_give_store(&r->server->pool, store);
    isn_buf_puts(&r->out, "]}\n");
    return done(r, status, &error);
}
