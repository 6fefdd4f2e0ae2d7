#!/bin/sh
# Pages and archives: what they cost beside the bare parse and the bare inflation. usage: bench/web.sh BUILD
set -eu
build=$1
here=$(dirname "$0")
work=$build/bench/web
mkdir -p "$work"
"$here/archive.py" "$work" "$work/pages.warc.gz" 250
ISNAD_PACK=$build/isnad-ar.pack
export ISNAD_PACK
for set in plain light dressed; do
    printf '%s: ' "$set"
    "$build/bench/pages" "$work/$set"/*.html
done
"$build/bench/archive" "$work/pages.warc.gz"
