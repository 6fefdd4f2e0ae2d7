/* page_parse.c: a web page → elements, pieces of text, segments. libxml2 reads the tags and repairs what is
 * not closed; it tells of each by an event, and no tree of it is built. It is given the page in brief (page_brief.h). Where an
 * event stands in that is known from how far the parser has come; every piece of text is compared with the bytes at
 * that place, so that a span never lies about them.
 *
 * The callbacks must not jump through the parser's frames, which own memory: each runs under a guard of
 * its own, stops the parser when memory is gone, and the jump is made once the parser is freed. */
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <stdlib.h>
#include <strings.h>

#include "article/eight.h"
#include "article/page.h"
#include "article/page_brief.h"
#include "article/page_hints.h"

#define DEEPEST 2048 /* open elements; the parser's own search for the one to close is linear */
#define MOST_THINGS 300000u /* elements and pieces of text */

typedef struct reader {
    isn_page *page;
    htmlParserCtxtPtr ctxt;
    isn_brief brief; /* what the parser reads; `pos` and here() count in it, all else in the page */
    uint32_t node, depth;
    uint32_t pos;     /* bytes that events have told of */
    uint32_t skipped; /* node in which no text counts, or NO_NODE */
    uint32_t links;   /* open <a> */
    enum { NO_BREAK, LINE_BREAK, BLOCK_BREAK } pending;
    struct {
        const char *name;
        isn_tag tag;
    } lately[64]; /* names of elements by their address: libxml2 keeps one of each */
    bool open;    /* the last segment may be continued */
    bool title;   /* in the <title> of the head */
    bool failed;
} reader;

typedef struct event { /* arguments of a callback, for its guarded half */
    reader *r;
    const char *text;
    size_t len;
    const char **attributes;
} event;

/* ---- names of elements ------------------------------------------------------------------------------ */

typedef struct tag_name {
    const char *name;
    isn_tag tag;
} tag_name;

