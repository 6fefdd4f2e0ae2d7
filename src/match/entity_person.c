/* entity_person.c: offices, ranks and the names of persons: "العميد راجح السوادي", "وزير الدفاع التركي فلان",
 * "المتحدث باسم الجهاز، فلان الفلاني،". One entity a person, with the office's body nested. See entity.h. */
#include "match/entity.h"

/* ---- names ---------------------------------------------------------------------------------------- */

typedef struct run {
    uint32_t last, count, sure; /* words of a name; `sure`: those that names.tsv has */
    bool surname;               /* ended by a definite surname */
} run;

static const isn_token *token_of(const isn_find *f, uint32_t word) {
    return &f->scan->text->tokens[f->scan->words[word].token];
}

bool isn_find_name_part(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_NAME, true);
    return s != NULL && isn_find_flags(f, s, ISN_NAME_USE) != ISN_NU_NONE;
}

static bool wordlike(const isn_find *f, uint32_t word) {
    return !isn_find_break(f, word) && f->scan->words[word].kind == ISN_TOK_WORD;
}

/* An unknown word with the shape of a verb, يتفقد, ends a name that has begun. */
static bool verb_shape(const isn_find *f, uint32_t word) {
    const isn_token *t = token_of(f, word);
    return t->fold_len >= 4 && f->scan->text->fold[t->fold] == ISN_F_YEH;
}

static bool ends_in_yeh(const isn_find *f, uint32_t word) {
    const isn_token *t = token_of(f, word);
    return t->fold_len >= 4 && isn_token_end(f->scan->text, t)[-1] == ISN_F_YEH;
}

/* العراقي، البغدادي as a surname: known as something else, but shaped and placed as one. */
static bool known_surname(const isn_find *f, uint32_t word) {
    if (!isn_find_def(f, word) || isn_find_pre(f, word) != 0 || isn_find_stop(f, word))
        return false;
    return ends_in_yeh(f, word) && !isn_find_has(f, word, ISN_T_PLACEWORD);
}

static bool closed(const isn_find *f, uint32_t word) {
    return isn_find_break(f, word) || isn_find_has(f, word, ISN_T_FUNC) || isn_find_verb(f, word) ||
           isn_find_has(f, word, ISN_T_SPEECH);
}

/* A definite word of any other kind right before a comma or a particle: "فلان كاظم العازم، إن" */
static bool closing_surname(const isn_find *f, uint32_t word) {
    const uint32_t others = 1u << ISN_T_ACTOR | 1u << ISN_T_ORGWORD | 1u << ISN_T_TITLE |
                            1u << ISN_T_PLACE | 1u << ISN_T_PLACEWORD | 1u << ISN_T_PEOPLE |
                            1u << ISN_T_COUNTRY | 1u << ISN_T_CASUALTY | 1u << ISN_T_DATEWORD |
                            1u << ISN_T_OUTLET | 1u << ISN_T_NATION | 1u << ISN_T_TRIGGER;
    return isn_find_def(f, word) && isn_find_pre(f, word) == 0 && !isn_find_stop(f, word) &&
           !(f->scan->word_tables[word] & others) && closed(f, word + 1);
}

/* القاضي حسن الحداد، المستشار سمير الملاح: behind a title and a first name a trade, which is a surname there. */
static bool trade_surname(const isn_find *f, uint32_t word) {
    const uint32_t others = 1u << ISN_T_ACTOR | 1u << ISN_T_ORGWORD | 1u << ISN_T_TITLE |
                            1u << ISN_T_PLACEWORD | 1u << ISN_T_COUNTRY | 1u << ISN_T_CASUALTY |
                            1u << ISN_T_DATEWORD | 1u << ISN_T_OUTLET | 1u << ISN_T_NATION;
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_PEOPLE, true);
    return s != NULL && (s->form & ISN_FORM_NUMBER) == ISN_FORM_SG && isn_find_def(f, word) &&
           isn_find_pre(f, word) == 0 && !(f->scan->word_tables[word] & others) && word > 1 &&
           isn_find_has(f, word - 1, ISN_T_NAME) && isn_find_has(f, word - 2, ISN_T_TITLE) &&
           !isn_find_break(f, word - 1) && closed(f, word + 1);
}

/* محمد الأمين ولد أحمد: whatever the word with the article is, where whose child he is follows it. */
static bool before_parent(const isn_find *f, uint32_t word) {
    const isn_sense *s =
        isn_find_def(f, word) && isn_find_pre(f, word) == 0 && wordlike(f, word + 1)
            ? isn_find_sense(NULL, f, word + 1, ISN_T_NAME, true)
            : NULL;
    return s != NULL && isn_find_flags(f, s, ISN_NAME_USE) == ISN_NU_PARENT;
}

/* العقيد الهادي الزرلي، د. الصادق بلال: behind a title a name with the article and a further one: a given name, no surname. */
static bool given_with_article(const run *r, const isn_find *f, uint32_t word, bool titled) {
    if (!titled || r->count > 0 || !wordlike(f, word + 1) || isn_find_pre(f, word + 1) != 0)
        return false;
    return isn_find_sense(NULL, f, word + 1, ISN_T_NAME, true) != NULL ||
           isn_find_unknown(f, word + 1); /* المقدم الصادق جودة الله */
}

/* خير الدين، جاد الله: the second half of a given name, which a surname may follow. */
static bool second_half(const isn_find *f, uint32_t word) {
    static const uint8_t god[] = {ISN_F_ALEF, ISN_F_LAM, ISN_F_LAM, ISN_F_HEH},
                         faith[] = {ISN_F_ALEF, ISN_F_LAM, ISN_F_DAL, ISN_F_YEH, ISN_F_NOON};
    const isn_token *t = token_of(f, word);
    const uint8_t *p = f->scan->text->fold + t->fold;
    return (t->fold_len == sizeof god && memcmp(p, god, sizeof god) == 0) ||
           (t->fold_len == sizeof faith && memcmp(p, faith, sizeof faith) == 0);
}

static bool take_known(run *r, const isn_find *f, uint32_t word, bool titled) {
    const isn_hit *hit = NULL;
    if (isn_find_sense(&hit, f, word, ISN_T_NAME, true) == NULL && !before_parent(f, word))
        return false;
    if (r->count > 0 && isn_find_sense(NULL, f, word, ISN_T_COUNTRY, true) != NULL)
        return false; /* الرئيس عون إسرائيل */
    bool func = isn_find_has(f, word, ISN_T_FUNC);
    if (func && ((token_of(f, word)->flags & ISN_TF_MAKSURA) || (r->count == 0 && !titled)))
        return false;
    if ((isn_find_func(f, word, ISN_FN_OTHER) || isn_find_func(f, word, ISN_FN_FRONT)) &&
        !(token_of(f, word)->flags & ISN_TF_HAMZA_UNDER))
        return false; /* مثلت ليلى سالم أمام القاضي, no إمام */
    bool date = isn_find_has(f, word, ISN_T_DATEWORD) || isn_find_has(f, word, ISN_T_MONTH);
    if (date && r->count == 0 &&
        !(wordlike(f, word + 1) &&
          (isn_find_has(f, word + 1, ISN_T_NAME) || isn_find_unknown(f, word + 1))))
        return false;
    bool two = hit != NULL && hit->last > word + 1; /* جاد الرب */
    r->surname = !two && isn_find_def(f, word) && !second_half(f, word) &&
                 !given_with_article(r, f, word, titled);
    r->sure++;
    r->last = two ? hit->last : word + 1;
    return true;
}

static bool may_be_given(const isn_find *f, uint32_t word) {
    const isn_scan *scan = f->scan;
    for (uint32_t h = scan->word_hit[word]; h < scan->word_hit[word + 1]; h++)
        for (unsigned n = 0; n < scan->hits[h].nsenses && scan->hits[h].last == word + 1; n++)
            if (scan->hits[h].senses[n].table == ISN_T_CUE &&
                isn_lex_int(scan->lex, ISN_T_CUE, scan->hits[h].senses[n].row, ISN_CUE_KIND) ==
                    ISN_CUE_GIVEN)
                return true;
    return false;
}

/* Does a name go on at the word, which stands behind a word that is one as well as something else? Within a name any surname of
 * no list ends in ي: not محمد قائد الحملة. */
