/* stems.c: see stems.h. The dictionary that Debian has for Arabic lists nouns, and verbs in each person,
 * with the classes of affixes they take. Classes that inflect (dual, plural, accusative, relative
 * adjective, endings of verbs) are applied; of those that attach a pronoun only the fact is kept;
 * prefixes are left out, because segment.c cuts them by rules of its own.
 *
 * What a class is, its two letters tell: nouns have two capitals, the second A or B for forms that stand
 * alone; verbs a capital and x for an ending without object, a capital and b to i for one with; tools
 * begin with T, prefixes of verbs with P. */
#include "compile/stems.h"

#include <stdio.h>
#include <string.h>

#include "lexicon/stem.h"
#include "text/text.h"

#define LETTERS 40 /* of a form; a longer one is left out */
#define CLASSES (128 * 128)

typedef struct letters {
    uint32_t cp[LETTERS];
    unsigned n;
} letters;

typedef struct rule {
    letters strip, add;
    isn_str condition;
    uint32_t next; /* of the same class: index + 1 */
} rule;

typedef struct reader {
    isn_arena *arena;
    const char *path;
    isn_str line;          /* in hand */
    ISN_VEC(isn_str) sets; /* of flags, by number */
    ISN_VEC(rule) rules;
    uint32_t *first, *last; /* rule + 1 by class */
    isn_stems *out;
} reader;

/* ---- lines and cells ------------------------------------------------------------------------------ */

static bool next_line(isn_str *line, isn_str *rest) {
    if (rest->len == 0)
        return false;
    const char *end = memchr(rest->ptr, '\n', rest->len);
    size_t len = end != NULL ? (size_t)(end - rest->ptr) : rest->len;
    *line = isn_str_of(rest->ptr, len);
    rest->ptr += len + (end != NULL);
    rest->len -= len + (end != NULL);
    return true;
}

/* Up to `room` cells of the line, parted by blanks; returns their number. */
static unsigned cells_of(isn_str *cells, unsigned room, isn_str line) {
    unsigned n = 0;
    for (size_t at = 0; at < line.len && n < room;) {
        while (at < line.len && (unsigned char)line.ptr[at] <= ' ')
            at++;
        size_t from = at;
        while (at < line.len && (unsigned char)line.ptr[at] > ' ')
            at++;
        if (at > from)
            cells[n++] = isn_str_of(line.ptr + from, at - from);
    }
    return n;
}

static isn_str before_slash(isn_str s) {
    const char *slash = s.len != 0 ? memchr(s.ptr, '/', s.len) : NULL;
    return slash != NULL ? isn_str_of(s.ptr, (size_t)(slash - s.ptr)) : s;
}

/* False: too long. "0" is nothing. Vowel marks are left out, as the dictionary wants it. */
static bool read_letters(letters *out, isn_str s) {
    const unsigned char *p = (const unsigned char *)s.ptr, *end = p + s.len;
    out->n = 0;
    if (isn_str_eqz(s, "0"))
        return true;
    while (p < end) {
        uint32_t cp;
        p += isn_utf8_next(&cp, p, end);
        if ((cp >= 0x64b && cp <= 0x652) || cp == 0x640 || cp == 0x670)
            continue;
        if (out->n == LETTERS)
            return false;
        out->cp[out->n++] = cp;
    }
    return true;
}

static unsigned class_of(const char *flag) {
    return (unsigned)(flag[0] & 127) * 128 + (unsigned)(flag[1] & 127);
}

/* ---- the affixes ------------------------------------------------------------------------------------ */

static void add_rule(reader *r, const isn_str cells[5]) {
    rule it = {.condition = cells[4]};
    if (cells[1].len != 2 || !read_letters(&it.strip, cells[2]) ||
        !read_letters(&it.add, before_slash(cells[3])))
        return;
    unsigned class = class_of(cells[1].ptr);
    *ISN_PUSH(r->arena, &r->rules) = it;
    if (r->last[class] != 0)
        r->rules.ptr[r->last[class] - 1].next = r->rules.len;
    else
        r->first[class] = r->rules.len;
    r->last[class] = r->rules.len;
}

static void read_affixes(reader *r, isn_str rest) {
    isn_str line, cells[5];
    r->first = ISN_NEW(r->arena, uint32_t, CLASSES);
    r->last = ISN_NEW(r->arena, uint32_t, CLASSES);
    while (next_line(&line, &rest)) {
        unsigned n = cells_of(cells, 5, line);
        if (n >= 2 && isn_str_eqz(cells[0], "AF"))
            *ISN_PUSH(r->arena, &r->sets) = cells[1]; /* the first is their number */
        else if (n == 5 && isn_str_eqz(cells[0], "SFX"))
            add_rule(r, cells);
    }
}

