/* entity_word.c: what a word can be inside the phrase of an entity: proclitics, article, ends of names,
 * adjectives. See entity.h. */
#include "match/entity.h"

/* صحفي is not "my papers": news has no first or second person's pronoun on a noun. */
static bool first_person(const isn_find *f, const isn_hit *h) {
    uint8_t suf = f->scan->words[h->last - 1].reading[h->tail].suf;
    return suf == ISN_SUF_YA || suf == ISN_SUF_KA || suf == ISN_SUF_NI;
}

const isn_sense *isn_find_first_sense(const isn_hit **hit, const isn_find *f, uint32_t word,
                                      isn_table t, bool plain) {
    for (uint32_t i = f->scan->word_hit[word]; i < f->scan->word_hit[word + 1]; i++) {
        const isn_hit *h = &f->scan->hits[i];
        if (!(h->tables & (1u << t)) || (plain && isn_find_hit_pre(f, h) != 0) ||
            first_person(f, h))
            continue;
        const isn_sense *sense = h->senses;
        while (sense->table != t)
            sense++;
        if (hit != NULL)
            *hit = h;
        return sense;
    }
    return NULL;
}

uint32_t isn_find_longest(const isn_find *f, uint32_t word, uint32_t tables) {
    if (word >= f->end || !(f->scan->word_tables[word] & tables))
        return 0;
    for (uint32_t i = f->scan->word_hit[word]; i < f->scan->word_hit[word + 1]; i++) {
        const isn_hit *h = &f->scan->hits[i]; /* the longest stand first */
        if (h->tables & tables && !first_person(f, h))
            return h->last - h->first;
    }
    return 0;
}

/* ---- letters --------------------------------------------------------------------------------------- */

static const uint8_t *letters(const isn_find *f, uint32_t word, size_t *len) {
    const isn_token *token = &f->scan->text->tokens[f->scan->words[word].token];
    *len = token->fold_len;
    return f->scan->text->fold + token->fold;
}

/* An unknown word: و or ب or ف before ال, and لل, can only be proclitics. */
static unsigned guess_pre(const uint8_t *p, size_t len, bool *def) {
    unsigned pre = 0;
    *def = false;
    if (len >= 4 && p[0] == ISN_F_WAW &&
        ((p[1] == ISN_F_ALEF && p[2] == ISN_F_LAM) || (p[1] == ISN_F_LAM && p[2] == ISN_F_LAM))) {
        pre = ISN_CL_WAW;
        p++, len--;
    }
    if (len >= 4 && p[0] == ISN_F_LAM && p[1] == ISN_F_LAM) {
        *def = true;
        return pre | ISN_CL_LAM;
    }
    if (len >= 5 && (p[0] == ISN_F_BEH || p[0] == ISN_F_FEH || p[0] == ISN_F_KAF) &&
        p[1] == ISN_F_ALEF && p[2] == ISN_F_LAM) {
        pre |= p[0] == ISN_F_BEH ? ISN_CL_BEH : p[0] == ISN_F_FEH ? ISN_CL_FEH : ISN_CL_KAF;
        *def = true;
        return pre;
    }
    *def = len >= 4 && p[0] == ISN_F_ALEF && p[1] == ISN_F_LAM;
    return pre;
}

/* Does a phrase begin at the word? One that stands inside phrases only (the للجيش of a row "كمين للجيش")
 * tells nothing about its clitics. */
static bool begins_phrase(const isn_find *f, uint32_t word) {
    return f->scan->word_hit[word] != f->scan->word_hit[word + 1];
}

/* The reading that the longest phrase at the word takes. */
static const isn_reading *reading_of(const isn_find *f, uint32_t word) {
    return &f->scan->words[word].reading[f->scan->hits[f->scan->word_hit[word]].reading];
}

bool isn_find_alef(const isn_find *f, uint32_t word) {
    const isn_token *t = &f->scan->text->tokens[f->scan->words[word].token];
    const uint8_t *end = isn_token_end(f->scan->text, t);
    return t->fold_len > 3 && end[-1] == ISN_F_ALEF && end[-2] != ISN_F_WAW;
}

