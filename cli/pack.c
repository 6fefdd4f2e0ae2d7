/* pack.c: opens the language pack that a command was told of, with a folder of the user's rows over it. */
#include <string.h>

#include "cli.h"

bool cli_open_pack(isn_pack **out, const cli_pack *from) {
    isn_error error = {0};
    char *faults = NULL;
    isn_status status = from->lexicon != NULL
                            ? isn_pack_open_over(out, from->pack, from->lexicon, &faults, &error)
                            : isn_pack_open(out, from->pack, &error);
    if (faults != NULL) {
        fputs(faults, stderr);
        fprintf(stderr, "isnad: %s: nothing was read\n", from->lexicon);
        isn_free(faults);
    } else if (status != ISN_OK) {
        cli_error(&error, from->lexicon != NULL ? from->lexicon : from->pack, 0);
    }
    return status == ISN_OK;
}

bool cli_open_coder(isn_pack **pack, isn_coder **coder, const cli_pack *from) {
    isn_error error = {0};
    if (!cli_open_pack(pack, from))
        return false;
    if (isn_coder_new(coder, *pack, &error) == ISN_OK)
        return true;
    cli_error(&error, from->pack, 0);
    return false;
}
