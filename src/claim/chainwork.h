/* chainwork.h: what the files of chain.c share: chain_say.c hears who speaks by a verb of saying, chain_relay.c "according to" and
 * through whom, chain_text.c those that speak over several sentences; chain_own.c gives deeds and words to those who announce them.
 * Private to claim/. */
#ifndef ISN_CLAIM_CHAINWORK_H
#define ISN_CLAIM_CHAINWORK_H

#include "claim/work.h"

/* chain.c */
isn_chain *isn_chain_new(isn_work *k, uint32_t *index, uint32_t word);
/* Adds a link behind the others, or in front as the origin; not one that is there. */
void isn_chain_add(const isn_work *k, isn_chain *c, uint32_t entity, uint32_t verb, bool front);
/* قالت الشرطة ومصادر طبية: a link for each that says it together with the entity; what begins at `to` is said. */
void isn_chain_joint(const isn_work *k, isn_chain *c, uint32_t entity, uint32_t to);
bool isn_chain_relays(const isn_work *k, uint32_t entity); /* an outlet or an agency */
/* في بيان نشرته وكالة "أعماق": the channel and the carrier told in words [from, to). */
void isn_chain_via(const isn_work *k, isn_chain *c, uint32_t from, uint32_t to);
/* Does the word stand in what the speaker of its sentence is quoted as saying? */
bool isn_chain_reported(const isn_work *k, uint32_t speaker_word, uint32_t w);
bool isn_chain_calls_false(const isn_work *k, uint32_t w);
bool isn_chain_his_own(const isn_work *k, uint32_t entity); /* قواته، رجالنا */

/* chain_own.c */
void isn_chain_own_words(isn_work *k);
void isn_chain_own_deeds(isn_work *k);

enum { ISN_CHAIN_REACH = 14 }; /* words behind a verb of saying in which its speaker stands */

typedef struct isn_heard {
    uint32_t speaker; /* entity, or ISN_NONE */
    uint32_t behind;  /* whom the speaker quotes: نقلت رويترز عن مصدر */
    uint32_t told;    /* the outlet spoken to */
    uint32_t via;     /* the agency that carries the statement */
    uint8_t channel;
    uint32_t end;        /* where the content begins */
    bool channel_speaks; /* ذكر البيان */
    uint8_t from; /* the preposition behind which stands whom it quotes: ISN_FN_AN, ISN_FN_MIN, ISN_FN_ILA */
    bool text; /* أفاد بيان صادر عن …، جاء في تقرير لـ…: whose text it is, speaks */
} isn_heard;

/* chain.c */
bool isn_chain_can_speak(const isn_work *k, uint32_t entity);
void isn_chain_set_channel(isn_chain *c, uint8_t channel);
const isn_sense *isn_chain_finite_speech(const isn_work *k, uint32_t w);
const isn_sense *isn_chain_participle(const isn_work *k, uint32_t w);
uint8_t isn_chain_channel_at(const isn_work *k, uint32_t w, uint32_t *last);
int32_t isn_chain_attrib_at(const isn_work *k, uint32_t w, uint32_t *last, uint32_t *row);

/* chain_say.c */
void isn_chain_hear_after(const isn_work *k, isn_heard *h, uint32_t verb, uint32_t s1, bool report);
uint32_t isn_chain_copy_chain(isn_work *k, uint32_t from, uint32_t word);
uint32_t isn_chain_spoken_before(const isn_work *k, uint32_t speaker);
bool isn_chain_the_source(const isn_work *k, uint32_t speaker);
uint32_t isn_chain_of(isn_work *k, const isn_heard *h, uint32_t verb);
isn_scope *isn_chain_scope(isn_work *k, uint32_t first, uint32_t last, uint32_t chain);
uint32_t isn_chain_own_words_from(const isn_work *k, uint32_t from, uint32_t s1);
void isn_chain_say(isn_work *k, uint32_t verb, const isn_sense *sense, uint32_t s0, uint32_t s1);

/* chain_relay.c */
void isn_chain_according(isn_work *k, uint32_t at, uint32_t s0, uint32_t s1, int32_t kind, uint32_t last, uint32_t row, bool alone);

/* chain_text.c */
void isn_chain_sentence(isn_work *k, uint32_t s);
void isn_chain_back_to_speaker(isn_work *k);
void isn_chain_printed_whole(isn_work *k);
void isn_chain_rest_of_statement(isn_work *k);

#endif
