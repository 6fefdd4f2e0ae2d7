/* page_told.c: the article of a page whose own text lacks it, out of the articleBody of its JSON-LD: pages that a script
 * fills in, and such as show their beginning only. The words are those of a JSON string, at times with tags in it; each
 * piece keeps the bytes that it was written with. */
#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <strings.h>

#include "article/page.h"

#define FEWEST 80 /* characters of a text that is worth it */
#define MUCH 400  /* ... in the place of one that has a quarter of them */
#define MOST_PIECES 300000u

typedef struct
    told { /* the string, its escapes undone; at[i]: byte of the page that text[i] was written at */
    isn_page *page;
    char *text;
    uint32_t *at;
    uint32_t len;
    bool open; /* the last segment may be continued */
} told;

/* ---- escapes ---------------------------------------------------------------------------------------- */

static int four_digits(const char *p, const char *end) {
    int value = 0;
    for (unsigned i = 0; i < 4; i++) {
        if (p + i >= end)
            return -1;
        char c = p[i];
        int digit = c >= '0' && c <= '9'                     ? c - '0'
                    : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                             : -1;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

/* The character after a backslash at `p`: bytes of it in `out`; how long it is written. */
static unsigned unescape(const char *p, const char *end, char out[4], unsigned *written) {
    static const char signs[] = "n\nt\tr\nb f ";
    if (p + 1 >= end) {
        *written = 1;
        return 0;
    }
    if (p[1] != 'u') {
        const char *sign = p[1] == '\0' ? NULL : strchr(signs, p[1]);
        *written = 2;
        out[0] = sign != NULL && (sign - signs) % 2 == 0 ? sign[1] : p[1];
        return 1;
    }
    int high = four_digits(p + 2, end), low = -1;
    *written = high < 0 ? 2 : 6;
    if (high >= 0xD800 && high < 0xDC00 && end - p >= 8 && p[6] == '\\' && p[7] == 'u')
        low = four_digits(p + 8, end);
    uint32_t cp = high < 0 ? 0xFFFD : (uint32_t)high;
    if (low >= 0xDC00 && low < 0xE000) {
        cp = 0x10000 + ((uint32_t)(high - 0xD800) << 10) + (uint32_t)(low - 0xDC00);
        *written = 12;
    }
    return isn_utf8_put(out, cp == 0 || (cp >= 0xD800 && cp < 0xE000) ? 0xFFFD : cp);
}

static void undo_escapes(told *t) {
    const isn_page *page = t->page;
    const char *bytes = page->bytes.ptr, *end = bytes + page->ld_end;
    size_t room = (size_t)(page->ld_end - page->ld_start) + 4;
    t->text = isn_arena_alloc(page->arena, room);
    t->at = ISN_NEW(page->arena, uint32_t, room + 1);
    for (const char *p = bytes + page->ld_start; p < end;) {
        char out[4] = {*p, 0, 0, 0};
        unsigned written = 1, n = *p == '\\' ? unescape(p, end, out, &written) : 1;
        for (unsigned i = 0; i < n; i++) {
            t->text[t->len] = out[i];
            t->at[t->len++] = (uint32_t)(p - bytes);
        }
        p += written;
    }
    t->at[t->len] = page->ld_end;
}

/* ---- pieces ------------------------------------------------------------------------------------------- */

static void count(isn_segment *s, const char *text, uint32_t len) {
    for (uint32_t i = 0; i < len; i++)
        s->chars += (unsigned char)text[i] > ' ' && ((unsigned char)text[i] & 0xC0) != 0x80;
}

/* Words that stand at bytes [start, end) of the page. */
static void add_piece(told *t, const char *ptr, uint32_t len, uint32_t start, uint32_t end) {
    isn_page *page = t->page;
    if (page->pieces.len >= MOST_PIECES)
        return;
    if (!t->open) {
        isn_segment *s = ISN_PUSH(page->arena, &page->segments);
        *s = (isn_segment){
            .first = page->pieces.len, .gap = true, .keep = true, .role = ISN_ROLE_BODY};
        t->open = true;
    }
    isn_page_piece *piece = ISN_PUSH(page->arena, &page->pieces);
    *piece = (isn_page_piece){.ptr = ptr, .len = len, .start = start, .end = end};
    isn_segment *s = &page->segments.ptr[page->segments.len - 1];
    s->last = page->pieces.len;
    count(s, ptr, len);
}

/* Characters [from, to) of the string: what is written as it is in one piece, each escape in one of its own. */
static void add_words(told *t, uint32_t from, uint32_t to) {
    const char *bytes = t->page->bytes.ptr;
    while (from < to) {
        uint32_t n = from;
        while (n < to && t->at[n] == t->at[from] + (n - from) && bytes[t->at[n]] != '\\')
            n++;
        if (n > from) {
            add_piece(t, bytes + t->at[from], n - from, t->at[from], t->at[from] + (n - from));
        } else {
            while (n < to && t->at[n] == t->at[from])
                n++;
            add_piece(t, t->text + from, n - from, t->at[from], t->at[n]);
        }
        from = n;
    }
}

/* ---- tags and entities in the string ------------------------------------------------------------------- */

/* Behind the tag that begins at `from`, or `from` where none does. `parts`: it ends a paragraph. */
static uint32_t behind_tag(const told *t, uint32_t from, bool *parts) {
    static const char *const inlines[] = {"a", "b", "i", "u", "em", "strong", "span", "font"};
    uint32_t at = from + 1, limit = from + 4096 < t->len ? from + 4096 : t->len;
    if (at < limit && t->text[at] == '/')
        at++;
    uint32_t name = at;
    while (at < limit && ((t->text[at] | 0x20) >= 'a' && (t->text[at] | 0x20) <= 'z'))
        at++;
    const char *close = at == name || at >= limit ? NULL : memchr(t->text + at, '>', limit - at);
    if (close == NULL)
        return from;
    *parts = true;
    for (unsigned i = 0; i < ISN_LEN(inlines); i++)
        if (strlen(inlines[i]) == at - name &&
            strncasecmp(t->text + name, inlines[i], at - name) == 0)
            *parts = false;
    return (uint32_t)(close - t->text) + 1;
}

/* Behind the entity that begins at `from`, or `from` where none does; its character in `cp`. */
static uint32_t behind_entity(const told *t, uint32_t from, uint32_t *cp) {
    char name[12];
    uint32_t at = from + 1, n = 0;
    while (at < t->len && n + 1 < sizeof name && t->text[at] != ';' && t->text[at] > ' ')
        name[n++] = t->text[at++];
    name[n] = '\0';
    if (n < 2 || at >= t->len || t->text[at] != ';')
        return from;
    if (name[0] == '#') {
        bool hex = (name[1] | 0x20) == 'x';
        char *end;
        unsigned long value = strtoul(name + (hex ? 2 : 1), &end, hex ? 16 : 10);
        bool fine =
            *end == '\0' && value > 0 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
        *cp = (uint32_t)value;
        return fine ? at + 1 : from;
    }
    const htmlEntityDesc *found = htmlEntityLookup((const xmlChar *)name);
    *cp = found == NULL ? 0 : found->value;
    return found == NULL ? from : at + 1;
}

static void read_words(told *t) {
    uint32_t from = 0;
    for (uint32_t i = 0; i < t->len;) {
        uint32_t next = i, cp = 0;
        bool parts = t->text[i] == '\n' || t->text[i] == '\r';
        if (parts)
            next = i + 1;
        else if (t->text[i] == '<')
            next = behind_tag(t, i, &parts);
        else if (t->text[i] == '&')
            next = behind_entity(t, i, &cp);
        if (next == i) {
            i++;
            continue;
        }
        add_words(t, from, i);
        if (cp != 0) {
            char *sign = isn_arena_alloc(t->page->arena, 4);
            add_piece(t, sign, isn_utf8_put(sign, cp), t->at[i], t->at[next]);
        }
        t->open = t->open && !parts;
        from = i = next;
    }
    add_words(t, from, t->len);
}

/* ---- all ------------------------------------------------------------------------------------------------ */

bool isn_page_tell_body(isn_page *page) {
    told t = {.page = page};
    uint32_t first = page->segments.len, pieces = page->pieces.len, chars = 0;
    size_t most = page->ld_body.len / 2; /* of Arabic, two bytes a letter */
    bool poor = page->body_chars < 40;
    if (page->ld_start >= page->ld_end || page->nodes.len == 0 ||
        !(poor || (most >= MUCH && page->body_chars < most / 4 && !page->live)))
        return false;
    undo_escapes(&t);
    read_words(&t);
    for (uint32_t i = first; i < page->segments.len; i++)
        chars += page->segments.ptr[i].chars;
    if (chars < FEWEST || (!poor && (chars < MUCH || page->body_chars >= chars / 4))) {
        page->segments.len = first;
        page->pieces.len = pieces;
        return false;
    }
    for (uint32_t i = 0; i < first; i++) {
        isn_segment *s = &page->segments.ptr[i];
        s->keep = s->keep && s->role != ISN_ROLE_BODY && s->role != ISN_ROLE_LEDE;
    }
    page->body_chars = chars;
    return true;
}
