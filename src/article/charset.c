/* charset.c: see charset.h. UTF-8 is told by its form alone, which no other set has by chance. Between the
 * single-byte sets decides what the letters would be: in Arabic, words begin with alef-lam again and again,
 * vowel signs are rare, and no letter of Europe stands inside a word. The order of the web (header before
 * meta) counts only among readings that are about as good. */
#include "article/charset.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include "article/eight.h"

#include <strings.h>

enum { SINGLE_SETS = ISN_CS_WIN1252 - ISN_CS_WIN1256 + 1 };

#include "article/charset_table.inc"

#define LOOK_AT ((size_t)64 << 10) /* bytes that are looked at to find the set */
#define META_WITHIN 8192           /* bytes in which a <meta charset> is looked for */

const char *const isn_charset_names[] = {"utf-8",        "utf-16le",   "utf-16be",
                                         "windows-1256", "iso-8859-6", "x-mac-arabic",
                                         "windows-1252", "iso-8859-1", "unknown"};
const char *const isn_charset_sources[] = {"content", "byte-order-mark", "header", "meta"};

/* ---- labels ------------------------------------------------------------------------------------ */

isn_charset isn_charset_of(isn_str label) {
    static const struct {
        const char *name;
        isn_charset set;
    } labels[] = {
        {"utf-8", ISN_CS_UTF8},
        {"utf8", ISN_CS_UTF8},
        {"unicode-1-1-utf-8", ISN_CS_UTF8},
        {"utf-16", ISN_CS_UTF16LE},
        {"utf-16le", ISN_CS_UTF16LE},
        {"utf-16be", ISN_CS_UTF16BE},
        {"windows-1256", ISN_CS_WIN1256},
        {"cp1256", ISN_CS_WIN1256},
        {"x-cp1256", ISN_CS_WIN1256},
        {"iso-8859-6", ISN_CS_ISO8859_6},
        {"iso8859-6", ISN_CS_ISO8859_6},
        {"iso_8859-6", ISN_CS_ISO8859_6},
        {"iso-8859-6-i", ISN_CS_ISO8859_6},
        {"iso-8859-6-e", ISN_CS_ISO8859_6},
        {"asmo-708", ISN_CS_ISO8859_6},
        {"ecma-114", ISN_CS_ISO8859_6},
        {"arabic", ISN_CS_ISO8859_6},
        {"csisolatinarabic", ISN_CS_ISO8859_6},
        {"x-mac-arabic", ISN_CS_MACARABIC},
        {"macarabic", ISN_CS_MACARABIC},
        {"mac-arabic", ISN_CS_MACARABIC},
        {"windows-1252", ISN_CS_WIN1252},
        {"cp1252", ISN_CS_WIN1252},
        {"iso-8859-1", ISN_CS_WIN1252},
        {"iso8859-1", ISN_CS_WIN1252},
        {"latin1", ISN_CS_WIN1252},
        {"us-ascii", ISN_CS_WIN1252},
        {"ascii", ISN_CS_WIN1252},
    };
    while (label.len > 0 && (label.ptr[0] == ' ' || label.ptr[0] == '"' || label.ptr[0] == '\'')) {
        label.ptr++;
        label.len--;
    }
    size_t len = 0;
    while (len < label.len && label.ptr[len] > ' ' && memchr("\"';,/>", label.ptr[len], 6) == NULL)
        len++;
    for (size_t i = 0; i < ISN_LEN(labels); i++)
        if (strlen(labels[i].name) == len && strncasecmp(labels[i].name, label.ptr, len) == 0)
            return labels[i].set;
    return ISN_CS_UNKNOWN;
}

/* Do the bytes before `at`, blanks left out, end in this word? */
static bool ends_in(const char *from, const char *at, const char *word) {
    size_t n = strlen(word);
    while (at > from && at[-1] == ' ')
        at--;
    return (size_t)(at - from) >= n && strncasecmp(at - n, word, n) == 0;
}

