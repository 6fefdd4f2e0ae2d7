/* warc.c: records of web archives (WARC 1.0 and 1.1, plain or with a gzip member for each record, as Common
 * Crawl publishes them) → pages. Requests, images, redirects, error pages and revisits (which say that a page
 * was the same as an earlier one) are no articles and are passed over. What is broken is told with its offset,
 * and the next record is looked for.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "reader.h"

#define LONGEST_HEAD ((size_t)64 << 10)
#define LONGEST_RECORD (MOST_PAGE + LONGEST_HEAD)

typedef struct text { /* a piece of the window */
    const char *ptr;
    size_t len;
} text;

/* ---- heads ------------------------------------------------------------------------------------ */

/* The length of a head up to and with its empty line; 0: it is not whole. */
static size_t head_len(const char *ptr, size_t len) {
    for (size_t i = 0; i + 1 < len; i++) {
        if (ptr[i] != '\n') {
            continue;
        }
        if (ptr[i + 1] == '\n') {
            return i + 2;
        }
        if (ptr[i + 1] == '\r' && i + 2 < len && ptr[i + 2] == '\n') {
            return i + 3;
        }
    }
    return 0;
}

/* The value of a header line; {NULL, 0} where there is none. */
static text header(text head, const char *name) {
    size_t n = strlen(name);
    for (const char *at = head.ptr, *end = head.ptr + head.len; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop == NULL ? end : stop;
        if ((size_t)(stop - at) > n && at[n] == ':' && strncasecmp(at, name, n) == 0) {
            text value = {at + n + 1, (size_t)(stop - at) - n - 1};
            while (value.len > 0 &&
                   (*value.ptr == ' ' || *value.ptr == '\t' || *value.ptr == '<')) {
                value.ptr++;
                value.len--;
            }
            while (value.len > 0 && ((unsigned char)value.ptr[value.len - 1] <= ' ' ||
                                     value.ptr[value.len - 1] == '>')) {
                value.len--;
            }
            return value;
        }
        at = stop + 1;
    }
    return (text){NULL, 0};
}

static bool is(text value, const char *word) {
    return value.len == strlen(word) && strncasecmp(value.ptr, word, value.len) == 0;
}

static bool starts(text value, const char *word) {
    return value.len >= strlen(word) && strncasecmp(value.ptr, word, strlen(word)) == 0;
}

static bool contains(text value, const char *word) {
    size_t n = strlen(word);
    for (size_t i = 0; i + n <= value.len; i++) {
        if (strncasecmp(value.ptr + i, word, n) == 0) {
            return true;
        }
    }
    return false;
}

static bool number_of(text value, uint64_t *out) {
    uint64_t sum = 0;
    if (value.len == 0 || value.len > 18) {
        return false;
    }
    for (size_t i = 0; i < value.len; i++) {
        if (value.ptr[i] < '0' || value.ptr[i] > '9') {
            return false;
        }
        sum = sum * 10 + (uint64_t)(value.ptr[i] - '0');
    }
    *out = sum;
    return true;
}

/* ---- HTTP --------------------------------------------------------------------------------------- */

static int hex(char c) {
    return c >= '0' && c <= '9'                     ? c - '0'
           : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                    : -1;
}

/* Joins chunks. False where there are none: archives often keep the header and store the bytes joined. */
static bool join_chunks(cli_text *out, text body) {
    const char *at = body.ptr;
    const char *end = body.ptr + body.len;
    out->len = 0;
    for (;;) {
        size_t size = 0;
        unsigned digits = 0;
        while (at < end && hex(*at) >= 0 && digits++ < 7) {
            size = size * 16 + (size_t)hex(*at++);
        }
        const char *line = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
        if (digits == 0 || line == NULL || line - at > 200) {
            return out->len > 0;
        }
        at = line + 1;
        if (size == 0) {
            return true;
        }
        size_t have = (size_t)(end - at) < size ? (size_t)(end - at) : size;
        cli_text_put(out, at, have);
        at += have;
        if (at < end && *at == '\r') {
            at++;
        }
        if (at < end && *at == '\n') {
            at++;
        }
    }
}

