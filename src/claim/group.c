/* group.c: joins the occurrences of one sentence that tell one event: an attack and its dead, a light verb
 * and its noun, a result and its cause, a claim of responsibility and what it claims. Sentences are joined
 * by merge.c. */
#include "claim/rolework.h"

static uint32_t root(const isn_work *k, uint32_t i) {
    while (k->evs.ptr[i].group != i)
        i = k->evs.ptr[i].group;
    return i;
}

static void join(isn_work *k, uint32_t a, uint32_t b) {
    a = root(k, a), b = root(k, b);
    if (a == b)
        return;
    if (a < b)
        k->evs.ptr[b].group = a;
    else
        k->evs.ptr[a].group = b;
}

static bool alive(const isn_ev *e) {
    return !e->dead && !e->absorbed;
}

static bool joined(const isn_work *k, const isn_ev *e) {
    bool also = e->verb && e->first > k->s0[e->sentence] && k->wc[e->first] & ISN_WC_BOUND &&
                k->fn[e->first - 1] == ISN_FN_OTHER && !(k->wc[e->first - 1] & ISN_WC_ATTRIB);
    return also || /* ، كما أوصت */
           k->scan->words[e->first].reading[e->reading].pre & (ISN_CL_WAW | ISN_CL_FEH);
}

/* واثنتي عشرة ضربة: the conjunction stands before the number. */
static bool joined_by_number(const isn_work *k, const isn_ev *e) {
    for (uint32_t t = 0; t < e->ntakes; t++) {
        uint32_t n = e->takes[t].number;
        if (n != ISN_NONE && e->takes[t].what == ISN_WHAT_ACTIONS &&
            k->m->numbers.ptr[n].first <= e->first &&
            isn_work_pre(k, k->m->numbers.ptr[n].first, 0) & ISN_CL_WAW)
            return true;
    }
    return false;
}

static bool suffixed(const isn_work *k, const isn_ev *e) {
    return k->scan->words[e->last - 1].reading[e->reading].suf != ISN_SUF_NONE &&
           e->last == e->first + 1;
}

static void pour(isn_refs *to, const isn_refs *from) {
    for (uint32_t i = 0; i < from->n; i++)
        isn_refs_add(to, from->ptr[i]);
}

static void pour_all(isn_ev *to, const isn_ev *from) {
    pour(&to->actors, &from->actors);
    pour(&to->recipients, &from->recipients);
    pour(&to->places, &from->places);
}

/* إن الهجوم وقع قرب كذا: a verb that its deed stands before, as its subject. */
static uint32_t told_before(const isn_work *k, uint32_t i, uint32_t from) {
    enum { SUBJECT = 8 };
    const isn_ev *e = &k->evs.ptr[i];
    if (!e->verb || i == from || isn_clause_cut(k, e->first) ||
        isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) != ISN_SLOT_EVENT)
        return ISN_NONE;
    const isn_ev *c = e - 1;
    for (uint32_t w = c->last; w < e->first; w++)
        if (k->wc[w] & (ISN_WC_VERB | ISN_WC_BOUND))
            return ISN_NONE;
    return !c->verb && c->event && !c->dead && e->first - c->last <= SUBJECT ? i - 1 : ISN_NONE;
}

static bool that_between(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    for (uint32_t w = a->last; w < b->first; w++)
        if (k->fn[w] == ISN_FN_THAT)
            return true;
    return false;
}

/* استأنفت الشرطة العمل، لكن القتال تواصل: what "but" and "that" begin is of another verb. */
static bool parted(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    for (uint32_t w = a->last; w < b->first; w++)
        if (k->fn[w] == ISN_FN_BUT)
            return true;
    return that_between(k, a, b);
}

/* شن … غارات: the noun after the verb is what was done; هجوم شنه … : the noun before it. */
/* احتجاج آلاف على الانقلاب الذي نفذه القائد: no الذي goes back to a noun that nothing makes definite. */
static bool of_another_noun(const isn_work *k, const isn_ev *p, const isn_ev *e) {
    uint32_t w = p->last;
    return k->fn[e->first - 1] == ISN_FN_WHO && w + 1 < e->first && !p->verb && !p->definite &&
           k->scan->words[p->first].reading[p->reading].suf == ISN_SUF_NONE &&
           !(isn_work_pre(k, w, 0) & ISN_CL_AL) && k->m->entities.cover[w] == ISN_NONE;
}

static void light(isn_work *k, uint32_t i, uint32_t from, uint32_t to) {
    isn_ev *e = &k->evs.ptr[i];
    uint32_t found = ISN_NONE;
    bool answers = isn_work_framed(k, e->row, ISN_FR_ANSWER); /* رد الأهالي على الهدم برشق الجنود */
    /* محافظة تتعرض لقصف منذ شهر: how things stand, beside the news */
    if (!suffixed(k, e) && e->first && k->fn[e->first - 1] == ISN_FN_WHO &&
        (e->form & ISN_FORM_KIND) == ISN_FORM_IMPF) {
        if (i + 1 < to && !k->evs.ptr[i + 1].verb) {
            k->evs.ptr[i + 1].dead = true;
            k->evs.ptr[i + 1].why = "how things stand";
        }
        e->dead = true;
        return;
    }
    if (e->dead && !e->verb && suffixed(k, e))
        return; /* الاشتباكات … منذ اندلاعها: the day it is counted from, and they took place */
    bool that = e->first && k->fn[e->first - 1] == ISN_FN_WHO &&
                !isn_work_cleft(k, e); /* هي التي بدأت الهجوم */
    bool back = suffixed(k, e) || isn_work_with_it(k, e) || that;
    bool onward = back && !e->verb && i + 1 < to && !k->evs.ptr[i + 1].verb && /* تعرضه لهجوم */
                  k->evs.ptr[i + 1].first == e->last && k->evs.ptr[i + 1].event &&
                  isn_work_pre(k, e->last, k->evs.ptr[i + 1].reading) & ISN_CL_LAM;
    if (onward)
        found = i + 1;
    else if (back) {
        const isn_ev *p = i > from ? &k->evs.ptr[i - 1] : NULL;
        /* انفجر لغم زرعه الحوثيون: the means stands between */
        if (p && p->event && (!p->verb || (p->last + 1 == e->first && !p->actors.n)) &&
            !of_another_noun(k, p, e))
            found = i - 1;
    } else {
        bool next = i + 1 < to && k->evs.ptr[i + 1].first <= e->last + 1 && !k->evs.ptr[i + 1].verb;
        if (!next && !answers)
            found = told_before(k, i, from);
        for (uint32_t j = i + 1; j < to && found == ISN_NONE; j++) {
            const isn_ev *c = &k->evs.ptr[j];
            if (c->first - e->last > 24 || (c->verb && joined(k, c)) || c->beside != e->beside ||
                c->share ||
                parted(k, e, c)) /* لم يقدم تفاصيل، غير أنه قال إن الجيش سيواصل تأمين الحدود */
                break;
            bool answered = answers && !(isn_work_pre(k, c->first, c->reading) & ISN_CL_BEH);
            if (!c->verb && c->event && !answered)
                found = j;
        }
    }
    if (found == ISN_NONE && i > from && e->verb && !answers) { /* وأن اشتباكات اندلعت */
        const isn_ev *p = &k->evs.ptr[i - 1];
        if (p->last == e->first && !p->verb && p->event)
            found = i - 1;
    }
    if (found == ISN_NONE) {
        if (!e->event)
            e->dead = true;
        return;
    }
    isn_ev *c = &k->evs.ptr[found];
    c->lit |= !back && e->verb;
    /* وقع الهجوم، واندلعت الاشتباكات بعد كذا: when it happened, and why; not الاشتباكات تجددت */
    bool why = c->last < k->scan->nwords && k->fn[c->last] == ISN_FN_AFTER &&
               (e->form & ISN_FORM_KIND) == ISN_FORM_PERF && c->first == e->last;
    c->happened |= !back && e->verb && c->definite && (e->flags & ISN_TG_HAPPENS || why);
    if (e->flags & ISN_TG_SPEECH && c->flags & ISN_TG_CASUALTY)
        e->actors.n = 0; /* أقر الجيش بمقتل ستة: he did not kill them */
    pour_all(c, e);
    bool but = !back && c->first > e->last && k->fn[c->first - 1] == ISN_FN_EXCEPT;
    if (e->negative && !but) /* لم يقر إلا بمقتل خمسة */
        c->negative = true;
    if (e->future)
        c->future = true;
    if (e->denied)
        c->denied = true; /* نفى، في رد على سؤال، تعرض أحد للضرب */
    if (e->modality == 2 && !c->modality) /* قد تشن عملية: the noun is as uncertain as its verb */
        c->modality = 2, c->dead_main = true;
    if (e->dead)
        c->dead = true, c->why = e->why;
    if (e->chain != ISN_NONE && c->chain == ISN_NONE)
        c->chain = e->chain;
    e->absorbed = true;
    e->by = found;
}

/* What was told of the deed is told of the claim to it. */
static void take_over(isn_ev *e, isn_ev *c, uint32_t by) {
    pour(&e->places, &c->places);
    pour(&e->recipients, &c->recipients);
    for (uint32_t t = 0; t < c->ntakes && e->ntakes < ISN_ROLE_MAX; t++)
        e->takes[e->ntakes++] = c->takes[t];
    c->absorbed = true;
    c->by = by;
}

