/* parts.c: the parts of a run of `isnad link`: files of a folder, and processes that make them. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "parts.h"

static bool fails(const char *path, int number) {
    fprintf(stderr, "isnad: %s: %s\n", path, strerror(number));
    return false;
}

/* ---- files ------------------------------------------------------------------------------------- */

static isn_status to_file(void *context, const char *ptr, size_t len) {
    return fwrite(ptr, 1, len, context) == len ? ISN_OK : ISN_EIO;
}

/* The file is NAME.new until it is whole: a machine that dies leaves nothing that looks like a part. */
static bool make(const char *store_path, const char *folder, const char *name, isn_pieces *what) {
    isn_error error = {0};
    isn_store *store = NULL;
    char *path = cli_format("%s/%s", folder, name);
    char *fresh = cli_format("%s.new", path);
    FILE *file = fopen(fresh, "wb");
    bool good = file != NULL || fails(fresh, errno);
    what->sink = to_file;
    what->context = file;
    if (good && (isn_store_open(&store, store_path, &error) != ISN_OK ||
                 isn_store_link(store, what, NULL, NULL, &error) != ISN_OK)) {
        cli_error(&error, store_path, 0);
        good = false;
    }
    isn_store_close(store);
    if (file != NULL && fclose(file) != 0 && good) {
        good = fails(fresh, errno);
    }
    if (good && rename(fresh, path) != 0) {
        good = fails(path, errno);
    }
    if (!good && file != NULL) {
        unlink(fresh);
    }
    free(path);
    free(fresh);
    return good;
}

/* ---- plan and parts ---------------------------------------------------------------------------- */

static bool read_file(cli_text *out, const char *folder, const char *name) {
    char *path = cli_format("%s/%s", folder, name);
    int number = cli_read_file(out, path);
    bool good = number == 0 || fails(path, number);
    free(path);
    return good;
}

static bool plan(const char *store, const char *folder, unsigned *count) {
    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        return fails(folder, errno);
    }
    isn_pieces what = {.count = *count};
    bool good = make(store, folder, "plan", &what);
    *count = what.count;
    return good;
}

bool parts_plan(const char *store, const char *folder, unsigned least, bool quiet) {
    bool good = plan(store, folder, &least);
    if (good && !quiet) {
        printf("%u parts\n", least);
    }
    return good;
}

static bool find_one(const char *store, const char *folder, isn_str plan_bytes, unsigned part) {
    isn_pieces what = {.plan = plan_bytes, .part = part};
    char *name = cli_format("part-%04u", part);
    bool good = make(store, folder, name, &what);
    free(name);
    return good;
}

bool parts_find_one(const char *store, const char *folder, unsigned part) {
    cli_text bytes = {0};
    bool good = read_file(&bytes, folder, "plan") &&
                find_one(store, folder, (isn_str){bytes.ptr, bytes.len}, part);
    free(bytes.ptr);
    return good;
}

#define MOST_PARTS 1000000 /* --part knows no more */

/* How many parts the plan in the folder has; 0 where it is none. */
static unsigned count_of(const cli_text *bytes) {
    unsigned n = 0;
    char *head = cli_format("%.*s", (int)(bytes->len < 100 ? bytes->len : 100),
                            bytes->ptr != NULL ? bytes->ptr : "");
    n = sscanf(head, "isnad-plan %*s %u", &n) == 1 && n <= MOST_PARTS ? n : 0;
    free(head);
    return n;
}

bool parts_read(parts *out, const char *folder) {
    cli_text bytes = {0};
    bool good = read_file(&bytes, folder, "plan");
    unsigned n = good ? count_of(&bytes) : 0;
    free(bytes.ptr);
    *out = (parts){.files = cli_alloc((n + 1) * sizeof *out->files),
                   .parts = cli_alloc((n + 1) * sizeof *out->parts)};
    for (unsigned i = 1; i <= n && good; i++) {
        char *path = cli_format("%s/part-%04u", folder, i);
        int number = cli_read_file(&out->files[out->n], path);
        if (number == 0) {
            const cli_text *file = &out->files[out->n];
            out->parts[out->n++] = (isn_str){file->ptr, file->len};
        } else if (number == ENOENT) {
            fprintf(stderr, "isnad: %s: not there; looked for again\n", path);
        } else {
            good = fails(path, number);
        }
        free(path);
    }
    return good;
}

void parts_release(parts *p) {
    for (size_t i = 0; i < p->n; i++) {
        free(p->files[i].ptr);
    }
    free(p->files);
    free(p->parts);
}

/* ---- processes --------------------------------------------------------------------------------- */

static void remove_all(const char *folder, unsigned n) {
    for (unsigned i = 0; i <= n; i++) {
        char *path = i == 0 ? cli_format("%s/plan", folder) : cli_format("%s/part-%04u", folder, i);
        unlink(path);
        free(path);
    }
    rmdir(folder);
}

/* Each process opens the store for itself: none is open when they part. */
static void find_all(const char *store, const char *folder, unsigned n, unsigned jobs) {
    for (unsigned job = 0; job < jobs; job++) {
        pid_t child = fork();
        if (child == 0) {
            bool good = true;
            cli_text bytes = {0};
            good = read_file(&bytes, folder, "plan");
            for (unsigned part = job + 1; part <= n && good; part += jobs) {
                good = find_one(store, folder, (isn_str){bytes.ptr, bytes.len}, part);
            }
            _exit(good ? 0 : 1);
        }
        if (child < 0) {
            fails("fork", errno);
        }
    }
    while (wait(NULL) > 0) {
    }
}

bool parts_find(parts *out, const char *store, unsigned jobs) {
    const char *above = getenv("TMPDIR");
    char *folder = cli_format("%s/isnad-link-XXXXXX", above != NULL ? above : "/tmp");
    unsigned n = jobs * 4; /* so that a slow one does not keep the others waiting */
    bool good = mkdtemp(folder) != NULL || fails(folder, errno);
    if (good) {
        good = plan(store, folder, &n);
        if (good) {
            find_all(store, folder, n, jobs);
            good = parts_read(out, folder);
        }
        remove_all(folder, n);
    }
    free(folder);
    return good;
}
