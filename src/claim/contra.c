/* contra.c: which claims speak of which, and which cannot both hold. Works on the merged claims. */
#include "claim/mergework.h"

/* Is its day told in its own words, and not taken over? */
static bool own_day(const isn_claim *c) {
    return c->date.known && !c->date.soft && c->date.mark.text.len &&
           c->date.mark.start >= c->evidence.start && c->date.mark.end <= c->evidence.end;
}

/* لكن شيخا روى أن الصاروخ سقط على بيت: who tells the blow otherwise tells of its day. */
static void lend_day(const isn_claim *a, isn_claim *b) {
    if (!own_day(b) && a->event == ISN_EV_ASSAULT && b->event == a->event &&
        b->type == ISN_TY_INCIDENT && a->type == ISN_TY_INCIDENT && a->date.known &&
        a->date.mark.text.len && !a->date.soft)
        b->date = a->date;
}

static void note(isn_work *k, uint32_t a, uint32_t b, const char *field, isn_str text) {
    uint32_t n = k->contradictions.len;
    for (uint32_t i = n; i-- > 0 && n - i < 64;) { /* those of one claim stand together */
        const isn_contradiction *c = &k->contradictions.ptr[i];
        if (c->a == a && c->b == b && !strcmp(c->field, field))
            return;
    }
    *ISN_PUSH(k->arena, &k->contradictions) = (isn_contradiction){a, b, field, text};
    lend_day(&k->claims.ptr[a], &k->claims.ptr[b]);
}

static isn_str days_note(isn_work *k, int32_t a, int32_t b) {
    char text[32], x[11], y[11];
    isn_day_text(x, a);
    isn_day_text(y, b);
    memcpy(text, x, 10);
    memcpy(text + 10, " against ", 9);
    memcpy(text + 19, y, 10);
    return isn_str_of(isn_arena_copy(k->arena, text, 29), 29);
}

/* Soldiers of one army, men of one group: known by name, or of one land and kind. */
static bool one_side(const isn_rec_actor *a, uint32_t na, const isn_rec_actor *b, uint32_t nb) {
    for (uint32_t i = 0; i < na; i++)
        for (uint32_t j = 0; j < nb; j++)
            if ((a[i].id.len && isn_str_eq(a[i].id, b[j].id)) ||
                (isn_str_eq(a[i].country, b[j].country) && a[i].sector &&
                 a[i].sector == b[j].sector))
                return true;
    return false;
}

/* They killed 35 soldiers; the soldiers killed twenty of them. */
static bool struck_back(const isn_claim *a, const isn_claim *b) {
    return one_side(a->actors, a->nactors, b->recipients, b->nrecipients) &&
           !one_side(a->recipients, a->nrecipients, b->recipients, b->nrecipients);
}

/* ---- what a denial or an update speaks of -------------------------------------------------------------------- */

/* فصيل النمر، الفصيل; وفدا من الجماعة، الوفد: two letters, which are the article, and the first word of the name alone. */
static bool called_again(isn_str name, isn_str again) {
    enum { ALEF = 2, ARTICLE = 4 }; /* bytes */
    if (again.len <= ARTICLE || memchr(again.ptr, ' ', again.len) != NULL)
        return false;
    size_t n = again.len - ARTICLE;
    if (name.len <= n + ALEF || memcmp(name.ptr, again.ptr + ARTICLE, n) != 0)
        return false;
    n += memcmp(name.ptr + n, again.ptr, ALEF) == 0 ? ALEF : 0;
    return name.len > n && name.ptr[n] == ' ';
}

static bool share_party(const isn_rec_actor *a, uint32_t na, const isn_rec_actor *b, uint32_t nb) {
    for (uint32_t i = 0; i < na; i++)
        for (uint32_t j = 0; j < nb; j++) {
            if (isn_str_eq(a[i].mark.text, b[j].mark.text) ||
                called_again(a[i].mark.text, b[j].mark.text) ||
                called_again(b[j].mark.text, a[i].mark.text))
                return true;
            if (a[i].id.len && b[j].id.len)
                return isn_str_eq(a[i].id, b[j].id);
            if (a[i].country.len && isn_str_eq(a[i].country, b[j].country))
                return true;
        }
    return false;
}

static uint32_t lemma_of(const isn_work *k, const isn_ev *e) {
    const isn_word *word = &k->scan->words[e->first];
    return word->reading[e->reading < word->nreadings ? e->reading : 0].symbol >> 1;
}

static uint32_t lemma(const isn_work *k, uint32_t claim) {
    return lemma_of(k, &k->evs.ptr[k->claim_ev.ptr[claim]]);
}

static const isn_ev *told_by(const isn_work *k, uint32_t claim) {
    return &k->evs.ptr[k->claim_ev.ptr[claim]];
}

static bool counted(const isn_claim *c, uint8_t what) {
    for (uint32_t i = 0; i < c->ncounts; i++)
        if (c->counts[i].what == what || (!what && (c->counts[i].what == ISN_WHAT_KILLED ||
                                                    c->counts[i].what == ISN_WHAT_WOUNDED)))
            return true;
    return false;
}

static int64_t killed(const isn_claim *c) {
    for (uint32_t i = 0; i < c->ncounts; i++)
        if (c->counts[i].what == ISN_WHAT_KILLED && c->counts[i].best != ISN_NO_COUNT)
            return c->counts[i].best;
    return 0;
}

/* The figure of the dead, or the most that there can be: لا يتجاوز تسعة. */
static int64_t toll_of(const isn_claim *c) {
    for (uint32_t i = 0; i < c->ncounts; i++)
        if (c->counts[i].what == ISN_WHAT_KILLED && c->counts[i].quantity == ISN_Q_AT_MOST)
            return c->counts[i].high;
    return killed(c);
}

static bool tally(const isn_claim *c) {
    return c->type == ISN_TY_TALLY || c->type == ISN_TY_AGGREGATE;
}

static bool same_origin(const isn_claim *a, const isn_claim *b) {
    if (!a->nchain || !b->nchain)
        return !a->nchain && !b->nchain;
    return isn_str_eq(a->chain[0].mark.text, b->chain[0].mark.text);
}

/* Somebody other than the outlet says it, be it an agency that is quoted (ذكرت وكالة كذا). */
static bool spoken(const isn_claim *c) {
    return c->nchain > 1 || (c->nchain == 1 && c->chain[0].role != ISN_LINK_OUTLET &&
                             (c->chain[0].role != ISN_LINK_AGENCY || c->chain[0].verb.len));
}

/* أفاد مصدر في مستشفى بعقوبة: the only place is in the speaker's name, and tells nothing of the deed. */
static bool of_speaker(const isn_claim *c) {
    const isn_mark *place = &c->places[0].mark;
    return c->nplaces == 1 && c->nchain && place->start >= c->chain[0].mark.start &&
           place->end <= c->chain[0].mark.end;
}

/* قاعدة بلد الجوية، بلد: does the name of the site have that of the town? */
static bool site_of(isn_str site, isn_str town) {
    for (size_t at = 1; at + town.len <= site.len; at++)
        if (site.ptr[at - 1] == ' ' && !memcmp(site.ptr + at, town.ptr, town.len) &&
            (at + town.len == site.len || site.ptr[at + town.len] == ' '))
            return true;
    return false;
}

static bool share_place(const isn_claim *a, const isn_claim *b) {
    if (!a->nplaces || !b->nplaces || of_speaker(a) || of_speaker(b))
        return true;
    for (uint32_t i = 0; i < a->nplaces; i++)
        for (uint32_t j = 0; j < b->nplaces; j++) {
            if (a->places[i].id.len && isn_str_eq(a->places[i].id, b->places[j].id))
                return true;
            if (isn_str_eq(a->places[i].mark.text, b->places[j].mark.text) ||
                site_of(a->places[i].mark.text, b->places[j].mark.text) ||
                site_of(b->places[j].mark.text, a->places[i].mark.text))
                return true;
        }
    return false;
}

/* A governorate or a country may hold the other's town. */
static bool place_fits(const isn_claim *a, const isn_claim *b) {
    enum { WIDE = 4 };
    if (share_place(a, b))
        return true;
    for (uint32_t i = 0; i < a->nplaces; i++)
        for (uint32_t j = 0; j < b->nplaces; j++)
            if ((a->places[i].precision >= WIDE || b->places[j].precision >= WIDE) &&
                isn_str_eq(a->places[i].country, b->places[j].country))
                return true;
    return false;
}

/* "The church" of a city that is no further told of, in the same governorate. */
static bool same_province(const isn_claim *a, const isn_claim *b) {
    return a->places[0].admin1.len && isn_str_eq(a->places[0].admin1, b->places[0].admin1);
}

static bool place_fits_or_none(const isn_claim *a, const isn_claim *b) {
    return !a->nplaces || !b->nplaces || place_fits(a, b) || !b->places[0].id.len;
}

/* Victims of one sort: demonstrators here and there. */
static bool like_victims(const isn_claim *a, const isn_claim *b) {
    for (uint32_t i = 0; i < a->nrecipients; i++)
        for (uint32_t j = 0; j < b->nrecipients; j++)
            if (a->recipients[i].sector && a->recipients[i].sector == b->recipients[j].sector)
                return true;
    return false;
}

static bool civilians(const isn_claim *c) {
    for (uint32_t i = 0; i < c->ncounts; i++)
        if (c->counts[i].side == ISN_SIDE_CIVILIAN)
            return true;
    for (uint32_t i = 0; i < c->nrecipients; i++)
        if (c->recipients[i].sector == ISN_SEC_CVL)
            return true;
    return false;
}

static bool armed_sector(uint8_t sector) {
    return sector == ISN_SEC_REB || sector == ISN_SEC_UAF || sector == ISN_SEC_IMG ||
           sector == ISN_SEC_ISM || sector == ISN_SEC_MIL;
}

static bool civil_sector(uint8_t sector) {
    return sector == ISN_SEC_CVL || sector == ISN_SEC_LAB || sector == ISN_SEC_REF ||
           sector == ISN_SEC_JRN || sector == ISN_SEC_MED;
}

/* All that it counts are armed. */
static bool fighters(const isn_claim *c) {
    for (uint32_t i = 0; i < c->ncounts; i++)
        if (c->counts[i].what != ISN_WHAT_ACTIONS && c->counts[i].side != ISN_SIDE_ARMED)
            return false;
    return c->ncounts > 0;
}

static bool speech(uint8_t event) {
    return event == ISN_EV_REQUEST || event == ISN_EV_ACCUSE || event == ISN_EV_REJECT ||
           event == ISN_EV_THREATEN || event == ISN_EV_SUPPORT || event == ISN_EV_CONSULT;
}

/* لم يطلقوا النار; not لا يطلقون النار إلا ردا, a habit. */
static bool did_not(const isn_work *k, const isn_ev *e) {
    return e->verb && e->first && k->fn[e->first - 1] == ISN_FN_LAM;
}

/* Two parties that are surely not the same: each is known by its land or its name. */
static bool other_party(const isn_rec_actor *a, uint32_t na, const isn_rec_actor *b, uint32_t nb) {
    if (!na || !nb || share_party(a, na, b, nb))
        return false;
    bool ids = a[0].id.len && b[0].id.len, lands = a[0].country.len && b[0].country.len;
    return ids || lands;
}

/* The one who denies is a party of the other claim. */
static bool denier_in(const isn_claim *c, const isn_rec_actor *list, uint32_t n) {
    if (!c->nchain)
        return false;
    for (uint32_t i = 0; i < n; i++)
        if (isn_str_eq(list[i].mark.text, c->chain[0].mark.text) ||
            (list[i].id.len && isn_str_eq(list[i].id, c->chain[0].id)))
            return true;
    return false;
}

