/* type.c: whether a claim tells one occurrence, a sum, several acts, or words; and its modality. emit.c asks once it has
 * the claim's counts, places and date. */
#include "claim/work.h"

/* Events further back than this before the publication are recalled, not reported. */
enum { HISTORICAL_DAYS = 60 };

bool isn_type_deed(uint8_t event) {
    return event == ISN_EV_ASSAULT || event == ISN_EV_COERCE || event == ISN_EV_MOBILIZE ||
           event == ISN_EV_PROTEST || event == ISN_EV_RETREAT || event == ISN_EV_AID;
}

/* Decisions and measures that are announced; killings, arrests and plots foiled that are announced took place. */
static bool announces(const isn_claim *c, const isn_ev *rep) {
    if (rep->flags & ISN_TG_PREVENT)
        return false; /* أعلنت إحباط مخطط */
    for (uint32_t i = 0; i < c->nactors; i++)
        if (c->event == ISN_EV_SANCTION && c->actors[i].sector == ISN_SEC_JUD)
            return false; /* قررت المحكمة حبس ثلاثة: by deciding she does it */
    if (c->event == ISN_EV_COERCE)
        return c->mode != ISN_MODE_ARREST;
    return c->event == ISN_EV_MOBILIZE || c->event == ISN_EV_SANCTION ||
           (c->event == ISN_EV_ACCUSE && c->mode == ISN_MODE_INVESTIGATE) ||
           c->event == ISN_EV_CONCEDE || c->event == ISN_EV_PROTEST;
}

int32_t isn_type_days(const isn_rec_date *x) {
    bool both = x->known && x->start != ISN_NO_DAY && x->end != ISN_NO_DAY;
    return both ? x->end - x->start : ISN_NO_DAY;
}

/* "Between 26 June and 2 July units arrested …", خلال الأيام الماضية: what fills days is more than one act. `by_ends`: only
 * a stretch that is told by its two ends, not counted back from today. */
bool isn_type_stretch(const isn_work *k, const isn_rec_date *x, bool by_ends) {
    enum { TWO_ENDS = 4 }; /* words: 20 إلى 26 جوان */
    if (isn_type_days(x) < 2)
        return false;
    for (uint32_t i = 0; i < k->m->dates.len; i++) {
        const isn_date *y = &k->m->dates.ptr[i];
        if (!by_ends && y->kind == ISN_DATE_WITHIN && x->end == y->start &&
            x->end - x->start == y->end - y->start)
            return true; /* isn_when_lately */
        if (y->start != x->start || y->end != x->end || y->rule == ISN_RULE_RANK)
            continue; /* لليوم الخامس: one strike that goes on */
        bool ends = y->last - y->first >= TWO_ENDS && !(y->flags & ISN_DF_RELATIVE) &&
                    (y->kind == ISN_DATE_PERIOD || y->kind == ISN_DATE_AT);
        return ends || (!by_ends && y->kind == ISN_DATE_PERIOD);
    }
    return false;
}

/* لن ننسحب، لن تسلم سلاحها، لن نتفاوض: somebody says that he will not give way, or have no part in it. */
bool isn_type_refusal(const isn_ev *rep) {
    bool other = rep->event == ISN_EV_CONCEDE || rep->event == ISN_EV_CONSULT ||
                 rep->event == ISN_EV_AGREE || rep->event == ISN_EV_COOPERATE ||
                 rep->event == ISN_EV_AID || rep->event == ISN_EV_SUPPORT;
    return (rep->event == ISN_EV_RETREAT || other) && rep->verb && rep->negative && rep->future &&
           !rep->denied && rep->chain != ISN_NONE;
}

/* How he refuses; of a withdrawal that will not be, the withdrawal's mood stays. */
uint8_t isn_type_refused_mode(uint8_t event) {
    return event == ISN_EV_RETREAT   ? ISN_MODE_YIELD
           : event == ISN_EV_CONSULT ? ISN_MODE_MEET
           : event == ISN_EV_AID     ? ISN_MODE_ASSIST
                                     : ISN_MODE_NONE;
}

