/* clause.c: classes of words and where clauses begin. First step of claim/; trigger.c and role.c read
 * what it leaves in isn_work.wc and .fn. */
#include "claim/work.h"

/* شدد، أكد …: a verb of saying in the few words before, and no comma between. */
static bool insists(const isn_work *k, uint32_t w) {
    enum { FAR = 10 };
    for (uint32_t i = w; i-- > 0 && w - i <= FAR && !(k->scan->words[i + 1].flags & ISN_WF_BREAK);)
        if (isn_work_has(k, i, ISN_T_SPEECH))
            return isn_work_has(k, w, ISN_T_FUNC);
    return false;
}

/* وبين المصدر أن: he made clear; where nothing is joined or begun, بين is "between". */
static bool phrase_of_saying(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    const isn_word *word = &k->scan->words[w];
    if (!isn_work_has(k, w, ISN_T_SPEECH) ||
        !(word->reading[0].pre & ISN_CL_WAW || word->flags & (ISN_WF_STOP | ISN_WF_COMMA) ||
          (w > 0 && (k->fn[w - 1] == ISN_FN_WHILE || k->fn[w - 1] == ISN_FN_BECAUSE))))
        return false;
    const isn_sense *s = isn_match_first_sense(&hit, k->scan, w, ISN_T_SPEECH);
    return s != NULL && (s->form & ISN_FORM_KIND) == ISN_FORM_NAME && hit->last > w + 1 &&
           k->scan->words[w].sentence == k->scan->words[hit->last - 1].sentence;
}

/* أحد قادتها: one of its leaders, not "led it": a number that counts people has them right behind it. */
static bool is_counted(const isn_work *k, uint32_t w) {
    uint32_t c = k->m->entities.cover[w];
    const isn_entity *x = c != ISN_NONE ? &k->m->entities.ptr[c] : NULL;
    return x != NULL && x->kind == ISN_ENT_PEOPLE && x->first == w && x->number != ISN_NONE &&
           w > 0 && k->m->numbers.at[w - 1] == x->number;
}

/* قوة أخرى اعتقلت، آخرون قتلوا: the word "other" of who stands before it. */
static bool another_one(const isn_work *k, uint32_t w) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *p = k->scan->text->fold + t->fold;
    return w && t->fold_len > 2 && p[0] == ISN_F_ALEF && p[1] == ISN_F_KHAH && p[2] == ISN_F_REH &&
           !(k->scan->words[w].flags & ISN_WF_BREAK) && k->m->entities.cover[w - 1] != ISN_NONE;
}

/* قلقه، أسف بلاده: does a word of the two from `w` on tell what somebody feels: one with a pronoun, or one that a row of speech
 * of the verb lives by? */
static bool felt(const isn_work *k, uint32_t verb, uint32_t w) {
    if (k->scan->words[w].reading[0].suf != ISN_SUF_NONE)
        return true;
    for (uint32_t h = k->scan->word_hit[verb]; h < k->scan->word_hit[verb + 1]; h++)
        for (unsigned i = 0; i < k->scan->hits[h].nsenses; i++) {
            const isn_sense *s = &k->scan->hits[h].senses[i];
            if (s->table != ISN_T_TRIGGER ||
                !(isn_work_trigger(k, s->row, ISN_TRIGGER_FLAGS) & ISN_TG_SPEECH))
                continue;
            uint32_t list = isn_lex_list(k->lex, ISN_T_TRIGGER, s->row, ISN_TRIGGER_WITH);
            if (list && (isn_word_in_list(k->lex, &k->scan->words[w], list) ||
                         isn_word_in_list(k->lex, &k->scan->words[w + 1], list)))
                return true;
        }
    return false;
}

bool isn_clause_voices(const isn_work *k, uint32_t w) {
    enum { SPEAKER = 14 };
    const isn_hit *hit;
    if (!isn_work_has(k, w, ISN_T_SPEECH) || w + 3 >= k->scan->nwords)
        return false;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_SPEECH);
    if (!s || isn_lex_int(k->lex, ISN_T_SPEECH, s->row, ISN_SPEECH_ACT) != ISN_ACT_VOICE)
        return false;
    if (isn_work_has(k, w, ISN_T_ATTRIB) && isn_match_sense(&hit, k->scan, w, ISN_T_ATTRIB) &&
        hit->last > w + 1)
        return false; /* عبر حسابه */
    if (isn_work_has(k, w + 1, ISN_T_CHANNEL) || isn_work_has(k, w + 1, ISN_T_OUTLET))
        return false;
    uint32_t s1 = k->scan->sentence_word[k->scan->words[w].sentence + 1];
    for (uint32_t i = w + 1; i + 1 < s1 && i < w + SPEAKER; i++) {
        if (!isn_work_has(k, i, ISN_T_FUNC) || k->scan->words[i].reading[0].pre)
            continue;
        const isn_sense *f = isn_match_sense(&hit, k->scan, i, ISN_T_FUNC);
        if (f && hit->last == i + 1 &&
            k->scan->words[i].reading[hit->reading].suf == ISN_SUF_NONE &&
            isn_lex_int(k->lex, ISN_T_FUNC, f->row, ISN_FUNC_KIND) == ISN_FN_AN &&
            felt(k, w, i + 1))
            return true;
    }
    return false;
}

/* عبر at the head of a clause, or right behind who does it: a verb there if anywhere. */
static bool voiced_here(const isn_work *k, uint32_t w) {
    const isn_word *word = &k->scan->words[w];
    bool head = word->flags & ISN_WF_BREAK || word->reading[0].pre & ISN_CL_WAW ||
                (w > 0 && (k->fn[w - 1] == ISN_FN_OTHER || k->fn[w - 1] == ISN_FN_QAD ||
                           k->fn[w - 1] == ISN_FN_WHILE));
    return head && isn_clause_voices(k, w);
}

