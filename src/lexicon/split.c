/* split.c: one folded word → the clitics it may be cut into. Used by scan.c for each word, and by
 * compile/packer.c to mark the words of a pack that can be read in more than one way. The rules of
 * attached writing stand here; which words exist, the pack knows. */
#include "lexicon/pack.h"

uint32_t isn_lex_lookup(const isn_lex *lex, const uint8_t *fold, size_t len, uint64_t hash) {
    uint32_t tag = (uint32_t)(hash >> 32);
    for (uint32_t i = (uint32_t)hash & lex->slot_mask;; i = (i + 1) & lex->slot_mask) {
        uint32_t symbol = lex->slots[i].symbol;
        if (symbol == ISN_NO_SYMBOL)
            return ISN_NO_SYMBOL;
        if (lex->slots[i].tag != tag)
            continue;
        const isn_pack_word *word = &lex->words[symbol >> 1];
        size_t article = symbol & 1 ? 2 : 0;
        if (word->len + article == len &&
            isn_same_letters(isn_word_letters(lex, word), fold + article, len - article) &&
            (article == 0 || isn_has_article(fold, len)))
            return symbol;
    }
}

uint32_t isn_lex_symbol(const isn_lex *lex, const uint8_t *fold, size_t len) {
    return isn_lex_lookup(lex, fold, len, isn_hash(fold, len, 0));
}

/* ---- what a sense allows --------------------------------------------------------------------------- */

/* Names of persons, places and bodies carry no pronoun; function words do: عنه، بينهم، كلهم. */
static bool is_proper(isn_table table) {
    switch (table) {
    case ISN_T_COUNTRY:
    case ISN_T_PLACE:
    case ISN_T_ACTOR:
    case ISN_T_NAME:
    case ISN_T_PERSON:
    case ISN_T_OUTLET:
    case ISN_T_MONTH:
    case ISN_T_FURNITURE:
    case ISN_T_NUMERAL: return true;
    default: return false;
    }
}

static unsigned noun_caps(unsigned form, bool articled) {
    unsigned number = form & ISN_FORM_NUMBER;
    unsigned caps = ISN_CAP_COMMON | ISN_CAP_PREP | ISN_CAP_LAM;
    /* Not القصفه, not قصفاه, no dual with its noon; and an adjective rarely has one, while عراقية, where
     * teh marbuta is written as heh, would look as if it had. */
    if (!articled && !(form & ISN_FORM_ACC) && (form & ISN_FORM_KIND) != ISN_FORM_ADJ &&
        (number != ISN_FORM_DU || (form & ISN_FORM_CONSTRUCT)))
        caps |= ISN_CAP_NSUF | ISN_CAP_ASUF;
    return caps;
}

static unsigned verb_caps(unsigned form) {
    unsigned caps = ISN_CAP_VSUF | ISN_CAP_ASUF | ISN_CAP_MIDSUF;
    if ((form & ISN_FORM_KIND) == ISN_FORM_IMPF)
        caps |= ISN_CAP_LAM | ISN_CAP_SEEN;
    if (!(form & (ISN_FORM_PASSIVE | ISN_FORM_JUSSIVE | ISN_FORM_PERSON)))
        caps |= ISN_CAP_COMMON;
    return caps;
}

static unsigned name_caps(isn_table table, bool articled) {
    unsigned caps = ISN_CAP_COMMON | ISN_CAP_PREP | ISN_CAP_LAM;
    if (!articled && !is_proper(table))
        caps |= ISN_CAP_NSUF | ISN_CAP_VSUF | ISN_CAP_ASUF;
    return caps;
}

uint8_t isn_sense_caps(const isn_sense *sense, bool articled) {
    switch (sense->form & ISN_FORM_KIND) {
    case ISN_FORM_PERF:
    case ISN_FORM_IMPF: return (uint8_t)verb_caps(sense->form);
    case ISN_FORM_NAME: return (uint8_t)name_caps((isn_table)sense->table, articled);
    default: return (uint8_t)noun_caps(sense->form, articled);
    }
}

/* Is the ال of the symbol the article? Not where the word without it is unknown: التزام. */
bool isn_lex_articled(const isn_lex *lex, uint32_t symbol) {
    if (!(symbol & 1))
        return false;
    return (lex->root[symbol & ~1u] & ISN_ROOT_NODE) != 0;
}

