/* chain_text.c: speakers of longer texts: headlines and entries with a colon, quotations over several sentences, statements printed whole. */
#include "claim/chainwork.h"
#include "claim/rolework.h"

static void colon(isn_work *k, uint32_t s0, uint32_t s1) {
    for (uint32_t w = s0 + 1; w < s1 && w < s0 + 14; w++) {
        if (!(k->scan->words[w].flags & ISN_WF_COLON))
            continue;
        isn_heard h = {.speaker = ISN_NONE, .behind = ISN_NONE, .told = ISN_NONE, .via = ISN_NONE};
        for (uint32_t i = s0; i < w; i++) {
            uint32_t e = k->m->entities.cover[i];
            if (k->wc[i] & (ISN_WC_VERB | ISN_WC_TRIGGER) && e == ISN_NONE)
                return;
            if (e == ISN_NONE)
                continue;
            const isn_entity *x = isn_work_entity(k, e);
            uint8_t prep = isn_clause_prep(k, x->first, x->reading);
            if (prep == ISN_FN_MIN && x->kind == ISN_ENT_PERSON && x->last == w &&
                k->scan->words[x->first - 1].flags & ISN_WF_BREAK)
                return; /* الرباط - من فلان: the paper's own man */
            if (isn_chain_can_speak(k, e) && prep == ISN_FN_AN && h.speaker != ISN_NONE)
                h.behind = e;
            else if (prep == ISN_FN_LI && x->kind == ISN_ENT_OUTLET && h.speaker != ISN_NONE)
                h.told = e; /* مصدر طبي للجزيرة: */
            else if (isn_chain_can_speak(k, e) && h.speaker == ISN_NONE && x->kind != ISN_ENT_PLACE)
                h.speaker = e;
            if (x->last > i + 1)
                i = x->last - 1;
        }
        if (h.speaker == ISN_NONE)
            return;
        uint32_t index = isn_chain_of(k, &h, s0);
        isn_chain *c = &k->chains.ptr[index];
        if (c->n == 0)
            return;
        c->link[c->n - 1].verb = ISN_NONE;
        isn_chain_scope(k, w, s1, index);
        k->last_chain = index;
        return;
    }
}

static bool inside_open_quote(isn_work *k, uint32_t s) {
    const isn_text *text = k->scan->text;
    uint32_t token = text->sentences[s].first;
    while (k->open_quote < text->nquotes && text->quotes[k->open_quote].last <= token)
        k->open_quote++;
    return k->open_quote < text->nquotes && text->quotes[k->open_quote].first < token;
}

/* موضحا في حديث لوكالة كذا: said of all that he says in the sentence */
static void told_to(isn_work *k, uint32_t at, uint32_t s1) {
    isn_heard h = {.speaker = ISN_NONE, .behind = ISN_NONE, .told = ISN_NONE, .via = ISN_NONE};
    isn_chain_hear_after(k, &h, at, s1, false);
    isn_chain *c = &k->chains.ptr[k->last_chain];
    if (h.told != ISN_NONE)
        isn_chain_add(k, c, h.told, ISN_NONE, false);
    isn_chain_set_channel(c, h.channel);
}

static bool says_after(const isn_work *k, uint32_t from, uint32_t to) {
    for (uint32_t w = from; w < to; w++)
        if (k->fn[w] == ISN_FN_THAT || k->scan->words[w].flags & (ISN_WF_COLON | ISN_WF_QUOTE))
            return true;
    return false;
}

/* A light verb and what is done, behind it. */
static bool goes_on_with(const isn_work *k, uint32_t i, uint32_t to) {
    const isn_ev *e = &k->evs.ptr[i], *next = e + 1;
    return e->flags & ISN_TG_LIGHT && !(e->flags & ISN_TG_SPEECH) && i + 1 < to && !next->verb &&
           next->first - e->last < 20 && !says_after(k, e->last, next->first);
}

/* كشفت ودمرت الوحدات مخابئ: joined to a deed, before the doer of both */
static bool joined_to_deed(const isn_work *k, uint32_t s, uint32_t w) {
    if (w + 1 >= k->scan->nwords || !(k->wc[w + 1] & ISN_WC_TRIGGER) ||
        k->scan->words[w + 1].flags & ISN_WF_BREAK)
        return false;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->first == w + 1)
            return e->verb && isn_work_pre(k, w + 1, e->reading) & ISN_CL_WAW &&
                   !(e->flags & ISN_TG_SPEECH);
    }
    return false;
}

