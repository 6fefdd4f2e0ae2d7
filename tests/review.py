#!/usr/bin/env python3
"""Review: what coders say of claims is kept and holds for newer codings; disagreement stays open until it is settled;
agreement; merging and splitting events; what was reviewed comes out as a gold set.

usage: tests/review.py [BUILD]
"""
import json
import os
import subprocess
import sys
import tempfile

from backends import Named, backends
from harness import SHARED, Tap, arguments, isnad

TEXT = ("مقتل خمسة جنود بتفجير في كركوك\n\nقُتل خمسة جنود عراقيين بانفجار عبوة ناسفة استهدف دوريتهم في مدينة كركوك، اليوم الاثنين، "
        "بحسب مصدر في الشرطة.\n\nوأعلنت خلية الإعلام الأمني اعتقال ثلاثة مشتبه بهم في قضاء الدبس.\n")
ROWS = [{"id": "one", "text": TEXT, "published": "2021-05-03", "outlet": "السومرية نيوز"},
        {"id": "two", "text": TEXT.replace("خمسة", "ستة"), "published": "2021-05-03", "outlet": "الجزيرة"}]


class Store:
    def __init__(self, kind, path):
        self.kind, self.path = kind, path
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS)
        isnad("code", "--quiet", "--from", "jsonl", "--store", path, "-", stdin=text.encode())
        isnad("link", "--quiet", path)
        self.db = kind.open(path)
        self.claims = [r[0] for r in self.db.execute("SELECT key FROM claims WHERE source = 'one' ORDER BY id")]

    def review(self, *args, by="Huda"):
        return isnad("review", self.path, *args, "--by", by, check=False)

    def gold(self):
        return [json.loads(line) for line in isnad("export", self.path, "--format", "gold").decode().splitlines()]

    def agreement(self):
        lines = isnad("agreement", self.path).decode().split("\n")[1:-1]
        return {f: (int(n), a) for f, n, _, _, a in (line.split() for line in lines)}


def acts(tap, s):
    first, last = s.claims[0], s.claims[-1]
    tap.case("nothing reviewed, no gold", s.gold() == [])
    for wrong, why in ((("accept", "0123456789abcdef:c1"), "no such claim"), (("correct", first, "colour", "red"), "no such field"),
                       (("correct", first, "type", "deed"), "no such value"), (("correct", first, "places", "الموصل"), "not in the article"),
                       (("correct", first, "date", "2021-02-30"), "no such day"), (("add", first.split(":")[0], "{}"), "no claim")):
        run = s.review(*wrong)
        tap.case(f"refused: {why}", run.returncode == 2 and run.stderr.startswith(b"isnad: review: "), run.stderr)
    tap.case("a review has an author", isnad("review", s.path, "accept", first, check=False).returncode == 2)
    for claim in s.claims:
        s.review("accept", claim)
    gold = s.gold()
    tap.case("an article whose claims are judged is gold", len(gold) == 1 and len(gold[0]["claims"]) == len(s.claims), gold)
    s.review("correct", first, "killed", "4")
    s.review("correct", first, "date", "2021-05-02")
    s.review("reject", last)
    claims = s.gold()[0]["claims"]
    killed = [c for c in claims[0]["counts"] if c["what"] == "killed"]
    tap.case("corrections stand in the gold, on the article's words",
             [(c["low"], c["best"], c["high"], c["quantity"]) for c in killed] == [(4, 4, 4, "exact")] and killed[0]["text"] in TEXT and
             claims[0]["date"] == {"start": "2021-05-02", "end": "2021-05-02"}, claims[0])
    tap.case("what was rejected does not", len(claims) == len(s.claims) - 1)
    number = int(s.review("correct", first, "type", "update").stdout.split()[1])
    tap.case("a correction", s.gold()[0]["claims"][0]["type"] == "update")
    isnad("review", s.path, "undo", str(number))
    tap.case("and taken back", s.gold()[0]["claims"][0]["type"] == "incident" and
             s.db.execute("SELECT undone IS NOT NULL FROM review WHERE id = ?", (number,)).fetchone() == (1,))
    tap.case("only once", isnad("review", s.path, "undo", str(number), check=False).returncode == 2)
    missed = {"type": "statement", "anchors": ["أعلنت"], "event_type": "CONSULT", "mode": None, "actors": [{"text": "خلية الإعلام الأمني"}]}
    s.review("add", first.split(":")[0], json.dumps(missed, ensure_ascii=False))
    tap.case("a claim that was missed", s.gold()[0]["claims"][-1]["anchors"] == ["أعلنت"], s.gold())
    listed = isnad("review", s.path, "list", first).decode()
    tap.case("what was said is listed", "killed {\"low\":4" in listed and "by Huda" in listed, listed)


