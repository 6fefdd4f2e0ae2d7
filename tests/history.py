#!/usr/bin/env python3
"""What the ledger owes to what came when: what came of promises, whatever report is stored first; an event of hundreds of
claims that people part and join in any order; a day in the past after corrections; and articles coded anew, on which promises
hung. The end is that of a store that was given all at once.

usage: tests/history.py [BUILD]
"""
import itertools
import json
import random
import sys
import tempfile

from backends import Named, backends
from harness import Tap, arguments, isnad

PROMISE = ("promise", "2021-04-02", "تعهدت جماعة الحوثي بالإفراج عن ستين أسيرا قبل 20 أبريل 2021.")
REPORTS = {
    "kept": ("kept", "2021-04-15", "أفرجت جماعة الحوثي عن ستين أسيرا في صنعاء أمس الأربعاء."),
    "broken": ("broken", "2021-04-18", "لم تفرج جماعة الحوثي عن أي أسير أمس السبت."),
    "late": ("late", "2021-04-28", "أفرجت جماعة الحوثي عن عشرة أسرى في صنعاء أمس الثلاثاء."),
    "moved": ("moved", "2021-04-19", "تعهدت جماعة الحوثي بالإفراج عن ستين أسيرا قبل 30 مايو 2021."),
}
IDLE = ("idle", "2021-07-30", "بحث الوزيران العلاقات بين البلدين في الرياض.")
FEW = 5  # reports of each verdict that are kept


def lines(articles):
    return "".join(json.dumps({"id": name, "published": day, "outlet": "الجزيرة", "text": text + "\n"}, ensure_ascii=False) + "\n"
                   for name, day, text in articles).encode()


def put(path, *batches):
    """Stores and links the articles, a batch at a time."""
    for some in batches:
        isnad("code", "--quiet", "--from", "jsonl", "--store", path, "-", stdin=lines(some))
        isnad("link", "--quiet", path)


FIRST = ("SELECT v.outcome FROM event v JOIN entry e ON e.event = v.id JOIN article a ON a.id = e.article "
         "WHERE a.source = 'promise' AND v.status = 'active'")
HEARD = ("SELECT f.verdict, a.source FROM follow f JOIN entry e ON e.key = f.claim JOIN article a ON a.id = e.article "
         "JOIN entry p ON p.event = f.commitment JOIN article q ON q.id = p.article WHERE q.source = 'promise' ORDER BY 1, 2")


def answers(kind, path):
    db = kind.open(path)
    end = db.execute(FIRST).fetchone(), db.execute(HEARD).fetchall()
    left = db.execute("SELECT count(*) FROM follow WHERE claim NOT IN (SELECT key FROM entry)").fetchone()
    db.close()
    return end[0][0], end[1], left[0]


def outcomes(tap, kind):
    cases = [((), "open"), (("idle",), "overdue"), (("kept",), "kept"), (("broken",), "broken"), (("late",), "late"), (("moved",), "moved"),
             (("broken", "late"), "broken"), (("late", "moved"), "late"), (("kept", "broken", "late", "moved"), "kept")]
    for names, want in cases:
        path = kind.new()
        put(path, [PROMISE, *(REPORTS.get(name, IDLE) for name in names)])
        have = answers(kind, path)
        heard = sorted((name, name) for name in names if name in REPORTS)
        tap.case(f"a promise and {', '.join(names) or 'nothing'}: {want}", have == (want, heard, 0), have)
        kind.drop(path)


def whenever(tap, kind):
    """One at a time in several orders, the promise last too; and overdue at first, for a report that is stored late."""
    every = [PROMISE, *REPORTS.values(), IDLE]
    whole = kind.new()
    put(whole, every)
    want = answers(kind, whole)
    wrong = []
    for order in random.Random(5).sample(list(itertools.permutations(range(len(every)))), 6) + [(1, 2, 3, 4, 5, 0), (0, 5, 1, 2, 3, 4)]:
        path = kind.new()
        put(path, *([every[i]] for i in order))
        if answers(kind, path) != want:
            wrong.append((order, answers(kind, path)))
        kind.drop(path)
    tap.case("the same came of it in whatever order it is told", not wrong, (want, wrong[:2]))


