/* regroup.c: which events claims belong to, where something has changed.
 *
 * Claims hang together by pairs, over a year of news many thousands of them; but they are joined the likest first, so that
 * what is new changes little. A region is grouped anew: claims that are new or touched, the events that they stand in,
 * and those that have a pair with them. Where a group comes out of it that was none before, the events that have
 * a pair with that one are taken in too, and so on, until what lies around has pairs only with groups that stayed as they were.
 *
 * Then all is as if everything had been grouped from scratch. Two groups are joined by the mean of their scores, and the mean
 * of a group and two others together is never more than the better of theirs: so what joins the claims of one group,
 * in what order, depends on them alone. A group that stayed as it was offers itself to its neighbours outside as it
 * always did, and one that changed has none there.
 */
#include "store/linking.h"

#define CHUNK 4096    /* claims that are asked for together, */
#define TOGETHER 2048 /* and that are grouped in one go, where they are not of one neighbourhood */

/* An event as it was. */
typedef struct former {
    isn_str id;
    uint32_t n; /* claims */
} former;

/* Claims of the region, as nodes of a forest: those of a tree hang together. */
typedef struct node {
    int64_t row;
    struct node *up;     /* NULL: the root */
    struct node *next;   /* of its neighbourhood, once they are gathered */
    uint32_t n;          /* of the root: how many */
    former *in;          /* NULL: new */
    bool dirty, decided; /* has changed; somebody has decided on it */
    bool asked;          /* its neighbours are in the region */
    bool fresh;          /* of the root: has not been grouped as it is now */
} node;

typedef ISN_VEC(node *) nodes;
typedef ISN_VEC(int64_t) rows;
typedef ISN_VEC(isn_str) names;
typedef ISN_VEC(isn_verdict) verdicts;
typedef ISN_VEC(isn_couple) couples;

typedef struct region {
    isn_linking *l;
    isn_row_map known, formers; /* nodes by row; events by the hash of their ids */
    nodes all;
    uint32_t read, tied; /* of `all`: whose events are known; whose pairs are */
    names open;          /* events whose claims are still to be read */
    bool whole;          /* all claims of the ledger are in it */
} region;

typedef struct grouped { /* a neighbourhood */
    isn_entry **entries;
    uint32_t *group;
    node **nodes;
    uint32_t n;
} grouped;

/* ---- the region ------------------------------------------------------------------------------ */

static node *root_of(node *n) {
    while (n->up != NULL) {
        n->up = n->up->up != NULL ? n->up->up : n->up;
        n = n->up;
    }
    return n;
}

static node *find(const region *r, int64_t row) {
    return isn_row_map_get(&r->known, row);
}

static node *add(region *r, int64_t row) {
    node *n = find(r, row);
    if (n == NULL) {
        n = ISN_NEW(r->l->lasting, node, 1);
        n->row = row;
        n->n = 1;
        n->fresh = true;
        isn_row_map_put(&r->known, r->l->lasting, row, n);
        *ISN_PUSH(r->l->lasting, &r->all) = n;
    }
    return n;
}

static void unite(node *a, node *b) {
    node *x = root_of(a);
    node *y = root_of(b);
    if (x != y) {
        node *low = x->n < y->n ? x : y;
        node *high = low == x ? y : x;
        low->up = high;
        high->n += low->n;
        high->fresh = true;
    }
}

/* Rows of nodes from `from` on, CHUNK at most, as a list for SQL; counts them. */
static isn_str listed(const region *r, const nodes *all, uint32_t from, uint32_t *n) {
    isn_arena *arena = r->l->arena;
    isn_arena_reset(arena, (size_t)8 << 20);
    *n = all->len - from < CHUNK ? all->len - from : CHUNK;
    int64_t *list = ISN_NEW(arena, int64_t, *n);
    for (uint32_t i = 0; i < *n; i++) {
        list[i] = all->ptr[from + i]->row;
    }
    return isn_rows_listed(arena, list, *n);
}

