#!/usr/bin/env python3
"""Stores: one of each earlier version becomes like a new one and loses nothing; words are found with the
tokenizer as an extension of another SQLite; and what holds for both databases: every span opens, queries find the same,
exports are the same to the byte, whoever writes at the same time.

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
import time

from backends import backends
from harness import SOURCE, TESTS, Tap, arguments, isnad, read

EVIDENCE = ("(SELECT cast(substr(cast(a.text AS BLOB), c.evidence_start + 1, c.evidence_end - c.evidence_start) AS TEXT) "
            "FROM record r JOIN article a ON a.id = r.article WHERE r.id = c.record)")
JSON = "SELECT isn_json(packed, text) FROM coding c JOIN article a ON a.id = c.article ORDER BY c.record"
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
# columns that there were before
COLUMNS = {
    "event": (
        "id, kind, status, successor, event_type, mode, date_start, date_end, date_precision, deadline, place, place_id, country, admin1, lat, lon, "
        "place_precision, basis, actors, recipients, sides, claims, articles, outlets, sources, first_told, last_told, outcome, born, changed"),
    "entry": "claim, key, article, kind, event_type, first, last, event, score, reasons, source, superseded, dirty"}
NOW = {"entry": COLUMNS["entry"].replace("reasons", "(SELECT r.reasons FROM reasons r WHERE r.claim = entry.claim)")}


def kept(table, version):
    """What was asked of a table, and how it is asked now."""
    now = NOW.get(table, COLUMNS.get(table, "*"))
    was = now if version > 14 else COLUMNS.get(table, "*")
    return f"SELECT {was} FROM {table} ORDER BY 1, 2", f"SELECT {now} FROM {table} ORDER BY 1, 2"


for version in (3, 4):
    tables = ["article", "figure", "actor", "place", "link", "quote", "event", "entry", "estimate", "event_source", "decision", "run"] + ["review"] * (version > 3)
    KEPT[version] = [kept(t, version) for t in tables]
    KEPT[version].append(("SELECT json FROM record ORDER BY id", ""))
    KEPT[version].append(("SELECT id, evidence FROM claim", f"SELECT id, {EVIDENCE} FROM claim c"))
for version in (5, 6, 7, 8, 9, 10, 12, 13, 14, 15):
    KEPT[version] = [kept(t, version) for t in (
        "article", "claim", "figure", "actor", "place", "link", "quote", "event", "entry", "estimate", "event_source", "decision", "run", "review", *["telling"] * (version > 11))]
    KEPT[version].append(("SELECT event, run, what, note FROM change ORDER BY 1, 2, 3", "SELECT event, run, what, note FROM changes ORDER BY 1, 2, 3"))


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
    sql = ("SELECT count(*) FROM coding r JOIN article a ON a.id = r.article JOIN json_each(isn_json(why, text)) c JOIN json_each(c.value) x "
           "WHERE r.record <= (SELECT max(id) - 1 FROM record)")
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
    unlike = {row for row in set(shape(db)) ^ set(shape(new)) if row[1] not in ASKED}  # which a store has that was linked once
    tap.case(f"version {version} becomes like a new store", not unlike, "\n".join(map(str, unlike)))
    after = [db.execute(now).fetchall() if now else None for _, now in KEPT.get(version, [])]
    lost = [KEPT[version][i][1] for i, rows in enumerate(before) if after[i] is not None and after[i][:len(rows)] != rows and
            not (i == 0 and after[i][0][0] == rows[0][0] + 1) and not set(rows) <= set(after[i])]
    tap.case(f"nothing of version {version} is lost", not lost, lost)
    same_records(tap, path, build, version, next((before[i] for i, (_, now) in enumerate(KEPT[version]) if not now), []))
    same_rules(tap, path, build, version, rules)
    tap.case(f"keys of version {version}", db.execute("PRAGMA foreign_key_check").fetchall() == [] and
             db.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    isnad("link", "--quiet", path)
    isnad("link", "--quiet", fresh)
    tap.case(f"version {version} has all indexes when it is linked", shape(db) == shape(new) and
             db.execute("PRAGMA integrity_check").fetchone() == ("ok",), "\n".join(map(str, set(shape(db)) ^ set(shape(new)))))
    db.close()
    new.close()


ASKED = {"claim_of", "figure_claim", "figure_whole", "record_published", "article_source", "actor_form_id", "place_form_id", "link_form_id"}  # indexes that only questions ask
FORMS = ("SELECT * FROM claim_row ORDER BY id", "SELECT * FROM actor_row ORDER BY 1, 2, 3", "SELECT * FROM figure_row ORDER BY id", "SELECT * FROM place_row ORDER BY 1, 2",
         "SELECT * FROM chain_row ORDER BY 1, 2", "SELECT * FROM link_form ORDER BY id", "SELECT id, text, name FROM actor_form ORDER BY id",
         "SELECT * FROM phrase ORDER BY id")


def late(tap, folder):
    """Indexes that only questions ask are made when somebody asks; forms are told apart with them and without."""
    made = []
    for name in ("unasked.db", "asked.db"):
        path = os.path.join(folder, name)
        for sample in sorted(glob.glob(os.path.join(SOURCE, "samples", "*.txt"))):  # each by a process of its own, which knows no forms to begin with
            isnad("code", "--quiet", "--store", path, sample)
            if name == "asked.db":
                isnad("query", path, "killed>=1000000")
        db = sqlite3.connect(path)
        made.append(({name for _, name, _ in shape(db)} & ASKED, [db.execute(sql).fetchall() for sql in FORMS]))
        db.close()
    tap.case("who codes makes no index that only questions ask", [names for names, _ in made] == [set(), ASKED], [names for names, _ in made])
    tap.case("forms are the same with indexes and without", made[0][1] == made[1][1] and all(made[0][1]))
    path = os.path.join(folder, "unasked.db")
    with sqlite3.connect(path) as db:  # more than are read, below those that there were
        db.execute("UPDATE link_form SET id = id + 200000")
        db.execute("UPDATE chain_row SET form = form + 200000")
        db.execute("WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150000) "
                   "INSERT INTO link_form SELECT i, 'w' || i, 'w' || i, NULL, NULL, 0, 0, NULL, NULL FROM n")
        forms = db.execute("SELECT * FROM link_form WHERE id > 200000").fetchall()
        db.execute("UPDATE article SET ident = ident || '.00000000'")  # so that all come once more
    db.close()
    isnad("code", "--quiet", "--store", path, os.path.join(SOURCE, "samples"))
    db = sqlite3.connect(path)
    names = {name for _, name, _ in shape(db)}
    tap.case("who stores makes the index where forms are too many to be read", "link_form_is" in names and "place_form_is" not in names and forms and
             db.execute("SELECT * FROM link_form WHERE id > 200000").fetchall() == forms, names)
    db.close()


def filled(tap, folder):
    """A ledger that is empty is filled without its indexes, and has them all when it is."""
    path, sample = os.path.join(folder, "filled.db"), os.path.join(SOURCE, "samples", "08-rising-toll.txt")
    isnad("code", "--quiet", "--store", path, sample)
    db = sqlite3.connect(path)
    before = shape(db)
    isnad("link", "--quiet", path)
    added = set(shape(db)) - set(before)
    tap.case("the first link leaves tables and indexes as they were", set(before) < set(shape(db)) and {name for _, name, _ in added} == ASKED and
             db.execute("SELECT count(*) > 0 FROM event").fetchone() == (1,) and db.execute("PRAGMA foreign_key_check").fetchall() == [],
             "\n".join(map(str, set(shape(db)) ^ set(before))))
    db.close()


PIECE = {"sqlite": "cast(substr(cast(a.text AS BLOB), x.\"start\" + 1, x.\"end\" - x.\"start\") AS TEXT)",
         "postgres": "isn_text(isn_piece(a.text, x.\"start\", x.\"end\"))"}
TEXTS = {"sqlite": "article", "postgres": "article_text"}


def spans(tap, kind):
    """Every span of every table opens in the raw article."""
    path = kind.new("spans")
    isnad("code", "--quiet", "--store", path, os.path.join(SOURCE, "samples"))
    db = kind.open(path)
    wrong, seen = [], 0
    for table, key in (("actor", "claim"), ("figure", "claim"), ("place", "claim"), ("link", "claim"), ("quote", "record")):
        via = "JOIN claim c ON c.id = x.claim JOIN record r ON r.id = c.record" if key == "claim" else "JOIN record r ON r.id = x.record"
        sql = (f'SELECT x.text, {PIECE[kind.short]} FROM {table} x {via} JOIN {TEXTS[kind.short]} a ON a.id = r.article '
               'WHERE x."start" IS NOT NULL')
        for said, there in db.execute(sql):
            seen += 1
            if said != there:
                wrong.append((table, said, there))
    tap.case("every span opens in its article" + kind.name, not wrong and seen > 100, f"{seen} seen; {wrong[:5]}")
    tap.case("rows belong together" + kind.name, kind.sound(db))
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
    sql = ("SELECT source FROM word JOIN article ON article.id = word.rowid WHERE word MATCH isn_every('{0}') "
           "AND (isn_phrase('{0}') OR isn_phrase('{0}', article.text)) ORDER BY 1")
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
    have = [find(w) for w in ("القاهرة", "قاهرة", "قُتِل", '"هجوم قرب"', '"قرب هجوم"', "قرب هجوم", "بغداد")]
    tap.case("words are found under clitics, hamza and harakat, and phrases", have == [["a", "b"], ["a", "b"], ["a", "c"], ["c"], [], ["c"], []], have)
    db.close()


def bundled(tap, folder, build):
    """Records that are packed together when a store is linked say what they said, without those that were deleted; what does not fill a bundle waits."""
    if os.environ.get("SANITIZED") or not shutil.which("sqlite3"):
        tap.skip("bundles", "no shell of SQLite that loads the extension")
        return
    path = os.path.join(folder, "bundled.db")

    def code(numbers):
        lines = [json.dumps({"id": str(n), "text": f"قتل {n} جنديا في انفجار قرب كركوك، بحسب الشرطة.\n", "published": "2023-05-01"}) for n in numbers]
        isnad("code", "--quiet", "--from", "jsonl", "--store", path, "-", stdin="\n".join(lines).encode())

    def records():
        sql = JSON.replace("isn_json(packed, text)", "record, isn_json(packed, text), isn_json(why, text)")
        run = subprocess.run(["sqlite3", "-cmd", load(build), path, sql], capture_output=True, text=True)
        return dict(line.split("|", 1) for line in run.stdout.splitlines())

    def state():
        return db.execute("SELECT (SELECT count(*) FROM record WHERE packed NOT NULL), (SELECT count(*) FROM record_bundle), "
                          "(SELECT sum(records) FROM record_bundle)").fetchone()

    for numbers in (range(3, 203), range(203, 403), range(403, 603), range(603, 1203)):
        code(numbers)
    before = records()
    db = sqlite3.connect(path)
    isnad("link", "--quiet", path)
    tap.case("small bundles become whole ones when a store is linked", state() == (0, 3, 1200), state())
    tap.case("and say what they said", len(before) == 1200 and records() == before)
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("DELETE FROM article WHERE id IN (7, 520, 521, 1160)")
    db.commit()
    code(range(1203, 1683))
    isnad("link", "--quiet", path)
    after = records()
    tap.case("without those that were deleted", state() == (0, 3, 1676) and len(after) == 1676 and
             all(after[n] == said for n, said in before.items() if n not in ("7", "520", "521", "1160")), state())
    subprocess.run(["sqlite3", "-cmd", load(build), path, "UPDATE record_row SET (packed, why) = (SELECT packed, why FROM coding WHERE record = id); "
                    "DELETE FROM record_bundle; DELETE FROM progress WHERE what = 'records'"], check=True)  # as an earlier version left them
    isnad("link", "--quiet", path)
    tap.case("and what was packed one by one goes into bundles", state() == (140, 3, 1536) and records() == after, state())
    db.close()


EXPORTS = [("--format", f) for f in ("jsonl", "geojson", "hxl", "acled", "ged", "plover", "html", "schema.org", "webannotation",
                                         "deletions", "gold")] + [
    ("--table", t, "--rule", r) for t, r in (("events", "ucdp"), ("claims", "ucdp"), ("counts", "acled"), ("sources", "latest"))]
QUERIES = ([], ["type:ASSAULT"], ["killed>=5"], ["place:حلب"], ["place:Aleppo"], ["near:36.2,37.15,25km"], ["near:33.3,44.4,400km"], ["actor:islamic-state"],
           ["actor:الجيش"], ["source:الدفاع المدني"], ["outlet:الجزيرة"], ["sources>=2"], ["انفجار"], ['"سيارة مفخخة"'], ["المدينة", "kind:incident"],
           ["outcome:open"], ["date:2021-06"], ["deadline:2021"], ["country:IRQ"], ["kind:tally"], ["claims>3"], ["nothingofthekind"])


def feed():
    """The ledger's own articles, as lines."""
    sys.path.insert(0, os.path.join(TESTS, "ledger"))
    import articles as made
    return [(json.dumps(row, ensure_ascii=False) + "\n").encode() for row in made.articles()]


