/* role_after.c: the phrases behind the trigger, one after the other to the end of its clause. */
#include "claim/rolework.h"

static bool partitive(const isn_work *k, const isn_ev *e, const isn_role_walk *p,
                      const isn_entity *x) {
    if (!p->nbares || p->nbares >= ISN_ROLE_MAX || p->last_prep != ISN_NO_FN ||
        x->kind != ISN_ENT_ACTOR || isn_role_with_help(k, e, x->first))
        return false;
    int32_t slot = isn_role_slot_prep(k, e, ISN_FN_MIN);
    return slot == ISN_SLOT_NONE || slot == ISN_SLOT_PLACE;
}

/* باستخدام المدنيين: the genitive of a noun that a preposition governs is no part of the clause. */
static bool of_governed_noun(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    uint32_t w = x->first;
    if (w <= e->last + 1 || k->m->entities.cover[w - 1] != ISN_NONE || k->taken[w - 1] ||
        k->fn[w - 1] != ISN_NO_FN || k->wc[w - 1] & (ISN_WC_VERB | ISN_WC_TRIGGER) ||
        k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    if (k->fn[w - 2] == ISN_FN_FI && e->event == ISN_EV_ACCUSE && e->verb &&
        isn_work_has(k, w - 1, ISN_T_CHANNEL) &&
        isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_RECIPIENT)
        return false; /* اتهمت الوزارة في بيان الجيش بكذا: whom she charges in it */
    const isn_reading *r = &k->scan->words[w - 1].reading[0];
    bool after = w > e->last + 1 && k->fn[w - 2] <= ISN_FN_HAND && r->pre == 0; /* على طول الحدود */
    bool to = w > e->last + 2 && k->fn[w - 2] == ISN_FN_ILA && !(r->pre); /* إلى مقر الرئيس */
    return (r->pre & (ISN_CL_BEH | ISN_CL_LAM) || after || to) && !(r->pre & ISN_CL_AL) &&
           r->suf == ISN_SUF_NONE &&
           (!isn_work_has(k, w - 1, ISN_T_DATEWORD) || (after && k->fn[w - 2] == ISN_FN_ALA));
}

bool isn_role_is_house(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_UNIT);
    return s && isn_lex_int(k->lex, ISN_T_UNIT, s->row, ISN_UNIT_KIND) == ISN_U_BUILDING;
}

/* غارات على مواقع التنظيم، هجوم على مقار الحركة، على سيارة ضابط، عبوة بسيارة طبيب: whose posts they are, whose car, is
 * whom the preposition is about. The preposition, or none. */
static uint8_t posts_of(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    uint32_t w = x->first;
    bool people = x->kind == ISN_ENT_PEOPLE || x->kind == ISN_ENT_PERSON || x->table == ISN_T_TITLE;
    if ((e->event != ISN_EV_ASSAULT && e->event != ISN_EV_PROTEST) || w < e->last + 2 ||
        (x->kind != ISN_ENT_ACTOR && !people) || k->scan->words[w].flags & ISN_WF_BREAK ||
        isn_work_pre(k, w, x->reading) & ~(unsigned)ISN_CL_AL)
        return ISN_NO_FN;
    bool owned =
        people ? isn_role_is_vehicle(k, w - 1) || isn_role_is_house(k, w - 1)
               : isn_work_has(k, w - 1, ISN_T_PLACEWORD) || isn_work_has(k, w - 1, ISN_T_SITE);
    unsigned pre = owned ? isn_work_pre(k, w - 1, 0) : ISN_CL_AL;
    if (owned && isn_role_posting(k, e, w - 1))
        w--; /* على مناطق تمركز القوات */
    if (people && pre == ISN_CL_BEH && e->flags & ISN_TG_ATTACK)
        return ISN_FN_ALA;
    if (pre || k->fn[w - 2] > ISN_FN_HAND)
        return ISN_NO_FN;
    int32_t slot = isn_role_slot_prep(k, e, k->fn[w - 2]);
    return slot == ISN_SLOT_TARGET || slot == ISN_SLOT_VICTIM ? k->fn[w - 2] : ISN_NO_FN;
}

/* حراس الوزير، والدة الشهيد: people without article and the definite noun right behind them are one phrase. A noun with
 * its ن (مسلحون الوزير) is bound to nothing. */
static bool genitive(const isn_work *k, const isn_role_walk *p, const isn_entity *x) {
    if (p->last_entity == ISN_NONE)
        return false;
    const isn_entity *head = isn_work_entity(k, p->last_entity);
    const isn_entity *joined =
        p->nbares ? isn_work_entity(k, p->bares[p->nbares - 1] & ~0x80000000u) : head;
    if (joined->last == x->first)
        head = joined; /* شقيق ونجل أسير */
    const isn_word *word = &k->scan->words[x->first];
    if (isn_role_is_place(x) || head->kind != ISN_ENT_PEOPLE || head->last != x->first ||
        word->flags & ISN_WF_BREAK ||
        isn_work_pre(k, x->first, x->reading) & ~(unsigned)ISN_CL_AL || x->flags & ISN_EF_ADJ)
        return false;
    bool family = x->table == ISN_T_PEOPLE &&
                  isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) & ISN_PF_UNIT;
    bool kin = head->table == ISN_T_PEOPLE && !isn_work_pronoun(k, head->last - 1) &&
               isn_lex_int(k->lex, ISN_T_PEOPLE, head->row, ISN_PEOPLE_FLAGS) & ISN_PF_KIN;
    bool definite = family || kin || /* سبعة من أفراد عائلة واحدة، نجل أسير */
                    isn_work_pre(k, x->first, x->reading) & ISN_CL_AL || x->flags & ISN_EF_NAMED;
    const isn_token *token = &k->scan->text->tokens[k->scan->words[x->first - 1].token];
    const uint8_t *end = isn_token_end(k->scan->text, token);
    bool bound = token->fold_len > 2 && !(token->flags & ISN_TF_TANWIN) &&
                 !(end[-1] == ISN_F_NOON &&
                   (end[-2] == ISN_F_WAW || end[-2] == ISN_F_YEH || end[-2] == ISN_F_ALEF));
    const isn_reading *r = /* أهالي القتلى: no "my people" */
        &k->scan->words[x->first - 1].reading[head->last == head->first + 1 ? head->reading : 0];
    /* هاجم أنصار مرشح مركزا: one man who is no object, which an alef would show */
    const isn_token *own = &k->scan->text->tokens[word->token];
    if (x->table == ISN_T_ACTOR && x->sector == ISN_SEC_CVL &&
        isn_token_end(k->scan->text, own)[-1] == ISN_F_ALEF)
        return false; /* طعن شاب مستوطنا */
    if ((head->sector == ISN_SEC_REB || head->sector == ISN_SEC_UAF) &&
        !(head->flags & (ISN_EF_PLURAL | ISN_EF_DUAL)) &&
        (x->sector == ISN_SEC_MIL || x->sector == ISN_SEC_COP))
        return false; /* استهدف انتحاري مركز شرطة */
    bool single = x->number == ISN_NONE || k->m->numbers.ptr[x->number].flags & ISN_NF_SINGULAR;
    bool one = x->kind == ISN_ENT_PEOPLE && single && head->flags & ISN_EF_PLURAL &&
               !(x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL | ISN_EF_FEM)) &&
               isn_token_end(k->scan->text, own)[-1] != ISN_F_ALEF &&
               (head->number == ISN_NONE ||
                k->m->numbers.ptr[head->number].first >= head->first); /* not ثلاثة أنصار */
    return (definite || one) && bound && r->suf == ISN_SUF_NONE && !(r->pre & ISN_CL_AL);
}

/* إن أربعة من قوات الأمن قتلوا: the figure that counts some of a body, right before من, or ISN_NONE. */
uint32_t isn_role_some_of_body(const isn_work *k, const isn_entity *x) {
    uint32_t n = x->first > 1 ? k->m->numbers.at[x->first - 2] : ISN_NONE;
    if (n == ISN_NONE || x->kind != ISN_ENT_ACTOR || k->fn[x->first - 1] != ISN_FN_MIN)
        return ISN_NONE;
    const isn_number *q = &k->m->numbers.ptr[n];
    bool bare = q->last + 1 == x->first && q->noun == ISN_NONE && q->num_first < q->num_last &&
                !(q->flags & (ISN_NF_DATE | ISN_NF_ORDINAL));
    return bare ? n : ISN_NONE;
}

/* The preposition before the phrase; عشرة من الجنود is no more governed than عشرة جنود. */
uint8_t isn_role_governed_by(const isn_work *k, const isn_entity *x) {
    uint8_t fn = isn_clause_prep(k, x->first, x->reading);
    uint32_t some = fn == ISN_FN_MIN ? isn_role_some_of_body(k, x) : ISN_NONE;
    if (some != ISN_NONE)
        return isn_clause_prep(k, k->m->numbers.ptr[some].first, 0);
    if (fn != ISN_FN_MIN || x->number == ISN_NONE)
        return fn;
    const isn_number *q = &k->m->numbers.ptr[x->number];
    if (q->num_last + 1 != x->first || q->num_first == q->num_last)
        return fn;
    return isn_clause_prep(k, q->first, 0);
}

