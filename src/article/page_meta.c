/* page_meta.c: what a page says of itself beside its text: <meta>, JSON-LD, <time>, its address. All of it
 * is read, because all of it lies now and then; dates are weighed against each other (isn_page_published). */
#include <json-c/json.h>
#include <stdlib.h>
#include <strings.h>

#include "article/page.h"

#define MOST_DATES 8192  /* a live page has one for each entry */
#define MOST_WEIGHED 256 /* against each other */
#define MOST_UPDATES 2000
#define MOST_SCRIPT ((size_t)4 << 20)
#define DEEPEST_JSON 32

static isn_str keep(isn_page *page, isn_str s) {
    while (s.len > 0 && (unsigned char)s.ptr[0] <= ' ') {
        s.ptr++;
        s.len--;
    }
    while (s.len > 0 && (unsigned char)s.ptr[s.len - 1] <= ' ')
        s.len--;
    return s.len == 0 ? (isn_str){NULL, 0}
                      : isn_str_of(isn_arena_copy(page->arena, s.ptr, s.len), s.len);
}

/* The first that is told stays. */
static void set(isn_page *page, isn_str *field, isn_str value) {
    if (field->ptr == NULL)
        *field = keep(page, value);
}

static void add_date(isn_page *page, isn_from from, bool updated, isn_str text, uint32_t node,
                     uint32_t start, uint32_t end) {
    char time[32];
    int32_t day = isn_page_day(text, time);
    if (day == ISN_NO_DAY || page->dates.len >= MOST_DATES)
        return;
    isn_told_date *d = ISN_PUSH(page->arena, &page->dates);
    *d = (isn_told_date){.day = day,
                         .from = (uint8_t)from,
                         .updated = updated,
                         .node = node,
                         .start = start,
                         .end = end};
    d->text = keep(page, text);
}

/* ---- <meta> ------------------------------------------------------------------------------------------- */

typedef struct meta_name {
    const char *name;
    enum { M_TITLE, M_OG_TITLE, M_SITE, M_URL, M_AUTHOR, M_SECTION, M_DATE, M_UPDATED } what;
    isn_from from;
} meta_name;

