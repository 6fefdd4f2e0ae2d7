/* inflect.c: principal parts → forms. See inflect.h.
 *
 * Works on the spelling before folding, because hamza and the final weak letters decide how a word
 * inflects, and folds each form at the end. Letters of affixes are written in Buckwalter's
 * transliteration (A alef, p teh marbuta, Y alef maksura, ' > < & } | the hamzas), so that the rules
 * can be read without a keyboard for Arabic; the words themselves come from lang/ar. Where spelling
 * has two habits, both forms are made. */
#include "compile/inflect.h"

#include <string.h>

#include "text/text.h"

/* ---- letters ------------------------------------------------------------------------------------ */

#define STEM_MAX 28

typedef struct stem {
    uint32_t cp[STEM_MAX];
    unsigned n;
} stem;

static uint32_t letter(char c) {
    static const struct {
        char c;
        uint16_t cp;
    } map[] = {{'\'', 0x621}, {'|', 0x622}, {'>', 0x623}, {'&', 0x624}, {'<', 0x625}, {'}', 0x626},
               {'A', 0x627},  {'b', 0x628}, {'p', 0x629}, {'t', 0x62a}, {'v', 0x62b}, {'d', 0x62f},
               {'*', 0x630},  {'z', 0x632}, {'s', 0x633}, {'S', 0x635}, {'D', 0x636}, {'T', 0x637},
               {'Z', 0x638},  {'m', 0x645}, {'n', 0x646}, {'w', 0x648}, {'Y', 0x649}, {'y', 0x64a}};
    for (unsigned i = 0; i < ISN_LEN(map); i++)
        if (map[i].c == c)
            return map[i].cp;
    return 0;
}

/* Letter `i`, from the end when negative; ' ' where there is none or one that no rule asks for. */
static bool is(const stem *s, int i, char c) {
    int at = i < 0 ? (int)s->n + i : i;
    return at >= 0 && at < (int)s->n && s->cp[at] == letter(c);
}

static bool is_any(const stem *s, int i, const char *letters) {
    for (; *letters != 0; letters++)
        if (is(s, i, *letters))
            return true;
    return false;
}

static stem cut(stem s, unsigned letters) {
    s.n -= letters < s.n ? letters : s.n;
    return s;
}

static stem add(stem s, const char *letters) {
    for (; *letters != 0 && s.n < STEM_MAX; letters++)
        s.cp[s.n++] = letter(*letters);
    return s;
}

static stem set(stem s, int i, char c) {
    int at = i < 0 ? (int)s.n + i : i;
    if (at >= 0 && at < (int)s.n)
        s.cp[at] = letter(c);
    return s;
}

static stem drop(stem s, int i) {
    unsigned at = (unsigned)(i < 0 ? (int)s.n + i : i);
    if (at >= s.n)
        return s;
    memmove(s.cp + at, s.cp + at + 1, (s.n - at - 1) * sizeof(*s.cp));
    s.n--;
    return s;
}

static stem before(char c, stem s) {
    if (s.n == STEM_MAX)
        return s;
    memmove(s.cp + 1, s.cp, s.n * sizeof(*s.cp));
    s.cp[0] = letter(c);
    s.n++;
    return s;
}

static bool same(const stem *a, const stem *b) {
    return a->n == b->n && memcmp(a->cp, b->cp, a->n * sizeof(*a->cp)) == 0;
}

/* ---- putting forms -------------------------------------------------------------------------------- */

static void put_exact(isn_forms *out, const stem *s, unsigned form) {
    char utf8[STEM_MAX * 4];
    uint8_t fold[STEM_MAX * 4];
    size_t n = 0;
    for (unsigned i = 0; i < s->n; i++)
        n += isn_utf8_put(utf8 + n, s->cp[i]);
    size_t len = isn_fold(fold, utf8, n);
    if (len == 0 || len > ISN_FORM_LETTERS || out->n == ISN_FORMS_MAX)
        return;
    isn_form *f = &out->ptr[out->n++];
    memcpy(f->fold, fold, len);
    f->len = (uint8_t)len;
    f->form = (uint16_t)form;
}

