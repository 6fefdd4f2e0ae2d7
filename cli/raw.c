/* raw.c: see raw.h. A process that is killed can leave a torn frame at the end of a file; it is cut off before the
 * next is written, since zstd, unlike gzip, has no way to find the frame behind a broken one. */
#include "raw.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <zstd.h>

#include "fetch.h"
#include "http.h"

#define LEVEL 9

struct cli_raw {
    char *folder;
    char *path; /* of the file at hand, NULL for none */
    int fd;
    uint64_t unpacked; /* bytes that the file has without its packing */
};

static bool refuse(const char *path) {
    fprintf(stderr, "isnad: %s: %s\n", path, strerror(errno));
    return false;
}

cli_raw *cli_raw_open(const char *folder) {
    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        refuse(folder);
        return NULL;
    }
    cli_raw *raw = cli_alloc(sizeof *raw);
    raw->folder = cli_copy(folder);
    raw->fd = -1;
    return raw;
}

static void close_file(cli_raw *raw) {
    if (raw->fd >= 0) {
        close(raw->fd);
    }
    free(raw->path);
    raw->path = NULL;
    raw->fd = -1;
}

void cli_raw_close(cli_raw *raw) {
    if (raw != NULL) {
        close_file(raw);
        free(raw->folder);
        free(raw);
    }
}

/* How far the frames of a file are whole, and what they hold. */
static size_t whole_frames(const char *ptr, size_t len, uint64_t *unpacked) {
    size_t at = 0;
    *unpacked = 0;
    while (at < len) {
        size_t frame = ZSTD_findFrameCompressedSize(ptr + at, len - at);
        unsigned long long holds = ZSTD_isError(frame)
                                       ? ZSTD_CONTENTSIZE_ERROR
                                       : ZSTD_getFrameContentSize(ptr + at, len - at);
        if (holds == ZSTD_CONTENTSIZE_ERROR || holds == ZSTD_CONTENTSIZE_UNKNOWN) {
            break;
        }
        at += frame;
        *unpacked += holds;
    }
    return at;
}

static bool cut_torn_frame(cli_raw *raw) {
    struct stat is;
    if (fstat(raw->fd, &is) != 0) {
        return false;
    }
    size_t len = (size_t)is.st_size;
    raw->unpacked = 0;
    if (len == 0) {
        return true;
    }
    char *ptr = mmap(NULL, len, PROT_READ, MAP_PRIVATE, raw->fd, 0);
    if (ptr == MAP_FAILED) {
        return false;
    }
    size_t whole = whole_frames(ptr, len, &raw->unpacked);
    munmap(ptr, len);
    return whole == len || ftruncate(raw->fd, (off_t)whole) == 0;
}

/* The file of that day, ready to be appended to. */
static bool open_day(cli_raw *raw, const struct tm *utc) {
    char day[32];
    strftime(day, sizeof day, "%Y-%m-%d", utc);
    char *path = cli_format("%s/%s.warc.zst", raw->folder, day);
    if (raw->path != NULL && strcmp(raw->path, path) == 0) {
        free(path);
        return true;
    }
    close_file(raw);
    raw->path = path;
    raw->fd = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (raw->fd < 0 || !cut_torn_frame(raw)) {
        refuse(path);
        close_file(raw);
        return false;
    }
    return true;
}

static void put_uuid(cli_text *out) {
    unsigned char b[16] = {0};
    if (getrandom(b, sizeof b, 0) != (ssize_t)sizeof b) {
        return; /* an id of zeros tells as little as it should */
    }
    b[6] = (unsigned char)((b[6] & 0x0f) | 0x40);
    b[8] = (unsigned char)((b[8] & 0x3f) | 0x80);
    cli_text_printf(out, "WARC-Record-ID: <urn:uuid:");
    for (int i = 0; i < 16; i++) {
        cli_text_printf(out, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", b[i]);
    }
    cli_text_printf(out, ">\r\n");
}

/* The head as it came; but chunks have been joined, and the line that tells of them would lie. */
static void put_head(cli_text *out, isn_str head) {
    for (const char *at = head.ptr, *end = head.ptr + head.len; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        size_t n = stop == NULL ? (size_t)(end - at) : (size_t)(stop - at) + 1;
        isn_str line = {at, n};
        if (cli_header(line, "Transfer-Encoding").ptr != NULL) {
            cli_text_printf(out, "X-Archive-Orig-");
        }
        cli_text_put(out, at, n);
        at += n;
    }
}

static void make_record(cli_text *out, const cli_raw_answer *answer, const struct tm *utc) {
    char date[40];
    char digest[65];
    cli_text block = {0};
    put_head(&block, answer->head);
    cli_text_put(&block, answer->body.ptr, answer->body.len);
    cli_digest(digest, answer->body);
    strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%SZ", utc);
    cli_text_printf(out, "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\n", answer->url);
    cli_text_printf(out, "WARC-Date: %s\r\n", date);
    put_uuid(out);
    if (answer->address[0] != '\0') {
        cli_text_printf(out, "WARC-IP-Address: %s\r\n", answer->address);
    }
    cli_text_printf(out, "WARC-Payload-Digest: sha256:%s\r\n", digest);
    cli_text_printf(out, "Content-Type: application/http; msgtype=response\r\n");
    cli_text_printf(out, "Content-Length: %zu\r\n\r\n", block.len);
    cli_text_put(out, block.ptr, block.len);
    cli_text_printf(out, "\r\n\r\n");
    free(block.ptr);
}

static bool write_all(int fd, const char *ptr, size_t len) {
    while (len > 0) {
        ssize_t n = write(fd, ptr, len);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            return false;
        }
        ptr += n;
        len -= (size_t)n;
    }
    return true;
}

char *cli_raw_put(cli_raw *raw, const cli_raw_answer *answer) {
    struct tm utc;
    time_t when = (time_t)answer->when;
    cli_text record = {0};
    char *place = NULL;
    gmtime_r(&when, &utc);
    if (!open_day(raw, &utc)) {
        return NULL;
    }
    make_record(&record, answer, &utc);
    size_t room = ZSTD_compressBound(record.len);
    char *packed = cli_alloc(room);
    size_t len = ZSTD_compress(packed, room, record.ptr, record.len, LEVEL);
    if (ZSTD_isError(len)) {
        fprintf(stderr, "isnad: %s: %s\n", raw->path, ZSTD_getErrorName(len));
    } else if (!write_all(raw->fd, packed, len) || fdatasync(raw->fd) != 0) {
        refuse(raw->path);
        close_file(raw); /* opened anew, its torn end is cut off */
    } else {
        place = cli_format("%s:%llu", raw->path, (unsigned long long)raw->unpacked);
        raw->unpacked += record.len;
    }
    free(packed);
    free(record.ptr);
    return place;
}
