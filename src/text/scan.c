/* scan.c: bytes → tokens, in one pass: each word is decoded, folded and hashed as it is found. The
 * commonest characters, two-byte Arabic letters and ASCII, are read straight from tables; all others
 * go through fold.c's isn_glyph_at. After it: quote.c and sentence.c. Links: link.c. */
#include <string.h>

#include "text/scan.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Longest token in bytes; a longer one is cut. Folding makes at most 4 bytes of 3, and fold_len
 * holds 65535. */
#define MAX_TOKEN 48000

static inline bool is_two_arabic(const uint8_t *p, const uint8_t *end) {
    return end - p >= 2 && (p[0] & 0xFC) == 0xD8 && (p[1] & 0xC0) == 0x80;
}

static inline uint8_t arabic_at(const uint8_t *p) {
    return (uint8_t)((p[0] & 3) << 6 | (p[1] & 0x3F));
}

static bool is_class(const uint8_t *p, const uint8_t *end, unsigned class) {
    return p < end && isn_glyph_at(p, end).class == class;
}

static bool is_wordlike(const uint8_t *p, const uint8_t *end) {
    if (p >= end)
        return false;
    unsigned class = isn_glyph_at(p, end).class;
    return class == ISN_GC_ARABIC || class == ISN_GC_OTHER || class == ISN_GC_DIGIT;
}

/* A run of ignorable marks inside a word is dropped if the word goes on after it. Returns where it
 * goes on, or NULL. */
static const uint8_t *over_ignorables(const uint8_t *p, const uint8_t *end, unsigned letter) {
    while (p < end) {
        isn_glyph g = isn_glyph_at(p, end);
        if (g.class == letter || g.class == ISN_GC_MARK)
            return p;
        if (letter == ISN_GC_ARABIC && g.class == ISN_GC_TATWEEL)
            return p;
        if (g.class != ISN_GC_IGNORE && g.class != ISN_GC_BIDI)
            return NULL;
        p += g.len;
    }
    return NULL;
}

void isn_token_finish(isn_scanner *s, isn_token *t, unsigned kind, const uint8_t *end,
                      uint8_t *fold) {
    t->kind = (uint8_t)kind;
    t->end = (uint32_t)(end - s->base);
    t->fold = (uint32_t)(s->fold - s->fold_base);
    t->fold_len = (uint16_t)(fold - s->fold);
    t->cp = 0;
    t->hash = isn_hash(s->fold, (size_t)(fold - s->fold), 0);
    s->fold = fold;
    s->p = end;
}

/* ---- words ----------------------------------------------------------------------------------- */

typedef struct word {
    const uint8_t *first, *last; /* its first and last letter */
    const uint8_t *tatweel;      /* its last tatweel */
    const uint8_t *tanwin;       /* its last tanwin fath */
    bool damma;
    uint8_t *fold;
} word;

/* A mark told `tells` at `p`. A damma counts on the first letter, or on the second after waw or feh:
 * qutila, wa-qutila; and on the teh that is the third behind an alef: ustuhdifa, uCtuqila. */
static void take_mark(const isn_scanner *s, word *w, unsigned tells, const uint8_t *p) {
    if (tells == ISN_GC_TANWIN)
        w->tanwin = p;
    if (tells != ISN_GC_DAMMA)
        return;
    const uint8_t *fold = s->fold;
    size_t letters = (size_t)(w->fold - fold);
    if (letters > 1 && (fold[0] == ISN_F_WAW || fold[0] == ISN_F_FEH)) {
        fold++;
        letters--;
    }
    if (letters == 1 || (letters == 3 && fold[0] == ISN_F_ALEF && fold[2] == ISN_F_TEH))
        w->damma = true;
}

/* A ligature of four letters takes three bytes, the one thing that folding lengthens. Where there is
 * no room left for it, it is cut; only a text of hardly anything else comes to that. */
static void take_letters(const isn_scanner *s, word *w, const isn_glyph *g, const uint8_t *p) {
    const uint8_t *from = g->fold;
    size_t n = g->nfold;
    if (g->cp == 0xFDF2 && w->fold > s->fold && w->fold[-1] == ISN_F_ALEF) {
        from++; /* after a written alef the sign stands for lam, lam, heh */
        n--;
    }
    size_t after = (size_t)(s->end - (p + g->len)), room = (size_t)(s->fold_end - w->fold);
    if (n > g->len && room < after + n)
        n = room > after ? room - after : 0;
    memcpy(w->fold, from, n);
    w->fold += n;
    w->last = p;
}