/* The label behind "charset=" (or "encoding=" of an XML declaration) among the first bytes. */
static isn_charset set_in_meta(isn_str bytes) {
    const char *at = bytes.ptr, *end = at + (bytes.len < META_WITHIN ? bytes.len : META_WITHIN);
    while ((at = memchr(at, '=', (size_t)(end - at))) != NULL) {
        bool named = ends_in(bytes.ptr, at, "charset") || ends_in(bytes.ptr, at, "encoding");
        at++;
        isn_charset set =
            named ? isn_charset_of(isn_str_of(at, (size_t)(end - at))) : ISN_CS_UNKNOWN;
        if (set != ISN_CS_UNKNOWN)
            return set;
    }
    return ISN_CS_UNKNOWN;
}

/* ---- what the bytes look like -------------------------------------------------------------------- */

static uint32_t point_of(isn_charset set, unsigned char b) {
    return b < 0x80 || set == ISN_CS_LATIN1 ? b : upper_half[set - ISN_CS_WIN1256][b - 0x80];
}

unsigned isn_charset_width(isn_charset set, unsigned char b) {
    char out[4];
    uint32_t cp = point_of(set, b);
    return isn_utf8_put(out, cp == 0 ? 0xFFFD : cp);
}

enum { OTHER, ASCII_LETTER, LATIN, ARABIC, MARK, OPEN, CONTROL };

static unsigned class_of(uint32_t cp, unsigned char b) {
    if ((cp | 0x20) >= 'a' && (cp | 0x20) <= 'z')
        return ASCII_LETTER;
    if (cp == 0 && b != 0)
        return OPEN;
    if (cp < 0x80)
        return OTHER;
    if (cp < 0xA0)
        return CONTROL;
    if ((cp >= 0xC0 && cp <= 0x24F && cp != 0xD7 && cp != 0xF7))
        return LATIN;
    if ((cp >= 0x621 && cp <= 0x63A) || (cp >= 0x640 && cp <= 0x64A) ||
        (cp >= 0x671 && cp <= 0x6D3))
        return ARABIC;
    return cp >= 0x64B && cp <= 0x652 ? MARK : OTHER;
}

/* How much like text the bytes are in this set; more is better. */
static long likeness(isn_charset set, const unsigned char *p, size_t len) {
    long score = 0;
    unsigned before = OTHER;
    uint32_t last = 0;
    for (size_t i = 0; i < len; i++) {
        uint32_t cp = point_of(set, p[i]);
        unsigned now = class_of(cp, p[i]);
        bool pair = p[i] >= 0x80 || (i > 0 && p[i - 1] >= 0x80);
        if (now == ARABIC)
            score += before == ASCII_LETTER || before == LATIN ? -20 : 10;
        else if (now == LATIN)
            score += before == ARABIC ? -20 : before == ASCII_LETTER ? 9 : 0;
        else if (now == MARK)
            score -= 10;
        else if (now == OPEN || now == CONTROL)
            score -= now == OPEN ? 40 : 30;
        else if (now == ASCII_LETTER && pair)
            score += before == ARABIC ? -20 : before == LATIN ? 9 : 0;
        if (cp == 0x644 && last == 0x627)
            score += 20;
        before = now;
        last = cp;
    }
    return score;
}

/* UTF-16 without a mark: every second byte is one of the few high bytes that Arabic text has. */
static isn_charset wide_set(const unsigned char *p, size_t len) {
    size_t high[2] = {0, 0}, n = len < 4096 ? len / 2 : 2048;
    if (n < 8 || (memchr(p, 0, 2 * n) == NULL && memchr(p, 6, 2 * n) == NULL))
        return ISN_CS_UNKNOWN; /* as text of any other encoding */
    for (size_t i = 0; i < 2 * n; i++)
        high[i % 2] += p[i] == 0 || p[i] == 6;
    for (unsigned odd = 0; odd < 2; odd++)
        if (high[odd] * 10 >= n * 9 && high[1 - odd] * 10 < n * 3)
            return odd == 1 ? ISN_CS_UTF16LE : ISN_CS_UTF16BE;
    return ISN_CS_UNKNOWN;
}

