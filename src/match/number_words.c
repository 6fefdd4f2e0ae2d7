/* number_words.c: the grammar of numbers, in words and digits. Left of it: the numerals of the lexicon at
 * each word. Right of it: number.c, which adds bounds and nouns, and date.c.
 *
 * A number is a sum of parts of falling scale, each a group below a thousand and its scale:
 *     ثلاثة ملايين و | مئتان وخمسة وعشرون ألفا و | أربعمئة واثنا عشر
 * Within a group: hundreds, then (joined by و) a unit, then (joined by و) tens. A numeral that may not go on
 * the number ends it before its و; when it stands there without و, the last group is given back, so that
 * no scale is ever dropped: in "ألف وخمسة ملايين" the first number ends at "ألف". */
#include "match/numeral.h"

#include <string.h>

/* ---- small questions about words ------------------------------------------------------------------ */

uint32_t isn_sentence_end(const isn_scan *scan, uint32_t at) {
    return scan->sentence_word[scan->words[at].sentence + 1];
}

static const isn_token *token_of(const isn_scan *scan, uint32_t at) {
    return &scan->text->tokens[scan->words[at].token];
}

static bool is_letters(const isn_scan *scan, uint32_t at, const uint8_t *letters, size_t n) {
    const isn_token *token = token_of(scan, at);
    return token->kind == ISN_TOK_WORD && token->fold_len == n &&
           memcmp(scan->text->fold + token->fold, letters, n) == 0;
}

bool isn_word_is_article(const isn_scan *scan, uint32_t at) {
    static const uint8_t article[] = {ISN_F_ALEF, ISN_F_LAM};
    return at + 1 < scan->nwords && scan->words[at + 1].kind == ISN_TOK_NUMBER &&
           is_letters(scan, at, article, 2);
}

bool isn_word_is_and(const isn_scan *scan, uint32_t at) {
    static const uint8_t letter[] = {ISN_F_WAW};
    return is_letters(scan, at, letter, 1);
}

