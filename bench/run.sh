#!/bin/sh
# Makes the corpus where it is not there yet, and runs the bench. usage: bench/run.sh BUILD MEGABYTES
set -eu
build=$1
megabytes=$2
here=$(dirname "$0")
corpus=$build/bench/corpus-$megabytes.jsonl
if [ ! -f "$corpus" ] || [ "$here/templates.txt" -nt "$corpus" ] || [ "$here/corpus.py" -nt "$corpus" ]; then
    "$here/corpus.py" "$megabytes" >"$corpus.part"
    mv "$corpus.part" "$corpus"
fi
tiny=$build/bench/tiny.jsonl
head -n 1 "$corpus" >"$tiny"
ISNAD_PACK=$build/isnad-ar.pack "$build/bench/bench" "$corpus" "${BENCH_RUNS:-5}" "$build/isnad" "$tiny"
