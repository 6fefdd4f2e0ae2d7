/* chain_own.c: whose deed it is that somebody announces or denies, and whose words a demand, a charge, a threat are. Runs when
 * chain.c knows who speaks where. */
#include "claim/chainwork.h"
#include "claim/cuework.h"
#include "claim/rolework.h"

/* ارتفاع حصيلة اشتباكات، تسجيل غارة: a noun of its own, no date, no party, no word of the announcement. */
static bool other_noun(const isn_work *k, uint32_t w) {
    return k->scan->words[w].kind == ISN_TOK_WORD && k->fn[w] == ISN_NO_FN && !k->taken[w] &&
           k->m->entities.cover[w] == ISN_NONE && !(k->wc[w] & ISN_WC_TRIGGER) &&
           !(k->scan->words[w].flags & ISN_WF_BREAK) && !isn_work_has(k, w, ISN_T_DATEWORD) &&
           !isn_work_has(k, w, ISN_T_NUMERAL) && !isn_work_has(k, w, ISN_T_BOUND) &&
           !isn_work_has(k, w, ISN_T_FUNC) && !(isn_work_pre(k, w, 0) & ~(unsigned)ISN_CL_WAW);
}

/* أعلن الحرس مقتل قائد خلال اشتباكات: what is announced is the death. */
static bool happened_during(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s =
        isn_work_has(k, w, ISN_T_DATEWORD) && !k->taken[w] && k->wc[w + 1] & ISN_WC_TRIGGER
            ? isn_match_sense(&hit, k->scan, w, ISN_T_DATEWORD)
            : NULL;
    return s && isn_lex_int(k->lex, ISN_T_DATEWORD, s->row, ISN_DATEWORD_KIND) == ISN_DW_DURING;
}

/* Nothing that governs stands between the announcing words and the noun, but a clause on the announcer and the عن of
 * what is announced: أعلنت الوزارة، التي تتولى الملف، عن اعتقال. */
static bool directly(const isn_work *k, const isn_scope *s, const isn_ev *e) {
    for (uint32_t w = s->head_last; w < e->first; w++) {
        if (k->fn[w] == ISN_FN_WHO && k->scan->words[w].flags & ISN_WF_COMMA)
            while (w + 1 < e->first && !(k->scan->words[w + 1].flags & ISN_WF_COMMA))
                w++;
        else if (k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY) || happened_during(k, w) ||
                 k->fn[w] == ISN_FN_BECAUSE || k->fn[w] == ISN_FN_AFTER)
            return false; /* أعلنت الوزارة مقتل أربعة جراء تفجير: what they died of is not hers */
    }
    for (uint32_t w = s->head_last + 1; w < e->first; w++) {
        uint32_t c = k->m->entities.cover[w];
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        if (x && x->first == w && x->kind == ISN_ENT_ACTOR && x->flags & ISN_EF_ARMED &&
            !(x->flags & ISN_EF_ADJ) && k->wc[w - 1] & ISN_WC_TRIGGER)
            return false; /* أعلن المتحدث تنفيذ وحدات الجيش غارة */
    }
    const isn_reading *r = &k->scan->words[e->first].reading[e->reading];
    if (e->first > s->head_last && !(r->pre & ISN_CL_WAW) && other_noun(k, e->first - 1))
        return false;
    uint8_t prep = isn_clause_prep(k, e->first, e->reading);
    if (s->act == ISN_ACT_CONFIRM && r->pre == ISN_CL_BEH && e->effect)
        return true; /* اعترف الجيش بقتل ثلاثة */
    return !(r->pre & (ISN_CL_BEH | ISN_CL_LAM)) &&
           (prep == ISN_NO_FN || (prep == ISN_FN_AN && s->act == ISN_ACT_ANNOUNCE));
}

/* استهدفنا ثلاث دبابات: "we" are the speaker. */
static bool first_person(const isn_work *k, isn_ev *e) {
    if (!e->verb || (e->form & ISN_FORM_PERSON) != ISN_FORM_P1 || e->chain == ISN_NONE ||
        isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_PLACE) /* انتشلنا جثثا */
        return false;
    const isn_chain *c = &k->chains.ptr[e->chain];
    if (!c->n || c->link[0].entity == ISN_NONE)
        return false;
    e->actors.n = 0;
    isn_refs_add(&e->actors, c->link[0].entity);
    return true;
}

