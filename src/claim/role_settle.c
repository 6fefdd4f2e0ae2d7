/* role_settle.c: what the roles of one occurrence tell of those of another, once all have theirs. */
#include "claim/countwork.h"
#include "claim/cuework.h"
#include "claim/rolework.h"
#include "match/numeral.h"

/* Are the dead or wounded of the doer's own side, as far as sectors and states tell? */
static bool own_losses(const isn_work *k, const isn_ev *e, const isn_entity *doer) {
    for (uint32_t i = 0; i < e->recipients.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->recipients.ptr[i]);
        if (x->sector == doer->sector && (x->country == doer->country || x->country == ISN_NO_ROW))
            return true;
    }
    return false;
}

/* أسفرت عملية الجيش عن، عملية الشرطة في المدينة أسفرت عن: whose operation it was, behind the noun of a deed that no trigger
 * tells; ISN_NONE: nobody's. */
static uint32_t operator_of(const isn_work *k, const isn_ev *result) {
    enum { FAR = 10 };
    uint32_t w = result->last;
    bool behind = w < k->scan->nwords && isn_role_cue(k, w, ISN_CUE_DEED);
    for (w = result->first; !behind && w-- > k->s0[result->sentence] && result->first - w <= FAR;) {
        if (k->scan->words[w + 1].flags & ISN_WF_BREAK || k->wc[w] & ISN_WC_VERB)
            return ISN_NONE;
        if (isn_role_cue(k, w, ISN_CUE_DEED))
            break;
    }
    w = behind ? result->last : w;
    if (w >= k->scan->nwords || !isn_role_cue(k, w, ISN_CUE_DEED) || isn_count_suffixed(k, w))
        return ISN_NONE;
    uint32_t c = w + 1 < k->scan->nwords ? k->m->entities.cover[w + 1] : ISN_NONE;
    bool his =
        c != ISN_NONE && isn_work_entity(k, c)->first == w + 1 &&
        !(k->scan->words[w + 1].flags & ISN_WF_BREAK) &&
        (isn_role_strikes(isn_work_entity(k, c)) || isn_work_entity(k, c)->sector == ISN_SEC_COP) &&
        isn_work_entity(k, c)->kind == ISN_ENT_ACTOR;
    return his ? c : ISN_NONE;
}

/* شنت الشرطة حملة …، وأسفرت عن اعتقال ثمانية: they that were at it made the arrests. */
void isn_role_result_of_deed(isn_work *k, isn_ev *e) {
    if (!isn_role_doer_wanted(k, e) || e->event != ISN_EV_COERCE)
        return;
    const isn_ev *result = NULL;
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;) {
        if (!result && q->verb && q->flags & ISN_TG_RESULT && e->first - q->last < 12)
            result = q;
        else if (result && q->actors.n && !(q->flags & ISN_TG_SPEECH) && q->event != ISN_EV_NONE) {
            e->actors = q->actors;
            return;
        } else if (result && q->actors.n && q->flags & ISN_TG_LIGHT) {
            e->actors = q->actors;
            return;
        }
    }
    uint32_t doer = result ? operator_of(k, result) : ISN_NONE;
    if (doer != ISN_NONE)
        isn_refs_add(&e->actors, doer);
}

/* العملية التي نفذها الجيش أسفرت عن مقتل عشرين مسلحا, and أسفرت العملية التي … عن مقتل: they that were at it killed
 * whoever is not of their side. */
void isn_role_result_of_operation(const isn_work *k, isn_ev *e) {
    enum { FAR = 12 };
    if (e->event != ISN_EV_ASSAULT || !e->effect || e->verb || e->actors.n || !e->recipients.n)
        return;
    const isn_ev *result = NULL, *light = NULL;
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;) {
        if (q->flags & ISN_TG_SPEECH || (q->event == ISN_EV_ASSAULT && !q->effect))
            return;
        if (!result && q->verb && q->flags & ISN_TG_RESULT && (light || e->first - q->last < FAR))
            result = q;
        else if (!light && q->verb && q->flags & ISN_TG_LIGHT && q->actors.n &&
                 (result || e->first - q->last < FAR))
            light = q;
    }
    uint32_t doer = !result ? ISN_NONE : light ? light->actors.ptr[0] : operator_of(k, result);
    if (doer == ISN_NONE || !isn_role_strikes(isn_work_entity(k, doer)) ||
        own_losses(k, e, isn_work_entity(k, doer)))
        return;
    if (light)
        e->actors = light->actors;
    else
        isn_refs_add(&e->actors, doer);
}

/* أوقع المقاتلون في صفوف الجيش عشرة قتلى: who is said to fell them killed those that are counted behind the verb. */
void isn_role_felled_by(const isn_work *k, isn_ev *e) {
    enum { FAR = 12 };
    if (!(e->flags & ISN_TG_RESULT) || e->event || !e->actors.n)
        return;
    const isn_entity *doer = isn_work_entity(k, e->actors.ptr[0]);
    const isn_ev *end = k->evs.ptr + k->evs.len;
    bool acts = !(doer->flags & ISN_EF_ADJ) && isn_role_strikes(doer);
    for (isn_ev *q = e + 1; q < end && q->sentence == e->sentence && q->first - e->last < FAR; q++)
        if (acts && q->flags & ISN_TG_CASUALTY && !q->verb && !q->actors.n &&
            !own_losses(k, q, doer)) {
            q->actors = e->actors;
            break;
        }
    e->actors.n = 0;
}

/* توصل الطرفان إلى هدنة، التزما بتبادل الأسرى: what was agreed on is theirs that agreed. */
void isn_role_agreed_on(isn_work *k, isn_ev *e) {
    if (!isn_role_doer_wanted(k, e))
        return;
    bool joint =
        e->event == ISN_EV_RETREAT || e->event == ISN_EV_COOPERATE || e->event == ISN_EV_CONSULT;
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;)
        if (q->actors.n) {
            bool promised =
                q->type == ISN_TY_COMMITMENT && q->absorbed && q->by == (uint32_t)(e - k->evs.ptr);
            if (promised || (joint && q->event == ISN_EV_AGREE && q->verb))
                e->actors = q->actors;
            return;
        }
}

/* قتل جنديان في اشتباكات مع مسلحين: of a clash that is told by its dead, the other side is the doer. */
void isn_role_died_in_clash(isn_work *k, isn_ev *e) {
    enum { FAR = 18 };
    if (!(e->flags & ISN_TG_RECIPROCAL) || e->verb || e->actors.n)
        return;
    isn_ev *told = e, *next = e + 1; /* مواجهات اندلعت مع القوات */
    if (!e->recipients.n && next < k->evs.ptr + k->evs.len && next->first == e->last &&
        next->verb && next->flags & ISN_TG_LIGHT && !next->actors.n)
        told = next;
    if (!told->recipients.n)
        return;
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;) {
        if (q->event == ISN_EV_ASSAULT && q->actors.n && told != e)
            return; /* الغاز الذي أطلقه الجنود خلال مواجهات اندلعت مع الشبان */
        bool harmed = q->effect == ISN_WHAT_KILLED || q->effect == ISN_WHAT_WOUNDED;
        if (!harmed || q->actors.n || !q->recipients.n || e->first - q->last > FAR)
            continue;
        e->actors = told->recipients;
        told->recipients.n = 0;
        return;
    }
}

/* اشتباكات اتخذت طابعا طائفيا، بين مسلحين وعشائر: the sides of a clash, behind what is told of it. */
void isn_role_sides_far_on(const isn_work *k, isn_ev *e) {
    enum { FAR = 20 };
    if (!(e->flags & ISN_TG_RECIPROCAL) || e->verb || e->actors.n || e->recipients.n)
        return;
    uint32_t s1 = k->scan->sentence_word[e->sentence + 1];
    for (uint32_t w = e->last; w + 1 < s1 && w < e->last + FAR; w++) {
        if (k->fn[w] == ISN_FN_THAT || k->fn[w] == ISN_FN_WHILE ||
            k->scan->words[w].flags & ISN_WF_STOP || k->wc[w] & ISN_WC_SAY)
            return;
        for (const isn_ev *q = e + 1; q < k->evs.ptr + k->evs.len && q->first <= w; q++)
            if (q->first == w && (q->flags & ISN_TG_RECIPROCAL || q->event != e->event))
                return;
        if (k->fn[w] != ISN_FN_BAYN)
            continue;
        uint32_t c = k->m->entities.cover[w + 1];
        if (c == ISN_NONE || isn_work_entity(k, c)->first != w + 1)
            return;
        const isn_entity *x = isn_work_entity(k, c);
        bool side = isn_role_fights(x) ||
                    (x->kind == ISN_ENT_PEOPLE && x->side == ISN_SIDE_ARMED) ||
                    x->sector == ISN_SEC_SOC || x->sector == ISN_SEC_UAF;
        if (!side)
            return;
        isn_refs_add(&e->actors, c);
        for (uint32_t i = c + 1; i < k->m->entities.len && e->actors.n < ISN_ROLE_MAX; i++) {
            const isn_entity *y = isn_work_entity(k, i);
            if (y->nested)
                continue;
            if (y->coord != c)
                break;
            isn_refs_add(&e->actors, i);
            c = i;
        }
        return;
    }
}

