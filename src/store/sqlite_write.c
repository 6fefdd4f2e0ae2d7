/* sqlite_write.c: rows of a record into the tables of SQLite. What many rows have in common stands once, as a form, and words
 * that come again and again as phrases; a row has their numbers. The numbers of those that were met are kept in
 * memory, so that few are looked for in the tables.
 *
 * Such a row is nothing but numbers. They wait until the commit, or until somebody asks, and go into their table by one
 * statement for all, which reads them as rows of the table-valued function isn_rows: to start and end a statement for each would
 * cost more than to add it. So do forms that are new, as long as all others are known, and all else of a record but its
 * article, which is in the table already or is not. A chain that an earlier claim of the record has is that claim's.
 */
#include <stdlib.h>
#include <string.h>

#include "store/sqlite.h"

#define MOST_KEPT ((size_t)1 << 20)  /* forms, before they are forgotten */
#define MOST_READ ((int64_t)1 << 18) /* of a table */
#define MANY ((int64_t)1 << 14)      /* of fewer none is looked for: all are read */
#define LATELY 256
#define NO_FORM 0
#define FIND_RECORD                                                                                \
    "SELECT r.id FROM article a JOIN record_row r ON r.article = a.id JOIN record_form f ON f.id " \
    "= r.form WHERE a.ident = ? AND f.coder = ? AND f.knowledge = ?"
#define ADD_LINK "link_form SELECT NULL, c1, c2, c3, c4, c5, c6, c7, c8"
#define LINK_FORMS                                                                                 \
    "SELECT id, text, name, actor_id, role, named, party, channel, verb FROM link_form WHERE id "  \
    "> ?"
#define FIND_LINK                                                                                  \
    "SELECT id FROM link_form WHERE text IS ? AND name IS ? AND actor_id IS ? AND role IS ? AND "  \
    "named = ? AND party = ? AND channel IS ? AND verb IS ?"
#define FIND_ARTICLE "SELECT id FROM article WHERE ident = ?"

#define MOST_WAITING ((size_t)1 << 18) /* bytes of rows */

/* How the values that parcel.c gives become columns, a letter each: . as it is; f a part of the form; p a phrase; c the
 * number of a claim's name; d a day, counted; % a share, in hundredths; r is it a recipient? t a title, or its place in the article; q a
 * quotation, or null where it is what stands there. The form comes last. */
static const struct addition {
    const char *letters;
    const char *row;   /* adds a row; or NULL: */
    const char *table; /* where rows go that wait, */
    unsigned columns;  /* which have so many values, */
    bool numbered;     /* of which the first is the row's own number */
    bool loose;        /* not all of them are numbers */
    const char *find,
        *add;          /* a form; what is added waits as a loose row with its number, or is bound */
    const char *forms; /* those after a number, with their numbers before them */
} additions[ISN_SQL_STATEMENTS] = {
    [ISN_SQL_ADD_ARTICLE] = {.letters = "....",
                             .row = "INSERT OR IGNORE INTO article (ident, source, url, text) "
                                    "VALUES (?, ?, ?, ?)"},
    [ISN_SQL_ADD_RECORD] = {.letters = ".fff..t.fff", /* the rest goes into a bundle */
                            .table = "record_row (id, article, relevant, relevance, title, "
                                     "published, form, revision)",
                            .columns = 8,
                            .numbered = true,
                            .loose = true,
                            .find = "SELECT id FROM record_form WHERE coder = ? AND knowledge = ? "
                                    "AND language = ? AND published_from = ? AND outlet_id IS ? "
                                    "AND outlet_name IS ?",
                            .add = "record_form SELECT NULL, c1, c2, c3, c4, c5, c6",
                            .forms = "SELECT * FROM record_form WHERE id > ?"},
    [ISN_SQL_ADD_CLAIM] = {".cfffffffp..ddfpddpfc..%", NULL, "claim_row", 18, true, false,
                           "SELECT id FROM claim_form WHERE type = ? AND main = ? AND event_type "
                           "IS ? AND mode IS ? AND contexts = ? AND polarity = ? AND modality = ? "
                           "AND date_precision IS ? AND quoted = ?",
                           "claim_form SELECT NULL, c1, c2, c3, c4, c5, c6, c7, c8, c9",
                           "SELECT * FROM claim_form WHERE id > ?"},
    [ISN_SQL_ADD_ACTOR] = {".r.f..fffff", NULL, "actor_row", 6, false, false,
                           "SELECT id FROM actor_form WHERE text IS ? AND actor_id IS ? AND name "
                           "IS ? AND country IS ? AND sector IS ? AND inter IS ?",
                           "actor_form SELECT NULL, c1, c2, c3, c4, c5, c6, 0",
                           "SELECT id, text, actor_id, name, country, sector, inter FROM "
                           "actor_form WHERE id > ?"},
    [ISN_SQL_ADD_FIGURE] = {"..f...fffffp..ff", NULL, "figure_row", 10, true, false,
                            "SELECT id FROM figure_form WHERE what = ? AND quantity = ? AND "
                            "harm_term IS ? AND who IS ? AND side = ? AND group_id IS ? AND unit "
                            "IS ? AND rule IS ?",
                            "figure_form SELECT NULL, c1, c2, c3, c4, c5, c6, c7, c8",
                            "SELECT * FROM figure_form WHERE id > ?"},
    [ISN_SQL_ADD_PLACE] = {"..f..ffffffff", NULL, "place_row", 5, false, false,
                           "SELECT id FROM place_form WHERE text IS ? AND place_id IS ? AND name "
                           "IS ? AND country IS ? AND admin1 IS ? AND lat IS ? AND lon IS ? AND "
                           "precision IS ? AND basis IS ?",
                           "place_form SELECT NULL, c1, c2, c3, c4, c5, c6, c7, c8, c9, 0",
                           "SELECT id, text, place_id, name, country, admin1, lat, lon, "
                           "precision, basis FROM place_form WHERE id > ?"},
    [ISN_SQL_ADD_LINK] = {"..f..fffffff", NULL, "chain_row", 5, false, false, FIND_LINK, ADD_LINK,
                          LINK_FORMS},
    [ISN_SQL_ADD_TELLING] = {"...f..fffffff", NULL, "telling_row", 6, false, false, FIND_LINK,
                             ADD_LINK, LINK_FORMS},
    [ISN_SQL_ADD_CONTRADICTION] = {.letters = "......",
                                   .table = "contradiction",
                                   .columns = 6,
                                   .loose = true},
    [ISN_SQL_ADD_QUOTE] = {.letters = "..q...", .table = "quote_row", .columns = 6, .loose = true},
};

