/* role_pronoun.c: whom the pronouns of verbs, nouns and prepositions mean. */
#include "claim/rolework.h"

/* The subject of the nearest verb of saying before it in the sentence that names one. */
static uint32_t said_before(const isn_work *k, uint32_t verb, uint32_t s0) {
    for (uint32_t i = verb; i-- > s0;) {
        uint32_t speaker = isn_role_says(k, i) ? isn_role_subject_of_word(k, i, verb) : ISN_NONE;
        if (speaker != ISN_NONE)
            return speaker;
    }
    return ISN_NONE;
}

/* اتهم الحزب السلطات بأنها احتجزت وفده: whom the pronoun of بأن means, where it agrees with the verb. */
static uint32_t blamed_before(const isn_work *k, const isn_ev *e, uint32_t that) {
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;)
        if (q->event == ISN_EV_ACCUSE && q->last <= that && q->recipients.n == 1) {
            uint32_t x = q->recipients.ptr[0];
            return isn_work_entity(k, x)->last <= that &&
                           isn_role_agrees(k, e, isn_work_entity(k, x))
                       ? x
                       : ISN_NONE;
        }
    return ISN_NONE;
}

/* May the object pronoun mean these people? ـهم several, ـه and ـها one of their gender. */
static bool pronoun_fits(const isn_work *k, const isn_entity *x, uint8_t suf) {
    bool counted = x->number != ISN_NONE && !(k->m->numbers.ptr[x->number].flags & ISN_NF_SINGULAR);
    bool several = x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL) || counted;
    if (x->flags & ISN_EF_ADJ)
        return false;
    if (x->kind == ISN_ENT_PERSON && x->name_first > x->first && suf == ISN_SUF_HA &&
        isn_role_gender_of_head(k, x) <= 0)
        return false; /* نفى الوزير فلان احتجاز ناقلة، مؤكدا أن الحرس أوقفها */
    if (x->kind == ISN_ENT_PERSON)
        return suf == ISN_SUF_HU || suf == ISN_SUF_HA;
    if (x->kind == ISN_ENT_ACTOR && x->table == ISN_T_TITLE) /* رئيس البلدية */
        return suf == (isn_role_gender_of_head(k, x) > 0 ? ISN_SUF_HA : ISN_SUF_HU);
    if (x->kind != ISN_ENT_PEOPLE)
        return false;
    if (suf == ISN_SUF_HUM || suf == ISN_SUF_HUMA || suf == ISN_SUF_HUNNA)
        return several;
    return !several && (suf == ISN_SUF_HA) == ((x->flags & ISN_EF_FEM) != 0);
}

/* قال المراسل إنه قتل مدني، أضاف المتحدث أنه أصيب ثلاثة: the pronoun is nobody's where he who tells it fights with none. */
static bool nobody_meant(const isn_work *k, const isn_ev *e, const isn_entity *teller,
                         uint32_t that) {
    bool tells = teller->flags & ISN_EF_SPOKES || teller->sector == ISN_SEC_JRN ||
                 teller->sector == ISN_SEC_NGO || teller->sector == ISN_SEC_MED;
    return tells && e->verb && that + 1 == e->first && e->event == ISN_EV_ASSAULT && e->effect &&
           !(e->form & (ISN_FORM_FEM | ISN_FORM_PL)) && isn_work_pronoun(k, that) == ISN_SUF_HU;
}

/* نقلت المنظمة عن الحركة قولها إنها قتلت: whose words are handed on, with "that" at the word; or ISN_NONE. */
static uint32_t words_of(const isn_work *k, uint32_t that, uint32_t s0) {
    enum { FAR = 10 };
    const isn_token *t = that > s0 ? &k->scan->text->tokens[k->scan->words[that - 1].token] : NULL;
    const uint8_t *p = t != NULL ? k->scan->text->fold + t->fold : NULL;
    if (t == NULL || t->fold_len < 4 || p[0] != ISN_F_QAF || p[1] != ISN_F_WAW ||
        p[2] != ISN_F_LAM || p[3] != ISN_F_HEH)
        return ISN_NONE;
    for (uint32_t w = that - 1; w-- > s0 && that - w < FAR;) {
        uint32_t c = k->m->entities.cover[w + 1];
        if (k->wc[w] & ISN_WC_VERB || k->scan->words[w].flags & ISN_WF_STOP)
            return ISN_NONE;
        if (k->fn[w] == ISN_FN_AN)
            return c != ISN_NONE && isn_work_entity(k, c)->kind == ISN_ENT_ACTOR &&
                           !(isn_work_entity(k, c)->flags & ISN_EF_SPOKES)
                       ? c
                       : ISN_NONE;
    }
    return ISN_NONE;
}