/* تفجير سيارة مفخخة استهدف فندقا: what burst stands between the blast and what it struck. */
static bool right_behind_means(const isn_work *k, const isn_ev *c, const isn_ev *told) {
    enum { MEANS = 3 };
    if (told->sentence != c->sentence || told->first < c->last || told->first - c->last > MEANS)
        return false;
    for (uint32_t w = c->last; w <= told->first; w++)
        if (k->scan->words[w].flags & ISN_WF_BREAK || (w < told->first && k->fn[w] != ISN_NO_FN) ||
            isn_work_pre(k, w, 0) & (ISN_CL_WAW | ISN_CL_FEH))
            return false;
    return true;
}

/* تبنى التنظيم الهجوم: the words claim it; the attack named is not told anew. */
static void claimed(isn_work *k, uint32_t i, uint32_t from, uint32_t to) {
    isn_ev *e = &k->evs.ptr[i];
    e->type = ISN_TY_STATEMENT;
    if (suffixed(k, e) && i > from && !(e - 1)->verb && (e - 1)->event) {
        e->event = (e - 1)->event; /* هجوم تبنته الحركة: the attack is told, and claimed besides */
        e->mode = (e - 1)->mode;
        return;
    }
    for (uint32_t j = i + 1; j < to; j++) {
        isn_ev *c = &k->evs.ptr[j];
        if (c->first - e->last > 24 ||
            (c->verb && joined(k, c) && alive(c) && !(c->flags & ISN_TG_LIGHT)))
            break;
        if (c->verb || !c->event || c->dead || c->absorbed)
            continue;
        e->event = c->event;
        if (c->mode)
            e->mode = c->mode;
        take_over(e, c, i);
        if (j + 1 == to)
            break;
        isn_ev *told = c + 1; /* تفجير استهدف حافلة: what describes the deed is of it */
        bool of_it = told->first == c->last || /* التفجير الذي استهدف كنيسة */
                     (told->first == c->last + 1 && k->fn[c->last] == ISN_FN_WHO) ||
                     right_behind_means(k, c, told);
        if (told->verb && of_it && !told->dead && !told->absorbed &&
            told->flags & (ISN_TG_ATTACK | ISN_TG_RESULT) && !joined(k, told))
            take_over(e, told, i);
        break;
    }
    for (uint32_t j = i + 1; j < to;
         j++) { /* … الهجوم، زاعما أنه أوقع قتلى: what it is said to have done */
        isn_ev *c = &k->evs.ptr[j];
        if (c->absorbed || c->dead)
            continue;
        if (c->event || !(c->flags & ISN_TG_RESULT))
            break;
        take_over(e, c, i);
    }
    if (!e->event)
        e->event = ISN_EV_ASSAULT;
}

static bool one_actor(const isn_entity *x, const isn_entity *y) {
    if (x == y || (x->id.len && isn_str_eq(x->id, y->id)))
        return true;
    bool ids = x->id.len && y->id.len;
    return !ids && x->sector == y->sector && x->country == y->country;
}

static bool says_between(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    for (uint32_t w = a->last; w < b->first; w++)
        if (k->wc[w] & ISN_WC_SAY)
            return true;
    return false;
}

/* مالي، وسط البلاد: a land holds a part of it. */
static bool holds(const isn_entity *land, const isn_entity *x) {
    bool state = land->table == ISN_T_COUNTRY && !(land->flags & ISN_EF_CAPITAL);
    return state && (x->country == land->country || x->country == ISN_NO_ROW);
}

static bool near(int32_t x, int32_t y) {
    enum { APART = 3500 }; /* of 10,000 to a degree: as wide as a district */
    return x != ISN_NO_INT && y != ISN_NO_INT && x - y <= APART && y - x <= APART;
}

/* وفي قضاء المقدادية قتل شرطيان وأصيب ثالث بهجوم في منطقة شهربان: the district or province in front of all that is told of it, and
 * a spot near its middle, or one that no gazetteer has. */
static bool sets_scene(const isn_ev *a, const isn_entity *land, const isn_entity *x) {
    enum { DISTRICT = 3 };
    return land->first < a->first && land->precision >= DISTRICT && land->id.len &&
           (!x->id.len || (near(land->lat, x->lat) && near(land->lon, x->lon)));
}

static bool own_place(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    if (!a->places.n || !b->places.n)
        return false;
    for (uint32_t i = 0; i < b->places.n; i++)
        for (uint32_t j = 0; j < a->places.n; j++) {
            const isn_entity *x = isn_work_entity(k, a->places.ptr[j]);
            const isn_entity *y = isn_work_entity(k, b->places.ptr[i]);
            if (x == y || holds(x, y) || sets_scene(a, x, y))
                return false;
        }
    return true;
}

static bool unmade(const isn_ev *e) { /* denied, or said not to have happened */
    return e->denied || e->negative;
}

static bool same_mood(const isn_ev *a, const isn_ev *b) {
    return a->part_first == b->part_first && unmade(a) == unmade(b) && a->modality == b->modality &&
           a->future == b->future && !(a->flags & ISN_TG_CLAIM) && !(b->flags & ISN_TG_CLAIM);
}

static bool effects_only(const isn_ev *e) {
    bool his = e->verb && e->pronoun && e->effect == ISN_WHAT_KILLED; /* أطلق النار عليه فأرداه */
    return his || e->flags & (ISN_TG_CASUALTY | ISN_TG_RESULT);
}

static bool own_actors(const isn_ev *e) {
    return e->actors.n && !e->shared;
}

/* قتل خمسة عندما استهدفت غارة السوق، اقتحموا القرية حيث قتلوا ثلاثة: the clause tells how it came, or what they did there. */
static bool of_the_same(const isn_work *k, const isn_ev *b, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_FUNC);
    int32_t kind = s != NULL ? isn_lex_int(k->lex, ISN_T_FUNC, s->row, ISN_FUNC_KIND) : -1;
    const isn_ev *next = b;
    while (next > k->evs.ptr && next[-1].sentence == b->sentence && next[-1].first > w)
        next--;
    bool caused = next->verb && next->flags & ISN_TG_RESULT && next->first == w + 1 &&
                  next->last < k->scan->nwords && k->fn[next->last] == ISN_FN_FI &&
                  !own_actors(b); /* حيث تسببوا في مقتل شاب */
    return kind == ISN_FN_WHEN ||
           (kind == ISN_FN_WHERE && ((w + 1 == b->first && b->effect && !own_actors(b)) || caused));
}

static bool crosses_contrast(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    for (uint32_t w = a->last; w < b->first; w++)
        if ((k->fn[w] == ISN_FN_WHILE && !of_the_same(k, b, w)) || k->fn[w] == ISN_FN_BUT)
            return true;
    /* فيما تتواصل المواجهات، قتل ثلاثة: the clause of contrast comes first */
    if (k->fn[k->s0[a->sentence]] == ISN_FN_WHILE && b->verb)
        for (uint32_t w = a->last; w <= b->first; w++)
            if (k->scan->words[w].flags & ISN_WF_COMMA && k->wc[w] & (ISN_WC_VERB | ISN_WC_BOUND))
                return true;
    /* كما قتل: likewise, elsewhere; not مقتل 14 منهم وجرح 41 */
    return b->verb && b->first > a->last && k->fn[b->first - 1] == ISN_FN_OTHER &&
           !isn_work_pronoun(k, b->first - 1) && k->wc[b->first] & ISN_WC_BOUND;
}

/* ، على صعيد متصل انفجرت عبوة، ، وكان المرصد رصد كذا: in the middle of a sentence the report turns to something else. */
static bool turns_between(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    for (uint32_t w = a->last; w < b->first; w++) {
        if (!(k->scan->words[w].flags & ISN_WF_COMMA))
            continue;
        uint32_t c = w + 1 < b->first ? k->m->entities.cover[w + 1] : ISN_NONE;
        if (isn_role_cue(k, w, ISN_CUE_TURN) ||
            (k->fn[w] == ISN_FN_KANA && isn_work_pre(k, w, 0) & ISN_CL_WAW && c != ISN_NONE))
            return true;
    }
    return false;
}

static bool own_recipients(const isn_ev *e) {
    return e->recipients.n && !e->pronoun;
}

static bool violent(const isn_ev *e) {
    return e->event == ISN_EV_ASSAULT || e->flags & ISN_TG_RESULT;
}

/* حصيلة أولية، حصيلة سابقة */
static bool other_toll(const isn_work *k, uint32_t w) {
    const isn_scan *scan = k->scan;
    for (uint32_t h = scan->word_hit[w]; h < scan->word_hit[w + 1]; h++)
        for (unsigned i = 0; i < scan->hits[h].nsenses; i++) {
            const isn_sense *s = &scan->hits[h].senses[i];
            if (s->table == ISN_T_CUE && scan->hits[h].last > w + 1 &&
                (s->form & ISN_FORM_KIND) == ISN_FORM_NOUN &&
                isn_lex_int(k->lex, ISN_T_CUE, s->row, ISN_CUE_KIND) == ISN_CUE_UPDATE)
                return true;
        }
    return false;
}

/* ارتفع العدد إلى 17، بعدما كانت الحصيلة السابقة 11: two tolls, two claims. */
static bool earlier_toll(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    if (!a->update || !b->ntakes || !effects_only(b))
        return false;
    for (uint32_t w = a->last; w < b->first; w++)
        if (k->fn[w] == ISN_FN_AFTER || k->fn[w] == ISN_FN_KANA || other_toll(k, w))
            return true;
    return false;
}

