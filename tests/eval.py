#!/usr/bin/env python3
"""`isnad eval` against the reference ../shared/tools/score.py on the sets that stand beside the tree,
figure by figure; and the marks that the coder must reach on them. Sets are not the project's own;
where they are absent the test says so.

usage: tests/eval.py [BUILD]
"""
import json
import os
import subprocess
import sys
import tempfile

from harness import SHARED, Tap, arguments, gold_path, isnad, read

# What must be reached on ../shared/dev/gold.jsonl: `at_least`, the F1 of a figure; `at_most`, a number of
# faults. Raised as the coder grows.
MARKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "marks.json")


def same(a, b):
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b))
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) < 1e-9
    return a == b


def compare(tap, name, gold, records):
    scorer = os.path.join(SHARED, "tools", "score.py")
    want = json.loads(subprocess.run([sys.executable, scorer, gold, records, "--json"], check=True, capture_output=True).stdout)
    have = json.loads(isnad("eval", "--json", gold, records))
    for figure, value in want.items():
        tap.case(f"{name}: {figure}", same(have.get(figure, 0), value), f"isnad eval {have.get(figure)}, score.py {value}")
    return want


def reach(tap, figures):
    marks = json.loads(read(MARKS)) if os.path.exists(MARKS) else {}
    for figure, least in marks.get("at_least", {}).items():
        tap.case(f"mark: {figure} at least {least}", figures[figure][2] >= least, figures[figure])
    for figure, most in marks.get("at_most", {}).items():
        tap.case(f"mark: {figure} at most {most}", figures.get(figure, 0) <= most, figures.get(figure, 0))


def worse(records):
    """The same records with faults of each kind, so that the comparison sees misses as well as hits."""
    for i, line in enumerate(records):
        record = json.loads(line)
        for j, claim in enumerate(record["claims"]):
            if (i + j) % 3 == 0:
                claim["chain"] = claim["chain"][1:]
                claim["counts"] = claim["counts"] * 2
                claim["type"] = "incident"
            if (i + j) % 4 == 1:
                claim["main"] = not claim["main"]
                claim["deadline"] = None
            if (i + j) % 5 == 2:
                claim["actors"], claim["recipients"] = claim["recipients"], claim["actors"]
                claim["places"] = []
        if i % 6 == 0:
            record["claims"].reverse()
        if i % 7 == 0:
            record["claims"] = record["claims"][:1]
        yield json.dumps(record, ensure_ascii=False) + "\n"


def main():
    arguments()
    tap = Tap()
    gold = gold_path()
    if gold is None:
        tap.skip("eval", "../shared/dev is not here")
        return tap.done()
    with tempfile.TemporaryDirectory() as folder:
        plain, faulty = os.path.join(folder, "plain.jsonl"), os.path.join(folder, "faulty.jsonl")
        out = isnad("code", "--from", "jsonl", gold)
        with open(plain, "wb") as file:
            file.write(out)
        with open(faulty, "w", encoding="utf-8") as file:
            file.writelines(worse(out.decode().splitlines()))
        figures = compare(tap, "dev", gold, plain)
        compare(tap, "dev with faults", gold, faulty)
        reach(tap, figures)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
