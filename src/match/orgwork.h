/* orgwork.h: what entity_org.c, which composes bodies, entity_people.c, which reads human nouns, and entity_source.c, which reads anonymous
 * sources, share. Private to match/. */
#ifndef ISN_MATCH_ORGWORK_H
#define ISN_MATCH_ORGWORK_H

#include "match/entity.h"

/* entity_org.c */
bool isn_org_teh_marbuta(const isn_find *f, uint32_t word);

/* entity_people.c */
uint32_t isn_org_past_number(const isn_find *f, uint32_t at);
bool isn_org_no_state(const isn_entity *body);

#endif
