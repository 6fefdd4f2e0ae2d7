/* count_figure.c: figures that no role has: nouns of the dead, actions, bare figures, families. */
#include "claim/countwork.h"
#include "claim/rolework.h"

bool isn_count_taken(const isn_work *k, uint32_t number, uint32_t s) {
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++)
        for (uint32_t t = 0; t < k->evs.ptr[i].ntakes; t++)
            if (k->evs.ptr[i].takes[t].number == number)
                return true;
    return false;
}

/* نفى سقوط قتلى، وقال إن شجارا وقع: the dead that are denied are those of no other deed. */
static bool denied_dead(const isn_ev *e, uint32_t word) {
    return !e->dead && (e->denied || e->negative) && e->flags & ISN_TG_CASUALTY &&
           word >= e->first && word <= e->last;
}

/* Behind a comma a word of contrast between the two. */
static bool set_against(const isn_work *k, uint32_t from, uint32_t to) {
    for (uint32_t w = from; w < to; w++)
        if (k->scan->words[w].flags & ISN_WF_COMMA &&
            (k->fn[w] == ISN_FN_WHILE || k->fn[w] == ISN_FN_BUT))
            return true;
    return false;
}

/* The occurrence a casualty noun belongs to: one that begins at the noun itself, else the nearest before
 * it that harms or results, else the nearest after it. */
isn_ev *isn_count_harmer(const isn_work *k, uint32_t s, uint32_t word, uint8_t what) {
    enum { NOUN = 3 };
    isn_ev *before = NULL, *after = NULL;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (denied_dead(e, word))
            return NULL;
        if (e->dead || e->denied || e->negative)
            continue;
        bool fits = e->event == ISN_EV_ASSAULT || e->flags & ISN_TG_RESULT;
        if (what == ISN_WHAT_CAPTURED || what == ISN_WHAT_RELEASED || what == ISN_WHAT_DISPLACED ||
            what == ISN_WHAT_MISSING)
            fits = e->effect == what || e->event == ISN_EV_COERCE || fits;
        if (!fits)
            continue;
        if (e->first <= word)
            before = e;
        else if (!after)
            after = e;
    }
    bool summed = before && after && word >= before->part_last && word >= after->part_first;
    /* قتل ثلاثة في الغارة، في حين ذكر المستشفى أن الحصيلة بلغت ستة قتلى: another's, told by its own noun */
    summed |= before && after && after->first <= word + NOUN && set_against(k, before->last, word);
    return before && !summed ? before : after; /* انتشلوا جثتين، ما يرفع الحصيلة إلى 21 قتيلا */
}

/* سقط خمسة متظاهرين قتلى: the plural right behind a figure of people that says what befell them, or NULL. */
static const isn_sense *dead_behind(const isn_work *k, const isn_number *q) {
    const isn_hit *hit;
    uint32_t w = q->last, n = w < k->scan->nwords ? k->m->numbers.at[w] : ISN_NONE;
    if (q->noun_table != ISN_T_PEOPLE || q->num_first == q->num_last || n == ISN_NONE ||
        k->scan->words[w].flags & ISN_WF_BREAK || !isn_work_has(k, w, ISN_T_CASUALTY) ||
        !(k->m->numbers.ptr[n].flags & ISN_NF_PLURAL) || isn_work_pre(k, w, 0))
        return NULL;
    return isn_match_sense(&hit, k->scan, w, ISN_T_CASUALTY);
}

/* جثث ستة أشخاص، جثماني جنديين: the word right before a figure of people that says what befell them, or NULL. */
const isn_sense *isn_count_bodies_before(const isn_work *k, const isn_number *q) {
    const isn_sense *behind = dead_behind(k, q);
    if (behind != NULL)
        return behind;
    if (q->noun_table != ISN_T_PEOPLE || !q->first || q->flags & ISN_NF_SINGULAR ||
        k->scan->words[q->first].flags & ISN_WF_BREAK || isn_work_pre(k, q->first, 0) ||
        isn_count_suffixed(k, q->first - 1)) /* راح ضحيته 30 شخصا: all of them died */
        return NULL;
    const isn_hit *hit;
    const isn_sense *s = isn_work_has(k, q->first - 1, ISN_T_CASUALTY)
                             ? isn_match_sense(&hit, k->scan, q->first - 1, ISN_T_CASUALTY)
                             : NULL;
    uint32_t n = k->m->numbers.at[q->first - 1];
    bool counted = n != ISN_NONE && !(k->m->numbers.ptr[n].flags & ISN_NF_PLURAL);
    return s && !counted && !(isn_work_pre(k, q->first - 1, 0) & ISN_CL_AL) ? s : NULL;
}

/* كبد العدو خسائر بشرية: losses of which no number is told */
static bool losses_of_none(const isn_number *q, uint8_t harm) {
    return q->flags & ISN_NF_SINGULAR && harm == ISN_HARM_CASUALTIES && q->quantity != ISN_Q_NONE;
}

