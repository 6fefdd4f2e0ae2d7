/* emit_where.c: the places of a claim, and when it was. */
#include "claim/emitwork.h"

/* منطقة العملية، مناطق الاشتباك، مواقع الإطلاق: where the deed was, says the deed. */
static bool of_the_deed(const isn_work *k, const isn_entity *x) {
    uint32_t last = x->last - 1;
    return x->row == ISN_NO_ROW && x->table == ISN_T_PLACEWORD && last > x->first &&
           isn_work_pre(k, last, 0) & ISN_CL_AL &&
           (isn_role_cue(k, last, ISN_CUE_DEED) ||
            (x->place_type == ISN_PT_REGION && isn_work_has(k, last, ISN_T_TRIGGER) &&
             !isn_work_has(k, last, ISN_T_PLACE) && !isn_work_has(k, last, ISN_T_NAME)));
}

/* مواقع التواصل الاجتماعي: what people write on, where nothing took place. */
static bool is_channel(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    return isn_work_has(k, w, ISN_T_CHANNEL) &&
           isn_match_sense(&hit, k->scan, w, ISN_T_CHANNEL) != NULL && hit->last > w + 1;
}

/* المبنى، السجن: a building that is only called one tells nobody where; nor does القطاع الخامس, المنطقة الحدودية beside a name. */
static bool some_place(const isn_work *k, const isn_entity *x, bool alone) {
    bool area = x->place_type == ISN_PT_REGION && x->flags & ISN_EF_GENERIC && !alone &&
                !(x->flags & (ISN_EF_NEAR | ISN_EF_DIRECTION));
    if (x->flags & ISN_EF_GENERIC && x->place_type == ISN_PT_COUNTRY)
        return true; /* في البلاد، خارج البلاد */
    if (of_the_deed(k, x))
        return true;
    return x->row == ISN_NO_ROW &&
           (area || (x->place_type == ISN_PT_SITE && x->last == x->first + 1));
}

/* البلدة، المنطقة, of which nothing tells which it is; not المستشفى, for there are several in a town. */
static bool unnamed(const isn_work *k, const isn_entity *x) {
    bool area = x->place_type >= ISN_PT_REGION && x->place_type <= ISN_PT_CAMP;
    return area && !x->id.len && !(x->flags & ISN_EF_NAMED) && x->last == x->first + 1 &&
           isn_work_pre(k, x->first, x->reading) & ISN_CL_AL;
}

static void add_place(isn_work *k, isn_draft *d, const isn_entity *x) {
    isn_mark m =
        x->head > x->first ? isn_emit_mark(k, x->head, x->last, 0) : isn_emit_mark_entity(k, x);
    for (uint32_t j = 0; j < d->places.len; j++)
        if (d->places.ptr[j].mark.start == m.start ||
            (x->id.len && isn_str_eq(d->places.ptr[j].id, x->id)))
            return;
    isn_rec_place *p = ISN_PUSH(k->arena, &d->places);
    *p = (isn_rec_place){.mark = m,
                         .id = x->id,
                         .name = x->name,
                         .country = isn_emit_country_code(k, x),
                         .lat = x->lat,
                         .lon = x->lon,
                         .precision = x->precision,
                         .basis = x->basis,
                         .unnamed = unnamed(k, x),
                         .seat = is_channel(k, x->first)};
    if (x->table == ISN_T_PLACE)
        p->admin1 = isn_lex_str(k->lex, ISN_T_PLACE, x->row, ISN_PLACE_ADMIN1);
    isn_emit_rule(k, d, "places", x->table, x->row, "place", m);
}

/* بلدة بيتا جنوب نابلس: where the town lies that the gazetteer has is no second place. */
static bool tells_where(const isn_work *k, const isn_ev *e, uint32_t place) {
    if (!(isn_work_entity(k, place)->flags & ISN_EF_DIRECTION))
        return false;
    for (uint32_t i = 0; i < e->places.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->places.ptr[i]);
        if (x->container == place && x->lat != ISN_NO_INT)
            return true;
    }
    return false;
}

/* The entity that ends right before the word, or NULL. */
static const isn_entity *ends_at(const isn_work *k, uint32_t word) {
    uint32_t c = word > 0 ? k->m->entities.cover[word - 1] : ISN_NONE;
    return c != ISN_NONE && isn_work_entity(k, c)->last == word ? isn_work_entity(k, c) : NULL;
}

/* Where the age in signs begins that ends right before the word: الشاب فلان (23 عاما) من; the word itself where none does. */
static uint32_t before_age(const isn_work *k, uint32_t word) {
    enum { WORDS = 4 };
    uint16_t behind = k->scan->words[word].flags & (ISN_WF_UNPAREN | ISN_WF_COMMA);
    uint16_t before = behind & ISN_WF_UNPAREN ? ISN_WF_PAREN : behind;
    bool number = false;
    for (uint32_t w = word; behind && w-- > 0 && word - w <= WORDS;) {
        number |= k->m->numbers.at[w] != ISN_NONE;
        if (k->scan->words[w].flags & before)
            return number ? w : word;
    }
    return word;
}

/* عاملان من ولاية كذا، شاب من مدينة كذا: where they were from whom it befell; مستوطنون من بؤرة كذا: where those are from who did it. */
static bool home_of(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    if (x->first < 2 || k->fn[x->first - 1] != ISN_FN_MIN ||
        k->scan->words[x->first].flags & ISN_WF_BREAK & ~(unsigned)ISN_WF_QUOTE)
        return false;
    const isn_entity *whom = ends_at(k, before_age(k, x->first - 1));
    bool harmed = e->effect == ISN_WHAT_KILLED || e->effect == ISN_WHAT_WOUNDED ||
                  (!e->effect && e->event == ISN_EV_ASSAULT); /* اشتبكت مع مسلحين من كذا قرب كذا */
    if (whom == NULL)
        return false;
    for (uint32_t i = 0; i < e->actors.n; i++)
        if (isn_work_entity(k, e->actors.ptr[i]) == whom && isn_type_deed(e->event))
            return true;
    return harmed && (whom->kind == ISN_ENT_PEOPLE || whom->kind == ISN_ENT_PERSON);
}

