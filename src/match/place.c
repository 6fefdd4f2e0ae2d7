/* place.c: places: names of the gazetteer with the words before them (شمالي مدينة الرقة), unknown names after a
 * word that says what they are (قرية أم الكرامي), sites (فندق "النجمة"). place_unknown.c reads those that nothing
 * names, place_settle.c what the whole text decides about them. See entity.h. */
#include "match/entity.h"

#include <string.h>

typedef struct place {
    uint32_t at, name_first, name_last, told; /* told: after بالقرب من and the like */
    const isn_sense *name;                    /* PLACE or COUNTRY */
    uint32_t country;
    uint8_t type; /* ISN_PT_* told by a word */
    bool near, direction, rural, site, road, area, border, head, def, cued, modified, plural,
        opened, suffixed, called;
} place;

static uint8_t use_of(const isn_find *f, const isn_sense *s) {
    return (uint8_t)isn_find_flags(f, s, ISN_PLACEWORD_USE);
}

static bool same_sentence(const isn_find *f, uint32_t a, uint32_t b) {
    return b < f->end && f->scan->words[a].sentence == f->scan->words[b].sentence;
}

static bool open_word(const isn_find *f, uint32_t word) {
    return !isn_find_break(f, word) && f->scan->words[word].kind == ISN_TOK_WORD;
}

/* ---- names ------------------------------------------------------------------------------------------- */

static bool needs_cue(const isn_find *f, const isn_sense *s) {
    return s != NULL && s->table == ISN_T_PLACE &&
           isn_lex_int(f->lex, ISN_T_PLACE, s->row, ISN_PLACE_CUE) == 1;
}

/* Of places of one name that which needs no word beside it: الجنينة is Darfur's before it is a village. */
static const isn_sense *known_alone(const isn_find *f, const isn_hit *hit, const isn_sense *s) {
    for (unsigned i = 0; needs_cue(f, s) && i < hit->nsenses; i++)
        if (hit->senses[i].table == ISN_T_PLACE && !needs_cue(f, &hit->senses[i]))
            return &hit->senses[i];
    return s;
}

static bool part_of_name(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_PLACEWORD, true);
    return s != NULL && use_of(f, s) == ISN_PU_PART;
}

/* قرية تل سوسين: no village تل. */
static bool goes_on(const isn_find *f, const isn_hit *hit) {
    return part_of_name(f, hit->last - 1) && open_word(f, hit->last) &&
           isn_find_pre(f, hit->last) == 0 && !isn_find_stop(f, hit->last) &&
           (isn_find_unknown(f, hit->last) || isn_find_def(f, hit->last) ||
            isn_find_has(f, hit->last, ISN_T_NAME)); /* بئر أحمد */
}

/* عقاباً، ملكاً: a noun in the accusative, and no town عقابا. */
static bool accusative(const isn_find *f, uint32_t word) {
    return f->scan->text->tokens[f->scan->words[word].token].flags & ISN_TF_TANWIN;
}

static bool has_tanwin(const isn_find *f, const isn_hit *hit) {
    return accusative(f, hit->last - 1);
}

/* The longest gazetteer hit; PLACE before COUNTRY unless the country is named, not its capital. */
static const isn_sense *name_here(const isn_hit **hit, const isn_find *f, uint32_t word, bool plain,
                                  bool want_place) {
    const isn_hit *a = NULL, *b = NULL;
    const isn_sense *p = isn_find_sense(&a, f, word, ISN_T_PLACE, plain);
    const isn_sense *c = isn_find_sense(&b, f, word, ISN_T_COUNTRY, plain);
    p = p != NULL ? known_alone(f, a, p) : p;
    if (p != NULL && (goes_on(f, a) || has_tanwin(f, a)))
        p = NULL;
    if (p != NULL && c != NULL) {
        bool capital = c->alt >= ISN_ALT_SECOND;
        bool take_place = a->last != b->last ? a->last > b->last : capital || want_place;
        *hit = take_place ? a : b;
        return take_place ? p : c;
    }
    *hit = p != NULL ? a : b;
    return p != NULL ? p : c;
}

static bool capital_here(const isn_find *f, uint32_t word, uint32_t last) {
    const isn_hit *hit;
    const isn_sense *c = isn_find_sense(&hit, f, word, ISN_T_COUNTRY, false);
    return c != NULL && hit->last == last && c->alt >= ISN_ALT_SECOND;
}

/* كبرى is no Burri: with so short a name ك belongs to the word. Nor is بحجة in Hajja: cues.tsv has it as it stands. */
static bool cut_from_word(const isn_find *f, const isn_hit *hit) {
    unsigned pre = isn_find_hit_pre(f, hit);
    if (pre & ISN_CL_BEH && isn_find_has(f, hit->first, ISN_T_CUE) &&
        isn_find_sense(NULL, f, hit->first, ISN_T_CUE, true) != NULL)
        return true;
    return pre & ISN_CL_KAF && f->scan->text->tokens[f->scan->words[hit->first].token].fold_len < 6;
}

/* A word of the language as it stands, with nothing cut off. */
static bool whole_word(const isn_find *f, uint32_t word) {
    isn_segment cut[ISN_SEGMENTS];
    const isn_token *token = &f->scan->text->tokens[f->scan->words[word].token];
    unsigned n = isn_lex_segment(cut, f->lex, f->scan->text, token);
    for (unsigned i = 0; i < n; i++)
        if (cut[i].known != ISN_KNOWN_NOT && cut[i].pre == 0 && cut[i].suf == ISN_SUF_NONE)
            return true;
    return false;
}

/* قرية شوري: behind a noun in ة a word without it is no quality of it. */
static bool disagrees(const isn_find *f, uint32_t word, const place *head) {
    const isn_token *t = &f->scan->text->tokens[f->scan->words[word].token];
    const isn_token *noun =
        word > 0 ? &f->scan->text->tokens[f->scan->words[word - 1].token] : NULL;
    return noun != NULL && !head->plural && !isn_find_break(f, word) &&
           noun->flags & ISN_TF_TEH_MARBUTA && !(t->flags & ISN_TF_TEH_MARBUTA);
}

/* أحياء مكتظة، منطقة سكنية، بلدة مجاورة: an adjective by its ending, after a plural any word of the language in ة. */
static bool indefinite_adjective(const isn_find *f, uint32_t word, const place *head) {
    const isn_token *t = &f->scan->text->tokens[f->scan->words[word].token];
    const uint8_t *p = f->scan->text->fold + t->fold;
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_ORGWORD, true);
    if (s != NULL && (isn_find_flags(f, s, ISN_ORGWORD_FLAGS) & ISN_AF_MODIFIER))
        return true;
    if (t->fold_len < 4 || isn_find_def(f, word))
        return false;
    if (p[t->fold_len - 1] == ISN_F_YEH && !(t->flags & ISN_TF_MAKSURA)) /* حي سكني */
        return whole_word(f, word);
    if (t->fold_len < 5 || p[t->fold_len - 1] != ISN_F_HEH)
        return false;
    if (p[t->fold_len - 2] == ISN_F_YEH)
        return true;
    return t->flags & ISN_TF_TEH_MARBUTA && (head->plural || p[0] == ISN_F_MEEM) &&
           !isn_find_foreign(f, word, 0);
}

static bool compound(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_NAME, true);
    return s != NULL && isn_find_flags(f, s, ISN_NAME_USE) != ISN_NU_NONE;
}

