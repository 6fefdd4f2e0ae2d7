/* cmd_code.c: `isnad code`: articles in, records out.
 *
 *     source ─▶ worker … worker ─▶ ring of results ─▶ standard output, store
 *
 * Each worker has coders of its own, and takes articles that it codes side by side; a sequence number puts results back in
 * the order of the input, so the bytes are the same for any number of threads. The ring bounds how far
 * workers may run ahead, hence memory. For a store they make parcels of their articles, and a thread of its own
 * stores these (storing.c).
 */
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cli.h"
#include "storing.h"

#define MOST_THREADS 256
#define AHEAD (2 * ISN_GROUP)        /* results a thread */
#define TOGETHER ((size_t)256 << 10) /* bytes of articles side by side, before the last */
#define NOTE_EVERY 64                /* articles, with --resume and without a store */
#define PATIENCE 2.0                 /* seconds without progress shown */

const char cmd_code_help[] =
    "usage: isnad code [OPTION…] [FILE | FOLDER | -]…\n"
    "\n"
    "Codes articles and writes one record a line to standard output, in the order of the\n"
    "input. Without operands, or for `-`, reads standard input. A file is one article of plain\n"
    "text; *.html is a web page; *.jsonl and *.ndjson hold one article a line, an object with\n"
    "`text` (or `html`) and, where known, `id`, `title`, `url`, `published`, `outlet`; *.csv and\n"
    "*.tsv the same in columns. *.warc (web archives), *.rss, *.atom, *.xml (feeds, news\n"
    "sitemaps) and *.zip are read too, and all of them packed, *.gz or *.zst. A folder stands\n"
    "for all of these under it. NAME.meta beside NAME.txt or NAME.html holds lines\n"
    "`published=2021-09-10`, `outlet=…`, `url=…`, `title=…`.\n"
    "\n"
    "  --from KIND          what the input is, where its name does not tell: text, jsonl, html,\n"
    "                       csv, tsv, warc, feed, zip\n"
    "  --field NAME=FIELD   the field or column that holds the id, text, html, title, url,\n"
    "                       published or outlet; again for each; in JSONL also a.b\n"
    "  --format jsonl|text  records (default), or a page for a reader at a terminal\n"
    "  --whole              a page is one article, even a live page or one of several stories\n"
    "  --duplicates         name the earlier article that each is nearly the same as, and what\n"
    "                       differs\n"
    "  --seen FILE          the same, over runs: read in it what earlier ones saw, and add to it\n"
    "  --published DATE     day of publication, YYYY-MM-DD, for all articles\n"
    "  --outlet NAME        name or domain of the outlet, for all articles\n"
    "  --threads N          threads, 1 to 256; default: one a processor\n"
    "  --store STORE        keep articles and claims in a SQLite file too, or in\n"
    "                       postgresql://USER@HOST/DATABASE, by one thread more\n"
    "  --pack FILE          another language pack\n"
    "  --lexicon DIR        rows of your own over it (docs/lexicon.md)\n"
    "  --output FILE        write there instead of standard output; FILE.part until it is whole\n"
    "  --resume             go on where an earlier run with the same --output was broken off;\n"
    "                       how far it came stands in FILE.resume\n"
    "  --every-line         a line out for each article in: where one cannot be coded, an object\n"
    "                       with its `source` and `error`\n"
    "  --quiet              no warnings, no progress\n"
    "\n"
    "Exit code: 0; 1 when an article could not be read or something could not be written (the\n"
    "rest is coded all the same); 2 for a usage error.\n";

/* What became of one article. */
typedef struct result {
    bool done, failed;
    cli_text out, messages;
    storing_parcel *parcels, *last; /* for the store: each story */
} result;

