/* codes.h: words of the ledger that stand as numbers in a file (schema.c), and back, in SQL. What is no word of a list, for a later
 * program has more, stands as itself. A list that a file has been made with is never changed. */
#ifndef ISN_STORE_CODES_H
#define ISN_STORE_CODES_H

#define ISN_KINDS_CODED(W) W("0", "incident") W("1", "tally") W("2", "aggregate") W("3", "commitment") W("4", "statement")
#define ISN_STATUSES_CODED(W) W("0", "active") W("1", "merged") W("2", "withdrawn")
#define ISN_ACTS_CODED(W)                                                                          \
    W("1", "AGREE") W("2", "CONSULT") W("3", "SUPPORT") W("4", "CONCEDE") W("5", "COOPERATE")      \
    W("6", "AID") W("7", "RETREAT") W("8", "REQUEST") W("9", "ACCUSE") W("10", "REJECT")           \
    W("11", "THREATEN") W("12", "PROTEST") W("13", "SANCTION") W("14", "MOBILIZE")                 \
    W("15", "COERCE") W("16", "ASSAULT")
#define ISN_MODES_CODED(W)                                                                         \
    W("1", "visit") W("2", "third-party") W("3", "multilateral") W("4", "phone")                   \
    W("5", "withdraw") W("6", "release") W("7", "disarm") W("8", "ceasefire") W("9", "access")     \
    W("10", "resign") W("11", "assist") W("12", "change") W("13", "yield") W("14", "meet")         \
    W("15", "disapprove") W("16", "investigate") W("17", "allege") W("18", "restrict")             \
    W("19", "arrest") W("20", "relations") W("21", "expel") W("22", "territory")                   \
    W("23", "violence") W("24", "demo") W("25", "riot") W("26", "strike") W("27", "hunger")        \
    W("28", "boycott") W("29", "obstruct") W("30", "vandalize") W("31", "convict")                 \
    W("32", "discontinue") W("33", "troops") W("34", "weapons") W("35", "police")                  \
    W("36", "militia") W("37", "seize") W("38", "censor") W("39", "curfew")                        \
    W("40", "martial-law") W("41", "deport") W("42", "withhold") W("43", "misinformation")         \
    W("44", "cyber") W("45", "abduct") W("46", "beat") W("47", "torture") W("48", "sexual")        \
    W("49", "targeted") W("50", "destroy") W("51", "primitive") W("52", "firearms")                \
    W("53", "explosives") W("54", "suicide-attack") W("55", "aerial") W("56", "drone")             \
    W("57", "heavy-weapons") W("58", "crowd-control") W("59", "unconventional")

#define ISN_CODE_WORD(code, word) " WHEN " code " THEN '" word "'"
#define ISN_CODE_NUMBER(code, word) " WHEN '" word "' THEN " code

/* ISN_WORD(ISN_KINDS_CODED, "e.kind"): the word of a number; ISN_CODE(ISN_KINDS_CODED, "?1"): the number of a word. */
#define ISN_WORD(list, number) "(CASE " number list(ISN_CODE_WORD) " ELSE " number " END)"
#define ISN_CODE(list, word) "(CASE " word list(ISN_CODE_NUMBER) " ELSE " word " END)"

/* Of the row `e` of `entry_row`: the key of its claim, which is kept as numbers where it is of the usual form. */
#define ISN_KEY(e)                                                                                 \
    "(CASE typeof(" e ".key_article) WHEN 'text' THEN " e ".key_article ELSE\n"                    \
    "      printf('%016x', " e ".key_article) || iif(" e ".key_given IS NULL, '',\n"               \
    "      printf('.%08x', " e ".key_given)) || ':c' || " e ".key_claim END)"

/* Days, which are numbers from 1970-01-01, and back. */
#define ISN_DAYS(text) "cast(julianday(" text ") - 2440587.5 AS INTEGER)"
#define ISN_DAY(number) "date(" number " + 2440587.5)"

#endif