unsigned isn_find_pre(const isn_find *f, uint32_t word) {
    bool def;
    size_t len;
    if (word >= f->end)
        return 0;
    if (begins_phrase(f, word))
        return reading_of(f, word)->pre & ~(unsigned)ISN_CL_AL;
    const uint8_t *p = letters(f, word, &len);
    const isn_reading *r = &f->scan->words[word].reading[0];
    bool own = r->suf != ISN_SUF_YA && r->suf != ISN_SUF_KA && r->suf != ISN_SUF_NI;
    unsigned leaning = own ? r->pre & ~(unsigned)ISN_CL_AL : 0; /* كاركوي is no "like my …" */
    return guess_pre(p, len, &def) | leaning;
}

bool isn_find_def(const isn_find *f, uint32_t word) {
    bool def;
    size_t len;
    if (word >= f->end)
        return false;
    if (begins_phrase(f, word))
        return (reading_of(f, word)->pre & ISN_CL_AL) != 0;
    const uint8_t *p = letters(f, word, &len);
    guess_pre(p, len, &def);
    return def;
}

bool isn_find_unknown(const isn_find *f, uint32_t word) {
    if (word >= f->end || f->scan->words[word].kind != ISN_TOK_WORD)
        return false;
    if ((f->scan->word_tables[word] & ~(1u << ISN_T_PERSON)) == 0)
        return true;
    for (uint32_t i = f->scan->word_hit[word]; i < f->scan->word_hit[word + 1]; i++)
        if (!first_person(f, &f->scan->hits[i]))
            return false;
    return begins_phrase(f, word); /* تلكوك is no "they chewed you" */
}

unsigned isn_find_hit_pre(const isn_find *f, const isn_hit *hit) {
    return f->scan->words[hit->first].reading[hit->reading].pre & ~(unsigned)ISN_CL_AL;
}

/* Definite by its article, or by the article of its last word: قوات الأمن. */
bool isn_find_hit_def(const isn_find *f, const isn_hit *hit) {
    if (f->scan->words[hit->first].reading[hit->reading].pre & ISN_CL_AL)
        return true;
    return hit->last > hit->first + 1 && isn_find_def(f, hit->last - 1);
}

bool isn_find_suffixed(const isn_find *f, const isn_hit *hit) {
    return f->scan->words[hit->last - 1].reading[hit->tail].suf != ISN_SUF_NONE;
}

/* ---- ends of names ---------------------------------------------------------------------------------------- */

void isn_find_read_func(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_FUNC, true);
    f->func[word] =
        s != NULL ? (uint8_t)isn_find_flags(f, s, ISN_FUNC_KIND) : (uint8_t)ISN_FIND_NO_FUNC;
}

static bool verbal(uint16_t form) {
    unsigned kind = form & ISN_FORM_KIND;
    return kind == ISN_FORM_PERF || kind == ISN_FORM_IMPF;
}

/* نصر، وعد: a name where names stand, and nothing to a verb. */
static bool only_given(const isn_find *f, const isn_sense *s) {
    return s->table == ISN_T_CUE && isn_find_flags(f, s, ISN_CUE_KIND) == ISN_CUE_GIVEN;
}

/* Only as a verb: a form that is a noun too (دعم، قصف) may stand in a name. */
bool isn_find_verb(const isn_find *f, uint32_t word) {
    const uint32_t verbs = 1u << ISN_T_TRIGGER | 1u << ISN_T_SPEECH | 1u << ISN_T_CUE;
    bool verb = false;
    if (word >= f->end || !(f->scan->word_tables[word] & verbs))
        return false;
    for (uint32_t i = f->scan->word_hit[word]; i < f->scan->word_hit[word + 1]; i++) {
        const isn_hit *h = &f->scan->hits[i];
        for (unsigned k = 0; k < h->nsenses && !first_person(f, h); k++) {
            if (verbal(h->senses[k].form))
                verb = true;
            else if (h->last == word + 1 && !only_given(f, &h->senses[k]))
                return false;
        }
    }
    return verb;
}

bool isn_find_can_verb(const isn_find *f, uint32_t word) {
    const uint32_t verbs = 1u << ISN_T_TRIGGER | 1u << ISN_T_SPEECH;
    if (!(f->scan->word_tables[word] & verbs) || isn_find_def(f, word))
        return false;
    for (uint32_t i = f->scan->word_hit[word]; i < f->scan->word_hit[word + 1]; i++)
        for (unsigned k = 0; k < f->scan->hits[i].nsenses; k++)
            if (verbal(f->scan->hits[i].senses[k].form))
                return true;
    return false;
}

