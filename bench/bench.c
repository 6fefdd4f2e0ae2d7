/* bench.c: what coding costs, beside its floor. Both walk the same JSONL file, one thread, line by
 * line, taking turns in one run, so that a busy machine slows both:
 *
 *     floor   the line read and parsed, its text decoded, folded, hashed, each word looked up
 *     tokens  the line read and parsed, its text cut into tokens, words into clitics and stem
 *     dates   the line read and parsed, the numbers and dates of its text read
 *     full    the line read and parsed, its article coded, beside others as `isnad code` does, the JSON record made
 *
 * The corpus goes in slices of some megabytes; each slice is walked floor, full, floor, full, …. The
 * times are CPU time of the thread, system calls included. Uses isnad.h only.
 *
 * usage: bench CORPUS.jsonl [REPETITIONS [ISNAD-PROGRAM TINY-FILE]]
 */
#include "isnad.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MAX_RUNS = 64, SLICES = 16, READ_SIZE = 1 << 20, START_UPS = 21 };

typedef struct bench {
    const char *path;
    isn_pack *pack;
    isn_coder *coder;
    isn_record_line *lines[ISN_GROUP]; /* of articles that wait to be coded together */
    isn_input inputs[ISN_GROUP];
    size_t waiting;
    char *buffer; /* the piece of the file that is being read */
    size_t size;
    uint64_t bytes, articles, text_bytes, words, tokens, dates, claims, longest;
} bench;

typedef void bench_line(bench *b, isn_str line);

