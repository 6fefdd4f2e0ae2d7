# A gold set and records that do not fit each other.
printf '{"id":"g","input":"قتل جندي","relevant":true,"claims":[]}\n' >gold.jsonl
printf '{}\n{}\n' >two.jsonl
printf 'nonsense\n' >nonsense.jsonl
: >empty.jsonl
isnad eval gold.jsonl two.jsonl; echo "exit $?"
isnad eval gold.jsonl nonsense.jsonl; echo "exit $?"
isnad eval nonsense.jsonl; echo "exit $?"
isnad eval empty.jsonl; echo "exit $?"
isnad eval - ; echo "exit $?"
