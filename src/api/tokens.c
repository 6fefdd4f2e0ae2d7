/* tokens.c: the tokens of a text, without anything of what they say: isn_read_tokens. Left of it: text/ and
 * lexicon/; right of it: the public header. */
#include <string.h>

#include "api/api.h"

#define KEEP ((size_t)8 << 20) /* of the arena, for the next text */
#define LONGEST ((size_t)1 << 30)

typedef struct request {
    isn_coder *coder;
    isn_str text;
    isn_piece *out;
    size_t len;
} request;

_Static_assert((int)ISN_PIECE_LINK == (int)ISN_TOK_LINK, "isn_piece_kind follows text.h");
_Static_assert((int)ISN_CLITIC_SEEN == (int)ISN_CL_SEEN, "clitics follow lexicon.h");
_Static_assert((int)ISN_PRONOUN_NI == (int)ISN_SUF_NI, "isn_pronoun follows lexicon.h");
_Static_assert((int)ISN_STEM_IN_TABLE == (int)ISN_KNOWN_ROW, "isn_known follows lexicon.h");

/* ---- folded letters for a reader ------------------------------------------------------------------ */

/* Folded bytes as UTF-8: letters of the alphabet take two bytes, all others stand as they are. */
static isn_str unfold(isn_arena *arena, const uint8_t *fold, size_t len) {
    static const uint16_t letters[] = {0x621, 0x627, 0x628, 0x62a, 0x62b, 0x62c, 0x62d, 0x62e,
                                       0x62f, 0x630, 0x631, 0x632, 0x633, 0x634, 0x635, 0x636,
                                       0x637, 0x638, 0x639, 0x63a, 0x641, 0x642, 0x643, 0x644,
                                       0x645, 0x646, 0x647, 0x648, 0x64a};
    _Static_assert(ISN_LEN(letters) == ISN_F_LAST - ISN_F_HAMZA + 1, "one for each folded letter");
    char *out = isn_arena_alloc(arena, 2 * len + 1), *p = out;
    for (size_t i = 0; i < len; i++) {
        unsigned follow = fold[i] >= 0xF0 ? 3 : fold[i] >= 0xE0 ? 2 : fold[i] >= 0xC0 ? 1 : 0;
        if (fold[i] >= ISN_F_HAMZA && fold[i] <= ISN_F_LAST) {
            p += isn_utf8_put(p, letters[fold[i] - ISN_F_HAMZA]);
            continue;
        }
        for (*p++ = (char)fold[i]; follow > 0 && i + 1 < len; follow--)
            *p++ = (char)fold[++i]; /* its own UTF-8 */
    }
    *p = 0;
    return isn_str_of(out, (size_t)(p - out));
}

/* ---- pieces ------------------------------------------------------------------------------------------- */

static void put_cuts(isn_piece *piece, isn_arena *arena, const isn_lex *lex, const isn_text *text,
                     const isn_token *token) {
    isn_segment ways[ISN_SEGMENTS];
    unsigned n = isn_lex_segment(ways, lex, text, token);
    isn_cut *cuts = ISN_NEW(arena, isn_cut, n);
    for (unsigned i = 0; i < n; i++) {
        const isn_segment *s = &ways[i];
        isn_cut *cut = &cuts[i];
        cut->stem = isn_token_skip(text, token, s->pre_letters);
        cut->second = s->pre_letters > 1 ? isn_token_skip(text, token, 1) : cut->stem;
        cut->stem_end = token->end;
        if (s->suf_letters != 0)
            cut->stem_end = isn_token_skip(text, token, (unsigned)token->fold_len - s->suf_letters);
        cut->clitics = s->pre;
        cut->pronoun = (isn_pronoun)s->suf;
        cut->known = (isn_known)s->known;
    }
    piece->cuts = cuts;
    piece->ncuts = n;
}

static void put_quotations(isn_piece *out, const isn_text *text) {
    for (uint32_t i = 0; i < text->nquotes; i++)
        for (uint32_t t = text->quotes[i].first; t < text->quotes[i].last; t++)
            out[t].quotation++;
}

static void put_sentences(isn_piece *out, const isn_text *text) {
    for (uint32_t i = 0; i < text->nsentences; i++)
        for (uint32_t t = text->sentences[i].first; t < text->sentences[i].last; t++) {
            out[t].sentence = i + 1;
            out[t].paragraph = text->sentences[i].block + 1;
        }
}

static void read(request *q) {
    isn_arena *arena = q->coder->arena;
    isn_article *article = ISN_NEW(arena, isn_article, 1);
    isn_text *text = ISN_NEW(arena, isn_text, 1);
    article->bytes = q->text.ptr != NULL ? q->text.ptr : "";
    article->len = (uint32_t)q->text.len;
    isn_article_blocks(article, arena);
    isn_text_scan(text, arena, article);
    q->len = text->ntokens;
    q->out = ISN_NEW(arena, isn_piece, q->len + 1);
    for (uint32_t i = 0; i < text->ntokens; i++) {
        const isn_token *token = &text->tokens[i];
        isn_piece *piece = &q->out[i];
        piece->start = token->start;
        piece->end = token->end;
        piece->kind = (isn_piece_kind)token->kind;
        piece->folded = unfold(arena, text->fold + token->fold, token->fold_len);
        if (token->kind == ISN_TOK_WORD)
            put_cuts(piece, arena, q->coder->pack->lex, text, token);
    }
    put_sentences(q->out, text);
    put_quotations(q->out, text);
}

/* Own function: what lives across the jump must not be in registers of the caller. */
static bool run(request *q) {
    if (setjmp(q->coder->guard.jump) != 0) {
        return false;
    }
    isn_arena_guard(q->coder->arena, &q->coder->guard);
    read(q);
    return true;
}

isn_status isn_read_tokens(isn_coder *coder, const isn_piece **out, size_t *len, isn_str text,
                           isn_error *error) {
    request q = {coder, text, NULL, 0};
    if (text.len > LONGEST) {
        return isn_fail(error, ISN_ELIMIT, NULL, 0, "the text is larger than 1 GiB");
    }
    coder->coded = false;
    isn_arena_reset(coder->arena, KEEP);
    if (!run(&q)) {
        isn_arena_reset(coder->arena, 0);
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory for a text of %zu bytes",
                        text.len);
    }
    *out = q.out;
    *len = q.len;
    return ISN_OK;
}
