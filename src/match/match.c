/* match.c: runs the finders of match/ in their order, and the helper for readers of hits. See match.h. */
#include "match/match.h"

void isn_match_all(isn_match *out, isn_arena *arena, isn_article *article, const isn_scan *scan) {
    out->scan = scan;
    isn_match_parts(&out->story, arena, article, scan);
    isn_match_numbers(&out->numbers, arena, scan);
    isn_match_dates(&out->dates, arena, scan, &out->numbers, out->story.published);
    isn_match_entities(&out->entities, arena, scan, &out->numbers, &out->dates, &out->story);
}

const isn_sense *isn_match_sense(const isn_hit **hit, const isn_scan *scan, uint32_t word,
                                 isn_table t) {
    if (word >= scan->nwords || !(scan->word_tables[word] & (1u << t)))
        return NULL;
    for (uint32_t i = scan->word_hit[word]; i < scan->word_hit[word + 1]; i++)
        for (unsigned k = 0; k < scan->hits[i].nsenses; k++)
            if (scan->hits[i].senses[k].table == t) {
                if (hit != NULL)
                    *hit = &scan->hits[i];
                return &scan->hits[i].senses[k];
            }
    return NULL;
}