/* May the word stand with these clitics? A word that only goes on phrases may: what counts there is
 * the whole phrase, which scan.c tests. */
static bool allows(const isn_lex *lex, uint32_t symbol, unsigned need) {
    const isn_pack_node *node = &lex->nodes[lex->root[symbol] & ISN_ROOT_NODE];
    if ((need & ISN_CAP_ASUF) &&
        (symbol & 1)) { /* أل of a stem: ألقاها، التزامها; never with the article */
        unsigned wanted = isn_lex_articled(lex, symbol) ? need | ISN_CAP_VSUF : need;
        return (node->some & wanted) == wanted;
    }
    if (node->nsenses == 0)
        return node->children != 0 || !(need & ISN_CAP_SEEN);
    if (node->children != 0 && !(need & ISN_CAP_COMMON))
        return true;
    return (node->some & need) == need;
}

/* ---- proclitics ---------------------------------------------------------------------------------------- */

typedef struct front {
    uint8_t pre, letters; /* letters cut, those of the article not counted */
    bool contracted;      /* لل: ل and the article, whose alef is not written */
} front;

#define FRONTS 8

static unsigned preposition(uint8_t letter) {
    return letter == ISN_F_BEH   ? ISN_CL_BEH
           : letter == ISN_F_LAM ? ISN_CL_LAM
           : letter == ISN_F_KAF ? ISN_CL_KAF
                                 : 0;
}

static bool starts_imperfect(uint8_t letter) {
    return letter == ISN_F_YEH || letter == ISN_F_TEH || letter == ISN_F_NOON ||
           letter == ISN_F_ALEF;
}

/* The proclitics that may stand after `before` at letter `at`; adds to `out`. */
static unsigned inner_fronts(front *out, unsigned n, const uint8_t *fold, size_t len,
                             unsigned before, unsigned at) {
    if (len < at + 3u)
        return n;
    unsigned bit = preposition(fold[at]);
    if (bit == ISN_CL_LAM && fold[at + 1] == ISN_F_LAM)
        out[n++] = (front){(uint8_t)(before | ISN_CL_LAM | ISN_CL_AL), (uint8_t)at, true};
    if (bit != 0)
        out[n++] = (front){(uint8_t)(before | bit), (uint8_t)(at + 1), false};
    if (fold[at] == ISN_F_SEEN && starts_imperfect(fold[at + 1]))
        out[n++] = (front){(uint8_t)(before | ISN_CL_SEEN), (uint8_t)(at + 1), false};
    return n;
}

/* All ways to begin, the bare beginning first, then by number of clitics. `counts[k]`: end of those
 * with k clitics. */
static void fronts(front *out, unsigned counts[3], const uint8_t *fold, size_t len) {
    unsigned n = 0;
    unsigned joint = fold[0] == ISN_F_WAW ? ISN_CL_WAW : fold[0] == ISN_F_FEH ? ISN_CL_FEH : 0;
    out[n++] = (front){0, 0, false};
    counts[0] = n;
    if (joint != 0 && len >= 3)
        out[n++] = (front){(uint8_t)joint, 1, false};
    else
        n = inner_fronts(out, n, fold, len, 0, 0);
    counts[1] = n;
    if (joint != 0)
        n = inner_fronts(out, n, fold, len, joint, 1);
    counts[2] = n;
}

static unsigned front_needs(const front *f) {
    unsigned need = 0;
    if (f->pre & (ISN_CL_BEH | ISN_CL_KAF))
        need |= ISN_CAP_PREP;
    if (f->pre & ISN_CL_LAM)
        need |= ISN_CAP_LAM;
    if (f->pre & ISN_CL_SEEN)
        need |= ISN_CAP_SEEN;
    return need;
}

/* ---- pronouns ---------------------------------------------------------------------------------------------- */

typedef struct back {
    uint8_t suf, letters, least; /* `least`: letters that must remain */
    uint8_t need;
    uint8_t text[3];
} back;

