/* group.c: coders that go the way of coder.c side by side, at one desk. */
#include "api/api.h"

/* Makes the i-th coder of those side by side, where it is not there yet. */
static isn_status have(isn_coder *coder, size_t i, isn_error *error) {
    bool there = i == 0 || coder->beside[i] != NULL;
    return there ? ISN_OK : isn_coder_make(&coder->beside[i], coder->pack, coder, error);
}

void isn_coder_code_all(isn_coder *coder, const isn_input *inputs, size_t n, isn_coder **coders,
                        isn_error *errors) {
    isn_coder *going[ISN_GROUP] = {NULL};
    size_t at_work = 0;
    for (size_t i = 0; i < n; i++) {
        isn_status status = have(coder, i, &errors[i]);
        coders[i] = i == 0 ? coder : coder->beside[i];
        errors[i].code =
            status == ISN_OK ? isn_coder_begin(coders[i], &inputs[i], &errors[i]) : status;
        if (errors[i].code == ISN_OK) {
            going[at_work++] = coders[i];
        }
    }
    isn_coder_run(going, at_work);
    for (size_t i = 0; i < n; i++) {
        if (errors[i].code == ISN_OK) {
            errors[i].code = isn_coder_end(coders[i], &errors[i]);
        }
    }
}
