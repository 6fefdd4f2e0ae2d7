#!/usr/bin/env python3
"""Writes src/text/fold_table.inc: how each code point of the Arabic blocks folds.

    tools/gen-fold.py > src/text/fold_table.inc

The rules are Unicode's compatibility decomposition (presentation forms become their letters) and the
list EXTRA below. The table is committed because a user's machine need not have Python; the test
"fold table is current" runs this script where it can and compares.
"""
import unicodedata

HAMZA, ALEF, BEH, TEH, THEH, JEEM, HAH, KHAH, DAL, THAL, REH, ZAIN, SEEN, SHEEN, SAD, DAD, TAH, ZAH, \
    AIN, GHAIN, FEH, QAF, KAF, LAM, MEEM, NOON, HEH, WAW, YEH = range(0x80, 0x9D)

# The letters of the alphabet.
LETTERS = {
    0x621: HAMZA, 0x627: ALEF, 0x628: BEH, 0x62A: TEH, 0x62B: THEH, 0x62C: JEEM, 0x62D: HAH,
    0x62E: KHAH, 0x62F: DAL, 0x630: THAL, 0x631: REH, 0x632: ZAIN, 0x633: SEEN, 0x634: SHEEN,
    0x635: SAD, 0x636: DAD, 0x637: TAH, 0x638: ZAH, 0x639: AIN, 0x63A: GHAIN, 0x641: FEH,
    0x642: QAF, 0x643: KAF, 0x644: LAM, 0x645: MEEM, 0x646: NOON, 0x647: HEH, 0x648: WAW,
    0x64A: YEH,
}

# What is written for one of them: by custom, by carelessness, by another keyboard.
EXTRA = {
    0x622: ALEF, 0x623: ALEF, 0x625: ALEF, 0x671: ALEF,   # alef with madda, hamza, wasla
    0x672: ALEF, 0x673: ALEF, 0x675: ALEF,
    0x624: WAW, 0x676: WAW,                               # hamza on its seats
    0x626: YEH, 0x678: YEH,
    0x629: HEH,                                           # teh marbuta
    0x649: YEH, 0x6CC: YEH,                               # alef maksura, Farsi yeh
    0x6A9: KAF, 0x6AA: KAF, 0x6AF: KAF, 0x6AD: KAF,       # keheh, swash kaf, gaf, Moroccan gaf
    0x67E: BEH, 0x686: JEEM, 0x698: ZAIN,                 # peh, tcheh, jeh
    0x6A4: FEH, 0x6A5: FEH, 0x6A2: FEH,                   # veh, Maghrebi veh and feh
    0x6A7: QAF, 0x6A8: QAF,                               # Maghrebi qaf, Tunisian gaf
    0x6BE: HEH, 0x6C1: HEH, 0x6C0: HEH, 0x6C2: HEH, 0x6C3: HEH,  # other shapes of heh
}

MARKS = (set(range(0x610, 0x61B)) | set(range(0x64B, 0x660)) | {0x670} | set(range(0x6D6, 0x6DD)) |
         set(range(0x6DF, 0x6E9)) | set(range(0x6EA, 0x6EE)))

# classes and flags: the same as in src/text/fold.h
PUNCT, SPACE, IGNORE, BIDI, MARK, TATWEEL, DIGIT, ARABIC, OTHER = range(9)
TEH_MARBUTA, MAKSURA, HAMZA_UNDER, TANWIN, DAMMA = 0x10, 0x20, 0x30, 0x40, 0x50


def clazz(cp):
    if cp == 0x640:
        return TATWEEL
    if cp == 0x61C:
        return BIDI
    if cp in MARKS:
        return MARK | {0x64B: TANWIN, 0x8F0: TANWIN, 0x64F: DAMMA}.get(cp, 0)
    if 0x660 <= cp <= 0x669 or 0x6F0 <= cp <= 0x6F9:
        return DIGIT
    if unicodedata.category(chr(cp)).startswith("L"):
        return ARABIC | {0x629: TEH_MARBUTA, 0x6C3: TEH_MARBUTA, 0x649: MAKSURA,
                         0x625: HAMZA_UNDER}.get(cp, 0)
    return PUNCT


def fold(cp):
    """Folded bytes of a letter of U+0600..U+06FF."""
    one = LETTERS.get(cp) or EXTRA.get(cp)
    return [one] if one else list(chr(cp).encode())


def form(cp):
    """Folded bytes and class of a presentation form."""
    text = unicodedata.normalize("NFKC", chr(cp)).replace("\u06C7\u0674", "\u0677")
    marks = text.replace(" ", "").replace("\u0640", "")
    if text != chr(cp) and all(ord(c) in MARKS for c in marks):
        return [], MARK  # spacing forms of harakat
    letters = [ord(c) for c in text if ord(c) not in MARKS]
    if not all(0x600 <= c <= 0x6FF and clazz(c) & 15 == ARABIC for c in letters):
        return [], PUNCT  # ornate brackets, honorifics, currency
    bytes_ = [b for c in letters for b in fold(c)]
    if len(bytes_) > 4:
        return [], PUNCT
    flags = clazz(letters[-1]) & 0x70
    if flags == HAMZA_UNDER or not letters:
        flags = 0
    if clazz(letters[0]) & 0x70 == HAMZA_UNDER and len(letters) == 1:
        flags = HAMZA_UNDER
    return bytes_, ARABIC | flags


def rows(values, per_line):
    for i in range(0, len(values), per_line):
        print("    " + ", ".join(values[i:i + per_line]) + ",")


def main():
    print("/* Made by tools/gen-fold.py; do not edit. */\n")
    print("/* U+0600..U+06FF: the folded letter; 0 for what is no letter or stays as it is. */")
    print("const uint8_t isn_arabic_fold[256] = {")
    rows(["0x%02x" % (fold(c)[0] if clazz(c) & 15 == ARABIC and len(fold(c)) == 1 else 0)
          for c in range(0x600, 0x700)], 16)
    print("};\n\n/* class, and what the letter or mark tells */")
    print("const uint8_t isn_arabic_class[256] = {")
    rows(["0x%02x" % clazz(c) for c in range(0x600, 0x700)], 16)
    print("};\n\n/* U+FB50..U+FDFF and U+FE70..U+FEFE: class, folded letters */")
    print("static const struct form {\n    uint8_t class, fold[4];\n} forms[] = {")
    cells = []
    for c in list(range(0xFB50, 0xFE00)) + list(range(0xFE70, 0xFEFF)):
        bytes_, kind = form(c)
        cells.append("{0x%02x, {%s}}" % (kind, ", ".join("0x%02x" % b for b in bytes_) or "0"))
    rows(cells, 3)
    print("};")


main()