static bool opens_clause(const isn_find *f, uint32_t word) {
    if (f->scan->words[word].flags & (ISN_WF_STOP | ISN_WF_COMMA | ISN_WF_QUOTE | ISN_WF_COLON))
        return true;
    const isn_sense *s = isn_find_sense(NULL, f, word - 1, ISN_T_FUNC, false);
    if (s == NULL)
        return false;
    int32_t kind = isn_find_flags(f, s, ISN_FUNC_KIND);
    return kind == ISN_FN_WHO || kind == ISN_FN_QAD || kind == ISN_FN_KANA ||
           kind == ISN_FN_WHILE || kind == ISN_FN_WHERE || kind == ISN_FN_LAM ||
           kind == ISN_FN_LAN || kind == ISN_FN_WHICH;
}

/* فرق الإسعاف: a phrase of several words is no verb. */
static bool long_name(const isn_find *f, uint32_t word) {
    const uint32_t names = 1u << ISN_T_ACTOR | 1u << ISN_T_ORGWORD | 1u << ISN_T_TITLE |
                           1u << ISN_T_PLACE | 1u << ISN_T_COUNTRY | 1u << ISN_T_PEOPLE |
                           1u << ISN_T_OUTLET;
    return isn_find_longest(f, word, names) > 1;
}

/* "طالب المحافظ" demands; "قال طالب" is a student. */
bool isn_find_clause_verb(const isn_find *f, uint32_t word) {
    const uint32_t verbs = 1u << ISN_T_TRIGGER | 1u << ISN_T_SPEECH | 1u << ISN_T_CUE;
    if (!(f->scan->word_tables[word] & verbs) || isn_find_def(f, word) || long_name(f, word))
        return false;
    if (word > 0 && !isn_find_break(f, word) &&
        (isn_find_func(f, word - 1, ISN_FN_FI) || isn_find_func(f, word - 1, ISN_FN_ILA)))
        return false; /* في وادي كذا: not و + أدي */
    if (word > 0 && !isn_find_break(f, word) && isn_find_has(f, word, ISN_T_PLACEWORD) &&
        word + 1 < f->end &&
        !(f->scan->text->tokens[f->scan->words[word].token].flags & ISN_TF_MAKSURA) &&
        !isn_find_break(f, word + 1) && isn_find_pre(f, word + 1) == 0 &&
        isn_find_sense(NULL, f, word, ISN_T_PLACEWORD, true) != NULL)
        return false; /* قصفت المدفعية وادي كذا; not سد الجنود المدخل */
    bool people = isn_find_has(f, word, ISN_T_PEOPLE);
    const isn_sense *body = isn_find_sense(NULL, f, word, ISN_T_ORGWORD, true);
    if (body != NULL && (body->form & ISN_FORM_CONSTRUCT) && isn_find_def(f, word + 1))
        return false; /* وزارتا الدفاع: not و + زارتا */
    const isn_sense *was = word > 0 && isn_find_has(f, word, ISN_T_TITLE)
                               ? isn_find_sense(NULL, f, word - 1, ISN_T_FUNC, false)
                               : NULL;
    if (was != NULL && isn_find_flags(f, was, ISN_FUNC_KIND) == ISN_FN_KANA &&
        isn_find_def(f, word + 1))
        return false; /* كان حاكم المنطقة أفاد: a governor, not "tried" */
    const isn_hit *man;
    if (people && word > 0 && !isn_find_break(f, word) &&
        isn_find_sense(&man, f, word, ISN_T_PEOPLE, false) != NULL &&
        isn_find_hit_pre(f, man) == 0 && isn_find_pre(f, word) == 0 &&
        (isn_find_func(f, word - 1, ISN_FN_ALA) || isn_find_alef(f, word) ||
         isn_find_has(f, word - 1, ISN_T_TRIGGER)))
        return false; /* على فرد من الشرطة: not ف + رد */
    for (uint32_t i = f->scan->word_hit[word]; i < f->scan->word_hit[word + 1]; i++) {
        const isn_hit *h = &f->scan->hits[i];
        unsigned pre = isn_find_hit_pre(f, h);
        for (unsigned k = 0; k < h->nsenses; k++)
            if (verbal(h->senses[k].form) && !(pre & (ISN_CL_BEH | ISN_CL_KAF)) &&
                !(people && h->senses[k].form & ISN_FORM_PERSON) && /* وابنته: his daughter */
                ((pre & (ISN_CL_WAW | ISN_CL_FEH)) || opens_clause(f, word)))
                return true;
    }
    return false;
}