def many(tap, kind):
    """Of nine who tell that it was kept the earliest stand, whether they come first or last."""
    told = [(f"k{day:02}", "2021-04-19", f"أفرجت جماعة الحوثي عن ستة أسرى في صنعاء يوم {day} أبريل 2021.") for day in range(4, 13)]
    ends = []
    for batches in ([[PROMISE, *told]], [[PROMISE], told[5:], told[:5]], [[PROMISE], *([one] for one in reversed(told))]):
        path = kind.new()
        put(path, *batches)
        ends.append(answers(kind, path)[1])
        kind.drop(path)
    earliest = [("kept", f"k{day:02}") for day in range(4, 4 + FEW)]
    tap.case("of many reports the earliest stand", ends == [earliest] * 3, ends)


def anew(tap, kind):
    """A report that a newer coding does not make any more is none; the promise is overdue again."""
    path = kind.new()
    put(path, [PROMISE, REPORTS["kept"], IDLE])
    kind.older(path, "older", "article IN (SELECT id FROM article WHERE source = 'kept')")
    isnad("code", "--quiet", "--from", "jsonl", "--store", path, "-", stdin=lines([REPORTS["kept"]]))
    kind.change(path, f"DELETE FROM {kind.claim_rows} WHERE record IN (SELECT id FROM record WHERE revision = 2)")
    isnad("link", "--quiet", path)
    have = answers(kind, path)
    tap.case("a report that is no more is not heard", have == ("overdue", [], 0), have)
    kind.drop(path)


# ---- an event of hundreds of claims

DEAD = 12
OUTLETS = ("الجزيرة", "العربية", "السومرية نيوز", "العربي الجديد", "القدس العربي", "الشرق الأوسط")


def bombing(n):
    """One bombing as many tell it, and another in the same town the day before."""
    start = ("قتل", "لقي")[n % 2]
    lede = (f"{start} {DEAD} شخصا مصرعهم" if start == "لقي" else f"قتل {DEAD} شخصا") + " في تفجير سيارة مفخخة في سوق مدينة الموصل، أمس الأحد"
    return {"id": f"b{n:03}", "published": "2021-06-14", "outlet": OUTLETS[n % len(OUTLETS)],
            "text": f"{lede}، وفق الشرطة العراقية.\n\nوهذا خبر رقم {n} من {OUTLETS[n % len(OUTLETS)]}.\n"}


def grouped(kind, path):
    """Groups of articles, each by its events."""
    db = kind.open(path)
    events = {}
    for event, source in db.execute("SELECT e.event, a.source FROM entry e JOIN article a ON a.id = e.article ORDER BY 2").fetchall():
        events.setdefault(event, []).append(source)
    shown = db.execute("SELECT count(*) FROM event WHERE status = 'active'").fetchone()[0]
    sound = kind.sound(db)
    db.close()
    return sorted(events.values()), shown == len(events) and sound


