/* storing.h: a store that many articles go into, a batch after another; see storing.c. */
#ifndef CLI_STORING_H
#define CLI_STORING_H

#include "cli.h"

#define STORING_BATCH 1024 /* articles at least; of a database half of it */

typedef struct storing storing;

typedef struct storing_parcel storing_parcel;
struct storing_parcel { /* an article, as isn_coder_pack makes it */
    cli_text bytes;
    storing_parcel *next;
};

typedef struct storing_options {
    bool apart; /* a thread of its own stores what is put */
    bool hold;  /* nothing is committed until storing_commit */
} storing_options;

storing *storing_open(const char *path, storing_options options); /* NULL after a message */
storing_parcel *storing_copy(storing *s, isn_str parcel);
/* Adds a parcel, and takes it over; waits while too many are there. A batch that is full is committed, or about to be. What
 * fails may be told by a later call. */
isn_status storing_put(storing *s, storing_parcel *parcel, isn_error *error);
isn_status storing_commit(storing *s, isn_error *error); /* all that was put is there */
/* NULL is allowed. What waits to be stored is put, and what was not committed is gone. */
void storing_close(storing *s);

#endif