/* ردت الفصائل باستهداف: an answer by deeds is no saying. */
static bool is_deed(const isn_work *k, uint32_t s, uint32_t w, bool carry) {
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->first == w) /* واصلت القوات فرض حصار: she goes on doing, not saying */
            return (carry && goes_on_with(k, i, k->sentence_ev[s + 1])) ||
                   e->event == ISN_EV_ASSAULT || e->event == ISN_EV_COERCE ||
                   e->event == ISN_EV_MOBILIZE || isn_work_framed(k, e->row, ISN_FR_ANSWER) ||
                   (e->event == ISN_EV_SANCTION && !(e->flags & ISN_TG_SPEECH));
    }
    return false;
}

/* ثلاثة قتلى نقلوا إليه: where somebody was taken; who relays words does it from somebody. */
static bool takes_there(const isn_work *k, uint32_t w, uint32_t s1, int32_t act) {
    enum { SOURCE = 10 };
    if (act != ISN_ACT_REPORT || w + 1 >= s1)
        return false;
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w + 1].token]; /* إليه */
    const uint8_t *p = k->scan->text->fold + t->fold;
    bool there = isn_work_pronoun(k, w + 1) && t->fold_len > 3 && p[0] == ISN_F_ALEF &&
                 p[1] == ISN_F_LAM && p[2] == ISN_F_YEH;
    if (k->fn[w + 1] != ISN_FN_ILA && !there)
        return false;
    for (uint32_t i = w + 2; i < s1 && i < w + SOURCE; i++)
        if (k->fn[i] == ISN_FN_AN || k->fn[i] == ISN_FN_THAT)
            return false;
    return true;
}

/* أمرت النيابة بحبس خمسة: what an order was for is done by it, and nobody is told of it. */
static bool orders_deed(const isn_work *k, uint32_t s, uint32_t w, int32_t act) {
    for (uint32_t i = k->sentence_ev[s]; act == ISN_ACT_CALL && i < k->sentence_ev[s + 1]; i++)
        if (k->evs.ptr[i].first == w)
            return (k->evs.ptr[i].flags & ISN_TG_LIGHT) != 0;
    return false;
}

/* نفت المصادر ما صرح به القيادي: what another said, in the words of those who deny it. */
static bool denied_saying(const isn_work *k, uint32_t w, uint32_t s0) {
    if (w == s0 || k->fn[w - 1] != ISN_FN_WHICH || k->scopes.len == 0)
        return false;
    const isn_scope *last = &k->scopes.ptr[k->scopes.len - 1];
    return last->act == ISN_ACT_DENY && last->first >= s0 && last->first < w && w < last->last;
}

/* على ما وصفها بالخلية، من وصفتهم بالخارجين على القانون: what the one who speaks calls it, and nothing that is said. */
static bool calls_it(const isn_work *k, uint32_t w, uint32_t s0) {
    if (w == s0 || w + 1 >= k->scan->nwords || k->scan->words[w + 1].flags & ISN_WF_STOP)
        return false;
    const isn_token *before = &k->scan->text->tokens[k->scan->words[w - 1].token];
    const uint8_t *p = k->scan->text->fold + before->fold;
    if (before->fold_len != 2 || p[0] != ISN_F_MEEM || (p[1] != ISN_F_ALEF && p[1] != ISN_F_NOON))
        return false; /* ما، من */
    if (!isn_work_pronoun(k, w))
        return false;
    enum { SUBJECT = 5 }; /* ما وصفته أسرهم بالمعاملة المهينة */
    for (uint32_t i = w + 1; i < k->scan->nwords && i <= w + SUBJECT; i++) {
        const isn_token *next = &k->scan->text->tokens[k->scan->words[i].token];
        if ((k->wc[i] & ISN_WC_VERB && k->m->entities.cover[i] == ISN_NONE) ||
            k->scan->words[i].flags & ISN_WF_STOP)
            return false;
        uint32_t c = k->m->entities.cover[i]; /* نفاه المتحدث باسم الجيش: within a title */
        bool inside = c != ISN_NONE && isn_work_entity(k, c)->first < i;
        if (k->scan->text->fold[next->fold] == ISN_F_BEH && !inside)
            return true;
    }
    return false;
}

/* عن أمله في أن يرد الطرفان على مقترحه: what somebody is to say, right behind أن, nobody has said. */
static bool to_be_said(const isn_work *k, uint32_t w, uint32_t s0, const isn_sense *verb) {
    return w > s0 && k->fn[w - 1] == ISN_FN_THAT && (verb->form & ISN_FORM_KIND) == ISN_FORM_IMPF &&
           isn_work_pronoun(k, w - 1) == ISN_SUF_NONE;
}

