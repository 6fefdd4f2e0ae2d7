/* segment.c: one word → the ways to cut it into clitics and a stem, by what the tables and the stem
 * list know. split.c beside it reads words for the matcher, which needs rows and asks for nothing
 * else; this one reads all words, for those who want tokens.
 *
 * Each way has a cost: what the stem is known as, what is attached to it, what the spelling says. The
 * whole word wins unless what remains after a cut is better known: وزير is a word, وفي is a word and
 * still rather و + في. */
#include "lexicon/pack.h"
#include "lexicon/stem.h"

/* What a word or stem costs by what it is known as. */
enum {
    COST_CLOSED = 0, /* a function word or numeral */
    COST_ROW = 3,
    COST_USUAL = 5,
    COST_DERIVED = 9, /* an adjective in ـي, ـية of a known noun */
    COST_RARE = 9,
    COST_UNKNOWN = 13,
    COST_NEVER = 100
};

typedef struct piece {
    const uint8_t *fold; /* of the word */
    size_t len;
    const isn_lex *lex;
    const isn_text *text;
    const isn_token *token;
    uint32_t hamza;    /* an alef with hamza inside the word, or 0 */
    unsigned hamza_at; /* its letter */
    isn_segment *out;
    unsigned n;
} piece;

typedef struct front {
    uint8_t pre, letters, cost;
} front;

typedef struct back {
    uint8_t suf, letters, cost, alone; /* `alone`: its cost on a function word, 0: never */
    uint8_t text[3];
} back;

static const back backs[] = {
    {ISN_SUF_HUMA, 3, 3, 1, {ISN_F_HEH, ISN_F_MEEM, ISN_F_ALEF}},
    {ISN_SUF_HA, 2, 3, 1, {ISN_F_HEH, ISN_F_ALEF}},
    {ISN_SUF_HUM, 2, 3, 1, {ISN_F_HEH, ISN_F_MEEM}},
    {ISN_SUF_HUNNA, 2, 4, 1, {ISN_F_HEH, ISN_F_NOON}},
    {ISN_SUF_HU, 1, 3, 1, {ISN_F_HEH}},
    {ISN_SUF_KUM, 2, 6, 1, {ISN_F_KAF, ISN_F_MEEM}},
    {ISN_SUF_NA, 2, 5, 1, {ISN_F_NOON, ISN_F_ALEF}},
    {ISN_SUF_NI, 2, 5, 0, {ISN_F_NOON, ISN_F_YEH}},
    {ISN_SUF_KA, 1, 9, 2, {ISN_F_KAF}},
    {ISN_SUF_YA, 1, 9, 6, {ISN_F_YEH}},
};

/* ---- spelling ------------------------------------------------------------------------------------- */

/* The character of the input where the word goes on after `letters` folded letters. */
static uint32_t written_at(const piece *p, unsigned letters) {
    const uint8_t *bytes = (const uint8_t *)p->text->article->bytes;
    uint32_t at = isn_token_skip(p->text, p->token, letters), cp = 0;
    if (at < p->token->end)
        isn_utf8_next(&cp, bytes + at, bytes + p->token->end);
    return cp;
}

enum { ALEF = 0x627, ALEF_MADDA = 0x622, ALEF_HAMZA = 0x623, ALEF_HAMZA_UNDER = 0x625 };

/* Finds the last alef inside the word that carries a hamza. */
static void find_hamza(piece *p) {
    for (unsigned i = 1; i < p->len; i++) {
        uint32_t cp = p->fold[i] == ISN_F_ALEF ? written_at(p, i) : 0;
        if (cp == ALEF_MADDA || cp == ALEF_HAMZA || cp == ALEF_HAMZA_UNDER) {
            p->hamza = cp;
            p->hamza_at = i;
        }
    }
}

/* ---- what a stem is known as ------------------------------------------------------------------------ */

