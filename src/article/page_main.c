/* page_main.c: which segments of a page are the article.
 *
 * Paragraphs vote for the element that holds them, and with half a voice for the one around it; names of
 * classes make a voice louder, links softer. The winner is the body, widened where its neighbours are of the
 * same kind. What its author's names, its links or its element call furniture is left out again. Words are
 * not looked at: "read also" is the lexicon's affair (match/parts.c). */
#include "article/page.h"

#define LONG_ENOUGH 60   /* characters of a segment that is prose by its length alone */
#define SHORT_PROSE 25   /* with a full stop or comma */
#define MOST_CHECKED 400 /* segments compared with JSON-LD's articleBody */

static isn_node *node_at(const isn_page *page, uint32_t i) {
    return &page->nodes.ptr[i];
}

/* ---- measures ------------------------------------------------------------------------------------------- */

static bool is_prose(const isn_segment *s) {
    uint32_t plain = s->chars - s->links;
    if (s->links * 3 > s->chars)
        return false;
    return plain >= LONG_ENOUGH || (plain >= SHORT_PROSE && s->stops > 0);
}

static uint32_t weight_of(const isn_page *page, const isn_segment *s) {
    return s->prose && !node_at(page, s->node)->away ? s->chars - s->links : 0;
}

/* Sums of each element, from the leaves up: a parent stands before its children. */
static void sum_up(isn_page *page) {
    for (uint32_t i = 0; i < page->nodes.len; i++) {
        isn_node *n = node_at(page, i);
        n->chars = n->links = n->prose = n->nprose = n->nlinks = 0;
        n->core = n->tag == ISN_TAG_H1 || n->tag == ISN_TAG_ARTICLE || n->tag == ISN_TAG_MAIN ||
                  (n->hints & (ISN_HINT_BODY | ISN_HINT_PROP_BODY));
    }
    for (uint32_t i = 0; i < page->segments.len; i++) {
        const isn_segment *s = &page->segments.ptr[i];
        isn_node *n = node_at(page, s->node);
        n->chars += s->chars;
        n->links += s->links;
        n->prose += weight_of(page, s);
        n->nprose += weight_of(page, s) > 0;
        n->nlinks += s->links * 4 > s->chars * 3;
    }
    for (uint32_t i = page->nodes.len; i-- > 1;) {
        const isn_node *n = node_at(page, i);
        if (n->parent == ISN_NO_NODE)
            continue;
        isn_node *parent = node_at(page, n->parent);
        parent->chars += n->chars;
        parent->links += n->links;
        parent->prose += n->prose;
        parent->nprose += n->nprose;
        parent->nlinks += n->nlinks;
        parent->core |= n->core;
    }
}

/* Furniture by its element or its names, unless it holds what can only be the article. */
static bool goes_away(const isn_node *n, uint32_t total) {
    bool holds_much = n->prose * 5 > total * 2;
    if (n->hints & ISN_HINT_PROP_BODY)
        return false;
    if ((n->hints & ISN_HINT_NEVER) && !n->core)
        return true;
    if ((n->hints & ISN_HINT_AWAY) || n->tag == ISN_TAG_NAV)
        return !holds_much && !(n->core && n->tag != ISN_TAG_NAV && !(n->hints & ISN_HINT_NEVER));
    if (n->hints & ISN_HINT_WALL)
        return !holds_much;
    if (n->nlinks >= 3 && n->nlinks * 5 >= n->nprose * 4 &&
        !n->core) /* teasers: a link and a line each */
        return !holds_much;
    if (n->hints & ISN_HINT_MAYBE_AWAY)
        return !holds_much && n->links * 2 > n->chars;
    if (n->tag == ISN_TAG_LIST)
        return n->links * 2 > n->chars;
    return false;
}

static void put_away(isn_page *page) {
    uint32_t total = 0;
    for (uint32_t i = 0; i < page->segments.len; i++)
        total += weight_of(page, &page->segments.ptr[i]);
    for (uint32_t i = 0; i < page->nodes.len; i++) {
        isn_node *n = node_at(page, i);
        n->away =
            (n->parent != ISN_NO_NODE && node_at(page, n->parent)->away) || goes_away(n, total);
    }
    sum_up(page);
}