/* إن ما ورد في بيان الحركة عار من الصحة: what somebody else had said, of which is told here. */
static bool of_what_was_said(const isn_work *k, uint32_t w, uint32_t s0) {
    if (w < s0 + 2 || k->fn[w - 2] != ISN_FN_THAT || k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w - 1].token];
    const uint8_t *p = k->scan->text->fold + t->fold;
    return t->fold_len == 2 && p[0] == ISN_F_MEEM && p[1] == ISN_F_ALEF;
}

/* عقب الوزير على التقرير بالقول إن: the noun of saying, with what is said right behind it. */
static const isn_sense *by_saying(const isn_work *k, uint32_t w, uint32_t s1) {
    const isn_hit *hit;
    if (w + 1 >= s1 || k->fn[w + 1] != ISN_FN_THAT || !(isn_work_pre(k, w, 0) & ISN_CL_BEH))
        return NULL;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_SPEECH);
    return s && (s->form & ISN_FORM_KIND) == ISN_FORM_MASDAR ? s : NULL;
}

/* The verb whose subject the participle at `w` is of: the last before it that opens a clause, else the first; ISN_NONE. */
static uint32_t verb_of_clause(const isn_work *k, uint32_t w, uint32_t s0) {
    uint32_t found = ISN_NONE;
    for (uint32_t v = s0; v < w; v++) {
        bool opens = v == s0 || k->wc[v] & (ISN_WC_BOUND | ISN_WC_RESET);
        bool within = v > s0 && (k->fn[v - 1] == ISN_FN_WHO || k->fn[v - 1] == ISN_FN_THAT);
        if (k->wc[v] & ISN_WC_VERB && !within && (found == ISN_NONE || opens))
            found = v;
    }
    if (found != ISN_NONE || s0 + 1 >= w || k->m->entities.cover[s0] != ISN_NONE ||
        k->wc[s0] & ISN_WC_TRIGGER || k->fn[s0] != ISN_NO_FN ||
        isn_work_pre(k, s0, 0) & ~(unsigned)ISN_CL_WAW)
        return found;
    uint32_t c =
        k->m->entities.cover
            [s0 + 1]; /* a word that opens the sentence before who speaks is a verb, known or not */
    return c != ISN_NONE && isn_work_entity(k, c)->first == s0 + 1 && isn_chain_can_speak(k, c)
               ? s0
               : found;
}

/* زار المحافظ مكان الانفجار، مؤكدا أن ستة قتلوا: who does something, and says so with it. The chain of his words, or ISN_NONE. */
static uint32_t says_besides(isn_work *k, uint32_t w, const isn_sense *verb, uint32_t s0,
                             uint32_t s1) {
    enum { TO_THAT = 3 }; /* مشيرا في تصريح، مشيرا إلى أن */
    bool that = false;
    for (uint32_t i = w + 1; i < s1 && i <= w + TO_THAT; i++)
        that |= k->fn[i] == ISN_FN_THAT || (i == w + 1 && k->scan->words[i].flags & ISN_WF_QUOTE);
    uint32_t does = that ? verb_of_clause(k, w, s0) : ISN_NONE;
    if (does == ISN_NONE)
        return ISN_NONE;
    isn_heard h = {.speaker = ISN_NONE, .behind = ISN_NONE, .told = ISN_NONE, .via = ISN_NONE};
    isn_chain_hear_after(k, &h, does, w, false);
    if (h.speaker == ISN_NONE)
        return ISN_NONE;
    const isn_entity *x = isn_work_entity(k, h.speaker);
    if ((verb->form & ISN_FORM_KIND) == ISN_FORM_MASDAR)
        return isn_chain_of(k, &h, w);
    bool they = (verb->form & ISN_FORM_NUMBER) == ISN_FORM_PL, she = verb->form & ISN_FORM_FEM;
    bool several = x->flags & ISN_EF_PLURAL && x->kind != ISN_ENT_ACTOR;
    int gender = isn_role_gender_of_head(k, x);
    if (they != several || (!they && she && gender < 0) ||
        (!they && !she && gender > 0 && x->kind == ISN_ENT_ACTOR && x->table != ISN_T_TITLE))
        return ISN_NONE;
    return isn_chain_of(k, &h, w);
}

