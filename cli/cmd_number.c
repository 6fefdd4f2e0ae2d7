/* cmd_number.c: `isnad number`: the numbers of a text, what each counts, and by which rule it was read. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

const char cmd_number_help[] =
    "usage: isnad number [OPTION…] TEXT…|-\n"
    "\n"
    "Reads every number of the text, or of each line of standard input: in words or digits, with "
    "its\n"
    "bounds, and the noun it counts. Says by which rule and row of the language pack.\n"
    "\n"
    "  --format text|jsonl   for a reader, or an object a line; default text\n"
    "  --pack FILE           another language pack\n"
    "  --lexicon DIR         rows of your own over it (docs/lexicon.md)\n"
    "\n"
    "Exit code: 0; 1 when input could not be read; 2 for a usage error.\n";

static const char *const kinds[] = {"cardinal", "ordinal", "fraction", "percent", "range",
                                    "vague",    "counted", "none",     "label"};
static const char *const quantities[] = {"exact", "at_least", "at_most",      "about",
                                         "range", "vague",    "none_reported"};

typedef struct request {
    cli_pack from_pack;
    bool json;
} request;

typedef struct flag_name {
    unsigned flag;
    const char *key, *says;
} flag_name;

static const flag_name flag_names[] = {
    {ISN_AMOUNT_DIGITS, "digits", NULL},
    {ISN_AMOUNT_DUAL, "dual", NULL},
    {ISN_AMOUNT_SINGULAR, "singular", NULL},
    {ISN_AMOUNT_PLURAL, "plural", NULL},
    {ISN_AMOUNT_OTHER, "other", "of the kind named before"},
    {ISN_AMOUNT_SUBSET, "subset", "part of the count before it"},
    {ISN_AMOUNT_PLUS, "plus", "on top of the count before it"},
    {ISN_AMOUNT_OUT_OF, "out_of", "the whole of the count before it"},
    {ISN_AMOUNT_DATE, "date", "in an expression of time"},
    {ISN_AMOUNT_EITHER, "either", "cardinal or ordinal, nothing beside it tells"},
};

/* Shortest digits that give the value back. */
static void put_value(cli_text *out, double value, const char *none) {
    char digits[40];
    if (isnan(value)) {
        cli_text_printf(out, "%s", none);
        return;
    }
    for (int places = 15; places <= 17; places++) {
        snprintf(digits, sizeof digits, "%.*g", places, value);
        if (strtod(digits, NULL) == value) {
            break;
        }
    }
    if (fabs(value) < 1e18 && value == floor(value)) {
        snprintf(digits, sizeof digits, "%.0f", value);
    }
    cli_text_printf(out, "%s", digits);
}

static void put_json_value(cli_text *out, const char *key, double value) {
    cli_text_printf(out, ",\"%s\":", key);
    put_value(out, value, "null");
}

static void put_json_span(cli_text *out, const char *key, isn_str text, uint64_t start,
                          uint64_t end) {
    cli_text_printf(out, ",\"%s\":", key);
    if (start == end) {
        cli_text_put(out, "null", 4);
        return;
    }
    cli_text_printf(out, "{\"start\":%llu,\"end\":%llu,\"text\":", (unsigned long long)start,
                    (unsigned long long)end);
    cli_text_json(out, text.ptr + start, (size_t)(end - start));
    cli_text_put(out, "}", 1);
}

static void put_json_flags(cli_text *out, unsigned flags) {
    const char *comma = "";
    cli_text_printf(out, ",\"flags\":[");
    for (size_t i = 0; i < sizeof flag_names / sizeof *flag_names; i++) {
        if (flags & flag_names[i].flag) {
            cli_text_printf(out, "%s\"%s\"", comma, flag_names[i].key);
            comma = ",";
        }
    }
    cli_text_put(out, "]", 1);
}

