#!/usr/bin/env python3
"""The ledger over the project's own article set (tests/ledger/articles.py): how well claims of one occurrence
come together (B-cubed), what must never be joined, independent sources, estimates, decisions by hand; and
that neither order nor number of articles at once changes the end.

usage: tests/ledger.py [BUILD]
"""
import collections
import itertools
import json
import math
import os
import random
import sys
import tempfile

from backends import Named, backends
from harness import TESTS, Tap, arguments, isnad

sys.path.insert(0, os.path.join(TESTS, "ledger"))
import articles as made  # noqa: E402

ROWS = made.articles()
OCCURRED = {o[0]: o for o in made.OCCURRENCES}
LEAST_F1 = 0.92


def store(kind, path, rows, batch=None):
    """Codes and links the rows, `batch` at a time."""
    for start in range(0, len(rows), batch or len(rows)):
        some = rows[start:start + (batch or len(rows))]
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in some)
        isnad("code", "--quiet", "--from", "jsonl", "--store", path, "-", stdin=text.encode())
        isnad("link", "--quiet", path)
    return kind.open(path)


def labelled(db):
    """(key, event, kind, label) of each claim whose sentence the gold labels."""
    gold = {row["id"]: row["gold"] for row in ROWS}
    sql = ("SELECT e.key, e.event, v.kind, a.source, c.evidence_start FROM entry e JOIN event v ON v.id = e.event "
           "JOIN claim c ON c.id = e.claim JOIN article a ON a.id = e.article ORDER BY e.key")
    for key, event, kind, source, at in db.execute(sql):
        label = [g["label"] for g in gold[source] if g["start"] <= at < g["end"]]
        if label:
            yield key, event, kind, label[0]


def b_cubed(claims):
    """Precision, recall, F1 of the grouping by event against the grouping by label."""
    precision = recall = 0
    for _, event, _, label in claims:
        mates = [c for c in claims if c[1] == event]
        twins = [c for c in claims if c[3] == label]
        both = sum(c[3] == label for c in mates)
        precision += both / len(mates)
        recall += both / len(twins)
    p, r = precision / len(claims), recall / len(claims)
    return p, r, 2 * p * r / (p + r)


def kilometres(a, b):
    (lat, lon), (lat2, lon2) = [map(math.radians, x) for x in (a, b)]
    h = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(h))


def forbidden(db):
    """Events whose claims have exact places 30 km apart, or days three apart."""
    bad = []
    places = collections.defaultdict(list)
    for event, claim, lat, lon in db.execute(
            "SELECT e.event, e.claim, p.lat, p.lon FROM entry e JOIN place p ON p.claim = e.claim WHERE p.precision = "
            "(SELECT min(precision) FROM place WHERE claim = e.claim) AND p.precision <= 3 AND lat IS NOT NULL"):
        places[event].append((claim, lat, lon))
    for event, points in places.items():
        for a, b in itertools.combinations(sorted({p[0] for p in points}), 2):
            near = min(kilometres(x[1:], y[1:]) for x in points if x[0] == a for y in points if y[0] == b)
            if near >= 30:
                bad.append((event, f"{near:.0f} km"))
    day = made.datetime.date.fromisoformat
    for event, start, end in db.execute(
            "SELECT x.event, d.date_start, c.date_end FROM entry x JOIN claim c ON c.id = x.claim JOIN entry y ON y.event = x.event AND "
            "y.kind = 'incident' JOIN claim d ON d.id = y.claim WHERE d.date_start > c.date_end"):
        gap = (day(start) - day(end)).days
        if gap >= 3:
            bad.append((event, f"{gap} days"))
    return bad


def quality(tap, db):
    claims = list(labelled(db))
    articles = {key.partition(":")[0] for key, *_ in claims}
    tap.case("claims of nine articles in ten are in the ledger", len(articles) >= 0.9 * len(ROWS), len(articles))
    p, r, f1 = b_cubed(claims)
    tap.case(f"B-cubed F1 {f1:.3f} (precision {p:.3f}, recall {r:.3f}, {len(claims)} claims)", f1 >= LEAST_F1)
    tallies = [c for c in claims if c[3].startswith("t") and c[2] == "incident"]
    tap.case("no total is taken for an incident", not tallies, tallies)
    mixed = db.execute("SELECT event FROM entry GROUP BY event HAVING count(DISTINCT kind) > 1").fetchall()
    tap.case("no event holds claims of two kinds", not mixed, mixed)
    tap.case("nothing 30 km or three days apart is joined", not forbidden(db), forbidden(db)[:9])
    by_event = collections.defaultdict(set)
    for _, event, _, label in claims:
        by_event[event].add(label)
    wrong = [labels for labels in by_event.values() if len(labels) > 1]
    far = [w for w in wrong if any(distinct(a, b) for a, b in itertools.combinations(sorted(w), 2))]
    tap.case("no two occurrences of other towns or weeks share an event", not far, far)