bool isn_match_kind(uint32_t *last, const isn_scan *scan, uint32_t at, isn_table table,
                    unsigned column, int32_t value, unsigned pre) {
    if (at >= scan->nwords || !(scan->word_tables[at] & (1u << table)))
        return false;
    for (uint32_t h = scan->word_hit[at]; h < scan->word_hit[at + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        unsigned cut = scan->words[at].reading[hit->reading].pre;
        if (cut & ~(pre | (unsigned)ISN_CL_AL))
            continue;
        for (unsigned s = 0; s < hit->nsenses; s++)
            if (hit->senses[s].table == (uint8_t)table &&
                isn_lex_int(scan->lex, table, hit->senses[s].row, column) == value) {
                *last = hit->last;
                return true;
            }
    }
    return false;
}

/* ---- digits ------------------------------------------------------------------------------------------- */

static int digit_of(uint32_t cp) {
    if (cp >= '0' && cp <= '9')
        return (int)(cp - '0');
    if (cp >= 0x0660 && cp <= 0x0669)
        return (int)(cp - 0x0660);
    if (cp >= 0x06f0 && cp <= 0x06f9)
        return (int)(cp - 0x06f0);
    return -1;
}

static bool is_mark(uint32_t cp) {
    return cp == 0x0640 || (cp >= 0x064b && cp <= 0x065f) || (cp >= 0x200b && cp <= 0x200f) ||
           (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2066 && cp <= 0x2069) || cp == 0x061c ||
           cp == 0xfeff;
}

unsigned isn_number_pieces(int64_t *pieces, uint32_t *seps, uint8_t *widths, unsigned room,
                           const isn_scan *scan, uint32_t at) {
    const isn_token *token = token_of(scan, at);
    const unsigned char *p = (const unsigned char *)scan->text->article->bytes + token->start;
    const unsigned char *end = p + (token->end - token->start);
    unsigned n = 0;
    bool open = false;
    while (p < end) {
        uint32_t cp;
        p += isn_utf8_next(&cp, p, end);
        int digit = digit_of(cp);
        if (digit < 0) {
            if (!is_mark(cp) && open) {
                seps[n - 1] = cp;
                open = false;
            }
            continue;
        }
        if (!open) {
            if (n == room)
                return 0;
            pieces[n] = 0;
            widths[n] = 0;
            seps[n++] = 0;
            open = true;
        }
        if (++widths[n - 1] > 18)
            return 0;
        pieces[n - 1] = pieces[n - 1] * 10 + digit;
    }
    return n;
}

static bool is_point(uint32_t cp) {
    return cp == '.' || cp == 0x066b;
}

/* Arabic and Latin commas, the Arabic thousands sign, apostrophes, spaces that do not break. */
static bool is_thousands(uint32_t cp) {
    return cp == ',' || cp == 0x060c || cp == 0x066c || cp == '\'' || cp == 0x2019 ||
           cp == 0x00a0 || cp == 0x202f || cp == 0x2009;
}

typedef struct digits {
    int64_t whole;
    double value;
    bool thousand_point; /* 1.200: thousands, unless a scale follows */
    bool label;
} digits;

static double decimals(int64_t piece, unsigned width) {
    double value = (double)piece;
    while (width-- > 0)
        value /= 10;
    return value;
}

/* 1,200 and 26٬013 and 1.200.000 are thousands; 3.5 and 2,75 decimals; 26،013،94 both. */
static bool read_groups(digits *out, const int64_t *pieces, const uint32_t *seps,
                        const uint8_t *widths, unsigned n) {
    int64_t whole = pieces[0];
    for (unsigned i = 1; i < n; i++) {
        uint32_t sep = seps[i - 1];
        bool last = i + 1 == n;
        if (!is_point(sep) && !is_thousands(sep))
            return false;
        if (widths[i] == 3 && (widths[0] <= 3) && sep != 0x066b && pieces[0] != 0 &&
            (i == 1 || seps[i - 2] == sep)) {
            if (whole > INT64_MAX / 1000 - 1)
                return false;
            whole = whole * 1000 + pieces[i];
            out->thousand_point = n == 2 && is_point(sep);
            continue;
        }
        if (!last)
            return false;
        out->whole = whole;
        out->value = (double)whole + decimals(pieces[i], widths[i]);
        return true;
    }
    out->whole = whole;
    out->value = (double)whole;
    return true;
}

static bool read_digits(digits *out, const isn_scan *scan, uint32_t at) {
    int64_t pieces[8];
    uint32_t seps[8];
    uint8_t widths[8];
    unsigned n = isn_number_pieces(pieces, seps, widths, 8, scan, at);
    *out = (digits){0};
    if (n == 0)
        return false;
    out->label = (widths[0] > 1 && pieces[0] < 10 && n == 1 && widths[0] > 2) || widths[0] > 9;
    return read_groups(out, pieces, seps, widths, n);
}

/* ---- numerals at one word ------------------------------------------------------------------------------- */

enum { KIND_DIGITS = 100 };

typedef struct numeral {
    uint8_t kind; /* ISN_NUM_* or KIND_DIGITS */
    uint8_t use;  /* ISN_NUMERAL_FEM */
    uint8_t pre, reading;
    int64_t whole;
    double value;
    uint32_t next; /* the word after it */
    digits digits;
} numeral;

#define CANDIDATES 6

static void parse_value(numeral *out, isn_str text) {
    int64_t whole = 0;
    double fraction = 0, place = 1;
    bool point = false;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '.') {
            point = true;
        } else if (!point) {
            whole = whole * 10 + (text.ptr[i] - '0');
        } else {
            place /= 10;
            fraction += place * (text.ptr[i] - '0');
        }
    }
    out->whole = whole;
    out->value = (double)whole + fraction;
}