/* Sorted. What is not here is a block, but for names with a colon (<o:p> of word processors). */
static const tag_name tags[] = {
    {"a", ISN_TAG_A},
    {"abbr", ISN_TAG_INLINE},
    {"acronym", ISN_TAG_INLINE},
    {"address", ISN_TAG_ADDRESS},
    {"amp-ad", ISN_TAG_SKIP},
    {"amp-embed", ISN_TAG_SKIP},
    {"amp-img", ISN_TAG_INLINE},
    {"applet", ISN_TAG_SKIP},
    {"area", ISN_TAG_INLINE},
    {"article", ISN_TAG_ARTICLE},
    {"aside", ISN_TAG_NAV},
    {"audio", ISN_TAG_SKIP},
    {"b", ISN_TAG_INLINE},
    {"base", ISN_TAG_INLINE},
    {"bdi", ISN_TAG_INLINE},
    {"bdo", ISN_TAG_INLINE},
    {"big", ISN_TAG_INLINE},
    {"blockquote", ISN_TAG_QUOTE},
    {"body", ISN_TAG_BODY},
    {"br", ISN_TAG_BREAK},
    {"button", ISN_TAG_SKIP},
    {"canvas", ISN_TAG_SKIP},
    {"caption", ISN_TAG_CAPTION},
    {"cite", ISN_TAG_INLINE},
    {"code", ISN_TAG_INLINE},
    {"dd", ISN_TAG_LI},
    {"del", ISN_TAG_SKIP},
    {"dfn", ISN_TAG_INLINE},
    {"dialog", ISN_TAG_NAV},
    {"dl", ISN_TAG_LIST},
    {"dt", ISN_TAG_LI},
    {"em", ISN_TAG_INLINE},
    {"embed", ISN_TAG_SKIP},
    {"figcaption", ISN_TAG_CAPTION},
    {"figure", ISN_TAG_FIGURE},
    {"font", ISN_TAG_INLINE},
    {"footer", ISN_TAG_NAV},
    {"form", ISN_TAG_NAV},
    {"h1", ISN_TAG_H1},
    {"h2", ISN_TAG_HEADING},
    {"h3", ISN_TAG_HEADING},
    {"h4", ISN_TAG_HEADING},
    {"h5", ISN_TAG_HEADING},
    {"h6", ISN_TAG_HEADING},
    {"header", ISN_TAG_HEADER},
    {"html", ISN_TAG_HTML},
    {"i", ISN_TAG_INLINE},
    {"iframe", ISN_TAG_SKIP},
    {"img", ISN_TAG_INLINE},
    {"input", ISN_TAG_INLINE},
    {"ins", ISN_TAG_INLINE},
    {"kbd", ISN_TAG_INLINE},
    {"label", ISN_TAG_INLINE},
    {"li", ISN_TAG_LI},
    {"link", ISN_TAG_LINK},
    {"main", ISN_TAG_MAIN},
    {"map", ISN_TAG_SKIP},
    {"mark", ISN_TAG_INLINE},
    {"math", ISN_TAG_SKIP},
    {"menu", ISN_TAG_NAV},
    {"meta", ISN_TAG_META},
    {"nav", ISN_TAG_NAV},
    {"nobr", ISN_TAG_INLINE},
    {"noscript", ISN_TAG_SKIP},
    {"object", ISN_TAG_SKIP},
    {"ol", ISN_TAG_LIST},
    {"optgroup", ISN_TAG_SKIP},
    {"option", ISN_TAG_SKIP},
    {"p", ISN_TAG_P},
    {"picture", ISN_TAG_INLINE},
    {"q", ISN_TAG_INLINE},
    {"rp", ISN_TAG_SKIP},
    {"rt", ISN_TAG_SKIP},
    {"ruby", ISN_TAG_INLINE},
    {"s", ISN_TAG_INLINE},
    {"samp", ISN_TAG_INLINE},
    {"script", ISN_TAG_SCRIPT},
    {"section", ISN_TAG_SECTION},
    {"select", ISN_TAG_SKIP},
    {"small", ISN_TAG_INLINE},
    {"source", ISN_TAG_INLINE},
    {"span", ISN_TAG_INLINE},
    {"strike", ISN_TAG_INLINE},
    {"strong", ISN_TAG_INLINE},
    {"style", ISN_TAG_SKIP},
    {"sub", ISN_TAG_INLINE},
    {"sup", ISN_TAG_INLINE},
    {"svg", ISN_TAG_SKIP},
    {"table", ISN_TAG_TABLE},
    {"td", ISN_TAG_CELL},
    {"template", ISN_TAG_SKIP},
    {"textarea", ISN_TAG_SKIP},
    {"th", ISN_TAG_CELL},
    {"time", ISN_TAG_TIME},
    {"title", ISN_TAG_TITLE},
    {"tt", ISN_TAG_INLINE},
    {"u", ISN_TAG_INLINE},
    {"ul", ISN_TAG_LIST},
    {"var", ISN_TAG_INLINE},
    {"video", ISN_TAG_SKIP},
    {"wbr", ISN_TAG_INLINE},
};

static int by_name(const void *key, const void *entry) {
    return strcmp(key, ((const tag_name *)entry)->name);
}

static isn_tag tag_of(const char *name) {
    const tag_name *found = bsearch(name, tags, ISN_LEN(tags), sizeof tags[0], by_name);
    if (found != NULL)
        return found->tag;
    return strchr(name, ':') != NULL ? ISN_TAG_INLINE : ISN_TAG_BLOCK;
}

static bool is_inline(isn_tag tag) {
    return tag == ISN_TAG_INLINE || tag == ISN_TAG_A || tag == ISN_TAG_TIME ||
           tag == ISN_TAG_META || tag == ISN_TAG_LINK || tag == ISN_TAG_SCRIPT ||
           tag == ISN_TAG_SKIP;
}

static isn_tag tag_lately(reader *r, const char *name) {
    size_t at = ((uintptr_t)name >> 2 ^ (uintptr_t)name >> 8) % ISN_LEN(r->lately);
    if (r->lately[at].name != name) {
        r->lately[at].name = name;
        r->lately[at].tag = tag_of(name);
    }
    return r->lately[at].tag;
}

