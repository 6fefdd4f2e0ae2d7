/* packer.c: rows → a compiled pack. See packer.h. Left of it: tsv.c (cells), inflect.c (forms). Right of
 * it: src/lexicon/pack.c, which opens what is written here. All memory is one arena's. */
#include "compile/packer.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "compile/inflect.h"
#include "compile/stems.h"
#include "compile/tsv.h"
#include "lexicon/pack.h"

/* ---- pools of byte strings with dense numbers ------------------------------------------------------ */

typedef struct pool {
    ISN_VEC(isn_str) items;
    uint32_t *slots; /* number + 1 */
    uint32_t mask;
} pool;

static uint32_t *pool_place(const pool *s, isn_str item) {
    uint32_t i = (uint32_t)isn_hash(item.ptr, item.len, 0) & s->mask;
    while (s->slots[i] != 0 && !isn_str_eq(s->items.ptr[s->slots[i] - 1], item))
        i = (i + 1) & s->mask;
    return &s->slots[i];
}

static void pool_grow(pool *s, isn_arena *arena) {
    s->mask = s->mask == 0 ? 1023 : s->mask * 2 + 1;
    s->slots = ISN_NEW(arena, uint32_t, (size_t)s->mask + 1);
    for (uint32_t i = 0; i < s->items.len; i++)
        *pool_place(s, s->items.ptr[i]) = i + 1;
}

static uint32_t pool_add(pool *s, isn_arena *arena, isn_str item) {
    if (s->items.len * 2 >= s->mask)
        pool_grow(s, arena);
    uint32_t *place = pool_place(s, item);
    if (*place == 0) {
        *ISN_PUSH(arena, &s->items) =
            isn_str_of(isn_arena_copy(arena, item.ptr, item.len), item.len);
        *place = s->items.len;
    }
    return *place - 1;
}

/* ---- the pack in the making -------------------------------------------------------------------------- */

typedef struct placed {
    uint32_t node;
    bool articled;
    isn_sense sense;
} placed;

/* A stem of spellings.tsv. */
typedef struct stem_spelling {
    isn_str letters;
    uint32_t row;
} stem_spelling;

typedef struct other_spellings {
    uint32_t from, n; /* in maker.spelled; from 0: not looked for yet */
} other_spellings;

typedef struct maker {
    isn_arena *arena;
    isn_faults faults;
    isn_tsv tables[ISN_TABLES];
    uint32_t *keys[ISN_TABLES]; /* rows sorted by key */
    isn_buf sources;            /* what the source hash is made of */
    isn_buf strings;
    pool texts; /* of `strings`, numbered; offsets[number] */
    ISN_VEC(uint32_t) offsets;
    pool words;
    ISN_VEC(uint8_t) used; /* by symbol: stands in a phrase or a list */
    ISN_VEC(uint32_t) cells, lines, sorted;
    ISN_VEC(uint32_t) lists;    /* number, count, symbols; number 0 is the empty list */
    ISN_VEC(uint32_t) list_at;  /* where each distinct list begins in `lists` */
    ISN_VEC(uint32_t) in_cells; /* lists of the WORDS cells in the order of tables, rows, columns */
    pool list_pool;             /* their symbols, so that equal lists are one */
    uint32_t *named;            /* by row of wordlists.tsv: its list */
    uint32_t next_cell, nlisted;
    ISN_VEC(stem_spelling) variants; /* of spellings.tsv, longest first */
    ISN_VEC(other_spellings) others; /* by word */
    ISN_VEC(uint32_t) spelled;
    ISN_VEC(isn_pack_edge) edges; /* in order of making; node 0 is the root */
    uint32_t *edge_slots;         /* number + 1 */
    uint32_t edge_mask;
    uint32_t nodes;
    ISN_VEC(placed) placed;
    isn_pack_node *node_list;
    isn_sense *senses;
    uint32_t nsenses;
    isn_stems stems;
    uint32_t names[ISN_TABLES];
    isn_forms forms;
} maker;

/* Where a fault is: the cell in hand. */
typedef struct place {
    isn_table table;
    const isn_tsv_row *row;
    uint32_t row_number;
    const isn_tsv_cell *cell;
    const isn_column *column;
} place;

/* The byte of the line: `at` where it lies in the cell; a name whose brackets have been resolved lies elsewhere. */
static uint32_t column_of(const place *p, const char *at) {
    isn_str cell = p->cell->text;
    bool inside = cell.ptr != NULL && (uintptr_t)at >= (uintptr_t)cell.ptr &&
                  (uintptr_t)at <= (uintptr_t)(cell.ptr + cell.len);
    return p->cell->column + (inside ? (uint32_t)(at - cell.ptr) : 0);
}

#define FAULT(m, p, at, ...)                                                                       \
    isn_fault(&(m)->faults, (p)->table, (p)->row->line, column_of(p, (const char *)(at)),          \
              __VA_ARGS__)

static uint32_t string_offset(maker *m, isn_str text) {
    if (text.len == 0)
        return 0;
    uint32_t number = pool_add(&m->texts, m->arena, text);
    if (number == m->offsets.len) {
        uint32_t len = (uint32_t)text.len;
        while (m->strings.len % 4 != 0)
            isn_buf_putc(&m->strings, 0);
        *ISN_PUSH(m->arena, &m->offsets) = (uint32_t)m->strings.len;
        isn_buf_put(&m->strings, (const char *)&len, 4);
        isn_buf_put(&m->strings, text.ptr, text.len);
        isn_buf_putc(&m->strings, 0);
    }
    return m->offsets.ptr[number];
}

static void use_symbol(maker *m, uint32_t symbol) {
    while (m->used.len <= (symbol | 1))
        *ISN_PUSH(m->arena, &m->used) = 0;
    m->used.ptr[symbol] = 1;
}

/* The symbol of a folded word, which it makes known. */
static uint32_t symbol_of(maker *m, const uint8_t *fold, size_t len) {
    bool article = isn_has_article(fold, len);
    size_t skip = article ? 2 : 0;
    isn_str rest = isn_str_of((const char *)fold + skip, len - skip);
    uint32_t symbol = pool_add(&m->words, m->arena, rest) << 1 | (article ? 1u : 0u);
    use_symbol(m, symbol);
    return symbol;
}

/* ---- spellings ------------------------------------------------------------------------------------------------ */

/* How many spellings a phrase may have: two words of three each, or three of two. */
enum { SPELLINGS_MAX = 9 };

/* The words that differ from this one in the spelling of its stem: numbers into `spelled`. */
static void find_spellings(maker *m, uint32_t word) {
    uint32_t from = m->spelled.len, i = 0;
    isn_str text = m->words.items.ptr[word];
    while (i < m->variants.len &&
           (text.len < m->variants.ptr[i].letters.len ||
            memcmp(text.ptr, m->variants.ptr[i].letters.ptr, m->variants.ptr[i].letters.len) != 0))
        i++;
    for (uint32_t k = 0; i < m->variants.len && k < m->variants.len; k++) {
        isn_str mine = m->variants.ptr[i].letters, other = m->variants.ptr[k].letters;
        size_t rest = text.len - mine.len;
        char full[ISN_LETTERS_MAX];
        if (k == i || m->variants.ptr[k].row != m->variants.ptr[i].row ||
            other.len + rest > sizeof(full))
            continue;
        memcpy(full, other.ptr, other.len);
        memcpy(full + other.len, text.ptr + mine.len, rest);
        uint32_t number = pool_add(&m->words, m->arena, isn_str_of(full, other.len + rest));
        *ISN_PUSH(m->arena, &m->spelled) = number;
    }
    m->others.ptr[word] = (other_spellings){from, m->spelled.len - from};
}

