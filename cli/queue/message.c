/* message.c: an article as the bytes of a message: a line of JSON with what is known of it, then its own bytes as they
 * were given, so that offsets and hashes are the same as where it is coded at once. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fetch.h"
#include "inside.h"

static const char *const kinds[] = {
    [ISN_INPUT_TEXT] = "text", [ISN_INPUT_HTML] = "html", [ISN_INPUT_UTF8] = "utf8"};

/* ---- making ------------------------------------------------------------------------------------ */

/* What the store tells an article by, too: a text that two papers print, or one on two days, is two. */
void queue_message_id(char id[QUEUE_ID], const isn_input *input) {
    cli_text whole = {0};
    if (input->title.len > 0) {
        cli_text_put(&whole, input->title.ptr, input->title.len);
        cli_text_put(&whole, "\n\n", 2);
    }
    cli_text_put(&whole, input->text.ptr, input->text.len);
    if (input->outlet.len > 0 || input->published.len > 0) {
        cli_text_put(&whole, "", 1);
        cli_text_put(&whole, input->outlet.ptr, input->outlet.len);
        cli_text_put(&whole, "", 1);
        cli_text_put(&whole, input->published.ptr, input->published.len);
    }
    cli_digest(id, (isn_str){whole.ptr, whole.len});
    free(whole.ptr);
}

static void put_field(cli_text *out, const char *name, isn_str value) {
    if (value.len > 0) {
        cli_text_printf(out, ",\"%s\":", name);
        cli_text_json(out, value.ptr, value.len);
    }
}

/* Names of encodings are short and plain; what is none is not worth carrying. */
static bool is_plain(isn_str text) {
    bool plain = text.len > 0 && text.len < 40;
    for (size_t i = 0; i < text.len && plain; i++) {
        char c = text.ptr[i];
        plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                (c != '\0' && strchr("-_.:", c) != NULL);
    }
    return plain;
}

void queue_message_pack(cli_text *out, const isn_input *input, const char *large) {
    cli_text_printf(out, "{\"as\":\"%s%s%s%s", kinds[input->kind], input->apart ? " apart" : "",
                    input->published_is_option ? " option" : "", large != NULL ? " large" : "");
    if (is_plain(input->charset)) {
        cli_text_printf(out, " charset=%.*s", (int)input->charset.len, input->charset.ptr);
    }
    cli_text_put(out, "\"", 1);
    put_field(out, "source", input->source);
    put_field(out, "title", input->title);
    put_field(out, "url", input->url);
    put_field(out, "published", input->published);
    put_field(out, "outlet", input->outlet);
    cli_text_put(out, "}\n", 2);
    if (large != NULL) {
        cli_text_put(out, large, strlen(large));
    } else {
        cli_text_put(out, input->text.ptr, input->text.len);
    }
}

/* ---- large ones -------------------------------------------------------------------------------- */

static char *large_path(const char *folder, const char *name) {
    return cli_format("%s/%.2s/%s", folder, name, name);
}

static int write_whole(int fd, isn_str bytes) {
    for (size_t done = 0; done < bytes.len;) {
        ssize_t n = write(fd, bytes.ptr + done, bytes.len - done);
        if (n < 0 && errno != EINTR) {
            return errno;
        }
        done += n > 0 ? (size_t)n : 0;
    }
    return fsync(fd) != 0 ? errno : 0;
}

int queue_large_keep(const char *folder, isn_str bytes, char name[QUEUE_ID]) {
    cli_digest(name, bytes);
    char *path = large_path(folder, name);
    char *below = cli_format("%s/%.2s", folder, name);
    char *part = cli_format("%s.XXXXXX", path);
    int fault = mkdir(below, 0777) != 0 && errno != EEXIST ? errno : 0;
    if (fault == 0 && access(path, R_OK) != 0) {
        int fd = mkstemp(part);
        fault = fd < 0 ? errno : write_whole(fd, bytes);
        fault = fd >= 0 && fchmod(fd, 0644) != 0 && fault == 0 ? errno : fault;
        fault = fd >= 0 && close(fd) != 0 && fault == 0 ? errno : fault;
        fault = fault == 0 && rename(part, path) != 0 ? errno : fault;
        if (fd >= 0 && fault != 0) {
            unlink(part);
        }
    }
    free(path);
    free(below);
    free(part);
    return fault;
}

