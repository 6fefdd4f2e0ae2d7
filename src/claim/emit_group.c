/* emit_group.c: one claim of a group of occurrences, and what is no claim. */
#include "claim/countwork.h"
#include "claim/cuework.h"
#include "claim/emitwork.h"

/* Who says it does so by his office, though of no sector that is known. */
static bool in_office(const isn_work *k, const isn_ev *rep) {
    const isn_entity *x = rep->actors.n ? isn_work_entity(k, rep->actors.ptr[0]) : NULL;
    return x != NULL && (x->kind == ISN_ENT_PERSON || x->table == ISN_T_TITLE) &&
           (x->role == ISN_LINK_OFFICIAL || x->role == ISN_LINK_SPOKESPERSON);
}

/* دعت القمة إلى كذا، أدان الاجتماع: those who met say it, behind the verb. */
static bool says_assembly(const isn_work *k, const isn_ev *rep) {
    uint32_t w = rep->last;
    if (!rep->verb || !(rep->flags & ISN_TG_SPEECH) || w >= k->scan->nwords ||
        k->scan->words[w].flags & ISN_WF_BREAK || isn_work_pre(k, w, 0) != ISN_CL_AL ||
        !isn_work_has(k, w, ISN_T_TRIGGER))
        return false;
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_TRIGGER);
    return s && isn_work_trigger(k, s->row, ISN_TRIGGER_EVENT) == ISN_EV_CONSULT &&
           isn_lex_int(k->lex, ISN_T_TRIGGER, s->row, ISN_TRIGGER_MODE) == ISN_MODE_MULTILATERAL;
}

/* وافق الطرفان على تمديد الهدنة: what they consent to tells who they are; الطرفان وافقا على كذا: two who do are two sides. */
static bool on_truce(const isn_work *k, const isn_draft *d, const isn_ev *rep) {
    const isn_ev *next = rep + 1;
    bool both = rep->actors.n && isn_work_entity(k, rep->actors.ptr[0])->flags & ISN_EF_DUAL;
    if (rep->verb && rep->event == ISN_EV_AGREE && both)
        return true;
    return rep->verb && rep->event == ISN_EV_AGREE && d->actors.len &&
           next < k->evs.ptr + k->evs.len && next->sentence == rep->sentence && !next->verb &&
           next->event == ISN_EV_RETREAT && next->mode == ISN_MODE_CEASEFIRE;
}

static bool weak(const isn_work *k, const isn_draft *d, const isn_ev *rep) {
    for (uint32_t i = 0; i < d->actors.len && rep->event == ISN_EV_AID; i++)
        if (d->actors.ptr[i].sector == ISN_SEC_JUD)
            return true; /* أجلت المحكمة: put off, not taken to safety */
    if (rep->event == ISN_EV_SANCTION && !rep->verb && rep->definite && d->anchors.len == 1 &&
        !d->actors.len && !d->recipients.len && !d->counts.len)
        return true; /* السجن، العقوبات: of nobody, on nobody */
    if (rep->event == ISN_EV_REQUEST && !rep->verb && !rep->attends && !rep->title &&
        !d->actors.len && !d->recipients.len && !d->c.deadline.known)
        return true; /* وسط مطالبات شعبية: of nobody, to nobody */
    if (!(rep->flags & ISN_TG_WEAK) || rep->type == ISN_TY_COMMITMENT ||
        (rep->event == ISN_EV_REQUEST && d->c.deadline.known)) /* يمهلون شركتهما 48 ساعة */
        return false;
    if (rep->event == ISN_EV_CONSULT && rep->verb && !d->recipients.len && d->actors.len == 1 &&
        d->actors.ptr[0].sector == ISN_SEC_NGO)
        return true; /* قابلت المنظمة تسعة شهود */
    if (d->counts.len || rep->lit || says_assembly(k, rep) || on_truce(k, d, rep))
        return false;
    if (rep->denied && rep->event == ISN_EV_AGREE && rep->chain != ISN_NONE &&
        isn_count_suffixed(k, rep->first))
        return false; /* نفى موافقته على الانسحاب */
    if (rep->verb && rep->event == ISN_EV_REQUEST && d->actors.len && in_office(k, rep))
        return false; /* دعت الممثلة الخاصة */
    if (rep->verb && rep->flags & ISN_TG_ATTACK && !d->places.len && !d->recipients.len &&
        isn_work_slot(k, rep->row, ISN_FRAME_OBJECT) == ISN_SLOT_PLACE)
        return true; /* دخلت الدورية أملاكا خاصة: it takes no place */
    for (uint32_t i = 0; i < d->actors.len; i++)
        if (d->actors.ptr[i].sector || d->actors.ptr[i].id.len)
            return false;
    for (uint32_t i = 0; i < d->recipients.len; i++)
        if (d->recipients.ptr[i].sector || d->recipients.ptr[i].id.len)
            return false;
    return true;
}

/* حذر الاتحاد العام من استغلال الغضب: what may happen, and nobody who would do it, or to whom. */
static bool warns_nobody(const isn_draft *d, const isn_ev *rep, uint8_t sector) {
    bool civil = sector == ISN_SEC_LAB || sector == ISN_SEC_SOC || sector == ISN_SEC_CVL ||
                 sector == ISN_SEC_BUS || sector == ISN_SEC_REL || sector == ISN_SEC_IGO;
    return civil && rep->flags & ISN_TG_WEAK && rep->mode == ISN_MODE_NONE && !d->recipients.len;
}

/* حذرت الأمم المتحدة، حذرت منظمة العفو: who watches and helps can only warn. */
static bool mere_warning(const isn_work *k, const isn_draft *d, const isn_ev *rep) {
    if (rep->event != ISN_EV_THREATEN || !d->actors.len ||
        isn_work_slot(k, rep->row, ISN_FRAME_DIDD) != ISN_SLOT_NONE)
        return false; /* هددت البعثة بإحالة أسمائهم: a threat of its own word */
    for (uint32_t i = 0; i < d->actors.len; i++)
        switch (d->actors.ptr[i].sector) {
        case ISN_SEC_UNO:
        case ISN_SEC_NGO:
        case ISN_SEC_MED:
        case ISN_SEC_JRN:
        case ISN_SEC_EDU: break;
        default:
            if (!warns_nobody(d, rep, d->actors.ptr[i].sector))
                return false;
        }
    return true;
}

/* Words without a category tell something only as a promise, as said not to be so, or as how many they were. */
static bool tells(const isn_work *k, const isn_ev *e) {
    if (e->event || isn_work_framed(k, e->row, ISN_FR_FIGURE))
        return true;
    if (e->type == ISN_TY_COMMITMENT || e->type == ISN_TY_DENIAL)
        return true;
    return e->type == ISN_TY_STATEMENT && e->negative && e->chain != ISN_NONE;
}

static uint32_t representative(const isn_work *k, uint32_t s, uint32_t group) {
    uint32_t best = ISN_NONE;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->group != group || e->dead || e->absorbed || !tells(k, e))
            continue;
        if (best == ISN_NONE)
            best = i;
        else if (k->evs.ptr[best].flags & ISN_TG_CASUALTY && !(e->flags & ISN_TG_CASUALTY))
            best = i;
        else if (k->evs.ptr[best].flags & ISN_TG_WEAK &&
                 !(e->flags & (ISN_TG_WEAK | ISN_TG_CASUALTY)) &&
                 k->evs.ptr[best].event == e->event)
            best = i; /* بعد تفتيش المنزل ضبطت أسلحة: the surer word */
    }
    return best;
}

static void add_context(isn_claim *c, int32_t context) {
    if (context <= ISN_CX_NONE || context > ISN_CX_PLOVER_LAST)
        return;
    for (uint32_t i = 0; i < c->ncontexts; i++)
        if (c->contexts[i] == context)
            return;
    if (c->ncontexts < ISN_LEN(c->contexts))
        c->contexts[c->ncontexts++] = (uint8_t)context;
}

