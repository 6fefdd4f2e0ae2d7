/* lexicon.h: what lexicon.c and lexicon_check.c share. */
#ifndef ISN_API_LEXICON_H
#define ISN_API_LEXICON_H

#include "api/api.h"

/* The cells of a row as its file has them, between tabs. */
void isn_lexicon_cells(isn_buf *out, const isn_lex *lex, isn_table t, uint32_t row);
/* "actors.tsv:12", with the folder before it when it is the user's. */
void isn_lexicon_where(isn_buf *out, const isn_lex *lex, isn_table t, uint32_t row);
/* A line for each row that compiles and yet looks wrong. */
isn_status isn_lexicon_check(isn_buf *out, const isn_pack *pack, isn_error *error);

#endif
