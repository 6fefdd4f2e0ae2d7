# A line that is not JSON: its number and byte are told, the next line goes on.
cat >in.jsonl <<'END'
{"id": "a", "text": "اعتقلت الشرطة ثلاثة مشتبه بهم في بغداد."}
{"id": "b", "text": "قطع
not json

["an array"]
{"id": "c"}
{"id": "d", "text": ""}
{"id": "e", "text": "قتل جنديان في هجوم قرب كركوك."}
END
isnad code --threads 1 in.jsonl >out; echo "exit $?"
sed 's/.*"source":"\([a-z]*\)".*/\1/' out
isnad code --threads 4 in.jsonl 2>/dev/null | cmp - out