static bool begins_with_and(const isn_find *f, uint32_t word) {
    const isn_token *t = &f->scan->text->tokens[f->scan->words[word].token];
    if (t->fold_len < 3 || f->scan->text->fold[t->fold] != ISN_F_WAW)
        return false;
    const isn_hit *hit; /* رحوم وأم صهريج: و and a part of a name */
    return t->fold_len > 3 || (isn_find_sense(&hit, f, word, ISN_T_NAME, false) != NULL &&
                               isn_find_hit_pre(f, hit) & ISN_CL_WAW);
}

/* قرية كذا الواقعة جنوب كذا */
static bool tells_how_it_lies(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_PLACEWORD, true);
    return s != NULL && (use_of(f, s) == ISN_PU_LIES || use_of(f, s) == ISN_PU_BESIDE);
}

/* قرية دونكون التابعة لبلدية كذا: a word of the language with a preposition behind it is no part of the name. */
static bool describes(const isn_find *f, uint32_t word) {
    if (tells_how_it_lies(f, word))
        return true;
    if (isn_find_foreign(f, word, 0) || !open_word(f, word + 1))
        return false;
    if (isn_find_pre(f, word + 1) & (ISN_CL_LAM | ISN_CL_BEH))
        return true;
    const isn_sense *s = isn_find_sense(NULL, f, word + 1, ISN_T_FUNC, false);
    return s != NULL && isn_find_flags(f, s, ISN_FUNC_KIND) <= ISN_FN_BI;
}

/* المسلحين، المتمردين */
static bool armed_men(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_PEOPLE, true);
    return s != NULL &&
           (s->form & ISN_FORM_NUMBER) != ISN_FORM_SG && /* dual and plural look alike */
           isn_find_flags(f, s, ISN_PEOPLE_SIDE) == ISN_SIDE_ARMED;
}

/* مقر الحزب الديمقراطي، مواقع المسلحين: the body or the men whose the house is, and no name of it. */
static bool owner_follows(const isn_find *f, uint32_t word) {
    bool men = armed_men(f, word);
    if (word == 0 || !isn_find_has(f, word - 1, ISN_T_SITE) ||
        !(men || f->scan->word_tables[word] & (1u << ISN_T_ACTOR | 1u << ISN_T_ORGWORD)))
        return false;
    const isn_sense *site = isn_find_sense(NULL, f, word - 1, ISN_T_SITE, false);
    const isn_sense *s = men ? NULL : isn_find_sense(NULL, f, word, ISN_T_ORGWORD, true);
    return site != NULL && isn_find_flags(f, site, ISN_SITE_SECTOR) == ISN_SEC_NONE &&
           (s == NULL || !(isn_find_flags(f, s, ISN_ORGWORD_FLAGS) & ISN_AF_MODIFIER));
}

/* A finite verb that says more than "he did". */
static bool conjugated(uint16_t form) {
    unsigned kind = form & ISN_FORM_KIND;
    return kind == ISN_FORM_IMPF ||
           (kind == ISN_FORM_PERF &&
            (form & (ISN_FORM_FEM | ISN_FORM_PERSON) || (form & ISN_FORM_NUMBER) != ISN_FORM_SG));
}

/* في بلدة عبا بقضاء كذا: whatever else the word may be, where the larger place stands right behind it. Not مدينة ساحلية جنوب
 * البلاد, and no verb in the present. */
static bool between_places(const isn_find *f, uint32_t word, const place *p) {
    const uint32_t words = 1u << ISN_T_FUNC | 1u << ISN_T_DATEWORD | 1u << ISN_T_NUMERAL |
                           1u << ISN_T_PLACEWORD | 1u << ISN_T_NATION | 1u << ISN_T_SPEECH |
                           1u << ISN_T_BOUND | 1u << ISN_T_ORGWORD;
    if (p->def || p->plural || p->site || p->area || p->rural || isn_find_pre(f, word) != 0 ||
        f->scan->word_tables[word] & words || indefinite_adjective(f, word, p) ||
        !isn_find_holds(f, word + 1))
        return false;
    for (uint32_t h = f->scan->word_hit[word]; h < f->scan->word_hit[word + 1]; h++)
        for (unsigned i = 0; i < f->scan->hits[h].nsenses; i++)
            if (conjugated(f->scan->hits[h].senses[i].form))
                return false;
    return true;
}

/* One person by an office or a calling: الصحفي، النائب; not النساء. */
static bool one_person(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_PEOPLE, true);
    if (s == NULL)
        s = isn_find_sense(NULL, f, word, ISN_T_TITLE, true);
    return s != NULL && (s->form & ISN_FORM_NUMBER) == ISN_FORM_SG;
}

/* قضت بسجن أحمد سعيد، الحكم بسجن الصحفي: a deed, and whom it befalls; not سجن أبو زعبل. */
static bool imprisons(const isn_find *f, uint32_t word, const place *p) {
    if (!p->site || p->def || p->plural || word == 0 || !open_word(f, word) || compound(f, word) ||
        !isn_find_has(f, word - 1, ISN_T_TRIGGER))
        return false;
    return one_person(f, word) || (isn_find_has(f, word, ISN_T_NAME) && open_word(f, word + 1) &&
                                   isn_find_has(f, word + 1, ISN_T_NAME));
}

/* منطقة حاوي العباس: a noun with a definite one right behind it, whatever its ending looks like. Not منطقة سكنية الليلة
 * الماضية. */
static bool governs(const isn_find *f, uint32_t word) {
    return open_word(f, word + 1) && isn_find_def(f, word + 1) && isn_find_pre(f, word + 1) == 0 &&
           !isn_find_stop(f, word + 1);
}

/* قرية دار الواسعة: a word that is a verb too, which alone says of nothing that it was done. */
static bool empty_verb(const isn_find *f, uint32_t word, const place *p) {
    const uint32_t words = 1u << ISN_T_FUNC | 1u << ISN_T_DATEWORD | 1u << ISN_T_NUMERAL |
                           1u << ISN_T_PLACEWORD | 1u << ISN_T_NATION | 1u << ISN_T_SPEECH |
                           1u << ISN_T_BOUND | 1u << ISN_T_ORGWORD | 1u << ISN_T_PEOPLE;
    if (p->def || p->plural || p->area || isn_find_pre(f, word) != 0 ||
        f->scan->word_tables[word] & words || !governs(f, word))
        return false;
    for (uint32_t h = f->scan->word_hit[word]; h < f->scan->word_hit[word + 1]; h++)
        for (unsigned i = 0; i < f->scan->hits[h].nsenses; i++) {
            const isn_sense *s = &f->scan->hits[h].senses[i];
            if (conjugated(s->form) || (s->table == ISN_T_TRIGGER &&
                                        isn_find_flags(f, s, ISN_TRIGGER_EVENT) != ISN_EV_NONE))
                return false;
        }
    return true;
}

/* له، به */
static bool his(const isn_find *f, uint32_t word) {
    const isn_token *t = &f->scan->text->tokens[f->scan->words[word].token];
    const uint8_t *p = f->scan->text->fold + t->fold;
    return t->fold_len == 2 && p[1] == ISN_F_HEH && (p[0] == ISN_F_LAM || p[0] == ISN_F_BEH);
}

/* حي، قرية: no قرب. */
static bool heads_type(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_PLACEWORD, true);
    return s != NULL && use_of(f, s) == ISN_PU_TYPE;
}

/* وادي، جبل */
static bool heads_land(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_PLACEWORD, true);
    return s != NULL && use_of(f, s) == ISN_PU_AREA;
}