/* Takes whatever stands at `p` if it belongs to the word; returns where the word goes on, or NULL. */
static const uint8_t *take_rare(const isn_scanner *s, word *w, const uint8_t *p) {
    isn_glyph g = isn_glyph_at(p, s->end);
    switch (g.class) {
    case ISN_GC_ARABIC: take_letters(s, w, &g, p); break;
    case ISN_GC_MARK: take_mark(s, w, g.tells, p); break;
    case ISN_GC_TATWEEL: w->tatweel = p; break;
    case ISN_GC_IGNORE:
    case ISN_GC_BIDI: return over_ignorables(p, s->end, ISN_GC_ARABIC);
    default: return NULL;
    }
    return p + g.len;
}

static unsigned tells_at(const isn_scanner *s, const uint8_t *p) {
    if (is_two_arabic(p, s->end))
        return isn_arabic_class[arabic_at(p)] & ISN_GC_TELLS;
    return isn_glyph_at(p, s->end).tells;
}

/* What the first and the last letter tell, as flags. */
static unsigned edge_flags(unsigned first, unsigned last) {
    static const uint8_t of_first[8] = {[ISN_GC_HAMZA_UNDER >> 4] = ISN_TF_HAMZA_UNDER};
    static const uint8_t of_last[8] = {[ISN_GC_TEH_MARBUTA >> 4] = ISN_TF_TEH_MARBUTA,
                                       [ISN_GC_MAKSURA >> 4] = ISN_TF_MAKSURA};
    return (unsigned)of_first[first >> 4] | of_last[last >> 4];
}

static unsigned word_flags(const isn_scanner *s, const word *w) {
    unsigned flags = edge_flags(tells_at(s, w->first), tells_at(s, w->last));
    if (w->damma)
        flags |= ISN_TF_DAMMA;
    if (w->tatweel != NULL && w->tatweel > w->last)
        flags |= ISN_TF_JOINED;
    if (w->tanwin == NULL || s->fold == w->fold)
        return flags;
    /* on the last letter, or on the one before a last alef: both spellings are common */
    bool seat = w->fold[-1] == ISN_F_ALEF || (flags & ISN_TF_MAKSURA) != 0;
    if (w->tanwin > w->last || (seat && w->last - w->tanwin <= 4))
        flags |= ISN_TF_TANWIN;
    return flags;
}

/* ---- plain letters, eight at a time -------------------------------------------------------- */

static inline uint64_t load8(const uint8_t *p) {
    uint64_t v;
    memcpy(&v, p, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    v = __builtin_bswap64(v);
#endif
    return v;
}

static inline void store8(uint8_t *p, uint64_t v) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    v = __builtin_bswap64(v);
#endif
    memcpy(p, &v, 8);
}

/* Folded letters of the four byte pairs in `v`, one a byte; 0 where there is none. A pair that does
 * not begin like U+0600..U+06FF is looked up as U+0600, which is no letter. */
static inline uint64_t fold_four(uint64_t v) {
    const uint64_t ones = 0x0001000100010001, low15 = 0x7FFF7FFF7FFF7FFF;
    uint64_t odd = (v & 0xC0FCC0FCC0FCC0FC) ^ 0x80D880D880D880D8;
    uint64_t bad = ((((odd & low15) + low15) | odd) >> 15 & ones) * 0xFFFF;
    uint64_t at = ((v & 3 * ones) << 6 | (v >> 8 & 0x3F * ones)) & ~bad;
    return (uint64_t)isn_arabic_fold[at & 0xFF] | (uint64_t)isn_arabic_fold[at >> 16 & 0xFF] << 8 |
           (uint64_t)isn_arabic_fold[at >> 32 & 0xFF] << 16 |
           (uint64_t)isn_arabic_fold[at >> 48] << 24;
}

/* Folds up to eight two-byte Arabic letters at `p`, where sixteen bytes can be read; returns how many
 * they are. There is no branch for each letter: the length of a word is what a processor guesses
 * wrong. */
