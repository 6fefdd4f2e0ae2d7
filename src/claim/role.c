/* role.c: who does what to whom: fills the roles of each occurrence from what stands around it, by the
 * frame of its row. Needs trigger.c and cue.c; count.c and group.c go on from the roles. */
#include "claim/work.h"

bool isn_refs_has(const isn_refs *refs, uint32_t entity) {
    for (uint32_t i = 0; i < refs->n; i++)
        if (refs->ptr[i] == entity)
            return true;
    return false;
}

void isn_refs_add(isn_refs *refs, uint32_t entity) {
    if (refs->n < ISN_ROLE_MAX && !isn_refs_has(refs, entity))
        refs->ptr[refs->n++] = entity;
}

static int32_t slot_prep(const isn_work *k, const isn_ev *e, uint8_t fn) {
    switch (fn) {
    case ISN_FN_ALA: return isn_work_slot(k, e->row, ISN_FRAME_ALA);
    case ISN_FN_FI: return isn_work_slot(k, e->row, ISN_FRAME_FI);
    case ISN_FN_MIN: return isn_work_slot(k, e->row, ISN_FRAME_MIN);
    case ISN_FN_ILA: return isn_work_slot(k, e->row, ISN_FRAME_ILA);
    case ISN_FN_LI: return isn_work_slot(k, e->row, ISN_FRAME_LI);
    case ISN_FN_BI: return isn_work_slot(k, e->row, ISN_FRAME_BI);
    case ISN_FN_DIDD: return isn_work_slot(k, e->row, ISN_FRAME_DIDD);
    case ISN_FN_MAA: return isn_work_slot(k, e->row, ISN_FRAME_MAA);
    case ISN_FN_AN: return isn_work_slot(k, e->row, ISN_FRAME_AN);
    case ISN_FN_BAYN: return isn_work_slot(k, e->row, ISN_FRAME_BAYN);
    case ISN_FN_HAND: return ISN_SLOT_ACTOR;
    default: return ISN_SLOT_NONE;
    }
}

static bool is_place(const isn_entity *x) {
    return x->kind == ISN_ENT_PLACE;
}

/* States and capitals act; other places do not, nor does what lies inside or near one. */
static bool can_act(const isn_entity *x) {
    if (x->flags & (ISN_EF_NEAR | ISN_EF_DIRECTION))
        return false;
    if (x->kind == ISN_ENT_PLACE) /* not حدود تشاد */
        return x->table != ISN_T_PLACEWORD &&
               ((x->table == ISN_T_COUNTRY && x->place_type != ISN_PT_REGION) ||
                x->flags & ISN_EF_CAPITAL) &&
               !(x->flags & (ISN_EF_NEAR | ISN_EF_DIRECTION));
    return x->kind != ISN_ENT_PRONOUN;
}

/* الطريق الواصل بين الرمادي والرطبة: its ends tell where, not the word. */
static bool unnamed_road(const isn_work *k, uint32_t entity) {
    if (entity == ISN_NONE)
        return false;
    const isn_entity *x = isn_work_entity(k, entity);
    return x->place_type == ISN_PT_SITE && x->flags & ISN_EF_GENERIC && x->last < k->scan->nwords &&
           k->fn[x->last] == ISN_FN_BAYN;
}

static bool is_deed(const isn_ev *e) {
    return e->event == ISN_EV_COERCE || e->event == ISN_EV_ASSAULT || e->event == ISN_EV_PROTEST ||
           e->event == ISN_EV_MOBILIZE || e->event == ISN_EV_RETREAT;
}

/* What is done with governments, not in their capitals. */
static bool is_dealing(const isn_ev *e) {
    return e->flags & ISN_TG_SPEECH || e->event == ISN_EV_RETREAT || e->event == ISN_EV_AID ||
           e->event == ISN_EV_AGREE || e->event == ISN_EV_COOPERATE || e->event == ISN_EV_SANCTION;
}

/* قصفت الطائرات مستشفى المدينة: whose the building is that a blow falls on. */
static bool struck_site(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    bool before =
        x->flags & (ISN_EF_NEAR | ISN_EF_DIRECTION) && x->head > x->first; /* قرب مستشفى */
    return x->place_type == ISN_PT_SITE && e->event == ISN_EV_ASSAULT && !before &&
           isn_work_site(k, x) != ISN_SEC_NONE;
}

/* العدوان الإسرائيلي: the deed and who does it in one word. */
static bool is_aggression(const isn_work *k, const isn_entity *x) {
    return x->kind == ISN_ENT_ACTOR && x->table == ISN_T_ORGWORD &&
           k->wc[x->first] & ISN_WC_TRIGGER && !(k->wc[x->first] & ISN_WC_VERB) &&
           x->sector == ISN_SEC_MIL && x->head == x->first &&
           x->role != ISN_LINK_NONE; /* not كمين للجيش, a post */
}

static bool fights(const isn_entity *x) {
    return x->kind == ISN_ENT_ACTOR && x->flags & ISN_EF_ARMED;
}

/* بين الجانبين: the two that were named together last before them; their second. */
static uint32_t sides(const isn_work *k, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    if (x->table != ISN_T_ORGWORD || x->id.len || x->last > x->first + 1 ||
        (x->flags & (ISN_EF_DUAL | ISN_EF_ARMED)) != ISN_EF_DUAL)
        return ISN_NONE;
    for (uint32_t i = entity; i-- > 0;) {
        const isn_entity *y = isn_work_entity(k, i);
        if (!y->nested && y->coord != ISN_NONE && fights(y) && fights(isn_work_entity(k, y->coord)))
            return i;
    }
    return ISN_NONE;
}

/* A paper, a party, a company: what it is forbidden is done to it, not about it. */
static bool private_body(const isn_entity *x) {
    if (x->kind != ISN_ENT_ACTOR || x->flags & (ISN_EF_ADJ | ISN_EF_WEAPON))
        return false;
    switch (x->sector) {
    case ISN_SEC_NONE:
    case ISN_SEC_GOV:
    case ISN_SEC_MIL:
    case ISN_SEC_COP:
    case ISN_SEC_SPY:
    case ISN_SEC_JUD:
    case ISN_SEC_LEG: return false;
    default: return true;
    }
}

/* انتشلت طواقم الإسعاف جثة طفلة: whose body it is stands behind it. */
static bool finds_dead(const isn_work *k, const isn_ev *e) {
    return e->effect == ISN_WHAT_KILLED &&
           isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_PLACE &&
           isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_VICTIM;
}

static void give(const isn_work *k, isn_ev *e, int32_t slot, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    if (slot == ISN_SLOT_ACTOR && e->event == ISN_EV_ASSAULT && x->flags & ISN_EF_SPOKES &&
        x->org != ISN_NONE) { /* وكالة أعماق الناطقة باسم التنظيم … أنه قتل */
        entity = x->org;
        x = isn_work_entity(k, entity);
    }
    if (x->kind == ISN_ENT_PRONOUN)
        return;
    if (slot == ISN_SLOT_VICTIM && x->kind == ISN_ENT_ACTOR && x->table != ISN_T_TITLE &&
        finds_dead(k, e))
        return; /* عثرت القوات على جثة: the forces found it */
    if (x->kind == ISN_ENT_SOURCE && e->event == ISN_EV_ASSAULT && slot == ISN_SLOT_TARGET &&
        !isn_work_has(k, x->head, ISN_T_PEOPLE))
        return; /* دمرت مصدرا للوقود */
    if (slot != ISN_SLOT_ACTOR && e->event == ISN_EV_ASSAULT && is_aggression(k, x))
        return; /* حصيلة العدوان الإسرائيلي */
    uint32_t second = e->flags & ISN_TG_RECIPROCAL ? sides(k, entity) : ISN_NONE;
    if (second != ISN_NONE) {
        isn_refs_add(&e->actors, isn_work_entity(k, second)->coord);
        isn_refs_add(&e->actors, second);
        return;
    }
    bool shut =
        slot != ISN_SLOT_ACTOR &&
        (e->event == ISN_EV_COERCE || e->event == ISN_EV_SANCTION || e->event == ISN_EV_ASSAULT);
    if ((x->kind == ISN_ENT_OUTLET && !(e->flags & ISN_TG_SPEECH) && !shut) ||
        unnamed_road(k, entity) ||
        (is_place(x) && x->flags & ISN_EF_WEAK)) /* يد is a town as well */
        return; /* an outlet tells; it may be closed, banned or hit */
    if (slot == ISN_SLOT_RECIPIENT && e->event == ISN_EV_SANCTION && x->kind == ISN_ENT_ACTOR &&
        x->sector == ISN_SEC_JUD && !strcmp(isn_vocab_mode[e->mode], "convict"))
        slot =
            ISN_SLOT_ACTOR; /* حكم القضاء العسكري بالسجن: courts sentence, and are not sentenced */
    if (slot == ISN_SLOT_RECIPIENT && e->event == ISN_EV_SANCTION && is_place(x) &&
        !strcmp(isn_vocab_mode[e->mode], "convict"))
        slot = ISN_SLOT_PLACE; /* أصدرت محكمة جزاء عمان قرارا: where it sits */
    if (slot == ISN_SLOT_VICTIM && e->event == ISN_EV_ASSAULT && x->kind == ISN_ENT_ACTOR &&
        x->sector == ISN_SEC_JUD && !strcmp(isn_vocab_mode[e->mode], "targeted"))
        return; /* نفذت حكم الإعدام الصادر عن المحكمة */
    /* a drone, tanks of nobody's; مدفعية الجيش is an army's. A post or a vehicle that is struck counts. */
    bool nobodys = x->flags & ISN_EF_WEAPON && x->org == ISN_NONE && !isn_work_ours(k, x) &&
                   (x->country == ISN_NO_ROW || x->flags & ISN_EF_STATE_BY_STORY);
    if (nobodys && (slot == ISN_SLOT_ACTOR ? !isn_work_enemy(k, x) : x->role != ISN_LINK_NONE))
        return;
    if (slot == ISN_SLOT_ACTOR && e->event == ISN_EV_COERCE && !e->verb && !e->definite &&
        x->kind == ISN_ENT_PEOPLE && x->number != ISN_NONE && x->side != ISN_SIDE_ARMED)
        slot = ISN_SLOT_VICTIM; /* عمليات اعتقال 32 شخصا */
    if (slot == ISN_SLOT_WEAPON && !nobodys && x->kind == ISN_ENT_ACTOR &&
        x->flags & ISN_EF_WEAPON && isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_WEAPON)
        slot = ISN_SLOT_ACTOR; /* سقطت صواريخ إيرانية */
    switch (slot) {
    case ISN_SLOT_ACTOR:
        if (x->kind == ISN_ENT_OUTLET && !x->role)
            break;                                                 /* a platform says nothing */
        if (is_place(x) && e->event == ISN_EV_PROTEST && !e->verb) /* شل إضراب عام رام الله */
            isn_refs_add(&e->places, entity);
        else if (can_act(x) && (x->table != ISN_T_CASUALTY || e->event == ISN_EV_PROTEST))
            isn_refs_add(&e->actors, entity);
        else if (is_place(x) && e->verb && !(e->flags & ISN_TG_SPEECH) &&
                 x->flags & ISN_EF_NAMED) /* استقبل معبر رفح شاحنات */
            isn_refs_add(&e->places, entity);
        break;
    case ISN_SLOT_RECIPIENT:
    case ISN_SLOT_VICTIM:
        if (e->event == ISN_EV_SANCTION && e->recipients.n && x->table == ISN_T_PEOPLE &&
            isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) & ISN_PF_ANY)
            break; /* أعلنت السفير شخصا غير مرغوب فيه */
        if (is_place(x) &&
            (x->table != ISN_T_COUNTRY ||
             (slot == ISN_SLOT_VICTIM && e->event == ISN_EV_ASSAULT && e->effect)) &&
            !(x->flags & ISN_EF_CAPITAL && is_dealing(e))) /* داعيا أنقرة إلى */
            isn_refs_add(&e->places, entity);
        else
            isn_refs_add(&e->recipients, entity);
        break;
    case ISN_SLOT_TARGET:
        if (!is_place(x) || struck_site(k, e, x))
            isn_refs_add(&e->recipients, entity);
        if (is_place(x))
            isn_refs_add(&e->places, entity);
        break;
    case ISN_SLOT_PLACE:
        if (is_place(x))
            isn_refs_add(&e->places, entity);
        break;
    case ISN_SLOT_TOPIC: /* أغلق الجيش المعبر: what a deed is about is where it is done */
        if (is_place(x) && x->table != ISN_T_COUNTRY && is_deed(e))
            isn_refs_add(&e->places, entity);
        else if (e->event == ISN_EV_COERCE && private_body(x))
            isn_refs_add(&e->recipients, entity); /* أغلقت السلطات مقر جمعية حقوقية */
        break;
    default: break;
    }
}

/* ---- what follows the trigger ------------------------------------------------------------------------ */

typedef struct walk {
    uint32_t i, end;
    uint32_t bare;     /* noun phrases without preposition so far */
    int32_t last_slot; /* role of the phrase before, for those joined to it by و */
    uint32_t last_entity;
    uint8_t last_prep;
    bool after_comma;
    bool subset;  /* the phrase before told of some of those named: بينهم طفلان */
    bool some;    /* some of those named are the subject: أحرق بعضهم مقرا */
    bool on, off; /* a phrase with على came, with عن: هجوم … على, أفرج … عن */
    bool rides;   /* سيارة تقل موظفين: passengers follow */
    uint32_t verb; /* غارات شنتها الطائرات: behind the verb that describes the noun, or 0 */
    uint32_t deed; /* استهدف القصف البلدة: the word of the deed that is the subject, or 0 */
    bool parts; /* a pronoun stood right behind the people: who they are follows */
    uint32_t bares[ISN_ROLE_MAX]; /* the bare phrases: entities */
    uint32_t nbares;
} walk;

/* علقت التعاون العسكري مع مالي، أجرى اتصالا مع نظيره: the noun that makes the verb what it is, not another deed. */
static bool its_own_noun(const isn_work *k, const isn_ev *e, uint32_t w) {
    uint32_t with = isn_lex_list(k->lex, ISN_T_TRIGGER, e->row, ISN_TRIGGER_WITH);
    bool deed = e->event == ISN_EV_ASSAULT || e->event == ISN_EV_COERCE || e->effect ||
                e->flags & ISN_TG_WEAK;
    if (with && e->flags & ISN_TG_RECIPROCAL && w == e->last && w + 1 < k->scan->nwords &&
        !(k->wc[w] & ISN_WC_VERB) && isn_word_in_list(k->lex, &k->scan->words[w + 1], with))
        return true; /* تبادل لإطلاق النار بين كذا وكذا */
    return with && e->event && !deed && !(k->wc[w] & ISN_WC_VERB) &&
           isn_word_in_list(k->lex, &k->scan->words[w], with);
}

/* ، وفي جنين أصيب: where the next was. */
static bool sets_out(const isn_work *k, uint32_t w) {
    return isn_clause_cut(k, w) && k->scan->words[w].flags & ISN_WF_COMMA &&
           (k->fn[w] == ISN_FN_FI || k->m->dates.at[w] != ISN_NONE);
}

/* مناطق تمركز القوات، مواقع تجمع المسلحين: behind a noun that locates, where they are and nothing they did. */
static bool posting(const isn_work *k, const isn_ev *e, uint32_t w) {
    return w > e->last && isn_work_has(k, w, ISN_T_SITE) && k->wc[w] & ISN_WC_TRIGGER &&
           !k->scan->words[w].reading[0].pre && isn_role_cue(k, w - 1, ISN_CUE_MENTION);
}

static bool stops(const isn_work *k, const isn_ev *e, uint32_t w) {
    if (posting(k, e, w))
        return false;
    if (w >= e->last && k->wc[w] & (ISN_WC_TRIGGER | ISN_WC_ATTRIB) && !its_own_noun(k, e, w))
        return true;
    if (k->wc[w] & ISN_WC_VERB)
        return true;
    uint8_t fn = k->fn[w];
    bool since = fn == ISN_FN_AFTER || fn == ISN_FN_BECAUSE;
    uint32_t day = fn == ISN_FN_BEFORE ? k->m->dates.at[w] : ISN_NONE;
    if (day != ISN_NONE && k->m->dates.ptr[day].first == w)
        return false; /* قتل قبل قليل متظاهر */
    if (since && e->effect && w >= e->last && w < e->last + 2 && w + 1 < k->scan->nwords &&
        (isn_work_pronoun(k, w) || (w == e->last && isn_work_pronoun(k, w + 1))))
        return false; /* قتل إثرها مواطن، أصيب على إثرها خمسة */
    if (fn == ISN_FN_THAT || fn == ISN_FN_WHILE || fn == ISN_FN_WHICH || fn == ISN_FN_IF ||
        fn == ISN_FN_BUT || fn == ISN_FN_BECAUSE || fn == ISN_FN_AFTER || fn == ISN_FN_BEFORE)
        return true;
    if (w >= e->last && sets_out(k, w))
        return true;
    return k->scan->words[w].flags & (ISN_WF_STOP | ISN_WF_COLON);
}

static bool comma_at(const isn_work *k, uint32_t w, uint32_t s1) {
    return w < s1 && k->scan->words[w].flags & ISN_WF_COMMA;
}

/* An unfinished relative clause ends with the comma after it. */
static uint32_t skip_relative(const isn_work *k, uint32_t w, uint32_t s1) {
    uint32_t i = w + 1;
    while (i < s1 && !(k->scan->words[i].flags & ISN_WF_COMMA))
        i++;
    return i;
}

/* مسلحون، يعتقد انتماؤهم للتنظيم، عاملين: a clause between two commas that begins with a verb in the present, without
 * conjunction, describes the noun before it. The word after it, or 0. */
static uint32_t skip_aside(const isn_work *k, const isn_ev *e, uint32_t w, uint32_t s1) {
    const isn_word *word = &k->scan->words[w];
    if (w <= e->last || !(word->flags & ISN_WF_COMMA) || !(k->wc[w] & ISN_WC_VERB) ||
        k->wc[w] & ISN_WC_TRIGGER || word->reading[0].pre & (ISN_CL_WAW | ISN_CL_FEH) ||
        k->m->entities.cover[w - 1] == ISN_NONE)
        return 0;
    uint32_t i = skip_relative(k, w, s1);
    return i < s1 && i - w < 12 && !(k->wc[i] & ISN_WC_VERB) ? i : 0;
}

/* Who strikes rather than is struck: forces and their weapons, no posts, bases or vehicles. */
static bool strikes(const isn_entity *x) {
    if (x->flags & ISN_EF_WEAPON && x->role == ISN_LINK_NONE)
        return false;
    if (x->kind == ISN_ENT_PEOPLE)
        return x->side == ISN_SIDE_ARMED || x->sector == ISN_SEC_UAF;
    if (x->kind != ISN_ENT_ACTOR && !(x->kind == ISN_ENT_PLACE && x->table == ISN_T_COUNTRY))
        return false;
    return x->flags & (ISN_EF_ARMED | ISN_EF_WEAPON) || x->sector == ISN_SEC_MIL ||
           x->sector == ISN_SEC_REB || x->sector == ISN_SEC_GOV;
}

/* قتل مسلحون تسللوا إلى القرية ثلاثة رعاة: between the armed doers of a verb of harm, without the article, and those that
 * suffer, a clause without conjunction says what the doers did. Where those begin, or 0; `w` is the clause's verb. */
static uint32_t object_behind(const isn_work *k, const isn_ev *e, uint32_t w, uint32_t s1) {
    enum { CLAUSE = 10 };
    uint32_t c = w > 0 ? k->m->entities.cover[w - 1] : ISN_NONE;
    if (!e->verb || !e->effect || c == ISN_NONE)
        return 0;
    const isn_entity *x = isn_work_entity(k, c);
    if (x->kind != ISN_ENT_PEOPLE || x->first != e->last || x->last != w || !strikes(x) ||
        !(x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL)) ||
        isn_work_pre(k, x->first, x->reading) & ISN_CL_AL)
        return 0;
    for (uint32_t i = w + 2; i < s1 && i < w + CLAUSE; i++) {
        if (k->wc[i] & ISN_WC_VERB || k->scan->words[i].flags & ISN_WF_BREAK)
            return 0;
        uint32_t n = k->m->numbers.at[i], at = k->m->entities.cover[i];
        bool counted = n != ISN_NONE && k->m->numbers.ptr[n].first == i &&
                       k->m->numbers.ptr[n].noun_table == ISN_T_PEOPLE;
        bool object = at != ISN_NONE && isn_work_entity(k, at)->first == i &&
                      isn_work_entity(k, at)->kind == ISN_ENT_PEOPLE &&
                      isn_clause_accusative(k, isn_work_entity(k, at));
        if ((counted || object) && isn_clause_prep(k, i, 0) == ISN_NO_FN &&
            !(isn_work_pre(k, i, 0) & ISN_CL_WAW))
            return i;
    }
    return 0;
}

/* Where the clause ends that a verb opens between doers and those that suffer, or the end of the sentence. */
static uint32_t clause_within(const isn_work *k, const isn_ev *e, uint32_t s1) {
    const isn_ev *outer = e - 1;
    if (e == k->evs.ptr || !e->verb || outer->sentence != e->sentence)
        return s1;
    uint32_t object = object_behind(k, outer, e->first, s1);
    return object ? object : s1;
}

/* مسلحون كانوا يستقلون سيارة، …: a verb right after people without the article, without conjunction, describes them as
 * far as the comma. The word after it, or 0. */
static uint32_t skip_description(const isn_work *k, const isn_ev *e, uint32_t w, uint32_t s1) {
    const isn_word *word = &k->scan->words[w];
    if (w <= e->last || word->flags & ISN_WF_BREAK ||
        word->reading[0].pre & (ISN_CL_WAW | ISN_CL_FEH) ||
        !(k->wc[w] & ISN_WC_VERB || k->fn[w] == ISN_FN_KANA))
        return 0;
    uint32_t c = k->m->entities.cover[w - 1];
    if (c == ISN_NONE)
        return 0;
    const isn_entity *x = isn_work_entity(k, c);
    if (x->kind != ISN_ENT_PEOPLE || x->last != w ||
        isn_work_pre(k, x->first, x->reading) & ISN_CL_AL ||
        isn_clause_prep(k, x->first, x->reading) != ISN_NO_FN)
        return 0;
    uint32_t object = object_behind(k, e, w, s1);
    if (object)
        return object;
    uint32_t i = skip_relative(k, w, s1);
    return i < s1 && i - w < 14 ? i : 0;
}

/* جوي، صاروخية، عنيف: an adjective that says of what kind a deed is; no noun that may be its object. */
static bool qualifies(const isn_work *k, uint32_t w) {
    const uint32_t nouns = 1u << ISN_T_UNIT | 1u << ISN_T_PLACEWORD | 1u << ISN_T_TITLE;
    const isn_word *word = &k->scan->words[w];
    const isn_token *token = &k->scan->text->tokens[word->token];
    const uint8_t *end = k->scan->text->fold + token->fold + token->fold_len;
    if (k->fn[w] != ISN_NO_FN || k->wc[w] & (ISN_WC_VERB | ISN_WC_TRIGGER) || k->taken[w] ||
        token->kind != ISN_TOK_WORD || token->fold_len < 3)
        return false;
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_ORGWORD);
    if (s != NULL && s->form & ISN_FORM_DU && s->form & ISN_FORM_CONSTRUCT)
        return true; /* صاروخي is spelled as two missiles of somebody's */
    if (s != NULL)
        return (isn_lex_int(k->lex, ISN_T_ORGWORD, s->row, ISN_ORGWORD_FLAGS) & ISN_AF_MODIFIER) !=
               0;
    bool nisba = end[-1] == ISN_F_YEH || (end[-1] == ISN_F_HEH && end[-2] == ISN_F_YEH);
    bool people = isn_work_has(k, w, ISN_T_PEOPLE);
    return nisba && !(token->flags & ISN_TF_MAKSURA) && !people &&
           !(k->scan->word_tables[w] & nouns);
}

/* ضربات منسقة، غارات مكثفة: a participle, which begins with م; no noun of a thing, a place or a body. */
static bool participle(const isn_work *k, uint32_t w) {
    const uint32_t nouns = 1u << ISN_T_UNIT | 1u << ISN_T_PLACEWORD | 1u << ISN_T_TITLE |
                           1u << ISN_T_ORGWORD | 1u << ISN_T_PEOPLE | 1u << ISN_T_ACTOR |
                           1u << ISN_T_CASUALTY | 1u << ISN_T_SITE;
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    return k->fn[w] == ISN_NO_FN && !(k->wc[w] & (ISN_WC_VERB | ISN_WC_TRIGGER)) && !k->taken[w] &&
           k->m->entities.cover[w] == ISN_NONE && token->kind == ISN_TOK_WORD &&
           token->fold_len > 3 && k->scan->text->fold[token->fold] == ISN_F_MEEM &&
           !(k->scan->word_tables[w] & nouns);
}

/* غارة جوية إسرائيلية، قصف مدفعي عنيف لقوات النظام: nothing but adjectives of the deed between it and the word. */
static bool only_qualified(const isn_work *k, const isn_ev *e, uint32_t word) {
    enum { MOST = 3 };
    if (e->verb || word < e->last || word - e->last > MOST)
        return false;
    for (uint32_t w = e->last; w < word; w++) {
        uint32_t c = k->m->entities.cover[w];
        bool nation =
            c != ISN_NONE && isn_work_entity(k, c)->flags & ISN_EF_ADJ; /* أميركية بريطانية */
        bool definite = isn_work_pre(k, w, 0) & ISN_CL_AL;
        if (k->scan->words[w].flags & ISN_WF_BREAK || definite != e->definite ||
            !(nation || qualifies(k, w) || participle(k, w)))
            return false;
    }
    return true;
}

/* القصف الإسرائيلي للبنان: who does it stands right behind the deed, so that ل has whom it is done to. */
static bool told_whose(const isn_work *k, const isn_ev *e, uint32_t before) {
    uint32_t c = e->last < before ? k->m->entities.cover[e->last] : ISN_NONE;
    return c != ISN_NONE && isn_work_entity(k, c)->last == before &&
           isn_work_entity(k, c)->country != ISN_NO_ROW &&
           !(isn_work_pre(k, e->last, isn_work_entity(k, c)->reading) & ISN_CL_LAM);
}

/* حوثي، حوثية: a group's name as a quality, which is written without the article. */
static bool of_group(const isn_work *k, const isn_entity *x) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[x->first].token];
    const uint8_t *end = k->scan->text->fold + t->fold + t->fold_len;
    if (x->last != x->first + 1 || t->fold_len < 4 || isn_work_pre(k, x->first, x->reading))
        return false;
    return end[-1] == ISN_F_YEH || (end[-1] == ISN_F_HEH && end[-2] == ISN_F_YEH);
}

/* من قاعدتها في بعشيقة: a noun that من governs stands before the في of the place. */
static bool from_there(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    uint32_t w = x->first;
    return w >= e->last + 3 && k->fn[w - 3] == ISN_FN_MIN &&
           k->scan->words[w - 2].reading[0].suf != ISN_SUF_NONE;
}

static bool is_vehicle(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_UNIT);
    return s && isn_lex_int(k->lex, ISN_T_UNIT, s->row, ISN_UNIT_KIND) == ISN_U_VEHICLE;
}

static bool during(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_DATEWORD);
    return s && isn_lex_int(k->lex, ISN_T_DATEWORD, s->row, ISN_DATEWORD_KIND) == ISN_DW_DURING;
}

/* قتل القيادي في عملية أمنية للقوات الفرنسية: the lam goes with a noun that في governs, not with the harm. */
static bool of_operation(const isn_work *k, const isn_ev *e, uint32_t first) {
    for (uint32_t w = first; w-- > e->last + 1 && first - w < 4;) {
        if (k->scan->words[w + 1].flags & ISN_WF_BREAK || k->m->entities.cover[w] != ISN_NONE ||
            k->taken[w] || k->fn[w] != ISN_NO_FN)
            return false;
        if (k->fn[w - 1] == ISN_FN_FI || during(k, w - 1))
            return true;
    }
    return false;
}

bool isn_role_cue(const isn_work *k, uint32_t w, int32_t kind) {
    const isn_hit *hit;
    const isn_sense *s =
        isn_work_has(k, w, ISN_T_CUE) ? isn_match_sense(&hit, k->scan, w, ISN_T_CUE) : NULL;
    return s && isn_lex_int(k->lex, ISN_T_CUE, s->row, ISN_CUE_KIND) == kind;
}

/* بحثا الأوضاع الإنسانية في اليمن: the place is that of what they spoke of. */
static bool of_affairs(const isn_work *k, const isn_ev *e, uint32_t word) {
    enum { WORDS = 4 };
    if (is_deed(e) || word == 0 || k->fn[word - 1] != ISN_FN_FI)
        return false;
    for (uint32_t w = word - 1; w-- > k->s0[e->sentence] && word - w <= WORDS;) {
        if (k->fn[w] != ISN_NO_FN || k->m->entities.cover[w] != ISN_NONE ||
            k->scan->words[w + 1].flags & ISN_WF_BREAK)
            return false;
        if (isn_role_cue(k, w, ISN_CUE_AFFAIRS))
            return true;
    }
    return false;
}

/* متهمين بالانتماء للتنظيم، بالتجسس لصالح المخابرات: the lam goes with the noun that a preposition governs. */
static bool of_charge(const isn_work *k, const isn_ev *e, uint32_t word) {
    uint32_t w = word - 1;
    w -= w > e->last && k->fn[w] == ISN_FN_LI;
    return w > e->last && k->m->entities.cover[w] == ISN_NONE && !k->taken[w] &&
           !is_vehicle(k, w) && isn_work_pre(k, w, 0) & ISN_CL_BEH &&
           isn_work_pre(k, w, 0) & ISN_CL_AL && !(k->scan->words[word].flags & ISN_WF_BREAK);
}

/* نصب مسلحون كمينا لدورية، كمين لرتل عسكري: whom the blow is meant for, where a verb before it has its doer, or a body
 * without a name walks into it. */
static bool mounted(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    enum { FAR = 8 };
    const isn_ev *light = e > k->evs.ptr ? e - 1 : e; /* no verb before it: itself, a noun */
    if (light->sentence == e->sentence && light->verb && light->flags & ISN_TG_LIGHT &&
        light->actors.n && e->first - light->last < FAR)
        return true;
    return isn_work_slot(k, e->row, ISN_FRAME_LI) == ISN_SLOT_VICTIM && x->kind == ISN_ENT_ACTOR &&
           !(x->flags & ISN_EF_NAMED) && !(isn_work_pre(k, x->head, x->reading) & ISN_CL_AL) &&
           x->table == ISN_T_ORGWORD && x->org != ISN_NONE;
}

/* صاروخا أطلقوه من صنعاء، إطلاق صاروخ من غزة باتجاه النقب: what is sent strikes elsewhere. */
static bool sent_elsewhere(const isn_work *k, const isn_ev *e, const isn_entity *from) {
    enum { NEAR = 3 };
    if (isn_work_slot(k, e->row, ISN_FRAME_ILA) != ISN_SLOT_TARGET || !is_place(from))
        return false;
    if (k->scan->words[e->first].reading[e->reading].suf && e->verb)
        return true;
    for (uint32_t w = from->last; w + 1 < k->scan->nwords && w < from->last + NEAR; w++) {
        uint32_t c = k->m->entities.cover[w + 1];
        bool on = k->fn[w] == ISN_FN_ALA && c != ISN_NONE && is_place(isn_work_entity(k, c));
        if (k->fn[w] == ISN_FN_ILA || on) /* من صنعاء صاروخا على إيلات */
            return !(k->scan->words[w].flags & ISN_WF_STOP);
    }
    return false;
}

/* غارة دورية للجيش، انفجار رتلا، هجوم قوة من الشرطة: a company without the article that says whose it is, or shows the
 * accusative, is no genitive of the blow before it. */
static bool loose_company(const isn_work *k, const isn_entity *x) {
    if (x->kind != ISN_ENT_ACTOR || isn_work_pre(k, x->first, x->reading) & ISN_CL_AL)
        return false;
    if (isn_clause_accusative(k, x))
        return true;
    bool company = isn_work_has(k, x->first, ISN_T_ORGWORD) && x->number == ISN_NONE;
    for (uint32_t w = x->first + 1; company && w < x->last; w++) /* دورية راجلة للجيش */
        if (k->fn[w] == ISN_FN_MIN || k->fn[w] == ISN_FN_BELONGS ||
            isn_work_pre(k, w, 0) & ISN_CL_LAM)
            return true;
    return false;
}

