#!/bin/sh
# Holds the layout of the C code against .clang-format; --fix lays it out. Tables are laid out by hand:
# the headers (vocabularies, columns) and src/lexicon/schema.c.
cd "$(dirname "$0")/.." || exit 1
sources() {
    find src cli tools tests bench fuzz examples -name '*.c' ! -path src/lexicon/schema.c | sort
}
if [ "${1:-}" = --fix ]; then
    sources | xargs clang-format -i
    exit
fi
status=0
for file in $(sources); do
    if ! clang-format --dry-run -Werror "$file" >/dev/null 2>&1; then
        printf '%s is not laid out; run make format\n' "$file"
        status=1
    fi
done
exit $status
