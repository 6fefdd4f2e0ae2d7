/* lexicon.h: opens and searches a compiled language pack; finds what each word may be.
 *
 * A pack is one mapped, position-independent, read-only file made by tools/langc from lang/ar/ *.tsv.
 * It holds: the tables (typed cells, see schema.h), a string pool, the words (every folded form that
 * any row knows, inflected forms included, each with a dense id), and the phrases (a trie over
 * symbols). Format: docs/pack-format.md.
 *
 * A symbol is (word id << 1 | 1 if the word carries the article ال). Words are stored without the
 * article; compiler and scanner strip it by the same rule, so that words whose ال is part of the stem
 * (التزم) still meet themselves.
 */
#ifndef ISN_LEXICON_H
#define ISN_LEXICON_H

#include "base/base.h"
#include "lexicon/schema.h"
#include "text/text.h"

typedef struct isn_lex isn_lex; /* what isn_pack of the public header wraps */

isn_status isn_lex_open(isn_lex **out, const char *path, isn_error *error);
void isn_lex_close(isn_lex *lex);
const char *isn_lex_hash(const isn_lex *lex);

/* ---- tables --------------------------------------------------------------------------------- */

#define ISN_NO_ROW UINT32_MAX
#define ISN_NO_INT INT32_MIN

/* How a table lies in the pack. */
typedef struct isn_pack_table {
    uint32_t rows, columns;
    uint32_t cells; /* index of the first in CELLS */
    uint32_t lines; /* index of the first in LINES */
    uint32_t keys;  /* index of the first in KEYS, UINT32_MAX when the table has no key */
} isn_pack_table;

/* The frames that rules know by name; pack.c has the names in this order. */
typedef enum isn_lex_frame {
    ISN_FR_OTHER, ISN_FR_CAPTURE, ISN_FR_CAPTURE_NOUN, ISN_FR_CAPTIVE, ISN_FR_DESTROY, ISN_FR_DIE,
    ISN_FR_DISMISS, ISN_FR_EXECUTION, ISN_FR_EXPLODE, ISN_FR_INTERCEPT, ISN_FR_REACH, ISN_FR_RESTRICT,
    ISN_FR_RESULT, ISN_FR_SEIZE, ISN_FR_STORM, ISN_FR_SUFFER,
    ISN_FR_ANSWER, ISN_FR_FIND_DEAD, ISN_FR_HELD, ISN_FR_KILL_ON, ISN_FR_MEDIATE, ISN_FR_RESCUE, ISN_FR_VISIT,
    ISN_FR_EXECUTE, ISN_FR_LIVES, ISN_FR_RESPOND, ISN_FR_SAID_DEAD,
    ISN_FR_MISHAP, ISN_FR_HOLD, ISN_FR_ALIVE, ISN_FR_UNHARMED, ISN_FR_ABSENT, ISN_FR_PULL_OUT, ISN_FR_BLAMED, ISN_FR_FIGURE,
    ISN_FR_AMBUSH,
    ISN_FRAMES
} isn_lex_frame;

/* What words a trigger asks for, by the numbers of their lists, and its frame: gathered when the pack is opened, for
 * every trigger word of a text has several rows, most of which fall by these. */
typedef struct isn_lex_asked {
    uint32_t with, not;
    uint32_t needed; /* `with` of a row that does not live without it, else UINT32_MAX */
    uint32_t frame;  /* isn_lex_frame */
} isn_lex_asked;

/* Where the cells are: the beginning of every isn_lex. Only for the functions below, which are called for every word. */
typedef struct isn_lex_cells {
    struct {
        const uint32_t *cells; /* of its rows, one after another */
        uint32_t rows;
    } at[ISN_TABLES];
    const uint32_t *lists; /* WORDS cells: number, count, sorted symbols */
    const isn_lex_asked *asked; /* by row of ISN_T_TRIGGER; only of a pack that was opened */
} isn_lex_cells;

static inline uint32_t isn_lex_cell(const isn_lex *lex, isn_table table, uint32_t row,
                                    unsigned column) {
    const isn_lex_cells *view = (const void *)lex;
    if (row >= view->at[table].rows)
        return 0;
    return view->at[table].cells[(size_t)row * isn_columns[table] + column];
}