typedef struct run {
    cli_settings settings;
    bool as_text, color, progress, every_line;
    unsigned threads;
    const char *store_path;
    const char *output_path;
    cli_output output;
    bool resumes;
    cli_resume *resume;
    uint64_t noted; /* articles that the note of --resume knows of */
    cli_pack from_pack;

    isn_pack *pack;
    storing *store;
    bool duplicates;
    const char *seen_path;
    int seen;         /* its descriptor, or -1 */
    isn_twins *twins; /* touched by whose turn it is */
    cli_source *source;

    pthread_mutex_t lock; /* all that follows */
    pthread_cond_t turn;
    result *ring;
    uint64_t size;           /* of the ring */
    uint64_t taken, written; /* sequence numbers */
    bool at_end, stop;
    bool failed, broken_pipe;
    unsigned uncommitted;
    uint64_t bytes;
    double started, shown;
} run;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* ---- writing, under the lock ---------------------------------------------------------------- */

static void show_progress(run *r) {
    double t = now();
    if (!r->progress || t - r->started < PATIENCE || t - r->shown < 0.2) {
        return;
    }
    r->shown = t;
    fprintf(stderr, "\r%llu articles, %.1f MB, %.0f a second ", (unsigned long long)r->written,
            (double)r->bytes / 1e6, (double)r->written / (t - r->started));
}

static void hide_progress(run *r) {
    if (r->shown > 0) {
        fputs("\r\x1b[K", stderr);
        r->shown = 0;
    }
}

static void output_failed(run *r) {
    r->stop = true;
    r->broken_pipe = errno == EPIPE;
    if (!r->broken_pipe) {
        hide_progress(r);
        fprintf(stderr, "isnad: standard output: %s\n", strerror(errno));
        r->failed = true;
    }
    clearerr(stdout);
}

static void write_result(run *r, result *done) {
    if (done->messages.len > 0) {
        hide_progress(r);
        fflush(stdout); /* so that a terminal shows both in order */
        fwrite(done->messages.ptr, 1, done->messages.len, stderr);
    }
    r->failed = r->failed || done->failed;
    errno = 0;
    bool bad =
        done->out.len > 0 && fwrite(done->out.ptr, 1, done->out.len, stdout) != done->out.len;
    /* A filter must not sit on records while it waits for more input. */
    if (!bad && cli_source_waits(r->source)) {
        bad = fflush(stdout) != 0;
    }
    if (bad) {
        output_failed(r);
    }
    show_progress(r);
}

static void release_result(result *done) {
    free(done->out.ptr);
    free(done->messages.ptr);
    *done = (result){0};
}

static void store_failed(run *r, const isn_error *error) {
    hide_progress(r);
    fflush(stdout);
    cli_error(error, r->store_path, 0);
    r->failed = r->stop = true;
}

/* With --resume: what is written so far need not be done again. The store is committed first; an article
 * that it has already changes nothing in it. */
static void note(run *r) {
    isn_error error = {0};
    bool due =
        r->store != NULL ? r->uncommitted >= STORING_BATCH : r->written - r->noted >= NOTE_EVERY;
    if (r->resume == NULL || r->stop || (!due && !r->at_end) || r->written == r->noted) {
        return;
    }
    if (r->store != NULL && storing_commit(r->store, &error) != ISN_OK) {
        store_failed(r, &error);
        return;
    }
    r->uncommitted = 0;
    errno = 0;
    if (fflush(stdout) != 0) {
        output_failed(r);
    } else if (!cli_resume_note(r->resume, r->written)) {
        r->failed = r->stop = true;
    } else {
        r->noted = r->written;
    }
}

/* ---- store, under the lock and in order ----------------------------------------------------- */

static void put_in_store(run *r, result *done) {
    isn_error error = {0};
    for (storing_parcel *at = done->parcels; at != NULL;) {
        storing_parcel *next = at->next;
        at->next = NULL;
        r->uncommitted++;
        if (storing_put(r->store, at, &error) != ISN_OK && !r->stop) {
            store_failed(r, &error);
        }
        at = next;
    }
    done->parcels = NULL;
}