static former *former_of(region *r, isn_str id) {
    int64_t hash = (int64_t)isn_hash(id.ptr, id.len, 0);
    former *f = isn_row_map_get(&r->formers, hash);
    if (f == NULL && id.ptr != NULL) {
        f = ISN_NEW(r->l->lasting, former, 1);
        f->id = isn_str_of(isn_arena_copy(r->l->lasting, id.ptr, id.len), id.len);
        isn_row_map_put(&r->formers, r->l->lasting, hash, f);
        *ISN_PUSH(r->l->lasting, &r->open) = f->id;
    }
    return f;
}

/* claim, event, dirty */
static bool take_entries(region *r, isn_sql *b) {
    while (isn_sql_row(b)) {
        node *n = add(r, isn_sql_int_at(b, 0));
        isn_str id = isn_sql_str_at(b, 1);
        if (n->in == NULL && id.ptr != NULL) {
            n->in = former_of(r, id);
            n->in->n++;
        }
        n->dirty = isn_sql_true_at(b, 2);
    }
    return isn_sql_done(b);
}

/* Events of the claims that came in, with all of their claims. */
static bool read_events(region *r) {
    for (uint32_t n = 0; r->read < r->all.len; r->read += n) {
        isn_sql b = isn_sql_on(r->l->store,
                               "SELECT claim, event, dirty FROM entry WHERE claim IN " ISN_LISTED);
        isn_sql_str(&b, listed(r, &r->all, r->read, &n));
        if (!take_entries(r, &b)) {
            return false;
        }
    }
    for (uint32_t i = 0; i < r->open.len; i += CHUNK) {
        uint32_t n = r->open.len - i < CHUNK ? r->open.len - i : CHUNK;
        isn_arena_reset(r->l->arena, (size_t)8 << 20);
        isn_sql b = isn_sql_on(
            r->l->store,
            ISN_EITHER(
                r->l->store,
                "SELECT claim, event, dirty FROM entry WHERE claim IN " ISN_CLAIMS_OF(ISN_NAMED),
                "SELECT claim, event, dirty FROM entry WHERE event IN " ISN_NAMED));
        isn_sql_str(&b, isn_names_listed(r->l->arena, r->open.ptr + i, n));
        if (!take_entries(r, &b)) {
            return false;
        }
    }
    r->open.len = 0;
    r->read = r->all.len;
    return true;
}

#define PAIRS_OF_FILE                                                                              \
    "SELECT p.claim, n.other FROM pair_list p, isn_pairs(p.claim, p.list) n WHERE p.claim "        \
    "IN " ISN_LISTED
/* Who deletes a claim leaves it in the lists of its neighbours. */
#define THERE " AND EXISTS (SELECT 1 FROM entry_row WHERE claim = n.other)"
#define PAIRS                                                                                      \
    "SELECT a, b FROM pair WHERE a IN " ISN_LISTED " UNION ALL SELECT a, b FROM pair WHERE b "     \
    "IN " ISN_LISTED

static bool unite_all(region *r, isn_sql *b) {
    while (isn_sql_row(b)) {
        node *x = find(r, isn_sql_int_at(b, 0));
        node *y = find(r, isn_sql_int_at(b, 1));
        if (x != NULL && y != NULL) {
            unite(x, y);
        }
    }
    return isn_sql_done(b);
}

/* Pairs within the region, of the claims that came in. */
static bool tie(region *r) {
    if (r->whole && r->tied < r->all.len) {
        isn_sql b = isn_sql_on(r->l->store, "SELECT a, b FROM pair");
        r->tied = r->all.len;
        if (!unite_all(r, &b)) {
            return false;
        }
    }
    for (uint32_t n = 0; r->tied < r->all.len; r->tied += n) {
        isn_sql b = isn_sql_on(r->l->store, ISN_EITHER(r->l->store, PAIRS_OF_FILE, PAIRS));
        isn_sql_str(&b, listed(r, &r->all, r->tied, &n));
        if (!unite_all(r, &b)) {
            return false;
        }
    }
    for (uint32_t i = 0; i < r->l->decided.len; i++) {
        const isn_decided *d = &r->l->decided.ptr[i];
        node *x = find(r, d->a);
        node *y = find(r, d->b);
        if (x != NULL && y != NULL) {
            unite(x, y);
        }
    }
    return true;
}

