/* walk.c: all phrases of a pack, for those who look after it: what it holds, which names clash. Not for the hot path. */
#include "lexicon/pack.h"

typedef struct step {
    uint32_t node, symbol; /* how a node is reached; node 0: it is the first word */
} step;

/* The letters of a symbol as text: hamza on alef, teh marbuta and alef maksura have been folded away. */
static void spell(isn_buf *out, const isn_lex *lex, uint32_t symbol) {
    static const uint16_t letters[] = {0x621, 0x627, 0x628, 0x62a, 0x62b, 0x62c, 0x62d, 0x62e,
                                       0x62f, 0x630, 0x631, 0x632, 0x633, 0x634, 0x635, 0x636,
                                       0x637, 0x638, 0x639, 0x63a, 0x641, 0x642, 0x643, 0x644,
                                       0x645, 0x646, 0x647, 0x648, 0x64a};
    const isn_pack_word *word = &lex->words[symbol >> 1];
    const uint8_t *p = isn_word_letters(lex, word);
    char bytes[4];
    if (symbol & 1) {
        isn_buf_put(out, bytes, isn_utf8_put(bytes, 0x627));
        isn_buf_put(out, bytes, isn_utf8_put(bytes, 0x644));
    }
    for (unsigned i = 0; i < word->len; i++) {
        if (p[i] >= ISN_F_HAMZA && p[i] <= ISN_F_LAST)
            isn_buf_put(out, bytes, isn_utf8_put(bytes, letters[p[i] - ISN_F_HAMZA]));
        else
            isn_buf_putc(out, (char)p[i]);
    }
}

static void phrase(isn_buf *out, const isn_lex *lex, const step *steps, uint32_t node) {
    uint32_t symbols[ISN_PHRASE_MAX + 1], n = 0;
    for (; node != 0 && n < ISN_LEN(symbols); node = steps[node].node)
        symbols[n++] = steps[node].symbol;
    while (n > 0) {
        spell(out, lex, symbols[--n]);
        if (n > 0)
            isn_buf_putc(out, ' ');
    }
}

isn_status isn_lex_walk(const isn_lex *lex, isn_lex_visit *visit, void *context, isn_error *error) {
    uint64_t nodes = lex->header->sect[ISN_SECT_NODES].count;
    step *steps = isn_heap_alloc(sizeof(*steps) * (size_t)nodes);
    isn_buf text;
    isn_status status = ISN_OK;
    if (steps == NULL)
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    memset(steps, 0, sizeof(*steps) * (size_t)nodes);
    isn_buf_init(&text);
    for (uint32_t symbol = 0; symbol < 2 * lex->nwords; symbol++)
        steps[lex->root[symbol] & ISN_ROOT_NODE].symbol = symbol;
    for (uint64_t i = 0; i < lex->header->sect[ISN_SECT_EDGES].count; i++)
        if (lex->edges[i].target != 0)
            steps[lex->edges[i].target] = (step){lex->edges[i].node, lex->edges[i].symbol};
    for (uint32_t node = 1; node < nodes; node++) {
        const isn_pack_node *n = &lex->nodes[node];
        if (n->nsenses == 0)
            continue;
        text.len = 0;
        phrase(&text, lex, steps, node);
        visit(context, isn_str_of(text.ptr, text.len), lex->senses + n->senses, n->nsenses);
    }
    if (text.failed)
        status = isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    isn_buf_release(&text);
    isn_heap_free(steps);
    return status;
}