static void add_variant(maker *m, const isn_tsv_row *row, uint32_t number, isn_str text) {
    uint8_t *fold = isn_arena_alloc(m->arena, text.len + 1);
    size_t len = isn_fold(fold, text.ptr, text.len);
    uint32_t k = m->variants.len;
    if (len < 3 || memchr(fold, ' ', len) != NULL || isn_has_article(fold, len)) {
        isn_fault(&m->faults, ISN_T_SPELLING, row->line,
                  row->cells[0].column + (uint32_t)(text.ptr - row->cells[0].text.ptr),
                  "\"%.*s\" is no stem: one word of three letters or more without article",
                  (int)text.len, text.ptr);
        return;
    }
    *ISN_PUSH(m->arena, &m->variants) = (stem_spelling){text, 0};
    for (; k > 0 && m->variants.ptr[k - 1].letters.len < len; k--)
        m->variants.ptr[k] = m->variants.ptr[k - 1];
    m->variants.ptr[k] = (stem_spelling){isn_str_of((const char *)fold, len), number};
}

/* The stems, longest first, so that the longest that begins a word is met first. */
static void read_spellings(maker *m) {
    const isn_tsv *table = &m->tables[ISN_T_SPELLING];
    *ISN_PUSH(m->arena, &m->spelled) = 0; /* no word's begin at 0 */
    for (uint32_t i = 0; i < table->rows.len; i++) {
        isn_str text;
        const isn_tsv_row *row = &table->rows.ptr[i];
        for (size_t at = 0; isn_tsv_alternative(&text, &at, row->cells[0].text, '|');)
            add_variant(m, row, i, text);
    }
}

/* ---- the trie ---------------------------------------------------------------------------------------------- */

static uint32_t *edge_place(const maker *m, uint32_t node, uint32_t symbol) {
    uint32_t i = (uint32_t)isn_edge_hash(node, symbol) & m->edge_mask;
    while (m->edge_slots[i] != 0 && (m->edges.ptr[m->edge_slots[i] - 1].node != node ||
                                     m->edges.ptr[m->edge_slots[i] - 1].symbol != symbol))
        i = (i + 1) & m->edge_mask;
    return &m->edge_slots[i];
}

static void grow_edges(maker *m) {
    m->edge_mask = m->edge_mask == 0 ? 4095 : m->edge_mask * 2 + 1;
    m->edge_slots = ISN_NEW(m->arena, uint32_t, (size_t)m->edge_mask + 1);
    for (uint32_t i = 0; i < m->edges.len; i++)
        *edge_place(m, m->edges.ptr[i].node, m->edges.ptr[i].symbol) = i + 1;
}

static uint32_t step(maker *m, uint32_t node, uint32_t symbol) {
    if (m->edges.len * 2 >= m->edge_mask)
        grow_edges(m);
    uint32_t *at = edge_place(m, node, symbol);
    if (*at == 0) {
        *ISN_PUSH(m->arena, &m->edges) = (isn_pack_edge){node, symbol, m->nodes++};
        *at = m->edges.len;
    }
    return m->edges.ptr[*at - 1].target;
}

/* The words that spellings.tsv holds for the same as this one, أميركية for أمريكية: places in `spelled`. */
static other_spellings spellings_of(maker *m, uint32_t symbol) {
    uint32_t word = symbol >> 1;
    while (m->others.len <= word)
        *ISN_PUSH(m->arena, &m->others) = (other_spellings){0, 0};
    if (m->others.ptr[word].from == 0)
        find_spellings(m, word);
    return m->others.ptr[word];
}

/* `room`: how many spellings may still be made of the rest of the phrase. */
static void add_from(maker *m, uint32_t node, const uint32_t *symbols, unsigned n, bool articled,
                     unsigned room, isn_sense sense) {
    if (n == 0) {
        *ISN_PUSH(m->arena, &m->placed) = (placed){node, articled, sense};
        return;
    }
    other_spellings others = spellings_of(m, symbols[0]);
    if (others.n + 1 > room)
        others.n = 0;
    room /= others.n + 1;
    for (uint32_t i = 0; i < others.n; i++) {
        uint32_t other = m->spelled.ptr[others.from + i] << 1 | (symbols[0] & 1);
        use_symbol(m, other);
        add_from(m, step(m, node, other), symbols + 1, n - 1, articled, room, sense);
    }
    add_from(m, step(m, node, symbols[0]), symbols + 1, n - 1, articled, room, sense);
}

/* `articled`: its ال is the article, not the beginning of the stem as in التزام. */
static void add_phrase(maker *m, const uint32_t *symbols, unsigned n, bool articled,
                       isn_sense sense) {
    add_from(m, 0, symbols, n, articled, SPELLINGS_MAX, sense);
}

/* ---- words of cells ------------------------------------------------------------------------------------------ */

/* The symbols of the words of `text`; 0 after a fault. */
static unsigned read_words(maker *m, const place *p, uint32_t symbols[ISN_PHRASE_MAX],
                           isn_str text) {
    uint8_t *fold = isn_arena_alloc(m->arena, text.len + 1);
    size_t len = isn_fold(fold, text.ptr, text.len);
    unsigned n = 0;
    for (size_t at = 0; at < len;) {
        size_t end = at;
        while (end < len && fold[end] != ' ')
            end++;
        if (n == ISN_PHRASE_MAX || end - at > ISN_LETTERS_MAX) {
            FAULT(m, p, text.ptr, "too long a phrase or word");
            return 0;
        }
        symbols[n++] = symbol_of(m, fold + at, end - at);
        at = end + 1;
    }
    if (n == 0)
        FAULT(m, p, text.ptr, "an alternative without letters");
    return n;
}

static isn_str joined(maker *m, isn_str a, isn_str b) {
    char *text = isn_arena_alloc(m->arena, a.len + b.len + 1);
    if (a.len != 0)
        memcpy(text, a.ptr, a.len);
    if (b.len != 0)
        memcpy(text + a.len, b.ptr, b.len);
    return isn_str_of(text, a.len + b.len);
}

enum { CHOICES_MAX = 4 }; /* brackets in one name */

static const char *bracket_fault(const char *at, const char *end, unsigned depth) {
    if (*at == '/' || *at == '~')
        return "only inflected words (pos) have it";
    if (end == NULL || *at == ']' || *at == ')')
        return "a bracket without its other half";
    return depth == CHOICES_MAX ? "too many brackets" : NULL;
}

/* [حركة/تنظيم] الشباب: one of the words in brackets or none; (نتنياهو/نتانياهو): one of them. `done` is what
 * stands before `text`, with its choices made. */
