/* postgres_write.c: records into PostgreSQL. Rows are gathered as write.c tells them, in the binary form of COPY, and sent
 * many at once. Where the server has none of their articles, articles and records are copied as the rest is. Else they go
 * into a staging table first, from where ON CONFLICT takes those that are not there yet, and then the rows of these alone
 * are copied. So the same article may be given again, or by two programs at once.
 *
 *     admit ─▶ rows of the record ─▶ admitted …  send: all new? ─▶ article, record ─▶ body, coding, claim, actor …
 *                                                      stage ──────▲
 *
 * Numbers of claims and figures come from blocks that a program takes for itself, so that rows can be written before the
 * server has seen any; those of records are given by the server, and put where a place was left for them.
 */
#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>

#include "store/postgres.h"

#define SEND_BYTES ((size_t)24 << 20) /* gathered, when they are sent before a commit */
#define PIECE ((size_t)64 << 10)      /* sent at once */
#define BLOCK 4096                    /* numbers at once */
#define EPOCH 10957                   /* 2000-01-01, from where PostgreSQL counts days */
#define NO_MONTH (-719162)            /* 0001-01-01: of articles without a day */

enum { /* where rows go */
       STAGE,
       ARTICLE,
       UNINDEXED,
       RECORD,
       UNLINKED,
       BODY,
       CODING,
       CLAIM,
       ACTOR,
       FIGURE,
       PLACE,
       LINK,
       TELLING,
       CONTRADICTION,
       QUOTE,
       TABLES
};

/* Names and columns. Of BODY the first is the article, of CODING to CLAIM and the last two the record: numbers that are
 * put in when rows are sent. The four before BODY are made of STAGE then, where all is new. */
static const struct {
    const char *name, *columns;
    bool of_record; /* begins with the number of its record */
} tables[TABLES] = {
    [STAGE] = {"stage",
               "n, month, ident, source, url, coder, knowledge, language, relevant, relevance, "
               "title, published, published_from, outlet_id, outlet_name, folded",
               false},
    [ARTICLE] = {"article", "id, ident, month, source, url", false},
    [UNINDEXED] = {"unindexed", "article", false},
    [RECORD] = {"record",
                "id, article, revision, coder, knowledge, language, relevant, relevance, title, "
                "published, published_from, outlet_id, outlet_name, folded",
                false},
    [UNLINKED] = {"unlinked", "id", false},
    [BODY] = {"body", "article, month, text", false},
    [CODING] = {"coding", "record, month, packed, why", true},
    [CLAIM] = {"claim",
               "record, id, name, type, main, event_type, mode, contexts, polarity, modality, "
               "anchor, anchor_start, anchor_end, date_start, date_end, date_precision, date_text, "
               "deadline_start, deadline_end, deadline_text, quoted, refers_to, evidence_start, "
               "evidence_end, confidence, evidence",
               true},
    [ACTOR] = {"actor",
               "claim, part, position, text, \"start\", \"end\", actor_id, name, country, sector, "
               "inter, folded",
               false},
    [FIGURE] = {"figure",
                "id, claim, of_whom, what, low, best, high, quantity, harm_term, who, side, "
                "group_id, text, \"start\", \"end\", unit, rule",
                false},
    [PLACE] = {"place",
               "claim, position, text, \"start\", \"end\", place_id, name, country, admin1, lat, "
               "lon, precision, basis, folded",
               false},
    [LINK] = {"link",
              "claim, position, text, \"start\", \"end\", name, actor_id, role, named, party, "
              "channel, verb, folded",
              false},
    [TELLING] = {"telling",
                 "claim, number, position, text, \"start\", \"end\", name, actor_id, role, named, "
                 "party, channel, verb, folded",
                 false},
    [CONTRADICTION] = {"contradiction", "record, position, claim_a, claim_b, field, note", true},
    [QUOTE] = {"quote", "record, position, text, \"start\", \"end\", speaker", true},
};

enum { IDENT = 2, CODER = 5, STAGED = 16 }; /* columns of STAGE, the last one: how many there are */

/* How the values that write.c binds become columns, a letter each: t text, l i s whole numbers of 8, 4 and 2 bytes,
 * b truth, d day, f fraction; # a number of our own, which takes no value; r the record's; - a value that is not kept;
 * B and C begin the row of BODY and CODING, c goes on with it. */
