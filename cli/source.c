/* source.c: files, folders and standard input → jobs, one article each, in a fixed order.
 *
 * Folders are walked in the order of their names; JSONL is read line by line through one window that
 * grows to the longest line, so that memory does not depend on the size of the file. What goes wrong
 * becomes a job too, so that messages keep their place among the articles.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"

#define LONGEST ((size_t)1 << 30) /* bytes of a line or a file */
#define WINDOW ((size_t)256 << 10)

typedef struct names {
    char **ptr;
    size_t len, cap;
} names;

/* A JSONL file that is being read. */
typedef struct lines {
    int fd; /* -1: none */
    char *path;
    uint64_t number; /* lines handed out or skipped */
    char *window;
    size_t cap, start, end;
    bool at_end, any;
} lines;

struct cli_source {
    char **paths;
    int npaths, at;
    cli_from from;
    names found; /* files of the folder at hand */
    size_t next_found;
    lines lines;
};

/* ---- folders -------------------------------------------------------------------------------- */

static bool ends_in(const char *name, const char *ending) {
    size_t len = strlen(name);
    size_t tail = strlen(ending);
    return len > tail && strcmp(name + len - tail, ending) == 0;
}

static bool is_jsonl(const char *name) {
    return ends_in(name, ".jsonl") || ends_in(name, ".ndjson");
}

static bool is_page(const char *name) {
    return ends_in(name, ".html") || ends_in(name, ".htm") || ends_in(name, ".xhtml");
}

static void add_name(names *list, char *name) {
    if (list->len == list->cap) {
        list->cap = list->cap == 0 ? 64 : list->cap * 2;
        list->ptr = cli_realloc(list->ptr, list->cap * sizeof *list->ptr);
    }
    list->ptr[list->len++] = name;
}

static int visible(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

static int by_bytes(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name); /* not the locale's order: the same everywhere */
}

/* Adds the articles under `folder`; 0 or an errno. Links to folders are not followed: no loops. */
static int walk(names *list, const char *folder, unsigned depth) {
    struct dirent **entries = NULL;
    int n = scandir(folder, &entries, visible, by_bytes);
    int fault = n < 0 ? errno : 0;
    for (int i = 0; i < n; i++) {
        bool slash = ends_in(folder, "/") || strcmp(folder, "/") == 0;
        char *path = cli_format("%s%s%s", folder, slash ? "" : "/", entries[i]->d_name);
        struct stat is;
        if (lstat(path, &is) == 0 && S_ISDIR(is.st_mode)) {
            if (fault == 0 && depth < 64) {
                fault = walk(list, path, depth + 1);
            }
            free(path);
        } else if (ends_in(path, ".txt") || is_jsonl(path) || is_page(path)) {
            add_name(list, path);
        } else {
            free(path);
        }
        free(entries[i]);
    }
    free(entries);
    return fault;
}

static void forget_found(cli_source *source) {
    for (size_t i = 0; i < source->found.len; i++) {
        free(source->found.ptr[i]);
    }
    source->found.len = source->next_found = 0;
}

/* ---- reading -------------------------------------------------------------------------------- */

static int open_path(const char *path) {
    return strcmp(path, "-") == 0 ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
}

static ssize_t read_some(int fd, char *to, size_t room) {
    ssize_t got;
    do {
        got = read(fd, to, room);
    } while (got < 0 && errno == EINTR);
    return got;
}

int cli_read_file(cli_text *out, const char *path) {
    struct stat is;
    int fd = open_path(path);
    if (fd < 0) {
        return errno;
    }
    size_t guess = 65536;
    if (fstat(fd, &is) == 0 && S_ISREG(is.st_mode)) {
        guess = (size_t)is.st_size;
    }
    int fault = guess > LONGEST ? EFBIG : 0;
    out->len = 0;
    while (fault == 0) {
        if (out->cap - out->len < 2) {
            size_t more = out->cap == 0 ? guess + 2 : out->cap * 2;
            out->ptr = cli_realloc(out->ptr, more);
            out->cap = more;
        }
        ssize_t got = read_some(fd, out->ptr + out->len, out->cap - out->len - 1);
        if (got <= 0) {
            fault = got < 0 ? errno : 0;
            break;
        }
        out->len += (size_t)got;
        fault = out->len > LONGEST ? EFBIG : 0;
    }
    if (fault == 0) {
        out->ptr[out->len] = '\0';
    }
    close(fd);
    return fault;
}

/* Reads more into the window; false on an error, with errno. */
static bool fill(lines *l) {
    if (l->start > 0) {
        memmove(l->window, l->window + l->start, l->end - l->start);
        l->end -= l->start;
        l->start = 0;
    }
    if (l->end == l->cap) {
        l->cap = l->cap == 0 ? WINDOW : l->cap * 2;
        l->window = cli_realloc(l->window, l->cap);
    }
    ssize_t got = read_some(l->fd, l->window + l->end, l->cap - l->end);
    if (got < 0) {
        return false;
    }
    l->at_end = got == 0;
    l->end += (size_t)got;
    return true;
}

/* Skips the rest of a line that is too long. */
static bool skip_line(lines *l) {
    for (;;) {
        char *stop = memchr(l->window + l->start, '\n', l->end - l->start);
        if (stop != NULL) {
            l->start = (size_t)(stop - l->window) + 1;
            return true;
        }
        l->start = l->end;
        if (l->at_end) {
            return true;
        }
        if (!fill(l)) {
            return false;
        }
    }
}

static void close_lines(lines *l) {
    if (l->fd >= 0) {
        close(l->fd);
    }
    free(l->path);
    l->path = NULL;
    l->fd = -1;
    l->start = l->end = 0;
    if (l->cap > 16 * WINDOW) {
        free(l->window);
        l->window = NULL;
        l->cap = 0;
    }
}