/* قال القائد إن قواته لن تنسحب: it is he who refuses. */
void isn_type_refuses(const isn_work *k, isn_ev *rep) {
    const isn_chain *c = &k->chains.ptr[rep->chain];
    if (rep->actors.n != 1 || !c->n || c->link[0].entity == ISN_NONE)
        return;
    const isn_entity *x = isn_work_entity(k, rep->actors.ptr[0]);
    if (k->scan->words[x->head].reading[x->reading].suf != ISN_SUF_NONE && x->last == x->first + 1)
        rep->actors.ptr[0] = c->link[0].entity;
}

/* The least number of people that the claim tells of, of all that befell them the greatest. */
static int64_t people(const isn_claim *c) {
    int64_t most = 0;
    for (uint32_t i = 0; i < c->ncounts; i++) {
        const isn_rec_count *x = &c->counts[i];
        int64_t n = x->low != ISN_NO_COUNT ? x->low : x->best;
        if (x->harm == ISN_HARM_CASUALTIES && x->high > n)
            n = x->high;
        if (x->what != ISN_WHAT_ACTIONS && n != ISN_NO_COUNT && n > most)
            most = n;
    }
    return most;
}

/* قتل 250 مدنيا هذا العام: a number told of a year, and no single blow that it could be of. */
static bool of_a_year(const isn_claim *c, const isn_ev *rep) {
    enum { SEASON = 80, MANY = 5 };
    if (isn_type_days(&c->date) < SEASON)
        return false;
    bool one = !rep->verb && rep->flags & ISN_TG_ATTACK && !(rep->flags & ISN_TG_LASTING) &&
               (rep->form & ISN_FORM_NUMBER) == ISN_FORM_SG;
    return !one && people(c) >= MANY;
}

/* A blow of its own is told: a verb of attacking, one attack; not deaths alone, nor attacks in the plural. */
bool isn_type_blow(const isn_work *k, const isn_ev *rep) {
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->group == rep->group && !e->dead && e->flags & ISN_TG_ATTACK &&
            !(e->flags & ISN_TG_LASTING) && (e->verb || (e->form & ISN_FORM_NUMBER) == ISN_FORM_SG))
            return true;
    }
    return false;
}

/* في تشرين الأول وحده قتل 17 مدنيا: so many dead of a month, or a week, at no one spot, and of no one blow. */
static bool of_a_month(const isn_work *k, const isn_claim *c, const isn_ev *rep) {
    enum { MONTH = 27, MANY = 10, WEEK = 6, DOZENS = 30, WIDE = 4 };
    int32_t days = isn_type_days(&c->date);
    bool some = (days >= MONTH && people(c) >= MANY) || (days >= WEEK && people(c) >= DOZENS);
    if (!some || c->event != ISN_EV_ASSAULT)
        return false;
    for (uint32_t i = 0; i < c->nplaces; i++)
        if (c->places[i].precision && c->places[i].precision < WIDE)
            return false;
    return !isn_type_blow(k, rep);
}

static bool war_told(const isn_work *k, const isn_ev *rep) {
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++)
        if (k->evs.ptr[i].flags & ISN_TG_LASTING && k->evs.ptr[i].first <= rep->first)
            return true;
    return false;
}

/* أدى النزاع إلى مقتل عشرات الآلاف وتشريد الملايين: of what goes on for long, on no day. */
static bool of_a_war(const isn_work *k, const isn_claim *c, const isn_ev *rep) {
    enum { MANY = 50, DAYS = 3 };
    int32_t days = isn_type_days(&c->date);
    bool day = days != ISN_NO_DAY && days <= DAYS;
    return !day && people(c) >= MANY && war_told(k, rep);
}

