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

typedef struct all {
    char of[64][64];
    int n;
} all;

static int take_all(void *context, bool again, const char *word, int len, int start, int end) {
    all *to = context;
    (void)again, (void)start, (void)end;
    snprintf(to->of[to->n++], sizeof to->of[0], "%.*s", len, word);
    return to->n == 64;
}

static bool has(const all *of, const char *word) {
    for (int i = 0; i < of->n; i++) {
        if (strcmp(of->of[i], word) == 0) {
            return true;
        }
    }
    return false;
}

/* A word is found by what cutting makes of it, whether that is noted or asked for. */
TEST(what_is_searched_for_is_found_in_whole_words) {
    static const char *const texts[] = {"وبالقاهره", "للمدينه", "فسيكتبون", "ولد",
                                        "الحرب",     "وللامم",  "كتاب",     "بسلاح",
                                        "فبلغ",      "والتي",   "لالف",     "وفكتاب"};
    for (size_t i = 0; i < ISN_LEN(texts); i++) {
        all cut = {.n = 0};
        isn_words(texts[i], strlen(texts[i]), true, take_all, &cut);
        for (int j = 0; j < cut.n; j++) {
            all asked = {.n = 0};
            isn_words_asked(cut.of[j], strlen(cut.of[j]), false, take_all, &asked);
            CHECK(has(&asked, texts[i]));
            for (int k = 0; k < asked.n; k++) {
                all back = {.n = 0};
                isn_words(asked.of[k], strlen(asked.of[k]), true, take_all, &back);
                CHECK(has(&back, asked.of[0]));
            }
        }
    }
}

TEST(what_is_short_is_found_by_itself_and_by_its_beginning) {
    all whole = {.n = 0}, open = {.n = 0};
    isn_words_asked("كر", 4, false, take_all, &whole);
    isn_words_asked("كر", 4, true, take_all, &open);
    CHECK_INT(whole.n, 1);
    CHECK(open.n == 45 && has(&open, "وكر") && has(&open, "فبالكر"));
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
