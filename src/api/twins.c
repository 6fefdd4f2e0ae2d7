/* twins.c: near-duplicates of a batch: the coder's last article against those before it. */
#include <string.h>

#include "api/api.h"
#include "ledger/ledger.h"

void isn_twins_free(isn_twins *twins) {
    isn_batch_free((isn_batch *)twins);
}

isn_status isn_twins_add(isn_twins **twins, isn_coder *coder, isn_error *error) {
    isn_record *record = &coder->record;
    const isn_scan *scan = record->match != NULL ? record->match->scan : NULL;
    isn_print print;
    if (!coder->coded) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "no article has been coded");
    }
    if (*twins == NULL) {
        *twins = (isn_twins *)isn_batch_new();
    }
    if (*twins == NULL) {
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    }
    if (scan != NULL && scan->text != NULL) {
        isn_print_make(&print, scan->text);
    } else { /* in a language that is not read: only the same bytes are the same */
        memset(&print, 0xFF, sizeof print);
        print.words = 0;
        print.whole = isn_hash(record->id, sizeof record->id, 1);
    }
    const char *first = isn_batch_add((isn_batch *)*twins, &print, record->id);
    coder->as_json = coder->packed = false; /* what follows stands in them */
    record->duplicate_of[0] = '\0';
    if (first != NULL) {
        memcpy(record->duplicate_of, first, sizeof record->duplicate_of);
    }
    return ISN_OK;
}
