/* cmd_export.c: `isnad export`, `isnad query` and `isnad plot`: events out of a store. */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli.h"

const char cmd_export_help[] =
    "usage: isnad export STORE [OPTION…] [QUERY…]\n"
    "\n"
    "Writes the events of a store that has been linked, all or those that a query finds (see\n"
    "`isnad help query`).\n"
    "\n"
    "  --format FORMAT   csv (default), xlsx, jsonl, geojson, gpkg, hxl, acled, ged, plover, "
    "html,\n"
    "                    schema.org, webannotation, brat, deletions,\n"
    "                    gold (articles that were reviewed, as a gold set)\n"
    "  --table TABLE     of csv: events (default), claims, counts, sources\n"
    "  --rule RULE       of best figures: ucdp (default), acled, ibc, majority, latest\n"
    "  --as-of DATE      made of what had been published by then\n"
    "  --bom             a byte order mark before CSV, for Excel\n"
    "  --language LANG   html opens in it: ar (default), en\n"
    "  --output FILE     write there; xlsx and gpkg need it, brat needs a folder\n"
    "\n"
    "Exit code: 0; 1 when something could not be read or written; 2 for a usage error.\n";

const char cmd_query_help[] =
    "usage: isnad query STORE [OPTION…] [TERM…]\n"
    "\n"
    "Shows the events of a store for which all terms hold:\n"
    "\n"
    "  word, \"several words\"         words of the articles; clitics and spellings do not matter\n"
    "  type:ASSAULT mode:aerial       PLOVER's category and mode\n"
    "  kind:incident                  or tally, aggregate, commitment, statement\n"
    "  place:Aleppo country:SYR       a place told, by name, id or governorate\n"
    "  near:36.2,37.15,25km           within a distance\n"
    "  date:2021-05                   or 2021, 2021-05-03, 2021-05-01..2021-05-20, 2021-05..\n"
    "  actor:islamic-state            actor or recipient, by words, name, id or sector\n"
    "  source:SANA outlet:aljazeera   who says so; who prints it\n"
    "  killed>=5 wounded>0            best figure by the rule; also captured, missing, …\n"
    "  sources>=2 claims>10           independent sources, claims\n"
    "  outcome:open deadline:2021-07  of promises\n"
    "  id:E0123456789ab\n"
    "\n"
    "  --format FORMAT   text (default), or a format of `isnad export`\n"
    "  --rule RULE, --as-of DATE, --table TABLE, --bom, --output FILE   as of `isnad export`\n"
    "\n"
    "Exit code: 0; 1 when the store could not be read; 2 for a usage error.\n";

const char cmd_plot_help[] =
    "usage: isnad plot STORE [OPTION…] [QUERY…]\n"
    "\n"
    "Draws the incidents of a store that has been linked, all or those that a query finds (see\n"
    "`isnad help query`).\n"
    "\n"
    "  --of WHAT         time (default), place, source\n"
    "  --format FORMAT   svg (default), png (by rsvg-convert, which must be installed)\n"
    "  --width N         of png, in pixels (1920)\n"
    "  --rule RULE, --as-of DATE, --output FILE   as of `isnad export`\n"
    "\n"
    "Exit code: 0; 1 when something could not be read or written; 2 for a usage error.\n";

typedef struct output {
    FILE *file;
    int error; /* errno of the first failure */
} output;

static isn_status write_bytes(void *context, const char *ptr, size_t len) {
    output *to = context;
    errno = 0;
    if (fwrite(ptr, 1, len, to->file) == len) {
        return ISN_OK;
    }
    to->error = errno != 0 ? errno : EIO;
    return ISN_EIO;
}

/* An argument with blanks is one term: `isnad query x.db "two words" source:"a b"` mean what they show,
 * though the shell has taken the quotation marks away. */
static void put_term(cli_text *query, const char *term) {
    size_t name = strspn(term, "abcdefghijklmnopqrstuvwxyz_");
    bool whole = strpbrk(term, " \t\n") != NULL && strchr(term, '"') == NULL;
    size_t head = name > 0 && term[name] == ':' ? name + 1 : 0;
    if (!whole) {
        cli_text_put(query, term, strlen(term));
    } else {
        cli_text_put(query, term, head);
        cli_text_printf(query, "\"%s\"", term + head);
    }
}