/* محمد إيدو: a word of a person's name, like a verb though it be */
static bool in_name(const isn_work *k, uint32_t w) {
    uint32_t c = k->m->entities.cover[w];
    return c != ISN_NONE && isn_work_has(k, w, ISN_T_NAME) && isn_work_entity(k, c)->first < w &&
           isn_work_entity(k, c)->kind == ISN_ENT_PERSON;
}

void isn_chain_sentence(isn_work *k, uint32_t s) {
    uint32_t s0 = k->s0[s], s1 = k->scan->sentence_word[s + 1];
    if (s0 == s1)
        return;
    bool said = false;
    if (inside_open_quote(k, s) && k->last_chain != ISN_NONE)
        isn_chain_scope(k, s0, s1, isn_chain_copy_chain(k, k->last_chain, s0));
    if (k->inside[s].signs & ISN_WF_COLON)
        colon(k, s0, s1);
    for (uint32_t w = s0; w < s1; w++) {
        uint32_t last, row;
        if (k->wc[w] & ISN_WC_ATTRIB) {
            int32_t kind = isn_chain_attrib_at(k, w, &last, &row);
            if (kind == ISN_AT_RELATING && last < s1 && calls_it(k, last, s0))
                kind = -1; /* القضاء على ما وصفها بكذا */
            if (kind == ISN_AT_ACCORDING || kind == ISN_AT_RELATING || kind == ISN_AT_QUOTING ||
                kind == ISN_AT_TONGUE) {
                isn_chain_according(k, w, s0, s1, kind, last, row, !said);
                for (uint32_t i = w; i < last && i < s1; i++)
                    k->wc[i] |= ISN_WC_SAY;
                /* the verb inside "وفق ما قال" is part of the phrase */
                if (last < s1 && isn_work_has(k, last, ISN_T_SPEECH))
                    w = last;
                continue;
            }
        }
        if (!isn_work_has(k, w, ISN_T_SPEECH) || in_name(k, w))
            continue;
        const isn_sense *verb = isn_chain_finite_speech(k, w);
        int32_t act = verb ? isn_lex_int(k->lex, ISN_T_SPEECH, verb->row, ISN_SPEECH_ACT) : -1;
        bool carry = act == ISN_ACT_CARRY;
        bool tells_more = carry && s1 - w > 3 && !says_after(k, w + 1, s1); /* وزاد عدد القتلى */
        if (verb &&
            (joined_to_deed(k, s, w) || is_deed(k, s, w, carry) || tells_more ||
             takes_there(k, w, s1, act) || orders_deed(k, s, w, act) || denied_saying(k, w, s0) ||
             (calls_it(k, w, s0) && !isn_chain_calls_false(k, w)) || to_be_said(k, w, s0, verb) ||
             of_what_was_said(k, w, s0)))
            verb = NULL;
        if (verb) {
            k->wc[w] |= ISN_WC_SAY;
            uint32_t scopes = k->scopes.len;
            isn_chain_say(k, w, verb, s0, s1);
            said |= k->scopes.len > scopes; /* حصيلة تشير إلى: nobody speaks */
            continue;
        }
        verb = isn_chain_participle(k, w);
        if (!verb && !said)
            verb = by_saying(k, w, s1);
        if (verb) {
            k->wc[w] |= ISN_WC_SAY;
            uint32_t besides = said ? ISN_NONE : says_besides(k, w, verb, s0, s1);
            if (besides != ISN_NONE)
                k->last_chain = besides, said = true;
            if (said && k->last_chain != ISN_NONE) {
                told_to(k, w, s1);
                isn_scope *sc = isn_chain_scope(k, w, s1, k->last_chain);
                sc->head_first = w;
                sc->head_last = w + 1;
                sc->act = (uint8_t)isn_lex_int(k->lex, ISN_T_SPEECH, verb->row, ISN_SPEECH_ACT);
            }
        }
    }
}

/* قالت الوزارة إن منصات تداولت أنباء. وأضافت: in the next sentence she speaks on, and not whom she quoted; but for an outlet, whose
 * report goes on with the words it carries. */
void isn_chain_back_to_speaker(isn_work *k) {
    while (k->last_chain != ISN_NONE) {
        uint32_t outer = k->chains.ptr[k->last_chain].outer;
        if (outer == ISN_NONE || !k->chains.ptr[outer].n ||
            isn_chain_relays(k, k->chains.ptr[outer].link[0].entity))
            return;
        k->last_chain = outer;
    }
}

