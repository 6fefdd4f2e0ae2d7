#!/usr/bin/env python3
"""Of which kind a claim is, and what is told again: tests/kinds/sums.tsv has texts with the types of their claims, tests/kinds/tellings.tsv
texts that tell one thing several times, tests/kinds/once.tsv texts with the main claims that they make. Each must be right.

usage: tests/kinds.py [BUILD]
"""
import os

from harness import TESTS, Tap, arguments, code_rows

DAY = "2026-11-20"


def rows(name):
    with open(os.path.join(TESTS, "kinds", name), encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#") and line.strip()]
    return [dict(zip(lines[0], cells)) for cells in lines[1:]]


def coded(given):
    return code_rows([{"id": str(i), "text": row["text"].replace(" ¶ ", "\n\n"), "published": DAY}
                      for i, row in enumerate(given)])


def sums(tap):
    given = rows("sums.tsv")
    for row, record in zip(given, coded(given)):
        have = " ".join(claim["type"] for claim in record["claims"])
        tap.case(row["text"], have == row["kinds"], f"want {row['kinds']}; have {have}")


def tellings(tap):
    given = rows("tellings.tsv")
    for row, record in zip(given, coded(given)):
        told = [c for c in record["claims"] if c["event_type"] == "ASSAULT" and c["type"] != "denial"]
        others = [t["chain"][0]["text"] for t in told[0].get("retold", [])] if told else []
        have = (str(len(told)), "|".join(others) or "-")
        tap.case(row["text"], have == (row["claims"], row["retold"]), f"want {row['claims']}, {row['retold']}; have {have}")


def once(tap):
    given = rows("once.tsv")
    for row, record in zip(given, coded(given)):
        have = " ".join("/".join(filter(None, (c["event_type"] or "-", c["mode"]))) for c in record["claims"] if c["main"])
        tap.case(row["text"], have == row["claims"], f"want {row['claims']}; have {have}")


def main():
    _, _ = arguments()
    tap = Tap()
    sums(tap)
    tellings(tap)
    once(tap)
    raise SystemExit(tap.done())


if __name__ == "__main__":
    main()
