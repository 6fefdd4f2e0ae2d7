/* cue_before.c: cues before the word, within its clause or the one that governs it. */
#include "claim/cuework.h"

static bool quality(const isn_ev *e) {
    unsigned kind = e->form & ISN_FORM_KIND;
    return !e->attends &&
           (kind == ISN_FORM_ACTIVE || kind == ISN_FORM_PASSIVE_PART || kind == ISN_FORM_ADJ);
}

/* قتل متمردون مشتبه بهم في اشتباك، مسلح يشتبه بانتمائه إلى القاعدة: who they are thought to be, and no charge. */
static bool describes_people(const isn_work *k, uint32_t word) {
    uint32_t c = k->m->entities.cover[word];
    if (k->fn[word] == ISN_FN_BELONGS || k->fn[word] == ISN_FN_HAND)
        return true;
    return c != ISN_NONE && isn_work_entity(k, c)->kind == ISN_ENT_PEOPLE &&
           isn_work_entity(k, c)->first < word && isn_work_has(k, word, ISN_T_ORGWORD);
}

/* ضبط 14 من المشتبه بهم وتدمير ست عشش: a deed joined behind those who are suspected, and not what they are suspected of. */
static bool joined_to_suspects(const isn_work *k, const isn_ev *e, uint32_t word) {
    const isn_hit *hit; /* المشتبه بهم is one phrase */
    return !e->verb && e->first == word + 2 && isn_work_pre(k, e->first, e->reading) & ISN_CL_WAW &&
           (isn_work_pronoun(k, word + 1) ||
            (isn_match_sense(&hit, k->scan, word, ISN_T_CUE) != NULL && hit->last == e->first));
}

/* محاولة اغتيال قتل فيها اثنان، أسفرت عن مقتل سائقه: what came of the attempt did happen. */
static bool told_beside(const isn_work *k, const isn_ev *e, uint32_t word) {
    if (e->verb && (e->form & ISN_FORM_KIND) == ISN_FORM_PERF)
        return e->first > word + 1;
    for (uint32_t w = word + 1; w < e->first; w++)
        if (k->wc[w] & ISN_WC_VERB && isn_work_has(k, w, ISN_T_TRIGGER))
            return true;
    return false;
}

/* نجا من هجوم أدى إلى مقتل أربعة من حراسه: what the blow that he came through brought about. */
static bool brought_about(const isn_work *k, const isn_ev *e, uint32_t word) {
    for (const isn_ev *p = e + 1;
         p-- > k->evs.ptr && p->sentence == e->sentence && p->first > word;)
        if (p->verb && p->flags & ISN_TG_RESULT)
            return (p->form & ISN_FORM_KIND) == ISN_FORM_PERF && p->first > word + 1;
    return false;
}

/* نفت ضلوعها في الهجوم: a part in a deed that is denied is no charge, but what the denial is of. */
static bool denies_part(const isn_work *k, const isn_ev *e, uint32_t word) {
    enum { BACK = 5 };
    for (uint32_t w = word; w-- > k->s0[e->sentence] && word - w <= BACK;) {
        if (k->scan->words[w + 1].flags & ISN_WF_BREAK)
            return false;
        if (k->wc[w] & ISN_WC_VERB)
            return isn_role_cue(k, w, ISN_CUE_DENIAL);
    }
    return false;
}

/* تعرضت الناقلة، تعرض المقر: a verb or noun of suffering before the word, whose event is behind lam. */
bool isn_cue_suffered(const isn_work *k, const isn_ev *e, uint32_t word) {
    enum { FAR = 16, NEAR = 8 };
    for (const isn_ev *q = e;
         q-- > k->evs.ptr && q->sentence == e->sentence && e->first - q->last < FAR;) {
        bool light = q->flags & ISN_TG_LIGHT && (q->verb || e->first - q->last < NEAR);
        if (light && q->first < word && isn_work_slot(k, q->row, ISN_FRAME_LI) == ISN_SLOT_EVENT &&
            isn_work_slot(k, q->row, ISN_FRAME_SUBJECT) == ISN_SLOT_TARGET)
            return true;
    }
    return false;
}

/* أفرجوا عنهن من دون أن يصبن بأذى، دون أن يسقط في صفوفها قتلى: how a deed ended, with nobody named right behind the verb whom it
 * befell, is no denial. */
static bool in_passing(const isn_work *k, const isn_ev *e) {
    if (!e->verb || !(e->flags & ISN_TG_CASUALTY || e->effect) ||
        k->fn[e->first - 1] != ISN_FN_THAT || e->last >= k->scan->nwords)
        return false;
    uint8_t fn = k->fn[e->last]; /* أحد، أو يصاب */
    return k->m->numbers.at[e->last] == ISN_NONE && k->m->entities.cover[e->last] == ISN_NONE &&
           fn != ISN_FN_EACH && fn != ISN_FN_AND;
}

