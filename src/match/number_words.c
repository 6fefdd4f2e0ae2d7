/* number_words.c: the grammar of numbers, in words and digits. Left of it: the numerals of the lexicon at
 * each word. Right of it: number.c, which adds bounds and nouns, and date.c.
 *
 * A number is a sum of parts of falling scale, each a group below a thousand and its scale:
 *     ثلاثة ملايين و | مئتان وخمسة وعشرون ألفا و | أربعمئة واثنا عشر
 * Within a group: hundreds, then (joined by و) a unit, then (joined by و) tens. A numeral that may not go on
 * the number ends it before its و; when it stands there without و, the last group is given back, so that
 * no scale is ever dropped: in "ألف وخمسة ملايين" the first number ends at "ألف". */
#include "match/numberwork.h"

#include <string.h>

/* ---- small questions about words ------------------------------------------------------------------ */

static const isn_token *token_of(const isn_scan *scan, uint32_t at) {
    return &scan->text->tokens[scan->words[at].token];
}

static bool is_letters(const isn_scan *scan, uint32_t at, const uint8_t *letters, size_t n) {
    const isn_token *token = token_of(scan, at);
    return token->kind == ISN_TOK_WORD && token->fold_len == n &&
           memcmp(scan->text->fold + token->fold, letters, n) == 0;
}

bool isn_word_is_article_here(const isn_scan *scan, uint32_t at) {
    static const uint8_t article[] = {ISN_F_ALEF, ISN_F_LAM};
    return is_letters(scan, at, article, 2);
}

bool isn_word_is_and(const isn_scan *scan, uint32_t at) {
    static const uint8_t letter[] = {ISN_F_WAW};
    return is_letters(scan, at, letter, 1);
}

