/* role_prep.c: what stands behind prepositions, and whom or what it tells the part of in the occurrence. */
#include "claim/rolework.h"

/* مهاجمة مسلحين لقافلة: several men, where a deed of one is no "armed" one; not هجومين مسلحين. */
static bool several_at(const isn_work *k, const isn_ev *e, uint32_t w) {
    uint32_t c = k->m->entities.cover[w];
    return c != ISN_NONE && isn_work_entity(k, c)->kind == ISN_ENT_PEOPLE &&
           isn_work_entity(k, c)->flags & ISN_EF_PLURAL &&
           (e->form & ISN_FORM_NUMBER) == ISN_FORM_SG;
}

/* اغتيال إسرائيل لقيادي: a doer of its own stands between. */
static bool doer_at(const isn_work *k, uint32_t w) {
    uint32_t c = k->m->entities.cover[w];
    return c != ISN_NONE && isn_role_can_act(isn_work_entity(k, c)) &&
           !(isn_work_entity(k, c)->flags & ISN_EF_ADJ);
}

/* علقت التعاون العسكري مع مالي، أجرى اتصالا مع نظيره: the noun that makes the verb what it is, not another deed. */
bool isn_role_its_own_noun(const isn_work *k, const isn_ev *e, uint32_t w) {
    uint32_t with = isn_lex_list(k->lex, ISN_T_TRIGGER, e->row, ISN_TRIGGER_WITH);
    bool deed = e->event == ISN_EV_ASSAULT || e->event == ISN_EV_COERCE || e->effect ||
                e->flags & ISN_TG_WEAK;
    if (with && e->flags & ISN_TG_RECIPROCAL && w == e->last && w + 1 < k->scan->nwords &&
        !(k->wc[w] & ISN_WC_VERB) && isn_word_in_list(k->lex, &k->scan->words[w + 1], with))
        return true; /* تبادل لإطلاق النار بين كذا وكذا */
    if (with && e->flags & ISN_TG_RECIPROCAL && w == e->last + 1 && !(k->wc[w] & ISN_WC_VERB) &&
        isn_word_in_list(k->lex, &k->scan->words[w], with))
        return true; /* تبادل لإطلاق النيران مع كذا */
    for (const isn_ev *q = e + 1, *end = k->evs.ptr + k->evs.len;
         e->event == ISN_EV_ACCUSE && q < end && q->first <= w; q++)
        if (q->first == w && isn_role_is_deed(q) &&
            (doer_at(k, q->last) || e->mode == ISN_MODE_DISAPPROVE))
            return false; /* أدانت اعتقال القوات لكذا: whom that befell is not condemned */
    return with && e->event && !deed && !(k->wc[w] & ISN_WC_VERB) &&
           isn_word_in_list(k->lex, &k->scan->words[w], with);
}

/* مناطق تمركز القوات، مواقع تجمع المسلحين: behind a noun that locates, where they are and nothing they did. */
bool isn_role_posting(const isn_work *k, const isn_ev *e, uint32_t w) {
    return w > e->last && isn_work_has(k, w, ISN_T_SITE) && k->wc[w] & ISN_WC_TRIGGER &&
           !k->scan->words[w].reading[0].pre && isn_role_cue(k, w - 1, ISN_CUE_MENTION);
}

/* قصفت بصاروخ موجه مستعمرة: a participle without article behind what it was done with is a quality of the weapon. */
static bool of_weapon(const isn_work *k, const isn_ev *e, uint32_t w) {
    if (!e->verb || !(e->flags & ISN_TG_ATTACK) || w <= e->last || k->wc[w] & ISN_WC_VERB ||
        !(k->wc[w] & ISN_WC_TRIGGER) || isn_work_pre(k, w, 0) ||
        !(isn_work_pre(k, w - 1, 0) & ISN_CL_BEH) || k->m->entities.cover[w - 1] != ISN_NONE)
        return false;
    for (uint32_t h = k->scan->word_hit[w]; h < k->scan->word_hit[w + 1]; h++)
        for (unsigned i = 0; i < k->scan->hits[h].nsenses; i++) {
            const isn_sense *s = &k->scan->hits[h].senses[i];
            unsigned kind = s->form & ISN_FORM_KIND;
            if (s->table == ISN_T_TRIGGER && kind != ISN_FORM_ACTIVE &&
                kind != ISN_FORM_PASSIVE_PART)
                return false;
        }
    return true;
}

bool isn_role_stops(const isn_work *k, const isn_ev *e, uint32_t w) {
    if (isn_role_posting(k, e, w) || (k->taken[w] == ISN_TAKEN_ASIDE && e->verb))
        return false; /* فرضت ما تسمى قوات كذا حظرا: the name follows */
    if (w >= e->last && k->wc[w] & (ISN_WC_TRIGGER | ISN_WC_ATTRIB) &&
        !isn_role_its_own_noun(k, e, w) && !of_weapon(k, e, w))
        return true;
    if (k->wc[w] & ISN_WC_VERB)
        return true;
    uint8_t fn = k->fn[w];
    bool since = fn == ISN_FN_AFTER || fn == ISN_FN_BECAUSE;
    uint32_t day = fn == ISN_FN_BEFORE ? k->m->dates.at[w] : ISN_NONE;
    if (day != ISN_NONE && k->m->dates.ptr[day].first == w)
        return false; /* قتل قبل قليل متظاهر */
    if (since && e->effect && w >= e->last && w < e->last + 2 && w + 1 < k->scan->nwords &&
        (isn_work_pronoun(k, w) || (w == e->last && isn_work_pronoun(k, w + 1))))
        return false; /* قتل إثرها مواطن، أصيب على إثرها خمسة */
    if (fn == ISN_FN_THAT || fn == ISN_FN_WHILE || fn == ISN_FN_WHICH || fn == ISN_FN_IF ||
        fn == ISN_FN_BUT || fn == ISN_FN_BECAUSE || fn == ISN_FN_AFTER || fn == ISN_FN_BEFORE)
        return true;
    if (w >= e->last && isn_role_sets_out(k, w))
        return true;
    return k->scan->words[w].flags & (ISN_WF_STOP | ISN_WF_COLON);
}

/* An unfinished relative clause ends with the comma after it. */
uint32_t isn_role_skip_relative(const isn_work *k, uint32_t w, uint32_t s1) {
    uint32_t i = w + 1;
    while (i < s1 && !(k->scan->words[i].flags & ISN_WF_COMMA))
        i++;
    return i;
}

