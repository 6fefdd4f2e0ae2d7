/* json.c: a record as one line of JSON, the public format of docs/record.md. On the hot path: no
 * tree is built, no printf is called; each value is appended as it is met.
 *
 * Unknown is null. A `text` is written only where it stands in the input, with its bytes.
 */
#include <string.h>

#include "export/export.h"

/* Appends a string constant; its length is known to the compiler. */
#define LIT(out, literal) isn_buf_lit((out), (literal), sizeof(literal) - 1)

void isn_export_decimal(isn_buf *out, int64_t value, unsigned digits) {
    int64_t scale = 1;
    for (unsigned i = 0; i < digits; i++) {
        scale *= 10;
    }
    if (value < 0) {
        isn_buf_putc(out, '-');
        value = -value;
    }
    isn_buf_int(out, value / scale);
    isn_buf_putc(out, '.');
    int64_t rest = value % scale;
    do {
        scale /= 10;
        isn_buf_putc(out, (char)('0' + rest / scale));
        rest %= scale;
    } while (rest != 0);
}

/* Shares between 0 and 1, two digits. */
static void put_share(isn_buf *out, float value) {
    float clipped = value < 0 ? 0 : value > 1 ? 1 : value;
    isn_export_decimal(out, (int64_t)(clipped * 100 + 0.5F), 2);
}

static void put_str(isn_buf *out, isn_str s) {
    if (s.ptr == NULL) {
        LIT(out, "null");
    } else {
        isn_buf_json(out, s.ptr, s.len);
    }
}

/* Names of this program's own vocabularies: nothing in them needs escaping. */
static void put_name(isn_buf *out, const char *name) {
    if (name == NULL || (name[0] == '-' && name[1] == '\0')) {
        LIT(out, "null");
        return;
    }
    size_t len = strlen(name);
    if (isn_buf_reserve(out, len + 2)) {
        char *to = out->ptr + out->len;
        *to = '"';
        memcpy(to + 1, name, len);
        to[len + 1] = '"';
        out->len += len + 2;
    }
}

static void put_bool(isn_buf *out, bool value) {
    if (value) {
        LIT(out, "true");
    } else {
        LIT(out, "false");
    }
}

static void put_day(isn_buf *out, int32_t day) {
    if (day == ISN_NO_DAY) {
        LIT(out, "null");
        return;
    }
    char text[11];
    isn_day_text(text, day);
    put_name(out, text);
}

/* Days as they were written lately: the dates of a report's claims are few. */
typedef struct days {
    int32_t day[8];
    char text[8][12]; /* in quotation marks */
} days;

static void put_day_again(isn_buf *out, days *known, int32_t day) {
    if (day == ISN_NO_DAY) {
        LIT(out, "null");
        return;
    }
    unsigned at = (unsigned)day % ISN_LEN(known->day);
    char *text = known->text[at];
    if (known->day[at] != day) {
        char digits[11];
        isn_day_text(digits, day);
        text[0] = text[11] = '"';
        memcpy(text + 1, digits, 10);
        known->day[at] = day;
    }
    isn_buf_lit(out, text, sizeof known->text[0]);
}

static void put_count(isn_buf *out, int64_t value) {
    if (value == ISN_NO_COUNT) {
        LIT(out, "null");
    } else {
        isn_buf_int(out, value);
    }
}

/* Bytes of the input behind `mark`, a brace or a comma. Some hundred pairs stand in a record: room for one is asked for
 * once. */
static void put_offsets(isn_buf *out, char mark, uint32_t start, uint32_t end) {
    static const char first[] = "\"start\":", second[] = ",\"end\":";
    if (!isn_buf_reserve(out, sizeof first + sizeof second + (size_t)2 * ISN_INT_ROOM))
        return;
    char *to = out->ptr + out->len;
    *to++ = mark;
    memcpy(to, first, sizeof first - 1);
    to = isn_int_put(to + sizeof first - 1, start);
    memcpy(to, second, sizeof second - 1);
    to = isn_int_put(to + sizeof second - 1, end);
    out->len = (size_t)(to - out->ptr);
}

