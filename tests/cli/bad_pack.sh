# A pack that is truncated, of another kind, or empty.
head -c 1000 "$BUILD/isnad-ar.pack" >short.pack
printf 'a text' >foreign.pack
: >empty.pack
printf 'قتل جنديان في هجوم قرب كركوك.\n' >a.txt
for pack in short foreign empty; do
    isnad code --pack $pack.pack a.txt; echo "exit $?"
done
ISNAD_PACK=foreign.pack isnad code a.txt; echo "exit $?"
