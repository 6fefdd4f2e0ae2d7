#!/usr/bin/env python3
"""The article of ../shared/seed against what a careful human coder takes from it (expected.json there),
trap by trap. The article is not the project's own; where it is absent the test says so.

usage: tests/seed.py [BUILD]
"""
import json
import os
import sys

from harness import SHARED, Tap, arguments, code_rows, read

FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None,
                      **{chr(c): None for c in range(0x64B, 0x653)}, '"': " ", "(": " ", ")": " ", "/": " ", "،": " "})
OUTLET, COALITION, OFFICER = "العربي الجديد", "التحالف الدولي", "ضابط في وزارة الدفاع"


def fold(text):
    return " ".join((text or "").translate(FOLD).split())


def has(text, part):
    return fold(part) in fold(text)


def named(items, *parts):
    """Is there one item whose text or name has one of the parts?"""
    return any(has(x.get("text"), p) or has(x.get("name"), p) for x in items or [] for p in parts)


def brief(claim):
    if not claim:
        return "no such claim"
    link = lambda x: f"{x.get('text')!r} {x.get('role')} named={x.get('named')} party={x.get('party')} {x.get('channel')}"
    return json.dumps({k: claim[k] for k in ("id", "type", "event_type", "mode", "polarity", "modality", "main", "quoted")}, ensure_ascii=False) \
        + f"\nanchor {claim['anchor']['text']!r} in {claim['evidence']['text']!r}" \
        + f"\nactors {[x['text'] for x in claim['actors']]} recipients {[x['text'] for x in claim['recipients']]} places {[x['text'] for x in claim['places']]}" \
        + f"\ncounts {claim['counts']}\ndate {claim['date']} deadline {claim['deadline']}\nchain {[link(x) for x in claim['chain']]}"