/* استهدفت غارة دورية للجيش: the blow is the subject of the verb right before it, which strikes. */
static bool blow_strikes(const isn_work *k, const isn_ev *e) {
    const isn_ev *verb = e - 1;
    return e > k->evs.ptr && !e->verb && verb->verb && verb->last == e->first && !verb->passive &&
           isn_work_pre(k, e->first, e->reading) == 0 &&
           isn_work_slot(k, verb->row, ISN_FRAME_OBJECT) == ISN_SLOT_TARGET &&
           isn_work_slot(k, verb->row, ISN_FRAME_SUBJECT) == ISN_SLOT_ACTOR;
}

/* قتلت غارة ثلاثة أطفال: the blow is the subject of the verb right before it, which harms. */
static bool blow_harms(const isn_work *k, const isn_ev *e) {
    const isn_ev *verb = e - 1;
    return e > k->evs.ptr && !e->verb && verb->verb && verb->last == e->first && !verb->passive &&
           isn_work_pre(k, e->first, e->reading) == 0 && e->flags & ISN_TG_ATTACK && verb->effect &&
           isn_work_slot(k, verb->row, ISN_FRAME_OBJECT) == ISN_SLOT_VICTIM;
}

/* مسيرة قادمة من اليمن، مسافرا قادما من باماكو: whence it comes, not where it was met. */
static bool comes_from(const isn_work *k, const isn_entity *x) {
    if (x->first < 2 || !isn_work_has(k, x->first - 2, ISN_T_DATEWORD))
        return false;
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, x->first - 2, ISN_T_DATEWORD);
    return s && isn_lex_int(k->lex, ISN_T_DATEWORD, s->row, ISN_DATEWORD_KIND) == ISN_DW_NEXT;
}

/* A force, or its vehicle, as what goes off in it strikes it. */
static bool struck_by_charge(const isn_entity *x) {
    return x->kind == ISN_ENT_PEOPLE
               ? x->side == ISN_SIDE_ARMED
               : x->kind == ISN_ENT_ACTOR &&
                     (x->flags & (ISN_EF_ARMED | ISN_EF_WEAPON) || x->sector == ISN_SEC_MIL);
}

/* أسقط، اعترض: what is brought down is a weapon, and its owner is struck. */
static bool downs(const isn_work *k, const isn_ev *e) {
    return e->event == ISN_EV_ASSAULT &&
           isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_ACTOR &&
           isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_WEAPON &&
           isn_work_slot(k, e->row, ISN_FRAME_BI) == ISN_SLOT_NONE;
}

static bool owned_weapon(const isn_entity *x) {
    return x->flags & ISN_EF_WEAPON &&
           (x->org != ISN_NONE ||
            (x->country != ISN_NO_ROW && !(x->flags & ISN_EF_STATE_BY_STORY)));
}

/* A search, a raid, arrests: what forces do to people and houses, and seldom to forces. */
static bool raids(const isn_work *k, const isn_ev *e, int32_t slot) {
    return (e->event == ISN_EV_COERCE || e->event == ISN_EV_MOBILIZE) &&
           (slot != ISN_SLOT_TARGET || isn_work_slot(k, e->row, ISN_FRAME_ILA) == ISN_SLOT_PLACE);
}

static bool state_force(const isn_entity *x) {
    return x->kind == ISN_ENT_ACTOR && x->flags & ISN_EF_ARMED &&
           (x->sector == ISN_SEC_MIL || x->sector == ISN_SEC_COP || x->sector == ISN_SEC_SPY);
}

/* اغتيال إسرائيل لقيادي: a doer of its own stands between. */
static bool doer_at(const isn_work *k, uint32_t w) {
    uint32_t c = k->m->entities.cover[w];
    return c != ISN_NONE && can_act(isn_work_entity(k, c)) &&
           !(isn_work_entity(k, c)->flags & ISN_EF_ADJ);
}

/* إلى مستشفى في حيفا: a place behind a house that the preposition governs. */
static bool in_house(const isn_work *k, const isn_entity *x, uint8_t fn) {
    uint32_t w = x->first;
    return w > 2 && k->fn[w - 1] == ISN_FN_FI && k->fn[w - 3] == fn &&
           isn_work_has(k, w - 2, ISN_T_PLACEWORD) && k->fn[w - 2] == ISN_NO_FN;
}

/* نقلوا إلى مستشفى في حيفا: where those hurt were taken. */
static bool taken_there(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    return (e->effect != 0 || e->flags & ISN_TG_CASUALTY) && in_house(k, x, ISN_FN_ILA);
}

/* بين بلدتي كذا وكذا, على الطريق الواصل بين كذا وكذا, بين القبة ودرنة: towns behind "between" tell where, capitals and states
 * may be who. */
static bool lies_between(const isn_work *k, const isn_entity *x) {
    return is_place(x) && ((x->first > 1 && unnamed_road(k, k->m->entities.cover[x->first - 2])) ||
                           isn_work_has(k, x->first, ISN_T_PLACEWORD) || !can_act(x));
}

/* The entity that ends where the preposition of the next begins, or NULL. */
static const isn_entity *left_of(const isn_work *k, const isn_entity *x) {
    uint32_t c = x->first > 1 ? k->m->entities.cover[x->first - 2] : ISN_NONE;
    return c != ISN_NONE && isn_work_entity(k, c)->last == x->first - 1 ? isn_work_entity(k, c)
                                                                        : NULL;
}

/* المبعوث الخاص إلى سوريا: where he is sent is in his office. */
static bool to_whom_sent(const isn_work *k, const isn_entity *x, uint8_t fn) {
    const isn_entity *who = fn == ISN_FN_ILA && is_place(x) ? left_of(k, x) : NULL;
    return who != NULL && who->flags & ISN_EF_ENVOY;
}

/* وزير الخارجية في المملكة كذا: whose minister, and not where they met; but نظيره الجزائري في الجزائر. */
static bool land_of_office(const isn_work *k, const isn_entity *x) {
    const isn_entity *who = x->table == ISN_T_COUNTRY && !(x->flags & ISN_EF_CAPITAL) &&
                                    k->fn[x->first - (x->first > 0)] == ISN_FN_FI
                                ? left_of(k, x)
                                : NULL;
    return who != NULL && who->table == ISN_T_TITLE && who->sector == ISN_SEC_GOV &&
           (who->country == ISN_NO_ROW || who->flags & ISN_EF_STATE_BY_STORY);
}

static void prep_phrase(const isn_work *k, isn_ev *e, walk *p, uint32_t entity, uint8_t fn) {
    const isn_entity *x = isn_work_entity(k, entity);
    if (fn == ISN_FN_LI && e->flags & ISN_TG_SPEECH && x->sector == ISN_SEC_JRN && x->first > 0 &&
        isn_work_has(k, x->first - 1, ISN_T_CHANNEL))
        return; /* اعتبر في تصريح للإذاعة أن: whom he told it */
    if (to_whom_sent(k, x, fn) || (!is_deed(e) && land_of_office(k, x)))
        return;
    int32_t slot = slot_prep(k, e, fn);
    bool locative = fn == ISN_FN_FI || fn == ISN_FN_BI;
    uint32_t first = x->first;
    if (x->number != ISN_NONE && k->m->numbers.ptr[x->number].first < first)
        first = k->m->numbers.ptr[x->number].first;
    bool state = is_place(x) && x->table == ISN_T_COUNTRY && !(x->flags & ISN_EF_CAPITAL);
    bool is_site = blow_strikes(k, e) && isn_work_has(k, e->last, ISN_T_SITE);
    if (fn == ISN_FN_LI && !e->verb && e->flags & ISN_TG_ATTACK && (strikes(x) || state) &&
        !mounted(k, e, x) && !told_whose(k, e, first) &&
        (first == e->last ||
         (first == e->last + 1 && !is_vehicle(k, e->last) && !is_site && !doer_at(k, e->last)) ||
         only_qualified(k, e, first)))
        slot =
            ISN_SLOT_ACTOR; /* قصف لقوات النظام: whose strike; not غارة مركبة لطالبان، هجوم حاجزا للشرطة */
    if (fn == ISN_FN_LI && !e->verb && raids(k, e, slot) && state_force(x) &&
        (first == e->last || only_qualified(k, e, first)))
        slot = ISN_SLOT_ACTOR; /* مداهمات للجيش، تمشيط واسع للشرطة */
    if (fn == ISN_FN_LI && e->verb && slot == ISN_SLOT_WEAPON && downs(k, e) && owned_weapon(x))
        slot = ISN_SLOT_RECIPIENT; /* تصدت الدفاعات لمسيرات أوكرانية */
    bool some = fn == ISN_FN_MIN && x->first >= e->last + 2 && /* أسر 12 من قوات كذا */
                k->m->numbers.at[x->first - 2] != ISN_NONE;
    if (fn == ISN_FN_MIN && (slot == ISN_SLOT_PLACE || (some && slot == ISN_SLOT_ACTOR)) &&
        !e->verb && e->flags & ISN_TG_ATTACK && !is_place(x) && strikes(x))
        slot =
            some ? ISN_SLOT_VICTIM : ISN_SLOT_ACTOR; /* إطلاق نار من مسلحين; في كمين 12 من الجنود */
    if (fn == ISN_FN_LI && !e->verb && e->flags & ISN_TG_ATTACK && strikes(x) && first > e->last &&
        k->fn[first - 1] == ISN_FN_BELONGS)
        slot = ISN_SLOT_ACTOR; /* هجوم يرجح أنه للتنظيم */
    if (some && slot == ISN_SLOT_ACTOR && e->event == ISN_EV_SANCTION)
        slot = ISN_SLOT_RECIPIENT; /* حكما بسجن سبعة من قيادات المعارضة */
    if (fn == ISN_FN_LI && !e->verb && e->event == ISN_EV_PROTEST && x->kind == ISN_ENT_PEOPLE &&
        (first == e->last || only_qualified(k, e, first)))
        slot = ISN_SLOT_ACTOR; /* اعتصام سلمي لطلبة */
    bool struck_by =
        slot == ISN_SLOT_WEAPON || (slot == ISN_SLOT_NONE && e->event == ISN_EV_ASSAULT);
    if (fn == ISN_FN_BI && struck_by && x->flags & ISN_EF_WEAPON && x->country != ISN_NO_ROW &&
        !(x->flags & ISN_EF_STATE_BY_STORY))
        slot = ISN_SLOT_ACTOR; /* قصف بطائرة مسيرة تركية، قتل مسؤول بقذيفة أوكرانية */
    if (fn == ISN_FN_ALA && e->effect == ISN_WHAT_CAPTURED && x->table == ISN_T_ORGWORD &&
        isn_work_has(k, x->first, ISN_T_PLACEWORD))
        slot = ISN_SLOT_NONE; /* اعتقل على حاجز عسكري */
    if (fn == ISN_FN_LI && e->verb && e->effect && of_charge(k, e, x->first))
        slot = ISN_SLOT_NONE;
    if (fn == ISN_FN_LI && first > e->last && isn_work_has(k, first - 1, ISN_T_CUE) &&
        isn_role_cue(k, first - 1, ISN_CUE_SAKE))
        slot = ISN_SLOT_NONE; /* قصفت القاعدة نصرة للشعب */
    if (fn == ISN_FN_LI && e->effect && slot != ISN_SLOT_ACTOR && of_operation(k, e, first))
        slot = strikes(x) && !e->actors.n ? ISN_SLOT_ACTOR : ISN_SLOT_NONE;
    bool uttered = !e->verb && (e->event == ISN_EV_ACCUSE ||
                                (e->event == ISN_EV_THREATEN &&
                                 isn_work_slot(k, e->row, ISN_FRAME_ALA) == ISN_SLOT_RECIPIENT));
    if (fn == ISN_FN_MIN && uttered && first == e->last + 1 && can_act(x) &&
        (slot == ISN_SLOT_TOPIC || slot == ISN_SLOT_NONE))
        slot = ISN_SLOT_ACTOR; /* تهديدات من الميليشيا، اتهامات من واشنطن */
    p->on |= fn == ISN_FN_ALA;
    if (is_place(x) &&
        !(e->flags & ISN_TG_SPEECH) && /* دانت الإدارة في سنجار القصف: who, not where */
        (slot == ISN_SLOT_NONE || slot == ISN_SLOT_WEAPON || slot == ISN_SLOT_TOPIC) && locative)
        slot = ISN_SLOT_PLACE;
    bool taken_to = fn == ISN_FN_ILA && x->place_type == ISN_PT_SITE && /* نقلوا إلى المستشفى */
                    (e->effect != 0 || e->flags & ISN_TG_CASUALTY);
    if (is_place(x) && slot == ISN_SLOT_NONE && !taken_to &&
        (fn == ISN_FN_ALA || fn == ISN_FN_ILA || fn == ISN_FN_MIN) && x->table != ISN_T_COUNTRY)
        slot = ISN_SLOT_PLACE;
    if (fn == ISN_FN_MIN && slot == ISN_SLOT_PLACE &&
        (sent_elsewhere(k, e, x) || (state && e->event == ISN_EV_ASSAULT)))
        slot = ISN_SLOT_NONE; /* قصف للمليشيات المدعومة من إيران، صاروخ من لبنان */
    if (fn == ISN_FN_FI && e->event == ISN_EV_SANCTION && x->kind == ISN_ENT_PEOPLE &&
        first == e->last + 2)
        slot = ISN_SLOT_RECIPIENT; /* نفذت حكم الإعدام في سجينين */
    if (fn == ISN_FN_BAYN && lies_between(k, x))
        slot = ISN_SLOT_PLACE;
    if (is_place(x) && ((fn == ISN_FN_MIN && e->flags & ISN_TG_SPEECH && !can_act(x)) ||
                        (fn == ISN_FN_FI && e->flags & ISN_TG_ATTACK &&
                         e->effect != ISN_WHAT_CAPTURED && from_there(k, e, x))))
        slot = ISN_SLOT_NONE; /* دعا من النجف إلى; قصف من قاعدته في بعشيقة: whence, not where */
    if (is_place(x) && fn == ISN_FN_FI && (of_affairs(k, e, x->first) || taken_there(k, e, x)))
        slot = ISN_SLOT_NONE;
    bool charge = e->event == ISN_EV_ASSAULT &&
                  (isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_WEAPON ||
                   isn_work_slot(k, e->row, ISN_FRAME_BI) == ISN_SLOT_WEAPON);
    if (fn == ISN_FN_FI && charge && slot == ISN_SLOT_PLACE && !is_place(x) && !e->effect &&
        p->nbares && struck_by_charge(x))
        slot = ISN_SLOT_TARGET; /* تفجير عبوة في قوة إسرائيلية، في آلية عسكرية */
    if (is_place(x) && fn == ISN_FN_MIN && comes_from(k, x))
        slot = ISN_SLOT_NONE;
    give(k, e, slot, entity);
    bool recalled = e->event == ISN_EV_SANCTION &&
                    isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_TOPIC &&
                    isn_work_slot(k, e->row, ISN_FRAME_ILA) == ISN_SLOT_PLACE;
    if (recalled && state && (fn == ISN_FN_LI || (slot == ISN_SLOT_PLACE && fn != ISN_FN_ILA)))
        isn_refs_add(&e->recipients, entity); /* استدعت سفيرها لدى لبنان: to whom it is done */
    p->last_slot = slot;
    p->last_entity = entity;
    p->last_prep = fn;
}

static bool partitive(const isn_work *k, const isn_ev *e, const walk *p, const isn_entity *x) {
    if (!p->nbares || p->nbares >= ISN_ROLE_MAX || p->last_prep != ISN_NO_FN ||
        x->kind != ISN_ENT_ACTOR)
        return false;
    int32_t slot = slot_prep(k, e, ISN_FN_MIN);
    return slot == ISN_SLOT_NONE || slot == ISN_SLOT_PLACE;
}

/* باستخدام المدنيين: the genitive of a noun that a preposition governs is no part of the clause. */
static bool of_governed_noun(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    uint32_t w = x->first;
    if (w <= e->last + 1 || k->m->entities.cover[w - 1] != ISN_NONE || k->taken[w - 1] ||
        k->fn[w - 1] != ISN_NO_FN || k->wc[w - 1] & (ISN_WC_VERB | ISN_WC_TRIGGER) ||
        k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    const isn_reading *r = &k->scan->words[w - 1].reading[0];
    bool after = w > e->last + 1 && k->fn[w - 2] <= ISN_FN_HAND && r->pre == 0; /* على طول الحدود */
    bool to = w > e->last + 2 && k->fn[w - 2] == ISN_FN_ILA && !(r->pre); /* إلى مقر الرئيس */
    return (r->pre & (ISN_CL_BEH | ISN_CL_LAM) || after || to) && !(r->pre & ISN_CL_AL) &&
           r->suf == ISN_SUF_NONE &&
           (!isn_work_has(k, w - 1, ISN_T_DATEWORD) || (after && k->fn[w - 2] == ISN_FN_ALA));
}

static bool is_house(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_UNIT);
    return s && isn_lex_int(k->lex, ISN_T_UNIT, s->row, ISN_UNIT_KIND) == ISN_U_BUILDING;
}

/* غارات على مواقع التنظيم، هجوم على مقار الحركة، على سيارة ضابط، عبوة بسيارة طبيب: whose posts they are, whose car, is
 * whom the preposition is about. The preposition, or none. */
static uint8_t posts_of(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    uint32_t w = x->first;
    bool people = x->kind == ISN_ENT_PEOPLE || x->kind == ISN_ENT_PERSON;
    if (e->event != ISN_EV_ASSAULT || w < e->last + 2 || (x->kind != ISN_ENT_ACTOR && !people) ||
        k->scan->words[w].flags & ISN_WF_BREAK ||
        isn_work_pre(k, w, x->reading) & ~(unsigned)ISN_CL_AL)
        return ISN_NO_FN;
    bool owned =
        people ? is_vehicle(k, w - 1) || is_house(k, w - 1)
               : isn_work_has(k, w - 1, ISN_T_PLACEWORD) || isn_work_has(k, w - 1, ISN_T_SITE);
    unsigned pre = owned ? isn_work_pre(k, w - 1, 0) : ISN_CL_AL;
    if (owned && posting(k, e, w - 1))
        w--; /* على مناطق تمركز القوات */
    if (people && pre == ISN_CL_BEH && e->flags & ISN_TG_ATTACK)
        return ISN_FN_ALA;
    if (pre || k->fn[w - 2] > ISN_FN_HAND)
        return ISN_NO_FN;
    int32_t slot = slot_prep(k, e, k->fn[w - 2]);
    return slot == ISN_SLOT_TARGET || slot == ISN_SLOT_VICTIM ? k->fn[w - 2] : ISN_NO_FN;
}

/* حراس الوزير، والدة الشهيد: people without article and the definite noun right behind them are one phrase. A noun with
 * its ن (مسلحون الوزير) is bound to nothing. */
static bool genitive(const isn_work *k, const walk *p, const isn_entity *x) {
    if (p->last_entity == ISN_NONE)
        return false;
    const isn_entity *head = isn_work_entity(k, p->last_entity);
    const isn_entity *joined =
        p->nbares ? isn_work_entity(k, p->bares[p->nbares - 1] & ~0x80000000u) : head;
    if (joined->last == x->first)
        head = joined; /* شقيق ونجل أسير */
    const isn_word *word = &k->scan->words[x->first];
    if (is_place(x) || head->kind != ISN_ENT_PEOPLE || head->last != x->first ||
        word->flags & ISN_WF_BREAK ||
        isn_work_pre(k, x->first, x->reading) & ~(unsigned)ISN_CL_AL || x->flags & ISN_EF_ADJ)
        return false;
    bool family = x->table == ISN_T_PEOPLE &&
                  isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) & ISN_PF_UNIT;
    bool kin = head->table == ISN_T_PEOPLE && !isn_work_pronoun(k, head->last - 1) &&
               isn_lex_int(k->lex, ISN_T_PEOPLE, head->row, ISN_PEOPLE_FLAGS) & ISN_PF_KIN;
    bool definite = family || kin || /* سبعة من أفراد عائلة واحدة، نجل أسير */
                    isn_work_pre(k, x->first, x->reading) & ISN_CL_AL || x->flags & ISN_EF_NAMED;
    const isn_token *token = &k->scan->text->tokens[k->scan->words[x->first - 1].token];
    const uint8_t *end = k->scan->text->fold + token->fold + token->fold_len;
    bool bound = token->fold_len > 2 && !(token->flags & ISN_TF_TANWIN) &&
                 !(end[-1] == ISN_F_NOON &&
                   (end[-2] == ISN_F_WAW || end[-2] == ISN_F_YEH || end[-2] == ISN_F_ALEF));
    const isn_reading *r = &k->scan->words[x->first - 1].reading[0];
    /* هاجم أنصار مرشح مركزا: one man who is no object, which an alef would show */
    const isn_token *own = &k->scan->text->tokens[word->token];
    if (x->table == ISN_T_ACTOR && x->sector == ISN_SEC_CVL &&
        k->scan->text->fold[own->fold + own->fold_len - 1] == ISN_F_ALEF)
        return false; /* طعن شاب مستوطنا */
    bool single = x->number == ISN_NONE || k->m->numbers.ptr[x->number].flags & ISN_NF_SINGULAR;
    bool one = x->kind == ISN_ENT_PEOPLE && single && head->flags & ISN_EF_PLURAL &&
               !(x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL | ISN_EF_FEM)) &&
               k->scan->text->fold[own->fold + own->fold_len - 1] != ISN_F_ALEF &&
               (head->number == ISN_NONE ||
                k->m->numbers.ptr[head->number].first >= head->first); /* not ثلاثة أنصار */
    return (definite || one) && bound && r->suf == ISN_SUF_NONE && !(r->pre & ISN_CL_AL);
}

/* The preposition before the phrase; عشرة من الجنود is no more governed than عشرة جنود. */
static uint8_t governed_by(const isn_work *k, const isn_entity *x) {
    uint8_t fn = isn_clause_prep(k, x->first, x->reading);
    if (fn != ISN_FN_MIN || x->number == ISN_NONE)
        return fn;
    const isn_number *q = &k->m->numbers.ptr[x->number];
    if (q->num_last + 1 != x->first || q->num_first == q->num_last)
        return fn;
    return isn_clause_prep(k, q->first, 0);
}

/* بنيران الجيش، بقذيفة روسية، بشظايا قذيفة للنظام: whose weapon it is that harmed. */
static bool instrument(const isn_work *k, const isn_ev *e, const isn_entity *x, uint8_t fn) {
    bool several = x->number != ISN_NONE &&
                   !(k->m->numbers.ptr[x->number].flags & ISN_NF_SINGULAR); /* برصاص قناص */
    if (x->first <= e->last || !(e->effect || e->flags & ISN_TG_ATTACK) || several ||
        (fn != ISN_NO_FN && fn != ISN_FN_LI) || k->scan->words[x->first].flags & ISN_WF_BREAK)
        return false;
    bool doer = x->flags & ISN_EF_ADJ ||
                (x->kind == ISN_ENT_PEOPLE &&
                 (x->side == ISN_SIDE_ARMED || x->sector == ISN_SEC_UNK)) || /* برصاص مجهولين */
                (x->kind == ISN_ENT_ACTOR && strikes(x)) ||
                x->table == ISN_T_COUNTRY;
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, x->first - 1, ISN_T_UNIT);
    if (!doer || !s || isn_lex_int(k->lex, ISN_T_UNIT, s->row, ISN_UNIT_KIND) != ISN_U_MUNITION)
        return false;
    if (!e->verb && isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_WEAPON &&
        x->first - e->last < 4)
        return true; /* انفجار لغم حوثي */
    for (uint32_t w = x->first; w-- > e->last && w + 3 > x->first;)
        if (isn_work_pre(k, w, 0) & ISN_CL_BEH)
            return true;
    return false;
}

static bool counted_by_word(const isn_work *k, const isn_entity *x) {
    const isn_number *q = x->number != ISN_NONE ? &k->m->numbers.ptr[x->number] : NULL;
    return q && q->num_first < q->num_last;
}

/* شابين محررين، أسيرا محررا: two nouns of people, one right behind the other, in the same case that is no nominative, tell of
 * the same; so does one in ين behind people who are counted: ثلاثة أسرى محررين. */
static bool with_its_case(const isn_work *k, const isn_entity *head, const isn_entity *x) {
    const isn_token *a = &k->scan->text->tokens[k->scan->words[head->last - 1].token];
    const isn_token *b = &k->scan->text->tokens[k->scan->words[x->first].token];
    const uint8_t *one = k->scan->text->fold + a->fold + a->fold_len;
    const uint8_t *two = k->scan->text->fold + b->fold + b->fold_len;
    if (a->fold_len < 4 || b->fold_len < 4 || counted_by_word(k, x))
        return false;
    bool oblique =
        two[-1] == ISN_F_NOON && two[-2] == ISN_F_YEH && x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL);
    bool counted = counted_by_word(k, head);
    bool same = one[-1] == two[-1] && (one[-1] == ISN_F_ALEF || one[-2] == two[-2]);
    return oblique ? same || (counted && head->flags & ISN_EF_PLURAL && one[-1] != ISN_F_NOON)
                   : same && one[-1] == ISN_F_ALEF && isn_clause_accusative(k, head);
}

/* محتجون مؤيدون للجيش: a second noun of people in the nominative, right behind the first, describes them. */
static bool describes_people(const isn_work *k, const isn_entity *head, const isn_entity *x) {
    const isn_word *word = &k->scan->words[x->first];
    const isn_token *token = &k->scan->text->tokens[word->token];
    const uint8_t *end = k->scan->text->fold + token->fold + token->fold_len;
    if (head->kind != ISN_ENT_PEOPLE || x->kind != ISN_ENT_PEOPLE || head->last != x->first ||
        word->flags & ISN_WF_BREAK || isn_work_pre(k, x->first, x->reading))
        return false;
    /* 25 محبوسا احتياطيا: behind a noun in the accusative of number its adjective */
    bool counted =
        head->number != ISN_NONE && end[-1] == ISN_F_ALEF &&
        k->m->numbers.ptr[head->number].num_first < k->m->numbers.ptr[head->number].num_last &&
        (x->number == ISN_NONE || k->m->numbers.ptr[x->number].flags & ISN_NF_SINGULAR);
    return counted || with_its_case(k, head, x) ||
           (token->fold_len > 4 && end[-1] == ISN_F_NOON && end[-2] == ISN_F_WAW);
}

/* شاب من سكان المخيم، رجلان من أهالي القرية: who they are, and nobody else. */
static bool resident(const isn_work *k, const walk *p, const isn_entity *x) {
    if (p->last_entity == ISN_NONE || x->table != ISN_T_PEOPLE || x->number != ISN_NONE)
        return false;
    const isn_entity *head = isn_work_entity(k, p->last_entity);
    uint32_t c = x->last < k->scan->nwords ? k->m->entities.cover[x->last] : ISN_NONE;
    uint32_t flags = (uint32_t)isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS);
    bool natives = flags & ISN_PF_KIN && c != ISN_NONE && is_place(isn_work_entity(k, c)) &&
                   isn_work_entity(k, c)->first == x->last; /* من أبناء محافظة كذا */
    return head->kind == ISN_ENT_PEOPLE && head->last + 1 == x->first &&
           (flags & ISN_PF_GROUP || natives);
}

static uint32_t bare_at(const walk *p, uint32_t n) {
    uint32_t seen = 0;
    for (uint32_t i = 0; i < p->nbares; i++)
        if (!(p->bares[i] & 0x80000000u) && seen++ == n)
            return p->bares[i];
    return ISN_NONE;
}

/* Nothing but a date between the noun and the word? */
static bool after_date(const isn_work *k, const isn_entity *noun, uint32_t word) {
    if (noun->last >= word || k->m->dates.at[noun->last] == ISN_NONE)
        return false;
    return k->m->dates.ptr[k->m->dates.at[noun->last]].last == word;
}

/* اغتال مسلحون …، ضابطين: a comma stands before the object, which the accusative shows, or that it is a body. */
static bool object_far_on(const isn_work *k, const isn_ev *e, const walk *p, const isn_entity *x) {
    uint32_t first = x->first;
    if (x->number != ISN_NONE && k->m->numbers.ptr[x->number].first < first)
        first = k->m->numbers.ptr[x->number].first;
    if (!e->verb || p->nbares == 0 || bare_at(p, 1) != ISN_NONE ||
        !(k->scan->words[first].flags & ISN_WF_COMMA))
        return false;
    const isn_entity *subject = isn_work_entity(k, bare_at(p, 0));
    const isn_token *doer = &k->scan->text->tokens[k->scan->words[subject->first].token];
    const isn_token *object = &k->scan->text->tokens[k->scan->words[x->first].token];
    const uint8_t *a = k->scan->text->fold + doer->fold + doer->fold_len;
    const uint8_t *b = k->scan->text->fold + object->fold + object->fold_len;
    bool acts = subject->kind == ISN_ENT_ACTOR || subject->kind == ISN_ENT_PERSON ||
                (doer->fold_len > 4 && a[-1] == ISN_F_NOON && a[-2] == ISN_F_WAW);
    bool bare = isn_clause_prep(k, x->first, x->reading) == ISN_NO_FN &&
                !(isn_work_pre(k, x->first, x->reading) & ~(unsigned)ISN_CL_AL);
    if (acts && after_date(k, subject, first) && x->kind != ISN_ENT_PLACE &&
        !(x->flags & ISN_EF_ADJ) && isn_clause_prep(k, first, x->reading) == ISN_NO_FN &&
        !(isn_work_pre(k, first, x->reading) & ~(unsigned)ISN_CL_AL) &&
        (x->last >= k->scan->nwords || !(k->wc[x->last] & ISN_WC_VERB)))
        return true; /* اعتقلت القوات فجر اليوم، الشاب فلان */
    bool charged = e->flags & ISN_TG_SPEECH && x->table == ISN_T_COUNTRY && bare;
    bool dealt = (e->flags & ISN_TG_SPEECH || e->event == ISN_EV_CONSULT) && bare &&
                 x->kind == ISN_ENT_PERSON && x->table != ISN_T_NAME;
    if (x->kind == ISN_ENT_ACTOR || charged || dealt) /* تتهم السلطات، أوكرانيا، بكذا */
        return acts && !e->effect && !(x->flags & ISN_EF_ADJ);
    return acts && x->kind == ISN_ENT_PEOPLE && object->fold_len > 4 &&
           (b[-1] == ISN_F_ALEF || (b[-1] == ISN_F_NOON && b[-2] == ISN_F_YEH));
}

/* معظمهم من النساء والأطفال: of those told already. */
static bool most_of_them(const isn_work *k, uint32_t first, uint8_t fn) {
    uint32_t w = first - (fn == ISN_FN_MIN);
    return first > 1 && w > 0 && k->fn[w - 1] == ISN_FN_EACH && isn_work_pronoun(k, w - 1);
}

/* العقيد فلان قائد اللواء: right behind a person's name his office, or his name right behind the office. */
static bool apposed(const isn_work *k, const isn_ev *e, const walk *p, const isn_entity *x) {
    if (p->last_entity == ISN_NONE || !e->effect)
        return false;
    const isn_entity *head = isn_work_entity(k, p->last_entity);
    const isn_entity *joined =
        p->nbares ? isn_work_entity(k, p->bares[p->nbares - 1] & ~0x80000000u) : head;
    if (joined->last == x->first)
        head = joined; /* فلان ومرافقه فلان */
    const isn_token *token = &k->scan->text->tokens[k->scan->words[x->first].token];
    const uint8_t *end = k->scan->text->fold + token->fold + token->fold_len;
    if (head->kind == ISN_ENT_PEOPLE && !(head->flags & (ISN_EF_PLURAL | ISN_EF_DUAL)) &&
        isn_work_pronoun(k, head->last - 1) && x->kind == ISN_ENT_PERSON &&
        x->first == head->last && !(k->scan->words[x->first].flags & ISN_WF_BREAK) &&
        !isn_work_pre(k, x->first, x->reading))
        return true; /* القيادي فلان ومرافقه فلان */
    return head->kind == ISN_ENT_PERSON && head->flags & ISN_EF_NAMED && x->first == head->last &&
           (x->kind == ISN_ENT_PERSON || x->kind == ISN_ENT_PEOPLE || x->table == ISN_T_TITLE) &&
           x->number == ISN_NONE && !(k->scan->words[x->first].flags & ISN_WF_BREAK) &&
           !(isn_work_pre(k, x->first, x->reading) & ~(unsigned)ISN_CL_AL) &&
           end[-1] != ISN_F_ALEF && !(x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL));
}

/* تعذيب في سجون النظام، توفي في معتقل للحوثيين، في مركز احتجاز تابع للهيئة: whose prison it is did what befell people in
 * it. */
static bool keeps(const isn_work *k, const isn_ev *e, const isn_entity *x, uint8_t fn) {
    bool befell = e->event == ISN_EV_ASSAULT && (e->effect || e->flags & ISN_TG_ATTACK);
    if (!befell || x->kind != ISN_ENT_ACTOR || x->first < e->last + 2 ||
        (fn != ISN_NO_FN && fn != ISN_FN_LI) || k->scan->words[x->first].flags & ISN_WF_BREAK)
        return false;
    uint32_t w = x->first - 1;
    w -= k->fn[w] == ISN_FN_BELONGS && w > e->last + 1;
    for (unsigned n = 0; n < 2 && w > e->last; n++, w--)
        if (isn_role_cue(k, w, ISN_CUE_CUSTODY))
            return k->fn[w - 1] == ISN_FN_FI;
    return false;
}