/* Function words may be phrases (على يد): each of their words gets the class, the first a bound. */
static void class_func(isn_work *k, uint32_t w) {
    const isn_scan *scan = k->scan;
    if (phrase_of_saying(k, w) || voiced_here(k, w))
        return;
    if (isn_work_has(k, w, ISN_T_PEOPLE) &&
        (scan->text->tokens[scan->words[w].token].flags & ISN_TF_HAMZA_UNDER || is_counted(k, w)))
        return; /* إمام is folded like أمام; 45 عسكريا are no "militarily" */
    if (isn_work_has(k, w, ISN_T_ORGWORD) &&
        scan->text->tokens[scan->words[w].token].flags & ISN_TF_TEH_MARBUTA)
        return; /* وحدة is folded like وحده */
    uint32_t c = k->m->entities.cover[w];
    if (c != ISN_NONE && k->m->entities.ptr[c].kind == ISN_ENT_PERSON &&
        isn_work_has(k, w, ISN_T_NAME) &&
        !(scan->text->tokens[scan->words[w].token].flags & ISN_TF_MAKSURA))
        return; /* علي حسن: folded like على */
    for (uint32_t h = scan->word_hit[w]; h < scan->word_hit[w + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        for (unsigned s = 0; hit->tables & 1u << ISN_T_FUNC && s < hit->nsenses; s++) {
            if (hit->senses[s].table != ISN_T_FUNC)
                continue;
            uint8_t kind =
                (uint8_t)isn_lex_int(k->lex, ISN_T_FUNC, hit->senses[s].row, ISN_FUNC_KIND);
            const isn_reading *r = &scan->words[w].reading[hit->reading];
            if (kind == ISN_FN_BUT && hit->last == w + 2 && w > 0 &&
                !(scan->words[w].flags & ISN_WF_BREAK) && insists(k, w))
                continue; /* شدد الوزير على أن: that, not "although" */
            if (kind == ISN_FN_BEFORE && isn_clause_of_time(k, w))
                continue;
            if (kind == ISN_FN_AFTER && r->suf == ISN_SUF_YA && hit->last == w + 1)
                continue; /* وقف فوري */
            /* a preposition with its own pronoun (عليهم) governs nothing that follows */
            const isn_reading *tail = &scan->words[hit->last - 1].reading[hit->tail];
            if ((hit->last == w + 1 ? r : tail)->suf && kind <= ISN_FN_HAND)
                kind = ISN_FN_OTHER; /* من جانبها، نفت */
            if (kind == ISN_FN_WHERE || kind == ISN_FN_WHEN)
                kind = ISN_FN_WHILE; /* role.c and group.c ask for the difference */
            for (uint32_t i = w; i < hit->last; i++)
                if (k->fn[i] == ISN_NO_FN)
                    k->fn[i] = kind;
            if (kind == ISN_FN_EACH && hit->last == w + 2) /* في كل من حلب وإدلب، بكل من */
                k->fn[w + 1] = r->pre & ISN_CL_BEH                    ? (uint8_t)ISN_FN_FI
                               : r->pre & ISN_CL_LAM                  ? (uint8_t)ISN_FN_LI
                               : w > 0 && k->fn[w - 1] <= ISN_FN_HAND ? k->fn[w - 1]
                                                                      : kind;
            return; /* longest first */
        }
    }
}

static bool form_finite(uint16_t form) {
    unsigned kind = form & ISN_FORM_KIND;
    return kind == ISN_FORM_PERF || kind == ISN_FORM_IMPF;
}

/* طريق فرعي: the word as it stands, not ف and a verb. */
static bool better_whole(const isn_work *k, uint32_t w) {
    isn_segment cut[ISN_SEGMENTS];
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    isn_lex_segment(cut, k->lex, k->scan->text, token);
    return cut[0].known != ISN_KNOWN_NOT && cut[0].pre == 0 && cut[0].suf == ISN_SUF_NONE;
}

/* بعد إدانتهما، عقب إعلان: behind a word for after or before that does not end in ما or أن a noun stands. */
static bool before_noun(const isn_work *k, uint32_t w) {
    if (k->fn[w - 1] != ISN_FN_AFTER && k->fn[w - 1] != ISN_FN_BEFORE)
        return false;
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w - 1].token];
    uint8_t end = isn_token_end(k->scan->text, t)[-1];
    return end != ISN_F_ALEF && end != ISN_F_NOON;
}

/* سيطرتهم: their control; the verb of the same letters has no object that a pronoun could be. */
static bool takes_none(const isn_work *k, const isn_hit *hit, const isn_reading *r) {
    bool found = false;
    if (r->suf < ISN_SUF_HU || r->suf > ISN_SUF_HUNNA || hit->last != hit->first + 1)
        return false;
    for (unsigned s = 0; s < hit->nsenses; s++) {
        const isn_sense *one = &hit->senses[s];
        if (one->table != ISN_T_TRIGGER || !form_finite(one->form))
            continue;
        if (isn_work_slot(k, one->row, ISN_FRAME_OBJECT) != ISN_SLOT_NONE)
            return false;
        found = true;
    }
    return found;
}

/* Verbs are also nouns in writing (قتل): a finite reading counts where no preposition, article or
 * numeral stands before, and the word has no case ending of a noun. */
static bool may_be_verb(const isn_work *k, uint32_t w, const isn_hit *hit) {
    const isn_reading *r = &k->scan->words[w].reading[hit->reading];
    /* ISN_CL_AL says nothing here: a finite form that has it is spelled so (ألقى، التقى) */
    if (r->pre & (ISN_CL_BEH | ISN_CL_KAF))
        return false;
    if (r->pre & ISN_CL_FEH && !(k->scan->words[w].flags & ISN_WF_BREAK) && better_whole(k, w))
        return false;
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    if (token->flags & (ISN_TF_TANWIN | ISN_TF_TEH_MARBUTA))
        return false; /* طلباً is no "they asked" */
    if (r->pre & ISN_CL_LAM)
        return false; /* ليقتل is a purpose, not an act */
    if (takes_none(k, hit, r))
        return false;
    if (w > 0 && !(k->scan->words[w].flags & (ISN_WF_STOP | ISN_WF_COMMA)) &&
        (k->fn[w - 1] <= ISN_FN_HAND || before_noun(k, w)))
        return false;
    return true;
}

/* صوب الأهالي: in the middle of a clause the preposition, not the verb of the same letters. */
static bool preposition_place(const isn_work *k, uint32_t w) {
    const isn_word *word = &k->scan->words[w];
    return k->fn[w] <= ISN_FN_HAND && !(word->flags & ISN_WF_BREAK) &&
           !(word->reading[0].pre & (ISN_CL_WAW | ISN_CL_FEH));
}

