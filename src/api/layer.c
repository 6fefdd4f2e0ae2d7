/* layer.c: a pack with a user's folder of rows over it: compiled when the folder has changed, kept in the user's cache.
 * The work is compile/'s. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "api/api.h"
#include "compile/packer.h"

#ifndef ISN_PACK_DIR
#define ISN_PACK_DIR "/usr/local/share/isnad"
#endif

/* Built-in rows stand in lang/ar beside the pack. */
static bool find_rows(char *out, size_t size, const char *pack_path) {
    const char *slash = strrchr(pack_path, '/');
    int folder = slash != NULL ? (int)(slash - pack_path) : 1;
    int n = snprintf(out, size, "%.*s/lang/ar", folder, slash != NULL ? pack_path : ".");
    if (n > 0 && (size_t)n < size && access(out, R_OK | X_OK) == 0)
        return true;
    n = snprintf(out, size, "%s/lang/ar", ISN_PACK_DIR);
    return n > 0 && (size_t)n < size && access(out, R_OK | X_OK) == 0;
}

/* The cache's file for this folder, its own folder made; false where there can be none. */
static bool cache_path(char *out, size_t size, const char *layer) {
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    char hex[65];
    int n;
    if (cache != NULL && cache[0] == '/')
        n = snprintf(out, size, "%s", cache);
    else if (home != NULL && home[0] == '/')
        n = snprintf(out, size, "%s/.cache", home);
    else
        return false;
    if (n < 0 || (size_t)n + 64 > size)
        return false;
    mkdir(out, 0700);
    snprintf(out + n, size - (size_t)n, "/isnad");
    mkdir(out, 0700);
    isn_sha256_hex(hex, layer, strlen(layer));
    snprintf(out + strlen(out), size - strlen(out), "/%.16s.pack", hex);
    return true;
}

static bool write_all(int fd, const isn_buf *bytes) {
    size_t done = 0;
    while (done < bytes->len) {
        ssize_t n = write(fd, bytes->ptr + done, bytes->len - done);
        if (n <= 0)
            return false;
        done += (size_t)n;
    }
    return true;
}

/* Under a temporary name first, so that a reader never sees half a pack. */
static bool keep(const char *path, const isn_buf *bytes) {
    char temporary[4096 + 32];
    int n = snprintf(temporary, sizeof temporary, "%s.XXXXXX", path);
    int fd = n > 0 && (size_t)n < sizeof temporary ? mkstemp(temporary) : -1;
    if (fd < 0)
        return false;
    bool ok = write_all(fd, bytes);
    ok = close(fd) == 0 && ok && rename(temporary, path) == 0;
    if (!ok)
        unlink(temporary);
    return ok;
}

/* Without a cache the pack lies in memory that has no name. */
static isn_status open_unnamed(isn_lex **out, const isn_buf *bytes, isn_error *error) {
    char path[64];
    int fd = memfd_create("isnad", MFD_CLOEXEC);
    isn_status status = ISN_EIO;
    if (fd < 0 || !write_all(fd, bytes)) {
        isn_fail(error, ISN_EIO, NULL, 0, "no room for the compiled lexicon");
    } else {
        snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
        status = isn_lex_open(out, path, error);
    }
    if (fd >= 0)
        close(fd);
    return status;
}

static isn_status compile(isn_pack *pack, const char *pack_path, const char *cache, char **faults,
                          isn_error *error) {
    char rows[4096];
    isn_buf bytes, told;
    unsigned nfaults = 0;
    if (!find_rows(rows, sizeof rows, pack_path))
        return isn_fail(error, ISN_EIO, pack_path, 0,
                        "the rows that it was made of (lang/ar) are not beside the language pack");
    isn_buf_init(&bytes);
    isn_buf_init(&told);
    isn_status status =
        isn_pack_build_over(&bytes, &told, &nfaults, NULL, rows, pack->layer, pack->base, error);
    if (status == ISN_OK && cache != NULL && keep(cache, &bytes))
        status = isn_lex_open(&pack->lex, cache, error);
    else if (status == ISN_OK)
        status = open_unnamed(&pack->lex, &bytes, error);
    if (nfaults != 0 && faults != NULL) {
        isn_buf_putc(&told, 0);
        if (!told.failed) {
            *faults = told.ptr;
            isn_buf_init(&told);
        }
    }
    isn_buf_release(&bytes);
    isn_buf_release(&told);
    return status;
}

static isn_status open_over(isn_pack *pack, const char *path, const char *layer, char **faults,
                            isn_error *error) {
    char room[4096], cached[4096], hash[65];
    isn_error none;
    const char *pack_path = isn_pack_path(room, sizeof room, path);
    size_t len = strlen(layer);
    while (len > 1 && layer[len - 1] == '/')
        len--;
    pack->layer = isn_heap_alloc(len + 1);
    if (pack->layer == NULL)
        return isn_fail(error, ISN_ENOMEM, path, 0, "out of memory");
    memcpy(pack->layer, layer, len);
    pack->layer[len] = '\0';
    isn_status status = isn_lex_open(&pack->base, pack_path, error);
    if (status == ISN_OK)
        status = isn_pack_layer_hash(hash, pack->layer, pack->base, error);
    if (status != ISN_OK)
        return status;
    bool cache = cache_path(cached, sizeof cached, pack->layer);
    if (cache && access(cached, R_OK) == 0 && isn_lex_open(&pack->lex, cached, &none) == ISN_OK) {
        if (strcmp(isn_lex_hash(pack->lex), hash) == 0)
            return ISN_OK;
        isn_lex_close(pack->lex);
        pack->lex = NULL;
    }
    return compile(pack, pack_path, cache ? cached : NULL, faults, error);
}

isn_status isn_pack_open_over(isn_pack **out, const char *path, const char *layer, char **faults,
                              isn_error *error) {
    isn_pack *pack = isn_heap_alloc(sizeof *pack);
    if (pack == NULL)
        return isn_fail(error, ISN_ENOMEM, path, 0, "out of memory");
    *pack = (isn_pack){NULL, NULL, NULL};
    if (faults != NULL)
        *faults = NULL;
    isn_status status = open_over(pack, path, layer, faults, error);
    if (status != ISN_OK) {
        isn_pack_close(pack);
        return status;
    }
    isn_lex_set_layer(pack->lex, pack->layer);
    *out = pack;
    return ISN_OK;
}