static inline unsigned fold_eight(uint64_t *folded, const uint8_t *p) {
    uint64_t letters = fold_four(load8(p)) | fold_four(load8(p + 8)) << 32;
    /* every folded letter has its high bit: the first byte without it is none */
    uint64_t none = ~letters & 0x8080808080808080;
    *folded = letters;
    return none == 0 ? 8 : (unsigned)__builtin_ctzll(none) / 8;
}

/* Two words whose blank was lost, as when the tags of a page were stripped: teh marbuta ends a word, and so
 * does alef maksura before the article: المنطقةالتي, إلىالمدينة. Is the letter at `p` such an end, with `n`
 * letters behind it, at `after`? */
static bool ends_inside(const uint8_t *p, const uint8_t *after, size_t n) {
    static const uint8_t article[4] = {0xD8, 0xA7, 0xD9, 0x84};
    if (p[0] == 0xD8 && p[1] == 0xA9)
        return n > 0;
    return p[0] == 0xD9 && p[1] == 0x89 && n >= 4 && memcmp(after, article, 4) == 0;
}

/* Up to sixteen letters at `p` by the table, where 32 bytes can be read; returns how many they are. `*ends`: a bit for each
 * that is teh marbuta or alef maksura. */
static unsigned fold_by_table(uint8_t *to, uint32_t *ends, const uint8_t *p) {
    uint64_t folded;
    unsigned n = fold_eight(&folded, p);
    store8(to, folded);
    if (n == 8) {
        n += fold_eight(&folded, p + 16);
        store8(to + 8, folded);
    }
    *ends = 0;
    for (unsigned i = 0; i < n; i++)
        if ((p[2 * i] == 0xD8 && p[2 * i + 1] == 0xA9) ||
            (p[2 * i] == 0xD9 && p[2 * i + 1] == 0x89))
            *ends |= 1u << i;
    return n;
}

#ifdef __SSE2__
/* 0xFF where the byte is `code`. */
static inline __m128i is_code(__m128i codes, int code) {
    return _mm_cmpeq_epi8(codes, _mm_set1_epi8((char)code));
}

/* The bytes from `first` on, `n` of them, as folded letters from `folded` on; 0 elsewhere. */
static inline __m128i fold_row(__m128i codes, int first, int n, int folded) {
    __m128i at = _mm_sub_epi8(codes, _mm_set1_epi8((char)first));
    __m128i in = _mm_cmpeq_epi8(_mm_min_epu8(at, _mm_set1_epi8((char)(n - 1))), at);
    return _mm_and_si128(in, _mm_add_epi8(at, _mm_set1_epi8((char)folded)));
}

static inline __m128i fold_as(__m128i which, int folded) {
    return _mm_and_si128(which, _mm_set1_epi8((char)folded));
}

/* The low bytes of the code points of eight pairs, those not of U+0600..U+06FF as 0. */
static inline __m128i codes_of(__m128i pairs) {
    __m128i lead = _mm_slli_epi16(_mm_and_si128(pairs, _mm_set1_epi16(3)), 6);
    __m128i tail = _mm_and_si128(_mm_srli_epi16(pairs, 8), _mm_set1_epi16(0x3F));
    __m128i arabic = _mm_cmpeq_epi16(_mm_and_si128(pairs, _mm_set1_epi16((short)0xC0FC)),
                                     _mm_set1_epi16((short)0x80D8));
    return _mm_and_si128(arabic, _mm_or_si128(lead, tail));
}

