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
/* 600 منهم على الأقل: some of those told before, and the bound behind it. */
static bool of_them(const isn_scan *scan, uint32_t at) {
    uint32_t last;
    return isn_match_kind(&last, scan, at, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_MIN, 0xff) &&
           last == at + 1 && scan->text->tokens[scan->words[at].token].fold_len > 2;
}

void isn_number_postfix(isn_number *n, const isn_scan *scan, isn_bound *held, uint32_t end) {
    isn_bound b;
    for (uint32_t at = n->last, steps = 0; at < end && steps < 4; at++, steps++) {
        if (scan->words[at].flags & (ISN_WF_BREAK & ~(unsigned)ISN_WF_SIGN))
            return;
        if (scan->words[at].kind != ISN_TOK_WORD)
            return;
        if (steps <= 2 && isn_number_other(n, scan, at, end))
            continue;
        if (steps == 0 && of_them(scan, at))
            continue;
        if (isn_bound_find(&b, scan, at, ISN_B_PREFIXES)) {
            uint32_t after = b.last;
            isn_numeral next;
            /* a bound that has a number of its own after it is not ours: "خمسة ونحو عشرة" */
            if (after < end && !(scan->words[after].flags & ISN_WF_BREAK) &&
                isn_numeral_read(&next, scan, after, end))
                return;
            if (b.place == ISN_BOUND_SPLIT ||
                (b.last - at < 2 && b.kind != ISN_B_ABOUT && b.place != ISN_BOUND_AFTER))
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
static bool noun_before_one(isn_number *n, const isn_numwork *w, const isn_numeral *num) {
    const isn_scan *scan = w->scan;
    isn_noun found;
    uint32_t free_from = w->out.len > 1 ? n[-1].last : 0; /* what counts already is taken */
    bool bare = free_from > 0 && n[-1].num_first == n[-1].num_last && n[-1].noun != ISN_NO_WORD &&
                num->whole == 2 && n[-1].noun + 2 == num->first && n[-1].quantity == ISN_Q_VAGUE;
    if (bare)
        free_from = n[-1].noun; /* صحفيين أجنبيين اثنين: no plural */
    if (num->whole < 1 || num->whole > 2 || (num->flags & ISN_NL_DIGITS) ||
        num->last - num->first != 1)
        return false;
    for (uint32_t back = 1; back <= 2 && back <= num->first; back++) {
        uint32_t at = num->first - back;
        if (at < free_from || (scan->words[at + 1].flags & ISN_WF_BREAK))
            return false;
        uint32_t next;
        if (back == 2 && isn_after_and(&next, scan, at + 1))
            return false; /* قتلت مسلحا واعتقلت اثنين */
        unsigned want = num->whole == 2 ? ISN_FORM_DU : ISN_FORM_SG;
        if (isn_noun_find(&found, scan, at, ISN_COUNT_TABLES, 0xff, want) && found.number == want &&
            !(found.form & ISN_FORM_CONSTRUCT) &&
            !(found.table == ISN_T_PEOPLE && back == 1 && at > 0 &&
              isn_noun_find(&(isn_noun){0}, scan, at - 1, 1u << ISN_T_PEOPLE, 0xff, want))) {
            isn_number_noun(n, &found);
            n->first = at;
            n->last = num->last;
            if (bare)
                n[-1].flags |= ISN_NF_NAME;
            return true;
        }
    }
    return false;
}

/* "الجنود الثلاثة", "المعتقلين الـ50": the noun and its number, both with the article. */
static bool definite_noun_before(isn_number *n, const isn_numwork *w, const isn_numeral *num) {
    const isn_scan *scan = w->scan;
    isn_noun found;
    uint32_t at = num->first;
    uint32_t free_from = w->out.len > 1 ? n[-1].last : 0;
    if (!(num->flags & ISN_NL_DEFINITE) || n->first != at || at <= free_from ||
        (scan->words[at].flags & ISN_WF_BREAK) || (num->pre & ISN_CL_WAW) ||
        !isn_noun_find(&found, scan, at - 1, ISN_COUNT_TABLES, 0xff, ISN_FORM_PL) ||
        found.number != ISN_FORM_PL || !(found.pre & ISN_CL_AL))
        return false;
    uint32_t last = n->last;
    isn_number_noun(n, &found);
    n->first = found.at;
    n->reading = (uint8_t)found.reading;
    n->last = last;
    return true;
}

/* Is it spelled alike as cardinal and ordinal: digits with the article (الـ76), the tens, one in a compound? */
static bool is_either(const isn_numeral *num) {
    if (!(num->flags & ISN_NL_DEFINITE) || num->whole < 1 || num->value != (double)num->whole)
        return false;
    bool alike = num->whole % 10 == 0 || num->whole % 10 == 1 || num->whole == 12;
    return (num->flags & ISN_NL_DIGITS) || (alike && num->whole >= 11 && num->whole <= 99);
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
    bool teen = num->whole < 20 && !(num->flags & ISN_NL_DIGITS);
    bool one = known ? before.number == ISN_FORM_SG
                     : beside && (scan->text->tokens[scan->words[at - 1].token].flags &
                                  ISN_TF_TEH_MARBUTA) != 0;
    if (one && !teen) {
        n->flags |= ISN_NF_ORDINAL;
        n->low = n->best = n->high = ISN_NO_COUNT;
        return;
    }
    n->flags |= ISN_NF_EITHER;
}

/* "مقتل شخصين وإصابة ثالث": one more, where as many but one were counted before. */
static bool is_one_more(const isn_numwork *w, const isn_number *n, const isn_numeral *num) {
    const isn_scan *scan = w->scan;
    uint32_t at = num->first, harm = 1u << ISN_T_TRIGGER | 1u << ISN_T_CASUALTY;
    return w->out.len > 1 && at > 0 && num->last == at + 1 && !(num->flags & ISN_NL_DEFINITE) &&
           !(scan->words[at].flags & ISN_WF_BREAK) && (scan->word_tables[at - 1] & harm) &&
           n[-1].best == num->whole - 1 && num->whole > 1 &&
           scan->words[n[-1].first].sentence == scan->words[at].sentence;
}

static bool has_article(const isn_scan *scan, uint32_t at) {
    return at < scan->nwords && (scan->words[at].reading[0].pre & ISN_CL_AL);
}

static bool is_women(const isn_scan *scan, const isn_noun *noun) {
    return noun->table == ISN_T_PEOPLE &&
           (isn_lex_int(scan->lex, ISN_T_PEOPLE, noun->row, ISN_PEOPLE_FLAGS) & ISN_PF_WOMAN);
}

/* خمس السكان is a fifth of them, for five would be خمسة: the short form before a masculine plural or
 * one thing (خمس مساحة البلاد). */
static bool is_share(const isn_numeral *num, const isn_scan *scan) {
    uint32_t at = num->last;
    const isn_token *token = &scan->text->tokens[scan->words[num->first].token];
    bool fifth = num->whole == 5 || num->whole == 7 || num->whole == 9 || num->whole == 10;
    if (!fifth || (num->flags & ~(unsigned)ISN_NL_CONJ) || at != num->first + 1 ||
        isn_token_end(scan->text, token)[-1] == ISN_F_HEH ||
        at >= isn_sentence_end(scan, num->first) || (scan->words[at].flags & ISN_WF_BREAK) ||
        (scan->words[at].reading[0].pre & ~ISN_CL_AL) || isn_has_table(scan, at, ISN_T_NUMERAL))
        return false;
    isn_noun noun;
    bool definite = has_article(scan, at);
    bool of = definite || has_article(scan, at + 1);
    bool one = scan->text->tokens[scan->words[at].token].flags & ISN_TF_TEH_MARBUTA;
    if (isn_noun_find(&noun, scan, at, ISN_COUNT_TABLES, 0, ISN_FORM_PL)) {
        one = noun.number == ISN_FORM_SG && noun.table != ISN_T_UNIT;
        if (of && noun.table != ISN_T_UNIT && noun.number == ISN_FORM_PL &&
            !(noun.form & ISN_FORM_FEM) && !is_women(scan, &noun))
            return true;
    }
    return one && of;
}

/* خمسة على الأقل من جنوده، ثلاثة فقط من عناصرها: the counted people stand behind a word that bounds or stresses. */
static bool of_people_behind(isn_number *n, const isn_scan *scan, const isn_numeral *num,
                             uint32_t end) {
    uint32_t at = n->last, next, last;
    if (at < end && !(scan->words[at].flags & ISN_WF_BREAK) &&
        isn_match_kind(&last, scan, at, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_OTHER, 0) &&
        last == at + 1)
        at++;
    if (at == num->last || at >= end ||
        !isn_match_kind(&next, scan, at, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_MIN, 0))
        return false;
    return isn_noun_after(n, scan, at, num->value);
}

isn_number *isn_number_emit(isn_numwork *w, uint32_t first, isn_numeral *num,
                            const isn_bound *bound) {
    if (is_share(num, w->scan)) {
        num->value = 1.0 / (double)num->whole;
        num->whole = 0;
        num->flags |= ISN_NL_FRACTION;
    }

    const isn_scan *scan = w->scan;
    isn_bound b = *bound;
    uint32_t end = isn_sentence_end(scan, first);
    isn_number *n = isn_number_push(w, first, num->last);
    n->num_first = num->first;
    n->num_last = num->last;
    n->reading = first == num->first ? num->reading : bound->reading;
    n->value = num->value;
    n->flags |= (num->flags & ISN_NL_DIGITS ? ISN_NF_DIGITS : 0) |
                (num->flags & ISN_NL_FRACTION ? ISN_NF_FRACTION : 0) |
                (num->flags & ISN_NL_ORDINAL ? ISN_NF_ORDINAL : 0);
    if ((num->flags & ISN_NL_ORDINAL) && is_one_more(w, n, num)) {
        n->flags = ISN_NF_OTHER;
        n->value = 1;
        isn_number_bound(n, &isn_no_bound, 1);
        return n;
    }
    if (num->flags & ISN_NL_ORDINAL) {
        n->low = n->best = n->high = ISN_NO_COUNT;
        return n;
    }
    isn_number_percent(n, scan);
    bool has_noun = false;
    if (!(n->flags & ISN_NF_PERCENT)) {
        has_noun = noun_before_one(n, w, num) || definite_noun_before(n, w, num);
        if (!has_noun && !isn_number_other(n, scan, num->last, end))
            has_noun = isn_noun_after(n, scan, num->last, num->value);
        isn_number_postfix(n, scan, &b, end);
        if (!has_noun && !(n->flags & ISN_NF_OTHER))
            has_noun = of_people_behind(n, scan, num, end);
    }
    if ((num->flags & ISN_NL_LABEL) ||
        (bound->kind == ISN_NO_BOUND && isn_number_is_label(w, num, has_noun)))
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

/* بضعة عشر, بضع وعشرون, بضعة وعشرين ألفا: three and more beside a ten. */
static isn_bound with_tens(const isn_bound *b, const isn_scan *scan, uint32_t end) {
    isn_bound sum = *b;
    isn_numeral num;
    int64_t scale = 1;
    if (b->low != 3 || b->last >= end || (scan->words[b->last].flags & ISN_WF_BREAK) ||
        !isn_numeral_read(&num, scan, b->last, end) ||
        (num.flags & (ISN_NL_ORDINAL | ISN_NL_DIGITS | ISN_NL_FRACTION | ISN_NL_DEFINITE)))
        return sum;
    while (num.whole / scale >= 1000 && num.whole % (scale * 1000) == 0)
        scale *= 1000;
    int64_t tens = num.whole / scale;
    bool joined = (num.pre & ISN_CL_WAW) != 0;
    if ((joined ? tens >= 20 && tens < 100 && tens % 10 == 0 : tens == 10) &&
        num.whole + 3 * scale <= INT32_MAX) {
        sum.low = (int32_t)(num.whole + 3 * scale);
        sum.last = num.last;
    }
    return sum;
}

static uint32_t emit_vague(isn_numwork *w, uint32_t first, const isn_bound *bound) {
    const isn_scan *scan = w->scan;
    uint32_t end = isn_sentence_end(scan, first);
    isn_bound sum = with_tens(bound, scan, end);
    const isn_bound *b = &sum;
    isn_number *n = isn_number_push(w, first, b->last);
    n->num_first = first;
    n->num_last = b->last;
    n->reading = bound->reading;
    isn_number_vague(n, b->low, b->row);
    if (!isn_number_other(n, scan, b->last, end))
        isn_noun_after(n, scan, b->last, b->low);
    for (uint32_t at = first; at < b->last; at++)
        if (isn_match_kind(&end, scan, at, ISN_T_NUMERAL, ISN_NUMERAL_KIND, ISN_NUM_OTHER, 0))
            n->flags |= ISN_NF_OTHER;
    return n->last;
}

/* "لا يقل عدد القتلى في الهجوم عن خمسة": from the counted noun to the number. 0: there is none. */
static uint32_t over_counted(const isn_scan *scan, uint32_t at, uint32_t end) {
    const uint32_t stops = 1u << ISN_T_SPEECH | 1u << ISN_T_ATTRIB | 1u << ISN_T_DATEWORD;
    static const uint8_t ties[] = {ISN_FN_AN, ISN_FN_ALA, ISN_FN_ILA};
    uint32_t last;
    isn_numeral num;
    for (uint32_t steps = 0; at < end && steps < 7; at++, steps++) {
        if ((scan->words[at].flags & ISN_WF_BREAK) || (scan->word_tables[at] & stops))
            return 0;
        if (isn_numeral_read(&num, scan, at, end))
            return at;
        for (unsigned i = 0; i < ISN_LEN(ties); i++)
            if (isn_match_kind(&last, scan, at, ISN_T_FUNC, ISN_FUNC_KIND, ties[i], 0))
                return last < end && !(scan->words[last].flags & ISN_WF_BREAK) ? last : 0;
    }
    return 0;
}

/* Where the number of the bound should stand: behind it, a second bound, or a preposition glued to digits. */
static uint32_t number_of(const isn_bound *b, const isn_scan *scan, uint32_t end) {
    isn_bound inner;
    uint32_t from = b->place == ISN_BOUND_SPLIT ? over_counted(scan, b->last, end) : b->last;
    if (from == 0 || from >= end ||
        (scan->words[from].flags & (ISN_WF_BREAK & ~(unsigned)ISN_WF_COLON)))
        return 0;
    if (isn_bound_find(&inner, scan, from, ISN_B_PREFIXES) && inner.last < end)
        from = inner.last; /* "ما لا يقل عن نحو" */
    if (from + 1 < end && scan->words[from].nreadings > 0 &&
        scan->words[from + 1].kind == ISN_TOK_NUMBER &&
        !(scan->text->tokens[scan->words[from + 1].token].flags & ISN_TF_SPACE) &&
        scan->words[from].kind == ISN_TOK_WORD && !isn_word_is_article(scan, from))
        from++; /* بنحو ب20 */
    return from;
}

/* The noun of a split bound stands inside it. */
static void counted_inside(isn_numwork *w, const isn_bound *b) {
    isn_number *n = &w->out.ptr[w->out.len - 1];
    isn_noun found;
    uint32_t last = n->last;
    if (b->place != ISN_BOUND_SPLIT || n->noun != ISN_NO_WORD || (n->flags & ISN_NF_PERCENT) ||
        !isn_noun_find(&found, w->scan, b->last, ISN_COUNT_TABLES, 0, ISN_FORM_PL))
        return;
    isn_number_noun(n, &found);
    n->last = last;
}

static uint32_t try_prefix(isn_numwork *w, uint32_t at, const isn_bound *b) {
    const isn_scan *scan = w->scan;
    uint32_t end = isn_sentence_end(scan, at), last;
    isn_bound vague;
    isn_numeral num;
    uint32_t from = number_of(b, scan, end);
    if (from == 0 || b->place == ISN_BOUND_AFTER)
        return 0;
    if (isn_numeral_read(&num, scan, from, end) && !(num.flags & ISN_NL_ORDINAL)) {
        last = emit_plain(w, at, &num, b);
    } else if (isn_bound_find(&vague, scan, from, ISN_B(VAGUE))) {
        last = emit_vague(w, at, &vague);
    } else {
        return b->place == ISN_BOUND_SPLIT ? 0 : bounded_dual(w, at, b);
    }
    counted_inside(w, b);
    return last;
}

/* عدد من قتلوا: the number of those who were killed, and not a number of them. */
static bool of_whom_told(const isn_scan *scan, const isn_bound *b) {
    uint32_t w = b->last, last;
    if (w >= scan->nwords || scan->words[w].flags & ISN_WF_BREAK ||
        !isn_has_table(scan, w, ISN_T_TRIGGER) ||
        !isn_match_kind(&last, scan, w - 1, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_MIN, 0))
        return false;
    for (uint32_t h = scan->word_hit[w]; h < scan->word_hit[w + 1]; h++)
        for (unsigned i = 0; i < scan->hits[h].nsenses; i++) {
            const isn_sense *s = &scan->hits[h].senses[i];
            if (s->table == ISN_T_TRIGGER && (s->form & ISN_FORM_KIND) == ISN_FORM_PERF &&
                (s->form & ISN_FORM_NUMBER) == ISN_FORM_PL)
                return true;
        }
    return false;
}

static uint32_t try_bounded(isn_numwork *w, uint32_t at) {
    const isn_scan *scan = w->scan;
    isn_bound b;
    if (isn_bound_find(&b, scan, at, ISN_B(RANGE_FROM))) {
        uint32_t last = isn_number_range(w, at, &b);
        if (last != 0)
            return last;
    }
    if (isn_bound_find(&b, scan, at, ISN_B_PREFIXES))
        return try_prefix(w, at, &b);
    if (isn_bound_find(&b, scan, at, ISN_B(VAGUE)) && b.low != ISN_NO_INT &&
        !of_whom_told(scan, &b))
        return emit_vague(w, at, &b);
    return 0;
}

/* ---- none ------------------------------------------------------------------------------------------------------- */

static bool negation_before(const isn_scan *scan, uint32_t at) {
    uint32_t start = scan->sentence_word[scan->words[at].sentence], last;
    for (uint32_t back = at; back > start && at - back < 12;) {
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

/* ضحايا مدنيين، قتلى عسكريين: who they would be. Where it ends. */
static uint32_t described(const isn_scan *scan, const isn_noun *noun) {
    isn_noun who;
    uint32_t at = noun->last;
    if (noun->table != ISN_T_CASUALTY || at >= scan->nwords ||
        scan->words[at].flags & ISN_WF_BREAK || scan->words[at].reading[0].pre != 0 ||
        !isn_noun_find(&who, scan, at, 1u << ISN_T_PEOPLE, 0, ISN_FORM_PL) ||
        who.number != ISN_FORM_PL)
        return at;
    return who.last;
}

static uint32_t emit_none(isn_numwork *w, uint32_t at, const isn_bound *b, const isn_noun *noun) {
    isn_number *n = isn_number_push(w, at, described(w->scan, noun));
    isn_number_noun(n, noun);
    n->reading = b->reading;
    n->quantity = ISN_Q_NONE;
    n->bound = ISN_B_NONE;
    n->bound_row = b->row;
    n->low = 0;
    n->best = n->high = b->low == 1 ? ISN_NO_COUNT : 0;
    return n->last;
}

/* What there is none of at word `at`: victims, or an act that makes some, with them (وقوع ضحايا). */
static bool none_of(isn_noun *found, const isn_scan *scan, uint32_t at, uint32_t end) {
    const unsigned people = 1u << ISN_T_CASUALTY | 1u << ISN_T_PEOPLE;
    isn_noun victims;
    if (!isn_noun_find(found, scan, at, people | 1u << ISN_T_TRIGGER, 0, ISN_FORM_PL))
        return false;
    if (found->table != ISN_T_TRIGGER)
        return true;
    if (!(isn_lex_int(scan->lex, ISN_T_TRIGGER, found->row, ISN_TRIGGER_FLAGS) & ISN_TG_CASUALTY))
        return false;
    if (found->last < end && !(scan->words[found->last].flags & ISN_WF_BREAK) &&
        isn_noun_find(&victims, scan, found->last, people, 0, ISN_FORM_PL))
        *found = victims;
    return true;
}

/* أطباء بلا حدود: in a name. */
static bool within_name(const isn_scan *scan, uint32_t at) {
    for (uint32_t h = at > 0 ? scan->word_hit[at - 1] : 0; at > 0 && h < scan->word_hit[at]; h++)
        for (unsigned i = 0; scan->hits[h].last > at && i < scan->hits[h].nsenses; i++)
            if (scan->hits[h].senses[i].table == ISN_T_ACTOR)
                return true;
    return false;
}

static bool is_result(const isn_scan *scan, uint32_t at) {
    const isn_hit *hit;
    const isn_sense *s = at < scan->nwords && scan->word_tables[at] & 1u << ISN_T_TRIGGER
                             ? isn_match_sense(&hit, scan, at, ISN_T_TRIGGER)
                             : NULL;
    return s != NULL &&
           isn_lex_int(scan->lex, ISN_T_TRIGGER, s->row, ISN_TRIGGER_FLAGS) & ISN_TG_RESULT;
}

/* عن، إلى، في or ب before the word, by which verbs of result lead to what came */
static bool led_to(const isn_scan *scan, uint32_t at) {
    uint32_t last;
    return scan->words[at].reading[0].pre & ISN_CL_BEH ||
           isn_match_kind(&last, scan, at - 1, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_AN, 0xff) ||
           isn_match_kind(&last, scan, at - 1, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_ILA, 0xff) ||
           isn_match_kind(&last, scan, at - 1, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_FI, 0xff);
}

/* لم يسفر القصف عن سقوط ضحايا: behind the verb, its subject and its preposition; where that subject is long, right behind the
 * preposition. */
static uint32_t none_resulted(isn_numwork *w, uint32_t at, isn_bound *b, uint32_t end) {
    enum { NEAR = 9, FAR = 18 };
    const isn_scan *scan = w->scan;
    isn_noun found;
    isn_numeral num;
    if (!is_result(scan, b->last))
        return 0;
    for (uint32_t i = b->last + 1; i < end && i < at + FAR; i++) {
        uint32_t last;
        if (scan->words[i].flags & (ISN_WF_COMMA | ISN_WF_STOP | ISN_WF_DOTS) ||
            (isn_numeral_read(&num, scan, i, end) && !(num.flags & ISN_NL_ORDINAL)) ||
            isn_match_kind(&last, scan, i, ISN_T_CUE, ISN_CUE_KIND, ISN_CUE_NUMBER, 0xff))
            return 0; /* لم يتجاوز عدد الجرحى عشرة */
        if (i >= at + NEAR && !led_to(scan, i))
            continue;
        if (none_of(&found, scan, i, end) && found.table == ISN_T_CASUALTY &&
            (found.number == ISN_FORM_PL || found.last > i + 1)) { /* خسائر بشرية */
            b->low = 0;
            return emit_none(w, at, b, &found);
        }
    }
    return 0;
}

/* اقتصرت الأضرار على الماديات: neither dead nor wounded, as إصابات بشرية are both. */
static uint32_t none_hurt(isn_numwork *w, uint32_t at, isn_bound *b) {
    isn_noun both = {.table = ISN_T_CASUALTY, .at = at, .last = b->last, .number = ISN_FORM_PL};
    uint32_t rows = isn_lex_rows(w->scan->lex, ISN_T_CASUALTY);
    while (both.row < rows && isn_lex_int(w->scan->lex, ISN_T_CASUALTY, both.row,
                                          ISN_CASUALTY_HARM) != ISN_HARM_CASUALTIES)
        both.row++;
    b->low = 0;
    return both.row < rows ? emit_none(w, at, b, &both) : 0;
}

static uint32_t try_none(isn_numwork *w, uint32_t at) {
    const isn_scan *scan = w->scan;
    uint32_t end = isn_sentence_end(scan, at);
    isn_bound b;
    isn_noun found;
    isn_numeral num;
    if (!isn_bound_find(&b, scan, at, ISN_B(NONE)) || (b.low == -1 && !negation_before(scan, at)) ||
        within_name(scan, at))
        return 0;
    if (b.low < -1)
        return none_resulted(w, at, &b, end);
    if (b.low > 1)
        return none_hurt(w, at, &b);
    if (b.last > at + 1 && /* لا قتلى */
        isn_noun_find(&found, scan, b.last - 1, 1u << ISN_T_CASUALTY, 0, ISN_FORM_PL) &&
        (found.number == ISN_FORM_PL || found.last > b.last)) /* دون خسائر بشرية */
        return emit_none(w, at, &b, &found);
    for (uint32_t i = b.last; i < end && i < b.last + 4; i++) {
        if (scan->words[i].flags & (ISN_WF_COMMA | ISN_WF_STOP | ISN_WF_DOTS))
            return 0;
        if (isn_numeral_read(&num, scan, i, end) && !(num.flags & ISN_NL_ORDINAL))
            return 0; /* "لم يسفر عن أكثر من خمسة": another claim */
        if (none_of(&found, scan, i, end))
            return emit_none(w, at, &b, &found);
    }
    return 0;
}

/* ---- openers: of whom, in addition to, out of ------------------------------------------------------------------------ */

/* "اثنان منهم", "خمسة منهم أطفال": the number before is the part, and the noun is its own. Returns the end of
 * that noun, or 0. */
static uint32_t part_before(isn_numwork *w, const isn_bound *b) {
    const isn_scan *scan = w->scan;
    isn_number *n = &w->out.ptr[w->out.len - 1];
    isn_noun found;
    n->flags |= ISN_NF_SUBSET;
    n->opener_row = b->row;
    if (n->num_first >= n->num_last || n->last != n->num_last || b->last >= scan->nwords ||
        (scan->words[b->last].flags & ISN_WF_BREAK) ||
        !isn_noun_find(&found, scan, b->last, ISN_COUNT_TABLES, 0, ISN_FORM_PL) ||
        found.suf != ISN_SUF_NONE || (found.number != ISN_FORM_PL && n->best != 1 && n->best != 2))
        return 0;
    isn_number_noun(n, &found);
    return n->last;
}

/* وأوقع فيهم 12 قتيلا، خلفت بينهم قتلى: right behind the verb of a toll it names whom it fell on, and no whole stands before; not
 * قتلوا بينهم طفلان. */
static bool fell_among(const isn_scan *scan, uint32_t at) {
    if (!at || scan->words[at].flags & ISN_WF_BREAK ||
        !(scan->word_tables[at - 1] & 1u << ISN_T_TRIGGER))
        return false;
    for (uint32_t h = scan->word_hit[at - 1]; h < scan->word_hit[at]; h++)
        for (unsigned i = 0; i < scan->hits[h].nsenses; i++) {
            const isn_sense *s = &scan->hits[h].senses[i];
            unsigned kind = s->form & ISN_FORM_KIND;
            if (s->table == ISN_T_TRIGGER && (kind == ISN_FORM_PERF || kind == ISN_FORM_IMPF) &&
                isn_lex_int(scan->lex, ISN_T_TRIGGER, s->row, ISN_TRIGGER_FLAGS) & ISN_TG_RESULT)
                return true;
        }
    return false;
}

static uint32_t try_opener(isn_numwork *w, uint32_t at) {
    isn_bound b;
    if (!isn_bound_find(&b, w->scan, at, ISN_B(INCLUDING) | ISN_B(PLUS) | ISN_B(OUT_OF)) ||
        (b.kind == ISN_B_INCLUDING && b.low == 3 && fell_among(w->scan, at)))
        return 0;
    w->opener_flag = 0;
    if (b.kind == ISN_B_INCLUDING && b.low == 2 && w->out.len > 0 &&
        w->out.ptr[w->out.len - 1].last == at && !(w->scan->words[at].flags & ISN_WF_BREAK)) {
        uint32_t last = part_before(w, &b);
        if (last != 0)
            return last;
    }
    w->opener_whole = w->out.len > 0 ? w->out.ptr[w->out.len - 1].best : ISN_NO_COUNT;
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
        bool too_many = w->opener_flag == ISN_NF_SUBSET && w->opener_whole != ISN_NO_COUNT &&
                        n->best != ISN_NO_COUNT && n->best > w->opener_whole;
        if (too_many || !governs(w, n)) {
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
    if (next == 0 && isn_number_and_one(scan, at))
        next = isn_number_one_of(w, at);
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