/* توفي في مستشفى كذا متأثرا بجراحه، وصلت الجثث إلى مستشفى كذا في دير البلح: where they were taken, or what that stands in. */
static bool sickbed(const isn_work *k, const isn_ev *e, const isn_entity *x, uint32_t at) {
    if (!(e->flags & ISN_TG_CASUALTY))
        return false;
    if (isn_work_site(k, x) == ISN_SEC_MED)
        return true;
    bool named = x->flags & ISN_EF_NAMED; /* نقلوا إلى مستشفى داخل المخيم: where they were hurt */
    for (uint32_t i = at; named && i-- > 0 && k->m->entities.ptr[i].last + 1 >= x->first;)
        if (k->m->entities.ptr[i].container == at)
            return isn_work_site(k, &k->m->entities.ptr[i]) == ISN_SEC_MED;
    return false;
}

void isn_emit_drop_loose_places(isn_draft *d) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < d->places.len; i++)
        kept += !d->places.ptr[i].loose;
    if (kept == 0 || kept == d->places.len)
        return;
    uint32_t n = 0;
    for (uint32_t i = 0; i < d->places.len; i++)
        if (!d->places.ptr[i].loose)
            d->places.ptr[n++] = d->places.ptr[i];
    d->places.len = n;
}

/* حي كذا بمدينة كذا: the named place that lies in this one, told right before it; NULL where the deed has it already. */
static const isn_entity *held_by(const isn_work *k, const isn_ev *e, uint32_t place) {
    enum { BETWEEN = 2 };
    uint32_t first = isn_work_entity(k, place)->first;
    for (uint32_t i = place; i-- > 0;) {
        const isn_entity *x = &k->m->entities.ptr[i];
        if (x->last + BETWEEN < first)
            return NULL;
        if (x->kind != ISN_ENT_PLACE || x->container != place)
            continue;
        for (uint32_t j = 0; j < e->places.n; j++)
            if (e->places.ptr[j] == i)
                return NULL;
        bool house =
            x->place_type == ISN_PT_SITE && x->table != ISN_T_PLACE; /* مستشفى كذا بالمدينة */
        return x->flags & ISN_EF_NAMED && !(x->flags & ISN_EF_WEAK) && !house ? x : NULL;
    }
    return NULL;
}

void isn_emit_add_places(isn_work *k, isn_draft *d, const isn_ev *e) {
    for (uint32_t i = 0; i < e->places.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->places.ptr[i]);
        bool aside = x->flags & ISN_EF_CONTAINER && tells_where(k, e, e->places.ptr[i]);
        if (e->places.n > 1 && x->table == ISN_T_COUNTRY &&
            (x->flags & (ISN_EF_CONTAINER | ISN_EF_CAPITAL | ISN_EF_DIRECTION)) == ISN_EF_CONTAINER)
            continue; /* تعرض حقل العمر في سوريا لقصف */
        if (x->referent != UINT32_MAX)
            x = isn_work_entity(k, x->referent); /* عند مدخل الفندق: the hotel that was named */
        if (some_place(k, x, e->places.n == 1))
            continue;
        const isn_entity *held = held_by(k, e, e->places.ptr[i]);
        if (held != NULL)
            add_place(k, d, held);
        uint32_t n = d->places.len;
        add_place(k, d, x);
        if (d->places.len > n) {
            d->places.ptr[n].aside = aside;
            d->places.ptr[n].loose =
                home_of(k, e, x) || sickbed(k, e, x, e->places.ptr[i]) ||
                (n > 0 && d->places.ptr[n - 1].loose && i > 0 &&
                 isn_work_entity(k, e->places.ptr[i - 1])->container == e->places.ptr[i]);
        }
    }
}

static bool local(const isn_entity *x) {
    return x->kind == ISN_ENT_PLACE && x->table != ISN_T_COUNTRY && x->flags & ISN_EF_NAMED &&
           !(x->flags & (ISN_EF_CAPITAL | ISN_EF_WEAK));
}

/* قضت محكمة الجنايات في تونس بسجن الوزير: where those sit who did it. Of what is said it tells nothing. */
void isn_emit_place_of_actors(isn_work *k, isn_draft *d, const isn_ev *rep) {
    bool sits = rep->event == ISN_EV_SANCTION || rep->event == ISN_EV_COERCE ||
                (rep->event == ISN_EV_ACCUSE && !(rep->flags & ISN_TG_SPEECH));
    for (uint32_t i = 0; sits && !d->places.len && i < rep->actors.n; i++) {
        uint32_t at = rep->actors.ptr[i], last = isn_work_entity(k, at)->last;
        for (uint32_t j = at + 1; j < k->m->entities.len && k->m->entities.ptr[j].first < last;
             j++) {
            const isn_entity *x = isn_work_entity(k, j);
            uint8_t fn = isn_clause_prep(k, x->first, x->reading);
            bool theirs = rep->event == ISN_EV_COERCE && fn == ISN_NO_FN && local(x) &&
                          isn_work_entity(k, at)->sector == ISN_SEC_COP; /* ألقت مباحث كفر الدوار */
            if (x->kind == ISN_ENT_PLACE && (fn == ISN_FN_FI || fn == ISN_FN_BI || theirs))
                add_place(k, d, x);
        }
    }
}

