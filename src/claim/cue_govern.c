/* cue_govern.c: what governs what: demanded, threatened, decided, denied. */
#include "claim/cuework.h"

static bool governs(const isn_ev *p) {
    switch (p->event) {
    case ISN_EV_REQUEST:
    case ISN_EV_THREATEN:
    case ISN_EV_ACCUSE:
    case ISN_EV_REJECT:
    case ISN_EV_SUPPORT:
    case ISN_EV_AGREE:
    case ISN_EV_CONSULT:
    case ISN_EV_CONCEDE:
    case ISN_EV_RETREAT:
    case ISN_EV_SANCTION: return true;
    case ISN_EV_COERCE: return !p->verb;
    default:
        return p->type == ISN_TY_COMMITMENT ||
               p->flags & (ISN_TG_FUTURE | ISN_TG_PREVENT | ISN_TG_CLAIM | ISN_TG_LIGHT);
    }
}

/* What is done to another act: allowed, hindered, halted. */
static bool soft(const isn_ev *p) {
    return p->event == ISN_EV_RETREAT || p->event == ISN_EV_COERCE || p->event == ISN_EV_SANCTION;
}

/* خلال لقائهما، عقب الاجتماع، في ختام المحادثات */
static bool while_at(const isn_work *k, const isn_ev *c) {
    if (c->first <= k->s0[c->sentence])
        return false;
    uint32_t w = c->first - 1;
    return isn_cue_date_word(k, w, ISN_DW_DURING) || k->fn[w] == ISN_FN_FI ||
           k->fn[w] == ISN_FN_AFTER || isn_cue_date_word(k, w, ISN_DW_END);
}

/* أبدى الوزير، خلال اتصال مع نظيره، دعمه: the meeting or the call took place */
static bool meanwhile(const isn_work *k, const isn_ev *c) {
    return !c->definite && c->first > k->s0[c->sentence] &&
           (isn_cue_date_word(k, c->first - 1, ISN_DW_DURING) ||
            k->fn[c->first - 1] == ISN_FN_AFTER);
}

/* طالب ناشطون في مسيرة بالإفراج عنهم: the march in which they demand, where no إلى calls for it; دعا محتجون إلى إسقاط الحكومة في
 * تظاهرة, دعا الحزب إلى كذا خلال تظاهرة: something else is called for in it. */
static bool demanded_in(const isn_work *k, const isn_ev *p, const isn_ev *c) {
    if (!while_at(k, c))
        return false;
    bool crowd = false;
    for (uint32_t w = p->last; w < p->last + 2 && w < c->first; w++) {
        uint32_t e = k->m->entities.cover[w];
        crowd |= e != ISN_NONE && isn_work_entity(k, e)->kind == ISN_ENT_PEOPLE &&
                 isn_clause_prep(k, isn_work_entity(k, e)->first, isn_work_entity(k, e)->reading) ==
                     ISN_NO_FN;
    }
    if (crowd || isn_cue_date_word(k, c->first - 1, ISN_DW_DURING))
        return true;
    for (uint32_t w = p->last; w < c->first; w++)
        if (k->fn[w] == ISN_FN_ILA)
            return false;
    return true;
}

/* رفع: the form of a row's verbal noun of the same letters; 0: it has none. */
static uint16_t masdar_form(const isn_work *k, const isn_ev *e) {
    for (uint32_t h = k->scan->word_hit[e->first]; h < k->scan->word_hit[e->first + 1]; h++) {
        const isn_hit *hit = &k->scan->hits[h];
        for (unsigned i = 0; i < hit->nsenses; i++)
            if (hit->senses[i].table == ISN_T_TRIGGER && hit->senses[i].row == e->row &&
                (hit->senses[i].form & ISN_FORM_KIND) == ISN_FORM_MASDAR)
                return (uint16_t)hit->senses[i].form;
    }
    return 0;
}

static bool third_person_past(const isn_ev *e) {
    return e->verb && (e->form & ISN_FORM_KIND) == ISN_FORM_PERF && !(e->form & ISN_FORM_FEM) &&
           (e->form & ISN_FORM_NUMBER) == ISN_FORM_SG;
}

/* What is said of nouns alone: denied, charged, warned of, threatened with, spoken about. */
static bool says_nouns(const isn_work *k, const isn_ev *e, uint32_t verb) {
    const isn_hit *hit;
    const isn_sense *s = isn_work_has(k, verb, ISN_T_SPEECH)
                             ? isn_match_sense(&hit, k->scan, verb, ISN_T_SPEECH)
                             : NULL;
    int32_t act = s ? isn_lex_int(k->lex, ISN_T_SPEECH, s->row, ISN_SPEECH_ACT) : -1;
    if (act == ISN_ACT_DENY || act == ISN_ACT_WARN || act == ISN_ACT_ACCUSE ||
        act == ISN_ACT_ASCRIBE)
        return true;
    for (const isn_ev *p = e; p-- > k->evs.ptr && p->first >= verb;)
        if (p->first == verb)
            return p->event == ISN_EV_ACCUSE || p->event == ISN_EV_THREATEN ||
                   p->event == ISN_EV_REJECT || p->event == ISN_EV_CONSULT ||
                   p->type == ISN_TY_DENIAL;
    return false;
}

