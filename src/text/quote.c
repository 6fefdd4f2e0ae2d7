/* quote.c: pairs quotation marks. Writers mix the kinds, turn them around and forget the closing one,
 * so a mark is read by its kind and by the blanks around it: glued to the word after it, it opens;
 * glued to the word before it, it closes. A quotation ends at the latest with its block. */
#include <string.h>

#include "text/fold.h"

#define MAX_DEPTH 8 /* quotations inside quotations */
#define MAX_SINGLE                                                                                 \
    64 /* a straight single mark opens only if another closes within so many tokens */

enum { NONE, DOUBLE, ANGLE, SINGLE_ANGLE, SINGLE, APOSTROPHES, APOSTROPHE };
enum { EITHER, OPENS, CLOSES };

typedef struct mark {
    uint8_t family, habit; /* habit: what it does in careful hands */
    uint8_t tokens;        /* two for two apostrophes */
} mark;

typedef ISN_VEC(isn_quote) quote_vec;

typedef struct state {
    const isn_text *text;
    isn_arena *arena;
    uint8_t *close;
    uint32_t first, end; /* the block's tokens */
    quote_vec quotes;
    struct open {
        uint32_t quote;
        uint8_t family;
        bool straight;
    } stack[MAX_DEPTH];
    unsigned depth;
} state;

static bool is_sign(const isn_text *text, uint32_t i, uint32_t cp) {
    return text->tokens[i].kind == ISN_TOK_PUNCT && text->tokens[i].cp == cp;
}

/* Bytes between tokens that are blanks, not bidi marks only. */
static bool blank_before(const isn_text *text, uint32_t i) {
    const isn_token *t = &text->tokens[i];
    if ((t->flags & ISN_TF_SPACE) == 0)
        return false;
    if (i == 0 || (t->flags & ISN_TF_BLOCK) != 0)
        return true;
    const uint8_t *bytes = (const uint8_t *)text->article->bytes;
    const uint8_t *p = bytes + t[-1].end, *end = bytes + t->start;
    while (p < end) {
        isn_glyph g = isn_glyph_at(p, end);
        if (g.class == ISN_GC_SPACE)
            return true;
        p += g.len;
    }
    return false;
}

static bool is_opening_sign(uint32_t cp) {
    return cp == '(' || cp == '[' || cp == '{' || cp == 0xFD3E || cp == 0xFD3F;
}

static bool is_closing_sign(uint32_t cp) {
    return cp < 0x80 ? cp > 0 && strchr(").,;:!?]}", (int)cp) != NULL
                     : cp == 0x60C || cp == 0x61B || cp == 0x61F || cp == 0x2026 || cp == 0x6D4 ||
                           cp == 0xFD3E || cp == 0xFD3F;
}

static mark mark_at(const state *s, uint32_t i) {
    switch (s->text->tokens[i].cp) {
    case '"':
    case 0xFF02: return (mark){DOUBLE, EITHER, 1};
    case 0x201C:
    case 0x201E:
    case 0x201F: return (mark){DOUBLE, OPENS, 1};
    case 0x201D:
    case 0x2033: /* double prime */ return (mark){DOUBLE, CLOSES, 1};
    case 0xAB:
    case 0x300A: return (mark){ANGLE, OPENS, 1};
    case 0xBB:
    case 0x300B: return (mark){ANGLE, CLOSES, 1};
    case 0x2039: return (mark){SINGLE_ANGLE, OPENS, 1};
    case 0x203A: return (mark){SINGLE_ANGLE, CLOSES, 1};
    case 0x2018:
    case 0x201A:
    case 0x201B: return (mark){SINGLE, OPENS, 1};
    case 0x2019: return (mark){SINGLE, CLOSES, 1};
    case '\'':
        if (i + 1 < s->end && is_sign(s->text, i + 1, '\'') &&
            (s->text->tokens[i + 1].flags & ISN_TF_SPACE) == 0)
            return (mark){APOSTROPHES, EITHER, 2};
        return (mark){APOSTROPHE, EITHER, 1};
    default: return (mark){NONE, EITHER, 1};
    }
}

/* What the blanks around the mark at [i, i + n) say. */
static unsigned by_blanks(const state *s, uint32_t i, unsigned n) {
    const isn_token *t = s->text->tokens;
    bool after_word = i > s->first && !blank_before(s->text, i) &&
                      !(t[i - 1].kind == ISN_TOK_PUNCT && is_opening_sign(t[i - 1].cp));
    bool before_word = i + n < s->end && !blank_before(s->text, i + n) &&
                       !(t[i + n].kind == ISN_TOK_PUNCT && is_closing_sign(t[i + n].cp));
    if (after_word == before_word)
        return EITHER;
    return before_word ? OPENS : CLOSES;
}

