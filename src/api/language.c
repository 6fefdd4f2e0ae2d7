/* language.c: which language an article is in, from letters alone; cheap enough for every article.
 *
 * Among the languages of Arabic script, Arabic gives itself away by its article (a sixth to a third of its words begin
 * with it, after a one-letter conjunction or preposition at times), by teh marbuta, alef with hamza and alef maksura: two
 * words in five have one of these, hardly one in fifty of the others'. So it is known when somebody writes it on a
 * Persian keyboard too. Urdu, Kurdish, Pashto and Uyghur have letters that no other writes; what has the letters that all of
 * them share, and none of these, is Persian. Persian of old keyboards has not even those: it is told by the signs of
 * Arabic that are missing, and by what ends in heh. A headline may have nothing at all; it is taken for Arabic, since what
 * is not is not read.
 */
#include <string.h>

#include "api/api.h"

/* Bytes from the beginning and from the middle: where one of them is furniture, the other seldom is. */
#define LOOK_AT 768
#define GLANCE 448

/* The two bytes of a letter in UTF-8, as they are loaded into a number. */
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define LETTER(cp) ((0xc0U | (cp) >> 6) << 8 | (0x80U | ((cp)&0x3fU)))
#define BEFORE(a, b) ((uint32_t)(a) << 16 | (b))
#else
#define LETTER(cp) ((0xc0U | (cp) >> 6) | (0x80U | ((cp)&0x3fU)) << 8)
#define BEFORE(a, b) ((uint32_t)(b) << 16 | (a))
#endif

enum {
    ALEF_HAMZA = 0x0623,
    ALEF_HAMZA_BELOW = 0x0625,
    ALEF = 0x0627,
    BEH = 0x0628,
    TEH_MARBUTA = 0x0629,
    DAL = 0x062f,
    FEH = 0x0641,
    KAF = 0x0643,
    LAM = 0x0644,
    HEH = 0x0647,
    WAW = 0x0648,
    ALEF_MAKSURA = 0x0649
};

enum script { NO_SCRIPT, ARABIC, LATIN, CYRILLIC, HEBREW, OTHER, SCRIPTS };
enum tongue { PERSIAN, URDU, KURDISH, PASHTO, UYGHUR, TONGUES };

typedef struct letters {
    uint32_t script[SCRIPTS];
    uint32_t tongue[TONGUES];
    uint32_t words;  /* of Arabic script */
    uint32_t arabic; /* of these such as only Arabic has */
    uint32_t ends;   /* in heh, or waw alone: as Persian has many */
} letters;

static enum script script_of(uint32_t cp) {
    if ((cp | 0x20) - 'a' < 26 || (cp >= 0xc0 && cp < 0x250 && cp != 0xd7 && cp != 0xf7)) {
        return LATIN;
    }
    if ((cp >= 0x620 && cp < 0x64b) || (cp >= 0x66e && cp < 0x6d4) || cp == 0x6d5 ||
        (cp >= 0x6fa && cp < 0x700) || (cp >= 0x750 && cp < 0x780) ||
        (cp >= 0xfb50 && cp < 0xfe00) || (cp >= 0xfe70 && cp < 0xfeff)) {
        return cp == 0x640 ? NO_SCRIPT : ARABIC;
    }
    if (cp >= 0x400 && cp < 0x530) {
        return CYRILLIC;
    }
    if (cp >= 0x5d0 && cp < 0x5eb) {
        return HEBREW;
    }
    bool sign = cp < 0x370 || (cp >= 0x600 && cp < 0x700) || (cp >= 0x2000 && cp < 0x2e80) ||
                (cp >= 0x3000 && cp < 0x3040) || (cp >= 0xe000 && cp < 0xfb00) || cp >= 0xfe00;
    return sign ? NO_SCRIPT : OTHER;
}

/* Letters that one language writes and its neighbours do not; a letter of two counts for both. PERSIAN counts those that
 * several write and Arabic does not. */