/* Stem and suffix; a hamza at the seam takes the seats that are in use. */
static void put(isn_forms *out, stem s, const char *suffix, unsigned form) {
    stem plain = add(s, suffix);
    if (suffix[0] == 'A' && is(&s, -1, '>')) { /* qr> + A: the two become one madda */
        plain = add(set(s, -1, '|'), suffix + 1);
    } else if (suffix[0] == 'A' && is(&s, -1, '\'') && is(&s, -2, 'y')) { /* $y' + A */
        plain = add(set(s, -1, '}'), suffix);
    } else if (suffix[0] == 'w' && is_any(&s, -1, "'>}")) { /* yqr&wn beside yqr>wn */
        stem seat = add(set(s, -1, '&'), suffix);
        put_exact(out, &seat, form);
        if (is(&s, -1, '\'') && is(&s, -2, 'y')) { /* yjy}wn */
            seat = add(set(s, -1, '}'), suffix);
            put_exact(out, &seat, form);
        }
    } else if (suffix[0] == 'y' && is_any(&s, -1, "'>&")) { /* bnA}yn beside bnA'yn */
        stem seat = add(set(s, -1, '}'), suffix);
        put_exact(out, &seat, form);
    }
    put_exact(out, &plain, form);
}

/* The same before a suffix that begins with a consonant: t + t and n + n are written once. */
static void put_closed(isn_forms *out, stem s, const char *suffix, unsigned form) {
    if ((suffix[0] == 't' || suffix[0] == 'n') && is(&s, -1, suffix[0]))
        s = cut(s, 1);
    put(out, s, suffix, form);
}

/* ---- what kind of verb ------------------------------------------------------------------------------ */

typedef struct verb {
    stem perf, impf; /* third person masculine singular; n == 0 when not given */
    bool hollow;     /* long vowel before the last letter: qAl, >SAb, AgtAl */
    bool doubled;    /* last letter stands for two: $n, >Ed, AHtl */
    bool maybe;      /* Astql or Astlm: the spelling does not tell */
} verb;

static bool is_hollow(const verb *v) {
    if (!is(&v->perf, -2, 'A') || v->perf.n < 3 || is_any(&v->perf, -1, "AyY"))
        return false;
    return v->impf.n == 0 ||
           (is_any(&v->impf, -2, "wyA") && v->impf.cp[v->impf.n - 1] == v->perf.cp[v->perf.n - 1]);
}

/* Four letters with alef of union: AnDm, AHtl, AHmr are doubled; AtHd, AtSl, ATlE have a first radical
 * that took the teh of form VIII into itself. */
static bool is_doubled_four(const stem *p) {
    return is(p, 0, 'A') && (!is_any(p, 1, "tTd*vZ") || is_any(p, 2, "tTd"));
}

/* Five: ATm>n, AqSEr, ADmHl, which are neither VII with its noon, nor VIII with its teh, nor X. */
static bool is_doubled_five(const stem *p) {
    return p->n == 5 && is(p, 0, 'A') && !is(p, 1, 'n') && !is_any(p, 2, "tTdAwy");
}

static void classify(verb *v) {
    const stem *p = &v->perf;
    if (p->n == 0 || is_any(p, -1, "AYy") || is_any(p, -1, "'>&}")) {
        v->hollow = p->n != 0 && is_hollow(v); /* jA', >sA' */
        return;
    }
    v->hollow = is_hollow(v);
    if (v->hollow)
        return;
    v->doubled = p->n == 2 || is_doubled_five(p) ||
                 (p->n == 3 && is(p, 0, '>') && v->impf.n == 3) ||
                 (p->n == 4 && is_doubled_four(p));
    v->maybe = p->n == 5 && is(p, 0, 'A') && is(p, 1, 's') && is(p, 2, 't');
}