/* قتل مسلحون خلال عملية نفذها الجيش: whose operation it was. */
void isn_role_in_operation(const isn_work *k, isn_ev *e) {
    enum { NEAR = 20 };
    if (e->event != ISN_EV_ASSAULT || !e->effect || e->actors.n || (e->verb && !e->passive))
        return;
    for (const isn_ev *q = e + 1, *end = k->evs.ptr + k->evs.len;
         q < end && q->sentence == e->sentence && q->first - e->last < NEAR; q++) {
        if (!(q->flags & ISN_TG_LIGHT) || !q->verb)
            return;
        uint32_t noun = q->first - 1;
        bool of_noun = noun > e->last && k->scan->words[q->first].reading[q->reading].suf &&
                       !(k->wc[noun] & ISN_WC_TRIGGER) && k->m->entities.cover[noun] == ISN_NONE;
        while (of_noun && noun > e->last + 1 && q->first - noun < 3 &&
               !isn_role_during(k, noun - 1) && k->fn[noun - 1] != ISN_FN_FI)
            noun--;
        if (of_noun && q->actors.n &&
            (isn_role_during(k, noun - 1) || k->fn[noun - 1] == ISN_FN_FI) &&
            isn_role_strikes(isn_work_entity(k, q->actors.ptr[0])))
            e->actors = q->actors;
        return;
    }
}

/* تمكنت القوة، بعد عملية نوعية، من تحرير رهينة: who managed it did what stands behind the aside too, which tells how. */
void isn_role_managed(isn_work *k, isn_ev *e) {
    enum { FAR = 24 };
    uint8_t prep = e->verb || e->first == 0 ? ISN_NO_FN : isn_clause_prep(k, e->first, e->reading);
    if (e->actors.n || (prep != ISN_FN_MIN && prep != ISN_FN_FI && prep != ISN_FN_ALA) ||
        isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) != ISN_SLOT_ACTOR || e == k->evs.ptr)
        return;
    isn_ev *aside = e - 1, *light = aside - (aside > k->evs.ptr);
    bool after = !aside->verb && aside->sentence == e->sentence && aside->first > 0 &&
                 (k->fn[aside->first - 1] == ISN_FN_AFTER || isn_role_during(k, aside->first - 1));
    if (!after || light->sentence != e->sentence || !light->verb ||
        !(light->flags & ISN_TG_LIGHT) || light->event || light->passive || !light->actors.n ||
        e->first - light->last > FAR)
        return;
    e->actors = light->actors;
    if (aside->event != e->event && !aside->recipients.n)
        isn_cue_kill_ev(aside, "how it was done", ISN_NONE, light->first);
}

/* تمكنت القوات من تحرير رهينتين وقتل خاطفيهما: who managed the first did what و joins to it. */
void isn_role_managed_too(const isn_work *k, isn_ev *e) {
    enum { FAR = 16 };
    if (!(isn_work_pre(k, e->first, e->reading) & ISN_CL_WAW) || e->definite ||
        k->scan->words[e->first].flags & ISN_WF_BREAK || e->effect == ISN_WHAT_WOUNDED ||
        isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) != ISN_SLOT_ACTOR)
        return;
    const isn_ev *q = e;
    while (q > k->evs.ptr && q[-1].sentence == e->sentence && !q[-1].verb &&
           e->first - q[-1].last <= FAR)
        q--;
    if (q == k->evs.ptr || (q != e && q->actors.n))
        return;
    const isn_ev *light = q - 1;
    uint8_t prep = q != e ? isn_clause_prep(k, q->first, q->reading) : ISN_FN_MIN;
    bool of = q != e; /* تمكن رجال الأمن من متابعة الخلية وإلقاء القبض عليها */
    for (uint32_t w = light->last; w < e->first; w++)
        of |= k->fn[w] == ISN_FN_MIN;
    if (!of || light->sentence != e->sentence || !light->verb || !(light->flags & ISN_TG_LIGHT) ||
        light->event || light->passive || light->actors.n != 1 || e->first - light->last > FAR ||
        (prep != ISN_FN_MIN && prep != ISN_FN_FI && prep != ISN_FN_ALA))
        return;
    for (uint32_t w = q->last; w < e->first; w++)
        if (k->scan->words[w].flags & ISN_WF_BREAK || k->fn[w] == ISN_FN_WHO ||
            k->fn[w] == ISN_FN_THAT || k->fn[w] == ISN_FN_AFTER || isn_role_during(k, w))
            return;
    e->actors = light->actors;
}

/* بين مسلحين من قبيلة كذا وآخرين من قبيلة كذا: others, of whom the second side is; w is the word of "and others". */
static uint32_t others_of(const isn_work *k, uint32_t w) {
    enum { NEAR = 2 };
    const isn_hit *hit;
    const isn_sense *other = isn_match_sense(&hit, k->scan, w, ISN_T_FUNC);
    if (!(isn_work_pre(k, w, 0) & ISN_CL_WAW) || other == NULL ||
        isn_lex_int(k->lex, ISN_T_FUNC, other->row, ISN_FUNC_KIND) != ISN_FN_OTHER)
        return ISN_NONE;
    for (uint32_t i = w + 1; i < k->scan->nwords && i <= w + 1 + NEAR; i++) {
        uint32_t c = k->m->entities.cover[i];
        if (k->scan->words[i].flags & ISN_WF_BREAK & ~(unsigned)ISN_WF_QUOTE)
            return ISN_NONE;
        if (c == ISN_NONE)
            continue;
        const isn_entity *y = isn_work_entity(k, c);
        bool of = k->fn[i - 1] == ISN_FN_MIN || k->fn[i - 1] == ISN_FN_BELONGS ||
                  isn_work_pre(k, y->first, y->reading) & ISN_CL_LAM;
        bool side = isn_role_fights(y) || y->sector == ISN_SEC_SOC || y->sector == ISN_SEC_UAF ||
                    y->sector == ISN_SEC_GOV || y->sector == ISN_SEC_PTY ||
                    y->sector == ISN_SEC_CVL;
        return of && side && y->first == i ? c : ISN_NONE;
    }
    return ISN_NONE;
}

/* قوة بقيادة فلان، لواء برئاسة فلان: the words of who leads the side before; `led` behind the first of them. */
static bool of_leader(const isn_work *k, uint32_t w, bool led) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    uint32_t c = k->m->entities.cover[w];
    if (k->fn[w] != ISN_NO_FN || k->taken[w] || k->scan->words[w].flags & ISN_WF_BREAK ||
        k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY | ISN_WC_TRIGGER) ||
        (led && c != ISN_NONE && isn_work_entity(k, c)->kind != ISN_ENT_PERSON))
        return false;
    bool command = c == ISN_NONE || isn_work_entity(k, c)->first == w; /* بقيادة فلان */
    return led || (command && t->fold_len > 4 && k->scan->text->fold[t->fold] == ISN_F_BEH &&
                   !isn_work_has(k, w, ISN_T_UNIT));
}

static bool may_be_side(const isn_entity *x) {
    return isn_role_fights(x) || x->side == ISN_SIDE_ARMED ||
           (x->kind == ISN_ENT_ACTOR && (x->sector == ISN_SEC_MIL || x->sector == ISN_SEC_COP));
}

/* بين عناصر الحماية الخاصة بقائد الشرطة ومجموعة من مسلحي كذا، بين متظاهرين طالبوا بكذا وقوات الأمن: whatever is told of the
 * first side, the second begins with "and". */
static void add_far_side(const isn_work *k, isn_ev *e, uint32_t from) {
    enum { FAR = 18 };
    for (uint32_t w = from; w + 2 < k->scan->nwords && w < from + FAR; w++) {
        uint32_t c = k->m->entities.cover[w];
        if (k->scan->words[w].flags & (ISN_WF_STOP | ISN_WF_COMMA | ISN_WF_COLON) ||
            k->fn[w] == ISN_FN_THAT || k->fn[w] == ISN_FN_WHILE || k->fn[w] == ISN_FN_AND)
            return;
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        unsigned pre = isn_work_pre(k, w, 0) | isn_work_pre(k, w, x != NULL ? x->reading : 0);
        if (!(pre & ISN_CL_WAW) || (x != NULL && x->first != w))
            continue;
        if (x == NULL && k->fn[w + 1] == ISN_FN_MIN) { /* ومجموعة من مسلحي كذا */
            c = k->m->entities.cover[w + 2];
            x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        }
        if (x != NULL && !x->nested && may_be_side(x))
            isn_refs_add(&e->actors, c);
        return;
    }
}

/* القتال بين المجلس العسكري الحاكم في ميانمار وجيش أراكان: where the first side is, or who leads it, stands between the two. */
void isn_role_second_side(const isn_work *k, isn_ev *e) {
    enum { FAR = 8 };
    if (!(e->flags & ISN_TG_RECIPROCAL) || e->verb || e->actors.n != 1 || e->recipients.n)
        return;
    const isn_entity *x = isn_work_entity(k, e->actors.ptr[0]);
    if (!x->first || x->first < e->last || k->fn[x->first - 1] != ISN_FN_BAYN)
        return;
    bool unnamed = false, led = false;
    for (uint32_t w = x->last; w < k->scan->nwords && w < x->last + FAR; w++) {
        uint32_t c = k->m->entities.cover[w];
        const isn_word *word = &k->scan->words[w];
        unsigned reading = c != ISN_NONE ? isn_work_entity(k, c)->reading : 0;
        bool joined = led && isn_work_pre(k, w, reading) & ISN_CL_WAW; /* بقيادة فلان، وقوة كذا */
        if (!joined && (led || w == x->last) && of_leader(k, w, led)) {
            led = true;
            w = c != ISN_NONE ? isn_work_entity(k, c)->last - 1 : w;
            continue;
        }
        if (word->flags & ISN_WF_BREAK & ~(unsigned)ISN_WF_QUOTE && !joined)
            return;
        if (c == ISN_NONE) {
            uint32_t others = others_of(k, w);
            if (others != ISN_NONE)
                isn_refs_add(&e->actors, others);
            unnamed |= k->fn[w] == ISN_FN_MIN && w == x->last; /* قوات من "حرس المنشآت" */
            bool on = unnamed || k->fn[w] == ISN_FN_FI || isn_work_has(k, w, ISN_T_PLACEWORD);
            if (others == ISN_NONE && !on)
                add_far_side(k, e, w);
            if (others != ISN_NONE || !on)
                return;
            continue;
        }
        const isn_entity *y = isn_work_entity(k, c);
        if (isn_work_pre(k, y->first, y->reading) & ISN_CL_WAW && may_be_side(y)) {
            isn_refs_add(&e->actors, c);
            return;
        }
        if (!isn_role_is_place(y) && !unnamed) {
            add_far_side(k, e, w);
            return;
        }
        w = y->last - 1;
    }
}