static bool name_goes_on(const run *r, const isn_find *f, uint32_t word) {
    if (!wordlike(f, word) || isn_find_pre(f, word) != 0)
        return false;
    if (isn_find_sense(NULL, f, word, ISN_T_NAME, true) != NULL)
        return true;
    if (!isn_find_def(f, word))
        return may_be_given(f, word) && !isn_find_break(f, word);
    return known_surname(f, word) ||
           (isn_find_unknown(f, word) &&
            (ends_in_yeh(f, word) ||
             (r->count == 0 && !isn_find_has(f, word - 1, ISN_T_FUNC)))); /* خلف القضبان */
}

/* ، (61 عاما), إن, the end of the sentence: no more of a name. */
static bool name_over(const isn_find *f, uint32_t word) {
    return word >= f->end || f->scan->words[word].flags & (ISN_WF_COMMA | ISN_WF_PAREN) ||
           f->scan->words[word].sentence != f->scan->words[word - 1].sentence ||
           isn_find_func(f, word, ISN_FN_THAT);
}

/* قائممقام القضاء طالب جاسم المحمدي، المحامي مبارك الهيفي، اللواء سعد نجم الكروي: behind an office, a title or a name and before
 * a further name, or where the name is over: العقيد محمد عيد، */
static bool take_given(run *r, const isn_find *f, uint32_t word, bool titled) {
    if ((r->count == 0 && !titled) || isn_find_def(f, word) || isn_find_pre(f, word) != 0 ||
        !may_be_given(f, word) || isn_find_in_date(f, word))
        return false;
    bool behind = r->count > 0 ? r->sure > 0
                               : word > 0 && isn_find_has(f, word - 1, ISN_T_NAME) &&
                                     !isn_find_break(f, word);
    if (!(behind && name_over(f, word + 1)) && !name_goes_on(r, f, word + 1))
        return false;
    r->sure++;
    r->last = word + 1;
    return true;
}

/* علي بن فليس، حسين بن بلال: whose son he is, in a word that might be cut. */
static bool son_of(const run *r, const isn_find *f, uint32_t word) {
    const isn_token *t = token_of(f, word);
    const uint8_t *p = f->scan->text->fold + t->fold;
    return r->count > 0 && t->fold_len == 2 && p[0] == ISN_F_BEH && p[1] == ISN_F_NOON &&
           wordlike(f, word + 1) && !isn_find_def(f, word + 1) && isn_find_pre(f, word + 1) != 0 &&
           isn_find_pre(f, word + 1) != ISN_CL_WAW;
}

/* عبد الملك، عبد الأمير: whose servant he is by his name, which may be a title. */
static bool servant(const isn_find *f, uint32_t word) {
    const isn_token *t = token_of(f, word);
    const uint8_t *p = f->scan->text->fold + t->fold;
    return t->fold_len == 3 && p[0] == ISN_F_AIN && p[1] == ISN_F_BEH && p[2] == ISN_F_DAL &&
           wordlike(f, word + 1) && isn_find_def(f, word + 1);
}

static bool take_compound(run *r, const isn_find *f, uint32_t word, bool titled) {
    if (son_of(r, f, word)) {
        r->sure++;
        r->last = word + 2;
        return true;
    }
    if (!isn_find_name_part(f, word) || !wordlike(f, word + 1) || isn_find_pre(f, word + 1) != 0)
        return false;
    bool name = isn_find_has(f, word + 1, ISN_T_NAME);
    if (!name && isn_find_stop(f, word + 1) && !isn_find_def(f, word + 1))
        return false;
    if (r->count == 0 && !titled && !name && !isn_find_unknown(f, word + 1) && !servant(f, word))
        return false;
    r->sure++;
    r->last = word + 2;
    if (isn_find_name_part(f, word + 1) && wordlike(f, word + 2) && isn_find_pre(f, word + 2) == 0)
        r->last = word + 3;
    return true;
}

static bool take_unknown(run *r, const isn_find *f, uint32_t word, bool titled) {
    if (!isn_find_unknown(f, word) || isn_find_pre(f, word) != 0 ||
        (token_of(f, word)->flags & ISN_TF_TANWIN))
        return false;
    if (isn_find_def(f, word)) {
        if (r->count == 0)
            return false;
        r->surname = !second_half(f, word);
        r->sure += !r->surname;
    } else if (r->count - r->sure >= 3 || (r->count == 0 && !titled) ||
               (r->count > 0 && verb_shape(f, word))) {
        return false;
    } else if (r->count == 0 && verb_shape(f, word) &&
               !(wordlike(f, word + 1) && !isn_find_def(f, word + 1) &&
                 (isn_find_unknown(f, word + 1) || isn_find_has(f, word + 1, ISN_T_NAME)))) {
        return false;
    }
    r->last = word + 1;
    return true;
}

static bool take_surname(run *r, const isn_find *f, uint32_t word) {
    const isn_sense *title = isn_find_sense(NULL, f, word, ISN_T_TITLE, true);
    if (r->count == 0)
        return false;
    if (title != NULL && !isn_find_def(f, word) &&
        (isn_find_flags(f, title, ISN_TITLE_FLAGS) & ISN_AF_HONORIFIC)) {
        r->last = word + 1; /* شيخ، حاجي inside a name */
        return true;
    }
    if (!known_surname(f, word) && !closing_surname(f, word) && !trade_surname(f, word))
        return false;
    r->surname = true;
    r->last = word + 1;
    return true;
}

/* يحيى كزمان، إبراهيم ساني: inside a name a word that is known only when cut ("like a time", "my tooth") is whole. With ك only
 * at the name's end, for a comparison goes on. */
static bool take_cut(run *r, const isn_find *f, uint32_t word) {
    const uint32_t others = 1u << ISN_T_ACTOR | 1u << ISN_T_ORGWORD | 1u << ISN_T_TITLE |
                            1u << ISN_T_PEOPLE | 1u << ISN_T_COUNTRY | 1u << ISN_T_NATION;
    const isn_word *w = &f->scan->words[word];
    bool like = false;
    if (r->count == 0 || isn_find_def(f, word) || f->scan->word_tables[word] & others ||
        token_of(f, word)->flags & ISN_TF_TANWIN)
        return false;
    for (unsigned i = 0; i < w->nreadings; i++) {
        const isn_reading *cut = &w->reading[i];
        if (cut->symbol == ISN_NO_SYMBOL)
            continue;
        bool mine = cut->suf == ISN_SUF_YA || cut->suf == ISN_SUF_NI;
        if (cut->pre & ~(unsigned)ISN_CL_KAF || (!mine && cut->suf != ISN_SUF_NONE) ||
            (!mine && !cut->pre))
            return false;
        like |= cut->pre != 0;
    }
    if (like && !closed(f, word + 1))
        return false;
    r->last = word + 1;
    return true;
}

/* سعد نجم الكروي، إن: inside a name, before a surname that ends it, a word that is something else elsewhere. */
static bool take_middle(run *r, const isn_find *f, uint32_t word) {
    const uint32_t others = 1u << ISN_T_ACTOR | 1u << ISN_T_ORGWORD | 1u << ISN_T_TITLE |
                            1u << ISN_T_PLACEWORD | 1u << ISN_T_PEOPLE | 1u << ISN_T_COUNTRY |
                            1u << ISN_T_NATION | 1u << ISN_T_DATEWORD | 1u << ISN_T_MONTH |
                            1u << ISN_T_CASUALTY | 1u << ISN_T_NUMERAL;
    if (r->sure == 0 || isn_find_def(f, word) || isn_find_pre(f, word) != 0 ||
        f->scan->word_tables[word] & others || token_of(f, word)->flags & ISN_TF_TANWIN ||
        !wordlike(f, word + 1) || !known_surname(f, word + 1) || !closed(f, word + 2))
        return false;
    r->last = word + 1;
    return true;
}

/* العقيد محمد جودة، إن: behind a rank or an office and a given name the last word before a comma or "that", which is a town or a
 * thing elsewhere. */