/* أكد أن مهمة التحالف لم تنته، موضحا أنها تركز على التدريب: the pronoun of أنها is the party of the clause
 * before it. */
/* الجيش … أنه، الشرطة and القوات … أنها: of a body. */
static bool body_fits(const isn_work *k, const isn_entity *x, uint8_t suf) {
    bool she = isn_role_gender_of_head(k, x) > 0;
    return suf == (she ? ISN_SUF_HA : ISN_SUF_HU);
}

/* قتلت الغارات 26 مدنيا، وإنها أسقطت: no pronoun of men for her. */
static bool people_fit(const isn_work *k, const isn_entity *x, uint8_t suf) {
    bool several = x->number != ISN_NONE || x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL);
    return suf != ISN_SUF_HA || x->flags & ISN_EF_FEM ||
           (several && isn_role_gender_of_head(k, x) > 0);
}

/* قالت الحكومة إن جيشها طاردهم، وإنه قتل اثنين: not she who says it, but the subject of the clause of إن that this one is joined to. */
static uint32_t sibling_subject(const isn_work *k, uint32_t w, uint32_t s0) {
    if (!(isn_work_pre(k, w, 0) & ISN_CL_WAW))
        return ISN_NONE;
    for (uint32_t i = w; i-- > s0;) {
        if (k->fn[i] != ISN_FN_THAT)
            continue;
        uint32_t c = isn_work_pronoun(k, i) ? ISN_NONE : k->m->entities.cover[i + 1];
        bool body = c != ISN_NONE && isn_work_entity(k, c)->first == i + 1 &&
                    isn_work_entity(k, c)->kind == ISN_ENT_ACTOR;
        return body ? c : ISN_NONE;
    }
    return ISN_NONE;
}

/* قالت الشرطة كذا. لكن شهودا أكدوا أنها أطلقت: no pronoun of those who say it, but of the body that the sentence before tells of. */
static uint32_t body_before(const isn_work *k, uint32_t word) {
    uint32_t s = k->scan->words[word].sentence;
    for (uint32_t c = k->m->entities.len; c-- > 0;) {
        const isn_entity *x = isn_work_entity(k, c);
        if (x->first >= word)
            continue;
        if (k->scan->words[x->first].sentence + 1 < s)
            break;
        bool body = x->kind == ISN_ENT_ACTOR && !x->nested && !(x->flags & ISN_EF_ADJ) &&
                    isn_role_gender_of_head(k, x) > 0;
        bool land = x->table == ISN_T_COUNTRY && x->first > 0 && k->wc[x->first - 1] & ISN_WC_VERB;
        if ((body || land) && isn_clause_prep(k, x->first, x->reading) == ISN_NO_FN)
            return c;
    }
    return ISN_NONE;
}

/* وأنه تم إيقاف 14 شخصا: of a noun of deed behind تم or جرى the pronoun is nobody; nor is it anybody where the setting stands
 * behind it: فإنه إثر كمين قرب البلدة قتلت القوات اثنين. */
static bool impersonal(const isn_work *k, const isn_ev *e, uint32_t that) {
    if (e->verb || isn_work_pronoun(k, that) != ISN_SUF_HU || that + 2 != e->first)
        return false;
    uint8_t fn = k->fn[that + 1];
    return fn == ISN_FN_OTHER || fn == ISN_FN_AFTER || fn == ISN_FN_BECAUSE ||
           isn_role_during_of(k, that + 1);
}

