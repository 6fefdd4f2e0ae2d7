#!/usr/bin/env python3
"""Where and when: does the claim of a sentence have its places, its date, its deadline, and an article its day of
publication, its headline, and the paper or agency that its slug names? tests/scenes/*.tsv say what is asked. Shares are told as notes and held to the marks below.

usage: tests/scenes.py [BUILD]           the test
       tests/scenes.py --list [BUILD]    prints every miss
"""
import os
import sys

from harness import TESTS, Tap, arguments, code_rows

DAY = "2024-05-10"
LEAD = "تقرير عن التطورات الأمنية\n\n"
END = "\n\nوقال مسؤول عسكري إن التحقيق ما زال مستمرا في ملابسات الهجوم.\n"
HEAD = "مقتل ثلاثة جنود في هجوم على حاجز"
BODY = ("قتل ثلاثة جنود وأصيب خمسة آخرون في هجوم شنه مسلحون على حاجز عسكري قرب مدينة الكفرة جنوب شرق البلاد، "
        "وفق مصدر أمني.")
MARKS = {"where": 0.86, "when": 0.90, "published": 0.94, "printed": 1.0, "headline": 1.0}


def rows(name):
    with open(os.path.join(TESTS, "scenes", name + ".tsv"), encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#") and line.strip()]
    return [dict(zip(lines[0], cells)) for cells in lines[1:]]


def article(row):
    if "article" in row:
        return {"text": row["article"].replace("HEAD", HEAD).replace("BODY", BODY).replace("⏎", "\n\n")}
    return {"text": LEAD + row["sentence"] + END, "published": DAY}


def claims_of(record, row):
    """The sentence's own claims of the event that is asked for."""
    start = len(LEAD.encode())
    end = start + len(row["sentence"].encode())
    return [c for c in record["claims"] if start <= c["anchor"]["start"] < end and c["event_type"] == row["event"]]


def days(interval):
    if interval is None:
        return "-"
    start, end = interval["start"], interval["end"]
    return start if start == end else f"{start}..{end}"


def placed(claim, asked):
    """`بلدة كذا=1` asks for the precision, too."""
    exact = dict(p.lstrip("?").split("=") for p in asked.split("|") if "=" in p)
    asked = "|".join(p.split("=")[0] for p in asked.split("|"))
    if any(p["text"] in exact and str(p["precision"]) != exact[p["text"]] for p in claim["places"]):
        return False
    have = [p["text"] for p in claim["places"]]
    must = [p for p in asked.split("|") if not p.startswith("?")]
    may = [p[1:] for p in asked.split("|") if p.startswith("?")]
    return all(p in have for p in must) and all(p in must + may for p in have)


def dated(claim, row):
    deadline = claim["deadline"]["end"] if claim["deadline"] else "-"
    return row["date"] in ("?", days(claim["date"])) and row["deadline"] in ("?", deadline)


def headed(record, row):
    title, roles = record["document"]["title"], [part["role"] for part in record["parts"]]
    asked = row["parts"].split()
    return title is not None and title["text"] == row["headline"].replace("HEAD", HEAD) and roles[:len(asked)] == asked


def right(record, row):
    if "headline" in row:
        return headed(record, row)
    if "outlet" in row:
        chain = record["claims"][0]["chain"] if record["claims"] else []
        return (chain[-1]["text"] if chain else "-") == row["outlet"]
    if "article" in row:
        published = record["document"]["published"]
        return (published["start"] if published else None) == (None if row["day"] == "-" else row["day"])
    claims = claims_of(record, row)
    return any(placed(c, row["places"]) if "places" in row else dated(c, row) for c in claims)


def shown(record, row):
    if "headline" in row:
        return f"{record['document']['title']} {[part['role'] for part in record['parts']]}"
    if "outlet" in row:
        return str([link["text"] for link in record["claims"][0]["chain"]] if record["claims"] else "nothing")
    if "article" in row:
        return str(record["document"]["published"])
    return " | ".join(f"{c['event_type']} {[p['text'] for p in c['places']]} {days(c['date'])} by {days(c['deadline'])}"
                      for c in record["claims"]) or "nothing"


def main():
    arguments()
    tap = Tap()
    for name, mark in MARKS.items():
        asked = rows(name)
        records = code_rows([article(row) for row in asked])
        misses = [(row, record) for row, record in zip(asked, records) if not right(record, row)]
        share = 1 - len(misses) / len(asked)
        if "--list" in sys.argv:
            for row, record in misses:
                print(f"{row}\n    {shown(record, row)}")
            continue
        tap.case(f"{name}: {share:.3f} of {len(asked)} right, at least {mark}", share >= mark)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