/* قتلى وجرحى … مقتل ثلاثة وإصابة عشرة: the plurals announce what the figures tell. */
static void drop_loose(isn_draft *d) {
    for (uint32_t i = 0; i < d->counts.len; i++) {
        const isn_rec_count *x = &d->counts.ptr[i];
        bool told = false;
        for (uint32_t j = 0; j < d->counts.len && x->loose && !x->nof_whom; j++)
            told |= !d->counts.ptr[j].loose && d->counts.ptr[j].what == x->what;
        for (uint32_t j = 0; j < i && x->quantity == ISN_Q_NONE;
             j++) /* الأضرار مادية فقط، دون إصابات */
            told |= d->counts.ptr[j].quantity == ISN_Q_NONE && d->counts.ptr[j].what == x->what &&
                    d->counts.ptr[j].best == x->best;
        if (!told)
            continue;
        memmove(&d->counts.ptr[i], &d->counts.ptr[i + 1], sizeof *x * (d->counts.len - i - 1));
        d->counts.len--;
        i--;
    }
}

/* نفى المتحدث استهداف الأحياء، مؤكدا أن القوة الصاروخية لم تطلق شيئا: who did not do it is told. */
static bool doer_told(const isn_work *k, uint32_t s, uint32_t group) {
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->group == group && !e->dead && !e->absorbed && e->actors.n && !e->denier)
            return true;
    }
    return false;
}

/* أسقطت الدفاعات، اعترضت: what is fired is brought down. */
static bool defends(const isn_work *k, const isn_ev *e) {
    return e->event == ISN_EV_ASSAULT &&
           isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_WEAPON &&
           isn_work_slot(k, e->row, ISN_FRAME_ALA) == ISN_SLOT_NONE;
}

/* أسقطت الدفاعات 25 مسيرة أطلقتها القوات: the attack has its doer, and they that met it are none. */
static bool attacker_told(const isn_work *k, uint32_t s, uint32_t group) {
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->group == group && !e->dead && !e->absorbed && e->actors.n &&
            e->event == ISN_EV_ASSAULT && !defends(k, e))
            return true;
    }
    return false;
}

/* وثق المرصد مقتل عنصر: one or two people, or nobody, are no sum. */
static bool few_told(const isn_draft *d) {
    for (uint32_t i = 0; i < d->counts.len; i++) {
        const isn_rec_count *x = &d->counts.ptr[i];
        bool none = x->quantity == ISN_Q_NONE;
        if (x->what == ISN_WHAT_ACTIONS || (!none && (x->high == ISN_NO_COUNT || x->high > 2)))
            return false;
    }
    return d->counts.len;
}

/* قتلت القوات ثلاثة مسلحين اقتحموا المقر، أطلقوا النار على دورية فردت: what they did besides whom the deed befell is not the
 * deed. */
static bool befell_them(const isn_work *k, const isn_ev *e, uint32_t s, uint32_t group) {
    for (const isn_ev *q = &k->evs.ptr[k->sentence_ev[s]]; e->verb && e->actors.n == 1 && q < e;
         q++)
        if (q->group == group && !q->dead && !q->absorbed && q->verb && q->actors.n &&
            isn_refs_has(&q->recipients, e->actors.ptr[0]))
            return true;
    return false;
}

/* لم يخرج منهم معتقل واحد: not one is none. */
static void not_even_one(const isn_work *k, const isn_ev *e, isn_take *t) {
    const isn_number *q = t->number != ISN_NONE ? &k->m->numbers.ptr[t->number] : NULL;
    if (!(e->negative || e->denied) || q == NULL || q->best != 1 || q->quantity != ISN_Q_EXACT ||
        isn_cue_excepted(k, e))
        return;
    t->none = true;
    t->from = q->first;
    t->to = q->last;
}

/* شيع المئات خمسة قتلى، دفن العشرات 12 جثة: who buries the dead that are counted behind them. */
static bool mourners(const isn_work *k, const isn_ev *e, const isn_take *t, uint32_t group) {
    const isn_number *q = t->number != ISN_NONE ? &k->m->numbers.ptr[t->number] : NULL;
    if (q == NULL || !e->verb || q->quantity != ISN_Q_VAGUE || q->first != e->last ||
        !isn_work_framed(k, e->row, ISN_FR_FIND_DEAD))
        return false;
    for (uint32_t i = k->sentence_ev[e->sentence]; i < k->sentence_ev[e->sentence + 1]; i++) {
        const isn_ev *o = &k->evs.ptr[i];
        for (uint32_t n = 0; o->group == group && !o->dead && n < o->ntakes; n++) {
            const isn_take *x = &o->takes[n];
            const isn_number *y = x->number != ISN_NONE ? &k->m->numbers.ptr[x->number] : NULL;
            if (y != NULL && y->first >= q->last && x->what == ISN_WHAT_KILLED && !x->subset)
                return true;
        }
    }
    return false;
}

static void members(isn_work *k, isn_draft *d, uint32_t s, uint32_t group, isn_ev *rep) {
    bool told = doer_told(k, s, group);
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (e->group != group || e->dead || e->absorbed)
            continue;
        *ISN_PUSH(k->arena, &d->anchors) = isn_emit_mark(k, e->first, e->last, e->reading);
        if (!d->c.mode && e->mode && e->event == rep->event &&
            !(rep->flags & ISN_TG_RECIPROCAL && e->mode == ISN_MODE_ABDUCT))
            d->c.mode = e->mode; /* captives of a battle do not make it an abduction */
        if (e->chain != ISN_NONE && rep->chain == ISN_NONE)
            rep->chain = e->chain;
        rep->tally |= e->tally;
        rep->reached |= e->reached;
        rep->update |= e->update;
        rep->aggregate |= e->aggregate;
        rep->since |= e->since;
        add_context(&d->c, isn_work_trigger(k, e->row, ISN_TRIGGER_CONTEXT));
        if (!(e->denier && told) && !(defends(k, e) && attacker_told(k, s, group)) &&
            !befell_them(k, e, s, group))
            isn_emit_add_actors(k, d, e);
    }
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->group != group || e->dead || e->absorbed)
            continue;
        isn_emit_add_recipients(k, d, e);
        isn_emit_add_counted(k, d, e);
        bool led_to = e->flags & ISN_TG_WEAK && !(rep->flags & ISN_TG_WEAK) &&
                      e->event == ISN_EV_COERCE && rep->event == ISN_EV_COERCE;
        if (!led_to)
            isn_emit_add_places(k, d, e); /* not of بعد تفتيش المنطقة ضبطت أسلحة */
        for (uint32_t t = 0; t < e->ntakes; t++) {
            if (mourners(k, e, &e->takes[t], group))
                continue;
            isn_take take = e->takes[t];
            not_even_one(k, e, &take);
            isn_emit_one_count(k, d, &take);
        }
    }
    if (!rep->since && few_told(d))
        rep->tally = false;
    if (!d->actors.len)
        isn_emit_speaker_does(k, d, rep, group);
    drop_loose(d);
    isn_emit_drop_loose_places(d);
    isn_emit_place_of_actors(k, d, rep);
    isn_emit_place_of_speaker(k, d, rep);
    isn_emit_place_of_item(k, d, rep);
    isn_emit_place_in_front(k, d, rep);
}

/* Its doer is who says so, by his name or by the pronoun of أن. */
static bool denies_own(const isn_work *k, const isn_ev *rep) {
    const isn_chain *c = &k->chains.ptr[rep->chain];
    uint32_t s0 = k->s0[rep->sentence];
    if (!c->n || c->link[0].entity == ISN_NONE ||
        isn_work_slot(k, rep->row, ISN_FRAME_SUBJECT) != ISN_SLOT_ACTOR)
        return false;
    if (rep->actors.n && !rep->passive)
        return rep->actors.ptr[0] == c->link[0].entity;
    if (rep->first < s0 + 2 || k->fn[rep->first - 2] != ISN_FN_THAT)
        return false;
    uint8_t suf = isn_work_pronoun(k, rep->first - 2); /* not إنه لم يقتل أحد */
    return suf == ISN_SUF_HA || suf == ISN_SUF_HUM;
}

