/* role_voice.c: subjects that stand elsewhere (shared, dropped, behind the verb), and the voice of verbs that are written alike. */
#include "claim/rolework.h"

/* قتلت المليشيا أما وأطفالها: people of somebody's that و joins to a force do no harm with it. */
static bool not_with_them(const isn_work *k, const isn_ev *e, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    return e->verb && e->effect && x->kind == ISN_ENT_PEOPLE && x->table == ISN_T_PEOPLE &&
           x->side != ISN_SIDE_ARMED && isn_work_pronoun(k, x->first);
}

void isn_role_give_all(const isn_work *k, isn_ev *e, int32_t slot, const isn_role_walk *p,
                       uint32_t n) {
    /* the n-th bare phrase and what is joined to it */
    uint32_t seen = 0;
    for (uint32_t i = 0; i < p->nbares; i++) {
        bool joined = p->bares[i] & 0x80000000u;
        if (!joined)
            seen++;
        uint32_t c = p->bares[i] & 0x7fffffffu;
        if (seen == n + 1)
            isn_role_give(
                k, e,
                joined && slot == ISN_SLOT_ACTOR && not_with_them(k, e, c) ? ISN_SLOT_VICTIM : slot,
                c);
    }
}

/* A source is one too where it is counted: 16 صحفيا */
bool isn_role_personlike(const isn_entity *x) {
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
uint32_t isn_role_subject_of_word(const isn_work *k, uint32_t w, uint32_t hi) {
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
            return isn_role_can_act(x) && !(x->flags & ISN_EF_ADJ) ? c : ISN_NONE;
        if (x->last > i)
            i = x->last - 1;
    }
    uint32_t c = w > 0 ? k->m->entities.cover[w - 1] : ISN_NONE;
    if (c == ISN_NONE || k->scan->words[w].flags & ISN_WF_BREAK)
        return ISN_NONE;
    const isn_entity *x = isn_work_entity(k, c);
    bool bare = isn_clause_prep(k, x->first, x->reading) == ISN_NO_FN;
    return bare && isn_role_can_act(x) && !(x->flags & ISN_EF_ADJ) ? c : ISN_NONE;
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
bool isn_role_where_word(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    if (k->fn[w] != ISN_FN_WHILE)
        return false;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_FUNC);
    return s != NULL && isn_lex_int(k->lex, ISN_T_FUNC, s->row, ISN_FUNC_KIND) == ISN_FN_WHERE;
}

/* حاكمت البحرين، التي تستضيف الأسطول، مئات المحتجين: the verb of a clause between two commas. */
static bool within_aside(const isn_work *k, uint32_t w, uint32_t end) {
    return w && k->fn[w - 1] == ISN_FN_WHO && k->scan->words[w - 1].flags & ISN_WF_COMMA &&
           isn_role_skip_relative(k, w, end) < end;
}

/* طوقت القوة المكان، فيما شنت عملية دهم: right behind such a word a light verb in the feminine, with its noun for its object,
 * goes on with the doer told before. */
static bool goes_on_beside(const isn_work *k, const isn_ev *e) {
    uint32_t w = e->last;
    if (!(e->form & ISN_FORM_FEM) || w >= k->scan->nwords || k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    bool on = k->fn[w] == ISN_FN_ALA && e->flags & ISN_TG_ATTACK; /* فيما اعتدت على مواطن */
    uint32_t n = k->m->numbers.at[w]; /* فيما اعتقلت عشرين مواطنا */
    on |= e->effect && n != ISN_NONE && k->m->numbers.ptr[n].first == w &&
          k->m->numbers.ptr[n].noun_table == ISN_T_PEOPLE && !isn_work_pre(k, w, 0);
    return on || (e->flags & ISN_TG_LIGHT && isn_work_has(k, w, ISN_T_TRIGGER) &&
                  !(isn_work_pre(k, w, 0) & ISN_CL_AL));
}

/* الشبان الذين تظاهروا، نشطاء نظموا وقفة: a clause right behind those whom a deed told before it befell. */
static bool told_of_struck(const isn_work *k, const isn_ev *verb, uint32_t w, uint32_t subject) {
    const isn_entity *x = isn_work_entity(k, subject);
    if (w == x->last + 1 && k->fn[x->last] == ISN_FN_WHO)
        return isn_role_governed_by(k, x) == ISN_NO_FN;
    if (verb == NULL || w != x->last)
        return false;
    for (const isn_ev *q = verb; q-- > k->evs.ptr && q->sentence == verb->sentence;)
        if (isn_refs_has(&q->recipients, subject))
            return true;
    return isn_clause_accusative(k, x);
}

/* فرقت متظاهرين احتجوا على الغلاء، واعتقلت 23: what describes several people is of theirs, and they take no verb in the singular. */
static bool of_described(const isn_work *k, const isn_ev *e, const isn_ev *verb, uint32_t w,
                         uint32_t subject) {
    const isn_entity *x = isn_work_entity(k, subject);
    return x->kind == ISN_ENT_PEOPLE && x->flags & ISN_EF_PLURAL &&
           (verb == NULL || (verb->form & ISN_FORM_NUMBER) == ISN_FORM_PL) &&
           (e->form & ISN_FORM_NUMBER) == ISN_FORM_SG && told_of_struck(k, verb, w, subject);
}

/* مسلحون، شخصان، متظاهرين: the letter before the ن that a word of some length ends in, or 0. */
static uint8_t before_noon(const isn_work *k, uint32_t w) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *end = isn_token_end(k->scan->text, t);
    return t->fold_len > 4 && end[-1] == ISN_F_NOON ? end[-2] : 0;
}

