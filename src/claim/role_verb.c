/* role_verb.c: the roles of a verb, from the phrases around it and its voice. */
#include "claim/rolework.h"

/* الجيش والقوات وقعا، 31 مدنيا و14 جنديا قتلوا: all that are joined, as they are told; not the place of "إغلاق حقول في
 * ليبيا ومجموعة مسلحة تمهل". */
static void give_coordinated(const isn_work *k, isn_ev *e, int32_t slot, uint32_t subject) {
    bool relative = e->first > k->s0[e->sentence] && k->fn[e->first - 1] == ISN_FN_WHO;
    uint32_t all[ISN_ROLE_MAX], n = 0;
    for (uint32_t s = subject; s != ISN_NONE && n < ISN_ROLE_MAX;
         s = isn_work_entity(k, s)->coord) {
        const isn_entity *x = isn_work_entity(k, s);
        uint8_t fn =
            n && !relative && isn_role_is_place(x) ? isn_role_governed_by(k, x) : ISN_NO_FN;
        if (fn != ISN_NO_FN && fn != ISN_FN_BAYN)
            break;
        all[n++] = s;
    }
    while (n > 0)
        isn_role_give(k, e, slot, all[--n]);
}

/* استهدفت الأخيرة منها فرق الإسعاف: they that heal and report are struck, and strike nobody. */
static bool harmless(const isn_entity *x) {
    bool ship = x->flags & ISN_EF_WEAPON && x->sector == ISN_SEC_BUS; /* أصاب الصاروخ السفينة */
    return x->kind == ISN_ENT_ACTOR &&
           (x->sector == ISN_SEC_MED || x->sector == ISN_SEC_NGO || x->sector == ISN_SEC_JRN ||
            x->sector == ISN_SEC_EDU || ship);
}

/* واتهم البيان العسكري الجيش الهندي: a statement for who issued it; whom it blames follows. */
static bool statement_says(const isn_work *k, const isn_ev *e) {
    const isn_hit *hit;
    uint32_t w = e->last;
    if (!(e->flags & ISN_TG_SPEECH) || w >= k->scan->nwords ||
        k->m->entities.cover[w] != ISN_NONE || !isn_work_has(k, w, ISN_T_CHANNEL) ||
        isn_work_pre(k, w, 0) & ~(unsigned)ISN_CL_AL)
        return false;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_CHANNEL);
    return s != NULL && isn_work_pre(k, w, 0) & ISN_CL_AL;
}

/* هجمات بصواريخ، تستهدف قوات سعودية: a verb in the feminine, with nothing that joins it, goes on with the blows told
 * before it, and whom they hit follows. */
static bool describes_blows(const isn_work *k, const isn_ev *e) {
    enum { FAR = 14 };
    bool she = e->form & ISN_FORM_FEM && (e->form & ISN_FORM_NUMBER) == ISN_FORM_SG &&
               (e->form & ISN_FORM_KIND) == ISN_FORM_IMPF;
    if (!she || e == k->evs.ptr || isn_work_slot(k, e->row, ISN_FRAME_OBJECT) != ISN_SLOT_TARGET ||
        isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) != ISN_SLOT_ACTOR ||
        isn_work_pre(k, e->first, e->reading) || k->fn[e->first - 1] != ISN_NO_FN)
        return false;
    const isn_ev *q = e - 1;
    if (q->sentence != e->sentence || q->verb || !(q->flags & ISN_TG_ATTACK) || q->title ||
        q->event != ISN_EV_ASSAULT || e->first - q->last > FAR)
        return false;
    for (uint32_t w = q->last; w < e->first; w++)
        if (k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY) || k->scan->words[w].flags & ISN_WF_STOP ||
            k->fn[w] == ISN_FN_WHO || k->fn[w] == ISN_FN_THAT)
            return false;
    return true;
}

/* استهدف رتل للتحالف بعبوة ناسفة: a company or a vehicle without the article, and behind it a munition with ب; where من or
 * ل says whose it is, an ambush too: استهدفت وحدة من الجيش بكمين. */
static bool struck_by_arms(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    enum { FAR = 9 };
    bool of = x->first == e->last + 2 && k->fn[e->last + 1] == ISN_FN_MIN;
    if ((x->first != e->last && !of) || isn_work_pre(k, e->last, 0) || x->kind != ISN_ENT_ACTOR ||
        !isn_work_has(k, e->last, ISN_T_ORGWORD))
        return false;
    bool loose = of || isn_role_loose_company(k, x);
    for (uint32_t w = x->last; w < k->scan->nwords && w < x->last + FAR; w++) {
        if (k->wc[w] & ISN_WC_VERB || k->scan->words[w].flags & ISN_WF_STOP)
            return false;
        const isn_hit *hit;
        const isn_sense *s = isn_work_pre(k, w, 0) & ISN_CL_BEH
                                 ? isn_match_sense(&hit, k->scan, w, ISN_T_UNIT)
                                 : NULL;
        int32_t kind = s ? isn_lex_int(k->lex, ISN_T_UNIT, s->row, ISN_UNIT_KIND) : -1;
        if (kind == ISN_U_MUNITION || (loose && kind == ISN_U_ACTION))
            return true;
    }
    return false;
}