/* A government answers for its forces; a source, a monitor or a body of the UN only says. */
static bool of_state(const isn_entity *x) {
    return x->kind == ISN_ENT_PLACE ||
           (x->kind == ISN_ENT_ACTOR && (x->sector == ISN_SEC_GOV || x->sector == ISN_SEC_MIL));
}

static bool done_by_subject(const isn_work *k, const isn_ev *e) {
    return isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_ACTOR;
}

/* نفى الوزير ضلوع الجيش في قصف السوق، تورط الحرس في الهجوم: whose part in the deed is denied. His entity, or ISN_NONE. */
static uint32_t whose_hand(const isn_work *k, const isn_ev *e) {
    enum { NEAR = 12 };
    for (uint32_t i = k->sentence_ev[e->sentence]; i < k->sentence_ev[e->sentence + 1]; i++) {
        const isn_ev *q = &k->evs.ptr[i];
        if (!(q->flags & ISN_TG_OWN) || q->first > e->first || e->first - q->first > NEAR)
            continue;
        uint32_t list = isn_lex_list(k->lex, ISN_T_TRIGGER, q->row, ISN_TRIGGER_WITH);
        for (uint32_t w = q->last; w + 1 < e->first; w++) {
            uint32_t c = k->m->entities.cover[w + 1];
            if (c == ISN_NONE || isn_work_entity(k, c)->first != w + 1 ||
                isn_work_entity(k, c)->kind == ISN_ENT_SOURCE || isn_work_pronoun(k, w) ||
                isn_clause_prep(k, w + 1, isn_work_entity(k, c)->reading) != ISN_NO_FN ||
                !isn_word_in_list(k->lex, &k->scan->words[w], list))
                continue;
            return c;
        }
    }
    return ISN_NONE;
}

/* نفت القوات، على لسان الناطق باسمها العميد فلان: the party whose tongue he is, or ISN_NONE. */
static uint32_t spoken_for(const isn_work *k, const isn_chain *c) {
    uint32_t by = c->n > 1 ? c->link[1].entity : ISN_NONE;
    if (by == ISN_NONE)
        return ISN_NONE;
    const isn_entity *x = isn_work_entity(k, by);
    return x->kind == ISN_ENT_ACTOR && (x->flags & ISN_EF_ARMED || of_state(x)) ? by : ISN_NONE;
}

/* نفت القوات قصف المخيم: what a fighter or his spokesman denies is his own deed. */
static bool own_denial(const isn_work *k, isn_ev *e) {
    bool deny = e->type == ISN_TY_DENIAL && !e->event;
    if (!(e->denied || deny) || e->chain == ISN_NONE || (!deny && e->actors.n))
        return false;
    if (!deny && (e->event != ISN_EV_ASSAULT || !done_by_subject(k, e)))
        return false; /* نفى الجيش سقوط قتلى: nobody's deed is denied */
    const isn_chain *c = &k->chains.ptr[e->chain];
    if (!c->n || c->link[0].entity == ISN_NONE)
        return false;
    const isn_entity *x = isn_work_entity(k, c->link[0].entity);
    uint32_t hand = deny ? ISN_NONE : whose_hand(k, e);
    if (hand != ISN_NONE) {
        isn_refs_add(&e->actors, hand);
        return true;
    }
    if (deny)
        e->actors.n = e->recipients.n = 0;
    bool place = x->org != ISN_NONE && isn_work_entity(k, x->org)->kind == ISN_ENT_PLACE &&
                 isn_work_entity(k, x->org)->table != ISN_T_COUNTRY;
    if (place && x->kind == ISN_ENT_PERSON)
        return false; /* نفى قائممقام القضاء: a district does nothing */
    uint32_t tongue = x->flags & ISN_EF_SPOKES ? spoken_for(k, c) : ISN_NONE;
    if (tongue != ISN_NONE)
        isn_refs_add(&e->actors, tongue);
    else if (x->org != ISN_NONE && (x->kind == ISN_ENT_PERSON || x->flags & ISN_EF_SPOKES))
        isn_refs_add(&e->actors, x->org);
    else if (x->flags & ISN_EF_ARMED || (!deny && of_state(x)) ||
             (e->flags & ISN_TG_OWN && x->kind != ISN_ENT_SOURCE))
        isn_refs_add(&e->actors, c->link[0].entity);
    e->denier = e->actors.n > 0;
    return true;
}

