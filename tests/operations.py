#!/usr/bin/env python3
"""What docs/operations.md tells is done: certificates, three nodes and a database that ask for them; program and pack replaced
under a worker; backup, loss and restoring of both stores; an archive coded anew beside the old results.

usage: tests/operations.py [BUILD]
"""
import contextlib
import glob
import json
import os
import pwd
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile

import backends
import stream
from harness import SOURCE, Tap, arguments, isnad, read

SAMPLES = os.path.join(SOURCE, "samples")
FILES = sorted(glob.glob(os.path.join(SAMPLES, "*.txt")))
TABLES = ("events", "claims", "counts", "sources")


def said(*words, **more):
    run = subprocess.run(words, capture_output=True, text=True, **more)
    return run.returncode, run.stdout + run.stderr


def exported(store):
    return [isnad("export", "--format", "csv", "--table", table, store) for table in TABLES]


def made(store, *inputs):
    """A store of the inputs, linked."""
    isnad("code", "--quiet", "--store", store, *inputs)
    isnad("link", "--quiet", store)
    return exported(store)


# ---- the document ---------------------------------------------------------------------------------------------------


def test_document(tap):
    """Each option that a command of the document has is one of that command."""
    text = read(os.path.join(SOURCE, "docs", "operations.md")).decode()
    bad, seen = [], 0
    for block in re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S):
        for line in block.replace("\\\n", " ").splitlines():
            for command, rest in re.findall(r"\bisnad ([a-z]+)([^|;&]*)", line):
                known = said(os.environ["ISNAD"], "help", command)[1]
                options = re.findall(r"(?<=\s)--[a-z-]+", rest)
                seen += len(options)
                bad += [f"isnad {command} {option}" for option in options if option not in known]
    tap.case("the document's commands have options that there are", seen > 10 and not bad, bad)


# ---- certificates ---------------------------------------------------------------------------------------------------


class Secure(stream.Nats):
    """A node with deploy/nats/secure.conf, at other ports and paths."""

    def __init__(self, folder, keys, name, port, cluster, routes):
        self.folder, self.name, self.port = os.path.join(folder, name), name, port
        os.makedirs(self.folder)
        text = read(os.path.join(SOURCE, "deploy", "nats", "secure.conf")).decode()
        for old, new in (("server_name: node1", f"server_name: {name}"), ("0.0.0.0:4222", f"localhost:{port}"), ("0.0.0.0:6222", f"localhost:{cluster}"),
                         ("/var/lib/nats", self.folder), ("/etc/isnad/node1.", f"{keys}/localhost."), ("/etc/isnad", keys),
                         ('["nats://node1:6222", "nats://node2:6222", "nats://node3:6222"]', json.dumps([f"nats://localhost:{r}" for r in routes]))):
            assert old in text, old
            text = text.replace(old, new)
        with open(os.path.join(self.folder, "conf"), "w", encoding="utf-8") as file:
            file.write(text)
        self.start()

    @property
    def url(self):
        return f"nats://localhost:{self.port}"


def certificates(folder, *names):
    return said(os.path.join(SOURCE, "deploy", "tls", "certificates"), folder, *names)


def lock(server, keys):
    """PostgreSQL lets in who shows a certificate of his name, and nobody else by the network."""
    own = os.path.join(server.folder, "keys")
    shutil.copytree(keys, own)
    for path in (own, *glob.glob(own + "/*")):
        os.chown(path, pwd.getpwnam(server.user).pw_uid, -1)
    with open(os.path.join(server.data, "pg_hba.conf"), "w", encoding="ascii") as file:
        file.write("local all all trust\nhostssl all all 127.0.0.1/32 cert\nhostssl all all ::1/128 cert\n")
    for name, value in (("ssl_cert_file", f"{own}/localhost.pem"), ("ssl_key_file", f"{own}/localhost.key"), ("ssl_ca_file", f"{own}/ca.pem"), ("ssl", "on")):
        server.psql("postgres", f"ALTER SYSTEM SET {name} = '{value}'")
    server.psql("postgres", "SELECT pg_reload_conf(); CREATE ROLE worker LOGIN; CREATE DATABASE news OWNER worker TEMPLATE template_isnad")


