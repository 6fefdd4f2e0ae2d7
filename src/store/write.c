/* write.c: puts what a parcel holds (parcel.c) into the tables of the schema, row by row, with the numbers of the rows that
 * these belong to; the driver says where rows go. */
#include "store/sql.h"

/* The row that stands at `*at`, which moves on to the next. */
static unsigned read_row(isn_str parcel, size_t *at, isn_datum *values) {
    isn_parcel_row row;
    memcpy(&row, parcel.ptr + *at, sizeof row);
    memcpy(values, parcel.ptr + *at + sizeof row, row.n * sizeof *values);
    for (unsigned i = 0; i < row.n; i++) {
        if (values[i].brief) {
            values[i].text = isn_str_of(parcel.ptr + values[i].place.at, values[i].place.len);
            values[i].brief = false;
        }
    }
    *at += row.len;
    return row.which;
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

isn_status isn_store_put(isn_store *store, isn_str parcel, isn_error *error) {
    isn_datum article[ISN_SQL_VALUES], values[ISN_SQL_VALUES];
    bool known = false;
    above to = {0};
    size_t at = 0;
    read_row(parcel, &at, article);
    unsigned which = read_row(parcel, &at, values);
    if (!store->driver->admit(store, article, values, &known, &to.article)) {
        return isn_store_give_up(store, error);
    }
    bool ok = known || add_row(store, which, values, &to);
    while (ok && !known && at < parcel.len) {
        which = read_row(parcel, &at, values);
        ok = add_row(store, which, values, &to);
    }
    ok = ok && (known || store->driver->admitted(store, to.record));
    return ok ? ISN_OK : isn_store_give_up(store, error);
}
