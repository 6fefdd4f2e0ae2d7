/* fetch.h: exchanges with servers, many at a time; libcurl behind it. No redirect is followed, no cookie kept, no
 * packing undone: what came is handed on as it came. A build without libcurl has these functions too; they say so. */
#ifndef CLI_FETCH_H
#define CLI_FETCH_H

#include <sys/socket.h>

#include "cli.h"

typedef struct cli_fetcher cli_fetcher;

typedef struct cli_exchange {
    /* asked; borrowed while it runs */
    const char *url, *etag, *modified, *accept; /* the first two may be NULL or "" */
    bool may_be_private;
    void *owner;
    /* what came */
    long status;       /* 0: nothing */
    cli_text head, body;
    char *redirect;    /* where to, absolute; owned or NULL */
    char address[64];  /* of the server */
    long retry_after;  /* seconds; 0: not said */
    bool is_private;   /* its address is of a private network: it was not connected to */
    bool too_large;
    char wrong[256];   /* "": it came whole */
    /* its own */
    void *handle, *headers;
    size_t most;
} cli_exchange;

typedef struct cli_limits {
    const char *agent; /* what servers are told */
    unsigned seconds;  /* of one exchange */
    size_t most;       /* bytes of a body as it comes */
} cli_limits;

/* NULL, or why nothing can be fetched. */
const char *cli_fetch_missing(void);
/* Borrows `limits`. NULL when memory is gone. */
cli_fetcher *cli_fetcher_new(const cli_limits *limits);
void cli_fetcher_free(cli_fetcher *fetcher); /* after all exchanges have been released */
void cli_fetcher_start(cli_fetcher *f, cli_exchange *x);
/* One that has ended, or NULL after `ms`, or as soon as `fd` can be read. */
cli_exchange *cli_fetcher_next(cli_fetcher *fetcher, int fd, long ms);
/* Breaks it off where it runs; what came is freed. */
void cli_exchange_release(cli_fetcher *f, cli_exchange *x);

/* An address cut up; the strings are owned. */
typedef struct cli_url {
    char *whole; /* without fragment, user and password */
    char *site;  /* https://example.org:8443 */
    char *path;  /* with the query */
} cli_url;

/* `base` may be NULL. False: no address of http or https. */
bool cli_url_parse(cli_url *out, const char *base, const char *text);
void cli_url_release(cli_url *url);

/* digest.c: SHA-256, 64 hexadecimal digits. */
void cli_digest(char out[65], isn_str bytes);

/* private.c: is this an address that is not of the open Internet: of the machine itself, a private, shared or
 * link-local network, for documentation, multicast, or one of these wrapped in IPv6? */
bool cli_is_private(const struct sockaddr *address);

#endif