/* اتهمت الكتائب الولايات المتحدة …، وقال مسؤول أمريكي إن بلاده لم تقصف: of the state that is charged. */
static bool of_charged(const isn_work *k, const isn_ev *e, const isn_claim *d) {
    const isn_chain *said = e->chain != ISN_NONE ? &k->chains.ptr[e->chain] : NULL;
    if (said == NULL || !said->n || said->link[0].entity == ISN_NONE)
        return false;
    const isn_entity *x = isn_work_entity(k, said->link[0].entity);
    bool office = x->sector == ISN_SEC_GOV || x->sector == ISN_SEC_MIL || x->sector == ISN_SEC_COP;
    bool state =
        x->kind == ISN_ENT_PLACE || x->kind == ISN_ENT_SOURCE || office ||
        (x->kind == ISN_ENT_ACTOR && x->country != ISN_NO_ROW); /* شركة الكهرباء الأوكرانية */
    uint32_t of = x->country != ISN_NO_ROW ? x->country : office ? k->m->story.country : ISN_NO_ROW;
    if (of == ISN_NO_ROW || !state)
        return false;
    isn_str land = isn_lex_str(k->lex, ISN_T_COUNTRY, of, ISN_COUNTRY_ISO3);
    for (uint32_t i = 0; i < d->nrecipients; i++)
        if ((d->recipients[i].sector == ISN_SEC_GOV || d->recipients[i].sector == ISN_SEC_MIL ||
             d->recipients[i].sector == ISN_SEC_COP) &&
            isn_str_eq(d->recipients[i].country, land))
            return true;
    return false;
}

/* The one who says claim i is of the side that does claim j: Moscow and Russian forces, a ministry and its police. */
static bool speaks_for(const isn_work *k, uint32_t i, const isn_claim *d) {
    const isn_ev *e = told_by(k, i);
    const isn_chain *said = e->chain != ISN_NONE ? &k->chains.ptr[e->chain] : NULL;
    if (denier_in(&k->claims.ptr[i], d->actors, d->nactors))
        return true;
    if (said == NULL || !said->n || said->link[0].entity == ISN_NONE)
        return false;
    const isn_entity *x = isn_work_entity(k, said->link[0].entity);
    uint32_t of = x->country != ISN_NO_ROW ? x->country : k->m->story.country;
    if (of == ISN_NO_ROW || (x->country == ISN_NO_ROW && x->kind == ISN_ENT_SOURCE))
        return false;
    isn_str land = isn_lex_str(k->lex, ISN_T_COUNTRY, of, ISN_COUNTRY_ISO3);
    bool state = x->kind == ISN_ENT_PLACE || x->sector == ISN_SEC_GOV || x->sector == ISN_SEC_MIL ||
                 x->sector == ISN_SEC_COP;
    for (uint32_t n = 0; n < d->nactors; n++) {
        uint8_t sector = d->actors[n].sector;
        bool own = sector == ISN_SEC_GOV || sector == ISN_SEC_MIL || sector == ISN_SEC_COP;
        if (isn_str_eq(d->actors[n].country, land) && ((state && own) || x->sector == sector))
            return true;
    }
    return false;
}

static bool charge(const isn_work *k, const isn_ev *e, const isn_claim *c, const isn_claim *d,
                   uint32_t apart) {
    bool deed = c->event == ISN_EV_ASSAULT || c->event == ISN_EV_COERCE || c->event == ISN_EV_AID;
    if (d->event != ISN_EV_ACCUSE || d->mode == ISN_MODE_INVESTIGATE || apart > 4 ||
        (spoken(d) && same_origin(c, d)) || (!deed && e->type != ISN_TY_DENIAL))
        return false; /* لم يقر البرلمان القانون: denies no charge */
    if (e->flags & ISN_TG_OWN && apart <= 3 && d->mode != ISN_MODE_DISAPPROVE)
        return true; /* نفت ضلوعها: the charge just told */
    return share_party(d->recipients, d->nrecipients, c->actors, c->nactors) ||
           denier_in(c, d->recipients, d->nrecipients) || of_charged(k, e, d);
}

/* Does the accuser tell the deed too, right behind the charge: اتهمت القوات بقصف المطار، مشيرة إلى إصابة عاملين? */
static bool deed_charged(const isn_work *k, uint32_t j) {
    const isn_claim *d = &k->claims.ptr[j];
    if (d->event != ISN_EV_ACCUSE || j + 1 >= k->claims.len)
        return false;
    const isn_claim *deed = &k->claims.ptr[j + 1];
    return k->claim_sentence.ptr[j] == k->claim_sentence.ptr[j + 1] && same_origin(d, deed) &&
           deed->main && (deed->event == ISN_EV_ASSAULT || deed->event == ISN_EV_COERCE);
}

/* The doer is no more than the one who denies: what he denies may be another's. */
static bool says_for_himself(const isn_claim *c) {
    return c->nactors == 1 && c->nchain &&
           isn_str_eq(c->actors[0].mark.text, c->chain[0].mark.text);
}

/* Beaten is tortured, to those who deny torture. */
static bool abuse(const isn_claim *c, const isn_claim *d) {
    return c->mode == ISN_MODE_TORTURE && d->mode == ISN_MODE_BEAT;
}

/* The first claim of its kind that is the report's own news. */
static bool is_headline(const isn_work *k, uint32_t j) {
    for (uint32_t i = 0; i < j; i++)
        if (k->claims.ptr[i].main && k->claims.ptr[i].event == k->claims.ptr[j].event)
            return false;
    return k->claims.ptr[j].main;
}

/* سقوط مدينة كذا: that it was taken. */
static bool falls(const isn_work *k, const isn_ev *e) {
    return !e->verb && !e->effect && isn_work_framed(k, e->row, ISN_FR_CAPTIVE);
}

/* Means that are two, where a drone is an aircraft, and who blows himself up has explosives. */
static bool other_means(const isn_claim *a, const isn_claim *b) {
    if (!a->mode || !b->mode || a->mode == b->mode)
        return false;
    bool flown = (a->mode == ISN_MODE_DRONE && b->mode == ISN_MODE_AERIAL) ||
                 (a->mode == ISN_MODE_AERIAL && b->mode == ISN_MODE_DRONE);
    bool blown = (a->mode == ISN_MODE_SUICIDE_ATTACK && b->mode == ISN_MODE_EXPLOSIVES) ||
                 (a->mode == ISN_MODE_EXPLOSIVES && b->mode == ISN_MODE_SUICIDE_ATTACK);
    return !flown && !blown;
}

/* Workers here, fighters there: of one land, and not the same men. */
static bool civil_and_armed(const isn_claim *a, const isn_claim *b) {
    return a->nrecipients && b->nrecipients &&
           ((civil_sector(a->recipients[0].sector) && armed_sector(b->recipients[0].sector)) ||
            (armed_sector(a->recipients[0].sector) && civil_sector(b->recipients[0].sector)));
}

/* Between claim i and claim j, whose sentences are s and t, does a word set the one against the other? */
static bool but_between(const isn_work *k, uint32_t i, uint32_t j, uint32_t s, uint32_t t) {
    uint32_t from = s == t ? told_by(k, i)->last : k->scan->sentence_word[t];
    for (uint32_t w = from; w < told_by(k, j)->first; w++)
        if (k->fn[w] == ISN_FN_BUT || isn_role_cue(k, w, ISN_CUE_COUNTER))
            return true;
    return false;
}

/* How well claim j is what denial i denies: its own word again, the same doer, victims, place or means, a charge
 * against the one who denies; 0 when it cannot be, 1 when nothing but the kind of deed speaks for it. */
static unsigned denied_fit(const isn_work *k, uint32_t i, uint32_t j) {
    const isn_claim *c = &k->claims.ptr[i], *d = &k->claims.ptr[j];
    const isn_ev *e = told_by(k, i);
    uint32_t apart = i > j ? i - j : j - i;
    bool happened = !d->modality || d->modality == 3 || d->type == ISN_TY_COMMITMENT;
    if (d->type == ISN_TY_DENIAL || d->negative || !happened)
        return 0;
    if (j < i && charge(k, e, c, d, apart)) {
        bool noted = d->mode == ISN_MODE_DISAPPROVE && deed_charged(k, j) &&
                     k->claims.ptr[j + 1].event == c->event; /* سلمته مذكرة احتجاج على توغل */
        return noted || (e->event && e->type != ISN_TY_DENIAL && deed_charged(k, j)) ? 0 : 8;
    }
    if (j && j < i && e->event && d->event == c->event && deed_charged(k, j - 1) &&
        charge(k, e, c, &k->claims.ptr[j - 1], apart + 1))
        return 7; /* اتهمت القوات بقصف المطار …، ونفى المتحدث استهدافه */
    /* أسقطوا طائرة للجيش، ونفى الجيش فقدان أي طائرة: what is said to have befallen him */
    bool struck = e->type == ISN_TY_DENIAL && apart == 1 &&
                  (one_side(c->actors, c->nactors, d->recipients, d->nrecipients) ||
                   (c->mode == ISN_MODE_NONE && j < i && of_charged(k, e, d)));
    /* أتموا انسحابهم من القضاء، وقال القائم مقام إن الانسحاب لم يبدأ والمقرات في كذا على حالها: the very deed told last, wherever he looks */
    bool last_told = apart == 1 && j < i && !same_origin(c, d) &&
                     k->claim_sentence.ptr[i] <= k->claim_sentence.ptr[j] + 1;
    bool last = last_told && c->mode && c->mode == d->mode && isn_type_deed(c->event);
    if (d->event != c->event || !(last || place_fits_or_none(d, c) || same_province(d, c)) ||
        (tally(d) && d->type == ISN_TY_TALLY) ||
        (!says_for_himself(c) && !struck &&
         other_party(c->actors, c->nactors, d->actors, d->nactors)) ||
        other_party(c->recipients, c->nrecipients, d->recipients, d->nrecipients) ||
        civil_and_armed(c, d))
        return 0;
    bool word = lemma(k, i) == lemma(k, j) || told_by(k, i)->row == told_by(k, j)->row;
    /* استهدفوا سفينة بمسيرة وصاروخين. لكن القيادة قالت إن السفينة لم تصب */
    bool set_against = last_told && did_not(k, e) && (!c->nactors || says_for_himself(c)) &&
                       but_between(k, j, i, k->claim_sentence.ptr[j], k->claim_sentence.ptr[i]);
    if (other_means(c, d) && !word && !set_against && !like_victims(c, d) && !abuse(c, d))
        return 0;
    bool doer = share_party(c->actors, c->nactors, d->actors, d->nactors);
    bool met =
        c->event == ISN_EV_CONSULT && doer && apart <= 2 && !same_origin(c, d); /* التقوا، لقاء */
    if (speech(c->event) && !word && !met && (!doer || !c->mode || c->mode != d->mode))
        return 0;
    if (counted(d, ISN_WHAT_CAPTURED) && !counted(d, 0) && e->effect != ISN_WHAT_CAPTURED &&
        !word && e->type != ISN_TY_DENIAL)
        return 0; /* نفى سقوط المعسكر, not that men were taken there */
    if (c->event == ISN_EV_ASSAULT && e->effect == ISN_WHAT_CAPTURED && !word &&
        !counted(d, ISN_WHAT_CAPTURED) && d->mode != ISN_MODE_ABDUCT)
        return 0; /* لا صحة لاحتجاز رهائن, where nobody was told to be taken */
    if (falls(k, e) && !c->nplaces && counted(d, 0))
        return 0; /* نفى سقوط المدينة, where men were killed */
    if (civilians(c) && fighters(d))
        return 0; /* أي مدني لم يصب, where fighters were killed */
    if (e->flags & ISN_TG_CASUALTY && d->mode == ISN_MODE_DESTROY && !d->ncounts && !d->nrecipients)
        return 0; /* نفى سقوط قتلى, where huts were burnt */
    unsigned fit = 1;
    fit += word ? 3 : 0;
    fit += doer ? 3 : c->nactors && !d->nactors ? 1 : 0;
    fit += like_victims(c, d) ? 1 : 0;
    fit += struck ? 2 : 0;
    bool at_once = e->type == ISN_TY_DENIAL && i == j + 1 &&
                   k->claim_sentence.ptr[i] == k->claim_sentence.ptr[j];
    fit += at_once ? 3 : 0; /* أطلقوا الغاز، ونفت استخدام القوة */
    fit += denier_in(c, d->actors, d->nactors) ? 2 : 0;
    fit += share_party(c->recipients, c->nrecipients, d->recipients, d->nrecipients) ? 2 : 0;
    fit += c->nplaces && d->nplaces ? 1 : 0;
    fit += c->mode && c->mode == d->mode ? 1 : 0;
    fit += (c->ncounts || e->flags & ISN_TG_CASUALTY) && counted(d, 0) ? 2 : 0;
    bool known = e->definite && !e->verb && (apart <= 3 || word);
    fit += e->flags & (ISN_TG_TOLD | ISN_TG_OWN) || known ? 2 : 0;
    /* his men did not fire, and the hospital received the wounded: of one thing, though no doer is named */
    if (did_not(k, e) && apart <= 2 && !d->nactors && counted(d, 0) && !same_origin(c, d))
        fit += 2;
    if (doer && fit == 4 && apart > 2 && !is_headline(k, j))
        return 1; /* of one land, and nothing else */
    return d->main || fit < 2 ? fit : fit - 1;
}

