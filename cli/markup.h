/* markup.h: finding tags in XML that need not be well-formed around them; feeds and lists of feeds seldom are. */
#ifndef CLI_MARKUP_H
#define CLI_MARKUP_H

#include "cli.h"

/* What is left of `in` from `at` on. */
isn_str cli_markup_from(isn_str in, const char *at);
/* Behind a CDATA section or comment that begins here; NULL where none does; the end where it is not closed. */
const char *cli_markup_behind_raw(isn_str in);
/* The next start or end tag of this name outside raw sections: "<" of it, or NULL. */
const char *cli_markup_tag(isn_str in, const char *name, bool closing);
/* The tag that begins here, without its ">"; quoted signs do not end it. */
isn_str cli_markup_whole_tag(isn_str in);
/* The value of an attribute in a tag. */
bool cli_markup_attribute(isn_str tag, const char *name, isn_str *value);
/* Appends the text with the escapes of ASCII signs undone, once. */
void cli_markup_unescape(cli_text *out, isn_str in);

#endif
