/* number.c: the numbers of a text without its claims: isn_read_numbers. Left of it: match/; right of it: the
 * public header. */
#include <math.h>

#include "api/api.h"

typedef struct request {
    isn_amount *out;
    size_t len;
} request;

_Static_assert((int)ISN_QUANTITY_NONE == (int)ISN_Q_NONE, "isn_quantity follows schema.h");

/* ---- values --------------------------------------------------------------------------------------- */

static bool is_percent_sign(const isn_token *token) {
    return token->kind == ISN_TOK_PUNCT && (token->cp == '%' || token->cp == 0x066a);
}

/* Values that are no whole numbers keep their fraction: "more than 12.5 %" has nothing to add one to. */
static void put_fractional(isn_amount *a, uint8_t bound) {
    a->low = a->best = a->high = NAN;
    switch (bound) {
    case ISN_B_AT_LEAST:
    case ISN_B_MORE_THAN: a->low = a->best = a->value; break;
    case ISN_B_AT_MOST:
    case ISN_B_LESS_THAN: a->high = a->value; break;
    case ISN_B_ABOUT: a->best = a->value; break;
    default: a->low = a->best = a->high = a->value;
    }
}

static double figure(int64_t count) {
    return count == ISN_NO_COUNT ? NAN : (double)count;
}

static void put_values(isn_amount *a, const isn_number *n) {
    a->value = n->value;
    a->quantity = (isn_quantity)n->quantity;
    if (n->flags & (ISN_NF_ORDINAL | ISN_NF_NAME)) {
        a->low = a->best = a->high = NAN;
    } else if (n->quantity == ISN_Q_RANGE) {
        a->low = n->value;
        a->best = NAN;
        a->high = n->to;
    } else if (n->flags & (ISN_NF_PERCENT | ISN_NF_FRACTION)) {
        put_fractional(a, n->bound);
    } else {
        a->low = figure(n->low);
        a->best = figure(n->best);
        a->high = figure(n->high);
    }
}

static isn_amount_kind kind_of(const isn_number *n) {
    if (n->flags & ISN_NF_NAME)
        return ISN_AMOUNT_LABEL;
    if (n->flags & ISN_NF_ORDINAL)
        return ISN_AMOUNT_ORDINAL;
    if (n->flags & ISN_NF_PERCENT)
        return ISN_AMOUNT_PERCENT;
    if (n->quantity == ISN_Q_NONE)
        return ISN_AMOUNT_NONE;
    if (n->quantity == ISN_Q_RANGE)
        return ISN_AMOUNT_RANGE;
    if (n->flags & ISN_NF_FRACTION)
        return ISN_AMOUNT_FRACTION;
    if (n->num_first >= n->num_last)
        return ISN_AMOUNT_COUNTED;
    return n->quantity == ISN_Q_VAGUE ? ISN_AMOUNT_VAGUE : ISN_AMOUNT_CARDINAL;
}

static unsigned flags_of(const isn_number *n) {
    static const struct {
        unsigned from, to;
    } pairs[] = {
        {ISN_NF_DIGITS, ISN_AMOUNT_DIGITS},     {ISN_NF_DUAL, ISN_AMOUNT_DUAL},
        {ISN_NF_SINGULAR, ISN_AMOUNT_SINGULAR}, {ISN_NF_PLURAL, ISN_AMOUNT_PLURAL},
        {ISN_NF_OTHER, ISN_AMOUNT_OTHER},       {ISN_NF_SUBSET, ISN_AMOUNT_SUBSET},
        {ISN_NF_PLUS, ISN_AMOUNT_PLUS},         {ISN_NF_OUT_OF, ISN_AMOUNT_OUT_OF},
        {ISN_NF_DATE, ISN_AMOUNT_DATE},         {ISN_NF_EITHER, ISN_AMOUNT_EITHER},
    };
    unsigned flags = 0;
    for (size_t i = 0; i < ISN_LEN(pairs); i++)
        if (n->flags & pairs[i].from)
            flags |= pairs[i].to;
    return flags;
}

/* ---- the noun ------------------------------------------------------------------------------------- */

static const char *unit_of(const isn_number *n, const isn_lex *lex) {
    if (n->noun == UINT32_MAX)
        return NULL;
    switch (n->noun_table) {
    case ISN_T_CASUALTY: return "casualty";
    case ISN_T_UNIT: {
        int32_t kind = isn_lex_int(lex, ISN_T_UNIT, n->noun_row, ISN_UNIT_KIND);
        return kind < 0 ? "thing" : isn_vocab_unit[kind];
    }
    case ISN_T_PEOPLE:
        return isn_lex_int(lex, ISN_T_PEOPLE, n->noun_row, ISN_PEOPLE_FLAGS) & ISN_PF_UNIT
                   ? "family"
                   : "people";
    case ISN_T_NATION: return "people";
    case ISN_T_TITLE:
    case ISN_T_ORGWORD: return "role";
    case ISN_T_TRIGGER: return "event";
    default: return "other";
    }
}

/* ---- bytes ---------------------------------------------------------------------------------------- */

/* Where the words from `first` on begin, without their clitics. */
static uint32_t start_of(const isn_scan *scan, uint32_t first, unsigned reading) {
    if (reading == ISN_READING_AND)
        return isn_token_skip(scan->text, &scan->text->tokens[scan->words[first].token], 1);
    return isn_words_span(scan, first, first + 1, reading).start;
}

