/* raw.h: the raw folder: every answer as it came, in web archives of a day each (WARC 1.1, a zstd frame for each record,
 * DAY.warc.zst), so that what was published can be shown when it is gone, and coded anew by `isnad code FOLDER`. */
#ifndef CLI_RAW_H
#define CLI_RAW_H

#include "cli.h"

typedef struct cli_raw cli_raw;

typedef struct cli_raw_answer {
    const char *url, *address; /* address of the server; "" not known */
    isn_str head, body;        /* of HTTP */
    int64_t when;              /* seconds since 1970 */
} cli_raw_answer;

/* Makes the folder where it is not there. NULL after a message. */
cli_raw *cli_raw_open(const char *folder);
void cli_raw_close(cli_raw *raw); /* NULL is allowed */
/* Appends, and waits until the disk has it. Where it lies, path:offset in what is unpacked, owned; NULL after a
 * message. */
char *cli_raw_put(cli_raw *raw, const cli_raw_answer *answer);

#endif
