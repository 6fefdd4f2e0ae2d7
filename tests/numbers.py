#!/usr/bin/env python3
"""The public suites of numbers in ../shared/suites, read by `isnad number`. Every case that is not read as the suite
has it stands in tests/rejected-numbers.tsv with the reason; no other may fail, and none that stands there may pass.

A case is right when the text is one number and nothing else: its words begin where the text begins and end where it ends,
and its value, of an ordinal its rank, is the one that is asked for. A number that may be cardinal or ordinal, where
nothing beside it tells, is right as either.

usage: tests/numbers.py [BUILD]
"""
import csv
import json
import math
import os
import sys

from harness import SHARED, TESTS, Tap, arguments, isnad

SUITES = os.path.join(SHARED, "suites")
# suite, has it a header, the share that must be read as it has it
LISTS = (("numwords_all", False, 0.97), ("duckling_numeral", True, 0.97), ("duckling_ordinal", True, 0.95))


def cases(suite, header):
    """(line, text, kind, value) of each row."""
    with open(os.path.join(SUITES, suite + ".tsv"), encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t") if header else csv.reader(file, delimiter="\t")
        for line, row in enumerate(rows, 2 if header else 1):
            if header:
                yield line, row["input"], row["kind"], float(row["expected"])
            else:
                yield line, row[0], "number", float(row[1])


def read(texts):
    """The numbers of each text, by one run of the command."""
    out = [[] for _ in texts]
    lines = "".join(text.replace("\n", " ") + "\n" for text in texts).encode()
    for line in isnad("number", "--format", "jsonl", "-", stdin=lines).decode().splitlines():
        number = json.loads(line)
        out[number["line"] - 1].append(number)
    return out


def right(text, kind, value, numbers):
    if len(numbers) != 1:
        return False
    n, = numbers
    ordinal = n["kind"] == "ordinal"
    if n["start"] != 0 or n["end"] != len(text.encode()):
        return False
    if (kind == "ordinal") != ordinal and "either" not in n["flags"]:
        return False
    have = n["value"] * (0.01 if n["kind"] == "percent" else 1)
    return math.isclose(have, value, rel_tol=1e-9, abs_tol=1e-9)


def rejected():
    path = os.path.join(TESTS, "rejected-numbers.tsv")
    with open(path, encoding="utf-8") as file:
        fields = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return {(suite, int(line)): reason for suite, line, reason in fields}


def brief(numbers):
    return [(n["text"], n["kind"], n["value"], n["flags"]) for n in numbers]


def main():
    arguments()
    tap = Tap()
    reasons = rejected()
    for suite, header, share in LISTS:
        if not os.path.isdir(SUITES):
            tap.skip(suite, "there are no suites beside the project")
            continue
        done = list(cases(suite, header))
        read_as = read([text for _, text, _, _ in done])
        good = [right(text, kind, value, numbers) for (_, text, kind, value), numbers in zip(done, read_as)]
        wrong = [f"{line}: {text} is {value}: {brief(numbers)}" for (line, text, _, value), numbers, ok in zip(done, read_as, good)
                 if not ok and (suite, line) not in reasons]
        stale = [f"{line}: {text}: passes, but stands among the rejected" for (line, text, _, _), ok in zip(done, good)
                 if ok and (suite, line) in reasons]
        tap.case(f"{suite}: {sum(good)} of {len(done)} as the suite has them, the others rejected with a reason",
                 not wrong and not stale and sum(good) >= share * len(done), "\n".join(wrong + stale))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