/* Bytes of the text, told as bytes of the input. */
static void put_span(isn_buf *out, const isn_article *article, char mark, uint32_t start,
                     uint32_t end) {
    isn_article_place(article, &start, &end);
    put_offsets(out, mark, start, end);
}

/* "text": what stands in the input, and where tags or entities stand among the words, "plain": the words. */
static void put_words(isn_buf *out, const isn_article *article, isn_str text, uint32_t start,
                      uint32_t end) {
    if (article->map == NULL && article->bad_utf8 == UINT64_MAX && text.ptr != NULL) {
        isn_buf_json_sound(out, text.ptr, text.len);
        return;
    }
    isn_str shown = article->map == NULL ? text : isn_article_shown(article, start, end);
    put_str(out, shown);
    if (article->map != NULL && !isn_str_eq(shown, text)) {
        LIT(out, ",\"plain\":");
        put_str(out, text);
    }
}

/* "text":…,"start":…,"end":… without braces; nulls where the text is not in the input. */
static void put_mark(isn_buf *out, const isn_article *article, const isn_mark *mark) {
    LIT(out, "\"text\":");
    if (mark->start >= mark->end) { /* given as metadata: a text, but no bytes of the article */
        put_str(out, mark->text);
        LIT(out, ",\"start\":null,\"end\":null");
        return;
    }
    put_words(out, article, mark->text, mark->start, mark->end);
    put_span(out, article, ',', mark->start, mark->end);
}

static void put_mark_object(isn_buf *out, const isn_article *article, const isn_mark *mark) {
    if (mark->start >= mark->end) {
        LIT(out, "null");
        return;
    }
    isn_buf_putc(out, '{');
    put_mark(out, article, mark);
    isn_buf_putc(out, '}');
}

/* A comma before all items of a list but the first. */
static void comma(isn_buf *out, uint32_t index) {
    if (index > 0) {
        isn_buf_putc(out, ',');
    }
}

static void put_claim_id(isn_buf *out, uint32_t index) {
    LIT(out, "\"c");
    isn_buf_int(out, (int64_t)index + 1);
    isn_buf_putc(out, '"');
}

/* ---- document ------------------------------------------------------------------------------- */

static void put_outlet(isn_buf *out, const isn_record *record) {
    if (record->outlet_id.ptr == NULL && record->outlet_name.ptr == NULL) {
        LIT(out, "null");
        return;
    }
    LIT(out, "{\"id\":");
    put_str(out, record->outlet_id);
    LIT(out, ",\"name\":");
    put_str(out, record->outlet_name);
    isn_buf_putc(out, '}');
}

/* A date as a page writes it: its text, its time and zone, its bytes. */
static void put_told(isn_buf *out, isn_str text, isn_str time, isn_span at) {
    put_str(out, text);
    LIT(out, ",\"time\":");
    put_str(out, time);
    LIT(out, ",\"at\":");
    if (at.start < at.end) {
        put_offsets(out, '{', at.start, at.end);
        isn_buf_putc(out, '}');
    } else {
        LIT(out, "null");
    }
}

static void put_published_text(isn_buf *out, const isn_record *record, unsigned from) {
    const isn_page_facts *page = record->article->page;
    const isn_mark *mark = &record->published_text;
    if (page != NULL && from >= ISN_FROM_JSON_LD) {
        put_told(out, page->published_text, page->published_time, page->published_at);
    } else if (mark->start < mark->end) {
        put_words(out, record->article, mark->text, mark->start, mark->end);
    } else {
        put_str(out, mark->text);
    }
}

static void put_published(isn_buf *out, const isn_record *record) {
    int32_t day = record->match != NULL ? record->match->story.published : ISN_NO_DAY;
    unsigned from = record->match != NULL ? (unsigned)record->match->story.published_from : 0;
    LIT(out, "{\"start\":");
    put_day(out, day);
    LIT(out, ",\"end\":");
    put_day(out, day);
    LIT(out, ",\"precision\":");
    isn_buf_puts(out, day == ISN_NO_DAY ? "null" : "1");
    LIT(out, ",\"text\":");
    put_published_text(out, record, from);
    LIT(out, ",\"from\":");
    put_name(out, isn_names_from[from]);
    isn_buf_putc(out, '}');
}

