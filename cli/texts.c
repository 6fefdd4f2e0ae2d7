/* texts.c: the texts of a command's line, or the lines of standard input, one after the other to what reads
 * them: for `isnad date` and `isnad number`. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

static int read_lines(isn_coder *coder, cli_text_reader *read, const void *request) {
    char *line = NULL;
    size_t room = 0;
    ssize_t len;
    unsigned long number = 0;
    int end = EXIT_GOOD;
    while (end == EXIT_GOOD && (len = getline(&line, &room, stdin)) >= 0) {
        end = read(coder, request, (isn_str){line, (size_t)len}, ++number);
    }
    free(line);
    return end;
}

int cli_read_texts(const cli_pack *from_pack, cli_text_reader *read, const void *request, int n,
                   char **texts) {
    isn_pack *pack = NULL;
    isn_coder *coder = NULL;
    int end = EXIT_GOOD;
    if (!cli_open_coder(&pack, &coder, from_pack)) {
        end = EXIT_SOME_FAILED;
    }
    for (int i = 0; i < n && end == EXIT_GOOD; i++) {
        end = strcmp(texts[i], "-") == 0
                  ? read_lines(coder, read, request)
                  : read(coder, request, (isn_str){texts[i], strlen(texts[i])}, 0);
    }
    isn_coder_free(coder);
    isn_pack_close(pack);
    int written = cli_finish_output();
    return end != EXIT_GOOD ? end : written;
}
