/* merge.c: one thing told several times in a document (headline, lede, quotation, "the attack") is one
 * claim. Reads the claims of emit.c in order and folds each into an earlier one where both can be the same
 * occurrence; else it stays a claim of its own. */
#include "claim/work.h"

/* How many claims back a telling may lie. */
enum { LOOK_BACK = 24 };

static const isn_ev *rep(const isn_work *k, uint32_t claim) {
    return &k->evs.ptr[k->claim_ev.ptr[claim]];
}

static bool titled(const isn_work *k, uint32_t claim) {
    return k->block_role[k->claim_sentence.ptr[claim]] == ISN_ROLE_TITLE;
}

/* 1 where a figure of this kind is the same, -1 where all differ, 0 with nothing to compare */
static int compare_kind(const isn_claim *a, const isn_claim *b, uint8_t what) {
    int result = 0;
    for (uint32_t i = 0; i < a->ncounts; i++)
        for (uint32_t j = 0; j < b->ncounts; j++) {
            const isn_rec_count *x = &a->counts[i], *y = &b->counts[j];
            if (x->what != what || y->what != what)
                continue;
            if (x->quantity == ISN_Q_VAGUE || y->quantity == ISN_Q_VAGUE)
                continue;
            int64_t xv = x->best != ISN_NO_COUNT ? x->best : x->high;
            int64_t yv = y->best != ISN_NO_COUNT ? y->best : y->high;
            if (xv == yv)
                return 1;
            result = -1;
        }
    return result;
}

/* "Ten dead and wounded", and five killed beside five wounded: 1 where they are the same, 0 where they can be, -1. */
static int compare_mixed(const isn_claim *a, const isn_claim *b) {
    const isn_rec_count *mixed = NULL;
    for (uint32_t i = 0; i < a->ncounts; i++)
        if (a->counts[i].harm == ISN_HARM_CASUALTIES && a->counts[i].high != ISN_NO_COUNT)
            mixed = &a->counts[i];
    int64_t sum = 0;
    for (uint32_t i = 0; mixed != NULL && i < b->ncounts; i++) {
        const isn_rec_count *y = &b->counts[i];
        if (y->harm == ISN_HARM_CASUALTIES)
            return -1;
        if ((y->what == ISN_WHAT_KILLED || y->what == ISN_WHAT_WOUNDED) && y->best != ISN_NO_COUNT)
            sum += y->best;
    }
    return mixed == NULL || sum > mixed->high ? -1 : sum == mixed->high;
}

/* The dead decide: three killed and one wounded are not four killed and one wounded. */
static int compare_counts(const isn_claim *a, const isn_claim *b) {
    int result = compare_kind(a, b, ISN_WHAT_KILLED);
    if (result < 0) {
        int mixed = compare_mixed(a, b), other = compare_mixed(b, a);
        result = mixed > other ? mixed : other;
        if (result >= 0)
            return result;
    }
    for (uint32_t i = 0; i < a->ncounts && result == 0; i++)
        result = compare_kind(a, b, a->counts[i].what);
    return result;
}

static int compare_actors(const isn_rec_actor *a, uint32_t na, const isn_rec_actor *b,
                          uint32_t nb) {
    if (!na || !nb)
        return 0;
    bool countries = true;
    for (uint32_t i = 0; i < na; i++)
        for (uint32_t j = 0; j < nb; j++) {
            if (a[i].id.len && isn_str_eq(a[i].id, b[j].id))
                return 1;
            if (isn_str_eq(a[i].mark.text, b[j].mark.text))
                return 1;
            bool ids = a[i].id.len && b[j].id.len;
            bool same_land = a[i].country.len && isn_str_eq(a[i].country, b[j].country);
            bool rulers = a[i].sector == ISN_SEC_GOV && b[j].sector == ISN_SEC_GOV;
            if (same_land && (!ids || rulers)) /* كابول، حكومة طالبان */
                return 1;
            if (!ids && (!a[i].country.len || !b[j].country.len))
                countries = false;
        }
    return countries ? -1 : 0;
}

int isn_merge_places(const isn_claim *a, const isn_claim *b) {
    if (!a->nplaces || !b->nplaces)
        return 0;
    int result = -1;
    for (uint32_t i = 0; i < a->nplaces; i++)
        for (uint32_t j = 0; j < b->nplaces; j++) {
            const isn_rec_place *x = &a->places[i], *y = &b->places[j];
            if (x->id.len && isn_str_eq(x->id, y->id))
                return 1;
            if (isn_str_eq(x->mark.text, y->mark.text))
                return 1;
            bool wide = x->precision >= 4 || y->precision >= 4;
            if (wide && x->country.len && isn_str_eq(x->country, y->country))
                result = 0;
        }
    return result;
}

