# Makefile: the short door to the build; meson and ninja stand behind it.
#
#   make            builds build/isnad and the language pack beside it
#   make release    builds build/release: what `make install` and `make bench` take (see tools/release)
#   make demo       installs what is missing, builds, codes samples/ and shows the claims
#   make test       installs what is missing, builds, and passes every test
#   make test-browser   the console in Chromium
#   make check      second compiler, sanitizers, layout, linters
#   make bench      speed, memory, and the ratio to the floor
#   make fuzz       each fuzz target for FUZZ_SECONDS
#   make bless      rewrites what the tests expect; read the diff
#   make format     lays the code out
#   make install    PREFIX=/usr/local, DESTDIR=
#   make clean
#
# BUILD=folder builds elsewhere. Paths are relative, so the tree may stand under any name.

BUILD = build
PREFIX = /usr/local
FUZZ_SECONDS = 20
BENCH_MB = 60
JOBS = 2

NINJA = ninja --quiet -j $(JOBS)
# Warnings and errors are shown; "no work to do" is not.
build = $(NINJA) -C "$(1)" >"$(1)/ninja.log" 2>&1 || { cat "$(1)/ninja.log"; exit 1; }; \
	grep -v '^ninja: no work' "$(1)/ninja.log" || true
SHELL = /bin/sh

.PHONY: all programs release demo test test-browser check bench fuzz bless format install clean

all:
	@tools/bootstrap -n build
	@$(MAKE) --no-print-directory programs

programs:
	@tools/configure "$(BUILD)" --prefix "$(PREFIX)"
	@$(call build,$(BUILD))

release:
	@mkdir -p "$(BUILD)"
	@tools/release "$(BUILD)/release" "$(JOBS)" --prefix "$(PREFIX)"

demo:
	@tools/bootstrap build
	@$(MAKE) --no-print-directory programs
	@rm -f "$(BUILD)/demo.db"
	@"$(BUILD)/isnad" code --format text --store "$(BUILD)/demo.db" samples
	@"$(BUILD)/isnad" link --quiet "$(BUILD)/demo.db"
	@printf '\nThe claims are in %s as well, a SQLite file. To see them in a browser:\n\n' "$(BUILD)/demo.db"
	@printf '    %s serve %s\n\nand open http://127.0.0.1:8017/\n' "$(BUILD)/isnad" "$(BUILD)/demo.db"

test:
	@tools/bootstrap test
	@$(MAKE) --no-print-directory programs
	@tests/run.py "$(BUILD)"

test-browser:
	@tools/bootstrap browser
	@$(MAKE) --no-print-directory programs
	@tests/browser.sh "$(BUILD)"

# The closing line counts all tests of all builds.
check:
	@tools/bootstrap check
	@tests/check.sh "$(BUILD)"

bench:
	@tools/bootstrap test
	@$(MAKE) --no-print-directory release
	@bench/run.sh "$(BUILD)/release" "$(BENCH_MB)"

fuzz:
	@tools/bootstrap check
	@CC=clang tools/configure "$(BUILD)/fuzzers" -Dfuzz=true -Db_sanitize=address,undefined -Db_lundef=false
	@$(call build,$(BUILD)/fuzzers)
	@fuzz/run.sh "$(BUILD)/fuzzers" "$(FUZZ_SECONDS)"

bless:
	@$(MAKE) --no-print-directory programs
	@tests/golden.py --bless "$(BUILD)"
	@tests/cli.py --bless "$(BUILD)"
	@tests/manual.py --bless "$(BUILD)"

format:
	@tests/format.sh --fix

install:
	@tools/bootstrap -n build
	@$(MAKE) --no-print-directory release
	@meson install -C "$(BUILD)/release" --no-rebuild --quiet

clean:
	@if [ -d "$(BUILD)/meson-private" ]; then rm -rf "$(BUILD)"; fi
	@rm -f "$(BUILD).configure.log"
