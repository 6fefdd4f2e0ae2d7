/* page_entries.c: several stories on one page told apart: the entries of a live page, each under its time; articles one
 * after the other, as pages have them that go on for ever, and digests.
 *
 * Entries are elements of one make beside each other, each with a time or, where they are articles, a headline of its
 * own, and together they are what the page is read for. Comments have times too, cards of other stories headlines:
 * what page_main.c calls furniture is none, and what is left beside the entries must be little. A page without elements
 * for its entries is cut at lines that are nothing but a clock time. */
#include <stdlib.h>

#include "article/page.h"

#define FEWEST_LIVE 3      /* entries with a time */
#define SHORTEST 20        /* characters of an entry of a live page */
#define SHORTEST_STORY 200 /* of prose of a story */
#define MOST_ENTRIES 4000

enum { DATED = 1, HEADED = 2, ARTICLE = 4 }; /* what stands in an element, at any depth */

typedef struct candidate {
    uint32_t node, parent, make;
} candidate;

typedef ISN_VEC(candidate) candidates;

/* ---- clock times ------------------------------------------------------------------------------------ */

/* A digit of ASCII or of Arabic: its bytes, or 0. */
static unsigned digit(const char *p, const char *end, unsigned *value) {
    const unsigned char *u = (const unsigned char *)p;
    if (p < end && *p >= '0' && *p <= '9') {
        *value = u[0] - (unsigned)'0';
        return 1;
    }
    if (end - p >= 2 && u[0] == 0xD9 && u[1] >= 0xA0 && u[1] <= 0xA9) {
        *value = u[1] - 0xA0U;
        return 2;
    }
    return 0;
}

/* 14:05 at the beginning of the bytes: how long it is, or 0. */
static unsigned clock_len(const char *p, const char *end) {
    unsigned hour = 0, minute = 0, value = 0, n = 0, len = 0, step;
    while (n < 2 && (step = digit(p + len, end, &value)) > 0) {
        hour = hour * 10 + value;
        len += step;
        n++;
    }
    if (n == 0 || p + len >= end || p[len] != ':')
        return 0;
    len++;
    for (n = 0; n < 2 && (step = digit(p + len, end, &value)) > 0; n++) {
        minute = minute * 10 + value;
        len += step;
    }
    return n == 2 && hour < 24 && minute < 60 && digit(p + len, end, &value) == 0 ? len : 0;
}

/* The clock time that a segment begins with, as bytes of the page; empty where there is none. `label`: the segment,
 * or the element that the time stands in, is little more than that. */
static isn_span clock_of(const isn_page *page, uint32_t segment, bool *label) {
    const isn_segment *s = &page->segments.ptr[segment];
    isn_span none = {0, 0};
    for (uint32_t i = s->first; i < s->last; i++) {
        const isn_page_piece *piece = &page->pieces.ptr[i];
        const char *at = piece->ptr, *end = piece->ptr + piece->len;
        while (at < end && (unsigned char)*at <= ' ')
            at++;
        if (at == end)
            continue;
        unsigned len = clock_len(at, end);
        if (len == 0 || piece->end - piece->start != piece->len)
            return none;
        bool alone = end - at <= (ptrdiff_t)len + 12 && piece->node != s->node;
        *label = alone || (s->chars <= 30 && s->stops == 0);
        uint32_t start = piece->start + (uint32_t)(at - piece->ptr);
        return (isn_span){start, start + len};
    }
    return none;
}

/* ---- what stands in an element ------------------------------------------------------------------------ */

static void mark_up(const isn_page *page, uint8_t *flags, uint32_t node, uint8_t flag) {
    for (; node != ISN_NO_NODE && !(flags[node] & flag); node = page->nodes.ptr[node].parent)
        flags[node] |= flag;
}

static uint8_t *flags_of(const isn_page *page) {
    uint8_t *flags = ISN_NEW(page->arena, uint8_t, page->nodes.len + 1);
    memset(flags, 0, page->nodes.len + 1);
    for (uint32_t i = 0; i < page->dates.len; i++) {
        const isn_told_date *d = &page->dates.ptr[i];
        if (d->node != ISN_NO_NODE && !d->updated)
            mark_up(page, flags, d->node, DATED);
    }
    for (uint32_t i = 0; i < page->segments.len; i++) {
        const isn_segment *s = &page->segments.ptr[i];
        uint8_t tag = page->nodes.ptr[s->node].tag;
        bool label = false;
        isn_span clock = clock_of(page, i, &label);
        if (clock.start < clock.end && label)
            mark_up(page, flags, s->node, DATED);
        if (tag == ISN_TAG_HEADING || tag == ISN_TAG_H1)
            mark_up(page, flags, s->node, HEADED);
    }
    for (uint32_t i = 0; i < page->nodes.len; i++)
        if (page->nodes.ptr[i].tag == ISN_TAG_ARTICLE)
            mark_up(page, flags, i, ARTICLE);
    return flags;
}