/* What only a web page has. */
static void put_page(isn_buf *out, const isn_record *record) {
    const isn_page_facts *page = record->article->page;
    const isn_story *story = record->match != NULL ? &record->match->story : NULL;
    LIT(out, ",\"updated\":");
    if (page->updated == ISN_NO_DAY && story != NULL && story->updated != ISN_NO_DAY) {
        isn_str words = isn_str_of(record->article->bytes + story->updated_text.start,
                                   story->updated_text.end - story->updated_text.start);
        LIT(out, "{\"start\":");
        put_day(out, story->updated);
        LIT(out, ",\"text\":");
        put_words(out, record->article, words, story->updated_text.start, story->updated_text.end);
        LIT(out, ",\"from\":\"dateline\"}");
    } else if (page->updated == ISN_NO_DAY) {
        LIT(out, "null");
    } else {
        LIT(out, "{\"start\":");
        put_day(out, page->updated);
        LIT(out, ",\"text\":");
        put_told(out, page->updated_text, page->updated_time, page->updated_at);
        LIT(out, ",\"from\":");
        put_name(out, isn_names_from[page->updated_from]);
        isn_buf_putc(out, '}');
    }
    LIT(out, ",\"author\":");
    put_str(out, page->author);
    LIT(out, ",\"section\":");
    put_str(out, page->section);
    LIT(out, ",\"page\":");
    put_name(out, page->state);
}

/* Only of one story among several on a page. */
static void put_entry(isn_buf *out, const isn_record *record) {
    const isn_page_facts *page = record->article->page;
    LIT(out, ",\"entry\":{\"number\":");
    isn_buf_int(out, page->entry);
    LIT(out, ",\"of\":");
    isn_buf_int(out, page->entries);
    LIT(out, ",\"page\":");
    put_name(out, record->page_id);
    put_offsets(out, ',', page->entry_at.start, page->entry_at.end);
    LIT(out, ",\"time\":");
    if (page->entry_time.ptr == NULL) {
        LIT(out, "null}");
        return;
    }
    LIT(out, "{\"text\":");
    put_str(out, page->entry_time);
    put_offsets(out, ',', page->entry_time_at.start, page->entry_time_at.end);
    LIT(out, "}}");
}

/* Only of an article that is nearly the same as an earlier one. */
static void put_differs(isn_buf *out, const isn_article *article, const isn_rec_differs *d) {
    LIT(out, ",\"differs\":{\"share\":");
    put_share(out, (float)d->share / 100);
    LIT(out, ",\"title\":");
    put_bool(out, d->title);
    LIT(out, ",\"own\":");
    isn_buf_puts(out, d->told ? "[" : "null");
    for (uint32_t i = 0; d->told && i < d->nown; i++) {
        comma(out, i);
        uint32_t start = d->own[i].start, end = d->own[i].end;
        LIT(out, "{\"text\":");
        put_words(out, article, isn_str_of(article->bytes + start, end - start), start, end);
        put_span(out, article, ',', start, end);
        isn_buf_putc(out, '}');
    }
    isn_buf_puts(out, d->told ? "],\"missing\":" : ",\"missing\":null");
    if (d->told) {
        isn_buf_int(out, d->missing);
    }
    isn_buf_putc(out, '}');
}

/* Only of input that was not plain UTF-8. */
static void put_encoding(isn_buf *out, const isn_article *article) {
    LIT(out, ",\"encoding\":{\"name\":");
    put_name(out, article->encoding);
    LIT(out, ",\"from\":");
    put_name(out, article->encoding_from);
    LIT(out, ",\"mended\":");
    put_name(out, article->mended);
    isn_buf_putc(out, '}');
}

