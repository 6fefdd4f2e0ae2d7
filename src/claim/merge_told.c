/* merge_told.c: what in two claims, and in the words around them, speaks for one thing or for two. */
#include "claim/mergework.h"

/* وكان انتحاري قد فجر سيارة: a verb that tells what was done, not whom it befell. */
bool isn_merge_deed_told(const isn_work *k, uint32_t i) {
    const isn_ev *e = isn_merge_rep(k, i);
    return e->verb && !(e->flags & (ISN_TG_CASUALTY | ISN_TG_RESULT));
}

/* نقل شاب إلى المستشفى إثر إصابته: somebody whom the sentence itself brings in, and none of those before. */
static bool brought_in(const isn_work *k, const isn_ev *e) {
    for (uint32_t i = 0; i < e->recipients.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->recipients.ptr[i]);
        if (x->kind == ISN_ENT_PEOPLE && x->first < e->first &&
            k->scan->words[x->first].sentence == e->sentence &&
            !(isn_work_pre(k, x->first, x->reading) & ISN_CL_AL) && !isn_work_pronoun(k, x->first))
            return true;
    }
    return false;
}

/* أحد القتلى، جثتاهما، الضحايا: the dead told of before, or some of them; no new event. */
bool isn_merge_points_back(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    const isn_ev *e = isn_merge_rep(k, ib);
    const isn_word *word = &k->scan->words[e->last - 1];
    bool back = e->definite ||
                word->reading[e->reading < word->nreadings ? e->reading : 0].suf != ISN_SUF_NONE;
    if (e->verb || !back || !(e->flags & ISN_TG_CASUALTY) || e->form == 0 ||
        !isn_work_has(k, e->first, ISN_T_CASUALTY) || b->nanchors > 2 || b->nactors ||
        b->type != ISN_TY_INCIDENT || e->update || e->reached || e->tally || brought_in(k, e))
        return false;
    if (a->event != b->event || a->negative || a->modality || isn_merge_sum_type(a) ||
        isn_merge_largest(a) == 0 || isn_merge_different_dates(a, b) || isn_merge_places(a, b) < 0)
        return false;
    return isn_merge_largest(b) < isn_merge_largest(a) ||
           (isn_merge_largest(b) == 1 && isn_merge_largest(a) == 1);
}

static bool all_armed(const isn_claim *c) {
    for (uint32_t i = 0; i < c->nrecipients; i++) {
        uint8_t s = c->recipients[i].sector;
        if (s != ISN_SEC_REB && s != ISN_SEC_UAF && s != ISN_SEC_IMG && s != ISN_SEC_ISM &&
            s != ISN_SEC_MIL)
            return false;
    }
    return c->nrecipients > 0;
}

/* إن القتلى مدنيون: news only where another has told of a blow at fighters right before, or at civilians where they are fighters. */
bool isn_merge_dead_in_vain(const isn_work *k, uint32_t i) {
    enum { NEAR = 2 };
    const isn_claim *b = &k->claims.ptr[i];
    if (!isn_work_framed(k, isn_merge_rep(k, i)->row, ISN_FR_SAID_DEAD) || b->ncounts)
        return false;
    for (uint32_t j = i; j-- > 0 && i - j <= NEAR;) {
        const isn_claim *a = &k->claims.ptr[j];
        if (a->event == b->event && a->nrecipients && all_armed(a) != all_armed(b))
            return false;
    }
    return true;
}

static bool counts_dead(const isn_claim *c) {
    for (uint32_t i = 0; i < c->ncounts; i++)
        if (c->counts[i].what == ISN_WHAT_KILLED && c->counts[i].quantity != ISN_Q_NONE)
            return true;
    return false;
}

/* إن القتلى مدنيون: who they were that a blow right before killed; fighters to one and civilians to another are two versions. */
bool isn_merge_names_the_dead(const isn_work *k, uint32_t ia, uint32_t ib) {
    enum { NEAR = 2 };
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    return ib - ia <= NEAR && a->event == b->event && !a->negative && !a->modality &&
           !isn_merge_sum_type(a) && counts_dead(a) &&
           (!a->nrecipients || all_armed(a) == all_armed(b));
}