/* ---- places in the bytes ------------------------------------------------------------------------------ */

/* A place in the brief → in the page. */
static uint32_t place(reader *r, uint32_t at) {
    return isn_brief_place(&r->brief, at);
}

static uint32_t here(const reader *r) {
    const xmlParserInput *in = r->ctxt->input;
    unsigned long at = in == NULL ? 0 : in->consumed + (unsigned long)(in->cur - in->base);
    size_t len = r->brief.len;
    return at < r->pos ? r->pos : at > len ? (uint32_t)len : (uint32_t)at;
}

/* Bytes [*start, *end) of the start tag at hand, its ">" included; empty where the parser supplied it. */
static void find_tag(const reader *r, const char *name, uint32_t *start, uint32_t *end) {
    const char *bytes = r->brief.ptr;
    uint32_t limit = here(r), n = (uint32_t)strlen(name);
    *start = *end = r->pos;
    for (uint32_t at = r->pos; at + n < limit; at++) {
        const char *sign = memchr(bytes + at, '<', limit - at);
        if (sign == NULL)
            return;
        at = (uint32_t)(sign - bytes);
        if (at + 1 + n <= limit && strncasecmp(sign + 1, name, n) == 0) {
            *start = at;
            *end = limit;
            while (*end < r->brief.len && *end < limit + 2 && bytes[*end - 1] != '>')
                ++*end;
            return;
        }
    }
}

bool isn_page_attribute(const isn_page *page, uint32_t start, uint32_t end, const char *name,
                        uint32_t *from, uint32_t *to) {
    const char *b = page->bytes.ptr;
    size_t n = strlen(name);
    for (uint32_t at = start + 1; at + n < end;) {
        while (at < end && memchr(" \t\r\n\f/", b[at], 6) == NULL)
            at++; /* the element's name, or what is left of a value */
        while (at < end && memchr(" \t\r\n\f/", b[at], 6) != NULL)
            at++;
        uint32_t key = at;
        while (at < end && memchr(" \t\r\n\f=>", b[at], 7) == NULL)
            at++;
        bool found = at - key == n && strncasecmp(b + key, name, n) == 0;
        while (at < end && memchr(" \t\r\n\f", b[at], 5) != NULL)
            at++;
        if (at >= end || b[at] != '=')
            continue;
        at++;
        while (at < end && memchr(" \t\r\n\f", b[at], 5) != NULL)
            at++;
        char quote = at < end && (b[at] == '"' || b[at] == '\'') ? b[at++] : 0;
        uint32_t value = at;
        while (at < end && (quote != 0 ? b[at] != quote : memchr(" \t\r\n\f>", b[at], 6) == NULL))
            at++;
        if (found) {
            *from = value;
            *to = at;
            return true;
        }
        if (quote != 0 && at < end)
            at++;
        if (at < end && memchr(" \t\r\n\f/>", b[at], 7) == NULL)
            at--; /* a value and the next key without a blank between them */
    }
    return false;
}

/* ---- elements -------------------------------------------------------------------------------------------- */

