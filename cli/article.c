/* article.c: a job → an input to code: reads the file or the line, checks that it is text, and adds
 * what is known beside it: NAME.meta, the fields of JSONL, the options (which win). */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

#define LOOK_AT 8192 /* bytes of the beginning that must look like text */

/* ---- is it text? ---------------------------------------------------------------------------- */

/* What a byte counts for: 1 a blank, 1 << 16 a control character (ESC is let pass: it colours terminals). */
enum { BLANK = 1, CONTROL = 1 << 16 };
static const uint32_t class_of[256] = {
    [0 ... 8] = CONTROL,   ['\t' ... '\r'] = BLANK, [14 ... 26] = CONTROL,
    [28 ... 31] = CONTROL, [' '] = BLANK,           [127] = CONTROL};

/* UTF-16: by its mark, or every other byte is 0 or 6, the blocks of ASCII and of Arabic. */
static bool is_wide(const char *ptr, size_t len) {
    size_t high[2] = {0, 0};
    size_t look = len < LOOK_AT ? len & ~(size_t)1 : LOOK_AT;
    if (len >= 2 && (memcmp(ptr, "\xff\xfe", 2) == 0 || memcmp(ptr, "\xfe\xff", 2) == 0)) {
        return true;
    }
    if (memchr(ptr, 0, look) == NULL && memchr(ptr, 6, look) == NULL) {
        return false;
    }
    for (size_t i = 0; i < look; i++) {
        high[i % 2] += ptr[i] == 0 || ptr[i] == 6;
    }
    return look >= 16 && ((high[0] * 20 > look * 9 && high[1] * 20 < look * 3) ||
                          (high[1] * 20 > look * 9 && high[0] * 20 < look * 3));
}

/* What is wrong with these bytes as an article, or NULL. */
static const char *not_text(const char *ptr, size_t len) {
    size_t look = len < LOOK_AT ? len : LOOK_AT;
    uint32_t classes = 0; /* LOOK_AT is below 1 << 16 */
    if (is_wide(ptr, len)) {
        return NULL;
    }
    for (size_t i = 0; i < look; i++) {
        classes += class_of[(unsigned char)ptr[i]];
    }
    size_t controls = classes / CONTROL, blank = classes % CONTROL;
    if (controls >= 4 && controls * 50 > look) {
        return "not text: too many control characters";
    }
    if (blank == len) {
        return len == 0 ? "empty file" : "nothing but white space";
    }
    return NULL;
}

/* ---- metadata ------------------------------------------------------------------------------- */

/* `title` is known only from metadata: an option for it would serve one article alone. */
static isn_str *meta_field(isn_input *input, const char *key, size_t len) {
    static const char *const keys[] = {"published", "outlet", "url", "title"};
    isn_str *fields[] = {&input->published, &input->outlet, &input->url, &input->title};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (strlen(keys[i]) == len && memcmp(keys[i], key, len) == 0) {
            return fields[i];
        }
    }
    return NULL;
}

/* Lines `key=value`; blank ones and those that begin with # say nothing. */
static void parse_meta(cli_article *article, const char *path, cli_text *messages) {
    const char *at = article->meta.ptr;
    for (uint64_t number = 1; at != NULL && *at != '\0'; number++) {
        size_t len = strcspn(at, "\r\n");
        const char *equals = memchr(at, '=', len);
        const char *next = at + len;
        next += *next == '\r' && next[1] == '\n' ? 2 : *next != '\0';
        if (equals != NULL && *at != '#') {
            size_t key = (size_t)(equals - at);
            isn_str value = {equals + 1, len - key - 1};
            while (key > 0 && (at[key - 1] == ' ' || at[key - 1] == '\t')) {
                key--;
            }
            isn_str *field = meta_field(&article->input, at, key);
            if (field != NULL) {
                *field = value;
            } else {
                cli_message(messages, path, number, "warning: unknown key", 0);
            }
        } else if (len > 0 && *at != '#') {
            cli_message(messages, path, number, "warning: not a line key=value", 0);
        }
        at = next;
    }
}