bool isn_merge_all_rebels(const isn_claim *c) {
    for (uint32_t i = 0; i < c->nrecipients; i++)
        if (!isn_merge_of_rebels(c->recipients[i].sector))
            return false;
    return c->nrecipients > 0;
}

static bool all_of(const isn_claim *c, uint8_t sector) {
    for (uint32_t i = 0; i < c->nrecipients; i++)
        if (c->recipients[i].sector != sector)
            return false;
    return c->nrecipients > 0;
}

/* Three fighters by the army's account, three of a family by the neighbours'; five policemen here and five soldiers there. */
bool isn_merge_other_dead(const isn_claim *a, const isn_claim *b) {
    if ((all_of(a, ISN_SEC_COP) && all_of(b, ISN_SEC_MIL)) ||
        (all_of(a, ISN_SEC_MIL) && all_of(b, ISN_SEC_COP)))
        return true;
    return (all_armed(a) && all_of(b, ISN_SEC_CVL)) || (all_of(a, ISN_SEC_CVL) && all_armed(b));
}

static bool all_of_state(const isn_claim *c) {
    for (uint32_t i = 0; i < c->nrecipients; i++)
        if (!isn_merge_of_state(c->recipients[i].sector))
            return false;
    return c->nrecipients > 0;
}

static bool one_toll(const isn_claim *c) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < c->ncounts; i++)
        n += c->counts[i].what == ISN_WHAT_KILLED;
    return n == 1;
}

/* مصرع مجندين في هجوم، والقوة أردت اثنين من المهاجمين: as many of either side are not the same dead. */
bool isn_merge_foes_fell(const isn_claim *a, const isn_claim *b) {
    return one_toll(a) && one_toll(b) && isn_merge_compare_counts(a, b) > 0 &&
           ((isn_merge_all_rebels(a) && all_of_state(b)) ||
            (all_of_state(a) && isn_merge_all_rebels(b)));
}

/* Another says when it took place: قال شهود إن الهجوم وقع فجر الأربعاء. */
bool isn_merge_dated_otherwise(const isn_work *k, const isn_claim *a, const isn_claim *b,
                               const isn_ev *e) {
    if (isn_merge_same_speaker(a, b))
        return false;
    for (uint32_t w = e->last; w < e->clause_last; w++)
        if (k->m->dates.at[w] != ISN_NONE)
            return true;
    return false;
}

bool isn_merge_one_blow(const isn_ev *e) {
    return e->flags & ISN_TG_ATTACK && !(e->flags & (ISN_TG_LASTING | ISN_TG_RECIPROCAL)) &&
           (e->form & ISN_FORM_NUMBER) == ISN_FORM_SG;
}

/* نفى الجيش استهداف السوق، مؤكدا أن الغارة أصابت مخزنا: he denies one thing and tells another. */
static bool denies_before(const isn_work *k, const isn_ev *e) {
    for (uint32_t i = k->sentence_ev[e->sentence]; i < k->sentence_ev[e->sentence + 1]; i++)
        if (k->evs.ptr[i].first < e->first && k->evs.ptr[i].denied &&
            k->evs.ptr[i].event == e->event)
            return true;
    return false;
}

/* قالت القيادة إن المنزل مخبأ. لكن سكانا قالوا إن القصف أوقع 11 قتيلا: what others say against what somebody said of it in the
 * sentence before. */
static bool against_what_was_said(const isn_work *k, uint32_t ia, uint32_t ib) {
    uint32_t s = k->claim_sentence.ptr[ib];
    if (s != k->claim_sentence.ptr[ia] + 1 || k->fn[k->s0[s]] != ISN_FN_BUT)
        return false;
    uint32_t scope = k->scope_at[k->s0[s] - 1];
    return scope != ISN_NONE && k->scopes.ptr[scope].chain != isn_merge_rep(k, ib)->chain;
}

