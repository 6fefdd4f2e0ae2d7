/* merge.c: one thing told several times in a document (headline, lede, quotation, "the attack") is one
 * claim. Reads the claims of emit.c in order and folds each into an earlier one where both can be the same
 * occurrence; else it stays a claim of its own. */
#include "claim/work.h"

/* How many claims back a telling may lie. */
enum { LOOK_BACK = 24 };

/* Precisions: beside a town, a district, a province, a part of a land or an area of it. */
enum { NEAR = 2, DISTRICT = 3, WIDE = 4, AREA = 5 };

static const isn_ev *rep(const isn_work *k, uint32_t claim) {
    return &k->evs.ptr[k->claim_ev.ptr[claim]];
}

static bool titled(const isn_work *k, uint32_t claim) {
    return k->block_role[k->claim_sentence.ptr[claim]] == ISN_ROLE_TITLE;
}

enum { SHORT = 14, PARAGRAPH = 10 }; /* words */

static uint32_t words_of(const isn_work *k, uint32_t sentence) {
    return k->scan->sentence_word[sentence + 1] - k->scan->sentence_word[sentence];
}

/* A short line by itself in the text, without a full stop. */
static bool line_alone(const isn_work *k, uint32_t claim) {
    const isn_text *text = k->scan->text;
    uint32_t s = k->claim_sentence.ptr[claim];
    if (k->block_role[s] != ISN_ROLE_BODY || s == 0 || s + 1 >= text->nsentences ||
        text->sentences[s - 1].block == text->sentences[s].block ||
        text->sentences[s + 1].block == text->sentences[s].block)
        return false;
    uint32_t kind = text->tokens[text->sentences[s].last - 1].kind;
    bool stop = kind != ISN_TOK_WORD && kind != ISN_TOK_NUMBER &&
                text->tokens[text->sentences[s].last - 1].cp == '.';
    return words_of(k, s) <= SHORT && !stop;
}

/* A heading between paragraphs: such a line before a long one. */
static bool heading(const isn_work *k, uint32_t claim) {
    return line_alone(k, claim) && words_of(k, k->claim_sentence.ptr[claim] + 1) >= PARAGRAPH;
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
            if (xv == ISN_NO_COUNT || yv == ISN_NO_COUNT)
                continue; /* مقتل وجرح العشرات: no figure of the dead alone */
            bool loose = (x->quantity == ISN_Q_ABOUT && y->quantity == ISN_Q_AT_LEAST) ||
                         (x->quantity == ISN_Q_AT_LEAST && y->quantity == ISN_Q_ABOUT);
            if (xv == yv && loose)
                continue; /* نحو 30، و30 على الأقل */
            if (xv == yv)
                return 1;
            result = -1;
        }
    return result;
}

/* Is the figure that of a part of those that the claim counts? */
static bool counts_part(const isn_claim *a, const isn_rec_count *y) {
    for (uint32_t i = 0; i < a->ncounts && y->best != ISN_NO_COUNT; i++)
        for (uint32_t n = 0; n < a->counts[i].nof_whom; n++)
            if (a->counts[i].of_whom[n].what == y->what && a->counts[i].of_whom[n].best == y->best)
                return true;
    return false;
}