/* أصيب العشرات بحالات اختناق: what befell those already counted. */
static bool manner(const isn_work *k, const isn_ev *e, const isn_number *q, uint8_t what) {
    return e->effect == what && q->first > e->last && isn_work_pre(k, q->first, 0) & ISN_CL_BEH &&
           q->num_first == q->num_last;
}

/* 86 حالة احتجاز: the counted phrase itself tells what befell them. */
static isn_ev *within(const isn_work *k, const isn_number *q, uint32_t s, uint8_t what) {
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (e->first > q->first && e->first < q->last && e->effect == what && !e->dead &&
            !e->denied && !e->negative)
            return e;
    }
    return NULL;
}

/* دون إصابات، لا خسائر بشرية: neither dead nor wounded. Not without loss of life. */
static bool dead_and_hurt(const isn_work *k, const isn_number *q, uint8_t what, uint8_t harm) {
    enum { OF_LIFE = 3 }; /* خسائر في الأرواح: a phrase of three words */
    if (q->noun == ISN_NONE || q->last >= q->noun + OF_LIFE)
        return false;
    const isn_token *token = &k->scan->text->tokens[k->scan->words[q->noun].token];
    const uint8_t *end = isn_token_end(k->scan->text, token);
    bool injuries = what == ISN_WHAT_WOUNDED && end[-1] == ISN_F_TEH && end[-2] == ISN_F_ALEF;
    return injuries || (what == ISN_WHAT_KILLED && harm == ISN_HARM_CASUALTIES);
}

static void nor_the_other(isn_ev *e, isn_take none) {
    none.what = none.what == ISN_WHAT_KILLED ? ISN_WHAT_WOUNDED : ISN_WHAT_KILLED;
    none.harm = ISN_HARM_NONE;
    if (e->ntakes < ISN_ROLE_MAX)
        e->takes[e->ntakes++] = none;
}

/* لم يسقط قتلى أو جرحى: the second noun is none too. */
bool isn_count_none_as_before(isn_work *k, uint32_t number, uint32_t s) {
    const isn_number *q = &k->m->numbers.ptr[number], *p = q - 1;
    if (!number || !(q->flags & ISN_NF_PLURAL) || p->quantity != ISN_Q_NONE ||
        q->first - p->last > 1 || p->noun_table != ISN_T_CASUALTY ||
        (q->first > p->last && k->fn[p->last] != ISN_FN_AND))
        return false;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        isn_ev *e = &k->evs.ptr[i];
        for (uint32_t t = 0; t < e->ntakes; t++)
            if (e->takes[t].number == number - 1 &&
                e->takes[t].what != isn_count_casualty_what(k, q->noun_row)) {
                nor_the_other(e, e->takes[t]);
                return true;
            }
    }
    return false;
}

/* ، و327 شهيدا منذ الهدنة: one more figure in a list, which is its noun's own. */
static bool in_list(const isn_work *k, const isn_number *q) {
    uint32_t w = q->first > 0 && k->fn[q->first - 1] == ISN_FN_AND ? q->first - 1 : q->first;
    return k->scan->words[w].flags & ISN_WF_COMMA && q->num_first < q->num_last &&
           (w < q->first || isn_count_and_before(k, q->first));
}

/* حصيلة قتلى أعلى، عدد الضحايا: how many of them is told elsewhere, or not at all.
 * A title keeps it: it is all a title has of the toll its article tells. */
static bool number_of_them(const isn_work *k, const isn_number *q, uint32_t s) {
    return k->block_role[s] != ISN_ROLE_TITLE && q->flags & ISN_NF_PLURAL &&
           q->num_first == q->num_last && q->first > 0 &&
           !(k->scan->words[q->first].flags & ISN_WF_BREAK) &&
           (isn_role_cue(k, q->first - 1, ISN_CUE_NUMBER) ||
            isn_role_cue(k, q->first - 1, ISN_CUE_TOLL));
}

/* خمس إصابات بين رجال الأمن: among whom they are is no count beside the figure. */
static void drop_uncounted(const isn_work *k, isn_ev *e, uint8_t what) {
    uint32_t kept = 0;
    for (uint32_t t = 0; t < e->ntakes; t++) {
        uint32_t n = e->takes[t].number;
        const isn_number *q = n != ISN_NONE ? &k->m->numbers.ptr[n] : NULL;
        bool bare = q && q->flags & ISN_NF_PLURAL && q->num_first == q->num_last;
        if (!bare || e->takes[t].what != what)
            e->takes[kept++] = e->takes[t];
    }
    e->ntakes = kept;
}

/* منها 85 حالة قتل و40 حالة اعتقال: of another kind than what stands before it, by its own word. */
isn_ev *isn_count_own_kind(const isn_work *k, const isn_number *q, uint32_t s) {
    bool cases = q->noun_table == ISN_T_CASUALTY && q->num_first < q->num_last;
    return cases ? within(k, q, s, isn_count_casualty_what(k, q->noun_row)) : NULL;
}