static bool read_large(queue_message *m, isn_str name, const char *folder) {
    char hash[QUEUE_ID];
    if (name.len != QUEUE_ID - 1 || strspn(name.ptr, "0123456789abcdef") < name.len) {
        snprintf(m->why, sizeof m->why, "no name of a large article");
        return false;
    }
    char *text = cli_format("%.*s", (int)name.len, name.ptr);
    char *path = large_path(folder != NULL ? folder : ".", text);
    int fault = folder == NULL ? ENOENT : cli_read_file(&m->bytes, path);
    m->away = fault != 0;
    if (fault != 0) {
        snprintf(m->why, sizeof m->why, "a large article: %s",
                 folder == NULL ? "the worker has no --large folder" : strerror(fault));
    } else {
        cli_digest(hash, (isn_str){m->bytes.ptr, m->bytes.len});
        fault = memcmp(hash, text, QUEUE_ID - 1);
        if (fault != 0) {
            snprintf(m->why, sizeof m->why, "a large article: the file holds other bytes");
        }
    }
    m->input.text = (isn_str){m->bytes.ptr, m->bytes.len};
    free(path);
    free(text);
    return fault == 0;
}

/* ---- reading ----------------------------------------------------------------------------------- */

/* Takes the words of `as`; false when the first is no kind. */
static bool read_words(isn_input *input, isn_str as, bool *large) {
    bool known = false;
    for (size_t at = 0, number = 0; at < as.len; number++) {
        const char *word = as.ptr + at;
        const char *blank = memchr(word, ' ', as.len - at);
        size_t len = blank != NULL ? (size_t)(blank - word) : as.len - at;
        for (int k = 0; number == 0 && k < (int)(sizeof kinds / sizeof kinds[0]); k++) {
            if (len == strlen(kinds[k]) && memcmp(word, kinds[k], len) == 0) {
                input->kind = (isn_input_kind)k;
                known = true;
            }
        }
        input->apart |= len == 5 && memcmp(word, "apart", 5) == 0;
        input->published_is_option |= len == 6 && memcmp(word, "option", 6) == 0;
        *large |= len == 5 && memcmp(word, "large", 5) == 0;
        if (len > 8 && memcmp(word, "charset=", 8) == 0) {
            input->charset = (isn_str){word + 8, len - 8};
        }
        at += len + 1;
    }
    return known;
}

bool queue_message_read(queue_message *m, isn_str bytes, const char *folder) {
    static const isn_field_names names = {.id = "source",
                                          .text = "as",
                                          .title = "title",
                                          .url = "url",
                                          .published = "published",
                                          .outlet = "outlet"};
    isn_error error = {0};
    bool large = false;
    *m = (queue_message){0};
    const char *end = bytes.len > 0 ? memchr(bytes.ptr, '\n', bytes.len) : NULL;
    if (end == NULL) {
        snprintf(m->why, sizeof m->why, "no message of isnad publish: it has no first line");
        return false;
    }
    isn_str head = {bytes.ptr, (size_t)(end - bytes.ptr)};
    if (isn_record_line_parse_named(&m->line, &m->input, head, &names, &error) != ISN_OK) {
        snprintf(m->why, sizeof m->why, "no message of isnad publish: %s", error.message);
        return false;
    }
    if (!read_words(&m->input, m->input.text, &large)) {
        snprintf(m->why, sizeof m->why, "no message of isnad publish: of no known kind");
        return false;
    }
    isn_str body = {end + 1, bytes.len - head.len - 1};
    m->input.text = body;
    return !large || read_large(m, body, folder);
}

void queue_message_release(queue_message *m) {
    isn_record_line_free(m->line);
    free(m->bytes.ptr);
    *m = (queue_message){0};
}
