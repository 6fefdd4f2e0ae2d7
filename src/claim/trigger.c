/* trigger.c: occurrences of triggers: which row of the lexicon a word stands for here. Reads the classes
 * of clause.c; cue.c and role.c work on what it finds. */
#include "claim/work.h"

/* How far a `with` or `not` word may stand from its trigger, in words, within the sentence. */
enum {
    WITH_AFTER = 12,
    SPEECH_AFTER = 14,
    CLAIM_AFTER = 16,
    WITH_BEFORE = 4,
    NOT_REACH = 8,
    ON_FAR = 8
};
/* What a `with` word that stands there adds to a row's fit. */
enum { WITH_FOUND = 4 };

/* قال شهود لـ"المسيرة نت"، ذكرت المسيرة نت: a channel that tells it, and no drone. */
static bool who_tells(const isn_work *k, const isn_entity *x) {
    return isn_clause_prep(k, x->first, x->reading) == ISN_FN_LI ||
           (x->first > 0 &&
            (isn_work_has(k, x->first - 1, ISN_T_SPEECH) || k->wc[x->first - 1] & ISN_WC_ATTRIB));
}

/* The first word of the list in [lo, hi), or ISN_NONE. Words inside a name ("United Nations Support Mission") are not the clause's own; its head is one where
 * `heads` (دولة فلسطين، جيش الاحتلال). */
static uint32_t near_word(const isn_work *k, const isn_hit *hit, uint32_t lo, uint32_t hi,
                          uint32_t list, bool heads) {
    const uint64_t *listed = k->scan->listed;
    for (uint32_t w = lo; w < hi; w++) {
        uint64_t rest = listed[w / 64] >> w % 64;
        if (rest == 0) { /* none up to the end of these 64 words */
            w |= 63;
            continue;
        }
        w += (uint32_t)__builtin_ctzll(rest);
        if (w >= hi)
            break;
        if ((w >= hit->first && w < hit->last) ||
            !isn_word_in_list(k->lex, &k->scan->words[w], list))
            continue;
        uint32_t e = k->m->entities.cover[w];
        if (e == ISN_NONE)
            return w;
        const isn_entity *x = isn_work_entity(k, e);
        if (x->kind == ISN_ENT_OUTLET && who_tells(k, x))
            continue;
        const isn_entity *body = x->org != ISN_NONE ? isn_work_entity(k, x->org) : NULL;
        if (body != NULL && body->flags & ISN_EF_NAMED && w > body->first && w < body->last)
            continue; /* قائد قوات الدعم السريع supports nobody */
        bool named = x->flags & ISN_EF_NAMED && x->last > x->first + 1;
        /* رئيس الوزراء تعازيه: what follows a title is taken for a name all too easily */
        bool titled = x->kind == ISN_ENT_PERSON && x->first == w; /* اللاعب فلان */
        if (!named || titled || (heads && (x->first == w || x->kind == ISN_ENT_PERSON)))
            return w;
    }
    return ISN_NONE;
}

/* أعلنت الأمم المتحدة أن الطرفين وافقا على هدنة: what the clause after أن tells is no object of the announcing. */
static uint32_t up_to_that(const isn_work *k, const isn_hit *hit, uint32_t hi) {
    if (!isn_work_has(k, hit->first, ISN_T_SPEECH))
        return hi;
    for (uint32_t w = hit->last; w < hi; w++)
        if (k->fn[w] == ISN_FN_THAT)
            return w;
    return hi;
}

static uint32_t sat_sub(uint32_t a, uint32_t b) {
    return a > b ? a - b : 0;
}

/* ، مؤكدا أن، ، وقال، ، فيما قتل، ، كما فرضت: what is said anew or told beside it has words of its own. The first such word of
 * [lo, hi), or hi. */
static uint32_t up_to_news(const isn_work *k, uint32_t lo, uint32_t hi) {
    if (lo >= hi || !(k->inside[k->scan->words[lo].sentence].signs & ISN_WF_COMMA))
        return hi;
    for (uint32_t w = lo; w < hi; w++)
        if (k->scan->words[w].flags & ISN_WF_COMMA &&
            (isn_work_has(k, w, ISN_T_SPEECH) || k->fn[w] == ISN_FN_WHILE ||
             (k->fn[w] == ISN_FN_OTHER && w + 1 < hi && isn_clause_resets(k, w + 1))))
            return w;
    return hi;
}

/* Where the words before a trigger begin that may be its `with` words; a date among them takes no room. What stands before
 * ، فيما tells of something else. */
static uint32_t with_from(const isn_work *k, uint32_t first) {
    uint32_t lo = first;
    for (unsigned words = 0; lo > 0 && words < WITH_BEFORE; lo--) {
        if (k->fn[lo - 1] == ISN_FN_WHILE && k->scan->words[lo - 1].flags & ISN_WF_COMMA)
            break;
        words += !k->taken[lo - 1];
    }
    return lo;
}

/* What sort of life the word is of, ISN_CX_NONE where it is of none in particular. */
static int32_t world_of(const isn_work *k, uint32_t w) {
    if (!isn_work_has(k, w, ISN_T_CONTEXT))
        return ISN_CX_NONE;
    const isn_hit *at;
    const isn_sense *s = isn_match_sense(&at, k->scan, w, ISN_T_CONTEXT);
    return s ? isn_lex_int(k->lex, ISN_T_CONTEXT, s->row, ISN_CONTEXT_CONTEXT) : ISN_CX_NONE;
}

/* أوقفت الشرطة ثلاثة بتهمة دعم التنظيم، قالت في بيان إن القوات صادرت: a word of what a charge, an attribution or another
 * clause tells is no word of the deed; nor is what it came after, but for a harm (أصيبوا إثر قمع مسيرة). */
static bool told_apart(const isn_work *k, const isn_hit *hit, uint32_t word, bool harms) {
    bool behind = word >= hit->last;
    uint32_t lo = behind ? hit->last : word + 1, hi = behind ? word + 1 : hit->first;
    for (uint32_t w = lo; w < hi; w++) {
        uint8_t fn = k->fn[w];
        if (fn == ISN_FN_THAT || fn == ISN_FN_WHILE)
            return true;
        if (behind && ((fn == ISN_FN_AFTER && !harms) || k->wc[w] & ISN_WC_ATTRIB ||
                       (w != word && isn_role_cue(k, w, ISN_CUE_ACCUSATION))))
            return true;
    }
    return false;
}

static bool foreign_world(int32_t world) {
    return world > ISN_CX_PLOVER_LAST && world != ISN_CX_X_MARKET && world < ISN_CX_X_CIVIC;
}

/* Does a `not` word of the row stand by it? What tells of another field of life (خلال المباراة) does wherever it stands, but
 * for prices, which wars raise. */
static bool vetoed(const isn_work *k, const isn_hit *hit, const isn_sense *sense, uint32_t veto,
                   uint32_t lo, uint32_t hi) {
    bool deed =
        !(isn_work_trigger(k, sense->row, ISN_TRIGGER_FLAGS) & (ISN_TG_SPEECH | ISN_TG_CLAIM));
    bool harms = isn_work_trigger(k, sense->row, ISN_TRIGGER_EFFECT) ||
                 isn_work_trigger(k, sense->row, ISN_TRIGGER_FLAGS) & ISN_TG_CASUALTY;
    for (uint32_t w = near_word(k, hit, lo, hi, veto, false); w != ISN_NONE;
         w = near_word(k, hit, w + 1, hi, veto, false))
        if (!deed || foreign_world(world_of(k, w)) || !told_apart(k, hit, w, harms))
            return true;
    return false;
}

/* A word of a name behind its first, which takes the room of one: أعلن الشيخ فلان أحد مساعدي فلان التوصل. */
static bool goes_on_name(const isn_work *k, uint32_t w) {
    return k->m->entities.cover[w] != ISN_NONE &&
           k->m->entities.cover[w] == k->m->entities.cover[w - 1];
}

/* حملت حكومة الوفاق الوطني قوات شرق ليبيا المسؤولية: how many such words stand in [lo, hi). */
static uint32_t in_names(const isn_work *k, uint32_t lo, uint32_t hi) {
    uint32_t n = 0;
    for (uint32_t w = lo + 1; w < hi; w++)
        n += goes_on_name(k, w);
    return n;
}

/* A row's fit: negative when vetoed. Rows whose `with` words are there win over bare ones. Most rows are
 * settled by the lists of the sentence. `at`: the first `with` word after it, or ISN_NONE. */
static int fit(const isn_work *k, const uint64_t *here, const isn_hit *hit, const isn_sense *sense,
               uint32_t s0, uint32_t s1, uint32_t *at) {
    uint32_t veto = isn_lex_trigger(k->lex, sense->row)->not ;
    uint32_t with = isn_lex_trigger(k->lex, sense->row)->with;
    int32_t flags = isn_work_trigger(k, sense->row, ISN_TRIGGER_FLAGS);
    bool may_have = with && isn_work_listed(here, with);
    if (with && !may_have && flags & ISN_TG_NEEDS)
        return -1;
    if (veto && isn_work_listed(here, veto)) {
        uint32_t lo = sat_sub(hit->first, NOT_REACH), hi = hit->last + NOT_REACH;
        if (isn_work_framed(k, sense->row, ISN_FR_KILL_ON))
            hi += ON_FAR;
        if (flags & ISN_TG_NEEDS && isn_work_trigger(k, sense->row, ISN_TRIGGER_TYPE) ==
                                        ISN_TY_ANNOUNCEMENT) /* أعلنت، مساء اليوم الاثنين، التوصل */
            for (uint32_t w = hit->last; w < hi && w < s1 && !(k->wc[w] & ISN_WC_VERB); w++)
                hi += k->taken[w] != 0 || goes_on_name(k, w);
        if (vetoed(k, hit, sense, veto, lo < s0 ? s0 : lo, hi > s1 ? s1 : hi))
            return -1;
    }
    int score = 1 + (int)(hit->last - hit->first);
    bool idiom = hit->last - hit->first > 1 && flags == 0 &&
                 isn_work_trigger(k, sense->row, ISN_TRIGGER_EVENT) == ISN_EV_NONE;
    if (idiom)
        return score + WITH_FOUND; /* ضبط النفس: the phrase itself says that it is no event */
    if (!with)
        return score;
    if (may_have) {
        uint32_t lo = with_from(k, hit->first);
        uint32_t hi = hit->last + (flags & ISN_TG_CLAIM    ? CLAIM_AFTER
                                   : flags & ISN_TG_SPEECH ? SPEECH_AFTER
                                                           : WITH_AFTER);
        if (isn_work_framed(k, sense->row, ISN_FR_KILL_ON))
            hi += ON_FAR; /* قضت القوة، إثر كمين في جبال الولاية، على ثلاثة: told far behind */
        if (flags & ISN_TG_SPEECH &&
            isn_work_trigger(k, sense->row, ISN_TRIGGER_EVENT) == ISN_EV_ACCUSE)
            hi += in_names(k, hit->last, hi < s1 ? hi : s1);
        hi = up_to_news(k, hit->last, hi > s1 ? s1 : hi);
        if (!(flags & (ISN_TG_SPEECH | ISN_TG_CLAIM)))
            hi = up_to_that(k, hit, hi);
        *at = near_word(k, hit, hit->last, hi, with, true);
        if (*at != ISN_NONE ||
            near_word(k, hit, lo < s0 ? s0 : lo, hit->first, with, true) != ISN_NONE)
            return score + WITH_FOUND;
    }
    return flags & ISN_TG_NEEDS ? -1 : score;
}

/* ، مطالبة الحكومة بكذا: after a comma the participle, not the verbal noun of the same spelling; in the accusative it ends in
 * alef, ة, ت or ن: ، مطالب الوزير are demands. */