static void add_candidate(numeral *out, unsigned *n, const isn_scan *scan, const isn_hit *hit,
                          uint32_t row) {
    numeral *c = &out[*n];
    int32_t use = isn_lex_int(scan->lex, ISN_T_NUMERAL, row, ISN_NUMERAL_FEM);
    *c = (numeral){0};
    c->kind = (uint8_t)isn_lex_int(scan->lex, ISN_T_NUMERAL, row, ISN_NUMERAL_KIND);
    c->use = (uint8_t)(use == ISN_NO_INT ? 0 : use);
    c->reading = hit->reading;
    c->pre = scan->words[hit->first].reading[hit->reading].pre;
    if (c->use == 4) { /* وأحد عشر */
        c->use = 2;
        c->pre |= ISN_CL_WAW;
    }
    c->next = hit->last;
    parse_value(c, isn_lex_str(scan->lex, ISN_T_NUMERAL, row, ISN_NUMERAL_VALUE));
    (*n)++;
}

/* What the word may be as a numeral; digits too. */
static unsigned candidates(numeral out[CANDIDATES], const isn_scan *scan, uint32_t at) {
    unsigned n = 0;
    const isn_word *word = &scan->words[at];
    if (word->kind == ISN_TOK_NUMBER) {
        numeral *c = &out[0];
        *c = (numeral){.kind = KIND_DIGITS, .pre = word->reading[0].pre, .next = at + 1};
        if (!read_digits(&c->digits, scan, at))
            return 0;
        c->whole = c->digits.whole;
        c->value = c->digits.value;
        return 1;
    }
    if (!(scan->word_tables[at] & (1u << ISN_T_NUMERAL)))
        return 0;
    for (uint32_t h = scan->word_hit[at]; h < scan->word_hit[at + 1]; h++)
        for (unsigned s = 0; s < scan->hits[h].nsenses && n < CANDIDATES; s++)
            if (scan->hits[h].senses[s].table == ISN_T_NUMERAL)
                add_candidate(out, &n, scan, &scan->hits[h], scan->hits[h].senses[s].row);
    return n;
}

/* ---- the sum --------------------------------------------------------------------------------------------- */

enum { HAS_HUNDRED = 1, HAS_UNIT = 2, HAS_TEN = 4, HAS_DIGITS = 8, HAS_FRACTION = 16 };

typedef struct sum {
    int64_t total; /* closed parts */
    int64_t part;  /* the last of them */
    int64_t scale; /* its scale; INT64_MAX before the first */
    int64_t group;
    double fraction; /* of the group, or of the whole */
    unsigned has;
    unsigned last; /* kind of the last numeral, 255 none */
    bool started, ended, digits_only, label;
    uint8_t pre, reading; /* clitics before its first word, in the reading that was taken */
    uint32_t end;
} sum;

static bool add_simple(sum *s, const numeral *c, bool conj, unsigned blocked, unsigned has) {
    if ((s->has & blocked) || (s->started && !conj))
        return false;
    s->group += c->whole;
    s->has |= has;
    return true;
}

static bool add_teen(sum *s, const numeral *c, bool conj) {
    if (c->whole == 10 && !conj && s->last == ISN_NUM_UNIT && !(s->has & HAS_TEN)) {
        s->group += 10;
        s->has |= HAS_TEN;
        return true;
    }
    return add_simple(s, c, conj, HAS_UNIT | HAS_TEN | HAS_DIGITS | HAS_FRACTION,
                      HAS_UNIT | HAS_TEN);
}

static bool add_hundred(sum *s, const numeral *c, bool conj) {
    bool one = s->has == HAS_UNIT && s->last == ISN_NUM_UNIT && !conj;
    if (one && s->group >= 3) {
        s->group *= 100;
        s->has = HAS_HUNDRED;
        return true;
    }
    if (s->has == HAS_FRACTION && !conj && s->total == 0) { /* نصف مئة */
        s->group = (int64_t)(s->fraction * 100 + 0.5);
        s->fraction = 0;
        s->has = HAS_HUNDRED;
        return true;
    }
    if (c->use == 3 || s->has != 0)
        return false;
    return add_simple(s, c, conj, 0, HAS_HUNDRED);
}