static bool speech_event(const isn_claim *c) {
    return c->event == ISN_EV_REQUEST || c->event == ISN_EV_ACCUSE || c->event == ISN_EV_REJECT ||
           c->event == ISN_EV_THREATEN || c->event == ISN_EV_SUPPORT;
}

/* Who is carried off is not bombed. */
static bool taken_or_struck(const isn_claim *a, const isn_claim *b) {
    bool taken = !strcmp(isn_vocab_mode[a->mode], "abduct");
    return a->mode && b->mode && taken != !strcmp(isn_vocab_mode[b->mode], "abduct");
}

static bool same_kind(const isn_claim *a, const isn_claim *b, bool title) {
    if (a->event != b->event || a->negative != b->negative)
        return false;
    if ((a->type == ISN_TY_DENIAL) != (b->type == ISN_TY_DENIAL))
        return false;
    /* headlines are loose about means, yet an arrest is no dispersal */
    if ((!title || a->event == ISN_EV_COERCE) && a->mode && b->mode && a->mode != b->mode &&
        a->event != ISN_EV_ASSAULT)
        return false;
    if (a->event == ISN_EV_ASSAULT && taken_or_struck(a, b))
        return false;
    if (!title && a->modality != b->modality && (a->modality == 1 || b->modality == 1))
        return false;
    if ((a->type == ISN_TY_STATEMENT) != (b->type == ISN_TY_STATEMENT) &&
        a->event == ISN_EV_ASSAULT)
        return false; /* a claim of responsibility is not the attack */
    return true;
}

/* "The attack", "the attack took place". */
static bool points(const isn_ev *e) {
    return e->definite && !e->verb && (!e->lit || e->happened);
}

static bool different_dates(const isn_claim *a, const isn_claim *b) {
    if (!a->date.known || !b->date.known)
        return false;
    if (a->date.start == ISN_NO_DAY || b->date.start == ISN_NO_DAY)
        return false;
    return a->date.end < b->date.start || b->date.end < a->date.start;
}

static bool sum_type(const isn_claim *c) {
    return c->type == ISN_TY_TALLY || c->type == ISN_TY_AGGREGATE;
}

static bool same_origin(const isn_claim *a, const isn_claim *b) {
    if (!a->nchain || !b->nchain)
        return true;
    const isn_rec_link *x = &a->chain[0], *y = &b->chain[0];
    if (x->role == ISN_LINK_OUTLET || y->role == ISN_LINK_OUTLET)
        return true;
    if (x->id.len && y->id.len)
        return isn_str_eq(x->id, y->id);
    if (isn_str_eq(x->mark.text, y->mark.text))
        return true;
    const isn_rec_link *s = x->mark.text.len < y->mark.text.len ? x : y, *l = s == x ? y : x;
    return s->mark.text.len &&
           isn_str_starts(l->mark.text, s->mark.text); /* قوات التحالف (الدولي) */
}

/* Both said by one speaker, or both by the outlet itself. */
static bool same_speaker(const isn_claim *a, const isn_claim *b) {
    bool own_a = !a->nchain || a->chain[0].role == ISN_LINK_OUTLET;
    bool own_b = !b->nchain || b->chain[0].role == ISN_LINK_OUTLET;
    if (own_a || own_b)
        return own_a && own_b;
    return same_origin(a, b);
}

/* A headline names an actor loosely: "the UN mission" for its full name. */
static bool same_sector(const isn_claim *a, const isn_claim *b) {
    return a->actors[0].sector && a->actors[0].sector == b->actors[0].sector;
}

/* One or two dead are told of many events; the same larger figure is seldom of another. */
static int64_t largest(const isn_claim *c) {
    int64_t most = 0;
    for (uint32_t i = 0; i < c->ncounts; i++)
        if (c->counts[i].best > most)
            most = c->counts[i].best;
    return most;
}

static bool one_country(const isn_claim *a, const isn_claim *b) {
    return a->places[0].country.len && isn_str_eq(a->places[0].country, b->places[0].country);
}

/* وكان انتحاري قد فجر سيارة: a verb that tells what was done, not whom it befell. */
static bool deed_told(const isn_work *k, uint32_t i) {
    const isn_ev *e = rep(k, i);
    return e->verb && !(e->flags & (ISN_TG_CASUALTY | ISN_TG_RESULT));
}