/* اتهمت القوات بقصف السوق، وحمّل الجماعة المسؤولية: who is charged stands between the verb and the charge; he is no subject,
 * for the verb would lack its object. Nor does the world at large say anything. */
static bool charged_alone(const isn_work *k, const isn_ev *e, const isn_role_walk *p) {
    uint32_t one = isn_role_bare_at(p, 0);
    if (!(e->flags & ISN_TG_SPEECH) || e->passive || one == ISN_NONE ||
        isn_role_bare_at(p, 1) != ISN_NONE || /* اتهمه الادعاء بكذا */
        k->scan->words[e->first].reading[e->reading].suf != ISN_SUF_NONE ||
        isn_work_slot(k, e->row, ISN_FRAME_OBJECT) != ISN_SLOT_RECIPIENT)
        return false;
    const isn_entity *x = isn_work_entity(k, one);
    uint32_t w = x->last;
    if (x->sector == ISN_SEC_UNO && !x->role)
        return true; /* وطالب المجتمع الدولي */
    bool charge = e->event == ISN_EV_ACCUSE &&
                  isn_work_slot(k, e->row, ISN_FRAME_ALA) == ISN_SLOT_NONE &&
                  isn_work_slot(k, e->row, ISN_FRAME_BI) == ISN_SLOT_TOPIC;
    if (!charge || x->first != e->last || w >= k->scan->nwords ||
        k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    uint32_t with = isn_lex_list(k->lex, ISN_T_TRIGGER, e->row, ISN_TRIGGER_WITH);
    return k->fn[w] == ISN_FN_BI || isn_role_object_with_beh(k, one) ||
           (with && isn_word_in_list(k->lex, &k->scan->words[w], with));
}

/* الهجوم الذي استهدف السفارة، الغارة الإسرائيلية التي قتلت قياديا: the deed that the clause describes acts, and what follows
 * is what it befell; not الوقفة التي دعا إليها ناشطون. */
static bool deed_that(const isn_work *k, const isn_ev *e, const isn_role_walk *p) {
    enum { QUALIFIED = 3 };
    uint32_t who = e->first - 1;
    int32_t obj = isn_work_slot(k, e->row, ISN_FRAME_OBJECT);
    if (e->first < k->s0[e->sentence] + 2 || k->fn[who] != ISN_FN_WHO || e->passive ||
        isn_role_bare_at(p, 0) == ISN_NONE || isn_role_bare_at(p, 1) != ISN_NONE ||
        k->scan->words[e->first].reading[e->reading].suf || isn_role_resumes(k, e) ||
        (obj != ISN_SLOT_TARGET && obj != ISN_SLOT_VICTIM && obj != ISN_SLOT_RECIPIENT))
        return false;
    for (uint32_t w = who; w-- > k->s0[e->sentence] && who - w <= QUALIFIED;) {
        uint32_t c = k->m->entities.cover[w];
        bool deed = k->wc[w] & ISN_WC_TRIGGER && !(k->wc[w] & ISN_WC_VERB);
        if (c == ISN_NONE && deed)
            return true;
        if ((c != ISN_NONE && !(isn_work_entity(k, c)->flags & ISN_EF_ADJ)) ||
            k->scan->words[w + 1].flags & ISN_WF_BREAK || !(isn_work_pre(k, w, 0) & ISN_CL_AL))
            return false;
    }
    return false;
}

/* غارة للتحالف على صعدة أصابت عشرة مدنيين: behind the deed, in its clause, a verb of harm that is no passive. */
static bool deed_before(const isn_work *k, const isn_ev *e, const isn_role_walk *p) {
    enum { FAR = 12 };
    const isn_ev *deed = e - 1;
    if (e == k->evs.ptr || !e->effect || !isn_role_long_a(k, e) ||
        isn_role_bare_at(p, 0) == ISN_NONE || isn_role_bare_at(p, 1) != ISN_NONE ||
        deed->sentence != e->sentence || deed->verb || deed->event != ISN_EV_ASSAULT ||
        !(deed->flags & ISN_TG_ATTACK) || e->first - deed->last > FAR ||
        isn_work_pre(k, e->first, e->reading))
        return false;
    for (uint32_t w = deed->last; w <= e->first; w++)
        if (k->scan->words[w].flags & ISN_WF_BREAK || k->fn[w] == ISN_FN_THAT ||
            (w < e->first && k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY)))
            return false;
    return true;
}

