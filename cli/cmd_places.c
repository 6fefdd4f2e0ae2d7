/* cmd_places.c: `isnad places import`: a GeoNames dump or a CSV of places → rows of places.tsv in a folder of the
 * user's (cmd_lexicon.c, --lexicon). */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

const char cmd_places_help[] =
    "usage: isnad places import [--lexicon DIR] FILE\n"
    "\n"
    "Turns FILE into rows of places.tsv and puts them into DIR, or prints them without DIR. FILE "
    "is\n"
    "a dump of GeoNames (19 columns between tabs), or a CSV whose first line names its columns:\n"
    "names (spellings separated by |), lat, lon, country (two letters), and perhaps id, name, "
    "type,\n"
    "admin1. Places without a name in Arabic letters are left out, and so are ids that DIR has.\n"
    "Names of one word count only after a word like village, unless the place is a town. Fields "
    "of\n"
    "GeoNames are under CC BY 4.0: say so where you pass the rows on.\n"
    "\n"
    "  --lexicon DIR  the folder\n"
    "  --pack FILE    another language pack\n";

#define COLUMNS 32

typedef struct line {
    const char *cell[COLUMNS]; /* those beyond `n` are empty */
    int n;
} line;

/* A place; borrowed from the line. */
typedef struct spot {
    const char *id, *name, *names, *type, *country, *admin1, *lat, *lon;
    long people;
    bool by_code; /* type is a GeoNames feature code */
} spot;

/* ---- lines ------------------------------------------------------------------------------------------------ */

static void clear(line *out) {
    out->n = 0;
    for (int i = 0; i < COLUMNS; i++) {
        out->cell[i] = "";
    }
}

static void split_tabs(line *out, char *text) {
    clear(out);
    for (char *at = text; at != NULL && out->n < COLUMNS;) {
        char *tab = strchr(at, '\t');
        out->cell[out->n++] = at;
        if (tab != NULL) {
            *tab++ = '\0';
        }
        at = tab;
    }
}

/* Cells between commas; "…" keeps commas, "" in it is a quotation mark. */
static void split_commas(line *out, char *text) {
    clear(out);
    for (char *at = text; at != NULL && out->n < COLUMNS;) {
        char *to = at;
        bool quoted = *at == '"';
        out->cell[out->n++] = at;
        at += quoted;
        while (*at != '\0' && (quoted || *at != ',')) {
            if (quoted && *at == '"' && *++at != '"') {
                quoted = false;
            } else {
                *to++ = *at++;
            }
        }
        at = *at == ',' ? at + 1 : NULL;
        *to = '\0';
    }
}

/* ---- names ------------------------------------------------------------------------------------------------ */

/* Letters of the Arabic block, blanks and hyphens, one letter at least; no Persian, Kurdish or Urdu letters, which
 * tell another language's spelling. */
static bool is_arabic(const char *at, size_t len) {
    bool any = false;
    for (size_t i = 0; i < len;) {
        unsigned char a = (unsigned char)at[i], b = i + 1 < len ? (unsigned char)at[i + 1] : 0;
        unsigned cp = (a & 0x1fu) << 6 | (b & 0x3fu);
        if (a == ' ' || a == '-') {
            i++;
            continue;
        }
        if ((a != 0xd8 && a != 0xd9) || cp < 0x621 || cp > 0x652 || (cp > 0x63a && cp < 0x641)) {
            return false;
        }
        any = true;
        i += 2;
    }
    return any;
}

static void put_names(cli_text *out, const char *names, bool by_code) {
    const char *const separators = by_code ? "," : "|";
    size_t first = out->len;
    for (const char *at = names; *at != '\0';) {
        size_t len = strcspn(at, separators);
        size_t from = 0, to = len;
        while (from < to && at[from] == ' ') {
            from++;
        }
        while (to > from && at[to - 1] == ' ') {
            to--;
        }
        if (is_arabic(at + from, to - from)) {
            cli_text_printf(out, "%s%.*s", out->len > first ? "|" : "", (int)(to - from),
                            at + from);
        }
        at += len + (at[len] != '\0');
    }
}

