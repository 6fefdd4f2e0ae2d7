# A file, a folder and a pack that are not there; a folder without articles.
isnad code missing.txt; echo "exit $?"
mkdir hollow && : >hollow/readme.md
isnad code hollow; echo "exit $?"
isnad code --pack missing.pack "$SAMPLES"; echo "exit $?"
isnad explain missing.txt; echo "exit $?"
isnad eval missing.jsonl; echo "exit $?"