def fill(path):
    """These, in two runs of the ledger, some of them twice; then the samples."""
    lines = feed()
    for some in (lines[:90], lines[90:] + lines[:20]):
        isnad("code", "--quiet", "--from", "jsonl", "--store", path, "-", stdin=b"".join(some))
        isnad("link", "--quiet", path)
    isnad("code", "--quiet", "--store", path, os.path.join(SOURCE, "samples"))
    isnad("link", "--quiet", path)


def alike(tap, kinds):
    """The same exports and answers, to the byte."""
    paths = [kind.new("alike") for kind in kinds]
    for path in paths:
        fill(path)
    one, *others = paths
    for other in others:
        for shape in EXPORTS:
            want, have = (isnad("export", path, *shape) for path in (one, other))
            tap.case(f"the same export with {' '.join(shape)}", want == have and (want or shape[1] in ("gold", "deletions")), (len(want), len(have)))
        for query in QUERIES:
            want, have = (isnad("export", "--format", "jsonl", path, *query) for path in (one, other))
            tap.case(f"the same answer to {' '.join(query) or 'nothing'}", want == have, (len(want), len(have)))
        for day in ("2021-06-10", "2021-06-20"):
            want, have = (isnad("export", "--format", "jsonl", "--as-of", day, path) for path in (one, other))
            tap.case(f"the same as of {day}", want == have, (len(want), len(have)))
    found = sum(isnad("export", "--format", "jsonl", one, *query) != b"" for query in QUERIES)
    tap.case("most questions have an answer", found > len(QUERIES) * 0.7, found)


