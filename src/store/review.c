/* review.c: what people say of claims, into the table `review` and out of it: as it stands, as agreement, as
 * gold. What it means is review/'s affair. */
#include "review/review.h"
#include "store/linking.h"

static const char *const act_names[] = {"accept", "correct", "reject", "note", "add", NULL};

/* ---- writing ------------------------------------------------------------------------------------------ */

typedef struct
    target { /* what an act speaks of; its strings are statements' until they are reset */
    int64_t article;
    char ident[80], name[16];
    isn_span anchor;
} target;

/* "3f2a9c01d4e2b788.0a1b2c3d:c3" → article's part and claim's name */
static void cut_key(isn_str key, isn_str *article, isn_str *name) {
    const char *colon = key.ptr != NULL ? memrchr(key.ptr, ':', key.len) : NULL;
    *article = colon != NULL ? isn_str_of(key.ptr, (size_t)(colon - key.ptr)) : key;
    *name = colon != NULL ? isn_str_of(colon + 1, key.len - article->len - 1) : (isn_str){NULL, 0};
}

/* By the beginning of `ident`, so that its index serves. */
#define OF_KEY                                                                                     \
    "a.ident >= substr(?1, 1, 16) AND a.ident < substr(?1, 1, 16) || 'g' AND "                     \
    "substr(a.ident, 1, 16) || substr(a.ident, 65) = ?1"

/* The claim in the newest coding; with an empty name the article alone. */
static bool find_target(isn_store *store, isn_str key, target *out) {
    isn_str article, name;
    cut_key(key, &article, &name);
    isn_sql b = isn_sql_on(
        store, "SELECT a.id, a.ident, c.name, c.anchor_start, c.anchor_end FROM article a LEFT "
               "JOIN claim c ON c.record = (SELECT max(id) FROM record WHERE article = a.id) AND "
               "c.name = ?2 WHERE " OF_KEY);
    isn_sql_str(&b, article);
    isn_sql_str(&b, name);
    *out = (target){.article = 0};
    if (isn_sql_row(&b)) {
        out->article = isn_sql_int_at(&b, 0);
        isn_sql_copy(out->ident, sizeof out->ident, isn_sql_str_at(&b, 1));
        isn_sql_copy(out->name, sizeof out->name, isn_sql_str_at(&b, 2));
        out->anchor.start = isn_sql_offset_at(&b, 3);
        out->anchor.end = isn_sql_offset_at(&b, 4);
    }
    return isn_sql_done(&b);
}

/* Reads the value against the article; `value` stays empty where the act has none. */
static isn_status read_value(isn_store *store, const isn_review *review, target *at, isn_buf *value,
                             isn_error *error) {
    const isn_value_field *field = isn_value_field_of(review->field);
    isn_status status = ISN_OK;
    if (review->act == ISN_REVIEW_CORRECT && field == NULL) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "no field %.*s", (int)review->field.len,
                        review->field.ptr != NULL ? review->field.ptr : "");
    }
    if (review->act != ISN_REVIEW_CORRECT && review->act != ISN_REVIEW_ADD) {
        return ISN_OK;
    }
    isn_sql b = isn_sql_on(store, "SELECT text FROM article_text WHERE id = ?");
    isn_sql_int(&b, at->article);
    if (isn_sql_row(&b)) {
        isn_str text = isn_sql_str_at(&b, 0);
        isn_str given = review->value.ptr != NULL ? review->value : isn_str_z("");
        status = review->act == ISN_REVIEW_ADD
                     ? isn_value_claim(value, &at->anchor, given, text, error)
                     : isn_value_read(value, field, given, text, error);
    }
    return isn_sql_done(&b) ? status : isn_store_broken(store, error);
}

