/* tokenizer.c: makes the tokenizer of words.c known to the FTS5 of our own connection, and to its SQL how records
 * are packed. */
#include "store/sqlite.h"
#include "text/words.h"

#include "store/register.inc"

int isn_fts_register(isn_sqlite *store) {
    int code = register_tokenizer(store->db);
    return code != SQLITE_OK ? code : register_packer(store->db, &store->store.packer, NULL);
}
