/* parts_head.c: the lines around the headline of a text that was copied from a page: what stands above it (the paper, the
 * sections, the day), and a second headline below. parts.c asks; pages tell by their elements, and are not asked. See match.h. */
#include "match/partswork.h"

typedef isn_parts parts;
typedef isn_parts_line line;

/* A headline seldom ends in a full stop, and never goes on behind one and ends in another. */
bool isn_parts_is_title(const line *l) {
    enum { LONG = 45, STOPPED = 12 };
    if (l->stop && length(l) > STOPPED)
        return false;
    return length(l) > 0 && length(l) <= LONG;
}

/* A word that a headline tells something with, and the name of a paper or a section does not. */
static bool tells(const parts *p, uint32_t word) {
    static const uint32_t telling =
        1u << ISN_T_TRIGGER | 1u << ISN_T_SPEECH | 1u << ISN_T_CASUALTY | 1u << ISN_T_NUMERAL;
    static const uint32_t named =
        1u << ISN_T_OUTLET | 1u << ISN_T_FURNITURE | 1u << ISN_T_PLACE | 1u << ISN_T_MONTH;
    uint32_t tables = p->scan->word_tables[word];
    return (tables & telling) != 0 && !(tables & named);
}

static bool tells_any(const parts *p, const line *l) {
    for (uint32_t k = l->first; k < l->last; k++)
        if (tells(p, k))
            return true;
    return false;
}

/* The end of what may name a section at the word: a topic, a paper, a land, a town, or the word itself. */
static uint32_t filed(const parts *p, uint32_t word, bool *topic) {
    static const isn_table tables[] = {ISN_T_OUTLET, ISN_T_COUNTRY, ISN_T_PLACE};
    uint32_t last;
    int kind = isn_parts_furniture(p, word, &last);
    if (kind == ISN_FU_TOPIC || kind == ISN_FU_EXACT) {
        *topic |= kind == ISN_FU_TOPIC;
        return last;
    }
    for (unsigned i = 0; i < ISN_LEN(tables); i++) {
        const isn_hit *hit;
        if (isn_match_sense(&hit, p->scan, word, tables[i]) != NULL)
            return hit->last;
    }
    return word;
}

bool isn_parts_is_topics(const parts *p, const line *l) {
    enum { LONG = 8 };
    bool topic = false;
    if (length(l) == 0 || length(l) > LONG || l->stop)
        return false;
    for (uint32_t k = l->first; k < l->last;) {
        uint32_t next = filed(p, k, &topic);
        if (next == k)
            return false;
        k = next;
    }
    return topic;
}

/* "شفق نيوز > محليات", "كذا - هيئة البث": a paper, and beside it words that tell nothing. */
static bool is_masthead(const parts *p, const line *l) {
    enum { LONG = 8 };
    bool named = false;
    if (length(l) == 0 || length(l) > LONG || l->stop)
        return false;
    for (uint32_t k = l->first; k < l->last;) {
        const isn_hit *hit;
        bool outlet = isn_match_sense(&hit, p->scan, k, ISN_T_OUTLET) != NULL;
        if (!outlet && tells(p, k))
            return false;
        named |= outlet;
        k = outlet ? hit->last : k + 1;
    }
    return named;
}

/* القوات المسلحة كذا، حركة كذا: a body that is no paper; what stands below may be its statement. */
static bool is_body(const parts *p, uint32_t word) {
    const isn_sense *s = isn_match_sense(NULL, p->scan, word, ISN_T_ORGWORD);
    if (s != NULL)
        return isn_lex_int(p->lex, ISN_T_ORGWORD, s->row, ISN_ORGWORD_SECTOR) != ISN_SEC_JRN;
    return has(p, word, ISN_T_ACTOR);
}

