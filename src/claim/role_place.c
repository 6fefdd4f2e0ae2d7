/* role_place.c: where it happened. */
#include "claim/rolework.h"

/* السلطات المحلية، حاكم المنطقة، رئيس البلدية: who governs there. */
static bool of_the_place(const isn_work *k, const isn_entity *who) {
    if (who->table == ISN_T_ORGWORD && who->org == ISN_NONE && who->last == who->first + 2 &&
        (who->country == ISN_NO_ROW || who->flags & ISN_EF_STATE_BY_STORY))
        return true;
    uint32_t w = who->first + 1;
    const isn_hit *hit;
    const isn_sense *s = w < who->last ? isn_match_sense(&hit, k->scan, w, ISN_T_PLACEWORD) : NULL;
    return s && isn_work_pre(k, w, 0) & ISN_CL_AL &&
           isn_lex_int(k->lex, ISN_T_PLACEWORD, s->row, ISN_PLACEWORD_TYPE) > 0;
}

/* A town, district or province, by its size; 0: none that would hold others. */
static unsigned size_around(const isn_entity *x) {
    switch (x->place_type) {
    case ISN_PT_GOVERNORATE: return 3;
    case ISN_PT_DISTRICT: return 2;
    case ISN_PT_CITY:
    case ISN_PT_TOWN:
    case ISN_PT_CAMP: return 1;
    default: return 0;
    }
}

/* وفي الإسماعيلية، أعلنت وزارة الداخلية مقتل: a body that sits in the capital, or nowhere in the land. */
static bool of_the_capital(const isn_entity *who) {
    return who->kind == ISN_ENT_ACTOR && who->table != ISN_T_TITLE &&
           (who->sector == ISN_SEC_GOV || who->sector == ISN_SEC_COP ||
            who->sector == ISN_SEC_MIL || who->sector == ISN_SEC_IGO ||
            who->sector == ISN_SEC_UNO || who->sector == ISN_SEC_NGO);
}

/* وفي عفرين، أفادت تقارير بنزوح: a town of the story's country in front of a verb of saying is where it happened, of
 * which those tell who have no office there; a capital, or Geneva, is where it was said. */
static bool told_of(const isn_work *k, const isn_refs *found, uint32_t s0, uint32_t verb) {
    uint32_t c = verb + 1 < k->scan->nwords ? k->m->entities.cover[verb + 1] : ISN_NONE;
    const isn_entity *who = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
    bool local = who != NULL && who->sector == ISN_SEC_GOV && of_the_place(k, who);
    const isn_entity *first = isn_work_entity(k, found->ptr[0]);
    local |= who != NULL && of_the_capital(who) && first->first <= s0 + 1 && size_around(first) &&
             isn_clause_prep(k, first->first, first->reading) == ISN_FN_FI;
    if (who != NULL && who->kind != ISN_ENT_SOURCE && who->kind != ISN_ENT_PEOPLE && !local &&
        who->role != ISN_LINK_MEDIC && who->role != ISN_LINK_WITNESS)
        return false;
    for (uint32_t i = 0; i < found->n; i++) {
        const isn_entity *x = isn_work_entity(k, found->ptr[i]);
        bool elsewhere = x->country != ISN_NO_ROW && x->country != k->m->story.country;
        if (x->table == ISN_T_COUNTRY || x->flags & (ISN_EF_CAPITAL | ISN_EF_GENERIC) || elsewhere)
            return false;
    }
    return true;
}

/* اقتحم بلدة، داهم بلدة، دخل بلدة: those who do it are in it from then on. */
bool isn_role_enters(const isn_work *k, const isn_ev *e) {
    int32_t object = isn_work_slot(k, e->row, ISN_FRAME_OBJECT);
    int32_t on = isn_work_slot(k, e->row, ISN_FRAME_ALA);
    int32_t into = isn_work_slot(k, e->row, ISN_FRAME_ILA);
    return object == on &&
           (object == ISN_SLOT_TARGET ? into == ISN_SLOT_PLACE : object == ISN_SLOT_PLACE);
}

/* في رام الله، داهمت القوات بلدة كذا واعتقلت أربعة: they are where they went last. */
static bool went_on(const isn_work *k, const isn_ev *e) {
    for (const isn_ev *q = e;
         e->verb && e->shared && q-- > k->evs.ptr && q->sentence == e->sentence;) {
        if (!q->verb || !q->places.n || !q->actors.n || !e->actors.n)
            continue;
        return isn_role_enters(k, q) && q->actors.ptr[0] == e->actors.ptr[0] &&
               isn_work_entity(k, q->places.ptr[0])->first >= q->last;
    }
    return false;
}

/* وفي قضاء كذا، قتل عنصران بهجوم في منطقة كذا: the place in front of the first verb holds those told behind it. */
static bool around_all(const isn_work *k, const isn_ev *e, const isn_entity *x, uint32_t s0) {
    enum { OPENING = 4 };
    unsigned size = size_around(x);
    if (x->first > s0 + OPENING)
        return false; /* هاجموا معسكرا في بلدة كذا، وقصف الجيش مواقعهم */
    bool named = size > 0 && x->flags & ISN_EF_NAMED && x->table != ISN_T_COUNTRY &&
                 !(x->flags & (ISN_EF_DIRECTION | ISN_EF_NEAR));
    bool first = true;
    for (const isn_ev *q = e; named && q-- > k->evs.ptr && q->first >= x->last; first = false)
        for (uint32_t i = 0; i < q->places.n; i++) /* اعتقلت سبعة في بلدة كذا وأربعة في غيرها */
            named &= isn_work_entity(k, q->places.ptr[i])->first < q->first;
    uint32_t next = ISN_NONE; /* استشهد 15، ورجل من مدينة كذا استشهد: the place of another */
    for (const isn_ev *q = e + 1; next == ISN_NONE && q < k->evs.ptr + k->evs.len; q++)
        if (q->verb && q->effect)
            next = q->first;
    for (uint32_t i = 0; named && i < e->places.n; i++) {
        const isn_entity *in = isn_work_entity(k, e->places.ptr[i]);
        named = in->first < next && in->first > x->first && size_around(in) < size &&
                (first || in->place_type != ISN_PT_SITE) && /* استشهد 15 بينهم اثنان في السجون */
                (in->country == x->country || in->country == ISN_NO_ROW);
    }
    return named;
}

