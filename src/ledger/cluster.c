/* cluster.c: groups the entries of one neighbourhood by the mean of their scores, the likest first. A mean,
 * because one vague claim that is somewhat like two occurrences must not make them one.
 *
 * Only groups some of whose claims are neighbours can have a mean that suffices, so that sums are kept of such groups alone:
 * a neighbourhood may be thousands of claims that hang together in a chain. What a group that is joined to another lacks
 * is scored then.
 */
#include "ledger/ledger.h"

typedef struct edge { /* between two groups; i < j */
    uint32_t i, j;
    int64_t sum; /* of the scores of their claims */
    bool never;  /* some pair of them is impossible */
    bool there;
} edge;

typedef struct
    offer { /* to join two groups, as they were: by the mean of the scores, sum / pairs */
    int64_t sum, pairs;
    uint32_t i, j, turn_i, turn_j;
} offer;

typedef ISN_VEC(uint32_t) indices;

typedef struct board {
    isn_arena *arena;
    isn_entry *const *entries;
    const isn_verdict *verdicts;
    uint32_t n, nverdicts;
    uint32_t *group;       /* first member of the group of each */
    uint32_t *size;        /* of the group whose first member is i; 0: i is in another's */
    uint32_t *next, *last; /* members of a group; UINT32_MAX ends them */
    uint32_t *turn;        /* how often the group has grown */
    uint32_t *seen, step;
    indices *near; /* groups with which it has an edge, and such as are no more */
    edge *edges;   /* by hash */
    uint32_t room, used;
    ISN_VEC(offer) heap; /* the best first */
} board;

/* ---- edges -------------------------------------------------------------------------------------- */

static edge *slot_of(board *b, uint32_t i, uint32_t j) {
    uint32_t low = i < j ? i : j;
    uint32_t high = i < j ? j : i;
    uint64_t key = ((uint64_t)low << 32 | high) * UINT64_C(0x9e3779b97f4a7c15);
    uint32_t at = (uint32_t)(key >> 32) & (b->room - 1);
    while (b->edges[at].there && (b->edges[at].i != low || b->edges[at].j != high)) {
        at = (at + 1) & (b->room - 1);
    }
    return &b->edges[at];
}

static edge *put_edge(board *b, uint32_t i, uint32_t j) {
    if ((b->used + 1) * 2 > b->room) {
        edge *old = b->edges;
        uint32_t n = b->room;
        b->room = n == 0 ? 64 : n * 2;
        b->edges = ISN_NEW(b->arena, edge, b->room);
        for (uint32_t k = 0; k < n; k++) {
            if (old[k].there) {
                *slot_of(b, old[k].i, old[k].j) = old[k];
            }
        }
    }
    edge *e = slot_of(b, i, j);
    if (!e->there) {
        *e = (edge){.i = i < j ? i : j, .j = i < j ? j : i, .there = true};
        b->used++;
        *ISN_PUSH(b->arena, &b->near[i]) = j;
        *ISN_PUSH(b->arena, &b->near[j]) = i;
    }
    return e;
}

/* Verdicts come before all scores; the last on a pair holds. */
static int score_of(const board *b, uint32_t x, uint32_t y) {
    for (uint32_t i = b->nverdicts; i > 0; i--) {
        const isn_verdict *v = &b->verdicts[i - 1];
        if ((v->a == x && v->b == y) || (v->a == y && v->b == x)) {
            return v->same ? ISN_SCORE_SURE : ISN_SCORE_NEVER;
        }
    }
    return isn_ledger_score(b->entries[x], b->entries[y], NULL);
}

/* Scores all claims of one group with all of another; once something is impossible the sum does not matter. */
static void add_scores(const board *b, uint32_t i, uint32_t j, int64_t *sum, bool *never) {
    for (uint32_t x = i; x != UINT32_MAX && !*never; x = b->next[x]) {
        for (uint32_t y = j; y != UINT32_MAX && !*never; y = b->next[y]) {
            int score = score_of(b, x, y);
            *never = score == ISN_SCORE_NEVER;
            *sum += *never ? 0 : score;
        }
    }
}

static void find_sum(board *b, uint32_t i, uint32_t j, int64_t *sum, bool *never) {
    const edge *e = b->room > 0 ? slot_of(b, i, j) : NULL;
    if (e != NULL && e->there) {
        *sum += e->sum;
        *never = *never || e->never;
    } else {
        add_scores(b, i, j, sum, never);
    }
}

/* ---- offers ------------------------------------------------------------------------------------- */

/* Means are compared as they are, for rounded ones would be the same where they are not. */
static bool comes_first(const offer *x, const offer *y) {
    __extension__ typedef __int128 wide;
    wide a = (wide)x->sum * y->pairs;
    wide b = (wide)y->sum * x->pairs;
    if (a != b) {
        return a > b;
    }
    return x->i != y->i ? x->i < y->i : x->j < y->j;
}

static void make_offer(board *b, const edge *e) {
    int64_t pairs = (int64_t)b->size[e->i] * b->size[e->j];
    if (e->never || e->sum < ISN_SCORE_LINK * pairs) {
        return;
    }
    offer made = {e->sum, pairs, e->i, e->j, b->turn[e->i], b->turn[e->j]};
    uint32_t at = b->heap.len;
    *ISN_PUSH(b->arena, &b->heap) = made;
    for (; at > 0 && comes_first(&made, &b->heap.ptr[(at - 1) / 2]); at = (at - 1) / 2) {
        b->heap.ptr[at] = b->heap.ptr[(at - 1) / 2];
    }
    b->heap.ptr[at] = made;
}

