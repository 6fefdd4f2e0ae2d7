/* count_victim.c: the counts of those whom an occurrence befell, by its roles. */
#include "claim/countwork.h"

/* A named victim, سائقها، والي غرب دارفور، إمام مسجد، وزير المالية: a person told without a number is one. */
static bool is_one(const isn_work *k, const isn_entity *x) {
    if (x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL))
        return false;
    if (x->kind == ISN_ENT_PERSON || x->table == ISN_T_TITLE)
        return true;
    if (x->kind == ISN_ENT_PEOPLE && x->table == ISN_T_NATION)
        return true;
    if (x->table == ISN_T_CASUALTY && isn_count_casualty_what(k, x->row) > ISN_WHAT_WOUNDED)
        return isn_clause_prep(k, x->first, x->reading) != ISN_FN_MIN; /* الأسير المحرر فلان */
    if (x->kind != ISN_ENT_PEOPLE || x->table != ISN_T_PEOPLE ||
        isn_clause_prep(k, x->first, x->reading) == ISN_FN_MIN) /* جريحين من المارة */
        return false;
    return !(isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) &
             (ISN_PF_GROUP | ISN_PF_UNIT));
}

/* أصيب إسرائيليان: two, as the letters show. */
static bool two_nationals(const isn_work *k, const isn_entity *x) {
    const isn_token *token = &k->scan->text->tokens[k->scan->words[x->first].token];
    const uint8_t *end = isn_token_end(k->scan->text, token);
    return x->kind == ISN_ENT_PEOPLE && x->table == ISN_T_NATION && x->flags & ISN_EF_DUAL &&
           token->fold_len > 4 && end[-1] == ISN_F_NOON && end[-2] == ISN_F_ALEF;
}

/* أربعة أفراد من عائلة واحدة: the people are counted, and the family tells whose they are. */
static bool members_counted(const isn_work *k, uint32_t number) {
    const isn_number *q = &k->m->numbers.ptr[number], *p = q - 1;
    return number > 0 && isn_count_people_number(k, p) && p->last + 1 == q->first &&
           k->fn[p->last] == ISN_FN_MIN;
}

/* هذا العدد من القتلى: a number told before. */
bool isn_count_points_back(const isn_work *k, const isn_number *q) {
    return q->quantity == ISN_Q_VAGUE && q->first && k->fn[q->first - 1] == ISN_FN_THIS;
}

/* Of what is said not to have happened, only a figure is a count: أي صحفي, أحد الجنود are nobody. */
bool isn_count_nobody(const isn_ev *e, const isn_number *q) {
    return (e->denied || e->negative) && q->quantity != ISN_Q_NONE &&
           q->flags & (ISN_NF_SINGULAR | ISN_NF_PLURAL | ISN_NF_SUBSET);
}

/* The جثة of "جثة شاب مقتول" is the young man's, and "killed" describes him: he alone is counted. */
bool isn_count_same_person(const isn_work *k, uint32_t number) {
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
        q->first - p->last > NEAR || isn_count_casualty_what(k, q->noun_row) > ISN_WHAT_WOUNDED)
        return false;
    for (uint32_t w = p->last; w < q->first; w++)
        if (k->wc[w] & ISN_WC_VERB || k->fn[w] != ISN_NO_FN ||
            k->scan->words[w].flags & ISN_WF_BREAK)
            return false;
    return true;
}

bool isn_count_and_before(const isn_work *k, uint32_t w) {
    const isn_word *word = &k->scan->words[w];
    for (unsigned r = 0; r < word->nreadings; r++)
        if (word->reading[r].pre & ISN_CL_WAW)
            return true;
    uint32_t n = k->m->numbers.at[w];
    return n != ISN_NONE && k->m->numbers.ptr[n].flags & ISN_NF_AND;
}

static bool in_accusative(const isn_work *k, uint32_t w) {
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *end = isn_token_end(k->scan->text, token);
    return token->flags & ISN_TF_TEH_MARBUTA || (token->fold_len > 3 && end[-1] == ISN_F_ALEF);
}

