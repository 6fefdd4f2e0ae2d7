/* zip.c: the files of a ZIP archive that may hold articles, in the order of its directory. Stored and deflated
 * files are read; large archives (ZIP64) too. Encrypted files and other packings are told and passed over.
 * Names are not paths here: nothing is written anywhere.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "reader.h"

#define TAIL ((size_t)66 << 10) /* in which the end of the directory lies */
#define MOST_DIRECTORY ((uint64_t)256 << 20)

struct cli_zip {
    int fd;
    char *path;
    unsigned char *directory;
    size_t len, at;
    char *name;
};

static uint64_t number(const unsigned char *p, unsigned bytes) {
    uint64_t value = 0;
    for (unsigned i = bytes; i-- > 0;) {
        value = value << 8 | p[i];
    }
    return value;
}

static bool read_at(int fd, void *to, size_t len, uint64_t offset) {
    size_t done = 0;
    while (done < len) {
        ssize_t got = pread(fd, (char *)to + done, len - done, (off_t)(offset + done));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return false;
        }
        done += (size_t)got;
    }
    return true;
}

/* Where the directory lies and how long it is. NULL, or what is wrong. */
static const char *find_directory(int fd, uint64_t size, uint64_t *offset, uint64_t *len) {
    unsigned char wide[56];
    size_t tail = size < TAIL ? (size_t)size : TAIL;
    unsigned char *end = cli_alloc(tail + 1);
    const char *wrong = "no ZIP archive: it has no directory";
    size_t i = tail >= 22 ? tail - 22 + 1 : 0;
    if (!read_at(fd, end, tail, size - tail)) {
        i = 0;
    }
    while (i-- > 0) {
        if (memcmp(end + i, "PK\5\6", 4) != 0) {
            continue;
        }
        *len = number(end + i + 12, 4);
        *offset = number(end + i + 16, 4);
        wrong = NULL;
        if ((*offset == UINT32_MAX || *len == UINT32_MAX) && i >= 20 &&
            memcmp(end + i - 20, "PK\6\7", 4) == 0 &&
            read_at(fd, wide, sizeof wide, number(end + i - 20 + 8, 8)) &&
            memcmp(wide, "PK\6\6", 4) == 0) {
            *len = number(wide + 40, 8);
            *offset = number(wide + 48, 8);
        }
        break;
    }
    free(end);
    if (wrong == NULL && (*offset > size || *len > size - *offset || *len > MOST_DIRECTORY)) {
        wrong = "a broken ZIP archive: its directory lies beyond its end";
    }
    return wrong;
}

/* A file without a name, of all that is left of the stream. -1 with errno. */
static int spool(cli_stream *stream) {
    FILE *file = tmpfile();
    int fd = file == NULL ? -1 : dup(fileno(file));
    while (fd >= 0 && (cli_stream_len(stream) > 0 || cli_stream_more(stream))) {
        size_t have = cli_stream_len(stream);
        if (fwrite(cli_stream_ptr(stream), 1, have, file) != have) {
            break;
        }
        cli_stream_take(stream, have);
    }
    bool whole = fd >= 0 && cli_stream_len(stream) == 0;
    if (file != NULL && fclose(file) != 0) {
        whole = false;
    }
    if (fd >= 0 && !whole) {
        int number = errno;
        close(fd);
        errno = number;
        return -1;
    }
    return fd;
}

