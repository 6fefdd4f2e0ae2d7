/* merge.c: one thing told several times in a document (headline, lede, quotation, "the attack") is one
 * claim. Reads the claims of emit.c in order and folds each into an earlier one where both can be the same
 * occurrence; else it stays a claim of its own. */
#include "claim/mergework.h"

/* How many claims back a telling may lie. */
enum { LOOK_BACK = 24 };

enum { SHORT = 14 }; /* words */

uint32_t isn_merge_words_of(const isn_work *k, uint32_t sentence) {
    return k->scan->sentence_word[sentence + 1] - k->scan->sentence_word[sentence];
}

/* A short line by itself in the text, without a full stop. */
bool isn_merge_line_alone(const isn_work *k, uint32_t claim) {
    const isn_text *text = k->scan->text;
    uint32_t s = k->claim_sentence.ptr[claim];
    if (k->block_role[s] != ISN_ROLE_BODY || s == 0 || s + 1 >= text->nsentences ||
        text->sentences[s - 1].block == text->sentences[s].block ||
        text->sentences[s + 1].block == text->sentences[s].block)
        return false;
    uint32_t kind = text->tokens[text->sentences[s].last - 1].kind;
    bool stop = kind != ISN_TOK_WORD && kind != ISN_TOK_NUMBER &&
                text->tokens[text->sentences[s].last - 1].cp == '.';
    return isn_merge_words_of(k, s) <= SHORT && !stop;
}

/* A heading between paragraphs: such a line before a long one. */
bool isn_merge_heading(const isn_work *k, uint32_t claim) {
    return isn_merge_line_alone(k, claim) &&
           isn_merge_words_of(k, k->claim_sentence.ptr[claim] + 1) >= ISN_MERGE_PARAGRAPH;
}

/* كما قضت بالسجن: what the one told of last did besides. */
static bool besides(const isn_work *k, uint32_t claim) {
    const isn_ev *e = isn_merge_rep(k, claim);
    uint32_t s0 = k->s0[e->sentence];
    return e->shared && e->verb && e->first == s0 + 1 && k->fn[s0] == ISN_FN_OTHER;
}

/* "The army retakes three villages" in the headline: no word of the bombs, nor of those whom they killed. */
static bool ground_or_blow(const isn_work *k, uint32_t title, uint32_t i) {
    const isn_claim *a = &k->claims.ptr[title], *b = &k->claims.ptr[i];
    return a->nactors && !a->ncounts && a->event == ISN_EV_ASSAULT &&
           isn_work_framed(k, isn_merge_rep(k, title)->row, ISN_FR_CAPTURE) &&
           !isn_work_framed(k, isn_merge_rep(k, i)->row, ISN_FR_CAPTURE) && !b->nactors;
}

/* Of one land and calling, or gunmen and gunmen. */
static bool of_one_side(const isn_rec_actor *a, uint32_t na, const isn_rec_actor *b, uint32_t nb) {
    return na && nb && a[0].sector && a[0].sector == b[0].sector &&
           isn_str_eq(a[0].country, b[0].country);
}

/* هاجموا دورية، فردت وقتلت اثنين: they that were struck strike back; not where nothing is told of it but that they did. */
static bool strikes_back(const isn_claim *a, const isn_claim *b) {
    bool told = b->mode || b->nrecipients;
    for (uint32_t i = 0; i < b->ncounts; i++)
        told |= b->counts[i].quantity != ISN_Q_NONE;
    for (uint32_t i = 0; told && i < b->nactors; i++)
        for (uint32_t j = 0; j < a->nrecipients; j++)
            if (b->actors[i].mark.start == a->recipients[j].mark.start)
                return true;
    return told && of_one_side(a->recipients, a->nrecipients, b->actors, b->nactors) &&
           of_one_side(b->recipients, b->nrecipients, a->actors, a->nactors);
}

