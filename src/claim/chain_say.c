/* chain_say.c: who speaks by a verb of saying: before it, behind it, carried over, shared. */
#include "claim/chainwork.h"
#include "claim/cuework.h"
#include "claim/rolework.h"

static bool content_begins(const isn_work *k, uint32_t w, uint32_t verb) {
    const isn_word *word = &k->scan->words[w];
    if (w > verb + 1 && word->flags & ISN_WF_COLON)
        return true;
    return k->fn[w] == ISN_FN_THAT;
}

/* عن ضابط، نقلا عن أقاربه: isn_chain_according() tells of the second. */
static bool quoted_from(const isn_work *k, uint32_t w) {
    return (w > 0 && k->wc[w - 1] & ISN_WC_ATTRIB) || (w > 1 && k->wc[w - 2] & ISN_WC_ATTRIB);
}

/* نقلت الوكالة عن فلان بن فلان نائب رئيس البلدية: the office told after an unknown name is behind عن too. */
static bool named_behind(const isn_work *k, const isn_entity *x) {
    for (uint32_t i = x->first; i-- > 0 && i + 4 >= x->first;) {
        if (k->fn[i] == ISN_FN_AN)
            return i + 1 < x->first;
        if (k->m->entities.cover[i] != ISN_NONE || k->wc[i] & (ISN_WC_VERB | ISN_WC_TRIGGER) ||
            k->fn[i] != ISN_NO_FN || k->scan->words[i].flags & ISN_WF_STOP)
            return false;
    }
    return false;
}

/* Whose phrase it is by what stands before it. */
static void place_speaker(const isn_work *k, isn_heard *h, uint32_t entity, uint32_t verb,
                          bool report) {
    const isn_entity *x = isn_work_entity(k, entity);
    uint8_t prep = isn_clause_prep(k, x->first, x->reading);
    if (x->first == verb + 1 && isn_clause_accusative(k, x))
        return; /* وناشد المواطنين: who spoke before */
    if (x->first == verb + 1 && prep == ISN_FN_BAYN)
        prep = ISN_NO_FN; /* من جهته بين مدير المشفى أن: the verb itself */
    if (prep == ISN_NO_FN || prep == ISN_FN_HAND) {
        bool received = h->channel && x->kind == ISN_ENT_OUTLET && x->first > verb + 2 &&
                        isn_work_pronoun(k, x->first - 1); /* وقال في بيان تلقته وكالة كذا إن */
        if (h->speaker == ISN_NONE && received)
            h->told = entity;
        else if (h->speaker == ISN_NONE && isn_chain_can_speak(k, entity))
            h->speaker = entity;
        else if (report && h->behind == ISN_NONE && isn_chain_can_speak(k, entity) &&
                 named_behind(k, x))
            h->behind = entity;
        else if (h->speaker != ISN_NONE && h->told == ISN_NONE && x->kind == ISN_ENT_OUTLET)
            h->told = entity; /* أفاد مصدر طبي وكالة رويترز بأن …: told without a preposition */
        return;
    }
    bool own = x->kind != ISN_ENT_OUTLET || /* تقرير لصحيفة كذا: her own */
               (h->channel == ISN_CH_DOCUMENT && isn_work_has(k, x->first - 1, ISN_T_CHANNEL));
    bool page = h->channel_speaks && h->channel == ISN_CH_SOCIAL && own && prep == ISN_FN_LI;
    if ((h->text || page) && h->speaker == ISN_NONE && isn_chain_can_speak(k, entity) &&
        (prep == ISN_FN_AN || prep == ISN_FN_MIN || (prep == ISN_FN_LI && own))) {
        h->speaker = entity;
        return;
    }
    if (report && prep == ISN_FN_LI && h->channel && h->speaker != ISN_NONE &&
        h->behind == ISN_NONE && x->kind != ISN_ENT_OUTLET && isn_chain_can_speak(k, entity))
        h->behind = entity; /* نقلت الوكالة عن بيان للجيش */
    else if (prep == ISN_FN_LI && x->kind == ISN_ENT_OUTLET)
        h->told = entity;
    else if (prep == (h->from ? h->from : ISN_FN_AN) && report && isn_chain_can_speak(k, entity) &&
             !quoted_from(k, x->first))
        h->behind = entity;
    else if (prep == ISN_FN_MAA && x->kind == ISN_ENT_OUTLET)
        h->told = entity;
    else if (x->kind == ISN_ENT_OUTLET && (prep == ISN_FN_BI || prep == ISN_FN_FI))
        h->via = entity;
}

/* قال الشرطي «فلان» لوكالة …: a short name in quotation marks between a speaker and an outlet told or the content is no
 * speech. Gives the word after it, or 0. */
static uint32_t quoted_name(const isn_work *k, uint32_t w, uint32_t s1) {
    for (uint32_t end = w + 1; end < s1 && end <= w + 4; end++) {
        if (!(k->scan->words[end].flags & ISN_WF_UNQUOTE))
            continue;
        uint32_t c = k->m->entities.cover[end];
        bool told = c != ISN_NONE && isn_work_entity(k, c)->kind == ISN_ENT_OUTLET;
        return told || k->fn[end] == ISN_FN_THAT ? end : 0;
    }
    return 0;
}

/* المصدر، الذي يشارك في المفاوضات، لوكالة كذا: the word behind the relative clause between commas that begins at `w`, or `w`. */
static uint32_t past_aside(const isn_work *k, uint32_t w, uint32_t s1) {
    enum { ASIDE = 14 };
    if (k->fn[w] != ISN_FN_WHO || !(k->scan->words[w].flags & ISN_WF_COMMA))
        return w;
    for (uint32_t i = w + 1; i < s1 && i < w + ASIDE; i++)
        if (k->scan->words[i].flags & ISN_WF_BREAK)
            return k->scan->words[i].flags & ISN_WF_COMMA ? i : w;
    return w;
}

/* أعلن، السبت، وفاة مهاجر: whom the noun of a deed right before tells of says nothing. */
static bool of_deed(const isn_work *k, uint32_t verb, uint32_t w) {
    uint32_t n = w > 0 ? k->m->numbers.at[w - 1] : ISN_NONE; /* أفاد بأسر 12 جنديا */
    if (n != ISN_NONE && k->m->numbers.ptr[n].noun == w && k->m->numbers.ptr[n].first > verb)
        w = k->m->numbers.ptr[n].first;
    if (w < verb + 2 ||
        (k->m->entities.cover[w - 1] != ISN_NONE && !(k->wc[w - 1] & ISN_WC_TRIGGER)) ||
        k->fn[w - 1] != ISN_NO_FN || k->taken[w - 1] || !isn_work_has(k, w - 1, ISN_T_TRIGGER) ||
        k->scan->words[w].flags & ISN_WF_BREAK || isn_work_pre(k, w - 1, 0) & ISN_CL_AL)
        return false;
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w - 1, ISN_T_TRIGGER);
    return s && (s->form & ISN_FORM_KIND) == ISN_FORM_MASDAR &&
           isn_work_trigger(k, s->row, ISN_TRIGGER_EFFECT) > 0;
}

/* نفى وجود أي أجانب: who is said to be there or not says nothing. */
static bool of_presence(const isn_work *k, uint32_t verb, uint32_t w) {
    return (w > verb + 1 && isn_role_cue(k, w - 1, ISN_CUE_PRESENCE)) ||
           (w > verb + 2 && isn_role_cue(k, w - 2, ISN_CUE_PRESENCE));
}

