/* gpkg.c: a GeoPackage, which is a SQLite file with tables of its own about its tables: events as a layer of points,
 * null where no place is known, and claims, counts and sources as tables beside it. The same events give the same
 * bytes. */
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "export/events.h"

#define TABLES 4
#define WGS84 4326
#define MADE "2020-01-01T00:00:00.000Z" /* a fixed day, as that of a workbook */
#define SRS                                                                                        \
    "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"              \
    "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,"          \
    "AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\","         \
    "\"9122\"]],AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST],AUTHORITY[\"EPSG\",\"4326\"]]"

static const char frame[] =
    "PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300;"
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;"
    "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, "
    "organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, "
    "definition TEXT NOT NULL, description TEXT);"
    "INSERT INTO gpkg_spatial_ref_sys VALUES "
    "('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', NULL), "
    "('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL), "
    "('WGS 84 geodetic', 4326, 'EPSG', 4326, '" SRS "', 'longitude, latitude');"
    "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, "
    "identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT "
    "(strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, "
    "max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys (srs_id));"
    "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents "
    "(table_name), column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER "
    "NOT NULL REFERENCES gpkg_spatial_ref_sys (srs_id), z TINYINT NOT NULL, m TINYINT NOT NULL, "
    "PRIMARY KEY (table_name, column_name));";

typedef struct package {
    sqlite3 *db;
    sqlite3_stmt *add[TABLES];
    double west, south, east, north;
    bool located; /* some event has a point */
    isn_buf text; /* scratch */
    int code;     /* of the first failure */
    char path[512];
} package;

static void keep(package *p, int code) {
    if (p->code == SQLITE_OK && code != SQLITE_OK && code != SQLITE_DONE) {
        p->code = code;
    }
}

static void run(package *p, const char *sql) {
    keep(p, sqlite3_exec(p->db, sql, NULL, NULL, NULL));
}

static const char *type_of(char kind) {
    switch (kind) {
    case 'i': return "INTEGER";
    case 'd': return "DOUBLE";
    case 'D': return "DATE";
    case 'b': return "BOOLEAN";
    default: return "TEXT";
    }
}

/* The first table is the layer. */
static void make_table(package *p, unsigned at) {
    const isn_sheet *sheet = isn_sheets[at];
    isn_buf add;
    isn_buf_init(&add);
    p->text.len = 0;
    isn_buf_printf(&p->text, "CREATE TABLE %s (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL%s",
                   sheet->name, at == 0 ? ", geom POINT" : "");
    isn_buf_printf(&add, "INSERT INTO %s VALUES (NULL%s", sheet->name, at == 0 ? ", ?" : "");
    for (unsigned c = 0; sheet->columns[c] != NULL; c++) {
        isn_buf_printf(&p->text, ", \"%s\" %s", sheet->columns[c], type_of(sheet->kinds[c]));
        isn_buf_puts(&add, ", ?");
    }
    isn_buf_printf(&p->text,
                   "); INSERT INTO gpkg_contents VALUES ('%s', '%s', '%s', '', '" MADE
                   "', NULL, NULL, NULL, NULL, %s);",
                   sheet->name, at == 0 ? "features" : "attributes", sheet->name,
                   at == 0 ? "4326" : "NULL");
    isn_buf_puts(&add, ")");
    isn_buf_putc(&p->text, '\0');
    isn_buf_putc(&add, '\0');
    if (p->text.failed || add.failed) {
        keep(p, SQLITE_NOMEM);
    } else {
        run(p, p->text.ptr);
        keep(p, sqlite3_prepare_v2(p->db, add.ptr, -1, &p->add[at], NULL));
    }
    isn_buf_release(&add);
}

static isn_status failure(const package *p, isn_error *error) {
    return p->code == SQLITE_NOMEM
               ? isn_fail(error, ISN_ENOMEM, p->path, 0, "out of memory")
               : isn_fail(error, ISN_EIO, p->path, 0, "%s", sqlite3_errstr(p->code));
}

static void release(package *p) {
    for (unsigned i = 0; i < TABLES; i++) {
        sqlite3_finalize(p->add[i]);
    }
    sqlite3_close(p->db);
    isn_buf_release(&p->text);
    isn_heap_free(p);
}

