/* count.c: gives each count to the occurrence whose effect it measures. Roles are filled; group.c joins
 * the occurrences later, emit.c turns takes into low, best and high.
 *
 * Three passes: people in the victim's role of a word with an effect; casualty nouns, which say the effect
 * themselves; "others" and bare figures, which continue the one before. */
#include "claim/work.h"

/* A pronoun stands at the end of the word. */
bool isn_count_suffixed(const isn_work *k, uint32_t w) {
    const isn_word *word = &k->scan->words[w];
    for (unsigned r = 0; r < word->nreadings; r++)
        if (word->reading[r].symbol != ISN_NO_SYMBOL && word->reading[r].suf != ISN_SUF_NONE)
            return true;
    return false;
}

/* أربعة أطفال كل يوم، المعدل اليومي للضحايا بلغ 165: so many each day or on the average are no count. */
static bool is_rate(const isn_work *k, const isn_number *q) {
    enum { PHRASE = 8, AFTER = 4 };
    uint32_t after = q->noun != ISN_NONE && q->noun >= q->num_last ? q->noun + 1 : q->last;
    for (uint32_t w = after; w < k->scan->nwords && w < after + AFTER; w++) {
        if (k->scan->words[w].flags & ISN_WF_BREAK || k->wc[w] & ISN_WC_VERB)
            break;
        if (isn_role_cue(k, w, ISN_CUE_RATE))
            return true;
    }
    for (uint32_t w = q->first; w-- > 0 && q->first - w <= PHRASE;) {
        if (k->scan->words[w + 1].flags & ISN_WF_STOP)
            return false;
        if (isn_role_cue(k, w, ISN_CUE_AVERAGE) ||
            (w + 1 == q->first && isn_role_cue(k, w, ISN_CUE_RATE)))
            return true;
    }
    return false;
}

static bool people_number(const isn_work *k, const isn_number *q) {
    if (q->flags & (ISN_NF_DATE | ISN_NF_NAME | ISN_NF_ORDINAL | ISN_NF_PERCENT | ISN_NF_OUT_OF |
                    ISN_NF_FRACTION))
        return false;
    bool thing = q->noun_table == ISN_T_ORGWORD && isn_work_has(k, q->noun, ISN_T_UNIT);
    return q->noun_table != ISN_T_UNIT && !thing && !is_rate(k, q); /* 19 طائرة مسيرة */
}

static int32_t unit_kind(const isn_work *k, const isn_number *q) {
    enum { MANY = 5 };
    /* 25 عملية اغتيال: a deed of two words; a few may be of one man */
    if (q->noun_table == ISN_T_TRIGGER && q->noun != ISN_NONE && q->best >= MANY &&
        isn_work_trigger(k, q->noun_row, ISN_TRIGGER_MODE) > 0) {
        const isn_hit *hit;
        const isn_sense *s = isn_match_sense(&hit, k->scan, q->noun, ISN_T_UNIT);
        return s ? isn_lex_int(k->lex, ISN_T_UNIT, s->row, ISN_UNIT_KIND) : -1;
    }
    if (q->noun_table != ISN_T_UNIT)
        return -1;
    return isn_lex_int(k->lex, ISN_T_UNIT, q->noun_row, ISN_UNIT_KIND);
}

isn_take *isn_count_add(isn_ev *e, uint32_t number, uint32_t entity, uint8_t what, uint8_t harm) {
    for (uint32_t i = 0; i < e->ntakes; i++)
        if (number != ISN_NONE && e->takes[i].number == number)
            return &e->takes[i];
    if (e->ntakes == ISN_ROLE_MAX)
        return NULL;
    isn_take *t = &e->takes[e->ntakes++];
    *t = (isn_take){.number = number, .entity = entity, .what = what, .harm = harm};
    return t;
}

static uint8_t casualty_what(const isn_work *k, uint32_t row) {
    return (uint8_t)isn_lex_int(k->lex, ISN_T_CASUALTY, row, ISN_CASUALTY_WHAT);
}

/* وفاة جريح، توفي ثلاثة من المصابين: the wounded who die are dead. */
static bool dies(const isn_work *k, const isn_ev *e, const isn_number *q, uint8_t what) {
    return what == ISN_WHAT_WOUNDED && e->effect == ISN_WHAT_KILLED && e->harm == ISN_HARM_KILLED &&
           q->first >= e->last && q->first - e->last < 2 &&
           !(isn_work_pre(k, q->first, 0) & ISN_CL_WAW);
}

/* ارتفع العدد إلى 25 قتيلا بعد وفاة ثلاثة جرحى: they are among the dead that were counted. */
static bool died_since(const isn_work *k, const isn_number *q, uint8_t what) {
    if (what != ISN_WHAT_WOUNDED || q->first == 0 ||
        k->scan->words[q->first].flags & ISN_WF_BREAK || isn_work_pre(k, q->first, 0) ||
        !isn_work_has(k, q->first - 1, ISN_T_TRIGGER))
        return false;
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, q->first - 1, ISN_T_TRIGGER);
    return s && hit->last == q->first &&
           isn_work_trigger(k, s->row, ISN_TRIGGER_EFFECT) == ISN_WHAT_KILLED;
}

/* "تسعة قتلى وجرحى": dead and wounded in one figure. */
static bool mixed_noun(const isn_work *k, const isn_number *q, uint8_t what) {
    if (q->noun == ISN_NONE || q->noun + 1 >= k->scan->nwords)
        return false;
    uint32_t w = q->noun + 1;
    if (!(k->scan->words[w].reading[0].pre & ISN_CL_WAW))
        return false;
    if (k->m->numbers.at[w] != ISN_NONE) {
        const isn_number *next = &k->m->numbers.ptr[k->m->numbers.at[w]];
        if (next->num_first != next->num_last)
            return false;
    }
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_CASUALTY);
    if (!s || hit->first != w || q->num_first == q->num_last)
        return false;
    /* جرحى after it shares the figure; وإصابة آخر begins another count */
    if ((s->form & ISN_FORM_NUMBER) != ISN_FORM_PL && !(s->form & ISN_FORM_ACC))
        return false;
    uint8_t other = casualty_what(k, s->row);
    return (what == ISN_WHAT_KILLED && other == ISN_WHAT_WOUNDED) ||
           (what == ISN_WHAT_WOUNDED && other == ISN_WHAT_KILLED);
}

