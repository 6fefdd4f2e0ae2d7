/* cmd_explain.c: `isnad explain`: why the record of one article says what it says. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

const char cmd_explain_help[] =
    "usage: isnad explain [OPTION…] FILE [CLAIM]\n"
    "\n"
    "Codes one article and says of each value of each claim, or of one claim (c1, c2 …), why it\n"
    "is so: the rule, the row of the language pack as file:line with what it says, the frame and\n"
    "what it makes of its slots, and the words of the article it stands on; and which words were\n"
    "considered and rejected.\n"
    "\n"
    "  --language en|ar     what the program itself says: English (default) or Arabic\n"
    "  --line N             which line of a JSONL file; default 1\n"
    "  --entry N            which story of a page that has several; default 1\n"
    "  --whole              a page is one article, whatever it holds\n"
    "  --from text|jsonl    what the input is, where its name does not tell\n"
    "  --published DATE     day of publication, YYYY-MM-DD\n"
    "  --outlet NAME        name or domain of the outlet\n"
    "  --pack FILE          another language pack\n"
    "  --lexicon DIR        rows of your own over it (docs/lexicon.md)\n"
    "\n"
    "Exit code: 0; 1 when the article could not be read; 2 for a usage error or when there is\n"
    "no such claim.\n";

static const char *const languages[] = {"en", "ar", NULL};
enum { LANGUAGE_EN, LANGUAGE_AR };

typedef struct request {
    cli_settings settings;
    unsigned language;
    const char *claim;
    cli_pack from_pack;
    char **path;
    cli_from from;
    unsigned line;
    unsigned entry; /* of a page of several stories */
} request;

/* Finds the article: the file, or the line of it that was asked for. */
static bool find_job(const request *q, cli_job *job) {
    cli_source *source = cli_source_new(q->path, 1, q->from, &q->settings.fields);
    bool found = false;
    while (!found && cli_source_next(source, job)) {
        found = job->line == 0 || job->line >= q->line;
    }
    cli_source_free(source);
    if (!found || (job->line != 0 && job->line != q->line)) {
        fprintf(stderr, "isnad: %s: no article in line %u\n", q->path[0], q->line);
        return false;
    }
    return true;
}

static int print(isn_coder *coder, const request *q) {
    isn_error error = {0};
    isn_str out = {0};
    isn_str claim = {q->claim, q->claim != NULL ? strlen(q->claim) : 0};
    isn_status status = isn_coder_explain(coder, claim, q->language == LANGUAGE_AR, &out, &error);
    if (status != ISN_OK) {
        cli_error(&error, q->path[0], 0);
        return status == ISN_EUSAGE ? EXIT_USAGE : EXIT_SOME_FAILED;
    }
    fwrite(out.ptr, 1, out.len, stdout);
    return cli_finish_output();
}

static int explain(isn_coder *coder, const request *q) {
    cli_job job = {0};
    cli_article article = {0};
    cli_text messages = {0};
    bool ok = find_job(q, &job) && cli_article_read(&article, &job, &q->settings, &messages) &&
              cli_article_code(coder, &article, &job, &q->settings, &messages);
    bool failed = false;
    for (unsigned i = 1; ok && i < q->entry; i++) {
        ok = cli_article_next(coder, &job, &failed, &messages);
        if (!ok && !failed) {
            cli_message(&messages, job.path, 0, "there are not so many entries on the page", 0);
        }
    }
    if (messages.len > 0) {
        fwrite(messages.ptr, 1, messages.len, stderr);
    }
    int end = ok ? print(coder, q) : EXIT_SOME_FAILED;
    cli_article_release(&article);
    cli_job_release(&job);
    free(messages.ptr);
    return end;
}

static int open_and_explain(const request *q) {
    isn_pack *pack = NULL;
    isn_coder *coder = NULL;
    int end = EXIT_SOME_FAILED;
    if (!cli_open_coder(&pack, &coder, &q->from_pack)) {
    } else {
        end = explain(coder, q);
    }
    isn_coder_free(coder);
    isn_pack_close(pack);
    return end;
}

int cmd_explain(int argc, char **argv) {
    unsigned from = UINT32_MAX;
    request q = {.line = 1, .entry = 1};
    const cli_option options[] = {
        {"--language", OPTION_CHOICE, &q.language, 0, 0, languages},
        {"--line", OPTION_NUMBER, &q.line, 1, UINT32_MAX, NULL},
        {"--entry", OPTION_NUMBER, &q.entry, 1, UINT32_MAX, NULL},
        {"--whole", OPTION_FLAG, &q.settings.whole, 0, 0, NULL},
        {"--from", OPTION_CHOICE, &from, 0, 0, cli_from_names},
        {"--field", OPTION_FIELD, &q.settings.fields, 0, 0, NULL},
        {"--published", OPTION_DATE, &q.settings.published, 0, 0, NULL},
        {"--outlet", OPTION_TEXT, &q.settings.outlet, 0, 0, NULL},
        CLI_PACK_OPTIONS(q.from_pack),
        {NULL, OPTION_FLAG, NULL, 0, 0, NULL},
    };
    int n = cli_options("explain", argc, argv, options);
    if (n < 0) {
        return EXIT_USAGE;
    }
    if (n < 1 || n > 2) {
        cli_usage("explain", n < 1 ? "which file?" : "one file and one claim at most");
        return EXIT_USAGE;
    }
    q.path = argv;
    q.claim = n == 2 ? argv[1] : NULL;
    q.from = from == UINT32_MAX ? FROM_NAME : (cli_from)(FROM_TEXT + from);
    return open_and_explain(&q);
}