/* عقوبات جديدة تستهدف قادة الحركة، طالت ثلاثة أشخاص: whom a verb that describes the sanctions says they hit; ISN_NONE for none. */
static uint32_t aimed_at(const isn_work *k, const isn_ev *e) {
    enum { NEAR = 4 };
    for (uint32_t w = e->last; w + 1 < k->scan->nwords && w < e->last + NEAR; w++) {
        if (w > e->last && k->scan->words[w].flags & ISN_WF_BREAK)
            return ISN_NONE;
        if (!(k->wc[w] & ISN_WC_VERB))
            continue;
        uint32_t n = k->m->numbers.at[w + 1];
        bool counted = n != ISN_NONE && k->m->numbers.ptr[n].first == w + 1 &&
                       k->m->numbers.ptr[n].noun != ISN_NONE;
        uint32_t at = counted ? k->m->numbers.ptr[n].noun : w + 1;
        uint32_t c = k->m->entities.cover[at];
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        bool behind = x != NULL && (counted || x->first == at) && !isn_role_is_place(x) &&
                      !(x->flags & ISN_EF_ADJ);
        return behind && !(isn_work_pre(k, w + 1, x->reading) & ~(unsigned)ISN_CL_AL) ? c
                                                                                      : ISN_NONE;
    }
    return ISN_NONE;
}

/* عقوبات شملت تجميد أصول قائدين ومنع السفر على …: whom the measures hit that the sanctions are made of. */
/* هجوم نسبته السلطات إلى التنظيم: to whom the deed right before is ascribed, is said to have done it. */
void isn_role_ascribed(isn_work *k, isn_ev *e) {
    enum { NEAR = 3 };
    if (!e->ascribes || !e->recipients.n || e == k->evs.ptr)
        return;
    isn_ev *deed = e - 1;
    const isn_entity *x = isn_work_entity(k, e->recipients.ptr[0]);
    if (x->kind == ISN_ENT_PEOPLE && !(x->flags & ISN_EF_PLURAL) &&
        isn_work_pre(k, x->first, x->reading) & ISN_CL_AL)
        return; /* إلى المعتدي ذاته: whoever that is */
    if (deed->sentence == e->sentence && !deed->verb && isn_role_is_deed(deed) && !deed->actors.n &&
        e->first - deed->last <= NEAR)
        deed->actors = e->recipients;
}

void isn_role_measures(isn_work *k, isn_ev *e) {
    if (e->event != ISN_EV_SANCTION || e->recipients.n)
        return;
    uint32_t hit = e->mode != ISN_MODE_CONVICT ? aimed_at(k, e) : ISN_NONE;
    if (hit != ISN_NONE) {
        isn_refs_add(&e->recipients, hit);
        return;
    }
    enum {
        NEAR = 16,
        BEHIND_ASIDES = 28
    }; /* قضت المحكمة، المنعقدة في كذا، برئاسة فلان، اليوم، بإعدام سبعة */
    uint32_t far = e->verb && e->mode == ISN_MODE_CONVICT ? BEHIND_ASIDES : NEAR;
    for (const isn_ev *q = e + 1, *end = k->evs.ptr + k->evs.len;
         q < end && q->sentence == e->sentence && q->first - e->last < far; q++) {
        if (q->verb && k->scan->words[q->first].reading[q->reading].pre & ISN_CL_WAW)
            return;
        bool measure = q->event == ISN_EV_SANCTION || q->event == ISN_EV_COERCE;
        measure |= far == BEHIND_ASIDES && isn_work_framed(k, q->row, ISN_FR_EXECUTION);
        if (!q->verb && measure && q->recipients.n) {
            e->recipients = q->recipients;
            return;
        }
    }
}

/* بإسقاط الحكومة، لابتزاز المسلحين: who stands right behind a noun that the clitic governs, in the clause that begins at the
 * word; ISN_NONE for none. */
static uint32_t whose_behind(const isn_work *k, uint32_t from, unsigned clitic) {
    enum { FAR = 6 };
    for (uint32_t w = from; w + 1 < k->scan->nwords && w < from + FAR; w++) {
        if (k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY) || k->fn[w] == ISN_FN_THAT ||
            (w > from && k->scan->words[w].flags & ISN_WF_STOP))
            return ISN_NONE;
        if (!(isn_work_pre(k, w, 0) & clitic) || k->m->entities.cover[w] != ISN_NONE ||
            k->taken[w] || k->fn[w] != ISN_NO_FN)
            continue;
        uint32_t c = k->m->entities.cover[w + 1];
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        if (x == NULL || x->first != w + 1 || k->scan->words[w + 1].flags & ISN_WF_BREAK ||
            isn_work_pre(k, w + 1, x->reading) & ~(unsigned)ISN_CL_AL || !isn_role_can_act(x) ||
            isn_work_pre(k, w, 0) & ISN_CL_AL)
            return ISN_NONE;
        return c;
    }
    return ISN_NONE;
}

/* لن نرضخ لابتزاز المسلحين، لضغوط واشنطن: to whom nobody yields. */
void isn_role_yields_to(const isn_work *k, isn_ev *e) {
    if (!(e->event == ISN_EV_REJECT || isn_type_refusal(e)) || e->recipients.n ||
        e->last >= k->scan->nwords || !(isn_work_pre(k, e->last, 0) & ISN_CL_LAM))
        return;
    uint32_t whom = whose_behind(k, e->last, ISN_CL_LAM);
    if (whom != ISN_NONE)
        isn_refs_add(&e->recipients, whom);
}

/* أطلقوا النار على دورية، فردت على مصادر النيران: that they fired back and nothing else, of neither means nor victims, is no
 * blow of its own. */
void isn_role_only_answers(const isn_work *k, isn_ev *e) {
    enum { NEAR = 4 };
    if (e->event != ISN_EV_ASSAULT || !e->verb || e->mode || e->effect || e->actors.n != 1)
        return;
    for (uint32_t i = 0; i < e->recipients.n; i++) { /* مصادر النيران، لم تسجل إصابات */
        const isn_entity *x = isn_work_entity(k, e->recipients.ptr[i]);
        if (x->kind != ISN_ENT_SOURCE && x->table != ISN_T_CASUALTY)
            return;
    }
    const isn_ev *next = e + 1, *end = k->evs.ptr + k->evs.len;
    if (next < end && next->sentence == e->sentence && next->first - e->last < NEAR &&
        isn_work_pre(k, next->first, next->reading) & ISN_CL_BEH)
        return; /* فردت بإطلاق النار */
    for (const isn_ev *q = &k->evs.ptr[k->sentence_ev[e->sentence]]; q < e; q++)
        if (!q->dead && q->verb && q->event == ISN_EV_ASSAULT && !(q->flags & ISN_TG_PREVENT) &&
            isn_refs_has(&q->recipients, e->actors.ptr[0])) {
            e->dead = true;
            e->why = "only that they answered";
            return;
        }
}

/* غادر متوجها إلى الرياض للقاء الرئيس، وصل للاجتماع بالوزير: whom he came to meet. */
void isn_role_to_meet(const isn_work *k, isn_ev *e) {
    enum { FAR = 12 };
    if (e->event != ISN_EV_CONSULT || !e->verb || e->recipients.n)
        return;
    uint32_t end = k->scan->sentence_word[e->sentence + 1];
    for (uint32_t w = e->last; w + 1 < end && w < e->last + FAR; w++) {
        if (k->fn[w] == ISN_FN_THAT || k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY))
            return;
        if (!isn_role_is_purpose(k, w, ISN_EV_CONSULT))
            continue;
        uint32_t c = k->m->entities.cover[w + 1];
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        unsigned pre = x != NULL ? isn_work_pre(k, x->first, x->reading) : 0;
        if (x != NULL && x->first == w + 1 && x->kind != ISN_ENT_PLACE && isn_role_can_act(x) &&
            !(pre & ~(unsigned)(ISN_CL_AL | ISN_CL_BEH)) && !isn_refs_has(&e->actors, c))
            isn_refs_add(&e->recipients, c);
        return;
    }
}

/* رفض الحوثيون مبادرة المبعوث، رفضت طهران طلب واشنطن: whose demand or proposal it is that is refused. */
void isn_role_refused(const isn_work *k, isn_ev *e) {
    enum { FAR = 8 };
    if (e->event != ISN_EV_REJECT || e->recipients.n)
        return;
    uint32_t end = k->scan->sentence_word[e->sentence + 1];
    for (uint32_t w = e->last; w + 1 < end && w < e->last + FAR; w++) {
        if (k->scan->words[w].flags & ISN_WF_BREAK || k->fn[w] == ISN_FN_THAT)
            return;
        if (!isn_role_cue(k, w, ISN_CUE_DEMAND) && !isn_role_cue(k, w, ISN_CUE_PROPOSAL))
            continue;
        uint32_t c = k->m->entities.cover[w + 1];
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        if (x == NULL || x->first != w + 1 || k->scan->words[w + 1].flags & ISN_WF_BREAK ||
            isn_work_pre(k, w, 0) & ISN_CL_AL || isn_work_pronoun(k, w) ||
            isn_work_pre(k, w + 1, x->reading) & ~(unsigned)ISN_CL_AL || !isn_role_can_act(x) ||
            isn_refs_has(&e->actors, c))
            return;
        isn_refs_add(&e->recipients, c);
        return;
    }
}

