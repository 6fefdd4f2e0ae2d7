/* match_whole.h: one text through all of match/, for test_entity.c and test_parts.c. */
#ifndef MATCH_WHOLE_H
#define MATCH_WHOLE_H

#include "check.h"
#include "match/match.h"

static isn_lex *lex;
static isn_arena *arena;
static isn_guard guard;
static isn_article article;
static isn_text text;
static isn_scan scan;
static isn_match m;

static bool whole_open(void) {
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

/* `given`: an article with metadata, or NULL. */
static bool read_whole(const char *arabic, const isn_article *given) {
    if (!whole_open())
        return false;
    isn_arena_reset(arena, 1 << 20);
    article = given != NULL ? *given : (isn_article){0};
    article.bytes = arabic;
    article.len = (uint32_t)strlen(arabic);
    isn_article_blocks(&article, arena);
    isn_text_scan(&text, arena, &article);
    isn_lex_scan(&scan, arena, lex, &text, NULL);
    isn_match_story(&m, arena, &article, &scan);
    isn_match_values(&m, arena);
    isn_match_names(&m, arena);
    return true;
}

#endif
