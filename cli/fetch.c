/* fetch.c: see fetch.h. */
#include "fetch.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#ifdef ISN_CURL
#include <curl/curl.h>

#define LONGEST_HEAD ((size_t)64 << 10)
#define PATIENCE 15 /* seconds until a connection stands, or with hardly a byte */

struct cli_fetcher {
    CURLM *multi;
    const cli_limits *limits;
};

const char *cli_fetch_missing(void) {
    return NULL;
}

cli_fetcher *cli_fetcher_new(const cli_limits *limits) {
    cli_fetcher *f = cli_alloc(sizeof *f);
    f->limits = limits;
    f->multi = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? curl_multi_init() : NULL;
    if (f->multi == NULL) {
        free(f);
        return NULL;
    }
    return f;
}

void cli_fetcher_free(cli_fetcher *f) {
    if (f != NULL) {
        curl_multi_cleanup(f->multi);
        curl_global_cleanup();
        free(f);
    }
}

/* ---- what comes ------------------------------------------------------------------------------- */

static size_t take_head(char *ptr, size_t one, size_t len, void *with) {
    cli_exchange *x = with;
    (void)one;
    if (len > 5 && memcmp(ptr, "HTTP/", 5) == 0) {
        x->head.len = 0; /* what came before was "100 Continue" */
    }
    if (x->head.len + len > LONGEST_HEAD) {
        snprintf(x->wrong, sizeof x->wrong, "the head of the answer is larger than 64 KiB");
        return 0;
    }
    cli_text_put(&x->head, ptr, len);
    return len;
}

static size_t take_body(char *ptr, size_t one, size_t len, void *with) {
    cli_exchange *x = with;
    (void)one;
    if (x->body.len + len > x->most) {
        x->too_large = true;
        return 0;
    }
    cli_text_put(&x->body, ptr, len);
    return len;
}

/* Every address that a name stands for comes by here before it is connected to; so a name that is resolved to one
 * address for a check and to another for the connection gains nothing. */
static curl_socket_t open_socket(void *with, curlsocktype purpose, struct curl_sockaddr *address) {
    cli_exchange *x = with;
    if (purpose != CURLSOCKTYPE_IPCXN || (!x->may_be_private && cli_is_private(&address->addr))) {
        x->is_private = true;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/* ---- exchanges -------------------------------------------------------------------------------- */

static struct curl_slist *headers_of(const cli_exchange *x) {
    static const char *const names[] = {"If-None-Match: ", "If-Modified-Since: ", "Accept: "};
    const char *const values[] = {x->etag, x->modified, x->accept};
    struct curl_slist *list = curl_slist_append(NULL, "Accept-Encoding: gzip, deflate, br, zstd");
    for (size_t i = 0; i < 3; i++) {
        if (values[i] != NULL && *values[i] != '\0') {
            char *line = cli_format("%s%s", names[i], values[i]);
            list = curl_slist_append(list, line);
            free(line);
        }
    }
    return list;
}

void cli_fetcher_start(cli_fetcher *f, cli_exchange *x) {
    CURL *easy = curl_easy_init();
    x->handle = easy;
    x->headers = headers_of(x);
    x->most = f->limits->most;
    x->status = 0;
    curl_easy_setopt(easy, CURLOPT_PRIVATE, x);
    curl_easy_setopt(easy, CURLOPT_URL, x->url);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, (struct curl_slist *)x->headers);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, f->limits->agent);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION,
                     (long)CURL_HTTP_VERSION_1_1); /* heads of plain text */
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_PROXY,
                     ""); /* its address would be checked in place of the server's */
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, (long)PATIENCE);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT, (long)f->limits->seconds);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 16L);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, (long)PATIENCE);
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)x->most);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_head);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, x);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, x);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, x);
    curl_multi_add_handle(f->multi, easy);
}

static void describe(cli_exchange *x, CURLcode result, const cli_limits *limits) {
    if (x->is_private) {
        snprintf(x->wrong, sizeof x->wrong,
                 "stands at an address of a private network; not connected to");
    } else if (x->too_large || result == CURLE_FILESIZE_EXCEEDED) {
        x->too_large = true;
        snprintf(x->wrong, sizeof x->wrong, "larger than %zu bytes; broken off", limits->most);
    } else if (result == CURLE_OPERATION_TIMEDOUT) {
        snprintf(x->wrong, sizeof x->wrong, "no whole answer in time; broken off after %zu bytes",
                 x->body.len);
    } else if (result == CURLE_PARTIAL_FILE) {
        snprintf(x->wrong, sizeof x->wrong, "the answer ended after %zu bytes, before its length",
                 x->body.len);
    } else if (x->wrong[0] == '\0') {
        snprintf(x->wrong, sizeof x->wrong, "%s", curl_easy_strerror(result));
    }
}

static void finish(cli_fetcher *f, cli_exchange *x, CURLcode result) {
    const char *text = NULL;
    curl_off_t seconds = 0;
    curl_easy_getinfo(x->handle, CURLINFO_RESPONSE_CODE, &x->status);
    if (curl_easy_getinfo(x->handle, CURLINFO_REDIRECT_URL, &text) == CURLE_OK && text != NULL) {
        x->redirect = cli_copy(text);
    }
    if (curl_easy_getinfo(x->handle, CURLINFO_PRIMARY_IP, &text) == CURLE_OK && text != NULL) {
        snprintf(x->address, sizeof x->address, "%s", text);
    }
    curl_easy_getinfo(x->handle, CURLINFO_RETRY_AFTER, &seconds);
    x->retry_after = seconds < 0 ? 0 : seconds > 86400 ? 86400 : (long)seconds;
    if (result != CURLE_OK) {
        describe(x, result, f->limits);
    }
}

