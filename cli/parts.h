/* parts.h: the parts of a run of `isnad link`, as files of a folder: `plan`, and of each part that was looked for
 * `part-0001` … (isnad.h, isn_pieces). A file is there when it is whole. */
#ifndef CLI_PARTS_H
#define CLI_PARTS_H

#include "cli.h"

typedef struct parts {
    cli_text *files;
    isn_str *parts; /* their bytes */
    size_t n;
} parts;

/* All of these say on standard error what went wrong. */
bool parts_plan(const char *store, const char *folder, unsigned least, bool quiet);
bool parts_find_one(const char *store, const char *folder, unsigned part);
/* Those that are there; what others should have had is looked for when the claims are linked. */
bool parts_read(parts *out, const char *folder);
/* Plans, looks for all parts by so many processes, in a folder of its own, and reads them. */
bool parts_find(parts *out, const char *store, unsigned jobs);
void parts_release(parts *p);

#endif