static bool has_blank(const char *text, size_t len) {
    return memchr(text, ' ', len) != NULL;
}

/* ---- types ------------------------------------------------------------------------------------------------- */

typedef struct kind {
    const char *code, *type;
    int precision;
} kind;

static const kind kinds[] = {
    {"ADM1", "governorate", 4}, {"ADM2", "district", 3}, {"ADM3", "district", 3},
    {"PPLC", "city", 1},        {"PPLA", "city", 1},     {"PPLX", "neighbourhood", 1},
    {"CMPRF", "camp", 1},       {"PPLA2", "town", 1},    {NULL, NULL, 0},
};

/* NULL: no place that news names as one. */
static const char *type_of(const spot *s, int *precision) {
    *precision = 1;
    if (!s->by_code) {
        bool wide = strcmp(s->type, "governorate") == 0,
             district = strcmp(s->type, "district") == 0;
        *precision = wide ? 4 : district ? 3 : 1;
        return s->type;
    }
    for (const kind *k = kinds; k->code != NULL; k++) {
        if (strcmp(k->code, s->type) == 0) {
            *precision = k->precision;
            return k->type;
        }
    }
    if (strncmp(s->type, "PPL", 3) != 0) {
        return NULL;
    }
    return s->people >= 50000 ? "city" : s->people >= 5000 ? "town" : "village";
}

/* ---- rows -------------------------------------------------------------------------------------------------- */

static const char *or_none(const char *text) {
    return text != NULL && text[0] != '\0' ? text : "-";
}

static bool put_row(cli_text *rows, const spot *s) {
    cli_text names = {0};
    int precision = 1;
    const char *type = type_of(s, &precision);
    put_names(&names, s->names, s->by_code);
    bool ok = type != NULL && names.len > 0 && s->lat[0] != '\0' && s->lon[0] != '\0';
    if (ok) {
        bool large = strcmp(type, "city") == 0 || strcmp(type, "town") == 0 ||
                     strcmp(type, "governorate") == 0;
        cli_text_printf(rows, "%s\t%.*s\t%s\t%s\t", s->id, (int)names.len, names.ptr,
                        or_none(s->name), type);
        for (const char *c = s->country; *c != '\0'; c++) {
            char lower = (char)tolower((unsigned char)*c);
            cli_text_put(rows, &lower, 1);
        }
        cli_text_printf(rows, "\t%s\t%s\t%s\t%d\t%d\n", or_none(s->admin1), s->lat, s->lon,
                        precision, large || has_blank(names.ptr, names.len) ? 0 : 1);
    }
    free(names.ptr);
    return ok;
}

/* The cell of a CSV under this name, or "". */
static const char *under(const line *header, const line *l, const char *name) {
    for (int i = 0; i < header->n && i < l->n; i++) {
        if (strcmp(header->cell[i], name) == 0) {
            return l->cell[i];
        }
    }
    return "";
}

static spot of_geonames(const line *l, char id[40]) {
    snprintf(id, 40, "gn-%.30s", l->cell[0]);
    return (spot){.id = id,
                  .name = l->cell[1],
                  .names = l->cell[3],
                  .type = l->cell[7],
                  .country = l->cell[8],
                  .admin1 = "",
                  .lat = l->cell[4],
                  .lon = l->cell[5],
                  .people = strtol(l->cell[14], NULL, 10),
                  .by_code = true};
}

/* The same place has the same id in every import (FNV-1a). */
static uint32_t mark_of(const char *names, const char *lat, const char *lon) {
    const char *const parts[] = {names, lat, lon};
    uint32_t hash = 2166136261u;
    for (unsigned i = 0; i < 3; i++) {
        for (const char *c = parts[i]; *c != '\0'; c++) {
            hash = (hash ^ (unsigned char)*c) * 16777619u;
        }
    }
    return hash;
}