static bool add_review(isn_store *store, const isn_review *review, const target *at,
                       const isn_buf *value, int64_t *number) {
    isn_sql b = isn_sql_on(store, "INSERT INTO review (article, name, \"start\", \"end\", act, "
                                  "field, value, coder, note, final, at) VALUES (?, ?, ?, ?, ?, ?, "
                                  "?, ?, ?, ?, ?) RETURNING id");
    bool corrects = review->act == ISN_REVIEW_CORRECT;
    isn_sql_name(&b, at->ident);
    isn_sql_name(&b, review->act == ISN_REVIEW_ADD ? NULL : at->name);
    isn_sql_int(&b, at->anchor.start);
    isn_sql_int(&b, at->anchor.end);
    isn_sql_name(&b, act_names[review->act]);
    isn_sql_str(&b, corrects ? review->field : (isn_str){NULL, 0});
    isn_sql_str(&b, value->len > 0 ? isn_str_of(value->ptr, value->len) : (isn_str){NULL, 0});
    isn_sql_str(&b, review->coder);
    isn_sql_str(&b, review->note);
    isn_sql_int(&b, review->final);
    isn_sql_now(&b);
    return isn_sql_number(&b, number);
}

static isn_status check(isn_store *store, const isn_review *review, const target *at,
                        isn_error *error) {
    isn_str key = review->claim;
    bool claim = review->act != ISN_REVIEW_ADD;
    if (at->article == 0 || (claim && at->anchor.end == 0)) {
        return isn_fail(error, ISN_EUSAGE, store->path, 0, "no %s %.*s",
                        claim ? "claim" : "article", (int)(key.len < 60 ? key.len : 60),
                        key.ptr != NULL ? key.ptr : "");
    }
    if (review->coder.len == 0) {
        return isn_fail(error, ISN_EUSAGE, store->path, 0, "a review needs the name of its coder");
    }
    return ISN_OK;
}

isn_status isn_store_review(isn_store *store, const isn_review *review, uint64_t *number,
                            isn_error *error) {
    target at;
    isn_buf value;
    int64_t given = 0;
    if (!isn_store_begin(store) || !find_target(store, review->claim, &at)) {
        return isn_store_give_up(store, error);
    }
    isn_buf_init(&value);
    isn_status status = check(store, review, &at, error);
    if (status == ISN_OK) {
        status = read_value(store, review, &at, &value, error);
    }
    if (status == ISN_OK && !add_review(store, review, &at, &value, &given)) {
        status = isn_store_broken(store, error);
    }
    isn_buf_release(&value);
    status = isn_store_end(store, status, error);
    if (status == ISN_OK) {
        *number = (uint64_t)given;
    }
    return status;
}

isn_status isn_store_review_undo(isn_store *store, uint64_t number, isn_error *error) {
    if (!isn_store_begin(store)) {
        return isn_store_give_up(store, error);
    }
    int64_t ended = 0;
    isn_sql b = isn_sql_on(
        store, "UPDATE review SET undone = ? WHERE id = ? AND undone IS NULL RETURNING id");
    isn_sql_now(&b);
    isn_sql_int(&b, (int64_t)number);
    if (!isn_sql_number(&b, &ended)) {
        return isn_store_give_up(store, error);
    }
    return isn_store_end(store,
                         ended != 0
                             ? ISN_OK
                             : isn_fail(error, ISN_EUSAGE, store->path, 0,
                                        "no review %llu that holds", (unsigned long long)number),
                         error);
}

/* ---- reading ------------------------------------------------------------------------------------------ */

static isn_review_act act_of(isn_str name) {
    unsigned i = 0;
    while (act_names[i + 1] != NULL && !isn_str_eqz(name, act_names[i])) {
        i++;
    }
    return (isn_review_act)i;
}

/* Claims are found by their record. */
static isn_status catch_up(isn_store *store, isn_error *error) {
    const isn_status status = isn_store_index(store, error);
    return status == ISN_OK ? isn_store_commit(store, error) : status;
}

isn_status isn_store_reviews(isn_store *store, isn_str claim, isn_review_visit visit, void *context,
                             isn_error *error) {
    isn_status status = catch_up(store, error);
    if (status != ISN_OK) {
        return status;
    }
    isn_sql b =
        isn_sql_on(store, "SELECT id, act, claim, field, value, coder, note, final, at FROM "
                          "reviews WHERE claim = ?1 OR ?1 IS NULL ORDER BY id");
    isn_sql_str(&b, claim);
    while (status == ISN_OK && isn_sql_row(&b)) {
        isn_review r = {.number = (uint64_t)isn_sql_int_at(&b, 0)};
        r.act = act_of(isn_sql_str_at(&b, 1));
        r.claim = isn_sql_str_at(&b, 2);
        r.field = isn_sql_str_at(&b, 3);
        r.value = isn_sql_str_at(&b, 4);
        r.coder = isn_sql_str_at(&b, 5);
        r.note = isn_sql_str_at(&b, 6);
        r.final = isn_sql_true_at(&b, 7);
        r.at = isn_sql_str_at(&b, 8);
        status = visit(context, &r);
    }
    return isn_sql_done(&b) ? status : isn_store_broken(store, error);
}