static bool participle_place(const isn_work *k, const isn_hit *hit) {
    const isn_word *word = &k->scan->words[hit->first];
    const isn_token *token = &k->scan->text->tokens[word->token];
    uint8_t end = isn_token_end(k->scan->text, token)[-1];
    if (end != ISN_F_ALEF && end != ISN_F_HEH && end != ISN_F_TEH && end != ISN_F_NOON)
        return false;
    return word->flags & (ISN_WF_COMMA | ISN_WF_UNQUOTE) && !(word->flags & ISN_WF_STOP) &&
           !(word->reading[hit->reading].pre & ~(unsigned)ISN_CL_WAW);
}

/* عدد، حصيلة، ارتفع عدد: a sum is told. */
static bool counts_up(const isn_work *k, uint32_t w) {
    uint8_t kind = k->m->cue[w];
    return kind == ISN_CUE_NUMBER || kind == ISN_CUE_TOLL || kind == ISN_CUE_TALLY ||
           kind == ISN_CUE_UPDATE;
}

/* عدد السفن المستهدفة: in a sum. */
static bool counted_up(const isn_work *k, uint32_t w) {
    for (uint32_t i = w, far = 0; i-- > 0 && far < 3; far++)
        if (counts_up(k, i))
            return true;
    return false;
}

/* القوات المتمركزة، المعلمين المعترضين: an active participle with the article says what sort somebody is; what he
 * does or did is told elsewhere. */
static bool stands_as_adjective(const isn_work *k, const isn_hit *hit) {
    const isn_reading *r = &k->scan->words[hit->first].reading[hit->reading];
    return r->symbol != ISN_NO_SYMBOL && r->symbol & 1;
}

/* نصبت أسر الصحفيين، شهادات ناجين وأسرهم: behind a verb or a preposition, or with a pronoun, the families, not
 * "captured". */
static bool names_people(const isn_work *k, const isn_hit *hit) {
    uint32_t w = hit->first, c = k->m->entities.cover[w];
    if (c == ISN_NONE || hit->last != w + 1 || w == 0)
        return false;
    const isn_entity *x = isn_work_entity(k, c);
    if (x->kind != ISN_ENT_PEOPLE || x->first != w || x->table != ISN_T_PEOPLE)
        return false;
    uint32_t n = k->m->numbers.at[hit->last]; /* أفاد بأسر 12 جنديا */
    if (hit->last < k->scan->nwords && n != ISN_NONE && k->m->numbers.ptr[n].first == hit->last &&
        k->m->numbers.ptr[n].noun_table == ISN_T_PEOPLE)
        return false;
    if (x->number != ISN_NONE && k->m->numbers.ptr[x->number].num_last == w &&
        k->m->numbers.ptr[x->number].num_first < w)
        return true; /* تسعة منشقين */
    return k->wc[w - 1] & ISN_WC_VERB || k->fn[w - 1] <= ISN_FN_HAND ||
           k->scan->words[w].reading[hit->reading].suf != ISN_SUF_NONE;
}

/* عبوة زرعها مسلحون، هجوم نفذه التنظيم: after a form with an object pronoun a doer that nothing governs is the verb's
 * subject; a verbal noun would have its doer in the pronoun. */
static bool own_subject(const isn_work *k, const isn_hit *hit) {
    if (hit->last >= k->scan->nwords || hit->last != hit->first + 1 ||
        k->scan->words[hit->first].reading[hit->reading].suf == ISN_SUF_NONE ||
        k->scan->words[hit->last].flags & ISN_WF_BREAK)
        return false;
    uint32_t c = k->m->entities.cover[hit->last];
    if (c == ISN_NONE)
        return false;
    const isn_entity *x = isn_work_entity(k, c);
    bool doer = (x->kind == ISN_ENT_ACTOR && !(x->flags & ISN_EF_ADJ)) ||
                (x->kind == ISN_ENT_PEOPLE &&
                 (x->side == ISN_SIDE_ARMED || x->sector == ISN_SEC_UNK)); /* زرعها مجهولون */
    return doer && x->first == hit->last &&
           !(isn_work_pre(k, x->first, x->reading) & ~(unsigned)ISN_CL_AL);
}

/* قتل راع ذبحا: behind people who are no pair the word says how, and not what two did. */
static bool behind_one(const isn_work *k, const isn_hit *hit) {
    const isn_word *word = &k->scan->words[hit->first];
    if (hit->first == 0 || word->flags & ISN_WF_BREAK || word->reading[hit->reading].pre)
        return false;
    uint32_t c = k->m->entities.cover[hit->first - 1];
    return c != ISN_NONE && isn_work_entity(k, c)->last == hit->first &&
           isn_work_entity(k, c)->kind == ISN_ENT_PEOPLE &&
           !isn_clause_two(k, isn_work_entity(k, c)) &&
           !(isn_work_pre(k, isn_work_entity(k, c)->first, isn_work_entity(k, c)->reading) &
             ISN_CL_WAW); /* مواطن وزوجته قتلا */
}

/* متهمين الحكومة: somebody known stands right behind, and nothing governs him. */
static bool object_follows(const isn_work *k, uint32_t w) {
    uint32_t c = w < k->scan->nwords ? k->m->entities.cover[w] : ISN_NONE;
    return c != ISN_NONE && isn_work_entity(k, c)->first == w &&
           !(isn_work_entity(k, c)->flags & ISN_EF_ADJ) &&
           isn_clause_prep(k, w, isn_work_entity(k, c)->reading) == ISN_NO_FN &&
           !(isn_work_pre(k, w, isn_work_entity(k, c)->reading) & ~(unsigned)ISN_CL_AL) &&
           !(k->scan->words[w].flags & ISN_WF_BREAK);
}

/* Is this form possible where it stands? A finite verb needs a verb's place; a verbal noun a noun's. */
/* قالت: «على السلطات أن تفرج عنهم»: at the head of what is said, somebody owes something; not طلع على السلطات. */
static bool owes(const isn_work *k, const isn_hit *hit) {
    enum { BETWEEN = 3 };
    uint32_t w = hit->first, c = k->m->entities.cover[w + 1];
    if (c == ISN_NONE || (w != k->s0[k->scan->words[w].sentence] &&
                          !(k->scan->words[w].flags & (ISN_WF_QUOTE | ISN_WF_COLON))))
        return false;
    uint32_t at = isn_work_entity(k, c)->last;
    uint32_t end = k->scan->sentence_word[k->scan->words[w].sentence + 1];
    for (uint32_t i = at; i < at + BETWEEN && i + 1 < end; i++)
        if (k->fn[i] == ISN_FN_THAT)
            return k->wc[i + 1] & ISN_WC_VERB;
    return false;
}

/* صعدوا تحركهم: of a verb that takes no object a form with a pronoun is its noun. وتم نقلهم إلى المستشفى: they were hurt before. */
static bool takes_no_pronoun(const isn_work *k, const isn_hit *hit, const isn_sense *sense) {
    int32_t frame = isn_work_trigger(k, sense->row, ISN_TRIGGER_FRAME);
    if (k->scan->words[hit->first].reading[hit->reading].suf == ISN_SUF_NONE || frame < 0)
        return false;
    if (isn_work_trigger(k, sense->row, ISN_TRIGGER_EFFECT) == ISN_WHAT_WOUNDED)
        return isn_work_trigger(k, sense->row, ISN_TRIGGER_FLAGS) & ISN_TG_WEAK;
    if (isn_work_trigger(k, sense->row, ISN_TRIGGER_EVENT) != ISN_EV_MOBILIZE)
        return false;
    return isn_lex_int(k->lex, ISN_T_FRAME, (uint32_t)frame, ISN_FRAME_OBJECT) == ISN_SLOT_NONE;
}

static bool is_masdar_too(const isn_work *k, uint32_t w) {
    for (uint32_t h = k->scan->word_hit[w]; h < k->scan->word_hit[w + 1]; h++)
        for (unsigned i = 0; i < k->scan->hits[h].nsenses; i++)
            if (k->scan->hits[h].senses[i].table == ISN_T_TRIGGER &&
                (k->scan->hits[h].senses[i].form & ISN_FORM_KIND) == ISN_FORM_MASDAR)
                return true;
    return false;
}

/* Does a number told by a word or digits stand there? */
static bool figure_at(const isn_work *k, uint32_t w) {
    uint32_t n = w < k->scan->nwords ? k->m->numbers.at[w] : ISN_NONE;
    return n != ISN_NONE && k->m->numbers.ptr[n].num_first < k->m->numbers.ptr[n].num_last;
}

static bool form_fits(const isn_work *k, const isn_hit *hit, const isn_sense *sense) {
    const isn_reading *r = &k->scan->words[hit->first].reading[hit->reading];
    unsigned kind = sense->form & ISN_FORM_KIND;
    bool verb = kind == ISN_FORM_PERF || kind == ISN_FORM_IMPF;
    if (hit->last < k->scan->nwords && k->wc[hit->last] & ISN_WC_VERB &&
        isn_clause_answer(k, hit->first))
        return false; /* وبحسب المنظمة فقد قتل ثلاثة */
    if (verb && sense->form & ISN_FORM_PASSIVE && (sense->form & ISN_FORM_PERSON) == ISN_FORM_P1)
        return false; /* ادعى claims, أوقع inflicts; "I am called" stands in no report */
    if (kind == ISN_FORM_IMPF && (sense->form & ISN_FORM_PERSON) == ISN_FORM_P1 &&
        (sense->form & ISN_FORM_NUMBER) == ISN_FORM_SG &&
        !(isn_work_trigger(k, sense->row, ISN_TRIGGER_FLAGS) & ISN_TG_SPEECH))
        return false; /* ألقى throws; "I meet my death" tells no report either */
    if (kind != ISN_FORM_NOUN && names_people(k, hit) && !(verb && own_subject(k, hit)))
        return false;
    if (kind == ISN_FORM_PERF && sense->form & ISN_FORM_PERSON && r->suf != ISN_SUF_NONE &&
        is_masdar_too(k, hit->first))
        return false; /* دعوته: his call, and not "I called him" */
    if (verb) {
        if (takes_no_pronoun(k, hit, sense))
            return false;
        if (sense->form & ISN_FORM_DU && kind == ISN_FORM_PERF && behind_one(k, hit) &&
            !isn_clause_pair_heads(k, hit->first))
            return false;
        if (sense->form & ISN_FORM_JUSSIVE) {
            uint8_t before = hit->first ? k->fn[hit->first - 1] : ISN_NO_FN;
            return before == ISN_FN_LAM || before == ISN_FN_NOT || r->pre & ISN_CL_LAM;
        }
        return (k->wc[hit->first] & ISN_WC_VERB) || r->pre & ISN_CL_LAM;
    }
    /* قتلى is "the dead", not the dual of a verbal noun in the construct state */
    if (kind == ISN_FORM_MASDAR && sense->form & ISN_FORM_CONSTRUCT && sense->form & ISN_FORM_DU)
        return false;
    /* ، متهما واشنطن بكذا accuses; اعتقلت متهما بالقتل is about a defendant */
    if (kind == ISN_FORM_ACTIVE &&
        (isn_work_has(k, hit->first, ISN_T_PEOPLE) ||
         isn_work_has(k, hit->first, ISN_T_PLACEWORD)) && /* مقر للأمن */
        isn_work_trigger(k, sense->row, ISN_TRIGGER_FLAGS) & ISN_TG_SPEECH &&
        !participle_place(k, hit) && !object_follows(k, hit->last))
        return false;
    if ((kind == ISN_FORM_ACTIVE || kind == ISN_FORM_PASSIVE_PART) && stands_as_adjective(k, hit) &&
        !counted_up(k, hit->first))
        return false;
    if (kind == ISN_FORM_NAME && k->fn[hit->first] == ISN_FN_ALA &&
        isn_work_trigger(k, sense->row, ISN_TRIGGER_EVENT) == ISN_EV_REQUEST)
        return owes(k, hit);
    if (kind == ISN_FORM_NAME && isn_work_framed(k, sense->row, ISN_FR_SAID_DEAD) &&
        (figure_at(k, hit->last - 1) || figure_at(k, hit->last)))
        return false; /* أن القتلى التسعة مدنيون: a figure tells it */
    return !(r->pre & ISN_CL_SEEN);
}