static bool take_last(run *r, const isn_find *f, uint32_t word, bool titled) {
    const uint32_t others = 1u << ISN_T_ACTOR | 1u << ISN_T_ORGWORD | 1u << ISN_T_TITLE |
                            1u << ISN_T_PLACEWORD | 1u << ISN_T_PEOPLE | 1u << ISN_T_COUNTRY |
                            1u << ISN_T_NATION | 1u << ISN_T_DATEWORD | 1u << ISN_T_MONTH |
                            1u << ISN_T_CASUALTY | 1u << ISN_T_NUMERAL | 1u << ISN_T_FUNC |
                            1u << ISN_T_SPEECH | 1u << ISN_T_CUE | 1u << ISN_T_ATTRIB |
                            1u << ISN_T_CHANNEL | 1u << ISN_T_OUTLET | 1u << ISN_T_TRIGGER;
    const isn_token *t = token_of(f, word);
    uint8_t end = isn_token_end(f->scan->text, t)[-1];
    bool town = isn_find_has(f, word, ISN_T_PLACE);
    if (!titled || r->sure == 0 || isn_find_def(f, word) || isn_find_pre(f, word) != 0 ||
        f->scan->word_tables[word] & others || t->flags & ISN_TF_TANWIN || word + 1 >= f->end ||
        (!town && (end == ISN_F_ALEF || end == ISN_F_HEH))) /* سابقا، صراحة */
        return false;
    if (!(f->scan->words[word + 1].flags & ISN_WF_COMMA) &&
        !isn_find_func(f, word + 1, ISN_FN_THAT))
        return false;
    r->last = word + 1;
    return true;
}

/* The whole name of a person that persons.tsv has. */
static bool take_person(run *r, const isn_find *f, uint32_t word) {
    uint32_t last = isn_find_known_name(f, word);
    if (last < word + 2 || isn_find_pre(f, word) != 0)
        return false;
    r->sure += last - word;
    r->count += last - word - 1;
    r->surname = true; /* nothing of a name follows */
    r->last = last;
    return true;
}

/* نبيل الطيب حامد، في بيان: behind a name with the article the last one, which ends there. */
static bool names_on(const isn_find *f, uint32_t word) {
    const uint32_t others = 1u << ISN_T_COUNTRY | 1u << ISN_T_PLACE | 1u << ISN_T_TRIGGER |
                            1u << ISN_T_FUNC | 1u << ISN_T_PEOPLE | 1u << ISN_T_TITLE;
    return isn_find_has(f, word - 1, ISN_T_NAME) &&
           isn_find_sense(NULL, f, word, ISN_T_NAME, true) != NULL && !isn_find_def(f, word) &&
           !(f->scan->word_tables[word] & others) && closed(f, word + 1);
}

/* Words of a personal name from `word`. `titled`: a title stands before it, so that unknown words are
 * names until something else is known. */
static run name_run(const isn_find *f, uint32_t word, bool titled) {
    run r = {word, 0, 0, false};
    uint32_t quoted = titled ? isn_find_quoted(f, word, 4) : 0;
    const uint32_t things = 1u << ISN_T_TRIGGER | 1u << ISN_T_CUE | 1u << ISN_T_ORGWORD;
    bool thing = quoted == word + 1 && isn_find_def(f, word) &&
                 f->scan->word_tables[word] & things &&
                 !isn_find_has(f, word, ISN_T_NAME); /* أدان الناطق "الجريمة" */
    if (quoted != 0 && !thing && !isn_find_stop(f, word))
        return (run){quoted, 2, 2, true};
    while (r.count < 7 && wordlike(f, r.last)) {
        uint32_t at = r.last;
        if (r.count > 0 && r.surname && !isn_find_name_part(f, at) && /* الحسين بن طلال */
            !names_on(f, r.last))
            break;
        if (r.count > 0 && (f->scan->words[at].flags & (ISN_WF_QUOTE | ISN_WF_UNQUOTE)))
            break;
        if (!take_person(&r, f, at) && !take_compound(&r, f, at, titled) &&
            !take_known(&r, f, at, titled) && !take_given(&r, f, at, titled) &&
            !take_unknown(&r, f, at, titled) && !take_surname(&r, f, at) && !take_cut(&r, f, at) &&
            !take_middle(&r, f, at) && !take_last(&r, f, at, titled))
            break;
        r.count++;
    }
    return r;
}

/* ---- offices ---------------------------------------------------------------------------------------- */

enum { OTHERS = 8 }; /* ACLED's code of those from abroad */

typedef struct office {
    const isn_hit *hit;
    const isn_sense *s;
    int32_t flags;
    bool def, refined, joint; /* joint: of a region, and of no one land (القادة العرب) */
    uint32_t last, nested, country;
    uint8_t sector, role, inter;
    uint32_t name_first, name_last;
} office;

static bool title_here(const isn_hit **hit, const isn_sense **s, int32_t *flags, const isn_find *f,
                       uint32_t word, bool plain) {
    *s = isn_find_sense(hit, f, word, ISN_T_TITLE, plain);
    if (*s == NULL)
        return false;
    *flags = isn_find_flags(f, *s, ISN_TITLE_FLAGS);
    return true;
}

/* The end of the rank or honorific at the word, or 0. الأمير is one before a name, and an office without. */
static uint32_t rank_at(const isn_find *f, uint32_t word) {
    if (!wordlike(f, word) || !isn_find_has(f, word, ISN_T_TITLE))
        return 0;
    for (uint32_t h = f->scan->word_hit[word]; h < f->scan->word_hit[word + 1]; h++) {
        const isn_hit *hit = &f->scan->hits[h];
        for (unsigned i = 0; i < hit->nsenses; i++)
            if (hit->senses[i].table == ISN_T_TITLE && isn_find_hit_pre(f, hit) == 0 &&
                isn_find_flags(f, &hit->senses[i], ISN_TITLE_FLAGS) &
                    (ISN_AF_RANK | ISN_AF_HONORIFIC))
                return hit->last;
    }
    return 0;
}

/* Ranks and honorifics that follow each other: العميد الركن الدكتور */
static uint32_t rank_chain(const isn_find *f, uint32_t word) {
    for (uint32_t last = rank_at(f, word); last != 0; last = rank_at(f, word))
        word = last;
    return word;
}

uint32_t isn_find_past_rank(const isn_find *f, uint32_t word) {
    return rank_chain(f, word);
}

static void office_take(office *o, const isn_find *f, isn_mods m) {
    if (m.country != ISN_NO_ROW)
        o->country = m.country;
    if (m.actor != NULL) {
        int32_t country = isn_find_flags(f, m.actor, ISN_ACTOR_COUNTRY);
        int32_t inter = isn_find_flags(f, m.actor, ISN_ACTOR_INTER);
        o->sector = (uint8_t)isn_find_flags(f, m.actor, ISN_ACTOR_SECTOR);
        o->inter = inter > 0 ? (uint8_t)inter : 0;
        if (country != ISN_NO_INT)
            o->country = (uint32_t)country;
        if (o->role == ISN_LINK_OFFICIAL)
            o->role = (uint8_t)isn_find_flags(f, m.actor, ISN_ACTOR_ROLE);
    }
    if (o->sector == ISN_SEC_NONE && m.sector != ISN_SEC_NONE) {
        o->sector = m.sector;
        o->inter = m.inter;
    }
    if (m.medic && o->role != ISN_LINK_SPOKESPERSON)
        o->role = ISN_LINK_MEDIC;
}

/* كبير المفاوضين: the office ends in a plural of persons, whose adjective follows. */
static bool of_persons(const isn_find *f, const office *o) {
    const isn_token *t = token_of(f, o->last - 1);
    const uint8_t *end = isn_token_end(f->scan->text, t);
    return o->last == o->hit->last && o->last > o->hit->first + 1 && t->fold_len > 6 &&
           end[-1] == ISN_F_NOON && end[-2] == ISN_F_YEH && isn_find_def(f, o->last - 1);
}

/* وزيري الخارجية، وزراء الدفاع: the first word of the office is more than one. */
static bool holders(const isn_find *f, const office *o) {
    if (o->hit->last == o->hit->first + 1)
        return (o->s->form & ISN_FORM_NUMBER) != ISN_FORM_SG;
    for (uint32_t h = f->scan->word_hit[o->hit->first]; h < f->scan->word_hit[o->hit->first + 1];
         h++)
        for (unsigned i = 0; i < f->scan->hits[h].nsenses; i++) {
            const isn_sense *s = &f->scan->hits[h].senses[i];
            if (s->table == ISN_T_TITLE && f->scan->hits[h].last == o->hit->first + 1 &&
                (s->form & ISN_FORM_NUMBER) != ISN_FORM_SG)
                return true;
        }
    return false;
}

/* وزيري الدفاع والخارجية التركيين: the second one's office stands between the first and the land of both. */
static void second_office(office *o, const isn_find *f) {
    uint32_t w = o->last;
    if (o->last != o->hit->last || o->hit->last == o->hit->first + 1 || !holders(f, o) ||
        isn_find_break(f, w) || isn_find_pre(f, w) != ISN_CL_WAW || !isn_find_def(f, w) ||
        isn_find_has(f, w, ISN_T_NATION))
        return;
    isn_mods m = isn_find_mods(f, w + 1, true, true);
    if (m.count == 0 || m.country == ISN_NO_ROW)
        return;
    o->last = w + 1;
    o->sector = ISN_SEC_GOV;
}