static uint32_t plain_chars(const isn_node *n) {
    return n->chars - n->links;
}

static int by_make(const void *a, const void *b) {
    const candidate *x = a, *y = b;
    if (x->parent != y->parent)
        return x->parent < y->parent ? -1 : 1;
    if (x->make != y->make)
        return x->make < y->make ? -1 : 1;
    return x->node < y->node ? -1 : x->node > y->node;
}

static void find_candidates(const isn_page *page, candidates *out, const uint8_t *flags) {
    for (uint32_t i = 1; i < page->nodes.len; i++) {
        const isn_node *n = &page->nodes.ptr[i];
        bool block = n->tag == ISN_TAG_BLOCK || n->tag == ISN_TAG_ARTICLE ||
                     n->tag == ISN_TAG_SECTION || n->tag == ISN_TAG_LI;
        if (!block || n->away || n->parent == ISN_NO_NODE || plain_chars(n) < SHORTEST ||
            !(flags[i] & (DATED | HEADED)) || n->links * 2 > n->chars)
            continue;
        *ISN_PUSH(page->arena, out) = (candidate){i, n->parent, n->hints << 8 | n->tag};
    }
    if (out->len > 1)
        qsort(out->ptr, out->len, sizeof *out->ptr, by_make);
}

/* ---- groups --------------------------------------------------------------------------------------------- */

typedef struct group {
    const candidate *first;
    uint32_t len;
    uint32_t prose, most; /* of all, of the longest */
    uint32_t dated, stories;
} group;

static bool is_story(const isn_node *n, uint8_t flags) {
    return n->prose >= SHORTEST_STORY && (flags & HEADED) && (flags & (DATED | ARTICLE));
}

static group measure(const isn_page *page, const uint8_t *flags, const candidate *first,
                     uint32_t len) {
    group g = {.first = first, .len = len};
    for (uint32_t i = 0; i < len; i++) {
        const isn_node *n = &page->nodes.ptr[first[i].node];
        uint8_t has = flags[first[i].node];
        g.prose += n->prose;
        g.most = n->prose > g.most ? n->prose : g.most;
        g.dated += (has & DATED) != 0;
        g.stories += is_story(n, has);
    }
    return g;
}

/* Is an element around the group called a live page's? */
static bool is_called_live(const isn_page *page, const group *g) {
    uint32_t at = g->first->parent;
    for (; at != ISN_NO_NODE; at = page->nodes.ptr[at].parent)
        if (page->nodes.ptr[at].hints & ISN_HINT_LIVE)
            return true;
    return page->live;
}

static bool are_live(const isn_page *page, const group *g, uint32_t total) {
    uint32_t share = is_called_live(page, g) ? 4 : 7;
    return g->dated >= FEWEST_LIVE && g->dated * 3 >= g->len * 2 && g->prose * 10 >= total * share;
}

static bool are_stories(const group *g, uint32_t total) {
    return g->stories >= 2 && g->most * 10 <= g->prose * 8 && g->prose * 10 >= total * 7;
}

static void add_entry(isn_page *page, uint32_t first, uint32_t last, uint32_t node) {
    if (page->entries.len < MOST_ENTRIES && first < last)
        *ISN_PUSH(page->arena, &page->entries) =
            (isn_page_entry){.first = first, .last = last, .node = node, .date = UINT32_MAX};
}

static void take_group(isn_page *page, const uint8_t *flags, const group *g, bool live) {
    for (uint32_t i = 0; i < g->len; i++) {
        uint32_t node = g->first[i].node;
        const isn_node *n = &page->nodes.ptr[node];
        if (live || is_story(n, flags[node]))
            add_entry(page, n->first, n->last, node);
    }
}

static void take_elements(isn_page *page, uint32_t total) {
    const uint8_t *flags = flags_of(page);
    candidates all = {0};
    group best = {0};
    bool live = false;
    find_candidates(page, &all, flags);
    for (uint32_t i = 0, k; i < all.len; i = k) {
        for (k = i + 1; k < all.len && all.ptr[k].parent == all.ptr[i].parent &&
                        all.ptr[k].make == all.ptr[i].make;)
            k++;
        group g = measure(page, flags, all.ptr + i, k - i);
        bool is_live = are_live(page, &g, total);
        if ((is_live || are_stories(&g, total)) && g.prose > best.prose) {
            best = g;
            live = is_live;
        }
    }
    if (best.len > 0)
        take_group(page, flags, &best, live);
}