static bool counted_before(const isn_work *k, uint32_t w) {
    for (uint32_t i = w; i-- > 0 && w - i < 7;) {
        uint32_t n = k->m->numbers.at[i];
        if (n != ISN_NONE)
            return k->m->numbers.ptr[n].last >= w;
    }
    return false;
}

static bool ends_in_ma(const isn_work *k, uint32_t w) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *end = isn_token_end(k->scan->text, t);
    return t->fold_len > 3 && end[-1] == ISN_F_ALEF && end[-2] == ISN_F_MEEM;
}

/* A verb of saying before the word in its sentence. */
static bool speech_before(const isn_work *k, uint32_t w) {
    uint32_t s0 = k->s0[k->scan->words[w].sentence], according = ISN_NONE;
    for (uint32_t i = s0; i < w; i++) {
        if (k->wc[i] & ISN_WC_ATTRIB)
            according = i;
        bool told = according != ISN_NONE && i - according < 3; /* وفقا لما أفاد به المرصد */
        if (!told && isn_work_has(k, i, ISN_T_SPEECH) && k->wc[i] & ISN_WC_VERB)
            return true;
    }
    return false;
}

/* قالت الوزارة إن فلانا، وزير الدفاع، قصف: a clause that أن opened with a noun has no verb yet. */
static bool subject_waits(const isn_work *k, uint32_t w) {
    enum { LENGTH = 14 };
    for (uint32_t i = w, s0 = k->s0[k->scan->words[w].sentence]; i-- > s0 && w - i < LENGTH;) {
        if (k->fn[i] == ISN_FN_THAT)
            return i + 1 < w && k->m->entities.cover[i + 1] != ISN_NONE;
        if (k->wc[i] & (ISN_WC_VERB | ISN_WC_TRIGGER | ISN_WC_ATTRIB))
            return false;
    }
    return false;
}

/* أدين، اتهم: may the word tell of a sentence or a charge? */
static bool judges(const isn_work *k, uint32_t w) {
    for (uint32_t h = k->scan->word_hit[w]; h < k->scan->word_hit[w + 1]; h++)
        for (unsigned i = 0; i < k->scan->hits[h].nsenses; i++) {
            const isn_sense *s = &k->scan->hits[h].senses[i];
            int32_t event =
                s->table == ISN_T_TRIGGER ? isn_work_trigger(k, s->row, ISN_TRIGGER_EVENT) : 0;
            if (event == ISN_EV_SANCTION || event == ISN_EV_ACCUSE)
                return true;
        }
    return false;
}

/* أدين بالانتماء إلى التنظيم وقتل جندي، تهم تشكيل عصابة وقتل شرطي: the second crime of one charge. */
static bool of_charge(const isn_work *k, uint32_t w) {
    enum { CHARGE = 10 };
    const uint32_t tables = 1u << ISN_T_CUE | 1u << ISN_T_TRIGGER;
    bool charge = false;
    for (uint32_t i = w; i-- > k->s0[k->scan->words[w].sentence] && w - i <= CHARGE;) {
        if (k->scan->words[i + 1].flags & ISN_WF_BREAK)
            return false;
        charge |= k->scan->text->fold[k->scan->text->tokens[k->scan->words[i].token].fold] ==
                  ISN_F_BEH; /* بالانتماء, which the lexicon need not know */
        if (!(k->scan->word_tables[i] & tables))
            continue;
        if (isn_role_cue(k, i, ISN_CUE_ACCUSATION) && !(k->wc[i] & ISN_WC_VERB))
            return true;
        if (k->wc[i] & ISN_WC_VERB)
            return charge && judges(k, i);
    }
    return false;
}

/* قصف مدفعي للجيش: behind it stands of what kind it is, an adjective without the article. */
static bool kind_told(const isn_work *k, const isn_hit *hit) {
    uint32_t w = hit->last;
    if (w >= k->scan->nwords || k->scan->words[w].flags & ISN_WF_BREAK ||
        k->m->entities.cover[w] != ISN_NONE || k->scan->words[w].reading[0].pre ||
        !isn_work_has(k, w, ISN_T_ORGWORD))
        return false;
    const isn_hit *at;
    const isn_sense *s = isn_match_sense(&at, k->scan, w, ISN_T_ORGWORD);
    return s && isn_lex_int(k->lex, ISN_T_ORGWORD, s->row, ISN_ORGWORD_FLAGS) & ISN_AF_MODIFIER &&
           !isn_lex_int(k->lex, ISN_T_ORGWORD, s->row, ISN_ORGWORD_ROLE);
}

/* عن جندي قتل في هجوم، عائلة شاب قتل برصاص: no doer and no victim behind it, and one without the article before it. */
static bool harmed_before(const isn_work *k, const isn_hit *hit, const isn_entity *x) {
    uint32_t w = hit->last;
    return x->kind == ISN_ENT_PEOPLE && x->last == hit->first &&
           !(x->flags & (ISN_EF_PLURAL | ISN_EF_DUAL)) &&
           !(isn_work_pre(k, x->first, x->reading) & ISN_CL_AL) && w < k->scan->nwords &&
           !(k->scan->words[w].flags & ISN_WF_BREAK) &&
           (k->fn[w] == ISN_FN_FI || isn_work_pre(k, w, 0) & ISN_CL_BEH);
}

/* نهب مسلحون مخزنا: the nominative shows the doer of a verb. */
static bool nominative_follows(const isn_work *k, const isn_hit *hit) {
    uint32_t w = hit->last, c = w < k->scan->nwords ? k->m->entities.cover[w] : ISN_NONE;
    if (c == ISN_NONE || isn_work_entity(k, c)->kind != ISN_ENT_PEOPLE || isn_work_pre(k, w, 0))
        return false;
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *end = isn_token_end(k->scan->text, token);
    return token->fold_len > 4 && end[-1] == ISN_F_NOON && end[-2] == ISN_F_WAW;
}

/* تجمع لجنود العدو، تحرك لقوات كذا: troops behind ل right after it; a verb of movement would have them for its subject. */
static bool of_troops(const isn_work *k, const isn_hit *hit) {
    uint32_t w = hit->last, c = w < k->scan->nwords ? k->m->entities.cover[w] : ISN_NONE;
    if (c == ISN_NONE || !(isn_work_entity(k, c)->flags & ISN_EF_ARMED) ||
        isn_work_entity(k, c)->first != w ||
        !(isn_work_pre(k, w, isn_work_entity(k, c)->reading) & ISN_CL_LAM))
        return false;
    for (unsigned i = 0; i < hit->nsenses; i++)
        if (hit->senses[i].table == ISN_T_TRIGGER &&
            isn_work_trigger(k, hit->senses[i].row, ISN_TRIGGER_EVENT) == ISN_EV_MOBILIZE)
            return true;
    return false;
}

/* استهداف "تحرك لجنود العدو": what a noun of deed governs stands in quotation marks. */
static bool struck_in_quotes(const isn_work *k, const isn_hit *hit) {
    uint32_t w = hit->first;
    return w > 0 && k->scan->words[w].flags & ISN_WF_QUOTE &&
           !(k->scan->words[w].flags & (ISN_WF_STOP | ISN_WF_COLON)) &&
           k->wc[w - 1] & ISN_WC_TRIGGER && !(k->wc[w - 1] & (ISN_WC_VERB | ISN_WC_SAY));
}

/* العمر، عمره: a noun with the article or a pronoun takes no verbal noun behind it. */
static bool closed_noun(const isn_work *k, uint32_t w) {
    const isn_word *word = &k->scan->words[w];
    return word->kind == ISN_TOK_WORD &&
           (word->reading[0].suf != ISN_SUF_NONE || isn_work_pre(k, w, 0) & ISN_CL_AL);
}

/* تعرض لهجوم: what takes the deed behind it and whose subject is struck. */
static bool of_suffering(const isn_work *k, const isn_sense *s) {
    if (s->table != ISN_T_TRIGGER ||
        !(isn_work_trigger(k, s->row, ISN_TRIGGER_FLAGS) & ISN_TG_LIGHT))
        return false;
    return isn_work_slot(k, s->row, ISN_FRAME_SUBJECT) == ISN_SLOT_TARGET;
}

/* أعلنت الشركة تعرض سفينة لهجوم: suffering, told by a verb of saying, and no showing, with its deed behind lam. */
static bool suffering(const isn_work *k, const isn_hit *hit) {
    enum { NEAR = 6 };
    uint32_t w = hit->first, s1 = k->scan->sentence_word[k->scan->words[w].sentence + 1];
    bool noun = false;
    for (unsigned i = 0; i < hit->nsenses; i++)
        noun |= (hit->senses[i].form & ISN_FORM_KIND) == ISN_FORM_MASDAR &&
                of_suffering(k, &hit->senses[i]);
    if (!noun || k->fn[w - 1] != ISN_NO_FN || !speech_before(k, w))
        return false;
    for (uint32_t i = hit->last; i < s1 && i < hit->last + NEAR; i++)
        if (isn_work_has(k, i, ISN_T_TRIGGER) && isn_work_pre(k, i, 0) & ISN_CL_LAM)
            return true;
    return false;
}

/* قتل is "killed" and "killing": at the head of a clause, after a comma, أن, قد, كان or a subject that
 * agrees it is the verb; after a verb that takes it as object, or a preposition, the noun. */
/* لكنه رفض، لكنها تعهدت، غير أنه هدد: behind the pronoun of him who does it. */
static bool but_he(const isn_work *k, uint32_t w) {
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *end = isn_token_end(k->scan->text, t);
    return k->fn[w] == ISN_FN_BUT && t->fold_len > 3 &&
           (end[-1] == ISN_F_HEH || end[-2] == ISN_F_HEH);
}

static bool verb_place(const isn_work *k, const isn_hit *hit) {
    uint32_t w = hit->first;
    const isn_word *word = &k->scan->words[w];
    const isn_reading *r = &word->reading[hit->reading];
    if (kind_told(k, hit) || of_troops(k, hit) || struck_in_quotes(k, hit) ||
        (w > k->s0[word->sentence] && suffering(k, hit)))
        return false;
    if (word->flags & ISN_WF_STOP) {
        /* a headline's first word is a noun (مقتل، قتل) unless it is an imperfect, or is written as no verbal noun is (نعى) */
        uint8_t role = k->block_role[word->sentence];
        return role != ISN_ROLE_TITLE || nominative_follows(k, hit) ||
               k->scan->text->tokens[word->token].flags & ISN_TF_MAKSURA;
    }
    if (r->pre & (ISN_CL_WAW | ISN_CL_FEH))
        return !of_charge(k, w);
    bool nouns = w > 1 && k->wc[w - 2] & ISN_WC_TRIGGER && !(k->wc[w - 2] & ISN_WC_VERB);
    if (r->suf != ISN_SUF_NONE && k->fn[w - 1] == ISN_FN_AND && !nouns) /* بعد تعذيبه ثم قتله */
        return true;                                                    /* ثم قتله */
    if (word->flags & (ISN_WF_COLON | ISN_WF_QUOTE) && speech_before(k, w))
        return true; /* قال المصدر: شن مسلحون */
    if (word->flags & (ISN_WF_COMMA | ISN_WF_COLON)) {
        /* أعلنت القوات، اليوم الجمعة، قتل 13: an object after an aside; not نفى */
        return !speech_before(k, w) || subject_waits(k, w) ||
               k->scan->text->tokens[word->token].flags & ISN_TF_MAKSURA;
    }
    uint8_t before = k->fn[w - 1];
    /* هجوم شنه مسلحون، غارة استهدفت قرية: a noun that acts, and its relative clause */
    if (k->wc[w - 1] & ISN_WC_TRIGGER && !(k->wc[w - 1] & ISN_WC_VERB))
        return true;
    if (before == ISN_FN_OTHER && k->wc[w] & ISN_WC_BOUND)
        return true; /* كما قتل */
    if (before == ISN_FN_WHO || before == ISN_FN_QAD || before == ISN_FN_KANA ||
        before == ISN_FN_WHILE || before == ISN_FN_WHICH || before == ISN_FN_LAM)
        return true;
    if (but_he(k, w - 1) || (before == ISN_FN_THAT && isn_work_pronoun(k, w - 1)))
        return true;
    if (before == ISN_FN_AFTER && ends_in_ma(k, w - 1))
        return true; /* بعدما فتح مسلحون */
    if (before <= ISN_FN_HAND || before == ISN_FN_AFTER || before == ISN_FN_BEFORE)
        return false;
    if (k->taken[w - 1] && counted_before(k, w))
        return true; /* شخصا على الأقل قتل */
    if (own_subject(k, hit))
        return true;
    uint32_t next = hit->last;
    if (next < k->scan->nwords && !(k->scan->words[next].flags & ISN_WF_BREAK) &&
        (k->fn[next] == ISN_FN_OTHER || k->fn[next] == ISN_FN_AFTER ||
         k->fn[next] == ISN_FN_BECAUSE) &&
        isn_work_pronoun(k, next))
        return true; /* بعبوة ناسفة قتل فيها اثنان */
    uint32_t e = k->m->entities.cover[w - 1];
    if (e != ISN_NONE && harmed_before(k, hit, isn_work_entity(k, e)))
        return true;
    if (e != ISN_NONE) { /* a subject before it, unless a verb stands before that one */
        uint32_t lo = isn_work_entity(k, e)->first;
        uint32_t first = k->s0[word->sentence];
        for (uint32_t i = lo; i-- > first;) {
            if (k->wc[i] & ISN_WC_VERB)
                return false;
            if (k->fn[i] == ISN_FN_THAT || k->wc[i] & ISN_WC_BOUND)
                break;
        }
        return true;
    }
    return closed_noun(k, w - 1) && subject_waits(k, w);
}

