/* cmd_lexicon.c: `isnad lexicon`: what the coder knows, and a folder of rows of one's own. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

const char cmd_lexicon_help[] =
    "usage: isnad lexicon find WORD…\n"
    "       isnad lexicon stats\n"
    "       isnad lexicon check\n"
    "       isnad lexicon unused FILE…\n"
    "       isnad lexicon diff --lexicon DIR\n"
    "       isnad lexicon add --lexicon DIR TABLE COLUMN=CELL…\n"
    "\n"
    "find    the rows that a word or name stands for, as file:line and its cells; then those that\n"
    "        hold it inside a longer name\n"
    "stats   rows and names of each table, and how many rows DIR adds\n"
    "check   rows that look wrong: one name for two, periods that end before they begin, rows out\n"
    "        of order; of DIR, or of the built-in tables. Exit status 1 when there are any\n"
    "unused  rows with no word in these texts\n"
    "diff    the rows of DIR, and the built-in ones they replace\n"
    "add     puts a row into DIR/TABLE.tsv; cells that are not given are empty (-). A row with a\n"
    "        fault is told, and nothing is changed\n"
    "\n"
    "DIR holds TSV files in the formats of lang/ar/README.md. Its rows are added to the built-in\n"
    "ones; one whose id is built in takes that row's place. `--lexicon DIR` with code, explain "
    "and\n"
    "the other commands has them in force at once.\n"
    "\n"
    "  --lexicon DIR  the folder\n"
    "  --pack FILE    another language pack\n";

typedef struct request {
    cli_pack from_pack;
    char **words;
    int n;
} request;

static int print(const isn_pack *pack, isn_lexicon_ask ask, const char *ptr, size_t len,
                 bool *any) {
    isn_error error = {0};
    char *out = NULL;
    if (isn_lexicon(&out, pack, ask, (isn_str){ptr, len}, &error) != ISN_OK) {
        cli_error(&error, NULL, 0);
        return EXIT_SOME_FAILED;
    }
    *any = out[0] != '\0';
    fputs(out, stdout);
    isn_free(out);
    return EXIT_GOOD;
}

static int find_words(const isn_pack *pack, const request *q) {
    int end = EXIT_GOOD;
    for (int i = 0; i < q->n && end == EXIT_GOOD; i++) {
        bool any = false;
        end = print(pack, ISN_LEXICON_FIND, q->words[i], strlen(q->words[i]), &any);
        if (end == EXIT_GOOD && !any) {
            fprintf(stderr, "isnad lexicon: nothing is known of %s\n", q->words[i]);
            end = EXIT_SOME_FAILED;
        }
    }
    return end;
}

static int unused(const isn_pack *pack, const request *q) {
    cli_text all = {0};
    bool any = false;
    for (int i = 0; i < q->n; i++) {
        int number = cli_read_file(&all, q->words[i]);
        if (number != 0) {
            cli_text message = {0};
            cli_message(&message, q->words[i], 0, strerror(number), 0);
            fwrite(message.ptr, 1, message.len, stderr);
            free(message.ptr);
            free(all.ptr);
            return EXIT_SOME_FAILED;
        }
        cli_text_put(&all, "\n\n", 2);
    }
    int end = print(pack, ISN_LEXICON_UNUSED, all.ptr, all.len, &any);
    free(all.ptr);
    return end;
}

static int answer(const request *q, const char *what) {
    isn_pack *pack = NULL;
    bool any = false;
    if (!cli_open_pack(&pack, &q->from_pack)) {
        return EXIT_SOME_FAILED;
    }
    int end = EXIT_GOOD;
    if (strcmp(what, "find") == 0) {
        end = find_words(pack, q);
    } else if (strcmp(what, "unused") == 0) {
        end = unused(pack, q);
    } else if (strcmp(what, "stats") == 0) {
        end = print(pack, ISN_LEXICON_STATS, NULL, 0, &any);
    } else if (strcmp(what, "diff") == 0) {
        end = print(pack, ISN_LEXICON_DIFF, NULL, 0, &any);
    } else {
        end = print(pack, ISN_LEXICON_CHECK, NULL, 0, &any);
        end = end == EXIT_GOOD && any ? EXIT_SOME_FAILED : end;
    }
    isn_pack_close(pack);
    int written = cli_finish_output();
    return end != EXIT_GOOD ? end : written;
}

/* ---- add --------------------------------------------------------------------------------------------- */

