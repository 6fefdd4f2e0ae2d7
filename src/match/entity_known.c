/* entity_known.c: persons of public life (persons.tsv): who a name is, and the office he held on the day of the
 * article. entity_person.c reads names and offices, this file says whose they are. See entity.h. */
#include "match/entity.h"

/* A row's period holds the day; days are YYYYMMDD, with 00 where month or day are not said. */
static bool holds(const isn_find *f, uint32_t row, int32_t day) {
    int32_t from = isn_lex_int(f->lex, ISN_T_PERSON, row, ISN_PERSON_FROM);
    int32_t to = isn_lex_int(f->lex, ISN_T_PERSON, row, ISN_PERSON_TO);
    if (to != ISN_NO_INT && to % 10000 == 0)
        to += 1231;
    else if (to != ISN_NO_INT && to % 100 == 0)
        to += 31;
    return (from == ISN_NO_INT || from <= day) && (to == ISN_NO_INT || day <= to);
}

static int32_t today(const isn_find *f) {
    int year, month, day;
    if (f->story == NULL || f->story->published == ISN_NO_DAY)
        return ISN_NO_INT;
    isn_day_split(f->story->published, &year, &month, &day);
    return year * 10000 + month * 100 + day;
}

static bool same_person(const isn_find *f, uint32_t a, uint32_t b) {
    isn_str x = isn_find_base_id(isn_lex_str(f->lex, ISN_T_PERSON, a, ISN_PERSON_ID));
    isn_str y = isn_find_base_id(isn_lex_str(f->lex, ISN_T_PERSON, b, ISN_PERSON_ID));
    return isn_str_eq(x, y);
}

/* Of the rows that a name stands for the one that fits best: of `country`, where that is known; in office on the day; of the
 * title's sector (الرئيس عون was no general any more); else the last. Two persons that fit alike: none. */
static uint32_t choose(const isn_find *f, const isn_hit *hit, bool full, const isn_entity *titled) {
    int32_t day = today(f);
    uint32_t best = ISN_NO_ROW;
    unsigned most = 0;
    bool several = false;
    for (unsigned k = 0; k < hit->nsenses; k++) {
        const isn_sense *s = &hit->senses[k];
        if (s->table != ISN_T_PERSON || (full && s->alt >= ISN_ALT_SECOND))
            continue;
        unsigned fits = day != ISN_NO_INT && holds(f, s->row, day) ? 2 : 0;
        if (titled != NULL && titled->country != ISN_NO_ROW &&
            isn_find_flags(f, s, ISN_PERSON_COUNTRY) == (int32_t)titled->country)
            fits += 4;
        if (titled != NULL && isn_find_flags(f, s, ISN_PERSON_SECTOR) == titled->sector)
            fits += 1;
        if (best != ISN_NO_ROW && fits < most)
            continue;
        if (best == ISN_NO_ROW || fits > most)
            several = false;
        else if (!same_person(f, best, s->row))
            several = true;
        best = s->row;
        most = fits;
    }
    return several ? ISN_NO_ROW : best;
}

static const isn_hit *longest(const isn_find *f, uint32_t word, uint32_t end, bool full) {
    for (uint32_t i = f->scan->word_hit[word]; i < f->scan->word_hit[word + 1]; i++) {
        const isn_hit *h = &f->scan->hits[i];
        if (!(h->tables & (1u << ISN_T_PERSON)) || h->last > end)
            continue;
        for (unsigned k = 0; k < h->nsenses; k++)
            if (h->senses[k].table == ISN_T_PERSON && (!full || h->senses[k].alt < ISN_ALT_SECOND))
                return h;
    }
    return NULL;
}

uint32_t isn_find_known_name(const isn_find *f, uint32_t word) {
    if (!isn_find_has(f, word, ISN_T_PERSON))
        return word;
    const isn_hit *hit = longest(f, word, f->end, true);
    return hit != NULL ? hit->last : word;
}

/* How many entities back a surname alone may find its bearer. */
enum { KNOWN_REACH = 512 };

static bool named_before(const isn_find *f, uint32_t row) {
    for (uint32_t i = f->ents.len, n = 0; i-- > 0 && n < KNOWN_REACH; n++)
        if (f->ents.ptr[i].kind == ISN_ENT_PERSON && f->ents.ptr[i].table == ISN_T_PERSON &&
            same_person(f, f->ents.ptr[i].row, row))
            return true;
    return false;
}