/* What people have decided on, with what they decided it of; and where they took it back. */
static void add_decided(region *r) {
    for (uint32_t i = 0; i < r->l->decided.len; i++) {
        const isn_decided *d = &r->l->decided.ptr[i];
        if (find(r, d->a) != NULL || find(r, d->b) != NULL) {
            add(r, d->a)->decided = true;
            add(r, d->b)->decided = true;
        }
    }
}

/* Claims that have a pair with these. */
static bool add_neighbours(region *r, const nodes *of) {
    for (uint32_t i = 0, n = 0; i < of->len && !r->whole; i += n) {
        isn_sql b = isn_sql_on(r->l->store, ISN_EITHER(r->l->store, PAIRS_OF_FILE THERE, PAIRS));
        isn_sql_str(&b, listed(r, of, i, &n));
        while (isn_sql_row(&b)) {
            add(r, isn_sql_int_at(&b, 0));
            add(r, isn_sql_int_at(&b, 1));
        }
        if (!isn_sql_done(&b)) {
            return false;
        }
    }
    return true;
}

static void gather(const region *r) {
    for (uint32_t i = 0; i < r->all.len; i++) {
        r->all.ptr[i]->next = NULL;
    }
    for (uint32_t i = 0; i < r->all.len; i++) {
        node *n = r->all.ptr[i];
        node *root = root_of(n);
        if (n != root) {
            n->next = root->next;
            root->next = n;
        }
    }
}

/* ---- groups ---------------------------------------------------------------------------------- */

static uint32_t index_of(const grouped *g, const isn_row_map *places, int64_t row) {
    const uint32_t *at = isn_row_map_get(places, row);
    return at == NULL || *at >= g->n ? UINT32_MAX : *at;
}

static void pick_verdicts(const isn_linking *l, const grouped *g, const isn_row_map *places,
                          verdicts *out) {
    for (uint32_t i = 0; i < l->decided.len; i++) {
        const isn_decided *d = &l->decided.ptr[i];
        uint32_t x = index_of(g, places, d->a);
        uint32_t y = x == UINT32_MAX ? x : index_of(g, places, d->b);
        if (y != UINT32_MAX && !d->undone) {
            *ISN_PUSH(l->arena, out) = (isn_verdict){x, y, d->same};
        }
    }
}

static bool read_couples(const isn_linking *l, const grouped *g, const isn_row_map *places,
                         couples *out) {
    for (uint32_t i = 0; i < g->n; i += CHUNK) {
        uint32_t n = g->n - i < CHUNK ? g->n - i : CHUNK;
        int64_t *list = ISN_NEW(l->arena, int64_t, n);
        for (uint32_t j = 0; j < n; j++) {
            list[j] = g->entries[i + j]->row;
        }
        isn_sql b =
            isn_sql_on(l->store, ISN_EITHER(l->store, PAIRS_OF_FILE " AND n.other > p.claim",
                                            "SELECT a, b FROM pair WHERE a IN " ISN_LISTED));
        isn_sql_str(&b, isn_rows_listed(l->arena, list, n));
        while (isn_sql_row(&b)) {
            uint32_t x = index_of(g, places, isn_sql_int_at(&b, 0));
            uint32_t y = index_of(g, places, isn_sql_int_at(&b, 1));
            if (x != UINT32_MAX && y != UINT32_MAX) {
                *ISN_PUSH(l->arena, out) = (isn_couple){x, y};
            }
        }
        if (!isn_sql_done(&b)) {
            return false;
        }
    }
    return true;
}

