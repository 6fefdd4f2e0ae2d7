/* sums.c: what a report that sums up a time goes on to tell lies in that time: after one sum, under a head that names the
 * time, in a bulletin of several days. merge.c has joined the claims before; when.c dates afterwards what is left. */
#include "claim/work.h"

static bool spoken(const isn_claim *c) {
    return c->nchain && c->chain[0].role != ISN_LINK_OUTLET &&
           (c->chain[0].role != ISN_LINK_AGENCY || c->chain[0].verb.len);
}

/* إلى ذلك، في سياق متصل: the sentence turns to something else. */
bool isn_sums_turns(const isn_work *k, uint32_t s) {
    enum { HEAD = 2 };
    for (uint32_t w = k->s0[s]; w < k->scan->sentence_word[s + 1] && w < k->s0[s] + HEAD; w++)
        if (isn_role_cue(k, w, ISN_CUE_TURN))
            return true;
    return false;
}

static const isn_ev *rep(const isn_work *k, uint32_t claim) {
    return &k->evs.ptr[k->claim_ev.ptr[claim]];
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
        else if (sum && !isn_merge_same_speaker(sum, c))
            sum = NULL;
        else if (sum && c->type == ISN_TY_INCIDENT && isn_when_inherits(c))
            c->type = ISN_TY_TALLY, c->date = sum->date;
    }
}

/* A report that sums up a month goes on: وأشار إلى أن 25 عملية اغتيال تمت في الريف الغربي، ووثق اعتقال 32 شخصا. */
static void carry_report(isn_work *k) {
    enum { WEEK = 7, SENTENCES = 3, SEVERAL = 3 };
    const isn_claim *sum = NULL;
    uint32_t last = 0;
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        uint32_t s = k->claim_sentence.ptr[i];
        if (sum && (s - last > SENTENCES || (!spoken(c) && isn_sums_turns(k, s))))
            sum = NULL;
        bool lasting = isn_type_days(&c->date) > WEEK;
        /* وصل عدد من قضوا تحت التعذيب إلى 118 */
        bool stock = c->type == ISN_TY_UPDATE && !rep(k, i)->definite;
        bool undated = c->type == ISN_TY_TALLY && c->date.known && c->date.start == ISN_NO_DAY &&
                       !c->date.mark.text.len;
        if (sum && undated && isn_merge_same_speaker(sum, c))
            c->date = sum->date;
        if (c->type == ISN_TY_TALLY && spoken(c) && lasting && c->main) {
            sum = c, last = s;
        } else if (sum && spoken(c) && !isn_merge_same_speaker(sum, c)) {
            sum = NULL;
        } else if (sum && (c->type == ISN_TY_INCIDENT || c->type == ISN_TY_AGGREGATE || stock) &&
                   isn_when_inherits(c) && (!spoken(c) || isn_merge_same_speaker(sum, c)) &&
                   isn_merge_largest(c) >= SEVERAL && !isn_merge_spot(c) &&
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
            isn_merge_same_speaker(sum, c) && isn_when_inherits(c) && !c->mode && !c->nplaces)
            c->type = ISN_TY_TALLY, c->date = sum->date;
    }
}

bool isn_sums_done(const isn_claim *c) {
    return c->event == ISN_EV_ASSAULT || c->event == ISN_EV_COERCE || c->event == ISN_EV_RETREAT ||
           c->event == ISN_EV_MOBILIZE;
}

/* Is it more than one act, in several places or to several? */
static bool of_many(const isn_claim *c) {
    return c->type == ISN_TY_INCIDENT && (isn_merge_largest(c) > 2 || c->nplaces > 1);
}

/* من 3 إلى 9 أيار: the days of a paper that comes each week, item by item. */
static bool of_a_week(int32_t start, int32_t end) {
    enum { SHORT = 5, LONG = 9 };
    return start != ISN_NO_DAY && end != ISN_NO_DAY && end - start >= SHORT && end - start <= LONG;
}

static bool within_days(const isn_claim *c, const isn_claim *bulletin) {
    return c->date.start != ISN_NO_DAY && c->date.start >= bulletin->date.start &&
           c->date.end != ISN_NO_DAY && c->date.end <= bulletin->date.end;
}

/* A bulletin tells of a stretch of days: what it goes on to tell without a day lies in it, and what was done in several
 * places or to several is more than one act. */