/* The verb that governs the noun before the word `w`, within its clause; ISN_NONE: another clause begins between. */
static uint32_t governor(const isn_work *k, uint32_t w, uint32_t s0) {
    enum { FAR = 16 };
    for (uint32_t back = 0; back < FAR && w-- > s0; back++) {
        if (k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY))
            return w;
        if (isn_clause_resets(k, w) || k->fn[w] == ISN_FN_THAT || k->fn[w] == ISN_FN_WHO ||
            k->fn[w] == ISN_FN_WHICH || k->scan->words[w].flags & ISN_WF_BREAK)
            return ISN_NONE;
    }
    return ISN_NONE;
}

/* نفى قصف المستشفى وقتل المرضى، هددوا بإغلاق الطريق ومنع التصدير، ناقشوا تبادل الأسرى وفتح الطرق: joined by و alone to a noun that is
 * denied, charged or threatened with, a word spelled like a verb in the past is a verbal noun too; not where a number is
 * behind it (وقتل ثلاثة: so many fell), or a doer. */
static bool joined_to_noun(const isn_work *k, const isn_ev *e) {
    bool good = e->event == ISN_EV_SUPPORT || e->event == ISN_EV_AID; /* بمحاسبتهم ودعم ضحاياهم */
    if (good || (e->verb && !third_person_past(e)) || e->last >= k->scan->nwords ||
        !(k->wc[e->first] & (ISN_WC_VERB | ISN_WC_RESET)) ||
        k->scan->words[e->first].flags & ISN_WF_BREAK ||
        !(isn_work_pre(k, e->first, e->reading) & ISN_CL_WAW))
        return false;
    uint32_t c = k->m->entities.cover[e->last];
    bool doer = c != ISN_NONE && isn_work_entity(k, c)->kind == ISN_ENT_ACTOR;
    if (e->verb && (doer || k->m->numbers.at[e->last] != ISN_NONE || k->fn[e->last] != ISN_NO_FN))
        return false;
    uint32_t verb = governor(k, e->first, k->s0[e->sentence]);
    return verb != ISN_NONE && says_nouns(k, e, verb);
}

void isn_cue_join_nouns(isn_work *k, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++) {
        isn_ev *e = &k->evs.ptr[i];
        uint16_t form = joined_to_noun(k, e) ? masdar_form(k, e) : 0;
        if (!form)
            continue;
        e->verb = e->passive = false;
        e->form = form;
        k->wc[e->first] &= (uint8_t) ~(ISN_WC_VERB | ISN_WC_RESET);
    }
}

/* دعا إلى وقف القتال، ورفع الحصار عن المدينة: what is asked for besides, a verbal noun spelled
 * like a verb in the past, whose doer would stand behind it. */
static bool asked_besides(const isn_work *k, const isn_ev *p, const isn_ev *e) {
    bool past = third_person_past(e);
    uint32_t c = e->last < k->scan->nwords ? k->m->entities.cover[e->last] : ISN_NONE;
    bool doer = c != ISN_NONE && isn_work_entity(k, c)->kind != ISN_ENT_PLACE;
    bool eases = e->event == ISN_EV_RETREAT || e->event == ISN_EV_AID; /* وفتح المعابر */
    eases |= e->last < k->scan->nwords && k->wc[e->last] & ISN_WC_TRIGGER &&
             !(k->wc[e->last] & ISN_WC_VERB) &&
             !isn_work_pre(k, e->last, 0); /* وفرض إدخال المساعدات */
    bool asked = p->event == ISN_EV_REQUEST || p->type == ISN_TY_COMMITMENT;
    return asked && (eases || k->scan->words[e->first].flags & ISN_WF_COMMA) && past && !doer &&
           !(e->flags & ISN_TG_SPEECH) && masdar_form(k, e);
}

/* Whether what p asks for besides begins with the word. */
static bool asks_besides(const isn_work *k, const isn_ev *p, uint32_t from, uint32_t to,
                         uint32_t w) {
    for (uint32_t i = from; i < to; i++)
        if (k->evs.ptr[i].first == w)
            return asked_besides(k, p, &k->evs.ptr[i]);
    return false;
}

