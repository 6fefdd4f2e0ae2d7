/* explain.c: why a record says what it says: for each value of a claim the rule, the row of the
 * language pack (file:line), the words it stands on, and what the frame made of its slots; and which words were
 * considered and rejected. In English, with data in its own language, or in the language of the pack
 * (interface.tsv). Reads what claim/ left in isn_rec_rule and isn_rec_rejected; decides nothing.
 */
#include <string.h>

#include "export/export.h"

typedef struct why {
    isn_buf *out;
    const isn_record *record;
    const isn_lex *lex;
    bool own; /* in the language of the pack */
} why;

/* The program's own words: `text` is the English, and the name of its row in interface.tsv. */
static void say(why *w, const char *group, const char *text) {
    isn_str own;
    if (w->own && isn_export_label(&own, w->lex, group, text)) {
        isn_buf_put(w->out, own.ptr, own.len);
    } else {
        isn_buf_puts(w->out, text);
    }
}

/* A field of docs/record.md. */
static void field_name(why *w, const char *field) {
    isn_str own;
    say(w, w->own && isn_export_label(&own, w->lex, "explain", field) ? "explain" : "field", field);
}

/* A name of docs/record.md; in another language with the name itself behind it. */
static void name(why *w, const char *group, const char *text) {
    isn_str own;
    say(w, group, text);
    if (w->own && isn_export_label(&own, w->lex, group, text)) {
        isn_buf_printf(w->out, " " ISN_LRI "[%s]" ISN_PDI, text);
    }
}

static void put(why *w, isn_str s) {
    isn_buf_put(w->out, s.ptr, s.ptr == NULL ? 0 : s.len);
}

/* Bytes of the input on one line, cut at 160 bytes with an ellipsis. */
static void words(why *w, const char *ptr, size_t len) {
    size_t cut = len;
    if (cut > 160) {
        for (cut = 160; cut > 0 && ((unsigned char)ptr[cut] & 0xc0) == 0x80; cut--) {
        }
    }
    isn_buf_putc(w->out, '"');
    for (size_t i = 0; i < cut; i++) {
        unsigned char c = (unsigned char)ptr[i];
        isn_buf_putc(w->out, c < 0x20 || c == 0x7f ? ' ' : (char)c);
    }
    isn_buf_puts(w->out, cut < len ? "\xe2\x80\xa6\"" : "\"");
}

static void span(why *w, uint32_t start, uint32_t end) {
    const isn_article *article = w->record->article;
    if (start >= end || end > article->len) {
        return;
    }
    words(w, article->bytes + start, end - start);
    isn_article_place(article, &start, &end);
    isn_buf_printf(w->out, w->own ? " " ISN_LRI "[%u, %u)" ISN_PDI : " [%u, %u)", start, end);
}

static void mark(why *w, const isn_mark *m) {
    if (m->start < m->end) {
        span(w, m->start, m->end);
    } else {
        say(w, "explain", "(not in the text)");
    }
}

static void figure(why *w, int64_t value) {
    if (value == ISN_NO_COUNT) {
        isn_buf_puts(w->out, "null");
    } else {
        isn_buf_printf(w->out, "%lld", (long long)value);
    }
}

static void day(why *w, int32_t value) {
    char text[11];
    if (value == ISN_NO_DAY) {
        say(w, "explain", "unknown");
        return;
    }
    isn_day_text(text, value);
    isn_buf_puts(w->out, text);
}

static void comma(why *w) {
    isn_str own;
    if (w->own && isn_export_label(&own, w->lex, "mark", "and")) {
        isn_buf_put(w->out, own.ptr, own.len);
        isn_buf_putc(w->out, ' ');
    } else {
        isn_buf_puts(w->out, ", ");
    }
}

/* "    places: " */
static void heading(why *w, const char *field) {
    isn_buf_puts(w->out, "    ");
    field_name(w, field);
    isn_buf_puts(w->out, ": ");
}

/* What a rule is called: a reason or a rule of the codebook by its words, all else as it is. */
static void rule_name(why *w, isn_str rule) {
    char text[64];
    if (rule.len >= sizeof text) {
        put(w, rule);
        return;
    }
    if (rule.len > 0)
        memcpy(text, rule.ptr, rule.len);
    text[rule.len] = '\0';
    say(w, "why", text);
}

static void bound(why *w, const char *which, int64_t value) {
    say(w, "explain", which);
    isn_buf_putc(w->out, ' ');
    figure(w, value);
}