static void carry_bulletin(isn_work *k) {
    enum { WEEK = 7 };
    const isn_claim *bulletin = NULL;
    uint32_t dated = ISN_NONE; /* the sentence that last told a day of its own */
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        uint32_t s = k->claim_sentence.ptr[i];
        bool spoken = c->nchain && c->chain[0].role != ISN_LINK_OUTLET;
        bool item = bulletin && of_a_week(bulletin->date.start, bulletin->date.end) && !spoken;
        if (isn_sums_done(c) && isn_type_stretch(k, &c->date, true) && !c->modality) {
            bulletin = c;
        } else if (item && c->date.known && within_days(c, bulletin)) {
            dated = s;
        } else if (item && !c->date.known && s == dated) {
            continue; /* of the day that its item names */
        } else if (bulletin && !(item && !c->date.known) &&
                   ((c->date.known && c->type != ISN_TY_TALLY) ||
                    (!spoken && isn_sums_turns(k, k->claim_sentence.ptr[i])))) {
            bulletin = NULL;
        } else if (bulletin && isn_sums_done(c) && isn_when_inherits(c) &&
                   (!spoken || isn_merge_same_speaker(bulletin, c))) {
            c->date = bulletin->date;
            bool summed = bulletin->type == ISN_TY_TALLY && bulletin->event == c->event &&
                          isn_type_days(&c->date) > WEEK;
            if (of_many(c))
                c->type = summed ? ISN_TY_TALLY : ISN_TY_AGGREGATE;
        }
    }
}

/* "A weekly report, from 12 to 18 November" over the whole: what took its stretch of days over. */
void isn_sums_stretches(isn_work *k) {
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        if (isn_sums_done(c) && of_many(c) && !c->modality && isn_type_stretch(k, &c->date, true))
            c->type = ISN_TY_AGGREGATE;
    }
}

/* ---- a head that names the time ----------------------------------------------------------------------------------- */

/* خلال شهر آذار، في الربع الأول: a time that is over or runs, of some days at least. */
static bool sums_time(const isn_work *k, const isn_date *x) {
    enum { DAYS = 5, YEAR = 400, GONE = 100, YEARS = 4000 };
    int32_t published = k->m->story.published;
    if (x->kind == ISN_DATE_PERIOD && x->start != ISN_NO_DAY && x->end != ISN_NO_DAY &&
        x->end - x->start > YEAR && x->end - x->start < YEARS)
        return published == ISN_NO_DAY || x->end <= published; /* من يناير 2015 وحتى ديسمبر 2021 */
    if ((x->kind != ISN_DATE_PERIOD && x->kind != ISN_DATE_AT) || x->start == ISN_NO_DAY ||
        x->end == ISN_NO_DAY || x->flags & ISN_DF_FUTURE || x->end - x->start < DAYS ||
        x->end - x->start > YEAR)
        return false;
    return published == ISN_NO_DAY || (x->start <= published && x->end + GONE >= published);
}

/* إحصائية، تقرير، حصيلة: the paper or the figure that sums up. */
static bool names_report(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s =
        isn_work_has(k, w, ISN_T_CHANNEL) ? isn_match_sense(&hit, k->scan, w, ISN_T_CHANNEL) : NULL;
    if (s && isn_lex_int(k->lex, ISN_T_CHANNEL, s->row, ISN_CHANNEL_KIND) == ISN_CH_DOCUMENT)
        return true;
    s = isn_work_has(k, w, ISN_T_CUE) ? isn_match_sense(&hit, k->scan, w, ISN_T_CUE) : NULL;
    int32_t kind = s ? isn_lex_int(k->lex, ISN_T_CUE, s->row, ISN_CUE_KIND) : -1;
    unsigned form = s ? s->form & ISN_FORM_KIND : 0;
    bool verb = form == ISN_FORM_PERF || form == ISN_FORM_IMPF; /* أحصى، وثق */
    return kind == ISN_CUE_TOLL || (kind == ISN_CUE_TALLY && (form == ISN_FORM_NOUN || verb));
}

/* The time that the sentence gives a report of which it is the head, or NULL. */
static const isn_date *head_time(const isn_work *k, uint32_t s) {
    bool report = false;
    uint32_t deed = ISN_NONE;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1] && deed == ISN_NONE; i++)
        if (!k->evs.ptr[i].dead && k->evs.ptr[i].event)
            deed = k->evs.ptr[i].first;
    for (uint32_t w = k->s0[s]; w < k->scan->sentence_word[s + 1]; w++) {
        uint32_t at = k->m->dates.at[w];
        report |= w < deed && names_report(k, w); /* not قتل جندي، مما رفع حصيلة هذا الشهر */
        if (report && at != ISN_NONE && k->m->dates.ptr[at].first == w &&
            sums_time(k, &k->m->dates.ptr[at]))
            return &k->m->dates.ptr[at];
    }
    return NULL;
}

