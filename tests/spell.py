#!/usr/bin/env python3
"""Numbers spelled as Arabic spells them, in every gender, case and spelling, and read back by `isnad number`. The speller
below knows nothing of the grammar in src/match, and the reference grammar beside it says which runs of number words make
how many numbers, so that a number read from a part of its words is found.

The same numbers each time; a tenth of them or so in `make test`.

usage: tests/spell.py [--full] [--seed N] [BUILD]       --full: 100,000 numbers instead of 12,000
"""
import json
import random
import sys
from dataclasses import dataclass

from harness import Tap, arguments, isnad

# ---- the words ------------------------------------------------------------------------------------------------------

UNITS = {  # before masculine nouns, before feminine ones
    1: (["واحد"], ["واحدة"]), 3: (["ثلاثة"], ["ثلاث"]), 4: (["أربعة"], ["أربع"]), 5: (["خمسة"], ["خمس"]),
    6: (["ستة"], ["ست"]), 7: (["سبعة"], ["سبع"]), 8: (["ثمانية"], ["ثماني", "ثمان"]), 9: (["تسعة"], ["تسع"])}
TWO = {(0, 0): "اثنان", (0, 1): "اثنين", (1, 0): "اثنتان", (1, 1): "اثنتين"}  # (feminine, oblique)
TWO_BOUND = {(0, 0): "اثنا", (0, 1): "اثني", (1, 0): "اثنتا", (1, 1): "اثنتي"}
TENS = {2: "عشر", 3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان", 9: "تسع"}
GLUED = {3: ["ثلاث"], 4: ["أربع"], 5: ["خمس"], 6: ["ست"], 7: ["سبع"], 8: ["ثمان", "ثماني"], 9: ["تسع"]}
SCALES = {  # singular, plural, stem of the dual
    10 ** 3: [("ألف", "آلاف", "ألف")], 10 ** 6: [("مليون", "ملايين", "مليون")],
    10 ** 9: [("مليار", "مليارات", "مليار"), ("بليون", "بلايين", "بليون")],
    10 ** 12: [("تريليون", "تريليونات", "تريليون"), ("ترليون", "ترليونات", "ترليون")]}
ORDINALS = {1: ("أول", "أولى"), 2: ("ثاني", "ثانية"), 3: ("ثالث", "ثالثة"), 4: ("رابع", "رابعة"), 5: ("خامس", "خامسة"),
            6: ("سادس", "سادسة"), 7: ("سابع", "سابعة"), 8: ("ثامن", "ثامنة"), 9: ("تاسع", "تاسعة"), 10: ("عاشر", "عاشرة")}
HARAKAT = "\u064e\u064f\u0650\u0651\u0652"
DIGITS = ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"]


@dataclass
class Word:
    text: str
    joined: bool    # by و to the word before it
    kind: str       # for the reference grammar: u unit, a bound unit, t ten, D tens, H hundred, h hundreds, S P d scale
    value: int
    prefix: object  # the value of the number if it ended here; None: it cannot


class Speller:
    """One style of writing, kept for a whole number, as a writer would."""

    def __init__(self, dice, definite=False):
        self.dice = dice
        self.fem, self.oblique = dice.random() < 0.5, dice.random() < 0.6
        self.hundred = dice.choice(["مئة", "مائة"])
        self.split, self.bare_hamza, self.heh = (dice.random() < p for p in (0.4, 0.25, 0.1))
        self.maksura, self.sloppy = dice.random() < 0.1, dice.random() < 0.15
        self.tanwin = dice.choice(["ا", "ا", "اً", "ًا"])
        self.definite = definite
        self.words = []
        self.done = self.group = 0

    # -- single words

    def put(self, text, kind, value, bound=False, behind=False):
        """`behind`: it leans on the word before it, without و."""
        joined = bool(self.words) and not behind
        if self.definite and not behind:
            text = "ال" + text
        if self.bare_hamza:
            text = text.translate(str.maketrans("أإآ", "ااا"))
        if self.heh and text.endswith("ة"):
            text = text[:-1] + "ه"
        if self.maksura and text.endswith("ي"):
            text = text[:-1] + "ى"
        self.words.append(Word(text, joined, kind, value, None if bound else self.done + self.group))

    def unit(self, n):
        self.group += n
        if n == 2:  # with the article the oblique is Monday before it is two
            self.put(TWO[self.fem, self.oblique and (self.fem or not self.definite)], "u", 2)
        else:
            self.put(self.dice.choice(UNITS[n][self.fem]), "u", n)

    def teen(self, n):
        fem = self.fem
        if n in (11, 12):
            text = ("إحدى" if fem else "أحد") if n == 11 else TWO_BOUND[fem, self.oblique]
            self.put(text, "a", n - 10, bound=True)
        else:
            self.group += n - 10
            self.put(self.dice.choice(UNITS[n - 10][fem]), "u", n - 10)
            self.group -= n - 10
        self.group += n
        if self.sloppy and n > 12:
            fem = not fem
        self.put("عشرة" if fem else "عشر", "t", 10, behind=True)

    def tens(self, n):
        if n % 10 == 1:
            text = self.dice.choice(["إحدى", "واحدة"] if self.fem else ["أحد", "واحد"])
            bound = text in ("إحدى", "أحد")
            self.group += 0 if bound else 1
            self.put(text, "a" if bound else "u", 1, bound=bound)
            self.group += 1 if bound else 0
        elif n % 10 != 0:
            self.unit(n % 10)
        self.group += n // 10 * 10
        self.put(TENS[n // 10] + ("ين" if self.oblique else "ون"), "D", n // 10 * 10)

    def below_hundred(self, n):
        if n == 10:
            self.group += 10
            self.put("عشر" if self.fem else "عشرة", "t", 10)
        elif 0 < n < 10:
            self.unit(n)
        elif n < 20:
            self.teen(n) if n else None
        else:
            self.tens(n)

    def hundreds(self, n, bound):
        if n == 1:
            self.group += 100
            self.put(self.hundred, "H", 100)
        elif n == 2:
            self.group += 200
            end = ("ي" if self.oblique else "ا") if bound and not self.sloppy else "ين" if self.oblique else "ان"
            self.put(self.hundred[:-1] + "ت" + end, "h", 200)
        elif n > 2 and self.split:
            self.group += n
            self.put(self.dice.choice(UNITS[n][1]), "u", n)
            self.group += n * 99
            self.put(self.hundred, "H", 100, behind=True)
        elif n > 2:
            self.group += n * 100
            self.put(self.dice.choice(GLUED[n]) + self.hundred, "h", n * 100)

    def below_thousand(self, n, bound=False):
        self.hundreds(n // 100, bound and n % 100 == 0)
        self.below_hundred(n % 100)

    # -- scales

    def close(self, text, kind, scale, behind):
        self.done += self.group * scale
        self.group = 0
        self.put(text, kind, scale, behind=behind)

    def scale(self, n, scale):
        """n times the scale."""
        singular, plural, stem = self.dice.choice(SCALES[scale])
        dual = stem + ("ين" if self.oblique else "ان")
        if n == 0:
            return
        if n <= 2:
            self.group = n
            self.close(singular if n == 1 else dual, "S" if n == 1 else "d", scale, behind=False)
            return
        few = n % 100
        if few in (1, 2) and self.dice.random() < 0.5:  # مئة ألف وألفان
            self.scale(n - few, scale)
            self.group = few
            self.close(singular if few == 1 else dual, "S" if few == 1 else "d", scale, behind=False)
            return
        fem, self.fem = self.fem, False
        self.below_thousand(n, bound=True)
        self.fem = fem
        if 3 <= few <= 10:
            self.close(plural, "P", scale, behind=True)
        else:
            accusative = few > 10 and not self.sloppy
            self.close(singular + (self.tanwin if accusative else ""), "S", scale, behind=True)

    def number(self, n):
        if n == 0:
            self.put("صفر", "u", 0)
        if n % 10 ** 8 == 0 and 10 ** 9 < n < 10 ** 12 and n % 10 ** 9 and self.dice.random() < 0.3:
            self.thousands_of_millions(n // 10 ** 6)
            return self
        for scale in (10 ** 12, 10 ** 9, 10 ** 6, 10 ** 3):
            self.scale(n // scale % 1000, scale)
        self.below_thousand(n % 1000)
        return self

    def thousands_of_millions(self, millions):
        """ألف وخمسمئة مليون"""
        self.scale(millions // 1000, 1000)
        self.below_thousand(millions % 1000, bound=True)
        self.done, self.group = 0, self.done + self.group
        self.close("مليون", "S", 10 ** 6, behind=True)

    # -- text

    def decorate(self, text):
        """Vowel signs and tatweel, which mean nothing here."""
        out = ""
        for i, letter in enumerate(text):
            out += letter
            if i + 1 < len(text) and self.dice.random() < 0.3 and letter not in "\u064b ":
                out += self.dice.choice(HARAKAT)
            if i + 1 < len(text) and letter in "ئمتبسلي" and self.dice.random() < 0.05:
                out += "ـ"
        return out

    def text(self, words=None):
        words = self.words if words is None else words
        and_word = self.dice.choice(["و", "و", "و", "و "])
        out = words[0].text
        for word in words[1:]:
            out += " " + (and_word if word.joined else "") + word.text
        return self.decorate(out) if self.dice.random() < 0.1 else out


def random_number(dice):
    n = dice.randrange(10 ** dice.randint(1, 12))
    if dice.random() < 0.3:  # round numbers
        n -= n % 10 ** dice.randint(1, 9)
    if dice.random() < 0.3:  # with gaps
        n = int("".join(d if dice.random() < 0.5 else "0" for d in str(n)))
    return n


# ---- the reference grammar ------------------------------------------------------------------------------------------


def below_hundred(words, i):
    """(end, value) of each lawful number below a hundred at i."""
    word = words[i]
    after = words[i + 1] if i + 1 < len(words) else None
    if word.kind in "ua" and after and after.kind == "t" and not after.joined:
        yield i + 2, word.value + 10
    if word.kind in "ua" and word.value and after and after.kind == "D" and after.joined:
        yield i + 2, word.value + after.value
    if word.kind in "utD":
        yield i + 1, word.value


def hundreds(words, i):
    word = words[i]
    if word.kind in "Hh":
        yield i + 1, word.value
    if word.kind == "u" and word.value >= 3 and i + 1 < len(words) and words[i + 1].kind == "H" and not words[i + 1].joined:
        yield i + 2, word.value * 100


def below_thousand(words, i):
    yield from below_hundred(words, i)
    for j, value in hundreds(words, i):
        yield j, value
        if j < len(words) and words[j].joined:
            for k, more in below_hundred(words, j):
                yield k, value + more


def part(words, i):
    """(end, value, scale): what a scale counts."""
    word = words[i]
    if word.kind in "Sd":
        yield i + 1, word.value * (2 if word.kind == "d" else 1), word.value
    for j, value in below_thousand(words, i):
        if value and j < len(words) and words[j].kind in "SP" and not words[j].joined:
            yield j + 1, value * words[j].value, words[j].value


def numbers(words, i, limit=10 ** 18):
    """(end, value) of each lawful number at i."""
    yield from below_thousand(words, i)
    for j, value, scale in part(words, i):
        if scale >= limit:
            continue
        yield j, value
        if j < len(words) and words[j].joined:
            for k, more in numbers(words, j, scale):
                yield k, value + more
                if scale == 1000 and more % 100 == 0 and 0 < more < 1000 and limit == 10 ** 18:
                    if k < len(words) and words[k].kind == "S" and words[k].value > 1000 and not words[k].joined:
                        yield k + 1, (value + more) * words[k].value
            if value // scale % 100 == 0 and words[j].value == scale and words[j].kind in "Sd":
                both = value + scale * (2 if words[j].kind == "d" else 1)
                yield j + 1, both
                if j + 1 < len(words) and words[j + 1].joined:
                    for k, more in numbers(words, j + 1, scale):
                        yield k, both + more


def readings(words):
    """The fewest lawful numbers that the words make: each way, as a tuple of values."""
    best = {len(words): {()}}
    for i in range(len(words) - 1, -1, -1):
        ways = {(value,) + rest for j, value in set(numbers(words, i)) for rest in best.get(j, ())}
        least = min(map(len, ways), default=0)
        best[i] = {way for way in ways if len(way) == least}
    return best[0]


# ---- what is asked --------------------------------------------------------------------------------------------------


def read(texts):
    """The numbers of each text, by one run of the command."""
    out = [[] for _ in texts]
    for line in isnad("number", "--format", "jsonl", "-", stdin="".join(t + "\n" for t in texts).encode()).splitlines():
        number = json.loads(line)
        out[number["line"] - 1].append(number)
    return out


def whole(text, n, lead=""):
    """The text but for `lead` is one number: its value, its first and last byte."""
    return lambda found: len(found) == 1 and found[0]["value"] == n and found[0]["number"] is not None and (
        found[0]["number"]["start"], found[0]["number"]["end"]) == (len(lead.encode()), len((lead + text).encode()))


def spelled(dice, count):
    """Small ones all, then at random; some with the article, some after و ف ب ل."""
    for i in range(count):
        n = i if i <= 1200 else 10 ** 12 if i == 1201 else random_number(dice)
        definite = n > 0 and dice.random() < 0.1
        speller = Speller(dice, definite).number(n)
        text = speller.text()
        lead = "" if definite else dice.choice(["", "", "", "و", "ف", "ب", "ل"])
        if speller.words[0].text == "احد":  # with و it has the letters of واحد
            lead = ""
        yield lead + text, n, whole(text, n, lead)


def cut_short(dice, count):
    """Every beginning of a number's words is the number that its words make, or, where its last word is none, all
    before that."""
    for _ in range(count):
        speller = Speller(dice).number(random_number(dice))
        for end in range(1, len(speller.words)):
            words = speller.words[:end]
            while words and words[-1].prefix is None:
                words.pop()
            text = speller.text(speller.words[:end])
            want = words[-1].prefix if words else None
            one = [want + 1] if len(words) < end and want and speller.words[end - 1].text[1:] == "حد" else None
            yield text, want, lambda found, want=want, one=one: (  # وأحد has the letters of واحد
                [f["value"] for f in found] in ([] if want is None else [want], one))


def pairs(dice, count):
    """Two numbers with و between them are one where the grammar lets them, else two, and never a part."""
    for _ in range(count):
        speller = Speller(dice)
        one, two = (Speller(dice).number(1 + random_number(dice)).words for _ in range(2))
        two[0].joined = True
        want = readings(one + two)
        text = speller.text(one + two)
        yield text, want, lambda found, want=want: tuple(f["value"] for f in found) in want


def lists(dice, count):
    """Parted by a comma or a noun they are two."""
    for _ in range(count):
        a, b = 1 + random_number(dice), 1 + random_number(dice)
        between = dice.choice(["، ", "، و", " كتابا و", " كتابا ثم "])
        text = Speller(dice).number(a).text() + between + Speller(dice).number(b).text()
        yield text, (a, b), lambda found, a=a, b=b: [f["value"] for f in found] == [a, b]


COUNTED = [("جندي", "جنود", "جنديا", False), ("عاملة", "عاملات", "عاملة", True), ("غارة", "غارات", "غارة", True),
           ("صاروخ", "صواريخ", "صاروخا", False), ("دولار", "دولارات", "دولارا", False)]


def counted(dice, count):
    """In a sentence, with the noun in the form that the number asks for, and duals bound to it: ألفا جندي."""
    for _ in range(count):
        n = 3 + random_number(dice)
        n += 3 if n % 100 in (1, 2) else 0
        one, some, many, fem = dice.choice(COUNTED)
        speller = Speller(dice)
        speller.fem, speller.sloppy = fem, False
        words = speller.number(n).words
        if words[-1].kind == "d" or (words[-1].kind, words[-1].value) == ("h", 200):
            words[-1].text = words[-1].text[:-1]
        noun = some if 3 <= n % 100 <= 10 else many if n % 100 > 10 else one
        lead = dice.choice(["وأعلن المتحدث وصول ", "وقالت الوزارة إن ", "وفي بيان لاحق تحدثت عن "])
        text = f"{lead}{speller.text()} {noun} في اليوم نفسه"
        yield text, n, lambda found, n=n, noun=noun: (
            len(found) >= 1 and found[0]["value"] == n and found[0]["noun"] is not None and found[0]["noun"]["text"] == noun)


def digits(dice, count):
    for _ in range(count):
        n, places = random_number(dice), dice.choice([0, 0, 1, 2])
        thousands = dice.choice(["", ",", "٬", "،", ".", " ", "\u00a0"])
        point = dice.choice([p for p in [".", ",", "٫"] if p != thousands])
        fraction = str(dice.randrange(10 ** places)).zfill(places) if places else ""
        if thousands == "." and (n < 10 ** 6 and fraction):
            thousands = ""
        whole_part = f"{n:,}".replace(",", thousands) if n < 10 ** 9 or thousands else f"{n % 10 ** 9}"
        value = float(f"{n if n < 10 ** 9 or thousands else n % 10 ** 9}.{fraction or 0}")
        text = (whole_part + (point + fraction if fraction else "")).translate(str.maketrans(DIGITS[0], dice.choice(DIGITS)))
        yield text, value, lambda found, text=text, value=value: (
            len(found) == 1 and abs(found[0]["value"] - value) < 1e-6 and found[0]["end"] == len(text.encode()))


def mixed(dice, count):
    """3 ملايين, 42 ألفا و350, 2.5 مليون و5 آلاف."""
    for _ in range(count):
        scale = dice.choice([10 ** 3, 10 ** 6, 10 ** 9])
        singular, plural, _ = SCALES[scale][0]
        n, more = dice.randint(3, 999), dice.choice([0, 0, dice.randrange(1, 1000)])
        numerals = str.maketrans(DIGITS[0], dice.choice(DIGITS))
        text = f"{n} " + (plural if 3 <= n % 100 <= 10 else singular + dice.choice(["", "ا", "اً"]) if n % 100 else singular)
        if dice.random() < 0.3 and not more:
            n += dice.randint(1, 9) / 10
            text = f"{n} {singular}"
        if more:
            text += dice.choice([" و", " و "]) + str(more)
        value = round(n * scale) + more
        text = text.translate(numerals)
        yield text, value, whole(text, value)


def ordinals(dice, count):
    for i in range(count):
        n = 1 + i % 99
        fem, definite, end = dice.random() < 0.5, dice.random() < 0.7 or n > 10, dice.choice(["ون", "ين"])
        definite |= fem and n == 2  # without the article it is a second of time
        al = "ال" if definite else ""
        unit = ("حادية" if fem else "حادي") if n % 10 == 1 and n > 10 else ORDINALS.get(n % 10, ORDINALS[10])[fem]
        if n <= 10:
            text = al + unit
        elif n % 10 == 0:
            text = al + TENS[n // 10] + end
        else:
            text = f"{al}{unit} " + (("عشرة" if fem else "عشر") if n < 20 else f"وال{TENS[n // 10]}{end}")
        yield text, n, lambda found, n=n: (
            len(found) == 1 and found[0]["value"] == n and (found[0]["kind"] == "ordinal" or "either" in found[0]["flags"]))


def main():
    seed = int(sys.argv[sys.argv.index("--seed") + 1]) if "--seed" in sys.argv else 1
    full = "--full" in sys.argv
    if "--seed" in sys.argv:
        del sys.argv[sys.argv.index("--seed"):sys.argv.index("--seed") + 2]
    arguments()
    tap = Tap()
    for name, make, count in (
            ("numbers up to a million million in words are read back", spelled, 100000 if full else 12000),
            ("every beginning of a number's words is read whole", cut_short, 10000 if full else 600),
            ("two numbers joined are one or two, by the grammar", pairs, 20000 if full else 1500),
            ("two numbers parted are two", lists, 10000 if full else 800),
            ("numbers with the noun that they count", counted, 20000 if full else 1500),
            ("digits with every separator", digits, 10000 if full else 1500),
            ("digits with scales in words", mixed, 10000 if full else 1500),
            ("ordinals up to the ninety-ninth", ordinals, 2000 if full else 400)):
        dice = random.Random(seed)
        cases = list(make(dice, count))
        wrong = [f"{text}: {want}: {[(f['text'], f['value']) for f in found]}"
                 for (text, want, right), found in zip(cases, read([text for text, _, _ in cases])) if not right(found)]
        tap.case(f"{name}: {len(cases)}", not wrong, f"{len(wrong)} wrong\n" + "\n".join(wrong[:12]))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
