/* entity_people.c: people by a noun: soldiers, residents, the dead; one, several, or a crowd. See entity.h. */
#include "match/orgwork.h"

/* "مقتل مسلح": the verbal noun of what befalls people. */
static bool harms(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_TRIGGER, false);
    if (s == NULL)
        return false;
    int32_t flags = isn_find_flags(f, s, ISN_TRIGGER_FLAGS);
    return (flags & ISN_TG_CASUALTY) ||
           (!(flags & ISN_TG_ATTACK) && isn_find_flags(f, s, ISN_TRIGGER_EFFECT) > 0);
}

/* التعاون الأمني والعسكري: an adjective that و joins to another of a definite noun. */
static bool second_adjective(const isn_find *f, uint32_t word, const isn_hit *hit) {
    return word > 1 && isn_find_hit_pre(f, hit) == ISN_CL_WAW && isn_find_hit_def(f, hit) &&
           !isn_find_break(f, word) && !isn_find_break(f, word - 1) && isn_find_def(f, word - 1) &&
           isn_find_def(f, word - 2) && isn_find_pre(f, word - 1) == 0 &&
           !isn_find_has(f, word - 1, ISN_T_PEOPLE) && !isn_find_has(f, word - 1, ISN_T_TITLE) &&
           !isn_find_verb(f, word - 1) &&
           isn_org_teh_marbuta(f, word) == isn_org_teh_marbuta(f, word - 1);
}

/* "هجوم مسلح": after a noun of the same definiteness it is that noun's adjective. */
static bool is_adjective_here(const isn_find *f, uint32_t word, const isn_hit *hit) {
    if (second_adjective(f, word, hit))
        return true;
    if (word == 0 || f->scan->words[word - 1].kind == ISN_TOK_NUMBER ||
        /* 113 صحفيا */ isn_find_break(f, word) || isn_find_hit_pre(f, hit) != 0)
        return false;
    const uint32_t nouns = 1u << ISN_T_TRIGGER | 1u << ISN_T_UNIT | 1u << ISN_T_CHANNEL |
                           1u << ISN_T_CONTEXT | 1u << ISN_T_PLACEWORD;
    if (isn_find_verb(f, word - 1) || isn_find_clause_verb(f, word - 1) ||
        isn_find_has(f, word - 1, ISN_T_NUMERAL) ||
        (isn_find_def(f, word - 1) || /* اتفاقها العسكري */
         f->scan->words[word - 1].reading[0].suf != ISN_SUF_NONE) != isn_find_hit_def(f, hit))
        return false;
    if (isn_find_has(f, word - 1, ISN_T_DATEWORD) && isn_find_can_verb(f, word - 1))
        return false; /* في بغداد فجر انتحاري نفسه: no dawn */
    const isn_hit *phrase = NULL;
    if (word > 1 && isn_find_sense(&phrase, f, word - 2, ISN_T_FUNC, false) != NULL &&
        phrase->last == word)
        return false; /* في حق صحفي: the phrase governs him */
    bool agrees = isn_org_teh_marbuta(f, word) == isn_org_teh_marbuta(f, word - 1);
    if (harms(f, word - 1) && agrees)
        return false; /* مقتل مسلح, no اشتباكات مسلحة */
    if (!agrees && isn_org_teh_marbuta(f, word - 1) && isn_find_has(f, word - 1, ISN_T_UNIT))
        return false; /* سيارة صحفي */
    const isn_sense *unit = isn_find_sense(NULL, f, word - 1, ISN_T_UNIT, false);
    if (unit && isn_find_flags(f, unit, ISN_UNIT_KIND) == ISN_U_MUNITION)
        return false; /* برصاص مسلح */
    if (isn_org_teh_marbuta(f, word - 1) && !isn_org_teh_marbuta(f, word) &&
        isn_find_has(f, word - 1, ISN_T_ORGWORD))
        return false; /* اعتقلت الشرطة الناشط: of the other gender */
    return (f->scan->word_tables[word - 1] & nouns) != 0 || isn_find_unknown(f, word - 1);
}

/* بيانها الصحفي، تصريحات صحفية، مؤتمر صحفي: of the press, and nobody's deed. */
static bool of_channel(const isn_find *f, uint32_t word, const isn_hit *hit) {
    if (word == 0 || isn_find_break(f, word) || isn_find_hit_pre(f, hit) != 0 ||
        !isn_find_has(f, word - 1, ISN_T_CHANNEL))
        return false;
    bool owned = f->scan->words[word - 1].reading[0].suf != ISN_SUF_NONE;
    return (owned || isn_find_def(f, word - 1)) == isn_find_hit_def(f, hit);
}

