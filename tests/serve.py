#!/usr/bin/env python3
"""isnad serve: what docs/openapi.json says against the running server; pages, ETags, coding, decisions, exports; and
what an intruder tries first: other hosts and origins, paths and parameters made up to break out, sizes, passwords.

usage: tests/serve.py [BUILD]
"""
import contextlib
import concurrent.futures
import http.client
import json
import os
import resource
import shlex
import shutil
import signal
import socket
import sqlite3
import ssl
import subprocess
import sys
import tempfile
import urllib.parse
import warnings

sys.path.append(sys.path.pop(0))  # the library's `numbers` before tests/numbers.py

from harness import SOURCE, TESTS, Tap, arguments, isnad, read  # noqa: E402

sys.path.append(os.path.join(TESTS, "ledger"))
import articles as made  # noqa: E402

try:
    import jsonschema
except ImportError:
    jsonschema = None

SAMPLES = os.path.join(SOURCE, "samples")
PASSWORD = "correct horse 7"


class Server:
    """`isnad serve` on a port of its own; what it told of refusals is in `log` once it was stopped."""

    def __init__(self, store, *options):
        self.told = tempfile.TemporaryFile("w+")  # a pipe that nobody reads would be full some time
        self.process = subprocess.Popen([os.environ["ISNAD"], "serve", store, "--port", "0", *options],
                                        stdout=subprocess.PIPE, stderr=self.told, text=True)
        self.address = self.process.stdout.readline().strip()
        self.port = int(self.address.rstrip("/").rsplit(":", 1)[1])

    def ask(self, path, method="GET", body=None, **headers):
        """Status, headers (lower case) and body; the body parsed where it is JSON."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body=body, headers={k.replace("_", "-"): v for k, v in headers.items()})
            answer = connection.getresponse()
            data = answer.read()
            kind = answer.headers.get("Content-Type", "")
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, json.loads(data) if "json" in kind and data and "jsonl" not in kind else data
        finally:
            connection.close()

    def raw(self, data):
        """All that comes back for bytes sent as they are."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as s:
            with contextlib.suppress(OSError):  # who is refused may be cut off before all is sent; what was said is read all the same
                s.sendall(data)
                s.shutdown(socket.SHUT_WR)
            out = b""
            while block := s.recv(65536):
                out += block
            return out

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.communicate(timeout=30)
        self.told.seek(0)
        self.log = self.told.read()
        self.told.close()
        return self.process.returncode


def query(**parameters):
    return "?" + urllib.parse.urlencode(parameters)


# ---- the description --------------------------------------------------------------------------------


def ids_of(server):
    """A value for {id} in each path that has one."""
    first = lambda path: server.ask(path)[2]["items"][0]  # noqa: E731
    tallies = server.ask("/v1/tallies?limit=500")[2]["items"]
    covering = next((t for t in tallies if t["figures"] and t["figures"][0]["events"]), tallies[0])
    return {"articles": first("/v1/articles")["id"], "events": first("/v1/events")["id"], "actors": first("/v1/actors")["id"],
            "places": first("/v1/places")["id"], "reviews": "1", "tallies": covering["event"]["id"], "decisions": "1"}


def validator(document, schema):
    """With the document's components at hand, for $ref."""
    return jsonschema.Draft202012Validator({**schema, "components": document["components"]})


def check_answer(document, operation, answer):
    status, headers, body = answer
    if status != 200:
        return [f"status {status}: {body}"]
    content = operation["responses"]["200"]["content"]
    if "*/*" in content:
        return []
    kind, media = next(iter(content.items()))
    if headers.get("content-type") != kind:
        return [f"type {headers.get('content-type')}"]
    return [e.message[:300] for e in validator(document, media["schema"]).iter_errors(body)]


def described(tap, server, store):
    status, _, document = server.ask("/v1/openapi.json")
    tap.case("the description is served", status == 200 and document == json.loads(read(os.path.join(SOURCE, "docs", "openapi.json"))))
    ids, known = ids_of(server), document["components"]["parameters"]
    for path, operations in document["paths"].items():
        real = path.replace("{id}", urllib.parse.quote(ids.get(path.split("/")[2], "")) if "{id}" in path else "")
        for method in ("get", "post", "put", "delete"):
            if method not in operations:
                answer = server.ask(real, method.upper())
                tap.case(f"{method} {path} is refused", answer[0] == 405 and answer[2]["status"] == 405, answer)
        if "get" not in operations or path == "/v1/live":
            continue
        operation = operations["get"]
        names = [known[p["$ref"].split("/")[-1]] if "$ref" in p else p for p in operation.get("parameters", [])]
        values = {"limit": "7", "q": "type:ASSAULT", "rule": "acled", "as_of": "2030-01-01", "words": "قتل", "relevant": "1",
                  "from": "2000-01-01", "to": "2030-01-01", "claim": "c1", "name": "حلب", "on": "2021-05-03"}
        needed = {p["name"]: p["schema"].get("enum", ["أمس"])[0] for p in names if p["in"] == "query" and p.get("required")}
        tries = [needed] + [{**needed, p["name"]: values[p["name"]]} for p in names if p["name"] in values]
        tries += [{**needed, p["name"]: v} for p in names for v in p["schema"].get("enum", [])]
        wrong = []
        for parameters in tries:
            answer = server.ask(real + (query(**parameters) if parameters else ""))
            wrong += [f"{parameters}: {w}" for w in check_answer(document, operation, answer)] if jsonschema or answer[0] != 200 else []
        tap.case(f"get {path} answers as described", not wrong, "\n".join(wrong[:10]))
        answer = server.ask(real + query(nonsense="1"))
        tap.case(f"get {path} knows its parameters", answer[0] == 400 and answer[1]["content-type"] == "application/problem+json", answer)
    if not jsonschema:
        tap.skip("answers by their schemas", "python3-jsonschema is not there")


