/* warc.c: records of web archives (WARC 1.0 and 1.1, plain or with a member or frame of its own for each record, as
 * Common Crawl and `isnad watch` write them) → pages. Requests, images, redirects, error pages and revisits (which
 * say that a page was the same as an earlier one) are no articles and are passed over. What is broken is told with
 * its offset, and the next record is looked for.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "http.h"
#include "reader.h"

#define LONGEST_HEAD ((size_t)64 << 10)
#define LONGEST_RECORD (MOST_PAGE + LONGEST_HEAD)

static bool is(isn_str value, const char *word) {
    return value.len == strlen(word) && strncasecmp(value.ptr, word, value.len) == 0;
}

static bool number_of(isn_str value, uint64_t *out) {
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

/* Fills a job from a record whose block lies in memory. False: it is no article; NULL in *wrong. */
static bool fill(cli_job *job, cli_reader *r, isn_str head, isn_str block, uint64_t offset,
                 const char **wrong) {
    isn_str type = cli_header(head, "WARC-Type");
    isn_str media = cli_header(head, "Content-Type");
    isn_str url = cli_header(head, "WARC-Target-URI");
    isn_str http = {NULL, 0};
    *wrong = NULL;
    if (is(type, "response")) {
        size_t n = block.len > 5 && memcmp(block.ptr, "HTTP/", 5) == 0
                       ? cli_head_len(block.ptr, block.len)
                       : 0;
        const char *status = n > 0 ? memchr(block.ptr, ' ', n) : NULL;
        if (status == NULL || strncmp(status + 1, "200", 3) != 0) {
            return false;
        }
        http = (isn_str){block.ptr, n};
        block = (isn_str){block.ptr + n, block.len - n};
        media = cli_header(http, "Content-Type");
    }
    if (cli_medium(media) < 0 || block.len == 0) {
        return false;
    }
    char *source = cli_format("%s:%llu", r->path, (unsigned long long)offset);
    cli_job_begin(job, JOB_DATA, r->path);
    *wrong = cli_open_body(&job->bytes, http, block, MOST_PAGE);
    job->page = cli_medium(media) == 1;
    cli_job_give(job, FIELD_ID, source, strlen(source));
    cli_job_give(job, FIELD_URL, url.ptr, url.len);
    job->charset = cli_charset_of(media);
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
        size_t n = cli_head_len(cli_stream_ptr(s), cli_stream_len(s));
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
    if (n == 0 ||
        !number_of(cli_header((isn_str){cli_stream_ptr(s), n}, "Content-Length"), &length)) {
        return broken(r, job, offset, n == 0 ? "no head of a WARC record" : "no length");
    }
    r->any = true;
    r->number++;
    isn_str type = cli_header((isn_str){cli_stream_ptr(s), n}, "WARC-Type");
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
    bool filled = fill(job, r, (isn_str){p, n}, (isn_str){p + n, (size_t)length}, offset, &wrong);
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