/* وقفة أمام مديرية الأمن، أمام السفارة الفرنسية: the house in front of which it is, though it is a body's name. */
void isn_emit_place_in_front(isn_work *k, isn_draft *d, const isn_ev *rep) {
    enum { NEAR = 14 };
    uint32_t s1 = k->scan->sentence_word[rep->sentence + 1];
    for (uint32_t w = rep->last; rep->event == ISN_EV_PROTEST && w + 1 < s1 && w < rep->last + NEAR;
         w++) {
        if (k->fn[w] != ISN_FN_FRONT)
            continue;
        uint32_t at = w + 1; /* أمام مقر المحكمة */
        at += k->m->entities.cover[at] == ISN_NONE && at + 1 < s1 &&
              isn_work_has(k, at, ISN_T_PLACEWORD);
        uint32_t c = k->m->entities.cover[at];
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        if (x == NULL || x->kind != ISN_ENT_ACTOR || x->first != at || x->table != ISN_T_ORGWORD ||
            x->flags & ISN_EF_ARMED)
            continue;
        uint32_t land = k->m->story.country;
        isn_mark m = at > w + 1 ? isn_emit_mark(k, w + 1, x->last, 0) : isn_emit_mark_entity(k, x);
        *ISN_PUSH(k->arena, &d->places) =
            (isn_rec_place){.mark = m,
                            .country = land != ISN_NO_ROW ? isn_lex_str(k->lex, ISN_T_COUNTRY, land,
                                                                        ISN_COUNTRY_ISO3)
                                                          : (isn_str){0},
                            .lat = ISN_NO_INT,
                            .lon = ISN_NO_INT,
                            .precision = 1};
        isn_emit_rule(k, d, "places", x->table, x->row, "place", m);
        return;
    }
}

/* قتلوا تسعة قرب البلدة وخطفوا 14، أدى إلى مقتل جنديين وأسر أربعة: the dead and the captives of one deed, told apart. */
static bool twins(const isn_work *k, const isn_ev *a, const isn_ev *b) {
    bool taken = a->effect == ISN_WHAT_CAPTURED, other = b->effect == ISN_WHAT_CAPTURED;
    if (a->event != ISN_EV_ASSAULT || b->event != ISN_EV_ASSAULT || taken == other || !a->effect ||
        !b->effect || a->verb != b->verb || a->dead || b->dead)
        return false;
    const isn_ev *later = a->first > b->first ? a : b;
    bool one = !a->verb || (a->actors.n && b->actors.n && a->actors.ptr[0] == b->actors.ptr[0]);
    return one && isn_work_pre(k, later->first, later->reading) & ISN_CL_WAW;
}

void isn_emit_place_of_twin(isn_work *k, isn_draft *d, const isn_ev *rep) {
    enum { NEAR = 24 };
    for (uint32_t i = k->sentence_ev[rep->sentence];
         i < k->sentence_ev[rep->sentence + 1] && !d->places.len; i++) {
        const isn_ev *q = &k->evs.ptr[i];
        uint32_t far = q->first > rep->first ? q->first - rep->first : rep->first - q->first;
        if (far == 0 || far > NEAR || !twins(k, rep, q))
            continue;
        for (uint32_t j = k->sentence_ev[rep->sentence]; j < k->sentence_ev[rep->sentence + 1]; j++)
            if (k->evs.ptr[j].group == q->group && !k->evs.ptr[j].dead)
                isn_emit_add_places(k, d, &k->evs.ptr[j]);
    }
}

static bool harms(const isn_ev *e) {
    return e->event == ISN_EV_ASSAULT || e->event == ISN_EV_COERCE || e->event == ISN_EV_PROTEST;
}

/* طار إلى أربيل واجتمع برئيس الإقليم: where they went whom the verb of meeting shares with the one before, or NULL. */
static const isn_entity *went_to(const isn_work *k, const isn_ev *rep) {
    enum { NEAR = 4 };
    for (uint32_t w = rep->first; w-- > rep->part_first && rep->first - w <= NEAR;) {
        uint32_t c = k->m->entities.cover[w];
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        if (x == NULL || x->kind != ISN_ENT_PLACE || !(x->flags & ISN_EF_NAMED))
            continue;
        return isn_clause_prep(k, x->first, x->reading) == ISN_FN_ILA ? x : NULL;
    }
    return NULL;
}

/* اقتحمت القوات بلدة كذا واعتقلت خمسة شبان, زار بلدة كذا والتقى وجهاءها: the second verb has the place of the first, as it has its
 * subject. */
void isn_emit_place_of_same_doer(isn_work *k, isn_draft *d, const isn_ev *rep) {
    enum { NEAR = 16 };
    bool meets = rep->event == ISN_EV_CONSULT && rep->verb;
    bool and = isn_work_pre(k, rep->first, rep->reading) & ISN_CL_WAW;
    if (d->places.len || !rep->shared || !rep->actors.n || (!harms(rep) && !meets) ||
        rep->type == ISN_TY_TALLY)
        return;
    for (const isn_ev *q = rep; q-- > k->evs.ptr && q->sentence == rep->sentence;) {
        if (rep->first - q->last > NEAR || q->flags & ISN_TG_SPEECH)
            break;
        if ((meets ? q->event != rep->event : !harms(q)) || !q->verb || !q->actors.n ||
            !q->places.n)
            continue;
        const isn_entity *x = isn_work_entity(k, q->places.ptr[0]);
        bool on = and&&x->first >= q->last &&
                  x->flags & ISN_EF_NAMED; /* أوقفت قاربا قبالة كذا واعتقلت خمسة */
        if ((on || isn_role_enters(k, q)) && q->actors.ptr[0] == rep->actors.ptr[0])
            isn_emit_add_places(k, d, q);
        return;
    }
    const isn_entity *x = meets && and? went_to(k, rep) : NULL;
    if (x != NULL)
        add_place(k, d, x);
}

