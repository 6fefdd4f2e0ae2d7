# Rows of a user's own: added, in force at the next run, refused with file, line and column.
printf 'أعلنت دروع الوادي الأخضر أنها قصفت معسكراً للجيش في مأرب أمس.\n' >a.txt
isnad lexicon add --lexicon mine actors id=shields names='دروع الوادي[ الأخضر]' name='Valley Shields' country=ye sector=REB inter=2 role=belligerent flags=armed
isnad code --lexicon mine a.txt | grep -o '"id":"shields","name":"[^"]*"' | sort -u
isnad code --lexicon=mine/ a.txt | grep -c '"id":"shields"'
isnad explain --lexicon mine a.txt | grep -o 'mine/actors.tsv:[0-9]*' | sort -u
isnad date --lexicon mine --on 2021-09-10 'أمس'
# What is compiled is kept, and made anew when the folder changes.
ls .cache/isnad | sed 's/^[0-9a-f]*/HASH/'
sed 's/Valley/Canyon/' mine/actors.tsv >new && mv new mine/actors.tsv
isnad code --lexicon mine a.txt | grep -o '"name":"Canyon[^"]*"'
# Nowhere to keep it: it is compiled all the same.
HOME=/nowhere isnad lexicon find --lexicon mine shields | cut -f2
# Faults change nothing.
cp mine/actors.tsv before
isnad lexicon add --lexicon mine actors id=bad names='ظلال [الوادي' sector=REB; echo "exit $?"
isnad lexicon add --lexicon mine actors id=bad names='ظلال' country=zz sector=XXX; echo "exit $?"
isnad lexicon add --lexicon mine actors id=shields names='ظلال' sector=REB; echo "exit $?"
isnad lexicon add --lexicon other persons id=p names='فلان الفلاني' from=2020-13; echo "exit $?"; ls other
cmp mine/actors.tsv before
printf 'stems\nال\n' >mine/spellings.tsv
isnad code --lexicon mine a.txt; echo "exit $?"
rm mine/spellings.tsv
# A built-in row gives way to one with its id.
isnad lexicon add --lexicon mine actors id=azov names='لواء الشمس' name='Sun' country=ua sector=MIL inter=8 role=belligerent flags=armed
isnad lexicon diff --lexicon mine | cut -f1-3 | sed 's/tsv:[0-9]*/tsv:LINE/'
isnad lexicon find --lexicon mine 'لواء الشمس' | cut -f1-2
# Usage.
isnad lexicon; echo "exit $?"
isnad lexicon find; echo "exit $?"
isnad lexicon add actors id=x; echo "exit $?"
isnad lexicon add --lexicon mine nothing id=x; echo "exit $?"
isnad lexicon add --lexicon mine actors colour=red; echo "exit $?"
isnad lexicon find نننننن; echo "exit $?"
isnad code --lexicon nowhere a.txt; echo "exit $?"