static bool titled(const isn_work *k, uint32_t claim) {
    return k->block_role[k->claim_sentence.ptr[claim]] == ISN_ROLE_TITLE;
}

/* The sentence that tells it, of the headline and the one below that tells it again the latter. */
static uint32_t told_last(const isn_work *k, uint32_t claim) {
    uint32_t s = k->claim_sentence.ptr[claim], t = told_by(k, claim)->sentence;
    return s > t ? s : t;
}

/* Two tell, the one soon after the other. */
static bool two_tell(const isn_work *k, uint32_t i, uint32_t j, uint32_t near) {
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    return j - i <= near && spoken(a) && spoken(b) && !same_origin(a, b);
}

/* لكن، بخلاف ذلك، في رواية أخرى: another tells the same otherwise, which فيما and من جهته need not mean. */
static bool countered(const isn_work *k, uint32_t i, uint32_t j) {
    enum { NEAR = 3 };
    if (!two_tell(k, i, j, NEAR))
        return false;
    uint32_t s = told_last(k, i), t = told_by(k, j)->sentence;
    bool above = titled(k, i) && s < t; /* in the headline, and told since */
    return t >= s && (t - s <= 1 || above) && but_between(k, i, j, s, t);
}

/* Who tells of a raid and that no civilian was hurt does not contradict himself. */
static bool tells_both(const isn_claim *c, const isn_claim *d) {
    return spoken(c) && spoken(d) && d->event != ISN_EV_ACCUSE && same_origin(c, d);
}

/* قصفت الحركة المطار. وقال الجيش إن المطار لم يكن هدفا لأي هجوم: of what another has told in the sentence before, or in this one. */
static bool answers_last(const isn_work *k, uint32_t i) {
    return i && two_tell(k, i - 1, i, 1) && !titled(k, i - 1) &&
           k->claim_sentence.ptr[i] <= k->claim_sentence.ptr[i - 1] + 1 &&
           isn_type_deed(k->claims.ptr[i].event) && denied_fit(k, i, i - 1);
}

/* Twice the fit, and one more where the denial names a deed, and where it follows at once or the report is about it. */
static unsigned denied_weight(const isn_work *k, uint32_t i, uint32_t j) {
    const isn_ev *e = told_by(k, i);
    unsigned weight = denied_fit(k, i, j) * 2, kind = e->form & ISN_FORM_KIND;
    bool quality = kind == ISN_FORM_ACTIVE || kind == ISN_FORM_PASSIVE_PART || kind == ISN_FORM_ADJ;
    if (!weight || (quality && e->event)) /* ذخائر غير منفجرة */
        return 0;
    weight += e->type != ISN_TY_DENIAL;
    if (j < i && k->claim_sentence.ptr[i] == k->claim_sentence.ptr[j] &&
        tells_both(&k->claims.ptr[i], &k->claims.ptr[j]))
        weight += 8; /* شنت غارة …، وأن أي مدني لم يصب */
    if (j < i && e->type == ISN_TY_DENIAL && countered(k, j, i))
        weight += 2; /* قالوا إن القوات استعملت الغاز، بيد أن السلطات نفت اللجوء إليه */
    bool last = j + 1 == i || (j + 2 == i && isn_type_led_up(k, j + 1));
    return weight + (j < i && (last || (is_headline(k, j) && !tally(&k->claims.ptr[j]))));
}

/* …، وهو ما نفاه الجيش: a pronoun's denial is of what was told right before it in the sentence, or of the charge there.
 * ISN_NONE where it is no such denial. */
static uint32_t just_told(const isn_work *k, uint32_t i) {
    const isn_ev *e = told_by(k, i);
    uint32_t found = ISN_NONE;
    if (e->type != ISN_TY_DENIAL || !e->verb || e->first == k->s0[e->sentence] ||
        k->fn[e->first - 1] != ISN_FN_WHICH)
        return ISN_NONE;
    for (uint32_t j = i; j-- > 0 && k->claim_sentence.ptr[j] == e->sentence;) {
        const isn_claim *d = &k->claims.ptr[j];
        if (d->type == ISN_TY_DENIAL || d->negative || told_by(k, j)->first > e->first)
            continue;
        if (d->event == ISN_EV_ACCUSE)
            return j;
        if (!told_by(k, j)->blamed)
            return d->event == k->claims.ptr[i].event ? j : found;
        found = j; /* with which somebody is charged */
    }
    return found;
}

/* «والجيش يكذب» in the headline, وكذب المتحدث هذه الأنباء in the sentence below that tells it again. */
static bool points_back_below(const isn_work *k, uint32_t i) {
    uint32_t s = k->claim_sentence.ptr[i];
    if (told_by(k, i)->sentence == s)
        return false;
    for (uint32_t n = k->sentence_ev[s]; n < k->sentence_ev[s + 1]; n++)
        if (k->evs.ptr[n].type == ISN_TY_DENIAL && isn_type_points_back(k, &k->evs.ptr[n]))
            return true;
    return false;
}

/* قالوا إن القوات أطلقت الرصاص. ونفت المديرية ذلك: a denial that points back is of what another told last, in the sentence or
 * the one before, be it the charge. */
static uint32_t pointed_at(const isn_work *k, uint32_t i) {
    const isn_claim *c = &k->claims.ptr[i];
    if (!isn_type_points_back(k, told_by(k, i)) && !points_back_below(k, i))
        return ISN_NONE;
    for (uint32_t j = i; j-- > 0 && k->claim_sentence.ptr[j] + 1 >= k->claim_sentence.ptr[i];) {
        const isn_claim *d = &k->claims.ptr[j];
        if (d->type == ISN_TY_DENIAL || d->negative || !d->main || same_origin(c, d))
            continue;
        if (d->event == ISN_EV_ACCUSE || d->event == c->event)
            return j;
    }
    return ISN_NONE;
}

/* «والسلطات تنفي اللجوء إلى الغاز» in the headline: the first deed of its kind, by another, beside it or right below. */
static uint32_t below_title(const isn_work *k, uint32_t i) {
    enum { NEAR = 2 };
    const isn_claim *c = &k->claims.ptr[i];
    for (uint32_t j = i > NEAR ? i - NEAR : 0; j < k->claims.len && j <= i + NEAR; j++) {
        const isn_claim *d = &k->claims.ptr[j];
        if (j != i && d->main && d->event == c->event && d->type != ISN_TY_DENIAL && spoken(d) &&
            !d->negative && !d->modality && !tally(d) && !same_origin(c, d) && denied_fit(k, i, j))
            return j;
    }
    return ISN_NONE;
}

/* «القوة الجوية» تتبرأ من القصف in the headline, whose denial is told again below the charge against it. */
static uint32_t charged_below(const isn_work *k, uint32_t i) {
    enum { NEAR = 2 };
    const isn_claim *c = &k->claims.ptr[i];
    if (k->claim_sentence.ptr[i] == told_by(k, i)->sentence)
        return ISN_NONE;
    for (uint32_t j = i + 1; j < k->claims.len && j <= i + NEAR; j++) {
        const isn_claim *d = &k->claims.ptr[j];
        if (d->event == ISN_EV_ACCUSE && d->type != ISN_TY_DENIAL && !d->negative && d->main &&
            d->mode != ISN_MODE_INVESTIGATE && !same_origin(c, d) &&
            k->claim_sentence.ptr[j] <= k->claim_sentence.ptr[i] &&
            (one_side(d->recipients, d->nrecipients, c->actors, c->nactors) ||
             denier_in(c, d->recipients, d->nrecipients)))
            return j;
    }
    return ISN_NONE;
}

/* ما زالت البلدة في أيدي قواتها: against the nearest who told before that it was taken, or that they were freed. */
static uint32_t changed_before(const isn_work *k, uint32_t i) {
    const isn_claim *c = &k->claims.ptr[i];
    for (uint32_t j = i; j-- > 0 && isn_work_framed(k, told_by(k, i)->row, ISN_FR_HELD);) {
        const isn_claim *d = &k->claims.ptr[j];
        if (d->event == c->event && d->mode == c->mode && d->type != ISN_TY_DENIAL &&
            !d->negative && d->main && !same_origin(c, d))
            return j;
    }
    return ISN_NONE;
}

static void refer_denial(isn_work *k, uint32_t i) {
    enum { BACK = 40, AHEAD = 2, ENOUGH = 4 };
    isn_claim *c = &k->claims.ptr[i];
    c->refers_to = just_told(k, i);
    if (c->refers_to == ISN_NONE)
        c->refers_to = pointed_at(k, i);
    if (c->refers_to == ISN_NONE)
        c->refers_to = changed_before(k, i);
    if (c->refers_to != ISN_NONE) {
        if (!c->mode && k->claims.ptr[c->refers_to].event == c->event)
            c->mode = k->claims.ptr[c->refers_to].mode;
        return;
    }
    unsigned best = ENOUGH - 1;
    uint32_t first = i > BACK ? i - BACK : 0;
    for (uint32_t j = i; j-- > first;) { /* the nearest of the best */
        unsigned weight = denied_weight(k, i, j);
        if (weight > best)
            best = weight, c->refers_to = j;
    }
    bool answers = answers_last(k, i); /* and not what is told further on */
    for (uint32_t j = i + 1; !answers && j < k->claims.len && j - i <= AHEAD; j++) {
        bool again =
            lemma(k, i) == lemma(k, j) || (did_not(k, told_by(k, i)) && !k->claims.ptr[j].nactors);
        const isn_claim *d = &k->claims.ptr[j]; /* the headline denies what the report tells */
        again |= !same_origin(c, d) && told_by(k, i)->row == told_by(k, j)->row;
        again |= (!i || titled(k, i)) &&
                 share_party(c->actors, c->nactors, d->actors, d->nactors) && !same_origin(c, d);
        again |= !same_origin(c, d) && c->nrecipients && place_fits(c, d) &&
                 share_party(c->recipients, c->nrecipients, d->recipients, d->nrecipients);
        /* نفت الوزارة توقيفه. وكان المحامي قال إنه اعتقل: what had been said, and is denied above */
        bool said = !same_origin(c, d) && d->event == c->event && spoken(d) &&
                    k->fn[k->s0[k->claim_sentence.ptr[j]]] == ISN_FN_KANA;
        unsigned weight = again || said ? denied_weight(k, i, j) : 0;
        weight += weight && said ? 3 : 0;
        if (weight > best + 1)
            best = weight, c->refers_to = j;
    }
    uint32_t below = charged_below(k, i);
    if (below != ISN_NONE)
        c->refers_to = below;
    if (c->refers_to == ISN_NONE && titled(k, i))
        c->refers_to = below_title(k, i);
    if (c->refers_to != ISN_NONE && !c->mode && k->claims.ptr[c->refers_to].event == c->event)
        c->mode = k->claims.ptr[c->refers_to].mode; /* what is denied, is denied as it was told */
    if (c->refers_to != ISN_NONE && (!c->date.known || c->date.soft) &&
        k->claims.ptr[c->refers_to].date.known && isn_type_deed(c->event))
        c->date = k->claims.ptr[c->refers_to].date; /* and of its day */
}