/* ما أدى إلى إصابة سائقها: is it told as what came of the thing before? */
static bool came_of(const isn_work *k, const isn_ev *e) {
    bool found = false;
    for (uint32_t i = k->sentence_ev[e->sentence]; !found && i < k->sentence_ev[e->sentence + 1];
         i++) {
        const isn_ev *q = &k->evs.ptr[i];
        found = q->group == e->group && q->verb && isn_work_framed(k, q->row, ISN_FR_RESULT);
    }
    return found && e->effect;
}

/* The places of the deed; beside a town no building that a crowd stood at. */
static void add_towns(isn_work *k, isn_draft *d, const isn_ev *e) {
    bool town = false;
    for (uint32_t i = 0; i < e->places.n; i++)
        town |= isn_work_entity(k, e->places.ptr[i])->place_type != ISN_PT_SITE;
    isn_ev some = *e;
    some.places.n = 0;
    for (uint32_t i = 0; i < e->places.n; i++)
        if (!town || isn_work_entity(k, e->places.ptr[i])->place_type != ISN_PT_SITE)
            isn_refs_add(&some.places, e->places.ptr[i]);
    isn_emit_add_places(k, d, &some);
}

/* تجمعوا في شارع كذا، قبل أن تفرقهم الشرطة; أحرقوا الإطارات وقطعوا الطريق: a crowd, what it does, and who breaks it up. */
static bool of_one_crowd(const isn_ev *e, const isn_ev *before) {
    return e->event == ISN_EV_PROTEST
               ? harms(before)
               : before->event == ISN_EV_PROTEST && e->mode == ISN_MODE_CROWD_CONTROL;
}

/* أطلقوا النار على حافلة قرب كذا، ما أدى إلى إصابة سائقها: the place of what was told last before it in the sentence. */
void isn_emit_place_of_cause(isn_work *k, isn_draft *d, const isn_ev *rep) {
    if (d->places.len || rep->tally ||
        (rep->event != ISN_EV_ASSAULT && rep->event != ISN_EV_PROTEST))
        return;
    bool came = rep->event == ISN_EV_ASSAULT && came_of(k, rep);
    for (const isn_ev *q = rep; q-- > k->evs.ptr && q->sentence == rep->sentence;) {
        if (!harms(q) || q->group == rep->group || q->beside != rep->beside || q->dead)
            continue;
        if (!q->places.n && rep->event != ISN_EV_PROTEST)
            continue;
        if ((came || of_one_crowd(rep, q)) && q->places.n &&
            isn_work_entity(k, q->places.ptr[0])->first < rep->first)
            add_towns(k, d, q);
        return;
    }
}

/* اعتقلت القوات ثلاثة شبان بعد اقتحامها بلدة كذا، خلال مداهمة منازل في كذا: where those were whom it took. */
void isn_emit_place_of_raid(isn_work *k, isn_draft *d, const isn_ev *rep) {
    enum { NEAR = 20 };
    uint32_t end = k->evs.len;
    bool deed = rep->event == ISN_EV_COERCE || rep->effect;
    for (const isn_ev *q = rep; deed && rep->verb && !d->places.len && ++q < k->evs.ptr + end &&
                                q->sentence == rep->sentence;) {
        uint32_t w = q->first > 0 ? q->first - 1 : 0;
        if (q->verb || q->first - rep->last > NEAR)
            return;
        bool behind = k->fn[w] == ISN_FN_AFTER || isn_role_cue(k, w, ISN_CUE_CAUSE) ||
                      isn_role_during(k, w) || k->fn[w] == ISN_FN_FI;
        if (behind && q->places.n && isn_role_enters(k, q))
            isn_emit_add_places(k, d, q);
    }
}

/* هاجموا منازل وأحرقوا سيارتين في قرية كذا: the first verb has the place of the second, which goes on right behind it. */
void isn_emit_place_of_next(isn_work *k, isn_draft *d, const isn_ev *rep) {
    enum { NEAR = 6 };
    bool deed = rep->event == ISN_EV_ASSAULT || rep->event == ISN_EV_COERCE;
    const isn_ev *q = rep + 1;
    if (d->places.len || !deed || !rep->verb || !rep->actors.n || rep->type == ISN_TY_TALLY)
        return;
    while (q < k->evs.ptr + k->evs.len && q->sentence == rep->sentence &&
           (q->dead || q->group == rep->group))
        q++;
    if (q == k->evs.ptr + k->evs.len || q->sentence != rep->sentence || !q->verb || !q->shared ||
        !q->places.n || !q->actors.n || q->actors.ptr[0] != rep->actors.ptr[0] ||
        q->event != rep->event || q->first - rep->last > NEAR ||
        k->scan->words[q->first].flags & ISN_WF_BREAK ||
        !(isn_work_pre(k, q->first, q->reading) & ISN_CL_WAW))
        return;
    if (isn_work_entity(k, q->places.ptr[0])->first > q->last)
        isn_emit_add_places(k, d, q);
}

/* هاجموا المدينة: a place that is not named. */
static bool no_name(const isn_work *k, const isn_draft *d, const isn_ev *rep) {
    if (d->places.len != 1 || rep->places.n != 1)
        return false;
    return !(isn_work_entity(k, rep->places.ptr[0])->flags & ISN_EF_NAMED);
}

/* Who tells of a deed that has no place, or NULL; his entity. */
static const isn_entity *teller_of(const isn_work *k, const isn_draft *d, const isn_ev *rep,
                                   uint32_t *entity) {
    if ((d->places.len && !no_name(k, d, rep)) || rep->chain == ISN_NONE ||
        (rep->definite && !rep->verb) ||
        (rep->event != ISN_EV_ASSAULT && rep->event != ISN_EV_COERCE))
        return NULL;
    *entity = k->chains.ptr[rep->chain].link[0].entity;
    return *entity != ISN_NONE ? isn_work_entity(k, *entity) : NULL;
}

