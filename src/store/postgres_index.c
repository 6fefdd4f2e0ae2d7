/* postgres_index.c: the words of articles for full-text search and whom claims name, brought up to what has been stored, and
 * indexes that only questions ask; and what each condition of a query is in SQL. Words are cut and folded here, as SQLite's
 * tokenizer does it, so that the server needs no dictionary of ours: what is stored and what is asked are made by the same
 * program. */
#include <stdio.h>
#include <string.h>

#include "store/postgres.h"
#include "text/words.h"

#define AT_ONCE 256
#define LAST_POSITION 16383 /* of a word in a tsvector; beyond it words stand at one place */

#define MOST_BYTES                                                                                 \
    600000 /* of words with their forms: a tsvector has a megabyte at most, with its positions */

typedef struct lexemes {
    isn_buf *out;
    unsigned position;
    size_t bytes;
} lexemes;

/* Letters and digits only: nothing in a word needs a sign before it. */
static int add_lexeme(void *context, bool again, const char *word, int len, int start, int end) {
    lexemes *all = context;
    (void)start;
    (void)end;
    all->bytes += (size_t)len;
    if (all->bytes > MOST_BYTES) {
        return 1; /* what follows is not found by words */
    }
    all->position += !again && all->position < LAST_POSITION;
    isn_buf_putc(all->out, '\'');
    isn_buf_put(all->out, word, (size_t)len);
    isn_buf_printf(all->out, "':%u ", all->position);
    return 0;
}

static bool add_words(isn_store *store, int64_t article, isn_str text, isn_buf *scratch) {
    lexemes all = {scratch, 0, 0};
    scratch->len = 0;
    isn_words(text.ptr, text.len, true, add_lexeme, &all);
    isn_sql b = isn_sql_on(store, "INSERT INTO word SELECT id, month, CAST(?2 AS tsvector) FROM "
                                  "article WHERE id = ?1 ON CONFLICT DO NOTHING");
    isn_sql_int(&b, article);
    isn_sql_str(&b, isn_str_of(scratch->ptr != NULL ? scratch->ptr : "", scratch->len));
    return !scratch->failed && isn_sql_step(&b);
}

/* Some articles that wait, or one run of them that was stored together: whom their claims name, and those whose words are not
 * there. */
#define TAKE                                                                                       \
    "WITH taken AS (DELETE FROM unindexed_run u USING (SELECT first, last, sum(last - first + 1) " \
    "OVER (ORDER BY first, last) AS upto FROM (SELECT first, last FROM unindexed_run ORDER BY "    \
    "first, last LIMIT ?1 FOR UPDATE) x) w WHERE u.first = w.first AND u.last = w.last AND "       \
    "(w.upto <= ?1 OR w.upto = w.last - w.first + 1) RETURNING u.first, u.last), of AS (SELECT "   \
    "article FROM taken, generate_series(first, last) AS article), noted AS (INSERT INTO named "   \
    "SELECT f.claim, f.forms FROM of t JOIN record r ON r.article = t.article JOIN forms_named f " \
    "ON f.record = r.id ON CONFLICT DO NOTHING) SELECT a.id, CASE WHEN EXISTS (SELECT 1 FROM "     \
    "word w WHERE w.article = a.id AND w.month = a.month) THEN NULL ELSE b.text END, a.month, "    \
    "to_regclass('isnad.word' || to_char(a.month, '_YYYY_MM')) IS NULL FROM of t JOIN article a "  \
    "ON a.id = t.article JOIN body b ON b.article = a.id AND b.month = a.month"

/* The part of a month that has no words yet. */
static bool add_month(isn_postgres *own, int32_t month) {
    char day[11], sql[64];
    isn_day_text(day, month);
    snprintf(sql, sizeof sql, "SELECT add_month('word', '%s')", day);
    return isn_postgres_run(own, sql);
}

static bool index_some(isn_store *store, isn_buf *scratch, uint32_t *n) {
    isn_sql b = isn_sql_on(store, TAKE);
    isn_sql_int(&b, AT_ONCE);
    bool ok = true;
    int32_t added = ISN_NO_DAY;
    for (*n = 0; ok && isn_sql_row(&b); ++*n) {
        int64_t article = isn_sql_int_at(&b, 0);
        isn_str text = isn_sql_str_at(&b, 1);
        int32_t month = isn_sql_day_at(&b, 2);
        if (text.ptr != NULL && isn_sql_true_at(&b, 3) && month != added) {
            ok = add_month(isn_postgres_of(store), month);
            added = month;
        }
        ok = ok && (text.ptr == NULL || add_words(store, article, text, scratch));
    }
    return isn_sql_done(&b) && ok;
}

/* What only questions ask; the last one tells that all are there. Each is a transaction of its own, for those that write
 * meanwhile have locked some of these tables and come to others. */
#define ASKED(index)                                                                               \
    "SELECT pg_advisory_xact_lock(1769172580, 3); CREATE INDEX IF NOT EXISTS " index

static const char *const asked[] = {
    ASKED("claim_row_record ON claim_row (record)"),
    ASKED("record_published ON record (published)"),
    ASKED("actor_form_id ON actor_form (actor_id) WHERE actor_id IS NOT NULL"),
    ASKED("place_form_id ON place_form (place_id) WHERE place_id IS NOT NULL"),
    ASKED("link_form_id ON link_form (actor_id) WHERE actor_id IS NOT NULL"),
};

