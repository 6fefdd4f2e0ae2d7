"""The databases that stores are kept in, for tests that hold for each: `with backends(folder) as kinds:` gives SQLite,
and PostgreSQL where it is installed, else the reason is said.

PostgreSQL is a cluster of the tests' own, made of Debian's packages in a temporary folder, run by a user that is not root,
on a socket in that folder and a port of loopback that was free; gone when the test ends.
"""
import contextlib
import glob
import json
import os
import pwd
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time

PROGRAMS = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda p: int(p.split("/")[4]))
SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=64MB", "max_connections=20",
            "max_locks_per_transaction=256", "autovacuum=off", "logging_collector=off", "log_min_messages=fatal", "timezone=UTC")
SAFE = ("shared_buffers=256MB", "max_wal_size=4GB", "max_locks_per_transaction=256", "logging_collector=off", "log_min_messages=fatal", "timezone=UTC")


def lacking():
    """Why there can be no cluster; None when there can."""
    folder = PROGRAMS[-1] if PROGRAMS else ""
    if not folder or int(folder.split("/")[4]) < 15:
        return "PostgreSQL 15 is not installed"
    if not glob.glob(f"/usr/share/postgresql/{folder.split('/')[4]}/extension/postgis.control"):
        return "PostGIS is not installed"
    if os.getuid() == 0 and not shutil.which("runuser"):
        return "there is no runuser to leave root by"
    version = subprocess.run([os.environ["ISNAD"], "--version"], capture_output=True, text=True).stdout
    return None if "+postgresql" in version else "isnad was built without libpq"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __init__(self, folder, settings=None):
        self.folder, self.number, self.settings = folder, 0, settings or SETTINGS
        self.user = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
        self.port = free_port()
        self.data = os.path.join(folder, "data")

    def as_user(self, *command):
        return ["runuser", "-u", self.user, "--", *command] if os.getuid() == 0 else list(command)

    def start(self):
        if os.getuid() == 0:
            os.chown(self.folder, pwd.getpwnam(self.user).pw_uid, -1)
        subprocess.run(self.as_user(f"{PROGRAMS[-1]}/initdb", "-D", self.data, "-U", "isnad", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "--no-sync"),
                       check=True, stdout=subprocess.DEVNULL, cwd=self.folder)
        self.run()
        self.psql("postgres", "CREATE DATABASE template_isnad")
        self.psql("template_isnad", "CREATE EXTENSION postgis")

    def run(self):
        """Starts what is there, until it answers."""
        program = PROGRAMS[-1]
        options = [f"--{s}" for s in self.settings]
        self.log = open(os.path.join(self.folder, "log"), "ab")
        self.process = subprocess.Popen(
            self.as_user(f"{program}/postgres", "-D", self.data, "-k", self.folder, "-h", "127.0.0.1", "-p", str(self.port), *options),
            stdout=self.log, stderr=self.log, cwd=self.folder, start_new_session=True)
        for _ in range(600):
            if self.process.poll() is not None:
                raise RuntimeError(open(self.log.name, encoding="utf-8", errors="replace").read())
            if subprocess.run([f"{program}/pg_isready", "-q", "-h", self.folder, "-p", str(self.port)]).returncode == 0:
                break
            time.sleep(0.1)

    def kill(self):
        """SIGKILL to the server and to all of its processes at once."""
        with open(os.path.join(self.data, "postmaster.pid"), encoding="ascii") as file:
            first = file.readline().strip()
        pids = [int(first)]
        for path in glob.glob("/proc/[0-9]*/stat"):
            with contextlib.suppress(OSError), open(path, encoding="utf-8", errors="replace") as file:
                pid, _, rest = file.read().partition(" (")
                if rest.rpartition(") ")[2].split()[1] == first:
                    pids.append(int(pid))
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait()
        self.log.close()

    def stop(self):
        subprocess.run(self.as_user(f"{PROGRAMS[-1]}/pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop"), stdout=subprocess.DEVNULL, cwd=self.folder)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.log.close()

    def client(self, database):
        return [f"{PROGRAMS[-1]}/psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-p", str(self.port), "-U", "isnad",
                "-d", database, "-f", "-"]

    def psql(self, database, sql):
        run = subprocess.run(self.client(database), input=sql.encode(), capture_output=True)
        if run.returncode != 0:
            raise RuntimeError(run.stderr.decode(errors="replace"))
        return run.stdout.decode()

    def store(self):
        """The URL of a new, empty database."""
        self.number += 1
        name = f"store{self.number}"
        self.psql("postgres", f"CREATE DATABASE {name} TEMPLATE template_isnad")
        return f"postgresql://isnad@127.0.0.1:{self.port}/{name}"

    def older(self, url, knowledge, where="true"):
        self.change(url, f"UPDATE record SET knowledge = '{knowledge}' WHERE {where}")

    def drop(self, url):
        self.psql("postgres", f"DROP DATABASE {url.rsplit('/', 1)[1]} WITH (FORCE)")


