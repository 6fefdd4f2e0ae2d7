# Other languages: not relevant, the language said, no error.
language() {
    sed 's/.*"language":"\([a-z]*\)".*"relevant":\([a-z]*\).*"claims":\(\[\]\).*/\1 \2 \3/'
}
printf 'The army said that two soldiers were killed near Kirkuk.\n' >en.txt
printf 'ارتش گفت که دو سرباز در نزدیکی کرکوک کشته شدند و پنج نفر دیگر زخمی شدند.\n' >fa.txt
printf 'فوج نے کہا ہے کہ کرکوک کے قریب دو فوجی ہلاک ہو گئے ہیں۔\n' >ur.txt
printf 'سوپا ڕایگەیاند کە دوو سەرباز لە نزیک کەرکووک کوژران.\n' >ckb.txt
printf 'Армия заявила, что два солдата погибли.\n' >ru.txt
printf '12345 +++ 678\n' >none.txt
for each in en fa ur ckb ru none; do
    isnad code $each.txt | language
done
isnad code --format text en.txt
