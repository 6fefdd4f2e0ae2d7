/* inflect.h: principal parts of an Arabic word → all its forms, folded. Left of it: compile/packer.c with the
 * cells of lang/ar. Right of it: the words of the pack. The mini-language is told in lang/ar/README.md. */
#ifndef ISN_INFLECT_H
#define ISN_INFLECT_H

#include "lexicon/lexicon.h"

#define ISN_FORM_LETTERS 56
#define ISN_FORMS_MAX 1024

typedef struct isn_form {
    uint8_t fold[ISN_FORM_LETTERS];
    uint8_t len;
    uint16_t form; /* ISN_FORM_* */
} isn_form;

typedef struct isn_forms {
    unsigned n;
    isn_form ptr[ISN_FORMS_MAX];
} isn_forms;

/* Adds the forms of one alternative of a FORMS column, without its tail (" ~ …"), to `out`, which it
 * clears. `pos`: ISN_POS_*, not NAME. Returns NULL, or why the text is malformed; `*where` is then the
 * byte of the fault. */
const char *isn_inflect(isn_forms *out, unsigned pos, isn_str text, size_t *where);

/* Do forms of this kind take the article? Verbs do not, nor what stands in the construct state. */
bool isn_form_articled(unsigned form);
/* A form of a noun, an adjective, a participle or a masdar. */
bool isn_form_nominal(unsigned form);

#endif