static const isn_sense *people_head(const isn_hit **hit, const isn_find *f, uint32_t word) {
    const isn_hit *a = NULL, *b = NULL;
    const isn_sense *people = isn_find_sense(&a, f, word, ISN_T_PEOPLE, false);
    const isn_sense *casualty = isn_find_sense(&b, f, word, ISN_T_CASUALTY, false);
    if (casualty != NULL && (casualty->form & ISN_FORM_KIND) != ISN_FORM_NOUN &&
        (casualty->form & ISN_FORM_KIND) != ISN_FORM_ADJ &&
        (casualty->form & ISN_FORM_KIND) != ISN_FORM_NAME)
        casualty = NULL;
    if (people != NULL && isn_find_in_date(f, word) && isn_find_has(f, word, ISN_T_DATEWORD))
        people = NULL; /* في التسعينيات: no women of ninety */
    bool first = people != NULL && (casualty == NULL || a->last > b->last);
    *hit = first ? a : b;
    return first ? people : casualty;
}

static void people_fill(isn_entity *e, const isn_find *f, const isn_hit *hit, const isn_sense *s) {
    e->table = (isn_table)s->table;
    e->row = s->row;
    if (s->table == ISN_T_PEOPLE) {
        e->side = (uint8_t)isn_find_flags(f, s, ISN_PEOPLE_SIDE);
        e->sector = (uint8_t)isn_find_flags(f, s, ISN_PEOPLE_SECTOR);
        if (isn_find_flags(f, s, ISN_PEOPLE_FLAGS) & ISN_PF_ENVOY)
            e->flags |= ISN_EF_ENVOY;
    } else {
        e->side = (uint8_t)isn_find_flags(f, s, ISN_CASUALTY_SIDE);
    }
    if (e->side == ISN_SIDE_ARMED)
        e->flags |= ISN_EF_ARMED;
    isn_find_number_flags(e, f, hit, s);
}

/* مسلحون مركزا للشرطة: a plural with its ن, and an accusative, are no two parts of one phrase. */
static bool bound(const isn_find *f, uint32_t at, const isn_hit *hit) {
    const isn_token *head = &f->scan->text->tokens[f->scan->words[hit->last - 1].token];
    const uint8_t *end = isn_token_end(f->scan->text, head);
    bool noon = head->fold_len > 4 && end[-1] == ISN_F_NOON && end[-2] == ISN_F_WAW;
    const isn_token *next = &f->scan->text->tokens[f->scan->words[at].token];
    end = isn_token_end(f->scan->text, next);
    if (noon && next->fold_len > 4 && end[-1] == ISN_F_NOON && end[-2] == ISN_F_WAW &&
        !isn_find_def(f, at))
        return true; /* مسلحون حوثيون */
    bool tanwin = next->flags & ISN_TF_TANWIN ||
                  (next->fold_len > 4 && end[-1] == ISN_F_ALEF && !isn_find_def(f, at) &&
                   !isn_find_has(f, at, ISN_T_COUNTRY) && !isn_find_has(f, at, ISN_T_PLACE) &&
                   !isn_find_has(f, at, ISN_T_ACTOR));
    return !noon && !tanwin;
}

/* رشق شبان قوات الأمن، خطف قراصنة سفينة شحن: civilians right before a force are no part of it, nor criminals of a ship. */
static bool not_of_force(const isn_find *f, const isn_sense *s, uint32_t body) {
    uint8_t sector = f->ents.ptr[body].sector;
    int32_t of = s->table == ISN_T_PEOPLE ? isn_find_flags(f, s, ISN_PEOPLE_SECTOR) : 0;
    if (of == ISN_SEC_CRM && sector == ISN_SEC_BUS)
        return true;
    if ((of == ISN_SEC_REB || of == ISN_SEC_UAF) && (s->form & ISN_FORM_NUMBER) == ISN_FORM_SG &&
        (sector == ISN_SEC_MIL || sector == ISN_SEC_COP))
        return true; /* استهدف انتحاري مركز شرطة */
    return of == ISN_SEC_CVL && (sector == ISN_SEC_MIL || sector == ISN_SEC_COP) &&
           !(isn_find_flags(f, s, ISN_PEOPLE_FLAGS) & (ISN_PF_GROUP | ISN_PF_UNIT));
}