static const char *value_of(const char **attributes, const char *name) {
    for (size_t i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
        if (strcmp(attributes[i], name) == 0)
            return attributes[i + 1] != NULL ? attributes[i + 1] : "";
    return NULL;
}

static bool has_room(reader *r) {
    isn_page *page = r->page;
    if (page->nodes.len + page->pieces.len < MOST_THINGS && r->depth < DEEPEST)
        return true;
    page->cut = true;
    page->why = r->depth >= DEEPEST
                    ? "elements nested deeper than 2048; what follows was not read"
                    : "more than 300,000 elements and entities; the rest was not read";
    xmlStopParser(r->ctxt);
    return false;
}

static void read_meta(reader *r, const char **attributes, uint32_t start, uint32_t end) {
    const char *content = value_of(attributes, "content");
    static const char *const keys[] = {"property", "name", "itemprop", "http-equiv"};
    uint32_t from = 0, to = 0;
    if (content == NULL)
        return;
    isn_page_attribute(r->page, start, end, "content", &from, &to);
    for (size_t i = 0; i < ISN_LEN(keys); i++) {
        const char *name = value_of(attributes, keys[i]);
        if (name != NULL)
            isn_page_meta(r->page, isn_str_z(name), isn_str_z(content), from, to);
    }
}

static void read_time(reader *r, const char **attributes, uint32_t start, uint32_t end) {
    const char *value = value_of(attributes, "datetime");
    uint32_t from = 0, to = 0;
    const char *key = "datetime";
    if (value == NULL) {
        value = value_of(attributes, "content");
        key = "content";
    }
    if (value == NULL || *value == '\0')
        return;
    isn_page_attribute(r->page, start, end, key, &from, &to);
    isn_page_time(r->page, isn_str_z(value), r->node, from, to);
}

/* Data of a script is raw: it ends at the first "</script". */
static void read_script(reader *r, const char **attributes, uint32_t end) {
    const char *type = value_of(attributes, "type");
    isn_str bytes = r->page->bytes;
    if (type == NULL || strcasestr(type, "ld+json") == NULL)
        return;
    for (const char *at = bytes.ptr + end, *stop = bytes.ptr + bytes.len; at < stop; at++) {
        at = memchr(at, '<', (size_t)(stop - at));
        if (at == NULL)
            return;
        if (stop - at > 8 && strncasecmp(at, "</script", 8) == 0) {
            isn_page_json(r->page, isn_str_of(bytes.ptr + end, (size_t)(at - bytes.ptr) - end),
                          end);
            return;
        }
    }
}

static uint32_t add_node(reader *r, isn_tag tag, const char **attributes, uint32_t start,
                         uint32_t end) {
    isn_page *page = r->page;
    isn_node *node = ISN_PUSH(page->arena, &page->nodes);
    node->parent = r->node;
    node->depth = r->depth;
    node->tag = (uint8_t)tag;
    node->first = page->segments.len;
    node->tag_start = start;
    node->tag_end = end;
    if (tag != ISN_TAG_BODY && tag != ISN_TAG_HTML)
        node->hints = isn_page_hints(attributes);
    else if (value_of(attributes, "class") != NULL)
        node->hints = 0;
    return page->nodes.len - 1;
}

static void start_element(void *with) {
    event *e = with;
    reader *r = e->r;
    isn_tag tag = tag_lately(r, e->text);
    uint32_t start, end;
    r->depth++;
    if (!has_room(r))
        return;
    find_tag(r, e->text, &start, &end);
    if (end > start)
        r->pos = end;
    start = place(r, start);
    end = place(r, end);
    if (!is_inline(tag))
        r->pending =
            tag == ISN_TAG_BREAK ? (r->pending == NO_BREAK ? LINE_BREAK : r->pending) : BLOCK_BREAK;
    if (tag == ISN_TAG_A)
        r->links++;
    r->node = add_node(r, tag, e->attributes, start, end);
    if (tag == ISN_TAG_META)
        read_meta(r, e->attributes, start, end);
    else if (tag == ISN_TAG_LINK && value_of(e->attributes, "rel") != NULL)
        isn_page_link(r->page, isn_str_z(value_of(e->attributes, "rel")),
                      isn_str_z(value_of(e->attributes, "href")));
    else if (tag == ISN_TAG_SCRIPT)
        read_script(r, e->attributes, end);
    else if (tag == ISN_TAG_TIME ||
             (r->page->nodes.ptr[r->node].hints & (ISN_HINT_DATE | ISN_HINT_UPDATED)))
        read_time(r, e->attributes, start, end);
    if (tag == ISN_TAG_TITLE)
        r->title = r->page->head_title.ptr == NULL && r->skipped == ISN_NO_NODE;
    if ((tag == ISN_TAG_SKIP || tag == ISN_TAG_SCRIPT || tag == ISN_TAG_TITLE ||
         (r->page->nodes.ptr[r->node].hints & ISN_HINT_HIDDEN)) &&
        r->skipped == ISN_NO_NODE)
        r->skipped = r->node;
}

static void end_element(void *with) {
    event *e = with;
    reader *r = e->r;
    isn_tag tag = tag_lately(r, e->text);
    uint32_t at = here(r);
    if (at > r->pos && r->brief.ptr[at - 1] == '>')
        r->pos = at; /* an element that ends without an end tag does not move on */
    if (r->depth > 0)
        r->depth--;
    if (r->node == ISN_NO_NODE)
        return;
    if (!is_inline(tag) && tag != ISN_TAG_BREAK)
        r->pending = BLOCK_BREAK;
    if (tag == ISN_TAG_A && r->links > 0)
        r->links--;
    if (tag == ISN_TAG_TITLE)
        r->title = false;
    if (r->skipped == r->node)
        r->skipped = ISN_NO_NODE;
    isn_node *node = &r->page->nodes.ptr[r->node];
    node->last = r->page->segments.len;
    r->node = node->parent;
}

/* ---- text ------------------------------------------------------------------------------------------------- */

static bool is_space_at(const unsigned char *p, const unsigned char *end, unsigned *n) {
    if (*p <= ' ') {
        *n = 1;
        return true;
    }
    if (*p < 0xC2)
        return false;
    uint32_t cp;
    *n = isn_utf8_next(&cp, p, end);
    return isn_utf8_space(cp) || isn_utf8_ignorable(cp);
}

static bool is_blank(const char *text, size_t len) {
    const unsigned char *p = (const unsigned char *)text, *end = p + len;
    unsigned n;
    while (p < end) {
        if (!is_space_at(p, end, &n))
            return false;
        p += n;
    }
    return true;
}

/* The second byte of an Arabic comma, semicolon or question mark; the first is 0xD8. */
static bool is_stop(unsigned char second) {
    return second == 0x8C || second == 0x9B || second == 0x9F;
}

/* Characters that are no blanks, and signs that end or divide sentences. */
static void measure(isn_segment *s, const char *text, size_t len, bool link) {
    const unsigned char *p = (const unsigned char *)text;
    uint32_t chars = 0, stops = 0;
    uint64_t before = 0; /* is the last byte of the eight before 0xD8? */
    size_t i = 0;
    for (; __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ && i + 8 <= len; i += 8) {
        uint64_t b = isn_eight_load(p + i);
        uint64_t goes_on = b & ~(b << 1) & ISN_EIGHT(0x80); /* 10xxxxxx */
        uint64_t first = isn_eight_equal(b, 0xD8);
        uint64_t second =
            isn_eight_equal(b, 0x8C) | isn_eight_equal(b, 0x9B) | isn_eight_equal(b, 0x9F);
        chars += isn_eight_count(isn_eight_above(b, ' ') & ~goes_on);
        stops += isn_eight_count(isn_eight_equal(b, '.') | isn_eight_equal(b, ',') |
                                 (second & (first << 8 | before)));
        before = first >> 56;
    }
    for (; i < len; i++) {
        chars += p[i] > ' ' && (p[i] & 0xC0) != 0x80;
        stops += p[i] == '.' || p[i] == ',' || (i > 0 && p[i - 1] == 0xD8 && is_stop(p[i]));
    }
    s->chars += chars;
    if (link)
        s->links += chars;
    if (s->stops < 10000)
        s->stops = (uint16_t)(s->stops + (stops > 5000 ? 5000 : stops));
}

static uint32_t block_of(const isn_page *page, uint32_t node) {
    while (node != ISN_NO_NODE && is_inline((isn_tag)page->nodes.ptr[node].tag) &&
           page->nodes.ptr[node].parent != ISN_NO_NODE)
        node = page->nodes.ptr[node].parent;
    return node;
}

static bool is_of_word(unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 0xD8 && c <= 0xDB);
}