/* مسلحون، متظاهرين: the ending of several men, behind whom a verb stands in the plural. */
static bool several_men(const isn_work *k, const isn_entity *x) {
    uint8_t letter = before_noon(k, x->head);
    return x->kind == ISN_ENT_PEOPLE && x->flags & ISN_EF_PLURAL &&
           (letter == ISN_F_WAW || letter == ISN_F_YEH);
}

/* رشق متظاهرون الشرطة، فأطلقت النار: in the singular it is not theirs, but the other side's, which it agrees with. */
static uint32_t other_side(const isn_work *k, const isn_ev *e, const isn_ev *before) {
    for (uint32_t i = 0; before != NULL && i < before->recipients.n; i++) {
        const isn_entity *x = isn_work_entity(k, before->recipients.ptr[i]);
        if (x->kind == ISN_ENT_ACTOR && isn_role_can_act(x) && isn_role_agrees(k, e, x))
            return before->recipients.ptr[i];
    }
    return ISN_NONE;
}

/* سيارة كان الجنود يستقلونها: right behind the noun that it describes, what the subject of كان has to do with it. */
static bool describes_with_it(const isn_work *k, uint32_t was, uint32_t from, uint32_t end) {
    enum { NEAR = 4 };
    if (was == 0 || isn_work_pre(k, was, 0) || k->fn[was - 1] != ISN_NO_FN)
        return false;
    for (uint32_t w = from; w < end && w < from + NEAR; w++) {
        const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
        const uint8_t *last = isn_token_end(k->scan->text, t);
        if (k->scan->words[w].flags & ISN_WF_BREAK)
            return false;
        if (isn_work_pronoun(k, w) == ISN_SUF_HA ||
            (t->fold_len > 5 && last[-1] == ISN_F_ALEF && last[-2] == ISN_F_HEH))
            return true;
    }
    return false;
}

/* The subject of the nearest finite verb before it in the sentence that has one. */
uint32_t isn_role_subject_before(const isn_work *k, const isn_ev *e) {
    for (uint32_t w = e->first, s0 = k->s0[e->sentence]; w-- > s0;) {
        if (k->fn[w] == ISN_FN_WHILE &&
            !(w + 1 == e->first && (isn_role_where_word(k, w) || goes_on_beside(k, e))))
            return ISN_NONE; /* not اقتحموا القرية حيث قتلوا ثلاثة */
        uint32_t was =
            k->fn[w] == ISN_FN_KANA && w + 1 < e->first ? k->m->entities.cover[w + 1] : ISN_NONE;
        if (was != ISN_NONE && isn_work_entity(k, was)->first == w + 1 &&
            !describes_with_it(k, w, isn_work_entity(k, was)->last, e->first) &&
            isn_role_can_act(isn_work_entity(k, was)) &&
            isn_role_agrees(k, e, isn_work_entity(k, was)) &&
            isn_clause_prep(k, w + 1, isn_work_entity(k, was)->reading) == ISN_NO_FN)
            return was; /* كان المسلحون قد تسلقوا الجدار وخطفوا */
        if (k->fn[w] == ISN_FN_THAT && w + 1 < e->first) { /* أن وحدات الجيش أعادت … وأوقفت */
            uint32_t topic = k->m->entities.cover[w + 1];
            bool fits = topic != ISN_NONE && isn_role_can_act(isn_work_entity(k, topic)) &&
                        isn_role_agrees(k, e, isn_work_entity(k, topic));
            bool speech = e->flags & ISN_TG_SPEECH;
            if (fits && !(speech && isn_work_entity(k, topic)->kind == ISN_ENT_PEOPLE))
                return topic;
            if (!speech) /* a deed reported has not the speaker for its subject */
                return ISN_NONE;
        }
        if (!(k->wc[w] & ISN_WC_VERB) ||
            isn_role_relative_verb(k, w) || /* لهجوم شنته الجماعة … وقتلت */
            describes_noun(k, w) || within_aside(k, w, e->first))
            continue;
        const isn_ev *q = occurrence_at(k, e, w);
        if (q != NULL && !q->actors.n && (q->passive || q->event || q->recipients.n || !q->verb))
            continue; /* نفى الوزير تعرض أحد للضرب، وتعهد: a noun there */
        uint32_t c =
            q != NULL && q->actors.n ? q->actors.ptr[0] : isn_role_subject_of_word(k, w, e->first);
        if (c == ISN_NONE || of_described(k, e, q, w, c))
            continue;
        bool some = e->last < k->scan->nwords && k->fn[e->last] == ISN_FN_EACH; /* وأحرق بعضهم */
        bool one = e->verb && !some && (e->form & ISN_FORM_NUMBER) == ISN_FORM_SG;
        if (!one || !several_men(k, isn_work_entity(k, c)))
            return c;
        uint32_t other = other_side(k, e, q);
        if (other != ISN_NONE)
            return other;
    }
    return ISN_NONE;
}

/* اغتالوا، أصاب، هاجمت: a long a inside a verb of the past is of the active; the passive has اغتيلوا، أصيب، هوجمت. */
bool isn_role_long_a(const isn_work *k, const isn_ev *e) {
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
    return x->kind == ISN_ENT_ACTOR && x->table == ISN_T_ACTOR && x->flags & ISN_EF_ARMED &&
           x->number == ISN_NONE; /* ستة عناصر تكفيرية قتلوا */
}

/* أهالي البلدة، حشود: people in a body. */
static bool mourns(const isn_work *k, const isn_entity *x) {
    return x->table == ISN_T_PEOPLE && x->number == ISN_NONE &&
           isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) & ISN_PF_GROUP;
}