static bool group(region *r, isn_loader *loader, const node *root, grouped *g) {
    isn_linking *l = r->l;
    verdicts by_hand = {.len = 0};
    couples pairs = {.len = 0};
    isn_row_map places = {.size = 0};
    *g = (grouped){.entries = ISN_NEW(l->arena, isn_entry *, root->n),
                   .group = ISN_NEW(l->arena, uint32_t, root->n),
                   .nodes = ISN_NEW(l->arena, node *, root->n)};
    for (const node *m = root; m != NULL; m = m->next) {
        isn_entry *e = isn_loader_entry(loader, m->row);
        if (e == NULL) {
            return false;
        }
        e->in = m->in != NULL ? m->in->id : (isn_str){NULL, 0};
        g->entries[g->n++] = e;
    }
    isn_entries_sort(g->entries, g->n);
    uint32_t *at = ISN_NEW(l->arena, uint32_t, g->n);
    for (uint32_t i = 0; i < g->n; i++) {
        at[i] = i;
        g->nodes[i] = find(r, g->entries[i]->row);
        if (g->n > 1) {
            isn_row_map_put(&places, l->arena, g->entries[i]->row, &at[i]);
        }
    }
    if (g->n > 1 && !read_couples(l, g, &places, &pairs)) {
        return false;
    }
    pick_verdicts(l, g, &places, &by_hand);
    const isn_grouping with = {pairs.ptr, pairs.len, by_hand.ptr, by_hand.len};
    isn_ledger_group(g->group, g->entries, g->n, &with, l->arena);
    return true;
}

/* For each first member of a group: was it an event, of these claims and no others? */
static bool *unchanged(const isn_linking *l, const grouped *g) {
    bool *same = ISN_NEW(l->arena, bool, g->n);
    uint32_t *size = ISN_NEW(l->arena, uint32_t, g->n);
    for (uint32_t i = 0; i < g->n; i++) {
        uint32_t first = g->group[i];
        const node *n = g->nodes[i];
        same[first] = (size[first] == 0 || same[first]) && !n->decided && n->in != NULL &&
                      n->in == g->nodes[first]->in;
        size[first]++;
    }
    for (uint32_t i = 0; i < g->n; i++) {
        const former *in = g->nodes[i]->in;
        same[i] = same[i] && g->group[i] == i && in != NULL && size[i] == in->n;
    }
    return same;
}

typedef bool (*group_visit)(region *r, const grouped *g, nodes *changed);

/* Some neighbourhoods, whose claims are read together. */
static bool visit_some(region *r, const nodes *roots, uint32_t from, uint32_t to, group_visit visit,
                       nodes *changed) {
    isn_linking *l = r->l;
    isn_loader
        loaders[2]; /* of claims that hang together with others, and of those that stand alone */
    rows members[2] = {{.len = 0}, {.len = 0}};
    ISN_VEC(isn_entry *) entries = {.len = 0};
    isn_arena_reset(l->arena, (size_t)8 << 20);
    for (uint32_t i = from; i < to; i++) {
        for (const node *m = roots->ptr[i]; m != NULL; m = m->next) {
            *ISN_PUSH(l->arena, &members[roots->ptr[i]->n == 1]) = m->row;
        }
    }
    for (unsigned alone = 0; alone < 2; alone++) {
        isn_loader_init(&loaders[alone], l->store, l->arena);
        loaders[alone].bare = alone == 1;
        if (!isn_loader_load(&loaders[alone], members[alone].ptr, members[alone].len)) {
            return false;
        }
        for (uint32_t i = 0; i < members[alone].len; i++) {
            *ISN_PUSH(l->arena, &entries) =
                isn_row_map_get(&loaders[alone].entries, members[alone].ptr[i]);
        }
    }
    if (!isn_link_look_up(l, entries.ptr, entries.len)) {
        return false;
    }
    for (uint32_t i = from; i < to; i++) {
        grouped g;
        if (!group(r, &loaders[roots->ptr[i]->n == 1], roots->ptr[i], &g) ||
            !visit(r, &g, changed)) {
            return false;
        }
    }
    return true;
}