/* المكان المسمى تيزي كذا: a word, whatever it looks like, and what else goes on as a name; 0: none. */
static uint32_t end_of_called(const isn_find *f, uint32_t word) {
    enum { WORDS = 3 };
    if (!open_word(f, word) || (isn_find_has(f, word, ISN_T_FUNC) && !compound(f, word)))
        return 0;
    uint32_t k = word + 1;
    while (k < word + WORDS && open_word(f, k) && isn_find_pre(f, k) == 0 && !isn_find_stop(f, k) &&
           !begins_with_and(f, k) && !isn_find_in_date(f, k) &&
           (isn_find_unknown(f, k) || isn_find_def(f, k) || isn_find_has(f, k, ISN_T_PLACE)))
        k++;
    return k;
}

/* قرية كوداي، بلدة باليتوا بولاية كذا: begins like a word with a preposition, but nobody likens a village to a place, or says
 * twice in which it lies. */
static bool only_looks_cut(const isn_find *f, uint32_t word, const place *p) {
    const uint32_t words = ~(1u << ISN_T_PLACE | 1u << ISN_T_COUNTRY | 1u << ISN_T_NAME);
    if (!p->head || p->def || p->plural || p->site || p->area || !open_word(f, word) ||
        f->scan->word_tables[word] & words)
        return false;
    unsigned pre = isn_find_pre(f, word);
    if (pre == ISN_CL_KAF)
        return !isn_find_def(f, word);
    return pre == ISN_CL_BEH && f->scan->word_tables[word] == 0 &&
           isn_find_foreign(f, word, ISN_CL_BEH) && isn_find_holds(f, word + 1);
}

/* بلدة إل باغري: what looks cut behind the article of another language. */
static bool foreign_article(const isn_find *f, uint32_t word) {
    const isn_token *t = &f->scan->text->tokens[f->scan->words[word].token];
    const uint8_t *p = f->scan->text->fold + t->fold;
    return t->fold_len == 2 && p[0] == ISN_F_ALEF && p[1] == ISN_F_LAM;
}

/* مسجد عبد الله عزام، مدرسة أسماء بنت أبي بكر: a site that bears somebody's name bears all of it. */
static uint32_t all_of_person(const isn_find *f, uint32_t word, uint32_t last, const place *p) {
    if (!p->site || p->plural || last < word + 2 || !isn_find_has(f, last - 1, ISN_T_NAME) ||
        !open_word(f, last) || isn_find_pre(f, last) != 0 || isn_find_stop(f, last) ||
        isn_find_in_date(f, last) || isn_find_has(f, last, ISN_T_PLACE) ||
        !isn_find_has(f, last, ISN_T_NAME) || begins_with_and(f, last))
        return last;
    return last + 1;
}

/* Words of an unknown name after a word that says what it is; 0: none. */
static uint32_t name_words(const isn_find *f, uint32_t word, const place *p) {
    uint32_t k = word;
    if (p->called)
        return end_of_called(f, word);
    if (imprisons(f, word, p))
        return 0;
    if (only_looks_cut(f, word, p))
        return word + 1;
    if (open_word(f, word) &&
        (isn_find_stop(f, word) ||
         isn_find_has(f, word, ISN_T_TRIGGER)) && /* بلدة عدوان بريف كذا */
        between_places(f, word, p))
        return word + 1;
    if (open_word(f, word) && isn_find_stop(f, word) && empty_verb(f, word, p))
        return word + 2;
    if (p->site && !p->plural && open_word(f, word) && isn_find_pre(f, word) == 0 &&
        isn_find_def(f, word) && isn_find_has(f, word, ISN_T_NUMERAL) && !isn_find_in_date(f, word))
        return word + 1; /* شارع الأربعين */
    if (!p->def && !p->area && foreign_article(f, word) && open_word(f, word + 1) &&
        !isn_find_stop(f, word + 1) && !isn_find_def(f, word + 1))
        return word + 2;
    while (k < word + 3 && (open_word(f, k) || (k == word && p->opened)) &&
           isn_find_pre(f, k) == 0) {
        if (his(f, k) || accusative(f, k))
            break; /* موقعا له، محافظات درءا */
        if (compound(f, k) && open_word(f, k + 1) &&
            !(isn_find_pre(f, k + 1) & ~(unsigned)ISN_CL_SEEN)) /* ابن سينا */
            return k + 2;
        bool part = k == word && part_of_name(f, k);
        if (k > word && p->site && isn_find_def(f, k) && isn_find_has(f, k - 1, ISN_T_NAME) &&
            !isn_find_in_date(f, k))
            return k + 1; /* شارع عمر المختار */
        if (!part && (isn_find_stop(f, k) || isn_find_has(f, k, ISN_T_NATION)))
            break;
        if (part)
            return open_word(f, k + 1) && !isn_find_stop(f, k + 1) ? k + 2 : 0; /* بيت كاهل */
        if (k == word && isn_find_has(f, k, ISN_T_PLACEWORD) && !isn_find_def(f, k) &&
            open_word(f, k + 1) && isn_find_pre(f, k + 1) == 0 &&
            (isn_find_unknown(f, k + 1) || (heads_type(f, k) && governs(f, k)) ||
             (heads_land(f, k) && isn_find_has(f, k + 1, ISN_T_NAME) && !isn_find_stop(f, k + 1))))
            return k + 2; /* لواء دير علا، منطقة حي المعلمين، حاجز وادي حميد */
        bool name = isn_find_has(f, k, ISN_T_NAME);
        if (k > word && begins_with_and(f, k))
            break; /* قرى كارو ووتاغونا */
        if (isn_find_def(f, k) && k > word && describes(f, k))
            break;
        if (isn_find_def(f, k)) {
            const uint32_t others = 1u << ISN_T_ACTOR | 1u << ISN_T_TITLE | 1u << ISN_T_PLACEWORD |
                                    1u << ISN_T_DATEWORD | 1u << ISN_T_PEOPLE;
            bool known = (f->scan->word_tables[k] & others) != 0;
            if (k == word && owner_follows(f, word))
                return 0;
            const isn_sense *side = isn_find_sense(NULL, f, k, ISN_T_PLACEWORD, true);
            if (k == word && p->plural && side != NULL && use_of(f, side) == ISN_PU_DIRECTION)
                return 0; /* مدن الجنوب */
            bool person = k == word && isn_find_has(f, k, ISN_T_TITLE) && open_word(f, k + 1) &&
                          isn_find_pre(f, k + 1) == 0 && isn_find_has(f, k + 1, ISN_T_NAME) &&
                          !(p->site && word > 0 && isn_find_has(f, word - 1, ISN_T_SITE));
            if (known && p->area && k == word && side != NULL && use_of(f, side) == ISN_PU_AREA &&
                governs(f, k) && !isn_find_has(f, k + 1, ISN_T_PLACEWORD) && !p->plural)
                return k + 2; /* منطقة الجبل الأبيض */
            if (known && (p->area || p->rural) && k == word && !person)
                return 0;
            if (person && p->site && open_word(f, k + 2) && isn_find_def(f, k + 2) &&
                isn_find_pre(f, k + 2) == 0 && !isn_find_stop(f, k + 2) && !describes(f, k + 2))
                return k + 3;              /* ملعب الشيخ محمد الأغظف */
            return person ? k + 2 : k + 1; /* قرية الشيخ محمد */
        }
        if (!name && !isn_find_unknown(f, k))
            break;
        if (!name && k == word && indefinite_adjective(f, k, p))
            return governs(f, k) ? k + 2 : disagrees(f, k, p) ? k + 1 : 0;
        k++;
    }
    return k > word ? k : 0;
}

