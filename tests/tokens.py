#!/usr/bin/env python3
"""Tokens. How words are cut into clitics and a stem, by a list of our own and by a treebank beside the tree
(where it is absent the test says so); and that tokens cover any bytes: between two of them there is only
what is not seen, or joins.

usage: tests/tokens.py [BUILD]          the test
       tests/tokens.py --list [BUILD]   prints every word that is cut otherwise
"""
import json
import os
import random
import sys
import unicodedata

from harness import SHARED, TESTS, Tap, arguments, isnad

LEAST = 98.0  # per cent of the treebank's words
JOINERS = {"_"}


def rows(path):
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line and not line.startswith("#"):
            yield line.split("\t")


def tokens(data):
    """The tokens of some bytes, parsed. What is malformed in a text is U+FFFD there."""
    return [json.loads(line) for line in isnad("tokens", "--format", "jsonl", "-", stdin=data).decode().splitlines()]


def cut(words):
    """Each word, a line of its own, as the likeliest reading has it: parts joined by +."""
    parts = [[] for _ in words]
    for token in tokens("\n".join(words).encode()):
        readings = token["readings"]
        parts[token["paragraph"] - 1] += readings[0]["parts"] if readings else [token["text"]]
    return ["+".join(p) for p in parts]


def compare(wanted):
    """Of pairs (word, parts) those that are cut otherwise, as lines."""
    return [f"{word}: {want}, not {have}" for (word, want), have in zip(wanted, cut([w[0] for w in wanted]))
            if want != have]


def treebank():
    path = os.path.join(SHARED, "suites", "ud_pud_segmentation.tsv")
    return [(row[1], row[2]) for row in list(rows(path))[1:]] if os.path.exists(path) else None


# ---- covering

ALPHABET = ("قتلجنودفيهجوماليوم" * 4 + "أإآٱةىئؤءپچگک" + "ًٌٍَُِّْٰـ" + "،؛؟.!:()«»\"'“”‘’„‹›…-–#@_/\\" + "0123٠١٢٣۴۵٬٫"
            + "abcXYZ" + " \t\n\r" + "\u200f\u200e\u200d\u200c\u200b\ufeff\u2067\u2069\u00ad\u0300\u2028"
            + "ﻻﻷﷲﻗﺘﻞ中😀\ufffd")


def is_unseen(char):
    return (char.isspace() or char in JOINERS or unicodedata.category(char) in ("Cc", "Cf", "Mn", "Me", "Zl", "Zp")
            or char in "\u034f\u115f\u1160\u3164\uffa0")


def uncovered(data):
    """What is wrong with the tokens of these bytes; None: nothing."""
    end = 0
    for token in tokens(data) + [{"start": len(data), "end": len(data)}]:
        if token["start"] < end:
            return f"token at {token['start']} begins before the end of the last, {end}"
        gap = data[end:token["start"]].decode("utf-8", "strict")
        if not all(is_unseen(c) for c in gap):
            return f"bytes {end}-{token['start']} are in no token: {gap!r}"
        for reading in token.get("readings", []):
            if "".join(reading["parts"]) != token["text"]:
                return f"the parts of {token['text']!r} are not the whole of it"
        end = token["end"]
    return None


def strings():
    """Texts made by chance, always the same."""
    chance = random.Random(20260101)
    for i in range(120):
        yield "".join(chance.choice(ALPHABET) for _ in range(chance.randrange(1, 400))).encode()
    for i in range(40):  # any bytes; what is malformed is a token, so that only well-formed text is left out
        data = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 200)))
        yield data.decode("utf-8", "replace").encode() + "قتل".encode()


def main():
    listing = "--list" in sys.argv
    arguments()
    tap = Tap()
    own = [(row[0], row[1]) for row in rows(os.path.join(TESTS, "tokens", "words.tsv"))]
    missed = compare(own)
    tap.case(f"words of our own: {len(own) - len(missed)} of {len(own)}", not missed, "\n".join(missed))
    bank = treebank()
    if bank is None:
        tap.skip("words of a treebank", "no ../shared/suites/ud_pud_segmentation.tsv")
    else:
        missed = compare(bank)
        share = 100 * (len(bank) - len(missed)) / len(bank)
        if listing:
            print("\n".join("  " + m for m in missed))
        tap.case(f"words of a treebank: {share:.2f} % of {len(bank)} as there, at least {LEAST}", share >= LEAST,
                 "\n".join(missed))
    faults = [f"{data[:60]!r}: {why}" for data in strings() if (why := uncovered(data))]
    tap.case("tokens cover any text", not faults, "\n".join(faults))
    sys.exit(tap.done())


if __name__ == "__main__":
    main()