/* كفركلا وحولا: the name of a town that could be a verb is one where it was read as one. */
static bool names_place(const isn_work *k, uint32_t w) {
    uint32_t c = k->m->entities.cover[w];
    const isn_entity *x = c != ISN_NONE ? &k->m->entities.ptr[c] : NULL;
    bool body = x != NULL && x->kind == ISN_ENT_ACTOR && x->table == ISN_T_ORGWORD &&
                x->first == w && x->last > w + 1; /* فرق الإسعاف: teams, not "dispersed" */
    bool office = x != NULL && x->table == ISN_T_TITLE && x->first == w && w > 0 &&
                  (k->wc[w - 1] & ISN_WC_VERB || k->fn[w - 1] == ISN_FN_KANA);
    /* أصدر قاضي التحقيق، كان حاكم المنطقة أفاد: a judge and a governor, not "sued" */
    return body || office || (x != NULL && x->kind == ISN_ENT_PLACE && !(x->flags & ISN_EF_WEAK));
}

/* وابنته: his daughter, not "I made it clear"; ناصر النواصرة: a name, and nobody who helped. */
static bool names_people(const isn_work *k, uint32_t w, const isn_sense *verb) {
    uint32_t c = k->m->entities.cover[w];
    if (c != ISN_NONE && k->m->entities.ptr[c].kind == ISN_ENT_PERSON &&
        k->m->entities.ptr[c].first == w && k->m->entities.ptr[c].last > w + 1)
        return true;
    return verb->form & ISN_FORM_PERSON && c != ISN_NONE &&
           k->m->entities.ptr[c].kind == ISN_ENT_PEOPLE && k->m->entities.ptr[c].first == w;
}

/* جنديان، اثنان من الجنود */
bool isn_clause_two(const isn_work *k, const isn_entity *x) {
    return x->flags & ISN_EF_DUAL ||
           (x->number != ISN_NONE && k->m->numbers.ptr[x->number].best == 2);
}

/* إن شابين من البلدة قتلا، إن اثنين من الحركة قتلا: two at the head of the clause, and no verb behind them yet. */
bool isn_clause_pair_heads(const isn_work *k, uint32_t word) {
    enum { FAR = 9 };
    uint32_t s0 = k->scan->sentence_word[k->scan->words[word].sentence];
    if (word == s0 || k->fn[word - 1] == ISN_FN_OTHER)
        return false;
    for (uint32_t w = word; w-- > s0 && word - w < FAR;) {
        if (k->wc[w] & (ISN_WC_VERB | ISN_WC_SAY) || k->scan->words[w + 1].flags & ISN_WF_BREAK)
            return false;
        if (w > s0 && k->fn[w - 1] != ISN_FN_THAT)
            continue;
        uint32_t n = k->m->numbers.at[w], c = k->m->entities.cover[w];
        bool two = n != ISN_NONE && k->m->numbers.ptr[n].first == w &&
                   (k->m->numbers.ptr[n].best == 2 || k->m->numbers.ptr[n].flags & ISN_NF_DUAL);
        return two || (c != ISN_NONE && isn_work_entity(k, c)->flags & ISN_EF_DUAL);
    }
    return false;
}

/* استهدف المقاتلون تجمعا للجنود: the letters are a noun's too, in the accusative. */
static bool thing_in_alef(const isn_work *k, uint32_t w) {
    const uint32_t things = 1u << ISN_T_ORGWORD | 1u << ISN_T_SITE | 1u << ISN_T_UNIT |
                            1u << ISN_T_PLACEWORD | 1u << ISN_T_CHANNEL;
    if (!(k->scan->word_tables[w] & things))
        return false;
    for (uint32_t h = k->scan->word_hit[w]; h < k->scan->word_hit[w + 1]; h++)
        for (unsigned s = 0; s < k->scan->hits[h].nsenses; s++) {
            const isn_sense *one = &k->scan->hits[h].senses[s];
            if (things >> one->table & 1 && (one->form & ISN_FORM_KIND) == ISN_FORM_NOUN &&
                one->form & ISN_FORM_ACC)
                return true;
        }
    return false;
}

/* أعدموا شنقا، قتلوا ذبحا، تجمعوا رفضا للقرار: the letters of two that did it tell how it was done or what for, where no two stand
 * before them. */
static bool tells_how(const isn_work *k, uint32_t w, const isn_hit *hit, const isn_sense *verb) {
    bool aim = w + 1 < k->scan->nwords && k->scan->words[w].flags & ISN_WF_COMMA &&
               isn_work_pre(k, w + 1, 0) & ISN_CL_LAM; /* خرجت مظاهرات، رفضا للقرار */
    if ((verb->form & ISN_FORM_NUMBER) != ISN_FORM_DU || w == 0 || hit->last != w + 1 ||
        (k->scan->words[w].flags & ISN_WF_BREAK && !aim) ||
        k->scan->words[w].reading[hit->reading].pre || k->fn[w - 1] == ISN_FN_QAD ||
        k->fn[w - 1] == ISN_FN_KANA || k->fn[w - 1] == ISN_FN_WHO || isn_clause_pair_heads(k, w))
        return false;
    uint32_t at = w - (w > 1 && k->fn[w - 1] == ISN_FN_OTHER); /* جنديين فقط جرحا */
    bool numeral = at > 1 && k->taken[at - 1] && k->m->entities.cover[at - 1] == ISN_NONE;
    uint32_t c = k->m->entities.cover[at - 1 - numeral], own = k->m->entities.cover[w];
    const isn_entity *x = &k->m->entities.ptr[c != ISN_NONE ? c : 0];
    bool many = c != ISN_NONE && x->kind == ISN_ENT_PEOPLE && x->flags & ISN_EF_PLURAL;
    if (c != ISN_NONE && (isn_clause_two(k, x) || (x->coord != ISN_NONE && !many)))
        /* رجلا وزوجته، جنديين اثنين قتلا; not ومئات الجنود بحثا */
        return false;
    if (own != ISN_NONE && k->m->entities.ptr[own].kind == ISN_ENT_PEOPLE &&
        k->m->entities.ptr[own].first == w)
        return true; /* اغتالوا قاضيا: no two of them */
    if (isn_work_has(k, w, ISN_T_DATEWORD))
        return true; /* اقتحمت المخيم فجرا */
    for (unsigned s = 0; s < hit->nsenses; s++)
        if (hit->senses[s].table == verb->table && hit->senses[s].row == verb->row &&
            (hit->senses[s].form & ISN_FORM_KIND) == ISN_FORM_MASDAR &&
            hit->senses[s].form & ISN_FORM_ACC)
            return true;
    return thing_in_alef(k, w);
}