/* طالب المعلمون المشاركون بالوقفة الحكومة بكذا: they take part in it, and do not call for it. */
static bool attended(const isn_work *k, const isn_ev *p, const isn_ev *c) {
    return c > p + 1 && (c - 1)->last == c->first && (c - 1)->flags & ISN_TG_LIGHT &&
           !(c - 1)->verb && isn_work_pre(k, c->first, c->reading);
}

static bool described_between(const isn_work *k, const isn_ev *p, const isn_ev *c) {
    for (uint32_t w = p->last; w < c->first; w++)
        if (k->fn[w] == ISN_FN_WHO)
            return true;
    return false;
}

/* اتفاقا لوقف إطلاق النار, صفقة لتبادل الأسرى: what an agreement is on, of which no figure and no time is told. */
static bool only_agreed_on(const isn_work *k, const isn_ev *c) {
    enum { NEAR = 12 };
    const isn_ev *q = c - 1;
    if (c->verb || c == k->evs.ptr || q->sentence != c->sentence || q->last != c->first ||
        q->event != ISN_EV_AGREE || q->verb ||
        !(isn_work_pre(k, c->first, c->reading) & ISN_CL_LAM))
        return false;
    uint32_t s1 = k->scan->sentence_word[c->sentence + 1];
    for (uint32_t w = c->last; w < s1 && w < c->last + NEAR; w++) {
        if (k->m->numbers.at[w] != ISN_NONE || k->m->dates.at[w] != ISN_NONE)
            return false;
        if (k->wc[w] & ISN_WC_BOUND && w > c->last)
            break;
    }
    return true;
}

/* نجحت وساطة قبلية في الإفراج عن ثلاثة، أفضت وساطة إلى إطلاق سراحهم: right behind a verb of success or result the talks brought it. */
static bool mediated(const isn_ev *p, uint32_t pi, const isn_ev *c) {
    const isn_ev *q = p - 1;
    return pi && p->event == ISN_EV_CONSULT && c->effect == ISN_WHAT_RELEASED &&
           q->sentence == p->sentence && q->verb && q->last == p->first &&
           q->flags & (ISN_TG_LIGHT | ISN_TG_RESULT);
}

/* موافقته على هدنة: who says that he agrees to a truce has none yet; توصلا إلى هدنة: what they agreed on is the truce, not
 * توصلا إلى اتفاق لوقف إطلاق النار يبدأ غدا. */
static bool only_consented(const isn_ev *p, const isn_ev *c) {
    enum { NEAR = 3 };
    bool one_word = c->last == c->first + 1 && c->first - p->last < NEAR;
    return !c->verb && c->event == ISN_EV_RETREAT && c->mode == ISN_MODE_CEASEFIRE &&
           (p->type == ISN_TY_STATEMENT || p->type == ISN_TY_ANNOUNCEMENT || one_word);
}

/* تزامنت الزيارة مع تجدد القصف، عقد الاجتماع وسط استمرار الغارات: fighting that goes on meanwhile is no topic of the talks. */
static bool goes_on_meanwhile(const isn_work *k, const isn_ev *c) {
    enum { PHRASE = 3 };
    bool carries = c->flags & ISN_TG_LIGHT && !c->event; /* استمرار, whose deed is behind it */
    if (c->verb || !(carries || c->event == ISN_EV_ASSAULT) ||
        isn_work_pre(k, c->first, c->reading) & ~(unsigned)ISN_CL_AL)
        return false;
    uint32_t end = carries ? c->last : c->first;
    for (uint32_t w = c->first; w-- > k->s0[c->sentence] && c->first - w <= PHRASE;) {
        const isn_hit *hit;
        if (isn_role_cue(k, w, ISN_CUE_AMID) &&
            isn_match_sense(&hit, k->scan, w, ISN_T_CUE) != NULL)
            return hit->last == end;
    }
    return false;
}

/* أمهلته يومين بعد ساعات على استدعاء السفير: what came so long before nobody demands. */
bool isn_cue_long_after(const isn_work *k, const isn_ev *c) {
    enum { TIME = 3 };
    uint32_t s0 = k->s0[c->sentence];
    if (c->verb || c->first < s0 + 3 ||
        (k->fn[c->first - 1] != ISN_FN_ALA && k->fn[c->first - 1] != ISN_FN_MIN))
        return false;
    for (uint32_t w = c->first - 1; w-- > s0 && c->first - w <= TIME + 1;) {
        if (k->fn[w] == ISN_FN_AFTER)
            return w + 2 < c->first;
        if (k->wc[w] & ISN_WC_VERB || k->m->entities.cover[w] != ISN_NONE)
            return false;
    }
    return false;
}