/* How many raids, attacks are counted: the least number of them. */
static int64_t acts(const isn_claim *c) {
    int64_t most = 0;
    for (uint32_t i = 0; i < c->ncounts; i++)
        if (c->counts[i].what == ISN_WHAT_ACTIONS) {
            int64_t n = c->counts[i].low != ISN_NO_COUNT ? c->counts[i].low : c->counts[i].best;
            most = n != ISN_NO_COUNT && n > most ? n : most > 1 ? most : 1;
        }
    return most;
}

static bool takes(const isn_claim *c) {
    return c->mode == ISN_MODE_ARREST || c->mode == ISN_MODE_SEIZE;
}

/* منذ أسبوع تفرض القوات حصارا: a state that lasts, and no sum. */
static bool lasts(const isn_claim *c) {
    return c->event == ISN_EV_COERCE && !c->ncounts && !takes(c);
}

/* بكل من باتنة وسكيكدة، في الخليل ونابلس: places that are joined, so that no one arrest was made in them. */
static bool in_several(const isn_work *k, const isn_ev *rep) {
    for (uint32_t i = 0; i < rep->places.n; i++)
        if (isn_work_entity(k, rep->places.ptr[i])->flags & ISN_EF_DUAL)
            return true; /* مديريتي كذا وكذا */
    for (uint32_t i = 0; i < rep->places.n; i++)
        for (uint32_t j = 0; j < rep->places.n; j++)
            if (isn_work_entity(k, rep->places.ptr[i])->coord == rep->places.ptr[j])
                return true;
    return false;
}

/* غارات على الحديدة وحجة وصعدة: three places that are joined, and no one blow fell on them. */
static bool in_three(const isn_work *k, const isn_claim *c, const isn_ev *rep) {
    enum { THREE = 3 };
    unsigned joined = 1;
    bool shelled = c->mode == ISN_MODE_AERIAL || c->mode == ISN_MODE_HEAVY_WEAPONS;
    if (people(c) == 1 || (people(c) == 0 && !shelled))
        return false;
    for (uint32_t i = 0; i < rep->places.n; i++)
        for (uint32_t j = 0; j < rep->places.n; j++)
            joined += isn_work_entity(k, rep->places.ptr[i])->coord == rep->places.ptr[j];
    return joined >= THREE;
}

/* أسقطت 19 مسيرة، أطلقت خمسة صواريخ و51 مسيرة، عشرات الصواريخ: so many are brought down or fired one by one. */
static bool many_weapons(const isn_work *k, const isn_ev *rep) {
    enum { MANY = 10, NEAR = 9 };
    int64_t sum = 0;
    for (uint32_t w = rep->last; w < rep->part_last && w < rep->last + NEAR; w++) {
        uint32_t n = k->m->numbers.at[w];
        const isn_number *q = n != ISN_NONE ? &k->m->numbers.ptr[n] : NULL;
        if (q == NULL || q->first != w || q->flags & ISN_NF_NAME)
            continue;
        const isn_hit *hit;
        const isn_sense *unit =
            q->noun != ISN_NONE ? isn_match_sense(&hit, k->scan, q->noun, ISN_T_UNIT) : NULL;
        if (unit == NULL)
            break;
        int32_t kind = isn_lex_int(k->lex, ISN_T_UNIT, unit->row, ISN_UNIT_KIND);
        if (kind == ISN_U_TIME)
            continue; /* أسقطت خلال ساعة واحدة 18 مسيرة */
        if (kind != ISN_U_MUNITION && kind != ISN_U_VEHICLE)
            break;
        int64_t some = q->best != ISN_NO_COUNT ? q->best : q->low;
        sum += some > 0 ? some : 0;
    }
    return sum >= MANY;
}

