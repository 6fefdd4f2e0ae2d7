/* test_page.c: src/article: character sets, the map back to the bytes, web pages. Whole pages are held
 * against what a reader would find in tests/pages.py; here stand the parts, and hostile input. */
#include "article/charset.h"
#include "article/page.h"
#include "check.h"

static isn_arena *arena;
static isn_guard guard;

static bool begin(void) {
    if (isn_arena_new(&arena, 0) != ISN_OK)
        return false;
    isn_arena_guard(arena, &guard);
    return true;
}

static void end(void) {
    isn_arena_free(arena);
}

static isn_str str(const char *text) {
    return isn_str_of(text, strlen(text));
}

/* ---- character sets ------------------------------------------------------------------------------------ */

static void check_decoded(isn_str bytes, const char *label, bool html, isn_charset set,
                          const char *want) {
    isn_decoded d;
    REQUIRE(begin());
    isn_charset_decode(&d, arena, bytes, isn_str_z(label), html);
    CHECK_INT(d.charset, set);
    CHECK_STRN(d.text.ptr, d.text.len, want);
    end();
}

#define WIN1256                                                                                    \
    "\xC3\xDA\xE1\xE4\xCA \xE6\xD2\xC7\xD1\xC9 \xC7\xE1\xCF\xC7\xCE\xE1\xED\xC9\xA1 "              \
    "\xC7\xE1\xED\xE6\xE3"
#define ISO8859_6                                                                                  \
    "\xC3\xD9\xE4\xE6\xCA \xE8\xD2\xC7\xD1\xC9 \xC7\xE4\xCF\xC7\xCE\xE4\xEA\xC9\xAC "              \
    "\xC7\xE4\xEA\xE8\xE5"
#define ANNOUNCED "أعلنت وزارة الداخلية، اليوم"

TEST(sets_are_told_by_their_letters) {
    check_decoded(str(WIN1256), NULL, false, ISN_CS_WIN1256, ANNOUNCED);
    check_decoded(str(ISO8859_6), NULL, false, ISN_CS_ISO8859_6, ANNOUNCED);
    check_decoded(str(ANNOUNCED), NULL, false, ISN_CS_UTF8, ANNOUNCED);
    check_decoded(str("plain ASCII"), "windows-1256", false, ISN_CS_UTF8, "plain ASCII");
    check_decoded(str("caf\xE9 cr\xE8me, d\xE9j\xE0 vu"), "iso-8859-1", false, ISN_CS_WIN1252,
                  "café crème, déjà vu");
    check_decoded(str(""), "utf-8", true, ISN_CS_UTF8, "");
}

TEST(labels_that_lie_are_overruled) {
    check_decoded(str(WIN1256), "utf-8", false, ISN_CS_WIN1256, ANNOUNCED);
    check_decoded(str(WIN1256), "iso-8859-6", false, ISN_CS_WIN1256, ANNOUNCED);
    check_decoded(str(ISO8859_6), "windows-1256", false, ISN_CS_ISO8859_6, ANNOUNCED);
    check_decoded(str(ANNOUNCED), "windows-1256", false, ISN_CS_UTF8, ANNOUNCED);
    check_decoded(str("<meta charset=utf-16>" ANNOUNCED), NULL, true, ISN_CS_UTF8,
                  "<meta charset=utf-16>" ANNOUNCED);
}

TEST(mac_arabic_has_digits_of_its_own) {
    check_decoded(str(ISO8859_6 " \xB1\xB2\xB3 \xB4\xB5"), NULL, false, ISN_CS_MACARABIC,
                  ANNOUNCED " ١٢٣ ٤٥");
}