void isn_chain_hear_after(const isn_work *k, isn_heard *h, uint32_t verb, uint32_t s1,
                          bool report) {
    uint32_t w = verb + 1;
    bool blocked = false;
    const isn_hit *phrase; /* جاء في بيان ل; not وقال في إحاطة لمجلس الأمن */
    bool in_text = isn_work_has(k, verb, ISN_T_SPEECH) &&
                   isn_match_sense(&phrase, k->scan, verb, ISN_T_SPEECH) != NULL &&
                   phrase->last > verb + 1;
    for (; w < s1 && w < verb + 40; w++) {
        if (content_begins(k, w, verb))
            break;
        if (h->speaker != ISN_NONE)
            w = past_aside(k, w, s1);
        const isn_word *word = &k->scan->words[w];
        if (word->flags & ISN_WF_QUOTE && (h->speaker != ISN_NONE || h->channel_speaks) &&
            (k->m->entities.cover[w] == ISN_NONE ||
             isn_work_entity(k, k->m->entities.cover[w])->kind != ISN_ENT_OUTLET)) {
            uint32_t past = quoted_name(k, w, s1);
            if (past == 0)
                break;
            w = past - 1;
            continue;
        }
        uint32_t last;
        uint8_t ch = isn_chain_channel_at(k, w, &last);
        uint32_t c = k->m->entities.cover[w];
        if (ch && c == ISN_NONE) {
            h->channel = ch;
            const isn_reading *r = &word->reading[0];
            if (w == verb + 1 && h->speaker == ISN_NONE && r->symbol != ISN_NO_SYMBOL &&
                (r->symbol & 1) && !(r->pre & (ISN_CL_BEH | ISN_CL_LAM)))
                h->channel_speaks = true;
            h->text |= h->speaker == ISN_NONE && !h->channel_speaks && w <= verb + 2 &&
                       (in_text || isn_clause_prep(k, w, 0) != ISN_FN_FI);
            continue;
        }
        uint8_t fn = k->fn[w];
        if (c == ISN_NONE &&
            (fn == ISN_FN_ILA || fn == ISN_FN_ALA || fn == ISN_FN_MIN || fn == ISN_FN_AN))
            blocked = true; /* أشار إلى وجود لجنة: no subject beyond a preposition */
        if (c != ISN_NONE && isn_work_entity(k, c)->first == w) {
            if (h->speaker == ISN_NONE && (of_deed(k, verb, w) || of_presence(k, verb, w)))
                break;
            if (w > verb + ISN_CHAIN_REACH && h->speaker == ISN_NONE)
                break;
            if (h->speaker != ISN_NONE && isn_work_entity(k, c)->table == ISN_T_CASUALTY &&
                isn_work_entity(k, c)->number != ISN_NONE)
                break; /* وثقت الشبكة 214 حالة اعتقال خلال الشهر: what is told begins with its count */
            if (blocked && h->speaker == ISN_NONE && !report && !h->text) {
                w = isn_work_entity(k, c)->last > w + 1 ? isn_work_entity(k, c)->last - 1 : w;
                continue;
            }
            place_speaker(k, h, c, verb, report);
            uint32_t to = isn_work_entity(k, c)->last;
            if (to > w + 1)
                w = to - 1;
            continue;
        }
        bool issued = h->text && w + 1 < s1 && k->fn[w + 1] == ISN_FN_AN; /* بيان صادر عن */
        issued |= h->text && isn_work_has(k, w - 1, ISN_T_CHANNEL) && /* بيان أصدره الجيش */
                  isn_work_pronoun(k, w);
        if (k->wc[w] & ISN_WC_TRIGGER && c == ISN_NONE && !issued)
            break;
        if (h->speaker == ISN_NONE && !issued && w > verb + 1 && k->wc[w] & ISN_WC_VERB &&
            k->fn[w - 1] != ISN_FN_WHO)
            break;
        if (h->speaker != ISN_NONE && k->wc[w] & ISN_WC_VERB && k->fn[w - 1] != ISN_FN_WHO &&
            word->reading[0].pre & ISN_CL_WAW)
            break;
    }
    h->end = w;
}

/* ضابط، طلب عدم ذكر اسمه، قال؛ لم يشأ كشف هويته: does a clause on the speaker alone begin at the word, behind a comma? */
static bool on_himself(const isn_work *k, uint32_t w) {
    return k->scan->words[w].flags & ISN_WF_COMMA && !isn_work_pre(k, w, 0) &&
           (k->wc[w] & (ISN_WC_VERB | ISN_WC_TRIGGER) || k->fn[w] == ISN_FN_LAM ||
            k->fn[w] == ISN_FN_NOT);
}

/* The first word of the relative clause between commas that ends before `verb` and holds word `w`, or ISN_NONE. */
static uint32_t aside_before(const isn_work *k, uint32_t w, uint32_t verb, uint32_t s0) {
    if (!(k->scan->words[verb].flags & ISN_WF_COMMA))
        return ISN_NONE;
    for (uint32_t i = w; i-- > s0 && w - i < 12;)
        if (k->fn[i] == ISN_FN_WHO)
            return k->scan->words[i].flags & ISN_WF_COMMA ? i : ISN_NONE;
    return ISN_NONE;
}

/* مدير المستشفى، الذي عاين الجرحى، قال: the first word of the relative clause between commas that ends before the verb; the
 * verb itself where there is none. */
static uint32_t past_relative(const isn_work *k, uint32_t verb, uint32_t s0) {
    enum { REACH = 14 };
    uint32_t w = verb;
    if (w > s0 && (k->fn[w - 1] == ISN_FN_QAD || k->fn[w - 1] == ISN_FN_KANA))
        w--;
    if (!(k->scan->words[w].flags & ISN_WF_COMMA))
        return verb;
    for (uint32_t i = w; i-- > s0 + 1 && w - i < REACH;) {
        if (k->fn[i] == ISN_FN_THAT || k->fn[i] == ISN_FN_WHILE)
            return verb;
        if (k->fn[i] == ISN_FN_WHO)
            return k->scan->words[i].flags & ISN_WF_COMMA ? i : verb;
    }
    return verb;
}

/* أما الطبيب فلان، من مستشفى تديره المنظمة، فأكد: who is set before the sentence; ISN_NONE. */
static uint32_t topic_of(const isn_work *k, uint32_t verb, uint32_t s0) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[s0].token];
    const uint8_t *p = k->scan->text->fold + t->fold;
    bool as_for =
        t->fold_len == 3 && p[0] == ISN_F_ALEF && p[1] == ISN_F_MEEM && p[2] == ISN_F_ALEF;
    if (!as_for || verb <= s0 + 1 || !(isn_work_pre(k, verb, 0) & ISN_CL_FEH))
        return ISN_NONE;
    uint32_t c = k->m->entities.cover[s0 + 1];
    bool heads = c != ISN_NONE && isn_work_entity(k, c)->first == s0 + 1;
    return heads && isn_chain_can_speak(k, c) && isn_clause_prep(k, s0 + 1, 0) == ISN_NO_FN
               ? c
               : ISN_NONE;
}

/* عددا من القتلى والجرحى: what و joins is governed as the first of them. */
static uint8_t prep_of(const isn_work *k, const isn_entity *x) {
    while (x->coord != ISN_NONE)
        x = isn_work_entity(k, x->coord);
    return isn_clause_prep(k, x->first, x->reading);
}