/* استهداف مسلحين لدورية عسكرية: behind the noun of a deed and its doers, ل tells what it is done to, not whose they are. */
bool isn_find_done_to(const isn_find *f, uint32_t head, uint32_t nested) {
    const isn_entity *n = &f->ents.ptr[nested];
    if (head == 0 || isn_find_break(f, head) || isn_find_pre(f, head) != 0 ||
        isn_find_def(f, head) || n->flags & ISN_EF_NAMED || n->country != ISN_NO_ROW ||
        isn_find_pre(f, n->first) != ISN_CL_LAM || isn_find_def(f, n->first) ||
        !isn_find_has(f, head - 1, ISN_T_TRIGGER) || isn_find_verb(f, head - 1))
        return false;
    const isn_sense *deed = isn_find_sense(NULL, f, head - 1, ISN_T_TRIGGER, false);
    int32_t event = deed != NULL ? isn_find_flags(f, deed, ISN_TRIGGER_EVENT) : 0;
    return (event == ISN_EV_ASSAULT || event == ISN_EV_COERCE) &&
           !(isn_find_flags(f, deed, ISN_TRIGGER_FLAGS) & ISN_TG_CASUALTY);
}

bool isn_find_in_date(const isn_find *f, uint32_t word) {
    return f->dates != NULL && f->dates->at != NULL && f->dates->at[word] != UINT32_MAX;
}

/* بتهمة، للاشتباه: what somebody is charged with is no part of his name. */
static bool accuses(const isn_find *f, uint32_t word) {
    const isn_sense *s =
        isn_find_has(f, word, ISN_T_CUE) ? isn_find_sense(NULL, f, word, ISN_T_CUE, false) : NULL;
    return s != NULL && isn_find_flags(f, s, ISN_CUE_KIND) == ISN_CUE_ACCUSATION;
}

bool isn_find_stop(const isn_find *f, uint32_t word) {
    if (word >= f->end || f->scan->words[word].kind != ISN_TOK_WORD || accuses(f, word))
        return true;
    if (isn_find_has(f, word, ISN_T_FUNC) &&
        isn_find_sense(NULL, f, word, ISN_T_FUNC, true) != NULL)
        return true;
    const uint32_t ends =
        1u << ISN_T_BOUND | 1u << ISN_T_ATTRIB | 1u << ISN_T_MONTH | 1u << ISN_T_NUMERAL;
    if ((f->scan->word_tables[word] & ends) && !isn_find_has(f, word, ISN_T_NAME))
        return true;
    return isn_find_in_date(f, word) || isn_find_verb(f, word);
}

uint32_t isn_find_quoted(const isn_find *f, uint32_t word, uint32_t most) {
    if (word >= f->end || !(f->scan->words[word].flags & ISN_WF_QUOTE))
        return 0;
    for (uint32_t k = word + 1; k <= word + most && k <= f->end; k++) {
        if (k == f->end || f->scan->words[k].sentence != f->scan->words[word].sentence)
            return k;
        if (f->scan->words[k].flags & ISN_WF_UNQUOTE)
            return k;
        if (f->scan->words[k].flags & ISN_WF_BREAK & ~(unsigned)ISN_WF_DASH)
            return 0;
    }
    return 0;
}

uint32_t isn_find_bracketed(const isn_find *f, uint32_t word, uint32_t most) {
    if (word >= f->end || (f->scan->words[word].flags & ISN_WF_BREAK) != ISN_WF_PAREN)
        return 0;
    for (uint32_t k = word; k < word + most && k < f->end; k++) {
        bool last = k + 1 == f->end || f->scan->words[k + 1].flags & (ISN_WF_UNPAREN | ISN_WF_STOP);
        if (f->scan->words[k].kind != ISN_TOK_WORD || isn_find_has(f, k, ISN_T_BOUND) ||
            isn_find_has(f, k, ISN_T_NUMERAL) || isn_find_has(f, k, ISN_T_SPEECH) ||
            (k > word && f->scan->words[k].flags & ISN_WF_BREAK))
            return 0;
        if (last)
            return k + 1;
    }
    return 0;
}