/* أعلنت النقابات الإضراب، أعلن الجيش السيطرة على البلدة: what is announced may have the article; of a blow it points
 * back to one that was told. */
static bool new_deed(const isn_work *k, const isn_ev *e) {
    return e->event != ISN_EV_ASSAULT ||
           isn_work_slot(k, e->row, ISN_FRAME_MIN) == ISN_SLOT_RECIPIENT;
}

/* أعلن الجيش السيطرة على قرية، القبض على رجلين: the article of a noun that governs by a preposition points at nothing. */
static bool complemented(const isn_work *k, const isn_ev *e) {
    if (k->fn[e->last - 1] == ISN_FN_ALA)
        return true;
    return e->last < k->scan->nwords &&
           (k->fn[e->last] == ISN_FN_ALA || k->fn[e->last] == ISN_FN_AN);
}

/* أعلنت المحكمة فتح تحقيق، أعلنت الفصائل الإضراب: its doer is already known to be the announcer. */
static bool announced_own(const isn_work *k, const isn_ev *e) {
    uint32_t at = k->scope_at[e->first];
    if (e->chain == ISN_NONE || at == ISN_NONE || k->scopes.ptr[at].act != ISN_ACT_ANNOUNCE)
        return false;
    const isn_chain *c = &k->chains.ptr[e->chain];
    return c->n && c->link[0].entity == e->actors.ptr[0] && directly(k, &k->scopes.ptr[at], e);
}

/* أعلنت وسائل إعلام، أعلن مرصد: who does nothing of what he announces. */
static bool only_tells(const isn_work *k, const isn_chain *c) {
    const isn_entity *x = isn_work_entity(k, c->link[0].entity);
    return x->kind == ISN_ENT_OUTLET || x->kind == ISN_ENT_SOURCE || x->sector == ISN_SEC_JRN ||
           x->sector == ISN_SEC_MED;
}

/* أعلنت باكستان وأفغانستان هدنة: the deed is of all that و joins. */
static void announcers(const isn_work *k, isn_ev *e, uint32_t first) {
    isn_refs_add(&e->actors, first);
    for (uint32_t i = first + 1, last = first; i < k->m->entities.len && i < first + 8; i++) {
        const isn_entity *x = isn_work_entity(k, i);
        if (x->coord != last || x->first >= e->first)
            continue;
        isn_refs_add(&e->actors, i);
        last = i;
    }
}

/* حزب الله: استهداف ثكنة بالصواريخ، القسام: تفجير عبوة بقوة: the title of a fighter's bulletin is a verbal noun of what
 * he did himself. */
static bool fighters_title(const isn_work *k, isn_ev *e) {
    const isn_word *word = &k->scan->words[e->first];
    if (!(word->flags & ISN_WF_COLON) || e->verb || e->actors.n || e->definite || e->denied ||
        e->chain == ISN_NONE || (e->form & ISN_FORM_KIND) != ISN_FORM_MASDAR ||
        e->event != ISN_EV_ASSAULT || e->effect == ISN_WHAT_WOUNDED || !done_by_subject(k, e))
        return false;
    const isn_chain *c = &k->chains.ptr[e->chain];
    if (!c->n || c->link[0].entity == ISN_NONE)
        return false;
    const isn_entity *x = isn_work_entity(k, c->link[0].entity);
    if (!(x->flags & ISN_EF_ARMED) || x->last != e->first)
        return false;
    isn_refs_add(&e->actors, c->link[0].entity);
    return true;
}