/* ---- perfect ------------------------------------------------------------------------------------------ */

/* The stem as it is before each kind of ending. */
typedef struct perfect {
    stem bare, open /* -t, -tA */, dual /* -A */, plural /* -wA */, closed /* -t -nA -n -tm */;
} perfect;

/* jA' before a consonant is j}-, sA' s&-, >sA' >s>-: the seat follows the vowel that remains. */
static stem shorten(const verb *v, stem s) {
    s = drop(s, -2);
    if (!is(&s, -1, '\''))
        return s;
    if (v->perf.n > 3)
        return set(s, -1, '>');
    return set(s, -1, is(&v->impf, -2, 'w') ? '&' : '}');
}

static perfect perfect_of(const verb *v, const stem *p) {
    perfect f = {*p, *p, *p, *p, *p};
    stem base = cut(*p, 1);
    if (is(p, -1, 'Y') || (is(p, -1, 'A') && is(p, -2, 'y'))) { /* rmY, >HyA */
        f.open = f.plural = base;
        f.dual = f.closed = add(base, "y");
    } else if (is(p, -1, 'A')) { /* dEA */
        f.open = f.plural = base;
        f.dual = f.closed = add(base, "w");
    } else if (is(p, -1, 'y')) { /* lqy */
        f.plural = base;
    } else if (v->hollow) {
        f.closed = shorten(v, *p);
    } else if (v->doubled) {
        f.closed.n++;
        f.closed.cp[p->n] = p->cp[p->n - 1];
    }
    return f;
}

static void put_closed_perfect(isn_forms *out, const stem *s, unsigned form) {
    put_closed(out, *s, "n", form | ISN_FORM_PL | ISN_FORM_FEM);
    put_closed(out, *s, "t", form | ISN_FORM_P1);
    put_closed(out, *s, "nA", form | ISN_FORM_P1 | ISN_FORM_PL);
    put_closed(out, *s, "tmA", form | ISN_FORM_P2 | ISN_FORM_DU);
    put_closed(out, *s, "tm", form | ISN_FORM_P2 | ISN_FORM_PL);
    put_closed(out, *s, "tn", form | ISN_FORM_P2 | ISN_FORM_PL | ISN_FORM_FEM);
}

static void put_perfect(isn_forms *out, const verb *v, const stem *p, unsigned form) {
    perfect f = perfect_of(v, p);
    form |= ISN_FORM_PERF;
    put(out, f.bare, "", form);
    put(out, f.open, "t", form | ISN_FORM_FEM);
    put(out, f.dual, "A", form | ISN_FORM_DU);
    put(out, f.open, "tA", form | ISN_FORM_DU | ISN_FORM_FEM);
    put(out, f.plural, "wA", form | ISN_FORM_PL);
    if (f.plural.n >= 3) /* استشهدو: posts leave out the mute alef; not عدو، نمو */
        put(out, f.plural, "w", form | ISN_FORM_PL);
    put_closed_perfect(out, &f.closed, form);
    if (v->maybe) {
        stem twice = f.closed;
        twice.cp[twice.n] = twice.cp[twice.n - 1];
        twice.n++;
        put_closed_perfect(out, &twice, form);
    }
}

/* ---- imperfect ------------------------------------------------------------------------------------------ */

/* Without the prefix. */
typedef struct imperfect {
    stem bare, dual /* -An */, plural /* -wn */, you /* -yn */, closed /* -n */, jussive;
} imperfect;

static stem shorten_imperfect(stem s) {
    char seat = is(&s, -2, 'A') ? '>' : is(&s, -2, 'w') ? '&' : '}';
    s = drop(s, -2);
    return is(&s, -1, '\'') ? set(s, -1, seat) : s;
}

