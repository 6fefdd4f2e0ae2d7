/* date_span.c: lengths of time in words: "ثلاثة أيام", "الساعات الـ24 الماضية", "شهرا ونصف". Left of it: numerals
 * and the units of datewords.tsv; right of it: date.c, which counts them from the anchor. */
#include "match/datework.h"

static bool stops(const isn_scan *scan, uint32_t at) {
    return at >= scan->nwords || (scan->words[at].flags & ISN_WF_BREAK) != 0;
}

static bool unit_word(isn_dateword *d, const isn_scan *scan, uint32_t at, unsigned pre) {
    return isn_date_word(d, scan, at, ISN_DW(UNIT), pre) && d->grain != ISN_G_NONE;
}

static uint8_t take_dir(uint32_t *at, const isn_scan *scan) {
    isn_dateword d;
    if (stops(scan, *at) ||
        !isn_date_word(&d, scan, *at, ISN_DW(LAST) | ISN_DW(NEXT) | ISN_DW(THIS), 0) ||
        !(d.pre & ISN_CL_AL))
        return ISN_DIR_NONE;
    *at = d.last;
    return d.kind == ISN_DW_LAST   ? ISN_DIR_LAST
           : d.kind == ISN_DW_NEXT ? ISN_DIR_NEXT
                                   : ISN_DIR_THIS;
}

/* The kinds of the bounds that begin at the word, a bit each. */
static uint32_t bound_kinds(const isn_scan *scan, uint32_t at) {
    uint32_t kinds = 0;
    for (uint32_t h = scan->word_hit[at]; h < scan->word_hit[at + 1]; h++)
        for (unsigned s = 0; s < scan->hits[h].nsenses; s++)
            if (scan->hits[h].senses[s].table == ISN_T_BOUND)
                kinds |= 1u << (isn_lex_int(scan->lex, ISN_T_BOUND, scan->hits[h].senses[s].row,
                                            ISN_BOUND_KIND) &
                                31);
    return kinds;
}

/* نحو, أقل من, أكثر من before the number of a length. */
static uint32_t skip_bounds(const isn_scan *scan, uint32_t at) {
    static const uint8_t kinds[] = {ISN_B_AT_LEAST, ISN_B_MORE_THAN, ISN_B_AT_MOST, ISN_B_LESS_THAN,
                                    ISN_B_ABOUT};
    uint32_t last;
    for (unsigned round = 0;
         round < 2 && at < scan->nwords && (scan->word_tables[at] & (1u << ISN_T_BOUND)); round++) {
        uint32_t may = bound_kinds(scan, at);
        for (unsigned i = 0; i < ISN_LEN(kinds); i++)
            if (may >> kinds[i] & 1 &&
                isn_match_kind(&last, scan, at, ISN_T_BOUND, ISN_BOUND_KIND, kinds[i], 0xff) &&
                !stops(scan, last)) {
                at = last;
                break;
            }
    }
    return at;
}

/* 3 أيام ; ثلاثة أيام ; الـ24 ساعة */
static bool number_unit(isn_length *out, const isn_scan *scan, uint32_t at) {
    isn_numeral num;
    isn_dateword d;
    if (!isn_numeral_read(&num, scan, at, UINT32_MAX) || (num.flags & ISN_NL_ORDINAL) ||
        num.value < 0 || num.whole > 100000 || stops(scan, num.last) ||
        !unit_word(&d, scan, num.last, 0))
        return false;
    if (!(num.flags & ISN_NL_DIGITS) && num.whole >= 3 && num.whole <= 10 &&
        (d.form & ISN_FORM_NUMBER) == ISN_FORM_SG)
        return false; /* "قتل ثلاثة يوم الجمعة": three to ten count a plural */
    if ((d.pre & ISN_CL_AL) && (num.flags & ISN_NL_DIGITS))
        return false; /* 09 الساعة */
    out->said = true;
    out->n = (int32_t)num.whole;
    out->grain = d.grain;
    out->last = d.last;
    if (num.value != (double)num.whole) { /* 1.5 ساعة */
        out->more_n = 1;
        out->more_grain = ISN_G_HOUR;
    }
    return true;
}

