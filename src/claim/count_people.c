/* count_people.c: individuals told together (سيدة وطفلاها، الناشط فلان وثلاثة من رفاقه), and figures that one deed has of another. */
#include "claim/countwork.h"
#include "claim/cuework.h"

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
    return isn_count_and_before(k, w) || (w > 0 && k->fn[w - 1] == ISN_FN_AND);
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
    if (c == ISN_NONE || isn_work_entity(k, c)->first != w || isn_count_and_before(k, w) ||
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
void isn_count_join_individuals(isn_work *k, isn_ev *e) {
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
void isn_count_apposed_parts(const isn_work *k, isn_ev *e) {
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
void isn_count_joined_to_part(const isn_work *k, isn_ev *e) {
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
            if (first < end || first - end > FAR || !isn_count_and_before(k, first))
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
            (!k->taken[w] &&
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
           isn_count_mixed_noun(k, p, isn_count_casualty_what(k, p->noun_row));
}

/* The plural of "جثث ستة أشخاص" is of those that the figure right behind it counts. */
static bool counted_next(const isn_work *k, uint32_t number) {
    const isn_number *next = &k->m->numbers.ptr[number] + 1;
    return number + 1 < k->m->numbers.len && next->first == k->m->numbers.ptr[number].last &&
           isn_count_bodies_before(k, next);
}

/* جثتي الشابين، جثمان شهيدين، جثمانا الشهيدين: of two that stand right behind and are counted themselves. */
static bool bodies_of_two(const isn_work *k, uint32_t number, uint32_t s) {
    const isn_number *q = &k->m->numbers.ptr[number], *next = q + 1;
    return number + 1 < k->m->numbers.len && next->first == q->last && next->flags & ISN_NF_DUAL &&
           !(isn_work_pre(k, q->first, 0) & ISN_CL_AL) &&
           !(k->scan->words[next->first].flags & ISN_WF_BREAK) &&
           !(isn_work_pre(k, next->first, 0) & ISN_CL_WAW) &&
           ((next->noun_table == ISN_T_CASUALTY &&
             isn_count_casualty_what(k, next->noun_row) == ISN_WHAT_KILLED) ||
            isn_count_taken(k, number + 1, s));
}

/* سقط العشرات بين قتيل وجريح: what follows the figure says what befell them. */
static bool dead_or_wounded(isn_work *k, uint32_t number, uint32_t s) {
    const isn_number *q = &k->m->numbers.ptr[number];
    if (q->num_first == q->num_last || !isn_count_between_dead_and_wounded(k, q))
        return false;
    isn_ev *e = isn_count_harmer(k, s, q->first, ISN_WHAT_KILLED);
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
                x->what == isn_count_casualty_what(k, q->noun_row) &&
                k->m->numbers.ptr[x->number].best > q->best)
                return true;
        }
    return false;
}

/* لم يقتل في الهجوم على المعسكر سوى ثلاثة جنود، لم نخسر في المعركة إلا جنديين: what stands behind the exception did suffer it. */
static bool excepted(const isn_work *k, uint32_t number, uint32_t s) {
    const isn_number *q = &k->m->numbers.ptr[number];
    if (!q->first || k->fn[q->first - 1] != ISN_FN_EXCEPT)
        return false;
    isn_ev *e = NULL;
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        isn_ev *v = &k->evs.ptr[i];
        if (v->first < q->first && v->verb)
            e = v->effect && !v->dead && isn_cue_excepted(k, v) ? v : NULL;
    }
    uint32_t who = q->noun != ISN_NONE ? k->m->entities.cover[q->noun] : ISN_NONE;
    if (!e || !isn_count_add(e, number, who, e->effect, e->harm))
        return false;
    if (who != ISN_NONE && isn_work_entity(k, who)->kind == ISN_ENT_PEOPLE) {
        e->recipients.n = 0;
        isn_refs_add(&e->recipients, who);
    }
    return true;
}

/* و14 على يد الحركة: the figure of a share of a sum. */
static bool shared_out(isn_work *k, uint32_t number, uint32_t s) {
    for (uint32_t i = k->sentence_ev[s]; i < k->sentence_ev[s + 1]; i++) {
        isn_ev *e = &k->evs.ptr[i];
        if (e->share == number + 1 && !e->dead && e->effect)
            return isn_count_add(e, number, ISN_NONE, e->effect, e->harm) != NULL;
    }
    return false;
}

void isn_count_pass_numbers(isn_work *k) {
    const isn_numbers *numbers = &k->m->numbers;
    for (uint32_t i = 0; i < numbers->len; i++) {
        const isn_number *q = &numbers->ptr[i];
        uint32_t s = k->scan->words[q->first].sentence;
        if (k->block_role[s] == 255 || k->sentence_ev[s] == k->sentence_ev[s + 1])
            continue;
        if (shared_out(k, i, s) || isn_count_next_body(k, i, s))
            continue;
        int32_t unit = isn_count_unit_kind(k, q);
        if (unit == ISN_U_ACTION || unit == ISN_U_CASE) {
            isn_count_actions(k, i, s, unit == ISN_U_CASE);
            continue;
        }
        if (unit == ISN_U_TURN) {
            isn_count_turns(k, i, s);
            continue;
        }
        if (unit == ISN_U_FAMILY)
            isn_count_families(k, i, s);
        if (isn_count_one_more(k, q)) {
            isn_count_bare(k, i, s);
            continue;
        }
        if (!isn_count_people_number(k, q) || isn_count_taken(k, i, s) ||
            isn_count_points_back(k, q) || isn_harm_in_name(k, q))
            continue;
        isn_ev *kind = q->flags & ISN_NF_SUBSET ? isn_count_own_kind(k, q, s) : NULL;
        if (kind)
            kind->aggregate = true;
        if (q->flags & ISN_NF_SUBSET && !kind) {
            isn_ev *e = object_of_harm(k, q, s);
            if (e)
                part_suffers(k, e, i);
            else
                isn_count_part_of(k, i, s);
            continue;
        }
        if (excepted(k, i, s))
            continue;
        if (q->flags & ISN_NF_PLUS && q->noun_table == ISN_T_PEOPLE && added(k, i, s))
            continue;
        if (isn_count_names_more_of_it(k, i))
            continue;
        if (q->noun_table == ISN_T_CASUALTY &&
            (shares_figure(k, i) || counted_next(k, i) || isn_count_same_person(k, i) ||
             bodies_of_two(k, i, s)))
            continue;
        if (dead_or_wounded(k, i, s) || of_those_told(k, i, s))
            continue;
        if (q->noun_table == ISN_T_CASUALTY && isn_count_none_as_before(k, i, s))
            continue;
        if (q->noun_table == ISN_T_CASUALTY)
            isn_count_casualty(k, i, s);
        else if (isn_count_bodies_before(k, q))
            isn_count_casualty(k, i, s);
        else if (!(q->flags & (ISN_NF_SINGULAR | ISN_NF_PLURAL | ISN_NF_DUAL)))
            isn_count_bare(k, i, s);
        else if (q->flags & ISN_NF_OTHER ||
                 (q->flags & ISN_NF_DUAL && isn_count_suffered_after(k, q, s)))
            isn_count_bare(k, i, s); /* إن مدنيين اثنين قتلا */
    }
}