static imperfect imperfect_of(const verb *v, const stem *i) {
    stem r = drop(*i, 0), base = cut(r, 1);
    imperfect f = {r, r, r, r, r, r};
    if (is(&r, -1, 'y')) { /* yrmy */
        f.plural = f.you = f.jussive = base;
    } else if (is(&r, -1, 'Y') || is(&r, -1, 'A')) { /* ylqY */
        f.plural = f.you = f.jussive = base;
        f.dual = f.closed = add(base, "y");
    } else if (is(&r, -1, 'w')) { /* ydEw */
        f.plural = f.you = f.jussive = base;
    } else if (v->hollow && is_any(&r, -2, "wyA")) { /* yqwl, ySyb */
        f.closed = f.jussive = shorten_imperfect(r);
    } else if (v->doubled && r.n < STEM_MAX) { /* y$n */
        f.closed.n++;
        f.closed.cp[r.n] = r.cp[r.n - 1];
    }
    return f;
}

static void put_with(isn_forms *out, char prefix, const stem *s, const char *suffix,
                     unsigned form) {
    if (prefix == '>' && is(s, 0, '>')) /* > + >x* is |x* */
        put(out, set(*s, 0, '|'), suffix, form);
    else
        put(out, before(prefix, *s), suffix, form);
}

/* Of the jussive only the third person: the press hardly says "we did not", while its spellings (>ql, nql)
 * are words of every report. */
static void put_bare(isn_forms *out, const stem *s, unsigned form) {
    put_with(out, 'y', s, "", form);
    put_with(out, 't', s, "", form | ISN_FORM_FEM);
    if (form & ISN_FORM_JUSSIVE)
        return;
    put_with(out, '>', s, "", form | ISN_FORM_P1);
    put_with(out, 'n', s, "", form | ISN_FORM_P1 | ISN_FORM_PL);
}

static void put_imperfect(isn_forms *out, const verb *v, const stem *i, unsigned form) {
    imperfect f = imperfect_of(v, i);
    form |= ISN_FORM_IMPF;
    unsigned du = form | ISN_FORM_DU, pl = form | ISN_FORM_PL, you = form | ISN_FORM_P2;
    put_bare(out, &f.bare, form);
    if (!same(&f.jussive, &f.bare))
        put_bare(out, &f.jussive, form | ISN_FORM_JUSSIVE);
    put_with(out, 'y', &f.dual, "An", du);
    put_with(out, 'y', &f.dual, "A", du);
    put_with(out, 't', &f.dual, "An", du | ISN_FORM_FEM);
    put_with(out, 't', &f.dual, "A", du | ISN_FORM_FEM);
    put_with(out, 'y', &f.plural, "wn", pl);
    put_with(out, 'y', &f.plural, "wA", pl);
    put_with(out, 't', &f.plural, "wn", pl | ISN_FORM_P2);
    put_with(out, 't', &f.plural, "wA", pl | ISN_FORM_P2);
    put_with(out, 't', &f.you, "yn", you | ISN_FORM_FEM);
    put_with(out, 't', &f.you, "y", you | ISN_FORM_FEM);
    put_closed(out, before('y', f.closed), "n", pl | ISN_FORM_FEM);
    put_closed(out, before('t', f.closed), "n", pl | ISN_FORM_FEM | ISN_FORM_P2);
}

/* ---- passive, where it is spelled otherwise ---------------------------------------------------------------- */

static stem passive_perfect(const verb *v) {
    stem p = v->perf;
    if (v->hollow) /* qyl, >Syb, Agtyl, AstEyd */
        return set(p, -2, 'y');
    if (is_any(&p, -1, "YA")) /* dEy, rmy */
        p = set(p, -1, 'y');
    if (is(&p, -1, '>') && p.n > 2) /* bd}, >n$} */
        p = set(p, -1, '}');
    if (p.n >= 4 && is(&p, 1, 'A')) /* hwjm */
        p = set(p, 1, 'w');
    else if (p.n >= 5 && is(&p, 0, 't') && is(&p, 2, 'A')) /* tdwwl */
        p = set(p, 2, 'w');
    else if (p.n == 3 && is(&p, 1, '>')) /* s}l */
        p = set(p, 1, '}');
    else if (is(&p, 0, '|')) /* >w*y */
        p = before('>', set(p, 0, 'w'));
    else if (is(&p, 0, '>') && is(&p, 1, 'y') && is(&v->impf, 1, 'w')) /* >wqZ */
        p = set(p, 1, 'w');
    return p;
}