static void refer_update(isn_work *k, uint32_t i) {
    isn_claim *c = &k->claims.ptr[i];
    for (uint32_t j = i; j-- > 0 && i - j < 40;) {
        const isn_claim *d = &k->claims.ptr[j];
        if (d->event == c->event && d->type != ISN_TY_DENIAL && !d->negative) {
            c->refers_to = j;
            c->mode = c->mode ? c->mode : d->mode;
            return;
        }
    }
    for (uint32_t j = i + 1; j < k->claims.len; j++) /* "after an earlier toll of 11": it follows */
        if (k->claims.ptr[j].event == c->event && k->claims.ptr[j].ncounts) {
            c->refers_to = j;
            return;
        }
}

/* A denial told again, by the headline, by the same speaker, or in the next breath, is one. */
static bool denied_elsewhere(const isn_work *k, uint32_t i) {
    enum { NEAR = 8 };
    const isn_claim *c = &k->claims.ptr[i];
    for (uint32_t j = i > NEAR ? i - NEAR : 0; j < k->claims.len && j < i + NEAR; j++) {
        const isn_claim *d = &k->claims.ptr[j];
        if (j == i || d->type != ISN_TY_DENIAL || d->refers_to != c->refers_to)
            continue;
        if (titled(k, i) != titled(k, j) ? titled(k, i)
                                         : j < i && (i - j == 1 || same_origin(c, d)))
            return true;
    }
    return false;
}

/* نفت مسؤوليتها عن القصف: that it was hers, not that it happened. */
static bool not_his_own(const isn_work *k, const isn_ev *deed) {
    enum { NEAR = 10 };
    for (uint32_t n = k->sentence_ev[deed->sentence]; n < k->sentence_ev[deed->sentence + 1]; n++) {
        const isn_ev *e = &k->evs.ptr[n];
        if (e->flags & ISN_TG_OWN && e->first <= deed->first && deed->first - e->first <= NEAR)
            return true;
    }
    return false;
}

/* What the two sides differ on. */
static const char *denied_field(const isn_work *k, uint32_t i) {
    const isn_claim *c = &k->claims.ptr[i], *d = &k->claims.ptr[c->refers_to];
    if (d->event == ISN_EV_ACCUSE || not_his_own(k, told_by(k, i)))
        return "actors";
    if (c->ncounts && counted(d, c->counts[0].what))
        return isn_vocab_what[c->counts[0].what];
    const isn_ev *e =
        told_by(k, i); /* نفى وقوع أي خسائر في الأرواح, where a hospital counts two dead */
    if (!e->verb && e->flags & ISN_TG_CASUALTY && e->effect && counted(d, e->effect))
        return isn_vocab_what[e->effect];
    return "occurrence";
}

/* Is there anything in the claim that the denial denies? A death denied stands beside the wounded, and a habit (لا يطلقون
 * النار إلا ردا) beside any one deed. */
static bool meets(const isn_work *k, uint32_t i) {
    const isn_claim *c = &k->claims.ptr[i], *d = &k->claims.ptr[c->refers_to];
    const isn_ev *e = told_by(k, i);
    bool habit = e->verb && (e->form & ISN_FORM_KIND) == ISN_FORM_IMPF && e->first &&
                 k->fn[e->first - 1] == ISN_FN_NOT;
    bool death = e->effect == ISN_WHAT_KILLED && e->flags & ISN_TG_CASUALTY &&
                 counted(d, ISN_WHAT_WOUNDED) && !counted(d, ISN_WHAT_KILLED);
    for (uint32_t n = k->sentence_ev[e->sentence]; n < k->sentence_ev[e->sentence + 1]; n++)
        if (k->evs.ptr[n].group == e->group && k->evs.ptr[n].effect == ISN_WHAT_WOUNDED)
            death = false; /* وقوع أي إصابات */
    /* صعد مسلحون إلى السفينة. ولم يصب طاقمها بأذى: nobody is said to have been hurt */
    bool unhurt = e->flags & ISN_TG_CASUALTY && e->effect && !counted(d, 0) && !d->nrecipients;
    return !habit && !death && !unhurt;
}

/* استدعت السفير على خلفية القصف: who is charged, warned or called in by some claim before, or his land. */
static bool taken_to_task(const isn_work *k, uint32_t i) {
    enum { BACK = 8 };
    const isn_claim *c = &k->claims.ptr[i];
    for (uint32_t j = i; j-- > 0 && i - j <= BACK;) {
        const isn_claim *d = &k->claims.ptr[j];
        if (d->event != ISN_EV_ASSAULT &&
            share_party(c->actors, c->nactors, d->recipients, d->nrecipients))
            return true;
    }
    return false;
}

/* Gunmen of whom nothing else is told did it. */
static bool strangers(const isn_claim *c) {
    return c->nactors && c->actors[0].sector == ISN_SEC_UAF && !c->actors[0].id.len;
}

/* تعرضت ناقلة لهجوم …، ونفت الجماعة صلتها به: nobody has said that it was she, and both can hold. What is denied may be the
 * charges themselves (نفت هذه الاتهامات). */
static bool nobody_blamed(const isn_work *k, uint32_t i) {
    const isn_claim *c = &k->claims.ptr[i], *d = &k->claims.ptr[c->refers_to];
    const isn_ev *e = told_by(k, i);
    if (d->event == ISN_EV_ACCUSE || !(e->flags & ISN_TG_OWN || not_his_own(k, e)))
        return false;
    for (const isn_ev *q = e + 1; q < k->evs.ptr + k->evs.len && q->sentence == e->sentence; q++)
        if (q->event == ISN_EV_ACCUSE && !q->verb)
            return false;
    return (!share_party(c->actors, c->nactors, d->actors, d->nactors) || strangers(d)) &&
           !speaks_for(k, i, d) && !taken_to_task(k, i);
}

/* أصابت عبوة حافلة …، ونفت الحركة أن تكون زرعتها; خطفه ملثمون …، ونفت الوزارة أن تكون قواتها نفذت العملية: whose bomb or gunmen they were nobody has
 * said. */
static bool of_unknown_hand(const isn_work *k, uint32_t i) {
    const isn_claim *c = &k->claims.ptr[i], *d = &k->claims.ptr[c->refers_to];
    bool unknown = d->nactors ? strangers(d) : d->mode == ISN_MODE_EXPLOSIVES;
    return told_by(k, i)->event && told_by(k, i)->type != ISN_TY_DENIAL && told_by(k, i)->verb &&
           told_by(k, i)->actors.n && c->nactors && unknown && d->event == ISN_EV_ASSAULT &&
           !one_side(c->actors, c->nactors, d->actors, d->nactors) && !taken_to_task(k, i);
}

static void occurrence(isn_work *k, uint32_t i) {
    const isn_claim *c = &k->claims.ptr[i];
    if (c->type != ISN_TY_DENIAL || c->refers_to == ISN_NONE || !c->main ||
        !k->claims.ptr[c->refers_to].main || denied_elsewhere(k, i) || !meets(k, i) ||
        nobody_blamed(k, i) || of_unknown_hand(k, i) || tells_both(c, &k->claims.ptr[c->refers_to]))
        return;
    bool accused = k->claims.ptr[c->refers_to].event == ISN_EV_ACCUSE;
    note(k, c->refers_to, i, denied_field(k, i),
         isn_str_z(accused ? "charged with it, and denied" : "said to have happened, and denied"));
}

/* ---- counts ------------------------------------------------------------------------------------------------------ */

static bool share_days(const isn_claim *a, const isn_claim *b) {
    if (!a->date.known || !b->date.known || a->date.start == ISN_NO_DAY ||
        b->date.start == ISN_NO_DAY)
        return true;
    if (!a->date.mark.text.len || !b->date.mark.text.len)
        return true; /* that of the paper, for want of another */
    /* the day that a toll rose is later than that of the attack */
    int32_t slack = a->type == ISN_TY_UPDATE ? 7 : 0;
    return a->date.start - slack <= b->date.end && b->date.start <= a->date.end;
}

/* ما لا يقل عن 17، ونحو عشرين: a figure not less than the least that the other tells of. */
static bool at_least(const isn_rec_count *x, const isn_rec_count *y) {
    return (x->quantity == ISN_Q_ABOUT || x->quantity == ISN_Q_EXACT) && x->best != ISN_NO_COUNT &&
           y->quantity == ISN_Q_AT_LEAST && y->low != ISN_NO_COUNT && x->best >= y->low;
}

static bool cannot_both(const isn_rec_count *x, const isn_rec_count *y) {
    if (x->what != y->what || x->what == ISN_WHAT_ACTIONS)
        return false;
    if (x->quantity == ISN_Q_VAGUE || y->quantity == ISN_Q_VAGUE)
        return false;
    if ((x->best == ISN_NO_COUNT && x->high == 1) || (y->best == ISN_NO_COUNT && y->high == 1))
        return false; /* losses of which no number is told */
    if (at_least(x, y) || at_least(y, x))
        return false;
    if (x->best != ISN_NO_COUNT && y->best != ISN_NO_COUNT)
        return x->best != y->best;
    if (x->high != ISN_NO_COUNT && y->low != ISN_NO_COUNT && x->high < y->low)
        return true;
    return y->high != ISN_NO_COUNT && x->low != ISN_NO_COUNT && y->high < x->low;
}

/* أحد القتلى، جثتاهما: the dead told of before, a part of them. */
static bool points_back(const isn_work *k, const isn_ev *e) {
    if (e->verb || !(e->flags & ISN_TG_CASUALTY))
        return false;
    const isn_word *w = &k->scan->words[e->last - 1];
    return e->definite ||
           w->reading[e->reading < w->nreadings ? e->reading : 0].suf != ISN_SUF_NONE;
}

/* No other blow is told between the two. */
static bool follows(const isn_work *k, uint32_t i, uint32_t j) {
    enum { NEAR = 3 };
    if (j - i > NEAR)
        return false;
    for (uint32_t c = i + 1; c < j; c++)
        if (k->claims.ptr[c].event == ISN_EV_ASSAULT)
            return false;
    return true;
}

/* قال المرصد إن …، في حين قال الدفاع المدني؛ غير أن المشفى سجل: two tell of it, one against the other, in one sentence or
 * at the head of the next. */
static bool told_against(const isn_work *k, uint32_t i, uint32_t j) {
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    uint32_t s = k->claim_sentence.ptr[i], t = k->claim_sentence.ptr[j];
    if (!follows(k, i, j) || t - s > 1 || !spoken(a) || !spoken(b))
        return false;
    if (isn_work_framed(k, told_by(k, j)->row, ISN_FR_FIGURE) && !same_origin(a, b))
        return true; /* 15 وفق الإسعاف، وسبعة بحسب الشرطة */
    uint32_t from = s == t ? told_by(k, i)->first : k->s0[t];
    for (uint32_t w = from; w < told_by(k, j)->first; w++)
        if (k->fn[w] == ISN_FN_WHILE || k->fn[w] == ISN_FN_BUT ||
            isn_role_cue(k, w, ISN_CUE_CONTRAST) || isn_role_cue(k, w, ISN_CUE_COUNTER))
            return true;
    return false;
}