static void count_tongue(letters *l, uint32_t cp) {
    switch (cp) {
    case 0x067e: /* peh */
    case 0x0686: /* tcheh */
    case 0x0698: /* jeh */
    case 0x06af: /* gaf */ l->tongue[PERSIAN] += 2; break;
    case 0x06a9: /* keheh */
    case 0x06cc: /* Farsi yeh */ l->tongue[PERSIAN]++; break;
    case 0x0679: /* tteh */
    case 0x0688: /* ddal */
    case 0x0691: /* rreh */
    case 0x06ba: /* noon ghunna */
    case 0x06c1: /* heh goal */
    case 0x06be: /* heh doachashmee */
    case 0x06d2: /* yeh barree */ l->tongue[URDU] += 3; break;
    case 0x06ce: /* yeh with small v */
    case 0x06b5: /* lam with small v */
    case 0x0695: /* reh with small v below */ l->tongue[KURDISH] += 3; break;
    case 0x06c6: /* oe */
    case 0x06d5: /* ae */
        l->tongue[KURDISH] += 2;
        l->tongue[UYGHUR] += 2;
        break;
    case 0x067c: /* teh with ring */
    case 0x0681: /* hah with hamza */
    case 0x0685: /* hah with three dots */
    case 0x0689: /* dal with ring */
    case 0x0693: /* reh with ring */
    case 0x0696: /* reh with dot below and above */
    case 0x069a: /* seen with dot below and above */
    case 0x06ab: /* kaf with ring */
    case 0x06bc: /* noon with ring */
    case 0x06cd: /* yeh with tail */ l->tongue[PASHTO] += 4; break;
    case 0x06ad: /* ng */
    case 0x06c7: /* u */
    case 0x06c8: /* yu */ l->tongue[UYGHUR] += 4; break;
    case 0x06d0: /* e */
        l->tongue[PASHTO] += 3;
        l->tongue[UYGHUR] += 3;
        break;
    default: break;
    }
}

/* Does a word that begins with these letters carry the article? Alef lam, after one letter at
 * most; lam lam, where the alef falls out. */
static bool has_article(const uint32_t *first, unsigned n) {
    if (n < 3) {
        return false;
    }
    if (first[0] == ALEF && first[1] == LAM) {
        return true;
    }
    if (first[0] == LAM && first[1] == LAM) {
        return true;
    }
    bool prefix = first[0] == WAW || first[0] == BEH || first[0] == FEH || first[0] == KAF;
    return prefix && first[1] == ALEF && first[2] == LAM;
}

typedef struct word {
    uint32_t first[3], last;
    unsigned n;
    bool hamza; /* an alef with hamza */
} word;

static void add_letter(word *w, uint32_t cp) {
    if (w->n < 3)
        w->first[w->n] = cp;
    w->n++;
    w->last = cp;
    w->hamza |= cp == ALEF_HAMZA || cp == ALEF_HAMZA_BELOW;
}

static void end_word(letters *l, word *w) {
    if (w->n == 0) {
        return;
    }
    unsigned n = w->n < 3 ? w->n : 3;
    bool arabic = has_article(w->first, n) || w->hamza || w->last == TEH_MARBUTA ||
                  (w->last == ALEF_MAKSURA && w->n > 1);
    l->words++;
    l->arabic += arabic;
    l->ends += w->n == 1 ? w->last == WAW : w->last == HEH;
    l->tongue[PASHTO] += w->n == 1 && w->last == DAL ? 4 : 0; /* "of": every fifth word */
    *w = (word){0};
}

static void count_letters(letters *l, const unsigned char *at, const unsigned char *end) {
    word w = {0};
    while (at < end) {
        uint32_t cp = end - at > 1 ? (at[0] & 0x1fU) << 6 | (at[1] & 0x3fU) : 0;
        /* alef to ghain, feh to yeh: most of what Arabic and its neighbours write */
        if (end - at > 1 && (at[0] & 0xfe) == 0xd8 && (at[1] & 0xc0) == 0x80 &&
            (cp - 0x627 < 0x19 || cp - 0x641 < 10)) {
            at += 2;
            l->script[ARABIC]++;
            add_letter(&w, cp);
            continue;
        }
        if (*at == ' ') {
            cp = *at++;
        } else {
            at += isn_utf8_next(&cp, at, end);
        }
        enum script script = cp == ' ' || cp == 0xfffd ? NO_SCRIPT : script_of(cp);
        l->script[script]++;
        if (script == ARABIC) {
            count_tongue(l, cp);
            add_letter(&w, cp);
            continue;
        }
        bool mark = (cp >= 0x64b && cp < 0x660) || cp == 0x670 || cp == 0x640;
        if (!mark) {
            end_word(l, &w);
        }
    }
    end_word(l, &w);
}

static const char *arabic_script(const letters *l) {
    static const char *const names[TONGUES] = {"fa", "ur", "ckb", "ps", "ug"};
    unsigned best = URDU;
    for (unsigned i = URDU; i < TONGUES; i++) {
        best = l->tongue[i] > l->tongue[best] ? i : best;
    }
    bool own = l->tongue[best] * 100 >= l->script[ARABIC] * 4;
    /* Uyghur writes its i as Arabic does alef maksura. */
    bool rich = l->tongue[best] * 100 >= l->script[ARABIC] * 15;
    if (!rich && l->arabic * 100 >= l->words * (own ? 30 : 10)) {
        return "ar";
    }
    if (own) {
        return names[best];
    }
    if (l->tongue[PERSIAN] * 100 >= l->script[ARABIC] * 3) {
        return names[PERSIAN];
    }
    bool bare = l->words >= 6 && l->arabic * 14 < l->words && l->ends >= 2;
    return bare && l->ends * 12 >= l->words ? names[PERSIAN] : "ar";
}

