/* buf.c: bytes on the heap, for output. Appends never fail one by one: the first that runs out of
 * memory sets `failed`, which the writer looks at once, at the end. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/base.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

void isn_buf_init(isn_buf *buf) {
    *buf = (isn_buf){NULL, 0, 0, false};
}

void isn_buf_release(isn_buf *buf) {
    isn_heap_free(buf->ptr);
    isn_buf_init(buf);
}

bool isn_buf_grow(isn_buf *buf, size_t more) {
    if (buf->failed)
        return false;
    if (more++ == SIZE_MAX) {
        buf->failed = true;
        return false;
    }
    size_t cap = buf->cap < 256 ? 256 : buf->cap;
    while (more <= SIZE_MAX / 4 && cap - buf->len < more)
        cap *= 2;
    char *ptr = more > SIZE_MAX / 4 ? NULL : isn_heap_realloc(buf->ptr, cap);
    if (ptr == NULL) {
        buf->failed = true;
        return false;
    }
    buf->ptr = ptr;
    buf->cap = cap;
    return true;
}

void isn_buf_put(isn_buf *buf, const char *ptr, size_t len) {
    if (len == 0 || !isn_buf_reserve(buf, len))
        return;
    memcpy(buf->ptr + buf->len, ptr, len);
    buf->len += len;
}

void isn_buf_printf(isn_buf *buf, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    size_t room = buf->cap - buf->len;
    int n = vsnprintf(room == 0 ? NULL : buf->ptr + buf->len, room, format, args);
    if (n < 0) {
        buf->failed = true;
    } else if ((size_t)n < room) {
        buf->len += (size_t)n;
    } else if (isn_buf_reserve(buf, (size_t)n)) {
        vsnprintf(buf->ptr + buf->len, (size_t)n + 1, format, again);
        buf->len += (size_t)n;
    }
    va_end(again);
    va_end(args);
}

/* The eight digits of a number below a hundred million, a byte each, the first lowest. */
static inline uint64_t eight_digits(uint32_t value) {
    uint64_t four = value / 10000 | (uint64_t)(value % 10000) << 32;
    uint64_t q = four * 10486 >> 20 & 0x0000007F0000007F; /* by 100 */
    uint64_t two = q | (four - q * 100) << 16;
    q = two * 103 >> 10 & 0x000F000F000F000F; /* by 10 */
    return q | (two - q * 10) << 8;
}

/* The same of one below ten thousand, four of them: most offsets. */
static inline uint32_t four_digits(uint32_t value) {
    uint32_t q = value * 10486 >> 20; /* by 100 */
    uint32_t two = q | (value - q * 100) << 16;
    q = two * 103 >> 10 & 0x000F000F; /* by 10 */
    return q | (two - q * 10) << 8;
}

/* The last eight digits of a number without their first `zeros`; returns where they end. */
static inline char *put_digits(char *to, uint64_t digits, unsigned zeros) {
    digits = (digits | 0x3030303030303030) >> 8 * zeros;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    digits = __builtin_bswap64(digits);
#endif
    memcpy(to, &digits, 8);
    return to + 8 - zeros;
}

char *isn_int_put(char *to, uint64_t value) {
    enum { FOUR = 10000, SMALL = 100000000 };
    if (value < FOUR) {
        uint32_t digits = four_digits((uint32_t)value);
        unsigned zeros = (unsigned)__builtin_ctz(digits | UINT32_C(1) << 24) / 8;
        return put_digits(to, digits, zeros) - 4;
    }
    if (value < SMALL) {
        uint64_t digits = eight_digits((uint32_t)value);
        return put_digits(to, digits, (unsigned)__builtin_ctzll(digits | UINT64_C(1) << 56) / 8);
    }
    to = isn_int_put(to, value / SMALL);
    return put_digits(to, eight_digits((uint32_t)(value % SMALL)), 0);
}

