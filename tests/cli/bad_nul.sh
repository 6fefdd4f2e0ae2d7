# A NUL byte ends a line; it is told, the article is coded on.
printf 'قتل جنديان في هجوم قرب كركوك.\0 وأصيب ثالث.\n' >nul.txt
isnad code nul.txt >out; echo "exit $?"
grep -c '"event_type":"ASSAULT"' out