class Rows(list):
    def fetchall(self):
        return list(self)

    def fetchone(self):
        return self[0] if self else None


def quoted(value):
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, (int, float)) else "'" + str(value).replace("'", "''") + "'"


class Database:
    """What tests ask of a store, as of sqlite3: execute(sql, values) with rows of tuples."""

    def __init__(self, server, url):
        self.server, self.name = server, url.rsplit("/", 1)[1]

    def execute(self, sql, values=()):
        parts = sql.split("?")
        for i, value in enumerate(values):
            parts[i] += quoted(value)
        out = self.server.psql(self.name, f"SET search_path = isnad, public;\nSELECT row_to_json(x) FROM ({''.join(parts)}) x;")
        rows = (json.loads(line, object_pairs_hook=lambda pairs: tuple(v for _, v in pairs)) for line in out.splitlines())
        return Rows(tuple(int(v) if isinstance(v, bool) else v for v in row) for row in rows)

    def close(self):
        pass


class Named:
    """Cases of one database, under its name."""

    def __init__(self, tap, kind):
        self.tap, self.kind = tap, kind

    def case(self, name, ok, notes=""):
        return self.tap.case(name + self.kind.name, ok, notes)

    def skip(self, name, why):
        self.tap.skip(name + self.kind.name, why)


class SQLite:
    name, short, claim_rows = "", "sqlite", "claim_row"  # the table that stands under the view
    into_tally, lists_pairs = "UPDATE entry_row SET kind = 1 WHERE claim = {}", True

    def __init__(self, folder):
        self.folder, self.number = folder, 0

    def new(self, name=None):
        """Where a new store goes."""
        self.number += 1
        return os.path.join(self.folder, f"{name or self.number}.db")

    def open(self, path):
        return sqlite3.connect(path)

    def change(self, path, sql):
        db = sqlite3.connect(path)
        with db:
            db.execute(sql)
        db.close()

    def older(self, path, knowledge, where="true"):
        """Records as if they had been coded with that knowledge."""
        db = sqlite3.connect(path)
        with db:
            most = db.execute("SELECT max(id) FROM record_form").fetchone()[0]
            db.execute(f"INSERT INTO record_form SELECT id + {most}, coder, '{knowledge}', language, published_from, outlet_id, outlet_name FROM record_form")
            db.execute(f"UPDATE record_row SET form = form + {most} WHERE {where}")
        db.close()

    def drop(self, path):
        for tail in ("", "-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                os.unlink(path + tail)

    def there(self, path):
        if not os.path.exists(path):
            return False
        db = sqlite3.connect(path)
        tables = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        db.close()
        return tables > 0

    def sound(self, db):
        """Is the file whole, and does each row belong to another that is there?"""
        return db.execute("PRAGMA integrity_check").fetchone() == ("ok",) and db.execute("PRAGMA foreign_key_check").fetchall() == []


PARTS = (("record", "article", "article", "id"), ("claim", "record", "record", "id"), ("body", "article", "article", "id"),
         ("article", "id", "body", "article"), ("record", "id", "coding", "record"), ("coding", "record", "record", "id"),
         *((part, "claim", "claim", "id") for part in ("actor", "figure", "place", "link", "telling")),
         ("quote", "record", "record", "id"), ("contradiction", "record", "record", "id"))


class Postgres:
    name, short, claim_rows = " (PostgreSQL)", "postgres", "claim_row"
    into_tally, lists_pairs = "UPDATE entry SET kind = 'tally' WHERE claim = {}", False

    def __init__(self, server):
        self.server = server

    def new(self, name=None):
        return self.server.store()

    def open(self, url):
        return Database(self.server, url)

    def change(self, url, sql):
        self.server.psql(url.rsplit("/", 1)[1], f"SET search_path = isnad, public;\n{sql}")

    def older(self, url, knowledge, where="true"):
        self.change(url, f"UPDATE record SET knowledge = '{knowledge}' WHERE {where}")

    def drop(self, url):
        self.server.drop(url)

    def there(self, url):
        return self.server.psql(url.rsplit("/", 1)[1], "SELECT to_regclass('isnad.about') IS NOT NULL").strip() == "t"

    def sound(self, db):
        """Does each row belong to another that is there? The server holds the keys of the ledger; records are looked through."""
        return all(db.execute(f"SELECT count(*) FROM {a} WHERE {b} NOT IN (SELECT {d} FROM {c})").fetchone() == (0,) for a, b, c, d in PARTS)


@contextlib.contextmanager
def backends(folder):
    with cluster() as server:
        yield [SQLite(folder), *([Postgres(server)] if server else [])]


@contextlib.contextmanager
def cluster(settings=None):
    why = lacking()
    if why:
        print(f"# no PostgreSQL: {why}", flush=True)
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="isnad-pg-", dir="/tmp") as folder:
        os.chmod(folder, 0o755)
        server = Server(folder, settings)
        try:
            server.start()
            yield server
        finally:
            if hasattr(server, "process"):
                server.stop()