void isn_buf_int(isn_buf *buf, int64_t value) {
    if (!isn_buf_reserve(buf, ISN_INT_ROOM)) {
        return;
    }
    if (value < 0) {
        buf->ptr[buf->len++] = '-';
    }
    char *end = isn_int_put(buf->ptr + buf->len, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
    buf->len = (size_t)(end - buf->ptr);
}

/* ---- JSON ---------------------------------------------------------------------------------- */

static bool is_plain(unsigned char c) {
    return c >= 0x20 && c < 0x80 && c != '"' && c != '\\';
}

#ifdef __SSE2__
/* Quotes, backslashes and control characters. */
static inline __m128i escaped_bytes(__m128i v) {
    __m128i odd =
        _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('"')), _mm_cmpeq_epi8(v, _mm_set1_epi8('\\')));
    return _mm_or_si128(odd, _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(0x1F)), v));
}

/* Of sixteen bytes those that are no part of one- and two-byte characters (see utf8.c) that need no escape, a bit each; the first
 * alone counts. `carry`: the first byte goes on a character of the bytes before. `*leads`: where those of two bytes begin. */
static inline unsigned odd_bytes(__m128i v, unsigned carry, unsigned *leads) {
    __m128i odd = escaped_bytes(v);
    unsigned high = (unsigned)_mm_movemask_epi8(v);
    unsigned cont = (unsigned)_mm_movemask_epi8(_mm_cmplt_epi8(v, _mm_set1_epi8(-64)));
    unsigned lead = (unsigned)_mm_movemask_epi8(_mm_and_si128(
        _mm_cmpgt_epi8(v, _mm_set1_epi8(-63)), _mm_cmplt_epi8(v, _mm_set1_epi8(-32))));
    *leads = lead;
    return (unsigned)_mm_movemask_epi8(odd) | (high ^ (cont | lead)) |
           (((lead << 1 | carry) & 0xFFFFu) ^ cont);
}

/* Where the character of the first such byte begins, with `p` the first of the sixteen. */
static inline const unsigned char *first_odd(const unsigned char *p, unsigned odd, unsigned leads,
                                             unsigned carry) {
    unsigned at = (unsigned)__builtin_ctz(odd);
    return p + at - ((leads << 1 | carry) >> at & 1);
}

/* The 1 to 15 bytes at `p`, the letter a behind them. */
static inline __m128i short_bytes(const unsigned char *p, size_t n) {
    const uint64_t fill = 0x6161616161616161u;
    uint64_t low = 0, high = fill;
    uint32_t a, b;
    if (n >= 8) {
        memcpy(&low, p, 8);
        if (n > 8) {
            memcpy(&high, p + n - 8, 8);
            high = high >> 8 * (16 - n) | fill << 8 * (n - 8);
        }
        return _mm_set_epi64x((long long)high, (long long)low);
    }
    if (n >= 4) {
        memcpy(&a, p, 4);
        memcpy(&b, p + n - 4, 4);
        low = a | (uint64_t)b << 8 * (n - 4);
    } else {
        low = p[0] | (uint64_t)p[n / 2] << 8 * (n / 2) | (uint64_t)p[n - 1] << 8 * (n - 1);
    }
    return _mm_set_epi64x((long long)fill, (long long)(low | fill << 8 * n));
}

/* Walks plain bytes, sixteen at a time, copies them where `to` is not NULL (it has room for 16 more) and
 * returns where it could not go on: always between two characters. */
static inline const unsigned char *plain_run(const unsigned char *p, const unsigned char *end,
                                             char *to) {
    unsigned carry = 0;
    const unsigned char *begin = p;
    while (end - p >= 16) {
        __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
        if (to != NULL)
            _mm_storeu_si128((__m128i *)(void *)(to + (p - begin)), v);
        unsigned leads, odd = odd_bytes(v, carry, &leads);
        if (odd != 0)
            return first_odd(p, odd, leads, carry);
        carry = leads >> 15;
        p += 16;
    }
    if (p == end)
        return p - carry;
    __m128i v = short_bytes(p, (size_t)(end - p));
    if (to != NULL)
        _mm_storeu_si128((__m128i *)(void *)(to + (p - begin)), v);
    unsigned leads, odd = odd_bytes(v, carry, &leads);
    return odd == 0 ? end : first_odd(p, odd, leads, carry);
}
#endif

