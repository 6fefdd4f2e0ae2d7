#!/usr/bin/env python3
"""The languages of Arabic script are told from Arabic: on texts of our own, whole and cut short, and as other keyboards
write them; and paragraph by paragraph where a text has several.

usage: tests/languages.py [BUILD]
"""
import collections
import os
import sys

from harness import TESTS, Tap, arguments, code_rows, read

OLD_KEYS = str.maketrans("کی", "كي")      # Persian before Unicode
PERSIAN_KEYS = str.maketrans("كي", "کی")  # Arabic written in Tehran
# Share of texts that are right, as docs/record.md tells it.
WANTED = {("whole", "ar"): 0.93, ("whole", "others"): 0.95, ("six words", "ar"): 0.93, ("six words", "others"): 0.95, ("three words", "ar"): 0.93,
          ("three words", "others"): 0.85, ("Arabic keys", "others"): 0.9, ("Persian keys", "ar"): 0.93}


def variants(rows):
    for language, text in rows:
        yield "whole", language, text
        yield "six words", language, " ".join(text.split()[:6])
        yield "three words", language, " ".join(text.split()[:3])
        if language == "ar":
            yield "Persian keys", language, text.translate(PERSIAN_KEYS)
        elif language != "ug":
            yield "Arabic keys", language, text.translate(OLD_KEYS)


def main():
    arguments()
    tap = Tap()
    lines = read(os.path.join(TESTS, "languages.tsv")).decode().splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    cases = list(variants(rows))
    records = code_rows([{"id": str(i), "text": text} for i, (_, _, text) in enumerate(cases)], "--quiet")
    right, all_of, wrong = collections.Counter(), collections.Counter(), collections.defaultdict(list)
    for (variant, language, text), record in zip(cases, records):
        key = (variant, "ar" if language == "ar" else "others")
        all_of[key] += 1
        right[key] += record["document"]["language"] == language
        if record["document"]["language"] != language:
            wrong[key].append(f"{language} taken for {record['document']['language']}: {text}")
    for key, want in WANTED.items():
        share = right[key] / all_of[key]
        tap.case(f"{key[1]}, {key[0]}: {right[key]} of {all_of[key]}, at least {want}", share >= want, "\n".join(wrong[key]))
    texts = {language: [t for l, t in rows if l == language][10:] for language in ("ar", "fa", "ur")}
    story = "قتل جنديان وأصيب ثلاثة آخرون في هجوم قرب كركوك، بحسب وزارة الدفاع العراقية."
    mixed = "\n".join([texts["ar"][0], texts["fa"][0], story, texts["ur"][0], texts["ar"][3]])
    alone = "\n".join([texts["ar"][0], story, texts["ar"][3]])
    both, one, persian = code_rows([{"text": mixed}, {"text": alone}, {"text": "\n".join(texts["fa"] + [story])}], "--quiet")
    told = [p.get("language") for p in both["parts"]]
    tap.case("paragraphs in other languages are told", both["document"]["language"] == "ar" and told == [None, "fa", None, "ur", None], told)
    claims = lambda r: [(c["event_type"], c["anchor"]["text"]) for c in r["claims"]]
    tap.case("and not read", claims(both) == claims(one) and claims(one), f"{claims(both)} {claims(one)}")
    tap.case("an article in another language with an Arabic paragraph is of that language", persian["document"]["language"] == "fa" and not persian["claims"], persian["document"])
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