/* The جثة of جثة طفلة: he whose it is follows. */
static bool body_of(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    uint32_t w = x->last;
    if (x->table != ISN_T_CASUALTY || !finds_dead(k, e) || w >= k->scan->nwords ||
        k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    uint32_t c = k->m->entities.cover[w];
    return c != ISN_NONE && isn_work_entity(k, c)->first == w && isn_work_entity(k, c) != x &&
           (isn_work_entity(k, c)->kind == ISN_ENT_PEOPLE ||
            isn_work_entity(k, c)->kind == ISN_ENT_PERSON) &&
           !(isn_work_pre(k, w, isn_work_entity(k, c)->reading) & ~(unsigned)ISN_CL_AL);
}

/* عددا: does the word end in the alef of the accusative? */
static bool takes_alef(const isn_work *k, uint32_t w) {
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    return token->fold_len > 1 &&
           k->scan->text->fold[token->fold + token->fold_len - 1] == ISN_F_ALEF;
}

/* قتل مسلحون ثلاثة من قوات الأمن: where the figure of some of a body begins, or the body itself. */
static uint32_t some_before(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    enum { WORDS = 6 };
    uint32_t from = x->first - 1;
    for (uint32_t w = from; w-- > e->last && from - w <= WORDS;) {
        uint32_t n = k->m->numbers.at[w];
        if (n == ISN_NONE)
            continue;
        const isn_number *q = &k->m->numbers.ptr[n];
        bool bare = q->last == from && q->noun == ISN_NONE && q->num_first < q->num_last;
        return bare && !is_place(x) && !(q->flags & (ISN_NF_DATE | ISN_NF_ORDINAL)) ? w : x->first;
    }
    return x->first;
}

/* شابين من جنين وشابين من الخليل: people in the same case as those before, whose town stands between. */
static bool alike_behind_place(const isn_work *k, const walk *p, const isn_entity *x) {
    const isn_entity *head = isn_work_entity(k, p->bares[p->nbares - 1] & ~0x80000000u);
    uint32_t w = head->last;
    if (x->kind != ISN_ENT_PEOPLE || head->kind != ISN_ENT_PEOPLE || x->side == ISN_SIDE_ARMED ||
        head->side == ISN_SIDE_ARMED ||
        isn_clause_accusative(k, x) != isn_clause_accusative(k, head))
        return false;
    while (w < x->first && k->fn[w] != ISN_FN_MIN && !(k->scan->words[w].flags & ISN_WF_BREAK))
        w++; /* محررين */
    uint32_t c = w + 1 < x->first ? k->m->entities.cover[w + 1] : ISN_NONE;
    return c != ISN_NONE && k->fn[w] == ISN_FN_MIN && is_place(isn_work_entity(k, c)) &&
           isn_work_entity(k, c)->last + 2 >= x->first;
}

static void chunk(const isn_work *k, isn_ev *e, walk *p, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    if (x->kind == ISN_ENT_PRONOUN && p->nbares && p->last_entity != ISN_NONE &&
        isn_work_entity(k, p->last_entity)->last == x->first) {
        p->parts = true;
        return; /* اغتيل الشيخ فلان هو ونجله */
    }
    if (!e->verb && p->last_entity != ISN_NONE && finds_dead(k, e) &&
        isn_work_entity(k, p->last_entity)->last == x->first &&
        body_of(k, e, isn_work_entity(k, p->last_entity))) {
        give(k, e, ISN_SLOT_VICTIM, entity); /* العثور على جثة شاب */
        return;
    }
    if (genitive(k, p, x) || apposed(k, e, p, x) || (p->nbares && body_of(k, e, x)))
        return;
    if (is_place(x) && x->first > e->last + 1 && e->event == ISN_EV_SANCTION &&
        its_own_noun(k, e, x->first - 1) && !(isn_work_pre(k, x->first - 1, 0) & ISN_CL_AL))
        return; /* طلبت من السفير مغادرة البلاد: what is to be left */
    if (p->last_entity != ISN_NONE && describes_people(k, isn_work_entity(k, p->last_entity), x))
        return;
    uint8_t fn = isn_clause_prep(k, x->first, x->reading);
    uint32_t number = x->number != ISN_NONE ? k->m->numbers.ptr[x->number].first : x->first;
    if (fn == ISN_FN_MIN && x->number == ISN_NONE && e->verb)
        number = some_before(k, e, x);
    bool some_of = fn == ISN_FN_MIN && number + 1 < x->first; /* سبعة من عناصر التنظيم */
    if ((fn == ISN_NO_FN || some_of) && number < x->first) /* على 93 فردا */
        fn = isn_clause_prep(k, number, 0);
    const isn_word *word = &k->scan->words[x->first];
    if (fn == ISN_NO_FN && x->first > e->last && k->fn[x->first - 1] == ISN_FN_FRONT &&
        !(word->flags & ISN_WF_BREAK)) { /* تظاهروا أمام البرلمان، أمام نقابة المحامين */
        p->last_slot = is_place(x) && !(e->flags & ISN_TG_SPEECH) ? ISN_SLOT_PLACE : ISN_SLOT_NONE;
        p->last_entity = entity;
        p->last_prep = ISN_FN_FI;
        give(k, e, p->last_slot, entity);
        return;
    }
    if (instrument(k, e, x, fn) || keeps(k, e, x, fn)) {
        p->last_slot = ISN_SLOT_ACTOR;
        p->last_entity = entity;
        p->last_prep = ISN_FN_BI;
        give(k, e, ISN_SLOT_ACTOR, entity);
        return;
    }
    if (p->rides && fn == ISN_NO_FN && !e->effect && !is_place(x) &&
        !(k->scan->words[x->first].flags & ISN_WF_BREAK)) {
        give(k, e, ISN_SLOT_TARGET, entity);
        p->last_slot = ISN_SLOT_TARGET;
        p->last_entity = entity;
        p->last_prep = ISN_NO_FN;
        p->rides = false;
        return;
    }
    if (fn == ISN_NO_FN)
        fn = posts_of(k, e, x);
    if (fn == ISN_NO_FN && of_governed_noun(k, e, x))
        return;
    /* وستة مسلحين: the و stands before the number */
    unsigned joins = isn_work_pre(k, x->first, x->reading);
    if (number < x->first) /* ولي العهد begins with no و */
        joins |= isn_work_pre(k, number, 0);
    bool conj = joins & ISN_CL_WAW;
    if (word->flags & ISN_WF_PAREN && p->last_entity != ISN_NONE)
        return; /* another name of the same */
    bool subset = x->number != ISN_NONE && k->m->numbers.ptr[x->number].flags & ISN_NF_SUBSET;
    bool told = e->recipients.n || p->nbares ||
                (e > k->evs.ptr && e[-1].sentence == e->sentence && e[-1].recipients.n);
    if (told && most_of_them(k, number, fn)) {
        p->subset = true;
        return;
    }
    p->subset =
        subset || (p->parts && !conj && fn == ISN_NO_FN) || (p->subset && conj && fn == ISN_NO_FN);
    if (p->subset && (conj || p->parts)) {
        p->parts = false;
        return; /* بينهم طفلان وثلاث سيدات: the women are of the subset too; سبعة هم أربعة أطفال وثلاث نساء */
    }
    p->parts = false;
    if (conj && fn == ISN_NO_FN && e->verb && e->effect && p->nbares && p->nbares < ISN_ROLE_MAX &&
        alike_behind_place(k, p, x)) {
        p->bares[p->nbares++] = entity | 0x80000000u; /* اعتقلت شابين من جنين وشابين من الخليل */
        p->last_entity = entity;
        p->last_slot = ISN_SLOT_NONE;
        p->last_prep = ISN_NO_FN;
        return;
    }
    if (conj && fn == ISN_NO_FN && p->last_entity != ISN_NONE && p->last_slot != ISN_SLOT_NONE) {
        give(k, e, p->last_slot, entity); /* joined to what stands before */
        return;
    }
    bool with_him = p->last_prep == ISN_FN_MAA && p->last_slot == ISN_SLOT_NONE && e->verb &&
                    e->effect &&
                    x->kind == ISN_ENT_PEOPLE; /* قتل الطبيب مع زوجته واثنين من أبنائه */
    if (conj && (fn == ISN_NO_FN || (some_of && with_him)) && p->nbares &&
        p->nbares < ISN_ROLE_MAX && (p->last_prep == ISN_NO_FN || with_him)) {
        p->bares[p->nbares++] = entity | 0x80000000u; /* joined to the bare phrase before */
        return;
    }
    if (fn == ISN_FN_MIN && resident(k, p, x))
        return;                                      /* شاب من سكان المخيم */
    if (fn == ISN_FN_MIN && partitive(k, e, p, x)) { /* القوات الشريكة من قوات الأمن والبشمركة */
        p->bares[p->nbares++] = entity | 0x80000000u;
        return;
    }
    if (fn == ISN_FN_MIN && e->verb && !p->nbares && x->kind == ISN_ENT_ACTOR && strikes(x) &&
        x->first == e->last + 2 && k->m->entities.cover[e->last] == ISN_NONE &&
        !k->taken[e->last]) { /* اعتقلت قوة من الجهاز شابا: of whom the subject is */
        p->bares[p->nbares++] = entity;
        p->bare++;
        p->last_entity = entity;
        return;
    }
    if (fn == ISN_FN_LI && x->kind == ISN_ENT_PEOPLE && x->first > e->last + 1 &&
        k->m->entities.cover[x->first - 1] != ISN_NONE &&
        is_place(isn_work_entity(k, k->m->entities.cover[x->first - 1])))
        return; /* مخيم أبو شوك للنازحين: its name */
    if (fn == ISN_FN_LI && x->first > e->last + 1 && k->fn[x->first - 1] == ISN_FN_BELONGS &&
        k->m->entities.cover[x->first - 2] != ISN_NONE)
        return; /* مسلحون تابعون لإيران: the patron does nothing and suffers nothing */
    if (fn != ISN_NO_FN) {
        prep_phrase(k, e, p, entity, fn);
        return;
    }
    if (subset)
        return;
    bool two = (e->form & (ISN_FORM_NUMBER | ISN_FORM_CONSTRUCT)) == ISN_FORM_DU;
    if (!e->verb && e->flags & ISN_TG_ATTACK && x->kind == ISN_ENT_PEOPLE && x->first == e->last &&
        x->number == ISN_NONE && (x->last == x->first + 1 || two) &&
        (!(x->flags & ISN_EF_PLURAL) || two))
        return; /* قصف مدفعي، هجوم مسلح، هجومين مسلحين: an adjective */
    if (p->deed != 0 && x->first == p->deed + 1 && !(isn_work_pre(k, p->deed, 0) & ISN_CL_AL) &&
        !is_place(x) && !loose_company(k, x) && !takes_alef(k, x->last - 1))
        return; /* استهدف قصف الجيش الحي: whose deed; not قتلت غارة رجلا */
    if (p->verb != 0 && x->first == p->verb && !e->verb && can_act(x) && is_place(x)) {
        isn_refs_add(&e->actors, entity); /* غارتين شنتهما باكستان */
        return;
    }
    bool where = is_place(x) && (x->flags & (ISN_EF_NEAR | ISN_EF_DIRECTION));
    bool begins = word->flags & ISN_WF_COMMA || conj; /* not من سكان مخيم كذا، */
    if (where || (is_place(x) && p->after_comma && begins &&
                  !(x->table == ISN_T_COUNTRY && object_far_on(k, e, p, x)))) {
        isn_refs_add(&e->places, entity);
        p->last_slot = ISN_SLOT_PLACE;
        p->last_entity = entity;
        p->last_prep = ISN_FN_FI;
        return;
    }
    bool quality = x->kind == ISN_ENT_ACTOR && x->table == ISN_T_ACTOR && of_group(k, x) &&
                   !e->verb && e->flags & ISN_TG_ATTACK;
    if (x->flags & ISN_EF_ADJ || quality) { /* قصف إسرائيلي، غارة جوية إسرائيلية، قصف مدفعي حوثي */
        bool whose =
            e->flags & ISN_TG_LASTING && /* الحرب السورية, not الحرب الإسرائيلية على القطاع */
            (x->last >= k->scan->nwords || k->fn[x->last] != ISN_FN_ALA);
        if (!e->verb && !whose &&
            (x->first == e->last || (e->flags & ISN_TG_ATTACK && only_qualified(k, e, x->first))))
            isn_refs_add(&e->actors, entity);
        return;
    }
    if ((p->after_comma && !object_far_on(k, e, p, x)) || p->nbares >= ISN_ROLE_MAX)
        return;
    p->bares[p->nbares++] = entity;
    p->bare++;
    p->last_slot = ISN_SLOT_NONE;
    p->last_entity = entity;
    p->last_prep = ISN_NO_FN;
}

static bool since_word(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_DATEWORD);
    return s && isn_lex_int(k->lex, ISN_T_DATEWORD, s->row, ISN_DATEWORD_KIND) == ISN_DW_SINCE;
}

static bool relative_verb(const isn_work *k, uint32_t w) {
    const isn_word *word = &k->scan->words[w];
    const isn_reading *r = &word->reading[0];
    return k->wc[w] & ISN_WC_VERB && r->suf && !(r->pre & (ISN_CL_WAW | ISN_CL_FEH)) &&
           !(word->flags & ISN_WF_BREAK) && w &&
           (k->fn[w - 1] == ISN_NO_FN || k->fn[w - 1] == ISN_FN_WHO); /* التي تدعمها إيران */
}

/* قتل في الهجوم 12 مدنيا: the deed that a preposition governs stands between the verb and those that suffer. */
static bool counted_behind(const isn_work *k, const isn_ev *e, uint32_t w) {
    if (!e->verb || !e->effect || w < e->last + 1 || w - e->last > 4 ||
        !(k->wc[w] & ISN_WC_TRIGGER) || k->wc[w] & ISN_WC_VERB ||
        (isn_clause_prep(k, w, 0) == ISN_NO_FN && k->fn[w - 1] == ISN_NO_FN))
        return false;
    for (uint32_t i = w + 1; i < e->clause_last && i < w + 8; i++) {
        uint32_t n = k->m->numbers.at[i];
        if (k->wc[i] & ISN_WC_VERB || k->scan->words[i].flags & ISN_WF_BREAK)
            return false;
        if (n != ISN_NONE && k->m->numbers.ptr[n].first == i) { /* not برصاص قناص */
            const isn_number *q = &k->m->numbers.ptr[n];
            if (k->fn[i - 1] == ISN_FN_EXCEPT && q->noun_table == ISN_T_PEOPLE)
                return true; /* لم يقتل في الهجوم سوى جندي واحد */
            return q->num_first != q->num_last &&
                   (q->noun_table == ISN_T_PEOPLE ||
                    (q->noun == ISN_NONE && q->last < e->clause_last && /* 12 من القوات */
                     k->fn[q->last] == ISN_FN_MIN &&
                     !(q->flags & (ISN_NF_DATE | ISN_NF_NAME | ISN_NF_PERCENT))));
        }
    }
    return false;
}

/* مختبر لتصنيع العبوات تابع للتنظيم: what it is for stands before whose it is. The word تابع, or 0. */
static uint32_t belongs_after(const isn_work *k, uint32_t w, uint32_t s1) {
    if (!(k->wc[w] & ISN_WC_TRIGGER) || !(isn_work_pre(k, w, 0) & ISN_CL_LAM))
        return 0;
    for (uint32_t i = w + 1; i < s1 && i < w + 4 && !(k->scan->words[i].flags & ISN_WF_BREAK); i++)
        if (k->fn[i] == ISN_FN_BELONGS)
            return i;
    return 0;
}

/* شنقا، رميا: an indefinite accusative, which says how and takes no object. */
static bool adverbial(const isn_work *k, uint32_t w) {
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *end = k->scan->text->fold + token->fold + token->fold_len;
    return k->m->entities.cover[w] == ISN_NONE && !k->taken[w] && token->fold_len > 3 &&
           end[-1] == ISN_F_ALEF && k->fn[w] == ISN_NO_FN && !isn_work_pre(k, w, 0);
}

/* أعدم رميا بالرصاص ثلاثة، حكم الإعدام شنقا بحق سجينين: how it was done stands before whom it was done to. Behind the
 * doer (أعدمت الحركة رميا بالرصاص خمسة) only an adverb can. The word after it, or 0. */
static uint32_t manner_after(const isn_work *k, const isn_ev *e, uint32_t w, bool doer) {
    if (!(e->effect || e->flags & ISN_TG_ATTACK || e->event == ISN_EV_SANCTION) ||
        !(k->wc[w] & ISN_WC_TRIGGER) || k->wc[w] & ISN_WC_VERB)
        return 0;
    if (doer && !(adverbial(k, w) || adverbial(k, w - 1)))
        return 0;
    for (const isn_ev *q = e + 1; q < k->evs.ptr + k->evs.len && q->first <= w; q++) {
        if (q->first != w)
            continue;
        bool how = q->form & ISN_FORM_ACC || isn_work_pre(k, w, 0) & ISN_CL_BEH;
        uint32_t next = q->last < k->scan->nwords ? k->m->entities.cover[q->last] : ISN_NONE;
        bool owned = next != ISN_NONE && isn_clause_prep(k, q->last, 0) == ISN_NO_FN;
        return how && (!owned || doer) ? q->last : 0;
    }
    return 0;
}

/* خمسة جنود قتلوا أحدهم ضابط: behind a verb in the plural, one of them and what he was; `w` is the word after "one of". */
bool isn_role_apposed_one(const isn_work *k, const isn_ev *e, uint32_t w) {
    uint32_t c = w < k->scan->nwords ? k->m->entities.cover[w] : ISN_NONE;
    return e->verb && (e->form & ISN_FORM_NUMBER) == ISN_FORM_PL && w == e->last + 1 &&
           c != ISN_NONE && isn_work_entity(k, c)->first == w &&
           isn_work_entity(k, c)->kind == ISN_ENT_PEOPLE &&
           !isn_work_pre(k, w, isn_work_entity(k, c)->reading);
}

/* بعضهم، أحدهما، عدد منهم right after the verb: some of those named before. The word after it, or 0. */
static uint32_t some_of_them(const isn_work *k, const isn_ev *e) {
    uint32_t w = e->last, n = k->scan->nwords;
    if (!e->verb || w >= n || k->fn[w] != ISN_FN_EACH || k->scan->words[w].flags & ISN_WF_BREAK ||
        isn_role_apposed_one(k, e, w + 1))
        return 0;
    if (isn_work_pronoun(k, w))
        return w + 1;
    bool of = w + 1 < n && isn_work_has(k, w + 1, ISN_T_FUNC) && k->fn[w + 1] == ISN_FN_OTHER &&
              isn_work_pronoun(k, w + 1);
    return of ? w + 2 : 0;
}

/* استهدف القصف البلدة، هزت ثلاثة انفجارات المدينة: a noun of deed right after a verb that acts on people or places is its
 * subject. */
static bool deed_acts(const isn_work *k, const isn_ev *e, const walk *p, uint32_t w) {
    if (!e->verb || p->deed != 0 || p->last_entity != ISN_NONE || !(k->wc[w] & ISN_WC_TRIGGER) ||
        k->wc[w] & (ISN_WC_VERB | ISN_WC_BOUND) || isn_clause_prep(k, w, 0) != ISN_NO_FN)
        return false;
    for (uint32_t i = e->last; i < w; i++)
        if (!k->taken[i])
            return false;
    int32_t sub = isn_work_slot(k, e->row, ISN_FRAME_SUBJECT),
            obj = isn_work_slot(k, e->row, ISN_FRAME_OBJECT);
    const isn_ev *deed = e + 1 < k->evs.ptr + k->evs.len ? e + 1 : e; /* أصابت الغارة خمسة أشخاص */
    bool harms = obj == ISN_SLOT_VICTIM && e->effect && w == e->last && deed->first == w &&
                 deed->flags & ISN_TG_ATTACK;
    return obj == ISN_SLOT_TARGET || harms
               ? sub == ISN_SLOT_ACTOR
               : sub == ISN_SLOT_EVENT && (obj == ISN_SLOT_PLACE || obj == ISN_SLOT_VICTIM);
}

/* استهدف قصف مدفعي إسرائيلي بلدة: the last word of the deed that begins at the word. */
static uint32_t last_of_deed(const isn_work *k, const isn_ev *e, uint32_t w) {
    for (const isn_ev *q = e + 1; q < k->evs.ptr + k->evs.len && q->first <= w; q++)
        if (q->first == w)
            return q->last - 1;
    return w;
}

/* أجرى الوزير زيارة إلى بغداد: the noun that names the verb's own deed, with the verb's frame, goes on with it. */
static bool names_deed(const isn_work *k, const isn_ev *e, uint32_t w) {
    if (!e->verb || !e->event || e->recipients.n ||
        /* أفرجت عن أربع مقابل إفراج إسرائيل */ !(k->wc[w] & ISN_WC_TRIGGER) ||
        k->wc[w] & (ISN_WC_VERB | ISN_WC_BOUND))
        return false;
    for (const isn_ev *q = e + 1; q < k->evs.ptr + k->evs.len && q->first <= w; q++)
        if (q->first == w)
            return !q->verb && q->event == e->event &&
                   isn_work_trigger(k, q->row, ISN_TRIGGER_FRAME) ==
                       isn_work_trigger(k, e->row, ISN_TRIGGER_FRAME);
    return false;
}

/* مستوطنون يهاجمون قرية والجيش يعتقل شبانا: a definite noun with و, and its verb right behind it. */
static bool begins_another(const isn_work *k, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    if (x->last >= k->scan->nwords || !(isn_work_pre(k, x->first, x->reading) & ISN_CL_WAW) ||
        !(k->wc[x->last] & ISN_WC_VERB) || k->scan->words[x->last].flags & ISN_WF_BREAK ||
        isn_work_pre(k, x->last, 0) & (ISN_CL_WAW | ISN_CL_FEH) || !can_act(x))
        return false;
    return isn_work_pre(k, x->first, x->reading) & ISN_CL_AL || x->flags & ISN_EF_NAMED;
}

static bool judges(const isn_ev *e) {
    return e->event == ISN_EV_SANCTION || e->event == ISN_EV_COERCE || e->event == ISN_EV_ACCUSE;
}

/* بتهمة التجسس، بذريعة التعاون مع الجيش; of a killing only what ب governs: قتل المسؤول عن الهجوم is whom it befell. */
static bool charged_with(const isn_work *k, const isn_ev *e, uint32_t w) {
    bool befalls = e->effect || e->flags & ISN_TG_ATTACK;
    if (judges(e) && k->fn[w - 1] == ISN_FN_FI && isn_role_cue(k, w, ISN_CUE_AFFAIRS))
        return true; /* حبس خمسة في قضية التآمر على أمن الدولة */
    if (!(judges(e) || befalls) || !isn_role_cue(k, w, ISN_CUE_ACCUSATION))
        return false;
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    return judges(e) || k->scan->text->fold[token->fold] == ISN_F_BEH;
}

/* أحدهم ضابط: who one of those named was. */
static bool one_of_those(const isn_work *k, uint32_t w) {
    uint32_t n = k->m->numbers.at[w];
    return n != ISN_NONE && k->m->numbers.ptr[n].first == w &&
           k->m->numbers.ptr[n].flags & ISN_NF_SUBSET && k->m->numbers.ptr[n].noun == ISN_NONE;
}

/* والآخر شاب: and what the other was. */
static bool the_other(const isn_work *k, uint32_t w) {
    const unsigned both = ISN_CL_WAW | ISN_CL_AL;
    return (isn_work_pre(k, w, 0) & both) == both && w + 1 < k->scan->nwords &&
           k->m->entities.cover[w + 1] != ISN_NONE && !(isn_work_pre(k, w + 1, 0) & ISN_CL_AL);
}

/* رحلت السلطات في ليبيا، 600 مهاجر: the comma parts a body and those it does it to, who are counted. */
static bool counted_object(const isn_work *k, const isn_ev *e, const walk *p, uint32_t w) {
    uint32_t n = k->m->numbers.at[w], one = bare_at(p, 0);
    int32_t obj = isn_work_slot(k, e->row, ISN_FRAME_OBJECT);
    return e->verb && p->nbares == 1 && n != ISN_NONE && k->m->numbers.ptr[n].first == w &&
           k->m->numbers.ptr[n].noun_table == ISN_T_PEOPLE && one != ISN_NONE &&
           isn_work_entity(k, one)->kind == ISN_ENT_ACTOR &&
           !(isn_work_pre(k, w, 0) & ISN_CL_WAW) &&
           (obj == ISN_SLOT_VICTIM || obj == ISN_SLOT_RECIPIENT);
}

static void walk_after(const isn_work *k, isn_ev *e, walk *p) {
    uint32_t s1 = clause_within(k, e, k->scan->sentence_word[e->sentence + 1]);
    memset(p, 0, sizeof *p);
    p->last_entity = ISN_NONE;
    p->last_prep = ISN_NO_FN;
    uint32_t comma_from = ISN_NONE, closing = ISN_NONE;
    uint32_t some = some_of_them(k, e);
    p->some = some != 0;
    for (p->i = p->some ? some : e->last; p->i < s1;) {
        uint32_t w = p->i;
        if (w - e->first > 40)
            break;
        uint32_t c = k->m->entities.cover[w];
        if (k->fn[w] == ISN_FN_WHO) {
            bool set_off = k->scan->words[w].flags & ISN_WF_COMMA;
            p->i = skip_relative(k, w, s1);
            if (p->i >= s1)
                break;
            if (set_off) /* البحرين، التي تستضيف الأسطول، مئات المحتجين */
                closing = p->i;
            comma_from = ISN_NONE;
            continue;
        }
        bool entity = c != ISN_NONE && isn_work_entity(k, c)->first == w;
        if (!entity && k->fn[w] == ISN_FN_CARRIES && e->event == ISN_EV_ASSAULT && w > e->last) {
            p->rides = true;
            p->i = w + 1;
            continue;
        }
        p->off |= k->fn[w] == ISN_FN_AN;
        p->parts |= !entity && !p->some && e->effect &&
                    (one_of_those(k, w) || (p->subset && the_other(k, w)));
        if (!entity &&
            relative_verb(k, w)) { /* عمليات شهدها العراق ضد التنظيم: the noun's phrases go on */
            comma_from = w;
            p->i = p->verb = w + 1;
            continue;
        }
        uint32_t aside = entity ? 0 : skip_aside(k, e, w, s1);
        if (aside == 0 && !entity && e->verb)
            aside = skip_description(k, e, w, s1);
        if (aside != 0) {
            closing = aside;
            p->i = aside;
            continue;
        }
        uint32_t whose = entity ? 0 : belongs_after(k, w, s1);
        if (whose != 0) {
            p->i = whose;
            continue;
        }
        uint32_t how = entity || p->nbares > 1 ? 0 : manner_after(k, e, w, p->nbares != 0);
        if (how != 0) {
            p->i = how;
            continue;
        }
        bool cause = !entity && e->verb && !p->nbares && k->wc[w] & ISN_WC_TRIGGER &&
                     !(k->wc[w] & ISN_WC_VERB) &&
                     (e->flags & ISN_TG_RESULT || (e->effect && w == e->last));
        if (!entity && !cause && p->nbares <= 1 && counted_behind(k, e, w)) {
            p->i = w + 1;
            continue;
        }
        if (!entity && w == e->last && e->verb && e->flags & ISN_TG_CLAIM &&
            k->wc[w] & ISN_WC_TRIGGER && !(k->wc[w] & ISN_WC_VERB) &&
            isn_work_pre(k, w, 0) & ISN_CL_AL) { /* تبنى الهجوم تنظيم كذا */
            p->i = w + 1;
            continue;
        }
        bool deed = !entity && deed_acts(k, e, p, w);
        if (deed) {
            p->deed = last_of_deed(k, e, w);
            p->i = p->deed + 1;
            continue;
        }
        bool body = !entity && finds_dead(k, e) && isn_work_has(k, w, ISN_T_CASUALTY);
        if (!entity && !cause && !deed && !body && !names_deed(k, e, w) &&
            stops(k, e, w)) /* أودى النزاع بحياة ألف شخص: its subject */
            break;
        if (entity && k->wc[w] & ISN_WC_TRIGGER && isn_work_entity(k, c)->kind == ISN_ENT_PEOPLE) {
            /* سقوط قتلى: people that are triggers too are arguments */
        } else if (entity && k->wc[w] & (ISN_WC_TRIGGER | ISN_WC_VERB)) {
            break;
        }
        uint32_t d = entity ? ISN_NONE : k->m->dates.at[w];
        if (d != ISN_NONE && comma_at(k, w, s1) && comma_at(k, k->m->dates.ptr[d].last, s1)) {
            closing = p->i = k->m->dates.ptr[d].last; /* ، مساء الأحد، */
            continue;
        }
        if (d != ISN_NONE && w == e->last && e->verb &&
            comma_at(k, k->m->dates.ptr[d].last, s1)) { /* يتوجه اليوم الثلاثاء، الوزير */
            closing = p->i = k->m->dates.ptr[d].last;
            continue;
        }
        if (comma_at(k, w, s1) && w != closing && w > e->last &&
            !counted_object(k, e, p, w)) /* the second comma closes an aside */
            comma_from = comma_from == ISN_NONE ? w : ISN_NONE;
        if (d != ISN_NONE) { /* an aside of time opens nothing and closes nothing */
            p->i = k->m->dates.ptr[d].last;
            continue;
        }
        if (!entity && isn_work_has(k, w, ISN_T_DATEWORD) && since_word(k, w)) {
            p->i = w + 3; /* منذ بدء التصعيد: a time that has no date */
            continue;
        }
        if (!entity && p->nbares && charged_with(k, e, w))
            break; /* بتهمة التآمر على أمن الدولة: against whom the crime was */
        p->after_comma = comma_from != ISN_NONE;
        bool sign = w > e->last && k->scan->words[w].flags & (ISN_WF_STOP | ISN_WF_COLON);
        if (entity && (sign || begins_another(k, c)))
            break;
        if (entity) {
            chunk(k, e, p, c);
            p->i = isn_work_entity(k, c)->last > w ? isn_work_entity(k, c)->last : w + 1;
        } else {
            p->i = w + 1;
        }
    }
}

/* ---- subjects before the verb --------------------------------------------------------------------------- */

/* بينهم، من ضمنهم: does what a part of those before is told with begin at the word? */
static bool opens_part(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s =
        isn_work_has(k, w, ISN_T_BOUND) ? isn_match_sense(&hit, k->scan, w, ISN_T_BOUND) : NULL;
    return s && isn_lex_int(k->lex, ISN_T_BOUND, s->row, ISN_BOUND_KIND) == ISN_B_INCLUDING;
}

/* أحد المحتجزين، وهو مدرس من البلدة، توفي, and 42 مدنيا، بينهم سبعة أطفال، وسيدتان، قتلوا: where what stands between the two
 * commas begins, or ISN_NONE. */
static uint32_t aside_before(const isn_work *k, const isn_ev *e) {
    enum { LENGTH = 16 };
    if (!(k->scan->words[e->first].flags & ISN_WF_COMMA) ||
        isn_work_pre(k, e->first, e->reading) & (ISN_CL_WAW | ISN_CL_FEH))
        return ISN_NONE;
    for (uint32_t w = e->first; w-- > k->s0[e->sentence] && e->first - w < LENGTH;) {
        if (k->wc[w] & ISN_WC_VERB)
            return ISN_NONE;
        if (opens_part(k, w))
            return w;
        if (!(k->scan->words[w].flags & ISN_WF_COMMA))
            continue;
        uint32_t c = w > k->s0[e->sentence] ? k->m->entities.cover[w] : ISN_NONE;
        if (c != ISN_NONE && isn_work_entity(k, c)->kind == ISN_ENT_PRONOUN)
            return w;
        if (!((isn_work_pre(k, w, 0) | isn_work_pre(k, w + 1, 0)) &
              ISN_CL_WAW)) /* و3 is two words */
            return ISN_NONE;
    }
    return ISN_NONE;
}

/* Right behind a bare noun that nothing is known of, a place is that one's complement. */
static bool bound_noun(const isn_work *k, uint32_t word) {
    uint32_t w = word - 1;
    return k->fn[w] == ISN_NO_FN && k->m->entities.cover[w] == ISN_NONE && !k->taken[w] &&
           !(k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY)) && k->scan->words[w].kind == ISN_TOK_WORD &&
           !(isn_work_pre(k, w, 0) & ISN_CL_AL) && !(k->scan->words[word].flags & ISN_WF_BREAK) &&
           !isn_work_has(k, w, ISN_T_DATEWORD);
}

