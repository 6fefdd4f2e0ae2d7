/* webanno.c: what claims stand on as W3C Web Annotations: each piece of an article a target, by its words and by its
 * place in characters; what it was read as in the bodies. */
#include <string.h>

#include "export/events.h"

#define AROUND 32 /* bytes of words before and after a piece, at most */

static bool goes_on(isn_str text, uint32_t at) {
    return at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80;
}

static void quote(isn_buf *out, const char *name, isn_str text, uint32_t start, uint32_t end) {
    if (start < end) {
        isn_buf_printf(out, ",\"%s\":", name);
        isn_buf_json(out, text.ptr + start, end - start);
    }
}

static void selectors(isn_buf *out, const isn_annotated *a, const isn_said_piece *s) {
    uint32_t before = s->start > AROUND ? s->start - AROUND : 0;
    uint32_t after = a->text.len - s->end > AROUND ? s->end + AROUND : (uint32_t)a->text.len;
    while (goes_on(a->text, before)) {
        before++;
    }
    while (after > s->end && goes_on(a->text, after)) {
        after--;
    }
    isn_buf_puts(out, "\"selector\":[{\"type\":\"TextQuoteSelector\"");
    quote(out, "exact", a->text, s->start, s->end);
    quote(out, "prefix", a->text, before, s->start);
    quote(out, "suffix", a->text, s->end, after);
    isn_buf_printf(out, "},{\"type\":\"TextPositionSelector\",\"start\":%u,\"end\":%u}]",
                   a->character[s->start], a->character[s->end]);
}

static void body(isn_buf *out, const char *purpose, isn_str value) {
    isn_buf_printf(out,
                   "{\"type\":\"TextualBody\",\"purpose\":\"%s\",\"format\":\"text/plain\","
                   "\"value\":",
                   purpose);
    isn_buf_json(out, value.ptr, value.len);
    isn_buf_putc(out, '}');
}

static isn_str key_of(const isn_annotated *a, isn_str claim, isn_str *event) {
    for (uint32_t i = 0; i < a->nclaims; i++) {
        if (isn_str_eq(a->claims[i].name, claim)) {
            *event = a->claims[i].event;
            return a->claims[i].key;
        }
    }
    *event = (isn_str){NULL, 0};
    return (isn_str){NULL, 0};
}

void isn_annotated_web(isn_buf *out, const isn_annotated *a, uint64_t *count) {
    isn_str last = {NULL, 0};
    unsigned number = 0;
    for (uint32_t i = 0; i < a->nsaid; i++) {
        const isn_said_piece *s = &a->said[i];
        isn_str event;
        isn_str key = key_of(a, s->claim, &event);
        number = isn_str_eq(last, s->claim) ? number + 1 : 1;
        last = s->claim;
        isn_buf_printf(out, "%s{\"id\":\"urn:isnad:claim:%.*s/%u\",\"type\":\"Annotation\",",
                       (*count)++ > 0 ? ",\n" : "\n", (int)key.len, key.ptr, number);
        isn_buf_puts(out, "\"motivation\":\"identifying\",\"body\":[");
        body(out, "classifying", s->part);
        if (s->value.ptr != NULL) {
            isn_buf_putc(out, ',');
            body(out, "identifying", s->value);
        }
        isn_buf_printf(out, ",{\"source\":\"urn:isnad:event:%.*s\",\"purpose\":\"linking\"}],",
                       (int)event.len, event.ptr);
        isn_buf_puts(out, "\"target\":{\"source\":");
        if (a->article.url.ptr != NULL) {
            isn_buf_json(out, a->article.url.ptr, a->article.url.len);
        } else {
            isn_buf_printf(out, "\"urn:isnad:article:%.*s\"", (int)a->article.ident.len,
                           a->article.ident.ptr);
        }
        isn_buf_putc(out, ',');
        selectors(out, a, s);
        isn_buf_puts(out, "}}");
    }
}