/* أمهل محتجون، في بيان تلاه أحدهم، الحكومة: what was said or done where, between two commas, with a verb or a deed in it.
 * The word after it, where a noun stands there, or 0. */
static uint32_t skip_setting(const isn_work *k, const isn_ev *e, uint32_t w, uint32_t s1) {
    enum { LONGEST = 20 };
    if (!e->verb || !(k->fn[w] == ISN_FN_FI || isn_role_during(k, w)) ||
        isn_work_pre(k, w, 0) & (ISN_CL_WAW | ISN_CL_FEH))
        return 0;
    uint32_t i = isn_role_skip_relative(k, w, s1);
    bool verb = false;
    for (uint32_t v = w + 2; v < i; v++)
        verb |= (k->wc[v] & (ISN_WC_VERB | ISN_WC_TRIGGER)) != 0;
    if (!verb || i >= s1 || i - w > LONGEST || k->wc[i] & (ISN_WC_VERB | ISN_WC_SAY) ||
        isn_work_pre(k, i, 0) & (ISN_CL_WAW | ISN_CL_FEH))
        return 0;
    uint32_t c = k->m->entities.cover[i], n = k->m->numbers.at[i];
    bool noun = c != ISN_NONE && isn_work_entity(k, c)->first == i &&
                isn_clause_prep(k, i, isn_work_entity(k, c)->reading) == ISN_NO_FN;
    return noun || (n != ISN_NONE && k->m->numbers.ptr[n].first == i) ? i : 0;
}

/* مسلحون، يعتقد انتماؤهم للتنظيم، عاملين: a clause between two commas that begins with a verb in the present, without
 * conjunction, describes the noun before it. The word after it, or 0. */
uint32_t isn_role_skip_aside(const isn_work *k, const isn_ev *e, uint32_t w, uint32_t s1) {
    const isn_word *word = &k->scan->words[w];
    if (w <= e->last || !(word->flags & ISN_WF_COMMA) || k->m->entities.cover[w - 1] == ISN_NONE)
        return 0;
    if (!(k->wc[w] & ISN_WC_VERB))
        return skip_setting(k, e, w, s1);
    if (k->wc[w] & ISN_WC_TRIGGER || word->reading[0].pre & (ISN_CL_WAW | ISN_CL_FEH))
        return 0;
    uint32_t i = isn_role_skip_relative(k, w, s1);
    return i < s1 && i - w < 12 && !(k->wc[i] & ISN_WC_VERB) ? i : 0;
}

/* Who strikes rather than is struck: forces and their weapons, no posts, bases or vehicles. */
bool isn_role_strikes(const isn_entity *x) {
    if (x->flags & ISN_EF_WEAPON && x->role == ISN_LINK_NONE)
        return false;
    if (x->kind == ISN_ENT_PEOPLE)
        return x->side == ISN_SIDE_ARMED || x->sector == ISN_SEC_UAF;
    if (x->kind != ISN_ENT_ACTOR && !(x->kind == ISN_ENT_PLACE && x->table == ISN_T_COUNTRY))
        return false;
    return x->flags & (ISN_EF_ARMED | ISN_EF_WEAPON) || x->sector == ISN_SEC_MIL ||
           x->sector == ISN_SEC_REB || x->sector == ISN_SEC_GOV;
}

/* قتل مسلحون تسللوا إلى القرية ثلاثة رعاة: between the armed doers of a verb of harm, without the article, and those that
 * suffer, a clause without conjunction says what the doers did. Where those begin, or 0; `w` is the clause's verb. */
static uint32_t object_behind(const isn_work *k, const isn_ev *e, uint32_t w, uint32_t s1) {
    enum { CLAUSE = 10 };
    uint32_t c = w > 0 ? k->m->entities.cover[w - 1] : ISN_NONE;
    if (!e->verb || !e->effect || c == ISN_NONE)
        return 0;
    const isn_entity *x = isn_work_entity(k, c);
    if (x->kind != ISN_ENT_PEOPLE || x->first != e->last || x->last != w || !isn_role_strikes(x) ||
        !(x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL)) ||
        isn_work_pre(k, x->first, x->reading) & ISN_CL_AL)
        return 0;
    for (uint32_t i = w + 2; i < s1 && i < w + CLAUSE; i++) {
        if (k->wc[i] & ISN_WC_VERB || k->scan->words[i].flags & ISN_WF_BREAK)
            return 0;
        uint32_t n = k->m->numbers.at[i], at = k->m->entities.cover[i];
        bool counted = n != ISN_NONE && k->m->numbers.ptr[n].first == i &&
                       k->m->numbers.ptr[n].noun_table == ISN_T_PEOPLE;
        bool object = at != ISN_NONE && isn_work_entity(k, at)->first == i &&
                      isn_work_entity(k, at)->kind == ISN_ENT_PEOPLE &&
                      isn_clause_accusative(k, isn_work_entity(k, at));
        if ((counted || object) && isn_clause_prep(k, i, 0) == ISN_NO_FN &&
            !(isn_work_pre(k, i, 0) & ISN_CL_WAW))
            return i;
    }
    return 0;
}

/* Where the clause ends that a verb opens between doers and those that suffer, or the end of the sentence. */
uint32_t isn_role_clause_within(const isn_work *k, const isn_ev *e, uint32_t s1) {
    const isn_ev *outer = e - 1;
    if (e == k->evs.ptr || !e->verb || outer->sentence != e->sentence)
        return s1;
    uint32_t object = object_behind(k, outer, e->first, s1);
    return object ? object : s1;
}

/* مسلحون كانوا يستقلون سيارة، …: a verb right after people without the article, without conjunction, describes them as
 * far as the comma. The word after it, or 0. */
uint32_t isn_role_skip_description(const isn_work *k, const isn_ev *e, uint32_t w, uint32_t s1) {
    const isn_word *word = &k->scan->words[w];
    if (w <= e->last || word->flags & ISN_WF_BREAK ||
        word->reading[0].pre & (ISN_CL_WAW | ISN_CL_FEH) ||
        !(k->wc[w] & ISN_WC_VERB || k->fn[w] == ISN_FN_KANA))
        return 0;
    uint32_t c = k->m->entities.cover[w - 1];
    if (c == ISN_NONE)
        return 0;
    const isn_entity *x = isn_work_entity(k, c);
    if (x->kind != ISN_ENT_PEOPLE || x->last != w ||
        isn_work_pre(k, x->first, x->reading) & ISN_CL_AL ||
        isn_clause_prep(k, x->first, x->reading) != ISN_NO_FN)
        return 0;
    uint32_t object = object_behind(k, e, w, s1);
    if (object)
        return object;
    uint32_t i = isn_role_skip_relative(k, w, s1);
    return i < s1 && i - w < 14 ? i : 0;
}

