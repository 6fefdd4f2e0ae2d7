/* stream.c: see stream.h. One reader for plain, gzip, zstd and deflated bytes and for UTF-16; each fills the same
 * window, from a file or from the window of a stream below. */
#include "stream.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#define ZLIB_CONST /* what is inflated is not written to */
#include <zlib.h>
#include <zstd.h>

#define WINDOW ((size_t)256 << 10)
#define PACKED ((size_t)128 << 10)
#define MOST_AT_ONCE ((size_t)1 << 20)
#define GZIP_OR_ZLIB (MAX_WBITS + 32)

typedef struct member { /* of a gzip file: where it begins in what is unpacked, and in the file */
    uint64_t at, packed;
} member;

struct cli_stream {
    int fd;
    bool own, regular;
    enum { PLAIN, GZIP, ZSTD, DEFLATE, WIDE } kind;
    cli_stream *below;   /* read from it, not from a file; owned */
    bool big;            /* of WIDE: the high byte comes first */
    uint64_t from, left; /* of a part: what is still to be read */
    bool part;
    char *window;
    size_t cap, start, end;
    uint64_t at; /* offset of window[start] in what is unpacked */
    bool done;
    const char *fault;

    char *packed; /* not of PLAIN */
    size_t have, used;
    uint64_t packed_at; /* offset of packed[0] in the file */
    bool packed_end;
    z_stream z;
    ZSTD_DStream *zstd;
    member *members;
    size_t nmembers, cap_members;
    bool inside; /* a member or frame is not at its end */
};

static ssize_t read_below(cli_stream *s, char *to, size_t room) {
    cli_stream *below = s->below;
    if (cli_stream_len(below) == 0 && !cli_stream_more(below)) {
        s->fault = below->fault;
        return s->fault != NULL ? -1 : 0;
    }
    size_t got = cli_stream_len(below) < room ? cli_stream_len(below) : room;
    memcpy(to, cli_stream_ptr(below), got);
    cli_stream_take(below, got);
    return (ssize_t)got;
}

static ssize_t read_some(cli_stream *s, char *to, size_t room) {
    ssize_t got;
    if (s->below != NULL) {
        return read_below(s, to, room);
    }
    if (s->part && room > s->left) {
        room = (size_t)s->left;
    }
    if (s->part && s->left == 0) {
        return 0;
    }
    do {
        got = s->part ? pread(s->fd, to, room, (off_t)s->from) : read(s->fd, to, room);
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
        s->fault = strerror(errno);
    } else if (s->part) {
        s->from += (uint64_t)got;
        s->left -= (uint64_t)got;
    }
    return got;
}

static bool refill(cli_stream *s) {
    if (s->used < s->have || s->packed_end) {
        return s->used < s->have;
    }
    s->packed_at += s->have;
    s->have = s->used = 0;
    ssize_t got = read_some(s, s->packed, PACKED);
    if (got <= 0) {
        s->packed_end = true;
        return false;
    }
    s->have = (size_t)got;
    return true;
}

/* ---- kinds ------------------------------------------------------------------------------------ */

static void note_member(cli_stream *s) {
    if (s->nmembers == s->cap_members) {
        s->cap_members = s->cap_members == 0 ? 64 : s->cap_members * 2;
        s->members = cli_realloc(s->members, s->cap_members * sizeof *s->members);
    }
    s->members[s->nmembers++] = (member){s->at + (s->end - s->start), s->packed_at + s->used};
}

/* Behind a member: does another begin? Zeros of padding end the file. */
static bool next_member(cli_stream *s) {
    if (!refill(s) || (unsigned char)s->packed[s->used] != 0x1f) {
        return false;
    }
    inflateReset2(&s->z, GZIP_OR_ZLIB);
    note_member(s);
    s->inside = true;
    return true;
}

static size_t unpack_gzip(cli_stream *s, char *to, size_t room) {
    size_t made = 0;
    while (made == 0) {
        if (!s->inside && (s->kind == DEFLATE || !next_member(s))) {
            s->done = true;
            break;
        }
        if (!refill(s)) {
            s->fault = s->fault != NULL ? s->fault : "the packed data end too early";
            break;
        }
        s->z.next_in = (Bytef *)(s->packed + s->used);
        s->z.avail_in = (uInt)(s->have - s->used);
        s->z.next_out = (Bytef *)to;
        s->z.avail_out = (uInt)(room > UINT32_MAX / 2 ? UINT32_MAX / 2 : room);
        uInt before = s->z.avail_out;
        int status = inflate(&s->z, Z_NO_FLUSH);
        s->used = s->have - s->z.avail_in;
        made = before - s->z.avail_out;
        if (status == Z_STREAM_END) {
            s->inside = false;
        } else if (status != Z_OK && status != Z_BUF_ERROR) {
            s->fault = "the packed data are damaged";
            break;
        }
    }
    return made;
}

