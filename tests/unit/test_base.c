/* test_base.c: src/base: arena, buffer, hashes, UTF-8, files, days, errors. */
#include <unistd.h>

#include "base/base.h"
#include "check.h"

/* ---- arena ------------------------------------------------------------------------------------ */

TEST(arena_gives_aligned_memory_and_counts_it) {
    isn_arena *arena = NULL;
    isn_guard guard;
    REQUIRE(isn_arena_new(&arena, 0) == ISN_OK);
    if (setjmp(guard.jump) != 0) {
        CHECK(!"out of memory");
        return;
    }
    isn_arena_guard(arena, &guard);
    CHECK_INT(isn_arena_used(arena), 0);
    unsigned char *before = NULL;
    for (size_t size = 0; size < 3000; size += 7) {
        unsigned char *p = isn_arena_alloc(arena, size);
        CHECK((uintptr_t)p % 16 == 0);
        CHECK(p != before);
        memset(p, 0xAB, size);
        before = p;
    }
    unsigned char *zero = isn_arena_zero(arena, 100000);
    for (size_t i = 0; i < 100000; i++)
        if (zero[i] != 0)
            CHECK_INT(zero[i], 0);
    CHECK(isn_arena_used(arena) > 100000);
    CHECK_STR(isn_arena_copy(arena, "abc", 2), "ab");
    CHECK_STR(isn_arena_copy(arena, NULL, 0), "");
    isn_arena_reset(arena, 1 << 20);
    CHECK_INT(isn_arena_used(arena), 0);
    CHECK(isn_arena_alloc(arena, 1 << 16) != NULL);
    isn_arena_reset(arena, 0);
    CHECK(isn_arena_alloc(arena, 10) != NULL);
    isn_arena_free(arena);
    isn_arena_free(NULL);
}

TEST(arena_jumps_when_memory_ends) {
    isn_arena *arena = NULL;
    isn_guard guard;
    volatile bool jumped = false;
    REQUIRE(isn_arena_new(&arena, 100) == ISN_OK);
    int value = setjmp(guard.jump);
    if (value == 0) {
        isn_arena_guard(arena, &guard);
        isn_arena_alloc(arena, SIZE_MAX);
    } else {
        jumped = value == 1;
    }
    CHECK(jumped);
    isn_arena_free(arena);
}

TEST(vectors_keep_what_they_hold) {
    isn_arena *arena = NULL;
    isn_guard guard;
    REQUIRE(isn_arena_new(&arena, 100) == ISN_OK);
    REQUIRE(setjmp(guard.jump) == 0);
    isn_arena_guard(arena, &guard);
    ISN_VEC(uint32_t) a = {NULL, 0, 0}, b = {NULL, 0, 0};
    for (uint32_t i = 0; i < 5000; i++) {
        *ISN_PUSH(arena, &a) = i;
        if (i % 3 == 0)
            *ISN_PUSH(arena, &b) = ~i;
    }
    for (uint32_t i = 0; i < 5000; i++)
        if (a.ptr[i] != i || b.ptr[i / 3] != ~(i / 3 * 3))
            CHECK_INT(a.ptr[i], i);
    isn_arena_free(arena);
}

/* ---- buffer ----------------------------------------------------------------------------------- */

static void check_json(const char *text, size_t len, const char *want) {
    isn_buf buf;
    isn_buf_init(&buf);
    isn_buf_json(&buf, text, len);
    CHECK_STRN(buf.ptr, buf.len, want);
    buf.len = 0;
    if (isn_utf8_check(text, len) == SIZE_MAX) {
        isn_buf_json_sound(&buf, text, len);
        CHECK_STRN(buf.ptr, buf.len, want);
    }
    isn_buf_release(&buf);
}