/* مبادرة لوقف القتال، المقترح الذي ينص على تسليم السلاح: nouns behind it within its phrase; not في مبادرة حسن نية، أفرج عنهم, not
 * مبادرة بعد هجوم. */
static bool proposed(const isn_work *k, const isn_ev *e, uint32_t word) {
    uint8_t prep = isn_clause_prep(k, word, 0);
    if (e->verb || !e->event || (e->flags & ISN_TG_SPEECH) || e->event == ISN_EV_CONSULT ||
        prep == ISN_FN_FI || prep == ISN_FN_AFTER ||
        isn_work_pre(k, word, 0) & (ISN_CL_BEH | ISN_CL_KAF))
        return false;
    for (uint32_t w = word + 1; w <= e->first; w++)
        if (k->scan->words[w].flags & ISN_WF_COMMA || k->fn[w] == ISN_FN_AFTER ||
            k->fn[w] == ISN_FN_WHILE || k->m->dates.at[w] != ISN_NONE)
            return false;
    return true;
}

/* شعارات تطالب، لافتات كتب عليها تدعو، وأخرى تندد: a verb in the present or a participle right behind it, or behind others of
 * the kind. */
static bool said_by_slogan(const isn_work *k, const isn_ev *e, uint32_t word) {
    unsigned kind = e->form & ISN_FORM_KIND;
    if (kind != ISN_FORM_IMPF && kind != ISN_FORM_ACTIVE)
        return false;
    return word + 1 == e->first ||
           (e->first > word + 2 && isn_role_cue(k, e->first - 1, ISN_CUE_ANOTHER));
}

/* اتهمت الجيش بقصف المدينة وقتل ثلاثين: a second noun of deed, joined to the one that the charge begins with. */
static bool charged_too(const isn_work *k, const isn_ev *e, uint32_t word) {
    if (e->verb || isn_work_pre(k, e->first, e->reading) != ISN_CL_WAW)
        return false;
    for (const isn_ev *p = e; p-- > k->evs.ptr && p->sentence == e->sentence && p->first > word;) {
        if (p->verb)
            return false;
        if (isn_work_pre(k, p->first, p->reading) & ISN_CL_BEH)
            return p->event == ISN_EV_ASSAULT || p->event == ISN_EV_COERCE;
    }
    return false;
}

/* لم يسجل أي قصف، لم تقع أي غارة: behind a verb that is no deed itself it is the deed that was not. */
static bool none_told(const isn_work *k, const isn_ev *e, uint32_t word) {
    for (const isn_ev *p = e;
         p-- > k->evs.ptr && p->sentence == e->sentence && word - p->first < 5;)
        if (p->verb && !(p->flags & ISN_TG_LIGHT))
            return false;
    return true;
}