/* NAME.meta beside NAME.txt, where it exists. */
static void read_meta(cli_article *article, const char *path, cli_text *messages) {
    size_t len = strlen(path);
    const char *dot = strrchr(path, '.');
    if (dot == NULL || len < 5 || strchr(dot, '/') != NULL ||
        (strcmp(dot, ".txt") != 0 && strncmp(dot, ".htm", 4) != 0)) {
        return;
    }
    char *meta = cli_format("%.*s.meta", (int)(dot - path), path);
    int fault = cli_read_file(&article->meta, meta);
    if (fault == 0) {
        parse_meta(article, meta, messages);
    } else if (fault != ENOENT) {
        cli_message(messages, meta, 0, strerror(fault), 0);
    }
    free(meta);
}

static void apply(cli_article *article, const cli_job *job, const cli_settings *settings,
                  cli_text *messages) {
    isn_input *input = &article->input;
    isn_str date = input->published;
    while (date.len > 0 && (*date.ptr == ' ' || *date.ptr == '\t')) {
        date.ptr++;
        date.len--;
    }
    if (date.len > 0 && !cli_is_date(date.ptr, date.len) && !settings->quiet) {
        char *message = cli_format("warning: no such date: %.*s (published: YYYY-MM-DD)",
                                   (int)(date.len < 40 ? date.len : 40), date.ptr);
        cli_message(messages, job->path, job->line, message, 0);
        free(message);
    }
    if (settings->published != NULL) {
        input->published = (isn_str){settings->published, strlen(settings->published)};
        input->published_is_option = true;
    }
    if (settings->outlet != NULL) {
        input->outlet = (isn_str){settings->outlet, strlen(settings->outlet)};
    }
}

/* ---- reading -------------------------------------------------------------------------------- */

static bool complain(cli_article *article, cli_text *messages, const cli_job *job,
                     const char *message, uint64_t offset) {
    cli_message(messages, job->path, job->line, message, offset);
    article->fault = cli_copy(message);
    article->fault_at = offset;
    return false;
}

static bool read_text(cli_article *article, cli_job *job, cli_text *messages) {
    size_t most = job->page ? CLI_MOST_PAGE : (size_t)1 << 30;
    int fault = job->loaded ? 0 : cli_read_most(&job->bytes, job->path, most);
    if (fault != 0) {
        const char *large = job->page ? "the page is larger than 16 MiB" : "larger than 1 GiB";
        return complain(article, messages, job, fault == EFBIG ? large : strerror(fault), 0);
    }
    const char *wrong = not_text(job->bytes.ptr, job->bytes.len);
    if (wrong != NULL) {
        return complain(article, messages, job, wrong, 0);
    }
    article->input.text = (isn_str){job->bytes.ptr, job->bytes.len};
    article->input.source = (isn_str){job->path, strlen(job->path)};
    article->input.kind = job->page ? ISN_INPUT_HTML : ISN_INPUT_TEXT;
    if (!job->loaded) {
        read_meta(article, job->path, messages);
    }
    return true;
}

/* With the names of --field, where there are any: the usual ones are read faster. */
static isn_status parse_line(cli_article *article, isn_str line, const cli_fields *fields,
                             isn_error *error) {
    const char *const *n = fields->names;
    isn_field_names names = {n[FIELD_ID],  n[FIELD_TEXT],      n[FIELD_HTML],  n[FIELD_TITLE],
                             n[FIELD_URL], n[FIELD_PUBLISHED], n[FIELD_OUTLET]};
    for (int i = 0; i < FIELDS; i++) {
        if (n[i] != NULL) {
            return isn_record_line_parse_named(&article->line, &article->input, line, &names,
                                               error);
        }
    }
    return isn_record_line_parse(&article->line, &article->input, line, error);
}

static isn_str given(const cli_job *job, int field) {
    const char *text = job->given[field];
    return text == NULL ? (isn_str){NULL, 0} : (isn_str){text, strlen(text)};
}

/* An article out of an archive, a table or a feed. */
static bool read_data(cli_article *article, const cli_job *job, cli_text *messages) {
    isn_input *input = &article->input;
    const char *wrong = job->page ? NULL : not_text(job->bytes.ptr, job->bytes.len);
    *input = (isn_input){.text = {job->bytes.ptr, job->bytes.len},
                         .kind = job->page ? ISN_INPUT_HTML : ISN_INPUT_TEXT,
                         .title = given(job, FIELD_TITLE),
                         .source = given(job, FIELD_ID),
                         .url = given(job, FIELD_URL),
                         .published = given(job, FIELD_PUBLISHED),
                         .outlet = given(job, FIELD_OUTLET)};
    if (job->charset != NULL) {
        input->charset = (isn_str){job->charset, strlen(job->charset)};
    }
    if (wrong != NULL && input->title.len == 0) {
        bool no_text = strncmp(wrong, "not text", 8) != 0;
        return complain(article, messages, job, no_text ? "empty text" : wrong, 0);
    }
    if (input->source.len == 0) {
        article->source = cli_format("%s:%llu", job->path, (unsigned long long)job->line);
        input->source = (isn_str){article->source, strlen(article->source)};
    }
    return true;
}

