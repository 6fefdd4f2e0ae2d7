/* phrase.h: words that stand one after the other. The index of words knows which articles have them, not where in them:
 * whether they do is told by the text. For the program, and for the extension for other programs' SQLite. */
#ifndef ISN_STORE_PHRASE_H
#define ISN_STORE_PHRASE_H

#include <stddef.h>
#include <stdint.h>

#define ISN_PHRASE_WORDS 64 /* of more, in all phrases, the rest need not stand in their order */

typedef struct isn_phrases { /* what is between two quotation marks is a phrase, else each word is one */
    char *words;      /* as they fold, one after the other */
    size_t len, cap;
    uint32_t at[ISN_PHRASE_WORDS + 1];
    unsigned n;
    uint64_t first, last; /* words that begin a phrase, that end one; a bit each */
    char *said;           /* words as they were asked, without the article, a blank after each */
    size_t nsaid, said_cap;
    char *asked;          /* all of them for FTS5: articles that have each; it ends with a 0 byte */
    size_t nasked, asked_cap;
    _Bool failed; /* no memory */
} isn_phrases;

void isn_phrases_read(isn_phrases *phrases, const char *text, size_t len);
void isn_phrases_release(isn_phrases *phrases);
/* Does a phrase have more than one word, so that the text must be asked? */
_Bool isn_phrases_are(const isn_phrases *phrases);
/* Does the text have all of them, each under its clitics? */
_Bool isn_phrases_in(const isn_phrases *phrases, const char *text, size_t len);

#endif
