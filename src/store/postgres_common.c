/* postgres_common.c: what many rows have in common stands once, as a form, and rows have its number (sqlite_write.c does the
 * same in its way). The numbers of those that were met are kept in memory. One that is new has a number below 0 until rows are
 * sent: then the server is asked once for all of them, and gets those that it has not. Two programs may add the same
 * one; then it stands twice, which changes nothing that is told, and neither had to wait.
 */
#include <math.h>
#include <string.h>
#include <sys/random.h>

#include "store/postgres.h"

#define MOST_KEPT ((size_t)1 << 20) /* forms, before they are forgotten */
#define PRINT 16 /* bytes of a hash of its values: by it a form is found in its table */

enum { INT4 = 23, UUID = 2950 }; /* pg_type.oid */

/* Columns, a letter for each value as postgres_write.c has them; is there another of text and name as they fold? */
static const struct {
    const char *columns, *letters;
    unsigned name; /* the value after the text, the first; 0: nothing is folded */
} forms[ISN_COMMON_KINDS] = {
    [ISN_COMMON_CLAIM] =
        {"claim_form (id, print, type, main, event_type, mode, contexts, polarity, "
         "modality, anchor, date_precision, quoted)",
         "tbttttttst", 0},
    [ISN_COMMON_ACTOR] = {"actor_form (id, print, text, actor_id, name, country, sector, inter, "
                          "folded)",
                          "ttttts", 2},
    [ISN_COMMON_FIGURE] = {"figure_form (id, print, what, low, best, high, quantity, harm_term, "
                           "who, side, group_id, text, unit, rule)",
                           "tllltttttttt", 0},
    [ISN_COMMON_PLACE] = {"place_form (id, print, text, place_id, name, country, admin1, lat, lon, "
                          "precision, basis, folded)",
                          "tttttffst", 2},
    [ISN_COMMON_LINK] = {"link_form (id, print, text, name, actor_id, role, named, party, channel, "
                         "verb, folded)",
                         "ttttbbtt", 1},
};

/* By two hashes of its values, with seeds of this process alone: no text can be made to share both with another. */
typedef struct kept {
    uint64_t hash;
    uint32_t check;
    int32_t number; /* 0: a free place; below 0: see `fresh` */
} kept;

typedef struct fresh { /* a form that has no number yet */
    uint64_t hash;
    uint32_t check;
    unsigned kind;
    size_t from, upto; /* of its values in `values` */
    int32_t number;    /* in the end */
    bool there;        /* the server has it */
    uint8_t print[PRINT];
} fresh;

struct isn_common {
    isn_postgres *own;
    kept *all;
    size_t size, used;
    uint64_t seeds[2];
    unsigned kind; /* of the key that is being made */
    bool asks;     /* the statement that asks the server is prepared */
    isn_buf key, values;
    fresh *fresh;
    uint32_t n, cap;
};

/* ---- values -------------------------------------------------------------------------------------- */

void isn_common_begin(isn_common *c, unsigned kind) {
    c->kind = kind;
    c->key.len = 0;
    c->key.failed = false;
    isn_buf_putc(&c->key, (char)kind);
}

bool isn_common_value(isn_common *c, const isn_datum *cell) {
    isn_buf *key = &c->key;
    isn_buf_putc(key, (char)cell->kind);
    switch (cell->kind) {
    case ISN_DATUM_INT: isn_buf_lit(key, (const char *)&cell->number, sizeof cell->number); break;
    case ISN_DATUM_REAL: isn_buf_lit(key, (const char *)&cell->real, sizeof cell->real); break;
    case ISN_DATUM_TEXT:
        isn_buf_lit(key, (const char *)&cell->text.len, sizeof cell->text.len);
        isn_buf_put(key, cell->text.ptr, cell->text.len);
        break;
    default: break;
    }
    return !key->failed;
}