/* بنيران الجيش، بقذيفة روسية، بشظايا قذيفة للنظام: whose weapon it is that harmed. */
static bool instrument(const isn_work *k, const isn_ev *e, const isn_entity *x, uint8_t fn) {
    bool several = x->number != ISN_NONE &&
                   !(k->m->numbers.ptr[x->number].flags & ISN_NF_SINGULAR); /* برصاص قناص */
    if (x->first <= e->last || !(e->effect || e->flags & ISN_TG_ATTACK) || several ||
        (fn != ISN_NO_FN && fn != ISN_FN_LI) || k->scan->words[x->first].flags & ISN_WF_BREAK)
        return false;
    bool doer = x->flags & ISN_EF_ADJ ||
                (x->kind == ISN_ENT_PEOPLE &&
                 (x->side == ISN_SIDE_ARMED || x->sector == ISN_SEC_UNK)) || /* برصاص مجهولين */
                (x->kind == ISN_ENT_ACTOR && isn_role_strikes(x)) ||
                x->table == ISN_T_COUNTRY;
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, x->first - 1, ISN_T_UNIT);
    if (!doer || !s || isn_lex_int(k->lex, ISN_T_UNIT, s->row, ISN_UNIT_KIND) != ISN_U_MUNITION)
        return false;
    if (!e->verb && isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_WEAPON &&
        x->first - e->last < 4)
        return true; /* انفجار لغم حوثي */
    for (uint32_t w = x->first; w-- > e->last && w + 3 > x->first;)
        if (isn_work_pre(k, w, 0) & ISN_CL_BEH)
            return true;
    return false;
}

bool isn_role_counted_by_word(const isn_work *k, const isn_entity *x) {
    const isn_number *q = x->number != ISN_NONE ? &k->m->numbers.ptr[x->number] : NULL;
    return q && q->num_first < q->num_last;
}

/* شابين محررين، أسيرا محررا: two nouns of people, one right behind the other, in the same case that is no nominative, tell of
 * the same; so does one in ين behind people who are counted: ثلاثة أسرى محررين. */
static bool with_its_case(const isn_work *k, const isn_entity *head, const isn_entity *x) {
    const isn_token *a = &k->scan->text->tokens[k->scan->words[head->last - 1].token];
    const isn_token *b = &k->scan->text->tokens[k->scan->words[x->first].token];
    const uint8_t *one = isn_token_end(k->scan->text, a);
    const uint8_t *two = isn_token_end(k->scan->text, b);
    if (a->fold_len < 4 || b->fold_len < 4 || isn_role_counted_by_word(k, x))
        return false;
    bool oblique =
        two[-1] == ISN_F_NOON && two[-2] == ISN_F_YEH && x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL);
    bool counted = isn_role_counted_by_word(k, head);
    bool same = one[-1] == two[-1] && (one[-1] == ISN_F_ALEF || one[-2] == two[-2]);
    return oblique ? same || (counted && head->flags & ISN_EF_PLURAL && one[-1] != ISN_F_NOON)
                   : same && one[-1] == ISN_F_ALEF && isn_clause_accusative(k, head);
}

/* محتجون مؤيدون للجيش: a second noun of people in the nominative, right behind the first, describes them. */
static bool describes_people(const isn_work *k, const isn_entity *head, const isn_entity *x) {
    const isn_word *word = &k->scan->words[x->first];
    const isn_token *token = &k->scan->text->tokens[word->token];
    const uint8_t *end = isn_token_end(k->scan->text, token);
    if (head->kind != ISN_ENT_PEOPLE || x->kind != ISN_ENT_PEOPLE || head->last != x->first ||
        word->flags & ISN_WF_BREAK || isn_work_pre(k, x->first, x->reading))
        return false;
    /* 25 محبوسا احتياطيا: behind a noun in the accusative of number its adjective */
    bool counted =
        head->number != ISN_NONE && end[-1] == ISN_F_ALEF &&
        k->m->numbers.ptr[head->number].num_first < k->m->numbers.ptr[head->number].num_last &&
        (x->number == ISN_NONE || k->m->numbers.ptr[x->number].flags & ISN_NF_SINGULAR);
    return counted || with_its_case(k, head, x) ||
           (token->fold_len > 4 && end[-1] == ISN_F_NOON && end[-2] == ISN_F_WAW);
}

/* شاب من سكان المخيم، رجلان من أهالي القرية: who they are, and nobody else. */
static bool resident(const isn_work *k, const isn_role_walk *p, const isn_entity *x) {
    if (p->last_entity == ISN_NONE || x->table != ISN_T_PEOPLE || x->number != ISN_NONE)
        return false;
    const isn_entity *head = isn_work_entity(k, p->last_entity);
    uint32_t c = x->last < k->scan->nwords ? k->m->entities.cover[x->last] : ISN_NONE;
    uint32_t flags = (uint32_t)isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS);
    bool natives = flags & ISN_PF_KIN && c != ISN_NONE &&
                   isn_role_is_place(isn_work_entity(k, c)) &&
                   isn_work_entity(k, c)->first == x->last; /* من أبناء محافظة كذا */
    return head->kind == ISN_ENT_PEOPLE && head->last + 1 == x->first &&
           (flags & ISN_PF_GROUP || natives);
}

/* Nothing but a date between the noun and the word? */
static bool after_date(const isn_work *k, const isn_entity *noun, uint32_t word) {
    if (noun->last >= word || k->m->dates.at[noun->last] == ISN_NONE)
        return false;
    return k->m->dates.ptr[k->m->dates.at[noun->last]].last == word;
}

/* اغتال مسلحون …، ضابطين: a comma stands before the object, which the accusative shows, or that it is a body. */
static bool object_far_on(const isn_work *k, const isn_ev *e, const isn_role_walk *p,
                          const isn_entity *x) {
    uint32_t first = x->first;
    if (x->number != ISN_NONE && k->m->numbers.ptr[x->number].first < first)
        first = k->m->numbers.ptr[x->number].first;
    if (!e->verb || p->nbares == 0 || isn_role_bare_at(p, 1) != ISN_NONE ||
        !(k->scan->words[first].flags & ISN_WF_COMMA))
        return false;
    const isn_entity *subject = isn_work_entity(k, isn_role_bare_at(p, 0));
    const isn_token *doer = &k->scan->text->tokens[k->scan->words[subject->first].token];
    const isn_token *object = &k->scan->text->tokens[k->scan->words[x->first].token];
    const uint8_t *a = isn_token_end(k->scan->text, doer);
    const uint8_t *b = isn_token_end(k->scan->text, object);
    bool acts = subject->kind == ISN_ENT_ACTOR || subject->kind == ISN_ENT_PERSON ||
                (doer->fold_len > 4 && a[-1] == ISN_F_NOON && a[-2] == ISN_F_WAW);
    bool bare = isn_clause_prep(k, x->first, x->reading) == ISN_NO_FN &&
                !(isn_work_pre(k, x->first, x->reading) & ~(unsigned)ISN_CL_AL);
    if (acts && after_date(k, subject, first) && x->kind != ISN_ENT_PLACE &&
        !(x->flags & ISN_EF_ADJ) && isn_clause_prep(k, first, x->reading) == ISN_NO_FN &&
        !(isn_work_pre(k, first, x->reading) & ~(unsigned)ISN_CL_AL) &&
        (x->last >= k->scan->nwords || !(k->wc[x->last] & ISN_WC_VERB)))
        return true; /* اعتقلت القوات فجر اليوم، الشاب فلان */
    bool charged = e->flags & ISN_TG_SPEECH && x->table == ISN_T_COUNTRY && bare;
    bool dealt = (e->flags & ISN_TG_SPEECH || e->event == ISN_EV_CONSULT) && bare &&
                 x->kind == ISN_ENT_PERSON && x->table != ISN_T_NAME;
    if (x->kind == ISN_ENT_ACTOR || charged || dealt) /* تتهم السلطات، أوكرانيا، بكذا */
        return acts && !e->effect && !(x->flags & ISN_EF_ADJ);
    return acts && x->kind == ISN_ENT_PEOPLE && object->fold_len > 4 &&
           (b[-1] == ISN_F_ALEF || (b[-1] == ISN_F_NOON && b[-2] == ISN_F_YEH));
}

/* معظمهم من النساء والأطفال: of those told already. */
static bool most_of_them(const isn_work *k, uint32_t first, uint8_t fn) {
    uint32_t w = first - (fn == ISN_FN_MIN);
    return first > 1 && w > 0 && k->fn[w - 1] == ISN_FN_EACH && isn_work_pronoun(k, w - 1);
}