/* ---- claims with what was said of them ------------------------------------------------------------------ */

static void put_cell(isn_buf *out, isn_sql *b, int column) {
    isn_str text = isn_sql_str_at(b, column);
    int64_t number = isn_sql_int_at(b, column);
    if (text.ptr != NULL) {
        isn_buf_json(out, text.ptr, text.len);
    } else if (number != ISN_NO_COUNT) {
        isn_buf_printf(out, "%lld", (long long)number);
    } else {
        isn_buf_puts(out, "null");
    }
}

/* An object of the row's columns by their names; a name with a question mark before it is of a truth value. */
static void put_row(isn_buf *out, isn_sql *b, const char *const *names) {
    for (int i = 0; names[i] != NULL; i++) {
        const bool truth = *names[i] == '?';
        isn_buf_printf(out, "%s\"%s\":", i > 0 ? "," : "{", names[i] + truth);
        if (truth) {
            isn_buf_puts(out, isn_sql_true_at(b, i) ? "true" : "false");
        } else {
            put_cell(out, b, i);
        }
    }
    isn_buf_puts(out, "}");
}

/* ,"what":[…]: of the rows of a statement that asks for a claim. */
static bool put_rows(isn_buf *out, isn_store *store, const char *what, const char *literal,
                     int64_t claim, const char *const *names) {
    isn_sql b = isn_sql_on(store, literal);
    isn_sql_int(&b, claim);
    isn_buf_printf(out, ",\"%s\":[", what);
    for (unsigned n = 0; isn_sql_row(&b); n++) {
        isn_buf_puts(out, n > 0 ? "," : "");
        put_row(out, &b, names);
    }
    isn_buf_puts(out, "]");
    return isn_sql_done(&b);
}

#define PARTY(part)                                                                                \
    "SELECT text, country, sector FROM actor WHERE claim = ? AND part = '" part                    \
    "' AND text IS NOT NULL ORDER BY position"

/* Who, to whom, how many, where. */
static bool put_parts(isn_buf *out, isn_store *store, int64_t claim) {
    static const char *const actor[] = {"text", "country", "sector", NULL};
    static const char *const count[] = {"what",     "low",  "best", "high",
                                        "quantity", "side", "text", NULL};
    static const char *const place[] = {"text", "country", NULL};
    return put_rows(out, store, "actors", PARTY("actor"), claim, actor) &&
           put_rows(out, store, "recipients", PARTY("recipient"), claim, actor) &&
           put_rows(out, store, "counts",
                    "SELECT what, low, best, high, quantity, side, text FROM figure WHERE claim = "
                    "? AND of_whom IS NULL AND text IS NOT NULL ORDER BY id",
                    claim, count) &&
           put_rows(out, store, "places",
                    "SELECT text, country FROM place WHERE claim = ? AND text IS NOT NULL ORDER BY "
                    "position",
                    claim, place);
}

static bool put_chain(isn_buf *out, isn_store *store, int64_t claim) {
    static const char *const link[] = {"text", "role", "?named", NULL};
    return put_rows(out, store, "chain",
                    "SELECT coalesce(k.text, k.name), coalesce(k.role, 'unknown'), k.named FROM "
                    "link k JOIN claim c ON c.id = k.claim JOIN record r ON r.id = c.record WHERE "
                    "k.claim = ? AND (k.text IS NOT NULL OR k.name = r.outlet_name) ORDER BY "
                    "k.position",
                    claim, link);
}

