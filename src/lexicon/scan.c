/* scan.c: tokens → words with readings, and the phrases of the lexicon found at them. Left of it: text/
 * with tokens, sentences, quotations. Right of it: match/, which gives hits their values. */
#include "lexicon/pack.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* ---- readings ---------------------------------------------------------------------------------- */

/* The whole form is best, but not when only phrases have it (لحقوق, of a name with human rights in it), nor
 * when it ends in alef maksura and can be cut: وأدى is "and led to", though وادي folds to the same. */
static void order_readings(isn_word *word, const isn_token *token, unsigned known) {
    isn_reading whole = word->reading[0];
    if (known && !(token->flags & ISN_TF_MAKSURA))
        return;
    for (unsigned i = 1; i < word->nreadings; i++)
        word->reading[i - 1] = word->reading[i];
    word->reading[word->nreadings - 1] = whole;
}

static void read_word(isn_word *word, const isn_lex *lex, const isn_text *text,
                      const isn_token *token) {
    const uint8_t *fold = text->fold + token->fold;
    uint32_t symbol = isn_lex_lookup(lex, fold, token->fold_len, token->hash);
    bool whole = symbol != ISN_NO_SYMBOL, arabic = token->kind == ISN_TOK_WORD;
    unsigned n = 0, known = 0;
    if (whole)
        word->reading[n++] = (isn_reading){symbol, (symbol & 1) && arabic ? ISN_CL_AL : 0, 0, 0, 0};
    if (arabic && (!whole || (lex->root[symbol] & ISN_ROOT_SPLIT))) {
        known = whole ? isn_split_known(lex, symbol) : 0;
        n += isn_lex_split(word->reading + n, ISN_READINGS - n, lex, fold, token->fold_len,
                           token->flags | known);
    }
    if (n == 0)
        word->reading[n++] = (isn_reading){ISN_NO_SYMBOL, 0, 0, 0, 0};
    word->nreadings = (uint8_t)n;
    if (whole && n > 1)
        order_readings(word, token, known);
}

/* ---- signs -------------------------------------------------------------------------------------- */