/* The body as it was before it was packed for the way. NULL, or what is wrong. */
static const char *open_body(cli_text *out, text head, text body) {
    text coding = header(head, "Content-Encoding");
    cli_text joined = {0};
    const char *wrong = NULL;
    if (contains(header(head, "Transfer-Encoding"), "chunked") && join_chunks(&joined, body)) {
        body = (text){joined.ptr, joined.len};
    }
    bool gzip = body.len > 2 && memcmp(body.ptr, "\x1f\x8b", 2) == 0;
    if (contains(coding, "gzip") ? gzip : contains(coding, "deflate")) {
        wrong = cli_inflate(out, body.ptr, body.len, MOST_PAGE);
    } else if (coding.len > 0 && !contains(coding, "gzip") && !is(coding, "identity")) {
        wrong = "packed in a way that is not known (Content-Encoding)";
    } else {
        out->len = 0;
        cli_text_put(out, body.ptr, body.len);
    }
    free(joined.ptr);
    return wrong;
}

/* ---- records ------------------------------------------------------------------------------------- */

/* Passes over `n` bytes without keeping them. False when they are not there. */
static bool pass(cli_stream *s, uint64_t n) {
    while (n > 0) {
        size_t have = cli_stream_len(s);
        if (have == 0) {
            if (!cli_stream_more(s)) {
                return false;
            }
            continue;
        }
        size_t now = have < n ? have : (size_t)n;
        cli_stream_take(s, now);
        n -= now;
    }
    return true;
}

/* The kind of media: 1 a page, 0 plain text, -1 neither. */
static int medium(text type) {
    return starts(type, "text/html") || starts(type, "application/xhtml") ? 1
           : starts(type, "text/plain")                                   ? 0
                                                                          : -1;
}

static void give_charset(cli_job *job, text type) {
    const char *at = type.len > 0 ? memmem(type.ptr, type.len, "charset=", 8) : NULL;
    if (at != NULL) {
        size_t n = type.len - (size_t)(at - type.ptr) - 8;
        job->charset = cli_format("%.*s", (int)(n < 60 ? n : 60), at + 8);
    }
}

/* Fills a job from a record whose block lies in memory. False: it is no article; NULL in *wrong. */
static bool fill(cli_job *job, cli_reader *r, text head, text block, uint64_t offset,
                 const char **wrong) {
    text type = header(head, "WARC-Type");
    text media = header(head, "Content-Type");
    text url = header(head, "WARC-Target-URI");
    text http = {NULL, 0};
    *wrong = NULL;
    if (is(type, "response")) {
        size_t n = starts(block, "HTTP/") ? head_len(block.ptr, block.len) : 0;
        const char *status = n > 0 ? memchr(block.ptr, ' ', n) : NULL;
        if (status == NULL || strncmp(status + 1, "200", 3) != 0) {
            return false;
        }
        http = (text){block.ptr, n};
        block = (text){block.ptr + n, block.len - n};
        media = header(http, "Content-Type");
    }
    if (medium(media) < 0 || block.len == 0) {
        return false;
    }
    char *source = cli_format("%s:%llu", r->path, (unsigned long long)offset);
    cli_job_begin(job, JOB_DATA, r->path);
    *wrong = open_body(&job->bytes, http, block);
    job->page = medium(media) == 1;
    cli_job_give(job, FIELD_ID, source, strlen(source));
    cli_job_give(job, FIELD_URL, url.ptr, url.len);
    give_charset(job, media);
    free(source);
    return true;
}