/* أفادت الشرطة باعتقال ثلاثة، بنشر فريق: police and soldiers tell of what they did, where nobody else is named. */
static bool reports_arrest(const isn_work *k, const isn_scope *s, const isn_ev *e) {
    const isn_chain *c = &k->chains.ptr[e->chain];
    if ((s->act != ISN_ACT_SAY && s->act != ISN_ACT_REPORT) || e->definite || !c->n ||
        c->link[0].entity == ISN_NONE ||
        (e->event != ISN_EV_COERCE && e->event != ISN_EV_MOBILIZE) ||
        !(isn_work_pre(k, e->first, e->reading) & ISN_CL_BEH))
        return false;
    const isn_entity *x = isn_work_entity(k, c->link[0].entity);
    return x->kind == ISN_ENT_ACTOR && (x->sector == ISN_SEC_COP || x->sector == ISN_SEC_MIL) &&
           x->last == e->first && x->first > s->head_first;
}

/* أعلنت الشرطة وفاة شخص في أعمال شغب: a force takes to no street. */
static bool riot_told_by_force(const isn_work *k, const isn_ev *e) {
    const isn_chain *c = &k->chains.ptr[e->chain];
    return e->event == ISN_EV_PROTEST && c->n && c->link[0].entity != ISN_NONE &&
           isn_role_state_force(isn_work_entity(k, c->link[0].entity));
}

/* أعلن الجيش قتل ثلاثة، أعلنت الحكومة إرسال تعزيزات: what is announced by its verbal noun alone is the
 * announcer's own deed. A noun of death (مقتل) tells only that somebody died. */
void isn_chain_own_deeds(isn_work *k) {
    for (uint32_t i = 0; i < k->evs.len; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (first_person(k, e) || own_denial(k, e) || fighters_title(k, e))
            continue;
        if (e->actors.n == 1 && !e->verb && !e->denied && announced_own(k, e))
            e->announced = true;
        if (e->verb || e->actors.n || e->chain == ISN_NONE || e->denied ||
            e->effect == ISN_WHAT_WOUNDED)
            continue; /* أعلنت الوزارة إصابة جنديين */
        uint32_t at = k->scope_at[e->first];
        if (at == ISN_NONE)
            continue;
        const isn_scope *s = &k->scopes.ptr[at];
        if (!done_by_subject(k, e) || riot_told_by_force(k, e))
            continue;
        if (reports_arrest(k, s, e)) {
            announcers(k, e, k->chains.ptr[e->chain].link[0].entity);
            continue;
        }
        if (s->act != ISN_ACT_ANNOUNCE && s->act != ISN_ACT_PROMISE && s->act != ISN_ACT_CONFIRM &&
            s->act != ISN_ACT_CLAIM)
            continue;
        bool that = false;
        for (uint32_t w = s->head_first; w < e->first; w++)
            that |= k->fn[w] == ISN_FN_THAT;
        const isn_chain *c = &k->chains.ptr[e->chain];
        if (that || !c->n || c->link[0].entity == ISN_NONE || only_tells(k, c) ||
            !directly(k, s, e) ||
            (e->definite && !complemented(k, e) && !(s->act == ISN_ACT_ANNOUNCE && new_deed(k, e))))
            continue;
        announcers(k, e, c->link[0].entity);
        e->announced = true;
    }
}

static bool suffixed(const isn_work *k, const isn_ev *e) {
    const isn_reading *r = &k->scan->words[e->last - 1].reading[e->reading];
    return e->last == e->first + 1 && r->suf != ISN_SUF_NONE;
}

/* أكد الرئيس فلان، والملك فلان، رفضهما: the other of the two that say it, who stands right beside the one told. */
static void both_of_them(const isn_work *k, isn_ev *e) {
    if (e->verb || e->actors.n != 1 ||
        k->scan->words[e->first].reading[e->reading].suf != ISN_SUF_HUMA)
        return;
    const isn_entity *x = isn_work_entity(k, e->actors.ptr[0]);
    bool joined = x->first > 0 && isn_work_pre(k, x->first, x->reading) & ISN_CL_WAW;
    uint32_t c = k->m->entities.cover[joined ? x->first - 1 : x->last];
    if (c == ISN_NONE || x->last >= e->first)
        return;
    const isn_entity *other = isn_work_entity(k, c);
    bool beside = joined ? other->last == x->first
                         : other->first == x->last &&
                               isn_work_pre(k, other->first, other->reading) & ISN_CL_WAW;
    if (beside && other->last <= e->first && isn_chain_can_speak(k, c))
        isn_refs_add(&e->actors, c);
}