typedef struct pick {
    const isn_hit *hit;
    const isn_sense *sense;
    int score;
    uint32_t at; /* its first `with` word, or ISN_NONE */
} pick;

static bool better_form(const isn_work *k, const pick *old, const isn_hit *hit,
                        const isn_sense *sense) {
    unsigned a = old->sense->form & ISN_FORM_KIND, b = sense->form & ISN_FORM_KIND;
    bool averb = a == ISN_FORM_PERF || a == ISN_FORM_IMPF;
    bool bverb = b == ISN_FORM_PERF || b == ISN_FORM_IMPF;
    if (a == ISN_FORM_MASDAR && b == ISN_FORM_ACTIVE)
        return participle_place(k, hit);
    if (averb == bverb)
        return false;
    /* رفضا للعدوان، دعما للجيش: of a word of speech the accusative, not the two who refused */
    const isn_sense *finite = averb ? old->sense : sense;
    if (finite->form & ISN_FORM_DU &&
        isn_work_trigger(k, finite->row, ISN_TRIGGER_FLAGS) & ISN_TG_SPEECH)
        return averb;
    bool two = (finite->form & ISN_FORM_KIND) == ISN_FORM_PERF && finite->form & ISN_FORM_DU;
    bool want = verb_place(k, hit) || (two && isn_clause_pair_heads(k, hit->first));
    if (k->scan->text->tokens[k->scan->words[hit->first].token].flags & ISN_TF_DAMMA)
        want = true;
    return bverb == want;
}

/* وفقا ل is "according to", never "agreed". */
static bool attribution_covers(const isn_work *k, const isn_hit *hit) {
    const isn_hit *other;
    return isn_match_sense(&other, k->scan, hit->first, ISN_T_ATTRIB) && other->last >= hit->last;
}

/* What sort of life the word after the trigger is of, ISN_CX_NONE where it is of none in particular. */
static int32_t world_of_doer(const isn_work *k, const isn_hit *hit) {
    uint32_t w = hit->last;
    bool behind = w < k->scan->nwords && !(k->scan->words[w].flags & ISN_WF_BREAK) && !k->taken[w];
    return behind ? world_of(k, w) : ISN_CX_NONE;
}

/* شركات السيارات تحاصر منافسيها: the world of the body that stands right before its verb, where nothing governs it. */
static int32_t world_before(const isn_work *k, const isn_hit *hit) {
    uint32_t w = hit->first, c = w > 0 ? k->m->entities.cover[w - 1] : ISN_NONE;
    if (c == ISN_NONE || k->scan->words[w].flags & ISN_WF_BREAK)
        return ISN_CX_NONE;
    const isn_entity *x = isn_work_entity(k, c);
    bool subject = x->kind == ISN_ENT_ACTOR && x->last == w &&
                   isn_clause_prep(k, x->first, x->reading) == ISN_NO_FN;
    return subject ? world_of(k, x->first) : ISN_CX_NONE;
}

/* مسلحون يمهلون شركة، وهو يهدد البنوك: whose doer its ending or the pronoun before it is, so that none stands behind it. */
static bool subject_known(const isn_work *k, const isn_hit *hit, const isn_sense *sense) {
    unsigned kind = sense->form & ISN_FORM_KIND, number = sense->form & ISN_FORM_NUMBER;
    uint32_t w = hit->first;
    return (kind == ISN_FORM_PERF || kind == ISN_FORM_IMPF) &&
           (number != ISN_FORM_SG || (w > 0 && k->fn[w - 1] == ISN_FN_PRONOUN));
}

static bool is_deed(int32_t event) {
    return event == ISN_EV_ASSAULT || event == ISN_EV_COERCE || event == ISN_EV_MOBILIZE ||
           event == ISN_EV_PROTEST || event == ISN_EV_SANCTION;
}

/* رحب الفندق، هاجم المنتخب، أيدت الدراسة: the word right after a verb or a verbal noun is its doer most
 * often, and what players and studies do is no event. Hotels and buses may be struck, anybody hurt. */
static bool other_doer(const isn_work *k, int32_t world, const isn_sense *sense) {
    if ((world <= ISN_CX_PLOVER_LAST && world != ISN_CX_DISASTERS) || world >= ISN_CX_X_CIVIC ||
        world == ISN_CX_X_ACCIDENT || world == ISN_CX_X_FIGURE || of_suffering(k, sense))
        return false;
    if (isn_work_trigger(k, sense->row, ISN_TRIGGER_FLAGS) &
            (ISN_TG_CASUALTY | ISN_TG_RESULT | ISN_TG_PREVENT) ||
        isn_work_trigger(k, sense->row, ISN_TRIGGER_EFFECT))
        return false;
    if (!is_deed(isn_work_trigger(k, sense->row, ISN_TRIGGER_EVENT)))
        return true;
    unsigned kind = sense->form & ISN_FORM_KIND;
    bool verb = kind == ISN_FORM_PERF || kind == ISN_FORM_IMPF;
    return verb &&
           (world == ISN_CX_X_SPORT || world == ISN_CX_X_MARKET || world == ISN_CX_X_MEDICINE ||
            world == ISN_CX_X_WEATHER || world == ISN_CX_DISASTERS);
}

/* Of two rows that fit as well, the one that knows the means, or needs no known party. */
static bool knows_more(const isn_work *k, const isn_sense *old, const isn_sense *sense) {
    if (isn_work_trigger(k, old->row, ISN_TRIGGER_EVENT) !=
        isn_work_trigger(k, sense->row, ISN_TRIGGER_EVENT))
        return false;
    int32_t a = isn_work_trigger(k, old->row, ISN_TRIGGER_MODE);
    int32_t b = isn_work_trigger(k, sense->row, ISN_TRIGGER_MODE);
    if (a != b)
        return !a;
    int32_t flags = isn_work_trigger(k, old->row, ISN_TRIGGER_FLAGS);
    return flags & ISN_TG_WEAK &&
           !(isn_work_trigger(k, sense->row, ISN_TRIGGER_FLAGS) & ISN_TG_WEAK);
}

/* دعت إلى وقف القتال وحماية المدنيين: of two modes of one saying that of the word that comes first. */
static bool asks_else(const isn_work *k, const isn_sense *old, const isn_sense *sense) {
    int32_t event = isn_work_trigger(k, old->row, ISN_TRIGGER_EVENT);
    return event == isn_work_trigger(k, sense->row, ISN_TRIGGER_EVENT) &&
           (event == ISN_EV_REQUEST || event == ISN_EV_REJECT || event == ISN_EV_THREATEN) &&
           isn_work_trigger(k, old->row, ISN_TRIGGER_MODE) &&
           isn_work_trigger(k, sense->row, ISN_TRIGGER_MODE);
}

/* أغلق محتجون الطريق: what those do who stand right behind the verb and protest is a protest, whatever else does it. */
static bool protesters(const isn_work *k, const isn_hit *hit, const isn_sense *sense, uint32_t at) {
    return at == hit->last && isn_work_trigger(k, sense->row, ISN_TRIGGER_EVENT) == ISN_EV_PROTEST;
}

/* A row that lives by its `with` words, none of which stands in the sentence: most rows of common verbs. */
static bool starved(const isn_work *k, const uint64_t *here, uint32_t row) {
    uint32_t needed = isn_lex_trigger(k->lex, row)->needed;
    return needed != UINT32_MAX && !isn_work_listed(here, needed);
}

static bool passive_form(const isn_hit *hit) {
    for (unsigned i = 0; i < hit->nsenses; i++)
        if (hit->senses[i].table == ISN_T_TRIGGER && hit->senses[i].form & ISN_FORM_PASSIVE)
            return true;
    return false;
}

