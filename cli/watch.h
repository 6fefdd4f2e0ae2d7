/* watch.h: what the files of `isnad watch` share.
 *
 *     cmd_watch.c    options; opens and closes
 *     watch.c        the loop: feeds that are due, hosts that may be asked, what becomes of each answer
 *     watch_list.c   the list of feeds: OPML, or an address a line
 *     watch_state.c  what is known of each address, from one run to the next
 *     fetch.c, robots.c, raw.c, feed.c, http.c   see their headers
 */
#ifndef CLI_WATCH_H
#define CLI_WATCH_H

#include "fetch.h"
#include "raw.h"

typedef struct watch_list { /* of addresses; owned */
    char **ptr;
    size_t len, cap;
} watch_list;

/* Adds what `operand` names: an address, a file of addresses, "-". False after a message in `messages`. */
bool watch_list_read(watch_list *list, const char *operand, cli_text *messages);
/* The same of the text of a list. */
bool watch_list_parse(watch_list *list, const char *path, isn_str text, cli_text *messages);
void watch_list_release(watch_list *list);

/* What is known of an address, a feed's, a page's, or a site's ("https://example.org", without a path). */
typedef struct watch_note {
    char *url;             /* owned, as all strings here */
    char *etag, *modified; /* as the server told them, or NULL */
    char hash[65];         /* of the body as it came last; "" for none */
    char entry[17];        /* of a page: of the feed's entry that led to it */
    int status;            /* of HTTP; 0: never answered */
    unsigned failures;     /* since it answered last */
    int64_t due;           /* not to be asked before, seconds since 1970 */
    int64_t seen;          /* asked, or named by a feed, last */
    struct watch_note *next;
} watch_note;

typedef struct watch_state watch_state;

/* `folder`/watch.state. NULL after a message; so where another process has it. */
watch_state *watch_state_open(const char *folder, int64_t now);
void watch_state_close(watch_state *state); /* NULL is allowed */
/* The robots.txt of a site that an earlier run kept: seconds for which it is still believed, and then its text; 0: none. */
int64_t watch_state_robots(watch_state *state, const char *site, int64_t now, cli_text *out);
/* Keeps it until then. False after a message. */
bool watch_state_keep_robots(watch_state *state, const char *site, isn_str text, int64_t until);
/* The note of an address, made where there is none; lives as long as the state. */
watch_note *watch_state_note(watch_state *state, const char *url);
/* Writes the note down. False after a message. */
bool watch_state_keep(watch_state *state, const watch_note *note);

typedef struct watch_options {
    bool once, allow_private, quiet;
    unsigned interval, per_host; /* seconds */
    cli_limits limits;
    cli_settings settings;
} watch_options;

typedef struct watch_outcome {
    unsigned long asked, changed, pages, failures;
} watch_outcome;

/* Runs until a signal comes, or once. `store` may be NULL. False where going on made no sense. */
bool watch_run(watch_outcome *outcome, const watch_options *options, const watch_list *feeds,
               watch_state *state, cli_raw *raw, isn_coder *coder, isn_store *store);

#endif
