# Bytes that are no text; UTF-16, which is.
printf '\177ELF\002\001\001\000\000\000\000\000\000\000\000\000\003\000' >program
printf '\377\376\047\006\044\006' >utf16.txt
isnad code program; echo "exit $?"
isnad code utf16.txt | grep -o '"encoding":{[^}]*}'; echo "exit $?"
