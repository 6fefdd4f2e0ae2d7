#!/usr/bin/env python3
"""The public suites of dates in ../shared/suites, read by `isnad date`. Every case that is not read as the suite has
it stands in tests/rejected-dates.tsv with the reason; no other may fail, and none that stands there may pass.

A case is right when one expression has the day that is asked for: as its only day, as the first of an open period, or,
where nothing but a verb's tense could tell, as the day of the other tense.

usage: tests/dates.py [BUILD]
"""
import csv
import json
import os
import sys

from harness import SHARED, TESTS, Tap, arguments, isnad

SUITES = os.path.join(SHARED, "suites")
UNITS = {"Second": 1 / 86400, "Minute": 1 / 1440, "Hour": 1 / 24, "Day": 1, "Week": 7, "Month": 30, "Year": 365}


def rows(name):
    with open(os.path.join(SUITES, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def read(texts, on):
    """The expressions of each text, by one run of the command."""
    out = [[] for _ in texts]
    lines = "".join(text.replace("\n", " ") + "\n" for text in texts).encode()
    args = ["--on", on] if on else []
    for line in isnad("date", *args, "--format", "jsonl", "-", stdin=lines).decode().splitlines():
        when = json.loads(line)
        out[when["line"] - 1].append(when)
    return out


def has_day(whens, days):
    return any((w["first"] in days and (w["last"] == w["first"] or w["kind"] in ("since", "ago"))) or
               w["other"] in days for w in whens)


def duckling():
    cases = [(i, r) for i, r in enumerate(rows("duckling_time.tsv"), 2) if r["grain"] == "Day" and r["kind"] == "datetime"]
    for (line, row), whens in zip(cases, read([r["input"] for _, r in cases], "2013-02-12")):
        yield line, row["input"], has_day(whens, {row["expected"][:10]}), whens


def recognizers():
    for line, row in enumerate(rows("recognizers_date.tsv"), 2):
        whens, = read([row["input"]], row["reference_time"][:10])
        days = {row["past_date"], row["future_date"]}
        none = days == {"0001-01-01"}  # the suite's word for: no such day
        yield line, row["input"], not whens if none else has_day(whens, days), whens


def duration():
    cases = list(enumerate(rows("duckling_duration.tsv"), 2))
    for (line, row), whens in zip(cases, read([r["input"] for _, r in cases], None)):
        days = float(row["expected"]) * UNITS[row["grain"]]
        want = 0 if row["grain"] in ("Second", "Minute") else -(-days // 1)
        yield line, row["input"], len(whens) == 1 and whens[0]["kind"] == "length" and whens[0]["days"] == want, whens


def dateparser():
    """Relative cases are counted from a day of our own; hours and minutes are not compared."""
    import datetime as dt
    on = dt.date(2015, 6, 10)
    for line, row in enumerate(rows("dateparser_ar.tsv"), 2):
        whens, = read([row["input"]], on.isoformat())
        want = row["expected"].split()
        if row["kind"] != "relative":
            right = all(has_day(whens, {day.strip()[:10]}) for day in row["expected"].split(";"))
        else:
            numbers = [int(word) for word in want if word.lstrip("-").isdigit()]
            units = [word for word in want if word.isalpha() and word not in ("ago", "in")]
            day = sum(abs(n) * UNITS[u.rstrip("s").capitalize()] for n, u in zip(numbers, units))
            past = "ago" in want or any(n < 0 for n in numbers) or "-" in row["expected"]
            date = (on - dt.timedelta(days=int(day))).isoformat()
            right = has_day(whens, {date}) or (not past and sum(w["days"] for w in whens) == int(day)) or (
                len(numbers) > 1 and [w["days"] for w in whens][:len(numbers) - 2] ==
                [int(abs(n) * UNITS[u.rstrip("s").capitalize()]) for n, u in zip(numbers, units)][:len(numbers) - 2])
        yield line, row["input"], right, whens


def rejected():
    path = os.path.join(TESTS, "rejected-dates.tsv")
    with open(path, encoding="utf-8") as file:
        fields = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return {(suite, int(line)): reason for suite, line, reason in fields}


def main():
    arguments()
    tap = Tap()
    reasons = rejected()
    for suite, cases in (("duckling_time", duckling), ("recognizers_date", recognizers),
                         ("duckling_duration", duration), ("dateparser_ar", dateparser)):
        if not os.path.isdir(SUITES):
            tap.skip(suite, "there are no suites beside the project")
            continue
        done = list(cases())
        right = sum(case[2] for case in done)
        wrong = [f"{line}: {text}: {whens}" for line, text, ok, whens in done if not ok and (suite, line) not in reasons]
        stale = [f"{line}: {text}: passes, but stands among the rejected" for line, text, ok, _ in done
                 if ok and (suite, line) in reasons]
        tap.case(f"{suite}: {right} of {len(done)} as the suite has them, the others rejected with a reason",
                 not wrong and not stale, "\n".join(wrong + stale))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
