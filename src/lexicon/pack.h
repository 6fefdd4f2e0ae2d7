/* pack.h: the compiled language pack as it lies in the file, and the rules that its compiler
 * (compile/packer.c) and its readers (pack.c, split.c, scan.c) must share. Nobody else includes this.
 * The layout is told in docs/pack-format.md. */
#ifndef ISN_PACK_H
#define ISN_PACK_H

#include <string.h>

#include "lexicon/lexicon.h"

#define ISN_PACK_MAGIC "ISNPACK\n"
#define ISN_PACK_VERSION 4
#define ISN_PACK_ORDER 0x01020304u /* tells the byte order of the machine that made it */
#define ISN_PACK_ALIGN 16

enum {
    ISN_SECT_STRINGS,  /* bytes: u32 length, bytes, 0; padded to 4. Offset 0 is the empty cell */
    ISN_SECT_TABLES,   /* isn_pack_table, ISN_TABLES of them */
    ISN_SECT_CELLS,    /* u32, row by row */
    ISN_SECT_LINES,    /* u32: line of each row in its file */
    ISN_SECT_KEYS,     /* u32: rows of keyed tables, sorted by key */
    ISN_SECT_LISTS,    /* u32: WORDS cells: number, count, sorted symbols; offset 0 is the empty one */
    ISN_SECT_MEMBERS,  /* u64: for each listed symbol a bit for each list, by number */
    ISN_SECT_SLOTS,    /* isn_pack_slot: hash table from folded form to symbol; a power of two */
    ISN_SECT_WORDS,    /* isn_pack_word */
    ISN_SECT_LETTERS,  /* bytes: words too long for their isn_pack_word */
    ISN_SECT_ROOT,     /* u32 by symbol: node, and ISN_ROOT_SPLIT */
    ISN_SECT_EDGES,    /* isn_pack_edge: hash table from (node, symbol) to node; a power of two */
    ISN_SECT_NODES,    /* isn_pack_node; node 0 is "none" */
    ISN_SECT_SENSES,   /* isn_sense */
    ISN_SECT_STEMS,    /* u32: the stem list (stem.h): a hash table; a power of two */
    ISN_SECTS
};

typedef struct isn_pack_sect {
    uint64_t offset, count;
} isn_pack_sect;

typedef struct isn_pack_header {
    char magic[8];
    uint32_t order, version, fold_version, sects;
    uint64_t size;        /* of the whole file */
    uint64_t schema_hash;
    uint32_t nlists;  /* distinct lists */
    uint32_t nlisted; /* symbols below this one may stand in a list, others do not */
    char source_hash[72]; /* SHA-256 of the source files, hexadecimal, zero-terminated */
    isn_pack_sect sect[ISN_SECTS];
} isn_pack_header;

typedef struct isn_pack_slot {
    uint32_t tag;    /* upper half of the hash */
    uint32_t symbol; /* ISN_NO_SYMBOL: free */
} isn_pack_slot;

/* Without the article. A word of more than ISN_WORD_INLINE letters stands in LETTERS, at the offset whose
 * four bytes are the last of `letters`. */
#define ISN_WORD_INLINE 15
typedef struct isn_pack_word {
    uint8_t len;
    uint8_t letters[ISN_WORD_INLINE];
} isn_pack_word;

typedef struct isn_pack_edge {
    uint32_t node, symbol, target; /* target 0: free */
} isn_pack_edge;

typedef struct isn_pack_node {
    uint32_t senses;   /* index of the first */
    uint16_t nsenses;
    uint8_t all, some; /* ISN_CAP_*: what all and what some of its senses allow */
    uint32_t tables;   /* bit t: a sense in table t */
    uint32_t children; /* isn_child_bit of each symbol that goes on a longer phrase; 0: none does */
} isn_pack_node;

#define ISN_ROOT_SPLIT 0x80000000u /* the form can also be cut into clitics and a known word */
#define ISN_ROOT_NODE 0x7fffffffu

#define ISN_PHRASE_MAX 24 /* words */
#define ISN_LETTERS_MAX 60 /* of a word that is looked up with clitics cut, and of a word of a pack */

struct isn_lex {
    isn_lex_cells view; /* first: lexicon.h reads it */
    const isn_pack_header *header;
    size_t size;
    bool mapped; /* else the bytes are the caller's */
    const isn_pack_table *tables;
    const char *strings;
    const uint32_t *cells, *lines, *keys, *root;
    const isn_pack_slot *slots;
    const isn_pack_word *words;
    const uint8_t *letters;
    const isn_pack_edge *edges;
    const isn_pack_node *nodes;
    const isn_sense *senses;
    const uint64_t *members;
    const uint32_t *stems;
    uint32_t slot_mask, edge_mask, stem_mask, nwords, nlisted;
    uint32_t list_width; /* u64 for each symbol in `members` */
    const char *layer;   /* the user's folder; borrowed */
    uint32_t *outlets;   /* hash table from names and domains: row and column, 0 for free; of a pack that was opened */
    uint32_t outlet_mask;
};

