#!/usr/bin/env python3
"""Exports read back by the programs that they are made for: SQLite, R, LibreOffice, GDAL, jq, rsvg-convert, Chromium; and by
what brat, the Web Annotation model and a browser expect: counts and Arabic text must be those of the store.

A program that is not installed is skipped, saying so; with READERS=required in the environment it fails instead
(`.ci/run`; tools/bootstrap readers installs them).

usage: tests/readers.py [BUILD]
"""
import csv
import glob
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

from harness import TESTS, Tap, arguments, isnad, read

sys.path.insert(0, os.path.join(TESTS, "ledger"))
import articles as made  # noqa: E402

HOSTILE = {
    "id": "hostile", "outlet": "<b>وكالة</b>, \"الأولى\"", "published": "2021-06-03", "url": "javascript:alert(1)",
    "title": "</script><script>window.broken = 1</script> =1+1",
    "text": "</script><script>window.broken = 1</script>\n\nقُتل خمسة جنود في هجوم قرب كركوك، الأربعاء، بحسب <img src=x onerror=\"window.broken = 2\"> وزارة الدفاع "
            "العراقية.\n\n<!-- قُتل مدنيان في\r\nانفجار عبوة ناسفة في الموصل، الأربعاء، وفق مصدر أمني 😀 \"قال; ذلك\",\tثم مضى. -->\n",
}


def run(*command, **more):
    done = subprocess.run(command, capture_output=True, timeout=280, **more)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}")
    return done.stdout.decode()


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def flat(text):
    """Without what a reader may change of line ends."""
    return re.sub(r"[\r\n]+", "\n", text or "")


class Readers:
    def __init__(self, tap, folder):
        self.tap, self.folder, self.store = tap, folder, os.path.join(folder, "set.db")
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made.articles() + [HOSTILE])
        isnad("code", "--quiet", "--from", "jsonl", "--store", self.store, "-", stdin=text.encode())
        isnad("link", "--quiet", self.store)
        self.db = sqlite3.connect(self.store)
        self.events = self.all("SELECT id, place, actors FROM event WHERE status = 'active' ORDER BY id")
        self.claims = self.all("SELECT e.key, c.evidence FROM entry e JOIN claims c ON c.key = e.key ORDER BY e.key")

    def all(self, sql):
        return [tuple(v if v is not None else "" for v in row) for row in self.db.execute(sql)]

    def export(self, name, *args):
        path = os.path.join(self.folder, name)
        isnad("export", self.store, *args, "--output", path)
        return path

    def same(self, name, rows, want, keys):
        """The rows' cells under `keys` are those wanted, whatever the order."""
        have = sorted(tuple(flat(row[key]) for key in keys) for row in rows)
        want = sorted(tuple(flat(str(v)) for v in row) for row in want)
        differing = [(h, w) for h, w in zip(have, want) if h != w][:2]
        self.tap.case(name, have == want and len(want) > 0, f"{len(have)} rows for {len(want)}; {differing}")

    def events_and_claims(self, name, events, claims):
        self.same(f"{name}: events", events, self.events, ("event_id", "place", "actors"))
        self.same(f"{name}: claims with their sentences", claims, self.claims, ("claim_id", "evidence"))


# ---- programs ------------------------------------------------------------------------------------

def read_sqlite(r):
    for bom in ([], ["--bom"]):
        path = r.export("claims.csv", "--table", "claims", *bom)
        out = run("sqlite3", ":memory:", "-cmd", f".import --csv {path} t", "-json", "SELECT claim_id, evidence FROM t")
        r.same(f"sqlite3, CSV{' with a mark' if bom else ''}: claims", json.loads(out), r.claims, ("claim_id", "evidence"))
    path = r.export("sqlite.gpkg", "--format", "gpkg")
    ask = lambda sql: json.loads(run("sqlite3", "-json", path, sql))  # noqa: E731
    r.events_and_claims("sqlite3, GeoPackage", ask("SELECT event_id, coalesce(place, '') AS place, coalesce(actors, '') AS actors FROM events"),
                        ask("SELECT claim_id, coalesce(evidence, '') AS evidence FROM claims"))


R_SCRIPT = """
args <- commandArgs(TRUE)
x <- read.csv(args[1], fileEncoding = args[2], colClasses = "character", na.strings = character(0))
keys <- strsplit(args[3], ",")[[1]]
out <- file(args[4], "wb")
for (i in seq_len(nrow(x))) writeBin(charToRaw(paste0(paste(enc2utf8(unlist(x[i, keys])), collapse = "\\x1f"), "\\x1e")), out)
close(out)
"""


