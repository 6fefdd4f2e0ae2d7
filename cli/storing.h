/* storing.h: a store that many articles go into, a batch after another; see storing.c. */
#ifndef CLI_STORING_H
#define CLI_STORING_H

#include "isnad.h"

#define STORING_BATCH 1024 /* articles; of a database half of it */

typedef struct storing storing;

storing *storing_open(const char *path); /* NULL after a message */
/* Adds the coder's last article, of so many bytes. A batch that is full is committed, or about to be: what fails then may be
 * told by a later call. With `hold` nothing is committed until storing_commit. */
isn_status storing_put(storing *s, const isn_coder *coder, size_t bytes, bool hold,
                       isn_error *error);
isn_status storing_commit(storing *s, isn_error *error); /* all that was put is there */
void storing_close(storing *s);                          /* NULL is allowed */

#endif
