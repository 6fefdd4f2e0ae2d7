#!/usr/bin/env python3
"""Exports read back by other programs: CSV by Python's csv and by SQLite, GeoJSON and JSON lines by a JSON
parser, workbooks by unzipping them: counts and Arabic text must be those of the store. And the language of
`isnad query`, rules, and days in the past.

usage: tests/export.py [BUILD]
"""
import csv
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile

from harness import TESTS, Tap, arguments, isnad

sys.path.insert(0, os.path.join(TESTS, "ledger"))
import articles as made  # noqa: E402

ACLED = ("event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 "
         "assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude "
         "geo_precision source source_scale notes fatalities tags timestamp").split()
GED = ("id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id "
       "dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office "
       "source_date source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt "
       "priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians "
       "deaths_unknown best high low gwnoa gwnob").split()
STORE = ""


def export(*args):
    return isnad("export", STORE, *args)


def rows(*args):
    return list(csv.DictReader(io.StringIO(export(*args).decode(), newline="")))


def one(db, sql):
    return db.execute(sql).fetchone()[0]


def tables(tap, db, folder):
    events, claims, counts = (rows("--table", t) for t in ("events", "claims", "counts"))
    tap.case("an event a row", len(events) == one(db, "SELECT count(*) FROM event WHERE status = 'active'"), len(events))
    tap.case("a claim a row", len(claims) == one(db, "SELECT count(*) FROM entry"), len(claims))
    tap.case("a count a row", len(counts) == one(db, "SELECT count(*) FROM figure f JOIN entry e USING (claim) WHERE of_whom IS NULL"), len(counts))
    evidence = sorted(r["evidence"] for r in claims)
    want = sorted(r[0] or "" for r in db.execute("SELECT evidence FROM claims"))
    tap.case("Arabic text is that of the store", evidence == want)
    killed = {r["event_id"]: r["killed_best"] for r in events}
    stored = {i: "" if k is None else str(k) for i, k in
              db.execute("SELECT v.id, x.best FROM event v LEFT JOIN estimate x ON x.event = v.id AND x.what = 'killed' AND rule = 'ucdp'")}
    tap.case("figures are those of the store", killed == {i: stored[i] for i in killed})
    raw = export()
    tap.case("lines end with CRLF, no mark before them", raw.count(b"\n") == raw.count(b"\r\n") and not raw.startswith(b"\xef\xbb\xbf"))
    tap.case("a byte order mark when asked", export("--bom") == b"\xef\xbb\xbf" + raw)
    hxl = export("--format", "hxl").decode().split("\r\n")
    tap.case("HXL tags under the names, one a column",
             all(t.startswith("#") for t in hxl[1].split(",")) and len(hxl[1].split(",")) == len(hxl[0].split(",")))
    if shutil.which("sqlite3"):
        path = os.path.join(folder, "claims.csv")
        with open(path, "wb") as file:
            file.write(export("--table", "claims"))
        back = subprocess.run(["sqlite3", ":memory:", "-cmd", f".import --csv {path} t", "SELECT count(*), sum(length(evidence)) FROM t"],
                              capture_output=True, text=True).stdout.strip()
        tap.case("SQLite reads the same", back == f"{len(claims)}|{sum(map(len, want))}", back)
    else:
        tap.skip("SQLite reads the same", "no shell of SQLite")


