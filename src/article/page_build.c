/* page_build.c: what was chosen of a page → an article: its text with a block for each segment, the map back
 * to the page's bytes, and what the page says of itself. */
#include "article/page.h"

#define LARGEST ((size_t)16 << 20)

typedef struct builder {
    isn_article *article;
    isn_arena *arena;
    isn_map *map;
    char *text;
    uint32_t len;
    ISN_VEC(isn_block) blocks;
} builder;

/* ---- text --------------------------------------------------------------------------------------------- */

/* A line end of any kind, or a blank: one blank in the text. */
static unsigned blank_at(const char *p, const char *end) {
    const unsigned char *u = (const unsigned char *)p;
    if (*u <= ' ')
        return 1;
    return end - p >= 3 && u[0] == 0xE2 && u[1] == 0x80 && (u[2] == 0xA8 || u[2] == 0xA9) ? 3 : 0;
}

static void put_blank(builder *b, uint32_t start, uint32_t end) {
    isn_stretch *last =
        b->map->pieces.len == 0 ? NULL : &b->map->pieces.ptr[b->map->pieces.len - 1];
    if (b->len == 0 || b->text[b->len - 1] == '\n')
        return;                       /* at the start of a block */
    if (b->text[b->len - 1] == ' ') { /* widens the blank that is there */
        if (last != NULL && last->kind == ISN_STRETCH_WHOLE && end > last->source)
            last->source_len = end - last->source;
        return;
    }
    bool plain = end - start == 1 && *(b->article->utf8.ptr + start) == ' ';
    isn_map_add(
        b->map, b->arena,
        (isn_stretch){b->len, 1, start, end - start, plain ? ISN_STRETCH_SAME : ISN_STRETCH_WHOLE});
    b->text[b->len++] = ' ';
}

/* Behind the words that begin at `i`, and the single blanks between them where `same`. */
static uint32_t behind_words(const char *ptr, uint32_t i, uint32_t len, bool same) {
    const unsigned char *p = (const unsigned char *)ptr;
    while (i < len) {
        if (p[i] > ' ' && p[i] != 0xE2)
            i++;
        else if (same && p[i] == ' ' && i + 1 < len && p[i + 1] > ' ' && p[i + 1] != 0xE2)
            i += 2;
        else if (blank_at(ptr + i, ptr + len) == 0)
            i++;
        else
            break;
    }
    return i;
}

/* `same`: the piece's bytes are those of the page. */
static void put_piece(builder *b, const char *ptr, uint32_t len, uint32_t start, uint32_t end,
                      bool same) {
    for (uint32_t i = 0; i < len;) {
        unsigned blank;
        uint32_t from = i;
        while (i < len && (blank = blank_at(ptr + i, ptr + len)) > 0)
            i += blank;
        if (i > from)
            put_blank(b, same ? start + from : start, same ? start + i : end);
        from = i;
        i = behind_words(ptr, i, len, same);
        if (i == from)
            continue;
        isn_map_add(b->map, b->arena,
                    same ? (isn_stretch){b->len, i - from, start + from, i - from, ISN_STRETCH_SAME}
                         : (isn_stretch){b->len, i - from, start, end - start, ISN_STRETCH_WHOLE});
        memcpy(b->text + b->len, ptr + from, i - from);
        b->len += i - from;
    }
}

static uint32_t begin_block(builder *b, bool gap) {
    if (b->len > 0) {
        b->text[b->len++] = '\n';
        if (gap)
            b->text[b->len++] = '\n';
    }
    return b->len;
}