/* في محافظات الخليل ونابلس وجنين: the places that و joins to the one at the index. */
static void add_joined(const isn_work *k, isn_ev *e, uint32_t entity) {
    uint32_t last = entity;
    for (uint32_t i = entity + 1; i < k->m->entities.len; i++) {
        const isn_entity *x = isn_work_entity(k, i);
        if (x->nested)
            continue;
        bool next = x->first == isn_work_entity(k, last)->last &&
                    isn_work_pre(k, x->first, x->reading) & ISN_CL_WAW;
        if (!isn_role_is_place(x) || (x->coord != last && !next))
            return;
        isn_refs_add(&e->places, i);
        last = i;
    }
}

/* من جهة أخرى تمكنت الشرطة بسبيطلة من: what turns to another matter stands before the first word. */
static uint32_t past_turn(const isn_work *k, uint32_t w, uint32_t end) {
    const isn_hit *hit = NULL;
    if (isn_work_has(k, w, ISN_T_CUE) && isn_role_cue(k, w, ISN_CUE_TURN))
        isn_match_sense(&hit, k->scan, w, ISN_T_CUE);
    return hit != NULL && hit->last < end ? hit->last : w;
}

/* وفي ولاية شرناق، أوقفت قوات الدرك: places in front of the verb */
void isn_role_fronted(const isn_work *k, isn_ev *e) {
    uint32_t s0 = e->first;
    isn_refs found = {0};
    while (s0 > k->s0[e->sentence] && !isn_role_sets_out(k, s0))
        s0--; /* قتل شاب في نابلس، وفي جنين أصيب */
    const uint64_t contrasts = ISN_KIND(ISN_FN_WHILE) | ISN_KIND(ISN_FN_BUT);
    bool begun =
        k->wc[s0] & ISN_WC_VERB && /* what is told first has its own place: … في كذا، فيما قصف */
        isn_work_fns(k, e->sentence, contrasts);
    for (uint32_t w = s0; begun && w < e->first; w++)
        if (k->fn[w] == ISN_FN_WHILE || k->fn[w] == ISN_FN_BUT)
            return;
    uint32_t head = k->m->entities.cover[s0];
    if (head != ISN_NONE && isn_role_is_place(isn_work_entity(k, head)) &&
        isn_work_entity(k, head)->last < e->first + 1 &&
        k->scan->words[isn_work_entity(k, head)->last].flags & ISN_WF_COLON &&
        k->m->numbers.at[isn_work_entity(k, head)->last] != ISN_NONE && !e->verb &&
        e->flags & ISN_TG_CASUALTY) {
        isn_refs_add(&e->places, head); /* البقاع: ثلاثة شهداء */
        return;
    }
    uint32_t begin = past_turn(k, s0, e->first);
    for (uint32_t w = begin; w < e->first && w < begin + 12;) {
        uint32_t c = k->m->entities.cover[w];
        if (c == ISN_NONE) {
            if (isn_role_says(k, w) && !found.n)
                return;
            if (w > begin && k->wc[w] & (ISN_WC_VERB | ISN_WC_TRIGGER | ISN_WC_SAY))
                break;
            w++;
            continue;
        }
        const isn_entity *x = isn_work_entity(k, c);
        if ((isn_role_locative(k, x) && !isn_role_in_house(k, x, ISN_FN_ILA)) ||
            isn_role_parts_of_land(k, x)) {
            uint32_t inner = x->first > s0 ? k->m->entities.cover[x->first - 1] : ISN_NONE;
            if (inner != ISN_NONE && isn_role_is_place(isn_work_entity(k, inner)) &&
                isn_work_entity(k, inner)->container == c)
                isn_refs_add(&found,
                             inner); /* اقتحموا حي كذا غرب المدينة واعتقلوا: in the quarter */
            isn_refs_add(&found, c);
        }
        w = x->last > w ? x->last : w + 1;
    }
    for (uint32_t w = s0; found.n && w < e->first; w++)
        if (isn_role_says(k, w) && !told_of(k, &found, s0, w))
            return;
    if (found.n && went_on(k, e))
        return;
    bool told = isn_role_told_where(k, e);
    for (uint32_t i = 0; i < found.n; i++)
        if (!told || around_all(k, e, isn_work_entity(k, found.ptr[i]), s0)) {
            isn_refs_add(&e->places, found.ptr[i]);
            if (!told)
                add_joined(k, e, found.ptr[i]); /* وفي درنة وبنغازي، اعتقلت */
        }
}

/* حملات دهم شملت صرمان وزوارة: a verb that reaches what stands right behind it. */
static bool reached_by(const isn_work *k, const isn_ev *e, uint32_t w) {
    for (uint32_t i = k->sentence_ev[e->sentence]; i < k->sentence_ev[e->sentence + 1]; i++) {
        const isn_ev *q = &k->evs.ptr[i];
        if (q->last == w && q->verb && isn_work_framed(k, q->row, ISN_FR_REACH))
            return true;
    }
    return false;
}