/* May this stand with these clitics? */
static bool stem_allows(unsigned kinds, unsigned pre, unsigned suf) {
    unsigned want = ISN_STEM_KINDS, tool = kinds & ISN_STEM_TOOL_PREP ? ISN_STEM_TOOL : 0;
    if (pre & (ISN_CL_BEH | ISN_CL_KAF))
        want &= ISN_STEM_NOUN | tool;
    if (pre & ISN_CL_LAM)
        want &= ISN_STEM_NOUN | tool | ISN_STEM_IMPERFECT;
    if (pre & ISN_CL_SEEN)
        want &= ISN_STEM_IMPERFECT;
    if (pre & ISN_CL_AL)
        want &= ISN_STEM_NOUN;
    const unsigned words = ISN_STEM_NOUN | ISN_STEM_PERFECT | ISN_STEM_IMPERFECT | ISN_STEM_TOOL;
    kinds &= (want & words) | ~words;
    if (suf == ISN_SUF_NONE)
        return (kinds & words) != 0;
    if (kinds & ISN_STEM_TOOL)
        return (kinds & ISN_STEM_NOUN_SUF) != 0;
    bool noun = (kinds & ISN_STEM_NOUN) && (kinds & ISN_STEM_NOUN_SUF) && !(pre & ISN_CL_AL);
    bool verb = (kinds & (ISN_STEM_PERFECT | ISN_STEM_IMPERFECT)) != 0;
    return (noun && suf != ISN_SUF_NI) || (verb && suf != ISN_SUF_YA);
}

static unsigned stem_cost(unsigned kinds, unsigned pre, unsigned suf) {
    if (kinds == 0 || !stem_allows(kinds, pre, suf))
        return COST_UNKNOWN;
    if (kinds & ISN_STEM_TOOL) /* the commonest stand in function.tsv */
        return COST_ROW;
    if (suf != ISN_SUF_NONE && !(kinds & (ISN_STEM_NOUN_SUF | ISN_STEM_VERB_SUF)))
        return COST_DERIVED; /* a verb without object, as listed: يحتاجه */
    return kinds & ISN_STEM_USUAL ? COST_USUAL : COST_RARE;
}

static unsigned row_needs(unsigned pre, unsigned suf) {
    unsigned need = 0;
    if (pre & (ISN_CL_BEH | ISN_CL_KAF))
        need |= ISN_CAP_PREP;
    if (pre & ISN_CL_LAM)
        need |= ISN_CAP_LAM;
    if (pre & ISN_CL_SEEN)
        need |= ISN_CAP_SEEN;
    if (suf != ISN_SUF_NONE)
        need |= suf == ISN_SUF_NI   ? ISN_CAP_MIDSUF /* verbs alone have it */
                : suf == ISN_SUF_YA ? ISN_CAP_NSUF
                                    : ISN_CAP_ASUF;
    return need;
}

#define TABLES_CLOSED (1u << ISN_T_FUNC | 1u << ISN_T_NUMERAL)
#define TABLES_PROPER                                                                              \
    (1u << ISN_T_COUNTRY | 1u << ISN_T_PLACE | 1u << ISN_T_ACTOR | 1u << ISN_T_NAME |              \
     1u << ISN_T_OUTLET | 1u << ISN_T_MONTH | 1u << ISN_T_NATION)

/* Is the row of names, or of words that inflect, rather than of a phrase as it is written? */
static bool is_base(const isn_lex *lex, uint32_t symbol) {
    const isn_pack_node *node = &lex->nodes[lex->root[symbol] & ISN_ROOT_NODE];
    if (node->tables & TABLES_PROPER)
        return true;
    for (unsigned i = 0; i < node->nsenses; i++)
        if ((lex->senses[node->senses + i].form & ISN_FORM_KIND) != ISN_FORM_NAME)
            return true;
    return false;
}