/* ---- lexicon rows --------------------------------------------------------------------------- */

/* "subject: actor, object: victim, …": what a frame makes of each slot that it fills. */
static void frame_slots(why *w, uint32_t row) {
    const isn_table_schema *schema = &isn_schema[ISN_T_FRAME];
    bool first = true;
    for (unsigned c = ISN_FRAME_SUBJECT; schema->columns[c].name != NULL; c++) {
        int32_t slot = isn_lex_int(w->lex, ISN_T_FRAME, row, c);
        if (slot > ISN_SLOT_NONE) {
            isn_buf_printf(w->out, "%s%s: %s", first ? "" : ", ", schema->columns[c].name,
                           isn_vocab_slot[slot]);
            first = false;
        }
    }
}

/* " (actors.tsv:12)", with the folder where it is the user's. */
static void where(why *w, isn_table table, uint32_t row, const char *file, uint32_t line) {
    const char *layer = isn_lex_layer(w->lex, table, row);
    isn_buf_printf(w->out, " (%s%s%s:%u)", layer != NULL ? layer : "", layer != NULL ? "/" : "",
                   file, line);
}

static void frame_line(why *w, uint32_t row) {
    uint32_t line = 0;
    const char *file = isn_lex_file(w->lex, ISN_T_FRAME, row, &line);
    isn_buf_puts(w->out, "\n        ");
    say(w, "explain", "frame");
    isn_buf_putc(w->out, ' ');
    put(w, isn_lex_str(w->lex, ISN_T_FRAME, row, ISN_FRAME_ID));
    where(w, ISN_T_FRAME, row, file, line);
    isn_buf_puts(w->out, ": ");
    frame_slots(w, row);
}

/* Cells of a row that hold a name of a vocabulary: "event ASSAULT, mode aerial". */
static void row_cells(why *w, isn_table table, uint32_t row) {
    const isn_table_schema *schema = &isn_schema[table];
    const char *before = ": ";
    for (unsigned c = 0; c < ISN_MAX_COLUMNS && schema->columns[c].name != NULL; c++) {
        const isn_column *column = &schema->columns[c];
        if (column->type != ISN_COL_ENUM) {
            continue;
        }
        int32_t cell = isn_lex_int(w->lex, table, row, c);
        if (cell >= 0 && strcmp(column->vocab[cell], "-") != 0) {
            isn_buf_printf(w->out, "%s%s %s", before, column->name, column->vocab[cell]);
            before = ", ";
        }
    }
}

static void row(why *w, const isn_rec_rule *rule) {
    uint32_t line = 0;
    const char *file = isn_lex_file(w->lex, rule->table, rule->row, &line);
    isn_buf_puts(w->out, "\n        ");
    isn_export_rule(w->out, w->record, rule);
    where(w, rule->table, rule->row, file, line);
    if (rule->table == ISN_T_FRAME) {
        isn_buf_puts(w->out, ": ");
        frame_slots(w, rule->row);
        return;
    }
    row_cells(w, rule->table, rule->row);
    if (rule->table == ISN_T_TRIGGER) {
        int32_t frame = isn_lex_int(w->lex, ISN_T_TRIGGER, rule->row, ISN_TRIGGER_FRAME);
        if (frame >= 0 && (uint32_t)frame < isn_lex_rows(w->lex, ISN_T_FRAME)) {
            frame_line(w, (uint32_t)frame);
        }
    }
}

/* ---- rules of one field --------------------------------------------------------------------- */

static void one_rule(why *w, const isn_rec_rule *rule) {
    isn_buf_puts(w->out, "      ");
    say(w, "explain", "because");
    isn_buf_putc(w->out, ' ');
    rule_name(w, rule->rule);
    if (rule->span.start < rule->span.end) {
        isn_buf_putc(w->out, ' ');
        say(w, "explain", "on");
        isn_buf_putc(w->out, ' ');
        span(w, rule->span.start, rule->span.end);
    }
    if (w->lex != NULL && rule->table < ISN_TABLES &&
        rule->row < isn_lex_rows(w->lex, rule->table)) {
        row(w, rule);
    }
    isn_buf_putc(w->out, '\n');
}

static void because(why *w, const isn_claim *claim, const char *field) {
    for (uint32_t i = 0; i < claim->nrules; i++) {
        if (claim->rules[i].field != NULL && strcmp(claim->rules[i].field, field) == 0) {
            one_rule(w, &claim->rules[i]);
        }
    }
}