uint32_t isn_role_pronoun_subject(const isn_work *k, const isn_ev *e) {
    uint32_t w = e->first, s0 = k->s0[e->sentence];
    if (!isn_work_fns(k, e->sentence, ISN_KIND(ISN_FN_THAT)))
        return ISN_NONE;
    while (w > s0 && k->fn[w] != ISN_FN_THAT) {
        if (w < e->first && k->wc[w] & ISN_WC_TRIGGER)
            return ISN_NONE;
        w--;
    }
    if (k->fn[w] != ISN_FN_THAT)
        return ISN_NONE;
    uint32_t blamed = isn_work_pronoun(k, w) && isn_work_pre(k, w, 0) & ISN_CL_BEH
                          ? blamed_before(k, e, w)
                          : ISN_NONE;
    if (blamed != ISN_NONE)
        return blamed;
    if (!isn_work_pronoun(k, w) || impersonal(k, e, w))
        return ISN_NONE;
    uint32_t handed = words_of(k, w, s0);
    if (handed != ISN_NONE)
        return handed;
    enum { SAYING = 8, FAR_SAYING = 16 };
    bool plain = true; /* أعلنت السعودية خلال مؤتمر الدول المانحة أنها: no other verb between */
    for (uint32_t i = w; i-- > s0 && w - i < (plain ? FAR_SAYING : SAYING);
         plain &= !(k->wc[i] & (ISN_WC_VERB | ISN_WC_TRIGGER | ISN_WC_BOUND)))
        if (isn_role_says(k, i)) { /* قالت الحكومة إنها ستنشر: of whose saying it is */
            uint32_t speaker = isn_role_subject_of_word(k, i, w);
            if (speaker == ISN_NONE) /* قالت الشرطة إن كذا، وأكدت أنها أطلقت */
                speaker = said_before(k, i, s0);
            const isn_entity *x = speaker != ISN_NONE ? isn_work_entity(k, speaker) : NULL;
            if (x != NULL && x->kind == ISN_ENT_ACTOR && !body_fits(k, x, isn_work_pronoun(k, w))) {
                uint32_t other = sibling_subject(k, w, s0);
                if (other != ISN_NONE)
                    return other;
                other = isn_work_pronoun(k, w) == ISN_SUF_HA && isn_role_gender_of_head(k, x) < 0
                            ? body_before(k, w)
                            : ISN_NONE; /* نفت الحركة ذلك. وقال الجيش إنها قصفته */
                if (other != ISN_NONE)
                    return other;
                if (e->verb && (e->effect || e->flags & ISN_TG_RESULT) && w + 1 == e->first &&
                    isn_work_pronoun(k, w) == ISN_SUF_HU)
                    return ISN_NONE; /* قالت الشرطة إنه قتل ستة، إنه تسبب في إصابتهم: nobody's pronoun */
            }
            if (x != NULL && nobody_meant(k, e, x, w))
                return ISN_NONE;
            bool himself = x != NULL && x->kind == ISN_ENT_PERSON && !(x->flags & ISN_EF_SPOKES) &&
                           e->verb && !e->passive &&
                           (e->event == ISN_EV_CONSULT || e->event == ISN_EV_AGREE ||
                            e->event == ISN_EV_SANCTION || e->event == ISN_EV_AID) &&
                           pronoun_fits(k, x, isn_work_pronoun(k, w)); /* قال فلان إنه التقى */
            if (himself || (x != NULL && (x->kind == ISN_ENT_ACTOR || x->kind == ISN_ENT_PLACE)))
                return speaker;
            break;
        }
    uint32_t sibling = sibling_subject(k, w, s0);
    if (sibling != ISN_NONE && body_fits(k, isn_work_entity(k, sibling), isn_work_pronoun(k, w)))
        return sibling;
    uint32_t last =
        w > s0 ? k->m->entities.cover[w - 1] : ISN_NONE; /* بعد إعلان الحركة أنها هاجمت */
    if (last != ISN_NONE && isn_work_entity(k, last)->kind == ISN_ENT_ACTOR &&
        isn_work_entity(k, last)->first > s0 &&
        isn_work_has(k, isn_work_entity(k, last)->first - 1, ISN_T_SPEECH) &&
        isn_work_entity(k, last)->last == w)
        return last;
    uint32_t nearest = ISN_NONE;
    for (uint32_t i = w; i-- > s0;) {
        uint32_t c = k->m->entities.cover[i];
        if (c != ISN_NONE) {
            const isn_entity *x = isn_work_entity(k, c);
            bool party = x->kind == ISN_ENT_ACTOR ||
                         (x->kind == ISN_ENT_PEOPLE && !(x->flags & ISN_EF_ADJ) &&
                          people_fit(k, x, isn_work_pronoun(k, w)));
            if (party && !(x->flags & ISN_EF_ADJ))
                nearest = c;
            i = x->first;
        }
        if (nearest != ISN_NONE && k->fn[i] == ISN_FN_THAT)
            break;
        if (i == s0)
            break;
    }
    uint32_t who = nearest != ISN_NONE ? nearest : last;
    const isn_entity *x = who != ISN_NONE ? isn_work_entity(k, who) : NULL;
    bool several = x != NULL && (x->kind == ISN_ENT_SOURCE ||
                                 (x->flags & ISN_EF_PLURAL && x->kind == ISN_ENT_PEOPLE));
    bool they = several && x->side != ISN_SIDE_ARMED && !(x->flags & ISN_EF_FEM);
    return they && isn_work_pronoun(k, w) == ISN_SUF_HA ? body_before(k, w) : nearest;
}