cli_zip *cli_zip_open(const char *path, cli_stream *stream, cli_job *job) {
    struct stat is;
    uint64_t offset = 0;
    uint64_t len = 0;
    int fd = stream != NULL ? spool(stream) : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &is) != 0) {
        cli_job_wrong(job, path, 0, 0, strerror(errno));
        if (fd >= 0) {
            close(fd);
        }
        return NULL;
    }
    const char *wrong = find_directory(fd, (uint64_t)is.st_size, &offset, &len);
    cli_zip *zip = cli_alloc(sizeof *zip);
    zip->fd = fd;
    zip->path = cli_copy(path);
    if (wrong == NULL) {
        zip->len = (size_t)len;
        zip->directory = cli_alloc(zip->len + 1);
        wrong =
            read_at(fd, zip->directory, zip->len, offset) ? NULL : "its directory cannot be read";
    }
    if (wrong != NULL) {
        cli_job_wrong(job, path, 0, 0, wrong);
        cli_zip_close(zip);
        return NULL;
    }
    return zip;
}

void cli_zip_close(cli_zip *zip) {
    close(zip->fd);
    free(zip->path);
    free(zip->directory);
    free(zip->name);
    free(zip);
}

/* Sizes and places beyond 4 GiB stand in an extra field, in this order, those that are needed. */
static void read_wide(const unsigned char *extra, size_t len, uint64_t *size, uint64_t *packed,
                      uint64_t *offset) {
    for (size_t at = 0; at + 4 <= len;) {
        size_t n = (size_t)number(extra + at + 2, 2);
        const unsigned char *p = extra + at + 4;
        if (n > len - at - 4) {
            return;
        }
        if (number(extra + at, 2) == 1) {
            uint64_t *const values[] = {size, packed, offset};
            for (size_t i = 0, used = 0; i < 3; i++) {
                if (*values[i] == UINT32_MAX && used + 8 <= n) {
                    *values[i] = number(p + used, 8);
                    used += 8;
                }
            }
        }
        at += 4 + n;
    }
}

static int tell(cli_zip *zip, cli_job *job, uint64_t offset, const char *why) {
    char *path = cli_format("%s/%s", zip->path, zip->name != NULL ? zip->name : "?");
    cli_job_wrong(job, path, 0, offset, why);
    free(path);
    return -1;
}

int cli_zip_next(cli_zip *zip, const char **name, cli_stream **stream, cli_job *job) {
    while (zip->len - zip->at >= 46) {
        const unsigned char *p = zip->directory + zip->at;
        unsigned char local[30];
        size_t name_len = (size_t)number(p + 28, 2);
        size_t extra = (size_t)number(p + 30, 2);
        size_t whole = 46 + name_len + extra + (size_t)number(p + 32, 2);
        if (memcmp(p, "PK\1\2", 4) != 0 || whole > zip->len - zip->at) {
            zip->at = zip->len;
            return tell(zip, job, 0, "a broken ZIP archive: its directory ends too early");
        }
        uint64_t flags = number(p + 8, 2);
        uint64_t method = number(p + 10, 2);
        uint64_t packed = number(p + 20, 4);
        uint64_t size = number(p + 24, 4);
        uint64_t offset = number(p + 42, 4);
        read_wide(p + 46 + name_len, extra, &size, &packed, &offset);
        zip->at += whole;
        free(zip->name);
        zip->name = cli_format("%.*s", (int)name_len, (const char *)p + 46);
        if (!cli_may_be_read(zip->name) || strstr(zip->name, "__MACOSX/") != NULL) {
            continue;
        }
        if (cli_from_of_name(zip->name) == FROM_ZIP) {
            return tell(zip, job, offset, "an archive in an archive; skipped");
        }
        if (flags & 1) {
            return tell(zip, job, offset, "encrypted; skipped");
        }
        if (method != 0 && method != 8) {
            return tell(zip, job, offset, "packed in a way that is not known; skipped");
        }
        if (!read_at(zip->fd, local, sizeof local, offset) || memcmp(local, "PK\3\4", 4) != 0) {
            return tell(zip, job, offset,
                        "a broken ZIP archive: no file where the directory says; skipped");
        }
        offset += sizeof local + number(local + 26, 2) + number(local + 28, 2);
        *name = zip->name;
        *stream = cli_stream_part(zip->fd, offset, packed, method == 8);
        return 1;
    }
    return 0;
}
