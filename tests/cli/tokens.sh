# The tokens of a text: parts of words, sentences, quotations; all of standard input is one text.
isnad tokens 'وقال «إن القوات "ستنسحب" غدا». لم يرد بيانهم!'
printf 'ب15 صاروخا\342\200\217و3٫5 طن\nhttp://a.example/x. #قوات_سورية\n' | isnad tokens -
isnad tokens --format jsonl 'ولمدينتها F16'
isnad tokens ''; isnad tokens ' '
isnad tokens; echo "exit $?"
isnad tokens --format xml x; echo "exit $?"
isnad tokens --pack nowhere 'x'; echo "exit $?"