/* Does the place within the words of who tells it say where it was? Who governs it tells of it, and so do those who are told to be there
 * (السلطات المحلية في حيس); شرطة كذا, مستشفى كذا, أمن كذا and a whole province are but where they sit. */
static bool in_charge_of(const isn_work *k, const isn_entity *who, const isn_entity *x) {
    if (who->table == ISN_T_TITLE && who->sector == ISN_SEC_GOV)
        return true;
    uint8_t fn = isn_clause_prep(k, x->first, x->reading);
    return (fn == ISN_FN_FI || fn == ISN_FN_BI) && x->place_type > ISN_PT_GOVERNORATE &&
           isn_work_site(k, who) != ISN_SEC_MED;
}

/* The place within the words of the entity, or right behind it: with في, for who lives there with من or nothing too. */
static void place_of_teller(isn_work *k, isn_draft *d, uint32_t entity, bool lives) {
    const isn_entity *who = isn_work_entity(k, entity);
    uint32_t last = who->last;
    for (uint32_t j = entity + 1; j < k->m->entities.len && k->m->entities.ptr[j].first < last;
         j++) {
        const isn_entity *x = &k->m->entities.ptr[j];
        if (!local(x) || isn_work_has(k, x->first - 1, ISN_T_CHANNEL)) /* مراسل إذاعة كذا */
            continue;
        add_place(k, d, x);
        if (d->places.len)
            d->places.ptr[d->places.len - 1].seat = !lives && !in_charge_of(k, who, x);
        return;
    }
    if (last + 1 >= k->scan->nwords || k->scan->words[last].flags & ISN_WF_BREAK)
        return;
    bool in = k->fn[last] == ISN_FN_FI || (lives && k->fn[last] == ISN_FN_MIN);
    uint32_t c = in || lives ? k->m->entities.cover[last + in] : ISN_NONE;
    const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
    if (x == NULL || x->first != last + in || !local(x))
        return;
    add_place(k, d, x);
    if (d->places.len)
        d->places.ptr[d->places.len - 1].seat = !lives && !in_charge_of(k, who, x);
}

/* حاكم بريانسك, السلطات في خيرسون: a deed that has no place lies where those who tell it are in charge. */
void isn_emit_place_of_speaker(isn_work *k, isn_draft *d, const isn_ev *rep) {
    uint32_t i;
    const isn_entity *x = teller_of(k, d, rep, &i);
    if (x != NULL && !d->places.len &&
        (x->role == ISN_LINK_OFFICIAL || x->role == ISN_LINK_BELLIGERENT ||
         x->role == ISN_LINK_MEDIC))
        place_of_teller(k, d, i, false);
}

/* سكان من بلدة كذا, شهود في قرية كذا: where those live who saw it, which tells no two deeds apart. */
void isn_emit_place_of_witness(isn_work *k, isn_draft *d, const isn_ev *rep) {
    uint32_t i;
    const isn_entity *x = teller_of(k, d, rep, &i);
    if (x == NULL || x->role != ISN_LINK_WITNESS)
        return;
    bool town = d->places.len; /* "the town" is theirs */
    isn_rec_place unnamed = town ? d->places.ptr[0] : (isn_rec_place){0};
    d->places.len = 0;
    place_of_teller(k, d, i, true);
    bool same = d->places.len && isn_str_eq(unnamed.id, d->places.ptr[0].id);
    if (town && (!d->places.len || (unnamed.id.len && !same))) {
        d->places.ptr[0] = unnamed;
        d->places.len = 1;
    }
}

/* Does who tells it stand there, or those in whose words it is: شرطة كذا, مستشفى في كذا? */
static bool of_chain(const isn_work *k, const isn_ev *rep, const isn_entity *x) {
    if (rep->chain == ISN_NONE)
        return false;
    const isn_chain *chain = &k->chains.ptr[rep->chain];
    for (uint32_t i = 0; i < chain->n; i++) {
        uint32_t at = chain->link[i].entity;
        const isn_entity *who = at != ISN_NONE ? isn_work_entity(k, at) : NULL;
        if (who != NULL && x->first >= who->first && x->first <= who->last + 1)
            return true;
    }
    return false;
}

/* A named town, quarter or spot behind في, ب, على, قرب, أمام or where it begins the sentence: the place of something. */
static bool stands_there(const isn_work *k, const isn_ev *rep, uint32_t i) {
    const isn_entity *x = &k->m->entities.ptr[i];
    if (!local(x) || x->flags & ISN_EF_CONTAINER || k->m->entities.cover[x->first] != i ||
        of_chain(k, rep, x))
        return false;
    uint8_t fn = isn_clause_prep(k, x->first, x->reading);
    return fn == ISN_FN_FI || fn == ISN_FN_BI || fn == ISN_FN_ALA || x->flags & ISN_EF_NEAR ||
           (x->first > 0 && k->fn[x->first - 1] == ISN_FN_FRONT);
}

/* Is nothing else told between the words: no contrast, no words of another, no further verb but one that describes (عملية نفذتها في)? */
static bool one_clause(const isn_work *k, uint32_t from, uint32_t to, bool before) {
    for (uint32_t w = from; w < to; w++) {
        uint8_t pre = k->scan->words[w].reading[0].pre;
        bool and = pre & (ISN_CL_WAW | ISN_CL_FEH), verb = k->wc[w] & ISN_WC_VERB;
        if (k->fn[w] == ISN_FN_BUT || k->fn[w] == ISN_FN_THAT ||
            (k->fn[w] == ISN_FN_WHILE && k->scan->words[w].flags & ISN_WF_BREAK) ||
            k->wc[w] & (ISN_WC_SAY | ISN_WC_ATTRIB) || (verb && (before || and)))
            return false;
    }
    return true;
}

/* وفي كذا، توقع فلان …، وتحدث شهود عن اشتباكات; قتلت 15 في عملية نفذتها في كذا; حواجز على طريق كذا جردت الشاحنات: the one
 * place that the sentence tells where it begins, or in the clause of the deed, where none is the deed's own. */
