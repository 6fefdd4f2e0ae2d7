/* robots.h: which paths of a site its robots.txt keeps from us (RFC 9309). */
#ifndef CLI_ROBOTS_H
#define CLI_ROBOTS_H

#include "cli.h"

typedef struct cli_robots cli_robots;

/* The rules for `agent`, or else for all. NULL text: everything may be asked for. */
cli_robots *cli_robots_new(isn_str text, const char *agent);
void cli_robots_free(cli_robots *robots);
/* `path` with its query. */
bool cli_robots_allow(const cli_robots *robots, const char *path);
/* Crawl-delay in seconds, 0 where none is asked for, 300 at most. */
unsigned cli_robots_delay(const cli_robots *robots);

#endif
