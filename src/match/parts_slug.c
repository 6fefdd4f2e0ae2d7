/* parts_slug.c: the slug before the first words of a report, or on a line of its own ("بغداد/ واع -", "مقديشو - وكالات"),
 * and the outlet or agency that it names, known to the lexicon or not. parts.c asks. See match.h. */
#include <string.h>

#include "match/partswork.h"

typedef isn_parts parts;
typedef isn_parts_line line;

#define SLUG_ENDS (ISN_WF_DASH | ISN_WF_HYPHEN | ISN_WF_COLON | ISN_WF_SLASH)

#define SEGMENT_ENDS                                                                               \
    (SLUG_ENDS | ISN_WF_PAREN | ISN_WF_UNPAREN | ISN_WF_QUOTE | ISN_WF_UNQUOTE | ISN_WF_COMMA)

bool isn_parts_is_agency(const parts *p, uint32_t row) {
    return isn_lex_int(p->lex, ISN_T_OUTLET, row, ISN_OUTLET_ROLE) == ISN_LINK_AGENCY;
}

/* The outlet whose house sign the row is ("nna-lb/slug" is of "nna-lb"), or the row itself. */
static uint32_t house_of(const parts *p, uint32_t row) {
    isn_str id = isn_lex_str(p->lex, ISN_T_OUTLET, row, ISN_OUTLET_ID);
    const char *slash = id.len ? memchr(id.ptr, '/', id.len) : NULL;
    if (slash == NULL)
        return row;
    id.len = (uint32_t)(slash - id.ptr);
    for (uint32_t i = 0; i < isn_lex_rows(p->lex, ISN_T_OUTLET); i++)
        if (isn_str_eq(id, isn_lex_str(p->lex, ISN_T_OUTLET, i, ISN_OUTLET_ID)))
            return i;
    return row;
}

/* The longest way in which the text names the outlet: "وطنية -" in the slug, "الوكالة الوطنية للإعلام" further on. */
static isn_outlet named_whole(const parts *p, isn_outlet o) {
    for (uint32_t k = o.last; k < p->scan->nwords; k++) {
        const isn_hit *hit;
        if (!has(p, k, ISN_T_OUTLET))
            continue;
        const isn_sense *s = isn_match_sense(&hit, p->scan, k, ISN_T_OUTLET);
        if (s != NULL && s->row == o.row && hit->last - k > o.last - o.first &&
            p->scan->words[k].reading[hit->reading].pre_letters == 0)
            o = (isn_outlet){.row = o.row, .first = k, .last = hit->last, .reading = hit->reading};
    }
    return o;
}

static void take_slug(parts *p, const isn_hit *hit, uint32_t row) {
    bool agency = isn_parts_is_agency(p, row);
    if (p->has_slug && !(p->slug_is_agency && !agency))
        return;
    uint32_t house = house_of(p, row);
    p->slug =
        (isn_outlet){.row = house, .first = hit->first, .last = hit->last, .reading = hit->reading};
    if (house != row)
        p->slug = named_whole(p, p->slug);
    p->has_slug = true;
    p->slug_is_agency = agency;
}

/* الرياض: a paper that bears a place's name, and no more than the place unless a sign says so: «الرياض», /الرياض/, مندوب الرياض,
 * جازان - الرياض. A name that needs a cue to be a place (الخبر) is the paper. */
static bool only_a_place(const parts *p, uint32_t word, const isn_hit *hit, uint32_t row) {
    if (isn_lex_int(p->lex, ISN_T_OUTLET, row, ISN_OUTLET_CUE) != 1 || hit->last != word + 1 ||
        flags_of(p, word) & (ISN_WF_QUOTE | ISN_WF_SLASH))
        return false;
    const isn_sense *s = isn_match_sense(NULL, p->scan, word, ISN_T_PLACE);
    if (s == NULL || isn_lex_int(p->lex, ISN_T_PLACE, s->row, ISN_PLACE_CUE) == 1)
        return false;
    if (flags_of(p, word) & SEGMENT_ENDS)
        return p->story->dateline_place == ISN_NO_ROW || flags_of(p, word) & ISN_WF_COMMA;
    return word == 0 || isn_match_sense(NULL, p->scan, word - 1, ISN_T_TITLE) == NULL;
}