/* الشاب بشار الخطيب: behind the one name a surname of another's, which no name table has. */
static bool another_surname(const isn_find *f, uint32_t word) {
    return !isn_find_break(f, word) && isn_find_def(f, word) && isn_find_pre(f, word) == 0 &&
           !isn_find_has(f, word, ISN_T_NATION) && !isn_find_verb(f, word) &&
           !isn_find_has(f, word, ISN_T_DATEWORD) && !isn_find_has(f, word, ISN_T_FUNC);
}

/* A surname must be all of the name: السفير جون كارتر is no minister Carter. */
void isn_find_identify(isn_find *f, uint32_t index, bool titled) {
    isn_entity *e = &f->ents.ptr[index];
    const isn_hit *hit = NULL;
    if (e->name_last <= e->name_first)
        return;
    for (uint32_t k = e->name_first; k < e->name_last && hit == NULL; k++)
        if (isn_find_has(f, k, ISN_T_PERSON))
            hit = longest(f, k, e->name_last, !titled || k > e->name_first);
    bool of_father = hit != NULL && hit->last < e->name_last && hit->first == e->name_first &&
                     hit->last >= hit->first + 2 && isn_find_name_part(f, hit->last);
    if (hit == NULL || (hit->last != e->name_last && !of_father) || isn_find_suffixed(f, hit))
        return;
    if (e->name_last == e->name_first + 1 && another_surname(f, e->name_last))
        return; /* فيصل بن فرحان بن عبد الله is known without his grandfather */
    uint32_t row = choose(f, hit, !titled || hit->first > e->name_first, e);
    if (row == ISN_NO_ROW)
        return;
    int32_t country = isn_lex_int(f->lex, ISN_T_PERSON, row, ISN_PERSON_COUNTRY);
    if (e->country != ISN_NO_ROW && country != ISN_NO_INT && (uint32_t)country != e->country)
        return; /* another of the same name */
    isn_find_fill_known(f, index, row);
}

void isn_find_fill_known(isn_find *f, uint32_t index, uint32_t row) {
    isn_entity *e = &f->ents.ptr[index];
    int32_t country = isn_lex_int(f->lex, ISN_T_PERSON, row, ISN_PERSON_COUNTRY);
    int32_t inter = isn_lex_int(f->lex, ISN_T_PERSON, row, ISN_PERSON_INTER);
    uint8_t role = (uint8_t)isn_lex_int(f->lex, ISN_T_PERSON, row, ISN_PERSON_ROLE);
    e->table = ISN_T_PERSON;
    e->row = row;
    e->id = isn_find_base_id(isn_lex_str(f->lex, ISN_T_PERSON, row, ISN_PERSON_ID));
    e->name = isn_lex_str(f->lex, ISN_T_PERSON, row, ISN_PERSON_NAME);
    e->flags |= ISN_EF_NAMED;
    if (e->country == ISN_NO_ROW && country != ISN_NO_INT)
        e->country = (uint32_t)country;
    if (e->sector == ISN_SEC_NONE)
        e->sector = (uint8_t)isn_lex_int(f->lex, ISN_T_PERSON, row, ISN_PERSON_SECTOR);
    if (e->inter == 0 && inter > 0)
        e->inter = (uint8_t)inter;
    if (e->role == ISN_LINK_NONE || e->role == ISN_LINK_UNKNOWN)
        e->role = role != ISN_LINK_NONE ? role : e->role;
}

/* A name that stands alone: in full anywhere; a surname where he speaks, or once he has been named. */
uint32_t isn_find_known(isn_find *f, uint32_t word) {
    const isn_hit *hit = longest(f, word, f->end, false);
    if (hit == NULL || isn_find_suffixed(f, hit) || f->scan->words[word].kind != ISN_TOK_WORD)
        return ISN_NO_ENT;
    bool full = longest(f, word, f->end, true) == hit;
    uint32_t row = choose(f, hit, full, NULL);
    if (row == ISN_NO_ROW || (!full && !isn_find_said(f, word) && !named_before(f, row)))
        return ISN_NO_ENT;
    uint32_t index = isn_find_push(f, ISN_ENT_PERSON, word, hit->last);
    isn_entity *e = &f->ents.ptr[index];
    e->reading = hit->reading;
    e->name_first = word;
    e->name_last = hit->last;
    e->role = ISN_LINK_UNKNOWN;
    isn_find_fill_known(f, index, row);
    return index;
}
