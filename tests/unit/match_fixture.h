/* match_fixture.h: one text through the scanner and the matchers, for test_number.c and test_date.c. */
#ifndef MATCH_FIXTURE_H
#define MATCH_FIXTURE_H

#include "check.h"
#include "match/match.h"

static isn_lex *lex;
static isn_arena *arena;
static isn_guard guard;
static const char *text_of;
static isn_text text;
static isn_scan scan;
static isn_numbers numbers;
static isn_dates dates;

static bool fixture_open(void) {
    isn_error error = {0};
    const char *pack = getenv("ISNAD_PACK");
    if (lex != NULL)
        return true;
    if (pack == NULL || isn_lex_open(&lex, pack, &error) != ISN_OK) {
        printf("#   ISNAD_PACK: %s\n", pack != NULL ? error.message : "not set");
        return false;
    }
    if (isn_arena_new(&arena, 1 << 16) != ISN_OK || setjmp(guard.jump) != 0)
        abort();
    isn_arena_guard(arena, &guard);
    return true;
}

static void match(const char *arabic, const char *published) {
    static isn_article article;
    isn_arena_reset(arena, 1 << 20);
    article = (isn_article){.bytes = arabic, .len = (uint32_t)strlen(arabic)};
    text_of = arabic;
    isn_article_blocks(&article, arena);
    isn_text_scan(&text, arena, &article);
    isn_lex_scan(&scan, arena, lex, &text, NULL);
    isn_match_numbers(&numbers, arena, &scan);
    isn_match_dates(&dates, arena, &scan, &numbers,
                    published != NULL ? isn_day_parse(isn_str_z(published)) : ISN_NO_DAY);
}

#endif