static const struct {
    unsigned table;
    const char *letters;
} shapes[ISN_SQL_STATEMENTS] = {
    [ISN_SQL_ADD_ARTICLE] = {STAGE, "tttB"},
    [ISN_SQL_ADD_RECORD] = {STAGE, "-tttbftdtttCct"},
    [ISN_SQL_ADD_CLAIM] = {CLAIM, "r#ttbttttttiiddstddtttiift"},
    [ISN_SQL_ADD_ACTOR] = {ACTOR, "ltstiittttst"},
    [ISN_SQL_ADD_FIGURE] = {FIGURE, "#lltlllttttttiitt"},
    [ISN_SQL_ADD_PLACE] = {PLACE, "lstiittttffstt"},
    [ISN_SQL_ADD_LINK] = {LINK, "lstiitttbbttt"},
    [ISN_SQL_ADD_TELLING] = {TELLING, "lsstiitttbbttt"},
    [ISN_SQL_ADD_CONTRADICTION] = {CONTRADICTION, "rstttt"},
    [ISN_SQL_ADD_QUOTE] = {QUOTE, "rstiit"},
};

typedef struct pending { /* a record: where its rows begin in each table */
    size_t starts[TABLES];
    int64_t article, record; /* given by the server; 0: it is there already */
    int32_t month;           /* of its article, as the server has it */
    isn_str ident;           /* in the row of STAGE; only while rows are sent */
} pending;

struct isn_writing {
    isn_postgres *own;
    isn_rows rows[ISN_SQL_STATEMENTS];
    isn_buf tables[TABLES];
    pending *pending;
    uint32_t n, cap;
    int32_t month;      /* of the article that is being written */
    int64_t next, left; /* of a block of numbers */
    int64_t newest;
    const char *letter; /* of the column that comes next */
    bool staged;        /* the staging table is there */
    int32_t *months;    /* whose parts are there, or will be */
    uint32_t nmonths, months_made, months_cap;
};

/* ---- rows ----------------------------------------------------------------------------------------- */

static void set32(char *at, uint32_t value) {
    value = htonl(value);
    memcpy(at, &value, sizeof value);
}

static void set64(char *at, uint64_t value) {
    set32(at, (uint32_t)(value >> 32));
    set32(at + 4, (uint32_t)value);
}

static void put16(isn_buf *out, unsigned value) {
    isn_buf_putc(out, (char)(value >> 8));
    isn_buf_putc(out, (char)value);
}

static void put32(isn_buf *out, uint32_t value) {
    char bytes[4];
    set32(bytes, value);
    isn_buf_lit(out, bytes, sizeof bytes);
}

static void put64(isn_buf *out, uint64_t value) {
    char bytes[8];
    set64(bytes, value);
    isn_buf_lit(out, bytes, sizeof bytes);
}

static void put_number(isn_buf *out, unsigned size, int64_t value) {
    put32(out, size);
    switch (size) {
    case 1: isn_buf_putc(out, value != 0); break;
    case 2: put16(out, (unsigned)value & 0xffff); break;
    case 4: put32(out, (uint32_t)value); break;
    default: put64(out, (uint64_t)value); break;
    }
}

static void put_fraction(isn_buf *out, double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    put_number(out, 8, (int64_t)bits);
}

static void put_text(isn_buf *out, isn_str text) {
    size_t start = out->len;
    put32(out, (uint32_t)text.len);
    isn_postgres_text(out, text);
    if (!out->failed) {
        set32(out->ptr + start, (uint32_t)(out->len - start - 4));
    }
}

static void put_bytes(isn_buf *out, isn_str bytes) {
    put32(out, (uint32_t)bytes.len);
    isn_buf_put(out, bytes.ptr, bytes.len);
}

static unsigned columns_of(const char *letters) {
    unsigned n = 0;
    for (; *letters != '\0'; letters++) {
        n += strchr("-BCc", *letters) == NULL;
    }
    return n;
}

/* A number for a claim or figure; 0 on failure. */
static int64_t number(isn_writing *w) {
    if (w->left == 0) {
        int64_t block = 0;
        isn_sql b = isn_sql_on(&w->own->store, "SELECT nextval('block')");
        if (!isn_sql_number(&b, &block) || block == 0) {
            return 0;
        }
        w->next = block * BLOCK;
        w->left = BLOCK;
    }
    w->left--;
    return w->next++;
}