/* جوي، صاروخية، عنيف: an adjective that says of what kind a deed is; no noun that may be its object. */
static bool qualifies(const isn_work *k, uint32_t w) {
    const uint32_t nouns = 1u << ISN_T_UNIT | 1u << ISN_T_PLACEWORD | 1u << ISN_T_TITLE;
    const isn_word *word = &k->scan->words[w];
    const isn_token *token = &k->scan->text->tokens[word->token];
    const uint8_t *end = isn_token_end(k->scan->text, token);
    if (k->fn[w] != ISN_NO_FN || k->wc[w] & (ISN_WC_VERB | ISN_WC_TRIGGER) || k->taken[w] ||
        token->kind != ISN_TOK_WORD || token->fold_len < 3)
        return false;
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_ORGWORD);
    if (s != NULL && s->form & ISN_FORM_DU && s->form & ISN_FORM_CONSTRUCT)
        return true; /* صاروخي is spelled as two missiles of somebody's */
    if (s != NULL)
        return (isn_lex_int(k->lex, ISN_T_ORGWORD, s->row, ISN_ORGWORD_FLAGS) & ISN_AF_MODIFIER) !=
               0;
    bool nisba = end[-1] == ISN_F_YEH || (end[-1] == ISN_F_HEH && end[-2] == ISN_F_YEH);
    bool people = isn_work_has(k, w, ISN_T_PEOPLE);
    return nisba && !(token->flags & ISN_TF_MAKSURA) && !people &&
           !(k->scan->word_tables[w] & nouns);
}

/* ضربات منسقة، غارات مكثفة: a participle, which begins with م; no noun of a thing, a place or a body. */
static bool participle(const isn_work *k, uint32_t w) {
    const uint32_t nouns = 1u << ISN_T_UNIT | 1u << ISN_T_PLACEWORD | 1u << ISN_T_TITLE |
                           1u << ISN_T_ORGWORD | 1u << ISN_T_PEOPLE | 1u << ISN_T_ACTOR |
                           1u << ISN_T_CASUALTY | 1u << ISN_T_SITE;
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    return k->fn[w] == ISN_NO_FN && !(k->wc[w] & (ISN_WC_VERB | ISN_WC_TRIGGER)) && !k->taken[w] &&
           k->m->entities.cover[w] == ISN_NONE && token->kind == ISN_TOK_WORD &&
           token->fold_len > 3 && k->scan->text->fold[token->fold] == ISN_F_MEEM &&
           !(k->scan->word_tables[w] & nouns);
}

/* غارة جوية إسرائيلية، قصف مدفعي عنيف لقوات النظام: nothing but adjectives of the deed between it and the word. */
bool isn_role_only_qualified(const isn_work *k, const isn_ev *e, uint32_t word) {
    enum { MOST = 3 };
    if (e->verb || word < e->last || word - e->last > MOST)
        return false;
    for (uint32_t w = e->last; w < word; w++) {
        uint32_t c = k->m->entities.cover[w];
        bool nation =
            c != ISN_NONE && isn_work_entity(k, c)->flags & ISN_EF_ADJ; /* أميركية بريطانية */
        bool definite = isn_work_pre(k, w, 0) & ISN_CL_AL;
        if (k->scan->words[w].flags & ISN_WF_BREAK || definite != e->definite ||
            !(nation || qualifies(k, w) || participle(k, w)))
            return false;
    }
    return true;
}

/* القصف الإسرائيلي للبنان: who does it stands right behind the deed, so that ل has whom it is done to. */
static bool told_whose(const isn_work *k, const isn_ev *e, uint32_t before) {
    uint32_t c = e->last < before ? k->m->entities.cover[e->last] : ISN_NONE;
    return c != ISN_NONE && isn_work_entity(k, c)->last == before &&
           isn_work_entity(k, c)->country != ISN_NO_ROW &&
           !(isn_work_pre(k, e->last, isn_work_entity(k, c)->reading) & ISN_CL_LAM);
}

/* حوثي، حوثية: a group's name as a quality, which is written without the article. */
bool isn_role_of_group(const isn_work *k, const isn_entity *x) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[x->first].token];
    const uint8_t *end = isn_token_end(k->scan->text, t);
    if (x->last != x->first + 1 || t->fold_len < 4 || isn_work_pre(k, x->first, x->reading))
        return false;
    return end[-1] == ISN_F_YEH || (end[-1] == ISN_F_HEH && end[-2] == ISN_F_YEH);
}

/* من قاعدتها في بعشيقة: a noun that من governs stands before the في of the place. */
bool isn_role_from_there(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    uint32_t w = x->first;
    return w >= e->last + 3 && k->fn[w - 3] == ISN_FN_MIN &&
           k->scan->words[w - 2].reading[0].suf != ISN_SUF_NONE;
}

bool isn_role_is_vehicle(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_UNIT);
    return s && isn_lex_int(k->lex, ISN_T_UNIT, s->row, ISN_UNIT_KIND) == ISN_U_VEHICLE;
}

bool isn_role_during_of(const isn_work *k, uint32_t w) {
    const isn_sense *s = isn_match_first_sense(NULL, k->scan, w, ISN_T_DATEWORD);
    return s && isn_lex_int(k->lex, ISN_T_DATEWORD, s->row, ISN_DATEWORD_KIND) == ISN_DW_DURING;
}

/* قتل القيادي في عملية أمنية للقوات الفرنسية: the lam goes with a noun that في governs, not with the harm. */
static bool of_operation(const isn_work *k, const isn_ev *e, uint32_t first) {
    for (uint32_t w = first; w-- > e->last + 1 && first - w < 4;) {
        if (k->scan->words[w + 1].flags & ISN_WF_BREAK || k->m->entities.cover[w] != ISN_NONE ||
            k->taken[w] || k->fn[w] != ISN_NO_FN)
            return false;
        if (k->fn[w - 1] == ISN_FN_FI || isn_role_during(k, w - 1))
            return true;
    }
    return false;
}