void isn_cue_apply_kind(const isn_work *k, isn_ev *e, int32_t kind, uint32_t row, uint32_t word) {
    bool broken = k->scan->words[e->first].flags & ISN_WF_BREAK;
    switch (kind) {
    case ISN_CUE_THREAT:
        if (isn_cue_is_deed(e))
            isn_cue_kill_ev(e, "threatened", row, word);
        break;
    case ISN_CUE_PLAN:
        if (e->event == ISN_EV_PROTEST && !e->verb) { /* تعتزم النقابة تنظيم وقفة */
            e->type = ISN_TY_ANNOUNCEMENT;
            e->modality = 1;
        } else if (isn_cue_is_deed(e))
            isn_cue_kill_ev(e, "planned", row, word);
        else
            e->future = true;
        break;
    case ISN_CUE_PREVENT:
        if (!(e->verb && e->effect && told_beside(k, e, word)) && /* نجا من محاولة قتل فيها اثنان */
            !brought_about(k, e, word))
            isn_cue_kill_ev(e, "prevented", row, word);
        break;
    case ISN_CUE_EXERCISE: isn_cue_kill_ev(e, "exercised", row, word); break;
    case ISN_CUE_DEMAND:
        if (e->event != ISN_EV_PROTEST || e->verb)
            isn_cue_kill_ev(e, "demanded", row, word);
        break;
    case ISN_CUE_PURPOSE: isn_cue_kill_ev(e, "a purpose", row, word); break;
    case ISN_CUE_MENTION: /* مكان الانفجار، مناطق سيطرة */
        if (isn_cue_any(k, word) && isn_cue_denied_before(k, e, word)) { /* لم تنفذ أي ضربة */
            if (word + 1 == e->first && none_told(k, e, word)) {
                e->negative = true; /* لم يكن هدفا لأي هجوم */
                isn_cue_mark(e, "negation", row, word);
            }
            break;
        }
        if (isn_work_pre(k, word, 0) & ISN_CL_AL && word + 1 == e->first)
            break; /* أعلنت الهيئة إغلاق المعبر: no construct, the deed is the object */
        if (isn_work_pre(k, e->first, e->reading) & ISN_CL_LAM && isn_cue_suffered(k, e, word))
            break; /* تعرض مقرها لهجوم */
        if (!e->verb && !broken && !(e->form & ISN_FORM_ACC) && !(e->flags & ISN_TG_CASUALTY))
            isn_cue_kill_ev(e, "only named", row, word);
        break;
    case ISN_CUE_AFFAIRS: /* جهود الوساطة، مسار التفاوض، ملف التبادل: no construct but of what is spoken of */
        if (word + 1 == e->first && e->definite && !e->verb && !broken && !isn_cue_is_deed(e) &&
            e->event && !(isn_work_pre(k, word, 0) & ISN_CL_AL) && !(e->flags & ISN_TG_SPEECH) &&
            !(isn_work_pre(k, e->first, e->reading) & ~ISN_CL_AL))
            isn_cue_kill_ev(e, "only named", row, word);
        break;
    case ISN_CUE_SLOGAN: /* شعارات تطالب بكذا، هتافات منددة بكذا، وأخرى تدعو إلى كذا */
        if (e->flags & ISN_TG_SPEECH && !broken && said_by_slogan(k, e, word))
            isn_cue_kill_ev(e, "what a slogan says", row, word);
        break;
    case ISN_CUE_PROPOSAL:
        if (!broken && proposed(k, e, word))
            isn_cue_kill_ev(e, "what is proposed", row, word);
        break;
    case ISN_CUE_HABIT: /* "it mostly trains": what is said of help is a statement */
        if (isn_cue_is_deed(e) || e->flags & ISN_TG_CLAIM) /* غالبا ما يعلن مسؤوليته عن هجمات */
            isn_cue_kill_ev(e, "done as a habit", row, word);
        break;
    case ISN_CUE_ATTEMPT: /* an attack that fails is one; who tries to rob or to disperse has not */
        if (told_beside(k, e, word))
            break;
        if (e->event != ISN_EV_ASSAULT ||
            (isn_work_pre(k, e->first, e->reading) & ISN_CL_LAM && isn_work_takes_land(k, e)))
            isn_cue_kill_ev(e, "attempted", row, word); /* في محاولة للسيطرة على المدينة */
        else
            e->effect = e->harm = 0; /* محاولة اغتيال قاض: nobody is dead of it */
        break;
    case ISN_CUE_ACCUSATION:
        if (k->wc[word] & ISN_WC_TRIGGER && k->wc[word] & ISN_WC_VERB &&
            e->event == ISN_EV_ASSAULT &&
            (isn_work_pre(k, e->first, e->reading) & ISN_CL_BEH || charged_too(k, e, word)))
            break; /* اتهمت الجيش بقتل ثلاثة: isn_cue_govern() takes it to the charge */
        if (word + 1 < e->first && isn_work_pre(k, e->first - 1, 0) & ISN_CL_WAW)
            break; /* طاردت الشرطة المتهم وتم اعتقاله */
        if (joined_to_suspects(k, e, word))
            break;
        if (!describes_people(k, word) && !denies_part(k, e, word) &&
            isn_role_responsible(k, e) == ISN_NONE)
            isn_cue_kill_ev(e, "a charge", row, word);
        break;
    case ISN_CUE_FICTION: isn_cue_kill_ev(e, "fiction", row, word); break;
    case ISN_CUE_MOTIVE: /* احتجاجا على استمرار الغارات; a death that they protest at is news */
        e->recalled |= !e->verb && !e->effect && isn_cue_is_deed(e);
        break;
    case ISN_CUE_ACCIDENT: /* انهيار مبنى جراء القصف: what brought it about is none */
        if (e->verb && isn_work_framed(k, e->row, ISN_FR_INTERCEPT))
            break; /* تحطم مروحية أسقطها المتمردون */
        if (e->verb || !(e->flags & ISN_TG_ATTACK) || !e->first ||
            !isn_role_cue(k, e->first - 1, ISN_CUE_CAUSE))
            isn_cue_kill_ev(e, "an accident", row, word);
        break;
    case ISN_CUE_FEAR:
    case ISN_CUE_HYPOTHETICAL:
        if (e->event == ISN_EV_ACCUSE && !e->verb && kind == ISN_CUE_HYPOTHETICAL)
            break; /* رجح القائد وقوف الخلايا وراء العملية: he blames them, as likely as it may be */
        e->modality = 2;
        e->dead_main = true;
        isn_cue_mark(e, "hypothetical", row, word);
        break;
    case ISN_CUE_FUTURE:
        if (!e->verb && e->definite && e->event == ISN_EV_CONSULT)
            break; /* the dialogue, whose outcome is to come */
        e->future = true;
        isn_cue_mark(e, "future", row, word);
        break;
    case ISN_CUE_WITHOUT:
    case ISN_CUE_UNLIKE:
    case ISN_CUE_NEGATION:
        if (kind == ISN_CUE_WITHOUT && !e->verb && e->event == ISN_EV_COERCE) {
            isn_cue_kill_ev(e, "said in passing not to have happened", row, word);
            break; /* اقتحموا البلدة دون تسجيل اعتقالات */
        }
        if (e->event == ISN_EV_THREATEN && !e->verb) { /* دون إنذار */
            isn_cue_kill_ev(e, "no act but how a thing is", row, word);
            break;
        }
        if (quality(e)) { /* الذخائر غير المنفجرة */
            isn_cue_kill_ev(e, "a quality", row, word);
            break;
        }
        if (isn_cue_excepted(k, e))
            break;
        if (in_passing(k, e)) {
            isn_cue_kill_ev(e, "how it ended", row, word);
            break;
        }
        e->negative = true;
        isn_cue_mark(e, "negation", row, word);
        break;
    case ISN_CUE_DENIAL:
        if (isn_cue_undecided(k, word, k->s0[e->sentence])) {
            isn_cue_kill_ev(e, "neither confirmed nor denied", row, word);
            break;
        }
        e->denied = true;
        isn_cue_mark(e, "denial", row, word);
        break;
    default: break;
    }
}

