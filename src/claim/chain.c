/* chain.c: the chain of attribution: verbs of saying, "according to" phrases, headlines with a colon, and
 * speakers carried over, each opening a scope of words. emit_chain.c adds the outlet at the end.
 *
 * A scope is innermost where it begins last: a verb of saying reaches from itself to the end of its
 * sentence, an "according to" phrase covers the whole sentence that has no verb of saying. */
#include "claim/chainwork.h"

/* قواته، رجالنا */
bool isn_chain_his_own(const isn_work *k, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    return k->scan->words[x->head].reading[x->reading].suf != ISN_SUF_NONE &&
           x->last == x->first + 1;
}

/* Forces told by a pronoun act; it is their chief who speaks. */
static bool forces(const isn_work *k, uint32_t entity) {
    return isn_work_entity(k, entity)->flags & ISN_EF_ARMED && isn_chain_his_own(k, entity);
}

/* إصابات */
static bool in_at(const isn_work *k, uint32_t w) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *end = isn_token_end(k->scan->text, t);
    return t->fold_len > 3 && end[-1] == ISN_F_TEH && end[-2] == ISN_F_ALEF;
}

bool isn_chain_can_speak(const isn_work *k, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    if (isn_work_has(k, x->head, ISN_T_UNIT) && x->number != ISN_NONE)
        return false; /* سجلت 500 حالة اعتقال */
    if (x->number != ISN_NONE && k->m->numbers.ptr[x->number].flags & ISN_NF_SUBSET)
        return false; /* سجل التقرير 212 حالة، بينها 13 طفلا */
    switch (x->kind) {
    case ISN_ENT_ACTOR:
        return !(x->flags & (ISN_EF_ADJ | ISN_EF_WEAPON)) && !forces(k, entity) &&
               !(x->sector == ISN_SEC_UNO && !x->role); /* المجتمع الدولي */
    case ISN_ENT_PERSON:
    case ISN_ENT_SOURCE:
    case ISN_ENT_OUTLET: return true;
    case ISN_ENT_PEOPLE: /* not the dead, nor injuries */
        if (x->table == ISN_T_CASUALTY && in_at(k, x->head))
            return false;
        return x->table != ISN_T_CASUALTY ||
               isn_lex_int(k->lex, ISN_T_CASUALTY, x->row, ISN_CASUALTY_WHAT) != ISN_WHAT_KILLED;
    case ISN_ENT_PLACE: return x->table == ISN_T_COUNTRY || x->flags & ISN_EF_CAPITAL;
    default: return false;
    }
}

isn_chain *isn_chain_new(isn_work *k, uint32_t *index, uint32_t word) {
    isn_chain *c = ISN_PUSH(k->arena, &k->chains);
    c->attrib_row = c->speech_row = c->outer = ISN_NONE;
    c->word = word;
    *index = k->chains.len - 1;
    return c;
}

void isn_chain_add(const isn_work *k, isn_chain *c, uint32_t entity, uint32_t verb, bool front) {
    if (c->n == ISN_LEN(c->link))
        return;
    const isn_entity *x = isn_work_entity(k, entity);
    for (uint32_t i = 0; i < c->n; i++) {
        if (c->link[i].entity == entity)
            return;
        if (c->link[i].entity == ISN_NONE)
            continue;
        const isn_entity *y = isn_work_entity(k, c->link[i].entity);
        if (x->kind == ISN_ENT_OUTLET && y->kind == ISN_ENT_OUTLET && x->table == ISN_T_OUTLET &&
            y->table == ISN_T_OUTLET && x->row == y->row)
            return;
    }
    if (x->kind == ISN_ENT_OUTLET && !x->role)
        return; /* a platform carries, and says nothing */
    isn_link_ref l = {.entity = entity, .role = x->role, .verb = verb};
    if (x->flags & ISN_EF_SPOKES)
        l.role = ISN_LINK_SPOKESPERSON;
    if (x->kind == ISN_ENT_PLACE && !l.role)
        l.role = ISN_LINK_OFFICIAL;
    if (front) {
        memmove(&c->link[1], &c->link[0], sizeof l * c->n);
        c->link[0] = l;
    } else {
        c->link[c->n] = l;
    }
    c->n++;
}

