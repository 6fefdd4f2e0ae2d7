/* sqlite_write.c: rows of a record into the tables of SQLite. What many rows have in common stands once, as a form, and words
 * that come again and again as phrases; a row has their numbers. The numbers of those that were met are kept in
 * memory, so that few are looked for in the tables.
 */
#include <stdlib.h>
#include <string.h>

#include "store/sqlite.h"

#define MOST_KEPT ((size_t)1 << 20) /* forms, before they are forgotten */
#define NO_FORM 0
#define FIND_RECORD                                                                                \
    "SELECT r.id FROM record r JOIN article a ON a.id = r.article WHERE a.ident = ? AND r.coder "  \
    "= ? AND r.knowledge = ?"
#define FIND_LINK                                                                                  \
    "SELECT id FROM link_form WHERE text IS ? AND name IS ? AND actor_id IS ? AND role IS ? AND "  \
    "named = ? AND party = ? AND channel IS ? AND verb IS ?"
#define ADD_LINK "INSERT INTO link_form VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)"
#define FIND_ARTICLE "SELECT id FROM article WHERE ident = ?"

/* How the values that write.c binds become columns, a letter each: . as it is; f a part of the form; p a phrase; c the
 * number of a claim's name; d a day, counted; % a share, in hundredths; r is it a recipient? The form comes last. */
static const struct addition {
    const char *letters;
    const char *row, *find, *form; /* adds a row; finds a form, adds it */
} additions[ISN_SQL_STATEMENTS] = {
    [ISN_SQL_ADD_ARTICLE] = {"....",
                             "INSERT OR IGNORE INTO article (ident, source, url, text) VALUES "
                             "(?, ?, ?, ?)",
                             NULL, NULL},
    [ISN_SQL_ADD_RECORD] =
        {".............",
         "INSERT INTO record (article, coder, knowledge, language, relevant, relevance, title, "
         "published, published_from, outlet_id, outlet_name, packed, why, revision) VALUES (?1, "
         "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT count(*) + 1 FROM record WHERE article = "
         "?1))",
         NULL, NULL},
    [ISN_SQL_ADD_CLAIM] = {".cfffffffp..ddfpddpfc..%",
                           "INSERT INTO claim_row VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                           "?, ?, ?, ?, ?)",
                           "SELECT id FROM claim_form WHERE type = ? AND main = ? AND event_type "
                           "IS ? AND mode IS ? AND contexts = ? AND polarity = ? AND modality = ? "
                           "AND date_precision IS ? AND quoted = ?",
                           "INSERT INTO claim_form VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
    [ISN_SQL_ADD_ACTOR] = {".r.f..fffff", "INSERT INTO actor_row VALUES (?, ?, ?, ?, ?, ?)",
                           "SELECT id FROM actor_form WHERE text IS ? AND actor_id IS ? AND name "
                           "IS ? AND country IS ? AND sector IS ? AND inter IS ?",
                           "INSERT INTO actor_form VALUES (NULL, ?, ?, ?, ?, ?, ?, 0)"},
    [ISN_SQL_ADD_FIGURE] = {"..f...fffffp..ff",
                            "INSERT INTO figure_row VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            "SELECT id FROM figure_form WHERE what = ? AND quantity = ? AND "
                            "harm_term IS ? AND who IS ? AND side = ? AND group_id IS ? AND unit "
                            "IS ? AND rule IS ?",
                            "INSERT INTO figure_form VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)"},
    [ISN_SQL_ADD_PLACE] = {"..f..ffffffff", "INSERT INTO place_row VALUES (?, ?, ?, ?, ?)",
                           "SELECT id FROM place_form WHERE text IS ? AND place_id IS ? AND name "
                           "IS ? AND country IS ? AND admin1 IS ? AND lat IS ? AND lon IS ? AND "
                           "precision IS ? AND basis IS ?",
                           "INSERT INTO place_form VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"},
    [ISN_SQL_ADD_LINK] = {"..f..fffffff", "INSERT INTO link_row VALUES (?, ?, ?, ?, ?)", FIND_LINK,
                          ADD_LINK},
    [ISN_SQL_ADD_TELLING] = {"...f..fffffff", "INSERT INTO telling_row VALUES (?, ?, ?, ?, ?, ?)",
                             FIND_LINK, ADD_LINK},
    [ISN_SQL_ADD_CONTRADICTION] = {"......", "INSERT INTO contradiction VALUES (?, ?, ?, ?, ?, ?)",
                                   NULL, NULL},
    [ISN_SQL_ADD_QUOTE] = {"......", "INSERT INTO quote VALUES (?, ?, ?, ?, ?, ?)", NULL, NULL},
};

#define PHRASES ISN_SQL_STATEMENTS /* they are found and added as forms are */

/* A form by two hashes of its key, with seeds of this process alone: no text can be made to share both with another. */
typedef struct kept {
    uint64_t hash, check;
    int64_t id; /* 0: a free place */
} kept;