/* المقاتلات، المدفعية، الصواريخ: weapons of nobody's. */
static bool arms(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s = w < k->scan->nwords && isn_work_has(k, w, ISN_T_ORGWORD)
                             ? isn_match_sense(&hit, k->scan, w, ISN_T_ORGWORD)
                             : NULL;
    return s != NULL &&
           isn_lex_int(k->lex, ISN_T_ORGWORD, s->row, ISN_ORGWORD_FLAGS) & ISN_AF_WEAPON &&
           isn_lex_int(k->lex, ISN_T_ORGWORD, s->row, ISN_ORGWORD_SECTOR) == ISN_SEC_MIL;
}

/* أصاب الرصاص ثلاثة متظاهرين: a thing with the article right behind the verb does the harm to those counted behind it. */
static bool thing_acts(const isn_work *k, const isn_ev *e, const isn_role_walk *p) {
    uint32_t w = e->last, one = isn_role_bare_at(p, 0);
    bool strikes = isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_TARGET && arms(k, w);
    if (!(e->effect || strikes) || e->passive || one == ISN_NONE ||
        isn_role_bare_at(p, 1) != ISN_NONE || w >= k->scan->nwords ||
        k->m->entities.cover[w] != ISN_NONE || isn_work_pre(k, w, 0) != ISN_CL_AL ||
        k->fn[w] != ISN_NO_FN || k->m->dates.at[w] != ISN_NONE ||
        k->scan->words[w].flags & ISN_WF_BREAK || isn_work_has(k, w, ISN_T_DATEWORD) ||
        isn_work_has(k, w, ISN_T_PEOPLE))
        return false;
    const isn_entity *x = isn_work_entity(k, one);
    if (strikes) /* دمرت المقاتلات آليات للحوثيين */
        return x->first > w && !(x->flags & ISN_EF_ADJ);
    return x->number != ISN_NONE && k->m->numbers.ptr[x->number].first == w + 1 &&
           k->m->numbers.ptr[x->number].num_first < k->m->numbers.ptr[x->number].num_last;
}

/* مظاهرة وسط الخرطوم تطالب بالحكم المدني: a verb in the present that describes a protest right before it, or behind the
 * place of it, is said by those that protest. */
static const isn_ev *protest_says(const isn_work *k, const isn_ev *e) {
    enum { WORDS = 6 };
    const isn_ev *q = e - 1;
    if (e == k->evs.ptr || (e->form & ISN_FORM_KIND) != ISN_FORM_IMPF ||
        !(e->form & ISN_FORM_FEM) || !(e->flags & ISN_TG_SPEECH) ||
        isn_work_pre(k, e->first, e->reading) || k->scan->words[e->first].flags & ISN_WF_BREAK ||
        q->sentence != e->sentence || q->verb || q->definite || q->event != ISN_EV_PROTEST ||
        e->first > q->last + WORDS)
        return NULL;
    for (uint32_t w = q->last; w < e->first; w++)
        if (k->wc[w] & ISN_WC_VERB || k->fn[w] == ISN_FN_WHO || k->fn[w] == ISN_FN_THAT ||
            k->scan->words[w].flags & ISN_WF_BREAK)
            return NULL;
    const isn_ev *who = q;
    while (!who->actors.n && who > k->evs.ptr && (who - 1)->sentence == e->sentence &&
           ((who - 1)->event == ISN_EV_PROTEST || (who - 1)->flags & ISN_TG_LIGHT)) /* نظم، خرج */
        who--;
    return who;
}

/* أصيب ثلاثة خلال اقتحام القوات المخيم، واعتقلت أحدهم: the subject that a verb in the feminine shares did what the noun
 * right before it tells. That one, or ISN_NONE. */
static uint32_t doer_of_noun(const isn_work *k, const isn_ev *e) {
    bool she = e->form & ISN_FORM_FEM && (e->form & ISN_FORM_NUMBER) == ISN_FORM_SG &&
               isn_work_pre(k, e->first, e->reading) & ISN_CL_WAW;
    if (!she || e == k->evs.ptr)
        return ISN_NONE;
    const isn_ev *q = e - 1;
    if (q->sentence != e->sentence || q->verb || q->actors.n != 1)
        return ISN_NONE;
    const isn_entity *x = isn_work_entity(k, q->actors.ptr[0]);
    return isn_role_armed(x) && !(x->flags & ISN_EF_ADJ) && isn_role_agrees(k, e, x)
               ? q->actors.ptr[0]
               : ISN_NONE;
}

/* Who takes and strikes: forces, police, gunmen. */
static bool takes(const isn_entity *x) {
    return isn_role_strikes(x) || x->sector == ISN_SEC_COP || x->sector == ISN_SEC_SPY;
}

