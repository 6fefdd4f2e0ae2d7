/* names.c: the contract's words for codes that are no vocabulary of the lexicon. */
#include "claim/record.h"

const char *const isn_names_modality[] = {"actual", "future", "hypothetical", "historical", NULL};
const char *const isn_names_quoted[] = {"none", "indirect", "direct"};
const char *const isn_names_role[] = {"body",    "title",  "dateline", "byline",
                                      "caption", "credit", "lede",     "boilerplate"};
const char *const isn_names_basis[] = {"point", "centroid", "capital"};
const char *const isn_names_from[] = {"none",      "dateline",    "metadata",  "option", "json-ld",
                                      "opengraph", "dublin-core", "microdata", "meta",   "time",
                                      "url",       "updated",     "feed"};
