#!/usr/bin/env python3
"""`isnad code --duplicates`: of the articles of a batch that are nearly the same each names the first; others do not.
The same for any number of threads.

usage: tests/duplicates.py [BUILD]
"""
import json
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "pages"))
from harness import Tap, arguments, isnad  # noqa: E402
from stories import Story  # noqa: E402


def reprints(s):
    """A text, and what papers make of it."""
    text = [p for p in s.paragraphs]
    yield "\n".join([s.title, *text])
    yield "\n".join(["عنوان من عند الجريدة لا يشبه ذاك", *text])                 # another headline
    yield "\n".join([s.title, *text[:-1]])                                        # the last paragraph cut
    yield "\n".join([s.title, text[0] + " وفق ما ذكر مراسلنا في المكان.", *text[1:]])  # a clause more
    yield "\n".join([s.title, *text]).replace("أ", "ا").replace("ة", "ه")             # careless spelling
    yield "\n".join([s.title, *text, "شارك", "تابعونا على فيسبوك", "اقرأ أيضاً", "أسعار الذهب ترتفع من جديد"])


def main():
    arguments()
    tap = Tap()
    stories = [Story(300 + i, 5) for i in range(40)]
    rows, want = [], []
    for number in range(6):  # the prints of a text stand far from each other
        for i, s in enumerate(stories):
            rows.append({"id": f"{i}-{number}", "text": list(reprints(s))[number]})
            want.append(None if number == 0 else i)
    rows.append({"id": "short", "text": "قتل جنديان في هجوم قرب كركوك."})
    rows.append({"id": "short2", "text": "قتل جنديان في هجوم قرب كركوك، أمس."})
    rows.append({"id": "short3", "text": "قتل جنديان\u064b في هجوم قرب كركوك!"})
    rows.append({"id": "en", "text": "Two soldiers were killed near Kirkuk, the ministry said on Monday."})
    rows.append({"id": "en2", "text": "Two soldiers were killed near Kirkuk, the ministry said on Monday."})
    data = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows).encode()
    out = [isnad("code", "--quiet", "--duplicates", "--threads", n, "--from", "jsonl", "-", stdin=data) for n in ("1", "4")]
    tap.case("the same for any number of threads", out[0] == out[1])
    records = [json.loads(line)["document"] for line in out[0].decode().splitlines()]
    ids = [r["id"] for r in records]
    firsts = {i: ids[i] for i in range(len(stories))}
    wrong = [f"{rows[k]['id']}: {records[k]['duplicate_of']}" for k, i in enumerate(want) if records[k]["duplicate_of"] != (None if i is None else firsts[i])]
    tap.case("200 prints of 40 texts", len(wrong) <= 2, "\n".join(wrong))
    last = {r["id"]: d for r, d in zip(rows, records[:])}
    tap.case("short texts only where they are equal", last["short2"]["duplicate_of"] is None and last["short3"]["duplicate_of"] == last["short"]["id"], last["short3"])
    tap.case("in a language that is not read, the same bytes", last["en2"]["duplicate_of"] == last["en"]["id"] and last["en"]["duplicate_of"] is None, last["en2"])
    plain = isnad("code", "--quiet", "--from", "jsonl", "-", stdin=data).decode()
    tap.case("null where it was not asked for", plain.count('"duplicate_of":null') == len(rows))
    with tempfile.TemporaryDirectory() as folder:
        isnad("code", "--quiet", "--duplicates", "--store", os.path.join(folder, "a.db"), "--from", "jsonl", "-", stdin=data)
        refused = isnad("code", "--duplicates", "--resume", "--output", os.path.join(folder, "o"), "-", check=False)
    tap.case("not with --resume", refused.returncode == 2 and b"passes over" in refused.stderr, refused.stderr.decode())
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
