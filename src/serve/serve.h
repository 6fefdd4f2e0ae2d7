/* serve.h: the HTTP interface over a store, as docs/openapi.json describes it, and the console embedded in the
 * program. Left of it: store/ and its answers. Right of it: the command `isnad serve` alone; it is no part of the
 * library.
 */
#ifndef ISN_SERVE_H
#define ISN_SERVE_H

#include "isnad.h"

typedef struct isn_server isn_server;

/* Told of each request that was refused, without its query, its body or any secret: "401 POST /v1/decisions
 * from 127.0.0.1". From several threads at once. */
typedef void isn_serve_log(void *context, const char *line);

typedef struct isn_serve_options {
    const char *store;  /* path of a store that exists */
    const char *listen; /* address; NULL: 127.0.0.1 */
    unsigned port;      /* 0: any that is free */
    const char
        *users; /* file of users and tokens; NULL: nobody is asked who he is, on loopback only */
    const char *certificate, *key; /* files in PEM: TLS; NULL: none */
    const char *behind; /* the name that a proxy on this machine serves it by; NULL: none */
    unsigned
        patience; /* seconds without a byte of a request; a whole one may take four times that */
    const isn_pack *pack; /* for coding; borrowed until the server stops */
    isn_serve_log *log;
    void *context;
} isn_serve_options;

/* Starts its threads and returns. ISN_EUSAGE when it would listen beyond this machine without users; ISN_EIO when the
 * address is taken or the store cannot be opened. */
isn_status isn_server_start(isn_server **out, const isn_serve_options *options, isn_error *error);
const char *isn_server_address(const isn_server *server); /* "http://127.0.0.1:8017/" */
bool isn_server_has_console(void);
/* Does it listen beyond this machine without TLS? */
bool isn_server_tells_passwords(const isn_server *server);
void isn_server_stop(isn_server *server); /* ends what is under way; NULL is allowed */

/* ---- users.c: lines of `name TAB role TAB hash`, `token:name` for programs -------------------------- */

/* Adds or replaces a user; the file is made for its owner alone. ISN_EUSAGE: a name with other signs than letters,
 * digits, dot, dash and underscore, an unknown role, a password of fewer than eight bytes. */
isn_status isn_users_add(const char *path, isn_str name, isn_str role, isn_str password,
                         isn_error *error);
/* The same for a program: `token` is shown once and kept as a hash. */
isn_status isn_users_add_token(const char *path, isn_str name, isn_str role, char token[65],
                               isn_error *error);

#endif
