# A store that cannot be written, is full, or belongs to another program; nothing half-written stays.
printf 'قتل جنديان في هجوم قرب كركوك.\n' >a.txt
isnad code --store nowhere/a.db a.txt; echo "exit $?"
isnad code --store /dev/full a.txt; echo "exit $?"
printf 'no database at all, and long enough to be read as the head of a file of one, I should think\n' >text.db
cp text.db kept.db
isnad code --store text.db a.txt; echo "exit $?"
cmp text.db kept.db
(ulimit -f 40; isnad code --store small.db a.txt >/dev/null; echo "exit $?")
ls small.db* 2>/dev/null
mkdir folder.db
isnad code --store folder.db a.txt; echo "exit $?"
