/* claim.c: runs the steps of claim/ in order; see work.h for the way. */
#include "claim/claim.h"

#include "claim/work.h"

/* Captions and datelines tell nothing of their own; what furniture says is other pages' news. */
static uint8_t telling(const isn_block *block) {
    if (block->repeated || block->language != NULL)
        return 255;
    switch (block->role) {
    case ISN_ROLE_TITLE:
    case ISN_ROLE_LEDE:
    case ISN_ROLE_BODY: return block->role;
    default: return 255;
    }
}

/* #السليمانية #احتجاجات: a line of nothing but tags. */
static bool only_tags(const isn_text *text, const isn_sentence *s) {
    uint32_t words = 0;
    for (uint32_t i = s->first; i < s->last; i++) {
        if (text->tokens[i].kind != ISN_TOK_WORD && text->tokens[i].kind != ISN_TOK_NUMBER)
            continue;
        if (!(text->tokens[i].flags & ISN_TF_JOINED))
            return false;
        words++;
    }
    return words > 0;
}

/* "بغداد/ واع - قتل …", "الجزائر 12 جوان (وكالات) - لقي …": where the report itself begins. */
static uint32_t after_slug(const isn_work *k, uint32_t s) {
    const isn_scan *scan = k->scan;
    uint32_t first = scan->sentence_word[s], end = scan->sentence_word[s + 1];
    uint8_t role = k->block_role[s];
    if (role != ISN_ROLE_LEDE && role != ISN_ROLE_BODY)
        return first;
    if (!scan->text->sentences[s].starts_block)
        return first;
    bool known = false;
    uint32_t unknown = 0, at = first;
    for (uint32_t w = first; w < end && w < first + 14; w++) {
        uint16_t flags = scan->words[w].flags;
        if (w > first && flags & (ISN_WF_DASH | ISN_WF_SLASH) && known && unknown < 3)
            at = w;
        if (w > first + 1 && flags & ISN_WF_UNPAREN && known && unknown == 0 &&
            isn_work_has(k, w - 1, ISN_T_OUTLET))
            at = w; /* صنعاء 22 نوفمبر (شينخوا) قضت */
        uint32_t e = k->m->entities.cover[w];
        bool name = e != ISN_NONE && (isn_work_entity(k, e)->kind == ISN_ENT_PLACE ||
                                      isn_work_entity(k, e)->kind == ISN_ENT_OUTLET);
        bool plain = name || k->taken[w] || scan->words[w].kind != ISN_TOK_WORD ||
                     isn_work_has(k, w, ISN_T_OUTLET) || isn_work_has(k, w, ISN_T_MONTH);
        known |= name || isn_work_has(k, w, ISN_T_OUTLET);
        if (!plain && k->fn[w] == ISN_NO_FN)
            unknown++;
        bool day = k->fn[w] == ISN_FN_FI && w + 1 < end && /* القاهرة في 20 أغسطس /كذا/ */
                   (k->m->dates.at[w + 1] != ISN_NONE || scan->words[w + 1].kind == ISN_TOK_NUMBER);
        if (k->wc[w] & ISN_WC_VERB || (k->fn[w] != ISN_NO_FN && !day))
            break;
    }
    return at;
}

static void first_words(isn_work *k) {
    uint32_t n = k->scan->text->nsentences;
    k->s0 = isn_arena_alloc(k->arena, sizeof(uint32_t) * (n + 1));
    for (uint32_t s = 0; s < n; s++)
        k->s0[s] = k->block_role[s] == 255 ? k->scan->sentence_word[s] : after_slug(k, s);
    k->s0[n] = k->scan->nwords;
    for (uint32_t s = 0; s < n; s++)
        if (k->s0[s] > k->scan->sentence_word[s] && k->s0[s] < k->scan->nwords)
            k->wc[k->s0[s]] |= ISN_WC_BOUND;
}

/* The kinds of the cues that the word may be, a bit each. */
static uint64_t cue_kinds(const isn_work *k, uint32_t w) {
    uint64_t kinds = 0;
    for (uint32_t h = k->scan->word_hit[w]; h < k->scan->word_hit[w + 1]; h++) {
        const isn_hit *hit = &k->scan->hits[h];
        for (unsigned i = 0; hit->tables & 1u << ISN_T_CUE && i < hit->nsenses; i++)
            if (hit->senses[i].table == ISN_T_CUE)
                kinds |=
                    ISN_KIND(isn_lex_int(k->lex, ISN_T_CUE, hit->senses[i].row, ISN_CUE_KIND) & 63);
    }
    return kinds;
}

