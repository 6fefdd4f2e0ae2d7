/* test_article.c: src/article: blocks of plain text, lines of JSONL. */
#include "article/article.h"
#include "article/jsonl.h"
#include "check.h"

/* ---- blocks ------------------------------------------------------------------------------------- */

/* The blocks as "|text|text", with "+" where a gap stands before one. */
static void check_blocks(const char *text, size_t len, const char *want) {
    isn_arena *arena = NULL;
    isn_guard guard;
    REQUIRE(isn_arena_new(&arena, 0) == ISN_OK);
    REQUIRE(setjmp(guard.jump) == 0);
    isn_arena_guard(arena, &guard);
    isn_article article = {.bytes = text, .len = (uint32_t)len};
    isn_buf buf;
    isn_buf_init(&buf);
    isn_article_blocks(&article, arena);
    for (uint32_t i = 0; i < article.nblocks; i++) {
        const isn_block *b = &article.blocks[i];
        CHECK(b->start < b->end && b->end <= len);
        CHECK_INT(b->role, ISN_ROLE_BODY);
        isn_buf_puts(&buf, b->gap_before ? "+|" : "|");
        isn_buf_put(&buf, text + b->start, b->end - b->start);
    }
    CHECK_STRN(buf.ptr == NULL ? "" : buf.ptr, buf.len, want);
    isn_buf_release(&buf);
    isn_arena_free(arena);
}

#define BLOCKS(text, want) check_blocks(text, sizeof text - 1, want)

TEST(blocks_end_at_every_kind_of_line_end) {
    BLOCKS("", "");
    BLOCKS("\n\n \t\r\n", "");
    BLOCKS("عاجل", "|عاجل");
    BLOCKS("a\nb\r\nc\rd\xE2\x80\xA8"
           "e\xE2\x80\xA9"
           "f\0g",
           "|a|b|c|d|e|f|g");
    BLOCKS("a\n\nb", "|a+|b");
    BLOCKS("a\r\n\r\nb\r\nc", "|a+|b|c");
    BLOCKS("\n\na\n\n\n", "+|a");
    BLOCKS("a\0\0b", "|a+|b");
    BLOCKS("a \xE2\x80\x9C b", "|a \xE2\x80\x9C b"); /* E2 is no line end by itself */
}

TEST(blocks_lose_their_blanks) {
    BLOCKS("  \t a b \xC2\xA0\n", "|a b");
    BLOCKS("\xEF\xBB\xBFعنوان\xE2\x80\x8F\n\xE2\x80\x8F\n\xE2\x80\x8Fنص", "|عنوان+|نص");
    BLOCKS("\xE3\x80\x80x\xE2\x80\xAF\xE2\x80\x8B", "|x");
    BLOCKS(" \xFF \n\x80", "|\xFF|\x80"); /* malformed bytes are no blanks */
    BLOCKS("x\xE2\x80\n\xC2", "|x\xE2\x80|\xC2");
}

TEST(blocks_of_lines_of_every_length) {
    for (size_t n = 1; n < 70; n++) {
        char text[200] = "", want[200] = "|";
        for (size_t i = 0; i < n; i++)
            strcat(text, i > 0 && i + 1 < n && i % 5 == 2 ? "\t" : "x");
        strcat(strcat(want, text), "|y");
        strcat(text, "\ny");
        check_blocks(text, strlen(text), want);
    }
}

TEST(blocks_tell_the_first_malformed_byte) {
    isn_arena *arena = NULL;
    isn_guard guard;
    REQUIRE(isn_arena_new(&arena, 0) == ISN_OK);
    REQUIRE(setjmp(guard.jump) == 0);
    isn_arena_guard(arena, &guard);
    isn_article article = {.bytes = "قتل\xFF\xFE", .len = 8};
    isn_article_blocks(&article, arena);
    CHECK_INT(article.bad_utf8, 6);
    article = (isn_article){.bytes = "قتل", .len = 6};
    isn_article_blocks(&article, arena);
    CHECK(article.bad_utf8 == UINT64_MAX);
    article = (isn_article){.bytes = NULL, .len = 0};
    isn_article_blocks(&article, arena);
    CHECK(article.bad_utf8 == UINT64_MAX);
    CHECK_INT(article.nblocks, 0);
    isn_arena_free(arena);
}

/* ---- JSONL -------------------------------------------------------------------------------------- */

static bool same(isn_str a, isn_str b) {
    return isn_str_eq(a, b) && (a.ptr == NULL) == (b.ptr == NULL);
}