/* بحثا الأوضاع الإنسانية في اليمن: the place is that of what they spoke of. */
bool isn_role_of_affairs(const isn_work *k, const isn_ev *e, uint32_t word) {
    enum { WORDS = 4 };
    if (isn_role_is_deed(e) || word == 0 || k->fn[word - 1] != ISN_FN_FI)
        return false;
    for (uint32_t w = word - 1; w-- > k->s0[e->sentence] && word - w <= WORDS;) {
        if (k->fn[w] != ISN_NO_FN || k->m->entities.cover[w] != ISN_NONE ||
            k->scan->words[w + 1].flags & ISN_WF_BREAK)
            return false;
        if (isn_role_cue(k, w, ISN_CUE_AFFAIRS))
            return true;
    }
    return false;
}

/* متهمين بالانتماء للتنظيم، بالتجسس لصالح المخابرات: the lam goes with the noun that a preposition governs. */
static bool of_charge(const isn_work *k, const isn_ev *e, uint32_t word) {
    uint32_t w = word - 1;
    w -= w > e->last && k->fn[w] == ISN_FN_LI;
    return w > e->last && k->m->entities.cover[w] == ISN_NONE && !k->taken[w] &&
           !isn_role_is_vehicle(k, w) && isn_work_pre(k, w, 0) & ISN_CL_BEH &&
           isn_work_pre(k, w, 0) & ISN_CL_AL && !(k->scan->words[word].flags & ISN_WF_BREAK);
}

/* نصب مسلحون كمينا لدورية، كمين لرتل عسكري: whom the blow is meant for, where a verb before it has its doer, or a body
 * without a name walks into it. */
static bool mounted(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    enum { FAR = 8 };
    const isn_ev *light = e > k->evs.ptr ? e - 1 : e; /* no verb before it: itself, a noun */
    if (light->sentence == e->sentence && light->verb && light->flags & ISN_TG_LIGHT &&
        light->actors.n && e->first - light->last < FAR)
        return true;
    return isn_work_slot(k, e->row, ISN_FRAME_LI) == ISN_SLOT_VICTIM && x->kind == ISN_ENT_ACTOR &&
           !(x->flags & ISN_EF_NAMED) && !(isn_work_pre(k, x->head, x->reading) & ISN_CL_AL) &&
           x->table == ISN_T_ORGWORD && x->org != ISN_NONE;
}

/* صاروخا أطلقوه من صنعاء، إطلاق صاروخ من غزة باتجاه النقب: what is sent strikes elsewhere. */
static bool sent_elsewhere(const isn_work *k, const isn_ev *e, const isn_entity *from) {
    enum { NEAR = 3 };
    if (isn_work_slot(k, e->row, ISN_FRAME_ILA) != ISN_SLOT_TARGET || !isn_role_is_place(from))
        return false;
    if (k->scan->words[e->first].reading[e->reading].suf && e->verb)
        return true;
    for (uint32_t w = from->last; w + 1 < k->scan->nwords && w < from->last + NEAR; w++) {
        uint32_t c = k->m->entities.cover[w + 1];
        bool on =
            k->fn[w] == ISN_FN_ALA && c != ISN_NONE && isn_role_is_place(isn_work_entity(k, c));
        if (k->fn[w] == ISN_FN_ILA || on) /* من صنعاء صاروخا على إيلات */
            return !(k->scan->words[w].flags & ISN_WF_STOP);
    }
    return false;
}

/* غارة دورية للجيش، انفجار رتلا، هجوم قوة من الشرطة: a company without the article that says whose it is, or shows the
 * accusative, is no genitive of the blow before it. */
bool isn_role_loose_company(const isn_work *k, const isn_entity *x) {
    if (x->kind != ISN_ENT_ACTOR || isn_work_pre(k, x->first, x->reading) & ISN_CL_AL)
        return false;
    if (isn_clause_accusative(k, x))
        return true;
    bool company = isn_work_has(k, x->first, ISN_T_ORGWORD) && x->number == ISN_NONE;
    for (uint32_t w = x->first + 1; company && w < x->last; w++) /* دورية راجلة للجيش */
        if (k->fn[w] == ISN_FN_MIN || k->fn[w] == ISN_FN_BELONGS ||
            isn_work_pre(k, w, 0) & ISN_CL_LAM)
            return true;
    return false;
}

/* استهدفت غارة دورية للجيش: the blow is the subject of the verb right before it, which strikes. */
bool isn_role_blow_strikes(const isn_work *k, const isn_ev *e) {
    const isn_ev *verb = e - 1;
    return e > k->evs.ptr && !e->verb && verb->verb && verb->last == e->first && !verb->passive &&
           isn_work_pre(k, e->first, e->reading) == 0 &&
           isn_work_slot(k, verb->row, ISN_FRAME_OBJECT) == ISN_SLOT_TARGET &&
           isn_work_slot(k, verb->row, ISN_FRAME_SUBJECT) == ISN_SLOT_ACTOR;
}

/* قتلت غارة ثلاثة أطفال: the blow is the subject of the verb right before it, which harms. */
bool isn_role_blow_harms(const isn_work *k, const isn_ev *e) {
    const isn_ev *verb = e - 1;
    return e > k->evs.ptr && !e->verb && verb->verb && verb->last == e->first && !verb->passive &&
           isn_work_pre(k, e->first, e->reading) == 0 && e->flags & ISN_TG_ATTACK && verb->effect &&
           isn_work_slot(k, verb->row, ISN_FRAME_OBJECT) == ISN_SLOT_VICTIM;
}

/* مسيرة قادمة من اليمن، كان متوجها من عدن إلى لحج: whence or whither, not where it was met. */
bool isn_role_on_the_way(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    uint32_t w = x->first;
    bool harm =
        e->event == ISN_EV_ASSAULT || e->event == ISN_EV_COERCE || e->event == ISN_EV_SANCTION;
    while (w > 1 && w > e->last + 1 && k->fn[w - 1] != ISN_NO_FN &&
           !(k->scan->words[w].flags & ISN_WF_BREAK)) {
        uint8_t fn = k->fn[w - 1];
        if ((fn != ISN_FN_MIN && (!harm || (fn != ISN_FN_ILA && fn != ISN_FN_FI))) ||
            k->scan->words[w - 1].flags & ISN_WF_BREAK)
            return false;
        if (isn_role_cue(k, w - 2, ISN_CUE_WAY))
            return true;
        uint32_t c = fn == ISN_FN_ILA ? k->m->entities.cover[w - 2] : ISN_NONE;
        if (c == ISN_NONE || !isn_role_is_place(isn_work_entity(k, c)))
            return false;
        w = isn_work_entity(k, c)->first; /* من كذا إلى كذا */
    }
    return false;
}

