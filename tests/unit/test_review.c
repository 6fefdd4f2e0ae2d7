/* Krippendorff's alpha against worked examples, and values as people type them. */
#include <math.h>

#include "check.h"
#include "review/review.h"

/* Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability": four observers, twelve units, with gaps. */
static const int observers[4][12] = {
    {1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
    {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
    {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
    {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0},
};

static size_t fill(isn_coded *out) {
    size_t n = 0;
    for (uint32_t u = 0; u < 12; u++) {
        for (int o = 0; o < 4; o++) {
            if (observers[o][u] != 0) {
                out[n++] = (isn_coded){u, observers[o][u]};
            }
        }
    }
    return n;
}

TEST(alpha_of_worked_example) {
    isn_coded coded[48];
    isn_alpha alpha;
    CHECK(isn_alpha_of(&alpha, ISN_SCALE_NOMINAL, coded, fill(coded)));
    CHECK(fabs(alpha.alpha - 0.743) < 0.001);
    CHECK(alpha.units == 11 && alpha.values == 40);
    CHECK(isn_alpha_of(&alpha, ISN_SCALE_INTERVAL, coded, fill(coded)));
    CHECK(fabs(alpha.alpha - 0.849) < 0.001);
    CHECK(isn_alpha_of(&alpha, ISN_SCALE_RATIO, coded, fill(coded)));
    CHECK(fabs(alpha.alpha - 0.797) < 0.001);
}

TEST(alpha_where_nothing_differs) {
    isn_coded coded[] = {{0, 1}, {0, 1}, {1, 1}, {1, 1}, {2, 1}};
    isn_alpha alpha;
    CHECK(isn_alpha_of(&alpha, ISN_SCALE_NOMINAL, coded, 5));
    CHECK(isnan(alpha.alpha) && alpha.agreed == 1 && alpha.units == 2 && alpha.values == 4);
    CHECK(isn_alpha_of(&alpha, ISN_SCALE_NOMINAL, NULL, 0));
    CHECK(isnan(alpha.alpha) && alpha.units == 0);
}

static const char article[] = "قتل ثلاثة جنود وأصيب عمال في كركوك، بحسب الشرطة.";

static bool reads(const char *field, const char *given, const char *want) {
    isn_buf out;
    isn_error error = {0};
    isn_buf_init(&out);
    isn_status status = isn_value_read(&out, isn_value_field_of(isn_str_z(field)), isn_str_z(given),
                                       isn_str_z(article), &error);
    bool ok = want == NULL ? status == ISN_EUSAGE
                           : status == ISN_OK && isn_str_eqz(isn_str_of(out.ptr, out.len), want);
    isn_buf_release(&out);
    return ok;
}

TEST(values_of_fields) {
    CHECK(reads("type", "tally", "\"tally\""));
    CHECK(reads("type", "\"tally\"", "\"tally\""));
    CHECK(reads("type", "none", NULL));
    CHECK(reads("mode", "none", "null"));
    CHECK(reads("quoted", "none", "\"none\""));
    CHECK(reads("main", "no", "false"));
    CHECK(reads("date", "2021-05-03", "{\"start\":\"2021-05-03\",\"end\":\"2021-05-03\"}"));
    CHECK(reads("date", "..2021-05-04", "{\"start\":null,\"end\":\"2021-05-04\"}"));
    CHECK(reads("date", "2021-05-04..2021-05-03", NULL));
    CHECK(reads("date", "2021-02-30", NULL));
    CHECK(reads("date", "none", "null"));
    CHECK(reads("deadline", "2021-06-01", "\"2021-06-01\""));
    CHECK(reads("killed", "3..5",
                "{\"low\":3,\"best\":null,\"high\":5,\"quantity\":\"range\",\"text\":null}"));
    CHECK(
        reads("wounded", "2..=عمال",
              "{\"low\":2,\"best\":2,\"high\":null,\"quantity\":\"at_least\",\"text\":\"عمال\"}"));
    CHECK(reads("killed", "5..3", NULL));
    CHECK(reads("killed", "three", NULL));
    CHECK(reads("killed", "3=طلاب", NULL));
    CHECK(reads("places", "كركوك", "[{\"text\":\"كركوك\"}]"));
    CHECK(reads("places", "none", "[]"));
    CHECK(reads("places", "الموصل", NULL));
    CHECK(reads("recipients", "جنود; عمال", "[{\"text\":\"جنود\"},{\"text\":\"عمال\"}]"));
    CHECK(reads("actors", "[{\"text\":\"جنود\",\"country\":\"IRQ\",\"odd\":1}]",
                "[{\"text\":\"جنود\",\"country\":\"IRQ\"}]"));
    CHECK(reads("chain", "الشرطة=official",
                "[{\"text\":\"الشرطة\",\"role\":\"official\",\"named\":true}]"));
    CHECK(reads("chain", "الشرطة=king", NULL));
    CHECK(isn_value_field_of(isn_str_z("colour")) == NULL);
}

TEST(claims_that_were_missed) {
    isn_buf out;
    isn_error error = {0};
    isn_span anchor = {0, 0};
    isn_str text = isn_str_z(article);
    isn_buf_init(&out);
    const char *good =
        "{\"type\":\"incident\",\"anchors\":[\"أصيب\"],\"counts\":[{\"what\":\"wounded\","
        "\"low\":2,\"best\":null,\"high\":null,\"quantity\":\"vague\",\"text\":\"عمال\"}]}";
    CHECK(isn_value_claim(&out, &anchor, isn_str_z(good), text, &error) == ISN_OK);
    CHECK(anchor.end - anchor.start == 8 && memcmp(article + anchor.start, "أصيب", 8) == 0);
    static const char *const bad[] = {"",
                                      "[]",
                                      "{}",
                                      "{\"type\":\"incident\"}",
                                      "{\"type\":\"incident\",\"anchors\":[\"خطف\"]}",
                                      "{\"type\":\"deed\",\"anchors\":[\"قتل\"]}"};
    for (size_t i = 0; i < ISN_LEN(bad); i++) {
        CHECK(isn_value_claim(&out, &anchor, isn_str_z(bad[i]), text, &error) == ISN_EUSAGE);
    }
    isn_buf_release(&out);
}