bool isn_match_kind_of(uint32_t *last, const isn_scan *scan, uint32_t at, isn_table table,
                       unsigned column, int32_t value, unsigned pre) {
    for (uint32_t h = scan->word_hit[at]; h < scan->word_hit[at + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        unsigned cut = scan->words[at].reading[hit->reading].pre;
        if (!(hit->tables & (1u << table)) || cut & ~(pre | (unsigned)ISN_CL_AL))
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

/* ---- numerals at one word ------------------------------------------------------------------------------- */

enum { KIND_DIGITS = 100 };

typedef struct numeral {
    uint8_t kind; /* ISN_NUM_* or KIND_DIGITS */
    uint8_t use;  /* ISN_NUMERAL_FEM */
    uint8_t pre, reading;
    int64_t whole;
    double value;
    uint32_t next; /* the word after it */
    isn_digits digits;
    bool
        own_waw; /* the و in `pre` is its own letter where no number stands before it: واحد وعشرون */
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

/* Is the second letter أ, as written: وأحد? */
static bool has_hamza(const isn_scan *scan, uint32_t at) {
    const unsigned char *bytes = (const unsigned char *)scan->text->article->bytes;
    const isn_token *token = token_of(scan, at);
    uint32_t second = isn_token_skip(scan->text, token, 1);
    return second + 1 < token->end && bytes[second] == 0xd8 && bytes[second + 1] == 0xa3;
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
    if (c->use == 4) { /* وأحد عشر: its first letter is و, though واحد is a word */
        c->use = 2;
        c->pre |= ISN_CL_WAW;
        if (has_hamza(scan, hit->first))
            c->reading = ISN_READING_AND;
        else
            c->own_waw = true;
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
        *c = (numeral){.kind = KIND_DIGITS, .pre = word->reading[0].pre};
        c->next = isn_digits_read(&c->digits, scan, at);
        if (c->next == 0)
            return 0;
        c->whole = c->digits.whole;
        c->value = c->digits.value;
        return 1;
    }
    if (!(scan->word_tables[at] & (1u << ISN_T_NUMERAL)))
        return 0;
    for (uint32_t h = scan->word_hit[at]; h < scan->word_hit[at + 1]; h++) {
        if (isn_hit_cut(scan, &scan->hits[h]) & ISN_CL_KAF) /* كمية is no ك + مئة */
            continue;
        for (unsigned s = 0; s < scan->hits[h].nsenses && n < CANDIDATES; s++)
            if (scan->hits[h].senses[s].table == ISN_T_NUMERAL)
                add_candidate(out, &n, scan, &scan->hits[h], scan->hits[h].senses[s].row);
    }
    return n;
}

/* ---- the sum --------------------------------------------------------------------------------------------- */

enum { HAS_HUNDRED = 1, HAS_UNIT = 2, HAS_TEN = 4, HAS_DIGITS = 8, HAS_FRACTION = 16 };

/* How a numeral stands after the one before: joined by و, or right behind it. */
typedef enum join {
    JOIN_NONE,
    JOIN_AND,
    JOIN_DROPPED /* a و that was left out: خمسمئة خمسة */
} join;

typedef struct sum {
    int64_t total; /* closed parts */
    int64_t part;  /* the last of them */
    int64_t scale; /* its scale; INT64_MAX before the first */
    int64_t outer; /* the scale before that; INT64_MAX */
    int64_t group;
    double fraction; /* of the group, or of the whole */
    unsigned has;
    unsigned last; /* kind of the last numeral, 255 none */
    bool started, digits, words, label;
    bool multiplied; /* the last numeral was a scale of the part before it: ألف ألف */
    bool
        halved; /* the fraction is of the last scale (مليون ونصف), unless a scale of its own follows */
    uint8_t pre, reading; /* clitics before its first word, in the reading that was taken */
    uint32_t end;
} sum;

static bool add_simple(sum *s, const numeral *c, join how, unsigned blocked, unsigned has) {
    if ((s->has & (blocked | HAS_FRACTION)) || (s->started && how == JOIN_NONE))
        return false;
    s->group += c->whole;
    s->has |= has;
    return true;
}

static bool add_teen(sum *s, const numeral *c, join how) {
    if (c->whole == 10 && how != JOIN_AND && s->last == ISN_NUM_UNIT && !(s->has & HAS_TEN)) {
        s->group += 10;
        s->has |= HAS_TEN;
        return true;
    }
    return add_simple(s, c, how, HAS_UNIT | HAS_TEN | HAS_DIGITS, HAS_UNIT | HAS_TEN);
}

/* What stands before مئة without و: ثلاث مئة, 3 مئات, نصف مئة, خمسة عشر مئة. */
static bool add_coefficient_of_hundred(sum *s, const numeral *c) {
    bool unit = s->has == HAS_UNIT && s->last == ISN_NUM_UNIT && s->group >= 3;
    bool digit = s->last == KIND_DIGITS && s->group >= 3 && s->group <= 9 && s->fraction == 0;
    bool tens = s->total == 0 && c->use != 3 && (s->has & HAS_TEN) && !(s->has & HAS_HUNDRED) &&
                s->group > 10 && s->last != KIND_DIGITS;
    if (unit || digit || tens) {
        s->group *= 100;
        s->has = HAS_HUNDRED;
        return true;
    }
    return false;
}

static bool add_hundred(sum *s, const numeral *c, join how) {
    if (how != JOIN_AND && (s->has & HAS_FRACTION)) { /* نصف مئة, ألف وربع مئة */
        double value = s->fraction * 100;
        s->group += (int64_t)value;
        s->fraction = value - (double)(int64_t)value;
        s->has = HAS_HUNDRED;
        s->halved = false;
        return true;
    }
    if (how != JOIN_AND && s->has != 0 && add_coefficient_of_hundred(s, c))
        return true;
    if (c->use == 3 || s->has != 0)
        return false;
    return add_simple(s, c, how, 0, HAS_HUNDRED);
}

static bool close_part(sum *s, int64_t part, int64_t scale) {
    if (scale >= s->scale || part > INT64_MAX - s->total)
        return false;
    s->total += part;
    s->part = part;
    s->outer = s->scale;
    s->scale = scale;
    s->group = 0;
    s->fraction = 0;
    s->has = 0;
    s->halved = false;
    return true;
}

static int64_t magnitude(int64_t value) {
    int64_t scale = 1000;
    while (scale <= value / 1000)
        scale *= 1000;
    return scale;
}

static bool multiply(sum *s, int64_t scale) {
    if (s->part > INT64_MAX / scale || s->part * scale >= s->outer ||
        s->total - s->part > INT64_MAX - s->part * scale)
        return false;
    s->total += s->part * (scale - 1);
    s->part *= scale;
    s->scale = scale;
    s->multiplied = true;
    return true;
}

/* مليون ونصف المليون: the scale told again; مليون ونصف ألف: another. */
static bool scale_of_half(sum *s, int64_t scale) {
    double part = s->fraction * (double)scale;
    if (scale > s->scale || part > (double)(INT64_MAX - s->total))
        return false;
    s->total += (int64_t)(part + 0.5);
    s->scale = scale;
    s->fraction = 0;
    s->has = 0;
    s->halved = false;
    return true;
}

/* مئة ألف وألف, مئة ألف وألفان: one or two more of the same scale after whole hundreds of it. */
static bool more_of_same(sum *s, const numeral *c, int64_t scale) {
    if (scale != s->scale || s->part / scale % 100 != 0 || s->part > INT64_MAX - c->whole ||
        s->total > INT64_MAX - c->whole)
        return false;
    s->total += c->whole;
    s->part += c->whole;
    return true;
}

/* ألف وخمسمئة مليون: thousands and round hundreds count a scale together. */
static bool thousands_of(const sum *s, int64_t scale, bool dual, join how) {
    return how != JOIN_AND && !dual && s->has == HAS_HUNDRED && s->scale == 1000 &&
           s->total == s->part && s->group % 100 == 0 && s->fraction == 0 && scale > 1000 &&
           s->total < INT64_MAX / scale - 1000;
}

static bool add_scale(sum *s, const numeral *c, join how) {
    int64_t scale = magnitude(c->whole);
    bool dual = c->whole != scale;
    if (s->halved)
        return how != JOIN_AND && !dual && scale_of_half(s, scale);
    if (thousands_of(s, scale, dual, how)) {
        s->total = (s->total + s->group) * scale;
        s->part = s->total;
        s->scale = scale;
        s->group = 0;
        s->has = 0;
        return true;
    }
    if (s->has != 0) { /* its coefficient */
        if (how == JOIN_AND || dual || s->group > INT64_MAX / scale - 1)
            return false;
        return close_part(s, s->group * scale + (int64_t)(s->fraction * (double)scale + 0.5),
                          scale);
    }
    if (s->last == ISN_NUM_SCALE && how != JOIN_AND) /* مئة ألف مليون, ألف ألف */
        return !dual && s->scale <= scale && multiply(s, scale);
    if (c->use == 3 || (s->started && how != JOIN_AND))
        return false;
    return close_part(s, c->whole, scale) || more_of_same(s, c, scale);
}

static bool add_digits(sum *s, const numeral *c, join how) {
    bool whole = c->value == (double)c->whole;
    if (s->started && (how != JOIN_AND || !whole || (s->has & HAS_FRACTION)))
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

static bool add_fraction(sum *s, const numeral *c, join how) {
    if (c->use == 3) { /* ثلاثة أرباع */
        if (s->has != HAS_UNIT || s->total != 0 || how == JOIN_AND)
            return false;
        s->fraction = (double)s->group * c->value;
        s->group = 0;
        s->has = HAS_FRACTION;
        return true;
    }
    if (s->started && (how != JOIN_AND || s->fraction != 0 || s->halved))
        return false;
    s->halved = s->started && s->has == 0 && s->total != 0; /* مليون ونصف */
    s->fraction = c->value;
    s->has |= HAS_FRACTION;
    return true;
}

static bool add_numeral(sum *s, const numeral *c, join how) {
    switch (c->kind) {
    case ISN_NUM_UNIT: return add_simple(s, c, how, HAS_UNIT | HAS_TEN | HAS_DIGITS, HAS_UNIT);
    case ISN_NUM_TEEN: return add_teen(s, c, how);
    case ISN_NUM_TENS: return add_simple(s, c, how, HAS_TEN | HAS_DIGITS, HAS_UNIT | HAS_TEN);
    case ISN_NUM_HUNDRED: return add_hundred(s, c, how);
    case ISN_NUM_HUNDREDS: return s->has == 0 && add_simple(s, c, how, 0, HAS_HUNDRED);
    case ISN_NUM_SCALE: return add_scale(s, c, how);
    case ISN_NUM_FRACTION: return add_fraction(s, c, how);
    case KIND_DIGITS: return add_digits(s, c, how);
    default: return false;
    }
}

/* مليون ونصف: half of the last scale, when no scale of its own came. */
static void settle_half(sum *s) {
    double part = s->fraction * (double)s->scale;
    if (!s->halved || part > (double)(INT64_MAX - s->total))
        return;
    s->total += (int64_t)(part + 0.5);
    s->fraction = 0;
    s->has = 0;
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

/* أحد and إحدى are numbers only before عشر, or before وعشرون; with the article only before another: الأحد
 * والعشرون, for الأحد وعشرون is Sunday and twenty. */
static bool compound_follows(const numeral *c, const isn_scan *scan, uint32_t limit) {
    step next;
    if (!next_step(&next, scan, c->next, limit))
        return false;
    for (unsigned i = 0; i < next.n; i++) {
        const numeral *more = &next.options[i];
        if (next.lone_and || (more->pre & ISN_CL_WAW)) {
            if (more->kind == ISN_NUM_TENS && ((c->pre ^ more->pre) & ISN_CL_AL) == 0)
                return true;
        } else if (more->kind == ISN_NUM_TEEN) {
            return true;
        }
    }
    return false;
}

/* الأحد عشر is eleven; الأحد عشرة جنود, يوم الأحد عشر نساء and الأحد عشر نساء are Sunday and ten. */
static bool is_sunday(const numeral *c, const isn_scan *scan) {
    uint32_t at = c->next - 1, last;
    isn_noun noun;
    if (c->whole != 1 || !(c->pre & ISN_CL_AL) || (token_of(scan, at)->flags & ISN_TF_MAKSURA))
        return false;
    return (token_of(scan, c->next)->flags & ISN_TF_TEH_MARBUTA) ||
           (at > 0 && isn_match_kind(&last, scan, at - 1, ISN_T_DATEWORD, ISN_DATEWORD_GRAIN,
                                     ISN_G_DAY, 0xff)) ||
           (isn_noun_find(&noun, scan, c->next + 1, ISN_COUNT_TABLES, 0, ISN_FORM_PL) &&
            noun.number == ISN_FORM_PL);
}

static bool compound_only_fits(const numeral *c, const isn_scan *scan, uint32_t limit) {
    return c->use != 2 || (compound_follows(c, scan, limit) && !is_sunday(c, scan));
}

/* The 10 of "3 ملايين و10-15" belongs to the range after it. */
static bool opens_range(const numeral *c, const isn_scan *scan, uint32_t limit) {
    return c->kind == KIND_DIGITS && c->next < limit &&
           (scan->words[c->next].flags & ISN_WF_HYPHEN) &&
           scan->words[c->next].kind == ISN_TOK_NUMBER;
}

static bool only_conj(const numeral *c) {
    return (c->pre & ~(ISN_CL_WAW | ISN_CL_AL)) == 0;
}

/* Does a noun stand at `at` that the dual before it may be bound to: ألفا شخص? */
static bool noun_follows(const isn_scan *scan, uint32_t at, uint32_t limit) {
    unsigned other = 1u << ISN_T_FUNC | 1u << ISN_T_BOUND | 1u << ISN_T_NUMERAL |
                     1u << ISN_T_SPEECH | 1u << ISN_T_ATTRIB;
    if (!can_go_on(scan, at, limit) || scan->words[at].kind != ISN_TOK_WORD ||
        scan->words[at].reading[0].pre != 0)
        return false;
    uint32_t tables = scan->word_tables[at];
    bool time = (tables & 1u << ISN_T_DATEWORD) && !(tables & 1u << ISN_T_UNIT); /* أمس */
    return !(tables & other) && !time;
}

/* ألفا is the dual before the noun it is bound to (ألفا شخص), else one thousand in the accusative (ألفا
 * وخمسمئة), as it always is with its tanwin. */
static bool scale_fits(const numeral *c, const sum *s, const isn_scan *scan, uint32_t at,
                       uint32_t limit) {
    if (c->kind != ISN_NUM_SCALE || (c->use != 5 && c->use != 6))
        return true;
    bool dual = !(token_of(scan, at)->flags & ISN_TF_TANWIN) && noun_follows(scan, c->next, limit);
    bool coefficient = s->started && s->has != 0;
    return c->use == 6 ? dual && !coefficient : coefficient || !dual;
}

/* Does a partitive stand at `at`: مئة خمسة منهم? */
static bool of_them_follows(const isn_scan *scan, uint32_t at) {
    uint32_t last;
    return isn_match_kind(&last, scan, at, ISN_T_BOUND, ISN_BOUND_KIND, ISN_B_INCLUDING, 0);
}

/* A و left out between words of falling size: خمسمئة خمسة وعشرين, ألفين خمسة. */
static bool and_was_dropped(const sum *s, const numeral *c, const isn_scan *scan) {
    if (s->digits || c->pre != 0 || c->use == 3 || (s->has & HAS_FRACTION))
        return false;
    bool below_hundred =
        c->kind == ISN_NUM_UNIT || c->kind == ISN_NUM_TEEN || c->kind == ISN_NUM_TENS;
    bool hundred = c->kind == ISN_NUM_HUNDRED || c->kind == ISN_NUM_HUNDREDS;
    bool after_hundred = s->has == HAS_HUNDRED && below_hundred;
    bool after_scale = s->last == ISN_NUM_SCALE && s->has == 0 && (below_hundred || hundred);
    return (after_hundred || after_scale) && !of_them_follows(scan, c->next);
}

static join join_of(const sum *s, const numeral *c, const step *next, const isn_scan *scan) {
    if (next->lone_and || (c->pre & ISN_CL_WAW))
        return JOIN_AND;
    return and_was_dropped(s, c, scan) ? JOIN_DROPPED : JOIN_NONE;
}

static void keep(sum *s, const numeral *c) {
    if (!s->started) {
        s->pre = c->own_waw ? (uint8_t)(c->pre & ~ISN_CL_WAW) : c->pre;
        s->reading = c->reading;
    }
    s->started = true;
    s->last = c->kind;
    s->end = c->next;
    s->digits |= c->kind == KIND_DIGITS;
    s->words |= c->kind != KIND_DIGITS && c->kind != ISN_NUM_SCALE;
}

/* Adds the first option that may go on; those for compounds first (واحد عشر: و + أحد). */
static bool take(sum *s, const step *next, const isn_scan *scan, uint32_t limit) {
    for (int pass = 0; pass < 2; pass++)
        for (unsigned i = 0; i < next->n; i++) {
            const numeral *c = &next->options[i];
            if ((c->use == 2) != (pass == 0) || (s->started && !only_conj(c)) || c->next > limit ||
                !compound_only_fits(c, scan, limit) ||
                (s->started && opens_range(c, scan, limit)) ||
                !scale_fits(c, s, scan, next->at, limit))
                continue;
            sum trial = *s;
            trial.multiplied = false;
            if (!add_numeral(&trial, c, join_of(s, c, next, scan)))
                continue;
            keep(&trial, c);
            *s = trial;
            return true;
        }
    return false;
}

/* What stands right here, without و, and does not go on the number: what was read last belongs to it. */
typedef enum claim {
    CLAIM_NONE,
    CLAIM_UNIT /* a hundred: ست مئة */,
    CLAIM_PART /* a scale */
} claim;

static claim claimed_by(const sum *s, const step *next) {
    claim found = CLAIM_NONE;
    for (unsigned i = 0; i < next->n && !next->lone_and; i++) {
        const numeral *c = &next->options[i];
        if (c->pre & ~ISN_CL_AL)
            continue;
        if (c->kind == ISN_NUM_SCALE && c->whole == magnitude(c->whole))
            return CLAIM_PART;
        if (c->kind == ISN_NUM_HUNDRED && c->use != 3 && s->last == ISN_NUM_UNIT && s->has != 0)
            found = CLAIM_UNIT;
    }
    return found;
}

static bool read_sum(sum *s, const isn_scan *scan, uint32_t at, uint32_t limit) {
    step next;
    sum before = {0}, old = {0}; /* the number without its last part; without its last word */
    *s = (sum){.scale = INT64_MAX, .outer = INT64_MAX, .last = 255};
    next.lone_and = false;
    next.at = at;
    next.n = candidates(next.options, scan, at);
    if (next.n == 0 || !take(s, &next, scan, limit))
        return false;
    while (next_step(&next, scan, s->end, limit)) {
        sum now = *s;
        if (!take(s, &next, scan, limit)) {
            claim by = claimed_by(s, &next);
            if (by == CLAIM_PART && before.started)
                *s = before;
            else if (by == CLAIM_UNIT && old.started)
                *s = old;
            break;
        }
        if (now.has == 0 && !s->multiplied)
            before = now;
        old = now;
    }
    settle_half(s);
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

static bool read_ordinal(isn_numeral *out, const isn_scan *scan, uint32_t at, uint32_t limit,
                         const numeral *options, unsigned n) {
    numeral more;
    step next;
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

static bool read_zero(isn_numeral *out, const isn_scan *scan, uint32_t at, uint32_t limit,
                      const numeral *options, unsigned n) {
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
    isn_digits d;
    if (!s->digits || s->words || s->part == 0 || scan->words[at].kind != ISN_TOK_NUMBER ||
        isn_digits_read(&d, scan, at) == 0 || !d.thousand_point || s->scale < 1000000)
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
    if (s.digits && !s.words)
        out->flags |= ISN_NL_DIGITS;
    if (s.label && s.total == 0)
        out->flags |= ISN_NL_LABEL;
    return true;
}

/* سالب عشرة */
static bool read_negative(isn_numeral *out, const isn_scan *scan, uint32_t at, uint32_t limit,
                          const numeral *options) {
    if (options[0].kind != ISN_NUM_MINUS || !can_go_on(scan, options[0].next, limit) ||
        !read_cardinal(out, scan, options[0].next, limit))
        return false;
    out->first = at;
    out->whole = -out->whole;
    out->value = -out->value;
    return true;
}

/* Digits, a numeral, or the article before digits; most words are none. */
static bool can_begin(const isn_scan *scan, uint32_t at) {
    return scan->words[at].kind == ISN_TOK_NUMBER ||
           scan->word_tables[at] & (1u << ISN_T_NUMERAL) || isn_word_is_article(scan, at);
}

/* ثلاثة (3) جنود: the figure says the words again. */
static uint32_t told_again(const isn_numeral *num, const isn_scan *scan, uint32_t end) {
    isn_digits same;
    uint32_t at = num->last;
    if (num->flags & ISN_NL_DIGITS || at >= end || scan->words[at].kind != ISN_TOK_NUMBER ||
        scan->words[at].flags & ISN_WF_BREAK & ~(unsigned)ISN_WF_PAREN)
        return at;
    uint32_t last = isn_digits_read(&same, scan, at);
    return last == at + 1 && same.value == num->value ? last : at;
}

static bool read_numeral(isn_numeral *out, const isn_scan *scan, uint32_t at, uint32_t limit) {
    uint32_t from = at;
    if (isn_word_is_article(scan, at) && at + 1 < limit)
        from = at + 1;
    if (from >= limit)
        return false;
    numeral options[CANDIDATES];
    unsigned n = candidates(options, scan, from);
    if (n == 0)
        return false;
    if (!read_negative(out, scan, from, limit, options) && !read_cardinal(out, scan, from, limit) &&
        !read_ordinal(out, scan, from, limit, options, n) &&
        !read_zero(out, scan, from, limit, options, n))
        return false;
    out->first = at;
    out->last = told_again(out, scan, limit);
    if (out->value != (double)out->whole)
        out->flags |= ISN_NL_FRACTION;
    if ((out->pre & ISN_CL_AL) || from != at)
        out->flags |= ISN_NL_DEFINITE;
    if (out->pre & ISN_CL_WAW)
        out->flags |= ISN_NL_CONJ;
    return true;
}

enum { UNREAD, NONE, READ }; /* isn_numerals.state */

void isn_numerals_keep(isn_numerals *out, isn_arena *arena, isn_scan *scan) {
    out->state = isn_arena_zero(arena, (size_t)scan->nwords + 1);
    out->read = isn_arena_alloc(arena, sizeof(*out->read) * ((size_t)scan->nwords + 1));
    scan->numerals = out;
}

bool isn_numeral_read(isn_numeral *out, const isn_scan *scan, uint32_t at, uint32_t limit) {
    if (!can_begin(scan, at))
        return false;
    uint32_t end = isn_sentence_end(scan, at);
    isn_numerals *kept = limit >= end ? scan->numerals : NULL;
    if (kept == NULL)
        return read_numeral(out, scan, at, limit < end ? limit : end);
    if (kept->state[at] == UNREAD)
        kept->state[at] = read_numeral(&kept->read[at], scan, at, end) ? READ : NONE;
    if (kept->state[at] == READ)
        *out = kept->read[at];
    return kept->state[at] == READ;
}
