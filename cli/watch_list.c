/* watch_list.c: the feeds to watch: an address on the command's line, or a file of them: OPML, as feed readers write
 * it (each element with an `xmlUrl`), or an address a line, # before remarks. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "markup.h"
#include "watch.h"

static bool is_address(const char *text) {
    return strncasecmp(text, "http://", 7) == 0 || strncasecmp(text, "https://", 8) == 0;
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

static bool read_lines(watch_list *list, const char *path, isn_str text) {
    uint64_t number = 0;
    for (const char *at = text.ptr, *end = text.ptr + text.len; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop == NULL ? end : stop;
        size_t blank = strspn(at, " \t\r");
        number++;
        if (at + blank < stop && at[blank] != '#') {
            if (!is_address(at + blank)) {
                cli_text message = {0};
                cli_message(&message, path, number,
                            "no address of a feed (http:, https:), and the list is no OPML", 0);
                fputs(message.ptr, stderr);
                free(message.ptr);
                return false;
            }
            add(list, (isn_str){at, (size_t)(stop - at)});
        }
        at = stop < end ? stop + 1 : end;
    }
    return true;
}

bool watch_list_read(watch_list *list, const char *operand) {
    cli_text text = {0};
    size_t before = list->len;
    if (is_address(operand)) {
        add(list, (isn_str){operand, strlen(operand)});
        return true;
    }
    int fault = cli_read_file(&text, operand);
    bool fine = fault == 0;
    if (!fine) {
        fprintf(stderr, "isnad: %s: %s\n", operand,
                fault == EFBIG ? "larger than 1 GiB" : strerror(fault));
    } else if (cli_markup_tag((isn_str){text.ptr, text.len}, "opml", false) != NULL) {
        read_opml(list, (isn_str){text.ptr, text.len});
    } else {
        fine = read_lines(list, operand, (isn_str){text.ptr, text.len});
    }
    if (fine && list->len == before) {
        fprintf(stderr, "isnad: %s: no feeds in it\n", operand);
        fine = false;
    }
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
