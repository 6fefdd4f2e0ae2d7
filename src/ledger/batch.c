/* batch.c: which articles of a batch are nearly the same, as they come, in bounded memory: the last ISN_BATCH_MOST are
 * known. The store's own way (twin.c) keeps all of them and groups them whatever their order; this one only looks back.
 *
 * An article's print is a one-permutation minhash: each run of four words falls into one of 64 bins, and of each bin the
 * smallest is kept. Titles and furniture have no part in it: papers change those. Hashes of sentences tell what is other in
 * a print than in the first. */
#include "ledger/ledger.h"
#include "text/text.h"

#define SHINGLE 4
#define FEWEST 16 /* runs of words; with fewer only an equal text is the same */
#define BANDS 16
#define ROWS (ISN_PRINT_BINS / BANDS)
#define SLOTS (1U << 22) /* a power of two; of each band the article that had it last */
#define EMPTY UINT16_MAX

#define MAGIC "isnad prints 1\n"

typedef struct known { /* written to files as it is */
    isn_print print;
    uint8_t id[32], first[32]; /* `first`: of the group */
} known;

struct isn_batch {
    known *ring;
    uint32_t *firsts; /* beside the ring: the number of `first`; 0: not known */
    uint32_t *slots;  /* number of the article, from 1 */
    uint32_t count;
    uint32_t earlier; /* of these were read by an earlier run */
    uint32_t written;
};

typedef struct head { /* before the prints of a run in a file */
    char magic[16];
    uint32_t order, size, number, rest;
} head;

static void pack_id(uint8_t out[32], const char *id) {
    static const char digits[] = "0123456789abcdef";
    for (unsigned i = 0; i < 32; i++) {
        const char *high = memchr(digits, id[2 * i], 16), *low = memchr(digits, id[2 * i + 1], 16);
        out[i] =
            (uint8_t)((high == NULL ? 0 : high - digits) << 4 | (low == NULL ? 0 : low - digits));
    }
}

static void unpack_id(char out[65], const uint8_t id[32]) {
    static const char digits[] = "0123456789abcdef";
    for (unsigned i = 0; i < 32; i++) {
        out[2 * i] = digits[id[i] >> 4];
        out[2 * i + 1] = digits[id[i] & 15];
    }
    out[64] = '\0';
}

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

bool isn_print_sentence(const isn_text *text, uint32_t *at, uint32_t *first, uint32_t *last) {
    for (; *at < text->nsentences; (*at)++) {
        const isn_sentence *s = &text->sentences[*at];
        if (tells(&text->article->blocks[s->block], false) && s->first < s->last) {
            *first = s->first;
            *last = s->last;
            (*at)++;
            return true;
        }
    }
    return false;
}

/* Of the words alone; never 0. */
static uint32_t hash_of(const isn_text *text, uint32_t first, uint32_t last) {
    uint64_t hash = 1;
    for (uint32_t i = first; i < last; i++)
        if (text->tokens[i].kind != ISN_TOK_PUNCT)
            hash = (hash ^ text->tokens[i].hash) * UINT64_C(0x9e3779b97f4a7c15);
    return (uint32_t)(hash >> 32) | 1;
}

static void add_sentences(isn_print *out, const isn_text *text) {
    uint32_t at = 0, first, last;
    for (uint32_t b = 0; b < text->article->nblocks && out->title == 0; b++)
        if (text->article->blocks[b].role == ISN_ROLE_TITLE)
            out->title = hash_of(text, text->block_token[b], text->block_token[b + 1]);
    while (isn_print_sentence(text, &at, &first, &last)) {
        if (out->nsentences < ISN_PRINT_SENTENCES)
            out->sentences[out->nsentences] = hash_of(text, first, last);
        out->nsentences++;
    }
}

void isn_print_make(isn_print *out, const isn_text *text) {
    add_words(out, text, false);
    if (out->words < FEWEST)
        add_words(out, text, true); /* a headline may be all there is */
    add_sentences(out, text);
}

static unsigned share_of(const isn_print *a, const isn_print *b) {
    unsigned same = 0, all = 0;
    for (unsigned i = 0; i < ISN_PRINT_BINS; i++) {
        all += a->bins[i] != EMPTY || b->bins[i] != EMPTY;
        same += a->bins[i] == b->bins[i] && a->bins[i] != EMPTY;
    }
    return all == 0 ? 0 : 100 * same / all;
}

static bool has_sentence(const isn_print *print, uint32_t hash) {
    for (uint32_t i = 0; i < print->nsentences; i++)
        if (print->sentences[i] == hash)
            return true;
    return false;
}

void isn_print_differ(isn_difference *out, const isn_print *print, const isn_print *other) {
    bool equal = print->words == other->words && print->whole == other->whole;
    *out = (isn_difference){.share = equal ? 100 : share_of(print, other),
                            .title = print->title != other->title,
                            .told = print->nsentences <= ISN_PRINT_SENTENCES &&
                                    other->nsentences <= ISN_PRINT_SENTENCES};
    for (uint32_t i = 0; out->told && i < print->nsentences; i++)
        if (!has_sentence(other, print->sentences[i]))
            out->own |= UINT64_C(1) << i;
    for (uint32_t i = 0; out->told && i < other->nsentences; i++)
        out->missing += !has_sentence(print, other->sentences[i]);
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
    batch->firsts = isn_heap_alloc(ISN_BATCH_MOST * sizeof *batch->firsts);
    batch->slots = isn_heap_alloc(SLOTS * sizeof *batch->slots);
    if (batch->ring == NULL || batch->firsts == NULL || batch->slots == NULL) {
        isn_batch_free(batch);
        return NULL;
    }
    return batch;
}

