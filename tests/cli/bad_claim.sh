# A claim that the article does not have.
printf 'قتل جنديان في هجوم قرب كركوك.\n' >a.txt
isnad explain a.txt c99; echo "exit $?"
isnad explain a.txt first; echo "exit $?"
isnad explain --line 7 a.txt >/dev/null; echo "exit $?"
printf '{"text": "قتل جنديان في هجوم قرب كركوك."}\n' >a.jsonl
isnad explain --line 7 a.jsonl; echo "exit $?"
