#!/usr/bin/env python3
"""Three nodes of JetStream, PostgreSQL and two workers, all on the loopback: the stream's leader, a worker and the
database are killed while articles are published and coded, and a tenth of them is published again. Each article is
stored once, and the events, claims, counts and sources are those of one run of `isnad code`, byte for byte.

ARTICLES=200000 makes it the large run of docs/scale.md; its figures are told as comments. Of more than LINKED articles (20,000)
what is stored is compared row by row, and not linked: that is a matter of hours in PostgreSQL.

usage: tests/outage.py [BUILD]
"""
import contextlib
import hashlib
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

import backends
import stream
from harness import SOURCE, Tap, arguments, isnad

ARTICLES = int(os.environ.get("ARTICLES", "300"))
BATCH = max(20, min(200, ARTICLES // 30))
LINKED = int(os.environ.get("LINKED", "20000"))
STORED = {
    "claim": "c.type, c.event_type, c.mode, c.contexts, c.polarity, c.modality, c.anchor, c.anchor_start, c.anchor_end, c.date_start, c.date_end, "
             "c.date_precision, c.deadline_start, c.deadline_end, c.deadline_text, c.quoted, c.refers_to, c.evidence_start, c.evidence_end",
    "actor": "x.part, x.position, x.text, x.actor_id, x.name, x.country, x.sector, x.inter",
    "figure": 'x.what, x.low, x.best, x.high, x.quantity, x.harm_term, x.who, x.side, x.text, x."start", x."end", x.unit, x.rule',
    "place": "x.position, x.text, x.place_id, x.name, x.country, x.admin1, x.precision, x.basis",
    "link": "x.position, x.text, x.name, x.actor_id, x.role, x.channel, x.verb",
}
TABLES = ("events", "claims", "counts", "sources")


def corpus(path):
    """So many short articles that differ: files of all, of each half, and of the first tenth."""
    made = subprocess.run([sys.executable, os.path.join(SOURCE, "bench", "corpus.py"), "--short", str(ARTICLES * 6e-4 + 1)], capture_output=True, check=True)
    lines, seen = [], set()
    for line in made.stdout.splitlines(True):
        if line[17:] not in seen and len(lines) < ARTICLES:  # but for the id
            seen.add(line[17:])
            lines.append(line)
    parts = (lines, lines[:ARTICLES // 2], lines[ARTICLES // 2:], lines[:ARTICLES // 10])
    paths = [f"{path}-{name}.jsonl" for name in ("all", "first", "second", "tenth")]
    for name, part in zip(paths, parts):
        with open(name, "wb") as file:
            file.writelines(part)
    return paths


def hashes(store):
    """Of the tables as they are exported."""
    out = []
    for table in TABLES:
        with tempfile.TemporaryFile() as file:
            subprocess.run([os.environ["ISNAD"], "export", "--format", "csv", "--table", table, store], stdout=file, check=True)
            file.seek(0)
            out.append(hashlib.file_digest(file, "sha256").hexdigest() if hasattr(hashlib, "file_digest") else hashlib.sha256(file.read()).hexdigest())
    return out


def rows(execute):
    """A hash of the rows of each table, whatever their order; `execute` gives lines."""
    out = {}
    for table, columns in STORED.items():
        own = "" if table == "claim" else f"JOIN {table} x ON x.claim = c.id"
        lines = execute(f"SELECT a.ident, c.name, {columns} FROM article a JOIN record r ON r.article = a.id JOIN claim c ON c.record = r.id {own}")
        out[table] = (len(lines), hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest())
    return out


def rows_of_file(path):
    with contextlib.closing(sqlite3.connect(path)) as db:
        return rows(lambda sql: ["|".join("" if v is None else str(v) for v in row).replace("\n", " ") for row in db.execute(sql)])


def rows_of_server(server, store):
    """Line ends within a text are blanks, as in the other."""
    name = store.rsplit("/", 1)[1]
    return rows(lambda sql: [line.replace("\n", " ") for line in server.psql(name, f"\\pset recordsep '\\x1e'\nSET search_path = isnad;\n{sql};").rstrip("\n").split("\x1e") if line])


def linked(store):
    began = time.monotonic()
    isnad("link", "--quiet", "--jobs", "2", store)
    return time.monotonic() - began


class Watch(threading.Thread):
    """Adds up what the workers have confirmed, and notes how long nothing was."""

    def __init__(self):
        super().__init__(daemon=True)
        self.workers, self.counts, self.total, self.over = [], {}, 0, threading.Event()
        self.last, self.after, self.stalls = None, "nothing", {}

    def run(self):
        while not self.over.wait(0.05):
            for worker in list(self.workers):
                with contextlib.suppress(OSError):
                    self.counts[worker] = max(self.counts.get(worker, 0), int(worker.figure("articles_total")))
            now, total = time.monotonic(), sum(self.counts.values())
            if total > self.total:
                if self.last is not None:
                    self.stalls[self.after] = max(self.stalls.get(self.after, 0), now - self.last)
                self.total, self.last = total, now

    def reach(self, share, seconds=3600):
        return stream.until(lambda: self.total >= share * ARTICLES, seconds)


def outage(tap, folder, server, first, second, tenth):
    ports, routes = stream.free_ports(3), stream.free_ports(3)
    nodes = [stream.Nats(folder, f"node{i}", ports[i], routes[i], routes) for i in range(3)]
    servers = ",".join(node.url for node in nodes)
    store = server.store()
    options = ("--stream", "CLUSTER", "--replicas", "3", "--quiet")
    work = (*options, "--store", store, "--ack-wait", "5", "--batch", str(BATCH))
    watch = Watch()
    senders, began = [], time.monotonic()

    def start():
        watch.workers.append(stream.Worker(servers, *work))

    def send(file):
        senders.append(subprocess.Popen(stream.command("publish", servers, *options[:-1], file), stderr=subprocess.PIPE, text=True))

    try:
        isnad("link", "--quiet", store)  # makes the tables
        start()
        start()
        watch.start()
        send(first)
        watch.reach(0.1)
        leader = stream.leader_of(nodes)
        watch.after = "the leader"
        leader.kill()
        send(tenth)
        watch.reach(0.2)
        watch.after = "a worker"
        watch.workers[0].end(signal.SIGKILL)
        time.sleep(1)  # as systemd does
        start()
        watch.reach(0.3)
        watch.after = "the database"
        server.kill()
        leader.start()
        send(second)
        well = [stream.until(lambda w=w: w.ask("healthz") == (503, "no store\n"), 20) for w in watch.workers[1:]]
        before = watch.total
        server.run()
        tap.case("workers without a store say so, and live", all(well) and all(w.process.poll() is None for w in watch.workers[1:]))
        said = [sender.communicate()[1] for sender in senders]
        counts = [f"{n} articles published, {k} of them known" for n, k in ((ARTICLES // 2, 0), (ARTICLES // 10, ARTICLES // 10), (ARTICLES - ARTICLES // 2, 0))]
        tap.case(f"all is published though the leader ({leader.name}) was killed", all(s.returncode == 0 for s in senders), said)
        tap.case("a tenth of it again, which the stream knows", all(count in s for count, s in zip(counts, said)), said)
        stream.until(lambda: watch.total > before)
        rest = subprocess.run(stream.command("worker", servers, *work[:-2], "--batch", "20", "--once"), capture_output=True, text=True)
        tap.case("nothing is left in the stream", rest.returncode == 0, rest.stderr)
        passed = time.monotonic() - began
        watch.over.set()
        ends = [w.end(signal.SIGTERM) for w in watch.workers[1:]]
        tap.case("the others went on after the database was back", watch.total > before and all(code == 0 for code, _ in ends), ends)
        count = int(server.psql(store.rsplit("/", 1)[1], "SELECT count(*) FROM isnad.article"))
        tap.case("each article is stored once", count == ARTICLES, f"{count} of {ARTICLES}")
        options = ("--stream", "LATER", "--replicas", "3", "--quiet")
        stream.run("publish", servers, *options, tenth)
        again = stream.run("worker", servers, *options[:-1], "--store", store, "--once")
        count = int(server.psql(store.rsplit("/", 1)[1], "SELECT count(*) FROM isnad.record"))
        tap.case("what comes by a stream that does not know it is stored no second time", f"{ARTICLES // 10} articles coded" in again.stderr and count == ARTICLES, f"{count}: {again.stderr}")
        alone, options = server.store(), ("--stream", "ORDER", "--replicas", "3", "--quiet")
        stream.run("publish", servers, *options, tenth)
        stream.run("worker", servers, *options, "--store", alone, "--batch", "7", "--once")
        order = server.psql(alone.rsplit("/", 1)[1], "SELECT string_agg(source, ',' ORDER BY id) FROM isnad.article")
        with open(tenth, encoding="utf-8") as file:
            given = ",".join(json.loads(line)["id"] for line in file)
        tap.case("one worker with two connections stores in the order of the stream", order.strip() == given, f"{order}\n{given}")
        print(f"# {ARTICLES} articles published and stored in {passed:.0f} s, {ARTICLES / passed:.0f}/s", flush=True)
        print(f"# longest stalls after a kill: {', '.join(f'{what} {seconds:.1f} s' for what, seconds in watch.stalls.items())}", flush=True)
        return store
    finally:
        watch.over.set()
        for worker in watch.workers:
            worker.process.kill()
        for node in nodes:
            node.kill()


def main():
    arguments()
    tap = Tap()
    why = backends.lacking()
    if stream.SERVER is None or not shutil.which("runuser") or "+nats" not in isnad("version").decode() or why:
        print(f"1..0 # SKIP {why or 'there is no nats-server, or isnad was built without libnats'}")
        return 0
    with tempfile.TemporaryDirectory() as folder, backends.cluster(backends.SAFE) as server:
        path, *parts = corpus(os.path.join(folder, "articles"))
        store = outage(tap, folder, server, *parts)
        here = os.path.join(folder, "single.db")
        subprocess.run([os.environ["ISNAD"], "code", "--quiet", "--store", here, path], stdout=subprocess.DEVNULL, check=True)
        one, many = rows_of_file(here), rows_of_server(server, store)
        tap.case("claims, actors, figures, places and chains are stored as on one machine", one == many and one["claim"][0] > ARTICLES // 2, f"{one}\n{many}")
        if ARTICLES > LINKED:
            tap.skip("events", "so many articles are not linked here")
            return tap.done()
        print(f"# linked in {linked(here):.0f} s in a file, {linked(store):.0f} s in PostgreSQL", flush=True)
        tap.case("events, claims, counts and sources are those of one machine, byte for byte", hashes(here) == hashes(store), f"{hashes(here)} {hashes(store)}")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