/* إحباط هجوم واعتقال خمسة: who foils takes people too, and that was not foiled. */
bool isn_cue_joined_arrest(const isn_work *k, const isn_ev *c) {
    const isn_ev *light = c - 1; /* وإلقاء القبض على */
    bool joined = isn_work_pre(k, c->first, c->reading) & ISN_CL_WAW ||
                  (c > k->evs.ptr && light->last == c->first && !light->verb &&
                   isn_work_pre(k, light->first, light->reading) & ISN_CL_WAW);
    return !c->verb && c->event == ISN_EV_COERCE && c->effect == ISN_WHAT_CAPTURED && joined;
}

static void under(const isn_work *k, const isn_ev *p, uint32_t pi, isn_ev *c) {
    bool promised = p->type == ISN_TY_COMMITMENT; /* وعد بالإفراج عنهم: the release is promised */
    if ((p->flags & ISN_TG_LIGHT && !promised) || p->flags & ISN_TG_CLAIM)
        return; /* group.c joins them */
    if (p->flags & ISN_TG_PREVENT) {
        if (!isn_cue_joined_arrest(k, c))
            isn_cue_kill_ev(c, "prevented", ISN_NONE, p->first);
        return;
    }
    if (p->flags & ISN_TG_FUTURE || (p->type == ISN_TY_COMMITMENT && p->event != ISN_EV_THREATEN)) {
        if (!c->verb && (c->event == ISN_EV_CONSULT || c->event == ISN_EV_AGREE))
            return; /* the talks' outcome */
        c->future = true;
        c->by = pi;
        return;
    }
    if (p->verb && p->event == ISN_EV_AGREE && c->event == ISN_EV_AGREE && !c->verb &&
        (c->flags & ISN_TG_STATE || isn_clause_prep(k, c->first, c->reading) == ISN_NO_FN)) {
        isn_cue_kill_ev(c, "what is signed", ISN_NONE,
                        p->first); /* وقعت الحكومة اتفاقا مع الحركة */
        return;
    }
    bool ended = p->verb && p->event == ISN_EV_RETREAT && isn_cue_is_deed(c); /* توقفت المعارك */
    if (p->verb && p->event == ISN_EV_RETREAT && c->event == ISN_EV_AID && !c->verb) {
        isn_cue_kill_ev(c, "what is allowed", ISN_NONE, p->first); /* سمحت بدخول المساعدات */
        return;
    }
    bool bare = !p->verb && !c->definite && soft(p);
    bool broken =
        k->scan->words[c->first].flags & ISN_WF_BREAK; /* تعرض، بعيد سريان التهدئة، لرمايات */
    if (c->first == p->last && !c->verb && !broken && c->event != p->event && (ended || bare)) {
        isn_cue_kill_ev(c, "what another word is done to", ISN_NONE,
                        p->first); /* تسهيل وصول المساعدات */
        return;
    }
    if (isn_cue_long_after(k, c))
        return;
    switch (p->event) {
    case ISN_EV_REQUEST:
        if (c->event == ISN_EV_PROTEST && !c->verb && (demanded_in(k, p, c) || attended(k, p, c)))
            return;
        c->aside = c->event == ISN_EV_CONSULT && !c->verb && meanwhile(k, c);
        if (c->aside)
            return; /* دعا خلال لقاء مع فلان إلى كذا */
        if (c->event == ISN_EV_PROTEST && !c->verb && described_between(k, p, c)) {
            return; /* أمر الضابط الذي أشرف على فض احتجاجات */
        } else if (c->event == ISN_EV_PROTEST && isn_role_cue(k, c->first - 1, ISN_CUE_END)) {
            isn_cue_kill_ev(c, "whose end is demanded", ISN_NONE,
                            p->first); /* أمهلهم يوما لإنهاء الاعتصام */
        } else if (c->event == ISN_EV_PROTEST && !c->verb) { /* دعا إلى اعتصام: it is called for */
            c->type = ISN_TY_ANNOUNCEMENT;
            c->modality = 1;
            c->by = pi;
        } else {
            isn_cue_kill_ev(c, "demanded", ISN_NONE, p->first);
        }
        break;
    case ISN_EV_THREATEN: isn_cue_kill_ev(c, "threatened", ISN_NONE, p->first); break;
    case ISN_EV_REJECT: isn_cue_kill_ev(c, "rejected", ISN_NONE, p->first); break;
    case ISN_EV_SUPPORT:
    case ISN_EV_CONSULT:
    case ISN_EV_CONCEDE:
        c->aside = !c->verb && c->event == ISN_EV_CONSULT && meanwhile(k, c);
        /* رحبت بتوقيع الطرفين: what is welcomed was signed; not بالاتفاق */
        bool signed_now = p->event == ISN_EV_SUPPORT && c->event == ISN_EV_AGREE &&
                          !(c->flags & (ISN_TG_STATE | ISN_TG_SPEECH));
        if (!c->verb && !c->aside && !signed_now && !mediated(p, pi, c) && !goes_on_meanwhile(k, c))
            isn_cue_kill_ev(c, "a topic", ISN_NONE, p->first);
        break;
    case ISN_EV_SANCTION:
        if (!c->verb && (isn_cue_is_deed(c) || c->event == ISN_EV_AID))
            isn_cue_kill_ev(c, "a charge", ISN_NONE, p->first);
        else if (!c->verb && c->first <= p->last + 1 &&
                 (c->event == ISN_EV_CONSULT || c->event == ISN_EV_COOPERATE))
            isn_cue_kill_ev(c, "suspended", ISN_NONE, p->first); /* علقت المفاوضات */
        break;
    case ISN_EV_ACCUSE:
        if (!c->verb && p->mode == ISN_MODE_INVESTIGATE &&
            isn_work_pre(k, c->first, c->reading) & ISN_CL_WAW)
            return; /* فتح تحقيق وتوقيف شخصين: done besides */
        c->by = pi;
        c->absorbed = !c->verb;
        break;
    case ISN_EV_AGREE:
        if (!c->verb && c->event == ISN_EV_CONSULT && while_at(k, c)) {
            return; /* اتفقا خلال لقائهما: they met */
        } else if (!c->verb && p->negative) {
            isn_cue_kill_ev(c, "not agreed on", ISN_NONE, p->first); /* لم نوقع أي هدنة */
        } else if (!c->verb && p->flags & ISN_TG_SPEECH && c->event == ISN_EV_CONSULT) {
            isn_cue_kill_ev(c, "a topic", ISN_NONE, p->first); /* أبدى استعداده للحوار */
        } else if (p->negative || only_consented(p, c)) {
            isn_cue_kill_ev(c, "what is agreed to", ISN_NONE, p->first);
        } else if (only_agreed_on(k, c)) {
            isn_cue_kill_ev(c, "what is agreed on", ISN_NONE, p->first);
        } else if (!c->verb &&
                   c->event != ISN_EV_ASSAULT) { /* صفقة وسط معارك: nobody agrees on it */
            c->future = true;
            c->by = pi;
        }
        break;
    default: break;
    }
}