/* The innermost open quotation that a mark of this family may close, counted from 1; 0: none. A
 * straight double mark and the curly ones close one another. */
static unsigned open_one(const state *s, unsigned family) {
    for (unsigned d = s->depth; d > 0; d--)
        if (s->stack[d - 1].family == family)
            return d;
    return 0;
}

static void open_quote(state *s, uint32_t i, mark m) {
    if (s->depth == MAX_DEPTH)
        return;
    isn_quote *q = ISN_PUSH(s->arena, &s->quotes);
    q->first = i + m.tokens;
    q->start = s->text->tokens[i + m.tokens - 1].end;
    q->outer = s->depth == 0 ? UINT32_MAX : s->stack[s->depth - 1].quote;
    s->stack[s->depth++] = (struct open){s->quotes.len - 1, m.family, m.habit == EITHER};
}

/* Ends a quotation before token `last`. */
static void end_quote(state *s, unsigned d, uint32_t last, bool closed) {
    isn_quote *q = &s->quotes.ptr[s->stack[d].quote];
    const isn_token *t = s->text->tokens;
    q->last = last;
    q->closed = closed;
    q->end = q->start;
    if (q->first < q->last) {
        q->start = t[q->first].start;
        q->end = t[q->last - 1].end;
    }
}

static void close_quote(state *s, unsigned depth, uint32_t i, mark m) {
    while (s->depth >= depth) {
        s->depth--;
        end_quote(s, s->depth, i, s->depth + 1 == depth);
    }
    memset(s->close + i, 1, m.tokens);
}

/* A single straight mark is an apostrophe unless its partner is near. */
static bool has_partner(const state *s, uint32_t i) {
    for (uint32_t j = i + 1; j < s->end && j < i + MAX_SINGLE; j++)
        if (is_sign(s->text, j, '\'') && by_blanks(s, j, 1) == CLOSES)
            return true;
    return false;
}

static void take_mark(state *s, uint32_t i, mark m) {
    unsigned open = open_one(s, m.family), seen = by_blanks(s, i, m.tokens);
    bool straight = m.habit == EITHER;
    bool may_open, may_close;
    if (m.family == APOSTROPHE || (m.family == SINGLE && m.habit == CLOSES)) {
        may_open = seen == OPENS && m.family == APOSTROPHE && has_partner(s, i);
        may_close = seen == CLOSES; /* else an apostrophe */
    } else if (straight) {
        may_open = seen != CLOSES;
        may_close = true;
    } else { /* curly and angular: turned around where only the blanks can say so */
        may_open = m.habit == OPENS ? seen != CLOSES || open == 0 : seen == OPENS;
        may_close = m.habit == CLOSES ? seen != OPENS || open > 0 : seen == CLOSES;
    }
    if (m.habit == OPENS && open > 0 && may_close && seen == CLOSES)
        close_quote(s, open, i, m);
    else if (m.habit == OPENS && may_open)
        open_quote(s, i, m);
    else if (open > 0 && may_close)
        close_quote(s, open, i, m);
    else if (open == 0 && may_open)
        open_quote(s, i, m);
}

/* The block's signs are `signs[0 .. n)`. */
static void take_block(state *s, const uint32_t *signs, uint32_t n) {
    for (uint32_t k = 0; k < n;) {
        mark m = mark_at(s, signs[k]);
        if (m.family != NONE)
            take_mark(s, signs[k], m);
        k += m.tokens; /* both of two apostrophes are signs */
    }
    while (s->depth > 0) {
        s->depth--;
        end_quote(s, s->depth, s->end, false);
    }
}

void isn_text_quotes(isn_text *text, isn_arena *arena, uint8_t *close) {
    state s = {.text = text, .arena = arena, .close = close};
    uint32_t sign = 0;
    for (uint32_t b = 0; b < text->article->nblocks; b++) {
        uint32_t from = sign;
        s.first = text->block_token[b];
        s.end = text->block_token[b + 1];
        while (sign < text->nsigns && text->signs[sign] < s.end)
            sign++;
        take_block(&s, text->signs + from, sign - from);
    }
    text->quotes = s.quotes.ptr;
    text->nquotes = s.quotes.len;
}