/* غير أن سكانا قالوا إن الغارة أصابت منزلا: another tells it otherwise, and his words are a claim of their own. */
bool isn_merge_rival_version(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    bool tells = b->nactors || b->nrecipients || b->ncounts;
    if (isn_merge_spoken(b) && tells && against_what_was_said(k, ia, ib))
        return true;
    if (isn_merge_spoken(b) && b->nactors && !a->nactors && isn_work_cleft(k, isn_merge_rep(k, ib)))
        return true; /* قال المستشار إن مدفعية الجيش هي التي قصفته: who it was is his version */
    if (!isn_merge_spoken(a) || !isn_merge_spoken(b) || isn_merge_same_origin(a, b) || !tells)
        return false;
    uint32_t from = k->claim_sentence.ptr[ia] == k->claim_sentence.ptr[ib]
                        ? isn_merge_rep(k, ia)->first
                        : k->s0[k->claim_sentence.ptr[ib]];
    for (uint32_t w = from; w < isn_merge_rep(k, ib)->first; w++)
        if (k->fn[w] == ISN_FN_BUT || k->fn[w] == ISN_FN_WHILE)
            return true;
    return b->type != ISN_TY_DENIAL && denies_before(k, isn_merge_rep(k, ib));
}

/* الأونروا: غارة قتلت 14 نازحا؛ الجيش: استهدفنا مركز قيادة: who struck tells what he struck, where another tells of civilians. */
bool isn_merge_own_target(const isn_claim *a, const isn_claim *b) {
    if (!all_of(a, ISN_SEC_CVL) || !b->nactors || !b->nchain || !isn_merge_spoken(a) || b->ncounts)
        return false;
    return isn_str_eq(b->actors[0].mark.text, b->chain[0].mark.text) ||
           (b->actors[0].id.len && isn_str_eq(b->actors[0].id, b->chain[0].id));
}

bool isn_merge_one_kind(const isn_claim *a, const isn_claim *b) {
    for (uint32_t i = 0; i < a->ncounts; i++)
        for (uint32_t j = 0; j < b->ncounts; j++)
            if (a->counts[i].what == b->counts[j].what)
                return true;
    return false;
}

/* وسقوط قتلى وجرحى … قتيل وثلاثة جرحى: the plurals of a, which tell no figure, may be those of b. */
bool isn_merge_one_figure(const isn_claim *a, const isn_claim *b) {
    for (uint32_t i = 0; i < a->ncounts; i++)
        for (uint32_t j = 0; j < b->ncounts; j++)
            if (a->counts[i].what == b->counts[j].what && a->counts[i].quantity != ISN_Q_VAGUE)
                return true;
    return false;
}

/* Dead and wounded, and nobody taken or missing. */
bool isn_merge_harm_only(const isn_claim *c) {
    for (uint32_t i = 0; i < c->ncounts; i++)
        if (c->counts[i].what != ISN_WHAT_KILLED && c->counts[i].what != ISN_WHAT_WOUNDED)
            return false;
    return c->ncounts > 0;
}

/* A figure so large is of one sum, however it is told. */
/* قالت الوزارة إن القصف قتل عشرة …، وقال المستشار إن الجيش هو من قصف السوق: one who names a doer where another speaker named
 * none charges him with it. */
bool isn_merge_another_blames(const isn_claim *a, const isn_claim *b) {
    return a->event == ISN_EV_ASSAULT && a->nchain && b->nchain && !a->nactors && b->nactors &&
           !isn_merge_same_origin(a, b);
}

/* وفي منطقة سومي، قتل مدني: the sentence goes on with another place. */
bool isn_merge_opens_elsewhere(const isn_work *k, uint32_t i) {
    uint32_t s0 = k->s0[k->claim_sentence.ptr[i]], c = k->m->entities.cover[s0 + 1];
    return k->fn[s0] == ISN_FN_FI && isn_work_pre(k, s0, 0) & ISN_CL_WAW && c != ISN_NONE &&
           isn_work_entity(k, c)->kind == ISN_ENT_PLACE && k->claims.ptr[i].nplaces;
}