void isn_count_casualty(isn_work *k, uint32_t number, uint32_t s) {
    const isn_number *q = &k->m->numbers.ptr[number];
    uint32_t row = q->noun_row;
    if (q->noun_table != ISN_T_CASUALTY)
        row = isn_count_bodies_before(k, q)->row;
    uint8_t what = isn_count_casualty_what(k, row);
    if (!what)
        return; /* إصابات مباشرة */
    uint8_t harm = (uint8_t)isn_lex_int(k->lex, ISN_T_CASUALTY, row, ISN_CASUALTY_HARM);
    isn_ev *e = within(k, q, s, what);
    if (e)
        drop_uncounted(k, e, what);
    else
        e = isn_count_harmer(k, s, q->noun < q->first || in_list(k, q) ? q->noun : q->first, what);
    if (!e)
        return;
    bool rises = e->effect && (e->update || e->tally || e->reached) && what != ISN_WHAT_KILLED &&
                 what != ISN_WHAT_WOUNDED && isn_clause_prep(k, q->first, 0) == ISN_FN_ILA;
    if (rises || isn_count_dies(k, e, q, what)) /* ارتفع عدد الأسرى الذين استشهدوا إلى 76 أسيرا */
        what = e->effect, harm = e->harm;
    /* prisoners, displaced people and corpses as such are no count of a killing: only of their own kind */
    if (what != ISN_WHAT_KILLED && what != ISN_WHAT_WOUNDED && e->effect != what &&
        !(e->flags & ISN_TG_RESULT))
        return;
    if ((q->flags & ISN_NF_SINGULAR) && !(e->flags & (ISN_TG_CASUALTY | ISN_TG_RESULT)))
        return;
    if (number_of_them(k, q, s) || isn_count_nobody(e, q) || losses_of_none(q, harm) ||
        manner(k, e, q, what) || isn_count_died_since(k, q, what))
        return;
    uint32_t cover = k->m->entities.cover[q->first];
    isn_take *t = isn_count_add(e, number, cover, what, harm);
    if (!t)
        return;
    t->mixed = isn_count_mixed_noun(k, q, what) || harm == ISN_HARM_CASUALTIES;
    t->subset = q->flags & ISN_NF_SUBSET;
    if (q->quantity == ISN_Q_NONE && dead_and_hurt(k, q, what, harm))
        nor_the_other(e, *t);
}

/* Raids and attacks; and cases (3400 حالة), which are people where the word before them tells of arrests. */
void isn_count_actions(isn_work *k, uint32_t number, uint32_t s, bool cases) {
    const isn_number *q = &k->m->numbers.ptr[number];
    bool they = q->quantity == ISN_Q_VAGUE && q->noun != ISN_NONE &&
                isn_work_pre(k, q->num_first, 0) & ISN_CL_AL &&
                !(isn_work_pre(k, q->noun, 0) & ISN_CL_AL); /* نظم المئات وقفة */
    if (q->flags & (ISN_NF_SINGULAR | ISN_NF_DATE | ISN_NF_NAME | ISN_NF_ORDINAL) || they ||
        isn_count_is_rate(k, q))
        return;
    isn_ev *best = NULL;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (e->first >= q->first && e->first < q->last + 1 && (!best || e->event))
            best = e; /* not the light verb of "12 غارة وقعت" */
    }
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1] && !best; i++) {
        isn_ev *e = &k->evs.ptr[i]; /* عدد الخروقات … تجاوز 3000 خرق */
        if ((e->tally || e->reached || e->update) && !e->verb && !e->dead && e->first < q->first &&
            (e->event == ISN_EV_ASSAULT || (cases && e->effect == ISN_WHAT_CAPTURED)))
            best = e;
    }
    if (cases && best && best->effect == ISN_WHAT_CAPTURED) {
        isn_count_add(best, number, ISN_NONE, best->effect, best->harm);
        return;
    }
    if (!best || best->event == ISN_EV_NONE)
        return;
    isn_count_add(best, number, ISN_NONE, ISN_WHAT_ACTIONS, ISN_HARM_NONE);
}

/* قصفوا المطار ست مرات: the deed was done so often. */
void isn_count_turns(isn_work *k, uint32_t number, uint32_t s) {
    enum { NEAR = 8 };
    const isn_number *q = &k->m->numbers.ptr[number];
    bool told = q->num_first < q->num_last || q->flags & ISN_NF_DUAL;
    if (!told || q->flags & (ISN_NF_SINGULAR | ISN_NF_ORDINAL) || isn_work_pre(k, q->first, 0))
        return;
    isn_ev *deed = NULL;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++)
        if (k->evs.ptr[i].first < q->first)
            deed = &k->evs.ptr[i];
    if (!deed || !(deed->flags & ISN_TG_ATTACK) || deed->event != ISN_EV_ASSAULT || deed->dead ||
        q->first - deed->last > NEAR)
        return;
    isn_count_add(deed, number, ISN_NONE, ISN_WHAT_ACTIONS, ISN_HARM_NONE);
    deed->aggregate = true;
}

/* What the noun of a toll counts: القتلى, الجرحى; a toll without more is of the dead. */
static uint8_t toll_what(const isn_work *k, const isn_ev *e) {
    const isn_hit *hit;
    const isn_sense *s = isn_work_has(k, e->first, ISN_T_CASUALTY)
                             ? isn_match_sense(&hit, k->scan, e->first, ISN_T_CASUALTY)
                             : NULL;
    return s ? isn_count_casualty_what(k, s->row) : ISN_WHAT_KILLED;
}