static size_t unpack_zstd(cli_stream *s, char *to, size_t room) {
    ZSTD_outBuffer out = {to, room, 0};
    while (out.pos == 0) {
        bool more = refill(s);
        if (!more && !s->inside) {
            s->done = true;
            break;
        }
        ZSTD_inBuffer in = {s->packed + s->used, s->have - s->used, 0};
        size_t status = ZSTD_decompressStream(s->zstd, &out, &in);
        s->used += in.pos;
        s->inside = status != 0;
        if (ZSTD_isError(status)) {
            s->fault = "the packed data are damaged";
            break;
        }
        if (!more && out.pos == 0) {
            s->fault = "the packed data end too early";
            break;
        }
    }
    return out.pos;
}

/* What is left of the packed bytes goes to the front, and more behind it. False where no more came. */
static bool refill_behind(cli_stream *s) {
    size_t rest = s->have - s->used;
    memmove(s->packed, s->packed + s->used, rest);
    s->packed_at += s->used;
    s->have = rest;
    s->used = 0;
    ssize_t got = s->packed_end ? 0 : read_some(s, s->packed + rest, PACKED - rest);
    s->packed_end = got <= 0;
    s->have += got > 0 ? (size_t)got : 0;
    return got > 0;
}

static unsigned unit_at(const cli_stream *s, size_t at) {
    const unsigned char *p = (const unsigned char *)s->packed + at;
    return s->big ? (unsigned)p[0] << 8 | p[1] : (unsigned)p[1] << 8 | p[0];
}

static size_t put_character(char *to, unsigned cp) {
    static const unsigned char leads[] = {0, 0xC0, 0xE0, 0xF0};
    size_t more = cp < 0x80 ? 0 : cp < 0x800 ? 1 : cp < 0x10000 ? 2 : 3;
    for (size_t i = more; i > 0; i--) {
        to[i] = (char)(0x80 | (cp & 0x3F));
        cp >>= 6;
    }
    to[0] = (char)(leads[more] | cp);
    return more + 1;
}

/* An odd byte at the end is none. */
static size_t unpack_wide(cli_stream *s, char *to, size_t room) {
    size_t made = 0;
    while (s->have - s->used >= 4 || refill_behind(s)) {
        if (s->have - s->used >= 4) {
            break;
        }
    }
    while (s->have - s->used >= (s->packed_end ? 2 : 4) && room - made >= 4) {
        unsigned cp = unit_at(s, s->used);
        unsigned low = s->have - s->used >= 4 ? unit_at(s, s->used + 2) : 0;
        bool pair = cp >= 0xD800 && cp < 0xDC00 && low >= 0xDC00 && low < 0xE000;
        s->used += pair ? 4 : 2;
        cp = pair                          ? 0x10000 + ((cp - 0xD800) << 10 | (low - 0xDC00))
             : cp >= 0xD800 && cp < 0xE000 ? 0xFFFD
                                           : cp;
        made += put_character(to + made, cp);
    }
    s->done = made == 0 && s->fault == NULL;
    return made;
}

static size_t unpack(cli_stream *s, char *to, size_t room) {
    if (s->kind == WIDE) {
        return unpack_wide(s, to, room);
    }
    if (s->kind == GZIP || s->kind == DEFLATE) {
        return unpack_gzip(s, to, room);
    }
    if (s->kind == ZSTD) {
        return unpack_zstd(s, to, room);
    }
    size_t ready = s->have - s->used; /* what was read to know the kind */
    if (ready > 0) {
        ready = ready < room ? ready : room;
        memcpy(to, s->packed + s->used, ready);
        s->used += ready;
        return ready;
    }
    ssize_t got = read_some(s, to, room);
    s->done = got == 0;
    return got > 0 ? (size_t)got : 0;
}

/* ---- opening ---------------------------------------------------------------------------------- */

static int kind_of(const char *p, size_t len) {
    return len >= 3 && memcmp(p, "\x1f\x8b\x08", 3) == 0       ? GZIP
           : len >= 4 && memcmp(p, "\x28\xb5\x2f\xfd", 4) == 0 ? ZSTD
                                                               : PLAIN;
}

