# A dump of GeoNames and a CSV become rows of the user's folder; a row with a fault takes all of them back.
printf '1\tQaryat al-Sahil\tQaryat al-Sahil\tQaryat as Sahil,قرية الساحل الأزرق,قریۀ\t13.5\t44.1\tP\tPPL\tYE\t\t\t\t\t\t900\t\t10\tAsia/Aden\t2020-01-01\n' >gn.txt
printf '2\tMadinat Nur\tMadinat Nur\tمدينة نورستان الجديدة,نورستان\t14.25\t-44.5\tP\tPPLA\tYE\t\t\t\t\t\t70000\t\t10\tAsia/Aden\t2020-01-01\n3\tA lake\tA lake\tبحيرة\t14\t44\tH\tLK\tYE\t\t\t\t\t\t0\t\t1\tAsia/Aden\t2020-01-01\n4\tNo Arabic\tNo Arabic\tNoname\t14\t44\tP\tPPL\tYE\t\t\t\t\t\t0\t\t1\tAsia/Aden\t2020-01-01\n' >>gn.txt
isnad places import gn.txt
isnad places import --lexicon mine gn.txt; echo "exit $?"
isnad places import --lexicon mine gn.txt; echo "exit $?"
printf 'قتل ثلاثة مدنيين في قصف على قرية الساحل الأزرق أمس.\n' >a.txt
isnad code --lexicon mine a.txt | grep -o '"id":"gn-1"[^}]*' | head -1
printf 'id,names,name,country,lat,lon,type,admin1\nhill,"تل الدروع|تلة الدروع","Tell, the",SY,35.1,36.7,village,Hama\n,"وادي ""الدروع""",x,sy,35,36,,\n,وادي الدروع,Wadi,sy,35,36,,\n' >b.csv
isnad places import b.csv
printf 'names,country,lat,lon\nتل السيوف,zz,35,36\n' >bad.csv
cp mine/places.tsv before
isnad places import --lexicon mine bad.csv; echo "exit $?"
cmp before mine/places.tsv
isnad places import nothing.csv; echo "exit $?"
isnad places; echo "exit $?"