/* By what forms are looked for, where there are many. */
static const char *const indexes[ISN_SQL_STATEMENTS] = {
    [ISN_SQL_ADD_CLAIM] =
        "CREATE INDEX IF NOT EXISTS claim_form_is ON claim_form (event_type, mode, type)",
    [ISN_SQL_ADD_ACTOR] = "CREATE INDEX IF NOT EXISTS actor_form_is ON actor_form (text)",
    [ISN_SQL_ADD_FIGURE] =
        "CREATE INDEX IF NOT EXISTS figure_form_is ON figure_form (who, what, quantity)",
    [ISN_SQL_ADD_PLACE] = "CREATE INDEX IF NOT EXISTS place_form_is ON place_form (text, place_id)",
    [ISN_SQL_ADD_RECORD] =
        "CREATE INDEX IF NOT EXISTS record_form_is ON record_form (outlet_name, knowledge)",
    [ISN_SQL_ADD_LINK] = "CREATE INDEX IF NOT EXISTS link_form_is ON link_form (name, verb)",
};

#define PHRASES ISN_SQL_STATEMENTS /* they are found and added as forms are */
static const struct addition phrases = {.find = "SELECT id FROM phrase WHERE text = ?",
                                        .add = "phrase SELECT NULL, c1",
                                        .forms = "SELECT * FROM phrase WHERE id > ?"};

static const struct addition *of(unsigned which) {
    return which == PHRASES ? &phrases : &additions[which];
}

/* A form by two hashes of its key, with seeds of this process alone: no text can be made to share both with another. Of the
 * second one half is enough: four forms fit into a line of the processor's cache, and all that are met often into it. */
typedef struct kept {
    uint64_t hash;
    uint32_t check;
    uint32_t id; /* 0: a free place */
} kept;

/* What is known of a table of forms. Where all of them are kept, what is not is new, and need not be looked for. */
typedef struct knowledge {
    bool now;       /* `newest` is of this transaction */
    int64_t newest; /* the number of the last form */
    bool kept;      /* all are, up to this number: */
    int64_t upto;
    int64_t asked; /* how many were looked for in the table */
    bool indexed;  /* they can be; it may be so without our knowing */
} knowledge;

/* What waits: rows by their statement, then forms by theirs. */
#define FORMS ISN_SQL_STATEMENTS
#define WAITING (FORMS + PHRASES + 1)

