#!/usr/bin/env python3
"""Stores: one of each earlier version becomes like a new one and loses nothing; words are found with the
tokenizer as an extension of another SQLite.

tests/store/vN.sql is a dump of a store that the program of version N wrote.

usage: tests/store.py [BUILD]
"""
import glob
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from harness import SOURCE, TESTS, Tap, arguments, isnad, read

EVIDENCE = ("(SELECT cast(substr(cast(a.text AS BLOB), c.evidence_start + 1, c.evidence_end - c.evidence_start) AS TEXT) "
            "FROM record r JOIN article a ON a.id = r.article WHERE r.id = c.record)")
JSON = "SELECT isn_json(packed, text) FROM record r JOIN article a ON a.id = r.article ORDER BY r.id"
KEPT = {  # what was asked of version 1, and what it is called now
    1: [("SELECT count(*), sum(length(text)) FROM articles", "SELECT count(*), sum(length(text)) FROM article"),
        ("SELECT id, record, name, type, event_type, anchor, evidence, evidence_start, confidence FROM claims ORDER BY id",
         f"SELECT id, record, name, type, event_type, anchor, {EVIDENCE}, evidence_start, confidence FROM claim c ORDER BY id"),
        ("SELECT * FROM counts ORDER BY id", "SELECT * FROM figure ORDER BY id"),
        ("SELECT * FROM actors", "SELECT * FROM actor"),
        ("SELECT * FROM places", "SELECT * FROM place"),
        ("SELECT * FROM links", "SELECT * FROM link"),
        ("SELECT json FROM records ORDER BY id", "")],
    2: [("SELECT count(*), sum(length(text)) FROM article", "SELECT count(*), sum(length(text)) FROM article"),
        ("SELECT sha256, text FROM article ORDER BY id", "SELECT sha256, text FROM article ORDER BY id"),
        *[(f"SELECT * FROM {t}", f"SELECT * FROM {t}") for t in ("figure", "actor", "place", "link", "quote")],
        ("SELECT json FROM record ORDER BY id", ""), ("SELECT id, evidence FROM claim", f"SELECT id, {EVIDENCE} FROM claim c")],
}
# columns of `event` up to version 6
EVENT = ("id, kind, status, successor, event_type, mode, date_start, date_end, date_precision, deadline, place, place_id, country, admin1, lat, lon, "
         "place_precision, basis, actors, recipients, sides, claims, articles, outlets, sources, first_told, last_told, outcome, born, changed")
for version in (3, 4):
    tables = ["article", "figure", "actor", "place", "link", "quote", "event", "entry", "estimate", "decision", "run"] + ["review"] * (version > 3)
    KEPT[version] = [(f"SELECT {EVENT if t == 'event' else '*'} FROM {t} ORDER BY 1, 2",) * 2 for t in tables]
    KEPT[version].append(("SELECT json FROM record ORDER BY id", ""))
    KEPT[version].append(("SELECT id, evidence FROM claim", f"SELECT id, {EVIDENCE} FROM claim c"))
for version in (5, 6):
    KEPT[version] = [(f"SELECT {EVENT if t == 'event' else '*'} FROM {t} ORDER BY 1, 2",) * 2 for t in (
        "article", "claim", "figure", "actor", "place", "link", "quote", "event", "entry", "estimate", "decision", "run", "review")]


def load(build):
    """What makes a shell of SQLite load the extension; the folder's name may have blanks."""
    return f'.load "{os.path.join(build, "isnad_fts")}"'


def shape(db):
    """Tables and views as SQL without what renaming leaves behind."""
    rows = db.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY type, name")
    return [(kind, name, re.sub(r'[\s"]+', " ", sql)) for kind, name, sql in rows]


def old_store(path, version):
    db = sqlite3.connect(path)
    db.executescript(read(os.path.join(TESTS, "store", f"v{version}.sql")).decode())
    answers = [db.execute(old).fetchall() for old, _ in KEPT.get(version, [])]
    db.close()
    return answers


def same_records(tap, path, build, version, before):
    """Records come out of a migrated store as they went in, by the extension in SQLite's shell."""
    if not before:  # packed already
        return
    if os.environ.get("SANITIZED") or not shutil.which("sqlite3"):
        tap.skip(f"records of version {version}", "no shell of SQLite that loads the extension")
        return
    run = subprocess.run(["sqlite3", "-cmd", load(build), path, JSON], capture_output=True, text=True)
    records = run.stdout.splitlines()
    tap.case(f"records of version {version}", before and records[:len(before)] == [r for (r,) in before], run.stderr or records[:1])


def same_rules(tap, path, build, version, before):
    """So do the rules behind claims, as many as before."""
    if os.environ.get("SANITIZED") or not shutil.which("sqlite3") or not before:
        return
    sql = ("SELECT count(*) FROM record r JOIN article a ON a.id = r.article JOIN json_each(isn_json(why, text)) c JOIN json_each(c.value) x "
           "WHERE r.id <= (SELECT max(id) - 1 FROM record)")
    run = subprocess.run(["sqlite3", "-cmd", load(build), path, sql], capture_output=True, text=True)
    tap.case(f"rules of version {version}", run.stdout.strip() == str(before), (run.stdout, run.stderr, before))


