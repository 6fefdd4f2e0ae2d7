/* place_unknown.c: places that the gazetteer lacks and no word says what they are: those that the text has called a
 * village before, those that go on a list (قرى كفرعمة وتقاد), and names with what holds them behind (في دانكارا بولاية
 * كاتسينا). place.c reads all others. See entity.h. */
#include "match/entity.h"

static const uint8_t *letters(const isn_find *f, uint32_t word, size_t *len) {
    const isn_token *token = &f->scan->text->tokens[f->scan->words[word].token];
    *len = token->fold_len;
    return f->scan->text->fold + token->fold;
}

bool isn_find_foreign(const isn_find *f, uint32_t word, unsigned pre) {
    isn_segment cut[ISN_SEGMENTS];
    const isn_token *token = &f->scan->text->tokens[f->scan->words[word].token];
    unsigned n = isn_lex_segment(cut, f->lex, f->scan->text, token);
    for (unsigned i = 0; i < n; i++)
        if (cut[i].known != ISN_KNOWN_NOT && (cut[i].pre & ~(unsigned)ISN_CL_AL) == pre)
            return false;
    return true;
}

static bool open_word(const isn_find *f, uint32_t word) {
    return word < f->end && f->scan->words[word].kind == ISN_TOK_WORD && !isn_find_break(f, word) &&
           (f->dates == NULL || f->dates->at[word] == UINT32_MAX);
}

bool isn_find_strange(const isn_find *f, uint32_t word) {
    return open_word(f, word) && isn_find_unknown(f, word) && isn_find_pre(f, word) == 0 &&
           !isn_find_def(f, word) && isn_find_foreign(f, word, 0);
}

static uint32_t push(isn_find *f, uint32_t word, uint32_t last, uint8_t type) {
    uint32_t index = isn_find_push(f, ISN_ENT_PLACE, word, last);
    isn_entity *e = &f->ents.ptr[index];
    e->table = ISN_T_PLACEWORD;
    e->place_type = type;
    e->precision = isn_find_precision(type);
    e->flags = ISN_EF_NAMED;
    e->name_first = word;
    e->name_last = last;
    return index;
}

/* ---- named before ------------------------------------------------------------------------------------------- */

static uint64_t hash_of(const isn_find *f, uint32_t word) {
    return f->scan->text->tokens[f->scan->words[word].token].hash;
}

/* عد بابكر: of several words one that no list has, and none that people are called by. */
static bool names_alone(const isn_find *f, const isn_entity *e) {
    enum { WORDS = 3 };
    bool one = e->name_last == e->name_first + 1, unknown = false;
    for (uint32_t w = e->name_first; w < e->name_last; w++) {
        unknown |= isn_find_unknown(f, w);
        if (!one && (isn_find_has(f, w, ISN_T_NAME) || isn_find_has(f, w, ISN_T_TITLE)))
            return false;
    }
    return unknown && e->name_last <= e->name_first + WORDS;
}

void isn_find_learn(isn_find *f, uint32_t index) {
    const isn_entity *e = &f->ents.ptr[index];
    if (e->table != ISN_T_PLACEWORD || e->name_last <= e->name_first ||
        f->nlearned == ISN_LEN(f->learned) || e->place_type == ISN_PT_SITE || !names_alone(f, e))
        return;
    f->learned[f->nlearned].hash = hash_of(f, e->name_first);
    f->learned[f->nlearned++].entity = index;
}

/* Do all words of the name stand here? */
static bool same_name(const isn_find *f, const isn_entity *e, uint32_t word) {
    uint32_t n = e->name_last - e->name_first;
    for (uint32_t i = 1; i < n; i++)
        if (word + i >= f->end || isn_find_break(f, word + i) ||
            hash_of(f, word + i) != hash_of(f, e->name_first + i))
            return false;
    return n > 1 || f->scan->word_tables[word] == 0;
}