static bool is_known_field(const char *field) {
    static const char *const known[] = {
        "event_type", "mode", "type",     "modality", "polarity", "actors", "recipients", "counts",
        "places",     "date", "deadline", "chain",    "main",     "quoted", "refers_to",
    };
    for (size_t i = 0; i < ISN_LEN(known); i++) {
        if (strcmp(known[i], field) == 0) {
            return true;
        }
    }
    return false;
}

/* ---- values --------------------------------------------------------------------------------- */

static void value(why *w, const isn_claim *claim, const char *field, const char *group,
                  const char *text) {
    isn_buf_puts(w->out, "    ");
    field_name(w, field);
    isn_buf_putc(w->out, ' ');
    name(w, group, text);
    isn_buf_putc(w->out, '\n');
    because(w, claim, field);
}

static void actor_list(why *w, const isn_claim *claim, const char *field, const isn_rec_actor *list,
                       uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        heading(w, field);
        mark(w, &list[i].mark);
        if (list[i].name.ptr != NULL) {
            isn_buf_puts(w->out, " = ");
            put(w, list[i].name);
        }
        if (list[i].country.ptr != NULL) {
            comma(w);
            put(w, list[i].country);
        }
        if (list[i].sector != ISN_SEC_NONE) {
            comma(w);
            isn_buf_puts(w->out, isn_vocab_sector[list[i].sector]);
        }
        isn_buf_putc(w->out, '\n');
    }
    if (n == 0) {
        heading(w, field);
        say(w, "explain", "none told");
        isn_buf_putc(w->out, '\n');
    }
    because(w, claim, field);
}

static void count_line(why *w, const isn_rec_count *count, bool part) {
    isn_buf_puts(w->out, part ? "      " : "    ");
    say(w, part ? "explain" : "field", part ? "of whom" : "counts");
    isn_buf_putc(w->out, ' ');
    say(w, "what", isn_vocab_what[count->what]);
    isn_buf_puts(w->out, ": ");
    bound(w, "low", count->low);
    comma(w);
    bound(w, "best", count->best);
    comma(w);
    bound(w, "high", count->high);
    isn_buf_putc(w->out, ' ');
    say(w, "explain", "from");
    isn_buf_putc(w->out, ' ');
    mark(w, &count->mark);
    comma(w);
    say(w, "explain", "codebook rule");
    isn_buf_puts(w->out, " \"");
    rule_name(w,
              isn_str_z(count->rule != NULL ? count->rule : isn_vocab_quantity[count->quantity]));
    isn_buf_putc(w->out, '"');
    if (count->unit != NULL) {
        comma(w);
        say(w, "explain", "counted in");
        isn_buf_putc(w->out, ' ');
        say(w, "explain", count->unit);
    }
    isn_buf_putc(w->out, '\n');
    for (uint32_t i = 0; !part && i < count->nof_whom; i++) {
        count_line(w, &count->of_whom[i], true);
    }
}

static void place_line(why *w, const isn_rec_place *place) {
    heading(w, "places");
    mark(w, &place->mark);
    if (place->name.ptr != NULL) {
        isn_buf_puts(w->out, " = ");
        put(w, place->name);
    }
    if (place->country.ptr != NULL) {
        comma(w);
        put(w, place->country);
    }
    if (place->precision != 0) {
        comma(w);
        say(w, "explain", "precision");
        isn_buf_printf(w->out, " %u", place->precision);
    }
    isn_buf_putc(w->out, '\n');
}

static void date_line(why *w, const isn_claim *claim, const char *field, const isn_rec_date *date) {
    if (!date->known) {
        return;
    }
    heading(w, field);
    day(w, date->start);
    isn_buf_putc(w->out, ' ');
    say(w, "explain", "to");
    isn_buf_putc(w->out, ' ');
    day(w, date->end);
    if (date->mark.start < date->mark.end) {
        isn_buf_putc(w->out, ' ');
        say(w, "explain", "from");
        isn_buf_putc(w->out, ' ');
        span(w, date->mark.start, date->mark.end);
    }
    if (date->anchor != ISN_NO_DAY) {
        comma(w);
        say(w, "explain", "counted from");
        isn_buf_putc(w->out, ' ');
        day(w, date->anchor);
    }
    isn_buf_putc(w->out, '\n');
    because(w, claim, field);
}