/* ، لكن مديرة المستشفى ذكرت أن عدد القتلى بلغ تسعة: a figure of its own right after the attack, and of its size where
 * nothing sets it against the other. */
static bool next_toll(const isn_work *k, uint32_t i, uint32_t j) {
    enum { TIMES = 3 };
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    const isn_ev *e = told_by(k, j);
    bool toll = e->reached || (e->definite && isn_count_predicate(k, e->last) != ISN_NONE) ||
                (e->first && (isn_role_cue(k, e->first - 1, ISN_CUE_NUMBER) ||
                              isn_role_cue(k, e->first - 1, ISN_CUE_TOLL)));
    int64_t x = toll_of(a), y = toll_of(b);
    bool dated = b->date.mark.text.len && b->date.mark.start >= b->evidence.start &&
                 b->date.mark.start < b->evidence.end; /* by its own sentence */
    if (!follows(k, i, j) || !toll || dated || x <= 0 || y <= 0)
        return false;
    return told_against(k, i, j) || (x <= y * TIMES && y <= x * TIMES);
}

/* Soldiers here, children there: two figures of two things. */
static bool other_victims(const isn_rec_count *x, const isn_rec_count *y) {
    return x->side && y->side && x->side != y->side;
}

/* بعد تفجير: an act that is named without the article, and that what is told came after. */
static bool after_it(const isn_work *k, const isn_ev *e) {
    return !e->verb && !e->definite && e->first && k->fn[e->first - 1] == ISN_FN_AFTER;
}

/* قصفوا الفلوجة …، وقال أطباء إن القصف أوقع 11: told of a blow at that place since, and a is of no place. */
static bool nearer(const isn_work *k, uint32_t i, uint32_t j) {
    const isn_claim *b = &k->claims.ptr[j];
    if (k->claims.ptr[i].nplaces || !b->nplaces)
        return false;
    for (uint32_t c = i + 1; c < j; c++) {
        const isn_claim *d = &k->claims.ptr[c];
        if (d->event == b->event && d->nplaces && share_place(d, b))
            return true;
    }
    return false;
}

/* ارتفع العدد إلى خمسة. وكنا ذكرنا أن الهجوم أوقع أربعة: the smaller toll of before a rise, told behind it. */
static bool risen_from(const isn_work *k, uint32_t i, uint32_t j) {
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    int64_t x = toll_of(a), y = toll_of(b);
    return a->type == ISN_TY_UPDATE && y > 0 && y < x &&
           k->fn[k->s0[k->claim_sentence.ptr[j]]] == ISN_FN_KANA;
}

/* Something says that both tell one event: a place, "the explosion", a hospital or rescuers with a toll and nothing
 * else; nothing that they tell two. */
static bool one_event(const isn_work *k, uint32_t i, uint32_t j) {
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    const isn_ev *e = told_by(k, j);
    if (other_means(a, b))
        return false;
    if (other_party(a->recipients, a->nrecipients, b->recipients, b->nrecipients) ||
        other_party(a->actors, a->nactors, b->actors, b->nactors))
        return false;
    bool reached =
        e->reached && a->nplaces && b->nplaces; /* وقال إن عدد القتلى في المدينة بلغ ثلاثة */
    if ((points_back(k, told_by(k, i)) && !told_by(k, i)->reached) ||
        (points_back(k, e) && !next_toll(k, i, j) && !reached))
        return false;
    if (nearer(k, i, j) || risen_from(k, i, j))
        return false;
    if (after_it(k, e))
        return false; /* بعد تفجير خلف قتيلين: another one, before */
    if (a->nplaces && b->nplaces)
        return true; /* share_place has seen to it */
    if (told_against(k, i, j))
        return true;
    if ((e->definite && !e->verb) || e->flags & ISN_TG_CLAIM)
        return true;
    if (lemma(k, i) == lemma(k, j) && follows(k, i, j) && !b->nactors && !b->nplaces && e->verb &&
        spoken(a) && spoken(b))
        return true; /* قالت الشرطة إنه طعن ثلاثة، وقالت شاهدة إنه طعن خمسة */
    bool toll_only = !b->nactors && !b->mode;
    return toll_only && spoken(b) && j - i <= (is_headline(k, i) ? 6 : 3) &&
           (b->type == ISN_TY_STATEMENT || !b->nplaces);
}

/* وثقت الوزارة مقتل 163 صحفيا منذ بدء الحرب، لكن لجنة وثقت مقتل 113 فقط: two sums over one time. */
static bool one_sum(const isn_work *k, uint32_t i, uint32_t j) {
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    bool sums = b->type == ISN_TY_TALLY && (a->type == ISN_TY_TALLY || a->type == ISN_TY_UPDATE);
    sums |= tally(a) && tally(b) && a->event == b->event && a->date.known && b->date.known &&
            a->date.start == b->date.start && a->date.end == b->date.end;
    if (!sums)
        return false;
    bool none = !a->nrecipients && !b->nrecipients;
    bool here = place_fits(a, b) || k->claim_sentence.ptr[i] == k->claim_sentence.ptr[j];
    return told_against(k, i, j) && !same_origin(a, b) && here && share_days(a, b) &&
           (none || like_victims(a, b) ||
            share_party(a->recipients, a->nrecipients, b->recipients, b->nrecipients));
}

/* أما المرصد فأحصى مقتل ستة: a sum over no time, set against another's figure of the blow, is of that blow. */
static bool undated_sum(const isn_claim *c) {
    return c->type == ISN_TY_TALLY && (!c->date.known || c->date.start == ISN_NO_DAY) &&
           !c->date.mark.text.len;
}

/* فتحدث عن استقبال ست جثث منذ صباح الجمعة: over the days of the blow alone. */
static bool since_then(const isn_claim *a, const isn_claim *b) {
    enum { DAYS = 3 };
    return b->date.known && b->date.start != ISN_NO_DAY && a->date.known &&
           a->date.start != ISN_NO_DAY && b->date.end - b->date.start <= DAYS &&
           b->date.start + 1 >= a->date.start;
}

/* حصيلة أولية تحدثت عن 15، ثم ارتفعت إلى 22: a toll that a later one has replaced stands against nobody's. */
static bool replaced(const isn_work *k, uint32_t i) {
    const isn_claim *a = &k->claims.ptr[i];
    if (a->type == ISN_TY_UPDATE && a->refers_to != ISN_NONE && a->refers_to < i &&
        toll_of(a) < toll_of(&k->claims.ptr[a->refers_to]))
        return true;
    return k->updated[i];
}

/* 21 شهيدا في النصيرات وخان يونس. وفي خان يونس تسعة: of one of the two known places of a whole, fewer. */
static bool part_by_place(const isn_claim *a, const isn_claim *b) {
    bool here = false, elsewhere = false;
    if (b->nplaces != 1 || !b->places[0].id.len || toll_of(b) >= toll_of(a))
        return false;
    for (uint32_t i = 0; i < a->nplaces; i++) {
        const isn_rec_place *x = &a->places[i];
        if (!x->id.len || x->precision > 2)
            return false;
        bool same = isn_str_eq(x->id, b->places[0].id);
        here |= same;
        elsewhere |= !same && !site_of(x->mark.text, b->places[0].mark.text);
    }
    return here && elsewhere;
}

static bool fights(const isn_claim *c) {
    uint8_t role = c->nchain ? c->chain[0].role : ISN_LINK_UNKNOWN;
    return role == ISN_LINK_BELLIGERENT || (role == ISN_LINK_SPOKESPERSON && c->chain[0].party);
}

/* أعلن الجيش مقتل ثلاثة من جنوده. وقالت الجماعة إنها قتلت خمسين جنديا: two who fight tell, one right behind the other, of the dead of one
 * kind, and neither where. */
static bool two_sides(const isn_work *k, uint32_t i, uint32_t j) {
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    return j == i + 1 && told_by(k, j)->sentence - told_by(k, i)->sentence == 1 && !a->nplaces &&
           !b->nplaces && fights(a) && fights(b) && like_victims(a, b);
}

static bool comparable(const isn_work *k, uint32_t i, uint32_t j) {
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    if (one_sum(k, i, j))
        return true;
    if (!(spoken(a) || spoken(b)) || same_origin(a, b)) /* most pairs */
        return false;
    bool sum = tally(b) && !((undated_sum(b) || since_then(a, b)) && told_against(k, i, j));
    if (tally(a) || sum || struck_back(a, b) || part_by_place(a, b))
        return false;
    if (b->type == ISN_TY_UPDATE || a->refers_to == j || b->refers_to == i || replaced(k, i))
        return false;
    const isn_ev *e = told_by(k, j);
    bool those =
        e->flags & ISN_TG_CASUALTY && j == i + 1; /* نقلت 15 جثة، وأعلنت الشرطة أن القتلى سبعة */
    bool that =
        e->definite && !e->verb && (those || lemma(k, i) == lemma(k, j)); /* نزاع …، في النزاع */
    bool here = share_place(a, b) ||
                ((that || two_sides(k, i, j) || told_against(k, i, j)) && place_fits(a, b));
    return here && share_days(a, b) && one_event(k, i, j);
}

/* All whom it befell are of a kind that is told. */
static bool known_victims(const isn_claim *c) {
    for (uint32_t i = 0; i < c->nrecipients; i++)
        if (!c->recipients[i].sector)
            return false;
    return c->nrecipients > 0;
}

static bool harmless(const isn_rec_count *x, const isn_rec_count *y) {
    return x->quantity == ISN_Q_NONE || y->quantity == ISN_Q_NONE;
}

/* قصفوا أطراف البلدة دون إصابات. وقتل جندي: that nobody was hurt by one blow says nothing of the next, unless the two are set
 * against each other or the second tells of "the blow". */
static bool of_that_blow(const isn_work *k, uint32_t i, uint32_t j) {
    const isn_ev *e = told_by(k, j);
    return told_against(k, i, j) || (e->definite && !e->verb);
}

/* One figure of dead above a report in which one blow killed another, and none is told of others: of the claims below the only
 * one that counts dead. ISN_NONE where there are several. */
static uint32_t only_toll(const isn_work *k, uint32_t title) {
    uint32_t found = ISN_NONE;
    for (uint32_t j = 0; j < k->claims.len; j++) {
        const isn_claim *c = &k->claims.ptr[j];
        if (j == title || !counted(c, ISN_WHAT_KILLED) || c->negative || c->modality)
            continue;
        if (found != ISN_NONE || tally(c) || titled(k, j))
            return ISN_NONE;
        found = j;
    }
    return found;
}

static void headline_toll(isn_work *k, uint32_t i) {
    const isn_claim *a = &k->claims.ptr[i];
    if (!titled(k, i) || a->nanchors > 2 || killed(a) <= 0 || tally(a) || spoken(a))
        return;
    uint32_t j = only_toll(k, i);
    const isn_claim *b = j != ISN_NONE ? &k->claims.ptr[j] : NULL;
    if (b != NULL && killed(b) > 0 && killed(b) != killed(a) && b->type == ISN_TY_INCIDENT &&
        b->event == a->event && share_days(a, b) && a->nplaces && b->nplaces &&
        (place_fits(a, b) || same_province(a, b)) &&
        !other_party(a->recipients, a->nrecipients, b->recipients, b->nrecipients))
        note(k, i, j, "killed", isn_str_z("one figure in the headline, another below"));
}