/* العقيد فلان قائد اللواء: right behind a person's name his office, or his name right behind the office. */
static bool apposed(const isn_work *k, const isn_ev *e, const isn_role_walk *p,
                    const isn_entity *x) {
    if (p->last_entity == ISN_NONE || !e->effect)
        return false;
    const isn_entity *head = isn_work_entity(k, p->last_entity);
    const isn_entity *joined =
        p->nbares ? isn_work_entity(k, p->bares[p->nbares - 1] & ~0x80000000u) : head;
    if (joined->last == x->first)
        head = joined; /* فلان ومرافقه فلان */
    const isn_token *token = &k->scan->text->tokens[k->scan->words[x->first].token];
    const uint8_t *end = isn_token_end(k->scan->text, token);
    if (head->kind == ISN_ENT_PEOPLE && !(head->flags & (ISN_EF_PLURAL | ISN_EF_DUAL)) &&
        isn_work_pronoun(k, head->last - 1) && x->kind == ISN_ENT_PERSON &&
        x->first == head->last && !(k->scan->words[x->first].flags & ISN_WF_BREAK) &&
        !isn_work_pre(k, x->first, x->reading))
        return true; /* القيادي فلان ومرافقه فلان */
    if (head->kind == ISN_ENT_PEOPLE && x->kind == ISN_ENT_PERSON && x->first == head->last &&
        isn_work_pre(k, head->first, head->reading) & ISN_CL_AL &&
        (head->flags & ISN_EF_DUAL ||
         (head->flags & ISN_EF_PLURAL && head->side != ISN_SIDE_ARMED)) &&
        !(k->scan->words[x->first].flags & ISN_WF_BREAK) && !isn_work_pre(k, x->first, x->reading))
        return true; /* الشابان فلان وفلان; not قتل المسلحون فلانا */
    return head->kind == ISN_ENT_PERSON && head->flags & ISN_EF_NAMED && x->first == head->last &&
           (x->kind == ISN_ENT_PERSON || x->kind == ISN_ENT_PEOPLE || x->table == ISN_T_TITLE) &&
           x->number == ISN_NONE && !(k->scan->words[x->first].flags & ISN_WF_BREAK) &&
           !(isn_work_pre(k, x->first, x->reading) & ~(unsigned)ISN_CL_AL) &&
           end[-1] != ISN_F_ALEF && !(x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL));
}

/* الشابين سامر الحلبي وعمر الخطيب، المعتقلين فلان، وفلان: people with the article in the dual or the plural and their names
 * right behind them; the name that و joins to those is of one of them. */
static bool next_name(const isn_work *k, const isn_role_walk *p, const isn_entity *x) {
    enum { NAMES = 18 };
    if (x->kind != ISN_ENT_PERSON || x->number != ISN_NONE || p->last_entity == ISN_NONE ||
        !(isn_work_pre(k, x->first, x->reading) & ISN_CL_WAW))
        return false;
    const isn_entity *head = isn_work_entity(k, p->last_entity);
    bool several = head->flags & (ISN_EF_DUAL | ISN_EF_PLURAL) && head->kind == ISN_ENT_PEOPLE &&
                   isn_work_pre(k, head->first, head->reading) & ISN_CL_AL;
    if (!several || head->last >= x->first || x->first - head->last > NAMES)
        return false;
    bool named = false;
    for (uint32_t w = head->last; w < x->first; w++) {
        uint32_t c = k->m->entities.cover[w];
        bool person = c != ISN_NONE && isn_work_entity(k, c)->kind == ISN_ENT_PERSON;
        bool part = c == ISN_NONE && isn_work_has(k, w, ISN_T_NAME) && k->fn[w] == ISN_NO_FN;
        if (k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY) || (!person && !part && w == head->last))
            return false;
        named |= person || part;
        if (c != ISN_NONE && !person)
            return false;
    }
    return named;
}

/* تعذيب في سجون النظام، توفي في معتقل للحوثيين، في مركز احتجاز تابع للهيئة: whose prison it is did what befell people in
 * it. */
static bool keeps(const isn_work *k, const isn_ev *e, const isn_entity *x, uint8_t fn) {
    bool befell = e->event == ISN_EV_ASSAULT && (e->effect || e->flags & ISN_TG_ATTACK);
    if (!befell || x->kind != ISN_ENT_ACTOR || x->first < e->last + 2 ||
        (fn != ISN_NO_FN && fn != ISN_FN_LI) || k->scan->words[x->first].flags & ISN_WF_BREAK)
        return false;
    uint32_t w = x->first - 1;
    w -= k->fn[w] == ISN_FN_BELONGS && w > e->last + 1;
    for (unsigned n = 0; n < 2 && w > e->last; n++, w--)
        if (isn_role_cue(k, w, ISN_CUE_CUSTODY))
            return k->fn[w - 1] == ISN_FN_FI;
    return false;
}