/* أكد المتحدث أن طهران لن ترضخ: who will not is told right before the words, and is not he that says so. */
void isn_role_will_not(const isn_work *k, isn_ev *e) {
    uint32_t c = e->first > k->s0[e->sentence] ? k->m->entities.cover[e->first - 1] : ISN_NONE;
    if ((e->event != ISN_EV_REJECT && e->event != ISN_EV_THREATEN) || e->verb || c == ISN_NONE ||
        k->fn[e->first] != ISN_FN_LAN)
        return;
    const isn_entity *x = isn_work_entity(k, c);
    bool body = x->kind == ISN_ENT_ACTOR || x->table == ISN_T_COUNTRY || x->flags & ISN_EF_CAPITAL;
    if (!body || x->last != e->first || !isn_role_can_act(x) || x->flags & ISN_EF_ADJ ||
        isn_work_pronoun(k, x->first) || isn_clause_prep(k, x->first, x->reading) != ISN_NO_FN)
        return;
    e->actors.n = 0;
    isn_refs_add(&e->actors, c);
}

/* هدد بفرض عقوبات على مسؤولين: whom what is threatened would hit. */
void isn_role_threatened(const isn_work *k, isn_ev *e) {
    bool pledge =
        e->event == ISN_EV_AID && e->type == ISN_TY_COMMITMENT; /* التزام بتقديم مليون للسلطة */
    if ((e->event != ISN_EV_THREATEN && !pledge) || e->recipients.n ||
        e + 1 == k->evs.ptr + k->evs.len)
        return;
    const isn_ev *q = e + 1;
    bool near = q->sentence == e->sentence && q->first - e->last < 6 && !q->verb;
    if (!near) { /* هدد بإسقاط الحكومة */
        uint32_t whom = whose_behind(k, e->last, ISN_CL_BEH);
        if (whom != ISN_NONE && e->event == ISN_EV_THREATEN && e->verb)
            isn_refs_add(&e->recipients, whom);
        return;
    }
    if (q->event == ISN_EV_NONE && !q->verb && q + 1 < k->evs.ptr + k->evs.len &&
        q[1].first == q->last)
        q++; /* بمواصلة استهداف السفن */
    if (q->verb || k->scan->words[q->first].flags & ISN_WF_BREAK)
        return;
    if (q->recipients.n)
        e->recipients = q->recipients;
    for (uint32_t i = 0; i < q->places.n; i++) { /* هدد بضرب إيران، باستهداف إسرائيل والسفن */
        const isn_entity *x = isn_work_entity(k, q->places.ptr[i]);
        if (x->table == ISN_T_COUNTRY && x->first >= q->last && isn_role_can_act(x) &&
            isn_clause_prep(k, x->first, x->reading) == ISN_NO_FN)
            isn_refs_add(&e->recipients, q->places.ptr[i]);
    }
}

/* أدانت مصر، في بيان، الغارات الإسرائيلية: what is condemned stands behind an aside that follows the subject. */
static bool ends_aside(const isn_work *k, const isn_ev *e, const isn_ev *deed) {
    const isn_word *words = k->scan->words;
    uint32_t w = e->actors.n ? isn_work_entity(k, e->actors.ptr[0])->last : 0;
    if (!e->verb || w <= e->last || w >= deed->first || !(words[w].flags & ISN_WF_COMMA) ||
        !(words[deed->first].flags & ISN_WF_COMMA) ||
        (isn_work_pre(k, deed->first, deed->reading) & ~(unsigned)ISN_CL_BEH) != ISN_CL_AL)
        return false;
    for (uint32_t i = w; i < deed->first; i++)
        if (k->wc[i] & (ISN_WC_VERB | ISN_WC_SAY) || words[i].flags & ISN_WF_STOP ||
            (i > w && words[i].flags & ISN_WF_COMMA))
            return false;
    return true;
}

/* أدانت مصر القصف الإسرائيلي، نددت النقابة باعتقال الشرطة صحفيين: who did what is condemned is who is blamed. */
void isn_role_condemned(const isn_work *k, isn_ev *e) {
    enum { NEAR = 8 };
    if (e->event != ISN_EV_ACCUSE || e->recipients.n)
        return;
    for (const isn_ev *q = e + 1, *end = k->evs.ptr + k->evs.len;
         q < end && q->sentence == e->sentence && q->first - e->last < NEAR; q++) {
        bool deed = isn_role_is_deed(q) || q->event == ISN_EV_NONE;
        bool told = q->verb && q->flags & ISN_TG_LIGHT && q > e + 1 && !q->passive &&
                    (k->fn[q->first - 1] == ISN_FN_WHO ||
                     k->scan->words[q->first].reading[q->reading].suf != ISN_SUF_NONE);
        if (told && q->actors.n) { /* الهجوم الذي نفذته الحركة، الاعتداء الذي قام به الجيش */
            e->recipients = q->actors;
            return;
        }
        if (q->event == ISN_EV_ACCUSE && !q->verb && q->last > q->first + 1 &&
            isn_role_begins_with_beh(k, q->first))
            continue; /* بأشد العبارات: how it is condemned */
        if (q->event == ISN_EV_ACCUSE && !q->verb && !q->attends && q->first > e->last &&
            k->fn[q->first - 1] == ISN_FN_AN)
            continue; /* أعرب عن إدانته للهجوم الذي شنته الجماعة */
        if (q->verb || q->attends || !deed ||
            (k->scan->words[q->first].flags & ISN_WF_BREAK && !ends_aside(k, e, q)))
            return;
        for (uint32_t i = 0; i < q->actors.n; i++)
            if (!e->actors.n || q->actors.ptr[i] != e->actors.ptr[0])
                isn_refs_add(&e->recipients, q->actors.ptr[i]);
        if (e->recipients.n)
            return;
    }
}

/* بتراجع، بتنازل، برحيل: a noun of giving way. */
static bool to_give_way(const isn_work *k, uint32_t w) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *p = k->scan->text->fold + t->fold;
    if (t->fold_len == 5 && p[1] == ISN_F_REH && p[2] == ISN_F_HAH && p[3] == ISN_F_YEH &&
        p[4] == ISN_F_LAM)
        return true; /* برحيل */
    for (uint32_t h = k->scan->word_hit[w]; h < k->scan->word_hit[w + 1]; h++)
        for (unsigned i = 0; i < k->scan->hits[h].nsenses; i++) {
            const isn_sense *s = &k->scan->hits[h].senses[i];
            if (s->table == ISN_T_TRIGGER &&
                isn_work_trigger(k, s->row, ISN_TRIGGER_EVENT) == ISN_EV_CONCEDE)
                return true;
        }
    return false;
}

static bool governs_state(const isn_entity *x) {
    return x->kind == ISN_ENT_ACTOR && (x->sector == ISN_SEC_GOV || x->sector == ISN_SEC_LEG);
}

/* شدد على وجوب انسحاب إسرائيل، طالب بانسحاب الميليشيا من المدن: who is to do what is demanded is of whom it is demanded. */
void isn_role_demanded(const isn_work *k, isn_ev *e) {
    enum { NEAR = 18 };
    uint32_t whom = e->event == ISN_EV_REQUEST && !e->recipients.n && e->verb
                        ? whose_behind(k, e->last, ISN_CL_BEH)
                        : ISN_NONE;
    if (whom != ISN_NONE && to_give_way(k, isn_work_entity(k, whom)->first - 1) &&
        !isn_refs_has(&e->actors, whom)) {
        isn_refs_add(&e->recipients, whom); /* طالبوا بتراجع الحكومة، برحيل النظام */
        return;
    }
    const isn_ev *q = e + 1;
    if (e->event != ISN_EV_REQUEST || e->recipients.n || q == k->evs.ptr + k->evs.len ||
        q->sentence != e->sentence || q->verb || q->first - e->last >= NEAR)
        return;
    bool need = q->event == ISN_EV_REQUEST; /* ضرورة انسحاب إسرائيل */
    bool ousted = q->event == ISN_EV_SANCTION || q->event == ISN_EV_COERCE; /* إقالة الحكومة */
    const isn_refs *who = need || ousted ? &q->recipients : &q->actors;
    if ((!need && !ousted && q->event != ISN_EV_RETREAT) || !who->n)
        return;
    if (ousted && !governs_state(isn_work_entity(k, who->ptr[0])))
        return;
    for (uint32_t w = e->last; w <= q->first; w++)
        if (k->scan->words[w].flags & ISN_WF_STOP || k->wc[w] & ISN_WC_VERB)
            return;
    const isn_entity *x = isn_work_entity(k, who->ptr[0]);
    if (x->first == q->last && isn_role_can_act(x) && !isn_refs_has(&e->actors, who->ptr[0]))
        e->recipients = *who;
}

/* صد الجيش هجوما للفصائل، هجمات شنتها القوات: who is repelled is who attacked. */
void isn_role_repelled(const isn_work *k, isn_ev *e) {
    enum { NEAR = 10 };
    if (!(e->flags & ISN_TG_PREVENT) || e->event != ISN_EV_ASSAULT || e->recipients.n)
        return;
    for (const isn_ev *q = e + 1, *end = k->evs.ptr + k->evs.len;
         q < end && q->sentence == e->sentence && q->first - e->last < NEAR; q++) {
        if (q->event != ISN_EV_ASSAULT && !(q->flags & ISN_TG_LIGHT))
            return;
        if (q->actors.n) {
            e->recipients = q->actors;
            return;
        }
    }
}