/* اتفاق يقضي بسحب الكتائب. وقالت المتحدثة إن آخر عربة ستغادر في موعد أقصاه …: the day by which, of what was promised right before. */
static bool promise_dated(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    return ib - ia <= 2 && a->modality == 1 && b->modality == 1 && a->event == b->event &&
           a->mode == b->mode && a->negative == b->negative && !a->deadline.known &&
           b->deadline.known && !b->nactors && !b->ncounts && !isn_merge_titled(k, ia) &&
           (isn_merge_places(a, b) >= 0 || !b->places[0].id.len);
}

/* What tells that one thing is told again, whatever else the two have: asked by the kind of deed, for most pairs are of none of
 * these. */
static bool told_again(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    const isn_ev *e = isn_merge_rep(k, ib);
    bool otherwise = isn_merge_spoken(b) && !isn_merge_same_speaker(a, b) &&
                     isn_merge_compare_counts(a, b) < 0; /* وأعلنت الشرطة أن القتلى سبعة */
    if (e->flags & ISN_TG_CASUALTY && !e->verb && !otherwise && isn_merge_points_back(k, ia, ib))
        return true;
    switch (b->event) {
    case ISN_EV_PROTEST:
        if (isn_merge_protest_goes_on(k, ia, ib))
            return true;
        break;
    case ISN_EV_ASSAULT:
        if (b->mode == ISN_MODE_EXPLOSIVES && isn_merge_retold_blast(k, ia, ib))
            return true;
        break;
    case ISN_EV_RETREAT:
    case ISN_EV_COERCE:
        if (isn_merge_done_besides(k, ia, ib) || isn_merge_share_of(k, ia, ib))
            return true;
        break;
    default: break;
    }
    return isn_merge_line_alone(k, ib)
               ? isn_merge_heads(k, ia, ib)
               : isn_merge_line_alone(k, ia) &&
                     (isn_merge_headed(k, ia, ib) || isn_merge_under_heading(k, ia, ib));
}