/* The gender of an organisation's head word as verbs have it: 1 feminine (ة or ات at its end, or the plural of a
 * thing: كتائب), -1 masculine, 0 not known. */
static int gender_of_head(const isn_work *k, const isn_entity *x) {
    const isn_scan *scan = k->scan;
    uint32_t w = x->first;
    const isn_token *token = &scan->text->tokens[scan->words[w].token];
    const uint8_t *end = scan->text->fold + token->fold + token->fold_len;
    bool sound = token->fold_len >= 4 && end[-1] == ISN_F_TEH && end[-2] == ISN_F_ALEF;
    if (x->flags & (ISN_EF_FEM | ISN_EF_PLURAL) || token->flags & ISN_TF_TEH_MARBUTA || sound)
        return 1;
    for (uint32_t h = scan->word_hit[w]; h < scan->word_hit[w + 1]; h++)
        for (unsigned i = 0; i < scan->hits[h].nsenses; i++) {
            const isn_sense *sense = &scan->hits[h].senses[i];
            if (scan->hits[h].last == w + 1 && sense->table == ISN_T_ORGWORD &&
                (sense->form & ISN_FORM_KIND) == ISN_FORM_NOUN)
                return (sense->form & ISN_FORM_NUMBER) == ISN_FORM_PL ? 1 : -1;
        }
    return 0;
}

/* May the noun phrase be the verb's subject, by its gender? Names without a sign of theirs may. */
static bool agrees(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    bool feminine = e->form & ISN_FORM_FEM;
    if (x->kind == ISN_ENT_PLACE || x->kind == ISN_ENT_PERSON)
        return true;
    if (x->kind == ISN_ENT_ACTOR && x->table != ISN_T_TITLE) {
        int gender = gender_of_head(k, x);
        return gender == 0 || feminine == (gender > 0);
    }
    bool several = x->flags & ISN_EF_PLURAL || /* رجلا وزوجته قتلا */
                   (x->coord != ISN_NONE && (e->form & ISN_FORM_NUMBER) != ISN_FORM_SG);
    if (several && x->first < e->first)
        return true;
    /* before people the verb has their gender: اعتقل رجال، اعتقلت نساء */
    return feminine == ((x->flags & ISN_EF_FEM) != 0);
}

/* مجاهدوها … واستهدفوا، الجماعة … وتصدت: of who was named before the verb has the number too. */
static bool agrees_behind(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    bool people = x->kind == ISN_ENT_PEOPLE && x->flags & ISN_EF_PLURAL;
    return ((e->form & ISN_FORM_NUMBER) == ISN_FORM_PL) == people && agrees(k, e, x);
}

/* إن وزير الخارجية فلان، بحث مع نظيره: a comma between a long subject and its verb. What the clause begins with where no
 * other verb stands before the comma, or ISN_NONE. */
static uint32_t before_comma(const isn_work *k, const isn_ev *e) {
    enum { LENGTH = 14 };
    uint32_t s0 = k->s0[e->sentence], lo = e->first;
    if (!(k->scan->words[e->first].flags & ISN_WF_COMMA) ||
        isn_work_pre(k, e->first, e->reading) & (ISN_CL_WAW | ISN_CL_FEH))
        return ISN_NONE;
    while (lo > s0 && k->fn[lo - 1] != ISN_FN_THAT && k->fn[lo - 1] != ISN_FN_KANA) {
        lo--;
        if (k->wc[lo] & (ISN_WC_VERB | ISN_WC_SAY | ISN_WC_TRIGGER | ISN_WC_ATTRIB) ||
            k->fn[lo] == ISN_FN_WHILE || k->fn[lo] == ISN_FN_BUT || e->first - lo > LENGTH)
            return ISN_NONE;
    }
    uint32_t c = lo < e->first ? k->m->entities.cover[lo] : ISN_NONE;
    if (c == ISN_NONE)
        return ISN_NONE;
    const isn_entity *x = isn_work_entity(k, c);
    return x->first == lo && !is_place(x) && x->number == ISN_NONE && can_act(x) &&
                   !(x->flags & ISN_EF_ADJ) && governed_by(k, x) == ISN_NO_FN && agrees(k, e, x)
               ? c
               : ISN_NONE;
}

/* وبحسب ناشطين ومصادر اعتقل الأمن: who tells it does not do it. */
static bool told_by(const isn_work *k, uint32_t entity) {
    for (uint32_t c = entity; c != ISN_NONE; c = isn_work_entity(k, c)->coord) {
        uint32_t first = isn_work_entity(k, c)->first;
        if (first > 0 && k->wc[first - 1] & ISN_WC_ATTRIB)
            return true;
    }
    return false;
}

/* عن صحفي اغتيل بعبوة، جثمان شاب قتل في غارة: harm told of one without the article, and no doer or victim behind it. */
static bool harmed_one(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    uint32_t w = e->last;
    return e->effect != ISN_WHAT_ACTIONS && e->verb && e->harm != ISN_HARM_NONE &&
           !(x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL)) &&
           (e->form & ISN_FORM_NUMBER) == ISN_FORM_SG && w < k->scan->nwords &&
           !(k->scan->words[w].flags & ISN_WF_BREAK) &&
           (k->fn[w] == ISN_FN_FI || isn_work_pre(k, w, 0) & ISN_CL_BEH);
}

/* على يد رجال اقتحموا منزله، من مسلحين هاجموا القرية: people without the article and, right behind them, a verb of theirs
 * that describes them. */
static bool described_by(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    if (x->last != e->first || x->kind != ISN_ENT_PEOPLE)
        return false;
    bool several =
        x->flags & ISN_EF_PLURAL && (e->form & ISN_FORM_NUMBER) == ISN_FORM_PL && !e->passive;
    return (several || harmed_one(k, e, x)) &&
           !(isn_work_pre(k, x->first, x->reading) & ISN_CL_AL) &&
           !(k->scan->words[e->first].flags & ISN_WF_BREAK) &&
           !(isn_work_pre(k, e->first, e->reading) & (ISN_CL_WAW | ISN_CL_FEH));
}

/* فقد right before a verb: no "he lost". */
static bool begins_answer(const isn_work *k, uint32_t w) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *p = k->scan->text->fold + t->fold;
    return t->fold_len == 3 && p[0] == ISN_F_FEH && p[1] == ISN_F_QAF && p[2] == ISN_F_DAL;
}

/* بينهم سبعة أطفال وسيدة، منهم 6 من الإعلاميين و21 من المسعفين: a part of those told before, or joined to one. */
static bool among_them(const isn_work *k, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    uint32_t n = x->number;
    for (unsigned joined = 0; n != ISN_NONE && joined < ISN_ROLE_MAX; joined++, n--) {
        const isn_number *q = &k->m->numbers.ptr[n];
        if (q->flags & ISN_NF_SUBSET)
            return true;
        if (n == 0 || !(isn_work_pre(k, q->first, 0) & ISN_CL_WAW) || q->first - q[-1].last > 3 ||
            k->scan->words[q->first].sentence != k->scan->words[q[-1].first].sentence)
            return false;
    }
    return x->coord != ISN_NONE && x->coord < entity && among_them(k, x->coord);
}

/* يتزعمها، يرأسه: a verb that no row knows shows by its letters that it has a pronoun for its object. */
static bool verb_with_object(const isn_work *k, uint32_t w) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *p = k->scan->text->fold + t->fold, *end = p + t->fold_len;
    bool to_come = t->fold_len > 4 && (p[0] == ISN_F_YEH || p[0] == ISN_F_TEH);
    return isn_work_pronoun(k, w) ||
           (to_come && (end[-1] == ISN_F_HEH || (end[-2] == ISN_F_HEH && (end[-1] == ISN_F_ALEF ||
                                                                          end[-1] == ISN_F_MEEM))));
}

/* القوات التي يقودها فلان، الحركة التي تدعمها إيران: who does something to the noun that the clause describes. The word of
 * التي, or 0. */
static uint32_t led_by(const isn_work *k, const isn_entity *x, uint32_t s0) {
    uint32_t w = x->first;
    if (w < s0 + 3 || k->fn[w - 2] != ISN_FN_WHO || k->scan->words[w].flags & ISN_WF_BREAK ||
        k->scan->words[w - 1].flags & ISN_WF_BREAK || !verb_with_object(k, w - 1))
        return 0;
    return k->m->entities.cover[w - 3] != ISN_NONE ? w - 2 : 0;
}

/* المستوطنون وبحماية الجيش أحرقوا، المسلحون وبدعم الطيران: an aside of with whom it was done. */
static bool with_noun(const isn_work *k, uint32_t word) {
    if (word == 0 || k->scan->words[word].flags & ISN_WF_BREAK)
        return false;
    uint32_t w = word - 1;
    const isn_word *noun = &k->scan->words[w];
    unsigned pre = isn_work_pre(k, w, 0);
    if (pre == ISN_CL_WAW) /* the lexicon has the word with its preposition too */
        pre = isn_work_pre(k, w, 1);
    return noun->kind == ISN_TOK_WORD && pre == (ISN_CL_WAW | ISN_CL_BEH) &&
           noun->reading[0].suf == ISN_SUF_NONE && k->fn[w] == ISN_NO_FN && !k->taken[w] &&
           k->m->entities.cover[w] == ISN_NONE && !isn_work_has(k, w, ISN_T_DATEWORD);
}

/* منازل الفلسطينيين واعتقلت ثلاثة: they of a sound plural before it take no verb in the singular. */
static bool several_no_one(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    const isn_token *token = &k->scan->text->tokens[k->scan->words[x->first].token];
    const uint8_t *end = k->scan->text->fold + token->fold + token->fold_len;
    bool people = x->kind == ISN_ENT_PEOPLE || x->table == ISN_T_NATION;
    return people && x->flags & ISN_EF_PLURAL && (e->form & ISN_FORM_NUMBER) == ISN_FORM_SG &&
           isn_work_pre(k, e->first, e->reading) & ISN_CL_WAW && token->fold_len > 4 &&
           end[-1] == ISN_F_NOON && (end[-2] == ISN_F_YEH || end[-2] == ISN_F_WAW);
}

/* المستوطنين المتطرفين: two nouns of people with the article and one ending are one phrase; the first, or ISN_NONE. */
static uint32_t described_head(const isn_work *k, uint32_t entity, uint32_t lo) {
    const isn_entity *x = isn_work_entity(k, entity);
    uint32_t c = x->first > lo ? k->m->entities.cover[x->first - 1] : ISN_NONE;
    if (c == ISN_NONE || is_place(x) || x->last != x->first + 1 ||
        k->scan->words[x->first].flags & ISN_WF_BREAK ||
        isn_work_pre(k, x->first, x->reading) != ISN_CL_AL)
        return ISN_NONE;
    const isn_entity *head = isn_work_entity(k, c);
    const isn_token *a = &k->scan->text->tokens[k->scan->words[head->last - 1].token];
    const isn_token *b = &k->scan->text->tokens[k->scan->words[x->first].token];
    const uint8_t *one = k->scan->text->fold + a->fold + a->fold_len;
    const uint8_t *two = k->scan->text->fold + b->fold + b->fold_len;
    bool alike = a->fold_len > 4 && b->fold_len > 4 && one[-1] == ISN_F_NOON &&
                 two[-1] == ISN_F_NOON && one[-2] == two[-2];
    return alike && head->kind == ISN_ENT_PEOPLE && head->last == x->first &&
                   isn_work_pre(k, head->last - 1, 0) & ISN_CL_AL
               ? c
               : ISN_NONE;
}

/* تحت حماية الجيش، وسط حراسة الشرطة: a force behind a noun that a word of place governs; the verb in the plural is of those
 * before it. */
static bool under_force(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    uint32_t w = x->first;
    if ((e->form & ISN_FORM_NUMBER) != ISN_FORM_PL || x->kind != ISN_ENT_ACTOR ||
        w < k->s0[e->sentence] + 2 || k->scan->words[w].flags & ISN_WF_BREAK ||
        isn_work_pre(k, w, x->reading) & ~(unsigned)ISN_CL_AL)
        return false;
    const isn_reading *r = &k->scan->words[w - 1].reading[0];
    return k->m->entities.cover[w - 1] == ISN_NONE && k->fn[w - 1] == ISN_NO_FN && !r->pre &&
           r->suf == ISN_SUF_NONE && !(k->wc[w - 1] & (ISN_WC_VERB | ISN_WC_TRIGGER)) &&
           (k->fn[w - 2] <= ISN_FN_HAND || k->fn[w - 2] == ISN_FN_FRONT); /* تحت */
}

/* The nearest noun phrase before the verb in its clause that no preposition governs; over an
 * antecedent and its relative pronoun too: جماعة الحوثي التي شنت */
static uint32_t before(const isn_work *k, const isn_ev *e) {
    uint32_t s0 = k->s0[e->sentence];
    uint32_t found = ISN_NONE;
    uint32_t lo = e->clause_first;
    if (e->first > s0 && k->fn[e->first - 1] == ISN_FN_AND)
        return ISN_NONE; /* اعتقلت متظاهرا ثم أفرجت عنه */
    if (e->first > s0 && isn_work_pre(k, e->first - 1, 0) & ISN_CL_WAW &&
        (k->fn[e->first - 1] == ISN_FN_LAM || k->fn[e->first - 1] == ISN_FN_LAN))
        return ISN_NONE; /* تستهدف مواقع الحزب ولم تستهدف المدنيين */
    if (e->first > s0 && begins_answer(k, e->first - 1))
        return ISN_NONE; /* وفق تقرير الشبكة فقد قتلت القوات */
    if (e->first > s0 && k->scan->words[e->first].flags & ISN_WF_COLON)
        return ISN_NONE; /* قال المصدر: شن مسلحون */
    uint32_t slug = e->first > 0 && k->scan->words[e->first].flags & ISN_WF_DASH
                        ? k->m->entities.cover[e->first - 1]
                        : ISN_NONE;
    if (slug != ISN_NONE && is_place(isn_work_entity(k, slug)) &&
        isn_work_entity(k, slug)->first == s0)
        return ISN_NONE; /* الخرطوم - طالب رئيس كذا */
    uint32_t far = before_comma(k, e);
    if (far != ISN_NONE)
        return far;
    bool relative = e->first > s0 && k->fn[e->first - 1] == ISN_FN_WHO;
    uint32_t from = e->first, aside = aside_before(k, e);
    if (relative || aside != ISN_NONE)
        lo = s0;
    if (aside != ISN_NONE)
        from = aside;
    for (uint32_t w = from; w-- > lo;) {
        if (e->first - w > 24)
            break;
        uint32_t c = k->m->entities.cover[w];
        if (c == ISN_NONE) {
            if (w < e->first - 1 && k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY))
                break;
            if (k->wc[w] & ISN_WC_TRIGGER)
                break; /* a noun that acts: the strike that hit */
            if (k->fn[w] == ISN_FN_AFTER && w + 1 == e->first)
                break; /* قتل شخصان بعدما فتح مسلحون النار */
            continue;
        }
        const isn_entity *x = isn_work_entity(k, c);
        uint8_t fn = governed_by(k, x);
        if (relative && x->first > lo && k->wc[x->first - 1] & ISN_WC_ATTRIB &&
            (is_deed(e) || e->flags & ISN_TG_LIGHT)) {
            w = x->first; /* الاشتباكات، حسب مصدر أمني، التي بدأت: who tells it does nothing */
            continue;
        }
        uint32_t whose = led_by(k, x, s0);
        if (whose != 0) {
            w = whose; /* القوات التي يقودها فلان سيطرت */
            lo = s0;
            continue;
        }
        if ((e->form & ISN_FORM_NUMBER) == ISN_FORM_PL && x->kind == ISN_ENT_PERSON &&
            x->coord == ISN_NONE && x->first > lo) {
            w = x->first; /* المحتجين على حكم فلان أودعوا: several who stand before him */
            continue;
        }
        bool about = is_place(x) && fn != ISN_NO_FN && /* اجتماع بشأن سوريا الذي عقد */
                     isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_ACTOR;
        if (relative && w + 2 >= e->first && !about)
            return c;
        if (fn != ISN_NO_FN && described_by(k, e, x))
            return c; /* من قبل مسلحين نهبوا الأدوية */
        bool seat = is_place(x) && isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) ==
                                       ISN_SLOT_TARGET; /* ديالى شهدت هجمات */
        if (k->scan->words[x->first].flags & ISN_WF_PAREN && x->first > lo) {
            w = x->first;
            continue; /* حركة كذا (القيادة الثانية): another name of the one before it */
        }
        bool they = e->form & ISN_FORM_PL && isn_work_pre(k, e->first, e->reading) & ISN_CL_WAW;
        bool left = (is_place(x) || (they && x->kind == ISN_ENT_ACTOR)) && x->first > lo &&
                    bound_noun(k, x->first); /* مغادرة الخرطوم، مقر الحزب وأتلفوا */
        bool part = among_them(k, c) || /* أربعة جنود بينهم ضابط قتلوا */
                    several_no_one(k, e, x);
        uint32_t who = described_head(k, c, lo);
        if (who != ISN_NONE) {
            c = who; /* المستوطنين المتطرفين */
            x = isn_work_entity(k, c);
            fn = governed_by(k, x);
        }
        if (under_force(k, e, x) && x->first > lo) {
            w = x->first; /* المستوطنون تحت حماية الجيش أغلقوا */
            continue;
        }
        if (fn == ISN_NO_FN && !part && !with_noun(k, x->first) && (can_act(x) || seat) &&
            !(x->flags & ISN_EF_ADJ) && !left && (relative || !told_by(k, c))) {
            found = c;
            uint32_t head = x->first > lo ? k->m->entities.cover[x->first - 1] : ISN_NONE;
            bool apposed = head != ISN_NONE && x->kind == ISN_ENT_PEOPLE &&
                           k->scan->words[x->first].flags & ISN_WF_COMMA &&
                           isn_work_entity(k, head)->kind == ISN_ENT_PERSON &&
                           isn_work_pre(k, x->first, x->reading) == ISN_CL_AL;
            if (apposed) /* الريسوني، المضرب عن الطعام، اعتقل */
                found = head;
            break;
        }
        if (x->first <= lo)
            break;
        w = x->first;
    }
    return found;
}

static bool armed(const isn_entity *x) {
    return x->flags & ISN_EF_ARMED || x->kind == ISN_ENT_ACTOR || x->kind == ISN_ENT_PLACE ||
           x->side == ISN_SIDE_ARMED;
}

/* قتلت المليشيا أما وأطفالها: people of somebody's that و joins to a force do no harm with it. */
static bool not_with_them(const isn_work *k, const isn_ev *e, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    return e->verb && e->effect && x->kind == ISN_ENT_PEOPLE && x->table == ISN_T_PEOPLE &&
           x->side != ISN_SIDE_ARMED && isn_work_pronoun(k, x->first);
}

static void give_all(const isn_work *k, isn_ev *e, int32_t slot, const walk *p, uint32_t n) {
    /* the n-th bare phrase and what is joined to it */
    uint32_t seen = 0;
    for (uint32_t i = 0; i < p->nbares; i++) {
        bool joined = p->bares[i] & 0x80000000u;
        if (!joined)
            seen++;
        uint32_t c = p->bares[i] & 0x7fffffffu;
        if (seen == n + 1)
            give(k, e,
                 joined && slot == ISN_SLOT_ACTOR && not_with_them(k, e, c) ? ISN_SLOT_VICTIM
                                                                            : slot,
                 c);
    }
}

/* A source is one too where it is counted: 16 صحفيا */
static bool personlike(const isn_entity *x) {
    return x->table == ISN_T_TITLE || x->kind == ISN_ENT_PEOPLE || x->kind == ISN_ENT_PERSON;
}

/* أخرجوا، أعلنوا: the ending is the subject, and what follows is the object. */
static bool shows_subject(const isn_work *k, uint32_t w) {
    const uint32_t tables = 1u << ISN_T_TRIGGER | 1u << ISN_T_SPEECH | 1u << ISN_T_CUE;
    for (uint32_t h = k->scan->word_hit[w]; h < k->scan->word_hit[w + 1]; h++)
        for (unsigned i = 0; i < k->scan->hits[h].nsenses; i++) {
            const isn_sense *sense = &k->scan->hits[h].senses[i];
            unsigned kind = sense->form & ISN_FORM_KIND;
            if (1u << sense->table & tables && (kind == ISN_FORM_PERF || kind == ISN_FORM_IMPF))
                return (sense->form & ISN_FORM_NUMBER) != ISN_FORM_SG;
        }
    return false;
}

/* The subject of a finite verb that is no trigger, of saying mostly: the first noun phrase after it that no
 * preposition governs, else the one right before it. */
static uint32_t subject_of_word(const isn_work *k, uint32_t w, uint32_t hi) {
    for (uint32_t i = w + 1; i < hi && i < w + 10 && !shows_subject(k, w); i++) {
        uint32_t c = k->m->entities.cover[i];
        if (c == ISN_NONE) {
            if (k->fn[i] == ISN_FN_THAT || k->wc[i] & (ISN_WC_VERB | ISN_WC_TRIGGER))
                break;
            continue;
        }
        const isn_entity *x = isn_work_entity(k, c);
        if (i > w + 1 && k->m->entities.cover[i - 1] == ISN_NONE && !k->taken[i - 1] &&
            isn_work_pre(k, i - 1, 0) & (ISN_CL_BEH | ISN_CL_LAM) &&
            !(isn_work_pre(k, i - 1, 0) & ISN_CL_AL) && !(k->scan->words[i].flags & ISN_WF_BREAK))
            continue; /* ألحقت أضرارا بممتلكات الفلسطينيين */
        if (isn_clause_prep(k, x->first, x->reading) == ISN_NO_FN)
            return can_act(x) && !(x->flags & ISN_EF_ADJ) ? c : ISN_NONE;
        if (x->last > i)
            i = x->last - 1;
    }
    uint32_t c = w > 0 ? k->m->entities.cover[w - 1] : ISN_NONE;
    if (c == ISN_NONE || k->scan->words[w].flags & ISN_WF_BREAK)
        return ISN_NONE;
    const isn_entity *x = isn_work_entity(k, c);
    bool bare = isn_clause_prep(k, x->first, x->reading) == ISN_NO_FN;
    return bare && can_act(x) && !(x->flags & ISN_EF_ADJ) ? c : ISN_NONE;
}

/* The occurrence whose verb stands at a word, or NULL. */
static const isn_ev *occurrence_at(const isn_work *k, const isn_ev *e, uint32_t w) {
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence && q->first >= w;)
        if (q->first == w)
            return q;
    return NULL;
}

/* باخرة ترفع علم كذا: a verb in the present that describes the noun without article right before it. */
static bool describes_noun(const isn_work *k, uint32_t w) {
    const isn_word *word = &k->scan->words[w];
    uint32_t c = w > 0 ? k->m->entities.cover[w - 1] : ISN_NONE;
    if (c == ISN_NONE || word->flags & ISN_WF_BREAK ||
        word->reading[0].pre & (ISN_CL_WAW | ISN_CL_FEH) || k->wc[w] & ISN_WC_TRIGGER)
        return false;
    const isn_entity *x = isn_work_entity(k, c);
    return !(x->flags & ISN_EF_NAMED) && !(isn_work_pre(k, x->first, x->reading) & ISN_CL_AL) &&
           x->kind != ISN_ENT_PERSON && x->kind != ISN_ENT_PLACE;
}

/* حيث, which clause.c takes for a word like فيما. */
static bool where_word(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    if (k->fn[w] != ISN_FN_WHILE)
        return false;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_FUNC);
    return s != NULL && isn_lex_int(k->lex, ISN_T_FUNC, s->row, ISN_FUNC_KIND) == ISN_FN_WHERE;
}

/* حاكمت البحرين، التي تستضيف الأسطول، مئات المحتجين: the verb of a clause between two commas. */
static bool within_aside(const isn_work *k, uint32_t w, uint32_t end) {
    return w && k->fn[w - 1] == ISN_FN_WHO && k->scan->words[w - 1].flags & ISN_WF_COMMA &&
           skip_relative(k, w, end) < end;
}

/* طوقت القوة المكان، فيما شنت عملية دهم: right behind such a word a light verb in the feminine, with its noun for its object,
 * goes on with the doer told before. */
static bool goes_on_beside(const isn_work *k, const isn_ev *e) {
    uint32_t w = e->last;
    if (!(e->form & ISN_FORM_FEM) || w >= k->scan->nwords || k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    bool on = k->fn[w] == ISN_FN_ALA && e->flags & ISN_TG_ATTACK; /* فيما اعتدت على مواطن */
    return on || (e->flags & ISN_TG_LIGHT && isn_work_has(k, w, ISN_T_TRIGGER) &&
                  !(isn_work_pre(k, w, 0) & ISN_CL_AL));
}

/* فرقت متظاهرين احتجوا على الغلاء، واعتقلت 23: what describes several people is of theirs, and they take no verb in the singular. */
static bool of_described(const isn_work *k, const isn_ev *e, const isn_ev *verb, uint32_t subject) {
    const isn_entity *x = isn_work_entity(k, subject);
    return verb != NULL && verb->first == x->last && x->kind == ISN_ENT_PEOPLE &&
           x->flags & ISN_EF_PLURAL && (verb->form & ISN_FORM_NUMBER) == ISN_FORM_PL &&
           (e->form & ISN_FORM_NUMBER) == ISN_FORM_SG && isn_clause_accusative(k, x);
}

/* The subject of the nearest finite verb before it in the sentence that has one. */
static uint32_t subject_before(const isn_work *k, const isn_ev *e) {
    for (uint32_t w = e->first, s0 = k->s0[e->sentence]; w-- > s0;) {
        if (k->fn[w] == ISN_FN_WHILE &&
            !(w + 1 == e->first && (where_word(k, w) || goes_on_beside(k, e))))
            return ISN_NONE; /* not اقتحموا القرية حيث قتلوا ثلاثة */
        uint32_t was =
            k->fn[w] == ISN_FN_KANA && w + 1 < e->first ? k->m->entities.cover[w + 1] : ISN_NONE;
        if (was != ISN_NONE && isn_work_entity(k, was)->first == w + 1 &&
            can_act(isn_work_entity(k, was)) && agrees(k, e, isn_work_entity(k, was)) &&
            isn_clause_prep(k, w + 1, isn_work_entity(k, was)->reading) == ISN_NO_FN)
            return was; /* كان المسلحون قد تسلقوا الجدار وخطفوا */
        if (k->fn[w] == ISN_FN_THAT && w + 1 < e->first) { /* أن وحدات الجيش أعادت … وأوقفت */
            uint32_t topic = k->m->entities.cover[w + 1];
            bool fits = topic != ISN_NONE && can_act(isn_work_entity(k, topic)) &&
                        agrees(k, e, isn_work_entity(k, topic));
            bool speech = e->flags & ISN_TG_SPEECH;
            if (fits && !(speech && isn_work_entity(k, topic)->kind == ISN_ENT_PEOPLE))
                return topic;
            if (!speech) /* a deed reported has not the speaker for its subject */
                return ISN_NONE;
        }
        if (!(k->wc[w] & ISN_WC_VERB) || relative_verb(k, w) || /* لهجوم شنته الجماعة … وقتلت */
            describes_noun(k, w) || within_aside(k, w, e->first))
            continue;
        const isn_ev *q = occurrence_at(k, e, w);
        if (q != NULL && !q->actors.n && (q->passive || q->event || !q->verb))
            continue; /* نفى الوزير تعرض أحد للضرب، وتعهد: a noun there */
        uint32_t c = q != NULL && q->actors.n ? q->actors.ptr[0] : subject_of_word(k, w, e->first);
        if (c != ISN_NONE && !of_described(k, e, q, c))
            return c;
    }
    return ISN_NONE;
}

/* اغتالوا، أصاب، هاجمت: a long a inside a verb of the past is of the active; the passive has اغتيلوا، أصيب، هوجمت. */
static bool long_a(const isn_work *k, const isn_ev *e) {
    if ((e->form & ISN_FORM_KIND) != ISN_FORM_PERF || e->last != e->first + 1)
        return false;
    const isn_word *word = &k->scan->words[e->first];
    const isn_token *token = &k->scan->text->tokens[word->token];
    const uint8_t *fold = k->scan->text->fold + token->fold;
    bool cut = word->reading[e->reading].pre & (ISN_CL_WAW | ISN_CL_FEH);
    unsigned last = token->fold_len;
    if ((e->form & ISN_FORM_NUMBER) != ISN_FORM_SG && last > 2)
        last -= fold[last - 2] == ISN_F_TEH ? 3 : 2; /* وا، ا، تا */
    for (unsigned i = 1 + cut; i + 1 < last; i++)
        if (fold[i] == ISN_F_ALEF)
            return true;
    return false;
}

/* الحرس الثوري: a force by its name, whatever its first word means */
static bool named_force(const isn_entity *x) {
    return x->kind == ISN_ENT_ACTOR && x->table == ISN_T_ACTOR && x->flags & ISN_EF_ARMED;
}

/* بإنشاء، بالتجسس: a word with ب, which may be in no list. */
static bool begins_with_beh(const isn_work *k, uint32_t w) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    return isn_work_pre(k, w, 0) & ISN_CL_BEH || (k->scan->word_tables[w] == 0 && t->fold_len > 4 &&
                                                  k->scan->text->fold[t->fold] == ISN_F_BEH);
}

/* "واعتقلت", "كما اعتقلت": a sentence that goes on with the one before. */
static bool goes_on(const isn_work *k, const isn_ev *e) {
    uint32_t s0 = k->s0[e->sentence];
    unsigned pre = isn_work_pre(k, e->first, e->reading);
    return e->first == s0 ? pre & ISN_CL_WAW
                          : e->first == s0 + 1 && !pre && k->fn[s0] == ISN_FN_OTHER;
}

/* "واعتقلت شابين": at the head of a sentence a verb in the feminine, and people behind it who do not agree; who did it was
 * told of in the sentence before. */
static bool begins_with_object(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    return e->verb && e->form & ISN_FORM_FEM && e->sentence > 0 && goes_on(k, e) && personlike(x) &&
           !agrees(k, e, x);
}

/* وقتلوا ثلاث نساء: the ending is the subject, so that what stands right behind is the object. */
static bool right_after(const isn_work *k, const isn_ev *e, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    uint32_t first = x->number != ISN_NONE ? k->m->numbers.ptr[x->number].first : x->first;
    return shows_subject(k, e->first) && (first < x->first ? first : x->first) == e->last;
}

/* Undiacritised voice: قتل ثلاثة جنود has one noun phrase after it and it is people: they were killed.
 * قتل الجيش ثلاثة has two. Only verbs whose object is harmed or taken are read so. */