/* في أربع محافظات، من مناطق متفرقة: so many places, and no one deed was done in them. */
static bool in_so_many(const isn_work *k, const isn_ev *rep) {
    for (uint32_t w = rep->part_first; w < rep->part_last; w++) {
        const isn_hit *hit;
        const isn_sense *s = isn_work_has(k, w, ISN_T_PLACEWORD)
                                 ? isn_match_sense(&hit, k->scan, w, ISN_T_PLACEWORD)
                                 : NULL;
        uint8_t prep = s ? isn_clause_prep(k, w, 0) : (uint8_t)ISN_NO_FN;
        bool some = w > 0 && isn_work_has(k, w - 1, ISN_T_BOUND); /* طالت عدة بلدات */
        if (rep->aggregate && s != NULL && (prep == ISN_FN_FI || prep == ISN_FN_MIN || some) &&
            (s->form & ISN_FORM_NUMBER) == ISN_FORM_PL)
            return true;
        uint32_t n = k->m->numbers.at[w];
        const isn_number *q = n != ISN_NONE ? &k->m->numbers.ptr[n] : NULL;
        if (q != NULL && q->first == w && q->num_first < q->num_last && q->best > 1 &&
            q->num_last < k->scan->nwords && isn_work_has(k, q->num_last, ISN_T_PLACEWORD) &&
            isn_clause_prep(k, w, 0) == ISN_FN_FI)
            return true;
    }
    return false;
}

/* هدمت 96 منزلا، صادرت 12 شاحنة: things are counted right behind the deed. */
static bool things_counted(const isn_work *k, const isn_ev *rep) {
    enum { NEAR = 4, SOME = 3 };
    for (uint32_t w = rep->last; w < k->scan->nwords && w < rep->last + NEAR; w++) {
        uint32_t n = k->m->numbers.at[w];
        const isn_number *q = n != ISN_NONE ? &k->m->numbers.ptr[n] : NULL;
        if (q != NULL)
            return q->noun != ISN_NONE && q->num_first < q->num_last && q->best >= SOME &&
                   (isn_work_has(k, q->noun, ISN_T_UNIT) || isn_work_has(k, q->noun, ISN_T_SITE) ||
                    isn_work_has(k, q->noun, ISN_T_PLACEWORD));
    }
    return false;
}

/* منذ فجر اليوم: no more than a day; a weekday may be that of a week ago. */
static bool since_today(const isn_work *k, const isn_claim *c) {
    int32_t published = k->m->story.published;
    if (!c->date.known || published == ISN_NO_DAY || c->date.start != published)
        return false;
    for (uint32_t i = 0; i < k->m->dates.len; i++) {
        const isn_date *x = &k->m->dates.ptr[i];
        if (x->kind == ISN_DATE_SINCE && x->start == published && x->rule != ISN_RULE_WEEKDAY)
            return true;
    }
    return false;
}

/* وتعتقل السلطات في سجونها أكثر من تسعة آلاف: how many are held there. */
static bool in_prisons(const isn_work *k, const isn_ev *rep) {
    enum { NEAR = 7 };
    if (!rep->verb || (rep->form & ISN_FORM_KIND) != ISN_FORM_IMPF)
        return false;
    uint32_t s1 = k->scan->sentence_word[rep->sentence + 1];
    for (uint32_t w = rep->last; w < s1 && w < rep->last + NEAR; w++)
        if (k->scan->words[w].flags & ISN_WF_BREAK)
            return false;
        else if (isn_role_cue(k, w, ISN_CUE_CUSTODY))
            return true;
    return false;
}

/* نزح 3 آلاف, not رحلت السلطات ألفا: displaced people whom nobody is told to have driven out. */
static bool they_fled(const isn_work *k, const isn_claim *c, const isn_ev *rep) {
    int32_t frame = isn_work_trigger(k, rep->row, ISN_TRIGGER_FRAME);
    return c->counts[0].what == ISN_WHAT_DISPLACED && frame >= 0 &&
           isn_lex_int(k->lex, ISN_T_FRAME, (uint32_t)frame, ISN_FRAME_SUBJECT) != ISN_SLOT_ACTOR;
}

