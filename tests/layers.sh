#!/bin/sh
# The tree keeps the house's rules, and tools/check-layers sees each breach: it is shown one of every
# kind, in a small tree of its own, and one tree without fault.
set -u
source=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
number=0
failed=0

tell() { # tell NAME OK
    number=$((number + 1))
    if [ "$2" = 0 ]; then
        echo "ok $number - $1"
    else
        sed 's/^/#   /' "$work/log"
        echo "not ok $number - $1"
        failed=1
    fi
}
small_tree() {
    rm -rf "$work/tree"
    mkdir -p "$work/tree/src/base" "$work/tree/src/text" "$work/tree/cli" "$work/tree/tools"
    printf 'purpose: ground\nincludes: -\n' >"$work/tree/src/base/MODULE"
    printf 'purpose: words\nincludes: base\n' >"$work/tree/src/text/MODULE"
    cat >"$work/tree/src/base/heap.c" <<'END'
/* base may: malloc(1); كلمة in a comment is no fault. */
#include "base/base.h"
#include <stdlib.h>
void *f(void) { return malloc(1); } // exit(1) in a comment
END
    cat >"$work/tree/src/text/scan.c" <<'END'
#include "base/base.h"
#include "isnad.h"
static const char *const name = "printf(malloc(\"/*\"))"; /* a comment that
goes on: abort() and "قتل" */
static int g(int a) { return isn_free(a) + '"' + snprintf(0, 0, "x"); }
END
    printf '#include "isnad.h"\n#include <stdio.h>\nint main(void) { return printf("ok"); }\n' >"$work/tree/cli/main.c"
}
sees() { # sees NAME FILE LINE-OF-C: the small tree with the line in the file has exactly one fault, there
    small_tree
    printf '%s\n' "$3" >>"$work/tree/$2"
    "$source/tools/check-layers" "$work/tree" >"$work/log" 2>&1
    status=$?
    [ $status = 1 ] && [ "$(wc -l <"$work/log")" = 1 ] && grep -q "^$2:" "$work/log"
    tell "$1" $?
}

"$source/tools/check-layers" >"$work/log" 2>&1
tell "the tree keeps the rules" $?
small_tree
"$source/tools/check-layers" "$work/tree" >"$work/log" 2>&1
tell "a tree without fault passes" $?
sees "sees an include against the stream" src/base/heap.c '#include "text/text.h"'
sees "sees an include without its folder" src/text/scan.c '#include "text.h"'
sees "sees the command including the inside" cli/main.c '#include "base/base.h"'
sees "sees the database outside store" src/text/scan.c '#include <sqlite3.h>'
sees "sees an Arabic word" src/text/scan.c 'static const char *const verb = "قتل";'
sees "sees an Arabic word in escapes" src/text/scan.c 'static const char *const verb = "\u0642";'
sees "sees the allocator outside base" src/text/scan.c 'void h(void *p) { free(p); }'
sees "sees printing in the library" src/text/scan.c 'void h(void) { puts("x"); }'
sees "sees an exit in the library" src/base/heap.c 'void h(void) { abort (); }'
sees "sees a banned function" cli/main.c 'void h(char *a) { strcpy(a, "x"); }'
sees "sees state in the library" src/text/scan.c 'static int counter;'
small_tree
printf 'purpose: words\n' >"$work/tree/src/text/MODULE"
"$source/tools/check-layers" "$work/tree" >"$work/log" 2>&1
[ $? != 0 ] && grep -q '^src/text/MODULE:2:' "$work/log"
tell "sees a MODULE without includes" $?
# Why a word tells nothing is said in Arabic too (`isnad explain --language ar`).
cat "$source"/src/claim/*.c | tr '\n' ' ' | grep -oE '(isn_cue_kill_ev|isn_cue_mark)\([^;]*;|->why = [^;]*;' |
    grep -oE '"[^"]+"' | tr -d '"' | LC_ALL=C sort -u >"$work/reasons"
cut -f 1 "$source/lang/ar/interface.tsv" | sed -n 's/^why\.//p' | LC_ALL=C sort -u >"$work/told"
LC_ALL=C comm -23 "$work/reasons" "$work/told" >"$work/log"
[ "$(wc -l <"$work/reasons")" -gt 60 ] && [ ! -s "$work/log" ]
tell "every reason has its Arabic" $?
echo "1..$number"
exit $failed