void isn_batch_free(isn_batch *batch) {
    if (batch != NULL) {
        isn_heap_free(batch->ring);
        isn_heap_free(batch->firsts);
        isn_heap_free(batch->slots);
        isn_heap_free(batch);
    }
}

/* The slots of an article: one for itself, one for its text as a whole, one for each band that has something in it. */
static unsigned keys_of(uint32_t keys[BANDS + 2], const known *one) {
    const isn_print *print = &one->print;
    unsigned n = 0;
    keys[n++] = (uint32_t)isn_hash(one->id, sizeof one->id, BANDS) & (SLOTS - 1);
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

static bool is_known(const isn_batch *batch, uint32_t number) {
    return number > 0 && number <= batch->count && batch->count - number < ISN_BATCH_MOST - 1;
}

static const known *known_at(const isn_batch *batch, uint32_t number) {
    return &batch->ring[number % ISN_BATCH_MOST];
}

static bool same_id(const uint8_t a[32], const uint8_t b[32]) {
    return memcmp(a, b, 32) == 0;
}

/* The number of an article that is nearly the same; 0: none. One with its id that an earlier run has read is the article
 * itself. */
static uint32_t find_twin(const isn_batch *batch, const known *one) {
    uint32_t keys[BANDS + 2], found = 0;
    unsigned n = keys_of(keys, one);
    for (unsigned i = 0; i < n; i++) {
        uint32_t at = batch->slots[keys[i]];
        if (!is_known(batch, at) || !are_twins(&one->print, &known_at(batch, at)->print))
            continue;
        if (at <= batch->earlier && same_id(known_at(batch, at)->id, one->id))
            return at;
        found = found == 0 ? at : found;
    }
    return found;
}

/* Adds it as the next; what its slots had before is forgotten. */
static void remember(isn_batch *batch, const known *one) {
    uint32_t keys[BANDS + 2], number = batch->count + 1;
    unsigned n = keys_of(keys, one);
    uint32_t first = same_id(one->id, one->first) ? number : 0;
    for (unsigned i = 0; i < n && first == 0; i++) {
        uint32_t at = batch->slots[keys[i]];
        if (is_known(batch, at) && same_id(known_at(batch, at)->first, one->first))
            first = batch->firsts[at % ISN_BATCH_MOST];
    }
    batch->count = number;
    batch->ring[number % ISN_BATCH_MOST] = *one;
    batch->firsts[number % ISN_BATCH_MOST] = first;
    for (unsigned i = 0; i < n; i++)
        batch->slots[keys[i]] = number;
}

bool isn_batch_add(isn_batch *batch, const isn_print *print, const char *id, char first[65],
                   isn_print *other) {
    known own = {.print = *print};
    pack_id(own.id, id);
    memcpy(own.first, own.id, sizeof own.first);
    *other = (isn_print){0};
    uint32_t twin = find_twin(batch, &own);
    if (twin > 0) {
        uint32_t number = batch->firsts[twin % ISN_BATCH_MOST];
        memcpy(own.first, known_at(batch, twin)->first, sizeof own.first);
        if (is_known(batch, number))
            *other = known_at(batch, number)->print;
    }
    bool alone = twin == 0 || (twin <= batch->earlier && same_id(own.first, own.id));
    bool again =
        twin > 0 && twin <= batch->earlier && (alone || same_id(known_at(batch, twin)->id, own.id));
    unpack_id(first, own.first);
    if (!again)
        remember(batch, &own);
    return !alone;
}

/* ---- files ---------------------------------------------------------------------------------------- */

bool isn_batch_read(isn_batch *batch, isn_str bytes, size_t *used) {
    for (*used = 0; bytes.len - *used >= sizeof(head);) {
        head h;
        memcpy(&h, bytes.ptr + *used, sizeof h);
        if (memcmp(h.magic, MAGIC, sizeof MAGIC) != 0 || h.order != 1 || h.size != sizeof(known))
            return false;
        if ((bytes.len - *used - sizeof h) / sizeof(known) < h.number)
            break; /* it was being written when the run was broken off */
        *used += sizeof h;
        for (uint32_t i = 0; i < h.number; i++, *used += sizeof(known)) {
            known one;
            memcpy(&one, bytes.ptr + *used, sizeof one);
            remember(batch, &one);
        }
    }
    batch->earlier = batch->written = batch->count;
    return true;
}

bool isn_batch_write(isn_batch *batch, isn_buf *out, bool all) {
    uint32_t oldest = batch->count < ISN_BATCH_MOST - 1 ? 0 : batch->count - (ISN_BATCH_MOST - 1);
    uint32_t from = all || batch->written < oldest ? oldest : batch->written;
    head h = {.magic = MAGIC, .order = 1, .size = sizeof(known), .number = batch->count - from};
    out->len = 0;
    out->failed = false;
    if (h.number == 0)
        return true;
    isn_buf_put(out, (const char *)&h, sizeof h);
    for (uint32_t i = from + 1; i <= batch->count; i++)
        isn_buf_put(out, (const char *)known_at(batch, i), sizeof(known));
    batch->written = batch->count;
    return !out->failed;
}