/* أحد القتلى، جثتاهما، الضحايا: the dead told of before, or some of them; no new event. */
static bool points_back(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    const isn_ev *e = rep(k, ib);
    const isn_word *word = &k->scan->words[e->last - 1];
    bool back = e->definite ||
                word->reading[e->reading < word->nreadings ? e->reading : 0].suf != ISN_SUF_NONE;
    if (e->verb || !back || !(e->flags & ISN_TG_CASUALTY) || e->form == 0 ||
        !isn_work_has(k, e->first, ISN_T_CASUALTY) || b->nanchors > 1 || b->nactors ||
        b->type != ISN_TY_INCIDENT || e->update || e->reached || e->tally)
        return false;
    if (a->event != b->event || a->negative || a->modality || sum_type(a) || largest(a) == 0 ||
        different_dates(a, b) || isn_merge_places(a, b) < 0)
        return false;
    return largest(b) < largest(a) || (largest(b) == 1 && largest(a) == 1);
}

static bool all_armed(const isn_claim *c) {
    for (uint32_t i = 0; i < c->nrecipients; i++) {
        uint8_t s = c->recipients[i].sector;
        if (s != ISN_SEC_REB && s != ISN_SEC_UAF && s != ISN_SEC_IMG && s != ISN_SEC_ISM &&
            s != ISN_SEC_MIL)
            return false;
    }
    return c->nrecipients > 0;
}

static bool all_civilian(const isn_claim *c) {
    for (uint32_t i = 0; i < c->nrecipients; i++)
        if (c->recipients[i].sector != ISN_SEC_CVL)
            return false;
    return c->nrecipients > 0;
}

/* Three fighters by the army's account, three of a family by the neighbours'. */
static bool other_dead(const isn_claim *a, const isn_claim *b) {
    return (all_armed(a) && all_civilian(b)) || (all_civilian(a) && all_armed(b));
}

/* Another says when it took place: قال شهود إن الهجوم وقع فجر الأربعاء. */
static bool dated_otherwise(const isn_work *k, const isn_claim *a, const isn_claim *b,
                            const isn_ev *e) {
    if (same_speaker(a, b))
        return false;
    for (uint32_t w = e->last; w < e->clause_last; w++)
        if (k->m->dates.at[w] != ISN_NONE)
            return true;
    return false;
}

static bool one_blow(const isn_ev *e) {
    return e->flags & ISN_TG_ATTACK && !(e->flags & (ISN_TG_LASTING | ISN_TG_RECIPROCAL)) &&
           (e->form & ISN_FORM_NUMBER) == ISN_FORM_SG;
}

static bool spoken(const isn_claim *c) {
    return c->nchain && c->chain[0].role != ISN_LINK_OUTLET &&
           (c->chain[0].role != ISN_LINK_AGENCY || c->chain[0].verb.len);
}

/* نفى الجيش استهداف السوق، مؤكدا أن الغارة أصابت مخزنا: he denies one thing and tells another. */
static bool denies_before(const isn_work *k, const isn_ev *e) {
    for (uint32_t i = k->sentence_ev[e->sentence]; i < k->sentence_ev[e->sentence + 1]; i++)
        if (k->evs.ptr[i].first < e->first && k->evs.ptr[i].denied &&
            k->evs.ptr[i].event == e->event)
            return true;
    return false;
}

/* غير أن سكانا قالوا إن الغارة أصابت منزلا: another tells it otherwise, and his words are a claim of their own. */
static bool rival_version(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    bool tells = b->nactors || b->nrecipients || b->ncounts;
    if (!spoken(a) || !spoken(b) || same_origin(a, b) || !tells)
        return false;
    uint32_t from = k->claim_sentence.ptr[ia] == k->claim_sentence.ptr[ib]
                        ? rep(k, ia)->first
                        : k->s0[k->claim_sentence.ptr[ib]];
    for (uint32_t w = from; w < rep(k, ib)->first; w++)
        if (k->fn[w] == ISN_FN_BUT || k->fn[w] == ISN_FN_WHILE)
            return true;
    return b->type != ISN_TY_DENIAL && denies_before(k, rep(k, ib));
}

/* الأونروا: غارة قتلت 14 نازحا؛ الجيش: استهدفنا مركز قيادة: who struck tells what he struck, where another tells of civilians. */
static bool own_target(const isn_claim *a, const isn_claim *b) {
    if (!all_civilian(a) || !b->nactors || !b->nchain || !spoken(a) || b->ncounts)
        return false;
    return isn_str_eq(b->actors[0].mark.text, b->chain[0].mark.text) ||
           (b->actors[0].id.len && isn_str_eq(b->actors[0].id, b->chain[0].id));
}