/* الأيام الثلاثة ; الساعات الـ24 ; ساعتين ; أسبوع [واحد] ; بضعة أيام ; أيام */
static bool unit_number(isn_length *out, const isn_scan *scan, uint32_t at) {
    isn_dateword d;
    isn_numeral num;
    uint32_t last;
    bool vague = isn_match_kind(&last, scan, at, ISN_T_BOUND, ISN_BOUND_KIND, ISN_B_VAGUE, 0xff);
    uint32_t from = vague ? last : at;
    if (stops(scan, from) && from != at)
        return false;
    if (!unit_word(&d, scan, from, vague ? 0 : 0xff))
        return false;
    unsigned number = d.form & ISN_FORM_NUMBER;
    out->grain = d.grain;
    out->vague = vague;
    out->last = d.last;
    out->said = number == ISN_FORM_DU || (d.form & ISN_FORM_ACC);
    out->n = number == ISN_FORM_DU ? 2 : number == ISN_FORM_SG && !vague ? 1 : 0;
    if (!vague && !stops(scan, d.last) && isn_numeral_read(&num, scan, d.last, UINT32_MAX) &&
        !(num.flags & ISN_NL_ORDINAL) && num.value == (double)num.whole && num.whole < 1900 &&
        !(num.pre & ~(unsigned)ISN_CL_AL)) {
        bool definite = (num.flags & ISN_NL_DEFINITE) != 0 || (num.flags & ISN_NL_DIGITS);
        if ((number == ISN_FORM_PL && definite && (d.pre & ISN_CL_AL)) ||
            (number != ISN_FORM_PL && !(num.flags & ISN_NL_DIGITS) && num.whole == out->n)) {
            out->n = (int32_t)num.whole;
            out->last = num.last;
            out->said = true;
        }
    }
    if (number == ISN_FORM_DU && (d.form & ISN_FORM_CONSTRUCT) && out->last == d.last)
        return false; /* يومي: daily */
    return number != ISN_FORM_SG || vague || !(d.pre & ISN_CL_AL);
}

/* إضرابا عاما: general, not a year. */
static bool is_adjective(const isn_scan *scan, uint32_t at, const isn_length *length) {
    if (length->grain != ISN_G_YEAR || length->last != at + 1 || at == 0 || stops(scan, at))
        return false;
    const isn_token *token = &scan->text->tokens[scan->words[at - 1].token];
    return token->fold_len > 2 && scan->words[at - 1].kind == ISN_TOK_WORD &&
           isn_token_end(scan->text, token)[-1] == ISN_F_ALEF;
}

static int32_t days_of(int32_t n, uint8_t grain) {
    switch (grain) {
    case ISN_G_SECOND:
    case ISN_G_MINUTE: return 0;
    case ISN_G_HOUR: return (n + 23) / 24;
    case ISN_G_DAY: return n;
    case ISN_G_WEEK: return n * 7;
    case ISN_G_MONTH: return n * 30;
    case ISN_G_QUARTER: return n * 91;
    case ISN_G_YEAR: return n * 365;
    case ISN_G_DECADE: return n * 3652;
    default: return n * 36525;
    }
}

