#!/bin/sh
# Tables that are committed because making them needs what a user's machine may lack are current: each
# generator is run again and must give the same bytes.
set -u
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
number=0
failed=0
same() { # same TABLE: against what the generator has put in $work/out
    number=$((number + 1))
    if diff "$1" "$work/out" >"$work/diff" && [ -s "$work/out" ]; then
        echo "ok $number - $1"
    else
        head -20 "$work/diff" | sed 's/^/#   /'
        echo "not ok $number - $1"
        failed=1
    fi
}
tools/gen-fold.py >"$work/out"
same src/text/fold_table.inc
tools/gen-charsets.py >"$work/out"
same src/article/charset_table.inc
if pkg-config --exists icu-i18n 2>/dev/null; then
    # Flags of pkg-config are several words.
    # shellcheck disable=SC2046
    "${CC:-cc}" tools/gen-umalqura.c $(pkg-config --cflags --libs icu-i18n) -o "$work/gen" && "$work/gen" >"$work/out"
    same src/match/umalqura.inc
else
    number=$((number + 1))
    echo "ok $number - src/match/umalqura.inc # SKIP libicu-dev is not here"
fi
echo "1..$number"
exit $failed