static bool read_line(cli_article *article, cli_job *job, const cli_settings *settings,
                      cli_text *messages) {
    isn_error error = {0};
    isn_str line = {job->bytes.ptr, job->bytes.len};
    if (parse_line(article, line, &settings->fields, &error) != ISN_OK) {
        return complain(article, messages, job, error.message, error.offset);
    }
    isn_input *input = &article->input;
    const char *wrong =
        input->kind == ISN_INPUT_HTML ? NULL : not_text(input->text.ptr, input->text.len);
    if (wrong != NULL && input->title.len == 0) {
        bool no_text = strncmp(wrong, "not text", 8) != 0;
        return complain(article, messages, job, no_text ? "empty text" : wrong, 0);
    }
    if (input->source.len == 0) {
        article->source = cli_format("%s:%llu", job->path, (unsigned long long)job->line);
        input->source = (isn_str){article->source, strlen(article->source)};
    }
    return true;
}

bool cli_article_read(cli_article *article, cli_job *job, const cli_settings *settings,
                      cli_text *messages) {
    *article = (cli_article){0};
    if (job->kind == JOB_ERROR) {
        return complain(article, messages, job, job->message, job->offset);
    }
    bool ok = job->kind == JOB_FILE   ? read_text(article, job, messages)
              : job->kind == JOB_DATA ? read_data(article, job, messages)
                                      : read_line(article, job, settings, messages);
    if (ok) {
        article->input.apart = !settings->whole;
        apply(article, job, settings, messages);
    }
    return ok;
}

void cli_article_release(cli_article *article) {
    isn_record_line_free(article->line);
    free(article->meta.ptr);
    free(article->source);
    free(article->fault);
    *article = (cli_article){0};
}

bool cli_article_code(isn_coder *coder, cli_article *article, const cli_job *job,
                      const cli_settings *settings, cli_text *messages) {
    isn_error error = {0};
    error.code = isn_coder_code(coder, &article->input, &error);
    return cli_article_coded(coder, article, job, settings, messages, &error);
}

bool cli_article_coded(isn_coder *coder, cli_article *article, const cli_job *job,
                       const cli_settings *settings, cli_text *messages, const isn_error *error) {
    uint64_t bad = 0;
    if (error->code != ISN_OK) {
        return complain(article, messages, job, error->message, error->offset);
    }
    if (isn_coder_bad_utf8(coder, &bad) && !settings->quiet) {
        char *message = cli_format("warning: not UTF-8 at byte %llu of the text; coded on",
                                   (unsigned long long)bad);
        cli_message(messages, job->path, job->line, message, 0);
        free(message);
    }
    if (isn_coder_warning(coder) != NULL && !settings->quiet) {
        char *message = cli_format("warning: %s", isn_coder_warning(coder));
        cli_message(messages, job->path, job->line, message, 0);
        free(message);
    }
    if (article->input.kind == ISN_INPUT_HTML ||
        is_wide(article->input.text.ptr, article->input.text.len)) {
        return true;
    }
    const char *nul = article->input.text.len > 0
                          ? memchr(article->input.text.ptr, '\0', article->input.text.len)
                          : NULL;
    if (nul != NULL && !settings->quiet) {
        char *message = cli_format("warning: a NUL byte at byte %llu of the text; coded on",
                                   (unsigned long long)(nul - article->input.text.ptr));
        cli_message(messages, job->path, job->line, message, 0);
        free(message);
    }
    return true;
}

bool cli_article_next(isn_coder *coder, const cli_job *job, bool *failed, cli_text *messages) {
    isn_error error = {0};
    bool more = false;
    if (isn_coder_next(coder, &more, &error) != ISN_OK) {
        *failed = true;
        cli_message(messages, job->path, job->line, error.message, error.offset);
    }
    return more;
}