static const back backs[] = {
    {ISN_SUF_HUMA, 3, 2, ISN_CAP_ASUF, {ISN_F_HEH, ISN_F_MEEM, ISN_F_ALEF}},
    {ISN_SUF_HU, 1, 2, ISN_CAP_ASUF, {ISN_F_HEH}},
    {ISN_SUF_HA, 2, 2, ISN_CAP_ASUF, {ISN_F_HEH, ISN_F_ALEF}},
    {ISN_SUF_HUM, 2, 2, ISN_CAP_ASUF, {ISN_F_HEH, ISN_F_MEEM}},
    {ISN_SUF_HUNNA, 2, 2, ISN_CAP_ASUF, {ISN_F_HEH, ISN_F_NOON}},
    {ISN_SUF_KUM, 2, 2, ISN_CAP_ASUF, {ISN_F_KAF, ISN_F_MEEM}},
    {ISN_SUF_NA, 2, 2, ISN_CAP_ASUF, {ISN_F_NOON, ISN_F_ALEF}},
    {ISN_SUF_NI, 2, 3, ISN_CAP_VSUF | ISN_CAP_ASUF, {ISN_F_NOON, ISN_F_YEH}},
    {ISN_SUF_KA, 1, 3, ISN_CAP_ASUF, {ISN_F_KAF}},
    {ISN_SUF_YA, 1, 3, ISN_CAP_NSUF | ISN_CAP_ASUF, {ISN_F_YEH}},
};

/* All but "you" and "my": شرقي is an adjective, not "my east". */
#define LIKELY_BACKS (ISN_LEN(backs) - 2)

static bool ends_with(const uint8_t *fold, size_t len, const back *b) {
    return len >= (size_t)b->letters + b->least &&
           memcmp(fold + len - b->letters, b->text, b->letters) == 0;
}

/* The pronouns that the word may end in. */
static unsigned find_backs(const back *out[2], const uint8_t *fold, size_t len, unsigned flags) {
    unsigned n = 0;
    uint8_t last = fold[len - 1];
    if (flags & (ISN_TF_TEH_MARBUTA | ISN_TF_TANWIN))
        return 0;
    if (last != ISN_F_HEH && last != ISN_F_ALEF && last != ISN_F_MEEM && last != ISN_F_NOON &&
        last != ISN_F_KAF && last != ISN_F_YEH)
        return 0;
    if (last == ISN_F_YEH && (flags & ISN_TF_MAKSURA))
        return 0;
    size_t nbacks = flags & ISN_SPLIT_KNOWN ? LIKELY_BACKS : ISN_LEN(backs);
    for (unsigned i = 0; i < nbacks && n < 2; i++)
        if (ends_with(fold, len, &backs[i]))
            out[n++] = &backs[i];
    return n;
}

/* ---- trying -------------------------------------------------------------------------------------------------- */

typedef struct attempt {
    const isn_lex *lex;
    isn_reading *out;
    unsigned room, n;
    unsigned need; /* of every reading */
    bool again;    /* a word found can itself be cut */
} attempt;

/* وأنه as و and the أنه of some phrase: a reading that makes room for the one that cuts the pronoun too. */
static bool cut_further(const attempt *a, unsigned pre, const back *b, unsigned *at) {
    for (unsigned i = a->n; b != NULL && i-- > 0;)
        if (a->out[i].pre == pre && a->out[i].suf == ISN_SUF_NONE &&
            a->lex->root[a->out[i].symbol] & ISN_ROOT_SPLIT) {
            *at = i;
            return true;
        }
    return false;
}

static void found(attempt *a, uint32_t symbol, const front *f, const back *b) {
    unsigned need = a->need | front_needs(f) | (b != NULL ? b->need : 0u);
    if (symbol == ISN_NO_SYMBOL || !allows(a->lex, symbol, need))
        return;
    unsigned pre = f->pre | (symbol & 1 ? (unsigned)ISN_CL_AL : 0u), at = a->n;
    for (unsigned i = 0; i < a->n; i++)
        if (a->out[i].symbol == symbol && a->out[i].pre == pre)
            return;
    if (at == a->room && !cut_further(a, pre, b, &at))
        return;
    a->out[at] = (isn_reading){symbol, (uint8_t)pre, b != NULL ? b->suf : (uint8_t)ISN_SUF_NONE,
                               f->letters, 0};
    a->n += at == a->n;
    a->again |= (a->lex->root[symbol] & ISN_ROOT_SPLIT) != 0;
}

/* What remains after a pronoun was cut is written otherwise than it stands alone:
 * دولته → دولة, مستشفاه → مستشفى, استهدفوه → استهدفوا, أبناؤه and أبنائه → أبناء. */
