#!/usr/bin/env python3
"""Composes the bench's corpus: articles of 1 to 8 KB from bench/templates.txt, as JSONL, the same
bytes each time. A quarter tell of violence and protest, a sixth of politics, the rest of other fields
of life; names, numbers, dates and the order of sentences vary; one in four carries page furniture.

With --short an article is a headline, its first sentence and another.

usage: bench/corpus.py [--short] MEGABYTES >corpus.jsonl
"""
import json
import os
import random
import re
import sys

KIN = ("bombing", "strike", "clash", "protest", "politics")  # what one report may tell of together
SLOT = re.compile(r"\{([^}]+)\}")


def load(path):
    lists, kinds, into = {}, {}, None
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            into = lists.setdefault(line[1:], [])
        elif line.startswith("["):
            name, weight = line[1:-1].split()
            kind = kinds.setdefault(name, {"weight": int(weight), "title": [], "lede": [], "body": []})
        elif line in ("title", "lede", "body"):
            into = kind[line]
        else:
            into.append(line)
    return lists, kinds


class Composer:
    def __init__(self, lists, kinds, seed, short=False):
        self.short = short
        self.lists, self.kinds, self.random = lists, kinds, random.Random(seed).random
        self.wheel = [name for name, kind in kinds.items() for _ in range(kind["weight"])]

    def below(self, n):
        return int(self.random() * n)

    def one(self, items):
        return items[self.below(len(items))]

    def slot(self, match):
        name = match.group(1)
        if name in self.lists:
            return self.fill(self.one(self.lists[name]))
        low, high = map(int, name.split("-"))
        return str(low + self.below(high - low + 1))

    def fill(self, template):
        return SLOT.sub(self.slot, template)

    def body(self, name):
        """Sentences to take from the end: those of the kind first, then of its kin, each once."""
        own = list(self.kinds[name]["body"])
        if name in KIN:
            kin = [line for each in KIN if each != name for line in self.kinds[each]["body"]]
        else:
            kin = list(own)
        for lines in (own, kin):
            for i in range(len(lines) - 1, 0, -1):
                j = self.below(i + 1)
                lines[i], lines[j] = lines[j], lines[i]
        return kin + own

    def article(self, number):
        name = self.one(self.wheel)
        kind = self.kinds[name]
        title = self.fill(self.one(kind["title"]))
        date = f"20{10 + self.below(15)}-{1 + self.below(12):02}-{1 + self.below(28):02}"
        lines = [title, ""]
        if self.below(4) == 0:
            lines += [title, "", "+ الخط -", ""]
        lines += [self.fill(self.one(kind["lede"])), ""]
        size = 900 + self.below(self.one((1500, 3000, 7000))) if not self.short else 1
        length = 0
        body = self.body(name)
        while length < size and body:
            paragraph = " ".join(self.fill(body.pop()) for _ in range(1 if self.short else min(len(body), 1 + self.below(3))))
            lines += [paragraph, ""]
            length += len(paragraph.encode())
        row = {"id": f"b{number:06}", "text": "\n".join(lines), "published": date}
        return json.dumps(row, ensure_ascii=False) + "\n"


def main():
    short = "--short" in sys.argv
    left = int(float(sys.argv[2 if short else 1]) * 1e6)
    composer = Composer(*load(os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates.txt")), 1, short)
    out, number = sys.stdout.buffer, 0
    while left > 0:
        line = composer.article(number).encode()
        out.write(line)
        left -= len(line)
        number += 1


if __name__ == "__main__":
    main()
