/* test_near.c: the pairs that near.c finds are those of comparing each entry with each, for entries at the edges of cells,
 * of days and of countries; and parts that know nothing of each other find each of them once. */
#include "check.h"
#include "ledger/ledger.h"

#define MANY 700
#define WORDS 6

static uint32_t state;

static uint32_t below(uint32_t n) {
    state = state * 1664525U + 1013904223U;
    return (uint32_t)((uint64_t)(state >> 4) * n >> 28);
}

static isn_str str(const char *text) {
    return (isn_str){text, text != NULL ? strlen(text) : 0};
}

/* Towns on both sides of a cell's edge, of the day line and of a pole. */
static const int32_t towns[][2] = {
    {364000, 372000}, {364900, 372600}, {365050, 374999}, {365001, 375001}, {-200, 1799990},
    {200, -1799990},  {367500, 372000}, {100, 1798000},   {795000, 100000}, {801000, 100500},
    {599990, 104999}, {600010, 110000}, {1, 1},           {-1, -1},         {332500, 443600},
};

static void make_place(isn_entry_place *p) {
    static const char *const countries[] = {NULL, "IRQ", "SYR", "SYR", "SYR"};
    uint32_t town = below(below(3) == 0 ? ISN_LEN(towns) : 6);
    uint32_t jitter = below(2) == 0 ? 3000 : 400;
    p->country = str(countries[below(ISN_LEN(countries))]);
    p->precision = (uint8_t)(1 + below(below(3) == 0 ? 6 : 2));
    p->lat = p->lon = ISN_NO_INT;
    if (below(6) > 0) {
        p->lat = towns[town][0] + (int32_t)below(jitter) - (int32_t)jitter / 2;
        p->lon = towns[town][1] + (int32_t)below(jitter) - (int32_t)jitter / 2;
    }
}

static void make_entry(isn_entry *e, isn_entry_article *articles, isn_arena *arena, uint32_t i) {
    static const char *const names[] = {"x", "y"};
    e->row = 1000 + i;
    e->article = &articles[i / 3];
    e->kind = below(8) == 0 ? ISN_KIND_TALLY : ISN_KIND_INCIDENT;
    e->event = (uint8_t)(1 + (below(5) == 0));
    e->start = e->end = ISN_NO_DAY;
    if (below(6) > 0) {
        e->end = 18000 + (int32_t)below(below(4) == 0 ? 800 : 5);
        e->start = below(9) == 0 ? ISN_NO_DAY : e->end - (int32_t)below(below(5) == 0 ? 420 : 3);
    }
    e->nplaces = below(6) == 0 ? below(4) : 1;
    e->places = ISN_NEW(arena, isn_entry_place, 4);
    for (uint32_t j = 0; j < e->nplaces; j++) {
        make_place(&e->places[j]);
    }
    e->nactors = 1;
    e->actors = ISN_NEW(arena, isn_entry_actor, 1);
    e->actors[0].id = str(names[below(2)]);
    e->words = ISN_NEW(arena, uint32_t, WORDS);
    e->nwords = WORDS;
    for (uint32_t j = 0; j < WORDS; j++) {
        e->words[j] = 10 * j + (below(4) == 0);
    }
    e->mode = (uint8_t)below(3);
    e->nrecipients = below(2);
    e->recipients = e->actors;
    e->nfigures = below(3);
    e->figures = ISN_NEW(arena, isn_entry_figure, 2);
    for (uint32_t j = 0; j < e->nfigures; j++) {
        int64_t best = 3 + below(3);
        e->figures[j] = (isn_entry_figure){
            .what = (uint8_t)(ISN_WHAT_KILLED + j), .low = best, .best = best, .high = best};
    }
    e->evidence_start = below(3) * 100;
    e->evidence_end = e->evidence_start + 100;
}

static int before(const void *x, const void *y) {
    const isn_entry *const *a = x;
    const isn_entry *const *b = y;
    int32_t first, p, q;
    isn_entry_window(*a, &first, &p);
    isn_entry_window(*b, &first, &q);
    int64_t left = p == ISN_NO_DAY ? INT32_MAX : p;
    int64_t right = q == ISN_NO_DAY ? INT32_MAX : q;
    return left != right ? (left > right) - (left < right)
                         : ((*a)->row > (*b)->row) - ((*a)->row < (*b)->row);
}

