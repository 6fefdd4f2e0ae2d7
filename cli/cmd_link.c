/* cmd_link.c: `isnad link`: claims of a store into events; decisions of people on them. */
#include <string.h>

#include "cli.h"
#include "parts.h"

const char cmd_link_help[] =
    "usage: isnad link STORE\n"
    "       isnad link STORE --same CLAIM CLAIM | --different CLAIM CLAIM | --undo NUMBER\n"
    "       isnad link STORE --plan DIR | --find DIR --part N | --found DIR\n"
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
    "  --jobs N             look for claims that belong together by N processes, 1 to 256, in\n"
    "                       parts by days and countries; the end is the same\n"
    "  --plan DIR           write what is to be looked for into DIR, in --jobs parts at least, "
    "and\n"
    "                       say how many they are\n"
    "  --find DIR --part N  look for part N, from 1 on, wherever the store can be reached\n"
    "  --found DIR          link, with what has been found\n"
    "  --quiet              say nothing\n"
    "\n"
    "Exit code: 0; 1 when the store could not be read or written; 2 for a usage error.\n";

typedef struct linking {
    bool same, different, undo, quiet;
    const char *by, *note;
    const char *plan, *find, *found; /* folders */
    unsigned jobs, part;
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

/* What was looked for before, here or elsewhere. */
static bool find_parts(parts *found, const char *path, const linking *o) {
    if (o->found != NULL) {
        return parts_read(found, o->found);
    }
    return o->jobs < 2 || parts_find(found, path, o->jobs);
}

static int run(const char *path, const linking *o, char **operands, bool decides) {
    isn_error error = {0};
    isn_store *store = NULL;
    uint64_t claims = 0;
    uint64_t events = 0;
    parts found = {.n = 0};
    if (!find_parts(&found, path, o)) {
        parts_release(&found);
        return EXIT_SOME_FAILED;
    }
    isn_pieces pieces = {.found = found.parts, .nfound = found.n};
    isn_status status = isn_store_open(&store, path, &error);
    if (status == ISN_OK && decides) {
        status = decide(store, o, operands, &error);
    }
    if (status == ISN_OK) {
        status = isn_store_link(store, &pieces, &claims, &events, &error);
    }
    isn_store_close(store);
    parts_release(&found);
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
        {"--jobs", OPTION_NUMBER, &o.jobs, 1, 256, NULL},
        {"--plan", OPTION_TEXT, &o.plan, 0, 0, NULL},
        {"--find", OPTION_TEXT, &o.find, 0, 0, NULL},
        {"--part", OPTION_NUMBER, &o.part, 1, 1000000, NULL},
        {"--found", OPTION_TEXT, &o.found, 0, 0, NULL},
        {"--quiet", OPTION_FLAG, &o.quiet, 0, 0, NULL},
        {NULL, OPTION_FLAG, NULL, 0, 0, NULL},
    };
    int n = cli_options("link", argc, argv, options);
    int decisions = o.same + o.different + o.undo;
    if (n < 0) {
        return EXIT_USAGE;
    }
    int pieces = (o.plan != NULL) + (o.find != NULL) + (o.found != NULL);
    if (pieces > 1 || (pieces == 1 && decisions > 0) || (o.find != NULL) != (o.part > 0)) {
        cli_usage("link", "one of --plan DIR, --find DIR --part N and --found DIR");
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
    if (o.plan != NULL || o.find != NULL) {
        bool good = o.plan != NULL ? parts_plan(argv[0], o.plan, o.jobs > 0 ? o.jobs : 1, o.quiet)
                                   : parts_find_one(argv[0], o.find, o.part);
        int end = cli_finish_output();
        return good ? end : EXIT_SOME_FAILED;
    }
    return run(argv[0], &o, argv + 1, decisions > 0);
}