/* Writes what is next in order, as far as it is done. */
static void drain(run *r) {
    for (;;) {
        result *next = &r->ring[r->written % r->size];
        if (!next->done) {
            break;
        }
        if (!r->stop) {
            write_result(r, next);
        }
        put_in_store(r, next);
        next->done = false;
        next->out.len = next->messages.len = 0;
        if (next->out.cap > (1U << 20)) {
            release_result(next);
        }
        r->written++;
        note(r);
    }
    pthread_cond_broadcast(&r->turn);
}

/* ---- workers -------------------------------------------------------------------------------- */

/* Appends the coder's record to the result. */
static bool render(const run *r, isn_coder *coder, const cli_job *job, result *into) {
    isn_error error = {0};
    isn_str out = {0};
    isn_status status = r->as_text ? isn_coder_text(coder, r->color, &out, &error)
                                   : isn_coder_json(coder, &out, &error);
    if (status != ISN_OK) {
        cli_message(&into->messages, job->path, job->line, error.message, 0);
        return false;
    }
    cli_text_put(&into->out, out.ptr, out.len);
    if (!r->as_text) {
        cli_text_put(&into->out, "\n", 1);
    }
    return true;
}

/* For filters that count lines: what stands in the place of the record that could not be made. */
static void render_fault(const cli_article *article, const cli_job *job, cli_text *out) {
    isn_str source = article->input.source;
    bool given = strcmp(job->path, "-") != 0;
    const char *path = given ? job->path : "standard input";
    char *place = job->line == 0 ? cli_copy(path)
                                 : cli_format("%s:%llu", path, (unsigned long long)job->line);
    const char *fault = article->fault == NULL ? "out of memory" : article->fault;
    cli_text_printf(out, "{\"format\":1,\"source\":");
    cli_text_json(out, source.len > 0 ? source.ptr : place,
                  source.len > 0 ? source.len : strlen(place));
    cli_text_printf(out, ",\"error\":{\"message\":");
    cli_text_json(out, fault, strlen(fault));
    cli_text_printf(out, ",\"at\":");
    cli_text_json(out, place, strlen(place));
    cli_text_printf(out, ",\"byte\":%llu}}\n", (unsigned long long)article->fault_at);
    free(place);
}

/* Articles that a worker codes side by side. */
typedef struct batch {
    isn_coder *coder;
    cli_job jobs[ISN_GROUP];
    cli_article articles[ISN_GROUP];
    uint64_t first; /* sequence number of the first */
    size_t n;
    size_t most; /* to take: doubles with each, so that few articles go to many workers */
} batch;

/* Bytes of its text; of a page a quarter is thought to be text. */
static size_t size_of(const cli_job *job) {
    struct stat is;
    bool waits = job->kind == JOB_FILE && !job->loaded;
    size_t size = !waits ? job->bytes.len : stat(job->path, &is) == 0 ? (size_t)is.st_size : 0;
    return job->page ? size / 4 : size;
}

/* Takes the next jobs, those that are there; false at the end. */
static bool take(run *r, batch *b) {
    size_t bytes = 0;
    pthread_mutex_lock(&r->lock);
    while (!r->stop && !r->at_end && r->taken >= r->written + r->size) {
        pthread_cond_wait(&r->turn, &r->lock);
    }
    b->first = r->taken;
    b->n = 0;
    while (b->n < b->most && bytes < TOGETHER && !r->stop && !r->at_end &&
           r->taken < r->written + r->size && (b->n == 0 || cli_source_ready(r->source))) {
        cli_job *job = &b->jobs[b->n];
        if (cli_source_next(r->source, job)) {
            bytes += size_of(job);
            b->n++;
            r->taken++;
        } else {
            r->at_end = true;
        }
    }
    if (b->n == 0) {
        pthread_cond_broadcast(&r->turn);
    }
    pthread_mutex_unlock(&r->lock);
    b->most = b->most < ISN_GROUP / 2 ? 2 * b->most : ISN_GROUP;
    return b->n > 0;
}

