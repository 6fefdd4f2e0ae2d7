/* pack.c: JSON of records, packed with the article that it was made of. First the JSON becomes tokens: phrases of
 * pack_phrases.inc are a byte each, a piece of the article is where it stands, numbers have as many bytes as they need.
 * What is not short by then goes through zstd, for what is left repeats itself, and what other records have: the tokens of
 * pack_sample.inc are its dictionary. Whatever the JSON, unpacking gives its bytes again.
 *
 * The first byte tells how: 1 tokens, 3 tokens through zstd. Of earlier versions are 2, the same without a dictionary, and what begins
 * as zstd's frames do: the JSON itself, with the article as a prefix.
 *
 * A bundle is the tokens of many records and of the rules behind their claims, through zstd as one: most of what a record says
 * others say too. 4, then a frame; in it the bytes of all records, how many these are before them, and all rules: of each a length and
 * as many bytes, before a record its number. Rules repeat rules, and are not where records look for what they repeat.
 */
#include "store/pack.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <zstd.h>

#include "base/base.h"

#define LEVEL (-1)                         /* 1 takes half as long again, for a fourteenth less */
#define MOST ((unsigned long long)1 << 30) /* a record of more is none */
#define FRAME 0x28                         /* how a frame of zstd begins */
#define WORTH 300                          /* tokens that zstd shortens */
#define TRIED 24                           /* phrases with one beginning that are looked at */
#define BUNDLE 4                           /* how a bundle begins */
#define LONGEST 10                         /* bytes of a number */
#define BUNDLE_LEVEL 1                     /* of zstd: 3 gives a tenth less, 6 a fifth */
#define TIGHT_LEVEL 12 /* of bundles that nobody waits for: in seven times the time */

static const char *const phrases[] = {
#include "store/pack_phrases.inc"
};

static const char *const sample[] = {
#include "store/pack_sample.inc"
};

enum {              /* codes after those of phrases */
       PIECE = 220, /* "text":"…","start":…,"end":…, as the article has it there: start, length */
       SPAN,        /* "start":…,"end":… */
       STRING,      /* up to the quotation mark that ends it */
       DAY,         /* "2023-01-31" */
       NUMBER,      /* whole, not negative */
       FRACTION, /* digits after the point, and all as a whole number */
       BYTE,     /* anything */
       MARKS
};

#define LONGER 8
static const char *const marks[] = {"},{", "null", "true", "false", ",{", "}]", "[{",
                                    "],",  "{",    "}",    "[",     "]",  ",",  ":"};

_Static_assert(ISN_LEN(phrases) <= PIECE, "phrases have run out of codes");
_Static_assert(MARKS + ISN_LEN(marks) <= 256, "marks have run out of codes");
_Static_assert(ISN_LEN(phrases) < ISN_PACK_PHRASES, "no room for phrases");

/* ---- room --------------------------------------------------------------------------------------- */

static bool make_room(char **ptr, size_t *cap, size_t len) {
    if (len <= *cap) {
        return true;
    }
    char *grown = isn_heap_realloc(*ptr, len + len / 2);
    if (grown == NULL) {
        return false;
    }
    *ptr = grown;
    *cap = len + len / 2;
    return true;
}

/* ---- phrases ------------------------------------------------------------------------------------ */

