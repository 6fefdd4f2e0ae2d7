/* test_fold_icu.c: folding against ICU, where it is installed: every code point of the Arabic blocks
 * folds as its NFKC form does, and every letter as what is left of its NFD form without marks, but for
 * the exceptions told here. */
#include "check.h"

#ifdef TEST_ICU
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "text/fold.h"

static isn_glyph glyph_of(uint32_t cp) {
    char text[4];
    unsigned n = isn_utf8_put(text, cp);
    return isn_glyph_at((uint8_t *)text, (uint8_t *)text + n);
}

/* The code points of the normal form; how many. */
static unsigned normal(const UNormalizer2 *form, uint32_t cp, uint32_t out[32]) {
    UChar in[2], text[64];
    UChar32 points[32];
    UErrorCode status = U_ZERO_ERROR;
    int32_t n = 0, count = 0;
    u_strFromUTF32(in, 2, &n, (const UChar32 *)&cp, 1, &status);
    n = unorm2_normalize(form, in, n, text, 64, &status);
    u_strToUTF32(points, 32, &count, text, n, &status);
    if (U_FAILURE(status))
        return 0;
    memcpy(out, points, (size_t)count * sizeof *points);
    return (unsigned)count;
}

static bool is_form(uint32_t cp) {
    return (cp >= 0xFB50 && cp <= 0xFDFF) || (cp >= 0xFE70 && cp <= 0xFEFE);
}

/* Kazakh letters with a high hamza: one letter each, as they are written. */
static bool has_high_hamza(uint32_t cp) {
    return (cp >= 0x675 && cp <= 0x678) || cp == 0xFBDD;
}

TEST(forms_fold_like_their_letters) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&status);
    unsigned compared = 0;
    REQUIRE(U_SUCCESS(status));
    for (uint32_t cp = 0xFB50; cp <= 0xFEFE; cp++) {
        uint32_t form[32];
        uint8_t want[128];
        size_t n = 0;
        bool letters = false, other = false;
        if (!is_form(cp) || has_high_hamza(cp))
            continue;
        unsigned count = normal(nfkc, cp, form);
        for (unsigned i = 0; i < count; i++) {
            isn_glyph g = glyph_of(form[i]);
            letters = letters || (g.class == ISN_GC_ARABIC && form[i] != cp);
            other = other || (g.class != ISN_GC_ARABIC && g.class != ISN_GC_MARK && count > 4);
            memcpy(want + n, g.fold, g.nfold);
            n += g.nfold;
        }
        isn_glyph have = glyph_of(cp);
        if (!letters || other) { /* a mark by itself, an ornament, a whole sentence as one sign */
            CHECK_INT(have.nfold, 0);
            continue;
        }
        compared++;
        if (have.nfold != n || memcmp(have.fold, want, n) != 0)
            CHECK_INT(cp, -1);
    }
    CHECK(compared > 700);
}

TEST(letters_fold_like_their_letters_without_marks) {
    /* ICU's base letter is another: heh with yeh above is a Persian ending, not Kurdish ae; yeh barree
     * with hamza stays as it is, as all Urdu letters do. */
    static const uint32_t exceptions[] = {0x6C0, 0x6D3};
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
    REQUIRE(U_SUCCESS(status));
    for (uint32_t cp = 0x600; cp <= 0x6FF; cp++) {
        uint32_t form[32];
        isn_glyph have = glyph_of(cp);
        bool mark = u_charType((UChar32)cp) == U_NON_SPACING_MARK;
        if (mark != (have.class == ISN_GC_MARK) && cp != 0x6E5 && cp != 0x6E6) /* small letters */
            CHECK_INT(cp, -1);
        if (u_isdigit((UChar32)cp))
            CHECK_INT(have.fold[0], '0' + u_charDigitValue((UChar32)cp));
        if (cp == exceptions[0] || cp == exceptions[1] || normal(nfd, cp, form) < 2)
            continue;
        isn_glyph base = glyph_of(form[0]);
        if (have.nfold != base.nfold || memcmp(have.fold, base.fold, base.nfold) != 0)
            CHECK_INT(cp, -1);
    }
}

#else

TEST(folding_against_icu) {
    SKIP("needs ICU (libicu-dev)");
}

#endif
