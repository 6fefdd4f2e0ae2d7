/* linking.h: what the files of the store share that link claims and read events. */
#ifndef ISN_STORE_LINKING_H
#define ISN_STORE_LINKING_H

#include "ledger/ledger.h"
#include "store/codes.h"
#include "store/sql.h"

/* ---- load.c: entries out of the tables, each once ------------------------------------------ */

/* Before a function that one with a setjmp calls: gcc 12, with a profile and all linked as one piece, makes the one a part of the
 * other and then leaves out what a step of a statement returned. */
#define ISN_APART __attribute__((noinline))

typedef struct isn_row_map { /* rows → what was made of them */
    int64_t *rows;
    void **values;
    uint32_t size, used;
} isn_row_map;

typedef struct isn_loader {
    isn_store *store;
    isn_arena *arena;
    isn_row_map entries, articles;
    isn_row_map events; /* the first entry of each, by the hash of its id */
    bool failed; /* the database refused: isn_store_broken tells what */
    bool bare;   /* without sentences: of claims that are compared with none */
    const struct isn_loader *older; /* whose claims need not be read again; or NULL */
} isn_loader;

void isn_loader_init(isn_loader *loader, isn_store *store, isn_arena *arena);
/* Rows of a list, and names of one, in SQL: the list is a parameter, JSON. */
#define ISN_LISTED "(SELECT CAST(value AS bigint) FROM json_each(?1))"
#define ISN_NAMED "(SELECT value FROM json_each(?1))"
/* SQL of a file, whose ledger is numbers (codes.h), and of a server. */
#define ISN_EITHER(store, file, server) ((store)->driver->afar ? (server) : (file))
/* Rows of entries of a kind and an act, in a file; claims of an article; those of events. */
#define ISN_LIKE_FILE                                                                              \
    "kind = " ISN_CODE(ISN_KINDS_CODED, "?1") " AND event_type = " ISN_CODE(ISN_ACTS_CODED, "?2")
#define ISN_CLAIMS_IN(articles)                                                                    \
    "(SELECT c.id FROM record r JOIN claim_row c ON c.record = r.id WHERE r.article IN " articles ")"
#define ISN_CLAIMS_OF(events)                                                                      \
    "(SELECT e.claim FROM event_row v JOIN entry_row e ON e.event = v.number WHERE v.id IN " events ")"
isn_str isn_rows_listed(isn_arena *arena, const int64_t *rows, uint32_t n);
isn_str isn_names_listed(isn_arena *arena, const isn_str *names, uint32_t n);
/* Reads the claims of rows of `claim` that have not been read yet, many at once; false after a failure. */
bool isn_loader_load(isn_loader *loader, const int64_t *rows, uint32_t n);
/* The claim of a row of `claim`; NULL after a failure. */
isn_entry *isn_loader_entry(isn_loader *loader, int64_t row);
/* Reads the claims of events; then the claims of one of them, by key, without those told after `told`, unless
 * ISN_NO_DAY. */
bool isn_loader_events(isn_loader *loader, const isn_str *ids, uint32_t n);
void isn_loader_event(isn_loader *loader, isn_str id, int32_t told, isn_entry ***entries,
                      uint32_t *n);
void *isn_row_map_get(const isn_row_map *map, int64_t row);
void isn_row_map_put(isn_row_map *map, isn_arena *arena, int64_t row, void *value);
void isn_entries_sort(isn_entry **entries, uint32_t n); /* by key */
/* Index of a word in a vocabulary that ends with NULL; 0 where there is none. */
uint8_t isn_code_of(isn_str word, const char *const *names);

/* ---- query.c: a filter as SQL ---------------------------------------------------------------- */

/* " AND (...)" for each condition on the row `v` of `event`, and the values for its question marks. */
void isn_filter_put(isn_buf *sql, const isn_driver *driver, const isn_filter *filter);
void isn_filter_bind(isn_sql *b, const isn_filter *filter);
/* Is it of a figure that stands in `event` itself? */
bool isn_filter_kept(const isn_condition *c, isn_rule rule);

