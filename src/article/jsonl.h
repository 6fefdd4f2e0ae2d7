/* jsonl.h: one line of JSONL → an input. What isnad.h declares is implemented in jsonl.c; here stands
 * what its tests need besides. */
#ifndef ISN_ARTICLE_JSONL_H
#define ISN_ARTICLE_JSONL_H

#include "base/base.h"

/* The same as isn_record_line_parse, by json-c alone: the reference that the direct reader must
 * agree with. */
isn_status isn_record_line_parse_slow(isn_record_line **out, isn_input *input, isn_str line,
                                      isn_error *error);

#endif