/* كمين نصبه مسلحون لدورية، سلم مسلحون للجيش أسلحتهم: gunmen of nobody are not the army's nor the police's, but what they do is to it. */
static bool done_to_force(const isn_find *f, const isn_sense *s, uint32_t body) {
    uint8_t sector = f->ents.ptr[body].sector;
    return s->table == ISN_T_PEOPLE && (sector == ISN_SEC_MIL || sector == ISN_SEC_COP) &&
           isn_find_flags(f, s, ISN_PEOPLE_SECTOR) == ISN_SEC_UAF;
}

/* سلمت أربع رهائن للصليب الأحمر: captives and the dead are handed to such bodies, and are not theirs. */
static bool handed_to(const isn_find *f, const isn_sense *s, uint32_t body) {
    uint8_t sector = f->ents.ptr[body].sector;
    bool held = s->table == ISN_T_CASUALTY ||
                (isn_find_flags(f, s, ISN_PEOPLE_SECTOR) == ISN_SEC_CVL &&
                 !(isn_find_flags(f, s, ISN_PEOPLE_FLAGS) & (ISN_PF_GROUP | ISN_PF_UNIT)));
    return held && (sector == ISN_SEC_NGO || sector == ISN_SEC_UNO || sector == ISN_SEC_MED);
}

/* تسلمت رهينتين من الحركة: hostages, the displaced are of no armed group; they come from it. */
static bool got_from(const isn_find *f, const isn_sense *s, uint32_t at, uint32_t body) {
    return s->table == ISN_T_CASUALTY && f->ents.ptr[body].flags & ISN_EF_ARMED &&
           isn_find_flags(f, s, ISN_CASUALTY_SIDE) == ISN_SIDE_CIVILIAN &&
           isn_find_func(f, at, ISN_FN_MIN);
}

/* موظفين اثنين بالسفارة: the body stands behind the number. */
uint32_t isn_org_past_number(const isn_find *f, uint32_t at) {
    bool counted = at + 1 < f->end && isn_find_has(f, at, ISN_T_NUMERAL) && !isn_find_def(f, at) &&
                   isn_find_pre(f, at) == 0 && !isn_find_break(f, at + 1);
    return counted && isn_find_pre(f, at + 1) == ISN_CL_BEH &&
                   isn_find_has(f, at + 1, ISN_T_ORGWORD)
               ? at + 1
               : at;
}

/* المسلحون الحوثيون، المقاتلين الحوثيين: the name of a body in the same plural and the same case right behind its men. */
static bool same_ending(const isn_find *f, uint32_t at, const isn_hit *hit) {
    if (at != hit->last || at >= f->end || isn_find_stop(f, at) || isn_find_break(f, at) ||
        !isn_find_has(f, at, ISN_T_ACTOR) || isn_find_suffixed(f, hit) || !isn_find_hit_def(f, hit))
        return false;
    const isn_token *a = &f->scan->text->tokens[f->scan->words[at - 1].token];
    const isn_token *b = &f->scan->text->tokens[f->scan->words[at].token];
    const uint8_t *one = isn_token_end(f->scan->text, a), *two = isn_token_end(f->scan->text, b);
    return a->fold_len > 5 && b->fold_len > 5 && one[-1] == ISN_F_NOON && two[-1] == ISN_F_NOON &&
           one[-2] == two[-2] && (one[-2] == ISN_F_WAW || one[-2] == ISN_F_YEH);
}

/* The body that the people belong to: جنود الاحتلال، مقاتلي حركة الشباب (construct), عناصر من قوات الأمن،
 * عنصراً بتنظيم داعش (preposition). */
