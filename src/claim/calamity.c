/* calamity.c: reports that are headed by what nature, wear or a disease did, and by the affairs of a house at peace.
 * In the first people die whom nobody struck, soldiers dig for them, ministers promise and call on the people; in the
 * second members reject and demand. None of it is conflict; an attack, a protest, a fighter's or another state's part in
 * it is. So it is with what somebody does to his kin, or for their money. Between role.c, whose doers it asks for, and count.c; relevance.c asks it again. */
#include "claim/work.h"

/* Title and first sentence, together: two plain words of which one stands in the title, or a sure one and any other. */
#define HEADED 5
#define HEADED_BY_TITLE 4

bool isn_calamity_word(int32_t context) {
    return context == ISN_CX_DISASTERS || context == ISN_CX_X_ACCIDENT ||
           context == ISN_CX_X_WEATHER || context == ISN_CX_X_MEDICINE;
}

typedef struct head {
    double title; /* of the calamity, what the title tells */
    double calamity, civic, crime;
    bool
        crossing; /* غرق قارب مهاجرين: who drowns on the way to a border was driven there, or chased */
} head;

static void add_sentence(head *sum, const isn_work *k, uint32_t sentence) {
    const isn_scan *scan = k->scan;
    for (uint32_t w = scan->sentence_word[sentence]; w < scan->sentence_word[sentence + 1]; w++) {
        const isn_hit *hit;
        if (!isn_work_has(k, w, ISN_T_CONTEXT))
            continue;
        const isn_sense *s = isn_match_sense(&hit, scan, w, ISN_T_CONTEXT);
        int32_t weight = s ? isn_lex_int(k->lex, ISN_T_CONTEXT, s->row, ISN_CONTEXT_WEIGHT) : 0;
        int32_t context = s ? isn_lex_int(k->lex, ISN_T_CONTEXT, s->row, ISN_CONTEXT_CONTEXT) : 0;
        sum->crossing |= context == ISN_CX_MIGRATION;
        if (weight >= 0 || weight == ISN_NO_INT)
            continue;
        sum->calamity -= isn_calamity_word(context) ? weight : 0;
        sum->civic -= context == ISN_CX_X_CIVIC ? weight : 0;
        sum->crime -= context == ISN_CX_X_CRIME ? weight : 0;
    }
}

static head of_head(const isn_work *k) {
    head sum = {0};
    for (uint32_t s = 0; s < k->scan->text->nsentences; s++) {
        if (k->block_role[s] == 255)
            continue;
        if (k->block_role[s] != ISN_ROLE_TITLE)
            sum.title = sum.calamity;
        add_sentence(&sum, k, s);
        if (k->block_role[s] != ISN_ROLE_TITLE)
            break;
    }
    return sum;
}

/* أطلقت الشرطة النار، أحرق مستوطنون: firefighters, rescuers and ministers strike nobody. */
static bool strikes(const isn_work *k, const isn_ev *e) {
    for (uint32_t i = 0; i < e->actors.n; i++) {
        uint8_t sector = isn_work_entity(k, e->actors.ptr[i])->sector;
        if (sector != ISN_SEC_NONE && sector != ISN_SEC_MED && sector != ISN_SEC_GOV)
            return true;
    }
    return false;
}

static bool of_other_life(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s =
        isn_work_has(k, w, ISN_T_CONTEXT) ? isn_match_sense(&hit, k->scan, w, ISN_T_CONTEXT) : NULL;
    return s &&
           isn_lex_int(k->lex, ISN_T_CONTEXT, s->row, ISN_CONTEXT_CONTEXT) > ISN_CX_PLOVER_LAST &&
           isn_lex_int(k->lex, ISN_T_CONTEXT, s->row, ISN_CONTEXT_WEIGHT) < -2;
}

/* موجة من السيول ضربت، الجراد الذي اجتاح الحقول، هجوم على الأسراب: a word of another life beside it tells who struck, or
 * was struck. */
static bool of_nature(const isn_work *k, const isn_ev *e) {
    enum { NEAR = 5 };
    uint32_t s0 = k->s0[e->sentence], s1 = k->scan->sentence_word[e->sentence + 1];
    uint32_t before = e->verb ? NEAR : 0, from = e->first > s0 + before ? e->first - before : s0;
    for (uint32_t w = from; w < s1 && w < e->last + NEAR; w++)
        if (of_other_life(k, w))
            return true;
    return false;
}

/* Told by its means, or by who did it; what just burst in a mine or a kitchen is no bomb. */
static bool is_blow(const isn_work *k, const isn_ev *e) {
    if (e->event != ISN_EV_ASSAULT || e->dead || e->negative)
        return false;
    if (e->verb && isn_work_framed(k, e->row, ISN_FR_INTERCEPT))
        return true; /* تحطم مروحية أسقطها المتمردون */
    if (of_nature(k, e))
        return false;
    bool burst = !(e->flags & ISN_TG_NEEDS) &&
                 (e->mode == ISN_MODE_UNCONVENTIONAL || isn_work_framed(k, e->row, ISN_FR_EXPLODE));
    bool means = e->mode != ISN_MODE_NONE && e->mode != ISN_MODE_DESTROY && !burst;
    bool named = e->flags & ISN_TG_ATTACK && !e->verb && e->mode == ISN_MODE_NONE &&
                 (e->places.n || e->recipients.n); /* اشتباكات في البلدة, never حربا حقيقية */
    return means || named || strikes(k, e);
}

