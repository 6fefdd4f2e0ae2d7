/* utf8.c: decoding, encoding and checking. Well-formed is what Unicode's table 3-7 calls so: no
 * overlong forms, no surrogates, nothing above U+10FFFF. */
#include "base/base.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Bounds of the second byte by the first. */
static bool second_ok(unsigned lead, unsigned second) {
    switch (lead) {
    case 0xE0: return second >= 0xA0 && second <= 0xBF;
    case 0xED: return second >= 0x80 && second <= 0x9F;
    case 0xF0: return second >= 0x90 && second <= 0xBF;
    case 0xF4: return second >= 0x80 && second <= 0x8F;
    default: return second >= 0x80 && second <= 0xBF;
    }
}

unsigned isn_utf8_next(uint32_t *cp, const unsigned char *ptr, const unsigned char *end) {
    unsigned lead = ptr[0];
    size_t left = (size_t)(end - ptr);
    if (lead < 0x80) {
        *cp = lead;
        return 1;
    }
    *cp = 0xFFFD;
    if (lead < 0xC2 || lead > 0xF4 || left < 2 || !second_ok(lead, ptr[1]))
        return 1;
    uint32_t code = ptr[1] & 0x3Fu;
    if (lead < 0xE0) {
        *cp = (lead & 0x1Fu) << 6 | code;
        return 2;
    }
    if (left < 3 || (ptr[2] & 0xC0) != 0x80)
        return 2;
    code = code << 6 | (ptr[2] & 0x3Fu);
    if (lead < 0xF0) {
        *cp = (lead & 0x0Fu) << 12 | code;
        return 3;
    }
    if (left < 4 || (ptr[3] & 0xC0) != 0x80)
        return 3;
    *cp = (lead & 0x07u) << 18 | code << 6 | (ptr[3] & 0x3Fu);
    return 4;
}

unsigned isn_utf8_put(char out[4], uint32_t cp) {
    if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
        cp = 0xFFFD;
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (char)(0xC0 | cp >> 6);
        out[1] = (char)(0x80 | (cp & 0x3F));
        return 2;
    }
    if (cp < 0x10000) {
        out[0] = (char)(0xE0 | cp >> 12);
        out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
        out[2] = (char)(0x80 | (cp & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | cp >> 18);
    out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
    out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
    out[3] = (char)(0x80 | (cp & 0x3F));
    return 4;
}

/* How far from `ptr` text of one- and two-byte characters goes, in steps of 16 bytes; it may stop
 * early, always at the start of a character. Arabic is nothing else for long stretches. */
static const unsigned char *skip_short(const unsigned char *ptr, const unsigned char *end) {
#ifdef __SSE2__
    unsigned carry = 0; /* the last byte was the first of two */
    while (end - ptr >= 16) {
        __m128i v = _mm_loadu_si128((const __m128i *)(const void *)ptr);
        /* signed bytes: 80..BF are -128..-65, C2..DF are -62..-33, E0..FF are -32..-1 */
        unsigned cont = (unsigned)_mm_movemask_epi8(_mm_cmplt_epi8(v, _mm_set1_epi8(-64)));
        unsigned high = (unsigned)_mm_movemask_epi8(v);
        unsigned lead = (unsigned)_mm_movemask_epi8(_mm_and_si128(
            _mm_cmpgt_epi8(v, _mm_set1_epi8(-63)), _mm_cmplt_epi8(v, _mm_set1_epi8(-32))));
        if ((cont | lead) != high || ((lead << 1 | carry) & 0xFFFFu) != cont)
            break;
        carry = lead >> 15;
        ptr += 16;
    }
    return ptr - carry;
#else
    (void)end;
    return ptr;
#endif
}

size_t isn_utf8_check(const char *text, size_t len) {
    if (len == 0)
        return SIZE_MAX;
    const unsigned char *start = (const unsigned char *)text, *p = start, *end = start + len;
    while (p < end) {
        p = skip_short(p, end);
        const unsigned char *stop = end - p > 16 ? p + 16 : end;
        while (p < stop) {
            if (*p < 0x80) {
                p++;
                continue;
            }
            uint32_t cp;
            unsigned n = isn_utf8_next(&cp, p, end);
            if (cp == 0xFFFD && !(n == 3 && p[0] == 0xEF && p[1] == 0xBF && p[2] == 0xBD))
                return (size_t)(p - start);
            p += n;
        }
    }
    return SIZE_MAX;
}

bool isn_utf8_space(uint32_t cp) {
    if (cp <= 0x20 || (cp >= 0x7F && cp <= 0xA0))
        return true;
    return cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x2028 || cp == 0x2029 ||
           cp == 0x202F || cp == 0x205F || cp == 0x3000;
}

bool isn_utf8_ignorable(uint32_t cp) {
    if (cp < 0x200B)
        return cp == 0xAD || cp == 0x34F || cp == 0x61C || (cp >= 0x180B && cp <= 0x180E);
    return cp <= 0x200F || (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2060 && cp <= 0x206F) ||
           (cp >= 0xFE00 && cp <= 0xFE0F) || cp == 0xFEFF || (cp >= 0xFFF9 && cp <= 0xFFFB) ||
           (cp >= 0xE0000 && cp <= 0xE0FFF);
}
