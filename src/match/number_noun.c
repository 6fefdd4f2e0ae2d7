/* number_noun.c: what stands beside a number: bounds, the noun it counts, and whether it is a label that
 * counts nothing. Left of it: the lexicon's hits. Right of it: number.c and number_bare.c. */
#include "match/numberwork.h"

/* ---- bounds ------------------------------------------------------------------------------------- */

bool isn_bound_find_of(isn_bound *out, const isn_scan *scan, uint32_t at, unsigned kinds) {
    for (uint32_t h = scan->word_hit[at]; h < scan->word_hit[at + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        if (!(hit->tables & (1u << ISN_T_BOUND)) ||
            isn_hit_cut(scan, hit) & ISN_CL_KAF) /* كميات is no ك + مئات */
            continue;
        bool suffix = scan->words[hit->last - 1].reading[hit->tail].suf != ISN_SUF_NONE;
        for (unsigned s = 0; s < hit->nsenses; s++) {
            if (hit->senses[s].table != ISN_T_BOUND)
                continue;
            uint32_t row = hit->senses[s].row;
            int32_t kind = isn_lex_int(scan->lex, ISN_T_BOUND, row, ISN_BOUND_KIND);
            if (kind < 0 || !(kinds >> kind & 1) || (suffix && kind == ISN_B_VAGUE))
                continue;
            int32_t low = isn_lex_int(scan->lex, ISN_T_BOUND, row, ISN_BOUND_LOW);
            *out = (isn_bound){(uint8_t)kind, ISN_BOUND_BEFORE, hit->reading, low, row, hit->last};
            if ((ISN_B_PREFIXES >> kind & 1) && low > 0)
                out->place = (uint8_t)low;
            return true;
        }
    }
    return false;
}

void isn_number_bound(isn_number *n, const isn_bound *b, int64_t value) {
    n->low = n->best = n->high = ISN_NO_COUNT;
    n->bound = b->kind;
    n->bound_row = b->row;
    switch (b->kind) {
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

void isn_number_vague(isn_number *n, int64_t low, uint32_t row) {
    n->bound = ISN_B_VAGUE;
    n->bound_row = row;
    n->quantity = ISN_Q_VAGUE;
    n->low = low;
    n->best = n->high = ISN_NO_COUNT;
    n->value = (double)low;
}

/* ---- nouns ---------------------------------------------------------------------------------------- */

/* مدرسة and مقاتلة are a school and a fighter plane before they are women. */
static int noun_rank(const isn_sense *sense) {
    static const uint8_t ranks[ISN_TABLES] = {
        [ISN_T_CASUALTY] = 7, [ISN_T_PEOPLE] = 6, [ISN_T_UNIT] = 5,   [ISN_T_TITLE] = 3,
        [ISN_T_ORGWORD] = 2,  [ISN_T_NATION] = 2, [ISN_T_TRIGGER] = 1};
    bool woman = sense->table == ISN_T_PEOPLE && sense->form & ISN_FORM_FEM;
    return woman ? 4 : ranks[sense->table];
}

static void keep_noun(isn_noun *out, const isn_scan *scan, const isn_hit *hit,
                      const isn_sense *sense) {
    out->table = (isn_table)sense->table;
    out->row = sense->row;
    out->at = hit->first;
    out->last = hit->last;
    out->form = sense->form;
    out->number = sense->form & ISN_FORM_NUMBER;
    out->pre = isn_hit_cut(scan, hit);
    out->reading = hit->reading;
    out->suf = scan->words[hit->last - 1].reading[hit->tail].suf;
}

/* تظاهر المئات أمام البرلمان: folded like إمام, and no men of religion. */
static bool in_front(const isn_scan *scan, uint32_t at) {
    const isn_hit *hit;
    if (!(scan->word_tables[at] & 1u << ISN_T_FUNC) ||
        scan->text->tokens[scan->words[at].token].flags & ISN_TF_HAMZA_UNDER)
        return false;
    const isn_sense *s = isn_match_sense(&hit, scan, at, ISN_T_FUNC);
    return s != NULL && isn_lex_int(scan->lex, ISN_T_FUNC, s->row, ISN_FUNC_KIND) == ISN_FN_FRONT;
}

bool isn_noun_find_of(isn_noun *out, const isn_scan *scan, uint32_t at, unsigned tables,
                      unsigned allowed, unsigned want) {
    int best = -1;
    const isn_hit *noun_hit = NULL;
    const isn_sense *noun = NULL;
    if (in_front(scan, at))
        return false;
    for (uint32_t h = scan->word_hit[at]; h < scan->word_hit[at + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        if (!(hit->tables & tables) || isn_hit_cut(scan, hit) & ~(allowed | (unsigned)ISN_CL_AL))
            continue;
        for (unsigned s = 0; s < hit->nsenses; s++) {
            const isn_sense *sense = &hit->senses[s];
            if (!(tables & (1u << sense->table)) || !isn_is_noun_form(sense))
                continue;
            int rank = noun_rank(sense) * 2 + (int)(hit->last - hit->first) * 16 +
                       ((sense->form & ISN_FORM_NUMBER) == want);
            if (rank > best) {
                best = rank;
                noun_hit = hit;
                noun = sense;
            }
        }
    }
    if (noun != NULL)
        keep_noun(out, scan, noun_hit, noun);
    return noun != NULL;
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

void isn_number_noun(isn_number *n, const isn_noun *found) {
    n->noun = found->at;
    n->noun_table = found->table;
    n->noun_row = found->row;
    if (n->last < found->last)
        n->last = found->last;
}

/* "بين 2015 و2019 قتل": a verbal noun whose letters are a verb too is counted in the accusative only. */
static bool is_verb_rather(const isn_noun *found, const isn_scan *scan) {
    if (found->table != ISN_T_TRIGGER || found->number != ISN_FORM_SG ||
        (found->form & ISN_FORM_ACC))
        return false;
    for (uint32_t h = scan->word_hit[found->at]; h < scan->word_hit[found->at + 1]; h++)
        for (unsigned s = 0; s < scan->hits[h].nsenses; s++)
            if (!isn_is_noun_form(&scan->hits[h].senses[s]))
                return true;
    return false;
}

/* قتل ثمانية ردا على كذا، ثلاثة حرقا: from three to ten the noun is a plural in the genitive; what stands in the accusative says how
 * or why. ضحايا، شظايا end so too. */
static bool is_adverb(const isn_scan *scan, uint32_t at) {
    const isn_token *token = &scan->text->tokens[scan->words[at].token];
    const uint8_t *end = isn_token_end(scan->text, token);
    return token->fold_len > 2 && end[-1] == ISN_F_ALEF &&
           !(end[-2] == ISN_F_YEH && end[-3] == ISN_F_ALEF);
}

/* The noun after the number: "ثلاثة جنود", "ثلاثة من الجنود", "عشرات المدنيين". */
bool isn_noun_after(isn_number *n, const isn_scan *scan, uint32_t at, double value) {
    isn_noun found;
    isn_bound part; /* منهم */
    uint32_t next = at;
    uint32_t end = isn_sentence_end(scan, n->first);
    if (at >= end || (scan->words[at].flags & (ISN_WF_BREAK | ISN_WF_HYPHEN)))
        return false;
    if (isn_bound_find(&part, scan, at, ISN_B(PLUS)))
        return false; /* خمسة إضافة إلى اثنين: no additions are counted */
    bool of = isn_match_kind(&next, scan, at, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_MIN, 0) &&
              !isn_bound_find(&part, scan, at, ISN_B(INCLUDING)) && next < end &&
              !(scan->words[next].flags & ISN_WF_BREAK);
    if (isn_noun_find(&found, scan, of ? next : at, of ? ISN_COUNT_TABLES : ISN_NOUN_TABLES, 0,
                      of ? ISN_FORM_PL : agreement(value))) {
        if (of && found.number != ISN_FORM_PL && !(found.pre & ISN_CL_AL) &&
            found.last == found.at + 1) /* not سبعة من كبار الضباط */
            return false;
        bool alone = found.table == ISN_T_TRIGGER && found.number != ISN_FORM_PL;
        if (is_verb_rather(&found, scan) ||
            (!of && alone && agreement(value) == ISN_FORM_PL && is_adverb(scan, at)))
            return false;
        /* after a number stands no article, save after vague ones and fractions: عشرات المدنيين */
        if (!of && (found.pre & ISN_CL_AL) && n->quantity != ISN_Q_VAGUE &&
            !(n->flags & ISN_NF_FRACTION))
            return false;
        isn_number_noun(n, &found);
        return true;
    }
    if (of || !is_plain_word(scan, at) || (agreement(value) == ISN_FORM_PL && is_adverb(scan, at)))
        return false;
    n->noun = at;
    n->noun_table = ISN_TABLES;
    n->noun_row = ISN_NO_ROW;
    n->last = at + 1;
    return true;
}

/* "ارتفع عدد القتلى في الهجوم إلى 17": what a number without a noun counts stands before it. */
void isn_noun_before(isn_number *n, const isn_scan *scan) {
    uint32_t start = scan->sentence_word[scan->words[n->num_first].sentence];
    isn_noun found;
    for (uint32_t at = n->first; at > start && n->first - at < 12;) {
        if (scan->words[at].flags & (ISN_WF_COMMA | ISN_WF_STOP))
            return;
        at--;
        if (scan->words[at].kind == ISN_TOK_NUMBER)
            return;
        if (isn_noun_find(&found, scan, at, 1u << ISN_T_CASUALTY, 0xff, ISN_FORM_PL) &&
            found.number == ISN_FORM_PL) {
            uint32_t last = n->last;
            isn_number_noun(n, &found);
            n->last = last;
            return;
        }
    }
}

/* ---- labels ------------------------------------------------------------------------------------------- */

static bool is_formation(const isn_scan *scan, uint32_t at) {
    isn_noun found;
    return isn_noun_find(&found, scan, at, 1u << ISN_T_UNIT, 0xff, ISN_FORM_SG) &&
           found.number != ISN_FORM_PL && found.last == at + 1 &&
           isn_lex_int(scan->lex, ISN_T_UNIT, found.row, ISN_UNIT_KIND) == ISN_U_FORMATION;
}

/* اليوم 61, not أصيب اليوم 12 شخصا; a day of the month is told with its month and taken by date.c. */
static bool follows_day(const isn_scan *scan, uint32_t at) {
    uint32_t last;
    return isn_match_kind(&last, scan, at, ISN_T_DATEWORD, ISN_DATEWORD_GRAIN, ISN_G_DAY, 0xff) &&
           last == at + 1 &&
           !isn_match_kind(&last, scan, at, ISN_T_DATEWORD, ISN_DATEWORD_KIND, ISN_DW_WEEKDAY,
                           0xff);
}

/* "المادتان 5 و7", "القراران 2254 و 1701": the number before it is a label. */
static bool joins_label(const isn_numwork *w, const isn_numeral *num) {
    if (w->out.len < 2)
        return false;
    const isn_number *before = &w->out.ptr[w->out.len - 2];
    bool lone = isn_word_is_and(w->scan, num->first - 1);
    return (before->flags & ISN_NF_NAME) && (lone || (num->flags & ISN_NL_CONJ)) &&
           before->last + lone == num->first;
}

/* 3-1, 24/7: two numbers with a sign between them that make no range: a score, a code. */
static bool is_hyphened(const isn_scan *scan, const isn_numeral *num) {
    const unsigned signs = ISN_WF_HYPHEN | ISN_WF_SLASH;
    uint32_t first = num->first, last = num->last;
    return ((scan->words[first].flags & signs) && first > 0 &&
            scan->words[first - 1].kind == ISN_TOK_NUMBER) ||
           (last < scan->nwords && (scan->words[last].flags & signs) &&
            scan->words[last].kind == ISN_TOK_NUMBER);
}

/* يبلغان من العمر 8 و10 أعوام: nobody is counted. */
static bool behind_age(const isn_scan *scan, uint32_t at) {
    uint32_t last;
    for (uint32_t i = at; i-- > 0 && at - i <= 2 && !(scan->words[i + 1].flags & ISN_WF_BREAK);)
        if (isn_match_kind(&last, scan, i, ISN_T_DATEWORD, ISN_DATEWORD_KIND, ISN_DW_AGE, 0xff) &&
            last == at)
            return true;
    return false;
}

/* ببلدية واد السبع: a number with the article behind a noun of place that has none is a name. */
static bool names_place(const isn_scan *scan, const isn_numeral *num) {
    uint32_t at = num->first;
    return at > 0 && num->last == at + 1 && !(scan->words[at].flags & ISN_WF_BREAK) &&
           scan->words[at].reading[0].pre == ISN_CL_AL && num->whole < 11 &&
           scan->word_tables[at - 1] & 1u << ISN_T_PLACEWORD &&
           !(scan->word_tables[at - 1] & (1u << ISN_T_NUMERAL | 1u << ISN_T_PEOPLE)) &&
           !(scan->words[at - 1].reading[0].pre & ISN_CL_AL) &&
           scan->words[at - 1].reading[0].suf == ISN_SUF_NONE;
}

static bool label_before(const isn_numwork *w, const isn_numeral *num, bool has_noun) {
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
    if (joins_label(w, num) || behind_age(scan, num->first))
        return true;
    return is_formation(scan, prev) || (!has_noun && follows_day(scan, prev));
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

/* أصيب أحمد حسن (19) وطفل (12): an age behind a man or his name. قتل (19)، اعتقلت القوات (15) من عناصره: a figure. */
static bool is_age(const isn_scan *scan, const isn_numeral *num) {
    uint32_t last, before = num->first > 0 ? scan->word_tables[num->first - 1] : 0;
    bool man = !before || before & (1u << ISN_T_NAME | 1u << ISN_T_PEOPLE);
    bool figure = before & (1u << ISN_T_TRIGGER | 1u << ISN_T_CASUALTY | 1u << ISN_T_BOUND |
                            1u << ISN_T_NUMERAL | 1u << ISN_T_SPEECH);
    return num->first > 0 && num->last < scan->nwords && man && !figure &&
           (scan->words[num->first].flags & ISN_WF_BREAK) == ISN_WF_PAREN &&
           scan->words[num->last].flags & ISN_WF_UNPAREN &&
           !isn_match_kind(&last, scan, num->last, ISN_T_FUNC, ISN_FUNC_KIND, ISN_FN_MIN, 0xff);
}

bool isn_number_is_label(const isn_numwork *w, const isn_numeral *num, bool has_noun) {
    if (num->flags & ISN_NL_LABEL)
        return true;
    if (!(num->flags & ISN_NL_DIGITS))
        return !has_noun && names_place(w->scan, num);
    return label_before(w, num, has_noun) || ends_quotation(w->scan, num) ||
           (!has_noun &&
            (is_hyphened(w->scan, num) || is_item(w->scan, num) || is_age(w->scan, num)));
}
