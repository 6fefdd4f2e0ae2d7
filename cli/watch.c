/* watch.c: the loop of `isnad watch`.
 *
 * Each address asked for is a task in the queue of its host. A host has one exchange at a time and a pause between two;
 * its robots.txt comes first. A redirect is a new task at the host it leads to, with that host's own pause, robots.txt
 * and check of addresses. Nothing is marked as done before the raw folder and the store have it: a run that is killed
 * asks again, and what the store has already changes nothing in it.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "http.h"
#include "reader.h"
#include "robots.h"
#include "watch.h"

#define AGENT "isnad"        /* the name that robots.txt knows us by */
#define MOST_HOPS 6          /* redirects from one address */
#define MOST_AT_ONCE 16      /* exchanges, each with a host of its own */
#define MOST_ENTRIES 1000    /* of one feed in one round */
#define MOST_SITEMAPS 100    /* of one index in one round */
#define NEWS_LIFE 3          /* days: what a sitemap says changed before then is no news */
#define MOST_TRIES 5         /* of a page that fails for a time */
#define LONGEST_PAUSE 86400  /* seconds a host or feed that fails is left alone */
#define ROBOTS_LIFE 86400000 /* milliseconds that a robots.txt is believed */
#define ROBOTS_AGAIN 600000  /* until one that could not be had is asked for again */

typedef struct host host;

typedef struct task {
    enum { TASK_ROBOTS, TASK_FEED, TASK_SITEMAP, TASK_PAGE } kind; /* SITEMAP: of an index */
    char *url; /* where redirects have led so far; owned */
    unsigned hops;
    size_t feed;         /* of a FEED: its index */
    watch_note *note;    /* of the address that was to be asked for; NULL for robots.txt */
    cli_job entry;       /* of a PAGE: what the feed says of it */
    char entry_hash[17]; /* of a SITEMAP: of when it changed */
    cli_exchange x;
    host *host;
    struct task *next;
} task;

struct host {
    char *site;
    bool busy;
    int64_t next; /* may be asked again, on the clock that nobody sets */
    cli_robots *robots;
    int64_t robots_end;
    char robots_wrong[300]; /* why nothing may be asked of it for now; "" for nothing */
    bool robots_for_good;
    watch_note *note; /* its `due`: as the server asked for */
    task *first, *last;
    host *link;
};

typedef struct feed {
    cli_url url;
    watch_note *note;
    bool busy;
    int64_t due;
} feed;

typedef struct watch {
    const watch_options *o;
    watch_outcome *outcome;
    cli_fetcher *fetcher;
    watch_state *state;
    cli_raw *raw;
    isn_coder *coder;
    isn_store *store;
    feed *feeds;
    size_t nfeeds;
    host *hosts;
    unsigned running;
    int signals;
    bool stopped, broken; /* broken: nothing more can be kept */
} watch;

static int64_t seconds_now(void) {
    return (int64_t)time(NULL);
}

static int64_t clock_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void tell(const watch *w, const char *url, const char *message) {
    cli_text text = {0};
    (void)w;
    cli_message(&text, url, 0, message, 0);
    fwrite(text.ptr, 1, text.len, stderr);
    free(text.ptr);
}

static void keep(watch *w, const watch_note *note) {
    if (!watch_state_keep(w->state, note)) {
        w->broken = true;
    }
}

/* ---- hosts and tasks ------------------------------------------------------------------------------ */

static host *host_of(watch *w, const char *site) {
    for (host *h = w->hosts; h != NULL; h = h->link) {
        if (strcmp(h->site, site) == 0) {
            return h;
        }
    }
    host *h = cli_alloc(sizeof *h);
    h->site = cli_copy(site);
    h->note = watch_state_note(w->state, site);
    h->link = w->hosts;
    w->hosts = h;
    return h;
}

static void enqueue(watch *w, task *t, const cli_url *url, bool at_once) {
    host *h = host_of(w, url->site);
    free(t->url);
    t->url = cli_copy(url->whole);
    t->host = h;
    t->next = at_once ? h->first : NULL;
    if (at_once) {
        h->first = t;
        h->last = h->last == NULL ? t : h->last;
    } else if (h->last != NULL) {
        h->last = h->last->next = t;
    } else {
        h->first = h->last = t;
    }
}

static task *take_task(host *h) {
    task *t = h->first;
    h->first = t->next;
    h->last = h->first == NULL ? NULL : h->last;
    return t;
}