static inline uint64_t eight_at(const char *at) {
    uint64_t bytes;
    memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

static unsigned slot_of(const char *at) {
    return (unsigned)((eight_at(at) * UINT64_C(0x9e3779b97f4a7c15)) >> 54);
}

/* Phrases by their first eight bytes, the longest first; no phrase is shorter. */
static void sort_phrases(isn_packer *p) {
    for (unsigned i = 0; i < ISN_LEN(phrases); i++) {
        unsigned char *at = &p->first[slot_of(phrases[i])];
        p->begins[(unsigned char)phrases[i][0]] = true;
        p->len_of[i] = (unsigned char)strlen(phrases[i]);
        p->tail_of[i] = eight_at(phrases[i] + p->len_of[i] - 8);
        while (*at != 0 && p->len_of[*at - 1] >= p->len_of[i]) {
            at = &p->next[*at - 1];
        }
        p->next[i] = *at;
        *at = (unsigned char)(i + 1);
    }
    p->sorted = true;
}

/* ---- into tokens -------------------------------------------------------------------------------- */

typedef struct encoder {
    isn_packer *p;
    const char *at, *end;
    const char *text;
    size_t text_len;
    unsigned char *out;
    uint64_t start, day; /* told last */
} encoder;

static void put_number(encoder *e, uint64_t value) {
    for (; value >= 128; value >>= 7) {
        *e->out++ = (unsigned char)(value | 128);
    }
    *e->out++ = (unsigned char)value;
}

/* A number by its distance to the last, forward or back. */
static void put_step(encoder *e, uint64_t *last, uint64_t value) {
    int64_t step = (int64_t)(value - *last);
    put_number(e, step < 0 ? ~((uint64_t)step << 1) : (uint64_t)step << 1);
    *last = value;
}

/* Digits without a needless 0 before them, 15 at most; false where there are none such. */
static inline bool digits_at(const char **at, const char *end, uint64_t *value) {
    const char *from = *at;
    uint64_t n = 0;
    const char *to = from;
    for (; to < end && *to >= '0' && *to <= '9'; to++) {
        if (to - from == 15) {
            return false;
        }
        n = n * 10 + (uint64_t)(*to - '0');
    }
    if (to == from || (*from == '0' && to - from > 1)) {
        return false;
    }
    *at = to;
    *value = n;
    return true;
}

__attribute__((always_inline)) static inline bool skip(const char **at, const char *end,
                                                       const char *what) {
    size_t len = strlen(what);
    if ((size_t)(end - *at) < len || memcmp(*at, what, len) != 0) {
        return false;
    }
    *at += len;
    return true;
}

static inline bool span_at(const char **at, const char *end, uint64_t *start, uint64_t *stop) {
    return skip(at, end, "\"start\":") && digits_at(at, end, start) && skip(at, end, ",\"end\":") &&
           digits_at(at, end, stop) && *start <= *stop;
}

static bool take_span(encoder *e) {
    const char *at = e->at;
    uint64_t start, stop;
    if (!span_at(&at, e->end, &start, &stop)) {
        return false;
    }
    *e->out++ = SPAN;
    put_step(e, &e->start, start);
    put_number(e, stop - start);
    e->at = at;
    return true;
}

static bool take_piece(encoder *e) {
    const char *at = e->at;
    uint64_t start, stop;
    if (!skip(&at, e->end, "\"text\":\"")) {
        return false;
    }
    const char *piece = at;
    const char *quote = memchr(at, '"', (size_t)(e->end - at));
    if (quote == NULL) {
        return false;
    }
    at = quote + 1;
    if (!skip(&at, e->end, ",") || !span_at(&at, e->end, &start, &stop) || stop > e->text_len ||
        stop - start != (uint64_t)(quote - piece) ||
        memcmp(piece, e->text + start, (size_t)(quote - piece)) != 0) {
        return false;
    }
    *e->out++ = PIECE;
    put_step(e, &e->start, start);
    put_number(e, stop - start);
    e->at = at;
    return true;
}

static bool take_phrase(encoder *e) {
    size_t left = (size_t)(e->end - e->at);
    if (left < 8 || !e->p->begins[(unsigned char)*e->at]) {
        return false;
    }
    unsigned code = e->p->first[slot_of(e->at)];
    for (unsigned i = 0; code != 0 && i < TRIED; i++, code = e->p->next[code - 1]) {
        size_t len = e->p->len_of[code - 1];
        if (len <= left && eight_at(e->at + len - 8) == e->p->tail_of[code - 1] &&
            memcmp(e->at, phrases[code - 1], len - 8) == 0) {
            *e->out++ = (unsigned char)(code - 1);
            e->at += len;
            return true;
        }
    }
    return false;
}

/* Which of the longer marks stands here; LONGER: none. */
static unsigned longer_mark(encoder *e) {
    switch (*e->at) {
    case '}': return skip(&e->at, e->end, "},{") ? 0 : skip(&e->at, e->end, "}]") ? 5 : LONGER;
    case 'n': return skip(&e->at, e->end, "null") ? 1 : LONGER;
    case 't': return skip(&e->at, e->end, "true") ? 2 : LONGER;
    case 'f': return skip(&e->at, e->end, "false") ? 3 : LONGER;
    case ',': return skip(&e->at, e->end, ",{") ? 4 : LONGER;
    case '[': return skip(&e->at, e->end, "[{") ? 6 : LONGER;
    case ']': return skip(&e->at, e->end, "],") ? 7 : LONGER;
    default: return LONGER;
    }
}

static bool take_mark(encoder *e) {
    static const unsigned char mark_of[128] = {
        ['{'] = 9, ['}'] = 10, ['['] = 11, [']'] = 12, [','] = 13, [':'] = 14};
    unsigned mark = longer_mark(e);
    if (mark < LONGER) {
        *e->out++ = (unsigned char)(MARKS + mark);
        return true;
    }
    unsigned char c = (unsigned char)*e->at;
    unsigned one = c < 128 ? mark_of[c] : 0; /* after the longer ones, and counted from 1 */
    if (one > 0) {
        *e->out++ = (unsigned char)(MARKS + one - 1);
        e->at++;
    }
    return one > 0;
}

static bool two_digits(const char *at, unsigned *value) {
    if (at[0] < '0' || at[0] > '9' || at[1] < '0' || at[1] > '9') {
        return false;
    }
    *value = (unsigned)(at[0] - '0') * 10 + (unsigned)(at[1] - '0');
    return true;
}

static bool take_day(encoder *e) {
    unsigned century, year, month, day;
    const char *at = e->at;
    if (e->end - at < 12 || at[5] != '-' || at[8] != '-' || at[11] != '"' ||
        !two_digits(at + 1, &century) || !two_digits(at + 3, &year) ||
        !two_digits(at + 6, &month) || !two_digits(at + 9, &day)) {
        return false;
    }
    *e->out++ = DAY;
    put_step(e, &e->day, (((uint64_t)century * 100 + year) * 100 + month) * 100 + day);
    e->at += 12;
    return true;
}

/* The top bit of each byte that is `of`; of those after the first, maybe of others. */
static inline uint64_t bytes_of(uint64_t bytes, uint64_t of) {
    const uint64_t ones = UINT64_C(0x0101010101010101);
    const uint64_t x = bytes ^ ones * of;
    return (x - ones) & ~x & ones << 7;
}

static inline uint64_t ends_of(uint64_t bytes) {
    return bytes_of(bytes, '"') | bytes_of(bytes, '\\');
}

/* The mark that ends the string whose first byte it is given; `end` or later: there is none. */
static const char *string_end(const char *at, const char *end) {
    while (end - at >= 8 && ends_of(eight_at(at)) == 0) {
        at += 8;
    }
    while (at < end && *at != '"') {
        at += *at == '\\' ? 2 : 1;
    }
    return at;
}

/* Of eight bytes that have been copied, of which `ends` may end the string: is the first of these the mark that does? */
static inline bool take_end(encoder *e, const char *at, unsigned char *out, uint64_t ends) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    (void)e, (void)at, (void)out, (void)ends;
    return false;
#else
    const unsigned n = (unsigned)__builtin_ctzll(ends) / 8;
    if (at[n] != '"') {
        return false;
    }
    *e->out = STRING;
    e->out = out + n + 1;
    e->at = at + n + 1;
    return true;
#endif
}