def distinct(a, b):
    if a not in OCCURRED or b not in OCCURRED:
        return True
    return OCCURRED[a][2] != OCCURRED[b][2] or abs((made.datetime.date.fromisoformat(OCCURRED[a][4]) -
                                                    made.datetime.date.fromisoformat(OCCURRED[b][4])).days) >= 3


def event_of(db, label):
    claims = [c for c in labelled(db) if c[3] == label]
    return collections.Counter(c[1] for c in claims).most_common(1)[0][0]


def estimates(db, event, what="killed"):
    return {rule: (low, best, high) for rule, low, best, high in
            db.execute("SELECT rule, low, best, high FROM estimate WHERE event = ? AND what = ?", (event, what))}


def figures(tap, db):
    aden = estimates(db, event_of(db, "o24"))  # 12, risen to 15 and 18
    tap.case("a toll that rose stands at its last figure", aden.get("latest", (0, 0))[1] == 18, aden)
    first = db.execute("SELECT count(*) FROM entry e JOIN claim c ON c.id = e.claim WHERE e.event = ? AND superseded AND "
                       "c.type = 'incident'", (event_of(db, "o24"),)).fetchone()[0]
    tap.case("what was told before is marked as superseded", first > 0)
    samarra = event_of(db, "o31")  # 4 by the army, 8 by a local source
    rules = estimates(db, samarra)
    tap.case("conflicting figures keep both ends", (rules["ucdp"][0], rules["ucdp"][2]) == (4, 8), rules)
    tap.case("rules differ in the best figure", rules["acled"][1] == 4 and rules["ibc"][1] is None, rules)
    tap.case("contradictions are listed", db.execute("SELECT count(*) FROM dispute WHERE event = ? AND field = 'killed'",
                                                     (samarra,)).fetchone()[0] > 0)
    mosul = event_of(db, "o15")
    outlets, sources = db.execute("SELECT outlets, sources FROM event WHERE id = ?", (mosul,)).fetchone()
    tap.case("papers that print one agency are one source", outlets >= 5 and sources < outlets, (outlets, sources))
    total = db.execute("SELECT events, in_events, best, gap FROM totals WHERE id = ? AND what = 'killed'",
                       (event_of(db, "t1"),)).fetchone()
    tap.case("a total knows the events under it, and what is missing", total and total[0] >= 2 and total[3] == total[2] - total[1] > 0, total)
    double = db.execute("SELECT count(*) FROM events WHERE id IN (SELECT total FROM cover)").fetchone()[0]
    tap.case("totals are no events", double == 0, double)


def state(db):
    """Everything the ledger found, with events named by their claims."""
    name = dict(db.execute("SELECT event, min(key) FROM entry GROUP BY event").fetchall())
    out = {}
    for row in db.execute("SELECT * FROM event WHERE status = 'active'").fetchall():
        out[name[row[0]]] = [row[1:27]]
    for sql in ("SELECT e.event, e.key, e.score, r.reasons, source, superseded FROM entry e LEFT JOIN reasons r ON r.claim = e.claim ORDER BY e.key",
                "SELECT event, what, rule, low, best, high, sources FROM estimate WHERE event IN (SELECT id FROM event WHERE status = 'active') ORDER BY 2, 3",
                "SELECT * FROM event_source WHERE event IN (SELECT id FROM event WHERE status = 'active') ORDER BY position",
                "SELECT * FROM dispute WHERE event IN (SELECT id FROM event WHERE status = 'active') ORDER BY position",
                "SELECT commitment, claim, verdict FROM follow ORDER BY 2"):
        for event, *rest in db.execute(sql).fetchall():
            out[name[event]].append(tuple(rest))
    for total, event in sorted((name[t], name[e]) for t, e in db.execute("SELECT total, event FROM cover")):
        out[total].append(event)
    return out