/* انفجار لغم: what goes off, not "mined". */
static bool weapon_of_deed(const isn_work *k, uint32_t w) {
    return w > 0 && isn_work_has(k, w, ISN_T_UNIT) && isn_work_has(k, w - 1, ISN_T_TRIGGER) &&
           !(k->scan->words[w].flags & ISN_WF_BREAK) && !k->scan->words[w].reading[0].pre &&
           !(k->wc[w - 1] & ISN_WC_VERB);
}

/* عدوانا: an aggression, not "they counted us". */
static bool noun_in_alef(const isn_work *k, uint32_t w, const isn_hit *verb) {
    if (k->scan->words[w].reading[verb->reading].suf != ISN_SUF_NA)
        return false;
    for (uint32_t h = k->scan->word_hit[w]; h < k->scan->word_hit[w + 1]; h++) {
        const isn_hit *hit = &k->scan->hits[h];
        if (k->scan->words[w].reading[hit->reading].suf != ISN_SUF_NONE)
            continue;
        for (unsigned s = 0; s < hit->nsenses; s++)
            if (hit->senses[s].table == ISN_T_TRIGGER && hit->senses[s].form & ISN_FORM_ACC &&
                (hit->senses[s].form & ISN_FORM_KIND) == ISN_FORM_MASDAR)
                return true;
    }
    return false;
}

/* تحالف صمود، نادي الأسير: the first word of a known name of several words. */
static bool begins_known_name(const isn_work *k, uint32_t w) {
    uint32_t c = k->m->entities.cover[w];
    const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
    return x != NULL && x->first == w && x->last > w + 1 && x->kind == ISN_ENT_ACTOR &&
           x->table == ISN_T_ACTOR && x->id.len;
}

/* مستودع تابع للحزب، موقع يتبع للتنظيم: a verb of going on, right behind a noun and before لـ, says whose it is. */
static bool says_whose(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    if (isn_role_cue(k, w, ISN_CUE_OWNED)) /* منزلا يعود لعائلة كذا، not نازحة تعود لبيتها */
        return w > 0 && w + 1 < k->scan->nwords && k->m->entities.cover[w - 1] == ISN_NONE &&
               k->fn[w - 1] == ISN_NO_FN && !(k->wc[w - 1] & ISN_WC_VERB) &&
               !isn_work_pre(k, w, 0) && isn_work_pre(k, w + 1, 0) & ISN_CL_LAM &&
               !((k->scan->words[w].flags | k->scan->words[w + 1].flags) & ISN_WF_BREAK);
    const isn_sense *s = isn_work_has(k, w, ISN_T_SPEECH) && w > 0 && w + 1 < k->scan->nwords
                             ? isn_match_sense(&hit, k->scan, w, ISN_T_SPEECH)
                             : NULL;
    return s != NULL &&
           isn_lex_int(k->lex, ISN_T_SPEECH, s->row, ISN_SPEECH_ACT) == ISN_ACT_CARRY &&
           isn_work_pre(k, w, hit->reading) == 0 && isn_work_pre(k, w + 1, 0) & ISN_CL_LAM &&
           k->fn[w - 1] == ISN_NO_FN && !(k->wc[w - 1] & ISN_WC_VERB) &&
           !((k->scan->words[w].flags | k->scan->words[w + 1].flags) & ISN_WF_BREAK);
}

static bool harms(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s =
        isn_work_has(k, w, ISN_T_TRIGGER) ? isn_match_sense(&hit, k->scan, w, ISN_T_TRIGGER) : NULL;
    int32_t event = s != NULL ? isn_work_trigger(k, s->row, ISN_TRIGGER_EVENT) : -1;
    return event == ISN_EV_ASSAULT || event == ISN_EV_COERCE;
}

/* قتل طالب، بينهم طالب جامعي: one of some people, right behind a verb of harm or among others, demands nothing. */
bool isn_clause_one_of_people(const isn_work *k, uint32_t w) {
    uint32_t c = k->m->entities.cover[w];
    const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
    if (x == NULL || x->kind != ISN_ENT_PEOPLE || x->first != w || x->flags & ISN_EF_PLURAL ||
        w == 0 || k->scan->words[w].flags & ISN_WF_BREAK || isn_work_pre(k, w, 0) ||
        isn_work_pronoun(k, w) || isn_work_has(k, w, ISN_T_CASUALTY) ||
        isn_work_has(k, w, ISN_T_TITLE))
        return false;
    return (k->wc[w - 1] & ISN_WC_VERB && harms(k, w - 1)) || isn_work_has(k, w - 1, ISN_T_BOUND);
}

/* Is the word no verb here, whatever its forms are? */
static bool never_verb(const isn_work *k, uint32_t w) {
    return k->fn[w] == ISN_FN_BELONGS || k->fn[w] == ISN_FN_CARRIES || k->fn[w] == ISN_FN_BECAUSE ||
           preposition_place(k, w) || /* ردا على: not "the two replied" */
           names_place(k, w) || weapon_of_deed(k, w) || is_counted(k, w) ||
           begins_known_name(k, w) || isn_clause_one_of_people(k, w) ||
           (w > 0 && isn_role_during(k, w - 1) && /* خلال حملتها: her campaign */
            !(k->scan->words[w].flags & ISN_WF_BREAK));
}