ROW = ("actors", "id=shields", "names=دروع الوادي", "name=Valley Shields", "country=ye", "sector=REB", "inter=2", "role=belligerent", "flags=armed")
TABLES = ("article", "record", "claim", "actor", "figure", "place", "link", "quote")


def rows_of(kind, path):
    db = kind.open(path)
    counts = [db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in TABLES]
    db.close()
    return counts


def again(tap, kind, folder):
    """Given again, and by two programs at once: nothing is there twice. Other knowledge adds a revision."""
    path, alone = kind.new("again"), kind.new("alone")
    inputs = [os.path.join(folder, "feed.jsonl"), os.path.join(SOURCE, "samples")]
    with open(inputs[0], "wb") as file:
        file.writelines(feed())
    isnad("code", "--quiet", "--store", path, inputs[1])
    once = rows_of(kind, path)
    command = [os.environ["ISNAD"], "code", "--quiet", "--store", path]
    runs = [subprocess.Popen([*command, *some], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for some in (inputs, inputs[::-1])]
    ends = [run.communicate()[1] for run in runs]
    tap.case("two programs write at once" + kind.name, all(run.returncode == 0 for run in runs), ends)
    isnad("code", "--quiet", "--store", alone, *inputs)
    both = rows_of(kind, path)
    tap.case("and nothing is there twice" + kind.name, both == rows_of(kind, alone) and once < both, (once, both, rows_of(kind, alone)))
    twice = kind.new("twice")
    isnad("code", "--quiet", "--store", twice, inputs[0], *inputs)
    tap.case("nor what comes twice in a batch" + kind.name, rows_of(kind, twice) == both, (rows_of(kind, twice), both))
    layer = os.path.join(folder, "layer" + kind.short)
    os.mkdir(layer)
    isnad("lexicon", "add", "--lexicon", layer, *ROW)
    isnad("link", "--quiet", path)
    isnad("code", "--quiet", "--lexicon", layer, "--store", path, inputs[1])
    isnad("link", "--quiet", path)
    db = kind.open(path)
    revisions = db.execute("SELECT revision, count(*) FROM record GROUP BY revision ORDER BY revision").fetchall()
    tap.case("other knowledge adds a revision" + kind.name, revisions == [(1, both[1]), (2, once[0])], revisions)
    stale = db.execute("SELECT count(*) FROM entry e JOIN claim c ON c.id = e.claim WHERE c.record NOT IN (SELECT record FROM articles)").fetchone()
    tap.case("and the ledger has the newest alone" + kind.name, stale == (0,) and kind.sound(db), stale)
    db.close()


def anew(tap, kind):
    """Coded by another version: what tells the same of the same words stays in its event, and ids hold."""
    path = kind.new("anew")
    samples = os.path.join(SOURCE, "samples")
    isnad("code", "--quiet", "--store", path, samples)
    isnad("link", "--quiet", path)
    tables = ("events", "claims", "counts", "sources")
    before = [isnad("export", "--format", "csv", "--table", table, path) for table in tables]
    kind.older(path, "older")
    isnad("code", "--quiet", "--store", path, samples)
    said = isnad("link", path)
    after = [isnad("export", "--format", "csv", "--table", table, path) for table in tables]
    tap.case("coded anew to the same, all is as it was, ids too" + kind.name, after == before and b" 0 events changed" in said, said)
    db = kind.open(path)
    alone = [row[0] for row in db.execute("SELECT min(claim) FROM entry WHERE kind = 'incident' GROUP BY event HAVING count(*) = 1 ORDER BY 1").fetchall()]
    moved, other = alone[0], alone[1]
    ids = {name: db.execute(f"SELECT event FROM entry WHERE claim = {claim}").fetchone()[0] for name, claim in (("moved", moved), ("other", other))}
    db.close()
    kind.older(path, "old", "revision = 2")
    kind.change(path, f"UPDATE {kind.claim_rows} SET anchor_start = anchor_start + 2, anchor_end = anchor_end + 4 WHERE id = {moved}")
    kind.change(path, kind.into_tally.format(other))
    isnad("code", "--quiet", "--store", path, samples)
    isnad("link", "--quiet", path)
    db = kind.open(path)
    now = {row[0]: row[1] for row in db.execute("SELECT id, status FROM event").fetchall()}
    tap.case("a claim that has other words of its sentence for anchor keeps its event" + kind.name, now[ids["moved"]] == "active", now)
    tap.case("what was of another kind has an event of its own, and the old one is told to have ended" + kind.name,
             now[ids["other"]] == "withdrawn" and now.get(ids["other"] + "-2") == "active" and sum(status != "active" for status in now.values()) == 1, now)
    tap.case("the old records can be asked for" + kind.name, db.execute("SELECT count(DISTINCT revision) FROM record").fetchone() == (3,) and kind.sound(db))
    db.close()


def overtaken(tap, kind, folder):
    """Another has an article in hand that a program takes to be new: it waits, and all is there once."""
    server, url, other = kind.server, kind.new(), kind.new()
    name = url.rsplit("/", 1)[1]
    feeds = [os.path.join(folder, name_of) for name_of in ("first.jsonl", "all.jsonl")]
    lines = feed()
    for path, some in zip(feeds, (lines[:1], lines)):
        with open(path, "wb") as file:
            file.writelines(some)
    isnad("code", "--quiet", "--store", other, feeds[0])  # what its article is called
    article = server.psql(other.rsplit("/", 1)[1], "SELECT ident, month FROM isnad.article").strip().split("|")
    server.psql(name, "SELECT 1")
    isnad("code", "--quiet", "--from", "jsonl", "--store", url, "-", stdin=lines[-1])  # the tables are made
    hold = subprocess.Popen(server.client(name), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    hold.stdin.write(f"SET search_path = isnad; SELECT add_month('body', '{article[1]}'); BEGIN; INSERT INTO article VALUES (900000, '{article[0]}', '{article[1]}');"
                     f"INSERT INTO body VALUES (900000, '{article[1]}', ''); INSERT INTO unindexed_run VALUES (900000, 900000); SELECT 'held';\n".encode())
    hold.stdin.flush()
    while b"held" not in hold.stdout.readline():
        pass
    run = subprocess.Popen([os.environ["ISNAD"], "code", "--quiet", "--store", url, feeds[1]], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    waits, end = False, time.monotonic() + 60
    while not waits and run.poll() is None and time.monotonic() < end:
        waits = server.psql("postgres", "SELECT count(*) FROM pg_locks WHERE NOT granted").strip() != "0"
    hold.communicate(b"COMMIT;\n")
    said = run.communicate()[1]
    db = kind.open(url)
    rows = db.execute("SELECT (SELECT count(*) FROM article), (SELECT count(DISTINCT ident) FROM article), (SELECT count(*) FROM record), "
                      "(SELECT count(*) FROM unlinked), (SELECT count(*) FROM unindexed), (SELECT count(*) FROM record WHERE article = 900000)").fetchone()
    tap.case("who is overtaken by another with the same article waits, and all is there once",
             waits and run.returncode == 0 and rows == (len(lines),) * 5 + (1,) and kind.sound(db), (waits, said, rows, len(lines)))
    db.close()


def postgres(tap, kind):
    """What PostgreSQL alone has."""
    server, url = kind.server, kind.new()
    name = url.rsplit("/", 1)[1]
    rows = [{"id": "a", "published": "2021-06-15", "text": "قُتل جنديان في هجوم قرب كركوك، بحسب الشرطة.\n"},
            {"id": "b", "published": "2021-07-02", "text": "قُتل ثلاثة جنود في هجوم قرب الموصل، بحسب الشرطة.\n"},
            {"id": "c", "text": "قُتل مدني في انفجار.\n"}]
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    isnad("code", "--quiet", "--from", "jsonl", "--store", url, "-", stdin=(text + text).encode())
    db = kind.open(url)
    waiting = db.execute("SELECT (SELECT count(*) FROM unlinked), (SELECT count(*) FROM unindexed)").fetchone()
    tap.case("what comes twice in a batch waits once for the ledger and the index", waiting == (3, 3), waiting)
    parts = server.psql(name, "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent "
                              "WHERE p.relname = 'body' ORDER BY 1").split()
    tap.case("texts are parted by months", parts == ["body_0001_01", "body_2021_06", "body_2021_07"], parts)
    near = db.execute("SELECT a.source FROM claims c JOIN articles a ON a.record = c.record WHERE ST_DWithin(c.point, "
                      "ST_SetSRID(ST_MakePoint(44.39, 35.47), 4326)::geography, 20000)").fetchall()
    tap.case("claims have points", near == [("a",)], near)
    isnad("link", "--quiet", url)
    words = db.execute("SELECT a.source FROM word w JOIN articles a ON a.id = w.article WHERE w.words @@ 'جنديان'::tsquery").fetchall()
    tap.case("words are folded and found", words == [("a",)], words)
    mangled = json.dumps({"id": "d", "published": "2021-07-03", "text": "قُتل جنديان\u0000 في هجوم قرب كركوك.\n"}).encode()
    broken = "قُتل جنديان في ".encode() + b"\xff\xfe" + " هجوم قرب كركوك، أمس.\n".encode()
    run = [isnad("code", "--quiet", "--store", url, *more, stdin=given, check=False) for more, given in ((("--from", "jsonl", "-"), mangled), (("-",), broken))]
    raw = server.psql(name, "SELECT count(*) FROM isnad.body WHERE position('\\xfffe'::bytea in text) > 0 OR position('\\x00'::bytea in text) > 0").strip()
    tap.case("bytes that are no text are kept as they are", all(r.returncode == 0 for r in run) and raw in ("1", "2"), (raw, [r.stderr for r in run]))
    long = rows[0]["text"] + " ".join(f"كلمة{n}" for n in range(150000)) + "\n"
    isnad("code", "--quiet", "--from", "jsonl", "--store", url, "-", stdin=json.dumps({"id": "e", "text": long}).encode())
    isnad("link", "--quiet", url)
    words = db.execute("SELECT a.source FROM word w JOIN articles a ON a.id = w.article WHERE w.words @@ 'جنديان'::tsquery ORDER BY 1").fetchall()
    tap.case("a text that is too long for the index is found by its beginning", ("e",) in words, words)
    shown = isnad("export", "--format", "jsonl", url).decode()
    tap.case("and shown as what can be shown", "هجوم" in shown)
    server.psql(name, "UPDATE isnad.about SET version = 99")
    later = isnad("export", url, check=False)
    tap.case("a later version is refused", later.returncode == 1 and b"version 99" in later.stderr, later.stderr)
    server.psql(name, "DROP TABLE isnad.about")
    foreign = isnad("export", url, check=False)
    tap.case("a schema of another program is refused", foreign.returncode == 1 and b"another program" in foreign.stderr, foreign.stderr)
    wrong = isnad("link", url.replace("isnad@", "nobody:hidden@").replace(name, "nowhere"), check=False)
    tap.case("an error shows no password", wrong.returncode == 1 and b"hidden" not in wrong.stderr and b"nowhere" in wrong.stderr, wrong.stderr)


PRINTS = {  # what a form's print is made of
    "claim": "type, main::int::text, event_type, mode, contexts, polarity, modality, anchor, date_precision::text, quoted",
    "actor": "text, actor_id, name, country, sector, inter::text",
    "figure": "what, low::text, best::text, high::text, quantity, harm_term, who, side, group_id, text, unit, rule",
    "place": ("text, place_id, name, country, admin1, round(lat * 10000)::bigint::text, round(lon * 10000)::bigint::text, precision::text, basis"),
    "link": "text, name, actor_id, role, named::int::text, party::int::text, channel, verb"}
PARTS = ("claim, part, position, text, \"start\", \"end\", actor_id, name, country, sector, inter", "claim, position, text, \"start\", \"end\", place_id, "
         "name, country, admin1, lat, lon, precision, basis", "claim, position, text, \"start\", \"end\", name, actor_id, role, named, party, channel, verb")
MOVED = (  # what was asked of version 4 and is asked now; a figure has another number
    "SELECT id, ident, month, source, url FROM article", "SELECT * FROM record", "SELECT * FROM quote", "SELECT * FROM contradiction",
    "SELECT record, packed, why FROM coding", "SELECT id, record, name, type, main, event_type, mode, contexts, polarity, modality, anchor, anchor_start, "
    "anchor_end, date_start, date_end, date_precision, date_text, deadline_start, deadline_end, deadline_text, quoted, refers_to, evidence_start, "
    "evidence_end, confidence FROM claim",
    *(f"SELECT {columns} FROM {table}" for table, columns in zip(("actor", "place", "link"), PARTS)), f"SELECT number, {PARTS[2]} FROM telling",
    "SELECT f.claim, w.text AS whole, f.what, f.low, f.best, f.high, f.quantity, f.harm_term, f.who, f.side, f.group_id, f.text, f.\"start\", f.\"end\", "
    "f.unit, f.rule FROM figure f LEFT JOIN figure w ON w.id = f.of_whom",
    "SELECT key, evidence, actors, recipients, places, point, origin, chain FROM claims", "SELECT id, name FROM claim WHERE id IN (SELECT claim FROM entry)",
    "SELECT id FROM unlinked", "SELECT * FROM event", "SELECT * FROM estimate", "SELECT * FROM event_source", "SELECT * FROM responsibility", "SELECT * FROM commitments")
SHAPES = (
    "SELECT c.relname, c.relkind, a.attname, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull FROM pg_class c JOIN pg_attribute a ON "
    "a.attrelid = c.oid WHERE c.relnamespace = 'isnad'::regnamespace AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped",
    "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'isnad' AND tablename !~ '_[0-9]{4}_'",
    "SELECT conrelid::regclass::text AS of, conname, pg_get_constraintdef(oid) AS says FROM pg_constraint WHERE connamespace = 'isnad'::regnamespace "
    "AND NOT conrelid::regclass::text ~ '_[0-9]{4}_'",
    "SELECT viewname, definition FROM pg_views WHERE schemaname = 'isnad'", "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'isnad'::regnamespace")


def moved(tap, kind, version):
    """A store of an earlier version in PostgreSQL becomes like a new one and loses nothing; forms are found by what the program and SQL both make of them."""
    old, fresh = kind.new(), kind.new()
    ask = lambda db, sql: sorted(map(repr, db.execute(sql)))  # noqa: E731
    kind.server.psql(old.rsplit("/", 1)[1], read(os.path.join(TESTS, "store", f"postgres{version}.sql")).decode())
    db, new = kind.open(old), kind.open(fresh)
    before = [ask(db, sql) for sql in MOVED]
    why = ask(db, "SELECT claim, reasons FROM " + ("entry WHERE reasons IS NOT NULL" if version < 7 else "reasons"))
    for path in (old, fresh):
        isnad("link", "--quiet", path)
    lost = [sql for sql, rows in zip(MOVED, before) if ask(db, sql) != rows]
    lost += [] if ask(db, "SELECT claim, reasons FROM reasons") == why else ["reasons"]
    tap.case(f"nothing of version {version} is lost in PostgreSQL", not lost and all(before[:-6]) and (why or version < 6), lost)
    unlike = [(a, b) for sql in SHAPES for a, b in [(ask(db, sql), ask(new, sql))] if a != b]
    tap.case("and it becomes like a new store", not unlike, "\n".join(str(set(a) ^ set(b)) for a, b in unlike))
    kind.change(old, "UPDATE record SET knowledge = 'old'")
    for path in (old, fresh):
        isnad("code", "--quiet", "--store", path, os.path.join(SOURCE, "samples"))
    wrong = [(form, rows) for form, values in PRINTS.items() for path in (db, new) for rows in
             [path.execute(f"SELECT * FROM {form}_form WHERE print <> isn_print({values}) OR print IN (SELECT print FROM {form}_form GROUP BY 1 HAVING "
                           "count(*) > 1)")] if rows]
    tap.case("forms are told by their prints, and stand once", not wrong, wrong)
    packed = [path.execute("SELECT count(*), count(DISTINCT c.record), count(DISTINCT r.id), sum(CASE WHEN b.record = r.id THEN 1 ELSE 0 END) FROM record r "
                           "LEFT JOIN coding c ON c.record = r.id LEFT JOIN body b ON b.article = r.article AND b.record = r.id")[0] for path in (db, new)]
    tap.case("each record stands packed once, beside its text where that was new",
             all(n[0] == n[1] == n[2] for n in packed) and 0 < packed[0][3] < packed[0][0] and packed[1][3] == packed[1][0], packed)
    isnad("link", "--quiet", old)
    named = [path.execute("SELECT count(*) FROM claim_row WHERE id NOT IN (SELECT claim FROM named)")[0][0] for path in (db, new)]
    tap.case("whom claims name is noted when they are linked", named[0] == 0 and named[1] > 0 and kind.sound(db) and kind.sound(new), named)



def main():
    _, build = arguments()
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder, backends(folder) as kinds:
        os.environ["HOME"] = folder  # where layers of the lexicon are kept when they have been compiled
        for path in sorted(glob.glob(os.path.join(TESTS, "store", "v*.sql"))):
            migrate(tap, folder, int(os.path.basename(path)[1:-4]), build)
        filled(tap, folder)
        late(tap, folder)
        for kind in kinds:
            spans(tap, kind)
            again(tap, kind, folder)
            anew(tap, kind)
        search(tap, folder, build)
        bundled(tap, folder, build)
        if len(kinds) > 1:
            alike(tap, kinds)
            overtaken(tap, kinds[1], folder)
            for path in sorted(glob.glob(os.path.join(TESTS, "store", "postgres*.sql"))):
                moved(tap, kinds[1], int(os.path.basename(path)[8:-4]))
            postgres(tap, kinds[1])
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