static bool one_speaker(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    if (a->chain == ISN_NONE || b->chain == ISN_NONE)
        return false;
    const isn_chain *x = &k->chains.ptr[a->chain], *y = &k->chains.ptr[b->chain];
    return a->chain == b->chain || (x->n && y->n && x->link[0].entity != ISN_NONE &&
                                    x->link[0].entity == y->link[0].entity);
}

/* قالت الحركة إنها قتلت تسعة. وقال الجيش إنه لم يقتل أي جندي: another has just told of some of them. */
static bool said_otherwise(const isn_work *k, const isn_claim *c, const isn_ev *rep) {
    const isn_ev *e = &k->evs.ptr[k->claim_ev.ptr[c - k->claims.ptr]];
    bool some = false;
    for (uint32_t i = 0; i < c->ncounts; i++)
        some |= c->counts[i].what == rep->effect && c->counts[i].quantity != ISN_Q_NONE;
    return some && rep->chain != ISN_NONE && e->chain != ISN_NONE && !e->title &&
           rep->sentence - e->sentence <= 1 && !one_speaker(k, e, rep);
}

/* قتل ثلاثة برصاص الشرطة، وفق منظمة. وقال الناطق إنه لم يسقط قتلى: another has just told how many, so that none is a denial. */
static bool belies_toll(const isn_work *k, const isn_draft *d, const isn_ev *rep) {
    enum { CLAIMS = 3, SENTENCES = 2 };
    if (!(rep->flags & ISN_TG_CASUALTY) || rep->verb || rep->title || rep->chain == ISN_NONE ||
        !d->counts.len)
        return false;
    for (uint32_t i = 0; i < d->counts.len; i++)
        if (d->counts.ptr[i].quantity != ISN_Q_NONE)
            return false;
    for (uint32_t i = k->claims.len, n = 0; i-- > 0 && n < CLAIMS; n++) {
        const isn_claim *c = &k->claims.ptr[i];
        const isn_ev *e = &k->evs.ptr[k->claim_ev.ptr[i]];
        if (e->title || rep->sentence - e->sentence > SENTENCES)
            return false;
        if (e->chain == ISN_NONE || c->negative || c->event != rep->event || one_speaker(k, e, rep))
            continue;
        for (uint32_t x = 0; x < c->ncounts; x++)
            for (uint32_t y = 0; y < d->counts.len; y++)
                if (c->counts[x].what == d->counts.ptr[y].what &&
                    c->counts[x].quantity != ISN_Q_NONE)
                    return true;
    }
    return false;
}

/* "No casualties": counts of none and nothing else. They are the last told deed's, and no claim alone. */
static bool none_only(isn_work *k, const isn_draft *d, const isn_ev *rep) {
    if (!(rep->flags & ISN_TG_CASUALTY) || rep->denied || !d->counts.len || d->anchors.len > 1)
        return false;
    if (rep->verb && rep->negative && rep->chain != ISN_NONE && denies_own(k, rep))
        return false; /* قالت الجماعة إنها لم تقتل أي سائق */
    for (uint32_t i = 0; i < d->counts.len; i++)
        if (d->counts.ptr[i].quantity != ISN_Q_NONE)
            return false;
    isn_claim *c = k->claims.len ? &k->claims.ptr[k->claims.len - 1] : NULL;
    if (c != NULL && rep->verb && rep->negative && said_otherwise(k, c, rep))
        return false;
    if (c == NULL || c->ncounts || c->negative || c->modality ||
        (c->event != ISN_EV_ASSAULT && c->event != ISN_EV_COERCE && c->event != ISN_EV_PROTEST) ||
        k->claim_sentence.ptr[k->claims.len - 1] + 1 < rep->sentence)
        return true;
    c->counts = d->counts.ptr;
    c->ncounts = d->counts.len;
    return true;
}

/* بعد مفاوضات شاقة، عرضت وساطتها، لم تصمد الهدنة: talks, mediation and truces that are named, and it is not told between whom,
 * by whom or when. */
static bool talks_named(const isn_draft *d, const isn_ev *rep) {
    bool truce = rep->event == ISN_EV_RETREAT && !rep->verb && !rep->denied && !rep->future &&
                 d->anchors.len == 1 && d->c.mode == ISN_MODE_CEASEFIRE;
    return (rep->event == ISN_EV_CONSULT || truce) && !rep->happened && !d->actors.len &&
           !d->recipients.len && !d->places.len && !d->c.date.mark.text.len;
}

/* بعد ترحيلهم، بعد خمسة أشهر من خطفها، بعد إعلان الهدنة: what came before is only named, and neither who did it nor to
 * how many nor where. */
static bool named_after(const isn_work *k, const isn_draft *d, const isn_ev *rep) {
    if (rep->verb || rep->denied || rep->negative || rep->future || d->anchors.len > 1 ||
        (rep->beside && d->c.date.mark.text.len) || d->actors.len || d->recipients.len ||
        d->counts.len || (d->places.len && (rep->beside || rep->event == ISN_EV_ASSAULT)) ||
        rep->first <= k->s0[rep->sentence] ||
        (rep->event == ISN_EV_ASSAULT && !isn_work_pronoun(k, rep->last - 1)))
        return false;
    uint32_t w = rep->first - 1;
    return rep->beside || k->fn[w] == ISN_FN_AFTER;
}

/* أدى إلى نزوح سكانه: that people fled, and not how many. */
static bool fled_uncounted(const isn_work *k, const isn_draft *d, const isn_ev *rep) {
    return rep->effect == ISN_WHAT_DISPLACED && !rep->verb && !rep->denied && !rep->negative &&
           !d->actors.len && !d->counts.len &&
           isn_work_slot(k, rep->row, ISN_FRAME_SUBJECT) == ISN_SLOT_VICTIM;
}

/* الهدنة التي أعلنت، القرى التي تنسحب منها: of what thing one speaks, and neither by whom nor when. */
static bool described(const isn_work *k, const isn_draft *d, const isn_ev *rep) {
    return rep->verb && rep->event != ISN_EV_ASSAULT && rep->first > k->s0[rep->sentence] &&
           k->fn[rep->first - 1] == ISN_FN_WHO && d->anchors.len == 1 && !d->actors.len &&
           !d->recipients.len && !d->counts.len && !d->c.date.mark.text.len;
}

/* نفت الإفراج عنهم، وقالت إنهم لا يزالون في السجن: the contrary of what one has just denied. */
static bool still_so(const isn_work *k, const isn_ev *rep) {
    if (rep->effect != ISN_WHAT_CAPTURED || rep->negative || rep->denied)
        return false;
    for (uint32_t i = k->sentence_ev[rep->sentence]; &k->evs.ptr[i] < rep; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->denied && !e->dead && e->effect == ISN_WHAT_RELEASED && one_speaker(k, e, rep))
            return true;
    }
    return false;
}

/* نفذت الحكم في عنصرين أدانتهما محكمة: of what they were found guilty who are punished. */
static bool found_guilty(const isn_work *k, const isn_ev *rep) {
    if (rep->event != ISN_EV_SANCTION || rep->mode != ISN_MODE_CONVICT || !rep->verb ||
        !(rep->passive || isn_work_pronoun(k, rep->last - 1)) ||
        isn_work_pre(k, rep->first, rep->reading))
        return false;
    for (uint32_t i = k->sentence_ev[rep->sentence]; &k->evs.ptr[i] < rep; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (!e->dead && !e->absorbed && e->group != rep->group &&
            (e->event == ISN_EV_SANCTION || e->event == ISN_EV_ASSAULT ||
             e->effect == ISN_WHAT_RELEASED))
            return true;
    }
    return false;
}