/* اعتقلت شقيقه قوات الأمن، قتل ابنه مسلحون: his kin, and right behind those who did it; not ابنه الضابط. */
static bool kin_first(const isn_work *k, const isn_ev *e, uint32_t one, uint32_t two) {
    const isn_entity *kin = isn_work_entity(k, one), *doer = isn_work_entity(k, two);
    bool apposed = doer->kind == ISN_ENT_PEOPLE && isn_work_pre(k, doer->first, 0) & ISN_CL_AL;
    const isn_token *t = &k->scan->text->tokens[k->scan->words[doer->first].token];
    const uint8_t *end = isn_token_end(k->scan->text, t);
    bool they = t->fold_len > 3 && end[-1] == ISN_F_NOON && end[-2] == ISN_F_WAW;
    bool his =
        kin->kind == ISN_ENT_PEOPLE || (kin->kind == ISN_ENT_ACTOR && they); /* دوريتهم مسلحون */
    return his && kin->last == kin->first + 1 && kin->first == e->last &&
           isn_work_pronoun(k, kin->first) && doer->first == kin->last && !apposed &&
           !(k->scan->words[doer->first].flags & ISN_WF_BREAK) &&
           !(isn_work_pre(k, doer->first, doer->reading) & ~(unsigned)ISN_CL_AL) && takes(doer) &&
           isn_role_agrees(k, e, doer);
}

/* اختطفت رئيس البلدية جماعة مسلحة: the verb is in the feminine, which the man right behind it is not, and the force further on
 * is. */
static bool object_first(const isn_work *k, const isn_ev *e, const isn_role_walk *p) {
    uint32_t one = isn_role_bare_at(p, 0), two = isn_role_bare_at(p, 1);
    if (one != ISN_NONE && two != ISN_NONE && kin_first(k, e, one, two))
        return true;
    if (one == ISN_NONE || two == ISN_NONE || !(e->form & ISN_FORM_FEM) ||
        e->flags & ISN_TG_SPEECH || isn_work_entity(k, two)->kind != ISN_ENT_ACTOR ||
        isn_work_entity(k, two)->table == ISN_T_TITLE || !isn_role_armed(isn_work_entity(k, two)))
        return false;
    const isn_entity *man = isn_work_entity(k, one);
    const isn_token *t = &k->scan->text->tokens[k->scan->words[man->first].token];
    bool titled = man->table == ISN_T_TITLE && !(t->flags & ISN_TF_TEH_MARBUTA);
    return (titled || (man->kind == ISN_ENT_PEOPLE && !isn_role_agrees(k, e, man))) &&
           !(man->flags & (ISN_EF_FEM | ISN_EF_PLURAL)) &&
           isn_role_gender_of_head(k, isn_work_entity(k, two)) > 0;
}

/* سقط صاروخ على البلدة فأصاب ثلاثة عمال: a verb of harm in the active, which goes on, has an object; people alone behind it, who
 * are counted or no fighters, are that. */
static bool harmed_alone(const isn_work *k, const isn_ev *e, const isn_role_walk *p) {
    uint32_t one = isn_role_bare_at(p, 0);
    if (one == ISN_NONE || isn_role_bare_at(p, 1) != ISN_NONE || e->passive ||
        (e->effect != ISN_WHAT_KILLED && e->effect != ISN_WHAT_WOUNDED) ||
        (e->form & ISN_FORM_NUMBER) != ISN_FORM_SG || !isn_role_long_a(k, e) ||
        !(isn_work_pre(k, e->first, e->reading) & (ISN_CL_WAW | ISN_CL_FEH)))
        return false;
    const isn_entity *x = isn_work_entity(k, one);
    return x->kind == ISN_ENT_PEOPLE &&
           (x->side != ISN_SIDE_ARMED || isn_role_counted_by_word(k, x));
}

/* غارة على البلدة، قتلت أربعة أشخاص: a verb of harm in the feminine is not of men who are counted behind it. */
static bool cannot_act(const isn_work *k, const isn_ev *e, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    if (!e->effect || x->kind != ISN_ENT_PEOPLE || x->number == ISN_NONE)
        return false;
    bool men = e->form & ISN_FORM_FEM && x->side != ISN_SIDE_ARMED && !isn_role_agrees(k, e, x);
    return men || (isn_role_counted_by_word(k, x) && isn_role_takes_alef(k, x->first) &&
                   isn_role_long_a(k, e) &&
                   isn_work_pre(k, e->first, e->reading) & ISN_CL_WAW); /* وأصاب 16 جنديا */
}

/* قتل منهم النظام 11: one that bears arms, with the figure of the part right behind. */
static bool figure_behind(const isn_work *k, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    uint32_t n = x->last < k->scan->nwords ? k->m->numbers.at[x->last] : ISN_NONE;
    return isn_role_armed(x) && x->number == ISN_NONE && n != ISN_NONE &&
           k->m->numbers.ptr[n].first == x->last && !isn_work_pre(k, x->last, 0) &&
           k->m->numbers.ptr[n].flags & ISN_NF_SUBSET;
}

