/* merge_like.c: how far two claims agree: counts, parties, places, days, speakers. */
#include "claim/mergework.h"

/* استشهد مواطنان … استشهاد الفتى كريم، والشاب عمر: those who are told one by one are as many as the figure. */
static bool one_by_one(const isn_claim *all, const isn_claim *each, uint8_t what) {
    int64_t sum = 0, most = 0;
    uint32_t n = 0;
    for (uint32_t i = 0; i < each->ncounts; i++) {
        if (each->counts[i].what != what)
            continue;
        if (each->counts[i].best == ISN_NO_COUNT)
            return false;
        sum += each->counts[i].best;
        n++;
    }
    for (uint32_t i = 0; i < all->ncounts; i++)
        if (all->counts[i].what == what)
            most = most ? -1 : all->counts[i].best; /* one figure of its kind */
    return n > 1 && sum > 1 && sum == most;
}

/* 1 where a figure of this kind is the same, -1 where all differ, 0 with nothing to compare */
int isn_merge_compare_kind(const isn_claim *a, const isn_claim *b, uint8_t what) {
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
            bool over = (x->high == ISN_NO_COUNT && xv == yv + 1) ||
                        (y->high == ISN_NO_COUNT && yv == xv + 1);
            if (xv == yv || over) /* 25 جريحا، والجرحى يتجاوزون 25 */
                return 1;
            result = -1;
        }
    return result < 0 && (one_by_one(a, b, what) || one_by_one(b, a, what)) ? 1 : result;
}

/* Is the figure that of a part of those that the claim counts? */
bool isn_merge_counts_part(const isn_claim *a, const isn_rec_count *y) {
    for (uint32_t i = 0; i < a->ncounts && y->best != ISN_NO_COUNT; i++)
        for (uint32_t n = 0; n < a->counts[i].nof_whom; n++)
            if (a->counts[i].of_whom[n].what == y->what && a->counts[i].of_whom[n].best == y->best)
                return true;
    return false;
}