static bool reads_passive(const isn_work *k, const isn_ev *e, const walk *p, uint32_t subject) {
    if (e->passive)
        return true;
    bool counted = subject != ISN_NONE && bare_at(p, 0) == ISN_NONE &&
                   isn_work_entity(k, subject)->number != ISN_NONE &&
                   (e->form & ISN_FORM_NUMBER) != ISN_FORM_SG;
    if (e->event == ISN_EV_SANCTION && counted &&
        isn_work_slot(k, e->row, ISN_FRAME_PASSIVE) == ISN_SLOT_RECIPIENT)
        return true; /* إن مئة شخص جردوا من جنسيتهم */
    if (e->event == ISN_EV_ACCUSE && subject != ISN_NONE && e->last < k->scan->nwords &&
        begins_with_beh(k, e->last) && isn_work_entity(k, subject)->kind == ISN_ENT_PEOPLE &&
        isn_work_entity(k, subject)->last <= e->first &&
        !(k->scan->words[e->first].flags & ISN_WF_BREAK) &&
        isn_work_slot(k, e->row, ISN_FRAME_PASSIVE) == ISN_SLOT_RECIPIENT)
        return true; /* إن التسعة اتهموا بإنشاء جماعة: the charge right behind the verb */
    if (e->first && k->fn[e->first - 1] == ISN_FN_WHO && bare_at(p, 0) == ISN_NONE &&
        subject != ISN_NONE && !e->effect && e->event != ISN_EV_REQUEST &&
        isn_work_slot(k, e->row, ISN_FRAME_PASSIVE) == ISN_SLOT_TARGET && !long_a(k, e) &&
        isn_work_site(k, isn_work_entity(k, subject)) != ISN_SEC_NONE)
        return true; /* القنصلية التي أحرقت */
    if (!e->effect || isn_work_slot(k, e->row, ISN_FRAME_PASSIVE) == ISN_SLOT_NONE || long_a(k, e))
        return false;
    const isn_reading *r = &k->scan->words[e->first].reading[e->reading];
    if (r->suf || p->some)
        return false;
    uint32_t one = bare_at(p, 0), two = bare_at(p, 1);
    if (one != ISN_NONE && is_place(isn_work_entity(k, one)) && e->first > k->s0[e->sentence] &&
        k->fn[e->first - 1] == ISN_FN_WHO)
        one = ISN_NONE; /* الشاب الذي قتل في أحداث طرابلس */
    if (one != ISN_NONE && is_place(isn_work_entity(k, one)) && subject != ISN_NONE &&
        e->effect == ISN_WHAT_CAPTURED && !strikes(isn_work_entity(k, subject)))
        one = ISN_NONE; /* they are held there */
    if (one != ISN_NONE && e->effect == ISN_WHAT_CAPTURED && subject == ISN_NONE &&
        isn_work_entity(k, one)->sector == ISN_SEC_UAF)
        return false; /* اختطف مسلحون مجهولون: gunmen take, and are not taken */
    if (p->off && isn_work_slot(k, e->row, ISN_FRAME_AN) == ISN_SLOT_VICTIM &&
        (one != ISN_NONE || shows_subject(k, e->first)))
        return false; /* أفرج القراصنة عن البحارة: whom it is done to stands after عن */
    if (one != ISN_NONE && e->effect == ISN_WHAT_CAPTURED && e->event == ISN_EV_COERCE &&
        isn_work_entity(k, one)->sector == ISN_SEC_COP && e->form & ISN_FORM_FEM &&
        isn_work_entity(k, one)->flags & ISN_EF_PLURAL)
        return false; /* أوقفت عناصر الدرك …، اثنين: the police arrest */
    if (one == ISN_NONE && subject != ISN_NONE && e->effect == ISN_WHAT_CAPTURED &&
        isn_work_entity(k, subject)->sector == ISN_SEC_UAF)
        return false;
    if (one ==
        ISN_NONE) /* سبعة مدنيين قتلوا، شخصا قتل: no object follows, so the people before it suffer */
        return subject != ISN_NONE && !named_force(isn_work_entity(k, subject)) &&
               (personlike(isn_work_entity(k, subject)) || /* رجال الشرطة قتلوا */
                isn_work_has(k, isn_work_entity(k, subject)->first, ISN_T_PEOPLE)) &&
               agrees(k, e, isn_work_entity(k, subject));
    if (subject != ISN_NONE && subject != one)
        return false;
    const isn_entity *first = isn_work_entity(k, one);
    bool object = isn_clause_accusative(k, first);
    uint32_t doer = object || shows_subject(k, e->first) ? subject_before(k, e) : ISN_NONE;
    if (doer != ISN_NONE && (armed(isn_work_entity(k, doer)) || right_after(k, e, one)))
        return false; /* قتلوا مرضى, واعتقل عشرين شابا: they did */
    if (two != ISN_NONE &&
        !(is_place(isn_work_entity(k, two)) && personlike(isn_work_entity(k, one))))
        return false; /* قتل الجيش ثلاثة; not قتل جنديان شمالي مالي */
    if (begins_with_object(k, e, isn_work_entity(k, one)))
        return false;
    if (e->form & ISN_FORM_FEM && subject_before(k, e) != ISN_NONE) {
        const isn_entity *before_it = isn_work_entity(k, subject_before(k, e));
        bool theirs = r->pre & ISN_CL_WAW && armed(before_it) && agrees(k, e, before_it);
        if (theirs || !agrees(k, e, isn_work_entity(k, one)))
            return false; /* أغلقت القوات الطريق واعتقلت شابا، داهمت القوات المنزل واعتقلت امرأة */
    }
    const isn_entity *x = isn_work_entity(k, one);
    return personlike(x) || x->kind != ISN_ENT_ACTOR || x->number != ISN_NONE ||
           some_before(k, e, x) < x->first; /* قتل ثلاثة من رجال الأمن */
}

/* من جهتها أعلنت الحركة، في المقابل تبنى التنظيم: a phrase of contrast right before the verb. */
static bool behind_contrast(const isn_work *k, uint32_t w, uint32_t s0) {
    enum { WORDS = 3 };
    for (uint32_t i = w; i-- > s0 && w - i <= WORDS;)
        for (uint32_t h = k->scan->word_hit[i]; h < k->scan->word_hit[i + 1]; h++)
            for (unsigned n = 0; k->scan->hits[h].last == w && n < k->scan->hits[h].nsenses; n++) {
                const isn_sense *s = &k->scan->hits[h].senses[n];
                if (s->table == ISN_T_CUE &&
                    isn_lex_int(k->lex, ISN_T_CUE, s->row, ISN_CUE_KIND) == ISN_CUE_CONTRAST)
                    return true;
            }
    return false;
}

/* عبوة استهدفت دورية: a verb that follows a noun without conjunction, comma or particle has it for its
 * subject, known or not, and what comes after is the object. */
static bool implicit_relative(const isn_work *k, const isn_ev *e) {
    uint32_t w = e->first;
    if (w <= k->s0[e->sentence] || k->wc[w] & ISN_WC_BOUND)
        return false;
    const isn_word *word = &k->scan->words[w];
    if (isn_work_pre(k, w, e->reading) & (ISN_CL_WAW | ISN_CL_FEH) ||
        word->flags & (ISN_WF_COMMA | ISN_WF_COLON | ISN_WF_QUOTE))
        return false;
    if (k->fn[w - 1] != ISN_NO_FN || k->taken[w - 1] || isn_work_has(k, w - 1, ISN_T_DATEWORD))
        return false;
    if (k->wc[w - 1] & (ISN_WC_VERB | ISN_WC_SAY) || behind_contrast(k, w, k->s0[e->sentence]))
        return false;
    if (e->flags & ISN_TG_SPEECH && e->last < k->scan->nwords && k->fn[e->last] == ISN_FN_OTHER &&
        !k->taken[e->last] && isn_work_pronoun(k, e->last))
        return false; /* مظاهرة دعت إليها المعارضة */
    uint32_t c = k->m->entities.cover[w - 1];
    if (c != ISN_NONE && is_place(isn_work_entity(k, c)) &&
        isn_work_entity(k, c)->flags & ISN_EF_NAMED &&
        isn_clause_prep(k, isn_work_entity(k, c)->first, isn_work_entity(k, c)->reading) !=
            ISN_NO_FN)
        return false; /* في مدينة جالكعيو نفذت السلطات: a name has no such clause */
    return word->flags == 0 || !(word->flags & ISN_WF_BREAK);
}

/* Unions, parties, rights groups: they demand more than they are asked. */
static bool asks(const isn_entity *x) {
    return x->sector == ISN_SEC_NGO || x->sector == ISN_SEC_SOC || x->sector == ISN_SEC_LAB ||
           x->sector == ISN_SEC_OPP || x->sector == ISN_SEC_PTY || x->sector == ISN_SEC_JRN;
}

/* منزلا، قياديا، بلدة: behind a state's name a noun of places, things or people without the article. */
static bool object_of_state(const isn_work *k, uint32_t w) {
    const uint32_t nouns = 1u << ISN_T_PLACEWORD | 1u << ISN_T_UNIT | 1u << ISN_T_PEOPLE;
    uint32_t c = k->m->entities.cover[w];
    bool adjective = c != ISN_NONE && isn_work_entity(k, c)->flags & ISN_EF_ADJ;
    return k->scan->word_tables[w] & nouns && k->scan->words[w].kind == ISN_TOK_WORD &&
           !(k->scan->words[w].flags & ISN_WF_BREAK) && !adjective && !k->taken[w] &&
           k->fn[w] == ISN_NO_FN && !(k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY)) &&
           isn_work_pre(k, w, 0) == 0 && !isn_work_has(k, w, ISN_T_DATEWORD);
}

/* وقطعت السلطات خدمة الإنترنت: behind the definite phrase a noun without the article, which cannot describe it. */
static bool followed_by_object(const isn_work *k, const isn_entity *x) {
    uint32_t w = x->last;
    if (w < k->scan->nwords && is_place(x) && can_act(x)) /* استهداف إسرائيل منزلا */
        return object_of_state(k, w);
    if (w >= k->scan->nwords || x->kind != ISN_ENT_ACTOR || !can_act(x) ||
        !(x->flags & ISN_EF_NAMED || isn_work_pre(k, x->first, x->reading) & ISN_CL_AL))
        return false;
    const isn_word *word = &k->scan->words[w];
    const isn_token *token = &k->scan->text->tokens[word->token];
    const uint8_t *fold = k->scan->text->fold + token->fold;
    if (word->kind != ISN_TOK_WORD || word->flags & (ISN_WF_BREAK | ISN_WF_QUOTE) || k->taken[w] ||
        k->fn[w] != ISN_NO_FN || token->flags & ISN_TF_TANWIN || token->fold_len < 3 ||
        (fold[token->fold_len - 1] == ISN_F_ALEF &&
         fold[token->fold_len - 2] == ISN_F_YEH) || /* رسميا: how; not وكرا */
        k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY | ISN_WC_ATTRIB) ||
        isn_work_has(k, w, ISN_T_DATEWORD) || isn_work_has(k, w, ISN_T_NAME) ||
        isn_work_has(k, w, ISN_T_FUNC) ||
        (k->scan->word_tables[w] == 0 && fold[0] == ISN_F_BEH)) /* بإلزام */
        return false;
    uint32_t c = k->m->entities.cover[w];
    if (c != ISN_NONE)
        return isn_work_entity(k, c)->kind != ISN_ENT_PERSON &&
               !(isn_work_entity(k, c)->flags & ISN_EF_ADJ) &&
               isn_work_pre(k, w, isn_work_entity(k, c)->reading) == 0;
    for (unsigned r = 0; r < word->nreadings; r++)
        if (word->reading[r].pre != 0)
            return false;
    return true;
}

/* وانتقدت الأمم المتحدة القرار، ورفض المجلس الخطة: behind the definite phrase a definite noun of the other gender, which
 * cannot describe it either. */
static bool other_gender_behind(const isn_work *k, const isn_entity *x) {
    uint32_t w = x->last;
    if (w >= k->scan->nwords || x->kind != ISN_ENT_ACTOR || !can_act(x) ||
        !(x->flags & ISN_EF_NAMED || isn_work_pre(k, x->first, x->reading) & ISN_CL_AL))
        return false;
    const isn_word *word = &k->scan->words[w];
    const isn_token *token = &k->scan->text->tokens[word->token];
    const uint8_t *end = k->scan->text->fold + token->fold + token->fold_len;
    if (word->kind != ISN_TOK_WORD || word->flags & (ISN_WF_BREAK | ISN_WF_QUOTE) || k->taken[w] ||
        k->fn[w] != ISN_NO_FN || token->fold_len < 5 || !word->nreadings ||
        isn_work_has(k, w, ISN_T_DATEWORD) || isn_work_has(k, w, ISN_T_NAME))
        return false;
    if (end[-token->fold_len] != ISN_F_ALEF || end[1 - token->fold_len] != ISN_F_LAM)
        return false;
    bool feminine = token->flags & ISN_TF_TEH_MARBUTA || end[-1] == ISN_F_TEH;
    bool unsure = end[-1] == ISN_F_ALEF || end[-1] == ISN_F_YEH || end[-1] == ISN_F_NOON;
    int gender = gender_of_head(k, x);
    if (gender == 0 && x->last > x->first + 1) { /* الأمم المتحدة */
        const isn_token *second = &k->scan->text->tokens[k->scan->words[x->first + 1].token];
        gender = second->flags & ISN_TF_TEH_MARBUTA ? 1 : 0;
    }
    return (gender > 0 && !feminine && !unsure) || (gender < 0 && feminine);
}

/* تدخل الجيش واستخدم الغاز: of a verb that nothing is known of, the subject stands right before the next one's و. */
static uint32_t right_before(const isn_work *k, const isn_ev *e) {
    uint32_t c = e->first > k->s0[e->sentence] && !(k->scan->words[e->first].flags & ISN_WF_BREAK)
                     ? k->m->entities.cover[e->first - 1]
                     : ISN_NONE;
    if (c == ISN_NONE)
        return ISN_NONE;
    const isn_entity *x = isn_work_entity(k, c);
    bool does = x->kind == ISN_ENT_ACTOR && fights(x) && !(x->flags & ISN_EF_ADJ);
    return does && isn_clause_prep(k, x->first, x->reading) == ISN_NO_FN &&
                   !(isn_work_pre(k, x->first, x->reading) & ~(unsigned)ISN_CL_AL) &&
                   x->first > k->s0[e->sentence] &&
                   k->m->entities.cover[x->first - 1] == ISN_NONE && agrees(k, e, x)
               ? c
               : ISN_NONE;
}

/* طالب مجلس الأمن بإلزام إسرائيل بالانسحاب: the second noun stands in what is asked for. */
static bool of_what_is_asked(const isn_work *k, const walk *p) {
    const isn_entity *x = isn_work_entity(k, bare_at(p, 0)), *y = isn_work_entity(k, bare_at(p, 1));
    for (uint32_t w = x->last; w < y->first; w++) {
        const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
        bool beh = t->fold_len > 3 && k->scan->text->fold[t->fold] == ISN_F_BEH;
        if (beh || k->fn[w] == ISN_FN_ILA) /* the word may be in no list */
            return true;
    }
    return false;
}

static bool his_people(const isn_work *k, const isn_entity *x) {
    return x->last == x->first + 1 &&
           k->scan->words[x->first].reading[x->reading].suf != ISN_SUF_NONE;
}

/* أوصت الأمم المتحدة بإدانة: what is asked stands right behind whom it is asked of. */
static bool object_with_beh(const isn_work *k, uint32_t object) {
    uint32_t w = isn_work_entity(k, object)->last;
    if (w >= k->scan->nwords || k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    for (unsigned i = 0; i < k->scan->words[w].nreadings; i++)
        if (k->scan->words[w].reading[i].pre & ISN_CL_BEH)
            return true;
    return false;
}

static uint32_t pronoun_subject(const isn_work *k, const isn_ev *e);

/* ونجا آخر، وأصيب آخرون: somebody else, right behind the verb. */
static bool another_behind(const isn_work *k, const isn_ev *e) {
    if (e->last >= k->scan->nwords || k->scan->words[e->last].flags & ISN_WF_BREAK)
        return false;
    const isn_token *t = &k->scan->text->tokens[k->scan->words[e->last].token];
    const uint8_t *p = k->scan->text->fold + t->fold;
    return t->fold_len >= 3 && p[0] == ISN_F_ALEF && p[1] == ISN_F_KHAH && p[2] == ISN_F_REH &&
           (t->fold_len == 3 || p[3] == ISN_F_WAW || p[3] == ISN_F_YEH || p[3] == ISN_F_ALEF);
}

/* نفت القوات القصف، واتهمت الجيش بكذا: the second verb has the first one's subject, and what follows is its
 * object, where it does not agree with the verb, or nothing speaks against the first subject. */
static uint32_t shared_subject(const isn_work *k, const isn_ev *e, const walk *p) {
    uint32_t more = bare_at(p, 1);
    const isn_reading *r = &k->scan->words[e->first].reading[e->reading];
    bool joined = r->pre & (ISN_CL_WAW | ISN_CL_FEH);
    uint8_t sign = e->first > k->s0[e->sentence] ? k->fn[e->first - 1] : ISN_NO_FN;
    joined |= sign == ISN_FN_WHILE && /* حيث اعتقلت شابين، فيما شنت عملية دهم */
              (where_word(k, e->first - 1) || goes_on_beside(k, e));
    joined |= sign == ISN_FN_AFTER || sign == ISN_FN_BEFORE || /* بعدما اتهمت، قبل أن تعتقل */
              (sign == ISN_FN_THAT && e->first > k->s0[e->sentence] + 1 &&
               (k->fn[e->first - 2] == ISN_FN_AFTER || k->fn[e->first - 2] == ISN_FN_BEFORE));
    if (sign == ISN_FN_LAM || sign == ISN_FN_LAN || sign == ISN_FN_QAD) /* ولم تطلق */
        joined |= (isn_work_pre(k, e->first - 1, 0) & (ISN_CL_WAW | ISN_CL_FEH)) != 0;
    bool likewise = sign == ISN_FN_OTHER && k->wc[e->first] & ISN_WC_BOUND; /* كما فرضت */
    joined |= likewise;
    if (more != ISN_NONE && e->event == ISN_EV_REQUEST && of_what_is_asked(k, p))
        more = ISN_NONE;
    if (e->first == k->s0[e->sentence] || more != ISN_NONE || another_behind(k, e) ||
        !(joined || k->fn[e->first - 1] == ISN_FN_AND)) /* ثم أفرجت */
        return ISN_NONE;
    uint32_t object = bare_at(p, 0), subject = subject_before(k, e);
    if (subject == ISN_NONE && joined)
        subject = right_before(k, e);
    if (subject == ISN_NONE && joined && object != ISN_NONE &&
        his_people(k, isn_work_entity(k, object)))
        subject = pronoun_subject(k, e); /* قالت الوزارة إنها أخذت علما واستدعت سفيرها */
    if (subject == ISN_NONE || subject == object)
        return ISN_NONE;
    bool first = agrees(k, e, isn_work_entity(k, subject));
    if (object == ISN_NONE)
        return first ? subject : ISN_NONE;
    bool second = agrees(k, e, isn_work_entity(k, object));
    if (second && isn_work_entity(k, object)->flags & ISN_EF_SPOKES)
        return ISN_NONE; /* دعت الحركة إلى الحوار، وحذر المتحدث باسمها */
    if (likewise && second) /* كما حكمت محكمة; طالبت الشبكة بكذا، كما أوصت الأمم المتحدة بإدانة */
        return first && e->event == ISN_EV_REQUEST && asks(isn_work_entity(k, subject)) &&
                       !asks(isn_work_entity(k, object)) && object_with_beh(k, object)
                   ? subject
                   : ISN_NONE;
    if (first && his_people(k, isn_work_entity(k, object)))
        return subject; /* ودعا أنصاره إلى التظاهر */
    if (e->event == ISN_EV_REQUEST && second && asks(isn_work_entity(k, object)) &&
        isn_work_entity(k, subject)->sector == ISN_SEC_GOV)
        return ISN_NONE; /* دعا الرئيس إلى الحوار، وطالبت نقابة المحامين بالتحقيق */
    const isn_entity *who = isn_work_entity(k, object);
    bool unarmed = !(who->flags & ISN_EF_ARMED) && who->side != ISN_SIDE_ARMED;
    if (first && second && e->effect == ISN_WHAT_CAPTURED && personlike(who) &&
        armed(isn_work_entity(k, subject)))
        return subject; /* دخل الجيش البلدة واعتقل ثلاثة مسلحين */
    if (first && second && e->effect && e->form & ISN_FORM_FEM && personlike(who) && unarmed &&
        armed(isn_work_entity(k, subject)))
        return subject; /* داهمت القوات المنزل واعتقلت امرأة */
    if (isn_work_slot(k, e->row, ISN_FRAME_OBJECT) != ISN_SLOT_RECIPIENT && second)
        return ISN_NONE;
    if (second && (followed_by_object(k, isn_work_entity(k, object)) ||
                   other_gender_behind(k, isn_work_entity(k, object))))
        return ISN_NONE;
    return first || !second ? subject : ISN_NONE;
}

/* The subject that an earlier verb of the sentence had, or that follows its إن. */
static uint32_t dropped_subject(const isn_work *k, const isn_ev *e) {
    uint32_t subject = subject_before(k, e);
    if (subject != ISN_NONE)
        return subject;
    for (uint32_t w = e->first; w-- > k->s0[e->sentence];) {
        if (k->fn[w] != ISN_FN_THAT)
            continue;
        uint32_t c = w + 1 < e->first ? k->m->entities.cover[w + 1] : ISN_NONE;
        return c != ISN_NONE && can_act(isn_work_entity(k, c)) ? c : ISN_NONE;
    }
    return ISN_NONE;
}

/* طلبت تمديد بقاء قواتها: what stands right behind an unknown noun belongs to that one, and is no subject. */
static bool of_another_noun(const isn_work *k, const isn_ev *e, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    uint32_t first = x->first;
    if (x->number != ISN_NONE && k->m->numbers.ptr[x->number].first < first)
        first = k->m->numbers.ptr[x->number].first;
    if (first <= e->last)
        return false;
    uint32_t w = first - 1;
    if (k->taken[w] || k->fn[w] != ISN_NO_FN || k->m->entities.cover[w] != ISN_NONE)
        return false;
    if (k->scan->words[first].flags & ISN_WF_BREAK || k->wc[w] & (ISN_WC_VERB | ISN_WC_TRIGGER))
        return false;
    return !(isn_work_pre(k, w, 0) & ISN_CL_AL) && !isn_work_has(k, w, ISN_T_DATEWORD);
}

static bool pronoun_before(const isn_work *k, const isn_ev *e) {
    if (e->first <= k->s0[e->sentence] || k->fn[e->first - 1] != ISN_FN_THAT)
        return false;
    return isn_work_pronoun(k, e->first - 1);
}

static bool says(const isn_work *k, uint32_t w) {
    return k->wc[w] & ISN_WC_VERB && isn_work_has(k, w, ISN_T_SPEECH);
}

/* The subject of the nearest verb of saying before it in the sentence that names one. */
static uint32_t said_before(const isn_work *k, uint32_t verb, uint32_t s0) {
    for (uint32_t i = verb; i-- > s0;) {
        uint32_t speaker = says(k, i) ? subject_of_word(k, i, verb) : ISN_NONE;
        if (speaker != ISN_NONE)
            return speaker;
    }
    return ISN_NONE;
}

/* اتهم الحزب السلطات بأنها احتجزت وفده: whom the pronoun of بأن means, where it agrees with the verb. */
static uint32_t blamed_before(const isn_work *k, const isn_ev *e, uint32_t that) {
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;)
        if (q->event == ISN_EV_ACCUSE && q->last <= that && q->recipients.n == 1) {
            uint32_t x = q->recipients.ptr[0];
            return isn_work_entity(k, x)->last <= that && agrees(k, e, isn_work_entity(k, x))
                       ? x
                       : ISN_NONE;
        }
    return ISN_NONE;
}

/* May the object pronoun mean these people? ـهم several, ـه and ـها one of their gender. */
static bool pronoun_fits(const isn_work *k, const isn_entity *x, uint8_t suf) {
    bool counted = x->number != ISN_NONE && !(k->m->numbers.ptr[x->number].flags & ISN_NF_SINGULAR);
    bool several = x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL) || counted;
    if (x->flags & ISN_EF_ADJ)
        return false;
    if (x->kind == ISN_ENT_PERSON)
        return suf == ISN_SUF_HU || suf == ISN_SUF_HA;
    if (x->kind == ISN_ENT_ACTOR && x->table == ISN_T_TITLE) /* رئيس البلدية */
        return suf == (gender_of_head(k, x) > 0 ? ISN_SUF_HA : ISN_SUF_HU);
    if (x->kind != ISN_ENT_PEOPLE)
        return false;
    if (suf == ISN_SUF_HUM || suf == ISN_SUF_HUMA || suf == ISN_SUF_HUNNA)
        return several;
    return !several && (suf == ISN_SUF_HA) == ((x->flags & ISN_EF_FEM) != 0);
}

/* أكد أن مهمة التحالف لم تنته، موضحا أنها تركز على التدريب: the pronoun of أنها is the party of the clause
 * before it. */
static uint32_t pronoun_subject(const isn_work *k, const isn_ev *e) {
    uint32_t w = e->first, s0 = k->s0[e->sentence];
    while (w > s0 && k->fn[w] != ISN_FN_THAT) {
        if (w < e->first && k->wc[w] & ISN_WC_TRIGGER)
            return ISN_NONE;
        w--;
    }
    if (k->fn[w] != ISN_FN_THAT)
        return ISN_NONE;
    uint32_t blamed = isn_work_pronoun(k, w) && isn_work_pre(k, w, 0) & ISN_CL_BEH
                          ? blamed_before(k, e, w)
                          : ISN_NONE;
    if (blamed != ISN_NONE)
        return blamed;
    if (!isn_work_pronoun(k, w))
        return ISN_NONE;
    enum { SAYING = 8, FAR_SAYING = 16 };
    bool plain = true; /* أعلنت السعودية خلال مؤتمر الدول المانحة أنها: no other verb between */
    for (uint32_t i = w; i-- > s0 && w - i < (plain ? FAR_SAYING : SAYING);
         plain &= !(k->wc[i] & (ISN_WC_VERB | ISN_WC_TRIGGER | ISN_WC_BOUND)))
        if (says(k, i)) { /* قالت الحكومة إنها ستنشر: of whose saying it is */
            uint32_t speaker = subject_of_word(k, i, w);
            if (speaker == ISN_NONE) /* قالت الشرطة إن كذا، وأكدت أنها أطلقت */
                speaker = said_before(k, i, s0);
            const isn_entity *x = speaker != ISN_NONE ? isn_work_entity(k, speaker) : NULL;
            bool himself = x != NULL && x->kind == ISN_ENT_PERSON && !(x->flags & ISN_EF_SPOKES) &&
                           e->verb && !e->passive &&
                           (e->event == ISN_EV_CONSULT || e->event == ISN_EV_AGREE ||
                            e->event == ISN_EV_SANCTION || e->event == ISN_EV_AID) &&
                           pronoun_fits(k, x, isn_work_pronoun(k, w)); /* قال فلان إنه التقى */
            if (himself || (x != NULL && (x->kind == ISN_ENT_ACTOR || x->kind == ISN_ENT_PLACE)))
                return speaker;
            break;
        }
    uint32_t last =
        w > s0 ? k->m->entities.cover[w - 1] : ISN_NONE; /* بعد إعلان الحركة أنها هاجمت */
    if (last != ISN_NONE && isn_work_entity(k, last)->kind == ISN_ENT_ACTOR &&
        isn_work_entity(k, last)->first > s0 &&
        isn_work_has(k, isn_work_entity(k, last)->first - 1, ISN_T_SPEECH) &&
        isn_work_entity(k, last)->last == w)
        return last;
    uint32_t nearest = ISN_NONE;
    for (uint32_t i = w; i-- > s0;) {
        uint32_t c = k->m->entities.cover[i];
        if (c != ISN_NONE) {
            const isn_entity *x = isn_work_entity(k, c);
            bool party =
                x->kind == ISN_ENT_ACTOR || (x->kind == ISN_ENT_PEOPLE && !(x->flags & ISN_EF_ADJ));
            if (party && !(x->flags & ISN_EF_ADJ))
                nearest = c;
            i = x->first;
        }
        if (nearest != ISN_NONE && k->fn[i] == ISN_FN_THAT)
            break;
        if (i == s0)
            break;
    }
    return nearest;
}

/* أعلن الجيش أنه قتل أربعة مسلحين: the verb right behind the pronoun of him who fights is his deed. */
static bool does_it_himself(const isn_work *k, const isn_ev *e) {
    if (!pronoun_before(k, e) || e->passive)
        return false;
    uint32_t self = pronoun_subject(k, e);
    return self != ISN_NONE && armed(isn_work_entity(k, self)) &&
           agrees(k, e, isn_work_entity(k, self));
}

/* شخصا غير مرغوب فيه: what somebody is declared to be. */
static bool unwanted(const isn_work *k, const isn_entity *x) {
    bool idiom = k->wc[x->first] & ISN_WC_TRIGGER ||
                 (x->last < k->scan->nwords &&
                  (k->wc[x->last] & (ISN_WC_TRIGGER | ISN_WC_VERB)) == ISN_WC_TRIGGER);
    return x->table == ISN_T_PEOPLE && idiom &&
           isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) & ISN_PF_ANY;
}

/* ضباط ضربوهم خلال توقيفهم: who did the act before to those of the same pronoun is not among them. */
static bool did_to_them(const isn_work *k, const isn_ev *e, uint32_t entity, uint8_t suf) {
    const isn_ev *p = e - 1;
    if (e == k->evs.ptr || p->sentence != e->sentence || !p->verb || e->verb ||
        k->scan->words[p->first].reading[p->reading].suf != suf)
        return false;
    for (uint32_t i = 0; i < p->actors.n; i++)
        if (p->actors.ptr[i] == entity)
            return true;
    return false;
}

/* تجمع محتجون … قبل أن تفرقهم الشرطة، ضبط مهرب … واعتقلته: the people named last before the verb, in its sentence,
 * that the pronoun fits. */
static uint32_t object_pronoun(const isn_work *k, const isn_ev *e, uint8_t suf) {
    if (suf < ISN_SUF_HU || suf > ISN_SUF_HUNNA)
        return ISN_NONE;
    for (uint32_t w = e->first; w-- > k->s0[e->sentence];) {
        uint32_t c = k->m->entities.cover[w];
        if (c == ISN_NONE)
            continue;
        w = isn_work_entity(k, c)->first;
        uint32_t head = w > 0 ? k->m->entities.cover[w - 1] : ISN_NONE; /* محتجون مؤيدون للجيش */
        bool describes = head != ISN_NONE && isn_work_entity(k, head)->kind == ISN_ENT_PEOPLE &&
                         isn_work_entity(k, c)->flags & (ISN_EF_PLURAL | ISN_EF_DUAL) &&
                         !isn_work_pre(k, w, 0);
        uint32_t n =
            isn_work_entity(k, c)->number; /* تسعة موظفين، بينهم أربع نساء، احتجزتهم الجماعة */
        bool part = n != ISN_NONE && k->m->numbers.ptr[n].flags & ISN_NF_SUBSET;
        if (!describes && !part && !unwanted(k, isn_work_entity(k, c)) &&
            !did_to_them(k, e, c, suf) && pronoun_fits(k, isn_work_entity(k, c), suf))
            return c;
    }
    return ISN_NONE;
}

/* أفرجت عنه، اعتدوا عليهم: a preposition right after the verb with the one it is done to as its pronoun. */
static int32_t slot_of_pronoun(const isn_work *k, const isn_ev *e, uint32_t w, uint8_t *suf) {
    const isn_hit *hit;
    if (w >= k->scan->nwords || k->fn[w] != ISN_FN_OTHER || !isn_work_has(k, w, ISN_T_FUNC) ||
        k->scan->words[w].flags & ISN_WF_BREAK)
        return ISN_SLOT_NONE;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_FUNC);
    if (!s || hit->last != w + 1)
        return ISN_SLOT_NONE;
    *suf = k->scan->words[w].reading[hit->reading].suf;
    int32_t slot = slot_prep(k, e, (uint8_t)isn_lex_int(k->lex, ISN_T_FUNC, s->row, ISN_FUNC_KIND));
    bool done_to = slot == ISN_SLOT_VICTIM || slot == ISN_SLOT_RECIPIENT || slot == ISN_SLOT_TARGET;
    return done_to ? slot : ISN_SLOT_NONE;
}

static void pronoun_after(const isn_work *k, isn_ev *e) {
    uint8_t suf = ISN_SUF_NONE;
    int32_t slot = e->recipients.n ? ISN_SLOT_NONE : slot_of_pronoun(k, e, e->last, &suf);
    if (slot == ISN_SLOT_NONE)
        return;
    uint32_t object = object_pronoun(k, e, suf);
    if (object == ISN_NONE)
        return;
    give(k, e, slot, object);
    e->pronoun = true;
    e->self = !e->verb && (suf == ISN_SUF_HU || suf == ISN_SUF_HA); /* تم القبض عليه */
}

/* ألقى القبض على عدد منهم، اعتقلت الشرطة عددا منهم، أفرج عن بعضهم: some of those named before, behind the doer or the
 * preposition that whom it befalls stands with. */
static void some_behind(const isn_work *k, isn_ev *e) {
    enum { FAR = 6 };
    uint32_t end = k->scan->sentence_word[e->sentence + 1];
    if (e->recipients.n || !e->event)
        return;
    for (uint32_t w = e->last; w < end && w < e->last + FAR; w++) {
        if (k->scan->words[w].flags & ISN_WF_BREAK || k->wc[w] & (ISN_WC_VERB | ISN_WC_BOUND))
            return;
        if (k->fn[w] != ISN_FN_EACH)
            continue;
        bool of = w + 1 < end && k->fn[w + 1] == ISN_FN_OTHER && isn_work_has(k, w + 1, ISN_T_FUNC);
        uint8_t suf = isn_work_pronoun(k, w) ? isn_work_pronoun(k, w)
                      : of                   ? isn_work_pronoun(k, w + 1)
                                             : ISN_SUF_NONE;
        uint32_t doer = w > e->last ? k->m->entities.cover[w - 1] : ISN_NONE;
        bool bare = w == e->last || (doer != ISN_NONE && e->actors.n && e->actors.ptr[0] == doer);
        int32_t slot =
            bare ? isn_work_slot(k, e->row, e->verb ? ISN_FRAME_OBJECT : ISN_FRAME_GENITIVE)
                 : slot_prep(k, e, k->fn[w - 1]);
        if (slot != ISN_SLOT_VICTIM && slot != ISN_SLOT_RECIPIENT && slot != ISN_SLOT_TARGET)
            return;
        uint32_t they = object_pronoun(k, e, suf), next = w + (isn_work_pronoun(k, w) ? 1 : 2);
        uint32_t object = next < end ? k->m->entities.cover[next] : ISN_NONE;
        bool shown = (e->form & ISN_FORM_NUMBER) != ISN_FORM_SG;
        if (shown && w == e->last) /* قتلوا معظمهم مدنيون */
            return;
        if (e->verb && w == e->last && object != ISN_NONE) { /* رشق بعضهم القوات */
            give(k, e, slot, object);
            slot = isn_work_slot(k, e->row, ISN_FRAME_SUBJECT);
        }
        if (they != ISN_NONE)
            give(k, e, slot, they);
        return;
    }
}