static void office_mods(office *o, const isn_find *f) {
    bool several = holders(f, o) || of_persons(f, o);
    second_office(o, f);
    isn_mods m =
        isn_find_mods(f, o->last, o->def || o->nested != ISN_NO_ENT || o->refined, several);
    if (m.count == 0)
        return;
    o->joint |= m.national && m.country == ISN_NO_ROW && several;
    o->last = m.last;
    o->refined = true;
    office_take(o, f, m);
}

static void office_nested(office *o, isn_find *f, uint32_t nested) {
    const isn_entity *n = &f->ents.ptr[nested];
    o->nested = nested;
    o->last = n->last;
    o->refined = true;
    if (o->country == ISN_NO_ROW)
        o->country = n->country;
    bool chief = n->kind == ISN_ENT_PERSON && n->table == ISN_T_TITLE; /* مستشار قائد الحركة */
    if (n->kind != ISN_ENT_ACTOR && n->kind != ISN_ENT_OUTLET && !chief)
        return;
    bool others = (n->flags & ISN_EF_ARMED) && n->inter > 1; /* القائد العام of no state's army */
    if (o->sector == ISN_SEC_NONE ||
        (o->sector == ISN_SEC_GOV && (n->inter > 1 || isn_find_no_state(n->sector) ||
                                      n->sector == ISN_SEC_JUD)) || /* رئيس محكمة */
        (o->sector == ISN_SEC_MIL && others)) {
        o->sector = n->sector;
        o->inter = n->inter;
    }
    if (o->role == ISN_LINK_OFFICIAL && (n->flags & ISN_EF_ARMED) && n->inter > 1)
        o->role = ISN_LINK_BELLIGERENT;
    else if (o->role == ISN_LINK_OFFICIAL && n->role == ISN_LINK_MEDIC)
        o->role = ISN_LINK_MEDIC;
    else if (o->role == ISN_LINK_NONE || (o->role == ISN_LINK_UNKNOWN && n->role != ISN_LINK_NONE))
        o->role = n->role;
}

static void office_complement(office *o, isn_find *f) {
    isn_comp c = isn_find_complement(f, o->last, false);
    if (c.last == o->last)
        return;
    if (c.nested != ISN_NO_ENT)
        office_nested(o, f, c.nested);
    if (c.mods.count > 0)
        office_take(o, f, c.mods);
    o->last = c.last;
    o->refined = true;
}

/* التقى الرئيس المصري بوزير كذا، بالوفد التركي: another holder of an office, or a body of another state, is no part of his. */
static bool met(const office *o, const isn_entity *n) {
    bool others = n->country != ISN_NO_ROW && o->country != ISN_NO_ROW &&
                  n->country != o->country && !(n->flags & ISN_EF_STATE_BY_STORY);
    return n->table == ISN_T_TITLE || others;
}

/* Office + preposition + body: عضو في المجلس، قائد محلي للدوزو، مبعوث الأمم المتحدة إلى اليمن، النائب عن كتلة كذا */
static void office_tail(office *o, isn_find *f) {
    uint32_t at = o->last, from = at;
    unsigned pre = 0;
    if (!wordlike(f, at))
        return;
    bool world = o->sector == ISN_SEC_UNO || o->sector == ISN_SEC_IGO || o->sector == ISN_SEC_EUR;
    bool to = isn_find_func(f, at, ISN_FN_ILA);
    bool sits_for = o->sector == ISN_SEC_LEG && isn_find_func(f, at, ISN_FN_AN);
    if (isn_find_func(f, at, ISN_FN_FI) || isn_find_func(f, at, ISN_FN_LI) || (to && world) ||
        sits_for) {
        if (!wordlike(f, at + 1))
            return;
        from = at + 1;
    } else {
        pre = isn_find_pre(f, at);
        if (pre != ISN_CL_LAM && pre != ISN_CL_BEH)
            return;
    }
    bool whole = o->last == o->hit->last || o->country != ISN_NO_ROW;
    if (pre == ISN_CL_LAM && whole && o->def && o->hit->last == o->hit->first + 1 &&
        !(o->flags & (ISN_AF_SPOKES | ISN_AF_ENVOY)))
        return; /* حدد الرئيس للمتمردين مهلة: what he is is told, and they are others */
    uint32_t mark = f->ents.len;
    if (pre == ISN_CL_BEH && isn_find_has(f, at, ISN_T_TRIGGER) && !isn_find_def(f, at) &&
        isn_find_longest(f, at, 1u << ISN_T_ACTOR | 1u << ISN_T_ORGWORD) < 2)
        return; /* طالب رئيس الوزراء بفتح تحقيق: no party of that name */
    uint32_t nested = isn_find_nested(f, from, pre);
    if (nested == ISN_NO_ENT)
        return;
    isn_entity_kind kind = (isn_entity_kind)f->ents.ptr[nested].kind;
    bool place = kind == ISN_ENT_PLACE &&
                 ((to && world) || sits_for || (!o->def && o->nested == ISN_NO_ENT) ||
                  (o->flags & ISN_AF_ENVOY && pre == ISN_CL_LAM && /* المندوب الدائم للسودان */
                   f->ents.ptr[nested].table == ISN_T_COUNTRY));
    bool chief = kind == ISN_ENT_PERSON && f->ents.ptr[nested].table == ISN_T_TITLE &&
                 pre == ISN_CL_LAM; /* المستشار السياسي لقائد الحركة فلان */
    bool people = kind == ISN_ENT_PEOPLE && pre == ISN_CL_LAM &&
                  f->ents.ptr[nested].sector != ISN_SEC_JRN; /* قال السفير للصحفيين */
    if ((kind != ISN_ENT_ACTOR && !place && !chief && !people) ||
        (pre == ISN_CL_BEH && met(o, &f->ents.ptr[nested]))) {
        isn_find_undo(f, mark);
        return;
    }
    if (o->nested == ISN_NO_ENT) {
        office_nested(o, f, nested);
    } else {
        o->last = f->ents.ptr[nested].last;
        f->ents.ptr[nested].nested = true;
    }
}

/* آمر الكتيبة beside أمر الكتيبة، which folding makes one. */
static bool has_madda(const isn_find *f, uint32_t word) {
    static const unsigned char alef_madda[] = {0xD8, 0xA2}; /* U+0622 */
    const isn_token *token = &f->scan->text->tokens[f->scan->words[word].token];
    const char *bytes = f->scan->text->article->bytes + token->start;
    return memmem(bytes, token->end - token->start, alef_madda, sizeof alef_madda) != NULL;
}

static bool office_head(office *o, const isn_find *f, uint32_t word) {
    *o = (office){.nested = ISN_NO_ENT, .country = ISN_NO_ROW};
    if (!title_here(&o->hit, &o->s, &o->flags, f, word, false) || !(o->flags & ISN_AF_PERSONAL) ||
        (o->flags & ISN_AF_CUE && !has_madda(f, word)))
        return false;
    o->last = o->hit->last;
    o->def = isn_find_hit_def(f, o->hit) || isn_find_suffixed(f, o->hit);
    o->sector = (uint8_t)isn_find_flags(f, o->s, ISN_TITLE_SECTOR);
    o->role = (uint8_t)isn_find_flags(f, o->s, ISN_TITLE_ROLE);
    return true;
}

/* رئيس اللجنة الثورية التابعة لجماعة كذا: whose the body is that the office is of. */
static void office_owner(office *o, isn_find *f) {
    if (!o->refined || o->last >= f->end || !isn_find_has(f, o->last, ISN_T_FUNC))
        return;
    uint32_t owner = isn_find_owner(f, o->last, true);
    if (owner == ISN_NO_ENT)
        return;
    const isn_entity *n = &f->ents.ptr[owner];
    if ((o->sector == ISN_SEC_GOV || o->sector == ISN_SEC_NONE) && isn_find_no_state(n->sector)) {
        o->sector = n->sector;
        o->inter = n->inter;
    }
    if (o->country == ISN_NO_ROW)
        o->country = n->country;
    o->last = n->last;
    f->ents.ptr[owner].nested = true;
}

