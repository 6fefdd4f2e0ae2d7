# Files, folders, standard input and metadata; what comes out keeps the order.
mkdir -p news/inner
printf 'اعتقلت الشرطة ثلاثة مشتبه بهم في بغداد.\n' >news/b.txt
printf 'published=2021-09-10\noutlet = alaraby.co.uk\n# a note\nurl=https://example.org/b\n' >news/b.meta
printf '{"id": 7, "title": "اعتقال ثلاثة", "text": "اعتقلت الشرطة ثلاثة في بغداد."}\n{"text": "هدوء"}\n' >news/a.jsonl
printf 'قتل جنديان في هجوم قرب كركوك.\n' >news/inner/c.txt
printf 'not an article' >news/.hidden.txt
printf 'not an article' >news/readme.md
sources() {
    sed 's/.*"source":"\([^"]*\)","url":\([^,]*\),"outlet":\({[^}]*}\|null\).*"published":{"start":\([^,]*\),.*"from":"\([a-z]*\)".*/\1 \2 \3 \4 \5/'
}
isnad code news | sources
isnad code --published 2020-01-02 --outlet 'صحيفة' news/b.txt | sources
isnad code <news/b.txt | sources
isnad code --from jsonl - <news/a.jsonl | sources
isnad code --from text news/a.jsonl | sources
cat news/b.txt | isnad code - news/inner/c.txt | sources