static isn_status open_package(void **out, const char *path, isn_error *error) {
    package *p = isn_heap_alloc(sizeof *p);
    if (p == NULL) {
        return isn_fail(error, ISN_ENOMEM, path, 0, "out of memory");
    }
    isn_buf_init(&p->text);
    sqlite3_snprintf(sizeof p->path, p->path, "%s", path);
    unlink(path); /* a file of before is written anew, as every other export does */
    keep(p, sqlite3_open_v2(path, &p->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL));
    run(p, frame);
    for (unsigned i = 0; i < TABLES && p->code == SQLITE_OK; i++) {
        make_table(p, i);
    }
    run(p, "INSERT INTO gpkg_geometry_columns VALUES ('events', 'geom', 'POINT', 4326, 0, 0)");
    if (p->code != SQLITE_OK) {
        isn_status status = failure(p, error);
        release(p);
        return status;
    }
    *out = p;
    return ISN_OK;
}

static unsigned char *put_le(unsigned char *at, uint64_t value, unsigned bytes) {
    for (unsigned i = 0; i < bytes; i++) {
        *at++ = (unsigned char)(value >> 8 * i);
    }
    return at;
}

static unsigned char *put_double(unsigned char *at, double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return put_le(at, bits, 8);
}

/* The header of a GeoPackage's geometry, little-endian and without an envelope; the point as WKB. */
static void bind_point(package *p, const isn_event *event) {
    unsigned char blob[29] = {'G', 'P', 0, 1};
    unsigned char *at = put_le(blob + 4, WGS84, 4);
    if (event->place.precision == 0 || event->place.lat == ISN_NO_INT) {
        return;
    }
    double x = (double)event->place.lon / 10000;
    double y = (double)event->place.lat / 10000;
    at = put_le(at, 1, 1);
    at = put_le(at, 1, 4);
    put_double(put_double(at, x), y);
    keep(p, sqlite3_bind_blob(p->add[0], 1, blob, sizeof blob, SQLITE_TRANSIENT));
    p->west = p->located && p->west < x ? p->west : x;
    p->east = p->located && p->east > x ? p->east : x;
    p->south = p->located && p->south < y ? p->south : y;
    p->north = p->located && p->north > y ? p->north : y;
    p->located = true;
}

static void bind_cell(package *p, sqlite3_stmt *to, int at, const isn_cell *cell, char kind) {
    if (cell->kind == ISN_CELL_INT) {
        keep(p, sqlite3_bind_int64(to, at, cell->number));
    } else if (cell->kind == ISN_CELL_DECIMAL) {
        keep(p, sqlite3_bind_double(to, at, (double)cell->number / 10000));
    } else if (cell->kind == ISN_CELL_TEXT && kind == 'b') {
        keep(p, sqlite3_bind_int(to, at, isn_str_eqz(cell->text, "true")));
    } else if (cell->kind == ISN_CELL_TEXT) {
        p->text.len = 0;
        isn_buf_utf8(&p->text, cell->text);
        keep(p, p->text.failed
                    ? SQLITE_NOMEM
                    : sqlite3_bind_text(to, at, p->text.ptr, (int)p->text.len, SQLITE_TRANSIENT));
    }
}

static void add(void *file, const isn_event *event, isn_rule rule, isn_arena *arena) {
    package *p = file;
    for (unsigned s = 0; s < TABLES && p->code == SQLITE_OK; s++) {
        isn_row row = {.arena = arena};
        for (uint32_t i = 0; isn_sheets[s]->row(&row, event, rule, i); i++) {
            if (s == 0) {
                bind_point(p, event);
            }
            for (unsigned c = 0; c < row.n; c++) {
                bind_cell(p, p->add[s], (int)c + (s == 0 ? 2 : 1), &row.cells[c],
                          isn_sheets[s]->kinds[c]);
            }
            keep(p, sqlite3_step(p->add[s]));
            sqlite3_reset(p->add[s]);
            sqlite3_clear_bindings(p->add[s]);
            row.n = 0;
        }
    }
}

static void put_extent(package *p) {
    char sql[256];
    sqlite3_snprintf(sizeof sql, sql,
                     "UPDATE gpkg_contents SET min_x = %.4f, min_y = %.4f, max_x = %.4f, max_y = "
                     "%.4f WHERE table_name = 'events'",
                     p->west, p->south, p->east, p->north);
    run(p, sql);
}

static isn_status close_package(void *file, bool wanted, isn_error *error) {
    package *p = file;
    isn_status status = ISN_OK;
    if (p->located) {
        put_extent(p);
    }
    run(p, "COMMIT");
    if (wanted && p->code != SQLITE_OK) {
        status = failure(p, error);
    }
    wanted = wanted && status == ISN_OK;
    if (!wanted) {
        unlink(p->path);
    }
    release(p);
    return status;
}

const isn_file_format isn_file_gpkg = {open_package, add, close_package};
