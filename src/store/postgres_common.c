/* postgres_common.c: what many rows have in common stands once, as a form, and rows have its number (sqlite_write.c does the
 * same in its way). The numbers of those that were met are kept in memory. One that is new has a number below 0 until rows are
 * sent: then the server is asked once for all of them, and gets those that it has not. Two programs may add the same
 * one; then it stands twice, which changes nothing that is told, and neither had to wait.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "store/postgres.h"

#define MOST_KEPT ((size_t)1 << 20) /* forms, before they are forgotten */
#define PRINT 16 /* bytes of a hash of its values: by it a form is found in its table */

enum { UUID = 2950 }; /* pg_type.oid */

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
    size_t from, upto;        /* of its values in `values` */
    int32_t number;           /* in the end */
    bool there;               /* the server has it */
    uint8_t print[1 + PRINT]; /* after its kind */
} fresh;

struct isn_common {
    isn_postgres *own;
    kept *all;
    size_t size, used;
    uint64_t seeds[2];
    unsigned kind; /* of the key that is being made */
    bool asks;     /* the statement that asks the server is prepared */
    isn_serials numbers;
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
    const bool text = cell->kind == ISN_DATUM_TEXT;
    if (!isn_buf_reserve(key, 1 + sizeof cell->text.len + (text ? cell->text.len : 0))) {
        return false;
    }
    char *at = key->ptr + key->len;
    *at++ = (char)cell->kind;
    switch (cell->kind) {
    case ISN_DATUM_INT: at = mempcpy(at, &cell->number, sizeof cell->number); break;
    case ISN_DATUM_REAL: at = mempcpy(at, &cell->real, sizeof cell->real); break;
    case ISN_DATUM_TEXT:
        at = mempcpy(at, &cell->text.len, sizeof cell->text.len);
        at = mempcpy(at, cell->text.ptr, cell->text.len);
        break;
    default: break;
    }
    key->len = (size_t)(at - key->ptr);
    return true;
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
    c->fresh[c->n++] = (fresh){.hash = k->hash,
                               .check = k->check,
                               .from = from,
                               .upto = c->values.len,
                               .print = {(uint8_t)c->kind}};
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
    memcpy(f->print + 1, hash, PRINT);
    return !said->failed && !text->failed;
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

#define KNOWN(kind, form, prints)                                                                  \
    "SELECT " kind ", print, id FROM " form "_form WHERE print = ANY (" prints ")"

/* Which of them the server has. */
static const char asking[] =
    KNOWN("0", "claim", "$1") " UNION ALL " KNOWN("1", "actor", "$2") " UNION ALL " KNOWN(
        "2", "figure", "$3") " UNION ALL " KNOWN("3", "place",
                                                 "$4") " UNION ALL " KNOWN("4", "link", "$5");

static int by_print(const void *a, const void *b) {
    const fresh *const *x = a;
    const fresh *const *y = b;
    return memcmp((*x)->print, (*y)->print, sizeof(*x)->print);
}

/* All by their kinds and prints: in this order they are looked up, numbered and added, for indexes have it too. The caller
 * frees it. */
static fresh **sort_fresh(isn_common *c) {
    fresh **all = isn_heap_alloc(c->n * sizeof(fresh *));
    for (uint32_t i = 0; all != NULL && i < c->n; i++) {
        all[i] = &c->fresh[i];
    }
    if (all != NULL) {
        qsort(all, c->n, sizeof(fresh *), by_print);
    }
    return all;
}

/* The end of those of a kind that begin at `i`. */
static uint32_t end_of_kind(const isn_common *c, fresh *const *all, uint32_t i, unsigned kind) {
    while (i < c->n && all[i]->print[0] == kind) {
        i++;
    }
    return i;
}

/* An array of prints, as the server reads it in its binary form: dimensions, no nulls, of what, how many, from 1 on. */
static void put_prints(isn_buf *out, fresh *const *all, uint32_t n) {
    const uint32_t head[] = {1, 0, UUID, n, 1};
    char bytes[sizeof head];
    for (unsigned i = 0; i < ISN_LEN(head); i++) {
        isn_copy_set32(bytes + 4 * i, head[i]);
    }
    isn_buf_lit(out, bytes, sizeof bytes);
    for (uint32_t i = 0; i < n; i++) {
        isn_copy_bytes(out, all[i]->print + 1, PRINT);
    }
}

static PGresult *ask(isn_common *c, const isn_buf *arrays, const size_t *starts) {
    const char *values[ISN_COMMON_KINDS];
    int lengths[ISN_COMMON_KINDS];
    const int binary[ISN_COMMON_KINDS] = {1, 1, 1, 1, 1};
    PGconn *connection = c->own->connection;
    for (unsigned kind = 0; kind < ISN_COMMON_KINDS; kind++) {
        values[kind] = arrays->ptr + starts[kind];
        lengths[kind] = (int)(starts[kind + 1] - starts[kind]);
    }
    PGresult *result = NULL;
    if (!c->asks) {
        result = PQprepare(connection, "forms", asking, 0, NULL);
        c->asks = PQresultStatus(result) == PGRES_COMMAND_OK;
    }
    if (c->asks) {
        PQclear(result);
        result = PQexecPrepared(connection, "forms", ISN_COMMON_KINDS, values, lengths, binary, 1);
    }
    if (PQresultStatus(result) != PGRES_TUPLES_OK) {
        isn_postgres_keep(c->own, result);
        return NULL;
    }
    return result;
}

/* Those that the server has get their numbers. */
static bool find_known(isn_common *c, fresh **all) {
    isn_buf arrays;
    size_t starts[ISN_COMMON_KINDS + 1] = {0};
    isn_buf_init(&arrays);
    for (unsigned kind = 0, i = 0; kind < ISN_COMMON_KINDS; kind++) {
        uint32_t end = end_of_kind(c, all, i, kind);
        put_prints(&arrays, all + i, end - i);
        starts[kind + 1] = arrays.len;
        i = end;
    }
    c->own->no_memory = c->own->no_memory || arrays.failed;
    PGresult *result = arrays.failed || !isn_postgres_hear(c->own) ? NULL : ask(c, &arrays, starts);
    int n = result != NULL ? PQntuples(result) : 0;
    for (int i = 0; i < n; i++) {
        fresh key, *wanted = &key;
        key.print[0] = (uint8_t)isn_copy_get32(PQgetvalue(result, i, 0));
        memcpy(key.print + 1, PQgetvalue(result, i, 1), PRINT);
        fresh **found = bsearch(&wanted, all, c->n, sizeof(fresh *), by_print);
        if (found != NULL) {
            (*found)->number = (int32_t)isn_copy_get32(PQgetvalue(result, i, 2));
            (*found)->there = true;
        }
    }
    PQclear(result);
    isn_buf_release(&arrays);
    return result != NULL;
}

/* Those that it has not get new ones. */
static bool number_new(isn_common *c, fresh **all) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < c->n; i++) {
        n += !all[i]->there;
    }
    if (n > 0 && !isn_serials_reserve(c->own, &c->numbers, n,
                                      "SELECT nextval('form_id') FROM generate_series(1, CAST(? AS "
                                      "integer)) ORDER BY 1 DESC")) {
        return false;
    }
    for (uint32_t i = 0; i < c->n; i++) {
        if (!all[i]->there) {
            all[i]->number = (int32_t)isn_serials_next(&c->numbers);
        }
    }
    return true;
}