static void put_document(isn_buf *out, const isn_record *record) {
    const isn_article *article = record->article;
    LIT(out, "{\"id\":");
    put_name(out, record->id);
    LIT(out, ",\"source\":");
    put_str(out, article->source);
    LIT(out, ",\"url\":");
    put_str(out, article->url);
    LIT(out, ",\"outlet\":");
    put_outlet(out, record);
    LIT(out, ",\"language\":");
    put_name(out, record->language);
    LIT(out, ",\"title\":");
    put_mark_object(out, article, &record->title);
    LIT(out, ",\"published\":");
    put_published(out, record);
    if (article->page != NULL) {
        put_page(out, record);
        if (article->page->entry > 0) {
            put_entry(out, record);
        }
    }
    if (article->encoding != NULL) {
        put_encoding(out, article);
    }
    LIT(out, ",\"relevant\":");
    put_bool(out, record->relevant);
    LIT(out, ",\"relevance\":");
    put_share(out, record->relevance);
    LIT(out, ",\"duplicate_of\":");
    put_name(out, record->duplicate_of[0] != '\0' ? record->duplicate_of : NULL);
    if (record->differs != NULL) {
        put_differs(out, article, record->differs);
    }
    isn_buf_putc(out, '}');
}

static void put_parts(isn_buf *out, const isn_article *article) {
    LIT(out, ",\"parts\":[");
    for (uint32_t i = 0; i < article->nblocks; i++) {
        comma(out, i);
        LIT(out, "{\"role\":");
        put_name(out, isn_names_role[article->blocks[i].role]);
        put_span(out, article, ',', article->blocks[i].start, article->blocks[i].end);
        if (article->blocks[i].language != NULL) {
            LIT(out, ",\"language\":");
            put_name(out, article->blocks[i].language);
        }
        isn_buf_putc(out, '}');
    }
    isn_buf_putc(out, ']');
}

static void put_quotes(isn_buf *out, const isn_record *record) {
    LIT(out, ",\"quotes\":[");
    for (uint32_t i = 0; i < record->nquotes; i++) {
        const isn_rec_quote *quote = &record->quotes[i];
        comma(out, i);
        put_span(out, record->article, '{', quote->mark.start, quote->mark.end);
        LIT(out, ",\"text\":");
        put_words(out, record->article, quote->mark.text, quote->mark.start, quote->mark.end);
        LIT(out, ",\"speaker\":");
        put_str(out, quote->speaker);
        isn_buf_putc(out, '}');
    }
    isn_buf_putc(out, ']');
}

/* ---- claims --------------------------------------------------------------------------------- */

static void put_actors(isn_buf *out, const isn_article *article, const isn_rec_actor *actors,
                       uint32_t n) {
    isn_buf_putc(out, '[');
    for (uint32_t i = 0; i < n; i++) {
        const isn_rec_actor *actor = &actors[i];
        comma(out, i);
        isn_buf_putc(out, '{');
        put_mark(out, article, &actor->mark);
        LIT(out, ",\"id\":");
        put_str(out, actor->id);
        LIT(out, ",\"name\":");
        put_str(out, actor->name);
        LIT(out, ",\"country\":");
        put_str(out, actor->country);
        LIT(out, ",\"sector\":");
        put_name(out, isn_vocab_sector[actor->sector]);
        LIT(out, ",\"inter\":");
        put_count(out, actor->inter == 0 ? ISN_NO_COUNT : actor->inter);
        isn_buf_putc(out, '}');
    }
    isn_buf_putc(out, ']');
}

static void put_who(isn_buf *out, const isn_article *article, const isn_rec_count *count) {
    LIT(out, ",\"who\":{");
    put_mark(out, article, &count->who);
    LIT(out, ",\"side\":");
    put_name(out, isn_vocab_side[count->side]);
    LIT(out, ",\"group\":");
    put_str(out, count->group);
    isn_buf_putc(out, '}');
}

