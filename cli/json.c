/* json.c: JSON that is not one object a line. Items of JSON Feed (1.0, 1.1) → small pages, as feed.c makes them of RSS;
 * objects of a list, or one after the other over several lines → the same as lines of JSONL. All are walked object by object,
 * so that the size of the file does not matter, and a fault is told of its object alone.
 */
#include <stdlib.h>
#include <string.h>

#include "reader.h"

static const char *behind_blanks(const char *at, const char *end) {
    while (at < end && (unsigned char)*at <= ' ') {
        at++;
    }
    return at;
}

/* Behind the string that begins here; NULL where it does not end. */
static const char *behind_string(const char *at, const char *end) {
    for (at++; at < end && *at != '"'; at++) {
        at += *at == '\\';
    }
    return at < end ? at + 1 : NULL;
}

/* Behind the value that begins here; NULL where it does not end in what is there. */
static const char *behind_value(const char *at, const char *end) {
    size_t depth = 0;
    while (at != NULL && at < end) {
        if (*at == '"') {
            at = behind_string(at, end);
        } else if (*at == '{' || *at == '[') {
            depth++;
            at++;
        } else if (depth > 0 && (*at == '}' || *at == ']')) {
            depth--;
            at++;
        } else if (depth == 0) { /* a number, true, null */
            while (at < end && strchr(",]} \t\r\n", *at) == NULL) {
                at++;
            }
            return at < end ? at : NULL;
        } else {
            at++;
            continue;
        }
        if (at != NULL && depth == 0) {
            return at;
        }
    }
    return NULL;
}

/* Behind a byte order mark and blanks. */
static const char *behind_mark(const char *at, const char *end) {
    if (end - at >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0) {
        at += 3;
    }
    return at == end ? end : behind_blanks(at, end);
}

bool cli_feed_is_json(cli_stream *s) {
    cli_stream_need(s, 64);
    const char *at = cli_stream_ptr(s);
    const char *end = at + cli_stream_len(s);
    at = behind_mark(at, end);
    return at < end && *at == '{';
}

bool cli_json_is_list(cli_stream *s) {
    cli_stream_need(s, 64);
    const char *at = cli_stream_ptr(s);
    const char *end = at + cli_stream_len(s);
    at = behind_mark(at, end);
    return at < end && *at == '[';
}

bool cli_json_begins(const char *ptr, size_t len) {
    const char *end = ptr + len;
    const char *at = behind_mark(ptr, end);
    const char *next = at == end ? end : behind_blanks(at + 1, end);
    return next < end && ((*at == '{' && *next == '"') || (*at == '[' && *next == '{'));
}

/* ---- one item -------------------------------------------------------------------------------------- */

/* A line of text as a paragraph of a page. */
static void put_escaped(cli_text *out, isn_str text) {
    for (size_t i = 0; i < text.len; i++) {
        const char *sign = text.ptr[i] == '<'    ? "&lt;"
                           : text.ptr[i] == '&'  ? "&amp;"
                           : text.ptr[i] == '\n' ? "</p>\n<p>"
                                                 : NULL;
        cli_text_put(out, sign != NULL ? sign : text.ptr + i, sign != NULL ? strlen(sign) : 1);
    }
}

static void put_page(cli_job *job, const isn_input *input) {
    cli_text *out = &job->bytes;
    if (input->title.len > 0) {
        cli_text_put(out, "<h1>", 4);
        put_escaped(out, input->title);
        cli_text_put(out, "</h1>\n", 6);
    }
    if (input->text.len > 0) {
        cli_text_put(out, "<div itemprop=\"articleBody\">", 28);
        if (input->kind == ISN_INPUT_HTML) {
            cli_text_put(out, input->text.ptr, input->text.len);
        } else {
            cli_text_put(out, "<p>", 3);
            put_escaped(out, input->text);
            cli_text_put(out, "</p>", 4);
        }
        cli_text_put(out, "</div>\n", 7);
    }
}