/* Does the end of the word suit the condition: letters, '.', [one of], [^none of]? */
static bool suits(const letters *word, isn_str condition) {
    const unsigned char *p = (const unsigned char *)condition.ptr, *end = p + condition.len;
    unsigned items = 0, at;
    for (const unsigned char *q = p; q < end;) {
        uint32_t cp;
        q += isn_utf8_next(&cp, q, end);
        while (cp == '[' && q < end && *q != ']')
            q++;
        q += cp == '[' && q < end;
        items++;
    }
    if (isn_str_eqz(condition, "."))
        return true;
    if (items > word->n)
        return false;
    for (at = word->n - items; p < end; at++) {
        uint32_t cp;
        p += isn_utf8_next(&cp, p, end);
        bool fits = cp == '.' || cp == word->cp[at];
        if (cp == '[') {
            bool none = p < end && *p == '^', in = false;
            p += none;
            while (p < end && *p != ']') {
                p += isn_utf8_next(&cp, p, end);
                in |= cp == word->cp[at];
            }
            p += p < end;
            fits = in != none;
        }
        if (!fits)
            return false;
    }
    return true;
}

/* ---- the set --------------------------------------------------------------------------------------------- */

static uint32_t *place_of(const isn_stems *set, uint64_t hash) {
    uint32_t mask = set->size - 1, i = (uint32_t)hash & mask;
    while (set->slots[i] != 0 && (set->slots[i] & ~(uint32_t)ISN_STEM_KINDS) != isn_stem_tag(hash))
        i = (i + 1) & mask;
    return &set->slots[i];
}

/* What the spelling tells beside its letters. */
static unsigned spelled(const letters *w) {
    unsigned kinds = ISN_STEM_PLAIN;
    for (unsigned i = 1; i < w->n; i++)
        if (w->cp[i] == 0x623 || w->cp[i] == 0x622)
            kinds = ISN_STEM_HAMZA;
    if (w->cp[w->n - 1] == 0x647)
        kinds |= ISN_STEM_HEH;
    if (w->cp[0] != 0x622 && w->cp[0] != 0x623 && w->cp[0] != 0x625)
        kinds |= ISN_STEM_BARE;
    return kinds;
}

static void add_stem(reader *r, const letters *w, unsigned kinds) {
    char utf8[LETTERS * 4];
    uint8_t fold[LETTERS * 4];
    size_t n = 0;
    if (w->n < 2)
        return;
    for (unsigned i = 0; i < w->n; i++)
        n += isn_utf8_put(utf8 + n, w->cp[i]);
    size_t len = isn_fold(fold, utf8, n);
    uint64_t hash = isn_hash(fold, len, 0);
    uint32_t *at = place_of(r->out, hash);
    if (*at == 0 && r->out->n + 1 >= r->out->size / 2 + r->out->size / 4)
        return; /* full: no dictionary of words comes to that */
    r->out->n += *at == 0;
    *at |= isn_stem_tag(hash) | kinds | spelled(w);
}

static void apply(reader *r, const letters *word, const char *flag, unsigned kinds) {
    for (uint32_t i = r->first[class_of(flag)]; i != 0; i = r->rules.ptr[i - 1].next) {
        const rule *it = &r->rules.ptr[i - 1];
        letters form = *word;
        if (it->strip.n > word->n || !suits(word, it->condition) ||
            memcmp(word->cp + word->n - it->strip.n, it->strip.cp, it->strip.n * 4) != 0 ||
            word->n - it->strip.n + it->add.n > LETTERS)
            continue;
        form.n -= it->strip.n;
        memcpy(form.cp + form.n, it->add.cp, it->add.n * 4);
        form.n += it->add.n;
        add_stem(r, &form, kinds);
    }
}

/* ---- the words ---------------------------------------------------------------------------------------------- */

static bool has_flag(isn_str flags, const char *flag) {
    for (size_t i = 0; i + 1 < flags.len; i += 2)
        if (memcmp(flags.ptr + i, flag, 2) == 0)
            return true;
    return false;
}

static bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/* All but the first person, which is spelled like many perfects. */
static bool is_usual_verb(const letters *w, unsigned kinds) {
    return (kinds & ISN_STEM_PERFECT) ||
           ((kinds & ISN_STEM_IMPERFECT) && w->cp[0] != 0x623 && w->cp[0] != 0x622);
}

static void add_verb(reader *r, const letters *word, isn_str flags) {
    unsigned kinds = has_flag(flags, "Pj") ? ISN_STEM_IMPERFECT : ISN_STEM_PERFECT;
    bool imperative = kinds == ISN_STEM_PERFECT && !has_flag(flags, "Pa");
    for (size_t i = 0; i + 1 < flags.len; i += 2)
        if (flags.ptr[i] != 'P' && flags.ptr[i + 1] >= 'b' && flags.ptr[i + 1] <= 'i')
            kinds |= ISN_STEM_VERB_SUF;
    unsigned usual = !imperative && is_usual_verb(word, kinds) ? ISN_STEM_USUAL : 0;
    add_stem(r, word, kinds | usual);
    for (size_t i = 0; i + 1 < flags.len; i += 2)
        if (flags.ptr[i + 1] == 'x') /* F: -t; O: -wA; Q: -wn; A: -A; K: -tA */
            apply(r, word, flags.ptr + i,
                  kinds | (strchr("FOQAK", flags.ptr[i]) != NULL ? usual : 0));
}

