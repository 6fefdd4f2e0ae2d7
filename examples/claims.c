/* claims.c: prints the claims of one Arabic article as JSON: the whole library in forty lines.
 *
 *     cc claims.c $(pkg-config --cflags --libs isnad) -o claims && ./claims article.txt
 */
#include <isnad.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char text[1 << 20];

static int fail(const isn_error *error) {
    fprintf(stderr, "claims: %s: %s (byte %llu)\n", error->path, error->message,
            (unsigned long long)error->offset);
    return EXIT_FAILURE;
}

int main(int argc, char **argv) {
    isn_error error = {0};
    isn_pack *pack = NULL;   /* what the coder knows: shared, read-only */
    isn_coder *coder = NULL; /* one a thread */
    isn_str json;
    FILE *file = argc > 1 ? fopen(argv[1], "rb") : stdin;
    if (!file) {
        perror(argv[1]);
        return EXIT_FAILURE;
    }
    isn_input input = {.text = {text, fread(text, 1, sizeof text, file)}};
    if (argc > 1) {
        input.source = (isn_str){argv[1], strlen(argv[1])};
    }
    fclose(file);
    if (isn_pack_open(&pack, NULL, &error) || isn_coder_new(&coder, pack, &error) ||
        isn_coder_code(coder, &input, &error) || isn_coder_json(coder, &json, &error)) {
        return fail(&error);
    }
    printf("%.*s\n", (int)json.len, json.ptr);
    fprintf(stderr, "%zu claims\n", isn_coder_claims(coder));
    isn_coder_free(coder);
    isn_pack_close(pack);
    return EXIT_SUCCESS;
}