static stem passive_imperfect(const verb *v) {
    stem i = v->impf;
    if (v->hollow && is_any(&i, -2, "wyA")) /* yqAl, ySAb, ystEAd */
        return set(i, -2, 'A');
    if (is_any(&i, -1, "yw")) /* ydEY, yrmY */
        i = set(i, -1, 'Y');
    else if (is(&i, -1, '}')) /* yn$> */
        i = set(i, -1, '>');
    if (v->perf.n == 3 && is(&v->perf, 0, 'w') && i.n == 3) /* ywjd */
        i = before('y', set(i, 0, 'w'));
    if (is(&v->perf, 0, '>') && is(&i, 0, 'y') && is(&i, 1, '>')) /* y&sr, y&x* */
        i = set(i, 1, '&');
    return i;
}

static void put_verb(isn_forms *out, verb *v) {
    classify(v);
    if (v->perf.n != 0) {
        stem passive = passive_perfect(v);
        put_perfect(out, v, &v->perf, 0);
        bool two_waws = is(&passive, 0, 'w') && is(&passive, 1, 'w'); /* ووصلت: "and it arrived" */
        if (!same(&passive, &v->perf) && !two_waws)
            put_perfect(out, v, &passive, ISN_FORM_PASSIVE);
    }
    if (v->impf.n != 0) {
        stem passive = passive_imperfect(v);
        put_imperfect(out, v, &v->impf, 0);
        if (!same(&passive, &v->impf))
            put_imperfect(out, v, &passive, ISN_FORM_PASSIVE);
    }
}

/* ---- nouns and adjectives -------------------------------------------------------------------------------------- */

static void put_dual(isn_forms *out, const stem *s, unsigned form) {
    stem base = is(s, -1, 'p')   ? set(*s, -1, 't')
                : is(s, -1, 'Y') ? set(*s, -1, 'y')
                : is(s, -1, 'A') ? set(*s, -1, 'w')
                                 : *s;
    form |= ISN_FORM_DU;
    put(out, base, "An", form);
    put(out, base, "yn", form);
    put(out, base, "A", form | ISN_FORM_CONSTRUCT);
    put(out, base, "y", form | ISN_FORM_CONSTRUCT);
}

/* The indefinite accusative is written with an alef, but after p, A', A, Y and hamza on alef. */
static void put_accusative(isn_forms *out, const stem *s, unsigned form) {
    if (is_any(s, -1, "pAY>") || (is(s, -1, '\'') && is(s, -2, 'A')))
        return;
    put(out, *s, "A", form | ISN_FORM_ACC);
}

static void put_singular(isn_forms *out, const stem *s, unsigned form) {
    if (is(s, -1, 'p'))
        form |= ISN_FORM_FEM;
    put(out, *s, "", form);
    put_accusative(out, s, form);
    put_dual(out, s, form);
}

static void put_sound_plural(isn_forms *out, const stem *s, unsigned form) {
    stem base = is_any(s, -1, "Yp") ? cut(*s, 1) : *s;
    form |= ISN_FORM_PL;
    put(out, base, "wn", form);
    put(out, base, "yn", form);
    put(out, base, "w", form | ISN_FORM_CONSTRUCT);
    put(out, base, "y", form | ISN_FORM_CONSTRUCT);
}

