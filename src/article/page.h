/* page.h: what the files that read a web page share.
 *
 *     page_parse.c  bytes → elements and pieces of text (libxml2's events; no tree of its own is kept)
 *     page_meta.c   <meta>, JSON-LD, <time>, address: what the page says of itself
 *     page_main.c   which pieces are the article
 *     page_told.c  the article out of JSON-LD, where the page's own text lacks it
 *     page_byline.c  who wrote it, as a line on the page says
 *     page_entries.c  which stories a page holds, where it holds several
 *     page_build.c  → isn_article: text, blocks with roles, the map back to the bytes
 */
#ifndef ISN_ARTICLE_PAGE_H
#define ISN_ARTICLE_PAGE_H

#include "article/article.h"

typedef enum isn_tag { /* what the reader knows of elements; names stand in page_parse.c */
    ISN_TAG_INLINE,
    ISN_TAG_BLOCK,
    ISN_TAG_BREAK,
    ISN_TAG_SKIP, /* nothing in it is text of the page */
    ISN_TAG_A,
    ISN_TAG_P,
    ISN_TAG_H1,
    ISN_TAG_HEADING,
    ISN_TAG_LI,
    ISN_TAG_LIST,
    ISN_TAG_QUOTE,
    ISN_TAG_CAPTION,
    ISN_TAG_FIGURE,
    ISN_TAG_ARTICLE,
    ISN_TAG_MAIN,
    ISN_TAG_SECTION,
    ISN_TAG_NAV, /* nav, aside, footer, form, dialog, menu: seldom the article's */
    ISN_TAG_HEADER,
    ISN_TAG_TABLE,
    ISN_TAG_CELL,
    ISN_TAG_TIME,
    ISN_TAG_ADDRESS,
    ISN_TAG_TITLE,
    ISN_TAG_BODY,
    ISN_TAG_SCRIPT,
    ISN_TAG_META,
    ISN_TAG_LINK,
    ISN_TAG_HTML
} isn_tag;

enum { /* isn_node.hints: told by class, id, role, itemprop */
    ISN_HINT_AWAY = 1 << 0,     /* menus, shares, comments, related, cookies, newsletters */
    ISN_HINT_MAYBE_AWAY = 1 << 1, /* header, widget, tags: weak words */
    ISN_HINT_BODY = 1 << 2,     /* entry-content, article-body */
    ISN_HINT_ARTICLE = 1 << 3,
    ISN_HINT_HIDDEN = 1 << 4,
    ISN_HINT_CAPTION = 1 << 5,
    ISN_HINT_CREDIT = 1 << 6,
    ISN_HINT_BYLINE = 1 << 7,
    ISN_HINT_DATE = 1 << 8,
    ISN_HINT_LEAD = 1 << 9,     /* summary, standfirst */
    ISN_HINT_TITLE = 1 << 10,
    ISN_HINT_SECTION = 1 << 11,
    ISN_HINT_PROP_BODY = 1 << 12, /* itemprop=articleBody */
    ISN_HINT_WALL = 1 << 13,    /* paywall */
    ISN_HINT_UPDATED = 1 << 14,
    ISN_HINT_NEVER = 1 << 15,   /* comments, related stories: not the article however much it is */
    ISN_HINT_LIVE = 1 << 16,    /* liveblog */
    ISN_HINT_AUTHOR = 1 << 17   /* a byline that names who wrote it, no agency */
};

#define ISN_NO_NODE UINT32_MAX

typedef struct isn_node {
    uint32_t parent;
    uint32_t first, last; /* segments [first, last) that begin in it */
    uint32_t depth;
    uint32_t hints;
    uint32_t tag_start, tag_end; /* bytes of its start tag; equal where the parser supplied it */
    uint32_t chars, links; /* letters and digits of all text in it, and those in links */
    uint32_t prose;        /* of paragraph-like segments */
    uint32_t nprose, nlinks; /* segments that are prose; that are links */
    float score;
    uint8_t tag;
    bool away;             /* left out with all that is in it */
    bool core;             /* holds a headline, or an element that is called the article */
} isn_node;

typedef struct isn_piece_of_page { /* text between two tags or entities */
    const char *ptr;
    uint32_t len;
    uint32_t start, end; /* bytes of the page */
    uint32_t node;
} isn_page_piece;

typedef struct isn_segment { /* text between two breaks: a paragraph, a list item, a menu entry */
    uint32_t first, last; /* pieces */
    uint32_t node;        /* the block it stands in */
    uint32_t chars, links;
    uint16_t stops;       /* full stops, commas */
    uint16_t nlinks;
    bool gap;             /* a block boundary, not a mere <br>, stands before it */
    bool keep, prose;
    uint8_t role;         /* isn_role */
    bool fixed;           /* role is told by the page */
} isn_segment;

typedef struct isn_told_date { /* a date as the page writes it */
    int32_t day;
    isn_str text;
    uint32_t start, end; /* bytes of the page, 0 0 when it has none of its own (an address) */
    uint8_t from;        /* isn_from */
    bool updated;
    bool away;           /* of a clock, a list of other stories */
    uint32_t node;       /* of TIME: where it stands */
} isn_told_date;

