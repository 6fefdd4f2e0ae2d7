/* server.h: what the files of serve/ share.
 *
 *     serve.c   starts and stops; one thread a connection, libmicrohttpd's own
 *     http.c    a request from its first byte to its answer: bodies, parameters, headers, ETags
 *     routes.c  which function answers which path, and who may ask
 *     read.c    answers out of the store
 *     work.c    what takes time: coding, explaining, exports
 *     live.c    connections that last, and those that dawdle
 *     judge.c   what people say: reviews of claims, decisions on events, agreement
 *     guard.c   who asks: hosts, origins, sessions, tokens, how often
 *     users.c   the file of users
 *     pool.c    stores and coders, each of one thread at a time; answers that may be given again
 */
#ifndef ISN_SERVE_SERVER_H
#define ISN_SERVE_SERVER_H

#include <microhttpd.h>
#include <pthread.h>

#include "base/base.h"
#include "serve/serve.h"
#include "store/answer.h"

#define ISN_SERVE_MOST_BODY ((size_t)16 << 20)
#define ISN_SERVE_MOST_PARAMETERS 16

typedef enum isn_right { ISN_MAY_NONE, ISN_MAY_READ, ISN_MAY_CODE, ISN_MAY_ADMIN } isn_right;

extern const char *const isn_right_names[]; /* from ISN_MAY_READ; ended by NULL */

/* ---- pool.c ------------------------------------------------------------------------------------- */

#define ISN_POOL 4      /* stores and coders at once */
#define ISN_POOL_MIB 16 /* that each store may keep of its file */
#define ISN_CACHE 256   /* answers kept, power of two */
#define ISN_CACHE_BYTES ((size_t)16 << 20)

typedef struct isn_cached {
    char *url; /* with its query */
    uint64_t generation;
    char etag[24];
    struct MHD_Response *response;
    size_t size;
} isn_cached;

typedef struct isn_pool {
    pthread_mutex_t lock;
    pthread_cond_t freed;
    const char *path;
    const isn_pack *pack;
    isn_store *stores[ISN_POOL];
    isn_coder *coders[ISN_POOL];
    bool store_taken[ISN_POOL], coder_taken[ISN_POOL];
    isn_held *held; /* of the ledger, by all stores */
    isn_store *watch;    /* tells of commits; used under `lock` alone */
    uint64_t generation; /* as it told last, at `looked`; 0: to be asked */
    int64_t looked;      /* milliseconds */
    uint64_t seen; /* generation of which the ledger is held; of the thread that watches alone */
    isn_cached cache[ISN_CACHE];
    size_t cached; /* bytes */
} isn_pool;

isn_status isn_pool_init(isn_pool *pool, const char *path, const isn_pack *pack, isn_error *error);
void isn_pool_release(isn_pool *pool);
/* Waits for a free one; NULL after a failure. */
isn_store *isn_pool_store(isn_pool *pool, isn_error *error);
void isn_pool_give_store(isn_pool *pool, isn_store *store);
isn_coder *isn_pool_coder(isn_pool *pool, isn_error *error);
void isn_pool_give_coder(isn_pool *pool, isn_coder *coder);
/* Holds the ledger as it is now. */
void isn_pool_look(isn_pool *pool);
/* The state of the store that answers are made of. */
uint64_t isn_pool_generation(isn_pool *pool);

/* ---- users.c, guard.c --------------------------------------------------------------------------- */

typedef struct isn_user {
    char name[64];
    isn_right right;
    bool token;
    char hash[160];
} isn_user;

typedef struct isn_users {
    isn_user *list;
    uint32_t n;
} isn_users;

/* A file that is not there has no users. ISN_EFORMAT with the byte where a line is amiss. */
isn_status isn_users_read(isn_users *out, const char *path, isn_error *error);
void isn_users_release(isn_users *users);
/* The user of a name and password, or of a token; NULL: none. Takes the same time for a name that is not there. */
const isn_user *isn_users_check(const isn_users *users, isn_str name, isn_str password);
const isn_user *isn_users_token(const isn_users *users, isn_str token);

#define ISN_SESSIONS 256
#define ISN_VISITORS 1024

typedef struct isn_session {
    uint8_t hash[32]; /* of what the cookie holds */
    char csrf[65];
    const isn_user *user;
    int64_t begun, seen; /* seconds; 0: free */
} isn_session;

typedef struct isn_visitor { /* an address, and how often it asked and failed */
    uint64_t who;
    double tokens, tries;
    int64_t at; /* milliseconds */
} isn_visitor;

typedef struct isn_guarding {
    pthread_mutex_t lock, slow; /* `slow`: one password is checked at a time, each takes 64 MiB */
    bool open;                  /* nobody is asked who he is */
    isn_users users;
    isn_session sessions[ISN_SESSIONS];
    isn_visitor visitors[ISN_VISITORS];
} isn_guarding;

/* ---- the server --------------------------------------------------------------------------------- */

