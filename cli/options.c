/* options.c: reads the arguments of a command against its table of options. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

int cli_usage(const char *command, const char *format, ...) {
    va_list args;
    fprintf(stderr, "isnad %s: ", command);
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fprintf(stderr, "\nTry `isnad help %s`.\n", command);
    return -1;
}

static int digits(const char *at, int n) {
    int value = 0;
    for (int i = 0; i < n; i++) {
        if (at[i] < '0' || at[i] > '9') {
            return -1;
        }
        value = value * 10 + (at[i] - '0');
    }
    return value;
}

bool cli_is_date(const char *ptr, size_t len) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (len < 10 || ptr[4] != '-' || ptr[7] != '-') {
        return false;
    }
    int year = digits(ptr, 4);
    int month = digits(ptr + 5, 2);
    int day = digits(ptr + 8, 2);
    if (year < 1 || month < 1 || month > 12 || day < 1) {
        return false;
    }
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= days[month - 1] + (month == 2 && leap);
}

static int read_number(const char *command, const cli_option *option, const char *value) {
    char *end = NULL;
    unsigned long number = strtoul(value, &end, 10);
    if (value[0] < '0' || value[0] > '9' || *end != '\0' || number < option->low ||
        number > option->high) {
        return cli_usage(command, "%s: not a number from %u to %u: %s", option->name, option->low,
                         option->high, value);
    }
    *(unsigned *)option->out = (unsigned)number;
    return 0;
}

static int read_choice(const char *command, const cli_option *option, const char *value) {
    cli_text all = {0};
    for (unsigned i = 0; option->choices[i] != NULL; i++) {
        if (strcmp(option->choices[i], value) == 0) {
            *(unsigned *)option->out = i;
            free(all.ptr);
            return 0;
        }
        cli_text_printf(&all, "%s%s", i > 0 ? ", " : "", option->choices[i]);
    }
    cli_usage(command, "%s: %s is none of %s", option->name, value, all.ptr);
    free(all.ptr);
    return -1;
}

static int read_value(const char *command, const cli_option *option, const char *value) {
    switch (option->kind) {
    case OPTION_NUMBER: return read_number(command, option, value);
    case OPTION_FIELD:
        if (!cli_fields_set(option->out, value)) {
            return cli_usage(
                command, "%s: %s is no NAME=FIELD with a NAME of %s, %s, %s, %s, %s, %s, %s",
                option->name, value, cli_field_names[0], cli_field_names[1], cli_field_names[2],
                cli_field_names[3], cli_field_names[4], cli_field_names[5], cli_field_names[6]);
        }
        return 0;
    case OPTION_CHOICE: return read_choice(command, option, value);
    case OPTION_DATE:
        if (!cli_is_date(value, strlen(value)) || strlen(value) != 10) {
            return cli_usage(command, "%s: no such date: %s (YYYY-MM-DD)", option->name, value);
        }
        *(const char **)option->out = value;
        return 0;
    default: *(const char **)option->out = value; return 0;
    }
}

/* The option that `argument` names, up to a '='. */
static const cli_option *find(const cli_option *options, const char *argument) {
    size_t len = strcspn(argument, "=");
    for (; options->name != NULL; options++) {
        if (strlen(options->name) == len && memcmp(options->name, argument, len) == 0) {
            return options;
        }
    }
    return NULL;
}

/* Reads the option at argv[i]; returns how many arguments it took, or -1. */
static int read_option(const char *command, int left, char **argv, const cli_option *options) {
    const cli_option *option = find(options, argv[0]);
    const char *equals = strchr(argv[0], '=');
    if (option == NULL) {
        return cli_usage(command, "unknown option %s", argv[0]);
    }
    if (option->kind == OPTION_FLAG) {
        if (equals != NULL) {
            return cli_usage(command, "%s takes no value", option->name);
        }
        *(bool *)option->out = true;
        return 1;
    }
    if (equals == NULL && left < 2) {
        return cli_usage(command, "%s needs a value", option->name);
    }
    if (read_value(command, option, equals != NULL ? equals + 1 : argv[1]) < 0) {
        return -1;
    }
    return equals != NULL ? 1 : 2;
}

int cli_options(const char *command, int argc, char **argv, const cli_option *options) {
    int kept = 0;
    for (int i = 0; i < argc;) {
        if (strcmp(argv[i], "--") == 0) {
            while (++i < argc) {
                argv[kept++] = argv[i];
            }
            break;
        }
        if (argv[i][0] != '-' || argv[i][1] == '\0') {
            argv[kept++] = argv[i++];
            continue;
        }
        int taken = read_option(command, argc - i, argv + i, options);
        if (taken < 0) {
            return -1;
        }
        i += taken;
    }
    return kept;
}