static bool one_kind(const isn_claim *a, const isn_claim *b) {
    for (uint32_t i = 0; i < a->ncounts; i++)
        for (uint32_t j = 0; j < b->ncounts; j++)
            if (a->counts[i].what == b->counts[j].what)
                return true;
    return false;
}

/* A figure so large is of one sum, however it is told. */
enum { SUM = 100 };

/* قالت الوزارة إن القصف قتل عشرة …، وقال المستشار إن الجيش هو من قصف السوق: one who names a doer where another speaker named
 * none charges him with it. */
static bool another_blames(const isn_claim *a, const isn_claim *b) {
    return a->event == ISN_EV_ASSAULT && a->nchain && b->nchain && !a->nactors && b->nactors &&
           !same_origin(a, b);
}

/* a is the earlier claim, b the later. */
/* استقبل الملك رئيس الوزراء، وناقش الجانبان: what the two of a meeting do there is the meeting. */
static bool of_the_two(const isn_work *k, uint32_t ia, uint32_t ib) {
    enum { SENTENCES = 2 };
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    const isn_ev *e = rep(k, ib);
    if (a->event != ISN_EV_CONSULT || !a->nactors || !a->nrecipients || b->nactors != 1 ||
        b->nrecipients || !e->actors.n ||
        k->claim_sentence.ptr[ib] > k->claim_sentence.ptr[ia] + SENTENCES)
        return false;
    const isn_entity *x = isn_work_entity(k, e->actors.ptr[0]);
    return x->flags & ISN_EF_DUAL && !(x->flags & ISN_EF_NAMED) && x->table != ISN_T_ACTOR &&
           isn_work_pre(k, x->first, x->reading) & ISN_CL_AL;
}

static bool same_thing(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    bool title = titled(k, ia);
    if (rep(k, ib)->answered && k->claim_sentence.ptr[ia] == k->claim_sentence.ptr[ib])
        return false;
    if (!title && rival_version(k, ia, ib))
        return false;
    if (!title && spoken(b) && !same_speaker(a, b) && (other_dead(a, b) || own_target(a, b)))
        return false;
    if (!title && points_back(k, ia, ib))
        return true;
    bool dated = a->date.soft && points(rep(k, ib)); /* announced today; the attack was yesterday */
    if (!same_kind(a, b, title) || (!dated && different_dates(a, b)))
        return false;
    if (a->modality == 1 && !title && a->deadline.end != b->deadline.end)
        return false;
    if (!title && a->main != b->main && (a->modality || b->modality))
        return false;
    if (!title && of_the_two(k, ia, ib))
        return true;
    int counts = compare_counts(a, b);
    int actors = compare_actors(a->actors, a->nactors, b->actors, b->nactors);
    int victims = compare_actors(a->recipients, a->nrecipients, b->recipients, b->nrecipients);
    int places = isn_merge_places(a, b);
    if (title && titled(k, ib))
        return false;
    if (title && places < 0 && one_country(a, b))
        places = 0; /* "near the palace" in the headline, the city in the report */
    if (counts < 0 || places < 0)
        return false;
    if (actors < 0 && !(title && (counts > 0 || same_sector(a, b))))
        return false;
    if (title && a->ncounts && b->ncounts && !one_kind(a, b) && places <= 0 && victims <= 0 &&
        actors <= 0)
        return false; /* fifteen dead there, six wounded here */
    if (title)
        return victims >= 0 || counts > 0;
    if (another_blames(a, b))
        return false;
    if (sum_type(a) != sum_type(b))
        return counts > 0 && largest(b) >= SUM && same_speaker(a, b) && victims >= 0;
    if (a->type == ISN_TY_UPDATE && b->type != ISN_TY_UPDATE && (b->ncounts || deed_told(k, ib)))
        return false; /* the toll that rose, and the attack itself */
    if (counts > 0 && largest(b) <= 2 && b->nplaces && !(places > 0 || victims > 0 || actors > 0))
        return false; /* one dead here, one dead there */
    if (!same_speaker(a, b) && other_dead(a, b))
        return false;
    if (counts > 0)
        return victims >= 0 && (same_origin(a, b) || largest(b) > 2);
    const isn_ev *e = rep(k, ib);
    if (speech_event(a))
        return actors > 0 && victims >= 0 && e->definite;
    if (b->ncounts)
        return false;
    if (points(e) || (e->definite && !e->verb && one_blow(e) && !dated_otherwise(k, a, b, e)))
        return actors >= 0; /* "the attack", "the blast took place as …"; not الاشتباكات تجددت */
    if (a->event ==
        ISN_EV_ASSAULT) /* no figures of its own: the same only if place or parties say so */
        return !b->nplaces == !a->nplaces && places > 0 && actors >= 0 && victims >= 0;
    return actors > 0 && victims >= 0 && places >= 0 && (victims > 0 || places > 0) &&
           same_speaker(a, b);
}