/* As it stands: bytes of it cannot be taken for codes, for its end is known. Copied while its end is looked for. */
static bool take_string(encoder *e) {
    const char *at = e->at + 1;
    unsigned char *out = e->out + 1;
    while (e->end - at >= 8) {
        uint64_t bytes = eight_at(at);
        uint64_t ends = ends_of(bytes);
        memcpy(out, &bytes, sizeof bytes);
        if (ends != 0) {
            if (take_end(e, at, out, ends)) {
                return true;
            }
            break;
        }
        at += 8;
        out += 8;
    }
    const char *to = string_end(at, e->end);
    if (to >= e->end) {
        return false;
    }
    size_t len = (size_t)(to + 1 - at); /* with the mark */
    memcpy(out, at, len);
    *e->out = STRING;
    e->out = out + len;
    e->at = to + 1;
    return true;
}

static bool take_number(encoder *e) {
    const char *at = e->at;
    uint64_t whole = 0;
    if (!digits_at(&at, e->end, &whole)) {
        return false;
    }
    unsigned digits = 0;
    uint64_t all = whole;
    if (at + 1 < e->end && *at == '.') {
        const char *to = at + 1;
        for (; to < e->end && *to >= '0' && *to <= '9' && digits < 8; to++, digits++) {
            all = all * 10 + (uint64_t)(*to - '0');
        }
        if (all > UINT64_C(100000000000000000) || (to < e->end && *to >= '0' && *to <= '9')) {
            return false;
        }
        at = digits > 0 ? to : at;
    }
    *e->out++ = digits > 0 ? FRACTION : NUMBER;
    if (digits > 0) {
        *e->out++ = (unsigned char)digits;
    }
    put_number(e, all);
    e->at = at;
    return true;
}