def read_r(r):
    script = os.path.join(r.folder, "read.R")
    with open(script, "w", encoding="utf-8") as file:
        file.write(R_SCRIPT)
    for bom, encoding in (([], "UTF-8"), (["--bom"], "UTF-8-BOM")):
        found = []
        for table, keys in (("events", ("event_id", "place", "actors")), ("claims", ("claim_id", "evidence"))):
            path, out = r.export(f"r-{table}.csv", "--table", table, *bom), os.path.join(r.folder, "r.out")
            run("Rscript", "--vanilla", script, path, encoding, ",".join(keys), out, env={**os.environ, "LC_ALL": "C.UTF-8"})
            found.append([dict(zip(keys, line.split("\x1f"))) for line in read(out).decode().split("\x1e")[:-1]])
        r.events_and_claims(f"R, read.csv as {encoding}", *found)


CALC_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,{}"


def calc(r, path, sheets, *how):
    """What LibreOffice makes of a file, as CSV in UTF-8: all sheets, or the first."""
    out = os.path.join(r.folder, "calc")
    shutil.rmtree(out, ignore_errors=True)
    run("soffice", f"-env:UserInstallation=file://{r.folder}/office", "--headless", *how, "--convert-to", CALC_CSV.format(-1 if sheets else 0),
        "--outdir", out, path, env={**os.environ, "HOME": r.folder, "LC_ALL": "C.UTF-8"})
    return {os.path.basename(f): rows_of(read(f).decode("utf-8-sig")) for f in glob.glob(os.path.join(out, "*.csv"))}


def read_calc(r):
    sheets = calc(r, r.export("book.xlsx", "--format", "xlsx"), True)
    r.events_and_claims("LibreOffice, XLSX", sheets["book-events.csv"], sheets["book-claims.csv"])
    formula = [row["title"] for row in sheets["book-claims.csv"] if row["title"].endswith("=1+1")]
    r.tap.case("LibreOffice, XLSX: a headline is no formula", formula, formula)
    marked = calc(r, r.export("marked.csv", "--table", "claims", "--bom"), False, "--infilter=CSV:44,34,76,1")
    r.same("LibreOffice, CSV with a mark: claims", marked["marked.csv"], r.claims, ("claim_id", "evidence"))


def read_gdal(r):
    def layer(path, name, columns):
        return rows_of(run("ogr2ogr", "-f", "CSV", "/vsistdout/", path, name, "-select", columns))

    def counted(path, name):
        return int(re.search(r"Feature Count: (\d+)", run("ogrinfo", "-ro", "-so", path, name)).group(1))

    package = r.export("events.gpkg", "--format", "gpkg")
    counts = [counted(package, name) for name in ("events", "claims", "counts", "sources")]
    want = [len(r.events), len(r.claims), r.all("SELECT count(*) FROM figure f JOIN entry e USING (claim) WHERE of_whom IS NULL")[0][0],
            r.all("SELECT count(*) FROM event_source s JOIN event v ON v.id = s.event WHERE status = 'active'")[0][0]]
    r.tap.case("ogrinfo, GeoPackage: four layers with the rows of the store", counts == want, (counts, want))
    r.events_and_claims("ogr2ogr, GeoPackage", layer(package, "events", "event_id,place,actors"), layer(package, "claims", "claim_id,evidence"))
    world = r.export("events.geojson", "--format", "geojson")
    r.tap.case("ogrinfo, GeoJSON: a feature an event", counted(world, "events") == len(r.events), counted(world, "events"))
    points = {row["event_id"]: (float(row["X"]), float(row["Y"])) for row in rows_of(
        run("ogr2ogr", "-f", "CSV", "/vsistdout/", package, "events", "-select", "event_id", "-lco", "GEOMETRY=AS_XY")) if row["X"]}
    stored = {i: (lon, lat) for i, lon, lat in r.db.execute("SELECT id, lon, lat FROM event WHERE status = 'active' AND lat NOT NULL")}
    r.tap.case("ogr2ogr, GeoPackage: points where the store has them", points == stored != {}, (len(points), len(stored)))
    text = run("ogrinfo", "-ro", "-al", world)
    r.tap.case("ogrinfo, GeoJSON: Arabic text", all(part in text for _, _, actors in r.events for part in actors.split("; ")))
    again = os.path.join(r.folder, "again.gpkg")
    isnad("export", r.store, "--format", "gpkg", "--output", again)
    r.tap.case("a GeoPackage has the same bytes again", read(again) == read(package))


