/* entity_outlet.c: newspapers, agencies, broadcasters. Many bear everyday names (الحدث، المدن، معا), so that a
 * row with `cue` needs quotation marks or a head word before it. See entity.h. */
#include "match/entity.h"

static void fill(isn_entity *e, const isn_find *f, const isn_sense *s) {
    e->table = ISN_T_OUTLET;
    e->row = s->row;
    e->id = isn_lex_str(f->lex, ISN_T_OUTLET, s->row, ISN_OUTLET_ID);
    e->name = isn_lex_str(f->lex, ISN_T_OUTLET, s->row, ISN_OUTLET_NAME);
    e->role = (uint8_t)isn_find_flags(f, s, ISN_OUTLET_ROLE);
    e->sector = ISN_SEC_JRN;
    e->flags |= ISN_EF_NAMED;
}

/* وكالة الأنباء العراقية "واع": the short name in quotation marks belongs to it. */
static uint32_t with_alias(const isn_find *f, uint32_t last) {
    uint32_t quoted = isn_find_quoted(f, last, 3);
    if (quoted == 0 || isn_find_break(f, last))
        return last;
    return isn_find_has(f, last, ISN_T_OUTLET) || isn_find_unknown(f, last) ? quoted : last;
}

/* The head, وكالة، صحيفة، إذاعة, or NULL. `open`: it makes an outlet of any quoted name after it. */
static const isn_sense *head(const isn_hit **hit, const isn_find *f, uint32_t word, bool *open) {
    const isn_sense *s = isn_find_sense(hit, f, word, ISN_T_ORGWORD, false);
    if (s == NULL || !(isn_find_flags(f, s, ISN_ORGWORD_FLAGS) & ISN_AF_HEAD) ||
        isn_find_flags(f, s, ISN_ORGWORD_SECTOR) != ISN_SEC_JRN)
        return NULL;
    *open = !isn_find_has(f, word, ISN_T_PLACEWORD);
    return s;
}

static uint32_t headed(isn_find *f, uint32_t word) {
    const isn_hit *hit, *name;
    bool open = false;
    const isn_sense *h = head(&hit, f, word, &open);
    if (h == NULL || isn_find_break(f, hit->last))
        return ISN_NO_ENT;
    const isn_sense *s = isn_find_sense(&name, f, hit->last, ISN_T_OUTLET, true);
    uint32_t quoted = isn_find_quoted(f, hit->last, 4);
    if (s == NULL && (quoted == 0 || !open))
        return ISN_NO_ENT;
    uint32_t last = s != NULL ? with_alias(f, name->last) : quoted;
    if (s != NULL && quoted > last)
        last = quoted;
    uint32_t index = isn_find_push(f, ISN_ENT_OUTLET, word, last);
    isn_entity *e = &f->ents.ptr[index];
    e->reading = hit->reading;
    if (s != NULL) {
        fill(e, f, s);
        return index;
    }
    e->table = ISN_T_ORGWORD;
    e->row = h->row;
    e->role = (uint8_t)isn_find_flags(f, h, ISN_ORGWORD_ROLE);
    e->sector = ISN_SEC_JRN;
    e->flags |= ISN_EF_NAMED;
    return index;
}

static uint32_t longest(const isn_find *f, uint32_t word, isn_table t) {
    const isn_hit *hit;
    return isn_find_sense(&hit, f, word, t, false) != NULL ? hit->last - hit->first : 0;
}

/* "الحدث: قتل …"، "العربية عن مصادر: …": the name that heads an entry speaks. */
static bool heads_entry(const isn_find *f, uint32_t word, uint32_t last) {
    if (last >= f->end || f->scan->words[last].sentence != f->scan->words[word].sentence)
        return false;
    bool first = word == 0 || f->scan->words[word - 1].sentence != f->scan->words[word].sentence ||
                 f->scan->words[word - 1].kind == ISN_TOK_NUMBER;
    return first &&
           (f->scan->words[last].flags & ISN_WF_COLON || isn_find_func(f, last, ISN_FN_AN));
}

/* مصدر طبي للجزيرة:، قالت للميادين إن: right behind a verb of saying or a source, and nothing tells more of it
 * (للسفير التركي). */
static bool spoken_to(const isn_find *f, const isn_hit *hit) {
    if (!(isn_find_hit_pre(f, hit) & ISN_CL_LAM) ||
        (hit->last < f->end && !isn_find_break(f, hit->last) && isn_find_def(f, hit->last)))
        return false;
    for (uint32_t w = hit->first; w-- > 0 && hit->first - w < 6;) {
        const isn_hit *source;
        if (f->scan->words[w].sentence != f->scan->words[hit->first].sentence ||
            isn_find_break(f, w + 1))
            return false;
        if (isn_find_has(f, w, ISN_T_SPEECH))
            return true;
        const isn_sense *s = isn_find_sense(&source, f, w, ISN_T_ORGWORD, false);
        if (s && isn_find_flags(f, s, ISN_ORGWORD_FLAGS) & ISN_AF_SOURCE)
            return true;
    }
    return false;
}

