/* number.c: quantities with their bounds and the noun they count. Left of it: lexicon/ with hits,
 * number_words.c with the values of number words, number_noun.c with what stands beside them and
 * number_bare.c with counts that no number word tells. Right of it: date.c takes the numbers of dates,
 * claim/ ties the others to what happened.
 *
 * low, best and high follow the codebook of docs/record.md: n/n/n, at least n/n/-, more than n+1/n+1/-,
 * at most -/-/n, about -/n/-, a range a/-/b, vague plurals low only, none 0/0/0, no word of any 0/-/-. */
#include "match/numberwork.h"

#include <string.h>

/* ---- one number ------------------------------------------------------------------------------------------ */

isn_number *isn_number_push(isn_numwork *w, uint32_t first, uint32_t last) {
    isn_number *n = ISN_PUSH(w->arena, &w->out);
    n->first = first;
    n->last = last;
    n->num_first = n->num_last = last;
    n->noun = ISN_NO_WORD;
    n->noun_table = ISN_TABLES;
    n->noun_row = n->bound_row = n->opener_row = ISN_NO_ROW;
    n->bound = ISN_NO_BOUND;
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
bool isn_number_other(isn_number *n, const isn_scan *scan, uint32_t at, uint32_t end) {
    uint32_t last;
    if (at >= end || (scan->words[at].flags & ISN_WF_BREAK) ||
        !isn_match_kind(&last, scan, at, ISN_T_NUMERAL, ISN_NUMERAL_KIND, ISN_NUM_OTHER, 0))
        return false;
    n->flags |= ISN_NF_OTHER;
    n->last = last;
    return true;
}

/* "12 مواطنا على الأقل", "نحو" before has its say already. Looks over up to three adjectives. */
void isn_number_postfix(isn_number *n, const isn_scan *scan, isn_bound *held, uint32_t end) {
    isn_bound b;
    for (uint32_t at = n->last, steps = 0; at < end && steps < 4; at++, steps++) {
        if (scan->words[at].flags & (ISN_WF_BREAK & ~(unsigned)ISN_WF_SIGN))
            return;
        if (steps <= 2 && isn_number_other(n, scan, at, end)) {
            continue;
        }
        if (isn_bound_find(&b, scan, at, ISN_B_PREFIXES)) {
            uint32_t after = b.last;
            isn_numeral next;
            /* a bound that has a number of its own after it is not ours: "خمسة ونحو عشرة" */
            if (after < end && !(scan->words[after].flags & ISN_WF_BREAK) &&
                isn_numeral_read(&next, scan, after, end))
                return;
            if (b.last - at < 2 && b.kind != ISN_B_ABOUT)
                return;
            if (held->kind == ISN_NO_BOUND)
                *held = b;
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
    isn_noun found;
    if (num->whole < 1 || num->whole > 2 || (num->flags & ISN_NL_DIGITS) ||
        num->last - num->first != 1)
        return false;
    for (uint32_t back = 1; back <= 2 && back <= num->first; back++) {
        uint32_t at = num->first - back;
        if (scan->words[at + 1].flags & ISN_WF_BREAK)
            return false;
        unsigned want = num->whole == 2 ? ISN_FORM_DU : ISN_FORM_SG;
        if (isn_noun_find(&found, scan, at, ISN_COUNT_TABLES, 0xff, want) && found.number == want &&
            !(found.table == ISN_T_PEOPLE && back == 1 && at > 0 &&
              isn_noun_find(&(isn_noun){0}, scan, at - 1, 1u << ISN_T_PEOPLE, 0xff, want))) {
            isn_number_noun(n, &found);
            n->first = at;
            n->last = num->last;
            return true;
        }
    }
    return false;
}

static isn_number *emit(isn_numwork *w, uint32_t first, const isn_numeral *num,
                        const isn_bound *bound) {
    const isn_scan *scan = w->scan;
    isn_bound b = *bound;
    uint32_t end = isn_sentence_end(scan, first);
    isn_number *n = isn_number_push(w, first, num->last);
    n->num_first = num->first;
    n->num_last = num->last;
    n->reading = num->reading;
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
        if (!has_noun && !isn_number_other(n, scan, num->last, end))
            has_noun = isn_noun_after(n, scan, num->last, num->value);
        isn_number_postfix(n, scan, &b, end);
    }
    isn_number_bound(n, &b, num->whole);
    if ((n->flags & (ISN_NF_PERCENT | ISN_NF_FRACTION)) != 0 && num->value != (double)num->whole)
        n->low = n->best = n->high = ISN_NO_COUNT;
    if (isn_number_is_label(w, num, has_noun))
        n->flags |= ISN_NF_NAME;
    if (!has_noun && !(n->flags & (ISN_NF_NAME | ISN_NF_PERCENT | ISN_NF_OTHER)))
        isn_noun_before(n, scan);
    return n;
}

/* ---- ranges ------------------------------------------------------------------------------------------------- */

static void set_range(isn_number *n, const isn_numeral *a, const isn_numeral *b) {
    n->quantity = ISN_Q_RANGE;
    n->low = a->whole;
    n->best = ISN_NO_COUNT;
    n->high = b->whole;
    n->value = a->value;
    n->to = b->value;
}

/* `row`: of the bound that opens it, or ISN_NO_ROW. */
static void emit_range(isn_numwork *w, uint32_t first, const isn_numeral *a, const isn_numeral *b,
                       uint32_t row) {
    isn_number *n = emit(w, first, b, &isn_no_bound);
    n->first = first;
    n->num_first = a->first;
    n->bound = ISN_B_RANGE_FROM;
    n->bound_row = row;
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
    isn_bound to;
    uint32_t next;
    if (at >= end)
        return false;
    if (isn_bound_find(&to, scan, at, ISN_B(RANGE_TO)))
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

static uint32_t try_range(isn_numwork *w, uint32_t at, const isn_bound *from) {
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
    emit_range(w, at, &a, &b, from->row);
    return w->out.ptr[w->out.len - 1].last;
}

/* "خمسة أو ستة", "10-15", after the first number has been read. */
static bool try_second(isn_numwork *w, uint32_t first, isn_numeral *a) {
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
    emit_range(w, first, a, &b, ISN_NO_ROW);
    return true;
}

/* ---- numbers with and without bounds before them ------------------------------------------------------------ */

static uint32_t emit_plain(isn_numwork *w, uint32_t first, isn_numeral *num, const isn_bound *b) {
    if (b->kind == ISN_NO_BOUND && try_second(w, first, num))
        return w->out.ptr[w->out.len - 1].last;
    uint32_t last = emit(w, first, num, b)->last;
    return last > num->last ? last : num->last;
}

/* A 10-15 that the scanner holds in one token. */
static uint32_t try_token_range(isn_numwork *w, uint32_t at) {
    int64_t pieces[3];
    uint32_t seps[3];
    uint8_t widths[3];
    const isn_scan *scan = w->scan;
    if (isn_number_pieces(pieces, seps, widths, 3, scan, at) != 2 || seps[0] != '-' ||
        pieces[0] >= pieces[1])
        return 0;
    isn_numeral a = {at, at + 1, pieces[0], (double)pieces[0], ISN_NL_DIGITS, 0, 0};
    isn_numeral b = {at, at + 1, pieces[1], (double)pieces[1], ISN_NL_DIGITS, 0, 0};
    emit_range(w, at, &a, &b, ISN_NO_ROW);
    return w->out.ptr[w->out.len - 1].last;
}

static uint32_t try_number(isn_numwork *w, uint32_t at) {
    isn_numeral num;
    if (isn_numeral_read(&num, w->scan, at, UINT32_MAX))
        return emit_plain(w, at, &num, &isn_no_bound);
    return w->scan->words[at].kind == ISN_TOK_NUMBER ? try_token_range(w, at) : 0;
}

/* "أكثر من شخصين": a dual under a bound. */
static uint32_t bounded_dual(isn_numwork *w, uint32_t at, const isn_bound *b) {
    isn_noun found;
    if (!isn_noun_find(&found, w->scan, b->last, ISN_COUNT_TABLES, 0, ISN_FORM_DU) ||
        found.number != ISN_FORM_DU)
        return 0;
    isn_number *n = isn_number_push(w, at, found.last);
    isn_number_noun(n, &found);
    n->value = 2;
    n->flags |= ISN_NF_DUAL;
    isn_number_bound(n, b, 2);
    return n->last;
}

static uint32_t emit_vague(isn_numwork *w, uint32_t first, const isn_bound *b) {
    const isn_scan *scan = w->scan;
    uint32_t end = isn_sentence_end(scan, first);
    isn_number *n = isn_number_push(w, first, b->last);
    n->num_first = first;
    n->num_last = b->last;
    isn_number_vague(n, b->low, b->row);
    if (!isn_number_other(n, scan, b->last, end))
        isn_noun_after(n, scan, b->last, b->low);
    for (uint32_t at = first; at < b->last; at++)
        if (isn_match_kind(&end, scan, at, ISN_T_NUMERAL, ISN_NUMERAL_KIND, ISN_NUM_OTHER, 0))
            n->flags |= ISN_NF_OTHER;
    return n->last;
}

static uint32_t try_bounded(isn_numwork *w, uint32_t at) {
    const isn_scan *scan = w->scan;
    uint32_t end = isn_sentence_end(scan, at);
    isn_bound b, inner;
    isn_numeral num;
    if (isn_bound_find(&b, scan, at, ISN_B(RANGE_FROM))) {
        uint32_t last = try_range(w, at, &b);
        if (last != 0)
            return last;
    }
    if (isn_bound_find(&b, scan, at, ISN_B_PREFIXES)) {
        uint32_t from = b.last;
        if (from >= end || (scan->words[from].flags & (ISN_WF_BREAK & ~(unsigned)ISN_WF_COLON)))
            return 0;
        if (isn_bound_find(&inner, scan, from, ISN_B_PREFIXES) && inner.last < end)
            from = inner.last; /* "ما لا يقل عن نحو" */
        if (from + 1 < end && scan->words[from].nreadings > 0 &&
            scan->words[from + 1].kind == ISN_TOK_NUMBER &&
            !(scan->text->tokens[scan->words[from + 1].token].flags & ISN_TF_SPACE) &&
            scan->words[from].kind == ISN_TOK_WORD && !isn_word_is_article(scan, from))
            from++; /* بنحو ب20 */
        if (isn_numeral_read(&num, scan, from, end) && !(num.flags & ISN_NL_ORDINAL)) {
            uint32_t last = emit_plain(w, at, &num, &b);
            return last;
        }
        if (isn_bound_find(&inner, scan, from, ISN_B(VAGUE)))
            return emit_vague(w, at, &inner);
        return bounded_dual(w, at, &b);
    }
    if (isn_bound_find(&b, scan, at, ISN_B(VAGUE)) && b.low != ISN_NO_INT)
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

static uint32_t try_none(isn_numwork *w, uint32_t at) {
    const isn_scan *scan = w->scan;
    uint32_t end = isn_sentence_end(scan, at);
    isn_bound b;
    isn_noun found;
    isn_numeral num;
    if (!isn_bound_find(&b, scan, at, ISN_B(NONE)) || (b.low < 0 && !negation_before(scan, at)))
        return 0;
    for (uint32_t i = b.last; i < end && i < b.last + 4; i++) {
        if (scan->words[i].flags & (ISN_WF_COMMA | ISN_WF_STOP | ISN_WF_DOTS))
            return 0;
        if (isn_numeral_read(&num, scan, i, end) && !(num.flags & ISN_NL_ORDINAL))
            return 0; /* "لم يسفر عن أكثر من خمسة": another claim */
        if (!isn_noun_find(&found, scan, i,
                           1u << ISN_T_CASUALTY | 1u << ISN_T_PEOPLE | 1u << ISN_T_TRIGGER, 0,
                           ISN_FORM_PL))
            continue;
        if (found.table == ISN_T_TRIGGER &&
            !(isn_lex_int(scan->lex, ISN_T_TRIGGER, found.row, ISN_TRIGGER_FLAGS) &
              ISN_TG_CASUALTY))
            continue;
        isn_number *n = isn_number_push(w, at, found.last);
        isn_number_noun(n, &found);
        n->quantity = ISN_Q_NONE;
        n->bound = ISN_B_NONE;
        n->bound_row = b.row;
        n->low = 0;
        n->best = n->high = b.low == 1 ? ISN_NO_COUNT : 0;
        return n->last;
    }
    return 0;
}

/* ---- openers: of whom, in addition to, out of ------------------------------------------------------------------------ */

static uint32_t try_opener(isn_numwork *w, uint32_t at) {
    isn_bound b;
    if (!isn_bound_find(&b, w->scan, at, ISN_B(INCLUDING) | ISN_B(PLUS) | ISN_B(OUT_OF)))
        return 0;
    if (b.kind == ISN_B_INCLUDING && b.low == 2 && w->out.len > 0 &&
        w->out.ptr[w->out.len - 1].last == at && !(w->scan->words[at].flags & ISN_WF_BREAK))
        w->out.ptr[w->out.len - 1].flags |= ISN_NF_SUBSET; /* اثنان منهم */
    w->opener_end = b.last;
    w->opener_row = b.row;
    w->opener_used = false;
    w->opener_flag = b.kind == ISN_B_INCLUDING ? ISN_NF_SUBSET
                     : b.kind == ISN_B_PLUS    ? ISN_NF_PLUS
                                               : ISN_NF_OUT_OF;
    if (b.kind == ISN_B_INCLUDING && b.low == 1) { /* أحدهم */
        isn_number *n = isn_number_push(w, at, b.last);
        n->num_first = at;
        n->value = 1;
        n->flags |= ISN_NF_SUBSET;
        n->opener_row = b.row;
        isn_number_bound(n, &isn_no_bound, 1);
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
static bool governs(const isn_numwork *w, const isn_number *n) {
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
static void apply_opener(isn_numwork *w, uint32_t from) {
    for (uint32_t i = from; i < w->out.len; i++) {
        isn_number *n = &w->out.ptr[i];
        if (w->opener_flag == 0)
            return;
        if (!governs(w, n)) {
            w->opener_flag = 0;
            return;
        }
        n->flags |= w->opener_flag;
        n->opener_row = w->opener_row;
        w->opener_end = n->last;
        w->opener_used = true;
        if (w->opener_flag != ISN_NF_SUBSET)
            w->opener_flag = 0;
    }
}

/* ---- the pass --------------------------------------------------------------------------------------------------------------- */

static uint32_t match_at(isn_numwork *w, uint32_t at) {
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
        next = isn_number_one_of(w, at);
        if (next == 0)
            next = isn_number_other_alone(w, at);
    }
    if (next == 0 && (tables & ISN_COUNT_TABLES))
        next = isn_number_bare(w, at);
    return next;
}

static void index_numbers(isn_numbers *out, isn_arena *arena, const isn_scan *scan) {
    out->at = isn_arena_alloc(arena, sizeof(uint32_t) * ((size_t)scan->nwords + 1));
    memset(out->at, 0xff, sizeof(uint32_t) * ((size_t)scan->nwords + 1));
    for (uint32_t i = out->len; i-- > 0;)
        out->at[out->ptr[i].first] = i;
}

void isn_match_numbers(isn_numbers *out, isn_arena *arena, const isn_scan *scan) {
    isn_numwork w = {.arena = arena, .scan = scan};
    const uint32_t any = 1u << ISN_T_BOUND | 1u << ISN_T_NUMERAL | ISN_COUNT_TABLES;
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
