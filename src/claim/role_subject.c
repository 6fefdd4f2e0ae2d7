/* role_subject.c: the subject before its verb, and which noun phrases are none. */
#include "claim/cuework.h"
#include "claim/rolework.h"

/* بينهم، من ضمنهم: does what a part of those before is told with begin at the word? */
static bool opens_part(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s =
        isn_work_has(k, w, ISN_T_BOUND) ? isn_match_sense(&hit, k->scan, w, ISN_T_BOUND) : NULL;
    return s && isn_lex_int(k->lex, ISN_T_BOUND, s->row, ISN_BOUND_KIND) == ISN_B_INCLUDING;
}

/* المستوطنين يستقلون 5 حافلات: a verb in the present and the plural right behind people says what they do besides. */
static bool several_do(const isn_work *k, uint32_t w) {
    uint32_t c = w > 0 ? k->m->entities.cover[w - 1] : ISN_NONE;
    const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *p = k->scan->text->fold + t->fold, *end = p + t->fold_len;
    return x != NULL && x->last == w && x->kind == ISN_ENT_PEOPLE && x->flags & ISN_EF_PLURAL &&
           t->fold_len > 4 && p[0] == ISN_F_YEH && end[-1] == ISN_F_NOON && end[-2] == ISN_F_WAW &&
           !(k->scan->words[w].flags & ISN_WF_BREAK) && !(k->wc[w] & ISN_WC_TRIGGER);
}

/* أحد المحتجزين، وهو مدرس من البلدة، توفي, and 42 مدنيا، بينهم سبعة أطفال، وسيدتان، قتلوا: where what stands between the two
 * commas begins, or ISN_NONE. */
