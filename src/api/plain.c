/* plain.c: a text as words, for the calls that read one thing of it without coding it. Left of it: text/ and
 * lexicon/; right of it: date.c and number.c beside it. */
#include "api/api.h"

#define KEEP ((size_t)8 << 20) /* of the arena, for the next text */
#define LONGEST ((size_t)1 << 30)

static void scan_text(isn_scan *scan, const isn_coder *coder, isn_str bytes) {
    isn_arena *arena = coder->arena;
    isn_article *article = ISN_NEW(arena, isn_article, 1);
    isn_text *text = ISN_NEW(arena, isn_text, 1);
    article->bytes = bytes.ptr != NULL ? bytes.ptr : "";
    article->len = (uint32_t)bytes.len;
    isn_article_blocks(article, arena);
    isn_text_scan(text, arena, article);
    isn_lex_scan(scan, arena, coder->pack->lex, text, coder->desk->recent);
}

/* Own function: what lives across the jump must not be in registers of the caller. */
static bool run(isn_coder *coder, isn_str text, isn_plain_read *read, void *context) {
    if (setjmp(coder->guard.jump) != 0) {
        return false;
    }
    isn_arena_guard(coder->arena, &coder->guard);
    isn_scan *scan = ISN_NEW(coder->arena, isn_scan, 1);
    scan_text(scan, coder, text);
    return read(context, coder, scan);
}

isn_status isn_plain_run(isn_coder *coder, isn_str text, isn_plain_read *read, void *context,
                         isn_error *error) {
    if (text.len > LONGEST) {
        return isn_fail(error, ISN_ELIMIT, NULL, 0, "the text is larger than 1 GiB");
    }
    coder->coded = false;
    isn_arena_reset(coder->arena, KEEP);
    if (!run(coder, text, read, context)) {
        isn_arena_reset(coder->arena, 0);
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory for a text of %zu bytes",
                        text.len);
    }
    return ISN_OK;
}