/* A claim in the shape of a gold set. */
static bool put_claim(isn_buf *out, isn_store *store, int64_t claim) {
    static const char *const names[] = {"id",       "type",     "event_type", "mode",
                                        "polarity", "modality", "?main",      NULL};
    static const char *const date[] = {"start", "end", NULL};
    isn_sql b = isn_sql_on(store, "SELECT name, type, event_type, mode, polarity, modality, main, "
                                  "anchor, deadline_end, quoted FROM claim WHERE id = ?");
    isn_sql day = isn_sql_on(store, "SELECT date_start, date_end FROM claim WHERE id = ? AND "
                                    "date_end IS NOT NULL");
    isn_sql_int(&b, claim);
    isn_sql_int(&day, claim);
    out->len = 0;
    if (!isn_sql_row(&b)) {
        return isn_sql_done(&b);
    }
    put_row(out, &b, names);
    out->len--; /* its brace: more comes */
    isn_buf_puts(out, ",\"anchors\":[");
    put_cell(out, &b, 7);
    isn_buf_puts(out, "]");
    if (!put_parts(out, store, claim)) {
        return false;
    }
    isn_buf_puts(out, ",\"date\":");
    if (isn_sql_row(&day)) {
        put_row(out, &day, date);
    } else {
        isn_buf_puts(out, "null");
    }
    isn_buf_puts(out, ",\"deadline\":");
    put_cell(out, &b, 8);
    if (!isn_sql_done(&day) || !put_chain(out, store, claim)) {
        return false;
    }
    isn_buf_puts(out, ",\"quoted\":");
    put_cell(out, &b, 9);
    isn_buf_puts(out, "}");
    return isn_sql_done(&b);
}

typedef ISN_VEC(isn_said) sayings;

/* What holds of a claim, by number. */
static bool read_said(isn_store *store, int64_t claim, sayings *out, isn_arena *arena) {
    isn_sql b = isn_sql_on(store, "SELECT act, field, value, coder, final FROM reviews WHERE "
                                  "claim_row = ? ORDER BY id");
    isn_sql_int(&b, claim);
    out->len = 0;
    while (isn_sql_row(&b)) {
        isn_said *s = ISN_PUSH(arena, out);
        s->act = isn_sql_text_at(&b, 0, arena);
        s->field = isn_sql_text_at(&b, 1, arena);
        s->value = isn_sql_text_at(&b, 2, arena);
        s->coder = isn_sql_text_at(&b, 3, arena);
        s->final = isn_sql_true_at(&b, 4);
    }
    return isn_sql_done(&b);
}

typedef struct job { /* one reading; what it holds outside the arena is its caller's to free */
    isn_store *store;
    isn_arena *arena;
    isn_agreeing *agreeing;
    isn_buf line, claim, coded; /* `coded`: a claim as it was coded */
    isn_line_visit visit;
    void *context;
    isn_status status; /* of the visitor, or of memory */
} job;

typedef bool (*work)(job *j); /* false when SQLite refused */

ISN_APART static bool run_it(job *j, work run) {
    return run(j);
}

/* Own function: what lives across the jump must not be in registers of the caller. */
static isn_status guarded(job *j, work run, isn_guard *guard, isn_error *error) {
    if (setjmp(guard->jump) != 0) {
        return isn_fail(error, ISN_ENOMEM, j->store->path, 0, "out of memory");
    }
    isn_arena_guard(j->arena, guard);
    bool ok = run_it(j, run);
    if (j->status == ISN_ENOMEM) {
        return isn_fail(error, ISN_ENOMEM, j->store->path, 0, "out of memory");
    }
    return ok ? j->status : isn_store_broken(j->store, error);
}

static isn_status with_arena(job *j, work run, isn_error *error) {
    isn_guard guard;
    if (isn_arena_new(&j->arena, (size_t)1 << 20) != ISN_OK) {
        return isn_fail(error, ISN_ENOMEM, j->store->path, 0, "out of memory");
    }
    isn_status status = guarded(j, run, &guard, error);
    isn_arena_free(j->arena);
    return status;
}

/* ---- agreement ------------------------------------------------------------------------------------------- */

static bool collect(job *j) {
    sayings said = {.len = 0};
    isn_sql b =
        isn_sql_on(j->store, "SELECT DISTINCT claim_row FROM reviews WHERE claim_row IS NOT "
                             "NULL ORDER BY claim_row");
    while (j->status == ISN_OK && isn_sql_row(&b)) {
        int64_t claim = isn_sql_int_at(&b, 0);
        if (!read_said(j->store, claim, &said, j->arena) ||
            !put_claim(&j->coded, j->store, claim)) {
            return false;
        }
        isn_str coded = isn_str_of(j->coded.ptr, j->coded.len);
        if (j->coded.failed || !isn_agreeing_add(j->agreeing, coded, said.ptr, said.len)) {
            j->status = ISN_ENOMEM;
        }
    }
    return isn_sql_done(&b);
}