/* طائرة مسيرة أطلقتها الجماعة: what the verb describes is a weapon. */
static bool describes_weapon(const isn_work *k, const isn_ev *q) {
    uint32_t c = q->first ? k->m->entities.cover[q->first - 1] : ISN_NONE;
    return c != ISN_NONE && isn_work_entity(k, c)->flags & ISN_EF_WEAPON;
}

/* أسقطت الدفاعات مسيرة أوكرانية, and اعترضت صاروخا أطلقته الجماعة: whose weapon was brought down is struck, but who
 * sent one, where it is told, attacked. */
void isn_role_downed(isn_work *k, isn_ev *e) {
    enum { NEAR = 22 };
    bool down = isn_role_downs(k, e);
    if (!down && (e->event != ISN_EV_ASSAULT || e->dead ||
                  isn_work_slot(k, e->row, ISN_FRAME_OBJECT) != ISN_SLOT_TARGET))
        return;
    if (down && e->verb) {
        isn_role_walk p;
        isn_role_walk_after(k, e, &p);
        uint32_t one = isn_role_bare_at(&p, 0), two = isn_role_bare_at(&p, 1);
        uint32_t object = two != ISN_NONE && !e->passive ? two : one;
        if (object != ISN_NONE && isn_role_owned_weapon(isn_work_entity(k, object)) &&
            (e->passive || !e->actors.n || e->actors.ptr[0] != object))
            isn_refs_add(&e->recipients, object);
    }
    for (isn_ev *q = e + 1, *end = k->evs.ptr + k->evs.len;
         q < end && q->sentence == e->sentence && q->first - e->last < NEAR; q++) {
        uint8_t suf = k->scan->words[q->first].reading[q->reading].suf;
        if (q->verb && suf >= ISN_SUF_HU && suf <= ISN_SUF_HUNNA && q->actors.n) {
            if (isn_work_slot(k, q->row, ISN_FRAME_OBJECT) != ISN_SLOT_WEAPON ||
                !(down || describes_weapon(k, q)))
                return;
            for (isn_ev *d = e; d < q; d++)
                d->dead = true, d->why = "of an attack that is told";
            return;
        }
        if (q->event != ISN_EV_ASSAULT)
            return;
    }
}

/* فضت الشرطة فجر أمس اعتصام: between a verb and the protest that is its object stand its subject, the time, a على. */
static bool falls_on(const isn_work *k, const isn_ev *e, const isn_ev *q) {
    enum { WORDS = 7 };
    bool on = e->event == ISN_EV_ASSAULT && q->first > e->last && k->fn[q->first - 1] == ISN_FN_ALA;
    if (q->first - e->last > WORDS)
        return false;
    for (uint32_t w = e->last; w < q->first - on; w++) {
        uint32_t c = k->m->entities.cover[w];
        bool time = k->taken[w] || isn_work_has(k, w, ISN_T_DATEWORD);
        if (k->scan->words[w].flags & ISN_WF_BREAK || k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY) ||
            (c != ISN_NONE && !time && !isn_refs_has(&e->actors, c)) ||
            (c == ISN_NONE && k->fn[w] != ISN_NO_FN && !time))
            return false;
    }
    return true;
}

/* فضت الشرطة اعتصام المعلمين، فرقت وقفة نظمها محامون، اعتدوا على مسيرة الطلاب: who protests is whom it falls on. */
static void on_protest(const isn_work *k, isn_ev *e) {
    const isn_ev *q = e + 1, *end = k->evs.ptr + k->evs.len;
    while (q < end && q->dead && q->mode == e->mode)
        q++; /* استخدموا الغاز لتفريق مظاهرة */
    if (e->dead || e->recipients.n || q == end || q->sentence != e->sentence ||
        (e->event != ISN_EV_COERCE && e->event != ISN_EV_ASSAULT) || q->event != ISN_EV_PROTEST ||
        q->verb || isn_work_pre(k, q->first, q->reading) || q->first < e->last ||
        !falls_on(k, e, q))
        return;
    for (uint32_t i = 0; i < q->actors.n; i++)
        isn_refs_add(&e->recipients, q->actors.ptr[i]);
}

void isn_role_on_protests(isn_work *k) {
    for (uint32_t i = 0; i < k->evs.len; i++)
        on_protest(k, &k->evs.ptr[i]);
}

/* قصف مدرسة تؤوي نازحين: no help that is given, but who was in the house. */
void isn_role_sheltered(isn_work *k, isn_ev *e) {
    const isn_ev *hit = e > k->evs.ptr ? e - 1 : NULL;
    const isn_word *word = &k->scan->words[e->first];
    if (e->event == ISN_EV_AID && !e->verb && e->first > 0 &&
        isn_role_is_vehicle(k, e->first - 1) &&
        !isn_work_pre(k, e->first, e->reading)) { /* شاحنة مساعدات */
        e->dead = true;
        e->why = "describes a vehicle";
        return;
    }
    if (e->event != ISN_EV_AID || hit == NULL || hit->sentence != e->sentence ||
        hit->event != ISN_EV_ASSAULT || e->first - hit->last > 8 || word->flags & ISN_WF_BREAK ||
        word->reading[e->reading].pre & (ISN_CL_WAW | ISN_CL_FEH))
        return;
    bool describes =
        e->verb && (e->form & ISN_FORM_KIND) == ISN_FORM_IMPF && k->fn[e->first - 1] == ISN_NO_FN;
    bool kind_of_house = !e->verb && isn_work_has(k, e->first - 1, ISN_T_PLACEWORD);
    if (!describes && !kind_of_house)
        return;
    e->dead = true;
    e->why = "describes a place";
    isn_role_walk p;
    isn_role_walk_after(k, e, &p);
    isn_ev *into = &k->evs.ptr[e - k->evs.ptr - 1];
    if (describes && !into->recipients.n)
        isn_role_give_all(k, into, ISN_SLOT_VICTIM, &p, 0);
}

/* غارة على مركز لاحتجاز المهاجرين، قصف مركز إيواء للنازحين، دارا للأيتام: whom the house is for. */
void isn_role_kept_in(const isn_work *k, isn_ev *e) {
    enum { FAR = 6 };
    if (e->event != ISN_EV_ASSAULT || e->recipients.n)
        return;
    uint32_t end = k->scan->sentence_word[e->sentence + 1];
    for (uint32_t w = e->last; w + 1 < end && w < e->last + FAR; w++) {
        if (k->scan->words[w].flags & ISN_WF_BREAK || k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY))
            return;
        if (!isn_role_is_house(k, w) && !isn_work_has(k, w, ISN_T_PLACEWORD) &&
            !isn_work_has(k, w, ISN_T_SITE))
            continue;
        bool use = k->wc[w + 1] & ISN_WC_TRIGGER && w + 2 < end; /* احتجاز، لإيواء */
        uint32_t at = use ? w + 2 : w + 1, c = k->m->entities.cover[at];
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        unsigned pre = x != NULL ? isn_work_pre(k, at, x->reading) : 0;
        if (x == NULL || x->first != at || x->kind != ISN_ENT_PEOPLE || x->side == ISN_SIDE_ARMED ||
            k->scan->words[at].flags & ISN_WF_BREAK || k->scan->words[w + 1].flags & ISN_WF_BREAK ||
            !(pre & (ISN_CL_AL | ISN_CL_LAM)) || (!use && !(pre & ISN_CL_LAM)))
            return;
        isn_refs_add(&e->recipients, c);
        return;
    }
}

/* دمرت المقاتلات مخبأ تستخدمه الجماعة، مبنى يتخذه المسلحون مقرا: of a blow on a house, whom it falls on is who has the house. */
void isn_role_used_by(const isn_work *k, isn_ev *e) {
    enum { FAR = 8 };
    if (isn_work_slot(k, e->row, ISN_FRAME_OBJECT) != ISN_SLOT_TARGET)
        return;
    uint32_t end = k->scan->sentence_word[e->sentence + 1];
    for (uint32_t w = e->last; w + 1 < end && w < e->last + FAR; w++) {
        if (k->scan->words[w].flags & (ISN_WF_STOP | ISN_WF_COMMA | ISN_WF_COLON))
            return;
        uint32_t last;
        if (!isn_match_kind(&last, k->scan, w, ISN_T_CUE, ISN_CUE_KIND, ISN_CUE_USED_BY, 0))
            continue;
        uint32_t c = last < end ? k->m->entities.cover[last] : ISN_NONE;
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        bool holds = x != NULL && x->first == last && x->kind == ISN_ENT_PEOPLE &&
                     x->side != ISN_SIDE_ARMED; /* خيمة تؤوي صحفيين */
        if (!isn_work_pronoun(k, last - 1) && !holds)
            return;
        if (x != NULL && !isn_role_is_place(x) && isn_role_can_act(x))
            isn_role_give(k, e, ISN_SLOT_RECIPIENT, c);
        return;
    }
}

/* الحركة التي تقاتل الحكومة في كذا: who she is, and no fight that is told. */
void isn_role_at_war(isn_work *k, isn_ev *e) {
    if (e->event != ISN_EV_ASSAULT || !e->verb || e->effect || e->first < 2 || e->mode ||
        (e->form & ISN_FORM_KIND) != ISN_FORM_IMPF || k->fn[e->first - 1] != ISN_FN_WHO ||
        isn_work_slot(k, e->row, ISN_FRAME_BAYN) != ISN_SLOT_ACTOR || e->ntakes)
        return;
    uint32_t c = k->m->entities.cover[e->first - 2];
    if (c == ISN_NONE || isn_work_entity(k, c)->kind != ISN_ENT_ACTOR || !e->recipients.n)
        return;
    e->dead = true;
    e->why = "describes a party";
}