/* The same of the letters of Arabic alone, all sixteen at once. What isn_arabic_fold has: test_text.c compares them. */
static inline unsigned fold_sixteen(uint8_t *to, uint32_t *ends, const uint8_t *p) {
    __m128i low = codes_of(_mm_loadu_si128((const __m128i *)(const void *)p));
    __m128i high = codes_of(_mm_loadu_si128((const __m128i *)(const void *)(p + 16)));
    __m128i c = _mm_packus_epi16(low, high);
    __m128i alef = _mm_or_si128(is_code(_mm_or_si128(c, _mm_set1_epi8(1)), 0x23),  /* آ أ */
                                is_code(_mm_or_si128(c, _mm_set1_epi8(2)), 0x27)); /* إ ا */
    __m128i marbuta = is_code(c, 0x29), maksura = is_code(c, 0x49);
    __m128i yeh = _mm_or_si128(_mm_or_si128(maksura, is_code(c, 0x4A)),
                               _mm_or_si128(is_code(c, 0x26), is_code(c, 0xCC))); /* ي ئ ی */
    __m128i f = _mm_or_si128(fold_row(c, 0x2A, 17, ISN_F_TEH), fold_row(c, 0x41, 8, ISN_F_FEH));
    f = _mm_or_si128(f, _mm_or_si128(fold_as(alef, ISN_F_ALEF), fold_as(yeh, ISN_F_YEH)));
    f = _mm_or_si128(
        f, _mm_or_si128(fold_as(marbuta, ISN_F_HEH), fold_as(is_code(c, 0x28), ISN_F_BEH)));
    f = _mm_or_si128(f, _mm_or_si128(fold_as(is_code(c, 0x21), ISN_F_HAMZA),
                                     fold_as(is_code(c, 0x24), ISN_F_WAW)));
    f = _mm_or_si128(f, fold_as(is_code(c, 0xA9), ISN_F_KAF)); /* ک */
    _mm_storeu_si128((__m128i *)(void *)to, f);
    *ends = (uint32_t)_mm_movemask_epi8(_mm_or_si128(marbuta, maksura));
    /* every folded letter has its high bit */
    return (unsigned)__builtin_ctz(~(unsigned)_mm_movemask_epi8(f));
}
#else
#define fold_sixteen fold_by_table
#endif

/* Of `n` plain letters at `p`, fewer than sixteen, those of the first word. */
static inline unsigned first_word(const uint8_t *p, unsigned n, uint32_t ends) {
    if (__builtin_expect((ends & ((1u << (n - 1)) - 1)) == 0, 1))
        return n;
    for (unsigned k = 0; k + 1 < n; k++)
        if (ends_inside(p + 2 * (size_t)k, p + 2 * (size_t)k + 2, n - 1 - k))
            return k + 1;
    return n;
}

/* Where the word at `p` must end at the latest: at `limit`, or behind a letter that ends one and the
 * marks on it. */
static const uint8_t *inner_end(const uint8_t *p, const uint8_t *limit) {
    const unsigned inside = 1u << ISN_GC_ARABIC | 1u << ISN_GC_MARK | 1u << ISN_GC_TATWEEL |
                            1u << ISN_GC_IGNORE | 1u << ISN_GC_BIDI;
    while (limit - p >= 4) {
        unsigned len = 2, class = ISN_GC_ARABIC, n = 0;
        if (!is_two_arabic(p, limit)) {
            isn_glyph g = isn_glyph_at(p, limit);
            len = g.len;
            class = g.class;
        } else {
            class = isn_arabic_class[arabic_at(p)] & ISN_GC_CLASS;
        }
        if ((inside >> class & 1) == 0)
            break;
        const uint8_t *after = p + len;
        if ((p[0] == 0xD8 && p[1] == 0xA9) || (p[0] == 0xD9 && p[1] == 0x89)) {
            while (is_two_arabic(after, limit) &&
                   (isn_arabic_class[arabic_at(after)] & ISN_GC_CLASS) == ISN_GC_MARK)
                after += 2;
            while (n < 4 && is_two_arabic(after + 2 * (size_t)n, limit) &&
                   isn_arabic_fold[arabic_at(after + 2 * (size_t)n)] != 0)
                n++;
            if (ends_inside(p, after, n))
                return after;
        }
        p = after;
    }
    return limit;
}

/* As many plain letters at `p` as there are; returns where they end. */
static inline const uint8_t *take_plain(uint8_t **fold, const uint8_t *p, const uint8_t *limit,
                                        const uint8_t *end) {
    uint8_t *f = *fold;
    while (end - p >= 16 && p < limit) {
        uint64_t folded;
        unsigned n = fold_eight(&folded, p);
        store8(f, folded);
        f += n;
        p += 2 * n;
        if (n < 8) {
            *fold = f;
            return p;
        }
    }
    while (p < limit && is_two_arabic(p, end) && isn_arabic_fold[arabic_at(p)] != 0) {
        *f++ = isn_arabic_fold[arabic_at(p)];
        p += 2;
    }
    *fold = f;
    return p;
}

