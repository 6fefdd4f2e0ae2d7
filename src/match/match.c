/* match.c: runs the finders of match/ in their order, and the helper for readers of hits. See match.h. */
#include "match/match.h"

void isn_match_story(isn_match *out, isn_arena *arena, isn_article *article, const isn_scan *scan) {
    out->scan = scan;
    isn_match_parts(&out->story, arena, article, scan);
}

void isn_match_mentions(isn_match *out, isn_arena *arena) {
    const isn_scan *scan = out->scan;
    isn_match_numbers(&out->numbers, arena, scan);
    isn_match_dates(&out->dates, arena, scan, &out->numbers, out->story.published);
    isn_match_entities(&out->entities, arena, scan, &out->numbers, &out->dates, &out->story);
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
