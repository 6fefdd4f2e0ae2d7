/* entity_holder.c: the name of one who speaks, where it stands apart from his office or in words that no list has: "قال عضو
 * لجنة ذوي الشهداء، فلان الفلاني، إن", "قال قائد الشرطة في ولاية كذا فلان الفلاني إن". What begins the content tells where
 * the name ends. entity_person.c and entity_org.c ask. See entity.h. */
#include "match/entity.h"

enum { REACH = 14, NAME_WORDS = 5 };

static bool ends(const isn_find *f, uint32_t word) {
    return word >= f->end || f->scan->words[word].flags & ISN_WF_BREAK;
}

/* May the word be part of a name that nobody has listed? */
static bool nameable(const isn_find *f, uint32_t word) {
    const uint32_t others = 1u << ISN_T_TRIGGER | 1u << ISN_T_SPEECH | 1u << ISN_T_ORGWORD |
                            1u << ISN_T_DATEWORD | 1u << ISN_T_NUMERAL | 1u << ISN_T_FUNC |
                            1u << ISN_T_TITLE | 1u << ISN_T_CHANNEL;
    if (f->scan->words[word].kind != ISN_TOK_WORD || isn_find_pre(f, word) != 0)
        return false;
    return isn_find_has(f, word, ISN_T_NAME) || !(f->scan->word_tables[word] & others);
}

/* A word that neither the lexicon nor the list of the language's words has, whatever is cut from it. */
static bool foreign(const isn_find *f, uint32_t word) {
    static const uint8_t cuts[] = {0, ISN_CL_BEH, ISN_CL_LAM, ISN_CL_WAW, ISN_CL_KAF};
    if (f->scan->words[word].kind != ISN_TOK_WORD || !isn_find_unknown(f, word))
        return false;
    for (unsigned i = 0; i < ISN_LEN(cuts); i++)
        if (!isn_find_foreign(f, word, cuts[i]))
            return false;
    return true;
}

static bool named(const isn_find *f, uint32_t word) {
    bool particle = isn_find_has(f, word, ISN_T_FUNC) && /* على is no علي */
                    f->scan->text->tokens[f->scan->words[word].token].flags & ISN_TF_MAKSURA;
    return isn_find_has(f, word, ISN_T_NAME) && isn_find_pre(f, word) == 0 && !particle;
}

/* لصحيفة محلية */
static bool paper(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_has(f, word, ISN_T_ORGWORD)
                             ? isn_find_sense(NULL, f, word, ISN_T_ORGWORD, false)
                             : NULL;
    return s != NULL && isn_find_flags(f, s, ISN_ORGWORD_SECTOR) == ISN_SEC_JRN;
}

/* Does the speaker end here: before إن, the day, the statement, the outlet that he spoke to? */
static bool speaker_ends(const isn_find *f, uint32_t word) {
    if (isn_find_func(f, word, ISN_FN_THAT) || isn_find_has(f, word, ISN_T_DATEWORD))
        return !named(f, word);
    if (isn_find_func(f, word, ISN_FN_FI) || isn_find_func(f, word, ISN_FN_WHILE))
        return word + 1 < f->end && isn_find_has(f, word + 1, ISN_T_CHANNEL);
    bool to = isn_find_pre(f, word) & ISN_CL_LAM || isn_find_func(f, word, ISN_FN_LI);
    return to && (isn_find_has(f, word, ISN_T_OUTLET) || isn_find_has(f, word, ISN_T_TITLE) ||
                  paper(f, word) || (word + 1 < f->end && isn_find_has(f, word + 1, ISN_T_OUTLET)));
}

/* Behind a given name between commas a surname may be any word that does not go on with the sentence. */
static bool any_word(const isn_find *f, uint32_t word) {
    const uint32_t others = 1u << ISN_T_SPEECH | 1u << ISN_T_FUNC | 1u << ISN_T_DATEWORD |
                            1u << ISN_T_TITLE | 1u << ISN_T_CHANNEL | 1u << ISN_T_ATTRIB;
    return f->scan->words[word].kind == ISN_TOK_WORD && !(f->scan->word_tables[word] & others);
}

/* The word behind the ranks that stand right behind a comma, or the word. */
static uint32_t rank_behind_comma(const isn_find *f, uint32_t word) {
    const isn_hit *hit;
    const isn_sense *s = isn_find_sense(&hit, f, word, ISN_T_TITLE, true);
    if (s == NULL || !(isn_find_flags(f, s, ISN_TITLE_FLAGS) & (ISN_AF_RANK | ISN_AF_HONORIFIC)))
        return word;
    return isn_find_past_rank(f, hit->last);
}