static const meta_name metas[] = {
    {"og:title", M_OG_TITLE, 0},
    {"twitter:title", M_TITLE, 0},
    {"dc.title", M_TITLE, 0},
    {"dcterms.title", M_TITLE, 0},
    {"title", M_TITLE, 0},
    {"headline", M_TITLE, 0},
    {"og:site_name", M_SITE, 0},
    {"dc.publisher", M_SITE, 0},
    {"dcterms.publisher", M_SITE, 0},
    {"application-name", M_SITE, 0},
    {"og:url", M_URL, 0},
    {"author", M_AUTHOR, 0},
    {"article:author", M_AUTHOR, 0},
    {"article:author_name", M_AUTHOR, 0},
    {"dc.creator", M_AUTHOR, 0},
    {"dcterms.creator", M_AUTHOR, 0},
    {"parsely-author", M_AUTHOR, 0},
    {"sailthru.author", M_AUTHOR, 0},
    {"byl", M_AUTHOR, 0},
    {"article:section", M_SECTION, 0},
    {"articlesection", M_SECTION, 0},
    {"parsely-section", M_SECTION, 0},
    {"section", M_SECTION, 0},
    {"article:published_time", M_DATE, ISN_FROM_OPENGRAPH},
    {"og:published_time", M_DATE, ISN_FROM_OPENGRAPH},
    {"og:article:published_time", M_DATE, ISN_FROM_OPENGRAPH},
    {"og:pubdate", M_DATE, ISN_FROM_OPENGRAPH},
    {"article:modified_time", M_UPDATED, ISN_FROM_OPENGRAPH},
    {"og:updated_time", M_UPDATED, ISN_FROM_OPENGRAPH},
    {"dc.date", M_DATE, ISN_FROM_DUBLIN_CORE},
    {"dc.date.issued", M_DATE, ISN_FROM_DUBLIN_CORE},
    {"dc.date.created", M_DATE, ISN_FROM_DUBLIN_CORE},
    {"dcterms.date", M_DATE, ISN_FROM_DUBLIN_CORE},
    {"dcterms.issued", M_DATE, ISN_FROM_DUBLIN_CORE},
    {"dcterms.created", M_DATE, ISN_FROM_DUBLIN_CORE},
    {"dc.date.modified", M_UPDATED, ISN_FROM_DUBLIN_CORE},
    {"dcterms.modified", M_UPDATED, ISN_FROM_DUBLIN_CORE},
    {"datepublished", M_DATE, ISN_FROM_MICRODATA},
    {"datecreated", M_DATE, ISN_FROM_MICRODATA},
    {"datemodified", M_UPDATED, ISN_FROM_MICRODATA},
    {"date", M_DATE, ISN_FROM_META},
    {"pubdate", M_DATE, ISN_FROM_META},
    {"publishdate", M_DATE, ISN_FROM_META},
    {"publish-date", M_DATE, ISN_FROM_META},
    {"publish_date", M_DATE, ISN_FROM_META},
    {"publication_date", M_DATE, ISN_FROM_META},
    {"published_time", M_DATE, ISN_FROM_META},
    {"article.published", M_DATE, ISN_FROM_META},
    {"article_date_original", M_DATE, ISN_FROM_META},
    {"sailthru.date", M_DATE, ISN_FROM_META},
    {"parsely-pub-date", M_DATE, ISN_FROM_META},
    {"citation_publication_date", M_DATE, ISN_FROM_META},
    {"cxenseparse:recs:publishtime", M_DATE, ISN_FROM_META},
    {"cxenseparse:publishtime", M_DATE, ISN_FROM_META},
    {"last-modified", M_UPDATED, ISN_FROM_META},
    {"lastmod", M_UPDATED, ISN_FROM_META},
    {"revised", M_UPDATED, ISN_FROM_META},
};

void isn_page_meta(isn_page *page, isn_str name, isn_str content, uint32_t start, uint32_t end) {
    const meta_name *m = NULL;
    for (size_t i = 0; m == NULL && i < ISN_LEN(metas); i++)
        if (strlen(metas[i].name) == name.len &&
            strncasecmp(metas[i].name, name.ptr, name.len) == 0)
            m = &metas[i];
    if (m == NULL)
        return;
    switch (m->what) {
    case M_TITLE: set(page, &page->meta_title, content); break;
    case M_SITE: set(page, &page->site, content); break;
    case M_URL: set(page, &page->canonical, content); break;
    case M_SECTION: set(page, &page->section, content); break;
    case M_AUTHOR:
        if (memmem(content.ptr, content.len, "://", 3) == NULL) /* a profile's address is no name */
            set(page, &page->author, content);
        break;
    case M_OG_TITLE:
        if (page->og_title.ptr == NULL) {
            set(page, &page->og_title, content);
            page->og_start = start;
            page->og_end = end;
        }
        break;
    default: add_date(page, m->from, m->what == M_UPDATED, content, ISN_NO_NODE, start, end);
    }
}

void isn_page_link(isn_page *page, isn_str rel, isn_str href) {
    if (rel.len == 9 && strncasecmp(rel.ptr, "canonical", 9) == 0 && href.len > 0) {
        page->canonical = (isn_str){NULL, 0}; /* wins over og:url */
        set(page, &page->canonical, href);
    }
}

void isn_page_time(isn_page *page, isn_str value, uint32_t node, uint32_t start, uint32_t end) {
    const isn_node *n = &page->nodes.ptr[node];
    bool updated = (n->hints & ISN_HINT_UPDATED) != 0;
    add_date(page, ISN_FROM_TIME, updated, value, node, start, end);
}

/* ---- address --------------------------------------------------------------------------------------------- */