static void counts(isn_work *k, uint32_t i, uint32_t j) {
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    if (!a->ncounts || !b->ncounts || !comparable(k, i, j) || told_by(k, j)->another)
        return; /* وآخر في بلدة كذا: one of the two that the headline counts */
    if (known_victims(a) && known_victims(b) && !like_victims(a, b) && !told_against(k, i, j))
        return; /* thirty militants, and an officer with three soldiers */
    for (uint32_t x = 0; x < a->ncounts; x++)
        for (uint32_t y = 0; y < b->ncounts; y++)
            if (cannot_both(&a->counts[x], &b->counts[y]) &&
                !other_victims(&a->counts[x], &b->counts[y]) &&
                !(harmless(&a->counts[x], &b->counts[y]) && !of_that_blow(k, i, j)))
                note(k, i, j, isn_vocab_what[a->counts[x].what],
                     isn_str_z("two figures for one event"));
}

/* أفرجت عن 113، وقالت اللجنة إن عدد المفرج عنهم 108: of those held, freed or driven out, told by another right behind. */
static void held_counts(isn_work *k, uint32_t i, uint32_t j) {
    enum { NEAR = 2 };
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    const isn_ev *e = told_by(k, j);
    bool number = e->reached || (e->definite && !e->verb) || told_against(k, i, j);
    bool undated = b->type != ISN_TY_TALLY || !b->date.known ||
                   (b->date.start == ISN_NO_DAY && !b->date.mark.text.len);
    bool driven =
        counted(a, ISN_WHAT_DISPLACED) && counted(b, ISN_WHAT_DISPLACED) &&
        told_against(k, i, j); /* نزوح 12 ألفا، لكن المفوضية قالت إن عدد النازحين 4 آلاف */
    driven |= counted(a, ISN_WHAT_DISPLACED) && counted(b, ISN_WHAT_DISPLACED) && j == i + 1 &&
              !e->verb; /* نزح 12 ألفا. وقدرت السلطات عدد النازحين بثلاثين ألفا */
    number |= driven;
    bool sums = a->event == b->event && a->mode == b->mode && one_sum(k, i, j);
    bool one =
        driven || sums ||
        (a->event == b->event && a->mode == b->mode && !tally(a) && b->type != ISN_TY_AGGREGATE);
    if (j - i > NEAR || !one || !(sums || (undated && number)) || !spoken(a) || !spoken(b) ||
        same_origin(a, b) || !(sums || place_fits(a, b)) ||
        other_party(a->recipients, a->nrecipients, b->recipients, b->nrecipients) ||
        other_party(a->actors, a->nactors, b->actors, b->nactors))
        return;
    for (uint32_t x = 0; x < a->ncounts; x++)
        for (uint32_t y = 0; y < b->ncounts; y++)
            if (a->counts[x].what > ISN_WHAT_WOUNDED && cannot_both(&a->counts[x], &b->counts[y]))
                note(k, i, j, isn_vocab_what[a->counts[x].what],
                     isn_str_z("two figures for one event"));
}

/* ---- victims and days ------------------------------------------------------------------------------------------- */

/* All on whom it fell are armed, and no figure of civilians stands beside them. */
static bool armed_victims(const isn_claim *c) {
    for (uint32_t i = 0; i < c->nrecipients; i++)
        if (!armed_sector(c->recipients[i].sector))
            return false;
    for (uint32_t i = 0; i < c->ncounts; i++)
        if (c->counts[i].side == ISN_SIDE_CIVILIAN)
            return false;
    return c->nrecipients > 0;
}

/* The one who tells it did it, or fights. */
static bool fighter_tells(const isn_claim *c) {
    bool office = c->nchain && c->nactors && c->chain[0].role == ISN_LINK_OFFICIAL &&
                  isn_merge_of_state(c->actors[0].sector); /* مصدر أمني إن الجيش */
    return office || denier_in(c, c->actors, c->nactors) ||
           (c->nchain && !c->nactors &&
            (c->chain[0].role == ISN_LINK_BELLIGERENT ||
             c->chain[0].role == ISN_LINK_SPOKESPERSON));
}

/* None of them is armed, and what they are is told. */
static bool unarmed_victims(const isn_claim *c) {
    for (uint32_t i = 0; i < c->nrecipients; i++)
        if (armed_sector(c->recipients[i].sector) || !c->recipients[i].sector)
            return false;
    return c->nrecipients > 0;
}

/* To one they are fighters, to the other none of them is. */
static bool of_two_kinds(const isn_claim *a, const isn_claim *b) {
    return (armed_victims(a) && unarmed_victims(b)) || (unarmed_victims(a) && armed_victims(b));
}

/* قال الجيش إنه قتل تسعة مسلحين. وقال شيخ إن القتلى رعاة: of the dead of the blow right before. */
static bool said_of_the_dead(const isn_work *k, uint32_t i, uint32_t j) {
    enum { NEAR = 2 };
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    return j - i <= NEAR && isn_work_framed(k, told_by(k, j)->row, ISN_FR_SAID_DEAD) && !tally(a) &&
           of_two_kinds(a, b);
}

/* Three fell, by both. */
static bool same_figure(const isn_claim *a, const isn_claim *b) {
    for (uint32_t i = 0; i < a->ncounts; i++)
        for (uint32_t j = 0; j < b->ncounts; j++)
            if (a->counts[i].what == b->counts[j].what && a->counts[i].best != ISN_NO_COUNT &&
                a->counts[i].best == b->counts[j].best)
                return true;
    return false;
}

/* قتلوا ثلاثين إرهابيا. وقالت المنظمة إن القتلى الثلاثين قرويون: one figure, by two who tell of one blow, and not of the same
 * men. A few may fall on both sides. */
static bool so_many_of_others(const isn_work *k, uint32_t i, uint32_t j) {
    enum { FEW = 3 };
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    bool same_word = told_by(k, j)->definite && lemma(k, i) == lemma(k, j);
    return two_tell(k, i, j, 1) && same_figure(a, b) && (killed(a) > FEW || same_word) &&
           a->event == b->event && !other_means(a, b) && place_fits_or_none(a, b) &&
           share_days(a, b) && of_two_kinds(a, b);
}

/* Who strikes speaks for himself: his raid hit fighters, where others count civilians. */
static void victims(isn_work *k, uint32_t i, uint32_t j) {
    enum { NEAR = 6 };
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    if (j - i > NEAR || tally(b) || !spoken(b) || same_origin(a, b) || !b->nchain)
        return;
    if (said_of_the_dead(k, i, j) || so_many_of_others(k, i, j)) {
        note(k, i, j, "recipients",
             isn_str_z(armed_victims(a) ? "fighters here, civilians there"
                                        : "civilians here, fighters there"));
        return;
    }
    bool one_blow = told_by(k, j)->definite && lemma(k, i) == lemma(k, j) && b->ncounts;
    if (!a->ncounts && !one_blow)
        return;
    if (other_means(a, b))
        return;
    /* غارة قتلت ثلاثة مسلحين، ثم: قال سكان إن الغارة قتلت امرأة وابنتيها */
    if (armed_victims(a) && civilians(b) && !armed_victims(b) && !b->nactors &&
        told_by(k, j)->definite && fighter_tells(a) && share_place(a, b) && share_days(a, b))
        note(k, i, j, "recipients", isn_str_z("fighters here, civilians there"));
    /* قال الجيش إنه قتل تسعة مسلحين، لكن شيخا قال إن القتلى مدنيون */
    if (armed_victims(a) && civilians(b) && !armed_victims(b) && countered(k, i, j) &&
        place_fits_or_none(a, b) && (share_days(a, b) || !own_day(b)))
        note(k, i, j, "recipients", isn_str_z("fighters here, civilians there"));
    if (!civilians(a) || !armed_victims(b))
        return;
    /* غارة قتلت أربعة مدنيين، ثم: قال التحالف إن الغارة استهدفت قياديا */
    const isn_ev *e = told_by(k, j);
    if (spoken(a) && e->definite && !e->verb && lemma(k, i) == lemma(k, j) && follows(k, i, j) &&
        !b->ncounts && place_fits_or_none(a, b) && share_days(a, b)) {
        note(k, i, j, "recipients", isn_str_z("civilians here, fighters there"));
        return;
    }
    /* المرصد: سبعة مدنيين؛ فيما قالت الوكالة إن الجيش قتل عشرة إرهابيين */
    if (told_against(k, i, j) && !other_party(a->actors, a->nactors, b->actors, b->nactors) &&
        place_fits_or_none(a, b) && share_days(a, b)) {
        note(k, i, j, "recipients", isn_str_z("civilians here, fighters there"));
        return;
    }
    if (share_party(a->actors, a->nactors, b->actors, b->nactors) &&
        !(told_by(k, i)->flags & ISN_TG_RECIPROCAL) && denier_in(b, b->actors, b->nactors) &&
        place_fits_or_none(a, b) && share_days(a, b))
        note(k, i, j, "recipients", isn_str_z("civilians here, fighters there"));
}

/* "The attack", told by another of another day. */
static void days(isn_work *k, uint32_t i, uint32_t j) {
    enum { NEAR = 3 };
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    const isn_ev *e = told_by(k, j);
    if (!two_tell(k, i, j, NEAR) || tally(a) || tally(b) || share_days(a, b))
        return;
    bool named = e->definite && !e->verb && lemma(k, i) == lemma(k, j);
    bool same = a->event == b->event && countered(k, i, j) &&
                ((e->definite && !e->verb) || same_figure(a, b));
    if (!(named || same) || !(share_place(a, b) || (same && !b->nplaces)))
        return;
    if (a->date.mark.end > a->date.mark.start && b->date.mark.end > b->date.mark.start)
        note(k, i, j, "date", days_note(k, a->date.start, b->date.start));
}

/* ---- who did it, and how it ended ----------------------------------------------------------------------------- */

static bool claims_it(const isn_work *k, uint32_t i) {
    return k->claims.ptr[i].type == ISN_TY_STATEMENT && told_by(k, i)->flags & ISN_TG_CLAIM &&
           !k->claims.ptr[i].negative;
}

/* تبنى التنظيم التفجير، وأعلنت جماعة أخرى مسؤوليتها عنه: each for himself. */
static void responsibility(isn_work *k, uint32_t i, uint32_t j) {
    enum { NEAR = 6 };
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    if (j - i > NEAR || !claims_it(k, i) || !claims_it(k, j) || a->event != b->event ||
        (a->mode && b->mode && a->mode != b->mode) || !a->nactors || !b->nactors ||
        !share_days(a, b) || !place_fits_or_none(a, b) ||
        !other_party(a->actors, a->nactors, b->actors, b->nactors))
        return;
    note(k, i, j, "actors", isn_str_z("each says that he did it"));
}

/* اتهموا القوات بتنفيذ التفجير، وأعلنت جماعة مسؤوليتها عنه: another than who is charged with it. */
static void charged_other(isn_work *k, uint32_t i, uint32_t j) {
    enum { NEAR = 4 };
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    if (j - i > NEAR || !claims_it(k, j) || b->event != ISN_EV_ASSAULT ||
        !other_party(a->recipients, a->nrecipients, b->actors, b->nactors))
        return;
    uint32_t s = told_by(k, i)->sentence, t = told_by(k, j)->sentence;
    for (uint32_t n = k->sentence_ev[s]; n < k->sentence_ev[s + 1]; n++) {
        const isn_ev *e = &k->evs.ptr[n];
        if (e->event != b->event || e->first < told_by(k, i)->first)
            continue;
        for (uint32_t m = k->sentence_ev[t]; m < k->sentence_ev[t + 1]; m++)
            if (k->evs.ptr[m].row == e->row && s != t) {
                note(k, i, j, "actors", isn_str_z("charged to one, claimed by another"));
                return;
            }
    }
}

