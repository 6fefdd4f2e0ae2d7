/* markup.c: see markup.h. */
#include "markup.h"

#include <string.h>
#include <strings.h>

isn_str cli_markup_from(isn_str in, const char *at) {
    return (isn_str){at, in.len - (size_t)(at - in.ptr)};
}

static bool ends_name(char c) {
    return c == '>' || c == '/' || (unsigned char)c <= ' ';
}

const char *cli_markup_behind_raw(isn_str in) {
    bool cdata = in.len >= 9 && memcmp(in.ptr, "<![CDATA[", 9) == 0;
    bool comment = in.len >= 4 && memcmp(in.ptr, "<!--", 4) == 0;
    if (!cdata && !comment) {
        return NULL;
    }
    const char *close = memmem(in.ptr, in.len, cdata ? "]]>" : "-->", 3);
    return close == NULL ? in.ptr + in.len : close + 3;
}

const char *cli_markup_tag(isn_str in, const char *name, bool closing) {
    size_t n = strlen(name);
    while (in.len > 0) {
        const char *at = memchr(in.ptr, '<', in.len);
        if (at == NULL) {
            return NULL;
        }
        in = cli_markup_from(in, at);
        const char *raw = cli_markup_behind_raw(in);
        if (raw != NULL) {
            in = cli_markup_from(in, raw);
            continue;
        }
        size_t skip = closing ? 2 : 1;
        if (in.len > n + skip && (!closing || in.ptr[1] == '/') &&
            strncasecmp(in.ptr + skip, name, n) == 0 && ends_name(in.ptr[skip + n])) {
            return in.ptr;
        }
        in = cli_markup_from(in, in.ptr + 1);
    }
    return NULL;
}

isn_str cli_markup_whole_tag(isn_str in) {
    char quote = '\0';
    size_t n = 0;
    while (n < in.len && (quote != '\0' || in.ptr[n] != '>')) {
        char c = in.ptr[n++];
        if (quote == '\0' && (c == '"' || c == '\'')) {
            quote = c;
        } else if (c == quote) {
            quote = '\0';
        }
    }
    return (isn_str){in.ptr, n};
}

bool cli_markup_attribute(isn_str tag, const char *name, isn_str *value) {
    size_t n = strlen(name);
    for (size_t i = 1; i + n + 2 < tag.len; i++) {
        if ((unsigned char)tag.ptr[i - 1] > ' ' || strncasecmp(tag.ptr + i, name, n) != 0) {
            continue;
        }
        size_t at = i + n;
        while (at < tag.len && ((unsigned char)tag.ptr[at] <= ' ' || tag.ptr[at] == '=')) {
            at++;
        }
        if (at + 1 >= tag.len || (tag.ptr[at] != '"' && tag.ptr[at] != '\'')) {
            continue;
        }
        const char *end = memchr(tag.ptr + at + 1, tag.ptr[at], tag.len - at - 1);
        if (end != NULL) {
            *value = (isn_str){tag.ptr + at + 1, (size_t)(end - tag.ptr) - at - 1};
            return true;
        }
    }
    return false;
}

void cli_markup_unescape(cli_text *out, isn_str in) {
    static const struct {
        const char *name;
        char sign;
    } escapes[] = {{"&lt;", '<'},    {"&gt;", '>'},  {"&amp;", '&'}, {"&quot;", '"'},
                   {"&apos;", '\''}, {"&#60;", '<'}, {"&#62;", '>'}, {"&#38;", '&'},
                   {"&#34;", '"'},   {"&#39;", '\''}};
    for (size_t i = 0; i < in.len;) {
        size_t known = 0;
        size_t n = sizeof escapes / sizeof escapes[0];
        while (in.ptr[i] == '&' && known < n &&
               (strlen(escapes[known].name) > in.len - i ||
                memcmp(in.ptr + i, escapes[known].name, strlen(escapes[known].name)) != 0)) {
            known++;
        }
        if (in.ptr[i] == '&' && known < n) {
            cli_text_put(out, &escapes[known].sign, 1);
            i += strlen(escapes[known].name);
        } else {
            cli_text_put(out, in.ptr + i, 1);
            i++;
        }
    }
}