/* Of an item that does not say when it was published, when it was changed. `text`: a field that it has. */
static void give_change(cli_job *job, isn_str item, const char *text) {
    const isn_field_names names = {NULL, text, NULL, NULL, NULL, "date_modified", NULL};
    isn_record_line *line = NULL;
    isn_input input = {0};
    isn_error error = {0};
    if (isn_record_line_parse_named(&line, &input, item, &names, &error) == ISN_OK &&
        cli_is_date(input.published.ptr, input.published.len)) {
        cli_job_give(job, FIELD_PUBLISHED, input.published.ptr, input.published.len);
    }
    isn_record_line_free(line);
}

/* False after the job was made an error. */
static bool fill(cli_reader *r, cli_job *job, isn_str item, uint64_t offset) {
    /* What may hold the text, best first; an item may have a headline alone. */
    static const char *const texts[] = {"content_text", "summary", "title"};
    isn_record_line *line = NULL;
    isn_input input = {0};
    isn_error error = {0};
    isn_status status = ISN_EFORMAT;
    size_t i = 0;
    for (; i < 3 && status != ISN_OK; i++) {
        isn_field_names names = {"id", texts[i], "content_html", "title", "url", "date_published",
                                 NULL};
        isn_record_line_free(line);
        line = NULL;
        status = isn_record_line_parse_named(&line, &input, item, &names, &error);
    }
    if (status != ISN_OK) {
        isn_record_line_free(line);
        cli_job_wrong(job, r->path, 0, offset + error.offset, error.message);
        return false;
    }
    if (i == 3) {
        input.text.len = 0;
    }
    cli_feed_begin(r, job, offset);
    put_page(job, &input);
    cli_job_give(job, FIELD_URL, input.url.ptr, input.url.len);
    if (cli_is_date(input.published.ptr, input.published.len)) {
        cli_job_give(job, FIELD_PUBLISHED, input.published.ptr, input.published.len);
    } else {
        give_change(job, item, texts[i - 1]);
    }
    if (r->outlet != NULL) {
        cli_job_give(job, FIELD_OUTLET, r->outlet, strlen(r->outlet));
    }
    job->charset = cli_copy("utf-8");
    isn_record_line_free(line);
    return true;
}

/* ---- the feed --------------------------------------------------------------------------------------- */

static void set_outlet(cli_reader *r, isn_str head) {
    static const isn_field_names names = {NULL, "title", NULL, NULL, NULL, NULL, NULL};
    isn_record_line *line = NULL;
    isn_input input = {0};
    isn_error error = {0};
    if (isn_record_line_parse_named(&line, &input, head, &names, &error) == ISN_OK) {
        r->outlet =
            cli_format("%.*s", (int)(input.text.len < 400 ? input.text.len : 400), input.text.ptr);
    }
    isn_record_line_free(line);
}

/* Behind the bracket that opens the list of items, with the names before it read: the feed's own title is among them.
 * NULL where it is not in what is there. */
static const char *behind_head(cli_reader *r, const char *from, const char *end) {
    const char *open = behind_mark(from, end);
    const char *at = open + 1;
    while (at < end) {
        const char *key = behind_blanks(at, end);
        const char *stop = key < end && *key == '"' ? behind_string(key, end) : NULL;
        const char *colon = stop == NULL ? end : behind_blanks(stop, end);
        const char *value = colon >= end || *colon != ':' ? end : behind_blanks(colon + 1, end);
        if (value >= end) {
            return NULL;
        }
        if (stop - key == 7 && memcmp(key, "\"items\"", 7) == 0 && *value == '[') {
            /* {what stood before}, as an object of its own */
            cli_text head = {0};
            cli_text_put(&head, open, (size_t)(key - open));
            while (head.len > 1 && (head.ptr[head.len - 1] == ',' ||
                                    (unsigned char)head.ptr[head.len - 1] <= ' ')) {
                head.len--;
            }
            cli_text_put(&head, "}", 1);
            set_outlet(r, (isn_str){head.ptr, head.len});
            free(head.ptr);
            return value + 1;
        }
        at = behind_value(value, end);
        at = at == NULL ? end : behind_blanks(at, end);
        if (at < end && *at != ',') {
            return NULL;
        }
        at++;
    }
    return NULL;
}