/* gArp → gArAt, mst$fY → mst$fyAt, mbArAp → mbAryAt. */
static void put_feminine_plural(isn_forms *out, const stem *s, unsigned form) {
    stem base = *s;
    if (is(s, -1, 'p'))
        base = is(s, -2, 'A') ? set(cut(*s, 1), -1, 'y') : cut(*s, 1);
    else if (is(s, -1, 'Y'))
        base = set(*s, -1, 'y');
    put(out, base, "At", form | ISN_FORM_PL | ISN_FORM_FEM);
}

/* A plural written out. One in -wn of six letters and more (not sjwn, &wn) has the oblique forms too. */
static void put_plural(isn_forms *out, const stem *s, unsigned form) {
    if (s->n >= 6 && is(s, -1, 'n') && is(s, -2, 'w')) {
        stem base = cut(*s, 2);
        put_sound_plural(out, &base, form);
        return;
    }
    form |= ISN_FORM_PL;
    if (is(s, -1, 't') && is(s, -2, 'A')) {
        put(out, *s, "", form | ISN_FORM_FEM);
        return;
    }
    put(out, *s, "", form);
    put_accusative(out, s, form);
}

/* `weak`: participle of a verb with a weak end, whose yeh is lost in m&d, m&dwn. */
static void put_adjective(isn_forms *out, const stem *s, unsigned form, bool weak) {
    stem masculine = is(s, -1, 'p') ? cut(*s, 1) : *s;
    stem feminine = is(s, -1, 'Y') ? add(set(*s, -1, 'A'), "p") : add(masculine, "p");
    if (!is(s, -1, 'p')) {
        stem base = weak ? cut(masculine, 1) : masculine;
        put_singular(out, &masculine, form);
        if (weak)
            put(out, base, "", form);
        put_sound_plural(out, &base, form);
    }
    put_singular(out, &feminine, form);
    put_feminine_plural(out, &feminine, form);
}

/* ---- reading principal parts --------------------------------------------------------------------------------------- */

typedef struct parser {
    isn_str text;
    size_t where;
    const char *fault;
} parser;

static const char *fail(parser *p, size_t where, const char *why) {
    if (p->fault == NULL) {
        p->fault = why;
        p->where = where;
    }
    return p->fault;
}

static bool is_mark(uint32_t cp) {
    return (cp >= 0x64b && cp <= 0x65f) || cp == 0x670 || cp == 0x640;
}

/* Letters [from, to) of the text; "-" gives an empty stem. */
static stem read_stem(parser *p, size_t from, size_t to) {
    const unsigned char *at = (const unsigned char *)p->text.ptr + from;
    const unsigned char *end = (const unsigned char *)p->text.ptr + to;
    stem s = {.n = 0};
    if (from == to)
        fail(p, from, "an empty part; write - for a form that does not exist");
    if (to - from == 1 && *at == '-')
        return s;
    while (at < end) {
        uint32_t cp;
        size_t where = (size_t)((const char *)at - p->text.ptr);
        at += isn_utf8_next(&cp, at, end);
        if (is_mark(cp))
            continue;
        if (cp == ' ')
            fail(p, where,
                 "a blank in an inflected word; fixed words stand after \" ~ \", or pos is name");
        else if (cp < 0x621 || cp > 0x64a)
            fail(p, where, "not an Arabic letter");
        else if (s.n >= STEM_MAX - 8)
            fail(p, where, "too long a word");
        else
            s.cp[s.n++] = cp;
    }
    return s;
}

/* Plurals are separated by / or by commas. */
static size_t find_plural(const parser *p, size_t from, size_t to) {
    while (from < to && p->text.ptr[from] != '/' && p->text.ptr[from] != ',')
        from++;
    return from;
}

static size_t find(const parser *p, size_t from, size_t to, char c) {
    const char *at = memchr(p->text.ptr + from, c, to - from);
    return at != NULL ? (size_t)(at - p->text.ptr) : to;
}