/* a is the earlier claim, b the later. */
static bool same_thing(const isn_work *k, uint32_t ia, uint32_t ib) {
    const isn_claim *a = &k->claims.ptr[ia], *b = &k->claims.ptr[ib];
    bool title = isn_merge_titled(k, ia);
    if (!title && besides(k, ib))
        return false;
    if (isn_work_framed(k, isn_merge_rep(k, ib)->row, ISN_FR_SAID_DEAD) && !b->ncounts)
        return !title && isn_merge_names_the_dead(k, ia, ib);
    if (k->claim_sentence.ptr[ia] == k->claim_sentence.ptr[ib] &&
        (isn_merge_rep(k, ib)->answered || strikes_back(a, b)))
        return false;
    bool again = !title && told_again(k, ia, ib);
    bool dated =
        a->date.soft &&
        isn_merge_points(k, isn_merge_rep(k, ib)); /* announced today; the attack was yesterday */
    if (!again && (!isn_merge_same_kind(a, b, title) ||
                   (!dated && isn_merge_different_dates(a, b)))) /* many pairs */
        return false;
    if (!title && (isn_merge_rival_version(k, ia, ib) || isn_merge_others_fell(k, ia, ib)))
        return false;
    if (!title && isn_merge_spoken(b) && !isn_merge_same_speaker(a, b) &&
        (isn_merge_other_dead(a, b) || isn_merge_own_target(a, b) || isn_merge_sorts_dead(a, b)))
        return false;
    if ((title && ground_or_blow(k, ia, ib)) || isn_merge_foes_fell(a, b))
        return false;
    if (again)
        return true;
    if (promise_dated(k, ia, ib))
        return true;
    bool due = a->event == ISN_EV_REQUEST && a->deadline.known && b->deadline.known &&
               !isn_merge_same_speaker(a, b);
    if ((a->modality == 1 || due) && !title && a->deadline.end != b->deadline.end)
        return false;
    if (!title && a->main != b->main && (a->modality || b->modality))
        return false;
    if (!title && !isn_merge_points(k, isn_merge_rep(k, ib)) &&
        (isn_merge_other_person(k, ia, ib) || isn_merge_turned(k, ia, ib)))
        return false;
    if (!title && isn_merge_of_the_two(k, ia, ib))
        return true;
    int counts = title && isn_merge_part_told(a, b) ? 1 : isn_merge_compare_counts(a, b);
    int actors = isn_merge_compare_actors(a->actors, a->nactors, b->actors, b->nactors);
    int victims =
        isn_merge_compare_actors(a->recipients, a->nrecipients, b->recipients, b->nrecipients);
    int places = isn_merge_places(a, b);
    if (places < 0 && counts > 0 && (isn_merge_spot_in_town(a, b) || isn_merge_beside_town(a, b)))
        places = 0;
    if (!title && b->type != ISN_TY_DENIAL && isn_merge_spoken(b) &&
        !isn_merge_same_speaker(a, b) && isn_merge_other_side(a, b))
        return false;
    if (title && (isn_merge_titled(k, ib) || (b->modality == 3 && !a->modality)))
        return false; /* what a report recalls is no news of its headline */
    if (title && places < 0 && isn_merge_one_country(a, b))
        places = 0; /* "near the palace" in the headline, the city in the report */
    if (counts < 0 || places < 0)
        return false;
    if (actors < 0 && !(title && (counts > 0 || isn_merge_same_sector(a, b))))
        return false;
    if (title && a->ncounts && b->ncounts && !isn_merge_one_kind(a, b) && places <= 0 &&
        victims <= 0 && actors <= 0)
        return false; /* fifteen dead there, six wounded here */
    if (title)
        return victims >= 0 || counts > 0;
    bool troops = counts > 0 && isn_merge_all_rebels(a) &&
                  isn_merge_of_state(b->actors ? b->actors[0].sector : 0);
    if (isn_merge_another_blames(a, b) && !troops)
        return false; /* whose troops killed fighters is no charge */
    if (isn_merge_one_blow_told(a) && isn_merge_loose_sum(b) && counts > 0 &&
        isn_merge_largest(b) > 2)
        return victims >= 0;
    if (isn_merge_sum_type(a) != isn_merge_sum_type(b) && a->type != ISN_TY_TALLY &&
        b->type != ISN_TY_TALLY && actors >= 0 && victims >= 0 &&
        (isn_merge_dead_and_wounded(a, b) || /* a series of raids, and the two that struck */
         (a->event == ISN_EV_COERCE && counts > 0 && isn_merge_largest(b) > 2)))
        return true; /* اعتقلت سبعة من مدن عدة; قال الجيش إنه اعتقل سبعة */
    if (isn_merge_sum_type(a) != isn_merge_sum_type(b))
        return counts > 0 && isn_merge_largest(b) >= ISN_MERGE_SUM &&
               isn_merge_same_speaker(a, b) && victims >= 0;
    if (a->type == ISN_TY_UPDATE && b->type != ISN_TY_UPDATE &&
        ((b->ncounts && counts <= 0) || isn_merge_deed_told(k, ib)))
        return false; /* the toll that rose, and the attack itself */
    if (counts > 0 && isn_merge_largest(b) <= 2 && b->nplaces &&
        !(places > 0 || victims > 0 || actors > 0))
        return false; /* one dead here, one dead there */
    if (counts > 0 && isn_merge_largest(b) <= 2 && places <= 0 && isn_merge_opens_elsewhere(k, ib))
        return false;
    if (!isn_merge_same_speaker(a, b) && isn_merge_other_dead(a, b))
        return false;
    if (counts > 0)
        return victims >= 0 && (isn_merge_same_origin(a, b) || isn_merge_largest(b) > 2 ||
                                (isn_merge_next_to(k, ia, ib) && victims > 0 && actors > 0 &&
                                 (!a->mode || !b->mode || a->mode == b->mode)));
    const isn_ev *e = isn_merge_rep(k, ib);
    if (isn_merge_speech_event(a))
        return victims >= 0 && ((actors > 0 && e->definite) ||
                                (actors >= (e->verb ? 1 : 0) && isn_merge_said_at_once(k, ia, ib)));
    if (!b->ncounts && isn_merge_those_counted(k, ia, ib) && actors >= 0)
        return true;
    if (b->ncounts)
        return isn_merge_result_of(k, ia, ib) && actors >= 0 && victims >= 0 &&
               (!isn_merge_spoken(a) || !isn_merge_spoken(b) || isn_merge_same_speaker(a, b));
    if (isn_merge_points(k, e) || isn_merge_done_to_them(k, e, b) ||
        (e->definite && !e->verb && isn_merge_one_blow(e) && !isn_work_takes_land(k, e) &&
         !isn_merge_dated_otherwise(k, a, b, e)))
        return actors >= 0; /* "the attack", "the blast took place as …"; not الاشتباكات تجددت */
    if (a->event == ISN_EV_ASSAULT) {
        /* no figures of its own: the same only if place or parties say so */
        bool parties = actors > 0 && victims > 0 && a->mode && a->mode == b->mode && !b->nplaces &&
                       !b->date.mark.text.len;
        return parties || (!b->nplaces == !a->nplaces && places > 0 && actors >= 0 &&
                           victims >= 0 && (actors > 0 || !isn_merge_other_blow(k, ia, ib)));
    }
    return actors > 0 && victims >= 0 && places >= 0 && (victims > 0 || places > 0) &&
           isn_merge_same_speaker(a, b);
}