/* ارتفعت الحصيلة إلى 14 قتيلا، موضحا أن قذيفة سقطت على المركز وأصابت ممرضة: behind a toll that rose a blow is told with a verb of
 * its own, in words that are said anew. */
static bool blow_told_anew(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    if (!a->update || b->event != ISN_EV_ASSAULT || !b->verb || effects_only(b))
        return false;
    for (uint32_t w = a->last + 1; w < b->first; w++)
        if (k->fn[w] == ISN_FN_THAT && isn_work_has(k, w - 1, ISN_T_SPEECH) &&
            k->scan->words[w - 1].flags & ISN_WF_COMMA)
            return true;
    return false;
}

/* Both have a figure of the same kind, and not the same figure. */
static bool other_figure(const isn_ev *a, const isn_ev *b) {
    for (uint32_t i = 0; i < a->ntakes; i++)
        for (uint32_t j = 0; j < b->ntakes; j++)
            if (a->takes[i].what == b->takes[j].what && !b->takes[j].subset &&
                a->takes[i].number != ISN_NONE && b->takes[j].number != ISN_NONE)
                return true;
    return false;
}

/* استشهاد شاب متأثرا بإصابته يوم الجمعة، فيما أصيب آخران: another blow than that of which he died. */
static bool of_old_wounds(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    if (!crosses_contrast(k, a, b))
        return false;
    bool wounds = false;
    for (uint32_t w = k->s0[a->sentence]; w < b->first; w++) {
        wounds |= isn_role_cue(k, w, ISN_CUE_WOUNDS);
        if (k->fn[w] == ISN_FN_WHILE && w > a->first)
            return wounds;
    }
    return false;
}

/* قتلوا تسعة وخطفوا 14، مقتل جنديين وأسر أربعة: who is taken is told apart from who is harmed. */
static bool takes_captive(const isn_ev *a, const isn_ev *b) {
    bool taken = a->effect == ISN_WHAT_CAPTURED, other = b->effect == ISN_WHAT_CAPTURED;
    return taken != other && a->effect && b->effect && a->ntakes && b->ntakes;
}

/* قتل 93 مدنيا، قتلت القوات منهم 11، وقتل التنظيم أربعة: behind the sum the share of each, a verb with its doer and its figure. */
static bool own_share(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    if (!b->verb || !b->actors.n || !b->effect || !b->ntakes || b->shared ||
        !(k->scan->words[b->first].flags & ISN_WF_COMMA || crosses_contrast(k, a, b)))
        return false;
    for (uint32_t i = 0; i < b->actors.n; i++)
        if (isn_work_entity(k, b->actors.ptr[i])->first < b->first)
            return false;
    for (const isn_ev *q = b; q-- > k->evs.ptr && q->sentence == b->sentence;)
        if (!q->dead && q->effect == b->effect && other_figure(q, b))
            return true;
    return false;
}

/* ويأتي هذا الهجوم بعد يومين من مقتل عشرة: the one told of and another. */
static bool recalls(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    if (!a->definite || a->verb || a->first == 0 || k->fn[a->first - 1] != ISN_FN_THIS)
        return false;
    for (uint32_t w = a->last; w < b->first; w++)
        if (k->fn[w] == ISN_FN_AFTER || k->fn[w] == ISN_FN_BEFORE ||
            (k->taken[w] && k->m->dates.at[w] != ISN_NONE &&
             k->m->dates.ptr[k->m->dates.at[w]].kind == ISN_DATE_AGO))
            return true;
    return false;
}

/* إن غارات الجيش دمرت كذا، وأن الاستخبارات احتجزت كذا: another thing that is told */
static bool that_too(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    for (uint32_t w = a->last; w < b->first; w++)
        if (k->fn[w] == ISN_FN_THAT && k->scan->words[w].reading[0].pre & ISN_CL_WAW)
            return true;
    return false;
}

/* A doer named after what a tells. */
static bool doer_after(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    for (uint32_t i = 0; i < b->actors.n; i++)
        if (isn_work_entity(k, b->actors.ptr[i])->first >= a->last)
            return true;
    return false;
}

/* محملة إياها مسؤولية هجوم السبت: a charge stands between them. */
static bool charged_between(const isn_ev *a, const isn_ev *b) {
    for (const isn_ev *e = a + 1; e < b; e++)
        if (e->event == ISN_EV_ACCUSE && alive(e))
            return true;
    return false;
}

/* Does what was told before, with all that was joined to it, name a doer that b has too, or none at all? */
static bool of_same_actors(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    uint32_t group = root(k, (uint32_t)(a - k->evs.ptr));
    bool any = false;
    for (uint32_t i = k->sentence_ev[a->sentence]; i < (uint32_t)(b - k->evs.ptr); i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (root(k, i) != group)
            continue;
        any |= e->actors.n > 0 || e->ntakes > 0 || e->recipients.n > 0;
        for (uint32_t x = 0; x < e->actors.n; x++)
            for (uint32_t y = 0; y < b->actors.n; y++)
                if (one_actor(isn_work_entity(k, e->actors.ptr[x]),
                              isn_work_entity(k, b->actors.ptr[y])))
                    return true;
    }
    return !any;
}

/* أطلق مسلحون قذائف، مضيفا أن الجيش شن حملة أسفرت عن مقتل ثلاثة: the speaker goes on, and another is the doer of what
 * came of it. */
static bool goes_on_of_others(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    enum { BACK = 2 };
    for (const isn_ev *e = a + 1; e < b; e++) {
        if (!e->actors.n || of_same_actors(k, a, e))
            continue;
        for (uint32_t w = a->last + 1; w < e->first; w++)
            for (uint32_t n = 1; k->fn[w] == ISN_FN_THAT && n <= BACK && w - n > a->last; n++)
                if (k->scan->words[w - n].flags & ISN_WF_COMMA &&
                    isn_work_has(k, w - n, ISN_T_SPEECH))
                    return true;
    }
    return false;
}

/* Has what was told before, with all that was joined to it, a doer? */
static bool has_doer(const isn_work *k, const isn_ev *e) {
    uint32_t group = root(k, (uint32_t)(e - k->evs.ptr));
    for (uint32_t i = k->sentence_ev[e->sentence]; i < k->sentence_ev[e->sentence + 1]; i++)
        if (root(k, i) == group && k->evs.ptr[i].actors.n)
            return true;
    return false;
}

/* مقتل جنود بلغم ومسلحون يخطفون طبيبا: behind "and" a doer that was not named before, and what he does. */
static bool doer_in_front(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    if (!b->verb || b->shared || b->flags & ISN_TG_PREVENT ||
        (has_doer(k, a) && of_same_actors(k, a, b)))
        return false;
    for (uint32_t i = 0; i < b->actors.n; i++) {
        const isn_entity *x = isn_work_entity(k, b->actors.ptr[i]);
        if (x->first >= a->last && x->last == b->first && isn_work_pre(k, x->first, 0) & ISN_CL_WAW)
            return true;
    }
    return false;
}

/* نصب مسلحون كمينا …، وأضاف أن الرد سمح بتحييد ثلاثين مهاجما: they that struck are struck. */
static bool struck_back(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    uint32_t group = root(k, (uint32_t)(a - k->evs.ptr));
    for (uint32_t i = k->sentence_ev[a->sentence]; i < (uint32_t)(b - k->evs.ptr); i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (root(k, i) != group)
            continue;
        for (uint32_t x = 0; x < e->actors.n; x++)
            for (uint32_t y = 0; y < b->recipients.n; y++) {
                const isn_entity *doer = isn_work_entity(k, e->actors.ptr[x]);
                const isn_entity *hit = isn_work_entity(k, b->recipients.ptr[y]);
                if (hit->kind == ISN_ENT_PEOPLE && hit->side == ISN_SIDE_ARMED && hit->sector &&
                    doer->sector == hit->sector)
                    return true;
            }
    }
    return false;
}

/* Those that b tells of are of the doer's own land. */
static bool own_dead(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    if (!a->actors.n || !b->recipients.n)
        return false;
    const isn_entity *doer = isn_work_entity(k, a->actors.ptr[0]);
    const isn_entity *dead = isn_work_entity(k, b->recipients.ptr[0]);
    return doer->country != ISN_NO_ROW && doer->country == dead->country;
}

/* أن القناصة أصابوا طفلا، وأن اشتباكات اندلعت: a second clause of what is said, with a verb of its own. */
static bool told_beside(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    return b->lit && !effects_only(b) && that_too(k, a, b);
}

/* قصفوا القرية، ولم يسفر القصف عن ضحايا: no figure, or that of nobody. */
static bool counts_nobody(const isn_work *k, const isn_ev *e) {
    for (uint32_t t = 0; t < e->ntakes; t++) {
        uint32_t n = e->takes[t].number;
        if (!e->takes[t].none && (n == ISN_NONE || k->m->numbers.ptr[n].quantity != ISN_Q_NONE))
            return false;
    }
    return true;
}

/* خطفهم مسلحون، غداة عملية خطف جديدة; هجوم آخر: not the deed told before. */
static bool another(const isn_work *k, const isn_ev *e) {
    if (e->verb || e->definite)
        return false;
    if (e->first > k->s0[e->sentence] && !isn_work_pre(k, e->first, e->reading) &&
        isn_role_cue(k, e->first - 1, ISN_CUE_ANOTHER))
        return true; /* انفجرت عبوة أعقبها هجوم */
    return e->last < k->scan->nwords && !(k->scan->words[e->last].flags & ISN_WF_BREAK) &&
           isn_role_cue(k, e->last, ISN_CUE_ANOTHER);
}