/* حملت موسكو كييف مسؤولية قصف السجن، فيما قالت كييف إن القوات الروسية قصفته: who is charged says that the accuser did it. */
static void charged_back(isn_work *k, uint32_t i, uint32_t j) {
    enum { NEAR = 2 };
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    const isn_ev *charge = told_by(k, i);
    bool theirs = one_side(a->actors, a->nactors, b->actors, b->nactors) ||
                  share_party(a->actors, a->nactors, b->actors, b->nactors);
    if (j - i > NEAR || !theirs || !spoken(b) || same_origin(a, b) ||
        !(denier_in(b, a->recipients, a->nrecipients) || of_charged(k, told_by(k, j), a)))
        return;
    for (uint32_t n = k->sentence_ev[charge->sentence]; n < k->sentence_ev[charge->sentence + 1];
         n++) {
        const isn_ev *e = &k->evs.ptr[n];
        if (e->event == b->event && e->first > charge->first && e != told_by(k, j) &&
            (e->row == told_by(k, j)->row || lemma_of(k, e) == lemma(k, j))) {
            note(k, i, j, "actors", isn_str_z("each says that the other did it"));
            return;
        }
    }
}

/* Two bodies of one state, or one that is named in both. */
static bool one_camp(const isn_claim *a, const isn_claim *b) {
    if (one_side(a->actors, a->nactors, b->actors, b->nactors))
        return true;
    for (uint32_t i = 0; i < a->nactors; i++)
        for (uint32_t j = 0; j < b->nactors; j++)
            if (isn_merge_of_state(a->actors[i].sector) &&
                isn_merge_of_state(b->actors[j].sector) && a->actors[i].country.len &&
                isn_str_eq(a->actors[i].country, b->actors[j].country))
                return true;
    return false;
}

/* Is one of the claim's places among those of the occurrence, or has one of them none that is known? */
static bool there_too(const isn_work *k, const isn_claim *c, const isn_ev *e) {
    bool here = false, there = false;
    for (uint32_t i = 0; i < e->places.n; i++)
        for (uint32_t j = 0; j < c->nplaces; j++) {
            isn_str x = isn_work_entity(k, e->places.ptr[i])->id, y = c->places[j].id;
            if (x.len && isn_str_eq(x, y))
                return true;
            here |= x.len > 0;
            there |= y.len > 0;
        }
    return !here || !there;
}

/* أطلقت الشرطة النار على المحتجين، وفق منظمة. واتهم وزير الداخلية قناصة بإطلاق النار: those who are said to have done it charge others
 * with it. */
static void charges_others(isn_work *k, uint32_t i, uint32_t j) {
    enum { NEAR = 2 };
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    const isn_ev *charge = told_by(k, j);
    if (j - i > NEAR || charge->sentence - told_by(k, i)->sentence > NEAR || tally(a) ||
        b->mode != ISN_MODE_ALLEGE || !a->nactors || !b->nrecipients || !spoken(a) || !spoken(b) ||
        same_origin(a, b) || !one_camp(a, b) ||
        one_side(a->actors, a->nactors, b->recipients, b->nrecipients) ||
        isn_merge_of_state(b->recipients[0].sector))
        return;
    for (uint32_t n = k->sentence_ev[charge->sentence]; n < k->sentence_ev[charge->sentence + 1];
         n++) {
        const isn_ev *e = &k->evs.ptr[n];
        if (e->event == a->event && e->first > charge->first && there_too(k, a, e) &&
            (e->row == told_by(k, i)->row || lemma_of(k, e) == lemma(k, i))) {
            note(k, i, j, "actors", isn_str_z("one says this one did it, another that one"));
            return;
        }
    }
}

static bool one_target(const isn_claim *a, const isn_claim *b) {
    for (uint32_t i = 0; i < a->nrecipients; i++)
        for (uint32_t j = 0; j < b->nrecipients; j++)
            if (isn_str_eq(a->recipients[i].mark.text, b->recipients[j].mark.text))
                return true;
    return a->nplaces && b->nplaces && share_place(a, b);
}

/* The one who tells claim j has denied claim i in between. */
static bool denied_first(const isn_work *k, uint32_t i, uint32_t j) {
    for (uint32_t d = i + 1; d < j; d++)
        if (k->claims.ptr[d].type == ISN_TY_DENIAL && k->claims.ptr[d].refers_to == i &&
            same_origin(&k->claims.ptr[d], &k->claims.ptr[j]))
            return true;
    return false;
}

/* Both can be told of one deed, for all that is said of its day, place, means and victims. */
static bool one_deed(const isn_claim *a, const isn_claim *b) {
    return !tally(a) && !tally(b) && share_days(a, b) && place_fits_or_none(a, b) &&
           !other_means(a, b) && !struck_back(a, b) &&
           !other_party(a->recipients, a->nrecipients, b->recipients, b->nrecipients);
}

/* The army's here, a militia's there, of no land that is told. */
static bool other_kind(const isn_claim *a, const isn_claim *b) {
    if (!a->nactors || !b->nactors)
        return false;
    uint8_t x = a->actors[0].sector, y = b->actors[0].sector;
    return (isn_merge_of_state(x) && isn_merge_of_rebels(y)) ||
           (isn_merge_of_rebels(x) && isn_merge_of_state(y));
}

/* قال المركز إن قوات حفتر أغارت على المصنع، لكن المتحدث قال إن المليشيات قصفته; قال مسؤول إن الكتائب قصفت القاعدة، وتبنت جماعة أخرى القصف. */
static void another_did_it(isn_work *k, uint32_t i, uint32_t j) {
    enum { NEAR = 4 };
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    if (!two_tell(k, i, j, NEAR) || a->event != b->event)
        return;
    bool denied = denied_first(k, i, j);
    bool others = denied ? a->nactors && b->nactors &&
                               !one_side(a->actors, a->nactors, b->actors, b->nactors) &&
                               !isn_str_eq(a->actors[0].mark.text, b->actors[0].mark.text)
                         : other_party(a->actors, a->nactors, b->actors, b->nactors) ||
                               (countered(k, i, j) && other_kind(a, b));
    if (!others || !(denied || one_deed(a, b)))
        return;
    if (claims_it(k, j) && !claims_it(k, i) && one_target(a, b))
        note(k, i, j, "actors", isn_str_z("laid to one, claimed by another"));
    else if (!claims_it(k, i) && !claims_it(k, j) && !speaks_for(k, j, b) &&
             (denied || countered(k, i, j)))
        note(k, i, j, "actors", isn_str_z("one says this one did it, another that one"));
}

/* قالت كييف إن روسيا قصفت المحطة، وقالت موسكو إن القوات الأوكرانية قصفتها: each says that the other did it. */
static void who_did_it(isn_work *k, uint32_t i, uint32_t j) {
    enum { NEAR = 3 };
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    /* بدأت القوات إطلاق النار، وقال الآخرون إن الجيش هو من فتح النار: the cleft takes up what was told */
    bool cleft = j == i + 1 && told_by(k, j)->verb && isn_work_cleft(k, told_by(k, j)) &&
                 a->event == b->event && !other_means(a, b) &&
                 other_party(a->actors, a->nactors, b->actors, b->nactors);
    bool alike = cleft || lemma(k, i) == lemma(k, j) || told_by(k, i)->row == told_by(k, j)->row;
    if (j - i > NEAR || tally(a) || tally(b) || !a->nactors || !b->nactors || !alike ||
        !spoken(a) || !spoken(b) || same_origin(a, b) || !share_days(a, b) ||
        one_side(a->actors, a->nactors, b->actors, b->nactors) || !speaks_for(k, j, a))
        return;
    /* قالت الجبهة إن القوات شنت هجوما، وقالت الحكومة إن قوات الجبهة هي التي بدأت الهجوم */
    bool that =
        told_by(k, j)->definite && !told_by(k, j)->verb && j == i + 1 && speaks_for(k, i, b);
    if (!that && !cleft && (lemma(k, i) != lemma(k, j) || !one_target(a, b)))
        return;
    note(k, i, j, "actors", isn_str_z("each says that the other did it"));
}

/* اتهمت الوزارة تنظيم داعش بالتفجير، في حين اتهمت القوات فصيلا آخر بالوقوف وراءه: of one deed each charges another. */
static void charged_both(isn_work *k, uint32_t i, uint32_t j) {
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    if (j != i + 1 || k->claim_sentence.ptr[i] != k->claim_sentence.ptr[j] || !a->nrecipients ||
        !b->nrecipients || same_origin(a, b) || !spoken(a) || !spoken(b) ||
        one_side(a->recipients, a->nrecipients, b->recipients, b->nrecipients) ||
        one_side(a->actors, a->nactors, b->recipients, b->nrecipients) ||
        isn_str_eq(a->recipients[0].mark.text, b->recipients[0].mark.text))
        return;
    note(k, i, j, "actors", isn_str_z("each charges another with it"));
}

/* سيطر على البلدة، السيطرة على المدينة: who holds a place. */
static bool holds(const isn_work *k, uint32_t i) {
    return !k->claims.ptr[i].negative && isn_work_framed(k, told_by(k, i)->row, ISN_FR_CAPTURE);
}

/* أعلنت الحركة السيطرة على المدينة، وقال الجيش إن قواته لا تزال تسيطر عليها: both cannot hold it. */
static void held(isn_work *k, uint32_t i, uint32_t j) {
    enum { NEAR = 3 };
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    if (j - i > NEAR)
        return;
    bool one = holds(k, i), other = holds(k, j);
    if (!(one || other) || !((one && other) || told_by(k, one ? j : i)->flags & ISN_TG_PREVENT) ||
        !spoken(a) || !spoken(b) || same_origin(a, b) || !share_days(a, b) ||
        !place_fits_or_none(a, b) || !a->nactors || !b->nactors ||
        one_side(a->actors, a->nactors, b->actors, b->nactors))
        return;
    note(k, i, j, "outcome", isn_str_z("taken here, held there"));
}

/* استهدفنا القاعدة بطائرتين، وقال التحالف إنه أسقط الطائرتين: the weapons told before, with the article, came down on the way. */
static bool hit_or_not(const isn_work *k, uint32_t i, uint32_t j) {
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    const isn_ev *e = told_by(k, i), *down = told_by(k, j);
    enum { OBJECT = 3 };
    if (!follows(k, i, j) || !isn_work_framed(k, down->row, ISN_FR_INTERCEPT) || !spoken(a) ||
        !spoken(b) || same_origin(a, b) || !a->mode || a->mode == ISN_MODE_FIREARMS ||
        isn_work_slot(k, e->row, ISN_FRAME_OBJECT) != ISN_SLOT_TARGET)
        return false;
    for (uint32_t w = down->last; w < down->last + OBJECT && w < k->scan->nwords; w++)
        if (k->scan->words[w].reading[0].pre & ISN_CL_AL)
            return !one_side(a->actors, a->nactors, b->actors, b->nactors);
    return false;
}

/* أعلن الجيش مقتل 49 في هجوم، وقال المتحدث باسم الحركة إن مقاتليها صدوه: who is said to be struck says that it failed. */
static void outcome(isn_work *k, uint32_t i, uint32_t j) {
    enum { NEAR = 4 };
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    /* تصدت الدفاعات وأسقطت معظم الصواريخ، لكن المرصد قال إنها أصابت أهدافها وقتلت ثلاثة */
    if (told_by(k, i)->flags & ISN_TG_PREVENT && b->ncounts && told_against(k, i, j) && !tally(a) &&
        !tally(b) && !same_origin(a, b) && share_days(a, b) && place_fits_or_none(a, b) &&
        !struck_back(a, b))
        note(k, i, j, "outcome", isn_str_z("beaten back here, struck there"));
    if (hit_or_not(k, i, j))
        note(k, i, j, "outcome", isn_str_z("struck here, brought down there"));
    if (j - i > NEAR || !(told_by(k, j)->flags & ISN_TG_PREVENT) || tally(a) || tally(b) ||
        !spoken(a) || !spoken(b) || same_origin(a, b) || !share_days(a, b) ||
        !place_fits_or_none(a, b) || !a->ncounts)
        return;
    if (one_side(a->recipients, a->nrecipients, b->actors, b->nactors))
        note(k, i, j, "outcome", isn_str_z("struck here, beaten back there"));
}

