/* jsonl.c: one line of JSONL → an input. Nearly every line is a flat object of strings: that is read
 * directly, in one pass, into one piece of memory. Whatever is unusual (nested values, wrong types,
 * repeated keys, odd escapes, malformed lines) is left to json-c, which also words the errors; so the
 * direct reader may give up anywhere, but must never accept what json-c would read otherwise. */
#include "article/jsonl.h"

#include <json-c/json.h>
#include <limits.h>
#include <string.h>

#define MAX_LINE ((size_t)1 << 30)
#define MAX_DEPTH 32

/* The fields we read. Of one group the first that is given counts. */
enum { ID, TEXT, BODY, CONTENT, TITLE, URL, PUBLISHED, DATE, OUTLET, SOURCE_NAME, HTML, FIELDS };

static const char *const field_names[FIELDS] = {"id",     "text",        "body",      "content",
                                                "title",  "url",         "published", "date",
                                                "outlet", "source_name", "html"};

struct isn_record_line {
    json_object *root; /* NULL when the line was read directly */
    char bytes[];      /* the strings, when it was */
};

static isn_str first_of(const isn_str values[FIELDS], unsigned from, unsigned to) {
    for (unsigned i = from; i <= to; i++)
        if (values[i].ptr != NULL)
            return values[i];
    return (isn_str){NULL, 0};
}

static bool has_text(const isn_str values[FIELDS]) {
    return first_of(values, TEXT, CONTENT).ptr != NULL || values[HTML].ptr != NULL;
}

/* A page counts where there is no text. */
static void set_input(isn_input *input, const isn_str values[FIELDS]) {
    isn_str text = first_of(values, TEXT, CONTENT);
    bool page = text.ptr == NULL;
    *input = (isn_input){.text = page ? values[HTML] : text,
                         .kind = page ? ISN_INPUT_HTML : ISN_INPUT_UTF8,
                         .title = values[TITLE],
                         .source = values[ID],
                         .url = values[URL],
                         .published = first_of(values, PUBLISHED, DATE),
                         .outlet = first_of(values, OUTLET, SOURCE_NAME)};
}

/* ---- read directly ----------------------------------------------------------------------------- */

typedef struct reader {
    const unsigned char *p, *end;
    char *out; /* where the next string goes; there is room for all that is left of the line */
} reader;

static void skip_blanks(reader *r) {
    while (r->p < r->end && (*r->p == ' ' || *r->p == '\t' || *r->p == '\r' || *r->p == '\n'))
        r->p++;
}

static bool take(reader *r, unsigned char c) {
    skip_blanks(r);
    if (r->p == r->end || *r->p != c)
        return false;
    r->p++;
    return true;
}

