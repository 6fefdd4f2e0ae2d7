/* seen.c: the file of --seen: signatures of the articles that earlier runs have read, so that this one names near-duplicates
 * of those too. A run adds its own at its end, behind those of before; what a run that was killed has half written is
 * written over. Two runs do not share a file at a time.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "cli.h"

#define LARGEST ((off_t)128 << 20) /* then what is no longer looked back to is dropped */

static int refuse(const char *path, const char *why, int fd) {
    fprintf(stderr, "isnad: %s: %s\n", path, why);
    if (fd >= 0) {
        close(fd);
    }
    return -1;
}

int cli_seen_open(const char *path, isn_twins **twins) {
    isn_error error = {0};
    cli_text bytes = {0};
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (fd < 0) {
        return refuse(path, strerror(errno), fd);
    }
    if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
        return refuse(path, "another run has it", fd);
    }
    int fault = cli_read_file(&bytes, path);
    if (fault != 0) {
        free(bytes.ptr);
        return refuse(path, strerror(fault), fd);
    }
    isn_str earlier = {bytes.ptr, bytes.len};
    isn_status status = isn_twins_keep(twins, ISN_TWINS_READ, &earlier, &error);
    free(bytes.ptr);
    if (status != ISN_OK) {
        return refuse(path, error.message, fd);
    }
    return lseek(fd, (off_t)earlier.len, SEEK_SET) < 0 ? refuse(path, strerror(errno), fd) : fd;
}

static bool write_all(int fd, isn_str bytes) {
    while (bytes.len > 0) {
        ssize_t n = write(fd, bytes.ptr, bytes.len);
        if (n < 0 && errno != EINTR) {
            return false;
        }
        bytes.ptr += n > 0 ? n : 0;
        bytes.len -= n > 0 ? (size_t)n : 0;
    }
    return true;
}

/* In the place of the file, whole or not at all. */
static bool replace(const char *path, isn_str bytes) {
    char *part = cli_format("%s.part", path);
    int fd = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    bool fine = fd >= 0 && write_all(fd, bytes);
    fine = fd >= 0 && close(fd) == 0 && fine && rename(part, path) == 0;
    free(part);
    return fine;
}

static bool add(const char *path, int fd, isn_twins *twins) {
    isn_error error = {0};
    isn_str out = {NULL, 0};
    off_t at = lseek(fd, 0, SEEK_CUR);
    bool all = at > LARGEST;
    if (isn_twins_keep(&twins, all ? ISN_TWINS_ALL : ISN_TWINS_NEW, &out, &error) != ISN_OK) {
        fprintf(stderr, "isnad: %s: %s\n", path, error.message);
        return false;
    }
    if (all ? replace(path, out) : write_all(fd, out) && ftruncate(fd, at + (off_t)out.len) == 0) {
        return true;
    }
    fprintf(stderr, "isnad: %s: %s\n", path, strerror(errno));
    return false;
}

bool cli_seen_close(const char *path, int fd, isn_twins *twins, bool whole) {
    bool fine = !whole || twins == NULL || add(path, fd, twins);
    close(fd);
    return fine;
}