/* ---- the body -------------------------------------------------------------------------------------------- */

static bool is_paragraph(uint8_t tag) {
    return tag == ISN_TAG_P || tag == ISN_TAG_LI || tag == ISN_TAG_QUOTE ||
           tag == ISN_TAG_HEADING || tag == ISN_TAG_CAPTION;
}

/* Does the page repeat the segment in its own JSON-LD? */
static bool is_told(isn_page *page, uint32_t segment) {
    isn_str words = isn_page_words(page, segment);
    size_t n = words.len < 60 ? words.len : 60;
    return page->ld_body.ptr != NULL && n > 20 &&
           memmem(page->ld_body.ptr, page->ld_body.len, words.ptr, n) != NULL;
}

static void vote(isn_page *page) {
    uint32_t checked = 0;
    for (uint32_t i = 0; i < page->segments.len; i++) {
        const isn_segment *s = &page->segments.ptr[i];
        float voice = (float)weight_of(page, s);
        if (voice == 0)
            continue;
        if (page->ld_body.len > 0 && checked++ < MOST_CHECKED && is_told(page, i))
            voice *= 3;
        uint32_t at = s->node;
        if (is_paragraph(node_at(page, at)->tag) && node_at(page, at)->parent != ISN_NO_NODE)
            at = node_at(page, at)->parent;
        for (unsigned level = 1; level <= 5 && at != ISN_NO_NODE; level++) {
            node_at(page, at)->score += voice / (float)level;
            at = node_at(page, at)->parent;
        }
    }
}

static float judged(const isn_node *n) {
    float score = n->score;
    if (n->chars > 0)
        score *= 1 - (float)n->links / (float)n->chars;
    if (n->hints & ISN_HINT_PROP_BODY)
        score *= 2.5F;
    else if (n->hints & ISN_HINT_BODY)
        score *= 1.6F;
    else if ((n->hints & ISN_HINT_ARTICLE) || n->tag == ISN_TAG_ARTICLE || n->tag == ISN_TAG_MAIN)
        score *= 1.15F;
    if (n->hints & ISN_HINT_MAYBE_AWAY)
        score *= 0.8F;
    if (n->tag == ISN_TAG_BODY || n->tag == ISN_TAG_HTML)
        score *= 0.7F;
    return score;
}

/* Are the prose-holding children of `parent` of the same make as `child`, and of no other story? */
static bool has_kin(const isn_page *page, uint32_t parent, uint32_t child) {
    const isn_node *own = node_at(page, child);
    uint32_t kin = 0, others = 0;
    for (uint32_t i = parent + 1; i < page->nodes.len; i++) {
        const isn_node *n = node_at(page, i);
        if (n->depth <= node_at(page, parent)->depth)
            break;
        if (n->parent != parent || i == child || n->prose == 0 || n->away)
            continue;
        if (n->nlinks * 2 >= n->nprose)
            continue;
        bool same = n->tag == own->tag || is_paragraph(n->tag) || (n->hints & ISN_HINT_BODY);
        kin += same ? n->prose : 0;
        others += same ? 0 : n->prose;
    }
    return kin > others && kin * 6 > own->prose;
}

static uint32_t find_body(isn_page *page) {
    uint32_t best = ISN_NO_NODE;
    float most = 0;
    for (uint32_t i = 0; i < page->nodes.len; i++) {
        const isn_node *n = node_at(page, i);
        float score = n->away || n->prose == 0 ? 0 : judged(n);
        if (score > most) {
            most = score;
            best = i;
        }
    }
    while (best != ISN_NO_NODE) {
        uint32_t parent = node_at(page, best)->parent;
        if (parent == ISN_NO_NODE || node_at(page, best)->tag == ISN_TAG_BODY ||
            node_at(page, best)->tag == ISN_TAG_ARTICLE ||
            (node_at(page, best)->hints & ISN_HINT_PROP_BODY))
            break;
        const isn_node *p = node_at(page, parent);
        uint32_t rest = p->prose - node_at(page, best)->prose;
        if (rest == 0 || p->links * 3 > p->chars || !has_kin(page, parent, best))
            break;
        best = parent;
    }
    return best;
}

/* ---- segments in the body -------------------------------------------------------------------------------------- */

