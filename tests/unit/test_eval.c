/* test_eval.c: the figures of isn_eval on rows small enough to count by hand. That they equal the
 * reference's on large sets is shown by tests/eval.py, where those sets exist. */
#include "api/eval.h"
#include "check.h"

static isn_str str(const char *text) {
    return (isn_str){text, strlen(text)};
}

static double overlap(const char *a, const char *b) {
    isn_arena *arena = NULL;
    isn_guard guard;
    if (isn_arena_new(&arena, 4096) != ISN_OK || setjmp(guard.jump) != 0) {
        return -1;
    }
    isn_arena_guard(arena, &guard);
    double share = isn_eval_overlap(arena, str(a), str(b));
    isn_arena_free(arena);
    return share;
}

TEST(words_are_folded) {
    CHECK(overlap("قُتِل", "قتل") == 1);
    CHECK(overlap("إصابة", "اصابه") == 1);
    CHECK(overlap("مقـــتل", "مقتل") == 1);
    CHECK(overlap("١٣ عنصراً", "13 عنصرا") == 1);
    CHECK(overlap("BBC", "bbc") == 1);
}

TEST(clitics_and_article_are_cut) {
    CHECK(overlap("والجيش", "جيش") == 1);
    CHECK(overlap("بالعراق", "العراق") == 1);
    CHECK(overlap("لللجنة", "اللجنة") == 1);
    CHECK(overlap("للجيش", "الجيش") == 0); /* as the reference has it */
    CHECK(overlap("ولا", "لا") == 0);      /* too little would be left: the word stays whole */
}

TEST(overlap_counts_words_of_the_shorter) {
    CHECK(overlap("قوات التحالف الدولي", "التحالف") == 1);
    CHECK(overlap("ثلاثة جنود", "ثلاثة رجال") == 0.5);
    CHECK(overlap("قتل قتل", "قتل جرح") == 0.5);
    CHECK(overlap("", "قتل") == 0);
    CHECK(overlap("«»", "قتل") == 0);
}

static const char gold[] =
    "{\"id\":\"g1\",\"input\":\"قتل "
    "جندي\",\"relevant\":true,\"claims\":[{\"id\":\"a\",\"type\":\"tally\","
    "\"event_type\":\"ASSAULT\",\"main\":true,\"anchors\":[\"قتل\"],\"counts\":[{\"what\":"
    "\"killed\","
    "\"low\":1,\"best\":1,\"high\":null}],\"actors\":[{\"text\":\"جندي\",\"optional\":true}],"
    "\"chain\":[{\"text\":\"جندي\"}]}]}\n"
    "\n"
    "{\"id\":\"g2\",\"input\":\"فاز الفريق\",\"relevant\":false,\"claims\":[]}\n";

static const char records[] =
    "{\"document\":{\"relevant\":true},\"claims\":[{\"id\":\"c1\",\"type\":\"incident\",\"event_"
    "type\":"
    "\"ASSAULT\",\"anchor\":{\"text\":\"قتل\",\"start\":0,\"end\":6},\"counts\":[{\"what\":"
    "\"killed\","
    "\"low\":1,\"best\":1,\"high\":null,\"text\":\"x\",\"start\":0,\"end\":2}],\"actors\":[],"
    "\"chain\":[{\"text\":null,\"name\":\"جندي\"}]}],\"contradictions\":[]}\n"
    "{\"document\":{\"relevant\":false},\"claims\":[{\"id\":\"c1\",\"event_type\":\"PROTEST\"}],"
    "\"contradictions\":[]}";

static char *report(bool json, bool diff, unsigned worst) {
    char *out = NULL;
    isn_error error = {0};
    if (isn_eval(&out, str(gold), str(records), worst, json, diff, &error) != ISN_OK) {
        printf("# %s\n", error.message);
    }
    return out;
}

TEST(figures) {
    char *out = report(false, false, 1);
    REQUIRE(out != NULL);
    CHECK(strstr(out, "claims           0.500 1.000 0.667      1\n") != NULL);
    CHECK(strstr(out, "type             0.000 0.000 0.000      1\n") != NULL);
    CHECK(strstr(out, "killed           1.000 1.000 1.000      1\n") != NULL);
    CHECK(strstr(out, "actors           0.000 0.000 0.000      0\n") != NULL);
    CHECK(strstr(out, "origin           1.000 1.000 1.000      1\n") != NULL);
    CHECK(strstr(out, "negatives with a claim: 1\n") != NULL);
    CHECK(strstr(out, "tally told as incident: 1\n") != NULL);
    CHECK(strstr(out, "spans: 2\nspans wrong: 1\n") != NULL);
    CHECK(strstr(out, "worst: g1 1.00\n") != NULL);
    isn_free(out);
}

TEST(json_and_differences) {
    char *out = report(true, false, 0);
    REQUIRE(out != NULL);
    CHECK(strstr(out, "\"claims\": [0.5, 1.0, 0.6666666666666666]") != NULL);
    isn_free(out);
    out = report(false, true, 0);
    REQUIRE(out != NULL);
    CHECK(strstr(out, "a = c1, type: want tally; have incident") != NULL);
    CHECK(strstr(out, "article: g2") != NULL);
    isn_free(out);
}

TEST(faults_are_told) {
    char *out = NULL;
    isn_error error = {0};
    CHECK_INT(isn_eval(&out, str(gold), str("{}\n"), 0, false, false, &error), ISN_EFORMAT);
    CHECK_STR(error.message, "2 gold rows, 1 records");
    CHECK_INT(isn_eval(&out, str("{}\n{\n"), str("{}\n{}\n"), 0, false, false, &error),
              ISN_EFORMAT);
    CHECK(strstr(error.message, "line 2 of the gold set") != NULL);
    CHECK_INT(isn_eval(&out, str("{}"), str("[1]"), 0, false, false, &error), ISN_EFORMAT);
    CHECK(out == NULL);
    CHECK_INT(isn_eval(&out, str(""), str(""), 0, false, false, &error), ISN_OK);
    isn_free(out);
}

/* Rows of the wrong shape are scored as empty, not read beyond. */
TEST(odd_rows_do_no_harm) {
    char *out = NULL;
    isn_error error = {0};
    const char *odd =
        "{\"input\":5,\"claims\":{\"a\":1},\"contradictions\":[[1]],\"relevant\":true}\n"
        "{\"claims\":[5,null,[]],\"contradictions\":[{\"claims\":\"x\"}],\"anchor\":1}\n";
    CHECK_INT(isn_eval(&out, str(odd), str(odd), 3, false, true, &error), ISN_OK);
    isn_free(out);
}