static bool close_part(sum *s, int64_t part, int64_t scale) {
    if (scale >= s->scale || part > INT64_MAX - s->total)
        return false;
    s->total += part;
    s->part = part;
    s->scale = scale;
    s->group = 0;
    s->fraction = 0;
    s->has = 0;
    return true;
}

static int64_t magnitude(int64_t value) {
    int64_t scale = 1000;
    while (scale <= value / 1000)
        scale *= 1000;
    return scale;
}

static bool multiply(sum *s, int64_t scale) {
    if (s->part > INT64_MAX / scale)
        return false;
    s->total += s->part * (scale - 1);
    s->part *= scale;
    s->scale = scale;
    return true;
}

static bool add_scale(sum *s, const numeral *c, bool conj) {
    int64_t scale = magnitude(c->whole);
    bool dual = c->whole != scale;
    if (s->has != 0) { /* its coefficient */
        if (conj || dual || s->group > INT64_MAX / scale - 1)
            return false;
        return close_part(s, s->group * scale + (int64_t)(s->fraction * (double)scale + 0.5),
                          scale);
    }
    if (s->last == ISN_NUM_SCALE && !conj) /* مئة ألف مليون */
        return !dual && s->scale < scale && multiply(s, scale);
    if (c->use == 3 || (s->started && !conj))
        return false;
    return close_part(s, c->whole, scale);
}

static bool add_digits(sum *s, const numeral *c, bool conj) {
    bool whole = c->value == (double)c->whole;
    if (s->started && (!conj || !whole))
        return false;
    if (s->has != 0) { /* مئة و20 */
        if (s->has != HAS_HUNDRED || c->whole >= 100)
            return false;
    } else if (s->started && c->whole >= s->scale) {
        return false;
    }
    s->group += c->whole;
    s->fraction = c->value - (double)c->whole;
    s->has |= HAS_DIGITS | HAS_UNIT | HAS_TEN;
    s->label |= c->digits.label;
    return true;
}

static bool add_fraction(sum *s, const numeral *c, bool conj) {
    if (c->use == 3) { /* ثلاثة أرباع */
        if (s->has != HAS_UNIT || s->total != 0 || conj)
            return false;
        s->fraction = (double)s->group * c->value;
        s->group = 0;
        s->has = HAS_FRACTION;
        return true;
    }
    if (!s->started) {
        s->fraction = c->value;
        s->has = HAS_FRACTION;
        return true;
    }
    if (!conj || s->fraction != 0)
        return false;
    s->ended = true;
    if (s->has == 0 && s->total != 0) { /* مليون ونصف */
        s->total += (int64_t)((double)s->scale * c->value + 0.5);
        return true;
    }
    s->fraction = c->value;
    return true;
}

static bool add_numeral(sum *s, const numeral *c, bool conj) {
    switch (c->kind) {
    case ISN_NUM_UNIT:
        return add_simple(s, c, conj, HAS_UNIT | HAS_TEN | HAS_DIGITS | HAS_FRACTION, HAS_UNIT);
    case ISN_NUM_TEEN: return add_teen(s, c, conj);
    case ISN_NUM_TENS:
        return add_simple(s, c, conj, HAS_TEN | HAS_DIGITS | HAS_FRACTION, HAS_UNIT | HAS_TEN);
    case ISN_NUM_HUNDRED: return add_hundred(s, c, conj);
    case ISN_NUM_HUNDREDS: return s->has == 0 && add_simple(s, c, conj, 0, HAS_HUNDRED);
    case ISN_NUM_SCALE: return add_scale(s, c, conj);
    case ISN_NUM_FRACTION: return add_fraction(s, c, conj);
    case KIND_DIGITS: return add_digits(s, c, conj);
    default: return false;
    }
}

/* ---- one numeral after another ------------------------------------------------------------------------------ */