uint32_t isn_lex_rows(const isn_lex *lex, isn_table table);
/* Cells by column number (schema.h). STR and KEY columns: {NULL, 0} when empty ("-"). */
isn_str isn_lex_str(const isn_lex *lex, isn_table table, uint32_t row, unsigned column);
/* INT, DEC (times 10,000), ENUM (index in its vocabulary), FLAGS (bits); ISN_NO_INT when empty,
 * but 0 for empty FLAGS. REF: the row in the other table, ISN_NO_INT (negative) when empty. */
static inline int32_t isn_lex_int(const isn_lex *lex, isn_table table, uint32_t row,
                                  unsigned column) {
    const isn_lex_cells *view = (const void *)lex;
    return row < view->at[table].rows ? (int32_t)isn_lex_cell(lex, table, row, column) : ISN_NO_INT;
}
/* WORDS columns: the symbols, sorted, and how many. A symbol matches if any reading has it. */
const uint32_t *isn_lex_words(const isn_lex *lex, isn_table table, uint32_t row, unsigned column,
                              uint32_t *n);
/* The number of the list in a WORDS cell: equal lists have one number, 0 is the empty one. */
static inline uint32_t isn_lex_list(const isn_lex *lex, isn_table table, uint32_t row,
                                    unsigned column) {
    const isn_lex_cells *view = (const void *)lex;
    return view->lists[isn_lex_cell(lex, table, row, column)];
}
static inline const isn_lex_asked *isn_lex_trigger(const isn_lex *lex, uint32_t row) {
    return &((const isn_lex_cells *)(const void *)lex)->asked[row];
}
/* The row with this key, or ISN_NO_ROW. */
uint32_t isn_lex_find(const isn_lex *lex, isn_table table, isn_str key);
/* The first outlet with this text as its name or its domain (`column`), or ISN_NO_ROW. Of a pack that was opened. */
uint32_t isn_lex_outlet(const isn_lex *lex, unsigned column, isn_str text);
/* A row of the user's folder, not of the built-in tables: this bit is set in its line. */
#define ISN_LINE_LAYER 0x80000000u
/* That folder, NULL for a built-in row or where none was told by isn_lex_set_layer, which keeps the pointer. */
const char *isn_lex_layer(const isn_lex *lex, isn_table table, uint32_t row);
void isn_lex_set_layer(isn_lex *lex, const char *layer);
/* "triggers.tsv" and, in `*line`, 17: for `isnad explain`. */
const char *isn_lex_file(const isn_lex *lex, isn_table table, uint32_t row, uint32_t *line);

/* ---- senses ----------------------------------------------------------------------------------- */

/* isn_sense.form: what inflection made the form that matched. */
enum {
    ISN_FORM_KIND = 0x000f,
    ISN_FORM_NAME = 0,     /* exact words of a name or phrase */
    ISN_FORM_PERF = 1,     /* قتل قتلت قتلوا */
    ISN_FORM_IMPF = 2,     /* يقتل تقتل يقتلون يقتلوا */
    ISN_FORM_MASDAR = 3,   /* قتل، اغتيال */
    ISN_FORM_ACTIVE = 4,   /* مستهدفا */
    ISN_FORM_PASSIVE_PART = 5, /* مقتول، معتقل */
    ISN_FORM_NOUN = 6,
    ISN_FORM_ADJ = 7,
    ISN_FORM_SG = 0x0000,
    ISN_FORM_DU = 0x0010,
    ISN_FORM_PL = 0x0020,
    ISN_FORM_NUMBER = 0x0030,
    ISN_FORM_FEM = 0x0040,
    ISN_FORM_PERSON = 0x0180, /* of verbs */
    ISN_FORM_P3 = 0x0000,
    ISN_FORM_P2 = 0x0080,
    ISN_FORM_P1 = 0x0100,
    ISN_FORM_PASSIVE = 0x0200,   /* spelled as a passive: أصيب، يصاب */
    ISN_FORM_CONSTRUCT = 0x0400, /* dual or plural without its ن: جنديا، مسلحو */
    ISN_FORM_ACC = 0x0800,       /* accusative singular with its alef: عنصرا */
    ISN_FORM_JUSSIVE = 0x1000    /* shortened after لم: لم يصب، لم تنته */
};

/* isn_sense.alt of the second FORMS column of a table (capitals) counts from here. */
#define ISN_ALT_SECOND 128