/* ---- folding one claim into another ------------------------------------------------------------------------------ */

/* No claim needs more tellings listed than a reader would look at; a page of a thousand headlines must not
 * cost the square of its length. */
enum { LIST_MAX = 64 };

#define APPEND(k, type, into, n, from, m)                                                          \
    do {                                                                                           \
        if ((n) + (m) > LIST_MAX)                                                                  \
            break;                                                                                 \
        type *list = ISN_NEW((k)->arena, type, (n) + (m));                                         \
        if (n)                                                                                     \
            memcpy(list, (into), sizeof(type) * (n));                                              \
        if (m)                                                                                     \
            memcpy(list + (n), (from), sizeof(type) * (m));                                        \
        (into) = list;                                                                             \
        (n) += (m);                                                                                \
    } while (0)

/* Of several figures of the dead in the report, the headline's is the one of the same size. */
static bool another_fits(const isn_claim *a, const isn_claim *b, uint32_t j) {
    const isn_rec_count *y = &b->counts[j];
    for (uint32_t i = 0; i < a->ncounts; i++) {
        const isn_rec_count *x = &a->counts[i];
        if (x->what != y->what || x->best == y->best)
            continue;
        for (uint32_t o = 0; o < b->ncounts; o++)
            if (o != j && b->counts[o].what == x->what && b->counts[o].best == x->best)
                return true;
    }
    return false;
}

/* The outlet writes "killed", the statement it quotes "deterred": both words are kept. */
static void keep_words(isn_work *k, isn_claim *a, const isn_claim *b, bool title) {
    for (uint32_t j = 0; j < b->ncounts; j++) {
        const isn_rec_count *y = &b->counts[j];
        isn_rec_count *same = NULL;
        if (title && another_fits(a, b, j)) { /* 12 soldiers in the headline, and 4 militiamen */
            if (b->type != ISN_TY_UPDATE && y->what <= ISN_WHAT_WOUNDED &&
                y->who.start < y->who.end)
                APPEND(k, isn_rec_count, a->counts, a->ncounts, y, 1);
            continue;
        }
        for (uint32_t i = 0; i < a->ncounts; i++)
            if (a->counts[i].what == y->what)
                same = &a->counts[i];
        if (!same) {
            APPEND(k, isn_rec_count, a->counts, a->ncounts, y, 1);
            continue;
        }
        bool soft_a = same->harm >= ISN_HARM_NEUTRALISED, soft_b = y->harm >= ISN_HARM_NEUTRALISED;
        if (soft_a != soft_b) {
            const isn_rec_count *hard = soft_a ? y : same, *soft = soft_a ? same : y;
            isn_rec_count both = *hard;
            both.other_harm = soft->harm;
            both.other_mark = soft->mark;
            both.rule = "killed elsewhere in the report";
            *same = both;
        } else if ((title || same->quantity == ISN_Q_VAGUE) && y->quantity != ISN_Q_VAGUE) {
            *same = *y; /* headlines drop "at least" */
        }
        if (y->nof_whom && !same->nof_whom)
            same->of_whom = y->of_whom, same->nof_whom = y->nof_whom;
        if (!same->side)
            same->side = y->side;
    }
}

/* The statement names who fought with whom; the report only the coalition. */
static void more_actors(isn_work *k, isn_claim *a, const isn_claim *b) {
    for (uint32_t j = 0; j < b->nactors; j++) {
        const isn_rec_actor *y = &b->actors[j];
        bool known = false;
        for (uint32_t i = 0; i < a->nactors; i++) {
            const isn_rec_actor *x = &a->actors[i];
            known |=
                (x->id.len && isn_str_eq(x->id, y->id)) || isn_str_eq(x->mark.text, y->mark.text);
        }
        if (!known)
            APPEND(k, isn_rec_actor, a->actors, a->nactors, y, 1);
    }
    for (uint32_t j = 0; j < b->nrecipients;
         j++) { /* "13 elements" here, the group by its name there */
        const isn_rec_actor *y = &b->recipients[j];
        bool known = !y->id.len;
        for (uint32_t i = 0; i < a->nrecipients; i++)
            known |= isn_str_eq(a->recipients[i].id, y->id);
        if (!known)
            APPEND(k, isn_rec_actor, a->recipients, a->nrecipients, y, 1);
    }
}

