#!/usr/bin/env python3
"""Who does what to whom: sentences of one act each, or of several with one asked for, with their doers and those it is
done to, and the codes of both. They stand in tests/roles/sentences.tsv; each must be right.

usage: tests/roles.py [BUILD]
"""
import os

from harness import TESTS, Tap, arguments, code_rows

# What stands before the sentence, so that a short text is an article.
BEFORE = "تقرير من مراسلنا عن أحداث اليوم\n\n"


def rows():
    with open(os.path.join(TESTS, "roles", "sentences.tsv"), encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#") and line.strip()]
    return [dict(zip(lines[0], cells)) for cells in lines[1:]]


def told(parties):
    """text/COUNTRY/SECTOR of each, joined by |; - for none."""
    return " | ".join(f"{p['text']}/{p['country'] or '-'}/{p['sector'] or '-'}" for p in parties) or "-"


def main():
    _, _ = arguments()
    tap = Tap()
    given = rows()
    records = code_rows([{"id": str(i), "text": BEFORE + r["sentence"], "published": "2024-05-10"}
                         for i, r in enumerate(given)])
    for row, record in zip(given, records):
        event, _, which = row["event"].partition(":")
        claims = [c for c in record["claims"] if c["event_type"] == event]
        claim = claims[int(which or 0)] if len(claims) > int(which or 0) else None
        have = {"actors": told(claim["actors"]), "recipients": told(claim["recipients"])} if claim else {}
        notes = "\n".join(f"{f}: want {row[f]}; have {have.get(f)}" for f in ("actors", "recipients"))
        tap.case(row["sentence"], all(have.get(f) == row[f] for f in ("actors", "recipients")), notes)
    raise SystemExit(tap.done())


if __name__ == "__main__":
    main()
