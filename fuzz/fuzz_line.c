/* fuzz_line.c: any bytes as one line of JSONL. Strings that come back are read to their last byte. */
#include "isnad.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static unsigned sum(isn_str s) {
    unsigned total = 0;
    for (size_t i = 0; i < s.len; i++) {
        total += (unsigned char)s.ptr[i];
    }
    return total;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    isn_record_line *line = NULL;
    isn_input input = {0};
    isn_error error = {0};
    isn_str bytes = {(const char *)data, size};
    if (isn_record_line_parse(&line, &input, bytes, &error) == ISN_OK) {
        volatile unsigned total = sum(input.text) + sum(input.title) + sum(input.source) +
                                  sum(input.url) + sum(input.published) + sum(input.outlet);
        (void)total;
    } else if (error.code == ISN_OK || !error.message[0] || error.offset > size) {
        abort();
    }
    isn_record_line_free(line);
    return 0;
}