/* At most two bytes for one, and some for a number at the end. */
static bool into_tokens(isn_packer *p, const char *json, size_t len, const char *text,
                        size_t text_len) {
    if (!make_room(&p->tokens, &p->tokens_cap, 2 * len + 32)) {
        return false;
    }
    if (!p->sorted) {
        sort_phrases(p);
    }
    encoder e = {.p = p,
                 .at = json,
                 .end = json + len,
                 .text = text,
                 .text_len = text_len,
                 .out = (unsigned char *)p->tokens};
    while (e.at < e.end) {
        const bool quoted = *e.at == '"';
        bool taken = quoted && (take_piece(&e) || take_span(&e) || take_day(&e));
        if (!taken && !take_phrase(&e) &&
            !(quoted ? take_string(&e) : take_mark(&e) || take_number(&e))) {
            *e.out++ = BYTE;
            *e.out++ = (unsigned char)*e.at++;
        }
    }
    p->ntokens = (size_t)(e.out - (unsigned char *)p->tokens);
    return true;
}

/* ---- out of tokens ------------------------------------------------------------------------------ */

typedef struct decoder {
    isn_packer *p;
    const unsigned char *at, *end;
    const char *text;
    size_t text_len;
    uint64_t start, day;
    bool bad;
} decoder;

static void emit(decoder *d, const void *bytes, size_t len) {
    d->bad =
        d->bad || d->p->len + len > MOST || !make_room(&d->p->ptr, &d->p->cap, d->p->len + len + 1);
    if (!d->bad) {
        memcpy(d->p->ptr + d->p->len, bytes, len);
        d->p->len += len;
    }
}

static void emit_number(decoder *d, uint64_t value) {
    char text[24];
    emit(d, text, (size_t)snprintf(text, sizeof text, "%llu", (unsigned long long)value));
}

static uint64_t get_number(decoder *d) {
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && d->at < d->end; shift += 7) {
        unsigned char c = *d->at++;
        value |= (uint64_t)(c & 127) << shift;
        if (c < 128) {
            return value;
        }
    }
    d->bad = true;
    return 0;
}

static uint64_t get_step(decoder *d, uint64_t *last) {
    uint64_t coded = get_number(d);
    *last += (coded >> 1) ^ (0 - (coded & 1));
    return *last;
}