/* `line`: of standard input, or 0. */
static void put_json(cli_text *out, isn_str text, const isn_amount *a, unsigned long line) {
    cli_text_put(out, "{", 1);
    if (line != 0) {
        cli_text_printf(out, "\"line\":%lu,", line);
    }
    cli_text_printf(out, "\"start\":%llu,\"end\":%llu,\"text\":", (unsigned long long)a->start,
                    (unsigned long long)a->end);
    cli_text_json(out, text.ptr + a->start, (size_t)(a->end - a->start));
    cli_text_printf(out, ",\"kind\":\"%s\",\"quantity\":\"%s\"", kinds[a->kind],
                    quantities[a->quantity]);
    put_json_value(out, "value", a->value);
    put_json_value(out, "low", a->low);
    put_json_value(out, "best", a->best);
    put_json_value(out, "high", a->high);
    put_json_span(out, "number", text, a->num_start, a->num_end);
    put_json_span(out, "noun", text, a->unit_start, a->unit_end);
    cli_text_printf(out, a->unit != NULL ? ",\"unit\":\"%s\"" : ",\"unit\":null", a->unit);
    put_json_flags(out, a->flags);
    cli_text_printf(out, ",\"why\":\"%s\"}\n", a->why);
}

static void put_figures(cli_text *out, const isn_amount *a) {
    if (a->kind == ISN_AMOUNT_ORDINAL || a->kind == ISN_AMOUNT_LABEL) {
        cli_text_put(out, " ", 1);
        put_value(out, a->value, "?");
        return;
    }
    cli_text_printf(out, ", %s: ", quantities[a->quantity]);
    put_value(out, a->low, "?");
    cli_text_put(out, " / ", 3);
    put_value(out, a->best, "?");
    cli_text_put(out, " / ", 3);
    put_value(out, a->high, "?");
    cli_text_put(out, "%", a->kind == ISN_AMOUNT_PERCENT);
}

static void put_text(cli_text *out, isn_str text, const isn_amount *a, unsigned long line) {
    if (line != 0) {
        cli_text_printf(out, "%lu: ", line);
    }
    cli_text_put(out, text.ptr + a->start, (size_t)(a->end - a->start));
    cli_text_printf(out, "\n    %s", kinds[a->kind]);
    put_figures(out, a);
    if (a->unit != NULL) {
        cli_text_printf(out, "; counts ");
        cli_text_put(out, text.ptr + a->unit_start, (size_t)(a->unit_end - a->unit_start));
        cli_text_printf(out, " (%s)", a->unit);
    }
    for (size_t i = 0; i < sizeof flag_names / sizeof *flag_names; i++) {
        if ((a->flags & flag_names[i].flag) && flag_names[i].says != NULL) {
            cli_text_printf(out, "; %s", flag_names[i].says);
        }
    }
    cli_text_printf(out, "\n    by %s (bytes %llu-%llu)\n", a->why, (unsigned long long)a->start,
                    (unsigned long long)a->end);
}

static int read_text(isn_coder *coder, const void *asked, isn_str text, unsigned long line) {
    const request *q = asked;
    isn_error error = {0};
    const isn_amount *amounts = NULL;
    size_t len = 0;
    cli_text out = {0};
    if (isn_read_numbers(coder, &amounts, &len, text, &error) != ISN_OK) {
        cli_error(&error, line != 0 ? "-" : NULL, line);
        return EXIT_SOME_FAILED;
    }
    for (size_t i = 0; i < len; i++) {
        (q->json ? put_json : put_text)(&out, text, &amounts[i], line);
    }
    if (out.len > 0) {
        fwrite(out.ptr, 1, out.len, stdout);
    }
    free(out.ptr);
    return EXIT_GOOD;
}

int cmd_number(int argc, char **argv) {
    static const char *const formats[] = {"text", "jsonl", NULL};
    unsigned format = 0;
    request q = {0};
    const cli_option options[] = {
        {"--format", OPTION_CHOICE, &format, 0, 0, formats},
        CLI_PACK_OPTIONS(q.from_pack),
        {NULL, OPTION_FLAG, NULL, 0, 0, NULL},
    };
    int n = cli_options("number", argc, argv, options);
    if (n < 0) {
        return EXIT_USAGE;
    }
    if (n == 0) {
        cli_usage("number", "which text?");
        return EXIT_USAGE;
    }
    q.json = format == 1;
    return cli_read_texts(&q.from_pack, read_text, &q, n, argv);
}