uint32_t isn_find_learned(isn_find *f, uint32_t word) {
    for (uint32_t i = 0; i < f->nlearned; i++) {
        if (f->learned[i].hash != hash_of(f, word) || f->learned[i].entity >= f->ents.len)
            continue;
        isn_entity copy = f->ents.ptr[f->learned[i].entity];
        if (copy.table != ISN_T_PLACEWORD || !same_name(f, &copy, word))
            continue;
        uint32_t index = push(f, word, word + copy.name_last - copy.name_first, copy.place_type);
        f->ents.ptr[index].country = copy.country;
        return index;
    }
    return ISN_NO_ENT;
}

/* ---- lists ---------------------------------------------------------------------------------------------------- */

/* Is the head a plural or a dual: قرى، بلدتا? */
static bool many(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_PLACEWORD, false);
    unsigned number = s != NULL ? s->form & ISN_FORM_NUMBER : ISN_FORM_SG;
    return number != ISN_FORM_SG;
}

/* بين كذا وكذا */
static bool between(const isn_find *f, uint32_t word) {
    return word > 0 && isn_find_func(f, word - 1, ISN_FN_BAYN);
}

/* A head in the plural promises more, and so does بين. */
void isn_find_count_list(isn_find *f, uint32_t index) {
    isn_entity *e = &f->ents.ptr[index];
    if (e->kind != ISN_ENT_PLACE || !(e->flags & ISN_EF_NAMED)) {
        f->list.last = 0;
        return;
    }
    bool joined =
        f->list.last == e->first && f->scan->words[e->first].reading[e->reading].pre & ISN_CL_WAW;
    if (!joined) {
        f->list.many = many(f, e->first);
        f->list.length = f->list.many || between(f, e->first) || e->flags & ISN_EF_NEAR ? 1 : 0;
    }
    bool lands = joined && f->list.many && e->table == ISN_T_PLACE && e->name_first == e->first &&
                 !isn_find_has(f, e->first, ISN_T_PLACEWORD) &&
                 isn_find_precision(f->list.type) > e->precision &&
                 (f->list.type == ISN_PT_DISTRICT || f->list.type == ISN_PT_GOVERNORATE);
    if (lands) { /* محافظتي تعز والحديدة: the governorate, though the gazetteer has the town */
        e->place_type = f->list.type;
        e->precision = isn_find_precision(e->place_type);
    }
    bool quarters = joined && f->list.length > 0 && f->list.type == ISN_PT_NEIGHBOURHOOD;
    if (quarters && (e->place_type == ISN_PT_DISTRICT || e->place_type == ISN_PT_GOVERNORATE)) {
        e->place_type = ISN_PT_NEIGHBOURHOOD; /* أحياء كذا والسلام: no district of that name */
        e->precision = isn_find_precision(e->place_type);
    }
    if (quarters && f->list.many && e->place_type == ISN_PT_REGION && e->table == ISN_T_PLACE &&
        e->name_first == e->first) { /* حيي الشهداء والجولان: nor a land */
        e->table = ISN_T_PLACEWORD;
        e->row = e->country = ISN_NO_ROW;
        e->id = e->name = (isn_str){NULL, 0};
        e->lat = e->lon = ISN_NO_INT;
        e->basis = 0;
        e->place_type = ISN_PT_NEIGHBOURHOOD;
        e->precision = isn_find_precision(e->place_type);
    }
    f->list.length++;
    f->list.last = e->last;
    if (!joined)
        f->list.type = e->place_type == ISN_PT_SITE ? ISN_PT_TOWN : e->place_type;
}

uint8_t isn_find_read_and(isn_find *f, uint32_t word, bool def) {
    isn_word *w = &f->scan->words[word];
    for (uint8_t i = 0; i < w->nreadings; i++)
        if (w->reading[i].pre & ISN_CL_WAW)
            return i;
    uint8_t at = w->nreadings < ISN_READINGS ? w->nreadings++ : ISN_READINGS - 1;
    w->reading[at] = (isn_reading){.symbol = ISN_NO_SYMBOL,
                                   .pre = (uint8_t)(ISN_CL_WAW | (def ? ISN_CL_AL : 0)),
                                   .pre_letters = 1};
    return at;
}