/* The word's letters from `p` on, which may be tatweel. */
static void scan_word(isn_scanner *s, isn_token *t) {
    const uint8_t *p = s->p;
    const uint8_t *limit = inner_end(p, s->end - p > MAX_TOKEN ? p + MAX_TOKEN : s->end);
    const uint8_t *end = limit;
    word w = {.first = p, .last = p, .fold = s->fold};
    while (p < limit) {
        uint8_t *fold = w.fold;
        const uint8_t *next = take_plain(&fold, p, limit, end);
        w.fold = fold;
        if (next > p)
            w.last = next - 2;
        p = next;
        if (p >= limit || *p < 0x80)
            break;
        if (is_two_arabic(p, end) && (isn_arabic_class[arabic_at(p)] & ISN_GC_CLASS) == 0)
            break; /* an Arabic comma and the like */
        next = take_rare(s, &w, p);
        if (next == NULL)
            break;
        if (w.fold == s->fold)
            w.first = next; /* tatweel before the first letter */
        p = next;
    }
    t->flags = (uint8_t)(t->flags | word_flags(s, &w));
    if (w.tatweel != NULL && w.tatweel > w.last)
        s->flags |= ISN_TF_JOINED;
    isn_token_finish(s, t, ISN_TOK_WORD, p, w.fold);
}

/* Does a word surely end at `p`? A false answer needs a closer look. */
static inline bool is_plain_end(const uint8_t *p, const uint8_t *end) {
    return *p < 0x80 || (is_two_arabic(p, end) &&
                         (isn_arabic_class[arabic_at(p)] & ISN_GC_CLASS) == ISN_GC_PUNCT);
}

/* The common case: up to fifteen plain letters and then a sure end. False: it is another. */
static inline bool scan_plain_word(isn_scanner *s, isn_token *t) {
    const uint8_t *p = s->p;
    uint32_t ends;
    if (s->readable - p < 34)
        return false;
    unsigned n = fold_sixteen(s->fold, &ends, p);
    const uint8_t *stop = p + 2 * n;
    if (n < 16 && is_two_arabic(stop, s->end) && isn_arabic_fold[arabic_at(stop)] != 0) {
        n = fold_by_table(s->fold, &ends, p); /* a letter of Persian or Urdu among them */
        stop = p + 2 * n;
    }
    if (n == 0 || n == 16 || stop > s->end || !(stop == s->end || is_plain_end(stop, s->end)))
        return false;
    n = first_word(p, n, ends);
    stop = p + 2 * n;
    unsigned edges = edge_flags(isn_arabic_class[arabic_at(p)] & ISN_GC_TELLS,
                                isn_arabic_class[arabic_at(stop - 2)] & ISN_GC_TELLS);
    t->start = (uint32_t)(p - s->base);
    t->end = (uint32_t)(stop - s->base);
    t->fold = (uint32_t)(s->fold - s->fold_base);
    t->fold_len = (uint16_t)n;
    t->kind = ISN_TOK_WORD;
    t->flags = (uint8_t)(s->flags | edges);
    t->cp = 0;
    t->hash = n <= 8 ? isn_hash_short(load8(s->fold) & (UINT64_MAX >> (64 - 8 * n)), n, 0)
                     : isn_hash(s->fold, n, 0);
    s->fold += n;
    s->word_end = stop;
    bool blank = *stop == ' ' && stop < s->end;
    s->flags = blank ? ISN_TF_SPACE : 0;
    s->p = stop + blank;
    return true;
}

/* Letters of another script, with the digits that follow them: F16. */
static void scan_latin(isn_scanner *s, isn_token *t) {
    const uint8_t *p = s->p, *end = s->end;
    const uint8_t *limit = end - p > MAX_TOKEN ? p + MAX_TOKEN : end;
    uint8_t *fold = s->fold;
    while (p < limit) {
        isn_glyph g = isn_glyph_at(p, end);
        if (g.class == ISN_GC_IGNORE || g.class == ISN_GC_BIDI) {
            p = over_ignorables(p, end, ISN_GC_OTHER);
            if (p == NULL)
                break;
            continue;
        }
        if (g.class != ISN_GC_OTHER && g.class != ISN_GC_DIGIT && g.class != ISN_GC_MARK)
            break;
        memcpy(fold, g.fold, g.nfold);
        fold += g.nfold;
        p += g.len;
        s->p = p;
    }
    isn_token_finish(s, t, ISN_TOK_LATIN, s->p, fold);
}