/* فككت خلية من ستة أفراد في مدينتين: one body that is broken up, wherever its men are taken. */
static bool one_body(const isn_work *k, const isn_ev *rep) {
    if (rep->recipients.n != 1)
        return false;
    const isn_entity *x = isn_work_entity(k, rep->recipients.ptr[0]);
    return x->kind == ISN_ENT_ACTOR && !(x->flags & ISN_EF_PLURAL);
}

/* ووثق المرصد مقتل 18 في القصف: a sum with no time to it, in the blow of which it is told. */
static bool in_the_blow(const isn_work *k, const isn_claim *c, const isn_ev *rep) {
    bool none =
        c->date.known && c->date.start == ISN_NO_DAY && c->date.mark.start == c->date.mark.end;
    if (!none || acts(c) > 1 || war_told(k, rep) || !isn_type_blow(k, rep))
        return false;
    uint32_t s1 = k->scan->sentence_word[rep->sentence + 1];
    for (uint32_t w = k->scan->sentence_word[rep->sentence]; w < s1; w++)
        if (k->m->dates.at[w] != ISN_NONE && k->m->dates.ptr[k->m->dates.at[w]].kind != ISN_DATE_AT)
            return false;
    return true;
}

/* One occurrence, a sum over a time, or several acts told as one. */
static void summed(const isn_work *k, isn_claim *c, const isn_ev *rep) {
    enum { WEEK = 7, SOME_DAYS = 2, TOLL_OF_WAR = 1000, MANY_HELD = 100 };
    bool counted = c->ncounts > 0;
    bool period = c->date.known && (c->date.precision >= 3 || c->date.start == ISN_NO_DAY);
    /* حملة أسفرت عن اعتقال أربعة: one round of arrests in one place is one act */
    bool several = c->event != ISN_EV_COERCE || c->nplaces > 1 || c->date.precision >= 2;
    bool since = rep->since && rep->update;
    for (uint32_t i = 0; i < c->nrules; i++)
        since |= isn_str_eqz(c->rules[i].rule, "since");
    int32_t published = k->m->story.published;
    if (since && !counted && published != ISN_NO_DAY && c->date.start != ISN_NO_DAY &&
        published - c->date.start < WEEK) {
        if (things_counted(k, rep)) {
            c->type = ISN_TY_AGGREGATE; /* استعادوا إحدى عشرة قرية منذ بداية الأسبوع */
            return;
        }
        since = rep->tally; /* انتشرت قوات منذ ساعات الصباح، اشتباكات منذ الثلاثاء: no sum */
    }
    if (since && !rep->tally && !counted && c->event == ISN_EV_PROTEST)
        since = false; /* مضرب عن الطعام منذ الأربعاء: one strike, still on */
    since &= !lasts(c);
    if (since && !rep->tally && since_today(k, c) && people(c) > 2 && !isn_type_blow(k, rep)) {
        c->type = ISN_TY_AGGREGATE; /* استشهد 26 منذ فجر اليوم في غارات */
        return;
    }
    bool filled = isn_type_stretch(k, &c->date, false);
    /* 211 مدنيا خلال الأيام الخمسة الماضية: people over some days; deeds, arrests in rounds over more than a week */
    int32_t told = isn_type_days(&c->date), days = filled ? told : 0;
    bool long_time = (days > WEEK && people(c) > 1) ||
                     (told >= WEEK - 1 && people(c) > MANY_HELD && they_fled(k, c, rep)) ||
                     (days > SOME_DAYS && people(c) > 2 && c->event == ISN_EV_ASSAULT && !acts(c));
    if (rep->update && counted && !since) {
        /* ما يرفع حصيلة القتلى هذا الشهر إلى 12 */
        bool span = rep->apart && c->date.known && !c->date.soft && c->date.start != ISN_NO_DAY &&
                    (c->date.end == ISN_NO_DAY || told > SOME_DAYS);
        c->type = people(c) >= TOLL_OF_WAR || span ? ISN_TY_TALLY : ISN_TY_UPDATE;
        return;
    }
    long_time |= told > WEEK && acts(c) > 2; /* 194 محاولة في العام */
    long_time |=
        c->event == ISN_EV_COERCE && people(c) >= MANY_HELD && (rep->reached || in_prisons(k, rep));
    /* رصد المركز مجزرة نفذتها القوات فجر الثلاثاء قتل فيها 11: of one day, and recorded */
    bool day = told != ISN_NO_DAY && told < SOME_DAYS && !c->date.soft && c->date.precision <= 2;
    bool blow = in_the_blow(k, c, rep);
    bool recorded = rep->tally && (blow || (day && isn_type_blow(k, rep))) && !since &&
                    !rep->reached && people(c) < MANY_HELD;
    if (recorded && blow)
        c->date.known = false;
    if ((((rep->tally && !recorded) || since || (rep->reached && period)) && (counted || since)) ||
        long_time || (days > WEEK && !counted && things_counted(k, rep)) || of_a_year(c, rep) ||
        of_a_month(k, c, rep) || of_a_war(k, c, rep)) {
        c->type = ISN_TY_TALLY;
        return;
    }
    for (uint32_t i = 0; i < c->ncounts; i++)
        if (c->counts[i].what == ISN_WHAT_ACTIONS &&
            (c->counts[i].low > 2 || c->counts[i].low == ISN_NO_COUNT || in_several(k, rep)))
            c->type = ISN_TY_AGGREGATE; /* a pair of raids on one town is one blow */
    if (c->event == ISN_EV_COERCE && takes(c) && counted && !one_body(k, rep) &&
        (in_several(k, rep) || (people(c) > 1 && in_so_many(k, rep))))
        c->type = ISN_TY_AGGREGATE;
    /* خلال الساعات الماضية قتل مسلحون ضابطا: one man, and one blow */
    bool one = c->event == ISN_EV_ASSAULT && people(c) == 1 && !acts(c) && c->nplaces < 3;
    if (rep->aggregate && several && !one && (counted || c->event == ISN_EV_COERCE))
        c->type = ISN_TY_AGGREGATE;
    if (c->event == ISN_EV_ASSAULT && people(c) == 0 && many_weapons(k, rep))
        c->type = ISN_TY_AGGREGATE;
    c->spread = c->event == ISN_EV_ASSAULT && in_three(k, c, rep);
    if (filled && c->type == ISN_TY_INCIDENT)
        c->type = ISN_TY_AGGREGATE;
}