/* The جثة of جثة طفلة: he whose it is follows. */
static bool body_of(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    uint32_t w = x->last;
    if (x->table != ISN_T_CASUALTY || !isn_role_finds_dead(k, e) || w >= k->scan->nwords ||
        k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    uint32_t c = k->m->entities.cover[w];
    return c != ISN_NONE && isn_work_entity(k, c)->first == w && isn_work_entity(k, c) != x &&
           (isn_work_entity(k, c)->kind == ISN_ENT_PEOPLE ||
            isn_work_entity(k, c)->kind == ISN_ENT_PERSON) &&
           !(isn_work_pre(k, w, isn_work_entity(k, c)->reading) & ~(unsigned)ISN_CL_AL);
}

/* عددا: does the word end in the alef of the accusative? */
bool isn_role_takes_alef(const isn_work *k, uint32_t w) {
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    return token->fold_len > 1 && isn_token_end(k->scan->text, token)[-1] == ISN_F_ALEF;
}

/* قتل مسلحون ثلاثة من قوات الأمن: where the figure of some of a body begins, or the body itself. */
uint32_t isn_role_some_before(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    enum { WORDS = 6 };
    uint32_t from = x->first - 1;
    for (uint32_t w = from; w-- > e->last && from - w <= WORDS;) {
        uint32_t n = k->m->numbers.at[w];
        if (n == ISN_NONE)
            continue;
        const isn_number *q = &k->m->numbers.ptr[n];
        bool bare = q->last == from && q->noun == ISN_NONE && q->num_first < q->num_last;
        return bare && !isn_role_is_place(x) && !(q->flags & (ISN_NF_DATE | ISN_NF_ORDINAL))
                   ? w
                   : x->first;
    }
    return x->first;
}

/* شابين من جنين وشابين من الخليل: people in the same case as those before, whose town stands between. */
static bool alike_behind_place(const isn_work *k, const isn_role_walk *p, const isn_entity *x) {
    const isn_entity *head = isn_work_entity(k, p->bares[p->nbares - 1] & ~0x80000000u);
    uint32_t w = head->last;
    if (x->kind != ISN_ENT_PEOPLE || head->kind != ISN_ENT_PEOPLE || x->side == ISN_SIDE_ARMED ||
        head->side == ISN_SIDE_ARMED ||
        isn_clause_accusative(k, x) != isn_clause_accusative(k, head))
        return false;
    while (w < x->first && k->fn[w] != ISN_FN_MIN && !(k->scan->words[w].flags & ISN_WF_BREAK))
        w++; /* محررين */
    uint32_t c = w + 1 < x->first ? k->m->entities.cover[w + 1] : ISN_NONE;
    return c != ISN_NONE && k->fn[w] == ISN_FN_MIN && isn_role_is_place(isn_work_entity(k, c)) &&
           isn_work_entity(k, c)->last + 2 >= x->first;
}

/* عاقبت واشنطن خمس شركات وثلاثة أشخاص: things that are counted stand between the subject and the people that و joins to them. */
static bool joins_things(const isn_work *k, const isn_ev *e, const isn_role_walk *p,
                         const isn_entity *x) {
    int32_t obj = isn_work_slot(k, e->row, ISN_FRAME_OBJECT);
    if (!e->verb || p->nbares != 1 || p->last_entity != p->bares[0] || x->number == ISN_NONE ||
        (obj != ISN_SLOT_RECIPIENT && obj != ISN_SLOT_VICTIM && obj != ISN_SLOT_TARGET))
        return false;
    const isn_entity *subject = isn_work_entity(k, p->last_entity);
    uint32_t w = subject->last, n = w < x->first ? k->m->numbers.at[w] : ISN_NONE;
    if (n == ISN_NONE || isn_work_pre(k, w, 0) || k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    const isn_number *things = &k->m->numbers.ptr[n], *people = &k->m->numbers.ptr[x->number];
    return things->first == w && things->noun != ISN_NONE && n != x->number &&
           k->m->entities.cover[things->noun] == ISN_NONE && people->num_first < people->num_last &&
           people->first <= things->last + 1 && people->first >= things->last;
}

/* اتهمت دمشق أوساطا معينة وتركيا: an object that no table has stands behind the subject, which has its article or is a name; what و
 * joins, is joined to that one. */
static bool joins_unknown(const isn_work *k, const isn_ev *e, const isn_role_walk *p,
                          const isn_entity *x) {
    if (!e->verb || !(e->flags & ISN_TG_SPEECH) || p->nbares != 1 || p->last_entity == ISN_NONE ||
        isn_work_slot(k, e->row, ISN_FRAME_OBJECT) != ISN_SLOT_RECIPIENT)
        return false;
    const isn_entity *subject = isn_work_entity(k, p->last_entity);
    bool named = subject->flags & ISN_EF_NAMED || isn_role_is_place(subject) ||
                 isn_work_pre(k, subject->last - 1, 0) & ISN_CL_AL;
    if (!named || subject->last >= x->first)
        return false;
    for (uint32_t w = subject->last; w < x->first; w++)
        if (k->m->entities.cover[w] != ISN_NONE || k->fn[w] != ISN_NO_FN || k->taken[w] ||
            k->wc[w] & (ISN_WC_VERB | ISN_WC_TRIGGER | ISN_WC_SAY) || isn_work_pre(k, w, 0) ||
            k->scan->words[w].flags & ISN_WF_BREAK || k->scan->words[w].kind != ISN_TOK_WORD)
            return false;
    return true;
}

/* استهدفت الطائرات مواقع ومخازن أسلحة للحركة: posts and arms that و joins to a noun that no table has are struck with it. */
static bool joins_struck(const isn_work *k, const isn_ev *e, const isn_role_walk *p,
                         const isn_entity *x) {
    uint32_t w = x->first - 1;
    return e->verb && x->flags & ISN_EF_WEAPON && p->nbares <= 1 && w > e->last &&
           isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_TARGET &&
           k->m->entities.cover[w] == ISN_NONE && k->fn[w] == ISN_NO_FN && !k->taken[w] &&
           k->scan->words[w].kind == ISN_TOK_WORD && !(k->scan->words[w].flags & ISN_WF_BREAK) &&
           !(k->scan->words[x->first].flags & ISN_WF_BREAK) &&
           !(k->wc[w] & (ISN_WC_VERB | ISN_WC_TRIGGER | ISN_WC_SAY)) &&
           !(isn_work_pre(k, w, 0) & ISN_CL_AL);
}

/* فككت خلية تضم سبعة أفراد، مكونة من سبعة: the figure at the word is of how many the body is that is taken. */
bool isn_role_made_of(const isn_work *k, const isn_ev *e, uint32_t word) {
    if (e->effect != ISN_WHAT_CAPTURED || word < e->last + 2)
        return false;
    return isn_role_cue(k, word - 1, ISN_CUE_MADE_OF) || isn_role_cue(k, word - 2, ISN_CUE_MADE_OF);
}

/* Does a noun phrase without preposition, which nothing joins, begin at the word? */
static bool bare_begins(const isn_work *k, uint32_t w) {
    uint32_t c = w < k->scan->nwords ? k->m->entities.cover[w] : ISN_NONE;
    uint8_t reading = c != ISN_NONE ? isn_work_entity(k, c)->reading : 0;
    return w < k->scan->nwords && !(k->scan->words[w].flags & ISN_WF_BREAK) &&
           !(k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY)) && k->fn[w] == ISN_NO_FN &&
           k->m->dates.at[w] == ISN_NONE && isn_clause_prep(k, w, reading) == ISN_NO_FN &&
           !(isn_work_pre(k, w, reading) & ~(unsigned)ISN_CL_AL);
}

/* اتهم أهالي القرية الجيش، طالب سكان الحي البلدية: whose people the subject is, and no object, which stands right behind; so
 * with any people that are bound to their place: حاصر عمال المصفاة الحاكم. */
static bool home_of_doers(const isn_work *k, const isn_ev *e, const isn_role_walk *p,
                          const isn_entity *x) {
    if (!e->verb || p->nbares != 1 || p->last_entity != p->bares[0] || !isn_role_is_place(x) ||
        x->flags & (ISN_EF_NEAR | ISN_EF_DIRECTION) || !bare_begins(k, x->last))
        return false;
    const isn_entity *head = isn_work_entity(k, p->last_entity);
    if (head->last != x->first || k->scan->words[x->first].flags & ISN_WF_BREAK ||
        isn_work_pre(k, x->first, x->reading) & ~(unsigned)ISN_CL_AL ||
        isn_work_pre(k, head->first, head->reading) & ISN_CL_AL ||
        k->scan->words[head->first].reading[head->reading].suf != ISN_SUF_NONE)
        return false;
    if (head->table == ISN_T_ORGWORD) /* سكان, where they speak */
        return head->sector == ISN_SEC_CVL &&
               isn_lex_int(k->lex, ISN_T_ORGWORD, head->row, ISN_ORGWORD_FLAGS) & ISN_AF_SOURCE;
    if (head->table != ISN_T_PEOPLE || head->side == ISN_SIDE_ARMED)
        return false;
    const int32_t folk = ISN_PF_GROUP | ISN_PF_UNIT | ISN_PF_KIN;
    if (isn_lex_int(k->lex, ISN_T_PEOPLE, head->row, ISN_PEOPLE_FLAGS) & folk)
        return true;
    const isn_token *token = &k->scan->text->tokens[k->scan->words[x->first - 1].token];
    const uint8_t *end = isn_token_end(k->scan->text, token);
    return head->flags & ISN_EF_PLURAL && head->number == ISN_NONE && end[-1] != ISN_F_NOON &&
           end[-1] != ISN_F_ALEF && k->m->entities.cover[x->last] != ISN_NONE;
}

/* استهدفت صواريخ الحوثيين الميناء، دكت صواريخ الحزب القاعدة: rockets without the article right behind the verb, and their owner, who
 * fires them. */
static bool owns_rockets(const isn_work *k, const isn_ev *e, const isn_role_walk *p,
                         const isn_entity *x) {
    const isn_hit *hit;
    const isn_sense *s = x->first == e->last + 1 && e->verb && e->event == ISN_EV_ASSAULT
                             ? isn_match_sense(&hit, k->scan, e->last, ISN_T_UNIT)
                             : NULL;
    if (s == NULL || (s->form & ISN_FORM_NUMBER) != ISN_FORM_PL || p->nbares ||
        k->m->entities.cover[e->last] != ISN_NONE ||
        isn_lex_int(k->lex, ISN_T_UNIT, s->row, ISN_UNIT_KIND) != ISN_U_MUNITION ||
        k->scan->words[x->first].flags & ISN_WF_BREAK)
        return false;
    return !isn_work_pre(k, e->last, 0) && x->number == ISN_NONE && isn_role_strikes(x) &&
           !(x->flags & ISN_EF_ADJ) &&
           !(isn_work_pre(k, x->first, x->reading) & ~(unsigned)ISN_CL_AL);
}

/* مباحثات مصرية أردنية، ضربات أميركية بريطانية: a second nation right behind the first, each of which has its part. */
static bool second_nation(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    uint32_t w = x->first, c = w > 0 ? k->m->entities.cover[w - 1] : ISN_NONE;
    if (c == ISN_NONE || k->scan->words[w].flags & ISN_WF_BREAK ||
        isn_work_pre(k, w, 0) & ~(unsigned)ISN_CL_AL)
        return false;
    const isn_entity *one = isn_work_entity(k, c);
    return one->last == w && one->flags & ISN_EF_ADJ && isn_refs_has(&e->actors, c) &&
           one->country != ISN_NO_ROW && x->country != ISN_NO_ROW && one->country != x->country &&
           isn_work_pre(k, w, 0) == isn_work_pre(k, one->first, one->reading);
}

static void chunk(const isn_work *k, isn_ev *e, isn_role_walk *p, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    if (x->kind == ISN_ENT_PRONOUN && p->nbares && p->last_entity != ISN_NONE &&
        isn_work_entity(k, p->last_entity)->last == x->first) {
        p->parts = true;
        return; /* اغتيل الشيخ فلان هو ونجله */
    }
    if (!e->verb && p->last_entity != ISN_NONE && isn_role_finds_dead(k, e) &&
        isn_work_entity(k, p->last_entity)->last == x->first &&
        body_of(k, e, isn_work_entity(k, p->last_entity))) {
        isn_role_give(k, e, ISN_SLOT_VICTIM, entity); /* العثور على جثة شاب */
        return;
    }
    if (genitive(k, p, x) || apposed(k, e, p, x) || (p->nbares && body_of(k, e, x)) ||
        next_name(k, p, x))
        return;
    if (isn_role_is_place(x) && x->first > e->last + 1 && e->event == ISN_EV_SANCTION &&
        e->mode != ISN_MODE_DISCONTINUE && isn_role_its_own_noun(k, e, x->first - 1) &&
        !(isn_work_pre(k, x->first - 1, 0) & ISN_CL_AL))
        return; /* طلبت من السفير مغادرة البلاد: what is to be left */
    if (p->last_entity != ISN_NONE &&
        (describes_people(k, isn_work_entity(k, p->last_entity), x) ||
         (x->kind == ISN_ENT_PEOPLE && k->fn[x->first - 1] == ISN_FN_KANA)))
        return; /* نازحين كانوا عائدين */
    uint8_t fn = isn_clause_prep(k, x->first, x->reading);
    uint32_t number = x->number != ISN_NONE ? k->m->numbers.ptr[x->number].first : x->first;
    if (fn == ISN_FN_MIN && x->number == ISN_NONE && e->verb)
        number = isn_role_some_before(k, e, x);
    bool some_of = fn == ISN_FN_MIN && number + 1 < x->first; /* سبعة من عناصر التنظيم */
    if ((fn == ISN_NO_FN || some_of) && number < x->first) /* على 93 فردا */
        fn = isn_clause_prep(k, number, 0);
    if (p->last_entity != ISN_NONE && isn_role_made_of(k, e, number) &&
        isn_work_entity(k, p->last_entity)->kind == ISN_ENT_ACTOR)
        return;
    const isn_word *word = &k->scan->words[x->first];
    if (fn == ISN_NO_FN && x->first > e->last && k->fn[x->first - 1] == ISN_FN_FRONT &&
        !(word->flags & ISN_WF_BREAK)) { /* تظاهروا أمام البرلمان، أمام نقابة المحامين */
        p->last_slot =
            isn_role_is_place(x) && !(e->flags & ISN_TG_SPEECH) ? ISN_SLOT_PLACE : ISN_SLOT_NONE;
        p->last_entity = entity;
        p->last_prep = ISN_FN_FI;
        isn_role_give(k, e, p->last_slot, entity);
        return;
    }
    if (fn == ISN_NO_FN && owns_rockets(k, e, p, x)) {
        isn_role_give(k, e, ISN_SLOT_ACTOR, entity);
        p->last_slot = ISN_SLOT_NONE;
        p->last_entity = entity;
        p->last_prep = ISN_NO_FN;
        return;
    }
    if (instrument(k, e, x, fn) || keeps(k, e, x, fn)) {
        p->last_slot = ISN_SLOT_ACTOR;
        p->last_entity = entity;
        p->last_prep = ISN_FN_BI;
        isn_role_give(k, e, ISN_SLOT_ACTOR, entity);
        return;
    }
    if (p->rides && fn == ISN_NO_FN && !e->effect && !isn_role_is_place(x) &&
        !(k->scan->words[x->first].flags & ISN_WF_BREAK)) {
        isn_role_give(k, e, ISN_SLOT_TARGET, entity);
        p->last_slot = ISN_SLOT_TARGET;
        p->last_entity = entity;
        p->last_prep = ISN_NO_FN;
        p->rides = false;
        return;
    }
    if (fn == ISN_NO_FN)
        fn = posts_of(k, e, x);
    if (fn == ISN_NO_FN && home_of_doers(k, e, p, x)) {
        if (!(e->flags & (ISN_TG_SPEECH | ISN_TG_LIGHT)))
            isn_refs_add(&e->places, entity);
        return;
    }
    if (fn == ISN_NO_FN && of_governed_noun(k, e, x))
        return;
    /* وستة مسلحين: the و stands before the number */
    unsigned joins = isn_work_pre(k, x->first, x->reading);
    if (number < x->first) /* ولي العهد begins with no و */
        joins |= isn_work_pre(k, number, 0);
    if (x->number != ISN_NONE && k->m->numbers.ptr[x->number].flags & ISN_NF_AND)
        joins |= ISN_CL_WAW;
    bool conj = joins & ISN_CL_WAW;
    if (word->flags & ISN_WF_PAREN && p->last_entity != ISN_NONE)
        return; /* another name of the same */
    bool subset = x->number != ISN_NONE && k->m->numbers.ptr[x->number].flags & ISN_NF_SUBSET;
    bool told = e->recipients.n || p->nbares || p->last_slot == ISN_SLOT_VICTIM ||
                (e > k->evs.ptr && e[-1].sentence == e->sentence && e[-1].recipients.n);
    bool of_them = x->first > 1 && k->fn[x->first - 1] == ISN_FN_MIN;
    if (told && (most_of_them(k, number, fn) ||
                 (of_them && most_of_them(k, x->first, ISN_FN_MIN)))) { /* معظمهم من النساء */
        p->subset = true;
        return;
    }
    p->subset =
        subset || (p->parts && !conj && fn == ISN_NO_FN) || (p->subset && conj && fn == ISN_NO_FN);
    if (p->subset && (conj || p->parts)) {
        p->parts = false;
        return; /* بينهم طفلان وثلاث سيدات: the women are of the subset too; سبعة هم أربعة أطفال وثلاث نساء */
    }
    p->parts = false;
    if (conj && fn == ISN_NO_FN && e->verb && e->effect && p->nbares && p->nbares < ISN_ROLE_MAX &&
        alike_behind_place(k, p, x)) {
        p->bares[p->nbares++] = entity | 0x80000000u; /* اعتقلت شابين من جنين وشابين من الخليل */
        p->last_entity = entity;
        p->last_slot = ISN_SLOT_NONE;
        p->last_prep = ISN_NO_FN;
        return;
    }
    if (conj && fn == ISN_NO_FN && p->last_entity != ISN_NONE && p->last_slot != ISN_SLOT_NONE) {
        isn_role_give(k, e, p->last_slot, entity); /* joined to what stands before */
        return;
    }
    if (conj && fn == ISN_NO_FN && joins_struck(k, e, p, x)) {
        isn_role_give(k, e, ISN_SLOT_TARGET, entity);
        p->last_slot = ISN_SLOT_TARGET;
        p->last_entity = entity;
        p->last_prep = ISN_NO_FN;
        return;
    }
    bool with_him = p->last_prep == ISN_FN_MAA && p->last_slot == ISN_SLOT_NONE && e->verb &&
                    e->effect &&
                    x->kind == ISN_ENT_PEOPLE; /* قتل الطبيب مع زوجته واثنين من أبنائه */
    if (conj && fn == ISN_NO_FN && (joins_unknown(k, e, p, x) || joins_things(k, e, p, x))) {
        p->bares[p->nbares++] = entity;
        p->bare++;
        p->last_slot = ISN_SLOT_NONE;
        p->last_entity = entity;
        p->last_prep = ISN_NO_FN;
        return;
    }
    if (conj && (fn == ISN_NO_FN || (some_of && with_him)) && p->nbares &&
        p->nbares < ISN_ROLE_MAX && (p->last_prep == ISN_NO_FN || with_him)) {
        p->bares[p->nbares++] = entity | 0x80000000u; /* joined to the bare phrase before */
        return;
    }
    if (fn == ISN_FN_MIN && resident(k, p, x))
        return;                                      /* شاب من سكان المخيم */
    if (fn == ISN_FN_MIN && partitive(k, e, p, x)) { /* القوات الشريكة من قوات الأمن والبشمركة */
        p->bares[p->nbares++] = entity | 0x80000000u;
        return;
    }
    if (fn == ISN_FN_MIN && e->verb && !p->nbares && x->kind == ISN_ENT_ACTOR &&
        isn_role_strikes(x) && x->first == e->last + 2 &&
        k->m->entities.cover[e->last] == ISN_NONE &&
        !k->taken[e->last]) { /* اعتقلت قوة من الجهاز شابا: of whom the subject is */
        p->bares[p->nbares++] = entity;
        p->bare++;
        p->last_entity = entity;
        return;
    }
    if (fn != ISN_NO_FN && !p->nbares && isn_role_post_acts(k, e, x)) {
        p->bares[p->nbares++] = entity;
        p->bare++;
        p->last_entity = entity;
        return;
    }
    if (fn == ISN_FN_LI && x->kind == ISN_ENT_PEOPLE && x->first > e->last + 1 &&
        k->m->entities.cover[x->first - 1] != ISN_NONE &&
        isn_role_is_place(isn_work_entity(k, k->m->entities.cover[x->first - 1])) &&
        isn_work_entity(k, k->m->entities.cover[x->first - 1])->flags & ISN_EF_NAMED)
        return; /* مخيم أبو شوك للنازحين: its name; not تجمعا لجنود */
    if (fn == ISN_FN_LI && x->first > e->last + 1 && k->fn[x->first - 1] == ISN_FN_BELONGS &&
        k->m->entities.cover[x->first - 2] != ISN_NONE)
        return; /* مسلحون تابعون لإيران: the patron does nothing and suffers nothing */
    if (fn != ISN_NO_FN) {
        isn_role_prep_phrase(k, e, p, entity, fn);
        return;
    }
    if (subset)
        return;
    bool two = (e->form & (ISN_FORM_NUMBER | ISN_FORM_CONSTRUCT)) == ISN_FORM_DU;
    if (!e->verb && e->flags & ISN_TG_ATTACK && x->kind == ISN_ENT_PEOPLE && x->first == e->last &&
        x->number == ISN_NONE && (x->last == x->first + 1 || two) &&
        (!(x->flags & ISN_EF_PLURAL) || two))
        return; /* قصف مدفعي، هجوم مسلح، هجومين مسلحين: an adjective */
    if (p->deed != 0 && x->first == p->deed + 1 && !(isn_work_pre(k, p->deed, 0) & ISN_CL_AL) &&
        !isn_role_is_place(x) && !isn_role_loose_company(k, x) &&
        !isn_role_takes_alef(k, x->last - 1))
        return; /* استهدف قصف الجيش الحي: whose deed; not قتلت غارة رجلا */
    if (p->verb != 0 && x->first == p->verb && !e->verb && isn_role_can_act(x) &&
        isn_role_is_place(x)) {
        isn_refs_add(&e->actors, entity); /* غارتين شنتهما باكستان */
        return;
    }
    bool where = isn_role_is_place(x) && (x->flags & (ISN_EF_NEAR | ISN_EF_DIRECTION));
    bool begins = word->flags & ISN_WF_COMMA || conj; /* not من سكان مخيم كذا، */
    if (where || (isn_role_is_place(x) && p->after_comma && begins &&
                  !(x->table == ISN_T_COUNTRY && object_far_on(k, e, p, x)))) {
        isn_refs_add(&e->places, entity);
        p->last_slot = ISN_SLOT_PLACE;
        p->last_entity = entity;
        p->last_prep = ISN_FN_FI;
        return;
    }
    bool quality = x->kind == ISN_ENT_ACTOR && x->table == ISN_T_ACTOR && isn_role_of_group(k, x) &&
                   !e->verb && e->flags & ISN_TG_ATTACK;
    uint32_t n = k->m->numbers.at[x->first]; /* أسروا أحد عشر حوثيا */
    bool counted = n != ISN_NONE && k->m->numbers.ptr[n].noun == x->first &&
                   k->m->numbers.ptr[n].num_first < k->m->numbers.ptr[n].num_last;
    if ((x->flags & ISN_EF_ADJ || quality) &&
        !counted) { /* قصف إسرائيلي، غارة جوية إسرائيلية، قصف مدفعي حوثي */
        bool whose =
            e->flags & ISN_TG_LASTING && /* الحرب السورية, not الحرب الإسرائيلية على القطاع */
            (x->last >= k->scan->nwords || k->fn[x->last] != ISN_FN_ALA);
        bool money = x->flags & ISN_EF_WEAK && e->event == ISN_EV_SANCTION; /* عقوبات مالية */
        if (!e->verb && !whose && !money &&
            (x->first == e->last ||
             (e->flags & ISN_TG_ATTACK && isn_role_only_qualified(k, e, x->first)) ||
             second_nation(k, e, x)))
            isn_refs_add(&e->actors, entity);
        return;
    }
    if ((p->after_comma && !object_far_on(k, e, p, x)) || p->nbares >= ISN_ROLE_MAX)
        return;
    p->bares[p->nbares++] = entity;
    p->bare++;
    p->last_slot = ISN_SLOT_NONE;
    p->last_entity = entity;
    p->last_prep = ISN_NO_FN;
}

static bool since_word(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_DATEWORD);
    return s && isn_lex_int(k->lex, ISN_T_DATEWORD, s->row, ISN_DATEWORD_KIND) == ISN_DW_SINCE;
}

