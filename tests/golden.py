#!/usr/bin/env python3
"""Golden records: each tests/golden/NAME.txt and samples/NAME.txt (with NAME.meta) must give
tests/golden/NAME.expected, the record laid out as JSON. `--bless` rewrites what is expected; read the
diff.

usage: tests/golden.py [--bless] [BUILD]
"""
import glob
import json
import os
import sys

from harness import SOURCE, TESTS, Tap, arguments, article_row, code_rows, diff, read, rowless, stable


def laid_out(record):
    return stable(json.dumps(record, ensure_ascii=False, indent=1)) + "\n"


def main():
    bless, _ = arguments()
    tap = Tap()
    folders = (os.path.join(TESTS, "golden"), os.path.join(SOURCE, "samples"))
    for path in sorted(path for folder in folders for path in glob.glob(os.path.join(folder, "*.txt"))):
        name = os.path.basename(path)[:-4]
        expected = os.path.join(TESTS, "golden", name + ".expected")
        try:
            have = laid_out(code_rows([article_row(path)])[0])
        except (RuntimeError, ValueError, IndexError) as error:
            tap.case(name, False, error)
            continue
        want = read(expected).decode() if os.path.exists(expected) else ""
        if bless and rowless(want) != rowless(have):
            with open(expected, "w", encoding="utf-8") as file:
                file.write(have)
            want = have
        tap.case(name, rowless(want) == rowless(have), diff(want, have))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
