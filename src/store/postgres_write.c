/* postgres_write.c: records into PostgreSQL. Rows are gathered as write.c tells them, in the binary form of COPY, and sent
 * many at once. Where the server has none of their articles, articles and records are copied as the rest is. Else they go
 * into a staging table first, from where those that are not there yet are taken, and then the rows of these alone are
 * copied. So the same article may be given again, or by two programs at once.
 *
 *     admit ─▶ rows of the record ─▶ admitted …  send: all new? ─▶ article, record ─▶ body, claim …
 *                                                      stage ──────▲
 *
 * The packed record stands beside the text of its article, in one row of `body`; that of an article which was there already, by
 * itself in `recoding`.
 *
 * A claim is one row with all its actors, figures, places and links, four numbers for each: what it is and its place among
 * them, its form, start and end. Its own number comes from a block that a program takes for itself, that of the record
 * from the server; both are put where a place was left for them.
 */
#include <stdlib.h>
#include <string.h>

#include "store/postgres.h"

#define SEND_BYTES ((size_t)24 << 20) /* gathered, when they are sent before a commit */
#define PIECE ((size_t)64 << 10)      /* sent at once */
#define BLOCK 256                     /* numbers at once */
#define NO_MONTH (-719162)            /* 0001-01-01: of articles without a day */
#define INT4 23                       /* pg_type.oid */

enum { /* where rows go */
       STAGE,
       ARTICLE,
       RECORD,
       RECODING,
       BODY,
       CLAIM,
       CONTRADICTION,
       QUOTE,
       TABLES
};

/* Names and columns. Of BODY the first is the article and the third the record, from CLAIM on the first the record, and of CLAIM
 * the second its own: numbers that are put in when rows are sent. Those before BODY are made then: two of STAGE, where all is new,
 * the third of BODY, where the article was there. */
static const char *const tables[TABLES] = {
    [STAGE] =
        "stage (n, month, article, record, ident, source, url, coder, knowledge, language, "
        "relevant, relevance, title, published, published_from, outlet_id, outlet_name, folded)",
    [ARTICLE] = "article (id, ident, month, source, url)",
    [RECORD] = "record (id, article, revision, coder, knowledge, language, relevant, relevance, "
               "title, published, published_from, outlet_id, outlet_name, folded)",
    [RECODING] = "recoding (record, month, packed, why)",
    [BODY] = "body (article, month, record, text, packed, why)",
    [CLAIM] = "claim_row (record, id, number, anchor_start, anchor_end, date_start, date_end, "
              "date_text, deadline_start, deadline_end, deadline_text, refers_to, evidence_start, "
              "evidence_end, confidence, form, parts)",
    [CONTRADICTION] = "contradiction (record, position, claim_a, claim_b, field, note)",
    [QUOTE] = "quote (record, position, text, \"start\", \"end\", speaker)",
};

enum {
    IDENT = 4,
    CODER = 7,
    STAGED = 18,
    CLAIMED = 17,
    BODIED = 6
}; /* columns of STAGE, the third how many; of CLAIM and of BODY */
enum {
    ACTOR,
    RECIPIENT,
    FIGURE,
    PLACE,
    LINK,
    TELLING
}; /* parts of a claim: three bits of a number */

/* How the values that parcel.c gives become columns, a letter each: those of postgres_copy.c; r the record's number, after it a
 * claim's own; n the number of a claim's name; h hundredths; o an outlet, after it as it folds; - a value that is not kept; B
 * begins the row of BODY, c goes on with it. Of a part: * a value of its form; a actor or recipient? p its
 * position, k its number before that, w the figure that it is a part of; < start, > end. A claim has a form too. */
