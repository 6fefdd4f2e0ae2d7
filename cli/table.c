/* table.c: rows of CSV (RFC 4180; comma or semicolon, as Excel writes it in many countries) and of TSV (no
 * quotes) → articles. The first row names the columns. A quoted field may hold line ends; one that is never
 * closed is told, and reading goes on with the next line.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "reader.h"

#define LONGEST_ROW ((size_t)64 << 20)
#define MOST_COLUMNS 1024

struct cli_table {
    char delimiter;
    bool quotes;
    int column[FIELDS]; /* -1: none */
    uint64_t line;      /* of the next row */
    cli_text field;
};

const char *const cli_field_names[] = {"id", "text", "html", "title", "url", "published", "outlet"};

bool cli_fields_set(cli_fields *fields, const char *pair) {
    size_t n = strcspn(pair, "=");
    for (int i = 0; i < FIELDS; i++) {
        if (strlen(cli_field_names[i]) == n && memcmp(cli_field_names[i], pair, n) == 0 &&
            pair[n] == '=' && pair[n + 1] != '\0') {
            fields->names[i] = pair + n + 1;
            return true;
        }
    }
    return false;
}

void cli_table_free(cli_table *table) {
    if (table != NULL) {
        free(table->field.ptr);
        free(table);
    }
}

/* ---- rows ------------------------------------------------------------------------------------- */

/* Finds the end of the row in the window: its length without the line end. 1; 0 at the end of the file; -1
 * where a quote is not closed, with the length of its first line. */
static int find_row(const cli_table *t, cli_stream *s, size_t *len) {
    bool quoted = false;
    bool may_open = true; /* at the start of a field; a doubled quote closes and opens again */
    size_t i = 0;
    for (;;) {
        const char *p = cli_stream_ptr(s);
        size_t have = cli_stream_len(s);
        for (; i < have; i++) {
            char c = p[i];
            if (c == '\n' && !quoted) {
                *len = i;
                return 1;
            }
            bool sign = t->quotes && c == '"' && (quoted || may_open);
            quoted ^= sign;
            may_open = c == t->delimiter || sign;
        }
        if (i > LONGEST_ROW || !cli_stream_more(s)) {
            const char *stop = i == 0 ? NULL : memchr(cli_stream_ptr(s), '\n', i);
            *len = quoted && stop != NULL ? (size_t)(stop - cli_stream_ptr(s)) : i;
            return i == 0 ? 0 : quoted || i > LONGEST_ROW ? -1 : 1;
        }
    }
}

/* The next field of a row into t->field; the rest of the row. NULL when the row is at its end. */
static const char *next_field(cli_table *t, const char *at, const char *end) {
    t->field.len = 0;
    if (t->quotes && at < end && *at == '"') {
        for (at++; at < end; at++) {
            if (*at == '"' && (at + 1 == end || at[1] != '"')) {
                at++;
                break;
            }
            at += *at == '"';
            cli_text_put(&t->field, at, 1);
        }
    }
    const char *stop = at < end ? memchr(at, t->delimiter, (size_t)(end - at)) : NULL;
    stop = stop == NULL ? end : stop;
    cli_text_put(&t->field, at, (size_t)(stop - at));
    return stop < end ? stop + 1 : NULL;
}

static size_t without_return(const char *ptr, size_t len) {
    return len > 0 && ptr[len - 1] == '\r' ? len - 1 : len;
}

static void take_row(cli_table *t, cli_stream *s, size_t len) {
    const char *p = cli_stream_ptr(s);
    for (size_t i = 0; i < len; i++) {
        t->line += p[i] == '\n';
    }
    t->line++;
    cli_stream_take(s, len + (len < cli_stream_len(s)));
}

/* ---- the first row ------------------------------------------------------------------------------ */

static bool same(const cli_text *field, const char *name) {
    return field->len == strlen(name) && strncasecmp(field->ptr, name, field->len) == 0;
}

static int field_of(const cli_text *name, const cli_fields *fields) {
    static const struct {
        const char *name;
        int field;
    } usual[] = {{"id", FIELD_ID},
                 {"guid", FIELD_ID},
                 {"text", FIELD_TEXT},
                 {"body", FIELD_TEXT},
                 {"content", FIELD_TEXT},
                 {"article", FIELD_TEXT},
                 {"html", FIELD_HTML},
                 {"title", FIELD_TITLE},
                 {"headline", FIELD_TITLE},
                 {"url", FIELD_URL},
                 {"link", FIELD_URL},
                 {"published", FIELD_PUBLISHED},
                 {"date", FIELD_PUBLISHED},
                 {"pubdate", FIELD_PUBLISHED},
                 {"outlet", FIELD_OUTLET},
                 {"source", FIELD_OUTLET},
                 {"source_name", FIELD_OUTLET},
                 {"publisher", FIELD_OUTLET}};
    for (int i = 0; fields != NULL && i < FIELDS; i++) {
        if (fields->names[i] != NULL && same(name, fields->names[i])) {
            return i;
        }
    }
    for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++) {
        if (same(name, usual[i].name)) {
            bool named = fields != NULL && fields->names[usual[i].field] != NULL;
            return named ? -1 : usual[i].field;
        }
    }
    return -1;
}