/* Parses the line in both ways, which must agree, and gives the input's fields as one text. */
static void check_line(const char *line, size_t len, const char *want) {
    isn_record_line *fast = NULL, *slow = NULL;
    isn_input a = {0}, b = {0};
    isn_error error = {0}, slow_error = {0};
    char *copy = malloc(len + 1); /* just as long as it is, for the sanitizer */
    if (copy == NULL)
        return;
    memcpy(copy, line, len);
    isn_status status = isn_record_line_parse(&fast, &a, isn_str_of(copy, len), &error);
    CHECK_INT(isn_record_line_parse_slow(&slow, &b, isn_str_of(copy, len), &slow_error), status);
    memset(copy, 'z', len); /* what was parsed lives on without the line */
    free(copy);
    isn_buf buf;
    isn_buf_init(&buf);
    if (status == ISN_OK) {
        const isn_str *x = &a.text;
        CHECK(same(a.text, b.text) && same(a.title, b.title) && same(a.source, b.source));
        CHECK(same(a.url, b.url) && same(a.published, b.published) && same(a.outlet, b.outlet));
        CHECK(!a.published_is_option);
        for (unsigned i = 0; i < 6; i++) {
            isn_buf_puts(&buf, i == 0 ? "" : "|");
            if (x[i].ptr == NULL)
                isn_buf_putc(&buf, '-');
            isn_buf_put(&buf, x[i].ptr, x[i].len);
        }
    } else {
        CHECK_STR(error.message, slow_error.message);
        CHECK_INT(error.offset, slow_error.offset);
        isn_buf_printf(&buf, "%d at %d: %s", status, (int)error.offset, error.message);
        CHECK(fast == NULL && slow == NULL);
    }
    CHECK_STRN(buf.ptr == NULL ? "" : buf.ptr, buf.len, want);
    isn_buf_release(&buf);
    isn_record_line_free(fast);
    isn_record_line_free(slow);
}

#define LINE(line, want) check_line(line, sizeof line - 1, want)

/* text|title|source|url|published|outlet */
TEST(lines_give_their_fields) {
    LINE("{\"id\":\"a1\",\"text\":\"نص\",\"title\":\"عنوان\",\"url\":\"http://x/\","
         "\"published\":\"2021-09-10\",\"outlet\":\"سانا\"}",
         "نص|عنوان|a1|http://x/|2021-09-10|سانا");
    LINE(" { \"body\" : \"b\" , \"date\" : \"2020-01-02\" , \"source_name\" : \"s\" } \r\n",
         "b|-|-|-|2020-01-02|s");
    LINE("{\"content\":\"c\"}", "c|-|-|-|-|-");
    LINE("{\"content\":\"c\",\"text\":\"t\",\"body\":\"b\"}", "t|-|-|-|-|-");
    LINE("{\"text\":null,\"body\":\"b\",\"title\":null}", "b|-|-|-|-|-");
    LINE("{\"text\":\"\",\"title\":\"\"}", "|"
                                           "|-|-|-|-");
    LINE("\xEF\xBB\xBF{\"text\":\"x\"}", "x|-|-|-|-|-");
    LINE("{\"id\":17,\"text\":\"x\"}", "x|-|17|-|-|-");
    LINE("{\"id\":-5,\"text\":\"x\",\"n\":0,\"ok\":true,\"no\":false}", "x|-|-5|-|-|-");
    LINE("{\"id\":0,\"text\":\"x\",\"n\":1.5e3}", "x|-|0|-|-|-");
    LINE("{\"text\":\"a\",\"text\":\"b\"}", "b|-|-|-|-|-");
    LINE("{\"te\\u0078t\":\"x\"}", "x|-|-|-|-|-");
    LINE("{\"text\":\"x\",\"more\":{\"text\":\"y\"},\"list\":[1,[2],{}]}", "x|-|-|-|-|-");
}

TEST(lines_unescape) {
    LINE("{\"text\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}", "\"\\/\b\f\n\r\t|-|-|-|-|-");
    LINE("{\"text\":\"\\u0642\\u062A\\u0644 \\ud83d\\ude00\"}", "قتل 😀|-|-|-|-|-");
    LINE("{\"text\":\"\\uD83Dx\"}", "\xEF\xBF\xBDx|-|-|-|-|-");
    LINE("{\"text\":\"\\uDE00\"}", "\xEF\xBF\xBD|-|-|-|-|-");
    LINE("{\"text\":\"\\uD83D\\u0041\"}", "\xEF\xBF\xBD"
                                          "A|-|-|-|-|-");
    LINE("{\"text\":\"\xFF\xD9z\"}", "\xFF\xD9z|-|-|-|-|-");
}

TEST(lines_keep_nul) {
    isn_record_line *line = NULL;
    isn_input input = {0};
    isn_str text = isn_str_z("{\"text\":\"a\\u0000b\"}");
    REQUIRE(isn_record_line_parse(&line, &input, text, NULL) == ISN_OK);
    CHECK(input.text.len == 3 && memcmp(input.text.ptr, "a\0b", 3) == 0);
    isn_record_line_free(line);
    REQUIRE(isn_record_line_parse_slow(&line, &input, text, NULL) == ISN_OK);
    CHECK(input.text.len == 3 && memcmp(input.text.ptr, "a\0b", 3) == 0);
    isn_record_line_free(line);
    isn_record_line_free(NULL);
}