/* كشفت إحصائية أن الجيش قام بعمليات خلال شهر آذار. وأفادت بتوقيف عشرة: what is told without a day under such a head. */
static void carry_head(isn_work *k) {
    enum { HEAD = 3, SENTENCES = 3, SEVERAL = 2 };
    const isn_date *time = NULL;
    uint32_t last = 0;
    for (uint32_t s = 0, told = 0; s < k->scan->text->nsentences && told < HEAD && !time; s++) {
        if (k->block_role[s] == 255)
            continue;
        told++;
        time = head_time(k, s);
        last = s;
    }
    const isn_claim *teller = NULL;
    uint32_t dated = ISN_NONE; /* the sentence that last told a day of its own */
    bool week = time && of_a_week(time->start, time->end);
    for (uint32_t i = 0; time && i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        uint32_t s = k->claim_sentence.ptr[i];
        if (s < last)
            continue;
        if ((s - last > SENTENCES && !week) ||
            (teller && spoken(c) && !isn_merge_same_speaker(teller, c)) ||
            (!spoken(c) && !week && isn_sums_turns(k, s)))
            return;
        if (c->date.known && !c->date.soft)
            dated = s;
        else if (week && s == dated)
            continue; /* of the day that its item names */
        bool loose =
            c->type == ISN_TY_TALLY && c->date.start == ISN_NO_DAY && !c->date.mark.text.len;
        if (spoken(c))
            teller = c;
        bool of_paper = c->date.known && c->date.soft && !c->modality && !c->negative &&
                        c->type != ISN_TY_COMMITMENT; /* وبحسب تقرير صدر الاثنين */
        if (!isn_type_deed(c->event) || !(isn_when_inherits(c) || loose || of_paper))
            continue;
        c->date = isn_when_of(k, time);
        last = s;
        if (isn_merge_largest(c) >= SEVERAL && !isn_merge_spot(c))
            c->type = ISN_TY_TALLY;
    }
}

/* وخلال الفترة نفسها أوقفت 231: does the clause of the deed say so? */
static bool in_same_time(const isn_work *k, const isn_ev *e) {
    enum { BEFORE = 8, BEHIND = 14 };
    uint32_t s0 = k->s0[e->sentence], s1 = k->scan->sentence_word[e->sentence + 1];
    uint32_t from = e->first > s0 + BEFORE ? e->first - BEFORE : s0;
    for (uint32_t w = from; w < s1 && w < e->last + BEHIND; w++)
        if (isn_role_cue(k, w, ISN_CUE_SAME_TIME))
            return true;
    return false;
}

/* قتل 93 مدنيا في نيسان، قتل النظام منهم 11، وقتل التنظيم خمسة: the share of one in the sum that its sentence told before. */
static bool is_share(const isn_work *k, const isn_claim *sum, uint32_t i) {
    const isn_claim *c = &k->claims.ptr[i];
    return sum->type == ISN_TY_TALLY && c->nactors && !sum->nactors && c->ncounts &&
           sum->event == c->event && sum->evidence.start == c->evidence.start &&
           rep(k, i)->effect && isn_merge_largest(c) < isn_merge_largest(sum);
}

static int64_t most(const isn_claim *c) {
    return !c->ncounts ? 0 : c->counts[0].high > 0 ? c->counts[0].high : c->counts[0].low;
}

/* تحييد 12 خلال يومين. وأضافت أن الطائرات حيدت خمسة: of those whom the same speaker told in one figure. */
static bool is_part(const isn_work *k, const isn_claim *sum, uint32_t i) {
    enum { SEVERAL = 2, SENTENCES = 3 };
    const isn_claim *c = &k->claims.ptr[i];
    return sum->type == ISN_TY_AGGREGATE && spoken(sum) && isn_merge_same_speaker(sum, c) &&
           sum->event == c->event && most(c) >= SEVERAL && most(c) < most(sum) &&
           c->counts[0].what == sum->counts[0].what &&
           k->claim_sentence.ptr[i] - k->claim_sentence.ptr[sum - k->claims.ptr] <= SENTENCES;
}

static void carry_same_time(isn_work *k) {
    const isn_claim *sum = NULL;
    for (uint32_t i = 0; i < k->claims.len; i++) {
        isn_claim *c = &k->claims.ptr[i];
        bool undated = c->type == ISN_TY_TALLY && c->date.start == ISN_NO_DAY &&
                       !c->date.mark.text.len; /* جرحى المدة نفسها 45 */
        bool same = sum && isn_type_deed(c->event) &&
                    ((isn_when_inherits(c) && is_share(k, sum, i)) ||
                     ((isn_when_inherits(c) || undated) && in_same_time(k, rep(k, i))));
        if (!same && sum && isn_when_inherits(c) && is_part(k, sum, i)) {
            c->date = sum->date;
            continue;
        }
        if (same) {
            c->date = sum->date;
            if (isn_merge_largest(c) > 1)
                c->type = ISN_TY_TALLY;
        }
        if (!same && c->date.known && c->date.start != ISN_NO_DAY &&
            (c->date.end == ISN_NO_DAY || isn_type_days(&c->date) > 1))
            sum = c;
    }
}

void isn_sums_carry(isn_work *k) {
    carry_sums(k);
    carry_stock(k);
    carry_report(k);
    carry_head(k);
    carry_same_time(k);
    carry_bulletin(k);
}