/* قالت الشرطة ومصادر طبية، بحسب شهود ومسعفين: they that say it together each have a link, right behind the first. What
 * begins at `to` or later is said. */
void isn_chain_joint(const isn_work *k, isn_chain *c, uint32_t entity, uint32_t to) {
    uint32_t last = entity, at = 0;
    while (at < c->n && c->link[at].entity != entity)
        at++;
    for (uint32_t i = entity + 1; at < c->n && i < k->m->entities.len; i++) {
        const isn_entity *x = isn_work_entity(k, i);
        if (x->nested)
            continue;
        bool acts = x->last < k->scan->nwords && k->wc[x->last] & ISN_WC_VERB;
        acts |= x->kind != ISN_ENT_PERSON && x->kind != ISN_ENT_PEOPLE &&
                isn_work_pronoun(k, x->first); /* منظمة كذا، ومقرها لندن */
        if (x->coord != last || x->first >= to || acts || !isn_chain_can_speak(k, i))
            return;
        uint32_t n = c->n;
        isn_chain_add(k, c, i, ISN_NONE, false);
        if (c->n == n)
            return;
        isn_link_ref joint = c->link[n];
        at++;
        memmove(&c->link[at + 1], &c->link[at], sizeof joint * (n - at));
        c->link[at] = joint;
        last = i;
    }
}

void isn_chain_set_channel(isn_chain *c, uint8_t channel) {
    if (c->n && !c->link[0].channel)
        c->link[0].channel = channel;
}

static bool begins_clause(const isn_work *k, uint32_t w) {
    const isn_word *word = &k->scan->words[w];
    return w == k->s0[word->sentence] || isn_work_pre(k, w, 0) & (ISN_CL_WAW | ISN_CL_FEH) ||
           word->flags & ISN_WF_COMMA || k->wc[w] & ISN_WC_BOUND || k->fn[w - 1] == ISN_FN_WHILE ||
           k->fn[w - 1] == ISN_FN_BECAUSE; /* إذ جاء في بيان */
}

/* جرحى نقلوا إلى المستشفى: brought somewhere, not told on. */
static bool carried_away(const isn_work *k, uint32_t w, const isn_sense *s) {
    enum { NEAR = 4 };
    if (isn_lex_int(k->lex, ISN_T_SPEECH, s->row, ISN_SPEECH_ACT) != ISN_ACT_REPORT)
        return false;
    for (uint32_t i = w + 1; i < k->scan->nwords && i <= w + NEAR; i++) {
        if (k->fn[i] == ISN_FN_AN)
            return false;
        if (k->fn[i] == ISN_FN_ILA) {
            uint32_t c = i + 1 < k->scan->nwords ? k->m->entities.cover[i + 1] : ISN_NONE;
            return c != ISN_NONE && isn_work_entity(k, c)->kind == ISN_ENT_PLACE;
        }
        if (k->scan->words[i].flags & ISN_WF_BREAK)
            return false;
    }
    return false;
}

/* من جهته بين مدير المشفى أن: the word for "between" is "made clear" where a clause begins or a phrase of contrast ends, and what he
 * made clear follows; not where the sentence has set two apart before. */
static bool made_clear(const isn_work *k, uint32_t w) {
    enum { TITLE = 14 };
    uint32_t s0 = k->s0[k->scan->words[w].sentence];
    bool starts = begins_clause(k, w) || isn_role_behind_contrast(k, w, s0);
    for (uint32_t i = s0; starts && i < w; i++)
        starts = k->fn[i] != ISN_FN_BAYN;
    for (uint32_t i = w + 1; starts && i < k->scan->nwords && i < w + TITLE; i++) {
        if (k->fn[i] == ISN_FN_THAT)
            return true;
        if (k->scan->words[i].flags & ISN_WF_STOP ||
            (k->wc[i] & ISN_WC_VERB && k->m->entities.cover[i] == ISN_NONE))
            return false;
    }
    return false;
}

