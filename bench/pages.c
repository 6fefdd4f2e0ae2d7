/* pages.c: what reading web pages costs, beside the bare parse. Three walks over the same pages take turns in one
 * thread, so that a busy machine slows all:
 *
 *     parse    libxml2's own parser makes its tree
 *     article  the page decoded, parsed, its article found and laid out with the map back to its bytes
 *     full     the same, its article coded, beside others as `isnad code` does, the JSON record made
 *
 * Times are CPU time of the thread. Alone among the benches it knows the inside of the library: one stage is measured.
 *
 * usage: pages FILES…
 */
#include <fcntl.h>
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "article/article.h"
#include "article/charset.h"
#include "isnad.h"

enum {
    WALKS = 3,
    ROUNDS = 15,
    MOST_FILES = 4096,
    TOGETHER = 1 << 20 /* bytes, as in cli/cmd_code.c */
};

typedef struct pages {
    isn_str *ptr;
    int len;
    size_t bytes;
    isn_arena *arena;
    isn_coder *coder;
} pages;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void parse(pages *p) {
    for (int i = 0; i < p->len; i++) {
        htmlDocPtr tree = htmlReadMemory(p->ptr[i].ptr, (int)p->ptr[i].len, NULL, NULL,
                                         HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                             HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
        xmlFreeDoc(tree);
    }
}

static void make_article(pages *p, isn_str page) {
    isn_guard guard;
    isn_decoded d;
    isn_arena_reset(p->arena, (size_t)8 << 20);
    if (setjmp(guard.jump) != 0) {
        exit(EXIT_FAILURE);
    }
    isn_arena_guard(p->arena, &guard);
    isn_charset_decode(&d, p->arena, page, (isn_str){NULL, 0}, true);
    isn_article article = {.given = page, .utf8 = d.text, .recoded = d.map};
    isn_article_page(&article, p->arena);
}

static void articles(pages *p) {
    for (int i = 0; i < p->len; i++) {
        make_article(p, p->ptr[i]);
    }
}

static void full(pages *p) {
    isn_input inputs[ISN_GROUP];
    isn_error errors[ISN_GROUP];
    isn_coder *coders[ISN_GROUP];
    for (int i = 0; i < p->len;) {
        size_t n = 0, bytes = 0;
        for (; n < ISN_GROUP && i < p->len && bytes < TOGETHER; i++) {
            bytes += p->ptr[i].len;
            inputs[n++] = (isn_input){.text = p->ptr[i], .kind = ISN_INPUT_HTML};
        }
        isn_coder_code_all(p->coder, inputs, n, coders, errors);
        for (size_t k = 0; k < n; k++) {
            isn_str out;
            if (errors[k].code != ISN_OK || isn_coder_json(coders[k], &out, &errors[k]) != ISN_OK) {
                fprintf(stderr, "pages: %s\n", errors[k].message);
                exit(EXIT_FAILURE);
            }
        }
    }
}

static void read_file(pages *p, const char *path) {
    struct stat is;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &is) != 0) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    size_t len = (size_t)is.st_size;
    char *ptr = malloc(len + 1);
    if (ptr == NULL || read(fd, ptr, len) != (ssize_t)len) {
        perror(path);
        free(ptr);
        exit(EXIT_FAILURE);
    }
    close(fd);
    p->ptr[p->len++] = (isn_str){ptr, len};
    p->bytes += (size_t)is.st_size;
}

static int by_number(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

int main(int argc, char **argv) {
    static const char *const names[WALKS] = {"parse", "article", "full"};
    void (*const walks[WALKS])(pages *) = {parse, articles, full};
    double times[WALKS][ROUNDS];
    isn_error error = {0};
    isn_pack *pack = NULL;
    static isn_str files[MOST_FILES];
    pages p = {.ptr = files};
    if (argc < 2 || argc > MOST_FILES) {
        fputs("usage: pages FILES…\n", stderr);
        return EXIT_FAILURE;
    }
    for (int i = 1; i < argc; i++) {
        read_file(&p, argv[i]);
    }
    if (isn_pack_open(&pack, NULL, &error) != ISN_OK ||
        isn_coder_new(&p.coder, pack, &error) != ISN_OK ||
        isn_arena_new(&p.arena, 1 << 18) != ISN_OK) {
        fprintf(stderr, "pages: %s\n", error.message);
        return EXIT_FAILURE;
    }
    for (int round = 0; round < ROUNDS; round++) {
        for (int k = 0; k < WALKS; k++) {
            double begun = now();
            walks[k](&p);
            times[k][round] = now() - begun;
        }
    }
    printf("%d pages, %.2f MB\n", p.len, (double)p.bytes / 1e6);
    for (int k = 0; k < WALKS; k++) {
        qsort(times[k], ROUNDS, sizeof times[k][0], by_number);
        double best = times[k][0], median = times[k][ROUNDS / 2];
        printf("%-8s best %6.1f MB/s, %.2f times the parse; median %6.1f MB/s, %.2f\n", names[k],
               (double)p.bytes / 1e6 / best, best / times[0][0], (double)p.bytes / 1e6 / median,
               median / times[0][ROUNDS / 2]);
    }
    for (int i = 0; i < p.len; i++) {
        free((char *)p.ptr[i].ptr);
    }
    isn_arena_free(p.arena);
    isn_coder_free(p.coder);
    isn_pack_close(pack);
    return EXIT_SUCCESS;
}