/* طالب الحراك الحكومة بكذا: a noun with the article right behind the verb that nobody knows is who demands, and the party behind it
 * is of whom. */
static bool unknown_demands(const isn_work *k, const isn_ev *e, uint32_t one) {
    uint32_t w = e->last;
    if (one == ISN_NONE || e->passive || isn_work_entity(k, one)->first != w + 1 ||
        (e->event != ISN_EV_REQUEST && e->event != ISN_EV_ACCUSE))
        return false;
    const uint32_t known = 1u << ISN_T_SPEECH | 1u << ISN_T_FUNC | 1u << ISN_T_DATEWORD |
                           1u << ISN_T_NAME | 1u << ISN_T_TITLE;
    return k->scan->words[w].kind == ISN_TOK_WORD && isn_work_pre(k, w, 0) == ISN_CL_AL &&
           !(k->scan->words[w].flags & ISN_WF_BREAK) && k->m->entities.cover[w] == ISN_NONE &&
           !k->taken[w] && !(k->scan->word_tables[w] & known);
}

/* دعا النائب البرلمان إلى كذا، فيما طالب الحكومة بكذا: a body named by a feminine noun right behind a masculine verb of demand is of
 * whom he demands it. */
static bool other_gender(const isn_work *k, const isn_ev *e, uint32_t one) {
    if (one == ISN_NONE || e->passive || e->form & (ISN_FORM_FEM | ISN_FORM_PERSON) ||
        (e->form & ISN_FORM_NUMBER) != ISN_FORM_SG ||
        (e->event != ISN_EV_REQUEST && e->event != ISN_EV_ACCUSE))
        return false;
    const isn_entity *x = isn_work_entity(k, one);
    const isn_token *token = &k->scan->text->tokens[k->scan->words[x->first].token];
    return x->kind == ISN_ENT_ACTOR && x->first == e->last && !(x->flags & ISN_EF_PLURAL) &&
           x->table != ISN_T_TITLE && token->flags & ISN_TF_TEH_MARBUTA &&
           isn_work_pre(k, x->first, x->reading) == ISN_CL_AL;
}

/* اعترضت سيارتهم مجموعة مسلحة، داهمت بيته قوة من المخابرات: a thing of somebody's before those who act. */
static bool thing_first(const isn_work *k, const isn_ev *e, uint32_t one) {
    const uint32_t things = 1u << ISN_T_UNIT | 1u << ISN_T_PLACEWORD | 1u << ISN_T_SITE;
    uint32_t w = e->last;
    if (one == ISN_NONE || w + 1 >= k->scan->nwords || isn_work_entity(k, one)->first != w + 1 ||
        !(k->scan->word_tables[w] & things) || k->m->entities.cover[w] != ISN_NONE ||
        k->m->numbers.at[w] != ISN_NONE || k->wc[w] & (ISN_WC_VERB | ISN_WC_TRIGGER) ||
        k->fn[w] != ISN_NO_FN || isn_work_pre(k, w, 0) || !isn_work_pronoun(k, w) ||
        (k->scan->words[w].flags | k->scan->words[w + 1].flags) & ISN_WF_BREAK)
        return false;
    const isn_entity *x = isn_work_entity(k, one);
    return takes(x) && x->table != ISN_T_COUNTRY && isn_role_agrees(k, e, x);
}

/* نفذ الهجوم مسلحون، شنت الهجوم كتائب كذا: the deed that the verb only carries stands before him who did it. His entity, or
 * ISN_NONE. */
static uint32_t behind_deed(const isn_work *k, const isn_ev *e) {
    enum { NEAR = 3 };
    uint32_t w = e->last, end = k->scan->sentence_word[e->sentence + 1];
    if (!(e->flags & ISN_TG_LIGHT) || w >= end || k->scan->words[w].flags & ISN_WF_BREAK ||
        !(k->wc[w] & ISN_WC_TRIGGER) || k->wc[w] & ISN_WC_VERB ||
        isn_work_pre(k, w, 0) != ISN_CL_AL ||
        isn_work_slot(k, e->row, ISN_FRAME_OBJECT) != ISN_SLOT_EVENT ||
        isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) != ISN_SLOT_ACTOR ||
        k->scan->words[e->first].reading[e->reading].suf != ISN_SUF_NONE)
        return ISN_NONE;
    for (uint32_t i = w + 1; i < end && i <= w + NEAR; i++) {
        uint32_t c = k->m->entities.cover[i];
        if (k->scan->words[i].flags & ISN_WF_BREAK ||
            k->wc[i] & (ISN_WC_VERB | ISN_WC_SAY | ISN_WC_TRIGGER) || k->fn[i] != ISN_NO_FN)
            return ISN_NONE;
        if (c == ISN_NONE && (k->taken[i] || isn_work_pre(k, i, 0) == ISN_CL_AL))
            continue; /* نفذ الهجوم الإرهابي أمس مسلحون */
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        if (x != NULL && x->first == i && x->flags & ISN_EF_ADJ)
            continue;
        bool doer = x != NULL && x->first == i && isn_role_can_act(x) && !isn_role_is_place(x) &&
                    !isn_work_pre(k, i, x->reading);
        return doer && isn_role_agrees(k, e, x) ? c : ISN_NONE;
    }
    return ISN_NONE;
}