static isn_status tell(isn_agreeing *agreeing, isn_agreement_visit visit, void *context,
                       isn_error *error) {
    isn_status status = ISN_OK;
    isn_agreement field = {.field = NULL};
    isn_alpha alpha;
    bool failed = false;
    for (uint32_t i = 0;
         status == ISN_OK && isn_agreeing_field(agreeing, i, &field.field, &alpha, &failed); i++) {
        field.units = alpha.units;
        field.values = alpha.values;
        field.agreed = alpha.agreed;
        field.alpha = alpha.alpha;
        status = visit(context, &field);
    }
    return failed ? isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory") : status;
}

isn_status isn_store_agreement(isn_store *store, isn_agreement_visit visit, void *context,
                               isn_error *error) {
    job j = {.store = store, .agreeing = isn_agreeing_new()};
    if (j.agreeing == NULL) {
        return isn_fail(error, ISN_ENOMEM, store->path, 0, "out of memory");
    }
    isn_buf_init(&j.coded);
    isn_status status = catch_up(store, error);
    status = status == ISN_OK ? with_arena(&j, collect, error) : status;
    isn_buf_release(&j.coded);
    if (status == ISN_OK) {
        status = tell(j.agreeing, visit, context, error);
    }
    isn_agreeing_free(j.agreeing);
    return status;
}

/* ---- gold ------------------------------------------------------------------------------------------------- */

static void put_field(isn_buf *out, const char *name, isn_str value) {
    isn_buf_printf(out, ",\"%s\":", name);
    if (value.ptr == NULL) {
        isn_buf_puts(out, "null");
    } else {
        isn_buf_json(out, value.ptr, value.len);
    }
}

/* The claims that hold. `*whole`: is nothing left to judge? What a coder may leave out may be left unjudged. */
static bool put_claims(job *j, int64_t record, bool *whole) {
    sayings said = {.len = 0};
    uint32_t n = 0;
    *whole = true;
    isn_sql b = isn_sql_on(j->store, "SELECT id, main FROM claim WHERE record = ? ORDER BY id");
    isn_sql_int(&b, record);
    while (isn_sql_row(&b) && *whole) {
        isn_settled settled = ISN_UNJUDGED;
        j->claim.len = 0;
        int64_t claim = isn_sql_int_at(&b, 0);
        if (!read_said(j->store, claim, &said, j->arena) ||
            !put_claim(&j->coded, j->store, claim)) {
            return false;
        }
        isn_str coded = isn_str_of(j->coded.ptr, j->coded.len);
        if (j->coded.failed || !isn_judge(&settled, &j->claim, coded, said.ptr, said.len)) {
            j->status = ISN_ENOMEM;
            return true;
        }
        *whole = settled != ISN_OPEN && (settled != ISN_UNJUDGED || !isn_sql_true_at(&b, 1));
        if (settled == ISN_ACCEPTED) {
            isn_buf_puts(&j->line, n++ > 0 ? "," : "");
            isn_buf_put(&j->line, j->claim.ptr, j->claim.len);
        }
    }
    return isn_sql_done(&b);
}

/* Claims that a coder added: `id` a1, a2 …, the rest as given. */
static void put_added(job *j, isn_str ident) {
    isn_sql b = isn_sql_on(j->store, "SELECT id, value FROM review WHERE article = ? AND act = "
                                     "'add' AND undone IS NULL ORDER BY id");
    isn_sql_str(&b, ident);
    while (isn_sql_row(&b)) {
        isn_str value = isn_sql_str_at(&b, 1);
        isn_buf_puts(&j->line, j->line.ptr[j->line.len - 1] == '[' ? "" : ",");
        isn_buf_printf(&j->line, "{\"id\":\"a%lld\",", (long long)isn_sql_int_at(&b, 0));
        isn_buf_put(&j->line, value.ptr + 1, value.len - 1); /* without its brace */
    }
    isn_sql_done(&b);
}