struct isn_forms {
    isn_sqlite *own;
    isn_sqlite_statement rows[ISN_SQL_STATEMENTS];
    sqlite3_stmt *find[ISN_SQL_STATEMENTS + 1], *add[ISN_SQL_STATEMENTS + 1];
    kept *all;
    size_t size, used;
    uint64_t seeds[2];
    isn_buf key, phrase; /* of the row that is being bound */
    int columns;         /* of it, bound so far */
};

/* ---- forms --------------------------------------------------------------------------------------- */

/* A key tells which table, and each value: its kind, and its bytes with their number before them. */
static void put_value(isn_buf *key, const isn_datum *cell) {
    isn_buf_putc(key, (char)cell->kind);
    switch (cell->kind) {
    case ISN_DATUM_INT: isn_buf_put(key, (const char *)&cell->number, sizeof cell->number); break;
    case ISN_DATUM_REAL: isn_buf_put(key, (const char *)&cell->real, sizeof cell->real); break;
    case ISN_DATUM_TEXT:
        isn_buf_put(key, (const char *)&cell->text.len, sizeof cell->text.len);
        isn_buf_put(key, cell->text.ptr, cell->text.len);
        break;
    default: break;
    }
}

static bool bind_key(sqlite3_stmt *statement, const isn_buf *key) {
    int column = 0;
    bool ok = true;
    for (size_t at = 1; at < key->len;) {
        isn_datum cell = {.kind = (isn_datum_kind)key->ptr[at++]};
        const char *value = key->ptr + at;
        switch (cell.kind) {
        case ISN_DATUM_INT:
            memcpy(&cell.number, value, sizeof cell.number);
            at += sizeof cell.number;
            break;
        case ISN_DATUM_REAL:
            memcpy(&cell.real, value, sizeof cell.real);
            at += sizeof cell.real;
            break;
        case ISN_DATUM_TEXT:
            memcpy(&cell.text.len, value, sizeof cell.text.len);
            cell.text.ptr = value + sizeof cell.text.len;
            at += sizeof cell.text.len + cell.text.len;
            break;
        default: break;
        }
        ok = isn_sqlite_bind_one(statement, ++column, &cell) && ok;
    }
    return ok;
}

void isn_forms_forget(isn_forms *f) {
    if (f == NULL) {
        return;
    }
    isn_heap_free(f->all);
    f->all = NULL;
    f->size = f->used = 0;
}

static kept *slot_of(kept *all, size_t size, uint64_t hash, uint64_t check) {
    size_t at = (size_t)hash & (size - 1);
    while (all[at].id != 0 && (all[at].hash != hash || all[at].check != check)) {
        at = (at + 1) & (size - 1);
    }
    return &all[at];
}