/* More of the stream, twice as much as there is, so that what was looked at in vain is not looked at too often. */
static bool more(cli_stream *s) {
    size_t have = cli_stream_len(s);
    return have <= MOST_PAGE && (cli_stream_need(s, have * 2 + 4096) || cli_stream_len(s) > have);
}

static bool stop(cli_reader *r, cli_job *job, uint64_t offset, const char *message) {
    cli_stream_take(r->stream, cli_stream_len(r->stream));
    while (cli_stream_more(r->stream)) {
        cli_stream_take(r->stream, cli_stream_len(r->stream));
    }
    r->begun = r->any = true;
    return message != NULL && cli_job_wrong(job, r->path, 0, offset, message);
}

/* The next object, and the byte it begins at: 1; 0: no more; -1: `job` was made an error. The caller takes it from the
 * stream with what stands before it: `*taken` bytes. */
static int next_object(cli_reader *r, cli_job *job, isn_str *object, uint64_t *offset,
                       size_t *taken) {
    cli_stream *s = r->stream;
    for (;;) {
        const char *from = cli_stream_ptr(s);
        const char *end = from + cli_stream_len(s);
        const char *at = from == end ? end : behind_blanks(from, end);
        if (at < end && *at == ',') {
            at = behind_blanks(at + 1, end);
        }
        if (at == end && more(s)) {
            continue;
        }
        *offset = cli_stream_offset(s) + (size_t)(at - from);
        if (at == end || *at != '{') {
            bool fine = at == end || *at == ']';
            return stop(r, job, *offset, fine ? NULL : "no object of JSON; the rest is not read")
                       ? -1
                       : 0;
        }
        const char *close = behind_value(at, end);
        if (close == NULL && more(s)) {
            continue;
        }
        if (close == NULL) {
            stop(r, job, *offset,
                 end - at > (ptrdiff_t)MOST_PAGE ? "an entry larger than 16 MiB; skipped"
                                                 : "an entry that is not closed; skipped");
            return -1;
        }
        r->number++;
        *object = (isn_str){at, (size_t)(close - at)};
        *taken = (size_t)(close - from);
        return 1;
    }
}

bool cli_feed_json_next(cli_reader *r, cli_job *job) {
    cli_stream *s = r->stream;
    isn_str item;
    uint64_t offset;
    size_t taken = 0;
    while (!r->begun) {
        const char *from = cli_stream_ptr(s);
        const char *at = behind_head(r, from, from + cli_stream_len(s));
        if (at != NULL) {
            r->begun = r->any = r->is_feed = true;
            cli_stream_take(s, (size_t)(at - from));
        } else if (!more(s)) {
            return stop(r, job, 0, "no entries of RSS, Atom, JSON Feed or a news sitemap in it");
        }
    }
    int found = next_object(r, job, &item, &offset, &taken);
    if (found > 0) {
        fill(r, job, item, offset);
        cli_stream_take(s, taken);
    }
    return found != 0;
}

bool cli_json_next(cli_reader *r, cli_job *job) {
    cli_stream *s = r->stream;
    isn_str object;
    uint64_t offset;
    size_t taken = 0;
    if (!r->begun) {
        cli_stream_need(s, 64);
        const char *from = cli_stream_ptr(s);
        const char *end = from + cli_stream_len(s);
        const char *at = behind_mark(from, end);
        cli_stream_take(s, (size_t)(at - from) + (at < end && *at == '['));
        r->begun = r->any = true;
    }
    int found = next_object(r, job, &object, &offset, &taken);
    if (found > 0) {
        cli_job_begin(job, JOB_LINE, r->path);
        job->line = r->number;
        cli_text_put(&job->bytes, object.ptr, object.len);
        cli_stream_take(s, taken);
    }
    return found != 0;
}