/* Who else tells it: the chain of a telling that names another source than the claim's. */
static void keep_teller(isn_work *k, isn_claim *a, const isn_claim *b) {
    if (!spoken(b) || (spoken(a) && same_origin(a, b)))
        return;
    for (uint32_t i = 0; i < a->nretold; i++) {
        const isn_claim told = {.chain = a->retold[i].chain, .nchain = a->retold[i].nchain};
        if (same_origin(&told, b))
            return;
    }
    isn_rec_telling t = {b->anchor, b->chain, b->nchain, b->quoted};
    APPEND(k, isn_rec_telling, a->retold, a->nretold, &t, 1);
}

static void fold(isn_work *k, uint32_t ia, uint32_t ib) {
    isn_claim *a = &k->claims.ptr[ia];
    const isn_claim *b = &k->claims.ptr[ib];
    bool title = titled(k, ia), counted = a->ncounts > 0, same_toll = compare_counts(a, b) > 0;
    keep_words(k, a, b, title);
    APPEND(k, isn_mark, a->anchors, a->nanchors, b->anchors, b->nanchors);
    APPEND(k, isn_rec_rule, a->rules, a->nrules, b->rules, b->nrules);
    if (!title && a->nactors && b->nactors && same_toll)
        more_actors(k, a, b);
    if (!a->nactors || (title && b->nactors))
        a->actors = b->actors, a->nactors = b->nactors;
    if (!a->nrecipients || (title && b->nrecipients))
        a->recipients = b->recipients, a->nrecipients = b->nrecipients;
    if (!a->nplaces || (title && b->nplaces))
        a->places = b->places, a->nplaces = b->nplaces;
    if (title && !a->date.known && rep(k, ib)->beside)
        k->claim_ev.ptr[ia] = k->claim_ev.ptr[ib]; /* its day is still to be counted */
    if (!a->date.known || (a->date.soft && b->date.known && !b->date.soft) ||
        (a->date.start == ISN_NO_DAY && b->date.known && b->date.start != ISN_NO_DAY &&
         (title || b->type == ISN_TY_INCIDENT)))
        a->date = b->date;
    if (!a->deadline.known)
        a->deadline = b->deadline;
    if (!a->mode || (title && b->mode))
        a->mode = b->mode;
    if (a->nchain && b->nchain && same_origin(a, b) && !a->chain[0].channel)
        a->chain[0].channel = b->chain[0].channel;
    if (title && b->nchain) { /* a headline names its source loosely */
        a->chain = b->chain, a->nchain = b->nchain;
        a->quoted = b->quoted;
    } else {
        keep_teller(k, a, b);
    }
    if (title) {
        if (b->type != ISN_TY_INCIDENT || a->type == ISN_TY_INCIDENT || !counted)
            a->type = b->type; /* a headline that names a toll without a figure sums up nothing */
        a->modality = b->modality;
        a->anchor = b->anchor;
        a->evidence = b->evidence;
        k->claim_sentence.ptr[ia] = k->claim_sentence.ptr[ib];
    } else if (sum_type(b) && a->type == ISN_TY_INCIDENT) {
        a->type = b->type;
    }
    a->main |= b->main;
}

/* ما أدى إلى مقتله: with others that it was told with, one killed who was named before. */
static bool of_him(const isn_work *k, const isn_ev *e) {
    for (uint32_t i = k->sentence_ev[e->sentence]; i < k->sentence_ev[e->sentence + 1]; i++) {
        const isn_ev *c = &k->evs.ptr[i];
        if (c->group == e->group && !c->verb && c->effect == ISN_WHAT_KILLED && !c->ntakes &&
            c->last == c->first + 1 &&
            k->scan->words[c->first].reading[c->reading].suf != ISN_SUF_NONE)
            return true;
    }
    return false;
}

/* Dead and wounded, and nobody taken or missing. */
static bool harm_only(const isn_claim *c) {
    for (uint32_t i = 0; i < c->ncounts; i++)
        if (c->counts[i].what != ISN_WHAT_KILLED && c->counts[i].what != ISN_WHAT_WOUNDED)
            return false;
    return c->ncounts > 0;
}

/* "Six were killed in the raid." "Three neighbours were wounded": what came of the blow told right before, with no
 * doer and no place of its own, and how he died who was killed. The claim it goes on with, or ISN_NONE. */