/* What goes before the columns of a row of BODY or CODING: the number that is put in later, and the month. */
static void begin_large(isn_writing *w, unsigned table, unsigned columns) {
    isn_buf *out = &w->tables[table];
    put16(out, columns);
    put_number(out, 8, 0);
    put_number(out, 4, w->month - EPOCH);
}

static bool put_own(isn_writing *w, isn_buf *out) {
    w->newest = number(w);
    put_number(out, 8, w->newest);
    return w->newest != 0;
}

static bool put_value(isn_writing *w, isn_buf *out, char letter, const isn_datum *cell) {
    bool null = cell->kind == ISN_DATUM_NULL;
    if (letter == '-') {
        return true;
    }
    if (letter == 'r') {
        put_number(out, 8, 0);
        return true;
    }
    if (letter == 'B' || letter == 'C') {
        begin_large(w, letter == 'B' ? BODY : CODING, letter == 'B' ? 3 : 4);
    }
    out = letter == 'B'                    ? &w->tables[BODY]
          : letter == 'C' || letter == 'c' ? &w->tables[CODING]
                                           : out;
    if (null) {
        put32(out, UINT32_MAX);
        return true;
    }
    switch (letter) {
    case 't': put_text(out, cell->text); break;
    case 'B':
    case 'C':
    case 'c': put_bytes(out, cell->text); break;
    case 'l': put_number(out, 8, cell->number); break;
    case 'i': put_number(out, 4, cell->number); break;
    case 's': put_number(out, 2, cell->number); break;
    case 'b': put_number(out, 1, cell->number); break;
    case 'd': put_number(out, 4, cell->number - EPOCH); break;
    case 'f': put_fraction(out, cell->real); break;
    default: return false;
    }
    return true;
}

bool isn_writing_bind(isn_rows *rows, int at, const isn_datum *cell) {
    isn_writing *w = rows->writing;
    isn_buf *out = &w->tables[shapes[rows->which].table];
    if (at == 1) {
        w->letter = shapes[rows->which].letters;
        if (shapes[rows->which].table != STAGE) { /* that row was begun with the article */
            put16(out, columns_of(w->letter));
        }
    }
    while (*w->letter == '#') {
        w->letter++;
        if (!put_own(w, out)) {
            return false;
        }
    }
    bool ok = *w->letter != '\0' && put_value(w, out, *w->letter++, cell);
    while (ok && *w->letter == '#') {
        w->letter++;
        ok = put_own(w, out);
    }
    w->own->no_memory = w->own->no_memory || out->failed;
    return ok && !out->failed;
}

/* ---- records -------------------------------------------------------------------------------------- */

static int32_t month_of(int32_t day) {
    int year = 0, month = 0, mday = 0;
    if (day == ISN_NO_DAY) {
        return NO_MONTH;
    }
    isn_day_split(day, &year, &month, &mday);
    return year < 1900 || year > 2199 ? NO_MONTH : isn_day_of(year, month, 1);
}

static bool grow(isn_writing *w) {
    if (w->n < w->cap) {
        return true;
    }
    uint32_t cap = w->cap == 0 ? 256 : w->cap * 2;
    pending *grown = isn_heap_realloc(w->pending, cap * sizeof *grown);
    if (grown != NULL) {
        w->pending = grown;
        w->cap = cap;
    }
    return grown != NULL;
}

static bool want_month(isn_writing *w, int32_t month) {
    for (uint32_t i = w->nmonths; i-- > 0;) {
        if (w->months[i] == month) {
            return true;
        }
    }
    if (w->nmonths == w->months_cap) {
        uint32_t cap = w->months_cap == 0 ? 64 : w->months_cap * 2;
        int32_t *grown = isn_heap_realloc(w->months, cap * sizeof *grown);
        if (grown == NULL) {
            return false;
        }
        w->months = grown;
        w->months_cap = cap;
    }
    w->months[w->nmonths++] = month;
    return true;
}

