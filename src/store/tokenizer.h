/* tokenizer.h: cuts text into words for full-text search, folded as the coder folds. Left of it: text/.
 * Right of it: tokenizer.c hands it to FTS5 inside the program; src/store/ext/isnad_fts.c as an extension that the
 * shell of SQLite loads. */
#ifndef ISN_STORE_TOKENIZER_H
#define ISN_STORE_TOKENIZER_H

#include "base/base.h"

#define ISN_FTS_LONGEST 128 /* bytes of a folded word; the rest of a longer one is not compared */

/* One word. `again`: another form of the word before, at the same place. Not 0: stop. */
typedef int (*isn_fts_take)(void *context, bool again, const char *word, int len, int start,
                            int end);

/* Each word of the text as it folds, in UTF-8. `forms`: each is followed by what is left of it without
 * و ف ب ك ل س and the article, so that a search for a bare noun finds it under its clitics; else only
 * the article is cut, as of words that are searched for. Returns what `take` returned last. */
int isn_fts_words(const char *text, size_t len, bool forms, isn_fts_take take, void *context);

#endif