/* ---- numbers --------------------------------------------------------------------------------- */

/* Digits at `p`, at most `max`; their folded bytes go to `fold` unless it is NULL. Returns the end. */
static const uint8_t *digits(const uint8_t *p, const uint8_t *end, size_t max, uint8_t *fold,
                             size_t *n) {
    size_t count = 0;
    while (p < end && count < max) {
        unsigned len = 1, value = (unsigned)*p - '0';
        if (value > 9) {
            if (!is_two_arabic(p, end) ||
                (isn_arabic_class[arabic_at(p)] & ISN_GC_CLASS) != ISN_GC_DIGIT)
                break;
            value = arabic_at(p) & 0x0F;
            len = 2;
        }
        if (fold != NULL)
            fold[count] = (uint8_t)('0' + value);
        count++;
        p += len;
    }
    *n = count;
    return p;
}

/* A sign inside a number, as folded; 0 for others. */
static unsigned separator(const uint8_t *p, const uint8_t *end, unsigned *len) {
    *len = 1;
    if (p >= end)
        return 0;
    if (*p == '.' || *p == ',' || *p == ':' || *p == '/' || *p == '-')
        return *p;
    *len = 2;
    if (!is_two_arabic(p, end))
        return 0;
    switch (arabic_at(p)) {
    case 0x6B: /* decimal separator */ return '.';
    case 0x0C: /* Arabic comma */
    case 0x6C: /* thousands separator */ return ',';
    default: return 0;
    }
}

typedef struct number_part {
    unsigned sign, sign_len; /* what stands before it */
    unsigned raw;            /* the last byte of the sign as written */
    size_t n;                /* digits */
    const uint8_t *end;
} number_part;

/* The part after `p`: a separator and digits. False when there is none. */
static bool next_part(number_part *part, const uint8_t *p, const uint8_t *end) {
    part->sign = separator(p, end, &part->sign_len);
    if (part->sign == 0)
        return false;
    part->raw = p[part->sign_len - 1];
    part->end = digits(p + part->sign_len, end, 24, NULL, &part->n);
    return part->n > 0;
}

/* d/m/y, d-m-y, d.m.y, y/m/d, y-m-d: three parts with the same sign, and no fourth. */
static bool is_date(size_t n1, const number_part *b, const number_part *c, const uint8_t *end) {
    number_part d;
    if (b->sign != c->sign || b->n > 2 || (b->sign != '/' && b->sign != '-' && b->sign != '.'))
        return false;
    bool forth = n1 <= 2 && (c->n == 4 || (c->n == 2 && b->sign == '/'));
    bool back = n1 == 4 && c->n <= 2;
    return (forth || back) && !(next_part(&d, c->end, end) && d.sign == b->sign);
}

/* Does the part go on with the number: 1,200 3.5 14:30 1.200,50? `a`: the part before it. */
static bool goes_on(size_t n1, const number_part *a, const number_part *b) {
    bool decimals = a->raw != b->raw && a->n == 3 && b->n < 3 && n1 <= 3 && a->sign != ':';
    switch (b->sign) {
    case '.': return a->sign == 0 || a->sign == ',' || (a->sign == '.' && (b->n == 3 || decimals));
    case ',': return (a->sign == 0 && b->n <= 3) || (a->sign == ',' && b->n == 3) || decimals;
    case ':': return n1 <= 2 && b->n == 2 && (a->sign == 0 || a->sign == ':');
    default: return false;
    }
}

static uint8_t *put_part(uint8_t *fold, const number_part *part, const uint8_t *p) {
    size_t n;
    *fold++ = (uint8_t)part->sign;
    digits(p + part->sign_len, part->end, part->n, fold, &n);
    return fold + n;
}

static void scan_number(isn_scanner *s, isn_token *t) {
    const uint8_t *end = s->end;
    uint8_t *fold = s->fold;
    number_part b, c;
    size_t n1;
    const uint8_t *p = digits(s->p, end, MAX_TOKEN, fold, &n1);
    fold += n1;
    if (p < end && next_part(&b, p, end)) {
        if (next_part(&c, b.end, end) && is_date(n1, &b, &c, end)) {
            fold = put_part(put_part(fold, &b, p), &c, b.end);
            p = c.end;
        } else {
            number_part a = {.n = n1, .end = p};
            for (unsigned parts = 0; parts < 8 && goes_on(n1, &a, &b); parts++) {
                fold = put_part(fold, &b, p);
                a = b;
                p = b.end;
                if (!next_part(&b, p, end))
                    break;
            }
        }
    }
    isn_token_finish(s, t, ISN_TOK_NUMBER, p, fold);
}