/* Outlets and the place named in words [first, last) of a slug or byline. */
void isn_parts_read_slug(parts *p, uint32_t first, uint32_t last) {
    for (uint32_t k = first; k < last;) {
        const isn_hit *hit;
        const isn_sense *s = isn_match_sense(&hit, p->scan, k, ISN_T_OUTLET);
        if (s != NULL && hit->last <= last && !only_a_place(p, k, hit, s->row) &&
            !(p->scan->words[k].reading[hit->reading].pre & ISN_CL_LAM)) {
            take_slug(p, hit, s->row);
            k = hit->last;
            continue;
        }
        s = isn_match_sense(&hit, p->scan, k, ISN_T_PLACE);
        if (s != NULL && p->story->dateline_place == ISN_NO_ROW)
            p->story->dateline_place = s->row;
        k++;
    }
}

/* May the word stand in a slug: "بغداد/ واع -", "مدني، الخميس (راديو دبنقا) -"? */
static uint32_t slug_word(const parts *p, uint32_t word) {
    static const isn_table tables[] = {ISN_T_OUTLET,   ISN_T_PLACE, ISN_T_COUNTRY,
                                       ISN_T_DATEWORD, ISN_T_MONTH, ISN_T_FURNITURE};
    uint32_t last = word;
    for (unsigned i = 0; i < ISN_LEN(tables); i++) {
        const isn_hit *hit;
        if (isn_match_sense(&hit, p->scan, word, tables[i]) != NULL && hit->last > last)
            last = hit->last;
    }
    if (last == word && p->scan->words[word].kind == ISN_TOK_NUMBER)
        last++;
    return last;
}

/* The end of the slug that begins a block: the last dash or colon up to which every word may stand in one.
 * Unknown words are let through when an outlet stands among the known ones. */
uint32_t isn_parts_slug_end(const parts *p, const line *l) {
    uint32_t end = l->first, unknown = 0, known = 0;
    bool outlet = false, place = false;
    for (uint32_t k = l->first; k < l->last && k < l->first + 14;) {
        if (k > l->first && (flags_of(p, k) & SLUG_ENDS) && (unknown == 0 || outlet) && known > 0 &&
            (place || outlet))
            end = k;
        if (k > l->first + 1 && flags_of(p, k) & ISN_WF_UNPAREN && unknown == 0 && place &&
            has(p, k - 1, ISN_T_OUTLET) && !(flags_of(p, k) & SLUG_ENDS))
            end = k; /* صنعاء 22 نوفمبر (شينخوا) قضت */
        if (unknown > 3)
            break;
        outlet |= has(p, k, ISN_T_OUTLET);
        place |= has(p, k, ISN_T_PLACE) || has(p, k, ISN_T_COUNTRY);
        uint32_t next = slug_word(p, k);
        known += next > k;
        unknown += next == k;
        k = next > k ? next : k + 1;
    }
    return end;
}

static bool is_place(const parts *p, uint32_t first, uint32_t last) {
    const isn_hit *hit;
    while (first < last && (isn_match_sense(&hit, p->scan, first, ISN_T_PLACE) != NULL ||
                            isn_match_sense(&hit, p->scan, first, ISN_T_COUNTRY) != NULL))
        first = hit->last;
    return first >= last;
}

static bool furniture_is(const parts *p, uint32_t word, int kind) {
    uint32_t last;
    return isn_parts_furniture(p, word, &last) == kind;
}

/* محرر الشؤون المحلية، خاص، وكالات: the desk, or whence a paper has it. */
static bool is_desk(const parts *p, uint32_t word) {
    return furniture_is(p, word, ISN_FU_BYLINE);
}

static bool is_press(const parts *p, uint32_t word) {
    return furniture_is(p, word, ISN_FU_PRESS);
}

/* "كذا برس", "كذا أون لاين": the last words say that a paper or a site is named. */
static bool press_named(const parts *p, uint32_t first, uint32_t last) {
    return last > first + 1 &&
           (is_press(p, last - 1) || (last > first + 2 && is_press(p, last - 2)));
}