static void add_choices(maker *m, const place *p, isn_str done, isn_str text, unsigned depth,
                        isn_sense sense) {
    static const char signs[] = "[]()/~";
    size_t open = 0;
    while (open < text.len && memchr(signs, text.ptr[open], sizeof(signs) - 1) == NULL)
        open++;
    done = joined(m, done, isn_str_of(text.ptr, open));
    if (open == text.len) {
        uint32_t symbols[ISN_PHRASE_MAX];
        unsigned n = read_words(m, p, symbols, done);
        if (n != 0)
            add_phrase(m, symbols, n, (symbols[0] & 1) != 0, sense);
        return;
    }
    const char *at = text.ptr + open;
    const char *end = memchr(at, *at == '[' ? ']' : ')', text.len - open);
    const char *fault = bracket_fault(at, end, depth);
    if (fault != NULL) {
        FAULT(m, p, at, "\"%c\" in a name: %s", *at, fault);
        return;
    }
    isn_str inside = isn_str_of(at + 1, (size_t)(end - at) - 1), choice;
    isn_str rest = isn_str_of(end + 1, text.len - open - inside.len - 2);
    for (const char *stop = inside.ptr, *last = end; stop <= last;
         stop = choice.ptr + choice.len + 1) {
        const char *slash = memchr(stop, '/', (size_t)(last - stop));
        choice = isn_str_of(stop, (size_t)((slash != NULL ? slash : last) - stop));
        add_choices(m, p, joined(m, done, choice), rest, depth + 1, sense);
    }
    if (*at == '[')
        add_choices(m, p, done, rest, depth + 1, sense);
}

static uint32_t with_article(maker *m, const uint8_t *fold, size_t len) {
    uint8_t full[ISN_LETTERS_MAX + 8] = {ISN_F_ALEF, ISN_F_LAM};
    memcpy(full + 2, fold, len);
    return symbol_of(m, full, len + 2);
}

/* The tail is one word that can take the article: no article, no particle of one letter. */
static uint32_t articled_tail(maker *m, const uint32_t *tail, unsigned ntail) {
    if (ntail != 1 || (tail[0] & 1))
        return 0;
    isn_str word = m->words.items.ptr[tail[0] >> 1];
    if (word.len + 2 > ISN_LETTERS_MAX || word.len < 2)
        return 0;
    return with_article(m, (const uint8_t *)word.ptr, word.len);
}

/* A form, its tail, and the same with the article: الغارة, with an adjective الغارة الجوية, and, but for deeds, with
 * what it belongs to: قطاع الطرق. */
static void add_form(maker *m, const isn_form *form, const uint32_t *tail, unsigned ntail,
                     isn_sense sense) {
    uint32_t symbols[ISN_PHRASE_MAX + 1];
    sense.form = form->form;
    symbols[0] = symbol_of(m, form->fold, form->len);
    memcpy(symbols + 1, tail, ntail * sizeof(*tail));
    add_phrase(m, symbols, ntail + 1, false, sense);
    uint32_t definite = isn_form_nominal(form->form) ? articled_tail(m, tail, ntail) : 0;
    if (definite != 0 && sense.table != ISN_T_TRIGGER && sense.table != ISN_T_CUE) {
        symbols[1] = definite;
        add_phrase(m, symbols, 2, false, sense);
        symbols[1] = tail[0];
    }
    if (!isn_form_articled(form->form))
        return;
    symbols[0] = with_article(m, form->fold, form->len);
    add_phrase(m, symbols, ntail + 1, true, sense);
    if (definite != 0) {
        symbols[1] = definite;
        add_phrase(m, symbols, 2, (symbols[0] & 1) != 0, sense);
    }
}

static void add_inflected(maker *m, const place *p, isn_str text, unsigned pos, isn_sense sense) {
    static const char mark[] = " ~ ";
    uint32_t tail[ISN_PHRASE_MAX];
    unsigned ntail = 0;
    size_t where = 0;
    const char *cut = memmem(text.ptr, text.len, mark, sizeof(mark) - 1);
    isn_str parts = text;
    if (cut != NULL) {
        size_t from = (size_t)(cut - text.ptr) + sizeof(mark) - 1;
        parts.len = (size_t)(cut - text.ptr);
        ntail = read_words(m, p, tail, isn_str_of(text.ptr + from, text.len - from));
        if (ntail == 0 || ntail == ISN_PHRASE_MAX)
            return;
    }
    const char *fault = isn_inflect(&m->forms, pos, parts, &where);
    if (fault != NULL) {
        FAULT(m, p, text.ptr + where, "%s", fault);
        return;
    }
    for (unsigned i = 0; i < m->forms.n; i++)
        add_form(m, &m->forms.ptr[i], tail, ntail, sense);
}

static unsigned pos_of(const maker *m, const place *p);

static void add_forms(maker *m, const place *p, unsigned first_alt) {
    unsigned pos = pos_of(m, p), alt = first_alt;
    isn_str text;
    for (size_t at = 0; isn_tsv_alternative(&text, &at, p->cell->text, '|'); alt++) {
        isn_sense sense = {(uint8_t)p->table, (uint8_t)(alt < 255 ? alt : 255), ISN_FORM_NAME,
                           p->row_number};
        if (text.len == 0)
            FAULT(m, p, text.ptr, "an empty alternative");
        else if (pos == ISN_POS_NAME)
            add_choices(m, p, (isn_str){NULL, 0}, text, 0, sense);
        else
            add_inflected(m, p, text, pos, sense);
    }
}

/* ---- lists of words ---------------------------------------------------------------------------------------------- */

typedef ISN_VEC(uint32_t) symbol_list;

enum { HAMZA = 0x0621, ALEF = 0x0627, TEH_MARBUTA = 0x0629, LAM = 0x0644, ALEF_MAKSURA = 0x0649 };

static bool ends_in(isn_str text, uint32_t letter) {
    char bytes[4];
    size_t n = isn_utf8_put(bytes, letter);
    return text.len > n && memcmp(text.ptr + text.len - n, bytes, n) == 0;
}

/* An accusative with its alef is not written after these. */
static bool takes_alef(isn_str text) {
    return !ends_in(text, TEH_MARBUTA) && !ends_in(text, ALEF) && !ends_in(text, HAMZA) &&
           !ends_in(text, ALEF_MAKSURA);
}

/* Its dual, of a feminine in the construct too, and its sound plural: طائرتان، طائرتين، طائرتا، طائرتي، طائرات;
 * مسلحان، مسلحين، مسلحون. */
static void add_numbers(maker *m, symbol_list *out, uint8_t *word, size_t len) {
    static const uint8_t ends[][2] = {{ISN_F_ALEF, ISN_F_NOON},
                                      {ISN_F_YEH, ISN_F_NOON},
                                      {ISN_F_WAW, ISN_F_NOON},
                                      {ISN_F_ALEF, ISN_F_TEH}};
    enum { PLURAL_ON = 2, PLURAL_AT };
    bool feminine = word[len - 1] == ISN_F_HEH;
    if (len < 3 || len + 3 > ISN_LETTERS_MAX)
        return;
    for (unsigned i = 0; i < 4 && !feminine; i++)
        if (memcmp(word + len - 2, ends[i], 2) == 0)
            return; /* it is one */
    for (unsigned i = 0; i < 4; i++) {
        size_t at = len - feminine;
        if (feminine && i == PLURAL_ON)
            continue;
        if (feminine && i < PLURAL_ON)
            word[at++] = ISN_F_TEH;
        memcpy(word + at, ends[i], 2);
        *ISN_PUSH(m->arena, out) = symbol_of(m, word, at + 2);
        *ISN_PUSH(m->arena, out) = with_article(m, word, at + 2);
        if (feminine && i < PLURAL_ON) /* without its noon */
            *ISN_PUSH(m->arena, out) = symbol_of(m, word, at + 1);
    }
}