static uint32_t people_body(isn_find *f, uint32_t at, const isn_hit *hit, const isn_sense *s,
                            bool def) {
    if (isn_find_break(f, at) && !(at < f->end && (f->scan->words[at].flags & ISN_WF_BREAK) == 0))
        return ISN_NO_ENT;
    at = isn_org_past_number(f, at);
    uint32_t mark = f->ents.len, nested = isn_find_owner(f, at, false);
    unsigned pre = isn_find_pre(f, at);
    if (nested != ISN_NO_ENT) {
        if (f->ents.ptr[nested].kind == ISN_ENT_ACTOR)
            return nested;
        isn_find_undo(f, mark);
        return ISN_NO_ENT;
    }
    if (pre == 0 && !def && at == hit->last && !isn_find_suffixed(f, hit) &&
        !isn_find_stop(f, at) && bound(f, at, hit))
        nested = isn_find_nested(f, at, 0);
    else if (pre == 0 && def && same_ending(f, at, hit))
        nested = isn_find_nested(f, at, 0);
    else if (pre == ISN_CL_BEH || pre == ISN_CL_LAM)
        nested = isn_find_nested(f, at, pre);
    else if (isn_find_func(f, at, ISN_FN_LI) && at + 1 < f->end && !isn_find_break(f, at + 1))
        nested = isn_find_nested(f, at + 1, isn_find_pre(f, at + 1));
    else if ((isn_find_func(f, at, ISN_FN_MIN) || isn_find_func(f, at, ISN_FN_FI)) &&
             !isn_find_break(f, at + 1) && isn_find_pre(f, at + 1) == 0)
        nested = isn_find_nested(f, at + 1, 0);
    if (nested != ISN_NO_ENT &&
        (f->ents.ptr[nested].kind != ISN_ENT_ACTOR ||
         (pre == 0 && f->ents.ptr[nested].first == at && not_of_force(f, s, nested)) ||
         got_from(f, s, at, nested) ||
         (pre == ISN_CL_LAM && (done_to_force(f, s, nested) || handed_to(f, s, nested))) ||
         (pre == ISN_CL_BEH && f->ents.ptr[nested].flags & ISN_EF_WEAPON))) {
        isn_find_undo(f, mark); /* مسؤول بقذيفة أوكرانية: by it */
        nested = ISN_NO_ENT;
    }
    return nested;
}

/* ضابط برتبة نقيب: a link row of titles.tsv (`rank` without `personal`) and the rank. */
static uint32_t with_rank(const isn_find *f, uint32_t word) {
    const isn_hit *hit;
    if (isn_find_break(f, word))
        return word;
    const isn_sense *s = isn_find_sense(&hit, f, word, ISN_T_TITLE, false);
    if (s == NULL ||
        (isn_find_flags(f, s, ISN_TITLE_FLAGS) & (ISN_AF_RANK | ISN_AF_PERSONAL)) != ISN_AF_RANK ||
        isn_find_break(f, hit->last))
        return word;
    const isn_hit *rank; /* رائد، مقدم are people, and only with the article titles */
    return isn_find_sense(&rank, f, hit->last, ISN_T_TITLE, true) != NULL ||
                   isn_find_sense(&rank, f, hit->last, ISN_T_PEOPLE, true) != NULL
               ? rank->last
               : word;
}

/* مزارع البلدة: with the place they are of, sites; "قتل مزارع غربي المدينة" is somebody. */
static bool site_of_place(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_PLACEWORD, true);
    if (s == NULL || isn_find_flags(f, s, ISN_PLACEWORD_USE) != ISN_PU_SITE ||
        isn_find_break(f, word + 1) || isn_find_pre(f, word + 1) != 0)
        return false;
    s = isn_find_sense(NULL, f, word + 1, ISN_T_PLACEWORD, true);
    return s != NULL ? isn_find_flags(f, s, ISN_PLACEWORD_USE) == ISN_PU_TYPE
                     : isn_find_has(f, word + 1, ISN_T_PLACE);
}

/* أودى الانفجار بسائقها، غدر بجندي: a verb of harm that takes its victim with ب stands close before the word. */
static bool befalls(const isn_find *f, uint32_t word) {
    enum { NEAR = 3 };
    const isn_scan *scan = f->scan;
    for (uint32_t w = word, n = 0; w-- > 0 && n < NEAR && !isn_find_break(f, w + 1); n++)
        for (uint32_t h = scan->word_hit[w]; h < scan->word_hit[w + 1]; h++)
            for (unsigned i = 0; i < scan->hits[h].nsenses; i++) {
                const isn_sense *s = &scan->hits[h].senses[i];
                if (s->table != ISN_T_TRIGGER ||
                    isn_find_flags(f, s, ISN_TRIGGER_EFFECT) <= ISN_WHAT_NONE)
                    continue;
                int32_t frame = isn_find_flags(f, s, ISN_TRIGGER_FRAME);
                if (frame >= 0 && isn_lex_int(scan->lex, ISN_T_FRAME, (uint32_t)frame,
                                              ISN_FRAME_BI) == ISN_SLOT_VICTIM)
                    return true;
            }
    return false;
}