/* The end of the part of a slug that begins at the word. */
static uint32_t part_end(const parts *p, uint32_t word, uint32_t last) {
    for (word++; word < last && !(flags_of(p, word) & SEGMENT_ENDS);)
        word++;
    return word;
}

/* Does a part of the line tell where, or which desk? */
static bool tells_where(const parts *p, uint32_t first, uint32_t last) {
    for (uint32_t k = first, end; k < last; k = end) {
        end = part_end(p, k, last);
        if (is_place(p, k, end) || is_desk(p, k))
            return true;
    }
    return false;
}

static bool starts_with_place(const parts *p, const line *l) {
    return length(l) > 0 && (has(p, l->first, ISN_T_PLACE) || has(p, l->first, ISN_T_COUNTRY) ||
                             has(p, l->first, ISN_T_OUTLET) || has(p, l->first, ISN_T_ACTOR));
}

/* "كذا من لندن": the word behind the outlet that begins the line, if a place follows; 0: none. */
static uint32_t from_where(const parts *p, const line *l) {
    const isn_hit *hit;
    if (length(l) < 3 || isn_match_sense(&hit, p->scan, l->first, ISN_T_OUTLET) == NULL ||
        hit->last + 1 >= l->last)
        return 0;
    uint32_t at = hit->last, end;
    const isn_sense *s = isn_match_sense(&hit, p->scan, at, ISN_T_FUNC);
    if (s == NULL || isn_lex_int(p->lex, ISN_T_FUNC, s->row, ISN_FUNC_KIND) != ISN_FN_MIN)
        return 0;
    end = part_end(p, at + 1, l->last);
    return is_place(p, at + 1, end) ? at : 0;
}

/* "كذا برس - حلب", "كذا - محرر الشؤون المحلية": a paper of no list, and where its reporter is, or which desk. */
static bool press_line(const parts *p, const line *l) {
    uint32_t end = part_end(p, l->first, l->last);
    if (end == l->last)
        return false;
    return press_named(p, l->first, end) ? tells_where(p, end, l->last)
                                         : end == l->first + 1 && is_desk(p, end);
}

/* A word that sentences have, and slugs have not. */
static bool of_a_sentence(const parts *p, uint32_t word) {
    static const uint32_t told = 1u << ISN_T_TRIGGER | 1u << ISN_T_SPEECH | 1u << ISN_T_FUNC,
                          named = 1u << ISN_T_NAME | 1u << ISN_T_OUTLET | 1u << ISN_T_PLACE;
    uint32_t tables = p->scan->word_tables[word];
    return token_of(p, word)->fold_len > 1 && tables & told && !(tables & named) &&
           !is_press(p, word);
}

/* مقديشو - وكالات، مأرب ((كذا)) خاص، كذا (مأرب): what parts the words of a slug from one another. */
static bool slug_sign(const parts *p, const line *l, uint32_t word) {
    bool outlet =
        has(p, word, ISN_T_OUTLET) || (has(p, word, ISN_T_PLACE) && has(p, l->first, ISN_T_OUTLET));
    return flags_of(p, word) & SLUG_ENDS || (flags_of(p, word) & ISN_WF_PAREN && outlet);
}

/* "مقديشو - وكالات", "بغداد: فلان الفلاني" as a line of its own. */
bool isn_parts_is_slug_line(const parts *p, const line *l) {
    if (length(l) < 2 || length(l) > 9 || l->stop || !(starts_with_place(p, l) || press_line(p, l)))
        return false;
    uint32_t from = from_where(p, l);
    bool sign = from != 0;
    for (uint32_t k = l->first + 1; k < l->last; k++) {
        const isn_hit *hit;
        sign |= slug_sign(p, l, k);
        if (is_desk(p, k))
            break;
        uint32_t end = flags_of(p, k) & SEGMENT_ENDS ? part_end(p, k, l->last) : k;
        if (press_named(p, k, end))
            k = end - 1;
        else if (isn_match_sense(&hit, p->scan, k, ISN_T_OUTLET) != NULL && hit->last > k + 1)
            k = hit->last - 1;
        else if (k != from && of_a_sentence(p, k))
            return false;
    }
    return sign && (length(l) <= 6 || !has(p, l->first, ISN_T_ACTOR));
}