/* Is the word و and a name that the language has not? */
static bool strange_joined(const isn_find *f, uint32_t word) {
    enum { LETTERS = 5 }; /* of و and the name */
    size_t len;
    return open_word(f, word) && *letters(f, word, &len) == ISN_F_WAW && len >= LETTERS &&
           isn_find_unknown(f, word) && isn_find_foreign(f, word, ISN_CL_WAW) &&
           isn_find_foreign(f, word, 0);
}

/* Does و join a further name behind the word, one of the gazetteer's or one that the language has not? */
bool isn_find_name_joined(const isn_find *f, uint32_t word) {
    const isn_hit *next;
    return open_word(f, word) && (strange_joined(f, word) ||
                                  (isn_find_sense(&next, f, word, ISN_T_PLACE, false) != NULL &&
                                   isn_find_hit_pre(f, next) == ISN_CL_WAW));
}

/* سراقب وداديخ وآفس: behind a place a name that the language has not, and a further one. */
static bool among_names(const isn_find *f, uint32_t word) {
    return f->list.length > 0 && strange_joined(f, word) && isn_find_name_joined(f, word + 1);
}

/* The end of an unknown name that و stands before, or the word. */
static uint32_t end_of_joined(const isn_find *f, uint32_t word, bool *def) {
    enum { MANY = 3 };
    size_t len;
    const uint8_t *p = letters(f, word, &len);
    const isn_hit *hit;
    const isn_sense *s = isn_find_sense(&hit, f, word, ISN_T_NAME, false);
    if (len < 3 || p[0] != ISN_F_WAW)
        return word;
    bool part = s != NULL && isn_find_flags(f, s, ISN_NAME_USE) != ISN_NU_NONE;
    s = isn_find_sense(&hit, f, word, ISN_T_PLACEWORD, false);
    part |= s != NULL && isn_find_flags(f, s, ISN_PLACEWORD_USE) == ISN_PU_PART;
    *def = p[1] == ISN_F_ALEF && p[2] == ISN_F_LAM;
    if (part) /* وأم دوانة، وبيت ياحون */
        return open_word(f, word + 1) && isn_find_pre(f, word + 1) == 0 &&
                       !isn_find_stop(f, word + 1)
                   ? word + 2
                   : word;
    if (!isn_find_unknown(f, word))
        return word;
    if (*def) /* والحبوبي */
        return word + 1;
    if (isn_find_strange(f, word + 1) &&
        *letters(f, word + 1, &len) != ISN_F_WAW) /* ونتيف هعسراه */
        return word + 2;
    if (open_word(f, word + 1) && isn_find_unknown(f, word + 1) && isn_find_pre(f, word + 1) == 0 &&
        *letters(f, word + 1, &len) != ISN_F_WAW &&
        isn_find_name_joined(f, word + 2)) /* وراغي عيلي وتوردهو */
        return word + 2;
    bool long_list = f->list.length >= MANY; /* وتلمنس ومعصرات ومعرشمشة: a word, too */
    return isn_find_foreign(f, word, ISN_CL_WAW) || (long_list && isn_find_name_joined(f, word + 1))
               ? word + 1
               : word;
}

/* أحياء (باب السور) و(المرجة)، "تل كذا" و"المرجة": here و is a word of its own, which leans on the name in brackets. */
static uint32_t bracketed_next(isn_find *f, uint32_t word) {
    uint32_t last = f->list.length < 2 ? 0 : isn_find_bracketed(f, word + 1, 4);
    if (last == 0 && f->list.length >= 2 && word + 1 < f->end && !isn_find_break(f, word + 1) &&
        f->scan->words[word].flags & ISN_WF_UNQUOTE)
        last = isn_find_quoted(f, word + 1, 4);
    if (last == 0 || !(isn_find_pre(f, word + 1) & ISN_CL_WAW))
        return ISN_NO_ENT;
    f->list.last = word + 1;
    uint32_t found = isn_find_place(f, word + 1);
    if (found != ISN_NO_ENT && f->ents.ptr[found].last == last)
        return found;
    return push(f, word + 1, last, f->list.type);
}

