/* sqlite_twin.c: which articles are nearly the same. Each new article gets a sketch; those that share a band
 * of it are compared; what hangs together by pairs is one group, named by its smallest ident. */
#include "store/sqlite_ledger.h"

static bool add_bands(isn_linking *l, int64_t article, const isn_sketch *sketch) {
    for (unsigned i = 0; i < ISN_BANDS; i++) {
        isn_sql b = isn_sql_on(l->store, "INSERT OR IGNORE INTO band VALUES (?, ?)");
        isn_sql_int(&b, (int64_t)isn_sketch_band(sketch, i));
        isn_sql_int(&b, article);
        if (!isn_sql_step(&b)) {
            return false;
        }
    }
    return true;
}

static bool sketch_of(isn_linking *l, int64_t article, isn_sketch *out) {
    isn_sql b = isn_sql_on(l->store, "SELECT hashes FROM sketch WHERE article = ?");
    isn_sql_int(&b, article);
    bool found = isn_sql_row(&b) && sqlite3_column_bytes(b.statement, 0) == sizeof *out;
    if (found) {
        memcpy(out, sqlite3_column_blob(b.statement, 0), sizeof *out);
    }
    return isn_sql_done(&b) && found;
}

typedef ISN_VEC(int64_t) rows;

static bool neighbours(isn_linking *l, int64_t article, const isn_sketch *sketch, rows *out) {
    for (unsigned i = 0; i < ISN_BANDS; i++) {
        isn_sql b = isn_sql_on(l->store, "SELECT article FROM band WHERE hash = ? AND article < ?");
        isn_sql_int(&b, (int64_t)isn_sketch_band(sketch, i));
        isn_sql_int(&b, article);
        while (isn_sql_row(&b)) {
            *ISN_PUSH(l->arena, out) = isn_sql_int_at(&b, 0);
        }
        if (!isn_sql_done(&b)) {
            return false;
        }
    }
    return true;
}

static bool compare_with(isn_linking *l, int64_t article, const isn_sketch *sketch, int64_t other) {
    isn_sketch theirs;
    if (!sketch_of(l, other, &theirs)) {
        return false;
    }
    unsigned share = isn_sketch_share(sketch, &theirs);
    if (share < ISN_TWIN_SHARE) {
        return true;
    }
    isn_sql b = isn_sql_on(l->store, "INSERT OR IGNORE INTO twin_pair VALUES (?, ?, ?)");
    isn_sql_int(&b, other);
    isn_sql_int(&b, article);
    isn_sql_int(&b, share);
    return isn_sql_step(&b);
}

/* Everything that hangs together with the article, by pairs. */
static bool group_of(isn_linking *l, int64_t article, rows *group) {
    isn_row_map seen = {.size = 0};
    *ISN_PUSH(l->arena, group) = article;
    isn_row_map_put(&seen, l->arena, article, l);
    for (uint32_t i = 0; i < group->len; i++) {
        isn_sql b = isn_sql_on(l->store, "SELECT a FROM twin_pair WHERE b = ?1 UNION "
                                         "SELECT b FROM twin_pair WHERE a = ?1");
        isn_sql_int(&b, group->ptr[i]);
        while (isn_sql_row(&b)) {
            int64_t row = isn_sql_int_at(&b, 0);
            if (isn_row_map_get(&seen, row) == NULL) {
                isn_row_map_put(&seen, l->arena, row, l);
                *ISN_PUSH(l->arena, group) = row;
            }
        }
        if (!isn_sql_done(&b)) {
            return false;
        }
    }
    return true;
}

static bool smallest_ident(isn_linking *l, const rows *group, isn_str *out) {
    *out = (isn_str){NULL, 0};
    for (uint32_t i = 0; i < group->len; i++) {
        isn_sql b = isn_sql_on(l->store, "SELECT ident FROM article WHERE id = ?");
        isn_sql_int(&b, group->ptr[i]);
        if (!isn_sql_row(&b)) {
            return false;
        }
        isn_str ident = isn_sql_text_at(&b, 0, l->arena);
        if (out->ptr == NULL || isn_str_compare(ident, *out) < 0) {
            *out = ident;
        }
        isn_sql_done(&b);
    }
    return true;
}

/* Names the group of the article, and marks the claims of those that had another name. */
static bool name_group(isn_linking *l, int64_t article) {
    rows group = {.len = 0};
    isn_str ident;
    if (!group_of(l, article, &group) || !smallest_ident(l, &group, &ident)) {
        return false;
    }
    for (uint32_t i = 0; i < group.len; i++) {
        isn_sql mark = isn_sql_on(l->store, "UPDATE entry SET dirty = 1 WHERE article = ?1 AND "
                                            "(SELECT twin FROM sketch WHERE article = ?1) <> ?2");
        isn_sql_int(&mark, group.ptr[i]);
        isn_sql_str(&mark, ident);
        isn_sql b =
            isn_sql_on(l->store, "UPDATE sketch SET twin = ?2 WHERE article = ?1 AND twin <> ?2");
        isn_sql_int(&b, group.ptr[i]);
        isn_sql_str(&b, ident);
        if (!isn_sql_step(&mark) || !isn_sql_step(&b)) {
            return false;
        }
    }
    return true;
}

static bool add_article(isn_linking *l, int64_t article) {
    isn_sketch sketch;
    rows near = {.len = 0};
    isn_sql read = isn_sql_on(l->store, "SELECT text, ident FROM article WHERE id = ?");
    isn_sql_int(&read, article);
    if (!isn_sql_row(&read)) {
        return false;
    }
    isn_str text = isn_sql_text_at(&read, 0, l->arena);
    isn_str ident = isn_sql_text_at(&read, 1, l->arena);
    isn_sql_done(&read);
    isn_sketch_make(&sketch, text);
    isn_sql add = isn_sql_on(l->store, "INSERT INTO sketch VALUES (?, ?, ?)");
    isn_sql_int(&add, article);
    isn_sql_keep(&add,
                 sqlite3_bind_blob(add.statement, ++add.at, &sketch, sizeof sketch, SQLITE_STATIC));
    isn_sql_str(&add, ident);
    if (!isn_sql_step(&add) || !neighbours(l, article, &sketch, &near) ||
        !add_bands(l, article, &sketch)) {
        return false;
    }
    for (uint32_t i = 0; i < near.len; i++) {
        if (!compare_with(l, article, &sketch, near.ptr[i])) {
            return false;
        }
    }
    return near.len == 0 || name_group(l, article);
}

bool isn_link_twins(isn_linking *l) {
    rows fresh = {.len = 0};
    isn_sql b =
        isn_sql_on(l->store, "SELECT id FROM article WHERE id > (SELECT coalesce(max(article), 0) "
                             "FROM sketch) ORDER BY id");
    while (isn_sql_row(&b)) {
        *ISN_PUSH(l->lasting, &fresh) = isn_sql_int_at(&b, 0);
    }
    if (!isn_sql_done(&b)) {
        return false;
    }
    for (uint32_t i = 0; i < fresh.len; i++) {
        isn_arena_reset(l->arena, (size_t)1 << 20);
        if (!add_article(l, fresh.ptr[i])) {
            return false;
        }
    }
    return true;
}
