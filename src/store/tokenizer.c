/* tokenizer.c: makes the tokenizer of words.c known to the FTS5 of our own connection. */
#include "store/sqlite.h"
#include "text/words.h"

#include "store/register.inc"

int isn_fts_register(sqlite3 *db) {
    return register_tokenizer(db);
}