int32_t isn_cue_at(const isn_work *k, uint32_t w, uint32_t *row, uint32_t *last) {
    const isn_scan *scan = k->scan;
    if (k->taken[w] == ISN_TAKEN_ASIDE)
        return -1;
    uint32_t c =
        k->m->entities
            .cover[w]; /* العازم is a surname here, not "intends"; آمر كتيبة ordered nothing */
    const isn_entity *who = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
    if (who != NULL && (who->flags & ISN_EF_NAMED || who->kind == ISN_ENT_PERSON ||
                        (who->table == ISN_T_TITLE && who->first == w)))
        return -1;
    for (uint32_t h = scan->word_hit[w]; h < scan->word_hit[w + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        for (unsigned i = 0; hit->tables & 1u << ISN_T_CUE && i < hit->nsenses; i++) {
            const isn_sense *sense = &hit->senses[i];
            if (sense->table != ISN_T_CUE ||
                (sense->form & ISN_FORM_PASSIVE &&
                 (sense->form & ISN_FORM_PERSON) == ISN_FORM_P1) ||
                (isn_work_has(k, w, ISN_T_PEOPLE) && sense->form & ISN_FORM_DU &&
                 sense->form & ISN_FORM_CONSTRUCT)) /* شرطي: a policeman, and not two conditions */
                continue; /* ادعى الجيش أنه: he claims, and is not "I am called" */
            *row = sense->row;
            *last = hit->last;
            return isn_lex_int(k->lex, ISN_T_CUE, sense->row, ISN_CUE_KIND);
        }
    }
    return -1;
}

/* لم يسفر الهجوم عن كذا، لا قتلى في الهجوم: what is negated is the verb, or the victims, and not the attack that the
 * article says to be known. */
static bool negates_another(const isn_work *k, const isn_ev *e, uint32_t word, uint32_t last) {
    if (e->verb)
        return false;
    for (uint32_t w = word; w < last; w++) {
        uint32_t n = k->m->numbers.at[w];
        const isn_number *none = n != ISN_NONE ? &k->m->numbers.ptr[n] : NULL;
        if (none != NULL && none->quantity == ISN_Q_NONE &&
            (none->last <= e->first || (e->flags & ISN_TG_ATTACK && none->noun != e->first)))
            return true; /* لم يؤد قصف القرية إلى إصابات: there are none of these */
    }
    bool phrase = last > word + 1 && k->fn[word] != ISN_FN_OTHER;
    if (phrase && last == e->first && k->wc[last - 1] & ISN_WC_VERB && e->flags & ISN_TG_ATTACK)
        return true; /* لم يسفر قصف مماثل عن إصابات */
    for (uint32_t w = word + 1; w < e->first; w++)
        if (k->wc[w] & ISN_WC_VERB && !e->definite &&
            (isn_work_pronoun(k, w) || isn_work_pronoun(k, e->first - 1)))
            return true; /* مصادر لم تسمها، مسؤول لم تذكر اسمه: the verb has its object */
    if (!e->definite)
        return false;
    if (phrase)
        return true;
    for (uint32_t w = word + 1; w < e->first; w++)
        if (k->wc[w] & ISN_WC_VERB)
            return true;
    return false;
}

/* Cues that reach only the next few words, and those that reach to the end of their clause. */
static unsigned reach(int32_t kind) {
    switch (kind) {
    case ISN_CUE_FICTION: return 30;
    case ISN_CUE_DEMAND: return 24;
    case ISN_CUE_UNLIKE:
    case ISN_CUE_MENTION: return 1;
    case ISN_CUE_SLOGAN: return 24;
    case ISN_CUE_NEGATION: return 3;
    case ISN_CUE_WITHOUT: return 5;
    case ISN_CUE_FUTURE: return 14;
    case ISN_CUE_ACCUSATION:
    case ISN_CUE_PURPOSE:
    case ISN_CUE_EXERCISE:
    case ISN_CUE_MOTIVE:
    case ISN_CUE_ATTEMPT: return 5;
    case ISN_CUE_HABIT: return 6;
    case ISN_CUE_PREVENT: return 12;
    default: return 12;
    }
}

bool isn_cue_date_word_of(const isn_work *k, uint32_t w, int32_t kind) {
    const isn_sense *s = isn_match_first_sense(NULL, k->scan, w, ISN_T_DATEWORD);
    return s && isn_lex_int(k->lex, ISN_T_DATEWORD, s->row, ISN_DATEWORD_KIND) == kind;
}

/* قبل, as a preposition or at the head of a span of time: قبل أربعة أشهر على; not قبل أسابيع alone, which is a date. */
static bool before_word(const isn_work *k, uint32_t w) {
    uint32_t at = k->m->dates.at[w];
    if (isn_clause_of_time(k, w))
        return false;
    if (at != ISN_NONE && k->m->dates.ptr[at].first == w) {
        uint32_t next = k->m->dates.ptr[at].last;
        if (next < k->scan->nwords && k->fn[next] != ISN_FN_ALA && k->fn[next] != ISN_FN_MIN)
            return false;
    }
    return k->fn[w] == ISN_FN_BEFORE || isn_cue_date_word(k, w, ISN_DW_AGO);
}

/* A verb in the past stands before the occurrence in its sentence. */
static bool verb_done(const isn_work *k, const isn_ev *e, uint32_t s0) {
    for (const isn_ev *p = e; p-- > k->evs.ptr && p->first >= s0 && p->sentence == e->sentence;)
        if (p->verb && (p->form & ISN_FORM_KIND) == ISN_FORM_PERF && !p->negative && !p->denied)
            return true;
    return false;
}

/* قبل أن يقدموا على رشق المبنى: a verb stands between, and did happen. */
static bool before_verb(const isn_work *k, uint32_t w, uint32_t to) {
    if (k->fn[w + 1] == ISN_FN_BEFORE || (w && k->fn[w - 1] == ISN_FN_BEFORE))
        return true; /* قبل أن تتم تصفيتهم */
    for (uint32_t i = w + 1; i < to; i++)
        if (k->wc[i] & ISN_WC_VERB)
            return true;
    return false;
}

/* ضربوه قبل الإفراج عنه، قصفوا القرية قبل اقتحامها: right behind قبل, the next of the deeds told to the same ones, and it
 * was done. */
static bool next_deed(const isn_work *k, const isn_ev *e, uint32_t w) {
    bool done =
        e->event == ISN_EV_ASSAULT || e->event == ISN_EV_COERCE || e->effect == ISN_WHAT_RELEASED;
    if (w + 1 != e->first || !done)
        return false;
    bool same = isn_work_pronoun(k, e->last - 1) ||
                (e->last < k->scan->nwords && !(k->scan->words[e->last].flags & ISN_WF_BREAK) &&
                 isn_work_pronoun(k, e->last));
    if (!same)
        return false;
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;)
        if (q->verb && !q->dead && (q->form & ISN_FORM_KIND) == ISN_FORM_PERF)
            return !q->future && !q->negative && q->event != ISN_EV_NONE;
    return false;
}

