/* fuzz_eval.c: any bytes as a gold set and a set of records, parted at the first NUL byte. */
#include "isnad.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const uint8_t *nul = size ? memchr(data, 0, size) : NULL;
    size_t cut = nul ? (size_t)(nul - data) : size / 2;
    isn_str gold = {(const char *)data, cut};
    isn_str records = {(const char *)data + cut + (nul != NULL), size - cut - (nul != NULL)};
    isn_error error = {0};
    char *out = NULL;
    isn_status status = isn_eval(&out, gold, records, 3, size % 2, size % 3 == 0, &error);
    if ((status == ISN_OK) != (out != NULL)) {
        abort();
    }
    isn_free(out);
    return 0;
}
