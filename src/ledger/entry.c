/* entry.c: what a claim is taken for, and the words of its sentence. */
#include "ledger/ledger.h"
#include "text/words.h"

const char *const isn_kind_names[] = {"incident",   "tally",     "aggregate",
                                      "commitment", "statement", NULL};

#define LONG_DAYS 8 /* an interval this long holds more than one occurrence */
#define EXACT_PLACE ISN_EXACT_PLACE
#define COUNTRY_PLACE 5 /* a region or a country */
#define SHORTEST_WORD 6 /* bytes: three letters */

const isn_entry_place *isn_entry_place_of(const isn_entry *entry) {
    const isn_entry_place *best = NULL;
    for (uint32_t i = 0; i < entry->nplaces; i++) {
        const isn_entry_place *place = &entry->places[i];
        if (place->precision == 0) {
            continue;
        }
        if (best == NULL || place->precision < best->precision) {
            best = place;
        }
    }
    return best;
}

static bool is_long(const isn_entry *entry) {
    return entry->start != ISN_NO_DAY && entry->end != ISN_NO_DAY &&
           entry->end - entry->start + 1 >= LONG_DAYS;
}

/* "The toll of the bombing rose to 19": a total of one day in one town is an occurrence's. */
static bool is_toll(const isn_entry *entry) {
    const isn_entry_place *place = isn_entry_place_of(entry);
    return entry->type == ISN_TY_TALLY && entry->start != ISN_NO_DAY &&
           entry->start == entry->end && place != NULL && place->precision <= EXACT_PLACE;
}

/* "31 soldiers were killed in Iraq in June" is a total, whatever its verb. */
static bool is_total(const isn_entry *entry) {
    const isn_entry_place *place = isn_entry_place_of(entry);
    return is_long(entry) && entry->nfigures > 0 &&
           (place == NULL || place->precision > EXACT_PLACE);
}

static isn_kind kind_of(const isn_entry *entry) {
    switch (entry->type) {
    case ISN_TY_TALLY: return is_toll(entry) ? ISN_KIND_INCIDENT : ISN_KIND_TALLY;
    case ISN_TY_AGGREGATE: return is_long(entry) ? ISN_KIND_TALLY : ISN_KIND_AGGREGATE;
    case ISN_TY_COMMITMENT: return ISN_KIND_COMMITMENT;
    case ISN_TY_ANNOUNCEMENT:
    case ISN_TY_STATEMENT: return ISN_KIND_STATEMENT;
    default:
        if (entry->modality == 1 || entry->modality == 2) { /* future, hypothetical */
            return ISN_KIND_STATEMENT;
        }
        return is_total(entry) ? ISN_KIND_TALLY : ISN_KIND_INCIDENT;
    }
}

typedef struct words {
    ISN_VEC(uint32_t) all;
    isn_arena *arena;
    char last[2 * ISN_WORDS_LONGEST];
    int len;
} words;

/* Keeps the shortest form of each word: its clitics and its article tell nothing. */
static void keep_last(words *to) {
    if (to->len >= SHORTEST_WORD) {
        *ISN_PUSH(to->arena, &to->all) = (uint32_t)isn_hash(to->last, (size_t)to->len, 0);
    }
    to->len = 0;
}

static int take_word(void *context, bool again, const char *word, int len, int start, int end) {
    words *to = context;
    (void)start;
    (void)end;
    if (!again) {
        keep_last(to);
    }
    if (!again || (len < to->len && len >= SHORTEST_WORD)) {
        memcpy(to->last, word, (size_t)len);
        to->len = len;
    }
    return 0;
}

static void sort_words(uint32_t *w, uint32_t n) {
    for (uint32_t gap = n / 2; gap > 0; gap /= 2) {
        for (uint32_t i = gap; i < n; i++) {
            uint32_t x = w[i];
            uint32_t j = i;
            for (; j >= gap && w[j - gap] > x; j -= gap) {
                w[j] = w[j - gap];
            }
            w[j] = x;
        }
    }
}

static void read_words(isn_entry *entry, isn_arena *arena) {
    words to = {.arena = arena};
    if (entry->evidence.ptr == NULL) {
        return;
    }
    isn_words(entry->evidence.ptr, entry->evidence.len, true, take_word, &to);
    keep_last(&to);
    sort_words(to.all.ptr, to.all.len);
    uint32_t n = 0;
    for (uint32_t i = 0; i < to.all.len; i++) {
        if (n == 0 || to.all.ptr[n - 1] != to.all.ptr[i]) {
            to.all.ptr[n++] = to.all.ptr[i];
        }
    }
    entry->words = to.all.ptr;
    entry->nwords = n;
}

void isn_entry_finish(isn_entry *entry, isn_arena *arena) {
    entry->kind = kind_of(entry);
    read_words(entry, arena);
}