/* One plural of a noun: + @ - or written out. */
static void read_plural(parser *p, isn_forms *out, size_t from, size_t to, const stem *singular,
                        unsigned form) {
    char sign = to - from == 1 ? p->text.ptr[from] : 0;
    if (sign == '-')
        return;
    if ((sign == '+' || sign == '@') && singular->n == 0) {
        fail(p, from, "a plural by rule needs a singular");
    } else if (sign == '+') {
        put_sound_plural(out, singular, form);
    } else if (sign == '@') {
        put_feminine_plural(out, singular, form);
    } else {
        stem s = read_stem(p, from, to);
        if (s.n != 0)
            put_plural(out, &s, form);
    }
}

static void read_noun(parser *p, isn_forms *out, unsigned form) {
    size_t len = p->text.len, end = find(p, 0, len, '/');
    stem s = read_stem(p, 0, end);
    if (s.n != 0)
        put_singular(out, &s, form);
    while (end < len) {
        size_t from = end + 1;
        end = find_plural(p, from, len);
        read_plural(p, out, from, end, &s, form);
    }
}

static void read_adjective(parser *p, isn_forms *out) {
    size_t len = p->text.len, end = find(p, 0, len, '/');
    stem s = read_stem(p, 0, end);
    if (s.n == 0)
        fail(p, 0, "an adjective needs its masculine singular");
    else
        put_adjective(out, &s, ISN_FORM_ADJ, false);
    while (end < len) {
        size_t from = end + 1;
        end = find_plural(p, from, len);
        read_plural(p, out, from, end, &s, ISN_FORM_ADJ);
    }
}

/* A verbal noun with its plurals: hjwm+hjmAt. A long one, or one in p, has the sound plural too. */
static void read_masdar(parser *p, isn_forms *out, size_t from, size_t to) {
    size_t end = find(p, from, to, '+');
    stem s = read_stem(p, from, end);
    if (s.n == 0)
        return;
    put_singular(out, &s, ISN_FORM_MASDAR);
    if (s.n >= 5 || is(&s, -1, 'p'))
        put_feminine_plural(out, &s, ISN_FORM_MASDAR);
    while (end < to) {
        from = end + 1;
        end = find(p, from, to, '+');
        read_plural(p, out, from, end, &s, ISN_FORM_MASDAR);
    }
}

static void read_participle(parser *p, isn_forms *out, size_t from, size_t to, const verb *v,
                            unsigned form) {
    stem s = read_stem(p, from, to);
    bool weak = form == ISN_FORM_ACTIVE && v->perf.n != 0 && is_any(&v->perf, -1, "AYy");
    if (s.n == 0)
        return;
    if (weak && !is(&s, -1, 'y'))
        s = add(s, "y"); /* given as m&d */
    put_adjective(out, &s, form, weak);
}

/* Part `number` of a verb after its two finite forms; alternatives are separated by commas. */
static void read_verbal(parser *p, isn_forms *out, const verb *v, unsigned number, size_t from,
                        size_t to) {
    for (size_t end;; from = end + 1) {
        end = find(p, from, to, ',');
        if (number == 2)
            read_masdar(p, out, from, end);
        else
            read_participle(p, out, from, end, v,
                            number == 3 ? ISN_FORM_ACTIVE : ISN_FORM_PASSIVE_PART);
        if (end == to)
            return;
    }
}

static void read_verb(parser *p, isn_forms *out) {
    verb v = {.hollow = false};
    size_t len = p->text.len, end = 0;
    for (unsigned number = 0; number == 0 || end < len; number++) {
        size_t from = number == 0 ? 0 : end + 1;
        end = find(p, from, len, '/');
        if (number == 0) {
            v.perf = read_stem(p, from, end);
            if (v.perf.n == 1)
                fail(p, from, "too short a verb");
        } else if (number == 1) {
            v.impf = read_stem(p, from, end);
            if (v.impf.n != 0 && (!is(&v.impf, 0, 'y') || v.impf.n < 2))
                fail(p, from, "an imperfect begins with yeh");
            if (p->fault == NULL)
                put_verb(out, &v);
        } else if (number <= 4) {
            read_verbal(p, out, &v, number, from, end);
        } else {
            fail(p, from, "a verb has five parts: perfect/imperfect/masdar/active/passive");
        }
        if (number == 0 && end == len)
            fail(p, len, "a verb needs its imperfect: perfect/imperfect/masdar/active/passive");
    }
}

