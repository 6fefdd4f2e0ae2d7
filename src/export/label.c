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

void isn_export_dispute(isn_buf *out, const isn_lex *lex, isn_str note) {
    static const char against[] = " against ";
    const size_t n = sizeof against - 1;
    char rule[64];
    isn_str own;
    for (size_t i = 0; i + n <= note.len; i++)
        if (!memcmp(note.ptr + i, against, n) && isn_export_label(&own, lex, "why", "against")) {
            isn_buf_puts(out, ISN_LRI); /* a day behind Arabic letters would be turned round */
            isn_buf_put(out, note.ptr, i);
            isn_buf_puts(out, ISN_PDI " ");
            isn_buf_put(out, own.ptr, own.len);
            isn_buf_puts(out, " " ISN_LRI);
            isn_buf_put(out, note.ptr + i + n, note.len - i - n);
            isn_buf_puts(out, ISN_PDI);
            return;
        }
    if (note.len < sizeof rule) {
        memcpy(rule, note.ptr, note.len);
        rule[note.len] = '\0';
        if (isn_export_label(&own, lex, "why", rule))
            note = own;
    }
    isn_buf_put(out, note.ptr, note.len);
}
