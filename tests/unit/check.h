/* check.h: the unit tests' whole frame. A file tests/unit/test_NAME.c includes it once and writes
 *
 *     TEST(arena_grows) {
 *         CHECK(isn_arena_used(arena) == 0);
 *     }
 *
 * and has a program that runs its tests in order and speaks TAP, which meson reads. No list of tests,
 * no main to write. A failed check is told with its values; the test goes on. REQUIRE ends the test.
 * SKIP(why) leaves the rest of a test out and says so. `program 'name'` runs one test alone.
 */
#ifndef CHECK_H
#define CHECK_H

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK_MAX 512

typedef struct check_test {
    const char *name;
    void (*run)(void);
} check_test;

static check_test check_tests[CHECK_MAX];
static unsigned check_ntests;
static bool check_bad;          /* the running test has failed */
static const char *check_skipped; /* why the running test was left out */

/* Constructors run before main, in the order of the file. */
#define TEST(name)                                                                                 \
    static void name(void);                                                                        \
    __attribute__((constructor)) static void check_add_##name(void) {                              \
        if (check_ntests < CHECK_MAX) {                                                            \
            check_tests[check_ntests++] = (check_test){#name, name};                               \
        }                                                                                          \
    }                                                                                              \
    static void name(void)

#define CHECK_AT_ "#   %s:%d: "

#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            check_bad = true;                                                                      \
            printf(CHECK_AT_ "%s\n", __FILE__, __LINE__, #condition);                              \
        }                                                                                          \
    } while (0)

#define REQUIRE(condition)                                                                         \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            check_bad = true;                                                                      \
            printf(CHECK_AT_ "%s\n", __FILE__, __LINE__, #condition);                              \
            return;                                                                                \
        }                                                                                          \
    } while (0)

#define SKIP(why)                                                                                  \
    do {                                                                                           \
        check_skipped = (why);                                                                     \
        return;                                                                                    \
    } while (0)

/* Integers of any kind; shown in decimal. */
#define CHECK_INT(have, want)                                                                      \
    check_int(__FILE__, __LINE__, #have, (intmax_t)(have), (intmax_t)(want))

/* Zero-terminated strings. */
#define CHECK_STR(have, want) check_str(__FILE__, __LINE__, #have, (have), (want))

/* An isn_str, or any pointer with a length, against a zero-terminated string. */
#define CHECK_STRN(ptr, len, want) check_strn(__FILE__, __LINE__, #ptr, (ptr), (len), (want))

__attribute__((unused)) static void check_int(const char *file, int line, const char *what,
                                              intmax_t have, intmax_t want) {
    if (have != want) {
        check_bad = true;
        printf(CHECK_AT_ "%s is %jd, not %jd\n", file, line, what, have, want);
    }
}

__attribute__((unused)) static void check_strn(const char *file, int line, const char *what,
                                               const char *have, size_t len, const char *want) {
    if (!have || !want ? (have || want) : strlen(want) != len || memcmp(have, want, len) != 0) {
        check_bad = true;
        printf(CHECK_AT_ "%s is \"%.*s\", not \"%s\"\n", file, line, what, have ? (int)len : 4,
               have ? have : "NULL", want ? want : "NULL");
    }
}

__attribute__((unused)) static void check_str(const char *file, int line, const char *what,
                                              const char *have, const char *want) {
    check_strn(file, line, what, have, have ? strlen(have) : 0, want);
}

int main(int argc, char **argv) {
    unsigned failed = 0, number = 0;
    setvbuf(stdout, NULL, _IOLBF, 0); /* what was said before a crash must be seen */
    if (argc < 2) {
        printf("1..%u\n", check_ntests);
    }
    for (unsigned i = 0; i < check_ntests; i++) {
        if (argc > 1 && strcmp(argv[1], check_tests[i].name) != 0) {
            continue;
        }
        check_bad = false;
        check_skipped = NULL;
        check_tests[i].run();
        failed += check_bad;
        printf("%s %u - %s%s%s\n", check_bad ? "not ok" : "ok", ++number, check_tests[i].name,
               check_skipped ? " # SKIP " : "", check_skipped ? check_skipped : "");
    }
    if (argc > 1) {
        printf("1..%u\n", number);
    }
    return failed != 0;
}

#endif
