#!/usr/bin/env python3
"""Composes a year of news for the bench of the store, as JSONL in the order of days, the same bytes each time: articles
of bench/templates.txt, spread over 2023, that are as various as news are where the ledger looks. Every town of
lang/ar/places.tsv may be the place, a few of them often and most seldom (1/rank); who fights there are the armies and groups of
its country; people have names of lang/ar/names.tsv. What has happened is told again, by other outlets on the same day
and the next two, with most of its figures and names; two retellings of five are an agency's words printed with another headline. Two sentences of
five are made of the words of the spelling dictionary, frequent and rare, and tell of nothing: so articles are not like each
other by their templates alone, and as many words stand in the index as in a real one.

usage: bench/year.py ARTICLES [--day N] >year.jsonl      --day: the N articles of 2024-01-01 instead, which go on with the year's
"""
import datetime
import json
import os
import random
import re
import sys

import corpus

HERE = os.path.dirname(os.path.abspath(__file__))
LANG = os.path.join(os.path.dirname(HERE), "lang", "ar")
DICTIONARY = "/usr/share/hunspell/ar.dic"
MEMORABLE = ("killed", "people", "weapon", "site", "part", "source", "groups", "group", "army")
DAYS = 365
SAME = (("، القيادي في المعارضة، الحكومة", "، القيادي في {group}، حكومة {country}"),  # who is nobody in particular in a template
        ("وقال رئيس الوزراء،", "وقال رئيس وزراء {country}،"), ("ونفت وزارة الداخلية", "ونفت شرطة {city}"),
        ("ودعت نقابة المعلمين", "ودعت نقابة المعلمين في {city}"), ("وقال الوزير،", "وقال وزير خارجية {country}،"),
        ("الحكومة {nation}", "حكومة {country}"), ("وزارة الخارجية {nation}", "وزارة خارجية {country}"),
        ("بحث وزير الخارجية،", "بحث وزير خارجية {country}،"))