static void start_kind(cli_stream *s) {
    if (s->kind == GZIP || s->kind == DEFLATE) {
        inflateInit2(&s->z, s->kind == GZIP ? GZIP_OR_ZLIB : -MAX_WBITS);
    }
    if (s->kind == ZSTD) {
        s->zstd = ZSTD_createDStream();
        ZSTD_DCtx_setParameter(s->zstd, ZSTD_d_windowLogMax,
                               26); /* 64 MiB: frames may ask for more */
    }
    if (s->kind == GZIP) {
        note_member(s);
    }
    s->inside = s->kind == GZIP || s->kind == DEFLATE;
}

cli_stream *cli_stream_open(const char *path) {
    struct stat is;
    int fd = strcmp(path, "-") == 0 ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return NULL;
    }
    cli_stream *s = cli_alloc(sizeof *s);
    s->fd = fd;
    s->own = true;
    s->regular = fstat(fd, &is) == 0 && S_ISREG(is.st_mode);
    s->packed = cli_alloc(PACKED);
    refill(s);
    if (s->fault != NULL) {
        int number = errno;
        cli_stream_close(s);
        errno = number;
        return NULL;
    }
    s->kind = kind_of(s->packed, s->have);
    start_kind(s);
    return s;
}

static cli_stream *over(cli_stream *below, int kind) {
    cli_stream *s = cli_alloc(sizeof *s);
    s->fd = -1;
    s->below = below;
    s->regular = below->regular;
    s->kind = kind;
    s->packed = cli_alloc(PACKED);
    start_kind(s);
    return s;
}

cli_stream *cli_stream_unpack(cli_stream *stream) {
    cli_stream_need(stream, 4);
    int kind = kind_of(cli_stream_ptr(stream), cli_stream_len(stream));
    return kind == PLAIN ? stream : over(stream, kind);
}

cli_stream *cli_stream_narrow(cli_stream *stream) {
    cli_stream_need(stream, 4);
    int order = cli_wide_order(cli_stream_ptr(stream), cli_stream_len(stream));
    if (order == 0) {
        return stream;
    }
    if (*cli_stream_ptr(stream) != '<' && *cli_stream_ptr(stream) != '\0') {
        cli_stream_take(stream, 2); /* the mark */
    }
    cli_stream *s = over(stream, WIDE);
    s->big = order > 1;
    return s;
}

int cli_wide_order(const char *ptr, size_t len) {
    bool little = len >= 2 && (memcmp(ptr, "\xff\xfe", 2) == 0 || memcmp(ptr, "<\0", 2) == 0);
    bool big = len >= 2 && (memcmp(ptr, "\xfe\xff", 2) == 0 || memcmp(ptr, "\0<", 2) == 0);
    return little ? 1 : big ? 2 : 0;
}

cli_stream *cli_stream_part(int fd, uint64_t offset, uint64_t packed, bool deflated) {
    cli_stream *s = cli_alloc(sizeof *s);
    s->fd = fd;
    s->part = s->regular = true;
    s->from = offset;
    s->left = packed;
    s->kind = deflated ? DEFLATE : PLAIN;
    s->packed = cli_alloc(PACKED);
    start_kind(s);
    return s;
}

cli_stream *cli_stream_memory(isn_str bytes) {
    cli_stream *s = cli_alloc(sizeof *s);
    s->fd = -1;
    s->part = s->regular = true; /* with nothing left to read from a file */
    s->packed = cli_alloc(bytes.len + 1);
    s->have = bytes.len;
    if (bytes.len > 0) {
        memcpy(s->packed, bytes.ptr, bytes.len);
    }
    return s;
}

void cli_stream_close(cli_stream *s) {
    if (s == NULL) {
        return;
    }
    if (s->own) {
        close(s->fd);
    }
    if (s->kind == GZIP || s->kind == DEFLATE) {
        inflateEnd(&s->z);
    }
    ZSTD_freeDStream(s->zstd);
    cli_stream_close(s->below);
    free(s->packed);
    free(s->window);
    free(s->members);
    free(s);
}

/* ---- the window ------------------------------------------------------------------------------- */

const char *cli_stream_ptr(const cli_stream *s) {
    return s->window == NULL ? "" : s->window + s->start;
}

size_t cli_stream_len(const cli_stream *s) {
    return s->end - s->start;
}

const char *cli_stream_fault(const cli_stream *s) {
    return s->fault;
}