static void drop_handle(cli_fetcher *f, cli_exchange *x) {
    if (x->handle != NULL) {
        curl_multi_remove_handle(f->multi, x->handle);
        curl_easy_cleanup(x->handle);
        curl_slist_free_all(x->headers);
        x->handle = x->headers = NULL;
    }
}

static cli_exchange *ended(cli_fetcher *f) {
    int left = 0;
    const CURLMsg *message;
    while ((message = curl_multi_info_read(f->multi, &left)) != NULL) {
        char *with = NULL;
        if (message->msg != CURLMSG_DONE) {
            continue;
        }
        CURLcode result = message->data.result;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &with);
        cli_exchange *x = (cli_exchange *)(void *)with;
        finish(f, x, result);
        drop_handle(f, x);
        return x;
    }
    return NULL;
}

cli_exchange *cli_fetcher_next(cli_fetcher *f, int fd, long ms) {
    struct curl_waitfd also = {.fd = fd, .events = CURL_WAIT_POLLIN};
    int running = 0;
    curl_multi_perform(f->multi, &running);
    cli_exchange *x = ended(f);
    if (x != NULL || ms <= 0) {
        return x;
    }
    curl_multi_poll(f->multi, &also, 1, (int)(ms < 60000 ? ms : 60000), NULL);
    curl_multi_perform(f->multi, &running);
    return ended(f);
}

void cli_exchange_release(cli_fetcher *f, cli_exchange *x) {
    drop_handle(f, x);
    free(x->head.ptr);
    free(x->body.ptr);
    free(x->redirect);
    *x = (cli_exchange){0};
}

/* ---- addresses -------------------------------------------------------------------------------- */

static char *part_of(CURLU *u, CURLUPart part, unsigned flags) {
    char *text = NULL;
    if (curl_url_get(u, part, &text, flags) != CURLUE_OK) {
        return cli_copy("");
    }
    char *copy = cli_copy(text);
    curl_free(text);
    return copy;
}

static bool set_parts(cli_url *out, CURLU *u) {
    char *scheme = part_of(u, CURLUPART_SCHEME, 0);
    char *host = part_of(u, CURLUPART_HOST, 0);
    char *port = part_of(u, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
    char *path = part_of(u, CURLUPART_PATH, 0);
    char *query = part_of(u, CURLUPART_QUERY, 0);
    bool fine = *host != '\0' && (strcmp(scheme, "http") == 0 || strcmp(scheme, "https") == 0);
    for (char *c = host; *c != '\0'; c++) {
        *c = *c >= 'A' && *c <= 'Z' ? (char)(*c | 0x20) : *c;
    }
    if (fine) {
        out->whole = part_of(u, CURLUPART_URL, 0);
        out->site = cli_format("%s://%s%s%s", scheme, host, *port != '\0' ? ":" : "", port);
        out->path = cli_format("%s%s%s", path, *query != '\0' ? "?" : "", query);
    }
    free(scheme);
    free(host);
    free(port);
    free(path);
    free(query);
    return fine;
}

bool cli_url_parse(cli_url *out, const char *base, const char *text) {
    CURLU *u = curl_url();
    bool fine = u != NULL && (base == NULL || curl_url_set(u, CURLUPART_URL, base, 0) == CURLUE_OK);
    fine = fine && curl_url_set(u, CURLUPART_URL, text, CURLU_URLENCODE) == CURLUE_OK;
    if (fine) {
        curl_url_set(u, CURLUPART_FRAGMENT, NULL, 0);
        curl_url_set(u, CURLUPART_USER, NULL, 0);
        curl_url_set(u, CURLUPART_PASSWORD, NULL, 0);
        fine = set_parts(out, u);
    }
    curl_url_cleanup(u);
    return fine;
}

#else /* without libcurl */

const char *cli_fetch_missing(void) {
    return "this isnad was built without libcurl and libsodium; install both with their headers "
           "and build "
           "again";
}

cli_fetcher *cli_fetcher_new(const cli_limits *limits) {
    (void)limits;
    return NULL;
}

void cli_fetcher_free(cli_fetcher *f) {
    (void)f;
}

void cli_fetcher_start(cli_fetcher *f, cli_exchange *x) {
    (void)f;
    (void)x;
}

cli_exchange *cli_fetcher_next(cli_fetcher *f, int fd, long ms) {
    (void)f;
    (void)fd;
    (void)ms;
    return NULL;
}

void cli_exchange_release(cli_fetcher *f, cli_exchange *x) {
    (void)f;
    *x = (cli_exchange){0};
}

bool cli_url_parse(cli_url *out, const char *base, const char *text) {
    (void)out;
    (void)base;
    (void)text;
    return false;
}

#endif

void cli_url_release(cli_url *url) {
    free(url->whole);
    free(url->site);
    free(url->path);
    *url = (cli_url){0};
}