/* أصيب 20 آخرون، أصيبت امرأة: people right after a verb that hurts them, not what a missile hits. */
static bool people_follow(const isn_work *k, const isn_hit *hit) {
    uint32_t w = hit->last;
    if (w + 1 < k->scan->nwords && k->fn[w] == ISN_FN_OTHER && isn_work_pronoun(k, w) &&
        !(k->scan->words[w].flags & ISN_WF_BREAK))
        w++; /* أصيب فيه ثلاثة أشخاص */
    uint32_t n = k->m->numbers.at[w];
    if (w >= k->scan->nwords || k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    if (k->fn[w] == ISN_FN_EACH) /* لم يصب أحد; not لم تطلق أي صاروخ */
        return k->wc[hit->first] & ISN_WC_VERB &&
               (w + 1 >= k->scan->nwords || !isn_work_has(k, w + 1, ISN_T_UNIT));
    if (n != ISN_NONE && k->m->numbers.ptr[n].first == w) {
        const isn_number *q = &k->m->numbers.ptr[n];
        bool bare = passive_form(hit) && q->noun == ISN_NONE &&
                    q->noun_table == ISN_TABLES && /* أصيب 31 بجروح */
                    !(q->flags & (ISN_NF_DATE | ISN_NF_NAME | ISN_NF_PERCENT | ISN_NF_FRACTION));
        return bare || q->noun_table == ISN_T_PEOPLE || q->flags & ISN_NF_OTHER;
    }
    uint32_t c = k->m->entities.cover[w];
    return c != ISN_NONE && isn_work_entity(k, c)->first == w &&
           (isn_work_entity(k, c)->kind == ISN_ENT_PERSON ||
            isn_work_entity(k, c)->table == ISN_T_PEOPLE ||
            (isn_work_entity(k, c)->kind == ISN_ENT_PEOPLE &&
             isn_work_entity(k, c)->table == ISN_T_NATION)) &&
           !isn_work_pre(k, w, isn_work_entity(k, c)->reading);
}

/* 55 مدنيا أصيبوا في الغارة: several that a passive shows in its ending are people. */
static bool they_suffer(const isn_hit *hit) {
    for (unsigned i = 0; i < hit->nsenses; i++) {
        uint16_t form = hit->senses[i].form;
        if (hit->senses[i].table == ISN_T_TRIGGER && form & ISN_FORM_PASSIVE &&
            (form & ISN_FORM_NUMBER) == ISN_FORM_PL)
            return true;
    }
    return false;
}

static bool has_effect(const isn_work *k, const isn_sense *sense) {
    return isn_work_trigger(k, sense->row, ISN_TRIGGER_EFFECT) > 0;
}

/* A bit for each sense of the hit that is a row with what it lives by; those beyond the 64th all have one. */
static uint64_t live_rows(const isn_work *k, const uint64_t *here, const isn_hit *hit) {
    uint64_t live = 0;
    for (unsigned i = 0; i < hit->nsenses && i < 64; i++)
        if (hit->senses[i].table == ISN_T_TRIGGER && !starved(k, here, hit->senses[i].row))
            live |= UINT64_C(1) << i;
    return live;
}

/* The first such sense at or after `from`, or one behind the last. */
static unsigned next_row(const isn_work *k, const uint64_t *here, const isn_hit *hit, uint64_t live,
                         unsigned from) {
    uint64_t rest = from < 64 ? live >> from : 0;
    if (rest != 0)
        return from + (unsigned)__builtin_ctzll(rest);
    unsigned i = from < 64 ? 64 : from;
    while (i < hit->nsenses &&
           (hit->senses[i].table != ISN_T_TRIGGER || starved(k, here, hit->senses[i].row)))
        i++;
    return i;
}

/* Not استقبل وزير الخارجية السفير, where nothing is told of the wounded that hospitals receive. */
static bool hurts(const isn_work *k, const uint64_t *here, const isn_hit *hit, uint64_t live) {
    for (unsigned i = next_row(k, here, hit, live, 0); i < hit->nsenses;
         i = next_row(k, here, hit, live, i + 1))
        if (has_effect(k, &hit->senses[i]) && form_fits(k, hit, &hit->senses[i]))
            return true;
    return false;
}

/* قضى على القائد: with its preposition the verb kills; alone it dies. */
static bool died_of_phrase(const isn_work *k, const isn_hit *hit, const isn_sense *sense) {
    if (!has_effect(k, sense) || hit->last != hit->first + 1 ||
        isn_work_slot(k, sense->row, ISN_FRAME_SUBJECT) != ISN_SLOT_VICTIM ||
        hit->last >= k->scan->nwords || k->fn[hit->last] != ISN_FN_ALA)
        return false;
    for (uint32_t h = k->scan->word_hit[hit->first]; h < k->scan->word_hit[hit->first + 1]; h++)
        if (k->scan->hits[h].last == hit->last + 1 &&
            k->scan->hits[h].tables & (1u << ISN_T_TRIGGER))
            return true;
    return false;
}

/* يسقط is "falls" and "brings down": has the row a doer, and a weapon for its object? */
static bool brings_down(const isn_work *k, const isn_sense *sense) {
    return (sense->form & ISN_FORM_KIND) == ISN_FORM_IMPF &&
           isn_work_slot(k, sense->row, ISN_FRAME_SUBJECT) == ISN_SLOT_ACTOR &&
           isn_work_slot(k, sense->row, ISN_FRAME_OBJECT) == ISN_SLOT_WEAPON;
}

/* Right before or behind the word a body or a state that is no weapon. */
static bool body_beside(const isn_work *k, const isn_hit *hit) {
    for (unsigned side = 0; side < 2; side++) {
        uint32_t w = side ? hit->last : hit->first - 1;
        uint32_t c = w < k->scan->nwords ? k->m->entities.cover[w] : ISN_NONE;
        if (c == ISN_NONE || isn_clause_prep(k, isn_work_entity(k, c)->first,
                                             isn_work_entity(k, c)->reading) != ISN_NO_FN)
            continue;
        const isn_entity *x = isn_work_entity(k, c);
        if (x->table == ISN_T_COUNTRY ||
            (x->kind == ISN_ENT_ACTOR && !(x->flags & (ISN_EF_WEAPON | ISN_EF_ADJ))))
            return true;
    }
    return false;
}

/* Of two rows that fit as well, is the new one to be taken? */
static bool preferred(const isn_work *k, const pick *old, const isn_hit *hit,
                      const isn_sense *sense, uint32_t at) {
    bool i_did = old->sense->form & ISN_FORM_PERSON, i_do = sense->form & ISN_FORM_PERSON;
    if (i_did != i_do)
        return i_did; /* أسقط: he shot down before I fall */
    if (brings_down(k, sense) != brings_down(k, old->sense) && body_beside(k, hit))
        return brings_down(k, sense); /* الجيش يسقط مسيرة: bodies do not fall */
    if (protesters(k, old->hit, old->sense, old->at))
        return false;
    return protesters(k, hit, sense, at) || better_form(k, old, hit, sense) ||
           knows_more(k, old->sense, sense) || (at < old->at && asks_else(k, old->sense, sense));
}

/* مناطق سيطرته: the areas of his control, and not "it controlled him". */
static bool of_area(const isn_work *k, const isn_hit *hit, const isn_sense *sense) {
    uint32_t w = hit->first, kind = sense->form & ISN_FORM_KIND;
    if ((kind != ISN_FORM_PERF && kind != ISN_FORM_IMPF) || w == 0 ||
        k->scan->words[w].reading[hit->reading].suf == ISN_SUF_NONE ||
        !isn_role_cue(k, w - 1, ISN_CUE_MENTION))
        return false;
    return is_masdar_too(k, w);
}

/* حبس ثلاثة ناشطين عشر سنوات: people suffer it, though a court is the doer. */
static bool sentences(const isn_work *k, const isn_sense *sense) {
    return isn_work_trigger(k, sense->row, ISN_TRIGGER_EVENT) == ISN_EV_SANCTION;
}

/* قضت القوة، إثر كمين في الجبل، على أربعة مسلحين: people whom على governs, behind no noun that takes it, were done away with, and
 * nobody died of the ambush. */
static bool does_away(const isn_work *k, const isn_hit *hit) {
    enum { FAR = 18 };
    bool on = false;
    for (unsigned i = 0; i < hit->nsenses; i++)
        on |= hit->senses[i].table == ISN_T_TRIGGER &&
              isn_work_framed(k, hit->senses[i].row, ISN_FR_KILL_ON);
    uint32_t end = k->scan->sentence_word[k->scan->words[hit->first].sentence + 1];
    for (uint32_t w = hit->last; on && w + 1 < end && w - hit->last < FAR; w++) {
        if (k->wc[w] & ISN_WC_VERB || k->scan->words[w].flags & ISN_WF_STOP ||
            k->fn[w] == ISN_FN_THAT || k->fn[w] == ISN_FN_WHILE || k->fn[w] == ISN_FN_WHO)
            return false;
        if (k->fn[w] != ISN_FN_ALA || w == hit->last || isn_work_has(k, w - 1, ISN_T_TRIGGER))
            continue;
        uint32_t n = k->m->numbers.at[w + 1];
        return n != ISN_NONE && k->m->numbers.ptr[n].noun_table == ISN_T_PEOPLE;
    }
    return false;
}

static void choose_of(const isn_work *k, const uint64_t *here, pick *best, const isn_hit *hit) {
    uint64_t live = live_rows(k, here, hit);
    if (live == 0 && hit->nsenses <= 64)
        return;
    bool asked = false, people = false; /* whom it hurts, asked for when a row hurts nobody */
    uint32_t s = k->scan->words[hit->first].sentence;
    uint32_t s0 = k->s0[s], s1 = k->scan->sentence_word[s + 1];
    int32_t world = ISN_NO_INT; /* of the doer, asked for when a row is left */
    for (unsigned i = next_row(k, here, hit, live, 0); i < hit->nsenses;
         i = next_row(k, here, hit, live, i + 1)) {
        const isn_sense *sense = &hit->senses[i];
        if (!form_fits(k, hit, sense) || of_area(k, hit, sense))
            continue;
        bool harmless = !has_effect(k, sense) && !sentences(k, sense);
        if (harmless && !asked)
            people = (people_follow(k, hit) || they_suffer(hit)) && hurts(k, here, hit, live);
        asked |= harmless;
        if ((harmless && people) || died_of_phrase(k, hit, sense) ||
            (isn_work_framed(k, sense->row, ISN_FR_DIE) && does_away(k, hit)))
            continue;
        if (world == ISN_NO_INT)
            world = world_of_doer(k, hit);
        if (world == ISN_CX_NONE)
            world = world_before(k, hit);
        if (other_doer(k, subject_known(k, hit, sense) ? world_before(k, hit) : world, sense))
            continue;
        uint32_t at = ISN_NONE;
        int score = fit(k, here, hit, sense, s0, s1, &at);
        if (score < 0)
            continue;
        score = score * 4 - hit->reading;
        if (!best->sense || score > best->score ||
            (score == best->score && preferred(k, best, hit, sense, at)))
            *best = (pick){hit, sense, score, at};
    }
}

/* Does a row of any table have the word by this reading, or do only lists of words? */
static bool has_row(const isn_work *k, uint32_t w, const isn_reading *whole) {
    for (uint32_t h = k->scan->word_hit[w]; h < k->scan->word_hit[w + 1]; h++) {
        const isn_reading *r = &k->scan->words[w].reading[k->scan->hits[h].reading];
        if (r->pre == whole->pre && r->suf == whole->suf)
            return true;
    }
    return false;
}

/* قتلة: people by the whole word, cut no further than the other reading. */
static bool people_whole(const isn_work *k, uint32_t w, const isn_reading *cut) {
    for (uint32_t h = k->scan->word_hit[w]; h < k->scan->word_hit[w + 1]; h++) {
        const isn_reading *r = &k->scan->words[w].reading[k->scan->hits[h].reading];
        if (k->scan->hits[h].tables & 1u << ISN_T_PEOPLE && r->suf == ISN_SUF_NONE &&
            r->pre == cut->pre)
            return true;
    }
    return false;
}

/* وزير is a minister, not "and" + زير: a word known whole is not cut. Of one cut two stems may be left: إصابته is "his
 * injury" and "it hit him". */
static bool cut_further(const isn_work *k, uint32_t w, unsigned reading) {
    const isn_word *word = &k->scan->words[w];
    const isn_reading *whole = &word->reading[0], *cut = &word->reading[reading];
    if (!(cut->pre & ~ISN_CL_AL) && cut->suf == ISN_SUF_NONE)
        return false; /* سيدفع الثمن: the whole word, which only the phrase knows, stands last */
    bool next = cut->pre & ISN_CL_FEH || (w > 0 && k->fn[w - 1] == ISN_FN_AND); /* ثم */
    if (next && cut->suf == ISN_SUF_HU && k->m->entities.cover[w] == ISN_NONE &&
        !(k->scan->text->tokens[word->token].flags & ISN_TF_TEH_MARBUTA) && people_whole(k, w, cut))
        return false; /* فقتله: "killers" would end in ة */
    if (whole->symbol == ISN_NO_SYMBOL || (whole->pre == cut->pre && whole->suf == cut->suf))
        return false;
    bool joined = cut->pre & (ISN_CL_WAW | ISN_CL_FEH) && !(whole->pre & (ISN_CL_WAW | ISN_CL_FEH));
    return !joined || cut->suf == ISN_SUF_NONE || has_row(k, w, whole); /* وأرداه: no وارد */
}

/* ضربة جزاء، قصف إعلامي، انفجار سكاني: a figure of speech, or of play, begins with the word. */
static bool in_figure(const isn_work *k, uint32_t w) {
    if (!isn_work_has(k, w, ISN_T_CONTEXT))
        return false;
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, k->scan, w, ISN_T_CONTEXT);
    if (!s || hit->last == w + 1)
        return false;
    int32_t world = isn_lex_int(k->lex, ISN_T_CONTEXT, s->row, ISN_CONTEXT_CONTEXT);
    return world == ISN_CX_X_FIGURE || world == ISN_CX_X_SPORT;
}

/* سقط القتلى فجر 3 تموز: a part of the day before its date, and nobody blew anything up. */
static bool part_of_day(const isn_work *k, uint32_t w) {
    return w + 1 < k->scan->nwords && isn_work_has(k, w, ISN_T_DATEWORD) &&
           !isn_work_pre(k, w, 0) && k->m->dates.at[w + 1] != ISN_NONE &&
           k->m->numbers.at[w + 1] != ISN_NONE && !(k->scan->words[w + 1].flags & ISN_WF_BREAK);
}

