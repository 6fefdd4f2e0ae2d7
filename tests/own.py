#!/usr/bin/env python3
"""The project's own gold sets, tests/gold/*.jsonl: that they are whole, and the marks that the coder must
reach on each half of each (tests/gold/marks.json).

usage: tests/own.py [BUILD]
"""
import json
import os
import sys
import tempfile

from harness import TESTS, Tap, arguments, isnad, read

GOLD = os.path.join(TESTS, "gold")
HALVES = {"dev": 1, "held-out": 0}  # what the number of an article leaves when halved


def texts(row):
    """Every text of a gold article that must stand in its input or be the outlet given with it."""
    yield from row["boilerplate"] + [quote["text"] for quote in row.get("quotes", [])]
    yield from filter(None, [row.get("title")])
    for claim in row["claims"]:
        yield from claim["anchors"]
        for field in ("actors", "recipients", "counts", "places", "chain"):
            for item in claim.get(field) or []:
                yield item["text"]
                yield from (part["text"] for part in item.get("of_whom", []))


def faults(rows):
    for row in rows:
        known = {claim["id"] for claim in row["claims"]}
        if len(known) != len(row["claims"]) or row["relevant"] != bool(known):
            yield f"{row['id']}: ids used twice, or relevant without claims"
        for text in texts(row):
            if text not in row["input"] and text != row["given"]["outlet"]:
                yield f"{row['id']}: not in the article: {text}"
        named = [claim["refers_to"] for claim in row["claims"] if "refers_to" in claim]
        for claim in named + [end for pair in row["contradictions"] for end in pair[:2]]:
            if claim not in known:
                yield f"{row['id']}: no claim {claim}"


def reach(tap, half, rows, marks):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        file.flush()
        figures = json.loads(isnad("eval", "--json", file.name))
    for figure, least in marks["at_least"].items():
        tap.case(f"{half}: {figure} at least {least}", figures[figure][2] >= least, figures[figure])
    for figure, most in marks["at_most"].items():
        tap.case(f"{half}: {figure} at most {most}", figures.get(figure, 0) <= most, figures.get(figure, 0))


def main():
    arguments()
    tap = Tap()
    for name, marks in json.loads(read(os.path.join(GOLD, "marks.json"))).items():
        rows = [json.loads(line) for line in read(os.path.join(GOLD, name + ".jsonl")).decode().splitlines()]
        wrong = list(faults(rows))
        tap.case(f"{name} is whole", not wrong, "\n".join(wrong))
        for half, rest in HALVES.items():
            reach(tap, f"{name}, {half}", [row for row in rows if int(row["id"][1:]) % 2 == rest], marks[half])
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