static offer take_offer(board *b) {
    offer best = b->heap.ptr[0];
    offer moved = b->heap.ptr[--b->heap.len];
    uint32_t at = 0;
    for (uint32_t child = 1; child < b->heap.len; child = 2 * at + 1) {
        child +=
            child + 1 < b->heap.len && comes_first(&b->heap.ptr[child + 1], &b->heap.ptr[child]);
        if (!comes_first(&b->heap.ptr[child], &moved)) {
            break;
        }
        b->heap.ptr[at] = b->heap.ptr[child];
        at = child;
    }
    if (b->heap.len > 0) {
        b->heap.ptr[at] = moved;
    }
    return best;
}

/* ---- joining ------------------------------------------------------------------------------------ */

/* What the two groups together have to do with a third. */
static void join_edge(board *b, uint32_t i, uint32_t j, uint32_t k) {
    int64_t sum = 0;
    bool never = false;
    if (k == i || k == j || b->size[k] == 0 || b->seen[k] == b->step) {
        return;
    }
    b->seen[k] = b->step;
    find_sum(b, i, k, &sum, &never);
    if (!never) {
        find_sum(b, j, k, &sum, &never);
    }
    edge *e = put_edge(b, i, k);
    e->sum = sum;
    e->never = never;
}

static void join(board *b, uint32_t i, uint32_t j) {
    uint32_t old = b->near[i].len;
    b->step++;
    for (uint32_t x = 0; x < old; x++) {
        join_edge(b, i, j, b->near[i].ptr[x]);
    }
    for (uint32_t x = 0; x < b->near[j].len; x++) {
        join_edge(b, i, j, b->near[j].ptr[x]);
    }
    for (uint32_t x = j; x != UINT32_MAX; x = b->next[x]) {
        b->group[x] = i;
    }
    b->next[b->last[i]] = j;
    b->last[i] = b->last[j];
    b->size[i] += b->size[j];
    b->size[j] = 0;
    b->turn[i]++;
}

static void offer_all(board *b, uint32_t i) {
    for (uint32_t x = 0; x < b->near[i].len; x++) {
        uint32_t k = b->near[i].ptr[x];
        if (b->size[k] > 0) {
            make_offer(b, slot_of(b, i, k));
        }
    }
}

/* Joins the likest two; false when no two may be joined. */
static bool join_likest(board *b) {
    while (b->heap.len > 0) {
        offer best = take_offer(b);
        if (b->size[best.i] > 0 && b->size[best.j] > 0 && b->turn[best.i] == best.turn_i &&
            b->turn[best.j] == best.turn_j) {
            join(b, best.i, best.j);
            offer_all(b, best.i);
            return true;
        }
    }
    return false;
}

/* "Same" joins before any score is looked at, and over what would forbid it. */
static void apply_verdicts(board *b) {
    for (uint32_t i = 0; i < b->nverdicts; i++) {
        uint32_t x = b->group[b->verdicts[i].a];
        uint32_t y = b->group[b->verdicts[i].b];
        if (b->verdicts[i].same && x != y) {
            join(b, x < y ? x : y, x < y ? y : x);
        }
    }
}

/* Claims of one article stand together, for they are sorted by key. */
static void join_tellings(board *b) {
    for (uint32_t i = 0; i < b->n; i++) {
        for (uint32_t j = i + 1;
             j < b->n && b->entries[j]->article->row == b->entries[i]->article->row; j++) {
            uint32_t x = b->group[i] < b->group[j] ? b->group[i] : b->group[j];
            uint32_t y = b->group[i] + b->group[j] - x;
            int64_t sum = 0;
            bool never = false;
            if (x == y || !isn_ledger_one_telling(b->entries[i], b->entries[j])) {
                continue;
            }
            find_sum(b, x, y, &sum, &never);
            if (!never) {
                join(b, x, y);
            }
        }
    }
}

/* ---- neighbours --------------------------------------------------------------------------------- */

static void find_edges(board *b, const isn_grouping *with) {
    for (uint32_t i = 0; i < with->ncouples; i++) {
        const isn_couple *c = &with->couples[i];
        int score = score_of(b, c->a, c->b);
        if (score >= ISN_SCORE_LINK) {
            put_edge(b, c->a, c->b)->sum = score;
        }
    }
    for (uint32_t i = 0; i < b->nverdicts; i++) {
        const isn_verdict *v = &b->verdicts[i];
        if (v->a != v->b) {
            edge *e = put_edge(b, v->a, v->b);
            int score = score_of(b, v->a, v->b);
            e->never = score == ISN_SCORE_NEVER;
            e->sum = e->never ? 0 : score;
        }
    }
}

void isn_ledger_group(uint32_t *group, isn_entry *const *entries, uint32_t n,
                      const isn_grouping *with, isn_arena *arena) {
    board b = {.arena = arena,
               .entries = entries,
               .verdicts = with->verdicts,
               .n = n,
               .nverdicts = with->nverdicts,
               .group = group};
    b.size = ISN_NEW(arena, uint32_t, n);
    b.next = ISN_NEW(arena, uint32_t, n);
    b.last = ISN_NEW(arena, uint32_t, n);
    b.turn = ISN_NEW(arena, uint32_t, n);
    b.seen = ISN_NEW(arena, uint32_t, n);
    b.near = ISN_NEW(arena, indices, n);
    for (uint32_t i = 0; i < n; i++) {
        group[i] = b.last[i] = i;
        b.size[i] = 1;
        b.next[i] = UINT32_MAX;
    }
    find_edges(&b, with);
    apply_verdicts(&b);
    join_tellings(&b);
    for (uint32_t i = 0; i < b.room; i++) {
        const edge *e = &b.edges[i];
        if (e->there && b.size[e->i] > 0 && b.size[e->j] > 0) {
            make_offer(&b, e);
        }
    }
    while (join_likest(&b)) {
    }
}