typedef struct isn_sense {
    uint8_t table; /* isn_table */
    uint8_t alt;   /* which alternative of the row's names it was, 0-based, 255 and more as 255 */
    uint16_t form;
    uint32_t row;
} isn_sense;

/* walk.c: each phrase of the pack in the spelling it is compared in, with its rows. `phrase` lives until `visit` returns. */
typedef void isn_lex_visit(void *context, isn_str phrase, const isn_sense *senses, unsigned n);
isn_status isn_lex_walk(const isn_lex *lex, isn_lex_visit *visit, void *context, isn_error *error);

/* ---- scanning --------------------------------------------------------------------------------- */

/* Proclitics and the article, as cut from the front: isn_reading.pre */
enum {
    ISN_CL_WAW = 1 << 0,
    ISN_CL_FEH = 1 << 1,
    ISN_CL_BEH = 1 << 2,
    ISN_CL_LAM = 1 << 3,
    ISN_CL_KAF = 1 << 4,
    ISN_CL_SEEN = 1 << 5, /* سيقتل: future */
    ISN_CL_AL = 1 << 6,
    ISN_CL_HAMZA = 1 << 7 /* interrogative أ; rarely */
};

/* Pronoun suffixes: isn_reading.suf */
typedef enum isn_suffix {
    ISN_SUF_NONE, ISN_SUF_HU, ISN_SUF_HA, ISN_SUF_HUMA, ISN_SUF_HUM, ISN_SUF_HUNNA,
    ISN_SUF_KA, ISN_SUF_KUM, ISN_SUF_NA, ISN_SUF_YA, ISN_SUF_NI
} isn_suffix;

typedef struct isn_reading {
    uint32_t symbol;   /* word id << 1 | article; ISN_NO_SYMBOL when the lexicon lacks the word */
    uint8_t pre, suf;
    uint8_t pre_letters; /* folded letters before the word proper, the article not counted */
    uint8_t pad;
} isn_reading;

#define ISN_NO_SYMBOL UINT32_MAX
#define ISN_READINGS 3

/* isn_word.flags; those of the signs between this word and the one before it */
enum {
    ISN_WF_COMMA = 1 << 0,   /* ، , ؛ ; */
    ISN_WF_COLON = 1 << 1,
    ISN_WF_PAREN = 1 << 2,   /* ( [ opens before it */
    ISN_WF_UNPAREN = 1 << 3, /* ) ] closed before it */
    ISN_WF_QUOTE = 1 << 4,   /* a quotation mark opens before it */
    ISN_WF_UNQUOTE = 1 << 5, /* one closed before it */
    ISN_WF_DASH = 1 << 6,    /* - – — ـــ between spaces, or / */
    ISN_WF_STOP = 1 << 7,    /* first of its sentence */
    ISN_WF_SLASH = 1 << 8,   /* / or | */
    ISN_WF_DOTS = 1 << 9,    /* … or .. */
    ISN_WF_HYPHEN = 1 << 10, /* - glued between two words or numbers */
    ISN_WF_SIGN = 1 << 11    /* any other sign */
};
/* A phrase goes on over quotation marks, hyphens and joins, never over these. */
#define ISN_WF_BREAK                                                                               \
    (ISN_WF_COMMA | ISN_WF_COLON | ISN_WF_PAREN | ISN_WF_UNPAREN | ISN_WF_STOP | ISN_WF_SLASH |    \
     ISN_WF_DOTS | ISN_WF_DASH | ISN_WF_SIGN)

/* A word or number (punctuation has become flags). Readings: best first; reading 0 always exists and
 * may have no symbol. Best: the whole form if the lexicon knows it, then fewer clitics cut. */
typedef struct isn_word {
    uint32_t token;
    uint32_t sentence;
    uint16_t flags;
    uint8_t nreadings;
    uint8_t kind; /* isn_token_kind: WORD, LATIN, NUMBER, LINK */
    isn_reading reading[ISN_READINGS];
} isn_word;

/* One phrase of the lexicon found at words [first, last): all rows it stands for. */
typedef struct isn_hit {
    uint32_t first, last;
    uint8_t reading; /* of the first word: which clitics stand before the phrase */
    uint8_t tail;    /* reading of the last word: a pronoun suffix may stand there */
    uint16_t nsenses;
    uint32_t tables;         /* bit t: one of the senses is in table t */
    const isn_sense *senses; /* in the pack */
} isn_hit;