/* قبل هذه الغارات: those that were told. */
static bool told_already(const isn_work *k, uint32_t w) {
    return w + 1 < k->scan->nwords && k->fn[w + 1] == ISN_FN_THIS;
}

/* قبل أن, as one phrase or as two words. */
static bool before_that(const isn_work *k, uint32_t w, uint32_t s0) {
    if (k->fn[w] == ISN_FN_BEFORE)
        return true;
    return k->fn[w] == ISN_FN_THAT && w > s0 && k->fn[w - 1] == ISN_FN_BEFORE;
}

/* A verb with the sign of the future. */
static bool to_come(const isn_work *k, uint32_t w) {
    if (!(k->wc[w] & ISN_WC_VERB))
        return false;
    for (unsigned r = 0; r < k->scan->words[w].nreadings; r++)
        if (k->scan->words[w].reading[r].symbol != ISN_NO_SYMBOL &&
            k->scan->words[w].reading[r].pre & ISN_CL_SEEN)
            return true;
    return false;
}

/* رغم الهدنة، على الرغم من المفاوضات: no verb between. */
static bool despite(const isn_work *k, uint32_t w, uint32_t to) {
    if (k->fn[to] == ISN_FN_LAN || k->fn[to] == ISN_FN_NOT)
        return false; /* لكنها لن ترضخ: what is said now */
    for (uint32_t i = w; i < to; i++)
        if (k->wc[i] & ISN_WC_VERB || k->fn[i] == ISN_FN_THAT)
            return false;
    return true;
}

/* هو الأعنف منذ بدء الحرب: compared with that time, and no sum over it. */
bool isn_cue_compared(const isn_work *k, uint32_t w, uint32_t first) {
    enum { WORDS = 4 };
    for (uint32_t i = w; i-- > first && w - i <= WORDS;) {
        if (isn_cue_date_word(k, i, ISN_DW_RECORD))
            return true;
        if (k->scan->words[i + 1].flags & ISN_WF_BREAK)
            return false;
    }
    return false;
}

