/* source.c: files, folders, archives and standard input → jobs, one article each, in a fixed order.
 *
 * Folders are walked in the order of their names. What holds many articles is read as a stream, so that
 * memory does not depend on its size; a file of one article is left to the worker that codes it. What goes
 * wrong becomes a job too, so that messages keep their place among the articles.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "reader.h"

typedef struct names {
    char **ptr;
    size_t len, cap;
} names;

#define LOOK_AT 4096 /* bytes by which a kind is known */

struct cli_source {
    char **paths;
    int npaths, at;
    cli_from from;
    const cli_fields *fields;
    names found; /* files of the folder at hand */
    size_t next_found;
    cli_zip *zip;
    char *zip_path;
    cli_reader reader; /* of what is being read; its stream is NULL when nothing is */
};

const char *const cli_from_names[] = {"text", "jsonl", "html", "csv", "tsv",
                                      "warc", "feed",  "zip",  NULL};

/* ---- names ------------------------------------------------------------------------------------ */

static bool ends_in(const char *name, size_t len, const char *ending) {
    size_t tail = strlen(ending);
    return len > tail && strncasecmp(name + len - tail, ending, tail) == 0;
}

/* Mirrors of sites keep what was asked for in the names: story.php?id=5. */
static size_t without_packing(const char *name) {
    const char *slash = strrchr(name, '/');
    const char *file = slash == NULL ? name : slash + 1;
    size_t len = (size_t)(file - name) + strcspn(file, "?");
    return ends_in(name, len, ".gz") ? len - 3 : ends_in(name, len, ".zst") ? len - 4 : len;
}

cli_from cli_from_of_name(const char *name) {
    static const struct {
        const char *ending;
        cli_from from;
    } endings[] = {
        {".txt", FROM_TEXT}, {".jsonl", FROM_JSONL}, {".ndjson", FROM_JSONL}, {".html", FROM_HTML},
        {".htm", FROM_HTML}, {".xhtml", FROM_HTML},  {".shtml", FROM_HTML},   {".php", FROM_HTML},
        {".asp", FROM_HTML}, {".aspx", FROM_HTML},   {".jsp", FROM_HTML},     {".csv", FROM_CSV},
        {".tsv", FROM_TSV},  {".tab", FROM_TSV},     {".warc", FROM_WARC},    {".wet", FROM_WARC},
        {".rss", FROM_FEED}, {".atom", FROM_FEED},   {".xml", FROM_FEED},     {".zip", FROM_ZIP}};
    size_t len = without_packing(name);
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        if (ends_in(name, len, endings[i].ending)) {
            return endings[i].from;
        }
    }
    return FROM_NAME;
}

static bool is_json(const char *name) {
    return ends_in(name, without_packing(name), ".json");
}

bool cli_may_be_read(const char *name) {
    return cli_from_of_name(name) != FROM_NAME || is_json(name);
}

static bool is_packed(const char *name) {
    size_t len = strlen(name);
    return ends_in(name, len, ".gz") || ends_in(name, len, ".zst");
}

/* ---- folders ---------------------------------------------------------------------------------- */

static void add_name(names *list, char *name) {
    if (list->len == list->cap) {
        list->cap = list->cap == 0 ? 64 : list->cap * 2;
        list->ptr = cli_realloc(list->ptr, list->cap * sizeof *list->ptr);
    }
    list->ptr[list->len++] = name;
}

static int visible(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

static int by_bytes(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name); /* not the locale's order: the same everywhere */
}

/* Adds the articles under `folder`; 0 or an errno. Links to folders are not followed: no loops. */
static int walk(names *list, const char *folder, unsigned depth) {
    struct dirent **entries = NULL;
    int n = scandir(folder, &entries, visible, by_bytes);
    int fault = n < 0 ? errno : 0;
    size_t len = strlen(folder);
    for (int i = 0; i < n; i++) {
        bool slash = len > 0 && folder[len - 1] == '/';
        char *path = cli_format("%s%s%s", folder, slash ? "" : "/", entries[i]->d_name);
        struct stat is;
        if (lstat(path, &is) == 0 && S_ISDIR(is.st_mode)) {
            if (fault == 0 && depth < 64) {
                fault = walk(list, path, depth + 1);
            }
            free(path);
        } else if (cli_may_be_read(path)) {
            add_name(list, path);
        } else {
            free(path);
        }
        free(entries[i]);
    }
    free(entries);
    return fault;
}

