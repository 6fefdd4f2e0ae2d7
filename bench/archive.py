#!/usr/bin/env python3
"""Pages for the bench: those of the page set (tests/pages), and the same with what sites put around their articles today:
menus, cards of other stories, styles and scripts, 85 KB a page in all; and with a seventh of that, 16 KB. With ARCHIVE a web
archive of the heaviest too, a gzip member a record, each page with its request and metadata.

usage: bench/archive.py FOLDER [ARCHIVE.warc.gz MEGABYTES]
"""
import glob
import gzip
import os
import random
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
WORDS = "الرئيسية سياسة اقتصاد رياضة ثقافة وفن علوم صحة رأي فيديو صور أخبار محلية العالم العربي منوعات تحقيقات ملفات".split()


def menu(chance, n):
    items = "".join(f'<li class="menu-item menu-item-{i}"><a href="/section/{i}/{chance.randrange(10 ** 6)}" title="{chance.choice(WORDS)}"><span class="icon"></span>'
                    f'{chance.choice(WORDS)} {chance.choice(WORDS)}</a></li>' for i in range(n))
    return f'<nav class="menu"><ul>{items}</ul></nav>'


def cards(chance, n):
    items = "".join(f'<div class="card"><a href="/n/{i}"><img src="/img/{chance.randrange(10 ** 9)}.jpg" alt="{" ".join(chance.choices(WORDS, k=6))}" width=300 height=200 loading=lazy '
                    f'srcset="/a/{i}.jpg 300w, /b/{i}.jpg 600w"></a><h4><a href="/n/{i}">{" ".join(chance.choices(WORDS, k=8))}</a></h4>'
                    f'<time datetime="2021-09-{1 + i % 28:02}">{1 + i % 28} سبتمبر</time></div>' for i in range(n))
    return f'<div class="related-posts">{items}</div>'


def dressed(text, chance, part=1):
    """With the `part`-th part of it."""
    script = "<script>" + ";".join(f'var a{i}=function(b,c){{return b<c?"{i}":document.getElementById("x{i}")}}' for i in range(250 // part)) + "</script>"
    style = "<style>" + "".join(f".c{i}>a:hover{{color:#{i:06x};margin:0 {i}px}}" for i in range(250 // part)) + "</style>"
    text = text.replace("</head>", style + script + "</head>", 1)
    text = re.sub(r"(<body[^>]*>)", lambda m: m.group(1) + menu(chance, 60 // part), text, count=1)
    return text.replace("</body>", cards(chance, 40 // part) + menu(chance, 60 // part) + script + "</body>", 1)


def record(kind, number, block, media="application/http"):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://a/{number}\r\nContent-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n"
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 6)


def archive(path, pages, megabytes):
    members, size = [], 0
    for i, page in enumerate(pages):
        members.append(record("request", i, b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"))
        members.append(record("response", i, b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page))
        members.append(record("metadata", i, b"fetchTimeMs: 12\r\n", "application/warc-fields"))
        size += len(page)
    with open(path, "wb") as file:
        for _ in range(max(1, megabytes * 10 ** 6 // size)):
            file.write(b"".join(members))


def main():
    folder = sys.argv[1]
    plain, light, dress = (os.path.join(folder, name) for name in ("plain", "light", "dressed"))
    for each in (plain, light, dress):
        os.makedirs(each, exist_ok=True)
    subprocess.run([sys.executable, os.path.join(HERE, "..", "tests", "pages.py"), "--dump", plain], check=True)
    chance, pages = random.Random(3), []
    for path in sorted(glob.glob(os.path.join(plain, "*.html"))):
        with open(path, "rb") as file:
            page = file.read()
        try:
            text = page.decode()
        except UnicodeDecodeError:
            continue
        if "</head>" in text and "</body>" in text:
            pages.append(dressed(text, chance).encode())
            with open(os.path.join(dress, os.path.basename(path)), "wb") as file:
                file.write(pages[-1])
            with open(os.path.join(light, os.path.basename(path)), "wb") as file:
                file.write(dressed(text, chance, 7).encode())
    if len(sys.argv) > 3:
        archive(sys.argv[2], pages, int(sys.argv[3]))


if __name__ == "__main__":
    main()