static int32_t use_of(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    if (!isn_work_has(k, w, ISN_T_PLACEWORD))
        return ISN_PU_NONE;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_PLACEWORD);
    return s ? isn_lex_int(k->lex, ISN_T_PLACEWORD, s->row, ISN_PLACEWORD_USE) : ISN_PU_NONE;
}

/* قرب وزارة الدفاع في كابول، أمام مبنى الحاكم في كويتا: the place in the words of a body whose house it was near, or ISN_NONE. */
static uint32_t by_the_house(const isn_work *k, uint32_t entity) {
    enum { BACK = 3 };
    const isn_entity *x = isn_work_entity(k, entity);
    bool near = false;
    for (uint32_t n = 1; !near && n <= BACK && n <= x->first; n++) {
        int32_t use = use_of(k, x->first - n);
        near = use == ISN_PU_NEAR || use == ISN_PU_SITE || k->fn[x->first - n] == ISN_FN_FRONT;
    }
    for (uint32_t i = entity + 1; near && i < k->m->entities.len; i++) {
        const isn_entity *in = isn_work_entity(k, i);
        if (in->first >= x->last)
            break;
        if (isn_role_is_place(in) && in->flags & ISN_EF_NAMED &&
            isn_clause_prep(k, in->first, in->reading) == ISN_FN_FI)
            return i;
    }
    return ISN_NONE;
}

/* القوات المتمركزة في حديد: behind a participle with the article that tells where somebody is posted. */
static bool posted_there(const isn_work *k, uint32_t first) {
    uint32_t w = first > 0 && k->fn[first - 1] != ISN_NO_FN ? first - 1 : first;
    if (w == 0 || !(isn_work_pre(k, w - 1, 0) & ISN_CL_AL))
        return false;
    for (uint32_t h = k->scan->word_hit[w - 1]; h < k->scan->word_hit[w]; h++)
        for (unsigned i = 0; i < k->scan->hits[h].nsenses; i++) {
            const isn_sense *s = &k->scan->hits[h].senses[i];
            if (s->table == ISN_T_TRIGGER && (s->form & ISN_FORM_KIND) == ISN_FORM_ACTIVE &&
                isn_work_trigger(k, s->row, ISN_TRIGGER_EVENT) == ISN_EV_MOBILIZE)
                return true;
        }
    return false;
}

/* The word behind the place, what holds it and what و joins to it. */
static uint32_t behind_places(const isn_work *k, uint32_t entity) {
    uint32_t w = isn_work_entity(k, entity)->last;
    for (uint32_t i = entity + 1; i < k->m->entities.len; i++) {
        const isn_entity *x = isn_work_entity(k, i);
        bool joined = isn_work_pre(k, x->first, x->reading) & ISN_CL_WAW;
        if (x->first > w + 1 || !isn_role_is_place(x) ||
            (!joined && isn_work_entity(k, i - 1)->container != i))
            break;
        w = x->last;
    }
    return w;
}