/* Waits until the article is the next to be written. False: the run ends. */
static bool wait_turn(run *r, uint64_t number) {
    pthread_mutex_lock(&r->lock);
    while (!r->stop && r->written != number) {
        pthread_cond_wait(&r->turn, &r->lock);
    }
    bool going = !r->stop;
    pthread_mutex_unlock(&r->lock);
    return going;
}

static void add_parcel(result *to, storing_parcel *parcel) {
    if (to->parcels == NULL) {
        to->parcels = parcel;
    } else {
        to->last->next = parcel;
    }
    to->last = parcel;
}

/* Makes the record of the coder's article, in its turn where that depends on those before it. */
static bool finish_article(run *r, isn_coder *coder, const cli_job *job, uint64_t number,
                           result *into) {
    isn_error error = {0};
    if (r->duplicates && wait_turn(r, number) && /* nobody else has the turn */
        isn_twins_add(&r->twins, coder, &error) != ISN_OK) {
        cli_message(&into->messages, job->path, job->line, error.message, 0);
        return false;
    }
    if (!render(r, coder, job, into)) {
        return false;
    }
    isn_str parcel = {0};
    if (r->store != NULL && isn_coder_pack(coder, &parcel, &error) != ISN_OK) {
        cli_message(&into->messages, job->path, job->line, error.message, 0);
        return false;
    }
    if (r->store != NULL) {
        add_parcel(into, storing_copy(r->store, parcel));
    }
    return true;
}

/* The records of an article, by what coding it has told; `error` is NULL where it could not be read. */
static void finish(run *r, isn_coder *coder, cli_article *article, cli_job *job, uint64_t number,
                   const isn_error *error) {
    result *mine = &r->ring[number % r->size]; /* nobody else touches it until it is done */
    bool failed = false;
    bool coded = error != NULL &&
                 cli_article_coded(coder, article, job, &r->settings, &mine->messages, error);
    while (coded && !failed) { /* each story of its page */
        failed = !finish_article(r, coder, job, number, mine);
        coded = !failed && cli_article_next(coder, job, &failed, &mine->messages);
    }
    failed = failed || mine->out.len == 0;
    if (failed && r->every_line) {
        mine->out.len = 0;
        render_fault(article, job, &mine->out);
    }
    pthread_mutex_lock(&r->lock);
    mine->failed = failed;
    mine->done = true;
    r->bytes += job->bytes.len;
    drain(r);
    pthread_mutex_unlock(&r->lock);
    cli_article_release(article);
    if (job->bytes.cap > ((size_t)4 << 20)) {
        cli_job_release(job);
    }
}

static void work_on(run *r, batch *b) {
    isn_input inputs[ISN_GROUP];
    isn_error errors[ISN_GROUP];
    isn_coder *coders[ISN_GROUP] = {NULL};
    bool read[ISN_GROUP] = {false};
    size_t n = 0;
    for (size_t i = 0; i < b->n; i++) {
        result *mine = &r->ring[(b->first + i) % r->size];
        read[i] = cli_article_read(&b->articles[i], &b->jobs[i], &r->settings, &mine->messages);
        if (read[i]) {
            inputs[n++] = b->articles[i].input;
        }
    }
    isn_coder_code_all(b->coder, inputs, n, coders, errors);
    for (size_t i = 0, at = 0; i < b->n; i++) {
        finish(r, read[i] ? coders[at] : NULL, &b->articles[i], &b->jobs[i], b->first + i,
               read[i] ? &errors[at] : NULL);
        at += read[i];
    }
}

static void *work(void *arg) {
    run *r = arg;
    isn_error error = {0};
    batch *b = cli_alloc(sizeof *b);
    b->most = 1;
    if (isn_coder_new(&b->coder, r->pack, &error) != ISN_OK) {
        free(b);
        cli_error(&error, NULL, 0);
        pthread_mutex_lock(&r->lock);
        r->failed = r->stop = true;
        pthread_cond_broadcast(&r->turn);
        pthread_mutex_unlock(&r->lock);
        return NULL;
    }
    while (take(r, b)) {
        work_on(r, b);
    }
    for (size_t i = 0; i < ISN_GROUP; i++) {
        cli_job_release(&b->jobs[i]);
    }
    isn_coder_free(b->coder);
    free(b);
    return NULL;
}