/* The word with and without the article, and in the accusative; one that is asked for also as several. What is written with a bare alef and lam has
 * the article; the alef of a stem mostly carries a hamza. */
static void add_variants(maker *m, const place *p, symbol_list *out, isn_str text) {
    char article[8];
    size_t letters = isn_utf8_put(article, ALEF);
    letters += isn_utf8_put(article + letters, LAM);
    uint8_t bare[4 * ISN_LETTERS_MAX + 8];
    if (text.len > 2 * ISN_LETTERS_MAX) {
        FAULT(m, p, text.ptr, "too long a word");
        return;
    }
    size_t len = isn_fold(bare, text.ptr, text.len);
    if (text.len > letters && memcmp(text.ptr, article, letters) == 0 &&
        isn_has_article(bare, len)) {
        len -= 2;
        memmove(bare, bare + 2, len);
    }
    if (memchr(bare, ' ', len) != NULL) {
        FAULT(m, p, text.ptr, "more than one word");
        return;
    }
    if (len == 0 || len + 2 > ISN_LETTERS_MAX) {
        FAULT(m, p, text.ptr, len == 0 ? "an alternative without letters" : "too long a word");
        return;
    }
    *ISN_PUSH(m->arena, out) = symbol_of(m, bare, len);
    *ISN_PUSH(m->arena, out) = with_article(m, bare, len);
    if (takes_alef(text)) {
        bare[len] = ISN_F_ALEF;
        *ISN_PUSH(m->arena, out) = symbol_of(m, bare, len + 1);
    }
    if (strcmp(p->column->name, "with") == 0)
        add_numbers(m, out, bare, len);
}

static uint32_t find_key(const maker *m, isn_table t, isn_str key);

/* The words of a list of wordlists.tsv; there only of one above, so that none can hold itself. */
static void add_named(maker *m, const place *p, symbol_list *out, isn_str name) {
    uint32_t row = find_key(m, ISN_T_WORDLIST, name);
    const char *file = isn_schema[ISN_T_WORDLIST].file;
    if (row == ISN_NO_ROW) {
        FAULT(m, p, name.ptr - 1, "no list \"%.*s\" in %s", (int)name.len, name.ptr, file);
    } else if (p->table == ISN_T_WORDLIST && row >= p->row_number) {
        FAULT(m, p, name.ptr - 1, "the list \"%.*s\" must stand above", (int)name.len, name.ptr);
    } else {
        uint32_t at = m->named[row];
        for (uint32_t i = 0; i < m->lists.ptr[at + 1]; i++)
            *ISN_PUSH(m->arena, out) = m->lists.ptr[at + 2 + i];
    }
}

static void add_exact(maker *m, const place *p, symbol_list *out, isn_str text) {
    uint32_t symbols[ISN_PHRASE_MAX];
    unsigned n = read_words(m, p, symbols, text);
    if (n > 1)
        FAULT(m, p, text.ptr, "more than one word");
    if (n == 1)
        *ISN_PUSH(m->arena, out) = symbols[0];
}

