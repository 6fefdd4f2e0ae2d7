/* chain_relay.c: "according to", and through whom it is told. */
#include "claim/chainwork.h"

/* وفق ما صرح به الوزير: the word after a verb of saying is no "its" of a noun. */
static bool said_so(const isn_work *k, uint32_t w) {
    return w > 0 && isn_work_has(k, w - 1, ISN_T_SPEECH);
}

/* From where "according to" at `at` holds, in a sentence without a verb of saying: from its head on, unless another
 * source stands before it (بحسب مسعفين …، وفق الجيش) or a contrast tells of another doer. */
static uint32_t holds_from(isn_work *k, uint32_t at, uint32_t s0) {
    uint32_t from = s0;
    for (uint32_t i = k->scopes.len; i-- > 0 && k->scopes.ptr[i].first >= s0;)
        if (k->scopes.ptr[i].head_last > from && k->scopes.ptr[i].head_last <= at)
            from = k->scopes.ptr[i].head_last;
    uint32_t own = isn_chain_own_words_from(k, s0, at);
    return own < at && own > from ? own : from;
}

/* قتل فلان، وفق شقيقه، في وقت أغلق المكتب: what comes in contrast after a source told last is not the source's. */
static uint32_t ends_at(const isn_work *k, uint32_t at, uint32_t w, uint32_t s0, uint32_t s1) {
    bool told = false;
    for (uint32_t i = s0; i < at; i++)
        told |= (k->wc[i] & (ISN_WC_VERB | ISN_WC_TRIGGER)) != 0;
    if (!told)
        return isn_chain_own_words_from(k, w, s1);
    for (; w < s1; w++)
        if (k->fn[w] == ISN_FN_WHILE && k->scan->words[w].flags & ISN_WF_COMMA)
            return w;
    return s1;
}

/* حسب المصدر ذاته: what stands between the source and the sentence that closes with it, told by nobody else, is his too. */
static void told_before(isn_work *k, uint32_t chain, uint32_t s0) {
    uint32_t from = k->scan->words[k->chains.ptr[chain].word].sentence + 1,
             to = k->scan->words[s0].sentence, scopes = k->scopes.len;
    for (uint32_t i = 0; i < scopes; i++)
        if (k->scan->words[k->scopes.ptr[i].first].sentence >= from)
            from = k->scan->words[k->scopes.ptr[i].first].sentence + 1;
    for (uint32_t s = from; s < to; s++)
        if (k->block_role[s] == ISN_ROLE_LEDE || k->block_role[s] == ISN_ROLE_BODY)
            isn_chain_scope(k, k->s0[s], k->scan->sentence_word[s + 1], chain);
}

/* في ضربة أودت بحسب الحوثيين بحياة 13: between a verb and what it takes the source is that of this clause alone. */
static bool right_behind_verb(const isn_work *k, uint32_t at, uint32_t s0) {
    return at > s0 && k->wc[at - 1] & ISN_WC_VERB && k->wc[at - 1] & ISN_WC_TRIGGER &&
           !(k->wc[at - 1] & ISN_WC_SAY) && !(k->scan->words[at].flags & ISN_WF_BREAK);
}

/* The outlet that stands right before the words and nothing governs, or ISN_NONE. */
static uint32_t relay_before(const isn_work *k, uint32_t at) {
    uint32_t e = k->m->entities.cover[at - 1];
    const isn_entity *x = isn_work_entity(k, e);
    return isn_clause_prep(k, x->first, x->reading) == ISN_NO_FN &&
                   !(k->scan->words[at].flags & ISN_WF_BREAK)
               ? e
               : ISN_NONE;
}

/* نافية أن تكون توغلت كما ورد في الصحف: without a comma, inside a denial: who said what is denied, and no relay of the denial. */
static bool of_what_is_denied(const isn_work *k, uint32_t at, uint32_t s0, int32_t kind) {
    if (kind != ISN_AT_RELATING || !k->scopes.len || k->scan->words[at].flags & ISN_WF_COMMA)
        return false;
    const isn_scope *s = &k->scopes.ptr[k->scopes.len - 1];
    return s->act == ISN_ACT_DENY && s->first >= s0 && s->first < at && at < s->last;
}