/* All of the office but the name. */
static void office_phrase(office *o, isn_find *f) {
    const isn_hit *hit;
    const isn_sense *s;
    int32_t flags;
    bool multi = o->hit->last > o->hit->first + 1;
    if (multi && o->flags & ISN_AF_HEAD &&
        isn_find_longest(f, o->hit->last - 1, 1u << ISN_T_ORGWORD) > 1) {
        uint32_t mark =
            f->ents.len; /* رئيس لجنة العلاقات الخارجية: the body's name begins within the office */
        uint32_t body = isn_find_nested(f, o->hit->last - 1, 0);
        if (body != ISN_NO_ENT && f->ents.ptr[body].kind == ISN_ENT_ACTOR &&
            f->ents.ptr[body].last > o->last)
            office_nested(o, f, body);
        else
            isn_find_undo(f, mark);
    }
    office_mods(o, f);
    if (wordlike(f, o->last) && title_here(&hit, &s, &flags, f, o->last, false) &&
        (flags & ISN_AF_SPOKES) && !(flags & ISN_AF_PERSONAL)) {
        o->last = hit->last; /* المتحدث الإقليمي + باسم */
        office_complement(o, f);
    } else if ((o->flags & ISN_AF_HEAD) &&
               (!o->def || (multi && !isn_find_def(f, o->hit->last - 1))) &&
               !isn_find_has(f, o->last - 1, ISN_T_COUNTRY) && !isn_find_suffixed(f, o->hit) &&
               (!o->refined || multi)) {
        office_complement(o, f);
    }
    bool tailed = o->flags & (ISN_AF_HEAD | ISN_AF_SPOKES | ISN_AF_STATE);
    if (tailed)
        office_tail(o, f);
    if (o->flags & ISN_AF_ENVOY && o->def && o->refined)
        office_tail(o, f); /* المندوب الدائم لمصر + لدى الأمم المتحدة */
    uint32_t last = o->last;
    if (o->refined || o->last > o->hit->last)
        office_mods(o, f);
    if (tailed && o->last > last)
        office_tail(o, f); /* مندوب مصر الدائم لدى الجامعة */
    office_owner(o, f);
}

static bool set_name(office *o, uint32_t first, run r, uint32_t need) {
    if (r.count < need)
        return false;
    o->name_first = first;
    o->name_last = r.last;
    o->last = r.last;
    return true;
}

/* السفير، النائب: an office that goes with a name as a rank does. The word after it, or the same word. */
static uint32_t past_style(const isn_find *f, uint32_t word, bool comma) {
    const isn_hit *hit;
    const isn_sense *s;
    int32_t flags;
    if (!isn_find_def(f, word) || isn_find_pre(f, word) != 0)
        return word;
    if (!title_here(&hit, &s, &flags, f, word, comma)) {
        s = comma ? isn_find_sense(&hit, f, word, ISN_T_PEOPLE, true) : NULL;
        bool one = s != NULL && (s->form & ISN_FORM_NUMBER) == ISN_FORM_SG && hit->last == word + 1;
        return one ? word + 1 : word; /* مدير المستشفى، الطبيب فلان الفلاني، */
    }
    if (hit->last > word + 1)
        return word;
    bool deputy = flags & ISN_AF_PERSONAL &&
                  (comma || /* عضو هيئة الدفاع، المحامية فلانة الفلانية، */
                   isn_lex_int(f->lex, ISN_T_TITLE, s->row, ISN_TITLE_SECTOR) == ISN_SEC_LEG);
    return flags & ISN_AF_ENVOY || deputy ? rank_chain(f, hit->last) : word;
}

/* المتحدث باسم الخارجية السفير فلان الفلاني، عضو لجنة الأمن النائب فلان: behind the office of a spokesman, of an envoy, or of a
 * body the word is a style; behind a minister's, whom he meets. The word after it. */
static uint32_t style_of(const office *o, const isn_find *f, uint32_t word) {
    bool of_body =
        o->flags & ISN_AF_HEAD && (!(o->flags & ISN_AF_STATE) || o->sector == ISN_SEC_PTY);
    if (!(o->flags & (ISN_AF_SPOKES | ISN_AF_ENVOY) || of_body) || o->last < o->hit->first + 2 ||
        !wordlike(f, word))
        return word;
    uint32_t name = past_style(f, word, false);
    return name > word && wordlike(f, name) && name_run(f, name, true).count >= 2 ? name : word;
}

/* The name right after the office, perhaps with a rank between: وزير الدفاع الفريق أول فلان */
static bool office_name(office *o, const isn_find *f) {
    uint32_t first = style_of(o, f, rank_chain(f, o->last));
    if (!wordlike(f, first))
        return false;
    if ((f->scan->words[first].flags & ISN_WF_QUOTE) && !(o->flags & ISN_AF_HONORIFIC) &&
        !(isn_find_has(f, first, ISN_T_NAME) && isn_find_quoted(f, first, 4) > first + 1))
        return false;
    if (isn_find_def(f, first) && isn_find_unknown(f, first) && isn_find_pre(f, first) == 0 &&
        wordlike(f, first + 1) && isn_find_has(f, first + 1, ISN_T_NAME) &&
        !isn_find_def(f, first + 1) &&
        (!isn_find_stop(f, first + 1) || name_run(f, first + 1, true).count >= 2))
        first++; /* عضو الوفد المفاوض فلان، الناشط البارز علي كذا */
    run r = name_run(f, first, true);
    if (r.count == 1 && isn_find_has(f, first, ISN_T_COUNTRY))
        return false; /* حذر الوزير إسرائيل */
    return set_name(o, first, r, 1);
}

uint32_t isn_find_holder(const isn_find *f, uint32_t word) {
    run r = {word, 0, 0, false};
    if (wordlike(f, word) && !(f->scan->words[word].flags & ISN_WF_QUOTE))
        r = name_run(f, word, true);
    return r.sure >= 2 || (r.count >= 2 && r.sure >= 1) ? r.last : word;
}

static bool only_comma(const isn_find *f, uint32_t word) {
    return word < f->end && (f->scan->words[word].flags & ISN_WF_BREAK) == ISN_WF_COMMA &&
           f->scan->words[word].kind == ISN_TOK_WORD;
}

/* قائد الأمن في المحافظة، العقيد فلان: the word behind the comma, which a place may stand before. */
static uint32_t before_apposition(const office *o, isn_find *f) {
    uint32_t at = o->last, mark = f->ents.len;
    if (only_comma(f, at))
        return at;
    if (o->hit == NULL || isn_find_break(f, at))
        return ISN_NO_ENT;
    bool in = isn_find_func(f, at, ISN_FN_FI), by = isn_find_pre(f, at) == ISN_CL_BEH;
    if (!(in && o->refined) && !(by && o->last > o->hit->first + 1))
        return ISN_NO_ENT;
    uint32_t land = in ? isn_find_nested(f, at + 1, 0) : isn_find_nested(f, at, ISN_CL_BEH);
    if (land != ISN_NO_ENT && f->ents.ptr[land].kind == ISN_ENT_PLACE &&
        only_comma(f, f->ents.ptr[land].last))
        return f->ents.ptr[land].last;
    isn_find_undo(f, mark);
    return ISN_NO_ENT;
}

/* office, name,: "المتحدث باسم الجهاز، فلان الفلاني، إن" */
static bool apposed_name(office *o, const isn_find *f, uint32_t first) {
    uint32_t from = first;
    const isn_hit *hit;
    const isn_sense *s;
    int32_t flags;
    if (title_here(&hit, &s, &flags, f, first, true) && (flags & (ISN_AF_RANK | ISN_AF_HONORIFIC)))
        first = rank_chain(f, hit->last);
    else if (o->hit != NULL && o->last > o->hit->first + 1)
        first = past_style(f, first, true); /* عضو اللجنة، النائب فلان، */
    bool ranked = first > from;
    if (ranked && !wordlike(f, first))
        return false;
    if (isn_find_stop(f, first) && !isn_find_has(f, first, ISN_T_NAME))
        return false;
    /* name_run asks for no break before each word; the comma before the first is known here. */
    run r;
    if (ranked) {
        r = name_run(f, first, true);
        if (r.count > 0 && !r.surname && wordlike(f, r.last) && isn_find_def(f, r.last) &&
            isn_find_pre(f, r.last) == 0 && closed(f, r.last + 1))
            r.last++; /* ، العميد ماجد الإمارة، : a surname, whatever else it may be */
    } else {
        run one = {first, 0, 0, false};
        if (!take_compound(&one, f, first, true) && !take_known(&one, f, first, true) &&
            !take_unknown(&one, f, first, true))
            return false;
        run rest = name_run(f, one.last, true);
        r = (run){rest.last, rest.count + 1, rest.sure + one.sure, rest.surname};
    }
    if (r.count < (ranked ? 1u : 2u) || !closed(f, r.last))
        return false;
    return set_name(o, first, r, 1);
}