/* No claim needs more tellings listed than a reader would look at; a page of a thousand headlines must not
 * cost the square of its length. */
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
    const isn_ev *x = isn_merge_rep(k, ib - 1), *y = isn_merge_rep(k, ib);
    bool counted = (x->reached || x->update || x->tally) && (y->reached || y->update || y->tally);
    bool summed = a->type == ISN_TY_TALLY || b->type == ISN_TY_TALLY;
    bool types = (a->type == ISN_TY_TALLY || a->type == ISN_TY_UPDATE) &&
                 (b->type == ISN_TY_TALLY || b->type == ISN_TY_UPDATE);
    if (a->event != ISN_EV_ASSAULT || b->event != ISN_EV_ASSAULT || !counted || !summed || !types ||
        k->claim_sentence.ptr[ib] != k->claim_sentence.ptr[ib - 1] || !isn_merge_harm_only(a) ||
        !isn_merge_harm_only(b) || isn_merge_one_kind(a, b) || b->nactors || b->nplaces ||
        a->negative || b->negative)
        return ISN_NONE;
    bool open = !a->date.known || !b->date.known || isn_merge_loose_sum(a) ||
                isn_merge_loose_sum(b) ||
                (a->date.start == b->date.start && a->date.end == b->date.end);
    return open && isn_merge_same_speaker(a, b) ? ib - 1 : ISN_NONE;
}

/* "Six were killed in the raid." "Three neighbours were wounded": what came of the blow told right before, with no
 * doer and no place of its own, and how he died who was killed. The claim it goes on with, or ISN_NONE. */
static uint32_t goes_on_with(const isn_work *k, uint32_t ib) {
    enum { FAR = 5, SENTENCES = 2, SAID = 4 };
    const isn_claim *b = &k->claims.ptr[ib];
    bool loose = isn_merge_loose_sum(b);
    if (b->event != ISN_EV_ASSAULT || (b->type != ISN_TY_INCIDENT && !loose) || b->negative ||
        b->modality)
        return ISN_NONE;
    for (uint32_t j = ib; j-- > 0 && ib - j <= FAR;) {
        const isn_claim *a = &k->claims.ptr[j];
        if (a->event != ISN_EV_ASSAULT)
            continue;
        const isn_ev *e = isn_merge_rep(k, ib);
        if (!(loose ? isn_merge_one_blow_told(a) : a->type == ISN_TY_INCIDENT) || a->negative ||
            a->modality || !a->ncounts || isn_merge_titled(k, j) ||
            isn_merge_different_dates(a, b) ||
            k->claim_sentence.ptr[ib] - k->claim_sentence.ptr[j] >
                (isn_merge_spoken(a) && isn_merge_spoken(b) && isn_merge_same_speaker(a, b)
                     ? SAID
                     : SENTENCES))
            return ISN_NONE;
        bool him = of_him(k, e) && isn_merge_places(a, b) >= 0 &&
                   isn_merge_compare_actors(a->actors, a->nactors, b->actors, b->nactors) >= 0 &&
                   !isn_merge_compare_kind(a, b, ISN_WHAT_KILLED);
        bool more = !b->nactors && !b->nplaces && isn_merge_harm_only(a) &&
                    isn_merge_harm_only(b) && a->nplaces && !isn_merge_one_figure(a, b) &&
                    e->flags & ISN_TG_CASUALTY && !e->update;
        return him || more ? j : ISN_NONE;
    }
    return ISN_NONE;
}