static void choose(const isn_work *k, const uint64_t *here, pick *best, uint32_t w) {
    const isn_scan *scan = k->scan;
    if (in_figure(k, w) || part_of_day(k, w))
        return;
    for (uint32_t h = scan->word_hit[w]; h < scan->word_hit[w + 1]; h++) {
        const isn_hit *hit = &scan->hits[h];
        if (!(hit->tables & (1u << ISN_T_TRIGGER)))
            continue;
        if (k->wc[w] & ISN_WC_ATTRIB && attribution_covers(k, hit))
            continue;
        if (hit->reading && cut_further(k, w, hit->reading) &&
            !own_subject(k, hit)) /* شاب قتله جنود: no killers */
            continue;
        choose_of(k, here, best, hit);
    }
}

/* عمال إغاثة، عمال إنقاذ: a later word of the row that names the people. */
static bool of_their_row(const isn_work *k, const isn_entity *people, uint32_t w) {
    for (uint32_t h = k->scan->word_hit[people->first]; h < k->scan->word_hit[people->first + 1];
         h++)
        for (unsigned s = 0; k->scan->hits[h].last > w && s < k->scan->hits[h].nsenses; s++)
            if (k->scan->hits[h].senses[s].table == people->table &&
                k->scan->hits[h].senses[s].row == people->row)
                return true;
    return false;
}

/* An entity that swallows the word decides against the trigger, unless the entity begins there as
 * people do (القتلى) or is only an adjective. */
static bool inside_name(const isn_work *k, uint32_t w) {
    uint32_t e = k->m->entities.cover[w];
    if (e == ISN_NONE)
        return false;
    const isn_entity *ent = isn_work_entity(k, e);
    if (ent->kind == ISN_ENT_PEOPLE && ent->org != ISN_NONE &&
        isn_work_entity(k, ent->org)->first == w &&
        isn_work_entity(k, ent->org)->sector == ISN_SEC_OPP)
        return true; /* أنصار المعارضة */
    if (ent->kind == ISN_ENT_ACTOR && ent->table == ISN_T_ORGWORD && ent->first == w &&
        ent->last > w + 1 && ent->sector == ISN_SEC_IGO && w > 0 && k->wc[w - 1] & ISN_WC_VERB)
        return true; /* اتهم الوسطاء القطريون الحركة */
    if (ent->kind == ISN_ENT_PEOPLE && ent->first < w && ent->org == ISN_NONE &&
        isn_work_has(k, w, ISN_T_ORGWORD))
        return true; /* متمردون مشتبه بهم: an adjective */
    if (ent->kind == ISN_ENT_PEOPLE && ent->first < w && w + 1 == ent->last &&
        isn_work_has(k, w, ISN_T_PEOPLE) && !isn_work_has(k, w, ISN_T_CASUALTY))
        return true; /* نواب معارضون */
    if (ent->kind == ISN_ENT_PEOPLE && ent->org != ISN_NONE) {
        const isn_entity *org = isn_work_entity(k, ent->org); /* مسلحون من قوات الدعم السريع */
        if (org->flags & ISN_EF_NAMED && org->first < w && w < org->last)
            return true;
    }
    if (ent->kind == ISN_ENT_PEOPLE && ent->table == ISN_T_PEOPLE && ent->first < w &&
        of_their_row(k, ent, w))
        return true;
    if (isn_clause_one_of_people(k, w))
        return true;
    if (ent->kind == ISN_ENT_PEOPLE || ent->kind == ISN_ENT_PRONOUN)
        return false;
    if (ent->flags & (ISN_EF_ADJ | ISN_EF_WEAK))
        return false;
    if (ent->kind == ISN_ENT_PLACE && ent->table == ISN_T_PLACEWORD && ent->first == w)
        return ent->flags & ISN_EF_NAMED && w > 0 && k->fn[w - 1] == ISN_FN_FI &&
               ent->place_type == ISN_PT_GOVERNORATE; /* في مقاطعة كاكيتا; not مقاطعة الانتخابات */
    if (ent->kind == ISN_ENT_ACTOR && ent->table == ISN_T_ORGWORD && ent->first == w &&
        ent->sector == ISN_SEC_OPP)
        return true; /* المعارضة */
    if (ent->table == ISN_T_TITLE)
        return true; /* المنسق، المفاوض: an office, nothing done */
    return ent->first < w || ent->flags & ISN_EF_NAMED || ent->kind == ISN_ENT_PLACE ||
           ent->kind == ISN_ENT_OUTLET;
}

/* رفض الكشف عن مصادره: his sources, no confiscation, which ends in ة. */
static bool his_own_word(const isn_work *k, uint32_t w) {
    const isn_token *token = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *end = isn_token_end(k->scan->text, token);
    if (!isn_work_has(k, w, ISN_T_ORGWORD) || token->flags & ISN_TF_TEH_MARBUTA ||
        token->fold_len < 4 || end[-1] != ISN_F_HEH)
        return false;
    for (uint32_t h = k->scan->word_hit[w]; h < k->scan->word_hit[w + 1]; h++) {
        const isn_hit *hit = &k->scan->hits[h];
        if (hit->tables & 1u << ISN_T_ORGWORD && hit->last == w + 1 &&
            k->scan->words[w].reading[hit->reading].suf == ISN_SUF_HU)
            return true;
    }
    return false;
}

/* يحيى is a man, يحيي hails; ما يسمى آمر المفرزة is what he is called. */
static bool spelled_as_name(const isn_work *k, uint32_t w) {
    if (w > 0 && k->taken[w - 1] == ISN_TAKEN_ASIDE && isn_work_has(k, w - 1, ISN_T_ATTRIB))
        return true;
    if (isn_work_has(k, w, ISN_T_COUNTRY) && !isn_work_pre(k, w, 0) &&
        k->scan->words[w].flags & ISN_WF_STOP)
        return true; /* تشاد: the land, and nobody is praised */
    return isn_work_has(k, w, ISN_T_NAME) && k->fn[w] == ISN_NO_FN &&
           k->scan->text->tokens[k->scan->words[w].token].flags & ISN_TF_MAKSURA;
}

/* القتلى، جثتيهما، ذوي المفقودين: victims with the article or a pronoun and without a figure are those told of
 * before. Where a number of them is spoken of (بلغ عدد القتلى), the figure stands further off. */
static bool told_of(const isn_work *k, const pick *p) {
    uint32_t w = p->hit->first;
    const isn_reading *r = &k->scan->words[w].reading[p->hit->reading];
    if (p->hit->last != w + 1 || (p->sense->form & ISN_FORM_KIND) != ISN_FORM_NOUN ||
        !(isn_work_trigger(k, p->sense->row, ISN_TRIGGER_FLAGS) & ISN_TG_CASUALTY))
        return false;
    bool known = r->suf != ISN_SUF_NONE || (r->symbol != ISN_NO_SYMBOL && r->symbol & 1);
    uint32_t n = k->m->numbers.at[w];
    if (!known || (n != ISN_NONE && k->m->numbers.ptr[n].num_last > k->m->numbers.ptr[n].num_first))
        return false;
    uint32_t s0 = k->s0[k->scan->words[w].sentence];
    if (w > s0 && (k->wc[w - 1] & ISN_WC_TRIGGER || /* سقوط القتلى، إن القتلى ثمانية */
                   (k->fn[w - 1] == ISN_FN_THAT && isn_work_has(k, w, ISN_T_CASUALTY) &&
                    isn_count_predicate(k, w + 1) != ISN_NONE)))
        return false;
    for (uint32_t i = w, far = 0; i-- > s0 && far < 5; far++)
        if (counts_up(k, i))
            return false;
    return true;
}

/* عناصر حاولوا التسلل: what is said of somebody; not حاول مسلحون التسلل, whose subject does the deed behind it. */
static bool tried_by_the_way(const isn_work *k, const pick *p) {
    return isn_work_trigger(k, p->sense->row, ISN_TRIGGER_FLAGS) & ISN_TG_LIGHT &&
           (p->sense->form & ISN_FORM_NUMBER) == ISN_FORM_PL &&
           isn_role_cue(k, p->hit->first, ISN_CUE_ATTEMPT);
}

/* أضرب المعلمون: of a deed that is done to nobody there is no passive. */
static bool passive(const isn_work *k, const pick *p) {
    int32_t frame = isn_work_trigger(k, p->sense->row, ISN_TRIGGER_FRAME);
    return p->sense->form & ISN_FORM_PASSIVE &&
           (isn_work_trigger(k, p->sense->row, ISN_TRIGGER_EVENT) != ISN_EV_PROTEST || frame < 0 ||
            isn_lex_int(k->lex, ISN_T_FRAME, (uint32_t)frame, ISN_FRAME_PASSIVE) != ISN_SLOT_NONE);
}

/* مؤتمر صحافي عقده الوزير، بيان نشرته القيادة: the verb tells of the channel, and no meeting. */
static bool of_channel(const isn_work *k, const pick *p) {
    uint32_t w = p->hit->first;
    int32_t event = isn_work_trigger(k, p->sense->row, ISN_TRIGGER_EVENT);
    const isn_hit *phone; /* أكد أحد السكان في اتصال هاتفي أن; with مع whom he spoke to is told */
    if (event == ISN_EV_CONSULT && w > 0 && k->fn[w - 1] == ISN_FN_FI &&
        isn_work_has(k, w, ISN_T_CHANNEL) &&
        isn_match_sense(&phone, k->scan, w, ISN_T_CHANNEL) != NULL && phone->last > w + 1 &&
        (phone->last >= k->scan->nwords || k->fn[phone->last] != ISN_FN_MAA))
        return true;
    if ((event != ISN_EV_CONSULT && event != ISN_EV_AGREE && event != ISN_EV_MOBILIZE) ||
        k->scan->words[w].reading[p->hit->reading].suf == ISN_SUF_NONE)
        return false;
    if (event == ISN_EV_MOBILIZE && w > 0 && k->fn[w - 1] == ISN_FN_WHICH)
        return true; /* ما نشرته صفحات عن القوات */
    for (uint32_t i = w; i-- > 0 && w - i <= 2;) {
        const isn_hit *hit;
        if (isn_work_has(k, i, ISN_T_CHANNEL) &&
            isn_match_sense(&hit, k->scan, i, ISN_T_CHANNEL) != NULL && hit->last == w)
            return true;
    }
    return false;
}

/* مطالبين: the sound plural in the accusative, by its letters. */
static bool in_een(const isn_work *k, const isn_hit *hit) {
    const isn_token *token = &k->scan->text->tokens[k->scan->words[hit->first].token];
    const uint8_t *end = isn_token_end(k->scan->text, token);
    return token->fold_len > 4 && end[-1] == ISN_F_NOON && end[-2] == ISN_F_YEH;
}

/* محملا: the singular in the accusative, by its letters. */
static bool in_alef(const isn_work *k, const isn_hit *hit) {
    const isn_token *token = &k->scan->text->tokens[k->scan->words[hit->first].token];
    return token->fold_len > 4 && isn_token_end(k->scan->text, token)[-1] == ISN_F_ALEF;
}

/* اعتصم الطلاب مطالبين برحيل الإدارة: the sound plural in the accusative, of a verb whose passive nobody is called by
 * (ناشطين متهمين بكذا accuse nobody). */
static bool plural_attends(const isn_work *k, const pick *p) {
    int32_t event = isn_work_trigger(k, p->sense->row, ISN_TRIGGER_EVENT);
    bool blames = event == ISN_EV_ACCUSE &&
                  isn_work_trigger(k, p->sense->row, ISN_TRIGGER_MODE) == ISN_MODE_DISAPPROVE;
    return (p->sense->form & ISN_FORM_NUMBER) != ISN_FORM_SG && in_een(k, p->hit) &&
           (event == ISN_EV_REQUEST || event == ISN_EV_REJECT || event == ISN_EV_THREATEN ||
            blames || (event == ISN_EV_ACCUSE && object_follows(k, p->hit->last)));
}

