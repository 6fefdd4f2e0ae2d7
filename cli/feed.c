/* feed.c: entries of RSS, Atom and news sitemaps → small pages: the title as a heading, then the content as the
 * feed has it. An entry is found by its tags and need not be well-formed around them; feeds seldom are.
 * Only what ASCII signs are escaped as is undone, once, so that the encoding of the feed does not matter here.
 * JSON Feed is handed on to feed_json.c.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "markup.h"
#include "reader.h"

static const char *find(isn_str in, const char *what) {
    return in.len == 0 ? NULL : memmem(in.ptr, in.len, what, strlen(what));
}

/* What an element of this name holds; its start tag. */
static bool child(isn_str in, const char *name, isn_str *inner, isn_str *tag) {
    const char *at = cli_markup_tag(in, name, false);
    const char *end = at == NULL ? NULL : find(cli_markup_from(in, at), ">");
    if (end == NULL) {
        return false;
    }
    *tag = (isn_str){at, (size_t)(end - at)};
    *inner = (isn_str){end + 1, 0};
    if (end[-1] == '/') {
        return true;
    }
    const char *close = cli_markup_tag(cli_markup_from(in, end), name, true);
    if (close == NULL) {
        return false;
    }
    inner->len = (size_t)(close - end - 1);
    return true;
}

/* ---- text --------------------------------------------------------------------------------------- */

/* CDATA as it is, tags as they are (XHTML), all else with its escapes undone. */
static void put_content(cli_text *out, isn_str in) {
    bool tags = false;
    for (isn_str at = in; at.len > 0;) {
        const char *sign = memchr(at.ptr, '<', at.len);
        if (sign == NULL) {
            break;
        }
        const char *raw = cli_markup_behind_raw(cli_markup_from(at, sign));
        tags = tags || raw == NULL;
        at = cli_markup_from(at, raw == NULL ? sign + 1 : raw);
    }
    while (in.len > 0) {
        const char *sign = memchr(in.ptr, '<', in.len);
        const char *raw = sign == NULL ? NULL : cli_markup_behind_raw(cli_markup_from(in, sign));
        size_t plain = sign == NULL  ? in.len
                       : raw == NULL ? (size_t)(sign - in.ptr) + 1
                                     : (size_t)(sign - in.ptr);
        if (tags) {
            cli_text_put(out, in.ptr, plain);
        } else {
            cli_markup_unescape(out, (isn_str){in.ptr, plain});
        }
        if (raw != NULL && sign[3] == 'C' && raw - sign >= 12) {
            cli_text_put(out, sign + 9, (size_t)(raw - sign) - 12);
        }
        in = cli_markup_from(in, raw != NULL ? raw : in.ptr + plain);
    }
}

/* ---- dates ---------------------------------------------------------------------------------------- */

/* "Fri, 10 Sep 2021 14:30:00 GMT" and what is written YYYY-MM-DD already. False for anything else. */
static bool give_date(cli_job *job, isn_str value) {
    static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
    char copy[64];
    char month[4] = "";
    unsigned day = 0;
    unsigned year = 0;
    snprintf(copy, sizeof copy, "%.*s", (int)(value.len < 63 ? value.len : 63), value.ptr);
    const char *at = copy + strspn(copy, " \t\r\n");
    if (cli_is_date(at, strlen(at))) {
        cli_job_give(job, FIELD_PUBLISHED, at, strlen(at));
        return true;
    }
    at = strchr(at, ',') != NULL ? strchr(at, ',') + 1 : at;
    if (sscanf(at, " %2u%*1[ -]%3[a-zA-Z]%*[a-zA-Z]%*1[ -]%4u", &day, month, &year) != 3 &&
        sscanf(at, " %2u%*1[ -]%3[a-zA-Z]%*1[ -]%4u", &day, month, &year) != 3) {
        return false;
    }
    year += year >= 100 ? 0 : year < 70 ? 2000 : 1900; /* as RFC 822 has them */
    for (unsigned i = 0; i < 12; i++) {
        if (strcasecmp(months[i], month) == 0) {
            char *date = cli_format("%04u-%02u-%02u", year, i + 1, day);
            bool fine = cli_is_date(date, strlen(date));
            if (fine) {
                cli_job_give(job, FIELD_PUBLISHED, date, strlen(date));
            }
            free(date);
            return fine;
        }
    }
    return false;
}

/* ---- entries ---------------------------------------------------------------------------------------- */

static bool first_of(isn_str in, const char *const *names, isn_str *inner) {
    isn_str tag;
    for (; *names != NULL; names++) {
        if (child(in, *names, inner, &tag) && inner->len > 0) {
            return true;
        }
    }
    return false;
}

static bool is_blank(const char *ptr, size_t len) {
    while (len > 0 && (unsigned char)ptr[len - 1] <= ' ') {
        len--;
    }
    return len == 0;
}