void isn_calamity_find(isn_work *k) {
    head sum = of_head(k);
    k->calamity = sum.calamity >= (sum.title > 0 ? HEADED_BY_TITLE : HEADED) && !sum.crossing;
    k->civic = sum.civic >= HEADED;
    k->crime = sum.crime >= HEADED_BY_TITLE;
    for (uint32_t i = 0; k->calamity && i < k->evs.len; i++)
        if (is_blow(k, &k->evs.ptr[i])) {
            k->calamity =
                sum.title > 0 || !k->evs.ptr[i].title; /* else of the blow, amid bad weather */
            return;
        }
    for (uint32_t i = 0; k->calamity && i < k->evs.len; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (e->event != ISN_EV_ASSAULT || e->dead || e->negative)
            continue;
        e->dead = true;
        e->why = "a calamity";
    }
}

static bool other_land(const isn_rec_actor *a, const isn_rec_actor *b) {
    return a->country.len && b->country.len && !isn_str_eq(a->country, b->country);
}

static bool of_two_states(const isn_claim *c) {
    for (uint32_t i = 0; i < c->nactors; i++)
        for (uint32_t r = 0; r < c->nrecipients; r++)
            if (other_land(&c->actors[i], &c->recipients[r]))
                return true;
    return false;
}

/* تمنع سلطات الاحتلال إدخال الخيام إلى غزة: a deed in a land that is not the doer's. */
static bool abroad(const isn_claim *c) {
    if (c->event != ISN_EV_COERCE && c->event != ISN_EV_SANCTION)
        return false;
    for (uint32_t i = 0; i < c->nactors; i++)
        for (uint32_t p = 0; p < c->nplaces; p++)
            if (c->actors[i].country.len && c->places[p].country.len &&
                !isn_str_eq(c->actors[i].country, c->places[p].country))
                return true;
    return false;
}

static bool in_public(uint8_t sector) {
    return (isn_work_fighter(sector) && sector != ISN_SEC_UAF) || sector == ISN_SEC_JRN ||
           sector == ISN_SEC_JUD || sector == ISN_SEC_LEG || sector == ISN_SEC_OPP ||
           sector == ISN_SEC_PTY || sector == ISN_SEC_SOC || sector == ISN_SEC_MIL ||
           sector == ISN_SEC_REF;
}

/* Whom somebody kills for what he is or does in public, and who shoots on duty. */
static bool of_public_life(const isn_claim *c) {
    for (uint32_t i = 0; i < c->nactors; i++) {
        uint8_t sector = c->actors[i].sector;
        if (isn_work_fighter(sector) ||
            (c->event == ISN_EV_ASSAULT && (sector == ISN_SEC_COP || sector == ISN_SEC_MIL)))
            return true;
    }
    for (uint32_t i = 0; i < c->nrecipients && c->event == ISN_EV_ASSAULT; i++)
        if (in_public(c->recipients[i].sector))
            return true;
    return c->event == ISN_EV_PROTEST;
}

bool isn_calamity_conflict(const isn_work *k, uint32_t claim) {
    const isn_claim *c = &k->claims.ptr[claim];
    if (!c->main || c->negative)
        return false;
    if (k->crime)
        return of_public_life(c);
    if (c->event == ISN_EV_ASSAULT && c->mode == ISN_MODE_DESTROY && !k->calamity)
        return of_two_states(c); /* هدمت البلدية محال مخالفة */
    if (c->event == ISN_EV_ASSAULT)
        return k->calamity || c->nactors || c->mode; /* of a calamity the others are dead */
    if ((c->event == ISN_EV_PROTEST && c->type != ISN_TY_ANNOUNCEMENT) ||
        c->mode == ISN_MODE_RESIGN)
        return true;
    bool charged = c->event == ISN_EV_ACCUSE && c->nrecipients && c->recipients[0].sector;
    if (!k->calamity && (charged || c->mode == ISN_MODE_ARREST))
        return true;
    for (uint32_t i = 0; i < c->nactors; i++)
        if (isn_work_fighter(c->actors[i].sector))
            return true;
    for (uint32_t i = 0; i < c->nrecipients; i++)
        if (isn_work_fighter(c->recipients[i].sector))
            return true;
    return of_two_states(c) || abroad(c);
}

/* وافقت دمشق على فتح معبر، ورحبت واشنطن: governments of several states have their say about it. */
static bool of_many_states(const isn_work *k) {
    const isn_rec_actor *one = NULL;
    for (uint32_t i = 0; i < k->claims.len; i++) {
        const isn_claim *c = &k->claims.ptr[i];
        for (uint32_t a = 0; c->main && a < c->nactors; a++) {
            if (c->actors[a].sector != ISN_SEC_GOV || !c->actors[a].country.len)
                continue;
            if (one != NULL && other_land(one, &c->actors[a]))
                return true;
            one = &c->actors[a];
        }
    }
    return false;
}

bool isn_calamity_alone(const isn_work *k) {
    if (!(k->calamity || k->civic || k->crime) || of_many_states(k))
        return false;
    for (uint32_t i = 0; i < k->claims.len; i++)
        if (isn_calamity_conflict(k, i))
            return false;
    return true;
}