static uint32_t origin_of(const isn_work *k, const isn_ev *e) {
    if (e->chain == ISN_NONE || !k->chains.ptr[e->chain].n)
        return ISN_NONE;
    return k->chains.ptr[e->chain].link[0].entity;
}

/* الهلال الأحمر and مستشفى المدينة are two, though of one land and calling. */
static bool one_teller(const isn_work *k, const isn_entity *x, const isn_entity *y) {
    if (x == y || (x->id.len && isn_str_eq(x->id, y->id)))
        return true;
    const isn_token *t = k->scan->text->tokens;
    return !(x->id.len && y->id.len) &&
           t[k->scan->words[x->head].token].hash == t[k->scan->words[y->head].token].hash;
}

/* أعلن المتحدث أن الغارة قتلت ثلاثين، من جانبها أعلنت الحركة أنها قتلت مئة: who tells it otherwise has a claim of his own. */
static bool another_tells(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    uint32_t one = origin_of(k, a), two = origin_of(k, b);
    if (one == ISN_NONE || two == ISN_NONE || one == two || !says_between(k, a, b) ||
        one_teller(k, isn_work_entity(k, one), isn_work_entity(k, two)))
        return false;
    bool against = false;
    for (uint32_t w = a->last; w < b->first; w++)
        against |= k->fn[w] == ISN_FN_WHILE || k->fn[w] == ISN_FN_BUT || k->fn[w] == ISN_FN_AFTER ||
                   isn_role_cue(k, w, ISN_CUE_CONTRAST);
    for (uint32_t w = k->s0[a->sentence]; w < a->first && !against;
         w++) /* ففيما أعلن كذا، أكد كذا */
        against = k->fn[w] == ISN_FN_WHILE && k->wc[w + 1] & ISN_WC_SAY;
    uint32_t group = root(k, (uint32_t)(a - k->evs.ptr));
    for (uint32_t i = k->sentence_ev[a->sentence]; i < k->sentence_ev[a->sentence + 1]; i++)
        for (const isn_ev *q = b; q < k->evs.ptr + k->sentence_ev[a->sentence + 1]; q++)
            against |= &k->evs.ptr[i] < b && root(k, i) == group && origin_of(k, q) == two &&
                       other_figure(&k->evs.ptr[i], q); /* قتل 14، وقال المرصد إن 22 قتلوا */
    if (!against)
        return false;
    bool before = false, after = false;
    for (uint32_t i = k->sentence_ev[a->sentence]; i < k->sentence_ev[a->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        before |= e < b && root(k, i) == group && (e->ntakes || own_actors(e));
        after |= e >= b && origin_of(k, e) == two && (e->ntakes || own_actors(e));
    }
    return before && after;
}

/* قصف المدينة ردا على هجوم للحركة، انتقاما لمقتل جنديين: what is answered came before, and is another deed. */
static bool answered(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    enum { NEAR = 5 };
    if ((b->verb && !(b->flags & ISN_TG_LIGHT)) || !violent(a) || !violent(b))
        return false;                             /* هجوم شنته الحركة */
    uint32_t from = a->verb ? a->last : a->first; /* ردا may be told as a deed itself */
    for (uint32_t w = b->first; w-- > from && b->first - w <= NEAR;) {
        if (k->wc[w] & ISN_WC_VERB)
            return false;
        if (isn_role_cue(k, w, ISN_CUE_REPRISAL))
            return true;
    }
    return false;
}

/* فيما أصيب خمسة بانفجار: right behind what befell somebody stands by what. */
static bool blow_behind(const isn_work *k, const isn_ev *b) {
    enum { NEAR = 8 };
    uint32_t i = (uint32_t)(b - k->evs.ptr) + 1;
    if (i >= k->sentence_ev[b->sentence + 1])
        return false;
    const isn_ev *c = &k->evs.ptr[i];
    return c->flags & ISN_TG_ATTACK && !c->definite && !c->verb && c->first - b->last < NEAR;
}

/* قتل 11 مسلحا في تبادل لإطلاق النار، بينما أصيب ضابط; مواجهات قتل فيها 34، فيما خسرت القوات ثلاثة جنود: of two that fight, those who fell on
 * either side. */
static bool fell_too(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    if (!b->verb || !(b->flags & ISN_TG_CASUALTY) || !b->ntakes || own_actors(b) ||
        own_place(k, a, b) || blow_behind(k, b) || says_between(k, a, b))
        return false;
    uint32_t group = root(k, (uint32_t)(a - k->evs.ptr));
    for (uint32_t i = k->sentence_ev[a->sentence]; &k->evs.ptr[i] < b; i++)
        if (root(k, i) == group && alive(&k->evs.ptr[i]) && k->evs.ptr[i].flags & ISN_TG_RECIPROCAL)
            return true;
    return false;
}

/* قتل 22 في التفجير، فيما أصيب 50 آخرون: others, by the blow that was told; not by one that is told of them. */
static bool others_too(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    if (!b->verb || !(b->flags & ISN_TG_CASUALTY) || !b->ntakes || own_actors(b) ||
        own_place(k, a, b))
        return false;
    for (uint32_t t = 0; t < b->ntakes; t++) {
        uint32_t n = b->takes[t].number;
        if (n == ISN_NONE || !(k->m->numbers.ptr[n].flags & ISN_NF_OTHER))
            return false;
    }
    bool struck = false; /* قتل شرطي فيما أصيب ثلاثة آخرون في انفجار: one blow, told behind both */
    for (const isn_ev *c = a; c < b; c++)
        struck |= c->flags & ISN_TG_ATTACK;
    if (struck && blow_behind(k, b))
        return false;
    return !other_figure(a, b);
}

/* إسقاط ثلاث مسيرات، وتنفيذ الطيران غارات: the word that carries the second blow is joined to the first. */
static bool carrier_joined(const isn_work *k, const isn_ev *b) {
    uint32_t at = (uint32_t)(b - k->evs.ptr);
    for (const isn_ev *q = b; q-- > k->evs.ptr && q->sentence == b->sentence;)
        if (q->absorbed && q->by == at && q->flags & ISN_TG_LIGHT)
            return !q->verb && joined(k, q) && k->scan->words[q->first].flags & ISN_WF_COMMA;
    return false;
}

/* قصف على سرمين، تزامنا مع غارات على أريحا، فضلا عن إصابة ضابط في انفجار بالشيخ زويد: a noun behind such a word with a place of
 * its own, or of the blow right behind it. */
static bool besides(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    enum { NEAR = 2, BEHIND = 6 };
    if (b->verb || b->definite)
        return false;
    bool there = own_place(k, a, b);
    uint32_t i = (uint32_t)(b - k->evs.ptr) + 1;
    if (!there && effects_only(b) && i < k->sentence_ev[b->sentence + 1]) {
        const isn_ev *c = &k->evs.ptr[i];
        there = !c->verb && c->first - b->last <= BEHIND && own_place(k, a, c);
    }
    for (uint32_t w = b->first; there && w-- > a->last && b->first - w <= NEAR + 1;)
        if (isn_role_cue(k, w, ISN_CUE_BESIDES))
            return true;
    return false;
}

/* هاجموا القرية وأحرقوا السوق والمستشفى, أغار على منزل فسواه بالأرض: what those who attacked burnt there. */
static bool laid_waste(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    bool his = !own_actors(b) || (a->actors.n && a->actors.ptr[0] == b->actors.ptr[0]);
    return a->verb && b->verb && a->flags & ISN_TG_ATTACK && !a->effect && !b->effect && his &&
           b->mode == ISN_MODE_DESTROY && a->mode != ISN_MODE_DESTROY && !a->future && !b->future &&
           isn_work_slot(k, a->row, ISN_FRAME_OBJECT) != ISN_SLOT_WEAPON &&
           isn_work_slot(k, b->row, ISN_FRAME_OBJECT) != ISN_SLOT_WEAPON;
}

/* أغرقت مركبهم بعد تبادل لإطلاق النار، استعادت التلة بعد مواجهات: what was done and, before it, the fight, told by its own noun. */
static bool after_fight(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    uint32_t w = b->first;
    if (!a->verb || b->verb || effects_only(a) || effects_only(b) ||
        isn_work_slot(k, b->row, ISN_FRAME_BAYN) != ISN_SLOT_ACTOR)
        return false;
    while (w > a->last && k->wc[w - 1] & ISN_WC_TRIGGER && !(k->wc[w - 1] & ISN_WC_VERB))
        w--; /* تبادل */
    return w > a->last && k->fn[w - 1] == ISN_FN_AFTER;
}

/* استعادت القوات التلة بعد مواجهات مع المسلحين: they fought for it, where it lies. */
static void fought_there(const isn_ev *a, isn_ev *b) {
    if (!b->actors.n && b->recipients.n)
        b->actors = a->actors, b->shared = true;
    if (!b->places.n)
        b->places = a->places;
}

/* أطلقوا النار على دورية، فردت: whom the one befell did the other. */
static bool answers(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    bool next = isn_work_pre(k, b->first, b->reading) & (ISN_CL_WAW | ISN_CL_FEH) ||
                (b->first > 0 && k->fn[b->first - 1] == ISN_FN_WHO);
    if (!a->verb || !b->verb || a->flags & ISN_TG_PREVENT || !next)
        return false; /* صدت هجوما وقتلت */
    for (uint32_t i = 0; i < b->actors.n; i++)
        if (isn_refs_has(&a->recipients, b->actors.ptr[i]))
            return true;
    return false;
}

/* ردا على قصف أودى بتسعة، أطلقت الفصائل صواريخ; عقب هجوم قتل فيه عشرة، قصف الجيش مواقع: what a sentence opens with came before the blow
 * that its main verb, behind the comma, tells of, and is another one: it is answered, or has its own dead or place. */
static bool came_before(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    uint32_t s0 = k->s0[b->sentence];
    if (a->sentence != b->sentence || a->first <= s0 || !b->verb || b->passive || effects_only(b) ||
        !own_actors(b) || b->shared || !(k->scan->words[b->first].flags & ISN_WF_COMMA) ||
        isn_work_pre(k, b->first, b->reading) || (a->actors.n && of_same_actors(k, a, b)))
        return false;
    if (isn_role_cue(k, s0, ISN_CUE_REPRISAL) || isn_role_cue(k, s0, ISN_CUE_MOTIVE))
        return true;
    bool counted = false;
    for (uint32_t i = k->sentence_ev[b->sentence]; &k->evs.ptr[i] < b; i++)
        counted |= k->evs.ptr[i].ntakes != 0;
    return k->fn[s0] == ISN_FN_AFTER && (counted || own_place(k, a, b));
}

/* هاجموا الموقع وقتلوا خمسة، ورد الجيش بقصف أسفر عن مقتل عشرة: what another struck back with, and what came of it. */
static bool answered_since(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    for (const isn_ev *r = a + 1; r <= b; r++)
        if (r->verb && !r->dead && r->actors.n && r->sentence == a->sentence &&
            isn_work_framed(k, r->row, ISN_FR_RESPOND) && has_doer(k, a) &&
            !of_same_actors(k, a, r))
            return true;
    return false;
}

static bool same_attack(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    if (!violent(a) || !violent(b) || !same_mood(a, b))
        return false;
    if (answers(k, a, b) || came_before(k, a, b) || answered_since(k, a, b))
        return false;
    if (a->mode == ISN_MODE_ABDUCT && b->flags & ISN_TG_RECIPROCAL && own_actors(b))
        return false; /* خطفوا ثمانية، ثم تبادل الطرفان النيران */
    if (a->share || b->share || b->another || own_share(k, a, b) || takes_captive(a, b) ||
        of_old_wounds(k, a, b) || doer_in_front(k, a, b))
        return false;
    if (unmade(a))
        return true;
    if (earlier_toll(k, a, b) || blow_told_anew(k, a, b) || recalls(k, a, b) ||
        turns_between(k, a, b) || besides(k, a, b))
        return false;
    if (b->verb && own_place(k, a, b) && isn_clause_setting(k, b->first) != ISN_NONE)
        return false; /* قتل شاب في نابلس، وفي جنين أصيب ثلاثة */
    if (another(k, b) && b->first > 0 && isn_work_pre(k, b->first - 1, 0) & ISN_CL_WAW)
        return false; /* وفي هجوم آخر أصيب شرطيان */
    if (b->effect == ISN_WHAT_CAPTURED && a->effect != ISN_WHAT_CAPTURED && !b->verb &&
        b->first > a->last && k->fn[b->first - 1] == ISN_FN_AFTER)
        return false; /* اشتباكات اندلعت إثر خطف تاجر */
    /* أضافت أن الجيش "حيّد" خمسين: its own doer and its own figure make another event */
    if (own_actors(b) && !of_same_actors(k, a, b) && (says_between(k, a, b) || that_too(k, a, b)))
        return false;
    if (b->first > a->last && k->fn[b->first - 1] == ISN_FN_AFTER && !b->verb &&
        struck_back(k, a, b) && own_dead(k, a, b))
        return false; /* نفذت القوات عمليات بعد مقتل 12 من جنودها */
    if (goes_on_of_others(k, a, b) || after_fight(k, a, b))
        return false;
    if (another_tells(k, a, b) || (says_between(k, a, b) && struck_back(k, a, b)))
        return false;
    if (b->verb && doer_after(k, a, b) && b->ntakes && (a->ntakes || a->recipients.n) &&
        says_between(k, a, b))
        return false;
    /* قتل عشرة جنود، وأضاف أن الرد سمح بتحييد ثلاثين مهاجما */
    if (other_figure(a, b) && says_between(k, a, b))
        return false;
    if (!effects_only(a) && !effects_only(b) && !b->verb && own_actors(b) && has_doer(k, a) &&
        b->first > a->last && k->fn[b->first - 1] == ISN_FN_AFTER && !of_same_actors(k, a, b))
        return false; /* استعادت القوات الحقل بعد هجوم لمسلحين */
    if (!effects_only(a) && !effects_only(b) && !b->verb && b->definite && own_actors(b) &&
        b->first > a->last && k->fn[b->first - 1] == ISN_FN_BECAUSE && !of_same_actors(k, a, b))
        return false; /* هجمات على القوات الأميركية بسبب العدوان الذي تشنه إسرائيل */
    if (effects_only(a) && a->ntakes && !effects_only(b) && joined_by_number(k, b))
        return false;
    bool mauled = a->mode == ISN_MODE_BEAT || a->mode == ISN_MODE_TORTURE;
    if (effects_only(b) && b->verb && b->ntakes && mauled && !a->effect && that_too(k, a, b))
        return false; /* قال إنهم ضربوه، وإن ستة محتجزين توفوا */
    if (b->blamed && charged_between(a, b))
        return false;
    if (effects_only(b) && !b->verb && other_figure(a, b) && b->first > a->last &&
        k->fn[b->first - 1] == ISN_FN_AFTER)
        return false; /* 133 قتيلا في احتجاجات اندلعت عقب مقتل شابة */
    if (effects_only(a) && effects_only(b)) {
        if (own_place(k, a, b) && a->ntakes && b->ntakes)
            return false;
        bool told = a->ntakes || (a->verb && a->flags & ISN_TG_RESULT);
        return !(crosses_contrast(k, a, b) && told && (b->ntakes || b->verb)) ||
               others_too(k, a, b) || fell_too(k, a, b);
    }
    if (crosses_contrast(k, a, b) && (b->verb || b->lit) && !others_too(k, a, b) &&
        !fell_too(k, a, b))
        return false;
    if (told_beside(k, a, b))
        return false;
    if (effects_only(b) && !b->verb && joined(k, b) && b->ntakes && own_place(k, a, b))
        return false; /* السيطرة على قرية، ومقتل عشرين جنديا على محور آخر */
    if (effects_only(a) || effects_only(b))
        return true;
    if (another(k, b))
        return false;
    if (b->definite && counts_nobody(k, b))
        return true;
    bool coordinated =
        joined(k, b) || carrier_joined(k, b) || isn_clause_setting(k, b->first) != ISN_NONE;
    if (!coordinated)
        return !(own_place(k, a, b) && b->verb && a->verb);
    if (laid_waste(k, a, b))
        return true;
    bool vague = true; /* رهائن: no figure that would tell it apart */
    for (uint32_t t = 0; t < b->ntakes; t++)
        vague &= b->takes[t].number != ISN_NONE &&
                 k->m->numbers.ptr[b->takes[t].number].flags & ISN_NF_PLURAL;
    if (b->verb && a->verb && !own_actors(b) && !b->places.n &&
        (vague || (a->flags & ISN_TG_PREVENT && b->effect)))
        return true; /* صدت الهجوم وحيّدت 23 إرهابيا */
    return !(own_recipients(b) || b->places.n || b->ntakes || own_actors(b));
}

/* حملة اعتقالات طالت 12 شابا: whom the arrests reached. */
static bool reaches(const isn_ev *a, const isn_ev *b) {
    return b->flags & ISN_TG_RESULT && !b->event && b->verb && b->ntakes && a->effect &&
           a->event != ISN_EV_ASSAULT && same_mood(a, b);
}

/* قطع المتظاهرون الطريق وأشعلوا النيران، احتجاجات تخللها إحراق إطارات: what the same people do in one protest. */
static bool one_protest(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    if (a->event != ISN_EV_PROTEST || b->event != ISN_EV_PROTEST || a->ntakes || b->ntakes ||
        crosses_contrast(k, a, b) || says_between(k, a, b))
        return false;
    bool same = a->actors.n && b->actors.n && a->actors.ptr[0] == b->actors.ptr[0];
    return (same && (a->verb == b->verb || b->shared) && joined(k, b) && !b->places.n) ||
           (!a->verb && !b->verb && !b->definite && !own_actors(b));
}

/* Has it places, and none of them is one of what was told before with all that was joined to it? */
static bool of_own_place(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    uint32_t group = root(k, (uint32_t)(a - k->evs.ptr));
    bool own = false;
    for (uint32_t i = k->sentence_ev[a->sentence]; i < (uint32_t)(b - k->evs.ptr); i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (root(k, i) != group || !e->places.n)
            continue;
        if (!own_place(k, e, b))
            return false;
        own = true;
    }
    return own;
}

/* شردت أكثر من ألف: of many streets, which is a sum of its own */
static bool counts_many(const isn_work *k, const isn_ev *e) {
    enum { MANY = 100 };
    for (uint32_t t = 0; t < e->ntakes; t++)
        if (e->takes[t].number != ISN_NONE && k->m->numbers.ptr[e->takes[t].number].best > MANY)
            return true;
    return false;
}

/* هدمت الجرافات ثلاثة مساكن وشردت 19 فردا: whom the demolition left without a home. */
static bool made_homeless(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    bool razed =
        isn_work_framed(k, a->row, ISN_FR_SEIZE) || isn_work_framed(k, a->row, ISN_FR_DESTROY);
    bool his = !own_actors(b) || (a->actors.n && a->actors.ptr[0] == b->actors.ptr[0]);
    return razed && !a->effect && b->effect == ISN_WHAT_DISPLACED && b->event == ISN_EV_COERCE &&
           his && !counts_many(k, b) && !own_place(k, a, b) && !says_between(k, a, b) &&
           !crosses_contrast(k, a, b) && a->part_first == b->part_first && unmade(a) == unmade(b) &&
           a->modality == b->modality && (!b->verb || joined(k, b));
}

/* ضبطت أسلحة خلال مداهمة منزل: nobody was arrested in it. */
static bool found_in_raid(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    const isn_ev *raid = isn_work_framed(k, a->row, ISN_FR_STORM) ? a : b;
    const isn_ev *find = raid == a ? b : a;
    return isn_work_framed(k, raid->row, ISN_FR_STORM) && !raid->verb && !raid->effect &&
           isn_work_framed(k, find->row, ISN_FR_SEIZE) && !crosses_contrast(k, a, b) &&
           !says_between(k, a, b) && !joined(k, b);
}

static bool same_other(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    if (reaches(a, b) && !joined(k, b))
        return true;
    if (made_homeless(k, a, b))
        return true;
    if (!a->verb && joined(k, b) && same_mood(a, b) && one_protest(k, a, b))
        return true; /* غلق الطريق وإضرام النار ورشق الأمنيين */
    if (a->event != b->event || !a->event || !same_mood(a, b))
        return false;
    if (a->event == ISN_EV_ASSAULT)
        return false;
    if (a->mode && b->mode && a->mode != b->mode && !one_protest(k, a, b) &&
        !found_in_raid(k, a, b))
        return false;
    if (a->by != ISN_NONE && a->by == b->by && a->future)
        return true; /* one agreement's terms */
    bool his = !own_actors(b) || (!b->verb && a->actors.n && a->actors.ptr[0] == b->actors.ptr[0]);
    if (joined(k, b) && (own_recipients(b) || !his))
        return false; /* إدراج أفراد في القائمة وتجميد أرصدتهم: two words of one measure */
    if (another_tells(k, a, b))
        return false; /* اعتقلت 30، فيما قالت منظمة إن عدد المعتقلين 75 */
    if (a->ntakes && b->ntakes && own_actors(b))
        return false; /* أفرجت الحركة عن ثلاثة مقابل إفراج إسرائيل عن تسعين */
    bool others = own_actors(a) && own_actors(b) && a->actors.ptr[0] != b->actors.ptr[0];
    if (a->effect == ISN_WHAT_RELEASED && b->ntakes && (a->ntakes || others))
        return false; /* أفرجت عن ثلاثة مقابل إفراج الحكومة عن عشرة */
    if (joined(k, b) && b->verb && a->verb && b->effect)
        return false;
    if (joined(k, b) && b->verb && b->effect && b->ntakes && of_own_place(k, a, b))
        return false; /* اعتقلت سبعة عقب مداهمة منازلهم، كما اعتقلت أربعة من قرية أخرى */
    if (crosses_contrast(k, a, b) && (b->verb || b->lit) &&
        (own_actors(b) || (b->effect && b->ntakes && own_place(k, a, b))))
        return false; /* داهم منازل في بيت لحم، فيما اعتقل شابين في الخليل */
    if (b->verb && b->type == ISN_TY_COMMITMENT && a->type != ISN_TY_COMMITMENT)
        return false; /* أعلنت إرسال تعزيزات، وتعهدت بتأمين القرى */
    bool same = a->mode && a->mode == b->mode && !b->verb && !own_actors(b) && !b->ntakes;
    return b->first - a->last < (same ? 30 : 16); /* اعتقلت … بعد مداهمة منزليهما */
}

/* اختطاف ثماني نساء اقتدن إلى جهة مجهولة: those of whom the word before tells. */
static bool led_away(const isn_ev *a, const isn_ev *b) {
    for (uint32_t i = 0; i < a->ntakes && b->passive && !own_actors(b); i++)
        for (uint32_t j = 0; j < b->ntakes; j++)
            if (a->takes[i].entity != ISN_NONE && a->takes[i].entity == b->takes[j].entity)
                return true;
    return false;
}

/* اعتقلت ثلاثة واقتادتهم إلى جهة مجهولة */
static bool taken_off(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    bool his = !own_actors(b) || (a->actors.n && a->actors.ptr[0] == b->actors.ptr[0]);
    bool on = suffixed(k, b) && joined(k, b) && (!b->ntakes || b->pronoun);
    return a->effect == ISN_WHAT_CAPTURED && b->effect == ISN_WHAT_CAPTURED && b->verb &&
           (on || led_away(a, b)) && his && !says_between(k, a, b) && !crosses_contrast(k, a, b);
}

/* أطلقت الغاز لتفريق المحتجين: whom it was done to stands after what it was for. */
static void purpose(isn_work *k, uint32_t i, uint32_t to) {
    isn_ev *e = &k->evs.ptr[i];
    for (uint32_t j = i + 1; j < to && !e->recipients.n; j++) {
        isn_ev *c = &k->evs.ptr[j];
        if (c->first - e->last > 8 || k->scan->words[c->first].flags & ISN_WF_BREAK || c->verb)
            break;
        if (!(isn_work_pre(k, c->first, c->reading) & ISN_CL_LAM) || !c->recipients.n ||
            (c->event != ISN_EV_ASSAULT && c->event != ISN_EV_COERCE))
            continue;
        pour(&e->recipients, &c->recipients);
        if (!c->dead) {
            c->absorbed = true;
            c->by = i;
        }
    }
}

/* صد الجيش هجوما لقوات كذا: they that attacked were struck. */
static void repelled(isn_work *k, uint32_t i, uint32_t to) {
    isn_ev *e = &k->evs.ptr[i];
    for (uint32_t j = i + 1; j < to && k->evs.ptr[j].first - e->last < 8; j++) {
        const isn_ev *c = &k->evs.ptr[j];
        if (!c->verb && c->event == ISN_EV_ASSAULT && c->dead) {
            pour(&e->recipients, &c->actors);
            isn_refs own = e->places; /* صد هجوما على مدينة كذا في كذا: the town first */
            e->places = c->places;
            pour(&e->places, &own);
            return;
        }
    }
}

/* تبنى التنظيم الهجوم، قائلا إن مقاتليه قتلوا ثلاثين: what he says of the blow that he claims belongs to the claim. */
static bool boasted(isn_work *k, uint32_t b, uint32_t from) {
    isn_ev *e = &k->evs.ptr[b];
    if (e->event != ISN_EV_ASSAULT || unmade(e) || e->flags & ISN_TG_CLAIM ||
        e->effect == ISN_WHAT_CAPTURED)
        return false;
    for (uint32_t a = b; a-- > from;) {
        const isn_ev *c = &k->evs.ptr[a];
        if (!(c->flags & ISN_TG_CLAIM) || !alive(c) || c->event != e->event)
            continue;
        uint32_t one = origin_of(k, c), other = origin_of(k, e);
        if (one == ISN_NONE || one != other || !says_between(k, c, e) ||
            (c->actors.n && c->actors.ptr[0] != one))
            return false;
        e->actors.n = 0; /* his fighters: he is the claim's actor */
        join(k, a, b);
        return true;
    }
    return false;
}

/* قصف مصيف في دهوك أودى بحياة تسعة: behind the noun of a deed without the article, in one breath, the verb that tells what it brought
 * about. */
static bool brought_about(const isn_work *k, const isn_ev *e, const isn_ev *r) {
    if (e->definite || !r->verb || !(r->flags & ISN_TG_RESULT || r->effect) ||
        (r->form & ISN_FORM_KIND) != ISN_FORM_PERF || isn_work_pre(k, r->first, r->reading))
        return false;
    for (uint32_t w = e->last; w <= r->first; w++)
        if (k->scan->words[w].flags & ISN_WF_BREAK ||
            (w < r->first && k->wc[w] & (ISN_WC_TRIGGER | ISN_WC_VERB | ISN_WC_SAY)))
            return false;
    return true;
}

/* محملة الجماعة مسؤولية الهجوم: who is held responsible for it, or charged with it, is said to have done it, by who says so.
 * What is only condemned happened, whoever did it; and of neglect in it (بالتقصير في الهجوم) he is not its doer. */
static bool ascribed(const isn_work *k, const isn_ev *charge, const isn_ev *e) {
    return charge->recipients.n && !(e->first && k->fn[e->first - 1] == ISN_FN_FI) &&
           (charge->mode != ISN_MODE_DISAPPROVE || isn_work_framed(k, charge->row, ISN_FR_HOLD));
}

static void ascribe(const isn_work *k, isn_ev *e) {
    const isn_ev *charge = &k->evs.ptr[e->by];
    e->absorbed = false;
    e->blamed = true;
    if (!ascribed(k, charge, e))
        return;
    if (!e->actors.n)
        e->actors = charge->recipients;
    if (e->chain == ISN_NONE)
        e->chain = charge->chain;
}

/* محملة الجماعة مسؤولية هجوم السبت الذي أودى بحياة سبعة: what is charged is told by its victims too. */
static void told_beside_the_charge(isn_work *k, uint32_t i, uint32_t to) {
    isn_ev *e = &k->evs.ptr[i];
    if (e->verb || !e->absorbed || e->event != ISN_EV_ASSAULT || e->by == ISN_NONE ||
        k->evs.ptr[e->by].event != ISN_EV_ACCUSE)
        return;
    for (uint32_t j = i + 1; j < to; j++) {
        const isn_ev *r = &k->evs.ptr[j];
        bool relative = brought_about(k, e, r);
        for (uint32_t w = e->last; w < r->first; w++)
            relative |= k->fn[w] == ISN_FN_WHO;
        if (r->dead || !r->ntakes || !relative || r->first - e->last > 16)
            continue;
        ascribe(k, e);
        return;
    }
    /* استدعت السفير على خلفية القصف الذي طال مزرعة في القرية: and where it fell */
    enum { NEAR = 3 };
    for (uint32_t w = e->last; e->definite && e->places.n && w < e->last + NEAR; w++)
        if (w < k->scan->nwords && k->fn[w] == ISN_FN_WHO) {
            ascribe(k, e);
            return;
        }
}

/* شن الطيران ثلاث غارات على المعسكر وغارتين على المطار: the same deed of the same doer. */
static bool goes_on(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    return !b->verb && !b->actors.n && a->actors.n && a->row == b->row && same_mood(a, b) &&
           (joined(k, b) || joined_by_number(k, b));
}

/* اتهم الجيش بقتل 32 مدنيا في القرية: a charge that tells how many, or whom and where, tells of a deed of the accused. What is
 * condemned happened, whoever did it (أدانت النقابة اغتيال الصحفي في عدن). */
static void charged_with(isn_work *k, uint32_t i) {
    isn_ev *e = &k->evs.ptr[i];
    bool taken = e->event == ISN_EV_COERCE && e->effect == ISN_WHAT_CAPTURED;
    if (e->verb || !e->absorbed || e->definite || !(e->event == ISN_EV_ASSAULT || taken) ||
        e->by == ISN_NONE)
        return;
    const isn_ev *charge = &k->evs.ptr[e->by];
    bool counted = false,
         condemned = charge->mode == ISN_MODE_DISAPPROVE && !ascribed(k, charge, e);
    for (uint32_t t = 0; t < e->ntakes; t++)
        counted |= e->takes[t].number != ISN_NONE && !e->takes[t].subset;
    if (taken && !(counted && condemned))
        return; /* أدانت اعتقال عشرة من موظفيها */
    if (charge->event != ISN_EV_ACCUSE || !(charge->recipients.n || condemned) || charge->dead ||
        charge->absorbed || charge->negative || !(counted || (e->recipients.n && e->places.n)))
        return;
    ascribe(k, e);
}

/* أطلقت القوات النار على الشبان الذين تصدوا للاقتحام: who they are that the blow fell on, and no blow of theirs. */
static void resisted(const isn_work *k, isn_ev *e) {
    const isn_ev *hit = e - 1;
    if (!(e->flags & ISN_TG_PREVENT) || !e->verb || e == k->evs.ptr ||
        k->fn[e->first - 1] != ISN_FN_WHO || hit->sentence != e->sentence ||
        hit->event != ISN_EV_ASSAULT || hit->dead)
        return;
    e->dead = true;
    e->why = "of those that were struck";
}

/* قتلوا ستة متهمين بهجوم على مدرسة أسفر عن مقتل العشرات: what came of the deed named right before, which is none of this one. */
static bool of_another_deed(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    enum { FAR = 14 };
    const isn_ev *c = b - 1;
    bool survived = a + 1 == c && a->verb && c->why && !strcmp(c->why, "prevented");
    if (survived) /* نجا من محاولة اغتيال أودت بسائقه */
        return false;
    if (c <= a || !b->verb || !(b->flags & ISN_TG_RESULT) || joined(k, b) || !c->dead || c->verb ||
        c->definite || c->event != ISN_EV_ASSAULT || b->first - c->last > FAR)
        return false;
    for (uint32_t w = c->last; w <= b->first; w++)
        if (k->scan->words[w].flags & ISN_WF_COMMA || k->wc[w] & ISN_WC_SAY ||
            k->fn[w] == ISN_FN_WHICH)
            return false;
    return true;
}

/* اعترضت ودمرت 32 مسيرة، اعتراض وتدمير 42 مسيرة: two words of one subject, one behind the other, that have one object. */
static bool share_object(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    bool his = !own_actors(b) || (!b->verb && a->actors.n && a->actors.ptr[0] == b->actors.ptr[0]);
    if (!a->verb && a->first > 0 && k->taken[a->first - 1])
        return false; /* 300 غارة وضربة: a sum */
    return a->verb == b->verb && b->first == a->last && a->event == b->event && a->event &&
           joined(k, b) && his && !a->recipients.n && !a->ntakes && !own_place(k, a, b) &&
           same_mood(a, b) && !(k->scan->words[b->first].flags & ISN_WF_BREAK);
}

/* شهدت البلدة عملية اغتيال، حيث استهدف مسلحون ضابطا: "where" tells how the one blow named before it went. */
static bool goes_into_it(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    if (b != a + 1 || a->verb || !b->verb || b->first <= a->last ||
        !isn_work_has(k, b->first - 1, ISN_T_FUNC))
        return false;
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, b->first - 1, ISN_T_FUNC);
    return isn_lex_int(k->lex, ISN_T_FUNC, s->row, ISN_FUNC_KIND) == ISN_FN_WHERE &&
           a->event == ISN_EV_ASSAULT && b->event == ISN_EV_ASSAULT &&
           (a->form & ISN_FORM_NUMBER) == ISN_FORM_SG && !a->actors.n && !a->ntakes &&
           !a->definite && same_mood(a, b) && !(a->flags & ISN_TG_LASTING);
}