static void give_span(decoder *d, bool piece) {
    uint64_t start = get_step(d, &d->start);
    uint64_t len = get_number(d);
    if (piece) {
        d->bad = d->bad || start > d->text_len || len > d->text_len - start;
        emit(d, "\"text\":\"", 8);
        if (!d->bad) {
            emit(d, d->text + start, (size_t)len);
        }
        emit(d, "\",", 2);
    }
    emit(d, "\"start\":", 8);
    emit_number(d, start);
    emit(d, ",\"end\":", 7);
    emit_number(d, start + len);
}

static void give_day(decoder *d) {
    char text[40];
    uint64_t day = get_step(d, &d->day);
    snprintf(text, sizeof text, "\"%04u-%02u-%02u\"", (unsigned)(day / 10000 % 10000),
             (unsigned)(day / 100 % 100), (unsigned)(day % 100));
    emit(d, text, 12);
}

static void give_string(decoder *d) {
    const unsigned char *to =
        (const unsigned char *)string_end((const char *)d->at, (const char *)d->end);
    if (to >= d->end) {
        d->bad = true;
        return;
    }
    emit(d, "\"", 1);
    emit(d, d->at, (size_t)(to + 1 - d->at));
    d->at = to + 1;
}

static void give_fraction(decoder *d) {
    char text[40];
    unsigned digits = d->at < d->end ? *d->at++ : 9;
    uint64_t all = get_number(d);
    uint64_t scale = 1;
    for (unsigned i = 0; i < digits && i < 9; i++) {
        scale *= 10;
    }
    d->bad = d->bad || digits > 8;
    if (!d->bad) {
        emit(d, text,
             (size_t)snprintf(text, sizeof text, "%llu.%0*llu", (unsigned long long)(all / scale),
                              (int)digits, (unsigned long long)(all % scale)));
    }
}

static void give_token(decoder *d) {
    unsigned code = *d->at++;
    if (code < ISN_LEN(phrases)) {
        emit(d, phrases[code], strlen(phrases[code]));
        return;
    }
    switch (code) {
    case PIECE: give_span(d, true); return;
    case SPAN: give_span(d, false); return;
    case STRING: give_string(d); return;
    case DAY: give_day(d); return;
    case NUMBER: emit_number(d, get_number(d)); return;
    case FRACTION: give_fraction(d); return;
    case BYTE:
        d->bad = d->bad || d->at == d->end;
        if (!d->bad) {
            emit(d, d->at++, 1);
        }
        return;
    default: break;
    }
    if (code < MARKS || code - MARKS >= ISN_LEN(marks)) {
        d->bad = true;
        return;
    }
    emit(d, marks[code - MARKS], strlen(marks[code - MARKS]));
}

static bool out_of_tokens(isn_packer *p, const char *tokens, size_t len, const char *text,
                          size_t text_len) {
    decoder d = {.p = p, .at = (const unsigned char *)tokens, .text = text, .text_len = text_len};
    d.end = d.at + len;
    p->len = 0;
    d.bad = !make_room(&p->ptr, &p->cap, len + 1);
    while (!d.bad && d.at < d.end) {
        give_token(&d);
    }
    p->len = d.bad ? 0 : p->len;
    return !d.bad;
}

/* ---- zstd --------------------------------------------------------------------------------------- */

/* The tokens of the sample, on the heap. */
static char *make_dictionary(size_t *len) {
    isn_packer p = {.packing = NULL};
    char *all = NULL;
    size_t cap = 0;
    bool ok = true;
    *len = 0;
    for (size_t i = 0; ok && i < ISN_LEN(sample); i++) {
        ok = into_tokens(&p, sample[i], strlen(sample[i]), "", 0) &&
             make_room(&all, &cap, *len + p.ntokens) && all != NULL;
        if (ok) {
            memcpy(all + *len, p.tokens, p.ntokens);
            *len += p.ntokens;
        }
    }
    isn_packer_release(&p);
    if (!ok) {
        isn_heap_free(all);
    }
    return ok ? all : NULL;
}