_Static_assert(ISN_CUE_PATRON < 64 && ISN_FN_STILL < 63, "a bit for each kind");

static bool denies(const isn_work *k, uint32_t w) {
    const isn_sense *s = isn_match_first_sense(NULL, k->scan, w, ISN_T_SPEECH);
    return s != NULL && isn_lex_int(k->lex, ISN_T_SPEECH, s->row, ISN_SPEECH_ACT) == ISN_ACT_DENY;
}

static void look_inside(isn_work *k) {
    const isn_scan *scan = k->scan;
    const uint32_t tables = 1u << ISN_T_CUE | 1u << ISN_T_DATEWORD | 1u << ISN_T_SPEECH;
    k->inside = ISN_NEW(k->arena, isn_inside, scan->text->nsentences + 1);
    for (uint32_t s = 0; s < scan->text->nsentences; s++) {
        isn_inside in = {0};
        for (uint32_t w = scan->sentence_word[s]; w < scan->sentence_word[s + 1]; w++) {
            in.tables |= scan->word_tables[w];
            in.signs |= scan->words[w].flags;
            in.fn |= ISN_KIND(k->fn[w] & 63); /* of most words the last bit, which is no kind's */
            if (!(scan->word_tables[w] & tables))
                continue;
            if (isn_work_has(k, w, ISN_T_CUE))
                in.cues |= cue_kinds(k, w);
            if (isn_work_has(k, w, ISN_T_SPEECH))
                in.denies |= denies(k, w);
            if (isn_work_has(k, w, ISN_T_DATEWORD))
                in.times |= scan->date_kinds[w];
        }
        k->inside[s] = in;
    }
    for (uint32_t i = 0; i < k->m->dates.len; i++)
        k->inside[scan->words[k->m->dates.ptr[i].first].sentence].dated = true;
}

/* The end of the aside at the word, or 0: طلب عدم كشف هويته asks for nothing, يدعى calls nobody to do it. */
static uint32_t aside_at(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    bool several = isn_work_has(k, w, ISN_T_FUNC) && /* the longest phrase comes first */
                   k->scan->hits[k->scan->word_hit[w]].last >= w + 2;
    const isn_sense *s = several ? isn_match_first_sense(&hit, k->scan, w, ISN_T_FUNC) : NULL;
    if (s != NULL && hit->last >= w + 2 &&
        isn_lex_int(k->lex, ISN_T_FUNC, s->row, ISN_FUNC_KIND) == ISN_FN_UNNAMED)
        return hit->last;
    s = isn_work_has(k, w, ISN_T_ATTRIB) ? isn_match_first_sense(&hit, k->scan, w, ISN_T_ATTRIB)
                                         : NULL;
    return s != NULL && isn_lex_int(k->lex, ISN_T_ATTRIB, s->row, ISN_ATTRIB_KIND) == ISN_AT_NAMED
               ? hit->last
               : 0;
}

static void take_asides(isn_work *k) {
    for (uint32_t w = 0; w < k->scan->nwords; w++) {
        uint32_t last = aside_at(k, w);
        if (last == 0)
            continue;
        memset(k->taken + w, ISN_TAKEN_ASIDE, last - w);
        w = last - 1;
    }
}

/* لم يسفر القصف عن إصابات: within the words that tell of nobody the blow that hurt nobody. */
static bool hurt_nobody(const isn_work *k, const isn_number *q, uint32_t w) {
    enum { VERB = 2 };
    return q->quantity == ISN_Q_NONE && w >= q->first + VERB && isn_work_has(k, w, ISN_T_TRIGGER);
}

/* لا يقل عن، فجر اليوم: the words of numbers and dates are no triggers; the counted noun may be one. */
static void take_words(isn_work *k) {
    k->taken = isn_arena_zero(k->arena, k->scan->nwords + 1);
    take_asides(k);
    const isn_numbers *n = &k->m->numbers;
    for (uint32_t i = 0; i < n->len; i++)
        for (uint32_t w = n->ptr[i].first; w < n->ptr[i].num_last; w++)
            if (w != n->ptr[i].noun && !hurt_nobody(k, &n->ptr[i], w))
                k->taken[w] = 1;
    const isn_dates *d = &k->m->dates;
    for (uint32_t i = 0; i < d->len; i++)
        for (uint32_t w = d->ptr[i].first; w < d->ptr[i].last; w++)
            k->taken[w] = 1;
}

