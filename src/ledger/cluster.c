/* cluster.c: groups the entries of one neighbourhood by the mean of their scores, the likest first. A mean,
 * because one vague claim that is somewhat like two occurrences must not make them one. */
#include "ledger/ledger.h"

typedef struct board {
    uint32_t n;
    int32_t *sum;   /* of the scores between two groups, at [i * n + j] for their first members */
    bool *never;    /* some pair of them is impossible */
    uint32_t *size; /* of the group whose first member is i; 0: i is in another's */
    uint32_t *group;
    uint32_t *best;    /* likest group after i, or i */
    int64_t *likeness; /* to that one */
} board;

static int64_t mean(const board *b, uint32_t i, uint32_t j) {
    return (int64_t)b->sum[(size_t)i * b->n + j] * 1000 / ((int64_t)b->size[i] * b->size[j]);
}

static bool may_join(const board *b, uint32_t i, uint32_t j) {
    return b->size[j] > 0 && !b->never[(size_t)i * b->n + j] &&
           mean(b, i, j) >= (int64_t)ISN_SCORE_LINK * 1000;
}

/* Is j liker to i than the best that is known so far? Of equals the first is. */
static void consider(board *b, uint32_t i, uint32_t j) {
    if (!may_join(b, i, j)) {
        return;
    }
    int64_t likeness = mean(b, i, j);
    if (b->best[i] == i || likeness > b->likeness[i] ||
        (likeness == b->likeness[i] && j < b->best[i])) {
        b->best[i] = j;
        b->likeness[i] = likeness;
    }
}

/* The likest group that stands after i. */
static void find_best(board *b, uint32_t i) {
    b->best[i] = i;
    for (uint32_t j = i + 1; j < b->n; j++) {
        consider(b, i, j);
    }
}

static void join(board *b, uint32_t i, uint32_t j) {
    for (uint32_t k = 0; k < b->n; k++) {
        if (b->size[k] == 0 || k == i || k == j) {
            continue;
        }
        int32_t sum = b->sum[(size_t)i * b->n + k] + b->sum[(size_t)j * b->n + k];
        bool never = b->never[(size_t)i * b->n + k] || b->never[(size_t)j * b->n + k];
        b->sum[(size_t)i * b->n + k] = b->sum[(size_t)k * b->n + i] = sum;
        b->never[(size_t)i * b->n + k] = b->never[(size_t)k * b->n + i] = never;
    }
    b->size[i] += b->size[j];
    b->size[j] = 0;
    for (uint32_t k = 0; k < b->n; k++) {
        if (b->group[k] == j) {
            b->group[k] = i;
        }
    }
}

/* After j has gone into i: nothing else has changed for groups that were likest to another. */
static void refresh(board *b, uint32_t i, uint32_t j) {
    for (uint32_t k = 0; k < b->n; k++) {
        if (b->size[k] == 0) {
            continue;
        }
        if (k == i || b->best[k] == i || b->best[k] == j) {
            find_best(b, k);
        } else if (k < i) {
            consider(b, k, i);
        }
    }
}

/* Joins the likest two; false when no two may be joined. */
static bool join_likest(board *b) {
    uint32_t at = UINT32_MAX;
    for (uint32_t i = 0; i < b->n; i++) {
        if (b->size[i] > 0 && b->best[i] != i &&
            (at == UINT32_MAX || b->likeness[i] > b->likeness[at])) {
            at = i;
        }
    }
    if (at == UINT32_MAX) {
        return false;
    }
    uint32_t other = b->best[at];
    join(b, at, other);
    refresh(b, at, other);
    return true;
}

static void set_pair(board *b, uint32_t i, uint32_t j, int32_t score) {
    bool never = score == ISN_SCORE_NEVER;
    b->never[(size_t)i * b->n + j] = b->never[(size_t)j * b->n + i] = never;
    b->sum[(size_t)i * b->n + j] = b->sum[(size_t)j * b->n + i] = never ? 0 : score;
}

/* "Different" forbids; "same" joins before any score is looked at, and over what would forbid it. */
static void apply_verdicts(board *b, const isn_verdict *verdicts, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        set_pair(b, verdicts[i].a, verdicts[i].b,
                 verdicts[i].same ? ISN_SCORE_SURE : ISN_SCORE_NEVER);
    }
    for (uint32_t i = 0; i < n; i++) {
        uint32_t x = b->group[verdicts[i].a];
        uint32_t y = b->group[verdicts[i].b];
        if (verdicts[i].same && x != y) {
            join(b, x < y ? x : y, x < y ? y : x);
        }
    }
}

static void join_sentences(board *b, isn_entry *const *entries) {
    for (uint32_t i = 0; i < b->n; i++) {
        for (uint32_t j = i + 1; j < b->n; j++) {
            uint32_t x = b->group[i] < b->group[j] ? b->group[i] : b->group[j];
            uint32_t y = b->group[i] + b->group[j] - x;
            if (x != y && isn_ledger_one_sentence(entries[i], entries[j]) &&
                !b->never[(size_t)x * b->n + y]) {
                join(b, x, y);
            }
        }
    }
}

void isn_ledger_group(uint32_t *group, isn_entry *const *entries, uint32_t n,
                      const isn_verdict *verdicts, uint32_t nverdicts, isn_arena *arena) {
    board b = {.n = n, .group = group};
    b.sum = ISN_NEW(arena, int32_t, (size_t)n * n);
    b.never = ISN_NEW(arena, bool, (size_t)n *n);
    b.size = ISN_NEW(arena, uint32_t, n);
    b.best = ISN_NEW(arena, uint32_t, n);
    b.likeness = ISN_NEW(arena, int64_t, n);
    for (uint32_t i = 0; i < n; i++) {
        group[i] = i;
        b.size[i] = 1;
        for (uint32_t j = 0; j < i; j++) {
            set_pair(&b, i, j, isn_ledger_score(entries[i], entries[j], NULL));
        }
    }
    apply_verdicts(&b, verdicts, nverdicts);
    join_sentences(&b, entries);
    for (uint32_t i = 0; i < n; i++) {
        if (b.size[i] > 0) {
            find_best(&b, i);
        }
    }
    while (join_likest(&b)) {
    }
}