/* ، فلان الفلاني،: between the comma and the next break, in words that may be a name. */
static bool between_commas(const isn_find *f, uint32_t at, uint32_t *first, uint32_t *last) {
    uint32_t sure = 0, strange = 0;
    if (at >= f->end || (f->scan->words[at].flags & ISN_WF_BREAK) != ISN_WF_COMMA)
        return false;
    uint32_t from = at, to = at = rank_behind_comma(f, at); /* ، الشيخ فلان الفلاني، */
    sure = at > from && !ends(f, at) && foreign(f, at);
    while (to < f->end && to < at + NAME_WORDS + 1 && (to == at || !ends(f, to))) {
        bool known = named(f, to), odd = foreign(f, to);
        if (!known && !odd && !(to == at ? isn_find_unknown(f, to) : sure > 0 && any_word(f, to)))
            return false;
        sure += known;
        strange += odd;
        to++;
    }
    bool closed = to < f->end && f->scan->words[to].flags & (ISN_WF_COMMA | ISN_WF_COLON);
    if (!closed || to - at < 2 || to - at > NAME_WORDS || (sure == 0 && strange == 0))
        return false;
    *first = at;
    *last = to;
    return true;
}

/* What ends an office, so that a given name may follow: a place, a rank. */
static bool of_office(const isn_find *f, uint32_t word) {
    return isn_find_has(f, word, ISN_T_PLACE) || isn_find_has(f, word, ISN_T_TITLE) ||
           isn_find_has(f, word, ISN_T_NATION) || isn_find_def(f, word);
}

/* The words of a name that ends before `end`, back to `from`. */
static bool back_from(const isn_find *f, uint32_t from, uint32_t end, uint32_t *first) {
    uint32_t at = end, sure = 0, strange = 0;
    while (at > from && end - at < NAME_WORDS) {
        if (at > from + 1 && isn_find_name_part(f, at - 2) && !isn_find_break(f, at - 1)) {
            sure++; /* عبد الله */
            at -= 2;
            continue;
        }
        bool known = named(f, at - 1), odd = !known && foreign(f, at - 1);
        if (!known && !odd && !(at == end && nameable(f, at - 1)))
            break;
        sure += known;
        strange += odd;
        at--;
    }
    if (sure > 0 && at > from + 1 && end - at < NAME_WORDS && any_word(f, at - 1) &&
        isn_find_pre(f, at - 1) == 0 && !isn_find_def(f, at - 1) && of_office(f, at - 2))
        return *first = at - 1, true; /* قائد الشرطة في الأنبار رعد محمد إن */
    while (at < end && isn_find_def(f, at)) /* a name does not begin with its surname */
        at++;
    if (end - at == 1)
        return at == from && sure > 0 && (*first = at, true);
    *first = at;
    return end > at && (sure > 0 || strange == end - at) && (named(f, at) || foreign(f, at));
}

bool isn_find_called(const isn_find *f, uint32_t at, uint32_t *first, uint32_t *last) {
    const isn_hit *hit;
    if (!ends(f, at) && isn_find_def(f, at) && !isn_find_has(f, at, ISN_T_ATTRIB))
        at++; /* أحد سكان القرية، ويدعى */
    bool comma = at < f->end && (f->scan->words[at].flags & ISN_WF_BREAK) == ISN_WF_COMMA;
    if (at >= f->end || (ends(f, at) && !comma) || !isn_find_has(f, at, ISN_T_ATTRIB))
        return false;
    const isn_sense *s = isn_find_sense(&hit, f, at, ISN_T_ATTRIB, false);
    if (s == NULL || isn_find_flags(f, s, ISN_ATTRIB_KIND) != ISN_AT_NAMED)
        return false;
    *first = *last = hit->last;
    if (!ends(f, hit->last) && any_word(f, hit->last) && !ends(f, hit->last + 1) &&
        named(f, hit->last + 1))
        *last = hit->last + 2; /* يدعى نظر محمد */
    uint32_t known = isn_find_holder(f, hit->last);
    if (known > *last)
        *last = known;
    return *last > *first;
}

/* قالت مديرة المنطقة في كذا كورين دوفكا إن: nothing but two to four words that may be a name between the office and what is said. */
static bool all_name(const isn_find *f, uint32_t from, uint32_t end) {
    if (end < from + 2 || end > from + 4 || isn_find_def(f, from))
        return false;
    for (uint32_t w = from; w < end; w++)
        if (!nameable(f, w) || isn_find_verb(f, w) || isn_find_has(f, w, ISN_T_PLACEWORD) ||
            f->scan->text->tokens[f->scan->words[w].token].flags & ISN_TF_TANWIN)
            return false;
    return true;
}

