# An empty file and one of white space are errors; the rest goes on.
: >empty.txt
printf ' \n\t\n' >blank.txt
: >empty.jsonl
printf 'اعتقلت الشرطة ثلاثة مشتبه بهم في بغداد.\n' >good.txt
isnad code empty.txt blank.txt empty.jsonl good.txt | grep -c '"format":1'
isnad code empty.txt
