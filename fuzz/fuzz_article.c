/* fuzz_article.c: any bytes as an article, the whole way: coding, record, terminal text, explanation.
 * The pack is that of $ISNAD_PACK. A coder is used again and again, as a feed does. */
#include "isnad.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static isn_pack *pack;
static isn_coder *coder;

static void insist(isn_status status) {
    if (status != ISN_OK) {
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    isn_error error = {0};
    isn_str out = {NULL, 0};
    if (!coder) {
        insist(isn_pack_open(&pack, NULL, &error));
        insist(isn_coder_new(&coder, pack, &error));
    }
    isn_input input = {.text = {(const char *)data, size}};
    if (size > 4 && data[0] == 1) { /* a title of its own before it */
        input.title = (isn_str){(const char *)data + 1, size / 4};
        input.text = (isn_str){(const char *)data + 1 + size / 4, size - 1 - size / 4};
    }
    insist(isn_coder_code(coder, &input, &error));
    insist(isn_coder_json(coder, &out, &error));
    insist(isn_coder_text(coder, size % 2, &out, &error));
    insist(isn_coder_explain(coder, (isn_str){NULL, 0}, true, &out, &error));
    return 0;
}