/* تفكيك خلية وقتل أربعة، إحباط هجوم واعتقال ثلاثة: joined, and so many that it befell. */
static bool joined_and_counted(const isn_work *k, const isn_ev *e) {
    enum { NEAR = 2 };
    if (e->verb || !e->effect || !(isn_work_pre(k, e->first, e->reading) & ISN_CL_WAW))
        return false;
    for (uint32_t w = e->last; w < e->last + NEAR && w < k->scan->nwords; w++) {
        uint32_t n = k->m->numbers.at[w];
        if (n != ISN_NONE && k->m->numbers.ptr[n].num_first < k->m->numbers.ptr[n].num_last)
            return true;
    }
    return false;
}

/* لن, لا before a verb, in the clause before the word. */
static bool will_not(const isn_work *k, uint32_t word, uint32_t s0) {
    enum { CLAUSE = 10 };
    for (uint32_t w = word; w-- > s0 && word - w < CLAUSE;) {
        if (k->fn[w] == ISN_FN_LAN || (k->fn[w] == ISN_FN_NOT && k->wc[w + 1] & ISN_WC_VERB))
            return true;
        if (k->scan->words[w + 1].flags & ISN_WF_BREAK || k->fn[w] == ISN_FN_THAT)
            return false;
    }
    return false;
}

/* للمطالبة بالديمقراطية ووقف القمع وإطلاق المعتقلين: a verbal noun that is joined to what is asked for, though spelled like a
 * verb in the past, behind which its doer or an accusative would stand. */
static bool joined_noun(const isn_work *k, uint32_t w) {
    const isn_scan *scan = k->scan;
    if (!(k->wc[w] & ISN_WC_VERB) || !(scan->words[w].reading[0].pre & ISN_CL_WAW) ||
        scan->words[w].flags & (ISN_WF_STOP | ISN_WF_COLON) || w + 1 >= scan->nwords ||
        scan->words[w + 1].flags & ISN_WF_BREAK || k->fn[w + 1] != ISN_NO_FN)
        return false;
    uint32_t c = k->m->entities.cover[w + 1];
    const isn_token *next = &scan->text->tokens[scan->words[w + 1].token];
    if ((c != ISN_NONE && isn_work_entity(k, c)->kind != ISN_ENT_PLACE) ||
        next->flags & ISN_TF_TANWIN || isn_work_pre(k, w + 1, 0) & ~ISN_CL_AL)
        return false;
    bool noun = false;
    for (uint32_t h = scan->word_hit[w]; h < scan->word_hit[w + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        for (unsigned i = 0; i < hit->nsenses; i++) {
            const isn_sense *s = &hit->senses[i];
            unsigned kind = s->form & ISN_FORM_KIND;
            if (s->table != ISN_T_TRIGGER && s->table != ISN_T_CUE)
                continue;
            noun |= kind == ISN_FORM_MASDAR || (kind == ISN_FORM_NAME && s->table == ISN_T_CUE);
            if (kind == ISN_FORM_IMPF ||
                (kind == ISN_FORM_PERF && (s->form & (ISN_FORM_FEM | ISN_FORM_PERSON) ||
                                           (s->form & ISN_FORM_NUMBER) != ISN_FORM_SG)))
                return false;
        }
    }
    return noun;
}

/* A word that says nothing of what stands after it: most words. */
static bool idle(const isn_work *k, uint32_t w) {
    const uint32_t tables = 1u << ISN_T_CUE | 1u << ISN_T_DATEWORD;
    return k->fn[w] == ISN_NO_FN && !(k->wc[w] & (ISN_WC_VERB | ISN_WC_RESET)) &&
           !(k->scan->word_tables[w] & tables);
}

static bool light_at(const isn_work *k, const isn_ev *e, uint32_t w) {
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->first >= w;)
        if (q->first == w)
            return q->flags & ISN_TG_LIGHT && !q->event;
    return false;
}

/* لا سيما القاهرة: a particle of two words denies nothing. */
static bool in_particle(const isn_work *k, uint32_t w, uint32_t last) {
    const isn_hit *hit;
    return k->fn[w] == ISN_FN_OTHER && isn_match_sense(&hit, k->scan, w, ISN_T_FUNC) != NULL &&
           hit->first == w && hit->last > last;
}

/* محكمة تقضي بسجن فلان: a court that rules, no law that provides. */
static bool sentences(const isn_work *k, const isn_ev *e, uint32_t w) {
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->first >= w;)
        if (q->first == w)
            return q->event == ISN_EV_SANCTION;
    return false;
}

static bool sign_between(const isn_work *k, uint32_t from, uint32_t to, unsigned sign) {
    for (uint32_t w = from + 1; w <= to; w++)
        if (k->scan->words[w].flags & sign)
            return true;
    return false;
}

