#!/usr/bin/env python3
"""Archives, tables and feeds: whatever articles are packed in, the records are those of the articles alone.
Broken pieces are told with their place, and all that follows is read; traps end soon.

usage: tests/containers.py [BUILD]
"""
import base64
import csv
import gzip
import io
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import zipfile
import zlib
from xml.sax.saxutils import escape

from harness import Tap, arguments

TEXTS = ["قتل جنديان وأصيب ثلاثة آخرون في هجوم قرب كركوك، بحسب وزارة الدفاع العراقية.",
         "أعلنت الشرطة اعتقال خمسة مسلحين في البصرة أمس الأحد.\nوقالت إنها صادرت أسلحة، \"بعضها ثقيل\"، وذخائر.",
         "تظاهر العشرات في بغداد؛ احتجاجاً على انقطاع الكهرباء، وأغلقوا طريقاً رئيسياً في المدينة."]
TITLES = ["مقتل جنديين قرب كركوك", "اعتقال خمسة مسلحين", "مظاهرة في بغداد"]
ZST = "KLUv/QRYSQIAeyJpZCI6ImEiLCJ0ZXh0Ijoi2YLYqtmEINis2YbYr9mK2KfZhiDZgdmKINmH2KzZiNmFINmC2LHYqCDZg9ix2YPZiNmDLiJ9CjmPu30="

# page(0) as servers pack it, and 80 MiB of blanks: what the standard library cannot make.
BROTLI = "G04B4K0ObLcXFMaM2Q6y02cIU2Nng/DUuZVQKI3wX3DsOoPgJgs5K4gfiYYDV3R13RLjY0YnBx6g3xIKPG8FFlCUSKIBQLmN3dZJDOqESOH2DAYh1BJUUwlXutbK08XUWtYyLnGKZC+wvE2doISGQZTKgLMLghXSqziVQZGtUKJsLINeR0f0QQxtFxcOMA2yacDXOkul/w6cRgI="
ZSTD = "KLUv/WBPAK0GAKLMKR6A2wEnEQp/Sv/boEnyMKygli8QS2UCIDPnmoAzAEDbeShGEPSOBB2YDn72pLcex0469qxvT7ZOuuvf66qXnkPn/vvUvc/gY9+3vrro2XTUSd8e9Vw6+LCP/pG+I0BxkIaSjGKaDAfJVpPogdH7SqBD0ILW/nvtW9c+l97m7sEHn/XuU8/bn54991txqIbSmwAWqiooZZIMBskGpTx6J4bC6O08FKMDEAAgM0AKAFgGBJiZBI6dE5wbe4ooc2BhJDq+hCGeAvYQkFNhYFINqw+YUA=="
BROTLI_BOMB = "y///P/glQOKxQCD3/o///3/wSwDEYRGA7v0f////4JcAiMMCAN37P/7//8EvARCHBQC693/8//+DXwIgDgsAdO//+P//B78EQBwWAOje//H//w9+CYA4LADQvf/j//8f/BIAcVgAoHv/x///P/glAOKwAED3/i/////wSwDEYQGA7v0f"


def run(args, stdin=b"", cwd=None, memory=None):
    limit = (lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory))) if memory else None
    done = subprocess.run([os.environ["ISNAD"], "code", "--threads", "1", *args], input=stdin, capture_output=True, cwd=cwd, preexec_fn=limit,
                          timeout=60)
    records = [json.loads(line) for line in done.stdout.decode().splitlines()]
    return records, done.stderr.decode(errors="replace"), done.returncode


def shape(record):
    """What does not depend on where the text lay."""
    counts = [(c["what"], c["low"], c["best"], c["high"]) for claim in record["claims"] for c in claim["counts"]]
    return [claim["event_type"] for claim in record["claims"]], counts


def page(i):
    lines = "".join(f"<p>{escape(p)}</p>" for p in TEXTS[i].split("\n"))
    return f"<html><head><meta charset=utf-8><title>{TITLES[i]}</title></head><body><h1>{TITLES[i]}</h1><div class=article-body>{lines}</div></body></html>"


def warc_record(kind, uri, block, **more):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\n" + "".join(f"{k.replace('_', '-')}: {v}\r\n" for k, v in more.items())
    return head.encode() + f"Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def http(body, status="200 OK", kind="text/html; charset=utf-8", **more):
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n".encode() + "".join(f"{k.replace('_', '-')}: {v}\r\n" for k, v in more.items()).encode() + b"\r\n" + body