static void end_task(watch *w, task *t) {
    if (t->kind == TASK_FEED) {
        w->feeds[t->feed].busy = false;
    }
    cli_exchange_release(w->fetcher, &t->x);
    cli_job_release(&t->entry);
    free(t->url);
    free(t);
}

/* Feeds that the user named may stand at private addresses where that is allowed; what they lead to may not,
 * unless it is of the same site. */
static bool may_be_private(const watch *w, const char *address) {
    cli_url url = {0};
    bool may = false;
    if (w->o->allow_private && cli_url_parse(&url, NULL, address)) {
        for (size_t i = 0; i < w->nfeeds; i++) {
            may = may || strcmp(w->feeds[i].url.site, url.site) == 0;
        }
    }
    cli_url_release(&url);
    return may;
}

/* ---- failures --------------------------------------------------------------------------------------- */

static int64_t pause_after(const watch *w, unsigned failures, long asked_for) {
    int64_t pause = w->o->interval;
    for (unsigned i = 0; i < failures && pause < LONGEST_PAUSE; i++) {
        pause *= 2;
    }
    pause = pause < asked_for ? asked_for : pause;
    return pause < LONGEST_PAUSE ? pause : LONGEST_PAUSE;
}

/* Writes the record of the coder's article, and keeps it. False after a message: nothing more can be kept. */
static bool keep_record(watch *w) {
    isn_error error = {0};
    isn_str json = {0};
    bool fine = isn_coder_json(w->coder, &json, &error) == ISN_OK;
    if (fine) {
        fwrite(json.ptr, 1, json.len, stdout);
        putchar('\n');
        w->broken = w->broken || fflush(stdout) != 0;
    }
    if (fine && w->store != NULL) {
        isn_str parcel;
        fine = isn_coder_pack(w->coder, &parcel, &error) == ISN_OK &&
               isn_store_put(w->store, parcel, &error) == ISN_OK;
    }
    if (!fine) {
        cli_error(&error, NULL, 0);
        w->broken = true;
    }
    w->outcome->pages += fine;
    return fine && !w->broken;
}

/* Codes what is known of an article, and keeps it, each story of its page. False when it is no article, after a message. */
static bool code_job(watch *w, cli_job *job) {
    cli_article article;
    cli_text messages = {0};
    isn_error error = {0};
    bool failed = !cli_article_read(&article, job, &w->o->settings, &messages);
    if (!failed) {
        bool more = cli_article_code(w->coder, &article, job, &w->o->settings, &messages);
        failed = !more;
        while (more) {
            failed = !keep_record(w);
            more = !failed && cli_article_next(w->coder, job, &failed, &messages);
        }
    }
    cli_article_release(&article);
    if (w->store != NULL && !w->broken && isn_store_commit(w->store, &error) != ISN_OK) {
        cli_error(&error, NULL, 0);
        w->broken = true;
    }
    fwrite(messages.ptr != NULL ? messages.ptr : "", 1, messages.len, stderr);
    free(messages.ptr);
    return !failed && !w->broken;
}

/* A page that cannot be had leaves what the feed itself said of it, if anything. */
static void page_is_lost(watch *w, task *t) {
    if (t->entry.bytes.len > 0 && !code_job(w, &t->entry)) {
        w->outcome->failures++;
    }
    snprintf(t->note->entry, sizeof t->note->entry, "%s", t->entry_hash);
}

/* The task is over without what it was to bring. `for_good`: asking again would bring no other answer. */
static void fail(watch *w, task *t, const char *why, bool for_good) {
    watch_note *note = t->note;
    int64_t now = seconds_now();
    w->outcome->failures++;
    tell(w, note->url, why);
    note->failures++;
    note->seen = now;
    note->status = (int)t->x.status;
    note->due = now + pause_after(w, note->failures, t->x.retry_after);
    if (t->kind == TASK_FEED) {
        w->feeds[t->feed].due = note->due;
    } else if (t->kind == TASK_PAGE && (for_good || note->failures >= MOST_TRIES)) {
        page_is_lost(w, t);
    }
    keep(w, note);
    end_task(w, t);
}

/* ---- starting ---------------------------------------------------------------------------------------- */