typedef struct tally {
    uint8_t *times; /* of each pair, at [a * MANY + b] for a < b */
    int *scores;
} tally;

static bool count(void *context, const isn_entry *a, const isn_entry *b, int score) {
    tally *t = context;
    int64_t x = a->row - 1000, y = b->row - 1000;
    size_t at = (size_t)(x < y ? x * MANY + y : y * MANY + x);
    t->times[at]++;
    t->scores[at] = score;
    return true;
}

/* Each linked pair that was asked for has been found once, and no other. */
static void check_pairs(const tally *t, const isn_entry *entries, unsigned old) {
    unsigned bad = 0, linked = 0, above = 0, near = 0;
    isn_gist gists[2];
    for (uint32_t i = 0; i < MANY; i++) {
        for (uint32_t j = i + 1; j < MANY; j++) {
            const isn_entry *a = &entries[i], *b = &entries[j];
            bool wanted = old == 0 || a->article->row % old != 0 || b->article->row % old != 0;
            int score = 0;
            isn_gist_make(&gists[0], a);
            isn_gist_make(&gists[1], b);
            if (a->article != b->article && a->kind == b->kind && a->event == b->event) {
                int most = isn_gist_most(&gists[0], &gists[1]);
                above += most < ISN_SCORE_LINK && isn_ledger_score(a, b, NULL) > most;
                near += most >= ISN_SCORE_LINK;
            }
            bool is = wanted && isn_ledger_linked(a, b, &score);
            size_t at = (size_t)i * MANY + j;
            linked += is;
            bad += t->times[at] != is || (is && t->scores[at] != score);
        }
    }
    CHECK(bad == 0);
    CHECK(above == 0);
    CHECK(near < MANY * MANY / 4);
    CHECK(linked > 150);
}

static void compare(unsigned parts, unsigned old) {
    isn_arena *arena = NULL;
    isn_guard guard;
    tally t;
    REQUIRE(isn_arena_new(&arena, 1 << 20) == ISN_OK && setjmp(guard.jump) == 0);
    isn_arena_guard(arena, &guard);
    isn_entry *entries = ISN_NEW(arena, isn_entry, MANY);
    const isn_entry **sorted = ISN_NEW(arena, const isn_entry *, MANY);
    isn_entry_article *articles = ISN_NEW(arena, isn_entry_article, MANY);
    isn_near *items = ISN_NEW(arena, isn_near, MANY);
    t.times = ISN_NEW(arena, uint8_t, MANY * MANY);
    t.scores = ISN_NEW(arena, int, MANY *MANY);
    for (uint32_t i = 0; i < MANY; i++) {
        articles[i].row = i;
        articles[i].published = below(9) == 0 ? ISN_NO_DAY : 18000 + (int32_t)below(40);
    }
    for (uint32_t i = 0; i < MANY; i++) {
        make_entry(&entries[i], articles, arena, i);
        sorted[i] = &entries[i];
    }
    qsort(sorted, MANY, sizeof *sorted, before);
    /* Articles are new or old as a whole. */
    for (unsigned part = 0; part < parts; part++) {
        for (uint32_t i = 0; i < MANY; i++) {
            bool fresh = old == 0 || sorted[i]->article->row % old != 0;
            items[i] = (isn_near){sorted[i], fresh && sorted[i]->row % parts == part, fresh};
        }
        CHECK(isn_ledger_near(items, MANY, count, &t, arena));
    }
    check_pairs(&t, entries, old);
    isn_arena_free(arena);
}

TEST(pairs_are_those_of_each_with_each) {
    for (state = 1; state < 100; state += 20) {
        compare(1, 0);
    }
}

TEST(parts_find_each_pair_once) {
    state = 7;
    compare(2, 0);
    compare(5, 0);
}

TEST(new_entries_meet_old_ones_before_and_after) {
    state = 11;
    compare(1, 3);
    compare(4, 2);
}
