#!/usr/bin/env python3
"""Does the score of relevance sort articles for a reader's queue? tests/relevance.jsonl holds short reports
of conflict and diplomacy, and as many of sport, trade, weather, accidents, health, the stage, history and
opinion that use the words of war. The set `own` was there while words and weights were chosen, `fresh` was
written afterwards; `edges` and `later` came from four hands that knew neither words nor weights, two of three of them no conflict; `later`
is harder than a queue is, and told only. `settings`, by a fifth, has blows, arrests and talks amid matches, markets, stages and farms, and as many reports of these without any. Told as notes: what a queue keeps and drops at each line, and of the articles in each
span of scores how many are relevant.

usage: tests/relevance.py [BUILD]          the test
       tests/relevance.py --list [BUILD]   prints what stands on the wrong side of the queue's line
"""
import json
import os
import sys

from harness import TESTS, Tap, arguments, code_rows

QUEUE = 0.25  # the line that docs/manual.md advises for a queue; `relevant` is told from 0.5 on
KEPT, DROPPED = 0.95, 0.60
SPANS = (0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.01)


def share(part, wanted):
    return sum(1 for p in part if wanted(p)) / len(part) if part else 0.0


def main():
    arguments()
    with open(os.path.join(TESTS, "relevance.jsonl"), encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    records = code_rows([{"id": a["id"], "text": a["text"], "published": "2024-05-16"} for a in articles])
    for article, record in zip(articles, records):
        article["score"] = record["document"]["relevance"]
        if "--list" in sys.argv and (article["score"] >= QUEUE) != article["relevant"]:
            print(f"{article['score']:.2f} {article['kind']:14} {article['text'].splitlines()[0]}")
    tap = Tap()
    for low, high in zip(SPANS, SPANS[1:]):
        span = [a for a in articles if low <= a["score"] < high]
        if span:
            print(f"# {low:.2f} to {min(high, 1.0):.2f}: {len(span):3} articles,"
                  f" {share(span, lambda a: a['relevant']):.2f} of them relevant")
    for line in (QUEUE, 0.5):
        for name in ("own", "fresh", "edges", "later", "settings", "all"):
            some = [a for a in articles if name in ("all", a["set"])]
            kept = share([a for a in some if a["relevant"]], lambda a: a["score"] >= line)
            dropped = share([a for a in some if not a["relevant"]], lambda a: a["score"] < line)
            print(f"# line {line:.2f}, {name}: keeps {kept:.3f} of the relevant, drops {dropped:.3f} of the others")
            if line == QUEUE and name not in ("later", "settings"):
                tap.case(f"{name}: the queue keeps at least {KEPT:.2f}", kept >= KEPT)
                tap.case(f"{name}: the queue drops at least {DROPPED:.2f}", dropped >= DROPPED)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