/* أعلن الجيش أنه قتل أربعة مسلحين: the verb right behind the pronoun of him who fights is his deed. */
bool isn_role_does_it_himself(const isn_work *k, const isn_ev *e) {
    if (!isn_role_pronoun_before(k, e) || e->passive)
        return false;
    uint32_t self = isn_role_pronoun_subject(k, e);
    return self != ISN_NONE && isn_role_armed(isn_work_entity(k, self)) &&
           isn_role_agrees(k, e, isn_work_entity(k, self));
}

/* شخصا غير مرغوب فيه: what somebody is declared to be. */
bool isn_role_unwanted(const isn_work *k, const isn_entity *x) {
    bool idiom = k->wc[x->first] & ISN_WC_TRIGGER ||
                 (x->last < k->scan->nwords &&
                  (k->wc[x->last] & (ISN_WC_TRIGGER | ISN_WC_VERB)) == ISN_WC_TRIGGER);
    return x->table == ISN_T_PEOPLE && idiom &&
           isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) & ISN_PF_ANY;
}

/* ضباط ضربوهم خلال توقيفهم: who did the act before to those of the same pronoun is not among them. */
static bool did_to_them(const isn_work *k, const isn_ev *e, uint32_t entity, uint8_t suf) {
    const isn_ev *p = e - 1;
    if (e == k->evs.ptr || p->sentence != e->sentence || !p->verb || e->verb ||
        k->scan->words[p->first].reading[p->reading].suf != suf)
        return false;
    for (uint32_t i = 0; i < p->actors.n; i++)
        if (p->actors.ptr[i] == entity)
            return true;
    return false;
}

/* الجثث الـ23 التي تسلمها المستشفى: the dead, of whom nothing else is known, and nobody named before. */
static bool of_bodies(const isn_work *k, const isn_ev *e) {
    uint32_t w = e->first;
    if (!e->verb || w < k->s0[e->sentence] + 2 || k->fn[w - 1] != ISN_FN_WHO)
        return false;
    return isn_work_has(k, w - 2, ISN_T_CASUALTY) ||
           (k->taken[w - 2] && k->m->numbers.at[w - 2] != ISN_NONE);
}

/* تجمع محتجون … قبل أن تفرقهم الشرطة، ضبط مهرب … واعتقلته: the people named last before the verb, in its sentence,
 * that the pronoun fits. */
uint32_t isn_role_object_pronoun(const isn_work *k, const isn_ev *e, uint8_t suf) {
    if (suf < ISN_SUF_HU || suf > ISN_SUF_HUNNA || of_bodies(k, e))
        return ISN_NONE;
    bool said = e->event == ISN_EV_ACCUSE && e->verb;
    for (uint32_t w = e->first; w-- > k->s0[e->sentence];) {
        uint32_t c = k->m->entities.cover[w];
        if (said && k->wc[w] & ISN_WC_TRIGGER && !(k->wc[w] & ISN_WC_VERB) &&
            isn_work_pre(k, w, 0) & ISN_CL_AL)
            return ISN_NONE; /* دانت القصف ووصفته بأنه جريمة: the deed */
        if (c == ISN_NONE)
            continue;
        w = isn_work_entity(k, c)->first;
        uint32_t head = w > 0 ? k->m->entities.cover[w - 1] : ISN_NONE; /* محتجون مؤيدون للجيش */
        bool describes = head != ISN_NONE && isn_work_entity(k, head)->kind == ISN_ENT_PEOPLE &&
                         isn_work_entity(k, c)->flags & (ISN_EF_PLURAL | ISN_EF_DUAL) &&
                         !isn_work_pre(k, w, 0);
        uint32_t n =
            isn_work_entity(k, c)->number; /* تسعة موظفين، بينهم أربع نساء، احتجزتهم الجماعة */
        bool part = n != ISN_NONE && k->m->numbers.ptr[n].flags & ISN_NF_SUBSET;
        if (!describes && !part && !isn_role_unwanted(k, isn_work_entity(k, c)) &&
            !did_to_them(k, e, c, suf) && pronoun_fits(k, isn_work_entity(k, c), suf))
            return c;
    }
    return ISN_NONE;
}

