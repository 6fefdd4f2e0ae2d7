#!/usr/bin/env python3
"""What breaks readers of pages and archives, at full size: how long each takes, how much memory, and what is said. Writes
some gigabytes into a scratch folder, one input at a time.

usage: bench/bounds.py ISNAD [FOLDER]        ISNAD_PACK as usual
"""
import gzip
import os
import subprocess
import sys
import tempfile
import time
import zlib

STORY = "<h1>عنوان</h1><p>قتل جنديان وأصيب ثلاثة آخرون في هجوم قرب كركوك، بحسب وزارة الدفاع العراقية.</p>".encode()


def page(body, title=b""):
    return b"<html><body>" + title + body + b"</body></html>"


def warc(body, extra=b""):
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + extra + b"\r\n" + body
    return b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a/\r\nContent-Length: %d\r\n\r\n" % len(block) + block + b"\r\n\r\n"


def write(path, *pieces):
    with open(path, "wb") as file:
        for piece in pieces:
            file.write(piece)


def repeated(path, head, piece, times, tail):
    with open(path, "wb") as file:
        file.write(head)
        for _ in range(times):
            file.write(piece)
        file.write(tail)


def bomb(path, size, wrap=lambda data: data):
    """`size` blanks, packed 1:1000, without holding them."""
    packer, out = zlib.compressobj(9, zlib.DEFLATED, 31), []
    for _ in range(size >> 20):
        out.append(packer.compress(b" " * (1 << 20)))
    write(path, wrap(b"".join(out) + packer.flush()))


def archive(path, gigabytes):
    """Articles, pictures and requests, a gzip member each."""
    members = [gzip.compress(warc(page(STORY + b"<!-- " + b"x" * 200000 + b" -->")), 6), gzip.compress(warc(b"\xff" * 200000, b"Content-Type: image/png\r\n"), 6)]
    with open(path, "wb") as file:
        for _ in range(int(gigabytes * 5000)):
            file.write(members[0])
            file.write(members[1])


CASES = [
    ("100,000 nested <div>", "deep.html", lambda p: write(p, page(STORY + b"<div>" * 100000))),
    ("100,000 nested <b>", "bold.html", lambda p: write(p, page(STORY + b"<b>x" * 100000))),
    ("3,000,000 nested <div>", "deeper.html", lambda p: write(p, page(STORY + b"<div>" * 3000000))),
    ("100,000 nested tables", "tables.html", lambda p: write(p, page(STORY + b"<table><tr><td>" * 100000))),
    ("an attribute of 15 MB", "long.html", lambda p: write(p, page(STORY + b'<p title="' + b"x" * (15 << 20) + b'">y</p>'))),
    ("an attribute of 1 GB", "attribute.html", lambda p: repeated(p, b'<html><p title="', b"x" * (1 << 20), 1023, b'">')),
    ("an attribute of 1 GB, packed", "attribute.html.gz", lambda p: bomb(p, 1 << 30)),
    ("2,500,000 entities", "entities.html", lambda p: write(p, page(STORY + b"<p>" + b"&amp;" * 2500000))),
    ("15 MB of paragraphs", "text.html", lambda p: write(p, page(STORY + b"<p>" + STORY[19:] * ((15 << 20) // len(STORY[19:]))))),
    ("10,000,000 entities", "entities10.html", lambda p: write(p, page(STORY + b"<p>" + b"&amp;" * 10000000))),
    ("a text of 1:1000, 10 GB", "bomb.txt.gz", lambda p: bomb(p, 10 << 30)),
    ("a page of 1:1000 in an archive", "bomb.warc.gz", lambda p: bomb(p, 1 << 30, lambda b: warc(b, b"Content-Encoding: gzip\r\n") + warc(page(STORY)))),
    ("JSON of 1:1000, one line of 2 GB", "bomb.jsonl.gz", lambda p: bomb(p, 2 << 30)),
    ("an archive of 2 GB unpacked", "big.warc.gz", lambda p: archive(p, 2)),
]


def run(program, path):
    """Seconds of CPU, megabytes at most, exit code, and the first line that was said."""
    begun = time.monotonic()
    process = subprocess.Popen([program, "code", "--threads", "1", path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    first = said.replace(path, os.path.basename(path)).splitlines()
    return usage.ru_utime + usage.ru_stime, time.monotonic() - begun, usage.ru_maxrss / 1e3, process.returncode, first[0] if first else ""


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as folder:
        print("| input | seconds of CPU | MB at most | exit | said |\n|---|---|---|---|---|")
        for name, file, make in CASES:
            path = os.path.join(folder, file)
            making = os.fork()  # so that this process stays small: what it has counts as its children's
            if making == 0:
                make(path)
                os._exit(0)
            os.waitpid(making, 0)
            cpu, _, memory, code, said = run(program, path)
            print(f"| {name} | {cpu:.2f} | {memory:.0f} | {code} | {said[:110]} |", flush=True)
            os.remove(path)


if __name__ == "__main__":
    main()