def migrate(tap, folder, version, build):
    path, fresh = os.path.join(folder, f"v{version}.db"), os.path.join(folder, f"new{version}.db")
    before = old_store(path, version)
    old = sqlite3.connect(path)
    table = old.execute("SELECT name FROM sqlite_schema WHERE name IN ('rule', 'rules')").fetchone()
    rules = table and old.execute(f"SELECT count(*) FROM {table[0]}").fetchone()[0]
    old.close()
    sample = os.path.join(SOURCE, "samples", "02-two-deadlines.txt")
    isnad("code", "--quiet", "--store", path, sample)
    isnad("code", "--quiet", "--store", fresh, sample)
    db, new = sqlite3.connect(path), sqlite3.connect(fresh)
    tap.case(f"version {version} becomes like a new store", shape(db) == shape(new),
             "\n".join(map(str, set(shape(db)) ^ set(shape(new)))))
    after = [db.execute(now).fetchall() if now else None for _, now in KEPT.get(version, [])]
    lost = [KEPT[version][i][1] for i, rows in enumerate(before) if after[i] is not None and after[i][:len(rows)] != rows and
            not (i == 0 and after[i][0][0] == rows[0][0] + 1) and not set(rows) <= set(after[i])]
    tap.case(f"nothing of version {version} is lost", not lost, lost)
    same_records(tap, path, build, version, next((before[i] for i, (_, now) in enumerate(KEPT[version]) if not now), []))
    same_rules(tap, path, build, version, rules)
    tap.case(f"keys of version {version}", db.execute("PRAGMA foreign_key_check").fetchall() == [] and
             db.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    db.close()
    new.close()


def spans(tap, folder):
    """Every span of every table opens in the raw article."""
    path = os.path.join(folder, "spans.db")
    isnad("code", "--quiet", "--store", path, os.path.join(SOURCE, "samples"))
    db = sqlite3.connect(path)
    piece = "cast(substr(cast(a.text AS BLOB), x.\"start\" + 1, x.\"end\" - x.\"start\") AS TEXT)"
    wrong, seen = [], 0
    for table, key in (("actor", "claim"), ("figure", "claim"), ("place", "claim"), ("link", "claim"), ("quote", "record")):
        via = "JOIN claim c ON c.id = x.claim JOIN record r ON r.id = c.record" if key == "claim" else "JOIN record r ON r.id = x.record"
        sql = f'SELECT x.text, {piece} FROM {table} x {via} JOIN article a ON a.id = r.article WHERE x."start" NOT NULL'
        for said, there in db.execute(sql):
            seen += 1
            if said != there:
                wrong.append((table, said, there))
    tap.case("every span opens in its article", not wrong and seen > 100, f"{seen} seen; {wrong[:5]}")
    db.close()


def search(tap, folder, build):
    """Words under their clitics, by an SQLite that has loaded the extension; boxes of places."""
    path = os.path.join(folder, "search.db")
    rows = [{"id": "a", "text": "قتل جنديان وبالقاهرة مستشفى.\n"}, {"id": "b", "text": "انفجار في القاهره.\n"},
            {"id": "c", "text": "قُتل جنديان في هجوم قرب كركوك.\n"}]
    for row in rows:
        isnad("code", "--quiet", "--from", "jsonl", "--store", path, "-", stdin=json.dumps(row).encode())
        isnad("link", "--quiet", path)
    db = sqlite3.connect(path)
    boxes = db.execute("SELECT count(*) FROM place_box WHERE south > 35 AND north < 36 AND west > 44 AND east < 45").fetchone()
    tap.case("boxes find places", boxes[0] > 0, boxes)
    extension = os.path.join(build, "isnad_fts")
    sql = "SELECT source FROM word JOIN article ON article.id = word.rowid WHERE word MATCH '{}' ORDER BY 1"
    if os.environ.get("SANITIZED"):
        tap.skip("words", "the shell of SQLite loads no sanitized extension")
        return
    if hasattr(db, "enable_load_extension"):
        db.enable_load_extension(True)
        db.load_extension(extension)
        find = lambda words: [r[0] for r in db.execute(sql.format(words))]  # noqa: E731
    elif shutil.which("sqlite3"):
        find = lambda words: subprocess.run(["sqlite3", "-cmd", load(build), path, sql.format(words)],  # noqa: E731
                                            capture_output=True, text=True).stdout.split()
    else:
        tap.skip("words", "neither this Python nor a shell of SQLite loads extensions")
        return
    have = [find(w) for w in ("القاهرة", "قاهرة", "قُتِل", '"هجوم قرب"', "بغداد")]
    tap.case("words are found under clitics, hamza and harakat", have == [["a", "b"], ["a", "b"], ["a", "c"], ["c"], []], have)
    db.close()


def main():
    _, build = arguments()
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(glob.glob(os.path.join(TESTS, "store", "v*.sql"))):
            migrate(tap, folder, int(os.path.basename(path)[1:-4]), build)
        spans(tap, folder)
        search(tap, folder, build)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
