/* watch_state.c: see watch.h. A journal of lines, one for each change, read from its beginning: the last line of an
 * address counts. A torn last line is none. It is written anew when the program starts, without what no feed has
 * named for a long time. One process at a time. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "watch.h"

#define FORGET (90 * (int64_t)86400)
#define COLUMNS 9

struct watch_state {
    char *path, *robots; /* the journal; the folder of robots.txt */
    FILE *file;
    int lock;
    watch_note **slots;
    size_t size, len; /* size: a power of two */
};

static uint64_t hash_of(const char *url) {
    return cli_resume_key(UINT64_C(0xcbf29ce484222325), url);
}

static void grow(watch_state *state) {
    size_t size = state->size == 0 ? 1024 : state->size * 2;
    watch_note **slots = cli_alloc(size * sizeof *slots);
    for (size_t i = 0; i < state->size; i++) {
        for (watch_note *note = state->slots[i], *next; note != NULL; note = next) {
            size_t at = (size_t)hash_of(note->url) & (size - 1);
            next = note->next;
            note->next = slots[at];
            slots[at] = note;
        }
    }
    free(state->slots);
    state->slots = slots;
    state->size = size;
}

watch_note *watch_state_note(watch_state *state, const char *url) {
    if (state->len >= state->size) {
        grow(state);
    }
    size_t at = (size_t)hash_of(url) & (state->size - 1);
    for (watch_note *note = state->slots[at]; note != NULL; note = note->next) {
        if (strcmp(note->url, url) == 0) {
            return note;
        }
    }
    watch_note *note = cli_alloc(sizeof *note);
    note->url = cli_copy(url);
    note->next = state->slots[at];
    state->slots[at] = note;
    state->len++;
    return note;
}

/* ---- lines -------------------------------------------------------------------------------------- */

/* A tab would be a column, and a server's words may have one. */
static void put_cell(FILE *file, const char *text) {
    for (const char *c = text != NULL ? text : ""; *c != '\0'; c++) {
        fputc((unsigned char)*c < ' ' ? ' ' : *c, file);
    }
}

static void put_line(FILE *file, const watch_note *note) {
    put_cell(file, note->url);
    fprintf(file, "\t%d\t%u\t%lld\t%lld\t", note->status, note->failures, (long long)note->due,
            (long long)note->seen);
    put_cell(file, note->etag);
    fputc('\t', file);
    put_cell(file, note->modified);
    fprintf(file, "\t%s\t%s\n", note->hash, note->entry);
}

static void set(char **field, const char *value) {
    free(*field);
    *field = *value != '\0' ? cli_copy(value) : NULL;
}

static void take_line(watch_state *state, char *line) {
    char *cells[COLUMNS];
    int n = 1;
    cells[0] = line;
    for (char *tab = strchr(line, '\t'); tab != NULL && n < COLUMNS; n++) {
        *tab = '\0';
        cells[n] = tab + 1;
        tab = strchr(cells[n], '\t');
    }
    if (n < COLUMNS || *line == '\0') {
        return;
    }
    watch_note *note = watch_state_note(state, cells[0]);
    note->status = (int)strtol(cells[1], NULL, 10);
    note->failures = (unsigned)strtoul(cells[2], NULL, 10);
    note->due = strtoll(cells[3], NULL, 10);
    note->seen = strtoll(cells[4], NULL, 10);
    set(&note->etag, cells[5]);
    set(&note->modified, cells[6]);
    snprintf(note->hash, sizeof note->hash, "%s", cells[7]);
    snprintf(note->entry, sizeof note->entry, "%s", cells[8]);
}

static bool refuse(const char *path, const char *why) {
    fprintf(stderr, "isnad: %s: %s\n", path, why);
    return false;
}

static bool read_all(watch_state *state) {
    char *line = NULL;
    size_t room = 0;
    ssize_t len;
    FILE *file = fopen(state->path, "re");
    if (file == NULL) {
        return errno == ENOENT || refuse(state->path, strerror(errno));
    }
    while ((len = getline(&line, &room, file)) > 0 && line[len - 1] == '\n') {
        line[len - 1] = '\0';
        take_line(state, line);
    }
    bool fine = !ferror(file) || refuse(state->path, "cannot be read");
    free(line);
    fclose(file);
    return fine;
}