static isn_str join(cli_text *query, char **terms, int n) {
    for (int i = 0; i < n; i++) {
        if (i > 0) {
            cli_text_put(query, " ", 1);
        }
        put_term(query, terms[i]);
    }
    return query->ptr == NULL ? (isn_str){NULL, 0} : (isn_str){query->ptr, query->len};
}

static int failed(const isn_error *error, const output *to, const char *path, const char *target) {
    if (to->error == EPIPE) {
        return EXIT_PIPE;
    }
    if (to->error != 0) {
        fprintf(stderr, "isnad: %s: %s\n", target != NULL ? target : "standard output",
                strerror(to->error));
        return EXIT_SOME_FAILED;
    }
    if (error->code == ISN_EUSAGE) {
        fprintf(stderr, "isnad: %s", error->message);
        fprintf(stderr, error->offset > 0 ? " (byte %llu)\n" : "\n",
                (unsigned long long)error->offset);
        return EXIT_USAGE;
    }
    cli_error(error, path, 0);
    return EXIT_SOME_FAILED;
}

/* Is it written by its path, and not to a sink? */
static bool has_path(const char *format) {
    return strcmp(format, "xlsx") == 0 || strcmp(format, "gpkg") == 0 ||
           strcmp(format, "brat") == 0;
}

/* Opens the program that makes PNG of SVG, at the end of a pipe; it writes to `target`, or to standard output. */
static FILE *open_drawer(pid_t *pid, unsigned width, const char *target) {
    posix_spawn_file_actions_t actions;
    int ends[2];
    char wide[24];
    char *argv[] = {"rsvg-convert", "--keep-aspect-ratio", "--width", wide, NULL};
    snprintf(wide, sizeof wide, "%u", width);
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return NULL;
    }
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
    if (target != NULL) {
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, target,
                                         O_WRONLY | O_CREAT | O_TRUNC, 0666);
    }
    errno = posix_spawnp(pid, argv[0], &actions, NULL, argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[0]);
    FILE *file = errno == 0 ? fdopen(ends[1], "wb") : NULL;
    if (file == NULL) {
        close(ends[1]);
    }
    return file;
}

static isn_status keep_bytes(void *context, const char *ptr, size_t len) {
    cli_text_put(context, ptr, len);
    return ISN_OK;
}

/* Puts the SVG through the drawer. */
static int draw(const cli_text *svg, const char *target, unsigned width) {
    pid_t pid = 0;
    int ended = 0;
    FILE *file = open_drawer(&pid, width, target);
    if (file == NULL) {
        fprintf(stderr, "isnad: rsvg-convert: %s\n", strerror(errno));
        return EXIT_SOME_FAILED;
    }
    bool all = fwrite(svg->ptr, 1, svg->len, file) == svg->len;
    all = fclose(file) == 0 && all;
    bool drawn = waitpid(pid, &ended, 0) == pid && WIFEXITED(ended) && WEXITSTATUS(ended) == 0;
    if (!all || !drawn) {
        fputs("isnad: rsvg-convert: made no picture\n", stderr);
    }
    return all && drawn ? EXIT_GOOD : EXIT_SOME_FAILED;
}

static int write_png(const char *path, const isn_export *what, const char *target, unsigned width) {
    isn_error error = {0};
    isn_store *store = NULL;
    output none = {stdout, 0};
    cli_text svg = {0};
    isn_status status = isn_store_open(&store, path, &error);
    if (status == ISN_OK) {
        status = isn_store_export(store, what, keep_bytes, &svg, NULL, &error);
    }
    isn_store_close(store);
    int code = status == ISN_OK ? draw(&svg, target, width) : failed(&error, &none, path, target);
    free(svg.ptr);
    return code;
}