/* "وشهران", "ونصف", "و21 يوما" after the first part. */
static void second_part(isn_length *out, const isn_scan *scan) {
    isn_dateword half;
    isn_length more = {0};
    uint32_t at = out->last;
    if (stops(scan, at) || out->n == 0)
        return;
    if (out->more_n == 0 && isn_date_word(&half, scan, at, ISN_DW(AND_HALF), ISN_CL_WAW)) {
        static const uint8_t smaller[] = {[ISN_G_DAY] = ISN_G_HOUR,
                                          [ISN_G_WEEK] = ISN_G_DAY,
                                          [ISN_G_MONTH] = ISN_G_DAY,
                                          [ISN_G_YEAR] = ISN_G_MONTH};
        out->last = half.last;
        if (out->grain < ISN_LEN(smaller) && smaller[out->grain] != 0) {
            out->more_grain = smaller[out->grain];
            out->more_n = out->grain == ISN_G_DAY     ? 12
                          : out->grain == ISN_G_WEEK  ? 4
                          : out->grain == ISN_G_MONTH ? 15
                                                      : 6;
        }
        return;
    }
    bool lone = isn_word_is_and(scan, at);
    bool joined = lone;
    for (unsigned i = 0; i < scan->words[at].nreadings; i++)
        joined |= (scan->words[at].reading[i].pre & ISN_CL_WAW) != 0;
    if (lone)
        at++;
    if (!joined || stops(scan, at) ||
        (!number_unit(&more, scan, at) && !unit_number(&more, scan, at)) || more.n == 0 ||
        more.grain >= (out->more_n != 0 ? out->more_grain : out->grain))
        return;
    if (out->more_n == 0) {
        out->more_n = more.n;
        out->more_grain = more.grain;
    } else { /* سنة وشهر و21 يوما: the rest in days */
        out->rest += days_of(more.n, more.grain);
    }
    out->last = more.last;
}

/* "من الآن", "من اليوم": the end of it; the length is then counted from the anchor. */
uint32_t isn_from_now(const isn_scan *scan, uint32_t at) {
    uint32_t last;
    isn_dateword now;
    if (stops(scan, at) || !isn_func_at(&last, scan, at, ISN_FN_MIN) || stops(scan, last) ||
        !isn_date_word(&now, scan, last, ISN_DW(DAY), 0) || now.value != 0)
        return 0;
    return now.last;
}

/* و or a comma before the next part; the word of the part, or 0. */
static uint32_t next_part(const isn_scan *scan, uint32_t at) {
    if (at >= scan->nwords || isn_date_broken(scan, at, ISN_WF_COMMA))
        return 0;
    if (isn_word_is_and(scan, at))
        return at + 1;
    for (unsigned i = 0; i < scan->words[at].nreadings; i++)
        if (scan->words[at].reading[i].pre & ISN_CL_WAW)
            return at;
    return scan->words[at].flags & ISN_WF_COMMA ? at : 0;
}

/* "شهر و2 سنة و21 يوما من الآن", "شهر، 21 يوما من الآن": in any order, over commas, for "from now" closes it. */
static bool parts_from_now(isn_length *out, const isn_scan *scan, uint32_t at) {
    isn_length part[3];
    unsigned n = 0;
    for (uint32_t next = at; n < 3; n++) {
        part[n] = (isn_length){0};
        if (next >= scan->nwords ||
            (!number_unit(&part[n], scan, next) && !unit_number(&part[n], scan, next)) ||
            part[n].n == 0)
            break;
        unsigned i = n;
        uint32_t last = part[n].last;
        for (; i > 0 && part[i - 1].grain < part[i].grain; i--) {
            isn_length swap = part[i];
            part[i] = part[i - 1];
            part[i - 1] = swap;
        }
        if (n > 0 && isn_from_now(scan, last) != 0) {
            *out = part[0];
            out->more_n = part[1].n;
            out->more_grain = part[1].grain;
            out->rest = n > 1 ? days_of(part[2].n, part[2].grain) : 0;
            out->last = last;
            return true;
        }
        next = next_part(scan, last);
        if (next == 0)
            break;
    }
    return false;
}

bool isn_length_read(isn_length *out, const isn_scan *scan, uint32_t at) {
    isn_length length = {.first = at};
    if (at >= scan->nwords)
        return false;
    uint32_t from = skip_bounds(scan, at);
    if (!number_unit(&length, scan, from) &&
        (!unit_number(&length, scan, from) || is_adjective(scan, from, &length)))
        return false;
    if (next_part(scan, length.last) != 0 && parts_from_now(&length, scan, from)) {
        length.first = at;
        length.said = true;
    } else {
        second_part(&length, scan);
        if (length.more_n != 0)
            second_part(&length, scan);
    }
    length.said |= length.more_n != 0;
    length.dir = take_dir(&length.last, scan);
    length.days =
        days_of(length.n, length.grain) + days_of(length.more_n, length.more_grain) + length.rest;
    *out = length;
    return true;
}