/* "بين قتيل وجريح" after a count of people. */
static bool between_dead_and_wounded(const isn_work *k, const isn_number *q) {
    uint32_t w = q->last;
    for (uint32_t i = w; i < w + 3 && i + 2 < k->scan->nwords; i++) {
        if (k->fn[i] != ISN_FN_BAYN || k->fn[i + 1] == ISN_FN_BAYN) /* ما بين */
            continue;
        return isn_work_has(k, i + 1, ISN_T_CASUALTY) && isn_work_has(k, i + 2, ISN_T_CASUALTY);
    }
    return false;
}

/* ---- pass 1: victims --------------------------------------------------------------------------------------- */

/* A named victim, سائقها، والي غرب دارفور، إمام مسجد، وزير المالية: a person told without a number is one. */
static bool is_one(const isn_work *k, const isn_entity *x) {
    if (x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL))
        return false;
    if (x->kind == ISN_ENT_PERSON || x->table == ISN_T_TITLE)
        return true;
    if (x->kind == ISN_ENT_PEOPLE && x->table == ISN_T_NATION)
        return true;
    if (x->table == ISN_T_CASUALTY && casualty_what(k, x->row) > ISN_WHAT_WOUNDED)
        return isn_clause_prep(k, x->first, x->reading) != ISN_FN_MIN; /* الأسير المحرر فلان */
    if (x->kind != ISN_ENT_PEOPLE || x->table != ISN_T_PEOPLE ||
        isn_clause_prep(k, x->first, x->reading) == ISN_FN_MIN) /* جريحين من المارة */
        return false;
    return !(isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) & ISN_PF_GROUP);
}

/* أصيب إسرائيليان: two, as the letters show. */
static bool two_nationals(const isn_work *k, const isn_entity *x) {
    const isn_token *token = &k->scan->text->tokens[k->scan->words[x->first].token];
    const uint8_t *end = k->scan->text->fold + token->fold + token->fold_len;
    return x->kind == ISN_ENT_PEOPLE && x->table == ISN_T_NATION && x->flags & ISN_EF_DUAL &&
           token->fold_len > 4 && end[-1] == ISN_F_NOON && end[-2] == ISN_F_ALEF;
}

/* أربعة أفراد من عائلة واحدة: the people are counted, and the family tells whose they are. */
static bool members_counted(const isn_work *k, uint32_t number) {
    const isn_number *q = &k->m->numbers.ptr[number], *p = q - 1;
    return number > 0 && people_number(k, p) && p->last + 1 == q->first &&
           k->fn[p->last] == ISN_FN_MIN;
}

/* هذا العدد من القتلى: a number told before. */
static bool points_back(const isn_work *k, const isn_number *q) {
    return q->quantity == ISN_Q_VAGUE && q->first && k->fn[q->first - 1] == ISN_FN_THIS;
}

/* Of what is said not to have happened, only a figure is a count: أي صحفي, أحد الجنود are nobody. */
static bool nobody(const isn_ev *e, const isn_number *q) {
    return (e->denied || e->negative) && q->quantity != ISN_Q_NONE &&
           q->flags & (ISN_NF_SINGULAR | ISN_NF_PLURAL | ISN_NF_SUBSET);
}

/* The جثة of "جثة شاب مقتول" is the young man's, and "killed" describes him: he alone is counted. */
static bool same_person(const isn_work *k, uint32_t number) {
    enum { NEAR = 2 };
    const uint16_t sizes = ISN_NF_SINGULAR | ISN_NF_DUAL, bare = sizes | ISN_NF_PLURAL;
    const isn_number *q = &k->m->numbers.ptr[number], *p = q - 1, *next = q + 1;
    if (q->noun_table != ISN_T_CASUALTY || !(q->flags & bare) ||
        k->scan->words[q->first].flags & ISN_WF_BREAK)
        return false;
    bool more = number + 1 < k->m->numbers.len;
    bool alike = q->flags & ISN_NF_PLURAL || (more && (next->flags & sizes) == (q->flags & sizes));
    if (more && next->first == q->last && alike && next->flags & sizes &&
        next->noun_table == ISN_T_PEOPLE && !isn_work_pre(k, next->first, 0))
        return true;
    if (number == 0)
        return false;
    bool agree = (p->flags & sizes) == (q->flags & sizes) ||
                 (q->flags & ISN_NF_PLURAL && !(p->flags & ISN_NF_SINGULAR));
    bool heap = q->flags & ISN_NF_SINGULAR && q->first == p->last &&
                !(p->flags & ISN_NF_SINGULAR) &&
                k->scan->text->tokens[k->scan->words[q->first].token].flags & ISN_TF_TEH_MARBUTA;
    if ((!agree && !heap) || isn_work_pre(k, q->first, 0) || /* ثلاث جثث مغدورة */
        (p->noun_table != ISN_T_PEOPLE && p->noun_table != ISN_T_CASUALTY) || q->first < p->last ||
        q->first - p->last > NEAR || casualty_what(k, q->noun_row) > ISN_WHAT_WOUNDED)
        return false;
    for (uint32_t w = p->last; w < q->first; w++)
        if (k->wc[w] & ISN_WC_VERB || k->fn[w] != ISN_NO_FN ||
            k->scan->words[w].flags & ISN_WF_BREAK)
            return false;
    return true;
}

static bool and_before(const isn_work *k, uint32_t w) {
    const isn_word *word = &k->scan->words[w];
    for (unsigned r = 0; r < word->nreadings; r++)
        if (word->reading[r].pre & ISN_CL_WAW)
            return true;
    return false;
}

static bool in_accusative(const isn_work *k, uint32_t w) {
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *end = k->scan->text->fold + token->fold + token->fold_len;
    return token->flags & ISN_TF_TEH_MARBUTA || (token->fold_len > 3 && end[-1] == ISN_F_ALEF);
}

/* ستة ضباط وجنود: the second plural is of the figure too. */
static bool names_more_of_it(const isn_work *k, uint32_t number) {
    const isn_number *q = &k->m->numbers.ptr[number], *p = q - 1;
    bool many = number > 0 && q->flags & ISN_NF_SINGULAR && q->noun_table == ISN_T_PEOPLE &&
                p->noun_table == ISN_T_PEOPLE && p->num_first < p->num_last &&
                p->last == q->first && p->quantity == ISN_Q_EXACT && p->best > 10 &&
                and_before(k, q->first) && in_accusative(k, q->first);
    if (many)
        return true; /* 40 امرأة وطفلا */
    return number > 0 && q->flags & ISN_NF_PLURAL && q->noun_table == ISN_T_PEOPLE &&
           p->noun_table == ISN_T_PEOPLE && p->num_first < p->num_last && p->last == q->first &&
           p->quantity == ISN_Q_EXACT && p->best > 2 && p->best < 11 && and_before(k, q->first);
}