/* مدرسة is a school before it is a teacher; بجراح are wounds, not a surgeon. */
static bool is_thing(const isn_find *f, uint32_t word, const isn_hit *hit, const isn_sense *s) {
    if ((s->form & ISN_FORM_NUMBER) != ISN_FORM_SG || isn_find_hit_def(f, hit))
        return false;
    bool maksura = f->scan->text->tokens[f->scan->words[word].token].flags & ISN_TF_MAKSURA;
    return ((s->form & ISN_FORM_FEM || maksura) && /* مصلى, not مصلي */
            isn_find_has(f, word, ISN_T_PLACEWORD)) ||
           site_of_place(f, word) ||
           (s->table == ISN_T_PEOPLE && (isn_find_hit_pre(f, hit) & ISN_CL_BEH) &&
            hit->last == word + 1 && !befalls(f, word));
}

/* متهما إيران، متهمين الحكومة: whom it is said of stands right behind, with nothing before it. */
static bool object_behind(const isn_find *f, uint32_t word) {
    uint32_t at = word + 1;
    return at < f->end && !isn_find_break(f, at) && isn_find_pre(f, at) == 0 &&
           (isn_find_def(f, at) || isn_find_has(f, at, ISN_T_COUNTRY) ||
            isn_find_has(f, at, ISN_T_ACTOR));
}

/* ، متهما إيران، متهمين الحكومة: the participle of a word of speech goes on with the sentence. */
static bool attends(const isn_find *f, uint32_t word, const isn_sense *s) {
    const isn_sense *verb = isn_find_sense(NULL, f, word, ISN_T_TRIGGER, true);
    if (verb == NULL || isn_find_def(f, word) || isn_find_break(f, word + 1) ||
        !(isn_find_flags(f, verb, ISN_TRIGGER_FLAGS) & ISN_TG_SPEECH))
        return false;
    const isn_token *t = &f->scan->text->tokens[f->scan->words[word].token];
    const uint8_t *end = isn_token_end(f->scan->text, t);
    bool several = t->fold_len > 4 && end[-1] == ISN_F_NOON && end[-2] == ISN_F_YEH;
    if (f->scan->words[word].flags & ISN_WF_COMMA && (s->form & ISN_FORM_NUMBER) != ISN_FORM_PL)
        return true;
    return (several || isn_find_alef(f, word)) && object_behind(f, word);
}

/* Of bodies that are no state's: رئيس نقابة، موظفون في الأمم المتحدة, not رئيس المخابرات. */
bool isn_find_no_state(uint8_t sector) {
    switch (sector) {
    case ISN_SEC_IGO:
    case ISN_SEC_UNO:
    case ISN_SEC_NGO:
    case ISN_SEC_SOC:
    case ISN_SEC_LAB:
    case ISN_SEC_EDU:
    case ISN_SEC_MED:
    case ISN_SEC_REL:
    case ISN_SEC_REB:
    case ISN_SEC_IMG:
    case ISN_SEC_PRM:
    case ISN_SEC_PTY:
    case ISN_SEC_OPP:
    case ISN_SEC_JRN:
    case ISN_SEC_BUS: return true;
    default: return false;
    }
}

/* Its officials and employees are no government's. */
bool isn_org_no_state(const isn_entity *body) {
    return body->kind == ISN_ENT_ACTOR && isn_find_no_state(body->sector);
}

/* اغتال مجهولون صحفيا، طعن شاب مستوطنا: behind a plural with its ن, or one without the article and without alef, an
 * accusative is no adjective. */
static bool object_next(const isn_find *f, const isn_hit *hit) {
    const isn_token *head = &f->scan->text->tokens[f->scan->words[hit->last - 1].token];
    const uint8_t *end = isn_token_end(f->scan->text, head);
    bool plural = head->fold_len > 4 && end[-1] == ISN_F_NOON &&
                  (end[-2] == ISN_F_WAW || end[-2] == ISN_F_ALEF);
    uint32_t n = f->counted[hit->first];
    bool one =
        (n == UINT32_MAX || f->numbers->ptr[n].flags & ISN_NF_SINGULAR) &&
        !isn_find_hit_def(f, hit) && !isn_find_suffixed(f, hit) && end[-1] != ISN_F_ALEF &&
        end[-1] != ISN_F_NOON &&
        (isn_find_has(f, hit->last, ISN_T_PEOPLE) || isn_find_has(f, hit->last, ISN_T_ACTOR));
    if (hit->last >= f->end || !(plural || one))
        return false;
    return isn_find_alef(f, hit->last) && !isn_find_has(f, hit->last, ISN_T_COUNTRY) &&
           !isn_find_has(f, hit->last, ISN_T_PLACE);
}

