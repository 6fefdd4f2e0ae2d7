/* packer.h: the TSV files of a language folder → the bytes of a compiled pack (docs/pack-format.md). */
#ifndef ISN_PACKER_H
#define ISN_PACKER_H

#include "base/base.h"
#include "lexicon/lexicon.h"

typedef struct isn_pack_facts {
    uint32_t rows[ISN_TABLES];
    uint32_t names[ISN_TABLES]; /* distinct forms and phrases that stand for a row */
    uint32_t words, symbols, nodes, edges, senses, split, stems;
} isn_pack_facts;

/* Compiles the files of `dir`; a file that is not there is an empty table. `out`, initialised by the
 * caller, takes the pack. `stems`: a spelling dictionary, as in stems.h, or NULL. ISN_EFORMAT with `*nfaults` > 0: `faults` has a line for each fault, and
 * `out` is empty. `facts` may be NULL. */
isn_status isn_pack_build(isn_buf *out, isn_buf *faults, unsigned *nfaults, isn_pack_facts *facts,
                          const char *dir, const char *stems, isn_error *error);

/* The same with the rows of the folder `layer` over those of `dir`: a row whose key stands in `dir` takes its place, others
 * are added; their faults name `layer`. The stem list is that of `base`, the pack of `dir` alone, and the source hash is
 * made of the hash of `base` and the files of `layer`, so that isn_pack_layer_hash foretells it. */
isn_status isn_pack_build_over(isn_buf *out, isn_buf *faults, unsigned *nfaults,
                               isn_pack_facts *facts, const char *dir, const char *layer,
                               const isn_lex *base, isn_error *error);
isn_status isn_pack_layer_hash(char hex[65], const char *layer, const isn_lex *base,
                               isn_error *error);

#endif