void isn_emit_place_of_sentence(isn_work *k, isn_draft *d, const isn_ev *rep) {
    uint32_t found = ISN_NONE, s0 = rep->part_first;
    bool title = k->block_role[rep->sentence] == ISN_ROLE_TITLE;
    if (d->places.len || !isn_type_deed(rep->event) || rep->tally || rep->negative || rep->denied ||
        title)
        return;
    for (uint32_t w = s0; w < rep->part_last; w++) {
        uint32_t c = k->m->entities.cover[w];
        if (c == ISN_NONE || isn_work_entity(k, c)->first != w || !stands_there(k, rep, c))
            continue;
        if (found != ISN_NONE)
            return;
        found = c;
    }
    if (found == ISN_NONE)
        return;
    const isn_entity *x = isn_work_entity(k, found);
    bool subject = rep->verb && !(isn_work_pre(k, rep->first, rep->reading) & ISN_CL_WAW);
    if (x->first <= s0 + 1 ||
        (x->first > rep->last ? one_clause(k, rep->last, x->first, false)
                              : subject && one_clause(k, x->last, rep->first, true)))
        add_place(k, d, x);
}

/* كركوك: the town or province that heads the item of a bulletin, or ISN_NONE. */
static uint32_t head_of_item(const isn_work *k, uint32_t sentence) {
    uint32_t first = k->scan->sentence_word[sentence];
    uint32_t c = first < k->scan->nwords ? k->m->entities.cover[first] : ISN_NONE;
    if (c == ISN_NONE || k->block_role[sentence] != ISN_ROLE_BODY)
        return ISN_NONE;
    const isn_entity *x = isn_work_entity(k, c);
    return local(x) && x->last < k->scan->nwords && k->scan->words[x->last].sentence == sentence &&
                   k->scan->words[x->last].flags & ISN_WF_COLON
               ? c
               : ISN_NONE;
}

/* ديالى: عثرت القوات على …، كركوك: اعتقلت الشرطة أربعة: one head alone is a dispatch's. */
void isn_emit_place_of_item(isn_work *k, isn_draft *d, const isn_ev *rep) {
    uint32_t head = d->places.len ? ISN_NONE : head_of_item(k, rep->sentence);
    unsigned heads = 0;
    for (uint32_t s = 0; head != ISN_NONE && heads < 2 && s < k->scan->text->nsentences; s++)
        heads += head_of_item(k, s) != ISN_NONE;
    if (heads > 1)
        add_place(k, d, isn_work_entity(k, head));
}

/* طلبت الحكومة من السفير المغادرة قبل نهاية الشهر, شكل لجنة ترفع نتائجها خلال 72 ساعة: measures that give time. */
static bool gives_time(const isn_work *k, const isn_ev *rep, const isn_date *x) {
    bool kind = rep->event == ISN_EV_SANCTION
                    ? x->kind == ISN_DATE_UNTIL
                    : rep->event == ISN_EV_ACCUSE && x->kind == ISN_DATE_WITHIN;
    return kind && x->end != ISN_NO_DAY && k->m->story.published != ISN_NO_DAY &&
           x->end >= k->m->story.published;
}

/* Is the word a participle with the article, of another deed than this one? */
static bool describes_another(const isn_work *k, const isn_ev *rep, uint32_t w) {
    if (!(k->wc[w] & ISN_WC_TRIGGER) || !(isn_work_pre(k, w, 0) & ISN_CL_AL))
        return false;
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        unsigned kind = e->form & ISN_FORM_KIND;
        if (e->first == w)
            return e->group != rep->group && !e->verb &&
                   (kind == ISN_FORM_PASSIVE_PART || kind == ISN_FORM_ACTIVE ||
                    (w > 0 && k->m->entities.cover[w - 1] != ISN_NONE));
    }
    return false;
}

/* Is the word with the article a quality that ends the words of a place, and no name? */
static bool ends_place(const isn_work *k, uint32_t w) {
    uint32_t c = k->m->entities.cover[w];
    if (c == ISN_NONE || !(isn_work_pre(k, w, 0) & ISN_CL_AL))
        return false;
    const isn_entity *x = isn_work_entity(k, c);
    const isn_hit *hit; /* في محيط التقاطع: the place itself */
    const isn_sense *s = isn_work_has(k, w, ISN_T_PLACEWORD)
                             ? isn_match_sense(&hit, k->scan, w, ISN_T_PLACEWORD)
                             : NULL;
    if (s != NULL && (isn_lex_int(k->lex, ISN_T_PLACEWORD, s->row, ISN_PLACEWORD_TYPE) > 0 ||
                      isn_lex_int(k->lex, ISN_T_PLACEWORD, s->row, ISN_PLACEWORD_USE) ==
                          ISN_PU_DIRECTION)) /* عن الأحياء الشمالية */
        return false;
    return x->kind == ISN_ENT_PLACE && x->last == w + 1 && x->first < w &&
           (x->name_last <= w || x->name_first == x->name_last);
}

