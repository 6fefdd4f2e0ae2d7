#!/usr/bin/env python3
"""The same bytes out for 1, 2 and 8 threads, and for an article alone or in a batch.

usage: tests/threads.py [BUILD]
"""
import json
import os
import sys
import tempfile

from harness import Tap, all_rows, arguments, diff, isnad


def line(row):
    return (json.dumps(row, ensure_ascii=False) + "\n").encode()


def code(data, *args):
    return isnad("code", "--from", "jsonl", *args, "-", stdin=data)


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
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
