/* cmd_watch.c: `isnad watch`: feeds and their pages from the net, as they appear. The only command that asks anything of
 * another machine, and only of those that its list, and the feeds in it, name. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "watch.h"

const char cmd_watch_help[] =
    "usage: isnad watch [OPTION…] FEEDS.opml | ADDRESS…\n"
    "\n"
    "Polls feeds (RSS, Atom, JSON Feed, sitemaps and their indexes) and the pages that their\n"
    "entries name, and codes each page once, and again where its entry has changed. Of a sitemap\n"
    "without headlines only what changed in the last days is asked for. A list is OPML, or an\n"
    "address a line. Records go to standard output, and with --store into a store.\n"
    "Every answer is kept as it came in the raw folder, in web archives (DAY.warc.zst) with hash\n"
    "and time, which `isnad code FOLDER` reads again. Where a page cannot be had, what the feed\n"
    "says of it is coded.\n"
    "\n"
    "Asks only for what has changed (ETag, Last-Modified); keeps to robots.txt, one exchange a "
    "host\n"
    "at a time, Crawl-delay and Retry-After; leaves what fails alone for a time that doubles, up "
    "to\n"
    "a day. Follows six redirects, none to a private address. Ends by SIGINT or SIGTERM; what it\n"
    "knows stands in the raw folder, so that it goes on where it was, even killed.\n"
    "\n"
    "  --once               one round, for cron\n"
    "  --store STORE        keep articles and claims in a SQLite file, or in\n"
    "                       postgresql://USER@HOST/DATABASE\n"
    "  --raw DIR            the raw folder; default: the store's name and .raw\n"
    "  --interval SECONDS   between two looks at a feed; default 900\n"
    "  --per-host SECONDS   between two requests to a host; default 5\n"
    "  --timeout SECONDS    for one answer; default 60\n"
    "  --max-bytes N        of one answer, as it comes; default 16777216\n"
    "  --allow-private      feeds of the list may stand at private addresses, and pages beside "
    "them\n"
    "  --agent TEXT         what servers are told of who asks; name a way to reach you\n"
    "  --outlet NAME        name or domain of the outlet, for all articles\n"
    "  --pack FILE          another language pack\n"
    "  --lexicon DIR        rows of your own over it (docs/lexicon.md)\n"
    "  --quiet              no warnings, no summary\n"
    "\n"
    "Exit code: 0; 1 when a feed or a page could not be had or something could not be written; 2\n"
    "for a usage error.\n";

typedef struct files {
    const char *store, *raw;
    cli_pack from_pack;
} files;

static bool run(watch_outcome *outcome, const watch_options *o, const watch_list *feeds,
                const files *f, const char *folder) {
    isn_error error = {0};
    isn_pack *pack = NULL;
    isn_coder *coder = NULL;
    isn_store *store = NULL;
    cli_raw *raw = cli_raw_open(folder);
    watch_state *state = raw == NULL ? NULL : watch_state_open(folder, (int64_t)time(NULL));
    bool fine = state != NULL && cli_open_coder(&pack, &coder, &f->from_pack);
    if (fine && f->store != NULL && isn_store_open(&store, f->store, &error) != ISN_OK) {
        cli_error(&error, f->store, 0);
        fine = false;
    }
    fine = fine && watch_run(outcome, o, feeds, state, raw, coder, store);
    isn_store_close(store);
    isn_coder_free(coder);
    isn_pack_close(pack);
    watch_state_close(state);
    cli_raw_close(raw);
    return fine;
}

static int watch(const watch_options *o, const watch_list *feeds, const files *f) {
    watch_outcome outcome = {0};
    char *folder = f->raw != NULL ? cli_copy(f->raw) : cli_format("%s.raw", f->store);
    bool fine = run(&outcome, o, feeds, f, folder);
    free(folder);
    if (fine && !o->quiet) {
        fprintf(stderr,
                "isnad: %lu asked for, %lu feeds changed, %lu articles coded, %lu failures\n",
                outcome.asked, outcome.changed, outcome.pages, outcome.failures);
    }
    int end = cli_finish_output();
    return end != EXIT_GOOD ? end : fine && outcome.failures == 0 ? EXIT_GOOD : EXIT_SOME_FAILED;
}

int cmd_watch(int argc, char **argv) {
    watch_options o = {
        .interval = 900, .per_host = 5, .limits = {.agent = "isnad/" ISN_VERSION, .seconds = 60}};
    files f = {0};
    unsigned most = 16 << 20;
    watch_list feeds = {0};
    const cli_option options[] = {
        {"--once", OPTION_FLAG, &o.once, 0, 0, NULL},
        {"--store", OPTION_TEXT, &f.store, 0, 0, NULL},
        {"--raw", OPTION_TEXT, &f.raw, 0, 0, NULL},
        {"--interval", OPTION_NUMBER, &o.interval, 1, 604800, NULL},
        {"--per-host", OPTION_NUMBER, &o.per_host, 0, 3600, NULL},
        {"--timeout", OPTION_NUMBER, &o.limits.seconds, 1, 3600, NULL},
        {"--max-bytes", OPTION_NUMBER, &most, 1, 1U << 30, NULL},
        {"--allow-private", OPTION_FLAG, &o.allow_private, 0, 0, NULL},
        {"--agent", OPTION_TEXT, &o.limits.agent, 0, 0, NULL},
        {"--outlet", OPTION_TEXT, &o.settings.outlet, 0, 0, NULL},
        CLI_PACK_OPTIONS(f.from_pack),
        {"--quiet", OPTION_FLAG, &o.quiet, 0, 0, NULL},
        {NULL, OPTION_FLAG, NULL, 0, 0, NULL},
    };
    int n = cli_options("watch", argc, argv, options);
    if (n < 0) {
        return EXIT_USAGE;
    }
    if (n == 0 || (f.store == NULL && f.raw == NULL)) {
        cli_usage("watch", n == 0 ? "a list of feeds, or an address"
                                  : "--store STORE, or --raw DIR at least");
        return EXIT_USAGE;
    }
    if (cli_fetch_missing() != NULL) {
        fprintf(stderr, "isnad: %s\n", cli_fetch_missing());
        return EXIT_SOME_FAILED;
    }
    o.limits.most = most;
    o.settings.quiet = o.quiet;
    bool read = true;
    cli_text messages = {0};
    for (int i = 0; i < n && read; i++) {
        read = watch_list_read(&feeds, argv[i], &messages);
    }
    fwrite(messages.ptr != NULL ? messages.ptr : "", 1, messages.len, stderr);
    free(messages.ptr);
    int end = read ? watch(&o, &feeds, &f) : EXIT_SOME_FAILED;
    watch_list_release(&feeds);
    return end;
}