/* The value at `at`, and where the next one begins. */
static const char *value_at(isn_datum *cell, const char *at) {
    *cell = (isn_datum){.kind = (isn_datum_kind)*at++};
    switch (cell->kind) {
    case ISN_DATUM_INT: memcpy(&cell->number, at, sizeof cell->number); return at + 8;
    case ISN_DATUM_REAL: memcpy(&cell->real, at, sizeof cell->real); return at + 8;
    case ISN_DATUM_TEXT:
        memcpy(&cell->text.len, at, sizeof cell->text.len);
        cell->text.ptr = at + sizeof cell->text.len;
        return cell->text.ptr + cell->text.len;
    default: return at;
    }
}

/* ---- those that are known ------------------------------------------------------------------------ */

static void forget_kept(isn_common *c) {
    isn_heap_free(c->all);
    c->all = NULL;
    c->size = c->used = 0;
}

void isn_common_forget(isn_common *c) {
    forget_kept(c);
    isn_common_sent(c);
}

void isn_common_sent(isn_common *c) {
    c->n = 0;
    c->values.len = 0;
}

static kept *slot_of(kept *all, size_t size, uint64_t hash, uint32_t check) {
    size_t at = (size_t)hash & (size - 1);
    while (all[at].number != 0 && (all[at].hash != hash || all[at].check != check)) {
        at = (at + 1) & (size - 1);
    }
    return &all[at];
}

static bool make_room(isn_common *c) {
    if (c->used >= MOST_KEPT) {
        forget_kept(c);
    }
    if ((c->used + 1) * 2 <= c->size) {
        return true;
    }
    size_t size = c->size == 0 ? 4096 : c->size * 2;
    kept *all = isn_heap_alloc(size * sizeof *all);
    if (all == NULL) {
        return false;
    }
    for (size_t i = 0; i < c->size; i++) {
        if (c->all[i].number != 0) {
            *slot_of(all, size, c->all[i].hash, c->all[i].check) = c->all[i];
        }
    }
    isn_heap_free(c->all);
    c->all = all;
    c->size = size;
    return true;
}

static bool add_fresh(isn_common *c, kept *k) {
    if (c->n == c->cap) {
        uint32_t cap = c->cap == 0 ? 1024 : c->cap * 2;
        fresh *grown = isn_heap_realloc(c->fresh, cap * sizeof *grown);
        if (grown == NULL) {
            return false;
        }
        c->fresh = grown;
        c->cap = cap;
    }
    size_t from = c->values.len;
    isn_buf_put(&c->values, c->key.ptr + 1, c->key.len - 1);
    c->fresh[c->n++] = (fresh){
        .hash = k->hash, .check = k->check, .kind = c->kind, .from = from, .upto = c->values.len};
    k->number = -(int32_t)c->n;
    return !c->values.failed;
}

int32_t isn_common_number(isn_common *c) {
    if (c->key.failed || !make_room(c)) {
        c->own->no_memory = true;
        return 0;
    }
    uint64_t hash = isn_hash(c->key.ptr, c->key.len, c->seeds[0]);
    uint32_t check = (uint32_t)isn_hash(c->key.ptr, c->key.len, c->seeds[1]);
    kept *k = slot_of(c->all, c->size, hash, check);
    if (k->number == 0) {
        *k = (kept){.hash = hash, .check = check};
        c->used++;
        if (!add_fresh(c, k)) {
            c->own->no_memory = true;
            return 0;
        }
    }
    return k->number;
}

int32_t isn_common_settled(const isn_common *c, int32_t number) {
    return number < 0 ? c->fresh[-(number + 1)].number : number;
}

/* ---- those that are new -------------------------------------------------------------------------- */