def rows(name):
    with open(os.path.join(LANG, name), encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return [dict(zip(lines[0], line)) for line in lines[1:]]


def first_name(row):
    return re.sub(r"\[.*?\]", "", row["names"].split("|")[0]).strip()


class Wheel:
    """Things drawn with weights 1 / (rank + 4)."""

    def __init__(self, things, draw):
        self.things, self.draw, self.upto, total = things, draw, [], 0.0
        for rank in range(len(things)):
            total += 1 / (rank + 4)
            self.upto.append(total)

    def one(self):
        at, low, high = self.draw() * self.upto[-1], 0, len(self.upto) - 1
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self.upto[middle] >= at else (middle + 1, high)
        return self.things[low]


class Scene:
    """An occurrence: where, who, and what has been said of it."""

    def __init__(self, kind, place, day):
        self.kind, self.place, self.day, self.said, self.wire = kind, place, day, {}, None


class Year(corpus.Composer):
    def __init__(self, seed):
        super().__init__(*corpus.load(os.path.join(HERE, "templates.txt")), seed=seed)
        for kind in self.kinds.values():
            for part in ("title", "lede", "body"):
                for old, new in SAME:
                    kind[part] = [line.replace(old, new) for line in kind[part]]
        shuffle = random.Random(2023)
        places = [row for row in rows("places.tsv") if row["cue"] == "0" and row["precision"] == "1"]
        shuffle.shuffle(places)
        countries = {}
        for row in places:
            countries.setdefault(row["country"], []).append(row)
        self.places = Wheel([row for row in places if len(countries[row["country"]]) >= 20], self.random)
        self.towns = {country: Wheel([first_name(row) for row in towns], self.random) for country, towns in countries.items()}
        fighters = {}
        for row in rows("actors.tsv"):
            if row["role"] == "belligerent" and "/" not in row["id"] and "hostile" not in row["flags"]:
                fighters.setdefault((row["country"], row["sector"] == "MIL"), []).append(first_name(row))
        self.fighters = {key: Wheel(names, self.random) for key, names in fighters.items()}
        self.countries = Wheel([first_name(row) for row in rows("countries.tsv")], self.random)
        self.given = Wheel([first_name(row) for row in rows("names.tsv") if row["use"] == "-"], self.random)
        self.outlets = Wheel([row["domain"] for row in rows("outlets.tsv") if row["domain"] != "-"], self.random)
        with open(DICTIONARY, encoding="utf-8") as file:
            words = [line.split("/")[0].strip() for line in file][20:]
        words = [word for word in words if 3 <= len(word) <= 8 and word.isalpha()]
        shuffle.shuffle(words)
        self.words = Wheel(words, self.random)
        self.scene, self.day = None, None

    def slot(self, match):
        name, scene = match.group(1), self.scene
        if name in MEMORABLE:
            said = scene.said.setdefault(name, [])
            if len(said) < 2 or self.below(10) < 3:
                said.append(self.other(match))
                return said[-1]
            return self.one(said)
        return self.other(match)

    def other(self, match):
        name, country = match.group(1), self.scene.place["country"]
        if name == "city":
            return first_name(self.scene.place) if self.below(4) else self.towns[country].one()
        if name in ("army", "group", "groups") and self.below(5) and (country, name == "army") in self.fighters:
            return self.fighters[country, name == "army"].one()
        if name == "country":
            return self.countries.one()
        if name == "name":
            return " ".join(self.given.one() for _ in range(2 + self.below(2)))
        if name == "month":
            return self.lists["month"][(self.day.month + self.below(3) - 2) % 12] if self.below(4) else super().slot(match)
        return super().slot(match)

    def idle(self):
        return " ".join(self.words.one() for _ in range(8 + self.below(9))) + "."

    def own(self, sentence):
        """A sentence of the templates as another desk would end it: with the town, or with words of its own."""
        if self.scene.kind not in corpus.KIN or not sentence.endswith("."):
            return sentence
        town = " في {city}" if "{city}" not in sentence and self.below(10) < 6 else ""
        tail = "، " + " ".join(self.words.one() for _ in range(2 + self.below(4))) if self.below(2) else ""
        return sentence[:-1] + town + tail + "."

    def told(self, scene):
        """An article as it stands under one headline: lines."""
        kind = self.kinds[scene.kind]
        title = self.fill(self.one(kind["title"]))
        if scene.wire and self.below(5) < 2:
            return [title, ""] + scene.wire
        lines = [self.fill(self.one(kind["lede"])), ""]
        size, length, body = 900 + self.below(self.one((1500, 3000, 7000))), 0, self.body(scene.kind)
        while length < size and body:
            sentences = []
            for _ in range(min(len(body), 1 + self.below(3))):
                sentences.append(self.fill(self.own(body.pop())))
                if self.below(5) < 3:
                    sentences.append(self.idle())
            lines += [" ".join(sentences), ""]
            length += len(lines[-2].encode())
        scene.wire = scene.wire or lines
        return [title, ""] + lines

    def article(self, number, day, scenes):
        self.day = day
        old = [scene for scene in scenes if (day - scene.day).days < 3]
        if old and self.below(20) < 11:
            self.scene = self.one(old)
        else:
            self.scene = Scene(self.one(self.wheel), self.places.one(), day)
            scenes.append(self.scene)
        lines = self.told(self.scene)
        row = {"id": f"y{number:06}", "text": "\n".join(lines), "published": day.isoformat(), "outlet": self.outlets.one()}
        return json.dumps(row, ensure_ascii=False) + "\n"


def main():
    articles, out = int(sys.argv[1]), sys.stdout.buffer
    start, year, scenes = datetime.date(2023, 1, 1), Year(1), []
    if len(sys.argv) > 3:
        year = Year(2)
        for number in range(int(sys.argv[3])):
            out.write(year.article(articles + number, start + datetime.timedelta(DAYS), scenes).encode())
        return
    for number in range(articles):
        day = start + datetime.timedelta(number * DAYS // articles)
        scenes = [scene for scene in scenes if (day - scene.day).days < 3] if number % 64 == 0 else scenes
        out.write(year.article(number, day, scenes).encode())


if __name__ == "__main__":
    main()
