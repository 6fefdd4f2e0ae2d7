# The numbers of a text: what each is, what it counts, and by which rule.
isnad number 'قتل ما لا يقل عن ثلاثة آلاف شخص بينهم 12 طفلاً' 'بين 10 و15 جريحا' 'دون وقوع إصابات'
isnad number 'نصف السكان و12.5 في المئة' 'اللواء 444' 'جنديان' 'عشرات القتلى' 'الحادي والعشرون'
printf 'مليونان و٣٥٠ ألفا\nلا شيء\nأكثر من 26٬013 نازحا "و"\n' | isnad number --format jsonl -
isnad number; echo "exit $?"
isnad number --format xml 'ثلاثة'; echo "exit $?"
isnad number --pack nowhere 'ثلاثة'; echo "exit $?"
