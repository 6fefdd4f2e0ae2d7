#!/bin/sh
# Installs into a scratch folder and uses what has come as a stranger would:
# the command finds its pack, pkg-config gives the flags, examples/ builds against both libraries.
set -u
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
prefix=$(meson introspect --buildoptions "$BUILD" | python3 -c '
import json, sys
print(next(o["value"] for o in json.load(sys.stdin) if o["name"] == "prefix"))')
number=0
failed=0
check() { # check NAME COMMAND...: what the command says is shown when it fails
    name=$1
    shift
    number=$((number + 1))
    if "$@" >"$work/log" 2>&1; then
        echo "ok $number - $name"
    else
        sed 's/^/#   /' "$work/log" | head -40
        echo "not ok $number - $name"
        failed=1
    fi
}
present() {
    for each in include/isnad.h share/isnad/isnad-ar.pack bin/isnad; do
        [ -f "$root/$each" ] || { echo "no $each"; return 1; }
    done
}
runs() { # the installed command, with nothing in the environment to help it
    printf 'نص قصير\n' | env -u ISNAD_PACK "$root/bin/isnad" code - >"$work/out" && grep -q '"format"' "$work/out"
}
lays_over() { # rows of a user's own need the built-in ones that were installed
    rm -rf "$work/mine"
    env -u ISNAD_PACK HOME="$work" "$root/bin/isnad" lexicon add --lexicon "$work/mine" actors id=x \
        names='دروع الوادي' country=ye sector=REB flags=armed
}
flags() {
    pkg-config --define-variable=prefix="$root" "$@" isnad
}
build_example() { # build_example OUTPUT LINK-FLAGS...: flags come quoted from pkg-config, hence eval
    output=$1
    shift
    eval "${CC:-cc} -std=c17 -Wall -Wextra -Werror \"\$SOURCE/examples/claims.c\" -o \"\$output\" $(flags --cflags) $*"
}
example_runs() {
    sample=$(ls "$SOURCE"/samples/*.txt 2>/dev/null | head -1)
    [ -n "$sample" ] || sample=$SOURCE/README.md
    ISNAD_PACK="$root/share/isnad/isnad-ar.pack" "$@" "$sample"
}
check "installs under DESTDIR" meson install -C "$BUILD" --no-rebuild --quiet --destdir "$work/root"
root=$work/root$prefix
library=$(dirname "$(find "$root" -name libisnad.a 2>/dev/null | head -1)")
PKG_CONFIG_PATH=$library/pkgconfig
export PKG_CONFIG_PATH
check "header, pack and command are there" present
check "the installed command finds its pack" runs
check "the installed command takes rows of a user" lays_over
check "pkg-config knows isnad" flags --exists
check "example links with the shared library" build_example "$work/shared" "$(flags --libs)"
check "example runs" example_runs env LD_LIBRARY_PATH="$library" "$work/shared"
check "example links with the static library" build_example "$work/static" "\"\$library/libisnad.a\"" \
    "$(pkg-config --libs $(pkg-config --print-requires-private isnad | cut -d ' ' -f 1)) -lm"
check "example runs" example_runs "$work/static"
echo "1..$number"
exit $failed
