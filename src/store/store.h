/* store.h: keeps articles, records and claims in a database. Left of it: claim/ with isn_record and
 * export/ for its JSON. Right of it: api/ alone.
 *
 * Everything between two commits is one transaction: a reader sees all of it or nothing. An article
 * is known by the hash of its bytes; putting it again with the same coder and pack changes nothing,
 * with another coder or pack adds a second record beside the first.
 */
#ifndef ISN_STORE_H
#define ISN_STORE_H

#include "claim/record.h"

#define ISN_STORE_VERSION 1 /* PRAGMA user_version */

/* isn_store itself is opaque and declared in isnad.h. */
isn_status isn_store_write(isn_store *store, const isn_record *record, isn_error *error);

/* schema.c: the tables and views, as SQL. */
extern const char isn_store_schema[];

#endif