/* A few words that tell nothing: the name of a paper that the lexicon does not have, or of a section. */
static bool is_name(const parts *p, const line *l) {
    enum { LONG = 5 };
    if (length(l) == 0 || length(l) > LONG || l->stop || is_body(p, l->first))
        return false;
    for (uint32_t k = l->first; k < l->last; k++)
        if (tells(p, k) || has(p, k, ISN_T_NAME) || has(p, k, ISN_T_FUNC) ||
            p->scan->words[k].kind == ISN_TOK_NUMBER)
            return false;
    return true;
}

/* A day with its paper's number, and nothing that happened. */
static bool is_day(const parts *p, const line *l) {
    isn_date date;
    if (!isn_parts_date_alone(&date, p, l) && !isn_parts_dateline(&date, p, l, false))
        return false;
    for (uint32_t k = l->first; k < l->last; k++)
        if ((k < date.first || k >= date.last) && tells(p, k) && !has(p, k, ISN_T_NUMERAL))
            return false;
    return true;
}

/* Two words of the line or more stand in the text below it, which tells what a headline says in short. */
static bool told_below(const parts *p, const line *l) {
    enum { WORD = 4, REACH = 120 };
    unsigned found = 0;
    for (uint32_t k = l->first; k < l->last && found < 2; k++) {
        const isn_token *t = token_of(p, k);
        uint32_t end = l->last + REACH < p->scan->nwords ? l->last + REACH : p->scan->nwords;
        for (uint32_t i = l->last; i < end && t->fold_len >= WORD; i++)
            if (token_of(p, i)->hash == t->hash) {
                found++;
                break;
            }
    }
    return found >= 2;
}

/* A word or three above the sections: the paper, whatever else its name may mean ("صدى الواحات"). */
static bool above_topics(const parts *p, uint32_t block) {
    enum { NAME = 3 };
    return block == 0 && length(&p->lines[0]) <= NAME && p->article->nblocks > 1 &&
           isn_parts_is_topics(p, &p->lines[1]);
}

/* "تونس: ليلة خامسة من الاحتجاجات": a land before the colon of a headline, and no slug. */
static bool headed_by_land(const parts *p, const line *l, uint32_t slug) {
    return slug > l->first && slug < l->last && flags_of(p, slug) & ISN_WF_COLON &&
           (has(p, l->first, ISN_T_COUNTRY) || has(p, l->first, ISN_T_PLACE));
}

bool isn_parts_above_title(const parts *p, uint32_t block) {
    enum { MOST = 4, TITLE = 4 };
    const line *l = &p->lines[block];
    bool sure =
        is_day(p, l) || is_masthead(p, l) || isn_parts_is_topics(p, l) || above_topics(p, block);
    if (!sure && !is_name(p, l))
        return false;
    for (uint32_t i = block + 1; i + 1 < p->article->nblocks && i <= block + MOST; i++) {
        const line *next = &p->lines[i];
        isn_date date;
        if (length(next) == 0 || is_day(p, next) || is_masthead(p, next) ||
            isn_parts_is_topics(p, next) || is_name(p, next))
            continue;
        uint32_t slug = isn_parts_slug_end(p, next);
        return isn_parts_is_title(next) && !next->stop && length(next) >= TITLE &&
               (slug == next->first || headed_by_land(p, next, slug)) && told_below(p, next) &&
               !isn_parts_date_in(&date, p, next->first, next->last);
    }
    return false;
}

bool isn_parts_is_deck(const parts *p, uint32_t block) {
    enum { SHORT = 4, LONG = 25, MOST = 6, PARAGRAPH = 12 };
    const line *l = &p->lines[block];
    if (block == 0 || p->article->blocks[block - 1].role != ISN_ROLE_TITLE || l->stop ||
        length(l) < SHORT || length(l) > LONG || isn_parts_slug_end(p, l) != l->first ||
        !tells_any(p, l))
        return false;
    for (uint32_t i = block + 1; i < p->article->nblocks && i <= block + MOST; i++)
        if (p->lines[i].stop && length(&p->lines[i]) >= PARAGRAPH &&
            length(&p->lines[i]) > length(l))
            return true;
    return false;
}
