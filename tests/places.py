#!/usr/bin/env python3
"""Do the names of places that reports use find their country and their point? Two lists: that of
../shared/reference (where it is absent the test says so), and tests/places/names.tsv. Each name stands in a
report of its own that names the country once, as such reports do. Misses are told as notes.

usage: tests/places.py [BUILD]          the test
       tests/places.py --list [BUILD]   prints every miss
"""
import json
import math
import os
import sys

from harness import SHARED, SOURCE, TESTS, Tap, arguments, code_rows

HERE = os.path.join(TESTS, "places")
NATION = {"iq": "عراقي", "sy": "سوري", "ye": "يمني", "ly": "ليبي", "ps": "فلسطيني", "il": "إسرائيلي",
          "lb": "لبناني", "jo": "أردني", "sd": "سوداني", "ss": "جنوب سوداني", "eg": "مصري", "tn": "تونسي",
          "dz": "جزائري", "ma": "مغربي", "eh": "صحراوي", "so": "صومالي", "ke": "كيني", "et": "إثيوبي",
          "er": "إريتري", "ml": "مالي", "bf": "بوركيني", "ne": "نيجري", "ng": "نيجيري", "td": "تشادي",
          "tr": "تركي", "ir": "إيراني", "ae": "إماراتي", "sa": "سعودي", "qa": "قطري", "bh": "بحريني",
          "af": "أفغاني", "pk": "باكستاني", "-": "محلي"}
# one territory under two governments, or under none that all recognise
SAME = {"ps": {"ps", "il"}, "il": {"il", "ps"}, "eh": {"eh", "ma"}}
NEAR, WIDE = 25, 90


def rows(path):
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line and not line.startswith("#"):
            yield line.split("\t")


def report(name, country):
    return (f"قتل ثلاثة أشخاص وأصيب آخرون في {name} أمس الثلاثاء.\n\n"
            f"وقال مسؤول {NATION[country]} إن التحقيق ما زال مستمرا.\n")


def kilometres(a, b):
    return math.hypot((a[0] - b[0]) * 111.2, (a[1] - b[1]) * 111.2 * math.cos(math.radians(a[0])))


def alpha2():
    table = os.path.join(SOURCE, "lang", "ar", "countries.tsv")
    return {row[4].lower(): row[0] for row in rows(table) if len(row) > 4}


def judge(record, country, point, wide, codes):
    """None when right, else what is wrong."""
    places = [p for c in record["claims"] for p in c["places"]]
    if not places:
        return "no place"
    place = places[0]
    found = codes.get((place["country"] or "").lower(), "-")
    if place["lat"] is None:
        return f"no point ({place['text']})"
    if country != "-" and found not in SAME.get(country, {country}):
        return f"in {found} ({place['name']})"
    far = kilometres(point, (place["lat"], place["lon"]))
    return None if far <= (WIDE if wide else NEAR) else f"{far:.0f} km away ({place['name']})"


def measure(wanted, codes):
    """The names that went wrong, with why."""
    records = code_rows([{"id": str(i), "text": report(w[0], w[1])} for i, w in enumerate(wanted)], "--quiet")
    missed = []
    for record, w in zip(records, wanted):
        why = judge(record, w[1], (float(w[2]), float(w[3])), len(w) > 4 and w[4] == "r", codes)
        if why:
            missed.append(f"{w[0]} ({w[1]}): {why}")
    return missed


def reference():
    """The names of the shared list, with the points of points.tsv; None where the list is absent."""
    path = os.path.join(SHARED, "reference", "places150.tsv")
    if not os.path.exists(path):
        return None
    points = {(row[0], row[1]): row for row in rows(os.path.join(HERE, "points.tsv"))}
    return [points[(row[0], row[1].lower())] for row in rows(path)]


def main():
    listing = "--list" in sys.argv
    arguments()
    codes, tap = alpha2(), Tap()
    for title, wanted, least in (("names of the reference", reference(), 148),
                                 ("names of our own", list(rows(os.path.join(HERE, "names.tsv"))), 552)):
        if wanted is None:
            tap.skip(title, "no ../shared/reference/places150.tsv")
            continue
        missed = measure(wanted, codes)
        right = len(wanted) - len(missed)
        if listing:
            print(f"# {title}: {right} of {len(wanted)} right")
            print("\n".join("  " + m for m in missed))
        tap.case(f"{title}: {right} of {len(wanted)}, at least {least}", right >= least, "\n".join(missed))
    sys.exit(tap.done())


if __name__ == "__main__":
    main()