/* قال فلان …، متهما حماس: the speaker of the sentence accuses. */
static bool attends_speaker(const isn_work *k, isn_ev *e) {
    if (e->chain == ISN_NONE)
        return false;
    const isn_chain *c = &k->chains.ptr[e->chain];
    if (!c->n || c->link[0].entity == ISN_NONE || k->scan->words[c->word].sentence != e->sentence)
        return false;
    e->actors.n = 0;
    isn_refs_add(&e->actors, c->link[0].entity);
    return true;
}

/* قالت البعثة إن القوات ارتكبت …، ودعت إلى: after what she is quoted as saying, the verb of saying is hers, not
 * that of the last doer told of. */
static bool says_on(const isn_work *k, const isn_ev *e) {
    if (!(e->flags & ISN_TG_SPEECH) || !e->verb || e->passive || e->chain == ISN_NONE ||
        !(k->scan->words[e->first].reading[e->reading].pre & ISN_CL_WAW))
        return false;
    const isn_chain *c = &k->chains.ptr[e->chain];
    if (!c->n || c->word > e->first || k->scan->words[c->word].sentence != e->sentence)
        return false;
    if (e->actors.n && !e->shared && (c->word != e->first || c->link[0].entity == e->actors.ptr[0]))
        return false;
    for (uint32_t w = k->s0[e->sentence]; w < e->first; w++)
        if (k->fn[w] == ISN_FN_THAT && k->scope_at[w] != ISN_NONE)
            return true;
    return false;
}

/* وحمّل الحوثيين مسؤولية التصعيد: at the head of a sentence, without a doer of its own, the verb is his who spoke in the
 * sentence before. */
static bool speaks_on(const isn_work *k, isn_ev *e) {
    if (!(e->flags & ISN_TG_SPEECH) || !e->verb || e->passive || e->actors.n || e->title ||
        e->sentence == 0 || e->first != k->s0[e->sentence] ||
        !(k->scan->words[e->first].reading[e->reading].pre & ISN_CL_WAW))
        return false;
    for (uint32_t i = k->chains.len; i-- > 0;) {
        const isn_chain *c = &k->chains.ptr[i];
        uint32_t s = k->scan->words[c->word].sentence;
        if (!c->n || c->link[0].entity == ISN_NONE || c->word >= e->first)
            continue;
        if (s + 1 < e->sentence)
            return false;
        isn_refs_add(&e->actors, c->link[0].entity);
        e->chain = i;
        return true;
    }
    return false;
}

/* قال فلان إن الحركة وافقت على المقترح، لكنها ترفض: the pronoun is the doer of the verb before. */
static bool pronoun_doer(const isn_work *k, isn_ev *e) {
    if (!e->verb || e->actors.n || e == k->evs.ptr || !e->first ||
        k->fn[e->first - 1] != ISN_FN_BUT)
        return false;
    const isn_ev *p = e - 1;
    if (p->sentence != e->sentence || !p->verb || !p->actors.n)
        return false;
    e->actors = p->actors;
    return true;
}

/* حزب العمال … الحزب، منظمة دولية … المنظمة: one body, told anew. */
static bool same_body(const isn_entity *x, const isn_entity *y) {
    bool bare = y->table == ISN_T_ORGWORD && x->table == y->table && y->sector == x->sector &&
                y->last == y->first + 1 && !y->name.len && y->sector != ISN_SEC_GOV;
    return bare || (x->name.len && x->name.len == y->name.len &&
                    !memcmp(x->name.ptr, y->name.ptr, x->name.len));
}

/* وطالب مجلس الأمن بكذا, where chain.c found that he who spoke before goes on. */
static bool calls_upon(const isn_work *k, const isn_ev *e) {
    if (e->event != ISN_EV_REQUEST || !e->verb || e->passive || e->chain == ISN_NONE ||
        e->actors.n != 1 || e->recipients.n || e->first != k->s0[e->sentence])
        return false;
    const isn_chain *c = &k->chains.ptr[e->chain];
    return c->n && c->word == e->first && c->link[0].entity != ISN_NONE &&
           c->link[0].entity != e->actors.ptr[0] &&
           isn_work_entity(k, c->link[0].entity)->first < e->first &&
           isn_work_entity(k, e->actors.ptr[0])->first == e->last &&
           !same_body(isn_work_entity(k, c->link[0].entity), isn_work_entity(k, e->actors.ptr[0]));
}