/* عدد القتلى بلغ منذ مطلع آذار 148: a verb of reaching between the toll and its figure, and no other verb. */
static bool reached_by(const isn_work *k, const isn_ev *e, const isn_number *q) {
    if (isn_clause_prep(k, q->first, 0) != ISN_NO_FN)
        return false;
    for (uint32_t w = q->first; w-- > e->last;)
        if (k->wc[w] & (ISN_WC_VERB | ISN_WC_TRIGGER))
            return isn_role_cue(k, w, ISN_CUE_REACH);
        else if (isn_role_cue(k, w, ISN_CUE_REACH))
            return true;
    return false;
}

/* قدرت عدد القتلى بألف، بنحو ألف شخص: their number is put at the figure with "at". */
static bool estimated(const isn_work *k, const isn_ev *e, const isn_number *q) {
    uint32_t before = e->first > 0 ? e->first - 1 : 0;
    if (e->verb ||
        !(isn_role_cue(k, e->first, ISN_CUE_NUMBER) || isn_role_cue(k, before, ISN_CUE_NUMBER) ||
          isn_role_cue(k, before, ISN_CUE_TOLL))) /* حصيلة القتلى */
        return false;
    const isn_token *about = &k->scan->text->tokens[k->scan->words[q->first].token];
    return isn_clause_prep(k, q->first, 0) == ISN_FN_BI ||
           (q->first < q->num_first && k->scan->text->fold[about->fold] == ISN_F_BEH);
}

/* عدد شهداء الهجوم: a bare plural is no figure yet. */
static bool only_loose(const isn_work *k, const isn_ev *e) {
    for (uint32_t t = 0; t < e->ntakes; t++)
        if (e->takes[t].number == ISN_NONE ||
            !(k->m->numbers.ptr[e->takes[t].number].flags & ISN_NF_PLURAL))
            return false;
    return true;
}

/* ارتفع عدد قتلى الهجوم الذي استهدف قافلة قرب القرية إلى أربعة وثلاثين: the first figure with "to" is of what rises. */
static isn_ev *counted_toll(const isn_work *k, uint32_t number, uint32_t s) {
    const isn_number *q = &k->m->numbers.ptr[number];
    bool to = isn_clause_prep(k, q->first, 0) == ISN_FN_ILA;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (e->dead || e->verb || e->effect || !(e->flags & ISN_TG_CASUALTY) ||
            e->first > q->first || q->first >= e->part_last || q->first - e->last >= 30)
            continue;
        bool sum = e->update || e->tally || e->reached;
        if ((sum && (to || reached_by(k, e, q))) || estimated(k, e, q))
            return only_loose(k, e) ? e : NULL;
    }
    return NULL;
}

/* 183 بينهم 61 مدنيا قتلوا: behind the figure a part of it is told, and the verb right behind that. */
static bool part_between(const isn_work *k, const isn_number *q, uint32_t verb) {
    enum { PART = 6 };
    uint32_t part = q->last + 1 < verb ? k->m->numbers.at[q->last + 1] : ISN_NONE;
    if (q->noun != ISN_NONE || part == ISN_NONE || verb > q->last + PART ||
        !(k->m->numbers.ptr[part].flags & ISN_NF_SUBSET))
        return false;
    for (uint32_t w = q->last; w <= verb; w++)
        if (k->scan->words[w].flags & ISN_WF_COMMA || (w < verb && k->wc[w] & ISN_WC_VERB))
            return false;
    return true;
}

/* 27 شخصا معظمهم من النساء قتلوا: who they are, between the figure and the verb. */
static bool most_of_them(const isn_work *k, uint32_t from, uint32_t to) {
    enum { PHRASE = 8 };
    if (from + 2 > to || to - from > PHRASE || !isn_count_suffixed(k, from))
        return false;
    for (uint32_t w = from; w < to; w++)
        if (k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY | ISN_WC_TRIGGER) || k->fn[w] == ISN_FN_THAT ||
            k->scan->words[w].flags & ISN_WF_BREAK)
            return false;
    return true;
}

/* أربعة من قوات الأمن أصيبوا: the figure of some of a body that suffers what the verb right behind it tells. */
static bool some_of_body(const isn_work *k, const isn_number *q, const isn_ev *e) {
    uint32_t w = q->last + 1, c = w < k->scan->nwords ? k->m->entities.cover[w] : ISN_NONE;
    if (c == ISN_NONE || isn_work_entity(k, c)->first != w ||
        isn_work_entity(k, c)->last != e->first)
        return false;
    return isn_role_some_of_body(k, isn_work_entity(k, c)) == (uint32_t)(q - k->m->numbers.ptr) &&
           isn_refs_has(&e->recipients, c);
}

