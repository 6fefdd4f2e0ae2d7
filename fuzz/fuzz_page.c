/* fuzz_page.c: any bytes as a web page in any encoding: parsed, coded, and each span of each block looked up
 * in the bytes. The first byte picks what the header says of the encoding. */
#include "article/article.h"
#include "article/charset.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void insist(bool is_so) {
    if (!is_so) {
        abort();
    }
}

static void check(const isn_article *article) {
    isn_str utf8 = article->utf8;
    uint32_t last = 0;
    for (uint32_t i = 0; i < article->nblocks; i++) {
        const isn_block *b = &article->blocks[i];
        insist(b->start >= last && b->start < b->end && b->end <= article->len);
        last = b->end;
        for (uint32_t at = b->start; at < b->end; at += 1 + (b->end - b->start) / 8) {
            uint32_t start = at, end = b->end;
            while (start < end && ((unsigned char)article->bytes[start] & 0xC0) == 0x80) {
                start++;
            }
            isn_str shown = isn_article_shown(article, start, end);
            insist(shown.len == 0 ||
                   (shown.ptr >= utf8.ptr && shown.ptr + shown.len <= utf8.ptr + utf8.len));
            isn_article_place(article, &start, &end);
            insist(start <= end && end <= article->given.len);
        }
    }
    const isn_page_facts *facts = article->page;
    insist(facts->entry_at.start <= facts->entry_at.end &&
           facts->entry_at.end <= article->given.len);
    insist(facts->entry_time_at.start <= facts->entry_time_at.end &&
           facts->entry_time_at.end <= article->given.len);
}

/* As one article, and then story by story. */
static void read_page(isn_arena *arena, isn_str bytes, isn_str label) {
    isn_guard guard;
    isn_decoded d;
    insist(setjmp(guard.jump) == 0);
    isn_arena_guard(arena, &guard);
    isn_charset_decode(&d, arena, bytes, label, true);
    const isn_article whole = {.given = bytes, .utf8 = d.text, .recoded = d.map};
    isn_article article = whole;
    isn_article_page(&article, arena);
    check(&article);
    isn_page *page = isn_article_page_open(&whole, arena, true);
    for (uint32_t i = 0; i < isn_article_page_stories(page); i++) {
        article = whole;
        isn_article_page_story(&article, arena, page, i);
        check(&article);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const labels[] = {"",           "utf-8",  "windows-1256",
                                         "iso-8859-6", "utf-16", "x-mac-arabic"};
    static isn_arena *arena;
    if (size < 1) {
        return 0;
    }
    if (arena == NULL) {
        insist(isn_arena_new(&arena, 1 << 16) == ISN_OK);
    }
    isn_str label = isn_str_z(labels[data[0] % ISN_LEN(labels)]);
    read_page(arena, isn_str_of((const char *)data + 1, size - 1), label);
    isn_arena_reset(arena, 1 << 20);
    return 0;
}
