/* phrase.c: see phrase.h. */
#include "store/phrase.h"

#include <string.h>

#include "base/base.h"
#include "text/words.h"

/* ---- what is asked ----------------------------------------------------------------------------- */

typedef struct reading {
    isn_phrases *phrases;
    const char *text; /* of the phrase */
    unsigned n;       /* its words so far */
} reading;

static bool add(isn_phrases *p, char **to, size_t *len, size_t *cap, const char *bytes, size_t n) {
    if (*len + n > *cap) {
        char *grown = isn_heap_realloc(*to, (*len + n) * 2);
        if (grown == NULL) {
            p->failed = true;
            return false;
        }
        *to = grown;
        *cap = (*len + n) * 2;
    }
    memcpy(*to + *len, bytes, n);
    *len += n;
    return true;
}

static void ask(isn_phrases *p, const char *bytes, size_t n) {
    (void)add(p, &p->asked, &p->nasked, &p->asked_cap, bytes, n);
}

static const unsigned char the[] = {0xD8, 0xA7, 0xD9, 0x84}; /* alef and lam, the article */
#define SHORTEST (sizeof the + 6) /* of a word that has it: three letters stay, as in words.c */

static bool has_article(const char *bytes, size_t n) {
    return n > sizeof the && memcmp(bytes, the, sizeof the) == 0;
}

static void say(isn_phrases *p, const char *bytes, size_t n) {
    const size_t cut = sizeof the;
    const bool has = n >= SHORTEST && has_article(bytes, n);
    (void)add(p, &p->said, &p->nsaid, &p->said_cap, has ? bytes + cut : bytes, has ? n - cut : n);
    (void)add(p, &p->said, &p->nsaid, &p->said_cap, " ", 1);
}

/* FTS5 gets it as it was written, and folds it as we do. */
static int take_asked(void *context, bool again, const char *word, int len, int start, int end) {
    reading *r = context;
    isn_phrases *p = r->phrases;
    (void)again;
    ask(p, p->nasked > 0 ? " \"" : "\"", p->nasked > 0 ? 2 : 1);
    ask(p, r->text + start, (size_t)(end - start));
    ask(p, "\"", 1);
    say(p, r->text + start, (size_t)(end - start));
    if (p->n < ISN_PHRASE_WORDS && add(p, &p->words, &p->len, &p->cap, word, (size_t)len)) {
        p->first |= r->n++ == 0 ? UINT64_C(1) << p->n : 0;
        p->at[++p->n] = (uint32_t)p->len;
    }
    return 0;
}

static void read_phrase(isn_phrases *p, const char *text, size_t len) {
    reading r = {p, text, 0};
    (void)isn_words(text, len, false, take_asked, &r);
    p->last |= r.n > 0 ? UINT64_C(1) << (p->n - 1) : 0;
}

void isn_phrases_read(isn_phrases *phrases, const char *text, size_t len) {
    const char *end = text + len;
    *phrases = (isn_phrases){.words = NULL};
    while (text < end) {
        const bool quoted = *text == '"';
        text += quoted;
        const char *stop = text;
        while (stop < end && *stop != '"' && (quoted || *stop != ' ')) {
            stop++;
        }
        read_phrase(phrases, text, (size_t)(stop - text));
        text = stop + (stop < end && (quoted || *stop == ' '));
    }
    if (phrases->nasked == 0) {
        ask(phrases, "\"\"", 2); /* no article has it */
    }
    ask(phrases, "", 1);
}

void isn_phrases_release(isn_phrases *phrases) {
    isn_heap_free(phrases->words);
    isn_heap_free(phrases->asked);
    isn_heap_free(phrases->said);
    *phrases = (isn_phrases){.words = NULL};
}

bool isn_phrases_are(const isn_phrases *phrases) {
    return phrases->first != phrases->last;
}

/* ---- what a text has --------------------------------------------------------------------------- */

typedef struct seeing {
    const isn_phrases *phrases;
    uint64_t before, now; /* words that end what the text had there of their phrases */
    uint64_t whole;       /* the last words of those that it has */
} seeing;

static bool is_word(const isn_phrases *p, unsigned i, const char *word, size_t len) {
    return p->at[i + 1] - p->at[i] == len && memcmp(p->words + p->at[i], word, len) == 0;
}

static int take_seen(void *context, bool again, const char *word, int len, int start, int end) {
    seeing *s = context;
    const isn_phrases *p = s->phrases;
    (void)start;
    (void)end;
    if (!again) {
        s->before = s->now;
        s->now = 0;
    }
    const uint64_t due = p->first | s->before << 1;
    for (unsigned i = 0; i < p->n; i++) {
        if ((due >> i & 1) != 0 && is_word(p, i, word, (size_t)len)) {
            s->now |= UINT64_C(1) << i;
        }
    }
    s->whole |= s->now & p->last;
    return s->whole == p->last;
}

static bool has_all(const isn_phrases *phrases, const char *text, size_t len) {
    seeing s = {.phrases = phrases};
    return isn_words(text, len, true, take_seen, &s) != 0;
}

/* Where the words end that are at a place of the text as they were asked, with the article or without; NULL where they are not. */
static const char *said_at(const isn_phrases *p, const char *at, const char *end) {
    const char *word = p->said;
    while (true) {
        const size_t n =
            (size_t)((const char *)memchr(word, ' ', (size_t)(p->said + p->nsaid - word)) - word);
        if (has_article(at, (size_t)(end - at)) && !has_article(word, n)) {
            at += sizeof the;
        }
        if ((size_t)(end - at) < n || memcmp(at, word, n) != 0) {
            return NULL;
        }
        at += n;
        word += n + 1;
        if (word == p->said + p->nsaid) {
            return at;
        }
        if (at == end || *at++ != ' ') {
            return NULL;
        }
    }
}

/* Most texts that have all words of a phrase have it as it was asked, but for the article: there, the words around are looked at
 * alone. */
static bool has_said(const isn_phrases *p, const char *text, size_t len) {
    const char *end = text + len;
    const size_t first = (size_t)((const char *)memchr(p->said, ' ', p->nsaid) - p->said);
    for (const char *at = text; (at = memmem(at, (size_t)(end - at), p->said, first)) != NULL;
         at++) {
        const char *from = at;
        const char *to = said_at(p, at, end);
        if (to == NULL) {
            continue;
        }
        while (from > text && from[-1] != ' ' && from[-1] != '\n') {
            from--;
        }
        while (to < end && *to != ' ' && *to != '\n') {
            to++;
        }
        if (has_all(p, from, (size_t)(to - from))) {
            return true;
        }
    }
    return false;
}

bool isn_phrases_in(const isn_phrases *phrases, const char *text, size_t len) {
    const bool one = phrases->last != 0 && (phrases->last & (phrases->last - 1)) == 0;
    return (one && has_said(phrases, text, len)) || has_all(phrases, text, len);
}
