/* role_noun.c: the roles of a noun of deed and of a participle. */
#include "claim/rolework.h"

/* A genitive stands right after its noun; its number may stand between, an adjective too. */
static bool adjacent(const isn_work *k, const isn_ev *e, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    uint32_t from = x->first;
    if (x->number != ISN_NONE && k->m->numbers.ptr[x->number].first < from)
        from = k->m->numbers.ptr[x->number].first;
    if (e->event == ISN_EV_REJECT && from == e->last + 1 && !k->taken[e->last] &&
        !(isn_work_pre(k, e->last, 0) & ISN_CL_AL) &&
        isn_work_pre(k, x->first, x->reading) & ISN_CL_AL)
        return false;            /* رفض اقتراح الأمم المتحدة: whose proposal */
    uint32_t each = e->last + 1; /* مقتل كل من فلان وفلان */
    each += each < from && k->fn[e->last] == ISN_FN_EACH &&
            (k->fn[each] == ISN_FN_EACH || k->fn[each] == ISN_FN_MIN); /* أسر أي من جنوده */
    return from <= each;
}

/* دمرت غارة مقر الحركة: whom a blow is dealt by stands right behind it. */
static bool right_behind(const isn_work *k, const isn_ev *e, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    uint32_t w = e->last;
    while (w < x->first && k->taken[w])
        w++;
    return w >= x->first || (x->number != ISN_NONE && k->m->numbers.ptr[x->number].first <= w);
}

/* أمل في أن يرد الطرفان، داعيا إلى كذا: two or many are not he who calls. */
static bool disagrees(const isn_work *k, const isn_ev *e, const isn_ev *q) {
    const isn_entity *x = isn_work_entity(k, q->actors.ptr[0]);
    return (e->form & (ISN_FORM_NUMBER | ISN_FORM_FEM)) == ISN_FORM_SG && q->actors.n == 1 &&
           x->table == ISN_T_ORGWORD && x->flags & ISN_EF_DUAL;
}

/* متهما حماس بكذا: what follows is whom it is said of or to; who says it is the subject of the clause, unless
 * chain.c finds a speaker. */
void isn_role_attending_roles(const isn_work *k, isn_ev *e, const isn_role_walk *p) {
    isn_role_give_all(k, e, isn_work_slot(k, e->row, ISN_FRAME_OBJECT), p, 0);
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;)
        if ((q->verb || q->attends) && q->actors.n && !disagrees(k, e, q)) {
            e->actors = q->actors;
            return;
        }
}

/* مظاهرة، احتجاجات */
static bool names_protest(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    if (!isn_work_has(k, w, ISN_T_TRIGGER))
        return false;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_TRIGGER);
    return s && isn_work_trigger(k, s->row, ISN_TRIGGER_EVENT) == ISN_EV_PROTEST;
}

/* استخدام الشرطة للغاز: a word that the deed is known by. */
static bool names_means(const isn_work *k, const isn_ev *e, uint32_t w) {
    uint32_t list = isn_lex_list(k->lex, ISN_T_TRIGGER, e->row, ISN_TRIGGER_WITH);
    return e->event == ISN_EV_ASSAULT && list && isn_word_in_list(k->lex, &k->scan->words[w], list);
}

/* لنحو 30 مواطنا، لأكثر من 20 من أعضاء الحزب: the people that the number counts, or ISN_NONE. */
static uint32_t counted_people(const isn_work *k, const isn_number *q) {
    uint32_t w = q->noun;
    if (w == ISN_NONE && q->last + 1 < k->scan->nwords && k->fn[q->last] == ISN_FN_MIN)
        w = q->last + 1;
    uint32_t c = w != ISN_NONE ? k->m->entities.cover[w] : ISN_NONE;
    if (c == ISN_NONE || isn_role_is_place(isn_work_entity(k, c)))
        return ISN_NONE;
    return isn_work_entity(k, c)->first <= w ? c : ISN_NONE;
}

/* قصف الجيش للمدينة، استدعاء المغرب لسفيره: behind who does it stands with ل whom it is done to. That one's entity, or
 * ISN_NONE; `any` where there is such a noun, known or not. */