bool isn_postgres_admit(isn_store *store, const isn_record *record, const char *ident, bool *known,
                        int64_t *article) {
    isn_postgres *own = isn_postgres_of(store);
    isn_writing *w = own->writing;
    const isn_article *from = record->article;
    w->month = month_of(record->match != NULL ? record->match->story.published : ISN_NO_DAY);
    if (!grow(w) || !want_month(w, w->month)) {
        own->no_memory = true;
        return false;
    }
    store->open = true;
    *known = false; /* the server will tell */
    *article = w->newest = 1;
    pending *p = &w->pending[w->n++];
    *p = (pending){.month = w->month};
    for (unsigned i = 0; i < TABLES; i++) {
        p->starts[i] = w->tables[i].len;
    }
    put16(&w->tables[STAGE], 2 + columns_of(shapes[ISN_SQL_ADD_ARTICLE].letters) +
                                 columns_of(shapes[ISN_SQL_ADD_RECORD].letters));
    put_number(&w->tables[STAGE], 4, w->n - 1);
    put_number(&w->tables[STAGE], 4, w->month - EPOCH);
    isn_sql b = isn_sql_ready(store, ISN_SQL_ADD_ARTICLE);
    isn_sql_name(&b, ident);
    isn_sql_str(&b, from->source);
    isn_sql_str(&b, from->url);
    isn_sql_str(&b, isn_str_of(from->bytes, from->len));
    return isn_sql_step(&b);
}

int64_t isn_postgres_newest(isn_store *store) {
    return isn_postgres_of(store)->writing->newest;
}

bool isn_postgres_admitted(isn_store *store, int64_t record) {
    isn_postgres *own = isn_postgres_of(store);
    size_t held = 0;
    for (unsigned i = 0; i < TABLES; i++) {
        held += own->writing->tables[i].len;
    }
    return record != 0 && (held < SEND_BYTES || isn_writing_send(own));
}

/* ---- sending -------------------------------------------------------------------------------------- */

static const char staging[] =
    "CREATE TEMP TABLE IF NOT EXISTS stage (n integer, month date, ident text COLLATE \"C\", "
    "source text, url text, coder text, knowledge text, language text, relevant boolean, "
    "relevance double precision, title text, published date, published_from text, outlet_id text, "
    "outlet_name text, folded text, article bigint DEFAULT nextval('article_id'), record bigint "
    "DEFAULT nextval('record_id')); TRUNCATE stage";

/* In the order of `ident`, so that two programs with the same articles wait for each other and not both. */
#define ADD_ARTICLES                                                                               \
    "WITH added AS (INSERT INTO article (id, ident, month, source, url) SELECT DISTINCT ON "       \
    "(ident) article, ident, month, source, url FROM stage ORDER BY ident, n ON CONFLICT (ident) " \
    "DO NOTHING RETURNING id), noted AS (INSERT INTO unindexed SELECT id FROM added) "             \
    "SELECT s.n, s.article FROM added a JOIN stage s ON s.article = a.id"
#define ADD_RECORDS                                                                                \
    "WITH added AS (INSERT INTO record (id, article, revision, coder, knowledge, language, "       \
    "relevant, relevance, title, published, published_from, outlet_id, outlet_name, folded) "      \
    "SELECT s.record, a.id, (SELECT count(*) + 1 FROM record WHERE article = a.id), s.coder, "     \
    "s.knowledge, s.language, s.relevant, s.relevance, s.title, s.published, s.published_from, "   \
    "s.outlet_id, s.outlet_name, s.folded FROM stage s JOIN article a ON a.ident = s.ident ORDER " \
    "BY s.n ON CONFLICT (article, coder, knowledge) DO NOTHING RETURNING id, article), noted AS "  \
    "(INSERT INTO unlinked SELECT id FROM added) SELECT s.n, r.id, a.month FROM added r JOIN "     \
    "stage s ON s.record = r.id JOIN article a ON a.id = r.article"

/* Articles are looked up by their keys: the plan is made when there are few, and kept when there are many. */
static const char looked_up[] = "SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; "
                                "SET LOCAL enable_mergejoin = off";