/* مسلحين يشتبه أنهم إسلاميون متشددون: what people are believed to be is of them; its people, or ISN_NO_ENT. */
static uint32_t believed(isn_find *f, uint32_t at) {
    const isn_hit *hit;
    if (isn_find_break(f, at) || !isn_find_has(f, at, ISN_T_FUNC) || f->depth >= ISN_FIND_DEPTH)
        return ISN_NO_ENT;
    const isn_sense *s = isn_find_sense(&hit, f, at, ISN_T_FUNC, true);
    if (s == NULL || isn_find_flags(f, s, ISN_FUNC_KIND) != ISN_FN_BELONGS || hit->last < at + 2 ||
        isn_find_break(f, hit->last) || isn_find_def(f, hit->last) ||
        isn_find_pre(f, hit->last) != 0 || !isn_find_has(f, hit->last, ISN_T_PEOPLE))
        return ISN_NO_ENT;
    uint32_t mark = f->ents.len;
    f->depth++;
    uint32_t men = isn_find_people(f, hit->last);
    f->depth--;
    if (men == ISN_NO_ENT)
        isn_find_undo(f, mark);
    return men;
}

static bool arms_bearer(const isn_find *f, const isn_sense *s) {
    return s->table == ISN_T_PEOPLE && isn_find_flags(f, s, ISN_PEOPLE_SIDE) == ISN_SIDE_ARMED;
}

/* قتل جنديان من تشاد، خطف ثلاثة مهندسين من الصين: behind harm to them, the land people are of; or ISN_NO_ROW. */
static uint32_t from_land(const isn_find *f, uint32_t word, uint32_t last) {
    enum { NEAR = 6 };
    if (last + 1 >= f->end || isn_find_break(f, last) || isn_find_break(f, last + 1) ||
        !isn_find_func(f, last, ISN_FN_MIN) || isn_find_pre(f, last) != 0)
        return ISN_NO_ROW;
    const isn_sense *land = isn_find_sense(NULL, f, last + 1, ISN_T_COUNTRY, true);
    if (land == NULL || isn_find_has(f, last + 1, ISN_T_NATION))
        return ISN_NO_ROW;
    for (uint32_t w = word; w-- > 0 && word - w <= NEAR;) {
        if (f->scan->words[w + 1].flags & ISN_WF_STOP)
            return ISN_NO_ROW;
        const isn_sense *t = isn_find_sense(NULL, f, w, ISN_T_TRIGGER, false);
        int32_t effect = t != NULL ? isn_find_flags(f, t, ISN_TRIGGER_EFFECT) : 0;
        if (effect == ISN_WHAT_KILLED || effect == ISN_WHAT_WOUNDED || effect == ISN_WHAT_CAPTURED)
            return land->row;
        if (t != NULL)
            return ISN_NO_ROW;
    }
    return ISN_NO_ROW;
}

/* فقتله: "and killed him"; "killers" would end in ة. */
static bool done_to_him(const isn_find *f, uint32_t word, const isn_hit *hit) {
    const isn_token *t = &f->scan->text->tokens[f->scan->words[word].token];
    if (hit->last > word + 1 || isn_find_hit_def(f, hit) || isn_find_suffixed(f, hit) ||
        t->flags & ISN_TF_TEH_MARBUTA || isn_token_end(f->scan->text, t)[-1] != ISN_F_HEH)
        return false;
    for (uint32_t h = f->scan->word_hit[word]; h < f->scan->word_hit[word + 1]; h++)
        if (f->scan->hits[h].tables & 1u << ISN_T_TRIGGER &&
            isn_find_suffixed(f, &f->scan->hits[h]))
            return true;
    return false;
}