static bool make_asked(isn_store *store) {
    int64_t there = 0;
    bool ok = isn_sql_ask(store,
                          "SELECT count(*) FROM pg_indexes WHERE schemaname = 'isnad' AND "
                          "indexname = 'link_form_id'",
                          &there);
    for (size_t i = 0; ok && there == 0 && i < ISN_LEN(asked); i++) {
        ok = isn_postgres_run(isn_postgres_of(store), asked[i]);
    }
    return ok;
}

bool isn_postgres_index(isn_store *store) {
    isn_postgres *own = isn_postgres_of(store);
    isn_buf scratch;
    uint32_t n = 1;
    bool ok = isn_store_commit(store, NULL) == ISN_OK && make_asked(store);
    isn_buf_init(&scratch);
    while (ok && n > 0) {
        ok = isn_postgres_begin(own) && index_some(store, &scratch, &n);
        store->open = own->begun;
        ok = ok && isn_store_commit(store, NULL) == ISN_OK;
    }
    own->no_memory = own->no_memory || scratch.failed;
    isn_buf_release(&scratch);
    return ok;
}

/* ---- conditions -------------------------------------------------------------------------------- */

#define FOLDED "folded LIKE '%' || ? || '%'"
#define OF_CLAIMS(from) "v.id IN (SELECT e.event FROM entry e " from ")"
#define NAMED(form, id, other)                                                                     \
    OF_CLAIMS(                                                                                     \
        "WHERE e.claim IN (SELECT claim FROM named WHERE forms && ARRAY(SELECT id FROM " form      \
        " WHERE " id " = ? UNION ALL SELECT id FROM " form " WHERE NOT EXISTS (SELECT 1 "          \
        "FROM " form " WHERE " id " = ?) AND (" other " = ? OR " FOLDED ")))")

const char *const isn_postgres_conditions[] = {
    [ISN_FIELD_WORDS] = OF_CLAIMS("JOIN word w ON w.article = e.article WHERE w.words @@ "
                                  "CAST(? AS tsquery)"),
    [ISN_FIELD_ID] = "v.id = ?",
    [ISN_FIELD_KIND] = "v.kind = ?",
    [ISN_FIELD_TYPE] = "v.event_type = upper(?)",
    [ISN_FIELD_MODE] = "v.mode = ?",
    [ISN_FIELD_COUNTRY] = "v.country = upper(?)",
    [ISN_FIELD_OUTCOME] = "v.outcome = ?",
    [ISN_FIELD_PLACE] = NAMED("place_form", "place_id", "admin1"),
    [ISN_FIELD_ACTOR] = NAMED("actor_form", "actor_id", "sector"),
    [ISN_FIELD_SOURCE] = NAMED("link_form", "actor_id", "role"),
    [ISN_FIELD_OUTLET] =
        OF_CLAIMS("JOIN articles a ON a.id = e.article WHERE a.outlet_id = ? OR a.outlet = ? "
                  "OR a.source = ? OR a." FOLDED),
    /* by the index first, and somewhat farther: it counts on a spheroid */
    [ISN_FIELD_NEAR] =
        ("ST_DWithin(v.point, ST_SetSRID(ST_MakePoint(?, ?), 4326)::geography, ?) AND "
         "v.place_precision <= 3 AND isn_km(v.lat, v.lon, ?, ?) <= ?"),
    [ISN_FIELD_DATE] = "v.date_end >= ? AND coalesce(v.date_start, v.date_end) <= ?",
    [ISN_FIELD_DEADLINE] = "v.deadline BETWEEN ? AND ?",
    [ISN_FIELD_CLAIMS] = "v.claims",
    [ISN_FIELD_SOURCES] = "v.sources",
};

static int add_asked(void *context, bool again, const char *word, int len, int start, int end) {
    isn_buf *out = context;
    (void)again;
    (void)start;
    (void)end;
    isn_buf_puts(out, out->len > 0 ? " <-> '" : "'");
    isn_buf_put(out, word, (size_t)len);
    isn_buf_putc(out, '\'');
    return 0;
}

static void bind_words(isn_sql *b, isn_str phrase) {
    isn_buf out;
    isn_buf_init(&out);
    isn_words(phrase.ptr, phrase.len, false, add_asked, &out);
    isn_buf_putc(&out, '\0');
    b->bad = b->bad || out.failed;
    isn_sql_text(b, out.failed ? "" : out.ptr);
    isn_buf_release(&out);
}

static void bind_near(isn_sql *b, const int64_t at[3]) {
    double lat = (double)at[0] / 10000;
    double lon = (double)at[1] / 10000;
    isn_sql_real(b, lon);
    isn_sql_real(b, lat);
    isn_sql_real(b, (double)at[2] * 1010 + 100);
    isn_sql_real(b, lat);
    isn_sql_real(b, lon);
    isn_sql_real(b, (double)at[2]);
}

static void bind_named(isn_sql *b, isn_str text) {
    isn_buf out;
    isn_buf_init(&out);
    isn_sql_fold(&out, text);
    isn_buf_putc(&out, '\0');
    for (int i = 0; i < 3; i++) {
        isn_sql_str(b, text);
    }
    b->bad = b->bad || out.failed;
    isn_sql_text(b, out.failed ? "" : out.ptr);
    isn_buf_release(&out);
}

bool isn_postgres_bind_field(isn_sql *b, const isn_condition *c) {
    switch (c->field) {
    case ISN_FIELD_WORDS: bind_words(b, c->text); return true;
    case ISN_FIELD_NEAR: bind_near(b, c->number); return true;
    case ISN_FIELD_PLACE:
    case ISN_FIELD_ACTOR:
    case ISN_FIELD_SOURCE:
    case ISN_FIELD_OUTLET: bind_named(b, c->text); return true;
    default: return false;
    }
}