def read_jq(r):
    def ask(program, path):
        return [json.loads(line) for line in run("jq", "-c", program, path).splitlines()]

    lines = r.export("events.jsonl", "--format", "jsonl")
    r.same("jq, JSON lines: claims", ask(".claims[] | {id, text: .evidence.text}", lines), r.claims, ("id", "text"))
    graph = r.export("claims.jsonld", "--format", "schema.org")
    found = ask('."@graph"[] | {id: ."@id" | sub("^urn:isnad:claim:"; ""), text}', graph)
    r.same("jq, schema.org: claims", found, r.claims, ("id", "text"))
    whole = ask('select(."@context" == "https://schema.org") | ."@graph" | map(.appearance."@type" == "NewsArticle" and (.about."@id" | '
                'startswith("urn:isnad:event:"))) | all', graph)
    r.tap.case("jq, schema.org: each in an article, about an event", whole == [True], whole)
    page = r.export("pieces.json", "--format", "webannotation")
    exact = ask('.items[] | {id, exact: .target.selector[0].exact}', page)
    r.tap.case("jq, Web Annotation: each id once", len({a["id"] for a in exact}) == len(exact) > 0, len(exact))


def read_svg(r):
    for of, select in (("time", "date_end NOT NULL"), ("place", "place NOT NULL"), ("source", None)):
        drawn = isnad("plot", r.store, "--of", of)
        svg = xml.fromstring(drawn)
        told = int(re.search(r"(\d+) incidents;", "".join(svg.itertext())).group(1))
        if select:
            want = r.all(f"SELECT count(*) FROM event WHERE status = 'active' AND kind = 'incident' AND {select}")[0][0]
        else:
            want = r.all("SELECT count(DISTINCT v.id) FROM event v JOIN event_source s ON s.event = v.id AND s.name NOT NULL "
                         "WHERE status = 'active' AND kind = 'incident'")[0][0]
        r.tap.case(f"plot of {of}: the incidents of the store", told == want > 0, (told, want))
    titles = [t.text for t in xml.fromstring(isnad("plot", r.store)).iter("{http://www.w3.org/2000/svg}title")][1:]
    bars = sum(int(t.split(": ")[1]) for t in titles)
    incidents, killed = r.all("SELECT count(*), sum(max(coalesce(x.best, 0), 0)) FROM event v LEFT JOIN estimate x ON x.event = v.id AND x.what = "
                              "'killed' AND x.rule = 'ucdp' WHERE v.status = 'active' AND v.kind = 'incident' AND v.date_end NOT NULL")[0]
    r.tap.case("its bars come to the incidents, and to their killed", bars == incidents + killed, (bars, incidents, killed))


def read_png(r):
    picture = isnad("plot", r.store, "--of", "place", "--format", "png", "--width", "800")
    wide = int.from_bytes(picture[16:20], "big")
    r.tap.case("plot as PNG, as wide as asked", picture.startswith(b"\x89PNG\r\n\x1a\n") and wide == 800, (picture[:8], wide))


def read_page(r):
    """What a browser makes of the report."""
    path = r.export("report.html", "--format", "html", "--language", "ar")
    dom = run("chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={r.folder}/chromium", "--virtual-time-budget=5000",
              "--dump-dom", f"file://{path}", env={**os.environ, "HOME": r.folder})
    r.tap.case("Chromium, report: a row an event, with its map and timeline",
               dom.count('<tr class="event"') == min(len(r.events), 200) and dom.count("<svg") == 2 and 'dir="rtl"' in dom, dom[-500:])


# ---- what formats promise ---------------------------------------------------------------------------

