/* text.c: memory, growable text and messages of the command. */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"

static void out_of_memory(void) {
    fputs("isnad: out of memory\n", stderr);
    exit(EXIT_SOME_FAILED);
}

void *cli_realloc(void *ptr, size_t size) {
    void *room = realloc(ptr, size > 0 ? size : 1);
    if (room == NULL) {
        out_of_memory();
    }
    return room;
}

void *cli_alloc(size_t size) {
    return memset(cli_realloc(NULL, size), 0, size);
}

char *cli_copy(const char *text) {
    size_t size = strlen(text) + 1;
    return memcpy(cli_realloc(NULL, size), text, size);
}

char *cli_format(const char *format, ...) {
    char *text = NULL;
    va_list args;
    va_start(args, format);
    int len = vasprintf(&text, format, args);
    va_end(args);
    if (len < 0) {
        out_of_memory();
    }
    return text;
}

void cli_text_put(cli_text *text, const char *ptr, size_t len) {
    if (text->cap - text->len < len + 1) {
        size_t doubled = text->cap * 2;
        text->cap = doubled > text->len + len + 1 ? doubled : text->len + len + 64;
        text->ptr = cli_realloc(text->ptr, text->cap);
    }
    if (len > 0) {
        memcpy(text->ptr + text->len, ptr, len);
    }
    text->len += len;
    text->ptr[text->len] = '\0';
}

/* How many bytes the UTF-8 character at `p` takes; 0 when it is malformed. */
static size_t utf8_len(const unsigned char *p, size_t left) {
    size_t len = p[0] < 0x80                   ? 1
                 : p[0] >= 0xc2 && p[0] < 0xe0 ? 2
                 : p[0] >= 0xe0 && p[0] < 0xf0 ? 3
                                               : 4;
    if (p[0] >= 0xf5 || (p[0] >= 0x80 && p[0] < 0xc2) || len > left) {
        return 0;
    }
    for (size_t i = 1; i < len; i++) {
        if ((p[i] & 0xc0) != 0x80) {
            return 0;
        }
    }
    bool overlong = (p[0] == 0xe0 && p[1] < 0xa0) || (p[0] == 0xf0 && p[1] < 0x90);
    bool beyond = (p[0] == 0xed && p[1] >= 0xa0) || (p[0] == 0xf4 && p[1] >= 0x90);
    return overlong || beyond ? 0 : len;
}

void cli_text_json(cli_text *text, const char *ptr, size_t len) {
    cli_text_put(text, "\"", 1);
    for (size_t i = 0; i < len;) {
        const unsigned char *p = (const unsigned char *)ptr + i;
        size_t width = utf8_len(p, len - i);
        if (width == 0) {
            cli_text_put(text, "\xef\xbf\xbd", 3);
        } else if (*p == '"' || *p == '\\') {
            cli_text_printf(text, "\\%c", *p);
        } else if (*p < 0x20) {
            cli_text_printf(text, "\\u%04x", *p);
        } else {
            cli_text_put(text, ptr + i, width);
        }
        i += width > 0 ? width : 1;
    }
    cli_text_put(text, "\"", 1);
}

void cli_text_printf(cli_text *text, const char *format, ...) {
    char *piece = NULL;
    va_list args;
    va_start(args, format);
    int len = vasprintf(&piece, format, args);
    va_end(args);
    if (len < 0) {
        out_of_memory();
    }
    cli_text_put(text, piece, (size_t)len);
    free(piece);
}

void cli_message(cli_text *out, const char *path, uint64_t line, const char *message,
                 uint64_t offset) {
    cli_text_printf(out, "isnad: ");
    if (path != NULL && path[0] != '\0') {
        cli_text_printf(out, "%s", strcmp(path, "-") == 0 ? "standard input" : path);
        if (line > 0) {
            cli_text_printf(out, ":%llu", (unsigned long long)line);
        }
        cli_text_printf(out, ": ");
    }
    cli_text_printf(out, "%s", message);
    if (offset > 0) {
        cli_text_printf(out, " (byte %llu)", (unsigned long long)offset);
    }
    cli_text_put(out, "\n", 1);
}

void cli_error(const isn_error *error, const char *path, uint64_t line) {
    cli_text text = {0};
    cli_message(&text, error->path[0] != '\0' ? error->path : path, line, error->message,
                error->offset);
    fwrite(text.ptr, 1, text.len, stderr);
    free(text.ptr);
}

bool cli_is_database(const char *path) {
    return strncmp(path, "postgresql://", 13) == 0 || strncmp(path, "postgres://", 11) == 0;
}

bool cli_store_there(const char *path) {
    if (cli_is_database(path) || access(path, F_OK) == 0) {
        return true;
    }
    fprintf(stderr, "isnad: %s: no such store\n", path);
    return false;
}

int cli_finish_output(void) {
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout)) {
        return EXIT_GOOD;
    }
    if (errno == EPIPE) {
        return EXIT_PIPE;
    }
    fprintf(stderr, "isnad: standard output: %s\n", errno != 0 ? strerror(errno) : "write failed");
    return EXIT_SOME_FAILED;
}