/* أفرجت عنه، اعتدوا عليهم: a preposition right after the verb with the one it is done to as its pronoun. */
int32_t isn_role_slot_of_pronoun(const isn_work *k, const isn_ev *e, uint32_t w, uint8_t *suf) {
    const isn_hit *hit;
    if (w >= k->scan->nwords || k->fn[w] != ISN_FN_OTHER || !isn_work_has(k, w, ISN_T_FUNC) ||
        k->scan->words[w].flags & ISN_WF_BREAK)
        return ISN_SLOT_NONE;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_FUNC);
    if (!s || hit->last != w + 1)
        return ISN_SLOT_NONE;
    *suf = k->scan->words[w].reading[hit->reading].suf;
    int32_t slot =
        isn_role_slot_prep(k, e, (uint8_t)isn_lex_int(k->lex, ISN_T_FUNC, s->row, ISN_FUNC_KIND));
    bool done_to = slot == ISN_SLOT_VICTIM || slot == ISN_SLOT_RECIPIENT || slot == ISN_SLOT_TARGET;
    return done_to ? slot : ISN_SLOT_NONE;
}

/* The same where it is the last word of the deed's own (القضاء عليه), or stands behind its noun (إطلاق النار عليه). */
static int32_t slot_beside(const isn_work *k, const isn_ev *e, uint8_t *suf) {
    int32_t slot = isn_role_slot_of_pronoun(k, e, e->last, suf);
    if (slot == ISN_SLOT_NONE && !e->verb && e->last > e->first + 1)
        slot = isn_role_slot_of_pronoun(k, e, e->last - 1, suf);
    if (slot == ISN_SLOT_NONE && e->last + 1 < k->scan->nwords && !e->verb &&
        k->m->entities.cover[e->last] == ISN_NONE && k->fn[e->last] == ISN_NO_FN &&
        isn_work_pre(k, e->last, 0) == ISN_CL_AL &&
        !((k->scan->words[e->last].flags | k->scan->words[e->last + 1].flags) & ISN_WF_BREAK))
        slot = isn_role_slot_of_pronoun(k, e, e->last + 1, suf);
    return slot;
}

void isn_role_pronoun_after(const isn_work *k, isn_ev *e) {
    uint8_t suf = ISN_SUF_NONE;
    int32_t slot = e->recipients.n ? ISN_SLOT_NONE : slot_beside(k, e, &suf);
    if (slot == ISN_SLOT_NONE)
        return;
    uint32_t object = isn_role_object_pronoun(k, e, suf);
    if (object == ISN_NONE)
        return;
    isn_role_give(k, e, slot, object);
    e->pronoun = true;
    e->self = !e->verb && (suf == ISN_SUF_HU || suf == ISN_SUF_HA); /* تم القبض عليه */
}

/* ألقى القبض على عدد منهم، اعتقلت الشرطة عددا منهم، أفرج عن بعضهم: some of those named before, behind the doer or the
 * preposition that whom it befalls stands with. */