/* إليه، إليها: to what was told before. */
static bool to_it(const isn_work *k, uint32_t w) {
    if (w >= k->scan->nwords || k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *p = k->scan->text->fold + t->fold;
    return t->fold_len >= 4 && t->fold_len <= 6 && p[0] == ISN_F_ALEF && p[1] == ISN_F_LAM &&
           p[2] == ISN_F_YEH && p[3] == ISN_F_HEH;
}

/* إضراب عام دعا إليه الاتحاد: who called for a protest stands for it. */
static void called_for(isn_work *k, uint32_t i, uint32_t from) {
    enum { NEAR = 8 };
    isn_ev *e = &k->evs.ptr[i], *p = e - 1;
    if (i == from || e->event != ISN_EV_REQUEST || !e->verb || p->event != ISN_EV_PROTEST ||
        p->verb || !alive(p) || !alive(e) || e->first - p->last > NEAR || !to_it(k, e->last))
        return;
    uint32_t by = e->last + 1 < k->scan->nwords ? k->m->entities.cover[e->last + 1] : ISN_NONE;
    if (by != ISN_NONE && (isn_work_entity(k, by)->kind == ISN_ENT_ACTOR ||
                           isn_work_entity(k, by)->kind == ISN_ENT_PEOPLE)) {
        isn_refs_add(&p->actors, by);
        e->absorbed = true;
        e->by = i - 1;
    }
}

/* وراء: the word before it says whose deed it is. */
static bool is_behind(const isn_work *k, uint32_t w) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *p = k->scan->text->fold + t->fold;
    return k->fn[w] == ISN_FN_FRONT && t->fold_len >= 4 && p[0] == ISN_F_WAW && p[1] == ISN_F_REH;
}

