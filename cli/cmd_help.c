/* cmd_help.c: `isnad help` and `isnad version`. */
#include <string.h>

#include "cli.h"

/* What it was built with, and without. */
#ifdef ISN_POSTGRES
#define WITH_POSTGRES "+postgresql"
#else
#define WITH_POSTGRES "-postgresql"
#endif
#ifdef ISN_QUEUE
#define WITH_QUEUE " +nats"
#else
#define WITH_QUEUE " -nats"
#endif
#ifdef ISN_CURL
#define WITH_WATCH " +watch"
#else
#define WITH_WATCH " -watch"
#endif
#ifdef ISN_WITH_SERVE
#define WITH_SERVE " +serve"
#else
#define WITH_SERVE " -serve"
#endif
#define PARTS WITH_POSTGRES WITH_QUEUE WITH_SERVE WITH_WATCH

const char cmd_help_help[] = "usage: isnad help [COMMAND]\n"
                             "\n"
                             "Says what the commands do, or one of them and its options.\n";

static void list_commands(FILE *out) {
    fputs("usage: isnad COMMAND [ARGUMENT…]\n"
          "\n"
          "Reads Arabic news and writes attributable conflict event data: who is said to have done "
          "what\n"
          "to whom, and who says so, each value with its bytes in the text.\n"
          "\n",
          out);
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        fprintf(out, "  %-8s %s\n", c->name, c->summary);
    }
    fputs("\n`isnad help COMMAND` says more of one.\n", out);
}

int cmd_help(int argc, char **argv) {
    if (argc < 1) {
        list_commands(stdout);
        return cli_finish_output();
    }
    const cli_command *command = cli_find(argv[0]);
    if (argc > 1 || command == NULL) {
        fprintf(stderr, "isnad help: no command %s\nTry `isnad help`.\n", argv[argc > 1 ? 1 : 0]);
        return EXIT_USAGE;
    }
    fputs(command->help, stdout);
    return cli_finish_output();
}

int cmd_version(int argc, char **argv) {
    (void)argv;
    if (argc > 0) {
        cli_usage("version", "takes no arguments");
        return EXIT_USAGE;
    }
    puts("isnad " ISN_VERSION "\n" PARTS);
    return cli_finish_output();
}
