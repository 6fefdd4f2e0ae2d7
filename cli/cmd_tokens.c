/* cmd_tokens.c: `isnad tokens`: the words of a text, and how each may be cut into clitics and a stem. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

const char cmd_tokens_help[] =
    "usage: isnad tokens [OPTION…] TEXT…|-\n"
    "\n"
    "Cuts the text, or all of standard input, into words, numbers and signs, and the words into\n"
    "proclitics, stem and pronoun, likeliest way first.\n"
    "\n"
    "  --format text|jsonl   for a reader, or an object a line; default text\n"
    "  --pack FILE           another language pack\n"
    "  --lexicon DIR         rows of your own over it (docs/lexicon.md)\n"
    "\n"
    "Exit code: 0; 1 when input could not be read; 2 for a usage error.\n";

static const char *const kinds[] = {"word", "latin", "number", "sign", "link"};
static const char *const known[] = {"no", "list", "table"};
static const char *const pronouns[] = {"",   "hu",  "ha", "huma", "hum", "hunna",
                                       "ka", "kum", "na", "ya",   "ni"};

static void put_part(cli_text *out, isn_str text, uint64_t from, uint64_t to, bool json,
                     const char **between) {
    if (from == to) {
        return;
    }
    cli_text_printf(out, "%s", *between);
    if (json) {
        cli_text_json(out, text.ptr + from, (size_t)(to - from));
    } else {
        cli_text_put(out, text.ptr + from, (size_t)(to - from));
    }
    *between = json ? "," : "+";
}

static void put_parts(cli_text *out, isn_str text, const isn_piece *p, const isn_cut *c,
                      bool json) {
    const char *between = "";
    put_part(out, text, p->start, c->second, json, &between);
    put_part(out, text, c->second, c->stem, json, &between);
    put_part(out, text, c->stem, c->stem_end, json, &between);
    put_part(out, text, c->stem_end, p->end, json, &between);
}

static void put_json_cut(cli_text *out, isn_str text, const isn_piece *p, const isn_cut *c) {
    static const char *const clitics[] = {"wa", "fa", "bi", "li", "ka", "sa"};
    const char *comma = "";
    cli_text_printf(out, "{\"parts\":[");
    put_parts(out, text, p, c, true);
    cli_text_printf(out, "],\"clitics\":[");
    for (unsigned i = 0; i < sizeof clitics / sizeof *clitics; i++) {
        if (c->clitics >> i & 1) {
            cli_text_printf(out, "%s\"%s\"", comma, clitics[i]);
            comma = ",";
        }
    }
    cli_text_printf(out, "],\"pronoun\":");
    if (c->pronoun == ISN_PRONOUN_NONE) {
        cli_text_printf(out, "null");
    } else {
        cli_text_printf(out, "\"%s\"", pronouns[c->pronoun]);
    }
    cli_text_printf(out, ",\"stem\":[%llu,%llu],\"known\":\"%s\"}", (unsigned long long)c->stem,
                    (unsigned long long)c->stem_end, known[c->known]);
}

static void put_json(cli_text *out, isn_str text, const isn_piece *p) {
    cli_text_printf(out, "{\"start\":%llu,\"end\":%llu,\"text\":", (unsigned long long)p->start,
                    (unsigned long long)p->end);
    cli_text_json(out, text.ptr + p->start, (size_t)(p->end - p->start));
    cli_text_printf(out, ",\"kind\":\"%s\",\"folded\":", kinds[p->kind]);
    cli_text_json(out, p->folded.ptr, p->folded.len);
    cli_text_printf(out, ",\"paragraph\":%u,\"sentence\":%u,\"quotation\":%u,\"readings\":[",
                    p->paragraph, p->sentence, p->quotation);
    for (uint32_t i = 0; i < p->ncuts; i++) {
        cli_text_put(out, ",", i > 0);
        put_json_cut(out, text, p, &p->cuts[i]);
    }
    cli_text_put(out, "]}\n", 3);
}

static void put_text(cli_text *out, isn_str text, const isn_piece *p) {
    cli_text_printf(out, "%u\t%u\t", p->sentence, p->quotation);
    cli_text_put(out, text.ptr + p->start, (size_t)(p->end - p->start));
    cli_text_printf(out, "\t%s", kinds[p->kind]);
    for (uint32_t i = 0; i < p->ncuts; i++) {
        cli_text_put(out, i > 0 ? "|" : "\t", 1);
        put_parts(out, text, p, &p->cuts[i], false);
    }
    cli_text_put(out, "\n", 1);
}

static int read_text(isn_coder *coder, bool json, isn_str text) {
    isn_error error = {0};
    const isn_piece *pieces = NULL;
    size_t len = 0;
    if (isn_read_tokens(coder, &pieces, &len, text, &error) != ISN_OK) {
        cli_error(&error, NULL, 0);
        return EXIT_SOME_FAILED;
    }
    cli_text out = {0};
    for (size_t i = 0; i < len; i++) {
        (json ? put_json : put_text)(&out, text, &pieces[i]);
        if (out.len > 1 << 20) {
            fwrite(out.ptr, 1, out.len, stdout);
            out.len = 0;
        }
    }
    if (out.len > 0) {
        fwrite(out.ptr, 1, out.len, stdout);
    }
    free(out.ptr);
    return EXIT_GOOD;
}

static int read_input(isn_coder *coder, bool json) {
    cli_text bytes = {0};
    int fault = cli_read_file(&bytes, "-");
    if (fault != 0) {
        fprintf(stderr, "isnad: standard input: %s\n", strerror(fault));
        free(bytes.ptr);
        return EXIT_SOME_FAILED;
    }
    int end = read_text(coder, json, (isn_str){bytes.ptr, bytes.len});
    free(bytes.ptr);
    return end;
}

static int read_all(const cli_pack *from_pack, bool json, int n, char **texts) {
    isn_pack *pack = NULL;
    isn_coder *coder = NULL;
    int end = EXIT_GOOD;
    if (!cli_open_coder(&pack, &coder, from_pack)) {
        end = EXIT_SOME_FAILED;
    }
    for (int i = 0; i < n && end == EXIT_GOOD; i++) {
        end = strcmp(texts[i], "-") == 0
                  ? read_input(coder, json)
                  : read_text(coder, json, (isn_str){texts[i], strlen(texts[i])});
    }
    isn_coder_free(coder);
    isn_pack_close(pack);
    int written = cli_finish_output();
    return end != EXIT_GOOD ? end : written;
}

int cmd_tokens(int argc, char **argv) {
    static const char *const formats[] = {"text", "jsonl", NULL};
    unsigned format = 0;
    cli_pack from_pack = {0};
    const cli_option options[] = {
        {"--format", OPTION_CHOICE, &format, 0, 0, formats},
        CLI_PACK_OPTIONS(from_pack),
        {NULL, OPTION_FLAG, NULL, 0, 0, NULL},
    };
    int n = cli_options("tokens", argc, argv, options);
    if (n < 0) {
        return EXIT_USAGE;
    }
    if (n == 0) {
        cli_usage("tokens", "which text?");
        return EXIT_USAGE;
    }
    return read_all(&from_pack, format == 1, n, argv);
}
