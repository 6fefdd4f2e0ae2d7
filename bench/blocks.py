#!/usr/bin/env python3
"""What linking costs when claims are many. Measures, on articles of bench/corpus.py told within so many days, what a claim
costs to plan, to find the neighbours of, and to link, and what a comparison costs; takes from the store how its claims fall
into blocks (kind, act, country, cell of half a degree); and draws days of more and more claims from these blocks, up to a
hundred million, the same ones each time. Prints the tables of docs/scale.md. Seconds are of the processor.

usage: bench/blocks.py BUILD [MEGABYTES]        of short articles; 5 where nothing is said
"""
import collections
import json
import math
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile

BENCH = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(BENCH), "tests"))
import parts  # noqa: E402
DAYS = 100          # of a simulated archive
FAR, EXACT = 3, 3   # as src/ledger/ledger.h has them
CELL = 0.5


def spent(*command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    out = subprocess.run([os.environ["ISNAD"], *command], check=True, capture_output=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, out


def corpus(path, megabytes, days):
    lines = subprocess.run([sys.executable, os.path.join(BENCH, "corpus.py"), "--short", megabytes], check=True, capture_output=True).stdout.splitlines()
    with open(path, "w", encoding="utf-8") as file:
        for number, line in enumerate(lines):
            row = json.loads(line)
            if days:
                row["published"] = f"2023-{1 + number % days // 28:02}-{1 + number % days % 28:02}"
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


class Population:
    """Claims of a linked store, by where near.c looks for them."""

    def __init__(self, store):
        db = sqlite3.connect(store)
        places = collections.defaultdict(list)
        for claim, country, lat, lon, precision in db.execute("SELECT claim, country, lat, lon, precision FROM place"):
            places[claim].append((country, lat, lon, precision or 0))
        self.claims = [(*row[1:3], row[4] - row[3], *self.seat(places[row[0]])) for row in db.execute(
            "SELECT claim, kind, event_type, first, last FROM entry WHERE last IS NOT NULL")]
        self.pairs, self.largest = self.neighbourhoods((claim, other) for claim, numbers in db.execute("SELECT claim, list FROM pair_list").fetchall()
                                                          for other, _ in parts.opened(claim, numbers) if other > claim)
        self.lists = collections.Counter()
        for kind, act, _, countries, cell in self.claims:
            for key in self.left(kind, act, countries, cell):
                self.lists[key] += 1
        db.close()

    @staticmethod
    def neighbourhoods(pairs):
        """How many pairs there are, and how many claims hang together by them at most."""
        above, count = {}, 0

        def top(claim):
            while above.setdefault(claim, claim) != claim:
                above[claim] = above[above[claim]]
                claim = above[claim]
            return claim

        for a, b in pairs:
            above[top(a)] = top(b)
            count += 1
        return count, max(collections.Counter(map(top, above)).values(), default=0)

    @staticmethod
    def seat(places):
        """Countries, and the cell of the most precise place."""
        countries = sorted({p[0] for p in places if p[0]})
        told = [p for p in places if p[3]]
        best = min((p[3] for p in told), default=9)
        cells = [(math.floor(p[1] / CELL), math.floor(p[2] / CELL)) for p in told if p[3] == best <= EXACT and p[1] is not None]
        return countries, cells[0] if cells else None

    @staticmethod
    def left(kind, act, countries, cell):
        keys = [(kind, act)]
        for country in countries:
            keys += [(kind, act, country), (kind, act, country, cell)]
        return keys + ([] if countries else [(kind, act, "")])

    @staticmethod
    def looked(kind, act, countries, cell):
        if not countries:
            return [(kind, act)]
        keys = [(kind, act, "")]
        for country in countries:
            if cell is None:
                keys.append((kind, act, country))
            else:
                keys += [(kind, act, country, None), *((kind, act, country, (cell[0] + i, cell[1] + j)) for i in (-1, 0, 1) for j in (-1, 0, 1))]
        return keys

    def shares(self):
        """Of a claim with each that is told in its days: by kind and act; in the lists. With the days it looks back to."""
        n, blocks = len(self.claims), collections.Counter()
        for kind, act, length, countries, cell in self.claims:
            seen = self.looked(kind, act, countries, cell)
            blocks[(min(length, 366) + 1 + FAR, self.lists[(kind, act)] / n, sum(self.lists[key] for key in seen) / n)] += 1
        return blocks


def measure(folder, megabytes, days):
    path, store, pieces = (os.path.join(folder, name) for name in ("corpus.jsonl", "store.db", "pieces"))
    for old in (store, store + "-wal", store + "-shm"):
        if os.path.exists(old):
            os.unlink(old)
    shutil.rmtree(pieces, ignore_errors=True)
    corpus(path, megabytes, days)
    coding, _ = spent("code", "--quiet", "--threads", "1", "--store", store, path)
    plan, said = spent("link", store, "--plan", pieces, "--jobs", "1")
    parts = int(said.split()[0])
    find = [spent("link", store, "--find", pieces, "--part", str(i))[0] for i in range(1, parts + 1)]
    rest, _ = spent("link", "--quiet", store, "--found", pieces)
    people = Population(store)
    with sqlite3.connect(store) as db:
        articles, size = db.execute("SELECT count(*) FROM article").fetchone()[0], os.path.getsize(store)
    n = len(people.claims)
    span = days or 15 * 336
    met = sum(count * back * cells for (back, _, cells), count in people.shares().items()) / n * n / span
    print(f"| {articles:,} articles, {n:,} claims, of {span:,} days | {coding / articles * 1e6:.0f} | {plan / n * 1e6:.0f} | {sum(find) / n * 1e6:.0f} | {rest / n * 1e6:.0f} | "
          f"{met:.1f} | {people.pairs / n:.2f} | {people.largest} | {size / n / 1e3:.1f} |", flush=True)
    return people, n, plan / n, sum(find) / n, rest / n, met


def poisson(rng, mean):
    if mean > 50:
        return max(0, round(rng.gauss(mean, math.sqrt(mean))))
    limit, count, product = math.exp(-mean), 0, rng.random()
    while product > limit:
        count += 1
        product *= rng.random()
    return count


def simulate(people, found, each, rest):
    """Days of claims: of each kind of claim a number that varies, with stories that make one day three times another."""
    blocks = people.shares()
    n = sum(blocks.values())
    print("\n| claims a day, in all | compared with each: by kind, act, days | by countries and cells too | finding, hours of processor a day | by cells alone | the rest, one process |")
    print("|---|---|---|---|---|---|")
    for daily in (1_000, 10_000, 100_000, 1_000_000):
        rng = random.Random(daily)
        claims = wide = narrow = 0
        for _ in range(DAYS):
            story = math.exp(rng.gauss(-0.15, 0.55))
            for (back, act, cells), count in blocks.items():
                here = poisson(rng, daily * story * count / n)
                claims += here
                wide += here * act * daily * back
                narrow += here * cells * daily * back
        hours = 3600 * DAYS
        print(f"| {daily:,}, {claims:,} | {wide / claims:,.0f} | {narrow / claims:,.0f} | {(claims * found + wide * each) / hours:,.2f} | "
              f"{(claims * found + narrow * each) / hours:,.2f} | {claims * rest / hours:,.2f} |", flush=True)


def main():
    build, megabytes = os.path.abspath(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "5"
    os.environ["ISNAD"] = os.path.join(build, "isnad")
    os.environ["ISNAD_PACK"] = os.path.join(build, "isnad-ar.pack")
    print("| | coded and stored, µs an article | planned, µs a claim | found | the rest | compared with | pairs | largest neighbourhood | KB a claim |\n|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        sparse = measure(folder, megabytes, 0)
        dense = measure(folder, megabytes, 28)
        measure(folder, megabytes, 7)
    each = max((dense[3] - sparse[3]) / max(dense[5] - sparse[5], 1e-9), 1e-9)
    print(f"\nA comparison: {each * 1e9:.0f} ns. A claim without any: {(sparse[3] - sparse[5] * each) * 1e6:.0f} µs to find.")
    simulate(dense[0], dense[2] + dense[3] - dense[5] * each, each, dense[4])


if __name__ == "__main__":
    main()