/* سبعة عشر طالبا: the noun of a figure, no verb of demand. */
static bool counted_noun(const isn_work *k, uint32_t w) {
    uint32_t c = k->m->entities.cover[w];
    uint32_t n = c != ISN_NONE ? isn_work_entity(k, c)->number : ISN_NONE;
    return n != ISN_NONE && k->m->numbers.ptr[n].noun == w &&
           k->m->numbers.ptr[n].num_first < k->m->numbers.ptr[n].num_last;
}

/* قبل انسحابهم، قبل إخلاء سبيلهم، قبل إخلاء سبيل ستة منهم: a pronoun tells of those who were told of before. */
static bool of_them(const isn_work *k, const isn_ev *e) {
    enum { PHRASE = 2 };
    for (uint32_t w = e->first; w < e->first + PHRASE && w < k->scan->nwords; w++) {
        bool takes = k->fn[w] == ISN_FN_AN || k->fn[w] == ISN_FN_ALA; /* الإفراج عن اثنين منهم */
        if (w > e->first &&
            (k->scan->words[w].flags & ISN_WF_BREAK || (k->fn[w] != ISN_NO_FN && !takes)))
            return false;
        if (isn_count_suffixed(k, w))
            return true;
        uint32_t n = w + 1 < k->scan->nwords ? k->m->numbers.at[w + 1] : ISN_NONE;
        if (n != ISN_NONE && k->m->numbers.ptr[n].flags & ISN_NF_SUBSET)
            return true;
    }
    return false;
}

