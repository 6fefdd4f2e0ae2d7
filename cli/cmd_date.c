/* cmd_date.c: `isnad date`: the expressions of time in a text, and what day each one is. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

const char cmd_date_help[] =
    "usage: isnad date [OPTION…] TEXT…|-\n"
    "\n"
    "Reads every expression of time in the text, or in each line of standard input, and says "
    "which\n"
    "days it means and how it was reached. A text or line that is nothing but one expression is\n"
    "read more freely than one inside a sentence.\n"
    "\n"
    "  --on DATE             the day from which \"yesterday\" is counted, YYYY-MM-DD; without it "
    "what\n"
    "                        needs one has no days\n"
    "  --format text|jsonl   for a reader, or an object a line; default text\n"
    "  --pack FILE           another language pack\n"
    "  --lexicon DIR         rows of your own over it (docs/lexicon.md)\n"
    "\n"
    "Exit code: 0; 1 when input could not be read; 2 for a usage error.\n";

static const char *const kinds[] = {"at", "since", "until", "period", "ago", "within", "length"};

typedef struct request {
    const char *on;
    cli_pack from_pack;
    bool json;
} request;

typedef struct flag_name {
    unsigned flag;
    const char *key, *says;
} flag_name;

static const flag_name flag_names[] = {
    {ISN_WHEN_RELATIVE, "relative", "counted from the reference day"},
    {ISN_WHEN_FUTURE, "future", "said to be to come"},
    {ISN_WHEN_PAST, "past", "said to be past"},
    {ISN_WHEN_CLASH, "clash", "the weekday is not that of the date"},
    {ISN_WHEN_YEARLESS, "yearless", "the year was supplied"},
    {ISN_WHEN_RECENT, "recent", "its first day is not said"},
    {ISN_WHEN_TIME, "time", "a time of day"},
    {ISN_WHEN_DEADLINE, "deadline", "a deadline"},
};

typedef struct plain_name {
    const char *key, *says;
} plain_name;

static const plain_name rule_names[] = {
    {"date", "a date in words"},
    {"figures", "a date in figures"},
    {"month", "a month"},
    {"year", "a year"},
    {"weekday", "a weekday, the nearest on the side of the tense"},
    {"day", "a day counted from the reference day"},
    {"period", "a period of the calendar"},
    {"part", "a part of a period"},
    {"rank", "a day or week by its rank"},
    {"feast", "a feast or a day of the year"},
    {"season", "a season"},
    {"century", "a century or decade"},
    {"length", "a length of time"},
    {"clock", "a time of the clock"},
    {"part-of-day", "a part of the day"},
    {"recently", "a word for lately"},
    {NULL, ""},
};
static const plain_name other_names[] = {
    {"tense", "in the other tense"},
    {"week", "where weeks begin on Monday"},
    {"order", "in another order of the figures"},
    {"count", "to the day"},
    {"rank", "by its rank"},
    {"rite", "in the other churches"},
    {NULL, ""},
};

static const char *says(const plain_name *names, const char *key) {
    while (names->key != NULL && strcmp(names->key, key) != 0) {
        names++;
    }
    return names->says;
}

static void put_json_day(cli_text *out, const char *key, const char *day) { /* or a time */
    cli_text_printf(out, day[0] != 0 ? ",\"%s\":\"%s\"" : ",\"%s\":null", key, day);
}