/* خرق للاتفاق القائم منذ عام، الأعنف منذ شهر: what it has been since then is the noun before it. */
static bool of_a_noun(const isn_work *k, const isn_ev *rep, uint32_t w) {
    if (w > 1 && k->fn[w - 2] == ISN_FN_AN && rep->event == ISN_EV_PROTEST)
        return false; /* أضرب أحدهم عن الطعام منذ الأربعاء */
    if (w > 0 && (describes_another(k, rep, w - 1) || ends_place(k, w - 1)))
        return true; /* قتل قائد في المدينة المحاصرة منذ أشهر */
    uint32_t c = w > 0 ? k->m->entities.cover[w - 1] : ISN_NONE;
    const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
    bool counted = x != NULL && x->number != ISN_NONE &&
                   k->m->numbers.ptr[x->number].first < x->first; /* مئتي أسير */
    bool held = x != NULL ? x->kind == ISN_ENT_PEOPLE && !counted
                          : w > 1 && isn_work_has(k, w - 1, ISN_T_CASUALTY) && !k->taken[w - 2];
    if (held && rep->event == ISN_EV_RETREAT)
        return true; /* أفرج عن سبعة موظفين محتجزين منذ حزيران */
    if (x != NULL && x->kind == ISN_ENT_PLACE && x->first + 1 < w &&
        isn_work_has(k, w - 1, ISN_T_PLACEWORD) && isn_work_has(k, w - 1, ISN_T_TRIGGER) &&
        isn_work_pre(k, w - 1, 0) & ISN_CL_AL)
        return true; /* where محاصرة is read as part of the place */
    if (w == 0 || k->scan->words[w].flags & ISN_WF_BREAK || k->taken[w - 1] ||
        k->m->entities.cover[w - 1] != ISN_NONE || k->wc[w - 1] & (ISN_WC_VERB | ISN_WC_TRIGGER) ||
        (w > 1 &&
         k->wc[w - 2] & ISN_WC_TRIGGER)) /* الاشتباكات المستمرة منذ الأحد: the deed's own */
        return false;
    uint32_t land =
        w > 2 ? k->m->entities.cover[w - 2] : ISN_NONE; /* الحرب الأهلية الدائرة منذ عام */
    if (w > 2 && k->wc[w - 3] & ISN_WC_TRIGGER && isn_work_pre(k, w - 2, 0) & ISN_CL_AL &&
        (land == ISN_NONE || isn_work_entity(k, land)->flags & ISN_EF_ADJ))
        return false;
    return isn_work_pre(k, w - 1, 0) & ISN_CL_AL;
}

static bool befell_few(const isn_draft *d) {
    enum { FEW = 2 };
    for (uint32_t i = 0; i < d->counts.len; i++)
        if (d->counts.ptr[i].best < 0 || d->counts.ptr[i].best > FEW)
            return false;
    return true;
}

/* قتل جنديان الجمعة رغم الهدنة السارية منذ عام، قتل قيادي مطلوب منذ 2019: what has a day of its own, or befell one or two, is
 * no sum since then. */
static bool of_one_day(const isn_draft *d, const isn_ev *rep, const isn_when_pick *p) {
    if (rep->event == ISN_EV_PROTEST)
        return false; /* إضراب منذ الأربعاء */
    if (p->date && !p->soft && p->date->kind == ISN_DATE_AT && p->date->precision == 1)
        return true;
    return rep->event == ISN_EV_ASSAULT && d->counts.len && befell_few(d);
}

/* اختطف مسلحون منذ أسبوع مهندسا: what befalls one or two at a blow did so then, and has not gone on since. */
static bool lies_back(const isn_draft *d, const isn_ev *rep, const isn_date *since) {
    return since->rule == ISN_RULE_LENGTH && since->start != ISN_NO_DAY &&
           (rep->effect || rep->event == ISN_EV_ASSAULT) && !rep->tally && !rep->reached &&
           !rep->update && d->counts.len && befell_few(d);
}

/* هدنة مدتها عشرة أيام: for how many days, as its sentence says; 0 where it does not. */
static int32_t lasting(const isn_work *k, const isn_ev *rep) {
    const isn_date *last = NULL;
    for (uint32_t w = rep->part_first; w < rep->part_last; w++) {
        uint32_t at = k->m->dates.at[w];
        const isn_date *x = at != ISN_NONE ? &k->m->dates.ptr[at] : NULL;
        if (x != NULL && x != last && x->kind == ISN_DATE_DURATION && x->days > 0)
            return x->days;
        last = x;
    }
    return 0;
}

/* خطف مسلحون تاجرا منذ ثلاثة أيام، قتل أربعة منذ يومين بكمين: of one deed that is over it says how long ago. */
static bool so_long_ago(const isn_work *k, const isn_draft *d, const isn_ev *rep,
                        const isn_date *x) {
    enum { FEW = 10 };
    bool deed = rep->event == ISN_EV_ASSAULT ||
                (rep->event == ISN_EV_COERCE && rep->mode == ISN_MODE_ARREST);
    if (x->kind != ISN_DATE_SINCE || (!x->days && x->start != ISN_NO_DAY) || !deed || rep->tally ||
        rep->update || rep->reached || rep->aggregate)
        return false;
    int64_t people = 0;
    for (uint32_t i = 0; i < d->counts.len; i++) {
        const isn_rec_count *n = &d->counts.ptr[i];
        if (n->what == ISN_WHAT_ACTIONS)
            return false;
        people += n->best != ISN_NO_COUNT ? n->best : n->low != ISN_NO_COUNT ? n->low : FEW;
    }
    bool done = false, blow = people <= 1 || (people < FEW && isn_type_blow(k, rep));
    for (uint32_t i = k->sentence_ev[rep->sentence]; i < k->sentence_ev[rep->sentence + 1]; i++) {
        const isn_ev *e = &k->evs.ptr[i];
        if (e->group != rep->group || e->dead)
            continue;
        bool perfect = (e->form & ISN_FORM_KIND) == ISN_FORM_PERF;
        done |= e->verb ? perfect : (e->flags & ISN_TG_CASUALTY) != 0;
        if ((e->verb && !perfect) || e->flags & ISN_TG_LASTING ||
            (!e->verb && e->flags & ISN_TG_ATTACK && (e->form & ISN_FORM_NUMBER) == ISN_FORM_PL))
            blow = false; /* قتلوا منذ يومين في اشتباكات */
    }
    return done && blow;
}