struct isn_forms {
    isn_sqlite *own;
    sqlite3_stmt *rows[ISN_SQL_STATEMENTS];
    sqlite3_stmt *find[ISN_SQL_STATEMENTS + 1], *add[ISN_SQL_STATEMENTS + 1];
    knowledge known[ISN_SQL_STATEMENTS + 1];
    kept *all;
    kept lately[LATELY]; /* of these: an article names the same again and again */
    size_t size, used;
    uint64_t seeds[2];
    isn_buf key, phrase; /* of the row that is being added */
    unsigned columns;    /* of it, so far */
    int64_t row[ISN_SQLITE_COLUMNS];
    isn_str text; /* of the article of that record */
    isn_buf waiting[WAITING];
    bool any;    /* wait */
    bool within; /* a record is being written: its rows may change yet */
    /* Where, of the links that wait, those of its claims begin, or of the latest of them, and those of its newest claim. */
    size_t chains, told;
    unsigned nchains;
    int64_t claim;                    /* the newest; 0: none */
    int64_t last[ISN_SQL_STATEMENTS]; /* numbers of rows in this transaction; 0: not known yet */
    int64_t newest;                   /* of the row that was added last */
    int64_t revision;                 /* of the record that comes next */
};

/* ---- forms --------------------------------------------------------------------------------------- */

/* A key tells which table, and each value: its kind, and its bytes with their number before them. So does a loose row, but the
 * table. */
static void put_value(isn_buf *key, const isn_datum *cell) {
    const bool bytes = cell->kind == ISN_DATUM_TEXT || cell->kind == ISN_DATUM_BYTES;
    const size_t len = bytes ? cell->text.len : 0;
    if (!isn_buf_reserve(key, 1 + sizeof len + len)) {
        return;
    }
    char *to = key->ptr + key->len;
    *to++ = (char)cell->kind;
    switch (cell->kind) {
    case ISN_DATUM_INT: to = mempcpy(to, &cell->number, sizeof cell->number); break;
    case ISN_DATUM_REAL: to = mempcpy(to, &cell->real, sizeof cell->real); break;
    case ISN_DATUM_TEXT:
    case ISN_DATUM_BYTES:
        to = mempcpy(to, &len, sizeof len);
        to = mempcpy(to, cell->text.ptr, len);
        break;
    default: break;
    }
    key->len = (size_t)(to - key->ptr);
}

const char *isn_forms_value(const char *at, isn_datum *cell) {
    *cell = (isn_datum){.kind = (isn_datum_kind)*at++};
    switch (cell->kind) {
    case ISN_DATUM_INT:
        memcpy(&cell->number, at, sizeof cell->number);
        return at + sizeof cell->number;
    case ISN_DATUM_REAL: memcpy(&cell->real, at, sizeof cell->real); return at + sizeof cell->real;
    case ISN_DATUM_TEXT:
    case ISN_DATUM_BYTES:
        memcpy(&cell->text.len, at, sizeof cell->text.len);
        cell->text.ptr = at + sizeof cell->text.len;
        return cell->text.ptr + cell->text.len;
    default: return at;
    }
}

static bool bind_key(sqlite3_stmt *statement, const isn_buf *key) {
    int column = 0;
    bool ok = true;
    isn_datum cell;
    for (const char *at = key->ptr + 1; at < key->ptr + key->len;) {
        at = isn_forms_value(at, &cell);
        ok = isn_sqlite_bind_one(statement, ++column, &cell) && ok;
    }
    return ok;
}

/* ---- what waits ---------------------------------------------------------------------------------- */

/* `last`: the number that the last row must have got; 0: it has none. SQLite counts on from the greatest as we did: a number
 * that it is given it would look for. */
static bool flush_one(isn_forms *f, sqlite3_stmt *insert, unsigned waiting, int64_t last) {
    if (f->waiting[waiting].len == 0) {
        return true;
    }
    const bool ok = sqlite3_step(insert) == SQLITE_DONE &&
                    (last == 0 || sqlite3_last_insert_rowid(f->own->db) == last);
    f->waiting[waiting].len = 0;
    return sqlite3_reset(insert) == SQLITE_OK && ok;
}

/* Forms can go in at any time, for nothing in them names a row. */
static bool flush_forms(isn_forms *f) {
    bool ok = true;
    for (unsigned i = 0; ok && i <= PHRASES; i++) {
        ok = flush_one(f, f->add[i], FORMS + i, f->known[i].newest);
    }
    return ok;
}

bool isn_forms_flush(isn_forms *f) {
    if (!f->any) {
        return true;
    }
    bool ok = flush_forms(f);
    for (unsigned i = 0; ok && !f->within && i < ISN_SQL_STATEMENTS; i++) {
        ok = flush_one(f, f->rows[i], i, f->last[i]);
    }
    f->any = f->within;
    return ok;
}

/* Those of a form, with its number. */
static unsigned form_columns(unsigned which) {
    unsigned n = which == PHRASES ? 2 : 1;
    for (const char *at = which == PHRASES ? "" : additions[which].letters; *at != '\0'; at++) {
        n += *at == 'f';
    }
    return n;
}

isn_waiting isn_forms_waiting(const isn_forms *f, unsigned which) {
    if (which >= WAITING) {
        return (isn_waiting){.at = NULL};
    }
    const isn_buf *rows = &f->waiting[which];
    const bool form = which >= FORMS;
    return (isn_waiting){.at = rows->ptr,
                         .end = rows->ptr + rows->len,
                         .ncolumns = form ? form_columns(which - FORMS) : additions[which].columns,
                         .loose = form || additions[which].loose};
}

