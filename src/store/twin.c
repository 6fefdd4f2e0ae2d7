/* twin.c: which articles are nearly the same. Each new article that has claims gets a sketch; those that share a band
 * of it are compared; what hangs together by pairs is one group, named by its smallest ident. */
#include "store/linking.h"

/* What was read of an article's sketch, once a run; of a group, where it went. */
typedef struct group {
    isn_str name;
    struct group *into; /* NULL: stands */
} group;

typedef struct known {
    isn_sketch sketch;
    group *group;
    int64_t met; /* the article that it was last compared with */
} known;

typedef struct twins {
    isn_linking *l;
    isn_row_map articles, groups; /* by row; by hash of the name */
    isn_row_map bands; /* of a file, which keeps none: the articles of each, the last row first */
} twins;

typedef ISN_VEC(int64_t) rows;

/* ---- bands --------------------------------------------------------------------------------------- */

typedef struct banded {
    int64_t article;
    struct banded *next;
} banded;

static void keep_bands(twins *t, int64_t article, const isn_sketch *sketch) {
    isn_arena *lasting = t->l->lasting;
    for (unsigned i = 0; i < ISN_BANDS; i++) {
        const int64_t hash = (int64_t)isn_sketch_band(sketch, i);
        banded *first = isn_row_map_get(&t->bands, hash);
        banded *one = ISN_NEW(lasting, banded, 1);
        if (first == NULL || first->article < article) {
            *one = (banded){article, first};
            isn_row_map_put(&t->bands, lasting, hash, one);
            continue;
        }
        while (first->next != NULL && first->next->article > article) {
            first = first->next;
        }
        *one = (banded){article, first->next};
        first->next = one;
    }
}

/* Those of all articles that have a sketch. */
static bool read_bands(twins *t) {
    isn_sql b = isn_sql_on(t->l->store, "SELECT article, hashes FROM sketch ORDER BY article");
    while (isn_sql_row(&b)) {
        isn_sketch sketch;
        isn_str hashes = isn_sql_str_at(&b, 1);
        if (hashes.len == sizeof sketch) {
            memcpy(&sketch, hashes.ptr, sizeof sketch);
            keep_bands(t, isn_sql_int_at(&b, 0), &sketch);
        }
    }
    return isn_sql_done(&b);
}