static double now(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static _Noreturn void die(const isn_error *error) {
    fprintf(stderr, "bench: %s: %s (byte %llu)\n", error->path, error->message,
            (unsigned long long)error->offset);
    exit(EXIT_FAILURE);
}

static void *room(void *ptr, size_t size) {
    void *more = realloc(ptr, size);
    if (!more) {
        perror("bench");
        exit(EXIT_FAILURE);
    }
    return more;
}

static void floor_line(bench *b, isn_str line) {
    isn_record_line *record = NULL;
    isn_input input;
    isn_error error = {0};
    if (isn_record_line_parse(&record, &input, line, &error) != ISN_OK) {
        die(&error);
    }
    b->words += isn_floor(b->pack, input.text);
    isn_record_line_free(record);
}

static void code_waiting(bench *b) {
    isn_error errors[ISN_GROUP];
    isn_coder *coders[ISN_GROUP];
    isn_coder_code_all(b->coder, b->inputs, b->waiting, coders, errors);
    for (size_t i = 0; i < b->waiting; i++) {
        size_t len = b->inputs[i].text.len;
        isn_str json;
        if (errors[i].code != ISN_OK || isn_coder_json(coders[i], &json, &errors[i]) != ISN_OK) {
            die(&errors[i]);
        }
        b->articles++;
        b->text_bytes += len;
        b->longest = len > b->longest ? len : b->longest;
        b->claims += isn_coder_claims(coders[i]);
        isn_record_line_free(b->lines[i]);
    }
    b->waiting = 0;
}

static void full_line(bench *b, isn_str line) {
    isn_error error = {0};
    size_t i = b->waiting;
    if (isn_record_line_parse(&b->lines[i], &b->inputs[i], line, &error) != ISN_OK) {
        die(&error);
    }
    if (++b->waiting == ISN_GROUP) {
        code_waiting(b);
    }
}

static void tokens_line(bench *b, isn_str line) {
    isn_record_line *record = NULL;
    isn_input input;
    isn_error error = {0};
    const isn_piece *pieces = NULL;
    size_t len = 0;
    if (isn_record_line_parse(&record, &input, line, &error) != ISN_OK ||
        isn_read_tokens(b->coder, &pieces, &len, input.text, &error) != ISN_OK) {
        die(&error);
    }
    b->tokens += len;
    isn_record_line_free(record);
}

static void dates_line(bench *b, isn_str line) {
    isn_record_line *record = NULL;
    isn_input input;
    isn_error error = {0};
    const isn_when *when = NULL;
    size_t len = 0;
    if (isn_record_line_parse(&record, &input, line, &error) != ISN_OK ||
        isn_read_dates(b->coder, &when, &len, input.text, (isn_str){"2026-01-01", 10}, &error) !=
            ISN_OK) {
        die(&error);
    }
    b->dates += len;
    isn_record_line_free(record);
}

/* Reads the file from `start` to `end` and gives each line to `use`. Seconds of CPU. */
static double walk(bench *b, off_t start, off_t end, bench_line *use) {
    double begun = now(CLOCK_THREAD_CPUTIME_ID);
    int fd = open(b->path, O_RDONLY);
    size_t held = 0;
    if (fd < 0 || lseek(fd, start, SEEK_SET) < 0) {
        perror(b->path);
        exit(EXIT_FAILURE);
    }
    while (start < end) {
        size_t want = READ_SIZE < end - start ? READ_SIZE : (size_t)(end - start);
        if (b->size < held + want) {
            b->buffer = room(b->buffer, b->size = held + want);
        }
        ssize_t got = read(fd, b->buffer + held, want);
        if (got <= 0) {
            break;
        }
        start += got;
        held += (size_t)got;
        char *line = b->buffer, *stop = b->buffer + held, *newline;
        while ((newline = memchr(line, '\n', (size_t)(stop - line))) != NULL) {
            use(b, (isn_str){line, (size_t)(newline - line)});
            line = newline + 1;
        }
        code_waiting(b); /* its lines stand in the buffer */
        held = (size_t)(stop - line);
        memmove(b->buffer, line, held);
    }
    close(fd);
    return now(CLOCK_THREAD_CPUTIME_ID) - begun;
}

/* Where the slices of the file begin: at the line ends next to equal parts. */
static off_t cut_slices(const char *path, off_t cuts[SLICES + 1]) {
    FILE *file = fopen(path, "rb");
    if (!file || fseeko(file, 0, SEEK_END) != 0) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    off_t size = ftello(file);
    for (int i = 1; i < SLICES; i++) {
        fseeko(file, size / SLICES * i, SEEK_SET);
        for (int c = 0; c != '\n' && c != EOF;) {
            c = getc(file);
        }
        cuts[i] = ftello(file);
    }
    cuts[0] = 0;
    cuts[SLICES] = size;
    fclose(file);
    return size;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void show(const char *name, double *seconds, int n, double bytes, double articles) {
    qsort(seconds, (size_t)n, sizeof *seconds, by_size);
    double best = seconds[0], median = seconds[n / 2];
    printf("%-8s %9.1f MB/s %9.0f articles/s   (median %.1f MB/s, %.0f articles/s)\n", name,
           bytes / best / 1e6, articles / best, bytes / median / 1e6, articles / median);
}

/* A figure of /proc/self/status in kB: "VmHWM:" the most that was resident, "RssAnon:" own memory. */
static long status_kb(const char *field) {
    char line[256];
    long kb = 0;
    FILE *file = fopen("/proc/self/status", "r");
    while (file && fgets(line, sizeof line, file)) {
        if (strncmp(line, field, strlen(field)) == 0) {
            kb = strtol(line + strlen(field), NULL, 10);
        }
    }
    if (file) {
        fclose(file);
    }
    return kb;
}

/* Wall time of `isnad code FILE` from start to end, best and median of some runs. */
static void start_up(char *program, char *tiny) {
    double seconds[START_UPS];
    char *arguments[] = {program, (char *)"code", tiny, NULL};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    for (int i = 0; i < START_UPS; i++) {
        pid_t child;
        int status = 1;
        double begun = now(CLOCK_MONOTONIC);
        if (posix_spawn(&child, program, &actions, NULL, arguments, environ) != 0 ||
            waitpid(child, &status, 0) < 0 || status != 0) {
            fprintf(stderr, "bench: %s code %s failed\n", program, tiny);
            exit(EXIT_FAILURE);
        }
        seconds[i] = now(CLOCK_MONOTONIC) - begun;
    }
    posix_spawn_file_actions_destroy(&actions);
    qsort(seconds, START_UPS, sizeof *seconds, by_size);
    printf("start-up %9.1f ms, one small article coded (median %.1f ms)\n", seconds[0] * 1e3,
           seconds[START_UPS / 2] * 1e3);
}

static const struct {
    const char *name;
    bench_line *use;
} rows[] = {
    {"floor", floor_line}, {"tokens", tokens_line}, {"dates", dates_line}, {"full", full_line}};
enum { FLOOR, ROWS = sizeof rows / sizeof *rows };

static void show_ratio(const char *name, const double *seconds, const double *lowest, int runs) {
    double ratio[MAX_RUNS] = {0};
    for (int run = 0; run < runs; run++) {
        ratio[run] = seconds[run] / lowest[run];
    }
    qsort(ratio, (size_t)runs, sizeof *ratio, by_size);
    printf("ratio    %9.2f %s to floor (median %.2f; %d runs by turns)\n", ratio[0], name,
           ratio[runs / 2], runs);
}

static void measure(bench *b, int runs) {
    double seconds[ROWS][MAX_RUNS] = {0};
    off_t cuts[SLICES + 1];
    b->bytes = (uint64_t)cut_slices(b->path, cuts);
    long before = status_kb("RssAnon:");
    for (int row = 0; row < ROWS; row++) { /* warm: the pack's pages, the arena */
        walk(b, 0, cuts[1], rows[row].use);
    }
    b->articles = b->text_bytes = b->claims = 0;
    for (int i = 0; i < SLICES; i++) {
        for (int run = 0; run < runs; run++) {
            for (int row = 0; row < ROWS; row++) {
                seconds[row][run] += walk(b, cuts[i], cuts[i + 1], rows[row].use);
            }
        }
    }
    double articles = (double)b->articles / runs;
    double text = (double)b->text_bytes / runs;
    printf("corpus   %9.1f MB, %.0f articles, %.1f MB of text, longest %.1f KB, %.1f claims each\n",
           (double)b->bytes / 1e6, articles, text / 1e6, (double)b->longest / 1e3,
           (double)b->claims / (double)b->articles);
    for (int row = ROWS - 1; row > FLOOR; row--) { /* before `show` sorts the runs */
        show_ratio(rows[row].name, seconds[row], seconds[FLOOR], runs);
    }
    for (int row = 0; row < ROWS; row++) {
        show(rows[row].name, seconds[row], runs, text, articles);
    }
    printf("memory   %9.1f MB of its own (%.1f MB before coding), %.1f MB resident at most with "
           "the mapped pack\n",
           (double)status_kb("RssAnon:") / 1e3, (double)before / 1e3,
           (double)status_kb("VmHWM:") / 1e3);
}

int main(int argc, char **argv) {
    bench b = {0};
    isn_error error = {0};
    if (argc < 2) {
        fprintf(stderr, "usage: bench CORPUS.jsonl [REPETITIONS [ISNAD-PROGRAM TINY-FILE]]\n");
        return 2;
    }
    int runs = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 5;
    b.path = argv[1];
    double begun = now(CLOCK_MONOTONIC);
    if (isn_pack_open(&b.pack, NULL, &error) != ISN_OK ||
        isn_coder_new(&b.coder, b.pack, &error) != ISN_OK) {
        die(&error);
    }
    double opened = now(CLOCK_MONOTONIC) - begun;
    measure(&b, runs < 1 ? 1 : runs > MAX_RUNS ? MAX_RUNS : runs);
    printf("pack     %9.2f ms to open\n", opened * 1e3);
    if (argc > 4) {
        start_up(argv[3], argv[4]);
    }
    isn_coder_free(b.coder);
    isn_pack_close(b.pack);
    free(b.buffer);
    return EXIT_SUCCESS;
}