/* A force, or its vehicle, as what goes off in it strikes it. */
static bool struck_by_charge(const isn_entity *x) {
    return x->kind == ISN_ENT_PEOPLE
               ? x->side == ISN_SIDE_ARMED
               : x->kind == ISN_ENT_ACTOR &&
                     (x->flags & (ISN_EF_ARMED | ISN_EF_WEAPON) || x->sector == ISN_SEC_MIL);
}

/* أسقط، اعترض: what is brought down is a weapon, and its owner is struck. */
bool isn_role_downs(const isn_work *k, const isn_ev *e) {
    return e->event == ISN_EV_ASSAULT &&
           isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_ACTOR &&
           isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_WEAPON &&
           isn_work_slot(k, e->row, ISN_FRAME_BI) == ISN_SLOT_NONE;
}

bool isn_role_owned_weapon(const isn_entity *x) {
    return x->flags & ISN_EF_WEAPON &&
           (x->org != ISN_NONE ||
            (x->country != ISN_NO_ROW && !(x->flags & ISN_EF_STATE_BY_STORY)));
}

/* A search, a raid, arrests: what forces do to people and houses, and seldom to forces. */
static bool raids(const isn_work *k, const isn_ev *e, int32_t slot) {
    return (e->event == ISN_EV_COERCE || e->event == ISN_EV_MOBILIZE) &&
           (slot != ISN_SLOT_TARGET || isn_work_slot(k, e->row, ISN_FRAME_ILA) == ISN_SLOT_PLACE);
}

bool isn_role_state_force(const isn_entity *x) {
    return x->kind == ISN_ENT_ACTOR && x->flags & ISN_EF_ARMED &&
           (x->sector == ISN_SEC_MIL || x->sector == ISN_SEC_COP || x->sector == ISN_SEC_SPY);
}

/* إلى مستشفى في حيفا: a place behind a house that the preposition governs. */
bool isn_role_in_house(const isn_work *k, const isn_entity *x, uint8_t fn) {
    uint32_t w = x->first;
    return w > 2 && k->fn[w - 1] == ISN_FN_FI && k->fn[w - 3] == fn &&
           isn_work_has(k, w - 2, ISN_T_PLACEWORD) && k->fn[w - 2] == ISN_NO_FN;
}

/* نقلوا إلى مستشفى في حيفا: where those hurt were taken. */
bool isn_role_taken_there(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    return (e->effect != 0 || e->flags & ISN_TG_CASUALTY) && isn_role_in_house(k, x, ISN_FN_ILA);
}

/* بين بلدتي كذا وكذا, على الطريق الواصل بين كذا وكذا, بين القبة ودرنة: towns behind "between" tell where, capitals and states
 * may be who. */
bool isn_role_lies_between(const isn_work *k, const isn_entity *x) {
    return isn_role_is_place(x) &&
           ((x->first > 1 && isn_role_unnamed_road(k, k->m->entities.cover[x->first - 2])) ||
            isn_work_has(k, x->first, ISN_T_PLACEWORD) || !isn_role_can_act(x));
}

/* The entity that ends where the preposition of the next begins, or NULL. */
static const isn_entity *left_of(const isn_work *k, const isn_entity *x) {
    uint32_t c = x->first > 1 ? k->m->entities.cover[x->first - 2] : ISN_NONE;
    return c != ISN_NONE && isn_work_entity(k, c)->last == x->first - 1 ? isn_work_entity(k, c)
                                                                        : NULL;
}

/* المبعوث الخاص إلى سوريا: where he is sent is in his office; not وصل المبعوث إلى بيروت, but زار المبعوث إلى سوريا دمشق. */
static bool to_whom_sent(const isn_work *k, const isn_ev *e, const isn_entity *x, uint8_t fn) {
    const isn_entity *who = fn == ISN_FN_ILA && isn_role_is_place(x) ? left_of(k, x) : NULL;
    if (who == NULL || !(who->flags & ISN_EF_ENVOY))
        return false;
    uint32_t c = x->last < k->scan->nwords ? k->m->entities.cover[x->last] : ISN_NONE;
    bool beside = c != ISN_NONE && isn_role_is_place(isn_work_entity(k, c));
    return beside || !e->verb || who->first != e->last || !isn_work_framed(k, e->row, ISN_FR_VISIT);
}

/* وزير الخارجية في المملكة كذا: whose minister, and not where they met; but نظيره الجزائري في الجزائر. */
bool isn_role_land_of_office(const isn_work *k, const isn_entity *x) {
    const isn_entity *who = x->table == ISN_T_COUNTRY && !(x->flags & ISN_EF_CAPITAL) &&
                                    k->fn[x->first - (x->first > 0)] == ISN_FN_FI
                                ? left_of(k, x)
                                : NULL;
    return who != NULL && who->table == ISN_T_TITLE && who->sector == ISN_SEC_GOV &&
           (who->country == ISN_NO_ROW || who->flags & ISN_EF_STATE_BY_STORY);
}

/* Does a number count the noun at the word? */
static bool counted_noun(const isn_work *k, uint32_t w) {
    uint32_t c = k->m->entities.cover[w];
    uint32_t n = c != ISN_NONE ? isn_work_entity(k, c)->number : ISN_NONE;
    return n != ISN_NONE && k->m->numbers.ptr[n].noun == w;
}

/* هاجموا القرية بحماية من الجيش، وسط حراسة من الشرطة: who stands behind the noun of that has no part in the deed itself. */
bool isn_role_with_help(const isn_work *k, const isn_ev *e, uint32_t word) {
    if (word < e->last + 2 || k->fn[word - 1] != ISN_FN_MIN)
        return false;
    uint32_t w = word - 2;
    unsigned pre = isn_work_pre(k, w, 0);
    bool governed = pre == ISN_CL_BEH || (!pre && w > e->last && k->fn[w - 1] == ISN_FN_FRONT) ||
                    (!pre && w > e->last && isn_role_during(k, w - 1)) ||
                    (!pre && w > e->last && isn_work_has(k, w - 1, ISN_T_PLACEWORD));
    return governed && k->m->entities.cover[w] == ISN_NONE && !k->taken[w] &&
           k->fn[w] == ISN_NO_FN && !isn_role_is_vehicle(k, w) &&
           k->scan->words[w].reading[0].suf == ISN_SUF_NONE;
}