/* ضمن اتفاق، تنفيذا لاتفاق، بموجب التفاهم: an agreement that is only referred to. */
static bool mentioned(const isn_work *k, const isn_ev *p) {
    return p->first > k->s0[p->sentence] &&
           (isn_clause_prep(k, p->first, p->reading) != ISN_NO_FN ||
            k->fn[p->first - 1] == ISN_FN_OTHER);
}

/* رفض المجلس مشروع قرار يدعو إلى كذا: a verb in the present that tells of what is refused, without a conjunction. */
static bool refused_with(const isn_work *k, const isn_ev *p, const isn_ev *c) {
    bool joined = isn_work_pre(k, c->first, c->reading) & (ISN_CL_WAW | ISN_CL_FEH);
    if (!c->verb || joined || (c->form & ISN_FORM_KIND) != ISN_FORM_IMPF ||
        k->fn[c->first - 1] != ISN_NO_FN || isn_clause_resets(k, c->first))
        return false;
    for (uint32_t w = p->last; w <= c->first; w++)
        if (k->scan->words[w].flags & (ISN_WF_COMMA | ISN_WF_STOP | ISN_WF_COLON))
            return false;
    return true;
}

/* A verb that is not past. */
bool isn_cue_present(const isn_work *k, uint32_t w) {
    if (!(k->wc[w] & ISN_WC_VERB))
        return false;
    for (uint32_t h = k->scan->word_hit[w]; h < k->scan->word_hit[w + 1]; h++)
        for (unsigned s = 0; s < k->scan->hits[h].nsenses; s++)
            if ((k->scan->hits[h].senses[s].form & ISN_FORM_KIND) == ISN_FORM_IMPF)
                return true;
    return false;
}

/* على السلطات أن تتوقف عن كذا وتفرج عنهم وأن تحاسب: a second verb in the present behind the أن of a demand. */
static bool demand_goes_on(const isn_work *k, const isn_ev *p, uint32_t w) {
    uint32_t verb = k->fn[w] == ISN_FN_THAT && w + 1 < k->scan->nwords ? w + 1 : w;
    if (p->event != ISN_EV_REQUEST || !(isn_work_pre(k, w, 0) & ISN_CL_WAW) ||
        k->scan->words[w].flags & ISN_WF_STOP || !isn_cue_present(k, verb))
        return false;
    for (uint32_t i = p->first; i + 1 < w; i++)
        if (k->fn[i] == ISN_FN_THAT && isn_cue_present(k, i + 1))
            return true;
    return false;
}