/* `kinds`: what the stem list says of it. */
static unsigned row_cost(const isn_lex *lex, uint32_t symbol, unsigned pre, unsigned suf,
                         unsigned kinds) {
    if (symbol == ISN_NO_SYMBOL)
        return COST_UNKNOWN;
    const isn_pack_node *node = &lex->nodes[lex->root[symbol] & ISN_ROOT_NODE];
    bool closed = (node->tables & TABLES_CLOSED) != 0;
    unsigned need = row_needs(pre, suf == ISN_SUF_NI && closed ? ISN_SUF_HU : suf); /* إنني */
    if (node == lex->nodes)
        return COST_UNKNOWN; /* only in word lists, which hold words with their clitics too */
    if (suf != ISN_SUF_NONE && isn_lex_articled(lex, symbol))
        return COST_UNKNOWN;
    if (node->nsenses == 0) /* only in longer phrases and word lists */
        return suf != ISN_SUF_NONE || (need & ISN_CAP_SEEN) ? COST_UNKNOWN : COST_RARE;
    if ((node->some & need) != need)
        return COST_UNKNOWN;
    if (kinds == 0 && !is_base(lex, symbol))
        return COST_RARE; /* a fixed phrase that a preposition begins: بسبب, لأن */
    if (closed)
        return suf == ISN_SUF_NONE || (kinds & (ISN_STEM_NOUN_SUF | ISN_STEM_VERB_SUF))
                   ? COST_CLOSED
                   : COST_UNKNOWN;
    return COST_ROW;
}

typedef struct knowledge {
    unsigned cost, known, kinds;
    uint32_t symbol;
} knowledge;

/* What a folded form is known as with these clitics around it; `pre_letters` are cut before it. Its last letter is the last of the word
 * where no pronoun was cut: a heh there is no teh marbuta if it is not written so. */
static knowledge know(const piece *p, const uint8_t *fold, size_t len, uint64_t hash,
                      const front *f, unsigned suf) {
    const isn_lex *lex = p->lex;
    knowledge k = {COST_UNKNOWN, ISN_KNOWN_NOT, isn_stem_find(lex->stems, lex->stem_mask, hash),
                   isn_lex_lookup(lex, fold, len, hash)};
    unsigned pre = f->pre;
    if (p->hamza_at > f->letters && !(k.kinds & ISN_STEM_HAMZA))
        k.kinds = 0; /* كإن is not كان */
    unsigned stem = stem_cost(k.kinds, pre, suf);
    if (isn_has_article(fold, len)) {
        unsigned bare = isn_stem_find(lex->stems, lex->stem_mask, isn_hash(fold + 2, len - 2, 0));
        unsigned with = stem_cost(bare, pre | ISN_CL_AL, suf);
        if (with < stem && (p->hamza_at <= f->letters + 2u || (bare & ISN_STEM_HAMZA))) {
            stem = with;
            k.kinds = bare;
        }
    }
    unsigned row = row_cost(lex, k.symbol, pre, suf, k.kinds);
    k.cost = row <= stem ? row : stem;
    if (k.cost < COST_UNKNOWN)
        k.known = row <= stem ? ISN_KNOWN_ROW : ISN_KNOWN_STEM;
    if (suf == ISN_SUF_NONE && k.kinds != 0 && !(k.kinds & (ISN_STEM_HEH | ISN_STEM_TOOL)) &&
        fold[len - 1] == ISN_F_HEH && !(p->token->flags & ISN_TF_TEH_MARBUTA) && k.cost < COST_RARE)
        k.cost = COST_RARE; /* كتابه is his book before it is كتابة */
    return k;
}

/* ---- ways ----------------------------------------------------------------------------------------------- */

static void keep(piece *p, const front *f, const back *b, unsigned cost, unsigned known) {
    isn_segment s = {f->pre,
                     f->letters,
                     b != NULL ? b->suf : (uint8_t)ISN_SUF_NONE,
                     b != NULL ? b->letters : 0,
                     (uint8_t)known,
                     (uint8_t)cost};
    unsigned at = 0;
    while (at < p->n &&
           (p->out[at].pre_letters != s.pre_letters || p->out[at].suf_letters != s.suf_letters))
        at++;
    if (at < p->n && p->out[at].cost <= cost) /* ل + هم, the pronoun, and ل + هم, which are they */
        return;
    if (at == p->n && at < ISN_SEGMENTS)
        p->n++;
    else if (at == p->n && p->out[--at].cost <= cost)
        return;
    for (; at > 0 && p->out[at - 1].cost > cost; at--)
        p->out[at] = p->out[at - 1];
    p->out[at] = s;
}

