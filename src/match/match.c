/* match.c: runs the finders of match/ in their order, and the helper for readers of hits. See match.h. */
#include "match/numeral.h"

#include <string.h>

static const uint8_t *note_cues(isn_arena *arena, const isn_scan *scan) {
    uint8_t *cue = isn_arena_alloc(arena, scan->nwords + 1);
    memset(cue, ISN_NO_CUE, scan->nwords + 1);
    for (uint32_t w = 0; w < scan->nwords; w++) {
        const isn_sense *s = isn_match_sense(NULL, scan, w, ISN_T_CUE);
        if (s != NULL)
            cue[w] = (uint8_t)isn_lex_int(scan->lex, ISN_T_CUE, s->row, ISN_CUE_KIND);
    }
    return cue;
}

void isn_match_story(isn_match *out, isn_arena *arena, isn_article *article, const isn_scan *scan) {
    out->scan = scan;
    out->cue = note_cues(arena, scan);
    isn_match_parts(&out->story, arena, article, scan);
}

void isn_match_values(isn_match *out, isn_arena *arena) {
    isn_scan scan = *out->scan;
    isn_numerals numerals;
    isn_numerals_keep(&numerals, arena, &scan);
    isn_match_numbers(&out->numbers, arena, &scan);
    isn_match_dates(&out->dates, arena, &scan, &out->numbers, out->story.published);
}

void isn_match_names(isn_match *out, isn_arena *arena) {
    isn_match_entities(&out->entities, arena, out->scan, &out->numbers, &out->dates, &out->story);
}

const isn_sense *isn_match_first_sense(const isn_hit **hit, const isn_scan *scan, uint32_t word,
                                       isn_table t) {
    for (uint32_t i = scan->word_hit[word]; i < scan->word_hit[word + 1]; i++) {
        const isn_hit *h = &scan->hits[i];
        if (!(h->tables & (1u << t)))
            continue;
        const isn_sense *sense = h->senses;
        while (sense->table != t)
            sense++;
        if (hit != NULL)
            *hit = h;
        return sense;
    }
    return NULL;
}

/* A word that the lexicon lacks counts when the stem list has the verb: سيكتمل. */
bool isn_match_will(const isn_scan *scan, uint32_t word) {
    const isn_word *w = &scan->words[word];
    const isn_token *token = &scan->text->tokens[w->token];
    bool known = scan->word_hit[word] != scan->word_hit[word + 1];
    if (w->nreadings && w->reading[0].symbol != ISN_NO_SYMBOL && !w->reading[0].pre)
        return false; /* سيدي، سيطر: whole words */
    for (unsigned i = 0; i < w->nreadings; i++)
        if (w->reading[i].symbol != ISN_NO_SYMBOL && (w->reading[i].pre & ISN_CL_SEEN))
            return true;
    const uint8_t *p = scan->text->fold + token->fold;
    if (known || w->kind != ISN_TOK_WORD || token->fold_len < 5 ||
        (p[0] != ISN_F_SEEN && p[0] != ISN_F_WAW && p[0] != ISN_F_FEH))
        return false;
    isn_segment cut[ISN_SEGMENTS];
    unsigned n = isn_lex_segment(cut, scan->lex, scan->text, token);
    return n > 0 && cut[0].pre & ISN_CL_SEEN && cut[0].known != ISN_KNOWN_NOT;
}