def hold_brat(r):
    folder = r.export("brat", "--format", "brat")
    bounds, wrong, texts = 0, [], {}
    for path in glob.glob(os.path.join(folder, "*.ann")):
        text = read(path[:-4] + ".txt").decode()
        texts[os.path.basename(path)] = text
        names = set()
        for line in read(path).decode().split("\n")[:-1]:
            fields = line.split("\t")
            if fields[0][0] == "T":
                bounds += 1
                spans = [tuple(map(int, s.split())) for s in fields[1].split(" ", 1)[1].split(";")]
                if " ".join(text[a:b] for a, b in spans) != fields[2]:
                    wrong.append(line)
                names.add(fields[0])
            elif fields[0][0] == "E" and not {t.split(":")[1] for t in fields[1].split()} <= names:
                wrong.append(line)
    r.tap.case("brat: offsets are those of the words, also over lines", bounds > 300 and not wrong, (bounds, wrong[:3]))
    want = {text for (text,) in r.db.execute("SELECT text FROM article WHERE id IN (SELECT article FROM entry)")}
    r.tap.case("brat: a text an article", set(texts.values()) == want, (len(texts), len(want)))
    events = sum(line.startswith("E") for path in glob.glob(os.path.join(folder, "*.ann")) for line in read(path).decode().split("\n"))
    r.tap.case("brat: an event a claim", events == len(r.claims), (events, len(r.claims)))
    conf = read(os.path.join(folder, "annotation.conf")).decode()
    r.tap.case("brat: its settings name every act", all(f"\n{act} " in conf for act in ("ASSAULT", "PROTEST", "OTHER")))
    some = r.export("brat-some", "--format", "brat", "place:كركوك")
    r.tap.case("brat: of what a query finds", 0 < len(glob.glob(os.path.join(some, "*.ann"))) < len(texts))


def hold_annotations(r):
    page = json.loads(read(r.export("pieces.json", "--format", "webannotation")))
    texts = {"urn:isnad:article:" + ident: text for ident, text in r.db.execute("SELECT ident, text FROM article")}
    texts |= {url: text for url, text in r.db.execute("SELECT url, text FROM article WHERE url NOT NULL")}
    wrong = []
    for item in page["items"]:
        text, (quote, at) = texts[item["target"]["source"]], item["target"]["selector"]
        start, end = at["start"], at["end"]
        if text[start:end] != quote["exact"] or not text[:start].endswith(quote.get("prefix", "")) or not text[end:].startswith(quote.get("suffix", "")):
            wrong.append(item)
    r.tap.case("Web Annotation: each piece stands where its selectors say", page["type"] == "AnnotationPage" and page["items"] and not wrong, wrong[:1])
    triggers = sum(item["body"][0]["value"] == "trigger" for item in page["items"])
    r.tap.case("Web Annotation: a trigger a claim", triggers == len(r.claims), (triggers, len(r.claims)))


def hold_report(r):
    for language in ("ar", "en"):
        page = read(r.export(f"report-{language}.html", "--format", "html", "--language", language)).decode()
        data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S).group(1))
        r.tap.case(f"report, {language}: the events and claims of the store", data["language"] == language and data["total"] == len(r.events) and
                   sorted((c["id"], c["evidence"]["text"] or "") for e in data["events"] for c in e["claims"]) == sorted(r.claims))
    r.tap.case("report: what articles say opens and ends no element", page.count("<script") == page.count("</script>") == 3 and
               "<img" not in page and "<b>" not in page and "window.broken" in page, (page.count("<script"), page.count("</script>")))
    outside = re.findall(r"""(?:src|href)\s*=\s*["']?(?!\$)([^"'\s>]+)|@import|url\(""", page.replace(json.dumps(data), ""))
    outside = [o for o in outside if o.startswith(("http", "//", "data:"))]
    r.tap.case("report: nothing is fetched from elsewhere", not outside, outside)


def main():
    _, build = arguments()
    tap = Tap()
    required = os.environ.get("READERS") == "required"
    with tempfile.TemporaryDirectory() as folder:
        r = Readers(tap, folder)
        hold_brat(r)
        hold_annotations(r)
        hold_report(r)
        read_svg(r)
        for command, reading in (("sqlite3", read_sqlite), ("Rscript", read_r), ("soffice", read_calc), ("ogrinfo", read_gdal), ("jq", read_jq),
                                 ("rsvg-convert", read_png), ("chromium", read_page)):
            if os.environ.get("SANITIZED"):
                tap.skip(command, "the bytes are those of the other builds")
            elif shutil.which(command):
                reading(r)
            elif required:
                tap.case(command, False, f"{command} is not installed: tools/bootstrap readers")
            else:
                tap.skip(command, f"no {command}")
        if not shutil.which("rsvg-convert"):
            lacking = isnad("plot", r.store, "--format", "png", check=False)
            tap.case("without it a plot as PNG says so", lacking.returncode == 1 and b"rsvg-convert" in lacking.stderr, lacking.stderr)
        r.db.close()
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
