/* lexicon_check.c: rows that compile and yet look wrong: one name for two, a period that ends before it begins, a point
 * outside the world, rows that do not stand where their kind has them. See lexicon.h. */
#include <string.h>

#include "api/lexicon.h"

typedef struct check {
    isn_buf *out;
    const isn_lex *lex;
    bool all; /* else only what concerns a row of the user's folder */
} check;

static bool concerns(const check *k, isn_table t, uint32_t row) {
    return k->all || isn_lex_layer(k->lex, t, row) != NULL;
}

static void told(const check *k, isn_table t, uint32_t row, const char *what) {
    isn_lexicon_where(k->out, k->lex, t, row);
    isn_buf_printf(k->out, ": %s", what);
}

/* ---- one name, two rows ----------------------------------------------------------------------------- */

/* al-qaeda/bare is al-qaeda. */
static isn_str base_id(isn_str id) {
    const char *slash = id.len != 0 ? memchr(id.ptr, '/', id.len) : NULL;
    return slash != NULL ? isn_str_of(id.ptr, (size_t)(slash - id.ptr)) : id;
}

static bool same_bearer(const isn_lex *lex, isn_table t, uint32_t a, uint32_t b) {
    return isn_str_eq(base_id(isn_lex_str(lex, t, a, 0)), base_id(isn_lex_str(lex, t, b, 0)));
}

/* Tables whose names should tell who is meant. Two places of one name are the world's, not a fault; surnames of persons
 * are told apart by office and day, capitals by what stands beside them. */
static bool names_one(const isn_sense *s) {
    return s->alt < ISN_ALT_SECOND && (s->table == ISN_T_ACTOR || s->table == ISN_T_OUTLET ||
                                       s->table == ISN_T_COUNTRY || s->table == ISN_T_PERSON);
}

static bool needs_cue(const isn_lex *lex, const isn_sense *s) {
    if (s->table == ISN_T_ACTOR)
        return (isn_lex_int(lex, ISN_T_ACTOR, s->row, ISN_ACTOR_FLAGS) & ISN_AF_CUE) != 0;
    return s->table == ISN_T_OUTLET && isn_lex_int(lex, ISN_T_OUTLET, s->row, ISN_OUTLET_CUE) == 1;
}

static void look_at_phrase(void *context, isn_str phrase, const isn_sense *senses, unsigned n) {
    const check *k = context;
    for (unsigned i = 0; i < n; i++)
        for (unsigned j = i + 1; names_one(&senses[i]) && j < n; j++) {
            const isn_sense *a = &senses[i], *b = &senses[j];
            bool pair = names_one(b) && (a->table != b->table ||
                                         !same_bearer(k->lex, (isn_table)a->table, a->row, b->row));
            if (!pair || (a->table != b->table && (needs_cue(k->lex, a) || needs_cue(k->lex, b))) ||
                (!concerns(k, (isn_table)a->table, a->row) &&
                 !concerns(k, (isn_table)b->table, b->row)))
                continue;
            told(k, (isn_table)b->table, b->row, "\"");
            isn_buf_put(k->out, phrase.ptr, phrase.len);
            isn_buf_puts(k->out, "\" is a name of ");
            isn_lexicon_where(k->out, k->lex, (isn_table)a->table, a->row);
            isn_buf_puts(k->out, " too\n");
        }
}

/* ---- values ------------------------------------------------------------------------------------------- */

/* The last day that YYYYMMDD may mean. */
static int32_t latest(int32_t day) {
    return day % 10000 == 0 ? day + 1231 : day % 100 == 0 ? day + 31 : day;
}

static void look_at_period(const check *k, isn_table t, uint32_t row, unsigned from, unsigned to) {
    int32_t first = isn_lex_int(k->lex, t, row, from), last = isn_lex_int(k->lex, t, row, to);
    bool days = isn_schema[t].columns[from].type == ISN_COL_DAY;
    if (first != ISN_NO_INT && last != ISN_NO_INT && first > (days ? latest(last) : last))
        told(k, t, row, "ends before it begins\n");
    int32_t year = days ? first / 10000 : first;
    if (first != ISN_NO_INT && (year < 1800 || year > 2100))
        told(k, t, row, "begins in a year that cannot be meant\n");
}

