/* twin.c: which articles are nearly the same. Each new article gets a sketch; those that share a band
 * of it are compared; what hangs together by pairs is one group, named by its smallest ident. */
#include "store/linking.h"

static bool add_bands(isn_linking *l, int64_t article, const isn_sketch *sketch) {
    for (unsigned i = 0; i < ISN_BANDS; i++) {
        isn_sql b = isn_sql_on(l->store, "INSERT INTO band VALUES (?, ?) ON CONFLICT DO NOTHING");
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
    isn_str hashes = isn_sql_row(&b) ? isn_sql_str_at(&b, 0) : (isn_str){NULL, 0};
    bool found = hashes.len == sizeof *out;
    if (found) {
        memcpy(out, hashes.ptr, sizeof *out);
    }
    return isn_sql_done(&b) && found;
}

typedef ISN_VEC(int64_t) rows;

/* Of articles that have a sketch already. */
static bool neighbours(isn_linking *l, const isn_sketch *sketch, rows *out) {
    for (unsigned i = 0; i < ISN_BANDS; i++) {
        isn_sql b = isn_sql_on(l->store, "SELECT article FROM band WHERE hash = ?");
        isn_sql_int(&b, (int64_t)isn_sketch_band(sketch, i));
        while (isn_sql_row(&b)) {
            *ISN_PUSH(l->arena, out) = isn_sql_int_at(&b, 0);
        }
        if (!isn_sql_done(&b)) {
            return false;
        }
    }
    return true;
}

typedef ISN_VEC(isn_str) names;

static bool is_among(const names *all, isn_str name) {
    for (uint32_t i = 0; i < all->len; i++) {
        if (isn_str_eq(all->ptr[i], name)) {
            return true;
        }
    }
    return false;
}

static bool name_of(isn_linking *l, int64_t article, isn_str *out) {
    isn_sql b = isn_sql_on(l->store, "SELECT twin FROM sketch WHERE article = ?");
    isn_sql_int(&b, article);
    bool found = isn_sql_row(&b);
    *out = found ? isn_sql_text_at(&b, 0, l->arena) : (isn_str){NULL, 0};
    return isn_sql_done(&b) && found;
}

/* Adds the name of the other's group when the two are nearly the same. One likeness to a group is enough. */
static bool compare_with(isn_linking *l, int64_t article, const isn_sketch *sketch, int64_t other,
                         names *groups) {
    isn_sketch theirs;
    isn_str name;
    if (!name_of(l, other, &name)) {
        return false;
    }
    if (is_among(groups, name)) {
        return true;
    }
    if (!sketch_of(l, other, &theirs)) {
        return false;
    }
    unsigned share = isn_sketch_share(sketch, &theirs);
    if (share < ISN_TWIN_SHARE) {
        return true;
    }
    *ISN_PUSH(l->arena, groups) = name;
    isn_sql b =
        isn_sql_on(l->store, "INSERT INTO twin_pair VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
    isn_sql_int(&b, other);
    isn_sql_int(&b, article);
    isn_sql_int(&b, share);
    return isn_sql_step(&b);
}

/* A group takes another name, and its claims are looked at again. */
static bool rename_group(isn_linking *l, isn_str from, isn_str to) {
    isn_sql mark = isn_sql_on(l->store, "UPDATE entry SET dirty = 1 WHERE article IN "
                                        "(SELECT article FROM sketch WHERE twin = ?)");
    isn_sql_str(&mark, from);
    isn_sql b = isn_sql_on(l->store, "UPDATE sketch SET twin = ?2 WHERE twin = ?1");
    isn_sql_str(&b, from);
    isn_sql_str(&b, to);
    return isn_sql_step(&mark) && isn_sql_step(&b);
}

static bool join_groups(isn_linking *l, const names *groups, isn_str *name) {
    for (uint32_t i = 0; i < groups->len; i++) {
        if (isn_str_compare(groups->ptr[i], *name) < 0) {
            *name = groups->ptr[i];
        }
    }
    for (uint32_t i = 0; i < groups->len; i++) {
        if (!isn_str_eq(groups->ptr[i], *name) && !rename_group(l, groups->ptr[i], *name)) {
            return false;
        }
    }
    return true;
}

static bool add_article(isn_linking *l, int64_t article) {
    isn_sketch sketch;
    rows near = {.len = 0};
    names groups = {.len = 0};
    isn_sql read = isn_sql_on(l->store, "SELECT text, ident FROM article_text WHERE id = ?");
    isn_sql_int(&read, article);
    if (!isn_sql_row(&read)) {
        return false;
    }
    isn_str text = isn_sql_text_at(&read, 0, l->arena);
    isn_str ident = isn_sql_text_at(&read, 1, l->arena);
    isn_sql_done(&read);
    isn_sketch_make(&sketch, text);
    if (!neighbours(l, &sketch, &near) || !add_bands(l, article, &sketch)) {
        return false;
    }
    for (uint32_t i = 0; i < near.len; i++) {
        if (!compare_with(l, article, &sketch, near.ptr[i], &groups)) {
            return false;
        }
    }
    if (!join_groups(l, &groups, &ident)) {
        return false;
    }
    isn_sql add = isn_sql_on(l->store, "INSERT INTO sketch VALUES (?, ?, ?)");
    isn_sql_int(&add, article);
    isn_sql_bytes(&add, &sketch, sizeof sketch);
    isn_sql_str(&add, ident);
    return isn_sql_step(&add);
}

bool isn_link_twins(isn_linking *l) {
    rows fresh = {.len = 0};
    isn_sql b = isn_sql_on(l->store,
                           "SELECT DISTINCT r.article FROM unlinked u JOIN record r ON r.id = u.id "
                           "WHERE r.article NOT IN (SELECT article FROM sketch) ORDER BY 1");
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
