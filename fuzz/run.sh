#!/bin/sh
# Runs each fuzz target of a build folder for a number of seconds, from the committed corpus; what it
# finds goes to a folder in the build. Ends with 1 at the first crash, and says how to run it again.
#
# usage: fuzz/run.sh BUILD SECONDS [TARGET | source:KIND]...
# KIND is one of those of fuzz_source.c, from 0: 0 web archives, 1 CSV, 2 TSV, 3 feeds, 4 ZIP, 5 JSONL, 6 by what it looks like.
set -u
cd "$(dirname "$0")/.." || exit 1
build=$1
seconds=$2
shift 2
ISNAD_PACK=$build/isnad-ar.pack
export ISNAD_PACK
[ $# -gt 0 ] || set -- "$build"/fuzz/fuzz_*
for target in "$@"; do
    name=$(basename "$target")
    name=${name#fuzz_}
    kind=${name#*:}
    name=${name%%:*}
    [ -x "$build/fuzz/fuzz_$name" ] && [ -f "$build/fuzz/fuzz_$name" ] || continue
    hunt=$name
    unset ISNAD_FUZZ_KIND
    if [ "$kind" != "$name" ]; then
        export ISNAD_FUZZ_KIND="$kind"
        hunt=$name-$kind
    fi
    found=$build/fuzz/found/$hunt
    mkdir -p "$found"
    log=$build/fuzz/$hunt.log
    if "$build/fuzz/fuzz_$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
        -artifact_prefix="$found/crash-" "$found" "fuzz/corpus/$name" >"$log" 2>&1 </dev/null; then
        printf '%-10s %s\n' "$hunt" "$(grep -o 'Done [0-9]* runs.*' "$log" | tail -1)"
    else
        tail -40 "$log"
        printf '%s: fault; run it again with\n    ISNAD_PACK=%s %s%s %s\n' "$hunt" "$ISNAD_PACK" \
            "${ISNAD_FUZZ_KIND:+ISNAD_FUZZ_KIND=$ISNAD_FUZZ_KIND }" \
            "$build/fuzz/fuzz_$name" "$(ls -t "$found"/crash-* 2>/dev/null | head -1)"
        exit 1
    fi
done
