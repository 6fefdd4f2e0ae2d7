/* twin.c: articles that are nearly the same: prints of one agency's text. Of the shingles of four words the
 * smallest hashes of 64 families are kept (minhash); the share of equal ones estimates the share of common
 * shingles. */
#include "ledger/ledger.h"
#include "text/words.h"

#define SHINGLE 4
#define ROWS (ISN_SKETCH / ISN_BANDS)

typedef struct shingles {
    isn_sketch *out;
    uint64_t last[SHINGLE];
    uint32_t n;
} shingles;

static void add_shingle(isn_sketch *out, uint64_t hash) {
    for (uint64_t i = 0; i < ISN_SKETCH; i++) {
        uint64_t mixed =
            (hash ^ (i + 1) * UINT64_C(0x9e3779b97f4a7c15)) * UINT64_C(0xbf58476d1ce4e5b9);
        uint32_t h = (uint32_t)((mixed ^ (mixed >> 29)) * UINT64_C(0x94d049bb133111eb) >> 32);
        out->hash[i] = h < out->hash[i] ? h : out->hash[i];
    }
}

static int take(void *context, bool again, const char *word, int len, int start, int end) {
    shingles *to = context;
    (void)start;
    (void)end;
    if (again) {
        return 0;
    }
    to->last[to->n++ % SHINGLE] = isn_hash(word, (size_t)len, 0);
    if (to->n >= SHINGLE) {
        uint64_t hash = 0;
        for (uint32_t i = 0; i < SHINGLE; i++) {
            hash = (hash ^ to->last[(to->n + i) % SHINGLE]) * UINT64_C(0x100000001b3) + i;
        }
        add_shingle(to->out, hash);
    }
    return 0;
}

void isn_sketch_make(isn_sketch *out, isn_str text) {
    shingles to = {.out = out};
    memset(out->hash, 0xFF, sizeof out->hash);
    isn_words(text.ptr, text.len, true, take, &to);
}

uint64_t isn_sketch_band(const isn_sketch *sketch, unsigned band) {
    return isn_hash(sketch->hash + (size_t)band * ROWS, ROWS * sizeof *sketch->hash, band) >> 1;
}

unsigned isn_sketch_share(const isn_sketch *a, const isn_sketch *b) {
    unsigned same = 0;
    for (unsigned i = 0; i < ISN_SKETCH; i++) {
        same += a->hash[i] == b->hash[i] && a->hash[i] != UINT32_MAX;
    }
    return 100 * same / ISN_SKETCH;
}