static bool make_months(isn_writing *w) {
    isn_buf sql;
    if (w->months_made == w->nmonths) {
        return true;
    }
    isn_buf_init(&sql);
    isn_buf_puts(&sql, "SELECT add_month(month) FROM unnest(ARRAY[");
    for (uint32_t i = w->months_made; i < w->nmonths; i++) {
        char day[11];
        isn_day_text(day, w->months[i]);
        isn_buf_printf(&sql, "%s'%s'", i > w->months_made ? "," : "", day);
    }
    isn_buf_puts(&sql, "]::date[]) month ORDER BY month");
    isn_buf_putc(&sql, '\0');
    w->own->no_memory = w->own->no_memory || sql.failed;
    bool ok = !sql.failed && isn_postgres_run(w->own, sql.ptr);
    isn_buf_release(&sql);
    w->months_made = ok ? w->nmonths : w->months_made;
    return ok;
}

static bool start_copy(isn_writing *w, unsigned table) {
    static const char head[] = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0";
    char sql[400];
    isn_buf text;
    isn_buf_init(&text);
    isn_buf_printf(&text, "COPY %s (%s) FROM STDIN (FORMAT binary)", tables[table].name,
                   tables[table].columns);
    isn_sql_copy(sql, sizeof sql, isn_str_of(text.ptr, text.len));
    isn_buf_release(&text);
    PGresult *result = isn_postgres_ask(w->own, sql, PGRES_COPY_IN);
    PQclear(result);
    return result != NULL &&
           (PQputCopyData(w->own->connection, head, 19) == 1 || isn_postgres_keep(w->own, NULL));
}

static size_t field_len(const char *at) {
    uint32_t len;
    memcpy(&len, at, sizeof len);
    len = ntohl(len);
    return len == UINT32_MAX ? 0 : len;
}

static const char *skip_fields(const char *at, unsigned n) {
    for (unsigned i = 0; i < n; i++) {
        at += 4 + field_len(at);
    }
    return at;
}

/* Puts the record's number into each of its rows from `at` to `end`. */
static void number_rows(char *at, const char *end, int64_t record) {
    while (at < end) {
        unsigned columns = (unsigned)(unsigned char)at[0] << 8 | (unsigned char)at[1];
        set64(at + 6, (uint64_t)record);
        at += skip_fields(at + 2, columns) - at;
    }
}

static size_t end_of(const isn_writing *w, uint32_t i, unsigned table) {
    return i + 1 < w->n ? w->pending[i + 1].starts[table] : w->tables[table].len;
}

static bool put_copy(isn_writing *w, const char *rows, size_t len) {
    return len == 0 || PQputCopyData(w->own->connection, rows, (int)len) == 1;
}

static bool end_rows(isn_writing *w, bool good) {
    good = good && PQputCopyData(w->own->connection, "\377\377", 2) == 1;
    return isn_postgres_end_copy(w->own, good);
}

/* Are the rows of this record sent? Those that are get its number. */
static bool number_of(isn_writing *w, uint32_t i, unsigned table) {
    pending *p = &w->pending[i];
    char *at = w->tables[table].ptr + p->starts[table];
    int64_t given = table == BODY ? p->article : table == STAGE ? 1 : p->record;
    if (given != 0 && (table == BODY || tables[table].of_record)) {
        number_rows(at, w->tables[table].ptr + end_of(w, i, table), given);
        if (table == CODING) { /* of the month of the article, whatever this coding finds */
            set32(at + 18, (uint32_t)(p->month - EPOCH));
        }
    }
    return given != 0;
}

/* The rows of what the server did not have, those that stand together at once. */
static bool copy_rows(isn_writing *w, unsigned table) {
    size_t from = 0;
    size_t upto = 0;
    bool begun = false;
    bool ok = true;
    for (uint32_t i = 0; i < w->n && ok; i++) {
        size_t start = w->pending[i].starts[table];
        size_t end = end_of(w, i, table);
        if (start == end || !number_of(w, i, table)) {
            continue;
        }
        if (!begun && !start_copy(w, table)) {
            return false;
        }
        begun = true;
        if (start != upto || upto - from > PIECE) {
            ok = put_copy(w, w->tables[table].ptr + from, upto - from);
            from = start;
        }
        upto = end;
    }
    if (!begun) {
        return true;
    }
    return end_rows(w, ok && put_copy(w, w->tables[table].ptr + from, upto - from));
}

/* ---- where all is new ------------------------------------------------------------------------------ */