static void take_entity(isn_work *k, isn_ev *e, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    if (x->kind == ISN_ENT_SOURCE && x->last > x->first + 1 &&
        isn_work_has(k, x->first, ISN_T_NUMERAL) && !e->denied && !e->negative) {
        isn_count_add(e, ISN_NONE, entity, e->effect, e->harm); /* قتل أحد السكان */
        return;
    }
    if (x->number != ISN_NONE) {
        const isn_number *q = &k->m->numbers.ptr[x->number];
        if (nobody(e, q) || points_back(k, q) || same_person(k, x->number) ||
            names_more_of_it(k, x->number) ||
            (q->flags & ISN_NF_PLURAL && members_counted(k, x->number)))
            return;
        if (!people_number(k, q)) {
            if (unit_kind(k, q) == ISN_U_FAMILY && !members_counted(k, x->number))
                isn_count_add(e, x->number, entity, e->effect, e->harm);
            return;
        }
        uint8_t what = e->effect;
        if (q->noun_table == ISN_T_CASUALTY) { /* إجلاء جرحى is no wounding; مقتل أسير is */
            uint8_t own = casualty_what(k, q->noun_row);
            if (own == ISN_WHAT_NONE)
                return; /* ضحايا إخفاء قسري */
            if ((own == ISN_WHAT_KILLED || own == ISN_WHAT_WOUNDED) && !dies(k, e, q, own))
                what = own;
        }
        uint8_t harm = e->harm;
        if (q->noun_table == ISN_T_CASUALTY && what != e->effect)
            harm = ISN_HARM_NONE;
        if (q->noun_table == ISN_T_CASUALTY) {
            uint8_t own =
                (uint8_t)isn_lex_int(k->lex, ISN_T_CASUALTY, q->noun_row, ISN_CASUALTY_HARM);
            if (own && (what != e->effect || casualty_what(k, q->noun_row) == what))
                harm = own;
        }
        isn_take *t = isn_count_add(e, x->number, entity, what, harm);
        if (t)
            t->mixed = mixed_noun(k, q, what) || between_dead_and_wounded(k, q);
    } else if (!e->denied && !e->negative && (is_one(k, x) || two_nationals(k, x))) {
        isn_take *t = isn_count_add(e, ISN_NONE, entity, e->effect, e->harm);
        if (t && !is_one(k, x)) {
            t->more = 1;
            t->to = x->last;
        }
    }
}

/* Nothing but the blow and its qualities between the verb and the word. */
static bool blow_alone(const isn_work *k, const isn_ev *e, uint32_t to) {
    for (uint32_t w = e->last; w < to; w++) {
        uint32_t c = k->m->entities.cover[w];
        bool quality = c != ISN_NONE && isn_work_entity(k, c)->flags & ISN_EF_ADJ;
        const isn_hit *hit;
        const isn_sense *s =
            isn_work_has(k, w, ISN_T_UNIT) ? isn_match_sense(&hit, k->scan, w, ISN_T_UNIT) : NULL;
        bool arms = s && isn_lex_int(k->lex, ISN_T_UNIT, s->row, ISN_UNIT_KIND) == ISN_U_MUNITION;
        if (k->scan->words[w].flags & ISN_WF_BREAK ||
            (!quality && !arms && !k->taken[w] && !(k->wc[w] & ISN_WC_TRIGGER)))
            return false;
    }
    return true;
}

/* أصابت الغارة خمسة أشخاص: the row that is for houses too has no effect; people right behind the blow are wounded by it. */
static void struck_people(isn_work *k, isn_ev *e) {
    if (e->effect || !e->verb || e->event != ISN_EV_ASSAULT || !(e->flags & ISN_TG_ATTACK))
        return;
    for (uint32_t r = 0; r < e->recipients.n; r++) {
        const isn_entity *x = isn_work_entity(k, e->recipients.ptr[r]);
        if (x->kind != ISN_ENT_PEOPLE || x->number == ISN_NONE || x->first < e->last ||
            k->m->numbers.ptr[x->number].first < e->last ||
            !blow_alone(k, e, k->m->numbers.ptr[x->number].first))
            continue;
        for (uint32_t h = k->scan->word_hit[e->first]; h < k->scan->word_hit[e->first + 1]; h++)
            for (unsigned i = 0; i < k->scan->hits[h].nsenses; i++) {
                const isn_sense *s = &k->scan->hits[h].senses[i];
                if (s->table != ISN_T_TRIGGER || s->form != e->form ||
                    isn_work_trigger(k, s->row, ISN_TRIGGER_EFFECT) != ISN_WHAT_WOUNDED)
                    continue;
                e->effect = ISN_WHAT_WOUNDED;
                e->harm = (uint8_t)isn_work_trigger(k, s->row, ISN_TRIGGER_HARM);
                return;
            }
    }
}

/* حملة اعتقالات طالت 12 شابا: a result without an effect of its own has that of the act before it. */
static void inherit_effect(isn_work *k, uint32_t i) {
    isn_ev *e = &k->evs.ptr[i];
    if (e->effect || !(e->flags & ISN_TG_RESULT) || !e->recipients.n)
        return;
    for (uint32_t j = i; j-- > k->sentence_ev[e->sentence];)
        if (k->evs.ptr[j].effect && !k->evs.ptr[j].dead) {
            e->effect = k->evs.ptr[j].effect;
            return;
        }
}

/* Has an occurrence that is told as having happened taken the number? */
static bool counted_alive(const isn_work *k, uint32_t number, uint8_t what, uint32_t s) {
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++)
        for (uint32_t t = 0; t < k->evs.ptr[i].ntakes && !k->evs.ptr[i].dead; t++)
            if (k->evs.ptr[i].takes[t].number == number && k->evs.ptr[i].takes[t].what == what)
                return true;
    return false;
}

/* داهمت منزل القيادي فلان واعتقلته: he who is named has not been counted, nor has anybody of whom it is told. */
static bool uncounted(const isn_work *k, const isn_ev *e, uint32_t entity) {
    if (isn_work_entity(k, entity)->kind != ISN_ENT_PERSON)
        return false;
    for (uint32_t i = k->sentence_ev[e->sentence]; i < k->sentence_ev[e->sentence + 1]; i++)
        for (uint32_t t = 0; t < k->evs.ptr[i].ntakes && !k->evs.ptr[i].dead; t++)
            if (k->evs.ptr[i].takes[t].what == e->effect)
                return false;
    return true;
}