/* عصابة تقف وراء خطف التاجر، خلايا نائمة وراء تفجير السوق: who stands behind a deed did it, by the word of who says so. */
static void stands_behind(isn_work *k, uint32_t i) {
    isn_ev *e = &k->evs.ptr[i];
    if (e->verb || e->dead || e->actors.n || e->first < k->s0[e->sentence] + 2 ||
        (e->event != ISN_EV_ASSAULT && e->event != ISN_EV_COERCE))
        return;
    uint32_t responsible = isn_role_responsible(k, e);
    if (responsible != ISN_NONE)
        isn_refs_add(&e->actors, responsible);
    if (responsible != ISN_NONE || !is_behind(k, e->first - 1))
        return;
    isn_ev *charge = i > 0 && e->absorbed && e->by == i - 1 ? &k->evs.ptr[i - 1] : NULL;
    if (charge) {
        if (charge->event != ISN_EV_ACCUSE || !charge->recipients.n ||
            !isn_work_framed(k, charge->row, ISN_FR_BLAMED) || charge->last + 1 != e->first)
            return;
        e->actors = charge->recipients;
        if (e->chain == ISN_NONE)
            e->chain = charge->chain;
        e->absorbed = false;
        charge->dead = true;
        charge->why = "whose deed it is";
        return;
    }
    uint32_t c = k->m->entities.cover[e->first - 2];
    const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
    bool land = x && x->table == ISN_T_COUNTRY; /* أن تكون إسرائيل وراء الاغتيال */
    if (x && x->last == e->first - 1 && (land || !isn_role_is_place(x)) && isn_role_can_act(x) &&
        isn_role_governed_by(k, x) == ISN_NO_FN)
        isn_refs_add(&e->actors, c);
}