/* مناطق متفرقة من البحرين، أنحاء عدة من البلاد: the land of which they are parts. */
bool isn_role_parts_of_land(const isn_work *k, const isn_entity *x) {
    enum { WORDS = 3 };
    if (!isn_role_is_place(x) || x->first < 2 || k->fn[x->first - 1] != ISN_FN_MIN)
        return false;
    for (uint32_t w = x->first - 1; w-- > 0 && x->first - w <= WORDS + 1;) {
        const isn_hit *hit;
        const isn_sense *s = isn_work_has(k, w, ISN_T_PLACEWORD)
                                 ? isn_match_sense(&hit, k->scan, w, ISN_T_PLACEWORD)
                                 : NULL;
        if (s != NULL && (s->form & ISN_FORM_NUMBER) == ISN_FORM_PL)
            return !(isn_work_pre(k, w, hit->reading) & ISN_CL_AL);
        if (k->scan->words[w + 1].flags & ISN_WF_BREAK || k->wc[w] & ISN_WC_VERB ||
            k->fn[w] != ISN_NO_FN)
            return false;
    }
    return false;
}

/* قضت القوة، إثر كمين في الجبل، على أربعة مسلحين: the verb before the blow that waits for whom على governs, or NULL. */
static isn_ev *does_away_with(const isn_work *k, isn_ev *e, const isn_entity *x, uint8_t fn) {
    if (fn != ISN_FN_ALA || e->verb || x->kind != ISN_ENT_PEOPLE || x->number == ISN_NONE ||
        e == k->evs.ptr)
        return NULL;
    isn_ev *q = e - 1;
    return q->sentence == e->sentence && q->verb && !q->recipients.n &&
                   isn_work_framed(k, q->row, ISN_FR_KILL_ON)
               ? q
               : NULL;
}

/* كمين لقافلة من الجيش، لدورية مشتركة من الجيش: the force is what the convoy is of. `min` is the word from. */
static bool of_convoy(const isn_work *k, const isn_ev *e, uint32_t min) {
    for (uint32_t w = min; w-- > e->last && w + 2 >= min;)
        if (isn_work_pre(k, w, 0) & ISN_CL_LAM)
            return isn_work_has(k, w, ISN_T_UNIT) || isn_work_has(k, w, ISN_T_ORGWORD);
    return false;
}