static bool know_sample(isn_packer *p, bool packing) {
    if (packing ? p->sample != NULL : p->sample_back != NULL) {
        return true;
    }
    size_t len = 0;
    char *dictionary = make_dictionary(&len);
    if (dictionary == NULL) {
        return false;
    }
    if (packing) {
        p->sample = ZSTD_createCDict(dictionary, len, LEVEL);
    } else {
        p->sample_back = ZSTD_createDDict(dictionary, len);
    }
    isn_heap_free(dictionary);
    return packing ? p->sample != NULL : p->sample_back != NULL;
}

bool isn_packer_tokens(isn_packer *p, const char *json, size_t len, const char *text,
                       size_t text_len) {
    if (!into_tokens(p, json, len, text, text_len) ||
        !make_room(&p->ptr, &p->cap, 1 + p->ntokens)) {
        return false;
    }
    p->ptr[0] = 1;
    memcpy(p->ptr + 1, p->tokens, p->ntokens);
    p->len = p->ntokens + 1;
    return true;
}

static bool ready_to_pack(isn_packer *p) {
    if (p->packing == NULL) {
        p->packing = ZSTD_createCCtx();
    }
    return p->packing != NULL;
}

bool isn_packer_squeeze(isn_packer *p, const char *tokens, size_t len) {
    const size_t bound = ZSTD_compressBound(len);
    size_t packed = 0;
    if (!make_room(&p->ptr, &p->cap, 1 + bound) || p->ptr == NULL) {
        return false;
    }
    if (len > WORTH) {
        if (!ready_to_pack(p) || !know_sample(p, true)) {
            return false;
        }
        packed =
            ZSTD_compress_usingCDict(p->packing, p->ptr + 1, bound, tokens + 1, len - 1, p->sample);
    }
    if (ZSTD_isError(packed)) {
        return false;
    }
    p->ptr[0] = 3;
    p->len = packed + 1;
    if (packed == 0 || packed >= len - 1) {
        memcpy(p->ptr, tokens, len);
        p->len = len;
    }
    return true;
}

bool isn_packer_pack(isn_packer *p, const char *json, size_t len, const char *text,
                     size_t text_len) {
    isn_packer tokens = {.ptr = NULL};
    if (!isn_packer_tokens(p, json, len, text, text_len)) {
        return false;
    }
    tokens.ptr = p->ptr; /* they are read while others are written */
    tokens.len = p->len;
    p->ptr = NULL;
    p->cap = 0;
    const bool ok = isn_packer_squeeze(p, tokens.ptr, tokens.len);
    isn_heap_free(tokens.ptr);
    return ok;
}

/* A frame of zstd, into `out`; its prefix is the text, if any, else its dictionary, if any. */
static bool open_frame(isn_packer *p, const char *packed, size_t len, const char *text,
                       size_t text_len, const void *known, char **out, size_t *cap, size_t *got) {
    unsigned long long size = ZSTD_getFrameContentSize(packed, len);
    if (p->unpacking == NULL) {
        p->unpacking = ZSTD_createDCtx();
    }
    if (p->unpacking == NULL || size >= MOST || !make_room(out, cap, (size_t)size + 1) ||
        ZSTD_isError(text_len > 0 ? ZSTD_DCtx_refPrefix(p->unpacking, text, text_len)
                                  : ZSTD_DCtx_refDDict(p->unpacking, known))) {
        return false;
    }
    *got = ZSTD_decompressDCtx(p->unpacking, *out, *cap, packed, len);
    return !ZSTD_isError(*got);
}

/* Out of the forms 2 and 3, into `tokens`. */
static bool open_tokens(isn_packer *p, const char *packed, size_t len) {
    const bool plain = packed[0] == 2;
    return (plain || know_sample(p, false)) &&
           open_frame(p, packed + 1, len - 1, NULL, 0, plain ? NULL : p->sample_back, &p->tokens,
                      &p->tokens_cap, &p->ntokens);
}

