/* page_brief.h: a web page as its parser is given it. Words that no parser has to look at, letters beyond ASCII and the
 * blanks between them in text, are one sign there: libxml2 would decode, check and copy each of them. What else it
 * trips over is replaced. A table leads back to the page. */
#ifndef ISN_ARTICLE_PAGE_BRIEF_H
#define ISN_ARTICLE_PAGE_BRIEF_H

#include "base/base.h"

typedef struct isn_brief_cut {
    uint32_t at;   /* of the sign, in the brief */
    uint32_t gone; /* bytes of the page that are not in the brief up to and with what it stands for */
} isn_brief_cut;

typedef struct isn_brief {
    char *ptr;
    uint32_t len;
    ISN_VEC(isn_brief_cut) cuts;
    uint32_t near; /* cut that was looked up last */
} isn_brief;

/* The page in UTF-8 without control characters and malformed sequences, each byte in its place: the page itself, where it
 * has none. */
const char *isn_page_clean(isn_arena *arena, isn_str page);
void isn_brief_make(isn_brief *out, isn_arena *arena, isn_str page);
/* A place in the brief → in the page: where it begins, for what begins there; behind it, for what ends there. */
uint32_t isn_brief_place(isn_brief *brief, uint32_t at);

#endif