static const struct {
    unsigned table, form, part;
    const char *letters;
} shapes[ISN_SQL_STATEMENTS] = {
    [ISN_SQL_ADD_ARTICLE] = {STAGE, 0, 0, "tttB"},
    [ISN_SQL_ADD_RECORD] = {STAGE, 0, 0, "-tttbftdttocc"},
    [ISN_SQL_ADD_CLAIM] = {CLAIM, ISN_COMMON_CLAIM, 0, "rn********iidd*tddt*niih"},
    [ISN_SQL_ADD_ACTOR] = {CLAIM, ISN_COMMON_ACTOR, ACTOR, "-ap*<>*****"},
    [ISN_SQL_ADD_FIGURE] = {CLAIM, ISN_COMMON_FIGURE, FIGURE, "-w**********<>**"},
    [ISN_SQL_ADD_PLACE] = {CLAIM, ISN_COMMON_PLACE, PLACE, "-p*<>********"},
    [ISN_SQL_ADD_LINK] = {CLAIM, ISN_COMMON_LINK, LINK, "-p*<>*******"},
    [ISN_SQL_ADD_TELLING] = {CLAIM, ISN_COMMON_LINK, TELLING, "-kp*<>*******"},
    [ISN_SQL_ADD_CONTRADICTION] = {CONTRADICTION, 0, 0, "rstttt"},
    [ISN_SQL_ADD_QUOTE] = {QUOTE, 0, 0, "rstiit"},
};

typedef struct pending { /* a record: where its rows begin in each table */
    size_t starts[TABLES];
    int64_t article, record; /* numbers; 0: the server has it already */
    int32_t month;           /* of its article, as the server has it */
    isn_str ident, made_by; /* in the row of STAGE: coder and knowledge; only while rows are sent */
    bool again;             /* another of these has both: that one is stored */
} pending;

typedef struct part { /* of a claim, that is being added */
    int32_t what, start, end;
} part;

struct isn_writing {
    isn_postgres *own;
    isn_buf tables[TABLES];
    pending *pending;
    uint32_t n, cap;
    int32_t month; /* of the article that is being written */
    isn_common *common;
    part part;
    size_t parts;        /* where those of the claim begin in CLAIM; 0: there is none */
    isn_buf unsettled;   /* size_t: where the number of a form stands in CLAIM that is new */
    int64_t newest;      /* which part of its claim a figure is */
    isn_buf claims;      /* size_t: where rows of CLAIM begin */
    size_t numbered;     /* of these, while rows are sent: up to where in `claims` */
    isn_serials numbers; /* of articles, records and claims */
    bool all_new;        /* so was what was sent last */
    bool staged;         /* the staging table is there */
    int32_t *months;     /* whose parts are there, or will be */
    uint32_t nmonths, months_made, months_cap;
};

/* ---- rows ----------------------------------------------------------------------------------------- */

static unsigned columns_of(const char *letters) {
    unsigned n = 0;
    for (; *letters != '\0'; letters++) {
        n += strchr("-Bc", *letters) == NULL;
        n += *letters == 'o';
    }
    return n;
}

/* What goes before the bytes of a row of BODY. */
static isn_buf *begin_body(isn_writing *w) {
    isn_buf *out = &w->tables[BODY];
    isn_copy_row(out, BODIED);
    isn_copy_number(out, 8, 0);
    isn_copy_cell(out, 'd', &(isn_datum){.kind = ISN_DATUM_DAY, .number = w->month});
    isn_copy_number(out, 8, 0);
    return out;
}

static bool put_bytes(isn_buf *out, const isn_datum *cell) {
    if (cell->kind == ISN_DATUM_NULL) {
        isn_copy_null(out);
    } else {
        isn_copy_bytes(out, cell->text.ptr, cell->text.len);
    }
    return !out->failed;
}

static void put_outlet(isn_buf *out, const isn_datum *cell) {
    isn_buf words;
    isn_buf_init(&words);
    isn_copy_cell(out, 't', cell);
    isn_sql_fold(&words, cell->text);
    isn_copy_text(out, isn_str_of(words.len > 0 ? words.ptr : "", words.len));
    out->failed = out->failed || words.failed;
    isn_buf_release(&words);
}

/* "c12" */
static void put_name(isn_buf *out, const isn_datum *cell) {
    if (cell->kind == ISN_DATUM_NULL) {
        isn_copy_null(out);
    } else {
        isn_copy_number(out, 4, strtol(cell->text.ptr + 1, NULL, 10));
    }
}