static uint32_t object_with_lam(const isn_work *k, const isn_ev *e, const isn_entity *x,
                                bool *any) {
    uint32_t w = x->last, day = w < k->scan->nwords ? k->m->dates.at[w] : ISN_NONE;
    bool deed =
        e->event == ISN_EV_ASSAULT || e->event == ISN_EV_COERCE || e->event == ISN_EV_SANCTION;
    *any = false;
    if (day != ISN_NONE && k->m->dates.ptr[day].first == w)
        w = k->m->dates.ptr[day].last; /* اقتحام القوات فجر اليوم للمخيم */
    if (!deed || w >= k->scan->nwords || k->scan->words[w].flags & ISN_WF_BREAK ||
        x->number != ISN_NONE ||
        (x->kind != ISN_ENT_ACTOR && x->table != ISN_T_COUNTRY && !isn_role_strikes(x)))
        return ISN_NONE;
    bool lone = k->fn[w] == ISN_FN_LI && w + 1 < k->scan->nwords; /* لـ30 مواطنا */
    w += lone;
    uint32_t c = k->m->entities.cover[w];
    uint8_t reading = c == ISN_NONE ? 0 : isn_work_entity(k, c)->reading;
    if (!lone && !(isn_work_pre(k, w, reading) & ISN_CL_LAM))
        return ISN_NONE;
    if (k->wc[w] & (ISN_WC_TRIGGER | ISN_WC_VERB)) { /* قمع الأمن لمظاهرة */
        *any = names_protest(k, w);
        return ISN_NONE;
    }
    if (c == ISN_NONE && names_protest(k, w))
        *any = true;                        /* قمع الشرطة للاحتجاجات */
    uint32_t several = k->m->numbers.at[w]; /* لعدة مناطق */
    if (k->taken[w]) {
        *any = several != ISN_NONE && k->m->numbers.ptr[several].first == w;
        return *any ? counted_people(k, &k->m->numbers.ptr[several]) : ISN_NONE;
    }
    *any |= names_means(k, e, w) || c != ISN_NONE || isn_work_has(k, w, ISN_T_PLACEWORD) ||
            isn_work_has(k, w, ISN_T_UNIT);
    return c != ISN_NONE && isn_work_entity(k, c)->first == w ? c : ISN_NONE;
}

static bool from_the_air(const isn_ev *e) {
    return e->mode == ISN_MODE_DRONE || e->mode == ISN_MODE_AERIAL;
}

/* مقتله، إصابته وزوجته، اغتياله واثنين من مرافقيه: the pronoun of a noun of harm is whom it befell, and so are they that
 * و joins to it. Not قتله مدنيين. */
static bool befell_him(const isn_work *k, isn_ev *e, const isn_role_walk *p) {
    uint32_t one = isn_role_bare_at(p, 0);
    uint8_t suf = k->scan->words[e->first].reading[e->reading].suf;
    bool joined = one != ISN_NONE && right_behind(k, e, one);
    if (joined) {
        const isn_entity *x = isn_work_entity(k, one);
        uint32_t n = x->number, first = x->first;
        if (n != ISN_NONE && k->m->numbers.ptr[n].first < first)
            first = k->m->numbers.ptr[n].first;
        joined =
            isn_work_pre(k, first, 0) & ISN_CL_WAW && !(k->scan->words[first].flags & ISN_WF_BREAK);
    }
    if (!e->effect || e->last != e->first + 1 || (one != ISN_NONE && !joined) ||
        isn_work_slot(k, e->row, ISN_FRAME_GENITIVE) != ISN_SLOT_VICTIM)
        return false;
    uint32_t object = isn_role_object_pronoun(k, e, suf);
    if (object == ISN_NONE && !joined)
        return false;
    if (object != ISN_NONE) {
        isn_role_give(k, e, ISN_SLOT_VICTIM, object);
        e->pronoun = true;
    }
    e->self = suf == ISN_SUF_HU || suf == ISN_SUF_HA;
    if (joined)
        isn_role_give_all(k, e, ISN_SLOT_VICTIM, p, 0);
    return true;
}

/* قتل مسلحون في كمين ثمانية جنود: whom the verb before the noun harmed is no genitive of the noun. */
static bool suffered_already(const isn_work *k, const isn_ev *e, uint32_t entity) {
    const isn_ev *verb = e - 1;
    if (e == k->evs.ptr || !verb->verb || !verb->effect || !verb->actors.n ||
        isn_clause_prep(k, e->first, e->reading) != ISN_FN_FI)
        return false;
    for (uint32_t i = 0; i < verb->recipients.n; i++)
        if (verb->recipients.ptr[i] == entity)
            return true;
    return false;
}