/* Does the word at `p`, behind a blank and with four bytes before the end, begin with alef and lam, after one more letter
 * at most? */
static bool begins_with_article(const unsigned char *p) {
    uint32_t four;
    uint16_t two;
    memcpy(&two, p, 2);
    if (two == LETTER(WAW) || two == LETTER(BEH) || two == LETTER(FEH) || two == LETTER(KAF)) {
        p += 2;
    }
    memcpy(&four, p, 4);
    return four == BEFORE(LETTER(ALEF), LETTER(LAM));
}

/* Letters of Arabic script that Arabic does not write begin with one of these two bytes. */
static bool has_foreign(const void *ptr, size_t len) {
    return memchr(ptr, 0xda, len) != NULL || memchr(ptr, 0xdb, len) != NULL;
}

/* Is the text Arabic beyond doubt, by its first words alone? It hops from blank to blank, and is done as soon as a fifth
 * of a dozen words has the article and nothing is in them that its neighbours write; else a seventh of more words must
 * have it, in a text that is mostly of its script. */
static bool plainly_arabic(const unsigned char *at) {
    const unsigned char *end = at + GLANCE - 6;
    unsigned words = 0, articles = 0, marks = 0;
    for (const unsigned char *p = at; (p = memchr(p, ' ', (size_t)(end - p))) != NULL;) {
        words++;
        articles += begins_with_article(++p);
        if (words >= 12 && articles * 5 >= words && !has_foreign(at, (size_t)(p - at))) {
            return true;
        }
    }
    if (words < 25 || articles * 8 < words) {
        return false;
    }
    for (unsigned i = 0; i < GLANCE; i++) {
        marks += (at[i] & 0xfe) == 0xd8;
    }
    return marks * 10 >= GLANCE * 3;
}

const char *isn_language_guess(const char *ptr, size_t len) {
    static const char *const names[SCRIPTS] = {"none",     "ar",     "latin",
                                               "cyrillic", "hebrew", "other"};
    letters l = {0};
    const unsigned char *at = (const unsigned char *)ptr;
    if (len > GLANCE + 4) { /* most articles: a few lines leave no doubt */
        if (plainly_arabic(at)) {
            return "ar";
        }
    }
    if (len <= 2 * (size_t)LOOK_AT) {
        count_letters(&l, at, at + len);
    } else {
        count_letters(&l, at, at + LOOK_AT);
        count_letters(&l, at + len / 2, at + len / 2 + LOOK_AT);
    }
    uint32_t all = 0;
    unsigned best = LATIN;
    for (unsigned i = ARABIC; i < SCRIPTS; i++) {
        all += l.script[i];
        best = l.script[i] > l.script[best] ? i : best;
    }
    if (all < 2) {
        return names[NO_SCRIPT];
    }
    /* A page with an Arabic story may have more Latin furniture and addresses than story. */
    if (l.script[ARABIC] * 10 >= all * 3) {
        return arabic_script(&l);
    }
    return names[best];
}

/* ---- paragraphs ------------------------------------------------------------------------------- */

#define SHORTEST 60 /* bytes of a paragraph whose language can be told */

/* Where the article is Arabic: has the paragraph as many letters of its neighbours as make it another language, one in a
 * hundred at least? */
static bool may_be_foreign(const char *ptr, size_t len) {
    size_t foreign = 0;
    for (size_t i = 0; i < len; i++) {
        foreign += ((unsigned char)ptr[i] & 0xfe) == 0xda;
    }
    return foreign * 200 >= len;
}

static bool is_arabic_script(const char *language) {
    return strlen(language) <= 3;
}

const char *isn_language_article(isn_article *article) {
    const char *whole = isn_language_guess(article->bytes, article->len);
    uint64_t arabic = 0;
    uint64_t other = 0;
    bool all_arabic = strcmp(whole, "ar") == 0;
    if (!is_arabic_script(whole) || article->nblocks < 2 ||
        !has_foreign(article->bytes, article->len)) {
        return whole;
    }
    for (uint32_t i = 0; i < article->nblocks; i++) {
        isn_block *b = &article->blocks[i];
        uint32_t len = b->end - b->start;
        const char *text = article->bytes + b->start;
        bool plain = len < SHORTEST || (all_arabic && !may_be_foreign(text, len));
        const char *language = plain ? whole : isn_language_guess(text, len);
        bool is_arabic = strcmp(language, "ar") == 0;
        arabic += is_arabic ? len : 0;
        other += is_arabic ? 0 : len;
        b->language = !is_arabic && is_arabic_script(language) ? language : NULL;
    }
    if (all_arabic || arabic * 2 >= other) {
        return "ar";
    }
    for (uint32_t i = 0; i < article->nblocks; i++) {
        article->blocks[i].language = NULL;
    }
    return whole;
}
