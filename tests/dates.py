#!/usr/bin/env python3
"""The public suites of dates in ../shared/suites, read by `isnad date`. Every case that is not read as the suite has
it stands in tests/rejected-dates.tsv with the reason; no other may fail, and none that stands there may pass.

A case is right when one expression has the day that is asked for: as its only day, as the open period's first, as the
last of what began at a day that is not said, or as the day of the other reading where the words leave two (`other`, with
its reason in `other_by`). How many needed the last is printed beside. Hours are compared where a case has them, to the
minute; of a stretch of days or hours both ends.

usage: tests/dates.py [BUILD]
"""
import csv
import datetime as dt
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


def main_day(whens, days):
    return any((w["first"] in days and (w["last"] == w["first"] or w["kind"] in ("since", "ago"))) or
               (w["last"] in days and "recent" in w["flags"]) for w in whens)


def has_day(whens, days):
    return main_day(whens, days) or any(w["other"] in days for w in whens)


def time_of(instant):
    """The hours and minutes as `isnad date` prints them."""
    return instant[11:16]


def day_before(instant):
    return (dt.date.fromisoformat(instant[:10]) - dt.timedelta(days=1)).isoformat()


def right_interval(row, whens):
    """Both ends; the suite's lie one grain past the last that is meant."""
    start, end = row["expected"].split("/")
    if len(whens) != 1:
        return False
    w = whens[0]
    length = dt.date.fromisoformat(end[:10]) - dt.date.fromisoformat(start[:10])
    if row["grain"] in ("Day", "Week"):
        other = w["other"] == start[:10] and w["other_by"] in ("week", "tense") and (
            dt.date.fromisoformat(w["last"]) - dt.date.fromisoformat(w["first"]) == length - dt.timedelta(days=1))
        return (w["first"], w["last"]) == (start[:10], day_before(end)) or other
    if start[11:16] == "04:30":  # from now on, until
        return w["last"] in (end[:10],) and (w["time"] or "00:00") == time_of(end)
    if w["time"] is None:
        return w["first"] == start[:10]
    first = w["other"] if w["other_by"] == "tense" else w["first"]
    hour = f"{int(time_of(end)[:2]) - 1:02}:00"
    return (first, w["time"], w["time_end"]) == (start[:10], time_of(start), hour)


def right_instant(row, whens):
    expected, grain = row["expected"], row["grain"]
    if grain == "Day":
        return has_day(whens, {expected[:10]})
    if len(whens) != 1:
        return False
    w = whens[0]
    if grain in ("Week", "Month", "Year"):
        return expected[:10] in (w["first"], w["other"])
    if expected == row["reference_time"][:19]:  # now
        return w["first"] == expected[:10]
    zone = "GMT" in row["input"].upper()  # the hour stays as it is told
    return expected[:10] in (w["first"], w["other"]) and (zone or w["time"] == time_of(expected))


def duckling_rows():
    cases = list(enumerate(rows("duckling_time.tsv"), 2))
    for (line, row), whens in zip(cases, read([r["input"] for _, r in cases], "2013-02-12")):
        if row["kind"] == "negative":
            right = not whens
        elif row["kind"] == "interval":
            right = right_interval(row, whens)
        else:
            right = right_instant(row, whens)
        yield line, row, right, whens


def duckling():
    for line, row, right, whens in duckling_rows():
        if row["grain"] == "Day" and row["kind"] == "datetime":
            yield line, row["input"], right, whens, main_day(whens, {row["expected"][:10]})


def duckling_all():
    for line, row, right, whens in duckling_rows():
        yield line, row["input"], right, whens, right and not any(
            w["other"] == row["expected"][:10] != w["first"] for w in whens)


def recognizers():
    for line, row in enumerate(rows("recognizers_date.tsv"), 2):
        whens, = read([row["input"]], row["reference_time"][:10])
        days = {row["past_date"], row["future_date"]}
        none = days == {"0001-01-01"}  # the suite's word for: no such day
        main = not whens if none else main_day(whens, days)
        yield line, row["input"], not whens if none else has_day(whens, days), whens, main


def tense():
    """Of the sentences of the suite that are to come (سأعود، سوف) or past, the first reading is that of the tense."""
    for line, row in enumerate(rows("recognizers_date.tsv"), 2):
        if row["past_date"] == row["future_date"]:
            continue
        whens, = read([row["input"]], row["reference_time"][:10])
        future = row["input"].startswith("سأ") or row["input"].startswith("سوف")
        day = row["future_date" if future else "past_date"]
        yield line, row["input"], main_day(whens, {day}), whens, True


def duration():
    cases = list(enumerate(rows("duckling_duration.tsv"), 2))
    for (line, row), whens in zip(cases, read([r["input"] for _, r in cases], None)):
        days = float(row["expected"]) * UNITS[row["grain"]]
        want = 0 if row["grain"] in ("Second", "Minute") else -(-days // 1)
        yield line, row["input"], len(whens) == 1 and whens[0]["kind"] == "length" and whens[0]["days"] == want, whens, True


def dateparser():
    """Relative cases are counted from a day of our own; hours and minutes are not compared."""
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
        yield line, row["input"], right, whens, True


def told(w):
    """An expression as date-sentences.tsv writes it."""
    if w["kind"] == "length":
        return f'length {w["days"]}'
    days = w["first"] or "-"
    if w["last"] != w["first"]:
        days += ".." + (w["last"] or "-")
    hours = " " + w["time"] + ("-" + w["time_end"] if w["time_end"] else "") if w["time"] else ""
    return f'{w["kind"]} {days}{hours}'


def own():
    """The sentences of date-sentences.tsv, by class."""
    classes = {}
    with open(os.path.join(TESTS, "date-sentences.tsv"), encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    for on in sorted({line[1] for line in lines}):
        cases = [line for line in lines if line[1] == on]
        for case, whens in zip(cases, read([case[2] for case in cases], on)):
            have = "; ".join(told(w) for w in whens)
            classes.setdefault(case[0], []).append((case[2], case[3], have))
    return classes


def rejected():
    path = os.path.join(TESTS, "rejected-dates.tsv")
    with open(path, encoding="utf-8") as file:
        fields = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return {(suite, int(line)): reason for suite, line, reason in fields}


def main():
    arguments()
    tap = Tap()
    reasons = rejected()
    for suite, cases in (("duckling_time", duckling), ("duckling_time_all", duckling_all),
                         ("recognizers_date", recognizers), ("recognizers_tense", tense),
                         ("duckling_duration", duration), ("dateparser_ar", dateparser)):
        if not os.path.isdir(SUITES):
            tap.skip(suite, "there are no suites beside the project")
            continue
        done = list(cases())
        right = sum(case[2] for case in done)
        other = sum(case[2] and not case[4] for case in done)
        wrong = [f"{line}: {text}: {whens}" for line, text, ok, whens, _ in done
                 if not ok and (suite, line) not in reasons]
        stale = [f"{line}: {text}: passes, but stands among the rejected" for line, text, ok, _, _ in done
                 if ok and (suite, line) in reasons]
        tap.case(f"{suite}: {right} of {len(done)} as the suite has them ({other} of these as the other reading), the "
                 "rest rejected with a reason", not wrong and not stale, "\n".join(wrong + stale))
    for name, cases in own().items():
        wrong = [f"{text}\n    want {want}\n    have {have}" for text, want, have in cases if want != have]
        tap.case(f"our sentences of {name}: {len(cases)}", not wrong, "\n".join(wrong))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