/* قصف القوات المتمركزة في جبل كذا بلدة كذا، في معسكر كذا على قرية كذا: their post, where what they struck stands right behind it. */
bool isn_role_post_of_doers(const isn_work *k, const isn_ev *e, uint32_t entity) {
    const isn_entity *post = isn_work_entity(k, entity);
    bool deed = isn_role_is_deed(e) || e->flags & ISN_TG_LIGHT; /* قصف شنته القوات المتمركزة في */
    if (!deed || !isn_role_is_place(post) || !posted_there(k, post->first))
        return false;
    uint32_t w = behind_places(k, entity);
    if (w + 1 >= k->scan->nwords || k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    uint32_t c = k->m->entities.cover[w + (k->fn[w] == ISN_FN_ALA)];
    const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
    return x != NULL && isn_role_is_place(x) && x->table != ISN_T_COUNTRY &&
           (k->fn[w] == ISN_FN_ALA ||
            (x->first == w && isn_clause_prep(k, w, x->reading) == ISN_NO_FN));
}

/* لدى قيامهم بواجبهم في كذا، أثناء مروره في كذا: what they whom it befell were about, and where. */
static bool busy_then(const isn_work *k, uint32_t w) {
    uint32_t last = w;
    while (last + 1 < k->scan->nwords && k->fn[last + 1] == ISN_FN_WHILE &&
           !(k->scan->words[last + 1].flags & ISN_WF_BREAK))
        last++;
    return !(k->scan->words[w].flags & ISN_WF_BREAK) && !isn_role_where_word(k, w) &&
           (isn_work_pronoun(k, last) != ISN_SUF_NONE ||
            (last + 1 < k->scan->nwords && isn_work_pronoun(k, last + 1) != ISN_SUF_NONE &&
             !(k->wc[last + 1] & ISN_WC_VERB)));
}

/* منع الأهالي من دخول القرية، عرقل وصول القافلة إلى المخيم: the place from which they are kept. */
static bool kept_from(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    enum { WORDS = 3 };
    bool named = x->flags & ISN_EF_NAMED || x->last > x->first + 1; /* المسجد الأقصى */
    if (!isn_role_is_place(x) || !named || x->table == ISN_T_COUNTRY ||
        !isn_work_framed(k, e->row, ISN_FR_RESTRICT))
        return false;
    uint8_t fn = isn_clause_prep(k, x->first, x->reading);
    if (fn == ISN_NO_FN)
        return x->first > e->last && isn_role_cue(k, x->first - 1, ISN_CUE_ENTRY);
    bool found = false;
    for (uint32_t w = x->first - 1;
         fn == ISN_FN_ILA && !found && w-- > e->last && x->first - w <= WORDS + 1;)
        found = isn_role_cue(k, w, ISN_CUE_ENTRY);
    return found;
}

/* قصف مدرسة تؤوي نازحين في دير البلح: a place further on in the clause, where the deed has none of its own. */
void isn_role_further_on(const isn_work *k, isn_ev *e) {
    uint32_t s1 = e->part_last;
    for (uint32_t w = e->last; w < s1 && w < e->last + 26; w++) {
        const isn_word *word = &k->scan->words[w];
        uint8_t fn = k->fn[w];
        uint32_t c = k->m->entities.cover[w];
        if (c == ISN_NONE && k->wc[w] == 0 && fn == ISN_NO_FN && k->besides.len == 0 &&
            !(word->flags & (ISN_WF_STOP | ISN_WF_COLON)))
            continue; /* most words */
        /* صدامات اندلعت بين …, وكرا يتحصن فيه: a verb that describes the noun before it ends nothing */
        bool describes = !(word->reading[0].pre & (ISN_CL_WAW | ISN_CL_FEH)) &&
                         !(word->flags & ISN_WF_BREAK) && (w > e->last || !e->verb);
        bool deed = k->wc[w] & ISN_WC_TRIGGER && k->wc[w] & ISN_WC_VERB && !describes;
        deed |= k->wc[w] & ISN_WC_TRIGGER && w >= e->last &&
                !isn_role_is_deed(e); /* حكم … لمشاركته في هجوم */
        if (isn_beside_at(k, w) != e->beside || isn_role_says(k, w) || deed ||
            k->wc[w] & ISN_WC_ATTRIB || (fn == ISN_FN_WHILE && !busy_then(k, w)) ||
            fn == ISN_FN_THAT || fn == ISN_FN_BUT || word->flags & (ISN_WF_STOP | ISN_WF_COLON))
            return;
        if (c == ISN_NONE)
            continue;
        const isn_entity *x = isn_work_entity(k, c);
        if (x->first == w && isn_role_post_of_doers(k, e, c)) {
            uint32_t next = behind_places(k, c);
            uint32_t struck = k->m->entities.cover[next + (k->fn[next] == ISN_FN_ALA)];
            isn_refs_add(&e->places, struck);
            add_joined(k, e, struck);
            return;
        }
        bool on = isn_role_is_deed(e) && isn_role_is_place(x) &&
                  x->table != ISN_T_COUNTRY && /* سقوط قذائف على الحي */
                  isn_clause_prep(k, x->first, x->reading) == ISN_FN_ALA;
        bool end = w > 0 && ((k->fn[w - 1] == ISN_FN_BAYN && isn_role_lies_between(k, x)) ||
                             (isn_role_is_place(x) && reached_by(k, e, w)));
        if (x->first == w && kept_from(k, e, x)) {
            isn_refs_add(&e->places, c);
            add_joined(k, e, c);
            return;
        }
        if (x->first == w && (isn_role_locative(k, x) || on || end) &&
            !isn_role_unnamed_road(k, c) && !isn_role_from_there(k, e, x) &&
            !isn_role_on_the_way(k, e, x) && !isn_role_of_affairs(k, e, w) &&
            !isn_role_taken_there(k, e, x) &&
            (isn_role_is_deed(e) || !isn_role_land_of_office(k, x))) {
            isn_refs_add(&e->places, c);
            add_joined(k, e, c);
            return;
        }
        uint32_t in = x->first == w && isn_role_is_deed(e) && x->kind == ISN_ENT_ACTOR
                          ? by_the_house(k, c)
                          : ISN_NONE;
        if (in != ISN_NONE) {
            isn_refs_add(&e->places, in);
            return;
        }
        w = x->last > w + 1 ? x->last - 1 : w;
    }
}

/* وفي الصومال، فجر انتحاري نفسه في العاصمة كذا، وفي العاصمة، خطف مسلحون ثلاثة في حي كذا: where what stands in front of the verb only
 * holds the place, the smaller one further on in the clause. */
void isn_role_within_fronted(const isn_work *k, isn_ev *e) {
    uint32_t n = e->places.n;
    const isn_entity *around = n == 1 ? isn_work_entity(k, e->places.ptr[0]) : NULL;
    bool land =
        around != NULL && around->table == ISN_T_COUNTRY && !(around->flags & ISN_EF_CAPITAL);
    unsigned size = around == NULL ? 0 : land ? 4 : size_around(around);
    if (!e->verb || size == 0 || around->last > e->first ||
        around->flags & (ISN_EF_DIRECTION | ISN_EF_NEAR))
        return;
    isn_role_further_on(k, e);
    for (uint32_t i = n; i < e->places.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->places.ptr[i]);
        if (!(x->flags & ISN_EF_NAMED) || x->table == ISN_T_COUNTRY || size_around(x) >= size ||
            (x->country != ISN_NO_ROW && around->country != ISN_NO_ROW &&
             x->country != around->country))
            e->places.n = n;
    }
}

/* تعرضت مساء السبت إلى اختراق: the verb before the noun that says that it befell its subject, or the noun. */
static uint32_t suffered(const isn_work *k, const isn_ev *e) {
    enum { NEAR = 8 };
    uint32_t at = (uint32_t)(e - k->evs.ptr), first = k->sentence_ev[e->sentence];
    const isn_ev *q = at > first ? e - 1 : e;
    bool verb = q->verb || (q != e && q->last < k->scan->nwords && /* إن الحي تعرض لقصف */
                            isn_work_pre(k, q->last, 0) & ISN_CL_LAM);
    bool it = verb && q->flags & ISN_TG_LIGHT && e->first - q->last <= NEAR &&
              isn_work_framed(k, q->row, ISN_FR_SUFFER);
    return it ? q->first : e->first;
}