/* الذي دعت إليه: what the clause describes comes again behind a preposition, so it is no subject. */
static bool resumes(const isn_work *k, const isn_ev *e) {
    uint32_t w = e->last;
    const isn_hit *hit;
    if (e->first <= k->s0[e->sentence] || k->fn[e->first - 1] != ISN_FN_WHO ||
        w >= k->scan->nwords || k->fn[w] != ISN_FN_OTHER || !isn_work_has(k, w, ISN_T_FUNC))
        return false;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_FUNC);
    return s && hit->last == w + 1 && isn_work_pronoun(k, w);
}

/* Does the pronoun behind a verb come back to what stands before it? To what a clause describes: الناشطة التي حكم عليها; or
 * to what the sentence begins with: الصحفي حكم عليه، where the verb is not active by its letters: الرجل اعتدى عليه. Nothing
 * is done to those who do it in the plural: الجنود أطلقوا النار عليهم. */
static bool comes_back(const isn_work *k, const isn_ev *e, uint32_t subject, uint8_t suf) {
    if (subject == ISN_NONE || e->first <= k->s0[e->sentence] ||
        (e->form & ISN_FORM_NUMBER) != ISN_FORM_SG)
        return false;
    if (k->fn[e->first - 1] == ISN_FN_WHO)
        return true;
    const isn_token *token = &k->scan->text->tokens[k->scan->words[e->first].token];
    bool active = long_a(k, e) || token->flags & ISN_TF_MAKSURA;
    return !active && pronoun_fits(k, isn_work_entity(k, subject), suf);
}

/* التي حكم عليها، الذي أفرج عنه: the pronoun behind the preposition is the one the clause describes, and nobody is named
 * as the doer. The slot of the preposition, or none. */
static int32_t resumed(const isn_work *k, const isn_ev *e, const walk *p, uint32_t subject) {
    uint8_t suf;
    int32_t slot = slot_of_pronoun(k, e, e->last, &suf);
    if (slot == ISN_SLOT_NONE || bare_at(p, 0) != ISN_NONE || !comes_back(k, e, subject, suf))
        return ISN_SLOT_NONE;
    return slot;
}

/* الشاب الذي ألقت الشرطة القبض عليه، التي ألقي القبض عليها: a preposition with the pronoun of the one described stands behind
 * the noun that makes the verb what it is. Its slot, or none. */
static int32_t resumed_behind(const isn_work *k, const isn_ev *e, const walk *p, uint32_t subject) {
    enum { FAR = 6 };
    if (subject == ISN_NONE || bare_at(p, 1) != ISN_NONE)
        return ISN_SLOT_NONE;
    uint32_t with = isn_lex_list(k->lex, ISN_T_TRIGGER, e->row, ISN_TRIGGER_WITH);
    for (uint32_t w = e->last; with && w + 1 < k->scan->nwords && w < e->last + FAR; w++) {
        if (k->scan->words[w].flags & ISN_WF_BREAK)
            return ISN_SLOT_NONE;
        if (!isn_word_in_list(k->lex, &k->scan->words[w], with))
            continue;
        uint8_t suf;
        int32_t slot = slot_of_pronoun(k, e, w + 1, &suf);
        return slot != ISN_SLOT_NONE && comes_back(k, e, subject, suf) ? slot : ISN_SLOT_NONE;
    }
    return ISN_SLOT_NONE;
}

/* الجيش والقوات وقعا، 31 مدنيا و14 جنديا قتلوا: all that are joined, as they are told; not the place of "إغلاق حقول في
 * ليبيا ومجموعة مسلحة تمهل". */
static void give_coordinated(const isn_work *k, isn_ev *e, int32_t slot, uint32_t subject) {
    bool relative = e->first > k->s0[e->sentence] && k->fn[e->first - 1] == ISN_FN_WHO;
    uint32_t all[ISN_ROLE_MAX], n = 0;
    for (uint32_t s = subject; s != ISN_NONE && n < ISN_ROLE_MAX;
         s = isn_work_entity(k, s)->coord) {
        const isn_entity *x = isn_work_entity(k, s);
        uint8_t fn = n && !relative && is_place(x) ? governed_by(k, x) : ISN_NO_FN;
        if (fn != ISN_NO_FN && fn != ISN_FN_BAYN)
            break;
        all[n++] = s;
    }
    while (n > 0)
        give(k, e, slot, all[--n]);
}

/* استهدفت الأخيرة منها فرق الإسعاف: they that heal and report are struck, and strike nobody. */
static bool harmless(const isn_entity *x) {
    return x->kind == ISN_ENT_ACTOR && (x->sector == ISN_SEC_MED || x->sector == ISN_SEC_NGO ||
                                        x->sector == ISN_SEC_JRN || x->sector == ISN_SEC_EDU);
}

/* واتهم البيان العسكري الجيش الهندي: a statement for who issued it; whom it blames follows. */
static bool statement_says(const isn_work *k, const isn_ev *e) {
    const isn_hit *hit;
    uint32_t w = e->last;
    if (!(e->flags & ISN_TG_SPEECH) || w >= k->scan->nwords ||
        k->m->entities.cover[w] != ISN_NONE || !isn_work_has(k, w, ISN_T_CHANNEL) ||
        isn_work_pre(k, w, 0) & ~(unsigned)ISN_CL_AL)
        return false;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_CHANNEL);
    return s != NULL && isn_work_pre(k, w, 0) & ISN_CL_AL;
}

/* هجمات بصواريخ، تستهدف قوات سعودية: a verb in the feminine, with nothing that joins it, goes on with the blows told
 * before it, and whom they hit follows. */
static bool describes_blows(const isn_work *k, const isn_ev *e) {
    enum { FAR = 14 };
    bool she = e->form & ISN_FORM_FEM && (e->form & ISN_FORM_NUMBER) == ISN_FORM_SG &&
               (e->form & ISN_FORM_KIND) == ISN_FORM_IMPF;
    if (!she || e == k->evs.ptr || isn_work_slot(k, e->row, ISN_FRAME_OBJECT) != ISN_SLOT_TARGET ||
        isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) != ISN_SLOT_ACTOR ||
        isn_work_pre(k, e->first, e->reading) || k->fn[e->first - 1] != ISN_NO_FN)
        return false;
    const isn_ev *q = e - 1;
    if (q->sentence != e->sentence || q->verb || !(q->flags & ISN_TG_ATTACK) || q->title ||
        q->event != ISN_EV_ASSAULT || e->first - q->last > FAR)
        return false;
    for (uint32_t w = q->last; w < e->first; w++)
        if (k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY) || k->scan->words[w].flags & ISN_WF_STOP ||
            k->fn[w] == ISN_FN_WHO || k->fn[w] == ISN_FN_THAT)
            return false;
    return true;
}

/* استهدف رتل للتحالف بعبوة ناسفة: a company or a vehicle without the article, and behind it a munition with ب; where من or
 * ل says whose it is, an ambush too: استهدفت وحدة من الجيش بكمين. */
static bool struck_by_arms(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    enum { FAR = 9 };
    bool of = x->first == e->last + 2 && k->fn[e->last + 1] == ISN_FN_MIN;
    if ((x->first != e->last && !of) || isn_work_pre(k, e->last, 0) || x->kind != ISN_ENT_ACTOR ||
        !isn_work_has(k, e->last, ISN_T_ORGWORD))
        return false;
    bool loose = of || loose_company(k, x);
    for (uint32_t w = x->last; w < k->scan->nwords && w < x->last + FAR; w++) {
        if (k->wc[w] & ISN_WC_VERB || k->scan->words[w].flags & ISN_WF_STOP)
            return false;
        const isn_hit *hit;
        const isn_sense *s = isn_work_pre(k, w, 0) & ISN_CL_BEH
                                 ? isn_match_sense(&hit, k->scan, w, ISN_T_UNIT)
                                 : NULL;
        int32_t kind = s ? isn_lex_int(k->lex, ISN_T_UNIT, s->row, ISN_UNIT_KIND) : -1;
        if (kind == ISN_U_MUNITION || (loose && kind == ISN_U_ACTION))
            return true;
    }
    return false;
}

/* اتهمت القوات بقصف السوق، وحمّل الجماعة المسؤولية: who is charged stands between the verb and the charge; he is no subject,
 * for the verb would lack its object. Nor does the world at large say anything. */
static bool charged_alone(const isn_work *k, const isn_ev *e, const walk *p) {
    uint32_t one = bare_at(p, 0);
    if (!(e->flags & ISN_TG_SPEECH) || e->passive || one == ISN_NONE || bare_at(p, 1) != ISN_NONE ||
        isn_work_slot(k, e->row, ISN_FRAME_OBJECT) != ISN_SLOT_RECIPIENT)
        return false;
    const isn_entity *x = isn_work_entity(k, one);
    uint32_t w = x->last;
    if (x->sector == ISN_SEC_UNO && !x->role)
        return true; /* وطالب المجتمع الدولي */
    bool charge = e->event == ISN_EV_ACCUSE &&
                  isn_work_slot(k, e->row, ISN_FRAME_ALA) == ISN_SLOT_NONE &&
                  isn_work_slot(k, e->row, ISN_FRAME_BI) == ISN_SLOT_TOPIC;
    if (!charge || x->first != e->last || w >= k->scan->nwords ||
        k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    uint32_t with = isn_lex_list(k->lex, ISN_T_TRIGGER, e->row, ISN_TRIGGER_WITH);
    return k->fn[w] == ISN_FN_BI || object_with_beh(k, one) ||
           (with && isn_word_in_list(k->lex, &k->scan->words[w], with));
}

/* الهجوم الذي استهدف السفارة، الغارة الإسرائيلية التي قتلت قياديا: the deed that the clause describes acts, and what follows
 * is what it befell. */
static bool deed_that(const isn_work *k, const isn_ev *e, const walk *p) {
    enum { QUALIFIED = 3 };
    uint32_t who = e->first - 1;
    int32_t obj = isn_work_slot(k, e->row, ISN_FRAME_OBJECT);
    if (e->first < k->s0[e->sentence] + 2 || k->fn[who] != ISN_FN_WHO || e->passive ||
        bare_at(p, 0) == ISN_NONE || bare_at(p, 1) != ISN_NONE ||
        k->scan->words[e->first].reading[e->reading].suf ||
        (obj != ISN_SLOT_TARGET && obj != ISN_SLOT_VICTIM && obj != ISN_SLOT_RECIPIENT))
        return false;
    for (uint32_t w = who; w-- > k->s0[e->sentence] && who - w <= QUALIFIED;) {
        uint32_t c = k->m->entities.cover[w];
        bool deed = k->wc[w] & ISN_WC_TRIGGER && !(k->wc[w] & ISN_WC_VERB);
        if (c == ISN_NONE && deed)
            return true;
        if ((c != ISN_NONE && !(isn_work_entity(k, c)->flags & ISN_EF_ADJ)) ||
            k->scan->words[w + 1].flags & ISN_WF_BREAK || !(isn_work_pre(k, w, 0) & ISN_CL_AL))
            return false;
    }
    return false;
}

/* غارة للتحالف على صعدة أصابت عشرة مدنيين: behind the deed, in its clause, a verb of harm that is no passive. */
static bool deed_before(const isn_work *k, const isn_ev *e, const walk *p) {
    enum { FAR = 12 };
    const isn_ev *deed = e - 1;
    if (e == k->evs.ptr || !e->effect || !long_a(k, e) || bare_at(p, 0) == ISN_NONE ||
        bare_at(p, 1) != ISN_NONE || deed->sentence != e->sentence || deed->verb ||
        deed->event != ISN_EV_ASSAULT || !(deed->flags & ISN_TG_ATTACK) ||
        e->first - deed->last > FAR || isn_work_pre(k, e->first, e->reading))
        return false;
    for (uint32_t w = deed->last; w <= e->first; w++)
        if (k->scan->words[w].flags & ISN_WF_BREAK || k->fn[w] == ISN_FN_THAT ||
            (w < e->first && k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY)))
            return false;
    return true;
}

/* أصاب الرصاص ثلاثة متظاهرين: a thing with the article right behind the verb does the harm to those counted behind it. */
static bool thing_acts(const isn_work *k, const isn_ev *e, const walk *p) {
    uint32_t w = e->last, one = bare_at(p, 0);
    if (!e->effect || e->passive || one == ISN_NONE || bare_at(p, 1) != ISN_NONE ||
        w >= k->scan->nwords || k->m->entities.cover[w] != ISN_NONE ||
        isn_work_pre(k, w, 0) != ISN_CL_AL || k->fn[w] != ISN_NO_FN ||
        k->m->dates.at[w] != ISN_NONE || k->scan->words[w].flags & ISN_WF_BREAK ||
        isn_work_has(k, w, ISN_T_DATEWORD) || isn_work_has(k, w, ISN_T_PEOPLE))
        return false;
    const isn_entity *x = isn_work_entity(k, one);
    return x->number != ISN_NONE && k->m->numbers.ptr[x->number].first == w + 1 &&
           k->m->numbers.ptr[x->number].num_first < k->m->numbers.ptr[x->number].num_last;
}

/* مظاهرة وسط الخرطوم تطالب بالحكم المدني: a verb in the present that describes a protest right before it, or behind the
 * place of it, is said by those that protest. */
static const isn_ev *protest_says(const isn_work *k, const isn_ev *e) {
    enum { WORDS = 6 };
    const isn_ev *q = e - 1;
    if (e == k->evs.ptr || (e->form & ISN_FORM_KIND) != ISN_FORM_IMPF ||
        !(e->form & ISN_FORM_FEM) || !(e->flags & ISN_TG_SPEECH) ||
        isn_work_pre(k, e->first, e->reading) || k->scan->words[e->first].flags & ISN_WF_BREAK ||
        q->sentence != e->sentence || q->verb || q->definite || q->event != ISN_EV_PROTEST ||
        e->first > q->last + WORDS)
        return NULL;
    for (uint32_t w = q->last; w < e->first; w++)
        if (k->wc[w] & ISN_WC_VERB || k->fn[w] == ISN_FN_WHO || k->fn[w] == ISN_FN_THAT ||
            k->scan->words[w].flags & ISN_WF_BREAK)
            return NULL;
    const isn_ev *who = q;
    while (!who->actors.n && who > k->evs.ptr && (who - 1)->sentence == e->sentence &&
           ((who - 1)->event == ISN_EV_PROTEST || (who - 1)->flags & ISN_TG_LIGHT)) /* نظم، خرج */
        who--;
    return who;
}

/* أصيب ثلاثة خلال اقتحام القوات المخيم، واعتقلت أحدهم: the subject that a verb in the feminine shares did what the noun
 * right before it tells. That one, or ISN_NONE. */
static uint32_t doer_of_noun(const isn_work *k, const isn_ev *e) {
    bool she = e->form & ISN_FORM_FEM && (e->form & ISN_FORM_NUMBER) == ISN_FORM_SG &&
               isn_work_pre(k, e->first, e->reading) & ISN_CL_WAW;
    if (!she || e == k->evs.ptr)
        return ISN_NONE;
    const isn_ev *q = e - 1;
    if (q->sentence != e->sentence || q->verb || q->actors.n != 1)
        return ISN_NONE;
    const isn_entity *x = isn_work_entity(k, q->actors.ptr[0]);
    return armed(x) && !(x->flags & ISN_EF_ADJ) && agrees(k, e, x) ? q->actors.ptr[0] : ISN_NONE;
}

/* اختطفت رئيس البلدية جماعة مسلحة: the verb is in the feminine, which the man right behind it is not, and the force further on
 * is. */
static bool object_first(const isn_work *k, const isn_ev *e, const walk *p) {
    uint32_t one = bare_at(p, 0), two = bare_at(p, 1);
    if (one == ISN_NONE || two == ISN_NONE || !(e->form & ISN_FORM_FEM) ||
        e->flags & ISN_TG_SPEECH || isn_work_entity(k, two)->kind != ISN_ENT_ACTOR ||
        isn_work_entity(k, two)->table == ISN_T_TITLE || !armed(isn_work_entity(k, two)))
        return false;
    const isn_entity *man = isn_work_entity(k, one);
    const isn_token *t = &k->scan->text->tokens[k->scan->words[man->first].token];
    bool titled = man->table == ISN_T_TITLE && !(t->flags & ISN_TF_TEH_MARBUTA);
    return (titled || (man->kind == ISN_ENT_PEOPLE && !agrees(k, e, man))) &&
           !(man->flags & (ISN_EF_FEM | ISN_EF_PLURAL)) &&
           gender_of_head(k, isn_work_entity(k, two)) > 0;
}

/* غارة على البلدة، قتلت أربعة أشخاص: a verb of harm in the feminine is not of men who are counted behind it. */
static bool cannot_act(const isn_work *k, const isn_ev *e, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    if (!e->effect || x->kind != ISN_ENT_PEOPLE || x->number == ISN_NONE)
        return false;
    bool men = e->form & ISN_FORM_FEM && x->side != ISN_SIDE_ARMED && !agrees(k, e, x);
    return men || (counted_by_word(k, x) && takes_alef(k, x->first) && long_a(k, e) &&
                   isn_work_pre(k, e->first, e->reading) & ISN_CL_WAW); /* وأصاب 16 جنديا */
}

/* قتل منهم النظام 11: one that bears arms, with the figure of the part right behind. */
static bool figure_behind(const isn_work *k, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    uint32_t n = x->last < k->scan->nwords ? k->m->numbers.at[x->last] : ISN_NONE;
    return armed(x) && x->number == ISN_NONE && n != ISN_NONE &&
           k->m->numbers.ptr[n].first == x->last && !isn_work_pre(k, x->last, 0) &&
           k->m->numbers.ptr[n].flags & ISN_NF_SUBSET;
}

/* طالب الحراك الحكومة بكذا: a noun with the article right behind the verb that nobody knows is who demands, and the party behind it
 * is of whom. */
static bool unknown_demands(const isn_work *k, const isn_ev *e, uint32_t one) {
    uint32_t w = e->last;
    if (one == ISN_NONE || e->passive || isn_work_entity(k, one)->first != w + 1 ||
        (e->event != ISN_EV_REQUEST && e->event != ISN_EV_ACCUSE))
        return false;
    const uint32_t known = 1u << ISN_T_SPEECH | 1u << ISN_T_FUNC | 1u << ISN_T_DATEWORD |
                           1u << ISN_T_NAME | 1u << ISN_T_TITLE;
    return k->scan->words[w].kind == ISN_TOK_WORD && isn_work_pre(k, w, 0) == ISN_CL_AL &&
           !(k->scan->words[w].flags & ISN_WF_BREAK) && k->m->entities.cover[w] == ISN_NONE &&
           !k->taken[w] && !(k->scan->word_tables[w] & known);
}

/* دعا النائب البرلمان إلى كذا، فيما طالب الحكومة بكذا: a body named by a feminine noun right behind a masculine verb of demand is of
 * whom he demands it. */
static bool other_gender(const isn_work *k, const isn_ev *e, uint32_t one) {
    if (one == ISN_NONE || e->passive || e->form & (ISN_FORM_FEM | ISN_FORM_PERSON) ||
        (e->form & ISN_FORM_NUMBER) != ISN_FORM_SG ||
        (e->event != ISN_EV_REQUEST && e->event != ISN_EV_ACCUSE))
        return false;
    const isn_entity *x = isn_work_entity(k, one);
    const isn_token *token = &k->scan->text->tokens[k->scan->words[x->first].token];
    return x->kind == ISN_ENT_ACTOR && x->first == e->last && !(x->flags & ISN_EF_PLURAL) &&
           x->table != ISN_T_TITLE && token->flags & ISN_TF_TEH_MARBUTA &&
           isn_work_pre(k, x->first, x->reading) == ISN_CL_AL;
}

static void verb_roles(const isn_work *k, isn_ev *e, const walk *p) {
    const isn_reading *r = &k->scan->words[e->first].reading[e->reading];
    if (describes_blows(k, e)) {
        give_all(k, e, isn_work_slot(k, e->row, ISN_FRAME_OBJECT), p, 0);
        return;
    }
    const isn_ev *march = protest_says(k, e);
    if (march != NULL) {
        for (uint32_t i = 0; i < march->actors.n; i++)
            give(k, e, isn_work_slot(k, e->row, ISN_FRAME_SUBJECT), march->actors.ptr[i]);
        give_all(k, e, isn_work_slot(k, e->row, ISN_FRAME_OBJECT), p, 0);
        e->dead = !e->actors.n;
        e->why = e->dead ? "too little is told with it" : e->why;
        return;
    }
    uint32_t subject = before(k, e);
    int32_t obj = isn_work_slot(k, e->row, ISN_FRAME_OBJECT),
            sub = isn_work_slot(k, e->row, ISN_FRAME_SUBJECT);
    uint32_t one = bare_at(p, 0);
    if (e->flags & ISN_TG_LIGHT && sub == ISN_SLOT_TARGET && pronoun_before(k, e)) {
        uint32_t whom = pronoun_subject(k, e);
        int gender = whom == ISN_NONE ? 0 : gender_of_head(k, isn_work_entity(k, whom));
        bool his = isn_work_pronoun(k, e->first - 1) == ISN_SUF_HU;
        if (whom != ISN_NONE && !(his && gender > 0)) { /* قال الجيش إنه تعرض لهجوم */
            give(k, e, sub, whom);
            return;
        }
    }
    if (p->deed != 0 || statement_says(k, e) || deed_that(k, e, p) || thing_acts(k, e, p) ||
        (subject == ISN_NONE && unknown_demands(k, e, one)) ||
        (subject == ISN_NONE && deed_before(k, e, p))) {
        give_all(k, e, obj, p, 0);
        return;
    }
    bool other = subject == ISN_NONE && other_gender(k, e, one);
    if (subject == ISN_NONE && (other || charged_alone(k, e, p))) {
        uint32_t shared = shared_subject(k, e, p);
        if (shared == ISN_NONE && other)
            shared = subject_before(k, e);
        if (shared != ISN_NONE) {
            e->shared = true;
            give(k, e, sub, shared);
        }
        give_all(k, e, obj, p, 0);
        return;
    }
    bool himself = one != ISN_NONE && does_it_himself(k, e);
    if (!himself && reads_passive(k, e, p, subject)) {
        e->passive = true;
        int32_t slot = isn_work_slot(k, e->row, ISN_FRAME_PASSIVE);
        if (slot == ISN_SLOT_NONE)
            slot = obj;
        bool held = one != ISN_NONE && subject != ISN_NONE && is_place(isn_work_entity(k, one)) &&
                    e->effect == ISN_WHAT_CAPTURED; /* المحتجون أودعوا السجون */
        bool charge = e->event == ISN_EV_ACCUSE && subject != ISN_NONE &&
                      e->last < k->scan->nwords && begins_with_beh(k, e->last);
        if (one != ISN_NONE && !held && !charge)
            give_all(k, e, slot, p, 0);
        else if (subject != ISN_NONE)
            give_coordinated(k, e, slot, subject);
        return;
    }
    uint8_t suf;
    if (one == ISN_NONE && e->event == ISN_EV_SANCTION &&
        slot_of_pronoun(k, e, e->last, &suf) == ISN_SLOT_RECIPIENT &&
        (subject == ISN_NONE || isn_work_entity(k, subject)->sector != ISN_SEC_JUD)) {
        e->passive = true; /* أوقف وحكم عليه بالسجن: nobody is named who sentences */
        return;
    }
    int32_t back = resumed(k, e, p, subject);
    if (back != ISN_SLOT_NONE) { /* الناشطة التي حكم عليها بالسجن */
        e->passive = true;
        give_coordinated(k, e, back, subject);
        return;
    }
    back = resumed_behind(k, e, p, subject);
    if (back != ISN_SLOT_NONE) {
        give_coordinated(k, e, back, subject);
        if (one != ISN_NONE)
            give_all(k, e, sub, p, 0);
        return;
    }
    if (one != ISN_NONE && resumes(k, e)) { /* اليوم الذي دعت إليه اللجان */
        give_all(k, e, sub, p, 0);
        return;
    }
    if (pronoun_before(k, e)) { /* وقالت إنها قتلت عشرة جنود: the pronoun is the subject */
        give_all(k, e, obj, p, 0);
        return;
    }
    if (r->suf || isn_work_with_it(k, e)) { /* the object is a pronoun: هجوم شنه مسلحون */
        uint32_t object = object_pronoun(k, e, r->suf);
        if (object != ISN_NONE &&
            object == subject) /* 75 تلميذا كانوا قد اختطفوهم: the noun described */
            subject = subject_before(k, e);
        if (object != ISN_NONE && object != one && object != subject)
            give(k, e, obj, object), e->pronoun = true;
        if (one != ISN_NONE && r->suf && of_another_noun(k, e, one)) /* واقتادوه إلى مكان مجهول */
            one = ISN_NONE;
        bool goes_on = (e->effect || e->event == ISN_EV_ASSAULT || e->flags & ISN_TG_SPEECH) &&
                       r->pre & (ISN_CL_WAW |
                                 ISN_CL_FEH); /* دهموا منزله واقتادوه، عاقب المجلس شركات واتهمها */
        if (one == ISN_NONE && subject == ISN_NONE && r->suf && goes_on) {
            uint32_t same = subject_before(k, e);
            if (same != ISN_NONE && agrees(k, e, isn_work_entity(k, same)))
                subject = same;
        }
        if (one != ISN_NONE)
            give_all(k, e, sub, p, 0);
        else if (subject != ISN_NONE && !(k->fn[e->first ? e->first - 1 : 0] == ISN_FN_WHO))
            give(k, e, sub, subject);
        return;
    }
    if (p->some && one == ISN_NONE && obj == ISN_SLOT_VICTIM && !takes_alef(k, e->last)) {
        e->passive = true; /* واعتقل عدد منهم */
        return;
    }
    if (p->some && one != ISN_NONE && figure_behind(k, one)) {
        give_all(k, e, sub, p, 0); /* قتل منهم النظام 11 مدنيا */
        return;
    }
    if (p->some) {
        uint32_t dropped = dropped_subject(k, e);
        if (dropped != ISN_NONE && (takes_alef(k, e->last) || !armed(isn_work_entity(k, dropped))))
            give(k, e, sub, dropped);
        give_all(k, e, obj, p, 0);
        return;
    }
    if (subject != ISN_NONE) {
        give_coordinated(k, e, sub, subject);
        give_all(k, e, obj, p, 0);
        return;
    }
    unsigned number = e->form & ISN_FORM_NUMBER;
    if (number != ISN_FORM_SG || (e->form & ISN_FORM_PERSON) == ISN_FORM_P1) {
        /* فأحرقوا المخازن، استهدفنا دبابات: a verb that shows its subject in its ending has the object next */
        uint32_t dropped = dropped_subject(k, e);
        if (dropped != ISN_NONE && (e->form & ISN_FORM_PERSON) != ISN_FORM_P1) {
            give_coordinated(k, e, sub, dropped);
            e->shared = true;
        }
        give_all(k, e, obj, p, 0);
        return;
    }
    uint32_t shared = shared_subject(k, e, p);
    if (shared != ISN_NONE) {
        e->shared = true;
        give(k, e, sub, shared);
        give_all(k, e, obj, p, 0);
        return;
    }
    if (one == ISN_NONE) {
        uint32_t doer = doer_of_noun(k, e);
        if (doer != ISN_NONE)
            give(k, e, sub, doer);
        return;
    }
    if (of_another_noun(k, e, one)) {
        give_all(k, e, obj, p, 0);
        return;
    }
    if ((implicit_relative(k, e) && bare_at(p, 1) == ISN_NONE) ||
        begins_with_object(k, e, isn_work_entity(k, one)) || cannot_act(k, e, one) ||
        isn_clause_accusative(k, isn_work_entity(k, one)) ||
        (e->event == ISN_EV_SANCTION && his_people(k, isn_work_entity(k, one)))) {
        give_all(k, e, obj, p, 0); /* سبق للجزائر أن استدعت سفيرها */
        return;
    }
    if (obj == ISN_SLOT_TARGET && sub == ISN_SLOT_ACTOR && bare_at(p, 1) == ISN_NONE &&
        harmless(isn_work_entity(k, one))) {
        give_all(k, e, obj, p, 0);
        return;
    }
    if (obj == ISN_SLOT_VICTIM && sub == ISN_SLOT_ACTOR && bare_at(p, 1) == ISN_NONE &&
        e->event == ISN_EV_ASSAULT && e->mode == isn_emit_mode("torture") &&
        personlike(isn_work_entity(k, one)) && !armed(isn_work_entity(k, one))) {
        e->passive = true; /* جلد الرجل مئة جلدة */
        give_all(k, e, obj, p, 0);
        return;
    }
    if (obj == ISN_SLOT_TARGET && sub == ISN_SLOT_ACTOR && bare_at(p, 1) == ISN_NONE &&
        struck_by_arms(k, e, isn_work_entity(k, one))) {
        e->passive = true;
        give_all(k, e, obj, p, 0);
        return;
    }
    if (sub == ISN_SLOT_ACTOR && obj != ISN_SLOT_NONE && object_first(k, e, p)) {
        give(k, e, sub, bare_at(p, 1));
        give(k, e, obj, one);
        return;
    }
    give_all(k, e, sub, p, 0);
    give_all(k, e, obj, p, 1);
    /* "استهدف القصف مدرسة": the subject was a trigger, so the first noun phrase is the object */
}

/* A genitive stands right after its noun; its number may stand between, an adjective too. */
static bool adjacent(const isn_work *k, const isn_ev *e, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    uint32_t from = x->first;
    if (x->number != ISN_NONE && k->m->numbers.ptr[x->number].first < from)
        from = k->m->numbers.ptr[x->number].first;
    if (e->event == ISN_EV_REJECT && from == e->last + 1 && !k->taken[e->last] &&
        !(isn_work_pre(k, e->last, 0) & ISN_CL_AL) &&
        isn_work_pre(k, x->first, x->reading) & ISN_CL_AL)
        return false;            /* رفض اقتراح الأمم المتحدة: whose proposal */
    uint32_t each = e->last + 1; /* مقتل كل من فلان وفلان */
    each += each < from && k->fn[e->last] == ISN_FN_EACH && k->fn[each] == ISN_FN_EACH;
    return from <= each;
}

/* دمرت غارة مقر الحركة: whom a blow is dealt by stands right behind it. */
static bool right_behind(const isn_work *k, const isn_ev *e, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    uint32_t w = e->last;
    while (w < x->first && k->taken[w])
        w++;
    return w >= x->first || (x->number != ISN_NONE && k->m->numbers.ptr[x->number].first <= w);
}

/* متهما حماس بكذا: what follows is whom it is said of or to; who says it is the subject of the clause, unless
 * chain.c finds a speaker. */
static void attending_roles(const isn_work *k, isn_ev *e, const walk *p) {
    give_all(k, e, isn_work_slot(k, e->row, ISN_FRAME_OBJECT), p, 0);
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;)
        if ((q->verb || q->attends) && q->actors.n) {
            e->actors = q->actors;
            return;
        }
}

/* مظاهرة، احتجاجات */
static bool names_protest(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    if (!isn_work_has(k, w, ISN_T_TRIGGER))
        return false;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_TRIGGER);
    return s && isn_work_trigger(k, s->row, ISN_TRIGGER_EVENT) == ISN_EV_PROTEST;
}

/* استخدام الشرطة للغاز: a word that the deed is known by. */
static bool names_means(const isn_work *k, const isn_ev *e, uint32_t w) {
    uint32_t list = isn_lex_list(k->lex, ISN_T_TRIGGER, e->row, ISN_TRIGGER_WITH);
    return e->event == ISN_EV_ASSAULT && list && isn_word_in_list(k->lex, &k->scan->words[w], list);
}

/* قصف الجيش للمدينة، استدعاء المغرب لسفيره: behind who does it stands with ل whom it is done to. That one's entity, or
 * ISN_NONE; `any` where there is such a noun, known or not. */