static int by_ident(const void *a, const void *b) {
    const pending *const *x = a;
    const pending *const *y = b;
    size_t len = (*x)->ident.len < (*y)->ident.len ? (*x)->ident.len : (*y)->ident.len;
    int order = memcmp((*x)->ident.ptr, (*y)->ident.ptr, len);
    return order != 0 ? order : ((*x)->ident.len > len) - ((*y)->ident.len > len);
}

/* All in the order of `ident`; NULL where one comes twice, or without memory. The caller frees it. */
static pending **sort_idents(isn_writing *w) {
    pending **all = isn_heap_alloc(w->n * sizeof(pending *));
    for (uint32_t i = 0; all != NULL && i < w->n; i++) {
        all[i] = &w->pending[i];
        const char *at = skip_fields(w->tables[STAGE].ptr + all[i]->starts[STAGE] + 2, IDENT);
        all[i]->ident = isn_str_of(at + 4, field_len(at));
    }
    if (all == NULL) {
        return NULL;
    }
    qsort(all, w->n, sizeof(pending *), by_ident);
    for (uint32_t i = 1; i < w->n; i++) {
        if (by_ident(&all[i - 1], &all[i]) == 0) {
            isn_heap_free(all);
            return NULL;
        }
    }
    return all;
}

/* Numbers for all, where the server has none of their articles; `*all_new` tells. */
static bool number_new(isn_writing *w, pending **all, bool *all_new) {
    isn_buf idents;
    uint32_t n = 0;
    isn_buf_init(&idents);
    for (uint32_t i = 0; i < w->n;
         i++) { /* digits and dots: nothing that an array would have quoted */
        isn_buf_putc(&idents, i == 0 ? '{' : ',');
        isn_buf_put(&idents, all[i]->ident.ptr, all[i]->ident.len);
    }
    isn_buf_putc(&idents, '}');
    isn_sql b = isn_sql_on(
        &w->own->store, "SELECT nextval('article_id'), nextval('record_id') FROM "
                        "generate_series(1, CAST(?2 AS integer)) WHERE NOT EXISTS (SELECT 1 FROM "
                        "article WHERE ident = ANY (CAST(?1 AS text[])))");
    isn_sql_str(&b, isn_str_of(idents.ptr, idents.len));
    isn_sql_int(&b, w->n);
    while (isn_sql_row(&b) && n < w->n) {
        w->pending[n].article = isn_sql_int_at(&b, 0);
        w->pending[n++].record = isn_sql_int_at(&b, 1);
    }
    bool ok = isn_sql_done(&b) && !idents.failed;
    isn_buf_release(&idents);
    *all_new = ok && n == w->n;
    return ok;
}

/* What the four tables have of a row of STAGE. */
static void put_new(isn_writing *w, const pending *p) {
    const char *row = w->tables[STAGE].ptr + p->starts[STAGE] + 2;
    const char *rest = skip_fields(row, CODER);
    const char *end = skip_fields(rest, STAGED - CODER);
    const char *month = skip_fields(row, 1);
    const char *ident = skip_fields(month, 1);
    const char *source = skip_fields(ident, 1);
    isn_buf *out = &w->tables[ARTICLE];
    put16(out, 5);
    put_number(out, 8, p->article);
    isn_buf_put(out, ident, (size_t)(source - ident));
    isn_buf_put(out, month, (size_t)(ident - month));
    isn_buf_put(out, source, (size_t)(rest - source));
    out = &w->tables[RECORD];
    put16(out, 3 + STAGED - CODER);
    put_number(out, 8, p->record);
    put_number(out, 8, p->article);
    put_number(out, 4, 1);
    isn_buf_put(out, rest, (size_t)(end - rest));
    put16(&w->tables[UNINDEXED], 1);
    put_number(&w->tables[UNINDEXED], 8, p->article);
    put16(&w->tables[UNLINKED], 1);
    put_number(&w->tables[UNLINKED], 8, p->record);
}

static bool copy_whole(isn_writing *w, unsigned table) {
    const isn_buf *rows = &w->tables[table];
    w->own->no_memory = w->own->no_memory || rows->failed;
    return !rows->failed && start_copy(w, table) && end_rows(w, put_copy(w, rows->ptr, rows->len));
}

/* Articles in the order of `ident`, as by ADD_ARTICLES. Another program may have been faster with one of them: then its key
 * stands in the way, and all of it is taken back. */
