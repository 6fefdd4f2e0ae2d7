/* number_range.c: "between ten and fifteen", "from 3 to 5 million", "five or six", "10-15". Left of it:
 * number_words.c with the two numbers. Right of it: number.c, which tries these first. */
#include "match/numberwork.h"

static void set_range(isn_number *n, const isn_numeral *a, const isn_numeral *b) {
    n->quantity = ISN_Q_RANGE;
    n->low = a->whole;
    n->best = ISN_NO_COUNT;
    n->high = b->whole;
    n->value = a->value;
    n->to = b->value;
}

/* `from`: the bound that opens it, or none. */
static void emit_range(isn_numwork *w, uint32_t first, const isn_numeral *a, isn_numeral *b,
                       const isn_bound *from) {
    isn_number *n = isn_number_emit(w, first, b, &isn_no_bound);
    n->first = first;
    n->reading = first == a->first ? a->reading : from->reading;
    n->num_first = a->first;
    n->flags &= (uint16_t)~ISN_NF_FRACTION;
    n->bound = ISN_B_RANGE_FROM;
    n->bound_row = from->row;
    set_range(n, a, b);
}

/* "3 إلى 5 ملايين", "2.5 إلى 3 ملايين": the scale of the second number holds for the first. */
static void lend_scale(isn_numeral *a, const isn_numeral *b) {
    int64_t scale = 1;
    while (scale <= b->whole / 1000 && b->whole % (scale * 1000) == 0)
        scale *= 1000;
    double scaled = a->value * (double)scale;
    if (scale > 1 && a->whole >= 0 && a->whole < 1000 && scaled < b->value &&
        b->last - b->first > 1) {
        a->value = scaled;
        a->whole = (int64_t)(scaled + 0.5);
    }
}

/* Steps over "in the hundred" and, in "between … and …", over the noun of the first number: بين 10 في المئة
 * و15 في المئة; بين خمسة جنود وعشرة. */
static uint32_t over_first(const isn_scan *scan, uint32_t at, uint32_t end, bool between) {
    uint32_t last;
    isn_noun noun;
    if (at >= end || (scan->words[at].flags & (ISN_WF_BREAK & ~(unsigned)ISN_WF_SIGN)))
        return at;
    if (isn_match_kind(&last, scan, at, ISN_T_NUMERAL, ISN_NUMERAL_KIND, ISN_NUM_PERCENT, 0))
        return last;
    if (between && isn_noun_find(&noun, scan, at, ISN_COUNT_TABLES, 0, 0xff) &&
        noun.last == at + 1 && !(noun.pre & ISN_CL_AL))
        return noun.last;
    return at;
}

/* The second number of a range, after its connector at `at`. */
static bool range_end(isn_numeral *b, const isn_scan *scan, uint32_t at, uint32_t end,
                      bool between) {
    isn_bound to;
    uint32_t next;
    if (at >= end)
        return false;
    if (isn_bound_find(&to, scan, at, ISN_B(RANGE_TO)))
        return to.last < end && isn_numeral_read(b, scan, to.last, end);
    return between && isn_after_and(&next, scan, at) && next < end &&
           isn_numeral_read(b, scan, next, end);
}

/* "بين خمسة وعشرين": 5 to 20, when no second number follows the 25. */
static bool split_between(isn_numeral *a, isn_numeral *b, const isn_scan *scan, uint32_t at) {
    isn_numeral whole = *a;
    uint32_t next;
    for (uint32_t cut = whole.last; cut-- > at + 1;) {
        if (!isn_after_and(&next, scan, cut) || !isn_numeral_read(a, scan, at, cut) ||
            a->last != cut || !isn_numeral_read(b, scan, next, whole.last) ||
            b->last != whole.last || a->whole >= b->whole)
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
        if (isn_match_kind(&last, scan, back, ISN_T_CUE, ISN_CUE_KIND, ISN_CUE_UPDATE, 0xff) ||
            isn_match_kind(&last, scan, back, ISN_T_CUE, ISN_CUE_KIND, ISN_CUE_RISE, 0xff))
            return true;
    }
    return false;
}

uint32_t isn_number_range(isn_numwork *w, uint32_t at, const isn_bound *from) {
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
    if (!range_end(&b, scan, over_first(scan, a.last, end, between), end, between) &&
        !(between && split_between(&a, &b, scan, from->last)))
        return 0;
    lend_scale(&a, &b);
    if (a.value >= b.value)
        return 0;
    emit_range(w, at, &a, &b, from);
    return w->out.ptr[w->out.len - 1].last;
}

/* Where the second number begins in "10-15", "خمسة أو ستة" and "10% إلى 15%"; 0: there is none. */
static uint32_t second_from(const isn_scan *scan, const isn_numeral *a, uint32_t end) {
    uint32_t at = over_first(scan, a->last, end, false), last;
    if (at >= end)
        return 0;
    unsigned flags = scan->words[at].flags;
    if (at == a->last && (flags & (ISN_WF_HYPHEN | ISN_WF_DASH)) && !(flags & ISN_WF_SLASH) &&
        (a->flags & ISN_NL_DIGITS) && scan->words[at].kind == ISN_TOK_NUMBER)
        return at;
    unsigned breaks = ISN_WF_BREAK & ~(isn_percent_sign(scan, a->last - 1) ? ISN_WF_SIGN : 0u);
    bool or_to = isn_match_kind(&last, scan, at, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_AND, 0) ||
                 isn_match_kind(&last, scan, at, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_ILA, 0);
    if ((flags & breaks) || !or_to ||
        !isn_match_kind(&last, scan, at, ISN_T_BOUND, ISN_BOUND_KIND, ISN_B_RANGE_TO, 0) ||
        is_change(scan, a->first))
        return 0;
    return last;
}

bool isn_number_second(isn_numwork *w, uint32_t first, isn_numeral *a, const isn_bound *about) {
    const isn_scan *scan = w->scan;
    uint32_t end = isn_sentence_end(scan, first);
    isn_numeral b;
    if (a->last >= end || (a->flags & ISN_NL_ORDINAL))
        return false;
    uint32_t from = second_from(scan, a, end);
    if (from == 0 || from >= end || !isn_numeral_read(&b, scan, from, end) ||
        (b.flags & ISN_NL_ORDINAL))
        return false;
    lend_scale(a, &b);
    if (a->value >= b.value)
        return false;
    emit_range(w, first, a, &b, about);
    return true;
}

/* A 10-15 that the scanner holds in one token. */
uint32_t isn_number_token_range(isn_numwork *w, uint32_t at) {
    int64_t pieces[3];
    uint32_t seps[3];
    uint8_t widths[3];
    const isn_scan *scan = w->scan;
    if (isn_number_pieces(pieces, seps, widths, 3, scan, at) != 2 || seps[0] != '-' ||
        pieces[0] >= pieces[1])
        return 0;
    isn_numeral a = {at, at + 1, pieces[0], (double)pieces[0], ISN_NL_DIGITS, 0, 0};
    isn_numeral b = {at, at + 1, pieces[1], (double)pieces[1], ISN_NL_DIGITS, 0, 0};
    emit_range(w, at, &a, &b, &isn_no_bound);
    return w->out.ptr[w->out.len - 1].last;
}
