/* main.c: the command `isnad`: a table of commands, each in a file of its own. */
#include <signal.h>
#include <string.h>

#include "cli.h"

const cli_command cli_commands[] = {
    {"code", "code articles: text or JSONL in, a record a line out", cmd_code_help, cmd_code},
    {"watch", "feeds and their pages, coded as they appear", cmd_watch_help, cmd_watch},
    {"publish", "articles into a stream, for workers", cmd_publish_help, cmd_publish},
    {"worker", "articles out of a stream, coded into a store", cmd_worker_help, cmd_worker},
    {"explain", "why a record says what it says", cmd_explain_help, cmd_explain},
    {"eval", "score records against a gold set", cmd_eval_help, cmd_eval},
    {"date", "the expressions of time in a text", cmd_date_help, cmd_date},
    {"number", "the numbers in a text, and what they count", cmd_number_help, cmd_number},
    {"tokens", "the words of a text with what is attached to them", cmd_tokens_help, cmd_tokens},
    {"link", "claims of a store into events", cmd_link_help, cmd_link},
    {"lexicon", "look into the lexicon, and keep rows of your own", cmd_lexicon_help, cmd_lexicon},
    {"places", "a list of places into rows of your own", cmd_places_help, cmd_places},
    {"export", "events for spreadsheets, maps and other programs", cmd_export_help, cmd_export},
    {"plot", "events drawn: over time, by place, by source", cmd_plot_help, cmd_plot},
    {"query", "the events for which something holds", cmd_query_help, cmd_query},
    {"serve", "the console, and an HTTP interface for programs", cmd_serve_help, cmd_serve},
    {"review", "what people say of claims", cmd_review_help, cmd_review},
    {"agreement", "how far coders agree", cmd_agreement_help, cmd_agreement},
    {"help", "what the commands do", cmd_help_help, cmd_help},
    {"version", "the version of this program", "usage: isnad version\n", cmd_version},
    {NULL, NULL, NULL, NULL},
};

const cli_command *cli_find(const char *name) {
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        if (strcmp(c->name, name) == 0) {
            return c;
        }
    }
    return NULL;
}

static bool asks_for_help(int argc, char **argv) {
    for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) {
            return true;
        }
    }
    return false;
}

int main(int argc, char **argv) {
    char *none[] = {NULL};
    signal(SIGPIPE,
           SIG_IGN); /* a closed pipe is an error like others: stores are closed in order */
    signal(SIGXFSZ, SIG_IGN); /* so is a limit on the size of files */
    if (argc < 2) {
        fputs("usage: isnad COMMAND [ARGUMENT…]\nTry `isnad help`.\n", stderr);
        return EXIT_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        return cmd_help(0, none);
    }
    if (strcmp(argv[1], "--version") == 0) {
        return cmd_version(0, none);
    }
    const cli_command *command = cli_find(argv[1]);
    if (command == NULL) {
        fprintf(stderr, "isnad: no command %s\nTry `isnad help`.\n", argv[1]);
        return EXIT_USAGE;
    }
    if (asks_for_help(argc - 2, argv + 2)) {
        return cmd_help(1, argv + 1);
    }
    return command->run(argc - 2, argv + 2);
}