def foreign(tap):
    acled = rows("--format", "acled")
    tap.case("ACLED's 31 columns", list(acled[0]) == ACLED, list(acled[0]))
    bad = [r for r in acled if not r["event_id_cnty"].startswith("ISNAD-") or not r["iso"].isdigit() or not r["region"] or
           r["time_precision"] not in "123" or r["geo_precision"] not in "123" or not r["fatalities"].isdigit() or
           r["civilian_targeting"] not in ("", "Civilians targeted") or r["event_date"][:4] != r["year"]]
    tap.case("and what may stand in them", acled and not bad, bad[:2])
    taxonomy = {(r["disorder_type"], r["event_type"], r["sub_event_type"]) for r in acled}
    tap.case("strikes, bombs, protests and arrests are told apart", {t[2] for t in taxonomy} >= {
        "Air/drone strike", "Remote explosive/landmine/IED", "Peaceful protest", "Arrests", "Abduction/forced disappearance"}, taxonomy)
    tap.case("no total becomes an event", not [r for r in acled if "منذ مطلع الشهر" in r["notes"]])
    ged = rows("--format", "ged")
    tap.case("GED's 49 columns", list(ged[0]) == GED, list(ged[0]))
    bad = [r for r in ged if not r["id"].startswith("ISNAD-") or int(r["best"]) != sum(int(r[c]) for c in GED[40:44]) or
           not int(r["low"]) <= int(r["best"]) <= int(r["high"]) or int(r["high"]) == 0 or len(r["date_start"]) != 23]
    tap.case("best is the sum of deaths, between low and high; no row without deaths", ged and not bad, bad[:1])
    aden = [r for r in ged if r["where_coordinates"] == "Aden"]
    tap.case("PRIO-GRID's cell", [r["priogrid_gid"] for r in aden] == ["148051"], [r["priogrid_gid"] for r in aden])


def json_formats(tap, db):
    lines = [json.loads(line) for line in export("--format", "jsonl").decode().splitlines()]
    tap.case("JSON lines: events with their claims", sum(len(e["claims"]) for e in lines) == one(db, "SELECT count(*) FROM entry"))
    spans = 0
    text = {sha: text.encode() for sha, text in db.execute("SELECT sha256, text FROM article")}
    for event in lines:
        for claim in event["claims"]:
            e = claim["evidence"]
            spans += text[claim["article"]["sha256"]][e["start"]:e["end"]].decode() != e["text"]
    tap.case("each evidence opens in its article", spans == 0, spans)
    rules = {x["rule"] for e in lines for x in e["estimates"]}
    tap.case("estimates by every rule", rules == {"acled", "ucdp", "ibc", "majority", "latest"}, rules)
    world = json.loads(export("--format", "geojson"))
    tap.case("GeoJSON: a feature an event, longitude first, null where no place is known",
             len(world["features"]) == len(lines) and all(
                 (f["geometry"] is None) == (f["properties"]["where_prec"] == 0) and
                 (not f["geometry"] or f["geometry"]["coordinates"] == [f["properties"]["place"]["lon"], f["properties"]["place"]["lat"]])
                 for f in world["features"]))
    plover = [json.loads(line) for line in export("--format", "plover").decode().splitlines()]
    tap.case("PLOVER's names", plover and all({"id", "date", "actor", "recipient", "event", "mode", "event_loc", "size", "text_info",
                                               "cite_info"} <= set(p) for p in plover))


def workbook(tap, db, folder):
    path = os.path.join(folder, "out.xlsx")
    export("--format", "xlsx", "--output", path)
    book = zipfile.ZipFile(path)
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    names = [s.get("name") for s in xml.fromstring(book.read("xl/workbook.xml")).iter(space + "sheet")]
    sheets = [xml.fromstring(book.read(f"xl/worksheets/sheet{i + 1}.xml")) for i in range(len(names))]
    strings = {t.text for sheet in sheets for t in sheet.iter(space + "t")}
    tap.case("a workbook with four sheets", names == ["events", "claims", "counts", "sources"], names)
    have = [sum(1 for _ in sheet.iter(space + "row")) - 1 for sheet in sheets]
    want = [one(db, "SELECT count(*) FROM event WHERE status = 'active'"), one(db, "SELECT count(*) FROM entry"), None,
            one(db, "SELECT count(*) FROM event_source s JOIN event v ON v.id = s.event WHERE status = 'active'")]
    tap.case("with the rows of the store", [h for h, w in zip(have, want) if w is not None] == [w for w in want if w is not None], (have, want))
    evidence = {r[0] for r in db.execute("SELECT evidence FROM claims WHERE evidence NOT NULL")}
    tap.case("and its Arabic text", evidence <= strings)
    again = os.path.join(folder, "again.xlsx")
    export("--format", "xlsx", "--output", again)
    tap.case("the same bytes again", open(path, "rb").read() == open(again, "rb").read())
    no_file = isnad("export", STORE, "--format", "xlsx", check=False)
    tap.case("a workbook wants a file", no_file.returncode == 2, no_file.stderr)