/* Characters beyond ASCII and malformed sequences in the first bytes. */
static void count_utf8(const unsigned char *p, size_t len, size_t *good, size_t *bad) {
    const unsigned char *end = p + len;
    *good = *bad = 0;
    while (p < end) {
        uint32_t cp;
        unsigned n = isn_utf8_next(&cp, p, end);
        if (*p >= 0x80 && end - p >= 4)
            (*(cp == 0xFFFD && n < 3 ? bad : good))++;
        p += n;
    }
}

/* ---- UTF-8 encoded twice ---------------------------------------------------------------------------- */

/* The byte that stands for `cp` in the upper half of the set, or 0. */
static unsigned char byte_of(isn_charset set, uint32_t cp) {
    if (set == ISN_CS_LATIN1)
        return cp >= 0x80 && cp < 0x100 ? (unsigned char)cp : 0;
    const uint16_t *table = upper_half[set - ISN_CS_WIN1256];
    if (cp < 0x80)
        return 0;
    if (cp < 0x100 && table[cp - 0x80] == cp) /* most of windows-1252, a third of windows-1256 */
        return (unsigned char)cp;
    for (unsigned i = 0; cp >= 0x80 && cp <= 0xFFFF && i < 128; i++)
        if (table[i] == cp)
            return (unsigned char)(i + 0x80);
    return 0;
}

/* The one character at `p` that was encoded twice: its bytes into `out`, their number into *made. Returns
 * the bytes taken, or 0 where none was. */
static unsigned untwist(isn_charset set, char out[4], unsigned *made, const unsigned char *p,
                        const unsigned char *end) {
    unsigned taken = 0, need = 0;
    for (unsigned i = 0; i == 0 || i < need; i++) {
        uint32_t cp;
        if (p + taken >= end)
            return 0;
        taken += isn_utf8_next(&cp, p + taken, end);
        unsigned char b = byte_of(set, cp);
        if (i == 0)
            need = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC2 ? 2 : 0;
        else if ((b & 0xC0) != 0x80)
            return 0;
        if (need == 0)
            return 0;
        out[i] = (char)b;
    }
    *made = need;
    return isn_utf8_check(out, need) == SIZE_MAX ? taken : 0;
}

#ifdef __SSE2__
/* 0xFF where `first` stands, with `second` or the byte after it in value next to it. */
static inline __m128i pairs(__m128i at, __m128i next, unsigned first, unsigned second) {
    __m128i either = _mm_or_si128(_mm_cmpeq_epi8(next, _mm_set1_epi8((char)second)),
                                  _mm_cmpeq_epi8(next, _mm_set1_epi8((char)(second + 1))));
    return _mm_and_si128(either, _mm_cmpeq_epi8(at, _mm_set1_epi8((char)first)));
}

static inline size_t sum_of(__m128i counts) {
    __m128i two = _mm_sad_epu8(counts, _mm_setzero_si128());
    return (size_t)_mm_cvtsi128_si32(two) + (size_t)_mm_cvtsi128_si32(_mm_srli_si128(two, 8));
}
#endif

/* Are as many of the first letters the lead bytes of Arabic letters, misread in one of the sets, as must be? Of what was
 * encoded twice every second one is. Quick, since every article is asked. */