/* حسبما ذكرت العربية، قالت الجزيرة إن: a name with the article right behind a verb of saying, and nothing more of it. */
static bool speaks(const isn_find *f, const isn_hit *hit) {
    uint32_t w = hit->first, last = hit->last;
    if (w == 0 || isn_find_break(f, w) || isn_find_hit_pre(f, hit) != 0 || !isn_find_def(f, w) ||
        !isn_find_has(f, w - 1, ISN_T_SPEECH))
        return false;
    return isn_find_break(f, last) || isn_find_func(f, last, ISN_FN_THAT) ||
           isn_find_func(f, last, ISN_FN_AN);
}

/* حلب اليوم، إسرائيل اليوم: a place or a land, and the day on which something happened there. */
static bool place_today(const isn_find *f, const isn_hit *hit) {
    if (hit->last - hit->first != 2)
        return false;
    const isn_sense *s = isn_find_sense(NULL, f, hit->last - 1, ISN_T_DATEWORD, false);
    return s != NULL && isn_find_flags(f, s, ISN_DATEWORD_VALUE) == 0 &&
           (longest(f, hit->first, ISN_T_PLACE) == 1 || longest(f, hit->first, ISN_T_COUNTRY) == 1);
}

/* نقلت روسيا اليوم عن مسؤول، بحسب حلب اليوم: what passes news on is an outlet, lands announce. */
static bool passes_on(const isn_find *f, uint32_t word) {
    if (word == 0 || isn_find_break(f, word))
        return false;
    if (isn_find_has(f, word - 1, ISN_T_ATTRIB))
        return true;
    const isn_sense *s = isn_find_sense(NULL, f, word - 1, ISN_T_SPEECH, false);
    int32_t act = s != NULL ? isn_find_flags(f, s, ISN_SPEECH_ACT) : -1;
    return act == ISN_ACT_HEAR || act == ISN_ACT_REPORT;
}

uint32_t isn_find_outlet(isn_find *f, uint32_t word, bool cued) {
    const isn_hit *hit;
    uint32_t index = headed(f, word);
    const isn_sense *s = isn_find_sense(&hit, f, word, ISN_T_OUTLET, false);
    if (index != ISN_NO_ENT && (s == NULL || hit->last <= f->ents.ptr[index].last)) {
        if (s != NULL && hit->last == f->ents.ptr[index].last)
            fill(&f->ents.ptr[index], f,
                 s); /* وكالة أنباء الشرق الأوسط is not the paper of that name */
        return index;
    }
    if (s == NULL)
        return ISN_NO_ENT;
    const isn_hit *kind; /* وكالة أنباء البحرين: the name itself says what it is */
    bool open, told = head(&kind, f, word, &open) != NULL && kind->last < hit->last;
    bool today = place_today(f, hit);
    bool cue = !told && (today || isn_find_flags(f, s, ISN_OUTLET_CUE) == 1);
    if (cue && hit->last == word + 1 && !(f->scan->words[word].flags & ISN_WF_QUOTE) &&
        !isn_find_def(f, word) && !isn_find_break(f, hit->last) && isn_find_def(f, hit->last))
        return ISN_NO_ENT; /* جهاز رصد الحدود: a noun with its complement */
    cued |= heads_entry(f, word, hit->last) || spoken_to(f, hit) || speaks(f, hit) ||
            (today && passes_on(f, word));
    bool own = f->story != NULL && f->story->has_outlet && f->story->outlet.row == s->row;
    bool printed = own && ((isn_find_hit_pre(f, hit) & ISN_CL_LAM) || !isn_find_in(f, word));
    if (cue && !cued && !printed && !(f->scan->words[word].flags & ISN_WF_QUOTE))
        return ISN_NO_ENT;
    uint32_t length = hit->last - hit->first;
    if (!cued && !printed && !(f->scan->words[word].flags & ISN_WF_QUOTE) &&
        (longest(f, word, ISN_T_PLACE) > length || longest(f, word, ISN_T_COUNTRY) > length ||
         longest(f, word, ISN_T_ORGWORD) > length))
        return ISN_NO_ENT;
    index = isn_find_push(f, ISN_ENT_OUTLET, word, with_alias(f, hit->last));
    f->ents.ptr[index].reading = hit->reading;
    fill(&f->ents.ptr[index], f, s);
    return index;
}