/* مسلحون مدعومون من إيران، فصائل موالية لأنقرة: who backs them. */
bool isn_role_patron(const isn_work *k, const isn_entity *x) {
    uint32_t w = x->first;
    if (w < 2 || k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    bool apart = k->fn[w - 1] == ISN_FN_MIN || k->fn[w - 1] == ISN_FN_LI;
    if (!apart && !(isn_work_pre(k, w, x->reading) & ISN_CL_LAM))
        return false;
    return isn_role_cue(k, apart ? w - 2 : w - 1, ISN_CUE_PATRON);
}

/* اغتيل بإطلاق نار من مجهولين، بعبوة ناسفة من مسلحين: whose the means is that ب names right before من. */
static bool means_from(const isn_work *k, const isn_ev *e, uint32_t from) {
    enum { MEANS = 3 };
    for (uint32_t n = 1; n <= MEANS && from >= e->last + n; n++) {
        if (k->scan->words[from - n + 1].flags & ISN_WF_BREAK)
            return false;
        if (isn_work_pre(k, from - n, 0) & ISN_CL_BEH)
            return true;
    }
    return false;
}

/* قتلوا أربعة مرافقين للوزير، شقيقين للقيادي: whose those are whom the verb befalls. */
static bool whose_people(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    bool befalls = e->effect == ISN_WHAT_KILLED || e->effect == ISN_WHAT_WOUNDED ||
                   e->effect == ISN_WHAT_CAPTURED;
    if (!e->verb || !befalls || x->first <= e->last || x->kind == ISN_ENT_PLACE)
        return false;
    uint32_t c = k->m->entities.cover[x->first - 1];
    const isn_entity *y = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
    return y != NULL && y->kind == ISN_ENT_PEOPLE && y->last == x->first &&
           !(isn_work_pre(k, y->first, y->reading) & ISN_CL_AL) &&
           !(k->scan->words[x->first].flags & ISN_WF_BREAK);
}

void isn_role_prep_phrase(const isn_work *k, isn_ev *e, isn_role_walk *p, uint32_t entity,
                          uint8_t fn) {
    const isn_entity *x = isn_work_entity(k, entity);
    if ((fn == ISN_FN_MIN || fn == ISN_FN_LI) && isn_role_patron(k, x))
        return;
    if (fn == ISN_FN_LI && whose_people(k, e, x))
        return;
    isn_ev *killer = does_away_with(k, e, x, fn);
    if (killer != NULL) {
        isn_role_give(k, killer, ISN_SLOT_VICTIM, entity);
        return;
    }
    if (fn == ISN_FN_LI && e->flags & ISN_TG_SPEECH && x->sector == ISN_SEC_JRN && x->first > 0 &&
        isn_work_has(k, x->first - 1, ISN_T_CHANNEL))
        return; /* اعتبر في تصريح للإذاعة أن: whom he told it */
    if (to_whom_sent(k, e, x, fn) || (!isn_role_is_deed(e) && isn_role_land_of_office(k, x)))
        return;
    int32_t slot = isn_role_slot_prep(k, e, fn);
    bool locative = fn == ISN_FN_FI || fn == ISN_FN_BI;
    uint32_t first = x->first;
    if (x->number != ISN_NONE && k->m->numbers.ptr[x->number].first < first)
        first = k->m->numbers.ptr[x->number].first;
    if (fn == ISN_FN_LI && first > e->last && k->fn[first - 1] == ISN_FN_LI)
        first--; /* قصف لـ«الدعم السريع»: the preposition is a word of its own */
    bool state = isn_role_is_place(x) && x->table == ISN_T_COUNTRY && !(x->flags & ISN_EF_CAPITAL);
    bool genitive = isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_TARGET &&
                    isn_work_slot(k, e->row, ISN_FRAME_GENITIVE) == ISN_SLOT_TARGET;
    genitive |= isn_work_framed(k, e->row, ISN_FR_CAPTURE); /* استعادة مواقع للشرطة */
    bool is_site = (isn_role_blow_strikes(k, e) || genitive) && !e->verb &&
                   isn_work_has(k, e->last, ISN_T_SITE); /* اقتحام معسكر للجيش */
    if (fn == ISN_FN_BI && slot == ISN_SLOT_TOPIC && e->event == ISN_EV_SANCTION &&
        e->mode == ISN_MODE_CONVICT && (x->kind == ISN_ENT_PERSON || x->kind == ISN_ENT_PEOPLE))
        slot = ISN_SLOT_RECIPIENT; /* عقوبة الإعدام بفلان، السجن باثنين من رفاقه */
    if (fn == ISN_FN_LI && !e->verb && e->flags & ISN_TG_ATTACK && (isn_role_strikes(x) || state) &&
        !mounted(k, e, x) && !told_whose(k, e, first) &&
        (first == e->last ||
         (first == e->last + 1 && !isn_role_is_vehicle(k, e->last) && !is_site &&
          !doer_at(k, e->last)) ||
         (isn_role_only_qualified(k, e, first) && !several_at(k, e, e->last) && !is_site)))
        slot =
            ISN_SLOT_ACTOR; /* قصف لقوات النظام: whose strike; not غارة مركبة لطالبان، هجوم حاجزا للشرطة */
    if (fn == ISN_FN_LI && !e->verb && raids(k, e, slot) && isn_role_state_force(x) &&
        (first == e->last || isn_role_only_qualified(k, e, first)))
        slot = ISN_SLOT_ACTOR; /* مداهمات للجيش، تمشيط واسع للشرطة */
    if (fn == ISN_FN_LI && e->verb && slot == ISN_SLOT_WEAPON && isn_role_downs(k, e) &&
        isn_role_owned_weapon(x))
        slot = ISN_SLOT_RECIPIENT; /* تصدت الدفاعات لمسيرات أوكرانية */
    if (x->flags & ISN_EF_OWN && slot != ISN_SLOT_ACTOR)
        slot = ISN_SLOT_NONE; /* متهما فرنسا بالتحريض على بلاده، عاد إلى بلاده */
    bool some = fn == ISN_FN_MIN && x->first >= e->last + 2 && /* أسر 12 من قوات كذا */
                k->m->numbers.at[x->first - 2] != ISN_NONE;
    if (fn == ISN_FN_MIN && slot == ISN_SLOT_ACTOR && !e->verb && isn_role_state_force(x) &&
        of_convoy(k, e, x->first - 1))
        slot = ISN_SLOT_TARGET;
    bool fallen = fn == ISN_FN_MIN && x->first >= e->last + 2 &&
                  (k->m->numbers.at[x->first - 2] != ISN_NONE ||
                   isn_work_has(k, x->first - 2, ISN_T_CASUALTY) ||
                   (k->fn[x->first - 2] == ISN_FN_OTHER && /* سبعة منهم من رجال الأمن */
                    isn_work_pronoun(k, x->first - 2)));
    if (fn == ISN_FN_MIN && (slot == ISN_SLOT_PLACE || (some && slot == ISN_SLOT_ACTOR)) &&
        !e->verb && e->flags & ISN_TG_ATTACK && !isn_role_is_place(x) && isn_role_strikes(x))
        slot = some || fallen ? ISN_SLOT_VICTIM
                              : ISN_SLOT_ACTOR; /* إطلاق نار من مسلحين; في كمين 12 من الجنود */
    if (fallen && (slot == ISN_SLOT_ACTOR || slot == ISN_SLOT_PLACE) && !e->verb &&
        e->event == ISN_EV_ASSAULT && !isn_role_is_place(x))
        slot = ISN_SLOT_VICTIM; /* خلف الهجوم ستة قتلى من المدنيين وثلاثة من العسكريين */
    if (fn == ISN_FN_LI && !e->verb && e->flags & ISN_TG_ATTACK && isn_role_strikes(x) &&
        first > e->last && k->fn[first - 1] == ISN_FN_BELONGS)
        slot = ISN_SLOT_ACTOR; /* هجوم يرجح أنه للتنظيم */
    if (e->event == ISN_EV_ASSAULT && first > e->last + 1 && k->fn[first - 1] == ISN_FN_BELONGS &&
        isn_work_has(k, first - 2, ISN_T_UNIT) && isn_work_pre(k, first - 2, 0) & ISN_CL_BEH)
        slot = ISN_SLOT_ACTOR; /* قتل دهسا بعربة تتبع للشرطة */
    if (fn == ISN_FN_MIN && !some && slot == ISN_SLOT_ACTOR && e->event == ISN_EV_SANCTION &&
        x->first >= 2 && counted_noun(k, x->first - 2))
        slot = ISN_SLOT_NONE; /* عقوبات على 11 شخصا من قادة الحركة */
    if (some && slot == ISN_SLOT_ACTOR && e->event == ISN_EV_SANCTION)
        slot = ISN_SLOT_RECIPIENT; /* حكما بسجن سبعة من قيادات المعارضة */
    if (fn == ISN_FN_LI && !e->verb && e->event == ISN_EV_REQUEST && slot == ISN_SLOT_TOPIC &&
        first == e->last && isn_role_can_act(x) && !(x->flags & ISN_EF_ADJ))
        slot = ISN_SLOT_RECIPIENT; /* دعوته للأطراف إلى التهدئة، مطالبتها لإيران بكذا */
    if (some && slot == ISN_SLOT_RECIPIENT && e->event == ISN_EV_COOPERATE &&
        (x->kind == ISN_ENT_PEOPLE ||
         k->m->numbers.ptr[k->m->numbers.at[x->first - 2]].noun == ISN_NONE))
        slot =
            ISN_SLOT_NONE; /* تسليم 29 من أطفال المخيم إلى وفد كذا; not تسلم عشرة جثامين من كذا */
    if (fn == ISN_FN_LI && !e->verb && e->event == ISN_EV_PROTEST && x->kind == ISN_ENT_PEOPLE &&
        (first == e->last || isn_role_only_qualified(k, e, first)))
        slot = ISN_SLOT_ACTOR; /* اعتصام سلمي لطلبة */
    bool struck_by =
        slot == ISN_SLOT_WEAPON || (slot == ISN_SLOT_NONE && e->event == ISN_EV_ASSAULT);
    if (fn == ISN_FN_BI && struck_by && x->flags & ISN_EF_WEAPON && x->country != ISN_NO_ROW &&
        !(x->flags & ISN_EF_STATE_BY_STORY))
        slot = ISN_SLOT_ACTOR; /* قصف بطائرة مسيرة تركية، قتل مسؤول بقذيفة أوكرانية */
    if (fn == ISN_FN_ALA && e->effect == ISN_WHAT_CAPTURED && x->table == ISN_T_ORGWORD &&
        isn_work_has(k, x->first, ISN_T_PLACEWORD))
        slot = ISN_SLOT_NONE; /* اعتقل على حاجز عسكري */
    if (fn == ISN_FN_LI && e->verb && e->effect && of_charge(k, e, x->first))
        slot = ISN_SLOT_NONE;
    if (fn == ISN_FN_MIN && !isn_role_is_place(x) && isn_role_with_help(k, e, x->first))
        slot = ISN_SLOT_NONE;
    if (fn == ISN_FN_LI && first > e->last && isn_work_has(k, first - 1, ISN_T_CUE) &&
        isn_role_cue(k, first - 1, ISN_CUE_SAKE))
        slot = ISN_SLOT_NONE; /* قصفت القاعدة نصرة للشعب */
    if (fn == ISN_FN_LI && e->effect && slot != ISN_SLOT_ACTOR && of_operation(k, e, first))
        slot = isn_role_strikes(x) && !e->actors.n ? ISN_SLOT_ACTOR : ISN_SLOT_NONE;
    if (fn == ISN_FN_MIN && e->passive && slot == ISN_SLOT_VICTIM && !some && !fallen &&
        !isn_role_is_place(x) && first > e->last && means_from(k, e, first - 1))
        slot = ISN_SLOT_ACTOR;
    bool uttered = !e->verb && (e->event == ISN_EV_ACCUSE ||
                                (e->event == ISN_EV_THREATEN &&
                                 isn_work_slot(k, e->row, ISN_FRAME_ALA) == ISN_SLOT_RECIPIENT));
    if (fn == ISN_FN_MIN && uttered && first == e->last + 1 && isn_role_can_act(x) &&
        (slot == ISN_SLOT_TOPIC || slot == ISN_SLOT_NONE))
        slot = ISN_SLOT_ACTOR; /* تهديدات من الميليشيا، اتهامات من واشنطن */
    p->on |= fn == ISN_FN_ALA;
    if (isn_role_is_place(x) &&
        !(e->flags & ISN_TG_SPEECH) && /* دانت الإدارة في سنجار القصف: who, not where */
        (slot == ISN_SLOT_NONE || slot == ISN_SLOT_WEAPON || slot == ISN_SLOT_TOPIC) && locative)
        slot = ISN_SLOT_PLACE;
    bool taken_to = fn == ISN_FN_ILA && x->place_type == ISN_PT_SITE && /* نقلوا إلى المستشفى */
                    (e->effect != 0 || e->flags & ISN_TG_CASUALTY);
    if (isn_role_is_place(x) && slot == ISN_SLOT_NONE && !taken_to &&
        (fn == ISN_FN_ALA || fn == ISN_FN_ILA || fn == ISN_FN_MIN) && x->table != ISN_T_COUNTRY)
        slot = ISN_SLOT_PLACE;
    if (fn == ISN_FN_MIN && slot == ISN_SLOT_PLACE &&
        (sent_elsewhere(k, e, x) || (state && e->event == ISN_EV_ASSAULT)))
        slot = ISN_SLOT_NONE; /* قصف للمليشيات المدعومة من إيران، صاروخ من لبنان */
    if (fn == ISN_FN_MIN && isn_role_parts_of_land(k, x) && !(e->flags & ISN_TG_SPEECH))
        slot = ISN_SLOT_PLACE;
    if (fn == ISN_FN_FI && e->event == ISN_EV_SANCTION && x->kind == ISN_ENT_PEOPLE &&
        first == e->last + 2)
        slot = ISN_SLOT_RECIPIENT; /* نفذت حكم الإعدام في سجينين */
    if (fn == ISN_FN_BAYN && isn_role_lies_between(k, x))
        slot = ISN_SLOT_PLACE;
    if (isn_role_is_place(x) &&
        ((fn == ISN_FN_MIN && e->flags & ISN_TG_SPEECH && !isn_role_can_act(x)) ||
         (fn == ISN_FN_FI && e->flags & ISN_TG_ATTACK && e->effect != ISN_WHAT_CAPTURED &&
          isn_role_from_there(k, e, x))))
        slot = ISN_SLOT_NONE; /* دعا من النجف إلى; قصف من قاعدته في بعشيقة: whence, not where */
    if (isn_role_is_place(x) && fn == ISN_FN_FI &&
        (isn_role_of_affairs(k, e, x->first) || isn_role_taken_there(k, e, x)))
        slot = ISN_SLOT_NONE;
    bool charge = e->event == ISN_EV_ASSAULT &&
                  (isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_WEAPON ||
                   isn_work_slot(k, e->row, ISN_FRAME_BI) == ISN_SLOT_WEAPON);
    if (fn == ISN_FN_FI && charge && slot == ISN_SLOT_PLACE && !isn_role_is_place(x) &&
        !e->effect && p->nbares && struck_by_charge(x))
        slot = ISN_SLOT_TARGET; /* تفجير عبوة في قوة إسرائيلية، في آلية عسكرية */
    if (isn_role_is_place(x) &&
        (isn_role_on_the_way(k, e, x) || isn_role_post_of_doers(k, e, entity)))
        slot = ISN_SLOT_NONE;
    if (isn_role_is_place(x) && fn == ISN_FN_ILA && e->event == ISN_EV_RETREAT &&
        e->mode == ISN_MODE_WITHDRAW)
        slot = ISN_SLOT_NONE; /* انسحبوا باتجاه شرق الفرات: whither, not where */
    isn_role_give(k, e, slot, entity);
    bool recalled = e->event == ISN_EV_SANCTION &&
                    isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_TOPIC &&
                    isn_work_slot(k, e->row, ISN_FRAME_ILA) == ISN_SLOT_PLACE;
    if (recalled && state && (fn == ISN_FN_LI || (slot == ISN_SLOT_PLACE && fn != ISN_FN_ILA)))
        isn_refs_add(&e->recipients, entity); /* استدعت سفيرها لدى لبنان: to whom it is done */
    if (recalled && x->flags & ISN_EF_CAPITAL && isn_role_is_place(x) &&
        (fn == ISN_FN_MIN || fn == ISN_FN_LI || fn == ISN_FN_FI)) { /* سحبت سفيرها من باريس */
        isn_refs_add(&e->recipients, entity);
        isn_refs_drop(&e->places, entity);
    }
    p->last_slot = slot;
    p->last_entity = entity;
    p->last_prep = fn;
}