/* المتحدث باسم التحالف (تحالف دعم الشرعية) العميد الركن فلان: his name behind what stands in brackets. */
static bool behind_brackets(const isn_find *f, uint32_t from, uint32_t *first, uint32_t *last) {
    if (from >= f->end || !(f->scan->words[from].flags & ISN_WF_PAREN))
        return false;
    uint32_t at = from + 1;
    while (at < f->end && at < from + REACH && !(f->scan->words[at].flags & ISN_WF_UNPAREN))
        at++;
    if (at >= f->end || !(f->scan->words[at].flags & ISN_WF_UNPAREN))
        return false;
    uint32_t rank = at + isn_find_longest(f, at, 1u << ISN_T_TITLE);
    *first = rank > at && rank < f->end ? isn_find_past_rank(f, rank) : f->end;
    *last = *first < f->end ? isn_find_holder(f, *first) : *first;
    if (*last > *first)
        return true;
    *first = *last = at;
    while (*last < f->end && (*last == at || !ends(f, *last)) &&
           (named(f, *last) || foreign(f, *last)))
        ++*last;
    return *last > at + 1 && named(f, at);
}

bool isn_find_far_name(const isn_find *f, uint32_t from, uint32_t *first, uint32_t *last) {
    if (behind_brackets(f, from, first, last))
        return true;
    for (uint32_t at = from; at < f->end && at < from + REACH; at++) {
        uint32_t ranked = at > from && !ends(f, at) ? isn_find_past_rank(f, at) : at;
        if (ranked > at && !ends(f, ranked) &&
            (named(f, ranked) || foreign(f, ranked) || isn_find_name_part(f, ranked)))
            from = at =
                ranked; /* في اليمن العميد الركن فلان: his rank, behind what his office is of */
        if (ends(f, at) || f->scan->words[at].flags & (ISN_WF_QUOTE | ISN_WF_UNQUOTE)) {
            if (between_commas(f, at, first, last))
                return true;
            return false;
        }
        if (at > from && isn_find_func(f, at, ISN_FN_THAT) && all_name(f, from, at)) {
            *first = from;
            *last = at;
            return true;
        }
        if (speaker_ends(f, at)) {
            bool word = at >= from + 2 && !named(f, at - 1) && !foreign(f, at - 1);
            *last = at - (word && foreign(f, at - 2)); /* فلان صحة ذلك */
            return *last > from && back_from(f, from, *last, first);
        }
        if (isn_find_verb(f, at) && !named(f, at))
            return false;
        if (at > from && !named(f, at - 1) && isn_find_longest(f, at, 1u << ISN_T_TITLE) > 1)
            return false; /* رفض الوزير لقاء رئيس الوزراء فلان: another's office */
        /* هدد نائب رئيس الحركة في كذا فلان الفلاني بقصف، طالب النائب عن كتلة كذا فلان الفلاني رئيس الوزراء */
        bool next = isn_find_pre(f, at) & ISN_CL_BEH ||
                    (isn_find_has(f, at, ISN_T_TITLE) && !named(f, at) && at > from + 2 &&
                     named(f, at - 2));
        if (at >= from + 2 && next && back_from(f, from, at, first)) {
            *last = at;
            return true;
        }
    }
    return false;
}

uint32_t isn_find_name_rest(const isn_find *f, uint32_t last) {
    enum { MORE = 2 };
    uint32_t at = last;
    if (at < f->end && isn_find_func(f, at, ISN_FN_ALA) &&
        f->scan->text->tokens[f->scan->words[at].token].flags & ISN_TF_MAKSURA)
        return last; /* كتب الوزير فلان على منصة إكس */
    while (at < f->end && at <= last + MORE && !ends(f, at) && !speaker_ends(f, at))
        if (foreign(f, at) ||
            (nameable(f, at) && (at == last || named(f, at) || !foreign(f, at - 1))))
            at++;
        else
            return last;
    bool closed = at >= f->end || f->scan->words[at].flags & ISN_WF_COMMA || speaker_ends(f, at);
    return at <= last + MORE && closed ? at : last;
}

uint32_t isn_find_said_name(const isn_find *f, uint32_t word) {
    uint32_t at = word, sure = 0;
    if (!named(f, word) && !foreign(f, word))
        return word;
    while (at < f->end && at < word + NAME_WORDS && (at == word || !ends(f, at)) &&
           !speaker_ends(f, at) &&
           !(at > word && isn_find_has(f, at, ISN_T_TITLE) && !named(f, at))) {
        bool known = named(f, at);
        bool surname =
            at > word && (nameable(f, at) || (sure > 0 && isn_find_def(f, at) &&
                                              isn_find_pre(f, at) == 0 && any_word(f, at)));
        if (!known && !foreign(f, at) && !surname)
            return word;
        sure += known;
        at++;
    }
    bool office = at < f->end && isn_find_has(f, at, ISN_T_TITLE) && !named(f, at);
    bool closed = office || (at < f->end && speaker_ends(f, at));
    bool comma = at >= f->end || f->scan->words[at].flags & (ISN_WF_COMMA | ISN_WF_COLON);
    if (at == word + 1) /* قال يوسف إن */
        return closed && sure && !isn_find_stop(f, word) ? at : word;
    bool apposed = comma && at + 1 < f->end && isn_find_has(f, at, ISN_T_TITLE);
    return (sure && (closed || comma)) || apposed ? at : word;
}