bool isn_find_said(const isn_find *f, uint32_t word) {
    const uint32_t says = 1u << ISN_T_SPEECH | 1u << ISN_T_ATTRIB;
    if (word == 0 || f->scan->words[word - 1].sentence != f->scan->words[word].sentence)
        return false;
    uint32_t tables = f->scan->word_tables[word - 1];
    if (!(tables & (says | 1u << ISN_T_FUNC)))
        return false;
    uint8_t func = isn_find_func_of(f, word - 1);
    if (func == ISN_FN_CARRIES)
        return false; /* تقل are no words */
    if (tables & says)
        return true;
    bool from = func == ISN_FN_MIN, to = func == ISN_FN_ILA;
    if (word < 2 || !(from || to || func == ISN_FN_AN))
        return false;
    for (uint32_t w = word - 1; w-- > 0 && word - w < 7;) { /* نقلت وكالة كذا عن فلان */
        if (f->scan->words[w + 1].flags & ISN_WF_BREAK ||
            f->scan->words[w].sentence != f->scan->words[word].sentence)
            return false;
        if (!(f->scan->word_tables[w] & says))
            continue;
        if (!from && !to)
            return true;
        const isn_sense *s = isn_find_sense(NULL, f, w, ISN_T_SPEECH, false);
        int32_t act = s != NULL ? isn_find_flags(f, s, ISN_SPEECH_ACT) : -1;
        return act == (from ? ISN_ACT_HEAR : ISN_ACT_ASCRIBE);
    }
    return false;
}

bool isn_find_in(const isn_find *f, uint32_t word) {
    if (isn_find_pre(f, word) & (ISN_CL_BEH | ISN_CL_LAM))
        return true;
    if (word == 0 || isn_find_break(f, word))
        return false;
    const isn_sense *s = isn_find_sense(NULL, f, word - 1, ISN_T_FUNC, false);
    if (s != NULL) {
        int32_t kind = isn_find_flags(f, s, ISN_FUNC_KIND);
        return kind == ISN_FN_FI || kind == ISN_FN_ILA || kind == ISN_FN_MIN || kind == ISN_FN_ALA;
    }
    s = isn_find_sense(NULL, f, word - 1, ISN_T_PLACEWORD, false);
    int32_t use = s != NULL ? isn_find_flags(f, s, ISN_PLACEWORD_USE) : ISN_PU_SITE;
    return use != ISN_PU_SITE && use != ISN_PU_ROAD && use != ISN_PU_PART;
}

/* ---- adjectives ------------------------------------------------------------------------------------------- */

/* An unknown definite word after a definite noun is its adjective when it has the shape of one:
 * القتالية، الانتقالي (ي at the end), المسلحة، المتطرفون (ال + م). */
static bool adjective_shape(const isn_find *f, uint32_t word) {
    size_t len;
    const uint8_t *p = letters(f, word, &len);
    if (len < 5 || p[0] != ISN_F_ALEF || p[1] != ISN_F_LAM)
        return false;
    uint8_t last = p[len - 1], before = p[len - 2];
    if (last == ISN_F_YEH || (last == ISN_F_HEH && before == ISN_F_YEH))
        return true;
    if ((last == ISN_F_NOON || last == ISN_F_TEH) && len >= 6 && p[len - 3] == ISN_F_YEH)
        return true;
    if (last == ISN_F_HAMZA && before == ISN_F_ALEF)
        return len == 7 && p[2] != ISN_F_ALEF; /* الحمراء, no الإدلاء */
    return p[2] == ISN_F_MEEM && len >= 6 && last == ISN_F_HEH;
}

/* أمهلت إيكواس الانقلابيين: several men are no adjective of a body. */
static bool people_plural(const isn_find *f, uint32_t word) {
    size_t len;
    const uint8_t *p = letters(f, word, &len);
    return len >= 6 && p[len - 1] == ISN_F_NOON &&
           (p[len - 2] == ISN_F_WAW || p[len - 2] == ISN_F_YEH);
}