/* The next of those with a name whom the deed befell, from the n-th occurrence of its sentence and its r-th recipient on; or NULL. */
static const isn_entity *next_named(const isn_work *k, uint32_t i, uint32_t *n, uint32_t *r) {
    uint32_t s = k->claim_sentence.ptr[i];
    for (; *n < k->sentence_ev[s + 1]; ++*n, *r = 0) {
        const isn_refs *hit = &k->evs.ptr[*n].recipients;
        while (*r < hit->n) {
            const isn_entity *x = isn_work_entity(k, hit->ptr[(*r)++]);
            if (x->kind != ISN_ENT_PERSON || x->name_last <= x->name_first)
                continue;
            uint32_t at = isn_emit_mark(k, x->first, x->last, x->reading).start;
            for (uint32_t c = 0; c < k->claims.ptr[i].nrecipients; c++)
                if (k->claims.ptr[i].recipients[c].mark.start == at)
                    return x;
        }
    }
    return NULL;
}

static bool shares_name(const isn_work *k, const isn_entity *x, const isn_entity *y) {
    const isn_text *text = k->scan->text;
    for (uint32_t i = x->name_first; i < x->name_last; i++)
        for (uint32_t j = y->name_first; j < y->name_last; j++) {
            const isn_token *a = &text->tokens[k->scan->words[i].token];
            const isn_token *b = &text->tokens[k->scan->words[j].token];
            if (a->fold_len == b->fold_len &&
                memcmp(text->fold + a->fold, text->fold + b->fold, a->fold_len) == 0)
                return true;
        }
    return false;
}

/* نجا محمد أبو طراد، ونجا سهيل الحمود: men of whose names no word is the same. */
bool isn_merge_other_person(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_entity *x, *y;
    bool both = false;
    uint32_t n = k->sentence_ev[k->claim_sentence.ptr[ia]], r = 0;
    while ((x = next_named(k, ia, &n, &r)) != NULL) {
        uint32_t m = k->sentence_ev[k->claim_sentence.ptr[ib]], q = 0;
        while ((y = next_named(k, ib, &m, &q)) != NULL) {
            if (x == y || shares_name(k, x, y))
                return false;
            both = true;
        }
    }
    return both;
}

/* أسقطت الدفاعات مسيرتين: how a blow was warded off, and no attack that somebody speaks of afterwards. */
static bool wards_off(const isn_work *k, const isn_ev *e) {
    return e->verb && isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_WEAPON;
}

/* هاجموا قاعدة. وأسفر الهجوم عن مقتل عشرين: what came of "the attack" that was told last, with figures that it had not. */
bool isn_merge_result_of(const isn_work *k, uint32_t ia, uint32_t ib) {
    enum { SENTENCES = 3 };
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    const isn_ev *e = isn_merge_rep(k, ib);
    if (b->event != ISN_EV_ASSAULT || !isn_merge_points(k, e) ||
        !(e->flags & ISN_TG_ATTACK || e->above) || a->type != ISN_TY_INCIDENT ||
        b->type != ISN_TY_INCIDENT || a->modality != b->modality ||
        !(isn_merge_rep(k, ia)->flags & ISN_TG_ATTACK) || wards_off(k, isn_merge_rep(k, ia)) ||
        (a->ncounts && !isn_merge_harm_only(a)) || !isn_merge_harm_only(b) ||
        (a->mode != b->mode && (a->mode == ISN_MODE_ABDUCT || b->mode)) ||
        isn_merge_one_kind(a, b) || k->claim_sentence.ptr[ib] == k->claim_sentence.ptr[ia] ||
        k->claim_sentence.ptr[ib] - k->claim_sentence.ptr[ia] > SENTENCES)
        return false;
    for (uint32_t i = ia + 1; i < ib; i++)
        if (k->claims.ptr[i].event == ISN_EV_ASSAULT)
            return false;
    return true;
}