static uint32_t unknown_name(const isn_find *f, uint32_t word, const place *p) {
    uint32_t last = name_words(f, word, p);
    return last != 0 ? all_of_person(f, word, last, p) : 0;
}

/* ---- the words before a name ------------------------------------------------------------------------------ */

/* على بعد عشرة كيلومترات شرقي المدينة: the words of the distance are no part of the place. */
static uint32_t after_distance(const isn_find *f, uint32_t word) {
    uint32_t number = f->numbers != NULL && word < f->end ? f->numbers->at[word] : UINT32_MAX;
    uint32_t last = number != UINT32_MAX ? f->numbers->ptr[number].last : word;
    return open_word(f, last) ? last : word;
}

/* شمال ووسط قطاع غزة: the word after the second direction, or the word. */
static uint32_t and_direction(const isn_find *f, uint32_t word) {
    const isn_hit *hit;
    const isn_sense *s = isn_find_sense(&hit, f, word, ISN_T_PLACEWORD, false);
    return s != NULL && use_of(f, s) == ISN_PU_DIRECTION &&
                   isn_find_hit_pre(f, hit) == ISN_CL_WAW && open_word(f, hit->last)
               ? hit->last
               : word;
}

/* بوابة معسكر كذا، بوابة كلية الشرطة: where the house is that it leads into, which has its name behind it. */
static bool gate_of_house(const isn_find *f, uint32_t word, const isn_hit *gate) {
    static const uint8_t bab[] = {ISN_F_BEH, ISN_F_WAW, ISN_F_ALEF, ISN_F_BEH};
    const isn_token *t = &f->scan->text->tokens[f->scan->words[word].token];
    const uint8_t *p = f->scan->text->fold + t->fold;
    uint32_t house = gate->last;
    if (t->fold_len < 5 || memcmp(p + t->fold_len - 5, bab, sizeof bab) != 0 ||
        isn_find_hit_def(f, gate) || !open_word(f, house) || isn_find_pre(f, house) != 0)
        return false;
    const isn_hit *head;
    const isn_sense *s = isn_find_sense(&head, f, house, ISN_T_PLACEWORD, true);
    return s != NULL && use_of(f, s) == ISN_PU_SITE && !isn_find_hit_def(f, head) &&
           open_word(f, head->last) && isn_find_pre(f, head->last) == 0;
}

/* قضت المحكمة بسجن الناشطين: whom a sentence puts there is no prison's name. */
static bool jails(const isn_find *f, uint32_t word) {
    enum { NEAR = 8 };
    if (!(isn_find_pre(f, word) & ISN_CL_BEH) || !isn_find_has(f, word, ISN_T_TRIGGER) ||
        word + 1 >= f->end || isn_find_break(f, word + 1) ||
        !(isn_find_has(f, word + 1, ISN_T_PEOPLE) || isn_find_has(f, word + 1, ISN_T_TITLE)))
        return false;
    for (uint32_t w = word; w-- > 0 && word - w <= NEAR && same_sentence(f, w, word);) {
        if (isn_find_has(f, w, ISN_T_TRIGGER) && isn_find_tells(f, w, ISN_EV_SANCTION))
            return true;
    }
    return false;
}

/* قرب، شمالي، في محيط: reads as many as stand there. False when what follows cannot be a place. */
static bool prefixes(place *p, const isn_find *f, uint32_t word) {
    p->at = word;
    for (unsigned n = 0; n < 4; n++) {
        const isn_hit *hit, *name;
        const isn_sense *s = isn_find_sense(&hit, f, p->at, ISN_T_PLACEWORD, p->at > word);
        if (s == NULL)
            return true;
        uint8_t use = use_of(f, s);
        if (use == ISN_PU_SITE && gate_of_house(f, p->at, hit)) {
            p->at = hit->last;
            return true;
        }
        if (use != ISN_PU_NEAR && use != ISN_PU_DIRECTION)
            return true;
        /* شمال دارفور is a name itself */
        const isn_sense *whole = name_here(&name, f, p->at, p->at > word, true);
        if (whole != NULL && name->last > hit->last)
            return true;
        if (use == ISN_PU_DIRECTION && isn_find_hit_def(f, hit) && hit->last == hit->first + 1) {
            isn_mods m = isn_find_mods(f, hit->last, true, false); /* الشمال السوري */
            if (!m.national || p->at > word)
                return false;
            p->country = m.country;
            p->at = m.last;
            p->direction = p->head = true;
            p->type = ISN_PT_REGION;
            return true;
        }
        p->near |= use == ISN_PU_NEAR;
        p->direction |= use == ISN_PU_DIRECTION;
        if (!open_word(f, hit->last))
            return false;
        uint32_t from = p->at;
        p->at = use == ISN_PU_NEAR ? after_distance(f, hit->last) : hit->last;
        if (use == ISN_PU_DIRECTION)
            p->at = and_direction(f, p->at);
        if (isn_find_func(f, p->at, ISN_FN_MIN) && use == ISN_PU_NEAR && open_word(f, p->at + 1))
            p->at++;
        if (use == ISN_PU_NEAR && p->at > from + 1 && !p->direction)
            p->told = p->at;
    }
    return true;
}

/* A plural or dual with the article that the gazetteer has as a name, with nothing after it to be headed. */
static bool form_of_many(const isn_find *f, const isn_sense *s, const isn_hit *hit) {
    unsigned number = s->form & ISN_FORM_NUMBER;
    return (number == ISN_FORM_PL || number == ISN_FORM_DU) && isn_find_hit_def(f, hit) &&
           (isn_find_in(f, hit->first) || f->list.last == hit->first); /* في كذا والقصرين */
}

static bool heads(uint8_t use) {
    return use != ISN_PU_NONE && use != ISN_PU_NEAR && use != ISN_PU_DIRECTION &&
           use != ISN_PU_PART && use != ISN_PU_LIES && use != ISN_PU_BESIDE && use != ISN_PU_SIDE;
}

/* مدينة، ريف، منطقة، مستشفى */
static bool type_word(place *p, const isn_find *f, uint32_t word, const isn_hit **head) {
    const isn_hit *hit, *name;
    const isn_sense *s = isn_find_sense(&hit, f, p->at, ISN_T_PLACEWORD, p->at > word);
    if (s == NULL)
        return false;
    uint8_t use = use_of(f, s);
    if (!heads(use))
        return false;
    const isn_sense *whole = name_here(&name, f, p->at, p->at > word, true);
    bool leads = use == ISN_PU_ROAD && whole != NULL && name->last < f->end &&
                 f->scan->words[name->last].flags & (ISN_WF_DASH | ISN_WF_HYPHEN);
    if (whole != NULL && name->last > hit->last && !leads) /* but طريق الباب - منبج */
        return false; /* the gazetteer has it with its type word */
    if (whole != NULL && name->last == hit->last && whole->table == ISN_T_PLACE &&
        form_of_many(f, s, hit))
        return false; /* في الميادين، القريتين: towns, not squares and villages */
    p->head = true;
    p->type = (uint8_t)isn_find_flags(f, s, ISN_PLACEWORD_TYPE);
    p->rural = use == ISN_PU_RURAL;
    p->road = use == ISN_PU_ROAD;
    p->site = use == ISN_PU_SITE || p->road;
    p->border = use == ISN_PU_BORDER;
    p->called = use == ISN_PU_CALLED;
    p->area = use == ISN_PU_AREA || p->border;
    p->def = isn_find_hit_def(f, hit) || isn_find_suffixed(f, hit);
    p->plural = (s->form & ISN_FORM_NUMBER) == ISN_FORM_PL;
    p->suffixed = isn_find_suffixed(f, hit);
    p->at = hit->last;
    *head = hit;
    return true;
}

