#!/usr/bin/env python3
"""isnad publish and isnad worker on a NATS server of its own, on the loopback: what comes out of the stream is what a run
on one machine makes; whatever is killed, each article is stored once; what cannot be coded is told, kept, and put back.

ARTICLES=5000 takes more of them.

usage: tests/stream.py [BUILD]
"""
import contextlib
import glob
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from harness import SOURCE, Tap, arguments, isnad, read

ARTICLES = int(os.environ.get("ARTICLES", "500"))
SERVER = shutil.which("nats-server", path=os.environ.get("PATH", "") + ":/usr/sbin")
SAMPLES = os.path.join(SOURCE, "samples")


def until(what, seconds=60):
    """Waits until it is true; what it was."""
    end = time.monotonic() + seconds
    while not (value := what()) and time.monotonic() < end:
        time.sleep(0.02)
    return value


def free_ports(n):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(n)]
    ports = [s.getsockname()[1] for s in sockets]
    for s in sockets:
        s.close()
    return ports


class Nats:
    """A server with JetStream in a folder; `routes`: those of a cluster, of which its own is `cluster`."""

    def __init__(self, folder, name="one", port=None, cluster=None, routes=(), config=""):
        self.folder, self.name = os.path.join(folder, name), name
        self.port = port or free_ports(1)[0]
        os.makedirs(self.folder, exist_ok=True)
        text = f"server_name: {name}\nlisten: 127.0.0.1:{self.port}\njetstream {{ store_dir: {json.dumps(self.folder)} }}\n{config}\n"
        if cluster:
            text += f"cluster {{ name: test, listen: 127.0.0.1:{cluster}, routes: [{', '.join(f'nats://127.0.0.1:{r}' for r in routes)}] }}\n"
        with open(os.path.join(self.folder, "conf"), "w", encoding="utf-8") as file:
            file.write(text)
        self.start()

    def start(self):
        with open(os.path.join(self.folder, "log"), "ab") as log:
            self.process = subprocess.Popen([SERVER, "-c", os.path.join(self.folder, "conf")], stdout=log, stderr=log)

    @property
    def url(self):
        return f"nats://127.0.0.1:{self.port}"

    def kill(self):
        self.process.kill()
        self.process.wait()

    def put(self, subject, payload):
        """A message as anybody could send it."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as s:
            s.sendall(b'CONNECT {"verbose":false}\r\nPUB %s %d\r\n%s\r\nPING\r\n' % (subject.encode(), len(payload), payload))
            while b"PONG" not in (got := s.recv(65536)) and got:
                pass


def command(what, server, *args):
    return [os.environ["ISNAD"], what, "--server", server if isinstance(server, str) else server.url, *args]


def run(what, server, *args):
    return subprocess.run(command(what, server, *args), capture_output=True, text=True)


class Worker:
    """A worker that runs, with its port."""

    def __init__(self, server, *args):
        self.process = subprocess.Popen(command("worker", server, "--listen", "0", *args), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()

    def ask(self, path):
        try:
            with urllib.request.urlopen(self.address + path, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def figure(self, name):
        with contextlib.suppress(OSError):
            return float(re.search(rf"^isnad_worker_{name} ([0-9.]+)$", self.ask("metrics")[1], re.M)[1])
        return 0

    def end(self, number):
        self.process.send_signal(number)
        said = self.process.communicate()[1]
        return self.process.returncode, said


def corpus(folder):
    """Articles that differ, a JSON object a line."""
    out = subprocess.run([sys.executable, os.path.join(SOURCE, "bench", "corpus.py"), str(3 * ARTICLES // 1000 + 1)], capture_output=True, check=True).stdout
    lines = out.splitlines(True)[:ARTICLES]
    path = os.path.join(folder, "corpus.jsonl")
    with open(path, "wb") as file:
        file.writelines(lines)
    return path, len(lines)


def events_of(store):
    isnad("link", "--quiet", store)
    return b"".join(isnad("export", "--format", "csv", "--table", table, store) for table in ("events", "claims", "counts", "sources"))


def articles_of(store):
    db = sqlite3.connect(store)
    table = "articles" if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'articles'").fetchone() else "article"
    return db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def sources_of(store):
    """Of the articles, as they came into the store."""
    return [row[0] for row in sqlite3.connect(store).execute("SELECT source FROM article ORDER BY id")]


def single(folder, *inputs):
    """What one run on this machine makes of the same."""
    store = os.path.join(folder, f"single-{len(inputs[0])}.db")
    subprocess.run([os.environ["ISNAD"], "code", "--quiet", "--store", store, *inputs], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return store


def test_round(tap, nats, folder, path, total, want):
    store = os.path.join(folder, "round.db")
    first = run("publish", nats, path)
    tap.case("all articles are published", first.returncode == 0 and f"{total} articles published, 0 of them known" in first.stderr, first.stderr)
    again = run("publish", nats, path)
    tap.case("what is published again is known", f"{total} articles published, {total} of them known" in again.stderr, again.stderr)
    done = run("worker", nats, "--store", store, "--once")
    tap.case("and coded once", done.returncode == 0 and f"{total} articles coded" in done.stderr, done.stderr)
    with open(path, encoding="utf-8") as file:
        given = [json.loads(line)["id"] for line in file]
    tap.case("in the order of the stream, though it codes while it stores", sources_of(store) == given)
    tap.case("events, claims, counts and sources are those of one machine, byte for byte", events_of(store) == want)


def test_ids(tap, nats, folder):
    """What the store tells apart, the stream does; what is one in the store is one in the stream."""
    path, store = os.path.join(folder, "ids.jsonl"), os.path.join(folder, "ids.db")
    text = "قُتل جنديان في هجوم قرب كركوك."
    rows = [{"outlet": "a.example", "published": "2016-01-05"}, {"outlet": "b.example", "published": "2016-01-05"},
            {"outlet": "a.example", "published": "2016-01-06"}, {"published": "2016-01-05"}, {}, {"url": "https://c.example/1"}]
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": text, **row}) + "\n" for row in rows)
    sent = run("publish", nats, "--stream", "IDS", path)
    run("worker", nats, "--stream", "IDS", "--store", store, "--once")
    tap.case("one text of two papers, or of two days, is two articles", "6 articles published, 1 of them known" in sent.stderr, sent.stderr)
    tap.case("as it is on one machine", articles_of(store) == 5 and events_of(store) == events_of(single(folder, path)), articles_of(store))


def test_inputs(tap, nats, folder):
    """Files with their .meta, a page in another encoding, a table: bytes and what is known beside them arrive whole."""
    inputs = os.path.join(folder, "inputs")
    shutil.copytree(SAMPLES, inputs)
    text = read(sorted(glob.glob(os.path.join(SAMPLES, "*.txt")))[0]).decode()
    head, _, body = text.partition("\n")
    page = f"<html><head><meta charset=windows-1256><title>{head}</title></head><body><article><h1>{head}</h1>{''.join(f'<p>{p}</p>' for p in body.split(chr(10)) if p)}</article></body></html>"
    with open(os.path.join(inputs, "page.html"), "wb") as file:
        file.write(page.encode("windows-1256", errors="ignore"))
    with open(os.path.join(inputs, "page.meta"), "w", encoding="utf-8") as file:
        file.write("published=2015-03-02\nurl=https://example.org/a\"b\n")
    with open(os.path.join(inputs, "table.csv"), "w", encoding="utf-8") as file:
        file.write('id,title,text,published,outlet\n7,"عنوان ""بين"" علامتين","قُتل جنديان في هجوم قرب كركوك.",2016-01-05,example.org\n')
    store = os.path.join(folder, "inputs.db")
    options = ("--stream", "INPUTS")
    sent = run("publish", nats, *options, inputs)
    done = run("worker", nats, *options, "--store", store, "--once")
    tap.case("articles of all kinds are published and coded", sent.returncode == 0 and done.returncode == 0, sent.stderr + done.stderr)
    tap.case("and are what a run on one machine makes of them", events_of(store) == events_of(single(folder, inputs)))


def test_killed(tap, nats, folder, path, total, want):
    store = os.path.join(folder, "killed.db")
    options = ("--stream", "KILLED", "--store", store, "--ack-wait", "2", "--batch", "20")
    run("publish", nats, "--stream", "KILLED", path)
    killed = 0
    for _ in range(3):
        worker = Worker(nats, *options)
        until(lambda w=worker: w.figure("articles_total") > 0)
        killed += worker.process.poll() is None
        worker.end(signal.SIGKILL)
    tap.case("three workers were killed at work", killed == 3)
    tap.case("not all was done then", articles_of(store) < total)
    others = [subprocess.Popen(command("worker", nats, *options, "--once"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [other.communicate()[1] for other in others]
    tap.case("two others end the work together", all(other.returncode == 0 for other in others), "\n".join(said))
    tap.case("what the dead had in hand was given out again", sum(int(re.search(r"(\d+) given out before", s)[1]) for s in said) > 0, "\n".join(said))
    tap.case("each article is stored once, as on one machine", articles_of(store) == total and events_of(store) == want)


def test_drained(tap, nats, folder, path, total, want):
    store = os.path.join(folder, "drained.db")
    options = ("--stream", "DRAINED", "--store", store, "--ack-wait", "600", "--batch", "50")
    run("publish", nats, "--stream", "DRAINED", path)
    worker = Worker(nats, *options)
    until(lambda: worker.figure("articles_total") > 0)
    code, said = worker.end(signal.SIGTERM)
    first = int(re.search(r"(\d+) articles coded", said)[1])
    tap.case("SIGTERM ends a worker in order, before all is done", code == 0 and 0 < first < total, said)
    tap.case("what it confirmed is in the store", articles_of(store) == first, articles_of(store))
    rest = run("worker", nats, *options, "--once")  # with --ack-wait 600 this would never end, had not the first given back what it had
    tap.case("it gave back the rest of its batch at once", f"{total - first} articles coded" in rest.stderr, rest.stderr)
    tap.case("together they have what one machine has", events_of(store) == want)


def test_health(tap, nats, folder):
    worker = Worker(nats, "--stream", "HEALTH", "--store", os.path.join(folder, "health.db"))
    tap.case("a worker says that it lives", worker.ask("healthz") == (200, "ok\n"), worker.ask("healthz"))
    status, text = worker.ask("metrics")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    names = [line.split()[0] for line in lines]
    tap.case("its metrics are lines of a name and a number, each with its type",
             status == 200 and len(names) == len(set(names)) >= 12 and all(re.fullmatch(r"isnad_worker_[a-z_]+ [0-9]+(\.[0-9]+)?", line) for line in lines) and
             all(f"# TYPE {name} " in text and f"# HELP {name} " in text for name in names), text)
    tap.case("other paths are not there", worker.ask("etc/passwd")[0] == 404)
    run("publish", nats, "--stream", "HEALTH", SAMPLES)
    number = len(glob.glob(os.path.join(SAMPLES, "*.txt")))
    tap.case("what is published later is coded at once", until(lambda: worker.figure("articles_total") == number), worker.ask("metrics")[1])
    nats.kill()
    tap.case("without a server it says that it is not well", until(lambda: worker.ask("healthz")[0] == 503), worker.ask("healthz"))
    nats.start()
    tap.case("and is well again when there is one", until(lambda: worker.ask("healthz")[0] == 200), worker.ask("healthz"))
    tap.case("it ends by SIGINT as well", worker.end(signal.SIGINT)[0] == 0)


def test_dead(tap, nats, folder):
    store = os.path.join(folder, "dead.db")
    stream = ("--stream", "DEAD")
    run("publish", nats, *stream, SAMPLES)
    number = len(glob.glob(os.path.join(SAMPLES, "*.txt")))
    bad = {b"no line": "no first line", b'{"as":"song"}\nla': "no known kind", b'{"as":}\nx': "no message of isnad publish", b"": "no first line",
           b'{"as":"text large","source":"escape"}\n../../../../etc/passwd': "no name of a large article",
           b'{"as":"text large","source":"absent"}\n' + b"0" * 64: "no --large folder"}
    for payload in bad:
        nats.put("DEAD.articles", payload)
    done = run("worker", nats, *stream, "--store", store, "--once", "--ack-wait", "2")
    tap.case("bad messages do not keep the good ones from being coded", done.returncode == 0 and f"{number} articles coded" in done.stderr and f"{len(bad)} to the dead" in done.stderr, done.stderr)
    listed = run("publish", nats, *stream, "--dead", "list")
    rows = [json.loads(line) for line in listed.stdout.splitlines()]
    tap.case("each lies among the dead with its reason", len(rows) == len(bad) and all(any(reason in row["reason"] for row in rows) for reason in bad.values()), listed.stdout)
    tap.case("what may come is waited for first", {row["source"]: row["deliveries"] for row in rows}.get("absent") == 3, listed.stdout)
    back = run("publish", nats, *stream, "--dead", "again")
    tap.case("the dead are put back", f"{len(bad)} articles put back" in back.stderr and run("publish", nats, *stream, "--dead", "list").stdout == "", back.stderr)
    done = run("worker", nats, *stream, "--store", store, "--once", "--tries", "1")
    tap.case("and die again of the same", f"{len(bad)} to the dead" in done.stderr, done.stderr)


def test_deadly(tap, nats, folder):
    """An article that ends the process that codes it, here by its size and the patience that is had with it."""
    large, store = os.path.join(folder, "large"), os.path.join(folder, "deadly.db")
    os.mkdir(large)
    text = "\n\n".join(read(path).decode() for path in sorted(glob.glob(os.path.join(SAMPLES, "*.txt"))))
    path = os.path.join(folder, "deadly.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text * (12_000_000 // len(text.encode())))
    stream = ("--stream", "DEADLY")
    refused = run("publish", nats, *stream, path)
    tap.case("an article larger than a message is refused, with the way out", refused.returncode == 1 and "--large DIR" in refused.stderr, refused.stderr)
    sent = run("publish", nats, *stream, "--large", large, path, SAMPLES)
    tap.case("which is a folder that the workers see too", sent.returncode == 0 and len(glob.glob(os.path.join(large, "??", "*"))) == 1, sent.stderr)
    options = (*stream, "--store", store, "--large", large, "--ack-wait", "2", "--patience", "1")
    worker = Worker(nats, *options)
    until(lambda: worker.figure("bytes_total") > 0)
    worker.end(signal.SIGKILL)
    done = run("worker", nats, *options, "--once")
    number = len(glob.glob(os.path.join(SAMPLES, "*.txt")))
    tap.case("what ended a worker and two tries is dead, and the others are coded", done.returncode == 0 and f"{number} articles coded" in done.stderr and "1 to the dead" in done.stderr, done.stderr)
    row = json.loads(run("publish", nats, *stream, "--dead", "list").stdout or "{}")
    tap.case("with the reason", "not coded in 1 seconds" in row.get("reason", ""), row)


def test_large(tap, nats, folder):
    """A page of two megabytes goes by the folder, and is what it is on one machine."""
    large, store = os.path.join(folder, "pages"), os.path.join(folder, "pages.db")
    os.mkdir(large)
    text = read(sorted(glob.glob(os.path.join(SAMPLES, "*.txt")))[1]).decode()
    page = os.path.join(folder, "heavy.html")
    with open(page, "w", encoding="utf-8") as file:
        file.write(f"<html><body><script>{'x=1;' * 500_000}</script><article>{''.join(f'<p>{p}</p>' for p in text.splitlines() if p)}</article></body></html>")
    options = ("--stream", "LARGE", "--large", large)
    sent = run("publish", nats, *options, page)
    done = run("worker", nats, *options, "--store", store, "--once")
    tap.case("a large page arrives by the folder", sent.returncode == 0 and "1 articles coded" in done.stderr, sent.stderr + done.stderr)
    tap.case("and is coded as it is elsewhere", events_of(store) == events_of(single(folder, page)))
    (file,) = glob.glob(os.path.join(large, "??", "*"))
    with open(file, "ab") as out:
        out.write(b" ")
    run("publish", nats, "--stream", "CHANGED", "--large", large, page)
    done = run("worker", nats, "--stream", "CHANGED", "--large", large, "--store", store, "--once")
    tap.case("a file that holds other bytes than its name says is not coded", "1 to the dead" in done.stderr and "other bytes" in done.stderr, done.stderr)


def test_full(tap, nats, folder, path, total):
    """A stream that is full refuses: who publishes waits until a worker has made room."""
    store = os.path.join(folder, "full.db")
    run("publish", nats, "--stream", "FULL", "--dead", "list")  # makes it, without a limit
    sender = subprocess.Popen(command("publish", nats, "--stream", "FULL", "--limit", "1", path), stderr=subprocess.PIPE, text=True)
    time.sleep(1)
    tap.case("who publishes into a full stream waits", sender.poll() is None)
    worker = Worker(nats, "--stream", "FULL", "--store", store)
    said = sender.communicate()[1]
    sent_again = int(re.search(r"(\d+) sent again", said)[1])
    tap.case("and ends when a worker has made room", sender.returncode == 0 and f"{total} articles published" in said and 0 < sent_again < 100 * total, said)
    tap.case("with nothing lost", until(lambda: worker.figure("articles_total") == total), worker.ask("metrics")[1])
    worker.end(signal.SIGTERM)


def test_no_server(tap, folder):
    (port,) = free_ports(1)
    here = f"nats://127.0.0.1:{port}"
    sent = run("publish", here, "--timeout", "1", SAMPLES)
    tap.case("without a server, publish says so", sent.returncode == 1 and here in sent.stderr, sent.stderr)
    secret = run("publish", here.replace("//", "//reader:secret@"), "--timeout", "1", SAMPLES)
    tap.case("but not with whose password", here in secret.stderr and "secret" not in secret.stderr, secret.stderr)
    done = run("worker", here, "--timeout", "1", "--store", os.path.join(folder, "none.db"))
    tap.case("and so does a worker", done.returncode == 1 and here in done.stderr, done.stderr)
    bad = run("worker", here, "--store", "x.db", "--stream", "a.b")
    tap.case("a stream's name is looked at", bad.returncode == 2 and "--stream" in bad.stderr, bad.stderr)


def test_cluster(tap, folder, path, total, want):
    """Three nodes that each keep the stream. Its leader, and a worker, are killed while articles are published."""
    ports, routes = free_ports(3), free_ports(3)
    nodes = [Nats(folder, f"node{i}", ports[i], routes[i], routes) for i in range(3)]
    servers = ",".join(node.url for node in nodes)
    store = os.path.join(folder, "cluster.db")
    stream = ("--stream", "CLUSTER", "--replicas", "3")
    options = (*stream, "--store", store, "--ack-wait", "3", "--batch", "20")
    try:
        first = run("publish", servers, *stream, SAMPLES)
        tap.case("a stream on three nodes takes articles", first.returncode == 0, first.stderr)
        worker, other = Worker(servers, *options), Worker(servers, *options)
        sender = subprocess.Popen(command("publish", servers, *stream, path), stderr=subprocess.PIPE, text=True)
        until(lambda: worker.figure("articles_total") + other.figure("articles_total") > 0)
        leader = leader_of(nodes)
        leader.kill()
        worker.end(signal.SIGKILL)
        said = sender.communicate()[1]
        tap.case(f"all is published though the leader ({leader.name}) was killed", sender.returncode == 0 and f"{total} articles published" in said, said)
        rest = run("worker", servers, *options, "--once")
        code, ended = other.end(signal.SIGTERM)
        tap.case("all is coded though a worker was killed", rest.returncode == 0 and code == 0, rest.stderr + ended)
        have = events_of(store)
        tap.case("each article is stored once, as on one machine", have == want, f"{articles_of(store)} articles in the store")
    finally:
        for node in nodes:
            node.kill()


def leader_of(nodes):
    """The node that leads the stream, by what it says of itself; the first where none does."""
    for node in nodes:
        text = read(os.path.join(node.folder, "log")).decode(errors="replace")
        if re.search(r"JetStream cluster new stream leader for '\$G > CLUSTER'", text):
            return node
    return nodes[0]


def main():
    arguments()
    tap = Tap()
    if SERVER is None:
        print("1..0 # SKIP there is no nats-server")
        return 0
    if "built without" in run("worker", "nats://127.0.0.1:1").stderr:
        print("1..0 # SKIP built without libnats")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path, total = corpus(folder)
        want = events_of(single(folder, path))
        with_samples = events_of(single(folder, path, SAMPLES))
        nats = Nats(folder)
        try:
            until(lambda: run("publish", nats, "--timeout", "30", SAMPLES).returncode == 0)
            run("worker", nats, "--store", os.path.join(folder, "first.db"), "--once")
            test_round(tap, nats, folder, path, total, want)
            test_ids(tap, nats, folder)
            test_inputs(tap, nats, folder)
            test_killed(tap, nats, folder, path, total, want)
            test_drained(tap, nats, folder, path, total, want)
            test_dead(tap, nats, folder)
            test_deadly(tap, nats, folder)
            test_large(tap, nats, folder)
            test_full(tap, nats, folder, path, total)
            test_health(tap, nats, folder)
            test_no_server(tap, folder)
        finally:
            nats.kill()
        test_cluster(tap, folder, path, total, with_samples)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
