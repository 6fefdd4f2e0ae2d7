/* tsv.h: reads the TSV files of a language folder into rows of cells, and collects what is wrong with
 * them. Right of it: packer.c. The format is told in lang/ar/README.md. */
#ifndef ISN_TSV_H
#define ISN_TSV_H

#include "lexicon/lexicon.h"

typedef struct isn_tsv_cell {
    isn_str text;    /* without surrounding blanks; {NULL, 0} for "-" */
    uint32_t column; /* 1-based byte of the line where it begins */
} isn_tsv_cell;

typedef struct isn_tsv_row {
    uint32_t line;
    isn_tsv_cell *cells; /* in the order of the schema */
} isn_tsv_row;

typedef struct isn_tsv {
    isn_str bytes; /* the file; {NULL, 0} when there is none */
    unsigned columns;
    ISN_VEC(isn_tsv_row) rows;
} isn_tsv;

/* Faults as lines "path:line:column: reason". */
typedef struct isn_faults {
    const char *dir, *layer; /* `layer`: of lines with ISN_LINE_LAYER */
    isn_buf text;
    unsigned n;
} isn_faults;

void isn_fault(isn_faults *faults, isn_table table, uint32_t line, uint32_t column,
               const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Parses `out->bytes`. Rows with a wrong number of cells are reported and left out. `mark`: 0, or ISN_LINE_LAYER for a file
 * of the user's folder. */
void isn_tsv_parse(isn_tsv *out, isn_arena *arena, isn_faults *faults, isn_table table,
                   uint32_t mark);

/* The next alternative of a cell, from `*at` to the next |, without blanks around it. False at the end. */
bool isn_tsv_alternative(isn_str *out, size_t *at, isn_str cell, char separator);

#endif