static bool add_bands(twins *t, int64_t article, const isn_sketch *sketch) {
    isn_linking *l = t->l;
    if (!l->store->driver->afar) {
        keep_bands(t, article, sketch);
        return true;
    }
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

static group *standing(group *g) {
    while (g->into != NULL) {
        g = g->into;
    }
    return g;
}

static group *group_of(twins *t, isn_str name) {
    int64_t hash = (int64_t)isn_hash(name.ptr, name.len, 0);
    group *g = isn_row_map_get(&t->groups, hash);
    if (g == NULL) {
        g = ISN_NEW(t->l->lasting, group, 1);
        g->name = isn_str_of(isn_arena_copy(t->l->lasting, name.ptr, name.len), name.len);
        isn_row_map_put(&t->groups, t->l->lasting, hash, g);
    }
    return g;
}

static known *keep(twins *t, int64_t article, const isn_sketch *sketch, isn_str name) {
    known *k = ISN_NEW(t->l->lasting, known, 1);
    k->sketch = *sketch;
    k->group = group_of(t, name);
    isn_row_map_put(&t->articles, t->l->lasting, article, k);
    return k;
}

/* The others of a band of a file, by their rows. */
static void beside(const twins *t, int64_t hash, rows *out) {
    const uint32_t from = out->len;
    for (const banded *b = isn_row_map_get(&t->bands, hash); b != NULL; b = b->next) {
        *ISN_PUSH(t->l->arena, out) = b->article;
    }
    for (uint32_t i = from, j = out->len; i + 1 < j; i++) {
        const int64_t last = out->ptr[--j];
        out->ptr[j] = out->ptr[i];
        out->ptr[i] = last;
    }
}

/* Of articles that have a sketch already. */
static bool neighbours(const twins *t, const isn_sketch *sketch, rows *out) {
    isn_linking *l = t->l;
    for (unsigned i = 0; i < ISN_BANDS; i++) {
        const int64_t hash = (int64_t)isn_sketch_band(sketch, i);
        if (!l->store->driver->afar) {
            beside(t, hash, out);
            continue;
        }
        isn_sql b = isn_sql_on(l->store, "SELECT article FROM band WHERE hash = ?");
        isn_sql_int(&b, hash);
        while (isn_sql_row(&b)) {
            *ISN_PUSH(l->arena, out) = isn_sql_int_at(&b, 0);
        }
        if (!isn_sql_done(&b)) {
            return false;
        }
    }
    return true;
}

/* NULL after a failure. */
static known *known_of(twins *t, int64_t article) {
    known *k = isn_row_map_get(&t->articles, article);
    if (k != NULL) {
        return k;
    }
    isn_sql b = isn_sql_on(t->l->store,
                           "SELECT hashes, coalesce(twin, (SELECT ident FROM article WHERE id = "
                           "sketch.article)) FROM sketch WHERE article = ?");
    isn_sql_int(&b, article);
    isn_str hashes = isn_sql_row(&b) ? isn_sql_str_at(&b, 0) : (isn_str){NULL, 0};
    if (hashes.len == sizeof(isn_sketch)) {
        isn_sketch sketch;
        memcpy(&sketch, hashes.ptr, sizeof sketch);
        k = keep(t, article, &sketch, isn_sql_text_at(&b, 1, t->l->arena));
    }
    return isn_sql_done(&b) ? k : NULL;
}

typedef struct likeness { /* to a group, by the first of its articles that was found so */
    group *group;
    int64_t article;
} likeness;

typedef ISN_VEC(likeness) likenesses;

static bool is_among(const likenesses *all, const group *g) {
    for (uint32_t i = 0; i < all->len; i++) {
        if (all->ptr[i].group == g) {
            return true;
        }
    }
    return false;
}

/* Adds the other's group when the two are nearly the same. One likeness to a group is enough. */
static bool compare_with(twins *t, int64_t article, const isn_sketch *sketch, int64_t other,
                         likenesses *found) {
    known *k = known_of(t, other);
    if (k == NULL) {
        return false;
    }
    group *theirs = standing(k->group);
    if (k->met == article || is_among(found, theirs)) {
        return true;
    }
    k->met = article;
    unsigned share = isn_sketch_share(sketch, &k->sketch);
    if (share < ISN_TWIN_SHARE) {
        return true;
    }
    *ISN_PUSH(t->l->arena, found) = (likeness){theirs, other};
    isn_sql b =
        isn_sql_on(t->l->store, "INSERT INTO twin_pair VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
    isn_sql_int(&b, other);
    isn_sql_int(&b, article);
    isn_sql_int(&b, share);
    return isn_sql_step(&b);
}

static bool pairs_of(isn_linking *l, int64_t article, isn_row_map *seen, rows *out) {
    isn_sql b = isn_sql_on(l->store, "SELECT b FROM twin_pair WHERE a = ?1 UNION ALL SELECT a FROM "
                                     "twin_pair WHERE b = ?1");
    isn_sql_int(&b, article);
    while (isn_sql_row(&b)) {
        int64_t other = isn_sql_int_at(&b, 0);
        if (isn_row_map_get(seen, other) == NULL) {
            isn_row_map_put(seen, l->arena, other, l);
            *ISN_PUSH(l->arena, out) = other;
        }
    }
    return isn_sql_done(&b);
}

/* The group of `from` takes another name, and its claims are looked at again. Its articles hang together by pairs;
 * `article` is the new one that joins it to others, and no part of it yet. */
static bool rename_group(isn_linking *l, int64_t from, int64_t article, isn_str to) {
    rows members = {.len = 0};
    isn_row_map seen = {.size = 0};
    isn_row_map_put(&seen, l->arena, article, l);
    isn_row_map_put(&seen, l->arena, from, l);
    *ISN_PUSH(l->arena, &members) = from;
    for (uint32_t i = 0; i < members.len; i++) {
        isn_sql mark = isn_sql_on(
            l->store,
            ISN_EITHER(l->store,
                       "UPDATE entry_row SET dirty = 1 WHERE claim IN " ISN_CLAIMS_IN("(?)"),
                       "UPDATE entry SET dirty = 1 WHERE article = ?"));
        isn_sql_int(&mark, members.ptr[i]);
        isn_sql b = isn_sql_on(l->store, "UPDATE sketch SET twin = ?2 WHERE article = ?1");
        isn_sql_int(&b, members.ptr[i]);
        isn_sql_str(&b, to);
        if (!isn_sql_step(&mark) || !isn_sql_step(&b) ||
            !pairs_of(l, members.ptr[i], &seen, &members)) {
            return false;
        }
    }
    return true;
}

/* All groups that the article is like become one with it, under the smallest name. */
static bool join_groups(twins *t, int64_t article, const likenesses *found, isn_str *name) {
    for (uint32_t i = 0; i < found->len; i++) {
        if (isn_str_compare(found->ptr[i].group->name, *name) < 0) {
            *name = found->ptr[i].group->name;
        }
    }
    group *all = group_of(t, *name);
    for (uint32_t i = 0; i < found->len; i++) {
        if (found->ptr[i].group != all) {
            if (!rename_group(t->l, found->ptr[i].article, article, *name)) {
                return false;
            }
            found->ptr[i].group->into = all;
        }
    }
    return true;
}

static bool add_article(twins *t, int64_t article) {
    isn_linking *l = t->l;
    isn_sketch sketch;
    rows near = {.len = 0};
    likenesses found = {.len = 0};
    isn_sql read = isn_sql_on(l->store, "SELECT text, ident FROM article_text WHERE id = ?");
    isn_sql_int(&read, article);
    if (!isn_sql_row(&read)) {
        return false;
    }
    isn_str text = isn_sql_text_at(&read, 0, l->arena);
    isn_str ident = isn_sql_text_at(&read, 1, l->arena);
    isn_sql_done(&read);
    isn_sketch_make(&sketch, text);
    if (!neighbours(t, &sketch, &near) || !add_bands(t, article, &sketch)) {
        return false;
    }
    for (uint32_t i = 0; i < near.len; i++) {
        if (!compare_with(t, article, &sketch, near.ptr[i], &found)) {
            return false;
        }
    }
    isn_str name = ident;
    if (!join_groups(t, article, &found, &name)) {
        return false;
    }
    keep(t, article, &sketch, name);
    isn_sql add = isn_sql_on(l->store, "INSERT INTO sketch VALUES (?, ?, ?)");
    isn_sql_int(&add, article);
    isn_sql_bytes(&add, &sketch, sizeof sketch);
    /* one named by itself has no name in a file */
    const bool spared = !l->store->driver->afar && isn_str_eq(name, ident);
    isn_sql_str(&add, spared ? (isn_str){NULL, 0} : name);
    return isn_sql_step(&add);
}

bool isn_link_twins(isn_linking *l) {
    twins t = {.l = l};
    rows fresh = {.len = 0};
    isn_sql b = isn_sql_on(l->store,
                           "SELECT DISTINCT r.article FROM unlinked u JOIN record r ON r.id = u.id "
                           "WHERE EXISTS (SELECT 1 FROM claim WHERE record = r.id) AND "
                           "NOT EXISTS (SELECT 1 FROM sketch WHERE article = r.article) "
                           "ORDER BY 1");
    while (isn_sql_row(&b)) {
        *ISN_PUSH(l->lasting, &fresh) = isn_sql_int_at(&b, 0);
    }
    if (!isn_sql_done(&b) || (fresh.len > 0 && !l->store->driver->afar && !read_bands(&t))) {
        return false;
    }
    for (uint32_t i = 0; i < fresh.len; i++) {
        isn_arena_reset(l->arena, (size_t)1 << 20);
        if (!add_article(&t, fresh.ptr[i])) {
            return false;
        }
    }
    return true;
}
