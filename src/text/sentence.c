/* sentence.c: tokens → sentences. A sentence ends with its block and at . ! ? and their Arabic
 * kin, and at the raised point that some papers print for a full stop (الموت· وفي بغداد), together with the closing marks that follow. Decimals and links never get here: their stops
 * lie inside tokens. */
#include <string.h>

#include "text/fold.h"

#define MAX_SENTENCE 4096 /* tokens; longer ones are cut, so that no later stage meets a giant */

typedef ISN_VEC(isn_sentence) sentence_vec;

typedef struct state {
    const isn_text *text;
    const isn_token *tokens;
    const uint8_t *close;
    uint32_t first, end; /* the block's tokens */
} state;

static bool is_stop(const isn_token *t) {
    return t->kind == ISN_TOK_PUNCT && (t->cp == '.' || t->cp == 0x6D4 || t->cp == 0x3002);
}

static bool is_loud(const isn_token *t) {
    return t->kind == ISN_TOK_PUNCT &&
           (t->cp == '!' || t->cp == '?' || t->cp == 0x61F || t->cp == 0x203C || t->cp == 0x2049);
}

static bool is_glued(const state *s, uint32_t i) {
    return i < s->end && (s->tokens[i].flags & ISN_TF_SPACE) == 0;
}

/* A raised point between two blanks, or between two words that it joins, parts and ends nothing. */
static bool is_raised_stop(const state *s, uint32_t i) {
    enum { LONG = 6 };
    const isn_token *t = &s->tokens[i];
    return t->kind == ISN_TOK_PUNCT && t->cp == 0xB7 && i > s->first + LONG && is_glued(s, i) &&
           s->tokens[i - 1].kind == ISN_TOK_WORD && !is_glued(s, i + 1);
}

static bool is_closing(const state *s, uint32_t i) {
    const isn_token *t = &s->tokens[i];
    return s->close[i] != 0 ||
           (t->kind == ISN_TOK_PUNCT && (t->cp == ')' || t->cp == ']' || t->cp == '}'));
}

/* Folded letters of a word: one a byte, but for letters that folding leaves as they are. */
static unsigned letters(const state *s, const isn_token *t) {
    unsigned n = 0;
    const uint8_t *fold = s->text->fold + t->fold;
    for (unsigned i = 0; i < t->fold_len && n < 4; i++)
        n += fold[i] <= ISN_F_LAST || fold[i] >= 0xC0;
    return n;
}

/* إيه.دي.إف: names of letters, with stops and no blanks between them. */
static bool spells(const state *s, uint32_t stop) {
    enum { NAME = 3 };
    if (stop + 2 >= s->end || s->tokens[stop + 1].kind != ISN_TOK_WORD ||
        letters(s, &s->tokens[stop + 1]) > NAME || !is_glued(s, stop + 2))
        return false;
    const isn_token *next = &s->tokens[stop + 2];
    return next->kind == ISN_TOK_PUNCT &&
           (is_closing(s, stop + 2) || (is_stop(next) && is_glued(s, stop + 3)));
}

/* A stop after one letter, with or without a waw, abbreviates: a title before a name, the letters of
 * an agency. After a number it does not: the sign of an era or a calendar ends many sentences. After
 * two letters it does only where the next letter is glued to it: "lahu." and "bihi." end many more
 * sentences than two letters abbreviate. A number that begins a block is a list's. */
static bool is_abbreviation(const state *s, uint32_t stop) {
    if (stop == s->first)
        return true;
    const isn_token *t = &s->tokens[stop - 1];
    bool glued = is_glued(s, stop + 1) && s->tokens[stop + 1].kind != ISN_TOK_PUNCT;
    if (!is_glued(s, stop))
        return glued; /* " .word" */
    if (t->kind == ISN_TOK_NUMBER)
        return stop - 1 == s->first || glued;
    if (t->kind == ISN_TOK_LATIN)
        return glued || letters(s, t) == 1;
    if (t->kind != ISN_TOK_WORD)
        return false;
    unsigned n = letters(s, t);
    bool after_number = stop - 1 > s->first && s->tokens[stop - 2].kind == ISN_TOK_NUMBER;
    if (n == 2 && s->text->fold[t->fold] == ISN_F_WAW)
        n = 1;
    if (n == 3 && glued && spells(s, stop))
        return true;
    return n == 1 ? !after_number : n == 2 && glued;
}

/* Does a sentence end at the sign `i`? Two stops and more are a pause. */
static bool ends_at(const state *s, uint32_t i) {
    const isn_token *t = &s->tokens[i];
    if (is_loud(t)) /* (!) is an aside */
        return i > s->first &&
               !(s->tokens[i - 1].kind == ISN_TOK_PUNCT && s->tokens[i - 1].cp == '(');
    if (is_raised_stop(s, i))
        return true;
    if (!is_stop(t))
        return false;
    bool row = (i > s->first && is_stop(t - 1)) || (i + 1 < s->end && is_stop(t + 1));
    return !row && !is_abbreviation(s, i);
}

/* The token after everything that closes a sentence whose last sign is `i`; 0 when the sentence goes
 * on after the quotation: "...", he added. */
static uint32_t close_sentence(const state *s, uint32_t i) {
    uint32_t next = i + 1;
    while (next < s->end &&
           (is_closing(s, next) || is_stop(&s->tokens[next]) || is_loud(&s->tokens[next])))
        next++;
    if (next < s->end && next > i + 1 && s->tokens[next].kind == ISN_TOK_PUNCT) {
        uint32_t cp = s->tokens[next].cp;
        if (cp == 0x60C || cp == ',' || cp == 0x61B || cp == ';' || cp == ':')
            return 0;
    }
    return next;
}

/* Adds [*first, last), in pieces where it is too long, and goes on behind it. */
static void push(isn_arena *arena, sentence_vec *out, const state *s, uint32_t *first,
                 uint32_t last, uint32_t block) {
    while (*first < last) {
        uint32_t end = last - *first > MAX_SENTENCE ? *first + MAX_SENTENCE : last;
        isn_sentence *sentence = ISN_PUSH(arena, out);
        *sentence = (isn_sentence){*first, end, block, *first == s->first};
        *first = end;
    }
}

/* The block's signs are `signs[0 .. n)`: nothing else ends a sentence. */
static void cut_block(isn_arena *arena, sentence_vec *out, const state *s, uint32_t block,
                      const uint32_t *signs, uint32_t n) {
    uint32_t first = s->first;
    for (uint32_t k = 0; k < n; k++) {
        if (signs[k] < first || !ends_at(s, signs[k]))
            continue;
        uint32_t next = close_sentence(s, signs[k]);
        if (next != 0)
            push(arena, out, s, &first, next, block);
    }
    push(arena, out, s, &first, s->end, block);
}

void isn_text_sentences(isn_text *text, isn_arena *arena, const uint8_t *close) {
    sentence_vec out = {NULL, 0, 0};
    state s = {.text = text, .tokens = text->tokens, .close = close};
    uint32_t sign = 0;
    for (uint32_t b = 0; b < text->article->nblocks; b++) {
        uint32_t from = sign;
        s.first = text->block_token[b];
        s.end = text->block_token[b + 1];
        while (sign < text->nsigns && text->signs[sign] < s.end)
            sign++;
        cut_block(arena, &out, &s, b, text->signs + from, sign - from);
    }
    text->sentences = out.ptr;
    text->nsentences = out.len;
}
