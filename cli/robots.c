/* robots.c: see robots.h. Groups of the same agent are one; the longest rule that fits a path decides, and of two
 * as long the one that allows. `*` stands for anything, a `$` at the end for the end. */
#include "robots.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MOST_TEXT ((size_t)500 << 10) /* as RFC 9309 asks for at least */
#define MOST_RULES 20000

typedef struct rule {
    char *pattern; /* as cli_robots_allow compares it; owned */
    bool allow;
} rule;

typedef struct group {
    rule *rules;
    size_t len, cap;
    unsigned delay;
    bool any;
} group;

struct cli_robots {
    group own, all;
};

static int hex(char c) {
    return c >= '0' && c <= '9'                     ? c - '0'
           : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                    : -1;
}

/* Undoes %XX, so that an Arabic path is the same however it is written; not of the signs that mean something. */
static char *plain(isn_str s) {
    char *out = cli_alloc(s.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        int high = s.ptr[i] == '%' && i + 2 < s.len ? hex(s.ptr[i + 1]) : -1;
        int low = high >= 0 ? hex(s.ptr[i + 2]) : -1;
        int c = high >= 0 && low >= 0 ? high * 16 + low : 0;
        if (c == 0 || c == '/' || c == '*' || c == '$' || c == '%' || c == '?') {
            out[n++] = s.ptr[i];
        } else {
            out[n++] = (char)c;
            i += 2;
        }
    }
    out[n] = '\0';
    return out;
}

static void add_rule(group *g, isn_str pattern, bool allow) {
    if (pattern.len == 0 || g->len >= MOST_RULES) {
        return;
    }
    if (g->len == g->cap) {
        g->cap = g->cap == 0 ? 16 : g->cap * 2;
        g->rules = cli_realloc(g->rules, g->cap * sizeof *g->rules);
    }
    g->rules[g->len++] = (rule){plain(pattern), allow};
}

static isn_str trim(isn_str s) {
    while (s.len > 0 && (unsigned char)s.ptr[0] <= ' ') {
        s.ptr++;
        s.len--;
    }
    while (s.len > 0 && (unsigned char)s.ptr[s.len - 1] <= ' ') {
        s.len--;
    }
    return s;
}

static bool is(isn_str s, const char *word) {
    return s.len == strlen(word) && strncasecmp(s.ptr, word, s.len) == 0;
}

static void add_line(group *g, isn_str key, isn_str value) {
    if (is(key, "allow") || is(key, "disallow")) {
        add_rule(g, value, is(key, "allow"));
    } else if (is(key, "crawl-delay")) {
        char number[16];
        snprintf(number, sizeof number, "%.*s", (int)(value.len < 15 ? value.len : 15), value.ptr);
        double seconds = strtod(number, NULL);
        g->delay = seconds <= 0 ? 0 : seconds >= 300 ? 300 : (unsigned)(seconds + 0.999);
    }
}

cli_robots *cli_robots_new(isn_str text, const char *agent) {
    cli_robots *robots = cli_alloc(sizeof *robots);
    bool own = false;   /* the group at hand is of ours */
    bool all = false;   /* of everybody */
    bool begun = false; /* it has rules: the next user-agent begins another */
    size_t len = text.len < MOST_TEXT ? text.len : MOST_TEXT;
    const char *end = len == 0 ? text.ptr : text.ptr + len;
    for (const char *at = text.ptr; at < end;) {
        size_t n = (size_t)(end - at);
        const char *stop = memchr(at, '\n', n);
        const char *turn = memchr(at, '\r', stop == NULL ? n : (size_t)(stop - at));
        stop = turn != NULL ? turn : stop != NULL ? stop : end;
        const char *sign = memchr(at, '#', (size_t)(stop - at));
        const char *cut = sign == NULL ? stop : sign;
        const char *colon = memchr(at, ':', (size_t)(cut - at));
        if (colon != NULL) {
            isn_str key = trim((isn_str){at, (size_t)(colon - at)});
            isn_str value = trim((isn_str){colon + 1, (size_t)(cut - colon) - 1});
            if (is(key, "user-agent")) {
                own = (own && !begun) || is(value, agent);
                all = (all && !begun) || is(value, "*");
                begun = false;
                robots->own.any = robots->own.any || own;
            } else {
                begun = begun || !is(key, "sitemap");
                if (own) {
                    add_line(&robots->own, key, value);
                }
                if (all) {
                    add_line(&robots->all, key, value);
                }
            }
        }
        at = stop < end ? stop + 1 : end;
    }
    return robots;
}

static void release_group(group *g) {
    for (size_t i = 0; i < g->len; i++) {
        free(g->rules[i].pattern);
    }
    free(g->rules);
}

void cli_robots_free(cli_robots *robots) {
    if (robots != NULL) {
        release_group(&robots->own);
        release_group(&robots->all);
        free(robots);
    }
}

/* Does the pattern fit a beginning of the path? */
static bool fits(const char *pattern, const char *path) {
    const char *star = NULL;
    const char *back = NULL;
    for (;;) {
        if (*pattern == '\0' || (*pattern == '$' && pattern[1] == '\0' && *path == '\0')) {
            return true;
        }
        if (*pattern == '*') {
            star = ++pattern;
            back = path;
        } else if (*path != '\0' && *pattern == *path) {
            pattern++;
            path++;
        } else if (star != NULL && *back != '\0') {
            pattern = star;
            path = ++back;
        } else {
            return false;
        }
    }
}

bool cli_robots_allow(const cli_robots *robots, const char *path) {
    const group *g = robots->own.any ? &robots->own : &robots->all;
    char *own = plain((isn_str){path, strlen(path)});
    size_t longest = 0;
    bool allow = true;
    for (size_t i = 0; i < g->len; i++) {
        size_t n = strlen(g->rules[i].pattern);
        if ((n > longest || (n == longest && g->rules[i].allow)) &&
            fits(g->rules[i].pattern, own)) {
            longest = n;
            allow = g->rules[i].allow;
        }
    }
    free(own);
    return allow;
}

unsigned cli_robots_delay(const cli_robots *robots) {
    return robots->own.any ? robots->own.delay : robots->all.delay;
}
