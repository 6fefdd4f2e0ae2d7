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

/* Words whose cardinal and ordinal are spelled alike with the article: the tens, and one in a compound. */
static bool is_either(const isn_numeral *num) {
    bool definite = (num->flags & ISN_NL_DEFINITE) && !(num->flags & ISN_NL_DIGITS);
    bool alike = num->whole % 10 == 0 || num->whole % 10 == 1 || num->whole == 12;
    return definite && alike && num->whole >= 11 && num->whole <= 99 &&
           num->value == (double)num->whole;
}

/* "القرن الواحد والعشرين" is the twenty-first, for its noun is one; "الأعضاء الثلاثون" are thirty. Where nothing
 * tells, both are noted and the cardinal kept. */
static void cardinal_or_ordinal(isn_number *n, const isn_numeral *num, const isn_scan *scan) {
    isn_noun before;
    uint32_t at = num->first;
    bool beside = at > 0 && !(scan->words[at].flags & ISN_WF_BREAK) &&
                  (scan->words[at - 1].reading[0].pre & ISN_CL_AL);
    bool known = beside && isn_noun_find(&before, scan, at - 1,
                                         ISN_NOUN_TABLES | 1u << ISN_T_DATEWORD, 0xff, 0xff);
    if (known && before.number == ISN_FORM_PL)
        return;
    if (known && num->whole >= 20 && before.number == ISN_FORM_SG) {
        n->flags |= ISN_NF_ORDINAL;
        n->low = n->best = n->high = ISN_NO_COUNT;
        return;
    }
    n->flags |= ISN_NF_EITHER;
}

isn_number *isn_number_emit(isn_numwork *w, uint32_t first, isn_numeral *num,
                            const isn_bound *bound) {
    const isn_scan *scan = w->scan;
    isn_bound b = *bound;
    uint32_t end = isn_sentence_end(scan, first);
    isn_number *n = isn_number_push(w, first, num->last);
    n->num_first = num->first;
    n->num_last = num->last;
    n->reading = first == num->first ? num->reading : 0;
    n->value = num->value;
    n->flags |= (num->flags & ISN_NL_DIGITS ? ISN_NF_DIGITS : 0) |
                (num->flags & ISN_NL_FRACTION ? ISN_NF_FRACTION : 0) |
                (num->flags & ISN_NL_ORDINAL ? ISN_NF_ORDINAL : 0);
    if (num->flags & ISN_NL_ORDINAL) {
        n->low = n->best = n->high = ISN_NO_COUNT;
        return n;
    }
    isn_number_percent(n, scan);
    bool has_noun = false;
    if (!(n->flags & ISN_NF_PERCENT)) {
        has_noun = noun_before_one(n, scan, num);
        if (!has_noun && !isn_number_other(n, scan, num->last, end))
            has_noun = isn_noun_after(n, scan, num->last, num->value);
        isn_number_postfix(n, scan, &b, end);
    }
    if (isn_number_is_label(w, num, has_noun))
        n->flags |= ISN_NF_NAME;
    if (!has_noun && !(n->flags & (ISN_NF_NAME | ISN_NF_PERCENT | ISN_NF_OTHER)))
        isn_noun_before(n, scan);
    isn_number_undo_negative(n, num, scan);
    isn_number_bound(n, &b, num->whole);
    if ((n->flags & (ISN_NF_PERCENT | ISN_NF_FRACTION)) != 0 && num->value != (double)num->whole)
        n->low = n->best = n->high = ISN_NO_COUNT;
    if (n->noun == ISN_NO_WORD && is_either(num))
        cardinal_or_ordinal(n, num, scan);
    if (num->flags & (ISN_NL_NEGATIVE | ISN_NL_POINT))
        n->flags |= ISN_NF_SIGN;
    return n;
}

/* ---- numbers with and without bounds before them ------------------------------------------------------------ */

static uint32_t emit_plain(isn_numwork *w, uint32_t first, isn_numeral *num, const isn_bound *b) {
    if ((b->kind == ISN_NO_BOUND || b->kind == ISN_B_ABOUT) && isn_number_second(w, first, num, b))
        return w->out.ptr[w->out.len - 1].last;
    uint32_t last = isn_number_emit(w, first, num, b)->last;
    return last > num->last ? last : num->last;
}

static uint32_t try_number(isn_numwork *w, uint32_t at) {
    isn_numeral num;
    if (isn_numeral_read(&num, w->scan, at, UINT32_MAX)) {
        if (w->scan->words[at].kind == ISN_TOK_NUMBER)
            isn_numeral_signs(&num, w->scan);
        return emit_plain(w, at, &num, &isn_no_bound);
    }
    return w->scan->words[at].kind == ISN_TOK_NUMBER ? isn_number_token_range(w, at) : 0;
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
        uint32_t last = isn_number_range(w, at, &b);
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

bool isn_after_and(uint32_t *next, const isn_scan *scan, uint32_t at) {
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
    bool joined = isn_after_and(&next, w->scan, n->first) ||
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