class Seed:
    def __init__(self, tap, record):
        self.tap, self.record, self.claims = tap, record, record["claims"]

    def pick(self, sentence, *events):
        """The best claim in the sentence that has these words: of these event types, main before aside."""
        found = [c for c in self.claims if has(c["evidence"]["text"], sentence) and (not events or c["event_type"] in events)]
        return min(found, key=lambda c: not c["main"], default=None)

    def says(self, name, claim, *conditions):
        """All conditions hold of the claim; told one case a claim, with the numbers of those that fail."""
        wrong = [] if not claim else [text for text, holds in conditions if not holds(claim)]
        self.tap.case(name, bool(claim) and not wrong, f"not so: {', '.join(wrong)}\n{brief(claim)}")

    def document(self):
        doc, tap = self.record["document"], self.tap
        published = doc["published"] or {}
        tap.case("title", has((doc["title"] or {}).get("text"), "التحالف الدولي يعلن قتل 13"), doc["title"])
        tap.case("published, by the dateline", (published.get("start"), published.get("end"), published.get("from"))
                 == ("2021-09-10", "2021-09-10", "dateline"), published)
        tap.case("outlet, named inside the text", has((doc["outlet"] or {}).get("name"), OUTLET), doc["outlet"])
        tap.case("language and relevance", doc["language"] == "ar" and doc["relevant"] is True, doc)

    def parts(self, data):
        by_role = {}
        for part in self.record["parts"]:
            by_role.setdefault(part["role"], []).append(data[part["start"]:part["end"]].decode())
        in_role = lambda role, text: any(has(each, text) for each in by_role.get(role, []))
        shown = json.dumps(by_role, ensure_ascii=False)
        self.tap.case("share bar is boilerplate", in_role("boilerplate", "+ الخط -"), shown)
        self.tap.case("repeated headline is boilerplate, once", len(by_role.get("title", [])) == 1 and
                      in_role("boilerplate", "التحالف الدولي يعلن قتل 13"), shown)
        self.tap.case("caption and its credit", in_role("caption", "طائرة تابعة للتحالف الدولي") and
                      (in_role("credit", "Getty") or in_role("caption", "Getty")), shown)
        self.tap.case("dateline", in_role("dateline", "10 سبتمبر 2021"), shown)

    def toll(self):
        killing = [c for c in self.claims if any(x["what"] == "killed" for x in c["counts"])]
        self.tap.case("one tally told three times is one claim", len(killing) == 1, "\n\n".join(map(brief, killing)) or "no claim with a toll")
        claim = killing[0] if killing else None
        numbers = lambda x: (x["what"], x["low"], x["best"], x["high"], x["quantity"])
        self.says("toll: kind", claim, ("tally", lambda c: c["type"] == "tally"), ("ASSAULT", lambda c: c["event_type"] == "ASSAULT"),
                  ("actual", lambda c: c["modality"] == "actual"), ("positive", lambda c: c["polarity"] == "positive"), ("main", lambda c: c["main"]))
        self.says("toll: 13/13/13, once", claim, ("13", lambda c: [numbers(x) for x in c["counts"]] == [("killed", 13, 13, 13, "exact")]),
                  ("armed", lambda c: c["counts"][0]["who"]["side"] == "armed"), ("group", lambda c: c["counts"][0]["who"]["group"] == "islamic-state"))
        both = lambda c: "killed" in json.dumps(c["counts"]) and any(w in json.dumps(c, ensure_ascii=False) for w in ("deterred", "ردع"))
        self.says("toll: both harm terms kept, killed and deterred", claim, ("both", both))
        self.says("toll: who fights", claim, ("coalition", lambda c: named(c["actors"], COALITION, "قوة المهام المشتركة")),
                  ("security forces", lambda c: named(c["actors"], "قوات الأمن العراقية")), ("peshmerga", lambda c: named(c["actors"], "البشمركة")),
                  ("SDF", lambda c: named(c["actors"], "قوات سورية الديمقراطية")), ("target", lambda c: named(c["recipients"], "داعش")))
        self.says("toll: where and when", claim, ("Iraq", lambda c: named(c["places"], "العراق")), ("Syria", lambda c: named(c["places"], "سورية")),
                  ("month", lambda c: ((c["date"] or {}).get("start"), (c["date"] or {}).get("end"), (c["date"] or {}).get("precision")) == ("2021-09-01", "2021-09-10", 4)))
        self.says("toll: chain", claim, ("two links", lambda c: len(c["chain"]) == 2), ("origin", lambda c: has(c["chain"][0]["text"], COALITION)),
                  ("statement", lambda c: c["chain"][0]["channel"] == "statement"), ("party", lambda c: c["chain"][0]["party"]), ("outlet", self.ends_in_outlet))

    @staticmethod
    def ends_in_outlet(claim):
        return bool(claim["chain"]) and (has(claim["chain"][-1]["text"], OUTLET) or has(claim["chain"][-1]["name"], OUTLET))

    def by_officer(self, claim):
        first = (claim["chain"] or [{}])[0]
        return has(first.get("text"), OFFICER) and first.get("named") is False and first.get("role") in ("official", "belligerent") and self.ends_in_outlet(claim)

    def by_spokesman(self, claim):
        """Named spokesperson, told to the agency, printed by the outlet."""
        chain = claim["chain"]
        return len(chain) == 3 and named(chain[:1], "تحسين الخفاجي") and chain[0]["named"] and chain[0]["role"] == "spokesperson" \
            and named(chain[1:2], "واع", "وكالة الأنباء العراقية") and chain[1]["role"] == "agency" and self.ends_in_outlet(claim)

    def others(self):
        day = lambda c, k: (c["date"] or {}).get(k)
        self.says("air: operations lately", self.pick("وشارك طيران التحالف", "ASSAULT"), ("type", lambda c: c["type"] in ("incident", "aggregate")),
                  ("actual", lambda c: c["modality"] == "actual"), ("aircraft", lambda c: named(c["actors"], "طيران التحالف")), ("target", lambda c: named(c["recipients"], "داعش")),
                  ("Iraq", lambda c: named(c["places"], "العراق")), ("no counts", lambda c: c["counts"] == []),
                  ("no start, end known", lambda c: day(c, "start") is None and (day(c, "end") or "9") <= "2021-09-10"), ("outlet alone", lambda c: len(c["chain"]) == 1 and self.ends_in_outlet(c)))
        ends = next((c for c in self.claims if has(c["evidence"]["text"], "لم تنته") and c["polarity"] == "negative"), None)
        self.says("mission goes on", ends, ("statement", lambda c: c["type"] == "statement"), ("anchor", lambda c: has(c["anchor"]["text"], "تنته")),
                  ("actor", lambda c: named(c["actors"], COALITION)), ("Iraq", lambda c: named(c["places"], "العراق")), ("officer, outlet", self.by_officer))
        self.says("training", self.pick("التدريب والتسليح", "SUPPORT", "AID"), ("statement", lambda c: c["type"] == "statement"),
                  ("actor", lambda c: named(c["actors"], COALITION)), ("officer, outlet", self.by_officer))
        quote = next((q for q in self.record["quotes"] if has(q["text"], "وأحيانا تتم الاستعانة")), None)
        self.tap.case("speaker carried over to the quotation after مضيفاً", quote is not None and has(quote["speaker"], OFFICER), quote)
        self.says("visit", self.pick("زيارة رئيس الوزراء", "CONSULT"), ("incident", lambda c: c["type"] == "incident"), ("mode", lambda c: c["mode"] == "visit"),
                  ("actor", lambda c: named(c["actors"], "مصطفى الكاظمي")), ("Washington", lambda c: named(c["places"], "واشنطن")),
                  ("end of July", lambda c: "2021-07-20" <= (day(c, "start") or "") and day(c, "end") == "2021-07-31"))
        self.says("no request", self.pick("لم تقدم طلبا", "REQUEST"), ("denial", lambda c: c["type"] == "denial"), ("negative", lambda c: c["polarity"] == "negative"),
                  ("actor", lambda c: named(c["actors"], "الولايات المتحدة")), ("not dated today", lambda c: day(c, "end") in (None, "2021-09-09")), ("chain of three", self.by_spokesman))
        bound = next((c for c in self.claims if has(c["anchor"]["text"], "ملتزم")), None)
        self.says("the American side is committed", bound, ("commitment", lambda c: c["type"] == "commitment"), ("actor", lambda c: named(c["actors"], "الجانب الأميركي")),
                  ("chain of three", self.by_spokesman))

    def withdrawals(self):
        def leaves(deadline):
            date = lambda c: (c["deadline"] or {}).get("end") if isinstance(c["deadline"], dict) else c["deadline"]
            return [("commitment", lambda c: c["type"] == "commitment"), ("future", lambda c: c["modality"] == "future"), (deadline, lambda c: date(c) == deadline),
                    ("actor", lambda c: named(c["actors"], "القوات الأميركية")), ("Iraq", lambda c: named(c["places"], "العراق"))]
        december = self.pick("ومن المفترض أن تتقلص", "RETREAT")
        month = self.pick("وتؤكد السلطات العراقية", "RETREAT")
        last = self.pick("آخر موعد لبقاء", "RETREAT")
        self.says("withdrawal by 31 December", december, *leaves("2021-12-31"))
        self.says("withdrawal this month", month, *leaves("2021-09-30"),
                  ("chain", lambda c: len(c["chain"]) == 2 and has(c["chain"][0]["text"], "السلطات العراقية") and self.ends_in_outlet(c)))
        self.says("last date", last, *leaves("2021-12-31"), ("direct", lambda c: c["quoted"] == "direct"), ("chain of three, carried over", self.by_spokesman))
        have = {(frozenset(x["claims"]), x["field"]) for x in self.record["contradictions"]}
        want = {(frozenset((month["id"], other["id"])), "deadline") for other in (december, last)} if december and month and last else None
        self.tap.case("two contradictions, on deadlines", want is not None and have == want, f"given {self.record['contradictions']}")


def main():
    arguments()
    tap = Tap()
    path = os.path.join(SHARED, "seed", "article.txt")
    if not os.path.exists(path):
        tap.skip("seed", "../shared/seed is not here")
        return tap.done()
    data = read(path)
    seed = Seed(tap, code_rows([{"id": "seed", "text": data.decode()}])[0])
    seed.document()
    seed.parts(data)
    seed.toll()
    seed.others()
    seed.withdrawals()
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