/* All neighbourhoods, or those that have not been grouped as they are now; in the order in which their claims came in. */
static bool visit_all(region *r, bool fresh, group_visit visit, nodes *changed) {
    nodes roots = {.len = 0};
    isn_row_map seen = {.size = 0};
    gather(r);
    for (uint32_t i = 0; i < r->all.len; i++) {
        node *root = root_of(r->all.ptr[i]);
        if ((root->fresh || !fresh) && isn_row_map_get(&seen, root->row) == NULL) {
            isn_row_map_put(&seen, r->l->lasting, root->row, r);
            *ISN_PUSH(r->l->lasting, &roots) = root;
        }
    }
    uint32_t from = 0;
    for (uint32_t to = 0, held = 0; to < roots.len; to++) {
        held += roots.ptr[to]->n;
        if (held >= TOGETHER || to + 1 == roots.len) {
            if (!visit_some(r, &roots, from, to + 1, visit, changed)) {
                return false;
            }
            from = to + 1;
            held = 0;
        }
    }
    for (uint32_t i = 0; i < roots.len; i++) {
        roots.ptr[i]->fresh = false;
    }
    return true;
}

/* ---- how far it reaches ---------------------------------------------------------------------- */

static bool note_changed(region *r, const grouped *g, nodes *changed) {
    const bool *same = unchanged(r->l, g);
    for (uint32_t i = 0; i < g->n; i++) {
        if (!same[g->group[i]] && !g->nodes[i]->asked) {
            g->nodes[i]->asked = true;
            *ISN_PUSH(r->l->lasting, changed) = g->nodes[i];
        }
    }
    return true;
}

/* Takes in what these claims have a pair with. */
static bool widen(region *r, const nodes *of) {
    if (!add_neighbours(r, of)) {
        return false;
    }
    add_decided(r);
    return read_events(r) && tie(r);
}

static bool reach(region *r) {
    for (uint32_t before = 0; before < r->all.len;) {
        nodes changed = {.len = 0};
        before = r->all.len;
        if (!visit_all(r, true, note_changed, &changed) || !widen(r, &changed)) {
            return false;
        }
    }
    return true;
}

static bool begin(region *r) {
    int64_t clean = 0;
    nodes fresh = {.len = 0};
    isn_sql b = isn_sql_on(r->l->store, "SELECT claim FROM entry WHERE dirty = 1 ORDER BY claim");
    while (isn_sql_row(&b)) {
        add(r, isn_sql_int_at(&b, 0));
    }
    if (!isn_sql_done(&b) ||
        !isn_sql_ask(r->l->store,
                     "SELECT count(*) FROM (SELECT 1 FROM entry WHERE dirty = 0 LIMIT 1) AS x",
                     &clean)) {
        return false;
    }
    r->whole = clean == 0;
    if (!read_events(r)) {
        return false;
    }
    for (uint32_t i = 0; i < r->all.len; i++) {
        if (r->all.ptr[i]->in == NULL) {
            r->all.ptr[i]->asked = true;
            *ISN_PUSH(r->l->lasting, &fresh) = r->all.ptr[i];
        }
    }
    return widen(r, &fresh);
}

/* ---- writing --------------------------------------------------------------------------------- */

/* Groups that are as they were, and none of whose claims has changed, stay as they are written. */
static bool write_changed(region *r, const grouped *g, nodes *changed) {
    isn_linking *l = r->l;
    (void)changed;
    bool *leave = unchanged(l, g);
    for (uint32_t i = 0; i < g->n; i++) {
        leave[g->group[i]] = leave[g->group[i]] && !g->nodes[i]->dirty;
    }
    uint32_t *places = ISN_NEW(l->arena, uint32_t, g->n);
    uint32_t n = 0;
    for (uint32_t i = 0; i < g->n; i++) {
        uint32_t first = g->group[i];
        if (!leave[first]) {
            places[i] = n;
            g->entries[n] = g->entries[i];
            g->group[n++] = places[first];
        }
    }
    return n == 0 || isn_link_write(l, g->entries, g->group, n);
}

bool isn_link_regroup(isn_linking *l) {
    region r = {.l = l};
    return begin(&r) && (r.whole || reach(&r)) && visit_all(&r, false, write_changed, NULL);
}