/* ستة ضباط وجنود: the second plural is of the figure too. */
bool isn_count_names_more_of_it(const isn_work *k, uint32_t number) {
    const isn_number *q = &k->m->numbers.ptr[number], *p = q - 1;
    bool many = number > 0 && q->flags & ISN_NF_SINGULAR && q->noun_table == ISN_T_PEOPLE &&
                p->noun_table == ISN_T_PEOPLE && p->num_first < p->num_last &&
                p->last == q->first && p->quantity == ISN_Q_EXACT && p->best > 10 &&
                isn_count_and_before(k, q->first) && in_accusative(k, q->first);
    if (many)
        return true; /* 40 امرأة وطفلا */
    return number > 0 && q->flags & ISN_NF_PLURAL && q->noun_table == ISN_T_PEOPLE &&
           p->noun_table == ISN_T_PEOPLE && p->num_first < p->num_last && p->last == q->first &&
           p->quantity == ISN_Q_EXACT && p->best > 2 && p->best < 11 &&
           isn_count_and_before(k, q->first);
}

/* سقط ثلاثة جنود جرحى، سقط جندي جريحا: who falls, and is said right behind to be wounded. */
static bool fell_wounded(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    const isn_hit *hit;
    uint32_t w = x->last;
    if (e->effect != ISN_WHAT_KILLED || !e->verb || w >= k->scan->nwords ||
        !isn_work_has(k, w, ISN_T_CASUALTY) || k->scan->words[w].flags & ISN_WF_BREAK ||
        isn_work_pre(k, w, 0) || !isn_work_framed(k, e->row, ISN_FR_DIE))
        return false;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_CASUALTY);
    return s && isn_count_casualty_what(k, s->row) == ISN_WHAT_WOUNDED;
}

/* خمس إصابات بين رجال الأمن: the figure of the harm itself, where its victims are but a plural; ISN_NONE: it has none. */
static uint32_t figure_of_harm(const isn_work *k, const isn_ev *e, const isn_number *q) {
    if (e->verb || !(q->flags & ISN_NF_PLURAL) || e->first == 0)
        return ISN_NONE;
    uint32_t n = k->m->numbers.at[e->first - 1];
    const isn_number *own = n != ISN_NONE ? &k->m->numbers.ptr[n] : NULL;
    return own != NULL && own->noun == e->first && own->noun_table == ISN_T_CASUALTY ? n : ISN_NONE;
}