bool isn_role_relative_verb(const isn_work *k, uint32_t w) {
    const isn_word *word = &k->scan->words[w];
    const isn_reading *r = &word->reading[0];
    return k->wc[w] & ISN_WC_VERB && r->suf && !(r->pre & (ISN_CL_WAW | ISN_CL_FEH)) &&
           !(word->flags & ISN_WF_BREAK) && w &&
           (k->fn[w - 1] == ISN_NO_FN || k->fn[w - 1] == ISN_FN_WHO); /* التي تدعمها إيران */
}

/* قتل في الهجوم، خلال اقتحام المخيم، عقب انفضاض التظاهرة: does a preposition, or such a word, stand before the deed, or before
 * the noun that the deed is of? */
static bool on_occasion(const isn_work *k, const isn_ev *e, uint32_t w) {
    if (isn_clause_prep(k, w, 0) != ISN_NO_FN || k->fn[w - 1] != ISN_NO_FN ||
        isn_role_during(k, w - 1))
        return true;
    return w > e->last + 2 && !(k->scan->words[w].flags & ISN_WF_BREAK) &&
           k->m->entities.cover[w - 1] == ISN_NONE && !isn_work_pre(k, w - 1, 0) &&
           (k->fn[w - 2] == ISN_FN_AFTER || isn_role_during(k, w - 2));
}