TEST(utf16_with_a_mark_and_without) {
    static const char little[] = "\xFF\xFE\x42\x06\x2A\x06\x44\x06\x20\x00\x31\x00\x3D\xD8\x00\xDE";
    static const char big[] =
        "\x06\x42\x06\x2A\x06\x44\x00\x20\x00\x31\x00\x32\x00\x20\x06\x2C\x06\x46\x06\x2F\x06\x4A";
    check_decoded(isn_str_of(little, sizeof little - 1), NULL, false, ISN_CS_UTF16LE,
                  "قتل 1\xF0\x9F\x98\x80");
    check_decoded(isn_str_of(big, sizeof big - 1), NULL, false, ISN_CS_UTF16BE, "قتل 12 جندي");
}

/* Encodes UTF-8 as if it were Latin 1. */
static size_t twist(char *out, isn_str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += isn_utf8_put(out + n, (unsigned char)s.ptr[i]);
    return n;
}

TEST(what_was_encoded_twice_is_mended) {
    char twisted[256];
    isn_decoded d;
    size_t n = twist(twisted, str(ANNOUNCED));
    REQUIRE(begin());
    isn_charset_decode(&d, arena, isn_str_of(twisted, n), str("utf-8"), false);
    CHECK_STRN(d.text.ptr, d.text.len, ANNOUNCED);
    CHECK_INT(d.mended, ISN_CS_LATIN1);
    uint32_t start = 0, stop = (uint32_t)strlen("أعلنت");
    isn_map_span(d.map, &start, &stop);
    CHECK_INT(start, 0);
    CHECK_INT(stop, 2 * strlen("أعلنت"));
    end();
}

/* Every word of the text, found again in the bytes. */
TEST(maps_of_single_bytes_count_characters) {
    isn_decoded d;
    char text[4096];
    size_t n = 0;
    while (n + 64 < sizeof text) {
        memcpy(text + n, WIN1256 " ", sizeof WIN1256);
        n += sizeof WIN1256;
    }
    REQUIRE(begin());
    isn_charset_decode(&d, arena, isn_str_of(text, n), (isn_str){NULL, 0}, false);
    REQUIRE(d.map != NULL);
    uint32_t characters = 0;
    for (uint32_t at = 0; at < d.text.len;) {
        uint32_t cp, start = at;
        at += isn_utf8_next(&cp, (const unsigned char *)d.text.ptr + at,
                            (const unsigned char *)d.text.ptr + d.text.len);
        uint32_t stop = at;
        isn_map_span(d.map, &start, &stop);
        CHECK_INT(start, characters);
        CHECK_INT(stop, characters + 1);
        characters++;
        if (check_bad)
            break;
    }
    CHECK_INT(characters, n);
    end();
}

/* ---- dates -------------------------------------------------------------------------------------------------- */

static void check_day(const char *text, const char *day, const char *time) {
    char got[11] = "", clock[32];
    int32_t number = isn_page_day(str(text), clock);
    if (number != ISN_NO_DAY)
        isn_day_text(got, number);
    CHECK_STR(got, day);
    CHECK_STR(clock, time);
}

TEST(dates_as_machines_write_them) {
    check_day("2021-09-10", "2021-09-10", "");
    check_day("2021-09-10T14:30:00+03:00", "2021-09-10", "2021-09-10T14:30:00+03:00");
    check_day("2021-09-10T23:30:00Z", "2021-09-10", "2021-09-10T23:30:00+00:00");
    check_day("2021-09-10T14:30:00.123-0500", "2021-09-10", "2021-09-10T14:30:00-05:00");
    check_day("2021-09-10 14:30", "2021-09-10", "2021-09-10T14:30:00");
    check_day("2021/9/1", "2021-09-01", "");
    check_day("20210910", "2021-09-10", "");
    check_day("Fri, 10 Sep 2021 14:30:05 +0300", "2021-09-10", "2021-09-10T14:30:05+03:00");
    check_day("Fri, 10 Sep 2021 14:30:05 GMT", "2021-09-10", "2021-09-10T14:30:05+00:00");
    check_day("Fri Sep 10 14:30:05 2021", "2021-09-10", "2021-09-10T14:30:05");
    check_day("10 September 2021", "2021-09-10", "");
    check_day("September 10, 2021 2:30 PM", "2021-09-10", "2021-09-10T14:30:00");
    check_day("10/09/2021", "2021-09-10", "");
    check_day("10-9-2021 08:05", "2021-09-10", "2021-09-10T08:05:00");
    check_day("1631284200", "2021-09-10", "2021-09-10T14:30:00+00:00");
    check_day("1631284200000", "2021-09-10", "2021-09-10T14:30:00+00:00");
}

