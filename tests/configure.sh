#!/bin/sh
# tools/configure: which folders it sets up, and which it leaves alone. A stand-in for meson shows that it was called.
set -u
cd "$SOURCE" || exit 1
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
mkdir "$here/bin"
cat >"$here/bin/meson" <<'END'
#!/bin/sh
for folder; do :; done
mkdir -p "$folder/meson-private"
: >"$folder/build.ninja"
END
chmod +x "$here/bin/meson"
number=0
failed=0
case_is() { # NAME, and a command that is to succeed
    name=$1
    shift
    number=$((number + 1))
    if "$@" >"$here/said" 2>&1; then
        echo "ok $number - $name"
    else
        sed 's/^/#   /' "$here/said"
        echo "not ok $number - $name"
        failed=1
    fi
}
configure() {
    PATH="$here/bin:$PATH" tools/configure "$@"
}
nothing_yet() {
    configure "$here/new" && test -f "$here/new/build.ninja"
}
release_first() {
    mkdir -p "$here/build/release/meson-private"
    : >"$here/build/release.log"
    configure "$here/build" && test -f "$here/build/build.ninja" && test -d "$here/build/release/meson-private"
}
of_somebody() {
    mkdir -p "$here/papers/drafts"
    ! configure "$here/papers" && test -d "$here/papers/drafts" && ! test -e "$here/papers/build.ninja"
}
case_is "a folder that is not there is set up" nothing_yet
case_is "one where the release alone was built is set up, and the release stays" release_first
case_is "one with anything else in it is left alone" of_somebody
echo "1..$number"
exit $failed