static void forget_found(cli_source *source) {
    for (size_t i = 0; i < source->found.len; i++) {
        free(source->found.ptr[i]);
    }
    source->found.len = source->next_found = 0;
}

/* Lists a folder. False where nothing is to be told of it. */
static bool folder_job(cli_source *source, cli_job *job, const char *path) {
    forget_found(source);
    int fault = walk(&source->found, path, 0);
    if (fault != 0) {
        return cli_job_wrong(job, path, 0, 0, strerror(fault));
    }
    if (source->found.len == 0) {
        return cli_job_wrong(job, path, 0, 0,
                             "no articles in this folder (*.txt, *.html, *.jsonl, archives)");
    }
    return false;
}

/* ---- jobs --------------------------------------------------------------------------------------- */

void cli_job_begin(cli_job *job, int kind, const char *path) {
    job->kind = kind;
    if (job->path == NULL || strcmp(job->path, path) != 0) {
        free(job->path);
        job->path = cli_copy(path);
    }
    job->line = job->offset = 0;
    job->page = job->loaded = job->sitemap = false;
    job->bytes.len = 0;
    for (int i = 0; i < FIELDS; i++) {
        free(job->given[i]);
        job->given[i] = NULL;
    }
    free(job->charset);
    job->charset = NULL;
}

bool cli_job_wrong(cli_job *job, const char *path, uint64_t line, uint64_t offset,
                   const char *message) {
    cli_job_begin(job, JOB_ERROR, path);
    job->line = line;
    job->offset = offset;
    snprintf(job->message, sizeof job->message, "%s", message);
    return true;
}

void cli_job_give(cli_job *job, int field, const char *ptr, size_t len) {
    while (len > 0 && (unsigned char)ptr[0] <= ' ') {
        ptr++;
        len--;
    }
    while (len > 0 && (unsigned char)ptr[len - 1] <= ' ') {
        len--;
    }
    if (len > 0) {
        free(job->given[field]);
        job->given[field] = cli_format("%.*s", (int)(len < 65536 ? len : 65536), ptr);
    }
}

void cli_job_release(cli_job *job) {
    cli_job_begin(job, JOB_ERROR, "");
    free(job->path);
    free(job->bytes.ptr);
    job->path = NULL;
    job->bytes = (cli_text){0};
}

/* ---- one file ------------------------------------------------------------------------------------ */

int cli_read_file(cli_text *out, const char *path) {
    return cli_read_most(out, path, CLI_LONGEST);
}

int cli_read_most(cli_text *out, const char *path, size_t most) {
    struct stat is;
    int fd = strcmp(path, "-") == 0 ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return errno;
    }
    size_t guess = 65536;
    if (fstat(fd, &is) == 0 && S_ISREG(is.st_mode)) {
        guess = (size_t)is.st_size;
    }
    int fault = guess > most ? EFBIG : 0;
    out->len = 0;
    while (fault == 0) {
        if (out->cap - out->len < 2) {
            size_t more = out->cap == 0 ? guess + 2 : out->cap * 2;
            out->ptr = cli_realloc(out->ptr, more);
            out->cap = more;
        }
        ssize_t got = read(fd, out->ptr + out->len, out->cap - out->len - 1);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            fault = got < 0 ? errno : 0;
            break;
        }
        out->len += (size_t)got;
        fault = out->len > most ? EFBIG : 0;
    }
    if (fault == 0) {
        out->ptr[out->len] = '\0';
    }
    close(fd);
    return fault;
}

/* A text or page that is packed, or came by a pipe: read here. */
static bool whole_job(cli_reader *r, cli_job *job) {
    cli_stream *s = r->stream;
    if (r->any) {
        return false;
    }
    r->any = true;
    cli_job_begin(job, JOB_FILE, r->path);
    job->loaded = true;
    job->page = r->kind == FROM_HTML;
    bool bare = strcmp(r->path, "-") == 0;
    size_t most = job->page ? MOST_PAGE : bare ? CLI_LONGEST : MOST_UNPACKED;
    while (cli_stream_len(s) > 0 || cli_stream_more(s)) {
        cli_text_put(&job->bytes, cli_stream_ptr(s), cli_stream_len(s));
        cli_stream_take(s, cli_stream_len(s));
        if (job->bytes.len > most) {
            return cli_job_wrong(job, r->path, 0, 0,
                                 most == MOST_PAGE ? "the page is larger than 16 MiB"
                                 : bare            ? "larger than 1 GiB"
                                                   : "larger than 64 MiB when unpacked");
        }
    }
    if (cli_stream_fault(s) != NULL) {
        return cli_job_wrong(job, r->path, 0, cli_stream_offset(s), cli_stream_fault(s));
    }
    return true;
}

