#!/bin/sh
# `make test-browser`: the types of the console's sources, and the console in Chromium. Gets what both need by npm
# from console/package-lock.json. The closing line is that of tests/run.py.
#
# usage: tests/browser.sh BUILD [SHOTS]      SHOTS: a folder for pictures of each view
set -u
cd "$(dirname "$0")/.." || exit 1
build=$1
work=$build/browser
log=$work/log
mkdir -p "$work" || exit 1
if ! cmp -s console/package-lock.json "$work/installed"; then
    cp console/package.json console/package-lock.json console/.npmrc "$work/"
    if ! (cd "$work" && npm ci --loglevel=error) >"$log" 2>&1 </dev/null; then
        cat "$log"
        echo "0 passed, 1 failed"
        exit 1
    fi
    cp console/package-lock.json "$work/installed"
fi
# The compiler looks for modules beside the sources.
rm -rf "$work/console"
mkdir "$work/console"
cp -R console/src console/texts console/tsconfig.json "$work/console/"
{
    if (cd "$work" && node_modules/.bin/tsc -p console) >"$work/types" 2>&1; then
        echo "ok - types"
    else
        sed 's/^/#   /' "$work/types"
        echo "not ok - types"
    fi
    timeout 600 node tests/browser/browser.mjs "$build" "$work" ${2:+"$2"} 2>"$work/errors" </dev/null || {
        status=$?
        sed 's/^/#   /' "$work/errors"
        [ "$status" = 1 ] && grep -q '^not ok' "$log" 2>/dev/null || echo "not ok - ended with $status"
    }
} >"$log"
passed=$(grep -c '^ok' "$log")
failed=$(grep -c '^not ok' "$log")
if [ "$failed" -gt 0 ]; then
    grep -v '^ok\|^1\.\.' "$log"
fi
printf '%-28s %5d passed\n%d passed, %d failed\n' browser "$passed" "$passed" "$failed"
[ "$failed" = 0 ]