/* Of the blows before claim i that have a place the last of the same means, or the last: a headline of another deed stands between. */
static const isn_claim *placed_before(const isn_work *k, uint32_t i) {
    const isn_claim *last = NULL;
    int means = isn_merge_means(k->claims.ptr[i].mode);
    for (uint32_t j = i; j-- > 0 && i - j <= LOOK_BACK;) {
        const isn_claim *c = &k->claims.ptr[j];
        if (c->event != ISN_EV_ASSAULT || c->modality || c->type == ISN_TY_TALLY || !c->nplaces)
            continue;
        if (!means || isn_merge_means(c->mode) == means)
            return c;
        if (last == NULL)
            last = c;
    }
    return last;
}

/* Of the places of the blow those that the gazetteer has, and no province beside a town; a market or a wall it was beside is not told twice. */
static void take_places(isn_work *k, isn_claim *c, const isn_claim *from) {
    enum { PROVINCE = 4 };
    bool town = false;
    c->places = ISN_NEW(k->arena, isn_rec_place, from->nplaces);
    for (uint32_t i = 0; i < from->nplaces; i++)
        town |= from->places[i].id.len && from->places[i].precision < PROVINCE;
    for (uint32_t i = 0; i < from->nplaces; i++)
        if (from->places[i].id.len && (!town || from->places[i].precision < PROVINCE))
            c->places[c->nplaces++] = from->places[i];
    if (c->nplaces == 0)
        c->places = from->places, c->nplaces = from->nplaces;
}

/* "The explosion killed eleven", said the monitor: it took place where the explosion did, and a suicide bomber's it is still. */
static void carry_places(isn_work *k) {
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        if (c->event != ISN_EV_ASSAULT || c->modality || c->type == ISN_TY_TALLY || c->nplaces ||
            c->type == ISN_TY_DENIAL || !isn_merge_points(k, isn_merge_rep(k, i)))
            continue;
        const isn_claim *last = placed_before(k, i);
        if (last == NULL)
            continue;
        take_places(k, c, last);
        if (c->mode == ISN_MODE_EXPLOSIVES && last->mode == ISN_MODE_SUICIDE_ATTACK)
            c->mode = last->mode;
    }
}

/* اقتحمت بلدة كذا واعتقلت خمسة شبان: places of the deed before, which tell no two arrests apart. */
static void lend_places(isn_work *k) {
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        bool done = isn_sums_done(c) ||
                    ((c->event == ISN_EV_PROTEST || c->event == ISN_EV_CONSULT) && !c->negative);
        if (!c->nplaces && c->nlent && !c->modality && c->type != ISN_TY_TALLY && done)
            c->places = c->lent, c->nplaces = c->nlent;
    }
}

/* قال مصدر في شرطة كذا: where who tells it sits has told tellers apart, and is not where it was. */
static void drop_seats(isn_work *k) {
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        uint32_t kept = 0;
        for (uint32_t j = 0; j < c->nplaces; j++)
            if (!c->places[j].seat)
                c->places[kept++] = c->places[j];
        c->nplaces = kept;
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
    const isn_ev *e = isn_merge_rep(k, claim);
    const isn_word *word = &k->scan->words[e->first];
    return word->reading[e->reading < word->nreadings ? e->reading : 0].symbol >> 1;
}