void isn_type_set(const isn_work *k, isn_claim *c, const isn_ev *rep) {
    bool counted = c->ncounts > 0;
    c->type = rep->type;
    if (isn_type_refusal(rep)) {
        c->type = ISN_TY_STATEMENT;
        c->negative = rep->event == ISN_EV_RETREAT;
        return;
    }
    if (rep->future && !rep->denied && !rep->negative &&
        (c->event == ISN_EV_SANCTION || c->event == ISN_EV_ACCUSE)) { /* ستحيل، ستطرد */
        c->type = c->event == ISN_EV_ACCUSE ? ISN_TY_COMMITMENT : ISN_TY_ANNOUNCEMENT;
        c->modality = 1;
        return;
    }
    if (rep->denied || (rep->negative && rep->chain != ISN_NONE && c->event)) {
        c->type = ISN_TY_DENIAL;
        c->negative = true;
        return;
    }
    c->negative = rep->negative;
    if (rep->announced && announces(c, rep)) {
        c->type = ISN_TY_ANNOUNCEMENT;
        return;
    }
    if (c->type == ISN_TY_ANNOUNCEMENT && rep->modality == 1)
        return; /* called for */
    if (isn_when_promised(rep) &&
        (isn_type_deed(c->event) || c->event == ISN_EV_AGREE || c->event == ISN_EV_COOPERATE ||
         c->event == ISN_EV_CONSULT || c->event == ISN_EV_NONE)) {
        c->type = ISN_TY_COMMITMENT;
        c->modality = 1;
        return;
    }
    if (!isn_type_deed(c->event) || c->type == ISN_TY_STATEMENT)
        return;
    /* "it mostly focuses on training": a thing done in general, told by somebody, at no time */
    if (!rep->verb && rep->definite && rep->chain != ISN_NONE && !counted && !c->date.known &&
        c->event == ISN_EV_AID) {
        c->type = ISN_TY_STATEMENT;
        return;
    }
    summed(k, c, rep);
}

