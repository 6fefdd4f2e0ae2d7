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


ADDED = "ولم يصدر تعليق رسمي من الجهات المعنية حتى ساعة إعداد هذا الخبر."


def differences(tap):
    """What a print has that the first has not, in its own bytes."""
    s = Story(900, 5)
    title, text = s.title, [p for p in s.paragraphs]
    prints = {"first": (title, text), "equal": (title, text), "headline": ("عنوان من عند الجريدة لا يشبه ذاك", text), "added": (title, [*text[:2], ADDED, *text[2:]]), "cut": (title, text[:-1]),
              "spelled": (title, [p.replace("أ", "ا").replace("ة", "ه") for p in text])}
    rows = "".join(json.dumps({"id": name, "title": t, "text": "\n".join(x)}, ensure_ascii=False) + "\n" for name, (t, x) in prints.items()).encode()
    records = dict(zip(prints, (json.loads(line) for line in isnad("code", "--quiet", "--duplicates", "--from", "jsonl", "-", stdin=rows).decode().splitlines())))
    told = {name: r["document"].get("differs") for name, r in records.items()}
    short = {name: d and (d["title"], [o["text"] for o in d["own"]], d["missing"] > 0) for name, d in told.items()}
    tap.case("what differs is told", short == {"first": None, "equal": (False, [], False), "headline": (True, [], False), "added": (False, [ADDED], False), "cut": (False, [], True), "spelled": (False, [], False)}, told)
    given = "\n\n".join([title, "\n".join(prints["added"][1])]).encode()
    own = told["added"]["own"][0]
    tap.case("in its own bytes", given[own["start"]:own["end"]].decode() == ADDED and 0.5 < told["added"]["share"] < 1 and told["equal"]["share"] == 1, told)


def runs(tap, rows, whole):
    """The same rows over three runs that share a file, one of them broken off while it wrote."""
    ids = [json.loads(line)["document"]["id"] for line in whole.splitlines()]
    fresh = [r for i, r in enumerate(rows) if ids[i] not in ids[:i]]  # the same bytes again are the same article
    want = [line for i, line in enumerate(whole.splitlines()) if ids[i] not in ids[:i]]
    lines = [json.dumps(r, ensure_ascii=False) + "\n" for r in fresh]
    code = lambda part, path: isnad("code", "--quiet", "--seen", path, "--threads", "3", "--from", "jsonl", "-", stdin="".join(part).encode()).decode().splitlines()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "seen")
        have = code(lines[:90], path) + code(lines[90:150], path)
        size = os.path.getsize(path)
        code(lines[150:], path)
        with open(path, "r+b") as file:
            file.truncate(os.path.getsize(path) - 100)
        have += code(lines[150:], path)
        tap.case("articles of earlier runs are known", have == want, "\n".join(f"{h[:300]}\n{w[:300]}" for h, w in zip(have, want) if h != w))
        end = os.path.getsize(path)
        tap.case("an article read again is the one of then", code(lines, path) == want and os.path.getsize(path) == end > size, f"{size} {end} {os.path.getsize(path)}")
        other = os.path.join(folder, "other")
        with open(other, "wb") as file:
            file.write(b"{" * 4000)
        refused = isnad("code", "--seen", other, "-", stdin=b"x", check=False)
        tap.case("a file of another kind is left alone", refused.returncode == 1 and b"no signatures" in refused.stderr and os.path.getsize(other) == 4000, refused.stderr.decode())


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
    differences(tap)
    runs(tap, rows, out[0].decode())
    with tempfile.TemporaryDirectory() as folder:
        isnad("code", "--quiet", "--duplicates", "--store", os.path.join(folder, "a.db"), "--from", "jsonl", "-", stdin=data)
        refused = isnad("code", "--duplicates", "--resume", "--output", os.path.join(folder, "o"), "-", check=False)
    tap.case("not with --resume", refused.returncode == 2 and b"passes over" in refused.stderr, refused.stderr.decode())
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
