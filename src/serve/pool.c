/* pool.c: stores and coders that threads take turns with, and answers that may be given again; see server.h.
 *
 * An answer holds until something is committed: it is kept with the number of the state it was made of. What is kept
 * is the response of libmicrohttpd itself, which several connections may send at once. */
#include <stdio.h>

#include "serve/server.h"

#define LOOK_MS 3

isn_status isn_pool_init(isn_pool *pool, const char *path, const isn_pack *pack, isn_error *error) {
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->freed, NULL);
    pool->path = path;
    pool->pack = pack;
    pool->held = isn_held_new();
    if (pool->held == NULL) {
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    }
    isn_status status = isn_store_open(&pool->watch, path, error);
    return status == ISN_OK ? isn_store_cache(pool->watch, 1, error) : status;
}

void isn_pool_release(isn_pool *pool) {
    for (size_t i = 0; i < ISN_CACHE; i++) {
        if (pool->cache[i].response != NULL) {
            MHD_destroy_response(pool->cache[i].response);
            isn_heap_free(pool->cache[i].url);
        }
    }
    for (size_t i = 0; i < ISN_POOL; i++) {
        isn_store_close(pool->stores[i]);
        isn_coder_free(pool->coders[i]);
    }
    isn_store_close(pool->watch);
    isn_held_free(pool->held);
    pthread_cond_destroy(&pool->freed);
    pthread_mutex_destroy(&pool->lock);
}

/* The first that is free, those that are made already before others; waits for one. */
static size_t take(isn_pool *pool, bool *taken, void *const *made) {
    for (;;) {
        size_t free = ISN_POOL;
        for (size_t i = 0; i < ISN_POOL; i++) {
            if (!taken[i] && (free == ISN_POOL || (made[free] == NULL && made[i] != NULL))) {
                free = i;
            }
        }
        if (free < ISN_POOL) {
            taken[free] = true;
            return free;
        }
        pthread_cond_wait(&pool->freed, &pool->lock);
    }
}

static void give(isn_pool *pool, bool *taken, size_t i) {
    pthread_mutex_lock(&pool->lock);
    taken[i] = false;
    pool->generation = 0;
    pthread_cond_broadcast(&pool->freed);
    pthread_mutex_unlock(&pool->lock);
}

isn_store *isn_pool_store(isn_pool *pool, isn_error *error) {
    pthread_mutex_lock(&pool->lock);
    size_t i = take(pool, pool->store_taken, (void *const *)pool->stores);
    pthread_mutex_unlock(&pool->lock);
    if (pool->stores[i] == NULL &&
        (isn_store_open(&pool->stores[i], pool->path, error) != ISN_OK ||
         isn_store_cache(pool->stores[i], ISN_POOL_MIB, error) != ISN_OK)) {
        isn_store_close(pool->stores[i]);
        pool->stores[i] = NULL;
        give(pool, pool->store_taken, i);
        return NULL;
    }
    isn_store_hold(pool->stores[i], pool->held);
    return pool->stores[i];
}

isn_coder *isn_pool_coder(isn_pool *pool, isn_error *error) {
    pthread_mutex_lock(&pool->lock);
    size_t i = take(pool, pool->coder_taken, (void *const *)pool->coders);
    pthread_mutex_unlock(&pool->lock);
    if (pool->coders[i] == NULL && isn_coder_new(&pool->coders[i], pool->pack, error) != ISN_OK) {
        give(pool, pool->coder_taken, i);
        return NULL;
    }
    return pool->coders[i];
}

void isn_pool_give_store(isn_pool *pool, isn_store *store) {
    for (size_t i = 0; store != NULL && i < ISN_POOL; i++) {
        if (pool->stores[i] == store) {
            give(pool, pool->store_taken, i);
        }
    }
}

void isn_pool_give_coder(isn_pool *pool, isn_coder *coder) {
    for (size_t i = 0; coder != NULL && i < ISN_POOL; i++) {
        if (pool->coders[i] == coder) {
            give(pool, pool->coder_taken, i);
        }
    }
}

/* Asked at most every few milliseconds, however many want to know, and anew whenever a store has been given back: what
 * somebody wrote here he sees at once. */
uint64_t isn_pool_generation(isn_pool *pool) {
    pthread_mutex_lock(&pool->lock);
    int64_t now = isn_now_ms();
    if (pool->generation == 0 || now - pool->looked >= LOOK_MS) {
        pool->generation = 0; /* stays so after a failure: nothing is kept */
        isn_store_generation(pool->watch, &pool->generation, NULL);
        pool->looked = now;
    }
    uint64_t generation = pool->generation;
    pthread_mutex_unlock(&pool->lock);
    return generation;
}