/* اقتحام مسلحين مستودعا: a noun without the article and in the accusative, as its alef shows; رسميا tells how. */
static bool object_by_alef(const isn_work *k, uint32_t w) {
    if (w >= k->scan->nwords || k->scan->words[w].flags & ISN_WF_BREAK || isn_work_pre(k, w, 0) ||
        k->fn[w] != ISN_NO_FN || k->taken[w] || k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY) ||
        isn_work_has(k, w, ISN_T_DATEWORD))
        return false;
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *end = isn_token_end(k->scan->text, token);
    return token->fold_len > 3 && end[-1] == ISN_F_ALEF && end[-2] != ISN_F_YEH;
}

/* أعلن الجيش تعرضه لهجوم: the body right before, of the gender of the pronoun. */
static uint32_t body_told_of(const isn_work *k, const isn_ev *e, uint8_t suf) {
    uint32_t c = e->first > k->s0[e->sentence] ? k->m->entities.cover[e->first - 1] : ISN_NONE;
    if (c == ISN_NONE)
        return ISN_NONE;
    const isn_entity *x = isn_work_entity(k, c);
    if (x->kind != ISN_ENT_ACTOR || x->flags & ISN_EF_ADJ || isn_role_is_place(x))
        return ISN_NONE;
    int gender = isn_role_gender_of_head(k, x);
    bool fits = suf == ISN_SUF_HA ? gender >= 0 : suf == ISN_SUF_HU && gender <= 0;
    return fits ? c : ISN_NONE;
}

/* جدد المجلس مطالبة القوات التركية بالانسحاب: the verb that repeats it has its doer right before the noun, whose genitive is of whom
 * it is asked. */
static bool said_again(const isn_work *k, const isn_ev *e) {
    const isn_ev *q = e - 1;
    if (e->event != ISN_EV_REQUEST || e == k->evs.ptr || q->sentence != e->sentence || !q->verb ||
        !(q->flags & ISN_TG_LIGHT) || q->event || !q->actors.n || isn_work_pre(k, e->first, 0))
        return false;
    uint32_t c = k->m->entities.cover[e->first - 1];
    for (uint32_t i = 0; i < q->actors.n; i++)
        if (q->actors.ptr[i] == c)
            return true;
    return false;
}

/* قابلت لندن الخطوة بمطالبة طهران بكذا: who answers with a demand makes it, and its genitive is of whom it is asked. */
static bool answered_with(const isn_work *k, const isn_ev *e) {
    enum { NEAR = 8 };
    const isn_ev *q = e - 1;
    return e->event == ISN_EV_REQUEST && e > k->evs.ptr && q->sentence == e->sentence && q->verb &&
           q->flags & ISN_TG_LIGHT && !q->event && q->actors.n && e->first - q->last < NEAR &&
           isn_work_pre(k, e->first, e->reading) & ISN_CL_BEH;
}

/* تحييد ثلاثين "إرهابيا": right behind the deed so many are counted. */
static bool number_before(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    uint32_t q = e->last < x->first ? k->m->numbers.at[e->last] : ISN_NONE;
    return x->number != ISN_NONE || (q != ISN_NONE && k->m->numbers.ptr[q].first == e->last &&
                                     k->m->numbers.ptr[q].num_last == x->first);
}

