/* export.c: isn_store_export: reads a query, lets the store hand over the events, and has export/ write them. */
#include <string.h>

#include "api/query.h"
#include "export/events.h"

#define FLUSH ((size_t)64 << 10)

typedef struct format {
    const char *name;
    const isn_sheet *table;      /* of cells; `csv` takes another by name */
    const isn_file_format *file; /* written whole, at a path */
    const char *head, *tail;     /* around the whole */
    bool responsible;            /* tells by whose word somebody did it */
} format;

static const format formats[] = {
    {.name = "csv", .table = &isn_sheet_events},
    {.name = "hxl", .table = &isn_sheet_events},
    {.name = "acled", .table = &isn_sheet_acled},
    {.name = "ged", .table = &isn_sheet_ged},
    {.name = "jsonl", .responsible = true},
    {.name = "plover"},
    {.name = "geojson", .head = "{\"type\":\"FeatureCollection\",\"features\":[", .tail = "\n]}\n"},
    {.name = "schema.org",
     .head = "{\"@context\":\"https://schema.org\",\"@graph\":[",
     .tail = "\n]}\n"},
    {.name = "webannotation",
     .head = "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"urn:isnad:annotations\","
             "\"type\":\"AnnotationPage\",\"items\":[",
     .tail = "\n]}\n"},
    {.name = "brat"},
    {.name = "text"},
    {.name = "html", .responsible = true},
    {.name = "svg"},
    {.name = "xlsx", .file = &isn_file_xlsx},
    {.name = "gpkg", .file = &isn_file_gpkg},
    {.name = "deletions"},
    {.name = "gold"},
};

static const char *const plots[] = {
    [ISN_PLOT_TIME] = "time", [ISN_PLOT_PLACE] = "place", [ISN_PLOT_SOURCE] = "source"};