/* The numeral at `at` with its و, attached or alone. */
typedef struct step {
    numeral options[CANDIDATES];
    unsigned n;
    uint32_t at;
    bool lone_and;
} step;

static bool can_go_on(const isn_scan *scan, uint32_t at, uint32_t limit) {
    return at < limit && !(scan->words[at].flags & (ISN_WF_BREAK | ISN_WF_HYPHEN));
}

static bool next_step(step *out, const isn_scan *scan, uint32_t at, uint32_t limit) {
    out->lone_and = false;
    out->n = 0;
    if (!can_go_on(scan, at, limit))
        return false;
    if (isn_word_is_and(scan, at)) {
        out->lone_and = true;
        if (!can_go_on(scan, ++at, limit))
            return false;
    }
    out->at = at;
    out->n = candidates(out->options, scan, at);
    return out->n > 0;
}

/* أحد and إحدى are numbers only before عشر, or before وعشرون. */
static bool compound_follows(const isn_scan *scan, uint32_t at, uint32_t limit) {
    step next;
    if (!next_step(&next, scan, at, limit))
        return false;
    for (unsigned i = 0; i < next.n; i++) {
        bool conj = next.lone_and || (next.options[i].pre & ISN_CL_WAW);
        if (next.options[i].kind == (conj ? ISN_NUM_TENS : ISN_NUM_TEEN))
            return true;
    }
    return false;
}

static bool compound_only_fits(const numeral *c, const isn_scan *scan, uint32_t limit) {
    return c->use != 2 || compound_follows(scan, c->next, limit);
}

static bool only_conj(const numeral *c) {
    return (c->pre & ~(ISN_CL_WAW | ISN_CL_AL)) == 0;
}

/* ألفاً with its tanwin is no dual; ألفا without a coefficient is one (ألفا شخص). */
static bool tanwin_fits(const numeral *c, const isn_scan *scan, uint32_t at) {
    bool dual = c->kind == ISN_NUM_SCALE && c->whole != magnitude(c->whole);
    return !dual || !(token_of(scan, at)->flags & ISN_TF_TANWIN);
}

/* Adds the first option that may go on; those for compounds first (واحد عشر: و + أحد). */
static bool take(sum *s, const step *next, const isn_scan *scan, uint32_t limit) {
    for (int pass = 0; pass < 2; pass++)
        for (unsigned i = 0; i < next->n; i++) {
            const numeral *c = &next->options[i];
            bool conj = next->lone_and || (c->pre & ISN_CL_WAW);
            sum trial = *s;
            if ((c->use == 2) != (pass == 0) || (s->started && !only_conj(c)) || c->next > limit ||
                !compound_only_fits(c, scan, limit) || !tanwin_fits(c, scan, next->at) ||
                !add_numeral(&trial, c, conj))
                continue;
            trial.last = c->kind;
            if (!trial.started) {
                trial.pre = c->pre;
                trial.reading = c->reading;
            }
            trial.started = true;
            trial.end = c->next;
            trial.digits_only &= c->kind == KIND_DIGITS || c->kind == ISN_NUM_SCALE;
            *s = trial;
            return true;
        }
    return false;
}

/* A numeral stands right here, without و, that does not go on the number: what was read last belongs to it. */
static bool collides(const step *next) {
    if (next->lone_and)
        return false;
    for (unsigned i = 0; i < next->n; i++) {
        const numeral *c = &next->options[i];
        bool scale = c->kind == ISN_NUM_SCALE || (c->kind == ISN_NUM_HUNDRED && c->use != 3);
        if (scale && !(c->pre & ~ISN_CL_AL))
            return true;
    }
    return false;
}