static void start(watch *w, task *t) {
    static const char *const accepts[] = {
        "text/plain", "application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5",
        "application/xml, */*;q=0.5", "text/html, application/xhtml+xml, text/plain;q=0.5"};
    host *h = t->host;
    bool changed_only = t->note != NULL && t->hops == 0;
    cli_exchange_release(w->fetcher, &t->x);
    t->x = (cli_exchange){.url = t->url,
                          .etag = changed_only ? t->note->etag : NULL,
                          .modified = changed_only ? t->note->modified : NULL,
                          .accept = accepts[t->kind],
                          .may_be_private = may_be_private(w, t->url),
                          .owner = t};
    h->busy = true;
    w->running++;
    w->outcome->asked += t->kind != TASK_ROBOTS && t->hops == 0;
    cli_fetcher_start(w->fetcher, &t->x);
}

static void ask_for_robots(watch *w, host *h) {
    task *t = cli_alloc(sizeof *t);
    t->kind = TASK_ROBOTS;
    t->url = cli_format("%s/robots.txt", h->site);
    t->host = h;
    start(w, t);
}

/* The robots.txt of an earlier run, while it is believed. */
static bool recall_robots(watch *w, host *h) {
    cli_text text = {0};
    int64_t left =
        h->robots != NULL ? 0 : watch_state_robots(w->state, h->site, seconds_now(), &text);
    if (left > 0) {
        h->robots = cli_robots_new((isn_str){text.ptr, text.len}, AGENT);
        h->robots_end = clock_ms() + (left < ROBOTS_LIFE / 1000 ? left * 1000 : ROBOTS_LIFE);
    }
    free(text.ptr);
    return left > 0;
}

/* What stands first in a host's queue, once its robots.txt is known. */
static void start_first(watch *w, host *h) {
    task *t = take_task(h);
    cli_url url = {0};
    char why[512];
    if (h->robots_wrong[0] != '\0') {
        snprintf(why, sizeof why, "%s", h->robots_wrong);
        fail(w, t, why, h->robots_for_good);
        return;
    }
    bool fine = cli_url_parse(&url, NULL, t->url);
    if (fine && !cli_robots_allow(h->robots, url.path)) {
        snprintf(why, sizeof why, "the robots.txt of %s asks not to", h->site);
        fail(w, t, why, true);
    } else {
        start(w, t);
    }
    cli_url_release(&url);
}

/* Starts what may be started; milliseconds until something else may be. */
static int64_t start_hosts(watch *w) {
    int64_t wait = 60000;
    for (host *h = w->hosts; h != NULL && !w->broken; h = h->link) {
        while (h->first != NULL && !h->busy && w->running < MOST_AT_ONCE) {
            int64_t now = clock_ms();
            if (h->note->due > seconds_now()) {
                task *t = take_task(h);
                t->x.retry_after = (long)(h->note->due - seconds_now());
                fail(w, t, "the server asked to be left alone for a time (Retry-After)", false);
            } else if (h->next > now) {
                wait = h->next - now < wait ? h->next - now : wait;
                break;
            } else if (h->robots_end <= now && !recall_robots(w, h)) {
                ask_for_robots(w, h);
            } else {
                start_first(w, h);
            }
        }
    }
    return wait;
}

static void ask_feeds(watch *w) {
    int64_t now = seconds_now();
    for (size_t i = 0; i < w->nfeeds; i++) {
        feed *f = &w->feeds[i];
        if (f->busy || f->due > now) {
            continue;
        }
        task *t = cli_alloc(sizeof *t);
        t->kind = TASK_FEED;
        t->feed = i;
        t->note = f->note;
        f->busy = true;
        enqueue(w, t, &f->url, false);
    }
}

/* ---- answers ------------------------------------------------------------------------------------------ */

static void set(char **field, isn_str value) {
    free(*field);
    *field = value.len > 0
                 ? cli_format("%.*s", (int)(value.len < 1024 ? value.len : 1024), value.ptr)
                 : NULL;
}

/* What makes the next request a conditional one. Of what a redirect led to it is not kept: it is told to the
 * address that was asked first. */
static void note_answer(watch *w, task *t) {
    watch_note *note = t->note;
    isn_str head = {t->x.head.ptr, t->x.head.len};
    (void)w;
    note->status = (int)t->x.status;
    note->failures = 0;
    note->due = 0;
    note->seen = seconds_now();
    if (t->x.status == 200) {
        set(&note->etag, t->hops == 0 ? cli_header(head, "ETag") : (isn_str){NULL, 0});
        set(&note->modified, t->hops == 0 ? cli_header(head, "Last-Modified") : (isn_str){NULL, 0});
    }
}

