/* article.h: bytes → an article: blocks with byte spans. Left of it: the caller's bytes. Right of
 * it: text/ cuts blocks into tokens; match/parts.c gives each block its role, because roles are
 * told by words, and words are the lexicon's. */
#ifndef ISN_ARTICLE_H
#define ISN_ARTICLE_H

#include "article/map.h"
#include "base/base.h"

/* What the day of publication was taken from; the order is that of the names in src/claim/names.c. */
typedef enum isn_from {
    ISN_FROM_NONE,
    ISN_FROM_DATELINE, /* words of the text */
    ISN_FROM_METADATA, /* given beside the input */
    ISN_FROM_OPTION,
    ISN_FROM_JSON_LD, /* from here on: told by the page */
    ISN_FROM_OPENGRAPH,
    ISN_FROM_DUBLIN_CORE,
    ISN_FROM_MICRODATA,
    ISN_FROM_META,
    ISN_FROM_TIME,
    ISN_FROM_URL,
    ISN_FROM_UPDATED, /* no date of publication at all, but one of an update */
    ISN_FROM_FEED
} isn_from;

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
    bool fixed;      /* the page told the role; words do not change it */
    const char *language; /* of a paragraph in another language than the article; it is not read. NULL: none */
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
    /* Of input that is no UTF-8 text as it stands. `bytes` is then a text that was read out of it. */
    isn_str given;         /* the input */
    const isn_map *map;    /* from `bytes` down to `given`; NULL: they are the same */
    const isn_map *recoded; /* from `utf8` to `given`; NULL: the same */
    isn_str utf8;          /* a page in UTF-8: what spans show; {NULL, 0}: no page */
    const struct isn_page_facts *page; /* NULL: no web page */
    const char *encoding, *encoding_from, *mended; /* NULL: UTF-8 as it stands */
} isn_article;

/* What a page says of itself and is handed on; each may be {NULL, 0}. */
typedef struct isn_page_facts {
    isn_str author, section;
    isn_str published_text, published_time, updated_text, updated_time;
    isn_span published_at, updated_at; /* bytes of `given`; empty when they stand nowhere in it */
    int32_t published, updated;        /* days, or ISN_NO_DAY */
    uint8_t published_from, updated_from;
    const char *state;                 /* "article", "paywalled", "empty" */
    /* of one story among several on the page */
    uint32_t entry, entries;           /* which, from 1, of how many; 0: the page is one article */
    isn_span entry_at;                 /* its bytes in `given` */
    isn_str entry_time;                /* the time of day told, "14:05"; {NULL, 0}: none, or told with its day */
    isn_span entry_time_at;
    bool own_date;                     /* `published` is told of this story */
    const char *cut;                   /* why the page was not read to its end, or NULL */
} isn_page_facts;

/* Blocks of plain text. `article->bytes` and `len` are set by the caller. Lines end at \n, \r\n, \r,
 * U+2028 and U+2029; a NUL byte ends a block like a line end. */
void isn_article_blocks(isn_article *article, isn_arena *arena);

/* Reads a web page: `utf8` and `recoded` are set. `apart`: where it holds several stories, they are told apart. */
typedef struct isn_page isn_page;
isn_page *isn_article_page_open(const isn_article *article, isn_arena *arena, bool apart);
/* How many stories there are; 1 at least. */
uint32_t isn_article_page_stories(const isn_page *page);
/* Where the page itself does not tell its day: words at its head, before its entries, do. */
void isn_article_page_dated(isn_page *page, int32_t day);
/* Makes the article of one of them, from 0: sets `bytes`, `len`, `map`, `blocks` and `page`, and url and outlet where they
 * were not given. In their order, each once. */
void isn_article_page_story(isn_article *article, isn_arena *arena, isn_page *page, uint32_t story);
/* The page as one article. */
void isn_article_page(isn_article *article, isn_arena *arena);

/* Bytes [*start, *end) of the text → of the input as it was given. */
static inline void isn_article_place(const isn_article *article, uint32_t *start, uint32_t *end) {
    if (article->map != NULL)
        isn_map_span(article->map, start, end);
}
/* What stands in the input there, in UTF-8: tags and entities included. */
isn_str isn_article_shown(const isn_article *article, uint32_t start, uint32_t end);

#endif