/* قال إن منزلا في بلدة كذا استهدف، أن قاعدة في ولاية كذا تعرضت لهجوم: where that is to which it was done, between أن and the verb. */
void isn_role_of_subject(const isn_work *k, isn_ev *e) {
    enum { CLAUSE = 14 };
    uint32_t verb = e->first;
    if (!e->verb && verb > 0 && k->wc[verb - 1] & ISN_WC_VERB)
        verb--; /* تعرضت لهجوم */
    else if (!e->verb)
        verb = suffered(k, e);
    if (verb == e->first ? !e->passive && !(e->verb && !e->actors.n) : isn_role_says(k, verb))
        return;
    uint32_t that = verb;
    while (that > k->s0[e->sentence] && verb - that < CLAUSE && k->fn[that] != ISN_FN_THAT) {
        that--;
        if (k->wc[that] & (ISN_WC_VERB | ISN_WC_TRIGGER | ISN_WC_SAY))
            return;
    }
    if (k->fn[that] != ISN_FN_THAT)
        return;
    for (uint32_t w = that + 1; w < verb;) {
        uint32_t c = k->m->entities.cover[w];
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        bool itself = x != NULL && verb != e->first && isn_role_is_place(x) && w == that + 1 &&
                      x->table != ISN_T_COUNTRY; /* إن حي الزيتون تعرض لقصف */
        if (x != NULL && (itself || isn_role_locative(k, x)))
            isn_refs_add(&e->places, c);
        w = x != NULL && x->last > w ? x->last : w + 1;
    }
}

/* في قرية النبي صالح حيث قتل شاب: what حيث opens lies in the place before it. */
void isn_role_where_told(const isn_work *k, isn_ev *e) {
    enum { CLAUSE = 14 };
    if (!isn_work_fns(k, e->sentence, ISN_KIND(ISN_FN_WHILE)))
        return;
    for (uint32_t w = e->first; w-- > k->s0[e->sentence] && e->first - w < CLAUSE;) {
        if (k->wc[w] & ISN_WC_VERB)
            return;
        if (k->fn[w] != ISN_FN_WHILE)
            continue;
        if (!isn_role_where_word(k, w))
            return;
        uint32_t c = w > 0 ? k->m->entities.cover[w - 1] : ISN_NONE;
        if (c == ISN_NONE || !isn_role_is_place(isn_work_entity(k, c)))
            return;
        const isn_entity *outer = isn_work_entity(k, c);
        uint32_t inner = outer->first > 0 ? k->m->entities.cover[outer->first - 1] : ISN_NONE;
        bool held = inner != ISN_NONE && isn_work_entity(k, inner)->container == c;
        isn_refs_add(&e->places, held ? inner : c);
        return;
    }
}

/* Does the verb say of the place before it that the deed befell it? شهدت غارات، تعرضت لقصف، هاجمها مسلحون */
static bool befell_it(const isn_work *k, const isn_ev *e, uint32_t verb) {
    if (verb == e->first)
        return e->verb && !e->passive && e->actors.n &&
               k->scan->words[verb].reading[e->reading].suf != ISN_SUF_NONE;
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->first >= verb;)
        if (q->first == verb)
            return q->verb && q->flags & ISN_TG_LIGHT &&
                   isn_work_slot(k, q->row, ISN_FRAME_SUBJECT) == ISN_SLOT_TARGET;
    return false;
}

/* مدينة كذا التي شهدت غارات أمس: the place that a relative clause is about. */
void isn_role_place_told_of(const isn_work *k, isn_ev *e) {
    enum { CLAUSE = 9 };
    if (!isn_work_fns(k, e->sentence, ISN_KIND(ISN_FN_WHO)))
        return;
    for (uint32_t w = e->first; w-- > k->s0[e->sentence] && e->first - w < CLAUSE;) {
        if (k->fn[w] != ISN_FN_WHO)
            continue;
        uint32_t c = w > 0 ? k->m->entities.cover[w - 1] : ISN_NONE;
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        if (x == NULL || !isn_role_is_place(x) || x->table == ISN_T_COUNTRY ||
            !befell_it(k, e, w + 1))
            return;
        uint32_t inner = x->first > 0 ? k->m->entities.cover[x->first - 1] : ISN_NONE;
        bool held = inner != ISN_NONE && isn_work_entity(k, inner)->container == c;
        isn_refs_add(&e->places, held ? inner : c);
        return;
    }
}

/* The town named last before the word in its sentence, with nobody else behind it that a pronoun might mean, or ISN_NONE. */
static uint32_t place_meant(const isn_work *k, const isn_ev *e) {
    for (uint32_t i = k->m->entities.len; i-- > 0;) {
        const isn_entity *x = isn_work_entity(k, i);
        if (x->first >= e->first)
            continue;
        if (k->scan->words[x->first].sentence != e->sentence)
            return ISN_NONE;
        if (x->nested || x->flags & ISN_EF_CONTAINER)
            continue;
        bool town = isn_role_is_place(x) && x->flags & ISN_EF_NAMED && x->table != ISN_T_COUNTRY;
        return town ? i : ISN_NONE;
    }
    return ISN_NONE;
}

/* منها، فيها، إليها */
static bool there(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s = k->fn[w] == ISN_FN_OTHER && isn_work_has(k, w, ISN_T_FUNC)
                             ? isn_match_sense(&hit, k->scan, w, ISN_T_FUNC)
                             : NULL;
    if (s == NULL || hit->last != w + 1 ||
        k->scan->words[w].reading[hit->reading].suf != ISN_SUF_HA)
        return false;
    int32_t fn = isn_lex_int(k->lex, ISN_T_FUNC, s->row, ISN_FUNC_KIND);
    return fn == ISN_FN_MIN || fn == ISN_FN_FI || fn == ISN_FN_ILA;
}