static uint32_t end_of(const isn_scan *scan, uint32_t last) {
    return scan->text->tokens[scan->words[last - 1].token].end;
}

/* A sign before the digits (-5, .5) and a percent sign after them belong to the number. */
static void put_spans(isn_amount *a, const isn_number *n, const isn_scan *scan) {
    const isn_token *tokens = scan->text->tokens;
    a->start = start_of(scan, n->first, n->reading);
    a->end = end_of(scan, n->last);
    a->num_start = a->num_end = a->start;
    if (n->num_first < n->num_last) {
        uint32_t before = scan->words[n->num_first].token;
        uint32_t after = scan->words[n->num_last - 1].token + 1;
        a->num_start = n->flags & ISN_NF_SIGN     ? tokens[before - 1].start
                       : n->num_first == n->first ? a->start
                                                  : start_of(scan, n->num_first, 0);
        a->num_end = end_of(scan, n->num_last);
        if ((n->flags & ISN_NF_PERCENT) && after < scan->text->ntokens &&
            is_percent_sign(&tokens[after]) && a->end < tokens[after].end)
            a->end = tokens[after].end;
        if (a->num_start < a->start)
            a->start = a->num_start;
    }
    if (n->noun != UINT32_MAX) {
        a->unit_start = start_of(scan, n->noun, 0);
        a->unit_end = end_of(scan, n->noun + 1);
    }
}

/* ---- why ------------------------------------------------------------------------------------------ */

static void row(isn_buf *out, const isn_lex *lex, isn_table table, uint32_t at) {
    uint32_t line = 0;
    if (at != ISN_NO_ROW) {
        const char *file = isn_lex_file(lex, table, at, &line);
        isn_buf_printf(out, " %s:%u", file, line);
    }
}

static void how_read(isn_buf *out, const isn_number *n, const isn_amount *a) {
    static const char *const kinds[] = {"number words", "ordinal",       "fraction",
                                        "percent",      "range",         "vague words",
                                        "noun",         "none in words", "part of a name"};
    if (a->kind == ISN_AMOUNT_COUNTED)
        isn_buf_puts(out, n->flags & ISN_NF_DUAL     ? "dual of its noun"
                          : n->flags & ISN_NF_PLURAL ? "bare plural of its noun"
                                                     : "bare singular of its noun");
    else if (a->kind == ISN_AMOUNT_CARDINAL && (n->flags & ISN_NF_DIGITS))
        isn_buf_puts(out, n->num_last - n->num_first > 1 ? "digits and words" : "digits");
    else
        isn_buf_puts(out, kinds[a->kind]);
}

static void put_why(isn_buf *out, const isn_number *n, const isn_amount *a, const isn_scan *scan) {
    how_read(out, n, a);
    if (n->bound != 255) {
        isn_buf_printf(out, "; %s", isn_vocab_bound[n->bound]);
        row(out, scan->lex, ISN_T_BOUND, n->bound_row);
    }
    if (n->opener_row != ISN_NO_ROW) {
        isn_buf_puts(out, n->flags & ISN_NF_SUBSET ? "; subset"
                          : n->flags & ISN_NF_PLUS ? "; on top"
                                                   : "; out of");
        row(out, scan->lex, ISN_T_BOUND, n->opener_row);
    }
    if (n->noun != UINT32_MAX) {
        isn_buf_puts(out, a->kind == ISN_AMOUNT_COUNTED || a->kind == ISN_AMOUNT_NONE ? ";"
                          : n->noun < n->num_first ? "; noun before it"
                                                   : "; noun after it");
        if (n->noun_table < ISN_TABLES)
            row(out, scan->lex, n->noun_table, n->noun_row);
    }
}

/* ---- all together --------------------------------------------------------------------------------- */

static bool read(void *context, isn_coder *coder, const isn_scan *scan) {
    request *q = context;
    isn_numbers numbers = {0};
    isn_dates dates = {0};
    isn_match_numbers(&numbers, coder->arena, scan);
    isn_match_dates(&dates, coder->arena, scan, &numbers, ISN_NO_DAY);
    q->out = ISN_NEW(coder->arena, isn_amount, numbers.len + 1);
    q->len = numbers.len;
    for (uint32_t i = 0; i < numbers.len; i++) {
        const isn_number *n = &numbers.ptr[i];
        isn_amount *a = &q->out[i];
        a->kind = kind_of(n);
        a->flags = flags_of(n);
        a->unit = unit_of(n, scan->lex);
        put_values(a, n);
        put_spans(a, n, scan);
        coder->desk->json_of = NULL;
        coder->desk->out.len = 0;
        put_why(&coder->desk->out, n, a, scan);
        if (coder->desk->out.failed) {
            isn_buf_release(&coder->desk->out);
            isn_buf_init(&coder->desk->out);
            return false;
        }
        a->why = isn_arena_copy(coder->arena, coder->desk->out.ptr, coder->desk->out.len);
    }
    return true;
}

isn_status isn_read_numbers(isn_coder *coder, const isn_amount **out, size_t *len, isn_str text,
                            isn_error *error) {
    request q = {NULL, 0};
    isn_status status = isn_plain_run(coder, text, read, &q, error);
    if (status != ISN_OK)
        return status;
    *out = q.out;
    *len = q.len;
    return ISN_OK;
}