/* قتل جنديان …؛ وقال إن الجنديين أصيبا بانفجار عبوة: how it befell those who were counted. */
bool isn_merge_those_counted(const isn_work *k, uint32_t ia, uint32_t ib) {
    enum { SENTENCES = 3 };
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    const isn_ev *e = isn_merge_rep(k, ib), *d = isn_merge_rep(k, ia);
    if (a->event != ISN_EV_ASSAULT || b->event != a->event || !a->ncounts || b->ncounts ||
        a->type != ISN_TY_INCIDENT || b->type != a->type || a->modality != b->modality ||
        a->negative != b->negative ||
        k->claim_sentence.ptr[ib] - k->claim_sentence.ptr[ia] > SENTENCES)
        return false;
    for (uint32_t i = k->sentence_ev[e->sentence]; i < k->sentence_ev[e->sentence + 1]; i++) {
        const isn_ev *f = &k->evs.ptr[i];
        for (uint32_t y = 0; f->group == e->group && y < f->recipients.n; y++) {
            const isn_entity *two = isn_work_entity(k, f->recipients.ptr[y]);
            if (two->kind != ISN_ENT_PEOPLE ||
                !(isn_work_pre(k, two->first, two->reading) & ISN_CL_AL))
                continue;
            for (uint32_t n = k->sentence_ev[d->sentence]; n < k->sentence_ev[d->sentence + 1]; n++)
                for (uint32_t t = 0; t < k->evs.ptr[n].ntakes; t++) {
                    const isn_take *x = &k->evs.ptr[n].takes[t];
                    if (k->evs.ptr[n].group != d->group || x->entity == ISN_NONE || x->subset)
                        continue;
                    const isn_entity *one = isn_work_entity(k, x->entity);
                    if (one->table == two->table && one->row == two->row)
                        return true;
                }
        }
    }
    return false;
}

/* فإن أربعة آخرين قتلوا بهجوم: the others are not those told before. */
bool isn_merge_others_fell(const isn_work *k, uint32_t ia, uint32_t ib) {
    enum { WORDS = 3 };
    const isn_ev *e = isn_merge_rep(k, ib);
    if (k->claim_sentence.ptr[ia] >= k->claim_sentence.ptr[ib] || k->claims.ptr[ib].ncounts != 1 ||
        k->claims.ptr[ib].counts[0].what != ISN_WHAT_KILLED ||
        !isn_merge_compare_kind(&k->claims.ptr[ia], &k->claims.ptr[ib], ISN_WHAT_KILLED))
        return false;
    for (uint32_t i = k->sentence_ev[e->sentence]; i < k->sentence_ev[e->sentence + 1]; i++) {
        const isn_ev *q = &k->evs.ptr[i];
        if (q->group != e->group || q->effect != ISN_WHAT_KILLED || !q->verb)
            continue;
        uint32_t s0 = k->s0[q->sentence], from = q->first > s0 + WORDS ? q->first - WORDS : s0;
        for (uint32_t w = from; w < q->last + WORDS && w < k->scan->nwords; w++)
            if (isn_work_has(k, w, ISN_T_NUMERAL) && k->fn[w] == ISN_FN_OTHER)
                return true;
    }
    return false;
}

/* أغلقت المكاتب ومنعتها من البث، أفرجت عن رهينات سلمتهن إلى الصليب الأحمر: what the same ones did to them besides, in one sentence. */
bool isn_merge_done_besides(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    const isn_ev *d = isn_merge_rep(k, ia), *e = isn_merge_rep(k, ib);
    bool freed = a->event == ISN_EV_RETREAT && d->effect == ISN_WHAT_RELEASED &&
                 e->effect == ISN_WHAT_RELEASED;
    bool measure = a->event == ISN_EV_COERCE && !d->effect && !e->effect;
    return (freed || measure) && a->event == b->event && d->sentence == e->sentence && e->verb &&
           isn_work_pronoun(k, e->last - 1) && !b->ncounts && a->negative == b->negative &&
           a->type == b->type && a->modality == b->modality &&
           isn_merge_compare_actors(a->actors, a->nactors, b->actors, b->nactors) >= 0;
}