def order(tap, kind, whole):
    want = state(whole)
    ids = sorted(r[0] for r in whole.execute("SELECT id FROM event"))
    for seed, batch in ((1, None), (2, 40), (3, 7)):
        rows = ROWS[:]
        random.Random(seed).shuffle(rows)
        db = store(kind, kind.new(f"order{seed}"), rows, batch)
        have = state(db)
        differ = [(k, have.get(k), want.get(k)) for k in sorted(set(have) | set(want)) if have.get(k) != want.get(k)]
        tap.case(f"the same end in another order, {batch or 'all'} at a time", not differ, differ[:3])
        if batch is None:
            tap.case("and the same ids", sorted(r[0] for r in db.execute("SELECT id FROM event")) == ids)
        else:
            gone = db.execute("SELECT count(*) FROM event WHERE status = 'active' AND id NOT IN (SELECT event FROM entry)").fetchone()
            tap.case("no event without claims is active", gone == (0,), gone)
        db.close()


def by_hand(tap, kind):
    path = kind.new("hand")
    db = store(kind, path, ROWS)
    one, two = event_of(db, "o11"), event_of(db, "o12")
    key = lambda event, i=0: db.execute("SELECT key FROM entry WHERE event = ? ORDER BY key", (event,)).fetchall()[i][0]  # noqa: E731
    group = lambda k: db.execute("SELECT event FROM entry WHERE key = ?", (k,)).fetchone()[0]  # noqa: E731
    a, b, c = key(one), key(two), key(one, 1)
    before = state(db)
    isnad("link", "--quiet", path)
    tap.case("linking again changes nothing", state(db) == before and db.execute("SELECT count(*) FROM run").fetchone() == (1,))
    isnad("link", path, "--same", a, b, "--by", "Amal", "--note", "one patrol")
    tap.case("two claims are joined by hand", group(a) == group(b))
    isnad("link", path, "--different", a, c)
    tap.case("two claims are parted by hand", group(a) != group(c))
    extra = dict(ROWS[0], id="extra", text=ROWS[0]["text"] + "\nوأعلنت السلطات فتح تحقيق.\n")
    store(kind, path, [extra])
    tap.case("a later run keeps both", group(a) == group(b) and group(a) != group(c))
    isnad("link", path, "--undo", "1")
    isnad("link", path, "--undo", "2")
    tap.case("and both can be taken back", group(a) != group(b) and group(a) == group(c))
    ids = db.execute("SELECT count(*), count(DISTINCT id) FROM event").fetchone()
    log = db.execute("SELECT count(*) FROM changes WHERE event = ?", (one,)).fetchone()[0]
    tap.case("changes are logged, ids stay", ids[0] == ids[1] and log >= 3, (ids, log))
    tap.case("foreign keys hold", kind.sound(db))
    refused = isnad("link", path, "--same", a, "nothing:c1", check=False)
    tap.case("an unknown claim is refused", refused.returncode == 2 and b"no linked claim" in refused.stderr)
    db.close()


def responsibility(tap, kind):
    """Who says that it was he, of whom others say it, and who denies it."""
    deed = ("قُتل أربعة عشر شخصاً بتفجير سيارة مفخخة في سوق مدينة الباب شرقي حلب، اليوم الثلاثاء، وفق الدفاع المدني.\n\n"
            'وأعلن تنظيم "داعش" مسؤوليته عن التفجير في بيان نشرته وكالة أعماق.\n')
    path = kind.new("responsibility")
    db = store(kind, path, [{"id": "a", "published": "2021-06-15", "outlet": "الجزيرة", "text": deed}])
    sql = "SELECT actor_id, status FROM responsibility ORDER BY 1"
    tap.case("claimed by one", db.execute(sql).fetchall() == [("islamic-state", "claimed")], db.execute(sql).fetchall())
    db.close()
    db = store(kind, path, [{"id": "b", "published": "2021-06-15", "outlet": "السومرية نيوز",
                       "text": deed + "\nونفت قوات سوريا الديمقراطية أي صلة لها بالتفجير.\n"}])
    tap.case("contested by who denies it", db.execute(sql).fetchall() == [("islamic-state", "claimed"), ("sdf", "contested")], db.execute(sql).fetchall())
    said = [json.loads(line)["responsibility"] for line in isnad("export", path, "--format", "jsonl", "kind:incident", "place:الباب").decode().splitlines()]
    tap.case("and exported", {(r["id"], r["status"]) for s in said for r in s} == {("islamic-state", "claimed"), ("sdf", "contested")}, said)
    db.close()