/* أربعة من الشرطة أصيبوا: some of a body, and a verb that is said of several. */
static bool some_suffer(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    return (e->form & ISN_FORM_NUMBER) != ISN_FORM_SG && isn_role_some_of_body(k, x) != ISN_NONE;
}

/* بإنشاء، بالتجسس: a word with ب, which may be in no list. */
bool isn_role_begins_with_beh(const isn_work *k, uint32_t w) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    return isn_work_pre(k, w, 0) & ISN_CL_BEH || (k->scan->word_tables[w] == 0 && t->fold_len > 4 &&
                                                  k->scan->text->fold[t->fold] == ISN_F_BEH);
}

/* "واعتقلت", "كما اعتقلت": a sentence that goes on with the one before. */
bool isn_role_goes_on(const isn_work *k, const isn_ev *e) {
    uint32_t s0 = k->s0[e->sentence];
    unsigned pre = isn_work_pre(k, e->first, e->reading);
    return e->first == s0 ? pre & ISN_CL_WAW
                          : e->first == s0 + 1 && !pre && k->fn[s0] == ISN_FN_OTHER;
}

/* "واعتقلت شابين": at the head of a sentence a verb in the feminine, and people behind it who do not agree; who did it was
 * told of in the sentence before. */
bool isn_role_begins_with_object(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    return e->verb && e->form & ISN_FORM_FEM && e->sentence > 0 && isn_role_goes_on(k, e) &&
           isn_role_personlike(x) && !isn_role_agrees(k, e, x);
}

/* وقتلوا ثلاث نساء: the ending is the subject, so that what stands right behind is the object. */
static bool right_after(const isn_work *k, const isn_ev *e, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    uint32_t first = x->number != ISN_NONE ? k->m->numbers.ptr[x->number].first : x->first;
    return shows_subject(k, e->first) && (first < x->first ? first : x->first) == e->last;
}

/* قتل شابان متعاونان معهما: right behind people a noun of people in no case of an object says what they are. */
static bool says_of_them(const isn_work *k, uint32_t one, uint32_t two) {
    const isn_entity *y = isn_work_entity(k, two);
    uint32_t before = y->first ? k->m->entities.cover[y->first - 1] : ISN_NONE;
    const isn_token *token = &k->scan->text->tokens[k->scan->words[y->first].token];
    const uint8_t *end = isn_token_end(k->scan->text, token);
    uint8_t letter = before_noon(k, y->first);
    bool several = letter == ISN_F_ALEF || letter == ISN_F_WAW;
    bool one_man = !(isn_work_entity(k, one)->flags & (ISN_EF_PLURAL | ISN_EF_DUAL)) &&
                   !(y->flags & (ISN_EF_PLURAL | ISN_EF_DUAL | ISN_EF_FEM)) &&
                   !(token->flags & ISN_TF_TEH_MARBUTA) && end[-1] != ISN_F_ALEF &&
                   !isn_clause_accusative(k, y); /* not قتل جنود شابا */
    bool counted = y->number != ISN_NONE &&
                   k->m->numbers.ptr[y->number].num_first < k->m->numbers.ptr[y->number].num_last;
    bool theirs = before != ISN_NONE && (before == one || isn_work_entity(k, before)->coord == one);
    return theirs && isn_work_entity(k, before)->kind == ISN_ENT_PEOPLE &&
           y->kind == ISN_ENT_PEOPLE && !counted && !isn_work_pre(k, y->first, y->reading) &&
           !(k->scan->words[y->first].flags & ISN_WF_BREAK) && (several || one_man);
}

/* إن المسلحين قتلوا ستة: a bare figure right behind the verb is its object, where those before it are not counted. */
static bool figure_behind(const isn_work *k, const isn_ev *e, uint32_t subject) {
    const uint16_t bare = ISN_NF_SINGULAR | ISN_NF_DUAL | ISN_NF_PLURAL;
    uint32_t w = e->last, n = subject != ISN_NONE ? isn_work_entity(k, subject)->number : ISN_NONE;
    bool counted = n != ISN_NONE && !(k->m->numbers.ptr[n].flags & bare);
    return subject != ISN_NONE && !counted && isn_work_entity(k, subject)->last <= e->first &&
           w < k->scan->nwords && k->m->numbers.at[w] != ISN_NONE &&
           k->m->dates.at[w] == ISN_NONE && k->m->entities.cover[w] == ISN_NONE &&
           !isn_work_pre(k, w, 0) && !(k->scan->words[w].flags & ISN_WF_BREAK);
}

/* قتل مسلحون ربة بيت: right behind men in the nominative a noun of which nothing is known, and which does not describe them (مجهولون)
 * nor tell how (ذبحا), is the object. */
static bool unknown_behind(const isn_work *k, const isn_ev *e, uint32_t one) {
    const isn_entity *x = isn_work_entity(k, one);
    uint32_t w = x->last;
    if (!isn_role_armed(x) || x->first != e->last || w >= k->scan->nwords ||
        k->scan->words[w].flags & ISN_WF_BREAK || k->fn[w] != ISN_NO_FN || k->wc[w] & ISN_WC_VERB ||
        k->m->entities.cover[w] != ISN_NONE || k->m->dates.at[w] != ISN_NONE ||
        k->m->numbers.at[w] != ISN_NONE || isn_work_pre(k, w, 0) || isn_work_has(k, w, ISN_T_CUE) ||
        isn_work_has(k, w, ISN_T_DATEWORD))
        return false;
    const isn_token *next = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *end = isn_token_end(k->scan->text, next);
    return before_noon(k, x->head) == ISN_F_WAW && next->fold_len > 2 && end[-1] != ISN_F_NOON &&
           end[-1] != ISN_F_ALEF;
}