/* ---- forms that are known ------------------------------------------------------------------------ */

static void forget(isn_forms *f) {
    isn_heap_free(f->all);
    f->all = NULL;
    f->size = f->used = 0;
    memset(f->known, 0, sizeof f->known);
    memset(f->lately, 0, sizeof f->lately);
}

void isn_forms_undo(isn_forms *f) {
    if (f == NULL) {
        return;
    }
    forget(f);
    isn_forms_committed(f);
    for (unsigned i = 0; i < WAITING; i++) {
        isn_buf_release(&f->waiting[i]);
    }
    f->any = f->within = false;
}

/* The place of a form, or a free one. */
static kept *slot_of(kept *all, size_t size, uint64_t hash, uint32_t check) {
    size_t at = (size_t)hash & (size - 1);
    while (all[at].id != 0 && (all[at].hash != hash || all[at].check != check)) {
        at = (at + 1) & (size - 1);
    }
    return &all[at];
}

static bool make_room(isn_forms *f) {
    if (f->used >= MOST_KEPT) {
        if (!flush_forms(f)) {
            return false;
        }
        forget(f);
    }
    if ((f->used + 1) * 4 <= f->size * 3) {
        return true;
    }
    size_t size = f->size == 0 ? 4096 : f->size * 2;
    kept *all = isn_heap_alloc(size * sizeof *all);
    if (all == NULL) {
        return false;
    }
    for (size_t i = 0; i < f->size; i++) {
        if (f->all[i].id != 0) {
            *slot_of(all, size, f->all[i].hash, f->all[i].check) = f->all[i];
        }
    }
    isn_heap_free(f->all);
    f->all = all;
    f->size = size;
    return true;
}

/* Without its number. */
static kept hash_key(const isn_forms *f, const isn_buf *key) {
    return (kept){.hash = isn_hash(key->ptr, key->len, f->seeds[0]),
                  .check = (uint32_t)isn_hash(key->ptr, key->len, f->seeds[1])};
}

/* Its place, which make_room has seen to. A number that needs more than 32 bits is not kept. */
static void keep_one(isn_forms *f, kept one, int64_t id) {
    if (id <= UINT32_MAX) {
        kept *k = slot_of(f->all, f->size, one.hash, one.check);
        f->used += k->id == 0;
        one.id = (uint32_t)id;
        *k = one;
    }
}

/* Into `key`, which has room: a form as it was read. */
static bool keep(isn_forms *f, isn_buf *key, unsigned which, isn_sql *b) {
    key->len = 0;
    isn_buf_putc(key, (char)which);
    for (int i = 1; i < sqlite3_column_count(isn_sqlite_made(b->statement)); i++) {
        isn_datum cell = isn_sqlite_cell(b->statement, i);
        put_value(key, &cell);
    }
    if (key->failed || !make_room(f)) {
        f->own->no_memory = true;
        return false;
    }
    keep_one(f, hash_key(f, key), isn_sql_int_at(b, 0));
    return true;
}

/* Keeps all forms of a table that are not kept yet. */
static bool read_rest(isn_forms *f, unsigned which) {
    knowledge *known = &f->known[which];
    isn_buf key;
    isn_buf_init(&key);
    isn_sql b = isn_sql_on(&f->own->store, of(which)->forms);
    isn_sql_int(&b, known->upto);
    bool ok = true;
    while (ok && isn_sql_row(&b)) {
        ok = keep(f, &key, which, &b);
    }
    isn_buf_release(&key);
    if (!isn_sql_done(&b) || !ok) {
        return false;
    }
    known->kept = known->now; /* room may have run out meanwhile, and all be forgotten */
    known->upto = known->newest;
    return true;
}

static bool all_kept(const knowledge *known) {
    return known->now && known->kept && known->upto == known->newest;
}

/* Can forms be looked for? Where few are there, all are read instead. */
static bool can_find(isn_forms *f, unsigned which, bool *can) {
    knowledge *known = &f->known[which];
    if (which != PHRASES && !known->indexed && known->newest >= MANY) {
        known->indexed = isn_store_run(&f->own->store, indexes[which]);
        if (!known->indexed) {
            return false;
        }
    }
    *can = which == PHRASES || known->indexed;
    return true;
}

