/* guard.c: who asks, from where, and how often; see server.h.
 *
 * On loopback without users nobody is asked who he is, but only pages of this server may change anything, and only
 * under a name of this machine: a page elsewhere can send requests here, and can point a name of its own here
 * (DNS rebinding). Beyond loopback there are sessions for people, in a cookie that other sites' pages do not send,
 * with a token against forged requests beside it; and bearer tokens for programs.
 */
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <time.h>

#include <sodium.h>

#include "serve/server.h"

#define COOKIE "isnad"
#define IDLE (8 * 3600) /* seconds a session lasts without a request, and in all */
#define LONGEST (24 * 3600)
#define BURST 400.0 /* requests at once, and a second, from one address beyond loopback */
#define STEADY 100.0
#define TRIES 5.0 /* wrong passwords at once, and a second */
#define TRIES_STEADY (1.0 / 12)

static int64_t now(void) {
    return isn_now_ms() / 1000 + 1; /* 0 is "never" */
}

isn_status isn_guard_init(isn_guarding *guard, const char *users, isn_error *error) {
    pthread_mutex_init(&guard->lock, NULL);
    pthread_mutex_init(&guard->slow, NULL);
    isn_status status = isn_users_read(&guard->users, users, error);
    guard->open = guard->users.n == 0;
    if (status == ISN_OK && users != NULL && guard->open) {
        status = isn_fail(error, ISN_EUSAGE, users, 0, "has no users; --add-user adds one");
    }
    return status;
}

void isn_guard_release(isn_guarding *guard) {
    isn_users_release(&guard->users);
    pthread_mutex_destroy(&guard->lock);
    pthread_mutex_destroy(&guard->slow);
}

/* ---- from where ---------------------------------------------------------------------------------- */

/* A name of this machine that no name server gives away. */
static bool is_local_name(const char *host) {
    static const char *const names[] = {"localhost", "127.0.0.1", "[::1]"};
    for (size_t i = 0; i < ISN_LEN(names); i++) {
        size_t len = strlen(names[i]);
        if (strncmp(host, names[i], len) == 0 && (host[len] == '\0' || host[len] == ':')) {
            return true;
        }
    }
    return false;
}

static bool is_host(const isn_request *r) {
    const char *host = isn_request_header(r, "Host");
    const char *listen = r->server->options.listen;
    const char *behind = r->server->options.behind;
    size_t len = listen != NULL ? strlen(listen) : 0;
    return !r->server->loopback || is_local_name(host) ||
           (behind != NULL && strcmp(host, behind) == 0) ||
           (len > 0 && strncmp(host, listen, len) == 0 && (host[len] == '\0' || host[len] == ':'));
}

static bool changes_something(const isn_request *r) {
    return strcmp(r->method, "GET") != 0 && strcmp(r->method, "HEAD") != 0;
}

/* Does it come from a page of this server, or from no page at all? */
static bool is_own_page(const isn_request *r) {
    const char *site = isn_request_header(r, "Sec-Fetch-Site");
    const char *origin = isn_request_header(r, "Origin");
    if (site[0] != '\0' && strcmp(site, "same-origin") != 0 && strcmp(site, "none") != 0) {
        return false;
    }
    if (origin[0] == '\0') {
        return true;
    }
    const char *host = strstr(origin, "://");
    return host != NULL && strcmp(host + 3, isn_request_header(r, "Host")) == 0;
}

/* ---- how often ----------------------------------------------------------------------------------- */

/* The last address that a proxy on this machine has added: those before it came with the request. */
static isn_str forwarded(const isn_request *r) {
    const char *all = isn_request_header(r, "X-Forwarded-For");
    const char *comma = strrchr(all, ',');
    const char *last = comma != NULL ? comma + 1 : all;
    last += strspn(last, " ");
    return isn_str_z(last);
}