/* إن المسؤولين قالوا، لكن مصدرا قال: there the subject has the accusative. */
static bool after_that(const isn_work *k, uint32_t w) {
    return w > 0 && (k->fn[w - 1] == ISN_FN_THAT || k->fn[w - 1] == ISN_FN_BUT);
}

/* بيان للجيش، تقرير لمنظمة كذا، بيان صادر عن الحركة: the kind of text that stands before the one whose it is; ISN_CH_NONE. */
static uint8_t text_of(const isn_work *k, const isn_entity *x, uint32_t s0) {
    uint8_t prep = isn_clause_prep(k, x->first, x->reading);
    if (prep != ISN_FN_LI && prep != ISN_FN_AN && prep != ISN_FN_MIN)
        return ISN_CH_NONE;
    uint32_t w = prep == ISN_FN_LI ? x->first : x->first - 1, last;
    if (w == s0)
        return ISN_CH_NONE;
    uint8_t channel = isn_chain_channel_at(k, w - 1, &last);
    if (!channel && prep == ISN_FN_AN && w > s0 + 1)
        channel = isn_chain_channel_at(k, w - 2, &last); /* صادر */
    return channel == ISN_CH_STATEMENT || channel == ISN_CH_DOCUMENT ? channel : ISN_CH_NONE;
}

/* لكنه، لكنها، لكنهم */
static bool but_he(const isn_work *k, uint32_t w) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *end = isn_token_end(k->scan->text, t);
    return k->fn[w] == ISN_FN_BUT && t->fold_len > 3 &&
           (end[-1] == ISN_F_HEH || end[-2] == ISN_F_HEH);
}

/* Where to look for the speaker before `verb`: before the clause on himself that ends there. */
static uint32_t before_himself(const isn_work *k, uint32_t verb, uint32_t s0) {
    enum { ASIDE = 14 };
    if (!(k->scan->words[verb].flags & ISN_WF_COMMA))
        return verb;
    for (uint32_t i = verb; i-- > s0 && verb - i < ASIDE;)
        if (k->scan->words[i].flags & ISN_WF_COMMA)
            return on_himself(k, i) ? i : verb;
    return verb;
}

/* غير أن عائلة تقيم في الحي قالت: does a verb in the present at the word tell only who somebody without the article is? */
static bool described_by(const isn_work *k, uint32_t w) {
    uint32_t c = k->m->entities.cover[w - 1];
    if (c == ISN_NONE || !isn_cue_present(k, w) || k->scan->words[w].flags & ISN_WF_BREAK ||
        isn_work_pre(k, w, 0))
        return false;
    const isn_entity *x = isn_work_entity(k, c);
    return x->last == w && x->first > 0 && after_that(k, x->first) &&
           !(isn_work_pre(k, x->first, x->reading) & ISN_CL_AL) && isn_chain_can_speak(k, c) &&
           prep_of(k, x) == ISN_NO_FN;
}

static bool feminine(const isn_work *k, uint32_t verb) {
    const isn_hit *hit;
    const isn_sense *s = isn_work_has(k, verb, ISN_T_SPEECH)
                             ? isn_match_sense(&hit, k->scan, verb, ISN_T_SPEECH)
                             : NULL;
    return s && s->form & ISN_FORM_FEM;
}

/* استدعت الوزارة السفير وأبلغته: the man whom the pronoun of a feminine verb means is told. */
static bool told_him(const isn_work *k, const isn_entity *x, uint32_t verb) {
    bool man = (x->kind == ISN_ENT_PERSON || x->table == ISN_T_TITLE) &&
               !(x->flags & (ISN_EF_FEM | ISN_EF_PLURAL));
    return man && feminine(k, verb) && isn_work_pronoun(k, verb) == ISN_SUF_HU;
}

static void hear_before(const isn_work *k, isn_heard *h, uint32_t verb, uint32_t s0) {
    if (verb > s0 && but_he(k, verb - 1))
        return; /* hear_pronoun() */
    for (uint32_t w = before_himself(k, past_relative(k, verb, s0), s0), end = w; w-- > s0;) {
        if (end - w > 16)
            return;
        uint32_t c = k->m->entities.cover[w];
        if (c == ISN_NONE) {
            if (w > s0 && described_by(k, w)) {
                h->speaker = k->m->entities.cover[w - 1];
                return;
            }
            if (k->wc[w] & (ISN_WC_VERB | ISN_WC_TRIGGER)) {
                w = aside_before(k, w, verb, s0); /* رئيس البلدية، الذي زار المكان، قال */
                if (w == ISN_NONE)
                    return;
                continue;
            }
            if (k->fn[w] == ISN_FN_THAT || k->fn[w] == ISN_FN_WHILE)
                return;
            continue;
        }
        const isn_entity *x = isn_work_entity(k, c);
        /* مستشفى كذا أكد: a house right before the verb speaks */
        bool house = x->kind == ISN_ENT_PLACE && x->table == ISN_T_PLACEWORD && x->last == verb &&
                     !(x->flags & (ISN_EF_NEAR | ISN_EF_DIRECTION)) && /* يسكن قرب السوق قال */
                     !(isn_work_pre(k, verb, 0) & ISN_CL_WAW); /* زار المشفى، وقال */
        bool aside =
            k->scan->words[x->first].flags & ISN_WF_COMMA && /* اللجنة، ومقرها نيويورك، وثقت */
            isn_work_pre(k, x->first, x->reading) & ISN_CL_WAW && x->last < verb + 1 &&
            k->scan->words[x->head].reading[x->reading].suf != ISN_SUF_NONE;
        if ((isn_chain_can_speak(k, c) || house) && !aside && !told_him(k, x, verb) &&
            prep_of(k, x) == ISN_NO_FN &&
            !(isn_clause_accusative(k, x) && !after_that(k, x->first))) {
            h->speaker = c;
            return;
        }
        uint8_t channel = text_of(k, x, s0);
        if (channel && isn_chain_can_speak(k, c)) { /* وكان بيان للجيش قد نفى */
            h->speaker = c;
            h->channel = channel;
            return;
        }
        w = x->first;
        if (w == s0)
            return;
    }
}

/* Who is spoken of before the word in its sentence: the one who speaks there already, or the nearest who can. */
static void hear_party(const isn_work *k, isn_heard *h, uint32_t w, uint32_t s0) {
    uint32_t s = k->scan->words[w].sentence; /* تحفظ المتحدث على إعلان عدد المصابين، لكنه قال */
    for (uint32_t i = k->sentence_ev[s + 1]; i-- > k->sentence_ev[s];) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->first >= w || !e->verb || e->passive || !(e->flags & ISN_TG_SPEECH) ||
            e->actors.n != 1 || !isn_chain_can_speak(k, e->actors.ptr[0]))
            continue;
        h->speaker = e->actors.ptr[0];
        return;
    }
    while (w-- > s0) {
        uint32_t c = k->m->entities.cover[w];
        if (c == ISN_NONE || !isn_chain_can_speak(k, c) ||
            isn_work_entity(k, c)->kind == ISN_ENT_OUTLET ||
            isn_work_entity(k, c)->table == ISN_T_CASUALTY)
            continue;
        h->speaker = c;
        return;
    }
}

