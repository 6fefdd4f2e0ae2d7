/* batch.c: which articles of a batch are nearly the same, as they come, in bounded memory: the last ISN_BATCH_MOST are
 * known. The store's own way (twin.c) keeps all of them and groups them whatever their order; this one only looks back.
 *
 * An article's print is a one-permutation minhash: each run of four words falls into one of 64 bins, and of each bin the
 * smallest is kept. Titles and furniture have no part in it: papers change those. */
#include "ledger/ledger.h"
#include "text/text.h"

#define SHINGLE 4
#define FEWEST 16 /* runs of words; with fewer only an equal text is the same */
#define BANDS 16
#define ROWS (ISN_PRINT_BINS / BANDS)
#define SLOTS (1U << 22) /* a power of two; of each band the article that had it last */
#define EMPTY UINT16_MAX

typedef struct known {
    isn_print print;
    char id[65], first[65]; /* `first`: of the group */
} known;

struct isn_batch {
    known *ring;
    uint32_t *slots; /* number of the article, from 1 */
    uint32_t count;
};

static bool tells(const isn_block *block, bool title) {
    return block->role == ISN_ROLE_LEDE || block->role == ISN_ROLE_BODY ||
           (title && block->role == ISN_ROLE_TITLE);
}

static void add_word(isn_print *out, uint64_t last[SHINGLE], uint64_t word) {
    uint64_t hash = 0;
    last[out->words++ % SHINGLE] = word;
    out->whole = (out->whole ^ word) * UINT64_C(0x9e3779b97f4a7c15);
    out->whole ^= out->whole >> 29;
    if (out->words < SHINGLE)
        return;
    for (uint32_t i = 0; i < SHINGLE; i++)
        hash = (hash ^ last[(out->words + i) % SHINGLE]) * UINT64_C(0xbf58476d1ce4e5b9);
    hash = (hash ^ (hash >> 31)) * UINT64_C(0x94d049bb133111eb);
    uint16_t value = (uint16_t)(hash >> 40);
    uint16_t *bin = &out->bins[hash >> 58];
    *bin = value < *bin ? value : *bin;
}

static void add_words(isn_print *out, const isn_text *text, bool title) {
    uint64_t last[SHINGLE] = {0};
    *out = (isn_print){0};
    memset(out->bins, 0xFF, sizeof out->bins);
    for (uint32_t b = 0; b < text->article->nblocks; b++) {
        if (!tells(&text->article->blocks[b], title))
            continue;
        for (uint32_t i = text->block_token[b]; i < text->block_token[b + 1]; i++)
            if (text->tokens[i].kind != ISN_TOK_PUNCT)
                add_word(out, last, text->tokens[i].hash);
    }
}

void isn_print_make(isn_print *out, const isn_text *text) {
    add_words(out, text, false);
    if (out->words < FEWEST)
        add_words(out, text, true); /* a headline may be all there is */
}

static unsigned share_of(const isn_print *a, const isn_print *b) {
    unsigned same = 0, all = 0;
    for (unsigned i = 0; i < ISN_PRINT_BINS; i++) {
        all += a->bins[i] != EMPTY || b->bins[i] != EMPTY;
        same += a->bins[i] == b->bins[i] && a->bins[i] != EMPTY;
    }
    return all == 0 ? 0 : 100 * same / all;
}

static bool are_twins(const isn_print *a, const isn_print *b) {
    if (a->words == b->words && a->whole == b->whole)
        return true;
    bool enough = a->words >= FEWEST + SHINGLE && b->words >= FEWEST + SHINGLE;
    return enough && share_of(a, b) >= ISN_TWIN_SHARE;
}

isn_batch *isn_batch_new(void) {
    isn_batch *batch = isn_heap_alloc(sizeof *batch);
    if (batch == NULL)
        return NULL;
    batch->ring = isn_heap_alloc(ISN_BATCH_MOST * sizeof *batch->ring);
    batch->slots = isn_heap_alloc(SLOTS * sizeof *batch->slots);
    if (batch->ring == NULL || batch->slots == NULL) {
        isn_batch_free(batch);
        return NULL;
    }
    return batch;
}

void isn_batch_free(isn_batch *batch) {
    if (batch != NULL) {
        isn_heap_free(batch->ring);
        isn_heap_free(batch->slots);
        isn_heap_free(batch);
    }
}

/* The slots of an article: one for its text as a whole, one for each band that has something in it. */
static unsigned keys_of(uint32_t keys[BANDS + 1], const isn_print *print) {
    unsigned n = 0;
    keys[n++] = (uint32_t)(print->whole >> 20) & (SLOTS - 1);
    for (unsigned band = 0; band < BANDS && print->words >= FEWEST + SHINGLE; band++) {
        const uint16_t *bins = print->bins + (size_t)band * ROWS;
        unsigned filled = 0;
        for (unsigned i = 0; i < ROWS; i++)
            filled += bins[i] != EMPTY;
        if (filled >= 2)
            keys[n++] = (uint32_t)isn_hash(bins, ROWS * sizeof *bins, band) & (SLOTS - 1);
    }
    return n;
}

const char *isn_batch_add(isn_batch *batch, const isn_print *print, const char *id) {
    uint32_t keys[BANDS + 1];
    unsigned n = keys_of(keys, print);
    const known *twin = NULL;
    uint32_t number = ++batch->count;
    known *own = &batch->ring[number % ISN_BATCH_MOST];
    for (unsigned i = 0; i < n; i++) {
        uint32_t at = batch->slots[keys[i]];
        const known *other = &batch->ring[at % ISN_BATCH_MOST];
        if (at > 0 && number - at < ISN_BATCH_MOST && are_twins(print, &other->print)) {
            twin = other;
            break;
        }
    }
    for (unsigned i = 0; i < n; i++)
        batch->slots[keys[i]] = number;
    own->print = *print;
    memcpy(own->id, id, sizeof own->id);
    memcpy(own->first, twin != NULL ? twin->first : id, sizeof own->first);
    return twin != NULL ? own->first : NULL;
}