/* The journal anew, beside the old one and then in its place. */
static bool rewrite(watch_state *state, int64_t now) {
    char *path = cli_format("%s.new", state->path);
    FILE *file = fopen(path, "we");
    bool fine = file != NULL;
    for (size_t i = 0; fine && i < state->size; i++) {
        for (const watch_note *note = state->slots[i]; note != NULL; note = note->next) {
            if (note->seen + FORGET >= now) {
                put_line(file, note);
            }
        }
    }
    fine =
        fine && fflush(file) == 0 && fdatasync(fileno(file)) == 0 && rename(path, state->path) == 0;
    if (!fine) {
        refuse(path, strerror(errno));
    }
    free(path);
    state->file = file;
    return fine;
}

watch_state *watch_state_open(const char *folder, int64_t now) {
    watch_state *state = cli_alloc(sizeof *state);
    char *lock = cli_format("%s/watch.lock", folder);
    state->path = cli_format("%s/watch.state", folder);
    state->robots = cli_format("%s/robots", folder);
    state->lock = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    bool fine = state->lock >= 0 || refuse(lock, strerror(errno));
    if (fine && flock(state->lock, LOCK_EX | LOCK_NB) != 0) {
        fine = refuse(folder, "another isnad watches with this folder");
    }
    free(lock);
    if (fine && read_all(state) && rewrite(state, now)) {
        return state;
    }
    watch_state_close(state);
    return NULL;
}

bool watch_state_keep(watch_state *state, const watch_note *note) {
    put_line(state->file, note);
    return fflush(state->file) == 0 || refuse(state->path, strerror(errno));
}

/* ---- robots.txt ----------------------------------------------------------------------------------- */

/* A file for each site. Its first line says of which site it is, and until when it is believed. */
static char *robots_path(const watch_state *state, const char *site, const char *ending) {
    return cli_format("%s/%016llx%s", state->robots, (unsigned long long)hash_of(site), ending);
}

int64_t watch_state_robots(watch_state *state, const char *site, int64_t now, cli_text *out) {
    char *path = robots_path(state, site, "");
    int fault = cli_read_file(out, path);
    free(path);
    const char *stop = fault != 0 || out->len == 0 ? NULL : memchr(out->ptr, '\n', out->len);
    char *tab = stop == NULL ? NULL : memchr(out->ptr, '\t', (size_t)(stop - out->ptr));
    if (tab == NULL || (size_t)(tab - out->ptr) != strlen(site) ||
        memcmp(out->ptr, site, strlen(site)) != 0) {
        return 0;
    }
    int64_t left = strtoll(tab + 1, NULL, 10) - now;
    size_t rest = out->len - (size_t)(stop + 1 - out->ptr);
    memmove(out->ptr, stop + 1, rest);
    out->len = rest;
    return left > 0 ? left : 0;
}

bool watch_state_keep_robots(watch_state *state, const char *site, isn_str text, int64_t until) {
    char *path = robots_path(state, site, "");
    char *new = robots_path(state, site, ".new");
    bool fine = mkdir(state->robots, 0777) == 0 || errno == EEXIST;
    FILE *file = fine ? fopen(new, "we") : NULL;
    fine = file != NULL;
    if (fine) {
        fprintf(file, "%s\t%lld\n", site, (long long)until);
        fine = fwrite(text.len > 0 ? text.ptr : "", 1, text.len, file) == text.len;
        fine = fclose(file) == 0 && fine && rename(new, path) == 0;
    }
    fine = fine || refuse(new, strerror(errno));
    free(new);
    free(path);
    return fine;
}

void watch_state_close(watch_state *state) {
    if (state == NULL) {
        return;
    }
    if (state->file != NULL) {
        fclose(state->file);
    }
    if (state->lock >= 0) {
        close(state->lock);
    }
    for (size_t i = 0; i < state->size; i++) {
        for (watch_note *note = state->slots[i], *next; note != NULL; note = next) {
            next = note->next;
            free(note->url);
            free(note->etag);
            free(note->modified);
            free(note);
        }
    }
    free(state->slots);
    free(state->path);
    free(state->robots);
    free(state);
}