def chunked(body):
    return b"".join(b"%x\r\n%s\r\n" % (len(body[i:i + 100]), body[i:i + 100]) for i in range(0, len(body), 100)) + b"0\r\n\r\n"


def warc_records():
    pages = [page(i).encode() for i in range(3)]
    bare = zlib.compressobj(wbits=-15)
    return [warc_record("warcinfo", "", b"software: x\r\n"),
            warc_record("request", "http://a/0", b"GET / HTTP/1.1\r\n\r\n"),
            warc_record("response", "http://a/0", http(chunked(gzip.compress(pages[0])), Transfer_Encoding="chunked", Content_Encoding="gzip")),
            warc_record("revisit", "http://a/0", http(b"")),
            warc_record("response", "http://a/x", http(b"gone", "404 Not Found")),
            warc_record("response", "http://a/x.png", http(b"\x89PNG", kind="image/png")),
            warc_record("response", "http://a/1", http(bare.compress(pages[1]) + bare.flush(), Content_Encoding="deflate")),
            warc_record("response", "http://a/2", http(page(2).encode("cp1256"), kind="text/html; charset=windows-1256", Content_Encoding="gzip"))]


def jsonl():
    return "".join(json.dumps({"id": f"a{i}", "text": TEXTS[i]}, ensure_ascii=False) + "\n" for i in range(3)).encode()


def table(delimiter, names=("id", "text", "title"), quoting=csv.QUOTE_MINIMAL):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting)
    writer.writerow(names)
    for i in range(3):
        writer.writerow([f"a{i}", TEXTS[i], ""])
    return out.getvalue().encode()


def rss():
    items = "".join(f"<item><title>{TITLES[i]}</title><link>http://a/{i}</link><pubDate>Fri, {10 + i} Sep 2021 10:00:00 +0300</pubDate>"
                    f"<description>x</description><content:encoded><![CDATA[{''.join('<p>' + p + '</p>' for p in TEXTS[i].split(chr(10)))}]]></content:encoded></item>" for i in range(3))
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>صحيفة المدينة</title>{items}</channel></rss>'.encode()


def atom():
    entries = "".join(f'<entry><title type="text">{TITLES[i]}</title><link rel="self" href="http://x/"/><link rel="alternate" href="http://a/{i}"/><updated>2021-09-{10 + i}T10:00:00Z</updated>'
                      f'<content type="html">{"".join(escape("<p>" + p + "</p>") for p in TEXTS[i].split(chr(10)))}</content></entry>' for i in range(3))
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>صحيفة</title>{entries}</feed>'.encode()


def sitemap():
    urls = "".join(f"<url><loc>http://a/{i}</loc><news:news><news:publication><news:name>صحيفة</news:name></news:publication><news:publication_date>2021-09-1{i}</news:publication_date>"
                   f"<news:title>{TITLES[i]}</news:title></news:news></url>" for i in range(3))
    return f'<?xml version="1.0"?><urlset>{urls}</urlset>'.encode()


def json_feed():
    items = [{"id": i, "url": f"http://a/{i}", "title": TITLES[i], "date_published": f"2021-09-1{i}T10:00:00+03:00", "authors": [{"name": "} ]"}],
              "content_html": "".join(f"<p>{escape(p)}</p>" for p in TEXTS[i].split("\n"))} for i in range(3)]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "صحيفة المدينة", "language": "ar", "items": items, "next_url": "http://a/2"}, ensure_ascii=False, indent=1).encode()


def zipped(folder):
    path = os.path.join(folder, "all.zip")
    with zipfile.ZipFile(path, "w") as z:
        z.writestr("a.txt", TEXTS[0], zipfile.ZIP_STORED)
        z.writestr("deep/b.html", page(1), zipfile.ZIP_DEFLATED)
        z.writestr("picture.png", b"\x89PNG")
        z.writestr("c.jsonl", json.dumps({"id": "c", "text": TEXTS[2]}, ensure_ascii=False) + "\n", zipfile.ZIP_DEFLATED)
    return path


