/* error.c: strings with a length, and the error that a caller gets to read. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/base.h"

/* Ends a text that was cut off at a whole character. */
static void end_whole(char *text, size_t len) {
    size_t cut = len;
    while (cut > 0 && len - cut < 3 && ((unsigned char)text[cut - 1] & 0xC0) == 0x80)
        cut--;
    if (cut == 0)
        return;
    unsigned lead = (unsigned char)text[cut - 1];
    size_t need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (need > 1 && len - (cut - 1) < need)
        text[cut - 1] = '\0';
}

isn_status isn_fail(isn_error *error, isn_status code, const char *path, uint64_t offset,
                    const char *format, ...) {
    if (error == NULL)
        return code;
    isn_error e = {.code = code, .offset = offset};
    va_list args;
    va_start(args, format);
    int n = vsnprintf(e.message, sizeof e.message, format, args);
    va_end(args);
    if (n >= (int)sizeof e.message)
        end_whole(e.message, sizeof e.message - 1);
    n = path == NULL ? 0 : snprintf(e.path, sizeof e.path, "%s", path);
    if (n >= (int)sizeof e.path)
        end_whole(e.path, sizeof e.path - 1);
    *error = e;
    return code;
}

bool isn_str_starts(isn_str s, isn_str prefix) {
    return s.len >= prefix.len && (prefix.len == 0 || memcmp(s.ptr, prefix.ptr, prefix.len) == 0);
}

bool isn_bytes_eq(const char *a, const char *b, size_t len) {
    return len == 0 || memcmp(a, b, len) == 0;
}

int isn_str_compare(isn_str a, isn_str b) {
    size_t n = a.len < b.len ? a.len : b.len;
    int order = n > 0 ? memcmp(a.ptr, b.ptr, n) : 0;
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}
