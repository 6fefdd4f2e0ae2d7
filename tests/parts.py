#!/usr/bin/env python3
"""`isnad link` in parts: by processes side by side, by pieces that are run apart, in several goes, with parts that are missing
and articles that come meanwhile, the ledger is that of one process; what is no whole part is refused. For each database.

usage: tests/parts.py [BUILD]
"""
import glob
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

from backends import Named, backends
from harness import SOURCE, TESTS, Tap, arguments, isnad

sys.path.insert(0, os.path.join(TESTS, "ledger"))
import articles as made  # noqa: E402


def rows():
    """Articles of the ledger's own set, and of the bench's, told on few days; in an order that is no order of days."""
    out = subprocess.run([sys.executable, os.path.join(SOURCE, "bench", "corpus.py"), "--short", "0.05"], capture_output=True, check=True).stdout
    bench = [json.loads(line) for line in out.splitlines()]
    for number, row in enumerate(bench):
        row["published"] = f"2023-{1 + number % 2:02}-{1 + number % 9:02}"
    every = made.articles() + bench
    random.Random(5).shuffle(every)
    return every


def put(store, some):
    text = "".join(json.dumps({k: v for k, v in row.items() if k != "gold"}, ensure_ascii=False) + "\n" for row in some)
    isnad("code", "--quiet", "--threads", "1", "--from", "jsonl", "--store", store, "-", stdin=text.encode())


def exported(store):
    return [isnad("export", "--format", "csv", "--table", table, store) for table in ("events", "claims", "counts", "sources")]


def opened(claim, numbers):
    """The neighbours of a claim, out of the row that a file has of them: other, score."""
    values, value, shift = [], 0, 0
    for byte in numbers:
        value, shift = value | (byte & 127) << shift, shift + 7
        if byte < 128:
            values.append(value)
            value = shift = 0
    other = claim
    for i in range(0, len(values), 2):
        other += values[i] if i > 0 else values[i] >> 1 ^ -(values[i] & 1)
        yield other, values[i + 1]


def pairs(kind, store):
    db = kind.open(store)
    keys = dict(db.execute("SELECT claim, key FROM entry").fetchall())
    if kind.lists_pairs:
        rows = [(claim, other, score) for claim, numbers in db.execute("SELECT claim, list FROM pair_list").fetchall() for other, score in opened(claim, numbers) if other > claim]
    else:
        rows = db.execute("SELECT a, b, score FROM pair").fetchall()
    db.close()
    return sorted((*sorted((keys[a], keys[b])), score) for a, b, score in rows)


def ledger(kind, store):
    return pairs(kind, store), exported(store)


def cut(some, n):
    return [some[i * len(some) // n:(i + 1) * len(some) // n] for i in range(n)]


def plan(kind, folder, every):
    """A store with all articles, of which the first half is linked, and the folder of a plan for the rest."""
    store, pieces = kind.new(), os.path.join(folder, "pieces")
    shutil.rmtree(pieces, ignore_errors=True)
    put(store, every[:len(every) // 2])
    isnad("link", "--quiet", store)
    put(store, every[len(every) // 2:])
    said = isnad("link", store, "--plan", pieces, "--jobs", "3")
    return store, pieces, said


def find(store, pieces, *numbers):
    for number in numbers:
        isnad("link", store, "--find", pieces, "--part", str(number))


def test_jobs(tap, kind, every, want):
    for jobs, goes in ((3, 1), (2, 3)):
        store = kind.new()
        for some in cut(every, goes):
            put(store, some)
            isnad("link", "--quiet", "--jobs", str(jobs), store)
        tap.case(f"{jobs} jobs, {goes} goes: events and pairs are those of one process", ledger(kind, store) == want[goes])
        kind.drop(store)


def test_pieces(tap, kind, folder, every, want):
    store, pieces, said = plan(kind, folder, every)
    find(store, pieces, 1, 2, 3)
    had = [os.path.basename(path) for path in sorted(glob.glob(os.path.join(pieces, "*")))]
    tap.case("a plan and its parts are files", said == b"3 parts\n" and had == ["part-0001", "part-0002", "part-0003", "plan"], had)
    isnad("link", "--quiet", "--found", pieces, store)
    tap.case("pieces that were run apart give the same", ledger(kind, store) == want[2])
    again = isnad("link", "--found", pieces, store)
    tap.case("what is linked already is passed over", again == b"0 new claims, 0 events changed\n" and ledger(kind, store) == want[2], again)
    kind.drop(store)


def test_meanwhile(tap, kind, folder, every, more, want):
    store, pieces, _ = plan(kind, folder, every)
    find(store, pieces, 1, 3)
    put(store, more)
    run = isnad("link", "--quiet", "--found", pieces, store, check=False)
    tap.case("a part that is missing is told and made up for, and what came meanwhile is linked", run.returncode == 0 and b"part-0002" in run.stderr and exported(store) == want, run.stderr)
    kind.drop(store)


def test_bad(tap, kind, folder, every):
    store, pieces, _ = plan(kind, folder, every)
    find(store, pieces, 1, 2, 3)
    before = ledger(kind, store)
    path = os.path.join(pieces, "part-0002")
    whole = open(path, "rb").read()
    lines = whole.splitlines(True)
    bad = {"cut off": whole[:-10], "a line short": b"".join(lines[:5] + lines[6:]), "of another version": whole.replace(b"isnad-part ", b"isnad-part x", 1),
           "with other words": whole.replace(b"entry", b"extra", 1), "with more": whole + b"x", "empty": b""}
    for what, data in bad.items():
        with open(path, "wb") as file:
            file.write(data)
        run = isnad("link", "--found", pieces, store, check=False)
        tap.case(f"a part that is {what} is refused, and nothing changes", run.returncode == 1 and b"not whole" in run.stderr and ledger(kind, store) == before, run.stderr)
    with open(os.path.join(pieces, "plan"), "ab") as file:
        file.truncate(200)
    run = isnad("link", store, "--find", pieces, "--part", "1", check=False)
    tap.case("and so is a plan", run.returncode == 1 and b"not whole" in run.stderr, run.stderr)
    kind.drop(store)


def linked(kind, *goes):
    """The ledger of one process, in so many goes: which claim comes first gives an event its id."""
    store = kind.new()
    for some in goes:
        put(store, some)
        isnad("link", "--quiet", store)
    made_of = ledger(kind, store)
    kind.drop(store)
    return made_of


def test(tap, kind, folder, every, more):
    want = {goes: linked(kind, *cut(every, goes)) for goes in (1, 2, 3)}
    first, second = cut(every, 2)
    named = Named(tap, kind)
    named.case("there are pairs to be found", len(want[1][0]) > 20, len(want[1][0]))
    test_jobs(named, kind, every, want)
    test_pieces(named, kind, folder, every, want)
    test_meanwhile(named, kind, folder, every, more, linked(kind, first, second + more)[1])
    if kind.short == "sqlite":
        test_bad(named, kind, folder, every)


def main():
    arguments()
    tap = Tap()
    every = rows()
    with tempfile.TemporaryDirectory() as folder, backends(folder) as kinds:
        for kind in kinds:
            some = every if kind.short == "sqlite" else every[::3]  # PostgreSQL takes its time
            test(tap, kind, folder, some[:-20], some[-20:])
    for options in (("--find", "x"), ("--part", "1"), ("--plan", "x", "--found", "x"), ("--found", "x", "--undo")):
        run = isnad("link", "x.db", *options, check=False)
        tap.case(f"{' '.join(options)} makes no sense", run.returncode == 2, run.stderr)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