/* "183 killed, 61 of them civilians" above a report that begins with the 61. */
bool isn_merge_part_told(const isn_claim *title, const isn_claim *b) {
    for (uint32_t j = 0; j < b->ncounts; j++)
        if (isn_merge_counts_part(title, &b->counts[j]))
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

/* سقط عشرون بين قتيل وجريح، وقال طبيب إنه تسلم سبع جثث: another knows how many of them are dead. */
bool isn_merge_sorts_dead(const isn_claim *a, const isn_claim *b) {
    bool mixed = false, dead = false;
    for (uint32_t i = 0; i < a->ncounts; i++)
        mixed |= a->counts[i].harm == ISN_HARM_CASUALTIES;
    for (uint32_t i = 0; i < b->ncounts; i++)
        dead |= b->counts[i].harm == ISN_HARM_KILLED;
    return mixed && dead && isn_merge_spoken(a);
}

/* The dead decide: three killed and one wounded are not four killed and one wounded. */
int isn_merge_compare_counts(const isn_claim *a, const isn_claim *b) {
    int result = isn_merge_compare_kind(a, b, ISN_WHAT_KILLED);
    if (result < 0) {
        int mixed = compare_mixed(a, b), other = compare_mixed(b, a);
        result = mixed > other ? mixed : other;
        if (result >= 0)
            return result;
    }
    for (uint32_t i = 0; i < a->ncounts && result == 0; i++)
        result = isn_merge_compare_kind(a, b, a->counts[i].what);
    return result;
}

/* Of both the dead and the wounded there are as many, and more than one or two. */
bool isn_merge_dead_and_wounded(const isn_claim *a, const isn_claim *b) {
    enum { FEW = 2 };
    return isn_merge_compare_kind(a, b, ISN_WHAT_KILLED) > 0 &&
           isn_merge_compare_kind(a, b, ISN_WHAT_WOUNDED) > 0 && isn_merge_largest(b) > FEW;
}

bool isn_merge_of_state(uint8_t sector) {
    return sector == ISN_SEC_MIL || sector == ISN_SEC_COP || sector == ISN_SEC_GOV ||
           sector == ISN_SEC_SPY;
}

bool isn_merge_of_rebels(uint8_t sector) {
    return sector == ISN_SEC_REB || sector == ISN_SEC_UAF || sector == ISN_SEC_IMG ||
           sector == ISN_SEC_ISM;
}

/* الجيش السوداني and قوات الدعم السريع: of one land, and not of one side. */
bool isn_merge_other_side(const isn_claim *a, const isn_claim *b) {
    for (uint32_t i = 0; i < a->nactors; i++)
        for (uint32_t j = 0; j < b->nactors; j++) {
            uint8_t x = a->actors[i].sector, y = b->actors[j].sector;
            if (!(isn_merge_of_state(x) && isn_merge_of_rebels(y)) &&
                !(isn_merge_of_rebels(x) && isn_merge_of_state(y)))
                return false;
        }
    return a->nactors > 0 && b->nactors > 0;
}

int isn_merge_compare_actors(const isn_rec_actor *a, uint32_t na, const isn_rec_actor *b,
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
        if (c->places[i].precision && c->places[i].precision <= TOWN && !c->places[i].unnamed)
            return true;
    return false;
}

/* A place that lies in a province, rather than a province, its north, or a land: a village, or an area that no
 * gazetteer has (منطقة كذا). */
bool isn_merge_lies_in(const isn_rec_place *x) {
    return x->precision && !x->unnamed &&
           (x->precision < ISN_SPOT_WIDE || (!x->id.len && x->precision == ISN_SPOT_AREA));
}

static bool lie_in(const isn_claim *c) {
    for (uint32_t i = 0; i < c->nplaces; i++)
        if (isn_merge_lies_in(&c->places[i]))
            return true;
    return false;
}

/* What stands behind the first word: مخيم أبو شوك, معسكر أبو شوك. */
static isn_str behind_kind(isn_str s) {
    const char *space = memchr(s.ptr, ' ', s.len);
    uint32_t n = space ? (uint32_t)(space + 1 - s.ptr) : 0;
    return isn_str_of(s.ptr + n, s.len - n);
}

bool isn_merge_one_place(const isn_rec_place *x, const isn_rec_place *y) {
    if ((x->id.len && isn_str_eq(x->id, y->id)) || isn_str_eq(x->mark.text, y->mark.text))
        return true;
    bool known = x->id.len && y->id.len;
    bool spots = x->precision == 1 && y->precision == 1; /* not شمال تل رفعت, جنوب تل رفعت */
    isn_str one = behind_kind(x->mark.text), other = behind_kind(y->mark.text);
    return !known && spots && memchr(one.ptr, ' ', one.len) && isn_str_eq(one, other);
}

/* محافظة تعز and محافظة مأرب, or a town of the one: x is a province that y does not lie in. */
static bool not_within(const isn_rec_place *x, const isn_rec_place *y) {
    if (x->precision != ISN_SPOT_WIDE || !x->id.len)
        return false;
    if (y->precision == ISN_SPOT_WIDE)
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
    return x->precision >= ISN_SPOT_WIDE && y->precision && y->precision < ISN_SPOT_DISTRICT &&
           lie_in(a);
}

static bool all_unnamed(const isn_claim *c) {
    for (uint32_t i = 0; i < c->nplaces; i++)
        if (!c->places[i].unnamed)
            return false;
    return true;
}

/* بلدة معركة في قضاء صور، بلدة دير قانون في قضاء صور: what holds both towns does not make them one. */
int isn_merge_places(const isn_claim *a, const isn_claim *b) {
    if (all_unnamed(a) || all_unnamed(b))
        return 0;
    bool small = isn_merge_spot(a) && isn_merge_spot(b);
    int result = -1;
    bool apart = lie_in(a) && lie_in(b); /* two villages of one province are two places */
    for (uint32_t i = 0; i < a->nplaces; i++)
        for (uint32_t j = 0; j < b->nplaces; j++) {
            const isn_rec_place *x = &a->places[i], *y = &b->places[j];
            if (x->unnamed || y->unnamed)
                continue;
            bool wide = x->precision >= ISN_SPOT_WIDE || y->precision >= ISN_SPOT_WIDE;
            bool beside = x->precision == ISN_SPOT_NEAR && y->precision == ISN_SPOT_NEAR &&
                          !isn_str_eq(x->mark.text, y->mark.text);
            bool over =
                (only_aside(a, x) && only_aside(b, y)) ||
                ((only_aside(a, x) || only_aside(b, y)) && beside) ||
                (apart && !isn_merge_lies_in(x) && !isn_merge_lies_in(y)) ||
                (small && x->precision >= ISN_SPOT_DISTRICT && y->precision >= ISN_SPOT_DISTRICT) ||
                round_it(a, x, y) || round_it(b, y, x);
            if (isn_merge_one_place(x, y) && !over)
                return 1;
            if (wide && !apart && x->country.len && isn_str_eq(x->country, y->country) &&
                !not_within(x, y) && !not_within(y, x))
                result = 0;
        }
    return result;
}

static bool unknown_spots(const isn_claim *c) {
    for (uint32_t i = 0; i < c->nplaces; i++)
        if (c->places[i].id.len || c->places[i].precision > ISN_SPOT_DISTRICT)
            return false;
    return c->nplaces > 0;
}

/* مدينة تعز, حي الروضة: a town, and a quarter or a spot that no gazetteer has; with as many dead, and more than one or two. */
bool isn_merge_spot_in_town(const isn_claim *a, const isn_claim *b) {
    enum { FEW = 2 };
    bool town = (isn_merge_spot(a) && unknown_spots(b) && !unknown_spots(a)) ||
                (isn_merge_spot(b) && unknown_spots(a) && !unknown_spots(b));
    return town && isn_merge_largest(b) > FEW && isn_merge_one_country(a, b);
}

static bool near(int32_t a, int32_t b) {
    enum { FAR = 4500 }; /* ten-thousandths of a degree: some 45 km */
    return a != ISN_NO_INT && b != ISN_NO_INT && (a > b ? a - b : b - a) < FAR;
}

/* جنوب شرق بغداد, منطقة المدائن: a side of a town, and a place that lies not far from it. */
static bool on_that_side(const isn_rec_place *x, const isn_rec_place *y) {
    return x->precision == ISN_SPOT_NEAR && y->precision == 1 && x->id.len && y->id.len &&
           isn_str_eq(x->country, y->country) && near(x->lat, y->lat) && near(x->lon, y->lon);
}

bool isn_merge_beside_town(const isn_claim *a, const isn_claim *b) {
    enum { FEW = 5 };
    if (isn_merge_largest(b) <= FEW)
        return false;
    for (uint32_t i = 0; i < a->nplaces; i++)
        for (uint32_t j = 0; j < b->nplaces; j++)
            if (on_that_side(&a->places[i], &b->places[j]) ||
                on_that_side(&b->places[j], &a->places[i]))
                return true;
    return false;
}

bool isn_merge_speech_event(const isn_claim *c) {
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

bool isn_merge_same_kind(const isn_claim *a, const isn_claim *b, bool title) {
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
bool isn_merge_done_to_them(const isn_work *k, const isn_ev *e, const isn_claim *c) {
    const isn_word *word = &k->scan->words[e->last - 1];
    uint8_t suf = word->reading[e->reading < word->nreadings ? e->reading : 0].suf;
    return !e->verb && suf != ISN_SUF_NONE && e->event == ISN_EV_ASSAULT &&
           !(e->flags & (ISN_TG_CASUALTY | ISN_TG_RESULT)) && !c->nplaces && !c->ncounts &&
           !c->nrecipients && !c->nactors;
}

/* "The attack", "the attack took place"; not العثور على جثة, السيطرة على قرى. */
bool isn_merge_points(const isn_work *k, const isn_ev *e) {
    if (e->above)
        return true;
    if (!e->definite || e->verb || (e->lit && !e->happened))
        return false;
    bool finds = e->effect == ISN_WHAT_KILLED &&
                 isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_PLACE;
    return !finds && !isn_work_takes_land(k, e);
}

bool isn_merge_different_dates(const isn_claim *a, const isn_claim *b) {
    if (!a->date.known || !b->date.known)
        return false;
    if (a->date.start == ISN_NO_DAY || b->date.start == ISN_NO_DAY)
        return false;
    return a->date.end < b->date.start || b->date.end < a->date.start;
}

/* حتى الآن قتل 15، تجاوز عدد المصابين 30: a sum over no time that is told. */
bool isn_merge_loose_sum(const isn_claim *c) {
    enum { TOLL_OF_WAR = 1000 };
    return c->type == ISN_TY_TALLY && c->date.start == ISN_NO_DAY && !c->date.mark.text.len &&
           isn_merge_largest(c) < TOLL_OF_WAR;
}

bool isn_merge_one_blow_told(const isn_claim *c) {
    return c->type == ISN_TY_INCIDENT || c->type == ISN_TY_UPDATE;
}

bool isn_merge_same_origin(const isn_claim *a, const isn_claim *b) {
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
    return isn_merge_same_origin(a, b);
}

/* A headline names an actor loosely: "the UN mission" for its full name. */
bool isn_merge_same_sector(const isn_claim *a, const isn_claim *b) {
    return a->actors[0].sector && a->actors[0].sector == b->actors[0].sector;
}

int64_t isn_merge_largest(const isn_claim *c) {
    int64_t most = 0;
    for (uint32_t i = 0; i < c->ncounts; i++)
        if (c->counts[i].best > most)
            most = c->counts[i].best;
    return most;
}

bool isn_merge_one_country(const isn_claim *a, const isn_claim *b) {
    return a->places[0].country.len && isn_str_eq(a->places[0].country, b->places[0].country);
}