/* تسيطر الحركة على معظم الجنوب منذ أعوام: how things stand. */
static bool holds_land(const isn_work *k, const isn_draft *d, const isn_ev *rep) {
    return rep->verb && (rep->form & ISN_FORM_KIND) == ISN_FORM_IMPF && !rep->effect &&
           !rep->title && rep->event == ISN_EV_ASSAULT && d->c.type == ISN_TY_TALLY &&
           !d->counts.len &&
           (isn_work_framed(k, rep->row, ISN_FR_CAPTURE) ||
            isn_work_framed(k, rep->row, ISN_FR_CAPTURE_NOUN));
}

static bool same_doer(const isn_ev *a, const isn_ev *b) {
    for (uint32_t i = 0; i < a->actors.n; i++)
        for (uint32_t j = 0; j < b->actors.n; j++)
            if (a->actors.ptr[i] == b->actors.ptr[j])
                return true;
    return false;
}

/* اختطفوا ثلاثة واقتادوهم، اختطاف ثماني نساء اقتدن إلى جهة مجهولة: where those who were taken just before were led. */
static bool led_away(const isn_work *k, const isn_ev *rep) {
    if (rep->effect != ISN_WHAT_CAPTURED || !(rep->pronoun || rep->passive))
        return false;
    for (uint32_t i = k->sentence_ev[rep->sentence]; &k->evs.ptr[i] < rep; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (!e->dead && !e->denied && e->group != rep->group && e->effect == ISN_WHAT_CAPTURED)
            return true;
    }
    return false;
}

/* تسللت الوحدة إلى المخيم وحاصرت منزلا وقتلت شابا، شنوا حملة دهم أسفرت عن اعتقال أربعة: how what was done was begun; اعتقلوا شابين
 * وضبطوا أسلحة, where nobody says how many: what they came upon. */
static bool step(const isn_work *k, const isn_ev *rep) {
    bool joint = rep->event == ISN_EV_COOPERATE && rep->verb && isn_work_pronoun(k, rep->last - 1);
    bool found = rep->mode == ISN_MODE_SEIZE;
    if ((!joint && !(rep->flags & ISN_TG_STEP)) || rep->denied || rep->future)
        return false;
    if (rep->effect || (found && k->m->numbers.at[rep->last] != ISN_NONE))
        return led_away(k, rep);
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->group == rep->group && !e->dead && e->effect == ISN_WHAT_KILLED && e->ntakes)
            return false; /* أسفرت عملية الجيش عن القضاء على ثلاثة وتوقيف رابع */
        if (e->group == rep->group || e->dead || e->absorbed || e->denied || e->negative ||
            e->flags & ISN_TG_STEP)
            continue;
        bool done = rep->verb || found
                        ? e->effect || e->event == ISN_EV_ASSAULT || e->mode == ISN_MODE_SEIZE
                        : e->effect == ISN_WHAT_CAPTURED;
        if (joint && e->event == ISN_EV_ASSAULT && e->flags & (ISN_TG_ATTACK | ISN_TG_CASUALTY))
            return true; /* قتلوا تسعة في عملية مشتركة نفذتها القوات */
        bool whose = same_doer(e, rep) || !rep->verb || (found && !rep->actors.n) ||
                     (!e->verb && !e->actors.n && e->first > rep->first);
        if (done && whose && (e->event == ISN_EV_ASSAULT || e->event == ISN_EV_COERCE))
            return true;
    }
    return false;
}

/* اعتقلت ثلاثة وضبطت بحوزتهم أسلحة، قتلوا عشرة وصودرت ذخيرة: what was found with those who were struck or taken is told beside it. */
static bool found_besides(const isn_work *k, const isn_ev *rep) {
    bool holds = rep->verb && (rep->form & ISN_FORM_KIND) == ISN_FORM_IMPF; /* لا تزال تحتجز سفنا */
    if (!(rep->flags & ISN_TG_FOUND) || rep->denied || rep->negative || holds || rep->lit)
        return false; /* وبعد تفتيش المنطقة تم ضبط أسلحة: by a search of its own */
    for (uint32_t i = k->sentence_ev[rep->sentence]; &k->evs.ptr[i] < rep; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->group == rep->group || e->dead || e->absorbed || e->denied || e->negative ||
            e->flags & ISN_TG_STEP || (isn_trigger_storms(k, e) && !e->effect))
            continue;
        bool deed = e->event == ISN_EV_ASSAULT || e->event == ISN_EV_MOBILIZE ||
                    e->effect == ISN_WHAT_CAPTURED;
        if (deed && (!rep->actors.n || !e->actors.n || same_doer(e, rep)))
            return true;
    }
    return false;
}

/* اقتحمت القوات البلدة وانسحبت قبيل الفجر: how what they did ended. */
static bool left_again(const isn_work *k, const isn_draft *d, const isn_ev *rep) {
    if (rep->event != ISN_EV_RETREAT || d->c.mode != ISN_MODE_WITHDRAW || !rep->verb ||
        rep->negative || rep->denied || rep->future || d->counts.len)
        return false;
    for (uint32_t i = k->sentence_ev[rep->sentence]; &k->evs.ptr[i] < rep; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (!e->dead && e->event == ISN_EV_ASSAULT && e->verb && isn_trigger_storms(k, e) &&
            (!rep->actors.n || same_doer(e, rep)))
            return true;
    }
    return false;
}

/* إنه هجوم نفذه التنظيم: where another word of the group tells it, it is not only named. */
static bool only_named(const isn_work *k, const isn_ev *rep) {
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->group == rep->group && !e->dead && !e->recalled)
            return false;
    }
    return true;
}

static isn_mark evidence(const isn_work *k, uint32_t s) {
    const isn_sentence *x = &k->scan->text->sentences[s];
    uint32_t start = k->scan->text->tokens[x->first].start,
             end = k->scan->text->tokens[x->last - 1].end;
    return (isn_mark){isn_str_of(k->record->article->bytes + start, end - start), start, end};
}

/* What the draft has gathered so far is the claim's. */
static void settle(isn_draft *d) {
    isn_claim *c = &d->c;
    c->anchors = d->anchors.ptr, c->nanchors = d->anchors.len;
    c->actors = d->actors.ptr, c->nactors = d->actors.len;
    c->recipients = d->recipients.ptr, c->nrecipients = d->recipients.len;
    c->counts = d->counts.ptr, c->ncounts = d->counts.len;
    c->places = d->places.ptr, c->nplaces = d->places.len;
    c->chain = d->chain.ptr, c->nchain = d->chain.len;
    c->rules = d->rules.ptr, c->nrules = d->rules.len;
}

static void finish(isn_work *k, isn_draft *d, uint32_t s, uint32_t rep) {
    isn_claim *c = &d->c;
    isn_rec_place *seat = NULL; /* not where it was: another place may be found yet */
    if (d->places.len == 1 && d->places.ptr[0].seat) {
        seat = ISN_NEW(k->arena, isn_rec_place, 1);
        *seat = d->places.ptr[0];
        d->places.len = 0;
    }
    bool told = d->places.len;
    isn_emit_place_of_same_doer(k, d, &k->evs.ptr[rep]);
    isn_emit_place_of_raid(k, d, &k->evs.ptr[rep]);
    isn_emit_place_of_cause(k, d, &k->evs.ptr[rep]);
    isn_emit_place_of_next(k, d, &k->evs.ptr[rep]);
    isn_emit_place_of_witness(k, d, &k->evs.ptr[rep]);
    isn_emit_place_of_twin(k, d, &k->evs.ptr[rep]);
    isn_emit_place_of_sentence(k, d, &k->evs.ptr[rep]);
    settle(d);
    if (!told) {
        c->lent = c->places, c->nlent = c->nplaces;
        c->places = seat, c->nplaces = seat != NULL;
    }
    c->refers_to = ISN_NONE;
    c->evidence = evidence(k, s);
    *ISN_PUSH(k->arena, &k->claims) = *c;
    *ISN_PUSH(k->arena, &k->claim_sentence) = s;
    *ISN_PUSH(k->arena, &k->claim_ev) = rep;
}