static bool office_apposition(office *o, isn_find *f) {
    uint32_t mark = f->ents.len, first = before_apposition(o, f);
    if (first != ISN_NO_ENT && apposed_name(o, f, first))
        return true;
    isn_find_undo(f, mark);
    return false;
}

/* رئيسة بعثة الأمم المتحدة في الكونغو فلانة الفلانية، وزير الخارجية بسلطنة عمان فلان الفلاني: between office and name
 * stands the land; in apposition, فلان، وزير الخارجية في مصر، it closes the office. */
static bool office_land_name(office *o, isn_find *f) {
    uint32_t at = o->last, mark = f->ents.len;
    bool whole = o->flags & ISN_AF_STATE && o->hit->last > o->hit->first + 1 &&
                 o->country == ISN_NO_ROW && !o->refined;
    if (!(o->refined || whole) || !wordlike(f, at))
        return false;
    bool of_land = isn_find_func(f, at, ISN_FN_FI) || isn_find_func(f, at, ISN_FN_ILA) ||
                   isn_find_func(f, at, ISN_FN_AN); /* بشأن ليبيا */
    bool in_land = whole && isn_find_pre(f, at) == ISN_CL_BEH;
    if (!(of_land ? wordlike(f, at + 1) : in_land))
        return false;
    uint32_t land = isn_find_nested(f, of_land ? at + 1 : at, of_land ? 0 : ISN_CL_BEH);
    bool place = land != ISN_NO_ENT && f->ents.ptr[land].kind == ISN_ENT_PLACE &&
                 (!whole || f->ents.ptr[land].table == ISN_T_COUNTRY);
    uint32_t first = place ? f->ents.ptr[land].last : at;
    uint32_t country = place ? f->ents.ptr[land].country : ISN_NO_ROW;
    run r = place && wordlike(f, first) ? name_run(f, first, true) : (run){first, 0, 0, false};
    isn_find_undo(f, mark);
    bool named = r.sure >= 1 && r.count >= 2 && set_name(o, first, r, 2);
    bool ends = place && whole && !named && only_comma(f, o->hit->first) && only_comma(f, first);
    if (ends)
        o->last = first;
    if ((named || ends) && whole)
        o->country = country;
    return named;
}

/* The name of one who speaks, further on behind his office. */
static bool office_far_name(office *o, const isn_find *f, uint32_t word) {
    uint32_t first, last;
    if (!isn_find_said(f, word) || !isn_find_far_name(f, o->last, &first, &last))
        return false;
    o->name_first = first;
    o->name_last = o->last = last;
    o->refined = true;
    return true;
}

/* ---- making the entity ------------------------------------------------------------------------------- */

static uint32_t office_make(isn_find *f, const office *o, uint32_t word) {
    bool named = o->name_last > o->name_first;
    uint32_t index = isn_find_push(f, named ? ISN_ENT_PERSON : ISN_ENT_ACTOR, word, o->last);
    isn_entity *e = &f->ents.ptr[index];
    e->reading = o->hit->reading;
    e->table = ISN_T_TITLE;
    e->row = o->s->row;
    e->sector = o->sector;
    e->role = o->role;
    e->inter = o->inter;
    e->country = o->country;
    isn_find_number_flags(e, f, o->hit, o->s);
    e->name_first = o->name_first;
    e->name_last = o->name_last;
    if (named)
        e->flags |= ISN_EF_NAMED;
    if (o->flags & ISN_AF_SPOKES)
        e->flags |= ISN_EF_SPOKES;
    if (o->flags & ISN_AF_RANK)
        e->flags |= ISN_EF_RANK;
    if (o->flags & ISN_AF_ENVOY)
        e->flags |= ISN_EF_ENVOY;
    if (o->nested != ISN_NO_ENT) {
        e->org = o->nested;
        f->ents.ptr[o->nested].nested = true;
        e->flags |= f->ents.ptr[o->nested].flags & (ISN_EF_ARMED | ISN_EF_STATE_BY_STORY);
        if (e->inter == 0)
            e->inter = f->ents.ptr[o->nested].inter;
    }
    if (e->inter == 0 && (o->flags & ISN_AF_STATE))
        e->inter = 1;
    if (!named && !o->refined && !(o->flags & ISN_AF_STATE))
        e->flags |= ISN_EF_GENERIC;
    bool world = o->sector == ISN_SEC_UNO || o->sector == ISN_SEC_IGO || o->sector == ISN_SEC_EUR;
    bool abroad = o->joint && e->country == ISN_NO_ROW;
    if (abroad)
        e->inter = OTHERS;
    else if (e->country == ISN_NO_ROW && (o->flags & ISN_AF_STATE) && !world)
        e->flags |= ISN_EF_STATE_BY_STORY;
    return index;
}

/* name, office,: "العميد يحيى سريع، المتحدث باسم الجيش، أن" */
static void merge_after(isn_find *f, uint32_t index, bool loose) {
    uint32_t at = f->ents.ptr[index].last;
    office o;
    /* استقبل الوزير فلان السفير: who has an office before his name has none right after it; nor has مادورو in أمر مادورو
     * السفيرة */
    uint32_t first = f->ents.ptr[index].first;
    bool comma = only_comma(f, at);
    bool direct = first == 0 || !isn_find_has(f, first - 1, ISN_T_TRIGGER) ||
                  f->ents.ptr[index].name_first > first;
    if (!(comma || (loose && wordlike(f, at))) || !office_head(&o, f, at) ||
        isn_find_pre(f, at) != 0 || (o.flags & (ISN_AF_RANK | ISN_AF_HONORIFIC)))
        return;
    if (!comma && !direct && (o.flags & ISN_AF_STATE || isn_find_def(f, at)))
        return; /* دعا فلان عضو المكتب السياسي, but not طالب فلان رئيس الوزراء */
    if (!comma && isn_find_def(f, at) && !(o.flags & ISN_AF_SPOKES))
        return; /* استقبل الوزير فلان السفير الياباني */
    uint32_t mark = f->ents.len;
    office_phrase(&o, f);
    bool whole = o.refined || o.hit->last > o.hit->first + 1; /* وزير الخارجية */
    bool other = comma && office_land_name(&o, f);
    if (other || !(closed(f, o.last) || isn_find_in_date(f, o.last)) || office_name(&o, f) ||
        !whole) {
        isn_find_undo(f, mark);
        return;
    }
    isn_entity *e = &f->ents.ptr[index];
    e->last = o.last;
    e->role = o.role != ISN_LINK_NONE ? o.role : e->role;
    if (o.sector != ISN_SEC_NONE)
        e->sector = o.sector;
    if (o.country != ISN_NO_ROW)
        e->country = o.country;
    if (o.flags & ISN_AF_SPOKES)
        e->flags |= ISN_EF_SPOKES;
    if (o.nested != ISN_NO_ENT && e->org == UINT32_MAX) {
        e->org = o.nested;
        f->ents.ptr[o.nested].nested = true;
    }
}

/* A person by the name alone, the words [word, last). */
static uint32_t push_name(isn_find *f, uint32_t word, uint32_t last) {
    uint32_t index = isn_find_push(f, ISN_ENT_PERSON, word, last);
    isn_entity *e = &f->ents.ptr[index];
    e->table = ISN_T_NAME;
    e->flags |= ISN_EF_NAMED;
    e->name_first = word;
    e->name_last = last;
    e->role = ISN_LINK_UNKNOWN;
    merge_after(f, index, true);
    return index;
}

void isn_find_bearer(isn_find *f, uint32_t index) {
    isn_entity *e = &f->ents.ptr[index];
    office o = {.last = e->last};
    if (!office_name(&o, f) && !office_apposition(&o, f))
        return;
    e->kind = ISN_ENT_PERSON;
    e->last = o.last;
    e->name_first = o.name_first;
    e->name_last = o.name_last;
    e->table = ISN_T_NAME;
    e->id = e->name = (isn_str){NULL, 0};
    isn_find_identify(f, index, true);
}

static bool source_too(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_ORGWORD, false);
    return s != NULL && (isn_find_flags(f, s, ISN_ORGWORD_FLAGS) & ISN_AF_SOURCE);
}