/* إن القتلى مدنيون: tells who they were, and no deed that others join. */
static bool of_the_dead(const isn_work *k, const isn_ev *e) {
    return !e->verb && e->event == ISN_EV_ASSAULT && isn_work_framed(k, e->row, ISN_FR_SAID_DEAD);
}

static void sentence(isn_work *k, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++)
        k->evs.ptr[i].group = i;
    for (uint32_t i = from; i < to; i++)
        called_for(k, i, from);
    for (uint32_t i = from; i < to; i++) {
        resisted(k, &k->evs.ptr[i]);
        stands_behind(k, i);
        told_beside_the_charge(k, i, to);
        charged_with(k, i);
    }
    for (uint32_t i = from; i < to; i++)
        if (k->evs.ptr[i].flags & ISN_TG_LIGHT && !k->evs.ptr[i].absorbed &&
            k->evs.ptr[i].type != ISN_TY_COMMITMENT)
            light(k, i, from, to);
    for (uint32_t i = from; i < to; i++)
        if (k->evs.ptr[i].flags & ISN_TG_CLAIM && alive(&k->evs.ptr[i]))
            claimed(k, i, from, to);
    for (uint32_t i = from; i < to; i++)
        if (k->evs.ptr[i].event == ISN_EV_ASSAULT && k->evs.ptr[i].verb && alive(&k->evs.ptr[i]) &&
            k->evs.ptr[i].flags & ISN_TG_ATTACK) {
            purpose(k, i, to);
            if (k->evs.ptr[i].flags & ISN_TG_PREVENT)
                repelled(k, i, to);
        }
    for (uint32_t i = from; i + 1 < to; i++) { /* لم تستخدم الرصاص الحي: nor was anyone shot */
        const isn_ev *e = &k->evs.ptr[i];
        isn_ev *c = &k->evs.ptr[i + 1];
        if (alive(e) && e->verb && (e->negative || e->denied) && alive(c) && !c->verb &&
            c->first <= e->last + 1 && c->event == e->event && !(e->flags & ISN_TG_LIGHT) &&
            !(c->negative || c->denied)) {
            c->absorbed = true;
            c->by = i;
        }
    }
    for (uint32_t b = from + 1; b < to; b++) {
        if (!alive(&k->evs.ptr[b]) || boasted(k, b, from) || of_the_dead(k, &k->evs.ptr[b]))
            continue;
        for (uint32_t a = b; a-- > from;) {
            if (!alive(&k->evs.ptr[a]) || k->evs.ptr[a].beside != k->evs.ptr[b].beside ||
                of_the_dead(k, &k->evs.ptr[a]))
                continue;
            if (of_another_deed(k, &k->evs.ptr[a], &k->evs.ptr[b]))
                break;
            if (answered(k, &k->evs.ptr[a], &k->evs.ptr[b])) {
                k->evs.ptr[b].dead_main = k->evs.ptr[b].answered = true;
                break;
            }
            bool off = taken_off(k, &k->evs.ptr[a], &k->evs.ptr[b]);
            if (off && k->evs.ptr[a].recipients.n) /* the pronoun is of those */
                k->evs.ptr[b].recipients.n = k->evs.ptr[b].ntakes = 0;
            if (off || share_object(k, &k->evs.ptr[a], &k->evs.ptr[b]) ||
                goes_into_it(k, &k->evs.ptr[a], &k->evs.ptr[b]) ||
                same_attack(k, &k->evs.ptr[a], &k->evs.ptr[b])) {
                join(k, a, b);
                break;
            }
            if (earlier_toll(k, &k->evs.ptr[a], &k->evs.ptr[b])) {
                k->evs.ptr[b].dead_main = true;
                break;
            }
            if (unmade(&k->evs.ptr[a]) && effects_only(&k->evs.ptr[a]) && !unmade(&k->evs.ptr[b]))
                continue; /* لم يسفر القصف: the word of result says nothing of another */
            if (after_fight(k, &k->evs.ptr[a], &k->evs.ptr[b]))
                fought_there(&k->evs.ptr[a], &k->evs.ptr[b]);
            if (goes_on(k, &k->evs.ptr[a], &k->evs.ptr[b]))
                k->evs.ptr[b].actors = k->evs.ptr[a].actors, k->evs.ptr[b].shared = true;
            if (violent(&k->evs.ptr[a]) && violent(&k->evs.ptr[b]) && !effects_only(&k->evs.ptr[b]))
                break; /* a second attack: the one before it is closed to it */
            if (same_other(k, &k->evs.ptr[a], &k->evs.ptr[b])) {
                join(k, a, b);
                break;
            }
        }
    }
}