/* وفق ما روى لـ«درج» ناشط: right behind the verb the outlet that was spoken to, before who spoke. */
static bool spoken_to_first(const isn_work *k, const isn_entity *x, uint8_t prep, uint32_t s0) {
    uint32_t w = x->first;
    if (prep != ISN_FN_LI || x->kind != ISN_ENT_OUTLET || w < s0 + 2)
        return false;
    w -= k->fn[w - 1] == ISN_FN_LI ? 2 : 1;
    if (w > s0 && !isn_work_has(k, w, ISN_T_SPEECH) &&
        isn_work_pronoun(k, w)) /* ما أفاد به لوكالة كذا مصدر */
        w--;
    return isn_work_has(k, w, ISN_T_SPEECH);
}

/* له، لها، لهم */
static bool his_own(const isn_work *k, uint32_t w, uint32_t s1) {
    if (w >= s1)
        return false;
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *p = k->scan->text->fold + t->fold;
    return t->fold_len > 1 && t->fold_len < 4 && p[0] == ISN_F_LAM && p[1] == ISN_F_HEH;
}

/* أسقطت دفاعات الجماعة طائرة، وفق بيان لها، بحسب بيانها: the statement of a body that the sentence told of: the first that can
 * speak and that no preposition governs, or whose it is; ISN_NONE. */
static uint32_t of_own_text(const isn_work *k, uint32_t at, uint32_t s0, uint32_t last,
                            uint32_t s1) {
    uint32_t end;
    if (last >= s1 || !isn_chain_channel_at(k, last, &end) || isn_work_has(k, last, ISN_T_SPEECH) ||
        (!isn_work_pronoun(k, last) && !his_own(k, end, s1)))
        return ISN_NONE;
    for (uint32_t w = s0; w < at; w++) {
        uint32_t c = k->m->entities.cover[w];
        if (c == ISN_NONE)
            continue;
        const isn_entity *x = isn_work_entity(k, c);
        w = x->last - 1;
        if (x->kind != ISN_ENT_ACTOR || isn_clause_prep(k, x->first, x->reading) != ISN_NO_FN)
            continue;
        if (!isn_chain_can_speak(k, c))
            c = x->org;
        return c != ISN_NONE && isn_chain_can_speak(k, c) ? c : ISN_NONE;
    }
    return ISN_NONE;
}

