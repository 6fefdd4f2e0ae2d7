/* fuzz_charset.c: any bytes as text in some character set. The first byte picks the label and whether a <meta> is heard.
 * The characters that come out stand, one behind the other, for bytes that come one behind the other. */
#include "article/charset.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void insist(bool is_so) {
    if (!is_so) {
        abort();
    }
}

static void check(const isn_decoded *d, isn_str bytes) {
    const uint8_t *p = (const uint8_t *)d->text.ptr, *end = p + d->text.len;
    uint32_t last = 0, at = 0;
    bool sound = isn_utf8_check(d->text.ptr, d->text.len) == SIZE_MAX;
    insist(d->charset < ISN_CS_UNKNOWN);
    insist((d->mended == ISN_CS_UNKNOWN) || d->charset == ISN_CS_UTF8);
    insist(d->charset == ISN_CS_UTF8 || sound);
    while (at < d->text.len) {
        uint32_t cp, n = isn_utf8_next(&cp, p + at, end), start = at, stop = at + n;
        insist(n > 0 && stop <= d->text.len);
        isn_map_span(d->map, &start, &stop);
        insist(start <= stop && stop <= bytes.len);
        insist(!sound || (start < stop && start >= last && (at == 0 || start == last)));
        last = stop;
        at += n;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const labels[] = {"",           "utf-8",        "windows-1256", "iso-8859-6",
                                         "utf-16",     "x-mac-arabic", "windows-1252", "utf-16be",
                                         "iso-8859-1", "no-such-set"};
    static isn_arena *arena;
    if (size < 1) {
        return 0;
    }
    if (arena == NULL) {
        insist(isn_arena_new(&arena, 1 << 16) == ISN_OK);
    }
    isn_guard guard;
    isn_decoded d;
    insist(setjmp(guard.jump) == 0);
    isn_arena_guard(arena, &guard);
    isn_str bytes = isn_str_of((const char *)data + 1, size - 1);
    isn_charset_decode(&d, arena, bytes, isn_str_z(labels[(data[0] >> 1) % ISN_LEN(labels)]),
                       (data[0] & 1) != 0);
    check(&d, bytes);
    isn_arena_reset(arena, 1 << 20);
    return 0;
}