/* بركانية of بركان: not every adjective made of a noun is listed. */
static bool is_derived(const piece *p) {
    static const struct {
        uint8_t n, text[3];
    } ends[] = {{1, {ISN_F_YEH}},
                {2, {ISN_F_YEH, ISN_F_HEH}},
                {3, {ISN_F_YEH, ISN_F_ALEF, ISN_F_TEH}},
                {3, {ISN_F_YEH, ISN_F_YEH, ISN_F_NOON}},
                {3, {ISN_F_YEH, ISN_F_WAW, ISN_F_NOON}}};
    for (unsigned i = 0; i < ISN_LEN(ends); i++) {
        if (p->len < ends[i].n + 3u ||
            memcmp(p->fold + p->len - ends[i].n, ends[i].text, ends[i].n) != 0)
            continue;
        uint8_t noun[ISN_LETTERS_MAX + 2];
        size_t n = p->len - ends[i].n;
        memcpy(noun, p->fold, n);
        noun[n] = ISN_F_HEH;
        for (unsigned teh = 0; teh < 2; teh++) {
            unsigned kinds =
                isn_stem_find(p->lex->stems, p->lex->stem_mask, isn_hash(noun, n + teh, 0));
            if ((kinds & ISN_STEM_NOUN) && (kinds & ISN_STEM_USUAL))
                return true;
        }
    }
    return false;
}

static void try_whole(piece *p) {
    static const front none = {0, 0, 0};
    knowledge k = know(p, p->fold, p->len, p->token->hash, &none, 0);
    unsigned cost = k.cost;
    if (cost == COST_CLOSED)
        cost = 2; /* أنني is أن + ني */
    if (p->hamza == ALEF_HAMZA_UNDER || (p->hamza != 0 && k.kinds == 0 && cost == 2))
        cost = COST_UNKNOWN;
    if (cost >= COST_UNKNOWN && is_derived(p))
        cost = COST_DERIVED;
    keep(p, &none, NULL, cost, cost < COST_UNKNOWN ? k.known : (unsigned)ISN_KNOWN_NOT);
}

/* What remains is not known: does it look like a word all the same? */
static unsigned guess(const piece *p, const front *f) {
    const uint8_t *rest = p->fold + f->letters;
    size_t n = p->len - f->letters;
    if (n < 2)
        return COST_NEVER;
    uint32_t cp = rest[0] == ISN_F_ALEF && n >= 3 ? written_at(p, f->letters) : 0;
    bool joint = f->pre == ISN_CL_WAW;
    if (isn_has_article(rest, n) && n >= (joint ? 5 : f->pre & ISN_CL_BEH ? 6 : 99))
        return 7; /* والxxx, بالxxx */
    if ((f->pre & ISN_CL_LAM) && rest[0] == ISN_F_LAM && n >= 4)
        return 5; /* no words but the verbs of a few roots begin with two lams */
    if (cp == ALEF_HAMZA_UNDER || cp == ALEF_HAMZA || cp == ALEF_MADDA)
        return cp == ALEF_HAMZA_UNDER || joint ? 4 : 8;
    /* More words follow an "and" than begin with waw; names with a W begin with one of these. */
    bool name = rest[0] == ISN_F_ALEF || rest[0] == ISN_F_WAW || rest[0] == ISN_F_YEH;
    return joint && n >= 4 && !name ? 9 : COST_NEVER;
}

/* Where no way has a stem that is known. */
static void try_guesses(piece *p, const front *fronts, unsigned n) {
    for (unsigned i = 1; i < n; i++) {
        unsigned cost = guess(p, &fronts[i]);
        if (cost != COST_NEVER)
            keep(p, &fronts[i], NULL, cost + fronts[i].cost, ISN_KNOWN_NOT);
    }
}