static bool read_sum(sum *s, const isn_scan *scan, uint32_t at, uint32_t limit) {
    step next;
    sum before = {0}; /* the number without its last group */
    *s = (sum){.scale = INT64_MAX, .last = 255, .digits_only = true};
    next.lone_and = false;
    next.at = at;
    next.n = candidates(next.options, scan, at);
    if (next.n == 0 || !take(s, &next, scan, limit))
        return false;
    while (!s->ended && next_step(&next, scan, s->end, limit)) {
        sum old = *s;
        if (!take(s, &next, scan, limit)) {
            if (collides(&next) && before.started && s->has != 0)
                *s = before;
            break;
        }
        if (old.has == 0 && s->has != 0)
            before = old;
    }
    /* ونصف المليون: the scale told again */
    if (s->ended && s->has == 0 && next_step(&next, scan, s->end, limit) && !next.lone_and)
        for (unsigned i = 0; i < next.n; i++)
            if (next.options[i].kind == ISN_NUM_SCALE && !(next.options[i].pre & ~ISN_CL_AL) &&
                next.options[i].whole == s->scale) {
                s->end = next.options[i].next;
                break;
            }
    return true;
}

/* ---- decimals told in words: ثلاثة فاصلة صفر خمسة ------------------------------------------------------------ */

static bool has_kind(const isn_scan *scan, uint32_t at, uint32_t limit, unsigned kind,
                     uint32_t *next) {
    numeral options[CANDIDATES];
    if (!can_go_on(scan, at, limit))
        return false;
    unsigned n = candidates(options, scan, at);
    for (unsigned i = 0; i < n; i++)
        if (options[i].kind == kind && !(options[i].pre & ~ISN_CL_AL)) {
            *next = options[i].next;
            return true;
        }
    return false;
}

static void read_decimals(sum *s, const isn_scan *scan, uint32_t limit) {
    uint32_t at;
    double place = 1;
    sum rest;
    if (s->fraction != 0 || !has_kind(scan, s->end, limit, ISN_NUM_POINT, &at))
        return;
    uint32_t end = s->end;
    while (has_kind(scan, at, limit, ISN_NUM_ZERO, &at)) {
        place /= 10;
        end = at;
    }
    if (at < limit && can_go_on(scan, at, limit) && read_sum(&rest, scan, at, limit)) {
        int64_t value = rest.total + rest.group;
        /* "four point five million": the scale is that of the whole */
        int64_t scale = rest.scale != INT64_MAX && rest.has == 0 && rest.part % rest.scale == 0 &&
                                rest.part / rest.scale < 1000 && rest.total == rest.part
                            ? rest.scale
                            : 1;
        value /= scale;
        for (int64_t rest_digits = value; rest_digits > 0; rest_digits /= 10)
            place /= 10;
        if (s->total == 0 && scale > 1) {
            double whole = ((double)s->group + (double)value * place) * (double)scale;
            s->total = (int64_t)(whole + 0.5);
            s->group = 0;
        } else {
            s->fraction = (double)value * place;
        }
        end = rest.end;
    }
    s->end = end;
}

/* ---- ordinals --------------------------------------------------------------------------------------------------- */

/* الثالث ; الثالث عشر ; الثالث والعشرون. */
static bool ordinal_goes_on(numeral *found, const step *next, unsigned kind, bool conj) {
    for (unsigned i = 0; i < next->n; i++) {
        const numeral *c = &next->options[i];
        if (c->kind == kind && (next->lone_and || (c->pre & ISN_CL_WAW)) == conj && only_conj(c)) {
            *found = *c;
            return true;
        }
    }
    return false;
}

static bool read_ordinal(isn_numeral *out, const isn_scan *scan, uint32_t at, uint32_t limit) {
    numeral options[CANDIDATES], more;
    step next;
    unsigned n = candidates(options, scan, at);
    for (int pass = 0; pass < 2; pass++)
        for (unsigned i = 0; i < n; i++) {
            const numeral *c = &options[i];
            if (c->kind != ISN_NUM_ORDINAL || (c->use == 2) != (pass == 0))
                continue;
            int64_t value = c->whole;
            uint32_t end = c->next;
            bool compound = false;
            if (value < 10 && next_step(&next, scan, c->next, limit)) {
                compound = ordinal_goes_on(&more, &next, ISN_NUM_TEEN, false) ||
                           (ordinal_goes_on(&more, &next, ISN_NUM_TENS, true) &&
                            (more.pre & ISN_CL_AL) == (c->pre & ISN_CL_AL));
                if (compound) {
                    value += more.whole;
                    end = more.next;
                }
            }
            if (c->use == 2 && !compound)
                continue;
            *out = (isn_numeral){at, end, value, (double)value, ISN_NL_ORDINAL, c->pre, c->reading};
            return true;
        }
    return false;
}