/* Reads what others have added since; and all where it pays: to read one costs a fifth of looking for one. */
static bool learn(isn_forms *f, unsigned which) {
    static const char *const newest[ISN_SQL_STATEMENTS + 1] = {
        [ISN_SQL_ADD_RECORD] = "SELECT max(id) FROM record_form",
        [ISN_SQL_ADD_CLAIM] = "SELECT max(id) FROM claim_form",
        [ISN_SQL_ADD_ACTOR] = "SELECT max(id) FROM actor_form",
        [ISN_SQL_ADD_FIGURE] = "SELECT max(id) FROM figure_form",
        [ISN_SQL_ADD_PLACE] = "SELECT max(id) FROM place_form",
        [ISN_SQL_ADD_LINK] = "SELECT max(id) FROM link_form",
        [PHRASES] = "SELECT max(id) FROM phrase"};
    knowledge *known = &f->known[which];
    if (!known->now) {
        isn_sql b = isn_sql_on(&f->own->store, newest[which]);
        if (!isn_sql_number(&b, &known->newest)) {
            return false;
        }
        known->now = true;
    }
    if (all_kept(known)) {
        return true;
    }
    bool can = false;
    if (!known->kept && !can_find(f, which, &can)) {
        return false;
    }
    const int64_t pays = can ? known->newest / 5 : 0;
    const bool read = known->asked++ >= pays && known->newest < MOST_READ;
    return !read || read_rest(f, which);
}

/* In the table; NO_FORM where it is not there, and when it failed. */
static int64_t find_form(const isn_forms *f, unsigned which, const isn_buf *key, bool *ok) {
    sqlite3_stmt *find = f->find[which];
    int64_t id = NO_FORM;
    *ok = bind_key(find, key);
    if (*ok && sqlite3_step(find) == SQLITE_ROW) {
        id = sqlite3_column_int64(find, 0);
    }
    *ok = sqlite3_reset(find) == SQLITE_OK && *ok;
    return id;
}

/* It waits where it need not be found in the table. */
static int64_t add_form(isn_forms *f, unsigned which, const isn_buf *key) {
    knowledge *known = &f->known[which];
    isn_buf *fresh = &f->waiting[FORMS + which];
    const bool all = all_kept(known);
    put_value(fresh, &(isn_datum){.kind = ISN_DATUM_INT, .number = known->newest + 1});
    isn_buf_put(fresh, key->ptr + 1, key->len - 1);
    if (fresh->failed) {
        f->own->no_memory = true;
        return NO_FORM;
    }
    known->newest++;
    known->upto = all ? known->newest : known->upto;
    f->any = true;
    return all || flush_one(f, f->add[which], FORMS + which, known->newest) ? known->newest
                                                                            : NO_FORM;
}

static int64_t look_up(isn_forms *f, unsigned which, const isn_buf *key, const kept *one) {
    bool ok = true;
    if (!all_kept(&f->known[which]) && (!learn(f, which) || !make_room(f))) {
        return NO_FORM;
    }
    int64_t id =
        slot_of(f->all, f->size, one->hash, one->check)->id; /* it may have come just now */
    if (id == NO_FORM && !all_kept(&f->known[which])) {
        id = find_form(f, which, key, &ok);
    }
    return id == NO_FORM && ok ? add_form(f, which, key) : id;
}

static int64_t form_of(isn_forms *f, unsigned which, const isn_buf *key) {
    if (key->failed || !make_room(f)) {
        f->own->no_memory = true;
        return NO_FORM;
    }
    kept one = hash_key(f, key);
    kept *late = &f->lately[one.hash % LATELY];
    if (late->hash == one.hash && late->check == one.check) {
        return late->id;
    }
    int64_t id = slot_of(f->all, f->size, one.hash, one.check)->id;
    if (id == NO_FORM) {
        id = look_up(f, which, key, &one);
        if (id == NO_FORM || !make_room(f)) {
            return NO_FORM;
        }
        keep_one(f, one, id);
    }
    if (id <= UINT32_MAX) {
        one.id = (uint32_t)id;
        *late = one;
    }
    return id;
}

/* ---- chains -------------------------------------------------------------------------------------- */

#define MOST_CHAINS 256 /* that are looked through: an article of thousands is no slower for it */
#define LINK_COLUMNS 5  /* claim, position, start, end, form */

static int64_t *links_at(const isn_forms *f, size_t at) {
    return (int64_t *)(void *)(f->waiting[ISN_SQL_ADD_LINK].ptr + at);
}

/* The bytes of the chain that begins at `at`. */
static size_t chain_size(const isn_forms *f, size_t at) {
    const int64_t claim = *links_at(f, at);
    size_t size = 0;
    while (at + size < f->waiting[ISN_SQL_ADD_LINK].len && *links_at(f, at + size) == claim) {
        size += LINK_COLUMNS * sizeof(int64_t);
    }
    return size;
}

static bool same_chain(const int64_t *a, const int64_t *b, size_t size) {
    for (size_t i = 0; i < size / sizeof(int64_t); i++) {
        if (i % LINK_COLUMNS != 0 && a[i] != b[i]) {
            return false;
        }
    }
    return true;
}