/* Hints of the elements around a segment's words, up to `top`. */
static uint32_t hints_of(const isn_page *page, uint32_t segment, uint32_t top, unsigned *tags) {
    const isn_segment *s = &page->segments.ptr[segment];
    uint32_t hints = 0, at = page->pieces.ptr[s->first].node;
    *tags = 0;
    for (; at != ISN_NO_NODE && at != top; at = node_at(page, at)->parent) {
        const isn_node *n = node_at(page, at);
        /* What is said of an element of many words is not said of each. */
        hints |= n->chars <= s->chars + 200 ? n->hints : n->hints & ISN_HINT_CAPTION;
        *tags |= 1u << n->tag;
    }
    return hints;
}

static void give_role(isn_page *page, uint32_t segment, uint32_t top) {
    isn_segment *s = &page->segments.ptr[segment];
    unsigned tags;
    uint32_t hints = hints_of(page, segment, top, &tags);
    bool is_short = s->chars <= 120;
    s->role = ISN_ROLE_BODY;
    s->fixed = true;
    if (hints & ISN_HINT_CREDIT && s->chars <= 200)
        s->role = ISN_ROLE_CREDIT;
    else if ((tags & (1u << ISN_TAG_CAPTION | 1u << ISN_TAG_FIGURE)) || (hints & ISN_HINT_CAPTION))
        s->role = ISN_ROLE_CAPTION;
    else if (is_short && !s->prose && (hints & ISN_HINT_BYLINE))
        s->role = ISN_ROLE_BYLINE;
    else if (is_short &&
             ((tags & 1u << ISN_TAG_TIME) || (hints & (ISN_HINT_DATE | ISN_HINT_UPDATED))) &&
             !s->prose)
        s->role = ISN_ROLE_DATELINE;
    else
        s->fixed = false;
}

static bool is_heading(const isn_page *page, const isn_segment *s) {
    uint8_t tag = node_at(page, s->node)->tag;
    return tag == ISN_TAG_HEADING || tag == ISN_TAG_H1;
}

static bool is_linkish(const isn_segment *s) {
    return s->links * 2 > s->chars && !(s->prose && s->stops > 1);
}

/* Of segments [first, last) within `root`. */
static void keep_in_body(isn_page *page, uint32_t root, uint32_t first, uint32_t last) {
    const isn_node *body = node_at(page, root);
    last = last < page->segments.len ? last : page->segments.len;
    for (uint32_t i = first; i < last; i++) {
        isn_segment *s = &page->segments.ptr[i];
        bool away = node_at(page, s->node)->away && !body->away;
        /* An inline element may be furniture within a paragraph's own element. */
        away = away || node_at(page, page->pieces.ptr[s->first].node)->away;
        s->keep = !away && !is_linkish(s);
        if (s->keep)
            give_role(page, i, root);
        if (page->title != UINT32_MAX && i < page->title && !s->prose && !s->fixed)
            s->keep = false; /* names of the site and its sections */
    }
    /* A heading goes with what it stands over. */
    bool follows = false, dropped = false;
    for (uint32_t i = last; i-- > first;) {
        isn_segment *s = &page->segments.ptr[i];
        if (s->keep && is_heading(page, s) && i != page->title && (!follows || dropped))
            s->keep = false;
        else if (s->keep && !s->fixed)
            follows = true;
        dropped = !s->keep;
    }
}

/* A digit of ASCII, Arabic or Persian at `p`: its value, or -1; `*n` its bytes. */
static int digit_at(const unsigned char *p, const unsigned char *end, unsigned *n) {
    *n = 1;
    if (*p >= '0' && *p <= '9')
        return *p - '0';
    *n = 2;
    if (end - p >= 2 && p[0] == 0xD9 && p[1] >= 0xA0 && p[1] <= 0xA9)
        return p[1] - 0xA0;
    return end - p >= 2 && p[0] == 0xDB && p[1] >= 0xB0 && p[1] <= 0xB9 ? p[1] - 0xB0 : -1;
}

/* Is there a year among the figures of a short line, and what may be a day? Between headline and body that is its date,
 * whatever its element is called; whether it is one is for those who know words. */
