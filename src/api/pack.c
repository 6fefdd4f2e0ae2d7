/* pack.c: the language pack of isnad.h: where it is found, and the floor of the bench. The format is
 * lexicon/'s. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "api/api.h"

#define PACK_NAME "isnad-ar.pack"

#ifndef ISN_PACK_DIR
#define ISN_PACK_DIR "/usr/local/share/isnad"
#endif

/* "<folder of the program><tail>", or false. */
static bool beside_program(char *out, size_t size, const char *tail) {
    ssize_t len = readlink("/proc/self/exe", out, size - 1);
    if (len <= 0) {
        return false;
    }
    out[len] = '\0';
    char *slash = strrchr(out, '/');
    if (slash == NULL || (size_t)(slash - out) + strlen(tail) + 1 > size) {
        return false;
    }
    memcpy(slash, tail, strlen(tail) + 1);
    return access(out, R_OK) == 0;
}

/* `path`, or the first of the known places that has a pack; the installed one when none has. */
const char *isn_pack_path(char *room, size_t size, const char *path) {
    const char *named = path != NULL ? path : getenv("ISNAD_PACK");
    if (named != NULL && named[0] != '\0') {
        return named;
    }
    if (beside_program(room, size, "/" PACK_NAME) ||
        beside_program(room, size, "/../share/isnad/" PACK_NAME)) {
        return room;
    }
    return ISN_PACK_DIR "/" PACK_NAME;
}

isn_status isn_pack_open(isn_pack **out, const char *path, isn_error *error) {
    char room[4096];
    isn_pack *pack = isn_heap_alloc(sizeof *pack);
    if (pack == NULL) {
        return isn_fail(error, ISN_ENOMEM, path, 0, "out of memory");
    }
    isn_status status = isn_lex_open(&pack->lex, isn_pack_path(room, sizeof room, path), error);
    if (status != ISN_OK) {
        isn_heap_free(pack);
        return status;
    }
    *out = pack;
    return ISN_OK;
}

void isn_pack_close(isn_pack *pack) {
    if (pack != NULL) {
        isn_lex_close(pack->lex);
        isn_lex_close(pack->base);
        isn_heap_free(pack->layer);
        isn_heap_free(pack);
    }
}

const char *isn_pack_hash(const isn_pack *pack) {
    return isn_lex_hash(pack->lex);
}

uint64_t isn_floor(const isn_pack *pack, isn_str text) {
    return isn_lex_floor(pack->lex, text.ptr, text.len);
}

void isn_free(void *ptr) {
    isn_heap_free(ptr);
}