TOLD = (("a", "الجزيرة", "قُتل سبعة مدنيين في قصف مدفعي على مدينة مأرب، اليوم الجمعة.\n\nوقالت وزارة الصحة اليمنية إن سبعة مدنيين قتلوا في القصف على مأرب. "
         "وأكد الدفاع المدني مقتل سبعة مدنيين في القصف.\n"),
        ("b", "العربية", "أعلنت وزارة الصحة اليمنية مقتل سبعة مدنيين في قصف مدفعي على مدينة مأرب، اليوم الجمعة.\n"),
        ("c", "السومرية نيوز", "قتل سبعة مدنيين بقصف مدفعي استهدف مدينة مأرب، الجمعة.\n"))


def told_again(tap, kind):
    """Who tells a claim again is a source of it, the one who is named in the paper's place, and one with whom another paper names."""
    path = kind.new("told")
    rows = [{"id": name, "published": "2026-11-20", "outlet": outlet, "text": text} for name, outlet, text in TOLD]
    want = ({"Ministry of Health (Yemen)": (1, 1), "الدفاع المدني": (1, 1)}, {"Ministry of Health (Yemen)": (2, 2), "الدفاع المدني": (1, 1)},
            {"Ministry of Health (Yemen)": (2, 2), "الدفاع المدني": (1, 1), "Alsumaria": (1, 1)})
    for n, row in enumerate(rows):
        db = store(kind, path, [row])
        have = {name: (claims, outlets) for name, claims, outlets in db.execute("SELECT name, claims, outlets FROM event_source").fetchall()}
        tap.case(f"sources of a claim that several tell, in {n + 1} papers", have == want[n], have)
        db.close()
    found = isnad("export", "--format", "jsonl", path, "source:الدفاع المدني")
    tap.case("and the event is found by each", found.count(b"\n") == 1, found)


AGAINST = "قُتل تسعة مدنيين في غارة على مدينة مأرب، اليوم الجمعة، بحسب مصدر طبي.\n\nغير أن الدفاع المدني قال إن أربعة مدنيين قتلوا في الغارة. ونفى شيخ قبلي وقوع الغارة.\n"


def set_against(tap, kind):
    """Claims that their article sets against each other are of one event, which lists why they cannot both hold."""
    db = store(kind, kind.new("against"), [{"id": "a", "published": "2026-11-20", "text": AGAINST}])
    pairs = db.execute("SELECT count(*) FROM contradiction").fetchone()[0]
    apart = db.execute("SELECT count(DISTINCT event) FROM entry").fetchone()[0]
    fields = {f for f, in db.execute("SELECT field FROM dispute").fetchall()}
    tap.case("what an article sets against each other is one event", pairs >= 2 and apart == 1, (pairs, apart))
    tap.case("and the event lists it", {"killed", "occurrence"} <= fields, fields)
    why = [r for r, in db.execute("SELECT r.reasons FROM reasons r").fetchall()]
    tap.case("with the reason", any("set against each other in one report" in (r or "") for r in why), why)
    low, high = db.execute("SELECT low, high FROM estimate WHERE what = 'killed' AND rule = 'ucdp'").fetchone()
    tap.case("and both figures", (low, high) == (4, 9), (low, high))
    db.close()


def main():
    arguments()
    every = Tap()
    with tempfile.TemporaryDirectory() as folder, backends(folder) as kinds:
        ends = []
        for kind in kinds:
            tap = Named(every, kind)
            db = store(kind, kind.new("all"), ROWS)
            quality(tap, db)
            figures(tap, db)
            order(tap, kind, db)
            ends.append((state(db), sorted(db.execute("SELECT id FROM event").fetchall())))
            db.close()
            by_hand(tap, kind)
            responsibility(tap, kind)
            told_again(tap, kind)
            set_against(tap, kind)
        if len(ends) > 1:
            differ = [(k, ends[0][0].get(k), ends[1][0].get(k)) for k in ends[0][0] if ends[0][0].get(k) != ends[1][0].get(k)]
            every.case("the same end in both databases", ends[0] == ends[1], differ[:3])
    return every.done()


if __name__ == "__main__":
    sys.exit(main())