/* An entry by its key, which begins as the ident of its article does. */
#define ISN_KEYED(entry, key)                                                                      \
    entry ".claim IN (SELECT c.id FROM article a JOIN record r ON r.article = a.id JOIN claim_row c ON c.record " \
          "= r.id WHERE a.ident >= substr(" key ", 1, 16) AND a.ident < substr(" key               \
          ", 1, 16) || 'g') AND " entry ".key = " key

/* ---- decide.c ------------------------------------------------------------------------------- */

/* Notes a decision on two linked claims, by their keys; part of the transaction. */
isn_status isn_decide_pair(isn_store *store, bool same, isn_str a, isn_str b, isn_str coder,
                           isn_str note, uint64_t *number, isn_error *error);

/* ---- event.c: events into the tables --------------------------------------------------------- */

typedef struct isn_decided { /* by hand, on two rows of `claim` */
    int64_t a, b;
    bool same, undone;
} isn_decided;

typedef struct isn_repeated { /* rows of a table whose values come again and again */
    isn_row_map rows;     /* by the hashes of these, once one was needed */
    int64_t newest;
} isn_repeated;

typedef struct isn_linking { /* one run */
    isn_store *store;
    isn_arena *arena;   /* of a neighbourhood, or of claims that are added together; reset after it */
    isn_arena *lasting; /* of the run */
    isn_arena *read[2]; /* of claims that were read while others are added */
    int64_t run;
    uint32_t claims, events;  /* looked at, changed */
    bool no_memory;           /* a buffer could not grow */
    bool anew;                /* an article has been coded again */
    bool empty;               /* the ledger had no entry */
    ISN_VEC(isn_str) touched; /* ids of events that lost claims or changed */
    ISN_VEC(isn_decided) decided;
    isn_row_map known;   /* hashes of these */
    isn_row_map taken;   /* of ids that a new event might be given, and that there are already */
    isn_row_map created; /* of events that this run has made */
    isn_repeated reasons, sources, figures; /* why claims stand in their events, who tells of these, how many they have; */
    isn_repeated names, places;             /* of a file: who took part, and where */
    const isn_str *parts; /* what was looked for before (part.c) */
    size_t nparts;
} isn_linking;

/* Looks which ids there are of those that new events of these entries would have; before isn_link_write. */
bool isn_link_look_up(isn_linking *l, isn_entry *const *entries, uint32_t n);
/* Writes the groups of one neighbourhood: entries sorted by key, group[i] the first member of i's group. */
bool isn_link_write(isn_linking *l, isn_entry **entries, const uint32_t *group, uint32_t n);
/* Events that no claim belongs to any more are merged or withdrawn. */
bool isn_link_retire(isn_linking *l);
void isn_link_touch(isn_linking *l, isn_str id);
bool isn_link_touched(const isn_linking *l, isn_str id);
bool isn_link_created(const isn_linking *l, isn_str id);

typedef struct isn_new_entry { /* a claim that comes into the ledger */
    int64_t claim, article;
    isn_str key;
    unsigned kind, event;
    isn_outline outline;
} isn_new_entry;

bool isn_link_add_entry(isn_linking *l, const isn_new_entry *entry);

/* part.c: entries and pairs out of l->parts, of claims that `fresh` has; `taken` gets those */
bool isn_link_take(isn_linking *l, const isn_row_map *fresh, isn_row_map *taken);
/* Makes the plan, or a part. */
isn_status isn_link_piece(isn_store *store, isn_pieces *pieces, isn_error *error);
/* ISN_EFORMAT for what is no whole part. */
isn_status isn_part_check(const isn_store *store, isn_str part, isn_error *error);

/* regroup.c: claims that are new or hang together with such ones, into events */
bool isn_link_regroup(isn_linking *l);

/* cover.c: totals and the events under them */
bool isn_link_cover(isn_linking *l);

/* follow.c: promises and what came of them */
bool isn_link_follow(isn_linking *l);

/* anew.c: claims of articles that have been coded anew leave the ledger; before what is new comes. Then, when it has come,
 * those that tell the same of an article enter the events of the old. */
bool isn_link_drop_old(isn_linking *l);
bool isn_link_keep_events(isn_linking *l);

/* twin.c: sketches of new articles; entries of articles whose twins changed become dirty */
bool isn_link_twins(isn_linking *l);

#endif