static uint32_t object_with_lam(const isn_work *k, const isn_ev *e, const isn_entity *x,
                                bool *any) {
    uint32_t w = x->last, day = w < k->scan->nwords ? k->m->dates.at[w] : ISN_NONE;
    bool deed =
        e->event == ISN_EV_ASSAULT || e->event == ISN_EV_COERCE || e->event == ISN_EV_SANCTION;
    *any = false;
    if (day != ISN_NONE && k->m->dates.ptr[day].first == w)
        w = k->m->dates.ptr[day].last; /* اقتحام القوات فجر اليوم للمخيم */
    if (!deed || w >= k->scan->nwords || k->scan->words[w].flags & ISN_WF_BREAK ||
        x->number != ISN_NONE ||
        (x->kind != ISN_ENT_ACTOR && x->table != ISN_T_COUNTRY && !strikes(x)))
        return ISN_NONE;
    uint32_t c = k->m->entities.cover[w];
    uint8_t reading = c == ISN_NONE ? 0 : isn_work_entity(k, c)->reading;
    if (!(isn_work_pre(k, w, reading) & ISN_CL_LAM))
        return ISN_NONE;
    if (k->wc[w] & (ISN_WC_TRIGGER | ISN_WC_VERB)) { /* قمع الأمن لمظاهرة */
        *any = names_protest(k, w);
        return ISN_NONE;
    }
    if (c == ISN_NONE && names_protest(k, w))
        *any = true;                        /* قمع الشرطة للاحتجاجات */
    uint32_t several = k->m->numbers.at[w]; /* لعدة مناطق */
    if (k->taken[w]) {
        *any = several != ISN_NONE && k->m->numbers.ptr[several].first == w;
        return ISN_NONE;
    }
    *any |= names_means(k, e, w) || c != ISN_NONE || isn_work_has(k, w, ISN_T_PLACEWORD) ||
            isn_work_has(k, w, ISN_T_UNIT);
    return c != ISN_NONE && isn_work_entity(k, c)->first == w ? c : ISN_NONE;
}

static bool from_the_air(const isn_ev *e) {
    return !strcmp(isn_vocab_mode[e->mode], "drone") || !strcmp(isn_vocab_mode[e->mode], "aerial");
}

/* مقتله، إصابته وزوجته، اغتياله واثنين من مرافقيه: the pronoun of a noun of harm is whom it befell, and so are they that
 * و joins to it. Not قتله مدنيين. */
static bool befell_him(const isn_work *k, isn_ev *e, const walk *p) {
    uint32_t one = bare_at(p, 0);
    uint8_t suf = k->scan->words[e->first].reading[e->reading].suf;
    bool joined = one != ISN_NONE && right_behind(k, e, one);
    if (joined) {
        const isn_entity *x = isn_work_entity(k, one);
        uint32_t n = x->number, first = x->first;
        if (n != ISN_NONE && k->m->numbers.ptr[n].first < first)
            first = k->m->numbers.ptr[n].first;
        joined =
            isn_work_pre(k, first, 0) & ISN_CL_WAW && !(k->scan->words[first].flags & ISN_WF_BREAK);
    }
    if (!e->effect || e->last != e->first + 1 || (one != ISN_NONE && !joined) ||
        isn_work_slot(k, e->row, ISN_FRAME_GENITIVE) != ISN_SLOT_VICTIM)
        return false;
    uint32_t object = object_pronoun(k, e, suf);
    if (object == ISN_NONE && !joined)
        return false;
    if (object != ISN_NONE) {
        give(k, e, ISN_SLOT_VICTIM, object);
        e->pronoun = true;
    }
    e->self = suf == ISN_SUF_HU || suf == ISN_SUF_HA;
    if (joined)
        give_all(k, e, ISN_SLOT_VICTIM, p, 0);
    return true;
}

/* قتل مسلحون في كمين ثمانية جنود: whom the verb before the noun harmed is no genitive of the noun. */
static bool suffered_already(const isn_work *k, const isn_ev *e, uint32_t entity) {
    const isn_ev *verb = e - 1;
    if (e == k->evs.ptr || !verb->verb || !verb->effect || !verb->actors.n ||
        isn_clause_prep(k, e->first, e->reading) != ISN_FN_FI)
        return false;
    for (uint32_t i = 0; i < verb->recipients.n; i++)
        if (verb->recipients.ptr[i] == entity)
            return true;
    return false;
}

/* اقتحام مسلحين مستودعا: a noun without the article and in the accusative, as its alef shows; رسميا tells how. */
static bool object_by_alef(const isn_work *k, uint32_t w) {
    if (w >= k->scan->nwords || k->scan->words[w].flags & ISN_WF_BREAK || isn_work_pre(k, w, 0) ||
        k->fn[w] != ISN_NO_FN || k->taken[w] || k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY) ||
        isn_work_has(k, w, ISN_T_DATEWORD))
        return false;
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *end = k->scan->text->fold + token->fold + token->fold_len;
    return token->fold_len > 3 && end[-1] == ISN_F_ALEF && end[-2] != ISN_F_YEH;
}

/* أعلن الجيش تعرضه لهجوم: the body right before, of the gender of the pronoun. */
static uint32_t body_told_of(const isn_work *k, const isn_ev *e, uint8_t suf) {
    uint32_t c = e->first > k->s0[e->sentence] ? k->m->entities.cover[e->first - 1] : ISN_NONE;
    if (c == ISN_NONE)
        return ISN_NONE;
    const isn_entity *x = isn_work_entity(k, c);
    if (x->kind != ISN_ENT_ACTOR || x->flags & ISN_EF_ADJ || is_place(x))
        return ISN_NONE;
    int gender = gender_of_head(k, x);
    bool fits = suf == ISN_SUF_HA ? gender >= 0 : suf == ISN_SUF_HU && gender <= 0;
    return fits ? c : ISN_NONE;
}

static void noun_roles(const isn_work *k, isn_ev *e, const walk *p) {
    int32_t gen = isn_work_slot(k, e->row, ISN_FRAME_GENITIVE);
    int32_t obj = isn_work_slot(k, e->row, ISN_FRAME_OBJECT);
    uint32_t one = bare_at(p, 0), two = bare_at(p, 1);
    const isn_reading *r = &k->scan->words[e->first].reading[e->reading];
    if (r->suf && e->event == ISN_EV_PROTEST &&
        isn_work_slot(k, e->row, ISN_FRAME_GENITIVE) == ISN_SLOT_ACTOR) {
        uint32_t striker = object_pronoun(k, e, r->suf); /* واصل السجناء إضرابهم */
        if (striker != ISN_NONE && !e->actors.n)
            give(k, e, ISN_SLOT_ACTOR, striker);
        return;
    }
    if (r->suf) { /* قتلهم، استهدافه مدنيين */
        if (e->flags & ISN_TG_LIGHT && gen == ISN_SLOT_TARGET) { /* تعرضه لهجوم */
            uint32_t whom = object_pronoun(k, e, r->suf);
            if (whom == ISN_NONE)
                whom = body_told_of(k, e, r->suf);
            if (whom != ISN_NONE)
                give(k, e, ISN_SLOT_TARGET, whom);
            return;
        }
        if (!befell_him(k, e, p))
            give_all(k, e, obj, p, 0);
        return;
    }
    if (one == ISN_NONE || !adjacent(k, e, one))
        return;
    uint32_t n = isn_work_entity(k, one)->number;
    bool tail = e->last > e->first + 1 && !(isn_work_pre(k, e->last - 1, 0) & ISN_CL_AL);
    if (e->definite && !tail && /* not العثور على جثة شاب */
        (isn_work_entity(k, one)->first == e->last ||
         (n != ISN_NONE && k->m->numbers.ptr[n].first == e->last))) {
        /* القصف المدفعي: an adjective of nation was dealt with; a noun after a definite one is no genitive */
        return;
    }
    const isn_entity *x = isn_work_entity(k, one);
    bool behind_deed =
        gen == ISN_SLOT_ACTOR && x->table == ISN_T_PEOPLE &&
        (object_by_alef(k, e->last) || (blow_harms(k, e) && (x->number != ISN_NONE || !armed(x)) &&
                                        !isn_work_pre(k, x->first, x->reading)));
    if (suffered_already(k, e, one) || behind_deed)
        return; /* قتلت غارة رجلا، ثلاثة أطفال: the verb's object */
    if (loose_company(k, x) && blow_strikes(k, e)) {
        give_all(k, e, ISN_SLOT_TARGET, p, 0);
        return;
    }
    if (downs(k, e) && owned_weapon(x) &&
        (two == ISN_NONE || !owned_weapon(isn_work_entity(k, two)))) { /* إسقاط مسيرة أوكرانية */
        give_all(k, e, ISN_SLOT_RECIPIENT, p, 0);
        return;
    }
    bool far = two != ISN_NONE && is_place(isn_work_entity(k, two)) && /* خلية …، بين كذا وكذا */
               isn_work_entity(k, two)->first > x->last + 2;
    if (e->event == ISN_EV_PROTEST && x->kind == ISN_ENT_PEOPLE) {
        give_all(k, e, ISN_SLOT_ACTOR, p, 0); /* اقتحام متظاهرين السفارة */
        give_all(k, e, obj, p, 1);
        return;
    }
    if (e->flags & ISN_TG_LIGHT && gen == ISN_SLOT_EVENT && adjacent(k, e, one) &&
        (strikes(x) || x->table == ISN_T_COUNTRY))
        gen = ISN_SLOT_ACTOR; /* شن إسرائيل غارات */
    bool held = two != ISN_NONE && e->effect == ISN_WHAT_CAPTURED &&
                is_place(isn_work_entity(k, two)); /* إيداع رئيس البلدية السجن */
    bool sends = e->event == ISN_EV_MOBILIZE && gen == ISN_SLOT_TOPIC && state_force(x) &&
                 x->last < k->scan->nwords &&
                 isn_clause_prep(k, x->last, 0) == ISN_FN_BI; /* دفع الجيش بتعزيزات */
    if (sends)
        gen = ISN_SLOT_ACTOR;
    bool acts = two != ISN_NONE && !far && !held && armed(x) &&
                !(x->kind == ISN_ENT_PLACE && x->table != ISN_T_COUNTRY);
    acts &= two == ISN_NONE || !unwanted(k, isn_work_entity(k, two));
    acts |= e->event == ISN_EV_ACCUSE && two != ISN_NONE && can_act(x) &&
            !(x->flags & ISN_EF_ADJ) && can_act(isn_work_entity(k, two)) &&
            isn_work_entity(k, two)->first == x->last;
    if (acts && gen != ISN_SLOT_ACTOR) { /* قتل الجيش مدنيين، استهداف الطائرات منزلا */
        give_all(k, e, ISN_SLOT_ACTOR, p, 0);
        give_all(k, e, obj, p, 1);
        return;
    }
    bool done_to;
    uint32_t object = object_with_lam(k, e, x, &done_to);
    if (done_to && gen != ISN_SLOT_ACTOR) {
        e->recipients.n = 0;
        give_all(k, e, ISN_SLOT_ACTOR, p, 0);
        if (object != ISN_NONE)
            give(k, e, obj, object);
        return;
    }
    if (p->on && e->flags & ISN_TG_ATTACK && strikes(x))
        gen = ISN_SLOT_ACTOR; /* قصف الطيران على القرية */
    if (gen == ISN_SLOT_TARGET && e->flags & ISN_TG_ATTACK && owned_weapon(x) &&
        right_behind(k, e, one) && from_the_air(e))
        gen = ISN_SLOT_ACTOR; /* قصف طائرة مسيرة تركية */
    bool storms =
        gen == ISN_SLOT_TARGET && isn_work_slot(k, e->row, ISN_FRAME_ILA) == ISN_SLOT_PLACE;
    if (storms && x->kind == ISN_ENT_ACTOR && strikes(x) && right_behind(k, e, one))
        gen = ISN_SLOT_ACTOR; /* خلال اقتحام قوات الاحتلال: a force storms, and not a force */
    if (e->flags & ISN_TG_ATTACK && strikes(x) && right_behind(k, e, one) &&
        followed_by_object(k, x))
        gen = ISN_SLOT_ACTOR; /* قصف الجيش مواقع للمتمردين */
    if (x->kind == ISN_ENT_PEOPLE && strikes(x) && right_behind(k, e, one) &&
        isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_ACTOR && object_by_alef(k, x->last))
        gen = ISN_SLOT_ACTOR; /* اقتحام مسلحين مستودعا، إطلاق مسلحين النار */
    if (p->off && isn_work_slot(k, e->row, ISN_FRAME_AN) == ISN_SLOT_VICTIM &&
        (strikes(x) || x->table == ISN_T_COUNTRY))
        gen = ISN_SLOT_ACTOR; /* إفراج الحركة عن ثلاثة */
    bool wanted = x->sector == ISN_SEC_REB || x->sector == ISN_SEC_UAF || x->sector == ISN_SEC_CRM;
    if (gen == ISN_SLOT_ACTOR && e->event == ISN_EV_COERCE && !e->effect && wanted &&
        x->kind == ISN_ENT_PEOPLE && !p->on)
        gen = ISN_SLOT_RECIPIENT; /* ملاحقة إرهابيين */
    if (gen == ISN_SLOT_ACTOR && e->event == ISN_EV_ASSAULT && e->effect == ISN_WHAT_CAPTURED &&
        x->number != ISN_NONE)
        gen = ISN_SLOT_VICTIM; /* عملية خطف 45 جنديا */
    if (gen == ISN_SLOT_ACTOR && e->event == ISN_EV_CONSULT && is_place(x) && p->nbares == 1 &&
        right_behind(k, e, one))
        gen = ISN_SLOT_PLACE; /* مشاورات الكويت، محادثات جنيف */
    bool town = is_place(x) && (x->table != ISN_T_COUNTRY || x->flags & ISN_EF_CAPITAL);
    if (town && !p->on && gen == ISN_SLOT_ACTOR && e->flags & ISN_TG_ATTACK)
        gen = ISN_SLOT_PLACE; /* تفجير الكاظمية، هجوم كابول */
    if (gen == ISN_SLOT_ACTOR && e->event == ISN_EV_ASSAULT && !right_behind(k, e, one))
        return;
    if (e->event == ISN_EV_ACCUSE && gen == ISN_SLOT_RECIPIENT && e->recipients.n &&
        e->recipients.ptr[0] != one)
        gen = ISN_SLOT_ACTOR; /* اتهامات الحكومة للجماعة */
    give_all(k, e, gen, p, 0);
    if (gen == ISN_SLOT_ACTOR)
        give_all(k, e, obj, p, 1);
}

static bool locative(const isn_work *k, const isn_entity *x) {
    uint8_t fn = isn_clause_prep(k, x->first, x->reading);
    return is_place(x) &&
           (fn == ISN_FN_FI || fn == ISN_FN_BI || x->flags & (ISN_EF_DIRECTION | ISN_EF_NEAR));
}

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

/* وفي عفرين، أفادت تقارير بنزوح: a town of the story's country in front of a verb of saying is where it happened, of
 * which those tell who have no office there; a capital, or Geneva, is where it was said. */
static bool told_of(const isn_work *k, const isn_refs *found, uint32_t verb) {
    uint32_t c = verb + 1 < k->scan->nwords ? k->m->entities.cover[verb + 1] : ISN_NONE;
    const isn_entity *who = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
    bool local = who != NULL && who->sector == ISN_SEC_GOV && of_the_place(k, who);
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

/* وفي ولاية شرناق، أوقفت قوات الدرك: places in front of the verb */
static void fronted(const isn_work *k, isn_ev *e) {
    uint32_t s0 = e->first;
    isn_refs found = {0};
    while (s0 > k->s0[e->sentence] && !sets_out(k, s0))
        s0--; /* قتل شاب في نابلس، وفي جنين أصيب */
    bool begun =
        k->wc[s0] & ISN_WC_VERB; /* what is told first has its own place: … في كذا، فيما قصف */
    for (uint32_t w = s0; begun && w < e->first; w++)
        if (k->fn[w] == ISN_FN_WHILE || k->fn[w] == ISN_FN_BUT)
            return;
    uint32_t head = k->m->entities.cover[s0];
    if (head != ISN_NONE && is_place(isn_work_entity(k, head)) &&
        isn_work_entity(k, head)->last < e->first + 1 &&
        k->scan->words[isn_work_entity(k, head)->last].flags & ISN_WF_COLON &&
        k->m->numbers.at[isn_work_entity(k, head)->last] != ISN_NONE && !e->verb &&
        e->flags & ISN_TG_CASUALTY) {
        isn_refs_add(&e->places, head); /* البقاع: ثلاثة شهداء */
        return;
    }
    for (uint32_t w = s0; w < e->first && w < s0 + 12;) {
        uint32_t c = k->m->entities.cover[w];
        if (c == ISN_NONE) {
            if (says(k, w) && !found.n)
                return;
            if (w > s0 && k->wc[w] & (ISN_WC_VERB | ISN_WC_TRIGGER | ISN_WC_SAY))
                break;
            w++;
            continue;
        }
        const isn_entity *x = isn_work_entity(k, c);
        if (locative(k, x) && !in_house(k, x, ISN_FN_ILA)) {
            uint32_t inner = x->first > s0 ? k->m->entities.cover[x->first - 1] : ISN_NONE;
            if (inner != ISN_NONE && is_place(isn_work_entity(k, inner)) &&
                isn_work_entity(k, inner)->container == c)
                isn_refs_add(&found,
                             inner); /* اقتحموا حي كذا غرب المدينة واعتقلوا: in the quarter */
            isn_refs_add(&found, c);
        }
        w = x->last > w ? x->last : w + 1;
    }
    for (uint32_t w = s0; found.n && w < e->first; w++)
        if (says(k, w) && !told_of(k, &found, w))
            return;
    for (uint32_t i = 0; i < found.n; i++)
        isn_refs_add(&e->places, found.ptr[i]);
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
        if (!is_place(x) || (x->coord != last && !next))
            return;
        isn_refs_add(&e->places, i);
        last = i;
    }
}

/* حملات دهم شملت صرمان وزوارة: a verb that reaches what stands right behind it. */
static bool reached_by(const isn_work *k, const isn_ev *e, uint32_t w) {
    for (uint32_t i = k->sentence_ev[e->sentence]; i < k->sentence_ev[e->sentence + 1]; i++) {
        const isn_ev *q = &k->evs.ptr[i];
        if (q->last == w && q->verb && isn_work_framed(k, q->row, "reach"))
            return true;
    }
    return false;
}

/* قصف مدرسة تؤوي نازحين في دير البلح: a place further on in the clause, where the deed has none of its own. */
static void further_on(const isn_work *k, isn_ev *e) {
    uint32_t s1 = e->part_last;
    for (uint32_t w = e->last; w < s1 && w < e->last + 26; w++) {
        const isn_word *word = &k->scan->words[w];
        uint8_t fn = k->fn[w];
        /* صدامات اندلعت بين …, وكرا يتحصن فيه: a verb that describes the noun before it ends nothing */
        bool describes = !(word->reading[0].pre & (ISN_CL_WAW | ISN_CL_FEH)) &&
                         !(word->flags & ISN_WF_BREAK) && (w > e->last || !e->verb);
        bool deed = k->wc[w] & ISN_WC_TRIGGER && k->wc[w] & ISN_WC_VERB && !describes;
        deed |=
            k->wc[w] & ISN_WC_TRIGGER && w >= e->last && !is_deed(e); /* حكم … لمشاركته في هجوم */
        if (isn_beside_at(k, w) != e->beside || says(k, w) || deed || k->wc[w] & ISN_WC_ATTRIB ||
            fn == ISN_FN_WHILE || fn == ISN_FN_THAT || fn == ISN_FN_BUT ||
            word->flags & (ISN_WF_STOP | ISN_WF_COLON))
            return;
        uint32_t c = k->m->entities.cover[w];
        if (c == ISN_NONE)
            continue;
        const isn_entity *x = isn_work_entity(k, c);
        bool on = is_deed(e) && is_place(x) &&
                  x->table != ISN_T_COUNTRY && /* سقوط قذائف على الحي */
                  isn_clause_prep(k, x->first, x->reading) == ISN_FN_ALA;
        bool end = w > 0 && ((k->fn[w - 1] == ISN_FN_BAYN && lies_between(k, x)) ||
                             (is_place(x) && reached_by(k, e, w)));
        if (x->first == w && (locative(k, x) || on || end) && !unnamed_road(k, c) &&
            !from_there(k, e, x) && !of_affairs(k, e, w) && !taken_there(k, e, x) &&
            (is_deed(e) || !land_of_office(k, x))) {
            isn_refs_add(&e->places, c);
            add_joined(k, e, c);
            return;
        }
        w = x->last > w + 1 ? x->last - 1 : w;
    }
}

/* قال إن منزلا في بلدة كذا استهدف، أن قاعدة في ولاية كذا تعرضت لهجوم: where that is to which it was done, between أن and the verb. */
static void of_subject(const isn_work *k, isn_ev *e) {
    enum { CLAUSE = 14 };
    uint32_t verb = e->first, that = e->first;
    if (!e->verb && verb > 0 && k->wc[verb - 1] & ISN_WC_VERB)
        verb--; /* تعرضت لهجوم */
    if (verb == e->first ? !e->passive && !(e->verb && !e->actors.n) : says(k, verb))
        return;
    while (that > k->s0[e->sentence] && e->first - that < CLAUSE && k->fn[that] != ISN_FN_THAT) {
        that--;
        if (k->wc[that] & (ISN_WC_VERB | ISN_WC_TRIGGER | ISN_WC_SAY) && that != verb)
            return;
    }
    if (k->fn[that] != ISN_FN_THAT)
        return;
    for (uint32_t w = that + 1; w < verb;) {
        uint32_t c = k->m->entities.cover[w];
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        if (x != NULL && locative(k, x))
            isn_refs_add(&e->places, c);
        w = x != NULL && x->last > w ? x->last : w + 1;
    }
}

/* في قرية النبي صالح حيث قتل شاب: what حيث opens lies in the place before it. */
static void where_told(const isn_work *k, isn_ev *e) {
    enum { CLAUSE = 14 };
    for (uint32_t w = e->first; w-- > k->s0[e->sentence] && e->first - w < CLAUSE;) {
        if (k->wc[w] & ISN_WC_VERB)
            return;
        if (k->fn[w] != ISN_FN_WHILE)
            continue;
        if (!where_word(k, w))
            return;
        uint32_t c = w > 0 ? k->m->entities.cover[w - 1] : ISN_NONE;
        if (c == ISN_NONE || !is_place(isn_work_entity(k, c)))
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
static void place_told_of(const isn_work *k, isn_ev *e) {
    enum { CLAUSE = 9 };
    for (uint32_t w = e->first; w-- > k->s0[e->sentence] && e->first - w < CLAUSE;) {
        if (k->fn[w] != ISN_FN_WHO)
            continue;
        uint32_t c = w > 0 ? k->m->entities.cover[w - 1] : ISN_NONE;
        const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
        if (x == NULL || !is_place(x) || x->table == ISN_T_COUNTRY || !befell_it(k, e, w + 1))
            return;
        uint32_t inner = x->first > 0 ? k->m->entities.cover[x->first - 1] : ISN_NONE;
        bool held = inner != ISN_NONE && isn_work_entity(k, inner)->container == c;
        isn_refs_add(&e->places, held ? inner : c);
        return;
    }
}

/* مقتل مختار في بلدة كذا، غارة على رتل قرب كذا، سلال لنازحي كذا: a place that was read as part of whom it was done to. */
static void within_victims(const isn_work *k, isn_ev *e) {
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
            if (is_place(x) && x->table != ISN_T_COUNTRY && x->flags & ISN_EF_NAMED &&
                (locative(k, x) || theirs))
                isn_refs_add(&e->places, j);
        }
    }
}

/* Has it a place that tells where? خروجه من المسجد, في طريق فرعي: none. */
static bool told_where(const isn_work *k, const isn_ev *e) {
    for (uint32_t i = 0; i < e->places.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->places.ptr[i]);
        if (!(x->flags & ISN_EF_GENERIC) || x->place_type != ISN_PT_SITE ||
            x->last > x->first + 1 || x->referent != UINT32_MAX)
            return true;
    }
    return false;
}

/* What holds a place is a place of the event too. */
static void containers(const isn_work *k, isn_ev *e) {
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

static void without_posts(const isn_work *k, isn_ev *e) {
    for (uint32_t i = 0; e->verb && e->event == ISN_EV_ASSAULT && i < e->places.n; i++) {
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
        if (!more || (!their_post(k, e, x) && !posted_there(k, x->first)))
            continue;
        uint32_t kept = 0;
        for (uint32_t j = 0; j < e->places.n; j++)
            if (e->places.ptr[j] != post && e->places.ptr[j] != around)
                e->places.ptr[kept++] = e->places.ptr[j];
        e->places.n = kept;
        return;
    }
}

/* قرية كذا شرقي سوريا: beside a place in it the state tells nothing. */
static void without_states(const isn_work *k, isn_ev *e) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < e->places.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->places.ptr[i]);
        bool state = (x->table == ISN_T_COUNTRY && !(x->flags & ISN_EF_CAPITAL)) ||
                     (x->place_type == ISN_PT_REGION && x->flags & ISN_EF_GENERIC);
        if (!state || !(x->flags & ISN_EF_CONTAINER))
            e->places.ptr[kept++] = e->places.ptr[i];
    }
    if (kept > 0)
        e->places.n = kept;
}

/* دعا النادي إلى اعتصام: who calls for it is its actor. */
static void called_for(isn_work *k, const isn_ev *call) {
    isn_ev *e = &k->evs.ptr[call->by];
    for (uint32_t i = 0; i < call->actors.n; i++)
        isn_refs_add(&e->actors, call->actors.ptr[i]);
}

static bool doer_wanted(const isn_work *k, const isn_ev *e) {
    return !e->actors.n && !e->verb &&
           isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_ACTOR;
}

/* Are the dead or wounded of the doer's own side, as far as sectors and states tell? */
static bool own_losses(const isn_work *k, const isn_ev *e, const isn_entity *doer) {
    for (uint32_t i = 0; i < e->recipients.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->recipients.ptr[i]);
        if (x->sector == doer->sector && (x->country == doer->country || x->country == ISN_NO_ROW))
            return true;
    }
    return false;
}

/* شنت الشرطة حملة …، وأسفرت عن اعتقال ثمانية: they that were at it made the arrests. */
static void result_of_deed(isn_work *k, isn_ev *e) {
    if (!doer_wanted(k, e) || e->event != ISN_EV_COERCE)
        return;
    const isn_ev *result = NULL;
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;) {
        if (!result && q->verb && q->flags & ISN_TG_RESULT && e->first - q->last < 12)
            result = q;
        else if (result && q->actors.n && !(q->flags & ISN_TG_SPEECH) && q->event != ISN_EV_NONE) {
            e->actors = q->actors;
            return;
        } else if (result && q->actors.n && q->flags & ISN_TG_LIGHT) {
            e->actors = q->actors;
            return;
        }
    }
}

/* العملية التي نفذها الجيش أسفرت عن مقتل عشرين مسلحا, and أسفرت العملية التي … عن مقتل: they that were at it killed
 * whoever is not of their side. */
static void result_of_operation(const isn_work *k, isn_ev *e) {
    enum { FAR = 12 };
    if (e->event != ISN_EV_ASSAULT || !e->effect || e->verb || e->actors.n || !e->recipients.n)
        return;
    const isn_ev *result = NULL, *light = NULL;
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;) {
        if (q->flags & ISN_TG_SPEECH || (q->event == ISN_EV_ASSAULT && !q->effect))
            return;
        if (!result && q->verb && q->flags & ISN_TG_RESULT && (light || e->first - q->last < FAR))
            result = q;
        else if (!light && q->verb && q->flags & ISN_TG_LIGHT && q->actors.n &&
                 (result || e->first - q->last < FAR))
            light = q;
    }
    const isn_entity *doer = light ? isn_work_entity(k, light->actors.ptr[0]) : NULL;
    if (result && doer && strikes(doer) && !own_losses(k, e, doer))
        e->actors = light->actors;
}

/* توصل الطرفان إلى هدنة، التزما بتبادل الأسرى: what was agreed on is theirs that agreed. */
static void agreed_on(isn_work *k, isn_ev *e) {
    if (!doer_wanted(k, e))
        return;
    bool joint =
        e->event == ISN_EV_RETREAT || e->event == ISN_EV_COOPERATE || e->event == ISN_EV_CONSULT;
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;)
        if (q->actors.n) {
            bool promised =
                q->type == ISN_TY_COMMITMENT && q->absorbed && q->by == (uint32_t)(e - k->evs.ptr);
            if (promised || (joint && q->event == ISN_EV_AGREE && q->verb))
                e->actors = q->actors;
            return;
        }
}

/* قتل جنديان في اشتباكات مع مسلحين: of a clash that is told by its dead, the other side is the doer. */
static void died_in_clash(isn_work *k, isn_ev *e) {
    enum { FAR = 18 };
    if (!(e->flags & ISN_TG_RECIPROCAL) || e->verb || e->actors.n)
        return;
    isn_ev *told = e, *next = e + 1; /* مواجهات اندلعت مع القوات */
    if (!e->recipients.n && next < k->evs.ptr + k->evs.len && next->first == e->last &&
        next->verb && next->flags & ISN_TG_LIGHT && !next->actors.n)
        told = next;
    if (!told->recipients.n)
        return;
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;) {
        if (q->event == ISN_EV_ASSAULT && q->actors.n && told != e)
            return; /* الغاز الذي أطلقه الجنود خلال مواجهات اندلعت مع الشبان */
        bool harmed = q->effect == ISN_WHAT_KILLED || q->effect == ISN_WHAT_WOUNDED;
        if (!harmed || q->actors.n || !q->recipients.n || e->first - q->last > FAR)
            continue;
        e->actors = told->recipients;
        told->recipients.n = 0;
        return;
    }
}

/* اشتباكات اتخذت طابعا طائفيا، بين مسلحين وعشائر: the sides of a clash, behind what is told of it. */
static void sides_far_on(const isn_work *k, isn_ev *e) {
    enum { FAR = 20 };
    if (!(e->flags & ISN_TG_RECIPROCAL) || e->verb || e->actors.n || e->recipients.n)
        return;
    uint32_t s1 = k->scan->sentence_word[e->sentence + 1];
    for (uint32_t w = e->last; w + 1 < s1 && w < e->last + FAR; w++) {
        if (k->fn[w] == ISN_FN_THAT || k->fn[w] == ISN_FN_WHILE ||
            k->scan->words[w].flags & ISN_WF_STOP || k->wc[w] & ISN_WC_SAY)
            return;
        for (const isn_ev *q = e + 1; q < k->evs.ptr + k->evs.len && q->first <= w; q++)
            if (q->first == w && (q->flags & ISN_TG_RECIPROCAL || q->event != e->event))
                return;
        if (k->fn[w] != ISN_FN_BAYN)
            continue;
        uint32_t c = k->m->entities.cover[w + 1];
        if (c == ISN_NONE || isn_work_entity(k, c)->first != w + 1)
            return;
        const isn_entity *x = isn_work_entity(k, c);
        bool side = fights(x) || (x->kind == ISN_ENT_PEOPLE && x->side == ISN_SIDE_ARMED) ||
                    x->sector == ISN_SEC_SOC || x->sector == ISN_SEC_UAF;
        if (!side)
            return;
        isn_refs_add(&e->actors, c);
        for (uint32_t i = c + 1; i < k->m->entities.len && e->actors.n < ISN_ROLE_MAX; i++) {
            const isn_entity *y = isn_work_entity(k, i);
            if (y->nested)
                continue;
            if (y->coord != c)
                break;
            isn_refs_add(&e->actors, i);
            c = i;
        }
        return;
    }
}

/* قتل مسلحون خلال عملية نفذها الجيش: whose operation it was. */
static void in_operation(const isn_work *k, isn_ev *e) {
    enum { NEAR = 20 };
    if (e->event != ISN_EV_ASSAULT || !e->effect || e->actors.n || (e->verb && !e->passive))
        return;
    for (const isn_ev *q = e + 1, *end = k->evs.ptr + k->evs.len;
         q < end && q->sentence == e->sentence && q->first - e->last < NEAR; q++) {
        if (!(q->flags & ISN_TG_LIGHT) || !q->verb)
            return;
        uint32_t noun = q->first - 1;
        bool of_noun = noun > e->last && k->scan->words[q->first].reading[q->reading].suf &&
                       !(k->wc[noun] & ISN_WC_TRIGGER) && k->m->entities.cover[noun] == ISN_NONE;
        while (of_noun && noun > e->last + 1 && q->first - noun < 3 && !during(k, noun - 1) &&
               k->fn[noun - 1] != ISN_FN_FI)
            noun--;
        if (of_noun && q->actors.n && (during(k, noun - 1) || k->fn[noun - 1] == ISN_FN_FI) &&
            strikes(isn_work_entity(k, q->actors.ptr[0])))
            e->actors = q->actors;
        return;
    }
}