/* Does the text stick to a date, a writer's name before it, in an element of its own? Readers see a gap there, which the
 * page's styles make. */
static bool sticks(const reader *r, const isn_page_piece *before, const char *text) {
    const isn_page *page = r->page;
    unsigned char last = (unsigned char)before->ptr[before->len - 1];
    uint32_t at = before->node;
    if (!is_of_word((unsigned char)*text) || !(is_of_word(last) || (last & 0xC0) == 0x80))
        return false;
    while (at != ISN_NO_NODE && is_inline((isn_tag)page->nodes.ptr[at].tag)) {
        const isn_node *n = &page->nodes.ptr[at];
        if (n->hints & (ISN_HINT_DATE | ISN_HINT_UPDATED | ISN_HINT_BYLINE))
            return !isn_page_within(page, r->node, at);
        at = n->parent;
    }
    return false;
}

/* Text that stands at bytes [start, end) of the page, byte for byte or not. */
static void add_piece(reader *r, const char *text, size_t len, uint32_t start, uint32_t end) {
    isn_page *page = r->page;
    bool blank = is_blank(text, len);
    if (r->skipped != ISN_NO_NODE || r->node == ISN_NO_NODE || len == 0 || !has_room(r))
        return;
    if (r->open && r->pending == NO_BREAK && !blank &&
        sticks(r, &page->pieces.ptr[page->pieces.len - 1], text))
        r->pending = LINE_BREAK;
    if (r->pending != NO_BREAK || !r->open) {
        if (blank)
            return;
        isn_segment *s = ISN_PUSH(page->arena, &page->segments);
        s->first = s->last = page->pieces.len;
        s->node = block_of(page, r->node);
        s->gap = r->pending != LINE_BREAK;
        r->pending = NO_BREAK;
        r->open = true;
    }
    isn_segment *s = &page->segments.ptr[page->segments.len - 1];
    isn_page_piece *piece = ISN_PUSH(page->arena, &page->pieces);
    *piece = (isn_page_piece){text, (uint32_t)len, start, end, r->node};
    s->last = page->pieces.len;
    if (!blank)
        measure(s, text, len, r->links > 0);
}

