/* cmd_publish.c: `isnad publish`: articles into a stream, from which workers take them. */
#include <string.h>

#include "queue.h"

const char cmd_publish_help[] =
    "usage: isnad publish [OPTION…] [FILE | FOLDER | -]…\n"
    "       isnad publish --dead list|again [OPTION…]\n"
    "\n"
    "Puts articles, as `isnad code` reads them, into a stream of NATS JetStream, from which\n"
    "`isnad worker` takes them. The stream is made where there is none. An article whose bytes it\n"
    "has had within the window is not taken twice. Ends when the server has confirmed the last.\n"
    "\n"
    "  --server ADDRESSES   nats://HOST:PORT, parted by commas; default nats://127.0.0.1:4222\n"
    "  --stream NAME        default ISNAD; what no worker could code goes to NAME-DEAD\n"
    "  --replicas N         nodes that each keep the stream, where it is made; default 1\n"
    "  --window SECONDS     for how long an article is known again; default 86400\n"
    "  --limit MB           the stream holds no more: this command then waits; default: the disk\n"
    "  --large DIR          a folder that the workers see too, for articles larger than a message\n"
    "  --creds FILE, --ca FILE   credentials; certificates that are trusted, and TLS\n"
    "  --cert FILE, --key FILE   a certificate of one's own and its key, and TLS\n"
    "  --timeout SECONDS    ends when the server has confirmed nothing for so long; default 300\n"
    "  --dead list          what no worker could code, a JSON object a line with the reason\n"
    "  --dead again         puts it back into the stream\n"
    "  --from, --field, --whole, --published, --outlet, --quiet   see `isnad help code`\n"
    "\n"
    "Exit code: 0; 1 when an article could not be read or was not taken; 2 for a usage error.\n";

bool queue_settings_are_good(const char *command, const queue_settings *settings) {
    const char *name = settings->stream;
    if (name[0] == '\0' || strlen(name) > 64 ||
        name[strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")] !=
            '\0') {
        cli_usage(command, "--stream: a name is of letters, digits, - and _: %s", name);
        return false;
    }
    if ((settings->cert == NULL) != (settings->key == NULL)) {
        cli_usage(command, "--cert FILE and --key FILE go together");
        return false;
    }
    return true;
}

#ifdef ISN_QUEUE

int cmd_publish(int argc, char **argv) {
    static const char *const deads[] = {"list", "again", NULL};
    static char *standard_input[] = {"-"};
    queue_settings s = QUEUE_DEFAULTS;
    publish_options o = {0};
    unsigned from = UINT32_MAX, dead = UINT32_MAX;
    const cli_option options[] = {
        QUEUE_OPTIONS(s),
        {"--window", OPTION_NUMBER, &o.window, 1, 31536000, NULL},
        {"--limit", OPTION_NUMBER, &o.megabytes, 1, 1U << 30, NULL},
        {"--large", OPTION_TEXT, &o.large, 0, 0, NULL},
        {"--dead", OPTION_CHOICE, &dead, 0, 0, deads},
        {"--from", OPTION_CHOICE, &from, 0, 0, cli_from_names},
        {"--field", OPTION_FIELD, &o.settings.fields, 0, 0, NULL},
        {"--whole", OPTION_FLAG, &o.settings.whole, 0, 0, NULL},
        {"--published", OPTION_DATE, &o.settings.published, 0, 0, NULL},
        {"--outlet", OPTION_TEXT, &o.settings.outlet, 0, 0, NULL},
        {NULL, OPTION_FLAG, NULL, 0, 0, NULL},
    };
    int n = cli_options("publish", argc, argv, options);
    if (n < 0 || !queue_settings_are_good("publish", &s)) {
        return EXIT_USAGE;
    }
    if (dead != UINT32_MAX && n > 0) {
        cli_usage("publish", "--dead takes no articles");
        return EXIT_USAGE;
    }
    o.settings.quiet = s.quiet;
    o.from = from == UINT32_MAX ? FROM_NAME : (cli_from)(FROM_TEXT + from);
    return dead != UINT32_MAX ? queue_dead(&s, dead == 1)
           : n > 0            ? queue_publish(&s, &o, argv, n)
                              : queue_publish(&s, &o, standard_input, 1);
}

#else

int cmd_publish(int argc, char **argv) {
    (void)argc;
    (void)argv;
    fputs("isnad publish: this program was built without libnats, libmicrohttpd and libsodium\n",
          stderr);
    return EXIT_SOME_FAILED;
}

#endif