def test_certificates(tap, folder, server):
    keys, others = os.path.join(folder, "keys"), os.path.join(folder, "others")
    code, words = certificates(keys, "localhost", "publisher")
    first = read(os.path.join(keys, "publisher.pem"))
    again, _ = certificates(keys, "localhost", "publisher", "worker", "guest")
    tap.case("certificates are made, and one that is there is kept", code == again == 0 and read(os.path.join(keys, "publisher.pem")) == first, words)
    tap.case("keys are for their owner alone", all(os.stat(path).st_mode & 0o077 == 0 for path in glob.glob(keys + "/*.key")))
    certificates(others, "worker")
    ports, routes = stream.free_ports(3), stream.free_ports(3)
    nodes = [Secure(folder, keys, f"secure{i}", ports[i], routes[i], routes) for i in range(3)]
    servers = ",".join(node.url for node in nodes)
    store = server and f"postgresql://worker@localhost:{server.port}/news?sslmode=verify-full&sslrootcert={keys}/ca.pem&sslcert={keys}/worker.pem&sslkey={keys}/worker.key"

    def options(name, folder=keys):
        return ("--replicas", "3", "--timeout", "60", "--ca", f"{keys}/ca.pem", "--cert", f"{folder}/{name}.pem", "--key", f"{folder}/{name}.key")

    try:
        sent = stream.run("publish", servers, *options("publisher"), *FILES)
        tap.case("three nodes take what comes with a certificate", sent.returncode == 0 and f"{len(FILES)} articles published" in sent.stderr, sent.stderr)
        local = os.path.join(folder, "secure.db")
        for name, extra in (("nothing", ()), ("the authority alone", ("--ca", f"{keys}/ca.pem")), ("a name that is no user", options("guest")[4:]),
                            ("a certificate of somebody else's", options("worker", others)[4:])):
            run = stream.run("worker", servers, "--timeout", "1", "--once", "--store", local, *extra)
            tap.case(f"who shows {name} has no way in", run.returncode == 1 and "coded" not in run.stderr, run.stderr)
        thief = stream.run("worker", servers, *options("publisher"), "--timeout", "2", "--once", "--store", local)
        tap.case("who may put in may not take out", thief.returncode == 1 and "0 articles coded" in thief.stderr, thief.stderr)
        if not store:
            tap.skip("a database that asks for a certificate", "there is no PostgreSQL")
            return
        lock(server, keys)
        bare = isnad("link", f"postgresql://worker@localhost:{server.port}/news", check=False)
        tap.case("a database asks for a certificate too", bare.returncode == 1 and b"certificate" in bare.stderr, bare.stderr)
        done = stream.run("worker", servers, *options("worker"), "--once", "--store", store)
        tap.case("a worker with one of its own codes into it", done.returncode == 0 and f"{len(FILES)} articles coded" in done.stderr, f"{done.returncode}: {done.stderr}")
        isnad("link", "--quiet", store)
        tap.case("what is stored by TLS is what is stored without", exported(store) == made(os.path.join(folder, "plain.db"), *FILES))
    finally:
        for node in nodes:
            node.kill()


# ---- another coder --------------------------------------------------------------------------------------------------


def other_pack(folder):
    """A pack whose knowledge differs."""
    rows = os.path.join(folder, "ar")
    shutil.copytree(os.path.join(SOURCE, "lang", "ar"), rows)
    with open(os.path.join(rows, "cues.tsv") if os.path.exists(os.path.join(rows, "cues.tsv")) else sorted(glob.glob(rows + "/*.tsv"))[0], "ab") as file:
        file.write(b"# another edition\n")
    path = os.path.join(folder, "other.pack")
    subprocess.run([os.environ["LANGC"], "--stems", "/usr/share/hunspell/ar", path, rows], check=True)
    return path


def knowledge(store):
    with contextlib.closing(sqlite3.connect(store)) as db:
        return dict(db.execute("SELECT knowledge, count(*) FROM record GROUP BY 1"))


def test_upgrade(tap, folder, nats, new):
    """Program and pack are replaced by a rename under a worker that runs; then it is asked to end, and the new one starts."""
    place, store = os.path.join(folder, "bin"), os.path.join(folder, "upgrade.db")
    os.mkdir(place)
    program, pack = os.path.join(place, "isnad"), os.path.join(place, "isnad-ar.pack")
    shutil.copy(os.environ["ISNAD"], program)
    shutil.copy(os.environ["ISNAD_PACK"], pack)
    args = ("--stream", "UPGRADE", "--store", store)
    with changed(ISNAD=program, ISNAD_PACK=""):
        stream.run("publish", nats, "--stream", "UPGRADE", *FILES[:3])
        old = stream.Worker(nats, *args)
        stream.until(lambda: old.figure("articles_total") == 3)
        for path, fresh in ((program, program), (pack, new)):
            shutil.copy(fresh, path + ".new")
            os.rename(path + ".new", path)
        stream.run("publish", nats, "--stream", "UPGRADE", *FILES[3:6])
        went_on = stream.until(lambda: old.figure("articles_total") == 6)
        young = stream.Worker(nats, *args)
        code, words = old.end(signal.SIGTERM)
        stream.run("publish", nats, "--stream", "UPGRADE", *FILES[6:])
        rest = len(FILES) - 6
        stream.until(lambda: young.figure("articles_total") == rest)
        young.end(signal.SIGTERM)
    tap.case("a worker goes on when program and pack are replaced, and ends in order", went_on and code == 0, words)
    counts = sorted(knowledge(store).values())
    tap.case("the next one codes by the new pack, and nothing is lost", counts == sorted((6, rest)) and stream.articles_of(store) == len(FILES), counts)


