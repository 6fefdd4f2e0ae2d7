# The page for a reader: no colours where it is no terminal.
cat >a.txt <<'END'
مقتل جنديين في هجوم قرب كركوك

قالت وزارة الدفاع العراقية في بيان إن جنديين قتلا في هجوم شنه مسلحون قرب كركوك.
END
isnad code --format text --published 2021-09-10 a.txt >page; echo "exit $?"
grep -c "$(printf '\033')" page
sed -n 2p page
