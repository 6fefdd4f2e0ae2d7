# Malformed UTF-8: the position is told, the article is coded on.
printf 'قتل جنديان \377 في هجوم قرب كركوك.\n' >bad.txt
isnad code bad.txt >out; echo "exit $?"
grep -c '"event_type":"ASSAULT"' out
isnad code --quiet bad.txt >quiet; echo "exit $?"
cmp out quiet
