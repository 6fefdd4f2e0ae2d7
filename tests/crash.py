#!/usr/bin/env python3
"""Killed at thirty moments while storing and linking: what was committed is whole, nothing is lost and nothing there
twice when the same articles are given again; the end is that of a store that was never killed.

usage: tests/crash.py [BUILD]
"""
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

from backends import backends
from harness import TESTS, Tap, arguments, isnad

sys.path.insert(0, os.path.join(TESTS, "ledger"))
import articles as made  # noqa: E402

MOMENTS = 30
LEDGER = (  # what stands in a store, whatever the numbers of its rows
    "SELECT a.ident, r.revision, r.outlet_name, r.published FROM record r JOIN article a ON a.id = r.article ORDER BY 1, 2",
    "SELECT key, type, event_type, evidence, actors, recipients, places, chain FROM claims ORDER BY 1",
    "SELECT key, what, low, best, high FROM counts ORDER BY 1, 2, 3, 4, 5",
    "SELECT e.key, (SELECT min(key) FROM entry o WHERE o.event = e.event), e.score, r.reasons, e.superseded FROM entry e LEFT JOIN reasons r ON r.claim = e.claim ORDER BY 1",
    "SELECT min(e.key), v.kind, v.place, v.claims, v.sources, v.outcome, x.what, x.rule, x.low, x.best, x.high FROM event v "
    "JOIN entry e ON e.event = v.id LEFT JOIN estimate x ON x.event = v.id WHERE v.status = 'active' GROUP BY v.id, x.event, x.what, x.rule, x.low, x.best, x.high ORDER BY 1, 7, 8",
)


def contents(kind, path):
    db = kind.open(path)
    rows = [db.execute(sql).fetchall() for sql in LEDGER]
    db.close()
    return rows


def whole(kind, path):
    """No table half written: keys hold, the file is sound, each record has its claims' parts or is not there."""
    if not kind.there(path):
        return True
    db = kind.open(path)
    try:
        return (kind.sound(db) and db.execute("SELECT count(*) FROM article WHERE id NOT IN (SELECT article FROM record)").fetchone() == (0,) and
                db.execute("SELECT count(*) FROM (SELECT 1 FROM record GROUP BY article, coder, knowledge HAVING count(*) > 1) x").fetchone() == (0,) and
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


def thirty_times(tap, kind, feed):
    chance = random.Random(7)
    code, calm = ("code", "--quiet", "--from", "jsonl", "--store"), kind.new("calm")
    start = time.monotonic()
    isnad(*code, calm, feed)
    middle = time.monotonic()
    isnad("link", "--quiet", calm)
    lasts = {"code": middle - start, "link": time.monotonic() - middle}
    want = contents(kind, calm)
    broken, other = [], []
    for moment in range(MOMENTS):
        path, step = kind.new(), ("code", "link")[moment % 2]
        store_it, link_it = lambda p: (*code, p, feed), lambda p: ("link", "--quiet", p)  # noqa: E731
        if step == "link":
            isnad(*store_it(path))
        seconds = chance.uniform(0, lasts[step])
        while not kill_after((link_it if step == "link" else store_it)(path), seconds):
            seconds /= 2  # it was done before
            kind.drop(path)
            path = kind.new()
            if step == "link":
                isnad(*store_it(path))
        if not whole(kind, path):
            broken.append(moment)
        isnad(*store_it(path))
        isnad(*link_it(path))
        if contents(kind, path) != want:
            other.append(moment)
        kind.drop(path)
    tap.case("what is there is whole" + kind.name, not broken, broken)
    tap.case("nothing lost, nothing twice" + kind.name, not other, other)


def articles():
    """The ledger's own, among as many that tell of nothing as it takes for three commits."""
    told = list(made.articles())
    idle = [{"id": f"idle{n}", "published": "2021-06-15", "text": f"افتُتح المعرض رقم {n} في قاعة المدينة.\n"} for n in range(1300)]
    return told[::2] + idle + told[1::2]


def main():
    arguments()
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder, backends(folder) as kinds:
        feed = os.path.join(folder, "feed.jsonl")
        with open(feed, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in articles())
        for kind in kinds:
            thirty_times(tap, kind, feed)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