/* اعتقلوا 21 مواطنا، تركزت في الخليل التي طالت الاعتقالات فيها تسعة: of those that the sentence told of. */
bool isn_merge_share_of(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    const isn_ev *d = isn_merge_rep(k, ia), *e = isn_merge_rep(k, ib);
    return a->event == ISN_EV_COERCE && b->event == a->event && a->mode == b->mode &&
           d->sentence == e->sentence && !e->verb && e->definite &&
           (e->form & ISN_FORM_NUMBER) == ISN_FORM_PL && d->effect && d->effect == e->effect &&
           isn_merge_largest(b) > 0 && isn_merge_largest(b) < isn_merge_largest(a) &&
           !b->negative && b->type != ISN_TY_UPDATE && !e->reached && !e->tally &&
           isn_merge_compare_actors(a->actors, a->nactors, b->actors, b->nactors) >= 0 &&
           isn_merge_same_speaker(a, b);
}

/* A heading names what was told: the same deed, unless a figure, a place or somebody in it is another. */
bool isn_merge_heads(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    if (!isn_merge_heading(k, ib) || !isn_merge_same_kind(a, b, true) ||
        a->modality != b->modality || isn_merge_speech_event(a) != isn_merge_speech_event(b))
        return false;
    int counts = isn_merge_compare_counts(a, b), places = isn_merge_places(a, b);
    int actors = isn_merge_compare_actors(a->actors, a->nactors, b->actors, b->nactors);
    int victims =
        isn_merge_compare_actors(a->recipients, a->nrecipients, b->recipients, b->nrecipients);
    bool bare = !b->ncounts && !b->nplaces && !b->nactors;
    return counts >= 0 && places >= 0 && actors >= 0 && victims >= 0 &&
           (counts > 0 || places > 0 || actors > 0 || bare);
}

/* - قوات تعتقل مدنيين بريف دمشق …: a line of the contents, and the item that tells it, with a place or a figure to show it. */
bool isn_merge_headed(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    if (!isn_merge_line_alone(k, ia) ||
        isn_merge_words_of(k, k->claim_sentence.ptr[ib]) < ISN_MERGE_PARAGRAPH ||
        isn_merge_line_alone(k, ib) || !isn_merge_same_kind(a, b, false) ||
        a->modality != b->modality || isn_merge_speech_event(a) ||
        isn_merge_sum_type(a) != isn_merge_sum_type(b))
        return false;
    int counts = isn_merge_compare_counts(a, b), places = isn_merge_places(a, b);
    int actors = isn_merge_compare_actors(a->actors, a->nactors, b->actors, b->nactors);
    int victims =
        isn_merge_compare_actors(a->recipients, a->nrecipients, b->recipients, b->nrecipients);
    return counts >= 0 && places >= 0 && actors >= 0 && victims >= 0 &&
           (counts > 0 || (places > 0 && (actors > 0 || victims > 0)));
}

/* قصف في مقديشو, طهران تطالب إسلام آباد: a heading, and the paragraph under it that tells it, where nothing in the two is another's. */
bool isn_merge_under_heading(const isn_work *k, uint32_t ia, uint32_t ib) {
    enum { SENTENCES = 3 };
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    uint32_t s = k->claim_sentence.ptr[ib];
    if (!isn_merge_heading(k, ia) || s <= k->claim_sentence.ptr[ia] ||
        s - k->claim_sentence.ptr[ia] > SENTENCES || isn_merge_line_alone(k, ib) ||
        !isn_merge_same_kind(a, b, true) || a->modality != b->modality)
        return false;
    int actors = isn_merge_compare_actors(a->actors, a->nactors, b->actors, b->nactors);
    int victims =
        isn_merge_compare_actors(a->recipients, a->nrecipients, b->recipients, b->nrecipients);
    int places = isn_merge_places(a, b), counts = isn_merge_compare_counts(a, b);
    bool bare = !a->nactors && !a->ncounts;
    return places >= 0 && counts >= 0 && actors >= 0 && victims >= 0 &&
           (bare || actors > 0 || counts > 0 || places > 0);
}