/* Keeps the answer in the raw folder; where, or NULL. */
static char *keep_raw(watch *w, task *t) {
    cli_raw_answer answer = {.url = t->url,
                             .address = t->x.address,
                             .head = {t->x.head.ptr, t->x.head.len},
                             .body = {t->x.body.ptr, t->x.body.len},
                             .when = seconds_now()};
    char *place = cli_raw_put(w->raw, &answer);
    w->broken = w->broken || place == NULL;
    return place;
}

/* Is the body the one that came last time? */
static bool is_known(task *t) {
    char hash[65];
    cli_digest(hash, (isn_str){t->x.body.ptr, t->x.body.len});
    bool known = strcmp(hash, t->note->hash) == 0;
    memcpy(t->note->hash, hash, sizeof hash);
    return known;
}

static void hash_entry(char out[17], const cli_job *entry) {
    uint64_t key = cli_resume_key(UINT64_C(0xcbf29ce484222325),
                                  entry->bytes.len > 0 ? entry->bytes.ptr : NULL);
    key = cli_resume_key(key, entry->given[FIELD_PUBLISHED]);
    snprintf(out, 17, "%016llx", (unsigned long long)key);
}

/* An entry of a feed becomes a task, unless its page is known as the entry tells it. The job is emptied. */
static bool take_entry(watch *w, const char *base, cli_job *entry) {
    cli_url url = {0};
    char hash[17];
    bool linked =
        entry->given[FIELD_URL] != NULL && cli_url_parse(&url, base, entry->given[FIELD_URL]);
    hash_entry(hash, entry);
    if (entry->kind == JOB_ADDRESS) { /* when it changed is not when it was published */
        free(entry->given[FIELD_PUBLISHED]);
        entry->given[FIELD_PUBLISHED] = NULL;
    }
    char *key = linked ? cli_copy(url.whole) : cli_format("%s#%s", base, hash);
    watch_note *note = watch_state_note(w->state, key);
    free(key);
    note->seen = seconds_now();
    bool wanted = strcmp(note->entry, hash) != 0 && note->due <= note->seen;
    if (wanted) {
        task *t = cli_alloc(sizeof *t);
        t->kind = TASK_PAGE;
        t->note = note;
        if (linked) {
            cli_job_give(entry, FIELD_URL, url.whole, strlen(url.whole));
        }
        t->entry = *entry;
        *entry = (cli_job){0};
        memcpy(t->entry_hash, hash, sizeof hash);
        note->due = note->seen + 60; /* not twice where two feeds name it */
        if (linked) {
            enqueue(w, t, &url, false);
        } else {
            page_is_lost(w, t);
            note->due = 0;
            keep(w, note);
            end_task(w, t);
        }
    }
    cli_url_release(&url);
    return wanted;
}

/* A sitemap that an index names becomes a task, unless it is as it was. The job stays the caller's. */
static bool take_sitemap(watch *w, const char *base, const cli_job *entry) {
    cli_url url = {0};
    const char *changed = entry->given[FIELD_PUBLISHED];
    if (!cli_url_parse(&url, base, entry->given[FIELD_URL])) {
        return false;
    }
    watch_note *note = watch_state_note(w->state, url.whole);
    char hash[17];
    hash_entry(hash, entry);
    bool same = changed != NULL && strlen(changed) > 10 && strcmp(note->entry, hash) == 0;
    note->seen = seconds_now();
    bool wanted = !same && note->due <= note->seen;
    if (wanted) {
        task *t = cli_alloc(sizeof *t);
        t->kind = TASK_SITEMAP;
        t->note = note;
        memcpy(t->entry_hash, hash, sizeof hash);
        note->due = note->seen + 60;
        enqueue(w, t, &url, false);
    }
    cli_url_release(&url);
    return wanted;
}

/* Of what a sitemap names without a headline: news, or what may be? What changed since it was read last counts too. */
static bool is_recent(const watch_note *note, const cli_job *entry) {
    bool known = note->status == 200 || note->status == 304;
    time_t since = (time_t)(known ? note->seen : seconds_now()) - NEWS_LIFE * (time_t)86400;
    struct tm day;
    char text[16];
    const char *changed = entry->given[FIELD_PUBLISHED];
    if (changed == NULL) {
        return entry->sitemap; /* all pages of a site, of any age, are not asked for */
    }
    gmtime_r(&since, &day);
    strftime(text, sizeof text, "%Y-%m-%d", &day);
    return strncmp(changed, text, 10) >= 0;
}

