/* fold.c: what a character is and how it folds. Everything that is Arabic comes from the table; of
 * other scripts it is enough to know letters from signs, so that whole blocks are taken together. */
#include <string.h>

#include "text/fold.h"

#include "text/fold_table.inc"

typedef struct range {
    uint32_t first, last;
} range;

/* Letters, digits and numerals of scripts other than Arabic from U+0080 on. Holes and the odd sign
 * inside a block count as letters. */
static const range other_letters[] = {
    {0xAA, 0xAA},       {0xB5, 0xB5},       {0xBA, 0xBA},       {0xC0, 0xD6},
    {0xD8, 0xF6},       {0xF8, 0x2C1},      {0x370, 0x373},     {0x376, 0x37D},
    {0x37F, 0x37F},     {0x386, 0x386},     {0x388, 0x3F5},     {0x3F7, 0x481},
    {0x48A, 0x559},     {0x560, 0x588},     {0x5D0, 0x5F2},     {0x710, 0x72F},
    {0x74D, 0x74F},     {0x780, 0x7B1},     {0x7C0, 0x7F5},     {0x800, 0x82D},
    {0x840, 0x858},     {0x900, 0x963},     {0x966, 0xDF3},     {0xE01, 0xE3A},
    {0xE40, 0xE4E},     {0xE50, 0xE59},     {0xE81, 0xF00},     {0xF18, 0xF39},
    {0xF40, 0xF84},     {0xF86, 0xFBC},     {0x1000, 0x1049},   {0x1050, 0x10FA},
    {0x10FC, 0x135A},   {0x1369, 0x138F},   {0x13A0, 0x13FD},   {0x1401, 0x167F},
    {0x1681, 0x169A},   {0x16A0, 0x16EA},   {0x16EE, 0x17D3},   {0x17E0, 0x17FF},
    {0x1810, 0x1AFF},   {0x1B00, 0x1FBC},   {0x1FBE, 0x1FFC},   {0x2071, 0x2071},
    {0x2C00, 0x2DFF},   {0x3005, 0x3007},   {0x3021, 0x302F},   {0x3031, 0x303C},
    {0x3041, 0x309A},   {0x309D, 0x30FA},   {0x30FC, 0x318E},   {0x31A0, 0x31BF},
    {0x31F0, 0x31FF},   {0x3400, 0x4DBF},   {0x4E00, 0xA48C},   {0xA4D0, 0xA4FD},
    {0xA500, 0xA60C},   {0xA610, 0xA66F},   {0xA680, 0xA6EF},   {0xA717, 0xABFF},
    {0xAC00, 0xD7FB},   {0xF900, 0xFB06},   {0xFB13, 0xFB28},   {0xFB2A, 0xFB4F},
    {0xFF10, 0xFF19},   {0xFF21, 0xFF3A},   {0xFF41, 0xFF5A},   {0xFF66, 0xFFDC},
    {0x10000, 0x100FA}, {0x10280, 0x1D0FF}, {0x1D400, 0x1D7FF}, {0x1DF00, 0x1EFFF},
    {0x20000, 0x3FFFD}};

/* Combining marks of other scripts that may stand on any letter. */
static bool is_mark(uint32_t cp) {
    return (cp >= 0x300 && cp <= 0x36F) || (cp >= 0x483 && cp <= 0x489) ||
           (cp >= 0x591 && cp <= 0x5C7) || (cp >= 0x1AB0 && cp <= 0x1AFF) ||
           (cp >= 0x1DC0 && cp <= 0x1DFF) || (cp >= 0x20D0 && cp <= 0x20FF) ||
           (cp >= 0xFE20 && cp <= 0xFE2F);
}