/* All links of the newest claim are there: they are taken back where an earlier claim of the record has the same. */
static void end_chain(isn_forms *f) {
    isn_buf *links = &f->waiting[ISN_SQL_ADD_LINK];
    const isn_buf *claims = &f->waiting[ISN_SQL_ADD_CLAIM];
    const size_t told = f->told;
    const size_t size = links->len - told;
    f->told = links->len;
    for (size_t at = f->chains; size > 0 && at < told; at += chain_size(f, at)) {
        if (chain_size(f, at) == size && same_chain(links_at(f, at), links_at(f, told), size)) {
            int64_t *end = (int64_t *)(void *)(claims->ptr + claims->len);
            end[-1] = f->claim - *links_at(f, at);
            links->len = f->told = told;
            return;
        }
    }
    if (size > 0 && ++f->nchains > MOST_CHAINS) {
        f->chains += chain_size(f, f->chains);
    }
}

bool isn_sqlite_admitted(isn_store *store, int64_t record) {
    isn_forms *f = ((isn_sqlite *)store)->forms;
    end_chain(f);
    f->within = false;
    return record != 0 && isn_sqlite_end_bundle(store, true);
}

/* ---- rows ---------------------------------------------------------------------------------------- */

/* A telling is made of links. */
static unsigned forms_of(unsigned which) {
    return which == ISN_SQL_ADD_TELLING ? ISN_SQL_ADD_LINK : which;
}

static void put_number(isn_forms *f, bool known, int64_t number) {
    if (f->columns < ISN_SQLITE_COLUMNS) {
        f->row[f->columns] = known ? number : ISN_NO_COUNT;
    }
    f->columns++;
}

static bool put_phrase(isn_forms *f, const isn_datum *value) {
    if (value->kind != ISN_DATUM_TEXT) {
        put_number(f, false, 0);
        return true;
    }
    f->phrase.len = 0;
    f->phrase.failed = false;
    isn_buf_putc(&f->phrase, (char)PHRASES);
    put_value(&f->phrase, value);
    const int64_t id = form_of(f, PHRASES, &f->phrase);
    put_number(f, true, id);
    return id != NO_FORM;
}

/* The number of a new row: nobody else adds any before the commit. */
static int64_t next_number(isn_forms *f, unsigned which) {
    char sql[64];
    if (f->last[which] == 0) {
        const char *table = additions[which].table;
        sqlite3_snprintf(sizeof sql, sql, "SELECT max(id) FROM %.*s", (int)strcspn(table, " "),
                         table);
        if (!isn_sql_ask(&f->own->store, sql, &f->last[which])) {
            return 0;
        }
    }
    return ++f->last[which];
}

static bool put_column(isn_forms *f, char letter, const isn_datum *value) {
    const bool known = value->kind != ISN_DATUM_NULL;
    switch (letter) {
    case 'f': put_value(&f->key, value); return true;
    case 'p': return put_phrase(f, value);
    case 'c': put_number(f, known, known ? strtoll(value->text.ptr + 1, NULL, 10) : 0); return true;
    case '%': put_number(f, known, (int64_t)(value->real * 100 + 0.5)); return true;
    case 'r': put_number(f, known, isn_str_eqz(value->text, "recipient")); return true;
    default: put_number(f, known, value->number); return true;
    }
}

static bool add_numbers(isn_forms *f, unsigned which, const isn_datum *values) {
    const struct addition *a = &additions[which];
    isn_buf *rows = &f->waiting[which];
    f->columns = 0;
    f->key.len = 0;
    f->key.failed = false;
    isn_buf_putc(&f->key, (char)forms_of(which));
    if (a->numbered) {
        put_number(f, true, f->newest);
    }
    for (unsigned i = 0; a->letters[i] != '\0'; i++) {
        if (!put_column(f, a->letters[i], &values[i])) {
            return false;
        }
    }
    const int64_t form = form_of(f, forms_of(which), &f->key);
    put_number(f, true, form);
    if (which == ISN_SQL_ADD_CLAIM) {
        put_number(f, true, 0); /* how far its chain is, as end_chain will know */
    }
    isn_buf_put(rows, (const char *)f->row, a->columns * sizeof *f->row);
    f->own->no_memory = f->own->no_memory || rows->failed;
    return form != NO_FORM && f->columns == a->columns && !rows->failed;
}

static void put_loose(isn_buf *rows, const isn_datum *value) {
    char day[11];
    isn_datum text = {.kind = ISN_DATUM_TEXT};
    if (value->kind == ISN_DATUM_DAY) {
        isn_day_text(day, (int32_t)value->number);
        text.text = isn_str_z(day);
        value = &text;
    }
    put_value(rows, value);
}

