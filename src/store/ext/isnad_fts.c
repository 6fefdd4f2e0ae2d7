/* isnad_fts.c: the tokenizer `isnad` as an extension, for programs that open a store with an SQLite of their
 * own and search its words:
 *
 *     .load ./isnad_fts
 *     SELECT source FROM word JOIN article ON article.id = word.rowid WHERE word MATCH 'القاهرة';
 */
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT1

#include "text/words.h"

#include "store/register.inc"

__attribute__((visibility("default"))) int sqlite3_isnadfts_init(sqlite3 *db, char **message,
                                                                 const sqlite3_api_routines *api);

int sqlite3_isnadfts_init(sqlite3 *db, char **message, const sqlite3_api_routines *api) {
    (void)message;
    SQLITE_EXTENSION_INIT2(api);
    return register_tokenizer(db);
}