/* عشرة فلسطينيين: people who are called by their nation alone. */
static bool nationals(const isn_work *k, const isn_number *q) {
    uint32_t c = q->num_last < k->scan->nwords ? k->m->entities.cover[q->num_last] : ISN_NONE;
    return c != ISN_NONE && isn_work_entity(k, c)->table == ISN_T_NATION &&
           isn_work_entity(k, c)->kind == ISN_ENT_PEOPLE;
}

/* قتل في الهجوم 12 مدنيا: the deed that a preposition governs stands between the verb and those that suffer. */
static bool counted_behind(const isn_work *k, const isn_ev *e, uint32_t w) {
    enum { FAR = 12 };
    if (!e->verb || !e->effect || w < e->last + 1 || w - e->last > 6 ||
        !(k->wc[w] & ISN_WC_TRIGGER) || k->wc[w] & ISN_WC_VERB || !on_occasion(k, e, w))
        return false;
    uint32_t behind_day = ISN_NONE; /* خلال حملتها فجر اليوم، السبت 13 أيلول، ستة أشخاص */
    for (uint32_t i = w + 1; i < e->clause_last && i < w + FAR; i++) {
        uint32_t n = k->m->numbers.at[i], day = k->m->dates.at[i];
        if (day != ISN_NONE && k->m->dates.ptr[day].first == i) {
            behind_day = k->m->dates.ptr[day].last;
            i = behind_day - 1;
            continue;
        }
        if (k->wc[i] & ISN_WC_VERB || (k->scan->words[i].flags & ISN_WF_BREAK && i != behind_day))
            return false;
        if (n != ISN_NONE && k->m->numbers.ptr[n].first == i) { /* not برصاص قناص */
            const isn_number *q = &k->m->numbers.ptr[n];
            if (k->fn[i - 1] == ISN_FN_EXCEPT && q->noun_table == ISN_T_PEOPLE)
                return true; /* لم يقتل في الهجوم سوى جندي واحد */
            return q->num_first != q->num_last &&
                   (q->noun_table == ISN_T_PEOPLE || nationals(k, q) ||
                    (q->noun == ISN_NONE && q->last < e->clause_last && /* 12 من القوات */
                     k->fn[q->last] == ISN_FN_MIN &&
                     !(q->flags & (ISN_NF_DATE | ISN_NF_NAME | ISN_NF_PERCENT))));
        }
    }
    return false;
}

/* احتجزت القوة عقب انفضاض التظاهرة أربعة صحفيين، اعتقل الجيش خلال اقتحام المخيم شابين: the occasion stands between the doer
 * and those that are counted. Where they begin, or 0; not بعد مقتل خمسة جنود، whose figure is of what stands right before. */
static uint32_t past_occasion(const isn_work *k, const isn_ev *e, uint32_t w, uint32_t s1) {
    enum { FAR = 9 };
    if (!e->verb || e->passive || !e->effect || w <= e->last ||
        !(k->fn[w] == ISN_FN_AFTER || k->fn[w] == ISN_FN_BECAUSE || isn_role_during(k, w)))
        return 0;
    for (uint32_t i = w + 1; i < s1 && i < w + FAR; i++) {
        uint32_t n = k->m->numbers.at[i];
        if (k->wc[i] & (ISN_WC_VERB | ISN_WC_SAY) || k->fn[i] == ISN_FN_THAT ||
            k->scan->words[i].flags & ISN_WF_BREAK)
            return 0;
        if (n == ISN_NONE || k->m->numbers.ptr[n].first != i || i < w + 3)
            continue;
        const isn_number *q = &k->m->numbers.ptr[n];
        bool told = q->num_first != q->num_last || q->flags & ISN_NF_DUAL ||
                    (q->flags & ISN_NF_SINGULAR && isn_role_takes_alef(k, i));
        bool closed =
            isn_work_pre(k, i - 1, 0) & ISN_CL_AL || k->m->entities.cover[i - 1] != ISN_NONE;
        bool people = q->noun_table == ISN_T_PEOPLE || nationals(k, q);
        return told && closed && people && !isn_work_pre(k, i, 0) &&
                       !(k->wc[i - 1] & ISN_WC_TRIGGER && !(isn_work_pre(k, i - 1, 0) & ISN_CL_AL))
                   ? i
                   : 0;
    }
    return 0;
}

/* قتل، خلال الغارة، سبعة مدنيين، نزحت، منذ اندلاع المعارك، ألف أسرة: an aside right behind the verb tells another deed, on
 * the occasion of which it was. The word after it, or 0. */
static uint32_t occasion_after(const isn_work *k, const isn_ev *e, uint32_t w, uint32_t s1) {
    enum { ASIDE = 8 };
    if (!e->verb || w != e->last || !isn_role_comma_at(k, w, s1) ||
        (isn_clause_prep(k, w, 0) == ISN_NO_FN && k->fn[w] == ISN_NO_FN &&
         !isn_work_has(k, w, ISN_T_DATEWORD)))
        return 0;
    bool deed = false;
    for (uint32_t i = w + 1; i < s1 && i <= w + ASIDE; i++) {
        if (k->wc[i] & ISN_WC_VERB)
            return 0;
        if (isn_role_comma_at(k, i, s1))
            return deed ? i : 0;
        deed |= (k->wc[i] & ISN_WC_TRIGGER) != 0;
    }
    return 0;
}

/* مختبر لتصنيع العبوات تابع للتنظيم: what it is for stands before whose it is. The word تابع, or 0. */
static uint32_t belongs_after(const isn_work *k, uint32_t w, uint32_t s1) {
    if (!(k->wc[w] & ISN_WC_TRIGGER) || !(isn_work_pre(k, w, 0) & ISN_CL_LAM))
        return 0;
    for (uint32_t i = w + 1; i < s1 && i < w + 4 && !(k->scan->words[i].flags & ISN_WF_BREAK); i++)
        if (k->fn[i] == ISN_FN_BELONGS)
            return i;
    return 0;
}

/* شنقا، رميا: an indefinite accusative, which says how and takes no object. */
static bool adverbial(const isn_work *k, uint32_t w) {
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *end = isn_token_end(k->scan->text, token);
    return k->m->entities.cover[w] == ISN_NONE && !k->taken[w] && token->fold_len > 3 &&
           end[-1] == ISN_F_ALEF && k->fn[w] == ISN_NO_FN && !isn_work_pre(k, w, 0);
}

/* أعدم رميا بالرصاص ثلاثة، حكم الإعدام شنقا بحق سجينين: how it was done stands before whom it was done to. Behind the
 * doer (أعدمت الحركة رميا بالرصاص خمسة) only an adverb can, or with what it struck: قصفت المقاومة بوابل من الصواريخ مستعمرة. The
 * word after it, or 0. */
