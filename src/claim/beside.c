/* beside.c: deeds that are told by how far they lie from another: "the attack came two days after the killing of ten",
 * "two days before the attack they seized a herdsman". Such a phrase is a part of its sentence of its own: what it tells
 * is no part of the deed beside it, and its day is counted from that deed's. Left of it: match/date.c, which knows the
 * lengths; group.c, role.c and when.c ask where a phrase runs. */
#include "claim/work.h"

uint32_t isn_beside_at(const isn_work *k, uint32_t word) {
    for (uint32_t i = 0; i < k->besides.len; i++)
        if (word >= k->besides.ptr[i].first && word < k->besides.ptr[i].last)
            return i + 1;
    return 0;
}

/* A finite verb behind a break, to which the phrase does not reach: بعد يومين من مقتل عشرة في السوق، قصفت القوات. Where the
 * deed beside it was told before, what is joined by و: غداة تظاهرات، أحرق خلالها شبان إطارات is still of them. */
static bool begins_anew(const isn_work *k, const isn_ev *a, const isn_ev *b, bool told) {
    if (!b->verb ||
        b->flags & ISN_TG_RESULT || /* بعد ساعات من هجوم على حاجز، وأدى إلى مقتل جنديين */
        (told && !(isn_work_pre(k, b->first, b->reading) & ISN_CL_WAW)))
        return false;
    for (uint32_t w = a->last; w <= b->first; w++)
        if (k->scan->words[w].flags & ISN_WF_BREAK)
            return true;
    return false;
}

/* قبل شهر من الهجوم، من مقتل الوزير; not نجا قبل شهر من محاولة اغتيال. */
static bool known_one(const isn_work *k, const isn_ev *e) {
    return e->definite ||
           (e->last < k->scan->nwords && !(k->scan->words[e->last].flags & ISN_WF_BREAK) &&
            (isn_work_pre(k, e->last, 0) & ISN_CL_AL || k->m->entities.cover[e->last] != ISN_NONE));
}

/* The phrase that opens at `first`, where a deed stands right behind `last`. */
static void take(isn_work *k, uint32_t first, uint32_t last, uint32_t date) {
    enum { NEAR = 5 };
    uint32_t s = k->scan->words[first].sentence, end = k->scan->sentence_word[s + 1];
    bool back = date != ISN_NONE && k->m->dates.ptr[date].flags & ISN_DF_BEFORE;
    isn_ev *inner = NULL, *before = NULL;
    bool told = false;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (e->first < last) {
            told = true;
            continue;
        }
        if (inner == NULL && e->first - last > NEAR)
            return;
        if (before != NULL && begins_anew(k, before, e, told)) {
            end = e->first;
            break;
        }
        if (inner == NULL)
            inner = e;
        before = e;
    }
    if (inner == NULL || (back && !known_one(k, inner)))
        return;
    *ISN_PUSH(k->arena, &k->besides) = (isn_beside){date, first, end};
    for (isn_ev *e = inner; e <= before; e++)
        e->beside = k->besides.len;
    if (back && inner->definite && !inner->verb && inner == before) {
        inner->dead = true; /* قبل يومين من الهجوم: the one told of */
        inner->why = "what another is counted from";
    }
}

static bool is_day_after(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    if (k->fn[w] != ISN_FN_AFTER || !isn_work_has(k, w, ISN_T_DATEWORD))
        return false;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_DATEWORD);
    return s != NULL &&
           isn_lex_int(k->lex, ISN_T_DATEWORD, s->row, ISN_DATEWORD_KIND) == ISN_DW_AFTER &&
           isn_lex_int(k->lex, ISN_T_DATEWORD, s->row, ISN_DATEWORD_VALUE) == 1;
}

/* غداة مقتل ثمانية، غداة إعلان مقتل ثمانية: the word before what happened a day before, or ISN_NONE. */
static uint32_t day_after(const isn_work *k, const isn_ev *e) {
    enum { BETWEEN = 2 };
    for (uint32_t w = e->first; w-- > k->s0[e->sentence] && e->first - w <= BETWEEN;) {
        if (k->scan->words[w + 1].flags & ISN_WF_BREAK)
            return ISN_NONE;
        if (is_day_after(k, w))
            return w;
    }
    return ISN_NONE;
}

