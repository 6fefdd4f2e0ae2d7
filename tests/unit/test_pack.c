/* test_pack.c: what is packed comes out again to the byte, whatever it is; what was not packed is refused. */
#include "base/base.h"
#include "check.h"
#include "store/pack.h"

static const char article[] = "A bomb killed three near the market, police said.";

static bool returns(const char *json, size_t len) {
    isn_packer packing = {.packing = NULL}, unpacking = {.packing = NULL};
    bool same =
        isn_packer_pack(&packing, json, len, article, sizeof article - 1) &&
        isn_packer_unpack(&unpacking, packing.ptr, packing.len, article, sizeof article - 1) &&
        unpacking.len == len && (len == 0 || memcmp(unpacking.ptr, json, len) == 0);
    isn_packer_release(&packing);
    isn_packer_release(&unpacking);
    return same;
}

TEST(all_comes_back) {
    static const char *const texts[] = {
        "{\"text\":\"bomb\",\"start\":2,\"end\":6}",
        "{\"text\":\"bomb\",\"start\":3,\"end\":7}", /* not what stands there */
        "{\"text\":\"bomb\",\"start\":2000,\"end\":2004}",
        "{\"text\":\"bo\\\"b\",\"start\":2,\"end\":6},{\"text\":\"\",\"start\":0,\"end\":0}",
        "[{\"start\":1,\"end\":0},{\"start\":007,\"end\":9},{\"start\":null,\"end\":null}]",
        "[0,00,-1,1.50,0.05,35.1000,1e9,123456789012345,1234567890123456,0.123456789,1.]",
        "[\"2023-01-31\",\"2023-13-99\",\"0000-00-00\",\"2023-1-31\",\"2023-01-31x\"]",
        ",\"lat\":36.2012,\"lon\":-37.1612,\"precision\":1,\"basis\":\"point\"}]",
        "\"never ends\\",
        "\"text\":\"never ends",
        "nul tru fals { : , ] [ }",
        "",
    };
    for (size_t i = 0; i < ISN_LEN(texts); i++) {
        CHECK(returns(texts[i], strlen(texts[i])));
        if (!returns(texts[i], strlen(texts[i]))) {
            printf("# %s\n", texts[i]);
        }
    }
}

TEST(any_bytes_come_back) {
    static const char letters[] = "{}[],:\"\\0123456789.-ntfartstend e\x01\xd8\xa7";
    char text[400];
    uint32_t state = 7;
    for (unsigned round = 0; round < 2000; round++) {
        size_t len = round % sizeof text;
        for (size_t i = 0; i < len; i++) {
            state = state * 1664525 + 1013904223;
            text[i] = letters[(state >> 10) % (sizeof letters - 1)];
        }
        CHECK(returns(text, len));
    }
}

static size_t like_a_record(char *out, size_t size) {
    size_t len = 0;
    for (unsigned i = 1; i <= 12; i++) {
        len += (size_t)snprintf(
            out + len, size - len,
            "{\"id\":\"c%u\",\"anchor\":{\"text\":\"killed\",\"start\":7,\"end\":13},\"actors\":[],"
            "\"places\":[],\"deadline\":null,\"confidence\":0.%u}%s",
            i, 50 + i, i < 12 ? "," : "");
    }
    return len;
}

