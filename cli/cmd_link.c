/* cmd_link.c: `isnad link`: claims of a store into events; decisions of people on them. */
#include <string.h>

#include "cli.h"

const char cmd_link_help[] =
    "usage: isnad link STORE\n"
    "       isnad link STORE --same CLAIM CLAIM | --different CLAIM CLAIM | --undo NUMBER\n"
    "\n"
    "Groups what has been stored since the last time into events: which claims speak of one\n"
    "occurrence, from how many independent sources, with low, best and high figures by each rule;\n"
    "totals are linked to the events under them, promises to what later reports say of them. The\n"
    "end is the same for any order in which articles come. Says how many claims were new and how\n"
    "many events changed.\n"
    "\n"
    "  --same, --different  decide of two claims by their keys (3f2a9c01d4e2b788:c3), and link;\n"
    "                       no later run undoes it\n"
    "  --undo NUMBER        take a decision back, and link\n"
    "  --by NAME            who decides\n"
    "  --note TEXT          why\n"
    "  --quiet              say nothing\n"
    "\n"
    "Exit code: 0; 1 when the store could not be read or written; 2 for a usage error.\n";

typedef struct linking {
    bool same, different, undo, quiet;
    const char *by, *note;
} linking;

static isn_str text_of(const char *text) {
    return text == NULL ? (isn_str){NULL, 0} : (isn_str){text, strlen(text)};
}

static isn_status decide(isn_store *store, const linking *o, char **operands, isn_error *error) {
    uint64_t number = 0;
    isn_decision what = o->same        ? ISN_DECIDE_SAME
                        : o->different ? ISN_DECIDE_DIFFERENT
                                       : ISN_DECIDE_UNDO;
    isn_status status =
        isn_store_decide(store, what, text_of(operands[0]), text_of(o->undo ? NULL : operands[1]),
                         text_of(o->by), text_of(o->note), &number, error);
    if (status == ISN_OK && !o->quiet) {
        printf("decision %llu%s\n", (unsigned long long)number, o->undo ? " undone" : "");
    }
    return status;
}

static int run(const char *path, const linking *o, char **operands, bool decides) {
    isn_error error = {0};
    isn_store *store = NULL;
    uint64_t claims = 0;
    uint64_t events = 0;
    isn_status status = isn_store_open(&store, path, &error);
    if (status == ISN_OK && decides) {
        status = decide(store, o, operands, &error);
    }
    if (status == ISN_OK) {
        status = isn_store_link(store, &claims, &events, &error);
    }
    isn_store_close(store);
    if (status != ISN_OK) {
        cli_error(&error, path, 0);
        return status == ISN_EUSAGE ? EXIT_USAGE : EXIT_SOME_FAILED;
    }
    if (!o->quiet) {
        printf("%llu new claims, %llu events changed\n", (unsigned long long)claims,
               (unsigned long long)events);
    }
    return cli_finish_output();
}

int cmd_link(int argc, char **argv) {
    linking o = {0};
    const cli_option options[] = {
        {"--same", OPTION_FLAG, &o.same, 0, 0, NULL},
        {"--different", OPTION_FLAG, &o.different, 0, 0, NULL},
        {"--undo", OPTION_FLAG, &o.undo, 0, 0, NULL},
        {"--by", OPTION_TEXT, &o.by, 0, 0, NULL},
        {"--note", OPTION_TEXT, &o.note, 0, 0, NULL},
        {"--quiet", OPTION_FLAG, &o.quiet, 0, 0, NULL},
        {NULL, OPTION_FLAG, NULL, 0, 0, NULL},
    };
    int n = cli_options("link", argc, argv, options);
    int decisions = o.same + o.different + o.undo;
    if (n < 0) {
        return EXIT_USAGE;
    }
    if (decisions > 1) {
        cli_usage("link", "one of --same, --different and --undo");
        return EXIT_USAGE;
    }
    if (n != (decisions == 0 ? 1 : o.undo ? 2 : 3)) {
        cli_usage("link", decisions == 0 ? "one store"
                          : o.undo       ? "a store and a number"
                                         : "a store and two claims");
        return EXIT_USAGE;
    }
    if (!cli_store_there(argv[0])) {
        return EXIT_SOME_FAILED;
    }
    return run(argv[0], &o, argv + 1, decisions > 0);
}