@contextlib.contextmanager
def changed(**values):
    before = dict(os.environ)
    os.environ.update(values)
    for name, value in values.items():
        if not value:
            del os.environ[name]
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def test_replay(tap, folder, nats, new):
    """An archive through a stream of its own: into another store, beside the old one; and into the same, as revisions."""
    old, beside, same = (os.path.join(folder, f"{name}.db") for name in ("old", "beside", "same"))
    before = made(old, *FILES)
    shutil.copy(old, same)
    stream.run("publish", nats, "--stream", "REPLAY", *FILES)
    done = stream.run("worker", nats, "--stream", "REPLAY", "--store", beside, "--pack", new, "--once")
    isnad("link", "--quiet", beside)
    with changed(ISNAD_PACK=new):
        want = made(os.path.join(folder, "want.db"), *FILES)
    tap.case("an archive is coded anew beside the old results", done.returncode == 0 and exported(beside) == want and exported(old) == before, done.stderr)
    stream.run("publish", nats, "--stream", "AGAIN", *FILES)
    stream.run("worker", nats, "--stream", "AGAIN", "--store", same, "--pack", new, "--once")
    isnad("link", "--quiet", same)
    counts = knowledge(same)
    with contextlib.closing(sqlite3.connect(same)) as db:
        newest = db.execute("SELECT DISTINCT r.revision FROM record r JOIN articles a ON a.id = r.article WHERE r.id = (SELECT max(id) FROM record WHERE article = r.article)").fetchall()
    tap.case("or in the same store: the old records stay, the new ones are what is asked for", sorted(counts.values()) == [len(FILES)] * 2 and newest == [(2,)], (counts, newest))
    tap.case("with the events and the ids that there were", exported(same) == before and isnad("export", "--format", "deletions", same) == isnad("export", "--format", "deletions", old))
    back = isnad("link", same)
    tap.case("linked once, it is linked", back == b"0 new claims, 0 events changed\n", back)


# ---- backup and loss ------------------------------------------------------------------------------------------------


def test_file(tap, folder):
    store, copy = os.path.join(folder, "news.db"), os.path.join(folder, "news.backup")
    want = made(store, *FILES[:-1])
    if shutil.which("sqlite3"):
        code, words = said("sqlite3", store, f".backup '{copy}'")
    else:
        with contextlib.closing(sqlite3.connect(store)) as a, contextlib.closing(sqlite3.connect(copy)) as b:
            a.backup(b)
        code, words = 0, ""
    tap.case("a store in a file is backed up", code == 0 and os.path.exists(copy), words)
    isnad("code", "--quiet", "--store", store, FILES[-1])  # after the backup
    with open(store, "r+b") as file:
        file.seek(8192)
        file.write(os.urandom(1 << 16))
    for path in glob.glob(store + "-*"):
        os.unlink(path)
    lost = isnad("export", store, check=False)
    shutil.copy(copy, store)
    tap.case("what was destroyed is there again, to the byte", lost.returncode == 1 and exported(store) == want, lost.stderr)
    tap.case("and takes in what came after the backup", made(store, *FILES) == made(os.path.join(folder, "whole.db"), *FILES))


def test_database(tap, folder, server):
    store = server.store()
    name, dump = store.rsplit("/", 1)[1], os.path.join(server.folder, "news.dump")
    want = made(store, *FILES[:-1])
    tools = f"{backends.PROGRAMS[-1]}/"
    code, words = said(tools + "pg_dump", "-Fc", "-n", "isnad", "-f", dump, store)
    tap.case("a store in PostgreSQL is backed up", code == 0, words)
    isnad("code", "--quiet", "--store", store, FILES[-1])
    server.psql("postgres", f"DROP DATABASE {name} WITH (FORCE); CREATE DATABASE {name}")
    server.psql(name, "CREATE EXTENSION postgis")
    code, words = said(tools + "pg_restore", "--exit-on-error", "-d", store, dump)
    tap.case("what was dropped is there again, to the byte", code == 0 and exported(store) == want, words)
    tap.case("and takes in what came after the backup", made(store, *FILES) == made(server.store(), *FILES))


def main():
    arguments()
    tap = Tap()
    test_document(tap)
    nats_there = stream.SERVER is not None and "+nats" in isnad("version").decode()
    with tempfile.TemporaryDirectory() as folder, backends.cluster() as server:
        test_file(tap, folder)
        if server:
            test_database(tap, folder, server)
        if not nats_there:
            tap.skip("what needs a stream", "there is no nats-server, or isnad was built without libnats")
            return tap.done()
        test_certificates(tap, folder, server)
        nats = stream.Nats(folder)
        try:
            stream.until(lambda: stream.run("publish", nats, "--stream", "FIRST", "--timeout", "30", FILES[0]).returncode == 0)
            new = other_pack(folder)
            test_upgrade(tap, folder, nats, new)
            test_replay(tap, folder, nats, new)
        finally:
            nats.kill()
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