/* اغتيل القاضي بتفجير أدى إلى مقتله ومرافقه: he was counted already, and is again with those joined to him. */
static bool counted_before(isn_work *k, const isn_ev *e, bool joined) {
    bool found = false;
    for (isn_ev *q = &k->evs.ptr[k->sentence_ev[e->sentence]]; q < e; q++)
        for (uint32_t t = 0; t < q->ntakes; t++) {
            if (q->takes[t].what != e->effect || q->dead)
                continue;
            found = true;
            if (!joined || q->takes[t].entity != e->recipients.ptr[0] ||
                q->takes[t].number != ISN_NONE)
                continue;
            memmove(&q->takes[t], &q->takes[t + 1], sizeof *q->takes * (q->ntakes - t - 1));
            q->ntakes--, t--;
        }
    return found;
}

/* إصابته، مقتله وزوجته وطفليهما: one, whom a pronoun tells of, and those joined to him. */
static void take_self(isn_work *k, isn_ev *e) {
    uint32_t others = e->pronoun; /* the first of the recipients is himself */
    bool joined = e->recipients.n > others;
    if (!e->effect || e->denied || e->negative || (counted_before(k, e, joined) && !joined))
        return;
    isn_take *t = isn_count_add(e, ISN_NONE, ISN_NONE, e->effect, e->harm);
    t->self = true;
    t->from = e->first;
    t->to = e->last;
    for (uint32_t r = others; r < e->recipients.n; r++)
        take_entity(k, e, e->recipients.ptr[r]);
}

/* أصيب برصاصة، لكنه توفي متأثرا بإصابته: the one who was wounded is dead. */
static void died_of_it(isn_work *k, isn_ev *e) {
    if (!e->verb || e->effect != ISN_WHAT_KILLED || e->ntakes || e->recipients.n || e->dead ||
        e->negative || e->denied || e->first <= k->s0[e->sentence] ||
        (e->form & ISN_FORM_NUMBER) != ISN_FORM_SG)
        return;
    uint8_t sign = k->fn[e->first - 1];
    bool his = sign == ISN_FN_THAT && isn_work_pronoun(k, e->first - 1); /* إلا أنه، قبل أن */
    if (!his && sign != ISN_FN_BUT && sign != ISN_FN_BEFORE && sign != ISN_FN_AND)
        return;
    for (isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;)
        for (uint32_t t = 0; t < q->ntakes; t++) {
            isn_take *x = &q->takes[t];
            bool one =
                x->number == ISN_NONE || (k->m->numbers.ptr[x->number].flags & ISN_NF_SINGULAR);
            if (x->what != ISN_WHAT_WOUNDED || !one || x->more || q->dead)
                return;
            x->what = ISN_WHAT_KILLED;
            x->harm = ISN_HARM_KILLED;
            return;
        }
}

static void pass_roles(isn_work *k) {
    for (uint32_t i = 0; i < k->evs.len; i++) {
        isn_ev *e = &k->evs.ptr[i];
        inherit_effect(k, i);
        struck_people(k, e);
        if (e->self) {
            take_self(k, e);
            continue;
        }
        if (!e->effect || e->pronoun ||
            e->nobody) /* واعتقلتهم: they were counted where they were named */
            continue;
        for (uint32_t r = 0; r < e->recipients.n; r++)
            take_entity(k, e, e->recipients.ptr[r]);
    }
    for (uint32_t i = 0; i < k->evs.len; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (!e->effect || !e->pronoun || e->self || e->dead || e->absorbed || e->negative ||
            !e->recipients.n)
            continue;
        uint32_t him = e->recipients.ptr[0], n = isn_work_entity(k, him)->number;
        if (n != ISN_NONE ? !counted_alive(k, n, e->effect, e->sentence) : uncounted(k, e, him))
            take_entity(k, e, him); /* طالب بالإفراج عن تسعة احتجزتهم الجماعة */
    }
    for (uint32_t i = 0; i < k->evs.len; i++)
        died_of_it(k, &k->evs.ptr[i]);
}

/* ---- pass 2: casualty nouns, actions, others ------------------------------------------------------------------ */

