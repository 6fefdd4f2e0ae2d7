#!/bin/sh
# Holds the layout of the C code against .clang-format; --fix lays it out. Headers are laid out by hand
# where they are tables (vocabularies, columns), so only .c files are held.
cd "$(dirname "$0")/.." || exit 1
case ${1:-} in
--fix) find src cli tools tests bench fuzz examples -name '*.c' -exec clang-format -i {} + ;;
*) find src cli tools tests bench fuzz examples -name '*.c' -exec clang-format --dry-run -Werror {} + ;;
esac