/* المناطق التي تسيطر عليها الفصائل، مبنى يتحصن فيه مسلحون: a state of the place, and nothing that happened. Who holds it is
 * whom a blow on it is meant for. */
void isn_role_holds_place(isn_work *k, isn_ev *e) {
    enum { NEAR = 8 };
    isn_ev *hit = e > k->evs.ptr ? e - 1 : NULL;
    const isn_word *word = &k->scan->words[e->first];
    if ((e->event != ISN_EV_MOBILIZE && e->event != ISN_EV_ASSAULT) || !e->verb || e->effect ||
        e->flags & ISN_TG_LIGHT || (e->form & ISN_FORM_KIND) != ISN_FORM_IMPF ||
        word->flags & ISN_WF_BREAK || word->reading[e->reading].pre || !e->first)
        return;
    uint32_t w = e->last;
    if (e->event == ISN_EV_MOBILIZE &&
        isn_role_where_word(k, e->first - 1)) { /* المطار، حيث تتمركز قوات */
        e->dead = true;
        e->why = "describes a place";
        return;
    }
    bool describes = k->fn[e->first - 1] == ISN_FN_WHO || k->fn[e->first - 1] == ISN_NO_FN;
    if (!describes || w >= k->scan->nwords || k->fn[w] != ISN_FN_OTHER ||
        !isn_work_has(k, w, ISN_T_FUNC) || !isn_work_pronoun(k, w))
        return;
    e->dead = true;
    e->why = "describes a place";
    if (!hit || hit->sentence != e->sentence || hit->event != ISN_EV_ASSAULT ||
        e->first - hit->last >= NEAR)
        return;
    uint32_t holder = w + 1 < k->scan->nwords ? k->m->entities.cover[w + 1] : ISN_NONE;
    const isn_entity *x = holder != ISN_NONE ? isn_work_entity(k, holder) : NULL;
    if (x && !hit->recipients.n && (isn_role_fights(x) || x->side == ISN_SIDE_ARMED))
        isn_refs_add(&hit->recipients, holder);
    for (uint32_t i = 0; i < e->places.n; i++)
        isn_refs_add(&hit->places, e->places.ptr[i]);
}

/* استهداف انتشار لجنود العدو في محيط الثكنة، وتجمع لآلياته: the men and vehicles that a blow falls on. */
void isn_role_struck_company(isn_work *k, isn_ev *e) {
    enum { NEAR = 24 };
    uint32_t c = e->last < k->scan->nwords ? k->m->entities.cover[e->last] : ISN_NONE;
    if (e->event != ISN_EV_MOBILIZE || e->verb || e->definite || c == ISN_NONE ||
        isn_clause_prep(k, e->last, isn_work_entity(k, c)->reading) != ISN_FN_LI ||
        isn_work_entity(k, c)->first != e->last || !isn_role_strikes(isn_work_entity(k, c)))
        return;
    for (isn_ev *q = e;
         q-- > k->evs.ptr && q->sentence == e->sentence && e->first - q->last < NEAR;) {
        if (q->event != ISN_EV_ASSAULT ||
            isn_work_slot(k, q->row, ISN_FRAME_OBJECT) != ISN_SLOT_TARGET)
            continue;
        if (!q->recipients.n || !isn_role_is_place(isn_work_entity(k, q->recipients.ptr[0])))
            isn_refs_add(&q->recipients, c);
        for (uint32_t i = 0; !q->places.n && i < e->places.n; i++)
            isn_refs_add(&q->places, e->places.ptr[i]);
        e->dead = true;
        e->why = "what is struck";
        return;
    }
}

/* Behind the blow before it in its sentence, what is struck: استهداف كمين، هاجموا كمينا، هجوم على كمين. */
static bool struck_by(const isn_work *k, const isn_ev *q, const isn_ev *e) {
    enum { NEAR = 6 };
    const isn_token *t = &k->scan->text->tokens[k->scan->words[e->first].token];
    if (q->sentence != e->sentence || q->event != ISN_EV_ASSAULT || !(q->flags & ISN_TG_ATTACK) ||
        isn_work_slot(k, q->row, ISN_FRAME_OBJECT) != ISN_SLOT_TARGET || e->first - q->last > NEAR)
        return false;
    if (!q->verb && e->first == q->last)
        return isn_work_pre(k, e->first, e->reading) == 0;
    if (!q->verb)
        return e->first == q->last + 1 && k->fn[q->last] == ISN_FN_ALA;
    return t->flags & ISN_TF_TANWIN || e->form & ISN_FORM_ACC;
}

/* استهداف كمين للجيش في العريش: a post on a road, as they call it in Egypt, and no ambush. */
void isn_role_struck_post(isn_work *k, isn_ev *e) {
    if (e->verb || e == k->evs.ptr || !isn_work_framed(k, e->row, ISN_FR_AMBUSH) ||
        !struck_by(k, e - 1, e))
        return;
    isn_ev *q = e - 1;
    uint32_t whose = e->last > e->first + 1 ? e->last - 1 : e->last; /* كمين للشرطة is one phrase */
    uint32_t c = whose < k->scan->nwords ? k->m->entities.cover[whose] : ISN_NONE;
    if (c != ISN_NONE && isn_work_entity(k, c)->first == whose &&
        !(k->scan->words[whose].flags & ISN_WF_BREAK) &&
        isn_role_state_force(isn_work_entity(k, c)))
        isn_refs_add(&q->recipients, c);
    for (uint32_t i = 0; !q->places.n && i < e->places.n; i++)
        isn_refs_add(&q->places, e->places.ptr[i]);
    e->dead = true;
    e->why = "what is struck";
}

/* وأضاف أنها ضبطت: a verb of saying without its speaker and a pronoun, then the deed. */
static bool adds_of_them(const isn_work *k, const isn_ev *e) {
    uint32_t that = e->first - 1;
    if (e->first < k->s0[e->sentence] + 2 || k->fn[that] != ISN_FN_THAT ||
        that != k->s0[e->sentence] + 1 || !isn_work_has(k, that - 1, ISN_T_SPEECH))
        return false;
    uint8_t suf = isn_work_pronoun(k, that);
    bool several = (e->form & ISN_FORM_NUMBER) == ISN_FORM_PL;
    if (e->form & ISN_FORM_FEM)
        return suf == ISN_SUF_HA;
    return suf == (several ? ISN_SUF_HUM : ISN_SUF_HU);
}

/* "واستهدفوا أيضا دورية", "وتصدت لمسيرة": a sentence that begins with و and an active deed of no doer goes on with the doer
 * of the last deed told before it, which agrees. */
/* خطفت الجماعة ستة، فيما أطلقت سراح اثنين: who took them frees them, where nobody else is named. */
void isn_role_freed_by_taker(const isn_work *k, isn_ev *e) {
    if (e->effect != ISN_WHAT_RELEASED || !e->verb || e->actors.n || e->passive ||
        (e->form & ISN_FORM_KIND) != ISN_FORM_PERF)
        return;
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;) {
        if (q->effect != ISN_WHAT_CAPTURED || q->dead || !q->verb)
            continue;
        if (q->actors.n && isn_role_agrees_behind(k, e, isn_work_entity(k, q->actors.ptr[0]))) {
            e->actors = q->actors;
            e->shared = true;
        }
        return;
    }
}

/* رعت مسقط مفاوضات بين طهران وواشنطن في كذا: they that talk are whom the mediator meets, and where they talk is where he does. */
void isn_role_mediated(const isn_work *k, isn_ev *e) {
    enum { OBJECT = 8 };
    const isn_ev *talks = e + 1;
    if (!e->verb || e->recipients.n || talks == k->evs.ptr + k->evs.len ||
        e->event != ISN_EV_CONSULT || !isn_work_framed(k, e->row, ISN_FR_MEDIATE) ||
        talks->sentence != e->sentence || talks->verb || talks->event != ISN_EV_CONSULT ||
        talks->first - e->last > OBJECT)
        return;
    e->recipients = talks->actors;
    if (!e->places.n)
        e->places = talks->places;
}

/* أجلى الصليب الأحمر خمسين جريحا: who is brought to safety has been wounded before, and that is not what is told. */
void isn_role_brought_out(const isn_work *k, isn_ev *e) {
    enum { OBJECT = 6 };
    if (e->verb || e->dead || e->event != ISN_EV_ASSAULT || !(e->flags & ISN_TG_CASUALTY) ||
        e == k->evs.ptr || !isn_work_has(k, e->first, ISN_T_CASUALTY))
        return;
    const isn_ev *q = e - 1;
    if (q->sentence != e->sentence || q->event != ISN_EV_AID || q->dead || q->denied ||
        q->negative || !isn_work_framed(k, q->row, ISN_FR_RESCUE) || e->first - q->last > OBJECT)
        return;
    bool wounded = false;
    for (uint32_t w = q->last; w <= e->first; w++) {
        uint32_t n = k->m->numbers.at[w];
        wounded |= n != ISN_NONE && k->m->numbers.ptr[n].noun == e->first &&
                   isn_count_casualty_what(k, k->m->numbers.ptr[n].noun_row) == ISN_WHAT_WOUNDED;
        if (w < e->first && (k->scan->words[w].flags & ISN_WF_BREAK || k->wc[w] & ISN_WC_VERB ||
                             k->fn[w] != ISN_NO_FN))
            return;
    }
    if (wounded)
        e->dead = true, e->why = "brought to safety";
}