/* قتل ستة هذا الشهر، سجلت ألف هجوم خلال العام الجاري: what was done lies within what has passed of it. */
static void until_today(const isn_work *k, isn_rec_date *date, const isn_ev *rep) {
    enum { A_WEEK = 3 };
    int32_t published = k->m->story.published;
    if (!date->known || published == ISN_NO_DAY || date->start == ISN_NO_DAY ||
        date->end == ISN_NO_DAY || date->start > published || date->end <= published ||
        (date->precision < A_WEEK && rep->event != ISN_EV_ASSAULT && rep->event != ISN_EV_COERCE) ||
        rep->future || rep->modality || isn_when_promised(rep) || rep->event == ISN_EV_RETREAT ||
        rep->event == ISN_EV_COOPERATE)
        return;
    date->end = published;
    date->precision = isn_date_precision(date->start, date->end);
}

/* نفذوا منذ الثلاثاء اعتصاما، وأقدم بعضهم أمس على كذا: a sit-in, of which "since" is told nearer. */
static bool goes_on_since(const isn_ev *rep, const isn_when_pick *p) {
    uint32_t at = rep->first, since = p->since->first, day = p->date->first;
    return rep->event == ISN_EV_PROTEST &&
           (since > at ? since - at : at - since) < (day > at ? day - at : at - day);
}

/* What is told as done was done on no day to come. */
static bool still_to_come(const isn_ev *rep, const isn_date *x, int32_t published) {
    bool deed =
        rep->event == ISN_EV_AGREE || rep->event == ISN_EV_ASSAULT || rep->event == ISN_EV_COERCE;
    return deed && rep->verb && (rep->form & ISN_FORM_KIND) == ISN_FORM_PERF && !rep->future &&
           published != ISN_NO_DAY && x->start != ISN_NO_DAY && x->start > published;
}

void isn_emit_set_dates(isn_work *k, isn_draft *d, isn_ev *rep, uint32_t group) {
    isn_when_pick p = isn_when_find(k, rep, group);
    if (p.promised && rep->type == ISN_TY_INCIDENT)
        rep->type = ISN_TY_COMMITMENT;
    int32_t published = k->m->story.published;
    bool meets = isn_when_has_day(rep);
    if (p.date && p.deadline && p.date->kind == ISN_DATE_PERIOD && p.date->end > published &&
        p.deadline->kind == ISN_DATE_AT)
        p.deadline =
            NULL; /* طيلة أيام العيد، من السبت ولمدة أربعة أيام: how long, and not by when */
    bool ago = p.since && !p.date && lies_back(d, rep, p.since);
    if (p.since && !rep->tally && !ago &&
        (of_a_noun(k, rep, p.since->first) || of_one_day(d, rep, &p)))
        p.since = NULL;
    const isn_date *x = p.deadline && isn_when_promised(rep) && !meets ? NULL : p.date;
    if (p.since && (rep->tally || d->counts.len || !x || goes_on_since(rep, &p)))
        x = p.since;
    if (x && x == p.date && still_to_come(rep, x, published))
        x = NULL; /* وافقا على هدنة تبدأ الأحد */
    if (x == p.date && p.soft && p.lately)
        x = NULL; /* أعلنت السبت تحييد 12 خلال يومين */
    if (x) {
        d->c.date = isn_when_of(k, x);
        d->c.date.soft = p.soft;
        if (ago) { /* a month ago to the day is more than is said */
            int32_t days = published - x->start, slack = days > 27 ? days / 2 : 0;
            d->c.date.start = x->start - slack;
            d->c.date.end = x->start + slack;
            d->c.date.precision = isn_date_precision(d->c.date.start, d->c.date.end);
        } else if (so_long_ago(k, d, rep, x)) {
            ago = true;
            if (x->start != ISN_NO_DAY)
                d->c.date.end = x->start;
        } else if (x->kind == ISN_DATE_SINCE && x->end == ISN_NO_DAY && x->start <= published)
            d->c.date.end = published; /* from a day to come on: no end is told */
        if (p.begins && d->c.date.start == d->c.date.end)
            d->c.date.end += lasting(k, rep);
        until_today(k, &d->c.date, rep);
        isn_emit_rule(k, d, "date", ISN_TABLES, ISN_NONE,
                      x->kind == ISN_DATE_SINCE && !ago ? "since" : "date", d->c.date.mark);
    }
    if (!x && p.lately) {
        d->c.date = isn_when_lately(k, p.lately);
        if (p.date && p.date->end != ISN_NO_DAY && p.date->end < d->c.date.end) {
            d->c.date.start -= d->c.date.end - p.date->end; /* أعلن الخميس: counted from then */
            d->c.date.end = p.date->end;
        }
        isn_emit_rule(k, d, "date", ISN_TABLES, ISN_NONE, "date", d->c.date.mark);
    }
    if (rep->tally && !d->c.date.known && published != ISN_NO_DAY && d->counts.len)
        d->c.date = (isn_rec_date){
            .known = true,
            .start = ISN_NO_DAY,
            .end = published,
            .precision = 5,
            .anchor = published}; /* "since the escalation began": no start is told */
    if (p.deadline && rep->event != ISN_EV_CONSULT && !rep->denied &&
        (isn_when_promised(rep) || rep->event == ISN_EV_REQUEST || gives_time(k, rep, p.deadline) ||
         rep->type == ISN_TY_ANNOUNCEMENT || rep->type == ISN_TY_COMMITMENT ||
         d->c.type == ISN_TY_COMMITMENT ||
         (p.deadline->flags & ISN_DF_DEADLINE && rep->event != ISN_EV_ASSAULT &&
          rep->event != ISN_EV_THREATEN) ||
         (rep->event == ISN_EV_THREATEN && isn_when_conditional(k, rep, p.deadline)))) {
        d->c.deadline = isn_when_of(k, p.deadline);
        isn_emit_rule(k, d, "deadline", ISN_TABLES, ISN_NONE, "deadline", d->c.deadline.mark);
    }
}