bool isn_packer_unpack(isn_packer *p, const char *packed, size_t len, const char *text,
                       size_t text_len) {
    size_t got = 0;
    switch (len > 0 ? packed[0] : 0) {
    case 1: return out_of_tokens(p, packed + 1, len - 1, text, text_len);
    case 2:
    case 3:
        return open_tokens(p, packed, len) &&
               out_of_tokens(p, p->tokens, p->ntokens, text, text_len);
    case FRAME:
        if (!open_frame(p, packed, len, text, text_len, NULL, &p->ptr, &p->cap, &got)) {
            return false;
        }
        p->len = got;
        return true;
    default: return false;
    }
}

/* ---- bundles -------------------------------------------------------------------------------------- */

/* What was packed, as tokens, which hold until the packer is used again. */
static bool tokens_of(isn_packer *p, const isn_packed *part, isn_packed *tokens) {
    switch (part->len > 0 ? part->ptr[0] : 0) {
    case 1: *tokens = (isn_packed){part->ptr + 1, part->len - 1}; return true;
    case 2:
    case 3:
        if (!open_tokens(p, part->ptr, part->len)) {
            return false;
        }
        *tokens = (isn_packed){p->tokens, p->ntokens};
        return true;
    default: return false;
    }
}

static void add_number(isn_bundle_side *s, uint64_t value) {
    for (; value >= 128; value >>= 7) {
        s->ptr[s->len++] = (char)(value | 128);
    }
    s->ptr[s->len++] = (char)value;
}

/* Their length and one, and the bytes; 0 for what is not there. */
static bool add_tokens(isn_bundle_side *s, const isn_packed *tokens) {
    if (!make_room(&s->ptr, &s->cap, s->len + tokens->len + LONGEST)) {
        return false;
    }
    add_number(s, tokens->ptr == NULL ? 0 : tokens->len + 1);
    if (tokens->ptr != NULL) {
        memcpy(s->ptr + s->len, tokens->ptr, tokens->len);
        s->len += tokens->len;
    }
    return true;
}

bool isn_bundle_add(isn_bundle *b, isn_packer *p, int64_t record, const isn_packed *parts) {
    isn_bundle_side *first = &b->sides[0];
    bool ok = make_room(&first->ptr, &first->cap, first->len + LONGEST);
    if (ok) {
        add_number(first, (uint64_t)record);
    }
    b->len = 0;
    for (unsigned i = 0; ok && i < ISN_BUNDLE_PARTS; i++) {
        isn_packed tokens = {NULL, 0};
        ok = (parts[i].ptr == NULL || tokens_of(p, &parts[i], &tokens)) &&
             add_tokens(&b->sides[i], &tokens);
        b->len += b->sides[i].len;
    }
    b->n += ok;
    return ok;
}

void isn_bundle_clear(isn_bundle *b) {
    for (unsigned i = 0; i < ISN_BUNDLE_PARTS; i++) {
        b->sides[i].len = 0;
    }
    b->len = b->n = 0;
}

/* How long the first side is, and one side after the other, in the first. */
static bool join_sides(isn_bundle *b) {
    isn_bundle_side *all = &b->sides[0];
    const size_t first = all->len;
    if (!make_room(&all->ptr, &all->cap, b->len + LONGEST)) {
        return false;
    }
    char number[LONGEST];
    isn_bundle_side head = {number, 0, LONGEST};
    add_number(&head, first);
    memmove(all->ptr + head.len, all->ptr, first);
    memcpy(all->ptr, number, head.len);
    all->len += head.len;
    for (unsigned i = 1; i < ISN_BUNDLE_PARTS; i++) {
        memcpy(all->ptr + all->len, b->sides[i].ptr, b->sides[i].len);
        all->len += b->sides[i].len;
    }
    return true;
}

bool isn_bundle_close(isn_bundle *b, isn_packer *p, bool tight) {
    const isn_bundle_side *all = &b->sides[0];
    if (!ready_to_pack(p) || !join_sides(b) ||
        !make_room(&p->ptr, &p->cap, 1 + ZSTD_compressBound(all->len))) {
        return false;
    }
    p->ptr[0] = BUNDLE;
    size_t packed = ZSTD_compressCCtx(p->packing, p->ptr + 1, p->cap - 1, all->ptr, all->len,
                                      tight ? TIGHT_LEVEL : BUNDLE_LEVEL);
    p->len = packed + 1;
    isn_bundle_clear(b);
    return !ZSTD_isError(packed);
}

