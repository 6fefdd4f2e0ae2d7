/* page_title.c: which segment is the headline. The page tells it up to five times over (og:title, JSON-LD,
 * <title>, meta, a heading); what is wanted is the one that readers see, so that its bytes can be shown. */
#include "article/page.h"

#define MOST_WORDS 64
#define MOST_SEGMENTS 5000 /* in which a headline is looked for */

typedef struct words { /* hashes of the words of a title, in order */
    uint64_t hash[MOST_WORDS];
    unsigned n;
} words;

static bool is_between(unsigned char c) {
    return c <= ' ' || c == '|' || c == '-' || c == ':' || c == '"' || c == '\'' || c == ',' ||
           c == '.' || c == '!' || c == '(' || c == ')';
}

/* Punctuation outside ASCII (Arabic comma, guillemets, dashes, quotation marks, no-break space). */
static bool is_sign(uint32_t cp) {
    return cp == 0xA0 || cp == 0xAB || cp == 0xBB || cp == 0x60C || cp == 0x61B || cp == 0x61F ||
           (cp >= 0x2000 && cp <= 0x206F);
}

/* An Arabic letter of two bytes, and none of the three signs among them. */
static bool is_letter_at(const unsigned char *p, const unsigned char *end) {
    return end - p > 1 && (p[0] & 0xFC) == 0xD8 && (p[1] & 0xC0) == 0x80 &&
           !(p[0] == 0xD8 && (p[1] == 0x8C || p[1] == 0x9B || p[1] == 0x9F));
}

static void read_words(words *out, isn_str s) {
    const unsigned char *p = (const unsigned char *)s.ptr, *end = s.len == 0 ? p : p + s.len;
    const unsigned char *from = p;
    out->n = 0;
    if (s.len == 0)
        return;
    while (p <= end && out->n < MOST_WORDS) {
        uint32_t cp = ' ';
        if (is_letter_at(p, end)) {
            p += 2;
            continue;
        }
        unsigned n = p < end ? isn_utf8_next(&cp, p, end) : 1;
        bool stop = p == end || (cp < 0x80 ? is_between((unsigned char)cp) : is_sign(cp));
        if (stop) {
            if (p > from)
                out->hash[out->n++] = isn_hash(from, (size_t)(p - from), 0);
            from = p + n;
        }
        p += n;
    }
}

/* Words of `a` that `b` has too. */
static unsigned shared(const words *a, const words *b) {
    unsigned n = 0;
    for (unsigned i = 0; i < a->n; i++)
        for (unsigned k = 0; k < b->n; k++)
            if (a->hash[i] == b->hash[k]) {
                n++;
                break;
            }
    return n;
}

/* 1: the same words. A <title> has the site's name besides; what is missing there counts less. */
static float likeness(const words *seen, const words *told, bool with_site) {
    if (seen->n == 0 || told->n == 0)
        return 0;
    float both = (float)shared(seen, told);
    float of_seen = both / (float)seen->n, of_told = both / (float)told->n;
    if (with_site)
        of_told = of_told > 0.5F ? 1 : of_told * 2;
    return of_seen * of_told;
}

isn_str isn_page_words(isn_page *page, uint32_t segment) {
    const isn_segment *s = &page->segments.ptr[segment];
    size_t room = 1, n = 0;
    for (uint32_t i = s->first; i < s->last; i++)
        room += page->pieces.ptr[i].len;
    char *out = isn_arena_alloc(page->arena, room);
    for (uint32_t i = s->first; i < s->last; i++)
        for (uint32_t k = 0; k < page->pieces.ptr[i].len; k++) {
            char c = page->pieces.ptr[i].ptr[k];
            bool blank = (unsigned char)c <= ' ';
            if (!blank || (n > 0 && out[n - 1] != ' '))
                out[n++] = blank ? ' ' : c;
        }
    if (n > 0 && out[n - 1] == ' ')
        n--;
    return isn_str_of(out, n);
}

/* Hint of a headline on the segment's block or an element close around it. */
static bool is_called_title(const isn_page *page, const isn_segment *s) {
    uint32_t at = page->pieces.ptr[s->first].node;
    for (unsigned i = 0; i < 3 && at != ISN_NO_NODE; i++) {
        if (page->nodes.ptr[at].hints & ISN_HINT_TITLE)
            return true;
        at = page->nodes.ptr[at].parent;
    }
    return false;
}

