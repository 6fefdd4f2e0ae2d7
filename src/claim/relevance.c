/* relevance.c: does the article tell of conflict or diplomacy at all? Weighs claims against words of other
 * fields of life (contexts.tsv). An article below the line keeps no claims. */
#include "claim/work.h"

#include <math.h>

/* Weights by eye on the development set: a claim with a count or with both parties is worth four strong
 * context words; the line lies where one clear claim stands in a short report. */
static double claim_weight(const isn_claim *c) {
    if (!c->main && c->modality == 2)
        return 0.1;
    double w = c->event == ISN_EV_ASSAULT || c->event == ISN_EV_COERCE ? 1.0 : 0.6;
    if (c->event == ISN_EV_NONE || c->event == ISN_EV_CONSULT)
        w = 0.3;
    for (uint32_t i = 0; i < c->nactors; i++)
        if (c->actors[i].sector && c->actors[i].country.len + c->actors[i].id.len)
            w += 0.5;
    for (uint32_t i = 0; i < c->nrecipients; i++)
        if (c->recipients[i].sector)
            w += 0.3;
    if (c->ncounts)
        w += 0.4;
    return w > 2.2 ? 2.2 : w;
}

/* Dead and wounded, and nobody and nothing that struck them. */
static bool mere_casualties(const isn_work *k, uint32_t i) {
    const isn_claim *c = &k->claims.ptr[i];
    const isn_ev *e = &k->evs.ptr[k->claim_ev.ptr[i]];
    return c->event == ISN_EV_ASSAULT && !c->nactors && !c->mode && e->flags & ISN_TG_CASUALTY;
}

static double context_weight(const isn_work *k, double *other, double *accident) {
    const isn_scan *scan = k->scan;
    double sum = 0;
    *other = *accident = 0;
    for (uint32_t w = 0; w < scan->nwords; w++) {
        if (!isn_work_has(k, w, ISN_T_CONTEXT) || k->block_role[scan->words[w].sentence] == 255)
            continue;
        const isn_hit *hit;
        const isn_sense *s = isn_match_sense(&hit, scan, w, ISN_T_CONTEXT);
        if (!s)
            continue;
        int32_t weight = isn_lex_int(k->lex, ISN_T_CONTEXT, s->row, ISN_CONTEXT_WEIGHT);
        int32_t context = isn_lex_int(k->lex, ISN_T_CONTEXT, s->row, ISN_CONTEXT_CONTEXT);
        if (context == ISN_CX_X_ACCIDENT)
            *accident += weight < 0 ? -weight : weight;
        if (context > ISN_CX_PLOVER_LAST)
            *other += weight < 0 ? -weight : weight;
        else if (weight != ISN_NO_INT)
            sum += weight;
    }
    return sum;
}

void isn_relevance_weigh(isn_work *k) {
    isn_record *r = k->record;
    double claims = 0, other, accident;
    double context = context_weight(k, &other, &accident);
    for (uint32_t i = 0; i < k->claims.len; i++) {
        double weight = claim_weight(&k->claims.ptr[i]);
        claims += accident > 0 && mere_casualties(k, i) ? 0.1 * weight : weight;
    }
    double words = k->scan->nwords ? (double)k->scan->nwords : 1;
    /* per hundred words, so that a long page is judged like a short one */
    double per = 100.0 / (words < 60 ? 60 : words);
    double x = 1.0 * claims * per + 0.06 * context * per - 0.35 * other * per - 1.0;
    r->relevance = (float)(1.0 / (1.0 + exp(-x)));
    r->relevant = r->relevance >= 0.5f;
    if (!r->relevant) {
        k->claims.len = 0;
        r->ncontradictions = 0;
    }
}