void isn_bundle_release(isn_bundle *b) {
    for (unsigned i = 0; i < ISN_BUNDLE_PARTS; i++) {
        isn_heap_free(b->sides[i].ptr);
    }
    *b = (isn_bundle){.n = 0};
}

/* A bundle is asked for record after record, and part after part: the last one stays open. */
static bool open_bundle(isn_packer *p, const char *bundle, size_t len) {
    if (p->nopened > 0 && p->nbundle == len && memcmp(p->bundle, bundle, len) == 0) {
        return true;
    }
    p->nopened = 0;
    if (len < 2 || bundle[0] != BUNDLE || !make_room(&p->bundle, &p->bundle_cap, len) ||
        !open_frame(p, bundle + 1, len - 1, NULL, 0, NULL, &p->opened, &p->opened_cap,
                    &p->nopened)) {
        return false;
    }
    memcpy(p->bundle, bundle, len);
    p->nbundle = len;
    return true;
}

static bool read_number(const char **at, const char *end, uint64_t *value) {
    *value = 0;
    for (unsigned shift = 0; *at < end && shift < 64; shift += 7) {
        const unsigned char byte = (unsigned char)*(*at)++;
        *value |= (uint64_t)(byte & 127) << shift;
        if (byte < 128) {
            return true;
        }
    }
    return false;
}

static bool read_tokens(const char **at, const char *end, isn_packed *part) {
    uint64_t len = 0;
    if (!read_number(at, end, &len) || len > (uint64_t)(end - *at) + 1) {
        return false;
    }
    *part = (isn_packed){len > 0 ? *at : NULL, len > 0 ? (size_t)len - 1 : 0};
    *at += part->len;
    return true;
}

/* What the bundle has of the record: both sides go on together. False for what is no bundle. */
static bool find_record(const char *at, const char *end, int64_t record, isn_packed *parts) {
    uint64_t first = 0;
    uint64_t found = 0;
    if (!read_number(&at, end, &first) || first > (uint64_t)(end - at)) {
        return false;
    }
    const char *const middle = at + first;
    const char *rules = middle;
    parts[0] = parts[1] = (isn_packed){NULL, 0};
    while (at < middle) {
        if (!read_number(&at, middle, &found) || !read_tokens(&at, middle, &parts[0]) ||
            !read_tokens(&rules, end, &parts[1])) {
            return false;
        }
        if ((int64_t)found == record) {
            return true;
        }
    }
    parts[0] = parts[1] = (isn_packed){NULL, 0};
    return true;
}

bool isn_bundle_part(isn_packer *p, const char *bundle, size_t len, int64_t record, unsigned part) {
    isn_packed parts[ISN_BUNDLE_PARTS];
    p->len = 0;
    if (!open_bundle(p, bundle, len) ||
        !find_record(p->opened, p->opened + p->nopened, record, parts)) {
        return false;
    }
    if (parts[part].ptr == NULL) {
        return true;
    }
    if (!make_room(&p->ptr, &p->cap, parts[part].len + 1)) {
        return false;
    }
    p->ptr[0] = 1;
    memcpy(p->ptr + 1, parts[part].ptr, parts[part].len);
    p->len = parts[part].len + 1;
    return true;
}

void isn_packer_release(isn_packer *p) {
    ZSTD_freeCCtx(p->packing);
    ZSTD_freeDCtx(p->unpacking);
    ZSTD_freeCDict(p->sample);
    ZSTD_freeDDict(p->sample_back);
    isn_heap_free(p->ptr);
    isn_heap_free(p->tokens);
    isn_heap_free(p->bundle);
    isn_heap_free(p->opened);
    *p = (isn_packer){.packing = NULL};
}
