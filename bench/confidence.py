#!/usr/bin/env python3
"""How far can a claim's confidence be believed? Prints, for the claims of each span of confidence, their mean and
the share of them that the gold has too. With --fit it also fits the weights of src/claim/confidence.c anew, by
logistic regression on what the records show of each claim, for a maintainer to round and carry over by hand. With
--constant it tells by how much the constant EVEN is too high or too low for each set, by the other sets and by itself:
what it should be is told by texts that no rule was made from.

usage: bench/confidence.py [--fit] [--constant] [--build DIR] GOLD.jsonl...
"""
import argparse
import json
import math
import os
import re
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CLEAR = {"ASSAULT", "PROTEST", "REQUEST", "ACCUSE"}
LOOSE = {"MOBILIZE", "SUPPORT", "COOPERATE"}
NAMES = ("even", "actor", "recipient", "count", "place", "said", "again", "clear", "loose", "to come", "weak", "noun")
HOLD = 3.0  # how strongly weights are held near nothing: there are few claims to learn from


def isnad(build, *words, text=None):
    done = subprocess.run([os.path.join(build, "isnad"), *words], input=text, capture_output=True, check=True)
    return done.stdout.decode()


def triggers():
    """Flags and part of speech of each row of triggers.tsv."""
    with open(os.path.join(ROOT, "lang", "ar", "triggers.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    at = {name: i for i, name in enumerate(rows[0])}
    return {row[at["id"]]: (row[at["flags"]].split(","), row[at["pos"]]) for row in rows[1:]}


def features(claim, lexicon):
    first = next((rule.split("/")[1] for rule in claim["rules"] if rule.startswith("triggers/")), "")
    flags, pos = lexicon.get(first, ([], "verb"))
    said = bool(claim["chain"]) and claim["chain"][0]["role"] != "outlet"
    return [1, bool(claim["actors"]), bool(claim["recipients"]), bool(claim["counts"]), bool(claim["places"]), said,
            min(len(claim["anchors"]) - 1, 3), claim["event_type"] in CLEAR, claim["event_type"] in LOOSE,
            claim["modality"] == "future", "weak" in flags, pos != "verb"]


def examples(build, path):
    """What is known of each claim of the report's own news, and whether the gold has it."""
    extra, article, lexicon = {}, None, triggers()
    for line in isnad(build, "eval", "--diff", path).splitlines():
        if line.startswith("article: "):
            article = line.split()[1]
        found = re.match(r"\s+not in gold (c\d+) ", line)
        if found:
            extra.setdefault(article, set()).add(found.group(1))
    with open(path, encoding="utf-8") as file:
        golds = [json.loads(line) for line in file]
    jobs = "".join(json.dumps({"id": g["id"], "text": g["input"],
                               **{k: v for k, v in (g.get("given") or {}).items() if v}}) + "\n" for g in golds)
    records = [json.loads(line) for line in isnad(build, "code", "--from", "jsonl", "-", text=jobs.encode()).splitlines()]
    for gold, record in zip(golds, records):
        for claim in record["claims"]:
            if claim["main"]:
                right = gold.get("relevant", True) and claim["id"] not in extra.get(gold["id"], ())
                yield [float(x) for x in features(claim, lexicon)], float(right), claim["confidence"]


def likely(weights, row):
    return 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, row))))


def fitted(data, rounds=1500, step=0.5):
    weights = [0.0] * len(NAMES)
    for _ in range(rounds):
        slope = [0.0 if i == 0 else HOLD * w for i, w in enumerate(weights)]
        for row, right, _ in data:
            error = likely(weights, row) - right
            for i, x in enumerate(row):
                slope[i] += error * x
        weights = [w - step * s / len(data) for w, s in zip(weights, slope)]
    return weights


def moved(confidence, by):
    return 1 / (1 + (1 / confidence - 1) * math.exp(-by))


def constant(data):
    """What to add to the constant so that the claims' mean confidence is the share of them that is right."""
    low, high = -3.0, 3.0
    while high - low > 0.005:
        by = (low + high) / 2
        if sum(moved(told, by) - right for _, right, told in data) > 0:
            high = by
        else:
            low = by
    return (low + high) / 2


def tell_constants(build, paths):
    sets = {path: list(examples(build, path)) for path in paths}
    for path, data in sets.items():
        others = [claim for other, claims in sets.items() if other != path for claim in claims]
        n = len(data)
        line = f"{os.path.basename(path)}: {n} claims, right {sum(r for _, r, _ in data) / n:.2f}," \
               f" mean {sum(told for _, _, told in data) / n:.2f}, constant {constant(data):+.2f}"
        if others:
            by = constant(others)
            line += f"; by the others {by:+.2f}, mean {sum(moved(told, by) for _, _, told in data) / n:.2f}"
        print(line)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--constant", action="store_true")
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("gold", nargs="+")
    given = parser.parse_args()
    if given.constant:
        tell_constants(given.build, given.gold)
        return
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as whole:
        for path in given.gold:
            with open(path, encoding="utf-8") as file:
                whole.writelines(line if line.endswith("\n") else line + "\n" for line in file)
        whole.flush()
        print("".join(line + "\n" for line in isnad(given.build, "eval", whole.name).splitlines()
                      if line.startswith("confidence ")), end="")
        if given.fit:
            for name, weight in zip(NAMES, fitted(list(examples(given.build, whole.name)))):
                print(f"{name:10} {weight:5.2f}")


if __name__ == "__main__":
    main()
