/* isnad_fts.c: the tokenizer `isnad` and the packing of records as an extension, for programs that open a store with
 * an SQLite of their own, search its words and read its records:
 *
 *     .load ./isnad_fts
 *     SELECT source FROM word JOIN article ON article.id = word.rowid WHERE word MATCH 'القاهرة';
 *     SELECT source FROM word JOIN article ON article.id = word.rowid
 *         WHERE word MATCH isn_every('"هجوم قرب"') AND isn_phrase('"هجوم قرب"', article.text);
 *     SELECT isn_json(packed, text) FROM coding JOIN article ON article.id = coding.article;
 */
#include <string.h>

#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT1

#include "base/base.h"
#include "store/pack.h"
#include "store/phrase.h"
#include "text/words.h"

#include "store/lists.inc"
#include "store/register.inc"

__attribute__((visibility("default"))) int sqlite3_isnadfts_init(sqlite3 *db, char **message,
                                                                 const sqlite3_api_routines *api);

static void discard_packer(void *packer) {
    isn_packer_release(packer);
    isn_heap_free(packer);
}

int sqlite3_isnadfts_init(sqlite3 *db, char **message, const sqlite3_api_routines *api) {
    (void)message;
    SQLITE_EXTENSION_INIT2(api);
    isn_packer *packer = isn_heap_alloc(sizeof *packer);
    if (packer == NULL) {
        return SQLITE_NOMEM;
    }
    int code = register_packer(db, packer, discard_packer);
    code = code != SQLITE_OK ? code : register_lists(db);
    return code != SQLITE_OK ? code : register_words(db);
}
