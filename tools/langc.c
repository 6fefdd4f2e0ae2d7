/* langc.c: the command that compiles a language folder into a pack. The work is packer.c's. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "compile/packer.h"

static const char usage[] =
    "usage: langc [--stats] [--stems PREFIX] OUT.pack DIR\n"
    "       langc [--stats] --check DIR\n"
    "\n"
    "Compiles the TSV files of DIR (lang/ar) into the language pack OUT.pack. Faults are told as\n"
    "file:line:column: reason; then nothing is written and the exit status is 1.\n"
    "--stems: a spelling dictionary, PREFIX.aff and PREFIX.dic, whose words are known by what can "
    "be\n"
    "attached to them (/usr/share/hunspell/ar).\n";

/* Under a temporary name first, so that a reader never sees half a pack. */
static int write_file(const char *path, const isn_buf *pack) {
    char temporary[4096];
    int n = snprintf(temporary, sizeof(temporary), "%s.%ld.tmp", path, (long)getpid());
    if (n < 0 || (size_t)n >= sizeof(temporary)) {
        fprintf(stderr, "langc: %s: too long a path\n", path);
        return 2;
    }
    FILE *file = fopen(temporary, "wb");
    bool ok = file != NULL && fwrite(pack->ptr, 1, pack->len, file) == pack->len;
    if (file != NULL)
        ok = fclose(file) == 0 && ok;
    if (ok && rename(temporary, path) == 0)
        return 0;
    fprintf(stderr, "langc: cannot write %s: %s\n", path, strerror(errno));
    unlink(temporary);
    return 2;
}

static void print_stats(const isn_pack_facts *facts, size_t size) {
    uint32_t rows = 0;
    for (unsigned t = 0; t < ISN_TABLES; t++) {
        printf("%-18s %7u rows %8u names\n", isn_schema[t].file, facts->rows[t], facts->names[t]);
        rows += facts->rows[t];
    }
    printf("rows %u, words %u, forms %u, nodes %u, edges %u, senses %u, ambiguous %u, stems %u, "
           "bytes %zu\n",
           rows, facts->words, facts->symbols, facts->nodes, facts->edges, facts->senses,
           facts->split, facts->stems, size);
}

static int compile(const char *out, const char *dir, const char *stems, bool stats) {
    isn_buf pack, faults;
    isn_pack_facts facts;
    isn_error error = {.code = ISN_OK};
    unsigned nfaults = 0;
    int result = 0;
    isn_buf_init(&pack);
    isn_buf_init(&faults);
    isn_status status = isn_pack_build(&pack, &faults, &nfaults, &facts, dir, stems, &error);
    if (nfaults != 0) {
        fwrite(faults.ptr, 1, faults.len, stderr);
        fprintf(stderr, "langc: %u fault%s, nothing written\n", nfaults, nfaults == 1 ? "" : "s");
        result = 1;
    } else if (status != ISN_OK) {
        fprintf(stderr, "langc: %s%s%s\n", error.path, error.path[0] != 0 ? ": " : "",
                error.message);
        result = 2;
    } else {
        if (stats)
            print_stats(&facts, pack.len);
        if (out != NULL)
            result = write_file(out, &pack);
    }
    isn_buf_release(&pack);
    isn_buf_release(&faults);
    return result;
}

int main(int argc, char **argv) {
    bool check = false, stats = false;
    const char *stems = NULL;
    int i = 1;
    for (; i < argc && argv[i][0] == '-' && argv[i][1] == '-'; i++) {
        if (strcmp(argv[i], "--check") == 0) {
            check = true;
        } else if (strcmp(argv[i], "--stats") == 0) {
            stats = true;
        } else if (strcmp(argv[i], "--stems") == 0 && i + 1 < argc) {
            stems = argv[++i];
        } else {
            bool help = strcmp(argv[i], "--help") == 0;
            fputs(usage, help ? stdout : stderr);
            return help ? 0 : 2;
        }
    }
    if (argc - i != (check ? 1 : 2)) {
        fputs(usage, stderr);
        return 2;
    }
    return compile(check ? NULL : argv[i], argv[argc - 1], stems, stats);
}
