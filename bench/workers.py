#!/usr/bin/env python3
"""What a stream costs: articles published to one NATS node and to three that each keep them, coded by one worker and by
two into one store, beside one run of `isnad code --store` on one thread. Seconds that passed and seconds of processor; what
one worker reaches of the slower of broker (articles published) and store (what storing adds to coding) alone, and what two
reach of one.

usage: bench/workers.py [--postgres] BUILD [MB]        needs nats-server; MB of articles, 40 where nothing is said
"""
import contextlib
import os
import resource
import subprocess
import sys
import tempfile
import time

BENCH = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(1, os.path.join(os.path.dirname(BENCH), "tests"))

import backends  # noqa: E402
import stream as tests  # noqa: E402  tests/stream.py: the servers it starts


def measured(name, articles, *commands):
    """Runs the commands side by side; prints what they took together."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    running = [subprocess.Popen(c, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for c in commands]
    said = [p.communicate()[1] for p in running]
    passed = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if any(p.returncode for p in running):
        sys.exit("\n".join(said))
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{name:44} {passed:7.2f} s, {articles / passed:7.0f}/s; processor {busy:6.2f} s, {articles / busy:7.0f}/s", flush=True)
    return passed


def compare(n, servers, replicas, path, store, alone, both):
    """One worker and two, from a stream that is filled before."""
    took = []
    for workers in (1, 2):
        options = ("--stream", f"W{workers}", "--replicas", replicas)
        subprocess.run(tests.command("publish", servers, *options, "--dead", "list"), check=True)
        broker = measured(f"published, {replicas} node{'s' if replicas == '3' else ''}", n, tests.command("publish", servers, *options, path))
        to = store()
        took.append(measured(f"coded and stored, {workers} worker{'s' if workers == 2 else ''}", n,
                             *[tests.command("worker", servers, *options, "--store", to, "--batch", "500", "--once")] * workers))
    slower = max(broker, alone)
    print(f"one worker reaches {slower / took[0]:.2f} of the {'broker' if broker > alone else 'store'} alone, {both / took[0]:.2f} of coding and storing "
          f"without a broker; two {took[0] / took[1]:.2f} of one", flush=True)


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    build, megabytes = os.path.abspath(arguments[0]), arguments[1] if len(arguments) > 1 else "40"
    os.environ["ISNAD"] = os.path.join(build, "isnad")
    os.environ["ISNAD_PACK"] = os.path.join(build, "isnad-ar.pack")
    postgres = backends.cluster(backends.SAFE) if "--postgres" in sys.argv else contextlib.nullcontext()
    with tempfile.TemporaryDirectory() as folder, postgres as server:
        path = os.path.join(folder, "corpus.jsonl")
        with open(path, "wb") as file:
            subprocess.run([sys.executable, os.path.join(BENCH, "corpus.py"), megabytes], stdout=file, check=True)
        months, n = os.path.join(folder, "months.jsonl"), 0
        with open(path, "rb") as file, open(months, "wb") as first:
            seen = set()
            for n, line in enumerate(file, 1):
                if line[-14:-6] not in seen:  # "published": "2016-08-
                    first.write(line)
                    seen.add(line[-14:-6])
        print(f"{n} articles, {os.path.getsize(path) / 1e6:.1f} MB")
        stores = iter(range(99))

        def store():
            """A new one, which has met each month: PostgreSQL makes tables for it, once."""
            new = server.store() if server else os.path.join(folder, f"{next(stores)}.db")
            subprocess.run([os.environ["ISNAD"], "code", "--quiet", "--store", new, months], stdout=subprocess.DEVNULL, check=True)
            return new

        code = [os.environ["ISNAD"], "code", "--quiet", "--threads", "1"]
        coding = measured("isnad code, one thread", n, [*code, path])
        storing = measured("isnad code --store, one thread", n, [*code, "--store", store(), path])
        ports, routes = tests.free_ports(3), tests.free_ports(3)
        nodes = [tests.Nats(folder)] + [tests.Nats(folder, f"node{i}", ports[i], routes[i], routes) for i in range(3)]
        try:
            for servers, replicas in ((nodes[0].url, "1"), (",".join(node.url for node in nodes[1:]), "3")):
                compare(n, servers, replicas, path, store, max(storing - coding, 1e-9), storing)
        finally:
            for node in nodes:
                node.kill()


if __name__ == "__main__":
    main()
