/* number.c: quantities with their bounds and the noun they count. Left of it: lexicon/ with hits, and
 * number_words.c with the values of number words. Right of it: date.c takes the numbers of dates, claim/
 * ties the others to what happened.
 *
 * low, best and high follow the codebook of docs/record.md: n/n/n, at least n/n/-, more than n+1/n+1/-,
 * at most -/-/n, about -/n/-, a range a/-/b, vague plurals low only, none 0/0/0, no word of any 0/-/-. */
#include "match/numeral.h"

#include <string.h>

enum { NO_BOUND = 255, NO_WORD = UINT32_MAX };

typedef struct work {
    isn_arena *arena;
    const isn_scan *scan;
    ISN_VEC(isn_number) out;
    uint32_t opener_end; /* word after the last opener (بينهم, إضافة إلى, من أصل) */
    uint16_t opener_flag; /* what it makes of the next number */
    bool opener_used;     /* a number has come since */
} work;

static bool has_table(const isn_scan *scan, uint32_t at, isn_table table) {
    return (scan->word_tables[at] & (1u << table)) != 0;
}

static unsigned cut_of(const isn_scan *scan, const isn_hit *hit) {
    return scan->words[hit->first].reading[hit->reading].pre;
}

/* ---- bounds ------------------------------------------------------------------------------------- */

typedef struct bound {
    uint8_t kind;
    int32_t low;
    uint32_t last;
} bound;