def queries(tap, db):
    def found(*terms):
        return [json.loads(line)["event"] for line in isnad("query", STORE, "--format", "jsonl", *terms).decode().splitlines()]

    def truth(sql):
        return [r[0] for r in db.execute(f"SELECT id FROM event v WHERE status = 'active' AND {sql} ORDER BY coalesce(date_end, '9'), date_start, id")]

    figure = "(SELECT best FROM estimate x WHERE x.event = v.id AND what = 'killed' AND rule = 'ucdp') >= 10"
    for terms, sql in ((["type:ASSAULT", "mode:explosives"], "event_type = 'ASSAULT' AND mode = 'explosives'"),
                       (["country:IRQ", "date:2021-06"], "country = 'IRQ' AND date_end BETWEEN '2021-06-01' AND '2021-06-30'"),
                       (["killed>=10"], figure), (["kind:tally"], "kind = 'tally'"), (["sources>3"], "sources > 3"),
                       (["date:2021-08-10..2021-08-20", "kind:incident"], "kind = 'incident' AND date_end BETWEEN '2021-08-10' AND '2021-08-20'"),
                       (["near:35.47,44.39,20km"], "place = 'Kirkuk'")):
        tap.case("query " + " ".join(terms), found(*terms) == truth(sql) != [], (found(*terms), truth(sql)))
    words = found("عبوه", "كركوك")  # another spelling, and two words
    tap.case("words of articles, whatever their spelling", words and set(words) & set(found("place:كركوك")) and
             words == found("عبوة كركوك".split()[0], "كركوك"), words)
    tap.case("a phrase", found('"سوق شعبية"') and not found('"شعبية سوق"'))
    tap.case("who says it", found("source:الدفاع المدني السوري") and found("outlet:الجزيرة"))
    for bad in ("type=ASSAULT", "colour:red", "killed>=many", "date:yesterday", "near:1,2"):
        run = isnad("query", STORE, bad, check=False)
        tap.case(f"refused: {bad}", run.returncode == 2 and run.stderr.startswith(b"isnad: query: "), run.stderr)


def past(tap):
    aden = [r for r in rows("--rule", "latest") if r["place"] == "Aden"]
    then = [r for r in rows("--rule", "latest", "--as-of", "2021-07-07") if r["place"] == "Aden"]
    tap.case("a day in the past shows what had been told by then",
             [r["killed_best"] for r in aden] == ["18"] and [r["killed_best"] for r in then] == ["15"] and
             int(then[0]["claims"]) < int(aden[0]["claims"]), (aden, then))
    tap.case("and no event that was told later", max(r["first_told"] for r in rows("--as-of", "2021-06-01")) <= "2021-06-01")
    tap.case("rules make other figures", len({tuple(r["killed_best"] for r in rows("--rule", rule)) for rule in ("acled", "ucdp", "latest", "ibc")}) >= 3)


def main():
    global STORE
    arguments()
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        STORE = os.path.join(folder, "set.db")
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made.articles())
        isnad("code", "--quiet", "--from", "jsonl", "--store", STORE, "-", stdin=text.encode())
        isnad("link", "--quiet", STORE)
        db = sqlite3.connect(STORE)
        tables(tap, db, folder)
        foreign(tap)
        json_formats(tap, db)
        workbook(tap, db, folder)
        queries(tap, db)
        past(tap)
        db.close()
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
