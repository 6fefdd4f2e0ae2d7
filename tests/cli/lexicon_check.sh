# What compiles and yet looks wrong; the built-in tables are clean.
isnad lexicon check; echo "exit $?"
mkdir mine
printf 'id\tnames\tname\tcountry\tsector\tinter\trole\tflags\tfrom\tto\na\tدروع الوادي\tA\tye\tREB\t2\tbelligerent\tarmed\t2020\t2010\nb\tدروع الوادي\tB\tye\tREB\t2\tbelligerent\tarmed\t-\t-\nc/2\tسيوف الجبل\tC\tye\tREB\t2\tbelligerent\tarmed\t-\t-\nc\tرماح الجبل\tC\tye\tREB\t2\tbelligerent\tarmed\t-\t-\nd\tحركة حماس\tD\tps\tREB\t2\tbelligerent\tarmed\t-\t-\n' >mine/actors.tsv
printf 'id\tnames\tshort\tname\tcountry\tsector\tinter\trole\toffice\tfrom\tto\np\tفلان الفلاني\t-\tP\tye\tGOV\t1\tofficial\tforeign\t2020-05\t-\np/2\tفلان الفلاني\t-\tP\tye\tGOV\t1\tofficial\tdefence\t2015\t2016-02-01\nq\tعلان العلاني\t-\tQ\tye\tGOV\t1\tofficial\tdefence\t2015\t2014-12-31\n' >mine/persons.tsv
printf 'id\tnames\tname\ttype\tcountry\tadmin1\tlat\tlon\tprecision\tcue\nv\tوادي الدروع\tV\tvillage\tye\t-\t130\t44\t1\t0\n' >mine/places.tsv
isnad lexicon check --lexicon mine; echo "exit $?"
printf 'قال فلان الفلاني إن دروع الوادي هاجمت وادي الدروع.\n' >a.txt
isnad lexicon unused --lexicon mine a.txt | grep ^mine/ | cut -f1-2
isnad lexicon stats --lexicon mine | grep -E 'added|actors|persons|places' | awk '{ print $1, $NF }'