static bool is_dash(uint32_t cp) {
    return cp == '-' || (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212 || cp == 0x0640;
}

static bool is_quote(uint32_t cp) {
    return cp == '"' || cp == '\'' || cp == '`' || cp == 0xab || cp == 0xbb ||
           (cp >= 0x2018 && cp <= 0x201f) || cp == 0x2039 || cp == 0x203a;
}

/* The proclitics that a token consists of, when it is nothing else and leans on the next one: the ب of
 * بـ"داعش" and of ب15. */
static unsigned leaning(const isn_text *text, uint32_t index) {
    const isn_token *token = &text->tokens[index];
    const uint8_t *fold = text->fold + token->fold;
    unsigned pre = 0;
    if (token->kind != ISN_TOK_WORD || token->fold_len > 2 || index + 1 >= text->ntokens)
        return 0;
    const isn_token *next = &text->tokens[index + 1];
    if (!(token->flags & ISN_TF_JOINED) && (next->flags & ISN_TF_SPACE))
        return 0;
    if (next->kind == ISN_TOK_PUNCT && !is_quote(next->cp) && !is_dash(next->cp) && next->cp != '(')
        return 0; /* أ.ف.ب */
    for (unsigned i = 0; i < token->fold_len; i++) {
        unsigned bit = fold[i] == ISN_F_WAW   ? ISN_CL_WAW
                       : fold[i] == ISN_F_FEH ? ISN_CL_FEH
                       : fold[i] == ISN_F_BEH ? ISN_CL_BEH
                       : fold[i] == ISN_F_LAM ? ISN_CL_LAM
                       : fold[i] == ISN_F_KAF ? ISN_CL_KAF
                                              : 0;
        if (bit == 0)
            return 0;
        pre |= bit;
    }
    return pre;
}

/* Many newsrooms write the conjunction apart: الجيش و الشرطة. It is no word then, but the next one's proclitic. */
static inline bool apart(const isn_text *text, uint32_t index) {
    const isn_token *token = &text->tokens[index], *next = token + 1;
    return token->fold_len == 1 && token->kind == ISN_TOK_WORD &&
           text->fold[token->fold] == ISN_F_WAW && !(token->flags & ISN_TF_JOINED) &&
           index + 1 < text->ntokens && next->kind != ISN_TOK_PUNCT &&
           (next->flags & (ISN_TF_SPACE | ISN_TF_BLOCK)) == ISN_TF_SPACE;
}

static unsigned dash_flags(const isn_text *text, uint32_t index) {
    const isn_token *token = &text->tokens[index];
    bool space_before = token->flags & (ISN_TF_SPACE | ISN_TF_BLOCK);
    bool space_after = index + 1 >= text->ntokens ||
                       (text->tokens[index + 1].flags & (ISN_TF_SPACE | ISN_TF_BLOCK));
    if (token->flags & ISN_TF_JOINED)
        return 0;
    return space_before || space_after ? ISN_WF_DASH : ISN_WF_HYPHEN;
}

static unsigned sign_flags(const isn_text *text, uint32_t index) {
    uint32_t cp = text->tokens[index].cp;
    switch (cp) {
    case ',':
    case ';':
    case 0x060c: /* Arabic comma */
    case 0x061b: /* Arabic semicolon */ return ISN_WF_COMMA;
    case ':': return ISN_WF_COLON;
    case '(':
    case '[':
    case '{':
    case 0xfd3f: /* ornate parentheses open and close from right to left */ return ISN_WF_PAREN;
    case ')':
    case ']':
    case '}':
    case 0xfd3e: return ISN_WF_UNPAREN;
    case '/': return ISN_WF_SLASH | ISN_WF_DASH;
    case '|': return ISN_WF_SLASH;
    case 0x2026: return ISN_WF_DOTS;
    case '.': /* alone it stands in an abbreviation: a full stop shows as ISN_WF_STOP */
        return index > 0 && text->tokens[index - 1].cp == '.' ? ISN_WF_DOTS : 0;
    case '#':
    case '_': return 0;
    default: return is_quote(cp) ? 0 : is_dash(cp) ? dash_flags(text, index) : ISN_WF_SIGN;
    }
}

/* ---- words ------------------------------------------------------------------------------------------ */

/* Where a word stands in phrases: the nodes of the trie where its readings begin one, 0 for none, and isn_child_bit of
 * those that can go on one. */
typedef struct roots {
    uint32_t node[ISN_READINGS];
    uint32_t follow;
} roots;

/* What of a token's flags decides how it is read. */
#define READ_FLAGS (ISN_TF_TEH_MARBUTA | ISN_TF_MAKSURA | ISN_TF_TANWIN)

static inline bool is_recent(const isn_recent *r, const isn_token *token, const uint8_t *fold) {
    return r->hash == (uint32_t)(token->hash >> 32) && r->len == token->fold_len &&
           r->flags == (token->flags & READ_FLAGS) && isn_same_letters(r->letters, fold, r->len);
}

static void remember(isn_recent *r, const isn_word *word, const isn_token *token,
                     const uint8_t *fold, const roots *at, bool listed) {
    r->hash = (uint32_t)(token->hash >> 32);
    r->follow = at->follow;
    r->len = (uint8_t)token->fold_len;
    r->flags = token->flags & READ_FLAGS;
    r->nreadings = word->nreadings;
    r->listed = listed;
    memcpy(r->letters, fold, r->len);
    memcpy(r->node, at->node, sizeof(r->node));
    memcpy(r->reading, word->reading, sizeof(r->reading));
}

/* Later words of a phrase stand without proclitics. */
static inline bool goes_on(const isn_reading *reading) {
    return reading->symbol != ISN_NO_SYMBOL && !(reading->pre & ~ISN_CL_AL);
}

/* Readings, their nodes and whether one is listed, by looking the word up. */
static bool look_up(isn_word *word, roots *at, const isn_scan *scan, const isn_token *token) {
    const isn_lex *lex = scan->lex;
    bool listed = false;
    memset(word->reading, 0, sizeof(word->reading));
    read_word(word, lex, scan->text, token);
    *at = (roots){0};
    for (unsigned r = 0; r < word->nreadings; r++) {
        uint32_t symbol = word->reading[r].symbol;
        listed |= symbol < lex->nlisted;
        at->node[r] = symbol != ISN_NO_SYMBOL ? lex->root[symbol] & ISN_ROOT_NODE : 0;
        if (goes_on(&word->reading[r]))
            at->follow |= isn_child_bit(symbol);
    }
    return listed;
}

/* The same, or from the words read lately. */
static inline bool read_cached(isn_word *word, roots *at, const isn_scan *scan,
                               const isn_token *token, isn_recent *recent) {
    const uint8_t *fold = scan->text->fold + token->fold;
    isn_recent *r = &recent[token->hash % ISN_RECENT_WORDS];
    if (is_recent(r, token, fold)) {
        word->nreadings = r->nreadings;
        memcpy(word->reading, r->reading, sizeof(r->reading));
        memcpy(at->node, r->node, sizeof(r->node));
        at->follow = r->follow;
        return r->listed;
    }
    bool listed = look_up(word, at, scan, token);
    remember(r, word, token, fold, at, listed);
    return listed;
}

/* The proclitics that stand before the word as a token of their own. */
static unsigned leaning_before(const isn_scan *scan, const isn_word *word, uint32_t index) {
    if (index > scan->text->sentences[word->sentence].first && apart(scan->text, index - 1))
        return ISN_CL_WAW;
    if (scan->nwords > 0 && word[-1].token + 2 >= index && word[-1].sentence == word->sentence)
        return leaning(scan->text, word[-1].token);
    return 0;
}

static void add_word(isn_scan *scan, roots *at, isn_recent *recent, uint32_t index,
                     uint32_t sentence, unsigned flags) {
    const isn_token *token = &scan->text->tokens[index];
    isn_word *word = &scan->words[scan->nwords];
    word->token = index;
    word->sentence = sentence;
    word->flags = (uint16_t)flags;
    word->kind = token->kind;
    scan->figures |= token->kind == ISN_TOK_NUMBER && flags & ISN_WF_PAREN;
    bool brief =
        recent != NULL && token->kind == ISN_TOK_WORD && token->fold_len - 1u < ISN_RECENT_LETTERS;
    uint64_t listed =
        brief ? read_cached(word, at, scan, token, recent) : look_up(word, at, scan, token);
    bool behind_word = index > 0 && token[-1].fold_len >
                                        2; /* most: what leans is shorter, a sign has no letters */
    unsigned pre = behind_word ? 0 : leaning_before(scan, word, index);
    for (unsigned i = 0; pre != 0 && i < word->nreadings; i++)
        word->reading[i].pre |= (uint8_t)pre;
    if (pre != 0 || (flags & ISN_WF_BREAK && (flags & ISN_WF_BREAK) != ISN_WF_PAREN))
        at->follow = 0;
    scan->listed[scan->nwords / 64] |= listed << scan->nwords % 64;
    scan->nwords++;
}

static void scan_sentence(isn_scan *scan, roots *at, isn_recent *recent, uint32_t sentence) {
    const isn_sentence *s = &scan->text->sentences[sentence];
    unsigned flags = ISN_WF_STOP;
    scan->sentence_word[sentence] = scan->nwords;
    for (uint32_t i = s->first; i < s->last; i++) {
        if (recent != NULL && i + 4 < scan->text->ntokens)
            __builtin_prefetch(&recent[scan->text->tokens[i + 4].hash % ISN_RECENT_WORDS]);
        if (scan->text->tokens[i].kind == ISN_TOK_PUNCT) {
            flags |= sign_flags(scan->text, i);
        } else if (i + 1 == s->last || !apart(scan->text, i)) {
            add_word(scan, &at[scan->nwords], recent, i, sentence, flags);
            flags = 0;
        }
    }
}

/* The first word at or after a token. */
static uint32_t word_at(const isn_scan *scan, uint32_t token) {
    uint32_t low = 0, high = scan->nwords;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (scan->words[middle].token < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void mark_quotes(isn_scan *scan) {
    for (uint32_t i = 0; i < scan->text->nquotes; i++) {
        const isn_quote *q = &scan->text->quotes[i];
        uint32_t first = word_at(scan, q->first), last = word_at(scan, q->last);
        if (first < scan->nwords)
            scan->words[first].flags |= ISN_WF_QUOTE;
        if (q->closed && last < scan->nwords)
            scan->words[last].flags |= ISN_WF_UNQUOTE;
    }
}

/* ---- phrases ------------------------------------------------------------------------------------------ */

typedef struct walk {
    isn_scan *scan;
    isn_arena *arena;
    uint32_t cap;
    const roots *roots;
    uint32_t first;  /* word where the phrase begins */
    uint8_t reading; /* and which reading of it */
    uint32_t tables;
} walk;

static uint32_t follow(const isn_lex *lex, uint32_t node, uint32_t symbol) {
    for (uint32_t i = (uint32_t)isn_edge_hash(node, symbol) & lex->edge_mask;;
         i = (i + 1) & lex->edge_mask) {
        const isn_pack_edge *e = &lex->edges[i];
        if (e->target == 0 || (e->node == node && e->symbol == symbol))
            return e->target;
    }
}

/* What the clitics of the phrase's first and last word ask of its senses. */
static unsigned needs(const isn_reading *first, const isn_reading *last) {
    unsigned need = 0;
    if (first->pre & (ISN_CL_BEH | ISN_CL_KAF))
        need |= ISN_CAP_PREP;
    if (first->pre & ISN_CL_LAM)
        need |= ISN_CAP_LAM;
    if (first->pre & ISN_CL_SEEN)
        need |= ISN_CAP_SEEN;
    if (last->suf == ISN_SUF_NI)
        need |= ISN_CAP_VSUF;
    else if (last->suf == ISN_SUF_YA)
        need |= ISN_CAP_NSUF;
    else if (last->suf != ISN_SUF_NONE)
        need |= ISN_CAP_ASUF;
    if (first != last && first->suf != ISN_SUF_NONE)
        need |= ISN_CAP_MIDSUF;
    return need;
}

/* The senses of a node that allow what is needed, where not all do. */
static const isn_sense *select_senses(uint16_t *n, uint32_t *tables, const walk *w,
                                      const isn_pack_node *node, unsigned need, bool articled) {
    const isn_sense *all = w->scan->lex->senses + node->senses;
    *n = 0;
    *tables = 0;
    if ((node->some & need) != need)
        return NULL;
    isn_sense *some = isn_arena_alloc(w->arena, node->nsenses * sizeof(*some));
    for (unsigned i = 0; i < node->nsenses; i++)
        if ((isn_sense_caps(&all[i], articled) & need) == need) {
            some[(*n)++] = all[i];
            *tables |= 1u << all[i].table;
        }
    return some;
}

/* تنظيم (داعش)، وكالة أنباء ((شينخوا)): some newsrooms put the proper name, the end of the phrase, in brackets after one
 * or two words of head. */
static bool name_opens(const walk *w, uint32_t at) {
    return at - w->first <= 2 && (w->scan->words[at].flags & ISN_WF_BREAK) == ISN_WF_PAREN;
}

static bool name_closes(const walk *w, uint32_t last) {
    for (uint32_t i = w->first + 1; i < last && i <= w->first + 2; i++)
        if (w->scan->words[i].flags & ISN_WF_PAREN)
            return last == w->scan->nwords ||
                   w->scan->words[last].flags & (ISN_WF_UNPAREN | ISN_WF_STOP);
    return true;
}

static void add_hit(walk *w, const isn_pack_node *node, uint32_t last, uint8_t tail) {
    isn_scan *scan = w->scan;
    if (!name_closes(w, last))
        return;
    const isn_reading *a = &scan->words[w->first].reading[w->reading];
    const isn_reading *z = &scan->words[last - 1].reading[tail];
    uint32_t tables = node->tables;
    uint16_t n = node->nsenses;
    const isn_sense *senses = scan->lex->senses + node->senses;
    unsigned need = (a->pre & ~ISN_CL_AL) | a->suf | z->suf ? needs(a, z) : 0;
    if ((node->all & need) != need)
        senses = select_senses(&n, &tables, w, node, need, isn_lex_articled(scan->lex, a->symbol));
    if (n == 0)
        return;
    if (scan->nhits == w->cap)
        scan->hits = isn_vec_grow(w->arena, scan->hits, &w->cap, sizeof(*scan->hits));
    __builtin_prefetch(senses);
    scan->hits[scan->nhits++] = (isn_hit){w->first, last, w->reading, tail, n, tables, senses};
    w->tables |= tables;
}

static void go_on(walk *w, const isn_pack_node *node, uint32_t at);

static void visit(walk *w, uint32_t number, uint32_t at, uint8_t reading) {
    const isn_pack_node *node = &w->scan->lex->nodes[number];
    if (node->nsenses != 0)
        add_hit(w, node, at + 1, reading);
    if (node->children & w->roots[at + 1].follow && at + 1 - w->first < ISN_PHRASE_MAX)
        go_on(w, node, at + 1);
}

/* A pronoun may only end a phrase. */
static void go_on(walk *w, const isn_pack_node *node, uint32_t at) {
    const isn_lex *lex = w->scan->lex;
    if (w->scan->words[at].flags & ISN_WF_BREAK && !name_opens(w, at))
        return;
    const isn_word *word = &w->scan->words[at];
    for (uint8_t r = 0; r < word->nreadings; r++) {
        const isn_reading *reading = &word->reading[r];
        if (!goes_on(reading) || !(node->children & isn_child_bit(reading->symbol)))
            continue;
        uint32_t next = follow(lex, (uint32_t)(node - lex->nodes), reading->symbol);
        if (next == 0)
            continue;
        if (reading->suf == ISN_SUF_NONE)
            visit(w, next, at, r);
        else if (lex->nodes[next].nsenses != 0)
            add_hit(w, &lex->nodes[next], at + 1, r);
    }
}

/* Longest first, then by reading. A few hits at most. */
static void sort_hits(isn_hit *hits, uint32_t n) {
    for (uint32_t i = 1; i < n; i++)
        for (uint32_t j = i; j > 0 && hits[j].last > hits[j - 1].last; j--) {
            isn_hit swap = hits[j];
            hits[j] = hits[j - 1];
            hits[j - 1] = swap;
        }
}

/* The hit of one word alone: most hits, and of most of them every sense allows the word's clitics. */
static inline void add_word_hit(walk *w, const isn_pack_node *node, uint32_t first, uint8_t r) {
    isn_scan *scan = w->scan;
    const isn_reading *a = &scan->words[first].reading[r];
    unsigned need = (a->pre & ~ISN_CL_AL) | a->suf ? needs(a, a) : 0;
    if ((node->all & need) != need || scan->nhits == w->cap) {
        add_hit(w, node, first + 1, r);
        return;
    }
    const isn_sense *senses = scan->lex->senses + node->senses;
    __builtin_prefetch(senses);
    scan->hits[scan->nhits++] =
        (isn_hit){first, first + 1, r, r, node->nsenses, node->tables, senses};
    w->tables |= node->tables;
}

static void find_phrases(walk *w, uint32_t first) {
    isn_scan *scan = w->scan;
    const roots *at = &w->roots[first];
    uint8_t n = scan->words[first].nreadings;
    uint32_t from = scan->nhits;
    w->first = first;
    w->tables = 0;
    scan->word_hit[first] = from;
    for (uint8_t r = 0; r < n; r++) {
        const isn_pack_node *node = &scan->lex->nodes[at->node[r]];
        if (at->node[r] == 0)
            continue;
        w->reading = r;
        if (node->nsenses != 0)
            add_word_hit(w, node, first, r);
        if (node->children & at[1].follow)
            go_on(w, node, first + 1);
    }
    scan->word_tables[first] = w->tables;
    if (scan->nhits - from > 1)
        sort_hits(scan->hits + from, scan->nhits - from);
}

/* قتل (23) شخصا: some newsrooms print every figure in brackets; those around a bare figure before what it counts part
 * nothing. (12) ومحمد is an age, and ثلاثة (3) is told by its words. */
static void open_figures(isn_scan *scan) {
    const uint32_t counted = 1u << ISN_T_PEOPLE | 1u << ISN_T_CASUALTY | 1u << ISN_T_UNIT |
                             1u << ISN_T_ORGWORD | 1u << ISN_T_NUMERAL;
    for (uint32_t i = 1; scan->figures && i < scan->nwords; i++) {
        isn_word *figure = &scan->words[i - 1], *noun = &scan->words[i];
        if (figure->kind == ISN_TOK_NUMBER && figure->flags & ISN_WF_PAREN &&
            (noun->flags & ISN_WF_BREAK) == ISN_WF_UNPAREN && scan->word_tables[i] & counted &&
            !noun->reading[0].pre && (i < 2 || !(scan->word_tables[i - 2] & 1u << ISN_T_NUMERAL))) {
            figure->flags &= (uint16_t)~ISN_WF_PAREN;
            noun->flags &= (uint16_t)~ISN_WF_UNPAREN;
        }
    }
}

static uint64_t date_kinds(const isn_scan *scan, uint32_t word) {
    uint64_t kinds = 0;
    for (uint32_t h = scan->word_hit[word]; h < scan->nhits; h++)
        for (unsigned s = 0;
             scan->hits[h].tables & (1u << ISN_T_DATEWORD) && s < scan->hits[h].nsenses; s++)
            if (scan->hits[h].senses[s].table == ISN_T_DATEWORD)
                kinds |= UINT64_C(1)
                         << (isn_lex_int(scan->lex, ISN_T_DATEWORD, scan->hits[h].senses[s].row,
                                         ISN_DATEWORD_KIND) &
                             63);
    return kinds;
}

/* Asks early for what find_phrases will read of the pack some words further on: the nodes of the word, and the edge on
 * to the word after it. */
static inline void foresee(const isn_scan *scan, const roots *at, uint32_t i) {
    const isn_lex *lex = scan->lex;
    if (i + 8 >= scan->nwords)
        return;
    for (unsigned r = 0; r < ISN_READINGS; r++)
        __builtin_prefetch(&lex->nodes[at[i + 8].node[r]]);
    const isn_pack_node *node = &lex->nodes[at[i + 4].node[0]];
    uint32_t symbol = scan->words[i + 5].reading[0].symbol;
    if (node->children & at[i + 5].follow)
        __builtin_prefetch(
            &lex->edges[(uint32_t)isn_edge_hash(at[i + 4].node[0], symbol) & lex->edge_mask]);
}

void isn_lex_scan(isn_scan *out, isn_arena *arena, const isn_lex *lex, const isn_text *text,
                  isn_recent *recent) {
    isn_scan scan = {.lex = lex, .text = text};
    scan.words = isn_arena_alloc(arena, sizeof(*scan.words) * ((size_t)text->ntokens + 1));
    scan.sentence_word = isn_arena_alloc(arena, sizeof(uint32_t) * ((size_t)text->nsentences + 1));
    scan.listed = ISN_NEW(arena, uint64_t, (size_t)text->ntokens / 64 + 2);
    roots *at = isn_arena_alloc(arena, sizeof(*at) * ((size_t)text->ntokens + 1));
    for (uint32_t i = 0; i < text->nsentences; i++)
        scan_sentence(&scan, at, recent, i);
    scan.sentence_word[text->nsentences] = scan.nwords;
    at[scan.nwords].follow = 0;
    mark_quotes(&scan);
    scan.word_hit = isn_arena_alloc(arena, sizeof(uint32_t) * ((size_t)scan.nwords + 1));
    scan.word_tables = isn_arena_alloc(arena, sizeof(uint32_t) * ((size_t)scan.nwords + 1));
    scan.date_kinds = isn_arena_alloc(arena, sizeof(uint64_t) * ((size_t)scan.nwords + 1));
    walk w = {
        .scan = &scan, .arena = arena, .roots = at, .cap = scan.nwords + scan.nwords / 2 + 16};
    scan.hits = isn_arena_alloc(arena, sizeof(*scan.hits) * (size_t)w.cap);
    for (uint32_t i = 0; i < scan.nwords; i++) {
        foresee(&scan, at, i);
        find_phrases(&w, i);
        if (scan.word_tables[i] & (1u << ISN_T_DATEWORD))
            scan.date_kinds[i] = date_kinds(&scan, i);
    }
    scan.word_hit[scan.nwords] = scan.nhits;
    scan.word_tables[scan.nwords] = 0;
    open_figures(&scan);
    *out = scan;
}

/* ---- helpers -------------------------------------------------------------------------------------------- */

static bool among(uint32_t symbol, const uint32_t *symbols, uint32_t n) {
    uint32_t low = 0, high = n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (symbols[middle] < symbol)
            low = middle + 1;
        else
            high = middle;
    }
    return low < n && symbols[low] == symbol;
}

bool isn_word_among(const isn_word *word, const uint32_t *symbols, uint32_t n) {
    for (unsigned i = 0; n != 0 && i < word->nreadings; i++)
        if (word->reading[i].symbol != ISN_NO_SYMBOL && among(word->reading[i].symbol, symbols, n))
            return true;
    return false;
}

bool isn_word_in_list(const isn_lex *lex, const isn_word *word, uint32_t list) {
    for (unsigned i = 0; i < word->nreadings; i++) {
        uint32_t symbol = word->reading[i].symbol;
        if (symbol < lex->nlisted &&
            (lex->members[(size_t)symbol * lex->list_width + list / 64] >> list % 64 & 1))
            return true;
    }
    return false;
}

uint32_t isn_lex_list_width(const isn_lex *lex) {
    return lex->list_width;
}

static inline void unite(uint64_t *into, const uint64_t *row, size_t n) {
    size_t i = 0;
#ifdef __SSE2__
    for (; i + 4 <= n; i += 4) {
        __m128i *to = (__m128i *)(void *)(into + i);
        const __m128i *from = (const __m128i *)(const void *)(row + i);
        __m128i low = _mm_or_si128(_mm_loadu_si128(to), _mm_loadu_si128(from));
        __m128i high = _mm_or_si128(_mm_loadu_si128(to + 1), _mm_loadu_si128(from + 1));
        _mm_storeu_si128(to, low);
        _mm_storeu_si128(to + 1, high);
    }
#endif
    for (; i < n; i++)
        into[i] |= row[i];
}

static inline void add_lists(uint64_t *lists, const isn_scan *scan, uint32_t word) {
    const isn_lex *lex = scan->lex;
    for (unsigned r = 0; r < scan->words[word].nreadings; r++) {
        uint32_t symbol = scan->words[word].reading[r].symbol;
        if (symbol < lex->nlisted)
            unite(lists, lex->members + (size_t)symbol * lex->list_width, lex->list_width);
    }
}

void isn_word_lists(uint64_t *lists, const isn_scan *scan, uint32_t word) {
    add_lists(lists, scan, word);
}

enum { ROWS = 24 }; /* of most sentences all */

/* The rows of the words' readings one upon another, each part of `lists` read and written once; where its width is no
 * multiple of a part, the last laps over the one before. */
static void unite_rows(uint64_t *lists, const uint64_t *const *rows, unsigned n, size_t width) {
    size_t i = 0;
#ifdef __SSE2__
    enum { PART = 8 };
    for (; width >= PART && i < width; i += PART) {
        i = i + PART <= width ? i : width - PART;
        __m128i *to = (__m128i *)(void *)(lists + i);
        __m128i a = _mm_loadu_si128(to), b = _mm_loadu_si128(to + 1);
        __m128i c = _mm_loadu_si128(to + 2), d = _mm_loadu_si128(to + 3);
        for (unsigned r = 0; r < n; r++) {
            const __m128i *from = (const __m128i *)(const void *)(rows[r] + i);
            a = _mm_or_si128(a, _mm_loadu_si128(from));
            b = _mm_or_si128(b, _mm_loadu_si128(from + 1));
            c = _mm_or_si128(c, _mm_loadu_si128(from + 2));
            d = _mm_or_si128(d, _mm_loadu_si128(from + 3));
        }
        _mm_storeu_si128(to, a);
        _mm_storeu_si128(to + 1, b);
        _mm_storeu_si128(to + 2, c);
        _mm_storeu_si128(to + 3, d);
    }
#endif
    for (; i < width; i++)
        for (unsigned r = 0; r < n; r++)
            lists[i] |= rows[r][i];
}

void isn_words_lists(uint64_t *lists, const isn_scan *scan, uint32_t first, uint32_t last) {
    const isn_lex *lex = scan->lex;
    const uint64_t *rows[ROWS + ISN_READINGS];
    unsigned n = 0;
    memset(lists, 0, lex->list_width * sizeof(*lists));
    for (uint32_t w = first; w < last; w++) {
        uint64_t rest = scan->listed[w / 64] >> w % 64;
        if (rest == 0) { /* none up to the end of these 64 words */
            w |= 63;
            continue;
        }
        w += (uint32_t)__builtin_ctzll(rest);
        const isn_word *word = &scan->words[w];
        for (unsigned r = 0; w < last && r < word->nreadings; r++)
            if (word->reading[r].symbol < lex->nlisted)
                rows[n++] = lex->members + (size_t)word->reading[r].symbol * lex->list_width;
        if (n >= ROWS) {
            unite_rows(lists, rows, n, lex->list_width);
            n = 0;
        }
    }
    unite_rows(lists, rows, n, lex->list_width);
}

/* The sign that closes what this one opens, 0 where it opens nothing. */
static uint32_t closing(uint32_t cp) {
    switch (cp) {
    case '(': return ')';
    case '[': return ']';
    case 0xab: return 0xbb;     /* « » */
    case 0xbb: return 0xab;     /* » « in some newsrooms */
    case 0x201c: return 0x201d; /* “ ” */
    case 0x201d: return 0x201c;
    case '"': return '"';
    default: return 0;
    }
}

/* تنظيم "داعش"، بلدة (دير العود): what opens inside the words closes with them. The last token of the span. */
static uint32_t with_closing(const isn_text *text, uint32_t first, uint32_t last) {
    uint32_t open = 0;
    for (uint32_t i = first; i < last; i++) {
        if (text->tokens[i].kind != ISN_TOK_PUNCT)
            continue;
        if (open != 0 && text->tokens[i].cp == open)
            open = 0;
        else if (open == 0)
            open = closing(text->tokens[i].cp);
    }
    bool closed = open != 0 && last + 1 < text->ntokens &&
                  text->tokens[last + 1].kind == ISN_TOK_PUNCT && text->tokens[last + 1].cp == open;
    return closed ? last + 1 : last;
}

isn_span isn_words_span(const isn_scan *scan, uint32_t first, uint32_t last, unsigned reading) {
    const isn_word *word = &scan->words[first];
    const isn_token *token = &scan->text->tokens[word->token];
    unsigned letters = reading < word->nreadings ? word->reading[reading].pre_letters : 0;
    uint32_t end = scan->words[last - 1].token;
    bool signs = end - word->token != last - 1 - first; /* among the words; most have none */
    if (signs)
        end = with_closing(scan->text, word->token, end);
    bool bracketed =
        signs && word->token > 0 && token[-1].cp == '(' && token[1].cp == ')'; /* (23) شخصا */
    isn_span span = {token[bracketed ? -1 : 0].start, scan->text->tokens[end].end};
    if (letters != 0)
        span.start = isn_token_skip(scan->text, token, letters);
    return span;
}

/* ---- floor ---------------------------------------------------------------------------------------------- */

static uint64_t count_known(const isn_lex *lex, const uint8_t *fold, size_t len) {
    uint64_t n = 0;
    for (size_t at = 0; at < len;) {
        const uint8_t *space = memchr(fold + at, ' ', len - at);
        size_t end = space != NULL ? (size_t)(space - fold) : len;
        n += isn_lex_symbol(lex, fold + at, end - at) != ISN_NO_SYMBOL;
        at = end + 1;
    }
    return n;
}

/* In pieces that fit the processor's nearest cache, each cut at white space. */
uint64_t isn_lex_floor(const isn_lex *lex, const char *ptr, size_t len) {
    uint8_t fold[8192];
    uint64_t n = 0;
    for (size_t at = 0; at < len;) {
        size_t piece = len - at < sizeof(fold) ? len - at : sizeof(fold);
        size_t cut = piece;
        while (cut > 0 && at + piece < len && ptr[at + cut - 1] != ' ' && ptr[at + cut - 1] != '\n')
            cut--;
        if (cut == 0)
            cut = piece;
        n += count_known(lex, fold, isn_fold(fold, ptr + at, cut));
        at += cut;
    }
    return n;
}
