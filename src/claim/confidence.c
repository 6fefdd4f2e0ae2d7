/* confidence.c: how likely a claim is one that a careful reader finds in the article too: logistic weights of what
 * the claim tells, fitted by bench/confidence.py on gold sets. Works on the finished claims, last of all steps but
 * relevance. How well it fits stands in docs/bench.md. */
#include <math.h>

#include "claim/work.h"

/* What speaks for a claim, in log-odds. */
#define EVEN (-0.2)
#define HAS_ACTOR 0.6
#define HAS_RECIPIENT 0.85
#define HAS_COUNT 0.5
#define HAS_PLACE 0.35
#define SAID_BY_SOMEBODY 0.4
#define TOLD_AGAIN 0.3
#define CLEAR_KIND 0.5
#define LOOSE_KIND (-0.75)
#define STILL_TO_COME 0.5
#define WEAK_WORD (-0.5)
#define ONLY_A_NOUN (-0.2)
#define IN_PASSING (-0.6)

enum { TELLINGS = 3 }; /* more of them say nothing more */

static double of_event(uint8_t event) {
    switch (event) {
    case ISN_EV_ASSAULT:
    case ISN_EV_PROTEST:
    case ISN_EV_REQUEST:
    case ISN_EV_ACCUSE: return CLEAR_KIND;
    case ISN_EV_MOBILIZE:
    case ISN_EV_SUPPORT:
    case ISN_EV_COOPERATE: return LOOSE_KIND;
    default: return 0;
    }
}

static double log_odds(const isn_claim *c, const isn_ev *e) {
    double x = EVEN + of_event(c->event);
    uint32_t again = c->nanchors > 1 ? c->nanchors - 1 : 0;
    x += (again < TELLINGS ? again : TELLINGS) * TOLD_AGAIN;
    x += c->nactors ? HAS_ACTOR : 0;
    x += c->nrecipients ? HAS_RECIPIENT : 0;
    x += c->ncounts ? HAS_COUNT : 0;
    x += c->nplaces ? HAS_PLACE : 0;
    x += c->nchain && c->chain[0].role != ISN_LINK_OUTLET ? SAID_BY_SOMEBODY : 0;
    x += c->modality == 1 ? STILL_TO_COME : 0;
    x += e->flags & ISN_TG_WEAK ? WEAK_WORD : 0;
    x += e->verb ? 0 : ONLY_A_NOUN;
    x += c->main ? 0 : IN_PASSING;
    return x;
}

void isn_confidence_set(isn_work *k) {
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        c->confidence = (float)(1.0 / (1.0 + exp(-log_odds(c, &k->evs.ptr[k->claim_ev.ptr[i]]))));
    }
}