/* The calling thread is one of the workers. */
static void work_all(run *r) {
    pthread_t others[MOST_THREADS];
    unsigned n = 0;
    while (n + 1 < r->threads && pthread_create(&others[n], NULL, work, r) == 0) {
        n++;
    }
    work(r);
    for (unsigned i = 0; i < n; i++) {
        pthread_join(others[i], NULL);
    }
}

/* ---- the command ---------------------------------------------------------------------------- */

static unsigned processors(void) {
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? 1 : n > 16 ? 16 : (unsigned)n;
}

static bool wants_color(void) {
    const char *term = getenv("TERM");
    return isatty(STDOUT_FILENO) && getenv("NO_COLOR") == NULL && term != NULL &&
           strcmp(term, "dumb") != 0;
}

/* What must be the same for a run to go on: coder, inputs, and the options that change records. */
static uint64_t key_of(const run *r, char **paths, int n, cli_from from) {
    uint64_t key = cli_resume_key(UINT64_C(0xcbf29ce484222325), isn_pack_hash(r->pack));
    key = cli_resume_key(key, r->as_text ? "text" : r->every_line ? "every line" : "jsonl");
    key = cli_resume_key(key, r->settings.whole ? "whole" : "apart");
    key = cli_resume_key(key, r->settings.published);
    key = cli_resume_key(key, r->settings.outlet);
    key = cli_resume_key(key, from == FROM_NAME ? NULL : cli_from_names[from - FROM_TEXT]);
    for (int i = 0; i < FIELDS; i++) {
        key = cli_resume_key(key, r->settings.fields.names[i]);
    }
    for (int i = 0; i < n; i++) {
        key = cli_resume_key(key, paths[i]);
    }
    return key;
}

/* Opens the output, and passes over the articles that an earlier run has done. */
static bool go_on(run *r, char **paths, int n, cli_from from) {
    cli_job job = {0};
    uint64_t done = 0;
    if (r->output_path == NULL) {
        return true;
    }
    if (!r->resumes) {
        return cli_output_open(&r->output, r->output_path);
    }
    r->resume = cli_resume_open(&r->output, r->output_path, key_of(r, paths, n, from), &done);
    while (r->resume != NULL && r->taken < done && cli_source_next(r->source, &job)) {
        r->taken++;
    }
    r->written = r->noted = r->taken;
    cli_job_release(&job);
    return r->resume != NULL;
}

static bool open_all(run *r, char **paths, int n, cli_from from) {
    if (!cli_open_pack(&r->pack, &r->from_pack)) {
        return false;
    }
    if (r->seen_path != NULL && (r->seen = cli_seen_open(r->seen_path, &r->twins)) < 0) {
        return false;
    }
    r->source = cli_source_new(paths, n, from, &r->settings.fields);
    if (cli_source_is_single(r->source)) {
        r->threads = 1;
    }
    r->size = (uint64_t)r->threads * AHEAD;
    r->ring = cli_alloc(r->size * sizeof *r->ring);
    pthread_mutex_init(&r->lock, NULL);
    pthread_cond_init(&r->turn, NULL);
    const storing_options how = {.apart = !cli_source_is_single(r->source), .hold = r->resumes};
    if (r->store_path != NULL && (r->store = storing_open(r->store_path, how)) == NULL) {
        return false;
    }
    return go_on(r, paths, n, from);
}

static void commit(run *r) {
    isn_error error = {0};
    if (r->store != NULL && (!r->stop || r->broken_pipe) &&
        storing_commit(r->store, &error) != ISN_OK) {
        store_failed(r, &error);
    }
}