/* شخصان، مسلحون: an ending of the nominative. */
static bool nominative(const isn_work *k, const isn_entity *x) {
    uint8_t letter = before_noon(k, x->head);
    return x->kind == ISN_ENT_PEOPLE && x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL) &&
           (letter == ISN_F_ALEF || letter == ISN_F_WAW);
}

/* أحبط الأمن محاولة التهريب وأوقف أربعة أشخاص: joined to the deed of a force, to which a verb in the masculine belongs as well,
 * people that are not its own are whom it takes. */
static bool takes_them(const isn_work *k, const isn_ev *e, const isn_role_walk *p, uint32_t one) {
    if (e->effect != ISN_WHAT_CAPTURED || (e->form & ISN_FORM_KIND) != ISN_FORM_PERF ||
        e->form & (ISN_FORM_FEM | ISN_FORM_PERSON) || (e->form & ISN_FORM_NUMBER) != ISN_FORM_SG ||
        !(isn_work_pre(k, e->first, e->reading) & ISN_CL_WAW) || one == ISN_NONE)
        return false;
    const isn_entity *x = isn_work_entity(k, one);
    uint32_t doer = isn_role_shared_subject(k, e, p);
    return doer != ISN_NONE && isn_work_entity(k, doer)->kind == ISN_ENT_ACTOR &&
           isn_role_armed(isn_work_entity(k, doer)) && !isn_role_armed(x) &&
           (x->number != ISN_NONE || x->flags & ISN_EF_PLURAL) && !nominative(k, x);
}

/* قرب، شمالي: where, and no noun that something could be done to. */
static bool tells_side(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_PLACEWORD);
    int32_t use = s ? isn_lex_int(k->lex, ISN_T_PLACEWORD, s->row, ISN_PLACEWORD_USE) : -1;
    return use == ISN_PU_NEAR || use == ISN_PU_DIRECTION;
}

/* إن دورية استهدفت بعبوة ناسفة قرب البلدة: right behind the verb what it was done with, and behind that no object. */
static bool only_means(const isn_work *k, const isn_ev *e) {
    uint32_t w = e->last,
             s1 = isn_role_clause_within(k, e, k->scan->sentence_word[e->sentence + 1]);
    if (w >= s1 || k->scan->words[w].flags & ISN_WF_BREAK || !isn_role_begins_with_beh(k, w) ||
        isn_work_pronoun(k, w))
        return false;
    for (uint32_t i = w + 1; i < s1 && i < w + 3; i++) {
        bool ends = k->scan->words[i].flags & ISN_WF_BREAK || k->fn[i] != ISN_NO_FN ||
                    tells_side(k, i) || isn_work_pre(k, i, 0) & ~ISN_CL_AL ||
                    k->m->dates.at[i] != ISN_NONE || isn_work_has(k, i, ISN_T_DATEWORD);
        if (ends)
            return true;
        const isn_token *t = &k->scan->text->tokens[k->scan->words[i].token];
        bool of_it =
            isn_work_pre(k, i, 0) & ISN_CL_AL || /* قنابل المولوتوف، عبوة ناسفة */
            (t->flags & ISN_TF_TEH_MARBUTA && i == w + 1 && k->m->entities.cover[i] == ISN_NONE);
        if (!of_it && i + 1 < s1)
            return false;
    }
    return true;
}

/* Undiacritised voice: قتل ثلاثة جنود has one noun phrase after it and it is people: they were killed.
 * قتل الجيش ثلاثة has two. Only verbs whose object is harmed or taken are read so. */
