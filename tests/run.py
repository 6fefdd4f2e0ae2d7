#!/usr/bin/env python3
"""Runs all tests of a build folder and tells the outcome: one line a program, the failures with what
they said, and the closing line `N passed, N failed`. Each test program speaks TAP; a program that
crashes, or fails without naming a case, counts as one failure.

usage: tests/run.py BUILD [NAME PART...]
"""
import json
import os
import re
import subprocess
import sys

CASE = re.compile(r"^(not )?ok\b[ \d]*(?:- )?(.*)$")


def cases(stdout):
    """(passed, skipped with reason, failed names, lines that tell of failures) of a TAP text."""
    passed, skipped, failed, notes, pending = 0, [], [], [], []
    for line in stdout.splitlines():
        match = CASE.match(line)
        if match:
            if match.group(1):
                failed.append(match.group(2))
                notes += pending + [line]
            elif "# SKIP" in line.upper():
                skipped.append(re.split("# SKIP", line, flags=re.I)[1].strip())
            else:
                passed += 1
            pending = []
        elif line.startswith("1..0"):
            skipped.append(line.partition("SKIP")[2].strip() or "no reason given")
        elif line.startswith(("#", "Bail out")):
            pending.append(line)
    return passed, skipped, failed, notes + pending


def tell(test):
    """Prints one test program's line; returns passed and failed."""
    passed, skipped, failed, notes = cases(test.get("stdout") or "")
    bad = test["result"] not in ("OK", "SKIP", "EXPECTEDFAIL")
    wrong = len(failed) + (bad and not failed)
    name = test["name"].split(" / ")[-1].split(":")[-1]
    line = f"{name:28} {passed:5} passed"
    if wrong:
        line += f", {wrong} failed ({test['result'].lower()})"
    for reason in dict.fromkeys(skipped):
        line += f"; skipped: {reason}"
    print(line)
    if wrong:
        for note in notes[:60]:
            print("    " + note)
        for note in (test.get("stderr") or "").splitlines()[-40:]:
            print("    " + note)
    return passed, wrong


def main():
    build, parts = sys.argv[1], sys.argv[2:]
    listed = json.loads(subprocess.run(["meson", "introspect", "--tests", build], check=True,
                                       capture_output=True, text=True).stdout)
    names = [t["name"] for t in listed if not parts or any(p in t["name"] for p in parts)]
    unknown = [p for p in parts if not any(p in t["name"] for t in listed)]
    if unknown:
        print("no test is named " + ", ".join(unknown), file=sys.stderr)
        return 2
    log = os.path.join(build, "meson-logs", "testlog.json")
    if os.path.exists(log):
        os.remove(log)
    run = subprocess.run(["meson", "test", "-C", build, "--no-rebuild", "--quiet", "--num-processes",
                          os.environ.get("JOBS", "2"), *names],
                         stdin=subprocess.DEVNULL, capture_output=True, text=True)
    try:
        tests = [json.loads(line) for line in open(log, encoding="utf-8")]
    except OSError:
        tests = []
    order = {name: i for i, name in enumerate(names)}
    tests.sort(key=lambda t: order.get(t["name"].split(" / ")[-1], 999))
    passed = failed = 0
    for test in tests:
        p, f = tell(test)
        passed, failed = passed + p, failed + f
    lost = len(names) - len(tests)
    if lost or (run.returncode and not failed):
        print(run.stdout + run.stderr)
        failed += max(lost, 1)
    print(f"{passed} passed, {failed} failed")
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
