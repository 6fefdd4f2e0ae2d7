#!/usr/bin/env python3
"""The command line: each tests/cli/NAME.sh runs in an empty folder of its own with `isnad` on the
path, and must give NAME.stdout, NAME.stderr (missing: nothing) and NAME.exit (missing: 0). A line
`...` stands for any lines. $SAMPLES is the folder of samples, $TESTS that of the tests; `samples` and
`tests` stand beside the script as links too. The folder's path is shown as @DIR@, the hash of the pack
as @KNOWLEDGE@. `--bless` rewrites; read the diff.

usage: tests/cli.py [--bless] [BUILD] [NAME...]
"""
import glob
import os
import subprocess
import sys
import tempfile

from harness import SOURCE, TESTS, Tap, arguments, diff, like, read, stable

SECONDS = 120


def run(script, build):
    """Standard output, standard error and exit code of a script, as texts."""
    with tempfile.TemporaryDirectory(prefix="isnad cli ") as folder:
        os.symlink(os.path.join(SOURCE, "samples"), os.path.join(folder, "samples"))
        os.symlink(TESTS, os.path.join(folder, "tests"))
        env = dict(os.environ, PATH=build + os.pathsep + os.environ["PATH"], HOME=folder, LC_ALL="C.UTF-8",
                   SAMPLES=os.path.join(SOURCE, "samples"), TESTS=TESTS, BUILD=build, TERM="dumb")
        done = subprocess.run(["sh", script], cwd=folder, env=env, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=SECONDS)
        texts = [t.decode(errors="replace").replace(folder, "@DIR@") for t in (done.stdout, done.stderr)]
        return stable(texts[0]), stable(texts[1]), f"{done.returncode}\n"


def expected(base, suffix):
    path = base + suffix
    return read(path).decode() if os.path.exists(path) else "0\n" if suffix == ".exit" else ""


def write(base, suffix, text):
    path = base + suffix
    if text == ("0\n" if suffix == ".exit" else ""):
        if os.path.exists(path):
            os.remove(path)
        return
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def main():
    bless, build = arguments()
    only = [a for a in sys.argv[1:] if not a.startswith("--")][1:]
    tap = Tap()
    for script in sorted(glob.glob(os.path.join(TESTS, "cli", "*.sh"))):
        base = script[:-3]
        name = os.path.basename(base)
        if only and name not in only:
            continue
        try:
            have = run(script, build)
        except subprocess.TimeoutExpired:
            tap.case(name, False, f"still running after {SECONDS} s")
            continue
        notes = ""
        for suffix, text in zip((".stdout", ".stderr", ".exit"), have):
            if bless and not like(expected(base, suffix), text):
                write(base, suffix, text)
            want = expected(base, suffix)
            if not like(want, text):
                notes += f"{name}{suffix}\n{diff(want, text)}\n"
        tap.case(name, not notes, notes)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