/* سوق ناحية العبارة، محور تلال الزبير: a place of a place that the gazetteer has. */
static bool inner_head(place *p, const isn_find *f) {
    const isn_hit *head, *hit;
    const isn_sense *s = isn_find_sense(&head, f, p->at, ISN_T_PLACEWORD, true);
    if (s == NULL || isn_find_hit_def(f, head) || !open_word(f, head->last) ||
        isn_find_pre(f, head->last) != 0)
        return false;
    if (!heads(use_of(f, s)))
        return false;
    const isn_sense *name = name_here(&hit, f, head->last, true, true);
    if (name == NULL)
        return false;
    p->name = name;
    p->name_first = head->last;
    p->name_last = p->at = hit->last;
    return true;
}

/* مدني: an adjective of people in the singular without the article. */
static bool quality_of_people(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_PEOPLE, true);
    return s != NULL && !isn_find_def(f, word) && (s->form & ISN_FORM_NUMBER) == ISN_FORM_SG &&
           isn_find_flags(f, s, ISN_PEOPLE_FLAGS) & ISN_PF_ADJ;
}

static void after_head(place *p, const isn_find *f) {
    isn_mods m = p->called ? (isn_mods){.country = ISN_NO_ROW, .last = p->at}
                           : isn_find_mods(f, p->at, p->def, false);
    if (m.count > 0 && (p->def || m.national)) {
        p->at = m.last;
        p->modified = true;
        if (m.country != ISN_NO_ROW && !p->site)
            p->country = m.country; /* المستشفى السعودي: whose it is, not where */
    }
    uint32_t quoted = isn_find_break(f, p->at) ? 0 : isn_find_quoted(f, p->at, 6);
    if (quoted != 0 && (f->scan->word_tables[p->at] & (1u << ISN_T_FUNC | 1u << ISN_T_CUE)))
        quoted = 0; /* الانسحاب من المناطق المحتلة "غير قابل للتفاوض": what is said of them */
    const isn_hit *known;
    if (p->def && quoted > p->at + 2 && name_here(&known, f, p->at, true, true) == NULL)
        quoted = 0; /* قصفت السوق «لتلصق التهمة بنا»: why, or how */
    if (quoted == 0 && !p->def)
        quoted = isn_find_bracketed(f, p->at, 4);
    for (uint32_t k = p->at + 1; p->plural && k < quoted; k++)
        if (!(f->scan->words[p->at].flags & ISN_WF_QUOTE) && begins_with_and(f, k))
            quoted = 0; /* قرى (كذا وكذا) */
    if (quoted != 0) {
        const isn_hit *hit;
        p->name = name_here(&hit, f, p->at, true, true);
        if (p->name != NULL && hit->last != quoted)
            p->name = NULL;
        p->name_first = p->at;
        p->name_last = p->at = quoted;
        return;
    }
    const isn_hit *hit;
    const isn_sense *more = p->plural && open_word(f, p->at) && isn_find_pre(f, p->at) == ISN_CL_WAW
                                ? isn_find_sense(&hit, f, p->at, ISN_T_PLACEWORD, false)
                                : NULL;
    if (more != NULL && (more->form & ISN_FORM_NUMBER) == ISN_FORM_PL && heads(use_of(f, more)) &&
        !isn_find_hit_def(f, hit)) { /* بلدات وقرى حوارة وبورين */
        p->at = p->name_first = p->name_last = hit->last;
    }
    bool told = p->plural && !p->def && p->at < f->end && p->at > 0 &&
                f->scan->words[p->at].kind == ISN_TOK_WORD;
    if (told) { /* قرى وبلدات: كذا، وكذا; قرى (كذا، كذا) */
        unsigned sign = f->scan->words[p->at].flags & ISN_WF_BREAK;
        p->opened = told = sign == ISN_WF_COLON || sign == ISN_WF_PAREN;
    }
    if ((!open_word(f, p->at) && !told) ||
        (isn_find_pre(f, p->at) != 0 && !p->called && !only_looks_cut(f, p->at, p)))
        return;
    if (p->def && (p->type == ISN_PT_NEIGHBOURHOOD || p->type == ISN_PT_DISTRICT) &&
        isn_find_def(f, p->at) && isn_find_has(f, p->at, ISN_T_NUMERAL) &&
        !isn_find_in_date(f, p->at)) { /* الحي الرابع */
        p->name_first = p->at;
        p->name_last = ++p->at;
        return;
    }
    p->name = name_here(&hit, f, p->at, true, p->type != ISN_PT_COUNTRY && !p->area);
    if (p->def && p->type != ISN_PT_CITY && needs_cue(f, p->name) && !isn_find_def(f, p->at))
        p->name = NULL; /* السيطرة على القضاء فصائل */
    if (p->site && !p->def && p->name != NULL && hit->last == p->at + 1 &&
        quality_of_people(f, p->at))
        return; /* موقع مدني: no site in (Wad) Madani */
    if (p->name != NULL) {
        p->name_first = p->at;
        p->name_last = p->at = hit->last;
        return;
    }
    if (p->def && !(p->type == ISN_PT_CITY && m.national) && !p->called &&
        !tells_how_it_lies(f, p->at - 1))
        return; /* but المكان المسمى ثالة كذا */
    if (inner_head(p, f))
        return;
    uint32_t last = unknown_name(f, p->at, p);
    if (last != 0) {
        p->name_first = p->at;
        p->name_last = p->at = last;
    }
}

/* A place's name, known or not, at the word: its end, or the word. */
static uint32_t end_of_name(const isn_find *f, uint32_t word, const place *p) {
    const isn_hit *hit;
    if (name_here(&hit, f, word, false, true) != NULL)
        return hit->last;
    uint32_t last = unknown_name(f, word, p);
    return last != 0 ? last : word;
}

/* طريق بيروت - دمشق: a road has two ends. */
static void far_end(place *p, const isn_find *f) {
    if (!p->road || p->at >= f->end)
        return;
    uint16_t signs = f->scan->words[p->at].flags;
    if (p->name_last > p->name_first && signs & (ISN_WF_DASH | ISN_WF_HYPHEN) &&
        !(signs & ISN_WF_BREAK & ~(unsigned)ISN_WF_DASH))
        p->at = end_of_name(f, p->at, p);
}

/* الحدود مع النيجر وتشاد، الحدود بين مالي والنيجر: where it is, and no party. */
static void neighbours(place *p, const isn_find *f) {
    const isn_hit *hit;
    bool between = isn_find_func(f, p->at, ISN_FN_BAYN);
    uint32_t land = p->at + 1;
    if (open_word(f, land) && isn_find_func(f, land, ISN_FN_EACH) && open_word(f, land + 1) &&
        isn_find_func(f, land + 1, ISN_FN_MIN))
        land += 2; /* مع كل من مالي والنيجر */
    if (!p->border || !(between || isn_find_func(f, p->at, ISN_FN_MAA)) || !open_word(f, p->at) ||
        !open_word(f, land) || name_here(&hit, f, land, true, false) == NULL)
        return;
    if (p->name_last == p->name_first)
        p->name_first = land;
    p->at = hit->last;
    while (open_word(f, p->at) && isn_find_pre(f, p->at) == ISN_CL_WAW &&
           isn_find_sense(&hit, f, p->at, ISN_T_COUNTRY, false) != NULL)
        p->at = hit->last;
    if (p->name == NULL)
        p->name_last = p->at;
}

