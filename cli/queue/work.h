/* work.h: what the files of a worker share.
 *
 *     stream ─▶ work.c ─▶ items ─▶ pipe.c: coding threads ─▶ slots ─▶ storing threads ─▶ store ─▶ confirmed
 *               fetches            article.c: tried, coded            put … commit; settle.c
 *
 * Three things go on at once: articles are fetched, coded, and stored. Each goes through in the order in which it was fetched,
 * and its message stays with its item until what became of it has been committed.
 */
#ifndef CLI_QUEUE_WORK_H
#define CLI_QUEUE_WORK_H

#include <pthread.h>

#include "inside.h"

#define WORK_CODERS 2 /* threads: coding costs as much as storing, and half as much again */
#define WORK_SLOTS 8  /* articles that are coded, or wait for the store, each in a coder of its own */
#define WORK_STORES 2 /* connections at most: one commits while rows are gathered for the other */

typedef struct work_item {
    natsMsg *message;
    enum { UNTOUCHED, STORED, DEAD, AGAIN } end;
    uint64_t deliveries, sequence;
    int64_t time;       /* of the stream, with the sequence: which message it is */
    int64_t touched;    /* when it came, or was last said to be in work */
    char *why, *source; /* of DEAD; owned */
    bool coded;
} work_item;

typedef struct work_slot { /* what is coded of an article, until it is stored */
    isn_coder *coder;
    isn_str parcel; /* of its first story; the coder's */
    queue_message message;
} work_slot;

typedef struct work {
    queue q;
    const worker_options *o;
    queue_meter meter;
    natsSubscription *subscription;
    isn_pack *pack;
    work_slot slots[WORK_SLOTS];
    isn_store *stores[WORK_STORES];
    unsigned nstores;
    bool broken;     /* going on makes no sense */
    unsigned losses; /* of the store, since it last committed; as are `without` and `lost` under the lock while threads run */
    int64_t without; /* since when nothing could be committed; 0: the last commit was good */

    pthread_mutex_t lock; /* all that follows, and the items but for whose turn it is */
    pthread_cond_t may_code;  /* articles have come, slots are free, all before is settled */
    pthread_cond_t has_coded; /* the next can be put */
    pthread_cond_t turn;      /* another batch has been gathered, committed or settled */
    int changed;  /* an eventfd: something has been settled, or the store was lost */
    work_item *items;
    uint64_t cap; /* items; `number` % cap is where one stands */
    /* Numbers: how far each step has come. All before `coded` are coded. */
    uint64_t fetched, taken, coded, put, committed, settled;
    bool putting;     /* somebody gathers a batch */
    bool ending;      /* what is not coded yet stays so */
    unsigned coders;  /* that have not ended */
    bool lost;        /* the store: what is in hand is given back, and the store opened again */
} work;

static inline work_item *work_at(const work *w, uint64_t number) {
    return &w->items[number % w->cap];
}

/* ---- article.c --------------------------------------------------------------------------------- */

uint64_t work_us(void); /* a clock in microseconds */
/* Reads, tries where it was given out before, and codes; says in `end` what becomes of it, STORED where it is to be. */
void work_code(work *w, work_item *it, work_slot *slot);
/* Puts every story of what was coded into the store, and releases the slot. False: the store refused. */
bool work_put(work *w, isn_store *store, work_item *it, work_slot *slot, isn_error *error);

/* ---- settle.c ---------------------------------------------------------------------------------- */

/* Tells the stream what became of an article, which is committed, and forgets it. */
void work_confirm(work *w, work_item *it);
/* Gives back one that is not. */
void work_give_back(work *w, work_item *it);

/* ---- pipe.c ------------------------------------------------------------------------------------ */

typedef struct work_threads {
    pthread_t coders[WORK_CODERS], storers[WORK_STORES];
    unsigned ncoders, nstorers;
} work_threads;

/* Waits so many milliseconds, or until something was settled, or a signal has come. */
void work_wait(work *w, int64_t ms);
/* Confirms what has been committed. */
void work_settle(work *w);
/* Starts the threads. False after a message; ended in either case. */
bool work_start(work *w, work_threads *threads);
/* What is coded is stored, committed and confirmed; the rest is given back. */
void work_end(work *w, work_threads *threads);

#endif
