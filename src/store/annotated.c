/* annotated.c: articles out of the tables with the pieces that their claims stand on, for the formats that mark
 * text. */
#include <setjmp.h>

#include "store/linking.h"

typedef struct reading {
    isn_store *store;
    const isn_filter *filter;
    isn_annotated_visit visit;
    void *context;
    isn_arena *arena, *lasting;
    isn_status status; /* of the visitor */
} reading;

typedef ISN_VEC(int64_t) rows;
typedef ISN_VEC(isn_said_claim) said_claims;
typedef ISN_VEC(isn_said_piece) pieces;

/* The filter's own SQL is made anew each time; what came of it is kept in `chosen`. */
static bool choose(reading *r) {
    isn_buf sql;
    if (!isn_store_run(r->store, "CREATE TEMP TABLE IF NOT EXISTS chosen (claim BIGINT PRIMARY "
                                 "KEY, article BIGINT); CREATE INDEX IF NOT EXISTS chosen_article "
                                 "ON chosen (article); DELETE FROM chosen")) {
        return false;
    }
    isn_buf_init(&sql);
    isn_buf_printf(&sql, "INSERT INTO chosen SELECT e.claim, e.article FROM %s WHERE %s",
                   ISN_EITHER(r->store, "event_row v JOIN entry_row e ON e.event = v.number",
                              "event v JOIN entry e ON e.event = v.id"),
                   r->store->driver->active);
    isn_filter_put(&sql, r->store->driver, r->filter);
    isn_sql b = isn_sql_once(r->store, &sql);
    isn_buf_release(&sql);
    isn_filter_bind(&b, r->filter);
    isn_sql_row(&b);
    return isn_sql_release(&b);
}

static uint8_t code_of(isn_str word, const char *const *names) {
    for (uint8_t i = 0; word.ptr != NULL && names[i] != NULL; i++) {
        if (isn_str_eqz(word, names[i])) {
            return i;
        }
    }
    return 0;
}

static bool read_claims(reading *r, int64_t article, said_claims *out) {
    isn_sql b = isn_sql_on(
        r->store, "SELECT c.name, e.key, e.event, c.type, c.event_type, c.mode, c.polarity = "
                  "'negative' FROM chosen h CROSS JOIN claim c ON c.id = h.claim CROSS JOIN "
                  "entry e ON e.claim = c.id WHERE h.article = ? ORDER BY c.id");
    isn_sql_int(&b, article);
    while (isn_sql_row(&b)) {
        isn_said_claim *c = ISN_PUSH(r->arena, out);
        c->name = isn_sql_text_at(&b, 0, r->arena);
        c->key = isn_sql_text_at(&b, 1, r->arena);
        c->event = isn_sql_text_at(&b, 2, r->arena);
        c->type = isn_sql_text_at(&b, 3, r->arena);
        c->act = code_of(isn_sql_text_at(&b, 4, r->arena), isn_vocab_event);
        c->mode = code_of(isn_sql_text_at(&b, 5, r->arena), isn_vocab_mode);
        c->negative = isn_sql_true_at(&b, 6);
    }
    return isn_sql_done(&b);
}

#define CHOSEN "FROM chosen h CROSS JOIN " /* in this order: of each article there are few */

/* A claim without a word that it hangs on hangs on its sentence. */
static bool read_pieces(reading *r, int64_t article, size_t length, pieces *out) {
    isn_sql b = isn_sql_on(
        r->store,
        "SELECT c.name, s.part, s.value, s.first, s.last FROM ("
        "SELECT h.claim AS id, 0 AS turn, 0 AS position, 'trigger' AS part, coalesce(event_type "
        "|| coalesce('/' || mode, ''), type) AS value, coalesce(anchor_start, evidence_start) AS "
        "first, coalesce(anchor_end, evidence_end) AS last " CHOSEN
        "claim x ON x.id = h.claim WHERE h.article = ?1 UNION ALL "
        "SELECT h.claim, 1, position, part, coalesce(actor_id, name), \"start\", \"end\" " CHOSEN
        "actor x ON x.claim = h.claim WHERE h.article = ?1 UNION ALL "
        "SELECT h.claim, 2, id, 'count', what || ' ' || coalesce(cast(low AS text), '?') || "
        "'-' || coalesce(cast(best AS text), '?') || '-' || coalesce(cast(high AS text), '?'), "
        "\"start\", \"end\" " CHOSEN "figure x ON x.claim = h.claim WHERE h.article = ?1 UNION ALL "
        "SELECT h.claim, 3, position, 'place', coalesce(place_id, name), \"start\", \"end\" " CHOSEN
        "place x ON x.claim = h.claim WHERE h.article = ?1 UNION ALL "
        "SELECT h.claim, 4, position, 'source', coalesce(actor_id, name), \"start\", "
        "\"end\" " CHOSEN
        "link x ON x.claim = h.claim WHERE h.article = ?1) s CROSS JOIN claim c ON c.id = s.id "
        "WHERE s.first IS NOT NULL AND s.first < s.last AND s.last <= ?2 "
        "ORDER BY s.id, s.turn, s.part, s.position");
    isn_sql_int(&b, article);
    isn_sql_int(&b, (int64_t)length);
    while (isn_sql_row(&b)) {
        isn_said_piece *s = ISN_PUSH(r->arena, out);
        s->claim = isn_sql_text_at(&b, 0, r->arena);
        s->part = isn_sql_text_at(&b, 1, r->arena);
        s->value = isn_sql_text_at(&b, 2, r->arena);
        s->start = isn_sql_offset_at(&b, 3);
        s->end = isn_sql_offset_at(&b, 4);
    }
    return isn_sql_done(&b);
}