/* وهي اتهامات وصفتها الوزارة بأنها عارية عن الصحة: who calls them so denies what was said. */
bool isn_chain_calls_false(const isn_work *k, uint32_t w) {
    enum { NEAR = 14 };
    uint32_t s = k->scan->words[w].sentence;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++)
        if (k->evs.ptr[i].first > w && k->evs.ptr[i].first < w + NEAR)
            return isn_type_false_words(&k->evs.ptr[i]);
    return false;
}

const isn_sense *isn_chain_finite_speech(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    if (!isn_work_has(k, w, ISN_T_SPEECH) || k->taken[w] == ISN_TAKEN_ASIDE)
        return NULL;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_SPEECH);
    if (!s)
        return NULL;
    unsigned kind = s->form & ISN_FORM_KIND;
    if (kind == ISN_FORM_NAME) /* وبين أن: only where a verb begins; "between" elsewhere */
        return hit->last > w + 1 && k->fn[w] == ISN_FN_BAYN && k->fn[w + 1] != ISN_FN_THAT
                   ? (made_clear(k, w) ? s : NULL)
               : begins_clause(k, w) ? s
                                     : NULL;
    if (kind != ISN_FORM_PERF && kind != ISN_FORM_IMPF)
        return NULL;
    if (!(k->wc[w] & ISN_WC_VERB) || carried_away(k, w, s))
        return NULL;
    if (isn_lex_int(k->lex, ISN_T_SPEECH, s->row, ISN_SPEECH_ACT) == ISN_ACT_VOICE &&
        !isn_clause_voices(k, w))
        return NULL; /* عبرت القافلة الحدود */
    /* القبض على ما وصفه بخلية: how the speaker of the clause calls a thing; وهو ما نفته الوزارة: she denies it */
    const isn_reading *own = &k->scan->words[w].reading[hit->reading];
    bool denies = isn_lex_int(k->lex, ISN_T_SPEECH, s->row, ISN_SPEECH_ACT) == ISN_ACT_DENY;
    if (own->suf && w && k->fn[w - 1] == ISN_FN_WHICH && !(k->wc[w - 1] & ISN_WC_ATTRIB))
        return denies ? s : NULL;
    /* بيان نشرته، أنباء تحدثت عن: a relative clause about a text, nobody's saying of its own; رواية نفتها الحركة is a denial */
    const isn_reading *r = &k->scan->words[w].reading[hit->reading];
    bool loose = !(r->pre & (ISN_CL_WAW | ISN_CL_FEH)) && !(k->wc[w] & ISN_WC_BOUND);
    bool that = w + 1 < k->scan->nwords && k->fn[w + 1] == ISN_FN_THAT; /* جاره أخبره أن */
    if (loose && !that && w && !(denies && r->suf) &&
        (r->suf || isn_work_has(k, w - 1, ISN_T_CHANNEL)) && !(k->wc[w - 1] & ISN_WC_ATTRIB) &&
        k->fn[w - 1] == ISN_NO_FN && !isn_chain_calls_false(k, w))
        return NULL;
    return s;
}

/* مضيفا، مؤكدا أن، معربة عن: an accusative participle goes on with the speaker of its clause. */
const isn_sense *isn_chain_participle(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    if (!isn_work_has(k, w, ISN_T_SPEECH) || k->taken[w] == ISN_TAKEN_ASIDE)
        return NULL;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_SPEECH);
    if (!s || (s->form & ISN_FORM_KIND) != ISN_FORM_ACTIVE)
        return NULL;
    const isn_reading *r = &k->scan->words[w].reading[hit->reading];
    if (r->symbol != ISN_NO_SYMBOL && (r->symbol & 1))
        return NULL;
    bool comma = k->scan->words[w].flags & (ISN_WF_COMMA | ISN_WF_UNQUOTE);
    bool that = w + 1 < k->scan->nwords && k->fn[w + 1] == ISN_FN_THAT;
    return comma || that || s->form & ISN_FORM_ACC || isn_clause_attends(k, w) ? s : NULL;
}