/* ---- stretches of time --------------------------------------------------------------------------------------- */

static const isn_date *stretch_at(const isn_work *k, uint32_t w) {
    uint32_t at = k->m->dates.at[w];
    const isn_date *x = at != ISN_NONE ? &k->m->dates.ptr[at] : NULL;
    bool one = x != NULL && x->first == w && x->start != ISN_NO_DAY && x->end != ISN_NO_DAY &&
               x->end > x->start && !(k->wc[w] & ISN_WC_HEAD);
    return one ? x : NULL;
}

/* Does the part that holds the words before `cut` give another figure than the words from it on? */
static bool figures_differ(const isn_work *k, uint32_t from, uint32_t own, uint32_t to) {
    for (uint32_t i = from; i < own; i++)
        for (uint32_t j = own; j < to && !k->evs.ptr[i].dead; j++)
            if (!k->evs.ptr[j].dead && other_figure(&k->evs.ptr[i], &k->evs.ptr[j]))
                return true;
    return false;
}

/* 215 قتيلا منذ بداية العام، بينما سجل سقوط 34 خلال نيسان وحده; 17 شهيدا خلال 24 ساعة، و327 شهيدا منذ الهدنة: each figure with
 * the stretch of time that is told behind it is a sum of its own. */
static void part_stretches(isn_work *k, uint32_t s) {
    enum { WEEK = 6 };
    uint32_t from = k->sentence_ev[s], to = k->sentence_ev[s + 1];
    const isn_date *before = NULL;
    if (to - from < 2 || !k->inside[s].dated)
        return;
    for (uint32_t w = k->s0[s]; w < k->scan->sentence_word[s + 1]; w++) {
        const isn_date *y = stretch_at(k, w);
        if (y == NULL)
            continue;
        uint32_t cut = w, own = from, first = from;
        while (cut > k->s0[s] && !(k->scan->words[cut].flags & ISN_WF_COMMA))
            cut--;
        while (own < to && k->evs.ptr[own].first < cut)
            own++;
        bool same = before != NULL ? before->start == y->start && before->end == y->end
                                   : y->kind != ISN_DATE_SINCE && y->end - y->start < WEEK;
        bool within = before != NULL && before->first >= cut;
        before = y;
        if (own == from || own == to || same || within)
            continue;
        uint32_t part = k->evs.ptr[own - 1].part_first, end = k->evs.ptr[own - 1].part_last;
        while (k->evs.ptr[first].part_first != part)
            first++;
        uint32_t last = own;
        while (last < to && k->evs.ptr[last].part_first == part)
            last++;
        if (last == own || !figures_differ(k, first, own, last))
            continue;
        isn_cue_sum_up(k, first, own, part, cut);
        isn_cue_sum_up(k, own, last, cut, end);
        for (uint32_t i = own; i < last; i++)
            k->evs.ptr[i].apart = true;
    }
}

/* ---- a deed told before -------------------------------------------------------------------------------------- */

/* الحادث أودى بحياة، أودت العملية بحياة: is the verb's subject the deed told before, whatever it was? */
static bool by_the_deed(const isn_work *k, const isn_ev *e) {
    enum { BEFORE = 3 };
    uint32_t s0 = k->s0[e->sentence], s1 = k->scan->sentence_word[e->sentence + 1];
    for (uint32_t w = e->first; w > s0 && e->first - w < BEFORE;) {
        if (k->scan->words[w--].flags & ISN_WF_BREAK)
            break;
        if (isn_role_cue(k, w, ISN_CUE_DEED))
            return isn_work_pre(k, w, 0) & ISN_CL_AL || k->fn[w - (w > s0)] == ISN_FN_THIS;
    }
    return e->last < s1 && isn_role_cue(k, e->last, ISN_CUE_DEED) &&
           isn_work_pre(k, e->last, 0) & ISN_CL_AL;
}

/* The last attack told before it, in the same sentence or one not far above. */
static const isn_ev *deed_above(const isn_work *k, const isn_ev *e) {
    enum { SENTENCES = 8 };
    for (const isn_ev *a = e; a-- > k->evs.ptr && a->sentence + SENTENCES >= e->sentence;)
        if (alive(a) && a->event == ISN_EV_ASSAULT && a->flags & ISN_TG_ATTACK && !unmade(a) &&
            !a->future)
            return a;
    return NULL;
}

/* فجر مجهولون سيارة. وقال ضابط إن الحادث أودى بحياة تسعة: what cost lives is the deed told before, and of its means. */
static void told_above(isn_work *k, isn_ev *e) {
    if (!alive(e) || e->event || !e->verb || !(e->flags & ISN_TG_RESULT) || !e->effect ||
        e->group != e - k->evs.ptr)
        return;
    for (const isn_ev *a = e + 1; a < k->evs.ptr + k->evs.len && a->sentence == e->sentence; a++)
        if (alive(a) && a->group == e->group && a->event)
            return;
    const isn_ev *deed = by_the_deed(k, e) ? deed_above(k, e) : NULL;
    if (deed != NULL)
        e->event = deed->event, e->mode = deed->mode, e->above = true;
}

void isn_group_join(isn_work *k) {
    for (uint32_t s = 0; s < k->scan->text->nsentences; s++) {
        part_stretches(k, s);
        sentence(k, k->sentence_ev[s], k->sentence_ev[s + 1]);
    }
    for (uint32_t i = 0; i < k->evs.len; i++)
        k->evs.ptr[i].group = root(k, i);
    for (uint32_t i = 0; i < k->evs.len; i++)
        told_above(k, &k->evs.ptr[i]);
}
