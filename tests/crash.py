#!/usr/bin/env python3
"""Killed at thirty moments while storing and linking: what was committed is whole, nothing is lost and nothing there
twice when the same articles are given again; the end is that of a store that was never killed.

usage: tests/crash.py [BUILD]
"""
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from harness import TESTS, Tap, arguments, isnad

sys.path.insert(0, os.path.join(TESTS, "ledger"))
import articles as made  # noqa: E402

MOMENTS = 30
LEDGER = (  # what stands in a store, whatever the numbers of its rows
    "SELECT a.ident, r.revision, r.outlet_name, r.published FROM record r JOIN article a ON a.id = r.article ORDER BY 1, 2",
    "SELECT key, type, event_type, evidence, actors, recipients, places, chain FROM claims ORDER BY 1",
    "SELECT key, what, low, best, high FROM counts ORDER BY 1, 2, 3, 4, 5",
    "SELECT e.key, (SELECT min(key) FROM entry o WHERE o.event = e.event), e.score, e.reasons, e.superseded FROM entry e ORDER BY 1",
    "SELECT min(e.key), v.kind, v.place, v.claims, v.sources, v.outcome, x.what, x.rule, x.low, x.best, x.high FROM event v "
    "JOIN entry e ON e.event = v.id LEFT JOIN estimate x ON x.event = v.id WHERE v.status = 'active' GROUP BY v.id, x.what, x.rule ORDER BY 1, 7, 8",
)


def contents(path):
    db = sqlite3.connect(path)
    rows = [db.execute(sql).fetchall() for sql in LEDGER]
    db.close()
    return rows


def whole(path):
    """No table half written: keys hold, the file is sound, each record has its claims' parts or is not there."""
    if not os.path.exists(path):
        return True
    db = sqlite3.connect(path)
    try:
        if db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0:
            return True
        return (db.execute("PRAGMA integrity_check").fetchone() == ("ok",) and db.execute("PRAGMA foreign_key_check").fetchall() == [] and
                db.execute("SELECT count(*) FROM article WHERE id NOT IN (SELECT article FROM record)").fetchone() == (0,) and
                db.execute("SELECT count(*) FROM (SELECT 1 FROM record GROUP BY article, coder, knowledge HAVING count(*) > 1)").fetchone() == (0,) and
                db.execute("SELECT count(*) FROM entry WHERE event IS NULL").fetchone() == (0,))
    finally:
        db.close()


def kill_after(command, seconds):
    """Runs the command and kills it; true when it was still running."""
    run = subprocess.Popen([os.environ["ISNAD"], *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        run.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        run.send_signal(signal.SIGKILL)
        run.wait()
        return True


def main():
    arguments()
    tap = Tap()
    chance = random.Random(7)
    rows = made.articles()
    with tempfile.TemporaryDirectory() as folder:
        feed, calm = os.path.join(folder, "feed.jsonl"), os.path.join(folder, "calm.db")
        with open(feed, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        code = ("code", "--quiet", "--from", "jsonl", "--store")
        start = time.monotonic()
        isnad(*code, calm, feed)
        middle = time.monotonic()
        isnad("link", "--quiet", calm)
        lasts = {"code": middle - start, "link": time.monotonic() - middle}
        want = contents(calm)
        broken, other = [], []
        for moment in range(MOMENTS):
            path, step = os.path.join(folder, f"{moment}.db"), ("code", "link")[moment % 2]
            store_it, link_it = (*code, path, feed), ("link", "--quiet", path)
            if step == "link":
                isnad(*store_it)
            seconds = chance.uniform(0, lasts[step])
            while not kill_after(link_it if step == "link" else store_it, seconds):
                seconds /= 2  # it was done before
                os.unlink(path)
                if step == "link":
                    isnad(*store_it)
            if not whole(path):
                broken.append(moment)
            isnad(*store_it)
            isnad(*link_it)
            if contents(path) != want:
                other.append(moment)
            os.unlink(path)
        tap.case("what is there is whole", not broken, broken)
        tap.case("nothing lost, nothing twice", not other, other)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
