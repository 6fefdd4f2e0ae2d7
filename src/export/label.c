/* label.c: what the program itself says, in the language of its readers: interface.tsv of the pack. Used by the
 * files of export/ that make pages. */
#include <string.h>

#include "export/export.h"

bool isn_export_label(isn_str *out, const isn_lex *lex, const char *group, const char *name) {
    char key[64];
    size_t head = strlen(group);
    size_t tail = strlen(name);
    *out = (isn_str){NULL, 0};
    if (lex == NULL || head + tail + 1 >= sizeof key) {
        return false;
    }
    memcpy(key, group, head);
    key[head] = '.';
    memcpy(key + head + 1, name, tail);
    uint32_t row = isn_lex_find(lex, ISN_T_LABEL, isn_str_of(key, head + 1 + tail));
    if (row != ISN_NO_ROW) {
        *out = isn_lex_str(lex, ISN_T_LABEL, row, ISN_LABEL_TEXT);
    }
    return out->ptr != NULL;
}
