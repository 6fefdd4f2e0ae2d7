/* words.h: the words of a text, folded and with their clitics cut off, without the lexicon: for full-text
 * search (store/) and for likeness of sentences (ledger/). */
#ifndef ISN_TEXT_WORDS_H
#define ISN_TEXT_WORDS_H

#include "base/base.h"

#define ISN_WORDS_LONGEST 128 /* bytes of a folded word; the rest of a longer one is not compared */

/* One word. `again`: another form of the word before, at the same place. Not 0: stop. */
typedef int (*isn_words_take)(void *context, bool again, const char *word, int len, int start,
                            int end);

/* Each word of the text as it folds, in UTF-8. `forms`: each is followed by what is left of it without
 * و ف ب ك ل س and the article, so that a search for a bare noun finds it under its clitics; else only
 * the article is cut, as of words that are searched for. Returns what `take` returned last. */
int isn_words(const char *text, size_t len, bool forms, isn_words_take take, void *context);

#endif