/* وأن ستة آخرين أصيبوا: the verb in the plural follows its subject. */
isn_ev *isn_count_suffered_after(const isn_work *k, const isn_number *q, uint32_t s) {
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        isn_ev *e = &k->evs.ptr[i];
        bool only = e->first == q->last + 1 && /* اثنين فقط قتلا، سبعة جنود فقط قتلوا */
                    k->m->entities.cover[q->last] == ISN_NONE && k->fn[q->last] == ISN_FN_OTHER;
        bool apposed = most_of_them(k, q->last, e->first);
        if (!e->verb && !e->dead && e->effect == ISN_WHAT_MISSING && e->first == q->last + 1 &&
            k->fn[q->last] == ISN_FN_FI)
            return e; /* أربعة آخرين في عداد المفقودين */
        if (e->verb && e->effect && !e->dead &&
            (e->first == q->last || only || apposed || part_between(k, q, e->first) ||
             some_of_body(k, q, e)) &&
            (e->form & ISN_FORM_NUMBER) != ISN_FORM_SG &&
            !(isn_work_pre(k, e->first, e->reading) & ISN_CL_WAW) && /* قتلوا ستة وأصابوا ثلاثة */
            !(k->scan->words[e->first].flags & ISN_WF_BREAK))
            return e;
    }
    return NULL;
}

/* The figure that begins at the word and is said of those before it (القتلى ثمانية), or ISN_NONE; not القتلى الثمانية. */
uint32_t isn_count_predicate(const isn_work *k, uint32_t w) {
    uint32_t n = w < k->scan->nwords ? k->m->numbers.at[w] : ISN_NONE;
    if (n == ISN_NONE || k->scan->words[w].flags & ISN_WF_BREAK || isn_work_pre(k, w, 0))
        return ISN_NONE;
    const isn_number *q = &k->m->numbers.ptr[n];
    for (uint32_t i = w; i < q->num_first; i++)
        if (k->wc[i] & ISN_WC_VERB || k->fn[i] == ISN_FN_QAD)
            return ISN_NONE; /* قد تبلغ مئتي قتيل */
    bool figure = q->first == w && q->num_first < q->num_last &&
                  !(isn_work_pre(k, q->num_first, 0) & ISN_CL_AL);
    return figure && isn_count_people_number(k, q) ? n : ISN_NONE;
}

/* قالت الشرطة إن القتلى ثمانية، لكن محاميا قال إن المعتقلين سبعة: the figure is the predicate of those whom it counts. */
static isn_ev *told_to_be(const isn_work *k, uint32_t number, uint32_t s) {
    uint32_t w = k->m->numbers.ptr[number].first;
    if (isn_count_predicate(k, w) != number)
        return NULL;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (e->verb || e->dead || e->last != w || !(e->flags & ISN_TG_CASUALTY) ||
            !(isn_work_pre(k, w - 1, 0) & ISN_CL_AL))
            continue;
        bool that = k->fn[e->first] == ISN_FN_THAT ||
                    (e->first > k->s0[s] && k->fn[e->first - 1] == ISN_FN_THAT);
        return that ? e : NULL;
    }
    return NULL;
}

static bool number_noun(const isn_work *k, uint32_t w) {
    uint8_t kind = k->m->cue[w];
    return kind == ISN_CUE_NUMBER || kind == ISN_CUE_TOLL ||
           (kind == ISN_CUE_TALLY && (isn_match_first_sense(NULL, k->scan, w, ISN_T_CUE)->form &
                                      ISN_FORM_KIND) == ISN_FORM_NOUN);
}

/* Where the noun of a number stands behind a figure, right there or behind a part of it (بينهم طفلان); 0: nowhere. */
static uint32_t number_behind(const isn_work *k, const isn_number *q, uint32_t end) {
    enum { ASIDE = 9 };
    if (number_noun(k, q->last))
        return q->last;
    uint32_t part = q->last + 1 < end ? k->m->numbers.at[q->last + 1] : ISN_NONE;
    if (part == ISN_NONE || !(k->m->numbers.ptr[part].flags & ISN_NF_SUBSET))
        return 0;
    for (uint32_t w = q->last + 2; w < end && w < q->last + ASIDE; w++)
        if (k->scan->words[w].flags & ISN_WF_COMMA)
            return 0;
        else if (number_noun(k, w))
            return w;
    return 0;
}

/* بذلك يرتفع إلى 71 عدد الصحفيين الذين قتلوا، ارتفع إلى 88 عدد القتلى: the figure stands before what it counts. */
static isn_ev *counted_ahead(const isn_work *k, const isn_number *q, uint32_t s) {
    enum { PHRASE = 9 };
    if (isn_clause_prep(k, q->first, 0) != ISN_FN_ILA || q->last >= k->scan->nwords)
        return NULL;
    uint32_t noun = number_behind(k, q, k->scan->sentence_word[s + 1]);
    for (uint32_t i = k->sentence_ev[s]; noun && i < k->sentence_ev[s + 1]; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if ((e->effect || e->flags & ISN_TG_CASUALTY) && !e->dead && e->first >= noun)
            return e->first - noun < PHRASE ? e : NULL;
    }
    return NULL;
}