bool isn_role_reads_passive(const isn_work *k, const isn_ev *e, const isn_role_walk *p,
                            uint32_t subject) {
    if (e->passive)
        return true;
    bool counted = subject != ISN_NONE && isn_role_bare_at(p, 0) == ISN_NONE &&
                   isn_work_entity(k, subject)->number != ISN_NONE &&
                   (e->form & ISN_FORM_NUMBER) != ISN_FORM_SG;
    if (e->event == ISN_EV_SANCTION && counted &&
        isn_work_slot(k, e->row, ISN_FRAME_PASSIVE) == ISN_SLOT_RECIPIENT)
        return true; /* إن مئة شخص جردوا من جنسيتهم */
    if (e->event == ISN_EV_ACCUSE && subject != ISN_NONE && e->last < k->scan->nwords &&
        isn_role_begins_with_beh(k, e->last) &&
        isn_work_entity(k, subject)->kind == ISN_ENT_PEOPLE &&
        isn_work_entity(k, subject)->last <= e->first &&
        !(k->scan->words[e->first].flags & ISN_WF_BREAK) &&
        isn_work_slot(k, e->row, ISN_FRAME_PASSIVE) == ISN_SLOT_RECIPIENT)
        return true; /* إن التسعة اتهموا بإنشاء جماعة: the charge right behind the verb */
    if (e->first && k->fn[e->first - 1] == ISN_FN_WHO && isn_role_bare_at(p, 0) == ISN_NONE &&
        subject != ISN_NONE && !e->effect && e->event != ISN_EV_REQUEST &&
        isn_work_slot(k, e->row, ISN_FRAME_PASSIVE) == ISN_SLOT_TARGET && !isn_role_long_a(k, e) &&
        isn_work_site(k, isn_work_entity(k, subject)) != ISN_SEC_NONE)
        return true; /* القنصلية التي أحرقت */
    if (e->event == ISN_EV_ASSAULT && !e->effect && subject != ISN_NONE &&
        isn_role_bare_at(p, 0) == ISN_NONE && isn_work_entity(k, subject)->last <= e->first &&
        isn_work_slot(k, e->row, ISN_FRAME_PASSIVE) == ISN_SLOT_TARGET && !isn_role_long_a(k, e) &&
        !k->scan->words[e->first].reading[e->reading].suf && only_means(k, e))
        return true;
    if (!e->effect || isn_work_slot(k, e->row, ISN_FRAME_PASSIVE) == ISN_SLOT_NONE ||
        isn_role_long_a(k, e))
        return false;
    const isn_reading *r = &k->scan->words[e->first].reading[e->reading];
    if (r->suf || p->some)
        return false;
    uint32_t one = isn_role_bare_at(p, 0), two = isn_role_bare_at(p, 1);
    if (one != ISN_NONE && isn_role_is_place(isn_work_entity(k, one)) &&
        e->first > k->s0[e->sentence] && k->fn[e->first - 1] == ISN_FN_WHO)
        one = ISN_NONE; /* الشاب الذي قتل في أحداث طرابلس */
    if (one != ISN_NONE && isn_role_is_place(isn_work_entity(k, one)) && subject != ISN_NONE &&
        e->effect == ISN_WHAT_CAPTURED && !isn_role_strikes(isn_work_entity(k, subject)))
        one = ISN_NONE; /* they are held there */
    if (one != ISN_NONE && e->effect == ISN_WHAT_CAPTURED && subject == ISN_NONE &&
        isn_work_entity(k, one)->sector == ISN_SEC_UAF)
        return false; /* اختطف مسلحون مجهولون: gunmen take, and are not taken */
    if (one != ISN_NONE && isn_role_finds_dead(k, e) && mourns(k, isn_work_entity(k, one)))
        return false; /* شيع أهالي البلدة جثمان فلان: they bury, and are not buried */
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
    if (one == ISN_NONE && figure_behind(k, e, subject))
        return false;
    if (one ==
        ISN_NONE) /* سبعة مدنيين قتلوا، شخصا قتل: no object follows, so the people before it suffer */
        return subject != ISN_NONE &&
               (some_suffer(k, e, isn_work_entity(k, subject)) ||
                (!named_force(isn_work_entity(k, subject)) &&
                 (isn_role_personlike(isn_work_entity(k, subject)) || /* رجال الشرطة قتلوا */
                  isn_work_has(k, isn_work_entity(k, subject)->first, ISN_T_PEOPLE)) &&
                 isn_role_agrees(k, e, isn_work_entity(k, subject))));
    if (subject != ISN_NONE && subject != one)
        return false;
    const isn_entity *first = isn_work_entity(k, one);
    bool object = isn_clause_accusative(k, first);
    uint32_t doer = object || shows_subject(k, e->first) ? isn_role_subject_before(k, e) : ISN_NONE;
    if (doer != ISN_NONE && (isn_role_armed(isn_work_entity(k, doer)) || right_after(k, e, one)))
        return false; /* قتلوا مرضى, واعتقل عشرين شابا: they did */
    if (unknown_behind(k, e, one) || takes_them(k, e, p, one))
        return false;
    if (two != ISN_NONE && !says_of_them(k, one, two) &&
        !(isn_role_is_place(isn_work_entity(k, two)) &&
          isn_role_personlike(isn_work_entity(k, one))))
        return false; /* قتل الجيش ثلاثة; not قتل جنديان شمالي مالي */
    if (isn_role_begins_with_object(k, e, isn_work_entity(k, one)))
        return false;
    if (e->form & ISN_FORM_FEM && isn_role_subject_before(k, e) != ISN_NONE) {
        const isn_entity *before_it = isn_work_entity(k, isn_role_subject_before(k, e));
        bool theirs =
            r->pre & ISN_CL_WAW && isn_role_armed(before_it) && isn_role_agrees(k, e, before_it);
        if (theirs || !isn_role_agrees(k, e, isn_work_entity(k, one)))
            return false; /* أغلقت القوات الطريق واعتقلت شابا، داهمت القوات المنزل واعتقلت امرأة */
    }
    const isn_entity *x = isn_work_entity(k, one);
    return isn_role_personlike(x) || x->kind != ISN_ENT_ACTOR || x->number != ISN_NONE ||
           isn_role_some_before(k, e, x) < x->first; /* قتل ثلاثة من رجال الأمن */
}