static uint32_t manner_after(const isn_work *k, const isn_ev *e, uint32_t w, bool doer) {
    if (!(e->effect || e->flags & ISN_TG_ATTACK || e->event == ISN_EV_SANCTION) ||
        !(k->wc[w] & ISN_WC_TRIGGER) || k->wc[w] & ISN_WC_VERB)
        return 0;
    bool volley =
        doer && e->verb && e->flags & ISN_TG_ATTACK && isn_work_pre(k, w, 0) == ISN_CL_BEH;
    if (doer && !volley && !(adverbial(k, w) || adverbial(k, w - 1)))
        return 0;
    for (const isn_ev *q = e + 1; q < k->evs.ptr + k->evs.len && q->first <= w; q++) {
        if (q->first != w)
            continue;
        bool how = q->form & ISN_FORM_ACC || isn_work_pre(k, w, 0) & ISN_CL_BEH;
        if (volley && !(q->flags & ISN_TG_ATTACK))
            return 0;
        uint32_t next = q->last < k->scan->nwords ? k->m->entities.cover[q->last] : ISN_NONE;
        bool owned = next != ISN_NONE && isn_clause_prep(k, q->last, 0) == ISN_NO_FN;
        return how && (!owned || doer) ? q->last : 0;
    }
    return 0;
}

/* خمسة جنود قتلوا أحدهم ضابط: behind a verb in the plural, one of them and what he was; `w` is the word after "one of". */
bool isn_role_apposed_one(const isn_work *k, const isn_ev *e, uint32_t w) {
    uint32_t c = w < k->scan->nwords ? k->m->entities.cover[w] : ISN_NONE;
    return e->verb && (e->form & ISN_FORM_NUMBER) == ISN_FORM_PL && w == e->last + 1 &&
           c != ISN_NONE && isn_work_entity(k, c)->first == w &&
           isn_work_entity(k, c)->kind == ISN_ENT_PEOPLE &&
           !isn_work_pre(k, w, isn_work_entity(k, c)->reading);
}

/* بعضهم، أحدهما، عدد منهم right after the verb: some of those named before. The word after it, or 0. */
static uint32_t some_of_them(const isn_work *k, const isn_ev *e) {
    uint32_t w = e->last, n = k->scan->nwords;
    if (!e->verb || w >= n || k->fn[w] != ISN_FN_EACH || k->scan->words[w].flags & ISN_WF_BREAK ||
        isn_role_apposed_one(k, e, w + 1))
        return 0;
    if (isn_work_pronoun(k, w))
        return w + 1;
    bool of = w + 1 < n && isn_work_has(k, w + 1, ISN_T_FUNC) && k->fn[w + 1] == ISN_FN_OTHER &&
              isn_work_pronoun(k, w + 1);
    return of ? w + 2 : 0;
}

/* استهدف القصف البلدة، هزت ثلاثة انفجارات المدينة: a noun of deed right after a verb that acts on people or places is its
 * subject. */
static bool deed_acts(const isn_work *k, const isn_ev *e, const isn_role_walk *p, uint32_t w) {
    if (!e->verb || p->deed != 0 || p->last_entity != ISN_NONE || !(k->wc[w] & ISN_WC_TRIGGER) ||
        k->wc[w] & (ISN_WC_VERB | ISN_WC_BOUND) || isn_clause_prep(k, w, 0) != ISN_NO_FN)
        return false;
    for (uint32_t i = e->last; i < w; i++)
        if (!k->taken[i])
            return false;
    int32_t sub = isn_work_slot(k, e->row, ISN_FRAME_SUBJECT),
            obj = isn_work_slot(k, e->row, ISN_FRAME_OBJECT);
    const isn_ev *deed = e + 1 < k->evs.ptr + k->evs.len ? e + 1 : e; /* أصابت الغارة خمسة أشخاص */
    bool harms = obj == ISN_SLOT_VICTIM && e->effect && w == e->last && deed->first == w &&
                 deed->flags & ISN_TG_ATTACK;
    return obj == ISN_SLOT_TARGET || harms
               ? sub == ISN_SLOT_ACTOR
               : sub == ISN_SLOT_EVENT && (obj == ISN_SLOT_PLACE || obj == ISN_SLOT_VICTIM);
}

/* استهدف قصف مدفعي إسرائيلي بلدة: the last word of the deed that begins at the word. */
static uint32_t last_of_deed(const isn_work *k, const isn_ev *e, uint32_t w) {
    for (const isn_ev *q = e + 1; q < k->evs.ptr + k->evs.len && q->first <= w; q++)
        if (q->first == w)
            return q->last - 1;
    return w;
}

/* أجرى الوزير زيارة إلى بغداد: the noun that names the verb's own deed, with the verb's frame, goes on with it. */
static bool names_deed(const isn_work *k, const isn_ev *e, uint32_t w) {
    if (!e->verb || !e->event || e->recipients.n ||
        /* أفرجت عن أربع مقابل إفراج إسرائيل */ !(k->wc[w] & ISN_WC_TRIGGER) ||
        k->wc[w] & (ISN_WC_VERB | ISN_WC_BOUND))
        return false;
    for (const isn_ev *q = e + 1; q < k->evs.ptr + k->evs.len && q->first <= w; q++)
        if (q->first == w)
            return !q->verb && q->event == e->event &&
                   isn_work_trigger(k, q->row, ISN_TRIGGER_FRAME) ==
                       isn_work_trigger(k, e->row, ISN_TRIGGER_FRAME);
    return false;
}

/* مستوطنون يهاجمون قرية والجيش يعتقل شبانا: a definite noun with و, and its verb right behind it. */
static bool begins_another(const isn_work *k, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    if (x->last >= k->scan->nwords || !(isn_work_pre(k, x->first, x->reading) & ISN_CL_WAW) ||
        !(k->wc[x->last] & ISN_WC_VERB) || k->scan->words[x->last].flags & ISN_WF_BREAK ||
        isn_work_pre(k, x->last, 0) & (ISN_CL_WAW | ISN_CL_FEH) || !isn_role_can_act(x))
        return false;
    return isn_work_pre(k, x->first, x->reading) & ISN_CL_AL || x->flags & ISN_EF_NAMED;
}

static bool judges(const isn_ev *e) {
    return e->event == ISN_EV_SANCTION || e->event == ISN_EV_COERCE || e->event == ISN_EV_ACCUSE;
}

/* بتهمة التجسس، بذريعة التعاون مع الجيش; of a killing only what ب governs: قتل المسؤول عن الهجوم is whom it befell. */
static bool charged_with(const isn_work *k, const isn_ev *e, uint32_t w) {
    bool befalls = e->effect || e->flags & ISN_TG_ATTACK;
    if (judges(e) && k->fn[w - 1] == ISN_FN_FI && isn_role_cue(k, w, ISN_CUE_AFFAIRS))
        return true; /* حبس خمسة في قضية التآمر على أمن الدولة */
    if (!(judges(e) || befalls) || !isn_role_cue(k, w, ISN_CUE_ACCUSATION))
        return false;
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    return judges(e) || k->scan->text->fold[token->fold] == ISN_F_BEH;
}

/* متهمين بالترويج لجماعة، متورطين في التخطيط لهجمات: what people are accused of stands right behind them. */
static bool of_what_accused(const isn_work *k, const isn_role_walk *p, uint32_t w) {
    if (p->last_entity == ISN_NONE || k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    const isn_entity *x = isn_work_entity(k, p->last_entity);
    return x->table == ISN_T_PEOPLE && x->last == w && x->org == ISN_NONE &&
           isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) & ISN_PF_ACCUSED &&
           (k->fn[w] == ISN_FN_FI || isn_work_pre(k, w, 0) & ISN_CL_BEH);
}

/* بعد إدانته بقتل جنود: what he is guilty of, behind the pronoun of whom it is said. */
static bool found_guilty_of(const isn_work *k, const isn_ev *e, uint32_t w) {
    return !e->verb && w == e->last && k->wc[w] & ISN_WC_TRIGGER &&
           k->scan->words[e->first].reading[e->reading].suf != ISN_SUF_NONE &&
           isn_work_pre(k, w, 0) & ISN_CL_BEH;
}

/* أحدهم ضابط: who one of those named was. */
static bool one_of_those(const isn_work *k, uint32_t w) {
    uint32_t n = k->m->numbers.at[w];
    return n != ISN_NONE && k->m->numbers.ptr[n].first == w &&
           k->m->numbers.ptr[n].flags & ISN_NF_SUBSET && k->m->numbers.ptr[n].noun == ISN_NONE;
}

/* والآخر شاب: and what the other was. */
static bool the_other(const isn_work *k, uint32_t w) {
    const unsigned both = ISN_CL_WAW | ISN_CL_AL;
    return (isn_work_pre(k, w, 0) & both) == both && w + 1 < k->scan->nwords &&
           k->m->entities.cover[w + 1] != ISN_NONE && !(isn_work_pre(k, w + 1, 0) & ISN_CL_AL);
}

