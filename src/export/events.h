/* events.h: events of the ledger in the formats that other programs read. Left of it: ledger/ with isn_event;
 * the store hands events over one by one. Right of it: api/, which gives the bytes to whoever asked.
 *
 *     event ─▶ rows of cells ─▶ CSV, XLSX, GeoPackage
 *           └▶ JSON lines, GeoJSON, schema.org, plots, report, page for a terminal
 *     article with what its claims stand on ─▶ brat, Web Annotation
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
    const char *kinds; /* a letter a column: t text, i integer, d decimal, D day, b true or false; or NULL */
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

/* A line a claim in schema.org's names, without the comma before it. */
void isn_event_schema_org(isn_buf *out, const isn_event *event);

/* ---- articles with what their claims stand on ------------------------------------------------------- */

typedef struct isn_said_piece { /* a piece of an article, and what a claim has it for */
    isn_str claim;        /* "c3"; those of one claim stand together, its trigger first */
    isn_str part;         /* trigger, actor, recipient, place, count, source */
    isn_str value;        /* what it was read as; {NULL, 0} */
    uint32_t start, end;  /* bytes of the text */
} isn_said_piece;

typedef struct isn_said_claim {
    isn_str name, key, event, type;
    uint8_t act, mode; /* isn_vocab_event, isn_vocab_mode */
    bool negative;
} isn_said_claim;

typedef struct isn_annotated {
    isn_entry_article article;
    isn_str text;
    const isn_said_claim *claims;
    uint32_t nclaims;
    const isn_said_piece *said;
    uint32_t nsaid;
    uint32_t *character; /* of each byte of the text, and of its end */
} isn_annotated;

/* Fills `character`. What is no UTF-8 counts as isn_buf_utf8 writes it. */
void isn_annotated_count(isn_annotated *article, isn_arena *arena);

/* W3C Web Annotation: an object a piece, with a comma before each but the first of `*count`. */
void isn_annotated_web(isn_buf *out, const isn_annotated *article, uint64_t *count);

/* brat: NAME.txt and NAME.ann in a folder, which is made where it is not, beside annotation.conf. */
isn_status isn_brat_open(const char *folder, isn_error *error);
isn_status isn_brat_add(const char *folder, const isn_annotated *article, isn_error *error);

/* ---- files that are written whole ----------------------------------------------------------------- */

typedef struct isn_file_format {
    isn_status (*open)(void **out, const char *path, isn_error *error);
    void (*add)(void *file, const isn_event *event, isn_rule rule, isn_arena *arena);
    /* Writes what is missing and frees; `wanted` false: the file is not, and goes. */
    isn_status (*close)(void *file, bool wanted, isn_error *error);
} isn_file_format;

extern const isn_file_format isn_file_xlsx; /* a sheet a table */
extern const isn_file_format isn_file_gpkg; /* GeoPackage: events a layer of points, the other tables beside it */
extern const isn_sheet *const isn_sheets[]; /* events, claims, counts, sources; ended by NULL */

/* ---- plots ---------------------------------------------------------------------------------------- */

typedef enum isn_plot_of { ISN_PLOT_TIME, ISN_PLOT_PLACE, ISN_PLOT_SOURCE } isn_plot_of;
typedef struct isn_plot isn_plot;

isn_plot *isn_plot_new(isn_plot_of of); /* NULL: no memory */
void isn_plot_free(isn_plot *plot);     /* NULL is allowed */
void isn_plot_add(isn_plot *plot, const isn_event *event, isn_rule rule);
/* Ends the plot as SVG; false where memory was short. */
bool isn_plot_svg(isn_plot *plot, isn_buf *out);

/* ---- report --------------------------------------------------------------------------------------- */

#define ISN_REPORT_MOST 5000 /* events shown; of the rest the number is told */

/* One page that needs nothing else: begin, an object an event with a comma before each but the first, end. Whatever
 * articles say stays text. */
void isn_report_begin(isn_buf *out, const char *language);
void isn_report_event(isn_buf *out, const isn_event *event, isn_rule rule, bool first);
void isn_report_end(isn_buf *out, uint64_t events);

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
/* The bytes as UTF-8: what is none becomes U+FFFD. */
void isn_buf_utf8(isn_buf *out, isn_str bytes);
bool isn_event_harms_civilians_alone(const isn_event *event);

#endif