static int write_events(const char *path, const isn_export *what, const char *target) {
    isn_error error = {0};
    isn_store *store = NULL;
    output to = {stdout, 0};
    bool file = target != NULL && !has_path(what->format);
    isn_status status = isn_store_open(&store, path, &error);
    if (status == ISN_OK && file && (to.file = fopen(target, "wb")) == NULL) {
        to.error = errno;
        status = ISN_EIO;
    }
    if (status == ISN_OK) {
        status = isn_store_export(store, what, write_bytes, &to, NULL, &error);
    }
    if (file && to.file != NULL && fclose(to.file) != 0 && status == ISN_OK) {
        to.error = errno;
        status = ISN_EIO;
    }
    isn_store_close(store);
    return status == ISN_OK ? cli_finish_output() : failed(&error, &to, path, target);
}

typedef struct asked { /* beside what isn_export holds */
    const char *as_of, *target;
    cli_text query;
} asked;

/* The store and the terms behind the options. */
static int read_arguments(const char *command, int argc, char **argv, const cli_option *options,
                          isn_export *what, asked *beside) {
    int n = cli_options(command, argc, argv, options);
    if (n < 0) {
        return EXIT_USAGE;
    }
    if (n < 1) {
        cli_usage(command, "a store");
        return EXIT_USAGE;
    }
    if (!cli_store_there(argv[0])) {
        return EXIT_SOME_FAILED;
    }
    if (beside->as_of != NULL) {
        what->as_of = (isn_str){beside->as_of, strlen(beside->as_of)};
    }
    what->path = beside->target;
    what->query = join(&beside->query, argv + 1, n - 1);
    return EXIT_GOOD;
}

static int export_events(const char *command, const char *format, int argc, char **argv) {
    asked beside = {NULL, NULL, {0}};
    isn_export what = {.format = format};
    const cli_option options[] = {
        {"--format", OPTION_TEXT, &what.format, 0, 0, NULL},
        {"--table", OPTION_TEXT, &what.table, 0, 0, NULL},
        {"--rule", OPTION_TEXT, &what.rule, 0, 0, NULL},
        {"--as-of", OPTION_DATE, &beside.as_of, 0, 0, NULL},
        {"--bom", OPTION_FLAG, &what.bom, 0, 0, NULL},
        {"--language", OPTION_TEXT, &what.language, 0, 0, NULL},
        {"--output", OPTION_TEXT, &beside.target, 0, 0, NULL},
        {NULL, OPTION_FLAG, NULL, 0, 0, NULL},
    };
    int code = read_arguments(command, argc, argv, options, &what, &beside);
    if (code == EXIT_GOOD) {
        code = write_events(argv[0], &what, beside.target);
    }
    free(beside.query.ptr);
    return code;
}

int cmd_export(int argc, char **argv) {
    return export_events("export", "csv", argc, argv);
}

int cmd_query(int argc, char **argv) {
    return export_events("query", "text", argc, argv);
}

int cmd_plot(int argc, char **argv) {
    static const char *const formats[] = {"svg", "png", NULL};
    asked beside = {NULL, NULL, {0}};
    isn_export what = {.format = "svg"};
    unsigned width = 1920;
    unsigned format = 0;
    const cli_option options[] = {
        {"--of", OPTION_TEXT, &what.table, 0, 0, NULL},
        {"--format", OPTION_CHOICE, &format, 0, 0, formats},
        {"--width", OPTION_NUMBER, &width, 100, 20000, NULL},
        {"--rule", OPTION_TEXT, &what.rule, 0, 0, NULL},
        {"--as-of", OPTION_DATE, &beside.as_of, 0, 0, NULL},
        {"--output", OPTION_TEXT, &beside.target, 0, 0, NULL},
        {NULL, OPTION_FLAG, NULL, 0, 0, NULL},
    };
    int code = read_arguments("plot", argc, argv, options, &what, &beside);
    if (code == EXIT_GOOD) {
        code = format == 0 ? write_events(argv[0], &what, beside.target)
                           : write_png(argv[0], &what, beside.target, width);
    }
    free(beside.query.ptr);
    return code;
}