void isn_pool_look(isn_pool *pool) {
    uint64_t generation = isn_pool_generation(pool);
    if (generation == pool->seen) {
        return;
    }
    isn_store *store = isn_pool_store(pool, NULL);
    if (store != NULL && isn_store_look(store)) {
        pool->seen = generation;
    }
    isn_pool_give_store(pool, store);
}

/* ---- answers given again ------------------------------------------------------------------------ */

static isn_cached *slot(isn_pool *pool, const char *url) {
    return &pool->cache[isn_hash(url, strlen(url), 0) % ISN_CACHE];
}

static void drop(isn_pool *pool, isn_cached *c) {
    if (c->response != NULL) {
        MHD_destroy_response(c->response);
        isn_heap_free(c->url);
        pool->cached -= c->size;
        *c = (isn_cached){.url = NULL};
    }
}

/* Is the tag among those of If-None-Match? */
static bool known(const isn_request *r, const char *etag) {
    const char *given = isn_request_header(r, "If-None-Match");
    return strcmp(given, "*") == 0 || strstr(given, etag) != NULL;
}

static enum MHD_Result unchanged(isn_request *r, const char *etag) {
    struct MHD_Response *response =
        MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
    if (response != NULL) {
        isn_headers(r, response, NULL);
        MHD_add_response_header(response, "ETag", etag);
    }
    return isn_send(r, 304, response);
}

enum MHD_Result isn_cache_send(isn_request *r, bool *sent) {
    isn_pool *pool = &r->server->pool;
    enum MHD_Result result = MHD_NO;
    char etag[24] = "";
    uint64_t generation = isn_pool_generation(pool);
    pthread_mutex_lock(&pool->lock);
    isn_cached *c = slot(pool, r->uri);
    *sent = c->response != NULL && generation != 0 && c->generation == generation &&
            strcmp(c->url, r->uri) == 0;
    if (*sent && known(r, c->etag)) {
        memcpy(etag, c->etag, sizeof etag);
    } else if (*sent) {
        result = MHD_queue_response(r->connection, 200, c->response);
    }
    pthread_mutex_unlock(&pool->lock);
    return etag[0] != '\0' ? unchanged(r, etag) : result;
}

static void keep(isn_pool *pool, const char *url, uint64_t generation, const char *etag,
                 struct MHD_Response *response, size_t size) {
    size_t len = strlen(url);
    char *copy = isn_heap_alloc(len + 1);
    pthread_mutex_lock(&pool->lock);
    isn_cached *c = slot(pool, url);
    drop(pool, c);
    /* Too much in all: the whole is given up, which is rare and costs each answer once. */
    for (size_t i = 0; i < ISN_CACHE && pool->cached + size > ISN_CACHE_BYTES; i++) {
        drop(pool, &pool->cache[i]);
    }
    if (copy != NULL && generation != 0 && size <= ISN_CACHE_BYTES / 4) {
        memcpy(copy, url, len + 1);
        *c =
            (isn_cached){.url = copy, .generation = generation, .response = response, .size = size};
        memcpy(c->etag, etag, sizeof c->etag);
        pool->cached += size;
        response = NULL;
        copy = NULL;
    }
    pthread_mutex_unlock(&pool->lock);
    isn_heap_free(copy);
    if (response != NULL) {
        MHD_destroy_response(response);
    }
}

enum MHD_Result isn_cache_reply(isn_request *r, uint64_t generation) {
    char etag[24];
    snprintf(etag, sizeof etag, "\"%016llx\"",
             (unsigned long long)isn_hash(r->out.ptr, r->out.len, 1));
    struct MHD_Response *response =
        r->out.failed
            ? NULL
            : MHD_create_response_from_buffer(r->out.len, r->out.ptr, MHD_RESPMEM_MUST_COPY);
    if (response == NULL) {
        return MHD_NO;
    }
    isn_headers(r, response, "application/json");
    MHD_add_response_header(response, "ETag", etag);
    enum MHD_Result result =
        known(r, etag) ? unchanged(r, etag) : MHD_queue_response(r->connection, 200, response);
    keep(&r->server->pool, r->uri, generation, etag, response, r->out.len + strlen(r->uri) + 512);
    return result;
}