/* بلدة كذا بعد انسحاب القوات منها، حاصرت مخيم كذا وقصفته: a pronoun behind it, or its own, means the place told before. */
void isn_role_there(const isn_work *k, isn_ev *e) {
    enum { NEAR = 7 };
    bool it = e->verb && !e->recipients.n && e->last == e->first + 1 &&
              k->scan->words[e->first].reading[e->reading].suf != ISN_SUF_NONE &&
              isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_TARGET;
    for (uint32_t w = e->last; !it && w < e->part_last && w < e->last + NEAR; w++) {
        if (k->scan->words[w].flags & ISN_WF_BREAK || k->wc[w] & ISN_WC_VERB)
            return;
        it = there(k, w);
    }
    uint32_t place = it ? place_meant(k, e) : ISN_NONE;
    if (place != ISN_NONE)
        isn_refs_add(&e->places, place);
}

/* Has it a place that tells where? خروجه من المسجد, في طريق فرعي: none. */
bool isn_role_told_where_of(const isn_ev *e, const isn_entities *all) {
    for (uint32_t i = 0; i < e->places.n; i++) {
        const isn_entity *x = &all->ptr[e->places.ptr[i]];
        if (!(x->flags & ISN_EF_GENERIC) || x->place_type != ISN_PT_SITE ||
            x->last > x->first + 1 || x->referent != UINT32_MAX)
            return true;
    }
    return false;
}

/* مقتل مختار في بلدة كذا، غارة على رتل قرب كذا، سلال لنازحي كذا: a place that was read as part of whom it was done to. */
void isn_role_within_victims(const isn_work *k, isn_ev *e) {
    bool told = isn_role_told_where(k, e);
    for (uint32_t i = 0; i < e->recipients.n; i++) {
        uint32_t at = e->recipients.ptr[i];
        const isn_entity *whom = isn_work_entity(k, at);
        for (uint32_t j = at + 1; j < k->m->entities.len; j++) {
            const isn_entity *x = isn_work_entity(k, j);
            if (x->first > whom->last)
                break;
            bool theirs = whom->kind == ISN_ENT_PEOPLE && x->first == whom->first + 1 &&
                          isn_clause_prep(k, whom->first, whom->reading) != ISN_FN_MIN &&
                          !(k->scan->words[x->first].flags & ISN_WF_BREAK) &&
                          isn_clause_prep(k, x->first, x->reading) == ISN_NO_FN;
            bool inner = x->container != ISN_NONE && isn_refs_has(&e->places, x->container);
            if (isn_role_is_place(x) && x->table != ISN_T_COUNTRY && x->flags & ISN_EF_NAMED &&
                (isn_role_locative(k, x) || theirs) && (!told || inner))
                isn_refs_add(&e->places,
                             j); /* جنديين في بلدة كذا بولاية كذا: and not in the province alone */
        }
    }
}

/* خطف مزارع من قرية كذا جنوب كذا، سيدة من بلدة كذا توفيت: where nothing else, or only what holds it, tells where, the home of whom it
 * befell. */
void isn_role_home_of_victims(const isn_work *k, isn_ev *e) {
    for (uint32_t i = 0; i < e->recipients.n; i++) {
        const isn_entity *whom = isn_work_entity(k, e->recipients.ptr[i]);
        uint32_t w = whom->last;
        uint32_t c =
            w + 1 < k->scan->nwords && k->fn[w] == ISN_FN_MIN &&
                    !((k->scan->words[w].flags | k->scan->words[w + 1].flags) & ISN_WF_BREAK)
                ? k->m->entities.cover[w + 1]
                : ISN_NONE;
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        bool taken = e->effect == ISN_WHAT_CAPTURED && e->verb; /* خطف ضابطا من مدينة كذا */
        if ((whom->kind != ISN_ENT_PEOPLE && !taken) || x == NULL || x->first != w + 1 ||
            !isn_role_is_place(x) || x->table == ISN_T_COUNTRY || !(x->flags & ISN_EF_NAMED))
            continue;
        bool only = x->container != ISN_NONE;
        for (uint32_t j = 0; j < e->places.n; j++)
            only &= e->places.ptr[j] == x->container;
        if (only || !isn_role_told_where(k, e))
            isn_refs_add(&e->places, c);
    }
}

/* اعتقلت 13 مواطنا: خمسة من مخيم كذا، وأربعة من بلدة كذا: where those were of whom the figure is made up. */
void isn_role_parts_of_figure(const isn_work *k, isn_ev *e) {
    uint32_t last = e->last;
    for (uint32_t w = e->last + 2; w < e->part_last; w++) {
        if (k->wc[w] & ISN_WC_VERB && k->wc[w] & ISN_WC_TRIGGER)
            return;
        uint32_t c = k->fn[w - 1] == ISN_FN_MIN ? k->m->entities.cover[w] : ISN_NONE;
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        bool elliptic = x != NULL && x->first == w && k->m->numbers.at[w - 2] != ISN_NONE &&
                        k->m->numbers.ptr[k->m->numbers.at[w - 2]].last == w - 1;
        if (!elliptic || !isn_role_is_place(x) || !(x->flags & ISN_EF_NAMED) ||
            x->table == ISN_T_COUNTRY)
            continue;
        if (last == e->last && !(k->scan->words[w - 2].flags & ISN_WF_COLON))
            return; /* the first of them stands behind a colon */
        isn_refs_add(&e->places, c);
        add_joined(k, e, c);
        last = x->last;
    }
}

/* What holds a place is a place of the event too. */
void isn_role_containers(const isn_work *k, isn_ev *e) {
    for (uint32_t i = 0; i < e->places.n; i++) {
        uint32_t c = isn_work_entity(k, e->places.ptr[i])->container;
        if (c != ISN_NONE)
            isn_refs_add(&e->places, c);
    }
}