/* وذلك بعد هجوم أسفر عن مقتل ثلاثة: behind the deeds of a sentence what came before them, or ISN_NONE. */
static uint32_t came_before(const isn_work *k, const isn_ev *e) {
    enum { BETWEEN = 2 };
    uint32_t s0 = k->s0[e->sentence];
    if (e->event != ISN_EV_ASSAULT || e->effect || isn_work_pronoun(k, e->first))
        return ISN_NONE; /* وذلك بعد إصابته: what he died of */
    for (uint32_t w = e->first; w-- > s0 + 1 && e->first - w <= BETWEEN;) {
        if (k->scan->words[w + 1].flags & ISN_WF_BREAK)
            return ISN_NONE;
        if (w + 1 < e->first && k->wc[w + 1] & ISN_WC_TRIGGER)
            return ISN_NONE;
        if (k->fn[w] == ISN_FN_AFTER)
            return k->fn[w - 1] == ISN_FN_THIS && k->scan->words[w - 1].flags & ISN_WF_COMMA
                       ? w
                       : ISN_NONE;
    }
    return ISN_NONE;
}

void isn_beside_find(isn_work *k) {
    for (uint32_t i = 0; i < k->m->dates.len; i++)
        if (k->m->dates.ptr[i].flags & (ISN_DF_AFTER | ISN_DF_BEFORE))
            take(k, k->m->dates.ptr[i].first, k->m->dates.ptr[i].last, i);
    for (uint32_t i = 0; i < k->evs.len; i++) {
        uint32_t w = k->evs.ptr[i].beside ? ISN_NONE : day_after(k, &k->evs.ptr[i]);
        if (w == ISN_NONE && !k->evs.ptr[i].beside)
            w = came_before(k, &k->evs.ptr[i]);
        if (w != ISN_NONE)
            take(k, w, w + 1, ISN_NONE);
    }
}

/* How far the phrase says that it lies. */
static isn_date length_of(const isn_work *k, uint32_t beside) {
    const isn_beside *x = &k->besides.ptr[beside - 1];
    if (x->date != ISN_NONE)
        return k->m->dates.ptr[x->date];
    return (isn_date){.first = x->first,
                      .last = x->first + 1,
                      .days = is_day_after(k, x->first),
                      .kind = ISN_DATE_DURATION,
                      .flags = ISN_DF_AFTER,
                      .anchor = ISN_NO_DAY};
}

/* ---- their days ------------------------------------------------------------------------------------------------- */

static const isn_ev *rep(const isn_work *k, uint32_t claim) {
    return &k->evs.ptr[k->claim_ev.ptr[claim]];
}

/* Told by a headline, is the claim told again in the sentence before the word? */
static bool told_again(const isn_work *k, uint32_t claim, uint32_t s, uint32_t word) {
    const isn_claim *c = &k->claims.ptr[claim];
    uint32_t from = k->scan->text->tokens[k->scan->words[k->s0[s]].token].start;
    uint32_t to = k->scan->text->tokens[k->scan->words[word].token].start;
    if (k->block_role[rep(k, claim)->sentence] != ISN_ROLE_TITLE)
        return false;
    for (uint32_t i = 0; i < c->nanchors; i++)
        if (c->anchors[i].start >= from && c->anchors[i].start < to)
            return true;
    return false;
}

/* The claim that the phrase stands beside: the next one where it opens a clause, else the one before it. */
static uint32_t outer(const isn_work *k, uint32_t beside) {
    const isn_beside *x = &k->besides.ptr[beside - 1];
    uint32_t s = k->scan->words[x->first].sentence, found = ISN_NONE;
    bool opens = x->first == k->s0[s] || k->scan->words[x->first].flags & ISN_WF_BREAK ||
                 isn_work_pre(k, x->first, 0) & ISN_CL_WAW;
    for (uint32_t i = 0; i < k->claims.len; i++) {
        const isn_ev *e = rep(k, i);
        if (e->beside == beside)
            continue;
        if (told_again(k, i, s, x->first))
            return i;
        if (e->sentence == s && e->first >= x->last)
            return found == ISN_NONE || opens ? i : found;
        if (e->sentence > s || e->first >= x->first || k->block_role[e->sentence] == ISN_ROLE_TITLE)
            continue;
        bool joined = e->verb && isn_clause_cut(k, e->first) &&
                      isn_work_pre(k, e->first, e->reading) & ISN_CL_WAW;
        if (found == ISN_NONE || rep(k, found)->sentence != e->sentence || joined)
            found = i; /* the first of its sentence: أفرجت عن 42 خطفوا قبل شهر، غداة خطف آخرين */
    }
    return found;
}