static bool read_article(reading *r, int64_t row, isn_annotated *out) {
    said_claims claims = {.len = 0};
    pieces said = {.len = 0};
    isn_sql b = isn_sql_on(r->store, "SELECT a.ident, a.source, a.url, a.title, a.outlet, "
                                     "a.published, t.text FROM articles a JOIN article_text t ON "
                                     "t.id = a.id WHERE a.id = ?");
    isn_sql_int(&b, row);
    if (!isn_sql_row(&b)) {
        return isn_sql_done(&b);
    }
    out->article = (isn_entry_article){.row = row, .ident = isn_sql_text_at(&b, 0, r->arena)};
    out->article.source = isn_sql_text_at(&b, 1, r->arena);
    out->article.url = isn_sql_text_at(&b, 2, r->arena);
    out->article.title = isn_sql_text_at(&b, 3, r->arena);
    out->article.outlet = isn_sql_text_at(&b, 4, r->arena);
    out->article.published = isn_sql_day_at(&b, 5);
    out->text = isn_sql_text_at(&b, 6, r->arena);
    if (!isn_sql_done(&b) || !read_claims(r, row, &claims) ||
        !read_pieces(r, row, out->text.len, &said)) {
        return false;
    }
    out->claims = claims.ptr;
    out->nclaims = claims.len;
    out->said = said.ptr;
    out->nsaid = said.len;
    isn_annotated_count(out, r->arena);
    return true;
}

/* By ident, as told up to the filter's day. */
ISN_APART static bool read_all(reading *r) {
    rows found = {.len = 0};
    if (!choose(r)) {
        return false;
    }
    isn_sql b = isn_sql_on(r->store, "SELECT a.id FROM articles a WHERE a.id IN (SELECT article "
                                     "FROM chosen) AND (a.published <= ?1 OR ?1 IS NULL) "
                                     "ORDER BY a.ident");
    isn_sql_day(&b, r->filter->as_of);
    while (isn_sql_row(&b)) {
        *ISN_PUSH(r->lasting, &found) = isn_sql_int_at(&b, 0);
    }
    if (!isn_sql_done(&b)) {
        return false;
    }
    for (uint32_t i = 0; i < found.len && r->status == ISN_OK; i++) {
        isn_annotated article = {.text = {NULL, 0}};
        isn_arena_reset(r->arena, (size_t)4 << 20);
        if (!read_article(r, found.ptr[i], &article)) {
            return false;
        }
        r->status = r->visit(r->context, &article, r->arena);
    }
    return true;
}

/* Own function: what lives across the jump must not be in registers of the caller. */
static isn_status guarded(reading *r, isn_guard *guard, isn_error *error) {
    if (setjmp(guard->jump) != 0) {
        return isn_fail(error, ISN_ENOMEM, r->store->path, 0, "out of memory");
    }
    isn_arena_guard(r->arena, guard);
    isn_arena_guard(r->lasting, guard);
    return read_all(r) ? r->status : isn_store_broken(r->store, error);
}

isn_status isn_store_annotated(isn_store *store, const isn_filter *filter,
                               isn_annotated_visit visit, void *context, isn_error *error) {
    reading r = {.store = store, .filter = filter, .visit = visit, .context = context};
    isn_guard guard;
    isn_status status = isn_store_index(store, error);
    if (status == ISN_OK) {
        status = isn_store_commit(store, error);
    }
    if (status != ISN_OK) {
        return status;
    }
    if (isn_arena_new(&r.arena, (size_t)1 << 20) == ISN_OK &&
        isn_arena_new(&r.lasting, (size_t)1 << 16) == ISN_OK) {
        status = guarded(&r, &guard, error);
    } else {
        status = isn_fail(error, ISN_ENOMEM, store->path, 0, "out of memory");
    }
    isn_arena_free(r.arena);
    isn_arena_free(r.lasting);
    return status;
}