/* المتمركزة، المنتشرون: shaped as a participle that begins with م. */
static bool definite_participle(const isn_work *k, uint32_t w) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *p = k->scan->text->fold + t->fold;
    return t->fold_len > 5 && p[0] == ISN_F_ALEF && p[1] == ISN_F_LAM && p[2] == ISN_F_MEEM;
}

/* قصفت القوات المتمركزة في معسكر كذا بلدة كذا: where those are posted who did it, as a quality of theirs with the article says. */
static bool their_post(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    uint32_t w = x->first;
    if (w < e->last + 3 || k->fn[w - 1] != ISN_FN_FI || !(isn_work_pre(k, w - 2, 0) & ISN_CL_AL) ||
        k->wc[w - 2] & ISN_WC_VERB)
        return false;
    for (uint32_t i = 0; i < e->actors.n; i++) {
        const isn_entity *a = isn_work_entity(k, e->actors.ptr[i]);
        if (a->first >= e->last && a->last > a->first + 1 && a->last + 1 == w &&
            !(a->flags & ISN_EF_ADJ))
            return definite_participle(k, w - 2);
        if (a->first >= e->last && a->last + 2 == w)
            return definite_participle(k, w - 2);
    }
    return false;
}

/* Without the place, what is around it, and what و joins to it: المتمركزة في جبل كذا ومعسكر كذا. */
static void drop_post(const isn_work *k, isn_ev *e, uint32_t post, uint32_t around) {
    uint32_t kept = 0, last = isn_work_entity(k, post)->last;
    for (uint32_t j = 0; j < e->places.n; j++) {
        uint32_t at = e->places.ptr[j];
        const isn_entity *y = isn_work_entity(k, at);
        bool joined = y->first == last && isn_work_pre(k, y->first, y->reading) & ISN_CL_WAW;
        if (at != post && at != around && !joined)
            e->places.ptr[kept++] = at;
    }
    e->places.n = kept;
}

void isn_role_without_posts(const isn_work *k, isn_ev *e) {
    for (uint32_t i = 0; e->event == ISN_EV_ASSAULT && i < e->places.n; i++) {
        uint32_t post = e->places.ptr[i];
        const isn_entity *x = isn_work_entity(k, post);
        uint32_t around = x->container; /* not معسكر كذا بلدة كذا: the town is what they struck */
        if (around != ISN_NONE && isn_clause_prep(k, isn_work_entity(k, around)->first,
                                                  isn_work_entity(k, around)->reading) == ISN_NO_FN)
            around = ISN_NONE;
        bool more = false;
        for (uint32_t j = 0; j < e->places.n; j++)
            more |= e->places.ptr[j] != post && e->places.ptr[j] != around &&
                    isn_work_entity(k, e->places.ptr[j])->first >= x->last;
        if (!more || !((e->verb && their_post(k, e, x)) || posted_there(k, x->first)))
            continue;
        drop_post(k, e, post, around);
        return;
    }
}

/* خاركيف، ثاني أكبر مدينة في أوكرانيا: the state of a place that was told before it, on no list with it. */
static bool land_of(const isn_work *k, const isn_ev *e, const isn_entity *state) {
    if (state->table != ISN_T_COUNTRY || state->flags & ISN_EF_CAPITAL ||
        isn_work_pre(k, state->first, state->reading) & ISN_CL_WAW)
        return false;
    for (uint32_t i = 0; i < e->places.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->places.ptr[i]);
        if (x->last <= state->first && x->table != ISN_T_COUNTRY && x->country == state->country)
            return true;
    }
    return false;
}

/* دير البلح وسط القطاع: in which part of a land the town lies that the gazetteer has. */
static bool part_around(const isn_work *k, const isn_ev *e, uint32_t at) {
    enum { REGION = 5 };
    const isn_entity *x = isn_work_entity(k, at);
    if (use_of(k, x->first) != ISN_PU_DIRECTION || x->precision < REGION)
        return false;
    for (uint32_t i = 0; i < e->places.n; i++) {
        const isn_entity *one = isn_work_entity(k, e->places.ptr[i]);
        if (one->container == at && one->lat != ISN_NO_INT)
            return true;
    }
    return false;
}

/* الفصائل الموالية لأنقرة: behind a quality with the article a government, and nowhere. */
static bool sided_with(const isn_work *k, const isn_entity *x) {
    if (!(x->table == ISN_T_COUNTRY || x->flags & ISN_EF_CAPITAL) || x->first == 0 ||
        !(isn_work_pre(k, x->first, x->reading) & ISN_CL_LAM) ||
        !(isn_work_pre(k, x->first - 1, 0) & ISN_CL_AL))
        return false;
    uint32_t before = k->m->entities.cover[x->first - 1];
    return before == ISN_NONE || !isn_role_is_place(isn_work_entity(k, before));
}

/* قرية كذا شرقي سوريا: beside a place in it the state tells nothing. */
void isn_role_without_states(const isn_work *k, isn_ev *e) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < e->places.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->places.ptr[i]);
        if (sided_with(k, x))
            continue;
        bool state = (x->table == ISN_T_COUNTRY && !(x->flags & ISN_EF_CAPITAL)) ||
                     (x->place_type == ISN_PT_REGION && x->flags & ISN_EF_GENERIC);
        if (!(state && x->flags & ISN_EF_CONTAINER) && !land_of(k, e, x) &&
            !part_around(k, e, e->places.ptr[i]))
            e->places.ptr[kept++] = e->places.ptr[i];
    }
    if (kept > 0)
        e->places.n = kept;
}

/* The place by its name that ends before the word, or ISN_NONE. */
static uint32_t named_before(const isn_work *k, uint32_t word, uint32_t s0) {
    uint32_t c = word > s0 ? k->m->entities.cover[word - 1] : ISN_NONE;
    return c != ISN_NONE && isn_role_is_place(isn_work_entity(k, c)) &&
                   isn_work_entity(k, c)->flags & ISN_EF_NAMED
               ? c
               : ISN_NONE;
}

