/* held.h: events that fulfil conditions on claims, found in memory; see sqlite_held.c. Between it, the functions of SQL and the
 * answers. */
#ifndef ISN_STORE_HELD_H
#define ISN_STORE_HELD_H

#include "store/answer.h"
#include "store/sqlite.h"

typedef enum isn_found { ISN_FOUND_CLAIMS, ISN_FOUND_ARTICLES, ISN_FOUND_EVENTS } isn_found;

typedef struct isn_finding { /* of a condition: marks the rows that fulfil it; NULL: it is not found so */
    const char *sql;
    isn_found rows;
} isn_finding;

extern const isn_finding isn_sqlite_findings[]; /* sqlite_sql.c; by isn_field */

typedef struct isn_hits { /* a bit for each row of a table */
    uint64_t *bits;
    uint32_t size, n; /* rows; how many are set */
} isn_hits;

/* Is a condition found so: of claims, of how many they are, of a point, or of a figure that does not stand in the event itself? */
bool isn_held_finds(const isn_condition *c, isn_rule rule);
/* Events that fulfil all of the conditions of the filter that are found so. To be released, when true. */
bool isn_held_find(isn_held *held, isn_store *store, const isn_filter *filter, isn_hits *out);
void isn_hits_release(isn_hits *hits);
bool isn_hits_has(const isn_hits *hits, int64_t event);
void isn_hits_add(isn_hits *hits, int64_t row);
int64_t isn_hits_after(const isn_hits *hits, int64_t event); /* the next one; 0: none */

/* sqlite_told.c: who is quoted, counted; `event` has that of each claim, 0 for none. NULL when it cannot be had. */
typedef struct isn_told isn_told;
isn_told *isn_told_new(isn_store *store, const uint32_t *event, uint32_t nclaims);
void isn_told_free(isn_told *told); /* NULL is allowed */
/* Adds `n` of them after the place `cursor`, [claims, key] or {NULL, 0}, as JSON: [[key, events, claims, articles, outlets, first,
 * last], …]. */
bool isn_told_page(const isn_told *told, isn_store *store, isn_str cursor, uint32_t n, isn_buf *out);
/* The same of what is held. */
bool isn_held_told(isn_held *held, isn_store *store, isn_str cursor, uint32_t n, isn_buf *out);

#endif