struct isn_server {
    isn_serve_options options;
    struct MHD_Daemon *daemon;
    char address[80];
    bool loopback;
    isn_pool pool;
    isn_guarding guard;
    char *certificate, *key; /* PEM; NULL: no TLS */
    struct {                 /* what was stored, for all who listen */
        pthread_mutex_t lock;
        uint64_t generation;
        char text[256];
    } live;
    struct { /* requests that have not come to their end */
        pthread_mutex_t lock;
        struct isn_request *first;
        pthread_t thread;
        bool runs;
    } watch;
    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t ended, halted;
    unsigned exports, streams; /* under way */
    bool stopping;
};

/* ---- http.c ------------------------------------------------------------------------------------- */

typedef struct isn_request {
    isn_server *server;
    struct MHD_Connection *connection;
    char *uri; /* as it came, with its query */
    const char *method, *path;
    isn_str id; /* what stands for {id} in the route */
    isn_parameter parameters[ISN_SERVE_MOST_PARAMETERS];
    uint32_t nparameters;
    isn_buf body, out;
    struct json_object *json; /* the body once a field of it was asked for */
    int64_t begun;            /* milliseconds */
    bool started, too_large;
    struct isn_request *before, *next; /* this and what follows: under the lock of `watch` */
    int64_t heard;                     /* milliseconds, when something came last */
    int socket;
    bool watched;
    isn_right right;
    char user[64], csrf[65]; /* "" where nobody is asked */
    char cookie_text[192];   /* of Set-Cookie */
    unsigned retry_after;
} isn_request;

int64_t isn_now_ms(void);
/* Is the media type of the body `type`? */
bool isn_request_is(const isn_request *r, const char *type);
/* A header of the request; "" when it is not there. */
const char *isn_request_header(const isn_request *r, const char *name);
isn_str isn_request_parameter(const isn_request *r, const char *name);
/* A text of the body, which is a JSON object; {NULL, 0} when it is not there. Lives as long as the request. */
isn_str isn_request_field(isn_request *r, const char *name);

/* Sends what stands in r->out. */
enum MHD_Result isn_reply(isn_request *r, unsigned status, const char *type);
/* RFC 9457; `detail` may be NULL. */
enum MHD_Result isn_problem(isn_request *r, unsigned status, const char *detail);
/* What an error of the library is to the one who asked. */
enum MHD_Result isn_problem_of(isn_request *r, const isn_error *error);
/* Sends a made response with the usual headers, and forgets it. */
enum MHD_Result isn_send(isn_request *r, unsigned status, struct MHD_Response *response);
/* Tells the log of an answer that refuses. */
void isn_tell(const isn_request *r, unsigned status);
void isn_headers(const isn_request *r, struct MHD_Response *response, const char *type);

/* ---- routes.c ----------------------------------------------------------------------------------- */

typedef enum MHD_Result isn_handler(isn_request *r);

/* Answers, now that the body is there. */
enum MHD_Result isn_route(isn_request *r);
/* May a request of this kind have a body of its size? 0, or the status that refuses it. */
unsigned isn_route_refuses(const isn_request *r);

/* ---- guard.c ------------------------------------------------------------------------------------ */

isn_status isn_guard_init(isn_guarding *guard, const char *users, isn_error *error);
void isn_guard_release(isn_guarding *guard);
/* Who asks: fills role and session. 0, or the status that refuses. */
unsigned isn_guard_request(isn_request *r);
/* Whence a request comes, for the log: an address, or what a proxy says of it. */
void isn_guard_from(const isn_request *r, char out[64]);
isn_handler isn_handle_session, isn_handle_login, isn_handle_logout;

/* ---- read.c, work.c ----------------------------------------------------------------------------- */

isn_handler isn_handle_status, isn_handle_articles, isn_handle_article, isn_handle_explain,
    isn_handle_events, isn_handle_map, isn_handle_days, isn_handle_event, isn_handle_tallies,
    isn_handle_covered, isn_handle_commitments, isn_handle_sources, isn_handle_actors,
    isn_handle_actor, isn_handle_places, isn_handle_place, isn_handle_openapi;
isn_handler isn_handle_code, isn_handle_export, isn_handle_progress;
isn_handler isn_handle_read;
/* live.c */
isn_handler isn_handle_live;
/* From the first line of a request to its last byte; the thread answers 408 to those that take too long. */
void isn_watch_add(isn_request *r);
void isn_watch_named(isn_request *r, const char *method);
void isn_watch_heard(isn_request *r);
void isn_watch_remove(isn_request *r);
void *isn_watch_run(void *context); /* the server */
/* judge.c */
isn_handler isn_handle_decide, isn_handle_undo, isn_handle_review, isn_handle_review_undo,
    isn_handle_agreement;
/* An answer that was given before and still holds, or MHD_NO. */
enum MHD_Result isn_cache_send(isn_request *r, bool *sent);
enum MHD_Result isn_cache_reply(isn_request *r, uint64_t generation);

/* ---- files that stand in the program: made by tools/embed ---------------------------------------- */

typedef struct isn_embedded {
    const char *path, *type;
    /* Never written to; libmicrohttpd takes no const. */
    unsigned char *ptr, *end;       /* as it is */
    unsigned char *gz_ptr, *gz_end; /* packed; the same where that is no gain */
    const char *etag;
} isn_embedded;

extern const isn_embedded isn_embedded_files[]; /* the console; ended by a NULL path */
extern const isn_embedded isn_described[];      /* docs/openapi.json */

#endif