/* /2021/09/10/, /2021-09-10-, /20210910… */
void isn_page_address(isn_page *page, isn_str url) {
    const char *path = url.len > 8 ? memchr(url.ptr + 8, '/', url.len - 8) : NULL;
    const char *end = path == NULL ? NULL : url.ptr + url.len;
    for (const char *at = path; at != NULL && at + 8 < end; at++) {
        unsigned digits = 0;
        if (*at < '0' || *at > '9' || (at[-1] >= '0' && at[-1] <= '9'))
            continue;
        while (at + digits < end && at[digits] >= '0' && at[digits] <= '9')
            digits++;
        size_t n = digits;
        while (digits == 4 && at + n < end && n < 10 && memchr("-/0123456789", at[n], 12) != NULL)
            n++;
        if (n == 8 || (digits == 4 && n >= 8)) {
            uint32_t before = page->dates.len;
            add_date(page, ISN_FROM_URL, false, isn_str_of(at, n), ISN_NO_NODE, 0, 0);
            if (page->dates.len > before)
                return;
        }
        at += digits - 1;
    }
}

/* ---- JSON-LD ------------------------------------------------------------------------------------------------ */

typedef struct graph {
    isn_page *page;
    json_object *root;
    isn_str script;
    uint32_t start;
    bool found;
} graph;

static const char *string_of(json_object *object, const char *key) {
    json_object *value;
    if (!json_object_object_get_ex(object, key, &value) ||
        !json_object_is_type(value, json_type_string))
        return NULL;
    return json_object_get_string(value);
}

static bool type_is(json_object *object, const char *part) {
    json_object *type;
    if (!json_object_object_get_ex(object, "@type", &type))
        return false;
    if (json_object_is_type(type, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(type); i++) {
            const char *one = json_object_get_string(json_object_array_get_idx(type, i));
            if (one != NULL && strstr(one, part) != NULL)
                return true;
        }
        return false;
    }
    return json_object_is_type(type, json_type_string) &&
           strstr(json_object_get_string(type), part) != NULL;
}

/* "Name", {"name": "Name"}, or the first of a list of these. */
static const char *name_in(json_object *object, const char *key) {
    json_object *value;
    if (!json_object_object_get_ex(object, key, &value))
        return NULL;
    if (json_object_is_type(value, json_type_array))
        value = json_object_array_get_idx(value, 0);
    if (json_object_is_type(value, json_type_string))
        return json_object_get_string(value);
    return json_object_is_type(value, json_type_object) ? string_of(value, "name") : NULL;
}

static void ld_date_from(graph *g, json_object *object, const char *key, bool updated,
                         isn_from from) {
    const char *text = string_of(object, key);
    if (text == NULL)
        return;
    size_t len = strlen(text);
    const char *at = len == 0 ? NULL : memmem(g->script.ptr, g->script.len, text, len);
    uint32_t start = at == NULL ? 0 : g->start + (uint32_t)(at - g->script.ptr);
    add_date(g->page, from, updated, isn_str_of(text, len), ISN_NO_NODE, start,
             at == NULL ? 0 : start + (uint32_t)len);
}

/* Where the article's text stands: the first string of that name, as it is written. */
static void find_body(graph *g, size_t len) {
    static const char name[] = "\"articleBody\"";
    const char *at = g->script.ptr, *end = at + g->script.len;
    while ((at = memmem(at, (size_t)(end - at), name, sizeof name - 1)) != NULL) {
        at += sizeof name - 1;
        while (at < end && ((unsigned char)*at <= ' ' || *at == ':'))
            at++;
        if (at >= end || *at != '"')
            continue;
        const char *stop = ++at;
        while (stop < end && *stop != '"')
            stop += *stop == '\\' ? 2 : 1;
        if (stop < end && (size_t)(stop - at) >= len) { /* escapes make it no shorter */
            g->page->ld_start = g->start + (uint32_t)(at - g->script.ptr);
            g->page->ld_end = g->start + (uint32_t)(stop - g->script.ptr);
        }
        return;
    }
}