uint32_t isn_find_people(isn_find *f, uint32_t word) {
    const isn_hit *hit;
    const isn_sense *s = people_head(&hit, f, word);
    if (s == NULL || attends(f, word, s) || done_to_him(f, word, hit) ||
        isn_find_has(f, word, ISN_T_NUMERAL) || /* مئتي is folded like ميتي */
        is_thing(f, word, hit, s))
        return ISN_NO_ENT;
    if (s->table == ISN_T_PEOPLE && isn_find_flags(f, s, ISN_PEOPLE_SECTOR) == ISN_SEC_JRN &&
        (s->form & ISN_FORM_NUMBER) == ISN_FORM_SG && of_channel(f, word, hit))
        return ISN_NO_ENT;
    if ((s->table == ISN_T_CASUALTY || (isn_find_flags(f, s, ISN_PEOPLE_FLAGS) & ISN_PF_ADJ)) &&
        (s->form & ISN_FORM_NUMBER) == ISN_FORM_SG && is_adjective_here(f, word, hit))
        return ISN_NO_ENT;
    if ((s->form & ISN_FORM_NUMBER) == ISN_FORM_DU && s->form & ISN_FORM_FEM && word > 0 &&
        !isn_find_break(f, word) && isn_find_hit_pre(f, hit) == 0 &&
        isn_find_has(f, word - 1, ISN_T_UNIT))
        return ISN_NO_ENT; /* شاحنتين مخطوفتين */
    if (s->table == ISN_T_CASUALTY && isn_find_has(f, word, ISN_T_TRIGGER) &&
        (s->form & ISN_FORM_NUMBER) == ISN_FORM_SG && f->counted[word] == UINT32_MAX)
        return ISN_NO_ENT; /* إصابة: the event, unless it is counted */
    bool def = isn_find_hit_def(f, hit) || isn_find_suffixed(f, hit);
    isn_mods m = {.last = hit->last, .country = ISN_NO_ROW};
    bool object = object_next(f, hit);
    if (!object)
        m = isn_find_mods(f, hit->last, def, true);
    if (m.last < hit->last)
        m.last = hit->last;
    m.last = with_rank(f, m.last);
    uint32_t mark = f->ents.len, nested = object ? ISN_NO_ENT : people_body(f, m.last, hit, s, def);
    if (nested != ISN_NO_ENT && m.last == hit->last && arms_bearer(f, s) &&
        f->ents.ptr[nested].sector == ISN_SEC_MED && f->ents.ptr[nested].first == hit->last &&
        isn_find_pre(f, hit->last) == 0) { /* اقتحم جنود مستشفى كذا: no hospital has soldiers */
        isn_find_undo(f, mark);
        nested = ISN_NO_ENT;
    }
    if (nested != ISN_NO_ENT && isn_find_done_to(f, word, nested)) {
        isn_find_undo(f, mark);
        nested = ISN_NO_ENT;
    }
    uint32_t last = nested != ISN_NO_ENT ? with_rank(f, f->ents.ptr[nested].last) : m.last;
    uint32_t index = isn_find_push(f, ISN_ENT_PEOPLE, word, last);
    isn_entity *e = &f->ents.ptr[index];
    e->reading = hit->reading;
    people_fill(e, f, hit, s);
    e->country = m.country;
    bool civil = m.sector == ISN_SEC_CVL && e->side == ISN_SIDE_ARMED; /* مقاتلون أجانب */
    bool of_un = m.sector == ISN_SEC_UNO &&
                 (e->side != ISN_SIDE_ARMED || e->sector == ISN_SEC_MIL); /* موظفون، جنود أمميون */
    if (m.sector != ISN_SEC_NONE && !civil &&
        (e->sector == ISN_SEC_NONE || e->sector == ISN_SEC_UAF || of_un))
        e->sector = m.sector; /* مسلحون إرهابيون */
    if (nested != ISN_NO_ENT) {
        const isn_entity *n = &f->ents.ptr[nested];
        f->ents.ptr[nested].nested = true;
        e->org = nested;
        if (e->country == ISN_NO_ROW)
            e->country = n->country;
        bool fighters = (n->flags & ISN_EF_ARMED) || n->sector == ISN_SEC_MIL ||
                        n->sector == ISN_SEC_COP || n->sector == ISN_SEC_REB ||
                        n->sector == ISN_SEC_PTY; /* مسلحون من تيار كذا */
        bool active = e->sector == ISN_SEC_SOC && (n->flags & ISN_EF_ARMED); /* نشطاء حماس */
        bool staff = (e->sector == ISN_SEC_GOV ||
                      (e->sector == ISN_SEC_LAB && n->sector != ISN_SEC_BUS)) && /* عمال شركة */
                     isn_org_no_state(n); /* موظفون في الأمم المتحدة، عاملون في منظمة */
        bool blue = e->sector == ISN_SEC_MIL && n->sector == ISN_SEC_UNO; /* جنود اليونيفيل */
        if ((e->sector == ISN_SEC_NONE || e->sector == ISN_SEC_UNK || staff || active || blue ||
             (e->sector == ISN_SEC_UAF && fighters) || /* مسلحون من العشيرة stay what they are */
             (e->side != ISN_SIDE_CIVILIAN && (n->flags & ISN_EF_ARMED) &&
              !(e->sector == ISN_SEC_REB && n->table == ISN_T_ORGWORD &&
                n->sector == ISN_SEC_MIL))) && /* متمردو تحالف كذا */
            n->sector != ISN_SEC_NONE)
            e->sector = n->sector;
        e->inter = n->inter;
        if ((n->flags & ISN_EF_ARMED) && s->table == ISN_T_PEOPLE && e->side == ISN_SIDE_UNKNOWN)
            e->side = ISN_SIDE_ARMED;
        e->flags |= n->flags & ISN_EF_STATE_BY_STORY;
    }
    if (e->country == ISN_NO_ROW && nested == ISN_NO_ENT)
        e->country = from_land(f, word, last);
    uint32_t men = nested == ISN_NO_ENT && arms_bearer(f, s) ? believed(f, last) : ISN_NO_ENT;
    if (men != ISN_NO_ENT) {
        isn_entity *who = &f->ents.ptr[index];
        f->ents.ptr[men].nested = true;
        if (f->ents.ptr[men].side == ISN_SIDE_ARMED && f->ents.ptr[men].sector != ISN_SEC_NONE)
            who->sector = f->ents.ptr[men].sector;
        last = who->last = f->ents.ptr[men].last;
    }
    e = &f->ents.ptr[index];
    uint32_t first, end; /* قالت شقيقته فلانة لـ«…» */
    if (f->depth == 0 && (isn_find_called(f, last, &first, &end) ||
                          ((s->form & ISN_FORM_NUMBER) == ISN_FORM_SG && isn_find_said(f, word) &&
                           isn_find_far_name(f, last, &first, &end)))) {
        e->last = end;
        e->name_first = first;
        e->name_last = end;
        e->flags |= ISN_EF_NAMED;
    }
    return index;
}