/* Marks that are not seen, of the direction of writing mostly, are no part of a block at its edges, as in plain text. */
static void trim(const builder *b, isn_block *block) {
    const unsigned char *text = (const unsigned char *)b->text, *end = text + block->end;
    uint32_t cp;
    for (uint32_t at = block->start; at < block->end;) {
        at += isn_utf8_next(&cp, text + at, end);
        if (!isn_utf8_ignorable(cp) && !isn_utf8_space(cp))
            break;
        block->start = at < block->end ? at : block->start;
    }
    for (uint32_t at = block->end; at > block->start;) {
        do
            at--;
        while (at > block->start && (text[at] & 0xC0) == 0x80);
        isn_utf8_next(&cp, text + at, end);
        if ((!isn_utf8_ignorable(cp) && !isn_utf8_space(cp)) || at == block->start)
            break;
        block->end = at;
    }
}

static void end_block(builder *b, uint32_t start, bool gap, uint8_t role, bool fixed) {
    while (b->len > start && b->text[b->len - 1] == ' ')
        b->len--;
    /* A last piece that was a blank has gone with it. */
    while (b->map->pieces.len > 0) {
        isn_stretch *last = &b->map->pieces.ptr[b->map->pieces.len - 1];
        if (last->at + last->len <= b->len)
            break;
        if (last->at >= b->len) {
            b->map->pieces.len--;
        } else {
            last->source_len -= last->at + last->len - b->len;
            last->len = b->len - last->at;
        }
    }
    if (b->len == start) {
        while (b->len > 0 && b->text[b->len - 1] == '\n')
            b->len--;
        return;
    }
    isn_block *block = ISN_PUSH(b->arena, &b->blocks);
    *block =
        (isn_block){.start = start, .end = b->len, .gap_before = gap, .role = role, .fixed = fixed};
    trim(b, block);
}

static void put_segment(builder *b, const isn_page *page, uint32_t segment, uint8_t role,
                        bool fixed) {
    const isn_segment *s = &page->segments.ptr[segment];
    bool gap = b->len > 0 && (s->gap || fixed);
    uint32_t start = begin_block(b, gap);
    for (uint32_t i = s->first; i < s->last; i++) {
        const isn_page_piece *p = &page->pieces.ptr[i];
        bool same = p->ptr >= page->bytes.ptr && p->ptr < page->bytes.ptr + page->bytes.len;
        put_piece(b, p->ptr, p->len, p->start, p->end, same);
    }
    end_block(b, start, gap, role, fixed);
}

/* ---- title ----------------------------------------------------------------------------------------------- */

/* "Headline - Site", "Site | Headline": the longest part. */
static void without_site(const char *bytes, uint32_t *start, uint32_t *end) {
    static const char *const signs[] = {" | ",  " - ",       " \xE2\x80\x93 ", " \xE2\x80\x94 ",
                                        " :: ", " \xC2\xBB "};
    uint32_t from = *start, to = *end;
    for (unsigned i = 0; i < ISN_LEN(signs); i++) {
        size_t n = strlen(signs[i]);
        const char *at = memmem(bytes + from, to - from, signs[i], n);
        while (at != NULL) {
            uint32_t cut = (uint32_t)(at - bytes);
            if (cut - from >= to - cut - n)
                to = cut;
            else
                from = cut + (uint32_t)n;
            at = memmem(bytes + from, to - from, signs[i], n);
        }
    }
    if (to - from >= 10) {
        *start = from;
        *end = to;
    }
}

/* A headline that readers do not see: the value of og:title, or <title>. Entities stay as written but for
 * those of ASCII signs. */