/* Does a row of triggers have the word for its verbal noun? `row` ISN_NO_ROW: any. */
static bool is_masdar(const isn_work *k, uint32_t w, uint32_t row) {
    for (uint32_t h = k->scan->word_hit[w]; h < k->scan->word_hit[w + 1]; h++)
        for (unsigned s = 0; s < k->scan->hits[h].nsenses; s++) {
            const isn_sense *one = &k->scan->hits[h].senses[s];
            if (one->table == ISN_T_TRIGGER && (row == ISN_NO_ROW || one->row == row) &&
                (one->form & ISN_FORM_KIND) == ISN_FORM_MASDAR && !(one->form & ISN_FORM_ACC))
                return true;
        }
    return false;
}

/* وقتل ثلاثة، وأسر جنود: some are counted or told right behind it, and not in the nominative, as a passive would have them. */
static bool whom_behind(const isn_work *k, uint32_t w) {
    uint32_t at = w + 1;
    if (at >= k->scan->nwords || k->scan->words[at].flags & ISN_WF_BREAK || isn_work_pre(k, at, 0))
        return false;
    uint32_t c = k->m->entities.cover[at];
    bool people = c != ISN_NONE && isn_work_entity(k, c)->kind == ISN_ENT_PEOPLE;
    if (k->m->numbers.at[at] == ISN_NONE && !people)
        return false;
    const isn_token *t = &k->scan->text->tokens[k->scan->words[at].token];
    const uint8_t *end = isn_token_end(k->scan->text, t);
    return t->fold_len < 4 || end[-1] != ISN_F_NOON ||
           (end[-2] != ISN_F_WAW && end[-2] != ISN_F_ALEF);
}

/* أعلن الجيش تحرير رهائن وقتل ثلاثة، تمكنت من اعتقال مطلوبين وقتل رابع: the letters of a verb that و joins to the verbal noun of
 * another deed, itself told by a verb, are a verbal noun too. */
static bool joined_masdar(const isn_work *k, uint32_t w, const isn_hit *hit,
                          const isn_sense *verb) {
    enum { FAR = 12 };
    uint32_t s0 = k->scan->sentence_word[k->scan->words[w].sentence];
    if (verb->table != ISN_T_TRIGGER || (verb->form & ISN_FORM_KIND) != ISN_FORM_PERF ||
        verb->form & (ISN_FORM_FEM | ISN_FORM_PERSON) ||
        !(k->scan->words[w].reading[hit->reading].pre & ISN_CL_WAW) ||
        k->scan->words[w].flags & (ISN_WF_BREAK | ISN_WF_UNQUOTE) || !is_masdar(k, w, verb->row) ||
        !whom_behind(k, w))
        return false;
    bool masdar = false;
    for (uint32_t i = w; i-- > s0 && w - i <= FAR;) {
        if (k->wc[i] & (ISN_WC_VERB | ISN_WC_SAY))
            return masdar;
        if (k->fn[i] == ISN_FN_THAT || k->fn[i] == ISN_FN_WHO ||
            (!masdar && k->scan->words[i + 1].flags & ISN_WF_BREAK))
            return false;
        masdar |= isn_work_has(k, i, ISN_T_TRIGGER) && is_masdar(k, i, ISN_NO_ROW);
    }
    return false;
}

static void class_verb(isn_work *k, uint32_t w) {
    const isn_scan *scan = k->scan;
    bool can_be = false;
    if (says_whose(k, w))
        k->fn[w] = ISN_FN_BELONGS;
    for (uint32_t h = scan->word_hit[w]; h < scan->word_hit[w + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        const uint32_t verbs = 1u << ISN_T_TRIGGER | 1u << ISN_T_SPEECH | 1u << ISN_T_CUE;
        for (unsigned s = 0; hit->tables & verbs && s < hit->nsenses; s++) {
            const isn_sense *sense = &hit->senses[s];
            bool table = sense->table == ISN_T_TRIGGER || sense->table == ISN_T_SPEECH ||
                         sense->table == ISN_T_CUE;
            if (!table || !form_finite(sense->form))
                continue;
            if (!can_be && never_verb(k, w)) /* asked where a form can be one */
                return;
            can_be = true;
            if (may_be_verb(k, w, hit) && !tells_how(k, w, hit, sense) &&
                !names_people(k, w, sense) && !noun_in_alef(k, w, hit) &&
                !joined_masdar(k, w, hit, sense)) {
                k->wc[w] |= ISN_WC_VERB;
                return;
            }
        }
    }
}

/* اعتقلوا خمسة، قبل أن يطلقوا اثنين: what was done next. */
static bool next_in_time(const isn_work *k, uint32_t w) {
    return k->fn[w] == ISN_FN_BEFORE && k->scan->words[w].flags & ISN_WF_COMMA;
}

static bool opens_clause(const isn_work *k, uint32_t w) {
    const isn_word *word = &k->scan->words[w];
    if (word->flags & (ISN_WF_STOP | ISN_WF_COLON))
        return true;
    if (word->flags & ISN_WF_QUOTE && word->flags & ISN_WF_COMMA && !begins_known_name(k, w))
        return true; /* في بيان، "نفذت …" */
    switch (k->fn[w]) {
    case ISN_FN_THAT:
    case ISN_FN_WHO:
    case ISN_FN_WHILE:
    case ISN_FN_WHICH:
    case ISN_FN_IF:
    case ISN_FN_BUT:
    case ISN_FN_BECAUSE: return true;
    default: break;
    }
    if (next_in_time(k, w))
        return true;
    bool conj = word->reading[0].pre & (ISN_CL_WAW | ISN_CL_FEH);
    if (k->wc[w] & ISN_WC_VERB && w && k->fn[w - 1] == ISN_FN_OTHER && !another_one(k, w - 1))
        return true; /* كما دمر */
    if ((k->wc[w] & ISN_WC_VERB) && (conj || (word->flags & ISN_WF_COMMA)))
        return true;
    return false;
}

/* قصفت المدفعية المخيم، وفي اليوم نفسه اقتحمت قوات القرية: a verb behind when or where, which و opens. Where that begins, or
 * ISN_NONE. */
uint32_t isn_clause_setting(const isn_work *k, uint32_t w) {
    enum { SETTING = 7 };
    const isn_word *words = k->scan->words;
    if (!(k->wc[w] & ISN_WC_VERB) || words[w].reading[0].pre & (ISN_CL_WAW | ISN_CL_FEH))
        return ISN_NONE;
    for (uint32_t at = w; at-- > 0 && w - at <= SETTING;) {
        if (k->wc[at] & (ISN_WC_VERB | ISN_WC_TRIGGER))
            return ISN_NONE;
        if (words[at].flags & ISN_WF_STOP || words[at].sentence != words[w].sentence ||
            at == k->scan->sentence_word[words[w].sentence])
            return ISN_NONE;
        if (words[at].flags & ISN_WF_COMMA)
            return words[at].reading[0].pre & ISN_CL_WAW &&
                           (k->fn[at] == ISN_FN_FI || k->m->dates.at[at] != ISN_NONE)
                       ? at
                       : ISN_NONE;
    }
    return ISN_NONE;
}

/* من كل السكان، لجميع الأطراف: what governs the word for all or some of them governs them. */
static uint8_t governor(const isn_work *k, uint32_t each) {
    uint8_t pre = k->scan->words[each].reading[0].pre;
    if (pre & ISN_CL_BEH)
        return ISN_FN_BI;
    if (pre & ISN_CL_LAM)
        return ISN_FN_LI;
    return each > 0 && !(pre & ISN_CL_WAW) ? k->fn[each - 1] : (uint8_t)ISN_NO_FN;
}

bool isn_clause_answer(const isn_work *k, uint32_t w) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *p = k->scan->text->fold + t->fold;
    return t->fold_len == 3 && p[0] == ISN_F_FEH && p[1] == ISN_F_QAF && p[2] == ISN_F_DAL;
}

