#!/bin/sh
# The shared library shows exactly the functions that isnad.h declares, and the objects of the static
# one hold no variable that can be written: no global state. usage: tests/symbols.sh SHARED STATIC
set -u
LC_ALL=C
export LC_ALL
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# A declaration begins with ISN_API; its name stands before the first parenthesis.
sed -n 's/^ISN_API [^(]*[ *]\(isn_[a-z0-9_]*\)(.*/\1/p' include/isnad.h | sort >"$work/declared"
# Three names are the linker's own: it shows them when a library beside ours asks for them.
nm -D --defined-only "$1" | awk '$3 !~ /^(__bss_start|_edata|_end)$/ { print $3 }' | sort >"$work/exported"
echo 1..3
if [ -s "$work/declared" ] && diff "$work/declared" "$work/exported" | sed 's/^/#   /' >"$work/diff" && [ ! -s "$work/diff" ]; then
    echo "ok 1 - exported symbols are those of isnad.h"
else
    cat "$work/diff"
    echo "not ok 1 - exported symbols are those of isnad.h"
fi
if [ "$(wc -l <"$work/declared")" -lt 40 ]; then
    echo "ok 2 - fewer than 40 public functions"
else
    echo "not ok 2 - fewer than 40 public functions"
fi
nm "$2" 2>/dev/null | awk '$2 ~ /^[bBcC]$/ { print "#   " $3 } NF == 1 { object = $1 }' >"$work/state"
size -A "$2" 2>/dev/null | awk '/:$|ex / { object = $1 } $1 ~ /^\.(data|bss|tdata|tbss)$/ && $2 > 0 { print "#   " object, $1, $2 }' >>"$work/state"
if [ -s "$work/state" ]; then
    cat "$work/state"
    echo "not ok 3 - no writable variable"
else
    echo "ok 3 - no writable variable"
fi