/* لم يصدر عن حزب الله تعليق، لكنه أعلن: a pronoun's party is the last one named in the sentence. */
static void hear_pronoun(const isn_work *k, isn_heard *h, uint32_t verb, uint32_t s0) {
    if (verb == s0)
        return;
    uint32_t w = verb - 1;
    bool his = isn_work_pronoun(k, w) || but_he(k, w);
    if (k->fn[w] != ISN_FN_PRONOUN && (k->fn[w] == ISN_NO_FN || !his))
        return;
    if (but_he(k, w) && k->last_chain != ISN_NONE && k->chains.ptr[k->last_chain].word >= s0)
        return; /* أعلنت إسرائيل مقتل مسلحين، لكنها أشارت: she who speaks already */
    hear_party(k, h, w, s0);
}

/* إذ جاء في بيان له أن: whose words they are tells the pronoun of ل behind the channel. */
static bool text_of_his(const isn_work *k, uint32_t verb, uint32_t s1) {
    enum { NEAR = 5 };
    for (uint32_t w = verb + 2; w < s1 && w < verb + NEAR; w++) {
        const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
        const uint8_t *p = k->scan->text->fold + t->fold; /* له، لها، لهم */
        if (isn_work_has(k, w - 1, ISN_T_CHANNEL) && t->fold_len > 1 && t->fold_len < 4 &&
            p[0] == ISN_F_LAM && p[1] == ISN_F_HEH)
            return true;
    }
    return false;
}

/* أن مسؤولا أبلغ الوزراء بكذا: that opened the clause with its subject, and behind the verb stands whom he told. */
static bool behind_that(const isn_work *k, uint32_t verb) {
    uint32_t c = verb > 0 ? k->m->entities.cover[verb - 1] : ISN_NONE;
    if (c == ISN_NONE || k->scan->words[verb].flags & ISN_WF_BREAK)
        return false;
    const isn_entity *x = isn_work_entity(k, c);
    return x->first > 0 && x->last == verb && k->fn[x->first - 1] == ISN_FN_THAT &&
           isn_chain_can_speak(k, c);
}

/* الحركة، التي أكدت تمسكها بورقة الوسطاء: in a relative clause he speaks of whom it tells, unless somebody stands right behind the
 * verb. */
static bool of_antecedent(const isn_work *k, uint32_t verb, const isn_sense *sense) {
    uint32_t c = verb + 1 < k->scan->nwords ? k->m->entities.cover[verb + 1] : ISN_NONE;
    return verb > 0 && k->fn[verb - 1] == ISN_FN_WHO && !(sense->form & ISN_FORM_PASSIVE) &&
           k->scan->words[verb].reading[0].suf == ISN_SUF_NONE &&
           (c == ISN_NONE || isn_clause_accusative(k, isn_work_entity(k, c)));
}

uint32_t isn_chain_copy_chain(isn_work *k, uint32_t from, uint32_t word) {
    uint32_t index;
    isn_chain *c = isn_chain_new(k, &index, word);
    isn_chain *old = &k->chains.ptr[from];
    uint32_t n = old->n;
    memcpy(c->link, old->link, sizeof c->link);
    c->n = n;
    for (uint32_t i = 0; i < n; i++)
        c->link[i].verb = ISN_NONE;
    return index;
}

/* "المتحدث"، "المصدر"، "الوزارة" alone: the chain whose origin was introduced at length with that word. */
uint32_t isn_chain_spoken_before(const isn_work *k, uint32_t speaker) {
    const isn_entity *x = isn_work_entity(k, speaker);
    if (x->last != x->first + 1)
        return ISN_NONE;
    const isn_reading *r =
        &k->scan->words[x->first]
             .reading[x->reading < k->scan->words[x->first].nreadings ? x->reading : 0];
    if (r->symbol == ISN_NO_SYMBOL || !(r->symbol & 1))
        return ISN_NONE;
    for (uint32_t i = k->chains.len; i-- > 0 && k->chains.len - i < 16;) {
        const isn_chain *c = &k->chains.ptr[i];
        if (!c->n || c->link[0].entity == ISN_NONE)
            continue;
        const isn_entity *y = isn_work_entity(k, c->link[0].entity);
        if (y->last - y->first < 2 || y->last > x->first)
            continue;
        const isn_word *head = &k->scan->words[y->first];
        for (unsigned j = 0; j < head->nreadings; j++)
            if (head->reading[j].symbol != ISN_NO_SYMBOL &&
                head->reading[j].symbol >> 1 == r->symbol >> 1)
                return i;
    }
    return ISN_NONE;
}

/* المصدر، المصدر نفسه: a word for whoever was quoted last. */
bool isn_chain_the_source(const isn_work *k, uint32_t speaker) {
    const isn_entity *x = isn_work_entity(k, speaker);
    if (x->kind != ISN_ENT_SOURCE || x->last != x->first + 1)
        return false;
    const isn_word *word = &k->scan->words[x->first];
    const isn_reading *r = &word->reading[x->reading < word->nreadings ? x->reading : 0];
    return r->symbol != ISN_NO_SYMBOL && r->symbol & 1;
}

/* وجدد البرهان رفضه …. وطالب بانسحابها: who refused, threatened, demanded in the sentence before, after whoever is known
 * to have spoken last; his own words are told by a verb that is none of saying. */
static uint32_t spoke_since(const isn_work *k, uint32_t verb) {
    uint32_t s = k->scan->words[verb].sentence;
    if (s == 0 || !(isn_work_pre(k, verb, 0) & ISN_CL_WAW))
        return ISN_NONE;
    uint32_t last = k->last_chain != ISN_NONE ? k->chains.ptr[k->last_chain].word : 0;
    for (uint32_t i = k->sentence_ev[s]; i-- > k->sentence_ev[s - 1];) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->first <= last)
            return ISN_NONE;
        if (e->dead || e->absorbed || !e->verb || e->passive || !(e->flags & ISN_TG_SPEECH) ||
            e->actors.n != 1)
            continue;
        uint32_t by = e->actors.ptr[0];
        return e->first == k->s0[s - 1] && isn_chain_can_speak(k, by) ? by : ISN_NONE;
    }
    return ISN_NONE;
}

/* What he says now is told to the outlet, in place of those that he spoke to before. */
static void tell(const isn_work *k, isn_chain *c, uint32_t outlet) {
    if (outlet == ISN_NONE)
        return;
    while (c->n > 1 && isn_chain_relays(k, c->link[c->n - 1].entity))
        c->n--;
    isn_chain_add(k, c, outlet, ISN_NONE, false);
}