static void try_mended(attempt *a, const uint8_t *fold, size_t len, const front *f, const back *b) {
    uint8_t mended[ISN_LETTERS_MAX + 2];
    uint8_t last = fold[len - 1];
    size_t n = len;
    if (len < 2 || len > ISN_LETTERS_MAX)
        return;
    memcpy(mended, fold, len);
    if (last == ISN_F_TEH)
        mended[n - 1] = ISN_F_HEH;
    else if (last == ISN_F_ALEF)
        mended[n - 1] = ISN_F_YEH;
    else if ((last == ISN_F_WAW || last == ISN_F_YEH) && fold[len - 2] == ISN_F_ALEF)
        mended[n - 1] = ISN_F_HAMZA;
    else if (last == ISN_F_WAW)
        mended[n++] = ISN_F_ALEF;
    else
        return;
    found(a, isn_lex_symbol(a->lex, mended, n), f, b);
}

/* لل + مدينة is ل + المدينة, and لل + جنة may be ل + اللجنة too. */
static void try_contracted(attempt *a, const uint8_t *fold, size_t len, const front *f) {
    uint8_t full[ISN_LETTERS_MAX + 4] = {ISN_F_ALEF, ISN_F_LAM, ISN_F_LAM};
    size_t rest = len - f->letters - 2u;
    if (rest == 0 || rest > ISN_LETTERS_MAX)
        return;
    memcpy(full + 3, fold + f->letters + 2, rest);
    found(a, isn_lex_symbol(a->lex, full, rest + 3), f, NULL);
    memmove(full + 2, full + 3, rest);
    found(a, isn_lex_symbol(a->lex, full, rest + 2), f, NULL);
}

static void try_one(attempt *a, const uint8_t *fold, size_t len, const front *f, const back *b) {
    size_t end = len - (b != NULL ? b->letters : 0u);
    if (f->contracted) {
        if (b == NULL)
            try_contracted(a, fold, len, f);
        return;
    }
    if (end < f->letters + 2u)
        return;
    found(a, isn_lex_symbol(a->lex, fold + f->letters, end - f->letters), f, b);
    if (b != NULL)
        try_mended(a, fold + f->letters, end - f->letters, f, b);
}

/* أكان، أليس: only before a function word, and only when nothing else fits. */
static void try_question(attempt *a, const uint8_t *fold, size_t len) {
    static const front question = {ISN_CL_HAMZA, 1, false};
    if (fold[0] != ISN_F_ALEF || len < 3)
        return;
    uint32_t symbol = isn_lex_symbol(a->lex, fold + 1, len - 1);
    if (symbol == ISN_NO_SYMBOL)
        return;
    const isn_pack_node *node = &a->lex->nodes[a->lex->root[symbol] & ISN_ROOT_NODE];
    if (node->tables == 1u << ISN_T_FUNC)
        found(a, symbol, &question, NULL);
}

unsigned isn_lex_split(isn_reading *out, unsigned room, const isn_lex *lex, const uint8_t *fold,
                       size_t len, unsigned flags) {
    attempt a = {lex, out, room, 0, flags & ISN_SPLIT_KNOWN ? ISN_CAP_COMMON : 0u, false};
    front before[FRONTS];
    const back *after[2];
    unsigned counts[3];
    unsigned most = flags & ISN_SPLIT_KNOWN ? 1 : 3; /* وليد is not و ل يد */
    if (len < 3 || len > ISN_LETTERS_MAX)
        return 0;
    fronts(before, counts, fold, len);
    unsigned nafter = find_backs(after, fold, len, flags);
    /* By the number of clitics cut; on only while nothing is found, or what is found can be cut too. */
    for (unsigned cost = 1; cost <= most && (a.n == 0 || a.again); cost++) {
        if (cost <= 2)
            for (unsigned i = counts[cost - 1]; i < counts[cost]; i++)
                try_one(&a, fold, len, &before[i], NULL);
        for (unsigned i = cost == 1 ? 0 : counts[cost - 2]; i < counts[cost - 1]; i++)
            for (unsigned j = 0; j < nafter; j++)
                try_one(&a, fold, len, &before[i], after[j]);
    }
    if (a.n == 0 && !(flags & ISN_SPLIT_KNOWN))
        try_question(&a, fold, len);
    return a.n;
}