/* شبكة "سي إن إن": a name in quotation marks; of an article that was only glanced at no names are known. */
static bool names(const isn_work *k, uint32_t w, uint32_t last) {
    uint32_t c = k->m->entities.cover != NULL ? k->m->entities.cover[w] : ISN_NONE;
    if (c == ISN_NONE)
        return false;
    const isn_entity *x = isn_work_entity(k, c);
    return (x->kind == ISN_ENT_OUTLET || x->kind == ISN_ENT_ACTOR) &&
           k->scan->words[x->last - 1].token + 1 >= last;
}

static void quotes(isn_work *k) {
    isn_record *r = k->record;
    const isn_text *text = k->scan->text;
    r->quotes = ISN_NEW(k->arena, isn_rec_quote, text->nquotes + 1);
    uint32_t w = 0;
    for (uint32_t q = 0; q < text->nquotes; q++) {
        const isn_quote *x = &text->quotes[q];
        if (x->last - x->first < 3 || x->outer != ISN_NONE)
            continue; /* a name in quotation marks */
        while (w < k->scan->nwords && k->scan->words[w].token < x->first)
            w++;
        if (w == k->scan->nwords || k->scan->words[w].token >= x->last)
            continue;
        if (k->block_role[k->scan->words[w].sentence] == 255 || names(k, w, x->last))
            continue;
        isn_rec_quote *out = &r->quotes[r->nquotes++];
        out->mark = (isn_mark){isn_str_of(r->article->bytes + x->start, x->end - x->start),
                               x->start, x->end};
        uint32_t scope = k->scope_at != NULL ? k->scope_at[w] : ISN_NONE;
        if (scope == ISN_NONE)
            continue;
        const isn_chain *c = &k->chains.ptr[k->scopes.ptr[scope].chain];
        if (!c->n || c->link[0].entity == ISN_NONE)
            continue;
        const isn_entity *e = isn_work_entity(k, c->link[0].entity);
        out->speaker = e->name.len ? e->name : isn_emit_mark(k, e->first, e->last, e->reading).text;
    }
}

static isn_work begin(isn_record *record, isn_arena *arena, const isn_match *match) {
    isn_work k = {.arena = arena,
                  .m = {*match},
                  .scan = {*match->scan},
                  .lex = match->scan->lex,
                  .record = record,
                  .last_chain = ISN_NONE};
    const isn_text *text = k.scan->text;
    k.block_role = isn_arena_alloc(arena, text->nsentences + 1);
    for (uint32_t s = 0; s < text->nsentences; s++)
        k.block_role[s] = only_tags(text, &text->sentences[s])
                              ? 255
                              : telling(&record->article->blocks[text->sentences[s].block]);
    return k;
}

bool isn_claim_glance(isn_record *record, isn_arena *arena, const isn_match *match) {
    isn_work k = begin(record, arena, match);
    if (isn_relevance_glance(&k))
        return true;
    quotes(&k);
    return false;
}

isn_work *isn_claim_begin(isn_record *record, isn_arena *arena, const isn_match *match) {
    isn_work *k = ISN_NEW(arena, isn_work, 1);
    *k = begin(record, arena, match);
    return k;
}

static void words(isn_work *k) {
    take_words(k);
    isn_clause_class(k);
    look_inside(k);
    first_words(k);
}

static void cues(isn_work *k) {
    isn_cue_apply(k);
    isn_beside_find(k);
}

static void roles(isn_work *k) {
    isn_role_fill(k);
    isn_share_settle(k);
    isn_calamity_find(k);
}

static void tellers(isn_work *k) {
    isn_count_take(k);
    isn_chain_find(k);
    isn_group_join(k);
    isn_role_on_protests(k);
}

static void emit(isn_work *k) {
    isn_emit_claims(k);
    isn_share_time(k);
    isn_emit_rejected(k);
}

static void weigh(isn_work *k) {
    isn_contra_find(k);
    isn_emit_met(k);
    isn_confidence_set(k);
    isn_relevance_weigh(k);
    quotes(k);
    k->record->claims = k->claims.ptr;
    k->record->nclaims = k->claims.len;
}

/* What runs little code goes with its neighbour: to come back to an article costs too. */
void isn_claim_step(isn_work *k, unsigned step) {
    static void (*const steps[])(isn_work *) = {words, isn_trigger_find, cues, roles, tellers,
                                                emit,  isn_merge_claims, weigh};
    _Static_assert(ISN_LEN(steps) == ISN_CLAIM_STEPS, "each has a number");
    steps[step](k);
}