static int hex(unsigned char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The four digits after \u; -1 when they are none. */
static int32_t hex4(reader *r) {
    int32_t value = 0;
    if (r->end - r->p < 4)
        return -1;
    for (unsigned i = 0; i < 4; i++) {
        int digit = hex(r->p[i]);
        if (digit < 0)
            return -1;
        value = value << 4 | digit;
    }
    r->p += 4;
    return value;
}

/* After \u. Surrogates count in pairs only; a lone one is json-c's affair. */
static bool read_unicode(reader *r) {
    int32_t cp = hex4(r);
    if (cp >= 0xD800 && cp <= 0xDBFF) {
        if (r->end - r->p < 6 || r->p[0] != '\\' || r->p[1] != 'u')
            return false;
        r->p += 2;
        int32_t low = hex4(r);
        if (low < 0xDC00 || low > 0xDFFF)
            return false;
        cp = 0x10000 + ((cp - 0xD800) << 10 | (low - 0xDC00));
    } else if (cp < 0 || (cp >= 0xDC00 && cp <= 0xDFFF)) {
        return false;
    }
    r->out += isn_utf8_put(r->out, (uint32_t)cp);
    return true;
}

static bool read_escape(reader *r) {
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    if (r->p == r->end)
        return false;
    unsigned char c = *r->p++;
    if (c == 'u')
        return read_unicode(r);
    const char *at = c == 0 ? NULL : strchr(from, c);
    if (at == NULL)
        return false;
    *r->out++ = to[at - from];
    return true;
}

/* The rest of a string after its first quote. */
static bool read_string(reader *r, isn_str *value) {
    char *start = r->out;
    for (;;) {
        const unsigned char *stop = isn_json_plain_end(r->p, r->end);
        size_t n = (size_t)(stop - r->p);
        memcpy(r->out, r->p, n);
        r->out += n;
        r->p = stop;
        if (stop == r->end || *stop < 0x20)
            return false;
        if (*stop == '"') {
            r->p++;
            *value = isn_str_of(start, (size_t)(r->out - start));
            return true;
        }
        if (*stop == '\\') { /* where one is, there are often many */
            do {
                r->p++;
                if (!read_escape(r))
                    return false;
            } while (r->p < r->end && *r->p == '\\');
        } else { /* malformed UTF-8 is kept: coding goes on and says where it stands */
            *r->out++ = (char)*r->p++;
        }
    }
}

static bool read_word(reader *r, const char *word) {
    size_t n = strlen(word);
    if ((size_t)(r->end - r->p) < n || memcmp(r->p, word, n) != 0)
        return false;
    r->p += n;
    return true;
}

/* A whole number that prints as it was written. */
static bool read_whole(reader *r, isn_str *value) {
    char *start = r->out;
    unsigned digits = 0;
    if (r->p < r->end && *r->p == '-')
        *r->out++ = (char)*r->p++;
    bool zero = r->p < r->end && *r->p == '0';
    for (; r->p < r->end && *r->p >= '0' && *r->p <= '9'; digits++)
        *r->out++ = (char)*r->p++;
    if (digits == 0 || digits > 18 || (zero && (digits > 1 || *start == '-')))
        return false;
    if (r->p < r->end && (*r->p == '.' || *r->p == 'e' || *r->p == 'E'))
        return false;
    *value = isn_str_of(start, (size_t)(r->out - start));
    return true;
}

static int field_of(isn_str key) {
    for (int i = 0; i < FIELDS; i++)
        if (isn_str_eqz(key, field_names[i]))
            return i;
    return -1;
}

static bool read_value(reader *r, isn_str *value, bool *is_string) {
    skip_blanks(r);
    *is_string = false;
    *value = (isn_str){NULL, 0};
    if (r->p == r->end)
        return false;
    switch (*r->p) {
    case '"':
        r->p++;
        *is_string = true;
        return read_string(r, value);
    case 'n': return read_word(r, "null");
    case 't':
    case 'f': /* only behind keys we do not read */
        *value = isn_str_of("", 0);
        return read_word(r, *r->p == 't' ? "true" : "false");
    default: return read_whole(r, value);
    }
}

/* One "key": value. Gives up on keys told twice and on `input`, which marks a gold row. */
static bool read_member(reader *r, isn_str values[FIELDS], unsigned *seen) {
    isn_str key, value;
    bool is_string;
    if (!take(r, '"') || !read_string(r, &key) || !take(r, ':') ||
        !read_value(r, &value, &is_string) || isn_str_eqz(key, "input"))
        return false;
    int field = field_of(key);
    if (field < 0)
        return true;
    if ((*seen >> field & 1) != 0 ||
        (value.ptr != NULL && !is_string && (field != ID || value.len == 0)))
        return false;
    *seen |= 1u << field;
    values[field] = value;
    return true;
}

static bool read_line(reader *r, isn_str values[FIELDS]) {
    unsigned seen = 0;
    if (!take(r, '{'))
        return false;
    do {
        if (!read_member(r, values, &seen))
            return false;
    } while (take(r, ','));
    if (!take(r, '}'))
        return false;
    skip_blanks(r);
    return r->p == r->end && has_text(values);
}

/* ---- read by json-c ------------------------------------------------------------------------------ */

/* The tokener's own words are about its states; these are about the line. */
static const char *json_message(enum json_tokener_error code) {
    switch (code) {
    case json_tokener_continue:
    case json_tokener_error_parse_eof: return "not JSON: the line ends too early";
    case json_tokener_error_depth: return "nested too deep";
    case json_tokener_error_parse_string: return "not JSON: malformed string";
    case json_tokener_error_parse_number: return "not JSON: malformed number";
    case json_tokener_error_parse_object_key_name:
        return "not JSON: a key in double quotes expected";
    case json_tokener_error_parse_object_key_sep: return "not JSON: a colon expected after the key";
    case json_tokener_error_parse_object_value_sep:
        return "not JSON: a comma or a closing brace expected";
    default: return "not JSON: unexpected character";
    }
}

static isn_status parse_json(json_object **out, isn_str line, size_t skip, isn_error *error) {
    json_tokener *tokener = json_tokener_new_ex(MAX_DEPTH);
    if (tokener == NULL)
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
    json_object *root = json_tokener_parse_ex(tokener, line.ptr + skip, (int)(line.len - skip));
    enum json_tokener_error code = json_tokener_get_error(tokener);
    size_t at = json_tokener_get_parse_end(tokener) + skip;
    json_tokener_free(tokener);
    isn_status status = ISN_OK;
    if (code != json_tokener_success) {
        status = code == json_tokener_error_depth ? ISN_ELIMIT : ISN_EFORMAT;
        isn_fail(error, status, NULL, at, "%s", json_message(code));
    } else if (!json_object_is_type(root, json_type_object)) {
        status = isn_fail(error, ISN_EFORMAT, NULL, skip, "not a JSON object");
    } else { /* the tokener stops behind the object */
        while (at < line.len && memchr(" \t\r\n", line.ptr[at], 4) != NULL)
            at++;
        if (at < line.len)
            status = isn_fail(error, ISN_EFORMAT, NULL, at, "more after the JSON object");
    }
    if (status != ISN_OK)
        json_object_put(root);
    else
        *out = root;
    return status;
}

/* The string `key` of `object`; none when it is absent or null. */
static isn_status get_string(isn_str *out, json_object *object, const char *key, isn_error *error) {
    json_object *value;
    if (!json_object_object_get_ex(object, key, &value) || value == NULL)
        return ISN_OK;
    bool whole = strcmp(key, field_names[ID]) == 0 && json_object_is_type(value, json_type_int);
    if (!whole && !json_object_is_type(value, json_type_string))
        return isn_fail(error, ISN_EFORMAT, NULL, 0, "field \"%s\" is not a string", key);
    const char *text = json_object_get_string(value);
    if (text == NULL)
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    *out = whole ? isn_str_z(text) : isn_str_of(text, (size_t)json_object_get_string_len(value));
    return ISN_OK;
}

/* A gold row: only what its coder was given, never what the coder was to find. */
static isn_status get_gold(isn_str values[FIELDS], json_object *root, isn_error *error) {
    json_object *given;
    isn_status status = get_string(&values[TEXT], root, "input", error);
    if (status == ISN_OK)
        status = get_string(&values[ID], root, field_names[ID], error);
    if (status != ISN_OK || !json_object_object_get_ex(root, "given", &given) || given == NULL)
        return status;
    if (!json_object_is_type(given, json_type_object))
        return isn_fail(error, ISN_EFORMAT, NULL, 0, "field \"given\" is not an object");
    status = get_string(&values[PUBLISHED], given, field_names[PUBLISHED], error);
    if (status == ISN_OK)
        status = get_string(&values[OUTLET], given, field_names[OUTLET], error);
    return status;
}

static isn_status get_fields(isn_str values[FIELDS], json_object *root, isn_error *error) {
    isn_status status = ISN_OK;
    if (json_object_object_get_ex(root, "input", NULL))
        status = get_gold(values, root, error);
    else
        for (unsigned i = 0; i < FIELDS && status == ISN_OK; i++)
            status = get_string(&values[i], root, field_names[i], error);
    if (status == ISN_OK && !has_text(values))
        status = isn_fail(error, ISN_EFORMAT, NULL, 0,
                          "no field \"text\", \"body\", \"content\" or \"input\"");
    return status;
}

/* A field of a name given: "body", or "article.body" where no field is called so as a whole. */
static isn_status get_named(isn_str *out, json_object *object, const char *name, isn_error *error) {
    char key[128];
    const char *dot;
    *out = (isn_str){NULL, 0};
    while (!json_object_object_get_ex(object, name, NULL) && (dot = strchr(name, '.')) != NULL) {
        size_t n = (size_t)(dot - name);
        if (n >= sizeof key)
            return ISN_OK;
        memcpy(key, name, n);
        key[n] = '\0';
        if (!json_object_object_get_ex(object, key, &object) ||
            !json_object_is_type(object, json_type_object))
            return ISN_OK;
        name = dot + 1;
    }
    return get_string(out, object, name, error);
}

static isn_status get_all_named(isn_str values[FIELDS], json_object *root,
                                const isn_field_names *names, isn_error *error) {
    const struct {
        const char *name;
        unsigned field, last; /* of its group: a name given silences the usual ones */
    } given[] = {{names->id, ID, ID},
                 {names->text, TEXT, CONTENT},
                 {names->html, HTML, HTML},
                 {names->title, TITLE, TITLE},
                 {names->url, URL, URL},
                 {names->published, PUBLISHED, DATE},
                 {names->outlet, OUTLET, SOURCE_NAME}};
    isn_status status = ISN_OK;
    for (unsigned i = 0; i < ISN_LEN(given) && status == ISN_OK; i++)
        for (unsigned k = given[i].field; k <= given[i].last && status == ISN_OK; k++)
            if (given[i].name == NULL)
                status = get_string(&values[k], root, field_names[k], error);
            else if (k == given[i].field)
                status = get_named(&values[k], root, given[i].name, error);
    if (status == ISN_OK && !has_text(values))
        status = isn_fail(error, ISN_EFORMAT, NULL, 0, "no field \"%.100s\"",
                          names->text != NULL   ? names->text
                          : names->html != NULL ? names->html
                                                : "text");
    return status;
}

/* A byte order mark before the first line of a file. */
static size_t mark_len(isn_str line) {
    return isn_str_starts(line, isn_str_z("\xEF\xBB\xBF")) ? 3 : 0;
}

static isn_status check_len(isn_str line, isn_error *error) {
    if (line.len > MAX_LINE)
        return isn_fail(error, ISN_ELIMIT, NULL, MAX_LINE, "line longer than 1 GiB");
    if (line.len == mark_len(line))
        return isn_fail(error, ISN_EFORMAT, NULL, 0, "empty line");
    return ISN_OK;
}

static isn_status parse_slow(isn_record_line **out, isn_input *input, isn_str line,
                             const isn_field_names *names, isn_error *error) {
    isn_str values[FIELDS] = {{NULL, 0}};
    json_object *root = NULL;
    isn_status status = check_len(line, error);
    if (status == ISN_OK)
        status = parse_json(&root, line, mark_len(line), error);
    if (status != ISN_OK)
        return status;
    isn_record_line *record = isn_heap_alloc(sizeof *record);
    if (record == NULL)
        status = isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    else
        status = names == NULL ? get_fields(values, root, error)
                               : get_all_named(values, root, names, error);
    if (record == NULL || status != ISN_OK) {
        isn_heap_free(record);
        json_object_put(root);
        return status;
    }
    record->root = root;
    set_input(input, values);
    *out = record;
    return ISN_OK;
}

isn_status isn_record_line_parse_slow(isn_record_line **out, isn_input *input, isn_str line,
                                      isn_error *error) {
    return parse_slow(out, input, line, NULL, error);
}

isn_status isn_record_line_parse_named(isn_record_line **out, isn_input *input, isn_str line,
                                       const isn_field_names *names, isn_error *error) {
    isn_str values[FIELDS] = {{NULL, 0}};
    if (names != NULL)
        return parse_slow(out, input, line, names, error);
    isn_status status = check_len(line, error);
    if (status != ISN_OK)
        return status;
    isn_record_line *record = isn_heap_alloc(sizeof *record + line.len);
    if (record == NULL)
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    const unsigned char *start = (const unsigned char *)line.ptr;
    reader r = {start + mark_len(line), start + line.len, record->bytes};
    if (!read_line(&r, values)) {
        isn_heap_free(record);
        return isn_record_line_parse_slow(out, input, line, error);
    }
    set_input(input, values);
    *out = record;
    return ISN_OK;
}

void isn_record_line_free(isn_record_line *line) {
    if (line == NULL)
        return;
    json_object_put(line->root);
    isn_heap_free(line);
}