static bool make_room(isn_forms *f) {
    if (f->used >= MOST_KEPT) {
        isn_forms_forget(f);
    }
    if ((f->used + 1) * 2 <= f->size) {
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

/* In the table: there already, or added. */
static int64_t look_up(const isn_forms *f, unsigned which, const isn_buf *key) {
    int64_t id = NO_FORM;
    sqlite3_stmt *find = f->find[which];
    if (!bind_key(find, key)) {
        return NO_FORM;
    }
    int step = sqlite3_step(find);
    if (step == SQLITE_ROW) {
        id = sqlite3_column_int64(find, 0);
    }
    if (sqlite3_reset(find) != SQLITE_OK || step == SQLITE_ROW) {
        return id;
    }
    sqlite3_stmt *add = f->add[which];
    if (bind_key(add, key) && sqlite3_step(add) == SQLITE_DONE) {
        id = sqlite3_last_insert_rowid(f->own->db);
    }
    sqlite3_reset(add);
    return id;
}

static int64_t form_of(isn_forms *f, unsigned which, const isn_buf *key) {
    if (key->failed || !make_room(f)) {
        f->own->no_memory = true;
        return NO_FORM;
    }
    uint64_t hash = isn_hash(key->ptr, key->len, f->seeds[0]);
    uint64_t check = isn_hash(key->ptr, key->len, f->seeds[1]);
    kept *k = slot_of(f->all, f->size, hash, check);
    if (k->id == 0) {
        int64_t id = look_up(f, which, key);
        if (id == NO_FORM) {
            return NO_FORM;
        }
        *k = (kept){hash, check, id};
        f->used++;
    }
    return k->id;
}

/* ---- rows ---------------------------------------------------------------------------------------- */

static bool bind_phrase(isn_forms *f, sqlite3_stmt *made, const isn_datum *cell) {
    if (cell->kind != ISN_DATUM_TEXT) {
        return sqlite3_bind_null(made, ++f->columns) == SQLITE_OK;
    }
    f->phrase.len = 0;
    f->phrase.failed = false;
    isn_buf_putc(&f->phrase, (char)PHRASES);
    put_value(&f->phrase, cell);
    int64_t id = form_of(f, PHRASES, &f->phrase);
    return id != NO_FORM && sqlite3_bind_int64(made, ++f->columns, id) == SQLITE_OK;
}

bool isn_forms_bind(isn_sqlite_statement *s, int at, const isn_datum *cell) {
    isn_forms *f = s->forms;
    if (at == 1) {
        f->columns = 0;
        f->key.len = 0;
        f->key.failed = false;
        isn_buf_putc(&f->key, (char)s->which);
    }
    char letter = additions[s->which].letters[at - 1];
    isn_datum number = {.kind = cell->kind == ISN_DATUM_NULL ? ISN_DATUM_NULL : ISN_DATUM_INT};
    switch (letter) {
    case '.': return isn_sqlite_bind_one(s->made, ++f->columns, cell);
    case 'f':
        put_value(&f->key, cell);
        f->own->no_memory = f->own->no_memory || f->key.failed;
        return !f->key.failed;
    case 'p': return bind_phrase(f, s->made, cell);
    case 'c':
        number.number = cell->text.ptr != NULL ? strtoll(cell->text.ptr + 1, NULL, 10) : 0;
        break;
    case 'd': number.number = cell->number; break;
    case '%': number.number = (int64_t)(cell->real * 100 + 0.5); break;
    default: number.number = isn_str_eqz(cell->text, "recipient"); break;
    }
    return isn_sqlite_bind_one(s->made, ++f->columns, &number);
}

bool isn_forms_finish(isn_sqlite_statement *s) {
    isn_forms *f = s->forms;
    if (additions[s->which].find == NULL) {
        return true;
    }
    int64_t id = form_of(f, s->which, &f->key);
    return id != NO_FORM && sqlite3_bind_int64(s->made, ++f->columns, id) == SQLITE_OK;
}

/* ---- the whole ----------------------------------------------------------------------------------- */

static sqlite3_stmt *literal(const isn_sqlite *own, const char *sql) {
    return isn_sqlite_make(own, sql, strlen(sql));
}

static bool prepare(isn_forms *f, unsigned i, const struct addition *a) {
    f->find[i] = a->find != NULL ? literal(f->own, a->find) : NULL;
    f->add[i] = a->form != NULL ? literal(f->own, a->form) : NULL;
    return (a->find == NULL) == (f->find[i] == NULL) && (a->form == NULL) == (f->add[i] == NULL);
}

bool isn_sqlite_prepare_writes(isn_sqlite *own) {
    static const struct addition phrases = {"", NULL, "SELECT id FROM phrase WHERE text = ?",
                                            "INSERT INTO phrase VALUES (NULL, ?)"};
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
    for (unsigned i = 0; i < ISN_SQL_STATEMENTS; i++) {
        isn_sqlite_statement *row = &f->rows[i];
        *row = (isn_sqlite_statement){literal(own, additions[i].row), f, i};
        own->store.ready[i] = row;
        if (row->made == NULL || !prepare(f, i, &additions[i])) {
            return false;
        }
    }
    own->find_record = isn_sqlite_prepare(&own->store, FIND_RECORD, strlen(FIND_RECORD));
    own->find_article = isn_sqlite_prepare(&own->store, FIND_ARTICLE, strlen(FIND_ARTICLE));
    return prepare(f, PHRASES, &phrases) && own->find_record != NULL && own->find_article != NULL;
}

void isn_sqlite_end_writes(isn_sqlite *own) {
    isn_forms *f = own->forms;
    if (f == NULL) {
        return;
    }
    for (unsigned i = 0; i <= PHRASES; i++) {
        sqlite3_finalize(i < PHRASES ? f->rows[i].made : NULL);
        sqlite3_finalize(f->find[i]);
        sqlite3_finalize(f->add[i]);
    }
    isn_sqlite_release(own->find_record);
    isn_sqlite_release(own->find_article);
    isn_forms_forget(f);
    isn_buf_release(&f->key);
    isn_buf_release(&f->phrase);
    isn_heap_free(f);
}

int64_t isn_sqlite_newest(isn_store *store) {
    return sqlite3_last_insert_rowid(isn_sqlite_db(store));
}

bool isn_sqlite_admit(isn_store *store, const isn_record *record, const char *ident, bool *known,
                      int64_t *article) {
    isn_sqlite *own = (isn_sqlite *)store;
    int64_t row = 0;
    if (!isn_store_begin(store)) {
        return false;
    }
    isn_sql add = isn_sql_ready(store, ISN_SQL_ADD_ARTICLE);
    isn_sql_name(&add, ident);
    isn_sql_str(&add, record->article->source);
    isn_sql_str(&add, record->article->url);
    isn_sql_str(&add, isn_str_of(record->article->bytes, record->article->len));
    if (!isn_sql_step(&add)) {
        return false;
    }
    if (sqlite3_changes(own->db) > 0) { /* new: it has no records */
        *article = isn_sqlite_newest(store);
        return true;
    }
    isn_sql find = {.store = store, .statement = own->find_record};
    isn_sql_name(&find, ident);
    isn_sql_name(&find, ISN_VERSION);
    isn_sql_name(&find, record->pack_hash);
    if (!isn_sql_number(&find, &row)) {
        return false;
    }
    *known = row != 0;
    isn_sql one = {.store = store, .statement = own->find_article};
    isn_sql_name(&one, ident);
    return isn_sql_number(&one, article) && *article != 0;
}
