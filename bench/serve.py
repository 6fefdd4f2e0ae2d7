#!/usr/bin/env python3
"""What `isnad serve` does with 100,000 events: requests a second and the slow end of them (wrk, 64 connections),
answers that were not given before, memory, and the first page in Chromium where it is there. The store is made of the
samples: each copy is moved in time and a little in place.

usage: bench/serve.py [BUILD] [EVENTS] [STORE]      STORE: one made before, which is kept
"""
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request

SOURCE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
STEP = 1000  # between the numbers of one copy and those of the next

COPIES = {  # table → columns that differ in a copy; {n} is its number
    "article": {"id": "id + {n} * 1000", "ident": "printf('%07d', {n}) || substr(ident, 8)", "sha256": "printf('%07d', {n}) || substr(sha256, 8)"},
    "record_row": {"id": "id + {n} * 1000", "article": "article + {n} * 1000"},
    "claim_row": {"id": "id + {n} * 1000", "record": "record + {n} * 1000"},
    "actor_row": {"claim": "claim + {n} * 1000"},
    "figure_row": {"id": "id + {n} * 1000", "claim": "claim + {n} * 1000", "of_whom": "of_whom + {n} * 1000"},
    "place_row": {"claim": "claim + {n} * 1000"},
    "chain_row": {"claim": "claim + {n} * 1000"},
    "event_place": {"id": "id + ({n} % 221) * 1000", "lat": "lat + ({n} % 17 - 8) * 0.02", "lon": "lon + ({n} % 13 - 6) * 0.02"},
    "event_row": {"number": "number + {n} * 1000", "id": "id || '-{n}'", "date_start": "date_start - {n} % 1500", "date_end": "date_end - {n} % 1500",
                  "place": "place + ({n} % 221) * 1000"},
    "entry_row": {"claim": "claim + {n} * 1000", "article": "article + {n} * 1000", "key_article": "key_article + {n}", "event": "event + {n} * 1000", "dirty": "0"},
    "estimate_row": {"event": "event + {n} * 1000"},
}


