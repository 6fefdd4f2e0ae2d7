/* cmd_export.c: `isnad export` and `isnad query`: events out of a store. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

const char cmd_export_help[] =
    "usage: isnad export STORE [OPTION…] [QUERY…]\n"
    "\n"
    "Writes the events of a store that has been linked, all or those that a query finds (see\n"
    "`isnad help query`).\n"
    "\n"
    "  --format FORMAT   csv (default), xlsx, jsonl, geojson, hxl, acled, ged, plover, deletions,\n"
    "                    gold (articles that were reviewed, as a gold set)\n"
    "  --table TABLE     of csv: events (default), claims, counts, sources\n"
    "  --rule RULE       of best figures: ucdp (default), acled, ibc, majority, latest\n"
    "  --as-of DATE      made of what had been published by then\n"
    "  --bom             a byte order mark before CSV, for Excel\n"
    "  --output FILE     write there; xlsx needs it\n"
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

static int write_events(const char *path, const isn_export *what, const char *target) {
    isn_error error = {0};
    isn_store *store = NULL;
    output to = {stdout, 0};
    bool file = target != NULL && strcmp(what->format, "xlsx") != 0;
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

static int export_events(const char *command, const char *format, int argc, char **argv) {
    cli_text query = {0};
    const char *as_of = NULL;
    const char *target = NULL;
    isn_export what = {.format = format};
    const cli_option options[] = {
        {"--format", OPTION_TEXT, &what.format, 0, 0, NULL},
        {"--table", OPTION_TEXT, &what.table, 0, 0, NULL},
        {"--rule", OPTION_TEXT, &what.rule, 0, 0, NULL},
        {"--as-of", OPTION_DATE, &as_of, 0, 0, NULL},
        {"--bom", OPTION_FLAG, &what.bom, 0, 0, NULL},
        {"--output", OPTION_TEXT, &target, 0, 0, NULL},
        {NULL, OPTION_FLAG, NULL, 0, 0, NULL},
    };
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
    if (as_of != NULL) {
        what.as_of = (isn_str){as_of, strlen(as_of)};
    }
    what.path = target;
    what.query = join(&query, argv + 1, n - 1);
    int code = write_events(argv[0], &what, target);
    free(query.ptr);
    return code;
}

int cmd_export(int argc, char **argv) {
    return export_events("export", "csv", argc, argv);
}

int cmd_query(int argc, char **argv) {
    return export_events("query", "text", argc, argv);
}