/* رحلت السلطات في ليبيا، 600 مهاجر: the comma parts a body and those it does it to, who are counted. */
static bool counted_object(const isn_work *k, const isn_ev *e, const isn_role_walk *p, uint32_t w) {
    uint32_t n = k->m->numbers.at[w], one = isn_role_bare_at(p, 0);
    int32_t obj = isn_work_slot(k, e->row, ISN_FRAME_OBJECT);
    return e->verb && p->nbares == 1 && n != ISN_NONE && k->m->numbers.ptr[n].first == w &&
           k->m->numbers.ptr[n].noun_table == ISN_T_PEOPLE && one != ISN_NONE &&
           isn_work_entity(k, one)->kind == ISN_ENT_ACTOR &&
           !(isn_work_pre(k, w, 0) & ISN_CL_WAW) &&
           (obj == ISN_SLOT_VICTIM || obj == ISN_SLOT_RECIPIENT);
}

/* A word that is nobody and nothing that the rules of the walk ask for: an adjective, a noun that no table has. */
static bool idle(const isn_work *k, const isn_ev *e, const isn_role_walk *p, uint32_t w) {
    const uint32_t tables = 1u << ISN_T_CUE | 1u << ISN_T_FUNC | 1u << ISN_T_DATEWORD;
    return k->m->entities.cover[w] == ISN_NONE && k->wc[w] == 0 && k->fn[w] == ISN_NO_FN &&
           !(k->scan->words[w].flags & ISN_WF_BREAK) && !(k->scan->word_tables[w] & tables) &&
           k->m->dates.at[w] == ISN_NONE && e->event != ISN_EV_SANCTION &&
           !(e->effect && (p->subset || k->m->numbers.at[w] != ISN_NONE));
}

/* استهدفت سيارة تقل، اعترضت قاربا على متنه: who is in it is struck, stopped or saved with it. */
static bool carried_off(const isn_ev *e) {
    return e->event == ISN_EV_ASSAULT || e->event == ISN_EV_COERCE || e->event == ISN_EV_AID;
}

/* أوقفت الشرطة في كذا، اليوم أربعة مهاجرين: a comma before the day, and behind it those it is done to. */
static bool object_after_day(const isn_work *k, const isn_ev *e, const isn_role_walk *p,
                             uint32_t w) {
    if (w >= k->scan->nwords || k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    if (counted_object(k, e, p, w))
        return true;
    uint32_t c = k->m->entities.cover[w];
    return e->verb && p->nbares == 1 && c != ISN_NONE && isn_work_entity(k, c)->first == w &&
           isn_work_entity(k, c)->kind == ISN_ENT_PEOPLE && isn_work_pre(k, w, 0) == 0 &&
           isn_role_takes_alef(k, w);
}

void isn_role_walk_after(const isn_work *k, isn_ev *e, isn_role_walk *p) {
    uint32_t s1 = isn_role_clause_within(k, e, k->scan->sentence_word[e->sentence + 1]);
    memset(p, 0, sizeof *p);
    p->last_entity = ISN_NONE;
    p->last_prep = ISN_NO_FN;
    uint32_t comma_from = ISN_NONE, closing = ISN_NONE;
    uint32_t some = some_of_them(k, e);
    p->some = some != 0;
    for (p->i = p->some ? some : e->last; p->i < s1;) {
        uint32_t w = p->i;
        if (w - e->first > 40)
            break;
        if (idle(k, e, p, w)) {
            p->after_comma = comma_from != ISN_NONE;
            p->i = w + 1;
            continue;
        }
        uint32_t c = k->m->entities.cover[w];
        if (k->fn[w] == ISN_FN_WHO) {
            bool set_off = k->scan->words[w].flags & ISN_WF_COMMA;
            p->i = isn_role_skip_relative(k, w, s1);
            if (p->i >= s1)
                break;
            if (set_off) /* البحرين، التي تستضيف الأسطول، مئات المحتجين */
                closing = p->i;
            comma_from = ISN_NONE;
            continue;
        }
        bool entity = c != ISN_NONE && isn_work_entity(k, c)->first == w;
        if (!entity && k->fn[w] == ISN_FN_CARRIES && carried_off(e) && w > e->last) {
            p->rides = true;
            p->i = w + 1;
            continue;
        }
        p->off |= k->fn[w] == ISN_FN_AN;
        p->parts |= !entity && !p->some && e->effect &&
                    (one_of_those(k, w) || (p->subset && the_other(k, w)));
        if (!entity && k->wc[w] & ISN_WC_VERB &&
            isn_role_relative_verb(
                k, w)) { /* عمليات شهدها العراق ضد التنظيم: the noun's phrases go on */
            comma_from = w;
            p->i = p->verb = w + 1;
            continue;
        }
        uint32_t aside = occasion_after(k, e, w, s1);
        if (aside == 0 && !entity && k->scan->words[w].flags & ISN_WF_COMMA)
            aside = isn_role_skip_aside(k, e, w, s1);
        if (aside == 0 && !entity && e->verb)
            aside = isn_role_skip_description(k, e, w, s1);
        if (aside != 0) {
            closing = aside;
            p->i = aside;
            continue;
        }
        if (aside == 0 && !entity && p->nbares == 1)
            aside = past_occasion(k, e, w, s1);
        if (aside != 0) {
            p->i = aside;
            continue;
        }
        uint32_t whose = entity ? 0 : belongs_after(k, w, s1);
        if (whose != 0) {
            p->i = whose;
            continue;
        }
        uint32_t how = entity || p->nbares > 1 ? 0 : manner_after(k, e, w, p->nbares != 0);
        if (how != 0) {
            p->i = how;
            continue;
        }
        bool besides = e->recipients.n && isn_work_pre(k, w, 0) & ISN_CL_WAW; /* وجرح امرأة */
        bool cause = !entity && e->verb && !p->nbares && k->wc[w] & ISN_WC_TRIGGER &&
                     !(k->wc[w] & ISN_WC_VERB) && !besides &&
                     (e->flags & ISN_TG_RESULT || (e->effect && w == e->last));
        if (!entity && !cause && p->nbares <= 1 && counted_behind(k, e, w)) {
            p->i = w + 1;
            continue;
        }
        if (!entity && w == e->last && e->verb && e->flags & ISN_TG_CLAIM &&
            k->wc[w] & ISN_WC_TRIGGER && !(k->wc[w] & ISN_WC_VERB) &&
            isn_work_pre(k, w, 0) & ISN_CL_AL) { /* تبنى الهجوم تنظيم كذا */
            p->i = w + 1;
            continue;
        }
        bool deed = !entity && deed_acts(k, e, p, w);
        if (deed) {
            p->deed = last_of_deed(k, e, w);
            p->i = p->deed + 1;
            continue;
        }
        bool body = !entity && isn_work_has(k, w, ISN_T_CASUALTY) && isn_role_finds_dead(k, e);
        if (!entity && !cause && !deed && !body && !names_deed(k, e, w) &&
            isn_role_stops(k, e, w)) /* أودى النزاع بحياة ألف شخص: its subject */
            break;
        if (entity && k->wc[w] & ISN_WC_TRIGGER && isn_work_entity(k, c)->kind == ISN_ENT_PEOPLE) {
            /* سقوط قتلى: people that are triggers too are arguments */
        } else if (entity && k->wc[w] & (ISN_WC_TRIGGER | ISN_WC_VERB)) {
            break;
        }
        uint32_t d = entity ? ISN_NONE : k->m->dates.at[w];
        if (d != ISN_NONE && isn_role_comma_at(k, w, s1) &&
            (isn_role_comma_at(k, k->m->dates.ptr[d].last, s1) ||
             object_after_day(k, e, p, k->m->dates.ptr[d].last))) {
            closing = p->i = k->m->dates.ptr[d].last; /* ، مساء الأحد، */
            continue;
        }
        if (d != ISN_NONE && w == e->last && e->verb &&
            isn_role_comma_at(k, k->m->dates.ptr[d].last, s1)) { /* يتوجه اليوم الثلاثاء، الوزير */
            closing = p->i = k->m->dates.ptr[d].last;
            continue;
        }
        if (isn_role_comma_at(k, w, s1) && w != closing && w > e->last &&
            !counted_object(k, e, p, w)) /* the second comma closes an aside */
            comma_from = comma_from == ISN_NONE ? w : ISN_NONE;
        if (d != ISN_NONE) { /* an aside of time opens nothing and closes nothing */
            p->i = k->m->dates.ptr[d].last;
            continue;
        }
        if (!entity && isn_work_has(k, w, ISN_T_DATEWORD) && since_word(k, w)) {
            p->i = w + 3; /* منذ بدء التصعيد: a time that has no date */
            continue;
        }
        if (!entity && (p->nbares || (e->event == ISN_EV_SANCTION && !e->verb)) &&
            charged_with(k, e, w))
            break; /* بتهمة التآمر على أمن الدولة: against whom the crime was */
        if (!entity && e->event == ISN_EV_SANCTION &&
            (of_what_accused(k, p, w) || found_guilty_of(k, e, w)))
            break;
        p->after_comma = comma_from != ISN_NONE;
        bool sign = w > e->last && k->scan->words[w].flags & (ISN_WF_STOP | ISN_WF_COLON);
        if (entity && (sign || begins_another(k, c)))
            break;
        if (entity) {
            chunk(k, e, p, c);
            p->i = isn_work_entity(k, c)->last > w ? isn_work_entity(k, c)->last : w + 1;
        } else {
            p->i = w + 1;
        }
    }
}