class Test:
    def __init__(self, folder):
        self.tap, self.folder = Tap(), folder
        self.plain, _, _ = run(["--from", "jsonl", "-"], jsonl())
        self.pages = [run(["--from", "html", "-"], page(i).encode())[0][0] for i in range(3)]

    def write(self, name, data):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)
        return path

    def same(self, name, args, want, stdin=b"", said="", code=0, memory=None):
        records, messages, status = run(args, stdin, self.folder, memory)
        fine = [shape(r) for r in records] == [shape(w) for w in want] and status == code and re.search(said, messages) and bool(messages) == bool(said)
        self.tap.case(name, fine, f"{len(records)} of {len(want)} records, exit {status}\n{messages}\n{[shape(r) for r in records]}\n{[shape(w) for w in want]}")
        return records

    def packed(self):
        plain = self.plain
        self.same("gzip", [self.write("a.jsonl.gz", gzip.compress(jsonl()))], plain)
        lines = jsonl().splitlines(True)
        self.same("gzip of several members", [self.write("b.jsonl.gz", b"".join(map(gzip.compress, lines)))], plain)
        self.same("gzip by standard input", ["--from", "jsonl", "-"], plain, gzip.compress(jsonl()))
        self.same("zstd", [self.write("c.jsonl.zst", base64.b64decode(ZST))], run(["-"], "قتل جنديان في هجوم قرب كركوك.".encode())[0])
        self.same("text that is packed", [self.write("d.txt.gz", gzip.compress(TEXTS[0].encode()))], plain[:1])
        self.same("a page that is packed", [self.write("e.html.gz", gzip.compress(page(1).encode()))], self.pages[1:2])
        cut = b"".join(map(gzip.compress, lines))[:-20]
        self.same("gzip that is cut off", [self.write("f.jsonl.gz", cut)], plain[:2], said="f.jsonl.gz.*the packed data end too early", code=1)

    def tables(self):
        self.same("CSV with line ends in quotes", [self.write("a.csv", table(","))], self.plain)
        self.same("CSV with semicolons and a mark", [self.write("b.csv", b"\xef\xbb\xbf" + table(";", quoting=csv.QUOTE_ALL))], self.plain)
        self.same("columns of other names", ["--field", "text=نص", "--field=id=رقم", self.write("c.csv", table(",", ("رقم", "نص", "text")))], self.plain)
        self.same("TSV", [self.write("d.tsv", ("id\ttext\n" + "".join(f"{i}\t{t}\n" for i, t in enumerate(TEXTS[:1] + TEXTS[2:]))).encode())], self.plain[:1] + self.plain[2:])
        self.same("CSV in windows-1256", [self.write("e.csv", table(",").decode().encode("cp1256"))], self.plain)
        broken = b'id,text\n1,"' + TEXTS[0].encode() + b'"\n2,"never closed\n3,' + TEXTS[2].encode()[:-2] + b"\n"
        self.same("a quote that is not closed", [self.write("f.csv", broken)], self.plain[:1] + self.plain[2:], said=r"f.csv:3: a row with a quotation mark", code=1)
        self.same("no column of text", [self.write("g.csv", b"a,b\n1,2\n")], [], said="no column", code=1)
        nested = "".join(json.dumps({"doc": {"body": t}, "text": "x"}, ensure_ascii=False) + "\n" for t in TEXTS).encode()
        self.same("fields within fields of JSONL", ["--field", "text=doc.body", self.write("n.jsonl", nested)], self.plain)
        self.same("CSV and TSV by standard input", ["-"], self.plain, table(";"))
        self.same("and quoted with tabs", ["-"], self.plain, b"\xef\xbb\xbf" + table("\t", quoting=csv.QUOTE_ALL))
        self.same("text that begins with a line of commas", ["-"], run(["--from", "text", "-"], TEXTS[0].encode())[0], f"خبر، نص، text\n{TEXTS[0]}".encode())
        for encoding in ("utf-16", "utf-16-be", "utf-16-le"):
            mark = {"utf-16": b"", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}[encoding]
            wide = lambda data: mark + data.decode().encode(encoding)
            self.same(f"a table as office programs save Unicode text, {encoding}", [self.write("w.csv", wide(table("\t")))], self.plain)
            self.same(f"lines of JSON in {encoding}", [self.write("w.jsonl", wide(jsonl()))], self.plain)
            self.same(f"a table in {encoding} by standard input, packed", ["-"], self.plain, gzip.compress(wide(table(","))))
        named = "".join(f"{TITLES[i]};\"{TEXTS[i]}\";صحيفة المدينة\n" for i in (0, 2))
        got = run([self.write("n.csv", ("title;text;outlet\n" + named).encode("cp1256"))])[0]
        self.tap.case("headlines and papers of a table in windows-1256", [(r["document"]["title"]["text"], r["document"]["outlet"]["name"]) for r in got] == [(TITLES[i], "صحيفة المدينة") for i in (0, 2)], [r["document"] for r in got])
        whole = [f"{TITLES[i]}\n\n{TEXTS[i]}".encode("cp1256") for i in (0, 2)]
        self.tap.case("and their bytes", all(given[m["start"]:m["end"]].decode("cp1256") == m["text"] for r, given in zip(got, whole) for m in [r["document"]["title"]] + [c["anchor"] for c in r["claims"]]), got)
        twice = lambda text: text.encode().decode("latin-1")
        rows = [{"title": twice(TITLES[0]), "text": twice(TEXTS[0]), "outlet": twice("صحيفة المدينة")}, {"title": TITLES[0], "text": twice(TEXTS[0]), "outlet": "المدينة"}]
        got = self.same("letters encoded twice in JSONL", [self.write("t.jsonl", "".join(json.dumps(r) + "\n" for r in rows).encode())], self.plain[:1] * 2, said="encoded twice; mended")
        self.tap.case("and their headlines and papers", [(r["document"]["title"]["text"], r["document"]["outlet"]["name"]) for r in got] == [(TITLES[0], "صحيفة المدينة"), (TITLES[0], "المدينة")], [r["document"] for r in got])
        self.same("JSONL in windows-1256", [self.write("o.jsonl", "".join(json.dumps({"id": "a", "text": t}, ensure_ascii=False) + "\n" for t in TEXTS).encode("cp1256"))], self.plain)
        self.same("pages in JSONL", [self.write("h.jsonl", (json.dumps({"html": page(0)}) + "\n").encode())], self.pages[:1])

    def warc(self):
        records = warc_records()
        got = self.same("WARC: chunks, packings, revisits, character sets", [self.write("a.warc", b"".join(records))], self.pages)
        self.tap.case("address and place of a record", [r["document"]["url"] for r in got] == ["http://a/0", "http://a/1", "http://a/2"]
                      and got[0]["document"]["source"].endswith(f"a.warc:{len(records[0]) + len(records[1])}"), got and got[0]["document"])
        members = [gzip.compress(r) for r in records]
        got = self.same("WARC.gz with a member a record", [self.write("b.warc.gz", b"".join(members))], self.pages)
        self.tap.case("place of a member", got and got[1]["document"]["source"].endswith(f":{sum(map(len, members[:6]))}"), got and got[1]["document"])
        self.same("WARC by standard input", ["-"], self.pages, b"".join(members))
        damaged = members[:]
        damaged[6] = damaged[6][:60] + b"\0\0\0\0\xff\xff\xff" + damaged[6][67:]
        where = sum(map(len, members[:6]))
        self.same("a damaged member is skipped", [self.write("c.warc.gz", b"".join(damaged))], self.pages[:1] + self.pages[2:], said=rf"broken record.*byte {where}\)", code=1)
        text = b"".join(records)
        torn = text.replace(b"WARC/1.0\r\nWARC-Type: revisit", b"XARC/1.0\r\nWARC-Type: revisit")
        where = sum(map(len, records[:3]))
        self.same("a torn record is skipped", [self.write("d.warc", torn)], self.pages, said=rf"broken record.*byte {where}\)", code=1)
        self.same("an archive that is cut off", [self.write("e.warc", text[:-200])], self.pages[:2], said="too early", code=1)
        self.same("a packed archive that is cut off", [self.write("f.warc.gz", b"".join(members)[:-50])], self.pages[:2], said="too early", code=1)
        for how, body in (("br", BROTLI), ("zstd", ZSTD)):
            record = lambda data: warc_record("response", "http://a/0", http(data, Content_Encoding=how))
            body = base64.b64decode(body)
            self.same(f"a page packed as {how}", [self.write(f"{how}.warc", record(body) + record(page(0).encode()))], self.pages[:1] * 2)
            self.same(f"a page packed as {how}, cut off and damaged", [self.write(f"{how}2.warc", record(body[:-40]) + record(body[:30] + b"\xff" * 30 + body[60:]))], [], said="packed data", code=1)
        wet = warc_record("conversion", "http://a/0", TEXTS[0].encode(), Content_Type="text/plain")
        self.same("texts of Common Crawl (WET)", [self.write("g.warc.wet.gz", gzip.compress(wet))], self.plain[:1])

    def feeds(self):
        got = self.same("RSS", [self.write("a.rss", rss())], self.pages)
        self.tap.case("day, address and paper of an entry", got and [(r["document"]["published"]["start"], r["document"]["url"]) for r in got] ==
                      [(f"2021-09-{10 + i}", f"http://a/{i}") for i in range(3)] and got[0]["document"]["outlet"]["name"] == "صحيفة المدينة", got and got[0]["document"])
        got = self.same("Atom", [self.write("b.atom", atom())], self.pages)
        self.tap.case("address of an entry", got and got[2]["document"]["url"] == "http://a/2", got and got[2]["document"])
        got, messages, status = run(["--quiet", self.write("c.xml", sitemap())])
        self.tap.case("news sitemap", [r["document"]["title"]["text"] for r in got] == TITLES and status == 0, messages)
        self.same("an entry that is not closed", [self.write("d.rss", rss().replace(b"</item></channel>", b"</channel>"))], self.pages[:2], said="not closed", code=1)
        self.same("XML that is no feed", [self.write("e.xml", b"<?xml version='1.0'?><a><b>c</b></a>")], [], said="no entries", code=1)
        self.same("a feed that has no entries today", [self.write("f.rss", b"<rss version='2.0'><channel><title>x</title></channel></rss>")], [])
        bare = b"<urlset><url><loc>http://a/1</loc></url><url><loc>http://a/2</loc><lastmod>2021-09-10</lastmod></url></urlset>"
        self.same("a sitemap without headlines", [self.write("g.xml", bare)], [], said="nothing but addresses", code=1)
        index = b"<sitemapindex><sitemap><loc>http://a/1.xml</loc></sitemap></sitemapindex>"
        self.same("an index of sitemaps", ["-"], [], index, said="nothing but addresses", code=1)

    def sloppy_feeds(self):
        """Days as no standard has them, blank elements before those that say something, other encodings."""
        days = ("Fri, 10 Sep 21 10:00:00 GMT", "10 SEP 2021", "Friday, 10-Sep-21 10:00:00 UTC", "الجمعة، 10 سبتمبر 2021 - 09:12", "10/09/2021 09:12", "2021/09/10 09:12:00", "10 أيلول 2021", "2021-09-10 09:12:00")
        items = "".join(f"<item><title>{TITLES[0]}</title><content:encoded><![CDATA[ ]]></content:encoded><description><![CDATA[<p>{TEXTS[0]}</p>]]></description><pubDate>{day}</pubDate></item>" for day in days)
        got = self.same("days in all manners", [self.write("days.rss", f"<rss><channel>{items}</channel></rss>".encode())], self.pages[:1] * len(days))
        self.tap.case("are that day", [r["document"]["published"]["start"] for r in got] == ["2021-09-10"] * len(days), [r["document"]["published"] for r in got])
        text = rss().decode()
        for encoding, says in (("cp1256", "windows-1256"), ("cp1256", "UTF-8"), ("utf-16", "UTF-16")):
            data = text.replace('encoding="UTF-8"', f'encoding="{says}"').encode(encoding)
            got = self.same(f"a feed in {encoding} that says {says}", [self.write("f.rss", data)], self.pages)
            self.tap.case("and its paper", {r["document"]["outlet"]["name"] for r in got} == {"صحيفة المدينة"}, [r["document"]["outlet"] for r in got])
        changed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "title": TITLES[0], "content_text": TEXTS[0], "date_modified": "2021-09-10T10:00:00Z"}]}
        got = self.same("an item that tells its change alone", ["-"], self.pages[:1], json.dumps(changed).encode())
        self.tap.case("has that day", got and got[0]["document"]["published"]["start"] == "2021-09-10", got and got[0]["document"])

    def json_feeds(self):
        whole = json_feed()
        got = self.same("JSON Feed", ["--from", "feed", self.write("feed.json", whole)], self.pages)
        self.tap.case("day, address, paper and place of an item", got and [(r["document"]["published"]["start"], r["document"]["url"]) for r in got] ==
                      [(f"2021-09-1{i}", f"http://a/{i}") for i in range(3)] and got[0]["document"]["outlet"]["name"] == "صحيفة المدينة"
                      and got[1]["document"]["source"].endswith(f":{whole.index(b'{', whole.index(b'authors')  + 40)}"), got and [r["document"]["source"] for r in got])
        self.same("JSON Feed by standard input, packed", ["-"], self.pages, gzip.compress(b"\xef\xbb\xbf" + whole))
        items = json.loads(whole)["items"]
        plain = {"version": "https://jsonfeed.org/version/1", "items": [{**items[0], "content_html": None, "content_text": TEXTS[0]}, {"id": "2", "title": TITLES[1], "summary": TEXTS[1]}, {"id": "3", "title": "<" + TITLES[2]}]}
        got = self.same("content_text, summary, a title alone", ["--from", "feed", "--quiet", "-"], self.pages[:2] + [run(["--from", "html", "-"], f"<h1>{TITLES[2]}</h1>".encode())[0][0]], json.dumps(plain).encode())
        self.tap.case("signs of tags are escaped", got and got[2]["document"]["title"]["plain"] == "<" + TITLES[2], got and got[2]["document"])
        broken = json.dumps(items[1], ensure_ascii=False).encode()
        bad = whole.replace(b'"date_published": "2021-09-11T', b'"date_published" "2021-09-11T')
        self.same("an item that is no JSON", ["--from", "feed", self.write("bad.json", bad)], self.pages[:1] + self.pages[2:], said=r"bad.json: .*byte", code=1)
        self.same("JSON Feed that is cut off", ["--from", "feed", self.write("cut.json", whole[:-200])], self.pages[:2], said="an entry that is not closed", code=1)
        self.same("an object that is no feed", ["--from", "feed", "-"], [], broken, said="no entries", code=1)
        self.same("a list of what are no items", ["--from", "feed", "-"], self.pages[:1], b'{"items": [' + json.dumps(items[0]).encode() + b', 7]}', said="no object of JSON", code=1)
        self.same("JSON Feed without items today", ["--from", "feed", "-"], [], b'{"version": "https://jsonfeed.org/version/1", "items": []}')

    def lists(self):
        """JSON that is not an object a line: known by its first bytes, or the name."""
        rows = [json.loads(line) for line in jsonl().splitlines()]
        listed, pretty = json.dumps(rows, ensure_ascii=False).encode(), json.dumps(rows, indent=2).encode()
        for name, args, data in (("a list", [self.write("a.json", listed)], b""), ("a list over several lines", [self.write("b.json", pretty)], b""), ("a list called JSONL", [self.write("c.jsonl", pretty)], b""),
                                 ("a list by standard input", ["-"], pretty), ("a list that is packed", [self.write("d.json.gz", gzip.compress(pretty))], b""), ("lines by standard input", ["-"], jsonl()),
                                 ("objects over several lines", [self.write("e.json", b"".join(json.dumps(r, indent=1).encode() + b"\n\n" for r in rows))], b""), ("lines", [self.write("f.json", jsonl())], b""),
                                 ("with a mark, not known by name", ["--from", "jsonl", self.write("g.data", b"\xef\xbb\xbf\n " + pretty)], b"")):
            self.same("JSON, " + name, args, self.plain, data)
        self.same("JSON, one in another's place", [self.write("h.json", listed.replace(b"}, {", b"}, 7, {", 1))], self.plain[:1], said="h.json: no object of JSON; the rest is not read", code=1)
        self.same("JSON, one without a text", [self.write("i.json", listed.replace(b'"text"', b'"nothing"', 1))], self.plain[1:], said=r"i.json:1: no field", code=1)
        self.same("JSON, cut off", [self.write("j.json", pretty[:-20])], self.plain[:2], said="not closed", code=1)
        self.same("JSON, an empty list", [self.write("k.json", b"[]")], [])

    def zip(self):
        path = zipped(self.folder)
        self.same("ZIP", [path], [self.plain[0], self.pages[1], self.plain[2]])
        data = open(path, "rb").read()
        self.same("ZIP without a directory", [self.write("b.zip", data[:-30])], [], said="no ZIP archive", code=1)
        self.same("a folder of everything", [os.path.dirname(self.write("folder/a.txt", TEXTS[0].encode())), self.write("folder/b/c.jsonl.gz", gzip.compress(jsonl()))],
                  self.plain[:1] + self.plain + self.plain)

        self.same("ZIP by standard input", ["-"], [self.plain[0], self.pages[1], self.plain[2]], data)
        self.same("ZIP that its name does not tell", [self.write("archive", data)], [self.plain[0], self.pages[1], self.plain[2]])
        inner = os.path.join(self.folder, "inner.zip")
        listed = json.dumps([json.loads(line) for line in jsonl().splitlines()], indent=1).encode()
        members = b"".join(map(gzip.compress, warc_records()))
        with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as z:
            z.writestr("a.jsonl.gz", gzip.compress(jsonl()))
            z.writestr("b.warc.gz", members)
            z.writestr("c.json", listed)
            z.writestr("d.tsv", "\ufeffid\ttext\na\t".encode("utf-16-le") + f"{TEXTS[0]}\n".encode("utf-16-le"))
            z.writestr("e.zip", data)
            z.writestr("f.jsonl.zst", base64.b64decode(ZST))
        packed = run(["-"], "قتل جنديان في هجوم قرب كركوك.".encode())[0]
        got = self.same("packed files, lists and UTF-16 in ZIP; another ZIP in it is told", [inner], self.plain + self.pages + self.plain + self.plain[:1] + packed, said=r"inner.zip/e.zip: an archive in an archive; skipped", code=1)
        self.tap.case("place of a member in a file of a ZIP", len(got) > 3 and got[3]["document"]["source"].endswith(f"inner.zip/b.warc.gz:{len(gzip.compress(warc_records()[0])) + len(gzip.compress(warc_records()[1]))}"), [r["document"]["source"] for r in got])
        self.same("a folder of JSON and of a mirrored site", [os.path.dirname(self.write("mirror/a.json", listed)), self.write("mirror/story.php?id=5", page(0).encode())], self.plain + self.pages[:1] + self.pages[:1])

    def traps(self):
        bomb = gzip.compress(b" " * (80 << 20), 9)
        self.same("a text of 1:1000", [self.write("bomb.txt.gz", bomb)], [], said="larger than 64 MiB when unpacked", code=1)
        trap = warc_record("response", "http://a/b", http(bomb, Content_Encoding="gzip"))
        self.same("a page of 1:1000", [self.write("bomb.warc.gz", gzip.compress(trap) + gzip.compress(warc_records()[2]))], self.pages[:1], said="too large when unpacked", code=1)
        trap = warc_record("response", "http://a/b", http(base64.b64decode(BROTLI_BOMB), Content_Encoding="br"))
        self.same("the same of brotli", [self.write("bomb2.warc", trap + warc_records()[2])], self.pages[:1], said="too large when unpacked", code=1)
        self.same("a page of one attribute", [self.write("big.html", b'<p title="' + b"x" * (17 << 20) + b'">')], [], said="the page is larger than 16 MiB", code=1)
        self.same("a line of 1:1000", [self.write("bomb.jsonl.gz", gzip.compress(jsonl()) + gzip.compress(b'{"text": "' + b" " * (80 << 20) + b'"}\n') + gzip.compress(jsonl()))],
                  self.plain * 2, said=r"jsonl.gz:4: the line is longer than 64 MiB when unpacked", code=1)
        self.same("a page of 100,000 nested tags", [self.write("deep.html", page(0).encode().replace(b"</body>", b"<div>" * 100000))], self.pages[:1], said="nested deeper than 2048")
        self.same("a page of 1,500,000 entities", [self.write("many.html", page(0).encode().replace(b"</body>", b"<nav><a href=/>" + b"&lt;x" * 1500000))], self.pages[:1], said="more than 300,000 elements and entities")
        big = gzip.compress(warc_record("response", "http://a/big", http(os.urandom(1000) * 4000, kind="image/png")))
        record = gzip.compress(warc_records()[2])
        path = self.write("long.warc.gz", (big * 20 + record) * 3)
        if os.environ.get("SANITIZED"):
            self.tap.skip("240 MB of archive in 200 MB of address space", "a sanitizer's own memory is larger")
            return
        self.same("240 MB of archive in 200 MB of address space", [path], self.pages[:1] * 3, memory=200 << 20)


def main():
    arguments()
    with tempfile.TemporaryDirectory() as folder:
        test = Test(folder)
        for part in (test.packed, test.tables, test.warc, test.feeds, test.sloppy_feeds, test.json_feeds, test.lists, test.zip, test.traps):
            part()
        return test.tap.done()


if __name__ == "__main__":
    sys.exit(main())