/* In one sentence or the next but one. */
bool isn_merge_next_to(const isn_work *k, uint32_t ia, uint32_t ib) {
    enum { SENTENCES = 2 };
    return k->claim_sentence.ptr[ib] - k->claim_sentence.ptr[ia] <= SENTENCES;
}

/* أدان القصف وحمّل الجيش المسؤولية، حذرت من كذا، مؤكدة أنها سترد: one thing said in two words, in one sentence */
bool isn_merge_said_at_once(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    return a->event != ISN_EV_REQUEST && k->claim_sentence.ptr[ia] == k->claim_sentence.ptr[ib] &&
           a->mode != ISN_MODE_ALLEGE && b->mode != ISN_MODE_ALLEGE &&
           !(a->nrecipients && b->nrecipients) && isn_merge_same_speaker(a, b);
}

/* وأضاف المصدر أن السيارة كانت متوقفة قرب السوق وانفجرت: how the one blast that was told went off, and at which spot of
 * the town, which no gazetteer has. */
bool isn_merge_retold_blast(const isn_work *k, uint32_t ia, uint32_t ib) {
    enum { SENTENCES = 3 };
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    const isn_ev *e = isn_merge_rep(k, ib);
    if (a->event != ISN_EV_ASSAULT || b->event != a->event || b->mode != ISN_MODE_EXPLOSIVES ||
        (a->mode != ISN_MODE_EXPLOSIVES && a->mode != ISN_MODE_SUICIDE_ATTACK) || !e->verb ||
        b->ncounts || b->nrecipients || b->nactors || !a->ncounts || a->type != ISN_TY_INCIDENT ||
        b->type != ISN_TY_INCIDENT || b->negative || a->negative || b->modality || a->modality ||
        !a->main || !b->main || k->claim_sentence.ptr[ib] > k->claim_sentence.ptr[ia] + SENTENCES ||
        k->claim_sentence.ptr[ib] == k->claim_sentence.ptr[ia] || isn_merge_different_dates(a, b))
        return false;
    for (uint32_t i = 0; i < b->nplaces; i++)
        if (b->places[i].id.len)
            return false;
    bool saw = b->nchain && b->chain[0].role ==
                                ISN_LINK_WITNESS; /* قال شاهد إن الشاحنة اقتحمت البوابة وانفجرت */
    return saw || isn_merge_same_speaker(a, b);
}

/* استقبل الملك رئيس الوزراء، وناقش الجانبان: what the two of a meeting do there is the meeting. */
bool isn_merge_of_the_two(const isn_work *k, uint32_t ia, uint32_t ib) {
    enum { SENTENCES = 3 };
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    const isn_ev *e = isn_merge_rep(k, ib);
    if (a->event != ISN_EV_CONSULT || !a->nactors || !a->nrecipients || b->nactors != 1 ||
        b->nrecipients || !e->actors.n ||
        k->claim_sentence.ptr[ib] > k->claim_sentence.ptr[ia] + SENTENCES)
        return false;
    bool talks = e->verb && e->flags & ISN_TG_WEAK && !b->nplaces && !b->mode;
    if (talks &&
        (isn_merge_compare_actors(a->actors, a->nactors, b->actors, b->nactors) > 0 ||
         isn_merge_compare_actors(a->recipients, a->nrecipients, b->actors, b->nactors) > 0))
        return true; /* كما استعرض الوزير العماني جهود بلاده */
    const isn_entity *x = isn_work_entity(k, e->actors.ptr[0]);
    return x->flags & ISN_EF_DUAL && !(x->flags & ISN_EF_NAMED) && x->table != ISN_T_ACTOR &&
           isn_work_pre(k, x->first, x->reading) & ISN_CL_AL;
}

/* في غضون ذلك، قتل شاب: where the report turns to something else, one or two dead are others than those told before, and so
 * are as many dead with other wounded. */