/* ريف حلب الشمالي، مستشفى مأرب العام; قرية كذا الكينية tells the country of a name that is not known */
static void trailing(place *p, const isn_find *f) {
    if (p->name_last == p->name_first)
        return;
    isn_mods m = isn_find_mods(f, p->at, true, false);
    if (p->site || p->rural)
        p->at = m.last;
    else if (p->area && open_word(f, p->at) && isn_find_def(f, p->at) &&
             isn_find_pre(f, p->at) == 0 && isn_find_has(f, p->at, ISN_T_PLACEWORD) &&
             !tells_how_it_lies(f, p->at))
        p->at++; /* منطقة المثلث الحدودي; not منطقة العظيم التابعة لقضاء الخالص، جبل كارة المطل على */
    if (m.country != ISN_NO_ROW && p->country == ISN_NO_ROW && !p->site)
        p->country = m.country; /* نقطة المراقبة التركية: whose it is */
}

/* ---- the entity ---------------------------------------------------------------------------------------------- */

uint8_t isn_find_precision(uint8_t type) {
    switch (type) {
    case ISN_PT_COUNTRY: return 6;
    case ISN_PT_REGION:
    case ISN_PT_WATER: return 5;
    case ISN_PT_GOVERNORATE: return 4;
    case ISN_PT_DISTRICT: return 3;
    case ISN_PT_NONE: return 0;
    default: return 1;
    }
}

void isn_find_fill_place(isn_entity *e, const isn_find *f, uint32_t row) {
    int32_t country = isn_lex_int(f->lex, ISN_T_PLACE, row, ISN_PLACE_COUNTRY);
    int32_t precision = isn_lex_int(f->lex, ISN_T_PLACE, row, ISN_PLACE_PRECISION);
    e->table = ISN_T_PLACE;
    e->row = row;
    e->id = isn_lex_str(f->lex, ISN_T_PLACE, row, ISN_PLACE_ID);
    e->name = isn_lex_str(f->lex, ISN_T_PLACE, row, ISN_PLACE_NAME);
    e->place_type = (uint8_t)isn_lex_int(f->lex, ISN_T_PLACE, row, ISN_PLACE_TYPE);
    e->country = country != ISN_NO_INT ? (uint32_t)country : ISN_NO_ROW;
    e->lat = isn_lex_int(f->lex, ISN_T_PLACE, row, ISN_PLACE_LAT);
    e->lon = isn_lex_int(f->lex, ISN_T_PLACE, row, ISN_PLACE_LON);
    e->precision = precision > 0 ? (uint8_t)precision : isn_find_precision(e->place_type);
    e->basis = e->precision > 3 ? 1 : 0;
}

static void from_country_row(isn_entity *e, const isn_find *f, uint32_t row, bool capital) {
    e->table = ISN_T_COUNTRY;
    e->row = e->country = row;
    e->id = isn_lex_str(f->lex, ISN_T_COUNTRY, row, ISN_COUNTRY_ID);
    e->name = isn_lex_str(f->lex, ISN_T_COUNTRY, row, ISN_COUNTRY_NAME);
    e->place_type = capital ? ISN_PT_CITY : ISN_PT_COUNTRY;
    e->lat = isn_lex_int(f->lex, ISN_T_COUNTRY, row, ISN_COUNTRY_LAT);
    e->lon = isn_lex_int(f->lex, ISN_T_COUNTRY, row, ISN_COUNTRY_LON);
    e->precision = capital ? 1 : 6;
    e->basis = capital ? 2 : 1;
}

/* What the words around the name say about precision: near, part of, countryside of. */
static void refine(isn_entity *e, const place *p) {
    if (p->near)
        e->flags |= ISN_EF_NEAR;
    if (p->direction)
        e->flags |= ISN_EF_DIRECTION;
    if (p->near && e->precision == 1)
        e->precision = 2;
    if (p->near && e->table == ISN_T_COUNTRY &&
        e->place_type == ISN_PT_COUNTRY) { /* قبالة سواحل الصومال */
        e->place_type = ISN_PT_REGION;
        e->precision = 5;
    }
    if (p->rural) {
        e->place_type = ISN_PT_REGION;
        e->precision = 4;
    } else if (p->direction && e->precision >= 4) {
        e->place_type = ISN_PT_REGION;
        e->precision = e->precision == 6 ? 5 : e->precision;
    } else if (p->direction && e->precision == 1) {
        e->precision = 2;
    } else if (p->area && e->place_type == ISN_PT_COUNTRY) {
        e->place_type = ISN_PT_REGION;
        e->precision = 5;
    } else if (p->site && (e->table == ISN_T_PLACE || e->table == ISN_T_COUNTRY)) {
        e->place_type = ISN_PT_SITE; /* مستشفى مأرب: in the town, not the town */
        e->precision = e->precision <= 2 ? 1 : e->precision;
    }
}

/* حي السودان، مخيم كندا، قرية ليبيا: a quarter, a camp or a village that bears the name of a land is not there. */
static bool bears_land(const place *p) {
    return p->name != NULL && p->name->table == ISN_T_COUNTRY && p->head && !p->plural &&
           (p->type == ISN_PT_NEIGHBOURHOOD || p->type == ISN_PT_CAMP || p->type == ISN_PT_VILLAGE);
}

static void fill_place(isn_entity *e, const isn_find *f, const place *p) {
    if (bears_land(p)) {
        e->table = ISN_T_PLACEWORD;
        e->row = ISN_NO_ROW;
        e->place_type = p->type;
        e->precision = isn_find_precision(p->type);
        e->flags |= ISN_EF_NAMED;
        refine(e, p);
        return;
    }
    if (p->name != NULL && p->name->table == ISN_T_PLACE)
        isn_find_fill_place(e, f, p->name->row);
    else if (p->name != NULL)
        from_country_row(e, f, p->name->row, p->name->alt >= ISN_ALT_SECOND);
    if (p->name == NULL) {
        e->table = ISN_T_PLACEWORD;
        e->row = ISN_NO_ROW;
        e->place_type = p->type;
        e->precision = isn_find_precision(p->type);
        e->country = p->country;
        if (p->name_first == p->name_last && !(p->site && p->modified)) /* المستشفى الجنوبي */
            e->flags |= ISN_EF_GENERIC | (p->plural ? (uint32_t)ISN_EF_PLURAL : 0u);
        else
            e->flags |= ISN_EF_NAMED;
        refine(e, p);
        return;
    }
    e->flags |= ISN_EF_NAMED;
    refine(e, p);
    if (capital_here(f, p->name_first, p->name_last))
        e->flags |= ISN_EF_CAPITAL;
}

/* محافظات الخليل ونابلس: the governorate, though the gazetteer has the town. */
static void as_type(isn_entity *e, uint8_t type) {
    e->place_type = type;
    if ((type == ISN_PT_DISTRICT || type == ISN_PT_GOVERNORATE) &&
        isn_find_precision(type) > e->precision)
        e->precision = isn_find_precision(type);
}