/* The channel word that heads a line: بيان، نص البيان، تصريح صحفي. The word after it, or 0. */
static uint32_t statement_head(const isn_work *k, uint32_t s0, uint32_t s1) {
    uint32_t last = 0;
    for (uint32_t w = s0; w < s1 && w < s0 + 2; w++)
        if (isn_chain_channel_at(k, w, &last) == ISN_CH_STATEMENT && !isn_work_pre(k, w, 0))
            return last < s1 ? last : 0;
    return 0;
}

static bool of_place(const isn_work *k, uint32_t w) {
    uint32_t e = k->m->entities.cover[w];
    return e != ISN_NONE && isn_work_entity(k, e)->kind == ISN_ENT_PLACE;
}

/* بيان من تنسيقية كذا، تصريح صحفي صادر عن حركة كذا: who issued the statement that the line names, and nothing else. */
static uint32_t issuer_of(const isn_work *k, uint32_t s) {
    enum { HEAD = 5, LINE = 16 };
    uint32_t s0 = k->s0[s], s1 = k->scan->sentence_word[s + 1];
    uint32_t from = statement_head(k, s0, s1);
    if (from == 0 || s1 - s0 > LINE)
        return ISN_NONE;
    for (uint32_t w = from; w < s1 && w < from + HEAD; w++) {
        uint32_t e = k->m->entities.cover[w];
        bool issued = w + 1 < s1 && (k->fn[w + 1] == ISN_FN_AN || k->fn[w + 1] == ISN_FN_MIN);
        if ((k->wc[w] & ISN_WC_VERB && !issued) ||
            k->scan->words[w].flags & (ISN_WF_STOP | ISN_WF_COLON))
            return ISN_NONE;
        if (e == ISN_NONE)
            continue;
        const isn_entity *x = isn_work_entity(k, e);
        uint8_t prep = isn_clause_prep(k, x->first, x->reading);
        bool by = prep == ISN_FN_MIN || prep == ISN_FN_AN || prep == ISN_FN_LI ||
                  (prep == ISN_NO_FN && w == from);
        uint32_t end = x->last; /* لجان المقاومة في الخرطوم */
        while (end < s1 && !(k->scan->words[end].flags & ISN_WF_BREAK) &&
               (of_place(k, end) || k->fn[end] == ISN_FN_FI))
            end++;
        bool ends = end >= s1 || k->scan->words[end].flags & ISN_WF_BREAK;
        return by && ends && x->kind != ISN_ENT_PLACE && isn_chain_can_speak(k, e) ? e : ISN_NONE;
    }
    return ISN_NONE;
}

/* A line of names above or below a statement: short, and nothing is told in it. */
static bool bare_line(const isn_work *k, uint32_t s) {
    enum { LINE = 10 };
    uint32_t s0 = k->s0[s], s1 = k->scan->sentence_word[s + 1];
    if (s0 == s1 || s1 - s0 > LINE || k->sentence_ev[s] != k->sentence_ev[s + 1])
        return false;
    for (uint32_t w = s0; w < s1; w++)
        if (k->wc[w] & ISN_WC_VERB && k->m->entities.cover[w] == ISN_NONE)
            return false;
    return true;
}

/* Who is named in a line: a person rather than an office, an office rather than a body. */
static uint32_t named_in(const isn_work *k, uint32_t s, bool *spokesman) {
    uint32_t best = ISN_NONE;
    for (uint32_t w = k->s0[s]; w < k->scan->sentence_word[s + 1]; w++) {
        uint32_t e = k->m->entities.cover[w];
        if (e == ISN_NONE || !isn_chain_can_speak(k, e))
            continue;
        const isn_entity *x = isn_work_entity(k, e);
        *spokesman |= (x->flags & ISN_EF_SPOKES) != 0;
        if (x->kind != ISN_ENT_PLACE && x->kind != ISN_ENT_OUTLET &&
            (best == ISN_NONE ||
             (x->kind == ISN_ENT_PERSON && isn_work_entity(k, best)->kind != ISN_ENT_PERSON)))
            best = e;
        w = x->last - 1;
    }
    return best;
}

/* A statement that no outlet prints ("بيان رقم (12)" among its first lines): who signs below it, or the body that is named
 * above. ISN_NONE where there is none. */
