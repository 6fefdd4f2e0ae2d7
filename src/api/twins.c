/* twins.c: near-duplicates of a batch: the coder's last article against those before it, of this run and earlier ones. */
#include <string.h>

#include "api/api.h"
#include "ledger/ledger.h"

struct isn_twins {
    isn_batch *batch;
    isn_buf out;
};

/* Makes them where there are none yet. NULL: no memory, and *error says so. */
static isn_twins *ready(isn_twins **twins, isn_error *error) {
    if (*twins != NULL) {
        return *twins;
    }
    isn_twins *made = isn_heap_alloc(sizeof *made);
    isn_batch *batch = made == NULL ? NULL : isn_batch_new();
    if (batch == NULL) {
        isn_heap_free(made);
        isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
        return NULL;
    }
    made->batch = batch;
    isn_buf_init(&made->out);
    *twins = made;
    return made;
}

static bool fill_differs(isn_coder *coder, const isn_text *text, const isn_difference *d) {
    if (setjmp(coder->guard.jump) != 0) {
        return false;
    }
    isn_arena_guard(coder->arena, &coder->guard);
    isn_rec_differs *out = ISN_NEW(coder->arena, isn_rec_differs, 1);
    out->share = d->share;
    out->title = d->title;
    out->told = d->told;
    out->missing = d->missing;
    out->own = ISN_NEW(coder->arena, isn_span, ISN_PRINT_SENTENCES);
    uint32_t at = 0, first = 0, last = 0;
    for (unsigned i = 0; d->own >> i != 0 && isn_print_sentence(text, &at, &first, &last); i++) {
        if (d->own >> i & 1) {
            out->own[out->nown++] =
                (isn_span){text->tokens[first].start, text->tokens[last - 1].end};
        }
    }
    coder->record.differs = out;
    return true;
}

isn_status isn_twins_add(isn_twins **twins, isn_coder *coder, isn_error *error) {
    isn_record *record = &coder->record;
    const isn_scan *scan = record->match != NULL ? record->match->scan : NULL;
    const isn_text *text = scan != NULL ? scan->text : NULL;
    isn_print print, other;
    char first[65];
    if (!coder->coded) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "no article has been coded");
    }
    isn_twins *all = ready(twins, error);
    if (all == NULL) {
        return ISN_ENOMEM;
    }
    if (text != NULL) {
        isn_print_make(&print, text);
    } else { /* in a language that is not read: only the same bytes are the same */
        print = (isn_print){.whole = isn_hash(record->id, sizeof record->id, 1)};
        memset(print.bins, 0xFF, sizeof print.bins);
    }
    coder->desk->json_of = NULL; /* what follows stands in it */
    record->duplicate_of[0] = '\0';
    record->differs = NULL;
    if (!isn_batch_add(all->batch, &print, record->id, first, &other)) {
        return ISN_OK;
    }
    memcpy(record->duplicate_of, first, sizeof record->duplicate_of);
    if (other.words > 0 && text != NULL) {
        isn_difference d;
        isn_print_differ(&d, &print, &other);
        if (!fill_differs(coder, text, &d)) {
            return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
        }
    }
    return ISN_OK;
}

static isn_status read_all(isn_twins *twins, isn_str *bytes, isn_error *error) {
    size_t used = 0;
    if (!isn_batch_read(twins->batch, *bytes, &used)) {
        return isn_fail(error, ISN_EFORMAT, NULL, used,
                        "no signatures of articles, or another version's");
    }
    bytes->len = used;
    return ISN_OK;
}

static isn_status write_some(isn_twins *twins, bool all, isn_str *bytes, isn_error *error) {
    if (!isn_batch_write(twins->batch, &twins->out, all)) {
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    }
    *bytes = isn_str_of(twins->out.ptr, twins->out.len);
    return ISN_OK;
}

isn_status isn_twins_keep(isn_twins **twins, isn_twins_ask ask, isn_str *bytes, isn_error *error) {
    if (ask == ISN_TWINS_FREE) {
        if (*twins != NULL) {
            isn_batch_free((*twins)->batch);
            isn_buf_release(&(*twins)->out);
            isn_heap_free(*twins);
        }
        *twins = NULL;
        return ISN_OK;
    }
    isn_twins *all = ready(twins, error);
    if (all == NULL) {
        return ISN_ENOMEM;
    }
    return ask == ISN_TWINS_READ ? read_all(all, bytes, error)
                                 : write_some(all, ask == ISN_TWINS_ALL, bytes, error);
}