void isn_guard_from(const isn_request *r, char out[64]) {
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(r->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    isn_str from = r->server->options.behind != NULL ? forwarded(r) : isn_str_z("");
    out[0] = '\0';
    if (from.len > 0) {
        snprintf(out, 64, "%.*s", (int)(from.len < 60 ? from.len : 60), from.ptr);
    } else if (info != NULL) {
        bool six = info->client_addr->sa_family == AF_INET6;
        getnameinfo(info->client_addr,
                    six ? sizeof(struct sockaddr_in6) : sizeof(struct sockaddr_in), out, 64, NULL,
                    0, NI_NUMERICHOST);
    }
}

static uint64_t address_of(const isn_request *r) {
    isn_str from = r->server->options.behind != NULL ? forwarded(r) : isn_str_z("");
    if (from.len > 0) {
        return isn_hash(from.ptr, from.len, 7);
    }
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(r->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (info == NULL) {
        return 1;
    }
    if (info->client_addr->sa_family == AF_INET6) { /* a network of 64 bits is one visitor */
        struct sockaddr_in6 in6;
        memcpy(&in6, info->client_addr, sizeof in6);
        return isn_hash(&in6.sin6_addr, 8, 6);
    }
    struct sockaddr_in in;
    memcpy(&in, info->client_addr, sizeof in);
    return isn_hash(&in.sin_addr, sizeof in.sin_addr, 4);
}

static double refill(double have, double most, double steady, int64_t ms) {
    have += steady * (double)ms / 1000;
    return have > most ? most : have;
}

/* The visitor, with what he has got back since he came last. Under the lock. */
static isn_visitor *visitor(isn_guarding *guard, uint64_t who) {
    isn_visitor *v = &guard->visitors[who % ISN_VISITORS];
    int64_t at = isn_now_ms();
    if (v->who != who) {
        *v = (isn_visitor){.who = who, .tokens = BURST, .tries = TRIES, .at = at};
    }
    v->tokens = refill(v->tokens, BURST, STEADY, at - v->at);
    v->tries = refill(v->tries, TRIES, TRIES_STEADY, at - v->at);
    v->at = at;
    return v;
}

static bool asks_too_often(isn_request *r) {
    isn_guarding *guard = &r->server->guard;
    if (r->server->loopback && r->server->options.behind == NULL) {
        return false;
    }
    pthread_mutex_lock(&guard->lock);
    isn_visitor *v = visitor(guard, address_of(r));
    bool often = v->tokens < 1;
    v->tokens -= often ? 0 : 1;
    pthread_mutex_unlock(&guard->lock);
    r->retry_after = often ? 1 : 0;
    return often;
}

/* Takes one try; false when there is none left. A good password gives it back. */
static bool take_try(isn_request *r, double change) {
    isn_guarding *guard = &r->server->guard;
    pthread_mutex_lock(&guard->lock);
    isn_visitor *v = visitor(guard, address_of(r));
    bool may = v->tries + change >= 0;
    v->tries += may ? change : 0;
    pthread_mutex_unlock(&guard->lock);
    r->retry_after = may ? 0 : 12;
    return may;
}

/* ---- sessions ------------------------------------------------------------------------------------ */

static void hash_of(uint8_t out[32], const char *token) {
    crypto_hash_sha256(out, (const unsigned char *)token, strlen(token));
}

/* Under the lock. */
static isn_session *find_session(isn_guarding *guard, const char *token) {
    uint8_t hash[32];
    if (token == NULL || strlen(token) != 64) {
        return NULL;
    }
    hash_of(hash, token);
    for (size_t i = 0; i < ISN_SESSIONS; i++) {
        isn_session *s = &guard->sessions[i];
        if (s->seen != 0 && sodium_memcmp(s->hash, hash, sizeof hash) == 0) {
            if (now() - s->seen < IDLE && now() - s->begun < LONGEST) {
                return s;
            }
            *s = (isn_session){.seen = 0};
        }
    }
    return NULL;
}

/* A new one, in the place of the one that was not used for longest. Under the lock. */
static void new_session(isn_guarding *guard, const isn_user *user, char token[65], char csrf[65]) {
    uint8_t bytes[32];
    isn_session *s = &guard->sessions[0];
    for (size_t i = 1; i < ISN_SESSIONS; i++) {
        s = guard->sessions[i].seen < s->seen ? &guard->sessions[i] : s;
    }
    *s = (isn_session){.user = user, .begun = now(), .seen = now()};
    randombytes_buf(bytes, sizeof bytes);
    sodium_bin2hex(token, 65, bytes, sizeof bytes);
    hash_of(s->hash, token);
    randombytes_buf(bytes, sizeof bytes);
    sodium_bin2hex(s->csrf, sizeof s->csrf, bytes, sizeof bytes);
    memcpy(csrf, s->csrf, sizeof s->csrf);
}

static const char *cookie_of(const isn_request *r) {
    return MHD_lookup_connection_value(r->connection, MHD_COOKIE_KIND, COOKIE);
}

static bool read_session(isn_request *r) {
    isn_guarding *guard = &r->server->guard;
    pthread_mutex_lock(&guard->lock);
    isn_session *s = find_session(guard, cookie_of(r));
    if (s != NULL) {
        s->seen = now();
        r->right = s->user->right;
        memcpy(r->user, s->user->name, sizeof r->user);
        memcpy(r->csrf, s->csrf, sizeof r->csrf);
    }
    pthread_mutex_unlock(&guard->lock);
    return s != NULL;
}

static bool is_login(const isn_request *r) {
    return strcmp(r->path, "/v1/session") == 0 && strcmp(r->method, "POST") == 0;
}

static unsigned read_bearer(isn_request *r, const char *token) {
    if (!take_try(r, 0)) {
        return 429;
    }
    const isn_user *user = isn_users_token(&r->server->guard.users, isn_str_z(token));
    if (user == NULL) {
        return take_try(r, -1) ? 401 : 429;
    }
    r->right = user->right;
    memcpy(r->user, user->name, sizeof r->user);
    return 0;
}

unsigned isn_guard_request(isn_request *r) {
    const char *bearer = isn_request_header(r, "Authorization");
    if (!is_host(r)) {
        return 421;
    }
    if (changes_something(r) && !is_own_page(r)) {
        return 403;
    }
    if (asks_too_often(r)) {
        return 429;
    }
    if (r->server->guard.open) {
        r->right = ISN_MAY_ADMIN;
        return 0;
    }
    if (strncmp(bearer, "Bearer ", 7) == 0) {
        return read_bearer(r, bearer + 7);
    }
    const char *csrf = isn_request_header(r, "X-CSRF-Token");
    if (read_session(r) && changes_something(r) && !is_login(r) &&
        (strlen(csrf) != 64 || sodium_memcmp(csrf, r->csrf, 64) != 0)) {
        return 403;
    }
    return 0;
}

/* ---- /v1/session --------------------------------------------------------------------------------- */

static void put_who(isn_request *r) {
    bool open = r->server->guard.open;
    isn_buf_printf(&r->out, "{\"open\":%s,\"user\":", open ? "true" : "false");
    isn_buf_printf(&r->out, r->user[0] != '\0' ? "\"%s\"" : "null", r->user);
    isn_buf_puts(&r->out, ",\"role\":");
    isn_buf_printf(&r->out, r->right != ISN_MAY_NONE ? "\"%s\"" : "null",
                   r->right != ISN_MAY_NONE ? isn_right_names[r->right - ISN_MAY_READ] : "");
    isn_buf_puts(&r->out, ",\"csrf\":");
    isn_buf_printf(&r->out, r->csrf[0] != '\0' ? "\"%s\"" : "null", r->csrf);
    isn_buf_puts(&r->out, "}\n");
}

enum MHD_Result isn_handle_session(isn_request *r) {
    put_who(r);
    return isn_reply(r, 200, "application/json");
}

static void set_cookie(isn_request *r, const char *token, int seconds) {
    bool tls = r->server->certificate != NULL || r->server->options.behind != NULL;
    snprintf(r->cookie_text, sizeof r->cookie_text,
             COOKIE "=%s; Path=/; HttpOnly; SameSite=Strict; Max-Age=%d%s", token, seconds,
             tls ? "; Secure" : "");
}

/* A session of its own for each time somebody comes in: one that was known before is worth nothing after. */
static void enter(isn_request *r, const isn_user *user) {
    isn_guarding *guard = &r->server->guard;
    char token[65];
    pthread_mutex_lock(&guard->lock);
    isn_session *before = find_session(guard, cookie_of(r));
    if (before != NULL) {
        *before = (isn_session){.seen = 0};
    }
    new_session(guard, user, token, r->csrf);
    pthread_mutex_unlock(&guard->lock);
    set_cookie(r, token, LONGEST);
    r->right = user->right;
    memcpy(r->user, user->name, sizeof r->user);
}

enum MHD_Result isn_handle_login(isn_request *r) {
    isn_guarding *guard = &r->server->guard;
    isn_str name = isn_request_field(r, "name");
    isn_str password = isn_request_field(r, "password");
    if (guard->open) {
        return isn_problem(r, 409, "this server has no users");
    }
    if (name.ptr == NULL || password.ptr == NULL) {
        return isn_problem(r, 400, "an object with name and password");
    }
    if (!take_try(r, -1)) {
        return isn_problem(r, 429, NULL);
    }
    pthread_mutex_lock(&guard->slow);
    const isn_user *user = isn_users_check(&guard->users, name, password);
    pthread_mutex_unlock(&guard->slow);
    if (user == NULL) {
        r->user[0] = r->csrf[0] = '\0';
        return isn_problem(r, 401, NULL);
    }
    take_try(r, 1);
    enter(r, user);
    put_who(r);
    return isn_reply(r, 200, "application/json");
}

enum MHD_Result isn_handle_logout(isn_request *r) {
    isn_guarding *guard = &r->server->guard;
    pthread_mutex_lock(&guard->lock);
    isn_session *s = find_session(guard, cookie_of(r));
    if (s != NULL) {
        *s = (isn_session){.seen = 0};
    }
    pthread_mutex_unlock(&guard->lock);
    set_cookie(r, "", 0);
    r->user[0] = r->csrf[0] = '\0';
    r->right = guard->open ? ISN_MAY_ADMIN : ISN_MAY_NONE;
    put_who(r);
    return isn_reply(r, 200, "application/json");
}