uint32_t isn_chain_of(isn_work *k, const isn_heard *h, uint32_t verb) {
    uint32_t index;
    if (h->speaker != ISN_NONE) {
        uint32_t known = isn_chain_spoken_before(k, h->speaker);
        if (known == ISN_NONE && isn_chain_the_source(k, h->speaker))
            known = k->last_chain; /* وقال المصدر نفسه */
        if (known != ISN_NONE) { /* the spokesman, the source, the ministry: as introduced above */
            index = isn_chain_copy_chain(k, known, verb);
            isn_chain *c = &k->chains.ptr[index];
            if (c->n)
                c->link[0].verb = verb;
            tell(k, c, h->told);
            isn_chain_set_channel(c, h->channel);
            return index;
        }
    }
    if (h->speaker == ISN_NONE) {
        uint32_t since = spoke_since(k, verb);
        if (since != ISN_NONE) {
            isn_chain *c = isn_chain_new(k, &index, verb);
            isn_chain_add(k, c, since, verb, false);
            if (h->told != ISN_NONE)
                isn_chain_add(k, c, h->told, ISN_NONE, false);
            isn_chain_set_channel(c, h->channel);
            return index;
        }
        if (k->last_chain == ISN_NONE)
            return ISN_NONE;
        index = isn_chain_copy_chain(k, k->last_chain, verb);
        if (k->chains.ptr[index].n)
            k->chains.ptr[index].link[0].verb = verb;
        tell(k, &k->chains.ptr[index], h->told); /* وأضاف لرويترز: he who spoke before */
        if (h->channel)
            isn_chain_set_channel(&k->chains.ptr[index], h->channel);
        return index;
    }
    isn_chain *c = isn_chain_new(k, &index, verb);
    isn_chain_add(k, c, h->speaker, verb, false);
    isn_chain_joint(k, c, h->speaker, h->end);
    if (h->behind != ISN_NONE) {
        isn_chain_add(k, c, h->behind, ISN_NONE, true);
        isn_chain_joint(k, c, h->behind, h->end);
    }
    if (h->told != ISN_NONE)
        isn_chain_add(k, c, h->told, ISN_NONE, false);
    if (h->via != ISN_NONE)
        isn_chain_add(k, c, h->via, ISN_NONE, false);
    isn_chain_set_channel(c, h->channel);
    return index;
}

isn_scope *isn_chain_scope(isn_work *k, uint32_t first, uint32_t last, uint32_t chain) {
    isn_scope *s = ISN_PUSH(k->arena, &k->scopes);
    s->first = first;
    s->last = last;
    s->chain = chain;
    s->head_first = s->head_last = first;
    return s;
}

/* في بيان نشرته وكالة "أعماق": the agency carries the statement of the one who claims or denies. */
void isn_chain_via(const isn_work *k, isn_chain *c, uint32_t from, uint32_t to) {
    for (uint32_t w = from; w < to; w++) {
        uint32_t last, row;
        if (!isn_work_has(k, w, ISN_T_CHANNEL) && !(k->wc[w] & ISN_WC_ATTRIB))
            continue; /* most words */
        uint8_t ch = isn_chain_channel_at(k, w, &last);
        bool in = w == from || (k->fn[w - 1] == ISN_FN_FI ||
                                isn_clause_prep(k, w, 0) != ISN_NO_FN); /* no تعليق المساعدات */
        bool via = isn_chain_attrib_at(k, w, &last, &row) == ISN_AT_VIA;
        if (via)
            for (uint32_t i = w, end; i <= last && i < to && !ch; i++)
                ch = isn_chain_channel_at(k, i, &end);
        if (!via && !(ch && in))
            continue;
        isn_chain_set_channel(c, ch);
        for (uint32_t i = via ? w : last; i < to && i < last + 7; i++) {
            uint32_t e = k->m->entities.cover[i];
            if (e == ISN_NONE)
                continue;
            if (isn_work_entity(k, e)->kind == ISN_ENT_OUTLET)
                isn_chain_add(k, c, e, ISN_NONE, false);
            return;
        }
        return;
    }
}

/* ، من جانبها، أعلنت: another's turn to speak, told by the outlet */
static bool takes_turn(const isn_work *k, uint32_t from, uint32_t w) {
    enum { TURN = 4 };
    for (uint32_t i = w; i-- > from && w - i <= TURN;)
        if (k->scan->words[i].flags & (ISN_WF_COMMA | ISN_WF_UNQUOTE) && k->fn[i] != ISN_FN_BUT &&
            k->fn[i] != ISN_FN_WHILE && isn_role_cue(k, i, ISN_CUE_CONTRAST))
            return true;
    return false;
}

/* وفيما أبلغ ضابط الصحيفة أن …، نفى المتحدث: behind the clause that the sentence opens with, the verb after a comma is of the
 * outlet's own words. */
static bool main_clause(const isn_work *k, uint32_t speaker_word, uint32_t w) {
    uint32_t s0 = k->s0[k->scan->words[w].sentence];
    return speaker_word > s0 && k->fn[s0] == ISN_FN_WHILE && k->scan->words[w].flags & ISN_WF_COMMA;
}

/* قال الجيش إن …، غير أن مصدرا طبيا في المدينة أكد: behind the contrast the outlet turns to another, who stands before the verb. */
static bool contrasted(const isn_work *k, uint32_t from, uint32_t w) {
    enum { SUBJECT = 10 };
    for (uint32_t i = w; i-- > from && w - i <= SUBJECT;) {
        if (k->wc[i] & (ISN_WC_VERB | ISN_WC_SAY))
            return false;
        if (k->fn[i] != ISN_FN_BUT && k->fn[i] != ISN_FN_WHILE)
            continue;
        uint32_t c = k->m->entities.cover[i + 1];
        while (k->fn[i - 1] == k->fn[i]) /* غير أن */
            i--;
        return k->scan->words[i].flags & (ISN_WF_COMMA | ISN_WF_UNQUOTE) && c != ISN_NONE &&
               isn_chain_can_speak(k, c);
    }
    return false;
}

/* Does the word stand in what the speaker of its sentence is quoted as saying? */
bool isn_chain_reported(const isn_work *k, uint32_t speaker_word, uint32_t w) {
    if (w == speaker_word || isn_work_pre(k, w, 0) & (ISN_CL_WAW | ISN_CL_FEH) ||
        k->fn[w - 1] == ISN_FN_WHILE || takes_turn(k, speaker_word + 1, w) ||
        main_clause(k, speaker_word, w) || contrasted(k, speaker_word + 1, w) ||
        (k->fn[w - 1] == ISN_FN_AFTER && isn_role_cue(k, w, ISN_CUE_DENIAL)))
        return false;
    for (uint32_t i = speaker_word; i < w; i++)
        if (k->fn[i] == ISN_FN_THAT || (i > speaker_word && k->scan->words[i].flags & ISN_WF_COLON))
            return true;
    return false;
}

/* قالت المتحدثة باسم المفوضية إن المفوضية وثقت: what a speaker says of her own house is hers. */
static bool own_voice(const isn_work *k, const isn_heard *h, uint32_t verb, int32_t act,
                      uint32_t s0) {
    if (k->last_chain == ISN_NONE || k->chains.ptr[k->last_chain].word < s0)
        return false;
    const isn_chain *outer = &k->chains.ptr[k->last_chain];
    if (!outer->n || outer->link[0].entity == ISN_NONE)
        return false;
    if (!isn_chain_reported(k, outer->word, verb))
        return false;
    if (act == ISN_ACT_DOCUMENT || act == ISN_ACT_PROMISE || act == ISN_ACT_DENY ||
        act == ISN_ACT_CALL || act == ISN_ACT_WARN || act == ISN_ACT_ACCUSE)
        return true; /* قال الوسيط إن الطرفين التزما، إن الحركة ترفض: the mediator's words */
    if (h->speaker == ISN_NONE)
        return false;
    const isn_entity *x = isn_work_entity(k, h->speaker),
                     *y = isn_work_entity(k, outer->link[0].entity);
    if (y->org == ISN_NONE)
        return false;
    const isn_entity *org = isn_work_entity(k, y->org);
    return (org->id.len && isn_str_eq(org->id, x->id)) ||
           (org->table == x->table && org->row == x->row);
}

