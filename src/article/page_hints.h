/* page_hints.h: what the names that an author of pages gave to an element say of it. */
#ifndef ISN_ARTICLE_PAGE_HINTS_H
#define ISN_ARTICLE_PAGE_HINTS_H

#include <stdint.h>

/* ISN_HINT_* of an element by its class, id, role, itemprop, rel and style. `attributes`: name, value,
 * name, value, …, NULL; may be NULL. */
uint32_t isn_page_hints(const char **attributes);

#endif
