/* test_words.c: words as full-text search has them: folded, and found under their clitics. */
#include "check.h"
#include "text/words.h"

typedef struct heard {
    char text[512];
    int n, last_start, last_end;
} heard;

static int take(void *context, bool again, const char *word, int len, int start, int end) {
    heard *h = context;
    size_t at = strlen(h->text);
    snprintf(h->text + at, sizeof h->text - at, "%s%.*s",
             again    ? "/"
             : at > 0 ? " "
                      : "",
             len, word);
    h->n++;
    h->last_start = start;
    h->last_end = end;
    return 0;
}

static const char *words(heard *h, const char *text, bool forms) {
    *h = (heard){.n = 0};
    isn_words(text, strlen(text), forms, take, h);
    return h->text;
}

TEST(folds_as_the_coder_does) {
    heard h;
    CHECK_STR(words(&h, "إطـلاقُ نارٍ", true), "اطلاق نار");
    CHECK_STR(words(&h, "٢٠٢١ CNN", true), "2021 cnn");
    CHECK_STR(words(&h, "", true), "");
    CHECK_STR(words(&h, "، . !", true), "");
}

TEST(each_letter_is_spelled) {
    heard h;
    CHECK_STR(words(&h, "ءابتثجحخ دذرزسشصض طظعغفق كلمنهوي", false),
              "ءابتثجحخ دذرزسشصض طظعغفق كلمنهوي");
}

TEST(finds_a_word_under_its_clitics) {
    heard h;
    CHECK_STR(words(&h, "وبالقاهرة", true), "وبالقاهره/بالقاهره/القاهره/قاهره");
    CHECK_STR(words(&h, "للمدينة", true), "للمدينه/مدينه/لمدينه");
    CHECK_STR(words(&h, "فسيكتبون", true), "فسيكتبون/سيكتبون/يكتبون");
    CHECK_STR(words(&h, "ولد", true), "ولد");
    CHECK_STR(words(&h, "الحرب", true), "الحرب/حرب");
}

TEST(what_is_searched_for_loses_its_article_alone) {
    heard h;
    CHECK_STR(words(&h, "القاهرة وبغداد", false), "قاهره وبغداد");
}

TEST(offsets_are_bytes_of_the_word) {
    heard h;
    words(&h, "في «حلب».", true);
    CHECK_INT(h.last_start, 7);
    CHECK_INT(h.last_end, 13);
}

TEST(long_words_and_bad_bytes) {
    heard h;
    char text[1001];
    memset(text, 'a', 1000);
    text[1000] = 0;
    words(&h, text, true);
    CHECK_INT(h.n, 1);
    CHECK_INT(h.last_end, 1000);
    CHECK_STR(words(&h, "\xd8 \xff\xfe حلب", true), "حلب");
}
