/* fuzz_watch.c: any bytes as what `isnad watch` takes from others: a list of feeds, a robots.txt, a feed, an answer of
 * HTTP with its packings. The first byte picks. */
#include <stdlib.h>
#include <string.h>

#include "http.h"
#include "reader.h"
#include "robots.h"
#include "watch.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void insist(bool fine) {
    if (!fine) {
        abort();
    }
}

static void read_list(isn_str text) {
    watch_list list = {0};
    cli_text messages = {0};
    bool fine = watch_list_parse(&list, "list", text, &messages);
    insist(fine == (messages.len == 0) && list.len <= text.len);
    for (size_t i = 0; i < list.len; i++) {
        insist(list.ptr[i][0] != '\0');
    }
    watch_list_release(&list);
    free(messages.ptr);
}

/* The last line is the path that is asked for. */
static void read_robots(isn_str text) {
    const char *last = text.len > 0 ? memrchr(text.ptr, '\n', text.len) : NULL;
    const char *from = last == NULL ? text.ptr : last + 1;
    char *path = cli_format("/%.*s", (int)(text.ptr + text.len - from), from);
    cli_robots *robots = cli_robots_new(text, "isnad");
    cli_robots_allow(robots, path);
    insist(cli_robots_delay(robots) <= 300);
    cli_robots_free(robots);
    robots = cli_robots_new((isn_str){NULL, 0}, "isnad");
    insist(cli_robots_allow(robots, path));
    cli_robots_free(robots);
    free(path);
}

static void read_feed(isn_str text) {
    cli_fields fields = {{0}};
    cli_reader r = {.kind = FROM_FEED,
                    .stream = cli_stream_memory(text),
                    .path = cli_copy("feed"),
                    .fields = &fields,
                    .addresses = true};
    cli_job job = {0};
    size_t jobs = 0;
    while (cli_feed_next(&r, &job)) {
        insist(++jobs <= text.len + 1);
    }
    cli_job_release(&job);
    cli_stream_close(r.stream);
    free(r.outlet);
    free(r.charset);
    free(r.path);
}

static void read_answer(isn_str text) {
    enum { MOST = 1 << 20 };
    cli_text out = {0};
    size_t n = cli_head_len(text.ptr, text.len);
    isn_str head = {text.ptr, n};
    const char *wrong = cli_open_body(&out, head, (isn_str){text.ptr + n, text.len - n}, MOST);
    insist(wrong != NULL || out.len <= MOST);
    insist(out.len <= MOST + ((size_t)1 << 21) || out.len <= text.len);
    free(cli_charset_of(cli_header(head, "Content-Type")));
    free(out.ptr);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static void (*const readers[])(isn_str) = {read_list, read_robots, read_feed, read_answer};
    if (size < 1) {
        return 0;
    }
    char *copy = cli_alloc(size); /* of just this size, so that a byte too many is seen */
    memcpy(copy, data + 1, size - 1);
    readers[data[0] % (sizeof readers / sizeof readers[0])]((isn_str){copy, size - 1});
    free(copy);
    return 0;
}
