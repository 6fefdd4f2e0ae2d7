/* blocks.c: plain text → blocks, one a line. Left of it: the bytes as the caller gave them. Right of it:
 * text/ cuts blocks into tokens. */
#include <string.h>

#include "article/article.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

typedef ISN_VEC(isn_block) block_vec;

/* Length of the line end at `p`; 0 where there is none. */
static unsigned line_end(const unsigned char *p, const unsigned char *end) {
    if (*p == '\n' || *p == '\0')
        return 1;
    if (*p == '\r')
        return end - p > 1 && p[1] == '\n' ? 2 : 1;
    if (*p == 0xE2 && end - p > 2 && p[1] == 0x80 && (p[2] == 0xA8 || p[2] == 0xA9))
        return 3; /* U+2028, U+2029 */
    return 0;
}

/* The first line end at or after `p`, or `end`. */
static const unsigned char *find_line_end(const unsigned char *p, const unsigned char *end) {
    while (p < end) {
        const unsigned char *stop = end;
#ifdef __SSE2__
        while (end - p >= 16) { /* controls below 16, where \n, \r and NUL lie, and E2 */
            __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
            __m128i odd = _mm_or_si128(_mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(0x0F)), v),
                                       _mm_cmpeq_epi8(v, _mm_set1_epi8((char)0xE2)));
            int mask = _mm_movemask_epi8(odd);
            if (mask != 0) {
                p += __builtin_ctz((unsigned)mask);
                stop = p + 1;
                break;
            }
            p += 16;
        }
#endif
        for (; p < stop; p++)
            if (line_end(p, end) > 0)
                return p;
    }
    return end;
}

static bool is_blank(uint32_t cp) {
    return isn_utf8_space(cp) || isn_utf8_ignorable(cp);
}

static const unsigned char *trim_front(const unsigned char *p, const unsigned char *end) {
    while (p < end) {
        uint32_t cp;
        unsigned n = isn_utf8_next(&cp, p, end);
        if (!is_blank(cp))
            break;
        p += n;
    }
    return p;
}

/* Steps back over blanks; a malformed end is no blank. */
static const unsigned char *trim_back(const unsigned char *p, const unsigned char *end) {
    while (p < end) {
        const unsigned char *at = end - 1;
        while (at > p && end - at < 4 && (*at & 0xC0) == 0x80)
            at--;
        uint32_t cp;
        if (isn_utf8_next(&cp, at, end) != (unsigned)(end - at) || !is_blank(cp))
            break;
        end = at;
    }
    return end;
}

void isn_article_blocks(isn_article *article, isn_arena *arena) {
    block_vec blocks = {NULL, 0, 0};
    const unsigned char *start = (const unsigned char *)article->bytes;
    const unsigned char *p = start, *end = article->len == 0 ? start : start + article->len;
    bool gap = false;
    size_t bad = isn_utf8_check(article->bytes, article->len);
    article->bad_utf8 = bad == SIZE_MAX ? UINT64_MAX : bad;
    while (p < end) {
        const unsigned char *stop = find_line_end(p, end);
        const unsigned char *from = trim_front(p, stop), *to = trim_back(from, stop);
        if (from < to) {
            isn_block *b = ISN_PUSH(arena, &blocks);
            b->start = (uint32_t)(from - start);
            b->end = (uint32_t)(to - start);
            b->gap_before = gap;
            gap = false;
        } else {
            gap = true;
        }
        p = stop < end ? stop + line_end(stop, end) : end;
    }
    article->blocks = blocks.ptr;
    article->nblocks = blocks.len;
}