/* `of_whom` is one level deep: a part of a part is not told in news. */
static void put_counts(isn_buf *out, const isn_article *article, const isn_rec_count *counts,
                       uint32_t n, bool nested) {
    isn_buf_putc(out, '[');
    for (uint32_t i = 0; i < n; i++) {
        const isn_rec_count *count = &counts[i];
        comma(out, i);
        LIT(out, "{\"what\":");
        put_name(out, isn_vocab_what[count->what]);
        LIT(out, ",\"low\":");
        put_count(out, count->low);
        LIT(out, ",\"best\":");
        put_count(out, count->best);
        LIT(out, ",\"high\":");
        put_count(out, count->high);
        LIT(out, ",\"quantity\":");
        put_name(out, isn_vocab_quantity[count->quantity]);
        LIT(out, ",\"harm_term\":");
        put_name(out, isn_vocab_harm[count->harm]);
        if (count->other_harm) {
            LIT(out, ",\"other_term\":{\"harm_term\":");
            put_name(out, isn_vocab_harm[count->other_harm]);
            isn_buf_putc(out, ',');
            put_mark(out, article, &count->other_mark);
            isn_buf_putc(out, '}');
        }
        put_who(out, article, count);
        isn_buf_putc(out, ',');
        put_mark(out, article, &count->mark);
        LIT(out, ",\"unit\":");
        put_name(out, count->unit);
        LIT(out, ",\"rule\":");
        put_name(out, count->rule);
        LIT(out, ",\"of_whom\":");
        put_counts(out, article, count->of_whom, nested ? 0 : count->nof_whom, true);
        isn_buf_putc(out, '}');
    }
    isn_buf_putc(out, ']');
}

static void put_degrees(isn_buf *out, int32_t value) {
    if (value == ISN_NO_INT) {
        LIT(out, "null");
    } else {
        isn_export_decimal(out, value, 4);
    }
}

static void put_places(isn_buf *out, const isn_article *article, const isn_rec_place *places,
                       uint32_t n) {
    isn_buf_putc(out, '[');
    for (uint32_t i = 0; i < n; i++) {
        const isn_rec_place *place = &places[i];
        comma(out, i);
        isn_buf_putc(out, '{');
        put_mark(out, article, &place->mark);
        LIT(out, ",\"id\":");
        put_str(out, place->id);
        LIT(out, ",\"name\":");
        put_str(out, place->name);
        LIT(out, ",\"country\":");
        put_str(out, place->country);
        LIT(out, ",\"admin1\":");
        put_str(out, place->admin1);
        LIT(out, ",\"lat\":");
        put_degrees(out, place->lat);
        LIT(out, ",\"lon\":");
        put_degrees(out, place->lon);
        LIT(out, ",\"precision\":");
        put_count(out, place->precision == 0 ? ISN_NO_COUNT : place->precision);
        LIT(out, ",\"basis\":");
        put_name(out, place->lat == ISN_NO_INT ? NULL : isn_names_basis[place->basis]);
        isn_buf_putc(out, '}');
    }
    isn_buf_putc(out, ']');
}

/* `start` and `end` of a date are days; its bytes stand in `at`. */
static void put_date(isn_buf *out, const isn_article *article, days *known,
                     const isn_rec_date *date) {
    if (!date->known) {
        LIT(out, "null");
        return;
    }
    LIT(out, "{\"start\":");
    put_day_again(out, known, date->start);
    LIT(out, ",\"end\":");
    put_day_again(out, known, date->end);
    LIT(out, ",\"precision\":");
    put_count(out, date->precision == 0 ? ISN_NO_COUNT : date->precision);
    LIT(out, ",\"text\":");
    bool written = date->mark.start < date->mark.end;
    if (written) {
        put_words(out, article, date->mark.text, date->mark.start, date->mark.end);
    } else {
        LIT(out, "null");
    }
    LIT(out, ",\"at\":");
    if (written) {
        put_span(out, article, '{', date->mark.start, date->mark.end);
        isn_buf_putc(out, '}');
    } else {
        LIT(out, "null");
    }
    LIT(out, ",\"anchor\":");
    put_day_again(out, known, date->anchor);
    isn_buf_putc(out, '}');
}

static void put_chain(isn_buf *out, const isn_article *article, const isn_rec_link *chain,
                      uint32_t n) {
    isn_buf_putc(out, '[');
    for (uint32_t i = 0; i < n; i++) {
        const isn_rec_link *link = &chain[i];
        comma(out, i);
        isn_buf_putc(out, '{');
        put_mark(out, article, &link->mark);
        LIT(out, ",\"name\":");
        put_str(out, link->name.ptr != NULL ? link->name : link->mark.text);
        LIT(out, ",\"id\":");
        put_str(out, link->id);
        LIT(out, ",\"role\":");
        put_name(out, isn_vocab_link_role[link->role]);
        LIT(out, ",\"named\":");
        put_bool(out, link->named);
        LIT(out, ",\"party\":");
        put_bool(out, link->party);
        LIT(out, ",\"channel\":");
        put_name(out, isn_vocab_channel[link->channel]);
        LIT(out, ",\"verb\":");
        put_str(out, link->verb);
        isn_buf_putc(out, '}');
    }
    isn_buf_putc(out, ']');
}

