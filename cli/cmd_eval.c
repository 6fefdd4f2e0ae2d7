/* cmd_eval.c: `isnad eval`: how well records agree with a gold set. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

const char cmd_eval_help[] =
    "usage: isnad eval [OPTION…] GOLD.jsonl [RECORDS.jsonl]\n"
    "\n"
    "Scores records against a gold set, joined by order: precision, recall and F1 of claims and "
    "of\n"
    "each field of the claims found. Without RECORDS it codes the gold's own inputs, with the\n"
    "metadata that the gold gives beside them.\n"
    "\n"
    "  --worst N    show the N articles done worst\n"
    "  --diff       show what differs: of the worst, or of all without --worst\n"
    "  --json       the figures as a JSON object\n"
    "  --pack FILE  another language pack\n"
    "  --lexicon DIR  rows of your own over it (docs/lexicon.md)\n"
    "\n"
    "Exit code: 0; 1 when a file could not be read or does not fit the other; 2 for a usage\n"
    "error.\n";

typedef struct request {
    const char *gold, *records;
    cli_pack from_pack;
    unsigned worst;
    bool json, diff;
} request;

static bool read_whole(cli_text *out, const char *path) {
    int fault = cli_read_file(out, path);
    if (fault != 0) {
        fprintf(stderr, "isnad: %s: %s\n", path,
                fault == EFBIG ? "larger than 1 GiB" : strerror(fault));
    } else if (out->len == 0) {
        fprintf(stderr, "isnad: %s: empty file\n", path);
    }
    return fault == 0 && out->len > 0;
}

/* Codes each gold row into `records`. A row that cannot be coded ends it. */
static bool code_gold(const request *q, isn_coder *coder, cli_text *records) {
    char *path;
    memcpy(&path, &q->gold, sizeof path); /* the list of paths is argv's, which is not const */
    cli_source *source = cli_source_new(&path, 1, FROM_JSONL, NULL);
    cli_settings settings = {.quiet = true};
    cli_text messages = {0};
    cli_job job = {0};
    bool ok = true;
    while (ok && cli_source_next(source, &job)) {
        cli_article article = {0};
        isn_error error = {0};
        isn_str out = {0};
        ok = cli_article_read(&article, &job, &settings, &messages) &&
             cli_article_code(coder, &article, &job, &settings, &messages);
        if (ok && isn_coder_json(coder, &out, &error) != ISN_OK) {
            cli_message(&messages, q->gold, job.line, error.message, 0);
            ok = false;
        }
        if (ok) {
            cli_text_put(records, out.ptr, out.len);
            cli_text_put(records, "\n", 1);
        }
        cli_article_release(&article);
    }
    if (messages.len > 0) {
        fwrite(messages.ptr, 1, messages.len, stderr);
    }
    free(messages.ptr);
    cli_job_release(&job);
    cli_source_free(source);
    return ok;
}

static bool make_records(const request *q, cli_text *records) {
    isn_pack *pack = NULL;
    isn_coder *coder = NULL;
    bool ok = cli_open_coder(&pack, &coder, &q->from_pack);
    if (ok) {
        ok = code_gold(q, coder, records);
    }
    isn_coder_free(coder);
    isn_pack_close(pack);
    return ok;
}

static int eval(const request *q) {
    cli_text gold = {0};
    cli_text records = {0};
    isn_error error = {0};
    char *report = NULL;
    int end = EXIT_SOME_FAILED;
    bool ok = read_whole(&gold, q->gold) &&
              (q->records != NULL ? read_whole(&records, q->records) : make_records(q, &records));
    if (ok) {
        isn_str a = {gold.ptr, gold.len};
        isn_str b = {records.ptr, records.len};
        if (isn_eval(&report, a, b, q->worst, q->json, q->diff, &error) == ISN_OK) {
            fputs(report, stdout);
            end = cli_finish_output();
        } else {
            cli_error(&error, NULL, 0); /* the message says which of the two */
        }
    }
    isn_free(report);
    free(gold.ptr);
    free(records.ptr);
    return end;
}

int cmd_eval(int argc, char **argv) {
    request q = {0};
    const cli_option options[] = {
        {"--worst", OPTION_NUMBER, &q.worst, 0, 1000000, NULL},
        {"--json", OPTION_FLAG, &q.json, 0, 0, NULL},
        {"--diff", OPTION_FLAG, &q.diff, 0, 0, NULL},
        CLI_PACK_OPTIONS(q.from_pack),
        {NULL, OPTION_FLAG, NULL, 0, 0, NULL},
    };
    int n = cli_options("eval", argc, argv, options);
    if (n < 0) {
        return EXIT_USAGE;
    }
    if (n < 1 || n > 2) {
        cli_usage("eval", n < 1 ? "which gold set?" : "a gold set and one file of records at most");
        return EXIT_USAGE;
    }
    q.gold = argv[0];
    q.records = n == 2 ? argv[1] : NULL;
    if (strcmp(q.gold, "-") == 0) {
        cli_usage("eval", "the gold set must be a file");
        return EXIT_USAGE;
    }
    return eval(&q);
}