static bool copy_new(isn_writing *w, pending **all, bool *all_new) {
    for (unsigned table = ARTICLE; table < BODY; table++) {
        w->tables[table].len = 0;
    }
    for (uint32_t i = 0; i < w->n; i++) {
        put_new(w, all[i]);
    }
    if (!isn_postgres_run(w->own, "SAVEPOINT fresh")) {
        return false;
    }
    *all_new = copy_whole(w, ARTICLE);
    if (!*all_new) {
        return !w->own->no_memory &&
               isn_postgres_run(w->own, "ROLLBACK TO SAVEPOINT fresh; RELEASE SAVEPOINT fresh");
    }
    return isn_postgres_run(w->own, "RELEASE SAVEPOINT fresh") && copy_whole(w, UNINDEXED) &&
           copy_whole(w, RECORD) && copy_whole(w, UNLINKED);
}

static bool admit_new(isn_writing *w, bool *all_new) {
    pending **all = sort_idents(w);
    *all_new = false;
    bool ok =
        all == NULL || (number_new(w, all, all_new) && (!*all_new || copy_new(w, all, all_new)));
    isn_heap_free(all);
    return ok;
}

/* ---- where some is there --------------------------------------------------------------------------- */

static bool admit_staged(isn_writing *w) {
    if (!w->staged) {
        w->staged = isn_postgres_run(w->own, staging);
    }
    for (uint32_t i = 0; i < w->n; i++) {
        w->pending[i].article = w->pending[i].record = 0;
    }
    if (!w->staged || !copy_rows(w, STAGE)) {
        return false;
    }
    isn_sql b = isn_sql_on(&w->own->store, ADD_ARTICLES);
    while (isn_sql_row(&b)) {
        w->pending[isn_sql_offset_at(&b, 0)].article = isn_sql_int_at(&b, 1);
    }
    if (!isn_sql_done(&b)) {
        return false;
    }
    b = isn_sql_on(&w->own->store, ADD_RECORDS);
    while (isn_sql_row(&b)) {
        pending *p = &w->pending[isn_sql_offset_at(&b, 0)];
        p->record = isn_sql_int_at(&b, 1);
        p->month = isn_sql_day_at(&b, 2);
    }
    return isn_sql_done(&b) && isn_postgres_run(w->own, "TRUNCATE stage");
}

bool isn_writing_send(isn_postgres *own) {
    isn_writing *w = own->writing;
    if (w->n == 0) {
        return true;
    }
    bool all_new = false;
    if (!make_months(w) || !isn_postgres_begin(own) || !isn_postgres_run(own, looked_up) ||
        !admit_new(w, &all_new) || (!all_new && !admit_staged(w))) {
        return false;
    }
    for (unsigned table = BODY; table < TABLES; table++) {
        if (!copy_rows(w, table)) {
            return false;
        }
    }
    for (unsigned table = 0; table < TABLES; table++) {
        w->tables[table].len = 0;
    }
    w->n = 0;
    return true;
}

void isn_writing_drop(isn_writing *w) {
    for (unsigned table = 0; table < TABLES; table++) {
        isn_buf_release(&w->tables[table]);
        isn_buf_init(&w->tables[table]);
    }
    w->n = w->nmonths = w->months_made = 0;
    w->staged = false;
}

bool isn_writing_new(isn_postgres *own) {
    isn_writing *w = isn_heap_alloc(sizeof *w);
    if (w == NULL) {
        own->no_memory = true;
        return false;
    }
    own->writing = w;
    w->own = own;
    for (unsigned i = 0; i < ISN_SQL_STATEMENTS; i++) {
        w->rows[i] = (isn_rows){.gathers = true, .writing = w, .which = i};
        own->store.ready[i] = &w->rows[i];
    }
    for (unsigned table = 0; table < TABLES; table++) {
        isn_buf_init(&w->tables[table]);
    }
    return true;
}

void isn_writing_free(isn_writing *w) {
    if (w == NULL) {
        return;
    }
    for (unsigned table = 0; table < TABLES; table++) {
        isn_buf_release(&w->tables[table]);
    }
    isn_heap_free(w->pending);
    isn_heap_free(w->months);
    isn_heap_free(w);
}
