/* http.c: see http.h. What is unpacked is bounded while it grows, so that a small body cannot become a large one. */
#include "http.h"

#include <brotli/decode.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <zstd.h>

#include "stream.h"

/* ---- heads ------------------------------------------------------------------------------------ */

size_t cli_head_len(const char *ptr, size_t len) {
    for (size_t i = 0; i + 1 < len; i++) {
        const char *end = memchr(ptr + i, '\n', len - i - 1);
        if (end == NULL) {
            return 0;
        }
        i = (size_t)(end - ptr);
        if (ptr[i + 1] == '\n') {
            return i + 2;
        }
        if (ptr[i + 1] == '\r' && i + 2 < len && ptr[i + 2] == '\n') {
            return i + 3;
        }
    }
    return 0;
}

static isn_str trimmed(isn_str value) {
    while (value.len > 0 && (*value.ptr == ' ' || *value.ptr == '\t' || *value.ptr == '<')) {
        value.ptr++;
        value.len--;
    }
    while (value.len > 0 &&
           ((unsigned char)value.ptr[value.len - 1] <= ' ' || value.ptr[value.len - 1] == '>')) {
        value.len--;
    }
    return value;
}

isn_str cli_header(isn_str head, const char *name) {
    size_t n = strlen(name);
    for (const char *at = head.ptr, *end = head.ptr + head.len; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop == NULL ? end : stop;
        if ((size_t)(stop - at) > n && at[n] == ':' && strncasecmp(at, name, n) == 0) {
            return trimmed((isn_str){at + n + 1, (size_t)(stop - at) - n - 1});
        }
        at = stop + 1;
    }
    return (isn_str){NULL, 0};
}

static bool starts(isn_str value, const char *word) {
    return value.len >= strlen(word) && strncasecmp(value.ptr, word, strlen(word)) == 0;
}

static bool contains(isn_str value, const char *word) {
    size_t n = strlen(word);
    for (size_t i = 0; i + n <= value.len; i++) {
        if (strncasecmp(value.ptr + i, word, n) == 0) {
            return true;
        }
    }
    return false;
}

int cli_medium(isn_str type) {
    return starts(type, "text/html") || starts(type, "application/xhtml") ? 1
           : starts(type, "text/plain")                                   ? 0
                                                                          : -1;
}

char *cli_charset_of(isn_str type) {
    const char *at = type.len > 0 ? memmem(type.ptr, type.len, "charset=", 8) : NULL;
    if (at == NULL) {
        return NULL;
    }
    size_t n = type.len - (size_t)(at - type.ptr) - 8;
    return cli_format("%.*s", (int)(n < 60 ? n : 60), at + 8);
}

/* ---- bodies ------------------------------------------------------------------------------------- */

static int hex(char c) {
    return c >= '0' && c <= '9'                     ? c - '0'
           : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                    : -1;
}

/* Joins chunks. False where there are none: archives often keep the header and store the bytes joined. */
static bool join_chunks(cli_text *out, isn_str body) {
    const char *at = body.ptr;
    const char *end = body.ptr + body.len;
    out->len = 0;
    for (;;) {
        size_t size = 0;
        unsigned digits = 0;
        while (at < end && hex(*at) >= 0 && digits++ < 7) {
            size = size * 16 + (size_t)hex(*at++);
        }
        const char *line = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
        if (digits == 0 || line == NULL || line - at > 200) {
            return out->len > 0;
        }
        at = line + 1;
        if (size == 0) {
            return true;
        }
        size_t have = (size_t)(end - at) < size ? (size_t)(end - at) : size;
        cli_text_put(out, at, have);
        at += have;
        if (at < end && *at == '\r') {
            at++;
        }
        if (at < end && *at == '\n') {
            at++;
        }
    }
}

static const char *const too_large = "too large when unpacked";
static const char *const damaged = "the packed data are damaged";
static const char *const cut_off = "the packed data end too early";

static const char *unpack_brotli(cli_text *out, isn_str body, size_t most) {
    unsigned char piece[16384];
    const char *wrong = NULL;
    const uint8_t *next = (const uint8_t *)body.ptr;
    size_t left = body.len;
    BrotliDecoderState *state = BrotliDecoderCreateInstance(NULL, NULL, NULL);
    BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    if (state == NULL) {
        return "out of memory";
    }
    while (wrong == NULL && result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
        size_t room = sizeof piece;
        uint8_t *to = piece;
        result = BrotliDecoderDecompressStream(state, &left, &next, &room, &to, NULL);
        cli_text_put(out, (const char *)piece, sizeof piece - room);
        wrong = out->len > most ? too_large : NULL;
    }
    if (wrong == NULL && result != BROTLI_DECODER_RESULT_SUCCESS) {
        wrong = result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT ? cut_off : damaged;
    }
    BrotliDecoderDestroyInstance(state);
    return wrong;
}

static const char *unpack_zstd(cli_text *out, isn_str body, size_t most) {
    char piece[16384];
    const char *wrong = NULL;
    size_t status = 1;
    ZSTD_inBuffer in = {body.ptr, body.len, 0};
    ZSTD_DStream *stream = ZSTD_createDStream();
    if (stream == NULL) {
        return "out of memory";
    }
    ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, 23); /* RFC 9659: 8 MiB on the web */
    for (bool full = true; wrong == NULL && (in.pos < in.size || full);) {
        ZSTD_outBuffer to = {piece, sizeof piece, 0};
        status = ZSTD_decompressStream(stream, &to, &in);
        wrong = ZSTD_isError(status) ? damaged : NULL;
        cli_text_put(out, piece, to.pos);
        full = to.pos == to.size;
        wrong = wrong == NULL && out->len > most ? too_large : wrong;
    }
    ZSTD_freeDStream(stream);
    return wrong == NULL && status != 0 ? cut_off : wrong;
}

/* An archive may keep the header of a packing that it has undone. */
static bool is_bare(isn_str coding, isn_str body) {
    if (contains(coding, "gzip")) {
        return body.len <= 2 || memcmp(body.ptr, "\x1f\x8b", 2) != 0;
    }
    if (contains(coding, "zstd")) {
        return body.len <= 4 || memcmp(body.ptr, "\x28\xb5\x2f\xfd", 4) != 0;
    }
    return coding.len == 0 || contains(coding, "identity") || (body.len > 0 && *body.ptr == '<');
}

static const char *unpack(cli_text *out, isn_str coding, isn_str body, size_t most) {
    out->len = 0;
    if (is_bare(coding, body)) {
        cli_text_put(out, body.ptr, body.len);
        return out->len > most ? "too large" : NULL;
    }
    if (contains(coding, "gzip") || contains(coding, "deflate")) {
        return cli_inflate(out, body.ptr, body.len, most);
    }
    if (contains(coding, "zstd")) {
        return unpack_zstd(out, body, most);
    }
    if (coding.len == 2 && contains(coding, "br")) {
        return unpack_brotli(out, body, most);
    }
    return "packed in a way that is not known (Content-Encoding)";
}

const char *cli_open_body(cli_text *out, isn_str head, isn_str body, size_t most) {
    cli_text joined = {0};
    if (contains(cli_header(head, "Transfer-Encoding"), "chunked") && join_chunks(&joined, body)) {
        body = (isn_str){joined.ptr, joined.len};
    }
    const char *wrong = unpack(out, cli_header(head, "Content-Encoding"), body, most);
    free(joined.ptr);
    return wrong;
}
