/* answer.h: what the store answers to programs that ask by name, as JSON; docs/openapi.json describes it. Left of
 * it: the tables. Right of it: serve/ puts the answers on the wire. */
#ifndef ISN_STORE_ANSWER_H
#define ISN_STORE_ANSWER_H

#include "store/store.h"

typedef struct isn_parameter {
    const char *name; /* as in the SQL of sqlite_answer.c, without the colon */
    isn_str value;    /* {NULL, 0}: not given */
} isn_parameter;

typedef struct isn_question {
    const char *what;         /* "events", "article": a name of the table in sqlite_answer.c */
    const isn_filter *filter; /* of those that choose among events; NULL: all */
    const isn_parameter *parameters;
    uint32_t n;
    uint32_t limit; /* rows of a page */
} isn_question;

/* A list as {"items":[…],"next":"…","total":…}, `next` being the parameter `after` of the page that follows; one thing
 * as an object. Nothing is put where there is no such thing. ISN_EUSAGE for an unknown question or order. */
isn_status isn_store_answer(isn_store *store, const isn_question *asked, isn_buf *out,
                            isn_error *error);

/* What the stores of one server hold of its ledger in memory, together; NULL without memory. */
typedef struct isn_held isn_held;
isn_held *isn_held_new(void);
void isn_held_free(isn_held *held);                      /* when the last store is closed; NULL is allowed */
void isn_store_hold(isn_store *store, isn_held *held); /* borrowed; NULL: nothing */
/* Makes it of the ledger as it is now, where that has changed, so that no question waits for it. */
bool isn_store_look(isn_store *store);

/* How much of the file the store may keep in memory, where several are open at once. */
isn_status isn_store_cache(isn_store *store, unsigned mebibytes, isn_error *error);

/* Changes whenever another connection has committed something; equal numbers mean equal answers. */
isn_status isn_store_generation(isn_store *store, uint64_t *out, isn_error *error);

#endif