static void put_hidden_title(builder *b, const isn_page *page) {
    static const struct {
        const char *name, *sign;
    } entities[] = {{"&quot;", "\""},
                    {"&#34;", "\""},
                    {"&amp;", "&"},
                    {"&#38;", "&"},
                    {"&#39;", "'"},
                    {"&#039;", "'"},
                    {"&apos;", "'"},
                    {"&lt;", "<"},
                    {"&gt;", ">"},
                    {"&laquo;", "\xC2\xAB"},
                    {"&raquo;", "\xC2\xBB"},
                    {"&nbsp;", "\xC2\xA0"},
                    {"&ndash;", "\xE2\x80\x93"},
                    {"&mdash;", "\xE2\x80\x94"},
                    {"&ldquo;", "\xE2\x80\x9C"},
                    {"&rdquo;", "\xE2\x80\x9D"}};
    const char *bytes = page->bytes.ptr;
    uint32_t from = page->og_start, to = page->og_end;
    if (to <= from) {
        from = page->title_start;
        to = page->title_end;
        without_site(bytes, &from, &to);
    }
    if (to <= from || to - from > 4096)
        return;
    uint32_t start = begin_block(b, false);
    for (uint32_t i = from; i < to;) {
        unsigned known = 0;
        while (known < ISN_LEN(entities) &&
               (to - i < strlen(entities[known].name) ||
                memcmp(bytes + i, entities[known].name, strlen(entities[known].name)) != 0))
            known++;
        if (bytes[i] == '&' && known < ISN_LEN(entities)) {
            uint32_t n = (uint32_t)strlen(entities[known].name);
            put_piece(b, entities[known].sign, (uint32_t)strlen(entities[known].sign), i, i + n,
                      false);
            i += n;
            continue;
        }
        const char *next = memchr(bytes + i + 1, '&', to - i - 1);
        uint32_t stop = next == NULL ? to : (uint32_t)(next - bytes);
        put_piece(b, bytes + i, stop - i, i, stop, true);
        i = stop;
    }
    end_block(b, start, false, ISN_ROLE_TITLE, true);
}

/* ---- facts ------------------------------------------------------------------------------------------------- */

static isn_span place_of(const builder *b, const isn_told_date *d) {
    isn_span at = {d->start, d->end};
    if (at.start < at.end && b->article->recoded != NULL)
        isn_map_span(b->article->recoded, &at.start, &at.end);
    return at;
}

static isn_str time_of(builder *b, isn_str text) {
    char time[32];
    isn_page_day(text, time);
    size_t n = strlen(time);
    return n == 0 ? (isn_str){NULL, 0} : isn_str_of(isn_arena_copy(b->arena, time, n), n);
}

static void set_published(builder *b, isn_page_facts *f, const isn_told_date *d) {
    f->published = d->day;
    f->published_text = d->text;
    f->published_time = time_of(b, d->text);
    f->published_at = place_of(b, d);
    f->published_from = d->updated ? ISN_FROM_UPDATED : d->from;
}

static bool is_walled(const isn_page *page) {
    bool walled = page->walled;
    for (uint32_t i = 0; i < page->nodes.len && !walled && !page->free_told; i++)
        walled = (page->nodes.ptr[i].hints & ISN_HINT_WALL) != 0;
    return walled;
}

/* What the page says of itself as a whole. */
static void set_facts(builder *b, isn_page *page) {
    isn_page_facts *f = ISN_NEW(b->arena, isn_page_facts, 1);
    uint32_t told = isn_page_published(page), updated = isn_page_updated(page);
    *f = (isn_page_facts){.author = page->author,
                          .section = page->section,
                          .published = ISN_NO_DAY,
                          .updated = ISN_NO_DAY,
                          .cut = page->why};
    if (updated != UINT32_MAX) {
        const isn_told_date *d = &page->dates.ptr[updated];
        f->updated = d->day;
        f->updated_text = d->text;
        f->updated_time = time_of(b, d->text);
        f->updated_at = place_of(b, d);
        f->updated_from = d->from;
    }
    if (told == UINT32_MAX)
        told = updated;
    if (told != UINT32_MAX)
        set_published(b, f, &page->dates.ptr[told]);
    bool walled = is_walled(page);
    f->state = page->body_chars < 40 ? (walled ? "paywalled" : "empty")
               : walled              ? "paywalled"
                                     : "article";
    b->article->page = page->facts = f;
}

/* Bytes of the page from the first to the last segment that was kept of these, headline included. */
static isn_span extent_of(const isn_page *page, uint32_t first, uint32_t last) {
    isn_span at = {0, 0};
    for (uint32_t i = first; i < last; i++) {
        const isn_segment *s = &page->segments.ptr[i];
        if (!s->keep && i != page->title)
            continue;
        if (at.start == at.end)
            at.start = page->pieces.ptr[s->first].start;
        at.end = page->pieces.ptr[s->last - 1].end;
    }
    return at;
}