/* تحاصر القوات القرى، وتدفع سكانها نحو النزوح: unarmed people with a pronoun right behind a deed that goes on suffer it. */
static bool theirs(const isn_work *k, const isn_ev *e, uint32_t one) {
    const isn_entity *x = isn_work_entity(k, one);
    int32_t obj = isn_work_slot(k, e->row, ISN_FRAME_OBJECT);
    return (e->event == ISN_EV_COERCE || e->event == ISN_EV_ASSAULT) &&
           isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_ACTOR &&
           (obj == ISN_SLOT_TARGET || obj == ISN_SLOT_VICTIM || obj == ISN_SLOT_RECIPIENT) &&
           isn_work_pre(k, e->first, e->reading) & (ISN_CL_WAW | ISN_CL_FEH) &&
           x->kind == ISN_ENT_PEOPLE && x->first == e->last && x->side == ISN_SIDE_CIVILIAN &&
           isn_role_his_people(k, x);
}

/* تعرض موقع للجيش لقصف، تعرضت قاعدة تابعة للقوات لهجوم: whose the place is that stands right behind the verb of suffering; or ISN_NONE. */
static uint32_t owner_of_place(const isn_work *k, const isn_ev *e) {
    uint32_t w = e->last;
    if (!isn_work_framed(k, e->row, ISN_FR_SUFFER) || w + 1 >= k->scan->nwords ||
        !isn_work_has(k, w, ISN_T_SITE) || k->m->entities.cover[w] != ISN_NONE ||
        (k->scan->words[w].flags | k->scan->words[w + 1].flags) & ISN_WF_BREAK)
        return ISN_NONE;
    w += k->fn[w + 1] == ISN_FN_BELONGS ? 2 : 1;
    uint32_t c = w < k->scan->nwords ? k->m->entities.cover[w] : ISN_NONE;
    if (c == ISN_NONE || isn_work_entity(k, c)->first != w)
        return ISN_NONE;
    const isn_entity *x = isn_work_entity(k, c);
    return isn_clause_prep(k, w, x->reading) == ISN_FN_LI && isn_role_can_act(x) ? c : ISN_NONE;
}

