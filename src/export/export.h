/* export.h: a record in the formats that leave the program. Left of it: claim/ with isn_record.
 * Right of it: api/, which hands the bytes out, and store/, which keeps the JSON beside its rows.
 *
 * All three append to a buffer and never fail but by memory (`out->failed`).
 */
#ifndef ISN_EXPORT_H
#define ISN_EXPORT_H

#include "claim/record.h"

#define ISN_RECORD_FORMAT 1 /* `format` of docs/record.md */
#define ISN_ALL_CLAIMS UINT32_MAX

/* One line of JSON without its line end, as docs/record.md says. */
void isn_export_json(isn_buf *out, const isn_record *record);

/* For a reader at a terminal, in the language of the pack (interface.tsv). `color`: ANSI. */
void isn_export_text(isn_buf *out, const isn_record *record, bool color);

/* Why: the rules, rows and words behind each value of one claim, or of ISN_ALL_CLAIMS, and what was considered and
 * rejected beside it. In English, or in the language of the pack. */
void isn_export_explain(isn_buf *out, const isn_record *record, uint32_t claim, bool own_language);

/* Unicode's left-to-right isolate, for what Arabic letters around it would turn round, and the end of an isolate. */
#define ISN_LRI "\xe2\x81\xa6"
#define ISN_PDI "\xe2\x81\xa9"

/* The pack's words for "group.name"; false where it has none. */
bool isn_export_label(isn_str *out, const isn_lex *lex, const char *group, const char *name);

/* Why two claims cannot both hold (the `note` of a contradiction: a rule, or two days or figures with "against" between
 * them), in the words of the pack; as it is in the record where `lex` is NULL. */
void isn_export_dispute(isn_buf *out, const isn_lex *lex, isn_str note);

/* What a rule is called in `rules`: "triggers/qatala", "people/65" (the row's key, else its line), or the
 * rule's own name where no row stands behind it. */
void isn_export_rule(isn_buf *out, const isn_record *record, const isn_rec_rule *rule);
/* Has an earlier rule of the claim the same name? */
bool isn_export_rule_again(const isn_claim *claim, uint32_t index);

/* A decimal that is stored times 10^`digits`, without trailing zeros: 351000, 4 → 35.1 */
void isn_export_decimal(isn_buf *out, int64_t value, unsigned digits);

#endif
