/* emit_count.c: the counts of a claim by the codebook. */
#include "claim/emitwork.h"

static const char *const rule_of_quantity[] = {"exact", "at_least", "at_most",      "about",
                                               "range", "vague",    "none_reported"};

static void fill_number(isn_rec_count *c, const isn_number *q) {
    c->low = q->low;
    c->best = q->best;
    c->high = q->high;
    c->quantity = q->quantity;
    c->rule = rule_of_quantity[q->quantity];
    if (q->flags & ISN_NF_DUAL)
        c->rule = "dual";
    if (q->flags & ISN_NF_SINGULAR)
        c->rule = "singular";
}

static void soften(isn_rec_count *c, const char *why) {
    int64_t high = c->high;
    if (high == ISN_NO_COUNT && c->quantity != ISN_Q_AT_LEAST) /* about thirty: up to thirty */
        high = c->best;
    c->low = 0;
    c->best = ISN_NO_COUNT;
    c->high = high;
    c->quantity = ISN_Q_RANGE;
    c->rule = why;
}

static uint8_t side_of(const isn_work *k, const isn_take *t, const isn_number *q) {
    if (t->entity != ISN_NONE && isn_work_entity(k, t->entity)->side)
        return isn_work_entity(k, t->entity)->side;
    if (!q)
        return ISN_SIDE_UNKNOWN;
    if (q->noun_table == ISN_T_PEOPLE)
        return (uint8_t)isn_lex_int(k->lex, ISN_T_PEOPLE, q->noun_row, ISN_PEOPLE_SIDE);
    if (q->noun_table == ISN_T_CASUALTY)
        return (uint8_t)isn_lex_int(k->lex, ISN_T_CASUALTY, q->noun_row, ISN_CASUALTY_SIDE);
    return ISN_SIDE_UNKNOWN;
}

static bool subset_of(const isn_number *q) {
    return q && q->flags & ISN_NF_SUBSET;
}

/* The count that this one tells a part of, or ISN_NONE. */
static uint32_t whole_of(const isn_draft *d, const isn_take *t, const isn_number *q) {
    if (!d->counts.len || !(t->subset || subset_of(q)))
        return ISN_NONE;
    if (!t->whole)
        return d->counts.len - 1;
    for (uint32_t i = d->counts.len; i-- > 0;)
        if (d->counts.ptr[i].what == t->what)
            return i;
    return ISN_NONE;
}

static void push_of_whom(isn_work *k, isn_rec_count *into, const isn_rec_count *c) {
    isn_rec_count *list = ISN_NEW(k->arena, isn_rec_count, into->nof_whom + 1);
    if (into->nof_whom)
        memcpy(list, into->of_whom, sizeof *list * into->nof_whom);
    list[into->nof_whom++] = *c;
    into->of_whom = list;
}

/* سيدة وطفلاها: one and two are three, told by all these words. */
static void add_more(const isn_work *k, isn_rec_count *c, const isn_take *t, uint32_t first) {
    c->low += t->more;
    c->best += t->more;
    c->high += t->more;
    c->rule = "sum of individuals";
    c->mark = isn_emit_mark(k, first, t->to, 0);
}

/* وأحد مرافقيه: the و is not of the count. */
static void without_and(isn_mark *mark) {
    enum { WAW = 2 }; /* bytes */
    mark->start += WAW;
    mark->text = isn_str_of(mark->text.ptr + WAW, mark->text.len - WAW);
}

void isn_emit_one_count(isn_work *k, isn_draft *d, const isn_take *t) {
    isn_rec_count c = {.what = t->what,
                       .harm = t->harm,
                       .low = 1,
                       .best = 1,
                       .high = 1,
                       .quantity = ISN_Q_EXACT,
                       .rule = "singular"};
    const isn_number *q = t->number == ISN_NONE ? NULL : &k->m->numbers.ptr[t->number];
    const isn_entity *x = t->entity == ISN_NONE ? NULL : isn_work_entity(k, t->entity);
    if (t->self) {
        add_more(k, &c, t, t->from);
        c.rule = t->more ? c.rule : "singular";
    } else if (t->none) {
        c.low = c.best = c.high = 0;
        c.quantity = ISN_Q_NONE;
        c.rule = "none_reported";
        c.mark = isn_emit_mark(k, t->from, t->to, 0);
    } else if (q) {
        if (!t->one)
            fill_number(&c, q);
        bool named = x && x->kind == ISN_ENT_PERSON && q->flags & ISN_NF_SINGULAR;
        c.mark = named ? isn_emit_mark_entity(k, x) : isn_emit_mark(k, q->first, q->last, 0);
        if (t->more)
            add_more(k, &c, t, q->first);
        else if (q->flags & ISN_NF_AND && !named)
            without_and(&c.mark);
    } else if (x) {
        c.mark = isn_emit_mark_entity(k, x);
        if (t->more)
            add_more(k, &c, t, x->first);
        if (t->more && t->to == x->last)
            c.rule = "dual";
    } else {
        return;
    }
    c.side = side_of(k, t, q);
    c.loose = q && q->flags & ISN_NF_PLURAL && q->noun_table == ISN_T_CASUALTY;
    if (x) {
        c.who = isn_emit_mark_entity(k, x);
        c.group = x->table == ISN_T_ACTOR ? x->id : (isn_str){0};
        if (x->org != ISN_NONE && isn_work_entity(k, x->org)->id.len)
            c.group = isn_work_entity(k, x->org)->id;
    } else if (q && q->noun != ISN_NONE) {
        c.who = isn_emit_mark(k, q->noun, q->noun + 1, 0);
    }
    if (q && q->noun_table == ISN_T_UNIT &&
        isn_lex_int(k->lex, ISN_T_UNIT, q->noun_row, ISN_UNIT_KIND) == ISN_U_FAMILY)
        c.unit = "families";
    if (!c.harm && c.what == ISN_WHAT_KILLED)
        c.harm = ISN_HARM_KILLED;
    if (!c.harm && c.what == ISN_WHAT_WOUNDED)
        c.harm = ISN_HARM_WOUNDED;
    if (t->mixed && c.quantity != ISN_Q_NONE) {
        c.what = ISN_WHAT_KILLED;
        c.harm = ISN_HARM_CASUALTIES;
        soften(&c, "dead and wounded in one figure");
    } else if (c.harm == ISN_HARM_NEUTRALISED || c.harm == ISN_HARM_DETERRED) {
        soften(&c, "euphemism");
    }
    uint32_t whole = whole_of(d, t, q);
    if (whole != ISN_NONE) {
        push_of_whom(k, &d->counts.ptr[whole], &c);
        return;
    }
    for (uint32_t i = 0; i < d->counts.len; i++)
        if (d->counts.ptr[i].what == c.what && d->counts.ptr[i].mark.start == c.mark.start)
            return;
    *ISN_PUSH(k->arena, &d->counts) = c;
    bool counted = q != NULL && q->noun_table != ISN_TABLES;
    isn_emit_rule(k, d, "counts", counted ? q->noun_table : ISN_TABLES,
                  counted ? q->noun_row : ISN_NONE, c.rule, c.mark);
}
