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

/* Folded bytes as UTF-8: letters of the alphabet take two bytes, all others stand as they are. Returns
 * the length; `out` has room for twice as much. */
static size_t unfold(char *out, const uint8_t *fold, size_t len) {
    static const uint8_t letters[] = {/* the lower half of U+0600 and this */
                                      0x21, 0x27, 0x28, 0x2a, 0x2b, 0x2c, 0x2d, 0x2e, 0x2f, 0x30,
                                      0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3a,
                                      0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x4a};
    _Static_assert(ISN_LEN(letters) == ISN_F_LAST - ISN_F_HAMZA + 1, "one for each folded letter");
    char *p = out;
    for (size_t i = 0; i < len; i++) {
        if (fold[i] >= ISN_F_HAMZA && fold[i] <= ISN_F_LAST) {
            uint8_t low = letters[fold[i] - ISN_F_HAMZA];
            *p++ = (char)(0xD8 | low >> 6);
            *p++ = (char)(0x80 | (low & 0x3F));
            continue;
        }
        unsigned follow = fold[i] >= 0xF0 ? 3 : fold[i] >= 0xE0 ? 2 : fold[i] >= 0xC0 ? 1 : 0;
        for (*p++ = (char)fold[i]; follow > 0 && i + 1 < len; follow--)
            *p++ = (char)fold[++i]; /* its own UTF-8 */
    }
    return (size_t)(p - out);
}

/* ---- pieces ------------------------------------------------------------------------------------------- */

/* Bytes of a stem, and where the second proclitic begins, from the first byte of the word. */
typedef struct extent {
    uint32_t stem, second, end;
} extent;

static extent extent_of(const isn_segment *s, const isn_text *text, const isn_token *token) {
    extent e = {.end = token->end - token->start};
    e.stem = isn_token_skip(text, token, s->pre_letters) - token->start;
    e.second = s->pre_letters > 1 ? isn_token_skip(text, token, 1) - token->start : e.stem;
    if (s->suf_letters != 0)
        e.end =
            isn_token_skip(text, token, (unsigned)token->fold_len - s->suf_letters) - token->start;
    return e;
}

static isn_cut cut_of(const isn_segment *s, uint64_t start, extent e) {
    return (isn_cut){.stem = start + e.stem,
                     .stem_end = start + e.end,
                     .second = start + e.second,
                     .clitics = s->pre,
                     .pronoun = (isn_pronoun)s->suf,
                     .known = (isn_known)s->known};
}

static void cut_word(isn_memo *m, const isn_lex *lex, const isn_text *text,
                     const isn_token *token) {
    m->ncuts = (uint8_t)isn_lex_segment(m->cut, lex, text, token);
    m->nfold = (uint8_t)unfold(m->fold, text->fold + token->fold, token->fold_len);
    for (unsigned i = 0; i < m->ncuts; i++) {
        extent e = extent_of(&m->cut[i], text, token);
        m->stem[i] = (uint8_t)e.stem;
        m->second[i] = (uint8_t)e.second;
        m->end[i] = (uint8_t)e.end;
    }
}

/* The words of the press repeat themselves: how one is cut is told by its bytes alone. */
static const isn_memo *recall(isn_memo *memos, const isn_lex *lex, const isn_text *text,
                              const isn_token *token) {
    const char *bytes = text->article->bytes + token->start;
    uint32_t len = token->end - token->start;
    isn_memo *m = &memos[isn_hash(bytes, len, 0) % ISN_MEMOS];
    if (m->len != len || memcmp(m->bytes, bytes, len) != 0) {
        cut_word(m, lex, text, token);
        memcpy(m->bytes, bytes, len);
        m->len = (uint8_t)len;
    }
    return m;
}

static void put_word(isn_piece *piece, isn_arena *arena, const isn_memo *m) {
    isn_cut *cuts = isn_arena_alloc(arena, sizeof *cuts * m->ncuts + m->nfold);
    char *folded = (char *)(cuts + m->ncuts);
    for (unsigned i = 0; i < m->ncuts; i++)
        cuts[i] = cut_of(&m->cut[i], piece->start, (extent){m->stem[i], m->second[i], m->end[i]});
    memcpy(folded, m->fold, m->nfold);
    piece->cuts = cuts;
    piece->ncuts = m->ncuts;
    piece->folded = isn_str_of(folded, m->nfold);
}

/* Anything but a word, and words that are too long to be kept: those with all their vowels. */
static void put_other(isn_piece *piece, isn_arena *arena, const isn_lex *lex, const isn_text *text,
                      const isn_token *token) {
    isn_segment ways[ISN_SEGMENTS];
    char *folded = isn_arena_alloc(arena, 2 * (size_t)token->fold_len + 1);
    size_t len = unfold(folded, text->fold + token->fold, token->fold_len);
    piece->folded = isn_str_of(folded, len);
    if (token->kind != ISN_TOK_WORD)
        return;
    unsigned n = isn_lex_segment(ways, lex, text, token);
    isn_cut *cuts = ISN_NEW(arena, isn_cut, n);
    for (unsigned i = 0; i < n; i++) {
        extent at = extent_of(&ways[i], text, token);
        cuts[i] = cut_of(&ways[i], token->start, at);
    }
    piece->cuts = cuts;
    piece->ncuts = n;
}

static void put_piece(request *q, isn_piece *piece, const isn_text *text, const isn_token *token) {
    isn_arena *arena = q->coder->arena;
    piece->start = token->start;
    piece->end = token->end;
    piece->kind = (isn_piece_kind)token->kind;
    if (token->kind == ISN_TOK_WORD && token->end - token->start <= ISN_MEMO_BYTES)
        put_word(piece, arena, recall(q->coder->memos, q->coder->pack->lex, text, token));
    else
        put_other(piece, arena, q->coder->pack->lex, text, token);
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
    for (uint32_t i = 0; i < text->ntokens; i++)
        put_piece(q, &q->out[i], text, &text->tokens[i]);
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
    if (coder->memos == NULL)
        coder->memos = isn_heap_alloc(ISN_MEMOS * sizeof *coder->memos);
    if (coder->memos == NULL)
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
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
