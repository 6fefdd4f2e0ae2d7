/* events.h: events of the ledger in the formats that other programs read. Left of it: ledger/ with isn_event;
 * the store hands events over one by one. Right of it: api/, which gives the bytes to whoever asked.
 *
 *     event ─▶ rows of cells ─▶ CSV, XLSX
 *           └▶ JSON lines, GeoJSON, page for a terminal
 */
#ifndef ISN_EXPORT_EVENTS_H
#define ISN_EXPORT_EVENTS_H

#include "ledger/ledger.h"

/* ---- rows of cells ------------------------------------------------------------------------------ */

typedef struct isn_cell {
    enum { ISN_CELL_EMPTY, ISN_CELL_TEXT, ISN_CELL_INT, ISN_CELL_DECIMAL } kind;
    isn_str text;
    int64_t number; /* of a DECIMAL: times 10,000 */
} isn_cell;

#define ISN_MOST_COLUMNS 64

typedef struct isn_row {
    isn_cell cells[ISN_MOST_COLUMNS];
    unsigned n;
    isn_arena *arena; /* of what cells point to */
} isn_row;

void isn_cell_empty(isn_row *row);
void isn_cell_text(isn_row *row, isn_str text); /* borrowed; {NULL, 0}: empty */
void isn_cell_word(isn_row *row, const char *word); /* NULL, "" and "-": empty */
void isn_cell_copy(isn_row *row, const isn_buf *text); /* copied; nothing in it: empty */
void isn_cell_int(isn_row *row, int64_t number); /* ISN_NO_COUNT: empty */
void isn_cell_degrees(isn_row *row, int32_t value); /* ISN_NO_INT: empty */
void isn_cell_day(isn_row *row, int32_t day); /* ISN_NO_DAY: empty */

/* A line of CSV (RFC 4180), CRLF at its end. */
void isn_csv_row(isn_buf *out, const isn_row *row);
void isn_csv_words(isn_buf *out, const char *const *words);

/* ---- tables ------------------------------------------------------------------------------------- */

typedef struct isn_sheet {
    const char *name;
    const char *const *columns; /* ended by NULL */
    const char *const *hxl;     /* a tag a column, or NULL */
    /* Row `i` of the event; false when there is none. */
    bool (*row)(isn_row *row, const isn_event *event, isn_rule rule, uint32_t i);
} isn_sheet;

extern const isn_sheet isn_sheet_events, isn_sheet_claims, isn_sheet_counts, isn_sheet_sources,
    isn_sheet_acled, isn_sheet_ged;

/* ---- other formats -------------------------------------------------------------------------------- */

void isn_event_json(isn_buf *out, const isn_event *event, isn_rule rule);    /* a line */
void isn_event_plover(isn_buf *out, const isn_event *event);                 /* a line a claim */
void isn_event_geojson(isn_buf *out, const isn_event *event, isn_rule rule); /* a Feature */
void isn_event_page(isn_buf *out, const isn_event *event, isn_rule rule);    /* for a terminal */

/* ---- spreadsheets --------------------------------------------------------------------------------- */

typedef struct isn_workbook isn_workbook;

/* A workbook with a sheet a table, at `path`. Everything is written by close. */
isn_status isn_workbook_open(isn_workbook **out, const char *path, isn_error *error);
void isn_workbook_add(isn_workbook *book, const isn_event *event, isn_rule rule, isn_arena *arena);
/* Frees the book; `wanted` false: the file is not. */
isn_status isn_workbook_close(isn_workbook *book, bool wanted, isn_error *error);

/* ---- what the files share --------------------------------------------------------------------------- */

typedef struct isn_country {
    char code[4]; /* ISO 3166-1 alpha-3 */
    int numeric;
    const char *name, *region;
} isn_country;

const isn_country *isn_country_of(isn_str code); /* NULL: not known */
const char *isn_country_ucdp_region(const isn_country *country);

/* By the name we know, else the words of the article. */
isn_str isn_actor_label(const isn_entry_actor *actor);
/* Names of all but the first `from`, with "; " between them. */
void isn_actor_labels(isn_buf *out, const isn_entry_actor *actors, uint32_t n, uint32_t from);
bool isn_event_harms_civilians_alone(const isn_event *event);

#endif