/* "Four killed by a bomb in Aden" above a report that first tells of assassinations there: does a claim further on, of
 * another thing, have the headline's figure? */
static bool headline_of_another(const isn_work *k, uint32_t title, uint32_t i, uint32_t next) {
    enum { AHEAD = 6 };
    const isn_claim *a = &k->claims.ptr[title], *b = &k->claims.ptr[i];
    if (!isn_merge_titled(k, title) || !a->ncounts || b->ncounts)
        return false;
    for (uint32_t n = next; n < k->claims.len && n < next + AHEAD; n++) {
        const isn_claim *c = &k->claims.ptr[n];
        if (c->event == a->event && isn_merge_compare_counts(a, c) > 0 &&
            isn_merge_places(a, c) > 0 && !isn_merge_different_dates(a, c))
            return !same_thing(k, i, n);
    }
    return false;
}

/* "Settlers burn cars in Huwara" above a report that first tells of a drone's strike: does a claim further on have the headline's doer
 * and its word or means, of which this one has none? */
static bool headline_of_a_doer(const isn_work *k, uint32_t title, uint32_t i, uint32_t next) {
    enum { AHEAD = 12 };
    const isn_claim *a = &k->claims.ptr[title], *b = &k->claims.ptr[i];
    if (!isn_merge_titled(k, title) || !a->nactors || lemma(k, title) == lemma(k, i) ||
        isn_merge_compare_counts(a, b) > 0 ||
        isn_merge_compare_actors(a->actors, a->nactors, b->actors, b->nactors) > 0)
        return false;
    for (uint32_t n = next; n < k->claims.len && n < next + AHEAD; n++) {
        const isn_claim *c = &k->claims.ptr[n];
        bool like = lemma(k, title) == lemma(k, n) || (a->mode && a->mode == c->mode) ||
                    isn_merge_rep(k, title)->row == isn_merge_rep(k, n)->row;
        if (c->event == a->event && like &&
            isn_merge_compare_actors(a->actors, a->nactors, c->actors, c->nactors) > 0 &&
            same_thing(k, title, n))
            return !same_thing(k, i, n);
    }
    return false;
}

/* How much of what a headline tells the claim has too. */
static int likeness(const isn_work *k, uint32_t title, uint32_t i) {
    const isn_claim *a = &k->claims.ptr[title], *b = &k->claims.ptr[i];
    return 2 * (lemma(k, title) == lemma(k, i)) + 2 * (isn_merge_compare_counts(a, b) > 0) +
           (a->mode && a->mode == b->mode) + (isn_merge_places(a, b) > 0) +
           (isn_merge_compare_actors(a->actors, a->nactors, b->actors, b->nactors) > 0) +
           (isn_merge_compare_actors(a->recipients, a->nrecipients, b->recipients, b->nrecipients) >
            0);
}

/* Of the headlines that claim i can be told by, the last of which is `title`, the one that is most like it. */
static uint32_t headline_for(const isn_work *k, uint32_t i, uint32_t title, uint32_t next) {
    uint32_t best = title;
    int most = likeness(k, title, i);
    for (uint32_t j = title; j-- > 0 && i - j <= LOOK_BACK;) {
        int n = likeness(k, j, i);
        if (n > most && k->claims.ptr[j].event == k->claims.ptr[i].event && same_thing(k, j, i) &&
            !headline_of_another(k, j, i, next) && !headline_of_a_doer(k, j, i, next)) {
            best = j;
            most = n;
        }
    }
    return best;
}

/* The kept claim that claim i, at the end of `kept`, tells again: الغارة is the raid rather than a toll told since, التفجير what
 * was done with bombs rather than the huts torn down since; `next` is the first that was not looked at. */