/* The feminine, plurals, the accusative; no dual, no adjective made of it. */
static bool is_usual_noun(const char *flag) {
    return strchr("ABHIJK", flag[0]) != NULL;
}

static void add_noun(reader *r, const letters *word, isn_str flags) {
    unsigned kinds = ISN_STEM_NOUN;
    for (size_t i = 0; i + 1 < flags.len; i += 2)
        if (flags.ptr[i + 1] == 'C' || flags.ptr[i + 1] == 'D' || !is_upper(flags.ptr[i]))
            kinds |= ISN_STEM_NOUN_SUF;
    add_stem(r, word, kinds | ISN_STEM_USUAL);
    for (size_t i = 0; i + 1 < flags.len; i += 2) {
        const char *flag = flags.ptr + i;
        bool alone = is_upper(flag[0]) && strchr("ABEFG", flag[1]) != NULL;
        bool relative = flag[0] == 'L' || flag[0] == 'M' || flag[0] == 'N';
        if (alone)
            apply(r, word, flag,
                  (relative ? (unsigned)ISN_STEM_NOUN : kinds) |
                      (is_usual_noun(flag) ? (unsigned)ISN_STEM_USUAL : 0u));
    }
}

static void add_tool(reader *r, const letters *word, isn_str flags) {
    unsigned kinds = ISN_STEM_TOOL | ISN_STEM_USUAL;
    for (size_t i = 0; i + 1 < flags.len; i += 2)
        if (!is_upper(flags.ptr[i]))
            kinds |= ISN_STEM_NOUN_SUF;
    if (has_flag(flags, "Td") || has_flag(flags, "Te") || has_flag(flags, "Tg"))
        kinds |= ISN_STEM_TOOL_PREP;
    add_stem(r, word, kinds);
}

static void add_word(reader *r, isn_str entry) {
    isn_str cells[1], flags;
    letters word;
    uint32_t number = 0;
    if (cells_of(cells, 1, entry) == 0)
        return;
    isn_str bare = before_slash(cells[0]);
    for (size_t i = bare.len + 1; i < cells[0].len; i++)
        number = number * 10 + (uint32_t)(cells[0].ptr[i] - '0') % 10;
    if (number == 0 || number >= r->sets.len || !read_letters(&word, bare) || word.n == 0)
        return; /* without flags: words with their clitics on, spelled out one by one */
    flags = r->sets.ptr[number];
    if (flags.ptr[0] == 'T')
        add_tool(r, &word, flags);
    else if (memmem(flags.ptr, flags.len, "Pb", 2) != NULL)
        add_verb(r, &word, flags);
    else
        add_noun(r, &word, flags);
}

/* ---- files ------------------------------------------------------------------------------------------------------ */

static isn_status read_half(isn_str *out, isn_arena *arena, isn_buf *sources, const char *prefix,
                            const char *end, isn_error *error) {
    char path[4096], *bytes;
    size_t len;
    if (snprintf(path, sizeof path, "%s%s", prefix, end) >= (int)sizeof path)
        return isn_fail(error, ISN_EUSAGE, prefix, 0, "too long a path");
    isn_status status = isn_file_read(&bytes, &len, path, error);
    if (status != ISN_OK)
        return status;
    isn_buf_puts(sources, end);
    isn_buf_putc(sources, 0);
    isn_buf_put(sources, bytes, len);
    *out = isn_str_of(sources->failed ? "" : isn_arena_copy(arena, bytes, len),
                      sources->failed ? 0 : len);
    isn_heap_free(bytes);
    return ISN_OK;
}

isn_status isn_stems_read(isn_stems *out, isn_arena *arena, isn_buf *sources, const char *prefix,
                          isn_error *error) {
    reader r = {.arena = arena, .path = prefix, .out = out};
    isn_str affixes, words, line;
    *out = (isn_stems){.size = prefix != NULL ? 1u << 20 : 16};
    out->slots = ISN_NEW(arena, uint32_t, out->size);
    if (prefix == NULL)
        return ISN_OK;
    isn_status status = read_half(&affixes, arena, sources, prefix, ".aff", error);
    if (status == ISN_OK)
        status = read_half(&words, arena, sources, prefix, ".dic", error);
    if (status != ISN_OK)
        return status;
    read_affixes(&r, affixes);
    next_line(&line, &words); /* their number */
    while (next_line(&line, &words))
        add_word(&r, line);
    if (out->n == 0)
        return isn_fail(error, ISN_EFORMAT, prefix, 0, "no spelling dictionary of Hunspell's");
    return ISN_OK;
}