/* When an entry was published. */
static void set_entry_time(builder *b, isn_page_facts *f, const isn_page *page,
                           const isn_page_entry *e) {
    if (e->date != UINT32_MAX) {
        set_published(b, f, &page->dates.ptr[e->date]);
        if (page->dates.ptr[e->date].from == ISN_FROM_FEED)
            f->published_from = ISN_FROM_JSON_LD;
        f->own_date = true;
    } else {
        f->published_time = (isn_str){NULL, 0}; /* the page's, not the entry's */
        if (e->clock.start < e->clock.end) {
            f->entry_time =
                isn_str_of(page->bytes.ptr + e->clock.start, e->clock.end - e->clock.start);
            f->entry_time_at = e->clock;
        }
    }
}

/* What one story among several adds to what the page says, or has in its place. */
static void set_story_facts(builder *b, const isn_page *page, uint32_t story, isn_span at,
                            const isn_page_entry *e) {
    isn_page_facts *f = ISN_NEW(b->arena, isn_page_facts, 1);
    *f = *page->facts;
    f->entry = story + 1;
    f->entries = isn_article_page_stories(page);
    f->entry_at = at;
    f->state = "article";
    if (e != NULL)
        set_entry_time(b, f, page, e);
    if (b->article->recoded != NULL) {
        isn_map_span(b->article->recoded, &f->entry_at.start, &f->entry_at.end);
        isn_map_span(b->article->recoded, &f->entry_time_at.start, &f->entry_time_at.end);
    }
    b->article->page = f;
}

/* ---- all ---------------------------------------------------------------------------------------------------- */

/* The text is never longer than the page and its breaks: entities shorten, or stay as long. `first`, `last`: segments. */
static char *room_for(builder *b, const isn_page *page, uint32_t first, uint32_t last) {
    size_t room = 16 + (last - first) * 2 + 8192;
    for (uint32_t i = first; i < last; i++)
        for (uint32_t k = page->segments.ptr[i].first; k < page->segments.ptr[i].last; k++)
            room += page->pieces.ptr[k].len;
    if (page->title != UINT32_MAX && (page->title < first || page->title >= last))
        for (uint32_t k = page->segments.ptr[page->title].first;
             k < page->segments.ptr[page->title].last; k++)
            room += page->pieces.ptr[k].len;
    return isn_arena_alloc(b->arena, room);
}

static void put_segments(builder *b, isn_page *page, uint32_t first, uint32_t last) {
    isn_str headline = {NULL, 0};
    if (page->title != UINT32_MAX) {
        put_segment(b, page, page->title, ISN_ROLE_TITLE, true);
        headline = isn_page_words(page, page->title);
    }
    for (uint32_t i = first; i < last; i++) {
        const isn_segment *s = &page->segments.ptr[i];
        if (!s->keep || i == page->title)
            continue;
        if (headline.len > 0 && s->chars == page->segments.ptr[page->title].chars &&
            isn_str_eq(headline, isn_page_words(page, i)))
            continue;
        put_segment(b, page, i, s->fixed ? s->role : ISN_ROLE_BODY, s->fixed);
    }
}

/* Is the headline of the page, or an introduction, beside its entries? */
static bool has_head(const isn_page *page) {
    uint32_t first = page->entries.ptr[0].first, chars = 0;
    for (uint32_t i = 0; i < first; i++) {
        const isn_segment *s = &page->segments.ptr[i];
        chars += s->keep && s->role == ISN_ROLE_BODY && i != page->title ? s->chars : 0;
    }
    return chars >= 40 || (page->title != UINT32_MAX && page->title < first);
}