/* الضعين وكتم وأبو زبد: between two places the gazetteer's name, though it is a verb too. */
static bool next_of_three(const isn_find *f, uint32_t word) {
    const isn_hit *hit, *next;
    return f->list.length == 1 && isn_find_sense(&hit, f, word, ISN_T_PLACE, false) != NULL &&
           isn_find_hit_pre(f, hit) == ISN_CL_WAW && open_word(f, hit->last) &&
           isn_find_sense(&next, f, hit->last, ISN_T_PLACE, false) != NULL &&
           isn_find_hit_pre(f, next) == ISN_CL_WAW;
}

/* في بولوندجونغا وساميرا بمقاطعة كذا: a name that the language has not, and what holds both behind it. */
static bool held_with_it(const isn_find *f, uint32_t word) {
    size_t len;
    return f->list.length == 1 && *letters(f, word, &len) == ISN_F_WAW &&
           isn_find_unknown(f, word) && isn_find_foreign(f, word, ISN_CL_WAW) && len > 4 &&
           isn_find_holds(f, word + 1);
}

/* قرى كذا، وكذا، وكذا: a comma before و and a name that the language has not, under a head in the plural. */
static bool comma_before(const isn_find *f, uint32_t word) {
    return f->list.length >= 2 && (f->scan->words[word].flags & ISN_WF_BREAK) == ISN_WF_COMMA;
}

/* The end of the name, or the word: قرى كذا، وأم كذا، وسليم، and one by one in quotation marks. */
static uint32_t end_behind_comma(const isn_find *f, uint32_t word, bool *def) {
    const uint32_t verbs = 1u << ISN_T_TRIGGER | 1u << ISN_T_SPEECH | 1u << ISN_T_CUE;
    size_t len;
    uint32_t quoted = isn_find_quoted(f, word, 4);
    if (quoted != 0)
        return quoted;
    if (f->scan->words[word].kind != ISN_TOK_WORD || *letters(f, word, &len) != ISN_F_WAW ||
        len < 3)
        return word;
    uint32_t end = end_of_joined(f, word, def);
    bool ends = word + 1 >= f->end || isn_find_break(f, word + 1) || isn_find_holds(f, word + 1);
    if (end == word && ends && isn_find_has(f, word, ISN_T_NAME) &&
        !(f->scan->word_tables[word] & verbs))
        return word + 1;
    return end;
}

/* عابود ودير غسانة، وخربة كذا: و, a word that heads or begins names, and a name that the language has not. */
static bool headed_joined(const isn_find *f, uint32_t word) {
    const isn_hit *hit;
    if (word + 1 >= f->end || f->scan->words[word].kind != ISN_TOK_WORD ||
        !isn_find_has(f, word, ISN_T_PLACEWORD))
        return false;
    const isn_sense *s = isn_find_sense(&hit, f, word, ISN_T_PLACEWORD, false);
    return s != NULL && isn_find_hit_pre(f, hit) == ISN_CL_WAW && !isn_find_hit_def(f, hit) &&
           hit->last == word + 1 && open_word(f, word + 1) && isn_find_unknown(f, word + 1) &&
           isn_find_pre(f, word + 1) == 0 && !isn_find_def(f, word + 1);
}