/* Cuts the body at lines of nothing but a time. */
static void take_lines(isn_page *page) {
    const isn_node *root = page->root == ISN_NO_NODE ? NULL : &page->nodes.ptr[page->root];
    uint32_t from = UINT32_MAX, found = 0, before = 0, within = 0;
    if (root == NULL)
        return;
    for (uint32_t i = root->first; i < root->last && i < page->segments.len; i++) {
        bool label = false;
        isn_span clock = clock_of(page, i, &label);
        if (clock.start < clock.end && label) {
            if (from != UINT32_MAX)
                add_entry(page, from, i, ISN_NO_NODE);
            from = i;
            found++;
        }
        uint32_t chars = page->segments.ptr[i].keep ? page->segments.ptr[i].chars : 0;
        before += from == UINT32_MAX ? chars : 0;
        within += from == UINT32_MAX ? 0 : chars;
    }
    if (from != UINT32_MAX)
        add_entry(page, from, root->last < page->segments.len ? root->last : page->segments.len,
                  ISN_NO_NODE);
    if (found < FEWEST_LIVE || within < found * SHORTEST || before * 2 > within)
        page->entries.len = 0;
}

/* ---- times ------------------------------------------------------------------------------------------------ */

static bool is_within(const isn_page *page, const isn_page_entry *e, uint32_t node) {
    if (e->node != ISN_NO_NODE)
        return isn_page_within(page, node, e->node);
    uint32_t first = page->nodes.ptr[node].first;
    return first >= e->first && first < e->last;
}

/* The time of each entry: its own <time>; both lists are in the order of the page. */
static void date_entries(isn_page *page) {
    uint32_t d = 0;
    for (uint32_t i = 0; i < page->entries.len; i++) {
        isn_page_entry *e = &page->entries.ptr[i];
        for (uint32_t k = d; k < page->dates.len; k++) {
            const isn_told_date *date = &page->dates.ptr[k];
            if (date->node == ISN_NO_NODE || date->updated)
                continue;
            if (page->nodes.ptr[date->node].first >
                e->last) /* equal: in line with its last words */
                break;
            if (is_within(page, e, date->node)) {
                e->date = k;
                d = k + 1;
                break;
            }
        }
        bool label = false;
        for (uint32_t k = e->first; k < e->last && e->clock.start == e->clock.end; k++) {
            isn_span clock = clock_of(page, k, &label);
            if (label || k == e->first)
                e->clock = clock;
        }
    }
}

static isn_str id_of(const isn_page *page, const isn_page_entry *e) {
    uint32_t from = 0, to = 0;
    const isn_node *n = e->node == ISN_NO_NODE ? NULL : &page->nodes.ptr[e->node];
    if (n == NULL || n->tag_end <= n->tag_start ||
        !isn_page_attribute(page, n->tag_start, n->tag_end, "id", &from, &to) || to - from > 200)
        return (isn_str){NULL, 0};
    return isn_str_of(page->bytes.ptr + from, to - from);
}

static bool ends_with_id(isn_str url, isn_str id) {
    return id.len > 0 && url.len > id.len &&
           memcmp(url.ptr + url.len - id.len, id.ptr, id.len) == 0 &&
           memchr("#/=-", url.ptr[url.len - id.len - 1], 4) != NULL;
}

/* What the page's JSON-LD tells of its updates, by their address or their headline. */
static void date_by_updates(isn_page *page) {
    for (uint32_t i = 0; i < page->entries.len && page->updates.len > 0; i++) {
        isn_page_entry *e = &page->entries.ptr[i];
        isn_str title =
            e->title == UINT32_MAX ? (isn_str){NULL, 0} : isn_page_words(page, e->title);
        for (uint32_t k = 0; k < page->updates.len && e->date == UINT32_MAX; k++) {
            const isn_page_update *u = &page->updates.ptr[k];
            if (ends_with_id(u->url, e->id) || (title.len > 8 && isn_str_eq(u->title, title)))
                e->date = u->date;
        }
    }
}

static uint32_t heading_of(const isn_page *page, const isn_page_entry *e) {
    for (uint32_t i = e->first; i < e->last; i++) {
        const isn_segment *s = &page->segments.ptr[i];
        uint8_t tag = page->nodes.ptr[s->node].tag;
        if ((tag == ISN_TAG_HEADING || tag == ISN_TAG_H1) && s->chars >= 4 &&
            !page->nodes.ptr[s->node].away)
            return i;
    }
    return UINT32_MAX;
}

void isn_page_tell_apart(isn_page *page) {
    uint32_t total = 0;
    for (uint32_t i = 0; i < page->segments.len; i++) {
        const isn_segment *s = &page->segments.ptr[i];
        total += s->prose && !page->nodes.ptr[s->node].away ? s->chars - s->links : 0;
    }
    take_elements(page, total);
    if (page->entries.len == 0)
        take_lines(page);
    if (page->entries.len < 2) {
        page->entries.len = 0;
        return;
    }
    for (uint32_t i = 0; i < page->entries.len; i++) {
        isn_page_entry *e = &page->entries.ptr[i];
        e->title = heading_of(page, e);
        e->id = id_of(page, e);
    }
    date_entries(page);
    date_by_updates(page);
}
