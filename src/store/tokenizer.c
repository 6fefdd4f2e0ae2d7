/* tokenizer.c: makes the tokenizer of words.c known to the FTS5 of our own connection, and to its SQL how phrases are found and
 * records packed. */
#include "store/phrase.h"
#include "store/sqlite.h"
#include "text/words.h"

#include "store/register.inc"

int isn_fts_register(isn_sqlite *store) {
    int code = register_words(store->db);
    return code != SQLITE_OK ? code : register_packer(store->db, &store->store.packer, NULL);
}