/* A name that the gazetteer has with its type word, ناحية قره تبه, is meant as that type. */
static void type_in_name(isn_entity *e, const isn_find *f, const place *p) {
    if (p->head || p->name == NULL || p->name->table != ISN_T_PLACE ||
        p->name_last < p->name_first + 2)
        return;
    const isn_sense *s = isn_find_sense(NULL, f, p->name_first, ISN_T_PLACEWORD, false);
    if (s == NULL || use_of(f, s) != ISN_PU_TYPE)
        return;
    uint8_t type = (uint8_t)isn_find_flags(f, s, ISN_PLACEWORD_TYPE);
    if (type == ISN_PT_DISTRICT || type == ISN_PT_GOVERNORATE)
        as_type(e, type);
}

/* Was the place meant without doubt before? */
static bool named_before(const isn_find *f, uint32_t index, uint32_t row) {
    for (uint32_t i = 0; i < index; i++)
        if (f->ents.ptr[i].table == ISN_T_PLACE && f->ents.ptr[i].row == row &&
            !(f->ents.ptr[i].flags & ISN_EF_WEAK))
            return true;
    return false;
}

/* في كفر ياسين، قرب خربة الحمام: a name that begins as those of villages do; the row tells by its type that the first word
 * does so alone, others (بيت، رأس) need one that the language has not behind them. The end of the name, or 0. */
static uint32_t village_name(const isn_find *f, uint32_t word, uint32_t from, const place *p) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_PLACEWORD, word > from);
    if (s == NULL || use_of(f, s) != ISN_PU_PART || isn_find_def(f, word) ||
        (!p->near && !p->direction && !isn_find_in(f, from)) || !open_word(f, word + 1) ||
        isn_find_pre(f, word + 1) != 0 || isn_find_stop(f, word + 1))
        return 0;
    if (compound(f, word + 1)) /* بئر أبو ذيب */
        return open_word(f, word + 2) && !isn_find_stop(f, word + 2) ? word + 3 : 0;
    bool alone = isn_find_flags(f, s, ISN_PLACEWORD_TYPE) == ISN_PT_VILLAGE;
    bool strange = isn_find_unknown(f, word + 1) && isn_find_foreign(f, word + 1, 0);
    return alone || strange ? word + 2 : 0;
}

/* Does a phrase end before the word, by a sign or by a particle? */
static bool ends_phrase(const isn_find *f, uint32_t word) {
    return word >= f->end || isn_find_break(f, word) || isn_find_has(f, word, ISN_T_FUNC) ||
           isn_find_in_date(f, word);
}

/* قرب وزاني جنوب لبنان، قرب قلاوية من دون إصابات: a word that the language has not, with what holds it behind. Its end, or 0. */
static uint32_t strange_name(const isn_find *f, const place *p) {
    if ((!p->near && !p->direction) || !isn_find_strange(f, p->at))
        return 0;
    return isn_find_holds(f, p->at + 1) || ends_phrase(f, p->at + 1) ||
                   isn_find_name_joined(f, p->at + 1)
               ? p->at + 1
               : 0;
}

/* في الخبر نفسه, في حديثه لقناة كذا, في السبعين من عمره: what في stands before is that word, and no town. */
static bool plainly_word(const isn_find *f, const place *p) {
    uint32_t word = p->name_first, next = p->name_last;
    const isn_token *t = &f->scan->text->tokens[f->scan->words[next - 1].token];
    const uint8_t *letters = f->scan->text->fold + t->fold;
    bool his = t->fold_len > 0 && letters[t->fold_len - 1] == ISN_F_HEH &&
               !(t->flags & ISN_TF_TEH_MARBUTA);
    bool same = open_word(f, next) && isn_find_has(f, next, ISN_T_DATEWORD) &&
                f->scan->date_kinds[next] >> ISN_DW_THIS & 1;
    return his || same || isn_find_has(f, word, ISN_T_NUMERAL);
}

/* A name that is an everyday word (الباب) counts after في، قرب، a type word, or beside another place. */
static bool has_cue(const isn_find *f, uint32_t word, uint32_t index, const place *p) {
    const isn_hit *phrase;
    if (word > 0 && isn_find_sense(&phrase, f, word - 1, ISN_T_FUNC, true) != NULL &&
        phrase->last > word)
        return false; /* على يد فلان: no Yeed */
    const uint32_t men = 1u << ISN_T_PEOPLE | 1u << ISN_T_TITLE;
    bool man = p->name_last == p->name_first + 1 && f->scan->word_tables[p->name_first] & men &&
               word > 0 && isn_find_pre(f, word) == 0 && !isn_find_func(f, word - 1, ISN_FN_FI);
    if (p->head || p->near || p->direction || (isn_find_in(f, word) && !man) ||
        isn_find_road_end(f, word) ||
        p->name_last > p->name_first + 1) /* قاعدة حرير, with its type word */
        return true;
    if (index > 0) {
        const isn_entity *e = &f->ents.ptr[index - 1];
        if (e->kind == ISN_ENT_PLACE && e->last + 1 >= word && same_sentence(f, e->first, word))
            return true;
    }
    return named_before(f, index, p->name->row);
}

/* "مدينة" alone tells nothing; "المدينة" points back; a site of any kind may be a target. */
static bool empty(const place *p) {
    if (p->name != NULL || p->name_last > p->name_first)
        return false;
    if (p->direction && p->country != ISN_NO_ROW)
        return false;
    if (!p->head)
        return true;
    if (!p->def && !p->site && p->country == ISN_NO_ROW)
        return true; /* أحياء مكتظة */
    return p->suffixed || (!p->def && !p->modified);
}

/* العاصمة الليبية is a name of the gazetteer; طرابلس after it is the same city. */
static void capital_named_twice(place *p, const isn_find *f) {
    const isn_hit *hit;
    const isn_sense *type = isn_find_sense(NULL, f, p->name_first, ISN_T_PLACEWORD, false);
    if (p->name == NULL || p->head || !open_word(f, p->at) || isn_find_pre(f, p->at) != 0 ||
        type == NULL || isn_find_flags(f, type, ISN_PLACEWORD_TYPE) != ISN_PT_CITY)
        return; /* not دير البلح وسط القطاع */
    if (p->name->table == ISN_T_PLACE &&
        isn_lex_int(f->lex, ISN_T_PLACE, p->name->row, ISN_PLACE_TYPE) == ISN_PT_SITE)
        return; /* مستشفى كمال عدوان شمالي قطاع غزة */
    const isn_sense *again = name_here(&hit, f, p->at, true, true);
    if (again == NULL || again->table != ISN_T_PLACE ||
        isn_lex_int(f->lex, ISN_T_PLACE, again->row, ISN_PLACE_COUNTRY) !=
            (p->name->table == ISN_T_PLACE
                 ? isn_lex_int(f->lex, ISN_T_PLACE, p->name->row, ISN_PLACE_COUNTRY)
                 : (int32_t)p->name->row))
        return;
    p->name = again;
    p->name_first = p->at;
    p->name_last = p->at = hit->last;
}

static bool bare_noun(const place *p) {
    return p->name == NULL && p->name_last == p->name_first && !p->modified && !p->direction;
}

/* الحي is also "live" (الرصاص الحي), القضاء "the judiciary" and "doing away with" (القضاء على). */
static bool is_place_here(const isn_find *f, uint32_t word, const place *p) {
    if (p->at > word + 1 || (p->type != ISN_PT_NEIGHBOURHOOD && p->type != ISN_PT_DISTRICT))
        return true;
    if (word > 0 && p->type == ISN_PT_DISTRICT && isn_find_func(f, word - 1, ISN_FN_ILA))
        return false; /* أحيلوا إلى القضاء */
    return isn_find_in(f, word) && !isn_find_func(f, p->at, ISN_FN_ALA);
}