static uint32_t goes_on_with(const isn_work *k, uint32_t ib) {
    enum { FAR = 5, SENTENCES = 2 };
    const isn_claim *b = &k->claims.ptr[ib];
    if (b->event != ISN_EV_ASSAULT || b->type != ISN_TY_INCIDENT || b->negative || b->modality)
        return ISN_NONE;
    for (uint32_t j = ib; j-- > 0 && ib - j <= FAR;) {
        const isn_claim *a = &k->claims.ptr[j];
        if (a->event != ISN_EV_ASSAULT)
            continue;
        const isn_ev *e = rep(k, ib);
        if (a->type != ISN_TY_INCIDENT || a->negative || a->modality || !a->ncounts ||
            titled(k, j) || different_dates(a, b) ||
            k->claim_sentence.ptr[ib] - k->claim_sentence.ptr[j] > SENTENCES)
            return ISN_NONE;
        bool him = of_him(k, e) && isn_merge_places(a, b) >= 0 &&
                   compare_actors(a->actors, a->nactors, b->actors, b->nactors) >= 0 &&
                   !compare_kind(a, b, ISN_WHAT_KILLED);
        bool more = !b->nactors && !b->nplaces && harm_only(a) && harm_only(b) && a->nplaces &&
                    !one_kind(a, b) && e->flags & ISN_TG_CASUALTY && !e->update;
        return him || more ? j : ISN_NONE;
    }
    return ISN_NONE;
}

/* A statement that sums up a stretch of time goes on summing up: "he added that the border guards arrested
 * 111" lies in the same stretch, until somebody else speaks or a day is named. */
static void carry_sums(isn_work *k) {
    const isn_claim *sum = NULL;
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        bool spoken = c->nchain && c->chain[0].role != ISN_LINK_OUTLET;
        if (c->type == ISN_TY_TALLY && spoken && c->date.start == ISN_NO_DAY)
            sum = c;
        else if (sum && !same_speaker(sum, c))
            sum = NULL;
        else if (sum && c->type == ISN_TY_INCIDENT && isn_when_inherits(c))
            c->type = ISN_TY_TALLY, c->date = sum->date;
    }
}

static bool exact_spot(const isn_claim *c) {
    enum { NEAR = 2 };
    for (uint32_t i = 0; i < c->nplaces; i++)
        if (c->places[i].precision && c->places[i].precision <= NEAR)
            return true;
    return false;
}

/* A report that sums up a month goes on: وأشار إلى أن 25 عملية اغتيال تمت في الريف الغربي، ووثق اعتقال 32 شخصا. */
static void carry_report(isn_work *k) {
    enum { WEEK = 7, SENTENCES = 3, SEVERAL = 3 };
    const isn_claim *sum = NULL;
    uint32_t last = 0;
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        uint32_t s = k->claim_sentence.ptr[i];
        if (sum && s - last > SENTENCES)
            sum = NULL;
        bool lasting = c->date.known && c->date.start != ISN_NO_DAY && c->date.end != ISN_NO_DAY &&
                       c->date.end - c->date.start > WEEK;
        bool undated = c->type == ISN_TY_TALLY && c->date.known && c->date.start == ISN_NO_DAY &&
                       !c->date.mark.text.len;
        if (sum && undated && same_speaker(sum, c))
            c->date = sum->date;
        if (c->type == ISN_TY_TALLY && spoken(c) && lasting && c->main) {
            sum = c, last = s;
        } else if (sum && spoken(c) && !same_speaker(sum, c)) {
            sum = NULL;
        } else if (sum && (c->type == ISN_TY_INCIDENT || c->type == ISN_TY_AGGREGATE) &&
                   isn_when_inherits(c) && (!spoken(c) || same_speaker(sum, c)) &&
                   largest(c) >= SEVERAL && !exact_spot(c) &&
                   (c->type == ISN_TY_AGGREGATE || !isn_type_blow(k, rep(k, i)))) {
            c->type = ISN_TY_TALLY;
            c->date = sum->date;
            last = s;
        }
    }
}

/* حصيلة العدوان منذ آذار بلغت …، وأوضحت الوزارة أن عدد الشهداء من المسعفين وصل إلى 31: a number as it stands, told by the same
 * speaker right behind a sum, is of the same time. */