static bool future_blow(const isn_ev *rep) {
    return rep->event == ISN_EV_ASSAULT && rep->future && rep->verb && !rep->denied &&
           rep->chain != ISN_NONE;
}

/* تعهد بمواصلة الحرب، بأن يشن هجوما: the word of promise by which it is to come, and by a word that carries it out; not تعهد
 * بوقف الحرب. */
static const isn_ev *vow_of(const isn_work *k, uint32_t r) {
    const isn_ev *rep = &k->evs.ptr[r];
    const isn_ev *vow = rep->by != ISN_NONE ? &k->evs.ptr[rep->by] : NULL;
    if (!vow || vow->type != ISN_TY_COMMITMENT || rep->event != ISN_EV_ASSAULT || rep->verb ||
        !rep->future || rep->denied || rep->negative || !rep->actors.n)
        return NULL;
    for (const isn_ev *e = vow + 1; e < rep; e++)
        if (e->by == r && e->flags & ISN_TG_LIGHT &&
            (e->verb || isn_work_pre(k, e->first, e->reading) & ISN_CL_BEH))
            return vow;
    return NULL;
}

/* اعتقل بتهمة كذا، وهو ما ينفيه: not the arrest. */
static bool denies_charge(const isn_work *k, const isn_ev *rep) {
    const isn_ev *held = NULL;
    for (uint32_t i = k->sentence_ev[rep->sentence]; &k->evs.ptr[i] < rep; i++)
        if (!k->evs.ptr[i].dead && !k->evs.ptr[i].absorbed)
            held = &k->evs.ptr[i];
    if (held == NULL || (held->event != ISN_EV_COERCE && held->event != ISN_EV_SANCTION))
        return false;
    for (uint32_t w = held->last; w < rep->first; w++)
        if (isn_role_cue(k, w, ISN_CUE_ACCUSATION))
            return true;
    return false;
}

/* The charge that was told right before a denial, or NULL. */
static const isn_ev *charge_before(const isn_work *k, const isn_ev *rep) {
    if (k->claims.len == 0 || k->claims.ptr[k->claims.len - 1].event != ISN_EV_ACCUSE)
        return NULL;
    const isn_ev *accuse = &k->evs.ptr[k->claim_ev.ptr[k->claims.len - 1]];
    return rep->sentence > accuse->sentence + 1 ? NULL : accuse;
}

/* اتهموا الهيئة بمنع قافلة، ونفت ذلك: to keep from is to coerce. */
static bool charged_to_hinder(const isn_work *k, const isn_ev *rep) {
    const isn_ev *accuse = charge_before(k, rep);
    if (accuse == NULL)
        return false;
    uint32_t end = k->scan->sentence_word[accuse->sentence + 1];
    for (uint32_t w = accuse->last; w < end && (w < rep->first || rep->first < accuse->first); w++)
        if (isn_role_cue(k, w, ISN_CUE_PREVENT))
            return true;
    return false;
}

/* اتهموا الجيش بقصف القرية، ونفى ذلك: the deed with which somebody was charged right before, or NULL. */
static const isn_ev *charged_with(const isn_work *k, const isn_ev *rep) {
    const isn_ev *accuse = charge_before(k, rep);
    if (accuse == NULL)
        return NULL;
    for (uint32_t i = k->sentence_ev[accuse->sentence]; i < k->sentence_ev[accuse->sentence + 1];
         i++) {
        const isn_ev *e = &k->evs.ptr[i];
        bool act = isn_type_deed(e->event) || e->event == ISN_EV_MOBILIZE || e->event == ISN_EV_AID;
        bool governed = e->absorbed && e->by != ISN_NONE && &k->evs.ptr[e->by] == accuse;
        if (e->first > accuse->first && e != rep && act &&
            (governed || (e->dead && e->why != NULL && !strcmp(e->why, "a charge"))))
            return e;
    }
    return NULL;
}

/* One who says of himself that he did not do it, by a verb: قال: «لم ننسحب». */
static bool says_not(const isn_ev *e) {
    return e->negative && !e->denied && e->verb && e->event && !e->dead && !e->absorbed &&
           e->chain != ISN_NONE && !isn_type_refusal(e) && !(e->flags & ISN_TG_CASUALTY);
}

/* نفى أن تكون قواته نفذت العملية، وقال: «لم تخرج أي قوة»: what he denied before in the sentence, in other words. */
static bool denied_already(const isn_work *k, const isn_ev *rep) {
    if (!says_not(rep))
        return false;
    for (uint32_t i = k->sentence_ev[rep->sentence]; &k->evs.ptr[i] < rep; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->denied && e->event && !e->dead && e->group != rep->group && one_speaker(k, e, rep))
            return true;
    }
    return false;
}

/* نفى ذلك، وقال: «لم نوافق على هدنة»: what it is that he denies. */
static bool denies_as_he_says(const isn_work *k, isn_ev *rep) {
    if (!(rep->flags & ISN_TG_TOLD) || rep->flags & ISN_TG_OWN)
        return false;
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (e->first < rep->last || !says_not(e) || !one_speaker(k, e, rep))
            continue;
        rep->event = e->event;
        rep->mode = e->mode;
        rep->denied = true;
        e->group = rep->group;
        return true;
    }
    return false;
}

/* Is help all that was told in this sentence and the one before? */
static bool only_aid(const isn_work *k, const isn_ev *rep) {
    uint32_t n = 0;
    for (uint32_t i = k->claims.len; i-- > 0 && k->claim_sentence.ptr[i] + 1 >= rep->sentence; n++)
        if (k->claims.ptr[i].event != ISN_EV_AID)
            return false;
    return n > 0;
}

/* نفى قائد القوات وجود أي أجانب: that they are there, and no deed. */
static bool denies_presence(const isn_work *k, const isn_ev *rep) {
    enum { OBJECT = 7 };
    uint32_t end = k->scan->sentence_word[rep->sentence + 1];
    for (uint32_t w = rep->last; w < end && w - rep->last < OBJECT; w++) {
        if (w > rep->last && k->scan->words[w - 1].flags & ISN_WF_COMMA)
            return false;
        if (isn_role_cue(k, w, ISN_CUE_PRESENCE))
            return true;
    }
    return false;
}

/* نفت صحة أنباء عن نقص الأدوية، نفى ما نشر حول استقالته: what is denied stands behind it, and is of no category. */
static bool denies_another(const isn_work *k, const isn_ev *rep) {
    enum { OBJECT = 14 };
    if (!(rep->flags & ISN_TG_TOLD) || rep->flags & ISN_TG_OWN || isn_type_points_back(k, rep))
        return false;
    uint32_t end = k->scan->sentence_word[rep->sentence + 1];
    for (uint32_t w = rep->last; w + 1 < end && w - rep->last < OBJECT; w++) {
        if (k->fn[w] == ISN_FN_THIS || isn_role_cue(k, w, ISN_CUE_DEED))
            return false;
        if (k->fn[w] == ISN_FN_AN)
            return k->fn[w + 1] != ISN_FN_THIS && !isn_role_cue(k, w + 1, ISN_CUE_DEED);
    }
    return false;
}

/* Of what was told right before, in this sentence or the last, by another: what a denial that points back is of. */
static uint32_t told_before(const isn_work *k, const isn_ev *rep) {
    for (uint32_t i = k->claims.len; i-- > 0 && k->claim_sentence.ptr[i] + 1 >= rep->sentence;) {
        const isn_claim *c = &k->claims.ptr[i];
        const isn_ev *e = &k->evs.ptr[k->claim_ev.ptr[i]];
        if (c->type == ISN_TY_DENIAL || c->negative || !c->main || e->first > rep->first ||
            one_speaker(k, e, rep))
            continue;
        return isn_type_deed(c->event) || c->event == ISN_EV_CONCEDE || c->event == ISN_EV_AGREE
                   ? i
                   : ISN_NONE;
    }
    return ISN_NONE;
}