def checked(tap, s, folder):
    checker = os.path.join(SHARED, "tools", "check_gold.py")
    if not os.path.exists(checker):
        tap.skip("the format's checker finds no fault", "it is not here")
        return
    path = os.path.join(folder, "gold.jsonl")
    with open(path, "wb") as file:
        file.write(isnad("export", s.path, "--format", "gold"))
    run = subprocess.run([sys.executable, checker, path], capture_output=True, text=True)
    tap.case("the format's checker finds no fault", run.returncode == 0, run.stdout)


def measured(tap, s, folder):
    """The coder against what people made of its records: one claim of the gold is missing, one figure differs."""
    path, records = os.path.join(folder, "gold.jsonl"), os.path.join(folder, "records.jsonl")
    with open(path, "wb") as file:
        file.write(isnad("export", s.path, "--format", "gold"))
    report = isnad("eval", path).decode()
    tap.case("the coder is measured by it", "claims" in report, report)
    del records


def two_coders(tap, s):
    first, last = s.claims[0], s.claims[-1]
    s.review("accept", *s.claims, by="Omar")
    agreement = s.agreement()
    tap.case("agreement over all claims", agreement["claim"][0] == len(s.claims), agreement)
    tap.case("two coders differ on figures and on what is a claim", agreement["killed"][1] != "1.000" and agreement["claim"][1] != "1.000", agreement)
    tap.case("and not on places", agreement["places"][1] in ("1.000", "-"), agreement)
    tap.case("what is open is no gold", s.gold() == [])
    isnad("review", s.path, "reject", last, "--final", "--by", "Samir")
    isnad("review", s.path, "correct", first, "killed", "5", "--final", "--by", "Samir")
    tap.case("a field is left open", s.gold() == [])
    isnad("review", s.path, "correct", first, "date", "2021-05-03", "--final", "--by", "Samir")
    gold = s.gold()
    tap.case("what is settled is gold", len(gold) == 1 and gold[0]["claims"][0]["date"]["end"] == "2021-05-03" and
             [c["best"] for c in gold[0]["claims"][0]["counts"] if c["what"] == "killed"] == [5], gold)
    tap.case("settling changes no agreement", s.agreement() == agreement)


def newer_coding(tap, s):
    before = s.gold()
    s.kind.older(s.path, "older")  # as another pack would: a revision with the same claims
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS)
    isnad("code", "--quiet", "--from", "jsonl", "--store", s.path, "-", stdin=text.encode())
    revisions = s.db.execute("SELECT max(revision) FROM record").fetchone()[0]
    tap.case("what was said holds for a newer coding", revisions == 2 and s.gold() == before, (revisions, s.gold()))
    isnad("link", "--quiet", s.path)


def events(tap, s):
    def event_of(key):
        return s.db.execute("SELECT event FROM entry WHERE key = ?", (key,)).fetchone()[0]

    # the two reports differ by a figure; the second article's first claim
    other = s.db.execute("SELECT key FROM claims WHERE source = 'two' ORDER BY id").fetchone()[0]
    first, last = s.claims[0], s.claims[-1]
    tap.case("two reports of one event", event_of(first) == event_of(other))
    run = s.review("split", first)
    tap.case("split", run.returncode == 0 and event_of(first) != event_of(other), run.stderr)
    run = s.review("merge", event_of(first), event_of(last))
    tap.case("merge by events", run.returncode == 0 and event_of(first) == event_of(last), run.stderr)
    tap.case("a claim alone cannot be split", s.review("split", "0123456789abcdef:c1").returncode == 2)
    isnad("link", "--quiet", s.path)
    tap.case("no later run undoes it", event_of(first) != event_of(other) and event_of(first) == event_of(last))


def main():
    arguments()
    every, ends = Tap(), []
    with tempfile.TemporaryDirectory() as folder, backends(folder) as kinds:
        for kind in kinds:
            tap, own = Named(every, kind), os.path.join(folder, kind.short)
            os.mkdir(own)
            s = Store(kind, kind.new("review"))
            acts(tap, s)
            checked(tap, s, own)
            measured(tap, s, own)
            two_coders(tap, s)
            newer_coding(tap, s)
            events(tap, s)
            ends.append((isnad("export", s.path, "--format", "gold"), isnad("agreement", s.path)))
            s.db.close()
        if len(ends) > 1:
            every.case("the same gold in both databases", ends[0] == ends[1] and ends[0][0] != b"", ends)
    return every.done()


if __name__ == "__main__":
    sys.exit(main())
