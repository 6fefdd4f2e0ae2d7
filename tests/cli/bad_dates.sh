# A day that does not exist is a usage error as an option, a warning as metadata.
printf 'قتل جنديان في هجوم قرب كركوك.\n' >a.txt
for date in 2021-02-29 2021-13-01 2021-9-1 tomorrow 2021-09-10T00:00; do
    isnad code --published $date a.txt; echo "exit $?"
done
isnad code --published 2020-02-29 a.txt | grep -o '"published":{[^}]*}'
echo 'published=2021-02-30' >a.meta
isnad code a.txt | grep -o '"published":{[^}]*}'