/* معتقلون من رافضي الانقلاب: who is called by what he says says nothing. */
static bool called_by(const isn_work *k, const pick *p) {
    return isn_clause_construct(k, p->hit->last - 1, p->sense->form) &&
           isn_work_trigger(k, p->sense->row, ISN_TRIGGER_TYPE) == ISN_TY_STATEMENT;
}

/* ما دفع الشرطة إلى استخدام الغاز: moved to do it, and sent nowhere. */
static bool impels(const isn_work *k, const pick *p) {
    enum { FAR = 8 };
    uint32_t w = p->hit->first;
    if (w == 0 || isn_work_trigger(k, p->sense->row, ISN_TRIGGER_EVENT) != ISN_EV_MOBILIZE ||
        (k->fn[w - 1] != ISN_FN_WHICH && k->fn[w - 1] != ISN_FN_WHO))
        return false;
    for (uint32_t i = p->hit->last; i < k->scan->nwords && i < w + FAR; i++) {
        if (k->scan->words[i].flags & ISN_WF_BREAK)
            return false;
        if (k->fn[i] == ISN_FN_ILA)
            return k->m->entities.cover[p->hit->last] != ISN_NONE &&
                   k->m->entities.cover[i + 1 < k->scan->nwords ? i + 1 : i] == ISN_NONE;
    }
    return false;
}

/* A minister, a deputy, an observer, a party: they fight with words. */
static bool of_words_only(const isn_work *k, uint32_t c, bool verb) {
    if (c == ISN_NONE)
        return false;
    const isn_entity *x = isn_work_entity(k, c);
    if (x->flags & (ISN_EF_ARMED | ISN_EF_ADJ | ISN_EF_WEAPON) ||
        (x->kind != ISN_ENT_ACTOR && x->kind != ISN_ENT_PERSON))
        return false;
    if (x->sector == ISN_SEC_PTY || x->sector == ISN_SEC_LEG || x->sector == ISN_SEC_JRN)
        return true;
    bool office = x->table == ISN_T_TITLE && !(x->flags & ISN_EF_PLURAL);
    if (!verb && !office && x->sector == ISN_SEC_GOV)
        return false; /* شن بوتين هجوما: a ruler may */
    return (x->kind == ISN_ENT_PERSON || office) &&
           (x->sector == ISN_SEC_GOV || x->sector == ISN_SEC_OPP || x->sector == ISN_SEC_ELI ||
            x->sector == ISN_SEC_UNO);
}

static bool light_verb(const isn_work *k, uint32_t w) {
    for (uint32_t h = k->scan->word_hit[w]; h < k->scan->word_hit[w + 1]; h++)
        for (unsigned i = 0; i < k->scan->hits[h].nsenses; i++) {
            const isn_sense *s = &k->scan->hits[h].senses[i];
            if (s->table == ISN_T_TRIGGER &&
                isn_work_trigger(k, s->row, ISN_TRIGGER_FLAGS) & ISN_TG_LIGHT)
                return true;
        }
    return false;
}

/* مسلحون هاجموا، قوة مسلحة أخرى هاجمت: do people with arms stand right before the verb, its subject? */
static bool armed_before(const isn_work *k, uint32_t w) {
    if (w > 1 && k->fn[w - 1] == ISN_FN_OTHER && !(k->scan->words[w - 1].flags & ISN_WF_BREAK))
        w--;
    uint32_t c =
        w > 0 && !(k->scan->words[w].flags & ISN_WF_BREAK) ? k->m->entities.cover[w - 1] : ISN_NONE;
    const isn_entity *x = c != ISN_NONE ? isn_work_entity(k, c) : NULL;
    return x != NULL && x->flags & ISN_EF_ARMED &&
           isn_clause_prep(k, x->first, x->reading) == ISN_NO_FN;
}

/* هاجم الوزير جارته، شن النائب هجوما على الحزب: of an attack without weapons by one who has none, the row that tells
 * it as words; or what was chosen. */
static const isn_sense *in_words(const isn_work *k, const pick *p) {
    const isn_hit *hit = p->hit;
    uint32_t row = p->sense->row, w = hit->first;
    if (isn_work_trigger(k, row, ISN_TRIGGER_EVENT) != ISN_EV_ASSAULT ||
        isn_work_trigger(k, row, ISN_TRIGGER_MODE) > 0 ||
        !(isn_work_trigger(k, row, ISN_TRIGGER_FLAGS) & ISN_TG_ATTACK))
        return p->sense;
    unsigned kind = p->sense->form & ISN_FORM_KIND;
    bool verb = kind == ISN_FORM_PERF || kind == ISN_FORM_IMPF;
    uint32_t behind =
        hit->last < k->scan->nwords && !(k->scan->words[hit->last].flags & ISN_WF_BREAK)
            ? k->m->entities.cover[hit->last]
            : ISN_NONE;
    uint32_t before =
        w > 0 && !(k->scan->words[w].flags & ISN_WF_BREAK) ? k->m->entities.cover[w - 1] : ISN_NONE;
    uint32_t from = before != ISN_NONE ? isn_work_entity(k, before)->first : 0;
    bool does = verb ? from == k->s0[k->scan->words[w].sentence]
                     : from > 0 && k->wc[from - 1] & ISN_WC_VERB &&
                           light_verb(k, from - 1); /* شن الوزير هجوما; not دان الوزير هجوما */
    if (verb && armed_before(k, w))
        return p->sense; /* مجموعة مسلحة هاجمت مدير الناحية */
    if (!(verb && of_words_only(k, behind, verb)) && !(does && of_words_only(k, before, verb)))
        return p->sense;
    for (unsigned i = 0; i < hit->nsenses; i++) {
        const isn_sense *s = &hit->senses[i];
        if (s->table == ISN_T_TRIGGER && s->form == p->sense->form &&
            isn_work_trigger(k, s->row, ISN_TRIGGER_EVENT) == ISN_EV_ACCUSE)
            return s;
    }
    return p->sense;
}

static void add(isn_work *k, const pick *p) {
    isn_ev *e = ISN_PUSH(k->arena, &k->evs);
    const isn_word *word = &k->scan->words[p->hit->first];
    const isn_reading *r = &word->reading[p->hit->reading];
    unsigned kind = p->sense->form & ISN_FORM_KIND;
    uint32_t row = p->sense->row;
    e->first = p->hit->first;
    e->last = k->fn[e->first] == ISN_FN_ALA ? e->first + 1 : p->hit->last; /* على السلطات أن */
    e->reading = p->hit->reading;
    e->row = row;
    e->form = p->sense->form;
    e->sentence = word->sentence;
    e->verb = kind == ISN_FORM_PERF || kind == ISN_FORM_IMPF;
    const isn_token *token = &k->scan->text->tokens[word->token];
    bool all = e->effect && (e->form & ISN_FORM_NUMBER) == ISN_FORM_PL &&
               isn_role_cue(k, e->last, ISN_CUE_ALL); /* المهاجمون قتلوا جميعا */
    e->passive = e->verb && (passive(k, p) || token->flags & ISN_TF_DAMMA || all);
    e->definite = !e->verb && r->symbol != ISN_NO_SYMBOL && (r->symbol & 1);
    e->attends =
        kind == ISN_FORM_ACTIVE && !e->definite &&
        isn_work_trigger(k, row, ISN_TRIGGER_FLAGS) & ISN_TG_SPEECH &&
        ((p->sense->form & ISN_FORM_ACC && (p->sense->form & ISN_FORM_NUMBER) == ISN_FORM_SG) ||
         participle_place(k, p->hit) || plural_attends(k, p) ||
         isn_clause_attends(k, p->hit->first) ||
         (in_alef(k, p->hit) && object_follows(k, p->hit->last)));
    e->title = k->block_role[e->sentence] == ISN_ROLE_TITLE;
    e->event = (uint8_t)isn_work_trigger(k, row, ISN_TRIGGER_EVENT);
    e->mode = (uint8_t)isn_work_trigger(k, row, ISN_TRIGGER_MODE);
    e->type = (uint8_t)isn_work_trigger(k, row, ISN_TRIGGER_TYPE);
    e->effect = (uint8_t)isn_work_trigger(k, row, ISN_TRIGGER_EFFECT);
    e->harm = (uint8_t)isn_work_trigger(k, row, ISN_TRIGGER_HARM);
    e->flags = (uint32_t)isn_work_trigger(k, row, ISN_TRIGGER_FLAGS);
    if (e->type == ISN_TY_DENIAL && !e->event && r->suf != ISN_SUF_NONE)
        e->flags |= ISN_TG_TOLD; /* وهو ما نفاه */
    e->by = e->group = e->chain = e->cue_row = e->cue_word = ISN_NONE;
    e->future = r->pre & ISN_CL_SEEN;
    k->wc[e->first] |= ISN_WC_TRIGGER;
    if (!e->verb) /* استهدف قصف مدفعي البلدة: a noun here, and no second verb */
        k->wc[e->first] &= (uint8_t)~ISN_WC_VERB;
}

/* An occurrence like another, told at the word without a word of its own. */
static isn_ev *add_like(isn_work *k, uint32_t w, uint32_t like, uint8_t effect) {
    isn_ev *e = ISN_PUSH(k->arena, &k->evs);
    const isn_ev *of = &k->evs.ptr[like];
    e->first = w;
    e->last = w + 1;
    e->row = of->row;
    e->form = ISN_FORM_NAME;
    e->sentence = k->scan->words[w].sentence;
    e->title = k->block_role[e->sentence] == ISN_ROLE_TITLE;
    e->event = of->event;
    e->mode = of->mode;
    e->type = of->type;
    e->effect = effect;
    e->harm = of->harm;
    e->flags = of->flags;
    e->by = e->group = e->chain = e->cue_row = e->cue_word = ISN_NONE;
    return e;
}

/* و14 على يد الحركة: the hand is named, and the word is that of the sum. */
static bool add_share(isn_work *k, uint32_t w) {
    uint8_t effect;
    uint32_t number, sum = isn_share_sum(k, w, &number, &effect);
    if (sum == ISN_NONE)
        return false;
    isn_ev *e = add_like(k, w, sum, effect);
    while (e->last < k->scan->nwords && k->fn[e->last] == ISN_FN_HAND)
        e->last++;
    e->share = number + 1;
    k->wc[k->m->numbers.ptr[number].first] |= ISN_WC_BOUND | ISN_WC_RESET;
    return true;
}

/* استشهد شاب في المخيم، وآخر في البلدة */
static bool add_another(isn_work *k, uint32_t w) {
    uint8_t effect;
    uint32_t like = isn_share_another(k, w, &effect);
    if (like == ISN_NONE)
        return false;
    add_like(k, w, like, effect)->another = true;
    k->wc[w] |= ISN_WC_BOUND | ISN_WC_RESET;
    return true;
}

/* بغارات للتحالف، برصاص القوات: whose weapon it was stands behind it. */
static bool of_party(const isn_work *k, uint32_t w) {
    enum { NEAR = 3 };
    for (uint32_t i = w; i < k->scan->nwords && i - w < NEAR; i++) {
        uint32_t c = k->m->entities.cover[i];
        if (k->scan->words[i].flags & ISN_WF_BREAK)
            return false;
        if (c != ISN_NONE)
            return isn_work_entity(k, c)->kind == ISN_ENT_ACTOR ||
                   isn_work_entity(k, c)->kind == ISN_ENT_PEOPLE;
    }
    return false;
}