static void link_line(why *w, const char *field, const isn_rec_link *link, uint32_t index) {
    isn_buf_puts(w->out, "    ");
    say(w, "field", field);
    isn_buf_printf(w->out, " %u: ", index + 1);
    if (link->mark.start < link->mark.end) {
        span(w, link->mark.start, link->mark.end);
    } else {
        put(w, link->name.ptr != NULL ? link->name : link->mark.text);
        isn_buf_putc(w->out, ' ');
        say(w, "explain", "(told beside the text)");
    }
    comma(w);
    say(w, "role", isn_vocab_link_role[link->role]);
    if (!link->named) {
        comma(w);
        say(w, "explain", "not named");
    }
    if (link->party) {
        comma(w);
        say(w, "explain", "a party");
    }
    if (link->channel != ISN_CH_NONE) {
        comma(w);
        say(w, "explain", "by");
        isn_buf_putc(w->out, ' ');
        say(w, "channel", isn_vocab_channel[link->channel]);
    }
    if (link->verb.ptr != NULL) {
        comma(w);
        say(w, "explain", "said with");
        isn_buf_putc(w->out, ' ');
        words(w, link->verb.ptr, link->verb.len);
    }
    isn_buf_putc(w->out, '\n');
}

static void kind(why *w, const isn_claim *claim, uint32_t index) {
    isn_buf_printf(w->out, "c%u\n", index + 1);
    heading(w, "words");
    mark(w, &claim->evidence);
    isn_buf_putc(w->out, '\n');
    heading(w, "anchor");
    mark(w, &claim->anchor);
    for (uint32_t i = 0; i < claim->nanchors; i++) {
        if (claim->anchors[i].start != claim->anchor.start) {
            isn_buf_puts(w->out, "\n  ");
            heading(w, "told again");
            mark(w, &claim->anchors[i]);
        }
    }
    isn_buf_putc(w->out, '\n');
    value(w, claim, "event_type", "event", isn_vocab_event[claim->event]);
    value(w, claim, "mode", "mode", isn_vocab_mode[claim->mode]);
    value(w, claim, "type", "type", isn_vocab_type[claim->type]);
    value(w, claim, "polarity", "polarity", claim->negative ? "negative" : "positive");
    value(w, claim, "modality", "modality", isn_names_modality[claim->modality]);
    value(w, claim, "main", "main", claim->main ? "true" : "false");
    value(w, claim, "quoted", "quoted", isn_names_quoted[claim->quoted]);
}

static void other_rules(why *w, const isn_claim *claim) {
    for (uint32_t i = 0; i < claim->nrules; i++) {
        const char *field = claim->rules[i].field;
        if (field == NULL || !is_known_field(field)) {
            isn_buf_printf(w->out, "    %s\n", field == NULL ? "other" : field);
            one_rule(w, &claim->rules[i]);
        }
    }
}

/* ---- what was considered and rejected ------------------------------------------------------- */

static void rejected_line(why *w, const isn_rec_rejected *x) {
    isn_buf_puts(w->out, "    ");
    say(w, "explain", "considered and rejected");
    isn_buf_puts(w->out, ": ");
    mark(w, &x->mark);
    isn_buf_puts(w->out, ": ");
    rule_name(w, isn_str_z(x->why));
    if (x->by.start < x->by.end) {
        comma(w);
        say(w, "explain", "by");
        isn_buf_putc(w->out, ' ');
        span(w, x->by.start, x->by.end);
    }
    isn_rec_rule rule = {.rule = isn_str_z(x->why), .table = ISN_T_TRIGGER, .row = x->trigger};
    if (w->lex != NULL) {
        row(w, &rule);
        if (x->cue < isn_lex_rows(w->lex, ISN_T_CUE)) {
            rule.table = ISN_T_CUE;
            rule.row = x->cue;
            row(w, &rule);
        }
    }
    isn_buf_putc(w->out, '\n');
}

/* Those of the bytes [start, end): of a claim's sentence. */
static void rejected(why *w, uint32_t start, uint32_t end) {
    for (uint32_t i = 0; i < w->record->nrejected; i++) {
        const isn_rec_rejected *x = &w->record->rejected[i];
        if (x->mark.start >= start && x->mark.end <= end) {
            rejected_line(w, x);
        }
    }
}

/* Those of sentences that tell no claim. */
static void rest_of_rejected(why *w) {
    const isn_record *r = w->record;
    for (uint32_t i = 0; i < r->nrejected; i++) {
        const isn_mark *m = &r->rejected[i].mark;
        bool told = false;
        for (uint32_t c = 0; c < r->nclaims; c++) {
            told |= m->start >= r->claims[c].evidence.start && m->end <= r->claims[c].evidence.end;
        }
        if (!told) {
            rejected_line(w, &r->rejected[i]);
        }
    }
}

