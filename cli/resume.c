/* resume.c: --output and --resume: a long run that was broken off, even by SIGKILL, goes on where it was.
 *
 * The output grows as OUTPUT.part and is renamed when the run has come to its end. Beside it stands
 * OUTPUT.resume with how many articles are done and how long the output was then. It is written after the
 * output has been handed to the system; so after a fall the output has what the note says and perhaps
 * more. The rest is cut off, the articles that were done are passed over, and the run goes on. Two slots
 * are written in turn, each with a checksum: one of them is always whole.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"

#define SLOT 128

struct cli_resume {
    int fd;
    char *path;
    uint64_t key;
    unsigned turn;
};

static uint64_t hash(uint64_t sum, const char *ptr, size_t len) {
    for (size_t i = 0; i < len; i++) {
        sum = (sum ^ (unsigned char)ptr[i]) * UINT64_C(0x100000001b3);
    }
    return sum;
}

uint64_t cli_resume_key(uint64_t key, const char *text) {
    return text == NULL ? hash(key, "\1", 1) : hash(key, text, strlen(text) + 1);
}

static bool refuse(const char *path, const char *why) {
    fprintf(stderr, "isnad: %s: %s\n", path, why);
    return false;
}

/* Reads one slot; false where it is empty or torn. */
static bool read_slot(const char *slot, uint64_t *key, uint64_t *articles, uint64_t *bytes) {
    unsigned long long k = 0;
    unsigned long long a = 0;
    unsigned long long b = 0;
    unsigned long long sum = 0;
    int body = 0;
    if (sscanf(slot, "isnad resume 1 %16llx %20llu %20llu%n %16llx\n", &k, &a, &b, &body, &sum) !=
            4 ||
        hash(1, slot, (size_t)body) != sum) {
        return false;
    }
    *key = k;
    *articles = a;
    *bytes = b;
    return true;
}

/* What the note says; false after a message where it cannot be used. */
static bool read_note(cli_resume *r, uint64_t *articles, uint64_t *bytes) {
    char slots[2 * SLOT + 1] = "";
    bool any = false;
    ssize_t got = pread(r->fd, slots, 2 * SLOT, 0);
    *articles = *bytes = 0;
    for (int i = 0; i < 2 && got >= (i + 1) * SLOT; i++) {
        char slot[SLOT + 1];
        uint64_t key = 0;
        uint64_t a = 0;
        uint64_t b = 0;
        memcpy(slot, slots + i * SLOT, SLOT);
        slot[SLOT] = '\0';
        if (!read_slot(slot, &key, &a, &b)) {
            continue;
        }
        if (key != r->key) {
            return refuse(r->path, "is of another run: other inputs, options or language pack");
        }
        if (!any || a > *articles) {
            *articles = a;
            *bytes = b;
            r->turn = (unsigned)(1 - i);
        }
        any = true;
    }
    return any || got == 0 || refuse(r->path, "is no note of a run");
}

bool cli_resume_note(cli_resume *r, uint64_t articles) {
    char slot[SLOT];
    off_t bytes = lseek(STDOUT_FILENO, 0, SEEK_CUR);
    memset(slot, ' ', sizeof slot);
    int n =
        snprintf(slot, sizeof slot, "isnad resume 1 %016llx %llu %llu", (unsigned long long)r->key,
                 (unsigned long long)articles, (unsigned long long)bytes);
    uint64_t sum = hash(1, slot, (size_t)n);
    snprintf(slot + n, sizeof slot - (size_t)n, " %016llx\n", (unsigned long long)sum);
    slot[SLOT - 1] = '\n';
    bool ok = bytes >= 0 && pwrite(r->fd, slot, SLOT, (off_t)r->turn * SLOT) == SLOT;
    r->turn = 1 - r->turn;
    return ok || refuse(r->path, strerror(errno));
}

/* Opens the output in the place of standard output, cut to `bytes`. */
static bool open_output(const char *path, uint64_t bytes, bool fresh) {
    struct stat is;
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | (fresh ? O_TRUNC : 0), 0666);
    if (fd < 0 || fstat(fd, &is) != 0) {
        refuse(path, strerror(errno));
        if (fd >= 0) {
            close(fd);
        }
        return false;
    }
    bool ok = fresh || S_ISREG(is.st_mode) || refuse(path, "is no file that can be gone on with");
    if (ok && !fresh && (uint64_t)is.st_size < bytes) {
        ok = refuse(path, "is shorter than it was when the run broke off");
    }
    if (ok && !fresh &&
        (ftruncate(fd, (off_t)bytes) != 0 || lseek(fd, (off_t)bytes, SEEK_SET) < 0)) {
        ok = refuse(path, strerror(errno));
    }
    if (ok && dup2(fd, STDOUT_FILENO) < 0) {
        ok = refuse(path, strerror(errno));
    }
    close(fd);
    return ok;
}

/* A file is written beside and renamed when it is whole; a device or a pipe is what it is. */
static const char *beside(cli_output *output, const char *path) {
    struct stat is;
    if (stat(path, &is) == 0 && !S_ISREG(is.st_mode)) {
        return path;
    }
    output->part = cli_format("%s.part", path);
    output->whole = cli_copy(path);
    return output->part;
}

bool cli_output_open(cli_output *output, const char *path) {
    return open_output(beside(output, path), 0, true);
}

bool cli_output_close(cli_output *output, bool whole) {
    bool ok = true;
    errno = 0;
    if (output->whole != NULL && whole) {
        ok = fflush(stdout) == 0 && rename(output->part, output->whole) == 0;
        ok = ok || refuse(output->whole, strerror(errno));
    }
    free(output->part);
    free(output->whole);
    *output = (cli_output){0};
    return ok;
}

cli_resume *cli_resume_open(cli_output *to, const char *output, uint64_t key, uint64_t *articles) {
    struct stat is;
    uint64_t bytes = 0;
    cli_resume *r = cli_alloc(sizeof *r);
    r->key = key;
    r->path = cli_format("%s.resume", output);
    bool noted = stat(r->path, &is) == 0;
    const char *part = beside(to, output);
    bool ok =
        noted || stat(output, &is) != 0 || is.st_size == 0 ||
        refuse(output,
               "is there, but no note of a run beside it (.resume); move it away to begin anew");
    r->fd = ok ? open(r->path, O_RDWR | O_CREAT | O_CLOEXEC, 0666) : -1;
    if (ok && r->fd < 0) {
        ok = refuse(r->path, strerror(errno));
    }
    if (ok && read_note(r, articles, &bytes)) {
        /* a run that came to its end: this one begins there */
        bool ended = part != output && stat(part, &is) != 0 && rename(output, part) == 0;
        if (open_output(part, bytes, false)) {
            return r;
        }
        if (ended) {
            rename(part, output);
        }
    }
    cli_resume_close(r);
    return NULL;
}

void cli_resume_close(cli_resume *r) {
    if (r != NULL) {
        if (r->fd >= 0) {
            close(r->fd);
        }
        free(r->path);
        free(r);
    }
}
