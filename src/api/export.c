/* export.c: isn_store_export: reads a query, lets the store hand over the events, and has export/ write them. */
#include <string.h>

#include "api/query.h"
#include "export/events.h"

#define FLUSH ((size_t)64 << 10)

typedef struct format {
    const char *name;
    const isn_sheet *table; /* NULL: not of cells; `csv` takes one by name */
    bool hxl;
} format;

static const format formats[] = {
    {"csv", &isn_sheet_events, false},
    {"hxl", &isn_sheet_events, true},
    {"acled", &isn_sheet_acled, false},
    {"ged", &isn_sheet_ged, false},
    {"jsonl", NULL, false},
    {"plover", NULL, false},
    {"geojson", NULL, false},
    {"text", NULL, false},
    {"xlsx", NULL, false},
    {"deletions", NULL, false},
    {"gold", NULL, false},
};

static const isn_sheet *const tables[] = {&isn_sheet_events, &isn_sheet_claims, &isn_sheet_counts,
                                          &isn_sheet_sources};

typedef struct exporting {
    const format *format;
    const isn_sheet *table;
    isn_rule rule;
    isn_workbook *book;
    isn_buf out;
    isn_sink sink;
    void *context;
    uint64_t events;
} exporting;

static isn_status flush(exporting *x) {
    if (x->out.failed) {
        return ISN_ENOMEM;
    }
    isn_status status = x->out.len > 0 ? x->sink(x->context, x->out.ptr, x->out.len) : ISN_OK;
    x->out.len = 0;
    return status;
}

static bool is(const exporting *x, const char *name) {
    return strcmp(x->format->name, name) == 0;
}

static void put_rows(exporting *x, const isn_event *event, isn_arena *arena) {
    isn_row row = {.arena = arena};
    for (uint32_t i = 0; x->table->row(&row, event, x->rule, i); i++) {
        isn_csv_row(&x->out, &row);
        row.n = 0;
    }
}

static isn_status visit(void *context, const isn_event *event, isn_arena *arena) {
    exporting *x = context;
    if (x->table != NULL) {
        put_rows(x, event, arena);
    } else if (x->book != NULL) {
        isn_workbook_add(x->book, event, x->rule, arena);
    } else if (is(x, "geojson")) {
        isn_buf_puts(&x->out, x->events > 0 ? ",\n" : "\n");
        isn_event_geojson(&x->out, event, x->rule);
    } else if (is(x, "plover")) {
        isn_event_plover(&x->out, event);
    } else if (is(x, "jsonl")) {
        isn_event_json(&x->out, event, ISN_RULES);
    } else {
        isn_event_page(&x->out, event, x->rule);
    }
    x->events++;
    return x->out.len >= FLUSH || x->out.failed ? flush(x) : ISN_OK;
}

static isn_status visit_ended(void *context, isn_str id, isn_str status, isn_str successor) {
    exporting *x = context;
    isn_row row = {.n = 0};
    isn_cell_text(&row, id);
    isn_cell_text(&row, status);
    isn_cell_text(&row, successor);
    isn_csv_row(&x->out, &row);
    return x->out.len >= FLUSH || x->out.failed ? flush(x) : ISN_OK;
}

static isn_status visit_gold(void *context, isn_str line) {
    exporting *x = context;
    isn_buf_put(&x->out, line.ptr, line.len);
    isn_buf_puts(&x->out, "\n");
    return x->out.len >= FLUSH || x->out.failed ? flush(x) : ISN_OK;
}

static void begin(exporting *x, bool bom) {
    static const char *const ended[] = {"event_id", "status", "successor", NULL};
    bool cells = x->table != NULL || is(x, "deletions");
    isn_buf_puts(&x->out, bom && cells ? "\xef\xbb\xbf" : "");
    if (cells) {
        isn_csv_words(&x->out, x->table != NULL ? x->table->columns : ended);
    }
    if (x->format->hxl) {
        isn_csv_words(&x->out, x->table->hxl);
    }
    if (is(x, "geojson")) {
        isn_buf_puts(&x->out, "{\"type\":\"FeatureCollection\",\"features\":[");
    }
}