/* ---- all together --------------------------------------------------------------------------------------------------- */

static bool read_zero(isn_numeral *out, const isn_scan *scan, uint32_t at, uint32_t limit) {
    numeral options[CANDIDATES];
    unsigned n = candidates(options, scan, at);
    for (unsigned i = 0; i < n; i++)
        if (options[i].kind == ISN_NUM_ZERO) {
            sum s = {.scale = INT64_MAX, .end = options[i].next, .started = true};
            read_decimals(&s, scan, limit);
            *out = (isn_numeral){at, s.end, 0, s.fraction, 0, options[i].pre, options[i].reading};
            return true;
        }
    return false;
}

/* 1.200 is 1200, but 1.200 مليون is a decimal. */
static void mend_point(sum *s, const isn_scan *scan, uint32_t at) {
    digits d;
    if (!s->digits_only || s->part == 0 || scan->words[at].kind != ISN_TOK_NUMBER ||
        !read_digits(&d, scan, at) || !d.thousand_point || s->scale < 1000000)
        return;
    s->total = s->total - s->part + s->part / 1000;
}

static bool read_cardinal(isn_numeral *out, const isn_scan *scan, uint32_t at, uint32_t limit) {
    sum s;
    if (!read_sum(&s, scan, at, limit))
        return false;
    mend_point(&s, scan, at);
    read_decimals(&s, scan, limit);
    *out = (isn_numeral){.first = at, .last = s.end};
    out->whole = s.total + s.group;
    out->value = (double)out->whole + s.fraction;
    out->pre = s.pre;
    out->reading = s.reading;
    if (s.digits_only)
        out->flags |= ISN_NL_DIGITS;
    if (s.label && s.total == 0)
        out->flags |= ISN_NL_LABEL;
    return true;
}

/* سالب عشرة */
static bool read_negative(isn_numeral *out, const isn_scan *scan, uint32_t at, uint32_t limit) {
    numeral options[CANDIDATES];
    unsigned n = candidates(options, scan, at);
    if (n == 0 || options[0].kind != ISN_NUM_MINUS || !can_go_on(scan, options[0].next, limit) ||
        !read_cardinal(out, scan, options[0].next, limit))
        return false;
    out->first = at;
    out->whole = -out->whole;
    out->value = -out->value;
    return true;
}

bool isn_numeral_read(isn_numeral *out, const isn_scan *scan, uint32_t at, uint32_t limit) {
    uint32_t from = at;
    uint32_t end = isn_sentence_end(scan, at);
    if (limit > end)
        limit = end;
    if (isn_word_is_article(scan, at) && at + 1 < limit &&
        scan->words[at + 1].kind == ISN_TOK_NUMBER)
        from = at + 1;
    if (from >= limit)
        return false;
    if (scan->words[from].kind != ISN_TOK_NUMBER &&
        !(scan->word_tables[from] & (1u << ISN_T_NUMERAL)))
        return false;
    if (!read_negative(out, scan, from, limit) && !read_cardinal(out, scan, from, limit) &&
        !read_ordinal(out, scan, from, limit) && !read_zero(out, scan, from, limit))
        return false;
    out->first = at;
    if (out->value != (double)out->whole)
        out->flags |= ISN_NL_FRACTION;
    if ((out->pre & ISN_CL_AL) || from != at)
        out->flags |= ISN_NL_DEFINITE;
    if (out->pre & ISN_CL_WAW)
        out->flags |= ISN_NL_CONJ;
    return true;
}
