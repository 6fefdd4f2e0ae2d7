# A full disk on standard output is told; a closed pipe is not.
isnad code "$SAMPLES" >/dev/full; echo "exit $?"
isnad help >/dev/full; echo "exit $?"
isnad version >/dev/full; echo "exit $?"
{ isnad code --threads 1 "$SAMPLES" "$SAMPLES" "$SAMPLES"; echo "exit $?" >&2; } | head -c 20
