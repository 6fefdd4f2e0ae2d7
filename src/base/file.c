/* file.c: reads a whole file. Files that are larger than a article may be are refused, so that a
 * wrong path does not fill the memory. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/base.h"

#define MAX_FILE ((size_t)1 << 30)
#define FIRST_READ ((size_t)64 << 10)

static isn_status fail_errno(isn_error *error, const char *path, const char *what) {
    int number = errno;
    char text[128];
    const char *told = strerror_r(number, text, sizeof text);
    return isn_fail(error, ISN_EIO, path, 0, "cannot %s: %s", what, told);
}

/* Room to read into at first: the file's size and one byte more, which finds its end at once. */
static size_t first_size(int fd) {
    struct stat info;
    if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0 &&
        (uint64_t)info.st_size < MAX_FILE)
        return (size_t)info.st_size + 1;
    return FIRST_READ;
}

static isn_status read_all(char **out, size_t *len, int fd, const char *path, isn_error *error) {
    size_t cap = first_size(fd), used = 0;
    char *data = isn_heap_alloc(cap + 1);
    isn_status status = ISN_OK;
    if (data == NULL)
        return isn_fail(error, ISN_ENOMEM, path, 0, "out of memory");
    for (;;) {
        if (used == cap) {
            char *bigger = isn_heap_realloc(data, cap * 2 + 1);
            if (bigger == NULL) {
                status = isn_fail(error, ISN_ENOMEM, path, 0, "out of memory");
                goto out;
            }
            data = bigger;
            cap *= 2;
        }
        ssize_t n = read(fd, data + used, cap - used);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            status = fail_errno(error, path, "read");
            goto out;
        }
        if (n == 0)
            break;
        used += (size_t)n;
        if (used > MAX_FILE) {
            status = isn_fail(error, ISN_ELIMIT, path, MAX_FILE, "larger than 1 GiB");
            goto out;
        }
    }
    data[used] = '\0';
    *out = data;
    *len = used;
    return ISN_OK;
out:
    isn_heap_free(data);
    return status;
}

isn_status isn_file_read(char **out, size_t *len, const char *path, isn_error *error) {
    bool input = strcmp(path, "-") == 0;
    int fd = input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fail_errno(error, path, "open");
    isn_status status = read_all(out, len, fd, path, error);
    if (!input)
        close(fd);
    return status;
}