static uint32_t aside_before(const isn_work *k, const isn_ev *e) {
    enum { LENGTH = 16 };
    if (!(k->scan->words[e->first].flags & ISN_WF_COMMA) ||
        isn_work_pre(k, e->first, e->reading) & (ISN_CL_WAW | ISN_CL_FEH))
        return ISN_NONE;
    for (uint32_t w = e->first; w-- > k->s0[e->sentence] && e->first - w < LENGTH;) {
        if (k->wc[w] & ISN_WC_VERB || several_do(k, w))
            return several_do(k, w) ? w : ISN_NONE;
        if (opens_part(k, w))
            return w;
        if (!(k->scan->words[w].flags & ISN_WF_COMMA))
            continue;
        uint32_t c = w > k->s0[e->sentence] ? k->m->entities.cover[w] : ISN_NONE;
        if (c != ISN_NONE && isn_work_entity(k, c)->kind == ISN_ENT_PRONOUN)
            return w;
        if (isn_work_pre(k, w, 0) == ISN_CL_AL && c == ISN_NONE && !k->taken[w] &&
            k->fn[w] == ISN_NO_FN && !isn_work_has(k, w, ISN_T_DATEWORD))
            return w; /* مجموعات من البلدة، القريبة من الحدود، هاجمت */
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
int isn_role_gender_of_head(const isn_work *k, const isn_entity *x) {
    const isn_scan *scan = k->scan;
    uint32_t w = x->first;
    const isn_token *token = &scan->text->tokens[scan->words[w].token];
    const uint8_t *end = isn_token_end(scan->text, token);
    bool sound = token->fold_len >= 4 && end[-1] == ISN_F_TEH && end[-2] == ISN_F_ALEF;
    if (x->sector == ISN_SEC_CVL && token->fold_len > 4 && end[-1] == ISN_F_NOON)
        return -1; /* أصابت ثلاثة مستوطنين: they are men, and no thing's plural */
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
bool isn_role_agrees(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    bool feminine = e->form & ISN_FORM_FEM;
    if (x->kind == ISN_ENT_PLACE || x->kind == ISN_ENT_PERSON)
        return true;
    if (x->kind == ISN_ENT_ACTOR && x->table != ISN_T_TITLE) {
        int gender = isn_role_gender_of_head(k, x);
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
bool isn_role_agrees_behind(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    bool people = x->kind == ISN_ENT_PEOPLE && x->flags & ISN_EF_PLURAL;
    return ((e->form & ISN_FORM_NUMBER) == ISN_FORM_PL) == people && isn_role_agrees(k, e, x);
}

/* وكان القيادي فلان، الذي ينتمي إلى الحركة، قد قتل: between كان with its subject and قد an aside may be as long as it likes. */
static uint32_t was_before(const isn_work *k, const isn_ev *e) {
    enum { LENGTH = 30 };
    uint32_t s0 = k->s0[e->sentence], qad = e->first - 1;
    if (e->first < s0 + 4 || k->fn[qad] != ISN_FN_QAD || k->fn[s0] != ISN_FN_KANA ||
        !(k->scan->words[qad].flags & ISN_WF_COMMA) || e->first - s0 > LENGTH)
        return ISN_NONE;
    uint32_t c = k->m->entities.cover[s0 + 1];
    if (c == ISN_NONE || isn_work_entity(k, c)->first != s0 + 1)
        return ISN_NONE;
    for (uint32_t w = s0 + 1; w < qad; w++)
        if (k->fn[w] == ISN_FN_QAD || k->fn[w] == ISN_FN_WHILE || k->fn[w] == ISN_FN_KANA)
            return ISN_NONE;
    const isn_entity *x = isn_work_entity(k, c);
    return isn_role_can_act(x) && !isn_role_is_place(x) && isn_role_agrees(k, e, x) ? c : ISN_NONE;
}

/* بأن 4 عناصر من الحشد، قتلوا: are those that the number counts who the verb in the plural is of? */
static bool several_of_them(const isn_work *k, const isn_ev *e, uint32_t number) {
    const isn_number *n = &k->m->numbers.ptr[number];
    uint32_t c = n->noun < e->first ? k->m->entities.cover[n->noun] : ISN_NONE;
    if ((e->form & ISN_FORM_NUMBER) == ISN_FORM_SG || c == ISN_NONE)
        return false;
    const isn_entity *x = isn_work_entity(k, c);
    return (x->kind == ISN_ENT_PEOPLE || x->kind == ISN_ENT_ACTOR) && x->number == number;
}

/* إن وزير الخارجية فلان، بحث مع نظيره: a comma between a long subject and its verb. What the clause begins with where no
 * other verb stands before the comma, or ISN_NONE. */
static uint32_t before_comma(const isn_work *k, const isn_ev *e) {
    enum { LENGTH = 14 };
    uint32_t s0 = k->s0[e->sentence], lo = e->first;
    uint32_t was = was_before(k, e);
    if (was != ISN_NONE)
        return was;
    if (!(k->scan->words[e->first].flags & ISN_WF_COMMA) ||
        isn_work_pre(k, e->first, e->reading) & (ISN_CL_WAW | ISN_CL_FEH))
        return ISN_NONE;
    while (lo > s0 && k->fn[lo - 1] != ISN_FN_THAT && k->fn[lo - 1] != ISN_FN_KANA) {
        lo--;
        bool named = k->m->entities.cover[lo] != ISN_NONE; /* الحشد in a name is no deed */
        if (k->wc[lo] & (ISN_WC_VERB | ISN_WC_SAY | ISN_WC_ATTRIB) ||
            (k->wc[lo] & ISN_WC_TRIGGER && !named) || k->fn[lo] == ISN_FN_WHILE ||
            k->fn[lo] == ISN_FN_BUT || e->first - lo > LENGTH)
            return ISN_NONE;
    }
    uint32_t c = lo < e->first ? k->m->entities.cover[lo] : ISN_NONE;
    uint32_t n = lo < e->first ? k->m->numbers.at[lo] : ISN_NONE;
    if (n != ISN_NONE && k->m->numbers.ptr[n].first == lo && several_of_them(k, e, n))
        return k->m->entities.cover[k->m->numbers.ptr[n].noun];
    if (c == ISN_NONE)
        return ISN_NONE;
    const isn_entity *x = isn_work_entity(k, c);
    return x->first == lo && !isn_role_is_place(x) && x->number == ISN_NONE &&
                   isn_role_can_act(x) && !(x->flags & ISN_EF_ADJ) &&
                   isn_role_governed_by(k, x) == ISN_NO_FN && isn_role_agrees(k, e, x)
               ? c
               : ISN_NONE;
}

/* إن دورية كانت عائدة من مهمة لحماية السكان تعرضت لكمين، وحدة من الدرك تؤمن الطريق هوجمت: one without the article at the head of
 * the clause, a verb that tells only who it is, and then what befell it; or ISN_NONE. */
static uint32_t described_first(const isn_work *k, const isn_ev *e) {
    enum { LENGTH = 18, HEAD = 5 };
    uint32_t s0 = k->s0[e->sentence], lo = e->first;
    if (isn_work_pre(k, e->first, e->reading) & (ISN_CL_WAW | ISN_CL_FEH) ||
        (e->form & ISN_FORM_KIND) != ISN_FORM_PERF)
        return ISN_NONE;
    while (lo > s0 && k->fn[lo - 1] != ISN_FN_THAT) {
        lo--;
        if (e->first - lo > LENGTH || k->fn[lo] == ISN_FN_WHO || k->fn[lo] == ISN_FN_WHILE ||
            k->fn[lo] == ISN_FN_BUT || k->wc[lo] & (ISN_WC_SAY | ISN_WC_ATTRIB) ||
            (lo > s0 && k->scan->words[lo].flags & ISN_WF_BREAK))
            return ISN_NONE;
    }
    uint32_t c = k->m->entities.cover[lo];
    if (c == ISN_NONE || isn_work_entity(k, c)->first != lo)
        return ISN_NONE;
    const isn_entity *x = isn_work_entity(k, c);
    uint32_t v = x->last;
    while (v < e->first && v < x->last + HEAD && k->fn[v] != ISN_FN_KANA &&
           !(k->wc[v] & ISN_WC_VERB))
        v++;
    bool tells = v < e->first && !isn_work_pre(k, v, 0) &&
                 (k->fn[v] == ISN_FN_KANA || (k->wc[v] & ISN_WC_VERB && isn_cue_present(k, v)));
    return tells && !(isn_work_pre(k, lo, x->reading) & ISN_CL_AL) && isn_role_can_act(x) &&
                   !isn_role_is_place(x) && isn_role_governed_by(k, x) == ISN_NO_FN &&
                   isn_role_agrees(k, e, x)
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
    const uint8_t *end = isn_token_end(k->scan->text, token);
    bool people = x->kind == ISN_ENT_PEOPLE || x->table == ISN_T_NATION;
    return people && x->flags & ISN_EF_PLURAL && (e->form & ISN_FORM_NUMBER) == ISN_FORM_SG &&
           isn_work_pre(k, e->first, e->reading) & ISN_CL_WAW && token->fold_len > 4 &&
           end[-1] == ISN_F_NOON && (end[-2] == ISN_F_YEH || end[-2] == ISN_F_WAW);
}

/* أوقفت ثمانية قراصنة وأغرقت مركبهم: whom the verb before was done to does not do what another of its form goes on with. */
static bool done_to_before(const isn_work *k, const isn_ev *e, uint32_t entity) {
    const unsigned same = ISN_FORM_KIND | ISN_FORM_FEM | ISN_FORM_NUMBER;
    const isn_ev *q = e - 1;
    if (e == k->evs.ptr || !e->verb || !q->verb || q->sentence != e->sentence || q->passive ||
        (q->form & same) != (e->form & same) ||
        !(isn_work_pre(k, e->first, e->reading) & ISN_CL_WAW))
        return false;
    for (uint32_t i = 0; i < q->recipients.n; i++)
        if (q->recipients.ptr[i] == entity)
            return true;
    return false;
}

/* المستوطنين المتطرفين: two nouns of people with the article and one ending are one phrase; the first, or ISN_NONE. */
static uint32_t described_head(const isn_work *k, uint32_t entity, uint32_t lo) {
    const isn_entity *x = isn_work_entity(k, entity);
    uint32_t c = x->first > lo ? k->m->entities.cover[x->first - 1] : ISN_NONE;
    if (c == ISN_NONE || isn_role_is_place(x) || x->last != x->first + 1 ||
        k->scan->words[x->first].flags & ISN_WF_BREAK ||
        isn_work_pre(k, x->first, x->reading) != ISN_CL_AL)
        return ISN_NONE;
    const isn_entity *head = isn_work_entity(k, c);
    const isn_token *a = &k->scan->text->tokens[k->scan->words[head->last - 1].token];
    const isn_token *b = &k->scan->text->tokens[k->scan->words[x->first].token];
    const uint8_t *one = isn_token_end(k->scan->text, a);
    const uint8_t *two = isn_token_end(k->scan->text, b);
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

/* قوات الاحتلال التي وصلت إلى المكان اعتقلت شابين: whom the clause describes that the verb at `w` is of does what follows it;
 * ISN_NONE: no such clause. */
static uint32_t antecedent(const isn_work *k, const isn_ev *e, uint32_t w, uint32_t s0) {
    if (isn_work_pre(k, e->first, e->reading) & (ISN_CL_WAW | ISN_CL_FEH) || e->passive)
        return ISN_NONE;
    while (w > s0 && (k->wc[w] & ISN_WC_VERB || k->fn[w] == ISN_FN_KANA || k->fn[w] == ISN_FN_QAD))
        w--; /* كان يحلق، قد وصلت */
    uint32_t c = w > s0 && k->fn[w] == ISN_FN_WHO ? k->m->entities.cover[w - 1] : ISN_NONE;
    if (c == ISN_NONE)
        return ISN_NONE;
    const isn_entity *x = isn_work_entity(k, c);
    return isn_role_can_act(x) && !isn_role_is_place(x) && !(x->flags & ISN_EF_ADJ) &&
                   isn_role_governed_by(k, x) == ISN_NO_FN && isn_role_agrees_behind(k, e, x)
               ? c
               : ISN_NONE;
}

/* عدد من قتلوا، عدد الذين اعتقلوا: the clause describes nobody who was named. */
bool isn_role_of_nobody_named(const isn_work *k, const isn_ev *e) {
    uint32_t who = e->first - 1, s0 = k->s0[e->sentence];
    if (!e->verb || e->first <= s0 || k->fn[who] != ISN_FN_WHO)
        return false;
    return who > s0 &&
           (isn_role_cue(k, who - 1, ISN_CUE_NUMBER) || isn_role_cue(k, who - 1, ISN_CUE_TOLL));
}

/* عشرات الأسر نزحت */
static bool is_group(const isn_work *k, const isn_entity *x) {
    return x->table == ISN_T_PEOPLE && isn_lex_int(k->lex, ISN_T_PEOPLE, x->row, ISN_PEOPLE_FLAGS) &
                                           (ISN_PF_GROUP | ISN_PF_UNIT);
}

/* ثلاثين مسلحا في عملية نفذتها: a verb in the feminine singular is of no men that are counted. */
static bool counted_men(const isn_work *k, const isn_ev *e, const isn_entity *x) {
    return x->kind == ISN_ENT_PEOPLE && x->number != ISN_NONE && isn_role_counted_by_word(k, x) &&
           !(x->flags & ISN_EF_FEM) && e->form & ISN_FORM_FEM &&
           (e->form & ISN_FORM_NUMBER) == ISN_FORM_SG && !is_group(k, x);
}

/* 42 مدنيا، بينهم تسعة أطفال، قتلت قوات النظام منهم 18: nor of the people before the aside. */
static bool of_another(const isn_work *k, const isn_ev *e, uint32_t aside) {
    uint32_t c = aside > k->s0[e->sentence] ? k->m->entities.cover[aside - 1] : ISN_NONE;
    return c != ISN_NONE && counted_men(k, e, isn_work_entity(k, c));
}

/* Is it a verb of saying whose subject stands right before the quotation that the verb begins? */
static bool quotes_him(const isn_work *k, const isn_ev *e) {
    uint32_t c = k->m->entities.cover[e->first - 1];
    uint32_t first = c != ISN_NONE ? isn_work_entity(k, c)->first : 0;
    return first > k->s0[e->sentence] && k->wc[first - 1] & ISN_WC_VERB &&
           isn_role_says(k, first - 1);
}

/* The nearest noun phrase before the verb in its clause that no preposition governs; over an
 * antecedent and its relative pronoun too: جماعة الحوثي التي شنت */
uint32_t isn_role_before(const isn_work *k, const isn_ev *e) {
    uint32_t s0 = k->s0[e->sentence];
    uint32_t found = ISN_NONE;
    uint32_t lo = e->clause_first;
    if (e->first > s0 && k->fn[e->first - 1] == ISN_FN_AND)
        return ISN_NONE; /* اعتقلت متظاهرا ثم أفرجت عنه */
    if (e->first > s0 && isn_work_pre(k, e->first - 1, 0) & ISN_CL_WAW &&
        (k->fn[e->first - 1] == ISN_FN_LAM || k->fn[e->first - 1] == ISN_FN_LAN))
        return ISN_NONE; /* تستهدف مواقع الحزب ولم تستهدف المدنيين */
    if (e->first > s0 && isn_clause_answer(k, e->first - 1))
        return ISN_NONE; /* وفق تقرير الشبكة فقد قتلت القوات */
    if (e->first > s0 && k->scan->words[e->first].flags & ISN_WF_COLON)
        return ISN_NONE; /* قال المصدر: شن مسلحون */
    if (e->first > s0 + 1 && k->scan->words[e->first].flags & ISN_WF_QUOTE && quotes_him(k, e))
        return ISN_NONE; /* قالت الوكالة "تمكنت القوات من كذا"; not القوات "حيدت" ثلاثة */
    uint32_t slug = e->first > 0 && k->scan->words[e->first].flags & ISN_WF_DASH
                        ? k->m->entities.cover[e->first - 1]
                        : ISN_NONE;
    if (slug != ISN_NONE && isn_role_is_place(isn_work_entity(k, slug)) &&
        isn_work_entity(k, slug)->first == s0)
        return ISN_NONE; /* الخرطوم - طالب رئيس كذا */
    uint32_t far = before_comma(k, e);
    if (far == ISN_NONE)
        far = described_first(k, e);
    if (far != ISN_NONE)
        return far;
    bool relative = e->first > s0 && k->fn[e->first - 1] == ISN_FN_WHO;
    if (isn_role_of_nobody_named(k, e))
        return ISN_NONE;
    uint32_t from = e->first, aside = aside_before(k, e);
    if (aside != ISN_NONE && of_another(k, e, aside))
        return ISN_NONE;
    if (relative || aside != ISN_NONE)
        lo = s0;
    if (aside != ISN_NONE)
        from = aside;
    bool nested = relative && isn_work_pre(k, e->first - 1, 0) & ISN_CL_WAW;
    for (uint32_t w = from; lo == s0 && (aside != ISN_NONE || relative) && !nested && w-- > s0;)
        if (k->fn[w] == ISN_FN_THAT) {
            lo = w + 1; /* قال إن مجموعات …، القريبة من الحدود، هاجمت: not who says so */
            break;
        }
    for (uint32_t w = from; w-- > lo;) {
        if (e->first - w > 24)
            break;
        uint32_t c = k->m->entities.cover[w];
        if (c == ISN_NONE) {
            if (w < e->first - 1 && k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY)) {
                found = antecedent(k, e, w, s0);
                break;
            }
            if (k->wc[w] & ISN_WC_TRIGGER)
                break; /* a noun that acts: the strike that hit */
            if (k->fn[w] == ISN_FN_AFTER && w + 1 == e->first)
                break; /* قتل شخصان بعدما فتح مسلحون النار */
            continue;
        }
        const isn_entity *x = isn_work_entity(k, c);
        uint8_t fn = isn_role_governed_by(k, x);
        if (relative && x->first > lo && k->wc[x->first - 1] & ISN_WC_ATTRIB &&
            (isn_role_is_deed(e) || e->flags & ISN_TG_LIGHT)) {
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
        bool about = isn_role_is_place(x) && fn != ISN_NO_FN && /* اجتماع بشأن سوريا الذي عقد */
                     isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) == ISN_SLOT_ACTOR;
        if (relative && w + 2 >= e->first && !about)
            return c;
        if (fn != ISN_NO_FN && described_by(k, e, x))
            return c; /* من قبل مسلحين نهبوا الأدوية */
        bool seat = isn_role_is_place(x) && isn_work_slot(k, e->row, ISN_FRAME_SUBJECT) ==
                                                ISN_SLOT_TARGET; /* ديالى شهدت هجمات */
        if (k->scan->words[x->first].flags & ISN_WF_PAREN && x->first > lo) {
            w = x->first;
            continue; /* حركة كذا (القيادة الثانية): another name of the one before it */
        }
        bool they = e->form & ISN_FORM_PL && isn_work_pre(k, e->first, e->reading) & ISN_CL_WAW;
        bool left = (isn_role_is_place(x) || (they && x->kind == ISN_ENT_ACTOR)) && x->first > lo &&
                    bound_noun(k, x->first); /* مغادرة الخرطوم، مقر الحزب وأتلفوا */
        bool part = among_them(k, c) || /* أربعة جنود بينهم ضابط قتلوا */
                    several_no_one(k, e, x) || done_to_before(k, e, c) || counted_men(k, e, x);
        uint32_t who = described_head(k, c, lo);
        if (who != ISN_NONE) {
            c = who; /* المستوطنين المتطرفين */
            x = isn_work_entity(k, c);
            fn = isn_role_governed_by(k, x);
        }
        if (under_force(k, e, x) && x->first > lo) {
            w = x->first; /* المستوطنون تحت حماية الجيش أغلقوا */
            continue;
        }
        if (fn == ISN_NO_FN && !part && !with_noun(k, x->first) && (isn_role_can_act(x) || seat) &&
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

/* أدلة على تورط القوات في قتل 200 مدني: whose part in a deed is told, where it is told whom it befell; ISN_NONE. */
static uint32_t had_part(const isn_work *k, const isn_ev *e) {
    uint32_t in = e->first - 1, s0 = k->s0[e->sentence];
    bool counted = e->last < k->scan->nwords && k->m->numbers.at[e->last] != ISN_NONE;
    if (e->verb || !e->effect || !counted || e->first < s0 + 3 ||
        (k->fn[in] != ISN_FN_FI && k->fn[in] != ISN_FN_AN))
        return ISN_NONE;
    uint32_t c = k->m->entities.cover[in - 1];
    const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
    return x != NULL && x->last == in && x->first > s0 && isn_role_can_act(x) &&
                   isn_role_cue(k, x->first - 1, ISN_CUE_ACCUSATION)
               ? c
               : ISN_NONE;
}

/* قالت الحكومة إن التنظيم مسؤول عن مقتل عشرين: who is said to be responsible for a deed, right behind "that"; ISN_NONE. */
uint32_t isn_role_responsible(const isn_work *k, const isn_ev *e) {
    uint32_t w = e->first - 1, s0 = k->s0[e->sentence], part = had_part(k, e); /* عن */
    if (part != ISN_NONE)
        return part;
    if (e->first < s0 + 4 || k->fn[w] != ISN_FN_AN || !isn_role_cue(k, w - 1, ISN_CUE_ACCUSATION) ||
        isn_work_pre(k, w - 1, 0) || isn_work_has(k, w - 1, ISN_T_TRIGGER))
        return ISN_NONE;
    uint32_t c = k->m->entities.cover[w - 2];
    const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
    bool told =
        x != NULL && x->last == w - 1 && x->first > s0 && k->fn[x->first - 1] == ISN_FN_THAT;
    return told && isn_role_can_act(x) ? c : ISN_NONE;
}