/* As isn_print has it in SQL: each value with its length before it. */
static bool make_print(const isn_common *c, fresh *f, isn_buf *said, isn_buf *text) {
    uint8_t hash[32];
    isn_datum cell;
    said->len = 0;
    for (const char *at = c->values.ptr + f->from; at < c->values.ptr + f->upto;) {
        at = value_at(&cell, at);
        text->len = 0;
        switch (cell.kind) {
        case ISN_DATUM_NULL: isn_buf_putc(said, '-'); continue;
        case ISN_DATUM_INT: isn_buf_int(text, cell.number); break;
        case ISN_DATUM_REAL: isn_buf_int(text, (int64_t)nearbyint(cell.real * 10000)); break;
        default: isn_postgres_text(text, cell.text); break;
        }
        isn_buf_int(said, (int64_t)text->len);
        isn_buf_putc(said, ':');
        isn_buf_put(said, text->ptr, text->len);
    }
    isn_sha256(hash, said->ptr, said->len);
    memcpy(f->print, hash, PRINT);
    return !said->failed && !text->failed;
}

#define THERE(kind, form)                                                                          \
    "WHEN " kind " THEN (SELECT id FROM " form " WHERE print = p.print LIMIT 1) "

/* clang-format off */
/* The numbers of those that the server has; of others the next one, below 0. */
static const char asking[] =
    "SELECT coalesce(CASE kind "
    THERE("0", "claim_form") THERE("1", "actor_form") THERE("2", "figure_form")
    THERE("3", "place_form") THERE("4", "link_form")
    "END, -nextval('form_id')::integer) FROM unnest(CAST($1 AS integer[]), CAST($2 AS uuid[])) "
    "WITH ORDINALITY AS p(kind, print, n) ORDER BY n";
/* clang-format on */

/* Arrays of kinds and of prints, as the server reads them in their binary form. */
static void begin_array(isn_buf *out, uint32_t type, uint32_t n) {
    const uint32_t head[] = {1, 0, type, n, 1}; /* dimensions, no nulls, …, how many, from 1 on */
    char bytes[sizeof head];
    for (unsigned i = 0; i < ISN_LEN(head); i++) {
        isn_copy_set32(bytes + 4 * i, head[i]);
    }
    out->len = 0;
    isn_buf_lit(out, bytes, sizeof bytes);
}

static PGresult *ask_server(isn_common *c, const isn_buf *kinds, const isn_buf *prints) {
    const char *values[] = {kinds->ptr, prints->ptr};
    const int lengths[] = {(int)kinds->len, (int)prints->len};
    const int binary[] = {1, 1};
    PGconn *connection = c->own->connection;
    if (!isn_postgres_hear(c->own)) {
        return NULL;
    }
    if (!c->asks) {
        PGresult *result = PQprepare(connection, "forms", asking, 0, NULL);
        c->asks = PQresultStatus(result) == PGRES_COMMAND_OK;
        if (!c->asks) {
            isn_postgres_keep(c->own, result);
            return NULL;
        }
        PQclear(result);
    }
    PGresult *result = PQexecPrepared(connection, "forms", 2, values, lengths, binary, 1);
    if (PQresultStatus(result) != PGRES_TUPLES_OK || PQntuples(result) != (int)c->n) {
        isn_postgres_keep(c->own, result);
        return NULL;
    }
    return result;
}

/* Their numbers: those that the server has, or those that it gives. */
static bool ask_numbers(isn_common *c) {
    isn_buf kinds, prints;
    isn_buf_init(&kinds);
    isn_buf_init(&prints);
    begin_array(&kinds, INT4, c->n);
    begin_array(&prints, UUID, c->n);
    for (uint32_t i = 0; i < c->n; i++) {
        isn_copy_number(&kinds, 4, c->fresh[i].kind);
        isn_copy_bytes(&prints, c->fresh[i].print, PRINT);
    }
    c->own->no_memory = c->own->no_memory || kinds.failed || prints.failed;
    PGresult *result = c->own->no_memory ? NULL : ask_server(c, &kinds, &prints);
    for (uint32_t i = 0; result != NULL && i < c->n; i++) {
        int32_t number = (int32_t)isn_copy_get32(PQgetvalue(result, (int)i, 0));
        c->fresh[i].there = number > 0;
        c->fresh[i].number = number > 0 ? number : -number;
    }
    PQclear(result);
    isn_buf_release(&kinds);
    isn_buf_release(&prints);
    return result != NULL;
}