typedef struct isn_page_entry { /* one story of a page that holds several */
    uint32_t first, last; /* segments */
    uint32_t node;        /* the element that it is, or NO_NODE: it is cut out by lines */
    uint32_t title;       /* segment of its headline, or UINT32_MAX */
    uint32_t date;        /* index of the date told of it, or UINT32_MAX */
    isn_span clock;       /* bytes of the time of day that it begins with; empty: none */
    isn_str id;           /* of its element, for an address of its own; {NULL, 0}: none */
} isn_page_entry;

typedef struct isn_page_update { /* liveBlogUpdate of JSON-LD */
    isn_str title, url; /* each may be {NULL, 0} */
    uint32_t date;      /* index of its date, or UINT32_MAX */
} isn_page_update;

struct isn_page {
    isn_arena *arena;
    isn_str bytes; /* UTF-8 */
    ISN_VEC(isn_node) nodes;
    ISN_VEC(isn_page_piece) pieces;
    ISN_VEC(isn_segment) segments;
    ISN_VEC(isn_told_date) dates;
    /* what the page says of itself; each may be {NULL, 0} */
    isn_str og_title, head_title, ld_title, meta_title, canonical, site, author, section, ld_body;
    uint32_t ld_start, ld_end;         /* of articleBody, bytes between its quotes; equal: not known */
    uint32_t title_start, title_end;   /* of <title>, bytes */
    uint32_t og_start, og_end;         /* of og:title's value */
    bool walled, free_told;            /* isAccessibleForFree */
    uint32_t title;                    /* segment of the headline, or UINT32_MAX */
    uint32_t body_chars;               /* of what was kept as body */
    bool cut;                          /* nested too deep: what follows was not read */
    const char *why;                   /* of cut */
    bool live;                         /* it calls itself a live page */
    uint32_t root;                     /* the element of the body, or NO_NODE */
    ISN_VEC(isn_page_entry) entries;   /* none: it is one article */
    ISN_VEC(isn_page_update) updates;
    const isn_page_facts *facts;       /* of the page as a whole, once the first story has been made */
    bool has_head;                     /* what stands before the first entry is a story too */
};

/* page_parse.c. False when libxml2 has no memory. */
void isn_page_parse(isn_page *page);
bool isn_page_within(const isn_page *page, uint32_t node, uint32_t ancestor);
/* The value of an attribute in the tag at bytes [start, end), where it stands in the page. */
bool isn_page_attribute(const isn_page *page, uint32_t start, uint32_t end, const char *name,
                        uint32_t *from, uint32_t *to);

/* page_meta.c */
void isn_page_meta(isn_page *page, isn_str name, isn_str content, uint32_t start, uint32_t end);
void isn_page_time(isn_page *page, isn_str value, uint32_t node, uint32_t start, uint32_t end);
void isn_page_json(isn_page *page, isn_str script, uint32_t start);
void isn_page_link(isn_page *page, isn_str rel, isn_str href);
void isn_page_address(isn_page *page, isn_str url);
/* The dates weighed: index of the one to believe, or UINT32_MAX. */
uint32_t isn_page_published(const isn_page *page);
uint32_t isn_page_updated(const isn_page *page);
/* "2021-09-10T14:30:00+03:00", "Fri, 10 Sep 2021 14:30 GMT", "10/09/2021", seconds since 1970: the day, or
 * ISN_NO_DAY; into `time` the same as YYYY-MM-DDTHH:MM:SS and zone, "" where no hour is told. */
int32_t isn_page_day(isn_str text, char time[32]);

/* The minute since 1970 that it tells with its zone (in minutes); false where either is not told. */
bool isn_page_instant(isn_str text, int64_t *minute, int *zone);

/* page_main.c: sets isn_segment.keep, role and fixed, and `away` of dates. */
void isn_page_choose(isn_page *page);
/* The same for one of its entries alone, within its segments; the headline of the page is then its own. */
void isn_page_choose_entry(isn_page *page, const isn_page_entry *entry);
/* Puts JSON-LD's articleBody in the place of a body that is hardly there, after isn_page_choose. (page_told.c) */
bool isn_page_tell_body(isn_page *page);
/* Sets `author` from a line by the headline or the body, where nothing told it before. (page_byline.c) */
void isn_page_byline(isn_page *page);
/* Sets `entries`, after isn_page_choose. (page_entries.c) */
void isn_page_tell_apart(isn_page *page);
/* The segment that is the headline, or UINT32_MAX. `root_first`, `root_last`: segments of the article.
 * (page_title.c) */
uint32_t isn_page_headline(isn_page *page, uint32_t root_first, uint32_t root_last);
/* The same where no title of the page says what is on it: the line above the text that shares its words. */
uint32_t isn_page_headline_untold(isn_page *page, uint32_t root_first, uint32_t root_last);
/* Words of a segment with single blanks between them. */
isn_str isn_page_words(isn_page *page, uint32_t segment);

#endif
