/* said.c: what the formats share that show articles: bytes as UTF-8, and bytes counted as characters. */
#include "export/events.h"

void isn_buf_utf8(isn_buf *out, isn_str bytes) {
    const unsigned char *at = (const unsigned char *)bytes.ptr;
    const unsigned char *end = at + bytes.len;
    while (at < end) {
        uint32_t code;
        char text[4];
        at += isn_utf8_next(&code, at, end);
        isn_buf_put(out, text, isn_utf8_put(text, code));
    }
}

void isn_annotated_count(isn_annotated *article, isn_arena *arena) {
    isn_str text = article->text;
    const unsigned char *all = (const unsigned char *)text.ptr;
    article->character = ISN_NEW(arena, uint32_t, text.len + 1);
    uint32_t n = 0;
    for (size_t at = 0; at < text.len; n++) {
        uint32_t code;
        size_t next = at + isn_utf8_next(&code, all + at, all + text.len);
        while (at < next) {
            article->character[at++] = n;
        }
    }
    article->character[text.len] = n;
}