/* What is left of لل: the alef of the article is not written, and a lam of the word's own neither. */
static knowledge know_contracted(const piece *p, const uint8_t *rest, size_t n, const front *f) {
    uint8_t full[ISN_LETTERS_MAX + 2] = {ISN_F_ALEF};
    memcpy(full + 1, rest, n);
    knowledge k = know(p, full, n + 1, isn_hash(full, n + 1, 0), f, 0);
    if (k.cost < COST_UNKNOWN)
        return k;
    full[1] = ISN_F_LAM; /* للجنة: of the committee */
    memcpy(full + 2, rest, n);
    return know(p, full, n + 2, isn_hash(full, n + 2, 0), f, 0);
}

/* لهم: for them, not "for they". */
static bool is_pronoun(const front *f, const uint8_t *rest, size_t n) {
    for (unsigned i = 0; i < ISN_LEN(backs) && (f->pre & (ISN_CL_BEH | ISN_CL_LAM)); i++)
        if (backs[i].alone != 0 && backs[i].letters == n && memcmp(rest, backs[i].text, n) == 0)
            return true;
    return false;
}

static void try_front(piece *p, const front *f) {
    const uint8_t *rest = p->fold + f->letters;
    size_t n = p->len - f->letters;
    if (f->letters == 0 || n < 2 || is_pronoun(f, rest, n))
        return;
    knowledge k = {COST_UNKNOWN, ISN_KNOWN_NOT, 0, ISN_NO_SYMBOL};
    if ((f->pre & ISN_CL_LAM) && rest[0] == ISN_F_LAM && n >= 3)
        k = know_contracted(p, rest, n, f);
    if (k.cost >= COST_UNKNOWN)
        k = know(p, rest, n, isn_hash(rest, n, 0), f, 0);
    uint32_t cp = rest[0] == ISN_F_ALEF ? written_at(p, f->letters) : 0;
    bool article = isn_has_article(rest, n);
    if ((f->pre & ISN_CL_SEEN) && cp != 0 && cp != ALEF_HAMZA && cp != ALEF_MADDA)
        return; /* سأقول, but سانت is a name */
    if (cp == ALEF && k.known == ISN_KNOWN_STEM && !article && k.cost != COST_CLOSED &&
        !(k.kinds & ISN_STEM_BARE))
        k.cost += 4; /* لامار is hardly ل + أمار */
    if (cp == ALEF_HAMZA_UNDER && k.cost >= 2 && k.cost < COST_UNKNOWN)
        k.cost -= 2;
    if (k.cost < COST_UNKNOWN)
        keep(p, f, NULL, k.cost + f->cost, k.known);
}

/* What remains when a pronoun is cut is written otherwise than it stands alone; see split.c. */
static knowledge know_mended(const piece *p, const uint8_t *rest, size_t n, const front *f,
                             const back *b) {
    uint8_t mended[ISN_LETTERS_MAX + 2];
    uint8_t last = rest[n - 1];
    memcpy(mended, rest, n);
    if (last == ISN_F_TEH)
        mended[n - 1] = ISN_F_HEH;
    else if (last == ISN_F_ALEF)
        mended[n - 1] = ISN_F_YEH;
    else if ((last == ISN_F_WAW || last == ISN_F_YEH) && n >= 3 && rest[n - 2] == ISN_F_ALEF)
        mended[n - 1] = ISN_F_HAMZA;
    else if (last == ISN_F_WAW)
        mended[n++] = ISN_F_ALEF;
    else
        return (knowledge){COST_UNKNOWN, ISN_KNOWN_NOT, 0, ISN_NO_SYMBOL};
    return know(p, mended, n, isn_hash(mended, n, 0), f, b->suf);
}