/* Is it a deed that cannot be, the way things are by the words of `row`: held still, a mishap, alive, unharmed, absent? */
static bool belied(const isn_claim *c, const isn_ev *e, const isn_work *k, uint32_t row) {
    bool taken = false, one_dead = false;
    for (uint32_t i = 0; i < c->ncounts; i++) {
        taken |= c->counts[i].what == ISN_WHAT_CAPTURED;
        one_dead |= c->counts[i].what == ISN_WHAT_KILLED && c->counts[i].best == 1;
    }
    if (isn_work_framed(k, row, ISN_FR_HELD))
        return (c->event == ISN_EV_ASSAULT &&
                (isn_work_takes_land(k, e) || isn_work_framed(k, e->row, ISN_FR_STORM))) ||
               (c->event == ISN_EV_RETREAT && /* لم تبرح مواقعها */
                (c->mode == ISN_MODE_RELEASE || c->mode == ISN_MODE_WITHDRAW));
    if (isn_work_framed(k, row, ISN_FR_ALIVE))
        return one_dead;
    if (isn_work_framed(k, row, ISN_FR_UNHARMED))
        return (taken && (c->event == ISN_EV_ASSAULT || c->event == ISN_EV_COERCE)) ||
               isn_work_framed(k, e->row, ISN_FR_DESTROY) ||
               isn_work_framed(k, e->row, ISN_FR_INTERCEPT);
    return c->event == ISN_EV_ASSAULT ||
           (c->event == ISN_EV_COERCE && isn_work_framed(k, row, ISN_FR_ABSENT));
}

/* أطلقوا طاقم قاطرة من 11 بحارا ظل في قبضتهم شهرا: what describes those who were freed is no other word on it. */
static bool in_one_breath(const isn_work *k, const isn_ev *e, const isn_ev *rep) {
    if (e->sentence != rep->sentence || e->first > rep->first || e->effect != ISN_WHAT_RELEASED ||
        k->scan->words[rep->first].flags & ISN_WF_BREAK)
        return false;
    uint32_t c = k->m->entities.cover[rep->first - 1];
    bool whom = c != ISN_NONE && isn_work_entity(k, c)->kind == ISN_ENT_PEOPLE &&
                !(isn_work_pre(k, isn_work_entity(k, c)->first, 0) & ISN_CL_AL);
    for (uint32_t w = e->last; whom && w < rep->first; w++)
        whom = k->fn[w] != ISN_FN_THAT && k->fn[w] != ISN_FN_WHILE &&
               !(k->scan->words[w].flags & (ISN_WF_STOP | ISN_WF_COLON));
    return whom;
}

/* لم تخرج البلدة من قبضة قواتنا، الرهائن ما زالوا في أيدينا: how things stand by one, after another has told that they were changed; أغارت
 * مسيرة على المستودع، وقالت البلدية إن ما جرى حادث عرضي: of a blow that another has told right before. */
static bool stands_otherwise(const isn_work *k, isn_ev *rep) {
    enum { NEAR = 2, FAR = 8 }; /* sentences */
    bool held = isn_work_framed(k, rep->row, ISN_FR_HELD);
    bool absent = isn_work_framed(k, rep->row,
                                  ISN_FR_ABSENT); /* that they did it the report may tell itself */
    for (uint32_t i = k->claims.len; i-- > 0 && rep->chain != ISN_NONE;) {
        const isn_claim *c = &k->claims.ptr[i];
        const isn_ev *e = &k->evs.ptr[k->claim_ev.ptr[i]];
        if (rep->sentence - e->sentence > (held ? FAR : NEAR))
            return false;
        if (c->type == ISN_TY_DENIAL || c->negative || !c->main ||
            (!held && !absent && e->chain == ISN_NONE) || in_one_breath(k, e, rep) ||
            !belied(c, e, k, rep->row) || one_speaker(k, e, rep))
            continue;
        rep->event = c->event;
        rep->mode = c->mode;
        rep->denied = true;
        return true;
    }
    return false;
}

/* قتل أربعة خلال حظر للتجوال. ونفى الجيش أي صلة له بالحادث: a blow that cost lives, told in the sentence of claim `i`. */
static bool blow_beside(const isn_work *k, const isn_ev *rep, uint32_t i) {
    if (!(rep->flags & ISN_TG_OWN) || k->claim_sentence.ptr[i] == rep->sentence)
        return false;
    for (uint32_t j = i; j-- > 0 && k->claim_sentence.ptr[j] == k->claim_sentence.ptr[i];)
        if (k->claims.ptr[j].event == ISN_EV_ASSAULT && k->claims.ptr[j].ncounts)
            return true;
    return false;
}

/* نفت القوات مسؤوليتها: nothing in the sentence tells what is denied, so it is the deed told last. */
static bool denies_what_was_told(const isn_work *k, isn_ev *rep) {
    if (isn_work_framed(k, rep->row, ISN_FR_HELD) || isn_work_states(k, rep->row))
        return stands_otherwise(k, rep);
    if (isn_cue_undecided(k, rep->first, k->s0[rep->sentence]))
        return false;
    if (isn_type_false_words(rep) && rep->chain == ISN_NONE && !rep->title)
        return false; /* the report's own words deny nothing */
    if ((rep->flags & ISN_TG_TOLD && denies_charge(k, rep)) ||
        (!(rep->flags & ISN_TG_TOLD) && denies_presence(k, rep)))
        return false;
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        bool charges = e->event == ISN_EV_ACCUSE && !e->verb; /* نفت هذه الاتهامات */
        bool said_not = isn_type_false_words(rep) && e < rep && e->negative && !e->absorbed &&
                        !(e->flags & ISN_TG_CASUALTY) && one_speaker(k, e, rep);
        if (e != rep && (e->denied || said_not) && e->event && !e->dead && !charges)
            return false; /* إن الحزام لم يشهد أي قصف، واصفا تلك البلاغات بأنها من نسج الخيال */
    }
    if (denies_as_he_says(k, rep))
        return true;
    const isn_ev *charge = charged_with(k, rep);
    if (charge != NULL || charged_to_hinder(k, rep)) {
        rep->event = charge != NULL ? charge->event : ISN_EV_COERCE;
        rep->mode = charge != NULL ? charge->mode : 0;
        rep->denied = true;
        return true;
    }
    bool which = rep->verb && rep->first > k->s0[rep->sentence] &&
                 k->fn[rep->first - 1] == ISN_FN_WHICH; /* رفضت الكشف عن مصيره، وهو ما نفاه */
    if (which && k->claims.len && k->claim_sentence.ptr[k->claims.len - 1] == rep->sentence &&
        k->claims.ptr[k->claims.len - 1].event != ISN_EV_ACCUSE) {
        rep->event = k->claims.ptr[k->claims.len - 1].event;
        rep->denied = true;
        return rep->event != ISN_EV_NONE;
    }
    uint32_t told = isn_type_points_back(k, rep) ? told_before(k, rep) : ISN_NONE;
    if (told != ISN_NONE) { /* دخلوا في إضراب عن الطعام. ونفت الإدارة ذلك */
        rep->event = k->claims.ptr[told].event;
        rep->denied = true;
        return true;
    }
    if (denies_another(k, rep))
        return false;
    if (rep->flags & ISN_TG_TOLD && only_aid(k, rep)) {
        rep->event = ISN_EV_AID; /* زودتهم طهران بالصواريخ. ورفضت إيران هذه المزاعم */
        rep->denied = true;
        return true;
    }
    /* اتهموا الحكومة بالتباطؤ، فنفت ذلك: of no deed, unless there was an attack */
    const isn_ev *accuse = charge_before(k, rep);
    bool charged_here = accuse != NULL && accuse->sentence == rep->sentence;
    for (uint32_t i = k->claims.len; i-- > 0;) {
        uint8_t event = k->claims.ptr[i].event;
        bool here = k->claim_sentence.ptr[i] == rep->sentence;
        if (event != ISN_EV_ASSAULT &&
            (event != ISN_EV_COERCE || charged_here || isn_type_led_up(k, i) ||
             blow_beside(k, rep, i)) &&
            !(here && (event == ISN_EV_RETREAT || event == ISN_EV_CONCEDE)))
            continue;
        rep->event = event;
        rep->denied = true;
        return true;
    }
    return false;
}