static void take_entity(isn_work *k, isn_ev *e, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    if (x->kind == ISN_ENT_SOURCE && x->last > x->first + 1 &&
        isn_work_has(k, x->first, ISN_T_NUMERAL) && !e->denied && !e->negative) {
        isn_count_add(e, ISN_NONE, entity, e->effect, e->harm); /* قتل أحد السكان */
        return;
    }
    bool wounded = fell_wounded(k, e, x);
    uint8_t what = wounded ? ISN_WHAT_WOUNDED : e->effect;
    uint8_t harm = wounded ? ISN_HARM_WOUNDED : e->harm;
    if (x->number != ISN_NONE) {
        const isn_number *q = &k->m->numbers.ptr[x->number];
        uint32_t own_figure = figure_of_harm(k, e, q);
        if (own_figure != ISN_NONE) {
            isn_count_add(e, own_figure, entity, what, harm);
            return;
        }
        if (isn_count_nobody(e, q) || isn_count_points_back(k, q) ||
            isn_count_same_person(k, x->number) || isn_count_names_more_of_it(k, x->number) ||
            (q->flags & ISN_NF_PLURAL && members_counted(k, x->number)))
            return;
        if (!isn_count_people_number(k, q)) {
            if (isn_count_unit_kind(k, q) == ISN_U_FAMILY && !members_counted(k, x->number))
                isn_count_add(e, x->number, entity, e->effect, e->harm);
            return;
        }
        if (q->noun_table == ISN_T_CASUALTY) { /* إجلاء جرحى is no wounding; مقتل أسير is */
            uint8_t own = isn_count_casualty_what(k, q->noun_row);
            if (own == ISN_WHAT_NONE)
                return; /* ضحايا إخفاء قسري */
            if ((own == ISN_WHAT_KILLED || own == ISN_WHAT_WOUNDED) &&
                !isn_count_dies(k, e, q, own))
                what = own;
        }
        if (q->noun_table == ISN_T_CASUALTY && what != e->effect)
            harm = ISN_HARM_NONE;
        if (q->noun_table == ISN_T_CASUALTY) {
            uint8_t own =
                (uint8_t)isn_lex_int(k->lex, ISN_T_CASUALTY, q->noun_row, ISN_CASUALTY_HARM);
            if (own && (what != e->effect || isn_count_casualty_what(k, q->noun_row) == what))
                harm = own;
        }
        isn_take *t = isn_count_add(e, x->number, entity, what, harm);
        if (t)
            t->mixed = isn_count_mixed_noun(k, q, what) || isn_count_between_dead_and_wounded(k, q);
    } else if (!e->denied && !e->negative && (is_one(k, x) || two_nationals(k, x))) {
        isn_take *t = isn_count_add(e, ISN_NONE, entity, what, harm);
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

/* تعرض 11 شخصا للاختناق، سبعة صيادين للاعتقال: who suffers it is counted with the verb; what it does to him the noun behind ل
 * tells, which has nobody of its own. */
static void suffers_effect(isn_work *k, uint32_t i) {
    enum { NEAR = 8 };
    const isn_ev *e = &k->evs.ptr[i];
    if (e->effect || e->event || !e->verb || !(e->flags & ISN_TG_LIGHT) || !e->recipients.n ||
        i + 1 >= k->evs.len || isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) != ISN_SLOT_TARGET ||
        isn_work_slot(k, e->row, ISN_FRAME_LI) != ISN_SLOT_EVENT)
        return;
    isn_ev *deed = &k->evs.ptr[i + 1];
    if (deed->sentence != e->sentence || deed->verb || !deed->effect || deed->dead ||
        deed->recipients.n || deed->first - e->last > NEAR ||
        !(isn_work_pre(k, deed->first, deed->reading) & ISN_CL_LAM))
        return;
    for (uint32_t r = 0; r < e->recipients.n; r++)
        take_entity(k, deed, e->recipients.ptr[r]);
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
    const isn_entity *x = isn_work_entity(k, entity);
    bool one =
        x->kind == ISN_ENT_PEOPLE && !(x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL)); /* المسعف */
    if (x->kind != ISN_ENT_PERSON && !one)
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

/* دهس طفلا فقتله: whom the first blow was counted to have wounded the second killed. */
static bool killed_after(isn_work *k, const isn_ev *e, uint32_t him) {
    if (e->effect != ISN_WHAT_KILLED || !e->verb || e->denied)
        return false;
    uint32_t n = isn_work_entity(k, him)->number;
    for (isn_ev *q = &k->evs.ptr[k->sentence_ev[e->sentence]]; q < e; q++)
        for (uint32_t t = 0; t < q->ntakes && !q->dead; t++) {
            isn_take *x = &q->takes[t];
            bool his = n != ISN_NONE ? x->number == n : x->entity == him;
            if (!his || x->what != ISN_WHAT_WOUNDED)
                continue;
            x->what = ISN_WHAT_KILLED;
            x->harm = e->harm;
            return true;
        }
    return false;
}

/* أرداه قتيلا: how he fell is counted, and he with it. */
static bool counted_as_fallen(const isn_work *k, const isn_ev *e) {
    const isn_ev *next = e + 1;
    return e->verb && next < k->evs.ptr + k->evs.len && next->first == e->last && !next->dead &&
           !(k->scan->words[e->last].flags & ISN_WF_BREAK) &&
           isn_work_has(k, e->last, ISN_T_CASUALTY);
}

void isn_count_pass_roles(isn_work *k) {
    for (uint32_t i = 0; i < k->evs.len; i++) {
        isn_ev *e = &k->evs.ptr[i];
        inherit_effect(k, i);
        suffers_effect(k, i);
        struck_people(k, e);
        if (e->another) {
            isn_take *one = isn_count_add(e, ISN_NONE, ISN_NONE, e->effect, e->harm);
            *one = (isn_take){.number = ISN_NONE,
                              .entity = ISN_NONE,
                              .what = e->effect,
                              .harm = e->harm,
                              .self = true,
                              .from = e->first,
                              .to = e->last};
            continue;
        }
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
        if (killed_after(k, e, him) || counted_as_fallen(k, e))
            continue;
        if (n != ISN_NONE ? !counted_alive(k, n, e->effect, e->sentence) : uncounted(k, e, him))
            take_entity(k, e, him); /* طالب بالإفراج عن تسعة احتجزتهم الجماعة */
    }
    for (uint32_t i = 0; i < k->evs.len; i++)
        died_of_it(k, &k->evs.ptr[i]);
}