/* The longest bound at `at` whose kind is among `kinds` (bits). */
static bool find_bound(bound *out, const isn_scan *scan, uint32_t at, unsigned kinds) {
    if (at >= scan->nwords || !has_table(scan, at, ISN_T_BOUND))
        return false;
    for (uint32_t h = scan->word_hit[at]; h < scan->word_hit[at + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        if (cut_of(scan, hit) & ISN_CL_KAF) /* كميات is no ك + مئات */
            continue;
        bool suffix = scan->words[hit->last - 1].reading[hit->tail].suf != ISN_SUF_NONE;
        for (unsigned s = 0; s < hit->nsenses; s++) {
            if (hit->senses[s].table != ISN_T_BOUND)
                continue;
            uint32_t row = hit->senses[s].row;
            int32_t kind = isn_lex_int(scan->lex, ISN_T_BOUND, row, ISN_BOUND_KIND);
            if (kind < 0 || !(kinds >> kind & 1) || (suffix && kind == ISN_B_VAGUE))
                continue;
            *out = (bound){(uint8_t)kind, isn_lex_int(scan->lex, ISN_T_BOUND, row, ISN_BOUND_LOW),
                           hit->last};
            return true;
        }
    }
    return false;
}

#define B(kind) (1u << ISN_B_##kind)
#define PREFIXES (B(AT_LEAST) | B(MORE_THAN) | B(AT_MOST) | B(LESS_THAN) | B(ABOUT))

static void apply_codebook(isn_number *n, uint8_t kind, int64_t value) {
    n->low = n->best = n->high = ISN_NO_COUNT;
    switch (kind) {
    case ISN_B_AT_LEAST:
        n->quantity = ISN_Q_AT_LEAST;
        n->low = n->best = value;
        break;
    case ISN_B_MORE_THAN:
        n->quantity = ISN_Q_AT_LEAST;
        n->low = n->best = value + 1;
        break;
    case ISN_B_AT_MOST:
        n->quantity = ISN_Q_AT_MOST;
        n->high = value;
        break;
    case ISN_B_LESS_THAN:
        n->quantity = ISN_Q_AT_MOST;
        n->high = value - 1;
        break;
    case ISN_B_ABOUT:
        n->quantity = ISN_Q_ABOUT;
        n->best = value;
        break;
    default: n->quantity = ISN_Q_EXACT; n->low = n->best = n->high = value;
    }
}

static void set_vague(isn_number *n, int64_t low) {
    n->quantity = ISN_Q_VAGUE;
    n->low = low;
    n->best = n->high = ISN_NO_COUNT;
    n->value = (double)low;
}

static void set_range(isn_number *n, const isn_numeral *a, const isn_numeral *b) {
    n->quantity = ISN_Q_RANGE;
    n->low = a->whole;
    n->best = ISN_NO_COUNT;
    n->high = b->whole;
    n->value = a->value;
}

/* ---- nouns ---------------------------------------------------------------------------------------- */

typedef struct noun {
    isn_table table;
    uint32_t row, at, last; /* its head, and the end of its words in the lexicon */
    unsigned number;        /* ISN_FORM_SG, DU, PL */
    unsigned form;
    unsigned pre, suf, reading;
    bool dual_too, plural_too, singular_acc; /* other readings of the same letters */
} noun;

static bool is_noun_form(const isn_sense *sense) {
    switch (sense->form & ISN_FORM_KIND) {
    case ISN_FORM_PERF:
    case ISN_FORM_IMPF: return false;
    default: return true;
    }
}

static int noun_rank(unsigned table) {
    switch (table) {
    case ISN_T_CASUALTY: return 6;
    case ISN_T_PEOPLE: return 5;
    case ISN_T_UNIT: return 4;
    case ISN_T_TITLE: return 3;
    case ISN_T_ORGWORD: return 2;
    case ISN_T_TRIGGER: return 1;
    default: return 0;
    }
}

#define NOUN_TABLES                                                                                \
    (1u << ISN_T_CASUALTY | 1u << ISN_T_PEOPLE | 1u << ISN_T_UNIT | 1u << ISN_T_TITLE |            \
     1u << ISN_T_ORGWORD | 1u << ISN_T_TRIGGER)
#define COUNT_TABLES (1u << ISN_T_CASUALTY | 1u << ISN_T_PEOPLE | 1u << ISN_T_UNIT)

static void keep_noun(noun *out, const isn_scan *scan, const isn_hit *hit, const isn_sense *sense) {
    out->table = (isn_table)sense->table;
    out->row = sense->row;
    out->at = hit->first;
    out->last = hit->last;
    out->form = sense->form;
    out->number = sense->form & ISN_FORM_NUMBER;
    out->pre = cut_of(scan, hit);
    out->reading = hit->reading;
    out->suf = scan->words[hit->last - 1].reading[hit->tail].suf;
}

/* The noun at `at` by rank of its table, then length, then agreement with `want` (a number form, or 0xff).
 * `allowed`: proclitics beside the article. */
static bool find_noun(noun *out, const isn_scan *scan, uint32_t at, unsigned tables,
                      unsigned allowed, unsigned want) {
    int best = -1;
    if (at >= scan->nwords || !(scan->word_tables[at] & tables))
        return false;
    for (uint32_t h = scan->word_hit[at]; h < scan->word_hit[at + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        if (cut_of(scan, hit) & ~(allowed | (unsigned)ISN_CL_AL))
            continue;
        for (unsigned s = 0; s < hit->nsenses; s++) {
            const isn_sense *sense = &hit->senses[s];
            if (!(tables & (1u << sense->table)) || !is_noun_form(sense))
                continue;
            int rank = noun_rank(sense->table) * 2 + (int)(hit->last - hit->first) * 16 +
                       ((sense->form & ISN_FORM_NUMBER) == want);
            if (rank > best) {
                best = rank;
                keep_noun(out, scan, hit, sense);
            }
        }
    }
    return best >= 0;
}

/* Which other numbers the same letters may have, for the noun found. */
static void note_rivals(noun *n, const isn_scan *scan) {
    n->dual_too = n->plural_too = n->singular_acc = false;
    for (uint32_t h = scan->word_hit[n->at]; h < scan->word_hit[n->at + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        if (hit->last != n->last || cut_of(scan, hit) != n->pre)
            continue;
        for (unsigned s = 0; s < hit->nsenses; s++) {
            const isn_sense *sense = &hit->senses[s];
            if (sense->table != (uint8_t)n->table || sense->row != n->row || !is_noun_form(sense))
                continue;
            unsigned number = sense->form & ISN_FORM_NUMBER;
            n->dual_too |= number == ISN_FORM_DU;
            n->plural_too |= number == ISN_FORM_PL;
            n->singular_acc |= number == ISN_FORM_SG && (sense->form & ISN_FORM_ACC);
        }
    }
}

static unsigned agreement(double value) {
    int64_t n = (int64_t)value % 100;
    return value >= 3 && n >= 3 && n <= 10 ? ISN_FORM_PL : ISN_FORM_SG;
}

/* A word the lexicon does not know as anything but a thing to count: "17 لاعبا". */
static bool is_plain_word(const isn_scan *scan, uint32_t at) {
    const isn_word *word = &scan->words[at];
    const isn_token *token = &scan->text->tokens[word->token];
    uint8_t first = token->fold_len > 0 ? scan->text->fold[token->fold] : 0;
    unsigned other = (1u << ISN_T_FUNC) | (1u << ISN_T_BOUND) | (1u << ISN_T_NUMERAL) |
                     (1u << ISN_T_MONTH) | (1u << ISN_T_DATEWORD) | (1u << ISN_T_CUE) |
                     (1u << ISN_T_SPEECH) | (1u << ISN_T_ATTRIB);
    if (word->kind != ISN_TOK_WORD || token->fold_len < 2 || (scan->word_tables[at] & other))
        return false;
    if (word->reading[0].symbol == ISN_NO_SYMBOL)
        return first != ISN_F_WAW && first != ISN_F_BEH;
    return scan->word_tables[at] == 0 && word->reading[0].pre == 0;
}

static void set_noun(isn_number *n, const noun *found) {
    n->noun = found->at;
    n->noun_table = found->table;
    n->noun_row = found->row;
    if (n->last < found->last)
        n->last = found->last;
}

/* The noun after the number: "ثلاثة جنود", "ثلاثة من الجنود", "عشرات المدنيين". */
static bool noun_after(isn_number *n, const isn_scan *scan, uint32_t at, double value) {
    noun found;
    uint32_t next = at;
    uint32_t end = isn_sentence_end(scan, n->first);
    if (at >= end || (scan->words[at].flags & (ISN_WF_BREAK | ISN_WF_HYPHEN)))
        return false;
    bool of = isn_match_kind(&next, scan, at, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_MIN, 0) &&
              next < end && !(scan->words[next].flags & ISN_WF_BREAK);
    if (find_noun(&found, scan, of ? next : at, of ? COUNT_TABLES : NOUN_TABLES, 0,
                  of ? ISN_FORM_PL : agreement(value))) {
        if (of && found.number != ISN_FORM_PL && !(found.pre & ISN_CL_AL))
            return false;
        /* after a number stands no article, save after vague ones and fractions: عشرات المدنيين */
        if (!of && (found.pre & ISN_CL_AL) && n->quantity != ISN_Q_VAGUE &&
            !(n->flags & ISN_NF_FRACTION))
            return false;
        set_noun(n, &found);
        return true;
    }
    if (of || !is_plain_word(scan, at))
        return false;
    n->noun = at;
    n->noun_table = ISN_TABLES;
    n->noun_row = ISN_NO_ROW;
    n->last = at + 1;
    return true;
}

/* "ارتفع عدد القتلى في الهجوم إلى 17": what a number without a noun counts stands before it. */
static void noun_before(isn_number *n, const isn_scan *scan) {
    uint32_t start = scan->sentence_word[scan->words[n->num_first].sentence];
    noun found;
    for (uint32_t at = n->first; at > start && n->first - at < 12;) {
        if (scan->words[at].flags & (ISN_WF_COMMA | ISN_WF_STOP))
            return;
        at--;
        if (scan->words[at].kind == ISN_TOK_NUMBER)
            return;
        if (find_noun(&found, scan, at, 1u << ISN_T_CASUALTY, 0xff, ISN_FORM_PL) &&
            found.number == ISN_FORM_PL) {
            uint32_t last = n->last;
            set_noun(n, &found);
            n->last = last;
            return;
        }
    }
}

/* ---- labels ------------------------------------------------------------------------------------------- */

static bool is_formation(const isn_scan *scan, uint32_t at) {
    noun found;
    return find_noun(&found, scan, at, 1u << ISN_T_UNIT, 0xff, ISN_FORM_SG) &&
           found.number != ISN_FORM_PL && found.last == at + 1 &&
           isn_lex_int(scan->lex, ISN_T_UNIT, found.row, ISN_UNIT_KIND) == ISN_U_FORMATION;
}

/* اليوم 61 ; a day of the month is told with its month and taken by date.c. */
static bool follows_day(const isn_scan *scan, uint32_t at) {
    uint32_t last;
    return isn_match_kind(&last, scan, at, ISN_T_DATEWORD, ISN_DATEWORD_GRAIN, ISN_G_DAY, 0xff) &&
           last == at + 1 &&
           !isn_match_kind(&last, scan, at, ISN_T_DATEWORD, ISN_DATEWORD_KIND, ISN_DW_WEEKDAY,
                           0xff);
}

static bool label_before(const work *w, const isn_numeral *num) {
    const isn_scan *scan = w->scan;
    const isn_word *word = &scan->words[num->first];
    if (num->first == 0 || (word->flags & ISN_WF_STOP))
        return false;
    uint32_t prev = num->first - 1;
    if (word->flags & ISN_WF_BREAK)
        return false;
    if ((word->flags & ISN_WF_HYPHEN) && scan->words[prev].kind != ISN_TOK_NUMBER)
        return true;
    if (scan->words[prev].kind == ISN_TOK_LATIN)
        return true;
    if (isn_word_is_and(scan, prev) && prev > 0 && w->out.len > 0 &&
        w->out.ptr[w->out.len - 1].last == prev && (w->out.ptr[w->out.len - 1].flags & ISN_NF_NAME))
        return true;
    return is_formation(scan, prev) || follows_day(scan, prev);
}

/* "الياسين 105": the number ends a quotation that begins before it. */
static bool closes_quotation(const isn_scan *scan, uint32_t last) {
    const isn_text *text = scan->text;
    uint32_t after = scan->words[last - 1].token + 1;
    if (after >= text->ntokens || text->tokens[after].kind != ISN_TOK_PUNCT)
        return false;
    uint32_t cp = text->tokens[after].cp;
    return cp == '"' || cp == 0xab || cp == 0xbb || (cp >= 0x2018 && cp <= 0x201f);
}

static bool ends_quotation(const isn_scan *scan, const isn_numeral *num) {
    if (num->first == 0 || !closes_quotation(scan, num->last) ||
        (scan->words[num->first].flags & (ISN_WF_QUOTE | ISN_WF_BREAK)))
        return false;
    for (uint32_t at = num->first; at-- > 0 && num->first - at <= 4;) {
        if (scan->words[at].flags & ISN_WF_QUOTE)
            return scan->words[num->first - 1].kind == ISN_TOK_WORD &&
                   !(scan->word_tables[num->first - 1] & (1u << ISN_T_FUNC | 1u << ISN_T_BOUND));
        if (scan->words[at].flags & (ISN_WF_STOP | ISN_WF_UNQUOTE))
            return false;
    }
    return false;
}

/* The number of a list's item: "1- ..." at the beginning of a line. */
static bool is_item(const isn_scan *scan, const isn_numeral *num) {
    return (scan->words[num->first].flags & ISN_WF_STOP) && num->last < scan->nwords &&
           (scan->words[num->last].flags & (ISN_WF_DASH | ISN_WF_HYPHEN | ISN_WF_UNPAREN)) &&
           num->whole < 100;
}

static bool is_label(const work *w, const isn_numeral *num, bool has_noun) {
    if (num->flags & ISN_NL_LABEL)
        return true;
    if (!(num->flags & ISN_NL_DIGITS))
        return false;
    return label_before(w, num) ||
           (!has_noun && (ends_quotation(w->scan, num) || is_item(w->scan, num)));
}

/* ---- one number ------------------------------------------------------------------------------------------ */

static isn_number *push(work *w, uint32_t first, uint32_t last) {
    isn_number *n = ISN_PUSH(w->arena, &w->out);
    n->first = first;
    n->last = last;
    n->num_first = n->num_last = last;
    n->noun = NO_WORD;
    n->noun_table = ISN_TABLES;
    n->noun_row = ISN_NO_ROW;
    return n;
}

static bool is_percent(const isn_scan *scan, uint32_t at) {
    const isn_text *text = scan->text;
    uint32_t token = scan->words[at].token + 1;
    return token < text->ntokens && text->tokens[token].kind == ISN_TOK_PUNCT &&
           (text->tokens[token].cp == '%' || text->tokens[token].cp == 0x066a);
}

static void mark_percent(isn_number *n, const isn_scan *scan) {
    uint32_t last;
    if (is_percent(scan, n->num_last - 1)) {
        n->flags |= ISN_NF_PERCENT;
    } else if (n->num_last < scan->nwords &&
               isn_match_kind(&last, scan, n->num_last, ISN_T_NUMERAL, ISN_NUMERAL_KIND,
                              ISN_NUM_PERCENT, 0xff)) {
        n->flags |= ISN_NF_PERCENT;
        if (n->last < last)
            n->last = last;
    }
}

/* آخرون after the number or after its noun. */
static bool take_other(isn_number *n, const isn_scan *scan, uint32_t at, uint32_t end) {
    uint32_t last;
    if (at >= end || (scan->words[at].flags & ISN_WF_BREAK) ||
        !isn_match_kind(&last, scan, at, ISN_T_NUMERAL, ISN_NUMERAL_KIND, ISN_NUM_OTHER, 0))
        return false;
    n->flags |= ISN_NF_OTHER;
    n->last = last;
    return true;
}

/* "12 مواطنا على الأقل", "نحو" before has its say already. Looks over up to three adjectives. */
static void take_postfix(isn_number *n, const isn_scan *scan, uint8_t *kind, uint32_t end) {
    bound b;
    for (uint32_t at = n->last, steps = 0; at < end && steps < 4; at++, steps++) {
        if (scan->words[at].flags & (ISN_WF_BREAK & ~(unsigned)ISN_WF_SIGN))
            return;
        if (steps <= 2 && take_other(n, scan, at, end)) {
            continue;
        }
        if (find_bound(&b, scan, at, PREFIXES)) {
            uint32_t after = b.last;
            isn_numeral next;
            /* a bound that has a number of its own after it is not ours: "خمسة ونحو عشرة" */
            if (after < end && !(scan->words[after].flags & ISN_WF_BREAK) &&
                isn_numeral_read(&next, scan, after, end))
                return;
            if (b.last - at < 2 && b.kind != ISN_B_ABOUT)
                return;
            if (*kind == NO_BOUND)
                *kind = b.kind;
            n->last = b.last;
            return;
        }
        if (scan->word_tables[at] & (1u << ISN_T_FUNC | 1u << ISN_T_NUMERAL | 1u << ISN_T_SPEECH))
            return;
        if (scan->words[at].reading[0].pre & ~ISN_CL_AL)
            return;
    }
}

/* "واحدا" and "اثنان" after their noun: متظاهران اثنان, مسعفا متطوعا واحدا. */
static bool noun_before_one(isn_number *n, const isn_scan *scan, const isn_numeral *num) {
    noun found;
    if (num->whole < 1 || num->whole > 2 || (num->flags & ISN_NL_DIGITS) ||
        num->last - num->first != 1)
        return false;
    for (uint32_t back = 1; back <= 2 && back <= num->first; back++) {
        uint32_t at = num->first - back;
        if (scan->words[at + 1].flags & ISN_WF_BREAK)
            return false;
        unsigned want = num->whole == 2 ? ISN_FORM_DU : ISN_FORM_SG;
        if (find_noun(&found, scan, at, COUNT_TABLES, 0xff, want) && found.number == want &&
            !(found.table == ISN_T_PEOPLE && back == 1 && at > 0 &&
              find_noun(&(noun){0}, scan, at - 1, 1u << ISN_T_PEOPLE, 0xff, want))) {
            set_noun(n, &found);
            n->first = at;
            n->last = num->last;
            return true;
        }
    }
    return false;
}

static isn_number *emit(work *w, uint32_t first, const isn_numeral *num, uint8_t kind) {
    const isn_scan *scan = w->scan;
    uint32_t end = isn_sentence_end(scan, first);
    isn_number *n = push(w, first, num->last);
    n->num_first = num->first;
    n->num_last = num->last;
    n->value = num->value;
    n->flags |= (num->flags & ISN_NL_DIGITS ? ISN_NF_DIGITS : 0) |
                (num->flags & ISN_NL_FRACTION ? ISN_NF_FRACTION : 0) |
                (num->flags & ISN_NL_ORDINAL ? ISN_NF_ORDINAL : 0);
    if (num->flags & ISN_NL_ORDINAL) {
        n->low = n->best = n->high = ISN_NO_COUNT;
        return n;
    }
    mark_percent(n, scan);
    bool has_noun = false;
    if (!(n->flags & ISN_NF_PERCENT)) {
        has_noun = noun_before_one(n, scan, num);
        if (!has_noun && !take_other(n, scan, num->last, end))
            has_noun = noun_after(n, scan, num->last, num->value);
        take_postfix(n, scan, &kind, end);
    }
    apply_codebook(n, kind, num->whole);
    if ((n->flags & (ISN_NF_PERCENT | ISN_NF_FRACTION)) != 0 && num->value != (double)num->whole)
        n->low = n->best = n->high = ISN_NO_COUNT;
    if (is_label(w, num, has_noun))
        n->flags |= ISN_NF_NAME;
    if (!has_noun && !(n->flags & (ISN_NF_NAME | ISN_NF_PERCENT | ISN_NF_OTHER)))
        noun_before(n, scan);
    return n;
}

/* ---- ranges ------------------------------------------------------------------------------------------------- */

static void emit_range(work *w, uint32_t first, const isn_numeral *a, const isn_numeral *b) {
    isn_number *n = emit(w, first, b, NO_BOUND);
    n->first = first;
    n->num_first = a->first;
    set_range(n, a, b);
}

static bool after_and(uint32_t *next, const isn_scan *scan, uint32_t at) {
    *next = at;
    if (isn_word_is_and(scan, at)) {
        *next = at + 1;
        return true;
    }
    for (unsigned i = 0; i < scan->words[at].nreadings; i++)
        if (scan->words[at].reading[i].pre & ISN_CL_WAW)
            return true;
    return false;
}

/* "3 إلى 5 ملايين": the scale of the second number holds for the first. */
static void lend_scale(isn_numeral *a, const isn_numeral *b) {
    int64_t scale = 1;
    while (scale <= b->whole / 1000 && b->whole % (scale * 1000) == 0)
        scale *= 1000;
    if (scale > 1 && a->whole < 1000 && a->whole * scale < b->whole && b->last - b->first > 1)
        a->whole *= scale;
}

/* The second number of a range, after its connector at `at`. */
static bool range_end(isn_numeral *b, const isn_scan *scan, uint32_t at, uint32_t end,
                      bool between) {
    bound to;
    uint32_t next;
    if (at >= end)
        return false;
    if (find_bound(&to, scan, at, B(RANGE_TO)))
        return to.last < end && isn_numeral_read(b, scan, to.last, end);
    return between && after_and(&next, scan, at) && next < end &&
           isn_numeral_read(b, scan, next, end);
}

/* "بين خمسة وعشرين": 5 to 20, when no second number follows the 25. */
static bool split_between(isn_numeral *a, isn_numeral *b, const isn_scan *scan, uint32_t at) {
    isn_numeral whole = *a;
    uint32_t next;
    for (uint32_t cut = whole.last; cut-- > at + 1;) {
        if (!after_and(&next, scan, cut) || !isn_numeral_read(a, scan, at, cut) || a->last != cut ||
            !isn_numeral_read(b, scan, next, whole.last) || b->last != whole.last ||
            a->whole >= b->whole)
            continue;
        return true;
    }
    *a = whole;
    return false;
}

/* "ارتفع من 10 إلى 17" is a change and no range: a word for it stands before. */
static bool is_change(const isn_scan *scan, uint32_t at) {
    uint32_t start = scan->sentence_word[scan->words[at].sentence], last;
    for (uint32_t back = at; back > start && at - back < 10;) {
        back--;
        if (isn_match_kind(&last, scan, back, ISN_T_CUE, ISN_CUE_KIND, ISN_CUE_UPDATE, 0xff))
            return true;
    }
    return false;
}

static uint32_t try_range(work *w, uint32_t at, const bound *from) {
    const isn_scan *scan = w->scan;
    uint32_t end = isn_sentence_end(scan, at);
    isn_numeral a, b;
    uint32_t func;
    if (from->last >= end || (scan->words[from->last].flags & ISN_WF_BREAK) ||
        !isn_numeral_read(&a, scan, from->last, end) || (a.flags & ISN_NL_ORDINAL))
        return 0;
    bool between = !isn_match_kind(&func, scan, at, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_MIN, 0xff);
    if (!between && is_change(scan, at))
        return 0;
    if (!range_end(&b, scan, a.last, end, between) &&
        !(between && split_between(&a, &b, scan, from->last)))
        return 0;
    lend_scale(&a, &b);
    if (a.whole >= b.whole)
        return 0;
    emit_range(w, at, &a, &b);
    return w->out.ptr[w->out.len - 1].last;
}

/* "خمسة أو ستة", "10-15", after the first number has been read. */
static bool try_second(work *w, uint32_t first, isn_numeral *a) {
    const isn_scan *scan = w->scan;
    uint32_t end = isn_sentence_end(scan, first), last;
    isn_numeral b;
    if (a->last >= end || (a->flags & ISN_NL_ORDINAL))
        return false;
    bool hyphen = (scan->words[a->last].flags & (ISN_WF_HYPHEN | ISN_WF_DASH)) &&
                  !(scan->words[a->last].flags & ISN_WF_SLASH) && (a->flags & ISN_NL_DIGITS) &&
                  scan->words[a->last].kind == ISN_TOK_NUMBER;
    uint32_t from = a->last;
    if (!hyphen) {
        if ((scan->words[from].flags & ISN_WF_BREAK) ||
            !isn_match_kind(&last, scan, from, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_AND, 0) ||
            !isn_match_kind(&last, scan, from, ISN_T_BOUND, ISN_BOUND_KIND, ISN_B_RANGE_TO, 0))
            return false;
        from = last;
    }
    if (from >= end || !isn_numeral_read(&b, scan, from, end) || (b.flags & ISN_NL_ORDINAL))
        return false;
    lend_scale(a, &b);
    if (a->whole >= b.whole)
        return false;
    emit_range(w, first, a, &b);
    return true;
}

/* ---- numbers with and without bounds before them ------------------------------------------------------------ */

static uint32_t emit_plain(work *w, uint32_t first, isn_numeral *num, uint8_t kind) {
    if (kind == NO_BOUND && try_second(w, first, num))
        return w->out.ptr[w->out.len - 1].last;
    uint32_t last = emit(w, first, num, kind)->last;
    return last > num->last ? last : num->last;
}

/* A 10-15 that the scanner holds in one token. */
static uint32_t try_token_range(work *w, uint32_t at) {
    int64_t pieces[3];
    uint32_t seps[3];
    uint8_t widths[3];
    const isn_scan *scan = w->scan;
    if (isn_number_pieces(pieces, seps, widths, 3, scan, at) != 2 || seps[0] != '-' ||
        pieces[0] >= pieces[1])
        return 0;
    isn_numeral a = {at, at + 1, pieces[0], (double)pieces[0], ISN_NL_DIGITS, 0};
    isn_numeral b = {at, at + 1, pieces[1], (double)pieces[1], ISN_NL_DIGITS, 0};
    emit_range(w, at, &a, &b);
    return w->out.ptr[w->out.len - 1].last;
}

static uint32_t try_number(work *w, uint32_t at) {
    isn_numeral num;
    if (isn_numeral_read(&num, w->scan, at, UINT32_MAX))
        return emit_plain(w, at, &num, NO_BOUND);
    return w->scan->words[at].kind == ISN_TOK_NUMBER ? try_token_range(w, at) : 0;
}

/* "أكثر من شخصين": a dual under a bound. */
static uint32_t bounded_dual(work *w, uint32_t at, const bound *b) {
    noun found;
    if (!find_noun(&found, w->scan, b->last, COUNT_TABLES, 0, ISN_FORM_DU) ||
        found.number != ISN_FORM_DU)
        return 0;
    isn_number *n = push(w, at, found.last);
    set_noun(n, &found);
    n->value = 2;
    n->flags |= ISN_NF_DUAL;
    apply_codebook(n, b->kind, 2);
    return n->last;
}

static uint32_t emit_vague(work *w, uint32_t first, const bound *b) {
    const isn_scan *scan = w->scan;
    uint32_t end = isn_sentence_end(scan, first);
    isn_number *n = push(w, first, b->last);
    n->num_first = first;
    n->num_last = b->last;
    set_vague(n, b->low);
    if (!take_other(n, scan, b->last, end))
        noun_after(n, scan, b->last, b->low);
    for (uint32_t at = first; at < b->last; at++)
        if (isn_match_kind(&end, scan, at, ISN_T_NUMERAL, ISN_NUMERAL_KIND, ISN_NUM_OTHER, 0))
            n->flags |= ISN_NF_OTHER;
    return n->last;
}

static uint32_t try_bounded(work *w, uint32_t at) {
    const isn_scan *scan = w->scan;
    uint32_t end = isn_sentence_end(scan, at);
    bound b, inner;
    isn_numeral num;
    if (find_bound(&b, scan, at, B(RANGE_FROM))) {
        uint32_t last = try_range(w, at, &b);
        if (last != 0)
            return last;
    }
    if (find_bound(&b, scan, at, PREFIXES)) {
        uint32_t from = b.last;
        if (from >= end || (scan->words[from].flags & (ISN_WF_BREAK & ~(unsigned)ISN_WF_COLON)))
            return 0;
        if (find_bound(&inner, scan, from, PREFIXES) && inner.last < end)
            from = inner.last; /* "ما لا يقل عن نحو" */
        if (from + 1 < end && scan->words[from].nreadings > 0 &&
            scan->words[from + 1].kind == ISN_TOK_NUMBER &&
            !(scan->text->tokens[scan->words[from + 1].token].flags & ISN_TF_SPACE) &&
            scan->words[from].kind == ISN_TOK_WORD && !isn_word_is_article(scan, from))
            from++; /* بنحو ب20 */
        if (isn_numeral_read(&num, scan, from, end) && !(num.flags & ISN_NL_ORDINAL)) {
            uint32_t last = emit_plain(w, at, &num, b.kind);
            return last;
        }
        if (find_bound(&inner, scan, from, B(VAGUE)))
            return emit_vague(w, at, &inner);
        return bounded_dual(w, at, &b);
    }
    if (find_bound(&b, scan, at, B(VAGUE)) && b.low != ISN_NO_INT)
        return emit_vague(w, at, &b);
    return 0;
}

/* ---- none ------------------------------------------------------------------------------------------------------- */

static bool negation_before(const isn_scan *scan, uint32_t at) {
    uint32_t start = scan->sentence_word[scan->words[at].sentence], last;
    for (uint32_t back = at; back > start && at - back < 7;) {
        back--;
        if (scan->words[back + 1].flags & (ISN_WF_COMMA | ISN_WF_STOP))
            return false;
        if (isn_match_kind(&last, scan, back, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_NOT, 0xff) ||
            isn_match_kind(&last, scan, back, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_LAM, 0xff) ||
            isn_match_kind(&last, scan, back, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_LAN, 0xff))
            return true;
    }
    return false;
}

static uint32_t try_none(work *w, uint32_t at) {
    const isn_scan *scan = w->scan;
    uint32_t end = isn_sentence_end(scan, at);
    bound b;
    noun found;
    isn_numeral num;
    if (!find_bound(&b, scan, at, B(NONE)) || (b.low < 0 && !negation_before(scan, at)))
        return 0;
    for (uint32_t i = b.last; i < end && i < b.last + 4; i++) {
        if (scan->words[i].flags & (ISN_WF_COMMA | ISN_WF_STOP | ISN_WF_DOTS))
            return 0;
        if (isn_numeral_read(&num, scan, i, end) && !(num.flags & ISN_NL_ORDINAL))
            return 0; /* "لم يسفر عن أكثر من خمسة": another claim */
        if (!find_noun(&found, scan, i,
                       1u << ISN_T_CASUALTY | 1u << ISN_T_PEOPLE | 1u << ISN_T_TRIGGER, 0,
                       ISN_FORM_PL))
            continue;
        if (found.table == ISN_T_TRIGGER &&
            !(isn_lex_int(scan->lex, ISN_T_TRIGGER, found.row, ISN_TRIGGER_FLAGS) &
              ISN_TG_CASUALTY))
            continue;
        isn_number *n = push(w, at, found.last);
        set_noun(n, &found);
        n->quantity = ISN_Q_NONE;
        n->low = 0;
        n->best = n->high = b.low == 1 ? ISN_NO_COUNT : 0;
        return n->last;
    }
    return 0;
}

/* ---- openers: of whom, in addition to, out of ------------------------------------------------------------------------ */

static uint32_t try_opener(work *w, uint32_t at) {
    bound b;
    if (!find_bound(&b, w->scan, at, B(INCLUDING) | B(PLUS) | B(OUT_OF)))
        return 0;
    if (b.kind == ISN_B_INCLUDING && b.low == 2 && w->out.len > 0 &&
        w->out.ptr[w->out.len - 1].last == at && !(w->scan->words[at].flags & ISN_WF_BREAK))
        w->out.ptr[w->out.len - 1].flags |= ISN_NF_SUBSET; /* اثنان منهم */
    w->opener_end = b.last;
    w->opener_used = false;
    w->opener_flag = b.kind == ISN_B_INCLUDING ? ISN_NF_SUBSET
                     : b.kind == ISN_B_PLUS    ? ISN_NF_PLUS
                                               : ISN_NF_OUT_OF;
    if (b.kind == ISN_B_INCLUDING && b.low == 1) { /* أحدهم */
        isn_number *n = push(w, at, b.last);
        n->num_first = at;
        n->value = 1;
        n->flags |= ISN_NF_SUBSET;
        apply_codebook(n, NO_BOUND, 1);
        w->opener_flag = 0;
    }
    return b.last;
}

/* What stands between the opener, or the number before, and this number: few words and no break. */
static bool near_words(const isn_scan *scan, uint32_t from, uint32_t to, uint32_t most) {
    if (to < from || to - from > most)
        return false;
    for (uint32_t at = from; at <= to; at++)
        if (scan->words[at].flags & (ISN_WF_BREAK & ~(unsigned)ISN_WF_COLON))
            return false;
    return true;
}

/* The first number stands close after the opener, further ones are joined by و: "بينهم ثلاث نساء، وطفلان". */
static bool governs(const work *w, const isn_number *n) {
    uint32_t next, from = w->opener_end;
    if (!w->opener_used)
        return near_words(w->scan, from, n->first, 3);
    if (n->first < from || n->first - from > 4)
        return false;
    bool joined = after_and(&next, w->scan, n->first) ||
                  (n->first > from && isn_word_is_and(w->scan, n->first - 1));
    unsigned comma = n->first - from <= 1 ? ISN_WF_COMMA : 0u;
    for (uint32_t at = from; at <= n->first; at++)
        if (w->scan->words[at].flags & (ISN_WF_BREAK & ~comma))
            return false;
    return joined;
}

/* Flags the numbers from index `from` on that the last opener governs: "بينهم 54 طفلا و23 امرأة". */
static void apply_opener(work *w, uint32_t from) {
    for (uint32_t i = from; i < w->out.len; i++) {
        isn_number *n = &w->out.ptr[i];
        if (w->opener_flag == 0)
            return;
        if (!governs(w, n)) {
            w->opener_flag = 0;
            return;
        }
        n->flags |= w->opener_flag;
        w->opener_end = n->last;
        w->opener_used = true;
        if (w->opener_flag != ISN_NF_SUBSET)
            w->opener_flag = 0;
    }
}

/* ---- bare nouns: duals, singulars, plurals ------------------------------------------------------------------------------ */

static bool is_adjective_of(const isn_scan *scan, const noun *n) {
    noun before;
    if (n->at == 0 || (scan->words[n->at].flags & ISN_WF_BREAK) || (n->pre & ~(unsigned)ISN_CL_AL))
        return false;
    if (n->table != ISN_T_PEOPLE ||
        !(isn_lex_int(scan->lex, ISN_T_PEOPLE, n->row, ISN_PEOPLE_FLAGS) & ISN_PF_ADJ))
        return false;
    if (!find_noun(&before, scan, n->at - 1, NOUN_TABLES, 0xff, n->number))
        return scan->words[n->at - 1].kind == ISN_TOK_WORD &&
               scan->words[n->at - 1].reading[0].symbol == ISN_NO_SYMBOL;
    if (before.table == ISN_T_CASUALTY)
        return before.number == n->number;
    if (before.table == ISN_T_TRIGGER)
        return !(isn_lex_int(scan->lex, ISN_T_TRIGGER, before.row, ISN_TRIGGER_FLAGS) &
                 ISN_TG_CASUALTY);
    return true;
}

static bool next_is_definite(const isn_scan *scan, uint32_t at) {
    return at < scan->nwords && !(scan->words[at].flags & ISN_WF_BREAK) &&
           (scan->words[at].reading[0].pre & ISN_CL_AL) != 0 &&
           !(scan->words[at].reading[0].pre & ~ISN_CL_AL);
}

/* The vowel before ين, where it is written: مهربَين two, مهربِين many. 0 none. */
static unsigned written_vowel(const isn_scan *scan, uint32_t at) {
    enum { FATHA = 0x8e, KASRA = 0x90 }; /* second bytes of U+064E and U+0650 */
    const isn_token *token = &scan->text->tokens[scan->words[at].token];
    const unsigned char *end = (const unsigned char *)scan->text->article->bytes + token->end;
    if (token->end - token->start < 8 || end[-5] < FATHA || end[-6] != 0xd9)
        return 0;
    return end[-5] == FATHA ? ISN_FORM_DU : end[-5] == KASRA ? ISN_FORM_PL : 0;
}

/* Decides the number of a bare noun whose letters may be read in several. */
static unsigned decide_number(const isn_scan *scan, noun *n) {
    note_rivals(n, scan);
    uint32_t next = n->last;
    bool tanwin = scan->text->tokens[scan->words[n->last - 1].token].flags & ISN_TF_TANWIN;
    if (n->dual_too && n->singular_acc) /* جنديا: the soldier's accusative, or two soldiers of … */
        return !tanwin && next_is_definite(scan, next) ? ISN_FORM_DU : ISN_FORM_SG;
    if (n->dual_too && n->plural_too) {
        isn_numeral two;
        if (next < scan->nwords && !(scan->words[next].flags & ISN_WF_BREAK) &&
            isn_numeral_read(&two, scan, next, UINT32_MAX) && two.whole == 2)
            return ISN_FORM_DU;
        if (written_vowel(scan, n->last - 1) == ISN_FORM_DU)
            return ISN_FORM_DU;
        return ISN_FORM_PL;
    }
    return n->number;
}

/* "إصابة جندي": the verbal noun, not one casualty; "قتلى الهجوم": those known already. */
static bool governs_genitive(const isn_scan *scan, const noun *n) {
    noun act;
    uint32_t next = n->last;
    if (next >= scan->nwords || (scan->words[next].flags & ISN_WF_BREAK))
        return false;
    if (next_is_definite(scan, next) && !(n->form & ISN_FORM_ACC))
        return true;
    if ((scan->word_tables[next] & (1u << ISN_T_FUNC | 1u << ISN_T_SPEECH)) &&
        !has_table(scan, next, ISN_T_NUMERAL) && !has_table(scan, next, ISN_T_BOUND))
        return false;
    return n->table == ISN_T_CASUALTY &&
           !(scan->words[next].reading[0].pre & ~(unsigned)ISN_CL_AL) &&
           find_noun(&act, scan, n->at, 1u << ISN_T_TRIGGER, 0xff, ISN_FORM_SG) &&
           (act.form & ISN_FORM_KIND) == ISN_FORM_MASDAR;
}

/* صاروخي and محلي are adjectives before they are two of something: a dual without its ن needs what it is
 * bound to. عربتي is safe by its ت. */
static bool loose_dual(const isn_scan *scan, const noun *n) {
    const isn_token *token = &scan->text->tokens[scan->words[n->last - 1].token];
    if (!(n->form & ISN_FORM_CONSTRUCT) || n->suf != ISN_SUF_NONE)
        return false;
    bool teh =
        token->fold_len > 2 && scan->text->fold[token->fold + token->fold_len - 2] == ISN_F_TEH;
    return !teh && !next_is_definite(scan, n->last);
}

/* A verb that opens its clause (وطالب), a place (جنين), another word whole (لجان is no ل + جان). */
static bool is_other_word(const isn_scan *scan, const noun *n) {
    bool opens = (n->pre & (ISN_CL_WAW | ISN_CL_FEH)) || (scan->words[n->at].flags & ISN_WF_STOP);
    for (uint32_t h = scan->word_hit[n->at]; h < scan->word_hit[n->at + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        if (n->reading != 0 && hit->reading == 0)
            return true;
        for (unsigned s = 0; s < hit->nsenses; s++) {
            const isn_sense *sense = &hit->senses[s];
            if (opens && !is_noun_form(sense) && n->number == ISN_FORM_SG)
                return true;
            if (sense->table == ISN_T_PLACE && hit->last == n->last && n->table == ISN_T_PEOPLE &&
                isn_lex_int(scan->lex, ISN_T_PLACE, sense->row, ISN_PLACE_CUE) != 1)
                return true;
        }
    }
    return n->table == ISN_T_PEOPLE && (n->pre & (ISN_CL_BEH | ISN_CL_KAF));
}

static bool wanted(const isn_scan *scan, const noun *n, unsigned number) {
    bool definite = n->pre & ISN_CL_AL;
    if (number == ISN_FORM_DU && loose_dual(scan, n))
        return false;
    if (n->table == ISN_T_UNIT) {
        int32_t kind = isn_lex_int(scan->lex, ISN_T_UNIT, n->row, ISN_UNIT_KIND);
        return number == ISN_FORM_DU && !definite && kind != ISN_U_TIME && kind != ISN_U_FORMATION;
    }
    if (number == ISN_FORM_DU)
        return true;
    if (definite || n->suf != ISN_SUF_NONE || is_other_word(scan, n) || governs_genitive(scan, n))
        return false;
    return number != ISN_FORM_PL || n->table != ISN_T_PEOPLE ||
           !(isn_lex_int(scan->lex, ISN_T_PEOPLE, n->row, ISN_PEOPLE_FLAGS) & ISN_PF_GROUP);
}

/* متظاهران اثنان; مسعفا متطوعا واحدا: try_number will take the noun with its number. */
static bool number_word_follows(const isn_scan *scan, const noun *n, unsigned number) {
    isn_numeral num;
    for (uint32_t at = n->last; at < n->last + 2 && at < scan->nwords; at++) {
        if (scan->words[at].flags & ISN_WF_BREAK)
            return false;
        if (has_table(scan, at, ISN_T_NUMERAL) && isn_numeral_read(&num, scan, at, UINT32_MAX))
            return !(num.flags & (ISN_NL_DIGITS | ISN_NL_ORDINAL)) && !(num.pre & ISN_CL_WAW) &&
                   num.whole == (number == ISN_FORM_DU ? 2 : 1);
    }
    return false;
}

static uint32_t try_bare(work *w, uint32_t at) {
    const isn_scan *scan = w->scan;
    noun found;
    if (!find_noun(&found, scan, at, COUNT_TABLES, 0xff, 0xff))
        return 0;
    unsigned number = decide_number(scan, &found);
    if (!wanted(scan, &found, number) || is_adjective_of(scan, &found) ||
        number_word_follows(scan, &found, number))
        return 0;
    isn_number *n = push(w, at, found.last);
    set_noun(n, &found);
    if (number == ISN_FORM_PL) {
        n->flags |= ISN_NF_PLURAL;
        set_vague(n, 3);
    } else {
        n->value = number == ISN_FORM_DU ? 2 : 1;
        n->flags |= number == ISN_FORM_DU ? ISN_NF_DUAL : ISN_NF_SINGULAR;
        apply_codebook(n, NO_BOUND, (int64_t)n->value);
    }
    uint8_t kind = NO_BOUND;
    take_postfix(n, scan, &kind, isn_sentence_end(scan, at));
    if (kind != NO_BOUND && number != ISN_FORM_PL)
        apply_codebook(n, kind, (int64_t)n->value);
    return n->last;
}

/* "وإصابة آخر", "وجرح آخران": a count of its own after a word of harm or of counting. */
static uint32_t try_other(work *w, uint32_t at) {
    const isn_scan *scan = w->scan;
    uint32_t harm = 1u << ISN_T_TRIGGER | 1u << ISN_T_CASUALTY;
    if (at == 0 || (scan->words[at].flags & ISN_WF_BREAK))
        return 0;
    for (uint32_t h = scan->word_hit[at]; h < scan->word_hit[at + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        for (unsigned s = 0; s < hit->nsenses; s++) {
            uint32_t row = hit->senses[s].row;
            if (hit->senses[s].table != ISN_T_NUMERAL ||
                isn_lex_int(scan->lex, ISN_T_NUMERAL, row, ISN_NUMERAL_KIND) != ISN_NUM_OTHER ||
                (cut_of(scan, hit) & ISN_CL_AL))
                continue;
            isn_str text = isn_lex_str(scan->lex, ISN_T_NUMERAL, row, ISN_NUMERAL_VALUE);
            int64_t value = text.len == 1 ? text.ptr[0] - '0' : 0;
            bool harmed = (scan->word_tables[at - 1] & harm) != 0;
            if (value == 0 || (value < 3 && !harmed) ||
                (!harmed && !(cut_of(scan, hit) & ISN_CL_WAW)))
                return 0;
            isn_number *n = push(w, at, hit->last);
            n->num_first = at;
            n->value = (double)value;
            n->flags |= ISN_NF_OTHER;
            if (value == 3)
                set_vague(n, 3);
            else
                apply_codebook(n, NO_BOUND, value);
            return n->last;
        }
    }
    return 0;
}

/* أحد الجنود, إحدى الضحايا: one of them. */
static uint32_t try_one_of(work *w, uint32_t at) {
    const isn_scan *scan = w->scan;
    uint32_t last;
    noun found;
    bool one = false;
    for (uint32_t h = scan->word_hit[at]; h < scan->word_hit[at + 1] && !one; h++) {
        const isn_hit *hit = &scan->hits[h];
        if (hit->last != at + 1 || (cut_of(scan, hit) & ISN_CL_AL))
            continue;
        for (unsigned s = 0; s < hit->nsenses; s++)
            one |=
                hit->senses[s].table == ISN_T_NUMERAL &&
                isn_lex_int(scan->lex, ISN_T_NUMERAL, hit->senses[s].row, ISN_NUMERAL_FEM) == 2 &&
                isn_lex_int(scan->lex, ISN_T_NUMERAL, hit->senses[s].row, ISN_NUMERAL_KIND) ==
                    ISN_NUM_UNIT &&
                isn_str_eqz(
                    isn_lex_str(scan->lex, ISN_T_NUMERAL, hit->senses[s].row, ISN_NUMERAL_VALUE),
                    "1");
    }
    if (!one || at + 1 >= scan->nwords || (scan->words[at + 1].flags & ISN_WF_BREAK))
        return 0;
    last = at + 1;
    if (!find_noun(&found, scan, last, 1u << ISN_T_CASUALTY | 1u << ISN_T_PEOPLE, 0, ISN_FORM_PL) ||
        found.number != ISN_FORM_PL)
        return 0;
    isn_number *n = push(w, at, found.last);
    n->num_first = at;
    n->num_last = at + 1;
    set_noun(n, &found);
    n->value = 1;
    n->flags |= ISN_NF_SINGULAR;
    apply_codebook(n, NO_BOUND, 1);
    return n->last;
}

/* ---- the pass --------------------------------------------------------------------------------------------------------------- */

static uint32_t match_at(work *w, uint32_t at) {
    const isn_scan *scan = w->scan;
    uint32_t tables = scan->word_tables[at];
    uint32_t next = 0;
    if (tables & (1u << ISN_T_BOUND)) {
        next = try_none(w, at);
        if (next == 0)
            next = try_opener(w, at);
        if (next == 0)
            next = try_bounded(w, at);
    }
    if (next == 0 && ((tables & (1u << ISN_T_NUMERAL)) || scan->words[at].kind == ISN_TOK_NUMBER ||
                      isn_word_is_article(scan, at)))
        next = try_number(w, at);
    if (next == 0 && (tables & (1u << ISN_T_NUMERAL))) {
        next = try_one_of(w, at);
        if (next == 0)
            next = try_other(w, at);
    }
    if (next == 0 && (tables & COUNT_TABLES))
        next = try_bare(w, at);
    return next;
}

static void index_numbers(isn_numbers *out, isn_arena *arena, const isn_scan *scan) {
    out->at = isn_arena_alloc(arena, sizeof(uint32_t) * ((size_t)scan->nwords + 1));
    memset(out->at, 0xff, sizeof(uint32_t) * ((size_t)scan->nwords + 1));
    for (uint32_t i = out->len; i-- > 0;)
        out->at[out->ptr[i].first] = i;
}

void isn_match_numbers(isn_numbers *out, isn_arena *arena, const isn_scan *scan) {
    work w = {.arena = arena, .scan = scan};
    const uint32_t any = 1u << ISN_T_BOUND | 1u << ISN_T_NUMERAL | COUNT_TABLES;
    for (uint32_t at = 0; at < scan->nwords;) {
        if (!(scan->word_tables[at] & any) && scan->words[at].kind != ISN_TOK_NUMBER &&
            !isn_word_is_article(scan, at)) {
            at++;
            continue;
        }
        uint32_t before = w.out.len;
        uint32_t next = match_at(&w, at);
        apply_opener(&w, before);
        at = next > at ? next : at + 1;
    }
    *out = (isn_numbers){w.out.ptr, w.out.len, NULL};
    index_numbers(out, arena, scan);
}
