#!/usr/bin/env python3
"""`isnad watch` against a server of our own on the loopback that misbehaves in every way: what it fetches, what it
leaves alone, what it keeps, and what it says.

usage: tests/watch.py [BUILD]
"""
import base64
import email.utils
import gzip
import hashlib
import json
import os
import shutil
import signal
import socket
import sqlite3
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.sax.saxutils import escape

from harness import Tap, arguments

STORY = "قتل جنديان وأصيب ثلاثة آخرون في هجوم قرب كركوك، بحسب وزارة الدفاع العراقية، مساء أمس الأحد."
OTHER = "أعلنت الشرطة اعتقال خمسة مسلحين في البصرة أمس الأحد، وقالت إنها صادرت أسلحة وذخائر من منزلهم."




def page(title="مقتل جنديين قرب كركوك", text=STORY):
    return f"<html><head><meta charset=utf-8><title>{title}</title></head><body><h1>{title}</h1><div class=article-body><p>{text}</p></div></body></html>".encode()


def rss(*links, text=""):
    items = "".join(f"<item><title>عنوان {escape(link)}</title><link>{escape(link)}</link><pubDate>Fri, 10 Sep 2021 10:00:00 +0300</pubDate>"
                    f"<description>{text or OTHER}</description></item>" for link in links)
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>صحيفة</title>{items}</channel></rss>'.encode()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def send(self, body, status=200, kind="text/html; charset=utf-8", length=None, **more):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.server.requests.append((self.path, dict(self.headers)))
        try:
            answer = self.server.answers.get(self.path)
            if answer is None:
                self.send(b"gone", 404)
            elif isinstance(answer, bytes):
                self.send(answer, kind="application/rss+xml" if answer.startswith(b"<?xml") else "text/html; charset=utf-8")
            else:
                answer(self)
        except OSError:
            self.close_connection = True


def redirect(to, status=302):
    return lambda h: h.send(b"", status, Location=to)


def conditional(body, tag):
    """A body with an ETag; 304 where it is known."""
    def answer(h):
        if h.headers.get("If-None-Match") == tag:
            h.send_response(304)
            h.end_headers()
        else:
            h.send(body, kind="application/rss+xml" if body.startswith(b"<?xml") else "text/html; charset=utf-8", ETag=tag)
    return answer


def endless(h):
    h.send_response(200)
    h.send_header("Content-Type", "text/html")
    h.send_header("Transfer-Encoding", "chunked")
    h.end_headers()
    while True:
        h.wfile.write(b"1000\r\n" + b"x" * 4096 + b"\r\n")


def slow(h):
    h.send_response(200)
    h.send_header("Content-Type", "text/html")
    h.send_header("Content-Length", "100000")
    h.end_headers()
    for _ in range(600):
        if h.server.closing.wait(0.1):
            return
        h.wfile.write(b"x")
        h.wfile.flush()


def chunked(h):
    body = page()
    h.send_response(200)
    h.send_header("Content-Type", "text/html; charset=utf-8")
    h.send_header("Transfer-Encoding", "chunked")
    h.end_headers()
    for i in range(0, len(body), 50):
        piece = body[i:i + 50]
        h.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
    h.wfile.write(b"0\r\n\r\n")


def garbage(h):
    h.wfile.write(b"\x16\x03\x01 this is no HTTP\r\n\r\n")
    h.close_connection = True


def long_head(h):
    h.send(b"x", **{f"X-{i}": "y" * 4000 for i in range(40)})


class Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """That clients break off is what they are meant to do here."""


class Server:
    def __init__(self, answers=None, wrap=None):
        self.http = Quiet(("127.0.0.1", 0), Handler)
        self.http.answers, self.http.requests, self.http.closing = dict(answers or {}), [], threading.Event()
        if wrap:
            self.http.socket = wrap.wrap_socket(self.http.socket, server_side=True)
        self.port = self.http.server_address[1]
        threading.Thread(target=self.http.serve_forever, args=(0.05,), daemon=True).start()

    def url(self, path="", host="localhost"):
        return f"http://{host}:{self.port}{path}"

    def asked(self, path):
        return [headers for p, headers in self.http.requests if p == path]

    def close(self):
        self.http.closing.set()
        self.http.shutdown()
        self.http.server_close()