/* The words that stand at bytes [start, end) of the brief. */
static void add_words(reader *r, uint32_t start, uint32_t end) {
    uint32_t from = place(r, start), to = place(r, end);
    add_piece(r, r->page->bytes.ptr + from, to - from, from, to);
    r->pos = end;
}

/* Text in which the parser dropped bytes (control characters): walks both and keeps what agrees. */
static void add_torn(reader *r, const char *text, size_t len) {
    const char *bytes = r->brief.ptr;
    uint32_t limit = here(r) + 4 < r->brief.len ? here(r) + 4 : r->brief.len;
    size_t i = 0;
    for (uint32_t at = r->pos; i < len && at < limit;) {
        if (bytes[at] != text[i]) {
            at++;
            continue;
        }
        uint32_t from = at;
        while (i < len && at < limit && bytes[at] == text[i]) {
            at++;
            i++;
        }
        add_words(r, from, at);
    }
}

static void set_title(reader *r) {
    isn_str bytes = r->page->bytes;
    uint32_t start = place(r, r->pos);
    const char *stop = memchr(bytes.ptr + start, '<', bytes.len - start);
    uint32_t end = stop == NULL ? (uint32_t)bytes.len : (uint32_t)(stop - bytes.ptr);
    r->page->title_start = start;
    r->page->title_end = end;
    r->page->head_title = isn_str_of(bytes.ptr + start, end - start);
}

/* What the parser made of an entity at bytes [start, end) of the brief. */
static void add_entity(reader *r, const char *text, size_t len, uint32_t start, uint32_t end) {
    if (r->skipped == ISN_NO_NODE)
        add_piece(r, isn_arena_copy(r->page->arena, text, len), len, place(r, start),
                  place(r, end));
    r->pos = end;
}