static bool length_unit(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    if (!isn_work_has(k, w, ISN_T_UNIT))
        return false;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_UNIT);
    return s && isn_lex_int(k->lex, ISN_T_UNIT, s->row, ISN_UNIT_KIND) == ISN_U_DISTANCE;
}

/* خان بني سعد (60 كلم شمال بغداد)، منطقة كذا الواقعة على نحو مئة كلم جنوب مقديشو: the place that lies so far from this one. */
static uint32_t far_from(const isn_work *k, const isn_entity *x, uint32_t s0) {
    enum { WORDS = 5 };
    uint32_t w = x->head > x->first ? x->head : x->first;
    if (w < s0 + 3 || !length_unit(k, w - 1) ||
        (k->scan->words[w - 2].kind != ISN_TOK_NUMBER && k->m->numbers.at[w - 2] == ISN_NONE))
        return ISN_NONE;
    w = w > x->first ? x->first : w - 2;
    for (uint32_t near = w; near > s0 && w - near <= WORDS; near--) {
        if (k->m->entities.cover[near - 1] != ISN_NONE)
            return named_before(k, near, s0);
        if (k->wc[near - 1] & (ISN_WC_VERB | ISN_WC_TRIGGER) && use_of(k, near - 1) != ISN_PU_LIES)
            break;
    }
    return ISN_NONE;
}

/* ولاية تيزي وزو عاصمة منطقة القبائل: behind a place what it is called for. */
static uint32_t capital_of(const isn_work *k, const isn_entity *x, uint32_t s0) {
    const isn_hit *hit;
    const isn_sense *s = isn_work_has(k, x->first, ISN_T_PLACEWORD)
                             ? isn_match_sense(&hit, k->scan, x->first, ISN_T_PLACEWORD)
                             : NULL;
    bool city =
        s && isn_lex_int(k->lex, ISN_T_PLACEWORD, s->row, ISN_PLACEWORD_TYPE) == ISN_PT_CITY;
    bool headed = city && x->last > x->first + 1 && isn_work_has(k, x->first + 1, ISN_T_PLACEWORD);
    return headed && isn_work_pre(k, x->first, x->reading) == 0 ? named_before(k, x->first, s0)
                                                                : ISN_NONE;
}

/* بلدة شام الواقعة بين كذا وكذا، قرية كذا المحاذية لكذا: the place that is only told how it lies to this one, or ISN_NONE. */
static uint32_t told_beside(const isn_work *k, const isn_entity *x, uint32_t s0) {
    enum { PHRASE = 8 };
    for (uint32_t w = x->first; w-- > s0 && x->first - w <= PHRASE;) {
        int32_t use = use_of(k, w);
        if (use == ISN_PU_BESIDE || (use == ISN_PU_LIES && k->fn[w + 1] == ISN_FN_BAYN))
            return isn_work_pre(k, w, 0) & ISN_CL_AL ? named_before(k, w, s0) : ISN_NONE;
        if (k->wc[w] & (ISN_WC_VERB | ISN_WC_TRIGGER | ISN_WC_SAY) ||
            k->scan->words[w + 1].flags & (ISN_WF_COMMA | ISN_WF_STOP))
            break;
    }
    uint32_t place = far_from(k, x, s0);
    return place != ISN_NONE ? place : capital_of(k, x, s0);
}

/* What a place is only said to lie beside, between or far from is no place of the deed: that place is. */
void isn_role_without_neighbours(const isn_work *k, isn_ev *e) {
    for (uint32_t i = 0; i < e->places.n; i++) {
        uint32_t at = e->places.ptr[i];
        uint32_t place = told_beside(k, isn_work_entity(k, at), k->s0[e->sentence]);
        if (place == ISN_NONE)
            continue;
        uint32_t kept = 0;
        for (uint32_t j = 0; j < e->places.n; j++)
            if (e->places.ptr[j] != at && e->places.ptr[j] != place)
                e->places.ptr[kept++] = e->places.ptr[j];
        e->places.n = kept;
        isn_refs_add(&e->places, place);
        i = ISN_NONE; /* again: one is gone */
    }
}

/* المحكمة الابتدائية بتطاوين، محكمة استئناف بنغازي: a court sits in the town of its name, if not in the prison (محكمة عوفر). */
void isn_role_seat_of_court(const isn_work *k, isn_ev *e) {
    const isn_entity *x = e->actors.n ? isn_work_entity(k, e->actors.ptr[0]) : NULL;
    if (e->event != ISN_EV_SANCTION || e->mode != ISN_MODE_CONVICT || e->places.n || x == NULL ||
        x->sector != ISN_SEC_JUD)
        return;
    for (uint32_t i = e->actors.ptr[0] + 1; i < k->m->entities.len; i++) {
        const isn_entity *in = isn_work_entity(k, i);
        if (in->first >= x->last)
            return;
        if (isn_role_is_place(in) && in->flags & ISN_EF_NAMED && in->table != ISN_T_COUNTRY &&
            in->place_type != ISN_PT_SITE)
            isn_refs_add(&e->places, i);
    }
}

/* دعا النادي إلى اعتصام: who calls for it is its actor. */
void isn_role_called_for(isn_work *k, const isn_ev *call) {
    isn_ev *e = &k->evs.ptr[call->by];
    for (uint32_t i = 0; i < call->actors.n; i++)
        isn_refs_add(&e->actors, call->actors.ptr[i]);
}

bool isn_role_doer_wanted(const isn_work *k, const isn_ev *e) {
    return !e->actors.n && !e->verb &&
           isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_ACTOR;
}
