/* driver.c: runs a fuzz target without a fuzzer, as an ordinary test: each file of the folders given,
 * then a fixed number of damaged copies of it (cut, flipped, doubled), the same ones each time. Speaks
 * TAP. With libFuzzer this file is left out.
 *
 * usage: fuzz_NAME FOLDER...
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAMAGED_COPIES = 40, MAX_SIZE = 1 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint64_t seed = 88172645463325252U;

static size_t random_below(size_t n) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return n ? (size_t)(seed % n) : 0;
}

/* Damages `copy` in one of four ways; returns its new size. There is room for twice as much. */
static size_t damage(uint8_t *copy, size_t size) {
    size_t at = random_below(size);
    switch (random_below(4)) {
    case 0: return at;
    case 1: copy[at] = (uint8_t)random_below(256); return size;
    case 2: copy[at] ^= (uint8_t)(1U << random_below(8)); return size;
    default: memmove(copy + size, copy + at, size - at); return size + (size - at);
    }
}

/* Each input gets memory of its own size, so that a sanitizer sees a step over its end. */
static void run(const uint8_t *data, size_t size) {
    uint8_t *exact = calloc(1, size ? size : 1);
    if (exact) {
        memcpy(exact, data, size);
        LLVMFuzzerTestOneInput(exact, size);
    }
    free(exact);
}

static void run_file(const char *path) {
    static uint8_t data[MAX_SIZE], copy[2 * MAX_SIZE];
    FILE *file = fopen(path, "rb");
    if (!file) {
        return;
    }
    size_t size = fread(data, 1, sizeof data, file);
    fclose(file);
    run(data, size);
    for (int i = 0; size && i < DAMAGED_COPIES; i++) {
        memcpy(copy, data, size);
        run(copy, damage(copy, size));
    }
}

static unsigned run_folder(const char *folder) {
    unsigned files = 0;
    DIR *dir = opendir(folder);
    for (struct dirent *entry; dir && (entry = readdir(dir)) != NULL;) {
        char path[4096];
        if (entry->d_name[0] != '.') {
            snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
            printf("# %s\n", path); /* the last one is at fault when the program ends here */
            fflush(stdout);
            run_file(path);
            files++;
        }
    }
    if (dir) {
        closedir(dir);
    }
    return files;
}

int main(int argc, char **argv) {
    unsigned files = 0;
    run((const uint8_t *)"", 0);
    for (int i = 1; i < argc; i++) {
        files += run_folder(argv[i]);
    }
    printf("%s 1 - %u files and %u damaged copies\n1..1\n", files ? "ok" : "not ok", files,
           files * DAMAGED_COPIES);
    return files == 0;
}