typedef struct feed_reading {
    bool is_feed; /* or calls itself one, and has no entries */
    bool is_index;
    unsigned entries, sitemaps; /* that became tasks */
} feed_reading;

static void take_address(watch *w, task *t, cli_job *job, feed_reading *so_far) {
    if (job->sitemap && t->kind == TASK_SITEMAP) {
        if (!so_far->is_index) {
            tell(w, t->note->url, "an index within an index; not followed");
        }
        so_far->is_index = true;
        return;
    }
    so_far->is_index = so_far->is_index || job->sitemap;
    if (!is_recent(t->note, job)) {
        return;
    }
    if (!job->sitemap) {
        so_far->entries += take_entry(w, t->url, job);
    } else if (so_far->sitemaps < MOST_SITEMAPS) {
        so_far->sitemaps += take_sitemap(w, t->url, job);
    }
}

static feed_reading read_feed(watch *w, task *t, isn_str text) {
    cli_reader r = {.kind = FROM_FEED,
                    .stream = cli_stream_narrow(cli_stream_memory(text)),
                    .path = cli_copy(t->note->url),
                    .fields = &w->o->settings.fields,
                    .addresses = true};
    cli_job job = {0};
    feed_reading reading = {0};
    while (reading.entries < MOST_ENTRIES && !w->broken && cli_feed_next(&r, &job)) {
        if (job.kind == JOB_ERROR) {
            tell(w, t->note->url, job.message);
        } else if (job.kind == JOB_ADDRESS) {
            take_address(w, t, &job, &reading);
        } else {
            reading.entries += take_entry(w, t->url, &job);
        }
    }
    reading.is_feed = r.is_feed;
    cli_job_release(&job);
    cli_stream_close(r.stream);
    free(r.outlet);
    free(r.charset);
    free(r.path);
    return reading;
}

/* What an index names may change while it stays as it is: it is read each time. */
static void forget_answer(watch_note *note) {
    set(&note->etag, (isn_str){NULL, 0});
    set(&note->modified, (isn_str){NULL, 0});
    note->hash[0] = '\0';
}

static void feed_came(watch *w, task *t) {
    cli_text text = {0};
    isn_str head = {t->x.head.ptr, t->x.head.len};
    if (t->x.status == 304 || is_known(t)) {
        note_answer(w, t);
    } else {
        feed_reading reading = {0};
        const char *wrong =
            cli_open_body(&text, head, (isn_str){t->x.body.ptr, t->x.body.len}, MOST_PAGE);
        free(keep_raw(w, t));
        w->outcome->changed++;
        if (wrong == NULL) {
            reading = read_feed(w, t, (isn_str){text.ptr, text.len});
        }
        free(text.ptr);
        if (!reading.is_feed) {
            forget_answer(t->note);
            fail(w, t, wrong != NULL ? wrong : "no feed (RSS, Atom, JSON Feed) and no sitemap came",
                 false);
            return;
        }
        note_answer(w, t);
        if (reading.is_index) {
            forget_answer(t->note);
        }
    }
    if (t->kind == TASK_FEED) {
        w->feeds[t->feed].due = seconds_now() + w->o->interval;
    } else if (!w->broken) {
        memcpy(t->note->entry, t->entry_hash, sizeof t->entry_hash);
    }
    keep(w, t->note);
    end_task(w, t);
}

/* The page as an article: its bytes, with what only the feed says. */
static const char *fill_page(task *t, cli_job *job, const char *place) {
    isn_str head = {t->x.head.ptr, t->x.head.len};
    isn_str type = cli_header(head, "Content-Type");
    int medium = cli_medium(type);
    if (medium < 0) {
        return "is no page (Content-Type)";
    }
    cli_job_begin(job, JOB_DATA, t->url);
    job->page = medium == 1;
    job->charset = cli_charset_of(type);
    cli_job_give(job, FIELD_ID, place, strlen(place));
    cli_job_give(job, FIELD_URL, t->url, strlen(t->url));
    const char *day = t->entry.given[FIELD_PUBLISHED];
    if (day != NULL) {
        cli_job_give(job, FIELD_PUBLISHED, day, strlen(day));
    }
    return cli_open_body(&job->bytes, head, (isn_str){t->x.body.ptr, t->x.body.len}, MOST_PAGE);
}

