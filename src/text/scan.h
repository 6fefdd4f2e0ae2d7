/* scan.h: the state of the scanner, shared by scan.c (words, numbers, signs) and link.c. */
#ifndef ISN_TEXT_SCAN_H
#define ISN_TEXT_SCAN_H

#include "text/fold.h"

typedef struct isn_scanner {
    const uint8_t *base;     /* byte 0 of the input */
    const uint8_t *p, *end;  /* the block's rest */
    const uint8_t *readable; /* the end of the input: bytes behind the block may be read, and not taken */
    const uint8_t *word_end; /* where the last word ended */
    const uint8_t *no_link;  /* no link begins before this byte: it has been looked at */
    uint8_t *fold_base, *fold, *fold_end;
    unsigned flags;          /* of the next token */
} isn_scanner;

/* Begins a block at bytes [start, end). */
void isn_scanner_block(isn_scanner *s, uint32_t start, uint32_t end);
/* The next token of the block; false at its end. */
bool isn_scanner_next(isn_scanner *s, isn_token *t);

/* Fills what is common to all tokens but signs: bytes up to `end`, folded bytes up to `fold`. */
void isn_token_finish(isn_scanner *s, isn_token *t, unsigned kind, const uint8_t *end, uint8_t *fold);
/* Takes a link at s->p, if one begins there. */
bool isn_link_scan(isn_scanner *s, isn_token *t);

#endif