static void put_folded(isn_buf *out, isn_buf *words, isn_str text, isn_str name) {
    words->len = 0;
    isn_sql_fold(words, text);
    isn_buf_puts(words, "|"); /* words are not sought across it */
    isn_sql_fold(words, name);
    isn_copy_text(out, isn_str_of(words->ptr, words->len));
    out->failed = out->failed || words->failed;
}

static void put_row(isn_buf *out, isn_buf *words, const isn_common *c, const fresh *f) {
    const char *letters = forms[f->print[0]].letters;
    unsigned name = forms[f->print[0]].name;
    unsigned n = (unsigned)strlen(letters);
    isn_str both[2] = {{NULL, 0}, {NULL, 0}};
    const char *at = c->values.ptr + f->from;
    isn_copy_row(out, 2 + n + (name > 0));
    isn_copy_number(out, 4, f->number);
    isn_copy_bytes(out, f->print + 1, PRINT);
    for (unsigned i = 0; i < n; i++) {
        isn_datum cell;
        at = value_at(&cell, at);
        isn_copy_cell(out, letters[i], &cell);
        if (i == 0 || i == name) {
            both[i != 0] = cell.text;
        }
    }
    if (name > 0) {
        put_folded(out, words, both[0], both[1]);
    }
}

/* Into the tables, those that were not there. */
static bool add_new(const isn_common *c, fresh *const *all) {
    isn_buf rows, words;
    bool ok = true;
    isn_buf_init(&rows);
    isn_buf_init(&words);
    for (unsigned kind = 0, i = 0; kind < ISN_COMMON_KINDS && ok; kind++) {
        rows.len = 0;
        for (uint32_t end = end_of_kind(c, all, i, kind); i < end; i++) {
            if (!all[i]->there) {
                put_row(&rows, &words, c, all[i]);
            }
        }
        ok = rows.len == 0 || isn_copy_rows(c->own, forms[kind].columns, &rows);
    }
    isn_buf_release(&rows);
    isn_buf_release(&words);
    return ok;
}

bool isn_common_settle(isn_common *c) {
    if (c->n == 0) {
        return true;
    }
    fresh **all = make_prints(c) ? sort_fresh(c) : NULL;
    c->own->no_memory = c->own->no_memory || all == NULL;
    bool ok = all != NULL && find_known(c, all) && number_new(c, all) && add_new(c, all);
    for (uint32_t i = 0; i < c->n && ok && c->size > 0; i++) {
        kept *k = slot_of(c->all, c->size, c->fresh[i].hash, c->fresh[i].check);
        k->number = k->number != 0 ? c->fresh[i].number : 0;
    }
    isn_heap_free(all);
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
    isn_buf_init(&c->numbers.blocks);
    isn_buf_init(&c->key);
    isn_buf_init(&c->values);
    return c;
}

void isn_common_free(isn_common *c) {
    if (c != NULL) {
        isn_common_forget(c);
        isn_buf_release(&c->key);
        isn_buf_release(&c->values);
        isn_buf_release(&c->numbers.blocks);
        isn_heap_free(c->fresh);
        isn_heap_free(c);
    }
}