static bool is_dated(isn_page *page, uint32_t segment) {
    isn_str words = isn_page_words(page, segment);
    const unsigned char *p = (const unsigned char *)words.ptr, *end = p + words.len;
    bool year = false, day = false;
    unsigned value = 0, digits = 0;
    while (p <= end) {
        unsigned n = 1;
        int digit = p < end ? digit_at(p, end, &n) : -1;
        if (digit >= 0) {
            value = value < 100000 ? value * 10 + (unsigned)digit : value;
            digits++;
            p += n;
            continue;
        }
        year |= digits == 4 && ((value >= 1990 && value < 2100) || (value >= 1400 && value < 1500));
        day |= (digits == 1 || digits == 2) && value >= 1 && value <= 31;
        value = digits = 0;
        p++;
    }
    return year && day;
}

/* Between headline and body, and a little above: summary, date, writer, caption. */
static void keep_head(isn_page *page, uint32_t root) {
    uint32_t first = node_at(page, root)->first;
    if (page->title == UINT32_MAX || page->title >= first)
        return;
    uint32_t from = page->title > 6 ? page->title - 6 : 0;
    for (uint32_t i = from; i < first; i++) {
        isn_segment *s = &page->segments.ptr[i];
        unsigned tags;
        if (i == page->title || node_at(page, s->node)->away || is_linkish(s) ||
            node_at(page, page->pieces.ptr[s->first].node)->away)
            continue;
        give_role(page, i, ISN_NO_NODE);
        bool lead = (hints_of(page, i, ISN_NO_NODE, &tags) & ISN_HINT_LEAD) != 0;
        if (!s->fixed && !s->prose && i > page->title && s->chars <= 120 && is_dated(page, i)) {
            s->role = ISN_ROLE_DATELINE;
            s->fixed = true;
        }
        s->keep = s->fixed || (i > page->title && (s->prose || lead) && first - i < 12);
    }
}

/* Only what stands about the article is its date: not a clock, not the date of another story. */
static void sort_dates(isn_page *page, uint32_t root) {
    uint32_t first = node_at(page, root)->first, last = node_at(page, root)->last;
    if (page->title != UINT32_MAX && page->title < first)
        first = page->title;
    first = first > 8 ? first - 8 : 0;
    for (uint32_t i = 0; i < page->dates.len; i++) {
        isn_told_date *d = &page->dates.ptr[i];
        if (d->node == ISN_NO_NODE)
            continue;
        const isn_node *n = node_at(page, d->node);
        d->away = n->away || n->first < first || n->first >= last + 6;
    }
}

static void count_body(isn_page *page, uint32_t first, uint32_t last) {
    page->body_chars = 0;
    for (uint32_t i = first; i < last; i++) {
        const isn_segment *s = &page->segments.ptr[i];
        if (s->keep && s->role == ISN_ROLE_BODY && i != page->title)
            page->body_chars += s->chars;
    }
}

void isn_page_choose(isn_page *page) {
    page->title = UINT32_MAX;
    for (uint32_t i = 0; i < page->segments.len; i++)
        page->segments.ptr[i].prose = is_prose(&page->segments.ptr[i]);
    sum_up(page);
    put_away(page);
    vote(page);
    uint32_t root = find_body(page);
    page->root = root;
    if (root == ISN_NO_NODE) {
        page->title = isn_page_headline(page, page->segments.len, page->segments.len);
        return;
    }
    page->title = isn_page_headline(page, node_at(page, root)->first, node_at(page, root)->last);
    if (page->title == UINT32_MAX)
        page->title =
            isn_page_headline_untold(page, node_at(page, root)->first, node_at(page, root)->last);
    keep_in_body(page, root, node_at(page, root)->first, node_at(page, root)->last);
    keep_head(page, root);
    sort_dates(page, root);
    count_body(page, 0, page->segments.len);
    isn_page_byline(page);
}

void isn_page_choose_entry(isn_page *page, const isn_page_entry *entry) {
    uint32_t root = entry->node != ISN_NO_NODE ? entry->node : page->root;
    for (uint32_t i = entry->first; i < entry->last; i++) {
        isn_segment *s = &page->segments.ptr[i];
        s->keep = s->fixed = false;
        s->role = ISN_ROLE_BODY;
    }
    page->title = entry->title;
    keep_in_body(page, root, entry->first, entry->last);
    count_body(page, entry->first, entry->last);
}
