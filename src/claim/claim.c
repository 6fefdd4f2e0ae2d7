/* claim.c: runs the steps of claim/ in order; see work.h for the way. */
#include "claim/claim.h"

#include "claim/work.h"

/* Captions and datelines tell nothing of their own; what furniture says is other pages' news. */
static uint8_t telling(const isn_block *block) {
    if (block->repeated) return 255;
    switch (block->role) {
    case ISN_ROLE_TITLE: case ISN_ROLE_LEDE: case ISN_ROLE_BODY: return block->role;
    default: return 255;
    }
}

static void quotes(isn_work *k) {
    isn_record *r = k->record;
    const isn_text *text = k->scan->text;
    r->quotes = ISN_NEW(k->arena, isn_rec_quote, text->nquotes + 1);
    uint32_t w = 0;
    for (uint32_t q = 0; q < text->nquotes; q++) {
        const isn_quote *x = &text->quotes[q];
        if (x->last - x->first < 3 || x->outer != ISN_NONE) continue; /* a name in quotation marks */
        while (w < k->scan->nwords && k->scan->words[w].token < x->first) w++;
        if (w == k->scan->nwords || k->scan->words[w].token >= x->last) continue;
        if (k->block_role[k->scan->words[w].sentence] == 255) continue;
        isn_rec_quote *out = &r->quotes[r->nquotes++];
        out->mark = (isn_mark){isn_str_of(r->article->bytes + x->start, x->end - x->start), x->start, x->end};
        uint32_t scope = k->scope_at[w];
        if (scope == ISN_NONE) continue;
        const isn_chain *c = &k->chains.ptr[k->scopes.ptr[scope].chain];
        if (!c->n || c->link[0].entity == ISN_NONE) continue;
        const isn_entity *e = isn_work_entity(k, c->link[0].entity);
        out->speaker = e->name.len ? e->name : isn_emit_mark(k, e->first, e->last, e->reading).text;
    }
}

void isn_claim_build(isn_record *record, isn_arena *arena, const isn_match *match) {
    isn_work k = {.arena = arena, .m = match, .scan = match->scan, .lex = match->scan->lex,
                  .record = record, .last_chain = ISN_NONE};
    const isn_text *text = k.scan->text;
    k.block_role = isn_arena_alloc(arena, text->nsentences + 1);
    for (uint32_t s = 0; s < text->nsentences; s++)
        k.block_role[s] = telling(&record->article->blocks[text->sentences[s].block]);
    isn_clause_class(&k);
    isn_trigger_find(&k);
    isn_cue_apply(&k);
    isn_role_fill(&k);
    isn_count_take(&k);
    isn_chain_find(&k);
    isn_group_join(&k);
    isn_emit_claims(&k);
    isn_merge_claims(&k);
    isn_contra_find(&k);
    isn_relevance_weigh(&k);
    quotes(&k);
    record->claims = k.claims.ptr;
    record->nclaims = k.claims.len;
}