static bool taken(const isn_work *k, uint32_t number, uint32_t s) {
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
static isn_ev *harmer(const isn_work *k, uint32_t s, uint32_t word, uint8_t what) {
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

/* جثث ستة أشخاص، جثماني جنديين: the word right before a figure of people that says what befell them, or NULL. */
static const isn_sense *bodies_before(const isn_work *k, const isn_number *q) {
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
    const uint8_t *end = k->scan->text->fold + token->fold + token->fold_len;
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
static bool none_as_before(isn_work *k, uint32_t number, uint32_t s) {
    const isn_number *q = &k->m->numbers.ptr[number], *p = q - 1;
    if (!number || !(q->flags & ISN_NF_PLURAL) || p->quantity != ISN_Q_NONE ||
        q->first - p->last > 1 || p->noun_table != ISN_T_CASUALTY ||
        (q->first > p->last && k->fn[p->last] != ISN_FN_AND))
        return false;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        isn_ev *e = &k->evs.ptr[i];
        for (uint32_t t = 0; t < e->ntakes; t++)
            if (e->takes[t].number == number - 1 &&
                e->takes[t].what != casualty_what(k, q->noun_row)) {
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
           (w < q->first || and_before(k, q->first));
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

static void casualty(isn_work *k, uint32_t number, uint32_t s) {
    const isn_number *q = &k->m->numbers.ptr[number];
    uint32_t row = q->noun_row;
    if (q->noun_table != ISN_T_CASUALTY)
        row = bodies_before(k, q)->row;
    uint8_t what = casualty_what(k, row);
    if (!what)
        return; /* إصابات مباشرة */
    uint8_t harm = (uint8_t)isn_lex_int(k->lex, ISN_T_CASUALTY, row, ISN_CASUALTY_HARM);
    isn_ev *e = within(k, q, s, what);
    if (!e)
        e = harmer(k, s, q->noun < q->first || in_list(k, q) ? q->noun : q->first, what);
    if (!e)
        return;
    bool rises = e->effect && (e->update || e->tally || e->reached) && what != ISN_WHAT_KILLED &&
                 what != ISN_WHAT_WOUNDED && isn_clause_prep(k, q->first, 0) == ISN_FN_ILA;
    if (rises || dies(k, e, q, what)) /* ارتفع عدد الأسرى الذين استشهدوا إلى 76 أسيرا */
        what = e->effect, harm = e->harm;
    /* prisoners, displaced people and corpses as such are no count of a killing: only of their own kind */
    if (what != ISN_WHAT_KILLED && what != ISN_WHAT_WOUNDED && e->effect != what &&
        !(e->flags & ISN_TG_RESULT))
        return;
    if ((q->flags & ISN_NF_SINGULAR) && !(e->flags & (ISN_TG_CASUALTY | ISN_TG_RESULT)))
        return;
    if (number_of_them(k, q, s) || nobody(e, q) || losses_of_none(q, harm) ||
        manner(k, e, q, what) || died_since(k, q, what))
        return;
    uint32_t cover = k->m->entities.cover[q->first];
    isn_take *t = isn_count_add(e, number, cover, what, harm);
    if (!t)
        return;
    t->mixed = mixed_noun(k, q, what) || harm == ISN_HARM_CASUALTIES;
    t->subset = q->flags & ISN_NF_SUBSET;
    if (q->quantity == ISN_Q_NONE && dead_and_hurt(k, q, what, harm))
        nor_the_other(e, *t);
}

/* Raids and attacks; and cases (3400 حالة), which are people where the word before them tells of arrests. */
static void actions(isn_work *k, uint32_t number, uint32_t s, bool cases) {
    const isn_number *q = &k->m->numbers.ptr[number];
    if (q->flags & (ISN_NF_SINGULAR | ISN_NF_DATE | ISN_NF_NAME | ISN_NF_ORDINAL) || is_rate(k, q))
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
static void turns(isn_work *k, uint32_t number, uint32_t s) {
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
    return s ? casualty_what(k, s->row) : ISN_WHAT_KILLED;
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
    if (e->verb || !(isn_role_cue(k, e->first, ISN_CUE_NUMBER) ||
                     (e->first > 0 && isn_role_cue(k, e->first - 1, ISN_CUE_NUMBER))))
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

/* وأن ستة آخرين أصيبوا: the verb in the plural follows its subject. */
static isn_ev *suffered_after(const isn_work *k, const isn_number *q, uint32_t s) {
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        isn_ev *e = &k->evs.ptr[i];
        bool only = e->first == q->last + 1 && /* اثنين فقط قتلا، سبعة جنود فقط قتلوا */
                    k->m->entities.cover[q->last] == ISN_NONE && k->fn[q->last] == ISN_FN_OTHER;
        bool apposed = most_of_them(k, q->last, e->first);
        if (e->verb && e->effect && !e->dead &&
            (e->first == q->last || only || apposed || part_between(k, q, e->first)) &&
            (e->form & ISN_FORM_NUMBER) != ISN_FORM_SG &&
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
    return figure && people_number(k, q) ? n : ISN_NONE;
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
    const isn_hit *hit;
    const isn_sense *s =
        isn_work_has(k, w, ISN_T_CUE) ? isn_match_sense(&hit, k->scan, w, ISN_T_CUE) : NULL;
    int32_t kind = s ? isn_lex_int(k->lex, ISN_T_CUE, s->row, ISN_CUE_KIND) : -1;
    return kind == ISN_CUE_NUMBER || kind == ISN_CUE_TOLL ||
           (kind == ISN_CUE_TALLY && (s->form & ISN_FORM_KIND) == ISN_FORM_NOUN);
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

/* "وإصابة آخرين"، "إلى 17": a figure without people of its own goes on with the nearest effect before it. */
static void bare(isn_work *k, uint32_t number, uint32_t s) {
    const isn_number *q = &k->m->numbers.ptr[number];
    bool another = q->flags & ISN_NF_ORDINAL;
    bool other = q->flags & ISN_NF_OTHER;
    if ((!other && q->num_first == q->num_last) || some_of_another(k, q))
        return;
    isn_ev *ahead = other || another ? NULL : counted_ahead(k, q, s);
    if (ahead) {
        isn_count_add(ahead, number, ISN_NONE, ahead->effect ? ahead->effect : toll_what(k, ahead),
                      ahead->harm);
        return;
    }
    isn_ev *suffered = suffered_after(k, q, s);
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
        if (people != ISN_NONE)
            isn_refs_add(&suffered->recipients, people);
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
        if (e->first < q->first && e->effect)
            best = e;
    }
    toll = another || other ? NULL : counted_toll(k, number, s);
    if (toll && (!best || best->first <= toll->first)) {
        isn_count_add(toll, number, ISN_NONE, toll_what(k, toll), toll->harm);
        return;
    }
    if (!best)
        return;
    /* أودى النزاع بحياة ألف شخص: what took the lives may stand between */
    uint32_t between = best->flags & ISN_TG_RESULT ? ISN_WC_VERB : ISN_WC_TRIGGER | ISN_WC_VERB;
    for (uint32_t w = best->last; w < q->first; w++) {
        bool within = best->verb && best->actors.n && !(k->wc[w] & ISN_WC_VERB) &&
                      isn_clause_prep(k, w, 0) == ISN_FN_FI; /* قتل التنظيم في كمين 12 */
        /* قتل 26 في أربع عمليات، وثمانية آخرين في عملية */
        within |= other && and_before(k, q->first) && !(k->wc[w] & ISN_WC_VERB) &&
                  best->effect == ISN_WHAT_KILLED;
        if (k->fn[w] == ISN_FN_THAT ||
            (k->wc[w] & between && !within && !best->update && !best->tally && !best->reached))
            return;
    }
    uint8_t prep = isn_clause_prep(k, q->first, 0);
    bool rises = best->update || best->tally || best->reached;
    bool lawful = prep == ISN_NO_FN || (prep == ISN_FN_ILA && rises) || prep == ISN_FN_ALA ||
                  prep == ISN_FN_AN;
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
}

/* عدد النازحين بلغ 1850 أسرة: the displaced are counted by families. */
static void families(isn_work *k, uint32_t number, uint32_t s) {
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

/* وإصابة رابع، وجرح ثالث: one more, right after the word of harm; not the fourth of something. */
static bool one_more(const isn_work *k, const isn_number *q) {
    if (!(q->flags & ISN_NF_ORDINAL) || q->flags & (ISN_NF_DATE | ISN_NF_NAME) || q->first == 0 ||
        q->noun != ISN_NONE || isn_work_pre(k, q->first, 0))
        return false;
    uint32_t before = q->first - 1;
    return k->wc[before] & ISN_WC_TRIGGER && !(k->scan->words[q->first].flags & ISN_WF_BREAK);
}

/* "46, among them 18 children": told of the count that stands before it, in the same sentence. */
static void part_of(isn_work *k, uint32_t number, uint32_t s) {
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

/* ---- individuals told together: سيدة وطفلاها، الناشط فلان وثلاثة من رفاقه ------------------------------------ */

/* The words of a take's people: [first, last). */
static bool take_words(const isn_work *k, const isn_take *t, uint32_t *first, uint32_t *last) {
    const isn_entity *x = t->entity != ISN_NONE ? isn_work_entity(k, t->entity) : NULL;
    const isn_number *q = t->number != ISN_NONE ? &k->m->numbers.ptr[t->number] : NULL;
    if (t->self) {
        *first = t->from;
        *last = t->to;
        return true;
    }
    if (!x && !q)
        return false;
    *first = q && (!x || q->first < x->first) ? q->first : x->first;
    *last = q && (!x || q->last > x->last) ? q->last : x->last;
    if (t->to > *last)
        *last = t->to;
    return true;
}

/* Whose people they are is told by a pronoun: طفلاها، ثلاثة من رفاقه. */
static bool somebodys(const isn_work *k, const isn_take *t, uint32_t first, uint32_t last) {
    if (t->number != ISN_NONE && k->m->numbers.ptr[t->number].noun != ISN_NONE)
        return isn_count_suffixed(k, k->m->numbers.ptr[t->number].noun);
    for (uint32_t w = first; w < last; w++)
        if (isn_count_suffixed(k, w))
            return true;
    return last < k->scan->nwords && k->fn[last] == ISN_FN_MIN && last + 1 < k->scan->nwords &&
           isn_count_suffixed(k, last + 1);
}

static int64_t exactly(const isn_work *k, const isn_take *t) {
    if (t->number == ISN_NONE || t->one)
        return 1;
    const isn_number *q = &k->m->numbers.ptr[t->number];
    return q->quantity == ISN_Q_EXACT && q->best < 100 ? q->best : 0;
}

/* و6: the و is a word of its own. */
static bool and_at(const isn_work *k, uint32_t w) {
    return and_before(k, w) || (w > 0 && k->fn[w - 1] == ISN_FN_AND);
}

/* والد الشهيد وشقيقيه: behind the noun that the people are of. */
static uint32_t behind_genitive(const isn_work *k, uint32_t w, uint32_t to) {
    uint32_t c = w < to ? k->m->entities.cover[w] : ISN_NONE;
    if (c == ISN_NONE && w + 1 == to && !(isn_work_pre(k, w, 0) & ~(unsigned)ISN_CL_AL) &&
        k->fn[w] == ISN_NO_FN && !(k->wc[w] & (ISN_WC_VERB | ISN_WC_TRIGGER)) &&
        !(k->scan->words[w].flags & ISN_WF_BREAK))
        return to;
    if (w + 1 == to && (k->fn[w] == ISN_FN_AND || k->fn[w] == ISN_FN_PRONOUN))
        return to; /* ضابط و6 جنود، الشيخ هو ونجله */
    if (c == ISN_NONE || isn_work_entity(k, c)->first != w || and_before(k, w) ||
        k->scan->words[w].flags & ISN_WF_BREAK || k->fn[w] != ISN_NO_FN)
        return w;
    return isn_work_entity(k, c)->last;
}

/* شابين من جنين وشابين من الخليل: behind the town that the people are from. */
static uint32_t behind_town(const isn_work *k, uint32_t w, uint32_t to) {
    uint32_t c = w + 1 < to && k->fn[w] == ISN_FN_MIN ? k->m->entities.cover[w + 1] : ISN_NONE;
    return c != ISN_NONE && isn_work_entity(k, c)->kind == ISN_ENT_PLACE
               ? isn_work_entity(k, c)->last
               : w;
}

/* المصور فلان والصحفية فلانة: two are dead. */
static bool named_person(const isn_work *k, const isn_take *t) {
    return t->number == ISN_NONE && t->entity != ISN_NONE &&
           isn_work_entity(k, t->entity)->kind == ISN_ENT_PERSON;
}

/* رجلان وثلاث نساء وطفل: people of no armed side, whatever they are called. */
static bool unarmed(const isn_work *k, const isn_take *t) {
    const isn_entity *x = t->entity != ISN_NONE ? isn_work_entity(k, t->entity) : NULL;
    return x && x->kind == ISN_ENT_PEOPLE && x->side != ISN_SIDE_ARMED && x->sector != ISN_SEC_COP;
}

/* ضابط ومجند: one man and another of the same force. */
static bool comrades(const isn_work *k, const isn_take *a, const isn_take *b) {
    if (a->entity == ISN_NONE || b->entity == ISN_NONE || exactly(k, a) != 1 || exactly(k, b) != 1)
        return false;
    const isn_entity *x = isn_work_entity(k, a->entity), *y = isn_work_entity(k, b->entity);
    return x->kind == ISN_ENT_PEOPLE && y->kind == ISN_ENT_PEOPLE && x->sector == y->sector &&
           (x->sector == ISN_SEC_MIL || x->sector == ISN_SEC_COP) &&
           (x->country == y->country || x->country == ISN_NO_ROW || y->country == ISN_NO_ROW);
}

/* A family, a man and his companions, and civilians or soldiers told one by one are one count, of all of them; companies of soldiers and gunmen
 * stay two, as do soldiers and civilians. */
static void join_individuals(isn_work *k, isn_ev *e) {
    for (uint32_t i = 0; i < e->ntakes; i++) {
        isn_take *a = &e->takes[i];
        for (uint32_t j = 0; j < e->ntakes; j++) {
            const isn_take *b = &e->takes[j];
            uint32_t a0, a1, b0, b1;
            if (i == j || a->what != b->what || a->mixed != b->mixed || a->subset || b->subset ||
                !take_words(k, a, &a0, &a1) || !take_words(k, b, &b0, &b1) ||
                behind_genitive(k, behind_town(k, a1, b0), b0) != b0 || !and_at(k, b0) ||
                !exactly(k, a) || !exactly(k, b))
                continue;
            bool one_figure = a->mixed || (named_person(k, a) && named_person(k, b)) ||
                              (unarmed(k, a) && unarmed(k, b)) || comrades(k, a, b);
            if (!one_figure && (exactly(k, a) + a->more > 3 || !somebodys(k, b, b0, b1)))
                continue;
            a->more = (uint8_t)(a->more + exactly(k, b) + b->more);
            a->to = b1;
            memmove(&e->takes[j], &e->takes[j + 1], sizeof *a * (e->ntakes - j - 1));
            e->ntakes--;
            i = ISN_NONE; /* from the start: a third may follow (رجل وزوجته وابنتاه) */
            break;
        }
    }
}

/* ستة أشخاص، هم رجل وزوجته وأربعة أطفال; ثلاثة أشخاص: رجل وطفلاه: behind a colon or a pronoun stand the parts of the
 * sum before it. */
static void apposed_parts(const isn_work *k, isn_ev *e) {
    enum { FAR = 10 };
    for (uint32_t i = 0; i < e->ntakes; i++) {
        uint32_t a0, a1, b0, b1;
        isn_take whole = e->takes[i];
        if (whole.number == ISN_NONE || whole.one || whole.subset ||
            !take_words(k, &whole, &a0, &a1))
            continue;
        uint32_t at = ISN_NONE;
        for (uint32_t w = a1; w < k->scan->nwords && w < a1 + FAR && at == ISN_NONE; w++) {
            const isn_word *word = &k->scan->words[w];
            if (k->wc[w] & (ISN_WC_VERB | ISN_WC_TRIGGER) || word->flags & ISN_WF_STOP)
                break;
            bool sign = word->flags & (ISN_WF_COMMA | ISN_WF_PAREN);
            if (word->flags & ISN_WF_COLON || ((sign || w == a1) && k->fn[w] == ISN_FN_PRONOUN))
                at = w;
        }
        /* تسعة، خمسة مدنيين وأربعة جنود: without such a sign they must come to the sum */
        bool bare =
            at == ISN_NONE && a1 < k->scan->nwords && k->scan->words[a1].flags & ISN_WF_COMMA;
        if (bare)
            at = a1;
        isn_take *parts[ISN_ROLE_MAX];
        uint32_t n = 0;
        int64_t sum = 0;
        for (uint32_t j = 0; at != ISN_NONE && j < e->ntakes; j++)
            if (j != i && e->takes[j].what == whole.what && take_words(k, &e->takes[j], &b0, &b1) &&
                b0 >= at) {
                parts[n++] = &e->takes[j];
                sum += exactly(k, &e->takes[j]) + e->takes[j].more;
            }
        if (!n || sum > k->m->numbers.ptr[whole.number].best ||
            (bare && (n < 2 || sum != k->m->numbers.ptr[whole.number].best)))
            continue;
        isn_take told[ISN_ROLE_MAX] = {whole};
        uint32_t len = 1;
        for (uint32_t j = 0; j < n; j++) {
            parts[j]->subset = true;
            told[len++] = *parts[j];
        }
        for (uint32_t j = 0; j < e->ntakes; j++) /* the whole and its parts first */
            if (j != i && !e->takes[j].subset)
                told[len++] = e->takes[j];
        if (len == e->ntakes)
            memcpy(e->takes, told, sizeof told[0] * len);
        return;
    }
}

/* بينهم ثلاثة من رجال الأمن، ومنفذ الهجوم: one who is joined to a part of a sum is a part of it. */
static void joined_to_part(const isn_work *k, isn_ev *e) {
    enum { FAR = 7 };
    for (uint32_t i = 0; i < e->ntakes; i++) {
        if (!e->takes[i].subset || e->takes[i].number == ISN_NONE)
            continue;
        uint32_t end = k->m->numbers.ptr[e->takes[i].number].last;
        for (uint32_t j = 0; j < e->ntakes; j++) {
            const isn_take one = e->takes[j];
            if (one.number != ISN_NONE || one.entity == ISN_NONE || one.self || one.subset)
                continue;
            uint32_t first = isn_work_entity(k, one.entity)->first, w = end;
            if (first < end || first - end > FAR || !and_before(k, first))
                continue;
            while (w < first && !(k->wc[w] & (ISN_WC_VERB | ISN_WC_TRIGGER)))
                w++;
            if (w < first)
                continue;
            memmove(&e->takes[j], &e->takes[j + 1], sizeof one * (e->ntakes - j - 1));
            uint32_t at = j < i ? i : i + 1;
            memmove(&e->takes[at + 1], &e->takes[at], sizeof one * (e->ntakes - at - 1));
            e->takes[at] = one;
            e->takes[at].subset = true;
            return;
        }
    }
}

/* "27 soldiers, in addition to 34 fighters": the second figure goes on with the first. */
static bool added(isn_work *k, uint32_t number, uint32_t s) {
    isn_ev *best = NULL;
    const isn_take *before = NULL;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++)
        for (uint32_t t = 0; t < k->evs.ptr[i].ntakes; t++) {
            const isn_take *x = &k->evs.ptr[i].takes[t];
            if (x->number == ISN_NONE || x->number >= number || x->subset ||
                (before && x->number < before->number))
                continue;
            best = &k->evs.ptr[i];
            before = x;
        }
    if (!best || before->what == ISN_WHAT_ACTIONS)
        return false;
    uint32_t cover = k->m->entities.cover[k->m->numbers.ptr[number].first];
    uint32_t noun = k->m->numbers.ptr[number].noun;
    if (cover == ISN_NONE && noun != ISN_NONE)
        cover = k->m->entities.cover[noun];
    uint8_t what = before->what, harm = before->harm;
    isn_count_add(best, number, cover, what, harm);
    if (cover != ISN_NONE)
        isn_refs_add(&best->recipients, cover);
    return true;
}

/* قتلت القوات منهم 11: behind the verb, and its doer where he follows it. */
static uint32_t behind_doer(const isn_work *k, const isn_ev *e) {
    if (!e->verb || e->actors.n != 1)
        return e->last;
    const isn_entity *x = isn_work_entity(k, e->actors.ptr[0]);
    return x->first == e->last || x->first == e->last + 1 ? x->last : e->last; /* قتل منهم النظام */
}

/* واعتقلت عشرين منهم، أفرجت عن عشرة منهم، فلقي أحدهما حتفه: right after its verb, or the preposition or noun that the verb
 * takes, the part is what suffers, of people named before. */
static isn_ev *object_of_harm(const isn_work *k, const isn_number *q, uint32_t s) {
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (!e->effect || e->dead || e->last > q->first || q->first - behind_doer(k, e) > 1 ||
            isn_role_apposed_one(k, e, q->last))
            continue;
        uint32_t w = behind_doer(k, e);
        if (k->scan->words[w].flags & ISN_WF_BREAK || k->scan->words[q->first].flags & ISN_WF_BREAK)
            continue;
        if (w == q->first ||
            ((e->verb || isn_work_has(k, w, ISN_T_BOUND)) && !k->taken[w] &&
             (!isn_work_has(k, w,
                            ISN_T_BOUND) || /* 40 شابا، قتل منهم ثلاثة; not قتلوا بينهم ثلاثة */
              (e->form & ISN_FORM_NUMBER) != ISN_FORM_PL) &&
             k->m->entities.cover[w] == ISN_NONE && !(k->wc[w] & (ISN_WC_VERB | ISN_WC_BOUND))))
            return e;
    }
    return NULL;
}

/* أسرت اثنين منهم، تحييد ثلاثين منهم: the people named last before, who are several and not those that do it. */
static uint32_t people_before(const isn_work *k, const isn_ev *e, uint32_t word) {
    for (uint32_t w = word; w-- > k->s0[e->sentence];) {
        uint32_t c = k->m->entities.cover[w];
        if (c == ISN_NONE)
            continue;
        const isn_entity *x = isn_work_entity(k, c);
        w = x->first;
        bool own = false;
        for (uint32_t i = 0; i < e->actors.n; i++)
            own |= e->actors.ptr[i] == c;
        bool several = x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL) || x->number != ISN_NONE;
        if (x->kind == ISN_ENT_PEOPLE && x->table == ISN_T_PEOPLE && several && !own)
            return c;
    }
    return ISN_NONE;
}

/* The whole is no count of what befell the part. */
static void part_suffers(isn_work *k, isn_ev *e, uint32_t number) {
    e->ntakes = 0;
    isn_take *t = isn_count_add(e, number, k->m->entities.cover[k->m->numbers.ptr[number].first],
                                e->effect, e->harm);
    if (t)
        t->whole = true;
    uint32_t of = people_before(k, e, k->m->numbers.ptr[number].first);
    if (of != ISN_NONE && !e->recipients.n)
        isn_refs_add(&e->recipients, of);
}

/* The جرحى of "تسعة قتلى وجرحى" was told by the figure before it. */
static bool shares_figure(const isn_work *k, uint32_t number) {
    const isn_number *q = &k->m->numbers.ptr[number];
    if (number == 0 || q->num_first != q->num_last)
        return false;
    const isn_number *p = q - 1;
    return p->noun != ISN_NONE && p->noun + 1 == q->first && p->noun_table == ISN_T_CASUALTY &&
           mixed_noun(k, p, casualty_what(k, p->noun_row));
}

/* The plural of "جثث ستة أشخاص" is of those that the figure right behind it counts. */
static bool counted_next(const isn_work *k, uint32_t number) {
    const isn_number *next = &k->m->numbers.ptr[number] + 1;
    return number + 1 < k->m->numbers.len && next->first == k->m->numbers.ptr[number].last &&
           bodies_before(k, next);
}

/* سقط العشرات بين قتيل وجريح: what follows the figure says what befell them. */
static bool dead_or_wounded(isn_work *k, uint32_t number, uint32_t s) {
    const isn_number *q = &k->m->numbers.ptr[number];
    if (q->num_first == q->num_last || !between_dead_and_wounded(k, q))
        return false;
    isn_ev *e = harmer(k, s, q->first, ISN_WHAT_KILLED);
    isn_take *t = e ? isn_count_add(e, number, k->m->entities.cover[q->first], ISN_WHAT_KILLED,
                                    ISN_HARM_CASUALTIES)
                    : NULL;
    if (t)
        t->mixed = true;
    return t != NULL;
}

/* خمسة من الشهداء: some of the dead that the sentence has told, with the article. */
static bool of_those_told(const isn_work *k, uint32_t number, uint32_t s) {
    const isn_number *q = &k->m->numbers.ptr[number];
    if (q->noun == ISN_NONE || q->noun_table != ISN_T_CASUALTY || q->num_first == q->num_last ||
        q->num_last >= q->noun || k->fn[q->num_last] != ISN_FN_MIN ||
        !(isn_work_pre(k, q->noun, 0) & ISN_CL_AL))
        return false;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++)
        for (uint32_t t = 0; t < k->evs.ptr[i].ntakes; t++) {
            const isn_take *x = &k->evs.ptr[i].takes[t];
            if (x->number != ISN_NONE && x->number < number &&
                x->what == casualty_what(k, q->noun_row) &&
                k->m->numbers.ptr[x->number].best > q->best)
                return true;
        }
    return false;
}

static void pass_numbers(isn_work *k) {
    const isn_numbers *numbers = &k->m->numbers;
    for (uint32_t i = 0; i < numbers->len; i++) {
        const isn_number *q = &numbers->ptr[i];
        uint32_t s = k->scan->words[q->first].sentence;
        if (k->block_role[s] == 255 || k->sentence_ev[s] == k->sentence_ev[s + 1])
            continue;
        int32_t unit = unit_kind(k, q);
        if (unit == ISN_U_ACTION || unit == ISN_U_CASE) {
            actions(k, i, s, unit == ISN_U_CASE);
            continue;
        }
        if (unit == ISN_U_TURN) {
            turns(k, i, s);
            continue;
        }
        if (unit == ISN_U_FAMILY)
            families(k, i, s);
        if (one_more(k, q)) {
            bare(k, i, s);
            continue;
        }
        if (!people_number(k, q) || taken(k, i, s) || points_back(k, q) || isn_harm_in_name(k, q))
            continue;
        if (q->flags & ISN_NF_SUBSET) {
            isn_ev *e = object_of_harm(k, q, s);
            if (e)
                part_suffers(k, e, i);
            else
                part_of(k, i, s);
            continue;
        }
        if (q->flags & ISN_NF_PLUS && q->noun_table == ISN_T_PEOPLE && added(k, i, s))
            continue;
        if (names_more_of_it(k, i))
            continue;
        if (q->noun_table == ISN_T_CASUALTY &&
            (shares_figure(k, i) || counted_next(k, i) || same_person(k, i)))
            continue;
        if (dead_or_wounded(k, i, s) || of_those_told(k, i, s))
            continue;
        if (q->noun_table == ISN_T_CASUALTY && none_as_before(k, i, s))
            continue;
        if (q->noun_table == ISN_T_CASUALTY)
            casualty(k, i, s);
        else if (bodies_before(k, q))
            casualty(k, i, s);
        else if (!(q->flags & (ISN_NF_SINGULAR | ISN_NF_PLURAL | ISN_NF_DUAL)))
            bare(k, i, s);
        else if (q->flags & ISN_NF_OTHER || (q->flags & ISN_NF_DUAL && suffered_after(k, q, s)))
            bare(k, i, s); /* إن مدنيين اثنين قتلا */
    }
}

void isn_count_take(isn_work *k) {
    isn_harm_none_reported(k);
    isn_harm_pairs(k);
    pass_roles(k);
    pass_numbers(k);
    isn_harm_nobody(k);
    for (uint32_t i = 0; i < k->evs.len; i++)
        if (k->evs.ptr[i].ntakes > 1) {
            apposed_parts(k, &k->evs.ptr[i]);
            joined_to_part(k, &k->evs.ptr[i]);
            join_individuals(k, &k->evs.ptr[i]);
        }
    for (uint32_t i = 0; i + 1 < k->evs.len; i++)
        isn_harm_one_figure(k, &k->evs.ptr[i]);
    for (uint32_t i = 0; i < k->evs.len; i++)
        if (k->evs.ptr[i].ntakes > 1 && k->evs.ptr[i].takes[0].mixed)
            join_individuals(k, &k->evs.ptr[i]);
}