/* قال …، فيما نشرت الشرطة ألويتها: after a contrast with a doer and a deed of its own the outlet tells, not the
 * speaker. The word from which on it does, or `s1`. */
uint32_t isn_chain_own_words_from(const isn_work *k, uint32_t from, uint32_t s1) {
    if (from >= s1 || !isn_work_fns(k, k->scan->words[from].sentence, ISN_KIND(ISN_FN_WHILE)))
        return s1;
    for (uint32_t w = from; w < s1; w++) {
        if (k->fn[w] != ISN_FN_WHILE ||
            !(k->scan->words[w].flags & (ISN_WF_COMMA | ISN_WF_UNQUOTE)) ||
            isn_role_where_word(k, w))
            continue; /* ، حيث نسف مسلحون أنبوبا: no contrast */
        uint32_t s = k->scan->words[w].sentence;
        for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
            const isn_ev *e = &k->evs.ptr[i];
            if (e->first <= w || e->first > w + 3)
                continue;
            if (e->verb && !e->passive && e->actors.n && !(e->flags & ISN_TG_CASUALTY))
                return w;
        }
    }
    return s1;
}

/* ، كما ناشد: also */
static bool also(const isn_work *k, uint32_t verb, uint32_t s0) {
    return verb > s0 && k->fn[verb - 1] == ISN_FN_OTHER && k->wc[verb] & ISN_WC_BOUND &&
           !(k->wc[verb - 1] & ISN_WC_ATTRIB);
}

/* روت لاجئة …، وقالت: the speaker of the sentence speaks on. */
static bool goes_on(const isn_work *k, uint32_t verb, uint32_t s0) {
    return (isn_work_pre(k, verb, 0) & ISN_CL_WAW || also(k, verb, s0)) && verb > s0 &&
           k->last_chain != ISN_NONE && k->chains.ptr[k->last_chain].word >= s0;
}

/* وأكد البيان كذا. وطالب مجلس الأمن بكذا: a body of many states, named first here, is called on by him who spoke in the sentence
 * before; its own turn to speak would be marked as one. */
static bool called_upon(const isn_work *k, uint32_t verb, uint32_t speaker, uint32_t s0) {
    const isn_entity *x = isn_work_entity(k, speaker);
    if (verb != s0 || k->last_chain == ISN_NONE || !(isn_work_pre(k, verb, 0) & ISN_CL_WAW) ||
        x->kind != ISN_ENT_ACTOR || x->table == ISN_T_TITLE || x->first != verb + 1 ||
        (x->sector != ISN_SEC_UNO && x->sector != ISN_SEC_IGO))
        return false;
    const isn_chain *last = &k->chains.ptr[k->last_chain];
    uint32_t s = k->scan->words[verb].sentence;
    if (!last->n || last->link[0].entity == ISN_NONE ||
        k->scan->words[last->word].sentence + 1 != s)
        return false;
    const isn_entity *y = isn_work_entity(k, last->link[0].entity);
    return y->sector != ISN_SEC_UNO && y->sector != ISN_SEC_IGO && y->kind != ISN_ENT_OUTLET;
}

/* قالت المنظمة إن …، ودعت السلطات إلى: joined to what she is quoted as saying, a call or a charge is hers, and the
 * noun after it is whom she calls on. Another's would begin anew (فيما دعت) or show by its gender. */
static bool calls_on(const isn_work *k, uint32_t verb, int32_t act, uint32_t s0) {
    if (act != ISN_ACT_CALL && act != ISN_ACT_ACCUSE && act != ISN_ACT_WARN)
        return false;
    if (!goes_on(k, verb, s0))
        return false;
    uint32_t said = k->chains.ptr[k->last_chain].word;
    bool that = false;
    for (uint32_t w = s0; w < verb; w++) /* أنها تتابع الوضع، ودعت: before what goes on, too */
        that |= k->fn[w] == ISN_FN_THAT;
    return that && k->wc[said] & ISN_WC_SAY && feminine(k, said) == feminine(k, verb);
}

/* وحملت الأطراف المسؤولية …، وقالت إنها: words that no verb of saying opens, in the sentence before the verb; by whom they are
 * tells `by`, or ISN_NONE where they go on with the sentence before. */
static bool spoken_words(const isn_work *k, uint32_t verb, uint32_t s0, uint32_t *by) {
    uint32_t s = k->scan->words[verb].sentence;
    if (!(isn_work_pre(k, verb, 0) & ISN_CL_WAW) ||
        (k->last_chain != ISN_NONE && k->chains.ptr[k->last_chain].word >= s0))
        return false;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->first >= verb || e->dead || e->absorbed || !e->verb || e->passive ||
            !(e->flags & ISN_TG_SPEECH))
            continue;
        bool own = e->actors.n == 1 && isn_chain_can_speak(k, e->actors.ptr[0]);
        bool goes_on = !e->actors.n && e->first == s0 && isn_work_pre(k, s0, 0) & ISN_CL_WAW;
        *by = own ? e->actors.ptr[0] : ISN_NONE;
        return own || goes_on;
    }
    return false;
}

/* أدان الوزير …، وطالب مجلس الأمن بكذا: the subject that the verb was found to share, or ISN_NONE. */
static uint32_t shared_speaker(const isn_work *k, uint32_t verb) {
    uint32_t s = k->scan->words[verb].sentence;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->first != verb)
            continue;
        bool asks = e->event == ISN_EV_REQUEST || e->event == ISN_EV_ACCUSE;
        return asks && e->shared && e->actors.n == 1 && isn_chain_can_speak(k, e->actors.ptr[0])
                   ? e->actors.ptr[0]
                   : ISN_NONE;
    }
    return ISN_NONE;
}

/* واتهمت القوات بقصف السوق: was the noun found to be the one charged, called on or warned? */
static bool addressed(const isn_work *k, uint32_t verb, uint32_t entity) {
    uint32_t s = k->scan->words[verb].sentence;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->first == verb && e->verb && !e->passive && e->recipients.n == 1)
            return e->recipients.ptr[0] == entity;
    }
    return false;
}

/* The words after an announcement that may name its carrier: أعلن مسؤوليته عن … عبر وكالة. */
static uint32_t reach_of(uint32_t s1, uint32_t verb) {
    enum { CARRIER_REACH = 18 };
    return s1 < verb + CARRIER_REACH ? s1 : verb + CARRIER_REACH;
}

/* وتفرض المليشيا حصارا …، وترفض فتح الطرق: the doer of the verb before goes on; no speaker of another sentence does. */
static bool goes_on_doing(const isn_work *k, uint32_t verb, uint32_t s0) {
    if (!(isn_work_pre(k, verb, 0) & (ISN_CL_WAW | ISN_CL_FEH)) ||
        (k->last_chain != ISN_NONE && k->chains.ptr[k->last_chain].word >= s0))
        return false;
    uint32_t s = k->scan->words[verb].sentence;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->first < verb && e->verb && !e->passive && e->actors.n)
            return true;
    }
    return false;
}

/* أعلنت الحكومة الحداد بعد مقتل ثلاثين: what is announced is no event, and what it comes after is told by the outlet. */
static uint32_t up_to_background(const isn_work *k, uint32_t verb, uint32_t s1) {
    for (uint32_t w = verb + 1; w < s1; w++) {
        if (k->fn[w] == ISN_FN_THAT || k->wc[w] & ISN_WC_TRIGGER)
            return s1;
        if (k->fn[w] == ISN_FN_AFTER)
            return w;
    }
    return s1;
}