/* The count that ends where the mark does, which is another's. */
static void drop_count(isn_claim *c, isn_mark own) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < c->ncounts; i++)
        if (c->counts[i].mark.end != own.end)
            c->counts[kept++] = c->counts[i];
    c->ncounts = kept;
}

/* وقالت الشرطة إن العدد سبعة، لكن ضابطا قال إنهم أربعون: how many they were of whom another has just told. */
static bool counts_otherwise(isn_work *k, isn_ev *rep) {
    enum { CLAIMS = 4, SENTENCES = 3 };
    uint32_t n = isn_trigger_figure(k, rep->last - 1);
    for (uint32_t i = k->claims.len, seen = 0;
         n != ISN_NONE && rep->chain != ISN_NONE && i-- > 0 && seen < CLAIMS; seen++) {
        const isn_claim *c = &k->claims.ptr[i];
        const isn_ev *e = &k->evs.ptr[k->claim_ev.ptr[i]];
        if (rep->sentence - e->sentence > SENTENCES)
            return false;
        uint32_t x = 0;
        while (x < c->ncounts &&
               (c->counts[x].what == ISN_WHAT_ACTIONS || c->counts[x].quantity == ISN_Q_NONE))
            x++;
        if (x == c->ncounts || c->negative || e->chain == ISN_NONE || one_speaker(k, e, rep))
            continue;
        const isn_number *q = &k->m->numbers.ptr[n];
        isn_mark own = isn_emit_mark(k, q->first, q->last, 0);
        uint8_t what = c->counts[x].what, harm = c->counts[x].harm;
        drop_count(&k->claims.ptr[i], own);
        rep->event = c->event;
        rep->mode = c->mode;
        rep->effect = what;
        rep->reached = true;
        isn_count_add(rep, n, ISN_NONE, what, harm);
        return true;
    }
    return false;
}

/* تبنى التنظيم الهجوم: the means are those told before. */
static uint8_t mode_claimed(const isn_work *k, const isn_claim *c) {
    for (uint32_t i = k->claims.len; i-- > 0;)
        if (k->claims.ptr[i].event == c->event && k->claims.ptr[i].type == ISN_TY_INCIDENT)
            return k->claims.ptr[i].mode;
    return 0;
}

static void take_parties(const isn_work *k, isn_draft *d, const isn_claim *c) {
    d->actors.len = d->recipients.len = 0;
    for (uint32_t i = 0; i < c->nactors; i++)
        *ISN_PUSH(k->arena, &d->actors) = c->actors[i];
    for (uint32_t i = 0; i < c->nrecipients; i++)
        *ISN_PUSH(k->arena, &d->recipients) = c->recipients[i];
}

/* أكد مسؤول أن المهلة تنتهي مع نهاية أيار: by when what was promised or demanded before is due, as he has it. */
static void tells_deadline(const isn_work *k, isn_draft *d, isn_ev *rep) {
    enum { BACK = 6 };
    if (rep->verb || rep->event != ISN_EV_REQUEST || !rep->definite || !d->c.deadline.known ||
        d->recipients.len)
        return;
    for (uint32_t i = k->claims.len, n = 0; i-- > 0 && n < BACK; n++) {
        const isn_claim *c = &k->claims.ptr[i];
        bool due = c->type == ISN_TY_COMMITMENT || c->event == ISN_EV_REQUEST;
        if (!c->deadline.known || !due || c->negative)
            continue;
        if (c->event != rep->event) {
            rep->event = d->c.event = c->event;
            rep->type = ISN_TY_COMMITMENT;
            d->c.mode = c->mode;
        }
        take_parties(k, d, c);
        return;
    }
}

/* ضبطهما أثناء عبور الحدود: several who are spoken of as people are arrested, and not seized. */
static void takes_people(const isn_work *k, isn_draft *d, const isn_ev *rep) {
    uint8_t suf = k->scan->words[rep->first].reading[rep->reading].suf;
    if (d->c.event == ISN_EV_COERCE && d->c.mode == ISN_MODE_SEIZE && rep->last == rep->first + 1 &&
        (suf == ISN_SUF_HUM || suf == ISN_SUF_HUMA))
        d->c.mode = ISN_MODE_ARREST;
}

/* أوقف مسلحون ثلاث شاحنات واقتادوا سائقيها: gunmen and gangs whom no authority stands behind arrest nobody, they abduct. */
static void who_takes(isn_draft *d) {
    if (d->c.event != ISN_EV_COERCE || d->c.mode != ISN_MODE_ARREST || !d->actors.len)
        return;
    for (uint32_t i = 0; i < d->actors.len; i++) {
        uint8_t sector = d->actors.ptr[i].sector;
        if (sector != ISN_SEC_UAF && sector != ISN_SEC_CRM && sector != ISN_SEC_IMG)
            return;
    }
    d->c.event = ISN_EV_ASSAULT;
    d->c.mode = ISN_MODE_ABDUCT;
}

static bool private_people(uint8_t sector) {
    return sector == ISN_SEC_CVL || sector == ISN_SEC_LAB || sector == ISN_SEC_EDU ||
           sector == ISN_SEC_SOC || sector == ISN_SEC_AGR;
}

/* يغلق عمال الطريق: a road that people close they close in protest, and one that the police closes is only closed. Not settlers
 * and other groups by name. */
static void who_closes(isn_draft *d) {
    if (!d->c.mode || (d->c.event != ISN_EV_COERCE && d->c.event != ISN_EV_PROTEST))
        return;
    bool closed = d->c.event == ISN_EV_COERCE && d->c.mode == ISN_MODE_RESTRICT;
    bool blocked = d->c.event == ISN_EV_PROTEST && d->c.mode == ISN_MODE_OBSTRUCT;
    if ((!closed && !blocked) || !d->actors.len || (closed && d->recipients.len))
        return;
    for (uint32_t i = 0; i < d->actors.len; i++) {
        const isn_rec_actor *a = &d->actors.ptr[i];
        bool people = private_people(a->sector);
        bool force = a->sector == ISN_SEC_COP || a->sector == ISN_SEC_MIL;
        if (closed ? !people || a->id.len : !force)
            return;
    }
    d->c.event = closed ? ISN_EV_PROTEST : ISN_EV_COERCE;
    d->c.mode = closed ? ISN_MODE_OBSTRUCT : ISN_MODE_RESTRICT;
}

/* اقتحم عشرات الخريجين مقر الشركة: people of no arms and no group's name, whom nothing tells of harm done by them. Not
 * people of another land than the place's, such as settlers. */
static void who_storms(const isn_work *k, isn_draft *d, const isn_ev *rep) {
    if (d->c.event != ISN_EV_ASSAULT || d->c.mode || !rep->verb || !d->actors.len ||
        d->counts.len || !isn_trigger_storms(k, rep))
        return;
    isn_str land = d->places.len ? d->places.ptr[0].country : isn_str_of("", 0);
    for (uint32_t i = 0; i < d->actors.len; i++) {
        const isn_rec_actor *a = &d->actors.ptr[i];
        if (!private_people(a->sector) || a->id.len || !land.len || !isn_str_eq(a->country, land))
            return;
    }
    d->c.event = ISN_EV_PROTEST;
    d->c.mode = ISN_MODE_RIOT;
}

/* مواجهات بين محتجين وقوات الأمن: unarmed people against the forces of their own land, and nobody is told to have been hurt in it. */
static void who_clashes(isn_draft *d, const isn_ev *rep) {
    if (d->c.event != ISN_EV_ASSAULT || d->c.mode || !(rep->flags & ISN_TG_RECIPROCAL) ||
        d->counts.len || d->actors.len + d->recipients.len != 2)
        return;
    const isn_rec_actor *a = d->actors.ptr, *b = d->actors.len > 1 ? a + 1 : d->recipients.ptr;
    if (!d->actors.len || !isn_str_eq(a->country, b->country))
        return;
    const isn_rec_actor *force = private_people(a->sector) ? b : a, *crowd = force == a ? b : a;
    if (private_people(crowd->sector) && !crowd->id.len &&
        (force->sector == ISN_SEC_COP || force->sector == ISN_SEC_MIL))
        d->c.event = ISN_EV_PROTEST;
}