/* A line that is an outlet's name and nothing else. */
bool isn_parts_is_outlet_line(const parts *p, const line *l) {
    const isn_hit *hit;
    return length(l) > 0 && isn_match_sense(&hit, p->scan, l->first, ISN_T_OUTLET) != NULL &&
           hit->last == l->last;
}

/* ---- a name that the lexicon does not know ------------------------------------------------------------------- */

/* A word that may stand in the name of a paper: of no person, no title, and, where nothing else speaks for it, of no
 * sentence. */
static bool of_a_name(const parts *p, uint32_t word, bool sure) {
    static const uint32_t others = 1u << ISN_T_NAME | 1u << ISN_T_TITLE | 1u << ISN_T_FUNC |
                                   1u << ISN_T_FURNITURE | 1u << ISN_T_DATEWORD |
                                   1u << ISN_T_MONTH | 1u << ISN_T_PERSON;
    static const uint32_t told = 1u << ISN_T_SPEECH | 1u << ISN_T_TRIGGER;
    uint32_t tables = p->scan->word_tables[word];
    return p->scan->words[word].kind == ISN_TOK_WORD &&
           (has(p, word, ISN_T_PLACE) || is_press(p, word) ||
            !(tables & (sure ? others : others | told)));
}

/* Do the words stand in the text once more? An author's name does not. */
static bool told_again(const parts *p, uint32_t first, uint32_t last) {
    for (uint32_t k = last; k + (last - first) <= p->scan->nwords; k++) {
        uint32_t n = 0;
        while (n < last - first && token_of(p, k + n)->hash == token_of(p, first + n)->hash)
            n++;
        if (n == last - first)
            return true;
    }
    return false;
}

/* A bracket that opens at the word, and a dash right behind it. */
static bool signed_after(const parts *p, uint32_t word, uint32_t end) {
    for (uint32_t k = word + 1; k <= end && k < p->scan->nwords; k++)
        if (flags_of(p, k) & ISN_WF_UNPAREN)
            return (flags_of(p, k) & (ISN_WF_DASH | ISN_WF_HYPHEN)) != 0;
    return false;
}

/* وكالة كذا للأنباء، صحيفة كذا: the first word says that a house of the press is named. */
static bool house_word(const parts *p, uint32_t word) {
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, p->scan, word, ISN_T_ORGWORD);
    return s != NULL &&
           isn_lex_int(p->lex, ISN_T_ORGWORD, s->row, ISN_ORGWORD_SECTOR) == ISN_SEC_JRN;
}

static isn_outlet unknown_outlet(const parts *p, uint32_t first, uint32_t last) {
    uint32_t start = token_of(p, first)->start, end = token_of(p, last - 1)->end;
    return (isn_outlet){.row = ISN_NO_ROW,
                        .first = first,
                        .last = last,
                        .reading = UINT8_MAX,
                        .given = isn_str_of(p->article->bytes + start, end - start)};
}

/* Bodies that publish what they say themselves. */
static bool publishes(const parts *p, uint32_t row) {
    switch (isn_lex_int(p->lex, ISN_T_ACTOR, row, ISN_ACTOR_SECTOR)) {
    case ISN_SEC_UNO:
    case ISN_SEC_IGO:
    case ISN_SEC_NGO:
    case ISN_SEC_SOC:
    case ISN_SEC_MED: return true;
    default: return false;
    }
}

/* "مكتب كذا (كذا) | 10 مارس 2026" above the text: a body of the UN or a society publishes itself. The short name in brackets
 * is what it goes by. */
bool isn_parts_body_line(parts *p, const line *l) {
    const isn_hit *hit;
    const isn_sense *s = length(l) ? isn_match_sense(&hit, p->scan, l->first, ISN_T_ACTOR) : NULL;
    if (s == NULL || !publishes(p, s->row) || p->has_slug)
        return false;
    uint32_t first = l->first, last = hit->last, k = last;
    if (k < l->last && flags_of(p, k) & ISN_WF_PAREN &&
        (k + 1 == p->scan->nwords || flags_of(p, k + 1) & ISN_WF_UNPAREN)) {
        if (has(p, k, ISN_T_ACTOR))
            first = k, last = k + 1;
        k++;
    }
    for (; k < l->last; k++)
        if (p->scan->words[k].kind == ISN_TOK_WORD && !has(p, k, ISN_T_DATEWORD) &&
            !has(p, k, ISN_T_MONTH) && !has(p, k, ISN_T_FURNITURE))
            return false;
    p->slug = unknown_outlet(p, first, last);
    p->has_slug = true;
    return true;
}