/* Goes back from the word over the cues of its clause, and of those that govern it. */
static void look_back(isn_work *k, isn_ev *e) {
    uint32_t s0 = k->s0[e->sentence];
    unsigned distance = 0;
    bool verb = false;   /* between the cue and the word */
    bool joined = false; /* behind another noun that was joined to what is asked for */
    /* a new assertion: no cue before it reaches it; وهو ما نفاه is one too */
    bool fresh = e->attends ||
                 (e->flags & ISN_TG_SPEECH && !e->verb && isn_clause_resets(k, e->first)) ||
                 (e->verb && (isn_clause_resets(k, e->first) || e->type == ISN_TY_DENIAL)) ||
                 (e->verb && (isn_cue_answers_it(k, e) || isn_cue_another_does(k, e->first)));
    for (uint32_t w = e->first; !fresh && w-- > s0;) {
        if (k->taken[w] == ISN_TAKEN_ASIDE)
            continue;
        distance++;
        if (distance > 30)
            break;
        if (idle(k, w))
            continue;
        uint32_t row = ISN_NONE, last = w + 1;
        if (isn_work_has(k, w, ISN_T_CUE) &&
            k->fn[w] != ISN_FN_WHICH) { /* الأمر الذي is no order */
            int32_t kind = isn_cue_at(k, w, &row, &last);
            bool denies = kind == ISN_CUE_NEGATION || kind == ISN_CUE_WITHOUT;
            if ((denies || kind == ISN_CUE_UNLIKE) && negates_another(k, e, w, last))
                kind = -1;
            if (denies && k->fn[w] == ISN_FN_OTHER)
                kind = -1; /* not لا سيما */
            if (in_particle(k, w, last) || (kind == ISN_CUE_FUTURE && sentences(k, e, w)))
                kind = -1;
            /* المتهمين تعرضوا للتعذيب: whom a verb tells of is charged with something else */
            bool charged = kind == ISN_CUE_ACCUSATION && verb;
            /* الدفاعات المسؤولة عن المطار أسقطت: what عن governs is a noun */
            charged |= kind == ISN_CUE_ACCUSATION && e->verb && last > w + 1 &&
                       k->fn[last - 1] == ISN_FN_AN;
            /* هجوم يشتبه بأن الحركة نفذته: of whom it is thought, and no doubt of the deed */
            charged |= kind == ISN_CUE_ACCUSATION && e->verb && e->flags & ISN_TG_LIGHT &&
                       k->scan->words[e->first].reading[e->reading].suf != ISN_SUF_NONE;
            /* أمرت النيابة بحبس متهم: the order is the deed */
            charged |= kind == ISN_CUE_DEMAND && light_at(k, e, w);
            /* طائرة من دون طيار استهدفت: such a word denies the noun after it, no verb further on */
            charged |= denies && e->verb && k->fn[w] == ISN_FN_NOT && last + 1 < e->first;
            /* مستغلين غياب الحراسة، على إحراق المقر: a noun denies what it governs, nothing behind a comma */
            charged |=
                denies && k->fn[w] == ISN_NO_FN && sign_between(k, w, e->first, ISN_WF_COMMA);
            /* نفى الحزب، في بيان نقلته الوكالة، سقوط قتلى: the object after an aside */
            bool aside =
                kind == ISN_CUE_DENIAL && !e->verb && k->scan->words[e->first].flags & ISN_WF_COMMA;
            /* نقلت وكالات أنباء عن مصدر: within the name of who tells it */
            uint32_t cover = k->m->entities.cover[w];
            bool name = kind == ISN_CUE_HYPOTHETICAL && cover != ISN_NONE &&
                        isn_work_entity(k, cover)->first < w;
            if (kind == ISN_CUE_PREVENT && joined_and_counted(k, e))
                kind = -1;
            bool foiled = w > s0 && isn_role_cue(k, w - 1, ISN_CUE_PREVENT);
            if ((kind == ISN_CUE_PREVENT ||
                 (foiled && (kind == ISN_CUE_PLAN || kind == ISN_CUE_ATTEMPT))) &&
                isn_cue_joined_arrest(k, e))
                kind = -1; /* إحباط مخططات والقبض على خلية */
            if ((joined && kind != ISN_CUE_DEMAND) ||
                (kind != ISN_CUE_ACCUSATION && counted_noun(k, w)))
                kind = -1;
            if (kind == ISN_CUE_DENIAL && sign_between(k, w, e->first, ISN_WF_COLON))
                kind = -1; /* تنفي الاتفاق: «المحادثات مستمرة» */
            unsigned far = aside ? 24 : reach(kind);
            if (kind == ISN_CUE_MENTION)
                far += last - w - 1; /* مطلع على المشاورات */
            if (kind >= 0 && last <= e->first && distance <= far && !charged && !name)
                isn_cue_apply_kind(k, e, kind, row, w);
        }
        if (!e->dead && !e->verb && isn_clause_resets(k, w) && joined_noun(k, w))
            joined = true;
        else if (joined && (e->dead || isn_clause_resets(k, w)))
            break;
        if (joined)
            continue;
        verb |= (k->wc[w] & ISN_WC_VERB) != 0;
        bool adverb = k->fn[w] == ISN_FN_OTHER; /* قبل ذلك */
        if (distance <= 8 && !e->verb && before_word(k, w) && !adverb && !told_already(k, w) &&
            !before_verb(k, w, e->first)) { /* قبل أشهر على إنهاء المهام */
            if (next_deed(k, e, w))
                break;
            if (e->flags & ISN_TG_CASUALTY && isn_count_suffixed(k, e->first)) {
                isn_cue_kill_ev(e, "when it came that was told", ISN_NONE, w);
                break; /* كانوا محتجزين قبل إعلان مقتلهم */
            }
            bool done = distance == 1 && verb_done(k, e, s0) && of_them(k, e);
            e->dead_main = true;
            e->future |= !done; /* اعتقلوا شابين قبل انسحابهم: they have left */
            isn_cue_mark(e, done ? "what was done after it" : "still to come", ISN_NONE, w);
            if (will_not(k, w, s0)) /* لن يذهب الوفد قبل خروج القوات */
                isn_cue_kill_ev(e, "a condition", ISN_NONE, w);
            break;
        }
        if (k->fn[w] == ISN_FN_IF) {
            isn_cue_apply_kind(k, e, ISN_CUE_HYPOTHETICAL, ISN_NONE, w);
            if (e->negative && distance <= 2) /* إذا لم تتراجع عن قرارها: nobody denies it */
                isn_cue_kill_ev(e, "a condition", ISN_NONE, w);
        }
        if (distance == 1 && e->verb && before_that(k, w, s0) && e->event == ISN_EV_RETREAT &&
            e->effect != ISN_WHAT_RELEASED) /* قبل أن تنسحب; قبل أن تطلق سراحهم is news */
            isn_cue_kill_ev(e, "the end of another act", ISN_NONE, w);
        if (distance <= 2 && e->verb && before_that(k, w, s0) && verb_done(k, e, s0))
            break; /* خرجوا للمطالبة بكذا، قبل أن تطلق الشرطة الغاز */
        if (k->fn[w] == ISN_FN_BUT && !e->verb && distance <= 7 && e->event != ISN_EV_ASSAULT &&
            despite(k, w, e->first))
            isn_cue_kill_ev(e, "what was so before", ISN_NONE, w);
        if (k->fn[w] == ISN_FN_FOR && distance <= 4)
            isn_cue_apply_kind(k, e, ISN_CUE_PURPOSE, ISN_NONE, w);
        if (k->fn[w] == ISN_FN_SAWFA && distance <= 2)
            e->future = true;
        if (!e->verb && distance <= 3 && to_come(k, w))
            e->future = true; /* سيصدر مذكرات توقيف */
        if (e->dead || isn_clause_resets(k, w) || k->fn[w] == ISN_FN_WHO)
            break;
    }
}

void isn_cue_before(isn_work *k, isn_ev *e) {
    if (isn_work_states(k, e->row)) /* بسبب خلل فني: what it is said to have been */
        return;
    isn_cue_no_deed(k, e);
    look_back(k, e);
    isn_cue_by_form(k, e);
    isn_cue_beside(k, e);
}
