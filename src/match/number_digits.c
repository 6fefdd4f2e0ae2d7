/* number_digits.c: the value of digits: 13, 1,200, 26٬013, 3.5, 150 000. Left of it: the scanner's NUMBER
 * tokens. Right of it: number_words.c, and the date files, which read the pieces of 12/3/2021. */
#include "match/numeral.h"

/* ---- digits ------------------------------------------------------------------------------------------- */

static int digit_of(uint32_t cp) {
    if (cp >= '0' && cp <= '9')
        return (int)(cp - '0');
    if (cp >= 0x0660 && cp <= 0x0669)
        return (int)(cp - 0x0660);
    if (cp >= 0x06f0 && cp <= 0x06f9)
        return (int)(cp - 0x06f0);
    return -1;
}

static bool is_mark(uint32_t cp) {
    return cp == 0x0640 || (cp >= 0x064b && cp <= 0x065f) || (cp >= 0x200b && cp <= 0x200f) ||
           (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2066 && cp <= 0x2069) || cp == 0x061c ||
           cp == 0xfeff;
}

unsigned isn_number_pieces(int64_t *pieces, uint32_t *seps, uint8_t *widths, unsigned room,
                           const isn_scan *scan, uint32_t at) {
    const isn_token *token = &scan->text->tokens[scan->words[at].token];
    const unsigned char *p = (const unsigned char *)scan->text->article->bytes + token->start;
    const unsigned char *end = p + (token->end - token->start);
    unsigned n = 0;
    bool open = false;
    while (p < end) {
        uint32_t cp = *p;
        p += cp < 0x80 ? 1 : isn_utf8_next(&cp, p, end);
        int digit = digit_of(cp);
        if (digit < 0) {
            if (!is_mark(cp) && open) {
                seps[n - 1] = cp;
                open = false;
            }
            continue;
        }
        if (!open) {
            if (n == room)
                return 0;
            pieces[n] = 0;
            widths[n] = 0;
            seps[n++] = 0;
            open = true;
        }
        if (++widths[n - 1] > 18)
            return 0;
        pieces[n - 1] = pieces[n - 1] * 10 + digit;
    }
    return n;
}

static bool is_point(uint32_t cp) {
    return cp == '.' || cp == 0x066b;
}

/* Arabic and Latin commas, the Arabic thousands sign, apostrophes, spaces that do not break. */
static bool is_thousands(uint32_t cp) {
    return cp == ',' || cp == 0x060c || cp == 0x066c || cp == '\'' || cp == 0x2019 ||
           cp == 0x00a0 || cp == 0x202f || cp == 0x2009;
}

static double decimals(int64_t piece, unsigned width) {
    double value = (double)piece;
    while (width-- > 0)
        value /= 10;
    return value;
}

/* 1,200 and 26٬013 and 1.200.000 are thousands; 3.5 and 2,75 decimals; 26،013،94 both. */
static bool read_groups(isn_digits *out, const int64_t *pieces, const uint32_t *seps,
                        const uint8_t *widths, unsigned n) {
    int64_t whole = pieces[0];
    for (unsigned i = 1; i < n; i++) {
        uint32_t sep = seps[i - 1];
        bool last = i + 1 == n;
        if (!is_point(sep) && !is_thousands(sep))
            return false;
        if (widths[i] == 3 && (widths[0] <= 3) && sep != 0x066b && pieces[0] != 0 &&
            (i == 1 || seps[i - 2] == sep)) {
            if (whole > INT64_MAX / 1000 - 1)
                return false;
            whole = whole * 1000 + pieces[i];
            out->thousand_point = n == 2 && is_point(sep);
            continue;
        }
        if (!last)
            return false;
        out->whole = whole;
        out->value = (double)whole + decimals(pieces[i], widths[i]);
        return true;
    }
    out->whole = whole;
    out->value = (double)whole;
    return true;
}

/* Is the word at `at` a group of three digits after a bare space? The last may have decimals: 12 345,50. */
static bool spaced_group(isn_digits *out, const isn_scan *scan, uint32_t at) {
    int64_t pieces[2];
    uint32_t seps[2];
    uint8_t widths[2];
    if (at >= scan->nwords || scan->words[at].kind != ISN_TOK_NUMBER ||
        scan->words[at].token != scan->words[at - 1].token + 1 ||
        scan->words[at].sentence != scan->words[at - 1].sentence ||
        out->whole > INT64_MAX / 1000 - 1)
        return false;
    unsigned n = isn_number_pieces(pieces, seps, widths, 2, scan, at);
    if (n == 0 || widths[0] != 3 || (n == 2 && (widths[1] > 2 || seps[0] == ':' || seps[0] == '-')))
        return false;
    out->whole = out->whole * 1000 + pieces[0];
    out->value = (double)out->whole + (n == 2 ? decimals(pieces[1], widths[1]) : 0);
    return true;
}

/* 150 000: groups of three after a space, as some write thousands. Returns the word after them. */
static uint32_t spaced_groups(isn_digits *out, const isn_scan *scan, uint32_t at, unsigned width) {
    uint32_t next = at + 1;
    if (width > 3 || out->whole == 0)
        return next;
    while (out->value == (double)out->whole && spaced_group(out, scan, next))
        next++;
    return next;
}

uint32_t isn_digits_read(isn_digits *out, const isn_scan *scan, uint32_t at) {
    int64_t pieces[8];
    uint32_t seps[8];
    uint8_t widths[8];
    unsigned n = isn_number_pieces(pieces, seps, widths, 8, scan, at);
    *out = (isn_digits){0};
    if (n == 0)
        return 0;
    out->label = (widths[0] > 1 && pieces[0] < 10 && n == 1 && widths[0] > 2) || widths[0] > 9;
    if (!read_groups(out, pieces, seps, widths, n))
        return 0;
    return n == 1 && !out->label ? spaced_groups(out, scan, at, widths[0]) : at + 1;
}