/* What was packed once is in stores: neither phrases nor the sample may change. */
TEST(what_was_packed_by_earlier_programs) {
    static const unsigned char without_sample[] = {
        0x02, 0x28, 0xb5, 0x2f, 0xfd, 0x60, 0xf1, 0x01, 0xad, 0x04, 0x00, 0xc2, 0x47, 0x1c, 0x24,
        0x90, 0x39, 0x1d, 0x04, 0xa3, 0xdf, 0x78, 0xea, 0xcb, 0xd8, 0xdd, 0xdd, 0xdd, 0xb6, 0xa1,
        0xbe, 0x1d, 0x40, 0xbb, 0xa7, 0x33, 0x33, 0x63, 0xc0, 0x7f, 0x37, 0x11, 0x11, 0x61, 0x51,
        0x62, 0x1c, 0x9f, 0x02, 0xff, 0x01, 0x58, 0x62, 0x69, 0xbd, 0x11, 0xad, 0xf5, 0x3e, 0x10,
        0x5a, 0x6f, 0x83, 0xd4, 0xbb, 0x10, 0xf5, 0x96, 0xa0, 0xde, 0xd1, 0xd3, 0x1b, 0x72, 0x7a,
        0x3f, 0x4d, 0x6f, 0x87, 0xe9, 0xdd, 0x00, 0x2e, 0x25, 0x97, 0xde, 0x4c, 0xe0, 0x11, 0x13,
        0xb6, 0x82, 0x6f, 0x52, 0x54, 0x56, 0x9f, 0x41, 0x62, 0xc2, 0x6a, 0xa2, 0x9e, 0x83, 0x0f,
        0xd6, 0x51, 0x8b, 0x47, 0x26, 0x31, 0x1b, 0x0c, 0xcb, 0x51, 0xf7, 0x0c, 0x13, 0x0c, 0x2e,
        0x25, 0x5b, 0x1f, 0xf3, 0x4d, 0x97, 0x04, 0x0c, 0x00, 0x06, 0x67, 0x31, 0x9c, 0xc5, 0x42,
        0x38, 0x8b, 0xc1, 0xa9, 0x0d, 0x4e, 0x6d, 0x70, 0x6a, 0x83, 0x53, 0x1b, 0x9c, 0xda, 0xe0,
        0xd4, 0x86, 0x53, 0x53, 0x41, 0x38, 0x2f, 0xc6, 0xca, 0x13};
    static const unsigned char with_sample[] = {
        0x03, 0x28, 0xb5, 0x2f, 0xfd, 0x60, 0xf1, 0x01, 0x25, 0x04, 0x00, 0xc4, 0x04, 0x31, 0x22,
        0x03, 0xdc, 0x0e, 0x06, 0xec, 0x22, 0xf0, 0xed, 0xea, 0xf0, 0xe4, 0xef, 0xde, 0x63, 0x6f,
        0x6e, 0x66, 0x69, 0x64, 0xf0, 0xe1, 0x02, 0x33, 0xca, 0xde, 0x63, 0x32, 0x22, 0x03, 0xdc,
        0x00, 0x34, 0xca, 0xde, 0x63, 0x33, 0x35, 0xca, 0xde, 0x63, 0x34, 0x36, 0xca, 0xde, 0x63,
        0x35, 0x37, 0xca, 0xde, 0x63, 0x36, 0x38, 0xca, 0xde, 0x63, 0x37, 0x39, 0xca, 0xde, 0x63,
        0x38, 0x3a, 0xca, 0xde, 0x63, 0x39, 0x3b, 0xca, 0x3c, 0x31, 0x3d, 0x32, 0x3e, 0xec, 0x14,
        0x00, 0x06, 0x27, 0x60, 0x3d, 0x83, 0x63, 0xb0, 0x4a, 0x85, 0x70, 0x40, 0xfe, 0x1c, 0x01,
        0x1b, 0x9c, 0xda, 0xe0, 0xd4, 0x06, 0xa7, 0x36, 0x38, 0xb5, 0xc1, 0xa9, 0x0d, 0x4e, 0x6d,
        0x38, 0xb5, 0x82, 0x70, 0x92, 0x02, 0x59, 0x20, 0xeb, 0x9c, 0x02, 0x97, 0x0b, 0x60, 0x89,
        0x4c, 0x88, 0x03, 0x89, 0xb1, 0x26, 0x04, 0x10};
    static const struct {
        const unsigned char *ptr;
        size_t len;
    } given[] = {{without_sample, sizeof without_sample}, {with_sample, sizeof with_sample}};
    char json[2000];
    const size_t len = like_a_record(json, sizeof json);
    isn_packer packer = {.packing = NULL};
    for (size_t i = 0; i < ISN_LEN(given); i++) {
        CHECK(isn_packer_unpack(&packer, (const char *)given[i].ptr, given[i].len, article,
                                sizeof article - 1));
        CHECK_INT(packer.len, len);
        CHECK(packer.len == len && memcmp(packer.ptr, json, len) == 0);
    }
    isn_packer_release(&packer);
}

