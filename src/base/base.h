/* base.h: what every other folder stands on: arena, buffer, span, hash, UTF-8, status and error.
 *
 * Memory. One arena an article: whatever is derived from an article is allocated in its arena and
 * dies with it. An arena that cannot grow jumps to the `isn_guard` that its owner (src/api) set, so
 * that no stage has to test each small allocation; stages own nothing but arena memory, hence
 * nothing leaks by the jump. Only this folder calls malloc, realloc and free.
 */
#ifndef ISN_BASE_H
#define ISN_BASE_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "isnad.h" /* isn_status, isn_error, isn_str */

typedef struct isn_span {
    uint32_t start, end; /* bytes, 0-based, end-exclusive */
} isn_span;

#define ISN_LEN(array) (sizeof(array) / sizeof((array)[0]))

/* ---- error ------------------------------------------------------------------------------- */

/* Fills `error` (which may be NULL) and returns `code`. `path` may be NULL; offset in bytes. */
isn_status isn_fail(isn_error *error, isn_status code, const char *path, uint64_t offset,
                    const char *format, ...) __attribute__((format(printf, 5, 6)));

/* ---- strings ----------------------------------------------------------------------------- */

static inline isn_str isn_str_of(const char *ptr, size_t len) {
    return (isn_str){ptr, len};
}
static inline isn_str isn_str_z(const char *zero_terminated) { /* NULL gives {NULL, 0} */
    return isn_str_of(zero_terminated, zero_terminated == NULL ? 0 : strlen(zero_terminated));
}
bool isn_bytes_eq(const char *a, const char *b, size_t len); /* of no byte they may be NULL */
static inline bool isn_str_eq(isn_str a, isn_str b) {
    return a.len == b.len && isn_bytes_eq(a.ptr, b.ptr, a.len);
}
static inline bool isn_str_eqz(isn_str a, const char *zero_terminated) {
    return isn_str_eq(a, isn_str_z(zero_terminated));
}
bool isn_str_starts(isn_str s, isn_str prefix);
int isn_str_compare(isn_str a, isn_str b); /* by bytes; a prefix stands before what it begins */

/* ---- arena ------------------------------------------------------------------------------- */

typedef struct isn_arena isn_arena;

typedef struct isn_guard {
    jmp_buf jump;
} isn_guard;

isn_status isn_arena_new(isn_arena **out, size_t first_block);
/* One that takes the blocks it lacks from those that `other` keeps, and gives its own to them. `other` is freed last. */
isn_status isn_arena_beside(isn_arena **out, isn_arena *other);
void isn_arena_free(isn_arena *arena); /* NULL is allowed */
/* Forgets all that was allocated; keeps up to `keep` bytes of blocks for the next article, of this arena or of one beside it. */
void isn_arena_reset(isn_arena *arena, size_t keep);
/* Where an allocation that fails jumps to (longjmp with value 1). Must be set before use. */
void isn_arena_guard(isn_arena *arena, isn_guard *guard);
/* Runs `call` under a guard of its own; false when it ran out of memory. For callers that hold what an
 * arena does not free (a parser of another library): they free it, and then call isn_arena_fail. */
bool isn_arena_try(isn_arena *arena, void (*call)(void *), void *with);
void isn_arena_fail(isn_arena *arena) __attribute__((noreturn)); /* jumps as a failed allocation does */
/* Never returns NULL; 16-byte aligned; not zeroed. */
void *isn_arena_alloc(isn_arena *arena, size_t size);
void *isn_arena_zero(isn_arena *arena, size_t size);
char *isn_arena_copy(isn_arena *arena, const void *ptr, size_t len); /* adds a 0 byte */
size_t isn_arena_used(const isn_arena *arena);

#define ISN_NEW(arena, type, n) ((type *)isn_arena_zero((arena), sizeof(type) * (size_t)(n)))

/* Growable array in an arena: `ptr`, `len`, `cap` fields. Growing copies; old memory stays in the
 * arena until reset. ISN_PUSH gives a pointer to a new zeroed element. */
#define ISN_VEC(type)                                                                              \
    struct {                                                                                       \
        type *ptr;                                                                                 \
        uint32_t len, cap;                                                                         \
    }
#define ISN_PUSH(arena, vec)                                                                       \
    (((vec)->len == (vec)->cap                                                                     \
          ? (void)((vec)->ptr = isn_vec_grow((arena), (vec)->ptr, &(vec)->cap,                     \
                                             sizeof(*(vec)->ptr)))                                 \
          : (void)0),                                                                              \
     (vec)->len++, memset(&(vec)->ptr[(vec)->len - 1], 0, sizeof(*(vec)->ptr)),                    \
     &(vec)->ptr[(vec)->len - 1])
void *isn_vec_grow(isn_arena *arena, void *ptr, uint32_t *cap, size_t item);

/* ---- buffer: bytes on the heap, for output --------------------------------------------------- */

typedef struct isn_buf {
    char *ptr;
    size_t len, cap;
    bool failed; /* an append ran out of memory; the content is then useless */
} isn_buf;