/* Does the next sentence, or the clause behind "but", begin with it? */
static bool told_but(const isn_work *k, uint32_t i, uint32_t j) {
    uint32_t s = told_by(k, i)->sentence, t = told_by(k, j)->sentence;
    return t >= s && t - s <= 1 && but_between(k, i, j, s, t);
}

/* أقال الرئيس الوزير، لكن الوزير قال إنه استقال: he was sent away, or went. */
static void sent_or_went(isn_work *k, uint32_t i, uint32_t j) {
    enum { NEAR = 4 };
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    if (j - i > NEAR || a->event != ISN_EV_SANCTION || b->event != ISN_EV_RETREAT ||
        b->mode != ISN_MODE_RESIGN || a->modality || b->modality || a->negative || b->negative ||
        !isn_work_framed(k, told_by(k, i)->row, ISN_FR_DISMISS) || !b->nchain || same_origin(a, b))
        return;
    bool him = one_side(a->recipients, a->nrecipients, b->actors, b->nactors) ||
               share_party(a->recipients, a->nrecipients, b->actors, b->nactors) ||
               denier_in(b, a->recipients, a->nrecipients) || told_but(k, i, j);
    if (him)
        note(k, i, j, "event_type", isn_str_z("sent away, or gone of his own will"));
}

/* ---- deadlines ------------------------------------------------------------------------------------------------------ */

static bool share_actor(const isn_claim *a, const isn_claim *b) {
    for (uint32_t i = 0; i < a->nactors; i++)
        for (uint32_t j = 0; j < b->nactors; j++) {
            const isn_rec_actor *x = &a->actors[i], *y = &b->actors[j];
            if (isn_str_eq(x->mark.text, y->mark.text))
                return true;
            if (x->id.len && isn_str_eq(x->id, y->id))
                return true;
            if (x->country.len && isn_str_eq(x->country, y->country) && x->sector == y->sector)
                return true;
        }
    return false;
}

/* جلاء الجنود، مغادرة آخر جندي فرنسي: troops in one word, whose nation is left to the report, may be those that another names. */
static bool bare_troops(const isn_claim *c) {
    const isn_rec_actor *x = c->actors;
    return c->nactors == 1 && x->sector == ISN_SEC_MIL && !x->id.len &&
           memchr(x->mark.text.ptr, ' ', x->mark.text.len) == NULL;
}

/* A state, or its army. */
static bool of_state(const isn_rec_actor *x) {
    return x->sector == ISN_SEC_MIL || x->sector == ISN_SEC_GOV;
}

/* واشنطن ستسحب قواتها، القوات الأمريكية ستغادر: a state and its army withdraw as one, from one land. */
static bool one_withdrawal(const isn_claim *a, const isn_claim *b) {
    if (a->event != ISN_EV_RETREAT || a->mode != ISN_MODE_WITHDRAW || b->mode != a->mode ||
        a->nactors != 1 || b->nactors != 1 || !of_state(a->actors) || !of_state(b->actors))
        return false;
    return (a->actors->country.len && isn_str_eq(a->actors->country, b->actors->country)) ||
           bare_troops(a) || bare_troops(b);
}

/* قبل نهاية العام من العراق، قبل أيلول من سورية: both tell whence, and not from one land. */
static bool lands_apart(const isn_claim *a, const isn_claim *b) {
    for (uint32_t i = 0; i < a->nplaces; i++)
        for (uint32_t j = 0; j < b->nplaces; j++)
            if (!a->places[i].country.len || !b->places[j].country.len ||
                isn_str_eq(a->places[i].country, b->places[j].country))
                return false;
    return a->nplaces && b->nplaces;
}

/* ستطلق سراح ثلاثة؛ تعهدت بتسليم الثلاثة: one promise, told of the deed and of the pledge. */
static bool pledged(const isn_claim *a, const isn_claim *b) {
    return a->type == ISN_TY_COMMITMENT && b->type == a->type &&
           (a->event == ISN_EV_AGREE || b->event == ISN_EV_AGREE) && share_actor(a, b);
}

static void deadlines(isn_work *k, uint32_t i, uint32_t j) {
    enum { NEXT = 2 };
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    if (a->event != b->event && !(j - i <= NEXT && pledged(a, b)))
        return;
    if (a->deadline.end == b->deadline.end || a->deadline.end == ISN_NO_DAY ||
        b->deadline.end == ISN_NO_DAY)
        return;
    if (same_origin(a, b) || lands_apart(a, b))
        return; /* stages of one plan; two plans */
    if (a->mode && b->mode && a->mode != b->mode)
        return; /* an envoy to leave in three days, aid to end with the year */
    bool asked = a->event == ISN_EV_REQUEST &&
                 share_party(a->recipients, a->nrecipients, b->recipients, b->nrecipients);
    if (share_actor(a, b) || asked || one_withdrawal(a, b) ||
        ((!a->nactors || !b->nactors) && j - i <= 8))
        note(k, i, j, "deadline", days_note(k, a->deadline.end, b->deadline.end));
}

/* أكملت القوات انسحابها، إلا أن باريس قالت إنه لن يكتمل قبل نهاية آب: done here, to come there. */
static void still_to_come(isn_work *k, uint32_t i, uint32_t j) {
    enum { NEAR = 2 };
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    if (j - i > NEAR || a->event != b->event || !a->mode || a->mode != b->mode || a->modality ||
        b->type != ISN_TY_COMMITMENT || !b->deadline.known || a->negative || b->negative ||
        !countered(k, i, j) || lands_apart(a, b) ||
        other_party(a->actors, a->nactors, b->actors, b->nactors))
        return;
    note(k, i, j, "modality", isn_str_z("done here, to come there"));
}

/* قال مسؤول إن الهدنة صامدة، لكن سكانا تحدثوا عن قصف متواصل. */
static void truce_holds(isn_work *k, uint32_t i, uint32_t j) {
    enum { NEAR = 2 };
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    if (j - i > NEAR || a->event != ISN_EV_RETREAT || a->mode != ISN_MODE_CEASEFIRE ||
        a->modality || a->negative || b->event != ISN_EV_ASSAULT || tally(b) || b->modality ||
        b->negative || !a->main || !b->main || !countered(k, i, j) || !place_fits_or_none(a, b))
        return;
    note(k, i, j, "occurrence", isn_str_z("a truce here, fighting there"));
}

/* Does a claim right before tell that two charge each other? */
static bool charges_exchanged(const isn_work *k, uint32_t i) {
    enum { BACK = 2 };
    for (uint32_t c = i; c-- > 0 && i - c <= BACK;)
        if (k->claims.ptr[c].event == ISN_EV_ACCUSE && k->claims.ptr[c].nactors > 1 &&
            !k->claims.ptr[c].nrecipients)
            return true;
    return false;
}

/* تبادلت موسكو وكييف الاتهامات بتفجير السد. فقالت كييف إن الروس فجروه، بينما قال عمدة إنه انهار بقصف أوكراني. */
static void charged_mutually(isn_work *k, uint32_t i, uint32_t j) {
    const isn_claim *a = &k->claims.ptr[i], *b = &k->claims.ptr[j];
    if (j != i + 1 || !two_tell(k, i, j, 1) || a->event != b->event || tally(a) || tally(b) ||
        !a->nactors || !b->nactors || one_side(a->actors, a->nactors, b->actors, b->nactors) ||
        !other_party(a->actors, a->nactors, b->actors, b->nactors) || !charges_exchanged(k, i) ||
        !share_days(a, b))
        return;
    note(k, i, j, "actors", isn_str_z("each says that the other did it"));
}

/* What a claim can be told against another for. */
enum { CAN_DEED = 1, CAN_DEADLINE = 2, CAN_CHARGE = 4, CAN_HOLD = 8, CAN_END = 16 };

static uint8_t comparable_for(const isn_claim *c) {
    bool deed = c->event == ISN_EV_ASSAULT && c->main && !c->modality && !c->negative;
    bool hold = (c->event == ISN_EV_COERCE || c->event == ISN_EV_RETREAT ||
                 counted(c, ISN_WHAT_DISPLACED)) &&
                c->main && !c->modality && !c->negative && c->ncounts;
    bool charge = c->event == ISN_EV_ACCUSE && c->main && !c->modality && !c->negative;
    bool end = (c->event == ISN_EV_SANCTION || c->event == ISN_EV_RETREAT) && c->main;
    return (uint8_t)((deed ? CAN_DEED : 0) | (end ? CAN_END : 0) | (charge ? CAN_CHARGE : 0) |
                     (hold ? CAN_HOLD : 0) | (c->deadline.known ? CAN_DEADLINE : 0));
}

void isn_contra_find(isn_work *k) {
    uint32_t n = k->claims.len;
    uint8_t *can = isn_arena_alloc(k->arena, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        if (k->claims.ptr[i].type == ISN_TY_DENIAL)
            refer_denial(k, i);
        else if (k->claims.ptr[i].type == ISN_TY_UPDATE)
            refer_update(k, i);
        can[i] = comparable_for(&k->claims.ptr[i]);
    }
    for (uint32_t i = 0; i < n;
         i++) { /* of two updates that speak of each other, the news speaks of the earlier one */
        uint32_t to = k->claims.ptr[i].refers_to;
        if (k->claims.ptr[i].type == ISN_TY_UPDATE && to != ISN_NONE && to > i &&
            k->claims.ptr[to].refers_to == i)
            k->claims.ptr[k->claims.ptr[to].main ? i : to].refers_to = ISN_NONE;
    }
    k->updated = ISN_NEW(k->arena, bool, n + 1);
    for (uint32_t i = 0; i < n; i++)
        if (k->claims.ptr[i].type == ISN_TY_UPDATE && k->claims.ptr[i].refers_to != ISN_NONE)
            k->updated[k->claims.ptr[i].refers_to] = true;
    for (uint32_t i = 0; i < n; i++) {
        occurrence(k, i);
        if (can[i] & CAN_DEED)
            headline_toll(k, i);
        const unsigned blames = CAN_DEED | CAN_CHARGE; /* each is told against the other */
        unsigned asked = can[i] | (can[i] & blames ? blames : 0);
        bool leaves = k->claims.ptr[i].event == ISN_EV_RETREAT;
        /* the claims of one document that speak of one event stand near each other */
        for (uint32_t j = i + 1; j < n && j < i + 40; j++) {
            unsigned both = can[i] & can[j];
            if (!(can[j] & asked) && !leaves) /* most pairs */
                continue;
            if (both & CAN_DEED) {
                counts(k, i, j);
                victims(k, i, j);
                days(k, i, j);
                outcome(k, i, j);
                held(k, i, j);
                responsibility(k, i, j);
                who_did_it(k, i, j);
                another_did_it(k, i, j);
                charged_mutually(k, i, j);
            }
            if (both & CAN_END)
                sent_or_went(k, i, j);
            if (both & CAN_CHARGE)
                charged_both(k, i, j);
            if (can[i] & CAN_DEED && can[j] & CAN_CHARGE)
                charges_others(k, i, j);
            if (both & CAN_HOLD) {
                held_counts(k, i, j);
                days(k, i, j);
            }
            if (can[i] & CAN_CHARGE && can[j] & CAN_DEED) {
                charged_other(k, i, j);
                charged_back(k, i, j);
            }
            if (both & CAN_DEADLINE)
                deadlines(k, i, j);
            if (leaves) {
                still_to_come(k, i, j);
                truce_holds(k, i, j);
            }
        }
    }
    k->record->contradictions = k->contradictions.ptr;
    k->record->ncontradictions = k->contradictions.len;
}
