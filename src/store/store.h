/* store.h: keeps articles, records and claims in a database. Left of it: claim/ with isn_record and
 * export/ for its JSON. Right of it: api/ alone.
 *
 * What is told of a store in SQL stands in files of their own (link.c, event.c, query.c …), for every database; sqlite*.c
 * stand behind them (sql.h).
 *
 * Everything between two commits is one transaction: a reader sees all of it or nothing. An article
 * is known by the hash of its bytes; putting it again with the same coder and pack changes nothing,
 * with another coder or pack adds a revision beside the first.
 */
#ifndef ISN_STORE_H
#define ISN_STORE_H

#include "claim/record.h"
#include "export/events.h"
#include "ledger/ledger.h"
#include "store/pack.h"

#define ISN_STORE_VERSION 16 /* PRAGMA user_version */

/* isn_store itself is opaque and declared in isnad.h. */
/* parcel.c: what a store takes of a record. */
typedef struct isn_packing {
    isn_packer record; /* as JSON */
    isn_buf why;       /* the rules behind its claims, packed as it is */
    isn_buf json;      /* scratch */
    isn_buf parcel;
} isn_packing;

void isn_packing_init(isn_packing *packing);
void isn_packing_release(isn_packing *packing);
/* `json`: the record as isn_export_json makes it, where that was done; else {NULL, 0}. False: no memory. */
bool isn_parcel_make(isn_packing *packing, const isn_record *record, isn_str json);

/* Brings the indexes of words and places up to what has been written; part of the transaction. */
isn_status isn_store_index(isn_store *store, isn_error *error);

/* ---- events out of the store ------------------------------------------------------------------ */

typedef enum isn_field { /* what a condition looks at */
    ISN_FIELD_WORDS,     /* text: words of the articles */
    ISN_FIELD_ID,
    ISN_FIELD_KIND,
    ISN_FIELD_TYPE,
    ISN_FIELD_MODE,
    ISN_FIELD_COUNTRY,
    ISN_FIELD_OUTCOME,
    ISN_FIELD_PLACE,  /* part of the name or id of a place told */
    ISN_FIELD_ACTOR,  /* part of the name, words or id of an actor or recipient */
    ISN_FIELD_SOURCE, /* of a link of a chain */
    ISN_FIELD_OUTLET,
    ISN_FIELD_NEAR,   /* number[0], number[1] times 10,000; number[2] in km */
    ISN_FIELD_DATE,   /* days number[0] to number[1] */
    ISN_FIELD_DEADLINE,
    ISN_FIELD_FIGURE, /* text: what; compare number[0] with the best figure */
    ISN_FIELD_CLAIMS,
    ISN_FIELD_SOURCES
} isn_field;

typedef struct isn_condition {
    isn_field field;
    isn_str text;
    const char *compare; /* "=", "<", "<=", ">", ">=" */
    int64_t number[3];
} isn_condition;

typedef struct isn_filter {
    const isn_condition *conditions; /* all must hold */
    uint32_t n;
    int32_t as_of; /* told up to that day; ISN_NO_DAY: all */
    isn_rule rule; /* of ISN_FIELD_FIGURE */
    bool responsible; /* who did it, by whose word, is told of events: most of what reading one costs */
} isn_filter;

/* Takes an event that lives until it returns; not ISN_OK ends the reading. */
typedef isn_status (*isn_event_visit)(void *context, const isn_event *event, isn_arena *arena);

/* Active events that the filter lets through, by day and id. */
isn_status isn_store_events(isn_store *store, const isn_filter *filter, isn_event_visit visit,
                            void *context, isn_error *error);

/* Takes an article with what those of its claims stand on whose events were let through; it lives until it returns. */
typedef isn_status (*isn_annotated_visit)(void *context, isn_annotated *article, isn_arena *arena);
isn_status isn_store_annotated(isn_store *store, const isn_filter *filter, isn_annotated_visit visit,
                               void *context, isn_error *error);

typedef isn_status (*isn_ended_visit)(void *context, isn_str id, isn_str status, isn_str successor);
/* Events that are no more: merged into another, or withdrawn; by id. */
isn_status isn_store_ended(isn_store *store, isn_ended_visit visit, void *context,
                           isn_error *error);

/* ---- what people say of claims ------------------------------------------------------------------ */

/* Takes a line of JSON without its end. */
typedef isn_status (*isn_line_visit)(void *context, isn_str line);
/* Articles in which nothing is left to judge, as lines of a gold set, by key. */
isn_status isn_store_gold(isn_store *store, isn_line_visit visit, void *context, isn_error *error);

/* schema.c: SQL that makes version i + 1 of version i; 0 is an empty file. */
extern const char *const isn_store_versions[ISN_STORE_VERSION];

#endif
