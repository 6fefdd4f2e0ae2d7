/* fuzz_text.c: any bytes as plain text: blocks, tokens, sentences, quotations, folding. What they
 * promise is checked: inside the input, in order, and folding never lengthens. */
#include "base/base.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void insist(bool holds) {
    if (!holds) {
        abort();
    }
}

/* Between tokens there is nothing that is seen, but for the underscore that joins a name. */
static void check_gap(const isn_article *article, uint32_t from, uint32_t to) {
    const uint8_t *p = (const uint8_t *)article->bytes + from;
    const uint8_t *end = (const uint8_t *)article->bytes + to;
    while (p < end) {
        isn_glyph g = isn_glyph_at(p, end);
        insist(g.class == ISN_GC_SPACE || g.class == ISN_GC_BIDI || g.class == ISN_GC_IGNORE ||
               g.class == ISN_GC_MARK || g.cp == '_');
        p += g.len;
    }
}

static void check(const isn_text *text, const isn_article *article) {
    uint32_t end = 0;
    for (uint32_t i = 0; i < text->ntokens; i++) {
        const isn_token *token = &text->tokens[i];
        insist(token->start >= end && token->start < token->end && token->end <= article->len);
        check_gap(article, end, token->start);
        end = token->end;
        for (unsigned letters = 0; letters <= token->fold_len; letters++) {
            uint32_t at = isn_token_skip(text, token, letters);
            insist(at >= token->start && at <= token->end);
        }
    }
    check_gap(article, end, article->len);
    uint32_t next = 0;
    for (uint32_t i = 0; i < text->nsentences; i++) {
        insist(text->sentences[i].first == next && text->sentences[i].last > next);
        insist(text->sentences[i].block < article->nblocks);
        next = text->sentences[i].last;
    }
    insist(next == text->ntokens);
    for (uint32_t i = 0; i < text->nquotes; i++) {
        const isn_quote *quote = &text->quotes[i];
        insist(quote->first <= quote->last && quote->last <= text->ntokens);
        insist(quote->start <= quote->end && quote->end <= article->len);
        insist(quote->outer == UINT32_MAX || quote->outer < i);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    isn_arena *arena = NULL;
    isn_guard guard;
    if (size > 1 << 20 || isn_arena_new(&arena, 1 << 16) != ISN_OK) {
        return 0;
    }
    if (setjmp(guard.jump) == 0) {
        isn_arena_guard(arena, &guard);
        isn_article article = {.bytes = (const char *)data, .len = (uint32_t)size};
        isn_text text;
        isn_article_blocks(&article, arena);
        isn_text_scan(&text, arena, &article);
        check(&text, &article);
        uint8_t *folded = isn_arena_alloc(arena, size + 1);
        insist(isn_fold(folded, (const char *)data, size) <= size);
    }
    isn_arena_free(arena);
    return 0;
}
