/* words.c: text → folded words with their clitics cut off, for search and likeness. Without the lexicon: every
 * cut that leaves three letters is taken, for a form too many costs a few bytes, one too few an article
 * that is not found. */
#include "text/words.h"
#include "text/fold.h"

#define SHORTEST 3 /* letters that a cut must leave */

typedef struct word {
    uint8_t fold[ISN_WORDS_LONGEST]; /* the folded alphabet of text.h, a byte a letter */
    int len, start, end;
    char spelled[2 * ISN_WORDS_LONGEST]; /* its letters in UTF-8, of Arabic ones two bytes each */
    int nspelled;
} word;

/* By ISN_F_* - ISN_F_HAMZA: low byte of the letter's code point, U+0600 above it. */
static const uint8_t code_points[] = {0x21, 0x27, 0x28, 0x2A, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F, 0x30,
                                      0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3A,
                                      0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x4A};

/* Letters of the folded alphabet are never first bytes of UTF-8, so the two mix. Are all of them Arabic? */
static bool spell(word *w) {
    int n = 0;
    bool arabic = true;
    for (int i = 0; i < w->len; i++) {
        uint8_t c = w->fold[i];
        if (c >= ISN_F_HAMZA && c <= ISN_F_LAST) {
            uint32_t letter = 0x600U | code_points[c - ISN_F_HAMZA];
            w->spelled[n++] = (char)(0xC0 | letter >> 6);
            w->spelled[n++] = (char)(0x80 | (letter & 0x3F));
        } else {
            w->spelled[n++] = (char)c;
            arabic = false;
        }
    }
    w->nspelled = n;
    return arabic;
}

static bool is_article(const word *w, int at) {
    return w->len - at >= 2 + SHORTEST && w->fold[at] == ISN_F_ALEF && w->fold[at + 1] == ISN_F_LAM;
}

/* للمدينة: of ل and ال one alef is not written */
static bool is_joined_article(const word *w, int at) {
    return w->len - at >= 2 + SHORTEST && w->fold[at] == ISN_F_LAM && w->fold[at + 1] == ISN_F_LAM;
}

static bool is_conjunction(uint8_t c) {
    return c == ISN_F_WAW || c == ISN_F_FEH;
}

static bool is_particle(uint8_t c) {
    return c == ISN_F_BEH || c == ISN_F_KAF || c == ISN_F_LAM || c == ISN_F_SEEN;
}

/* From its letter `at` on; only an Arabic word is cut. */
static int give(const word *w, int at, bool again, isn_words_take take, void *context) {
    return take(context, again, w->spelled + 2 * at, w->nspelled - 2 * at, w->start, w->end);
}

/* The word without its article, from `at` on. */
static int without_article(const word *w, int at, isn_words_take take, void *context) {
    return is_article(w, at) || is_joined_article(w, at) ? give(w, at + 2, true, take, context) : 0;
}

/* و or ف, then one of ب ك ل س, then the article. */
static int give_forms(const word *w, isn_words_take take, void *context) {
    int stop = without_article(w, 0, take, context);
    int at = 0;
    for (int part = 0; part < 2 && stop == 0; part++) {
        bool cut = part == 0 ? is_conjunction(w->fold[at]) : is_particle(w->fold[at]);
        if (cut && w->len - at >= 1 + SHORTEST) {
            at++;
            stop = give(w, at, true, take, context);
            stop = stop != 0 ? stop : without_article(w, at, take, context);
        }
    }
    return stop;
}

static int give_word(word *w, bool forms, isn_words_take take, void *context) {
    if (!spell(w)) {
        return give(w, 0, false, take, context);
    }
    if (!forms) {
        return give(w, is_article(w, 0) ? 2 : 0, false, take, context);
    }
    int stop = give(w, 0, false, take, context);
    return stop != 0 ? stop : give_forms(w, take, context);
}

int isn_words(const char *text, size_t len, bool forms, isn_words_take take, void *context) {
    const uint8_t *start = (const uint8_t *)text;
    const uint8_t *end = start + len;
    word w = {.len = 0};
    int stop = 0;
    for (const uint8_t *p = start; p < end && stop == 0;) {
        isn_glyph g = isn_glyph_at(p, end);
        bool letter =
            g.class == ISN_GC_ARABIC || g.class == ISN_GC_OTHER || g.class == ISN_GC_DIGIT;
        bool inside =
            g.class == ISN_GC_MARK || g.class == ISN_GC_TATWEEL || g.class == ISN_GC_IGNORE;
        if (letter && w.len == 0) {
            w.start = (int)(p - start);
        }
        p += g.len;
        if (letter && w.len + g.nfold <= ISN_WORDS_LONGEST) {
            memcpy(w.fold + w.len, g.fold, g.nfold);
            w.len += g.nfold;
        }
        if (letter || (inside && w.len > 0)) {
            w.end = (int)(p - start);
        } else if (!inside && w.len > 0) {
            stop = give_word(&w, forms, take, context);
            w.len = 0;
        }
    }
    return stop == 0 && w.len > 0 ? give_word(&w, forms, take, context) : stop;
}