isn_page *isn_article_page_open(const isn_article *article, isn_arena *arena, bool apart) {
    isn_page *page = ISN_NEW(arena, isn_page, 1);
    page->arena = arena;
    page->bytes = article->utf8;
    page->title = UINT32_MAX;
    page->root = ISN_NO_NODE;
    if (article->utf8.len > LARGEST) {
        page->why = "a page larger than 16 MiB; it was not read";
    } else if (article->utf8.len > 0) {
        isn_page_parse(page);
        isn_page_address(page, article->url.ptr != NULL ? article->url : page->canonical);
        isn_page_choose(page);
        if (!isn_page_tell_body(page) && apart)
            isn_page_tell_apart(page);
    }
    page->has_head = page->entries.len > 0 && has_head(page);
    return page;
}

void isn_article_page_dated(isn_page *page, int32_t day) {
    if (page->facts == NULL || !page->has_head || page->facts->published != ISN_NO_DAY)
        return;
    isn_page_facts *f = ISN_NEW(page->arena, isn_page_facts, 1);
    *f = *page->facts;
    f->published = day;
    f->published_from = ISN_FROM_DATELINE;
    page->facts = f;
}

uint32_t isn_article_page_stories(const isn_page *page) {
    return page->entries.len == 0 ? 1 : page->entries.len + page->has_head;
}

/* The page's address, with the entry's own in it. */
static void set_entry_address(isn_article *article, isn_arena *arena, isn_str id) {
    isn_str url = article->url;
    if (url.ptr == NULL || id.len == 0)
        return;
    const char *sign = memchr(url.ptr, '#', url.len);
    size_t n = sign == NULL ? url.len : (size_t)(sign - url.ptr);
    char *own = isn_arena_alloc(arena, n + 1 + id.len);
    memcpy(own, url.ptr, n);
    own[n] = '#';
    memcpy(own + n + 1, id.ptr, id.len);
    article->url = isn_str_of(own, n + 1 + id.len);
}

void isn_article_page_story(isn_article *article, isn_arena *arena, isn_page *page,
                            uint32_t story) {
    builder b = {.article = article, .arena = arena, .map = ISN_NEW(arena, isn_map, 1)};
    uint32_t first = 0, last = page->segments.len;
    const isn_page_entry *entry = NULL;
    if (page->entries.len > 0 && (story > 0 || !page->has_head)) {
        entry = &page->entries.ptr[story - page->has_head];
        first = entry->first;
        last = entry->last;
        isn_page_choose_entry(page, entry);
    } else if (page->entries.len > 0) {
        last = page->entries.ptr[0].first;
        page->title = page->title < last ? page->title : UINT32_MAX;
    }
    b.text = room_for(&b, page, first, last);
    if (page->entries.len == 0 && page->title == UINT32_MAX)
        put_hidden_title(&b, page);
    put_segments(&b, page, first, last);
    b.text[b.len] = '\0';
    b.map->text = b.text;
    b.map->below = article->recoded;
    if (story == 0)
        set_facts(&b, page);
    if (page->entries.len > 0)
        set_story_facts(&b, page, story, extent_of(page, first, last), entry);
    article->bytes = b.text;
    article->len = b.len;
    article->map = b.map;
    article->blocks = b.blocks.ptr;
    article->nblocks = b.blocks.len;
    article->bad_utf8 = UINT64_MAX;
    if (article->url.ptr == NULL)
        article->url = page->canonical;
    if (article->outlet.ptr == NULL)
        article->outlet = page->site;
    if (entry != NULL)
        set_entry_address(article, arena, entry->id);
}

void isn_article_page(isn_article *article, isn_arena *arena) {
    isn_article_page_story(article, arena, isn_article_page_open(article, arena, false), 0);
}

isn_str isn_article_shown(const isn_article *article, uint32_t start, uint32_t end) {
    if (article->utf8.ptr == NULL)
        return isn_str_of(article->bytes + start, end - start);
    isn_map_step(article->map, &start, &end);
    return isn_str_of(article->utf8.ptr + start, end - start);
}
