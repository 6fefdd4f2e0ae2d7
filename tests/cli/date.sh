# The expressions of time in a text; without a day to count from, what needs one has none.
isnad date --on 2021-09-10 'قتل جنديان أمس الخميس، ومنذ مطلع الشهر قتل عشرة' 'ينسحبون خلال 48 ساعة'
isnad date 'أمس' 'الجمعة 5 آذار 2021'
printf 'في 3 جانفي 2020\nلا شيء\nيوم الاثنين 14 من رجب 1442 هـ "اليوم"\n' | isnad date --on 2021-03-01 --format jsonl -
isnad date; echo "exit $?"
isnad date --on 2021-02-30 'أمس'; echo "exit $?"
isnad date --pack nowhere 'أمس'; echo "exit $?"
