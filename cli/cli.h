/* cli.h: what the files of the command share. They use isnad.h alone, nothing under src/.
 *
 * main.c holds the table of commands; cmd_*.c one command each; options.c reads arguments; source.c
 * turns files, folders and lines into jobs; article.c turns a job into an input to code.
 */
#ifndef CLI_H
#define CLI_H

#include <stdio.h>

#include "isnad.h"

enum { EXIT_GOOD = 0, EXIT_SOME_FAILED = 1, EXIT_USAGE = 2, EXIT_PIPE = 141 };

/* ---- memory and text: exits with a message when memory is gone -------------------------------------- */

void *cli_alloc(size_t size);
void *cli_realloc(void *ptr, size_t size);
char *cli_copy(const char *text);
char *cli_format(const char *format, ...) __attribute__((format(printf, 1, 2)));

typedef struct cli_text { /* growable bytes */
    char *ptr;
    size_t len, cap;
} cli_text;

void cli_text_put(cli_text *text, const char *ptr, size_t len);
void cli_text_printf(cli_text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A JSON string with its quotes; malformed UTF-8 becomes U+FFFD. */
void cli_text_json(cli_text *text, const char *ptr, size_t len);

/* "isnad: path:line: message (byte N)"; no line for 0, no byte for 0. */
void cli_message(cli_text *out, const char *path, uint64_t line, const char *message,
                 uint64_t offset);
/* The same to standard error, from an isn_error; `path` where the error has none. */
void cli_error(const isn_error *error, const char *path, uint64_t line);
bool cli_is_database(const char *path); /* a URL of PostgreSQL */
/* Is there a file of that name? A database is asked when it is opened: a URL passes. Says when there is none. */
bool cli_store_there(const char *path);
/* Flushes standard output. EXIT_GOOD; EXIT_PIPE, quietly, when the reader has gone; else
 * EXIT_SOME_FAILED with a message. */
int cli_finish_output(void);

/* ---- options ------------------------------------------------------------------------------------------ */

typedef struct cli_option {
    const char *name; /* "--from" */
    enum { OPTION_FLAG, OPTION_TEXT, OPTION_NUMBER, OPTION_DATE, OPTION_CHOICE, OPTION_FIELD } kind;
    void *out; /* bool *, const char **, unsigned *, const char **, unsigned *, cli_fields * */
    unsigned low, high;         /* of a NUMBER */
    const char *const *choices; /* of a CHOICE, ended by NULL; *out is the index */
} cli_option;

/* Takes the options out of argv; what is left stands in argv[0 .. return value). A lone "-" is an
 * operand, "--" ends the options. -1 after a message: usage error. */
int cli_options(const char *command, int argc, char **argv, const cli_option *options);
int cli_usage(const char *command, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool cli_is_date(const char *ptr, size_t len); /* begins with an existing YYYY-MM-DD */

/* ---- the language pack -------------------------------------------------------------------------------- */

typedef struct cli_pack { /* given by options */
    const char *pack;    /* a compiled pack; NULL: the one that is found */
    const char *lexicon; /* a folder of rows over it, or NULL */
} cli_pack;

/* The options that every command with a pack has. */
#define CLI_PACK_OPTIONS(from)                                                                     \
    {"--pack", OPTION_TEXT, &(from).pack, 0, 0, NULL},                                             \
    {"--lexicon", OPTION_TEXT, &(from).lexicon, 0, 0, NULL}

/* False after a message. */
bool cli_open_pack(isn_pack **out, const cli_pack *from);
bool cli_open_coder(isn_pack **pack, isn_coder **coder, const cli_pack *from);

/* texts.c: reads one text; `line` is its number on standard input, 0 where it stood on the command's line. */
typedef int cli_text_reader(isn_coder *coder, const void *request, isn_str text, unsigned long line);
/* Gives each text to `read`, for "-" each line of standard input, up to the first that fails; its exit code. */
int cli_read_texts(const cli_pack *from_pack, cli_text_reader *read, const void *request, int n,
                   char **texts);
/* Puts rows, whole lines, into a table of the user's folder. Where they are at fault that is told, and the folder is as before. */
bool cli_add_rows(const cli_pack *from, const char *table, const cli_text *rows);

/* ---- sources ------------------------------------------------------------------------------------------- */

typedef struct cli_source cli_source;

typedef enum cli_from {
    FROM_NAME,
    FROM_TEXT,
    FROM_JSONL,
    FROM_HTML,
    FROM_CSV,
    FROM_TSV,
    FROM_WARC,
    FROM_FEED,
    FROM_ZIP
} cli_from;
extern const char *const cli_from_names[]; /* of --from, FROM_TEXT first; ended by NULL */

enum { FIELD_ID, FIELD_TEXT, FIELD_HTML, FIELD_TITLE, FIELD_URL, FIELD_PUBLISHED, FIELD_OUTLET, FIELDS };

/* Names of the fields in JSONL and tables, as --field has them; NULL: the usual ones. */
typedef struct cli_fields {
    const char *names[FIELDS];
} cli_fields;
/* "text=body" → names. False when it is none. */
bool cli_fields_set(cli_fields *fields, const char *pair);
extern const char *const cli_field_names[]; /* FIELDS of them */

/* One article to read, or what went wrong before there was one. */
typedef struct cli_job {
    enum { JOB_FILE, JOB_LINE, JOB_DATA, JOB_ERROR, JOB_ADDRESS } kind;
    char *path;           /* owned */
    bool page;            /* FILE, DATA: a web page */
    bool loaded;          /* a FILE whose bytes were read already */
    bool sitemap;         /* ADDRESS (only where a reader is asked for them): of a sitemap, no page */
    uint64_t line;        /* of a LINE, and of a row of a table, from 1 */
    cli_text bytes;       /* of LINE and DATA; of a FILE once it has been read */
    char *given[FIELDS];  /* DATA: what is known beside the bytes, each owned or NULL; ID is the source */
    char *charset;        /* DATA: as a header says; owned or NULL */
    char message[320];    /* of an ERROR */
    uint64_t offset;      /* of an ERROR: byte, where there is one */
} cli_job;

/* `paths`: files, folders, "-"; borrowed, and so are the fields, which may be NULL. */
cli_source *cli_source_new(char **paths, int n, cli_from from, const cli_fields *fields);
bool cli_source_next(cli_source *source, cli_job *job); /* false at the end */
bool cli_source_waits(const cli_source *source);     /* the next job may have to wait for bytes */
bool cli_source_ready(const cli_source *source);     /* it stands in a file, or is here already */
bool cli_source_is_single(const cli_source *source); /* one text file at most */
void cli_source_free(cli_source *source);
void cli_job_release(cli_job *job);
/* Whole file or "-" into `out`. 0 or an errno; EFBIG beyond 1 GiB, or beyond `most`. */
int cli_read_file(cli_text *out, const char *path);
int cli_read_most(cli_text *out, const char *path, size_t most);
#define CLI_MOST_PAGE ((size_t)16 << 20) /* bytes of a page, as the library reads them */

/* ---- articles of earlier runs -------------------------------------------------------------------------- */

/* Reads the signatures in a file, which need not be there yet; a descriptor to add to it, or -1 after a message. */
int cli_seen_open(const char *path, isn_twins **twins);
/* Adds those of a run that came to its end, and closes. False after a message. */
bool cli_seen_close(const char *path, int fd, isn_twins *twins, bool whole);

/* ---- output and going on ------------------------------------------------------------------------------ */

typedef struct cli_resume cli_resume;

typedef struct cli_output {
    char *part, *whole; /* names of a file under way and when it is whole; NULL: no file, or none to be renamed */
} cli_output;

/* The file takes the place of standard output, as PATH.part until it is closed. False after a message. */
bool cli_output_open(cli_output *output, const char *path);
/* Gives it its name where it is whole. False after a message. */
bool cli_output_close(cli_output *output, bool whole);
/* The same, going on where an earlier run with the same key was broken off: *articles are done. NULL after a
 * message. */
cli_resume *cli_resume_open(cli_output *to, const char *output, uint64_t key, uint64_t *articles);
/* Notes that so many articles are done; standard output must have been flushed. False after a message. */
bool cli_resume_note(cli_resume *resume, uint64_t articles);
void cli_resume_close(cli_resume *resume); /* NULL is allowed */
/* Adds a text (or NULL) to a key. */
uint64_t cli_resume_key(uint64_t key, const char *text);

/* ---- articles ------------------------------------------------------------------------------------------ */

typedef struct cli_settings { /* given by options, for each article */
    cli_fields fields;
    const char *published, *outlet;
    bool quiet; /* no warnings */
    bool whole; /* a page is one article, whatever it holds */
} cli_settings;

typedef struct cli_article {
    isn_input input;
    isn_record_line *line;
    cli_text meta;
    char *source;
    char *fault; /* what the last message said where nothing could be coded, else NULL */
    uint64_t fault_at; /* its byte, or 0 */
} cli_article;

/* Reads what the job names. False after a message in `messages`: nothing to code. Released in either case. */
bool cli_article_read(cli_article *article, cli_job *job, const cli_settings *settings,
                      cli_text *messages);
void cli_article_release(cli_article *article);
/* Codes it; warns of malformed UTF-8. False after a message. */
bool cli_article_code(isn_coder *coder, cli_article *article, const cli_job *job,
                      const cli_settings *settings, cli_text *messages);
/* The same of one that was coded in a group, with what that said of it. */
bool cli_article_coded(isn_coder *coder, cli_article *article, const cli_job *job,
                       const cli_settings *settings, cli_text *messages, const isn_error *error);
/* Codes the next story of its page. False at the end, or after a message; then *failed. */
bool cli_article_next(isn_coder *coder, const cli_job *job, bool *failed, cli_text *messages);

/* ---- commands ------------------------------------------------------------------------------------------ */

typedef struct cli_command {
    const char *name, *summary, *help;
    int (*run)(int argc, char **argv); /* without the command's name */
} cli_command;

extern const cli_command cli_commands[]; /* ended by a NULL name */
const cli_command *cli_find(const char *name);

int cmd_code(int argc, char **argv);
int cmd_watch(int argc, char **argv);
int cmd_publish(int argc, char **argv);
int cmd_worker(int argc, char **argv);
int cmd_explain(int argc, char **argv);
int cmd_eval(int argc, char **argv);
int cmd_date(int argc, char **argv);
int cmd_number(int argc, char **argv);
int cmd_tokens(int argc, char **argv);
int cmd_link(int argc, char **argv);
int cmd_lexicon(int argc, char **argv);
int cmd_places(int argc, char **argv);
int cmd_export(int argc, char **argv);
int cmd_query(int argc, char **argv);
int cmd_plot(int argc, char **argv);
int cmd_serve(int argc, char **argv);
int cmd_review(int argc, char **argv);
int cmd_agreement(int argc, char **argv);
int cmd_help(int argc, char **argv);
int cmd_version(int argc, char **argv);

extern const char cmd_lexicon_help[], cmd_places_help[], cmd_watch_help[], cmd_publish_help[],
    cmd_worker_help[];
extern const char cmd_code_help[], cmd_explain_help[], cmd_eval_help[], cmd_date_help[],
    cmd_number_help[], cmd_tokens_help[], cmd_link_help[], cmd_export_help[],
    cmd_query_help[], cmd_plot_help[], cmd_serve_help[], cmd_review_help[], cmd_agreement_help[],
    cmd_help_help[];

#endif