TEST(what_is_not_packed_is_refused) {
    static const unsigned char bad[][4] = {{4, 0, 0, 0},         {3, 1, 2, 3},   {1, 220, 9, 200},
                                           {1, 218, 'a', 'b'},   {1, 255, 0, 0}, {2, 1, 2, 3},
                                           {0x28, 0xb5, 0x2f, 0}};
    isn_packer packer = {.packing = NULL};
    for (size_t i = 0; i < ISN_LEN(bad); i++) {
        CHECK(!isn_packer_unpack(&packer, (const char *)bad[i], sizeof bad[i], article,
                                 sizeof article - 1));
    }
    CHECK(!isn_packer_unpack(&packer, "", 0, article, sizeof article - 1));
    isn_packer_release(&packer);
}

static bool part_is(isn_packer *p, const char *bundle, size_t len, int64_t record, unsigned part,
                    const char *json) {
    isn_packer read = {.packing = NULL};
    bool same =
        isn_bundle_part(p, bundle, len, record, part) &&
        (json == NULL ? p->len == 0
                      : isn_packer_unpack(&read, p->ptr, p->len, article, sizeof article - 1) &&
                            read.len == strlen(json) && memcmp(read.ptr, json, read.len) == 0);
    isn_packer_release(&read);
    return same;
}

TEST(bundles_give_back_each_record) {
    char json[4000];
    static const char rules[] = "{\"c1\":[[\"anchor\",\"kill\",7,13]]}";
    isn_packer p = {.packing = NULL}, record = {.packing = NULL}, why = {.packing = NULL};
    isn_bundle b = {.n = 0};
    like_a_record(json, sizeof json);
    CHECK(isn_packer_pack(&record, json, strlen(json), article, sizeof article - 1));
    CHECK(isn_packer_pack(&why, rules, strlen(rules), article, sizeof article - 1));
    CHECK(record.ptr[0] == 3 && why.ptr[0] == 1);
    for (int64_t i = 1; i <= 9; i++) {
        isn_packed parts[] = {{record.ptr, record.len}, {i == 5 ? NULL : why.ptr, why.len}};
        CHECK(isn_bundle_add(&b, &p, i * 100, parts));
    }
    CHECK(b.n == 9 && isn_bundle_close(&b, &p, true) && b.n == 0);
    size_t len = p.len;
    char *bundle = isn_heap_alloc(len);
    memcpy(bundle, p.ptr, len);
    CHECK(part_is(&p, bundle, len, 100, 0, json) && part_is(&p, bundle, len, 900, 1, rules));
    CHECK(part_is(&p, bundle, len, 500, 0, json) && part_is(&p, bundle, len, 500, 1, NULL));
    CHECK(part_is(&p, bundle, len, 450, 0, NULL) && part_is(&p, bundle, len, 901, 0, NULL));
    CHECK(!isn_bundle_part(&p, record.ptr, record.len, 100, 0) &&
          !isn_bundle_part(&p, "", 0, 1, 0));
    CHECK(!isn_bundle_part(&p, bundle, len - 9, 100, 0));
    isn_heap_free(bundle);
    isn_bundle_release(&b);
    isn_packer_release(&p);
    isn_packer_release(&record);
    isn_packer_release(&why);
}

TEST(what_is_not_made_of_tokens_goes_into_no_bundle) {
    static const char early[] = {0x28, (char)0xb5, 0x2f, (char)0xfd, 0};
    isn_packer p = {.packing = NULL};
    isn_bundle b = {.n = 0};
    CHECK(!isn_bundle_add(&b, &p, 1, (isn_packed[]){{early, sizeof early}, {NULL, 0}}));
    isn_bundle_release(&b);
    isn_packer_release(&p);
}