/* Finds the end of the next line: 1, 0 at the end of the file, -1 with errno, -2 too long. */
static int next_line(lines *l, size_t *len) {
    size_t looked = 0;
    for (;;) {
        char *from = l->window + l->start;
        size_t have = l->end - l->start;
        char *stop = have > looked ? memchr(from + looked, '\n', have - looked) : NULL;
        if (stop != NULL || (l->at_end && have > 0)) {
            *len = stop != NULL ? (size_t)(stop - from) : have;
            l->number++;
            return 1;
        }
        if (l->at_end) {
            return 0;
        }
        if (have > LONGEST) {
            l->number++;
            return skip_line(l) ? -2 : -1;
        }
        looked = have;
        if (!fill(l)) {
            return -1;
        }
    }
}

static bool is_blank(const char *ptr, size_t len) {
    for (size_t i = 0; i < len; i++) {
        if (ptr[i] != ' ' && (ptr[i] < '\t' || ptr[i] > '\r')) {
            return false;
        }
    }
    return true;
}

/* ---- jobs ----------------------------------------------------------------------------------- */

static bool wrong(cli_job *job, const char *path, uint64_t line, const char *message) {
    job->kind = JOB_ERROR;
    job->line = line;
    free(job->path);
    job->path = cli_copy(path);
    snprintf(job->message, sizeof job->message, "%s", message);
    return true;
}

/* The next line of the file at hand as a job; false at its end. */
static bool line_job(cli_source *source, cli_job *job) {
    lines *l = &source->lines;
    size_t len = 0;
    for (;;) {
        int found = next_line(l, &len);
        if (found == -2) {
            return wrong(job, l->path, l->number, "the line is longer than 1 GiB");
        }
        if (found <= 0) {
            bool told = found < 0 || !l->any;
            if (told) {
                wrong(job, l->path, 0, found < 0 ? strerror(errno) : "empty file");
            }
            close_lines(l);
            return told;
        }
        const char *from = l->window + l->start;
        size_t whole = len;
        l->start += len + (l->start + len < l->end);
        if (is_blank(from, whole)) {
            continue;
        }
        l->any = true;
        job->kind = JOB_LINE;
        job->line = l->number;
        free(job->path);
        job->path = cli_copy(l->path);
        job->bytes.len = 0;
        cli_text_put(&job->bytes, from, whole);
        return true;
    }
}

static bool file_job(cli_source *source, cli_job *job, const char *path) {
    bool jsonl = source->from == FROM_JSONL || (source->from == FROM_NAME && is_jsonl(path));
    if (!jsonl) {
        job->kind = JOB_FILE;
        job->line = 0;
        job->page = source->from == FROM_HTML || (source->from == FROM_NAME && is_page(path));
        free(job->path);
        job->path = cli_copy(path);
        return true;
    }
    int fd = open_path(path);
    if (fd < 0) {
        return wrong(job, path, 0, strerror(errno));
    }
    lines *l = &source->lines;
    l->fd = fd;
    l->path = cli_copy(path);
    l->number = 0;
    l->at_end = l->any = false;
    l->start = l->end = 0;
    return line_job(source, job);
}

/* Lists a folder. False where nothing is to be told of it. */
static bool folder_job(cli_source *source, cli_job *job, const char *path) {
    forget_found(source);
    int fault = walk(&source->found, path, 0);
    if (fault != 0) {
        return wrong(job, path, 0, strerror(fault));
    }
    if (source->found.len == 0) {
        return wrong(job, path, 0, "no articles in this folder (*.txt, *.html, *.jsonl)");
    }
    return false;
}

bool cli_source_next(cli_source *source, cli_job *job) {
    for (;;) {
        if (source->lines.fd >= 0) {
            if (line_job(source, job)) {
                return true;
            }
            continue;
        }
        struct stat is;
        const char *path;
        if (source->next_found < source->found.len) {
            path = source->found.ptr[source->next_found++];
        } else if (source->at < source->npaths) {
            path = source->paths[source->at++];
            if (strcmp(path, "-") != 0 && stat(path, &is) == 0 && S_ISDIR(is.st_mode)) {
                if (folder_job(source, job, path)) {
                    return true;
                }
                continue;
            }
        } else {
            return false;
        }
        if (file_job(source, job, path)) {
            return true;
        }
    }
}

bool cli_source_waits(const cli_source *source) {
    const lines *l = &source->lines;
    return l->fd < 0 || l->start == l->end ||
           memchr(l->window + l->start, '\n', l->end - l->start) == NULL;
}

bool cli_source_is_single(const cli_source *source) {
    struct stat is;
    if (source->npaths != 1 || source->from == FROM_JSONL) {
        return false;
    }
    const char *path = source->paths[0];
    bool folder = strcmp(path, "-") != 0 && stat(path, &is) == 0 && S_ISDIR(is.st_mode);
    return !folder && (source->from == FROM_TEXT || !is_jsonl(path));
}

cli_source *cli_source_new(char **paths, int n, cli_from from) {
    cli_source *source = cli_alloc(sizeof *source);
    source->paths = paths;
    source->npaths = n;
    source->from = from;
    source->lines.fd = -1;
    return source;
}

void cli_source_free(cli_source *source) {
    close_lines(&source->lines);
    free(source->lines.window);
    forget_found(source);
    free(source->found.ptr);
    free(source);
}

void cli_job_release(cli_job *job) {
    free(job->path);
    free(job->bytes.ptr);
    job->path = NULL;
    job->bytes = (cli_text){0};
}
