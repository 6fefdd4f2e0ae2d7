/* cmd_worker.c: `isnad worker`: articles out of a stream, coded into a store. */
#include "queue.h"

const char cmd_worker_help[] =
    "usage: isnad worker --store STORE [OPTION…]\n"
    "\n"
    "Takes articles that `isnad publish` put into a stream of NATS JetStream, codes them, and\n"
    "keeps them in a store. An article is confirmed to the stream after the store has committed\n"
    "it: whatever is killed, it is coded, and stored once. As many workers may run as there are\n"
    "processors. Ends by SIGINT or SIGTERM, with what is coded stored and the rest given back.\n"
    "\n"
    "  --store STORE        where articles and claims are kept: a file, or postgresql://…; opened\n"
    "                       again when it was away\n"
    "  --server, --stream, --replicas, --creds, --ca, --cert, --key   see `isnad help publish`\n"
    "  --large DIR          where `isnad publish` puts articles larger than a message\n"
    "  --batch N            articles a commit, 1 to 1000; default 200\n"
    "  --ack-wait SECONDS   after which what a worker has not finished goes to another; default "
    "60\n"
    "  --tries N            what has ended so many processes goes to the dead; default 3\n"
    "  --patience SECONDS   for an article that is tried again; default 120\n"
    "  --listen PORT        health and metrics at http://127.0.0.1:PORT/healthz and /metrics; 0: "
    "any\n"
    "                       port that is free\n"
    "  --once               ends when nothing is waiting\n"
    "  --timeout SECONDS    ends when the server has not answered, or the store not taken "
    "anything,\n"
    "                       for so long; default 300\n"
    "  --pack FILE, --lexicon DIR   see `isnad help code`\n"
    "  --quiet              no warnings, no summary\n"
    "\n"
    "Exit code: 0; 1 when the store or the stream could not be had; 2 for a usage error.\n";

#ifdef ISN_QUEUE

int cmd_worker(int argc, char **argv) {
    queue_settings s = QUEUE_DEFAULTS;
    unsigned port = UINT32_MAX;
    worker_options o = {.batch = 200, .ack_wait = 60, .tries = 3, .patience = 120};
    const cli_option options[] = {
        QUEUE_OPTIONS(s),
        {"--store", OPTION_TEXT, &o.store, 0, 0, NULL},
        {"--large", OPTION_TEXT, &o.large, 0, 0, NULL},
        {"--batch", OPTION_NUMBER, &o.batch, 1, 1000, NULL},
        {"--ack-wait", OPTION_NUMBER, &o.ack_wait, 1, 86400, NULL},
        {"--tries", OPTION_NUMBER, &o.tries, 1, 100, NULL},
        {"--patience", OPTION_NUMBER, &o.patience, 1, 86400, NULL},
        {"--listen", OPTION_NUMBER, &port, 0, 65535, NULL},
        {"--once", OPTION_FLAG, &o.once, 0, 0, NULL},
        CLI_PACK_OPTIONS(o.from_pack),
        {NULL, OPTION_FLAG, NULL, 0, 0, NULL},
    };
    int n = cli_options("worker", argc, argv, options);
    if (n < 0 || !queue_settings_are_good("worker", &s)) {
        return EXIT_USAGE;
    }
    if (n > 0 || o.store == NULL) {
        cli_usage("worker", n > 0 ? "takes no operands" : "--store STORE");
        return EXIT_USAGE;
    }
    o.listens = port != UINT32_MAX;
    o.port = o.listens ? port : 0;
    return queue_work(&s, &o);
}

#else

int cmd_worker(int argc, char **argv) {
    (void)argc;
    (void)argv;
    fputs("isnad worker: this program was built without libnats, libmicrohttpd and libsodium\n",
          stderr);
    return EXIT_SOME_FAILED;
}

#endif