/* بين مسلحين من قبيلة كذا وآخرين من قبيلة كذا: others, of whom the second side is; w is the word of "and others". */
static uint32_t others_of(const isn_work *k, uint32_t w) {
    enum { NEAR = 2 };
    const isn_hit *hit;
    const isn_sense *other = isn_match_sense(&hit, k->scan, w, ISN_T_FUNC);
    if (!(isn_work_pre(k, w, 0) & ISN_CL_WAW) || other == NULL ||
        isn_lex_int(k->lex, ISN_T_FUNC, other->row, ISN_FUNC_KIND) != ISN_FN_OTHER)
        return ISN_NONE;
    for (uint32_t i = w + 1; i < k->scan->nwords && i <= w + 1 + NEAR; i++) {
        uint32_t c = k->m->entities.cover[i];
        if (k->scan->words[i].flags & ISN_WF_BREAK & ~(unsigned)ISN_WF_QUOTE)
            return ISN_NONE;
        if (c == ISN_NONE)
            continue;
        const isn_entity *y = isn_work_entity(k, c);
        bool of = k->fn[i - 1] == ISN_FN_MIN || k->fn[i - 1] == ISN_FN_BELONGS ||
                  isn_work_pre(k, y->first, y->reading) & ISN_CL_LAM;
        bool side = fights(y) || y->sector == ISN_SEC_SOC || y->sector == ISN_SEC_UAF ||
                    y->sector == ISN_SEC_GOV;
        return of && side && y->first == i ? c : ISN_NONE;
    }
    return ISN_NONE;
}

/* قوة بقيادة فلان، لواء برئاسة فلان: the words of who leads the side before; `led` behind the first of them. */
static bool of_leader(const isn_work *k, uint32_t w, bool led) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    uint32_t c = k->m->entities.cover[w];
    if (k->fn[w] != ISN_NO_FN || k->taken[w] || k->scan->words[w].flags & ISN_WF_BREAK ||
        k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY | ISN_WC_TRIGGER) ||
        (led && c != ISN_NONE && isn_work_entity(k, c)->kind != ISN_ENT_PERSON))
        return false;
    bool command = c == ISN_NONE || isn_work_entity(k, c)->first == w; /* بقيادة فلان */
    return led || (command && t->fold_len > 4 && k->scan->text->fold[t->fold] == ISN_F_BEH &&
                   !isn_work_has(k, w, ISN_T_UNIT));
}

/* القتال بين المجلس العسكري الحاكم في ميانمار وجيش أراكان: where the first side is, or who leads it, stands between the two. */
static void second_side(const isn_work *k, isn_ev *e) {
    enum { FAR = 8 };
    if (!(e->flags & ISN_TG_RECIPROCAL) || e->verb || e->actors.n != 1 || e->recipients.n)
        return;
    const isn_entity *x = isn_work_entity(k, e->actors.ptr[0]);
    if (!x->first || x->first < e->last || k->fn[x->first - 1] != ISN_FN_BAYN)
        return;
    bool unnamed = false, led = false;
    for (uint32_t w = x->last; w < k->scan->nwords && w < x->last + FAR; w++) {
        uint32_t c = k->m->entities.cover[w];
        const isn_word *word = &k->scan->words[w];
        unsigned reading = c != ISN_NONE ? isn_work_entity(k, c)->reading : 0;
        bool joined = led && isn_work_pre(k, w, reading) & ISN_CL_WAW; /* بقيادة فلان، وقوة كذا */
        if (!joined && (led || w == x->last) && of_leader(k, w, led)) {
            led = true;
            w = c != ISN_NONE ? isn_work_entity(k, c)->last - 1 : w;
            continue;
        }
        if (word->flags & ISN_WF_BREAK & ~(unsigned)ISN_WF_QUOTE && !joined)
            return;
        if (c == ISN_NONE) {
            uint32_t others = others_of(k, w);
            if (others != ISN_NONE)
                isn_refs_add(&e->actors, others);
            unnamed |= k->fn[w] == ISN_FN_MIN && w == x->last; /* قوات من "حرس المنشآت" */
            if (others != ISN_NONE ||
                (!unnamed && k->fn[w] != ISN_FN_FI && !isn_work_has(k, w, ISN_T_PLACEWORD)))
                return;
            continue;
        }
        const isn_entity *y = isn_work_entity(k, c);
        bool side =
            fights(y) || y->side == ISN_SIDE_ARMED ||
            (y->kind == ISN_ENT_ACTOR && (y->sector == ISN_SEC_MIL || y->sector == ISN_SEC_COP));
        if (isn_work_pre(k, y->first, y->reading) & ISN_CL_WAW && side) {
            isn_refs_add(&e->actors, c);
            return;
        }
        if (!is_place(y) && !unnamed)
            return;
        w = y->last - 1;
    }
}

/* عقوبات شملت تجميد أصول قائدين ومنع السفر على …: whom the measures hit that the sanctions are made of. */
static void measures(isn_work *k, isn_ev *e) {
    if (e->event != ISN_EV_SANCTION || e->recipients.n)
        return;
    for (const isn_ev *q = e + 1, *end = k->evs.ptr + k->evs.len;
         q < end && q->sentence == e->sentence && q->first - e->last < 16; q++) {
        if (q->verb && k->scan->words[q->first].reading[q->reading].pre & ISN_CL_WAW)
            return;
        bool measure = q->event == ISN_EV_SANCTION || q->event == ISN_EV_COERCE;
        if (!q->verb && measure && q->recipients.n) {
            e->recipients = q->recipients;
            return;
        }
    }
}

/* هدد بفرض عقوبات على مسؤولين: whom what is threatened would hit. */
static void threatened(const isn_work *k, isn_ev *e) {
    bool pledge =
        e->event == ISN_EV_AID && e->type == ISN_TY_COMMITMENT; /* التزام بتقديم مليون للسلطة */
    if ((e->event != ISN_EV_THREATEN && !pledge) || e->recipients.n ||
        e + 1 == k->evs.ptr + k->evs.len)
        return;
    const isn_ev *q = e + 1;
    if (q->sentence != e->sentence || q->verb || q->first - e->last >= 6 ||
        k->scan->words[q->first].flags & ISN_WF_BREAK)
        return;
    if (q->recipients.n)
        e->recipients = q->recipients;
    for (uint32_t i = 0; i < q->places.n && !q->recipients.n; i++) { /* هدد بضرب إيران */
        const isn_entity *x = isn_work_entity(k, q->places.ptr[i]);
        if (x->table == ISN_T_COUNTRY && x->first >= q->last && can_act(x) &&
            isn_clause_prep(k, x->first, x->reading) == ISN_NO_FN)
            isn_refs_add(&e->recipients, q->places.ptr[i]);
    }
}

/* أدانت مصر القصف الإسرائيلي، نددت النقابة باعتقال الشرطة صحفيين: who did what is condemned is who is blamed. */
static void condemned(const isn_work *k, isn_ev *e) {
    enum { NEAR = 8 };
    if (e->event != ISN_EV_ACCUSE || e->recipients.n)
        return;
    for (const isn_ev *q = e + 1, *end = k->evs.ptr + k->evs.len;
         q < end && q->sentence == e->sentence && q->first - e->last < NEAR; q++) {
        bool deed = is_deed(q) || q->event == ISN_EV_NONE;
        if (q->verb || q->attends || !deed || k->scan->words[q->first].flags & ISN_WF_BREAK)
            return;
        for (uint32_t i = 0; i < q->actors.n; i++)
            if (!e->actors.n || q->actors.ptr[i] != e->actors.ptr[0])
                isn_refs_add(&e->recipients, q->actors.ptr[i]);
        if (e->recipients.n)
            return;
    }
}

/* صد الجيش هجوما للفصائل، هجمات شنتها القوات: who is repelled is who attacked. */
static void repelled(const isn_work *k, isn_ev *e) {
    enum { NEAR = 10 };
    if (!(e->flags & ISN_TG_PREVENT) || e->event != ISN_EV_ASSAULT || e->recipients.n)
        return;
    for (const isn_ev *q = e + 1, *end = k->evs.ptr + k->evs.len;
         q < end && q->sentence == e->sentence && q->first - e->last < NEAR; q++) {
        if (q->event != ISN_EV_ASSAULT && !(q->flags & ISN_TG_LIGHT))
            return;
        if (q->actors.n) {
            e->recipients = q->actors;
            return;
        }
    }
}

/* طائرة مسيرة أطلقتها الجماعة: what the verb describes is a weapon. */
static bool describes_weapon(const isn_work *k, const isn_ev *q) {
    uint32_t c = q->first ? k->m->entities.cover[q->first - 1] : ISN_NONE;
    return c != ISN_NONE && isn_work_entity(k, c)->flags & ISN_EF_WEAPON;
}

/* أسقطت الدفاعات مسيرة أوكرانية, and اعترضت صاروخا أطلقته الجماعة: whose weapon was brought down is struck, but who
 * sent one, where it is told, attacked. */
static void downed(isn_work *k, isn_ev *e) {
    enum { NEAR = 22 };
    bool down = downs(k, e);
    if (!down && (e->event != ISN_EV_ASSAULT || e->dead ||
                  isn_work_slot(k, e->row, ISN_FRAME_OBJECT) != ISN_SLOT_TARGET))
        return;
    if (down && e->verb) {
        walk p;
        walk_after(k, e, &p);
        uint32_t one = bare_at(&p, 0), two = bare_at(&p, 1);
        uint32_t object = two != ISN_NONE && !e->passive ? two : one;
        if (object != ISN_NONE && owned_weapon(isn_work_entity(k, object)) &&
            (e->passive || !e->actors.n || e->actors.ptr[0] != object))
            isn_refs_add(&e->recipients, object);
    }
    for (isn_ev *q = e + 1, *end = k->evs.ptr + k->evs.len;
         q < end && q->sentence == e->sentence && q->first - e->last < NEAR; q++) {
        uint8_t suf = k->scan->words[q->first].reading[q->reading].suf;
        if (q->verb && suf >= ISN_SUF_HU && suf <= ISN_SUF_HUNNA && q->actors.n) {
            if (isn_work_slot(k, q->row, ISN_FRAME_OBJECT) != ISN_SLOT_WEAPON ||
                !(down || describes_weapon(k, q)))
                return;
            for (isn_ev *d = e; d < q; d++)
                d->dead = true, d->why = "of an attack that is told";
            return;
        }
        if (q->event != ISN_EV_ASSAULT)
            return;
    }
}

/* فضت الشرطة اعتصام المعلمين، قمعت القوات احتجاجات الطلاب: who protests is whom it falls on. */
static void on_protest(const isn_work *k, isn_ev *e) {
    const isn_ev *q = e + 1;
    if (e->dead || e->recipients.n || q == k->evs.ptr + k->evs.len || q->sentence != e->sentence ||
        (e->event != ISN_EV_COERCE && e->event != ISN_EV_ASSAULT) || q->event != ISN_EV_PROTEST ||
        q->verb || isn_work_pre(k, q->first, q->reading))
        return;
    uint32_t between = q->first > e->last ? k->m->entities.cover[q->first - 1] : ISN_NONE;
    if (q->first > e->last && (between == ISN_NONE || !e->actors.n || e->actors.ptr[0] != between ||
                               isn_work_entity(k, between)->first != e->last))
        return;
    for (uint32_t i = 0; i < q->actors.n; i++)
        isn_refs_add(&e->recipients, q->actors.ptr[i]);
}

/* قصف مدرسة تؤوي نازحين: no help that is given, but who was in the house. */
static void sheltered(isn_work *k, isn_ev *e) {
    const isn_ev *hit = e > k->evs.ptr ? e - 1 : NULL;
    const isn_word *word = &k->scan->words[e->first];
    if (e->event == ISN_EV_AID && !e->verb && e->first > 0 && is_vehicle(k, e->first - 1) &&
        !isn_work_pre(k, e->first, e->reading)) { /* شاحنة مساعدات */
        e->dead = true;
        e->why = "describes a vehicle";
        return;
    }
    if (e->event != ISN_EV_AID || hit == NULL || hit->sentence != e->sentence ||
        hit->event != ISN_EV_ASSAULT || e->first - hit->last > 8 || word->flags & ISN_WF_BREAK ||
        word->reading[e->reading].pre & (ISN_CL_WAW | ISN_CL_FEH))
        return;
    bool describes =
        e->verb && (e->form & ISN_FORM_KIND) == ISN_FORM_IMPF && k->fn[e->first - 1] == ISN_NO_FN;
    bool kind_of_house = !e->verb && isn_work_has(k, e->first - 1, ISN_T_PLACEWORD);
    if (!describes && !kind_of_house)
        return;
    e->dead = true;
    e->why = "describes a place";
    walk p;
    walk_after(k, e, &p);
    isn_ev *into = &k->evs.ptr[e - k->evs.ptr - 1];
    if (describes && !into->recipients.n)
        give_all(k, into, ISN_SLOT_VICTIM, &p, 0);
}

/* الحركة التي تقاتل الحكومة في كذا: who she is, and no fight that is told. */
static void at_war(isn_work *k, isn_ev *e) {
    if (e->event != ISN_EV_ASSAULT || !e->verb || e->effect || e->first < 2 || e->mode ||
        (e->form & ISN_FORM_KIND) != ISN_FORM_IMPF || k->fn[e->first - 1] != ISN_FN_WHO ||
        isn_work_slot(k, e->row, ISN_FRAME_BAYN) != ISN_SLOT_ACTOR || e->ntakes)
        return;
    uint32_t c = k->m->entities.cover[e->first - 2];
    if (c == ISN_NONE || isn_work_entity(k, c)->kind != ISN_ENT_ACTOR || !e->recipients.n)
        return;
    e->dead = true;
    e->why = "describes a party";
}

/* المناطق التي تسيطر عليها الفصائل، مبنى يتحصن فيه مسلحون: a state of the place, and nothing that happened. Who holds it is
 * whom a blow on it is meant for. */
static void holds_place(isn_work *k, isn_ev *e) {
    enum { NEAR = 8 };
    isn_ev *hit = e > k->evs.ptr ? e - 1 : NULL;
    const isn_word *word = &k->scan->words[e->first];
    if ((e->event != ISN_EV_MOBILIZE && e->event != ISN_EV_ASSAULT) || !e->verb || e->effect ||
        e->flags & ISN_TG_LIGHT || (e->form & ISN_FORM_KIND) != ISN_FORM_IMPF ||
        word->flags & ISN_WF_BREAK || word->reading[e->reading].pre || !e->first)
        return;
    uint32_t w = e->last;
    if (e->event == ISN_EV_MOBILIZE && where_word(k, e->first - 1)) { /* المطار، حيث تتمركز قوات */
        e->dead = true;
        e->why = "describes a place";
        return;
    }
    bool describes = k->fn[e->first - 1] == ISN_FN_WHO || k->fn[e->first - 1] == ISN_NO_FN;
    if (!describes || w >= k->scan->nwords || k->fn[w] != ISN_FN_OTHER ||
        !isn_work_has(k, w, ISN_T_FUNC) || !isn_work_pronoun(k, w))
        return;
    e->dead = true;
    e->why = "describes a place";
    if (!hit || hit->sentence != e->sentence || hit->event != ISN_EV_ASSAULT ||
        e->first - hit->last >= NEAR)
        return;
    uint32_t holder = w + 1 < k->scan->nwords ? k->m->entities.cover[w + 1] : ISN_NONE;
    const isn_entity *x = holder != ISN_NONE ? isn_work_entity(k, holder) : NULL;
    if (x && !hit->recipients.n && (fights(x) || x->side == ISN_SIDE_ARMED))
        isn_refs_add(&hit->recipients, holder);
    for (uint32_t i = 0; i < e->places.n; i++)
        isn_refs_add(&hit->places, e->places.ptr[i]);
}

/* استهداف انتشار لجنود العدو في محيط الثكنة، وتجمع لآلياته: the men and vehicles that a blow falls on. */
static void struck_company(isn_work *k, isn_ev *e) {
    enum { NEAR = 24 };
    uint32_t c = e->last < k->scan->nwords ? k->m->entities.cover[e->last] : ISN_NONE;
    if (e->event != ISN_EV_MOBILIZE || e->verb || e->definite || c == ISN_NONE ||
        isn_clause_prep(k, e->last, isn_work_entity(k, c)->reading) != ISN_FN_LI ||
        isn_work_entity(k, c)->first != e->last || !strikes(isn_work_entity(k, c)))
        return;
    for (isn_ev *q = e;
         q-- > k->evs.ptr && q->sentence == e->sentence && e->first - q->last < NEAR;) {
        if (q->event != ISN_EV_ASSAULT ||
            isn_work_slot(k, q->row, ISN_FRAME_OBJECT) != ISN_SLOT_TARGET)
            continue;
        if (!q->recipients.n || !is_place(isn_work_entity(k, q->recipients.ptr[0])))
            isn_refs_add(&q->recipients, c);
        for (uint32_t i = 0; !q->places.n && i < e->places.n; i++)
            isn_refs_add(&q->places, e->places.ptr[i]);
        e->dead = true;
        e->why = "what is struck";
        return;
    }
}

/* وأضاف أنها ضبطت: a verb of saying without its speaker and a pronoun, then the deed. */
static bool adds_of_them(const isn_work *k, const isn_ev *e) {
    uint32_t that = e->first - 1;
    if (e->first < k->s0[e->sentence] + 2 || k->fn[that] != ISN_FN_THAT ||
        that != k->s0[e->sentence] + 1 || !isn_work_has(k, that - 1, ISN_T_SPEECH))
        return false;
    uint8_t suf = isn_work_pronoun(k, that);
    bool several = (e->form & ISN_FORM_NUMBER) == ISN_FORM_PL;
    if (e->form & ISN_FORM_FEM)
        return suf == ISN_SUF_HA;
    return suf == (several ? ISN_SUF_HUM : ISN_SUF_HU);
}

/* "واستهدفوا أيضا دورية", "وتصدت لمسيرة": a sentence that begins with و and an active deed of no doer goes on with the doer
 * of the last deed told before it, which agrees. */
static void goes_on_from_before(const isn_work *k, isn_ev *e, const walk *p) {
    uint32_t s = e->sentence;
    bool shown = (e->form & ISN_FORM_NUMBER) == ISN_FORM_PL || e->form & ISN_FORM_FEM;
    if (e->actors.n || e->passive || s == 0 || !is_deed(e) ||
        !((goes_on(k, e) && shown) || adds_of_them(k, e)) ||
        (e->form & ISN_FORM_KIND) != ISN_FORM_PERF ||
        isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) != ISN_SLOT_ACTOR ||
        (e->effect && e->form & ISN_FORM_FEM && bare_at(p, 0) == ISN_NONE) ||
        e->last >= k->scan->nwords || isn_work_pre(k, e->last, 0) & ISN_CL_AL)
        return; /* وأغلقت المدارس أبوابها */
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence + 1 >= s;) {
        if (q->sentence == s || !q->verb || q->dead)
            continue;
        if (!q->actors.n || q->title)
            return;
        const isn_entity *x = isn_work_entity(k, q->actors.ptr[0]);
        bool many = (e->form & ISN_FORM_NUMBER) == ISN_FORM_PL && x->kind == ISN_ENT_PEOPLE &&
                    x->flags & ISN_EF_PLURAL; /* مستوطنون … كما أحرقوا */
        if ((armed(x) || many) && !(x->flags & ISN_EF_ADJ) && !is_place(x) &&
            agrees_behind(k, e, x)) {
            e->actors = q->actors;
            e->shared = true;
        }
        return;
    }
}

/* عدد قتلى الجيش والشرطة: the dead are theirs. */
static void dead_of(const isn_work *k, isn_ev *e) {
    uint32_t c = k->m->entities.cover[e->first];
    if (e->verb || c == ISN_NONE)
        return;
    const isn_entity *x = isn_work_entity(k, c);
    if (x->table != ISN_T_CASUALTY || x->org == ISN_NONE || x->first != e->first)
        return;
    isn_refs_add(&e->recipients, x->org);
    for (uint32_t w = x->last, n = 0; n < 3 && w < k->scan->nwords; n++) {
        uint32_t next = k->m->entities.cover[w];
        if (next == ISN_NONE || isn_work_entity(k, next)->coord != c)
            break;
        isn_refs_add(&e->recipients, next);
        c = next;
        w = isn_work_entity(k, next)->last;
    }
}

/* أن السفير شخص غير مرغوب فيه، اعتبار موظف في القنصلية شخصا غير مرغوب فيه: who is unwelcome stands before the words. */
static void unwelcome(const isn_work *k, isn_ev *e) {
    enum { FAR = 14 };
    unsigned kind = e->form & ISN_FORM_KIND;
    if (e->event != ISN_EV_SANCTION || e->verb || e->recipients.n ||
        (kind != ISN_FORM_NAME && kind != ISN_FORM_NOUN) ||
        strcmp(isn_vocab_mode[e->mode], "expel") != 0)
        return;
    for (uint32_t w = e->first; w-- > k->s0[e->sentence] && e->first - w < FAR;) {
        uint32_t c = k->m->entities.cover[w];
        if (c == ISN_NONE)
            continue;
        const isn_entity *x = isn_work_entity(k, c);
        w = x->first;
        bool any = x->table == ISN_T_PEOPLE &&
                   isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) & ISN_PF_ANY;
        if (any || is_place(x) || x->flags & ISN_EF_ADJ)
            continue;
        if (x->kind == ISN_ENT_PEOPLE || x->kind == ISN_ENT_PERSON || x->table == ISN_T_TITLE)
            isn_refs_add(&e->recipients, c);
        return;
    }
}

/* وجهت فرنسا اتهامات لإيران، أعادت واشنطن توجيه تهديدات: whose words the noun behind a light verb names. */
static void words_of(const isn_work *k, isn_ev *e) {
    enum { NEAR = 8 };
    if (e->verb || e->actors.n || !(e->flags & ISN_TG_SPEECH) || e->dead)
        return;
    for (const isn_ev *q = e; q-- > k->evs.ptr && q->sentence == e->sentence;) {
        if (!(q->flags & ISN_TG_LIGHT) || e->first - q->last >= NEAR)
            return;
        if (!q->verb)
            continue;
        if (!q->passive && q->actors.n && can_act(isn_work_entity(k, q->actors.ptr[0])) &&
            isn_work_slot(k, q->row, ISN_FRAME_SUBJECT) == ISN_SLOT_ACTOR)
            e->actors = q->actors;
        return;
    }
}

/* Those that work, learn or live somewhere, and their unions. */
static bool common_people(const isn_entity *x) {
    return x->sector == ISN_SEC_CVL || x->sector == ISN_SEC_LAB || x->sector == ISN_SEC_EDU ||
           x->sector == ISN_SEC_MED || x->sector == ISN_SEC_AGR || x->sector == ISN_SEC_BUS ||
           x->sector == ISN_SEC_JRN;
}

/* أكدت النقابة استمرار الإضراب، وأعلنوا مواصلة الاعتصام: who says that they go on with it. */
static void goes_on_with(const isn_work *k, isn_ev *e) {
    enum { WORDS = 5 };
    if (e->event != ISN_EV_PROTEST || e->verb || !e->definite || e->actors.n || e->attends)
        return;
    for (uint32_t w = e->first, s0 = k->s0[e->sentence]; w-- > s0 && e->first - w <= WORDS;) {
        if (k->fn[w] != ISN_NO_FN || k->scan->words[w + 1].flags & ISN_WF_BREAK)
            return;
        if (!(k->wc[w] & ISN_WC_VERB))
            continue;
        uint32_t subject = isn_work_has(k, w, ISN_T_SPEECH) ? subject_before(k, e) : ISN_NONE;
        if (subject != ISN_NONE && common_people(isn_work_entity(k, subject)))
            isn_refs_add(&e->actors, subject);
        return;
    }
}

/* قتل الجيش انتحاريا، عملية لقتل انتحاري: he that others kill or take is no means of theirs, where nothing else in the
 * sentence tells of a suicide attack, and he does nothing himself. */
static void killed_bomber(const isn_work *k, isn_ev *e) {
    if (!e->mode || e->mode != isn_emit_mode("suicide-attack"))
        return;
    uint32_t with = isn_lex_list(k->lex, ISN_T_TRIGGER, e->row, ISN_TRIGGER_WITH);
    uint32_t s1 = k->scan->sentence_word[e->sentence + 1];
    bool befell = false;
    for (uint32_t w = k->s0[e->sentence]; w < s1; w++) {
        if (!isn_word_in_list(k->lex, &k->scan->words[w], with))
            continue;
        uint32_t c = k->m->entities.cover[w];
        bool his = false;
        for (uint32_t i = k->sentence_ev[e->sentence]; i < k->sentence_ev[e->sentence + 1]; i++) {
            const isn_ev *q = &k->evs.ptr[i];
            if (c == ISN_NONE || (!q->dead && isn_refs_has(&q->actors, c)))
                return;
            bool harm = q->effect == ISN_WHAT_KILLED || q->effect == ISN_WHAT_CAPTURED;
            his |= harm && isn_refs_has(&q->recipients, c);
        }
        if (!his)
            return;
        befell = true;
    }
    if (befell)
        e->mode = 0;
}

/* طالب سكان في مسيرة بكذا، دعا محتجون إلى كذا خلال تظاهرة: the people that demand it there are those that march. */
static void demand_there(const isn_work *k, isn_ev *e) {
    enum { WORDS = 10 };
    const isn_ev *q = e - 1;
    if (e->event != ISN_EV_PROTEST || e->verb || e->actors.n || e == k->evs.ptr ||
        q->sentence != e->sentence || !q->verb || q->passive || q->event != ISN_EV_REQUEST ||
        !q->actors.n || e->first - q->last > WORDS)
        return;
    bool there = k->fn[e->first - 1] == ISN_FN_FI || isn_work_has(k, e->first - 1, ISN_T_DATEWORD);
    for (uint32_t i = 0; there && i < q->actors.n; i++)
        if (isn_work_entity(k, q->actors.ptr[i])->kind == ISN_ENT_PEOPLE)
            isn_refs_add(&e->actors, q->actors.ptr[i]);
}

/* رشق أعوان الأمن بالحجارة: forces do not demonstrate, it is they that are met. Behind a verb that takes no object (أضرب حراس السجون)
 * they do. */
static void met_by_protest(const isn_work *k, isn_ev *e) {
    uint32_t n = 0;
    bool by_them = e->verb && isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_TOPIC;
    for (uint32_t i = 0; e->event == ISN_EV_PROTEST && i < e->actors.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->actors.ptr[i]);
        bool force = x->sector == ISN_SEC_COP || x->sector == ISN_SEC_MIL;
        if (force && x->first >= e->last && !(by_them && x->first == e->last))
            isn_refs_add(&e->recipients, e->actors.ptr[i]);
        else
            e->actors.ptr[n++] = e->actors.ptr[i];
    }
    if (e->event != ISN_EV_PROTEST || n == e->actors.n)
        return;
    e->actors.n = n;
    const isn_ev *p = e - 1;
    if (!n && e > k->evs.ptr && p->sentence == e->sentence && p->event == ISN_EV_PROTEST)
        e->actors = p->actors; /* غلق الطريق ورشق الأعوان */
}

/* أعربت الوزارة عن إدانة المملكة العربية السعودية الهجوم: the land whose voice it is, and not whom it condemns. */
static void own_voice(const isn_work *k, isn_ev *e) {
    for (uint32_t i = 0; e->flags & ISN_TG_SPEECH && i < e->recipients.n; i++) {
        const isn_entity *x = isn_work_entity(k, e->recipients.ptr[i]);
        if (x->table != ISN_T_COUNTRY || x->first < 2 || k->fn[x->first - 2] != ISN_FN_AN)
            continue;
        for (uint32_t a = 0; a < e->actors.n; a++)
            if (isn_work_entity(k, e->actors.ptr[a])->country == x->country) {
                memmove(&e->recipients.ptr[i], &e->recipients.ptr[i + 1],
                        sizeof e->recipients.ptr[0] * (e->recipients.n - i - 1));
                e->recipients.n--;
                return;
            }
    }
}

/* وقفة أمام السفارة الفرنسية في باماكو: the town is in the name of the building, and where the protest is. */
static void in_front_of(const isn_work *k, isn_ev *e) {
    enum { NEAR = 14 };
    uint32_t s1 = k->scan->sentence_word[e->sentence + 1];
    for (uint32_t w = e->last; w + 1 < s1 && w < e->last + NEAR; w++) {
        uint32_t c = k->fn[w] == ISN_FN_FRONT ? k->m->entities.cover[w + 1] : ISN_NONE;
        if (c == ISN_NONE || isn_work_entity(k, c)->kind != ISN_ENT_ACTOR)
            continue;
        for (uint32_t t = c + 1;
             t < k->m->entities.len && isn_work_entity(k, t)->first < isn_work_entity(k, c)->last;
             t++)
            if (is_place(isn_work_entity(k, t)) && isn_work_entity(k, t)->table == ISN_T_PLACE)
                isn_refs_add(&e->places, t);
        return;
    }
}

void isn_role_fill(isn_work *k) {
    for (uint32_t i = 0; i < k->evs.len; i++) {
        isn_ev *e = &k->evs.ptr[i];
        walk p;
        walk_after(k, e, &p);
        if (e->verb) {
            verb_roles(k, e, &p);
            pronoun_after(k, e);
            some_behind(k, e);
        } else if (e->attends)
            attending_roles(k, e, &p);
        else {
            noun_roles(k, e, &p);
            pronoun_after(k, e);
            some_behind(k, e);
        }
        if (e->verb)
            goes_on_from_before(k, e, &p);
        dead_of(k, e);
        own_voice(k, e);
        uint32_t own = k->m->entities.cover[e->first];
        if (!e->verb && e->event == ISN_EV_ASSAULT && e->flags & ISN_TG_ATTACK && own != ISN_NONE &&
            !e->actors.n && isn_work_entity(k, own)->first == e->first &&
            isn_work_entity(k, own)->last > e->last && is_aggression(k, isn_work_entity(k, own)))
            isn_refs_add(&e->actors, own);
        bool ready = !e->verb && e->event == ISN_EV_AGREE && e->type == ISN_TY_STATEMENT &&
                     e->flags & ISN_TG_SPEECH; /* طهران مستعدة للحوار */
        goes_on_with(k, e);
        demand_there(k, e);
        bool predicate =
            ((e->form & ISN_FORM_KIND) == ISN_FORM_ACTIVE || ready) && !e->actors.n && !e->attends;
        if (predicate && isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) ==
                             ISN_SLOT_ACTOR) { /* الجانب الأميركي ملتزم */
            uint32_t subject = before(k, e);
            if (subject != ISN_NONE)
                give(k, e, ISN_SLOT_ACTOR, subject);
        }
        if (!e->actors.n && isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_ACTOR) {
            uint32_t subject = pronoun_subject(k, e);
            bool suffers = e->flags & ISN_TG_CASUALTY && (!e->verb || e->passive);
            if (subject != ISN_NONE && !suffers && !(e->flags & ISN_TG_SPEECH))
                give(k, e, ISN_SLOT_ACTOR, subject);
        }
        if (!told_where(k, e) && e->event == ISN_EV_PROTEST)
            in_front_of(k, e);
        if (!told_where(k, e) && !(e->flags & ISN_TG_SPEECH) && !e->beside &&
            !e->apart) /* "in Moscow, the ministry called on" */
            fronted(k, e);
        if (!told_where(k, e) && e->event && !(e->flags & ISN_TG_SPEECH))
            further_on(k, e);
        if (!told_where(k, e) && is_deed(e))
            where_told(k, e);
        if (!told_where(k, e) && is_deed(e))
            place_told_of(k, e);
        if (!told_where(k, e) && is_deed(e))
            of_subject(k, e);
        if (!told_where(k, e) && (is_deed(e) || e->event == ISN_EV_AID))
            within_victims(k, e);
        containers(k, e);
        without_posts(k, e);
        without_states(k, e);
    }
    for (uint32_t i = 0; i < k->evs.len; i++) {
        sheltered(k, &k->evs.ptr[i]);
        holds_place(k, &k->evs.ptr[i]);
        at_war(k, &k->evs.ptr[i]);
        struck_company(k, &k->evs.ptr[i]);
        result_of_deed(k, &k->evs.ptr[i]);
        result_of_operation(k, &k->evs.ptr[i]);
        agreed_on(k, &k->evs.ptr[i]);
        sides_far_on(k, &k->evs.ptr[i]);
        second_side(k, &k->evs.ptr[i]);
        died_in_clash(k, &k->evs.ptr[i]);
        in_operation(k, &k->evs.ptr[i]);
        measures(k, &k->evs.ptr[i]);
        repelled(k, &k->evs.ptr[i]);
        condemned(k, &k->evs.ptr[i]);
        met_by_protest(k, &k->evs.ptr[i]);
        downed(k, &k->evs.ptr[i]);
        on_protest(k, &k->evs.ptr[i]);
        threatened(k, &k->evs.ptr[i]);
        words_of(k, &k->evs.ptr[i]);
        unwelcome(k, &k->evs.ptr[i]);
        killed_bomber(k, &k->evs.ptr[i]);
    }
    for (uint32_t i = 0; i < k->evs.len; i++)
        if (k->evs.ptr[i].absorbed && k->evs.ptr[i].event == ISN_EV_REQUEST &&
            k->evs.ptr[i].by != ISN_NONE)
            called_for(k, &k->evs.ptr[i]);
}