/* What the first of these elements that says anything holds, between two tags. */
static void put_first(cli_text *out, isn_str entry, const char *const *names, const char *open,
                      const char *close) {
    isn_str inner;
    isn_str tag;
    size_t before = out->len;
    cli_text_put(out, open, strlen(open));
    size_t begin = out->len;
    for (; *names != NULL && is_blank(out->ptr + begin, out->len - begin); names++) {
        if (child(entry, *names, &inner, &tag)) {
            out->len = begin;
            put_content(out, inner);
        }
    }
    if (is_blank(out->ptr + begin, out->len - begin)) {
        out->len = before;
    } else {
        cli_text_put(out, close, strlen(close));
    }
}

static void give(cli_job *job, int field, isn_str in) {
    cli_text value = {0};
    put_content(&value, in);
    cli_job_give(job, field, value.ptr, value.len);
    free(value.ptr);
}

/* <link>address</link>, or <link rel="alternate" href="address"/> */
static void give_link(cli_job *job, isn_str entry) {
    static const char *const names[] = {"loc", "link", "guid", NULL};
    isn_str inner = {NULL, 0};
    isn_str tag = {NULL, 0};
    if (first_of(entry, names, &inner)) {
        give(job, FIELD_URL, inner);
        return;
    }
    for (isn_str rest = entry; child(rest, "link", &inner, &tag);
         rest = cli_markup_from(rest, tag.ptr + tag.len)) {
        const char *href = find(tag, "href=");
        if (href == NULL || (find(tag, "rel=") != NULL && find(tag, "alternate") == NULL)) {
            continue;
        }
        char quote = href[5];
        const char *end = memchr(href + 6, quote, tag.len - (size_t)(href + 6 - tag.ptr));
        if (end != NULL) {
            give(job, FIELD_URL, (isn_str){href + 6, (size_t)(end - href) - 6});
            return;
        }
    }
}

/* A day that is written as a page would write it is left to the reader of pages: a line below the headline. */
static void put_date(cli_text *page, size_t at, isn_str date) {
    cli_text rest = {0};
    cli_text_put(&rest, page->ptr + at, page->len - at);
    page->len = at;
    cli_text_put(page, "<div>", 5);
    put_content(page, date);
    cli_text_put(page, "</div>\n", 7);
    cli_text_put(page, rest.ptr, rest.len);
    free(rest.ptr);
}

void cli_feed_begin(const cli_reader *r, cli_job *job, uint64_t offset) {
    char *source = cli_format("%s:%llu", r->path, (unsigned long long)offset);
    cli_job_begin(job, JOB_DATA, r->path);
    job->page = true;
    cli_job_give(job, FIELD_ID, source, strlen(source));
    free(source);
}

static void fill(cli_reader *r, cli_job *job, isn_str entry, uint64_t offset) {
    static const char *const titles[] = {"title", "news:title", NULL};
    static const char *const bodies[] = {"content:encoded", "content", "description", "summary",
                                         NULL};
    static const char *const dates[] = {"pubDate", "published", "dc:date", "news:publication_date",
                                        "updated", NULL};
    static const char *const outlets[] = {"news:name", NULL};
    isn_str inner;
    cli_feed_begin(r, job, offset);
    put_first(&job->bytes, entry, titles, "<h1>", "</h1>\n");
    size_t headed = job->bytes.len;
    put_first(&job->bytes, entry, bodies, "<div itemprop=\"articleBody\">", "</div>\n");
    if (first_of(entry, dates, &inner) && !give_date(job, inner) && headed > 0 && inner.len < 200) {
        put_date(&job->bytes, headed, inner);
    }
    if (first_of(entry, outlets, &inner)) {
        give(job, FIELD_OUTLET, inner);
    } else if (r->outlet != NULL) {
        cli_job_give(job, FIELD_OUTLET, r->outlet, strlen(r->outlet));
    }
    give_link(job, entry);
    if (r->charset != NULL) {
        job->charset = cli_copy(r->charset);
    }
}

/* What stands before the first entry: the encoding, and who publishes the feed. */
static void read_head(cli_reader *r, isn_str head) {
    isn_str inner;
    isn_str tag;
    const char *encoding = find((isn_str){head.ptr, head.len < 200 ? head.len : 200}, "encoding=");
    if (encoding != NULL) {
        const char *end =
            memchr(encoding + 10, encoding[9], head.len - (size_t)(encoding + 10 - head.ptr));
        size_t n = end == NULL ? 0 : (size_t)(end - encoding) - 10;
        r->charset = n > 0 && n < 40 ? cli_format("%.*s", (int)n, encoding + 10) : NULL;
    }
    if (child(head, "title", &inner, &tag)) {
        cli_text title = {0};
        put_content(&title, inner);
        r->outlet = title.len > 0
                        ? cli_format("%.*s", (int)(title.len < 400 ? title.len : 400), title.ptr)
                        : NULL;
        free(title.ptr);
    }
}