static uint32_t signer(const isn_work *k, bool *spokesman) {
    enum { HEAD = 4, FOOT = 3 };
    const isn_text *text = k->scan->text;
    bool statement = false;
    uint32_t above = ISN_NONE, below = ISN_NONE;
    if (k->m->story.has_outlet || k->m->story.has_agency)
        return ISN_NONE;
    for (uint32_t s = 0, n = 0; s < text->nsentences && n < HEAD; s++) {
        if (k->block_role[s] == 255)
            continue;
        n++;
        statement |= statement_head(k, k->s0[s], k->scan->sentence_word[s + 1]) != 0;
        bool spokes = false;
        if (above == ISN_NONE && bare_line(k, s))
            above = named_in(k, s, &spokes);
    }
    for (uint32_t s = text->nsentences, n = 0; statement && s-- > 0 && n < FOOT;) {
        if (k->block_role[s] == 255)
            continue;
        if (!bare_line(k, s))
            break;
        n++;
        uint32_t e = named_in(k, s, spokesman);
        if (e != ISN_NONE && (below == ISN_NONE || isn_work_entity(k, e)->kind == ISN_ENT_PERSON))
            below = e;
    }
    return !statement ? ISN_NONE : below != ISN_NONE ? below : above;
}

/* Told as the words of its issuer, each sentence of it that is given to nobody else. */
void isn_chain_printed_whole(isn_work *k) {
    const isn_text *text = k->scan->text;
    uint32_t s = 0;
    while (s < text->nsentences && k->block_role[s] == 255)
        s++;
    bool spokesman = false;
    uint32_t issuer = s < text->nsentences ? issuer_of(k, s) : ISN_NONE;
    if (issuer == ISN_NONE)
        issuer = signer(k, &spokesman);
    if (issuer == ISN_NONE)
        return;
    uint32_t index;
    isn_chain *c = isn_chain_new(k, &index, k->s0[s]);
    isn_chain_add(k, c, issuer, ISN_NONE, false);
    if (spokesman)
        c->link[0].role = ISN_LINK_SPOKESPERSON;
    isn_chain_set_channel(c, ISN_CH_STATEMENT);
    k->last_chain = index;
    for (s++; s < text->nsentences; s++)
        if (k->block_role[s] == ISN_ROLE_LEDE || k->block_role[s] == ISN_ROLE_BODY)
            isn_chain_scope(k, k->s0[s], k->scan->sentence_word[s + 1], index);
}

/* The one source of a report that prints a statement: the chain of its first words, when nobody else is told from there on
 * and what he speaks through is a statement or a document. ISN_NONE where there is none. */
static uint32_t only_source(const isn_work *k) {
    uint32_t first = ISN_NONE;
    for (uint32_t i = 0; i < k->scopes.len; i++) {
        const isn_scope *s = &k->scopes.ptr[i];
        const isn_chain *c = &k->chains.ptr[s->chain];
        if (k->block_role[k->scan->words[s->first].sentence] == ISN_ROLE_TITLE)
            continue;
        if (!c->n || c->link[0].entity == ISN_NONE)
            return ISN_NONE;
        if (first == ISN_NONE)
            first = s->chain;
        else if (c->link[0].entity != k->chains.ptr[first].link[0].entity)
            return ISN_NONE;
    }
    if (first == ISN_NONE)
        return first;
    const isn_chain *c = &k->chains.ptr[first];
    bool written = c->link[0].channel == ISN_CH_STATEMENT || c->link[0].channel == ISN_CH_DOCUMENT;
    bool opens = k->block_role[k->scan->words[c->word].sentence] == ISN_ROLE_LEDE;
    return written && opens ? first : ISN_NONE;
}

/* أوقفت مفارز للجيش …، حسب بيان لوزارة الدفاع. كما أحبطت …: what follows a statement is of it, but for what was before. */
void isn_chain_rest_of_statement(isn_work *k) {
    uint32_t chain = only_source(k);
    if (chain == ISN_NONE)
        return;
    uint32_t from = k->scan->words[k->chains.ptr[chain].word].sentence + 1;
    for (uint32_t i = 0; i < k->scopes.len; i++)
        if (k->scan->words[k->scopes.ptr[i].first].sentence >= from)
            from = k->scan->words[k->scopes.ptr[i].first].sentence + 1;
    for (uint32_t s = from; s < k->scan->text->nsentences; s++) {
        uint32_t w = k->s0[s];
        if ((k->block_role[s] != ISN_ROLE_LEDE && k->block_role[s] != ISN_ROLE_BODY) ||
            w >= k->scan->nwords || k->fn[w] == ISN_FN_KANA)
            continue;
        isn_chain_scope(k, w, k->scan->sentence_word[s + 1], chain);
    }
}