/* العملية يجب أن تنجز قبل نهاية العام، الجدول الزمني يمتد حتى آذار: by when what was told last is due. */
static bool falls_due(const isn_work *k, isn_draft *d, isn_ev *rep) {
    enum { BACK = 6, NEAR = 10 };
    if (!d->c.deadline.known || d->c.deadline.end <= k->m->story.published)
        return false;
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        uint32_t far = e->first > rep->first ? e->first - rep->first : rep->first - e->first;
        bool named = e->event == ISN_EV_REQUEST && !e->verb; /* المهلة تنتهي */
        if (e != rep && e->event && !e->dead && !named && far <= NEAR)
            return false; /* عملية الانسحاب ستنتهي الأحد: told there by its own word */
    }
    for (uint32_t i = k->claims.len, n = 0; i-- > 0 && n < BACK; n++) {
        const isn_claim *c = &k->claims.ptr[i];
        bool ultimatum = c->event == ISN_EV_REQUEST && c->deadline.known;
        if ((c->type != ISN_TY_COMMITMENT && !ultimatum && c->event != ISN_EV_RETREAT) ||
            c->negative || !c->main)
            continue;
        rep->event = d->c.event = c->event;
        rep->type = c->event == ISN_EV_REQUEST ? ISN_TY_STATEMENT : ISN_TY_COMMITMENT;
        rep->future = c->event != ISN_EV_REQUEST;
        d->c.mode = c->mode;
        take_parties(k, d, c);
        return true;
    }
    return false;
}

/* أسقطت الدفاعات مسيرة: a weapon is no property that is destroyed. */
static bool brought_down(const isn_work *k, const isn_draft *d, const isn_ev *rep) {
    return d->c.mode == ISN_MODE_DESTROY &&
           isn_work_slot(k, rep->row, ISN_FRAME_OBJECT) == ISN_SLOT_WEAPON;
}

/* نزحت مئة أسرة: people fled, and it is not told who drove them out. PLOVER has no category for that. */
static bool fled(const isn_work *k, const isn_draft *d, const isn_ev *rep) {
    return d->c.event == ISN_EV_COERCE && !d->actors.len && rep->effect == ISN_WHAT_DISPLACED &&
           isn_work_slot(k, rep->row, ISN_FRAME_SUBJECT) == ISN_SLOT_VICTIM;
}

/* نفت الوزارة وقوع هجوم: the verb that denies the deed, which is what the claim is told by. */
static const isn_ev *denied_by(const isn_work *k, const isn_ev *rep) {
    for (const isn_ev *e = rep; rep->denied && e-- > k->evs.ptr && e->sentence == rep->sentence;)
        if (e->type == ISN_TY_DENIAL && !e->event && e->verb)
            return e->first == rep->cue_word ? e : NULL;
    return NULL;
}

void isn_emit_group(isn_work *k, uint32_t s, uint32_t group) {
    uint32_t r = representative(k, s, group);
    if (r == ISN_NONE)
        return;
    isn_ev *rep = &k->evs.ptr[r];
    isn_draft d = {0};
    if (rep->type == ISN_TY_DENIAL && !rep->event && !denies_what_was_told(k, rep))
        return;
    if (isn_work_framed(k, rep->row, ISN_FR_FIGURE) && !counts_otherwise(k, rep))
        return;
    if (denied_already(k, rep))
        return;
    bool due = rep->type == ISN_TY_COMMITMENT && !rep->event && rep->flags & ISN_TG_TOLD;
    d.c.event = rep->event;
    d.c.mode = rep->mode;
    d.c.main = true;
    rep->direct = isn_emit_in_quote(k, rep->first);
    isn_mark at = isn_emit_mark(k, rep->first, rep->last, rep->reading);
    d.c.anchor = at;
    isn_emit_rule(k, &d, "event_type", ISN_T_TRIGGER, rep->row, "trigger", at);
    if (isn_type_refusal(rep))
        isn_type_refuses(k, rep);
    const isn_ev *vow = vow_of(k, r);
    if (vow && vow->actors.n) /* who vows it */
        rep->actors = vow->actors, rep->chain = vow->chain;
    const isn_ev *word = denied_by(k, rep);
    if (word != NULL) {
        d.c.anchor = isn_emit_mark(k, word->first, word->last, word->reading);
        *ISN_PUSH(k->arena, &d.anchors) = d.c.anchor;
    }
    members(k, &d, s, group, rep);
    if (belies_toll(k, &d, rep))
        rep->negative = true;
    else if (weak(k, &d, rep) || mere_warning(k, &d, rep) || none_only(k, &d, rep))
        return;
    /* لم يقدم أحد للمحاكمة: of nobody it is told that he did not charge or punish */
    if (rep->negative && !rep->denied && !d.actors.len && rep->verb && !isn_type_refusal(rep) &&
        (rep->event == ISN_EV_ACCUSE || rep->event == ISN_EV_SANCTION))
        return;
    who_takes(&d);
    who_closes(&d);
    who_storms(k, &d, rep);
    who_clashes(&d, rep);
    takes_people(k, &d, rep);
    if (rep->flags & ISN_TG_CLAIM && !d.c.mode)
        d.c.mode = mode_claimed(k, &d.c);
    if (isn_type_refusal(rep)) { /* "we will not withdraw" */
        bool hold = rep->event == ISN_EV_RETREAT;
        d.c.event = ISN_EV_REJECT;
        d.c.mode = isn_type_refused_mode(rep->event);
        d.c.modality = hold ? 1 : 0;
        d.c.negative = hold;
    }
    if (rep->event == ISN_EV_ASSAULT && rep->future && !rep->denied && !future_blow(rep) && !vow) {
        d.c.modality = rep->modality == 2 ? 2 : 1;
        rep->dead_main = true;
    }
    if (vow || future_blow(rep)) { /* "we will strike": a threat */
        d.c.event = ISN_EV_THREATEN;
        d.c.mode = ISN_MODE_VIOLENCE;
        rep->future = false;
        rep->type = vow ? ISN_TY_COMMITMENT : ISN_TY_STATEMENT;
    }
    isn_emit_set_dates(k, &d, rep, group);
    rep->recalled = only_named(k, rep) || talks_named(&d, rep) || named_after(k, &d, rep) ||
                    step(k, rep) || fled_uncounted(k, &d, rep) || described(k, &d, rep) ||
                    still_so(k, rep) || found_guilty(k, rep) || left_again(k, &d, rep);
    tells_deadline(k, &d, rep);
    /* promised, but what is of no category: news where it is told by when */
    if (rep->event == ISN_EV_AGREE && rep->type == ISN_TY_COMMITMENT && !d.c.deadline.known)
        d.c.main = false;
    if (due && !falls_due(k, &d, rep))
        return;
    settle(&d);
    isn_type_set(k, &d.c, rep);
    rep->recalled |= holds_land(k, &d, rep);
    rep->dead_main |= found_besides(k, rep);
    isn_type_modality(k, &d.c, rep);
    if (rep->why)
        isn_emit_rule(
            k, &d, "modality", ISN_T_CUE, rep->cue_row, rep->why,
            rep->cue_word == ISN_NONE ? at : isn_emit_mark(k, rep->cue_word, rep->cue_word + 1, 0));
    if (brought_down(k, &d, rep))
        d.c.mode = 0;
    if (fled(k, &d, rep))
        d.c.event = ISN_EV_NONE, d.c.mode = 0;
    isn_emit_set_chain(k, &d, rep);
    finish(k, &d, s, r);
}