static void look_at_point(const check *k, isn_table t, uint32_t row, unsigned lat, unsigned lon) {
    int32_t y = isn_lex_int(k->lex, t, row, lat), x = isn_lex_int(k->lex, t, row, lon);
    if (y == ISN_NO_INT || x == ISN_NO_INT)
        told(k, t, row, "no coordinates\n");
    else if (y < -900000 || y > 900000 || x < -1800000 || x > 1800000)
        told(k, t, row, "coordinates outside the world\n");
}

static void look_at_values(const check *k) {
    for (uint32_t row = 0; row < isn_lex_rows(k->lex, ISN_T_ACTOR); row++)
        if (concerns(k, ISN_T_ACTOR, row))
            look_at_period(k, ISN_T_ACTOR, row, ISN_ACTOR_FROM, ISN_ACTOR_TO);
    for (uint32_t row = 0; row < isn_lex_rows(k->lex, ISN_T_PERSON); row++)
        if (concerns(k, ISN_T_PERSON, row))
            look_at_period(k, ISN_T_PERSON, row, ISN_PERSON_FROM, ISN_PERSON_TO);
    for (uint32_t row = 0; row < isn_lex_rows(k->lex, ISN_T_PLACE); row++)
        if (concerns(k, ISN_T_PLACE, row))
            look_at_point(k, ISN_T_PLACE, row, ISN_PLACE_LAT, ISN_PLACE_LON);
    for (uint32_t row = 0; row < isn_lex_rows(k->lex, ISN_T_COUNTRY); row++)
        if (concerns(k, ISN_T_COUNTRY, row))
            look_at_point(k, ISN_T_COUNTRY, row, ISN_COUNTRY_LAT, ISN_COUNTRY_LON);
}

/* ---- order ---------------------------------------------------------------------------------------------- */

/* A row with a slash in its id stands below the row it belongs to; a person's offices follow each other in time. */
static void look_at_order(const check *k, isn_table t, int from) {
    for (uint32_t row = 0; row < isn_lex_rows(k->lex, t); row++) {
        isn_str id = isn_lex_str(k->lex, t, row, 0), base = base_id(id);
        if (base.len == id.len || !concerns(k, t, row))
            continue;
        uint32_t above = isn_lex_find(k->lex, t, base);
        if (above != ISN_NO_ROW && above > row)
            told(k, t, row, "stands above the row it belongs to\n");
        if (from < 0 || row == 0)
            continue;
        int32_t mine = isn_lex_int(k->lex, t, row, (unsigned)from);
        int32_t before = isn_lex_int(k->lex, t, row - 1, (unsigned)from);
        if (!same_bearer(k->lex, t, row, row - 1))
            told(k, t, row, "does not stand beside the person's other offices\n");
        else if (mine != ISN_NO_INT && before != ISN_NO_INT && before > mine)
            told(k, t, row, "is older than the office above it\n");
    }
}

/* Numbers of a table of months and the like, in their order. */
static void look_at_months(const check *k) {
    for (uint32_t row = 0; row < isn_lex_rows(k->lex, ISN_T_MONTH); row++) {
        int32_t value = isn_lex_int(k->lex, ISN_T_MONTH, row, ISN_MONTH_VALUE);
        if (concerns(k, ISN_T_MONTH, row) && (value < 1 || value > 12))
            told(k, ISN_T_MONTH, row, "no month has this number\n");
    }
}

isn_status isn_lexicon_check(isn_buf *out, const isn_pack *pack, isn_error *error) {
    check k = {out, pack->lex, pack->base == NULL};
    isn_status status = isn_lex_walk(pack->lex, look_at_phrase, &k, error);
    if (status != ISN_OK)
        return status;
    look_at_values(&k);
    look_at_order(&k, ISN_T_ACTOR, -1);
    look_at_order(&k, ISN_T_PERSON, ISN_PERSON_FROM);
    look_at_months(&k);
    return ISN_OK;
}