static void put_quotes(job *j, int64_t record) {
    isn_sql b = isn_sql_on(j->store, "SELECT text, speaker FROM quote WHERE record = ? AND text "
                                     "IS NOT NULL ORDER BY position");
    isn_sql_int(&b, record);
    isn_buf_puts(&j->line, ",\"quotes\":[");
    for (unsigned n = 0; isn_sql_row(&b); n++) {
        isn_str text = isn_sql_str_at(&b, 0);
        isn_buf_puts(&j->line, n > 0 ? ",{\"text\":" : "{\"text\":");
        isn_buf_json(&j->line, text.ptr, text.len);
        put_field(&j->line, "speaker", isn_sql_str_at(&b, 1));
        isn_buf_puts(&j->line, "}");
    }
    isn_sql_done(&b);
    isn_buf_puts(&j->line, "]");
}

/* key, text, published, published_from, outlet, relevant, title: columns 2 to 8 of the article's row */
static void put_article(job *j, isn_sql *b) {
    static const char *const given[] = {"metadata", "option"};
    isn_str text = isn_sql_str_at(b, 3);
    isn_str published = isn_sql_str_at(b, 4);
    isn_str outlet = isn_sql_str_at(b, 6);
    isn_str title = isn_sql_str_at(b, 8);
    bool told = false;
    for (size_t i = 0; i < ISN_LEN(given); i++) {
        told = told || isn_str_eqz(isn_sql_str_at(b, 5), given[i]);
    }
    bool in_text = outlet.ptr != NULL && memmem(text.ptr, text.len, outlet.ptr, outlet.len) != NULL;
    bool titled = title.ptr != NULL && memmem(text.ptr, text.len, title.ptr, title.len) != NULL;
    isn_buf_puts(&j->line, "{\"id\":");
    isn_buf_json(&j->line, isn_sql_str_at(b, 2).ptr, isn_sql_str_at(b, 2).len);
    put_field(&j->line, "input", text);
    isn_buf_puts(&j->line, ",\"given\":{\"published\":");
    if (told) {
        isn_buf_json(&j->line, published.ptr, published.len);
    } else {
        isn_buf_puts(&j->line, "null");
    }
    put_field(&j->line, "outlet", in_text ? (isn_str){NULL, 0} : outlet);
    isn_buf_puts(&j->line, "}");
    put_field(&j->line, "published", published);
    put_field(&j->line, "outlet", outlet);
    isn_buf_printf(&j->line, ",\"relevant\":%s", isn_sql_true_at(b, 7) ? "true" : "false");
    put_field(&j->line, "title", titled ? title : (isn_str){NULL, 0});
}

static bool put_gold(job *j) {
    isn_sql b = isn_sql_on(
        j->store, "SELECT a.record, a.ident, substr(a.ident, 1, 16) || substr(a.ident, 65), "
                  "t.text, a.published, a.published_from, a.outlet, a.relevant, a.title FROM "
                  "articles a JOIN article_text t ON t.id = a.id WHERE a.ident IN (SELECT article "
                  "FROM review WHERE undone IS NULL) "
                  "ORDER BY a.ident");
    while (j->status == ISN_OK && isn_sql_row(&b)) {
        bool whole = true;
        j->line.len = 0;
        put_article(j, &b);
        isn_buf_puts(&j->line, ",\"claims\":[");
        if (!put_claims(j, isn_sql_int_at(&b, 0), &whole)) {
            return false;
        }
        put_added(j, isn_sql_str_at(&b, 1));
        isn_buf_puts(&j->line, "]");
        put_quotes(j, isn_sql_int_at(&b, 0));
        isn_buf_puts(&j->line, "}");
        if (j->line.failed || j->status != ISN_OK) {
            j->status = ISN_ENOMEM;
        } else if (whole) {
            j->status = j->visit(j->context, isn_str_of(j->line.ptr, j->line.len));
        }
    }
    return isn_sql_done(&b);
}

isn_status isn_store_gold(isn_store *store, isn_line_visit visit, void *context, isn_error *error) {
    job j = {.store = store, .visit = visit, .context = context};
    isn_status status = catch_up(store, error);
    if (status != ISN_OK) {
        return status;
    }
    isn_buf_init(&j.line);
    isn_buf_init(&j.claim);
    isn_buf_init(&j.coded);
    status = with_arena(&j, put_gold, error);
    isn_buf_release(&j.line);
    isn_buf_release(&j.claim);
    isn_buf_release(&j.coded);
    return status;
}