static void try_both(piece *p, const front *f, const back *b) {
    const uint8_t *rest = p->fold + f->letters;
    size_t n = p->len - f->letters - b->letters;
    knowledge k = know(p, rest, n, isn_hash(rest, n, 0), f, b->suf);
    knowledge m = know_mended(p, rest, n, f, b);
    if (m.cost < k.cost)
        k = m;
    if (k.cost == COST_CLOSED) /* عليها */
        keep(p, f, b, f->cost + b->alone, k.known);
    else if (k.cost < COST_UNKNOWN)
        keep(p, f, b, k.cost + f->cost + b->cost, k.known);
}

/* به، لها: nothing between. */
static void try_alone(piece *p, const front *f, const back *b) {
    if ((f->pre & (ISN_CL_BEH | ISN_CL_LAM)) && b->alone != 0)
        keep(p, f, b, f->cost - 3u + b->alone - 1u, ISN_KNOWN_ROW);
}

static bool ends_with(const piece *p, const back *b) {
    return p->len > b->letters && memcmp(p->fold + p->len - b->letters, b->text, b->letters) == 0;
}

/* ---- proclitics ---------------------------------------------------------------------------------------- */

static unsigned add_inner(front *out, unsigned n, const piece *p, front before) {
    unsigned at = before.letters;
    if (p->len < at + 2u)
        return n;
    uint8_t letter = p->fold[at], next = p->fold[at + 1];
    front f = {before.pre, (uint8_t)(at + 1), (uint8_t)(before.cost + 3)};
    if (letter == ISN_F_BEH)
        f.pre |= ISN_CL_BEH;
    else if (letter == ISN_F_LAM)
        f.pre |= ISN_CL_LAM;
    else if (letter == ISN_F_KAF)
        f = (front){before.pre | ISN_CL_KAF, (uint8_t)(at + 1), (uint8_t)(before.cost + 5)};
    else if (letter == ISN_F_SEEN &&
             (next == ISN_F_YEH || next == ISN_F_TEH || next == ISN_F_NOON || next == ISN_F_ALEF))
        f = (front){before.pre | ISN_CL_SEEN, (uint8_t)(at + 1), (uint8_t)(before.cost + 2)};
    else
        return n;
    out[n++] = f;
    return n;
}

static unsigned find_fronts(front out[4], const piece *p) {
    unsigned n = 0;
    front joint = {0, 1, 3};
    out[n++] = (front){0, 0, 0};
    n = add_inner(out, n, p, out[0]);
    if (p->fold[0] == ISN_F_WAW)
        joint.pre = ISN_CL_WAW;
    else if (p->fold[0] == ISN_F_FEH)
        joint = (front){ISN_CL_FEH, 1, 4};
    else
        return n;
    out[n++] = joint;
    return add_inner(out, n, p, joint);
}

unsigned isn_lex_segment(isn_segment out[ISN_SEGMENTS], const isn_lex *lex, const isn_text *text,
                         const isn_token *token) {
    piece p = {text->fold + token->fold, token->fold_len, lex, text, token, 0, 0, out, 0};
    front before[4];
    out[0] = (isn_segment){0, 0, 0, 0, ISN_KNOWN_NOT, COST_UNKNOWN};
    if (token->kind != ISN_TOK_WORD || p.len < 2 || p.len > ISN_LETTERS_MAX)
        return 1;
    bool bare = (token->flags & (ISN_TF_TEH_MARBUTA | ISN_TF_TANWIN | ISN_TF_MAKSURA)) != 0;
    unsigned nbefore = find_fronts(before, &p);
    find_hamza(&p);
    try_whole(&p);
    for (unsigned i = 0; i < nbefore; i++) {
        try_front(&p, &before[i]);
        for (unsigned j = 0; j < ISN_LEN(backs) && !bare; j++)
            if (ends_with(&p, &backs[j])) {
                size_t rest = p.len - before[i].letters;
                if (rest == backs[j].letters)
                    try_alone(&p, &before[i], &backs[j]);
                else if (rest >= backs[j].letters + 2u)
                    try_both(&p, &before[i], &backs[j]);
            }
    }
    if (out[0].known == ISN_KNOWN_NOT && out[0].cost >= COST_UNKNOWN)
        try_guesses(&p, before, nbefore);
    return p.n;
}
