/* test_export.c: a record in its three formats: names and nulls of docs/record.md, valid JSON, what a
 * terminal is shown. */
#include <json-c/json.h>

#include "check.h"
#include "export/export.h"
#include "record_fixture.h"

static isn_buf out;

static void make_json(fixture *f) {
    fixture_make(f);
    isn_buf_init(&out);
    isn_export_json(&out, &f->record);
    isn_buf_putc(&out, '\0');
}

static bool has(const char *piece) {
    if (strstr(out.ptr, piece) == NULL) {
        printf("# in: %s\n", out.ptr);
        return false;
    }
    return true;
}

TEST(json_is_valid_and_one_line) {
    fixture f;
    make_json(&f);
    json_object *root = json_tokener_parse(out.ptr);
    CHECK(root != NULL);
    CHECK_INT(json_object_array_length(json_object_object_get(root, "claims")), 2);
    CHECK(strchr(out.ptr, '\n') == NULL);
    json_object_put(root);
    isn_buf_release(&out);
}

TEST(json_names_and_nulls) {
    fixture f;
    make_json(&f);
    CHECK(has("{\"format\":1,\"document\":{\"id\":\""));
    CHECK(has("\"source\":\"a\\tb\",\"url\":null,\"outlet\":null,\"language\":\"ar\""));
    CHECK(has("\"published\":{\"start\":null,\"end\":null,\"precision\":null,\"text\":null,"
              "\"from\":\"none\"}"));
    CHECK(has("\"parts\":[{\"role\":\"title\",\"start\":0,"));
    CHECK(has("\"type\":\"update\",\"main\":true,\"event_type\":\"ASSAULT\",\"mode\":null,"
              "\"contexts\":[],\"polarity\":\"positive\",\"modality\":\"actual\""));
    CHECK(has("\"country\":\"IRQ\",\"sector\":\"COP\",\"inter\":1}"));
    CHECK(has("\"event_type\":null"));
    CHECK(has("\"coder\":{\"version\":\"" ISN_VERSION "\",\"knowledge\":\"00ff\"}}"));
    isn_buf_release(&out);
}

TEST(json_counts_places_dates) {
    fixture f;
    make_json(&f);
    CHECK(has(
        "\"low\":2,\"best\":2,\"high\":null,\"quantity\":\"at_least\",\"harm_term\":\"killed\""));
    CHECK(has("\"rule\":\"dual\",\"of_whom\":[{\"what\":\"killed\",\"low\":1,"));
    CHECK(has("\"lat\":35.4681,\"lon\":-44.3922,\"precision\":4,\"basis\":\"centroid\""));
    CHECK(has("\"date\":{\"start\":null,\"end\":\"1970-01-01\",\"precision\":5,\"text\":null,"
              "\"at\":null,\"anchor\":null},\"deadline\":null"));
    isn_buf_release(&out);
}

TEST(json_chain_and_references) {
    fixture f;
    make_json(&f);
    CHECK(has("\"role\":\"official\",\"named\":false,\"party\":true,\"channel\":\"statement\","
              "\"verb\":\"قالت\"}"));
    CHECK(has("{\"text\":null,\"start\":null,\"end\":null,\"name\":\"The \\\"Paper\\\"\""));
    CHECK(has("\"refers_to\":\"c2\""));
    CHECK(has("\"rules\":[\"frame/kill\"],\"confidence\":0.88"));
    CHECK(has("\"contradictions\":[{\"claims\":[\"c1\",\"c2\"],\"field\":\"counts\","));
    isn_buf_release(&out);
}

TEST(decimals) {
    isn_buf_init(&out);
    isn_export_decimal(&out, 331000, 4);
    isn_buf_putc(&out, ' ');
    isn_export_decimal(&out, -5000, 4);
    isn_buf_putc(&out, ' ');
    isn_export_decimal(&out, 0, 2);
    CHECK_STRN(out.ptr, out.len, "33.1 -0.5 0.0");
    isn_buf_release(&out);
}

/* Whole numbers of every length, beside what printf makes of them. */
TEST(numbers_of_any_length) {
    int64_t power = 1;
    for (unsigned digits = 1; digits <= 18; digits++, power *= 10) {
        for (int64_t value = power - 1; value <= power + 1; value++) {
            char want[32];
            snprintf(want, sizeof want, "%lld.0", (long long)value);
            isn_buf_init(&out);
            isn_export_decimal(&out, value * 10, 1);
            CHECK_STRN(out.ptr, out.len, want);
            isn_buf_release(&out);
        }
    }
}

static void make_text(fixture *f, bool color) {
    isn_buf_init(&out);
    isn_export_text(&out, &f->record, color);
    isn_buf_putc(&out, '\0');
}

TEST(text_shows_figures_and_chain) {
    fixture f;
    fixture_make(&f);
    make_text(&f, false);
    CHECK(has("2\xe2\x80\x93"
              "2\xe2\x80\x93?"));
    const char *origin = strstr(out.ptr, "(official");
    const char *arrow = strstr(out.ptr, "\xe2\x86\x93");
    const char *outlet = strstr(out.ptr, "The \"Paper\"");
    CHECK(origin != NULL && arrow != NULL && outlet != NULL && origin < arrow && arrow < outlet);
    CHECK(strchr(out.ptr, '\x1b') == NULL);
    isn_buf_release(&out);
    make_text(&f, true);
    CHECK(strchr(out.ptr, '\x1b') != NULL);
    isn_buf_release(&out);
}

/* Bytes of an article must not steer the terminal. */
TEST(text_drops_control_characters) {
    static const char nasty[] = "a\x1b[2Jb\xc2\x9b"
                                "c\xe2\x80\xae"
                                "d\ne";
    fixture f;
    fixture_make(&f);
    f.record.title = (isn_mark){{nasty, sizeof nasty - 1}, 0, sizeof nasty - 1};
    make_text(&f, false);
    CHECK(has("a [2Jb cd e"));
    isn_buf_release(&out);
}

TEST(explanation_names_rules_and_words) {
    fixture f;
    fixture_make(&f);
    isn_buf_init(&out);
    isn_export_explain(&out, &f.record, 0, false);
    isn_buf_putc(&out, '\0');
    CHECK(has("event_type ASSAULT\n      because frame/kill on \"مقتل\" [0, 8)"));
    CHECK(has("low 2, best 2, high null"));
    CHECK(has("of whom killed: low 1"));
    CHECK(has("chain 2: The \"Paper\" (told beside the text), outlet"));
    isn_buf_release(&out);
    isn_buf_init(&out);
    isn_export_explain(&out, &f.record, ISN_ALL_CLAIMS, false);
    isn_buf_putc(&out, '\0');
    CHECK(has("2 claims"));
    CHECK(has("contradiction: c1 and c2 on counts: 2 against 0"));
    isn_buf_release(&out);
}