static void ask_twisted(isn_str s, bool *as_latin, bool *as_arabic) {
    const unsigned char *p = (const unsigned char *)s.ptr;
    size_t n = s.len < 512 ? s.len : 512, latin = 0, arabic = 0, letters = 0, i = 0;
#ifdef __SSE2__
    __m128i latins = _mm_setzero_si128(), arabics = latins, leads = latins; /* 32 each at most */
    for (; i + 17 <= n; i += 16) {
        __m128i at = _mm_loadu_si128((const __m128i *)(const void *)(p + i));
        __m128i next = _mm_loadu_si128((const __m128i *)(const void *)(p + i + 1));
        latins = _mm_sub_epi8(latins, pairs(at, next, 0xC3, 0x98));
        arabics = _mm_sub_epi8(arabics, pairs(at, next, 0xD8, 0xB7));
        at = _mm_cmpeq_epi8(_mm_max_epu8(at, _mm_set1_epi8((char)0xC2)), at);
        leads = _mm_sub_epi8(leads, at);
    }
    latin = sum_of(latins);
    arabic = sum_of(arabics);
    letters = sum_of(leads);
#endif
    for (; i + 1 < n; i++) {
        latin += p[i] == 0xC3 && p[i + 1] - 0x98U < 2;
        arabic += p[i] == 0xD8 && p[i + 1] - 0xB7U < 2;
        letters += p[i] >= 0xC2;
    }
    *as_latin = latin * 6 >= letters;
    *as_arabic = arabic * 6 >= letters;
}

/* How many characters were encoded twice; 0 unless most of those beyond ASCII were. */
static size_t twisted(isn_charset set, isn_str s) {
    const unsigned char *p = (const unsigned char *)s.ptr, *end = s.len == 0 ? p : p + s.len;
    size_t mended = 0, others = 0;
    while (p < end) {
        uint32_t cp;
        char out[4];
        unsigned made, n = *p < 0x80 ? 1 : untwist(set, out, &made, p, end);
        if (n > 1) {
            mended++;
        } else if (*p >= 0x80) {
            n = isn_utf8_next(&cp, p, end);
            others++;
        }
        p += n;
    }
    return mended >= 8 && mended > others * 2 ? mended : 0;
}

static isn_charset misread_as(isn_str s) {
    static const isn_charset sets[] = {ISN_CS_WIN1252, ISN_CS_LATIN1, ISN_CS_WIN1256};
    isn_charset best = ISN_CS_UNKNOWN;
    size_t most = 0;
    bool latin, arabic;
    ask_twisted(s, &latin, &arabic);
    for (unsigned i = 0; i < ISN_LEN(sets); i++) {
        size_t n = (sets[i] == ISN_CS_WIN1256 ? arabic : latin) ? twisted(sets[i], s) : 0;
        if (n > most) {
            most = n;
            best = sets[i];
        }
    }
    return best;
}

/* ---- decoding ------------------------------------------------------------------------------------------ */

typedef struct writer {
    isn_arena *arena;
    isn_map *map;
    char *out;
    uint32_t at;    /* written */
    uint32_t begun; /* of the piece at hand, in the text and in the bytes */
    uint32_t begun_source;
} writer;

static void end_piece(writer *w, uint32_t source, isn_stretch_kind kind) {
    isn_map_add(w->map, w->arena,
                (isn_stretch){w->begun, w->at - w->begun, w->begun_source, source - w->begun_source,
                              (uint8_t)kind});
    w->begun = w->at;
    w->begun_source = source;
}

static void put(writer *w, uint32_t cp) {
    w->at += isn_utf8_put(w->out + w->at, cp);
}

static void start_writer(writer *w, isn_decoded *out, isn_arena *arena, size_t room) {
    out->map = ISN_NEW(arena, isn_map, 1);
    *w = (writer){.arena = arena, .map = out->map, .out = isn_arena_alloc(arena, room + 4)};
}

static void finish(writer *w, isn_decoded *out) {
    w->out[w->at] = '\0';
    out->text = isn_str_of(w->out, w->at);
    out->map->text = w->out;
}

