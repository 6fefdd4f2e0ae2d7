"""What the test programs share: TAP, running the command, comparing texts, and finding inputs."""
import difflib
import glob
import json
import os
import re
import subprocess
import sys

SOURCE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TESTS = os.path.join(SOURCE, "tests")
SHARED = os.path.join(os.path.dirname(SOURCE), "shared")  # sets that are not the project's own


class Tap:
    """Prints cases as they come; `done` prints the plan and gives the exit code."""

    def __init__(self):
        self.number = self.failed = 0

    def case(self, name, ok, notes=""):
        self.number += 1
        self.failed += not ok
        if not ok:
            for line in str(notes).splitlines()[:80]:
                print("#   " + line)
        print(f"{'ok' if ok else 'not ok'} {self.number} - {name}", flush=True)
        return ok

    def skip(self, name, why):
        self.number += 1
        print(f"ok {self.number} - {name} # SKIP {why}", flush=True)

    def done(self):
        print(f"1..{self.number}" if self.number else "1..0 # SKIP there is none yet")
        return self.failed != 0


def arguments():
    """The --bless flag and the build folder of the command line."""
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    build = os.path.abspath(args[0] if args else os.path.join(SOURCE, "build"))
    os.environ.setdefault("ISNAD", os.path.join(build, "isnad"))
    os.environ.setdefault("ISNAD_PACK", os.path.join(build, "isnad-ar.pack"))
    return "--bless" in sys.argv, build


def isnad(*args, stdin=b"", check=True):
    """Standard output of the command, as bytes. With `check`, a failure is an exception that says why."""
    run = subprocess.run([os.environ["ISNAD"], *args], input=stdin, capture_output=True)
    if check and run.returncode != 0:
        raise RuntimeError(f"isnad {' '.join(args)} ended with {run.returncode}: {run.stderr.decode(errors='replace')}")
    return run.stdout if check else run


def code_rows(rows, *args):
    """Codes JSONL rows (dictionaries); the records, parsed, in order."""
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    out = isnad("code", "--from", "jsonl", *args, "-", stdin=text.encode())
    return [json.loads(line) for line in out.decode().splitlines()]


def read(path):
    with open(path, "rb") as file:
        return file.read()


def meta_of(path):
    """NAME.meta beside NAME.txt: lines `published=`, `outlet=`, `title=`, `url=`."""
    path = os.path.splitext(path)[0] + ".meta"
    if not os.path.exists(path):
        return {}
    pairs = (line.partition("=")[::2] for line in read(path).decode().splitlines())
    return {key.strip(): value.strip() for key, value in pairs if value}


def article_row(path):
    return {"id": os.path.basename(path), "text": read(path).decode(errors="replace"), **meta_of(path)}


def gold_path(name="dev/gold.jsonl"):
    path = os.path.join(SHARED, name)
    return path if os.path.exists(path) else None


def all_rows():
    """Every article that stands somewhere in the tree or beside it, as JSONL rows."""
    for folder in ("tests/golden", "samples"):
        for path in sorted(glob.glob(os.path.join(SOURCE, folder, "*.txt"))):
            yield article_row(path)
    for path in sorted(glob.glob(os.path.join(SHARED, "seed", "*.txt"))):
        yield article_row(path)
    for path in sorted(glob.glob(os.path.join(TESTS, "gold", "*.jsonl")) + glob.glob(os.path.join(SHARED, "*", "gold*.jsonl"))):
        for line in read(path).decode().splitlines():
            row = json.loads(line)
            given = {k: v for k, v in (row.get("given") or {}).items() if v}
            yield {"id": row["id"], "text": row["input"], **given}


def stable(text):
    """A record with what changes with each edit of the lexicon taken out."""
    text = re.sub(r'("knowledge": ?)"[0-9a-f]{64}"', r'\1"@KNOWLEDGE@"', text)
    return re.sub(r'("coder": ?\{"version": ?)"[^"]*"', r'\1"@VERSION@"', text)


def diff(want, have):
    return "\n".join(difflib.unified_diff(want.splitlines(), have.splitlines(), "expected", "given", lineterm="", n=1))


def rowless(text):
    """A text without the line numbers of lexicon rows, which move with each row added above them."""
    return re.sub(r"(\.tsv:|\b[a-z]+/)\d+\b", r"\1N", text)


def like(want, have):
    """Are the texts equal, where a line `...` of `want` stands for any number of lines? Line numbers of
    lexicon rows do not count."""
    want, have = rowless(want), rowless(have)
    if "\n...\n" not in f"\n{want}\n":
        return want == have
    pattern = "".join("(?:.*\n)*" if line == "..." else re.escape(line) + "\n" for line in want.splitlines())
    return re.fullmatch(pattern, have if have.endswith("\n") or not have else have + "\n") is not None