def fill(isnad, path, events):
    env = dict(os.environ)
    subprocess.run([isnad, "code", "--quiet", "--store", path, os.path.join(SOURCE, "samples")], check=True, stdout=subprocess.DEVNULL, env=env)
    subprocess.run([isnad, "link", "--quiet", path], check=True)
    db = sqlite3.connect(path)
    db.execute("PRAGMA foreign_keys = OFF")
    there = db.execute("SELECT count(*) FROM event WHERE kind = 'incident'").fetchone()[0]
    statements = []
    for table, changed in COPIES.items():
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        key = next(c for c in ("number", "id", "claim", "event") if c in columns and (c != "number" or table == "event_row"))
        where = f" WHERE {key} < {STEP}"
        names = ", ".join(f'"{c}"' for c in columns)
        values = ", ".join(changed.get(c, f'"{c}"') for c in columns)
        db.execute(f"CREATE TEMP TABLE t_{table} AS SELECT * FROM {table}{where}")
        statements.append(f"INSERT OR IGNORE INTO {table} ({names}) SELECT {values} FROM temp.t_{table}")
    for n in range(1, events // there):
        for statement in statements:
            db.execute(statement.replace("{n}", str(n)))
    db.commit()
    db.execute("ANALYZE")
    db.commit()
    return db.execute("SELECT count(*) FROM event WHERE kind = 'incident'").fetchone()[0]


def busy(pid):
    """Milliseconds of processor that a process has taken: what a crowded machine does not change."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        return sum(map(int, file.read().rsplit(")", 1)[1].split()[11:13])) * 1000 / os.sysconf("SC_CLK_TCK")


def timed(url, pid):
    began, before = time.perf_counter(), busy(pid)
    with urllib.request.urlopen(url) as answer:
        size = len(answer.read())
    return (time.perf_counter() - began) * 1000, busy(pid) - before, size


def memory(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return int(re.search(r"VmHWM:\s+(\d+)", file.read()).group(1)) / 1024


SCRIPT = """
const { createRequire } = await import('node:module');
const { chromium } = createRequire(process.argv[2] + '/package.json')('playwright-core');
const base = process.argv[1];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await (await browser.newContext({ bypassCSP: true })).newPage();
const middle = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
const result = {};

/* The first page: from the address to the drawn table, map and timeline, with an empty cache of its own each time. */
const firsts = [];
for (let i = 0; i < 3; i++) {
  const fresh = await (await browser.newContext()).newPage();
  await fresh.goto('about:blank');
  const began = performance.now();
  await fresh.goto(base + '#/events');
  await fresh.waitForFunction(() => document.querySelector('.table tbody tr') !== null && document.querySelector('.linked[aria-busy]') === null);
  await fresh.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  firsts.push(performance.now() - began);
  await fresh.context().close();
}
result['first page in Chromium'] = middle(firsts);
await page.goto(base + '#/events');
await page.waitForFunction(() => document.querySelector('.table tbody tr') !== null && document.querySelector('.linked[aria-busy]') === null);

/* In the page itself: from the change of a control until table, map and timeline show it. */
const timed = (act) => page.evaluate(async (source) => {
  const began = performance.now();
  new Function(source)();
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const busy = () => document.querySelector('[aria-busy]') !== null;
  for (let i = 0; i < 10 && !busy(); i++) await new Promise((done) => setTimeout(done));
  while (busy()) await new Promise((done) => setTimeout(done, 1));
  await frame();
  return performance.now() - began;
}, act);
const set = (i, value) => `const c = document.querySelectorAll('.filters input, .filters select')[${i}]; c.value = ${JSON.stringify(value)}; c.dispatchEvent(new Event('change'));`;
const clear = `location.hash = '#/events'`;
const ACTS = {
  'by type': [set(1, 'COERCE'), set(1, 'PROTEST'), set(1, 'ASSAULT')],
  'by country': [set(2, 'YEM'), set(2, 'SYR'), set(2, 'LBY')],
  'by killed': [set(5, '2'), set(5, '5'), set(5, '1')],
  'by days': [set(3, '2019-01-01'), set(3, '2020-06-01'), set(3, '2021-02-01')],
  'another order': [set(6, 'killed'), set(6, 'sources'), set(6, 'told')],
  'by a place of the map': ['ly-tripoli', 'sy-aleppo', 'sd-khartoum'].map((id) => `location.hash = '#/events?q=place:${id}'`),
};
for (const [name, acts] of Object.entries(ACTS)) {
  const times = [];
  for (const act of acts) {
    times.push(await timed(act));
    await timed(clear);
  }
  result[name] = middle(times);
}
const pages = { 'the queue': '#/queue', 'an article': null, 'tallies': '#/tallies', 'commitments': '#/commitments' };
const article = (await (await fetch(base + 'v1/articles?relevant=1')).json()).items[0].id;
for (const [name, hash] of Object.entries(pages)) {
  await timed(clear);
  result[name] = await timed(`location.hash = '${hash ?? `#/article/${article}`}'`);
}
/* The map: what a redraw takes, and whether the screen's beat is kept while it is moved. */
await timed(clear);
Object.assign(result, await page.evaluate(async () => {
  const canvas = document.querySelector('.map canvas');
  const work = [], beats = [];
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  let last = await frame();
  for (let i = 0; i < 90; i++) {
    let began = 0;
    requestAnimationFrame(() => { began = performance.now(); });
    canvas.dispatchEvent(new KeyboardEvent('keydown', { key: i % 2 ? 'ArrowLeft' : 'ArrowRight', bubbles: true }));
    const ended = new Promise((done) => requestAnimationFrame(() => done(performance.now())));
    const now = await frame();
    work.push((await ended) - began);
    beats.push(now - last);
    last = now;
  }
  const middle = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
  return { 'the map redrawn': middle(work), 'from frame to frame': middle(beats) };
}));
console.log(JSON.stringify(result));
await browser.close();
"""


def in_browser(build, url):
    """Milliseconds of what people do, by tests/browser's own Chromium: {what: milliseconds}."""
    modules = os.path.join(build, "browser")
    if not os.path.exists(os.path.join(modules, "node_modules")):
        return {}
    run = subprocess.run(["node", "--input-type=module", "-e", SCRIPT, url, modules], capture_output=True, text=True, timeout=300)
    if run.returncode:
        print(run.stderr, file=sys.stderr)
        return {}
    return json.loads(run.stdout)


def main():
    build = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(SOURCE, "build"))
    events = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    isnad = os.path.join(build, "isnad")
    with tempfile.TemporaryDirectory() as folder:
        path = sys.argv[3] if len(sys.argv) > 3 else os.path.join(folder, "news.db")
        if not os.path.exists(path):
            print(f"events                          {fill(isnad, path, events):>10}")
        server = subprocess.Popen([isnad, "serve", path, "--port", "0", "--quiet"], stdout=subprocess.PIPE, text=True)
        base = server.stdout.readline().strip()
        try:
            timed(base + "v1", server.pid)
            for what in ("v1/events?limit=50", "v1/map", "v1/days", "v1/events?sort=killed", "v1/events?q=type:COERCE", "v1/map?q=type:COERCE", "v1/days?q=country:YEM", "v1/events?q=killed%3E=5",
                         "v1/events?q=place:sy-aleppo", "v1/articles", "v1/articles?state=open", "v1/tallies", "v1/commitments?outcome=open", "v1/actors"):
                ms, cpu, size = timed(base + what, server.pid)
                print(f"{what + ', the first time':42} {ms:8.0f} ms {cpu:6.0f} ms of processor {size:9} bytes")
            for what, ms in in_browser(build, base).items():
                print(f"{what:42} {ms:8.1f} ms")
            if shutil.which("wrk"):
                out = subprocess.run(["wrk", "-t1", "-c64", "-d10s", "--latency", base + "v1/events"], capture_output=True, text=True).stdout
                rate, slow = re.search(r"Requests/sec:\s+([0-9.]+)", out).group(1), re.search(r"99%\s+(\S+)", out).group(1)
                refused = re.search(r"Non-2xx.*", out)
                print(f"/v1/events, 64 connections                 {float(rate):8.0f} a second, p99 {slow}{', ' + refused.group(0) if refused else ''}")
            print(f"memory at most                             {memory(server.pid):8.0f} MB")
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(30)


if __name__ == "__main__":
    main()