/* عدن as a verb is "they returned", of women, and حولا "the two turned": no report says so. */
static bool only_few(const isn_find *f, uint32_t word) {
    for (uint32_t h = f->scan->word_hit[word]; h < f->scan->word_hit[word + 1]; h++)
        for (unsigned i = 0; i < f->scan->hits[h].nsenses; i++) {
            const isn_sense *s = &f->scan->hits[h].senses[i];
            unsigned number = s->form & ISN_FORM_NUMBER, kind = s->form & ISN_FORM_KIND;
            bool they = (s->form & ISN_FORM_FEM && number == ISN_FORM_PL) ||
                        (number == ISN_FORM_DU && kind == ISN_FORM_PERF);
            if (s->table == ISN_T_TRIGGER && !they)
                return false;
        }
    return true;
}

/* كمين بوني: an ambush there, but قتل عند كمين الشرطة. */
static bool deed_too(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_TRIGGER, true);
    unsigned kind = s != NULL ? s->form & ISN_FORM_KIND : ISN_FORM_PERF;
    return kind == ISN_FORM_MASDAR || kind == ISN_FORM_NOUN;
}

/* عن طريق الخطأ, 18 في المائة: by mistake, on no road, and no town الماية; nor is مسقط رأسه Muscat. */
static bool within_function(const isn_find *f, uint32_t word) {
    const isn_hit *phrase;
    const isn_sense *s = isn_find_sense(&phrase, f, word, ISN_T_PLACEWORD, false);
    if (s != NULL && use_of(f, s) == ISN_PU_NONE && phrase->last > word + 1)
        return true;
    if (word == 0)
        return false;
    if (isn_find_has(f, word - 1, ISN_T_NUMERAL) &&
        isn_find_sense(&phrase, f, word - 1, ISN_T_NUMERAL, true) != NULL && phrase->last > word)
        return true;
    return isn_find_has(f, word - 1, ISN_T_FUNC) &&
           isn_find_sense(&phrase, f, word - 1, ISN_T_FUNC, true) != NULL && phrase->last > word;
}

static bool direction_at(const isn_find *f, uint32_t word) {
    const isn_sense *s = word < f->end && !isn_find_break(f, word)
                             ? isn_find_sense(NULL, f, word, ISN_T_PLACEWORD, true)
                             : NULL;
    return s != NULL && isn_find_flags(f, s, ISN_PLACEWORD_USE) == ISN_PU_DIRECTION;
}

/* برئاسة القاضي حسين قنديل: behind a title and a first name a surname, and no mountain. */
static bool surname(const isn_find *f, uint32_t word) {
    if (word < 2 || isn_find_break(f, word) || isn_find_break(f, word - 1) ||
        isn_find_pre(f, word) != 0 || !isn_find_has(f, word - 1, ISN_T_NAME) ||
        !isn_find_has(f, word - 2, ISN_T_TITLE) || isn_find_has(f, word, ISN_T_PLACEWORD))
        return false;
    return f->ents.len == 0 || f->ents.ptr[f->ents.len - 1].kind != ISN_ENT_PLACE ||
           f->ents.ptr[f->ents.len - 1].last != word;
}

uint32_t isn_find_place(isn_find *f, uint32_t word) {
    place p = {.country = ISN_NO_ROW};
    const isn_hit *head = NULL, *first = NULL;
    if (word >= f->end || within_function(f, word) || surname(f, word) ||
        (tells_how_it_lies(f, word) && isn_find_func(f, word + 1, ISN_FN_ALA)) ||
        !prefixes(&p, f, word) || jails(f, word))
        return ISN_NO_ENT; /* تبة الخزان المطلة على كذا: no town المطلة */
    bool land =
        isn_find_sense(NULL, f, p.at, ISN_T_COUNTRY, false) != NULL; /* البحرين: not two seas */
    if (!p.head && !land && type_word(&p, f, word, &head)) {
        after_head(&p, f);
        trailing(&p, f);
        far_end(&p, f);
        neighbours(&p, f);
    } else if (!p.head) {
        p.name = name_here(&first, f, p.at, p.at > word, false);
        uint32_t village =
            p.name == NULL || first->last == p.at + 1 ? village_name(f, p.at, word, &p) : 0;
        if (p.name == NULL && village == 0)
            village = strange_name(f, &p);
        if (village != 0) {
            p.name = NULL;
            p.type = ISN_PT_VILLAGE;
            p.name_first = p.at;
            p.name_last = p.at = village;
        }
        if (p.name != NULL && cut_from_word(f, first))
            p.name = NULL;
        if (p.name != NULL && isn_find_has(f, p.at, ISN_T_MONTH) && !isn_find_in(f, p.at))
            p.name = NULL; /* أغسطس (آب) */
        bool between = word > 0 && isn_find_func(f, word - 1, ISN_FN_BAYN);
        if (p.name != NULL && first->last == p.at + 1 && isn_find_has(f, p.at, ISN_T_TRIGGER) &&
            !isn_find_in(f, p.at) && f->list.last != word && !between && f->depth == 0 &&
            !only_few(f, p.at))
            p.name = NULL; /* معركة, a battle and a town; محافظ عدن is in charge of one */
        if (p.name != NULL) {
            p.name_first = p.at;
            p.name_last = p.at = first->last;
        }
    }
    capital_named_twice(&p, f);
    if (p.head && p.site && !p.near && head->last == head->first + 1 && deed_too(f, head->first) &&
        (!isn_find_in(f, word) || direction_at(f, head->last)))
        return ISN_NO_ENT; /* في كمين شمال القطاع: a deed, and where */
    if (p.at == word || empty(&p) || (bare_noun(&p) && !is_place_here(f, word, &p)))
        return ISN_NO_ENT;
    if (needs_cue(f, p.name) && f->dates != NULL && f->dates->at[p.name_first] != UINT32_MAX &&
        !p.head)
        return ISN_NO_ENT; /* في آب الماضي: the month */
    if (needs_cue(f, p.name) && p.at == p.name_last && isn_find_func(f, p.at, ISN_FN_AN))
        return ISN_NO_ENT; /* المساجد الخارجة عن السيطرة: what they do */
    if (needs_cue(f, p.name) && !p.head && p.name_last == p.name_first + 1 && plainly_word(f, &p))
        return ISN_NO_ENT;
    uint32_t index = isn_find_push(f, ISN_ENT_PLACE, word, p.at);
    isn_entity *e = &f->ents.ptr[index];
    const isn_hit *any = NULL;
    if (first != NULL && first->first == word)
        e->reading = first->reading;
    else if (isn_find_sense(&any, f, word, ISN_T_PLACEWORD, false) != NULL)
        e->reading = any->reading;
    if (p.told > word)
        e->head = p.told;
    e->name_first = p.name_first;
    e->name_last = p.name_last;
    fill_place(e, f, &p);
    if (p.head && p.name != NULL && e->table == ISN_T_PLACE && !p.site && !p.rural && p.type != 0)
        as_type(e, p.type);
    type_in_name(e, f, &p);
    if (p.country != ISN_NO_ROW && e->country == ISN_NO_ROW)
        e->country = p.country;
    if (needs_cue(f, p.name) && !has_cue(f, word, index, &p))
        e->flags |= ISN_EF_WEAK;
    isn_find_learn(f, index);
    return index;
}
