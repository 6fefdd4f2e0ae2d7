/* fuzz_langc.c: any bytes as a file of a language folder. The first byte chooses the table, the rest is
 * its TSV; the folder holds nothing else. Faults must be told, a pack that is made must open. */
#include "compile/packer.h"
#include "lexicon/lexicon.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char folder[] = "/tmp/isnad-fuzz-XXXXXX";
static bool made;

static void remove_folder(void) {
    rmdir(folder);
}

static void write_file(const char *path, const void *ptr, size_t size) {
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(ptr, 1, size, file) != size || fclose(file) != 0) {
        abort();
    }
}

static void open_pack(const isn_buf *pack) {
    char path[128];
    isn_lex *lex = NULL;
    isn_error error = {.code = ISN_OK};
    snprintf(path, sizeof path, "%s/pack", folder);
    write_file(path, pack->ptr, pack->len);
    if (isn_lex_open(&lex, path, &error) != ISN_OK) {
        fprintf(stderr, "%s (byte %llu)\n", error.message, (unsigned long long)error.offset);
        abort();
    }
    isn_lex_close(lex);
    unlink(path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char path[128];
    isn_buf pack, faults;
    isn_pack_facts facts;
    isn_error error = {.code = ISN_OK};
    unsigned nfaults = 0;
    if (!made) {
        if (!mkdtemp(folder)) {
            abort();
        }
        atexit(remove_folder);
        made = true;
    }
    if (!size) {
        return 0;
    }
    snprintf(path, sizeof path, "%s/%s", folder, isn_schema[data[0] % ISN_TABLES].file);
    write_file(path, data + 1, size - 1);
    isn_buf_init(&pack);
    isn_buf_init(&faults);
    isn_status status = isn_pack_build(&pack, &faults, &nfaults, &facts, folder, NULL, &error);
    if (nfaults ? faults.len == 0 : status != ISN_OK && !error.message[0]) {
        abort(); /* refused without a word */
    }
    if (status == ISN_OK && nfaults == 0) {
        open_pack(&pack);
    }
    isn_buf_release(&pack);
    isn_buf_release(&faults);
    unlink(path);
    return 0;
}