static void decode_single(isn_decoded *out, isn_arena *arena, isn_str bytes) {
    writer w;
    start_writer(&w, out, arena, bytes.len * 3);
    for (uint32_t i = 0; i < bytes.len; i++) {
        uint32_t cp = point_of(out->charset, (unsigned char)bytes.ptr[i]);
        put(&w, cp == 0 && bytes.ptr[i] != 0 ? 0xFFFD : cp);
        if (w.at - w.begun > ISN_STRETCH_MOST - 4)
            end_piece(&w, i + 1, ISN_STRETCH_BYTES);
    }
    end_piece(&w, (uint32_t)bytes.len, ISN_STRETCH_BYTES);
    finish(&w, out);
}

static uint32_t unit(const unsigned char *p, bool big) {
    return big ? (uint32_t)p[0] << 8 | p[1] : (uint32_t)p[1] << 8 | p[0];
}

static void decode_wide(isn_decoded *out, isn_arena *arena, isn_str bytes, size_t from) {
    writer w;
    const unsigned char *p = (const unsigned char *)bytes.ptr;
    bool big = out->charset == ISN_CS_UTF16BE;
    start_writer(&w, out, arena, bytes.len / 2 * 3 + 3);
    w.begun_source = (uint32_t)from;
    size_t i = from;
    while (i + 2 <= bytes.len) {
        uint32_t cp = unit(p + i, big);
        bool pair = cp >= 0xD800 && cp < 0xDC00 && i + 4 <= bytes.len;
        uint32_t low = pair ? unit(p + i + 2, big) : 0;
        i += 2;
        if (pair && low >= 0xDC00 && low < 0xE000) {
            cp = 0x10000 + ((cp - 0xD800) << 10 | (low - 0xDC00));
            i += 2;
        }
        put(&w, cp >= 0xD800 && cp < 0xE000 ? 0xFFFD : cp);
        if (w.at - w.begun > ISN_STRETCH_MOST - 4)
            end_piece(&w, (uint32_t)i, ISN_STRETCH_WIDE);
    }
    end_piece(&w, (uint32_t)i, ISN_STRETCH_WIDE);
    finish(&w, out);
}

static void decode_twisted(isn_decoded *out, isn_arena *arena, isn_str bytes) {
    writer w;
    const unsigned char *start = (const unsigned char *)bytes.ptr, *end = start + bytes.len;
    const unsigned char *p = start;
    start_writer(&w, out, arena, bytes.len);
    out->map->twice = (uint8_t)out->mended;
    while (p < end) {
        char made[4];
        uint32_t cp, source = (uint32_t)(p - start);
        unsigned n = 0, taken = *p < 0x80 ? 1 : untwist(out->mended, made, &n, p, end);
        if (*p < 0x80) {
            w.out[w.at++] = (char)*p;
        } else if (taken > 0) {
            memcpy(w.out + w.at, made, n);
            w.at += n;
        } else { /* was right as it stood, or is past help */
            end_piece(&w, source, ISN_STRETCH_TWICE);
            taken = isn_utf8_next(&cp, p, end);
            memcpy(w.out + w.at, p, taken);
            w.at += taken;
            end_piece(&w, source + taken, ISN_STRETCH_SAME);
        }
        p += taken;
        if (w.at - w.begun > ISN_STRETCH_MOST - 8)
            end_piece(&w, (uint32_t)(p - start), ISN_STRETCH_TWICE);
    }
    end_piece(&w, (uint32_t)bytes.len, ISN_STRETCH_TWICE);
    finish(&w, out);
}

/* ---- choosing --------------------------------------------------------------------------------------------- */

/* The single-byte set of bytes that are no UTF-8; UNKNOWN when they look like text in none. */
static isn_charset single_set(const unsigned char *p, size_t len, isn_charset told) {
    isn_charset best = ISN_CS_UNKNOWN;
    long most = 0, of_told = 0;
    for (isn_charset set = ISN_CS_WIN1256; set <= ISN_CS_WIN1252; set++) {
        long score = likeness(set, p, len);
        if (set == told)
            of_told = score;
        if (score > most) {
            most = score;
            best = set;
        }
    }
    return of_told > 0 && of_told * 10 >= most * 8 ? told : best;
}

