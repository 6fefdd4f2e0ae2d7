/* page_byline.c: who wrote the article, where neither <meta> nor JSON-LD says so: the line by the headline or the body that
 * its element calls the author's. Of "By: Name | Place" the name is taken; which words lead to it is not known here. */
#include "article/page.h"

#define ABOUT 6       /* segments above the headline, and below the body */
#define MOST_BYTES 80 /* of a name */

/* The innermost element around a piece, within its block, that is called the author's; NO_NODE where none is. */
static uint32_t called_author(const isn_page *page, const isn_page_piece *piece) {
    uint32_t at = piece->node;
    for (unsigned i = 0; i < 4 && at != ISN_NO_NODE; i++) {
        const isn_node *n = &page->nodes.ptr[at];
        if (n->away)
            return ISN_NO_NODE;
        if (n->hints & ISN_HINT_AUTHOR)
            return at;
        at = n->parent;
    }
    return ISN_NO_NODE;
}

static bool is_blank(char c) {
    return (unsigned char)c <= ' ';
}

/* Behind the first colon, up to the next sign that ends a name. */
static isn_str name_in(isn_str s) {
    const char *colon = s.len > 0 ? memchr(s.ptr, ':', s.len) : NULL;
    if (colon != NULL) {
        s.len -= (size_t)(colon + 1 - s.ptr);
        s.ptr = colon + 1;
    }
    static const char comma[] = {(char)0xD8, (char)0x8C, '\0'}; /* of Arabic */
    static const char *const signs[] = {"|", "/", "(", "<", ",", ";", " -", comma};
    for (unsigned i = 0; i < ISN_LEN(signs); i++) {
        const char *at = s.len > 0 ? memmem(s.ptr, s.len, signs[i], strlen(signs[i])) : NULL;
        s.len = at != NULL && at > s.ptr ? (size_t)(at - s.ptr) : s.len;
    }
    while (s.len > 0 && (is_blank(s.ptr[0]) || s.ptr[0] == '-')) {
        s.ptr++;
        s.len--;
    }
    while (s.len > 0 && is_blank(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

static bool is_name(isn_str s) {
    unsigned letters = 0, blanks = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] >= '0' && s.ptr[i] <= '9')
            return false;
        letters += ((unsigned char)s.ptr[i] & 0xC0) != 0x80 && !is_blank(s.ptr[i]);
        blanks += is_blank(s.ptr[i]);
    }
    return letters >= 3 && blanks <= 5 && s.len <= MOST_BYTES;
}

/* The words of the segment that stand in the element; of a link in it, where there is one, the link's alone. */
static isn_str words_in(isn_page *page, const isn_segment *s, uint32_t node) {
    char *out = isn_arena_alloc(page->arena, MOST_BYTES * 4);
    size_t n = 0;
    bool link = false;
    for (uint32_t i = s->first; i < s->last; i++) {
        const isn_page_piece *p = &page->pieces.ptr[i];
        bool linked = page->nodes.ptr[p->node].tag == ISN_TAG_A;
        if (!isn_page_within(page, p->node, node) || (link && !linked))
            continue;
        if (linked && !link) {
            n = 0;
            link = true;
        }
        for (uint32_t k = 0; k < p->len && n < MOST_BYTES * 4; k++)
            if (!is_blank(p->ptr[k]) || (n > 0 && !is_blank(out[n - 1])))
                out[n++] = is_blank(p->ptr[k]) ? ' ' : p->ptr[k];
    }
    return isn_str_of(out, n);
}

void isn_page_byline(isn_page *page) {
    if (page->author.ptr != NULL || page->root == ISN_NO_NODE)
        return;
    const isn_node *root = &page->nodes.ptr[page->root];
    uint32_t from = page->title < root->first ? page->title : root->first;
    uint32_t last =
        root->last + ABOUT < page->segments.len ? root->last + ABOUT : page->segments.len;
    for (uint32_t i = from > ABOUT ? from - ABOUT : 0; i < last; i++) {
        const isn_segment *s = &page->segments.ptr[i];
        if (s->chars > 2 * MOST_BYTES)
            continue;
        for (uint32_t k = s->first; k < s->last; k++) {
            uint32_t node = called_author(page, &page->pieces.ptr[k]);
            isn_str name =
                node == ISN_NO_NODE ? (isn_str){NULL, 0} : name_in(words_in(page, s, node));
            if (is_name(name)) {
                page->author = name;
                return;
            }
        }
    }
}