static char delimiter_of(const char *ptr, size_t len) {
    size_t counts[3] = {0, 0, 0};
    static const char signs[] = ",;\t";
    for (size_t i = 0; i < len && ptr[i] != '\n'; i++) {
        const char *at = ptr[i] != '\0' ? strchr(signs, ptr[i]) : NULL;
        if (at != NULL) {
            counts[at - signs]++;
        }
    }
    return counts[1] > counts[0] && counts[1] >= counts[2] ? ';'
           : counts[2] > counts[0]                         ? '\t'
                                                           : ',';
}

/* The first row whole, with a column of texts among others. */
cli_from cli_table_begins(const char *ptr, size_t len, const cli_fields *fields) {
    const char *stop = memchr(ptr, '\n', len);
    char delimiter = delimiter_of(ptr, len);
    cli_table t = {.delimiter = delimiter, .quotes = true};
    bool any = false;
    if (stop == NULL || memchr(ptr, delimiter, (size_t)(stop - ptr)) == NULL) {
        return FROM_NAME;
    }
    const char *end = ptr + without_return(ptr, (size_t)(stop - ptr));
    for (const char *at = ptr; at != NULL;) {
        at = next_field(&t, at, end);
        int field = field_of(&t.field, fields);
        any = any || field == FIELD_TEXT || field == FIELD_HTML;
    }
    free(t.field.ptr);
    return !any ? FROM_NAME : delimiter == '\t' && *ptr != '"' ? FROM_TSV : FROM_CSV;
}

/* Reads the names of the columns. NULL, or what is wrong. */
static const char *read_names(cli_reader *r) {
    cli_table *t = cli_alloc(sizeof *t);
    cli_stream *s = r->stream;
    size_t len = 0;
    r->table = t;
    cli_stream_need(s, 4096);
    if (cli_stream_len(s) >= 3 && memcmp(cli_stream_ptr(s), "\xef\xbb\xbf", 3) == 0) {
        cli_stream_take(s, 3);
    }
    t->quotes = r->kind == FROM_CSV;
    t->delimiter = r->kind == FROM_CSV ? delimiter_of(cli_stream_ptr(s), cli_stream_len(s)) : '\t';
    for (int i = 0; i < FIELDS; i++) {
        t->column[i] = -1;
    }
    if (find_row(t, s, &len) <= 0) {
        return "no row of names";
    }
    const char *at = cli_stream_ptr(s);
    const char *end = at + without_return(at, len);
    for (int i = 0; at != NULL && i < MOST_COLUMNS; i++) {
        at = next_field(t, at, end);
        int field = field_of(&t->field, r->fields);
        if (field >= 0 && t->column[field] < 0) {
            t->column[field] = i;
        }
    }
    take_row(t, s, len);
    return t->column[FIELD_TEXT] < 0 && t->column[FIELD_HTML] < 0
               ? "no column \"text\", \"body\", \"content\" or \"html\" (see --field)"
               : NULL;
}

/* ---- rows → jobs ---------------------------------------------------------------------------------- */

static bool row_job(cli_reader *r, cli_job *job, const char *at, const char *end) {
    cli_table *t = r->table;
    cli_job_begin(job, JOB_DATA, r->path);
    job->line = t->line + 1;
    for (int i = 0; at != NULL && i < MOST_COLUMNS; i++) {
        at = next_field(t, at, end);
        for (int f = 0; f < FIELDS; f++) {
            if (t->column[f] != i) {
                continue;
            }
            if (f != FIELD_TEXT && f != FIELD_HTML) {
                cli_job_give(job, f, t->field.ptr, t->field.len);
            } else if (t->field.len > 0 && (f == FIELD_HTML || !job->page)) {
                job->page = f == FIELD_HTML;
                job->bytes.len = 0;
                cli_text_put(&job->bytes, t->field.ptr, t->field.len);
            }
        }
    }
    return true;
}

bool cli_table_next(cli_reader *r, cli_job *job) {
    cli_stream *s = r->stream;
    size_t len = 0;
    if (r->table == NULL) {
        if (!cli_stream_need(s, 1)) {
            return false;
        }
        r->any = true;
        const char *wrong = read_names(r);
        if (wrong != NULL) {
            while (cli_stream_len(s) > 0 || cli_stream_more(s)) {
                cli_stream_take(s, cli_stream_len(s));
            }
            return cli_job_wrong(job, r->path, 1, 0, wrong);
        }
    }
    for (int found; (found = find_row(r->table, s, &len)) != 0;) {
        const char *at = cli_stream_ptr(s);
        const char *end = at + without_return(at, len);
        r->number++;
        if (found < 0) {
            uint64_t line = r->table->line + 1;
            uint64_t offset = cli_stream_offset(s);
            take_row(r->table, s, len);
            return cli_job_wrong(job, r->path, line, offset,
                                 "a row with a quotation mark that is not closed; skipped");
        }
        bool blank = at == end;
        if (!blank) {
            row_job(r, job, at, end);
        }
        take_row(r->table, s, len);
        if (!blank) {
            return true;
        }
    }
    return false;
}
