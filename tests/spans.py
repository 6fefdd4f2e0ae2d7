#!/usr/bin/env python3
"""Every text in a record equals its bytes: each object with `text`, `start` and `end`, wherever it
stands, over every article at hand (golden, samples, damaged ones made of them, and the sets of
../shared where they exist). Further: references between claims, and the bounds of counts, hold.

usage: tests/spans.py [BUILD]
"""
import sys

from harness import Tap, all_rows, arguments, code_rows


def marks(value, path=""):
    """Each object of the record that has start and end, with its path."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            yield path, value
        for key, inner in value.items():
            yield from marks(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from marks(inner, f"{path}[{i}]")


def given_bytes(row):
    """The input as offsets count it: a title that the text does not begin with stands before it."""
    title, text = row.get("title") or "", row["text"]
    return (text if not title or text.startswith(title) else title + "\n\n" + text).encode()


def text_faults(data, record):
    for path, mark in marks(record):
        start, end = mark["start"], mark["end"]
        if not 0 <= start <= end <= len(data):
            yield f"{path}: [{start}, {end}) is not in {len(data)} bytes"
        elif mark.get("text") is not None and data[start:end].decode(errors="replace") != mark["text"]:
            yield f"{path}: {mark['text']!r} is not {data[start:end].decode(errors='replace')!r}"


def count_faults(count, path):
    low, best, high = count.get("low"), count.get("best"), count.get("high")
    known = [n for n in (low, best, high) if n is not None]
    if known != sorted(known) or any(n < 0 for n in known):
        yield f"{path}: {low}, {best}, {high}"
    for i, inner in enumerate(count.get("of_whom") or []):
        yield from count_faults(inner, f"{path}.of_whom[{i}]")


def claim_faults(record):
    ids = [claim["id"] for claim in record["claims"]]
    if len(ids) != len(set(ids)):
        yield f"claim ids are not unique: {ids}"
    for claim in record["claims"]:
        if claim.get("refers_to") is not None and claim["refers_to"] not in ids:
            yield f"{claim['id']} refers to {claim['refers_to']}, which is not there"
        for i, count in enumerate(claim["counts"]):
            yield from count_faults(count, f"{claim['id']}.counts[{i}]")
        for name in ("date", "deadline"):
            date = claim.get(name)
            if date and date["start"] and date["end"] and date["start"] > date["end"]:
                yield f"{claim['id']}.{name} ends before it begins"
    for pair in record["contradictions"]:
        if any(each not in ids for each in pair["claims"]):
            yield f"contradiction of {pair['claims']}, which are not all there"


def damaged(rows):
    """The same articles cut and stretched, so that rare paths are walked too."""
    for row in rows[:40]:
        text = row["text"]
        yield {**row, "id": row["id"] + "-cut", "text": text[len(text) // 3: 2 * len(text) // 3]}
        yield {**row, "id": row["id"] + "-tatweel", "text": text.replace("ا", "اـ\u200f").replace(" ", "\u00a0")}
        yield {**row, "id": row["id"] + "-flat", "text": text.replace("\n", " ")}
        yield {**row, "id": row["id"] + "-crlf", "text": text.replace("\n", "\r\n").replace("،", ",").replace("\"", "”")}


def main():
    arguments()
    tap = Tap()
    rows = list(all_rows())
    rows += list(damaged(rows))
    if not rows:
        tap.skip("spans", "no article at hand")
        return tap.done()
    records = code_rows(rows)
    tap.case("one record an article", len(records) == len(rows), f"{len(rows)} rows, {len(records)} records")
    faults = {"text": [], "claims": []}
    seen = 0
    for row, record in zip(rows, records):
        data = given_bytes(row)
        seen += sum(1 for _ in marks(record))
        faults["text"] += [f"{row['id']} {fault}" for fault in text_faults(data, record)]
        faults["claims"] += [f"{row['id']} {fault}" for fault in claim_faults(record)]
    tap.case(f"each text of {seen} equals its bytes", seen > 0 and not faults["text"], "\n".join(faults["text"]) or "none seen")
    tap.case("references and bounds hold", not faults["claims"], "\n".join(faults["claims"]))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