/* Without a name: is it worth an entity of its own, or some other reader's? */
static bool unnamed_counts(const office *o, const isn_find *f, uint32_t word) {
    if (o->flags & ISN_AF_HONORIFIC)
        return false;
    if (source_too(f, word))
        return false;
    bool envoy = o->flags & ISN_AF_ENVOY && o->def; /* السفير الإيراني */
    bool of_what = o->flags & ISN_AF_HEAD && o->flags & ISN_AF_STATE && o->refined &&
                   isn_find_def(f, o->last - 1); /* استقال وزير المالية */
    if (isn_find_has(f, word, ISN_T_PEOPLE) && !isn_find_said(f, word) && o->nested == ISN_NO_ENT &&
        o->hit->last == o->hit->first + 1 && !envoy && !of_what)
        return false;
    if ((o->flags & ISN_AF_RANK) && isn_find_has(f, word, ISN_T_ORGWORD) && o->nested == ISN_NO_ENT)
        return false; /* اللواء 17 */
    return o->refined || o->def || (o->flags & ISN_AF_SPOKES);
}

/* ، متحدثا عن أضرار: after a comma the participle goes on with what was said. */
static bool goes_on_speaking(const office *o, const isn_find *f, uint32_t word) {
    return o->flags & ISN_AF_SPOKES && f->scan->words[word].flags & ISN_WF_COMMA && !o->def &&
           !isn_find_break(f, o->last) &&
           (isn_find_func(f, o->last, ISN_FN_AN) || isn_find_func(f, o->last, ISN_FN_ILA));
}

/* الحكومة ممثلة بوزارة التربية: in whom a body that was named is present. */
static bool present_in(const isn_find *f, uint32_t word) {
    const isn_token *t = token_of(f, word);
    const uint8_t *p = f->scan->text->fold + t->fold;
    return word > 0 && t->fold_len > 3 && p[0] == ISN_F_MEEM && p[1] == ISN_F_MEEM &&
           p[2] == ISN_F_THEH && p[3] == ISN_F_LAM && !isn_find_break(f, word + 1) &&
           isn_find_def(f, word - 1) && isn_find_pre(f, word + 1) & ISN_CL_BEH;
}

uint32_t isn_find_office(isn_find *f, uint32_t word) {
    office o;
    uint32_t mark = f->ents.len;
    if (f->depth >= ISN_FIND_DEPTH || !office_head(&o, f, word) || goes_on_speaking(&o, f, word) ||
        (!o.def && present_in(f, word)) ||
        (word > 0 && !o.def && isn_find_func(f, word - 1, ISN_FN_NOT)))
        return ISN_NO_ENT; /* غير مسؤولة */
    f->depth++;
    bool plain_title = (o.flags & (ISN_AF_RANK | ISN_AF_HONORIFIC)) != 0;
    bool named = false;
    if (plain_title) {
        o.last = rank_chain(f, o.last);
        named = office_name(&o, f);
    }
    if (!named && !(o.flags & ISN_AF_HONORIFIC)) {
        if (plain_title)
            o.last = o.hit->last;
        office_phrase(&o, f);
        named = office_name(&o, f) ||
                (f->depth == 1 && (office_apposition(&o, f) || office_land_name(&o, f) ||
                                   office_far_name(&o, f, word)));
    }
    f->depth--;
    if (named && isn_find_said(f, word))
        o.last = o.name_last = isn_find_name_rest(f, o.last);
    if (!named && !unnamed_counts(&o, f, word)) {
        isn_find_undo(f, mark);
        return ISN_NO_ENT;
    }
    uint32_t index = office_make(f, &o, word);
    if (named) {
        bool styled = o.flags & ISN_AF_HONORIFIC || /* صاحب السمو فلان وزير الخارجية */
                      (o.flags & ISN_AF_ENVOY && o.def && !o.refined); /* السفير فلان مندوب كذا */
        isn_find_identify(f, index, true);
        merge_after(f, index, styled && o.name_first > 0 && o.nested == ISN_NO_ENT);
    }
    return index;
}

/* ---- names without a title ------------------------------------------------------------------------------ */

/* How many entities back a surname alone may find its bearer: more than any article has. */
enum { AGAIN_REACH = 1024 };

/* How many words are his surname, or of a foreign name any part behind the first: عبد الكريم are two. 0: none. */
static uint32_t part_of_name(const isn_find *f, const isn_entity *person, uint32_t word) {
    if (person->kind != ISN_ENT_PERSON || person->name_last == person->name_first)
        return 0;
    for (uint32_t w = person->name_first + 1; w < person->name_last; w++) {
        uint32_t n = 0;
        if (token_of(f, w)->hash != token_of(f, word)->hash ||
            (isn_find_def(f, word) && w + 1 < person->name_last))
            continue;
        while (w + n < person->name_last && word + n < f->end &&
               token_of(f, w + n)->hash == token_of(f, word + n)->hash)
            n++;
        return n;
    }
    return token_of(f, person->name_last - 1)->hash == token_of(f, word)->hash;
}

/* A surname alone after a verb of saying: the person who was named in full before. */
static uint32_t again(isn_find *f, uint32_t word) {
    bool subject = isn_find_said(f, word) ||
                   (isn_find_def(f, word) && word > 0 &&
                    (isn_find_func(f, word - 1, ISN_FN_KANA) || isn_find_verb(f, word - 1)));
    if (!subject || isn_find_stop(f, word))
        return ISN_NO_ENT;
    for (uint32_t i = f->ents.len; i-- > 0 && f->ents.len - i < AGAIN_REACH;) {
        const isn_entity *before = &f->ents.ptr[i];
        uint32_t words = before->kind == ISN_ENT_PERSON ? part_of_name(f, before, word) : 0;
        if (words == 0)
            continue;
        isn_entity copy = *before;
        uint32_t index = isn_find_push(f, ISN_ENT_PERSON, word, word + words);
        isn_entity *e = &f->ents.ptr[index];
        copy.first = copy.head = word;
        copy.last = word + words;
        copy.name_first = word;
        copy.name_last = word + words;
        copy.reading = 0;
        copy.nested = false;
        copy.coord = copy.number = UINT32_MAX;
        *e = copy;
        return index;
    }
    return ISN_NO_ENT;
}

/* Does what stands behind a name tell that it was one: a comma, إن, an office? */
static bool name_ends(const isn_find *f, uint32_t word) {
    if (word >= f->end || f->scan->words[word].flags & (ISN_WF_COMMA | ISN_WF_COLON | ISN_WF_PAREN))
        return true;
    return isn_find_sense(NULL, f, word, ISN_T_FUNC, true) != NULL ||
           isn_find_has(f, word, ISN_T_TITLE) || isn_find_has(f, word, ISN_T_CHANNEL) ||
           isn_find_pre(f, word) & ISN_CL_LAM;
}

/* قال جون دينق كوك، محافظ المقاطعة: who speaks under a name of which one word or none is known. */
uint32_t isn_find_speaker(isn_find *f, uint32_t word) {
    enum { WORDS = 5 };
    uint32_t last = word;
    if (word == 0 || isn_find_break(f, word) || !isn_find_said(f, word) || isn_find_def(f, word))
        return ISN_NO_ENT;
    uint32_t known = f->ents.len > 0 ? again(f, word) : ISN_NO_ENT;
    if (known != ISN_NO_ENT)
        return known;
    while (last < word + WORDS && (last == word || wordlike(f, last)) &&
           (isn_find_has(f, last, ISN_T_NAME) ||
            (f->scan->word_tables[last] == 0 && isn_find_foreign(f, last, 0))))
        last++;
    if ((last < word + 2 || !name_ends(f, last)) && !isn_find_has(f, word - 1, ISN_T_ATTRIB))
        last = isn_find_said_name(f, word);
    else if (last < word + 2)
        last = word; /* ويدعى فلان: of another who speaks */
    if (last == word)
        return ISN_NO_ENT;
    return push_name(f, word, last);
}

/* تركي بن فهد، ناصر بنت كذا، حمدي ولد فلان: whose child is told is a person, though the word be a town's or a nation's or
 * nobody's. Not قرب بن قردان. */