/* ---- signs ----------------------------------------------------------------------------------- */

static void scan_sign(isn_scanner *s, isn_token *t, const isn_glyph *g) {
    t->kind = ISN_TOK_PUNCT;
    t->fold = (uint32_t)(s->fold - s->fold_base);
    t->fold_len = 0;
    t->cp = g->cp;
    t->hash = 0;
    s->p += g->len;
    if (g->class == ISN_GC_TATWEEL) /* a line drawn with it is one sign */
        while (is_class(s->p, s->end, ISN_GC_TATWEEL))
            s->p += 2;
    t->end = (uint32_t)(s->p - s->base);
    if (g->cp == '#' && is_wordlike(s->p, s->end))
        s->flags |= ISN_TF_JOINED;
}

static bool tatweel_begins_word(const uint8_t *p, const uint8_t *end) {
    for (unsigned n = 0; n < 16 && is_class(p, end, ISN_GC_TATWEEL); n++)
        p += 2;
    return is_class(p, end, ISN_GC_ARABIC);
}

/* ---- all together ---------------------------------------------------------------------------- */

/* An underscore between two words joins them and is no token. */
static bool is_joiner(const isn_scanner *s) {
    return *s->p == '_' && s->word_end == s->p && is_wordlike(s->p + 1, s->end);
}

static void scan_token(isn_scanner *s, isn_token *t, const isn_glyph *g) {
    t->start = (uint32_t)(s->p - s->base);
    t->flags = (uint8_t)s->flags;
    s->flags = 0;
    if (isn_link_scan(s, t))
        return;
    switch (g->class) {
    case ISN_GC_ARABIC: scan_word(s, t); break;
    case ISN_GC_OTHER: scan_latin(s, t); break;
    case ISN_GC_DIGIT: scan_number(s, t); break;
    default: scan_sign(s, t, g); return;
    }
    s->word_end = s->p;
}

static void skip_space(isn_scanner *s, unsigned len) {
    s->flags = (s->flags | ISN_TF_SPACE) & ~(unsigned)ISN_TF_JOINED;
    s->p += len;
}

/* The signs that need no thought: all of ASCII but # @ _, and the Arabic ones. */
static inline bool scan_plain_sign(isn_scanner *s, isn_token *t) {
    static const uint64_t plain[2] = {0xFC00FFF600000000, 0x7800000178000000}; /* bit a byte */
    const uint8_t *p = s->p;
    unsigned len = 1;
    uint32_t cp = *p;
    if (cp >= 0x80) {
        if (!is_two_arabic(p, s->end) ||
            (isn_arabic_class[arabic_at(p)] & ISN_GC_CLASS) != ISN_GC_PUNCT)
            return false;
        cp = 0x600u + arabic_at(p);
        len = 2;
    } else if ((plain[cp >> 6] >> (cp & 63) & 1) == 0) {
        return false;
    }
    t->start = (uint32_t)(p - s->base);
    t->end = t->start + len;
    t->fold = (uint32_t)(s->fold - s->fold_base);
    t->fold_len = 0;
    t->kind = ISN_TOK_PUNCT;
    t->flags = (uint8_t)s->flags;
    t->cp = cp;
    t->hash = 0;
    s->flags = 0;
    s->p += len;
    return true;
}

/* What stands at s->p if it is nothing plain: skipped, or a token (true). */
static bool scan_any(isn_scanner *s, isn_token *t) {
    isn_glyph g = isn_glyph_at(s->p, s->end);
    switch (g.class) {
    case ISN_GC_SPACE: skip_space(s, g.len); return false;
    case ISN_GC_BIDI:
        s->flags |= ISN_TF_SPACE;
        s->p += g.len;
        return false;
    case ISN_GC_IGNORE:
    case ISN_GC_MARK: s->p += g.len; return false;
    case ISN_GC_TATWEEL:
        if (tatweel_begins_word(s->p, s->end))
            g.class = ISN_GC_ARABIC;
        break;
    default:
        if (is_joiner(s)) {
            s->flags |= ISN_TF_JOINED;
            s->p++;
            return false;
        }
    }
    scan_token(s, t, &g);
    return true;
}