static void take_modifier(isn_mods *m, const isn_find *f, const isn_sense *s) {
    uint8_t sector = (uint8_t)isn_find_flags(f, s, ISN_ORGWORD_SECTOR);
    uint8_t role = (uint8_t)isn_find_flags(f, s, ISN_ORGWORD_ROLE);
    int32_t inter = isn_find_flags(f, s, ISN_ORGWORD_INTER);
    m->medic |= role == ISN_LINK_MEDIC;
    m->military |= sector == ISN_SEC_MIL;
    if (sector != ISN_SEC_NONE && m->sector == ISN_SEC_NONE)
        m->sector = sector;
    if (inter > 0 && m->inter == 0)
        m->inter = (uint8_t)inter;
    if (role != ISN_LINK_NONE && (m->role == ISN_LINK_NONE || m->role == ISN_LINK_UNKNOWN))
        m->role = role;
}

/* A plural of persons (العراقيين، الصحافيين) is no adjective of a body: "أوقفت السلطات الصحافيين". */
static bool persons(const isn_hit *hit, const isn_sense *s) {
    bool persons = true;
    for (unsigned k = 0; k < hit->nsenses; k++)
        if (hit->senses[k].table == s->table && hit->senses[k].row == s->row)
            persons &= (hit->senses[k].form & ISN_FORM_NUMBER) != ISN_FORM_SG &&
                       !(hit->senses[k].form & ISN_FORM_FEM) &&
                       (hit->senses[k].form & ISN_FORM_KIND) != ISN_FORM_NAME;
    return persons;
}

/* الرسمي: definite, with the ي of an adjective. */
static bool masculine_adjective(const isn_find *f, uint32_t word) {
    size_t len;
    const uint8_t *p = letters(f, word, &len);
    return len >= 6 && p[0] == ISN_F_ALEF && p[1] == ISN_F_LAM && p[len - 1] == ISN_F_YEH &&
           !isn_find_break(f, word + 1);
}

/* اتهم الحوثيون السعودية: several men do not agree with a land's name, which is no adjective of them. */
static bool names_land(const isn_find *f, uint32_t word) {
    if (word == 0 || !isn_find_has(f, word, ISN_T_COUNTRY) || !isn_find_def(f, word - 1))
        return false;
    const isn_token *token = &f->scan->text->tokens[f->scan->words[word].token];
    return token->flags & ISN_TF_TEH_MARBUTA && people_plural(f, word - 1) &&
           (isn_find_has(f, word - 1, ISN_T_ACTOR) || isn_find_has(f, word - 1, ISN_T_PEOPLE) ||
            isn_find_has(f, word - 1, ISN_T_NATION) || isn_find_has(f, word - 1, ISN_T_CASUALTY));
}

static bool nation(isn_mods *m, const isn_find *f, uint32_t word, bool def, bool human) {
    const isn_hit *hit;
    const isn_sense *s = isn_find_sense(&hit, f, word, ISN_T_NATION, true);
    if (s == NULL || isn_find_hit_def(f, hit) != def || (!human && persons(hit, s)) ||
        names_land(f, word))
        return false;
    int32_t row = isn_find_flags(f, s, ISN_NATION_COUNTRY);
    if (row == ISN_NO_INT && isn_find_has(f, word, ISN_T_ORGWORD))
        return false; /* أممي: whose, and of no land */
    if (s->form & ISN_FORM_FEM && word > 0 && isn_find_has(f, word, ISN_T_COUNTRY) &&
        masculine_adjective(f, word - 1))
        return false; /* اتهم ناطقها الرسمي السعودية: the land */
    m->national = true;
    if (row != ISN_NO_INT && m->country == ISN_NO_ROW)
        m->country = (uint32_t)row;
    m->last = hit->last;
    return true;
}

/* الناشط الحقوقي سامر: a definite word with a person's name after it, or after its adjectives, is his title. */
static bool leads_to_name(const isn_find *f, uint32_t word) {
    uint32_t k = word + 1;
    while (k < word + 4 && !isn_find_break(f, k) && isn_find_def(f, k))
        k++;
    return !isn_find_break(f, k) && isn_find_has(f, k, ISN_T_NAME) && !isn_find_stop(f, k);
}

