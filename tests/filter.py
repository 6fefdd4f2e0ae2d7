#!/usr/bin/env python3
"""`isnad code --from jsonl --every-line -` as engines use it (Spark's RDD.pipe, Hadoop streaming, parallel): partitions in any
order, repeated, cut off by a reader that goes away. A line out for each line in, the same for the same line wherever it
stands, failure in the exit code, words on standard error alone. Prints TAP.

usage: tests/filter.py [BUILD]
"""
import json
import os
import random
import subprocess
import sys

from harness import Tap, arguments

PARTITIONS = 9
BAD = [b"{\n", b"[]\n", b'{"id":"empty","text":""}\n', b'{"id":"none"}\n', b'{"id":"long","text":"\\ud800\xff"}\n']


def lines_in():
    lines = []
    for i in range(180):
        text = f"{'قتل' if i % 3 else 'أصيب'} {i + 3} مدنيين في قصف على بلدة في ريف حلب، وفق ما أفاد الدفاع المدني." * (1 + i % 4)
        lines.append(json.dumps({"id": f"article {i}", "text": text, "published": "2020-02-0%d" % (1 + i % 9)}, ensure_ascii=False).encode() + b"\n")
    for i, bad in enumerate(BAD):
        lines.insert(30 * i, bad)
    return lines


def run(lines, *more):
    return subprocess.run([os.environ["ISNAD"], "code", "--from", "jsonl", "--every-line", *more, "-"], input=b"".join(lines), capture_output=True)


def source_of(line):
    row = json.loads(line)
    return row["document"]["source"] if "document" in row else row["source"]


def numbered(out):
    """The lines without what tells where a nameless line stood."""
    return sorted(line for line in out.splitlines() if b'"standard input:' not in line)


def main():
    arguments()
    tap, lines, chance = Tap(), lines_in(), random.Random(7)
    whole = run(lines)
    out = whole.stdout.splitlines()
    tap.case("a line out for each line in", len(out) == len(lines), f"{len(out)} of {len(lines)}")
    tap.case("every line is an object with its source", all(source_of(line) for line in out))
    want = [json.loads(line)["id"] for line in lines if line not in BAD]
    tap.case("the sources are the ids, in the order of the input", [source_of(line) for line in out if source_of(line) in set(want)] == want)
    faults = [json.loads(line) for line in out if b'"error"' in line[:200]]
    tap.case("lines that cannot be coded say why, and which they are",
             [f["source"] for f in faults] == ["standard input:1", "standard input:31", "empty", "standard input:91"]
             and all(f["error"]["message"] for f in faults), faults)
    tap.case("failure in the exit code, words on standard error", whole.returncode == 1 and whole.stderr.count(b"isnad: ") >= len(faults), whole.stderr.decode())
    tap.case("all good is 0", run([line for line in lines if line not in BAD]).returncode == 0)
    tap.case("nothing in, nothing out", run([]).returncode == 0 and run([]).stdout == b"")
    for name, threads in (("one thread", "1"), ("eight threads", "8")):
        tap.case(f"{name}: the same bytes", run(lines, "--threads", threads).stdout == whole.stdout)

    shuffled = lines[:]
    chance.shuffle(shuffled)
    parts = [shuffled[i::PARTITIONS] for i in range(PARTITIONS)]
    running = [subprocess.Popen([os.environ["ISNAD"], "code", "--from", "jsonl", "--every-line", "--quiet", "-"], stdin=subprocess.PIPE,
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) for _ in parts]
    outs = [process.communicate(b"".join(part))[0] for process, part in zip(running, parts)]
    tap.case("reordered in partitions at once: the same lines", numbered(b"".join(outs)) == numbered(whole.stdout))
    tap.case("a partition run again: the same bytes", [run(parts[i]).stdout for i in (0, 4)] == [outs[0], outs[4]])

    process = subprocess.Popen([os.environ["ISNAD"], "code", "--from", "jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    try:
        process.stdin.write(b"".join(lines * 20))
        process.stdin.close()
    except BrokenPipeError:
        pass
    process.stdin = None
    tap.case("a reader that goes away: the code of a broken pipe, not a word of it",
             process.wait() == 141 and b"pipe" not in process.stderr.read().lower())
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