/* Right behind a place, or a list of them. */
uint32_t isn_find_next_listed(isn_find *f, uint32_t word) {
    bool def = false;
    const isn_hit *hit;
    uint32_t next = bracketed_next(f, word);
    if (next != ISN_NO_ENT)
        return next;
    if (headed_joined(f, word) && (open_word(f, word) || comma_before(f, word)))
        return isn_find_place(f, word);
    if (word < f->end && comma_before(f, word)) {
        uint32_t end = end_behind_comma(f, word, &def);
        if (end == word)
            return ISN_NO_ENT;
        uint8_t reading =
            f->scan->words[word].flags & ISN_WF_QUOTE ? 0 : isn_find_read_and(f, word, def);
        next = push(f, word, end, f->list.type);
        f->ents.ptr[next].reading = reading;
        return next;
    }
    if (!open_word(f, word) || (f->list.length < 2 && !next_of_three(f, word) &&
                                !held_with_it(f, word) && !among_names(f, word)))
        return ISN_NO_ENT;
    if (isn_find_sense(&hit, f, word, ISN_T_PLACE, false) != NULL &&
        isn_find_hit_pre(f, hit) == ISN_CL_WAW)
        return isn_find_place(f, word); /* وحولا, a town and "they turned" */
    uint32_t last = end_of_joined(f, word, &def);
    if (last == word)
        return ISN_NO_ENT;
    uint8_t reading = isn_find_read_and(f, word, def);
    uint32_t index = push(f, word, last, f->list.type);
    f->ents.ptr[index].reading = reading;
    return index;
}

/* ---- told by what holds them ---------------------------------------------------------------------------------- */

bool isn_find_holds(const isn_find *f, uint32_t word) {
    uint32_t at = word;
    if (at >= f->end || isn_find_break(f, at))
        return false;
    bool in = (isn_find_pre(f, at) & ISN_CL_BEH) != 0;
    if (isn_find_func(f, at, ISN_FN_FI) && open_word(f, at + 1)) {
        in = true;
        at++;
    }
    const isn_hit *hit;
    const isn_sense *s = isn_find_sense(&hit, f, at, ISN_T_PLACEWORD, false);
    if (s == NULL)
        return in && isn_find_has(f, at, ISN_T_PLACE);
    if (isn_find_suffixed(f, hit))
        return false; /* جنوبها */
    switch (isn_find_flags(f, s, ISN_PLACEWORD_USE)) {
    case ISN_PU_DIRECTION: return true;
    case ISN_PU_TYPE:
    case ISN_PU_RURAL:
    case ISN_PU_AREA:
    case ISN_PU_BORDER: return in;
    default: return false;
    }
}

bool isn_find_road_end(const isn_find *f, uint32_t word) {
    if (word < 2 || !isn_find_func(f, word - 1, ISN_FN_BAYN) || f->ents.len == 0)
        return false;
    const isn_entity *road = &f->ents.ptr[f->ents.len - 1];
    const isn_sense *s = isn_find_sense(NULL, f, road->first, ISN_T_PLACEWORD, false);
    return road->kind == ISN_ENT_PLACE && road->last + 1 == word && s != NULL &&
           isn_find_flags(f, s, ISN_PLACEWORD_USE) == ISN_PU_ROAD;
}

uint32_t isn_find_held(isn_find *f, uint32_t word) {
    enum { WORDS = 2 };
    if (word > 0 && isn_find_road_end(f, word) && isn_find_strange(f, word))
        return push(f, word, word + 1, ISN_PT_TOWN);
    if (word == 0 || !isn_find_func(f, word - 1, ISN_FN_FI) || !isn_find_strange(f, word))
        return ISN_NO_ENT;
    uint32_t last = word + 1;
    size_t len;
    while (last < word + WORDS && isn_find_strange(f, last) && *letters(f, last, &len) != ISN_F_WAW)
        last++;
    const uint8_t *p = letters(f, word, &len);
    bool theirs = len > 6 && p[len - 3] == ISN_F_HEH && p[len - 2] == ISN_F_MEEM &&
                  p[len - 1] == ISN_F_ALEF; /* في ساقيهما */
    if (theirs || (!isn_find_holds(f, last) && len < 5))
        return ISN_NO_ENT;
    return push(f, word, last, ISN_PT_TOWN);
}