/* Over the next character, unless it needs an escape, and those behind it that are of more than two bytes too. */
static const unsigned char *plain_steps(const unsigned char *p, const unsigned char *end) {
    do {
        uint32_t cp;
        if (is_plain(*p))
            return p + 1;
        if (*p < 0x80)
            return p;
        unsigned n = isn_utf8_next(&cp, p, end);
        if (cp == 0xFFFD && !(n == 3 && p[0] == 0xEF && p[1] == 0xBF && p[2] == 0xBD))
            return p;
        p += n;
    } while (p < end && *p >= 0xE0);
    return p;
}

const unsigned char *isn_json_plain_end(const unsigned char *p, const unsigned char *end) {
    while (p < end) {
#ifdef __SSE2__
        p = plain_run(p, end, NULL);
        if (p == end)
            break;
#endif
        const unsigned char *from = p;
        p = plain_steps(p, end);
        if (p == from)
            break;
    }
    return p;
}

/* Writes the one character at `p` that cannot stand as it is; returns its length. */
static unsigned put_escaped(isn_buf *buf, const unsigned char *p, const unsigned char *end) {
    static const char shorts[] = "\"\"\\\\\bb\ff\nn\rr\tt";
    uint32_t cp;
    if (*p >= 0x80) {
        isn_buf_put(buf, "\xEF\xBF\xBD", 3);
        return isn_utf8_next(&cp, p, end);
    }
    char out[6] = {'\\', 'u', '0', '0', "0123456789abcdef"[*p >> 4], "0123456789abcdef"[*p & 15]};
    for (unsigned i = 0; i < sizeof shorts - 1; i += 2) {
        if (shorts[i] == (char)*p) {
            out[1] = shorts[i + 1];
            isn_buf_put(buf, out, 2);
            return 1;
        }
    }
    isn_buf_put(buf, out, 6);
    return 1;
}

void isn_buf_json(isn_buf *buf, const char *ptr, size_t len) {
    const unsigned char *p = (const unsigned char *)ptr, *end = len == 0 ? p : p + len;
    if (len > SIZE_MAX / 8 || !isn_buf_reserve(buf, len + 2))
        return;
    buf->ptr[buf->len++] = '"';
#ifdef __SSE2__
    const unsigned char *stop = p < end ? plain_run(p, end, buf->ptr + buf->len) : end;
    buf->len += (size_t)(stop - p);
    p = stop;
    if (p == end) {
        buf->ptr[buf->len++] = '"';
        return;
    }
#endif
    while (p < end) {
        const unsigned char *plain = isn_json_plain_end(p, end);
        isn_buf_put(buf, (const char *)p, (size_t)(plain - p));
        p = plain;
        if (p < end)
            p += put_escaped(buf, p, end);
    }
    isn_buf_putc(buf, '"');
}

/* Copies what of sound text needs no escape; returns where that ends. */
static inline const unsigned char *sound_run(const unsigned char *p, const unsigned char *end,
                                             char *to) {
#ifdef __SSE2__
    while (p < end) {
        __m128i v = end - p >= 16 ? _mm_loadu_si128((const __m128i *)(const void *)p)
                                  : short_bytes(p, (size_t)(end - p));
        _mm_storeu_si128((__m128i *)(void *)to, v);
        unsigned odd = (unsigned)_mm_movemask_epi8(escaped_bytes(v));
        if (odd != 0)
            return p + __builtin_ctz(odd);
        if (end - p <= 16)
            return end;
        p += 16;
        to += 16;
    }
#else
    for (; p < end && (*p >= 0x80 || is_plain(*p)); p++)
        *to++ = (char)*p;
#endif
    return p;
}

void isn_buf_json_sound(isn_buf *buf, const char *ptr, size_t len) {
    const unsigned char *p = (const unsigned char *)ptr, *end = len == 0 ? p : p + len;
    isn_buf_putc(buf, '"');
    while (isn_buf_reserve(buf, (size_t)(end - p) + 1)) {
        const unsigned char *stop = sound_run(p, end, buf->ptr + buf->len);
        buf->len += (size_t)(stop - p);
        p = stop;
        if (p == end) {
            buf->ptr[buf->len++] = '"';
            return;
        }
        p += put_escaped(buf, p, end);
    }
}