/* Is it a piece of the article of the record that is being added? */
static bool is_piece(const isn_forms *f, const isn_datum *value) {
    const uintptr_t at = (uintptr_t)value->text.ptr;
    const uintptr_t text = (uintptr_t)f->text.ptr;
    return value->kind == ISN_DATUM_TEXT && at >= text && at - text < f->text.len &&
           value->text.len <= f->text.len - (at - text);
}

static const isn_datum *title_of(const isn_forms *f, const isn_datum *value, isn_datum *place) {
    if (!is_piece(f, value) || value->text.len > UINT16_MAX) {
        return value;
    }
    *place =
        (isn_datum){.kind = ISN_DATUM_INT,
                    .number = (value->text.ptr - f->text.ptr) << 16 | (int64_t)value->text.len};
    return place;
}

/* Its text, and after it where it stands. */
static const isn_datum *quote_of(const isn_forms *f, const isn_datum *value, isn_datum *place) {
    const bool there = is_piece(f, value) && value[1].kind == ISN_DATUM_INT &&
                       value->text.ptr - f->text.ptr == value[1].number &&
                       value[2].number - value[1].number == (int64_t)value->text.len;
    *place = (isn_datum){.kind = ISN_DATUM_NULL};
    return there ? place : value;
}

static bool add_loose(isn_forms *f, unsigned which, const isn_datum *values) {
    const struct addition *a = &additions[which];
    isn_buf *rows = &f->waiting[which];
    if (a->numbered) {
        put_value(rows, &(isn_datum){.kind = ISN_DATUM_INT, .number = f->newest});
    }
    f->key.len = 0;
    f->key.failed = false;
    isn_buf_putc(&f->key, (char)which);
    for (unsigned i = 0; a->letters[i] != '\0'; i++) {
        const isn_datum *value = &values[i];
        isn_datum place;
        switch (a->letters[i]) {
        case 'f': put_value(&f->key, value); continue;
        case 't': value = title_of(f, value, &place); break;
        case 'q': value = quote_of(f, value, &place); break;
        default: break;
        }
        put_loose(rows, value);
    }
    if (which == ISN_SQL_ADD_RECORD) {
        const int64_t form = form_of(f, which, &f->key);
        put_value(rows, &(isn_datum){.kind = ISN_DATUM_INT, .number = form});
        put_value(rows, &(isn_datum){.kind = ISN_DATUM_INT, .number = f->revision});
        if (form == NO_FORM) {
            return false;
        }
    }
    f->own->no_memory = f->own->no_memory || rows->failed;
    return !rows->failed;
}

bool isn_sqlite_add(isn_store *store, unsigned which, const isn_datum *values) {
    isn_forms *f = ((isn_sqlite *)store)->forms;
    f->any = true;
    if (which == ISN_SQL_ADD_CLAIM) {
        end_chain(f);
    }
    if (additions[which].numbered) {
        f->newest = next_number(f, which);
        if (f->newest == 0) {
            return false;
        }
    }
    if (which == ISN_SQL_ADD_CLAIM) {
        f->claim = f->newest;
    }
    if (which == ISN_SQL_ADD_RECORD &&
        !isn_sqlite_bundle(store, f->newest, values[ISN_RECORD_PACKED].text,
                           values[ISN_RECORD_WHY].text)) {
        return false;
    }
    return additions[which].loose ? add_loose(f, which, values) : add_numbers(f, which, values);
}

void isn_forms_committed(isn_forms *f) {
    memset(f->last, 0, sizeof f->last); /* others may add some now */
    for (unsigned i = 0; i <= PHRASES; i++) {
        f->known[i].now = false;
    }
}

/* ---- the whole ----------------------------------------------------------------------------------- */

static sqlite3_stmt *literal(const isn_sqlite *own, const char *sql) {
    return isn_sqlite_make(own, sql, strlen(sql));
}

/* Whoever fails rolls all back: SQLite need not keep the pages that a statement changes, to be able to take back it alone. */
#define INSERT "INSERT OR FAIL INTO "

static bool prepare(isn_forms *f, unsigned i) {
    const struct addition *a = of(i);
    char sql[160];
    sqlite3_snprintf(sizeof sql, sql, INSERT "%s FROM isn_rows(%u)", a->add, FORMS + i);
    f->find[i] = a->find != NULL ? literal(f->own, a->find) : NULL;
    f->add[i] = a->add != NULL ? literal(f->own, sql) : NULL;
    return (a->find == NULL) == (f->find[i] == NULL) && (a->add == NULL) == (f->add[i] == NULL);
}