static bool put_value(isn_writing *w, isn_buf *out, char letter, const isn_datum *cell) {
    switch (letter) {
    case '-': return true;
    case 'B': return put_bytes(begin_body(w), cell);
    case 'c': return put_bytes(&w->tables[BODY], cell);
    case 'r': isn_copy_number(out, 8, 0); return true;
    case 'n': put_name(out, cell); return true;
    case 'h': isn_copy_number(out, 2, (int64_t)(cell->real * 100 + 0.5)); return true;
    case 'o': put_outlet(out, cell); return true;
    case '*': return isn_common_value(w->common, cell);
    case 'a': w->part.what = isn_str_eqz(cell->text, "recipient") ? RECIPIENT : ACTOR; return true;
    case 'p': w->part.what |= (int32_t)cell->number << 3; return true;
    case 'k': w->part.what |= (int32_t)cell->number << 13; return true;
    case 'w': w->part.what |= (int32_t)cell->number << 3; return true;
    case '<': w->part.start = (int32_t)cell->number; return true;
    case '>': w->part.end = (int32_t)cell->number; return true;
    default: isn_copy_cell(out, letter, cell); return true;
    }
}

static bool put_form(isn_writing *w, isn_buf *out) {
    int32_t number = isn_common_number(w->common);
    isn_copy_number(out, 4, number);
    if (number < 0) {
        size_t at = out->len - 4;
        isn_buf_lit(&w->unsettled, (const char *)&at, sizeof at);
    }
    return number != 0 && !w->unsettled.failed;
}

/* Its form, and what goes before its parts: an array of numbers, whose length is put in later. */
static bool end_claim(isn_writing *w, isn_buf *out) {
    bool ok = put_form(w, out);
    char bytes[24] = {0};
    isn_copy_set32(bytes + 4, 1);
    isn_copy_set32(bytes + 12, INT4);
    isn_copy_set32(bytes + 20, 1);
    isn_buf_lit(out, bytes, sizeof bytes);
    w->parts = out->len;
    return ok && !w->claims.failed;
}

static bool end_part(isn_writing *w, isn_buf *out) {
    isn_copy_number(out, 4, w->part.what);
    bool ok = put_form(w, out);
    isn_copy_number(out, 4, w->part.start);
    isn_copy_number(out, 4, w->part.end);
    w->newest = (int64_t)(out->len - w->parts) / 32;
    return ok;
}

/* All parts of the claim are there. */
static void close_parts(isn_writing *w) {
    isn_buf *out = &w->tables[CLAIM];
    if (w->parts > 0 && !out->failed) {
        size_t len = out->len - w->parts;
        isn_copy_set32(out->ptr + w->parts - 24, (uint32_t)(20 + len));
        isn_copy_set32(out->ptr + w->parts - 8, (uint32_t)(len / 8));
    }
    w->parts = 0;
}

static void begin_row(isn_writing *w, unsigned which, isn_buf *out) {
    w->part = (part){.what = (int32_t)shapes[which].part};
    if (which == ISN_SQL_ADD_CLAIM) {
        close_parts(w);
        isn_buf_lit(&w->claims, (const char *)&out->len, sizeof out->len);
        isn_copy_row(out, CLAIMED);
    } else if (shapes[which].table > CLAIM) {
        isn_copy_row(out, columns_of(shapes[which].letters));
    }
    if (shapes[which].table == CLAIM) {
        isn_common_begin(w->common, shapes[which].form);
    }
}