bool isn_clause_any_of(const isn_work *k, uint32_t np) {
    return np > 1 && k->fn[np - 1] == ISN_FN_MIN && k->fn[np - 2] == ISN_FN_EACH &&
           !((k->scan->words[np - 1].flags | k->scan->words[np - 2].flags) & ISN_WF_BREAK);
}

/* عند المدخل الشمالي لمدينة كذا، على الأطراف الغربية لبلدة كذا: what governs a part of the place governs the place. ISN_NO_FN where it
 * is no part. */
static uint8_t part_governor(const isn_work *k, uint32_t np) {
    enum { QUALITIES = 2 };
    uint32_t c = k->m->entities.cover[np], part = np;
    if (c == ISN_NONE || isn_work_entity(k, c)->kind != ISN_ENT_PLACE)
        return ISN_NO_FN;
    for (unsigned n = 0; n <= QUALITIES && part > 0; n++) {
        if (k->scan->words[part].flags & ISN_WF_BREAK || !(isn_work_pre(k, --part, 0) & ISN_CL_AL))
            return ISN_NO_FN;
        const isn_hit *hit;
        const isn_sense *s = isn_work_has(k, part, ISN_T_PLACEWORD)
                                 ? isn_match_sense(&hit, k->scan, part, ISN_T_PLACEWORD)
                                 : NULL;
        int32_t use = s ? isn_lex_int(k->lex, ISN_T_PLACEWORD, s->row, ISN_PLACEWORD_USE) : 0;
        if (use != ISN_PU_SIDE && use != ISN_PU_SITE)
            continue;
        uint8_t pre = isn_work_pre(k, part, 0);
        if (pre & (ISN_CL_BEH | ISN_CL_LAM))
            return pre & ISN_CL_BEH ? ISN_FN_BI : ISN_FN_LI;
        if (part == 0 || k->scan->words[part].flags & ISN_WF_BREAK)
            return ISN_NO_FN;
        uint8_t fn = k->fn[part - 1];
        if (fn == ISN_FN_FI || fn == ISN_FN_ALA || fn == ISN_FN_MIN || fn == ISN_FN_ILA)
            return fn;
        return isn_work_has(k, part - 1, ISN_T_PLACEWORD) ? ISN_FN_FI
                                                          : (uint8_t)ISN_NO_FN; /* عند */
    }
    return ISN_NO_FN;
}

uint8_t isn_clause_prep(const isn_work *k, uint32_t np, unsigned reading) {
    const isn_word *word = &k->scan->words[np];
    uint8_t pre = word->reading[reading < word->nreadings ? reading : 0].pre;
    if (pre & ISN_CL_BEH) /* مسنودا بالمقاومة */
        return np > 0 && k->fn[np - 1] == ISN_FN_HAND && !(word->flags & ISN_WF_BREAK) ? ISN_FN_HAND
                                                                                       : ISN_FN_BI;
    if (pre & ISN_CL_LAM) {
        uint8_t of = part_governor(k, np);
        return of != (uint8_t)ISN_NO_FN ? of : (uint8_t)ISN_FN_LI;
    }
    if (np == 0 || (word->flags & (ISN_WF_STOP | ISN_WF_COLON)))
        return ISN_NO_FN;
    if (pre & ISN_CL_WAW)
        return ISN_NO_FN;
    uint8_t fn = k->fn[np - 1];
    if (fn == ISN_FN_EACH && !(k->scan->words[np - 1].flags & ISN_WF_BREAK))
        fn = governor(k, np - 1);
    else if (fn == ISN_FN_MIN && isn_clause_any_of(k, np))
        fn = governor(k, np - 2);
    return fn <= ISN_FN_HAND ? fn : (uint8_t)ISN_NO_FN;
}

bool isn_clause_attends(const isn_work *k, uint32_t w) {
    const isn_word *word = &k->scan->words[w];
    const isn_token *token = &k->scan->text->tokens[word->token];
    if (w == 0 || w + 1 >= k->scan->nwords || word->flags & ISN_WF_BREAK || word->reading[0].pre ||
        !(token->flags & ISN_TF_TEH_MARBUTA) || k->scan->words[w + 1].flags & ISN_WF_BREAK)
        return false;
    uint8_t fn = k->fn[w + 1];
    uint32_t c = k->m->entities.cover[w - 1];
    bool governs = fn == ISN_FN_MIN || fn == ISN_FN_ILA || fn == ISN_FN_ALA || fn == ISN_FN_AN ||
                   fn == ISN_FN_THAT || isn_work_pre(k, w + 1, 0) & ISN_CL_BEH;
    uint32_t first = c != ISN_NONE ? isn_work_entity(k, c)->first : w - 1;
    if (first > 0 && k->fn[first - 1] == ISN_FN_THAT)
        return false; /* إن القوات ملتزمة بالهدنة: what is said of them */
    return governs && k->fn[w - 1] == ISN_NO_FN &&
           (isn_work_pre(k, w - 1, 0) & ISN_CL_AL ||
            (c != ISN_NONE && isn_work_entity(k, c)->table == ISN_T_COUNTRY));
}

