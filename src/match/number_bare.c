/* number_bare.c: counts without a number word: duals, bare singulars and plurals, "another", "one of the …".
 * Left of it: number_noun.c. Right of it: number.c, which tries them where no number stands. */
#include "match/numberwork.h"

/* ---- bare nouns: duals, singulars, plurals ------------------------------------------------------------------------------ */

static bool is_adjective_of(const isn_scan *scan, const isn_noun *n) {
    isn_noun before;
    if (n->at == 0 || (scan->words[n->at].flags & ISN_WF_BREAK) || (n->pre & ~(unsigned)ISN_CL_AL))
        return false;
    if (n->table != ISN_T_PEOPLE ||
        !(isn_lex_int(scan->lex, ISN_T_PEOPLE, n->row, ISN_PEOPLE_FLAGS) & ISN_PF_ADJ))
        return false;
    /* an adjective has the article where its noun has: قتلت القوة مسلحا is another */
    if ((scan->words[n->at - 1].reading[0].pre & ISN_CL_AL) && !(n->pre & ISN_CL_AL))
        return false;
    if (!isn_noun_find(&before, scan, n->at - 1, ISN_NOUN_TABLES, 0xff, n->number))
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

/* Which other numbers the same letters may have, for the noun found. */
static void note_rivals(isn_noun *n, const isn_scan *scan) {
    n->dual_too = n->plural_too = n->singular_acc = false;
    for (uint32_t h = scan->word_hit[n->at]; h < scan->word_hit[n->at + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        if (hit->last != n->last || isn_hit_cut(scan, hit) != n->pre)
            continue;
        for (unsigned s = 0; s < hit->nsenses; s++) {
            const isn_sense *sense = &hit->senses[s];
            if (sense->table != (uint8_t)n->table || sense->row != n->row ||
                !isn_is_noun_form(sense))
                continue;
            unsigned number = sense->form & ISN_FORM_NUMBER;
            n->dual_too |= number == ISN_FORM_DU;
            n->plural_too |= number == ISN_FORM_PL;
            n->singular_acc |= number == ISN_FORM_SG && (sense->form & ISN_FORM_ACC);
        }
    }
}

static bool ends_in_alef(const isn_scan *scan, uint32_t at) {
    const isn_token *t = &scan->text->tokens[scan->words[at].token];
    return t->fold_len && isn_token_end(scan->text, t)[-1] == ISN_F_ALEF;
}

/* عاملا إغاثة, رجلا أمن: the alef before a genitive is the dual's; عاملا إنسانيا is the accusative of one. */
static bool bound_dual(const isn_scan *scan, const isn_noun *n) {
    return n->last > n->at + 1 && ends_in_alef(scan, n->at) && !ends_in_alef(scan, n->last - 1);
}

/* إن مهاجمين قتلا; أن شرطيين مكلفين بالحراسة أصيبا: what two did or suffered behind them. */
static bool two_did(const isn_scan *scan, uint32_t at) {
    for (uint32_t h = scan->word_hit[at]; h < scan->word_hit[at + 1]; h++)
        for (unsigned i = 0; i < scan->hits[h].nsenses; i++) {
            const isn_sense *s = &scan->hits[h].senses[i];
            unsigned kind = s->form & ISN_FORM_KIND;
            if (s->table == ISN_T_TRIGGER && s->form & ISN_FORM_DU &&
                (kind == ISN_FORM_PERF || kind == ISN_FORM_IMPF))
                return !isn_hit_cut(scan, &scan->hits[h]);
        }
    return false;
}

/* إصابة ناشطين نقل أحدهما: a pronoun of two close behind, in the same clause. */
static bool of_two(const isn_scan *scan, uint32_t at) {
    enum { NEAR = 4 };
    for (uint32_t w = at; w < scan->nwords && w < at + NEAR; w++) {
        if (scan->words[w].flags & ISN_WF_STOP)
            return false;
        for (unsigned i = 0; i < scan->words[w].nreadings; i++)
            if (scan->words[w].reading[i].suf == ISN_SUF_HUMA &&
                scan->words[w].reading[i].symbol != ISN_NO_SYMBOL)
                return true;
    }
    return false;
}

/* مقتل شرطيين: more of them would have a figure, or another plural (رجال شرطة). */
static bool pair_by_habit(const isn_scan *scan, const isn_noun *n) {
    return n->table == ISN_T_PEOPLE &&
           isn_lex_int(scan->lex, ISN_T_PEOPLE, n->row, ISN_PEOPLE_FLAGS) & ISN_PF_PAIR;
}

/* Decides the number of a bare noun whose letters may be read in several. */
static unsigned decide_number(const isn_scan *scan, isn_noun *n) {
    note_rivals(n, scan);
    uint32_t next = n->last;
    bool tanwin = scan->text->tokens[scan->words[n->last - 1].token].flags & ISN_TF_TANWIN;
    if (n->dual_too && n->singular_acc) /* جنديا: the soldier's accusative, or two soldiers of … */
        return bound_dual(scan, n) || (!tanwin && next_is_definite(scan, next)) ? ISN_FORM_DU
                                                                                : ISN_FORM_SG;
    if (n->dual_too && n->plural_too) {
        isn_numeral two;
        if (next < scan->nwords && !(scan->words[next].flags & ISN_WF_BREAK) &&
            isn_numeral_read(&two, scan, next, UINT32_MAX) && two.whole == 2)
            return ISN_FORM_DU;
        if (written_vowel(scan, n->last - 1) == ISN_FORM_DU)
            return ISN_FORM_DU;
        if (next < scan->nwords && !(scan->words[next].flags & ISN_WF_BREAK) && two_did(scan, next))
            return ISN_FORM_DU;
        if (!(n->pre & ISN_CL_AL) && (of_two(scan, next) || pair_by_habit(scan, n)))
            return ISN_FORM_DU;
        return ISN_FORM_PL;
    }
    return n->number;
}

/* إصابات بين المدنيين، جرحى من قوات كذا; not إصابة بين عشرين وثلاثين: no bound of a figure. */
static bool among(const isn_scan *scan, uint32_t at) {
    uint32_t last;
    bool of = isn_match_kind(&last, scan, at, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_BAYN, 0xff) ||
              isn_match_kind(&last, scan, at, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_MIN, 0xff);
    return of && last < scan->nwords && scan->words[last].kind != ISN_TOK_NUMBER &&
           !isn_has_table(scan, last, ISN_T_NUMERAL);
}

/* "إصابة جندي": the verbal noun, not one casualty; "قتلى الهجوم": those known already. */
static bool governs_genitive(const isn_scan *scan, const isn_noun *n) {
    isn_noun act;
    uint32_t next = n->last;
    if (next >= scan->nwords || (scan->words[next].flags & ISN_WF_BREAK))
        return false;
    if (next_is_definite(scan, next) && !(n->form & ISN_FORM_ACC))
        return true;
    if ((scan->word_tables[next] & (1u << ISN_T_FUNC | 1u << ISN_T_SPEECH)) &&
        !isn_has_table(scan, next, ISN_T_NUMERAL) &&
        (!isn_has_table(scan, next, ISN_T_BOUND) || among(scan, next)))
        return false;
    bool people = scan->word_tables[next] & (1u << ISN_T_PEOPLE | 1u << ISN_T_NATION);
    if (n->number == ISN_FORM_PL && !people)
        return false; /* إصابات خطيرة */
    return n->table == ISN_T_CASUALTY &&
           !(scan->words[next].reading[0].pre & ~(unsigned)ISN_CL_AL) &&
           isn_noun_find(&act, scan, n->at, 1u << ISN_T_TRIGGER, 0xff, ISN_FORM_SG) &&
           (act.form & ISN_FORM_KIND) == ISN_FORM_MASDAR;
}

/* صاروخي and محلي are adjectives before they are two of something: a dual without its ن needs what it is
 * bound to, in its own words (رجلي شرطة) or behind them. عربتي is safe by its ت. */
static bool loose_dual(const isn_scan *scan, const isn_noun *n) {
    const isn_token *token = &scan->text->tokens[scan->words[n->last - 1].token];
    if (!(n->form & ISN_FORM_CONSTRUCT) || n->suf != ISN_SUF_NONE)
        return false;
    bool teh =
        token->fold_len > 2 && scan->text->fold[token->fold + token->fold_len - 2] == ISN_F_TEH;
    bool phrase = n->table == ISN_T_PEOPLE && n->last > n->at + 1;
    return !teh && !phrase && !next_is_definite(scan, n->last) && !bound_dual(scan, n);
}

/* A verb that opens its clause (وطالب), a place (جنين), another word whole (لجان is no ل + جان), a preposition
 * (أمام has the folded letters of إمام). */
static bool is_other_word(const isn_scan *scan, const isn_noun *n) {
    if (isn_has_table(scan, n->at, ISN_T_FUNC) &&
        !(scan->text->tokens[scan->words[n->at].token].flags & ISN_TF_HAMZA_UNDER))
        return true;
    bool opens = (n->pre & (ISN_CL_WAW | ISN_CL_FEH)) || (scan->words[n->at].flags & ISN_WF_STOP);
    for (uint32_t h = scan->word_hit[n->at]; h < scan->word_hit[n->at + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        if (n->reading != 0 && hit->reading == 0)
            return true;
        for (unsigned s = 0; s < hit->nsenses; s++) {
            const isn_sense *sense = &hit->senses[s];
            if (opens && !isn_is_noun_form(sense) && n->number != ISN_FORM_DU)
                return true;
            if (sense->table == ISN_T_PLACE && hit->last == n->last && n->table == ISN_T_PEOPLE &&
                isn_lex_int(scan->lex, ISN_T_PLACE, sense->row, ISN_PLACE_CUE) != 1)
                return true;
        }
    }
    return n->table == ISN_T_PEOPLE && (n->pre & (ISN_CL_BEH | ISN_CL_KAF));
}

static bool ends_in_an(const isn_scan *scan, uint32_t at) {
    const isn_token *t = &scan->text->tokens[scan->words[at].token];
    const uint8_t *end = isn_token_end(scan->text, t);
    return t->fold_len > 4 && end[-1] == ISN_F_NOON && end[-2] == ISN_F_ALEF;
}

/* A verb of harm in the masculine: what is named behind it in the nominative is no movement. */
static bool he_suffered(const isn_scan *scan, uint32_t at) {
    for (uint32_t h = scan->word_hit[at]; h < scan->word_hit[at + 1]; h++)
        for (unsigned i = 0; i < scan->hits[h].nsenses; i++) {
            const isn_sense *s = &scan->hits[h].senses[i];
            if (s->table == ISN_T_TRIGGER && (s->form & ISN_FORM_KIND) == ISN_FORM_PERF &&
                !(s->form & ISN_FORM_FEM) &&
                isn_lex_int(scan->lex, ISN_T_TRIGGER, s->row, ISN_TRIGGER_EFFECT) > 0)
                return true;
        }
    return false;
}

/* طالبان: the movement, but in قتل طالبان، طالبان جامعيان two students. */
static bool names_body(const isn_scan *scan, const isn_noun *n) {
    bool body = false;
    for (uint32_t h = scan->word_hit[n->at]; h < scan->word_hit[n->at + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        for (unsigned i = 0; i < hit->nsenses; i++)
            body |= hit->senses[i].table == ISN_T_ACTOR && hit->last == n->last;
    }
    if (!body)
        return false;
    bool pair = n->last < scan->nwords && !(scan->words[n->last].flags & ISN_WF_BREAK) &&
                ends_in_an(scan, n->last);
    bool victims = n->at > 0 && !(scan->words[n->at].flags & ISN_WF_BREAK) && n->pre == 0 &&
                   he_suffered(scan, n->at - 1);
    return !pair && !victims;
}

/* شاحنتين مخطوفتين: two of a thing, and what was done to them. */
static bool tells_of_things(const isn_scan *scan, const isn_noun *n) {
    const isn_token *t = &scan->text->tokens[scan->words[n->at].token];
    const uint8_t *end = isn_token_end(scan->text, t);
    bool feminine = t->fold_len > 4 && end[-1] == ISN_F_NOON && end[-3] == ISN_F_TEH;
    return feminine && n->at > 0 && n->pre == 0 && !(scan->words[n->at].flags & ISN_WF_BREAK) &&
           isn_has_table(scan, n->at - 1, ISN_T_UNIT);
}

static bool wanted(const isn_scan *scan, const isn_noun *n, unsigned number) {
    bool definite = n->pre & ISN_CL_AL;
    if (number == ISN_FORM_DU && loose_dual(scan, n))
        return false;
    if (n->table == ISN_T_UNIT) {
        int32_t kind = isn_lex_int(scan->lex, ISN_T_UNIT, n->row, ISN_UNIT_KIND);
        return number == ISN_FORM_DU && !definite && kind != ISN_U_TIME && kind != ISN_U_FORMATION;
    }
    if (number == ISN_FORM_DU)
        return !names_body(scan, n) && !tells_of_things(scan, n);
    if (definite || n->suf != ISN_SUF_NONE || is_other_word(scan, n) || governs_genitive(scan, n))
        return false;
    return n->table != ISN_T_PEOPLE || /* موكب is nobody, مواكب nobody knows how many */
           !(isn_lex_int(scan->lex, ISN_T_PEOPLE, n->row, ISN_PEOPLE_FLAGS) &
             (ISN_PF_GROUP | ISN_PF_UNIT));
}

/* ضابط وأحد مرافقيه: folded like ضابط واحد; its hamza tells "and one of". */
bool isn_number_and_one(const isn_scan *scan, uint32_t at) {
    enum { LETTERS = 4, HAMZA_ABOVE = 0xa3 }; /* second byte of U+0623 */
    const isn_token *token = &scan->text->tokens[scan->words[at].token];
    const unsigned char *p = (const unsigned char *)scan->text->article->bytes + token->start;
    return token->fold_len == LETTERS && token->end - token->start == 2 * LETTERS &&
           scan->text->fold[token->fold] == ISN_F_WAW && p[2] == 0xd8 && p[3] == HAMZA_ABOVE &&
           isn_has_table(scan, at, ISN_T_NUMERAL);
}

/* متظاهران اثنان; مسعفا متطوعا واحدا: try_number will take the noun with its number. */
static bool number_word_follows(const isn_scan *scan, const isn_noun *n, unsigned number) {
    isn_numeral num;
    uint32_t next;
    for (uint32_t at = n->last; at < n->last + 2 && at < scan->nwords; at++) {
        if (scan->words[at].flags & ISN_WF_BREAK ||
            (at > n->last && isn_after_and(&next, scan, n->last)))
            return false; /* قتل مدنيان وأصيب اثنان */
        if (isn_number_and_one(scan, at))
            return false;
        if (isn_has_table(scan, at, ISN_T_NUMERAL) && isn_numeral_read(&num, scan, at, UINT32_MAX))
            return !(num.flags & (ISN_NL_DIGITS | ISN_NL_ORDINAL)) && !(num.pre & ISN_CL_WAW) &&
                   num.whole == (number == ISN_FORM_DU ? 2 : 1);
    }
    return false;
}

/* "40 بين قتيل وجريح": kinds of those counted, and no count. */
static bool names_a_kind(const isn_scan *scan, const isn_noun *n) {
    uint32_t last;
    bool joined = n->pre & ISN_CL_WAW;
    if (n->table != ISN_T_CASUALTY || n->at < 1u + joined ||
        (scan->words[n->at].flags & ISN_WF_BREAK) ||
        (joined && !isn_has_table(scan, n->at - 1, ISN_T_CASUALTY)))
        return false;
    return isn_match_kind(&last, scan, n->at - 1u - joined, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_BAYN,
                          0xff);
}

/* أربعون قتيلا وجريحا: the second kind of those that a figure in tens has just counted, and no count. */
static bool counted_with(const isn_numwork *w, const isn_noun *n) {
    enum { TENS = 11 };
    const isn_number *q = w->out.len > 0 ? &w->out.ptr[w->out.len - 1] : NULL;
    const isn_token *token = &w->scan->text->tokens[w->scan->words[n->at].token];
    uint8_t ending = isn_token_end(w->scan->text, token)[-1];
    if (ending == ISN_F_HEH || ending == ISN_F_TEH)
        return false; /* خمسون قتيلا وإصابة */
    return q != NULL && n->table == ISN_T_CASUALTY && n->pre & ISN_CL_WAW && q->last == n->at &&
           !(w->scan->words[n->at].flags & ISN_WF_BREAK) && q->noun_table == ISN_T_CASUALTY &&
           q->noun_row != n->row && q->num_first < q->num_last && q->num_last == q->noun &&
           q->value >= TENS;
}

uint32_t isn_number_bare(isn_numwork *w, uint32_t at) {
    const isn_scan *scan = w->scan;
    isn_noun found;
    if (!isn_noun_find(&found, scan, at, ISN_COUNT_TABLES, 0xff, 0xff))
        return 0;
    unsigned number = decide_number(scan, &found);
    if (number == ISN_FORM_PL && scan->words[at].flags & ISN_WF_UNPAREN && w->out.len > 0 &&
        w->out.ptr[w->out.len - 1].last == at)
        return 0; /* أربعة (4) عناصر: counted already */
    if ((number == ISN_FORM_SG && (names_a_kind(scan, &found) || counted_with(w, &found))) ||
        !wanted(scan, &found, number) || is_adjective_of(scan, &found) ||
        number_word_follows(scan, &found, number))
        return 0;
    isn_number *n = isn_number_push(w, at, found.last);
    n->reading = (uint8_t)found.reading;
    isn_number_noun(n, &found);
    if (number == ISN_FORM_PL) {
        n->flags |= ISN_NF_PLURAL;
        isn_number_vague(n, 3, ISN_NO_ROW);
    } else {
        n->value = number == ISN_FORM_DU ? 2 : 1;
        n->flags |= number == ISN_FORM_DU ? ISN_NF_DUAL : ISN_NF_SINGULAR;
        isn_number_bound(n, &isn_no_bound, (int64_t)n->value);
    }
    isn_bound b = isn_no_bound;
    isn_number_postfix(n, scan, &b, isn_sentence_end(scan, at));
    if (b.kind != ISN_NO_BOUND && number != ISN_FORM_PL)
        isn_number_bound(n, &b, (int64_t)n->value);
    return n->last;
}

/* "وإصابة آخر", "وجرح آخران": a count of its own after a word of harm or of counting. */
uint32_t isn_number_other_alone(isn_numwork *w, uint32_t at) {
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
                (isn_hit_cut(scan, hit) & ISN_CL_AL))
                continue;
            isn_str text = isn_lex_str(scan->lex, ISN_T_NUMERAL, row, ISN_NUMERAL_VALUE);
            int64_t value = text.len == 1 ? text.ptr[0] - '0' : 0;
            bool harmed = (scan->word_tables[at - 1] & harm) != 0;
            if (value == 0 || (value < 3 && !harmed) ||
                (!harmed && !(isn_hit_cut(scan, hit) & ISN_CL_WAW)))
                return 0;
            isn_number *n = isn_number_push(w, at, hit->last);
            n->num_first = at;
            n->value = (double)value;
            n->flags |= ISN_NF_OTHER;
            if (value == 3)
                isn_number_vague(n, 3, ISN_NO_ROW);
            else
                isn_number_bound(n, &isn_no_bound, value);
            return n->last;
        }
    }
    return 0;
}

/* أحد الجنود, إحدى الضحايا: one of them. */
uint32_t isn_number_one_of(isn_numwork *w, uint32_t at) {
    const isn_scan *scan = w->scan;
    uint32_t last;
    isn_noun found;
    bool joined = isn_number_and_one(scan, at), one = joined;
    for (uint32_t h = scan->word_hit[at]; h < scan->word_hit[at + 1] && !one; h++) {
        const isn_hit *hit = &scan->hits[h];
        if (hit->last != at + 1 || (isn_hit_cut(scan, hit) & ISN_CL_AL))
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
    if (!isn_noun_find(&found, scan, last, 1u << ISN_T_CASUALTY | 1u << ISN_T_PEOPLE, 0,
                       ISN_FORM_PL) ||
        found.number != ISN_FORM_PL)
        return 0;
    isn_number *n = isn_number_push(w, at, found.last);
    n->num_first = at;
    n->num_last = at + 1;
    isn_number_noun(n, &found);
    n->value = 1;
    n->flags |= ISN_NF_SINGULAR | (joined ? ISN_NF_AND : 0);
    isn_number_bound(n, &isn_no_bound, 1);
    return n->last;
}