uint32_t isn_find_child(isn_find *f, uint32_t word) {
    const uint32_t names = 1u << ISN_T_NAME | 1u << ISN_T_NATION | 1u << ISN_T_PLACE |
                           1u << ISN_T_COUNTRY | 1u << ISN_T_ACTOR;
    const isn_sense *s = word + 2 < f->end && wordlike(f, word + 1) && wordlike(f, word + 2)
                             ? isn_find_sense(NULL, f, word + 1, ISN_T_NAME, true)
                             : NULL;
    if (s == NULL || isn_find_flags(f, s, ISN_NAME_USE) != ISN_NU_PARENT || isn_find_def(f, word) ||
        isn_find_pre(f, word) != 0 || isn_find_name_part(f, word) ||
        (f->scan->word_tables[word] & ~(names | 1u << ISN_T_TRIGGER) && !may_be_given(f, word)) ||
        (!(f->scan->word_tables[word] & names) && !isn_find_foreign(f, word, 0) &&
         !may_be_given(f, word)) ||
        isn_find_longest(f, word + 1, 1u << ISN_T_PLACE) > 0 ||
        !(isn_find_has(f, word + 2, ISN_T_NAME) || isn_find_unknown(f, word + 2)))
        return ISN_NO_ENT;
    run rest = name_run(f, word + 1, true);
    return push_name(f, word, rest.last);
}

/* A word that hurts, takes or sentences somebody. */
static bool harms(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_TRIGGER, false);
    return s != NULL && (isn_find_flags(f, s, ISN_TRIGGER_EFFECT) > 0 ||
                         isn_find_flags(f, s, ISN_TRIGGER_EVENT) == ISN_EV_SANCTION);
}

/* قضت بإعدام دهقان رستمي: right behind a deed the name of somebody of another tongue, of two words and more
 * of which the language lacks the first, and where it ends is told. */
uint32_t isn_find_harmed(isn_find *f, uint32_t word) {
    enum { WORDS = 5 };
    uint32_t last = word;
    if (word == 0 || isn_find_break(f, word) || !isn_find_has(f, word - 1, ISN_T_TRIGGER) ||
        isn_find_def(f, word) || isn_find_pre(f, word) != 0 || !isn_find_foreign(f, word, 0) ||
        !harms(f, word - 1))
        return ISN_NO_ENT;
    while (last < word + WORDS && (last == word || wordlike(f, last)) &&
           (isn_find_has(f, last, ISN_T_NAME) ||
            (f->scan->word_tables[last] == 0 && !isn_find_def(f, last) &&
             !(token_of(f, last)->flags & ISN_TF_TANWIN))))
        last++;
    if (last < word + 2 || !name_ends(f, last))
        return ISN_NO_ENT;
    return push_name(f, word, last);
}

/* سالم الزعارير، ناصر النواصرة: behind a given name a word with the article that the language lacks. Where the name is also a
 * verb or a town it stands within a clause: not الذي ناصر المستضعفين. */
static bool lone_surname(const isn_find *f, uint32_t name, uint32_t word) {
    const uint32_t others = 1u << ISN_T_COUNTRY | 1u << ISN_T_NATION | 1u << ISN_T_PEOPLE |
                            1u << ISN_T_ORGWORD | 1u << ISN_T_PLACEWORD | 1u << ISN_T_DATEWORD |
                            1u << ISN_T_MONTH | 1u << ISN_T_NUMERAL;
    const uint32_t more = 1u << ISN_T_TRIGGER | 1u << ISN_T_PLACE | 1u << ISN_T_ACTOR;
    bool within = name > 0 && !isn_find_break(f, name) && !isn_find_has(f, name - 1, ISN_T_FUNC) &&
                  isn_find_pre(f, name) == 0;
    return isn_find_unknown(f, word) && isn_find_def(f, word) && isn_find_pre(f, word) == 0 &&
           !(token_of(f, word)->flags & ISN_TF_TANWIN) && !(f->scan->word_tables[name] & others) &&
           (within || !(f->scan->word_tables[name] & more));
}

bool isn_find_surnamed(const isn_find *f, uint32_t word) {
    return wordlike(f, word + 1) && lone_surname(f, word, word + 1);
}

/* The preposition على at the word, as folded. */
static bool folded_ala(const isn_find *f, uint32_t word) {
    const isn_sense *s = isn_find_sense(NULL, f, word, ISN_T_FUNC, false);
    return s != NULL && isn_find_flags(f, s, ISN_FUNC_KIND) == ISN_FN_ALA;
}

static bool writes_maksura(isn_find *f) {
    for (uint32_t w = 0; f->dots == 0 && w < f->end; w++)
        if (isn_find_has(f, w, ISN_T_FUNC) && token_of(f, w)->flags & ISN_TF_MAKSURA &&
            folded_ala(f, w))
            f->dots = 2;
    if (f->dots == 0)
        f->dots = 1;
    return f->dots == 2;
}

/* مقتل علي حسن، اغتيل علي حسن: a word of death, which has no على behind it. */
static bool death_before(const isn_find *f, uint32_t word) {
    const isn_hit *hit;
    const isn_sense *s = word > 0 ? isn_find_sense(&hit, f, word - 1, ISN_T_TRIGGER, false) : NULL;
    return s != NULL && hit->last == word &&
           isn_find_flags(f, s, ISN_TRIGGER_EFFECT) == ISN_WHAT_KILLED;
}

bool isn_find_name_in_dots(isn_find *f, uint32_t word) {
    return isn_find_has(f, word, ISN_T_NAME) && isn_find_has(f, word, ISN_T_FUNC) &&
           !(token_of(f, word)->flags & ISN_TF_MAKSURA) && folded_ala(f, word) &&
           wordlike(f, word + 1) && isn_find_has(f, word + 1, ISN_T_NAME) &&
           isn_find_pre(f, word + 1) == 0 && !isn_find_stop(f, word + 1) &&
           (writes_maksura(f) || isn_find_said(f, word) || death_before(f, word));
}

uint32_t isn_find_bare_name(isn_find *f, uint32_t word) {
    const isn_hit *hit;
    uint32_t found = isn_find_def(f, word) ? again(f, word) : ISN_NO_ENT;
    if (found != ISN_NO_ENT)
        return found;
    if (isn_find_has(f, word, ISN_T_PERSON) && (found = isn_find_known(f, word)) != ISN_NO_ENT) {
        merge_after(f, found, true);
        return found;
    }
    const isn_sense *s = isn_find_sense(&hit, f, word, ISN_T_NAME, false);
    if (s == NULL || isn_find_def(f, word) ||
        (isn_find_has(f, word, ISN_T_FUNC) && !isn_find_name_in_dots(f, word)) ||
        f->scan->words[word].kind != ISN_TOK_WORD)
        return ISN_NO_ENT;
    run r = {word, 0, 0, false};
    if (isn_find_flags(f, s, ISN_NAME_USE) != ISN_NU_NONE) {
        if (!take_compound(&r, f, word, false))
            return ISN_NO_ENT;
    } else {
        r.last = hit->last;
        r.sure = 1;
    }
    run rest = name_run(f, r.last, true);
    /* محمد العراقي، سالم الزعارير: a given name that is nothing else, and a surname that is also a nationality, or one
     * with the article that the language lacks */
    bool given = r.last == word + 1 || (r.last == word + 2 && servant(f, word));
    if (rest.count == 0 && given && wordlike(f, r.last) &&
        ((known_surname(f, r.last) &&
          (f->scan->word_tables[word] & ~(1u << ISN_T_PERSON)) == 1u << ISN_T_NAME) ||
         lone_surname(f, word, r.last)))
        rest = (run){r.last + 1, 1, 0, true};
    bool surname = rest.count > 0 && rest.surname;
    uint32_t sure = r.sure + rest.sure;
    bool whose = isn_find_flags(f, s, ISN_NAME_USE) == ISN_NU_PARENT && r.last == word + 2 &&
                 isn_find_foreign(f, word + 1, 0); /* ولد احويبيب */
    bool bare = rest.count == 0 || (sure < 2 && !surname);
    bool harmed = rest.count > 0 && !isn_find_break(f, word) && word > 0 &&
                  isn_find_has(f, word - 1, ISN_T_TRIGGER) && harms(f, word - 1) &&
                  name_ends(f, rest.last); /* إعدام جاويد دهقان، */
    if (bare && !whose && !harmed)
        return isn_find_speaker(f, word);
    if (bare && !harmed)
        rest.last = r.last;
    uint32_t index = isn_find_push(f, ISN_ENT_PERSON, word, rest.last);
    isn_entity *e = &f->ents.ptr[index];
    e->reading = hit->reading;
    e->table = ISN_T_NAME;
    e->row = s->row;
    e->flags |= ISN_EF_NAMED;
    e->name_first = word;
    e->name_last = rest.last;
    e->role = ISN_LINK_UNKNOWN;
    merge_after(f, index, true);
    return index;
}
