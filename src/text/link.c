/* link.c: URLs, bare domains, e-mail addresses and @handles, taken whole as one token so that their
 * dots end no sentence and their digits are no numbers. Each byte is looked at once. */
#include <string.h>
#include <strings.h>

#include "text/scan.h"

#define MAX_LINK 4096

static bool is_alnum(uint8_t c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static bool begins(const uint8_t *p, const uint8_t *end, const char *prefix) {
    size_t n = strlen(prefix);
    return (size_t)(end - p) > n && strncasecmp((const char *)p, prefix, n) == 0;
}

static bool is_word_class(unsigned class) {
    return class == ISN_GC_ARABIC || class == ISN_GC_OTHER || class == ISN_GC_DIGIT ||
           class == ISN_GC_MARK || class == ISN_GC_TATWEEL;
}

/* Where the URL that runs at `p` ends. Letters of other scripts belong to it only behind a slash;
 * a closing bracket only if it was opened inside; full stops and the like at the end never do. */
static const uint8_t *url_end(const uint8_t *p, const uint8_t *end) {
    const uint8_t *last = p;
    bool path = false;
    unsigned depth = 0;
    if (end - p > MAX_LINK)
        end = p + MAX_LINK;
    while (p < end) {
        isn_glyph g = isn_glyph_at(p, end);
        if (g.cp >= 0x80) {
            if (!path || !is_word_class(g.class))
                break;
        } else if (g.cp <= 0x20 || g.cp == 0x7F || strchr("\"<>`{}|\\^[]", (int)g.cp) != NULL) {
            break;
        } else if (g.cp == ')' && depth-- == 0) {
            break;
        }
        depth += g.cp == '(';
        path = path || g.cp == '/';
        p += g.len;
        if (g.cp >= 0x80 || strchr(".,:;!?'(*", (int)g.cp) == NULL)
            last = p;
    }
    return last;
}

/* The last label of a domain without a scheme: what is not one of these is more likely a full stop
 * without its space. */
static bool is_top_domain(const uint8_t *p, size_t n, size_t before) {
    static const char known[][5] = {"com", "net", "org", "info", "news", "tv", "int",
                                    "gov", "edu", "mil", "io",   "me",   "co"};
    for (size_t i = 0; i < ISN_LEN(known); i++)
        if (strlen(known[i]) == n && strncasecmp((const char *)p, known[i], n) == 0)
            return true;
    return n == 2 && before >= 3 && p[0] >= 'a' && p[0] <= 'z' && p[1] >= 'a' && p[1] <= 'z';
}

/* The end of the domain at `p`, or NULL. */
static const uint8_t *domain_end(const uint8_t *p, const uint8_t *end) {
    const uint8_t *label = p, *q = p, *found = NULL;
    size_t before = 0;
    for (;;) {
        while (q < end && (is_alnum(*q) || *q == '-'))
            q++;
        if (q == label)
            return found;
        found = before > 0 && is_top_domain(label, (size_t)(q - label), before) ? q : NULL;
        if (q == end || *q != '.')
            return found;
        if (end - q < 2 || !is_alnum(q[1]))
            return found; /* a full stop */
        before = (size_t)(q - label);
        label = ++q;
    }
}

static const uint8_t *handle_end(const uint8_t *p, const uint8_t *end) {
    if (end - p > MAX_LINK)
        end = p + MAX_LINK;
    while (p < end) {
        isn_glyph g = isn_glyph_at(p, end);
        if (!is_word_class(g.class) && g.cp != '_')
            break;
        p += g.len;
    }
    return p;
}

/* The end of the e-mail address or domain at `p`, or NULL. */
static const uint8_t *plain_end(isn_scanner *s) {
    const uint8_t *p = s->p, *q = p, *at = NULL, *dot = NULL;
    for (; q < s->end && (is_alnum(*q) || (*q < 0x80 && strchr("._%+-@", *q) != NULL && *q)); q++) {
        at = *q == '@' && at == NULL ? q : at;
        dot = *q == '.' ? q : dot;
    }
    s->no_link = q;
    if (q - p > MAX_LINK || (at == NULL && dot == NULL))
        return NULL;
    const uint8_t *host = at == NULL ? p : at + 1;
    const uint8_t *stop = domain_end(host, q);
    if (stop == NULL && at != NULL && dot > at + 1 && q - dot > 2)
        stop = q; /* an address may end in any domain */
    if (stop == NULL || stop == s->end || *stop != '/')
        return stop;
    return url_end(stop, s->end);
}

static const uint8_t *link_end(isn_scanner *s) {
    const uint8_t *p = s->p, *end = s->end, *stop;
    size_t scheme = 0;
    uint8_t c = *p | 0x20;
    if (*p == '@') {
        stop = s->word_end == p ? p : handle_end(p + 1, end);
        return stop - p > 2 ? stop : NULL;
    }
    if (!is_alnum(*p) || p < s->no_link)
        return NULL;
    if (c == 'h' && begins(p, end, "https://"))
        scheme = 8;
    else if (c == 'h' && begins(p, end, "http://"))
        scheme = 7;
    else if (c == 'f' && begins(p, end, "ftp://"))
        scheme = 6;
    else if (c == 'w' && begins(p, end, "www."))
        scheme = 4;
    if (scheme == 0)
        return plain_end(s);
    stop = url_end(p + scheme, end);
    return stop > p + scheme ? stop : NULL;
}

bool isn_link_scan(isn_scanner *s, isn_token *t) {
    const uint8_t *stop = link_end(s);
    if (stop == NULL)
        return false;
    uint8_t *fold = s->fold;
    for (const uint8_t *p = s->p; p < stop;) {
        isn_glyph g = isn_glyph_at(p, stop);
        if (g.nfold > 0 && g.nfold <= g.len) {
            memcpy(fold, g.fold, g.nfold);
            fold += g.nfold;
        } else if (g.cp < 0x80) {
            *fold++ = (uint8_t)g.cp;
        }
        p += g.len;
    }
    isn_token_finish(s, t, ISN_TOK_LINK, stop, fold);
    return true;
}