/* موزعين على عدة سجون: a vague word that governs a noun which is neither people nor a unit. */
static bool some_of_another(const isn_work *k, const isn_number *q) {
    enum { SEVERAL = 3 };
    uint32_t w = q->last;
    return q->quantity == ISN_Q_VAGUE && q->noun == ISN_NONE && q->low == SEVERAL &&
           !(q->flags & ISN_NF_OTHER) && w < k->scan->nwords &&
           !(k->scan->words[w].flags & ISN_WF_BREAK) && !isn_work_pre(k, w, 0) &&
           k->fn[w] == ISN_NO_FN && !(k->wc[w] & ISN_WC_VERB);
}

/* شارع الأربعين، ساحة الثلاثين: a figure that is part of a name. */
static bool within_name(const isn_work *k, const isn_number *q) {
    uint32_t c = k->m->entities.cover[q->first];
    return c != ISN_NONE && isn_work_entity(k, c)->kind == ISN_ENT_PLACE &&
           isn_work_entity(k, c)->first < q->first;
}

/* فككت خلية تضم سبعة أفراد، خلية من خمسة: of how many a body is that was taken, which nobody counts but by its men. */
static bool counts_body(const isn_work *k, const isn_ev *e, const isn_number *q) {
    if (e->effect != ISN_WHAT_CAPTURED || e->ntakes || !q->first)
        return false;
    uint32_t w = q->first - 1, of = k->fn[w] == ISN_FN_MIN && w > 0 ? w - 1 : w;
    uint32_t c = k->m->entities.cover[of];
    if (of < w && c != ISN_NONE && isn_work_entity(k, c)->kind == ISN_ENT_ACTOR)
        return isn_refs_has(&e->recipients, c);
    return isn_role_made_of(k, e, q->first);
}

/* عدد من لقوا حتفهم لا يقل عن ستين، قدر عدد الذين قضوا بمئتين: the figure that their number is put at. */
static bool number_of_whom(const isn_work *k, const isn_ev *e, const isn_number *q) {
    if (!isn_role_of_nobody_named(k, e) || q->num_first == q->num_last)
        return false;
    const isn_token *about = &k->scan->text->tokens[k->scan->words[q->first].token];
    bool at = isn_clause_prep(k, q->first, 0) == ISN_FN_BI ||
              k->scan->text->fold[about->fold] == ISN_F_BEH;
    return at || (q->bound_row != ISN_NO_ROW && q->first < q->num_first); /* لا يقل عن، يناهز */
}

/* مصلين، مزارعين، جنود: people of whom it is told what they are; not أشخاص. */
static bool some_kind(const isn_entity *x) {
    return x->kind == ISN_ENT_PEOPLE && x->sector != ISN_SEC_NONE && x->sector != ISN_SEC_UNK &&
           x->sector != ISN_SEC_REF;
}

/* سقط 12 قتيلا في حلب و9 في إدلب: a bare figure joined to that of the dead, in another place. */
static bool fell_there_too(const isn_work *k, const isn_ev *e, const isn_number *q) {
    bool joined = isn_work_pre(k, q->first, 0) & ISN_CL_WAW ||
                  (q->first && k->fn[q->first - 1] == ISN_FN_AND);
    uint32_t c = q->last + 1 < k->scan->nwords && k->fn[q->last] == ISN_FN_FI
                     ? k->m->entities.cover[q->last + 1]
                     : ISN_NONE;
    return e->verb && e->flags & ISN_TG_CASUALTY && e->ntakes && joined && c != ISN_NONE &&
           isn_role_is_place(isn_work_entity(k, c)) && e->takes[e->ntakes - 1].number != ISN_NONE;
}

/* 41 من قوات النظام و33 من الفصائل، 12 قتيلا في صفوف الحوثيين وأربعة من الجيش: of another body, behind a figure that was counted of
 * one. */
bool isn_count_next_body(isn_work *k, uint32_t number, uint32_t s) {
    enum { FAR = 5 };
    const isn_number *q = &k->m->numbers.ptr[number], *p = q - 1;
    bool bare = q->noun == ISN_NONE || (q->noun_table == ISN_T_UNIT && q->noun == q->num_last + 1);
    if (number == 0 || !bare || q->num_last + 1 >= k->scan->nwords ||
        k->fn[q->num_last] != ISN_FN_MIN || q->first == k->s0[s] ||
        k->m->entities.cover[q->num_last + 1] == ISN_NONE)
        return false;
    uint32_t and = k->fn[q->first - 1] == ISN_FN_AND ? q->first - 1 : q->first;
    bool joined = and < q->first || isn_work_pre(k, q->first, 0) & ISN_CL_WAW;
    uint32_t one = k->m->entities.cover[and-1];
    if (!joined || one == ISN_NONE || isn_work_entity(k, one)->last != and || and < p->num_last ||
        and-p->num_last > FAR)
        return false;
    for (uint32_t w = p->num_last; w < and; w++)
        if (k->scan->words[w].flags & ISN_WF_COMMA || k->wc[w] & ISN_WC_VERB)
            return false;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++)
        for (uint32_t t = 0; t < k->evs.ptr[i].ntakes; t++) {
            isn_ev *e = &k->evs.ptr[i];
            const isn_take *take = &e->takes[t];
            if (take->number == number - 1)
                return isn_count_add(e, number, ISN_NONE, take->what, take->harm) != NULL;
        }
    return false;
}

