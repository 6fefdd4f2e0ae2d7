#!/usr/bin/env python3
"""The bench of the store: how fast articles are stored, how large the file is, what a day more costs to link, how long
queries take. Times are seconds of the processor, in user mode and in the system, of one thread; of queries the best of
three. Prints a table as docs/bench.md has it.

usage: bench/store.py BUILD CORPUS.jsonl [DAY-ARTICLES]      the last DAY-ARTICLES (500) come a day later
"""
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile

QUERIES = (["type:ASSAULT", "date:2023-12"], ["killed>=20", "date:2023"], ["place:حلب", "date:2023-12"], ["near:36.2,37.15,25km", "date:2023-12"],
           ["actor:hezbollah", "date:2023-12"], ["sources>=3", "date:2023-12"], ["انفجار", "كركوك", "date:2023-12"], ["outcome:open", "deadline:2024"])


def spent(*command, stdin=None):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stdin=stdin)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def size(path):
    db = sqlite3.connect(path)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    return os.path.getsize(path)


def main():
    build, corpus = sys.argv[1:3]
    day = int(sys.argv[3]) if len(sys.argv) > 3 else 500
    isnad = os.path.join(build, "isnad")
    os.environ["ISNAD_PACK"] = os.path.join(build, "isnad-ar.pack")
    with open(corpus, encoding="utf-8") as file:
        lines = file.read().splitlines()
    with tempfile.TemporaryDirectory(dir=os.path.join(build, "bench")) as folder:
        old, new, path = (os.path.join(folder, name) for name in ("old.jsonl", "new.jsonl", "bench.db"))
        with open(old, "w", encoding="utf-8") as file:
            file.write("\n".join(lines[:-day]) + "\n")
        with open(new, "w", encoding="utf-8") as file:
            for line in lines[-day:]:
                file.write(json.dumps({**json.loads(line), "published": "2023-12-31"}, ensure_ascii=False) + "\n")
        code = ("code", "--quiet", "--threads", "1", "--from", "jsonl")
        alone = spent(isnad, *code, old)
        stored = spent(isnad, *code, "--store", path, old)
        articles, raw = len(lines) - day, sum(len(json.loads(line)["text"].encode()) for line in lines[:-day])
        print(f"| articles, text | {articles:,}, {raw / 1e6:.1f} MB |")
        print(f"| coded | {articles / alone:,.0f} articles/s |")
        print(f"| coded and stored | {articles / stored:,.0f} articles/s; stored alone {articles / max(stored - alone, 1e-9):,.0f}/s |")
        print(f"| file of what was coded | {size(path) / raw:.2f} times the text |")
        first = spent(isnad, "link", "--quiet", path)
        claims, events = sqlite3.connect(path).execute("SELECT (SELECT count(*) FROM claim), (SELECT count(*) FROM event)").fetchone()
        print(f"| linked | {claims:,} claims, {events:,} events in {first:.1f} s |")
        print(f"| file with ledger and indexes | {size(path) / raw:.2f} times the text |")
        spent(isnad, *code, "--store", path, new)
        print(f"| a day more linked | {day} articles in {spent(isnad, 'link', '--quiet', path):.2f} s |")
        slowest = max((min(spent(isnad, "query", path, *q) for _ in range(3)), " ".join(q)) for q in QUERIES)
        print(f"| the slowest query | {slowest[0] * 1000:.0f} ms: `{slowest[1]}` |")


if __name__ == "__main__":
    main()
