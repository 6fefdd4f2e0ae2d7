/* pack.c: opens the language pack that a command was told of, with a folder of the user's rows over it. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"

bool cli_open_pack(isn_pack **out, const cli_pack *from) {
    isn_error error = {0};
    char *faults = NULL;
    isn_status status = from->lexicon != NULL
                            ? isn_pack_open_over(out, from->pack, from->lexicon, &faults, &error)
                            : isn_pack_open(out, from->pack, &error);
    if (faults != NULL) {
        fputs(faults, stderr);
        fprintf(stderr, "isnad: %s: nothing was read\n", from->lexicon);
        isn_free(faults);
    } else if (status != ISN_OK) {
        cli_error(&error, from->lexicon != NULL ? from->lexicon : from->pack, 0);
    }
    return status == ISN_OK;
}

bool cli_open_coder(isn_pack **pack, isn_coder **coder, const cli_pack *from) {
    isn_error error = {0};
    if (!cli_open_pack(pack, from))
        return false;
    if (isn_coder_new(coder, *pack, &error) == ISN_OK)
        return true;
    cli_error(&error, from->pack, 0);
    return false;
}

/* ---- rows of the user's folder --------------------------------------------------------------------------- */

static bool append(const char *path, const cli_text *rows, const char *header, off_t *before) {
    struct stat info;
    bool fresh = stat(path, &info) != 0 || info.st_size == 0;
    FILE *file = fopen(path, "ab");
    *before = fresh ? 0 : info.st_size;
    bool ok = file != NULL;
    if (ok && fresh) {
        ok = fputs(header, file) >= 0;
    } else if (ok) { /* a last line without its end is ended */
        FILE *old = fopen(path, "rb");
        ok = old != NULL && fseek(old, -1, SEEK_END) == 0 &&
             (fgetc(old) == '\n' || fputc('\n', file) == '\n');
        if (old != NULL) {
            fclose(old);
        }
    }
    ok = ok && fwrite(rows->ptr, 1, rows->len, file) == rows->len;
    if (file != NULL) {
        ok = fclose(file) == 0 && ok;
    }
    if (!ok) {
        fprintf(stderr, "isnad: %s: %s\n", path, strerror(errno));
    }
    return ok;
}

static void take_back(const char *path, off_t before) {
    if (before == 0) {
        unlink(path);
    } else if (truncate(path, before) != 0) {
        fprintf(stderr, "isnad: %s: %s\n", path, strerror(errno));
    }
}

/* `told`: the file's name and its header, two lines. */
static bool add_rows(const cli_pack *from, const char *told, const cli_text *rows) {
    const char *header = strchr(told, '\n') + 1;
    char *path = cli_format("%s/%.*s", from->lexicon, (int)(header - told - 1), told);
    isn_pack *pack = NULL;
    off_t before = 0;
    mkdir(from->lexicon, 0777);
    bool ok = append(path, rows, header, &before);
    if (ok && !cli_open_pack(&pack, from)) {
        take_back(path, before);
        ok = false;
    }
    isn_pack_close(pack);
    free(path);
    return ok;
}

bool cli_add_rows(const cli_pack *from, const char *table, const cli_text *rows) {
    const cli_pack built_in = {from->pack, NULL};
    isn_error error = {0};
    isn_pack *pack = NULL;
    char *told = NULL;
    if (!cli_open_pack(&pack, &built_in)) {
        return false;
    }
    isn_status status =
        isn_lexicon(&told, pack, ISN_LEXICON_COLUMNS, (isn_str){table, strlen(table)}, &error);
    bool ok = status == ISN_OK && add_rows(from, told, rows);
    if (status != ISN_OK) {
        cli_error(&error, table, 0);
    }
    isn_free(told);
    isn_pack_close(pack);
    return ok;
}