void isn_role_noun_roles(const isn_work *k, isn_ev *e, const isn_role_walk *p) {
    int32_t gen = isn_work_slot(k, e->row, ISN_FRAME_GENITIVE);
    int32_t obj = isn_work_slot(k, e->row, ISN_FRAME_OBJECT);
    uint32_t one = isn_role_bare_at(p, 0), two = isn_role_bare_at(p, 1);
    const isn_reading *r = &k->scan->words[e->first].reading[e->reading];
    if (r->suf && e->event == ISN_EV_PROTEST &&
        isn_work_slot(k, e->row, ISN_FRAME_GENITIVE) == ISN_SLOT_ACTOR) {
        uint32_t striker = isn_role_object_pronoun(k, e, r->suf); /* واصل السجناء إضرابهم */
        if (striker != ISN_NONE && !e->actors.n)
            isn_role_give(k, e, ISN_SLOT_ACTOR, striker);
        return;
    }
    if (r->suf == ISN_SUF_HUM && gen == ISN_SLOT_ACTOR && !e->actors.n) {
        uint32_t they = isn_role_object_pronoun(k, e, r->suf); /* أعلن المتمردون سيطرتهم */
        if (they != ISN_NONE && isn_role_armed(isn_work_entity(k, they)))
            isn_role_give(k, e, ISN_SLOT_ACTOR, they);
    }
    if (r->suf) { /* قتلهم، استهدافه مدنيين */
        if (e->flags & ISN_TG_LIGHT && gen == ISN_SLOT_TARGET) { /* تعرضه لهجوم */
            uint32_t whom = isn_role_object_pronoun(k, e, r->suf);
            if (whom == ISN_NONE)
                whom = body_told_of(k, e, r->suf);
            if (whom != ISN_NONE)
                isn_role_give(k, e, ISN_SLOT_TARGET, whom);
            return;
        }
        if (!befell_him(k, e, p))
            isn_role_give_all(k, e, obj, p, 0);
        return;
    }
    if (one == ISN_NONE || !adjacent(k, e, one))
        return;
    uint32_t n = isn_work_entity(k, one)->number;
    bool tail = e->last > e->first + 1 && !(isn_work_pre(k, e->last - 1, 0) & ISN_CL_AL);
    if (e->definite && !tail && /* not العثور على جثة شاب */
        (isn_work_entity(k, one)->first == e->last ||
         (n != ISN_NONE && k->m->numbers.ptr[n].first == e->last))) {
        /* القصف المدفعي: an adjective of nation was dealt with; a noun after a definite one is no genitive */
        return;
    }
    const isn_entity *x = isn_work_entity(k, one);
    bool behind_deed =
        gen == ISN_SLOT_ACTOR && x->table == ISN_T_PEOPLE &&
        (object_by_alef(k, e->last) ||
         (isn_role_blow_harms(k, e) && (x->number != ISN_NONE || !isn_role_armed(x)) &&
          !isn_work_pre(k, x->first, x->reading)));
    if (suffered_already(k, e, one) || behind_deed)
        return; /* قتلت غارة رجلا، ثلاثة أطفال: the verb's object */
    if (isn_role_loose_company(k, x) && isn_role_blow_strikes(k, e)) {
        isn_role_give_all(k, e, ISN_SLOT_TARGET, p, 0);
        return;
    }
    if (isn_role_downs(k, e) && isn_role_owned_weapon(x) &&
        (two == ISN_NONE ||
         !isn_role_owned_weapon(isn_work_entity(k, two)))) { /* إسقاط مسيرة أوكرانية */
        isn_role_give_all(k, e, ISN_SLOT_RECIPIENT, p, 0);
        return;
    }
    bool far = two != ISN_NONE &&
               isn_role_is_place(isn_work_entity(k, two)) && /* خلية …، بين كذا وكذا */
               isn_work_entity(k, two)->first > x->last + 2;
    if (e->event == ISN_EV_PROTEST && x->kind == ISN_ENT_PEOPLE) {
        isn_role_give_all(k, e, ISN_SLOT_ACTOR, p, 0); /* اقتحام متظاهرين السفارة */
        isn_role_give_all(k, e, obj, p, 1);
        return;
    }
    if (e->flags & ISN_TG_LIGHT && gen == ISN_SLOT_EVENT && adjacent(k, e, one) &&
        (isn_role_strikes(x) || x->table == ISN_T_COUNTRY))
        gen = ISN_SLOT_ACTOR; /* شن إسرائيل غارات */
    bool held = two != ISN_NONE && e->effect == ISN_WHAT_CAPTURED &&
                isn_role_is_place(isn_work_entity(k, two)); /* إيداع رئيس البلدية السجن */
    bool sends = e->event == ISN_EV_MOBILIZE && gen == ISN_SLOT_TOPIC && isn_role_state_force(x) &&
                 x->last < k->scan->nwords &&
                 isn_clause_prep(k, x->last, 0) == ISN_FN_BI; /* دفع الجيش بتعزيزات */
    if (sends)
        gen = ISN_SLOT_ACTOR;
    bool acts = two != ISN_NONE && !far && !held && isn_role_armed(x) &&
                !(x->kind == ISN_ENT_PLACE && x->table != ISN_T_COUNTRY);
    acts &= two == ISN_NONE || !isn_role_unwanted(k, isn_work_entity(k, two));
    if (acts && gen == ISN_SLOT_VICTIM && e->effect) { /* تصفية سبعة من العناصر جنوب رفح */
        const isn_entity *y = isn_work_entity(k, two);
        acts = !isn_role_is_place(y) && (!number_before(k, e, x) || y->first == x->last);
    }
    acts |= e->event == ISN_EV_ACCUSE && two != ISN_NONE && isn_role_can_act(x) &&
            !(x->flags & ISN_EF_ADJ) && isn_role_can_act(isn_work_entity(k, two)) &&
            isn_work_entity(k, two)->first == x->last;
    if (acts && gen != ISN_SLOT_ACTOR) { /* قتل الجيش مدنيين، استهداف الطائرات منزلا */
        isn_role_give_all(k, e, ISN_SLOT_ACTOR, p, 0);
        isn_role_give_all(k, e, obj, p, 1);
        return;
    }
    bool done_to;
    uint32_t object = object_with_lam(k, e, x, &done_to);
    if (done_to && gen != ISN_SLOT_ACTOR) {
        e->recipients.n = 0;
        isn_role_give_all(k, e, ISN_SLOT_ACTOR, p, 0);
        if (object != ISN_NONE)
            isn_role_give(k, e, obj, object);
        return;
    }
    if (p->on && e->flags & ISN_TG_ATTACK && isn_role_strikes(x))
        gen = ISN_SLOT_ACTOR; /* قصف الطيران على القرية */
    if (gen == ISN_SLOT_TARGET && e->flags & ISN_TG_ATTACK && isn_role_owned_weapon(x) &&
        right_behind(k, e, one) && from_the_air(e))
        gen = ISN_SLOT_ACTOR; /* قصف طائرة مسيرة تركية */
    bool storms =
        gen == ISN_SLOT_TARGET && isn_work_slot(k, e->row, ISN_FRAME_ILA) == ISN_SLOT_PLACE;
    if (storms && x->kind == ISN_ENT_ACTOR && isn_role_strikes(x) && right_behind(k, e, one))
        gen = ISN_SLOT_ACTOR; /* خلال اقتحام قوات الاحتلال: a force storms, and not a force */
    bool counted = gen == ISN_SLOT_VICTIM && e->effect && number_before(k, e, x);
    if (e->flags & ISN_TG_ATTACK && isn_role_strikes(x) && right_behind(k, e, one) && !counted &&
        isn_role_followed_by_object(k, x))
        gen = ISN_SLOT_ACTOR; /* قصف الجيش مواقع للمتمردين */
    if (x->kind == ISN_ENT_PEOPLE && isn_role_strikes(x) && right_behind(k, e, one) && !counted &&
        isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_ACTOR && object_by_alef(k, x->last))
        gen = ISN_SLOT_ACTOR; /* اقتحام مسلحين مستودعا، إطلاق مسلحين النار */
    if (p->off && isn_work_slot(k, e->row, ISN_FRAME_AN) == ISN_SLOT_VICTIM &&
        (isn_role_strikes(x) || x->table == ISN_T_COUNTRY))
        gen = ISN_SLOT_ACTOR; /* إفراج الحركة عن ثلاثة */
    bool wanted = x->sector == ISN_SEC_REB || x->sector == ISN_SEC_UAF || x->sector == ISN_SEC_CRM;
    if (gen == ISN_SLOT_ACTOR && e->event == ISN_EV_COERCE && !e->effect && wanted &&
        x->kind == ISN_ENT_PEOPLE && !p->on)
        gen = ISN_SLOT_RECIPIENT; /* ملاحقة إرهابيين */
    if (gen == ISN_SLOT_ACTOR && e->event == ISN_EV_ASSAULT && e->effect == ISN_WHAT_CAPTURED &&
        x->number != ISN_NONE)
        gen = ISN_SLOT_VICTIM; /* عملية خطف 45 جنديا */
    if (gen == ISN_SLOT_ACTOR && e->event == ISN_EV_CONSULT && isn_role_is_place(x) &&
        p->nbares == 1 && right_behind(k, e, one))
        gen = ISN_SLOT_PLACE; /* مشاورات الكويت، محادثات جنيف */
    bool town = isn_role_is_place(x) && (x->table != ISN_T_COUNTRY || x->flags & ISN_EF_CAPITAL);
    if (town && !p->on && gen == ISN_SLOT_ACTOR && e->flags & ISN_TG_ATTACK)
        gen = ISN_SLOT_PLACE; /* تفجير الكاظمية، هجوم كابول */
    if (gen == ISN_SLOT_ACTOR && e->event == ISN_EV_ASSAULT && !right_behind(k, e, one))
        return;
    if (gen == ISN_SLOT_ACTOR && obj == ISN_SLOT_RECIPIENT &&
        (said_again(k, e) || answered_with(k, e)))
        gen = ISN_SLOT_RECIPIENT;
    if (gen == ISN_SLOT_ACTOR && isn_work_framed(k, e->row, ISN_FR_PULL_OUT) &&
        k->scan->words[x->head].reading[x->reading].suf != ISN_SUF_NONE)
        return; /* تعهدت الوزارة سحب كتيبتها: hers, who withdraws it */
    if (e->event == ISN_EV_ACCUSE && gen == ISN_SLOT_RECIPIENT && e->recipients.n &&
        e->recipients.ptr[0] != one)
        gen = ISN_SLOT_ACTOR; /* اتهامات الحكومة للجماعة */
    isn_role_give_all(k, e, gen, p, 0);
    if (gen == ISN_SLOT_ACTOR)
        isn_role_give_all(k, e, obj, p, 1);
}

