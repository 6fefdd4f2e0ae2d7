/* number_sign.c: signs that belong to a number: 12%, ٪30, in the hundred, -5, .5, 77/100. Left of it: the tokens
 * beside its digits. Right of it: number.c. */
#include "match/numberwork.h"

/* ---- percent ------------------------------------------------------------------------------------------------ */

static bool is_percent(const isn_token *token) {
    return token->kind == ISN_TOK_PUNCT && (token->cp == '%' || token->cp == 0x066a);
}

bool isn_percent_sign(const isn_scan *scan, uint32_t at) {
    const isn_text *text = scan->text;
    uint32_t token = scan->words[at].token + 1;
    return token < text->ntokens && is_percent(&text->tokens[token]);
}

/* ٪30, as some write it: glued before the digits, and no number's own before that. */
static bool percent_sign_before(const isn_scan *scan, uint32_t at) {
    const isn_token *tokens = scan->text->tokens;
    uint32_t token = scan->words[at].token;
    return token > 0 && !(tokens[token].flags & (ISN_TF_SPACE | ISN_TF_BLOCK)) &&
           is_percent(&tokens[token - 1]) &&
           (token == 1 || tokens[token - 2].kind != ISN_TOK_NUMBER ||
            (tokens[token - 1].flags & (ISN_TF_SPACE | ISN_TF_BLOCK)));
}

/* In the hundred, or in the thousand: ten of those are one of a hundred. */
static bool percent_words(isn_number *n, const isn_scan *scan) {
    if (n->num_last >= scan->nwords || !isn_has_table(scan, n->num_last, ISN_T_NUMERAL))
        return false;
    for (uint32_t h = scan->word_hit[n->num_last]; h < scan->word_hit[n->num_last + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        for (unsigned s = 0; s < hit->nsenses; s++) {
            uint32_t row = hit->senses[s].row;
            if (hit->senses[s].table != ISN_T_NUMERAL ||
                isn_lex_int(scan->lex, ISN_T_NUMERAL, row, ISN_NUMERAL_KIND) != ISN_NUM_PERCENT)
                continue;
            if (isn_lex_str(scan->lex, ISN_T_NUMERAL, row, ISN_NUMERAL_VALUE).len > 4)
                n->value /= 10; /* 0.001 */
            if (n->last < hit->last)
                n->last = hit->last;
            return true;
        }
    }
    return false;
}

void isn_number_percent(isn_number *n, const isn_scan *scan) {
    if (isn_percent_sign(scan, n->num_last - 1) || percent_words(n, scan)) {
        n->flags |= ISN_NF_PERCENT;
    } else if (percent_sign_before(scan, n->num_first)) {
        n->flags |= ISN_NF_PERCENT | ISN_NF_SIGN;
    }
}

/* ---- minus, point, slash -------------------------------------------------------------------------------------- */

/* -5, .5 and ٫5: the sign stands alone before, and glued to the digits; 20-5 is none. */
static uint32_t sign_before(const isn_scan *scan, uint32_t at) {
    const isn_token *tokens = scan->text->tokens;
    uint32_t token = scan->words[at].token;
    bool glued = token > 0 && !(tokens[token].flags & (ISN_TF_SPACE | ISN_TF_BLOCK)) &&
                 tokens[token - 1].kind == ISN_TOK_PUNCT;
    if (!glued || !(tokens[token - 1].flags & (ISN_TF_SPACE | ISN_TF_BLOCK)) ||
        (at > 0 && scan->words[at - 1].kind == ISN_TOK_NUMBER &&
         scan->words[at - 1].sentence == scan->words[at].sentence))
        return 0;
    return tokens[token - 1].cp;
}

/* 77/100: a share where its lower number can be no month. */
static bool slash_share(isn_numeral *num, const isn_scan *scan) {
    isn_digits below;
    uint32_t at = num->last;
    if (num->value != (double)num->whole || at >= isn_sentence_end(scan, num->first) ||
        !(scan->words[at].flags & ISN_WF_SLASH) || scan->words[at].kind != ISN_TOK_NUMBER ||
        scan->words[at].token != scan->words[at - 1].token + 2 ||
        (scan->text->tokens[scan->words[at].token].flags & ISN_TF_SPACE) ||
        isn_digits_read(&below, scan, at) != at + 1 || num->whole >= below.whole)
        return false;
    int64_t power = 100;
    while (power < below.whole && power < 1000000000)
        power *= 10;
    if (power != below.whole)
        return false;
    num->value = num->value / (double)power;
    num->whole = 0;
    num->last = at + 1;
    num->flags |= ISN_NL_FRACTION;
    return true;
}

void isn_numeral_signs(isn_numeral *num, const isn_scan *scan) {
    if (slash_share(num, scan))
        return;
    uint32_t cp = sign_before(scan, num->first);
    if (cp == '-' || cp == 0x2212) {
        num->flags |= ISN_NL_NEGATIVE;
        num->whole = -num->whole;
        num->value = -num->value;
    } else if ((cp == '.' || cp == 0x066b) && num->last == num->first + 1 &&
               num->value == (double)num->whole) {
        uint16_t width = scan->text->tokens[scan->words[num->first].token].fold_len;
        num->flags |= ISN_NL_FRACTION | ISN_NL_POINT;
        for (num->whole = 0; width > 0; width--)
            num->value /= 10;
    }
}

/* A dash before people or things is a dash: "غزة -3 شهداء". Degrees, shares and money fall below nothing. */
void isn_number_undo_negative(isn_number *n, isn_numeral *num, const isn_scan *scan) {
    if (!(num->flags & ISN_NL_NEGATIVE) || n->noun == ISN_NO_WORD)
        return;
    int32_t kind = n->noun_table == ISN_T_UNIT
                       ? isn_lex_int(scan->lex, ISN_T_UNIT, n->noun_row, ISN_UNIT_KIND)
                       : -1;
    if (kind == ISN_U_PERCENT || kind == ISN_U_MONEY || kind == ISN_U_DISTANCE)
        return;
    num->flags &= (uint8_t)~ISN_NL_NEGATIVE;
    n->value = num->value = -num->value;
    num->whole = -num->whole;
}
