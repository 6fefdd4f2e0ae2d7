/* group.c: coders that go the way of coder.c side by side, at one desk. */
#include "api/api.h"

/* The i-th of the coder's group, made where it is not there yet; NULL: no memory. */
static isn_coder *member(isn_coder *coder, size_t i) {
    if (i == 0) {
        return coder;
    }
    if (coder->beside[i] == NULL) {
        (void)isn_coder_make(&coder->beside[i], coder->pack, coder, NULL);
    }
    return coder->beside[i];
}

void isn_coder_code_all(isn_coder *coder, const isn_input *inputs, size_t n, isn_coder **coders,
                        isn_error *errors) {
    isn_coder *going[ISN_GROUP] = {NULL};
    size_t at_work = 0;
    for (size_t i = 0; i < n; i++) {
        coders[i] = member(coder, i);
        errors[i].code = coders[i] != NULL ? isn_coder_begin(coders[i], &inputs[i], &errors[i])
                                           : isn_fail(&errors[i], ISN_ENOMEM, NULL, 0,
                                                      "out of memory for another coder");
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
