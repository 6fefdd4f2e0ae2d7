/* text.h: folding, tokens, sentences, quotations. Left of it: article/ with blocks. Right of it:
 * lexicon/ looks each token up once; match/ works on what comes back.
 *
 * Fold, don't lose: folding is for comparing, every token keeps its bytes in the input. The tokens
 * together cover each block exactly but for white space and ignorable marks between them.
 *
 * The folded alphabet is one byte a letter: ASCII letters in lower case, digits 0-9 (Arabic-Indic and
 * Persian digits fold to these); the 28 letters and hamza as ISN_F_* bytes (0x80 + …); any other
 * letter as its UTF-8 bytes. Dropped: tatweel, harakat, dagger alef, bidi marks and other ignorables.
 * أ إ آ ٱ → ا; ى ی → ي; ة → ه; ؤ → و; ئ → ي; ک گ → ك; پ → ب; چ → ج; ژ → ز; ڤ → ف;
 * presentation forms → their letters (ﻻ → لا).
 */
#ifndef ISN_TEXT_H
#define ISN_TEXT_H

#include "article/article.h"
#include "base/base.h"

#define ISN_FOLD_VERSION 2 /* stands in each pack; raise it when folding changes */

/* Folded letters; the source of the numbers is the order of the alphabet in Unicode's block. */
enum {
    ISN_F_HAMZA = 0x80, ISN_F_ALEF, ISN_F_BEH, ISN_F_TEH, ISN_F_THEH, ISN_F_JEEM, ISN_F_HAH,
    ISN_F_KHAH, ISN_F_DAL, ISN_F_THAL, ISN_F_REH, ISN_F_ZAIN, ISN_F_SEEN, ISN_F_SHEEN, ISN_F_SAD,
    ISN_F_DAD, ISN_F_TAH, ISN_F_ZAH, ISN_F_AIN, ISN_F_GHAIN, ISN_F_FEH, ISN_F_QAF, ISN_F_KAF,
    ISN_F_LAM, ISN_F_MEEM, ISN_F_NOON, ISN_F_HEH, ISN_F_WAW, ISN_F_YEH, ISN_F_LAST = ISN_F_YEH
};

typedef enum isn_token_kind {
    ISN_TOK_WORD,   /* Arabic letters (with digits glued after a clitic split off: ب15 is two tokens).
                       Teh marbuta ends it, alef maksura before the article too: المنطقةالتي is two */
    ISN_TOK_LATIN,  /* letters of another script */
    ISN_TOK_NUMBER, /* digits with inner separators: 13, 1,200, 26٬013, 3.5, 14:30, 12/3/2021, 2021-09-10 */
    ISN_TOK_PUNCT,  /* one punctuation sign or symbol */
    ISN_TOK_LINK    /* URL, e-mail address, @handle */
} isn_token_kind;

/* isn_token.flags */
enum {
    ISN_TF_SPACE = 1 << 0,   /* white space or a bidi mark stands before it, or its block begins */
    ISN_TF_BLOCK = 1 << 1,   /* first token of its block */
    ISN_TF_DAMMA = 1 << 2,   /* a written passive: damma on the first letter, قُتل, or on the ت that is the third
                                behind an alef, استُهدف; و or ف may stand before: وقُتل */
    ISN_TF_TEH_MARBUTA = 1 << 3, /* ends in ة as written */
    ISN_TF_MAKSURA = 1 << 4, /* ends in ى as written */
    ISN_TF_TANWIN = 1 << 5,  /* tanwin fath on the end: عنصراً */
    ISN_TF_HAMZA_UNDER = 1 << 6, /* first letter إ */
    ISN_TF_JOINED = 1 << 7   /* a hash sign, underscore or tatweel joined it to its neighbour: the
                                words of #قوات_سورية, and the ب of بـ"داعش"; both the token that
                                ends in tatweel and the one glued to it are flagged */
};

typedef struct isn_token {
    uint32_t start, end; /* bytes in the input; edge marks (harakat) included, tatweel at the end too */
    uint32_t fold;       /* its folded bytes: isn_text.fold + fold, fold_len of them */
    uint16_t fold_len;   /* PUNCT: 0 */
    uint8_t kind, flags;
    uint32_t cp;         /* PUNCT: the code point, quotation marks as written; else 0 */
    uint64_t hash;       /* isn_hash of the folded bytes with seed 0; PUNCT: 0 */
} isn_token;

typedef struct isn_sentence {
    uint32_t first, last; /* tokens [first, last) */
    uint32_t block;
    bool starts_block;
} isn_sentence;

/* A quotation. Tokens [first, last) are what stands between the marks. */
typedef struct isn_quote {
    uint32_t first, last;
    uint32_t start, end; /* bytes between the marks, without the blanks at their edges */
    uint32_t outer;      /* index of the enclosing quotation, or UINT32_MAX */
    bool closed;         /* false: ends with its block, or with the one around it */
} isn_quote;

typedef struct isn_text {
    const isn_article *article;
    uint8_t *fold;
    isn_token *tokens;
    uint32_t ntokens;
    uint32_t *block_token; /* first token at or after each block's start, and ntokens at the end */
    uint32_t *signs;       /* the tokens that are PUNCT, in order */
    uint32_t nsigns;
    isn_sentence *sentences; /* cover all tokens in order; none crosses a block or has more than 4096 */
    uint32_t nsentences;
    isn_quote *quotes; /* in order of `first` */
    uint32_t nquotes;
} isn_text;

void isn_text_scan(isn_text *out, isn_arena *arena, const isn_article *article);

/* Folds UTF-8 as the scanner does: letters and digits only, words separated by one space. Returns the
 * length; `out` has room for `len` bytes at least (folding never lengthens). Numbers keep their
 * separators and links their signs. Where the last byte would not do (ﷲ alone is three bytes and four
 * letters; 5G would be two words) letters are cut or words left together. */
size_t isn_fold(uint8_t *out, const char *ptr, size_t len);

/* Behind the last folded letter of the token, which is [-1]. */
static inline const uint8_t *isn_token_end(const isn_text *text, const isn_token *token) {
    return text->fold + token->fold + token->fold_len;
}

/* Byte offset of the token's part after `letters` folded letters: where the word begins when its
 * clitics are cut off. لل counts as written. */
uint32_t isn_token_skip(const isn_text *text, const isn_token *token, unsigned letters);

#endif