/* A page or a sitemap of which nothing but the address is told, and when it changed. */
static bool fill_address(cli_reader *r, cli_job *job, isn_str entry, bool sitemap) {
    static const char *const changes[] = {"lastmod", NULL};
    isn_str inner;
    cli_job_begin(job, JOB_ADDRESS, r->path);
    job->sitemap = sitemap;
    if (first_of(entry, changes, &inner)) {
        give_date(job, inner);
    }
    give_link(job, entry);
    return job->given[FIELD_URL] != NULL;
}

/* False where the entry is none to be told of. */
static bool take_entry(cli_reader *r, cli_job *job, isn_str entry, const char *name,
                       uint64_t offset) {
    bool sitemap = strcmp(name, "sitemap") == 0;
    r->number++;
    if (!sitemap) {
        fill(r, job, entry, offset);
        if (job->bytes.len > 0) {
            return true;
        }
    }
    r->bare++;
    if (!r->addresses) {
        return false;
    }
    if (sitemap || strcmp(name, "url") == 0) {
        return fill_address(r, job, entry, sitemap);
    }
    return job->given[FIELD_URL] != NULL;
}

/* Does it call itself a feed, so that it may well have no entries? */
static bool is_feed(isn_str head) {
    static const char *const roots[] = {"rss", "feed", "urlset", "sitemapindex", "rdf:RDF"};
    bool any = false;
    for (size_t i = 0; !any && i < sizeof roots / sizeof roots[0]; i++) {
        any = cli_markup_tag(head, roots[i], false) != NULL;
    }
    return any;
}

/* The nearest entry that begins in the window. */
static const char *find_entry(isn_str window, const char **name) {
    static const char *const names[] = {"item", "entry", "url", "sitemap"};
    const char *nearest = NULL;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        isn_str in =
            nearest == NULL ? window : (isn_str){window.ptr, (size_t)(nearest - window.ptr)};
        const char *at = cli_markup_tag(in, names[i], false);
        if (at != NULL) {
            nearest = at;
            *name = names[i];
        }
    }
    return nearest;
}

/* At the end: what is to be told where nothing came. */
static bool end_feed(cli_reader *r, cli_job *job, bool any) {
    bool feed = r->begun || r->is_feed;
    r->any = r->any || any;
    r->begun = true;
    if (any && !feed && cli_stream_fault(r->stream) == NULL) {
        return cli_job_wrong(job, r->path, 0, 0,
                             "no entries of RSS, Atom, JSON Feed or a news sitemap in it");
    }
    if (r->bare > 0 && r->bare == r->number && !r->addresses) {
        r->bare = 0;
        return cli_job_wrong(job, r->path, 0, 0,
                             "nothing but addresses in it; isnad watch asks for what they name");
    }
    return false;
}

bool cli_feed_next(cli_reader *r, cli_job *job) {
    cli_stream *s = r->stream;
    if (r->is_json || (!r->begun && cli_feed_is_json(s))) {
        r->is_json = true;
        return cli_feed_json_next(r, job);
    }
    for (;;) {
        isn_str window = {cli_stream_ptr(s), cli_stream_len(s)};
        const char *name = NULL;
        const char *at = find_entry(window, &name);
        if (at == NULL) {
            bool full = window.len > MOST_PAGE;
            if (full) { /* keep what may be the beginning of a tag */
                cli_stream_take(s, window.len - 16);
            }
            if (cli_stream_more(s)) {
                continue;
            }
            bool any = window.len > 0;
            r->is_feed = r->is_feed || is_feed(window);
            cli_stream_take(s, cli_stream_len(s));
            return end_feed(r, job, any);
        }
        if (!r->begun) {
            read_head(r, (isn_str){window.ptr, (size_t)(at - window.ptr)});
        }
        r->begun = r->any = r->is_feed = true;
        cli_stream_take(s, (size_t)(at - window.ptr));
        uint64_t offset = cli_stream_offset(s);
        const char *close = NULL;
        do {
            window = (isn_str){cli_stream_ptr(s), cli_stream_len(s)};
            close = cli_markup_tag(window, name, true);
        } while (close == NULL && window.len <= MOST_PAGE && cli_stream_more(s));
        if (close == NULL) {
            cli_stream_take(s, cli_stream_len(s)); /* no other of its name is closed in it either */
            return cli_job_wrong(job, r->path, 0, offset,
                                 window.len > MOST_PAGE ? "an entry larger than 16 MiB; skipped"
                                                        : "an entry that is not closed; skipped");
        }
        size_t len = (size_t)(close - window.ptr);
        bool told = take_entry(r, job, (isn_str){window.ptr, len}, name, offset);
        cli_stream_take(s, len);
        if (told) {
            return true;
        }
    }
}