static int compare_numbers(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Where the list of these symbols begins in `lists`. */
static uint32_t keep_list(maker *m, symbol_list *list) {
    uint32_t kept = 0;
    if (list->len != 0)
        qsort(list->ptr, list->len, sizeof(*list->ptr), compare_numbers);
    for (uint32_t i = 0; i < list->len; i++)
        if (kept == 0 || list->ptr[i] != list->ptr[kept - 1])
            list->ptr[kept++] = list->ptr[i];
    isn_str bytes = isn_str_of((const char *)list->ptr, kept * sizeof(*list->ptr));
    uint32_t number = pool_add(&m->list_pool, m->arena, kept != 0 ? bytes : isn_str_z(""));
    if (number < m->list_at.len)
        return m->list_at.ptr[number];
    *ISN_PUSH(m->arena, &m->list_at) = m->lists.len;
    *ISN_PUSH(m->arena, &m->lists) = number;
    *ISN_PUSH(m->arena, &m->lists) = kept;
    for (uint32_t i = 0; i < kept; i++)
        *ISN_PUSH(m->arena, &m->lists) = list->ptr[i];
    return m->list_at.ptr[number];
}

static uint32_t read_list(maker *m, const place *p) {
    symbol_list list = {0};
    isn_str text;
    for (size_t at = 0; isn_tsv_alternative(&text, &at, p->cell->text, '|');) {
        isn_str rest = text.len == 0 ? text : isn_str_of(text.ptr + 1, text.len - 1);
        if (text.len == 0 || (rest.len == 0 && (*text.ptr == '@' || *text.ptr == '=')))
            FAULT(m, p, text.ptr, "an empty alternative");
        else if (*text.ptr == '@')
            add_named(m, p, &list, rest);
        else if (*text.ptr == '=')
            add_exact(m, p, &list, rest);
        else
            add_variants(m, p, &list, text);
    }
    return keep_list(m, &list);
}

static void read_lists_of(maker *m, isn_table t, uint32_t row) {
    const isn_column *columns = isn_schema[t].columns;
    for (unsigned c = 0; c < m->tables[t].columns; c++) {
        const isn_tsv_row *r = &m->tables[t].rows.ptr[row];
        place p = {t, r, row, &r->cells[c], &columns[c]};
        if (columns[c].type != ISN_COL_WORDS)
            continue;
        *ISN_PUSH(m->arena, &m->in_cells) = t == ISN_T_WORDLIST ? m->named[row] : read_list(m, &p);
    }
}

/* Before everything else, so that the words of lists have the lowest numbers. */
static void read_lists(maker *m) {
    symbol_list none = {0};
    const isn_tsv *lists = &m->tables[ISN_T_WORDLIST];
    keep_list(m, &none);
    m->named = ISN_NEW(m->arena, uint32_t, lists->rows.len + 1);
    for (uint32_t row = 0; row < lists->rows.len; row++) {
        const isn_tsv_row *r = &lists->rows.ptr[row];
        place p = {ISN_T_WORDLIST, r, row, &r->cells[ISN_WORDLIST_WORDS],
                   &isn_schema[ISN_T_WORDLIST].columns[ISN_WORDLIST_WORDS]};
        m->named[row] = read_list(m, &p);
    }
    for (unsigned t = 0; t < ISN_TABLES; t++)
        for (uint32_t row = 0; row < m->tables[t].rows.len; row++)
            read_lists_of(m, (isn_table)t, row);
    m->nlisted = 2 * m->words.items.len;
}

/* ---- other cells ------------------------------------------------------------------------------------------------ */

/* The number of a word in a vocabulary, or -1. An empty cell is the word "-". */
static int vocab_find(const char *const *vocab, isn_str word) {
    for (int i = 0; vocab[i] != NULL; i++)
        if (word.len == 0 ? strcmp(vocab[i], "-") == 0 : isn_str_eqz(word, vocab[i]))
            return i;
    return -1;
}

/* The words of a vocabulary, for a message. */
static const char *vocab_list(const maker *m, const char *const *vocab) {
    size_t len = 0, cap = 380;
    char *text = isn_arena_zero(m->arena, cap + 8);
    for (; *vocab != NULL; vocab++) {
        size_t n = strlen(*vocab);
        if (len + n + 2 > cap) {
            memcpy(text + len, ", ...", 5);
            break;
        }
        if (len != 0) {
            memcpy(text + len, ", ", 2);
            len += 2;
        }
        memcpy(text + len, *vocab, n);
        len += n;
    }
    return text;
}

static int read_enum(maker *m, const place *p) {
    isn_str word = p->cell->text;
    int value = vocab_find(p->column->vocab, word);
    if (value < 0)
        FAULT(m, p, word.ptr, "\"%.*s\" is no %s; one of: %s", word.len == 0 ? 1 : (int)word.len,
              word.len == 0 ? "-" : word.ptr, p->column->name, vocab_list(m, p->column->vocab));
    return value < 0 ? 0 : value;
}

/* The row's part of speech; columns without one hold names. */
static unsigned pos_of(const maker *m, const place *p) {
    const isn_column *columns = isn_schema[p->table].columns;
    (void)m;
    for (unsigned c = 0; c < ISN_MAX_COLUMNS && columns[c].name != NULL; c++)
        if (columns[c].type == ISN_COL_POS) {
            int pos = vocab_find(columns[c].vocab, p->row->cells[c].text);
            return pos < 0 ? ISN_POS_NAME : (unsigned)pos;
        }
    return ISN_POS_NAME;
}

static uint32_t read_flags(maker *m, const place *p) {
    uint32_t bits = 0;
    isn_str word;
    for (size_t at = 0; isn_tsv_alternative(&word, &at, p->cell->text, ',');) {
        int value = vocab_find(p->column->vocab, word);
        if (value < 0)
            FAULT(m, p, word.ptr, "\"%.*s\" is none of the %s: %s", (int)word.len, word.ptr,
                  p->column->name, vocab_list(m, p->column->vocab));
        else
            bits |= 1u << value;
    }
    return bits;
}

/* A decimal with `places` digits kept behind the point. */
static int32_t read_number(maker *m, const place *p, unsigned places) {
    isn_str s = p->cell->text;
    int64_t value = 0;
    bool minus = s.len > 0 && s.ptr[0] == '-', point = false, ok = s.len > (minus ? 1u : 0u);
    unsigned digits = 0;
    if (s.len == 0)
        return ISN_NO_INT;
    for (size_t i = minus; i < s.len && ok; i++) {
        if (s.ptr[i] == '.' && !point && places > 0 && i + 1 < s.len) {
            point = true;
        } else if (s.ptr[i] >= '0' && s.ptr[i] <= '9') {
            digits += point;
            if (digits <= places)
                value = value * 10 + (s.ptr[i] - '0');
        } else {
            ok = false;
        }
        ok = ok && value <= INT32_MAX;
    }
    for (; ok && digits < places; digits++)
        value *= 10;
    if (!ok || value > INT32_MAX) {
        FAULT(m, p, s.ptr, "\"%.*s\" is no %s", (int)s.len, s.ptr,
              places == 0 ? "integer" : "decimal number");
        return 0;
    }
    return (int32_t)(minus ? -value : value);
}

/* YYYY[-MM[-DD]] as YYYYMMDD. */
static int32_t read_day(maker *m, const place *p) {
    isn_str s = p->cell->text;
    int32_t part[3] = {0, 0, 0}, most[3] = {9999, 12, 31};
    unsigned n = 0;
    if (s.len == 0)
        return ISN_NO_INT;
    bool ok = s.len == 4 || s.len == 7 || s.len == 10;
    for (size_t i = 0; i < s.len && ok; i++) {
        if (i == 4 || i == 7) {
            ok = s.ptr[i] == '-';
            n++;
        } else {
            ok = s.ptr[i] >= '0' && s.ptr[i] <= '9';
            part[n] = part[n] * 10 + (s.ptr[i] - '0');
        }
    }
    for (unsigned i = 0; i <= n && ok; i++)
        ok = part[i] >= 1 && part[i] <= most[i];
    if (!ok) {
        FAULT(m, p, s.ptr, "\"%.*s\" is no date; YYYY, YYYY-MM or YYYY-MM-DD", (int)s.len, s.ptr);
        return ISN_NO_INT;
    }
    return part[0] * 10000 + part[1] * 100 + part[2];
}

static int compare_text(isn_str a, isn_str b) {
    size_t n = a.len < b.len ? a.len : b.len;
    int order = n == 0 ? 0 : memcmp(a.ptr, b.ptr, n);
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

/* Among the first `n` rows, those that `keys` sorts. */
static uint32_t find_among(const maker *m, isn_table t, isn_str key, uint32_t n) {
    const isn_tsv *table = &m->tables[t];
    for (uint32_t low = 0, high = n; low < high;) {
        uint32_t middle = low + (high - low) / 2, row = m->keys[t][middle];
        int order = compare_text(table->rows.ptr[row].cells[0].text, key);
        if (order == 0)
            return row;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return ISN_NO_ROW;
}

static uint32_t find_key(const maker *m, isn_table t, isn_str key) {
    return find_among(m, t, key, m->tables[t].rows.len);
}

static uint32_t read_ref(maker *m, const place *p) {
    isn_str key = p->cell->text;
    if (key.len == 0)
        return (uint32_t)ISN_NO_INT;
    uint32_t row = find_key(m, p->column->ref, key);
    if (row != ISN_NO_ROW)
        return row;
    FAULT(m, p, key.ptr, "no row \"%.*s\" in %s", (int)key.len, key.ptr,
          isn_schema[p->column->ref].file);
    return (uint32_t)ISN_NO_INT;
}

static uint32_t read_cell(maker *m, const place *p, unsigned nth_forms) {
    switch (p->column->type) {
    case ISN_COL_KEY:
    case ISN_COL_STR: return string_offset(m, p->cell->text);
    case ISN_COL_FORMS:
        add_forms(m, p, nth_forms == 0 ? 0 : ISN_ALT_SECOND);
        return string_offset(m, p->cell->text);
    case ISN_COL_INT: return (uint32_t)read_number(m, p, 0);
    case ISN_COL_DEC: return (uint32_t)read_number(m, p, 4);
    case ISN_COL_DAY: return (uint32_t)read_day(m, p);
    case ISN_COL_ENUM:
    case ISN_COL_POS: return (uint32_t)read_enum(m, p);
    case ISN_COL_FLAGS: return read_flags(m, p);
    case ISN_COL_WORDS: return m->in_cells.ptr[m->next_cell++];
    case ISN_COL_REF: return read_ref(m, p);
    }
    return 0;
}

static void compile_row(maker *m, isn_table t, uint32_t row) {
    const isn_column *columns = isn_schema[t].columns;
    unsigned nforms = 0;
    *ISN_PUSH(m->arena, &m->lines) = m->tables[t].rows.ptr[row].line;
    for (unsigned c = 0; c < m->tables[t].columns; c++) {
        const isn_tsv_row *r = &m->tables[t].rows.ptr[row];
        place p = {t, r, row, &r->cells[c], &columns[c]};
        uint32_t value = read_cell(m, &p, nforms);
        nforms += columns[c].type == ISN_COL_FORMS;
        *ISN_PUSH(m->arena, &m->cells) = value;
    }
}

/* ---- keys -------------------------------------------------------------------------------------------------------- */

static int compare_keys(const void *a, const void *b, void *rows) {
    const isn_tsv_row *x = (const isn_tsv_row *)rows + *(const uint32_t *)a;
    const isn_tsv_row *y = (const isn_tsv_row *)rows + *(const uint32_t *)b;
    int order = compare_text(x->cells[0].text, y->cells[0].text);
    return order != 0 ? order : (x->line > y->line) - (x->line < y->line);
}

static void sort_keys(maker *m, isn_table t) {
    isn_tsv *table = &m->tables[t];
    if (isn_schema[t].columns[0].type != ISN_COL_KEY)
        return;
    m->keys[t] = ISN_NEW(m->arena, uint32_t, table->rows.len + 1);
    for (uint32_t i = 0; i < table->rows.len; i++)
        m->keys[t][i] = i;
    if (table->rows.len != 0)
        qsort_r(m->keys[t], table->rows.len, sizeof(uint32_t), compare_keys, table->rows.ptr);
    for (uint32_t i = 0; i < table->rows.len; i++) {
        const isn_tsv_row *row = &table->rows.ptr[m->keys[t][i]];
        const isn_tsv_row *last = i > 0 ? &table->rows.ptr[m->keys[t][i - 1]] : NULL;
        isn_str key = row->cells[0].text;
        if (key.len == 0)
            isn_fault(&m->faults, t, row->line, row->cells[0].column, "a row without its key");
        else if (last != NULL && isn_str_eq(last->cells[0].text, key))
            isn_fault(&m->faults, t, row->line, row->cells[0].column,
                      "key \"%.*s\" stands in line %u already", (int)key.len, key.ptr,
                      last->line & ~ISN_LINE_LAYER);
    }
}

/* ---- senses -------------------------------------------------------------------------------------------------------- */

static int compare_placed(const void *a, const void *b) {
    const placed *x = a, *y = b;
    if (x->node != y->node)
        return x->node < y->node ? -1 : 1;
    if (x->sense.table != y->sense.table)
        return x->sense.table < y->sense.table ? -1 : 1;
    if (x->sense.row != y->sense.row)
        return x->sense.row < y->sense.row ? -1 : 1;
    if (x->sense.form != y->sense.form)
        return x->sense.form < y->sense.form ? -1 : 1;
    return (x->sense.alt > y->sense.alt) - (x->sense.alt < y->sense.alt);
}

static bool same_sense(const placed *a, const placed *b) {
    return a->node == b->node && a->sense.table == b->sense.table && a->sense.row == b->sense.row &&
           a->sense.form == b->sense.form;
}

/* Sorts the senses by node, drops repeated ones, and sums up each node. */
static void place_senses(maker *m) {
    m->node_list = ISN_NEW(m->arena, isn_pack_node, m->nodes);
    m->senses = ISN_NEW(m->arena, isn_sense, m->placed.len + 1);
    if (m->placed.len != 0)
        qsort(m->placed.ptr, m->placed.len, sizeof(placed), compare_placed);
    for (uint32_t i = 0; i < m->placed.len; i++) {
        const placed *p = &m->placed.ptr[i];
        isn_pack_node *node = &m->node_list[p->node];
        uint8_t caps = isn_sense_caps(&p->sense, p->articled);
        if ((i > 0 && same_sense(p - 1, p)) || node->nsenses == UINT16_MAX)
            continue;
        if (node->nsenses == 0) {
            node->senses = m->nsenses;
            node->all = caps;
        }
        node->nsenses++;
        node->all &= caps;
        node->some |= caps;
        m->names[p->sense.table] += !(node->tables >> p->sense.table & 1);
        node->tables |= 1u << p->sense.table;
        m->senses[m->nsenses++] = p->sense;
    }
    for (uint32_t i = 0; i < m->edges.len; i++)
        m->node_list[m->edges.ptr[i].node].children |= isn_child_bit(m->edges.ptr[i].symbol);
}

/* ---- writing ----------------------------------------------------------------------------------------------------------- */

static uint32_t table_size(uint64_t items) {
    uint32_t size = 16;
    while (size < items * 2)
        size *= 2;
    return size;
}

static void put_section(isn_buf *out, isn_pack_header *h, unsigned sect, const void *ptr,
                        size_t count, size_t size) {
    while (out->len % ISN_PACK_ALIGN != 0)
        isn_buf_putc(out, 0);
    h->sect[sect] = (isn_pack_sect){out->len, count};
    if (count != 0)
        isn_buf_put(out, ptr, count * size);
}

static void put_tables(maker *m, isn_buf *out, isn_pack_header *h) {
    isn_pack_table tables[ISN_TABLES] = {0};
    uint32_t cells = 0, lines = 0;
    for (unsigned t = 0; t < ISN_TABLES; t++) {
        unsigned columns = 0;
        while (columns < ISN_MAX_COLUMNS && isn_schema[t].columns[columns].name != NULL)
            columns++;
        tables[t] = (isn_pack_table){m->tables[t].rows.len, columns, cells, lines, UINT32_MAX};
        cells += tables[t].rows * columns;
        lines += tables[t].rows;
        if (m->keys[t] == NULL)
            continue;
        tables[t].keys = m->sorted.len;
        for (uint32_t i = 0; i < tables[t].rows; i++)
            *ISN_PUSH(m->arena, &m->sorted) = m->keys[t][i];
    }
    put_section(out, h, ISN_SECT_STRINGS, m->strings.ptr, m->strings.len, 1);
    put_section(out, h, ISN_SECT_TABLES, tables, ISN_TABLES, sizeof(*tables));
    put_section(out, h, ISN_SECT_CELLS, m->cells.ptr, m->cells.len, 4);
    put_section(out, h, ISN_SECT_LINES, m->lines.ptr, m->lines.len, 4);
    put_section(out, h, ISN_SECT_KEYS, m->sorted.ptr, m->sorted.len, 4);
    put_section(out, h, ISN_SECT_LISTS, m->lists.ptr, m->lists.len, 4);
}

/* The folded form of a symbol. */
static size_t spell(const maker *m, uint8_t full[ISN_LETTERS_MAX + 8], uint32_t symbol) {
    isn_str word = m->words.items.ptr[symbol >> 1];
    unsigned article = symbol & 1 ? 2 : 0;
    full[0] = ISN_F_ALEF;
    full[1] = ISN_F_LAM;
    memcpy(full + article, word.ptr, word.len);
    return word.len + article;
}

/* By symbol a bit for each list that has it. */
static void put_members(maker *m, isn_buf *out, isn_pack_header *h) {
    uint32_t nlists = m->list_at.len, width = (nlists + 63) / 64;
    uint64_t *bits = ISN_NEW(m->arena, uint64_t, (size_t)width * m->nlisted + 1);
    for (uint32_t number = 0; number < nlists; number++) {
        const uint32_t *list = m->lists.ptr + m->list_at.ptr[number];
        for (uint32_t i = 0; i < list[1]; i++)
            bits[(size_t)width * list[2 + i] + number / 64] |= (uint64_t)1 << number % 64;
    }
    h->nlists = nlists;
    h->nlisted = m->nlisted;
    put_section(out, h, ISN_SECT_MEMBERS, bits, (size_t)width * m->nlisted, sizeof(*bits));
}

static void put_slots(maker *m, isn_buf *out, isn_pack_header *h) {
    uint32_t used = 0;
    for (uint32_t i = 0; i < m->used.len; i++)
        used += m->used.ptr[i];
    uint32_t size = table_size(used);
    isn_pack_slot *slots = isn_arena_alloc(m->arena, sizeof(*slots) * (size_t)size);
    for (uint32_t i = 0; i < size; i++)
        slots[i] = (isn_pack_slot){0, ISN_NO_SYMBOL};
    for (uint32_t symbol = 0; symbol < m->used.len; symbol++) {
        uint8_t full[ISN_LETTERS_MAX + 8];
        if (!m->used.ptr[symbol])
            continue;
        uint64_t hash = isn_hash(full, spell(m, full, symbol), 0);
        uint32_t i = (uint32_t)hash & (size - 1);
        while (slots[i].symbol != ISN_NO_SYMBOL)
            i = (i + 1) & (size - 1);
        slots[i] = (isn_pack_slot){(uint32_t)(hash >> 32), symbol};
    }
    put_section(out, h, ISN_SECT_SLOTS, slots, size, sizeof(*slots));
}

static void put_words(maker *m, isn_buf *out, isn_pack_header *h) {
    isn_pack_word *words = ISN_NEW(m->arena, isn_pack_word, m->words.items.len + 1);
    isn_buf letters;
    isn_buf_init(&letters);
    for (uint32_t i = 0; i < m->words.items.len; i++) {
        isn_str word = m->words.items.ptr[i];
        uint32_t at = (uint32_t)letters.len;
        words[i].len = (uint8_t)word.len;
        if (word.len <= ISN_WORD_INLINE) {
            memcpy(words[i].letters, word.ptr, word.len);
            continue;
        }
        memcpy(words[i].letters + ISN_WORD_INLINE - 4, &at, 4);
        isn_buf_put(&letters, word.ptr, word.len);
    }
    put_section(out, h, ISN_SECT_WORDS, words, m->words.items.len, sizeof(*words));
    put_section(out, h, ISN_SECT_LETTERS, letters.ptr, letters.len, 1);
    out->failed |= letters.failed;
    isn_buf_release(&letters);
}

static void put_trie(maker *m, isn_buf *out, isn_pack_header *h) {
    uint32_t *root = ISN_NEW(m->arena, uint32_t, 2 * (size_t)m->words.items.len + 1);
    uint32_t inner = 0;
    for (uint32_t i = 0; i < m->edges.len; i++)
        inner += m->edges.ptr[i].node != 0;
    uint32_t size = table_size(inner);
    isn_pack_edge *edges = ISN_NEW(m->arena, isn_pack_edge, size);
    for (uint32_t i = 0; i < m->edges.len; i++) {
        isn_pack_edge e = m->edges.ptr[i];
        if (e.node == 0) {
            root[e.symbol] = e.target;
            continue;
        }
        uint32_t at = (uint32_t)isn_edge_hash(e.node, e.symbol) & (size - 1);
        while (edges[at].target != 0)
            at = (at + 1) & (size - 1);
        edges[at] = e;
    }
    put_section(out, h, ISN_SECT_ROOT, root, 2 * (size_t)m->words.items.len, 4);
    put_section(out, h, ISN_SECT_EDGES, edges, size, sizeof(*edges));
    put_section(out, h, ISN_SECT_NODES, m->node_list, m->nodes, sizeof(*m->node_list));
    put_section(out, h, ISN_SECT_SENSES, m->senses, m->nsenses, sizeof(*m->senses));
}

/* Marks in the finished pack the forms that could be cut into clitics and another known word. Returns
 * their number. */
static uint32_t mark_split(maker *m, isn_buf *out, const isn_pack_header *h, isn_error *error) {
    /* What is listed among these has its meaning there: kAn is not k + An, wAHd not w + AHd. */
    const uint32_t closed = 1u << ISN_T_FUNC | 1u << ISN_T_NUMERAL;
    isn_lex lex;
    uint32_t n = 0;
    if (isn_pack_attach(&lex, out->ptr, out->len, NULL, error) != ISN_OK)
        return UINT32_MAX;
    uint32_t *root = (uint32_t *)(void *)(out->ptr + h->sect[ISN_SECT_ROOT].offset);
    uint8_t *split = ISN_NEW(m->arena, uint8_t, m->used.len + 1);
    for (uint32_t symbol = 0; symbol < m->used.len; symbol++) {
        isn_reading reading;
        uint8_t full[ISN_LETTERS_MAX + 8];
        if (m->used.ptr[symbol] && !(lex.nodes[lex.root[symbol]].tables & closed))
            split[symbol] = isn_lex_split(&reading, 1, &lex, full, spell(m, full, symbol),
                                          isn_split_known(&lex, symbol)) != 0;
    }
    for (uint32_t symbol = 0; symbol < m->used.len; symbol++)
        if (split[symbol]) {
            root[symbol] |= ISN_ROOT_SPLIT;
            n++;
        }
    return n;
}

static isn_status write_pack(maker *m, isn_buf *out, isn_pack_facts *facts, isn_error *error) {
    isn_pack_header h = {.magic = ISN_PACK_MAGIC,
                         .order = ISN_PACK_ORDER,
                         .version = ISN_PACK_VERSION,
                         .fold_version = ISN_FOLD_VERSION,
                         .sects = ISN_SECTS,
                         .schema_hash = isn_pack_schema_hash()};
    char hex[65];
    isn_sha256_hex(hex, m->sources.ptr, m->sources.len);
    memcpy(h.source_hash, hex, sizeof(hex));
    isn_buf_put(out, (const char *)&h, sizeof(h));
    put_tables(m, out, &h);
    put_members(m, out, &h);
    put_slots(m, out, &h);
    put_words(m, out, &h);
    put_trie(m, out, &h);
    put_section(out, &h, ISN_SECT_STEMS, m->stems.slots, m->stems.size, 4);
    h.size = out->len;
    if (out->failed || m->strings.failed || m->sources.failed)
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    memcpy(out->ptr, &h, sizeof(h));
    uint32_t split = mark_split(m, out, &h, error);
    if (split == UINT32_MAX)
        return ISN_EFORMAT;
    if (facts != NULL) {
        for (unsigned t = 0; t < ISN_TABLES; t++) {
            facts->rows[t] = m->tables[t].rows.len;
            facts->names[t] = m->names[t];
        }
        facts->words = m->words.items.len;
        facts->symbols = 0;
        for (uint32_t i = 0; i < m->used.len; i++)
            facts->symbols += m->used.ptr[i];
        facts->nodes = m->nodes;
        facts->edges = m->edges.len;
        facts->senses = m->nsenses;
        facts->split = split;
        facts->stems = m->stems.n;
    }
    return ISN_OK;
}

/* ---- reading the folder ---------------------------------------------------------------------------------------------------- */

/* A file of a folder; `*bytes` is the heap's, NULL where there is none. */
static isn_status read_file(char **bytes, size_t *len, const char *dir, isn_table t,
                            isn_error *error) {
    isn_buf name;
    isn_status status = ISN_OK;
    *bytes = NULL;
    *len = 0;
    isn_buf_init(&name);
    isn_buf_printf(&name, "%s/%s", dir, isn_schema[t].file);
    isn_buf_putc(&name, 0);
    if (name.failed)
        status = isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    else if (access(name.ptr, F_OK) == 0)
        status = isn_file_read(bytes, len, name.ptr, error);
    isn_buf_release(&name);
    return status;
}

static void add_source(isn_buf *sources, isn_table t, const char *bytes, size_t len) {
    isn_buf_puts(sources, isn_schema[t].file);
    isn_buf_putc(sources, 0);
    isn_buf_put(sources, bytes, len);
}

/* Into the arena, so that a failed allocation later on leaks nothing. */
static isn_status read_table(maker *m, isn_tsv *table, const char *dir, isn_table t, bool source,
                             isn_error *error) {
    char *bytes;
    size_t len;
    isn_status status = read_file(&bytes, &len, dir, t, error);
    if (status != ISN_OK || bytes == NULL)
        return status;
    if (source)
        add_source(&m->sources, t, bytes, len);
    bool failed = m->sources.failed;
    table->bytes = isn_str_of(failed ? "" : isn_arena_copy(m->arena, bytes, len), failed ? 0 : len);
    isn_heap_free(bytes);
    return ISN_OK;
}

/* Rows with a key of the table take the place of its row, the others go behind. */
static void lay_over(maker *m, isn_table t, const isn_tsv *layer) {
    isn_tsv *table = &m->tables[t];
    bool keyed = isn_schema[t].columns[0].type == ISN_COL_KEY;
    uint32_t below = table->rows.len;
    if (layer->columns == 0)
        return;
    table->columns = layer->columns;
    for (uint32_t i = 0; i < layer->rows.len; i++) {
        const isn_tsv_row *row = &layer->rows.ptr[i];
        uint32_t at = keyed ? find_among(m, t, row->cells[0].text, below) : ISN_NO_ROW;
        if (at == ISN_NO_ROW || table->rows.ptr[at].line & ISN_LINE_LAYER)
            *ISN_PUSH(m->arena, &table->rows) = *row;
        else
            table->rows.ptr[at] = *row;
    }
}

static isn_status read_layer(maker *m, isn_table t, isn_error *error) {
    isn_tsv layer = {0};
    isn_status status = read_table(m, &layer, m->faults.layer, t, true, error);
    if (status != ISN_OK)
        return status;
    isn_tsv_parse(&layer, m->arena, &m->faults, t, ISN_LINE_LAYER);
    lay_over(m, t, &layer);
    sort_keys(m, t);
    return ISN_OK;
}

static isn_status read_tables(maker *m, const isn_lex *base, isn_error *error) {
    if (base != NULL) {
        isn_buf_puts(&m->sources, isn_lex_hash(base));
        isn_buf_puts(&m->sources, m->faults.layer);
    }
    for (unsigned t = 0; t < ISN_TABLES; t++) {
        isn_table table = (isn_table)t;
        isn_status status = read_table(m, &m->tables[t], m->faults.dir, table, base == NULL, error);
        if (status != ISN_OK)
            return status;
        isn_tsv_parse(&m->tables[t], m->arena, &m->faults, table, 0);
        sort_keys(m, table);
        if (m->faults.layer != NULL)
            status = read_layer(m, table, error);
        if (status != ISN_OK)
            return status;
    }
    return ISN_OK;
}

/* Not inlined: nothing of it may live in registers of the function that calls setjmp. */
__attribute__((noinline)) static isn_status build(maker *m, isn_buf *out, isn_pack_facts *facts,
                                                  const char *stems, const isn_lex *base,
                                                  isn_error *error) {
    const char *const dirs[] = {m->faults.dir, m->faults.layer};
    for (unsigned i = 0; i < ISN_LEN(dirs); i++)
        if (dirs[i] != NULL && access(dirs[i], R_OK | X_OK) != 0)
            return isn_fail(error, ISN_EIO, dirs[i], 0, "cannot read the language folder");
    m->nodes = 1;
    isn_buf_put(&m->strings, "\0\0\0\0\0", 5);
    isn_status status = read_tables(m, base, error);
    if (status != ISN_OK)
        return status;
    read_spellings(m);
    read_lists(m);
    for (unsigned t = 0; t < ISN_TABLES; t++)
        for (uint32_t row = 0; row < m->tables[t].rows.len; row++)
            compile_row(m, (isn_table)t, row);
    if (m->faults.n != 0)
        return isn_fail(error, ISN_EFORMAT,
                        m->faults.layer != NULL ? m->faults.layer : m->faults.dir, 0,
                        "%u faults in the language folder", m->faults.n);
    if (base != NULL) {
        uint32_t size = base->stem_mask + 1;
        m->stems.slots = ISN_NEW(m->arena, uint32_t, size);
        memcpy(m->stems.slots, base->stems, sizeof(uint32_t) * size);
        m->stems.size = size;
    } else {
        status = isn_stems_read(&m->stems, m->arena, &m->sources, stems, error);
    }
    if (status != ISN_OK)
        return status;
    place_senses(m);
    return write_pack(m, out, facts, error);
}

static isn_status build_pack(isn_buf *out, isn_buf *faults, unsigned *nfaults,
                             isn_pack_facts *facts, const char *dir, const char *layer,
                             const char *stems, const isn_lex *base, isn_error *error) {
    maker *m = isn_heap_alloc(sizeof(*m));
    isn_guard guard;
    isn_status status = ISN_ENOMEM;
    *nfaults = 0;
    if (m == NULL || isn_arena_new(&m->arena, 1 << 20) != ISN_OK)
        goto out;
    m->faults.dir = dir;
    m->faults.layer = layer;
    isn_buf_init(&m->faults.text);
    isn_buf_init(&m->strings);
    isn_buf_init(&m->sources);
    isn_arena_guard(m->arena, &guard);
    if (setjmp(guard.jump) == 0)
        status = build(m, out, facts, stems, base, error);
    else
        status = isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    *nfaults = m->faults.n;
    if (status != ISN_OK)
        out->len = 0;
    isn_buf_put(faults, m->faults.text.ptr, m->faults.text.len);
    isn_buf_release(&m->faults.text);
    isn_buf_release(&m->strings);
    isn_buf_release(&m->sources);
    isn_arena_free(m->arena);
out:
    isn_heap_free(m);
    return status;
}

isn_status isn_pack_build(isn_buf *out, isn_buf *faults, unsigned *nfaults, isn_pack_facts *facts,
                          const char *dir, const char *stems, isn_error *error) {
    return build_pack(out, faults, nfaults, facts, dir, NULL, stems, NULL, error);
}

isn_status isn_pack_build_over(isn_buf *out, isn_buf *faults, unsigned *nfaults,
                               isn_pack_facts *facts, const char *dir, const char *layer,
                               const isn_lex *base, isn_error *error) {
    return build_pack(out, faults, nfaults, facts, dir, layer, NULL, base, error);
}

isn_status isn_pack_layer_hash(char hex[65], const char *layer, const isn_lex *base,
                               isn_error *error) {
    isn_buf sources;
    isn_status status = ISN_OK;
    if (access(layer, R_OK | X_OK) != 0)
        return isn_fail(error, ISN_EIO, layer, 0, "cannot read the language folder");
    isn_buf_init(&sources);
    isn_buf_puts(&sources, isn_lex_hash(base));
    isn_buf_puts(&sources, layer);
    for (unsigned t = 0; t < ISN_TABLES && status == ISN_OK; t++) {
        char *bytes;
        size_t len;
        status = read_file(&bytes, &len, layer, (isn_table)t, error);
        if (status == ISN_OK && bytes != NULL)
            add_source(&sources, (isn_table)t, bytes, len);
        isn_heap_free(bytes);
    }
    if (status == ISN_OK && sources.failed)
        status = isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    if (status == ISN_OK)
        isn_sha256_hex(hex, sources.ptr, sources.len);
    isn_buf_release(&sources);
    return status;
}