/* تظاهر المئات، قطع العشرات الطريق: behind a word of protest a vague number with the article, of nobody told, for those it
 * counts. */
uint32_t isn_find_crowd(isn_find *f, uint32_t word) {
    enum { MANY = 10, THOUSANDS = 4 }; /* آلاف has the letters of the article */
    if (word == 0 || isn_find_break(f, word))
        return ISN_NO_ENT;
    const isn_hit *many = NULL;
    const isn_sense *bound = NULL;
    for (uint32_t h = f->scan->word_hit[word]; h < f->scan->word_hit[word + 1]; h++)
        for (unsigned i = 0; i < f->scan->hits[h].nsenses; i++)
            if (f->scan->hits[h].senses[i].table == ISN_T_BOUND &&
                (many == NULL || f->scan->hits[h].last > many->last)) {
                many = &f->scan->hits[h];
                bound = &many->senses[i];
            }
    if (many == NULL || isn_find_flags(f, bound, ISN_BOUND_KIND) != ISN_B_VAGUE ||
        isn_find_flags(f, bound, ISN_BOUND_LOW) < MANY || !isn_find_def(f, many->last - 1) ||
        f->scan->text->tokens[f->scan->words[many->last - 1].token].fold_len <= THOUSANDS)
        return ISN_NO_ENT;
    uint32_t in = many->last + 1; /* شارك الآلاف في مسيرة */
    bool joined = in < f->end && isn_find_in(f, in) && isn_find_tells(f, in, ISN_EV_PROTEST);
    if (!joined && !isn_find_tells(f, word - 1, ISN_EV_PROTEST))
        return ISN_NO_ENT;
    uint32_t index = isn_find_push(f, ISN_ENT_PEOPLE, word, many->last);
    isn_entity *e = &f->ents.ptr[index];
    e->reading = many->reading;
    e->table = ISN_T_BOUND;
    e->row = bound->row;
    e->side = ISN_SIDE_CIVILIAN;
    e->sector = ISN_SEC_CVL;
    e->flags |= ISN_EF_PLURAL;
    return index;
}