TEST(what_is_no_date) {
    static const char *const texts[] = {
        "",           "today",       "2021",       "2021-13-01",  "2021-02-30",
        "31/31/2021", "12345678901", "1399-06-19", "10 Foo 2021", "2021-09",
        "--",         "99999999"};
    for (size_t i = 0; i < ISN_LEN(texts); i++)
        check_day(texts[i], "", "");
}

/* ---- pages --------------------------------------------------------------------------------------------------- */

static void read_page(isn_article *article, isn_str html, const char *url) {
    *article = (isn_article){.given = html, .utf8 = html, .url = isn_str_z(url)};
    isn_article_page(article, arena);
    uint32_t last = 0;
    for (uint32_t i = 0; i < article->nblocks; i++) {
        const isn_block *b = &article->blocks[i];
        uint32_t start = b->start, stop = b->end;
        CHECK(b->start >= last && b->start < b->end && b->end <= article->len);
        last = b->end;
        isn_article_place(article, &start, &stop);
        CHECK(start < stop && stop <= html.len);
    }
}

/* The blocks as "role:text|role:text". */
static void check_page(const char *html, const char *want) {
    isn_article article;
    isn_buf buf;
    static const char roles[] = "btdyckLx";
    isn_buf_init(&buf);
    REQUIRE(begin());
    read_page(&article, str(html), NULL);
    for (uint32_t i = 0; i < article.nblocks; i++) {
        const isn_block *b = &article.blocks[i];
        if (i > 0)
            isn_buf_putc(&buf, '|');
        isn_buf_putc(&buf, roles[b->role]);
        isn_buf_putc(&buf, ':');
        isn_buf_put(&buf, article.bytes + b->start, b->end - b->start);
    }
    CHECK_STRN(buf.ptr == NULL ? "" : buf.ptr, buf.len, want);
    isn_buf_release(&buf);
    end();
}

#define LONG                                                                                       \
    "The ministry said in a statement that it had opened an inquiry, and gave no details of it"

TEST(blanks_and_entities) {
    check_page("<p>" LONG ".</p>", "b:" LONG ".");
    check_page("<h1>A  title\n here</h1><p>" LONG " &amp; x&nbsp;<b>y</b>\n  z.</p>",
               "t:A title here|b:" LONG " & x\u00a0y z.");
    check_page("<p>" LONG ", A&#65;&#x41;&bogus;&amp no.</p>", "b:" LONG ", AAA&bogus;&amp no.");
}

TEST(breaks_part_paragraphs) {
    check_page("<div>" LONG ".<br>" LONG "!<br><br>" LONG "?</div>",
               "b:" LONG ".|b:" LONG "!|b:" LONG "?");
}

TEST(furniture_is_left_out) {
    check_page("<nav><a href=/>Home</a></nav><div class=article-body><p>" LONG
               ".</p><div class=share-bar>Share it</div>"
               "<ul><li><a href=/1>One other story</a><li><a href=/2>Another</a></ul><p>" LONG
               "!</p></div><div id=comments><p>" LONG "</p></div><script>var a = '<p>" LONG
               "';</script><p hidden>" LONG "</p>",
               "b:" LONG ".|b:" LONG "!");
}

TEST(headline_that_is_only_in_the_head) {
    check_page("<head><meta property=og:title content='Two &quot;dead&quot; in the "
               "north'></head><body><p>" LONG ".</p>",
               "t:Two \"dead\" in the north|b:" LONG ".");
    check_page("<title>Two dead in the north - The Paper</title><body><p>" LONG ".</p>",
               "t:Two dead in the north|b:" LONG ".");
}

