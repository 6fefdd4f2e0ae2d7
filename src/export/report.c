/* report.c: a page of events that opens without anything beside it: a template with its texts in Arabic and English
 * (src/export/report), and the events as JSON in it. A script of the page draws table, map and timeline, and sets what
 * articles say as text, never as markup. */
#include <string.h>

#include "export/events.h"

/* Made of src/export/report/page.html by tools/embed-page: what is before the data, and what is behind; each ends with
 * a 0. */
extern const char isn_report_head[], isn_report_tail[];

void isn_report_begin(isn_buf *out, const char *language) {
    isn_buf_puts(out, isn_report_head);
    isn_buf_printf(out, "{\"language\":\"%s\",\"most\":%d,\"events\":[", language, ISN_REPORT_MOST);
}

/* JSON that may stand in a script of HTML: no tag, no comment begins in it. */
static void put_harmless(isn_buf *out, const isn_buf *json) {
    size_t from = 0;
    for (size_t i = 0; i < json->len; i++) {
        char c = json->ptr[i];
        if (c == '<' || c == '>' || c == '&') {
            isn_buf_put(out, json->ptr + from, i - from);
            isn_buf_printf(out, "\\u%04x", (unsigned)c);
            from = i + 1;
        }
    }
    isn_buf_put(out, json->ptr + from, json->len - from);
}

void isn_report_event(isn_buf *out, const isn_event *event, isn_rule rule, bool first) {
    isn_buf json;
    isn_buf_init(&json);
    isn_event_json(&json, event, rule);
    isn_buf_puts(out, first ? "\n" : ",\n");
    if (json.len > 0) {
        json.len--; /* its line end */
    }
    put_harmless(out, &json);
    out->failed = out->failed || json.failed;
    isn_buf_release(&json);
}

void isn_report_end(isn_buf *out, uint64_t events) {
    isn_buf_printf(out, "\n],\"total\":%llu}", (unsigned long long)events);
    isn_buf_puts(out, isn_report_tail);
}
