/* chainwork.h: what chain.c, which finds who speaks, and chain_own.c, which gives deeds and words to those who announce them,
 * share. Private to claim/. */
#ifndef ISN_CLAIM_CHAINWORK_H
#define ISN_CLAIM_CHAINWORK_H

#include "claim/work.h"

/* chain.c */
isn_chain *isn_chain_new(isn_work *k, uint32_t *index, uint32_t word);
/* Adds a link behind the others, or in front as the origin; not one that is there. */
void isn_chain_add(const isn_work *k, isn_chain *c, uint32_t entity, uint32_t verb, bool front);
/* في بيان نشرته وكالة "أعماق": the channel and the carrier told in words [from, to). */
void isn_chain_via(const isn_work *k, isn_chain *c, uint32_t from, uint32_t to);
/* Does the word stand in what the speaker of its sentence is quoted as saying? */
bool isn_chain_reported(const isn_work *k, uint32_t speaker_word, uint32_t w);
bool isn_chain_his_own(const isn_work *k, uint32_t entity); /* قواته، رجالنا */

/* chain_own.c */
void isn_chain_own_words(isn_work *k);
void isn_chain_own_deeds(isn_work *k);

#endif