/* ارتكبت القوات فظائع: who blames is the speaker; the frame has only the blamed. */
static bool blames(const isn_work *k, const isn_ev *e) {
    if (!(e->flags & ISN_TG_SPEECH) || e->actors.n)
        return false;
    if (!e->verb && e->event == ISN_EV_AGREE && e->type == ISN_TY_STATEMENT)
        return true; /* قال الرئيس إن بلاده مستعدة للحوار */
    bool idiom = (e->form & ISN_FORM_KIND) == ISN_FORM_NAME; /* لا نية لدينا، أهداف مشروعة */
    if (idiom || (e->verb && !e->passive && !suffixed(k, e) &&
                  !(e->first && k->fn[e->first - 1] == ISN_FN_WHO)))
        return true; /* وقال …، لكنه يرفض: nobody else was named as the doer */
    int32_t frame = isn_work_trigger(k, e->row, ISN_TRIGGER_FRAME);
    return frame >= 0 &&
           isn_lex_int(k->lex, ISN_T_FRAME, (uint32_t)frame, ISN_FRAME_SUBJECT) != ISN_SLOT_ACTOR;
}

/* هاجم النائب فلان الحكومة: a politician attacks in words. */
static bool attacks_in_words(const isn_work *k, const isn_ev *e) {
    if (e->event != ISN_EV_ASSAULT || !e->verb || e->passive || e->mode || e->ntakes ||
        !(e->flags & ISN_TG_ATTACK) || e->actors.n != 1 || !e->recipients.n || e->places.n ||
        e->denied || e->dead)
        return false;
    const isn_entity *x = isn_work_entity(k, e->actors.ptr[0]);
    bool civil = x->sector == ISN_SEC_LEG || x->sector == ISN_SEC_PTY || x->sector == ISN_SEC_OPP ||
                 x->sector == ISN_SEC_JRN || x->sector == ISN_SEC_ELI || x->sector == ISN_SEC_GOV;
    return x->flags & ISN_EF_SPOKES || (civil && x->kind == ISN_ENT_PERSON);
}

/* واتهمت الحركة على لسان الناطق باسمها الجيش: who says it for her, named right behind her; ISN_NONE. */
static uint32_t by_tongue(const isn_work *k, const isn_ev *e) {
    enum { NEAR = 8 };
    bool attributes = k->inside[e->sentence].tables >> ISN_T_ATTRIB & 1;
    for (uint32_t i = 0; attributes && i < k->chains.len; i++) {
        const isn_chain *c = &k->chains.ptr[i];
        if (c->word > e->first && c->word < e->last + NEAR && c->n && c->attrib_row != ISN_NONE &&
            c->link[0].entity != ISN_NONE && k->scan->words[c->word].sentence == e->sentence &&
            isn_lex_int(k->lex, ISN_T_ATTRIB, c->attrib_row, ISN_ATTRIB_KIND) == ISN_AT_TONGUE)
            return c->link[0].entity;
    }
    return ISN_NONE;
}

/* نعت الكتائب ثلاثة: a verb that is of the death and of saying so. */
static uint32_t announced_by(const isn_work *k, const isn_ev *e) {
    uint32_t at = e->verb && e->chain == ISN_NONE && isn_work_has(k, e->first, ISN_T_SPEECH) &&
                          e->last < k->scan->nwords
                      ? k->scope_at[e->last]
                      : ISN_NONE;
    if (at == ISN_NONE)
        return e->chain;
    uint32_t chain = k->scopes.ptr[at].chain;
    return k->chains.ptr[chain].word == e->first ? chain : e->chain;
}

/* حملت الحركة إسرائيل مسؤولية المجزرة التي راح ضحيتها أربعون: how far what is laid at somebody's door is told by who does so: up
 * to a contrast. */
static uint32_t end_of_charge(const isn_work *k, const isn_ev *e) {
    uint32_t end = k->scan->sentence_word[e->sentence + 1];
    for (uint32_t w = e->last; w < end; w++)
        if ((k->fn[w] == ISN_FN_WHILE || k->fn[w] == ISN_FN_BUT) &&
            k->scan->words[w].flags & ISN_WF_COMMA)
            return w;
    return end;
}