void isn_role_some_behind(const isn_work *k, isn_ev *e) {
    enum { FAR = 6 };
    uint32_t end = k->scan->sentence_word[e->sentence + 1];
    if (e->recipients.n || !e->event || !isn_work_fns(k, e->sentence, ISN_KIND(ISN_FN_EACH)))
        return;
    for (uint32_t w = e->last; w < end && w < e->last + FAR; w++) {
        if (k->scan->words[w].flags & ISN_WF_BREAK || k->wc[w] & (ISN_WC_VERB | ISN_WC_BOUND))
            return;
        if (k->fn[w] != ISN_FN_EACH)
            continue;
        bool of = w + 1 < end && k->fn[w + 1] == ISN_FN_OTHER && isn_work_has(k, w + 1, ISN_T_FUNC);
        uint8_t suf = isn_work_pronoun(k, w) ? isn_work_pronoun(k, w)
                      : of                   ? isn_work_pronoun(k, w + 1)
                                             : ISN_SUF_NONE;
        uint32_t doer = w > e->last ? k->m->entities.cover[w - 1] : ISN_NONE;
        bool bare = w == e->last || (doer != ISN_NONE && e->actors.n && e->actors.ptr[0] == doer);
        int32_t slot =
            bare ? isn_work_slot(k, e->row, e->verb ? ISN_FRAME_OBJECT : ISN_FRAME_GENITIVE)
                 : isn_role_slot_prep(k, e, k->fn[w - 1]);
        if (slot != ISN_SLOT_VICTIM && slot != ISN_SLOT_RECIPIENT && slot != ISN_SLOT_TARGET)
            return;
        uint32_t they = isn_role_object_pronoun(k, e, suf),
                 next = w + (isn_work_pronoun(k, w) ? 1 : 2);
        uint32_t object = next < end ? k->m->entities.cover[next] : ISN_NONE;
        bool shown = (e->form & ISN_FORM_NUMBER) != ISN_FORM_SG;
        if (shown && w == e->last) /* قتلوا معظمهم مدنيون */
            return;
        if (e->verb && w == e->last && object != ISN_NONE) { /* رشق بعضهم القوات */
            isn_role_give(k, e, slot, object);
            slot = isn_work_slot(k, e->row, ISN_FRAME_SUBJECT);
        }
        if (they != ISN_NONE)
            isn_role_give(k, e, slot, they);
        return;
    }
}

/* لتفريقهم، لإخراجهم: a noun of deed that ل governs, of that event if one is asked for. The word may be known with its ل, too. */
bool isn_role_is_purpose(const isn_work *k, uint32_t w, uint8_t event) {
    for (uint32_t h = k->scan->word_hit[w]; h < k->scan->word_hit[w + 1]; h++) {
        const isn_hit *hit = &k->scan->hits[h];
        if (!(k->scan->words[w].reading[hit->reading].pre & ISN_CL_LAM))
            continue;
        for (unsigned i = 0; i < hit->nsenses; i++)
            if (hit->senses[i].table == ISN_T_TRIGGER &&
                (hit->senses[i].form & ISN_FORM_KIND) == ISN_FORM_MASDAR &&
                (!event || isn_work_trigger(k, hit->senses[i].row, ISN_TRIGGER_EVENT) == event))
                return true;
    }
    return false;
}

/* تجمع محتجون، فأطلقت الشرطة الغاز لتفريقهم: at whom it was meant to be done, behind the blow that has nobody else. */
void isn_role_at_them(const isn_work *k, isn_ev *e) {
    enum { FAR = 10 };
    uint32_t end = k->scan->sentence_word[e->sentence + 1];
    if (e->event != ISN_EV_ASSAULT || e->recipients.n || e->effect || !e->actors.n)
        return;
    for (uint32_t w = e->last; w < end && w < e->last + FAR; w++) {
        if (k->scan->words[w].flags & ISN_WF_STOP || k->wc[w] & ISN_WC_SAY ||
            k->fn[w] == ISN_FN_THAT)
            return;
        if (!isn_role_is_purpose(k, w, ISN_EV_NONE))
            continue;
        uint32_t they = isn_role_object_pronoun(k, e, isn_work_pronoun(k, w));
        if (they != ISN_NONE && !isn_refs_has(&e->actors, they))
            isn_refs_add(&e->recipients, they);
        return;
    }
}

/* الذي دعت إليه: what the clause describes comes again behind a preposition, so it is no subject. */
bool isn_role_resumes(const isn_work *k, const isn_ev *e) {
    uint32_t w = e->last;
    const isn_hit *hit;
    if (e->first <= k->s0[e->sentence] || k->fn[e->first - 1] != ISN_FN_WHO ||
        w >= k->scan->nwords || k->fn[w] != ISN_FN_OTHER || !isn_work_has(k, w, ISN_T_FUNC))
        return false;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_FUNC);
    return s && hit->last == w + 1 && isn_work_pronoun(k, w);
}