static bool is_other_letter(uint32_t cp) {
    size_t low = 0, high = ISN_LEN(other_letters);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (cp > other_letters[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < ISN_LEN(other_letters) && cp >= other_letters[low].first;
}

/* Arabic letters outside the first block: Supplement, Extended-A and -B. */
static bool is_more_arabic(uint32_t cp) {
    return (cp >= 0x750 && cp <= 0x77F) || (cp >= 0x870 && cp <= 0x88E && cp != 0x888) ||
           (cp >= 0x8A0 && cp <= 0x8C9);
}

static bool is_more_marks(uint32_t cp) {
    return (cp >= 0x897 && cp <= 0x89F) || (cp >= 0x8CA && cp <= 0x8FF && cp != 0x8E2);
}

static bool is_bidi(uint32_t cp) {
    return cp == 0x200B || cp == 0x200E || cp == 0x200F || (cp >= 0x202A && cp <= 0x202E) ||
           (cp >= 0x2066 && cp <= 0x2069) || cp == 0xFEFF || cp == 0x61C;
}

static uint8_t class_of(uint32_t cp) {
    if (isn_utf8_space(cp))
        return ISN_GC_SPACE;
    if (is_bidi(cp))
        return ISN_GC_BIDI;
    if (isn_utf8_ignorable(cp))
        return ISN_GC_IGNORE;
    if (is_more_arabic(cp))
        return ISN_GC_ARABIC;
    if (is_mark(cp) || is_more_marks(cp))
        return ISN_GC_MARK;
    return is_other_letter(cp) ? ISN_GC_OTHER : ISN_GC_PUNCT;
}

static void fold_one(isn_glyph *g, uint8_t byte) {
    g->fold[0] = byte;
    g->nfold = 1;
    g->letters = 1;
}

static void fold_as_is(isn_glyph *g, const uint8_t *p) {
    memcpy(g->fold, p, g->len);
    g->nfold = g->len;
    g->letters = 1;
}

static void read_ascii(isn_glyph *g) {
    uint8_t c = (uint8_t)g->cp, lower = c | 0x20;
    if (c >= '0' && c <= '9') {
        g->class = ISN_GC_DIGIT;
        fold_one(g, c);
    } else if (lower >= 'a' && lower <= 'z') {
        g->class = ISN_GC_OTHER;
        fold_one(g, lower);
    } else {
        g->class = c <= 0x20 || c == 0x7F ? ISN_GC_SPACE : ISN_GC_PUNCT;
    }
}

static void read_arabic(isn_glyph *g, const uint8_t *p) {
    uint8_t at = g->cp & 0xFF, kind = isn_arabic_class[at];
    g->class = kind & ISN_GC_CLASS;
    g->tells = kind & ISN_GC_TELLS;
    if (g->class == ISN_GC_DIGIT)
        fold_one(g, (uint8_t)('0' + (at & 0x0F)));
    else if (isn_arabic_fold[at] != 0)
        fold_one(g, isn_arabic_fold[at]);
    else if (g->class == ISN_GC_ARABIC)
        fold_as_is(g, p);
}

static void read_form(isn_glyph *g, unsigned at) {
    const struct form *form = &forms[at];
    g->class = form->class & ISN_GC_CLASS;
    g->tells = form->class & ISN_GC_TELLS;
    if (g->class != ISN_GC_ARABIC)
        return;
    for (; g->nfold < 4 && form->fold[g->nfold] != 0; g->nfold++)
        if (form->fold[g->nfold] <= ISN_F_LAST || form->fold[g->nfold] >= 0xC0)
            g->letters++;
    memcpy(g->fold, form->fold, 4);
}

isn_glyph isn_glyph_at(const uint8_t *p, const uint8_t *end) {
    isn_glyph g = {.class = ISN_GC_PUNCT};
    g.len = (uint8_t)isn_utf8_next(&g.cp, p, end);
    if (g.cp < 0x80) {
        read_ascii(&g);
    } else if (g.cp >= 0x600 && g.cp <= 0x6FF) {
        read_arabic(&g, p);
    } else if (g.cp >= 0xFB50 && g.cp <= 0xFDFF) {
        read_form(&g, g.cp - 0xFB50);
    } else if (g.cp >= 0xFE70 && g.cp <= 0xFEFE) {
        read_form(&g, g.cp - 0xFE70 + (0xFE00 - 0xFB50));
    } else if (g.cp != 0xFFFD) {
        g.class = class_of(g.cp);
        if (g.cp == 0x763) /* kaf with three dots above: Moroccan, like U+06AD */
            fold_one(&g, ISN_F_KAF);
        else if (g.class == ISN_GC_ARABIC || g.class == ISN_GC_OTHER)
            fold_as_is(&g, p);
    }
    return g;
}

static inline bool is_plain_letter(const uint8_t *p, const uint8_t *end) {
    return end - p >= 2 && (p[0] & 0xFC) == 0xD8 && (p[1] & 0xC0) == 0x80 &&
           isn_arabic_fold[(p[0] & 3) << 6 | (p[1] & 0x3F)] != 0;
}

uint32_t isn_token_skip(const isn_text *text, const isn_token *token, unsigned letters) {
    const uint8_t *start = (const uint8_t *)text->article->bytes;
    const uint8_t *p = start + token->start, *end = start + token->end, *plain = p;
    unsigned left = letters;
    for (; left > 0 && is_plain_letter(plain, end); left--)
        plain += 2;
    if (left == 0 && (plain == end || is_plain_letter(plain, end))) /* most */
        return (uint32_t)(plain - start);
    while (letters > 0 && p < end) {
        isn_glyph g = isn_glyph_at(p, end);
        if (g.letters > 0) {
            if (g.letters > letters)
                break;
            letters -= g.letters;
        }
        p += g.len;
        if (letters == 0 && g.letters > 0) { /* the marks on the last letter cut go with it */
            while (p < end && (g = isn_glyph_at(p, end)).letters == 0)
                p += g.len;
            break;
        }
    }
    return (uint32_t)(p - start);
}
