#!/usr/bin/env python3
"""The bench of the store: how fast articles are stored, how large the file is, what a day more costs to link, how long
queries take. Times are seconds of the processor, in user mode and in the system, of one thread; of queries the best of
three. Prints a table as docs/bench.md has it.

Of PostgreSQL, a cluster of the bench's own as its tests have it, but with every write made safe, two times are told: of the command, and
of the server with all its processes. One waits for the other, so articles/s are those of both together.

usage: bench/store.py BUILD CORPUS.jsonl [DAY-ARTICLES] [--postgres]      the last DAY-ARTICLES (500) come a day later
"""
import contextlib
import glob
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time

QUERIES = (["type:ASSAULT", "date:2023-12"], ["killed>=20", "date:2023"], ["place:حلب", "date:2023-12"], ["near:36.2,37.15,25km", "date:2023-12"],
           ["actor:hezbollah", "date:2023-12"], ["sources>=3", "date:2023-12"], ["انفجار", "كركوك", "date:2023-12"], ["outcome:open", "deadline:2024"])


class File:
    """A store in SQLite."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "bench.db")

    def server(self):
        return 0.0

    def size(self):
        db = sqlite3.connect(self.path)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()
        return os.path.getsize(self.path)

    def count(self, table):
        return sqlite3.connect(self.path).execute(f"SELECT count(*) FROM {table}").fetchone()[0]


class Server:
    """A store in PostgreSQL."""

    def __init__(self, cluster):
        # as one that has been at work: its memory has been touched, files of its log are there to be written anew
        cluster.psql("postgres", "CREATE TABLE warm (t text); INSERT INTO warm SELECT repeat(md5(n::text), 30) FROM generate_series(1, 400000) n; "
                                 "CHECKPOINT; DROP TABLE warm; CHECKPOINT")
        self.cluster, self.path = cluster, cluster.store()
        self.name = self.path.rsplit("/", 1)[1]

    def server(self):
        """Seconds of the processor of the server and of its processes, those that have ended too, once it has noticed that."""
        time.sleep(0.2)
        with open(os.path.join(self.cluster.data, "postmaster.pid"), encoding="ascii") as file:
            pid = file.readline().strip()
        ticks = 0
        for path in glob.glob("/proc/[0-9]*/stat"):
            with contextlib.suppress(OSError), open(path, encoding="utf-8") as file:
                fields = file.read().rpartition(")")[2].split()
                if fields[1] == pid:
                    ticks += int(fields[11]) + int(fields[12])
                if path == f"/proc/{pid}/stat":
                    ticks += sum(map(int, fields[11:15]))
        return ticks / os.sysconf("SC_CLK_TCK")

    def size(self):
        return int(self.cluster.psql(self.name, f"SELECT pg_database_size('{self.name}') - pg_database_size('template_isnad')"))

    def count(self, table):
        return int(self.cluster.psql(self.name, f"SELECT count(*) FROM isnad.{table}"))


@contextlib.contextmanager
def place(folder, postgres):
    if not postgres:
        yield File(folder)
        return
    sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "tests"))
    import backends
    with backends.cluster(backends.SAFE) as cluster:
        if cluster is None:
            sys.exit(1)
        yield Server(cluster)


def spent(store, *command):
    """Seconds of the command, and of the server meanwhile."""
    before, there = resource.getrusage(resource.RUSAGE_CHILDREN), store.server()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, store.server() - there


def told(seconds, digits=1):
    own, server = seconds
    return f"{own + server:.{digits}f} s" + (f" ({own:.{digits}f} and {server:.{digits}f})" if server else "")


def measure(isnad, store, old, new, lines, day):
    code = ("code", "--quiet", "--threads", "1", "--from", "jsonl")
    articles, raw = len(lines) - day, sum(len(json.loads(line)["text"].encode()) for line in lines[:-day])
    one = old + ".one"
    with open(one, "w", encoding="utf-8") as file:
        file.write(lines[-1] + "\n")
    spent(store, isnad, *code, "--store", store.path, one)  # the tables are made
    alone = spent(store, isnad, *code, old)[0]
    stored = spent(store, isnad, *code, "--store", store.path, old)
    own, server = (stored[0] - alone) / articles * 1e6, stored[1] / articles * 1e6
    print(f"| articles, text | {articles:,}, {raw / 1e6:.1f} MB |")
    print(f"| coded | {articles / alone:,.0f} articles/s |")
    print(f"| coded and stored | {articles / sum(stored):,.0f} articles/s; stored alone {1e6 / max(own + server, 1e-9):,.0f}/s |")
    if server:
        print(f"| of it | {own:.0f} µs an article in the command, {server:.0f} µs in the server: {1e6 / server:,.0f}/s, {store.count('claim') / stored[1]:,.0f} claims/s |")
    print(f"| file of what was coded | {store.size() / raw:.2f} times the text |")
    first = spent(store, isnad, "link", "--quiet", store.path)
    print(f"| linked | {store.count('claim'):,} claims, {store.count('event'):,} events in {told(first)} |")
    print(f"| file with ledger and indexes | {store.size() / raw:.2f} times the text |")
    spent(store, isnad, *code, "--store", store.path, new)
    print(f"| a day more linked | {day} articles in {told(spent(store, isnad, 'link', '--quiet', store.path), 2)} |")
    slowest = max((min(sum(spent(store, isnad, "query", store.path, *q)) for _ in range(3)), " ".join(q)) for q in QUERIES)
    print(f"| the slowest query | {slowest[0] * 1000:.0f} ms: `{slowest[1]}` |")


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    build, corpus = arguments[:2]
    day = int(arguments[2]) if len(arguments) > 2 else 500
    os.environ["ISNAD"] = isnad = os.path.join(build, "isnad")
    os.environ["ISNAD_PACK"] = os.path.join(build, "isnad-ar.pack")
    with open(corpus, encoding="utf-8") as file:
        lines = file.read().splitlines()
    with tempfile.TemporaryDirectory(dir=os.path.join(build, "bench")) as folder, place(folder, "--postgres" in sys.argv) as store:
        old, new = (os.path.join(folder, name) for name in ("old.jsonl", "new.jsonl"))
        with open(old, "w", encoding="utf-8") as file:
            file.write("\n".join(lines[:-day]) + "\n")
        with open(new, "w", encoding="utf-8") as file:
            for line in lines[-day:]:
                file.write(json.dumps({**json.loads(line), "published": "2023-12-31"}, ensure_ascii=False) + "\n")
        measure(isnad, store, old, new, lines, day)


if __name__ == "__main__":
    main()