/* تحرير ثلاثة مخطوفين: the people that are freed are told by what had befallen them. */
static bool freed(const isn_ev *p, const isn_ev *c) {
    enum { NEAR = 4 };
    return p->effect == ISN_WHAT_RELEASED && c->effect == ISN_WHAT_CAPTURED && !c->verb &&
           (c->form & ISN_FORM_KIND) == ISN_FORM_PASSIVE_PART && c->first - p->last < NEAR;
}

/* تعهد بتسهيل وصول المساعدات: of one promise, the arrival is what is made easy; so is the aid that arrives. */
static bool done_to_promised(const isn_ev *p, const isn_ev *c) {
    if (c->by == ISN_NONE || c->dead || p->by != c->by || p->verb || p->definite || !soft(p) ||
        c->verb || c->event == p->event)
        return false;
    const isn_ev *before = c - 1;
    return c->first == p->last || (before > p && before->dead && before->last == c->first &&
                                   before->event == c->event && before->cue_word == p->first);
}

static void give_way(isn_work *k, isn_ev *p, isn_ev *c) {
    isn_ev *promise = &k->evs.ptr[c->by];
    if (promise->by == (uint32_t)(c - k->evs.ptr))
        promise->by = (uint32_t)(p - k->evs.ptr);
    isn_cue_kill_ev(c, "what another word is done to", ISN_NONE, p->first);
}

/* Is the next deed behind the word that people were harmed or taken? */
static bool harm_told(const isn_work *k, const isn_ev *p, uint32_t w) {
    for (const isn_ev *e = p + 1; e < k->evs.ptr + k->evs.len && e->sentence == p->sentence; e++)
        if (e->first > w)
            return e->effect && !isn_cue_present(k, w + 1);
    return false;
}

/* قال إن طهران سترد، وإنها علقت تعاونها; أكد أنه صد الهجوم، وأن ثلاثة من جنوده قتلوا: what is told besides, and neither threatened
 * with nor prevented. */
static bool told_besides(const isn_work *k, const isn_ev *p, uint32_t w) {
    bool comma = k->scan->words[w].flags & ISN_WF_COMMA;
    bool fact = p->flags & ISN_TG_PREVENT && w + 1 < k->scan->nwords && harm_told(k, p, w);
    return (fact || (p->event == ISN_EV_THREATEN && comma)) && k->fn[w] == ISN_FN_THAT &&
           w > p->last && isn_work_pre(k, w, 0) & ISN_CL_WAW;
}

void isn_cue_govern(isn_work *k, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i + 1 < to; i++)
        if (!k->evs.ptr[i].dead && freed(&k->evs.ptr[i], &k->evs.ptr[i + 1]))
            isn_cue_kill_ev(&k->evs.ptr[i + 1], "whom they freed", ISN_NONE, k->evs.ptr[i].first);
    for (uint32_t i = from; i < to; i++) {
        isn_ev *p = &k->evs.ptr[i];
        if (!governs(p) || p->dead || i + 1 == to)
            continue;
        uint32_t stop = p->last, last = k->evs.ptr[to - 1].first;
        while (stop <= last && !told_besides(k, p, stop) &&
               !(isn_clause_resets(k, stop) && !demand_goes_on(k, p, stop) &&
                 (stop > p->last || k->scan->words[stop].flags & ISN_WF_COMMA) &&
                 !asks_besides(k, p, from, to, stop)))
            stop++;
        for (uint32_t j = i + 1; j < to; j++) {
            isn_ev *c = &k->evs.ptr[j];
            if (c->first >= stop)
                break;
            if (c->verb && c->flags & ISN_TG_RESULT && (c->form & ISN_FORM_KIND) == ISN_FORM_PERF)
                break; /* وقف القصف الذي أدى إلى مقتل خمسة: they are dead */
            if (done_to_promised(p, c))
                give_way(k, p, c);
            bool denies = c->type == ISN_TY_DENIAL && !c->event; /* رفضت كذا، وهو ما نفاه */
            if (c->by != ISN_NONE || c->dead || denies)
                continue;
            if (p->event == ISN_EV_AGREE && !p->verb && !c->verb && mentioned(k, p)) {
                isn_cue_kill_ev(c, "a term of what was agreed", ISN_NONE, p->first);
                continue;
            }
            /* a speech act of its own goes on living */
            if (c->flags & ISN_TG_SPEECH && (c->verb || c->attends)) {
                if (p->event == ISN_EV_REJECT && refused_with(k, p, c))
                    isn_cue_kill_ev(c, "rejected", ISN_NONE, p->first);
                if (p->event == ISN_EV_AGREE && c->verb)
                    break; /* تبنى قرارا يدين القصف: what the resolution tells of */
                continue;
            }
            under(k, p, i, c);
            if (p->event == ISN_EV_REQUEST && c->by == i)
                p->absorbed = true, p->by = j;
            bool empty = c->flags & ISN_TG_LIGHT && !c->event; /* تعهد بإنجاز ثلاثة مستشفيات */
            if (p->type == ISN_TY_COMMITMENT && c->by == i && !empty)
                p->absorbed = true, p->by = j;
        }
    }
}