typedef struct exporting {
    const format *format;
    const isn_sheet *table;
    isn_rule rule;
    const char *path, *language;
    void *file; /* of format->file */
    isn_plot *plot;
    isn_buf out;
    isn_sink sink;
    void *context;
    uint64_t events, items; /* items: annotations */
    isn_error *error;
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

static isn_status flush_full(exporting *x) {
    return x->out.len >= FLUSH || x->out.failed ? flush(x) : ISN_OK;
}

static isn_status visit(void *context, const isn_event *event, isn_arena *arena) {
    exporting *x = context;
    if (x->table != NULL) {
        put_rows(x, event, arena);
    } else if (x->file != NULL) {
        x->format->file->add(x->file, event, x->rule, arena);
    } else if (x->plot != NULL) {
        isn_plot_add(x->plot, event, x->rule);
    } else if (is(x, "geojson")) {
        isn_buf_puts(&x->out, x->events > 0 ? ",\n" : "\n");
        isn_event_geojson(&x->out, event, x->rule);
    } else if (is(x, "schema.org")) {
        isn_buf_puts(&x->out, x->events > 0 ? ",\n" : "\n");
        isn_event_schema_org(&x->out, event);
    } else if (is(x, "plover")) {
        isn_event_plover(&x->out, event);
    } else if (is(x, "jsonl")) {
        isn_event_json(&x->out, event, ISN_RULES);
    } else if (!is(x, "html")) {
        isn_event_page(&x->out, event, x->rule);
    } else if (x->events < ISN_REPORT_MOST) {
        isn_report_event(&x->out, event, x->rule, x->events == 0);
    }
    x->events++;
    return flush_full(x);
}

static isn_status visit_annotated(void *context, isn_annotated *article, isn_arena *arena) {
    exporting *x = context;
    (void)arena;
    if (is(x, "brat")) {
        return isn_brat_add(x->path, article, x->error);
    }
    isn_annotated_web(&x->out, article, &x->items);
    return flush_full(x);
}

static isn_status visit_ended(void *context, isn_str id, isn_str status, isn_str successor) {
    exporting *x = context;
    isn_row row = {.n = 0};
    isn_cell_text(&row, id);
    isn_cell_text(&row, status);
    isn_cell_text(&row, successor);
    isn_csv_row(&x->out, &row);
    return flush_full(x);
}

static isn_status visit_gold(void *context, isn_str line) {
    exporting *x = context;
    isn_buf_put(&x->out, line.ptr, line.len);
    isn_buf_puts(&x->out, "\n");
    return flush_full(x);
}

static void begin(exporting *x, bool bom) {
    static const char *const ended[] = {"event_id", "status", "successor", NULL};
    bool cells = x->table != NULL || is(x, "deletions");
    isn_buf_puts(&x->out, bom && cells ? "\xef\xbb\xbf" : "");
    if (cells) {
        isn_csv_words(&x->out, x->table != NULL ? x->table->columns : ended);
    }
    if (is(x, "hxl")) {
        isn_csv_words(&x->out, x->table->hxl);
    }
    if (is(x, "html")) {
        isn_report_begin(&x->out, x->language);
    }
    isn_buf_puts(&x->out, x->format->head != NULL ? x->format->head : "");
}

static isn_status end(exporting *x) {
    bool drawn = x->plot == NULL || isn_plot_svg(x->plot, &x->out);
    if (is(x, "html")) {
        isn_report_end(&x->out, x->events);
    }
    isn_buf_puts(&x->out, x->format->tail != NULL ? x->format->tail : "");
    return drawn ? flush(x) : ISN_ENOMEM;
}

static isn_status write_all(exporting *x, isn_store *store, const isn_filter *filter,
                            isn_error *error) {
    bool articles = is(x, "brat") || is(x, "webannotation");
    isn_status status = is(x, "deletions") ? isn_store_ended(store, visit_ended, x, error)
                        : is(x, "gold")    ? isn_store_gold(store, visit_gold, x, error)
                        : articles ? isn_store_annotated(store, filter, visit_annotated, x, error)
                                   : isn_store_events(store, filter, visit, x, error);
    if (status == ISN_OK) {
        status = end(x);
    }
    if (x->out.failed || (status == ISN_ENOMEM && x->plot != NULL)) {
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
    if (x->format == NULL || is(x, "svg") || what->table == NULL) {
        return x->format != NULL;
    }
    x->table = NULL;
    for (size_t i = 0; isn_sheets[i] != NULL && is(x, "csv"); i++) {
        x->table = strcmp(isn_sheets[i]->name, what->table) == 0 ? isn_sheets[i] : x->table;
    }
    return x->table != NULL;
}

static bool pick_plot(exporting *x, const char *name) {
    for (unsigned i = 0; i < ISN_LEN(plots); i++) {
        if (strcmp(plots[i], name != NULL ? name : "time") == 0) {
            x->plot = isn_plot_new((isn_plot_of)i);
            x->out.failed = x->plot == NULL;
            return true;
        }
    }
    return false;
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
    filter->responsible = x->format->responsible;
    if (what->as_of.ptr != NULL) {
        filter->as_of = isn_day_parse(what->as_of);
        if (filter->as_of == ISN_NO_DAY) {
            return isn_fail(error, ISN_EUSAGE, NULL, 0, "no date: YYYY-MM-DD");
        }
    }
    if (is(x, "gold") && what->query.len > 0) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "gold is of all articles that were reviewed");
    }
    if ((x->format->file != NULL || is(x, "brat")) && what->path == NULL) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "%s needs %s to be written to", x->format->name,
                        is(x, "brat") ? "a folder" : "a file");
    }
    x->path = what->path;
    x->language = what->language != NULL ? what->language : "ar";
    if (strcmp(x->language, "ar") != 0 && strcmp(x->language, "en") != 0) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "no such language: ar, en");
    }
    if (is(x, "svg") && !pick_plot(x, what->table)) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "no such plot: time, place, source");
    }
    return ISN_OK;
}

static isn_status open_file(exporting *x, isn_error *error) {
    if (x->format->file != NULL) {
        return x->format->file->open(&x->file, x->path, error);
    }
    return is(x, "brat") ? isn_brat_open(x->path, error) : ISN_OK;
}

isn_status isn_store_export(isn_store *store, const isn_export *what, isn_sink sink, void *context,
                            uint64_t *events, isn_error *error) {
    exporting x = {.sink = sink, .context = context, .error = error};
    isn_filter filter = {.n = 0};
    isn_query query;
    isn_status status = isn_query_read(&query, what->query, error);
    isn_buf_init(&x.out);
    if (status == ISN_OK) {
        status = check(&x, &filter, what, error);
    }
    if (status == ISN_OK) {
        status = open_file(&x, error);
    }
    if (status == ISN_OK) {
        filter.conditions = query.conditions;
        filter.n = query.n;
        begin(&x, what->bom);
        status = write_all(&x, store, &filter, error);
    }
    if (x.file != NULL) {
        isn_status closed = x.format->file->close(x.file, status == ISN_OK, error);
        status = status == ISN_OK ? closed : status;
    }
    isn_plot_free(x.plot);
    isn_buf_release(&x.out);
    isn_query_release(&query);
    if (status == ISN_OK && events != NULL) {
        *events = x.events;
    }
    return status;
}