void isn_type_modality(const isn_work *k, isn_claim *c, const isn_ev *rep) {
    if (rep->dead_main)
        c->main = false;
    if (c->modality)
        return;
    c->modality = rep->modality;
    int32_t published = k->m->story.published;
    /* 1596 هجوما في العام الماضي: a year's sum is news for half a year */
    int32_t longer = c->type == ISN_TY_TALLY ? isn_type_days(&c->date) / 2 : 0;
    bool agreed = c->event == ISN_EV_AGREE && rep->verb && /* وافقا على هدنة تبدأ الأحد */
                  (rep->form & ISN_FORM_KIND) == ISN_FORM_PERF;
    if (c->modality == 0 && c->type == ISN_TY_ANNOUNCEMENT && c->date.known && !agreed &&
        published != ISN_NO_DAY && c->date.start != ISN_NO_DAY && c->date.start > published)
        c->modality = 1; /* قررت النقابة تنفيذ إضراب يوم 20 ديسمبر */
    if (c->modality == 0 && c->date.known && c->date.end != ISN_NO_DAY && published != ISN_NO_DAY &&
        c->date.end < published - (longer > HISTORICAL_DAYS ? longer : HISTORICAL_DAYS))
        c->modality = 3;
    if (c->modality == 3)
        c->main = false;
}

/* خطفوا أربعة بعد أن اعترضوا حافلتهم: how they came to it, and not the deed of which somebody speaks. */
bool isn_type_led_up(const isn_work *k, uint32_t claim) {
    if (claim == 0 || k->claim_sentence.ptr[claim - 1] != k->claim_sentence.ptr[claim] ||
        k->claims.ptr[claim - 1].event != ISN_EV_ASSAULT)
        return false;
    const isn_ev *e = &k->evs.ptr[k->claim_ev.ptr[claim]];
    return e->first > 0 && k->fn[e->first - 1] == ISN_FN_AFTER;
}

/* عارية عن الصحة، محض افتراء: words for what is false, and no verb. */
bool isn_type_false_words(const isn_ev *e) {
    return e->type == ISN_TY_DENIAL && (e->form & ISN_FORM_KIND) == ISN_FORM_NAME &&
           !(e->flags & ISN_TG_OWN);
}

/* نفاها، نفى مصدر ذلك، نفت هذه الأنباء: the denial points at what was told right before, and names no deed of its own. */
bool isn_type_points_back(const isn_work *k, const isn_ev *e) {
    enum { OBJECT = 18 };
    if (e->type != ISN_TY_DENIAL || !(e->flags & ISN_TG_TOLD) || e->flags & ISN_TG_OWN)
        return false;
    if (e->verb && isn_work_pronoun(k, e->last - 1))
        return true;
    if (isn_type_false_words(e))
        return true; /* وهي اتهامات وصفها الوزير بأنها عارية عن الصحة */
    uint32_t end = k->scan->sentence_word[e->sentence + 1];
    for (uint32_t w = e->last; w < end && w - e->last < OBJECT; w++) {
        if (k->fn[w] == ISN_FN_THIS)
            return true;
        if (k->fn[w] == ISN_FN_THAT || k->fn[w] == ISN_FN_AN || k->wc[w] & ISN_WC_SAY)
            return false;
    }
    return false;
}