static isn_status write_all(exporting *x, isn_store *store, const isn_filter *filter,
                            isn_error *error) {
    isn_status status = is(x, "deletions") ? isn_store_ended(store, visit_ended, x, error)
                        : is(x, "gold")    ? isn_store_gold(store, visit_gold, x, error)
                                           : isn_store_events(store, filter, visit, x, error);
    if (status == ISN_OK) {
        isn_buf_puts(&x->out, is(x, "geojson") ? "\n]}\n" : "");
        status = flush(x);
    }
    if (x->out.failed) {
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    }
    return status;
}

/* ---- what was asked ------------------------------------------------------------------------------ */

static bool pick_rule(isn_rule *out, const char *name) {
    *out = ISN_RULE_UCDP;
    for (unsigned i = 0; name != NULL; i++) {
        if (isn_rule_names[i] == NULL) {
            return false;
        }
        if (strcmp(isn_rule_names[i], name) == 0) {
            *out = i;
            return true;
        }
    }
    return true;
}

static bool pick_format(exporting *x, const isn_export *what) {
    for (size_t i = 0; i < ISN_LEN(formats); i++) {
        if (strcmp(formats[i].name, what->format != NULL ? what->format : "csv") == 0) {
            x->format = &formats[i];
            x->table = formats[i].table;
        }
    }
    if (x->format == NULL || what->table == NULL) {
        return x->format != NULL;
    }
    x->table = NULL;
    for (size_t i = 0; i < ISN_LEN(tables) && is(x, "csv"); i++) {
        x->table = strcmp(tables[i]->name, what->table) == 0 ? tables[i] : x->table;
    }
    return x->table != NULL;
}

static isn_status check(exporting *x, isn_filter *filter, const isn_export *what,
                        isn_error *error) {
    filter->as_of = ISN_NO_DAY;
    if (!pick_format(x, what)) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "no such format, or no such table of it");
    }
    if (!pick_rule(&x->rule, what->rule)) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "no such rule");
    }
    filter->rule = x->rule;
    if (what->as_of.ptr != NULL) {
        filter->as_of = isn_day_parse(what->as_of);
        if (filter->as_of == ISN_NO_DAY) {
            return isn_fail(error, ISN_EUSAGE, NULL, 0, "no date: YYYY-MM-DD");
        }
    }
    if (is(x, "gold") && what->query.len > 0) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "gold is of all articles that were reviewed");
    }
    if (is(x, "xlsx") && what->path == NULL) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "a workbook needs a file to be written to");
    }
    return ISN_OK;
}

isn_status isn_store_export(isn_store *store, const isn_export *what, isn_sink sink, void *context,
                            uint64_t *events, isn_error *error) {
    exporting x = {.sink = sink, .context = context};
    isn_filter filter = {.n = 0};
    isn_query query;
    isn_status status = isn_query_read(&query, what->query, error);
    isn_buf_init(&x.out);
    if (status == ISN_OK) {
        status = check(&x, &filter, what, error);
    }
    if (status == ISN_OK && is(&x, "xlsx")) {
        status = isn_workbook_open(&x.book, what->path, error);
    }
    if (status == ISN_OK) {
        filter.conditions = query.conditions;
        filter.n = query.n;
        begin(&x, what->bom);
        status = write_all(&x, store, &filter, error);
    }
    if (x.book != NULL) {
        isn_status closed = isn_workbook_close(x.book, status == ISN_OK, error);
        status = status == ISN_OK ? closed : status;
    }
    isn_buf_release(&x.out);
    isn_query_release(&query);
    if (status == ISN_OK && events != NULL) {
        *events = x.events;
    }
    return status;
}
