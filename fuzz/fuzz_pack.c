/* fuzz_pack.c: a damaged language pack must be refused or read without harm. Whole packs are large, so
 * an input is a list of edits to the good one ($ISNAD_PACK): five bytes each, an offset (little-endian,
 * 32 bits, modulo the size) and the byte to put there. An input that begins with `R` is a pack itself;
 * one that begins with `T` cuts the good pack at the offset that follows. */
#include "isnad.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint8_t *good;
static size_t good_size;

static void load(void) {
    const char *path = getenv("ISNAD_PACK");
    FILE *file = path ? fopen(path, "rb") : NULL;
    if (!file || fseek(file, 0, SEEK_END) != 0) {
        abort();
    }
    good_size = (size_t)ftell(file);
    rewind(file);
    good = malloc(good_size);
    if (!good || fread(good, 1, good_size, file) != good_size) {
        abort();
    }
    fclose(file);
}

static uint32_t number(const uint8_t *p) {
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static void put(int fd, const uint8_t *ptr, size_t len, off_t at) {
    while (len) {
        ssize_t n = pwrite(fd, ptr, len, at);
        if (n <= 0) {
            abort();
        }
        ptr += n;
        at += n;
        len -= (size_t)n;
    }
}

static void write_pack(int fd, const uint8_t *data, size_t size) {
    if (size && data[0] == 'R') {
        put(fd, data + 1, size - 1, 0);
    } else if (size > 4 && data[0] == 'T') {
        put(fd, good, number(data + 1) % good_size, 0);
    } else {
        put(fd, good, good_size, 0);
        for (; size >= 5; data += 5, size -= 5) {
            put(fd, data + 4, 1, number(data) % good_size);
        }
    }
}

static void use(isn_pack *pack) {
    static const char text[] = "\xd9\x82\xd8\xaa\xd9\x84 3 \xd8\xac\xd9\x86\xd9\x88\xd8\xaf";
    isn_coder *coder = NULL;
    isn_error error = {0};
    isn_input input = {.text = {text, sizeof text - 1}};
    isn_str out;
    if (isn_coder_new(&coder, pack, &error) == ISN_OK &&
        isn_coder_code(coder, &input, &error) == ISN_OK) {
        (void)isn_coder_json(coder, &out, &error);
    }
    isn_coder_free(coder);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char path[64];
    isn_pack *pack = NULL;
    isn_error error = {0};
    if (!good) {
        load();
    }
    int fd = memfd_create("pack", 0);
    if (fd < 0) {
        abort();
    }
    write_pack(fd, data, size);
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    if (isn_pack_open(&pack, path, &error) == ISN_OK) {
        use(pack);
    } else if (error.code == ISN_OK || !error.message[0]) {
        abort();
    }
    isn_pack_close(pack);
    close(fd);
    return 0;
}