/* نفى تمديد المهلة: of a thing said the noun before it is denied, which tells nothing here. */
static bool denies_its_noun(const isn_work *k, const isn_ev *e, uint32_t at) {
    const uint32_t known = 1u << ISN_T_TRIGGER | 1u << ISN_T_CUE | 1u << ISN_T_SPEECH |
                           1u << ISN_T_FUNC | 1u << ISN_T_DATEWORD | 1u << ISN_T_NUMERAL;
    uint32_t w = e->first - 1;
    return !e->verb && e->definite && e->flags & ISN_TG_SPEECH && w > at &&
           !(k->scan->word_tables[w] & known) && k->m->entities.cover[w] == ISN_NONE &&
           k->scan->words[w].kind == ISN_TOK_WORD && !(isn_work_pre(k, w, 0) & ISN_CL_AL) &&
           isn_clause_prep(k, e->first, e->reading) == ISN_NO_FN;
}

/* نفى أن يكون تحرك القوات موجها ضد الحكومة: they moved; what is said of it is denied. */
static bool presupposed(const isn_work *k, const isn_ev *e) {
    return e->first > k->s0[e->sentence] + 1 && k->fn[e->first - 1] == ISN_FN_KANA &&
           k->fn[e->first - 2] == ISN_FN_THAT;
}

/* نفى وجود مسلحين في المكان لحظة الاقتحام، وجود معتقلين على خلفية الاحتجاجات: when it was, and why. */
static bool when_or_why(const isn_work *k, const isn_ev *e) {
    uint32_t w = e->first - 1, s0 = k->s0[e->sentence];
    if (!e->definite || e->first == s0)
        return false;
    if (isn_cue_date_word(k, w, ISN_DW_DURING) || isn_cue_date_word(k, w, ISN_DW_UNIT) ||
        isn_role_cue(k, w, ISN_CUE_CAUSE))
        return true;
    return w > s0 && isn_role_cue(k, w - 1, ISN_CUE_CAUSE);
}

/* نفى صلته بهجوم أسفر عن مقتل خمسة: what came of a deed that is denied, told by a clause on its noun, did come of it; not نفى أن
 * تكون الغارة قد أدت إلى قتلى. */
static bool came_of_it(const isn_work *k, const isn_ev *e) {
    const isn_ev *p = e - 1;
    if (e == k->evs.ptr || !e->verb || !(e->flags & ISN_TG_RESULT) ||
        (e->form & ISN_FORM_KIND) != ISN_FORM_PERF || p->sentence != e->sentence || p->verb ||
        !p->denied || p->event != ISN_EV_ASSAULT)
        return false;
    if (p->first > k->s0[p->sentence] && k->fn[p->first - 1] == ISN_FN_THAT)
        return false;
    for (uint32_t w = p->last; w < e->first; w++)
        if (k->fn[w] == ISN_FN_THAT || k->fn[w] == ISN_FN_QAD || k->wc[w] & ISN_WC_VERB)
            return false;
    return !p->definite || k->fn[e->first - 1] == ISN_FN_WHO;
}

/* نفت أن يكون الذين قتلوا في الهجوم مسلحين، نفت القوات التي تقاتل في اليمن استهداف منزل: a clause on a noun in the denial, up to
 * a word that goes on with what is denied. */
static bool in_relative(const isn_work *k, const isn_ev *e, bool *relative) {
    if (e->verb && e->first > 0 && k->fn[e->first - 1] == ISN_FN_WHO)
        return *relative = true;
    if (*relative && (e->verb || isn_clause_prep(k, e->first, e->reading) == ISN_NO_FN))
        *relative = false;
    return *relative;
}

/* تتبرأ من القصف و«الوفاق» تحملها المسؤولية: a subject of its own, joined by و, before the verb at the word. */
bool isn_cue_another_does(const isn_work *k, uint32_t w) {
    if (w > 1 && k->wc[w] & ISN_WC_VERB && k->fn[w - 2] == ISN_FN_AND &&
        k->scan->words[w - 1].flags & ISN_WF_QUOTE && k->scan->words[w].flags & ISN_WF_UNQUOTE)
        return true; /* و«الوفاق» */
    uint32_t c = w > 0 && k->wc[w] & ISN_WC_VERB ? k->m->entities.cover[w - 1] : ISN_NONE;
    const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
    return x != NULL && x->last == w && x->kind == ISN_ENT_ACTOR && x->coord == ISN_NONE &&
           isn_work_pre(k, x->first, x->reading) & ISN_CL_WAW && x->first > 0 &&
           k->fn[x->first - 1] == ISN_NO_FN;
}