/* من جهتها أعلنت الحركة، في المقابل تبنى التنظيم: a phrase of contrast right before the verb. */
bool isn_role_behind_contrast(const isn_work *k, uint32_t w, uint32_t s0) {
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
bool isn_role_implicit_relative(const isn_work *k, const isn_ev *e) {
    uint32_t w = e->first;
    if (w <= k->s0[e->sentence] || k->wc[w] & ISN_WC_BOUND)
        return false;
    const isn_word *word = &k->scan->words[w];
    if (isn_work_pre(k, w, e->reading) & (ISN_CL_WAW | ISN_CL_FEH) ||
        word->flags & (ISN_WF_COMMA | ISN_WF_COLON | ISN_WF_QUOTE))
        return false;
    if (k->fn[w - 1] != ISN_NO_FN || k->taken[w - 1] || isn_work_has(k, w - 1, ISN_T_DATEWORD))
        return false;
    if (k->wc[w - 1] & (ISN_WC_VERB | ISN_WC_SAY) ||
        isn_role_behind_contrast(k, w, k->s0[e->sentence]))
        return false;
    if (e->flags & ISN_TG_SPEECH && e->last < k->scan->nwords && k->fn[e->last] == ISN_FN_OTHER &&
        !k->taken[e->last] && isn_work_pronoun(k, e->last))
        return false; /* مظاهرة دعت إليها المعارضة */
    if (e->event == ISN_EV_ACCUSE && k->wc[w - 1] & ISN_WC_TRIGGER)
        return false; /* هجوم ألقت السلطات مسؤوليته على التنظيم: no deed accuses */
    uint32_t c = k->m->entities.cover[w - 1];
    if (c != ISN_NONE && isn_role_is_place(isn_work_entity(k, c)) &&
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
bool isn_role_followed_by_object(const isn_work *k, const isn_entity *x) {
    uint32_t w = x->last;
    if (w < k->scan->nwords && isn_role_is_place(x) &&
        isn_role_can_act(x)) /* استهداف إسرائيل منزلا */
        return object_of_state(k, w);
    if (w >= k->scan->nwords || x->kind != ISN_ENT_ACTOR || !isn_role_can_act(x) ||
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
    if (w >= k->scan->nwords || x->kind != ISN_ENT_ACTOR || !isn_role_can_act(x) ||
        !(x->flags & ISN_EF_NAMED || isn_work_pre(k, x->first, x->reading) & ISN_CL_AL))
        return false;
    const isn_word *word = &k->scan->words[w];
    const isn_token *token = &k->scan->text->tokens[word->token];
    const uint8_t *end = isn_token_end(k->scan->text, token);
    if (word->kind != ISN_TOK_WORD || word->flags & (ISN_WF_BREAK | ISN_WF_QUOTE) || k->taken[w] ||
        k->fn[w] != ISN_NO_FN || token->fold_len < 5 || !word->nreadings ||
        isn_work_has(k, w, ISN_T_DATEWORD) || isn_work_has(k, w, ISN_T_NAME))
        return false;
    if (end[-token->fold_len] != ISN_F_ALEF || end[1 - token->fold_len] != ISN_F_LAM)
        return false;
    bool feminine = token->flags & ISN_TF_TEH_MARBUTA || end[-1] == ISN_F_TEH;
    bool unsure = end[-1] == ISN_F_ALEF || end[-1] == ISN_F_YEH || end[-1] == ISN_F_NOON;
    int gender = isn_role_gender_of_head(k, x);
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
    bool does = x->kind == ISN_ENT_ACTOR && isn_role_fights(x) && !(x->flags & ISN_EF_ADJ);
    return does && isn_clause_prep(k, x->first, x->reading) == ISN_NO_FN &&
                   !(isn_work_pre(k, x->first, x->reading) & ~(unsigned)ISN_CL_AL) &&
                   x->first > k->s0[e->sentence] &&
                   k->m->entities.cover[x->first - 1] == ISN_NONE && isn_role_agrees(k, e, x)
               ? c
               : ISN_NONE;
}

/* طالب مجلس الأمن بإلزام إسرائيل بالانسحاب: the second noun stands in what is asked for. */
static bool of_what_is_asked(const isn_work *k, const isn_role_walk *p) {
    const isn_entity *x = isn_work_entity(k, isn_role_bare_at(p, 0)),
                     *y = isn_work_entity(k, isn_role_bare_at(p, 1));
    for (uint32_t w = x->last; w < y->first; w++) {
        const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
        bool beh = t->fold_len > 3 && k->scan->text->fold[t->fold] == ISN_F_BEH;
        if (beh || k->fn[w] == ISN_FN_ILA) /* the word may be in no list */
            return true;
    }
    return false;
}

bool isn_role_his_people(const isn_work *k, const isn_entity *x) {
    return x->last == x->first + 1 &&
           k->scan->words[x->first].reading[x->reading].suf != ISN_SUF_NONE;
}

/* أوصت الأمم المتحدة بإدانة: what is asked stands right behind whom it is asked of. */
bool isn_role_object_with_beh(const isn_work *k, uint32_t object) {
    uint32_t w = isn_work_entity(k, object)->last;
    if (w >= k->scan->nwords || k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    for (unsigned i = 0; i < k->scan->words[w].nreadings; i++)
        if (k->scan->words[w].reading[i].pre & ISN_CL_BEH)
            return true;
    return false;
}

/* ونجا آخر، وأصيب آخرون: somebody else, right behind the verb. */
static bool another_behind(const isn_work *k, const isn_ev *e) {
    if (e->last >= k->scan->nwords || k->scan->words[e->last].flags & ISN_WF_BREAK)
        return false;
    const isn_token *t = &k->scan->text->tokens[k->scan->words[e->last].token];
    const uint8_t *p = k->scan->text->fold + t->fold;
    return t->fold_len >= 3 && p[0] == ISN_F_ALEF && p[1] == ISN_F_KHAH && p[2] == ISN_F_REH &&
           (t->fold_len == 3 || p[3] == ISN_F_WAW || p[3] == ISN_F_YEH || p[3] == ISN_F_ALEF);
}

/* واستنكر رئيس الوزراء القصف: what is condemned stands behind him who condemns it. */
static bool deed_behind(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    return e->event == ISN_EV_ACCUSE && e->mode == ISN_MODE_DISAPPROVE &&
           x->last < k->scan->nwords && !(k->scan->words[x->last].flags & ISN_WF_BREAK) &&
           k->wc[x->last] & ISN_WC_TRIGGER && !(k->wc[x->last] & ISN_WC_VERB) &&
           isn_work_pre(k, x->last, 0) == ISN_CL_AL;
}

/* وهدد رئيس الوزراء بالانسحاب: a governor threatens no minister of his own land. */
static bool one_government(const isn_ev *e, const isn_entity *x, const isn_entity *y) {
    return e->event == ISN_EV_THREATEN && x->sector == ISN_SEC_GOV && y->sector == ISN_SEC_GOV &&
           x->country == y->country && x->country != ISN_NO_ROW;
}

/* قتل الجيش اثنين ويلاحق حاليا مجموعة إرهابية: a force of a state goes on against those who fight no state. */
static bool hunts(const isn_work *k, const isn_ev *e, uint32_t subject, uint32_t object) {
    const isn_entity *foe = isn_work_entity(k, object);
    int32_t slot = isn_work_slot(k, e->row, ISN_FRAME_OBJECT);
    return e->event == ISN_EV_COERCE && (slot == ISN_SLOT_TARGET || slot == ISN_SLOT_VICTIM) &&
           isn_role_state_force(isn_work_entity(k, subject)) && isn_role_armed(foe) &&
           (foe->sector == ISN_SEC_REB || foe->sector == ISN_SEC_CRM || foe->sector == ISN_SEC_UAF);
}

/* نفت القوات القصف، واتهمت الجيش بكذا: the second verb has the first one's subject, and what follows is its
 * object, where it does not agree with the verb, or nothing speaks against the first subject. */
uint32_t isn_role_shared_subject(const isn_work *k, const isn_ev *e, const isn_role_walk *p) {
    uint32_t more = isn_role_bare_at(p, 1);
    const isn_reading *r = &k->scan->words[e->first].reading[e->reading];
    bool joined = r->pre & (ISN_CL_WAW | ISN_CL_FEH);
    uint8_t sign = e->first > k->s0[e->sentence] ? k->fn[e->first - 1] : ISN_NO_FN;
    joined |= sign == ISN_FN_WHILE && /* حيث اعتقلت شابين، فيما شنت عملية دهم */
              (isn_role_where_word(k, e->first - 1) || goes_on_beside(k, e));
    joined |= sign == ISN_FN_AFTER || sign == ISN_FN_BEFORE || /* بعدما اتهمت، قبل أن تعتقل */
              (sign == ISN_FN_THAT && e->first > k->s0[e->sentence] + 1 &&
               (k->fn[e->first - 2] == ISN_FN_AFTER || k->fn[e->first - 2] == ISN_FN_BEFORE));
    if (sign == ISN_FN_LAM || sign == ISN_FN_LAN || sign == ISN_FN_QAD) /* ولم تطلق */
        joined |= (isn_work_pre(k, e->first - 1, 0) & (ISN_CL_WAW | ISN_CL_FEH)) != 0;
    bool likewise = sign == ISN_FN_OTHER && k->wc[e->first] & ISN_WC_BOUND; /* كما فرضت */
    joined |= likewise;
    if (more != ISN_NONE && e->event == ISN_EV_REQUEST && of_what_is_asked(k, p))
        more = ISN_NONE;
    if (more != ISN_NONE && isn_role_is_place(isn_work_entity(k, more)) &&
        isn_work_entity(k, more)->flags & ISN_EF_DIRECTION)
        more = ISN_NONE; /* وتلاحق مجموعة شرقي البلاد */
    if (e->first == k->s0[e->sentence] || more != ISN_NONE || another_behind(k, e) ||
        !(joined || k->fn[e->first - 1] == ISN_FN_AND)) /* ثم أفرجت */
        return ISN_NONE;
    uint32_t object = isn_role_bare_at(p, 0), subject = isn_role_subject_before(k, e);
    if (subject == ISN_NONE && joined)
        subject = right_before(k, e);
    if (subject == ISN_NONE && joined && object != ISN_NONE &&
        isn_role_his_people(k, isn_work_entity(k, object)))
        subject = isn_role_pronoun_subject(k, e); /* قالت الوزارة إنها أخذت علما واستدعت سفيرها */
    if (subject == ISN_NONE || subject == object)
        return ISN_NONE;
    bool first = isn_role_agrees(k, e, isn_work_entity(k, subject));
    if (object == ISN_NONE)
        return first ? subject : ISN_NONE;
    bool second = isn_role_agrees(k, e, isn_work_entity(k, object));
    const isn_entity *what = isn_work_entity(k, object);
    if (first && joined && isn_role_is_place(what) && what->table != ISN_T_COUNTRY &&
        !(what->flags & ISN_EF_CAPITAL) && isn_role_strikes(isn_work_entity(k, subject)) &&
        (e->event == ISN_EV_ASSAULT || e->event == ISN_EV_COERCE))
        return subject; /* تقدمت القوات نحو الجسر وقصفت قرية: a village strikes nobody */
    if (second && (isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_NONE ||
                   deed_behind(k, e, isn_work_entity(k, object)) ||
                   one_government(e, isn_work_entity(k, subject), isn_work_entity(k, object))))
        return ISN_NONE; /* أدان الوالي الهجوم، وتعهد رئيس الوزراء بكذا: the verb has no object */
    if (second && isn_work_entity(k, object)->flags & ISN_EF_SPOKES)
        return ISN_NONE; /* دعت الحركة إلى الحوار، وحذر المتحدث باسمها */
    if (likewise && second) /* كما حكمت محكمة; طالبت الشبكة بكذا، كما أوصت الأمم المتحدة بإدانة */
        return first && e->event == ISN_EV_REQUEST && asks(isn_work_entity(k, subject)) &&
                       !asks(isn_work_entity(k, object)) && isn_role_object_with_beh(k, object)
                   ? subject
                   : ISN_NONE;
    if (first && isn_role_his_people(k, isn_work_entity(k, object)))
        return subject; /* ودعا أنصاره إلى التظاهر */
    if (e->event == ISN_EV_REQUEST && second && asks(isn_work_entity(k, object)) &&
        isn_work_entity(k, subject)->sector == ISN_SEC_GOV)
        return ISN_NONE; /* دعا الرئيس إلى الحوار، وطالبت نقابة المحامين بالتحقيق */
    const isn_entity *who = isn_work_entity(k, object);
    bool unarmed = !(who->flags & ISN_EF_ARMED) && who->side != ISN_SIDE_ARMED;
    if (first && second && e->effect == ISN_WHAT_CAPTURED && isn_role_personlike(who) &&
        isn_role_armed(isn_work_entity(k, subject)))
        return subject; /* دخل الجيش البلدة واعتقل ثلاثة مسلحين */
    if (first && second && joined && hunts(k, e, subject, object))
        return subject;
    bool hits = e->event == ISN_EV_ASSAULT && isn_role_long_a(k, e);
    if (first && second && e->effect && (e->form & ISN_FORM_FEM || hits) &&
        isn_role_personlike(who) && unarmed && isn_role_armed(isn_work_entity(k, subject)))
        return subject; /* داهمت القوات المنزل واعتقلت امرأة، قصف الجيش القرية وأصاب أربعة */
    if (isn_work_slot(k, e->row, ISN_FRAME_OBJECT) != ISN_SLOT_RECIPIENT && second)
        return ISN_NONE;
    if (second && (isn_role_followed_by_object(k, isn_work_entity(k, object)) ||
                   other_gender_behind(k, isn_work_entity(k, object))))
        return ISN_NONE;
    return first || !second ? subject : ISN_NONE;
}

/* The subject that an earlier verb of the sentence had, or that follows its إن. */
/* صرخ شاهد: «قتلوا أخي»: whom those mean of whom he speaks, he is none of them. */
static bool speaks_of_others(const isn_work *k, const isn_ev *e, uint32_t speaker) {
    const isn_entity *x = isn_work_entity(k, speaker);
    if (x->flags & ISN_EF_PLURAL || x->coord != ISN_NONE)
        return false;
    for (uint32_t w = e->first + 1; w-- > x->last;)
        if (k->scan->words[w].flags & ISN_WF_COLON)
            return k->scan->words[w].flags & ISN_WF_QUOTE;
    return false;
}

uint32_t isn_role_dropped_subject(const isn_work *k, const isn_ev *e) {
    if (isn_role_of_nobody_named(k, e))
        return ISN_NONE;
    uint32_t subject = isn_role_subject_before(k, e);
    if (subject != ISN_NONE)
        return speaks_of_others(k, e, subject) ? ISN_NONE : subject;
    for (uint32_t w = e->first; w-- > k->s0[e->sentence];) {
        if (k->fn[w] != ISN_FN_THAT)
            continue;
        uint32_t c = w + 1 < e->first ? k->m->entities.cover[w + 1] : ISN_NONE;
        return c != ISN_NONE && isn_role_can_act(isn_work_entity(k, c)) ? c : ISN_NONE;
    }
    return ISN_NONE;
}

/* أوقف حاجز للجيش شابا، صادرت حواجز قوات النظام شحنة، دهست عربة تابعة للشرطة متظاهرا: whose post or car does it, right behind the
 * verb, does it; with ل, behind "belonging to", or in the construct. */
bool isn_role_post_acts(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    uint32_t w = e->last;
    int32_t obj = isn_work_slot(k, e->row, ISN_FRAME_OBJECT);
    bool post = e->event == ISN_EV_COERCE && isn_work_has(k, w, ISN_T_SITE) &&
                (obj == ISN_SLOT_VICTIM || obj == ISN_SLOT_RECIPIENT || obj == ISN_SLOT_TARGET);
    bool car = e->event == ISN_EV_ASSAULT && e->mode == ISN_MODE_PRIMITIVE &&
               isn_work_has(k, w, ISN_T_UNIT);
    if (!e->verb || e->passive || !(post || car) || isn_work_pre(k, w, 0) ||
        (e->form & ISN_FORM_NUMBER) != ISN_FORM_SG || k->scan->words[w].flags & ISN_WF_BREAK ||
        isn_role_takes_alef(k, w) || x->first <= w || isn_role_is_place(x))
        return false;
    unsigned pre = isn_work_pre(k, x->first, x->reading) & ~(unsigned)ISN_CL_AL;
    bool belongs = x->first == w + 2 && k->fn[w + 1] == ISN_FN_BELONGS;
    return (x->first == w + 1 || belongs) && (pre == ISN_CL_LAM || (!pre && !belongs));
}

/* طلبت تمديد بقاء قواتها: what stands right behind an unknown noun belongs to that one, and is no subject. */
bool isn_role_of_another_noun(const isn_work *k, const isn_ev *e, uint32_t entity) {
    const isn_entity *x = isn_work_entity(k, entity);
    uint32_t first = x->first;
    if (x->number != ISN_NONE && k->m->numbers.ptr[x->number].first < first)
        first = k->m->numbers.ptr[x->number].first;
    if (first <= e->last || isn_role_post_acts(k, e, x))
        return false;
    uint32_t w = first - 1;
    if (k->taken[w] || k->fn[w] != ISN_NO_FN || k->m->entities.cover[w] != ISN_NONE)
        return false;
    if (k->scan->words[first].flags & ISN_WF_BREAK || k->wc[w] & (ISN_WC_VERB | ISN_WC_TRIGGER))
        return false;
    return !(isn_work_pre(k, w, 0) & ISN_CL_AL) && !isn_work_has(k, w, ISN_T_DATEWORD);
}

bool isn_role_pronoun_before(const isn_work *k, const isn_ev *e) {
    if (e->first <= k->s0[e->sentence] || k->fn[e->first - 1] != ISN_FN_THAT)
        return false;
    return isn_work_pronoun(k, e->first - 1);
}