/* ---- JSONL --------------------------------------------------------------------------------------- */

static bool is_blank(const char *ptr, size_t len) {
    for (size_t i = 0; i < len; i++) {
        if (ptr[i] != ' ' && (ptr[i] < '\t' || ptr[i] > '\r')) {
            return false;
        }
    }
    return true;
}

/* Skips to behind the next line end, without keeping what is between. */
static void skip_line(cli_stream *s) {
    for (;;) {
        size_t have = cli_stream_len(s);
        const char *stop = have > 0 ? memchr(cli_stream_ptr(s), '\n', have) : NULL;
        cli_stream_take(s, stop != NULL ? (size_t)(stop - cli_stream_ptr(s)) + 1 : have);
        if (stop != NULL || !cli_stream_more(s)) {
            return;
        }
    }
}

/* The length of the next line: 1, 0 at the end, -1 too long. */
static int find_line(cli_stream *s, size_t *len) {
    size_t most = cli_stream_is_packed(s) ? MOST_UNPACKED : CLI_LONGEST;
    for (size_t looked = 0;;) {
        size_t have = cli_stream_len(s);
        const char *from = cli_stream_ptr(s);
        const char *stop = have > looked ? memchr(from + looked, '\n', have - looked) : NULL;
        if (stop != NULL) {
            *len = (size_t)(stop - from);
            return *len > most ? -1 : 1;
        }
        if (have > most) {
            return -1;
        }
        looked = have;
        if (!cli_stream_more(s)) {
            *len = have;
            return have > 0;
        }
    }
}

static bool line_job(cli_reader *r, cli_job *job) {
    cli_stream *s = r->stream;
    size_t len = 0;
    r->is_json = r->is_json || (r->number == 0 && cli_json_is_list(s));
    if (r->is_json) {
        return cli_json_next(r, job);
    }
    for (int found; (found = find_line(s, &len)) != 0;) {
        r->number++;
        if (found < 0) {
            skip_line(s);
            return cli_job_wrong(job, r->path, r->number, 0,
                                 cli_stream_is_packed(s)
                                     ? "the line is longer than 64 MiB when unpacked"
                                     : "the line is longer than 1 GiB");
        }
        bool blank = is_blank(cli_stream_ptr(s), len);
        if (!blank) {
            r->any = true;
            cli_job_begin(job, JOB_LINE, r->path);
            job->line = r->number;
            cli_text_put(&job->bytes, cli_stream_ptr(s), len);
        }
        cli_stream_take(s, len + (len < cli_stream_len(s)));
        if (!blank) {
            return true;
        }
    }
    return false;
}

/* ---- streams -------------------------------------------------------------------------------------- */

static void close_reader(cli_reader *r) {
    cli_stream_close(r->stream);
    cli_table_free(r->table);
    free(r->outlet);
    free(r->charset);
    free(r->path);
    *r = (cli_reader){0};
}

static bool next_of(cli_reader *r, cli_job *job) {
    switch (r->kind) {
    case FROM_JSONL: return line_job(r, job);
    case FROM_WARC: return cli_warc_next(r, job);
    case FROM_CSV:
    case FROM_TSV: return cli_table_next(r, job);
    case FROM_FEED: return cli_feed_next(r, job);
    default: return whole_job(r, job);
    }
}