/* قتل في المعارك 41 من قوات النظام: the figure is of whom the deed befell. */
static bool counted_of(const isn_work *k, const isn_ev *e, const isn_number *q) {
    return q->last + 1 < k->scan->nwords && k->fn[q->last] == ISN_FN_MIN &&
           k->m->entities.cover[q->last + 1] == e->recipients.ptr[0];
}

/* "وإصابة آخرين"، "إلى 17": a figure without people of its own goes on with the nearest effect before it. */
void isn_count_bare(isn_work *k, uint32_t number, uint32_t s) {
    const isn_number *q = &k->m->numbers.ptr[number];
    bool another = q->flags & ISN_NF_ORDINAL;
    bool other = q->flags & ISN_NF_OTHER;
    if ((!other && q->num_first == q->num_last) || some_of_another(k, q) || within_name(k, q))
        return;
    isn_ev *ahead = other || another ? NULL : counted_ahead(k, q, s);
    if (ahead) {
        isn_count_add(ahead, number, ISN_NONE, ahead->effect ? ahead->effect : toll_what(k, ahead),
                      ahead->harm);
        return;
    }
    isn_ev *suffered = isn_count_suffered_after(k, q, s);
    if (suffered) {
        uint32_t people = ISN_NONE, from = q->noun != ISN_NONE ? q->noun : q->last;
        for (uint32_t w = from; q->last < suffered->first && w < suffered->first; w++) {
            uint32_t c = k->m->entities.cover[w]; /* 183 بينهم 61 مدنيا قتلوا */
            if (people == ISN_NONE && c != ISN_NONE &&
                isn_work_entity(k, c)->kind == ISN_ENT_PEOPLE)
                people = c;
        }
        for (uint32_t t = suffered->ntakes; t-- > 0;) { /* مدنيون of جميعهم مدنيون قتلوا */
            uint32_t n = suffered->takes[t].number;
            if (n != ISN_NONE && k->m->numbers.ptr[n].first >= q->last &&
                k->m->numbers.ptr[n].first < suffered->first) {
                memmove(&suffered->takes[t], &suffered->takes[t + 1],
                        sizeof *suffered->takes * (suffered->ntakes - t - 1));
                suffered->ntakes--;
            }
        }
        isn_count_add(suffered, number, q->noun != ISN_NONE ? people : ISN_NONE, suffered->effect,
                      suffered->harm);
        if (people != ISN_NONE) {
            isn_refs_drop(&suffered->actors, people); /* جنديين فقط جرحا */
            isn_refs_add(&suffered->recipients, people);
        }
        /* 183 بينهم 61 مدنيا قتلوا أمس: a figure of no noun that opens a report is the day's sum */
        suffered->tally |= q->noun == ISN_NONE && q->first == k->s0[s] && q->last < suffered->first;
        return;
    }
    isn_ev *toll = another || other ? NULL : told_to_be(k, number, s);
    if (toll) {
        isn_count_add(toll, number, ISN_NONE, toll->effect ? toll->effect : toll_what(k, toll),
                      toll->harm);
        toll->reached = true;
        return;
    }
    isn_ev *best = NULL;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (e->first < q->first && fell_there_too(k, e, q)) {
            const isn_take *t = &e->takes[e->ntakes - 1];
            isn_count_add(e, number, ISN_NONE, t->what, t->harm);
            return;
        }
        bool same = best && !e->verb && e->first == best->last && isn_role_of_nobody_named(k, best);
        if (e->first < q->first && e->effect && !same)
            best = e; /* عدد من لقوا حتفهم */
    }
    toll = another || other ? NULL : counted_toll(k, number, s);
    if (toll && (!best || best->first <= toll->first)) {
        isn_count_add(toll, number, ISN_NONE, toll_what(k, toll), toll->harm);
        return;
    }
    if (!best)
        return;
    if (q->first - best->last < 14 && counts_body(k, best, q)) {
        isn_count_add(best, number, k->m->entities.cover[q->first], best->effect, best->harm);
        return;
    }
    best->reached |= number_of_whom(k, best, q);
    /* أودى النزاع بحياة ألف شخص: what took the lives may stand between */
    uint32_t between = best->flags & ISN_TG_RESULT ? ISN_WC_VERB : ISN_WC_TRIGGER | ISN_WC_VERB;
    for (uint32_t w = best->last; w < q->first; w++) {
        bool open = !best->ntakes && (!best->recipients.n || counted_of(k, best, q));
        /* أصيب في القصف على المدينة ستة وعشرون */
        bool within = best->verb && (best->actors.n || open) && !(k->wc[w] & ISN_WC_VERB) &&
                      isn_clause_prep(k, w, 0) == ISN_FN_FI; /* قتل التنظيم في كمين 12 */
        /* قتل 26 في أربع عمليات، وثمانية آخرين في عملية */
        within |= other && isn_count_and_before(k, q->first) && !(k->wc[w] & ISN_WC_VERB) &&
                  best->effect == ISN_WHAT_KILLED;
        within |= w == best->last &&
                  best->effect == ISN_WHAT_KILLED && /* راح ضحية الهجوم ستة من الأهالي */
                  !(k->wc[w] & ISN_WC_VERB) && isn_work_pre(k, w, 0) == ISN_CL_AL;
        if (k->fn[w] == ISN_FN_THAT ||
            (k->wc[w] & between && !within && !best->update && !best->tally && !best->reached))
            return;
    }
    uint8_t prep = isn_clause_prep(k, q->first, 0);
    bool rises = best->update || best->tally || best->reached;
    bool lawful =
        prep == ISN_NO_FN || (prep == ISN_FN_BI && rises && number_of_whom(k, best, q)) ||
        (prep == ISN_FN_ILA && rises) || prep == ISN_FN_ALA || prep == ISN_FN_AN ||
        (prep == ISN_FN_BI && isn_work_framed(k, best->row, ISN_FR_LIVES)); /* بحياة أحد عشر */
    if (estimated(k, best, q))
        lawful = best->reached = true;
    if (!lawful)
        return;
    if (q->first - best->last > (other ? 8u : 14u))
        return;
    uint32_t cover = k->m->entities.cover[q->first];
    if (cover == ISN_NONE && isn_count_suffixed(k, q->first - 1))
        cover = k->m->entities.cover[q->first - 1]; /* أطفاله الثلاثة */
    isn_take *t = isn_count_add(best, number, cover, best->effect, best->harm);
    if (t)
        t->one = another;
    uint32_t who = q->noun != ISN_NONE ? k->m->entities.cover[q->noun] : ISN_NONE;
    if ((best->flags & ISN_TG_RESULT || !best->recipients.n) && !other && who != ISN_NONE &&
        some_kind(isn_work_entity(k, who))) /* راح ضحيته ستة مزارعين */
        isn_refs_add(&best->recipients, who);
}