def feed(rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def large(tap, kind):
    rows = [bombing(n) for n in range(240)]
    whole, piecemeal = kind.new(), kind.new()
    isnad("code", "--quiet", "--from", "jsonl", "--store", whole, "-", stdin=feed(rows))
    isnad("link", "--quiet", whole)
    want, good = grouped(kind, whole)
    tap.case("hundreds who tell of one thing are one event", good and [len(g) for g in want] == [len(rows)], [len(g) for g in want])
    random.Random(3).shuffle(rows)
    for i in range(0, len(rows), 50):
        isnad("code", "--quiet", "--from", "jsonl", "--store", piecemeal, "-", stdin=feed(rows[i:i + 50]))
        isnad("link", "--quiet", piecemeal)
    tap.case("and so they are fifty at a time", grouped(kind, piecemeal) == (want, True), [len(g) for g in grouped(kind, piecemeal)[0]])
    db = kind.open(whole)
    keys = [row[0] for row in db.execute("SELECT key FROM entry ORDER BY key").fetchall()]
    db.close()
    apart = [(keys[0], keys[100]), (keys[0], keys[150]), (keys[100], keys[150]), (keys[0], keys[200])]
    ends = []
    for seed in (1, 2):
        order = apart[:]
        random.Random(seed).shuffle(order)
        for a, b in order:
            isnad("link", "--quiet", whole, "--different", *((a, b) if seed == 1 else (b, a)))
        ends.append(grouped(kind, whole))
        of = {source: i for i, group in enumerate(ends[-1][0]) for source in group}
        db = kind.open(whole)
        told = dict(db.execute("SELECT e.key, a.source FROM entry e JOIN article a ON a.id = e.article").fetchall())
        numbers = [row[0] for row in db.execute("SELECT id FROM decision WHERE undone IS NULL ORDER BY id").fetchall()]
        db.close()
        tap.case(f"claims that are parted stand in events of their own, order {seed}", ends[-1][1] and all(of[told[a]] != of[told[b]] for a, b in apart),
                 [len(g) for g in ends[-1][0]])
        random.Random(seed + 7).shuffle(numbers)
        for number in numbers:
            isnad("link", "--quiet", whole, "--undo", str(number))
        tap.case(f"and together again when that is taken back, order {seed}", grouped(kind, whole) == (want, True), [len(g) for g in grouped(kind, whole)[0]])
    tap.case("in whatever order they are parted, the end is the same", ends[0] == ends[1], [[len(g) for g in end[0]] for end in ends])


# ---- a day in the past

def corrected(tap, kind):
    """What people say of a claim changes no event of a day in the past, and neither does what was told later; what is parted by hand is so then too."""
    first = ("one", "2021-05-03", "قُتل خمسة جنود عراقيين بانفجار عبوة ناسفة في مدينة كركوك، اليوم الاثنين، بحسب مصدر في الشرطة.")
    later = ("two", "2021-05-05", "ارتفع إلى سبعة قتلى عدد ضحايا انفجار العبوة الناسفة في مدينة كركوك يوم الاثنين الماضي، بحسب الشرطة العراقية.")
    path = kind.new()
    put(path, [first], [later])
    shown = lambda day: [json.loads(line) for line in isnad("export", "--format", "jsonl", "--as-of", day, path).decode().splitlines()]  # noqa: E731
    killed = lambda events: [(len(e["claims"]), [f["best"] for f in e["estimates"] if f["what"] == "killed" and f["rule"] == "latest"])  # noqa: E731
                             for e in events]
    before = shown("2021-05-04")
    tap.case("a day in the past knows what was told by then", killed(before) == [(1, [5])] and killed(shown("2021-05-05")) == [(2, [7])] and
             shown("2021-05-02") == [], (killed(before), killed(shown("2021-05-05"))))
    db = kind.open(path)
    keys = [row[0] for row in db.execute("SELECT e.key FROM entry e JOIN article a ON a.id = e.article ORDER BY a.source").fetchall()]
    db.close()
    number = isnad("review", path, "correct", keys[0], "killed", "4", "--by", "Huda").split()[1].decode()
    tap.case("a correction stands beside it, and it is as it was", shown("2021-05-04") == before, killed(shown("2021-05-04")))
    isnad("review", path, "undo", number)
    isnad("link", "--quiet", path, "--different", keys[0], keys[1])
    tap.case("what is parted by hand later is so on that day too, the other not yet told", killed(shown("2021-05-04")) == [(1, [5])] and
             sorted(killed(shown("2021-05-05"))) == [(1, [5]), (1, [7])], killed(shown("2021-05-05")))
    isnad("link", "--quiet", path, "--undo", "1")
    tap.case("and as before when that is taken back", shown("2021-05-04") == before, killed(shown("2021-05-04")))


def main():
    arguments()
    every = Tap()
    with tempfile.TemporaryDirectory() as folder, backends(folder) as kinds:
        for kind in kinds:
            tap = Named(every, kind)
            for test in (outcomes, whenever, many, anew, large, corrected):
                test(tap, kind)
    return every.done()


if __name__ == "__main__":
    sys.exit(main())