static void add_text(void *with) {
    event *e = with;
    reader *r = e->r;
    const char *bytes = r->brief.ptr;
    uint32_t at = here(r);
    size_t len = e->len;
    if (r->title && r->page->head_title.ptr == NULL && !is_blank(e->text, len))
        set_title(r);
    bool entity = at > r->pos && at - r->pos <= 40 && bytes[r->pos] == '&' && len <= 4;
    if (entity && e->text[0] != '&') {
        add_entity(r, e->text, len, r->pos, at);
        return;
    }
    for (unsigned more = 0; more < 6;
         more++) { /* the parser is at the end of the text, or before its last character */
        uint32_t end = at + more - 1;
        uint32_t start = more == 0 ? r->pos : end - (uint32_t)len;
        if (more == 0)
            end = start + (uint32_t)len;
        if (start < r->pos || end < len || end > r->brief.len ||
            memcmp(bytes + start, e->text, len) != 0)
            continue;
        add_words(r, start, end);
        return;
    }
    if (entity) {
        add_entity(r, e->text, len, r->pos, at);
        return;
    }
    const char *sign = at > 0 && len <= 4 ? memrchr(bytes + r->pos, '&', at - r->pos) : NULL;
    if (sign != NULL && bytes + at - sign <= 40) {
        add_entity(r, e->text, len, (uint32_t)(sign - bytes), at);
        return;
    }
    add_torn(r, e->text, len);
}

/* ---- libxml2's events ------------------------------------------------------------------------------------- */

static void guarded(reader *r, void (*call)(void *), event *e) {
    if (r->failed || r->page->cut)
        return;
    if (!isn_arena_try(r->page->arena, call, e)) {
        r->failed = true;
        xmlStopParser(r->ctxt);
    }
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes) {
    reader *r = context;
    event e = {r, (const char *)name, 0, (const char **)attributes};
    guarded(r, start_element, &e);
}

static void on_end(void *context, const xmlChar *name) {
    reader *r = context;
    event e = {r, (const char *)name, 0, NULL};
    guarded(r, end_element, &e);
}

static void on_text(void *context, const xmlChar *text, int len) {
    reader *r = context;
    event e = {r, (const char *)text, (size_t)len, NULL};
    guarded(r, add_text, &e);
}

static void on_other(void *context, const xmlChar *text) { /* a comment moves on */
    reader *r = context;
    (void)text;
    r->pos = here(r);
}

static void finish_nodes(isn_page *page) {
    for (uint32_t i = 0; i < page->nodes.len; i++)
        if (page->nodes.ptr[i].last == 0)
            page->nodes.ptr[i].last = page->segments.len; /* was open when the parser stopped */
}

/* libxml2 sets its tables up at first use, which threads must not race for; a flag of our own would be
 * state. Hence when the library is loaded. */
__attribute__((constructor)) static void prepare(void) {
    xmlInitParser();
}

void isn_page_parse(isn_page *page) {
    reader r = {.page = page, .node = ISN_NO_NODE, .skipped = ISN_NO_NODE};
    htmlSAXHandler sax = {0};
    page->bytes.ptr = isn_page_clean(page->arena, page->bytes);
    isn_brief_make(&r.brief, page->arena, page->bytes);
    htmlParserCtxtPtr ctxt = htmlCreateMemoryParserCtxt(r.brief.ptr, (int)r.brief.len);
    if (ctxt == NULL)
        isn_arena_fail(page->arena);
    sax.startElement = on_start;
    sax.endElement = on_end;
    sax.characters = sax.ignorableWhitespace = on_text;
    sax.comment = on_other;
    htmlCtxtUseOptions(ctxt, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                 HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD);
    *ctxt->sax = sax;
    ctxt->userData = &r;
    xmlSwitchEncoding(ctxt, XML_CHAR_ENCODING_UTF8);
    r.ctxt = ctxt;
    htmlParseDocument(ctxt);
    bool failed = r.failed || ctxt->errNo == XML_ERR_NO_MEMORY;
    htmlFreeParserCtxt(ctxt);
    if (failed)
        isn_arena_fail(page->arena);
    finish_nodes(page);
}

bool isn_page_within(const isn_page *page, uint32_t node, uint32_t ancestor) {
    while (node != ISN_NO_NODE && node > ancestor)
        node = page->nodes.ptr[node].parent;
    return node == ancestor;
}