static void page_came(watch *w, task *t) {
    cli_job job = {0};
    if (t->x.status == 304 || is_known(t)) {
        note_answer(w, t);
    } else {
        char *place = keep_raw(w, t);
        const char *wrong = place == NULL ? "not kept" : fill_page(t, &job, place);
        if (wrong != NULL) {
            free(place);
            cli_job_release(&job);
            fail(w, t, wrong, true);
            return;
        }
        if (!code_job(w, &job)) {
            w->outcome->failures++;
        }
        note_answer(w, t);
        free(place);
    }
    if (!w->broken) {
        memcpy(t->note->entry, t->entry_hash, sizeof t->entry_hash);
        keep(w, t->note);
    }
    cli_job_release(&job);
    end_task(w, t);
}

static void robots_came(watch *w, task *t) {
    host *h = t->host;
    cli_url url = {0};
    cli_text text = {0};
    isn_str head = {t->x.head.ptr, t->x.head.len};
    long status = t->x.status;
    h->robots_wrong[0] = '\0';
    if (t->x.wrong[0] == '\0' && status >= 300 && status < 400 && t->x.redirect != NULL &&
        t->hops < MOST_HOPS && cli_url_parse(&url, NULL, t->x.redirect)) {
        t->hops++;
        free(t->url);
        t->url = cli_copy(url.whole);
        cli_url_release(&url);
        start(w, t);
        return;
    }
    cli_robots_free(h->robots);
    h->robots = NULL;
    h->robots_end = clock_ms() + ROBOTS_LIFE;
    if (t->x.wrong[0] != '\0' || status >= 500 || status == 429) {
        h->robots_end = clock_ms() + ROBOTS_AGAIN;
        h->robots_for_good = t->x.is_private;
        if (t->x.is_private) {
            snprintf(h->robots_wrong, sizeof h->robots_wrong, "%s", t->x.wrong);
        } else if (t->x.wrong[0] != '\0') {
            snprintf(h->robots_wrong, sizeof h->robots_wrong, "%s/robots.txt: %.200s", h->site,
                     t->x.wrong);
        } else {
            snprintf(h->robots_wrong, sizeof h->robots_wrong, "%s/robots.txt: HTTP status %ld",
                     h->site, status);
        }
    } else {
        if (status < 200 || status >= 300 ||
            cli_open_body(&text, head, (isn_str){t->x.body.ptr, t->x.body.len}, MOST_PAGE) !=
                NULL) {
            text.len = 0; /* nothing is forbidden */
        }
        isn_str rules = {text.ptr, text.len};
        h->robots = cli_robots_new(rules, AGENT);
        if (!watch_state_keep_robots(w->state, h->site, rules,
                                     seconds_now() + ROBOTS_LIFE / 1000)) {
            w->broken = true;
        }
    }
    if (h->robots == NULL) {
        h->robots = cli_robots_new((isn_str){NULL, 0}, AGENT);
    }
    free(text.ptr);
    end_task(w, t);
}

static void follow(watch *w, task *t) {
    cli_url url = {0};
    char why[600];
    if (t->hops >= MOST_HOPS) {
        fail(w, t, "redirected more than 6 times", true);
    } else if (t->x.redirect == NULL || !cli_url_parse(&url, NULL, t->x.redirect)) {
        snprintf(why, sizeof why, "redirected to what is no address of http or https: %.300s",
                 t->x.redirect != NULL ? t->x.redirect : "nothing");
        fail(w, t, why, true);
    } else {
        t->hops++;
        enqueue(w, t, &url, true);
        cli_url_release(&url);
    }
}

static void came(watch *w, task *t) {
    char why[300];
    long status = t->x.status;
    if (t->kind == TASK_ROBOTS) {
        robots_came(w, t);
    } else if (t->x.wrong[0] != '\0') {
        snprintf(why, sizeof why, "%s", t->x.wrong);
        fail(w, t, why, t->x.too_large || t->x.is_private);
    } else if (status == 200 || status == 304) {
        if (t->kind == TASK_PAGE) {
            page_came(w, t);
        } else {
            feed_came(w, t);
        }
    } else if (status >= 300 && status < 400) {
        follow(w, t);
    } else {
        bool for_good =
            status >= 400 && status < 500 && status != 408 && status != 425 && status != 429;
        snprintf(why, sizeof why, "HTTP status %ld", status);
        if ((status == 429 || status == 503) && t->x.retry_after > 0) {
            t->host->note->due = seconds_now() + t->x.retry_after;
            t->host->note->seen = seconds_now();
            keep(w, t->host->note);
            snprintf(why, sizeof why, "HTTP status %ld; asked to be left alone for %ld seconds",
                     status, t->x.retry_after);
        }
        fail(w, t, why, for_good);
    }
}