bool cli_stream_more(cli_stream *s) {
    if (s->done || s->fault != NULL) {
        return false;
    }
    if (s->start > 0 && (s->start == s->end || s->end == s->cap)) {
        memmove(s->window, s->window + s->start, s->end - s->start);
        s->end -= s->start;
        s->start = 0;
    }
    if (s->cap - s->end <= s->cap / 4) {
        s->cap = s->cap == 0 ? WINDOW : s->cap * 2;
        s->window = cli_realloc(s->window, s->cap);
    }
    size_t room = s->cap - s->end; /* not all of a large window at once: 1:1000 would fill it */
    size_t made = unpack(s, s->window + s->end, room < MOST_AT_ONCE ? room : MOST_AT_ONCE);
    s->end += made;
    return made > 0;
}

bool cli_stream_need(cli_stream *s, size_t len) {
    while (cli_stream_len(s) < len) {
        if (!cli_stream_more(s)) {
            return false;
        }
    }
    return true;
}

void cli_stream_take(cli_stream *s, size_t len) {
    s->start += len;
    s->at += len;
    if (s->start == s->end && s->cap > 64 * WINDOW) { /* one long thing must not cost for ever */
        free(s->window);
        s->window = NULL;
        s->cap = s->start = s->end = 0;
    }
    size_t past = 0;
    while (past + 1 < s->nmembers && s->members[past + 1].at <= s->at) {
        past++;
    }
    if (past > 0) {
        s->nmembers -= past;
        memmove(s->members, s->members + past, s->nmembers * sizeof *s->members);
    }
}

uint64_t cli_stream_offset(const cli_stream *s) {
    size_t i = s->nmembers;
    while (i > 1 && s->members[i - 1].at > s->at) {
        i--;
    }
    return i > 0 ? s->members[i - 1].packed : s->at;
}

bool cli_stream_resume(cli_stream *s) {
    if (s->kind != GZIP || s->fault == NULL) {
        return false;
    }
    s->at += s->end - s->start;
    s->start = s->end = 0;
    for (;;) {
        while (s->used < s->have && s->packed[s->used] != 0x1f) {
            s->used++;
        }
        if (s->used == s->have) {
            if (!refill(s)) {
                return false;
            }
            continue;
        }
        if (s->have - s->used < 3) { /* the sign may lie across two reads */
            if (!refill_behind(s)) {
                return false;
            }
            continue;
        }
        if (memcmp(s->packed + s->used, "\x1f\x8b\x08", 3) == 0) {
            s->fault = NULL;
            s->done = false;
            s->nmembers = 0;
            return next_member(s);
        }
        s->used++;
    }
}

bool cli_stream_is_packed(const cli_stream *s) {
    return (s->kind != PLAIN && s->kind != WIDE) ||
           (s->below != NULL && cli_stream_is_packed(s->below));
}

bool cli_stream_in_file(const cli_stream *s) {
    return s->regular;
}

bool cli_stream_waits(const cli_stream *s) {
    return !s->regular && s->start == s->end;
}

/* ---- pieces in memory ------------------------------------------------------------------------- */

static const char *inflate_as(cli_text *out, const char *ptr, size_t len, size_t most, int bits) {
    z_stream z = {0};
    const char *wrong = NULL;
    int status = Z_OK;
    if (inflateInit2(&z, bits) != Z_OK) {
        return "out of memory";
    }
    z.next_in = (z_const Bytef *)ptr;
    z.avail_in = (uInt)len;
    out->len = 0;
    while (status == Z_OK && wrong == NULL) {
        if (out->cap - out->len < 65536) {
            out->cap = out->cap == 0 ? 131072 : out->cap * 2;
            out->ptr = cli_realloc(out->ptr, out->cap);
        }
        z.next_out = (Bytef *)(out->ptr + out->len);
        z.avail_out = (uInt)(out->cap - out->len - 1);
        uInt before = z.avail_out;
        status = inflate(&z, Z_NO_FLUSH);
        out->len += before - z.avail_out;
        if (out->len > most) {
            wrong = "too large when unpacked";
        } else if (status == Z_BUF_ERROR ||
                   (status == Z_OK && z.avail_in == 0 && before == z.avail_out)) {
            wrong = "the packed data end too early";
        } else if (status != Z_OK && status != Z_STREAM_END) {
            wrong = "the packed data are damaged";
        }
    }
    inflateEnd(&z);
    return wrong;
}

const char *cli_inflate(cli_text *out, const char *ptr, size_t len, size_t most) {
    const char *wrong = inflate_as(out, ptr, len, most, GZIP_OR_ZLIB);
    /* "deflate" of HTTP means zlib, but some servers send it bare. */
    if (wrong != NULL && out->len == 0) {
        wrong = inflate_as(out, ptr, len, most, -MAX_WBITS);
    }
    return wrong;
}