/* ---- one reading for one spelling -------------------------------------------------------------------------------------- */

/* Lower is likelier in the press: the third person before the first, what is spelled as an active
 * before what would be a passive; plural before dual; ykn after lm before ykn of women. */
static unsigned rank(unsigned form) {
    static const uint8_t persons[] = {0, 3, 2, 3};
    bool plural = (form & ISN_FORM_NUMBER) == ISN_FORM_PL, feminine = (form & ISN_FORM_FEM) != 0;
    unsigned r = persons[(form & ISN_FORM_PERSON) / ISN_FORM_P2];
    unsigned shape = plural && feminine                        ? 4
                     : (form & ISN_FORM_NUMBER) == ISN_FORM_DU ? 3
                     : (form & ISN_FORM_JUSSIVE) != 0          ? 2
                     : plural                                  ? 1
                                                               : 0;
    if (form & ISN_FORM_PASSIVE)
        r = r == 0 ? 1 : r + 2;
    return (r * 5 + shape) * 2 + feminine;
}

static bool is_finite(unsigned form) {
    return (form & ISN_FORM_KIND) == ISN_FORM_PERF || (form & ISN_FORM_KIND) == ISN_FORM_IMPF;
}

/* Does `b` make `a` needless? */
static bool covers(const isn_form *b, const isn_form *a, bool earlier) {
    if (a->len != b->len || memcmp(a->fold, b->fold, a->len) != 0)
        return false;
    if (a->form == b->form)
        return earlier;
    if (!is_finite(a->form) || !is_finite(b->form))
        return false;
    if ((a->form & ISN_FORM_KIND) !=
        (b->form & ISN_FORM_KIND)) /* >Eln: he announced, not I announce */
        return (a->form & ISN_FORM_PERSON) != ISN_FORM_P3 &&
               (b->form & ISN_FORM_PERSON) == ISN_FORM_P3;
    return rank(b->form) < rank(a->form);
}

static void remove_needless(isn_forms *out) {
    unsigned kept = 0;
    bool gone[ISN_FORMS_MAX] = {false};
    for (unsigned i = 0; i < out->n; i++)
        for (unsigned j = 0; j < out->n && !gone[i]; j++)
            gone[i] = i != j && covers(&out->ptr[j], &out->ptr[i], j < i);
    for (unsigned i = 0; i < out->n; i++)
        if (!gone[i])
            out->ptr[kept++] = out->ptr[i];
    out->n = kept;
}

const char *isn_inflect(isn_forms *out, unsigned pos, isn_str text, size_t *where) {
    parser p = {.text = text};
    out->n = 0;
    switch (pos) {
    case ISN_POS_NOUN: read_noun(&p, out, ISN_FORM_NOUN); break;
    case ISN_POS_MASDAR: read_noun(&p, out, ISN_FORM_MASDAR); break;
    case ISN_POS_ADJ: read_adjective(&p, out); break;
    case ISN_POS_VERB: read_verb(&p, out); break;
    default: fail(&p, 0, "this part of speech does not inflect");
    }
    remove_needless(out);
    *where = p.where;
    return p.fault;
}

bool isn_form_nominal(unsigned form) {
    return !is_finite(form) && (form & ISN_FORM_KIND) != ISN_FORM_NAME;
}

bool isn_form_articled(unsigned form) {
    return isn_form_nominal(form) && !(form & (ISN_FORM_CONSTRUCT | ISN_FORM_ACC));
}