void isn_role_verb_roles(const isn_work *k, isn_ev *e, const isn_role_walk *p) {
    const isn_reading *r = &k->scan->words[e->first].reading[e->reading];
    if (describes_blows(k, e)) {
        isn_role_give_all(k, e, isn_work_slot(k, e->row, ISN_FRAME_OBJECT), p, 0);
        return;
    }
    uint32_t owner = owner_of_place(k, e);
    if (owner != ISN_NONE) {
        isn_role_give(k, e, isn_work_slot(k, e->row, ISN_FRAME_SUBJECT), owner);
        return;
    }
    uint32_t late = behind_deed(k, e);
    if (late != ISN_NONE) {
        isn_role_give(k, e, ISN_SLOT_ACTOR, late);
        return;
    }
    const isn_ev *march = protest_says(k, e);
    if (march != NULL) {
        for (uint32_t i = 0; i < march->actors.n; i++)
            isn_role_give(k, e, isn_work_slot(k, e->row, ISN_FRAME_SUBJECT), march->actors.ptr[i]);
        isn_role_give_all(k, e, isn_work_slot(k, e->row, ISN_FRAME_OBJECT), p, 0);
        e->dead = !e->actors.n;
        e->why = e->dead ? "too little is told with it" : e->why;
        return;
    }
    uint32_t subject = isn_role_before(k, e);
    int32_t obj = isn_work_slot(k, e->row, ISN_FRAME_OBJECT),
            sub = isn_work_slot(k, e->row, ISN_FRAME_SUBJECT);
    uint32_t one = isn_role_bare_at(p, 0);
    if (e->flags & ISN_TG_LIGHT && sub == ISN_SLOT_TARGET && isn_role_pronoun_before(k, e)) {
        uint32_t whom = isn_role_pronoun_subject(k, e);
        int gender = whom == ISN_NONE ? 0 : isn_role_gender_of_head(k, isn_work_entity(k, whom));
        bool his = isn_work_pronoun(k, e->first - 1) == ISN_SUF_HU;
        if (whom != ISN_NONE && !(his && gender > 0)) { /* قال الجيش إنه تعرض لهجوم */
            isn_role_give(k, e, sub, whom);
            return;
        }
    }
    if (p->deed != 0 || statement_says(k, e) || deed_that(k, e, p) || thing_acts(k, e, p) ||
        (subject == ISN_NONE && unknown_demands(k, e, one)) ||
        (subject == ISN_NONE && deed_before(k, e, p))) {
        isn_role_give_all(k, e, obj, p, 0);
        return;
    }
    bool other = subject == ISN_NONE && other_gender(k, e, one);
    if (subject == ISN_NONE && (other || charged_alone(k, e, p))) {
        uint32_t shared = isn_role_shared_subject(k, e, p);
        if (shared == ISN_NONE && other)
            shared = isn_role_subject_before(k, e);
        if (shared != ISN_NONE) {
            e->shared = true;
            isn_role_give(k, e, sub, shared);
        }
        isn_role_give_all(k, e, obj, p, 0);
        return;
    }
    if (subject == ISN_NONE && thing_first(k, e, one)) {
        isn_role_give_all(k, e, sub, p, 0);
        return;
    }
    bool himself = one != ISN_NONE && isn_role_does_it_himself(k, e);
    if (!himself && isn_role_reads_passive(k, e, p, subject)) {
        e->passive = true;
        int32_t slot = isn_work_slot(k, e->row, ISN_FRAME_PASSIVE);
        if (slot == ISN_SLOT_NONE)
            slot = obj;
        bool held = one != ISN_NONE && subject != ISN_NONE &&
                    isn_role_is_place(isn_work_entity(k, one)) &&
                    e->effect == ISN_WHAT_CAPTURED; /* المحتجون أودعوا السجون */
        bool charge = e->event == ISN_EV_ACCUSE && subject != ISN_NONE &&
                      e->last < k->scan->nwords && isn_role_begins_with_beh(k, e->last);
        if (one != ISN_NONE && !held && !charge)
            isn_role_give_all(k, e, slot, p, 0);
        else if (subject != ISN_NONE)
            give_coordinated(k, e, slot, subject);
        return;
    }
    uint8_t suf;
    if (one == ISN_NONE && e->event == ISN_EV_SANCTION &&
        isn_role_slot_of_pronoun(k, e, e->last, &suf) == ISN_SLOT_RECIPIENT &&
        (subject == ISN_NONE || isn_work_entity(k, subject)->sector != ISN_SEC_JUD)) {
        e->passive = true; /* أوقف وحكم عليه بالسجن: nobody is named who sentences */
        return;
    }
    int32_t back = isn_role_resumed(k, e, p, subject);
    if (back != ISN_SLOT_NONE) { /* الناشطة التي حكم عليها بالسجن */
        e->passive = true;
        give_coordinated(k, e, back, subject);
        return;
    }
    back = isn_role_resumed_behind(k, e, p, subject);
    if (back != ISN_SLOT_NONE) {
        give_coordinated(k, e, back, subject);
        if (one != ISN_NONE)
            isn_role_give_all(k, e, sub, p, 0);
        return;
    }
    if (one != ISN_NONE && isn_role_resumes(k, e)) { /* اليوم الذي دعت إليه اللجان */
        isn_role_give_all(k, e, sub, p, 0);
        return;
    }
    if (isn_role_pronoun_before(k, e)) { /* وقالت إنها قتلت عشرة جنود: the pronoun is the subject */
        isn_role_give_all(k, e, obj, p, 0);
        return;
    }
    if (r->suf || isn_work_with_it(k, e)) { /* the object is a pronoun: هجوم شنه مسلحون */
        uint32_t object = isn_role_object_pronoun(k, e, r->suf);
        if (object != ISN_NONE &&
            object == subject) /* 75 تلميذا كانوا قد اختطفوهم: the noun described */
            subject = isn_role_subject_before(k, e);
        if (object != ISN_NONE && object != one && object != subject)
            isn_role_give(k, e, obj, object), e->pronoun = true;
        if (one != ISN_NONE && r->suf &&
            isn_role_of_another_noun(k, e, one)) /* واقتادوه إلى مكان مجهول */
            one = ISN_NONE;
        bool goes_on = (e->effect || e->event == ISN_EV_ASSAULT || e->event == ISN_EV_COERCE ||
                        e->flags & ISN_TG_SPEECH) &&
                       r->pre & (ISN_CL_WAW |
                                 ISN_CL_FEH); /* دهموا منزله واقتادوه، عاقب المجلس شركات واتهمها */
        if (one == ISN_NONE && subject == ISN_NONE && r->suf && goes_on) {
            uint32_t same = isn_role_subject_before(k, e);
            if (same != ISN_NONE && isn_role_agrees(k, e, isn_work_entity(k, same)))
                subject = same;
        }
        if (one != ISN_NONE)
            isn_role_give_all(k, e, sub, p, 0);
        else if (subject != ISN_NONE &&
                 (!(k->fn[e->first ? e->first - 1 : 0] == ISN_FN_WHO) || isn_work_cleft(k, e)))
            isn_role_give(k, e, sub, subject);
        return;
    }
    if (p->some && one == ISN_NONE && obj == ISN_SLOT_VICTIM && !isn_role_takes_alef(k, e->last)) {
        e->passive = true; /* واعتقل عدد منهم */
        return;
    }
    if (p->some && one != ISN_NONE && figure_behind(k, one)) {
        isn_role_give_all(k, e, sub, p, 0); /* قتل منهم النظام 11 مدنيا */
        return;
    }
    if (p->some) {
        uint32_t dropped = isn_role_dropped_subject(k, e);
        if (dropped != ISN_NONE &&
            (isn_role_takes_alef(k, e->last) || !isn_role_armed(isn_work_entity(k, dropped))))
            isn_role_give(k, e, sub, dropped);
        isn_role_give_all(k, e, obj, p, 0);
        return;
    }
    if (subject != ISN_NONE) {
        give_coordinated(k, e, sub, subject);
        isn_role_give_all(k, e, obj, p, 0);
        return;
    }
    unsigned number = e->form & ISN_FORM_NUMBER;
    if (number != ISN_FORM_SG || (e->form & ISN_FORM_PERSON) == ISN_FORM_P1) {
        /* فأحرقوا المخازن، استهدفنا دبابات: a verb that shows its subject in its ending has the object next */
        uint32_t dropped = isn_role_dropped_subject(k, e);
        if (dropped != ISN_NONE && (e->form & ISN_FORM_PERSON) != ISN_FORM_P1) {
            give_coordinated(k, e, sub, dropped);
            e->shared = true;
        }
        isn_role_give_all(k, e, obj, p, 0);
        return;
    }
    uint32_t shared = isn_role_shared_subject(k, e, p);
    if (shared != ISN_NONE) {
        e->shared = true;
        isn_role_give(k, e, sub, shared);
        isn_role_give_all(k, e, obj, p, 0);
        return;
    }
    if (one == ISN_NONE) {
        uint32_t doer = doer_of_noun(k, e);
        if (doer != ISN_NONE)
            isn_role_give(k, e, sub, doer);
        return;
    }
    if (isn_role_of_another_noun(k, e, one)) {
        isn_role_give_all(k, e, obj, p, 0);
        return;
    }
    if (theirs(k, e, one)) {
        uint32_t same = isn_role_subject_before(k, e);
        if (same != ISN_NONE)
            isn_role_give(k, e, sub, same);
        isn_role_give_all(k, e, obj, p, 0);
        return;
    }
    if ((isn_role_implicit_relative(k, e) && isn_role_bare_at(p, 1) == ISN_NONE) ||
        isn_role_begins_with_object(k, e, isn_work_entity(k, one)) || cannot_act(k, e, one) ||
        harmed_alone(k, e, p) || isn_clause_accusative(k, isn_work_entity(k, one)) ||
        (e->event == ISN_EV_SANCTION && isn_role_his_people(k, isn_work_entity(k, one)))) {
        isn_role_give_all(k, e, obj, p, 0); /* سبق للجزائر أن استدعت سفيرها */
        return;
    }
    if (obj == ISN_SLOT_TARGET && sub == ISN_SLOT_ACTOR && isn_role_bare_at(p, 1) == ISN_NONE &&
        harmless(isn_work_entity(k, one))) {
        isn_role_give_all(k, e, obj, p, 0);
        return;
    }
    if (obj == ISN_SLOT_VICTIM && sub == ISN_SLOT_ACTOR && isn_role_bare_at(p, 1) == ISN_NONE &&
        e->event == ISN_EV_ASSAULT && e->mode == ISN_MODE_TORTURE &&
        isn_role_personlike(isn_work_entity(k, one)) && !isn_role_armed(isn_work_entity(k, one))) {
        e->passive = true; /* جلد الرجل مئة جلدة */
        isn_role_give_all(k, e, obj, p, 0);
        return;
    }
    if (obj == ISN_SLOT_TARGET && sub == ISN_SLOT_ACTOR && isn_role_bare_at(p, 1) == ISN_NONE &&
        struck_by_arms(k, e, isn_work_entity(k, one))) {
        e->passive = true;
        isn_role_give_all(k, e, obj, p, 0);
        return;
    }
    if (sub == ISN_SLOT_ACTOR && obj != ISN_SLOT_NONE && object_first(k, e, p)) {
        isn_role_give(k, e, sub, isn_role_bare_at(p, 1));
        isn_role_give(k, e, obj, one);
        return;
    }
    isn_role_give_all(k, e, sub, p, 0);
    isn_role_give_all(k, e, obj, p, 1);
    /* "استهدف القصف مدرسة": the subject was a trigger, so the first noun phrase is the object */
}