/* Checks the bytes of a pack and fills `lex`, which borrows them. `path` is for messages. */
isn_status isn_pack_attach(isn_lex *lex, const void *bytes, size_t size, const char *path,
                           isn_error *error);
uint64_t isn_pack_schema_hash(void);

/* ---- rules shared by compiler and scanner ------------------------------------------------------ */

/* Does the folded word begin with alef and lam, with two letters at least behind? These two are
 * taken for the article, whether they are or belong to the stem. */
static inline bool isn_has_article(const uint8_t *fold, size_t len) {
    return len >= 4 && fold[0] == ISN_F_ALEF && fold[1] == ISN_F_LAM;
}

/* memcmp(a, b, n) == 0 for the few letters of a word, without the call. */
static inline bool isn_same_letters(const uint8_t *a, const uint8_t *b, size_t n) {
    uint64_t x[2], y[2];
    uint32_t v[2], w[2];
    if (n > 16)
        return memcmp(a, b, n) == 0;
    if (n >= 8) {
        memcpy(&x[0], a, 8);
        memcpy(&x[1], a + n - 8, 8);
        memcpy(&y[0], b, 8);
        memcpy(&y[1], b + n - 8, 8);
        return ((x[0] ^ y[0]) | (x[1] ^ y[1])) == 0;
    }
    if (n >= 4) {
        memcpy(&v[0], a, 4);
        memcpy(&v[1], a + n - 4, 4);
        memcpy(&w[0], b, 4);
        memcpy(&w[1], b + n - 4, 4);
        return ((v[0] ^ w[0]) | (v[1] ^ w[1])) == 0;
    }
    return n == 0 || (a[0] == b[0] && a[n / 2] == b[n / 2] && a[n - 1] == b[n - 1]);
}

/* What clitics a sense can stand with. */
enum {
    ISN_CAP_PREP = 1 << 0, /* after ب ك: no verb */
    ISN_CAP_LAM = 1 << 1,  /* after ل: no perfect */
    ISN_CAP_SEEN = 1 << 2, /* after س: an imperfect */
    ISN_CAP_NSUF = 1 << 3, /* its last word may carry a pronoun, as a noun does */
    ISN_CAP_VSUF = 1 << 4, /* … as a verb does */
    ISN_CAP_ASUF = 1 << 5, /* either */
    ISN_CAP_MIDSUF = 1 << 6, /* a pronoun may stand on the first of its several words: أصابته بجروح */
    ISN_CAP_COMMON = 1 << 7 /* no spelling that only a passive, jussive, first or second person has */
};
/* `articled`: the symbol of its first word has the article bit. */
uint8_t isn_sense_caps(const isn_sense *sense, bool articled);
bool isn_lex_articled(const isn_lex *lex, uint32_t symbol);

static inline const uint8_t *isn_word_letters(const isn_lex *lex, const isn_pack_word *word) {
    uint32_t at;
    if (word->len <= ISN_WORD_INLINE)
        return word->letters;
    memcpy(&at, word->letters + ISN_WORD_INLINE - 4, 4);
    return lex->letters + at;
}

static inline uint64_t isn_edge_hash(uint32_t node, uint32_t symbol) {
    uint64_t x = ((uint64_t)node << 32 | symbol) * 0x9e3779b97f4a7c15u;
    return x ^ x >> 29;
}

/* Most words that follow the first of a phrase do not go on it: told without a look into EDGES. */
static inline uint32_t isn_child_bit(uint32_t symbol) {
    return 1u << (symbol * 0x9e3779b1u >> 27);
}

/* ---- split.c ---------------------------------------------------------------------------------------- */

/* The symbol of a folded form with this hash, or ISN_NO_SYMBOL. */
uint32_t isn_lex_lookup(const isn_lex *lex, const uint8_t *fold, size_t len, uint64_t hash);
/* The whole form is a word by itself; then only what is likely is cut. */
#define ISN_SPLIT_KNOWN (1u << 8)
/* Clitics cut off a folded form: up to `room` readings, best first; not the whole form. `flags`: ISN_TF_*
 * of the written word, ISN_SPLIT_KNOWN. Returns how many. */
unsigned isn_lex_split(isn_reading *out, unsigned room, const isn_lex *lex, const uint8_t *fold,
                       size_t len, unsigned flags);
/* Has the symbol senses of its own? */
static inline unsigned isn_split_known(const isn_lex *lex, uint32_t symbol) {
    return lex->nodes[lex->root[symbol] & ISN_ROOT_NODE].nsenses != 0 ? ISN_SPLIT_KNOWN : 0u;
}

#endif