/* Speech acts (demands, charges, threats) speak for themselves: their actor is the origin. */
void isn_chain_own_words(isn_work *k) {
    uint32_t charge = ISN_NONE, charged = 0; /* by whom it is laid, and up to which word */
    for (uint32_t i = 0; i < k->evs.len; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (attacks_in_words(k, e)) {
            e->event = ISN_EV_ACCUSE;
            e->mode = ISN_MODE_DISAPPROVE;
            e->type = ISN_TY_STATEMENT;
            e->flags = ISN_TG_SPEECH;
        }
        uint32_t at = k->scope_at[e->first];
        e->chain = at == ISN_NONE || e->aside ? ISN_NONE : k->scopes.ptr[at].chain;
        if (at == ISN_NONE && !e->aside && e->first < charged && !(e->flags & ISN_TG_SPEECH))
            e->chain = charge;
        e->chain = announced_by(k, e);
        bool on = !pronoun_doer(k, e) && (says_on(k, e) || calls_upon(k, e));
        if (on && e->actors.n && !e->shared && !e->recipients.n)
            e->recipients = e->actors;
        bool his = e->flags & ISN_TG_SPEECH && !e->verb && !e->actors.n && suffixed(k, e);
        if ((e->attends || his || on || blames(k, e)) &&
            attends_speaker(k, e)) { /* عن رفضه: the speaker's */
            both_of_them(k, e);
            continue;
        }
        if (speaks_on(k, e) || !(e->flags & (ISN_TG_SPEECH | ISN_TG_CLAIM)) || !e->actors.n)
            continue;
        if (isn_chain_his_own(k, e->actors.ptr[0]) && attends_speaker(k, e))
            continue; /* قال القائد إن قواته لن تنسحب: he will not */
        uint32_t actor = e->actors.ptr[0];
        if (e->chain != ISN_NONE && k->scopes.ptr[at].first != e->first) {
            isn_chain *c = &k->chains.ptr[e->chain];
            if (c->n && (c->link[0].entity == actor || !e->verb))
                continue;
            bool answers = e->verb && isn_cue_answers_it(k, e); /* وهو ما استنكرته النقابة */
            if (k->scopes.ptr[at].first < e->first && c->n && !e->title && !answers &&
                k->scan->words[c->word].sentence == e->sentence &&
                (!(k->wc[e->first] & ISN_WC_BOUND) || isn_chain_reported(k, c->word, e->first)))
                continue;
        }
        const isn_chain *own = e->chain != ISN_NONE ? &k->chains.ptr[e->chain] : NULL;
        if (own && own->n > 1 && own->link[0].entity == actor && own->word == e->first)
            continue;                  /* طلبت الحكومة …، بحسب رويترز */
        uint32_t index, by = e->chain; /* رفض الجيش …، بحسب رويترز */
        uint32_t tongue = e->verb ? by_tongue(k, e) : ISN_NONE;
        isn_chain *c = isn_chain_new(k, &index, e->first);
        if (tongue != ISN_NONE && tongue != actor)
            isn_chain_add(k, c, tongue, e->first, false);
        isn_chain_add(k, c, actor, e->verb && tongue == ISN_NONE ? e->first : ISN_NONE, false);
        if (e->verb)
            isn_chain_joint(k, c, actor, k->scan->sentence_word[e->sentence + 1]);
        if (by != ISN_NONE && k->chains.ptr[by].attrib_row != ISN_NONE &&
            k->chains.ptr[by].n == 1 && isn_chain_relays(k, k->chains.ptr[by].link[0].entity) &&
            k->scan->words[k->chains.ptr[by].word].sentence == e->sentence)
            isn_chain_add(k, c, k->chains.ptr[by].link[0].entity, ISN_NONE, false);
        uint32_t s1 = k->scan->sentence_word[e->sentence + 1];
        isn_chain_via(k, c, e->last, s1 < e->last + 14 ? s1 : e->last + 14);
        e->chain = index;
        if (e->event == ISN_EV_ACCUSE && e->verb && !e->dead && by == ISN_NONE) {
            charge = index;
            charged = end_of_charge(k, e);
        }
    }
}