typedef struct isn_scan {
    const isn_lex *lex;
    const isn_text *text;
    isn_word *words;
    uint32_t nwords;
    uint32_t *sentence_word; /* nsentences + 1: first word of each sentence */
    isn_hit *hits; /* sorted by first, then longest first */
    uint32_t nhits;
    uint32_t *word_hit; /* nwords + 1: first hit at or after each word; hits of word i are
                           hits[word_hit[i] .. word_hit[i + 1]) */
    uint32_t *word_tables; /* nwords: bit t set when a hit that starts there has a sense in table t */
    uint64_t *date_kinds; /* nwords: of words with ISN_T_DATEWORD the kinds (ISN_DW_*) of their senses, a bit each */
    uint64_t *listed; /* a bit for each word: it may stand in a WORDS cell; one element of 0 bits follows */
    bool figures; /* does a number stand right behind an opening bracket? */
    struct isn_numerals *numerals; /* match/numeral.h: what was read once; NULL: nothing is kept */
} isn_scan;

/* Words read lately: the press repeats itself, and most words need not be looked up again. Begins zeroed;
 * serves one lexicon and one thread. What is read does not depend on it. */
#define ISN_RECENT_WORDS 32768
#define ISN_RECENT_LETTERS 16
typedef struct isn_recent {
    uint32_t hash;   /* the upper half */
    uint32_t follow; /* a bit for each reading: can it go on a phrase? */
    uint8_t letters[ISN_RECENT_LETTERS];
    uint8_t len; /* 0: free */
    uint8_t flags, nreadings;
    bool listed;
    uint32_t node[ISN_READINGS]; /* of each reading */
    isn_reading reading[ISN_READINGS];
} isn_recent;

/* `recent`: ISN_RECENT_WORDS of them, or NULL. */
void isn_lex_scan(isn_scan *out, isn_arena *arena, const isn_lex *lex, const isn_text *text,
                  isn_recent *recent);

/* How a word may be cut into clitics and a stem, whether the lexicon has the stem or not. */
typedef struct isn_segment {
    uint8_t pre;         /* ISN_CL_*; of the article nothing is told */
    uint8_t pre_letters; /* folded letters cut in front; of لل the first lam */
    uint8_t suf;         /* isn_suffix */
    uint8_t suf_letters; /* folded letters cut at the end */
    uint8_t known;       /* ISN_KNOWN_* */
    uint8_t cost;        /* the lower the likelier */
} isn_segment;

enum { ISN_KNOWN_NOT, ISN_KNOWN_STEM /* by the stem list */, ISN_KNOWN_ROW /* by a table */ };

#define ISN_SEGMENTS 4
/* The ways to read a word, likeliest first; always one at least. Returns how many. */
unsigned isn_lex_segment(isn_segment out[ISN_SEGMENTS], const isn_lex *lex, const isn_text *text,
                         const isn_token *token);

/* The symbol of one folded word (article allowed), or ISN_NO_SYMBOL. For tests and `with` lists. */
uint32_t isn_lex_symbol(const isn_lex *lex, const uint8_t *fold, size_t len);

/* Does any reading of the word have one of these sorted symbols? */
bool isn_word_among(const isn_word *word, const uint32_t *symbols, uint32_t n);

/* The same of a list by its number. Quick where isn_scan.listed has chosen the words. */
bool isn_word_in_list(const isn_lex *lex, const isn_word *word, uint32_t list);

/* The lists in which words [first, last) stand: a bit for each list by its number, in an array of
 * isn_lex_list_width() elements. To ask for many lists at once. */
uint32_t isn_lex_list_width(const isn_lex *lex);
void isn_words_lists(uint64_t *lists, const isn_scan *scan, uint32_t first, uint32_t last);

/* Adds the lists of one word. */
void isn_word_lists(uint64_t *lists, const isn_scan *scan, uint32_t word);

/* Bytes of words [first, last): from the first word without its proclitics (reading of the hit; لل
 * stays whole) to the end of the last. */
isn_span isn_words_span(const isn_scan *scan, uint32_t first, uint32_t last, unsigned reading);

/* For the bench's floor: counts tokens whose plain folded form is a word of the pack. */
uint64_t isn_lex_floor(const isn_lex *lex, const char *ptr, size_t len);

#endif