static bool make_prints(isn_common *c) {
    isn_buf said, text;
    bool ok = true;
    isn_buf_init(&said);
    isn_buf_init(&text);
    for (uint32_t i = 0; i < c->n && ok; i++) {
        ok = make_print(c, &c->fresh[i], &said, &text);
    }
    c->own->no_memory = c->own->no_memory || !ok;
    isn_buf_release(&said);
    isn_buf_release(&text);
    return ok;
}

static void put_folded(isn_buf *out, isn_str text, isn_str name) {
    isn_buf words;
    isn_buf_init(&words);
    isn_sql_fold(&words, text);
    isn_buf_puts(&words, "|"); /* words are not sought across it */
    isn_sql_fold(&words, name);
    isn_copy_text(out, isn_str_of(words.ptr, words.len));
    out->failed = out->failed || words.failed;
    isn_buf_release(&words);
}

static void put_row(isn_buf *out, const isn_common *c, const fresh *f) {
    const char *letters = forms[f->kind].letters;
    unsigned name = forms[f->kind].name;
    unsigned n = (unsigned)strlen(letters);
    isn_str both[2] = {{NULL, 0}, {NULL, 0}};
    const char *at = c->values.ptr + f->from;
    isn_copy_row(out, 2 + n + (name > 0));
    isn_copy_number(out, 4, f->number);
    isn_copy_bytes(out, f->print, PRINT);
    for (unsigned i = 0; i < n; i++) {
        isn_datum cell;
        at = value_at(&cell, at);
        isn_copy_cell(out, letters[i], &cell);
        if (i == 0 || i == name) {
            both[i != 0] = cell.text;
        }
    }
    if (name > 0) {
        put_folded(out, both[0], both[1]);
    }
}

/* Into the tables, those that were not there. */
static bool add_new(const isn_common *c) {
    isn_buf rows;
    bool ok = true;
    isn_buf_init(&rows);
    for (unsigned kind = 0; kind < ISN_COMMON_KINDS && ok; kind++) {
        rows.len = 0;
        for (uint32_t i = 0; i < c->n; i++) {
            if (c->fresh[i].kind == kind && !c->fresh[i].there) {
                put_row(&rows, c, &c->fresh[i]);
            }
        }
        ok = rows.len == 0 || isn_copy_rows(c->own, forms[kind].columns, &rows);
    }
    isn_buf_release(&rows);
    return ok;
}

bool isn_common_settle(isn_common *c) {
    if (c->n == 0) {
        return true;
    }
    bool ok = make_prints(c) && ask_numbers(c) && add_new(c);
    for (uint32_t i = 0; i < c->n && ok && c->size > 0; i++) {
        kept *k = slot_of(c->all, c->size, c->fresh[i].hash, c->fresh[i].check);
        k->number = k->number != 0 ? c->fresh[i].number : 0;
    }
    return ok;
}

/* ---- the whole ----------------------------------------------------------------------------------- */

isn_common *isn_common_new(isn_postgres *own) {
    isn_common *c = isn_heap_alloc(sizeof *c);
    if (c == NULL || getrandom(c->seeds, sizeof c->seeds, 0) != (ssize_t)sizeof c->seeds) {
        isn_heap_free(c);
        return NULL;
    }
    c->own = own;
    isn_buf_init(&c->key);
    isn_buf_init(&c->values);
    return c;
}

void isn_common_free(isn_common *c) {
    if (c != NULL) {
        isn_common_forget(c);
        isn_buf_release(&c->key);
        isn_buf_release(&c->values);
        isn_heap_free(c->fresh);
        isn_heap_free(c);
    }
}