/* Adds a row, or all that wait. */
static sqlite3_stmt *make_rows(const isn_sqlite *own, unsigned which) {
    const struct addition *a = &additions[which];
    char sql[320];
    char columns[ISN_SQLITE_COLUMNS * 4 + 1] = "";
    if (a->row != NULL) {
        return literal(own, a->row);
    }
    const char *first = a->numbered ? "NULL" : "c%u";
    for (unsigned i = 0; i < a->columns; i++) {
        size_t len = strlen(columns);
        sqlite3_snprintf((int)(sizeof columns - len), columns + len, i > 0 ? ",c%u" : first, i);
    }
    sqlite3_snprintf(sizeof sql, sql, INSERT "%s SELECT %s FROM isn_rows(%u)", a->table, columns,
                     which);
    return literal(own, sql);
}

bool isn_sqlite_prepare_writes(isn_sqlite *own) {
    isn_forms *f = isn_heap_alloc(sizeof *f);
    if (f == NULL) {
        own->no_memory = true;
        return false;
    }
    own->forms = f;
    f->own = own;
    sqlite3_randomness(sizeof f->seeds, f->seeds);
    isn_buf_init(&f->key);
    isn_buf_init(&f->phrase);
    for (unsigned i = 0; i < WAITING; i++) {
        isn_buf_init(&f->waiting[i]);
    }
    for (unsigned i = 0; i < ISN_SQL_STATEMENTS; i++) {
        f->rows[i] = make_rows(own, i);
        if (f->rows[i] == NULL || !prepare(f, i)) {
            return false;
        }
    }
    own->find_record = isn_sqlite_prepare(&own->store, FIND_RECORD, strlen(FIND_RECORD));
    own->find_article = isn_sqlite_prepare(&own->store, FIND_ARTICLE, strlen(FIND_ARTICLE));
    return prepare(f, PHRASES) && own->find_record != NULL && own->find_article != NULL;
}

void isn_sqlite_end_writes(isn_sqlite *own) {
    isn_forms *f = own->forms;
    if (f == NULL) {
        return;
    }
    for (unsigned i = 0; i <= PHRASES; i++) {
        sqlite3_finalize(i < PHRASES ? f->rows[i] : NULL);
        sqlite3_finalize(f->find[i]);
        sqlite3_finalize(f->add[i]);
    }
    isn_sqlite_release(own->find_record);
    isn_sqlite_release(own->find_article);
    isn_forms_undo(f);
    isn_buf_release(&f->key);
    isn_buf_release(&f->phrase);
    isn_heap_free(f);
}

int64_t isn_sqlite_newest(isn_store *store) {
    return ((isn_sqlite *)store)->forms->newest;
}

/* A record begins, whose rows wait together. */
static bool begin_record(isn_forms *f, int64_t revision) {
    size_t waiting = 0;
    for (unsigned i = 0; i < WAITING; i++) {
        waiting += f->waiting[i].len;
    }
    if (waiting > MOST_WAITING && !isn_forms_flush(f)) {
        return false;
    }
    f->revision = revision;
    f->chains = f->told = f->waiting[ISN_SQL_ADD_LINK].len;
    f->nchains = 0;
    f->within = true;
    return true;
}

/* At once, for it tells whether the article is there already. */
static bool add_article(isn_forms *f, const isn_datum *article) {
    sqlite3_stmt *add = f->rows[ISN_SQL_ADD_ARTICLE];
    bool ok = true;
    for (int i = 0; i < 4; i++) {
        ok = isn_sqlite_bind_one(add, i + 1, &article[i]) && ok;
    }
    ok = ok && sqlite3_step(add) == SQLITE_DONE;
    f->newest = sqlite3_last_insert_rowid(f->own->db);
    return sqlite3_reset(add) == SQLITE_OK && ok;
}

bool isn_sqlite_admit(isn_store *store, const isn_datum *article, const isn_datum *record,
                      bool *known, int64_t *row) {
    isn_sqlite *own = (isn_sqlite *)store;
    int64_t found = 0;
    if (!isn_store_begin(store)) {
        return false;
    }
    if (!add_article(own->forms, article)) {
        return false;
    }
    own->forms->text = article[3].text;
    if (sqlite3_changes(own->db) > 0) { /* new: it has no records */
        *row = isn_sqlite_newest(store);
        return begin_record(own->forms, 1);
    }
    isn_sql find = {.store = store, .statement = own->find_record};
    isn_sql_str(&find, article[0].text);
    isn_sql_str(&find, record[1].text); /* coder, knowledge */
    isn_sql_str(&find, record[2].text);
    if (!isn_sql_number(&find, &found)) {
        return false;
    }
    *known = found != 0;
    isn_sql one = {.store = store, .statement = own->find_article};
    isn_sql_str(&one, article[0].text);
    if (!isn_sql_number(&one, row) || *row == 0) {
        return false;
    }
    isn_sql count = isn_sql_on(store, "SELECT count(*) + 1 FROM record WHERE article = ?");
    isn_sql_int(&count, *row);
    int64_t revision = 0;
    return isn_sql_number(&count, &revision) && (*known || begin_record(own->forms, revision));
}