bool isn_postgres_add(isn_store *store, unsigned which, const isn_datum *values) {
    isn_writing *w = isn_postgres_of(store)->writing;
    isn_buf *out = &w->tables[shapes[which].table];
    bool ok = true;
    begin_row(w, which, out);
    for (const char *at = shapes[which].letters; ok && *at != '\0'; at++, values++) {
        ok = put_value(w, out, *at, values);
        if (at == shapes[which].letters && which == ISN_SQL_ADD_CLAIM) {
            isn_copy_number(out, 8, 0); /* its own number */
        }
    }
    if (ok && shapes[which].table == CLAIM) {
        ok = which == ISN_SQL_ADD_CLAIM ? end_claim(w, out) : end_part(w, out);
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

bool isn_postgres_admit(isn_store *store, const isn_datum *article, const isn_datum *record,
                        bool *known, int64_t *row) {
    isn_postgres *own = isn_postgres_of(store);
    isn_writing *w = own->writing;
    const isn_datum *published = &record[7];
    w->month = month_of(published->kind == ISN_DATUM_DAY ? (int32_t)published->number : ISN_NO_DAY);
    if (!grow(w) || !want_month(w, w->month)) {
        own->no_memory = true;
        return false;
    }
    store->open = true;
    *known = false; /* the server will tell */
    *row = w->newest = 1;
    pending *p = &w->pending[w->n++];
    *p = (pending){.month = w->month};
    for (unsigned i = 0; i < TABLES; i++) {
        p->starts[i] = w->tables[i].len;
    }
    isn_copy_row(&w->tables[STAGE], 4 + columns_of(shapes[ISN_SQL_ADD_ARTICLE].letters) +
                                        columns_of(shapes[ISN_SQL_ADD_RECORD].letters));
    isn_copy_number(&w->tables[STAGE], 4, w->n - 1);
    isn_copy_cell(&w->tables[STAGE], 'd', &(isn_datum){.kind = ISN_DATUM_DAY, .number = w->month});
    isn_copy_number(&w->tables[STAGE], 8, 0);
    isn_copy_number(&w->tables[STAGE], 8, 0);
    return isn_postgres_add(store, ISN_SQL_ADD_ARTICLE, article);
}

int64_t isn_postgres_newest(isn_store *store) {
    return isn_postgres_of(store)->writing->newest;
}

bool isn_postgres_admitted(isn_store *store, int64_t record) {
    isn_postgres *own = isn_postgres_of(store);
    size_t held = 0;
    close_parts(own->writing);
    for (unsigned i = 0; i < TABLES; i++) {
        held += own->writing->tables[i].len;
    }
    return record != 0 && (held < SEND_BYTES || isn_writing_send(own));
}

/* ---- sending -------------------------------------------------------------------------------------- */

static const char staging[] =
    "CREATE TEMP TABLE IF NOT EXISTS stage (n integer, month date, article bigint, record bigint, "
    "ident text COLLATE \"C\", "
    "source text, url text, coder text, knowledge text, language text, relevant boolean, "
    "relevance double precision, title text, published date, published_from text, outlet_id text, "
    "outlet_name text, folded text); TRUNCATE stage";

/* In the order of `ident`, so that two programs with the same articles wait for each other and not both. */
#define ADD_ARTICLES                                                                               \
    "WITH added AS (INSERT INTO article (id, ident, month, source, url) SELECT DISTINCT ON "       \
    "(ident) article, ident, month, source, url FROM stage ORDER BY ident, n ON CONFLICT (ident) " \
    "DO NOTHING RETURNING id) SELECT n, article FROM stage WHERE article IN (SELECT id FROM "      \
    "added)"
/* Who adds a record to an article holds it: another that has the same waits, and finds it then. */
#define HOLD_ARTICLES                                                                              \
    "SELECT a.id FROM (SELECT ident FROM stage ORDER BY ident) s, LATERAL (SELECT id FROM "        \
    "article "                                                                                     \
    "WHERE ident = s.ident FOR NO KEY UPDATE) a"
#define ADD_RECORDS                                                                                \
    "WITH fresh AS (SELECT DISTINCT ON (of) * FROM (SELECT s.*, (SELECT id FROM article WHERE "    \
    "ident = s.ident) AS of FROM stage s) x WHERE 0 = (SELECT count(*) FROM record r WHERE "       \
    "r.article = of AND r.coder = x.coder AND r.knowledge = x.knowledge) ORDER BY of, n), added "  \
    "AS (INSERT INTO record (id, article, revision, coder, knowledge, language, relevant, "        \
    "relevance, title, published, published_from, outlet_id, outlet_name, folded) SELECT record, " \
    "of, (SELECT count(*) + 1 FROM record WHERE article = of), coder, knowledge, language, "       \
    "relevant, relevance, title, published, published_from, outlet_id, outlet_name, folded FROM "  \
    "fresh ORDER BY n), noted AS (INSERT INTO unlinked_run SELECT record, record FROM fresh), "    \
    "marked AS (INSERT INTO unindexed_run SELECT of, of FROM fresh ON CONFLICT DO NOTHING) "       \
    "SELECT n, record, (SELECT a.month FROM article a WHERE a.id = of) FROM fresh"

/* Articles are looked up by their keys: the plan is made when there are few, and kept when there are many. */
static const char looked_up[] = "SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; "
                                "SET LOCAL enable_mergejoin = off";

static bool make_months(isn_writing *w) {
    isn_buf sql;
    if (w->months_made == w->nmonths) {
        return true;
    }
    isn_buf_init(&sql);
    isn_buf_puts(&sql, "SELECT add_month('body', month) FROM unnest(ARRAY[");
    for (uint32_t i = w->months_made; i < w->nmonths; i++) {
        char day[11];
        isn_day_text(day, w->months[i]);
        isn_buf_printf(&sql, "%s'%s'", i > w->months_made ? "," : "", day);
    }
    isn_buf_puts(&sql, "]::date[]) AS month WHERE to_regclass('isnad.body' || to_char(month, "
                       "'_YYYY_MM')) IS NULL ORDER BY month");
    isn_buf_putc(&sql, '\0');
    w->own->no_memory = w->own->no_memory || sql.failed;
    bool ok = !sql.failed && isn_postgres_run(w->own, sql.ptr);
    isn_buf_release(&sql);
    w->months_made = ok ? w->nmonths : w->months_made;
    return ok;
}

static size_t field_len(const char *at) {
    uint32_t len = isn_copy_get32(at);
    return len == UINT32_MAX ? 0 : len;
}

static const char *skip_fields(const char *at, unsigned n) {
    for (unsigned i = 0; i < n; i++) {
        at += 4 + field_len(at);
    }
    return at;
}

bool isn_serials_reserve(isn_postgres *own, isn_serials *numbers, uint32_t n, const char *sql) {
    numbers->left = 0;
    numbers->blocks.len = 0;
    isn_sql b = isn_sql_on(&own->store, sql);
    isn_sql_int(&b, (n + BLOCK - 1) / BLOCK);
    while (isn_sql_row(&b)) {
        int64_t block = isn_sql_int_at(&b, 0) * BLOCK;
        isn_buf_lit(&numbers->blocks, (const char *)&block, sizeof block);
    }
    own->no_memory = own->no_memory || numbers->blocks.failed;
    return isn_sql_done(&b) && !numbers->blocks.failed;
}

int64_t isn_serials_next(isn_serials *numbers) {
    if (numbers->left == 0) {
        numbers->blocks.len -= sizeof numbers->next;
        memcpy(&numbers->next, numbers->blocks.ptr + numbers->blocks.len, sizeof numbers->next);
        numbers->left = BLOCK;
    }
    numbers->left--;
    return numbers->next++;
}

/* Puts the number of the record into each of its rows from `at` to `end`. */
static void number_rows(char *at, const char *end, int64_t of) {
    while (at < end) {
        unsigned columns = (unsigned)(unsigned char)at[0] << 8 | (unsigned char)at[1];
        isn_copy_set64(at + 6, (uint64_t)of);
        at += skip_fields(at + 2, columns) - at;
    }
}

/* And into those of claims from `start` to `end`, their own too. */
static void number_claims(isn_writing *w, size_t start, size_t end, int64_t of) {
    size_t at;
    for (; w->numbered < w->claims.len; w->numbered += sizeof at) {
        memcpy(&at, w->claims.ptr + w->numbered, sizeof at);
        if (at >= end) {
            return;
        }
        if (at >= start) {
            isn_copy_set64(w->tables[CLAIM].ptr + at + 6, (uint64_t)of);
            isn_copy_set64(w->tables[CLAIM].ptr + at + 18, (uint64_t)isn_serials_next(&w->numbers));
        }
    }
}

static size_t end_of(const isn_writing *w, uint32_t i, unsigned table) {
    return i + 1 < w->n ? w->pending[i + 1].starts[table] : w->tables[table].len;
}

/* Are the rows of this record sent? Those that are get its number. */
static bool number_of(isn_writing *w, uint32_t i, unsigned table) {
    pending *p = &w->pending[i];
    char *rows = w->tables[table].ptr;
    char *at = rows + p->starts[table];
    int64_t given = table == BODY ? p->article : table == STAGE ? 1 : p->record;
    if (given != 0 && table == CLAIM) {
        number_claims(w, p->starts[table], end_of(w, i, table), given);
    } else if (given != 0 && table == BODY) {
        isn_copy_set64(at + 6, (uint64_t)p->article);
        isn_copy_set64(at + 26, (uint64_t)p->record);
    } else if (given != 0 && table != STAGE) {
        number_rows(at, rows + end_of(w, i, table), given);
    }
    return given != 0;
}

/* The rows of what the server did not have, those that stand together at once. */
static bool copy_rows(isn_writing *w, unsigned table) {
    size_t from = 0;
    size_t upto = 0;
    bool begun = false;
    bool ok = true;
    w->numbered = 0;
    for (uint32_t i = 0; i < w->n && ok; i++) {
        size_t start = w->pending[i].starts[table];
        size_t end = end_of(w, i, table);
        if (start == end || !number_of(w, i, table)) {
            continue;
        }
        if (!begun && !isn_copy_begin(w->own, tables[table])) {
            return false;
        }
        begun = true;
        if (start != upto || upto - from > PIECE) {
            ok = isn_copy_put(w->own, w->tables[table].ptr + from, upto - from);
            from = start;
        }
        upto = end;
    }
    if (!begun) {
        return true;
    }
    ok = ok && isn_copy_put(w->own, w->tables[table].ptr + from, upto - from);
    return isn_copy_end(w->own, ok);
}

/* ---- where all is new ------------------------------------------------------------------------------ */

static int by_ident(const void *a, const void *b) {
    const pending *const *x = a;
    const pending *const *y = b;
    size_t len = (*x)->ident.len < (*y)->ident.len ? (*x)->ident.len : (*y)->ident.len;
    int order = memcmp((*x)->ident.ptr, (*y)->ident.ptr, len);
    order = order != 0 ? order : ((*x)->ident.len > len) - ((*y)->ident.len > len);
    return order != 0 ? order : (*x > *y) - (*x < *y);
}

/* All in the order of `ident`, each once, and how many; NULL where an article comes with two records, or without memory. The
 * caller frees it. */
static pending **sort_idents(isn_writing *w, uint32_t *n) {
    pending **all = isn_heap_alloc(w->n * sizeof(pending *));
    for (uint32_t i = 0; all != NULL && i < w->n; i++) {
        const char *row = w->tables[STAGE].ptr + w->pending[i].starts[STAGE] + 2;
        const char *at = skip_fields(row, IDENT);
        const char *from = skip_fields(at, CODER - IDENT);
        all[i] = &w->pending[i];
        all[i]->ident = isn_str_of(at + 4, field_len(at));
        all[i]->made_by = isn_str_of(from, (size_t)(skip_fields(from, 2) - from));
    }
    if (all == NULL) {
        return NULL;
    }
    qsort(all, w->n, sizeof(pending *), by_ident);
    *n = 0;
    for (uint32_t i = 0; i < w->n; i++) {
        const pending *before = *n > 0 ? all[*n - 1] : NULL;
        if (before == NULL || !isn_str_eq(before->ident, all[i]->ident)) {
            all[(*n)++] = all[i];
        } else if (isn_str_eq(before->made_by, all[i]->made_by)) {
            all[i]->again = true;
        } else {
            isn_heap_free(all);
            return NULL;
        }
    }
    return all;
}

/* Has the server none of the articles? */
static bool ask_new(isn_writing *w, pending **all, uint32_t n, bool *all_new) {
    isn_buf idents;
    int64_t there = 1;
    isn_buf_init(&idents);
    for (uint32_t i = 0; i < n;
         i++) { /* digits and dots: nothing that an array would have quoted */
        isn_buf_putc(&idents, i == 0 ? '{' : ',');
        isn_buf_put(&idents, all[i]->ident.ptr, all[i]->ident.len);
    }
    isn_buf_putc(&idents, '}');
    isn_sql b = isn_sql_on(&w->own->store,
                           "SELECT count(*) FROM (SELECT 1 FROM article WHERE ident = ANY (CAST(? "
                           "AS text[])) LIMIT 1) AS x");
    isn_sql_str(&b, isn_str_of(idents.ptr, idents.len));
    bool ok = isn_sql_number(&b, &there) && !idents.failed;
    isn_buf_release(&idents);
    *all_new = ok && there == 0;
    return ok;
}

/* A new article and its record have one number. */
static void number_articles(isn_writing *w) {
    for (uint32_t i = 0; i < w->n; i++) {
        pending *p = &w->pending[i];
        char *row = w->tables[STAGE].ptr + p->starts[STAGE];
        p->article = p->record = p->again ? 0 : isn_serials_next(&w->numbers);
        isn_copy_set64(row + 22, (uint64_t)p->article);
        isn_copy_set64(row + 34, (uint64_t)p->record);
    }
}

/* What the two tables have of a row of STAGE. */
static void put_new(isn_writing *w, const pending *p) {
    const char *row = w->tables[STAGE].ptr + p->starts[STAGE] + 2;
    const char *rest = skip_fields(row, CODER);
    const char *end = skip_fields(rest, STAGED - CODER);
    const char *month = skip_fields(row, 1);
    const char *ident = skip_fields(row, IDENT);
    const char *source = skip_fields(ident, 1);
    isn_buf *out = &w->tables[ARTICLE];
    isn_copy_row(out, 5);
    isn_copy_number(out, 8, p->article);
    isn_buf_put(out, ident, (size_t)(source - ident));
    isn_buf_put(out, month, (size_t)(skip_fields(month, 1) - month));
    isn_buf_put(out, source, (size_t)(rest - source));
    out = &w->tables[RECORD];
    isn_copy_row(out, 3 + STAGED - CODER);
    isn_copy_number(out, 8, p->record);
    isn_copy_number(out, 8, p->article);
    isn_copy_number(out, 4, 1);
    isn_buf_put(out, rest, (size_t)(end - rest));
}

/* What is to be done later: words and names, and the ledger. */
static bool note_run(isn_writing *w, int64_t first, int64_t last) {
    isn_sql b = isn_sql_on(&w->own->store, "WITH noted AS (INSERT INTO unindexed_run VALUES (?1, "
                                           "?2)) INSERT INTO unlinked_run SELECT ?1, ?2");
    isn_sql_int(&b, first);
    isn_sql_int(&b, last);
    return isn_sql_step(&b);
}

static bool note_new(isn_writing *w) {
    int64_t first = 0, last = 0;
    bool ok = true;
    for (uint32_t i = 0; i < w->n && ok; i++) {
        int64_t record = w->pending[i].record;
        if (record == 0) {
            continue;
        }
        if (first == 0 || record != last + 1) { /* of another block */
            ok = first == 0 || note_run(w, first, last);
            first = record;
        }
        last = record;
    }
    return ok && note_run(w, first, last);
}

/* Articles in the order of `ident`, as by ADD_ARTICLES. Another program may have been faster with one of them: then its key
 * stands in the way, and all of it is taken back. */
static bool copy_new(isn_writing *w, pending **all, uint32_t n, bool *all_new) {
    for (uint32_t i = 0; i < n; i++) {
        put_new(w, all[i]);
    }
    if (!isn_postgres_run(w->own, "SAVEPOINT fresh")) {
        return false;
    }
    *all_new = isn_copy_rows(w->own, tables[ARTICLE], &w->tables[ARTICLE]);
    if (!*all_new) {
        return !w->own->no_memory &&
               isn_postgres_run(w->own, "ROLLBACK TO SAVEPOINT fresh; RELEASE SAVEPOINT fresh");
    }
    return isn_postgres_run(w->own, "RELEASE SAVEPOINT fresh") &&
           isn_copy_rows(w->own, tables[RECORD], &w->tables[RECORD]) && note_new(w);
}

/* Where nothing of what came before was there it is not asked for: its key would stand in the way. */
static bool admit_new(isn_writing *w, bool *all_new) {
    uint32_t n = 0;
    pending **all = sort_idents(w, &n);
    number_articles(w);
    *all_new = w->all_new;
    bool ok = all == NULL || *all_new || ask_new(w, all, n, all_new);
    *all_new = *all_new && all != NULL;
    ok = ok && (!*all_new || copy_new(w, all, n, all_new));
    w->all_new = ok && *all_new;
    isn_heap_free(all);
    return ok;
}

/* ---- where some is there --------------------------------------------------------------------------- */

/* Records of articles that were there, of the article's month, whatever this coding finds. */
static bool copy_recodings(isn_writing *w) {
    isn_buf *out = &w->tables[RECODING];
    for (uint32_t i = 0; i < w->n; i++) {
        const pending *p = &w->pending[i];
        if (p->article != 0 || p->record == 0) {
            continue;
        }
        const char *body = w->tables[BODY].ptr;
        const char *packed = skip_fields(body + p->starts[BODY] + 2, BODIED - 2);
        isn_copy_row(out, 4);
        isn_copy_number(out, 8, p->record);
        isn_copy_cell(out, 'd', &(isn_datum){.kind = ISN_DATUM_DAY, .number = p->month});
        isn_buf_put(out, packed, (size_t)(body + end_of(w, i, BODY) - packed));
    }
    return out->len == 0 || isn_copy_rows(w->own, tables[RECODING], out);
}

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
    b = isn_sql_on(&w->own->store, HOLD_ARTICLES);
    while (isn_sql_row(&b)) {
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
    return isn_sql_done(&b) && isn_postgres_run(w->own, "TRUNCATE stage") && copy_recodings(w);
}

/* Forms that were new have their numbers now. */
static bool settle(isn_writing *w) {
    size_t at;
    isn_buf *claims = &w->tables[CLAIM];
    if (!isn_common_settle(w->common)) {
        return false;
    }
    for (size_t i = 0; i < w->unsettled.len; i += sizeof at) {
        memcpy(&at, w->unsettled.ptr + i, sizeof at);
        int32_t settled = (int32_t)isn_copy_get32(claims->ptr + at);
        isn_copy_set32(claims->ptr + at, (uint32_t)isn_common_settled(w->common, settled));
    }
    return true;
}

static void forget_sent(isn_writing *w) {
    for (unsigned table = 0; table < TABLES; table++) {
        w->tables[table].len = 0;
    }
    w->n = 0;
    w->claims.len = w->unsettled.len = 0;
    isn_common_sent(w->common);
}

bool isn_writing_send(isn_postgres *own) {
    isn_writing *w = own->writing;
    bool all_new = false;
    if (w->n == 0) {
        return true;
    }
    if (!make_months(w) || !isn_postgres_begin(own) || !isn_postgres_run(own, looked_up) ||
        !settle(w) ||
        !isn_serials_reserve(own, &w->numbers, w->n + (uint32_t)(w->claims.len / sizeof(size_t)),
                             "SELECT nextval('block') FROM generate_series(1, CAST(? AS "
                             "integer)) ORDER BY 1 DESC")) {
        return false;
    }
    if (!admit_new(w, &all_new) || (!all_new && !admit_staged(w))) {
        return false;
    }
    for (unsigned table = BODY; table < TABLES; table++) {
        if (!copy_rows(w, table)) {
            return false;
        }
    }
    forget_sent(w);
    return true;
}

void isn_writing_drop(isn_writing *w) {
    for (unsigned table = 0; table < TABLES; table++) {
        isn_buf_release(&w->tables[table]);
        isn_buf_init(&w->tables[table]);
    }
    isn_common_forget(w->common);
    w->n = w->nmonths = w->months_made = 0;
    w->parts = w->claims.len = w->unsettled.len = 0;
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
    w->common = isn_common_new(own);
    for (unsigned table = 0; table < TABLES; table++) {
        isn_buf_init(&w->tables[table]);
    }
    isn_buf_init(&w->claims);
    isn_buf_init(&w->unsettled);
    isn_buf_init(&w->numbers.blocks);
    own->no_memory = own->no_memory || w->common == NULL;
    return w->common != NULL;
}

void isn_writing_free(isn_writing *w) {
    if (w == NULL) {
        return;
    }
    for (unsigned table = 0; table < TABLES; table++) {
        isn_buf_release(&w->tables[table]);
    }
    isn_buf_release(&w->claims);
    isn_buf_release(&w->unsettled);
    isn_buf_release(&w->numbers.blocks);
    isn_common_free(w->common);
    isn_heap_free(w->pending);
    isn_heap_free(w->months);
    isn_heap_free(w);
}