void isn_buf_init(isn_buf *buf);
void isn_buf_release(isn_buf *buf);
/* Makes room for `more` bytes and a zero byte that no length counts; false when it cannot. */
bool isn_buf_grow(isn_buf *buf, size_t more);
/* Makes room for `more` bytes and some to spare: short appends below write whole registers. */
#define ISN_BUF_SPARE 32
static inline bool isn_buf_reserve(isn_buf *buf, size_t more) {
    return buf->cap - buf->len > more + ISN_BUF_SPARE || isn_buf_grow(buf, more + ISN_BUF_SPARE);
}
void isn_buf_put(isn_buf *buf, const char *ptr, size_t len);
/* A string whose length the compiler knows. */
static inline void isn_buf_lit(isn_buf *buf, const char *ptr, size_t len) {
    if (isn_buf_reserve(buf, len)) {
        memcpy(buf->ptr + buf->len, ptr, len);
        buf->len += len;
    }
}
static inline void isn_buf_puts(isn_buf *buf, const char *zero_terminated) {
    isn_buf_put(buf, zero_terminated, strlen(zero_terminated));
}
static inline void isn_buf_putc(isn_buf *buf, char c) {
    if (isn_buf_reserve(buf, 1))
        buf->ptr[buf->len++] = c;
}
void isn_buf_int(isn_buf *buf, int64_t value);
/* Writes a number where there is room for ISN_INT_ROOM bytes; returns where it ends. */
#define ISN_INT_ROOM 28
char *isn_int_put(char *to, uint64_t value);
void isn_buf_printf(isn_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A JSON string with quotes; bytes that are no UTF-8 become U+FFFD. */
void isn_buf_json(isn_buf *buf, const char *ptr, size_t len);
/* The same of what is known to be UTF-8: it is asked no more than what must be escaped. */
void isn_buf_json_sound(isn_buf *buf, const char *ptr, size_t len);
/* The first byte at or after `p` that cannot stand in a JSON string as it is: a quote, a backslash, a
 * control character, the first of a malformed sequence; or `end`. */
const unsigned char *isn_json_plain_end(const unsigned char *p, const unsigned char *end);

/* ---- heap, for the few things that outlive an article ------------------------------------------ */

void *isn_heap_alloc(size_t size); /* zeroed; NULL on failure */
void *isn_heap_realloc(void *ptr, size_t size);
void isn_heap_free(void *ptr);
/* Reads a whole file, or standard input for "-". `*out` is freed with isn_heap_free. */
isn_status isn_file_read(char **out, size_t *len, const char *path, isn_error *error);

/* ---- hash ------------------------------------------------------------------------------------ */

uint64_t isn_hash(const void *ptr, size_t len, uint64_t seed); /* 64-bit, not cryptographic */

/* isn_hash of up to eight bytes that lie in a register, the first lowest, zeros above them. */
static inline uint64_t isn_hash_short(uint64_t bytes, size_t len, uint64_t seed) {
    __extension__ typedef unsigned __int128 wide;
    wide a = (wide)(bytes ^ UINT64_C(0xd6e8feb86659fd93)) *
             (seed ^ UINT64_C(0x9e3779b97f4a7c15) ^ ((uint64_t)len << 56));
    wide b = (wide)((uint64_t)a ^ (uint64_t)(a >> 64) ^ UINT64_C(0xa0761d6478bd642f)) *
             UINT64_C(0xe7037ed1a0b428db);
    return (uint64_t)b ^ (uint64_t)(b >> 64);
}
void isn_sha256(uint8_t out[32], const void *ptr, size_t len);
void isn_sha256_hex(char out[65], const void *ptr, size_t len);
/* The same without the processor's own instructions; for tests. */
void isn_sha256_portable(uint8_t out[32], const void *ptr, size_t len);

/* ---- UTF-8 ------------------------------------------------------------------------------------- */

/* Decodes one code point at `ptr` (end > ptr). Returns its length in bytes, 1 to 4; on a malformed
 * sequence returns the length of the maximal bad prefix (1 to 3) and sets *cp to 0xFFFD. */
unsigned isn_utf8_next(uint32_t *cp, const unsigned char *ptr, const unsigned char *end);
unsigned isn_utf8_put(char out[4], uint32_t cp);
/* Byte offset of the first malformed sequence, or SIZE_MAX when all is well-formed. */
size_t isn_utf8_check(const char *text, size_t len);
/* White space of any kind, C0 and C1 controls included. */
bool isn_utf8_space(uint32_t cp);
/* Marks that are not seen: bidi marks, joiners, zero-width spaces, byte order mark, soft hyphen,
 * variation selectors. */
bool isn_utf8_ignorable(uint32_t cp);

/* ---- days: proleptic Gregorian, days since 1970-01-01 -------------------------------------------- */

#define ISN_NO_DAY INT32_MIN
int32_t isn_day_of(int year, int month, int day); /* month 1-12; ISN_NO_DAY if no such date */
void isn_day_split(int32_t day, int *year, int *month, int *mday);
int isn_day_weekday(int32_t day); /* 0 Sunday .. 6 Saturday */
void isn_day_text(char out[11], int32_t day); /* "2021-09-10" */
int32_t isn_day_parse(isn_str text); /* "YYYY-MM-DD" (longer: the first ten); else ISN_NO_DAY */

#endif