bool isn_role_locative(const isn_work *k, const isn_entity *x) {
    uint8_t fn = isn_clause_prep(k, x->first, x->reading);
    return isn_role_is_place(x) &&
           (fn == ISN_FN_FI || fn == ISN_FN_BI || x->flags & (ISN_EF_DIRECTION | ISN_EF_NEAR));
}

/* Whom the words at `w` name where it is said who the dead were: people, of no article unless it is said of all. */
static bool names_dead(const isn_work *k, uint32_t w, bool all) {
    uint32_t c = k->m->entities.cover[w];
    if (c == ISN_NONE)
        return false;
    const isn_entity *x = isn_work_entity(k, c);
    uint32_t first =
        x->number != ISN_NONE && k->m->numbers.ptr[x->number].first == w ? w : x->first;
    return x->kind == ISN_ENT_PEOPLE && first == w && x->sector != ISN_SEC_NONE &&
           (all || !(isn_work_pre(k, x->first, x->reading) & ISN_CL_AL));
}

/* الغارة من عناصر التنظيم: taken for those who dealt the blow. */
static void strike_none(const isn_work *k, const isn_ev *e, uint32_t entity) {
    for (uint32_t i = k->sentence_ev[e->sentence]; i < k->sentence_ev[e->sentence + 1]; i++)
        isn_refs_drop(&k->evs.ptr[i].actors, entity);
}