TEST(gold_rows_give_what_was_given) {
    LINE("{\"id\":\"d1\",\"input\":\"نص\",\"given\":{\"published\":null,\"outlet\":null},"
         "\"published\":\"2021-01-01\",\"outlet\":\"x\",\"title\":\"y\",\"claims\":[{\"a\":[]}]}",
         "نص|-|d1|-|-|-");
    LINE("{\"input\":\"n\",\"given\":{\"published\":\"2020-02-03\",\"outlet\":\"o\"},\"text\":"
         "\"t\"}",
         "n|-|-|-|2020-02-03|o");
    LINE("{\"input\":\"n\"}", "n|-|-|-|-|-");
    LINE("{\"input\":\"n\",\"given\":7}", "-3 at 0: field \"given\" is not an object");
    LINE("{\"input\":7}", "-3 at 0: field \"input\" is not a string");
}

TEST(lines_that_are_wrong_say_where) {
    LINE("", "-3 at 0: empty line");
    LINE("\xEF\xBB\xBF", "-3 at 0: empty line");
    LINE("{}", "-3 at 0: no field \"text\", \"body\", \"content\" or \"input\"");
    LINE("[]", "-3 at 0: not a JSON object");
    LINE("{\"text\":1}", "-3 at 0: field \"text\" is not a string");
    LINE("{\"text\":\"x\",\"url\":[]}", "-3 at 0: field \"url\" is not a string");
    LINE("{\"text\":\"x\",\"id\":true}", "-3 at 0: field \"id\" is not a string");
    LINE("{\"text\":\"x\"", "-3 at 11: not JSON: the line ends too early");
    LINE("{\"text\":\"x", "-3 at 10: not JSON: the line ends too early");
    LINE("{\"text\" \"x\"}", "-3 at 8: not JSON: a colon expected after the key");
    LINE("{\"text\":\"x\" \"y\"}", "-3 at 12: not JSON: a comma or a closing brace expected");
    LINE("{text:\"x\"}", "-3 at 1: not JSON: a key in double quotes expected");
    LINE("{\"text\":\"\\x\"}", "-3 at 10: not JSON: malformed string");
    LINE("{\"text\":\"x\"} {}", "-3 at 13: not JSON: unexpected character");
    LINE("{\"text\":\"x\"}\0", "-3 at 12: more after the JSON object");
    LINE("hello", "-3 at 0: not JSON: unexpected character");
}

TEST(lines_nested_too_deep) {
    char line[400] = "{\"text\":\"x\",\"a\":";
    for (unsigned i = 0; i < 100; i++)
        strcat(line, "[");
    isn_record_line *out = NULL;
    isn_input input;
    isn_error error = {0};
    CHECK_INT(isn_record_line_parse(&out, &input, isn_str_z(line), &error), ISN_ELIMIT);
    CHECK_STR(error.message, "nested too deep");
}

/* Lines made of pieces that are right and wrong: both readers must say the same. */
TEST(both_readers_agree) {
    static const char *const pieces[] = {"{",
                                         "}",
                                         "\"text\"",
                                         "\"id\"",
                                         ":",
                                         ",",
                                         "\"x\"",
                                         "12",
                                         "-0",
                                         "01",
                                         "null",
                                         "true",
                                         "[",
                                         "]",
                                         " ",
                                         "\"\\n\"",
                                         "\"\\ud800\"",
                                         "\"\\q\"",
                                         "\"",
                                         "\t",
                                         "\"a\tb\"",
                                         "1.0",
                                         "\"قتل\"",
                                         "nul",
                                         "'x'",
                                         "\"input\"",
                                         "\"published\"",
                                         "/**/",
                                         "9999999999999999999"};
    uint32_t random = 7;
    for (unsigned round = 0; round < 20000; round++) {
        char line[400] = "{\"text\":\"x\"";
        if (round % 2 == 0)
            line[0] = '\0';
        for (unsigned i = 0; i < 1 + round % 9; i++) {
            random = random * 1664525 + 1013904223;
            strcat(line, pieces[(random >> 16) % ISN_LEN(pieces)]);
        }
        if (round % 2 != 0)
            strcat(line, "}");
        isn_record_line *fast = NULL, *slow = NULL;
        isn_input a = {0}, b = {0};
        isn_status x = isn_record_line_parse(&fast, &a, isn_str_z(line), NULL);
        isn_status y = isn_record_line_parse_slow(&slow, &b, isn_str_z(line), NULL);
        if (x != y || !same(a.text, b.text) || !same(a.source, b.source) ||
            !same(a.published, b.published))
            CHECK_STR(line, "read alike");
        isn_record_line_free(fast);
        isn_record_line_free(slow);
    }
}