/* انهال مستوطنون على مزارع، فيما أضرم آخرون النار: others of those that acted before it. */
void isn_role_others_too(const isn_work *k, isn_ev *e) {
    if (!e->verb || e->actors.n || e->passive || e->effect || e->last >= k->scan->nwords ||
        e->event != ISN_EV_ASSAULT || !isn_work_has(k, e->last, ISN_T_FUNC) ||
        !isn_work_has(k, e->last, ISN_T_CUE) || k->scan->words[e->last].flags & ISN_WF_BREAK)
        return;
    const isn_token *t = &k->scan->text->tokens[k->scan->words[e->last].token];
    const uint8_t *end = isn_token_end(k->scan->text, t);
    if (t->fold_len < 4 || end[-1] != ISN_F_NOON || end[-2] != ISN_F_WAW)
        return;
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;) {
        const isn_entity *x = q->actors.n && !q->dead ? isn_work_entity(k, q->actors.ptr[0]) : NULL;
        if (x == NULL || x->kind == ISN_ENT_PERSON || x->table == ISN_T_TITLE)
            continue;
        e->actors = q->actors;
        e->shared = true;
        return;
    }
}

/* فرقت الشرطة وقفة نظمتها الحركة. واعتقلت: a clause that says of a noun what was done to it tells by the way who did that. */
static bool by_the_way(const isn_work *k, const isn_ev *q) {
    const isn_reading *r = &k->scan->words[q->first].reading[q->reading];
    return r->suf && !r->pre && q->first > k->s0[q->sentence] && k->fn[q->first - 1] == ISN_NO_FN &&
           !(k->wc[q->first - 1] & (ISN_WC_VERB | ISN_WC_SAY)) &&
           !(k->scan->words[q->first].flags & ISN_WF_BREAK);
}

void isn_role_goes_on_from_before(const isn_work *k, isn_ev *e, const isn_role_walk *p) {
    uint32_t s = e->sentence;
    bool shown = (e->form & ISN_FORM_NUMBER) == ISN_FORM_PL || e->form & ISN_FORM_FEM;
    bool court = e->event == ISN_EV_SANCTION && e->mode == ISN_MODE_CONVICT; /* كما قضت بالسجن */
    if (e->actors.n || e->passive || s == 0 || !(isn_role_is_deed(e) || court) ||
        !((isn_role_goes_on(k, e) && shown) || adds_of_them(k, e)) ||
        (e->form & ISN_FORM_KIND) != ISN_FORM_PERF ||
        isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) != ISN_SLOT_ACTOR ||
        (e->effect && e->form & ISN_FORM_FEM && isn_role_bare_at(p, 0) == ISN_NONE) ||
        e->last >= k->scan->nwords ||
        (isn_work_pre(k, e->last, 0) & (ISN_CL_AL | ISN_CL_BEH)) == ISN_CL_AL)
        return; /* وأغلقت المدارس أبوابها */
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence + 1 >= s;) {
        if (q->sentence == s || !q->verb || q->dead || by_the_way(k, q))
            continue;
        if (!q->actors.n || q->title)
            return;
        const isn_entity *x = isn_work_entity(k, q->actors.ptr[0]);
        bool many = (e->form & ISN_FORM_NUMBER) == ISN_FORM_PL && x->kind == ISN_ENT_PEOPLE &&
                    x->flags & ISN_EF_PLURAL; /* مستوطنون … كما أحرقوا */
        bool sits = court && x->sector == ISN_SEC_JUD;
        if ((court ? sits : isn_role_armed(x) || many) && !(x->flags & ISN_EF_ADJ) &&
            !isn_role_is_place(x) && isn_role_agrees_behind(k, e, x)) {
            e->actors = q->actors;
            e->shared = true;
        }
        return;
    }
}

/* عدد قتلى الجيش والشرطة: the dead are theirs. */
void isn_role_dead_of(const isn_work *k, isn_ev *e) {
    uint32_t c = k->m->entities.cover[e->first];
    if (e->verb || c == ISN_NONE)
        return;
    const isn_entity *x = isn_work_entity(k, c);
    if (x->table != ISN_T_CASUALTY || x->org == ISN_NONE || x->first != e->first)
        return;
    if (!isn_role_both_sides(isn_work_entity(k, x->org))) /* قتلى من الطرفين */
        isn_refs_add(&e->recipients, x->org);
    for (uint32_t w = x->last, n = 0; n < 3 && w < k->scan->nwords; n++) {
        uint32_t next = k->m->entities.cover[w];
        if (next == ISN_NONE || isn_work_entity(k, next)->coord != c)
            break;
        isn_refs_add(&e->recipients, next);
        c = next;
        w = isn_work_entity(k, next)->last;
    }
}

/* أن السفير شخص غير مرغوب فيه، اعتبار موظف في القنصلية شخصا غير مرغوب فيه: who is unwelcome stands before the words. */
void isn_role_unwelcome(const isn_work *k, isn_ev *e) {
    enum { FAR = 18 };
    unsigned kind = e->form & ISN_FORM_KIND;
    if (e->event != ISN_EV_SANCTION || e->verb || e->recipients.n ||
        (kind != ISN_FORM_NAME && kind != ISN_FORM_NOUN) || e->mode != ISN_MODE_EXPEL)
        return;
    for (uint32_t w = e->first; w-- > k->s0[e->sentence] && e->first - w < FAR;) {
        uint32_t c = k->m->entities.cover[w];
        if (c == ISN_NONE)
            continue;
        const isn_entity *x = isn_work_entity(k, c);
        w = x->first;
        bool any = x->table == ISN_T_PEOPLE &&
                   isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) & ISN_PF_ANY;
        if (any || isn_role_is_place(x) || x->flags & ISN_EF_ADJ)
            continue;
        if (x->kind == ISN_ENT_PEOPLE || x->kind == ISN_ENT_PERSON || x->table == ISN_T_TITLE)
            isn_refs_add(&e->recipients, c);
        return;
    }
}

/* وجهت فرنسا اتهامات لإيران، أعادت واشنطن توجيه تهديدات: whose words the noun behind a light verb names. */
void isn_role_words_of(const isn_work *k, isn_ev *e) {
    enum { NEAR = 8 };
    if (e->verb || e->actors.n || !(e->flags & ISN_TG_SPEECH) || e->dead)
        return;
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;) {
        if (!(q->flags & ISN_TG_LIGHT) || e->first - q->last >= NEAR)
            return;
        if (!q->verb)
            continue;
        if (!q->passive && q->actors.n && isn_role_can_act(isn_work_entity(k, q->actors.ptr[0])) &&
            isn_work_slot(k, q->row, ISN_FRAME_SUBJECT) == ISN_SLOT_ACTOR)
            e->actors = q->actors;
        return;
    }
}

/* Those that work, learn or live somewhere, and their unions. */
static bool common_people(const isn_entity *x) {
    return x->sector == ISN_SEC_CVL || x->sector == ISN_SEC_LAB || x->sector == ISN_SEC_EDU ||
           x->sector == ISN_SEC_MED || x->sector == ISN_SEC_AGR || x->sector == ISN_SEC_BUS ||
           x->sector == ISN_SEC_JRN;
}

/* أكدت النقابة استمرار الإضراب، وأعلنوا مواصلة الاعتصام: who says that they go on with it. */
void isn_role_goes_on_with(const isn_work *k, isn_ev *e) {
    enum { WORDS = 5 };
    if (e->event != ISN_EV_PROTEST || e->verb || !e->definite || e->actors.n || e->attends)
        return;
    for (uint32_t w = e->first, s0 = k->s0[e->sentence]; w-- > s0 && e->first - w <= WORDS;) {
        if (k->fn[w] != ISN_NO_FN || k->scan->words[w + 1].flags & ISN_WF_BREAK)
            return;
        if (!(k->wc[w] & ISN_WC_VERB))
            continue;
        uint32_t subject =
            isn_work_has(k, w, ISN_T_SPEECH) ? isn_role_subject_before(k, e) : ISN_NONE;
        if (subject != ISN_NONE && common_people(isn_work_entity(k, subject)))
            isn_refs_add(&e->actors, subject);
        return;
    }
}

/* قتل الجيش انتحاريا، عملية لقتل انتحاري: he that others kill or take is no means of theirs, where nothing else in the
 * sentence tells of a suicide attack, and he does nothing himself. */
void isn_role_killed_bomber(const isn_work *k, isn_ev *e) {
    if (e->mode != ISN_MODE_SUICIDE_ATTACK)
        return;
    uint32_t with = isn_lex_list(k->lex, ISN_T_TRIGGER, e->row, ISN_TRIGGER_WITH);
    uint32_t s1 = k->scan->sentence_word[e->sentence + 1];
    bool befell = false;
    for (uint32_t w = k->s0[e->sentence]; w < s1; w++) {
        if (!isn_word_in_list(k->lex, &k->scan->words[w], with))
            continue;
        uint32_t c = k->m->entities.cover[w];
        bool his = false;
        for (uint32_t i = k->sentence_ev[e->sentence]; i < k->sentence_ev[e->sentence + 1]; i++) {
            const isn_ev *q = &k->evs.ptr[i];
            if (c == ISN_NONE || (!q->dead && isn_refs_has(&q->actors, c)))
                return;
            bool harm = q->effect == ISN_WHAT_KILLED || q->effect == ISN_WHAT_CAPTURED;
            his |= harm && isn_refs_has(&q->recipients, c);
        }
        if (!his)
            return;
        befell = true;
    }
    if (befell)
        e->mode = 0;
}

/* طالب سكان في مسيرة بكذا، دعا محتجون إلى كذا خلال تظاهرة: the people that demand it there are those that march. */
void isn_role_demand_there(const isn_work *k, isn_ev *e) {
    enum { WORDS = 10 };
    const isn_ev *q = e - 1;
    if (e->event != ISN_EV_PROTEST || e->verb || e->actors.n || e == k->evs.ptr ||
        q->sentence != e->sentence || !q->verb || q->passive || q->event != ISN_EV_REQUEST ||
        !q->actors.n || e->first - q->last > WORDS)
        return;
    bool there = k->fn[e->first - 1] == ISN_FN_FI || isn_work_has(k, e->first - 1, ISN_T_DATEWORD);
    for (uint32_t i = 0; there && i < q->actors.n; i++)
        if (isn_work_entity(k, q->actors.ptr[i])->kind == ISN_ENT_PEOPLE)
            isn_refs_add(&e->actors, q->actors.ptr[i]);
}

