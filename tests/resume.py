#!/usr/bin/env python3
"""Runs that are killed and resumed write what an unbroken run writes: the same bytes, each article once, and
the same claims in the store. Killed at moments spread over the run; KILLS=50 kills oftener.

usage: tests/resume.py [BUILD]
"""
import gzip
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from harness import SOURCE, Tap, arguments

ARTICLES = 1500


def corpus():
    out = subprocess.run([sys.executable, os.path.join(SOURCE, "bench", "corpus.py"), "1"], capture_output=True, check=True).stdout
    lines = out.splitlines(True)
    rows = [json.loads(lines[i % len(lines)]) for i in range(ARTICLES)]
    return "".join(json.dumps({**row, "id": f"n{i}"}, ensure_ascii=False) + "\n" for i, row in enumerate(rows)).encode()


def command(*args):
    return [os.environ["ISNAD"], "code", "--quiet", *args]


def killed_runs(args, kills, length):
    """Starts the run again and again, killing it; lets the last one end. How many were killed in the midst."""
    chance, killed = random.Random(7), 0
    for _ in range(kills):
        process = subprocess.Popen(command(*args), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(timeout=0.02 + chance.random() * length)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            killed += 1
    return killed, subprocess.run(command(*args), capture_output=True)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def rows_of(path):
    """What the store holds, as its readers see it."""
    db = sqlite3.connect(path)
    return {view: sorted(map(repr, db.execute(f"SELECT {columns} FROM {view}")))
            for view, columns in (("articles", "sha256, source, title, published, outlet"), ("claims", "source, name, type, event_type, anchor_start, evidence_end, date_start, actors, places, chain, confidence"),
                                  ("counts", "published, event_type, what, low, best, high, text"))}


def main():
    arguments()
    tap, kills = Tap(), int(os.environ.get("KILLS", "6"))
    with tempfile.TemporaryDirectory() as folder:
        path = lambda name: os.path.join(folder, name)
        with open(path("in.jsonl.gz"), "wb") as file:
            file.write(gzip.compress(corpus(), 1))
        begun = time.monotonic()
        whole = subprocess.run(command("--store", path("whole.db"), path("in.jsonl.gz")), capture_output=True)
        length = (time.monotonic() - begun) / max(kills // 3, 1)
        tap.case("an unbroken run", whole.returncode == 0 and whole.stdout.count(b"\n") == ARTICLES, whole.stderr.decode())
        for name, more in (("output alone", []), ("with a store", ["--store", path("part.db")])):
            out = path("out.jsonl")
            for old in (out, out + ".part", out + ".resume"):
                if os.path.exists(old):
                    os.remove(old)
            killed, last = killed_runs(["--output", out, "--resume", *more, path("in.jsonl.gz")], kills, length)
            tap.case(f"{name}: the same bytes after {killed} kills" if os.environ.get("KILLS") else f"{name}: the same bytes after kills",
                     read(out) == whole.stdout and last.returncode == 0, last.stderr.decode() + f"{len(read(out))} of {len(whole.stdout)}")
        tap.case("the same rows in the store", rows_of(path("part.db")) == rows_of(path("whole.db")) and all(len(rows) > 300 for rows in rows_of(path("part.db")).values()),
                 {view: len(rows) for view, rows in rows_of(path("part.db")).items()})
        again = subprocess.run(command("--output", out, "--resume", "--store", path("part.db"), path("in.jsonl.gz")), capture_output=True)
        tap.case("a run that has ended has nothing to do", again.returncode == 0 and read(out) == whole.stdout, again.stderr.decode())
        other = subprocess.run(command("--output", out, "--resume", "--outlet", "x", path("in.jsonl.gz")), capture_output=True)
        tap.case("another run is refused", other.returncode == 1 and b"another run" in other.stderr, other.stderr.decode())
        with open(out, "rb+") as file:
            file.truncate(100)
        short = subprocess.run(command("--output", out, "--resume", path("in.jsonl.gz")), capture_output=True)
        tap.case("an output that was cut is refused", short.returncode == 1 and b"shorter" in short.stderr, short.stderr.decode())
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
