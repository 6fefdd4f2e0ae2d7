/* page_brief.c: see page_brief.h. Only text between the end of one tag and the beginning of the next is made brief. Where
 * tags are so broken that the parser takes text for a part of a tag, it is brief in that tag too, in which nobody looks
 * for words. */
#include "article/page_brief.h"
#include "article/eight.h"

#define SHORTEST 8 /* bytes worth an entry in the table */

static bool has_controls(const unsigned char *p, const unsigned char *end) {
    while (p < end) {
        if (end - p >= 8 && isn_eight_above(isn_eight_load(p), ' ' - 1) == ISN_EIGHT(0x80)) {
            p += 8;
            continue;
        }
        if (*p < ' ' && *p != '\n' && *p != '\t' && *p != '\r')
            return true;
        p++;
    }
    return false;
}

const char *isn_page_clean(isn_arena *arena, isn_str page) {
    const unsigned char *p = (const unsigned char *)page.ptr, *end = p + page.len;
    if (!has_controls(p, end) && isn_utf8_check(page.ptr, page.len) == SIZE_MAX)
        return page.ptr;
    char *copy = isn_arena_copy(arena, page.ptr, page.len);
    for (const unsigned char *at = p; at < end;) {
        uint32_t cp;
        unsigned n = isn_utf8_next(&cp, at, end);
        bool bad = cp == 0xFFFD && !(n == 3 && at[0] == 0xEF && at[1] == 0xBF && at[2] == 0xBD);
        bool control =
            (cp < ' ' && cp != '\n' && cp != '\t' && cp != '\r') || (cp >= 0x7F && cp < 0xA0);
        if (bad || control || cp == 0xFFFE || cp == 0xFFFF)
            memset(copy + (at - p), bad ? '?' : ' ', n);
        at += n;
    }
    return copy;
}

/* Behind the tag that begins at `p`: its values may hold a ">". */
static const char *behind_tag(const char *p, const char *end) {
    char quote = 0;
    for (p++; p < end; p++) {
        if (quote != 0) {
            p = memchr(p, quote, (size_t)(end - p));
            if (p == NULL)
                return end;
            quote = 0;
        } else if (*p == '>') {
            return p + 1;
        } else if (*p == '"' || *p == '\'') {
            quote = *p;
        }
    }
    return end;
}

static bool begins_tag(const char *p, const char *end) {
    return end - p > 1 && ((p[1] | 0x20) >= 'a' || p[1] == '/') && (p[1] | 0x20) <= 'z';
}

static bool is_far(const char *p) {
    return ((unsigned char)*p & 0x80) != 0;
}

/* Behind the last letter beyond ASCII that follows without anything but single blanks between them. */
static const char *behind_far(const char *p, const char *end) {
    for (;;) {
        while (end - p >= 8 && (isn_eight_load(p) & ISN_EIGHT(0x80)) == ISN_EIGHT(0x80))
            p += 8;
        while (p < end && is_far(p))
            p++;
        if (end - p < 2 || *p != ' ' || !is_far(p + 1))
            return p;
        p++;
    }
}

/* Text without a tag in it. */
static void put_text(isn_brief *out, isn_arena *arena, const char *page, const char *p,
                     const char *end) {
    while (p < end) {
        const char *from = p;
        while (end - p >= 8 && (isn_eight_load(p) & ISN_EIGHT(0x80)) == 0)
            p += 8;
        while (p < end && !is_far(p))
            p++;
        memcpy(out->ptr + out->len, from, (size_t)(p - from));
        out->len += (uint32_t)(p - from);
        from = p;
        p = behind_far(p, end);
        if (p - from < SHORTEST) {
            memcpy(out->ptr + out->len, from, (size_t)(p - from));
            out->len += (uint32_t)(p - from);
            continue;
        }
        isn_brief_cut *cut = ISN_PUSH(arena, &out->cuts);
        out->ptr[out->len] = 'x';
        *cut = (isn_brief_cut){out->len, (uint32_t)(p - page) - out->len - 1};
        out->len++;
    }
}

void isn_brief_make(isn_brief *out, isn_arena *arena, isn_str page) {
    const char *p = page.ptr, *end = p + page.len;
    *out = (isn_brief){.ptr = isn_arena_alloc(arena, page.len + 1)};
    while (p < end) {
        const char *sign = memchr(p, '<', (size_t)(end - p));
        sign = sign == NULL ? end : sign;
        put_text(out, arena, page.ptr, p, sign);
        p = sign == end ? end : begins_tag(sign, end) ? behind_tag(sign, end) : sign + 1;
        memcpy(out->ptr + out->len, sign, (size_t)(p - sign));
        out->len += (uint32_t)(p - sign);
    }
    out->ptr[out->len] = '\0';
}

uint32_t isn_brief_place(isn_brief *brief, uint32_t at) {
    const isn_brief_cut *cuts = brief->cuts.ptr;
    uint32_t i = brief->near, n = brief->cuts.len; /* i: how many stand before `at` */
    while (i < n && cuts[i].at < at)
        i++;
    while (i > 0 && cuts[i - 1].at >= at)
        i--;
    brief->near = i;
    return i == 0 ? at : at + cuts[i - 1].gone;
}