/* Does the pronoun behind a verb come back to what stands before it? To what a clause describes: الناشطة التي حكم عليها; or
 * to what the sentence begins with: الصحفي حكم عليه، where the verb is not active by its letters: الرجل اعتدى عليه. Nothing
 * is done to those who do it in the plural: الجنود أطلقوا النار عليهم. */
static bool comes_back(const isn_work *k, const isn_ev *e, uint32_t subject, uint8_t suf) {
    if (subject == ISN_NONE || e->first <= k->s0[e->sentence] ||
        (e->form & ISN_FORM_NUMBER) != ISN_FORM_SG)
        return false;
    if (k->fn[e->first - 1] == ISN_FN_WHO)
        return true;
    const isn_token *token = &k->scan->text->tokens[k->scan->words[e->first].token];
    bool active = isn_role_long_a(k, e) || token->flags & ISN_TF_MAKSURA;
    return !active && pronoun_fits(k, isn_work_entity(k, subject), suf);
}

/* التي حكم عليها، الذي أفرج عنه: the pronoun behind the preposition is the one the clause describes, and nobody is named
 * as the doer. The slot of the preposition, or none. */
int32_t isn_role_resumed(const isn_work *k, const isn_ev *e, const isn_role_walk *p,
                         uint32_t subject) {
    uint8_t suf;
    int32_t slot = isn_role_slot_of_pronoun(k, e, e->last, &suf);
    if (slot == ISN_SLOT_NONE || isn_role_bare_at(p, 0) != ISN_NONE ||
        !comes_back(k, e, subject, suf))
        return ISN_SLOT_NONE;
    return slot;
}

/* الشاب الذي ألقت الشرطة القبض عليه، التي ألقي القبض عليها: a preposition with the pronoun of the one described stands behind
 * the noun that makes the verb what it is. Its slot, or none. */
int32_t isn_role_resumed_behind(const isn_work *k, const isn_ev *e, const isn_role_walk *p,
                                uint32_t subject) {
    enum { FAR = 6 };
    if (subject == ISN_NONE || isn_role_bare_at(p, 1) != ISN_NONE)
        return ISN_SLOT_NONE;
    uint32_t with = isn_lex_list(k->lex, ISN_T_TRIGGER, e->row, ISN_TRIGGER_WITH);
    for (uint32_t w = e->last; with && w + 1 < k->scan->nwords && w < e->last + FAR; w++) {
        if (k->scan->words[w].flags & ISN_WF_BREAK)
            return ISN_SLOT_NONE;
        if (!isn_word_in_list(k->lex, &k->scan->words[w], with))
            continue;
        uint8_t suf;
        int32_t slot = isn_role_slot_of_pronoun(k, e, w + 1, &suf);
        return slot != ISN_SLOT_NONE && comes_back(k, e, subject, suf) ? slot : ISN_SLOT_NONE;
    }
    return ISN_SLOT_NONE;
}

bool isn_role_called(const isn_work *k, uint32_t w) {
    if (w == 0 || w + 1 >= k->scan->nwords || k->scan->words[w].flags & ISN_WF_BREAK ||
        k->scan->words[w + 1].flags & ISN_WF_BREAK ||
        k->scan->words[w - 1].sentence != k->scan->words[w + 1].sentence)
        return false;
    if (isn_work_pre(k, w, 0) || isn_work_pronoun(k, w) != ISN_SUF_NONE ||
        isn_work_pre(k, w - 1, 0) & ISN_CL_AL || k->fn[w - 1] != ISN_NO_FN ||
        k->wc[w - 1] & (ISN_WC_VERB | ISN_WC_SAY) || k->m->entities.cover[w - 1] != ISN_NONE)
        return false;
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w + 1].token];
    uint8_t pre = isn_work_pre(k, w + 1, 0);
    bool sign = t->fold_len == 1 && k->scan->text->fold[t->fold] == ISN_F_BEH;
    return sign || ((pre & ISN_CL_BEH) && (pre & ISN_CL_AL || k->fn[w + 1] == ISN_FN_AN));
}