static void carry_stock(isn_work *k) {
    for (uint32_t i = 1; i < k->claims.len; i++) {
        const isn_claim *sum = &k->claims.ptr[i - 1];
        isn_claim *c = &k->claims.ptr[i];
        if (sum->type == ISN_TY_TALLY && sum->date.known && sum->event == c->event &&
            c->type == ISN_TY_INCIDENT && rep(k, i)->reached && !rep(k, i)->verb && c->ncounts &&
            same_speaker(sum, c) && isn_when_inherits(c) && !c->mode && !c->nplaces)
            c->type = ISN_TY_TALLY, c->date = sum->date;
    }
}

static bool done(const isn_claim *c) {
    return c->event == ISN_EV_ASSAULT || c->event == ISN_EV_COERCE || c->event == ISN_EV_RETREAT ||
           c->event == ISN_EV_MOBILIZE;
}

/* Is it more than one act, in several places or to several? */
static bool of_many(const isn_claim *c) {
    return c->type == ISN_TY_INCIDENT && (largest(c) > 2 || c->nplaces > 1);
}

/* A bulletin tells of a stretch of days: what it goes on to tell without a day lies in it, and what was done in several
 * places or to several is more than one act. */
static void carry_bulletin(isn_work *k) {
    enum { WEEK = 7 };
    const isn_claim *bulletin = NULL;
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        bool spoken = c->nchain && c->chain[0].role != ISN_LINK_OUTLET;
        if (done(c) && isn_type_stretch(k, &c->date, true)) {
            bulletin = c;
        } else if (bulletin && c->date.known && c->type != ISN_TY_TALLY) {
            bulletin = NULL;
        } else if (bulletin && done(c) && isn_when_inherits(c) &&
                   (!spoken || same_speaker(bulletin, c))) {
            c->date = bulletin->date;
            bool summed = bulletin->type == ISN_TY_TALLY && bulletin->event == c->event &&
                          c->date.end - c->date.start > WEEK;
            if (of_many(c))
                c->type = summed ? ISN_TY_TALLY : ISN_TY_AGGREGATE;
        }
    }
}

/* "A weekly report, from 12 to 18 November" over the whole: what took its stretch of days over. */
static void sum_stretches(isn_work *k) {
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        if (done(c) && of_many(c) && !c->modality && isn_type_stretch(k, &c->date, true))
            c->type = ISN_TY_AGGREGATE;
    }
}

/* "The explosion killed eleven", said the monitor: it took place where the explosion did. */
static void carry_places(isn_work *k) {
    const isn_claim *last = NULL;
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        if (c->event != ISN_EV_ASSAULT || c->modality || c->type == ISN_TY_TALLY)
            continue;
        const isn_ev *e = rep(k, i);
        if (c->nplaces)
            last = c;
        else if (last && points(e) && c->type != ISN_TY_DENIAL)
            c->places = last->places, c->nplaces = last->nplaces;
    }
}

static uint32_t lemma(const isn_work *k, uint32_t claim) {
    const isn_ev *e = rep(k, claim);
    const isn_word *word = &k->scan->words[e->first];
    return word->reading[e->reading < word->nreadings ? e->reading : 0].symbol >> 1;
}

/* The kept claim that claim i, at the end of `kept`, tells again: الغارة is the raid rather than a toll told since. */
static uint32_t told_before(const isn_work *k, uint32_t i) {
    uint32_t found = ISN_NONE;
    const isn_ev *e = rep(k, i);
    bool by_name = e->definite && !e->verb && !e->lit;
    for (uint32_t j = i; j-- > 0 && i - j <= LOOK_BACK;) {
        if (!same_thing(k, j, i))
            continue;
        if (!by_name || titled(k, j) || lemma(k, i) == lemma(k, j))
            return found == ISN_NONE || !titled(k, j) ? j : found;
        if (found == ISN_NONE)
            found = j;
    }
    return found;
}

void isn_merge_claims(isn_work *k) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < k->claims.len; i++) {
        /* kept claims stand in [0, kept); i is moved there unless it folds into one of them */
        k->claims.ptr[kept] = k->claims.ptr[i];
        k->claim_sentence.ptr[kept] = k->claim_sentence.ptr[i];
        k->claim_ev.ptr[kept] = k->claim_ev.ptr[i];
        uint32_t found = told_before(k, kept);
        if (found == ISN_NONE)
            found = goes_on_with(k, kept);
        if (found != ISN_NONE)
            fold(k, found, kept);
        else
            kept++;
    }
    k->claims.len = k->claim_sentence.len = k->claim_ev.len = kept;
    carry_sums(k);
    carry_stock(k);
    carry_report(k);
    carry_bulletin(k);
    isn_when_carry(k);
    sum_stretches(k);
    carry_places(k);
}
