# One line of 100 MB, without a space and with the letters of no word that is known.
awk 'BEGIN { for (i = 0; i < 1000000; i++) printf "%s", "ضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضضض"; print "" }' >long.txt
wc -c <long.txt
isnad code long.txt | grep -c '"claims":\[\]'