/* A verb of denial reaches all that follows it in the sentence up to the next verb of saying. */
void isn_cue_denial(isn_work *k, uint32_t s) {
    uint32_t s0 = k->s0[s], s1 = k->scan->sentence_word[s + 1];
    bool on = false, relative = false;
    uint32_t at = 0, row = 0;
    uint32_t i = k->sentence_ev[s], to = k->sentence_ev[s + 1];
    for (uint32_t w = s0; w < s1; w++) {
        const isn_hit *hit;
        bool speech = isn_work_has(k, w, ISN_T_SPEECH);
        if ((!on && !speech) || k->taken[w] == ISN_TAKEN_ASIDE)
            continue;
        if (speech) {
            const isn_sense *sense = isn_match_sense(&hit, k->scan, w, ISN_T_SPEECH);
            if (sense) {
                int32_t act = isn_lex_int(k->lex, ISN_T_SPEECH, sense->row, ISN_SPEECH_ACT);
                unsigned kind = sense->form & ISN_FORM_KIND;
                const isn_reading *r = &k->scan->words[w].reading[hit->reading];
                bool quality = kind == ISN_FORM_ACTIVE && /* الموقف الرافض للحرب */
                               r->symbol != ISN_NO_SYMBOL && (r->symbol & 1);
                quality |= isn_clause_construct(k, w, sense->form);
                bool told = w > s0 + 1 && k->fn[w - 1] == ISN_FN_WHO &&
                            k->m->entities.cover[w - 2] == ISN_NONE;
                bool others =
                    on && w > s0 && (told || k->fn[w - 1] == ISN_FN_WHICH) && act != ISN_ACT_DENY;
                if (others) /* نفت ما تناقلته الوكالات عن اتفاق، الأنباء التي تحدثت عن اتفاق */
                    continue;                          /* what others say is denied */
                bool aim = (kind == ISN_FORM_ACTIVE || /* شعارات رافضة للانتخابات */
                            (sense->form & ISN_FORM_NUMBER) == ISN_FORM_DU) &&
                           w + 1 < s1 && isn_work_pre(k, w + 1, 0) & ISN_CL_LAM &&
                           !r->pre; /* رفضا للقرار */
                if (kind != ISN_FORM_MASDAR && kind != ISN_FORM_NOUN && !quality && !aim) {
                    on = act == ISN_ACT_DENY;
                    at = w, row = sense->row;
                }
            }
        } else if (on && (isn_clause_resets(k, w) || k->scan->words[w].flags & ISN_WF_COLON ||
                          isn_cue_another_does(k, w))) {
            on = false;
        }
        relative &= on && !(k->scan->words[w].flags & ISN_WF_COMMA) && k->fn[w] != ISN_FN_QAD &&
                    k->fn[w] != ISN_FN_THAT;
        while (i < to && k->evs.ptr[i].first < w)
            i++;
        if (on && i < to && k->evs.ptr[i].first == w && w != at) {
            isn_ev *e = &k->evs.ptr[i];
            if (!e->verb && (presupposed(k, e) || when_or_why(k, e))) {
                isn_cue_kill_ev(e, "what the denial takes for granted", row, at);
                continue;
            }
            if (denies_its_noun(k, e, at)) {
                isn_cue_kill_ev(e, "named beside what is denied", row, at);
                continue;
            }
            if (in_relative(k, e, &relative)) {
                if (e->verb && !e->effect && !(e->flags & ISN_TG_RESULT))
                    isn_cue_kill_ev(e, "how things stand", row, at);
                e->denied = false;
                continue;
            }
            if (came_of_it(k, e)) {
                e->event = e->event || !e->effect ? e->event : ISN_EV_ASSAULT;
                for (uint32_t j = i; j < to && !isn_work_has(k, k->evs.ptr[j].first, ISN_T_SPEECH);
                     j++)
                    k->evs.ptr[j].denied = false;
                on = false;
                continue;
            }
            if (e->dead && w > s0 && e->cue_word == w - 1 && isn_cue_any(k, w - 1))
                e->dead = false; /* نفت إجراء أي محادثات */
            if (!e->verb && e->by != ISN_NONE && k->evs.ptr[e->by].event == ISN_EV_AGREE &&
                k->evs.ptr[e->by].denied && k->evs.ptr[e->by].sentence == e->sentence) {
                isn_cue_kill_ev(e, "what was not agreed to", row, at);
                continue; /* نفى موافقته على الانسحاب */
            }
            e->denied = true;
            if (e->modality == 2 && e->cue_word != ISN_NONE && e->cue_word >= at)
                e->modality = 0, e->dead_main = false; /* نفت صحة أنباء عن إفراجها عنهم */
            e->cue_row = row;
            e->cue_word = at;
            e->why = "denial";
        }
    }
}