static void ld_date(graph *g, json_object *object, const char *key, bool updated) {
    ld_date_from(g, object, key, updated, ISN_FROM_JSON_LD);
}

/* What a live page tells of its entries. Their dates are not the page's: FROM_FEED, which has no weight. */
static void read_updates(graph *g, json_object *object) {
    isn_page *page = g->page;
    json_object *list;
    if (!json_object_object_get_ex(object, "liveBlogUpdate", &list) ||
        !json_object_is_type(list, json_type_array))
        return;
    for (size_t i = 0; i < json_object_array_length(list) && i < MOST_UPDATES; i++) {
        json_object *one = json_object_array_get_idx(list, i);
        uint32_t before = page->dates.len;
        if (!json_object_is_type(one, json_type_object))
            continue;
        ld_date_from(g, one, "datePublished", false, ISN_FROM_FEED);
        if (page->dates.len == before)
            continue;
        isn_page_update *u = ISN_PUSH(page->arena, &page->updates);
        *u = (isn_page_update){.date = before};
        set(page, &u->title, isn_str_z(string_of(one, "headline")));
        set(page, &u->url, isn_str_z(string_of(one, "url")));
    }
}

static void read_article(graph *g, json_object *object) {
    isn_page *page = g->page;
    json_object *is_free;
    g->found = true;
    ld_date(g, object, "datePublished", false);
    ld_date(g, object, "dateModified", true);
    set(page, &page->ld_title, isn_str_z(string_of(object, "headline")));
    if (page->ld_body.ptr == NULL && string_of(object, "articleBody") != NULL) {
        set(page, &page->ld_body, isn_str_z(string_of(object, "articleBody")));
        find_body(g, page->ld_body.len);
    }
    const char *author = name_in(object, "author"), *site = name_in(object, "publisher");
    if (author != NULL && strstr(author, "://") == NULL) {
        page->author = (isn_str){NULL, 0}; /* better than <meta>, which often names the site */
        set(page, &page->author, isn_str_z(author));
    }
    set(page, &page->site, isn_str_z(site));
    set(page, &page->section, isn_str_z(name_in(object, "articleSection")));
    page->live = page->live || type_is(object, "LiveBlog");
    read_updates(g, object);
    if (json_object_object_get_ex(object, "isAccessibleForFree", &is_free)) {
        const char *told = json_object_get_string(is_free);
        page->free_told = true;
        page->walled = told != NULL && strcasecmp(told, "false") == 0;
    }
}

static void walk(graph *g, json_object *value, unsigned depth) {
    json_object *inner;
    if (value == NULL || depth > 4 || g->found)
        return;
    if (json_object_is_type(value, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(value) && i < 64; i++)
            walk(g, json_object_array_get_idx(value, i), depth + 1);
        return;
    }
    if (!json_object_is_type(value, json_type_object))
        return;
    if (type_is(value, "Article") || type_is(value, "BlogPosting") || type_is(value, "Reportage")) {
        read_article(g, value);
        return;
    }
    if (json_object_object_get_ex(value, "@graph", &inner))
        walk(g, inner, depth + 1);
    if (json_object_object_get_ex(value, "mainEntity", &inner))
        walk(g, inner, depth + 1);
}

static void read_graph(void *with) {
    graph *g = with;
    walk(g, g->root, 0);
}