/* رشق أعوان الأمن بالحجارة: forces do not demonstrate, it is they that are met. Behind a verb that takes no object (أضرب حراس السجون)
 * they do. */
void isn_role_met_by_protest(const isn_work *k, isn_ev *e) {
    uint32_t n = 0;
    bool by_them = e->verb && isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_TOPIC;
    for (uint32_t i = 0; e->event == ISN_EV_PROTEST && i < e->actors.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->actors.ptr[i]);
        bool force = x->sector == ISN_SEC_COP || x->sector == ISN_SEC_MIL;
        if (force && x->first >= e->last && !(by_them && x->first == e->last))
            isn_refs_add(&e->recipients, e->actors.ptr[i]);
        else
            e->actors.ptr[n++] = e->actors.ptr[i];
    }
    if (e->event != ISN_EV_PROTEST || n == e->actors.n)
        return;
    e->actors.n = n;
    const isn_ev *p = e - 1;
    if (!n && e > k->evs.ptr && p->sentence == e->sentence && p->event == ISN_EV_PROTEST)
        e->actors = p->actors; /* غلق الطريق ورشق الأعوان */
}

/* ألقت باللوم في الهجوم على الحركة، وجه أصابع الاتهام إلى إسرائيل: the last party behind such a preposition, whatever stands
 * between. */
void isn_role_laid_on(const isn_work *k, isn_ev *e) {
    enum { FAR = 16 };
    uint32_t end = k->scan->sentence_word[e->sentence + 1], on = ISN_NONE;
    for (uint32_t w = e->last; w + 1 < end && w < e->last + FAR; w++) {
        if (k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY) || k->scan->words[w].flags & ISN_WF_STOP ||
            k->fn[w] == ISN_FN_THAT || k->fn[w] == ISN_FN_WHO || k->fn[w] == ISN_FN_WHILE)
            break;
        uint32_t c = k->m->entities.cover[w + 1];
        if ((k->fn[w] != ISN_FN_ALA && k->fn[w] != ISN_FN_ILA) || c == ISN_NONE ||
            isn_work_entity(k, c)->first != w + 1 ||
            isn_role_slot_prep(k, e, k->fn[w]) != ISN_SLOT_RECIPIENT)
            continue;
        const isn_entity *x = isn_work_entity(k, c);
        bool party = x->kind == ISN_ENT_ACTOR || x->kind == ISN_ENT_PERSON ||
                     (x->kind == ISN_ENT_PEOPLE && x->side == ISN_SIDE_ARMED) ||
                     (isn_role_is_place(x) && isn_role_can_act(x));
        if (party && !isn_refs_has(&e->actors, c))
            on = c;
    }
    if (on != ISN_NONE)
        isn_role_give(k, e, ISN_SLOT_RECIPIENT, on);
}

/* أشاد بموقف مدريد، ثمن جهود مصر، رحب بقرار باريس: whose the thing is that is praised. */
void isn_role_praised(const isn_work *k, isn_ev *e) {
    enum { FAR = 8 };
    uint32_t end = k->scan->sentence_word[e->sentence + 1];
    bool object = isn_work_slot(k, e->row, ISN_FRAME_OBJECT) != ISN_SLOT_TOPIC;
    for (const isn_ev *q = e + 1, *last = k->evs.ptr + k->evs.len;
         q < last && q->sentence == e->sentence; q++)
        if (q->event == ISN_EV_SUPPORT && !q->dead)
            return; /* أشادت بيقظة الأجهزة وأكدت وقوفها إلى جانب كذا: told there */
    for (uint32_t w = e->last; w + 1 < end && w < e->last + FAR; w++) {
        if (k->scan->words[w].flags & ISN_WF_STOP || k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY) ||
            k->fn[w] == ISN_FN_THAT || k->fn[w] == ISN_FN_WHO || k->fn[w] == ISN_FN_WHILE)
            return;
        uint32_t c = k->m->entities.cover[w + 1];
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        if (k->m->entities.cover[w] != ISN_NONE || k->fn[w] != ISN_NO_FN || x == NULL ||
            x->first != w + 1 || k->scan->words[w + 1].flags & ISN_WF_BREAK)
            continue;
        const isn_word *word = &k->scan->words[w];
        unsigned pre = isn_work_pre(k, w, 0);
        bool governed = false;
        for (unsigned r = 0; r < word->nreadings; r++)
            governed |= word->reading[r].pre == ISN_CL_BEH;
        if (!governed &&
            !(object && !pre && (w == e->last || k->m->entities.cover[w - 1] != ISN_NONE)))
            continue;
        if (pre & ISN_CL_AL || isn_count_suffixed(k, w) || !isn_role_can_act(x) ||
            isn_work_pre(k, w + 1, x->reading) & ~(unsigned)ISN_CL_AL ||
            isn_refs_has(&e->actors, c))
            return;
        isn_refs_add(&e->recipients, c);
        isn_refs_drop(&e->places, c);
        return;
    }
}

/* حملت الحكومة في بيان قوات الشرق مسؤولية الهجوم: on whom it is laid stands right before the word that the verb lives by. */
void isn_role_blamed(const isn_work *k, isn_ev *e) {
    enum { FAR = 24 };
    uint32_t list = isn_lex_trigger(k->lex, e->row)->needed;
    uint32_t end = k->scan->sentence_word[e->sentence + 1];
    if (list == UINT32_MAX || isn_work_slot(k, e->row, ISN_FRAME_OBJECT) != ISN_SLOT_RECIPIENT)
        return;
    for (uint32_t w = e->last; w < end && w < e->last + FAR; w++) {
        if (!isn_word_in_list(k->lex, &k->scan->words[w], list))
            continue;
        uint32_t c = k->m->entities.cover[w - 1];
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        bool behind = x != NULL && x->last == w && x->first > e->last;
        uint32_t named = behind && k->scan->words[x->first].flags & ISN_WF_PAREN
                             ? k->m->entities.cover[x->first - 1]
                             : ISN_NONE; /* قوات شرق ليبيا (الجيش الوطني) */
        if (named != ISN_NONE)
            c = named, x = isn_work_entity(k, c);
        bool party = behind && (x->kind == ISN_ENT_ACTOR || x->kind == ISN_ENT_PEOPLE) &&
                     isn_clause_prep(k, x->first, x->reading) == ISN_NO_FN;
        if (party && !isn_refs_has(&e->actors, c) && isn_work_pre(k, w, 0) == 0)
            isn_role_give(k, e, ISN_SLOT_RECIPIENT, c);
        return;
    }
}

/* أعربت الوزارة عن إدانة المملكة العربية السعودية الهجوم: the land whose voice it is, and not whom it condemns. */
void isn_role_own_voice(const isn_work *k, isn_ev *e) {
    for (uint32_t i = 0; e->flags & ISN_TG_SPEECH && i < e->recipients.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->recipients.ptr[i]);
        if (x->table != ISN_T_COUNTRY || x->first < 2 || k->fn[x->first - 2] != ISN_FN_AN)
            continue;
        for (uint32_t a = 0; a < e->actors.n; a++)
            if (isn_work_entity(k, e->actors.ptr[a])->country == x->country) {
                memmove(&e->recipients.ptr[i], &e->recipients.ptr[i + 1],
                        sizeof e->recipients.ptr[0] * (e->recipients.n - i - 1));
                e->recipients.n--;
                return;
            }
    }
}

/* وقفة أمام السفارة الفرنسية في باماكو: the town is in the name of the building, and where the protest is. */
void isn_role_in_front_of(const isn_work *k, isn_ev *e) {
    enum { NEAR = 14 };
    uint32_t s1 = k->scan->sentence_word[e->sentence + 1];
    for (uint32_t w = e->last; w + 1 < s1 && w < e->last + NEAR; w++) {
        uint32_t c = k->fn[w] == ISN_FN_FRONT ? k->m->entities.cover[w + 1] : ISN_NONE;
        if (c == ISN_NONE || isn_work_entity(k, c)->kind != ISN_ENT_ACTOR)
            continue;
        for (uint32_t t = c + 1;
             t < k->m->entities.len && isn_work_entity(k, t)->first < isn_work_entity(k, c)->last;
             t++)
            if (isn_role_is_place(isn_work_entity(k, t)) &&
                isn_work_entity(k, t)->table == ISN_T_PLACE)
                isn_refs_add(&e->places, t);
        return;
    }
}

/* Is the party, or the one that it is joined to, governed by the preposition? */
static bool under(const isn_work *k, uint32_t entity, uint8_t fn) {
    const isn_entity *x = isn_work_entity(k, entity);
    while (x->coord != ISN_NONE)
        x = isn_work_entity(k, x->coord);
    return isn_clause_prep(k, x->first, x->reading) == fn;
}

/* نسب التقرير مقتل 281 مدنيا إلى القوات: the deed is laid on those behind the preposition, and on none that it befell. */
void isn_role_charged_behind(const isn_work *k, isn_ev *e) {
    bool named = false;
    for (uint32_t i = 0; i < e->recipients.n; i++)
        named |= under(k, e->recipients.ptr[i], ISN_FN_ILA);
    for (uint32_t i = e->recipients.n; named && i-- > 0;)
        if (!under(k, e->recipients.ptr[i], ISN_FN_ILA))
            isn_refs_drop(&e->recipients, e->recipients.ptr[i]);
}