static inline bool next_token(isn_scanner *s, isn_token *t) {
    while (s->p < s->end) {
        if (*s->p == ' ')
            skip_space(s, 1);
        else if ((*s->p >= 0x80 && scan_plain_word(s, t)) || scan_plain_sign(s, t) ||
                 scan_any(s, t))
            return true;
    }
    return false;
}

bool isn_scanner_next(isn_scanner *s, isn_token *t) {
    return next_token(s, t);
}

void isn_scanner_block(isn_scanner *s, uint32_t start, uint32_t end) {
    s->p = s->base + start;
    s->end = s->base + end;
    s->word_end = NULL;
    s->no_link = s->p;
    s->flags = ISN_TF_BLOCK | ISN_TF_SPACE;
}

static void scan_tokens(isn_text *out, isn_arena *arena) {
    const isn_article *article = out->article;
    uint32_t cap = article->len / 9 + 16, n = 0;
    size_t room = (size_t)article->len + 64;
    uint32_t signs_cap = cap / 4, nsigns = 0;
    out->tokens = isn_arena_alloc(arena, sizeof *out->tokens * cap);
    out->signs = isn_arena_alloc(arena, sizeof *out->signs * signs_cap);
    out->block_token = isn_arena_alloc(arena, sizeof(uint32_t) * ((size_t)article->nblocks + 1));
    out->fold = isn_arena_alloc(arena, room);
    isn_scanner s = {.base = (const uint8_t *)article->bytes,
                     .readable = (const uint8_t *)article->bytes + article->len,
                     .fold_base = out->fold,
                     .fold = out->fold,
                     .fold_end = out->fold + room};
    for (uint32_t b = 0; b < article->nblocks; b++) {
        isn_scanner_block(&s, article->blocks[b].start, article->blocks[b].end);
        out->block_token[b] = n;
        for (;;) {
            if (n == cap)
                out->tokens = isn_vec_grow(arena, out->tokens, &cap, sizeof *out->tokens);
            if (!next_token(&s, &out->tokens[n]))
                break;
            if (nsigns == signs_cap)
                out->signs = isn_vec_grow(arena, out->signs, &signs_cap, sizeof *out->signs);
            out->signs[nsigns] = n; /* written over when it is none */
            nsigns += out->tokens[n].kind == ISN_TOK_PUNCT;
            n++;
        }
    }
    out->block_token[article->nblocks] = n;
    out->ntokens = n;
    out->nsigns = nsigns;
}

void isn_text_scan(isn_text *out, isn_arena *arena, const isn_article *article) {
    *out = (isn_text){.article = article};
    scan_tokens(out, arena);
    uint8_t *close = isn_arena_zero(arena, out->ntokens);
    isn_text_quotes(out, arena, close);
    isn_text_sentences(out, arena, close);
}

/* A space goes between two words. There is always room for it where something stood between them in
 * the input, and nearly always where nothing did, because folding shortens; where not, the words stay
 * together. */
size_t isn_fold(uint8_t *out, const char *ptr, size_t len) {
    if (len == 0 || len > UINT32_MAX)
        return 0;
    isn_scanner s = {
        .base = (const uint8_t *)ptr, .readable = (const uint8_t *)ptr + len, .fold_base = out};
    uint8_t *word_end = out;
    isn_token t;
    isn_scanner_block(&s, 0, (uint32_t)len);
    for (;;) {
        bool apart =
            word_end > out && (word_end - out < s.p - s.base || (s.p < s.end && *s.p == ' '));
        s.fold = word_end + apart;
        s.fold_end = out + len - (word_end > out && !apart);
        if (!isn_scanner_next(&s, &t))
            break;
        if (t.kind == ISN_TOK_PUNCT)
            continue;
        if (word_end > out && !apart && (size_t)(word_end - out) + t.fold_len < t.end) {
            memmove(word_end + 1, word_end, t.fold_len);
            apart = true;
        }
        if (apart)
            *word_end = ' ';
        word_end += apart + t.fold_len;
    }
    return (size_t)(word_end - out);
}