bool isn_merge_turned(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    uint32_t s = k->claim_sentence.ptr[ib];
    return (b->event == ISN_EV_ASSAULT || b->event == ISN_EV_COERCE) &&
           s != k->claim_sentence.ptr[ia] && isn_sums_turns(k, s) && isn_merge_places(a, b) <= 0 &&
           (isn_merge_largest(b) <= 2 || isn_merge_compare_kind(a, b, ISN_WHAT_WOUNDED) < 0);
}

/* 1 from the air, 2 by guns, 3 by bombs, 0 where the means tells nothing of the kind: a bomb may be the suicide attack told. */
int isn_merge_means(uint8_t mode) {
    if (mode == ISN_MODE_AERIAL || mode == ISN_MODE_DRONE)
        return 1;
    if (mode == ISN_MODE_HEAVY_WEAPONS)
        return 2;
    return mode == ISN_MODE_EXPLOSIVES || mode == ISN_MODE_SUICIDE_ATTACK ? 3 : 0;
}

/* Bombs on a town, and fighting there; a killing, and who took villages near it: of one place, and not of one kind. */
bool isn_merge_other_blow(const isn_work *k, uint32_t ia, uint32_t ib) {
    int a = isn_merge_means(k->claims.ptr[ia].mode), b = isn_merge_means(k->claims.ptr[ib].mode);
    bool clash = isn_merge_rep(k, ia)->flags & ISN_TG_RECIPROCAL;
    bool other = isn_merge_rep(k, ib)->flags & ISN_TG_RECIPROCAL;
    return isn_work_takes_land(k, isn_merge_rep(k, ia)) !=
               isn_work_takes_land(k, isn_merge_rep(k, ib)) ||
           (a && clash != other) || (a && b && a != b);
}

static bool forces(const isn_rec_actor *x) {
    return x->sector == ISN_SEC_COP || x->sector == ISN_SEC_MIL;
}

/* محتجين وقوات الأمن */
bool isn_merge_both_sides(const isn_claim *c) {
    return c->nactors == 2 && forces(&c->actors[0]) != forces(&c->actors[1]);
}

/* مواجهات بين محتجين وقوات الأمن، حيث عمد شبان إلى غلق الطريق: how the crowd went about it, told before or after. */
static bool crowd_at_it(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    const isn_claim *clash = isn_merge_both_sides(a) ? a : b, *act = clash == a ? b : a;
    return isn_merge_both_sides(clash) && (!clash->mode || clash->mode == ISN_MODE_DEMO) &&
           (act->mode == ISN_MODE_RIOT || act->mode == ISN_MODE_OBSTRUCT) && !act->ncounts &&
           k->claim_sentence.ptr[ia] == k->claim_sentence.ptr[ib] && a->modality == b->modality &&
           a->negative == b->negative;
}

/* تظاهر المئات … ورددوا شعارات, رفع المحتجون لافتات, في احتجاجاتهم, قطعوا الطريق … اعتصامهم: what those do of whose protest was told
 * before. */
bool isn_merge_protest_goes_on(const isn_work *k, uint32_t ia, uint32_t ib) {
    enum { SENTENCES = 5 };
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    const isn_ev *e = isn_merge_rep(k, ib);
    uint8_t demo = ISN_MODE_DEMO;
    const isn_reading *r = &k->scan->words[e->last - 1].reading[e->reading];
    bool goes_on = e->verb ? e->flags & ISN_TG_WEAK : r->suf != ISN_SUF_NONE;
    bool one = a->mode == demo || (!e->verb && a->mode == ISN_MODE_OBSTRUCT);
    if (a->event == ISN_EV_PROTEST && b->event == a->event && crowd_at_it(k, ia, ib))
        return true;
    if (a->event != ISN_EV_PROTEST || b->event != a->event || !one || b->mode != demo || !goes_on ||
        a->negative || b->negative || a->modality || b->modality || b->ncounts ||
        k->claim_sentence.ptr[ib] > k->claim_sentence.ptr[ia] + SENTENCES ||
        isn_merge_different_dates(a, b))
        return false;
    return isn_merge_places(a, b) >= (b->nplaces > 0) &&
           isn_merge_compare_actors(a->actors, a->nactors, b->actors, b->nactors) >= 0;
}