/* و18 بقصف للحركة: the weapon of a share of the sum, with its effect. */
static void take_share(isn_work *k, isn_ev *e) {
    uint8_t effect;
    uint32_t number, sum = ISN_NONE, before = e->first - 1;
    bool opens = e->first > k->s0[e->sentence];
    bool in = opens && (k->fn[before] == ISN_FN_FI || k->fn[before] == ISN_FN_BECAUSE ||
                        isn_role_cue(k, before, ISN_CUE_CAUSE)); /* في قصف، جراء قصف */
    bool means = !e->verb && !e->effect && e->event == ISN_EV_ASSAULT &&
                 (in || isn_work_pre(k, e->first, e->reading) & ISN_CL_BEH);
    bool listed = e > k->evs.ptr && (e - 1)->share && (e - 1)->sentence == e->sentence;
    if (means && k->m->numbers.len && (listed || of_party(k, e->last)))
        sum = isn_share_sum(k, e->first - in, &number, &effect);
    if (sum == ISN_NONE || k->evs.ptr[sum].event != ISN_EV_ASSAULT)
        return;
    e->effect = effect;
    e->harm = k->evs.ptr[sum].harm;
    e->share = number + 1;
    k->wc[k->m->numbers.ptr[number].first] |= ISN_WC_BOUND | ISN_WC_RESET;
}

static void clause_of(const isn_work *k, isn_ev *e) {
    uint32_t s0 = k->s0[e->sentence], s1 = k->scan->sentence_word[e->sentence + 1];
    uint32_t lo = e->first, hi = e->last;
    const isn_ev *p = e > k->evs.ptr ? e - 1 : NULL;
    if (p != NULL && p->sentence == e->sentence && p->last == p->first + 1 && e->first >= p->last &&
        e->last <= p->clause_last && e->first < p->clause_last) {
        e->clause_first = p->clause_first; /* in one clause with the occurrence before it */
        e->clause_last = p->clause_last;
        return;
    }
    while (lo > s0 && !isn_clause_cut(k, lo))
        lo--;
    while (hi < s1 && !isn_clause_cut(k, hi))
        hi++;
    e->clause_first = lo;
    e->clause_last = hi;
}

/* اقتحم، داهم: who goes in, and whom or what he goes into */
bool isn_trigger_storms(const isn_work *k, const isn_ev *e) {
    return isn_work_slot(k, e->row, ISN_FRAME_OBJECT) == ISN_SLOT_TARGET &&
           isn_work_slot(k, e->row, ISN_FRAME_ILA) == ISN_SLOT_PLACE;
}

/* The number that begins at the word, where it counts nothing that is named; ISN_NONE. */
static uint32_t bare_figure(const isn_work *k, uint32_t w, uint32_t s1) {
    enum { MOST = 100000 };
    uint32_t n = w < s1 ? k->m->numbers.at[w] : ISN_NONE;
    if (n == ISN_NONE)
        return ISN_NONE;
    const isn_number *q = &k->m->numbers.ptr[n];
    uint32_t to = q->last;
    bool people = q->noun_table == ISN_T_PEOPLE || q->noun_table == ISN_T_CASUALTY;
    bool alone = q->first == w && q->noun == ISN_NONE && !people && q->value >= 1 &&
                 q->value < MOST && !(q->flags & (ISN_NF_DATE | ISN_NF_ORDINAL | ISN_NF_NAME));
    bool ends = to >= s1 || (k->m->entities.cover[to] == ISN_NONE &&
                             !isn_work_has(k, to, ISN_T_UNIT) && k->m->dates.at[to] == ISN_NONE);
    return alone && ends ? n : ISN_NONE;
}

uint32_t isn_trigger_figure(const isn_work *k, uint32_t w) {
    uint32_t s1 = k->scan->sentence_word[k->scan->words[w].sentence + 1];
    uint32_t own = bare_figure(k, w, s1);
    if (own != ISN_NONE || w + 1 >= s1 || k->scan->words[w + 1].flags & ISN_WF_BREAK)
        return own;
    return bare_figure(k, w + 1, s1);
}

/* Does a number begin at the word or behind it? At most words none does. */
static bool figure_near(const isn_work *k, uint32_t w, uint32_t s1) {
    const uint32_t *at = k->m->numbers.at;
    return at[w] != ISN_NONE || (w + 1 < s1 && at[w + 1] != ISN_NONE);
}

/* قتل 15 شخصا وفق الإسعاف، وسبعة فقط بحسب الشرطة: a bare figure with a source of its own. */
static bool sourced_apart(const isn_work *k, uint32_t w, uint32_t s0, uint32_t s1) {
    enum { NEAR = 2 };
    uint32_t and = w > s0 && k->fn[w - 1] == ISN_FN_AND ? w - 1 : w; /* و 37 */
    if (w == s0 || !(k->scan->words[and].flags & ISN_WF_COMMA))
        return false;
    uint32_t n = bare_figure(k, w, s1);
    bool joined = and < w || isn_work_pre(k, w, 0) & ISN_CL_WAW;
    if (n == ISN_NONE || !joined)
        return false;
    for (uint32_t i = k->m->numbers.ptr[n].last, far = 0; i < s1 && far < NEAR; i++, far++)
        if (isn_work_has(k, i, ISN_T_ATTRIB))
            return true;
    return false;
}

/* أعلنت الشرطة أن العدد سبعة، قال ضابط إنهم أربعون: words behind which a bare figure of those stands whom another has counted. */
static bool before_figure(const isn_work *k, uint32_t w, uint32_t s0) {
    if (k->fn[w] == ISN_FN_THAT)
        return isn_work_pronoun(k, w) == ISN_SUF_HUM && isn_trigger_figure(k, w) != ISN_NONE;
    return w > s0 && k->fn[w - 1] == ISN_FN_THAT &&
           (isn_role_cue(k, w, ISN_CUE_NUMBER) || isn_role_cue(k, w, ISN_CUE_TOLL)) &&
           (isn_work_pre(k, w, 0) & ISN_CL_AL || isn_work_pronoun(k, w)) &&
           isn_trigger_figure(k, w) != ISN_NONE;
}

/* Is nothing counted behind the figure that ends before the word? سبعة، / سبعة فقط */
static bool figure_closes(const isn_work *k, uint32_t to, uint32_t s1) {
    return to >= s1 || k->scan->words[to].flags & ISN_WF_BREAK || k->fn[to] != ISN_NO_FN ||
           isn_work_has(k, to, ISN_T_ATTRIB);
}

/* قدرت الشرطة العدد بسبعة، خفضت الحصيلة إلى سبعة; تحدثت الشرطة عن سبعة، لم تذكر سوى سبعة: a bare figure that somebody puts the number at,
 * or all that he tells. */
static bool put_at(const isn_work *k, uint32_t w, uint32_t s0, uint32_t s1) {
    enum { NEAR = 7 };
    uint32_t n = bare_figure(k, w, s1);
    if (n == ISN_NONE || w == s0 || !figure_closes(k, k->m->numbers.ptr[n].last, s1))
        return false;
    uint8_t before = k->fn[w - 1];
    bool of = before == ISN_FN_AN || before == ISN_FN_EXCEPT;
    if (!of && before != ISN_FN_ILA && !(isn_work_pre(k, w, 0) & ISN_CL_BEH))
        return false;
    bool number = false;
    for (uint32_t i = w - 1, far = 0; far < NEAR; far++, i--) {
        number |= isn_role_cue(k, i, ISN_CUE_NUMBER) || isn_role_cue(k, i, ISN_CUE_TOLL);
        bool says = isn_work_has(k, i, ISN_T_SPEECH) && k->wc[i] & ISN_WC_VERB;
        if (says || isn_role_cue(k, i, ISN_CUE_RAISE))
            return number || (says && of);
        if (i == s0 || k->scan->words[i].flags & ISN_WF_BREAK)
            return false;
    }
    return false;
}

static void add_figure(isn_work *k, uint32_t w) {
    uint32_t row = 0, rows = isn_lex_rows(k->lex, ISN_T_TRIGGER);
    while (row < rows && !isn_work_framed(k, row, ISN_FR_FIGURE))
        row++;
    if (row == rows)
        return;
    isn_ev *e = ISN_PUSH(k->arena, &k->evs);
    e->first = w;
    e->last = w + 1;
    e->row = row;
    e->form = ISN_FORM_NAME;
    e->sentence = k->scan->words[w].sentence;
    e->definite = true;
    e->title = k->block_role[e->sentence] == ISN_ROLE_TITLE;
    e->by = e->group = e->chain = e->cue_row = e->cue_word = ISN_NONE;
}

/* تبادل لإطلاق النار، تبادل كثيف لإطلاق النار: the noun says what was exchanged, and no second deed. */
static bool exchanged(const isn_work *k, const pick *p) {
    const isn_ev *e = k->evs.len ? &k->evs.ptr[k->evs.len - 1] : NULL;
    const isn_hit *hit = p->hit;
    if (!e || e->verb || e->last > hit->first || hit->first - e->last > 1 ||
        !(e->flags & ISN_TG_RECIPROCAL) || e->mode != ISN_MODE_FIREARMS ||
        k->fn[e->last] != ISN_NO_FN ||
        (hit->first > e->last && k->m->entities.cover[e->last] != ISN_NONE) ||
        (p->sense->form & ISN_FORM_KIND) <= ISN_FORM_IMPF ||
        isn_work_trigger(k, p->sense->row, ISN_TRIGGER_MODE) != ISN_MODE_FIREARMS ||
        isn_work_pre(k, hit->first, hit->reading) & ~ISN_CL_LAM ||
        isn_work_trigger(k, p->sense->row, ISN_TRIGGER_EFFECT) ||
        k->scan->words[hit->first].flags & ISN_WF_BREAK)
        return false;
    return true;
}

void isn_trigger_find(isn_work *k) {
    const isn_scan *scan = k->scan;
    k->sentence_ev = isn_arena_zero(k->arena, sizeof(uint32_t) * (scan->text->nsentences + 1));
    uint64_t *here = ISN_NEW(k->arena, uint64_t, isn_lex_list_width(k->lex));
    k->evs.cap = scan->nwords / 5 + 8; /* seldom more */
    k->evs.ptr = isn_arena_alloc(k->arena, k->evs.cap * sizeof(isn_ev));
    for (uint32_t s = 0; s < scan->text->nsentences; s++) {
        k->sentence_ev[s] = k->evs.len;
        if (k->block_role[s] == 255)
            continue;
        bool fresh = false;
        for (uint32_t w = k->s0[s]; w < scan->sentence_word[s + 1]; w++) {
            if (figure_near(k, w, scan->sentence_word[s + 1]) &&
                (before_figure(k, w, k->s0[s]) ||
                 sourced_apart(k, w, k->s0[s], scan->sentence_word[s + 1]) ||
                 put_at(k, w, k->s0[s], scan->sentence_word[s + 1]))) {
                add_figure(k, w);
                continue;
            }
            bool hand = k->fn[w] == ISN_FN_HAND && (w == k->s0[s] || k->fn[w - 1] != ISN_FN_HAND);
            if (k->m->numbers.len && (hand ? add_share(k, w) : add_another(k, w)))
                continue;
            if (!isn_work_has(k, w, ISN_T_TRIGGER) || k->taken[w] || k->fn[w] == ISN_FN_HAND ||
                k->fn[w] == ISN_FN_ALONG || inside_name(k, w) || spelled_as_name(k, w) ||
                his_own_word(k, w))
                continue; /* "by order of" is no order of its own */
            pick best = {0};
            if (!fresh)
                isn_relevance_lists(k, here, k->s0[s], scan->sentence_word[s + 1]);
            fresh = true;
            choose(k, here, &best, w);
            if (!best.sense || told_of(k, &best) || of_channel(k, &best) || called_by(k, &best) ||
                impels(k, &best) || tried_by_the_way(k, &best))
                continue;
            best.sense = in_words(k, &best);
            bool part = exchanged(k, &best);
            add(k, &best);
            if (part) {
                isn_ev *e = &k->evs.ptr[k->evs.len - 1];
                e->absorbed = true;
                e->by = k->evs.len - 2;
            }
            take_share(k, &k->evs.ptr[k->evs.len - 1]);
            if (best.hit->last > w + 1)
                w = best.hit->last - 1;
        }
    }
    k->sentence_ev[scan->text->nsentences] = k->evs.len;
    for (uint32_t i = 0; i < k->evs.len; i++)
        clause_of(k, &k->evs.ptr[i]);
}