static void close_all(run *r) {
    cli_resume_close(r->resume);
    isn_twins_free(r->twins);
    storing_close(r->store);
    if (r->source != NULL) {
        for (uint64_t i = 0; i < r->size; i++) {
            release_result(&r->ring[i]);
        }
        free(r->ring);
        cli_source_free(r->source);
        pthread_mutex_destroy(&r->lock);
        pthread_cond_destroy(&r->turn);
    }
    isn_pack_close(r->pack);
}

static int code(run *r, char **paths, int n, cli_from from) {
    if (!open_all(r, paths, n, from)) {
        close_all(r);
        cli_output_close(&r->output, false);
        return EXIT_SOME_FAILED;
    }
    r->started = now();
    work_all(r);
    commit(r);
    hide_progress(r);
    bool kept = r->seen < 0 || cli_seen_close(r->seen_path, r->seen, r->twins, !r->stop);
    close_all(r);
    int end = r->broken_pipe ? EXIT_PIPE : cli_finish_output();
    end = end == EXIT_GOOD && !kept ? EXIT_SOME_FAILED : end;
    if (!cli_output_close(&r->output, end == EXIT_GOOD && !r->stop)) {
        end = EXIT_SOME_FAILED;
    }
    return end != EXIT_GOOD ? end : r->failed ? EXIT_SOME_FAILED : EXIT_GOOD;
}

int cmd_code(int argc, char **argv) {
    static const char *const outputs[] = {"jsonl", "text", NULL};
    static char *standard_input[] = {"-"};
    unsigned from = UINT32_MAX;
    unsigned format = 0;
    run r = {.threads = processors(), .seen = -1};
    const cli_option options[] = {
        {"--from", OPTION_CHOICE, &from, 0, 0, cli_from_names},
        {"--field", OPTION_FIELD, &r.settings.fields, 0, 0, NULL},
        {"--format", OPTION_CHOICE, &format, 0, 0, outputs},
        {"--duplicates", OPTION_FLAG, &r.duplicates, 0, 0, NULL},
        {"--seen", OPTION_TEXT, &r.seen_path, 0, 0, NULL},
        {"--whole", OPTION_FLAG, &r.settings.whole, 0, 0, NULL},
        {"--published", OPTION_DATE, &r.settings.published, 0, 0, NULL},
        {"--outlet", OPTION_TEXT, &r.settings.outlet, 0, 0, NULL},
        {"--threads", OPTION_NUMBER, &r.threads, 1, MOST_THREADS, NULL},
        {"--store", OPTION_TEXT, &r.store_path, 0, 0, NULL},
        {"--output", OPTION_TEXT, &r.output_path, 0, 0, NULL},
        {"--resume", OPTION_FLAG, &r.resumes, 0, 0, NULL},
        {"--every-line", OPTION_FLAG, &r.every_line, 0, 0, NULL},
        CLI_PACK_OPTIONS(r.from_pack),
        {"--quiet", OPTION_FLAG, &r.settings.quiet, 0, 0, NULL},
        {NULL, OPTION_FLAG, NULL, 0, 0, NULL},
    };
    int n = cli_options("code", argc, argv, options);
    if (n < 0) {
        return EXIT_USAGE;
    }
    r.duplicates = r.duplicates || r.seen_path != NULL;
    if (r.resumes && r.duplicates) {
        cli_usage("code", "--duplicates looks back at articles that --resume passes over");
        return EXIT_USAGE;
    }
    if (r.resumes && r.output_path == NULL) {
        cli_usage("code", "--resume needs --output FILE, which it can go on with");
        return EXIT_USAGE;
    }
    r.as_text = format == 1;
    if (r.as_text && r.every_line) {
        cli_usage("code", "--every-line goes with --format jsonl");
        return EXIT_USAGE;
    }
    r.settings.whole |= r.every_line; /* a page of several stories is a line too */
    r.color = wants_color();
    r.progress = !r.settings.quiet && isatty(STDERR_FILENO);
    cli_from kind = from == UINT32_MAX ? FROM_NAME : (cli_from)(FROM_TEXT + from);
    return n > 0 ? code(&r, argv, n, kind) : code(&r, standard_input, 1, kind);
}
