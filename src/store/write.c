/* write.c: puts what a parcel holds (parcel.c) into the tables of the schema, row by row, with the numbers of the rows that
 * these belong to; the driver says where rows go. */
#include <string.h>

#include "store/sql.h"

#define ARTICLE_TEXT 3 /* among the values of its row */

typedef struct parcel {
    const char *at, *end;
    const char *text; /* of its article, once that has been read */
} parcel;

static inline uint32_t four_at(const char *at) {
    uint32_t value;
    memcpy(&value, at, sizeof value);
    return value;
}

/* Returns where the next value is. No value is brief; what is null has no text. */
static inline const char *get_value(const char *at, const char *text, isn_datum *value) {
    const isn_parcel_kind kind = (isn_parcel_kind)*at++;
    value->text = (isn_str){NULL, 0};
    switch (kind) {
    case ISN_PARCEL_INT:
    case ISN_PARCEL_DAY:
        value->kind = kind == ISN_PARCEL_INT ? ISN_DATUM_INT : ISN_DATUM_DAY;
        value->number = (int32_t)four_at(at);
        return at + 4;
    case ISN_PARCEL_LONG:
        value->kind = ISN_DATUM_INT;
        memcpy(&value->number, at, sizeof value->number);
        return at + sizeof value->number;
    case ISN_PARCEL_REAL:
        value->kind = ISN_DATUM_REAL;
        memcpy(&value->real, at, sizeof value->real);
        return at + sizeof value->real;
    case ISN_PARCEL_TEXT:
    case ISN_PARCEL_BYTES:
        value->kind = kind == ISN_PARCEL_TEXT ? ISN_DATUM_TEXT : ISN_DATUM_BYTES;
        value->text = isn_str_of(at + 4, four_at(at));
        return at + 4 + value->text.len + 1;
    case ISN_PARCEL_PIECE:
        value->kind = ISN_DATUM_TEXT;
        value->text = isn_str_of(text + four_at(at), four_at(at + 4));
        return at + 8;
    case ISN_PARCEL_WORD:
        value->kind = ISN_DATUM_TEXT;
        memcpy(&value->text.ptr, at, sizeof value->text.ptr);
        value->text.len = (unsigned char)at[sizeof value->text.ptr];
        return at + sizeof value->text.ptr + 1;
    case ISN_PARCEL_NULL: break;
    }
    value->kind = ISN_DATUM_NULL;
    return at;
}

/* The next row: of which table it is. */
static unsigned read_row(parcel *p, isn_datum *values) {
    const char *at = p->at;
    const unsigned which = (unsigned char)*at++;
    const unsigned n = (unsigned char)*at++;
    for (unsigned i = 0; i < n; i++) {
        at = get_value(at, p->text, &values[i]);
    }
    p->at = at;
    return which;
}

typedef struct above { /* rows that others belong to */
    int64_t article, record, claim, figure;
} above;

static bool add_row(isn_store *store, unsigned which, isn_datum *values, above *to) {
    const bool part = which == ISN_SQL_ADD_FIGURE && values[1].kind == ISN_DATUM_INT;
    const bool of_record = which == ISN_SQL_ADD_CLAIM || which == ISN_SQL_ADD_CONTRADICTION ||
                           which == ISN_SQL_ADD_QUOTE;
    values[0].number = which == ISN_SQL_ADD_RECORD ? to->article
                       : of_record                 ? to->record
                                                   : to->claim;
    if (part) {
        values[1].number = to->figure;
    }
    if (!store->driver->add(store, which, values)) {
        return false;
    }
    switch (which) {
    case ISN_SQL_ADD_RECORD: to->record = store->driver->newest(store); break;
    case ISN_SQL_ADD_CLAIM: to->claim = store->driver->newest(store); break;
    case ISN_SQL_ADD_FIGURE: to->figure = part ? to->figure : store->driver->newest(store); break;
    default: break;
    }
    return true;
}

/* What a record was made to, through zstd: the rules first, for there is one packer. */
static bool squeeze(isn_store *store, isn_datum *values) {
    isn_packer *p = &store->packer;
    isn_str *record = &values[ISN_RECORD_PACKED].text;
    isn_str *why = &values[ISN_RECORD_WHY].text;
    if (!isn_packer_squeeze(p, why->ptr, why->len)) {
        return false;
    }
    store->why.len = 0;
    isn_buf_put(&store->why, p->ptr, p->len);
    *why = isn_str_of(store->why.ptr, store->why.len);
    if (store->why.failed || !isn_packer_squeeze(p, record->ptr, record->len)) {
        return false;
    }
    *record = isn_str_of(p->ptr, p->len);
    return true;
}

isn_status isn_store_put(isn_store *store, isn_str bytes, isn_error *error) {
    isn_datum article[ISN_SQL_VALUES] = {{.brief = false}};
    isn_datum values[ISN_SQL_VALUES] = {{.brief = false}};
    bool known = false;
    above to = {0};
    parcel p = {.at = bytes.ptr, .end = bytes.ptr + bytes.len};
    read_row(&p, article);
    p.text = article[ARTICLE_TEXT].text.ptr;
    unsigned which = read_row(&p, values);
    if (!store->driver->admit(store, article, values, &known, &to.article)) {
        return isn_store_give_up(store, error);
    }
    if (!known && !store->driver->bundles && !squeeze(store, values)) {
        isn_store_give_up(store, NULL);
        return isn_fail(error, ISN_ENOMEM, store->path, 0, "out of memory");
    }
    bool ok = known || add_row(store, which, values, &to);
    while (ok && !known && p.at < p.end) {
        which = read_row(&p, values);
        ok = add_row(store, which, values, &to);
    }
    ok = ok && (known || store->driver->admitted(store, to.record));
    return ok ? ISN_OK : isn_store_give_up(store, error);
}
