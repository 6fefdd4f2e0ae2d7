#!/bin/sh
# `make check`: what `make test` does not see. Each step is one line; what a step says is shown when it
# fails, and the steps after it run all the same. The closing line counts steps and the tests of the
# build with sanitizers.
#
# usage: tests/check.sh BUILD [STEP...]     steps: layout gcc clang tidy cppcheck bare sanitizers kills slurm
set -u
cd "$(dirname "$0")/.." || exit 1
build=$1
shift
[ $# -gt 0 ] || set -- layout gcc clang tidy cppcheck bare sanitizers kills slurm
jobs=${JOBS:-2}
passed=0
failed=0
mkdir -p "$build"
log=$build/check.log

compile() { # compile FOLDER COMPILER OPTION...
    folder=$1
    CC=$2
    export CC
    shift 2
    tools/configure "$folder" "$@" && ninja --quiet -j "$jobs" -C "$folder"
}
sources() { # those that clang-tidy has compile commands for
    find src cli tools bench fuzz -name '*.c' ! -name 'gen-*' | sort
}
tidy() {
    [ -f "$build/clang/compile_commands.json" ] || compile "$build/clang" clang -Dwerror=true || return 1
    # The analyzer may look at 5,000 states a function: a twelfth of the time, and it found the same.
    sources | xargs -P "$jobs" -n 6 clang-tidy --quiet -p "$build/clang" --extra-arg=-Xclang \
        --extra-arg=-analyzer-config --extra-arg=-Xclang --extra-arg=max-nodes=5000 2>/dev/null
}
run_step() {
    case $1 in
    layout) tests/format.sh ;;
    gcc) compile "$build/gcc" gcc -Dwerror=true ;;
    clang) compile "$build/clang" clang -Dwerror=true ;;
    tidy) tidy ;;
    cppcheck)
        cppcheck -q -j "$jobs" --std=c11 --language=c --error-exitcode=1 --inline-suppr \
            --enable=warning,performance,portability --suppress=missingIncludeSystem \
            --suppress=unmatchedSuppression --suppress=normalCheckLevelMaxBranches \
            --suppressions-list=tests/cppcheck.txt -Iinclude -Isrc -D_GNU_SOURCE src cli tools bench
        ;;
    bare) # without what the optional parts need; everything else builds and passes
        compile "$build/bare" gcc -Dwerror=true -Dqueue=disabled -Dpostgres=disabled -Dserve=disabled \
            -Dwatch=disabled -Dconsole=disabled || return 1
        [ "$("$build/bare/isnad" version | tail -n 1)" = "-postgresql -nats -serve -watch" ] || return 1
        tests/run.py "$build/bare"
        ;;
    sanitizers) # without -Werror: under ASan gcc takes poisoned memory for uninitialised
        compile "$build/asan" gcc -Db_sanitize=address,undefined -Doptimization=1 ||
            return 1
        tests/run.py "$build/asan"
        ;;
    kills) # a run that is killed 50 times
        KILLS=50 tests/run.py "$build/gcc" resume
        ;;
    slurm) # the shipped script on a real controller and node
        tests/slurm.py "$build"
        ;;
    *)
        echo "no such step"
        return 1
        ;;
    esac
}

for step; do
    if run_step "$step" >"$log" 2>&1 </dev/null; then
        passed=$((passed + 1))
        printf '%-12s good\n' "$step"
    else
        failed=$((failed + 1))
        printf '%-12s FAULT\n' "$step"
        sed '/^[0-9]* passed, [0-9]* failed$/d; s/^/    /' "$log" | tail -n 120
    fi
    # The sanitizers' run closes with its own count: its tests are added, its failure counts once.
    count=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$log" | tail -n 1)
    if [ -n "$count" ]; then
        passed=$((passed + ${count% *}))
        [ "${count#* }" = 0 ] || failed=$((failed + ${count#* } - 1))
    fi
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