# ---- reading ----------------------------------------------------------------------------------------


def walk(server, path, size=2, **parameters):
    """All items, page by page."""
    items, after = [], None
    while True:
        page = server.ask(path + query(limit=size, **parameters, **({"after": after} if after else {})))[2]
        items += page["items"]
        after = page["next"]
        if not after:
            return items


def paging(tap, server):
    for path, sorts in (("/v1/articles", ("relevance", "published")), ("/v1/events", ("date", "oldest", "killed", "sources", "told")),
                        ("/v1/actors", ("claims", "name")), ("/v1/places", ("claims", "name")), ("/v1/sources", ("claims",)),
                        ("/v1/tallies", ("date",)), ("/v1/commitments", ("deadline",))):
        for sort in sorts:
            whole = server.ask(path + query(limit=500, sort=sort))[2]
            tap.case(f"pages of {path} by {sort}", walk(server, path, sort=sort) == whole["items"] and whole["next"] is None and
                     whole["total"] in (None, len(whole["items"])) and len(whole["items"]) > 1, len(whole["items"]))
    killed = [e["killed"][1] or e["killed"][0] if e["killed"] else -1 for e in server.ask("/v1/events?sort=killed&limit=500")[2]["items"]]
    tap.case("most killed first", killed == sorted(killed, reverse=True), killed)
    days = [e["date_end"] or "9" for e in server.ask("/v1/events?sort=oldest&limit=500")[2]["items"]]
    tap.case("the oldest first, what has no day last", days == sorted(days) and "9" in days, days)
    events = server.ask("/v1/events?limit=500")[2]
    points, days = server.ask("/v1/map")[2], server.ask("/v1/days")[2]
    tap.case("table, map and days count the same events", events["total"] == sum(p[3] for p in points["points"]) + points["nowhere"] ==
             sum(d[1] for d in days["days"]) + days["never"], (events["total"], points, days))
    found = server.ask("/v1/articles" + query(words="القاهره"))[2]["items"] + server.ask("/v1/articles" + query(words="انقلاب"))[2]["items"]
    tap.case("words in any spelling", [i["source"].split("/")[-1] for i in found] == ["09-football.txt", "10-sanctions.txt"] and "\x02" in found[0]["snippet"], found)


ASKED = ("انفجار", '"سيارة مفخخة"', "انفجار type:ASSAULT", "place:حلب", "place:iq-mosul", "actor:الجيش", "actor:islamic-state", "source:official", "source:الدفاع المدني",
         "source:الشرطة انفجار", "outlet:الجزيرة", "outlet:الجزيرة source:medic", "wounded>=5", "wounded<5 place:iq-mosul", "killed>=3 outlet:العربية", "sources>=2 قتل",
         "near:36.2,37.15,25km قتل", "near:33.3,44.4,400km", "claims>=3", "claims<2 near:33.3,44.4,400km", "date:2021-06 الشرطة", "kind:tally القتلى", "نصلايكونأبدا", "place:nowhere")


def held(tap, folder):
    """What is found in memory is what the tables have, few or many, by every rule; and what is linked by another program is there at once."""
    store = os.path.join(folder, "held.db")
    rows = [json.dumps(row, ensure_ascii=False) + "\n" for row in made.articles()]
    isnad("code", "--quiet", "--from", "jsonl", "--store", store, "-", stdin="".join(rows[:-40]).encode())
    isnad("link", "--quiet", store)
    server = Server(store)
    for batch in ([], rows[-40:]):
        if batch:
            isnad("code", "--quiet", "--from", "jsonl", "--store", store, "-", stdin="".join(batch).encode())
            isnad("link", "--quiet", store)
        wrong, some = [], 0
        for rule, q in [("ucdp", q) for q in ASKED] + [(rule, "killed>=4") for rule in ("acled", "majority", "latest", "ibc")]:
            q = q if "kind:" in q else q + " kind:incident"
            want = {json.loads(line)["event"] for line in isnad("export", "--format", "jsonl", "--rule", rule, store, *shlex.split(q, posix=False)).decode().splitlines()}
            listed = walk(server, "/v1/events", 50, q=q, rule=rule)
            counts = {server.ask("/v1/events" + query(q=q, rule=rule, limit=1))[2]["total"]}
            if rule == "ucdp":
                points, days = (server.ask(path + query(q=q))[2] for path in ("/v1/map", "/v1/days"))
                counts |= {sum(p[3] for p in points["points"]) + points["nowhere"], sum(d[1] for d in days["days"]) + days["never"]}
            some += len(want) > 0
            if {e["id"] for e in listed} != want or len(listed) != len(want) or counts != {len(want)}:
                wrong.append((rule, q, len(listed), len(want), counts))
        tap.case(f"events found in memory{' after another link' if batch else ''}", not wrong and some > 15, wrong or some)
        names = ("id", "name", "role", "named", "party", "events", "claims", "articles", "outlets", "first", "last")
        with contextlib.closing(sqlite3.connect(store)) as db:
            want = db.execute(f"SELECT {', '.join(names)} FROM sources").fetchall()
        told = [tuple(row[name] for name in names) for row in walk(server, "/v1/sources", 7)]
        tap.case(f"sources counted in memory{' after another link' if batch else ''}", len(told) > 20 and sorted(map(str, told)) ==
                 sorted(str((*row[:3], bool(row[3]), bool(row[4]), *row[5:])) for row in want) and
                 [row[6] for row in told] == sorted((row[6] for row in told), reverse=True), (len(told), len(want)))
    server.stop()