class Test:
    def __init__(self, folder):
        self.tap, self.folder, self.number, self.servers = Tap(), folder, 0, []

    def serve(self, answers, **more):
        server = Server(answers, **more)
        self.servers.append(server)
        return server

    def new_raw(self):
        self.number += 1
        return os.path.join(self.folder, f"raw{self.number}")

    def watch(self, *operands, raw=None, once=True, private=True, more=()):
        raw = raw or self.new_raw()
        args = [os.environ["ISNAD"], "watch", "--raw", raw, "--per-host", "0", *(["--once"] if once else []),
                *(["--allow-private"] if private else []), *more, *operands]
        done = subprocess.run(args, capture_output=True, timeout=120)
        records = [json.loads(line) for line in done.stdout.decode().splitlines()]
        return records, done.stderr.decode(), done.returncode

    def case(self, name, fine, got):
        records, said, code = got
        return self.tap.case(name, fine, f"exit {code}, {len(records)} records\n{said}\n" + "\n".join(json.dumps(r["document"], ensure_ascii=False) for r in records))

    # ---- what it does --------------------------------------------------------------------------------

    def round_of(self):
        body = page()
        s = self.serve({"/feed": rss("/a", "/b", "http://localhost:1/never"), "/a": body, "/b": page("اعتقال خمسة", OTHER)})
        opml = os.path.join(self.folder, "feeds.opml")
        with open(opml, "w") as file:
            file.write(f'<?xml version="1.0"?><opml version="2.0"><body><!-- <outline xmlUrl="http://localhost:1/x"/> --><outline text="a > b"><outline type="rss" text="x" xmlUrl="{s.url("/feed")}?a=1&amp;b=2"/>'
                       f'<outline xmlUrl=\'{s.url("/feed")}\'/></outline></body></opml>')
        raw, db = self.new_raw(), os.path.join(self.folder, "news.db")
        got = self.watch(opml, raw=raw, more=["--store", db])
        records, said, _ = got
        urls = sorted(r["document"]["url"] for r in records)
        self.case("OPML, two feeds of one list, pages once", len(s.asked("/a")) == 1 and len(s.asked("/feed?a=1&b=2")) == 1 and s.url("/a") in urls and s.url("/b") in urls, got)
        first = [r for r in records if r["document"]["url"] == s.url("/a")]
        self.case("a page is coded as the page", first and first[0]["document"]["published"]["start"] == "2021-09-10" and first[0]["claims"]
                  and first[0]["document"]["id"] == hashlib.sha256(body).hexdigest(), got)
        rows = sqlite3.connect(db).execute("SELECT count(*) FROM articles").fetchone()[0]
        self.case("what is coded stands in the store", rows == len(records) > 1, got)
        archive = [n for n in os.listdir(raw) if n.endswith(".warc.zst")]
        again = subprocess.run([os.environ["ISNAD"], "code", "--published", "2021-09-10", os.path.join(raw, archive[0])], capture_output=True)
        rest = [json.loads(line) for line in again.stdout.splitlines()]
        mine = [r for r in records if "/feed" not in r["document"]["source"]]
        shape = lambda rs: sorted((r["document"]["source"], r["document"]["id"], len(r["claims"])) for r in rs)
        self.tap.case("the raw folder gives the same articles again", again.returncode == 0 and shape(rest) == shape(mine) and len(rest) == 2, again.stderr.decode() + f"{shape(rest)} {shape(mine)}")
        s.close()
        got = self.watch(opml, raw=raw)
        self.case("a server that is gone", got[2] == 1 and "connect" in got[1], got)

    def only_changes(self):
        feed = rss("/a")
        s = self.serve({"/feed": conditional(feed, '"1"'), "/a": conditional(page(), '"p"')})
        raw = self.new_raw()
        self.watch(s.url("/feed"), raw=raw)
        got = self.watch(s.url("/feed"), raw=raw)
        self.case("a feed that has not changed: 304", got[2] == 0 and not got[0] and s.asked("/feed")[1].get("If-None-Match") == '"1"' and len(s.asked("/a")) == 1, got)
        s.http.answers["/feed"] = conditional(rss("/a", text=STORY), '"2"')
        got = self.watch(s.url("/feed"), raw=raw)
        self.case("an entry that changed: its page asked for, and 304", got[2] == 0 and not got[0] and len(s.asked("/a")) == 2 and s.asked("/a")[1].get("If-None-Match") == '"p"', got)
        s.http.answers.update({"/feed": conditional(rss("/a", text=STORY + " "), '"3"'), "/a": page(text=OTHER)})
        got = self.watch(s.url("/feed"), raw=raw)
        self.case("a page that changed is coded again", len(got[0]) == 1, got)
        modified = email.utils.formatdate(1600000000, usegmt=True)
        s.http.answers["/m"] = lambda h: h.send(b"", 304) if h.headers.get("If-Modified-Since") == modified else h.send(rss("/b"), Last_Modified=modified)
        s.http.answers["/b"] = page()
        self.watch(s.url("/m"), raw=raw)
        got = self.watch(s.url("/m"), raw=raw)
        self.case("Last-Modified", got[2] == 0 and s.asked("/m")[1].get("If-Modified-Since") == modified, got)

    def packings(self):
        packed = lambda body, how: lambda h: h.send(body, Content_Encoding=how)
        s = self.serve({"/feed": rss("/gz", "/chunked", "/bomb", "/half", "/odd"), "/gz": packed(gzip.compress(page()), "gzip"), "/chunked": chunked,
                        "/bomb": packed(gzip.compress(b" " * (64 << 20), 9), "gzip"), "/half": packed(gzip.compress(page())[:-20], "gzip"), "/odd": packed(page()[1:], "zip9")})
        got = self.watch(s.url("/feed"))
        by = {r["document"]["url"]: r for r in got[0]}
        self.case("gzip and chunks", all(by.get(s.url(p)) and by[s.url(p)]["document"]["title"]["text"] == "مقتل جنديين قرب كركوك" for p in ("/gz", "/chunked")), got)
        self.case("a gzip bomb, a torn body, an unknown packing are told", all(w in got[1] for w in ("too large when unpacked", "end too early", "not known (Content-Encoding)")), got)
        self.case("then the feed's own words are coded", len(got[0]) == 5 and by[s.url("/bomb")]["document"]["title"]["text"].startswith("عنوان"), got)

    def sitemaps(self):
        """An index, its sitemaps with headlines and without; what is old is left alone."""
        today, old = time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime()), "2019-01-01"
        entry = lambda url, when: f"<url><loc>{url}</loc><lastmod>{when}</lastmod></url>"
        xml = lambda root, inner: f'<?xml version="1.0"?><{root}>{inner}</{root}>'.encode()
        news = lambda *names: xml("urlset", "".join(f"<url><loc>{n}</loc><news:news><news:title>عنوان {n}</news:title><news:publication_date>2021-09-10</news:publication_date></news:news></url>" for n in names))
        index = lambda when: xml("sitemapindex", "".join(f"<sitemap><loc>{n}</loc>{f'<lastmod>{d}</lastmod>' if d else ''}</sitemap>"
                                                         for n, d in (("/news.xml", ""), ("/posts.xml", when), ("/2019.xml", old), ("/deeper.xml", today))))
        s = self.serve({"/index.xml": conditional(index(today), '"i"'), "/news.xml": conditional(news("/a"), '"n"'), "/deeper.xml": index(today),
                        "/posts.xml": xml("urlset", entry("/b", today) + entry("/old", old) + "<url><loc>/unknown</loc></url>"), **{p: page() for p in ("/a", "/b", "/c")}})
        raw = self.new_raw()
        got = self.watch(s.url("/index.xml"), raw=raw)
        asked = sorted({p for p, _ in s.http.requests} - {"/robots.txt"})
        self.case("an index of sitemaps", asked == ["/a", "/b", "/deeper.xml", "/index.xml", "/news.xml", "/posts.xml"] and len(got[0]) == 2, got)
        self.case("an index in an index is told", got[2] == 0 and "/deeper.xml: an index within an index; not followed" in got[1], got)
        dates = {r["document"]["url"]: r["document"]["published"]["start"] for r in got[0]}
        self.case("a change is no day of publication", dates == {s.url("/a"): "2021-09-10", s.url("/b"): None}, got)
        s.http.answers["/news.xml"] = conditional(news("/a", "/c"), '"n2"')
        got = self.watch(s.url("/index.xml"), raw=raw)
        self.case("what it names changes while it stays: only what is new is asked for", [r["document"]["url"] for r in got[0]] == [s.url("/c")] and len(s.asked("/index.xml")) == 2
                  and len(s.asked("/a")) == len(s.asked("/posts.xml")) == 1 and s.asked("/news.xml")[1].get("If-None-Match") == '"n"', got)
        s.http.answers["/gone.xml"] = xml("sitemapindex", f"<sitemap><loc>/404.xml</loc><lastmod>{today}</lastmod></sitemap>")
        got = self.watch(s.url("/gone.xml"), raw=raw)
        self.case("a sitemap that is gone", got[2] == 1 and "/404.xml: HTTP status 404" in got[1] and not got[0], got)
        s.http.answers["/many.xml"] = xml("sitemapindex", "".join(f"<sitemap><loc>/m{i}.xml</loc></sitemap>" for i in range(130)))
        s.http.answers.update({f"/m{i}.xml": news() for i in range(130)})
        got = self.watch(s.url("/many.xml"), raw=raw)
        self.case("no more than 100 of an index; sitemaps may be empty", got[2] == 0 and sum(p.startswith("/m") and p != "/many.xml" for p, _ in s.http.requests) == 100, got)

    def json_feeds(self):
        item = lambda url: {"id": url, "url": url, "title": "عنوان", "content_text": OTHER, "date_published": "2021-09-10T10:00:00Z"}
        feed = lambda *urls: lambda h: h.send(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "صحيفة", "items": [item(u) for u in urls]}).encode(), kind="application/feed+json")
        s = self.serve({"/feed": feed("/a", "/gone"), "/a": page()})
        got = self.watch(s.url("/feed"))
        by = {r["document"]["url"]: r["document"] for r in got[0]}
        self.case("JSON Feed", got[2] == 1 and set(by) == {s.url("/a"), s.url("/gone")} and by[s.url("/a")]["title"]["text"] == "مقتل جنديين قرب كركوك"
                  and by[s.url("/gone")]["title"]["text"] == "عنوان", got)

    # ---- what it suffers -------------------------------------------------------------------------------

    def limits(self):
        s = self.serve({"/feed": rss("/endless", "/slow", "/short", "/garbage", "/head", "/pdf", "/fine"), "/endless": endless, "/slow": slow,
                        "/short": lambda h: (h.send(page(), length=100000), setattr(h, "close_connection", True)), "/garbage": garbage, "/head": long_head,
                        "/pdf": lambda h: h.send(b"%PDF", kind="application/pdf"), "/fine": page()})
        got = self.watch(s.url("/feed"), more=["--timeout", "2", "--max-bytes", "200000"])
        for name, words in (("an endless answer", "/endless: larger than 200000 bytes"), ("a slow one", "/slow: no whole answer in time"), ("one that is cut off", "before its length"),
                            ("one that is no HTTP", "/garbage: "), ("a head without end", "/head: "), ("what is no page", "/pdf: is no page")):
            self.case(name, words in got[1], got)
        self.case("all others are read", any(r["document"]["url"] == s.url("/fine") and r["claims"] for r in got[0]) and got[2] == 1, got)

    def redirects(self):
        s = self.serve({"/feed": redirect("/feed2", 301), "/feed2": rss("/loop", "/far", "/file", "/private", "/six", "/named", "/number", "/mapped"), "/loop": redirect("/loop"), "/far": redirect("/page"),
                        "/page": page(), "/file": redirect("file:///etc/passwd")})
        secret = self.serve({"/secret": page(), "/robots.txt": b"User-agent: *\nAllow: /\n"})
        s.http.answers.update({"/private": redirect(secret.url("/secret", "127.0.0.1")), "/six": redirect(f"http://[::1]:{secret.port}/secret"), "/named": redirect(secret.url("/secret")),
                               "/number": redirect(secret.url("/secret", "2130706433")), "/mapped": redirect(f"http://[::ffff:127.0.0.1]:{secret.port}/secret")})
        got = self.watch(s.url("/feed"))
        self.case("a feed and a page that have moved", any(r["document"]["url"] == s.url("/page") for r in got[0]), got)
        self.case("a loop", "/loop: redirected more than 6 times" in got[1] and len(s.asked("/loop")) == 7, got)
        self.case("another protocol", "/file: redirected to what is no address of http or https: file:///etc/passwd" in got[1], got)
        self.case("none to a private address", got[1].count("of a private network") == 5 and not secret.http.requests, got)
        got = self.watch(s.url("/feed"), private=False)
        self.case("no private address at all, unless allowed", "of a private network" in got[1] and got[2] == 1 and not got[0], got)

    def manners(self):
        robots = b"User-agent: other\nDisallow: /\n\nUser-agent: Isnad\nUser-agent: x\nDisallow: /closed\nAllow: /closed/but\nDisallow: /*.php$\nDisallow: /%D8%B3%D8%B1\n\nUser-agent: *\nDisallow: /\n"
        s = self.serve({"/robots.txt": robots, "/feed": rss("/open", "/closed/x", "/closed/but/y", "/a.php", "/a.php?x", "/سر/1"),
                        **{p: page() for p in ("/open", "/closed/x", "/closed/but/y", "/a.php", "/a.php?x", "/%D8%B3%D8%B1/1")}})
        got = self.watch(s.url("/feed"))
        asked = {p for p, _ in s.http.requests}
        self.case("robots.txt", asked == {"/robots.txt", "/feed", "/open", "/closed/but/y", "/a.php?x"} and got[1].count("asks not to") == 3 and len(s.asked("/robots.txt")) == 1, got)
        agent = s.asked("/feed")[0].get("User-Agent", "")
        self.case("it says who it is", agent.startswith("isnad/"), got)
        down = self.serve({"/robots.txt": lambda h: h.send(b"", 503), "/feed": rss("/a")})
        got = self.watch(down.url("/feed"))
        self.case("a robots.txt that cannot be had keeps away", got[2] == 1 and "robots.txt: HTTP status 503" in got[1] and not down.asked("/feed"), got)
        busy = self.serve({"/feed": lambda h: h.send(b"", 429, Retry_After="3000"), "/feed2": rss("/a"), "/a": page()})
        raw = self.new_raw()
        first = self.watch(busy.url("/feed"), raw=raw)
        second = self.watch(busy.url("/feed2"), raw=raw)
        self.case("429 with Retry-After", "left alone for 3000 seconds" in first[1] and "left alone" in second[1] and not busy.asked("/feed2"), second)
        kept = self.serve({"/robots.txt": b"User-agent: *\nDisallow: /closed\n", "/feed": rss("/a"), "/a": page(), "/closed": page()})
        raw = self.new_raw()
        self.watch(kept.url("/feed"), raw=raw)
        kept.http.answers["/feed"] = rss("/closed")
        got = self.watch(kept.url("/feed"), raw=raw)
        self.case("robots.txt is kept between runs", len(kept.asked("/robots.txt")) == 1 and len(kept.asked("/feed")) == 2 and not kept.asked("/closed") and "asks not to" in got[1], got)
        folder = os.path.join(raw, "robots")
        path = os.path.join(folder, os.listdir(folder)[0])
        with open(path, "rb") as file:
            site, rules = file.read().split(b"\t")[0], b"User-agent: *\nDisallow: /\n"
        for name, head, asked in (("one that has grown old is asked for again", site + b"\t%d\n" % (time.time() - 1), 2), ("one of another site is not believed", b"http://x\t%d\n" % (time.time() + 9999), 3),
                                  ("one that is torn is not believed", site[:7], 4)):
            with open(path, "wb") as file:
                file.write(head + (rules if b"\n" in head else b""))
            got = self.watch(kept.url("/feed"), raw=raw)
            self.case(name, len(kept.asked("/robots.txt")) == asked and got[2] == 0, got)
        failing = self.serve({"/feed": lambda h: h.send(b"", 500)})
        raw = self.new_raw()
        self.watch(failing.url("/feed"), raw=raw)
        got = self.watch(failing.url("/feed"), raw=raw)
        self.case("a feed that fails is left alone for a time", len(failing.asked("/feed")) == 1, got)

    def tls(self):
        plain = self.serve({"/feed": rss("/a")})
        got = self.watch(f"https://localhost:{plain.port}/feed")
        self.case("TLS that is none", got[2] == 1 and not plain.asked("/feed"), got)
        key, cert = os.path.join(self.folder, "key.pem"), os.path.join(self.folder, "cert.pem")
        made = shutil.which("openssl") and subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-keyout", key, "-out", cert, "-days", "2"], capture_output=True).returncode == 0
        if not made:
            self.tap.skip("a certificate that nobody signed", "no openssl to make one")
            return
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(cert, key)
        s = self.serve({"/feed": rss("/a")}, wrap=context)
        got = self.watch(f"https://localhost:{s.port}/feed")
        self.case("a certificate that nobody signed", got[2] == 1 and "certificate" in got[1].lower() + "certificate" * ("peer" in got[1].lower()) and not s.asked("/feed"), got)

    def lists(self):
        path = os.path.join(self.folder, "list.txt")
        s = self.serve({"/feed": rss("/a"), "/a": page(), "/html": page(), "/cdata": '<?xml version="1.0"?><rss><channel><item><title>خبر</title><description><![CDATA[<p>'.encode() + STORY.encode() + b"</p>]]></description></item></channel></rss>"})
        with open(path, "w") as file:
            file.write(f"# feeds\n\n  {s.url('/feed')}\n")
        got = self.watch(path)
        self.case("an address a line", len(got[0]) == 1 and got[2] == 0, got)
        got = self.watch(s.url("/cdata"))
        self.case("an entry without an address", len(got[0]) == 1 and got[0][0]["claims"] and got[2] == 0, got)
        got = self.watch(s.url("/html"))
        self.case("a page in the place of a feed", "no entries" in got[1] and got[2] == 1, got)
        with open(path, "w") as file:
            file.write("feeds\n")
        got = self.watch(path)
        self.case("a list that is none", f"{path}:1: no address" in got[1] and got[2] == 1, got)
        got = self.watch("ftp://localhost/x")
        self.case("a file that is not there", got[2] == 1 and "No such file" in got[1], got)

    def goes_on(self):
        """Killed at any moment, it goes on: each article once in the store, and a raw folder that can be read."""
        names = [f"/p{i}" for i in range(30)]
        s = self.serve({"/feed": rss(*names), **{n: page(f"مقتل جنديين {n}") for n in names}})
        raw, db = self.new_raw(), os.path.join(self.folder, "killed.db")
        args = [os.environ["ISNAD"], "watch", "--quiet", "--raw", raw, "--per-host", "0", "--once", "--allow-private", "--store", db, s.url("/feed")]
        for i in range(6):
            process = subprocess.Popen(args, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(0.03 + 0.02 * i)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
            for name in os.listdir(raw) if os.path.isdir(raw) else []:
                if name.endswith(".zst") and i == 3:
                    with open(os.path.join(raw, name), "ab") as file:
                        file.write(base64.b64decode("KLUv/QRYSQIA"))  # a torn frame
        s.http.answers["/feed"] = rss(*names, "/p0?x")  # so that the feed is read again
        last = subprocess.run(args, capture_output=True)
        rows = sqlite3.connect(db).execute("SELECT count(*), count(DISTINCT url) FROM articles WHERE url NOT LIKE '%?x'").fetchone()
        self.tap.case("killed, it goes on", rows == (30, 30), f"{rows} {last.stderr.decode()}")
        again = subprocess.run([os.environ["ISNAD"], "code", "--quiet", raw], capture_output=True)
        self.tap.case("the raw folder is whole", again.returncode == 0 and again.stdout.count(b"\n") >= 30, again.stderr.decode())

    def stays(self):
        """Without --once it asks again, and ends by a signal."""
        s = self.serve({"/feed": rss("/a"), "/a": page()})
        process = subprocess.Popen([os.environ["ISNAD"], "watch", "--raw", self.new_raw(), "--per-host", "0", "--interval", "1", "--allow-private", s.url("/feed")], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        until = time.monotonic() + 60
        while len(s.asked("/feed")) < 3 and time.monotonic() < until:
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        out, said = process.communicate(timeout=60)
        self.tap.case("it stays and asks again", len(s.asked("/feed")) >= 3 and len(s.asked("/a")) == 1 and out.count(b"\n") == 1, said.decode())
        self.tap.case("it ends by a signal", process.returncode == 0, said.decode())


def main():
    arguments()
    said = subprocess.run([os.environ["ISNAD"], "watch", "--raw", os.devnull, "http://localhost:1/"], capture_output=True).stderr
    if b"without libcurl" in said:
        print("1..0 # SKIP built without libcurl")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        test = Test(folder)
        try:
            for part in (test.round_of, test.only_changes, test.packings, test.sitemaps, test.json_feeds, test.limits, test.redirects, test.manners, test.tls, test.lists, test.goes_on, test.stays):
                part()
        finally:
            for server in test.servers:
                server.close()
        return test.tap.done()


if __name__ == "__main__":
    sys.exit(main())
