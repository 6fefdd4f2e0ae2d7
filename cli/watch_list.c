/* watch_list.c: the feeds to watch: an address on the command's line, or a file of them: OPML, as feed readers write
 * it (each element with an `xmlUrl`), or an address a line, # before remarks. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "markup.h"
#include "watch.h"

static bool is_address(isn_str text) {
    return (text.len > 7 && strncasecmp(text.ptr, "http://", 7) == 0) ||
           (text.len > 8 && strncasecmp(text.ptr, "https://", 8) == 0);
}

static void add(watch_list *list, isn_str address) {
    while (address.len > 0 && (unsigned char)*address.ptr <= ' ') {
        address.ptr++;
        address.len--;
    }
    while (address.len > 0 && (unsigned char)address.ptr[address.len - 1] <= ' ') {
        address.len--;
    }
    if (address.len == 0) {
        return;
    }
    if (list->len == list->cap) {
        list->cap = list->cap == 0 ? 16 : list->cap * 2;
        list->ptr = cli_realloc(list->ptr, list->cap * sizeof *list->ptr);
    }
    list->ptr[list->len++] = cli_format("%.*s", (int)address.len, address.ptr);
}

static void read_opml(watch_list *list, isn_str text) {
    for (const char *at; (at = cli_markup_tag(text, "outline", false)) != NULL;) {
        isn_str value;
        text = cli_markup_from(text, at);
        isn_str tag = cli_markup_whole_tag(text);
        if (cli_markup_attribute(tag, "xmlUrl", &value)) {
            cli_text address = {0};
            cli_markup_unescape(&address, value);
            add(list, (isn_str){address.ptr, address.len});
            free(address.ptr);
        }
        text = cli_markup_from(text, tag.ptr + (tag.len > 0 ? tag.len : 1));
    }
}

static bool complain(cli_text *messages, const char *path, uint64_t line, const char *message) {
    cli_message(messages, path, line, message, 0);
    return false;
}

static bool read_lines(watch_list *list, const char *path, isn_str text, cli_text *messages) {
    uint64_t number = 0;
    for (const char *at = text.ptr, *end = text.ptr + text.len; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop == NULL ? end : stop;
        isn_str line = {at, (size_t)(stop - at)};
        while (line.len > 0 && (unsigned char)*line.ptr <= ' ') {
            line.ptr++;
            line.len--;
        }
        number++;
        if (line.len > 0 && *line.ptr != '#') {
            if (!is_address(line)) {
                return complain(messages, path, number,
                                "no address of a feed (http:, https:), and the list is no OPML");
            }
            add(list, line);
        }
        at = stop < end ? stop + 1 : end;
    }
    return true;
}

bool watch_list_parse(watch_list *list, const char *path, isn_str text, cli_text *messages) {
    size_t before = list->len;
    if (cli_markup_tag(text, "opml", false) != NULL) {
        read_opml(list, text);
    } else if (!read_lines(list, path, text, messages)) {
        return false;
    }
    return list->len > before || complain(messages, path, 0, "no feeds in it");
}

bool watch_list_read(watch_list *list, const char *operand, cli_text *messages) {
    cli_text text = {0};
    isn_str address = {operand, strlen(operand)};
    if (is_address(address)) {
        add(list, address);
        return true;
    }
    int fault = cli_read_file(&text, operand);
    bool fine = fault == 0
                    ? watch_list_parse(list, operand, (isn_str){text.ptr, text.len}, messages)
                    : complain(messages, operand, 0,
                               fault == EFBIG ? "larger than 1 GiB" : strerror(fault));
    free(text.ptr);
    return fine;
}

void watch_list_release(watch_list *list) {
    for (size_t i = 0; i < list->len; i++) {
        free(list->ptr[i]);
    }
    free(list->ptr);
    *list = (watch_list){0};
}