/* The next job of what is being read; false at its end. The end itself may have something to tell. */
static bool read_on(cli_source *source, cli_job *job) {
    cli_reader *r = &source->reader;
    if (next_of(r, job)) {
        return true;
    }
    /* An archive has told of its broken records itself. */
    const char *fault = r->kind == FROM_WARC && r->any ? NULL : cli_stream_fault(r->stream);
    /* Lines asked for by --from may be none: an engine's empty partition. */
    bool told = fault != NULL || (!r->any && source->from != FROM_JSONL);
    if (told) {
        cli_job_wrong(job, r->path, 0, fault != NULL ? cli_stream_offset(r->stream) : 0,
                      fault != NULL   ? fault
                      : r->number > 0 ? "no articles in it"
                                      : "empty file");
    }
    close_reader(r);
    return told;
}

/* Where the first of these words stands, by its bytes from the beginning; the length where none does. */
static size_t first_word(const char *head, const char *const *words) {
    size_t first = strlen(head);
    for (; *words != NULL; words++) {
        const char *at = strcasestr(head, *words);
        if (at != NULL && (size_t)(at - head) < first) {
            first = (size_t)(at - head);
        }
    }
    return first;
}

static cli_from sniff_markup(const char *head) {
    static const char *const pages[] = {"<html",  "<!doctype html", "<head",    "<body",
                                        "<meta ", "<title",         "<article", NULL};
    static const char *const feeds[] = {"<rss",     "<feed",         "<urlset",
                                        "<rdf:RDF", "<sitemapindex", NULL};
    size_t page = first_word(head, pages);
    size_t feed = first_word(head, feeds);
    return feed < page ? FROM_FEED : page < feed ? FROM_HTML : FROM_TEXT;
}

/* What begins like this; text where nothing else is known of it. */
static cli_from sniff(const cli_source *source, cli_stream *s) {
    char head[LOOK_AT + 1];
    cli_stream_need(s, LOOK_AT);
    const char *p = cli_stream_ptr(s);
    size_t len = cli_stream_len(s);
    len = len < LOOK_AT ? len : LOOK_AT;
    if (len >= 5 && memcmp(p, "WARC/", 5) == 0) {
        return FROM_WARC;
    }
    if (len >= 4 && (memcmp(p, "PK\3\4", 4) == 0 || memcmp(p, "PK\5\6", 4) == 0)) {
        return FROM_ZIP;
    }
    int order = cli_wide_order(p, len);
    size_t n = 0;
    size_t from = order != 0 && *p != '<' && *p != '\0'           ? 2
                  : len >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0 ? 3
                                                                  : 0;
    for (size_t i = from; i + 1 < len + (order == 0); i += order == 0 ? 1 : 2) {
        char high = order == 0 ? '\0' : p[i + (order == 1)];
        char c = high != '\0' ? '?' : p[i + (order == 2)];
        if (n > 0 || (unsigned char)c > ' ') { /* blanks before it left out */
            head[n++] = c == '\0' ? '?' : c;
        }
    }
    head[n] = '\0';
    if (head[0] == '<') {
        return sniff_markup(head);
    }
    if (cli_json_begins(head, n)) {
        bool feed = strstr(head, "jsonfeed.org/version") != NULL ||
                    strstr(head, "jsonfeed.org\\/version") != NULL;
        return feed ? FROM_FEED : FROM_JSONL;
    }
    cli_from table = cli_table_begins(head, n, source->fields);
    return table == FROM_NAME ? FROM_TEXT : table;
}

/* False after the job was made an error. */
static bool start_zip(cli_source *source, cli_job *job, const char *path, cli_stream *stream) {
    source->zip = cli_zip_open(path, stream, job);
    source->zip_path = source->zip == NULL ? NULL : cli_copy(path);
    return source->zip != NULL;
}

/* Takes stream and path. False after the job was made an error. */
static bool start_reader(cli_source *source, cli_job *job, cli_stream *stream, cli_from kind,
                         char *path) {
    bool json = is_json(path);
    stream = cli_stream_unpack(stream);
    if (kind == FROM_NAME) {
        kind = sniff(source, stream);
        kind = kind == FROM_TEXT && json ? FROM_JSONL : kind;
    }
    if (kind == FROM_ZIP && source->zip == NULL) {
        bool fine = start_zip(source, job, path, stream);
        cli_stream_close(stream);
        free(path);
        return fine;
    }
    bool lines = kind == FROM_JSONL || kind == FROM_CSV || kind == FROM_TSV || kind == FROM_FEED;
    source->reader = (cli_reader){.kind = kind,
                                  .stream = lines ? cli_stream_narrow(stream) : stream,
                                  .path = path,
                                  .fields = source->fields,
                                  .is_json = json && kind == FROM_JSONL};
    return true;
}