uint8_t isn_chain_channel_at(const isn_work *k, uint32_t w, uint32_t *last) {
    const isn_hit *hit;
    if (!isn_work_has(k, w, ISN_T_CHANNEL))
        return ISN_CH_NONE;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_CHANNEL);
    if (!s)
        return ISN_CH_NONE;
    *last = hit->last;
    return (uint8_t)isn_lex_int(k->lex, ISN_T_CHANNEL, s->row, ISN_CHANNEL_KIND);
}

int32_t isn_chain_attrib_at(const isn_work *k, uint32_t w, uint32_t *last, uint32_t *row) {
    const isn_hit *hit;
    if (!(k->wc[w] & ISN_WC_ATTRIB))
        return -1;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_ATTRIB);
    if (!s)
        return -1;
    *last = hit->last;
    *row = s->row;
    return isn_lex_int(k->lex, ISN_T_ATTRIB, s->row, ISN_ATTRIB_KIND);
}

static void index_scopes(isn_work *k) {
    uint32_t n = k->scan->nwords;
    k->scope_at = isn_arena_alloc(k->arena, sizeof(uint32_t) * (n + 1));
    memset(k->scope_at, 0xff, sizeof(uint32_t) * (n + 1));
    for (uint32_t i = 0; i < k->scopes.len; i++) {
        const isn_scope *s = &k->scopes.ptr[i];
        for (uint32_t w = s->first; w < s->last; w++) {
            uint32_t old = k->scope_at[w];
            if (old == ISN_NONE || k->scopes.ptr[old].first <= s->first)
                k->scope_at[w] = i;
        }
        for (uint32_t w = s->head_first; w < s->head_last && w < n; w++)
            k->wc[w] |= ISN_WC_HEAD;
    }
}

bool isn_chain_party(const isn_work *k, const isn_chain *chain) {
    if (!chain->n || chain->link[0].entity == ISN_NONE)
        return false;
    const isn_entity *x = isn_work_entity(k, chain->link[0].entity);
    return x->flags & ISN_EF_ARMED;
}

/* قال الطبيب إن الجثث التي تسلمها …: who speaks is none of the dead. */
static void not_among_dead(const isn_work *k, isn_ev *e) {
    if (e->effect != ISN_WHAT_KILLED || e->chain == ISN_NONE || !k->chains.ptr[e->chain].n)
        return;
    uint32_t speaker = k->chains.ptr[e->chain].link[0].entity, n = 0;
    if (speaker == ISN_NONE || isn_work_entity(k, speaker)->kind != ISN_ENT_PERSON)
        return;
    isn_refs_drop(&e->recipients, speaker);
    for (uint32_t t = 0; t < e->ntakes; t++)
        if (e->takes[t].entity != speaker)
            e->takes[n++] = e->takes[t];
    e->ntakes = n;
}

void isn_chain_find(isn_work *k) {
    k->last_chain = ISN_NONE;
    isn_chain_printed_whole(k);
    for (uint32_t s = 0; s < k->scan->text->nsentences; s++)
        if (k->block_role[s] != 255) {
            isn_chain_sentence(k, s);
            isn_chain_back_to_speaker(k);
        }
    isn_chain_rest_of_statement(k);
    index_scopes(k);
    isn_chain_own_words(k);
    isn_chain_own_deeds(k);
    for (uint32_t i = 0; i < k->evs.len; i++)
        not_among_dead(k, &k->evs.ptr[i]);
}
