/* article.h: bytes → an article: blocks with byte spans. Left of it: the caller's bytes. Right of
 * it: text/ cuts blocks into tokens; match/parts.c gives each block its role, because roles are
 * told by words, and words are the lexicon's. */
#ifndef ISN_ARTICLE_H
#define ISN_ARTICLE_H

#include "base/base.h"

/* The order is that of the contract's names in src/claim/names.c. */
typedef enum isn_role {
    ISN_ROLE_BODY,
    ISN_ROLE_TITLE,
    ISN_ROLE_DATELINE,
    ISN_ROLE_BYLINE,
    ISN_ROLE_CAPTION,
    ISN_ROLE_CREDIT,
    ISN_ROLE_LEDE,
    ISN_ROLE_BOILERPLATE
} isn_role;

/* A block: one line of the text without its surrounding white space and ignorable marks (plain-text
 * articles have one paragraph a line). Empty lines give no block. */
typedef struct isn_block {
    uint32_t start, end;
    bool gap_before; /* at least one empty line stands before it */
    uint8_t role;    /* isn_role; BODY until match/parts.c has looked */
    bool repeated;   /* the same folded text as an earlier block: a headline told twice */
} isn_block;

typedef struct isn_article {
    const char *bytes; /* the input; borrowed */
    uint32_t len;
    isn_block *blocks;
    uint32_t nblocks;
    uint64_t bad_utf8; /* offset of the first malformed sequence; UINT64_MAX when none */
    /* metadata as given, each may be {NULL, 0} */
    isn_str source, url, published, outlet;
    bool published_is_option;
} isn_article;

/* Blocks of plain text. `article->bytes` and `len` are set by the caller. Lines end at \n, \r\n, \r,
 * U+2028 and U+2029; a NUL byte ends a block like a line end. */
void isn_article_blocks(isn_article *article, isn_arena *arena);

#endif