/* "183 killed, 61 of them civilians" above a report that begins with the 61. */
static bool part_told(const isn_claim *title, const isn_claim *b) {
    for (uint32_t j = 0; j < b->ncounts; j++)
        if (counts_part(title, &b->counts[j]))
            return true;
    return false;
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

static bool of_state(uint8_t sector) {
    return sector == ISN_SEC_MIL || sector == ISN_SEC_COP || sector == ISN_SEC_GOV ||
           sector == ISN_SEC_SPY;
}

static bool of_rebels(uint8_t sector) {
    return sector == ISN_SEC_REB || sector == ISN_SEC_UAF || sector == ISN_SEC_IMG ||
           sector == ISN_SEC_ISM;
}

/* الجيش السوداني and قوات الدعم السريع: of one land, and not of one side. */
static bool other_side(const isn_claim *a, const isn_claim *b) {
    for (uint32_t i = 0; i < a->nactors; i++)
        for (uint32_t j = 0; j < b->nactors; j++) {
            uint8_t x = a->actors[i].sector, y = b->actors[j].sector;
            if (!(of_state(x) && of_rebels(y)) && !(of_rebels(x) && of_state(y)))
                return false;
        }
    return a->nactors > 0 && b->nactors > 0;
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

bool isn_merge_spot(const isn_claim *c) {
    enum { TOWN = 2 };
    for (uint32_t i = 0; i < c->nplaces; i++)
        if (c->places[i].precision && c->places[i].precision <= TOWN)
            return true;
    return false;
}

/* A place that lies in a province, rather than a province, its north, or a land: a village, or an area that no
 * gazetteer has (منطقة كذا). */
static bool lies_in(const isn_rec_place *x) {
    return x->precision && (x->precision < WIDE || (!x->id.len && x->precision == AREA));
}

static bool lie_in(const isn_claim *c) {
    for (uint32_t i = 0; i < c->nplaces; i++)
        if (lies_in(&c->places[i]))
            return true;
    return false;
}

static bool one_place(const isn_rec_place *x, const isn_rec_place *y) {
    return (x->id.len && isn_str_eq(x->id, y->id)) || isn_str_eq(x->mark.text, y->mark.text);
}

/* محافظة تعز and محافظة مأرب, or a town of the one: x is a province that y does not lie in. */
static bool not_within(const isn_rec_place *x, const isn_rec_place *y) {
    if (x->precision != WIDE || !x->id.len)
        return false;
    if (y->precision == WIDE)
        return y->id.len && !isn_str_eq(x->id, y->id);
    return y->admin1.len && x->name.len && !isn_str_starts(x->name, y->admin1) &&
           !isn_str_starts(y->admin1, x->name);
}

/* جنوب شرق بعقوبة: it only tells where the place beside it lies. */
static bool only_aside(const isn_claim *c, const isn_rec_place *x) {
    for (uint32_t i = 0; i < c->nplaces && x->aside; i++)
        if (!c->places[i].aside)
            return true;
    return false;
}

/* بلدة الباب في ريف حلب، مدينة حلب: the country round a city, of which a village is told, is not the city. */
static bool round_it(const isn_claim *a, const isn_rec_place *x, const isn_rec_place *y) {
    return x->precision >= WIDE && y->precision && y->precision < DISTRICT && lie_in(a);
}

/* بلدة معركة في قضاء صور، بلدة دير قانون في قضاء صور: what holds both towns does not make them one. */
int isn_merge_places(const isn_claim *a, const isn_claim *b) {
    if (!a->nplaces || !b->nplaces)
        return 0;
    bool small = isn_merge_spot(a) && isn_merge_spot(b);
    int result = -1;
    bool apart = lie_in(a) && lie_in(b); /* two villages of one province are two places */
    for (uint32_t i = 0; i < a->nplaces; i++)
        for (uint32_t j = 0; j < b->nplaces; j++) {
            const isn_rec_place *x = &a->places[i], *y = &b->places[j];
            bool wide = x->precision >= WIDE || y->precision >= WIDE;
            bool beside = x->precision == NEAR && y->precision == NEAR &&
                          !isn_str_eq(x->mark.text, y->mark.text);
            bool over = (only_aside(a, x) && only_aside(b, y)) ||
                        ((only_aside(a, x) || only_aside(b, y)) && beside) ||
                        (apart && !lies_in(x) && !lies_in(y)) ||
                        (small && x->precision >= DISTRICT && y->precision >= DISTRICT) ||
                        round_it(a, x, y) || round_it(b, y, x);
            if (one_place(x, y) && !over)
                return 1;
            if (wide && !apart && x->country.len && isn_str_eq(x->country, y->country) &&
                !not_within(x, y) && !not_within(y, x))
                result = 0;
        }
    return result;
}

static bool speech_event(const isn_claim *c) {
    return c->event == ISN_EV_REQUEST || c->event == ISN_EV_ACCUSE || c->event == ISN_EV_REJECT ||
           c->event == ISN_EV_THREATEN || c->event == ISN_EV_SUPPORT;
}

/* Does the claim tell of people taken alone, or of people harmed alone? */
static bool only_of(const isn_claim *c, bool taken) {
    bool abducted = c->mode == ISN_MODE_ABDUCT;
    uint32_t others = 0;
    for (uint32_t i = 0; i < c->ncounts; i++)
        others += (c->counts[i].what == ISN_WHAT_CAPTURED) != taken;
    return !others && (taken ? abducted || c->ncounts : !abducted && c->ncounts);
}

/* Who is carried off is not bombed, nor among the dead. */
static bool taken_or_struck(const isn_claim *a, const isn_claim *b) {
    if ((only_of(a, true) && only_of(b, false)) || (only_of(a, false) && only_of(b, true)))
        return true;
    if (!a->mode || !b->mode || a->mode == b->mode)
        return false;
    return a->mode == ISN_MODE_ABDUCT || b->mode == ISN_MODE_ABDUCT || a->mode == ISN_MODE_SEXUAL ||
           b->mode == ISN_MODE_SEXUAL;
}

/* "The army destroys a convoy" is no headline of those who were killed in a strike. */
static bool things_or_people(const isn_claim *a, const isn_claim *b) {
    return a->mode == ISN_MODE_DESTROY && b->mode && b->mode != a->mode && !a->ncounts &&
           b->ncounts;
}

static bool same_kind(const isn_claim *a, const isn_claim *b, bool title) {
    if (a->event != b->event || a->negative != b->negative)
        return false;
    if ((a->type == ISN_TY_DENIAL) != (b->type == ISN_TY_DENIAL) && !(title && a->negative))
        return false; /* ظريف: لم نحتجز الناقلة */
    /* headlines are loose about means, yet an arrest is no dispersal */
    bool apart = a->event == ISN_EV_COERCE || a->event == ISN_EV_SANCTION;
    if ((!title || apart) && a->mode && b->mode && a->mode != b->mode && a->event != ISN_EV_ASSAULT)
        return false;
    if (a->event == ISN_EV_ASSAULT && (taken_or_struck(a, b) || things_or_people(a, b)))
        return false;
    if (!title && a->modality != b->modality && (a->modality == 1 || b->modality == 1))
        return false;
    if ((a->type == ISN_TY_STATEMENT) != (b->type == ISN_TY_STATEMENT) &&
        a->event == ISN_EV_ASSAULT)
        return false; /* a claim of responsibility is not the attack */
    return true;
}

/* جرى استهدافهما، عقب اقتحامها: the deed done to those named before, and nobody and nowhere else in it. */
static bool done_to_them(const isn_work *k, const isn_ev *e, const isn_claim *c) {
    const isn_word *word = &k->scan->words[e->last - 1];
    uint8_t suf = word->reading[e->reading < word->nreadings ? e->reading : 0].suf;
    return !e->verb && suf != ISN_SUF_NONE && e->event == ISN_EV_ASSAULT &&
           !(e->flags & (ISN_TG_CASUALTY | ISN_TG_RESULT)) && !c->nplaces && !c->ncounts &&
           !c->nrecipients && !c->nactors;
}

/* سيطر على القرى، السيطرة عليها */
static bool takes_land(const isn_work *k, const isn_ev *e) {
    return isn_work_framed(k, e->row, "capture") || isn_work_framed(k, e->row, "capture-noun");
}

/* "The attack", "the attack took place"; not العثور على جثة, السيطرة على قرى. */
static bool points(const isn_work *k, const isn_ev *e) {
    bool finds = e->effect == ISN_WHAT_KILLED &&
                 isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_PLACE;
    return e->definite && !e->verb && (!e->lit || e->happened) && !finds && !takes_land(k, e);
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

/* حتى الآن قتل 15، تجاوز عدد المصابين 30: a sum over no time that is told. */
static bool loose_sum(const isn_claim *c) {
    enum { TOLL_OF_WAR = 1000 };
    return c->type == ISN_TY_TALLY && c->date.start == ISN_NO_DAY && !c->date.mark.text.len &&
           isn_merge_largest(c) < TOLL_OF_WAR;
}

static bool one_blow_told(const isn_claim *c) {
    return c->type == ISN_TY_INCIDENT || c->type == ISN_TY_UPDATE;
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

bool isn_merge_same_speaker(const isn_claim *a, const isn_claim *b) {
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

int64_t isn_merge_largest(const isn_claim *c) {
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
        !isn_work_has(k, e->first, ISN_T_CASUALTY) || b->nanchors > 2 || b->nactors ||
        b->type != ISN_TY_INCIDENT || e->update || e->reached || e->tally)
        return false;
    if (a->event != b->event || a->negative || a->modality || sum_type(a) ||
        isn_merge_largest(a) == 0 || different_dates(a, b) || isn_merge_places(a, b) < 0)
        return false;
    return isn_merge_largest(b) < isn_merge_largest(a) ||
           (isn_merge_largest(b) == 1 && isn_merge_largest(a) == 1);
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

static bool all_rebels(const isn_claim *c) {
    for (uint32_t i = 0; i < c->nrecipients; i++)
        if (!of_rebels(c->recipients[i].sector))
            return false;
    return c->nrecipients > 0;
}

static bool all_of(const isn_claim *c, uint8_t sector) {
    for (uint32_t i = 0; i < c->nrecipients; i++)
        if (c->recipients[i].sector != sector)
            return false;
    return c->nrecipients > 0;
}

/* Three fighters by the army's account, three of a family by the neighbours'; five policemen here and five soldiers there. */
static bool other_dead(const isn_claim *a, const isn_claim *b) {
    if ((all_of(a, ISN_SEC_COP) && all_of(b, ISN_SEC_MIL)) ||
        (all_of(a, ISN_SEC_MIL) && all_of(b, ISN_SEC_COP)))
        return true;
    return (all_armed(a) && all_of(b, ISN_SEC_CVL)) || (all_of(a, ISN_SEC_CVL) && all_armed(b));
}

/* Another says when it took place: قال شهود إن الهجوم وقع فجر الأربعاء. */
static bool dated_otherwise(const isn_work *k, const isn_claim *a, const isn_claim *b,
                            const isn_ev *e) {
    if (isn_merge_same_speaker(a, b))
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

/* قالت القيادة إن المنزل مخبأ. لكن سكانا قالوا إن القصف أوقع 11 قتيلا: what others say against what somebody said of it in the
 * sentence before. */
static bool against_what_was_said(const isn_work *k, uint32_t ia, uint32_t ib) {
    uint32_t s = k->claim_sentence.ptr[ib];
    if (s != k->claim_sentence.ptr[ia] + 1 || k->fn[k->s0[s]] != ISN_FN_BUT)
        return false;
    uint32_t scope = k->scope_at[k->s0[s] - 1];
    return scope != ISN_NONE && k->scopes.ptr[scope].chain != rep(k, ib)->chain;
}

/* غير أن سكانا قالوا إن الغارة أصابت منزلا: another tells it otherwise, and his words are a claim of their own. */
static bool rival_version(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    bool tells = b->nactors || b->nrecipients || b->ncounts;
    if (spoken(b) && tells && against_what_was_said(k, ia, ib))
        return true;
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
    if (!all_of(a, ISN_SEC_CVL) || !b->nactors || !b->nchain || !spoken(a) || b->ncounts)
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

/* Dead and wounded, and nobody taken or missing. */
static bool harm_only(const isn_claim *c) {
    for (uint32_t i = 0; i < c->ncounts; i++)
        if (c->counts[i].what != ISN_WHAT_KILLED && c->counts[i].what != ISN_WHAT_WOUNDED)
            return false;
    return c->ncounts > 0;
}

/* A figure so large is of one sum, however it is told. */
enum { SUM = 100 };

/* قالت الوزارة إن القصف قتل عشرة …، وقال المستشار إن الجيش هو من قصف السوق: one who names a doer where another speaker named
 * none charges him with it. */
static bool another_blames(const isn_claim *a, const isn_claim *b) {
    return a->event == ISN_EV_ASSAULT && a->nchain && b->nchain && !a->nactors && b->nactors &&
           !same_origin(a, b);
}

/* وفي منطقة سومي، قتل مدني: the sentence goes on with another place. */
static bool opens_elsewhere(const isn_work *k, uint32_t i) {
    uint32_t s0 = k->s0[k->claim_sentence.ptr[i]], c = k->m->entities.cover[s0 + 1];
    return k->fn[s0] == ISN_FN_FI && isn_work_pre(k, s0, 0) & ISN_CL_WAW && c != ISN_NONE &&
           isn_work_entity(k, c)->kind == ISN_ENT_PLACE && k->claims.ptr[i].nplaces;
}

/* The next of those with a name whom the deed befell, from the n-th occurrence of its sentence and its r-th recipient on; or NULL. */
static const isn_entity *next_named(const isn_work *k, uint32_t i, uint32_t *n, uint32_t *r) {
    uint32_t s = k->claim_sentence.ptr[i];
    for (; *n < k->sentence_ev[s + 1]; ++*n, *r = 0) {
        const isn_refs *hit = &k->evs.ptr[*n].recipients;
        while (*r < hit->n) {
            const isn_entity *x = isn_work_entity(k, hit->ptr[(*r)++]);
            if (x->kind != ISN_ENT_PERSON || x->name_last <= x->name_first)
                continue;
            uint32_t at = isn_emit_mark(k, x->first, x->last, x->reading).start;
            for (uint32_t c = 0; c < k->claims.ptr[i].nrecipients; c++)
                if (k->claims.ptr[i].recipients[c].mark.start == at)
                    return x;
        }
    }
    return NULL;
}

static bool shares_name(const isn_work *k, const isn_entity *x, const isn_entity *y) {
    const isn_text *text = k->scan->text;
    for (uint32_t i = x->name_first; i < x->name_last; i++)
        for (uint32_t j = y->name_first; j < y->name_last; j++) {
            const isn_token *a = &text->tokens[k->scan->words[i].token];
            const isn_token *b = &text->tokens[k->scan->words[j].token];
            if (a->fold_len == b->fold_len &&
                memcmp(text->fold + a->fold, text->fold + b->fold, a->fold_len) == 0)
                return true;
        }
    return false;
}

/* نجا محمد أبو طراد، ونجا سهيل الحمود: men of whose names no word is the same. */
static bool other_person(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_entity *x, *y;
    bool both = false;
    uint32_t n = k->sentence_ev[k->claim_sentence.ptr[ia]], r = 0;
    while ((x = next_named(k, ia, &n, &r)) != NULL) {
        uint32_t m = k->sentence_ev[k->claim_sentence.ptr[ib]], q = 0;
        while ((y = next_named(k, ib, &m, &q)) != NULL) {
            if (x == y || shares_name(k, x, y))
                return false;
            both = true;
        }
    }
    return both;
}

/* أسقطت الدفاعات مسيرتين: how a blow was warded off, and no attack that somebody speaks of afterwards. */
static bool wards_off(const isn_work *k, const isn_ev *e) {
    return e->verb && isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_WEAPON;
}

/* هاجموا قاعدة. وأسفر الهجوم عن مقتل عشرين: what came of "the attack" that was told last, with figures that it had not. */
static bool result_of(const isn_work *k, uint32_t ia, uint32_t ib) {
    enum { SENTENCES = 3 };
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    const isn_ev *e = rep(k, ib);
    if (b->event != ISN_EV_ASSAULT || !points(k, e) || !(e->flags & ISN_TG_ATTACK) ||
        a->type != ISN_TY_INCIDENT || b->type != ISN_TY_INCIDENT || a->modality != b->modality ||
        !(rep(k, ia)->flags & ISN_TG_ATTACK) || wards_off(k, rep(k, ia)) ||
        (a->ncounts && !harm_only(a)) || !harm_only(b) ||
        (a->mode != b->mode && (a->mode == ISN_MODE_ABDUCT || b->mode)) || one_kind(a, b) ||
        k->claim_sentence.ptr[ib] == k->claim_sentence.ptr[ia] ||
        k->claim_sentence.ptr[ib] - k->claim_sentence.ptr[ia] > SENTENCES)
        return false;
    for (uint32_t i = ia + 1; i < ib; i++)
        if (k->claims.ptr[i].event == ISN_EV_ASSAULT)
            return false;
    return true;
}

/* قتل جنديان …؛ وقال إن الجنديين أصيبا بانفجار عبوة: how it befell those who were counted. */
static bool those_counted(const isn_work *k, uint32_t ia, uint32_t ib) {
    enum { SENTENCES = 3 };
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    const isn_ev *e = rep(k, ib), *d = rep(k, ia);
    if (a->event != ISN_EV_ASSAULT || b->event != a->event || !a->ncounts || b->ncounts ||
        a->type != ISN_TY_INCIDENT || b->type != a->type || a->modality != b->modality ||
        a->negative != b->negative ||
        k->claim_sentence.ptr[ib] - k->claim_sentence.ptr[ia] > SENTENCES)
        return false;
    for (uint32_t i = k->sentence_ev[e->sentence]; i < k->sentence_ev[e->sentence + 1]; i++) {
        const isn_ev *f = &k->evs.ptr[i];
        for (uint32_t y = 0; f->group == e->group && y < f->recipients.n; y++) {
            const isn_entity *two = isn_work_entity(k, f->recipients.ptr[y]);
            if (two->kind != ISN_ENT_PEOPLE ||
                !(isn_work_pre(k, two->first, two->reading) & ISN_CL_AL))
                continue;
            for (uint32_t n = k->sentence_ev[d->sentence]; n < k->sentence_ev[d->sentence + 1]; n++)
                for (uint32_t t = 0; t < k->evs.ptr[n].ntakes; t++) {
                    const isn_take *x = &k->evs.ptr[n].takes[t];
                    if (k->evs.ptr[n].group != d->group || x->entity == ISN_NONE || x->subset)
                        continue;
                    const isn_entity *one = isn_work_entity(k, x->entity);
                    if (one->table == two->table && one->row == two->row)
                        return true;
                }
        }
    }
    return false;
}

/* فإن أربعة آخرين قتلوا بهجوم: the others are not those told before. */
static bool others_fell(const isn_work *k, uint32_t ia, uint32_t ib) {
    enum { WORDS = 3 };
    const isn_ev *e = rep(k, ib);
    if (k->claim_sentence.ptr[ia] >= k->claim_sentence.ptr[ib] || k->claims.ptr[ib].ncounts != 1 ||
        k->claims.ptr[ib].counts[0].what != ISN_WHAT_KILLED ||
        !compare_kind(&k->claims.ptr[ia], &k->claims.ptr[ib], ISN_WHAT_KILLED))
        return false;
    for (uint32_t i = k->sentence_ev[e->sentence]; i < k->sentence_ev[e->sentence + 1]; i++) {
        const isn_ev *q = &k->evs.ptr[i];
        if (q->group != e->group || q->effect != ISN_WHAT_KILLED || !q->verb)
            continue;
        uint32_t s0 = k->s0[q->sentence], from = q->first > s0 + WORDS ? q->first - WORDS : s0;
        for (uint32_t w = from; w < q->last + WORDS && w < k->scan->nwords; w++)
            if (isn_work_has(k, w, ISN_T_NUMERAL) && k->fn[w] == ISN_FN_OTHER)
                return true;
    }
    return false;
}

/* أغلقت المكاتب ومنعتها من البث، أفرجت عن رهينات سلمتهن إلى الصليب الأحمر: what the same ones did to them besides, in one sentence. */
static bool done_besides(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    const isn_ev *d = rep(k, ia), *e = rep(k, ib);
    bool freed = a->event == ISN_EV_RETREAT && d->effect == ISN_WHAT_RELEASED &&
                 e->effect == ISN_WHAT_RELEASED;
    bool measure = a->event == ISN_EV_COERCE && !d->effect && !e->effect;
    return (freed || measure) && a->event == b->event && d->sentence == e->sentence && e->verb &&
           isn_work_pronoun(k, e->last - 1) && !b->ncounts && a->negative == b->negative &&
           a->type == b->type && a->modality == b->modality &&
           compare_actors(a->actors, a->nactors, b->actors, b->nactors) >= 0;
}

/* اعتقلوا 21 مواطنا، تركزت في الخليل التي طالت الاعتقالات فيها تسعة: of those that the sentence told of. */
static bool share_of(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    const isn_ev *d = rep(k, ia), *e = rep(k, ib);
    return a->event == ISN_EV_COERCE && b->event == a->event && a->mode == b->mode &&
           d->sentence == e->sentence && !e->verb && e->definite &&
           (e->form & ISN_FORM_NUMBER) == ISN_FORM_PL && d->effect && d->effect == e->effect &&
           isn_merge_largest(b) > 0 && isn_merge_largest(b) < isn_merge_largest(a) &&
           !b->negative && b->type != ISN_TY_UPDATE && !e->reached && !e->tally &&
           compare_actors(a->actors, a->nactors, b->actors, b->nactors) >= 0 &&
           isn_merge_same_speaker(a, b);
}

/* A heading names what was told: the same deed, unless a figure, a place or somebody in it is another. */
static bool heads(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    if (!heading(k, ib) || !same_kind(a, b, true) || a->modality != b->modality ||
        speech_event(a) != speech_event(b))
        return false;
    int counts = compare_counts(a, b), places = isn_merge_places(a, b);
    int actors = compare_actors(a->actors, a->nactors, b->actors, b->nactors);
    int victims = compare_actors(a->recipients, a->nrecipients, b->recipients, b->nrecipients);
    bool bare = !b->ncounts && !b->nplaces && !b->nactors;
    return counts >= 0 && places >= 0 && actors >= 0 && victims >= 0 &&
           (counts > 0 || places > 0 || actors > 0 || bare);
}

/* - قوات تعتقل مدنيين بريف دمشق …: a line of the contents, and the item that tells it, with a place or a figure to show it. */
static bool headed(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    if (!line_alone(k, ia) || words_of(k, k->claim_sentence.ptr[ib]) < PARAGRAPH ||
        line_alone(k, ib) || !same_kind(a, b, false) || a->modality != b->modality ||
        speech_event(a) || sum_type(a) != sum_type(b))
        return false;
    int counts = compare_counts(a, b), places = isn_merge_places(a, b);
    int actors = compare_actors(a->actors, a->nactors, b->actors, b->nactors);
    int victims = compare_actors(a->recipients, a->nrecipients, b->recipients, b->nrecipients);
    return counts >= 0 && places >= 0 && actors >= 0 && victims >= 0 &&
           (counts > 0 || (places > 0 && (actors > 0 || victims > 0)));
}

/* قصف في مقديشو: a heading, and the paragraph under it that tells it, where nothing in the two is another's. */
static bool under_heading(const isn_work *k, uint32_t ia, uint32_t ib) {
    enum { SENTENCES = 3 };
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    uint32_t s = k->claim_sentence.ptr[ib];
    if (!heading(k, ia) || s <= k->claim_sentence.ptr[ia] ||
        s - k->claim_sentence.ptr[ia] > SENTENCES || line_alone(k, ib) || a->ncounts ||
        a->nactors || !same_kind(a, b, true) || a->modality != b->modality || speech_event(a))
        return false;
    return isn_merge_places(a, b) >= 0 &&
           compare_actors(a->recipients, a->nrecipients, b->recipients, b->nrecipients) >= 0;
}

/* In one sentence or the next but one. */
static bool next_to(const isn_work *k, uint32_t ia, uint32_t ib) {
    enum { SENTENCES = 2 };
    return k->claim_sentence.ptr[ib] - k->claim_sentence.ptr[ia] <= SENTENCES;
}

/* أدان القصف وحمّل الجيش المسؤولية، حذرت من كذا، مؤكدة أنها سترد: one thing said in two words, in one sentence */
static bool said_at_once(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    return a->event != ISN_EV_REQUEST && k->claim_sentence.ptr[ia] == k->claim_sentence.ptr[ib] &&
           a->mode != ISN_MODE_ALLEGE && b->mode != ISN_MODE_ALLEGE &&
           !(a->nrecipients && b->nrecipients) && isn_merge_same_speaker(a, b);
}

/* وأضاف المصدر أن السيارة كانت متوقفة قرب السوق وانفجرت: how the one blast that was told went off, and at which spot of
 * the town, which no gazetteer has. */
static bool retold_blast(const isn_work *k, uint32_t ia, uint32_t ib) {
    enum { SENTENCES = 3 };
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    const isn_ev *e = rep(k, ib);
    if (a->event != ISN_EV_ASSAULT || b->event != a->event || b->mode != ISN_MODE_EXPLOSIVES ||
        (a->mode != ISN_MODE_EXPLOSIVES && a->mode != ISN_MODE_SUICIDE_ATTACK) || !e->verb ||
        b->ncounts || b->nrecipients || b->nactors || !a->ncounts || a->type != ISN_TY_INCIDENT ||
        b->type != ISN_TY_INCIDENT || b->negative || a->negative || b->modality || a->modality ||
        !a->main || !b->main || k->claim_sentence.ptr[ib] > k->claim_sentence.ptr[ia] + SENTENCES ||
        k->claim_sentence.ptr[ib] == k->claim_sentence.ptr[ia] || different_dates(a, b))
        return false;
    for (uint32_t i = 0; i < b->nplaces; i++)
        if (b->places[i].id.len)
            return false;
    return isn_merge_same_speaker(a, b);
}

/* استقبل الملك رئيس الوزراء، وناقش الجانبان: what the two of a meeting do there is the meeting. */
static bool of_the_two(const isn_work *k, uint32_t ia, uint32_t ib) {
    enum { SENTENCES = 3 };
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    const isn_ev *e = rep(k, ib);
    if (a->event != ISN_EV_CONSULT || !a->nactors || !a->nrecipients || b->nactors != 1 ||
        b->nrecipients || !e->actors.n ||
        k->claim_sentence.ptr[ib] > k->claim_sentence.ptr[ia] + SENTENCES)
        return false;
    bool talks = e->verb && e->flags & ISN_TG_WEAK && !b->nplaces && !b->mode;
    if (talks && (compare_actors(a->actors, a->nactors, b->actors, b->nactors) > 0 ||
                  compare_actors(a->recipients, a->nrecipients, b->actors, b->nactors) > 0))
        return true; /* كما استعرض الوزير العماني جهود بلاده */
    const isn_entity *x = isn_work_entity(k, e->actors.ptr[0]);
    return x->flags & ISN_EF_DUAL && !(x->flags & ISN_EF_NAMED) && x->table != ISN_T_ACTOR &&
           isn_work_pre(k, x->first, x->reading) & ISN_CL_AL;
}

/* في غضون ذلك، قتل شاب: where the report turns to something else, one or two dead are others than those told before, and so
 * are as many dead with other wounded. */
static bool turned(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    uint32_t s = k->claim_sentence.ptr[ib];
    return (b->event == ISN_EV_ASSAULT || b->event == ISN_EV_COERCE) &&
           s != k->claim_sentence.ptr[ia] && isn_sums_turns(k, s) && isn_merge_places(a, b) <= 0 &&
           (isn_merge_largest(b) <= 2 || compare_kind(a, b, ISN_WHAT_WOUNDED) < 0);
}

/* 1 from the air, 2 by guns, 3 by bombs, 0 where the means tells nothing of the kind: a bomb may be the suicide attack told. */
static int means(uint8_t mode) {
    if (mode == ISN_MODE_AERIAL || mode == ISN_MODE_DRONE)
        return 1;
    if (mode == ISN_MODE_HEAVY_WEAPONS)
        return 2;
    return mode == ISN_MODE_EXPLOSIVES || mode == ISN_MODE_SUICIDE_ATTACK ? 3 : 0;
}

/* Bombs on a town, and fighting there; a killing, and who took villages near it: of one place, and not of one kind. */
static bool other_blow(const isn_work *k, uint32_t ia, uint32_t ib) {
    int a = means(k->claims.ptr[ia].mode), b = means(k->claims.ptr[ib].mode);
    bool clash = rep(k, ia)->flags & ISN_TG_RECIPROCAL;
    bool other = rep(k, ib)->flags & ISN_TG_RECIPROCAL;
    return takes_land(k, rep(k, ia)) != takes_land(k, rep(k, ib)) || (a && clash != other) ||
           (a && b && a != b);
}

/* تظاهر المئات … ورددوا شعارات, رفع المحتجون لافتات, في احتجاجاتهم: what those do of whose protest was told before. */
static bool protest_goes_on(const isn_work *k, uint32_t ia, uint32_t ib) {
    enum { SENTENCES = 5 };
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    const isn_ev *e = rep(k, ib);
    uint8_t demo = ISN_MODE_DEMO;
    const isn_reading *r = &k->scan->words[e->last - 1].reading[e->reading];
    bool goes_on = e->verb ? e->flags & ISN_TG_WEAK : r->suf != ISN_SUF_NONE;
    if (a->event != ISN_EV_PROTEST || b->event != a->event || a->mode != demo || b->mode != demo ||
        !goes_on || a->negative || b->negative || a->modality || b->modality || b->ncounts ||
        k->claim_sentence.ptr[ib] > k->claim_sentence.ptr[ia] + SENTENCES || different_dates(a, b))
        return false;
    return isn_merge_places(a, b) >= (b->nplaces > 0) &&
           compare_actors(a->actors, a->nactors, b->actors, b->nactors) >= 0;
}

/* a is the earlier claim, b the later. */
static bool same_thing(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    bool title = titled(k, ia);
    if (rep(k, ib)->answered && k->claim_sentence.ptr[ia] == k->claim_sentence.ptr[ib])
        return false;
    if (!title && (rival_version(k, ia, ib) || others_fell(k, ia, ib)))
        return false;
    if (!title && spoken(b) && !isn_merge_same_speaker(a, b) &&
        (other_dead(a, b) || own_target(a, b)))
        return false;
    if (!title && (points_back(k, ia, ib) || protest_goes_on(k, ia, ib) || heads(k, ia, ib) ||
                   done_besides(k, ia, ib) || share_of(k, ia, ib) || headed(k, ia, ib) ||
                   under_heading(k, ia, ib) || retold_blast(k, ia, ib)))
        return true;
    bool dated =
        a->date.soft && points(k, rep(k, ib)); /* announced today; the attack was yesterday */
    if (!same_kind(a, b, title) || (!dated && different_dates(a, b)))
        return false;
    bool due = a->event == ISN_EV_REQUEST && a->deadline.known && b->deadline.known &&
               !isn_merge_same_speaker(a, b);
    if ((a->modality == 1 || due) && !title && a->deadline.end != b->deadline.end)
        return false;
    if (!title && a->main != b->main && (a->modality || b->modality))
        return false;
    if (!title && !points(k, rep(k, ib)) && (other_person(k, ia, ib) || turned(k, ia, ib)))
        return false;
    if (!title && of_the_two(k, ia, ib))
        return true;
    int counts = title && part_told(a, b) ? 1 : compare_counts(a, b);
    int actors = compare_actors(a->actors, a->nactors, b->actors, b->nactors);
    int victims = compare_actors(a->recipients, a->nrecipients, b->recipients, b->nrecipients);
    int places = isn_merge_places(a, b);
    if (!title && b->type != ISN_TY_DENIAL && spoken(b) && !isn_merge_same_speaker(a, b) &&
        other_side(a, b))
        return false;
    if (title && (titled(k, ib) || (b->modality == 3 && !a->modality)))
        return false; /* what a report recalls is no news of its headline */
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
    bool troops = counts > 0 && all_rebels(a) && of_state(b->actors ? b->actors[0].sector : 0);
    if (another_blames(a, b) && !troops)
        return false; /* whose troops killed fighters is no charge */
    if (one_blow_told(a) && loose_sum(b) && counts > 0 && isn_merge_largest(b) > 2)
        return victims >= 0;
    if (sum_type(a) != sum_type(b))
        return counts > 0 && isn_merge_largest(b) >= SUM && isn_merge_same_speaker(a, b) &&
               victims >= 0;
    if (a->type == ISN_TY_UPDATE && b->type != ISN_TY_UPDATE &&
        ((b->ncounts && counts <= 0) || deed_told(k, ib)))
        return false; /* the toll that rose, and the attack itself */
    if (counts > 0 && isn_merge_largest(b) <= 2 && b->nplaces &&
        !(places > 0 || victims > 0 || actors > 0))
        return false; /* one dead here, one dead there */
    if (counts > 0 && isn_merge_largest(b) <= 2 && places <= 0 && opens_elsewhere(k, ib))
        return false;
    if (!isn_merge_same_speaker(a, b) && other_dead(a, b))
        return false;
    if (counts > 0)
        return victims >= 0 && (same_origin(a, b) || isn_merge_largest(b) > 2 ||
                                (next_to(k, ia, ib) && victims > 0 && actors > 0 &&
                                 (!a->mode || !b->mode || a->mode == b->mode)));
    const isn_ev *e = rep(k, ib);
    if (speech_event(a))
        return actors > 0 && victims >= 0 && (e->definite || said_at_once(k, ia, ib));
    if (!b->ncounts && those_counted(k, ia, ib) && actors >= 0)
        return true;
    if (b->ncounts)
        return result_of(k, ia, ib) && actors >= 0 && victims >= 0 &&
               (!spoken(a) || !spoken(b) || isn_merge_same_speaker(a, b));
    if (points(k, e) || done_to_them(k, e, b) ||
        (e->definite && !e->verb && one_blow(e) && !takes_land(k, e) &&
         !dated_otherwise(k, a, b, e)))
        return actors >= 0; /* "the attack", "the blast took place as …"; not الاشتباكات تجددت */
    if (a->event == ISN_EV_ASSAULT) {
        /* no figures of its own: the same only if place or parties say so */
        bool parties = actors > 0 && victims > 0 && a->mode && a->mode == b->mode && !b->nplaces &&
                       !b->date.mark.text.len;
        return parties || (!b->nplaces == !a->nplaces && places > 0 && actors >= 0 &&
                           victims >= 0 && (actors > 0 || !other_blow(k, ia, ib)));
    }
    return actors > 0 && victims >= 0 && places >= 0 && (victims > 0 || places > 0) &&
           isn_merge_same_speaker(a, b);
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
        if (title && counts_part(a, y))
            continue;
        if (title && another_fits(a, b, j)) { /* 12 soldiers in the headline, and 4 militiamen */
            if (b->type != ISN_TY_UPDATE && y->what <= ISN_WHAT_WOUNDED &&
                y->who.start < y->who.end)
                APPEND(k, isn_rec_count, a->counts, a->ncounts, y, 1);
            continue;
        }
        for (uint32_t i = 0; i < a->ncounts; i++)
            if (a->counts[i].what == y->what && (!same || same->best != y->best))
                same = &a->counts[i]; /* of two figures that of the same size */
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

/* A province or a district in the lede, the village further on: the village too. */
static void finer_places(isn_work *k, isn_claim *a, const isn_claim *b) {
    for (uint32_t i = 0; i < a->nplaces; i++)
        if (lies_in(&a->places[i]) && a->places[i].precision != DISTRICT)
            return;
    for (uint32_t j = 0; j < b->nplaces; j++) {
        bool known = false;
        for (uint32_t i = 0; i < a->nplaces; i++)
            known |= one_place(&a->places[i], &b->places[j]);
        if (!known && lies_in(&b->places[j]) && b->places[j].precision != DISTRICT)
            APPEND(k, isn_rec_place, a->places, a->nplaces, &b->places[j], 1);
    }
}

static void fold(isn_work *k, uint32_t ia, uint32_t ib) {
    isn_claim *a = &k->claims.ptr[ia];
    const isn_claim *b = &k->claims.ptr[ib];
    bool title = titled(k, ia) || under_heading(k, ia, ib);
    bool counted = a->ncounts > 0, same_toll = compare_counts(a, b) > 0;
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
    else if (!title)
        finer_places(k, a, b);
    if (title && !a->date.known && rep(k, ib)->beside)
        k->claim_ev.ptr[ia] = k->claim_ev.ptr[ib]; /* its day is still to be counted */
    bool loose = loose_sum(b) && one_blow_told(a);
    if (loose)
        ; /* its time is that of the blow */
    else if (!a->date.known || (a->date.soft && b->date.known && !b->date.soft) ||
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
        if (!(loose && counted) &&
            (b->type != ISN_TY_INCIDENT || a->type == ISN_TY_INCIDENT || !counted))
            a->type = b->type; /* a headline that names a toll without a figure sums up nothing */
        a->modality = b->modality;
        a->anchor = b->anchor;
        a->evidence = b->evidence;
        k->claim_sentence.ptr[ia] = k->claim_sentence.ptr[ib];
    } else if (sum_type(b) && one_blow_told(a) && !loose) {
        a->type = b->type;
    }
    a->main |= b->main;
    a->spread |= b->spread;
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

/* ارتفع عدد القتلى إلى 354، فيما بلغ عدد الجرحى 906 منذ بدء الهدنة: two figures of one sum, and its time stands behind either. */
static uint32_t one_sum(const isn_work *k, uint32_t ib) {
    if (ib == 0)
        return ISN_NONE;
    const isn_claim *a = &k->claims.ptr[ib - 1], *b = &k->claims.ptr[ib];
    const isn_ev *x = rep(k, ib - 1), *y = rep(k, ib);
    bool counted = (x->reached || x->update || x->tally) && (y->reached || y->update || y->tally);
    bool summed = a->type == ISN_TY_TALLY || b->type == ISN_TY_TALLY;
    bool types = (a->type == ISN_TY_TALLY || a->type == ISN_TY_UPDATE) &&
                 (b->type == ISN_TY_TALLY || b->type == ISN_TY_UPDATE);
    if (a->event != ISN_EV_ASSAULT || b->event != ISN_EV_ASSAULT || !counted || !summed || !types ||
        k->claim_sentence.ptr[ib] != k->claim_sentence.ptr[ib - 1] || !harm_only(a) ||
        !harm_only(b) || one_kind(a, b) || b->nactors || b->nplaces || a->negative || b->negative)
        return ISN_NONE;
    bool open = !a->date.known || !b->date.known || loose_sum(a) || loose_sum(b) ||
                (a->date.start == b->date.start && a->date.end == b->date.end);
    return open && isn_merge_same_speaker(a, b) ? ib - 1 : ISN_NONE;
}

/* "Six were killed in the raid." "Three neighbours were wounded": what came of the blow told right before, with no
 * doer and no place of its own, and how he died who was killed. The claim it goes on with, or ISN_NONE. */
static uint32_t goes_on_with(const isn_work *k, uint32_t ib) {
    enum { FAR = 5, SENTENCES = 2, SAID = 4 };
    const isn_claim *b = &k->claims.ptr[ib];
    bool loose = loose_sum(b);
    if (b->event != ISN_EV_ASSAULT || (b->type != ISN_TY_INCIDENT && !loose) || b->negative ||
        b->modality)
        return ISN_NONE;
    for (uint32_t j = ib; j-- > 0 && ib - j <= FAR;) {
        const isn_claim *a = &k->claims.ptr[j];
        if (a->event != ISN_EV_ASSAULT)
            continue;
        const isn_ev *e = rep(k, ib);
        if (!(loose ? one_blow_told(a) : a->type == ISN_TY_INCIDENT) || a->negative ||
            a->modality || !a->ncounts || titled(k, j) || different_dates(a, b) ||
            k->claim_sentence.ptr[ib] - k->claim_sentence.ptr[j] >
                (spoken(a) && spoken(b) && isn_merge_same_speaker(a, b) ? SAID : SENTENCES))
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
        else if (last && points(k, e) && c->type != ISN_TY_DENIAL)
            c->places = last->places, c->nplaces = last->nplaces;
    }
}

/* اقتحمت بلدة كذا واعتقلت خمسة شبان: places of the deed before, which tell no two arrests apart. */
static void lend_places(isn_work *k) {
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        if (!c->nplaces && c->nlent && !c->modality && c->type != ISN_TY_TALLY && isn_sums_done(c))
            c->places = c->lent, c->nplaces = c->nlent;
    }
}

/* بلدة بيتا جنوب نابلس: what told which town is meant has served. */
static void drop_asides(isn_work *k) {
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        uint32_t kept = 0;
        isn_rec_place *places = c->nplaces ? ISN_NEW(k->arena, isn_rec_place, c->nplaces) : NULL;
        for (uint32_t j = 0; j < c->nplaces; j++)
            if (!c->places[j].aside)
                places[kept++] = c->places[j];
        if (kept > 0)
            c->places = places, c->nplaces = kept;
    }
}

/* غارات على الحديدة وحجة وصعدة: several acts, once all that tells of them is joined. */
static void spread_out(isn_work *k) {
    for (uint32_t i = 0; i < k->claims.len; i++)
        if (k->claims.ptr[i].spread && k->claims.ptr[i].type == ISN_TY_INCIDENT)
            k->claims.ptr[i].type = ISN_TY_AGGREGATE;
}

static uint32_t lemma(const isn_work *k, uint32_t claim) {
    const isn_ev *e = rep(k, claim);
    const isn_word *word = &k->scan->words[e->first];
    return word->reading[e->reading < word->nreadings ? e->reading : 0].symbol >> 1;
}

/* "Four killed by a bomb in Aden" above a report that first tells of assassinations there: does a claim further on, of
 * another thing, have the headline's figure? */
static bool headline_of_another(const isn_work *k, uint32_t title, uint32_t i, uint32_t next) {
    enum { AHEAD = 6 };
    const isn_claim *a = &k->claims.ptr[title], *b = &k->claims.ptr[i];
    if (!titled(k, title) || !a->ncounts || b->ncounts)
        return false;
    for (uint32_t n = next; n < k->claims.len && n < next + AHEAD; n++) {
        const isn_claim *c = &k->claims.ptr[n];
        if (c->event == a->event && compare_counts(a, c) > 0 && isn_merge_places(a, c) > 0 &&
            !different_dates(a, c))
            return !same_thing(k, i, n);
    }
    return false;
}

/* How much of what a headline tells the claim has too. */
static int likeness(const isn_work *k, uint32_t title, uint32_t i) {
    const isn_claim *a = &k->claims.ptr[title], *b = &k->claims.ptr[i];
    return 2 * (lemma(k, title) == lemma(k, i)) + 2 * (compare_counts(a, b) > 0) +
           (a->mode && a->mode == b->mode) + (isn_merge_places(a, b) > 0) +
           (compare_actors(a->actors, a->nactors, b->actors, b->nactors) > 0) +
           (compare_actors(a->recipients, a->nrecipients, b->recipients, b->nrecipients) > 0);
}

/* Of the headlines that claim i can be told by, the last of which is `title`, the one that is most like it. */
static uint32_t headline_for(const isn_work *k, uint32_t i, uint32_t title, uint32_t next) {
    uint32_t best = title;
    int most = likeness(k, title, i);
    for (uint32_t j = title; j-- > 0 && i - j <= LOOK_BACK;) {
        int n = likeness(k, j, i);
        if (n > most && k->claims.ptr[j].event == k->claims.ptr[i].event && same_thing(k, j, i) &&
            !headline_of_another(k, j, i, next)) {
            best = j;
            most = n;
        }
    }
    return best;
}

/* The kept claim that claim i, at the end of `kept`, tells again: الغارة is the raid rather than a toll told since; `next` is
 * the first that was not looked at. */
static uint32_t told_before(const isn_work *k, uint32_t i, uint32_t next) {
    uint32_t found = ISN_NONE;
    const isn_ev *e = rep(k, i);
    bool by_name = e->definite && !e->verb && !e->lit;
    for (uint32_t j = i; j-- > 0 && i - j <= LOOK_BACK;) {
        if (k->claims.ptr[j].event != k->claims.ptr[i].event) /* most pairs end here */
            continue;
        if (!same_thing(k, j, i) || headline_of_another(k, j, i, next))
            continue;
        if (titled(k, j))
            return found == ISN_NONE ? headline_for(k, i, j, next) : found;
        if (!by_name || lemma(k, i) == lemma(k, j))
            return j;
        if (found == ISN_NONE)
            found = j;
    }
    return found;
}

/* Takes a kept claim out of [0, *kept). */
static void take_out(isn_work *k, uint32_t i, uint32_t *kept) {
    uint32_t after = --*kept - i;
    memmove(&k->claims.ptr[i], &k->claims.ptr[i + 1], after * sizeof *k->claims.ptr);
    memmove(&k->claim_sentence.ptr[i], &k->claim_sentence.ptr[i + 1],
            after * sizeof *k->claim_sentence.ptr);
    memmove(&k->claim_ev.ptr[i], &k->claim_ev.ptr[i + 1], after * sizeof *k->claim_ev.ptr);
}

/* قتل سبعة في تعز. واستهدفت مقاتلات دورية. وأسفرت الغارة عن مقتل سبعة: what has got the figures of "the raid" may be the deed that was
 * told before with these. */
static void settled(isn_work *k, uint32_t i, uint32_t next, uint32_t *kept) {
    uint32_t found = ISN_NONE;
    for (uint32_t j = i; j-- > 0 && i - j <= LOOK_BACK && found == ISN_NONE;)
        if (k->claims.ptr[j].event == k->claims.ptr[i].event && k->claims.ptr[j].ncounts &&
            compare_counts(&k->claims.ptr[j], &k->claims.ptr[i]) > 0 &&
            !headline_of_another(k, j, i, next) && same_thing(k, j, i))
            found = j;
    if (found == ISN_NONE)
        return;
    fold(k, found, i);
    take_out(k, i, kept);
}

void isn_merge_claims(isn_work *k) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < k->claims.len; i++) {
        /* kept claims stand in [0, kept); i is moved there unless it folds into one of them */
        k->claims.ptr[kept] = k->claims.ptr[i];
        k->claim_sentence.ptr[kept] = k->claim_sentence.ptr[i];
        k->claim_ev.ptr[kept] = k->claim_ev.ptr[i];
        uint32_t found = told_before(k, kept, i + 1);
        if (found == ISN_NONE)
            found = one_sum(k, kept);
        if (found == ISN_NONE)
            found = goes_on_with(k, kept);
        if (found == ISN_NONE) {
            kept += !rep(k, kept)->recalled;
            continue;
        }
        bool counted = k->claims.ptr[found].ncounts > 0;
        fold(k, found, kept);
        if (!counted && k->claims.ptr[found].ncounts)
            settled(k, found, i + 1, &kept);
    }
    k->claims.len = k->claim_sentence.len = k->claim_ev.len = kept;
    isn_sums_carry(k);
    isn_when_carry(k);
    isn_sums_stretches(k);
    carry_places(k);
    lend_places(k);
    drop_asides(k);
    spread_out(k);
}