/* From the first byte beyond ASCII on: heads of pages are long and say nothing. */
static isn_str window(isn_str bytes) {
    size_t from = 0;
    while (from + 8 <= bytes.len && (isn_eight_load(bytes.ptr + from) & ISN_EIGHT(0x80)) == 0)
        from += 8;
    while (from < bytes.len && (unsigned char)bytes.ptr[from] < 0x80)
        from++;
    size_t left = bytes.len - from;
    return isn_str_of(bytes.ptr + from, left < LOOK_AT ? left : LOOK_AT);
}

static void choose(isn_decoded *out, isn_str bytes, isn_str label, bool html) {
    isn_str look = window(bytes);
    const unsigned char *p = (const unsigned char *)look.ptr;
    isn_charset header = isn_charset_of(label), meta = html ? set_in_meta(bytes) : ISN_CS_UNKNOWN;
    isn_charset told = header != ISN_CS_UNKNOWN ? header : meta;
    size_t good, bad;
    out->charset = wide_set((const unsigned char *)bytes.ptr, bytes.len);
    if (out->charset == ISN_CS_UNKNOWN && isn_utf8_check(bytes.ptr, bytes.len) == SIZE_MAX) {
        out->charset = ISN_CS_UTF8;
    } else if (out->charset == ISN_CS_UNKNOWN) {
        count_utf8(p, look.len, &good, &bad);
        out->charset = bad * 20 > good ? single_set(p, look.len, told) : ISN_CS_UTF8;
    }
    if (out->charset == ISN_CS_UNKNOWN)
        out->charset = ISN_CS_UTF8;
    out->from = out->charset == header ? ISN_CS_FROM_HEADER
                : out->charset == meta ? ISN_CS_FROM_META
                                       : ISN_CS_FROM_CONTENT;
}

static bool starts(isn_str bytes, const char *mark, size_t len) {
    return bytes.len >= len && memcmp(bytes.ptr, mark, len) == 0;
}

static void decode(isn_decoded *out, isn_arena *arena, isn_str bytes, size_t mark) {
    if (out->charset == ISN_CS_UTF16LE || out->charset == ISN_CS_UTF16BE)
        decode_wide(out, arena, bytes, mark);
    else if (out->charset != ISN_CS_UTF8)
        decode_single(out, arena, bytes);
    else if (out->mended != ISN_CS_UNKNOWN)
        decode_twisted(out, arena, bytes);
}

void isn_charset_mend(isn_decoded *out, isn_arena *arena, isn_str utf8) {
    *out = (isn_decoded){.text = utf8, .charset = ISN_CS_UTF8, .mended = misread_as(window(utf8))};
    decode(out, arena, utf8, 0);
}

void isn_charset_decode_too(isn_decoded *out, isn_arena *arena, isn_str bytes) {
    out->text = bytes;
    out->map = NULL;
    decode(out, arena, bytes, 0);
}

void isn_charset_decode(isn_decoded *out, isn_arena *arena, isn_str bytes, isn_str label,
                        bool html) {
    size_t mark = 0;
    *out = (isn_decoded){.text = bytes, .from = ISN_CS_FROM_MARK, .mended = ISN_CS_UNKNOWN};
    if (bytes.len == 0)
        return;
    if (starts(bytes, "\xFF\xFE", 2) || starts(bytes, "\xFE\xFF", 2)) {
        out->charset = bytes.ptr[0] == '\xFF' ? ISN_CS_UTF16LE : ISN_CS_UTF16BE;
        mark = 2;
    } else if (!starts(bytes, "\xEF\xBB\xBF", 3)) {
        choose(out, bytes, label, html);
    }
    if (out->charset == ISN_CS_UTF8)
        out->mended = misread_as(window(bytes));
    decode(out, arena, bytes, mark);
}