/* Opens what stands at `path`. False where a stream was started, and its first job is still to come. */
static bool file_job(cli_source *source, cli_job *job, const char *path) {
    cli_from kind = source->from != FROM_NAME ? source->from : cli_from_of_name(path);
    bool bare = strcmp(path, "-") == 0;
    if (kind == FROM_ZIP && !bare) {
        return !start_zip(source, job, path, NULL);
    }
    if (!bare && !is_packed(path) && (kind == FROM_TEXT || kind == FROM_HTML)) {
        cli_job_begin(job, JOB_FILE, path);
        job->page = kind == FROM_HTML;
        return true;
    }
    cli_stream *stream = cli_stream_open(path);
    if (stream == NULL) {
        return cli_job_wrong(job, path, 0, 0, strerror(errno));
    }
    return !start_reader(source, job, stream, kind, cli_copy(path));
}

/* Starts the next entry of the archive. True: `job` tells of a fault. */
static bool zip_job(cli_source *source, cli_job *job) {
    const char *name = NULL;
    cli_stream *stream = NULL;
    int found = cli_zip_next(source->zip, &name, &stream, job);
    if (found > 0) {
        return !start_reader(source, job, stream, cli_from_of_name(name),
                             cli_format("%s/%s", source->zip_path, name));
    }
    if (found == 0) {
        cli_zip_close(source->zip);
        free(source->zip_path);
        source->zip = NULL;
        source->zip_path = NULL;
    }
    return found < 0;
}

/* ---- the source ------------------------------------------------------------------------------------- */

bool cli_source_next(cli_source *source, cli_job *job) {
    for (;;) {
        bool told;
        struct stat is;
        if (source->reader.stream != NULL) {
            told = read_on(source, job);
        } else if (source->zip != NULL) {
            told = zip_job(source, job);
        } else if (source->next_found < source->found.len) {
            told = file_job(source, job, source->found.ptr[source->next_found++]);
        } else if (source->at < source->npaths) {
            const char *path = source->paths[source->at++];
            bool folder = strcmp(path, "-") != 0 && stat(path, &is) == 0 && S_ISDIR(is.st_mode);
            told = folder ? folder_job(source, job, path) : file_job(source, job, path);
        } else {
            return false;
        }
        if (told) {
            return true;
        }
    }
}

bool cli_source_waits(const cli_source *source) {
    const cli_stream *s = source->reader.stream;
    return s == NULL || cli_stream_waits(s) ||
           (source->reader.kind == FROM_JSONL &&
            memchr(cli_stream_ptr(s), '\n', cli_stream_len(s)) == NULL);
}

static bool is_regular(const char *path) {
    struct stat is;
    return strcmp(path, "-") != 0 && stat(path, &is) == 0 && S_ISREG(is.st_mode);
}

bool cli_source_ready(const cli_source *source) {
    const cli_stream *s = source->reader.stream;
    if (s != NULL) {
        return cli_stream_in_file(s) ||
               (source->reader.kind == FROM_JSONL && !cli_source_waits(source));
    }
    return source->zip != NULL || source->next_found < source->found.len ||
           (source->at < source->npaths && is_regular(source->paths[source->at]));
}

bool cli_source_is_single(const cli_source *source) {
    struct stat is;
    if (source->npaths != 1) {
        return false;
    }
    const char *path = source->paths[0];
    bool folder = strcmp(path, "-") != 0 && stat(path, &is) == 0 && S_ISDIR(is.st_mode);
    cli_from kind = source->from != FROM_NAME ? source->from : cli_from_of_name(path);
    return !folder && (kind == FROM_TEXT || kind == FROM_HTML);
}

cli_source *cli_source_new(char **paths, int n, cli_from from, const cli_fields *fields) {
    cli_source *source = cli_alloc(sizeof *source);
    source->paths = paths;
    source->npaths = n;
    source->from = from;
    source->fields = fields;
    return source;
}

void cli_source_free(cli_source *source) {
    close_reader(&source->reader);
    if (source->zip != NULL) {
        cli_zip_close(source->zip);
    }
    free(source->zip_path);
    forget_found(source);
    free(source->found.ptr);
    free(source);
}