/* The day that lies so far from the one that is known. */
static isn_rec_date count(const isn_work *k, const isn_date *x, const isn_rec_date *from,
                          int sign) {
    enum { MONTH = 28, YEAR = 365 };
    isn_rec_date d = isn_when_of(k, x);
    int32_t end = from->end != ISN_NO_DAY ? from->end : from->start;
    int year, month, day;
    d.anchor = end;
    d.start = (from->start != ISN_NO_DAY ? from->start : end) + sign * x->days;
    d.end = end + sign * x->days;
    if (x->flags & ISN_DF_RECENT) { /* بعد أيام من */
        d.start = ISN_NO_DAY;
        d.end = end - 1;
    } else if (x->days >= MONTH) {
        isn_day_split(d.start, &year, &month, &day);
        bool months = x->days < YEAR;
        d.start = isn_day_of(year, months ? month : 1, 1);
        d.end = isn_day_add(d.start, 1, months ? ISN_G_MONTH : ISN_G_YEAR) - 1;
    }
    d.precision = isn_date_precision(d.start, d.end);
    return d;
}

/* The last deed told before the claim whose day is known. */
static const isn_rec_date *deed_before(const isn_work *k, uint32_t claim) {
    for (uint32_t i = claim; i-- > 0;)
        if (isn_type_deed(k->claims.ptr[i].event) && k->claims.ptr[i].date.known &&
            k->claims.ptr[i].date.end != ISN_NO_DAY)
            return &k->claims.ptr[i].date;
    return NULL;
}

/* The day that what the phrase tells is counted from: a day told before it in its sentence where no deed is, that of the
 * claim beside it, or of the report. */
static isn_rec_date day_of(const isn_work *k, uint32_t beside, uint32_t claim) {
    const isn_beside *x = &k->besides.ptr[beside - 1];
    uint32_t s = k->scan->words[x->first].sentence;
    const isn_date *day = NULL;
    for (uint32_t i = 0; i < k->m->dates.len && k->m->dates.ptr[i].last <= x->first; i++)
        day = &k->m->dates.ptr[i];
    bool here = claim != ISN_NONE && rep(k, claim)->sentence == s;
    if (!here && day != NULL && day->first >= k->s0[s] && day->kind == ISN_DATE_AT &&
        day->precision <= 2 && day->start != ISN_NO_DAY)
        return isn_when_of(k, day);
    if (claim != ISN_NONE)
        return k->claims.ptr[claim].date.end != ISN_NO_DAY ? k->claims.ptr[claim].date
                                                           : (isn_rec_date){0};
    int32_t published = k->m->story.published;
    return (isn_rec_date){.known = published != ISN_NO_DAY, .start = published, .end = published};
}

void isn_beside_count(isn_work *k) {
    k->counted = ISN_NEW(k->arena, bool, k->claims.len + 1);
    for (uint32_t i = 0; i < k->claims.len; i++)
        k->counted[i] = rep(k, i)->beside != 0;
    for (uint32_t b = 1; b <= k->besides.len; b++) {
        uint32_t claim = length_of(k, b).flags & ISN_DF_BEFORE ? outer(k, b) : ISN_NONE;
        if (claim != ISN_NONE)
            k->counted[claim] = true;
    }
}

bool isn_beside_counted(const isn_work *k, uint32_t claim) {
    return k->counted[claim];
}

void isn_beside_dates(isn_work *k) {
    for (uint32_t b = 1; b <= k->besides.len; b++) {
        isn_date x = length_of(k, b);
        uint32_t at = outer(k, b);
        isn_rec_date told = day_of(k, b, at);
        for (uint32_t i = 0; x.flags & ISN_DF_AFTER && told.known && i < k->claims.len; i++)
            if (rep(k, i)->beside == b && !k->claims.ptr[i].date.known)
                k->claims.ptr[i].date = count(k, &x, &told, -1);
        const isn_rec_date *from =
            x.flags & ISN_DF_BEFORE && at != ISN_NONE ? deed_before(k, at) : NULL;
        if (from != NULL && !k->claims.ptr[at].date.known)
            k->claims.ptr[at].date = count(k, &x, from, -1);
    }
}