/* The form of the head that the entity's row has there. */
static unsigned form_of(const isn_work *k, const isn_entity *x) {
    const isn_scan *scan = k->scan;
    for (uint32_t h = scan->word_hit[x->first]; h < scan->word_hit[x->first + 1]; h++)
        for (unsigned i = 0; i < scan->hits[h].nsenses; i++)
            if (scan->hits[h].senses[i].table == x->table && scan->hits[h].senses[i].row == x->row)
                return scan->hits[h].senses[i].form;
    return 0;
}

bool isn_clause_construct(const isn_work *k, uint32_t word, unsigned form) {
    const isn_token *token = &k->scan->text->tokens[k->scan->words[word].token];
    uint8_t end = isn_token_end(k->scan->text, token)[-1];
    return (form & ISN_FORM_KIND) == ISN_FORM_ACTIVE && form & ISN_FORM_CONSTRUCT &&
           (end == ISN_F_YEH || end == ISN_F_WAW) && word + 1 < k->scan->nwords &&
           isn_work_pre(k, word + 1, 0) & ISN_CL_AL;
}

/* عشرين مسلحا، خمسة وعشرين: tens that are no subject; نحو عشرين أسرة may be one. */
static bool oblique_number(const isn_work *k, const isn_entity *x) {
    const isn_number *q = x->number != ISN_NONE ? &k->m->numbers.ptr[x->number] : NULL;
    if (q != NULL && q->first < q->num_first && x->table == ISN_T_PEOPLE)
        return false;
    const isn_token *t = &k->scan->text->tokens[k->scan->words[x->first - 1].token];
    const uint8_t *end = isn_token_end(k->scan->text, t);
    return t->fold_len > 4 && end[-1] == ISN_F_NOON && end[-2] == ISN_F_YEH;
}

/* عدد من الحوثيين، العشرات من الليبيين: words of how many end in من, which has the genitive behind it. */
static bool some_of(const isn_work *k, const isn_entity *x) {
    uint32_t n = x->first > 1 ? k->m->numbers.at[x->first - 2] : ISN_NONE;
    return n != ISN_NONE && k->m->numbers.ptr[n].last == x->first &&
           k->m->numbers.ptr[n].noun == ISN_NONE;
}

/* What a number counts has the accusative whatever its part; سرايا is written so in every case. */
bool isn_clause_accusative(const isn_work *k, const isn_entity *x) {
    const isn_token *token = &k->scan->text->tokens[k->scan->words[x->first].token];
    const uint8_t *end = isn_token_end(k->scan->text, token);
    bool common = x->table == ISN_T_PEOPLE || x->table == ISN_T_ORGWORD;
    if (x->number != ISN_NONE && k->m->numbers.ptr[x->number].first < x->first)
        return oblique_number(k, x);
    if (token->fold_len < 4 || some_of(k, x))
        return false;
    if (end[-1] == ISN_F_NOON && end[-2] == ISN_F_YEH) {
        bool several = x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL);
        return (several && (common || x->table == ISN_T_NATION)) ||
               (x->table == ISN_T_ACTOR && /* الحوثيين، المستوطنين */
                (end[-3] == ISN_F_YEH || x->sector == ISN_SEC_CVL));
    }
    if (!common || isn_work_pre(k, x->first, x->reading) & ISN_CL_AL)
        return false;
    if (token->flags & ISN_TF_TANWIN)
        return true;
    unsigned form = end[-1] == ISN_F_ALEF ? form_of(k, x) : 0;
    return form & ISN_FORM_ACC ||
           (end[-1] == ISN_F_ALEF && (form & ISN_FORM_KIND) == ISN_FORM_NAME);
}

/* ، وإدانة أشكال العنف، إضافة إلى كذا: a noun of saying, which goes on with what was said. */
static bool noun_of_saying(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_SPEECH);
    return s != NULL && (s->form & ISN_FORM_KIND) == ISN_FORM_MASDAR &&
           !(k->scan->text->tokens[k->scan->words[w].token].flags & ISN_TF_TANWIN) &&
           !(k->wc[w] & ISN_WC_VERB);
}

/* A verb that begins a new assertion: reach of a cue ends there. */
static bool resets(const isn_work *k, uint32_t w) {
    uint8_t fn = k->fn[w];
    if (fn == ISN_FN_WHILE || fn == ISN_FN_BUT || fn == ISN_FN_AFTER || next_in_time(k, w))
        return true;
    const isn_word *word = &k->scan->words[w];
    if ((fn == ISN_FN_LAM || fn == ISN_FN_NOT || fn == ISN_FN_LAN) &&
        word->reading[0].pre & ISN_CL_WAW)
        return true; /* ولم تطلق */
    if (isn_work_has(k, w, ISN_T_SPEECH) && word->flags & ISN_WF_COMMA && !noun_of_saying(k, w))
        return true; /* ، موضحا أن */
    if (!(k->wc[w] & ISN_WC_VERB))
        return false;
    if (w && k->fn[w - 1] == ISN_FN_OTHER && k->scan->words[w - 1].flags & ISN_WF_COMMA)
        return true; /* ، كما فرضت */
    return (word->reading[0].pre & ISN_CL_WAW) || (word->flags & (ISN_WF_COMMA | ISN_WF_STOP));
}

/* نفى القصف مؤكدا أن، مشيرا إلى أن: the participle of saying before the word `that`, which begins a new assertion
 * without a comma; or ISN_NONE. */
static uint32_t tells_on(const isn_work *k, uint32_t that) {
    uint32_t w = that > 1 && k->fn[that - 1] == ISN_FN_ILA ? that - 2 : that - 1;
    if (that == 0 || !isn_work_has(k, w, ISN_T_SPEECH))
        return ISN_NONE;
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_SPEECH);
    if (s == NULL || (s->form & ISN_FORM_KIND) != ISN_FORM_ACTIVE)
        return ISN_NONE;
    const isn_reading *r = &k->scan->words[w].reading[hit->reading];
    bool definite = r->symbol != ISN_NO_SYMBOL && r->symbol & 1;
    return definite || r->pre ? ISN_NONE : w;
}