/* "طرابلس – المنبر": in a line of its own, a single word with the article beside a place or a desk; no person's name is such. */
static bool article_name(const parts *p, uint32_t word, uint32_t last) {
    static const uint32_t bodies = 1u << ISN_T_ACTOR | 1u << ISN_T_ORGWORD | 1u << ISN_T_PLACE |
                                   1u << ISN_T_COUNTRY | 1u << ISN_T_PLACEWORD;
    const isn_token *t = token_of(p, word);
    const uint8_t *fold = p->scan->text->fold + t->fold;
    return last == word + 1 && p->scan->words[word].kind == ISN_TOK_WORD && t->fold_len > 4 &&
           fold[0] == ISN_F_ALEF && fold[1] == ISN_F_LAM && !(p->scan->word_tables[word] & bodies);
}

/* "مأرب ((كذا)) خاص:", "بعقوبة - كذا 17/04/2007": beside a place, a name in brackets or quotation marks, or one that the text
 * tells again, is that of the paper; so is, in a line of its own (`alone`), what is named as papers are. */
void isn_parts_unknown_slug(parts *p, uint32_t first, uint32_t last, bool alone) {
    enum { WORDS = 12, NAME = 3 };
    bool place = false;
    uint32_t from = first, till = last < first + WORDS ? last : first + WORDS;
    if (p->has_slug)
        return;
    bool where = alone && tells_where(p, first, till);
    for (uint32_t k = first + 1; k <= till; k++) {
        const isn_hit *hit;
        const isn_sense *body = k - 1 == from && place && has(p, from, ISN_T_ACTOR)
                                    ? isn_match_sense(&hit, p->scan, from, ISN_T_ACTOR)
                                    : NULL;
        if (body != NULL && publishes(p, body->row) && hit->last < p->scan->nwords &&
            flags_of(p, hit->last) & (SLUG_ENDS | ISN_WF_UNPAREN)) {
            p->slug = unknown_outlet(p, from, hit->last); /* محافظة كذا – المرصد كذا: */
            p->has_slug = true;
            return;
        }
        bool sign = k == last || (k < p->scan->nwords && flags_of(p, k) & SEGMENT_ENDS);
        bool number = k < last && p->scan->words[k].kind == ISN_TOK_NUMBER;
        if (!sign && !number && !(k < last && has(p, k, ISN_T_DATEWORD) && !is_press(p, k))) {
            if (k - from > NAME)
                return;
            continue;
        }
        if (is_place(p, from, k)) {
            place = true;
        } else if (from == first && k - from <= 2 && k < p->scan->nwords &&
                   flags_of(p, k) & ISN_WF_PAREN && !(where && press_named(p, from, k))) {
            place = signed_after(p, k, till); /* a town that no list has: "كذا (وكالة) -" */
        } else if ((place || where) && from < k) {
            bool press = where && press_named(p, from, k);
            bool named = press || (where && article_name(p, from, k));
            bool marked = flags_of(p, from) & (ISN_WF_PAREN | ISN_WF_QUOTE) &&
                          k < p->scan->nwords && flags_of(p, k) & (ISN_WF_UNPAREN | ISN_WF_UNQUOTE);
            bool lone =
                k == from + 1 && (has(p, from, ISN_T_TRIGGER) || has(p, from, ISN_T_PLACEWORD));
            bool again = house_word(p, from) ||
                         (!lone && told_again(p, from, k)); /* مالي: مقتل 11 جنديا، «يتما» جنوب */
            uint32_t own = press ? k : from;
            while (own < k && of_a_name(p, own, again || named))
                own++;
            if (own == k && (named || (place && (marked || again)))) {
                p->slug = unknown_outlet(p, from, k);
                p->has_slug = true;
                return;
            }
            if (own < from + 1)
                return;
        }
        from = k;
    }
}
