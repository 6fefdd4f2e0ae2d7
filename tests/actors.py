#!/usr/bin/env python3
"""Whose body is it, and who is known: short articles with parties and sources that must be told, and their codes.
They stand in tests/actors/*.tsv. Of `expect`, WORDS=COUNTRY or WORDS=COUNTRY/SECTOR must be an actor or a recipient
of some claim, and of none with another code; WORDS= must be a link of some chain.

usage: tests/actors.py [BUILD]
"""
import glob
import os

from harness import TESTS, Tap, arguments, code_rows


# What stands before a text of one paragraph, so that it is an article.
BEFORE = "تقرير من مراسلنا عن أحداث اليوم\n\n"


def rows():
    found = []
    for path in sorted(glob.glob(os.path.join(TESTS, "actors", "*.tsv"))):
        with open(path, encoding="utf-8") as file:
            lines = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#") and line.strip()]
        found += [dict(zip(lines[0], cells)) for cells in lines[1:]]
    return found


def text_of(row):
    text = row["text"].replace("\\n", "\n")
    return text if "\n" in text else BEFORE + text


def told(record):
    """The (words, COUNTRY/SECTOR) of all parties, and the words of all sources."""
    parties = {(p["text"], f"{p['country'] or '-'}/{p['sector'] or '-'}")
               for claim in record["claims"] for p in claim["actors"] + claim["recipients"]}
    return parties, {link["text"] for claim in record["claims"] for link in claim["chain"]}


def fits(want, parties, sources):
    words, _, code = want.rpartition("=")
    if not code:
        return words in sources
    codes = {c for w, c in parties if w == words}
    return bool(codes) and all(code in (c, c.split("/")[0]) for c in codes)


def main():
    _, _ = arguments()
    tap = Tap()
    given = rows()
    records = code_rows([{"id": str(i), "text": text_of(r), "published": "2024-05-10",
                          **({"outlet": r["outlet"]} if r["outlet"] != "-" else {})} for i, r in enumerate(given)])
    for row, record in zip(given, records):
        parties, sources = told(record)
        for want in row["expect"].split(";"):
            tap.case(f"{want} of: {row['text'][:60]}", fits(want, parties, sources),
                     f"have {sorted(parties)} {sorted(map(str, sources))}")
    raise SystemExit(tap.done())


if __name__ == "__main__":
    main()