static uint32_t told_before(const isn_work *k, uint32_t i, uint32_t next) {
    uint32_t found = ISN_NONE;
    const isn_ev *e = isn_merge_rep(k, i);
    bool by_name = e->definite && !e->verb && !e->lit;
    for (uint32_t j = i; j-- > 0 && i - j <= LOOK_BACK;) {
        if (k->claims.ptr[j].event != k->claims.ptr[i].event) /* most pairs end here */
            continue;
        if (!same_thing(k, j, i) || headline_of_another(k, j, i, next) ||
            headline_of_a_doer(k, j, i, next))
            continue;
        if (isn_merge_titled(k, j))
            return found == ISN_NONE ? headline_for(k, i, j, next) : found;
        if (!by_name || lemma(k, i) == lemma(k, j))
            return j;
        int means = isn_merge_means(k->claims.ptr[i].mode);
        if (found == ISN_NONE || (means && k->claims.ptr[found].mode == ISN_MODE_DESTROY &&
                                  means == isn_merge_means(k->claims.ptr[j].mode)))
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
            isn_merge_compare_counts(&k->claims.ptr[j], &k->claims.ptr[i]) > 0 &&
            !headline_of_another(k, j, i, next) && same_thing(k, j, i))
            found = j;
    if (found == ISN_NONE)
        return;
    isn_merge_fold(k, found, i);
    take_out(k, i, kept);
}

/* «حملة اعتقالات» above the paragraph that tells of it: a few words on a line of their own, with no stop behind them. */
static bool in_heading(const isn_work *k, uint32_t s) {
    enum { FEW = 7, PARAGRAPH = 12 };
    const isn_scan *scan = k->scan;
    const isn_text *text = scan->text;
    if (k->block_role[s] != ISN_ROLE_BODY || s + 1 >= text->nsentences ||
        k->block_role[s + 1] != ISN_ROLE_BODY || !text->sentences[s].starts_block ||
        !text->sentences[s + 1].starts_block)
        return false;
    uint32_t words = scan->sentence_word[s + 1] - scan->sentence_word[s];
    uint32_t below = scan->sentence_word[s + 2] - scan->sentence_word[s + 1];
    char last = (char)k->record->article->bytes[text->tokens[text->sentences[s].last - 1].start];
    return words <= FEW && below >= PARAGRAPH && last != '.' && last != ':';
}

/* What a heading alone tells, without a figure, names what stands below it in other words. */
static void drop_headings(isn_work *k, uint32_t *kept) {
    for (uint32_t i = *kept; i-- > 0;)
        if (k->claims.ptr[i].nanchors == 1 && !k->claims.ptr[i].ncounts &&
            in_heading(k, k->claim_sentence.ptr[i]))
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
            kept += !isn_merge_rep(k, kept)->recalled && !isn_merge_dead_in_vain(k, kept);
            continue;
        }
        bool counted = k->claims.ptr[found].ncounts > 0, dated = promise_dated(k, found, kept);
        isn_merge_fold(k, found, kept);
        if (dated) { /* who tells by when */
            k->claims.ptr[found].chain = k->claims.ptr[kept].chain;
            k->claims.ptr[found].nchain = k->claims.ptr[kept].nchain;
        }
        if (!counted && k->claims.ptr[found].ncounts)
            settled(k, found, i + 1, &kept);
    }
    drop_headings(k, &kept);
    for (uint32_t i = 0; i < kept;
         i++) /* حملت الحكومة القوات المسؤولية, with no word of condemnation: a charge */
        if (k->claims.ptr[i].event == ISN_EV_ACCUSE && k->claims.ptr[i].nanchors == 1 &&
            isn_work_framed(k, isn_merge_rep(k, i)->row, ISN_FR_HOLD))
            k->claims.ptr[i].mode = ISN_MODE_ALLEGE;
    k->claims.len = k->claim_sentence.len = k->claim_ev.len = kept;
    drop_seats(k);
    isn_sums_carry(k);
    isn_when_carry(k);
    isn_sums_stretches(k);
    carry_places(k);
    lend_places(k);
    drop_asides(k);
    spread_out(k);
}