bool isn_chain_relays(const isn_work *k, uint32_t entity) {
    if (entity == ISN_NONE)
        return false;
    const isn_entity *x = isn_work_entity(k, entity);
    return x->kind == ISN_ENT_OUTLET || x->role == ISN_LINK_OUTLET || x->role == ISN_LINK_AGENCY;
}

/* وحسب وكالة كذا، قال الوزير إن: the agency right before the verb told his words on; its chain, or none. */
static uint32_t relayed_by(const isn_work *k, uint32_t verb, uint32_t s0) {
    if (!k->scopes.len || !(k->scan->words[verb].flags & ISN_WF_COMMA))
        return ISN_NONE;
    const isn_scope *s = &k->scopes.ptr[k->scopes.len - 1];
    const isn_chain *c = &k->chains.ptr[s->chain];
    bool before = s->head_first >= s0 && s->head_last <= verb && verb < s->head_last + 2;
    return before && c->attrib_row != ISN_NONE && c->n == 1 &&
                   isn_chain_relays(k, c->link[0].entity)
               ? s->chain
               : ISN_NONE;
}

/* ما زال مصيرهم مجهولا، يقول مدير المكتب: a verb of saying behind what was said, with nothing after its speaker but what he
 * adds. */
static bool says_last(const isn_work *k, uint32_t verb, uint32_t end, uint32_t s0, uint32_t s1) {
    const uint16_t parts = ISN_WF_COMMA | ISN_WF_UNQUOTE | ISN_WF_DASH;
    if (verb == s0 || !(k->scan->words[verb].flags & parts) || isn_work_pre(k, verb, 0) ||
        (k->scopes.len && k->scopes.ptr[k->scopes.len - 1].last > s0))
        return false;
    uint32_t told = s0;
    while (told < verb && !(k->wc[told] & ISN_WC_TRIGGER))
        told++;
    if (told == verb || end >= s1)
        return told < verb;
    bool name = false; /* لـ«كذا» */
    for (uint32_t w = end + 1; w < s1 && w <= end + 4; w++)
        name |= (k->scan->words[w].flags & ISN_WF_UNQUOTE) != 0;
    return k->fn[end] != ISN_FN_THAT &&
           (name || !(k->scan->words[end].flags & (ISN_WF_COLON | ISN_WF_QUOTE)));
}

/* لكن طبيبا في المستشفى أبلغ رويترز بأن: the outlet right behind the verb is told, by whom the clause began with. */
static void told_outlet(const isn_work *k, isn_heard *h, uint32_t verb, uint32_t s0) {
    isn_heard before = {.speaker = ISN_NONE};
    if (h->speaker == ISN_NONE || verb == s0 ||
        isn_work_pre(k, verb, 0) & (ISN_CL_WAW | ISN_CL_FEH) || k->fn[verb - 1] == ISN_FN_WHO)
        return;
    const isn_entity *x = isn_work_entity(k, h->speaker);
    if (x->kind != ISN_ENT_OUTLET || x->first != verb + 1)
        return;
    hear_before(k, &before, verb, s0);
    if (before.speaker == ISN_NONE || isn_chain_relays(k, before.speaker))
        return;
    h->told = h->speaker;
    h->speaker = before.speaker;
}

/* علمت الوكالة من مصدر، نسبت الصحيفة إلى ضابط: an outlet hears from somebody, or ascribes it to him. What the act comes to. */
static int32_t learned_from(isn_work *k, isn_heard *h, uint32_t verb, int32_t act, uint32_t s1) {
    isn_heard told = *h;
    told.from = act == ISN_ACT_HEAR ? ISN_FN_MIN : ISN_FN_ILA;
    isn_chain_hear_after(k, &told, verb, s1, true);
    bool outlet = isn_chain_relays(k, told.speaker);
    bool ours = told.speaker == ISN_NONE || isn_work_entity(k, told.speaker)->sector == ISN_SEC_JRN;
    if (act == ISN_ACT_HEAR && !outlet && ours && told.behind != ISN_NONE) {
        *h = told; /* علم مراسلنا من مصادر: of a house that is not named, or not known */
        h->speaker = told.behind;
        h->behind = ISN_NONE;
        return ISN_ACT_REPORT;
    }
    if (act == ISN_ACT_HEAR && !outlet)
        return ISN_ACT_HEAR; /* علم الأهالي بذلك: they tell nobody */
    if (!outlet || (act == ISN_ACT_ASCRIBE && told.behind == ISN_NONE))
        return ISN_ACT_ACCUSE;
    for (isn_ev *e = k->evs.ptr, *end = e + k->evs.len; e < end && e->first <= verb; e++)
        if (e->first == verb && e->event == ISN_EV_ACCUSE)
            isn_cue_kill_ev(e, "whose words they are", ISN_NONE, verb);
    *h = told;
    return ISN_ACT_REPORT;
}

/* كتب فلان: at the head of a report, a name and nothing else before the colon: who wrote it, and no words of his. */
static bool signs(const isn_work *k, uint32_t verb, uint32_t speaker) {
    enum { HEAD = 3 }; /* words of a dateline before it */
    const isn_entity *x = isn_work_entity(k, speaker);
    const isn_scan *scan = k->scan;
    uint32_t s = scan->words[verb].sentence;
    const isn_token *t = &scan->text->tokens[scan->words[verb].token];
    const uint8_t *p = scan->text->fold + t->fold;
    bool wrote = t->fold_len >= 3 && t->fold_len <= 4 && p[0] == ISN_F_KAF && p[1] == ISN_F_TEH &&
                 p[2] == ISN_F_BEH && (t->fold_len == 3 || p[3] == ISN_F_TEH);
    return wrote && scan->text->sentences[s].starts_block && verb - k->s0[s] <= HEAD &&
           x->kind == ISN_ENT_PERSON && x->first == verb + 1 && x->table == ISN_T_NAME &&
           x->last < scan->nwords && scan->words[x->last].flags & ISN_WF_COLON;
}

/* وهو ما نفته الوزارة، وهي رواية نفتها الحركة: what was told is what the aside speaks of, and its subject stands behind. */
static bool tells_aside(const isn_work *k, uint32_t verb, uint32_t s0) {
    enum { NEAR = 3 };
    if (verb > s0 && k->fn[verb - 1] == ISN_FN_WHICH)
        return true;
    if (!isn_work_pronoun(k, verb))
        return false;
    for (uint32_t w = verb; w-- > s0 + 1 && w + NEAR >= verb;)
        if (k->fn[w - 1] == ISN_FN_PRONOUN)
            return isn_work_pre(k, w - 1, 0) & ISN_CL_WAW;
    return false;
}