/* The phrase that ends before `last` is a source only with a verb of saying after it: على ما أفاد, not على ما يبدو;
 * كما قال فلان, but كما أكد أن goes on, and so does a call or a charge: كما ندعو المدنيين. */
bool isn_clause_relates(const isn_work *k, uint32_t last) {
    if (last + 1 >= k->scan->nwords || !isn_work_has(k, last, ISN_T_SPEECH))
        return false;
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, last, ISN_T_SPEECH);
    int32_t act = s ? isn_lex_int(k->lex, ISN_T_SPEECH, s->row, ISN_SPEECH_ACT) : -1;
    if (act == ISN_ACT_CALL || act == ISN_ACT_ACCUSE || act == ISN_ACT_ASCRIBE)
        return false;
    return k->fn[last + 1] != ISN_FN_THAT;
}

/* كما أعلنت الوزارة أن، كما كشفت الوحدات مخابئ at the head of a sentence is "also"; كما قال المصدر، قتل is "as". */
static bool goes_on_also(const isn_work *k, uint32_t w, uint32_t last) {
    enum { SPEAKER = 10 };
    if (!(k->scan->words[w].flags & ISN_WF_STOP))
        return false;
    uint32_t end = k->scan->sentence_word[k->scan->words[w].sentence + 1];
    for (uint32_t i = last + 1; i < end && i < last + SPEAKER; i++)
        if (k->scan->words[i].flags & ISN_WF_COMMA)
            return false;
    return true;
}

/* رحلوا عبر معبر رأس جدير: a way through a place, and no channel. */
static bool way_through(const isn_work *k, uint32_t w) {
    uint32_t c = k->m->entities.cover[w];
    return c != ISN_NONE && k->m->entities.ptr[c].kind == ISN_ENT_PLACE &&
           k->m->entities.ptr[c].first == w;
}

static bool names_source(const isn_work *k, uint32_t w) {
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_ATTRIB);
    int32_t kind = s ? isn_lex_int(k->lex, ISN_T_ATTRIB, s->row, ISN_ATTRIB_KIND) : ISN_AT_NAMED;
    if (kind == ISN_AT_VIA && way_through(k, hit->last))
        return false;
    if (kind == ISN_AT_RELATING)
        return isn_clause_relates(k, hit->last) && !goes_on_also(k, w, hit->last);
    return kind != ISN_AT_NAMED;
}

/* عدد من قتلوا: before a verb in the past and the plural it is "who", and no preposition. */
static bool who_did(const isn_work *k, uint32_t w) {
    if (w < 2 || k->fn[w - 1] != ISN_FN_MIN || !isn_role_cue(k, w - 2, ISN_CUE_NUMBER) ||
        !isn_work_has(k, w, ISN_T_TRIGGER) || k->scan->words[w].flags & ISN_WF_BREAK ||
        isn_work_pre(k, w, 0))
        return false;
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *end = isn_token_end(k->scan->text, token);
    return token->fold_len > 3 && end[-1] == ISN_F_ALEF && end[-2] == ISN_F_WAW;
}

void isn_clause_class(isn_work *k) {
    uint32_t n = k->scan->nwords;
    k->wc = isn_arena_zero(k->arena, n + 1);
    k->fn = isn_arena_alloc(k->arena, n + 1);
    memset(k->fn, ISN_NO_FN, n + 1);
    const uint32_t verbs = 1u << ISN_T_TRIGGER | 1u << ISN_T_SPEECH | 1u << ISN_T_CUE;
    const uint32_t tables = verbs | 1u << ISN_T_OUTLET | 1u << ISN_T_FUNC | 1u << ISN_T_ATTRIB;
    const uint16_t signs = ISN_WF_STOP | ISN_WF_COLON | ISN_WF_QUOTE;
    uint32_t outlet = 0; /* the letters of an agency's name (أ ف ب) are no particles */
    for (uint32_t w = 0; w < n; w++) {
        const isn_hit *hit;
        if (!(k->scan->word_tables[w] & tables) && k->fn[w] == ISN_NO_FN &&
            !(k->scan->words[w].flags & signs))
            continue; /* no verb, no particle, nothing that opens a clause: most words */
        if (isn_work_has(k, w, ISN_T_OUTLET) &&
            isn_match_sense(&hit, k->scan, w, ISN_T_OUTLET) != NULL)
            outlet = hit->last;
        if (isn_work_has(k, w, ISN_T_FUNC) && !k->taken[w] && w >= outlet)
            class_func(k, w);
        if (who_did(k, w)) {
            k->fn[w - 1] = ISN_FN_WHO;
            k->wc[w - 1] |= ISN_WC_REL | ISN_WC_BOUND;
        }
        if (k->scan->word_tables[w] & verbs && !k->taken[w])
            class_verb(k, w);
        if (k->fn[w] == ISN_FN_WHO)
            k->wc[w] |= ISN_WC_REL;
        if (isn_work_has(k, w, ISN_T_ATTRIB) && names_source(k, w) && !voiced_here(k, w))
            k->wc[w] |= ISN_WC_ATTRIB;
        bool resumes = w > 0 && k->taken[w - 1] == ISN_TAKEN_ASIDE &&
                       k->fn[w] != ISN_FN_THAT; /* قال مسؤول طلب عدم ذكر اسمه إن عشرة قتلوا */
        uint32_t setting = k->wc[w] & ISN_WC_VERB ? isn_clause_setting(k, w) : ISN_NONE;
        bool anew = setting != ISN_NONE;
        if (anew)
            k->wc[setting] |= ISN_WC_BOUND;
        if (!resumes && (anew || opens_clause(k, w)))
            k->wc[w] |= ISN_WC_BOUND;
        if (!resumes && (anew || resets(k, w)))
            k->wc[w] |= ISN_WC_RESET;
        uint32_t on = k->fn[w] == ISN_FN_THAT ? tells_on(k, w) : ISN_NONE;
        if (on != ISN_NONE)
            k->wc[on] |= ISN_WC_RESET;
    }
}