static spot of_csv(const line *header, const line *l, char id[40]) {
    const char *given = under(header, l, "id"), *type = under(header, l, "type");
    snprintf(id, 40, "my-%08x",
             mark_of(under(header, l, "names"), under(header, l, "lat"), under(header, l, "lon")));
    return (spot){.id = given[0] != '\0' ? given : id,
                  .name = under(header, l, "name"),
                  .names = under(header, l, "names"),
                  .type = type[0] != '\0' ? type : "village",
                  .country = under(header, l, "country"),
                  .admin1 = under(header, l, "admin1"),
                  .lat = under(header, l, "lat"),
                  .lon = under(header, l, "lon")};
}

typedef struct tally {
    unsigned read, kept;
} tally;

static int count_tabs(const char *text) {
    int n = 0;
    for (; *text != '\0'; text++) {
        n += *text == '\t';
    }
    return n;
}

/* Ids that the folder has already stand at the beginning of a line of `old`. */
static bool has_id(const cli_text *old, const char *row) {
    size_t len = strcspn(row, "\t") + 1;
    for (const char *at = old->ptr; at != NULL && at < old->ptr + old->len;) {
        size_t left = (size_t)(old->ptr + old->len - at);
        if (left >= len && memcmp(at, row, len) == 0) {
            return true;
        }
        at = memchr(at, '\n', left);
        at = at != NULL ? at + 1 : NULL;
    }
    return false;
}

static void import_line(cli_text *rows, tally *t, const cli_text *old, line *header, char *text) {
    line l = {.n = 0};
    char id[40];
    cli_text row = {0};
    spot s;
    if (count_tabs(text) >= 18) {
        split_tabs(&l, text);
        s = of_geonames(&l, id);
    } else {
        split_commas(&l, text);
        if (header->n == 0) {
            *header = l;
            return;
        }
        s = of_csv(header, &l, id);
    }
    t->read++;
    if (put_row(&row, &s) && !has_id(old, row.ptr)) {
        cli_text_put(rows, row.ptr, row.len);
        t->kept++;
    }
    free(row.ptr);
}

static void import_all(cli_text *rows, tally *t, const cli_text *old, cli_text *file) {
    line header = {.n = 0};
    cli_text_put(file, "", 1);
    for (char *at = file->ptr; *at != '\0';) {
        char *end = at + strcspn(at, "\r\n");
        bool last = *end == '\0';
        *end = '\0';
        if (*at != '\0') {
            import_line(rows, t, old, &header, at);
        }
        at = last ? end : end + 1;
    }
}

static int import(const cli_pack *from, const char *path) {
    cli_text file = {0}, old = {0}, rows = {0};
    tally t = {0, 0};
    int end = EXIT_SOME_FAILED, number = cli_read_file(&file, path);
    if (number != 0) {
        fprintf(stderr, "isnad: %s: %s\n", path, strerror(number));
        free(file.ptr);
        return end;
    }
    if (from->lexicon != NULL) {
        char *places = cli_format("%s/places.tsv", from->lexicon);
        cli_read_file(&old, places);
        free(places);
    }
    import_all(&rows, &t, &old, &file);
    if (from->lexicon == NULL) {
        fwrite(rows.ptr, 1, rows.len, stdout);
        end = cli_finish_output();
    } else if (t.kept == 0 || cli_add_rows(from, "places", &rows)) {
        end = EXIT_GOOD;
    }
    if (end == EXIT_GOOD) {
        fprintf(stderr, "isnad places: %u of %u places taken\n", t.kept, t.read);
    }
    free(file.ptr);
    free(old.ptr);
    free(rows.ptr);
    return end;
}

int cmd_places(int argc, char **argv) {
    cli_pack from = {0};
    const cli_option options[] = {
        CLI_PACK_OPTIONS(from),
        {NULL, OPTION_FLAG, NULL, 0, 0, NULL},
    };
    int n = cli_options("places", argc, argv, options);
    if (n < 0) {
        return EXIT_USAGE;
    }
    if (n != 2 || strcmp(argv[0], "import") != 0) {
        cli_usage("places", "import which file?");
        return EXIT_USAGE;
    }
    return import(&from, argv[1]);
}