/* Goes to the next line that begins a record. False at the end. */
static bool find_record(cli_stream *s) {
    for (;;) {
        if (cli_stream_fault(s) != NULL && !cli_stream_resume(s)) {
            return false;
        }
        if (!cli_stream_need(s, 6) && cli_stream_fault(s) == NULL) {
            return false;
        }
        const char *p = cli_stream_ptr(s);
        size_t len = cli_stream_len(s);
        const char *at = len >= 6 ? memmem(p, len, "\nWARC/1", 7) : NULL;
        if (p != NULL && len >= 6 && memcmp(p, "WARC/1", 6) == 0) {
            return true;
        }
        if (at != NULL) {
            cli_stream_take(s, (size_t)(at - p) + 1);
            return true;
        }
        if (len > 6) {
            cli_stream_take(s, len - 6);
        }
        if (!cli_stream_more(s) && cli_stream_fault(s) == NULL) {
            return false;
        }
    }
}

static void skip_line_ends(cli_stream *s) {
    while (cli_stream_need(s, 1) && (*cli_stream_ptr(s) == '\r' || *cli_stream_ptr(s) == '\n')) {
        cli_stream_take(s, 1);
    }
}

/* Has the whole head in the window: its length; 0 where it is not to be had. */
static size_t whole_head(cli_stream *s) {
    for (;;) {
        size_t n = head_len(cli_stream_ptr(s), cli_stream_len(s));
        if (n > 0 || cli_stream_len(s) > LONGEST_HEAD || !cli_stream_more(s)) {
            return n;
        }
    }
}

static bool broken(cli_reader *r, cli_job *job, uint64_t offset, const char *why) {
    const char *fault = cli_stream_fault(r->stream);
    char message[200];
    snprintf(message, sizeof message, "a broken record: %s; skipped", fault != NULL ? fault : why);
    r->any = true;
    if (fault == NULL && cli_stream_len(r->stream) > 0) {
        cli_stream_take(r->stream, 1); /* it may begin like a record */
    }
    if (!find_record(r->stream)) { /* nothing follows: the end is told once */
        pass(r->stream, UINT64_MAX);
        r->spent = true;
    }
    return cli_job_wrong(job, r->path, 0, offset, message);
}

/* One record: 1 a job, 0 none in it, -1 the end. */
static int record(cli_reader *r, cli_job *job) {
    cli_stream *s = r->stream;
    uint64_t length = 0;
    skip_line_ends(s);
    uint64_t offset = cli_stream_offset(s);
    if (r->spent || (cli_stream_len(s) == 0 && cli_stream_fault(s) == NULL)) {
        return -1;
    }
    size_t n =
        cli_stream_need(s, 6) && memcmp(cli_stream_ptr(s), "WARC/1", 6) == 0 ? whole_head(s) : 0;
    if (n == 0 || !number_of(header((text){cli_stream_ptr(s), n}, "Content-Length"), &length)) {
        return broken(r, job, offset, n == 0 ? "no head of a WARC record" : "no length");
    }
    r->any = true;
    r->number++;
    text type = header((text){cli_stream_ptr(s), n}, "WARC-Type");
    bool wanted = is(type, "response") || is(type, "resource") || is(type, "conversion");
    if (!wanted || length > LONGEST_RECORD) {
        if (!pass(s, n) || !pass(s, length)) {
            return broken(r, job, offset, "it ends too early");
        }
        return wanted &&
               cli_job_wrong(job, r->path, 0, offset, "a record larger than 16 MiB; skipped");
    }
    if (!cli_stream_need(s, n + length)) {
        return broken(r, job, offset, "it ends too early");
    }
    const char *wrong = NULL;
    const char *p = cli_stream_ptr(s);
    bool filled = fill(job, r, (text){p, n}, (text){p + n, (size_t)length}, offset, &wrong);
    cli_stream_take(s, n + length);
    if (wrong != NULL) {
        cli_job_wrong(job, r->path, 0, offset, wrong);
    }
    return filled;
}

bool cli_warc_next(cli_reader *r, cli_job *job) {
    for (;;) {
        int found = record(r, job);
        if (found != 0) {
            return found > 0;
        }
    }
}