/* The cell that `column=` gives, or "-". */
static const char *cell_of(const request *q, const char *column, size_t len, bool *used) {
    for (int i = 1; i < q->n; i++) {
        if (strncmp(q->words[i], column, len) == 0 && q->words[i][len] == '=') {
            used[i] = true;
            return q->words[i][len + 1] != '\0' ? q->words[i] + len + 1 : "-";
        }
    }
    return "-";
}

/* The row in the order of the header; false after a message. */
static bool make_row(cli_text *row, const request *q, const char *header) {
    bool *used = cli_alloc((size_t)q->n * sizeof *used);
    bool ok = true;
    for (const char *at = header; *at != '\0' && *at != '\n';) {
        size_t len = strcspn(at, "\t\n");
        const char *cell = cell_of(q, at, len, used);
        if (strpbrk(cell, "\t\n") != NULL) {
            cli_usage("lexicon", "a tab or a line's end in %.*s", (int)len, at);
            ok = false;
        }
        cli_text_printf(row, "%s%s", at == header ? "" : "\t", cell);
        at += len + (at[len] == '\t');
    }
    cli_text_put(row, "\n", 1);
    for (int i = 1; i < q->n && ok; i++) {
        if (!used[i]) {
            cli_usage("lexicon", "no column of %s: %s", q->words[0], q->words[i]);
            ok = false;
        }
    }
    free(used);
    return ok;
}

static int add_row(const request *q, const char *table) {
    cli_text row = {0};
    int end = EXIT_USAGE;
    if (make_row(&row, q, strchr(table, '\n') + 1)) {
        end = EXIT_SOME_FAILED;
        if (cli_add_rows(&q->from_pack, q->words[0], &row)) {
            printf("%s/%.*s: %.*s", q->from_pack.lexicon, (int)strcspn(table, "\n"), table,
                   (int)row.len, row.ptr);
            end = cli_finish_output();
        }
    }
    free(row.ptr);
    return end;
}

static int add(const request *q) {
    isn_error error = {0};
    isn_pack *pack = NULL;
    char *table = NULL;
    int end = EXIT_SOME_FAILED;
    const cli_pack built_in = {q->from_pack.pack, NULL};
    if (cli_open_pack(&pack, &built_in)) {
        if (isn_lexicon(&table, pack, ISN_LEXICON_COLUMNS,
                        (isn_str){q->words[0], strlen(q->words[0])}, &error) != ISN_OK) {
            cli_usage("lexicon", "%s", error.message);
            end = EXIT_USAGE;
        } else {
            end = add_row(q, table);
        }
    }
    isn_free(table);
    isn_pack_close(pack);
    return end;
}

/* ---- the command --------------------------------------------------------------------------------------- */

static const char *wrong(const request *q, const char *what) {
    static const char *const verbs[] = {"find", "stats", "check", "unused", "diff", "add", NULL};
    unsigned i = 0;
    while (verbs[i] != NULL && strcmp(verbs[i], what) != 0) {
        i++;
    }
    bool words = i == 0 || i == 3 || i == 5;
    if (verbs[i] == NULL) {
        return "find, stats, check, unused, diff or add?";
    }
    if (words && q->n == 0) {
        return i == 0 ? "find which word?" : i == 3 ? "which texts?" : "add to which table?";
    }
    if (!words && q->n > 0) {
        return "this takes no word";
    }
    return i >= 4 && q->from_pack.lexicon == NULL ? "--lexicon DIR is missing" : NULL;
}

int cmd_lexicon(int argc, char **argv) {
    request q = {0};
    const cli_option options[] = {
        CLI_PACK_OPTIONS(q.from_pack),
        {NULL, OPTION_FLAG, NULL, 0, 0, NULL},
    };
    int n = cli_options("lexicon", argc, argv, options);
    if (n < 0) {
        return EXIT_USAGE;
    }
    q.words = argv + 1;
    q.n = n > 0 ? n - 1 : 0;
    const char *fault = wrong(&q, n > 0 ? argv[0] : "");
    if (fault != NULL) {
        cli_usage("lexicon", "%s", fault);
        return EXIT_USAGE;
    }
    return strcmp(argv[0], "add") == 0 ? add(&q) : answer(&q, argv[0]);
}