static bool modifier(isn_mods *m, const isn_find *f, uint32_t word, bool def, bool human) {
    const isn_hit *hit;
    const isn_sense *s = isn_find_sense(&hit, f, word, ISN_T_ORGWORD, true);
    if (s != NULL && def && !human && isn_find_has(f, word, ISN_T_PEOPLE) && leads_to_name(f, word))
        return false;
    for (unsigned k = 0; s != NULL && k < hit->nsenses; k++) {
        const isn_sense *one = &hit->senses[k];
        if (one->table != ISN_T_ORGWORD ||
            !(isn_find_flags(f, one, ISN_ORGWORD_FLAGS) & ISN_AF_MODIFIER) ||
            (hit->last == word + 1 && isn_find_hit_def(f, hit) != def) ||
            (hit->last > word + 1 && def && isn_find_alef(f, word)) || /* أوقفت الشرطة مشتبها به */
            (!human && persons(hit, one)))
            continue;
        take_modifier(m, f, one);
        m->last = hit->last;
        return true;
    }
    return false;
}

/* الحوثية after a definite body, حوثية after another: the name of an actor as an adjective. */
static bool actor_adjective(isn_mods *m, const isn_find *f, uint32_t word, bool def, bool human) {
    const isn_hit *hit;
    const isn_sense *s = isn_find_sense(&hit, f, word, ISN_T_ACTOR, true);
    size_t len;
    if (s == NULL || human || hit->last != word + 1 || isn_find_hit_def(f, hit) != def)
        return false;
    const uint8_t *p = letters(f, word, &len);
    bool he = len > 3 && p[len - 1] == ISN_F_YEH && /* صاروخ حوثي، القيادي الحوثي فلان */
              (!def || (isn_find_has(f, word - 1, ISN_T_TITLE) && !isn_find_break(f, word + 1) &&
                        isn_find_has(f, word + 1, ISN_T_NAME)));
    if (!he && (len < (def ? 6u : 5u) || p[len - 1] != ISN_F_HEH || p[len - 2] != ISN_F_YEH))
        return false;
    m->actor = s;
    m->last = hit->last;
    return true;
}

/* اعتقلت السلطات الناشط، قوات الأمن الصحفي: behind forces, courts and authorities he that speaks and writes is no adjective. */
static bool object_of_force(const isn_find *f, uint32_t word) {
    const isn_sense *s = word > 0 && isn_find_def(f, word)
                             ? isn_find_sense(NULL, f, word, ISN_T_PEOPLE, true)
                             : NULL;
    if (s == NULL)
        return false;
    int32_t sector = isn_find_flags(f, s, ISN_PEOPLE_SECTOR);
    const isn_token *token = &f->scan->text->tokens[f->scan->words[word].token];
    if ((sector != ISN_SEC_JRN && sector != ISN_SEC_SOC) || token->flags & ISN_TF_TEH_MARBUTA)
        return false;
    for (uint32_t back = 1; back <= 2 && back <= word; back++) {
        const isn_hit *hit;
        const isn_sense *head = isn_find_sense(&hit, f, word - back, ISN_T_ORGWORD, false);
        if (head == NULL || hit->last != word)
            continue;
        int32_t whose = isn_find_flags(f, head, ISN_ORGWORD_SECTOR);
        if (whose == ISN_SEC_COP || whose == ISN_SEC_MIL || whose == ISN_SEC_JUD ||
            (whose == ISN_SEC_GOV && isn_find_sound_plural(f->scan, word - 1)))
            return true;
    }
    return false;
}

static bool other(isn_mods *m, const isn_find *f, uint32_t word, bool def, bool human) {
    const isn_hit *hit;
    const isn_sense *s = isn_find_sense(&hit, f, word, ISN_T_PEOPLE, true);
    if (s != NULL && (isn_find_flags(f, s, ISN_PEOPLE_FLAGS) & ISN_PF_ADJ) &&
        isn_find_hit_def(f, hit) == def && !isn_find_suffixed(f, hit) &&
        (human || (!persons(hit, s) && !(def && leads_to_name(f, word))))) {
        uint8_t sector = (uint8_t)isn_find_flags(f, s, ISN_PEOPLE_SECTOR);
        if (m->sector == ISN_SEC_NONE)
            m->sector = sector;
        m->last = hit->last;
        return true;
    }
    s = isn_find_sense(&hit, f, word, ISN_T_PLACEWORD, true);
    if (def && s != NULL && (s->form & ISN_FORM_KIND) == ISN_FORM_ADJ && isn_find_hit_def(f, hit)) {
        m->last = hit->last;
        return true;
    }
    if (def && isn_find_unknown(f, word) && isn_find_def(f, word) && isn_find_pre(f, word) == 0 &&
        adjective_shape(f, word) && (human || !people_plural(f, word))) {
        m->last = word + 1;
        return true;
    }
    return false;
}

