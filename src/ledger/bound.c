/* bound.c: at most so many points for two claims of different articles, from little of each: what near.c asks before it has
 * two claims scored. Never less than score.c gives, whose points it repeats; tests/unit/test_near.c holds the two together.
 */
#include "ledger/ledger.h"

static uint64_t bit_of(isn_str text) {
    return text.ptr == NULL ? 0 : UINT64_C(1) << (isn_hash(text.ptr, text.len, 0) & 63);
}

static uint64_t bits_of(const isn_entry_actor *actors, uint32_t n) {
    uint64_t bits = 0;
    for (uint32_t i = 0; i < n; i++) {
        bits |= bit_of(actors[i].id) | bit_of(actors[i].text);
    }
    return bits;
}

void isn_gist_make(isn_gist *out, const isn_entry *e) {
    const isn_entry_place *best = isn_entry_place_of(e);
    *out = (isn_gist){.entry = e,
                      .precision = best == NULL ? 0 : best->precision,
                      .mode = e->mode,
                      .dated = e->end != ISN_NO_DAY,
                      .total = e->kind == ISN_KIND_TALLY,
                      .said = e->kind == ISN_KIND_STATEMENT || e->kind == ISN_KIND_COMMITMENT,
                      .nwords = e->nwords,
                      .actors = bits_of(e->actors, e->nactors),
                      .recipients = bits_of(e->recipients, e->nrecipients)};
    isn_entry_window(e, &out->first, &out->last);
    for (unsigned what = ISN_WHAT_KILLED; what <= ISN_WHAT_CAPTURED; what++) {
        int64_t low, best_figure, high;
        if (isn_entry_total(e, what, &low, &best_figure, &high)) {
            out->figures |= 1U << what;
        }
    }
    for (uint32_t i = 0; i < e->nwords; i++) {
        uint32_t mixed = e->words[i] * UINT32_C(0x9e3779b1);
        out->words[mixed >> 30] |= UINT64_C(1) << (mixed >> 24 & 63);
    }
}

static int most_of_place(const isn_gist *a, const isn_gist *b) {
    unsigned coarser = a->precision > b->precision ? a->precision : b->precision;
    if (a->precision == 0 || b->precision == 0) {
        return 4;
    }
    return coarser <= ISN_EXACT_PLACE ? 30 : coarser > 4 ? 6 : 12;
}

static int most_of_day(const isn_gist *a, const isn_gist *b) {
    if (!a->dated || !b->dated) {
        return 12;
    }
    int32_t gap =
        (a->first > b->first ? a->first : b->first) - (a->last < b->last ? a->last : b->last);
    int32_t long_a = a->last - a->first, long_b = b->last - b->first;
    int32_t longest = (long_a > long_b ? long_a : long_b) + 1;
    if (a->total || longest == 1) {
        return gap > 0 && !a->total ? 8 : 25;
    }
    return gap > 0 ? 2 : longest <= 3 ? 18 : longest <= 7 ? 12 : 6;
}

static uint32_t only_in(const uint64_t *a, const uint64_t *b) {
    uint32_t n = 0;
    for (unsigned i = 0; i < 4; i++) {
        n += (uint32_t)__builtin_popcountll(a[i] & ~b[i]);
    }
    return n;
}

/* A bit of one that the other lacks is a word at least that they do not share. */
static int most_of_words(const isn_gist *a, const isn_gist *b) {
    uint32_t in_a = a->nwords - only_in(a->words, b->words);
    uint32_t in_b = b->nwords - only_in(b->words, a->words);
    uint32_t shared = in_a < in_b ? in_a : in_b;
    uint32_t all = a->nwords + b->nwords - shared;
    return all == 0 ? 0 : (int)(100 * shared / all) / 5;
}

int isn_gist_most(const isn_gist *a, const isn_gist *b) {
    unsigned figures = a->figures & b->figures;
    int points = most_of_place(a, b) + most_of_day(a, b);
    points += a->mode == b->mode ? 10 : 5;
    points += (a->actors & b->actors) == 0 ? 0 : a->said ? 25 : 8;
    points += (a->recipients & b->recipients) == 0 ? 0 : a->said ? 10 : 5;
    points += (figures >> ISN_WHAT_KILLED & 1) != 0 ? 10 : 0;
    points += (figures >> ISN_WHAT_WOUNDED & 1) != 0 ? 6 : 0;
    points += (figures >> ISN_WHAT_CAPTURED & 1) != 0 ? 6 : 0;
    return points < ISN_SCORE_LINK ? points + most_of_words(a, b) : points;
}