TEST(captions_and_credits) {
    check_page("<article><h1>Two dead in it</h1><figure><figcaption>Smoke above the "
               "town</figcaption></figure><p>" LONG
               ".</p><span class=photo-credit>Reuters</span></article>",
               "t:Two dead in it|c:Smoke above the town|b:" LONG ".|k:Reuters");
}

TEST(spans_hold_tags_and_entities) {
    isn_article article;
    static const char html[] = "<p>" LONG ", <b>tw&#111;</b>  men.</p>";
    REQUIRE(begin());
    read_page(&article, str(html), NULL);
    const char *at = strstr(article.bytes, "two men");
    REQUIRE(at != NULL);
    uint32_t start = (uint32_t)(at - article.bytes), stop = start + 7;
    isn_str shown = isn_article_shown(&article, start, stop);
    CHECK_STRN(shown.ptr, shown.len, "tw&#111;</b>  men");
    isn_article_place(&article, &start, &stop);
    CHECK_STRN(html + start, stop - start, "tw&#111;</b>  men");
    end();
}

static void check_published(const char *html, const char *url, const char *day, unsigned from) {
    isn_article article;
    char got[11] = "";
    REQUIRE(begin());
    read_page(&article, str(html), url);
    if (article.page->published != ISN_NO_DAY)
        isn_day_text(got, article.page->published);
    CHECK_STR(got, day);
    CHECK_INT(article.page->published_from, from);
    end();
}

#define OG(day) "<meta property='article:published_time' content='" day "'>"
#define LD(day)                                                                                    \
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"" day       \
    "\"}</script>"

TEST(dates_are_weighed) {
    check_published(LD("2021-09-10") "<p>" LONG ".", NULL, "2021-09-10", ISN_FROM_JSON_LD);
    check_published(LD("2023-01-01") OG("2021-09-10") "<p>" LONG ".", "https://a.org/2021/09/10/x",
                    "2021-09-10", ISN_FROM_OPENGRAPH);
    check_published("<p>" LONG ".", "https://a.org/2021/09/10/x", "2021-09-10", ISN_FROM_URL);
    check_published("<p>" LONG ".", "https://a.org/20210910/x", "2021-09-10", ISN_FROM_URL);
    check_published("<p>" LONG ".", "https://a.org/2021/09/", "", ISN_FROM_NONE);
    check_published("<script type=application/ld+json>{broken</script><p>" LONG ".", NULL, "",
                    ISN_FROM_NONE);
    check_published("<meta property=article:modified_time content=2021-09-11><p>" LONG ".", NULL,
                    "2021-09-11", ISN_FROM_UPDATED);
}

/* ---- hostile pages --------------------------------------------------------------------------------------------- */

static char *repeat(const char *what, size_t times, size_t *len) {
    size_t n = strlen(what);
    char *out = malloc(n * times + 1);
    for (size_t i = 0; out != NULL && i < times; i++)
        memcpy(out + i * n, what, n);
    *len = n * times;
    return out;
}

static void check_hostile(const char *what, size_t times, bool cut) {
    isn_article article;
    size_t len;
    char *html = repeat(what, times, &len);
    REQUIRE(html != NULL && begin());
    read_page(&article, isn_str_of(html, len), NULL);
    CHECK((article.page->cut != NULL) == cut);
    end();
    free(html);
}

TEST(hostile_pages_end_soon) {
    check_hostile("<div>", 100000, true);
    check_hostile("<b>", 100000, true);
    check_hostile("</div>", 100000, false);
    check_hostile("&amp;", 200000, false);
    check_hostile("&amp;", 400000, true);
    check_hostile("&amp; <p>", 600000, true);
    check_hostile("<", 100000, false);
    check_hostile("<!--", 10000, false);
    check_hostile("<p a=\"", 10000, false);
    check_hostile("<script>", 10000, false);
    check_hostile("<table><tr><td>x", 2000, true);
    check_hostile("&", 100000, false);
}
