/* test_ledger.c: outlines of claims: whatever two claims may be neighbours, their outlines do not tell them apart. */
#include "check.h"
#include "ledger/ledger.h"

#define CLAIMS 400

static uint32_t state = 1;

static uint32_t below(uint32_t n) {
    state = state * 1664525 + 1013904223;
    return (state >> 8) % n;
}

static isn_str one_of(const char *const *names, uint32_t n) {
    uint32_t i = below(n + 1);
    return i == n ? (isn_str){NULL, 0} : isn_str_z(names[i]);
}

static void fill_actors(isn_arena *arena, isn_entry_actor **out, uint32_t *n) {
    static const char *const ids[] = {"islamic-state", "iraq-army", "hezbollah", "un"};
    static const char *const texts[] = {"gunmen", "soldiers", "police", "the group"};
    *n = below(3);
    *out = ISN_NEW(arena, isn_entry_actor, *n + 1);
    for (uint32_t i = 0; i < *n; i++) {
        (*out)[i] = (isn_entry_actor){.text = one_of(texts, 4), .id = one_of(ids, 4)};
    }
}

static void fill_places(isn_arena *arena, isn_entry *e) {
    static const char *const countries[] = {"IRQ", "SYR", "LBY"};
    static const char *const admins[] = {"Kirkuk", "Aleppo"};
    e->nplaces = below(3);
    e->places = ISN_NEW(arena, isn_entry_place, e->nplaces + 1);
    for (uint32_t i = 0; i < e->nplaces; i++) {
        bool point = below(8) > 0;
        e->places[i] = (isn_entry_place){.country = one_of(countries, 3),
                                         .admin1 = one_of(admins, 2),
                                         .lat = point ? 354600 + (int32_t)below(6000) : ISN_NO_INT,
                                         .lon = point ? 443800 + (int32_t)below(6000) : ISN_NO_INT,
                                         .precision = (uint8_t)(below(4) > 0 ? 1 : below(6))};
    }
}

static void fill_words(isn_arena *arena, isn_entry *e) {
    uint32_t word = 0;
    e->words = ISN_NEW(arena, uint32_t, 24);
    for (uint32_t i = 4 + below(16); i > 0; i--) { /* of few, so that many are shared */
        word += 1 + below(1 + below(200000000));
        e->words[e->nwords++] = word;
    }
}

static isn_entry *make(isn_arena *arena, const isn_entry_article *article) {
    isn_entry *e = ISN_NEW(arena, isn_entry, 1);
    e->article = article;
    e->kind = (isn_kind)below(ISN_KINDS);
    e->event = ISN_EV_ASSAULT;
    e->mode = (uint8_t)below(4);
    e->end = below(6) > 0 ? 18000 + (int32_t)below(6) : ISN_NO_DAY;
    e->start = e->end == ISN_NO_DAY || below(9) == 0 ? ISN_NO_DAY
               : below(3) > 0                        ? e->end
                                                     : e->end - (int32_t)below(20);
    e->deadline = ISN_NO_DAY;
    fill_actors(arena, &e->actors, &e->nactors);
    fill_actors(arena, &e->recipients, &e->nrecipients);
    fill_places(arena, e);
    fill_words(arena, e);
    if (below(2) > 0) {
        e->nfigures = 1;
        e->figures = ISN_NEW(arena, isn_entry_figure, 1);
        *e->figures = (isn_entry_figure){.what = ISN_WHAT_KILLED, .low = 5, .high = 5};
        e->figures->best = e->figures->low = e->figures->high = 1 + below(3);
    }
    return e;
}

TEST(outlines_keep_every_neighbour) {
    isn_arena *arena = NULL;
    isn_entry *all[CLAIMS];
    isn_outline outlines[CLAIMS];
    uint32_t linked = 0, near = 0, missed = 0;
    REQUIRE(isn_arena_new(&arena, 1 << 20) == ISN_OK);
    for (uint32_t i = 0; i < CLAIMS; i++) {
        isn_entry_article *article = ISN_NEW(arena, isn_entry_article, 1);
        article->row = i + 1;
        article->published = 18000 + (int32_t)below(6);
        if (i > 0 && below(3) == 0) { /* a claim before it told once more */
            all[i] = ISN_NEW(arena, isn_entry, 1);
            *all[i] = *all[below(i)];
            all[i]->article = article;
        } else {
            all[i] = make(arena, article);
        }
        isn_outline made;
        unsigned char bytes[ISN_OUTLINE];
        isn_outline_make(&made, all[i]);
        isn_outline_pack(bytes, &made);
        CHECK(isn_outline_unpack(&outlines[i], isn_str_of((const char *)bytes, sizeof bytes)));
        outlines[i].first = made.first;
        outlines[i].last = made.last;
    }
    for (uint32_t i = 0; i < CLAIMS; i++) {
        for (uint32_t j = 0; j < i; j++) {
            int score = 0;
            bool is = isn_ledger_linked(all[i], all[j], &score);
            bool seems = all[i]->kind == all[j]->kind &&
                         isn_outline_near(&outlines[i], &outlines[j], all[i]->kind);
            linked += is;
            near += seems;
            missed += is && !seems;
        }
    }
    CHECK_INT(missed, 0);
    CHECK(linked > 100);
    CHECK(near < CLAIMS * (CLAIMS - 1) / 2 / 4); /* and they do tell most apart */
    isn_arena_free(arena);
}

TEST(an_outline_of_another_size_is_none) {
    isn_outline outline;
    CHECK(!isn_outline_unpack(&outline, isn_str_z("short")));
    CHECK(!isn_outline_unpack(&outline, (isn_str){NULL, 0}));
}
