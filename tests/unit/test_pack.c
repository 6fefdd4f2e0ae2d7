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

TEST(what_is_not_packed_is_refused) {
    static const unsigned char bad[][4] = {{3, 0, 0, 0},   {1, 220, 9, 200}, {1, 218, 'a', 'b'},
                                           {1, 255, 0, 0}, {2, 1, 2, 3},     {0x28, 0xb5, 0x2f, 0}};
    isn_packer packer = {.packing = NULL};
    for (size_t i = 0; i < ISN_LEN(bad); i++) {
        CHECK(!isn_packer_unpack(&packer, (const char *)bad[i], sizeof bad[i], article,
                                 sizeof article - 1));
    }
    CHECK(!isn_packer_unpack(&packer, "", 0, article, sizeof article - 1));
    isn_packer_release(&packer);
}
