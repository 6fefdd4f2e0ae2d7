#!/usr/bin/env python3
"""Text that nobody wrote: cuttings, shuffles and omissions of the sample articles and of the sentences of the tests, the same
each time. Every one is coded, and what its claims stand on is there, byte for byte. Rules ask of the next word, the next
number, the last deed; the build with sanitizers tells where there is none.

usage: tests/mutants.py [BUILD [SEED]]
"""
import glob
import json
import os
import random
import sys

from harness import SOURCE, TESTS, Tap, arguments, code_rows

EACH = 4  # of one text


def texts():
    for path in sorted(glob.glob(os.path.join(SOURCE, "samples", "*.txt"))):
        with open(path, encoding="utf-8") as file:
            yield file.read()
    for name in ("roles/sentences.tsv", "chains/sentences.tsv", "actors/known.tsv", "counts.tsv", "date-sentences.tsv"):
        with open(os.path.join(TESTS, name), encoding="utf-8") as file:
            for line in file:
                if not line.startswith("#") and line.strip():
                    yield line.rstrip("\n").split("\t")[-1]


def mutants(text, dice):
    words = text.split(" ")
    for _ in range(EACH):
        kind = dice.random()
        if kind < 0.4:
            first = dice.randrange(len(words))
            yield words[first:first + dice.randrange(1, 40)]
        elif kind < 0.7:
            shuffled = words[:200]
            dice.shuffle(shuffled)
            yield shuffled
        else:
            yield [word for word in words if dice.random() > 0.1]


def misplaced(mark, bytes_):
    return mark and mark.get("start") is not None and bytes_[mark["start"]:mark["end"]].decode() != mark["text"]


def main():
    arguments()
    dice = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    made = [" ".join(words) for text in texts() for words in mutants(text, dice)]
    made = [text for text in made if text.strip()]
    records = code_rows([{"id": str(i), "text": text, "published": "2026-11-20"} for i, text in enumerate(made)], "--quiet")
    tap = Tap()
    tap.case(f"each of {len(made)} is coded", len(records) == len(made))
    wrong = []
    for text, record in zip(made, records):
        bytes_ = text.encode()
        for claim in record["claims"]:
            marks = [claim["anchor"], claim["evidence"], *claim["anchors"], *claim["actors"], *claim["recipients"], *claim["counts"], *claim["chain"]]
            wrong += [json.dumps(mark, ensure_ascii=False) for mark in marks if misplaced(mark, bytes_)]
    tap.case("and its claims stand on its bytes", not wrong, "\n".join(wrong))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