uint32_t isn_page_headline(isn_page *page, uint32_t root_first, uint32_t root_last) {
    const isn_str told[] = {page->og_title, page->ld_title, page->meta_title, page->head_title};
    words refs[ISN_LEN(told)];
    uint32_t best = UINT32_MAX;
    float most = 0;
    size_t longest = 0;
    for (unsigned i = 0; i < ISN_LEN(told); i++) {
        read_words(&refs[i], told[i]);
        size_t letters = 0;
        for (size_t k = 0; k < told[i].len; k++)
            letters += ((unsigned char)told[i].ptr[k] & 0xC0) != 0x80;
        longest = letters > longest ? letters : longest;
    }
    for (uint32_t i = 0; i < root_last && i < page->segments.len && i < MOST_SEGMENTS; i++) {
        const isn_segment *s = &page->segments.ptr[i];
        const isn_node *block = &page->nodes.ptr[s->node];
        words seen;
        if (s->chars < 4 || s->chars > 400)
            continue;
        bool h1 = block->tag == ISN_TAG_H1, heading = h1 || block->tag == ISN_TAG_HEADING;
        bool called = is_called_title(page, s);
        if (!heading &&
            s->chars >
                longest * 3) /* as unlike as half of its words: no paragraph is the headline */
            continue;
        const isn_page_piece *piece = &page->pieces.ptr[s->first];
        read_words(&seen, s->last - s->first == 1 ? isn_str_of(piece->ptr, piece->len)
                                                  : isn_page_words(page, i));
        float like = 0;
        for (unsigned k = 0; k < ISN_LEN(told); k++) {
            float one = likeness(&seen, &refs[k], k == ISN_LEN(told) - 1);
            like = one > like ? one : like;
        }
        if (seen.n < 2)
            like *= 0.4F; /* the site's name, a section */
        float score = like * 2 + (h1 ? 0.7F : heading ? 0.25F : 0) + (called ? 0.25F : 0);
        if (block->away || (s->links * 2 > s->chars && !h1))
            score *= 0.3F;
        if (i > root_first + 3)
            score -= 0.4F;
        if (like < 0.5F && !h1 && !(called && heading))
            score = 0;
        if (score > 0.6F && score >= most) { /* of equals the later: nearer to the body */
            if (score > most || i <= root_first + 1) {
                most = score;
                best = i;
            }
        }
    }
    return best;
}

/* ---- where nothing tells it ---------------------------------------------------------------------------- */

#define BODY_SEGMENTS 6 /* whose words a headline must share */

static bool is_away(const isn_page *page, const isn_segment *s) {
    return page->nodes.ptr[s->node].away || page->nodes.ptr[page->pieces.ptr[s->first].node].away;
}

/* The next paragraph from `i` on; `end` where there is none. */
static uint32_t next_prose(const isn_page *page, uint32_t i, uint32_t end) {
    while (i < end && (!page->segments.ptr[i].prose || is_away(page, &page->segments.ptr[i])))
        i++;
    return i;
}

/* How many of its words the text has. */
static float told_in(const words *title, const words *body, unsigned n) {
    unsigned found = 0;
    for (unsigned i = 0; i < title->n; i++)
        for (unsigned k = 0; k < n; k++) {
            words one = {.hash = {title->hash[i]}, .n = 1};
            if (shared(&one, &body[k]) > 0) {
                found++;
                break;
            }
        }
    return title->n == 0 ? 0 : (float)found / (float)title->n;
}

uint32_t isn_page_headline_untold(isn_page *page, uint32_t root_first, uint32_t root_last) {
    enum { ABOVE = 5, MOST_CHARS = 160, FEWEST_WORDS = 3 };
    const isn_str told[] = {page->og_title, page->ld_title, page->meta_title, page->head_title};
    uint32_t end = root_last < page->segments.len ? root_last : page->segments.len;
    uint32_t first = next_prose(page, root_first, end), best = UINT32_MAX;
    words body[BODY_SEGMENTS], seen;
    unsigned n = 0;
    float most = 0.4F;
    if (first == end)
        return UINT32_MAX;
    /* A long headline is prose by its length, but has no stop, and more follows. */
    const isn_segment *lead = &page->segments.ptr[first];
    bool long_title =
        lead->stops == 0 && lead->chars <= MOST_CHARS && next_prose(page, first + 1, end) < end;
    uint32_t stop = first + long_title;
    for (uint32_t i = next_prose(page, stop, end); i < end && n < BODY_SEGMENTS;
         i = next_prose(page, i + 1, end))
        read_words(&body[n++], isn_page_words(page, i));
    for (unsigned k = 0; k < ISN_LEN(told); k++) {
        read_words(&seen, told[k]);
        if (told_in(&seen, body, n) >= 0.25F)
            return UINT32_MAX;
    }
    for (uint32_t i = first > ABOVE ? first - ABOVE : 0; i < stop; i++) {
        const isn_segment *s = &page->segments.ptr[i];
        if (is_away(page, s) || s->links * 2 > s->chars || s->chars > MOST_CHARS || s->stops > 1)
            continue;
        read_words(&seen, isn_page_words(page, i));
        float share = seen.n < FEWEST_WORDS ? 0 : told_in(&seen, body, n);
        if (share > most) {
            most = share;
            best = i;
        }
    }
    return best;
}