/* عدد النازحين بلغ 1850 أسرة: the displaced are counted by families. */
void isn_count_families(isn_work *k, uint32_t number, uint32_t s) {
    const isn_number *q = &k->m->numbers.ptr[number];
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (e->dead || e->ntakes || e->effect != ISN_WHAT_DISPLACED || e->first > q->first ||
            !(reached_by(k, e, q) || estimated(k, e, q)))
            continue;
        isn_count_add(e, number, k->m->entities.cover[q->first], e->effect, e->harm);
        e->reached = true;
        return;
    }
}

/* قتل اثنان وأصيب الثالث: of those that figures before it in its sentence have counted up to the one before. */
static bool last_of_them(const isn_work *k, const isn_number *q) {
    const isn_number *p = q;
    while (p-- > k->m->numbers.ptr &&
           k->scan->words[p->first].sentence == k->scan->words[q->first].sentence)
        if (p->value + 1 == q->value || p->value == q->value)
            return true;
    return false;
}

/* وإصابة رابع، وجرح ثالث: one more, right after the word of harm; not the fourth of something. */
bool isn_count_one_more(const isn_work *k, const isn_number *q) {
    unsigned pre = q->first < k->scan->nwords ? isn_work_pre(k, q->first, 0) : 0;
    if (!(q->flags & ISN_NF_ORDINAL) || q->flags & (ISN_NF_DATE | ISN_NF_NAME) || q->first == 0 ||
        q->noun != ISN_NONE || (pre && !(pre == ISN_CL_AL && last_of_them(k, q))))
        return false;
    uint32_t before = q->first - 1;
    bool takes = before && (k->fn[before] == ISN_FN_ALA || k->fn[before] == ISN_FN_AN) &&
                 !(k->scan->words[before].flags & ISN_WF_BREAK);
    before -= takes; /* القبض على رابع، الإفراج عن ثالث */
    return k->wc[before] & ISN_WC_TRIGGER && !(k->scan->words[q->first].flags & ISN_WF_BREAK);
}

/* "46, among them 18 children": told of the count that stands before it, in the same sentence. */
void isn_count_part_of(isn_work *k, uint32_t number, uint32_t s) {
    isn_ev *e = NULL;
    uint32_t at = 0, latest = 0;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++)
        for (uint32_t t = 0; t < k->evs.ptr[i].ntakes; t++) {
            uint32_t other = k->evs.ptr[i].takes[t].number;
            if (other == ISN_NONE || other >= number || (e && other < latest))
                continue;
            e = &k->evs.ptr[i];
            at = t;
            latest = other;
        }
    if (!e || e->ntakes == ISN_ROLE_MAX || e->takes[at].what == ISN_WHAT_ACTIONS)
        return;
    isn_take part = {.number = number,
                     .entity = k->m->entities.cover[k->m->numbers.ptr[number].first],
                     .what = e->takes[at].what,
                     .harm = e->takes[at].harm,
                     .subset = true};
    memmove(&e->takes[at + 2], &e->takes[at + 1], sizeof part * (e->ntakes - at - 1));
    e->takes[at + 1] = part;
    e->ntakes++;
}