static bool has_row(const isn_rec_rule *rule) {
    return rule->table < ISN_TABLES && rule->row != ISN_NO_ROW;
}

void isn_export_rule(isn_buf *out, const isn_record *record, const isn_rec_rule *rule) {
    const isn_lex *lex = record->match != NULL ? record->match->scan->lex : NULL;
    if (lex == NULL || !has_row(rule) || rule->row >= isn_lex_rows(lex, rule->table)) {
        isn_buf_put(out, rule->rule.ptr, rule->rule.ptr == NULL ? 0 : rule->rule.len);
        return;
    }
    const isn_table_schema *schema = &isn_schema[rule->table];
    size_t len = strlen(schema->file) - strlen(".tsv");
    isn_str key = {NULL, 0};
    if (schema->columns[0].type == ISN_COL_KEY) {
        key = isn_lex_str(lex, rule->table, rule->row, 0);
    }
    if (!isn_buf_reserve(out, len + 1 + key.len)) {
        return;
    }
    memcpy(out->ptr + out->len, schema->file, len);
    out->ptr[out->len + len] = '/';
    out->len += len + 1;
    if (schema->columns[0].type == ISN_COL_KEY) {
        isn_buf_put(out, key.ptr, key.len);
    } else {
        uint32_t line = 0;
        isn_lex_file(lex, rule->table, rule->row, &line);
        isn_buf_int(out, line);
    }
}

bool isn_export_rule_again(const isn_claim *claim, uint32_t index) {
    const isn_rec_rule *rule = &claim->rules[index];
    for (uint32_t i = 0; i < index; i++) {
        const isn_rec_rule *other = &claim->rules[i];
        bool same = has_row(rule) ? other->table == rule->table && other->row == rule->row
                                  : !has_row(other) && isn_str_eq(other->rule, rule->rule);
        if (same) {
            return true;
        }
    }
    return false;
}

/* Names of rules, each once; `isnad explain` has the words they stand on. Keys and names of rules are
 * plain ASCII. */
static void put_rules(isn_buf *out, const isn_record *record, const isn_claim *claim) {
    uint32_t written = 0;
    isn_buf_putc(out, '[');
    for (uint32_t i = 0; i < claim->nrules; i++) {
        if (!isn_export_rule_again(claim, i)) {
            comma(out, written++);
            isn_buf_putc(out, '"');
            isn_export_rule(out, record, &claim->rules[i]);
            isn_buf_putc(out, '"');
        }
    }
    isn_buf_putc(out, ']');
}

static void put_kind(isn_buf *out, const isn_claim *claim) {
    LIT(out, ",\"type\":");
    put_name(out, isn_vocab_type[claim->type]);
    LIT(out, ",\"main\":");
    put_bool(out, claim->main);
    LIT(out, ",\"event_type\":");
    put_name(out, isn_vocab_event[claim->event]);
    LIT(out, ",\"mode\":");
    put_name(out, isn_vocab_mode[claim->mode]);
    LIT(out, ",\"contexts\":[");
    for (uint32_t i = 0; i < claim->ncontexts && i < ISN_LEN(claim->contexts); i++) {
        comma(out, i);
        put_name(out, isn_vocab_context[claim->contexts[i]]);
    }
    LIT(out, "],\"polarity\":");
    put_name(out, claim->negative ? "negative" : "positive");
    LIT(out, ",\"modality\":");
    put_name(out, isn_names_modality[claim->modality]);
}

static void put_anchors(isn_buf *out, const isn_article *article, const isn_claim *claim) {
    LIT(out, ",\"anchor\":");
    put_mark_object(out, article, &claim->anchor);
    LIT(out, ",\"anchors\":[");
    for (uint32_t i = 0; i < claim->nanchors; i++) {
        comma(out, i);
        put_mark_object(out, article, &claim->anchors[i]);
    }
    isn_buf_putc(out, ']');
}

