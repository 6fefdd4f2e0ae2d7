/* eval_words.c: how alike two texts are for the evaluator: folded words without clitics and article,
 * compared as multisets. Its folding is that of the reference scorer, not that of the coder: figures
 * must not move when the coder's folding does.
 */
#include <string.h>

#include "api/eval.h"

/* Letters and digits of Unicode, so that words are cut where the reference cuts them; exact for the
 * scripts that stand beside Arabic in news, by block for those that do not. */
static const uint32_t alnum[][2] = {
    /* clang-format off */
    {0xaa, 0xaa}, {0xb2, 0xb3}, {0xb5, 0xb5}, {0xb9, 0xba}, {0xbc, 0xbe}, {0xc0, 0xd6},
    {0xd8, 0xf6}, {0xf8, 0x2c1}, {0x2c6, 0x2d1}, {0x2e0, 0x2e4}, {0x2ec, 0x2ec}, {0x2ee, 0x2ee},
    {0x370, 0x374}, {0x376, 0x377}, {0x37a, 0x37d}, {0x37f, 0x37f}, {0x386, 0x386}, {0x388, 0x38a},
    {0x38c, 0x38c}, {0x38e, 0x3a1}, {0x3a3, 0x3f5}, {0x3f7, 0x481}, {0x48a, 0x52f}, {0x531, 0x556},
    {0x559, 0x559}, {0x560, 0x588}, {0x5d0, 0x5ea}, {0x5ef, 0x5f2}, {0x620, 0x64a}, {0x660, 0x669},
    {0x66e, 0x66f}, {0x671, 0x6d3}, {0x6d5, 0x6d5}, {0x6e5, 0x6e6}, {0x6ee, 0x6fc}, {0x6ff, 0x6ff},
    {0x710, 0x710}, {0x712, 0x72f}, {0x74d, 0x7a5}, {0x7b1, 0x7b1}, {0x7c0, 0x7ea}, {0x7f4, 0x7f5},
    {0x7fa, 0x7fa}, {0x800, 0x815}, {0x81a, 0x81a}, {0x824, 0x824}, {0x828, 0x828}, {0x840, 0x858},
    {0x860, 0x86a}, {0x870, 0x887}, {0x889, 0x88e}, {0x8a0, 0x8c9}, {0x900, 0x1fff},
    {0x2070, 0x2071}, {0x2074, 0x2079}, {0x207f, 0x2089}, {0x2090, 0x209c}, {0x2102, 0x2102},
    {0x2107, 0x2107}, {0x210a, 0x2113}, {0x2115, 0x2115}, {0x2119, 0x211d}, {0x2124, 0x2124},
    {0x2126, 0x2126}, {0x2128, 0x2128}, {0x212a, 0x212d}, {0x212f, 0x2139}, {0x213c, 0x213f},
    {0x2145, 0x2149}, {0x214e, 0x214e}, {0x2150, 0x2189}, {0x2460, 0x249b}, {0x24ea, 0x24ff},
    {0x2776, 0x2793}, {0x2c00, 0x2ce4}, {0x2ceb, 0x2cee}, {0x2cf2, 0x2cf3}, {0x2cfd, 0x2cfd},
    {0x2d00, 0x2d25}, {0x2d27, 0x2d27}, {0x2d2d, 0x2d2d}, {0x2d30, 0x2d67}, {0x2d6f, 0x2d6f},
    {0x2d80, 0x2d96}, {0x2da0, 0x2da6}, {0x2da8, 0x2dae}, {0x2db0, 0x2db6}, {0x2db8, 0x2dbe},
    {0x2dc0, 0x2dc6}, {0x2dc8, 0x2dce}, {0x2dd0, 0x2dd6}, {0x2dd8, 0x2dde}, {0x2e2f, 0x2e2f},
    {0x3005, 0x3007}, {0x3021, 0x3029}, {0x3031, 0x3035}, {0x3038, 0x303c}, {0x3041, 0x3096},
    {0x309d, 0x309f}, {0x30a1, 0x30fa}, {0x30fc, 0x30ff}, {0x3105, 0x312f}, {0x3131, 0x318e},
    {0x3192, 0x3195}, {0x31a0, 0x31bf}, {0x31f0, 0x31ff}, {0x3220, 0x3229}, {0x3248, 0x324f},
    {0x3251, 0x325f}, {0x3280, 0x3289}, {0x32b1, 0x32bf}, {0x3400, 0x4dbf}, {0x4e00, 0xa48c},
    {0xa4d0, 0xa4fd}, {0xac00, 0xd7a3}, {0xf900, 0xfa6d}, {0xfa70, 0xfad9}, {0xfb00, 0xfb06},
    {0xfb13, 0xfb17}, {0xfb1d, 0xfb1d}, {0xfb1f, 0xfb28}, {0xfb2a, 0xfb36}, {0xfb38, 0xfb3c},
    {0xfb3e, 0xfb3e}, {0xfb40, 0xfb41}, {0xfb43, 0xfb44}, {0xfb46, 0xfbb1}, {0xfbd3, 0xfd3d},
    {0xfd50, 0xfd8f}, {0xfd92, 0xfdc7}, {0xfdf0, 0xfdfb}, {0xfe70, 0xfe74}, {0xfe76, 0xfefc},
    {0xff10, 0xff19}, {0xff21, 0xff3a}, {0xff41, 0xff5a}, {0xff66, 0xffbe}, {0xffc2, 0xffc7},
    {0xffca, 0xffcf}, {0xffd2, 0xffd7}, {0xffda, 0xffdc}, {0x10000, 0x1efff}, {0x1f100, 0x1f10c},
    {0x1fbf0, 0x1fbf9}, {0x20000, 0x3134a},
    /* clang-format on */
};