def tags(tap, server, store):
    status, headers, _ = server.ask("/v1/events")
    tag = headers["etag"]
    again = server.ask("/v1/events", If_None_Match=tag)
    tap.case("what did not change is not sent again", again[0] == 304 and again[2] == b"" and again[1]["etag"] == tag, again)
    head = server.ask("/v1/events", "HEAD")
    tap.case("HEAD has the headers alone", head[0] == 200 and head[2] == b"" and int(head[1]["content-length"]) > 100, head)
    before = server.ask("/v1")[2]["store"]["articles"]
    isnad("code", "--quiet", "--store", store, "-", stdin="قُتل ثلاثة جنود في هجوم قرب كركوك أمس الجمعة.\n".encode())
    isnad("link", "--quiet", store)
    after = server.ask("/v1")[2]["store"]["articles"]
    tap.case("what another program stores shows at once", (after, server.ask("/v1/events", If_None_Match=tag)[0]) == (before + 1, 200), after)


def live(tap, server, store):
    """Server-Sent Events: what there is at once, and again when something is stored."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request("GET", "/v1/live")
    answer = connection.getresponse()
    tap.case("a stream of events", (answer.status, answer.headers["Content-Type"]) == (200, "text/event-stream"), answer.headers.items())

    def told():
        for line in answer:
            if line.startswith(b"data: "):
                return json.loads(line[6:])
    first = told()
    isnad("code", "--quiet", "--store", store, "-", stdin="أصيب شرطيان في انفجار عبوة ناسفة قرب بعقوبة أمس.\n".encode())
    second = told()
    connection.close()
    tap.case("a stream has no parameters, and its head alone is one", (server.ask("/v1/live?x=1")[0], server.ask("/v1/live", "HEAD")[0]) == (400, 200))
    tap.case("tells what there is, and what another program stores", second["articles"] == first["articles"] + 1 and set(first) == {"articles", "events", "reviews", "linked"}, (first, second))


def ending(tap, store):
    """A server that is told to stop does not wait for those who listen."""
    server = Server(store)
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as s:
        s.sendall(b"GET /v1/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        told = s.recv(4096)
        code = server.stop()
    tap.case("who listens keeps no server from its end", told.startswith(b"HTTP/1.1 200 ") and code == 0, (told, code))


def reading(tap, server):
    """Words that were selected, as the value of a field."""
    ask = lambda **p: server.ask("/v1/read" + query(**p))  # noqa: E731
    have = [ask(what="date", text="أمس الجمعة", on="2021-05-15")[2]["value"], ask(what="date", text="منذ مطلع العام", on="2021-05-15")[2]["value"],
            ask(what="number", text="ثلاثة جنود")[2]["value"], ask(what="number", text="جنديان")[2]["value"], ask(what="number", text="أكثر من عشرة مدنيين")[2]["value"],
            ask(what="number", text="بين عشرة وخمسة عشر")[2]["value"], ask(what="number", text="السماء")[2]["value"], ask(what="date", text="الجندي", on="2021-05-15")[2]["value"]]
    tap.case("dates and numbers of words that were selected", have == ["2021-05-14", "2021-01-01..2021-05-15", "3", "2", "11..", "10..15", None, None], have)
    wrong = [ask(what="x", text="y")[0], ask(what="date")[0], ask(what="date", text="أمس", on="x")[0]]
    tap.case("and what makes no sense is refused", wrong == [400] * 3, wrong)


def work(tap, server, store):
    sample = read(os.path.join(SAMPLES, "05-monthly-tally.txt"))
    status, _, record = server.ask("/v1/code", "POST", sample, Content_Type="text/plain; charset=utf-8")
    want = json.loads(isnad("code", "-", stdin=sample))
    want["document"]["source"] = None
    tap.case("text in, record out", status == 200 and record == want, record)
    page = "<html><body><article><h1>هجوم</h1><p>قُتل جنديان في هجوم قرب كركوك.</p></article></body></html>".encode()
    status, _, record = server.ask("/v1/code?published=2021-05-01", "POST", page, Content_Type="text/html")
    tap.case("page in, record out", status == 200 and record["document"]["published"]["start"] == "2021-05-01" and record["claims"], record)
    row = json.dumps({"text": "قُتل جنديان في هجوم قرب كركوك.", "published": "2021-05-01"}).encode()
    status, _, record = server.ask("/v1/code", "POST", row, Content_Type="application/json")
    tap.case("object in, record out", status == 200 and len(record["claims"]) == 1, record)
    wrong = [server.ask("/v1/code", "POST", b, Content_Type=t)[0] for b, t in ((b"", "text/plain"), (b"x", "image/png"), (b"{", "application/json"), (b"[]", "application/json"))]
    tap.case("what cannot be coded is refused", wrong == [400, 415, 400, 400], wrong)

    for form in ("csv", "jsonl", "geojson", "acled", "text"):
        status, headers, data = server.ask("/v1/export" + query(format=form, q="type:ASSAULT"))
        have = data if isinstance(data, bytes) else None
        want = isnad("export", "--format", form, store, "type:ASSAULT")
        good = have == want if have is not None else data == json.loads(want)
        tap.case(f"export of {form} is that of the command", status == 200 and good and "attachment" in headers["content-disposition"], (status, headers))
    status, _, data = server.ask("/v1/export?format=xlsx")
    tap.case("a workbook", status == 200 and data[:2] == b"PK", data[:40])
    wrong = [server.ask("/v1/export" + query(**p))[0] for p in ({"format": "x"}, {"rule": "x"}, {"as_of": "x"}, {"q": "x:y"}, {"table": "x"}, {"format": "y" * 99})]
    tap.case("an export that makes no sense is refused", wrong == [400] * 6, wrong)


def decisions(tap, server):
    events = server.ask("/v1/events?q=type:ASSAULT&limit=500")[2]["items"]
    claims = [(e["id"], server.ask("/v1/events/" + e["id"])[2]["event"]["claims"][0]["id"]) for e in events[:2]]
    body = json.dumps({"what": "same", "a": claims[0][1], "b": claims[1][1], "note": "test"}).encode()
    status, _, told = server.ask("/v1/decisions", "POST", body, Content_Type="application/json")
    tap.case("two claims are joined", status == 200 and told["events"] > 0, told)
    ended = [server.ask("/v1/events/" + e)[2]["more"] for e, _ in claims]
    tap.case("one event has become the other", sorted(m["status"] for m in ended) == ["active", "merged"], ended)
    status, _, back = server.ask(f"/v1/decisions/{told['decision']}", "DELETE")
    tap.case("and part again", status == 200 and [server.ask("/v1/events/" + e)[2]["more"]["status"] for e, _ in claims].count("active") >= 1, back)
    wrong = [server.ask("/v1/decisions", "POST", b, Content_Type=t)[0] for b, t in (
        (b"{}", "application/json"), (b"not json", "application/json"), (body, "text/plain"),
        (b'{"what":"same","a":"x","b":"y"}', "application/json"), (b'{"what":["same"],"a":1,"b":{}}', "application/json"))]
    tap.case("a decision that makes no sense is refused", wrong == [400, 400, 415, 400, 400], wrong)


def reviews(tap, server):
    post = lambda **b: server.ask("/v1/reviews", "POST", json.dumps(b).encode(), Content_Type="application/json")  # noqa: E731
    article = next(a for a in server.ask("/v1/articles?limit=500")[2]["items"] if a["source"].endswith("05-monthly-tally.txt"))
    page = lambda: server.ask("/v1/articles/" + article["id"])[2]  # noqa: E731
    keys = [c["key"] for c in page()["claims"]]
    numbers = [post(act="accept", claim=keys[0], coder="amal")[2]["review"], post(act="correct", claim=keys[1], field="killed", value="3", coder="amal")[2]["review"],
               post(act="reject", claim=keys[2], coder="amal", note="words only")[2]["review"]]
    have = [(r["id"], r["claim"], r["act"], r["field"], r["value"], r["coder"]) for r in page()["reviews"]]
    tap.case("what a coder says stands beside the claim", [h[:4] for h in have] == [(numbers[0], "c1", "accept", None), (numbers[1], "c2", "correct", "killed"), (numbers[2], "c3", "reject", None)] and
             "3" in have[1][4] and {h[5] for h in have} == {"amal"}, have)
    listed = lambda state: [a["id"] for a in server.ask(f"/v1/articles?state={state}&limit=500")[2]["items"]]  # noqa: E731
    tap.case("the queue knows how far an article is", article["id"] in listed("begun") and article["id"] not in listed("open") + listed("done"))
    post(act="accept", claim=keys[3], coder="amal")
    tap.case("and when it is done", article["id"] in listed("done"))
    days = server.ask("/v1/progress")[2]["days"]
    tap.case("progress of the day", [(d["coder"], d["acts"], d["claims"], d["articles"]) for d in days] == [("amal", 4, 4, 1)], days)
    post(act="reject", claim=keys[0], coder="huda")
    fields = server.ask("/v1/agreement")[2]["fields"]
    tap.case("how far coders agree", [(f["units"], f["agreed"]) for f in fields if f["field"] == "claim"] == [(1, 0.0)], fields)
    tap.case("taken back", server.ask(f"/v1/reviews/{numbers[0]}", "DELETE")[0] == 200 and numbers[0] not in [r["id"] for r in page()["reviews"]])
    wrong = [post(act="accept")[0], post(act="shout", claim=keys[0])[0], post(act="accept", claim="x:c1")[0], post(act="correct", claim=keys[0], field="killed", value="many")[0],
             post(act="correct", claim=keys[0], field="'; --", value="1")[0], server.ask("/v1/reviews/999", "DELETE")[0], server.ask("/v1/reviews/x", "DELETE")[0]]
    tap.case("what makes no sense is refused", wrong == [400] * 6 + [404], wrong)


def crowd(tap, server, store):
    """Many at once, while another program writes."""
    paths = ["/v1/events", "/v1/articles", "/v1/map", "/v1/days", "/v1/tallies", "/v1/actors", "/v1"] * 12
    writer = subprocess.Popen([os.environ["ISNAD"], "code", "--quiet", "--published", "2020-01-01", "--store", store, SAMPLES],
                              stdout=subprocess.DEVNULL)
    with concurrent.futures.ThreadPoolExecutor(12) as pool:
        statuses = [a[0] for a in pool.map(server.ask, paths)]
    tap.case("many at once, while something is stored", statuses == [200] * len(paths) and writer.wait() == 0, statuses)


# ---- intruders --------------------------------------------------------------------------------------

BAD = ["'", "\"", "' OR 1=1 --", "'; DROP TABLE event; --", "%", "_", "\\", "../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "{key}", ":id", "?1",
       "<script>alert(1)</script>", "\u202e\u2066x", "a" * 3000, "[1,2]", "[[1],[2]]", '["x"]', "null", "-1", "1e999", "AND", "NEAR(", "*", "a*", "^a", "\x01"]


def injection(tap, server, store):
    document = server.ask("/v1/openapi.json")[2]
    known, ids = document["components"]["parameters"], ids_of(server)
    before, failed = server.ask("/v1")[2], []
    for path, operations in document["paths"].items():
        if "get" not in operations:
            continue
        names = [known[p["$ref"].split("/")[-1]] if "$ref" in p else p for p in operations["get"].get("parameters", [])]
        for value in BAD:
            tries = [path.replace("{id}", ids.get(path.split("/")[2], "x")) + query(**{p["name"]: value}) for p in names if p["in"] == "query"]
            if "{id}" in path:
                tries.append(path.replace("{id}", urllib.parse.quote(value, safe="")))
            for each in tries:
                status = server.ask(each)[0]
                if status not in (200, 400, 404):
                    failed.append((status, each[:200]))
    tap.case("nothing breaks out of a parameter", not failed and server.ask("/v1")[2] == before, failed[:10])
    outside = [server.ask(p)[0] for p in ("/../../../etc/passwd", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/index.html/../../x",
                                          "/v1/../../x", "/v1/articles/..%2f..%2fx", "/v1/events/%00", "/" + "a" * 4000)]
    tap.case("nothing outside is read", all(s in (400, 404, 414) for s in outside), outside)
    answers = [server.ask(p) for p in ("/%0d%0aX-Made-Up:%201", "/v1/events?q=%0d%0aX-Made-Up:%201", "/v1/articles/a%0d%0aX-Made-Up:1", "/v1/export?format=csv%0d%0aX-Made-Up:1")]
    tap.case("no header is made up", all("x-made-up" not in a[1] and a[0] in (200, 400, 404) for a in answers), answers)
    bad_bytes = [server.ask(p)[0] for p in ("/v1/events?q=%ff%fe", "/v1/articles?words=%c3%28", "/v1/actors/%ff", "/v1/events?q=a%00b", "/v1/events?q=1&q=2")]
    tap.case("what is no text is refused", bad_bytes == [400] * 5, bad_bytes)


def sizes(tap, server):
    host = b"Host: 127.0.0.1\r\n"
    told = server.raw(b"POST /v1/code HTTP/1.1\r\n" + host + b"Content-Type: text/plain\r\nContent-Length: 99999999\r\n\r\n")
    tap.case("a body that is too large is refused before it comes", b" 413 " in told.split(b"\r\n")[0], told[:200])
    chunks = (b"100000\r\n" + b"x" * 0x100000 + b"\r\n") * 17 + b"0\r\n\r\n"
    told = server.raw(b"POST /v1/code HTTP/1.1\r\n" + host + b"Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)
    tap.case("or once it has grown so", b" 413 " in told.split(b"\r\n")[0], told[:200])
    told = server.raw(b"GET /v1 HTTP/1.1\r\n" + host + b"X-Long: " + b"x" * 100000 + b"\r\n\r\n")
    tap.case("headers that are too large are refused", b" 200 " not in told.split(b"\r\n")[0], told[:200])
    told = server.raw(b"GET /v1 HTTP/1.1\r\n" + host + b"Content-Length: 44\r\n\r\nGET /v1/articles HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    tap.case("no second request hides in a body", told.count(b"HTTP/1.1 ") == 1 and b" 400 " in told.split(b"\r\n")[0], told[:200])


SLOW = 1000  # clients


def slow(tap, folder, store):
    """Requests that stand still or drip: told so, cut off, and no hindrance to others."""
    host = b"Host: 127.0.0.1\r\n"
    head = b"POST /v1/code HTTP/1.1\r\n" + host + b"Content-Type: text/plain\r\nContent-Length: 1000\r\n\r\n"
    server = Server(store, "--patience", "2")
    secret = "سر مكتوم".encode()

    def drip(start, piece):
        """What comes back to one who sends `start` and then `piece` after `piece`, each soon after the one before."""
        with socket.create_connection(("127.0.0.1", server.port), timeout=0.3) as s:
            s.sendall(start)
            for _ in range(40):
                try:
                    told = s.recv(4096)
                    return told
                except TimeoutError:
                    with contextlib.suppress(OSError):
                        s.sendall(piece)
            return b""
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        still, dripping, headers = pool.map(lambda a: drip(*a), ((head + secret, b""), (head, b"x"), (b"GET /v1 HTTP/1.1\r\n" + host, b"X")))
    for name, told in (("a body that stands still", still), ("a body that drips", dripping), ("headers that drip", headers)):
        tap.case(f"{name} is told that it is too slow", told.startswith(b"HTTP/1.1 408 ") and b"application/problem+json" in told, told)
    tap.case("and the next one is served", server.ask("/v1")[0] == 200)
    server.stop()
    tap.case("which the log tells, without what was sent", server.log.count("408 POST /v1/code") == 2 and server.log.count("408 ") == 3 and secret.decode() not in server.log, server.log)

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < SLOW + 200 and (hard == resource.RLIM_INFINITY or hard >= SLOW + 200):
        resource.setrlimit(resource.RLIMIT_NOFILE, (SLOW + 200, hard))
    elif soft < SLOW + 200:
        tap.skip(f"{SLOW} slow clients", f"no more than {hard} files may be open")
        return
    server = Server(store)
    crowd = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(SLOW)]
    for s in crowd:
        s.sendall(head + b"x")
    statuses = [server.ask(p)[0] for p in ["/v1/events", "/v1/articles", "/v1/map", "/v1"] * 10]
    with open(f"/proc/{server.process.pid}/status", encoding="ascii") as file:
        megabytes = int(next(line.split()[1] for line in file if line.startswith("VmHWM"))) / 1024
    for s in crowd:
        s.close()
    tap.case(f"{SLOW} slow clients stop nobody", statuses == [200] * 40, statuses)
    if not os.environ.get("SANITIZED"):
        tap.case("and take little memory", megabytes < 150, megabytes)
    tap.case("nor do they when they go", server.ask("/v1")[0] == 200 and server.stop() == 0, server.log[-500:])


def bodies(tap, server):
    """What breaks out of a parameter does not out of a field either."""
    before, failed = server.ask("/v1")[2], []
    for path, field, base in (("/v1/reviews", "claim", {"act": "accept"}), ("/v1/reviews", "field", {"act": "correct", "claim": "x:c1", "value": "1"}),
                              ("/v1/reviews", "act", {"claim": "x:c1"}), ("/v1/decisions", "a", {"what": "same", "b": "x:c1"}),
                              ("/v1/decisions", "what", {"a": "x:c1", "b": "y:c1"}), ("/v1/session", "name", {"password": "x"})):
        for value in [*BAD, [], {}, None, 1, True]:
            status = server.ask(path, "POST", json.dumps({**base, field: value}).encode(), Content_Type="application/json")[0]
            if status not in (400, 404, 409):
                failed.append((status, path, field, value))
    deep = server.ask("/v1/reviews", "POST", b"[" * 100000, Content_Type="application/json")[0]
    tap.case("nothing breaks out of a field of a body", not failed and deep == 400 and server.ask("/v1")[2] == before, failed[:10] or deep)


def other_pages(tap, server):
    port = server.port
    hosts = [server.ask("/v1", Host=h)[0] for h in ("evil.example", f"evil.example:{port}", "localhost.evil.example", "127.0.0.1.evil.example", f"localhost:{port}", f"[::1]:{port}")]
    tap.case("only names of this machine", hosts == [421] * 4 + [200] * 2, hosts)
    own = f"http://127.0.0.1:{port}"
    tries = [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": own + ".evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
             {"Origin": own}, {"Origin": own, "Sec-Fetch-Site": "same-origin"}]
    statuses = [server.ask("/v1/code", "POST", "نص".encode(), **{"Content-Type": "text/plain", **{k.replace("-", "_"): v for k, v in t.items()}})[0] for t in tries]
    tap.case("pages of other sites change nothing", statuses == [403] * 5 + [200] * 2, statuses)
    headers = server.ask("/v1")[1]
    tap.case("answers say what a page may do", "default-src 'none'" in headers["content-security-policy"] and "unsafe" not in headers["content-security-policy"] and
             headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer", headers)
    tap.case("nobody else may read them", "access-control-allow-origin" not in headers)


def login(server, name, password, **headers):
    return server.ask("/v1/session", "POST", json.dumps({"name": name, "password": password}).encode(), Content_Type="application/json", **headers)


def cookie_of(answer):
    return answer[1]["set-cookie"].split(";")[0]


def users(tap, folder, store):
    path = os.path.join(folder, "users")
    isnad("serve", "--users", path, "--add-user", "amal:code", stdin=(PASSWORD + "\n").encode())
    isnad("serve", "--users", path, "--add-user", "reem:read", stdin=(PASSWORD + "\n").encode())
    token = isnad("serve", "--users", path, "--add-token", "feed:read").decode().strip()
    kept = read(path).decode()
    tap.case("the file has hashes, for its owner alone", PASSWORD not in kept and token not in kept and kept.count("$argon2id$") == 2 and
             os.stat(path).st_mode & 0o777 == 0o600, kept)
    bad = [isnad("serve", "--users", path, "--add-user", who, stdin=word.encode() + b"\n", check=False).returncode
           for who, word in (("a b:read", PASSWORD), ("x:king", PASSWORD), ("x:read", "short"), ("x", PASSWORD), ("a\tb:read", PASSWORD))]
    tap.case("users that make no sense are refused", bad == [2] * 5, bad)
    server = Server(store, "--users", path)
    tap.case("nobody comes in unasked", [server.ask(p)[0] for p in ("/v1", "/v1/events", "/v1/export", "/v1/openapi.json", "/v1/session")] == [401, 401, 401, 200, 200])
    fixed = "isnad=" + "a" * 64
    answer = login(server, "amal", PASSWORD, Cookie=fixed)
    tap.case("a session is made anew, not the one that was brought", answer[0] == 200 and cookie_of(answer) != fixed and server.ask("/v1", Cookie=fixed)[0] == 401, answer)
    tap.case("its cookie is for this site and no script", all(w in answer[1]["set-cookie"] for w in ("HttpOnly", "SameSite=Strict", "Path=/")), answer[1])
    cookie, csrf = cookie_of(answer), answer[2]["csrf"]
    body = json.dumps({"what": "same", "a": "x", "b": "y"}).encode()
    decide = lambda **h: server.ask("/v1/decisions", "POST", body, Content_Type="application/json", **h)[0]  # noqa: E731
    statuses = [server.ask("/v1/events", Cookie=cookie)[0], decide(), decide(Cookie=cookie), decide(Cookie=cookie, X_CSRF_Token="b" * 64), decide(Cookie=cookie, X_CSRF_Token=csrf)]
    tap.case("what changes something needs its token", statuses == [200, 401, 403, 403, 400], statuses)
    reader = login(server, "reem", PASSWORD)
    status = server.ask("/v1/decisions", "POST", body, Content_Type="application/json", Cookie=cookie_of(reader), X_CSRF_Token=reader[2]["csrf"])[0]
    tap.case("who may read may not decide", status == 403, status)
    bearer = {"Authorization": "Bearer " + token}
    statuses = [server.ask("/v1/events", **bearer)[0], decide(**bearer), server.ask("/v1", Authorization="Bearer " + "0" * 64)[0]]
    tap.case("a program has a token", statuses == [200, 403, 401], statuses)
    server.ask("/v1/session", "DELETE", Cookie=cookie, X_CSRF_Token=csrf)
    tap.case("who has left is out", server.ask("/v1", Cookie=cookie)[0] == 401)
    tries = [login(server, "amal", f"wrong {i}") for i in range(8)]
    tap.case("passwords are not tried for long", tries[0][0] == 401 and tries[-1][0] == 429 and int(tries[-1][1]["retry-after"]) > 0, [t[0] for t in tries])
    tap.case("not even the right one then", login(server, "amal", PASSWORD)[0] == 429)
    code = server.stop()
    tap.case("refusals are told without secrets", code == 0 and "401 POST /v1/session" in server.log and "429" in server.log and
             not any(s in server.log for s in (PASSWORD, token, cookie.split("=")[1], csrf, "wrong")), server.log)


def doors(tap, folder, store):
    """TLS of its own, and a proxy in front."""
    path = os.path.join(folder, "doors")
    isnad("serve", "--users", path, "--add-user", "amal:code", stdin=(PASSWORD + "\n").encode())
    server = Server(store, "--users", path, "--behind", "news.example")
    hosts = [login(server, "amal", PASSWORD, Host=h)[0] for h in ("evil.example", "news.example.evil.example", "news.example")]
    tap.case("behind a proxy its name alone is known", hosts == [421, 421, 200], hosts)
    through = {"Host": "news.example", "Origin": "https://news.example"}
    answer = login(server, "amal", PASSWORD, **through)
    tap.case("a session there is for TLS alone", answer[0] == 200 and "Secure" in answer[1]["set-cookie"], answer[1])
    tries = [login(server, "amal", "wrong", X_Forwarded_For=f"{i}.1.1.1, 10.0.0.7", **through)[0] for i in range(7)]
    other = login(server, "amal", PASSWORD, X_Forwarded_For="10.0.0.8", **through)[0]
    tap.case("tries count for who the proxy says, not for what is said to the proxy", tries[0] == 401 and tries[-1] == 429 and other == 200, (tries, other))
    server.stop()
    bare = isnad("serve", store, "--port", "0", "--behind", "news.example", check=False)
    tap.case("a proxy needs users", bare.returncode == 2 and b"--users" in bare.stderr, bare.stderr)
    if not shutil.which("openssl"):
        tap.skip("TLS", "no openssl to make a certificate with")
        return
    cert, key = os.path.join(folder, "cert.pem"), os.path.join(folder, "key.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-keyout", key, "-out", cert,
                    "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"], check=True, capture_output=True)
    server = Server(store, "--users", path, "--cert", cert, "--key", key)
    tap.case("the address says so", server.address.startswith("https://127.0.0.1:"), server.address)
    context = ssl.create_default_context(cafile=cert)

    def secure(method, where, body=None, **headers):
        connection = http.client.HTTPSConnection("localhost", server.port, timeout=30, context=context)
        try:
            connection.request(method, where, body=body, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read(), connection
        finally:
            connection.close()
    told = secure("POST", "/v1/session", json.dumps({"name": "amal", "password": PASSWORD}).encode(), **{"Content-Type": "application/json"})
    cookie = (told[1]["Set-Cookie"] or "").split(";")[0]
    tap.case("TLS of its own", told[0] == 200 and "Secure" in told[1]["Set-Cookie"] and secure("GET", "/v1/events", Cookie=cookie)[0] == 200, told[:3])
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        old.maximum_version = ssl.TLSVersion.TLSv1_1
    try:
        with socket.create_connection(("127.0.0.1", server.port), timeout=10) as raw, old.wrap_socket(raw):
            weak = True
    except OSError:
        weak = False
    tap.case("no TLS that is broken", not weak)
    plain = server.raw(b"GET /v1 HTTP/1.1\r\nHost: localhost\r\n\r\n")
    tap.case("nothing is said without it", b"HTTP/1.1 200" not in plain, plain)
    server.stop()
    half = [isnad("serve", store, "--port", "0", *a, check=False).returncode for a in (("--cert", cert), ("--key", key), ("--cert", key, "--key", cert), ("--cert", cert, "--key", "absent"))]
    tap.case("half a certificate is none", half == [2, 2, 1, 1], half)


def refusals(tap, folder, store):
    run = lambda *a: isnad("serve", *a, check=False)  # noqa: E731
    beyond = run(store, "--listen", "0.0.0.0", "--port", "0")
    tap.case("beyond this machine only with users", beyond.returncode == 2 and b"--users" in beyond.stderr, beyond.stderr)
    absent = run(os.path.join(folder, "absent.db"))
    tap.case("a store that is not there is not made", absent.returncode == 1 and not os.path.exists(os.path.join(folder, "absent.db")), absent.stderr)
    alien = os.path.join(folder, "alien.db")
    with open(alien, "w") as file:
        file.write("no database" * 100)
    tap.case("nor is another file taken for one", run(alien).returncode == 1 and read(alien) == b"no database" * 100)
    tap.case("an address that is none", run(store, "--listen", "nowhere").returncode == 2)
    with open(os.path.join(folder, "broken"), "w") as file:
        file.write("amal\tcode\tshort\n")
    broken = run(store, "--users", os.path.join(folder, "broken"))
    tap.case("a file of users that is broken", broken.returncode == 1 and b"broken" in broken.stderr, broken.stderr)


def main():
    arguments()
    tap = Tap()
    if b"built without" in isnad("serve", "x", check=False).stderr:
        tap.skip("serve", "built without libmicrohttpd and libsodium")
        return tap.done()
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "news.db")
        isnad("code", "--quiet", "--store", store, SAMPLES)
        isnad("link", "--quiet", store)
        server = Server(store)
        described(tap, server, store)
        paging(tap, server)
        injection(tap, server, store)
        bodies(tap, server)
        sizes(tap, server)
        other_pages(tap, server)
        tags(tap, server, store)
        live(tap, server, store)
        reading(tap, server)
        work(tap, server, store)
        decisions(tap, server)
        reviews(tap, server)
        crowd(tap, server, store)
        tap.case("ends when it is told to", server.stop() == 0, server.log[-2000:])
        wanted = ["413 POST /v1/code", "421 GET /v1", "403 POST /v1/code", "400 GET /v1/events", "404 GET /"]
        tap.case("each refusal is told with its status, without query or body", all(w in server.log for w in wanted) and
                 not any(s in server.log for s in ("xxxx", "q=", "words=", "\x01")) and server.log.count(" from 127.0.0.1\n") == server.log.count("\n"), [w for w in wanted if w not in server.log] or server.log[:2000])
        held(tap, folder)
        ending(tap, store)
        slow(tap, folder, store)
        users(tap, folder, store)
        doors(tap, folder, store)
        refusals(tap, folder, store)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