void isn_chain_according(isn_work *k, uint32_t at, uint32_t s0, uint32_t s1, int32_t kind,
                         uint32_t last, uint32_t row, bool alone) {
    uint32_t speaker = ISN_NONE, behind = ISN_NONE, told = ISN_NONE;
    uint32_t begins =
        at > s0 && k->fn[at - 1] == ISN_FN_QAD ? at - 1 : at; /* كانت رويترز قد نقلت */
    if (kind == ISN_AT_QUOTING && begins > s0 &&
        isn_chain_relays(k, k->m->entities.cover[begins - 1]))
        told = relay_before(k, begins); /* غير أن رويترز نقلت عن مصدر: through her */
    uint8_t channel = ISN_CH_NONE;
    bool named_text = false; /* البيان: one told of before */
    uint32_t w = last, own = alone ? of_own_text(k, at, s0, last, s1) : ISN_NONE;
    if (own == ISN_NONE && last < s1 && k->m->entities.cover[last] == ISN_NONE &&
        k->fn[last] == ISN_NO_FN && !isn_work_has(k, last, ISN_T_SPEECH) && !said_so(k, last) &&
        isn_work_pronoun(k, last))
        return; /* وفق تقييمها: the speaker's own */
    if (own != ISN_NONE) {
        speaker = own;
        channel = isn_chain_channel_at(k, last, &w);
    }
    for (; own == ISN_NONE && w < s1 && w < at + 18; w++) {
        const isn_word *word = &k->scan->words[w];
        if (w > last && word->flags & ISN_WF_COMMA &&
            (speaker != ISN_NONE || k->wc[w] & ISN_WC_VERB || /* وفقا للمعلومات، قتل مسلحون */
             (channel && (k->fn[w] == ISN_FN_KANA || k->m->entities.cover[w] != ISN_NONE))))
            break; /* ووفقا للتقرير، كانت 86 حالة على يد القوات */
        uint32_t ch_last;
        uint8_t ch = isn_chain_channel_at(k, w, &ch_last);
        if (ch) {
            channel = ch;
            named_text = k->scan->words[w].reading[0].symbol & 1 ||
                         k->scan->words[w].reading[0].suf != ISN_SUF_NONE;
        }
        uint32_t e = k->m->entities.cover[w];
        if (e == ISN_NONE) {
            if (k->wc[w] & ISN_WC_TRIGGER && (speaker != ISN_NONE || !(k->wc[w] & ISN_WC_VERB)))
                break;
            uint8_t fn = k->fn[w];
            if (fn == ISN_FN_THAT || fn == ISN_FN_AFTER || fn == ISN_FN_BEFORE ||
                fn == ISN_FN_WHILE || fn == ISN_FN_QAD) /* وفق التقرير فقد قتلت القوات */
                break;
            if (fn == ISN_FN_BAYN && speaker == ISN_NONE)
                break; /* بحسب التفاهمات بين … */
            continue;
        }
        const isn_entity *x = isn_work_entity(k, e);
        uint8_t prep = isn_clause_prep(k, x->first, x->reading);
        if (isn_chain_can_speak(k, e)) {
            if (speaker == ISN_NONE && told == ISN_NONE && spoken_to_first(k, x, prep, s0))
                told = e;
            else if (speaker == ISN_NONE && !(prep == ISN_FN_FI && w > last + 2))
                speaker = e;
            else if (behind == ISN_NONE &&
                     (prep == ISN_FN_AN || /* وفق الوكالة نقلا عن بيان للتحالف */
                      (prep == ISN_FN_LI && channel && x->kind != ISN_ENT_OUTLET &&
                       isn_work_entity(k, speaker)->kind == ISN_ENT_OUTLET)))
                behind = e;
            else if (prep == ISN_FN_LI && x->kind == ISN_ENT_OUTLET && told == ISN_NONE)
                told = e;
            else if (x->kind == ISN_ENT_OUTLET && told == ISN_NONE && speaker != e)
                told = e;
        }
        if (x->last > w + 1)
            w = x->last - 1;
    }
    if (of_what_is_denied(k, at, s0, kind))
        return;
    if (speaker == ISN_NONE && kind != ISN_AT_QUOTING && told != ISN_NONE)
        speaker = told, told = ISN_NONE; /* nobody else is named */
    if (speaker == ISN_NONE) {
        if (channel && named_text && k->last_chain != ISN_NONE &&
            alone) /* بحسب البيان، not بحسب بيان ختامي */
            isn_chain_scope(k, s0, s1, isn_chain_copy_chain(k, k->last_chain, at));
        else if (kind == ISN_AT_QUOTING && at == s0 && isn_work_pre(k, at, 0) & ISN_CL_WAW &&
                 k->last_chain != ISN_NONE)
            isn_chain_scope(
                k, s0, s1,
                isn_chain_copy_chain(k, k->last_chain, at)); /* ونقل عن ...: he goes on */
        return;
    }
    if (k->scopes.len && !alone) { /* قال فلان، استنادا إلى مصادر، إن: behind the speaker */
        const isn_scope *s = &k->scopes.ptr[k->scopes.len - 1];
        if (s->first >= s0 && at > s->head_first && at < s->head_last) {
            isn_chain_add(k, &k->chains.ptr[s->chain], speaker, ISN_NONE, true);
            return;
        }
    }
    bool relays = (isn_work_entity(k, speaker)->kind == ISN_ENT_OUTLET ||
                   isn_work_entity(k, speaker)->role == ISN_LINK_OUTLET ||
                   isn_work_entity(k, speaker)->role == ISN_LINK_AGENCY) &&
                  (kind == ISN_AT_ACCORDING || kind == ISN_AT_RELATING);
    if (relays && !alone &&
        k->scopes.len) { /* قال الوزير كذا، وفق ما ذكرت الوكالة: which told his words on */
        const isn_scope *s = &k->scopes.ptr[k->scopes.len - 1];
        if (s->first >= s0 && s->first < at) {
            isn_chain_add(k, &k->chains.ptr[s->chain], speaker, ISN_NONE, false);
            return;
        }
    }
    if (kind == ISN_AT_QUOTING && !alone) { /* نقلا عن: behind the speaker of the scope before it */
        for (uint32_t i = k->scopes.len; i-- > 0;) {
            isn_scope *s = &k->scopes.ptr[i];
            if (s->first < s0)
                break;
            isn_chain_add(k, &k->chains.ptr[s->chain], speaker, ISN_NONE, true);
            return;
        }
    }
    if (kind == ISN_AT_ACCORDING && !alone && behind == ISN_NONE &&
        isn_work_entity(k, speaker)->kind == ISN_ENT_OUTLET) { /* قالت الشرطة إن …، وفق وكالة كذا */
        for (uint32_t i = k->scopes.len; i-- > 0 && k->scopes.ptr[i].first >= s0;) {
            const isn_scope *s = &k->scopes.ptr[i];
            const isn_chain *c = &k->chains.ptr[s->chain];
            if (s->head_last > at || !c->n || c->link[0].entity == ISN_NONE ||
                isn_work_entity(k, c->link[0].entity)->kind == ISN_ENT_OUTLET)
                continue;
            isn_chain_add(k, &k->chains.ptr[s->chain], speaker, ISN_NONE, false);
            return;
        }
    }
    bool added = k->scan->words[at].flags & ISN_WF_COMMA ||
                 (at > s0 && k->scan->words[at - 1].flags & ISN_WF_COMMA); /* وذلك بحسب */
    if (!alone && added && isn_work_entity(k, speaker)->role == ISN_LINK_DOCUMENT)
        for (uint32_t i = k->scopes.len; i-- > 0 && k->scopes.ptr[i].first >= s0;)
            if (k->scopes.ptr[i].act &&
                k->scopes.ptr[i].first < at) { /* قال إن …، بحسب تقارير أولية */
                isn_chain_add(k, &k->chains.ptr[k->scopes.ptr[i].chain], speaker, ISN_NONE, true);
                return;
            }
    uint32_t index, known = isn_chain_spoken_before(k, speaker);
    if (known == ISN_NONE && isn_chain_the_source(k, speaker) && k->last_chain != ISN_NONE) {
        known = k->last_chain; /* حسب المصدر ذاته */
        told_before(k, known, s0);
    }
    if (known != ISN_NONE)
        index = isn_chain_copy_chain(k, known, at);
    isn_chain *c = known != ISN_NONE ? &k->chains.ptr[index] : isn_chain_new(k, &index, at);
    c->attrib_row = row;
    if (known == ISN_NONE)
        isn_chain_add(k, c, speaker, ISN_NONE, false);
    isn_chain_joint(k, c, speaker, w);
    if (behind != ISN_NONE)
        isn_chain_add(k, c, behind, ISN_NONE, true);
    if (told != ISN_NONE)
        isn_chain_add(k, c, told, ISN_NONE, false);
    isn_chain_set_channel(c, channel);
    /* it covers what it is attached to: the whole sentence when no verb of saying rules it, else from the
     * last bound before it */
    uint32_t from = holds_from(k, at, s0);
    if (!alone && right_behind_verb(k, at, s0))
        from = at - 1;
    else if (!alone)
        for (from = at; from > s0 && !(k->wc[from] & ISN_WC_SAY); from--) {
        }
    isn_scope *sc = isn_chain_scope(k, from, ends_at(k, at, w, s0, s1), index);
    sc->head_first = at;
    sc->head_last = w;
    k->last_chain = index;
}