TEST(json_strings_are_escaped) {
    check_json(NULL, 0, "\"\"");
    check_json("a\"b\\c/\b\f\n\r\t\x01\x1f\x7f", 14,
               "\"a\\\"b\\\\c/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\"");
    check_json("x\0y", 3, "\"x\\u0000y\"");
    check_json("قال «نعم» 😀 \xEF\xBF\xBD", strlen("قال «نعم» 😀 \xEF\xBF\xBD"),
               "\"قال «نعم» 😀 \xEF\xBF\xBD\"");
    check_json("\xff\xd9", 2, "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
    check_json("\xe2\x80z\xed\xa0\x80", 6, "\"\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST(json_strings_at_every_distance_from_a_block) {
    static const char odd[][5] = {"\"", "\n", "\xff", "\xd9", "ق", "“", "😀"};
    static const char told[][8] = {"\\\"", "\\n", "\xEF\xBF\xBD", "\xEF\xBF\xBD", "ق", "“", "😀"};
    for (unsigned k = 0; k < ISN_LEN(odd); k++) {
        for (size_t before = 0; before < 40; before++) {
            char text[128] = "", want[128] = "\"";
            for (size_t i = 0; i < before; i++) {
                strcat(text, i % 3 == 0 ? "ب" : "a");
                strcat(want, i % 3 == 0 ? "ب" : "a");
            }
            strcat(strcat(text, odd[k]), "zzzzz zzzzz zzzzz zzzzz");
            strcat(strcat(want, told[k]), "zzzzz zzzzz zzzzz zzzzz\"");
            check_json(text, strlen(text), want);
        }
    }
}

TEST(buffers_grow) {
    isn_buf buf;
    isn_buf_init(&buf);
    for (int i = 0; i < 1000; i++)
        isn_buf_printf(&buf, "%d,", i);
    isn_buf_puts(&buf, "end");
    isn_buf_putc(&buf, '.');
    isn_buf_put(&buf, NULL, 0);
    CHECK(!buf.failed);
    CHECK_INT(buf.len, 10 * 2 + 90 * 3 + 900 * 4 + 4);
    CHECK(memcmp(buf.ptr + buf.len - 8, "999,end.", 8) == 0);
    isn_buf_put(&buf, "x", SIZE_MAX / 2);
    CHECK(buf.failed);
    isn_buf_release(&buf);
    isn_buf_release(&buf);
}

/* ---- hashes ------------------------------------------------------------------------------------- */

TEST(sha256_of_the_standard) {
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
        {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
         "lmnopqrsmnopqrstnopqrstu",
         "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"}};
    char hex[65];
    for (unsigned i = 0; i < ISN_LEN(cases); i++) {
        isn_sha256_hex(hex, cases[i].text, strlen(cases[i].text));
        CHECK_STR(hex, cases[i].want);
    }
    char *million = malloc(1000000);
    REQUIRE(million != NULL);
    memset(million, 'a', 1000000);
    isn_sha256_hex(hex, million, 1000000);
    CHECK_STR(hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    for (size_t len = 0; len < 300; len++) { /* the processor's instructions against plain C */
        uint8_t a[32], b[32];
        million[len] = (char)(len * 7);
        isn_sha256(a, million, len);
        isn_sha256_portable(b, million, len);
        CHECK(memcmp(a, b, 32) == 0);
    }
    free(million);
}

TEST(hash_tells_keys_apart) {
    unsigned char key[64] = {0};
    uint64_t seen[64 * 8 + 65];
    size_t n = 0;
    for (size_t len = 0; len <= 64; len++)
        seen[n++] = isn_hash(key, len, 0);
    for (size_t bit = 0; bit < sizeof key * 8; bit++) {
        key[bit / 8] ^= (unsigned char)(1 << bit % 8);
        seen[n++] = isn_hash(key, sizeof key, 0);
        key[bit / 8] ^= (unsigned char)(1 << bit % 8);
    }
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++)
            if (seen[i] == seen[j])
                CHECK_INT(i, j);
    CHECK(isn_hash("abc", 3, 0) != isn_hash("abc", 3, 1));
    CHECK(isn_hash(NULL, 0, 0) == isn_hash("", 0, 0));
    for (size_t len = 0; len <= 8; len++) {
        uint64_t bytes = 0;
        for (size_t i = 0; i < len; i++)
            bytes |= (uint64_t)(0x81 + i) << 8 * i;
        CHECK(isn_hash_short(bytes, len, 5) ==
              isn_hash("\x81\x82\x83\x84\x85\x86\x87\x88", len, 5));
    }
}

/* Packs carry hashes: these must never change without a new pack format. */
TEST(hash_is_the_same_everywhere) {
    static const char text[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    uint64_t all = 0;
    for (size_t len = 0; len < sizeof text; len++)
        all = all * 31 + isn_hash(text, len, 0);
    CHECK(all == UINT64_C(0x45732f7631598acf));
}

/* ---- UTF-8 -------------------------------------------------------------------------------------- */

/* Decodes byte by byte by the table of the standard, slowly. */
static bool is_well_formed(const unsigned char *p, size_t len, size_t *bad) {
    size_t i = 0;
    while (i < len) {
        unsigned c = p[i], n = c < 0x80   ? 1
                               : c < 0xC2 ? 0
                               : c < 0xE0 ? 2
                               : c < 0xF0 ? 3
                               : c < 0xF5 ? 4
                                          : 0;
        bool ok = n > 0 && i + n <= len;
        for (unsigned k = 1; ok && k < n; k++)
            ok = (p[i + k] & 0xC0) == 0x80;
        if (ok && ((c == 0xE0 && p[i + 1] < 0xA0) || (c == 0xED && p[i + 1] > 0x9F) ||
                   (c == 0xF0 && p[i + 1] < 0x90) || (c == 0xF4 && p[i + 1] > 0x8F)))
            ok = false;
        if (!ok) {
            *bad = i;
            return false;
        }
        i += n;
    }
    return true;
}

TEST(utf8_of_every_code_point) {
    for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
        char text[4];
        uint32_t back = 0;
        unsigned n = isn_utf8_put(text, cp);
        unsigned m = isn_utf8_next(&back, (unsigned char *)text, (unsigned char *)text + n);
        uint32_t want = cp >= 0xD800 && cp <= 0xDFFF ? 0xFFFD : cp;
        if (n != m || back != want || isn_utf8_check(text, n) != SIZE_MAX)
            CHECK_INT(back, want);
    }
}

TEST(utf8_check_finds_the_first_fault) {
    static const char pieces[][5] = {
        "a",        "ق",    "“",        "😀",    "zzzz",         "بب",       "\xff",
        "\xc0\x80", "\xd8", "\xe2\x80", "\x80", "\xed\xa0\x80", "\xf4\x90", "\xEF\xBF\xBD"};
    uint32_t random = 1;
    CHECK(isn_utf8_check(NULL, 0) == SIZE_MAX);
    for (unsigned round = 0; round < 20000; round++) {
        unsigned char text[160];
        size_t len = 0, bad = SIZE_MAX;
        unsigned good = round % 50;
        for (unsigned i = 0; i < 30; i++) {
            random = random * 1664525 + 1013904223;
            const char *piece = pieces[(random >> 16) % (i < good ? 6 : ISN_LEN(pieces))];
            memcpy(text + len, piece, strlen(piece));
            len += strlen(piece);
        }
        is_well_formed(text, len, &bad);
        if (isn_utf8_check((char *)text, len) != bad)
            CHECK_INT(isn_utf8_check((char *)text, len), bad);
    }
}

TEST(utf8_bad_sequences_are_maximal_prefixes) {
    static const struct {
        const char *text;
        unsigned len;
    } cases[] = {{"\x80z", 1},        {"\xc1\x81", 1},         {"\xd8", 1},
                 {"\xe2\x80", 2},     {"\xe2\x80z", 2},        {"\xe0\x80\x80", 1},
                 {"\xf0\x9f\x98", 3}, {"\xf0\x9f\x98z", 3},    {"\xf5\x80\x80\x80", 1},
                 {"\xed\xa0\x80", 1}, {"\xf4\x90\x80\x80", 1}, {"\xff", 1}};
    for (unsigned i = 0; i < ISN_LEN(cases); i++) {
        const unsigned char *p = (const unsigned char *)cases[i].text;
        uint32_t cp = 0;
        CHECK_INT(isn_utf8_next(&cp, p, p + strlen(cases[i].text)), cases[i].len);
        CHECK_INT(cp, 0xFFFD);
    }
}

/* ---- files, errors, strings ------------------------------------------------------------------------ */

TEST(files_are_read_whole) {
    char path[] = "/tmp/isn-test-XXXXXX";
    int fd = mkstemp(path);
    REQUIRE(fd >= 0);
    char *data = NULL;
    size_t len = 99;
    CHECK_INT(isn_file_read(&data, &len, path, NULL), ISN_OK);
    CHECK_INT(len, 0);
    isn_heap_free(data);
    CHECK_INT(write(fd, "a\0b", 3), 3);
    CHECK_INT(isn_file_read(&data, &len, path, NULL), ISN_OK);
    CHECK(len == 3 && memcmp(data, "a\0b", 4) == 0);
    isn_heap_free(data);
    close(fd);
    unlink(path);
    isn_error error = {0};
    CHECK_INT(isn_file_read(&data, &len, path, &error), ISN_EIO);
    CHECK_STR(error.path, path);
    CHECK_STR(error.message, "cannot open: No such file or directory");
    CHECK_INT(isn_file_read(&data, &len, "/", &error), ISN_EIO);
    CHECK_STR(error.message, "cannot read: Is a directory");
}

TEST(errors_are_cut_at_characters) {
    isn_error error = {0};
    char longer[600] = "", whole[700];
    for (unsigned i = 0; i < 250; i++)
        strcat(longer, "ق");
    snprintf(whole, sizeof whole, "x%s", longer);
    CHECK_INT(isn_fail(&error, ISN_EFORMAT, whole, 7, "%s", longer), ISN_EFORMAT);
    CHECK_INT(error.code, ISN_EFORMAT);
    CHECK_INT(error.offset, 7);
    CHECK_INT(strlen(error.message), 254);
    CHECK_INT(strlen(error.path), 501);
    isn_fail(&error, ISN_EIO, longer, 0, "%s", whole);
    CHECK_INT(strlen(error.message), 255);
    CHECK(isn_utf8_check(error.message, strlen(error.message)) == SIZE_MAX);
    CHECK_INT(isn_fail(NULL, ISN_EIO, NULL, 0, "x"), ISN_EIO);
}

TEST(strings_compare) {
    CHECK(isn_str_eq(isn_str_z(NULL), isn_str_of("x", 0)));
    CHECK(isn_str_eqz(isn_str_of("abc", 2), "ab"));
    CHECK(!isn_str_eqz(isn_str_of("abc", 2), "abc"));
    CHECK(isn_str_starts(isn_str_z("abc"), isn_str_z("ab")));
    CHECK(isn_str_starts(isn_str_z("abc"), isn_str_z(NULL)));
    CHECK(!isn_str_starts(isn_str_z("a"), isn_str_z("ab")));
}

/* ---- days -------------------------------------------------------------------------------------- */

TEST(days_go_on_one_by_one) {
    int32_t day = isn_day_of(1, 1, 1);
    int wanted_weekday = isn_day_weekday(day);
    for (int year = 1; year <= 9999; year++) {
        for (int month = 1; month <= 12; month++) {
            for (int mday = 1; mday <= 31; mday++) {
                int32_t have = isn_day_of(year, month, mday);
                if (have == ISN_NO_DAY)
                    continue;
                int y, m, d;
                isn_day_split(have, &y, &m, &d);
                if (have != day || y != year || m != month || d != mday ||
                    isn_day_weekday(have) != wanted_weekday) {
                    CHECK_INT(have, day);
                    return;
                }
                day++;
                wanted_weekday = (wanted_weekday + 1) % 7;
            }
        }
    }
}

TEST(days_known_and_impossible) {
    char text[11];
    CHECK_INT(isn_day_of(1970, 1, 1), 0);
    CHECK_INT(isn_day_weekday(isn_day_of(2021, 9, 10)), 5);
    CHECK_INT(isn_day_of(2021, 2, 29), ISN_NO_DAY);
    CHECK_INT(isn_day_of(2000, 2, 29), 11016);
    CHECK_INT(isn_day_of(1900, 2, 29), ISN_NO_DAY);
    CHECK_INT(isn_day_of(2021, 13, 1), ISN_NO_DAY);
    CHECK_INT(isn_day_of(0, 1, 1), ISN_NO_DAY);
    CHECK_INT(isn_day_of(10000, 1, 1), ISN_NO_DAY);
    CHECK_INT(isn_day_parse(isn_str_z("2021-09-10")), isn_day_of(2021, 9, 10));
    CHECK_INT(isn_day_parse(isn_str_z("2021-09-10T12:00:00Z")), isn_day_of(2021, 9, 10));
    CHECK_INT(isn_day_parse(isn_str_z("2021-9-10")), ISN_NO_DAY);
    CHECK_INT(isn_day_parse(isn_str_z("2021-02-30")), ISN_NO_DAY);
    CHECK_INT(isn_day_parse(isn_str_z("20x1-02-03")), ISN_NO_DAY);
    CHECK_INT(isn_day_parse(isn_str_z(NULL)), ISN_NO_DAY);
    isn_day_text(text, isn_day_of(987, 3, 4));
    CHECK_STR(text, "0987-03-04");
    isn_day_text(text, ISN_NO_DAY);
    CHECK_STR(text, "");
}