void isn_chain_say(isn_work *k, uint32_t verb, const isn_sense *sense, uint32_t s0, uint32_t s1) {
    int32_t act = isn_lex_int(k->lex, ISN_T_SPEECH, sense->row, ISN_SPEECH_ACT);
    isn_heard h = {.speaker = ISN_NONE, .behind = ISN_NONE, .told = ISN_NONE, .via = ISN_NONE};
    if (act == ISN_ACT_HEAR || act == ISN_ACT_ASCRIBE)
        act = learned_from(k, &h, verb, act, s1);
    if (act == ISN_ACT_HEAR)
        return;
    if (h.speaker == ISN_NONE)
        isn_chain_hear_after(k, &h, verb, s1, act == ISN_ACT_REPORT);
    if (topic_of(k, verb, s0) != ISN_NONE)
        h.speaker = topic_of(k, verb, s0);
    if (h.speaker == ISN_NONE && h.behind != ISN_NONE) {
        hear_before(k, &h, verb, s0); /* وكانت صحيفة كذا قد نقلت عن مصادر */
        if (h.speaker == ISN_NONE || !isn_chain_relays(k, h.speaker)) {
            h.speaker = h.behind; /* نقلت محطة كذا عن مسؤول: of a station unknown */
            h.behind = ISN_NONE;
        }
    }
    unsigned number = sense->form & ISN_FORM_NUMBER;
    bool follows = number != ISN_FORM_SG || behind_that(k, verb) || of_antecedent(k, verb, sense);
    if (follows && verb > s0 && !(isn_work_pre(k, verb, 0) & ISN_CL_WAW)) {
        uint32_t was = h.speaker; /* أن سكانا أبلغوا مراسلنا: a plural verb follows its subject */
        h.speaker = ISN_NONE;
        hear_before(k, &h, verb, s0);
        if (h.speaker == ISN_NONE)
            h.speaker = was;
    }
    if (act != ISN_ACT_REPORT && h.behind == ISN_NONE)
        told_outlet(k, &h, verb, s0);
    bool we = (sense->form & ISN_FORM_PERSON) == ISN_FORM_P1 && number != ISN_FORM_SG;
    if (we) { /* نطالب مجلس الأمن: who speaks has spoken before */
        h.speaker = ISN_NONE;
        if (k->last_chain == ISN_NONE)
            return;
    } else if (!tells_aside(k, verb, s0) && own_voice(k, &h, verb, act, s0)) {
        return;
    }
    if (act == ISN_ACT_CALL && h.speaker != ISN_NONE && called_upon(k, verb, h.speaker, s0))
        h.speaker = ISN_NONE;
    if (act != ISN_ACT_DENY && h.speaker != ISN_NONE && addressed(k, verb, h.speaker))
        h.speaker = ISN_NONE;
    bool his = h.speaker != ISN_NONE && isn_chain_his_own(k, h.speaker) && goes_on(k, verb, s0);
    bool deed = act == ISN_ACT_DENY && h.speaker != ISN_NONE && goes_on(k, verb, s0) &&
                isn_work_has(k, isn_work_entity(k, h.speaker)->first, ISN_T_TRIGGER) &&
                !(isn_work_entity(k, h.speaker)->flags & ISN_EF_NAMED); /* ونفى أسر جنوده */
    if (his || deed || calls_on(k, verb, act, s0))
        h.speaker = ISN_NONE; /* ودعا أنصاره إلى التظاهر */
    else if (shared_speaker(k, verb) != ISN_NONE)
        h.speaker = shared_speaker(k, verb);
    uint32_t outer = ISN_NONE; /* قالت القناة إن الجيش أكد: through her */
    bool aside = tells_aside(k, verb, s0);
    aside |= isn_work_pronoun(k, verb) && isn_chain_calls_false(k, verb);
    aside |= verb > s0 && k->wc[verb - 1] & ISN_WC_TRIGGER && !(k->wc[verb - 1] & ISN_WC_VERB) &&
             act == ISN_ACT_ANNOUNCE; /* في هجوم أعلنت الحركة مسؤوليتها عنه */
    if (!aside && k->last_chain != ISN_NONE && k->chains.ptr[k->last_chain].word >= s0 &&
        isn_chain_reported(k, k->chains.ptr[k->last_chain].word, verb))
        outer = k->last_chain;
    bool shown = h.speaker != ISN_NONE &&
                 isn_work_entity(k, h.speaker)->role == ISN_LINK_DOCUMENT && verb > s0 &&
                 k->fn[verb - 1] == ISN_FN_WHILE; /* قالت فلانة كذا، حيث أظهرت مقاطع مصورة */
    if (shown && k->last_chain != ISN_NONE && k->chains.ptr[k->last_chain].word >= s0)
        outer = k->last_chain;
    bool title = k->block_role[k->scan->words[verb].sentence] == ISN_ROLE_TITLE;
    uint32_t before = ISN_NONE;
    if (h.speaker == ISN_NONE || (title && !(k->scan->words[verb].flags & ISN_WF_STOP))) {
        if (!we && !h.channel_speaks && h.speaker == ISN_NONE &&
            spoken_words(k, verb, s0, &before)) {
            h.speaker = before;
        } else if (!we && !h.channel_speaks && !goes_on(k, verb, s0)) {
            uint32_t was = h.speaker;
            h.speaker = ISN_NONE;
            hear_before(k, &h, verb, s0);
            if (h.speaker == ISN_NONE)
                h.speaker = was;
        }
    }
    if (h.speaker == ISN_NONE && !h.channel_speaks && !we)
        hear_pronoun(k, &h, verb, s0);
    if (h.speaker == ISN_NONE && h.text && verb > s0 && !goes_on(k, verb, s0) &&
        text_of_his(k, verb, s1))
        hear_party(k, &h, verb, s0);
    if (h.speaker == ISN_NONE && !h.channel_speaks && act != ISN_ACT_CARRY &&
        goes_on_doing(k, verb, s0))
        return;
    if (h.speaker == ISN_NONE && sense->form & ISN_FORM_PASSIVE && !h.channel)
        return; /* يشار إلى أن، يذكر أن: nobody's words but the outlet's */
    if (h.channel_speaks && (act == ISN_ACT_ACCUSE || act == ISN_ACT_CALL))
        h.speaker = ISN_NONE; /* واتهم البيان الجيش: whom it blames is named, not who speaks */
    if (h.speaker != ISN_NONE && !h.channel && signs(k, verb, h.speaker))
        return;
    if (outer == ISN_NONE && h.speaker != ISN_NONE)
        outer = relayed_by(k, verb, s0);
    uint32_t index = isn_chain_of(k, &h, verb);
    if (index == ISN_NONE)
        return;
    isn_chain *c = &k->chains.ptr[index];
    c->speech_row = sense->row;
    isn_chain_via(k, c, verb + 1, act == ISN_ACT_ANNOUNCE ? reach_of(s1, verb) : h.end);
    if (outer != ISN_NONE)
        for (uint32_t i = 0; i < k->chains.ptr[outer].n; i++)
            isn_chain_add(k, c, k->chains.ptr[outer].link[i].entity, ISN_NONE, false);
    uint32_t to = isn_chain_own_words_from(k, verb + 1, s1), from = verb;
    if (act == ISN_ACT_ANNOUNCE)
        to = up_to_background(k, verb, to);
    bool tells = act == ISN_ACT_SAY || act == ISN_ACT_REPORT || act == ISN_ACT_CONFIRM ||
                 act == ISN_ACT_CARRY;
    if (tells && h.speaker != ISN_NONE && says_last(k, verb, h.end, s0, s1))
        from = s0;
    isn_scope *sc = isn_chain_scope(k, from, to, index);
    sc->head_first = verb;
    sc->head_last = h.end;
    sc->act = (uint8_t)act;
    k->chains.ptr[index].outer = outer;
    k->last_chain = index;
}