static void explain_claim(why *w, const isn_claim *claim, uint32_t index) {
    kind(w, claim, index);
    actor_list(w, claim, "actors", claim->actors, claim->nactors);
    actor_list(w, claim, "recipients", claim->recipients, claim->nrecipients);
    for (uint32_t i = 0; i < claim->ncounts; i++) {
        count_line(w, &claim->counts[i], false);
    }
    because(w, claim, "counts");
    for (uint32_t i = 0; i < claim->nplaces; i++) {
        place_line(w, &claim->places[i]);
    }
    because(w, claim, "places");
    date_line(w, claim, "date", &claim->date);
    date_line(w, claim, "deadline", &claim->deadline);
    for (uint32_t i = 0; i < claim->nchain; i++) {
        link_line(w, "chain", &claim->chain[i], i);
    }
    because(w, claim, "chain");
    for (uint32_t i = 0; i < claim->nretold; i++) {
        for (uint32_t j = 0; j < claim->retold[i].nchain; j++) {
            link_line(w, "retold", &claim->retold[i].chain[j], j);
        }
    }
    if (claim->refers_to != UINT32_MAX) {
        isn_buf_puts(w->out, "    ");
        say(w, "field", "refers_to");
        isn_buf_printf(w->out, " c%u\n", claim->refers_to + 1);
        because(w, claim, "refers_to");
    }
    other_rules(w, claim);
    isn_buf_puts(w->out, "    ");
    say(w, "explain", "confidence");
    isn_buf_printf(w->out, " %.2f\n", (double)claim->confidence);
    rejected(w, claim->evidence.start, claim->evidence.end);
    isn_buf_putc(w->out, '\n');
}

static void explain_document(why *w) {
    const isn_record *record = w->record;
    say(w, "explain", "document");
    isn_buf_putc(w->out, ' ');
    put(w, record->article->source);
    isn_buf_puts(w->out, "\n    ");
    say(w, "explain", "language");
    isn_buf_printf(w->out, " %s", record->language);
    comma(w);
    say(w, "explain", record->relevant ? "relevant" : "not relevant");
    isn_buf_printf(w->out, " (%.2f)\n", (double)record->relevance);
    if (record->title.start < record->title.end) {
        heading(w, "title");
        mark(w, &record->title);
        isn_buf_putc(w->out, '\n');
    }
    if (record->match != NULL && record->match->story.published != ISN_NO_DAY) {
        isn_buf_puts(w->out, "    ");
        say(w, "explain", "published");
        isn_buf_putc(w->out, ' ');
        day(w, record->match->story.published);
        comma(w);
        say(w, "explain", "from the");
        isn_buf_putc(w->out, ' ');
        say(w, "explain", isn_names_from[record->match->story.published_from]);
        if (record->published_text.start < record->published_text.end) {
            isn_buf_putc(w->out, ' ');
            mark(w, &record->published_text);
        }
        isn_buf_putc(w->out, '\n');
    }
    if (w->own) {
        heading(w, "claims");
        isn_buf_printf(w->out, "%u\n\n", record->nclaims);
    } else {
        isn_buf_printf(w->out, "    %u claims\n\n", record->nclaims);
    }
}

void isn_export_explain(isn_buf *out, const isn_record *record, uint32_t claim, bool own_language) {
    why w = {out, record, NULL, own_language};
    if (record->match != NULL && record->match->scan != NULL) {
        w.lex = record->match->scan->lex;
    }
    if (claim != ISN_ALL_CLAIMS) {
        explain_claim(&w, &record->claims[claim], claim);
        return;
    }
    explain_document(&w);
    for (uint32_t i = 0; i < record->nclaims; i++) {
        explain_claim(&w, &record->claims[i], i);
    }
    for (uint32_t i = 0; i < record->ncontradictions; i++) {
        const isn_contradiction *pair = &record->contradictions[i];
        say(&w, "explain", "contradiction");
        isn_buf_printf(out, ": c%u ", pair->a + 1);
        say(&w, "explain", "and");
        isn_buf_printf(out, " c%u ", pair->b + 1);
        say(&w, "explain", "on");
        isn_buf_putc(out, ' ');
        field_name(&w, pair->field);
        isn_buf_puts(out, ": ");
        isn_export_dispute(out, own_language ? w.lex : NULL, pair->note);
        isn_buf_putc(out, '\n');
    }
    rest_of_rejected(&w);
}
