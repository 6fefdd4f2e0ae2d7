#!/usr/bin/env python3
"""The same bytes out for 1, 2 and 8 threads, and for an article alone or in a batch; the same rows in a store, and an end when
it takes no more.

usage: tests/threads.py [BUILD]
"""
import json
import os
import sqlite3
import sys
import tempfile

from harness import Tap, all_rows, arguments, diff, isnad


def line(row):
    return (json.dumps(row, ensure_ascii=False) + "\n").encode()


def code(data, *args):
    return isnad("code", "--from", "jsonl", *args, "-", stdin=data)


def rows_of(path):
    """All rows of the tables that coding fills."""
    db = sqlite3.connect(path)
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'word%' AND name NOT LIKE "
                                             "'place_box%' ORDER BY 1")]
    rows = {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
    db.close()
    return rows


def stored(tap, folder, batch):
    stores = {n: os.path.join(folder, n + ".db") for n in ("1", "2", "8")}
    for n, path in stores.items():
        code(batch, "--threads", n, "--store", path)
    rows = {n: rows_of(path) for n, path in stores.items()}
    tap.case("the same rows in a store", len(rows["1"]["record_row"]) > 50 and rows["2"] == rows["1"] and rows["8"] == rows["1"])
    for n in stores:
        path = os.path.join(folder, f"refuses{n}.db")
        code(b"", "--store", path)
        with sqlite3.connect(path) as db:
            db.execute("CREATE TRIGGER refuse AFTER INSERT ON record_row WHEN NEW.id > 40 BEGIN SELECT RAISE(ABORT, 'no more'); END")
        db.close()
        run = isnad("code", "--from", "jsonl", "--quiet", "--threads", n, "--store", path, "-", stdin=batch, check=False)
        tap.case(f"{n} threads end with a store that refuses", run.returncode == 1 and b"no more" in run.stderr and rows_of(path)["record_row"] == [],
                 run.stderr.decode())


def main():
    arguments()
    tap = Tap()
    rows = list(all_rows())[:80]
    if not rows:
        tap.skip("threads", "no article at hand")
        return tap.done()
    # Short and long ones by turns, several times over, so that threads overtake each other.
    rows = [dict(row, id=f"{row['id']}-{turn}") for turn in range(3) for row in rows]
    rows = [row if i % 5 else dict(row, text=row["text"] + "\n" + row["text"] * 3) for i, row in enumerate(rows)]
    batch = b"".join(map(line, rows))
    one = code(batch, "--threads", "1")
    tap.case("a line each, in input order", [json.loads(each)["document"]["source"] for each in one.decode().splitlines()]
             == [row["id"] for row in rows])
    for n in ("2", "8"):
        many = code(batch, "--threads", n)
        tap.case(f"{n} threads give the bytes of one", many == one, diff(one.decode(), many.decode())[:2000])
    lines = one.splitlines(keepends=True)
    some = list(range(0, len(rows), max(1, len(rows) // 25)))
    differ = [rows[i]["id"] for i in some if code(line(rows[i])) != lines[i]]
    tap.case("alone or in a batch", not differ, f"differ: {differ}")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "batch.jsonl")
        with open(path, "wb") as file:
            file.write(batch)
        tap.case("from a file or standard input", isnad("code", path) == one)
        stored(tap, folder, batch)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