void isn_page_json(isn_page *page, isn_str script, uint32_t start) {
    while (script.len > 0 && *script.ptr != '{' &&
           *script.ptr != '[') { /* blanks, <![CDATA[, <!-- */
        bool cdata =
            *script.ptr == '<' && script.len > 9 && memcmp(script.ptr, "<![CDATA[", 9) == 0;
        size_t n = cdata ? 9 : 1;
        script.ptr += n;
        script.len -= n;
        start += (uint32_t)n;
    }
    if (script.len == 0 || script.len > MOST_SCRIPT || page->dates.len >= MOST_DATES)
        return;
    json_tokener *tokener = json_tokener_new_ex(DEEPEST_JSON);
    if (tokener == NULL)
        isn_arena_fail(page->arena);
    graph g = {.page = page, .script = script, .start = start};
    g.root = json_tokener_parse_ex(tokener, script.ptr, (int)script.len);
    bool whole = json_tokener_get_error(tokener) == json_tokener_success;
    json_tokener_free(tokener);
    bool done = !whole || isn_arena_try(page->arena, read_graph, &g);
    json_object_put(g.root);
    if (!done)
        isn_arena_fail(page->arena);
}

/* ---- weighing ---------------------------------------------------------------------------------------------- */

/* What each source is worth alone. Structured data come first because readers never see them and software
 * writes them; an address is often that of the day the page was made. */
static unsigned weight_of(unsigned from) {
    switch (from) {
    case ISN_FROM_JSON_LD: return 10;
    case ISN_FROM_OPENGRAPH: return 9;
    case ISN_FROM_MICRODATA: return 8;
    case ISN_FROM_DUBLIN_CORE:
    case ISN_FROM_META: return 7;
    case ISN_FROM_TIME: return 5;
    default: return 4;
    }
}

/* Only the first date of each source has a say: the others are of other stories. */
static bool is_first(const isn_page *page, uint32_t index) {
    const isn_told_date *d = &page->dates.ptr[index];
    for (uint32_t i = 0; i < index; i++) {
        const isn_told_date *other = &page->dates.ptr[i];
        if (other->from == d->from && other->updated == d->updated && !other->away)
            return false;
    }
    return !d->away;
}

/* Software likes to write Greenwich time, in which a paper's morning is the day before. Where another source tells the
 * same minute in a zone of its own, or an evening there (from 20:00 on) by the next day alone, that is what its readers saw. */
static uint32_t local_of(const isn_page *page, uint32_t best) {
    const isn_told_date *d = &page->dates.ptr[best];
    int64_t minute, same;
    int zone;
    if (!isn_page_instant(d->text, &minute, &zone) || zone != 0)
        return best;
    for (uint32_t i = 0; i < page->dates.len && i < MOST_WEIGHED; i++) {
        const isn_told_date *other = &page->dates.ptr[i];
        if (other->updated != d->updated || other->from == ISN_FROM_FEED || !is_first(page, i))
            continue;
        bool has_zone = isn_page_instant(other->text, &same, &zone);
        if (has_zone ? zone != 0 && same / 2 == minute / 2
                     : other->day == d->day + 1 && minute % 1440 >= (int64_t)20 * 60)
            return i;
    }
    return best;
}

static uint32_t weigh(const isn_page *page, bool updated) {
    uint32_t best = UINT32_MAX, n = page->dates.len;
    unsigned most = 0;
    n = n < MOST_WEIGHED ? n : MOST_WEIGHED;
    for (uint32_t i = 0; i < n; i++) {
        const isn_told_date *d = &page->dates.ptr[i];
        unsigned weight = 0;
        if (d->updated != updated || d->from == ISN_FROM_FEED || !is_first(page, i))
            continue;
        for (uint32_t k = 0; k < n; k++) {
            const isn_told_date *other = &page->dates.ptr[k];
            int32_t apart = other->day - d->day;
            if (other->updated == updated && apart >= -1 && apart <= 1 && is_first(page, k))
                weight += weight_of(other->from) * (k == i ? 11 : 10);
        }
        if (weight > most) {
            most = weight;
            best = i;
        }
    }
    return best == UINT32_MAX ? best : local_of(page, best);
}

uint32_t isn_page_published(const isn_page *page) {
    return weigh(page, false);
}

uint32_t isn_page_updated(const isn_page *page) {
    return weigh(page, true);
}