static void finish(watch *w, task *t) {
    host *h = t->host;
    unsigned delay = h->robots == NULL ? 0 : cli_robots_delay(h->robots);
    delay = delay > w->o->per_host ? delay : w->o->per_host;
    w->running--;
    h->busy = false;
    h->next = clock_ms() + (int64_t)delay * 1000;
    came(w, t);
}

/* ---- the loop ------------------------------------------------------------------------------------------- */

static bool is_idle(const watch *w) {
    bool idle = w->running == 0;
    for (const host *h = w->hosts; h != NULL; h = h->link) {
        idle = idle && h->first == NULL;
    }
    return idle;
}

static bool signalled(watch *w) {
    struct signalfd_siginfo info;
    return read(w->signals, &info, sizeof info) > 0;
}

/* Milliseconds until the next feed is due. */
static int64_t until_due(const watch *w) {
    int64_t least = 60;
    for (size_t i = 0; i < w->nfeeds; i++) {
        int64_t left = w->feeds[i].busy ? 60 : w->feeds[i].due - seconds_now();
        least = left < least ? left : least;
    }
    return least > 0 ? least * 1000 : 0;
}

static void loop(watch *w) {
    bool begun = false;
    while (!w->stopped && !w->broken) {
        if (!begun || !w->o->once) {
            ask_feeds(w);
        }
        begun = true;
        int64_t wait = start_hosts(w);
        if (w->o->once && is_idle(w)) {
            return;
        }
        if (!w->o->once && until_due(w) < wait) {
            wait = until_due(w);
        }
        cli_exchange *x = cli_fetcher_next(w->fetcher, w->signals, (long)wait);
        while (x != NULL) {
            finish(w, x->owner);
            x = cli_fetcher_next(w->fetcher, w->signals, 0);
        }
        w->stopped = signalled(w);
    }
}

static bool set_feeds(watch *w, const watch_list *list) {
    w->feeds = cli_alloc((list->len + 1) * sizeof *w->feeds);
    for (size_t i = 0; i < list->len; i++) {
        feed *f = &w->feeds[w->nfeeds];
        bool twice = false;
        if (!cli_url_parse(&f->url, NULL, list->ptr[i])) {
            tell(w, list->ptr[i], "no address of http or https");
            return false;
        }
        for (size_t k = 0; k < w->nfeeds; k++) {
            twice = twice || strcmp(w->feeds[k].url.whole, f->url.whole) == 0;
        }
        if (twice) {
            cli_url_release(&f->url);
            continue;
        }
        f->note = watch_state_note(w->state, f->url.whole);
        f->due = f->note->due;
        w->nfeeds++;
    }
    return true;
}

static void release(watch *w) {
    for (host *h = w->hosts, *link; h != NULL; h = link) {
        link = h->link;
        while (h->first != NULL) {
            end_task(w, take_task(h));
        }
        cli_robots_free(h->robots);
        free(h->site);
        free(h);
    }
    for (size_t i = 0; i < w->nfeeds; i++) {
        cli_url_release(&w->feeds[i].url);
    }
    free(w->feeds);
    cli_fetcher_free(w->fetcher);
    if (w->signals >= 0) {
        close(w->signals);
    }
}

bool watch_run(watch_outcome *outcome, const watch_options *options, const watch_list *feeds,
               watch_state *state, cli_raw *raw, isn_coder *coder, isn_store *store) {
    watch w = {.o = options,
               .outcome = outcome,
               .state = state,
               .raw = raw,
               .coder = coder,
               .store = store};
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigprocmask(SIG_BLOCK, &ends, NULL);
    w.signals = signalfd(-1, &ends, SFD_NONBLOCK | SFD_CLOEXEC);
    w.fetcher = cli_fetcher_new(&options->limits);
    bool fine = w.fetcher != NULL && w.signals >= 0 && set_feeds(&w, feeds);
    if (fine) {
        loop(&w);
    }
    release(&w);
    return fine && !w.broken;
}
