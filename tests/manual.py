#!/usr/bin/env python3
"""The examples of README.md and docs/*.md: in each block fenced as ```console, the lines that begin
with `$ ` are run and must print what stands below them (standard output and error together; `...`
alone on a line: any lines). One scratch folder a page, with `samples`, `tests` and `lang` of the tree
in it and `isnad` on the path; the commands of a page run in order, so one may use what another wrote.
A command goes on over lines that end in a backslash. `--bless` rewrites the pages; read the diff.

usage: tests/manual.py [--bless] [BUILD]
"""
import glob
import os
import subprocess
import sys
import tempfile

from harness import SOURCE, Tap, arguments, diff, like, stable


def examples(lines):
    """(first line, last line, command, expected) of each command; the lines are those of the output."""
    inside, i = False, 0
    while i < len(lines):
        if lines[i].startswith("```"):
            inside = lines[i].strip() == "```console"
        elif inside and lines[i].startswith("$ "):
            command = lines[i][2:]
            while command.endswith("\\") and i + 1 < len(lines):
                i += 1
                command = command[:-1] + lines[i].lstrip("> ")
            first = i + 1
            while i + 1 < len(lines) and not lines[i + 1].startswith(("$ ", "```")):
                i += 1
            yield first, i + 1, command, lines[first:i + 1]
        i += 1


def run(command, folder, build):
    env = dict(os.environ, PATH=build + os.pathsep + os.environ["PATH"], LC_ALL="C.UTF-8", HOME=folder, TERM="dumb")
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=env, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
    text = stable(done.stdout.decode(errors="replace").replace(folder, "."))
    return text if not text or text.endswith("\n") else text + "\n"


def page(tap, path, build, bless):
    lines = open(path, encoding="utf-8").read().split("\n")
    name = os.path.relpath(path, SOURCE)
    edits = []
    with tempfile.TemporaryDirectory(prefix="isnad manual ") as folder:
        for each in ("samples", "tests", "lang"):
            os.symlink(os.path.join(SOURCE, each), os.path.join(folder, each))
        for first, last, command, want in examples(lines):
            have = run(command, folder, build)
            text = "".join(line + "\n" for line in want)
            same = like(text, have)
            if not same and bless:
                edits.append((first, last, have.splitlines()))
            tap.case(f"{name}:{first} {command.replace('#', '')}", same or bless, diff(text, have))
    if edits:
        for first, last, have in reversed(edits):
            lines[first:last] = have
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines))


def main():
    bless, build = arguments()
    tap = Tap()
    for path in [os.path.join(SOURCE, "README.md"), *sorted(glob.glob(os.path.join(SOURCE, "docs", "*.md")))]:
        if os.path.exists(path):
            page(tap, path, build, bless)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
