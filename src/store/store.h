/* store.h: keeps articles, records and claims in a database. Left of it: claim/ with isn_record and
 * export/ for its JSON. Right of it: api/ alone.
 *
 * sqlite*.c stand behind it; another database would stand beside them, behind the same functions.
 *
 * Everything between two commits is one transaction: a reader sees all of it or nothing. An article
 * is known by the hash of its bytes; putting it again with the same coder and pack changes nothing,
 * with another coder or pack adds a revision beside the first.
 */
#ifndef ISN_STORE_H
#define ISN_STORE_H

#include "claim/record.h"

#define ISN_STORE_VERSION 3 /* PRAGMA user_version */

/* isn_store itself is opaque and declared in isnad.h. */
isn_status isn_store_write(isn_store *store, const isn_record *record, isn_error *error);

/* Brings the indexes of words and places up to what has been written; part of the transaction. */
isn_status isn_store_index(isn_store *store, isn_error *error);

/* schema.c: SQL that makes version i + 1 of version i; 0 is an empty file. */
extern const char *const isn_store_versions[ISN_STORE_VERSION];

#endif