/* `line`: of standard input, or 0. */
static void put_json(cli_text *out, isn_str text, const isn_when *w, unsigned long line) {
    cli_text_put(out, "{", 1);
    if (line != 0) {
        cli_text_printf(out, "\"line\":%lu,", line);
    }
    cli_text_printf(out, "\"start\":%llu,\"end\":%llu,\"text\":", (unsigned long long)w->start,
                    (unsigned long long)w->end);
    cli_text_json(out, text.ptr + w->start, (size_t)(w->end - w->start));
    cli_text_printf(out, ",\"kind\":\"%s\"", kinds[w->kind]);
    put_json_day(out, "first", w->first);
    put_json_day(out, "last", w->last);
    put_json_day(out, "other", w->other);
    put_json_day(out, "other_by", w->other_by);
    put_json_day(out, "time", w->time);
    put_json_day(out, "time_end", w->time_end);
    cli_text_printf(out, ",\"rule\":\"%s\"", w->rule);
    cli_text_printf(out, ",\"precision\":%u,\"days\":%d,\"flags\":[", w->precision, (int)w->days);
    const char *comma = "";
    for (size_t i = 0; i < sizeof flag_names / sizeof *flag_names; i++) {
        if (w->flags & flag_names[i].flag) {
            cli_text_printf(out, "%s\"%s\"", comma, flag_names[i].key);
            comma = ",";
        }
    }
    cli_text_put(out, "]}\n", 3);
}

static void put_text(cli_text *out, isn_str text, const isn_when *w, unsigned long line) {
    if (line != 0) {
        cli_text_printf(out, "%lu: ", line);
    }
    cli_text_put(out, text.ptr + w->start, (size_t)(w->end - w->start));
    cli_text_printf(out, "\n    %s", kinds[w->kind]);
    if (w->kind == ISN_WHEN_LENGTH) {
        cli_text_printf(out, ": %d days", (int)w->days);
    } else if (w->first[0] == 0 && w->last[0] == 0) {
        cli_text_printf(out, ": no day without more");
    } else if (strcmp(w->first, w->last) == 0) {
        cli_text_printf(out, " %s", w->first);
    } else {
        cli_text_printf(out, " %s … %s", w->first[0] != 0 ? w->first : "?",
                        w->last[0] != 0 ? w->last : "?");
    }
    if (w->time[0] != 0) {
        cli_text_printf(out, w->time_end[0] != 0 ? ", %s-%s" : ", %s", w->time, w->time_end);
    }
    cli_text_printf(out, "; read as %s", says(rule_names, w->rule));
    if (w->other[0] != 0) {
        cli_text_printf(out, "; %s %s", says(other_names, w->other_by), w->other);
    }
    for (size_t i = 0; i < sizeof flag_names / sizeof *flag_names; i++) {
        if (w->flags & flag_names[i].flag) {
            cli_text_printf(out, "; %s", flag_names[i].says);
        }
    }
    cli_text_printf(out, " (bytes %llu-%llu)\n", (unsigned long long)w->start,
                    (unsigned long long)w->end);
}

static int read_text(isn_coder *coder, const void *asked, isn_str text, unsigned long line) {
    const request *q = asked;
    isn_error error = {0};
    const isn_when *when = NULL;
    size_t len = 0;
    cli_text out = {0};
    isn_str on = {q->on, q->on != NULL ? 10 : 0};
    if (isn_read_dates(coder, &when, &len, text, on, &error) != ISN_OK) {
        cli_error(&error, line != 0 ? "-" : NULL, line);
        return EXIT_SOME_FAILED;
    }
    for (size_t i = 0; i < len; i++) {
        (q->json ? put_json : put_text)(&out, text, &when[i], line);
    }
    if (out.len > 0) {
        fwrite(out.ptr, 1, out.len, stdout);
    }
    free(out.ptr);
    return EXIT_GOOD;
}

int cmd_date(int argc, char **argv) {
    static const char *const formats[] = {"text", "jsonl", NULL};
    unsigned format = 0;
    request q = {0};
    const cli_option options[] = {
        {"--on", OPTION_DATE, &q.on, 0, 0, NULL},
        {"--format", OPTION_CHOICE, &format, 0, 0, formats},
        CLI_PACK_OPTIONS(q.from_pack),
        {NULL, OPTION_FLAG, NULL, 0, 0, NULL},
    };
    int n = cli_options("date", argc, argv, options);
    if (n < 0) {
        return EXIT_USAGE;
    }
    if (n == 0) {
        cli_usage("date", "which text?");
        return EXIT_USAGE;
    }
    q.json = format == 1;
    return cli_read_texts(&q.from_pack, read_text, &q, n, argv);
}
