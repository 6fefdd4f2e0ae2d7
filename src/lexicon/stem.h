/* stem.h: the stem list of a pack: general vocabulary, known by what can be attached to it and by
 * nothing else. compile/stems.c makes it of a spelling dictionary; segment.c asks it where the tables of
 * the pack know nothing. One u32 a folded form, in a hash table of a power of two places with at
 * least one free: the upper bits of the hash over the kinds. */
#ifndef ISN_STEM_H
#define ISN_STEM_H

#include "base/base.h"

enum {
    ISN_STEM_NOUN = 1 << 0,       /* takes the article and ب ل ك */
    ISN_STEM_PERFECT = 1 << 1,    /* or an imperative */
    ISN_STEM_IMPERFECT = 1 << 2,  /* takes س and ل */
    ISN_STEM_TOOL_PREP = 1 << 3,  /* a tool that ب ل ك may stand before: بذلك, not لقد */
    ISN_STEM_TOOL = 1 << 4,       /* a particle, preposition, pronoun */
    ISN_STEM_NOUN_SUF = 1 << 5,   /* a noun or tool that carries pronouns */
    ISN_STEM_VERB_SUF = 1 << 6,   /* a verb with an object */
    ISN_STEM_USUAL = 1 << 7,      /* not only a dual, a second person, a derived adjective */
    ISN_STEM_PLAIN = 1 << 8,      /* some spelling has no hamza on an alef after its first letter */
    ISN_STEM_HAMZA = 1 << 9,      /* some has one */
    ISN_STEM_HEH = 1 << 10,       /* ends in heh, not in teh marbuta only */
    ISN_STEM_BARE = 1 << 11,      /* some spelling has no hamza on its first letter */
    ISN_STEM_KINDS = (1 << 12) - 1
};

static inline uint32_t isn_stem_tag(uint64_t hash) {
    return (uint32_t)(hash >> 32) & ~(uint32_t)ISN_STEM_KINDS;
}

/* The kinds of the form with this hash; 0: unknown. */
static inline unsigned isn_stem_find(const uint32_t *slots, uint32_t mask, uint64_t hash) {
    uint32_t tag = isn_stem_tag(hash);
    for (uint32_t i = (uint32_t)hash & mask;; i = (i + 1) & mask) {
        if (slots[i] == 0)
            return 0;
        if ((slots[i] & ~(uint32_t)ISN_STEM_KINDS) == tag)
            return slots[i] & ISN_STEM_KINDS;
    }
}

#endif