static bool is_alnum(uint32_t cp) {
    if (cp < 0x80) {
        return (cp >= '0' && cp <= '9') || ((cp | 0x20) >= 'a' && (cp | 0x20) <= 'z');
    }
    size_t low = 0;
    size_t high = ISN_LEN(alnum);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (cp > alnum[middle][1]) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < ISN_LEN(alnum) && cp >= alnum[low][0];
}

static uint32_t lower(uint32_t cp) {
    bool upper = (cp >= 'A' && cp <= 'Z') || (cp >= 0xc0 && cp <= 0xde && cp != 0xd7) ||
                 (cp >= 0x391 && cp <= 0x3ab) || (cp >= 0x410 && cp <= 0x42f);
    if (upper) {
        return cp + 32;
    }
    if (cp >= 0x400 && cp <= 0x40f) {
        return cp + 80;
    }
    if ((cp >= 0x139 && cp <= 0x148) || (cp >= 0x179 && cp <= 0x17e)) {
        return cp + (cp & 1);
    }
    bool pairs =
        (cp >= 0x100 && cp <= 0x137 && cp != 0x130 && cp != 0x131) || (cp >= 0x14a && cp <= 0x177);
    return pairs ? cp | 1 : cp;
}

/* 0: the character is dropped. */
static uint32_t fold(uint32_t cp) {
    switch (cp) {
    case 0x622: /* alef with madda */
    case 0x623: /* alef with hamza */
    case 0x625: /* alef with hamza below */
    case 0x671: /* alef wasla */ return 0x627;
    case 0x649: /* alef maksura */
    case 0x626: /* yeh with hamza */ return 0x64a;
    case 0x629: /* teh marbuta */ return 0x647;
    case 0x624: /* waw with hamza */ return 0x648;
    case 0x640: /* tatweel */
    case 0x670: /* dagger alef */ return 0;
    default: break;
    }
    if (cp >= 0x64b && cp <= 0x652) {
        return 0;
    }
    if (cp >= 0x660 && cp <= 0x669) {
        return '0' + (cp - 0x660);
    }
    if (cp >= 0x6f0 && cp <= 0x6f9) {
        return '0' + (cp - 0x6f0);
    }
    return lower(cp);
}

typedef struct word {
    uint32_t *letters;
    uint32_t len;
    bool taken;
} word;

typedef ISN_VEC(word) words;

/* How many letters before the word proper: waw or feh, then beh, lam or kaf, then the article, each at
 * most once. */
static uint32_t clitics(const uint32_t *letters, uint32_t len) {
    enum { ALEF = 0x627, BEH = 0x628, FEH = 0x641, KAF = 0x643, LAM = 0x644, WAW = 0x648 };
    uint32_t n = 0;
    if (n < len && (letters[n] == WAW || letters[n] == FEH)) {
        n++;
    }
    if (n < len && (letters[n] == BEH || letters[n] == LAM || letters[n] == KAF)) {
        n++;
    }
    if (n + 1 < len && letters[n] == ALEF && letters[n + 1] == LAM) {
        return n + 2;
    }
    if (n + 1 < len && letters[n] == LAM && letters[n + 1] == LAM) {
        return n + 1;
    }
    return n;
}

static void add_word(isn_arena *arena, words *out, uint32_t *letters, uint32_t len) {
    uint32_t cut = clitics(letters, len);
    word *w = ISN_PUSH(arena, out);
    w->letters = len - cut >= 2 ? letters + cut : letters;
    w->len = len - cut >= 2 ? len - cut : len;
}

static void cut_words(isn_arena *arena, words *out, isn_str text) {
    const unsigned char *at = (const unsigned char *)text.ptr;
    const unsigned char *end = text.len == 0 ? at : at + text.len;
    uint32_t *letters = isn_arena_alloc(arena, (text.len + 1) * sizeof *letters);
    uint32_t n = 0;
    uint32_t start = 0;
    while (at < end) {
        uint32_t cp;
        at += isn_utf8_next(&cp, at, end);
        cp = fold(cp);
        if (cp == 0) {
            continue;
        }
        if (is_alnum(cp)) {
            letters[n++] = cp;
        } else if (n > start) {
            add_word(arena, out, letters + start, n - start);
            start = n;
        }
    }
    if (n > start) {
        add_word(arena, out, letters + start, n - start);
    }
}

static bool take(words *from, const word *wanted) {
    for (uint32_t i = 0; i < from->len; i++) {
        word *w = &from->ptr[i];
        if (!w->taken && w->len == wanted->len &&
            memcmp(w->letters, wanted->letters, w->len * sizeof *w->letters) == 0) {
            w->taken = true;
            return true;
        }
    }
    return false;
}

double isn_eval_overlap(isn_arena *arena, isn_str a, isn_str b) {
    words x = {0};
    words y = {0};
    uint32_t common = 0;
    cut_words(arena, &x, a);
    cut_words(arena, &y, b);
    if (x.len == 0 || y.len == 0) {
        return 0;
    }
    for (uint32_t i = 0; i < x.len; i++) {
        common += take(&y, &x.ptr[i]);
    }
    return (double)common / (double)(x.len < y.len ? x.len : y.len);
}