/* رتلا عسكريا غربي الأنبار: where it is, no adjective. */
static bool leads_to_place(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_PLACEWORD, true);
    if (s == NULL || isn_find_flags(f, s, ISN_PLACEWORD_USE) != ISN_PU_DIRECTION ||
        isn_find_def(f, word) || isn_find_break(f, word + 1))
        return false;
    return isn_find_has(f, word + 1, ISN_T_PLACE) || isn_find_has(f, word + 1, ISN_T_COUNTRY) ||
           isn_find_has(f, word + 1, ISN_T_PLACEWORD);
}

/* الخارجية المصرية السفير الإثيوبي, الحكومة السفير: a man who does not agree with the body before him, or who after a
 * nation's adjective has a nation of his own, is somebody else. */
static bool somebody_else(const isn_mods *m, const isn_find *f, uint32_t word, bool human) {
    const isn_token *token = f->scan->text->tokens;
    const isn_word *at = &f->scan->words[word];
    if ((!m->national && human) || word == 0 || !isn_find_has(f, word, ISN_T_PEOPLE) ||
        !isn_find_def(f, word) || token[at->token].flags & ISN_TF_TEH_MARBUTA)
        return false;
    if (!m->national)
        return isn_find_sound_plural(f->scan, word - 1) || /* المخابرات المصور */
               (token[at[-1].token].flags & ISN_TF_TEH_MARBUTA &&
                isn_find_has(f, word, ISN_T_TITLE));
    return token[at[-1].token].flags & ISN_TF_TEH_MARBUTA ||
           (!isn_find_break(f, word + 1) && isn_find_def(f, word + 1) &&
            isn_find_sense(NULL, f, word + 1, ISN_T_NATION, true) != NULL);
}

/* وزير خارجية بريطانيا المعارضة، الوزير المعارضة: right behind a land's name or a man's office the noun of a body, which is no
 * part of either. */
bool isn_find_body_behind(const isn_find *f, uint32_t word) {
    const isn_token *token = f->scan->text->tokens;
    if (word == 0 || word >= f->end || !isn_find_def(f, word) ||
        !(token[f->scan->words[word].token].flags & ISN_TF_TEH_MARBUTA))
        return false;
    bool man = isn_find_has(f, word - 1, ISN_T_TITLE) &&
               !(token[f->scan->words[word - 1].token].flags & ISN_TF_TEH_MARBUTA);
    if (!man && !isn_find_has(f, word - 1, ISN_T_COUNTRY))
        return false;
    for (uint32_t h = f->scan->word_hit[word]; h < f->scan->word_hit[word + 1]; h++)
        for (unsigned i = 0; i < f->scan->hits[h].nsenses; i++) {
            const isn_sense *s = &f->scan->hits[h].senses[i];
            if (s->table == ISN_T_ORGWORD && isn_find_flags(f, s, ISN_ORGWORD_FLAGS) & ISN_AF_HEAD)
                return true;
        }
    return false;
}

isn_mods isn_find_mods(const isn_find *f, uint32_t word, bool def, bool human) {
    isn_mods m = {.last = word, .country = ISN_NO_ROW};
    while (m.count < 5 && !isn_find_break(f, m.last) &&
           !(f->scan->words[m.last].flags & ISN_WF_QUOTE) && !leads_to_place(f, m.last) &&
           !isn_find_in_date(f, m.last) && !somebody_else(&m, f, m.last, human) &&
           !isn_find_body_behind(f, m.last) && (human || !def || !object_of_force(f, m.last))) {
        if (!nation(&m, f, m.last, def, human) && !modifier(&m, f, m.last, def, human) &&
            !actor_adjective(&m, f, m.last, def, human) && !other(&m, f, m.last, def, human))
            break;
        m.count++;
    }
    return m;
}