/* راح ضحية القصف طبيبان ومسعف: behind what they fell prey to stands who they were. */
void isn_role_prey(const isn_work *k, isn_ev *e) {
    isn_ev *q = e + 1;
    if (e->verb || !e->effect || e->recipients.n || e->negative || e->dead ||
        e->last - e->first < 2 || q == k->evs.ptr + k->evs.len || q->sentence != e->sentence ||
        q->first != e->last || q->verb || q->event != ISN_EV_ASSAULT ||
        !(isn_work_pre(k, q->first, q->reading) & ISN_CL_AL))
        return;
    isn_role_walk p;
    isn_role_walk_after(k, q, &p);
    isn_role_give_all(k, e, ISN_SLOT_VICTIM, &p, 0);
}

/* إن القتلى التسعة جميعهم مدنيون، إن الجثث التي تسلمها المستشفى تعود كلها إلى مدنيين, لاقوا حتفهم كلهم مدنيون: what is said of the dead is
 * who they were. */
void isn_role_dead_are(const isn_work *k, isn_ev *e) {
    enum { FAR = 10 };
    bool noun = !e->verb && e->definite, all = false, told_which = false;
    if (!(e->flags & ISN_TG_CASUALTY) || (e->verb && !e->effect) || e->recipients.n ||
        e->negative || e->dead)
        return;
    uint32_t end = k->scan->sentence_word[e->sentence + 1];
    for (uint32_t w = e->last; w < end && w - e->last < FAR; w++) {
        uint8_t fn = k->fn[w];
        if (k->scan->words[w].flags & (ISN_WF_STOP | ISN_WF_COLON) ||
            (k->scan->words[w].flags & ISN_WF_COMMA && !told_which))
            return;
        bool of = noun && w > e->last &&
                  k->fn[w - 1] == ISN_FN_MIN; /* القتلى في الغارة من عناصر التنظيم */
        bool next = noun && w == e->last;
        if ((all || of || next) && names_dead(k, w, all || of)) {
            isn_refs_add(&e->recipients, k->m->entities.cover[w]);
            strike_none(k, e, k->m->entities.cover[w]);
            return;
        }
        all |= isn_role_cue(k, w, ISN_CUE_ALL) || (noun && fn == ISN_FN_PRONOUN);
        told_which |= fn == ISN_FN_WHO;
        if (k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY) && !told_which)
            return;
    }
}
