#!/usr/bin/env python3
"""Do the triggers find what sentences tell, and leave alone what only sounds like it? The sentences stand in
tests/triggers/*.tsv; the head of each file says when they were written. Each is read between two others that make the article one of conflict or of
diplomacy, so that a trap is not saved by the judgement of relevance. Figures are told as notes and held to
the marks below; those of odd and even sentences are told apart.

usage: tests/triggers.py [BUILD]               the test
       tests/triggers.py --list[=even] [BUILD]  prints every miss, or those of the even sentences
"""
import collections
import os
import sys

from harness import TESTS, Tap, arguments, code_rows

# What stands before the sentence: of another category than it, with parties and places of its own.
DIPLOMACY = "بحث وزير الخارجية النرويجي مع نظيره الفنلندي في أوسلو، الاثنين، علاقات البلدين.\n\n"
CONFLICT = "قتل جنديان أوكرانيان وأصيب ثالث بقصف مدفعي روسي قرب خاركيف، الاثنين.\n\n"
DEEDS = {"ASSAULT", "MOBILIZE", "COERCE", "PROTEST", "RETREAT"}
# no figure may fall below its mark; all are shares of the sentences
MARKS = {
    "sentences.tsv": {"event": 0.95, "mode": 0.94, "type": 0.93, "polarity": 0.95, "modality": 0.94, "all": 0.93,
                      "traps": 0.93},
    "fresh.tsv": {"event": 0.89, "mode": 0.87, "type": 0.89, "polarity": 0.88, "modality": 0.88, "all": 0.86,
                  "traps": 0.85},
    "civil.tsv": {"event": 1.0, "mode": 1.0, "type": 1.0, "polarity": 1.0, "modality": 1.0, "all": 1.0, "traps": 1.0},
    "modes.tsv": {"event": 0.94, "mode": 0.93, "type": 0.94, "polarity": 0.94, "modality": 0.94, "all": 0.92,
                  "traps": 0.83},
}
FIELDS = ("event", "mode", "type", "polarity", "modality", "all")
# acts.tsv: of all acts of all sentences those found, of those found those that are told, and modes of what is both
ACT_MARKS = {"found": 0.91, "told": 0.88, "mode": 0.95}


def rows(name):
    with open(os.path.join(TESTS, "triggers", name), encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#") and line.strip()]
    for cells in lines[1:]:
        row = dict(zip(lines[0], cells))
        row["mode"] = None if row.get("mode") == "-" else row.get("mode")
        yield row


def carrier(row):
    first = row.get("event") or row["acts"].split()[0].split("/")[0]
    return DIPLOMACY if first in DEEDS else CONFLICT


def own(record, row):
    """The claims of the sentence itself."""
    start = len(carrier(row).encode())
    return [c for c in record["claims"] if c["anchor"]["start"] >= start]


def judge(claims, row):
    """Right by field for the claim that fits best, and how many other claims came of the sentence."""
    fields = ("mode", "type", "polarity", "modality")
    best = None
    for claim in claims:
        right = {"event": claim["event_type"] == row["event"]}
        right.update({f: right["event"] and claim[f] == row[f] for f in fields})
        if best is None or sum(right.values()) > sum(best.values()):
            best = right
    best = best or dict.fromkeys(("event", *fields), False)
    best["all"] = all(best.values())
    return best, len(claims) - 1 if claims else 0


def shown(claims):
    return " | ".join(f"{c['event_type']}/{c['mode'] or '-'} {c['type']} {c['polarity'][:3]} {c['modality']}"
                      f" «{c['anchor']['text']}»" for c in claims) or "nothing"


def figures(judged):
    told = [right for row, right, _, _ in judged if row["mode"] != "trap"]
    traps = [right for row, right, _, _ in judged if row["mode"] == "trap"]
    result = {f: sum(r[f] for r in told) / len(told) for f in FIELDS}
    if traps:
        result["traps"] = sum(r["all"] for r in traps) / len(traps)
    result["more"] = sum(more for row, _, more, _ in judged if row["mode"] != "trap") / len(told)
    return result


def line_of(result):
    return "  ".join(f"{name} {value:.3f}" for name, value in result.items())


def judged_of(sentences, listed):
    records = code_rows([{"id": str(i), "text": carrier(r) + r["sentence"] + "\n", "published": "2024-05-16"}
                         for i, r in enumerate(sentences)])
    for number, (row, record) in enumerate(zip(sentences, records)):
        claims = own(record, row)
        if row["mode"] == "trap":
            right, more = {"all": not claims}, 0
        else:
            right, more = judge(claims, row)
        yield row, right, more, claims
        if listed and not right["all"] and (listed == "--list" or number % 2 == 0):
            wrong = ",".join(f for f, ok in right.items() if not ok and f != "all") or "trap"
            print(f"{row['event']}/{row['mode'] or '-'} {row['type']}: {wrong}: {row['sentence']}\n      {shown(claims)}")


def acts_of(row):
    return [tuple((act + "/").split("/")[:2]) for act in row["acts"].split() if act != "-"]


def compare(told, had):
    """How many acts are in both lists, and how many of those have their mode."""
    left = list(had)
    both = modes = 0
    for event, mode in told:
        same = sorted((h for h in left if h[0] == event), key=lambda h: h[1] != mode)
        if same:
            left.remove(same[0])
            both += 1
            modes += same[0][1] == mode
    return both, modes


def all_acts(tap, listed):
    """acts.tsv: everything a sentence tells, and nothing more."""
    sentences = list(rows("acts.tsv"))
    records = code_rows([{"id": str(i), "text": carrier(r) + r["sentence"] + "\n", "title": "متابعات",
                          "published": "2024-05-16"} for i, r in enumerate(sentences)])
    sums = collections.defaultdict(collections.Counter)
    for number, (row, record) in enumerate(zip(sentences, records)):
        claims, told = own(record, row), acts_of(row)
        had = [(c["event_type"], c["mode"] or "") for c in claims]
        both, modes = compare(told, had)
        for part in ("all", "odd" if number % 2 else "even"):
            sums[part].update(told=len(told), had=len(had), both=both, modes=modes)
        if listed and not both == modes == len(told) == len(had) and (listed == "--list" or number % 2 == 0):
            print(f"{row['acts']}: {row['sentence']}\n      {shown(claims)}")
    for part, n in sums.items():
        result = {"found": n["both"] / n["told"], "told": n["both"] / n["had"], "mode": n["modes"] / n["both"]}
        print(f"# acts.tsv, {part}: {line_of(result)}")
        for field, mark in ACT_MARKS.items() if part == "all" else ():
            tap.case(f"acts.tsv, {field}: {result[field]:.3f}, at least {mark:.2f}", result[field] >= mark)


def main():
    arguments()
    listed = next((a for a in sys.argv if a.startswith("--list")), None)
    tap = Tap()
    for name, marks in MARKS.items():
        judged = list(judged_of(list(rows(name)), listed))
        by = collections.defaultdict(list)
        for one in judged:
            by[one[0]["event"]].append(one)
        print(f"# {name}: {len(judged)} sentences")
        for part, some in [*by.items(), ("even", judged[0::2]), ("odd", judged[1::2]), ("all", judged)]:
            print(f"# {part:10} {line_of(figures(some))}")
        result = figures(judged)
        for field, mark in marks.items():
            tap.case(f"{name}, {field}: {result[field]:.3f}, at least {mark:.2f}", result[field] >= mark)
    all_acts(tap, listed)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