/* Who else tells it; most claims have one teller, and no list. */
static void put_retold(isn_buf *out, const isn_article *article, const isn_claim *claim) {
    if (claim->nretold == 0) {
        return;
    }
    LIT(out, ",\"retold\":[");
    for (uint32_t i = 0; i < claim->nretold; i++) {
        const isn_rec_telling *telling = &claim->retold[i];
        comma(out, i);
        LIT(out, "{\"anchor\":");
        put_mark_object(out, article, &telling->anchor);
        LIT(out, ",\"chain\":");
        put_chain(out, article, telling->chain, telling->nchain);
        LIT(out, ",\"quoted\":");
        put_name(out, isn_names_quoted[telling->quoted]);
        isn_buf_putc(out, '}');
    }
    isn_buf_putc(out, ']');
}

static void put_claim(isn_buf *out, const isn_record *record, days *known, uint32_t index) {
    const isn_claim *claim = &record->claims[index];
    LIT(out, "{\"id\":");
    put_claim_id(out, index);
    put_kind(out, claim);
    put_anchors(out, record->article, claim);
    LIT(out, ",\"actors\":");
    put_actors(out, record->article, claim->actors, claim->nactors);
    LIT(out, ",\"recipients\":");
    put_actors(out, record->article, claim->recipients, claim->nrecipients);
    LIT(out, ",\"counts\":");
    put_counts(out, record->article, claim->counts, claim->ncounts, false);
    LIT(out, ",\"places\":");
    put_places(out, record->article, claim->places, claim->nplaces);
    LIT(out, ",\"date\":");
    put_date(out, record->article, known, &claim->date);
    LIT(out, ",\"deadline\":");
    put_date(out, record->article, known, &claim->deadline);
    LIT(out, ",\"chain\":");
    put_chain(out, record->article, claim->chain, claim->nchain);
    LIT(out, ",\"quoted\":");
    put_name(out, isn_names_quoted[claim->quoted]);
    put_retold(out, record->article, claim);
    LIT(out, ",\"refers_to\":");
    if (claim->refers_to == UINT32_MAX) {
        LIT(out, "null");
    } else {
        put_claim_id(out, claim->refers_to);
    }
    LIT(out, ",\"evidence\":");
    put_mark_object(out, record->article, &claim->evidence);
    LIT(out, ",\"rules\":");
    put_rules(out, record, claim);
    LIT(out, ",\"confidence\":");
    put_share(out, claim->confidence);
    isn_buf_putc(out, '}');
}

static void put_contradictions(isn_buf *out, const isn_record *record) {
    LIT(out, ",\"contradictions\":[");
    for (uint32_t i = 0; i < record->ncontradictions; i++) {
        const isn_contradiction *pair = &record->contradictions[i];
        comma(out, i);
        LIT(out, "{\"claims\":[");
        put_claim_id(out, pair->a);
        isn_buf_putc(out, ',');
        put_claim_id(out, pair->b);
        LIT(out, "],\"field\":");
        put_name(out, pair->field);
        LIT(out, ",\"note\":");
        put_str(out, pair->note);
        isn_buf_putc(out, '}');
    }
    isn_buf_putc(out, ']');
}

void isn_export_json(isn_buf *out, const isn_record *record) {
    days known;
    for (unsigned i = 0; i < ISN_LEN(known.day); i++) {
        known.day[i] = ISN_NO_DAY;
    }
    LIT(out, "{\"format\":");
    isn_buf_int(out, ISN_RECORD_FORMAT);
    LIT(out, ",\"document\":");
    put_document(out, record);
    put_parts(out, record->article);
    put_quotes(out, record);
    LIT(out, ",\"claims\":[");
    for (uint32_t i = 0; i < record->nclaims; i++) {
        comma(out, i);
        put_claim(out, record, &known, i);
    }
    isn_buf_putc(out, ']');
    put_contradictions(out, record);
    LIT(out, ",\"coder\":{\"version\":\"" ISN_VERSION "\",\"knowledge\":");
    put_name(out, record->pack_hash);
    LIT(out, "}}");
}
