/* parcel.c: what a store takes of an article, as bytes that need neither its coder nor its record: made by the thread that
 * coded it, so that who stores has the less to do, and taken by write.c.
 *
 * A parcel is row after row, in the order in which they are added: of which table, how many values, the values, and the texts
 * that they name by where they stand in the parcel. Pieces of the article are not copied, for it is there itself, in the first
 * row. Words of the program are named by their address. Numbers of rows are not known yet: write.c puts them in.
 */
#include <stdio.h>
#include <string.h>

#include "export/export.h"
#include "store/sql.h"

/* ---- values --------------------------------------------------------------------------------- */

typedef struct tuple { /* of a record, value after value */
    isn_datum values[ISN_SQL_VALUES];
    unsigned n, nnames;
    char names[2][16], contexts[256]; /* what is made for it */
} tuple;

typedef struct maker {
    isn_buf *out;
    const isn_article *article;
    size_t text; /* where its bytes stand in the parcel */
} maker;

static inline void begin(tuple *r) {
    r->n = r->nnames = 0;
}

static inline void put(tuple *r, isn_datum value) {
    if (r->n < ISN_SQL_VALUES) {
        r->values[r->n++] = value;
    }
}

static inline void put_null(tuple *r) {
    put(r, (isn_datum){.kind = ISN_DATUM_NULL});
}

static inline void put_int(tuple *r, int64_t value) {
    put(r, (isn_datum){.kind = ISN_DATUM_INT, .number = value});
}

/* ISN_NO_COUNT: null */
static inline void put_count(tuple *r, int64_t value) {
    if (value == ISN_NO_COUNT) {
        put_null(r);
    } else {
        put_int(r, value);
    }
}

static inline void put_real(tuple *r, double value) {
    put(r, (isn_datum){.kind = ISN_DATUM_REAL, .real = value});
}

/* {NULL, 0}: null. It comes into the parcel. */
static inline void put_str(tuple *r, isn_str s) {
    isn_datum value = isn_datum_of(s);
    value.brief = s.ptr != NULL;
    put(r, value);
}

/* A word of the program. NULL and "-": null */
static inline void put_word(tuple *r, const char *text) {
    if (text == NULL || strcmp(text, "-") == 0) {
        put_null(r);
    } else {
        put(r, isn_datum_of(isn_str_z(text)));
    }
}

static inline void put_bytes(tuple *r, const void *ptr, size_t len) {
    put(r, (isn_datum){.kind = ISN_DATUM_BYTES, .brief = true, .text = isn_str_of(ptr, len)});
}

/* The number of a row that has none yet. */
static inline void put_row(tuple *r) {
    put_int(r, 0);
}

/* ISN_NO_DAY: null */
static inline void put_day(tuple *r, int32_t day) {
    if (day == ISN_NO_DAY) {
        put_null(r);
    } else {
        put(r, (isn_datum){.kind = ISN_DATUM_DAY, .number = day});
    }
}

/* Ten thousandths; ISN_NO_INT: null */
static inline void put_degrees(tuple *r, int32_t value) {
    if (value == ISN_NO_INT) {
        put_null(r);
    } else {
        put_real(r, (double)value / 10000);
    }
}

/* Names a text by its place in the parcel, which ends at `end`; what is no piece of the article is put there, and a 0 byte. */
static char *put_text(const maker *m, isn_datum *value, char *end) {
    const isn_str text = value->text;
    const char *bytes = m->article->bytes;
    const size_t from = (size_t)((uintptr_t)text.ptr - (uintptr_t)bytes);
    if (m->text != 0 && from < m->article->len && text.len <= m->article->len - from) {
        value->place.at = m->text + from;
        return end;
    }
    value->place.at = (size_t)(end - m->out->ptr);
    end = mempcpy(end, text.ptr, text.len);
    *end = '\0';
    return end + 1;
}

static void add(const maker *m, unsigned which, const tuple *r) {
    isn_parcel_row row = {.which = which, .n = r->n};
    const size_t values = r->n * sizeof *r->values;
    size_t most = sizeof row + values;
    for (unsigned i = 0; i < r->n; i++) {
        most += r->values[i].brief ? r->values[i].text.len + 1 : 0;
    }
    if (!isn_buf_reserve(m->out, most)) {
        return;
    }
    char *from = m->out->ptr + m->out->len;
    char *to = from + sizeof row;
    char *end = to + values;
    for (unsigned i = 0; i < r->n; i++) {
        isn_datum value = r->values[i];
        if (value.brief) {
            end = put_text(m, &value, end);
        }
        to = mempcpy(to, &value, sizeof value);
    }
    row.len = (size_t)(end - from);
    memcpy(from, &row, sizeof row);
    m->out->len += row.len;
}

/* Shares as the JSON has them, two digits. */
static void put_share(tuple *r, float value) {
    put_real(r, (double)(int)(value * 100 + 0.5F) / 100);
}

/* text, start, end */
static void put_mark(tuple *r, const isn_mark *mark) {
    if (mark->start >= mark->end) {
        put_null(r);
        put_null(r);
        put_null(r);
        return;
    }
    put_str(r, mark->text);
    put_int(r, mark->start);
    put_int(r, mark->end);
}

/* "c3", or null for UINT32_MAX */
static void put_claim_name(tuple *r, uint32_t index) {
    if (index == UINT32_MAX || r->nnames == ISN_LEN(r->names)) {
        put_null(r);
        return;
    }
    char *name = r->names[r->nnames++];
    char *at = name + sizeof r->names[0] - 1;
    *at = '\0';
    for (uint32_t left = index + 1; left > 0; left /= 10) {
        *--at = (char)('0' + left % 10);
    }
    *--at = 'c';
    put_str(r, isn_str_z(at));
}

/* ---- rows ----------------------------------------------------------------------------------- */

static void add_actors(const maker *m, const char *part, const isn_rec_actor *actors, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        tuple r;
        begin(&r);
        put_row(&r);
        put_word(&r, part);
        put_int(&r, i);
        put_mark(&r, &actors[i].mark);
        put_str(&r, actors[i].id);
        put_str(&r, actors[i].name);
        put_str(&r, actors[i].country);
        put_word(&r, isn_vocab_sector[actors[i].sector]);
        put_count(&r, actors[i].inter == 0 ? ISN_NO_COUNT : actors[i].inter);
        add(m, ISN_SQL_ADD_ACTOR, &r);
    }
}

/* `parts`: of the figure before them. */
static void add_counts(const maker *m, bool parts, const isn_rec_count *counts, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        const isn_rec_count *count = &counts[i];
        tuple r;
        begin(&r);
        put_row(&r);
        put_count(&r, parts ? 0 : ISN_NO_COUNT);
        put_word(&r, isn_vocab_what[count->what]);
        put_count(&r, count->low);
        put_count(&r, count->best);
        put_count(&r, count->high);
        put_word(&r, isn_vocab_quantity[count->quantity]);
        put_word(&r, isn_vocab_harm[count->harm]);
        put_str(&r, count->who.start < count->who.end ? count->who.text : (isn_str){NULL, 0});
        put_word(&r, isn_vocab_side[count->side]);
        put_str(&r, count->group);
        put_mark(&r, &count->mark);
        put_word(&r, count->unit);
        put_word(&r, count->rule);
        add(m, ISN_SQL_ADD_FIGURE, &r);
        if (!parts) {
            add_counts(m, true, count->of_whom, count->nof_whom);
        }
    }
}

static void add_places(const maker *m, const isn_claim *claim) {
    for (uint32_t i = 0; i < claim->nplaces; i++) {
        const isn_rec_place *place = &claim->places[i];
        tuple r;
        begin(&r);
        put_row(&r);
        put_int(&r, i);
        put_mark(&r, &place->mark);
        put_str(&r, place->id);
        put_str(&r, place->name);
        put_str(&r, place->country);
        put_str(&r, place->admin1);
        put_degrees(&r, place->lat);
        put_degrees(&r, place->lon);
        put_count(&r, place->precision == 0 ? ISN_NO_COUNT : place->precision);
        put_word(&r, place->lat == ISN_NO_INT ? NULL : isn_names_basis[place->basis]);
        add(m, ISN_SQL_ADD_PLACE, &r);
    }
}

/* `telling`: 0 the chain of the claim, from 1 on those of who else tells it. */
static void add_links(const maker *m, uint32_t telling, const isn_rec_link *chain, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        const isn_rec_link *link = &chain[i];
        tuple r;
        begin(&r);
        put_row(&r);
        if (telling > 0) {
            put_int(&r, telling);
        }
        put_int(&r, i);
        put_mark(&r, &link->mark);
        put_str(&r, link->name.ptr != NULL ? link->name : link->mark.text);
        put_str(&r, link->id);
        put_word(&r, isn_vocab_link_role[link->role]);
        put_int(&r, link->named);
        put_int(&r, link->party);
        put_word(&r, isn_vocab_channel[link->channel]);
        put_str(&r, link->verb);
        add(m, telling == 0 ? ISN_SQL_ADD_LINK : ISN_SQL_ADD_TELLING, &r);
    }
}

static void add_tellings(const maker *m, const isn_claim *claim) {
    for (uint32_t i = 0; i < claim->nretold; i++) {
        const isn_rec_telling *telling = &claim->retold[i];
        add_links(m, i + 1, telling->chain, telling->nchain);
    }
}

/* "military,terrorism"; "" for none */
static void put_contexts(tuple *r, const isn_claim *claim) {
    char *text = r->contexts;
    size_t len = 0;
    text[0] = '\0';
    for (uint32_t i = 0; i < claim->ncontexts && i < ISN_LEN(claim->contexts); i++) {
        const char *name = isn_vocab_context[claim->contexts[i]];
        size_t n = strlen(name);
        if (n + 2 < sizeof r->contexts - len) {
            text[len] = ',';
            len += i > 0;
            memcpy(text + len, name, n + 1);
            len += n;
        }
    }
    put_str(r, isn_str_of(text, len));
}

/* start, end [, precision], text */
static void put_date(tuple *r, const isn_rec_date *date, bool with_precision) {
    put_day(r, date->known ? date->start : ISN_NO_DAY);
    put_day(r, date->known ? date->end : ISN_NO_DAY);
    if (with_precision) {
        put_count(r, date->known && date->precision > 0 ? date->precision : ISN_NO_COUNT);
    }
    bool words = date->known && date->mark.start < date->mark.end;
    put_str(r, words ? date->mark.text : (isn_str){NULL, 0});
}

static void add_claim_row(const maker *m, const isn_claim *claim, uint32_t index) {
    tuple r;
    begin(&r);
    put_row(&r);
    put_claim_name(&r, index);
    put_word(&r, isn_vocab_type[claim->type]);
    put_int(&r, claim->main);
    put_word(&r, isn_vocab_event[claim->event]);
    put_word(&r, isn_vocab_mode[claim->mode]);
    put_contexts(&r, claim);
    put_word(&r, claim->negative ? "negative" : "positive");
    put_word(&r, isn_names_modality[claim->modality]);
    put_mark(&r, &claim->anchor);
    put_date(&r, &claim->date, true);
    put_date(&r, &claim->deadline, false);
    put_word(&r, isn_names_quoted[claim->quoted]);
    put_claim_name(&r, claim->refers_to);
    bool told = claim->evidence.start < claim->evidence.end;
    put_count(&r, told ? (int64_t)claim->evidence.start : ISN_NO_COUNT);
    put_count(&r, told ? (int64_t)claim->evidence.end : ISN_NO_COUNT);
    put_share(&r, claim->confidence);
    add(m, ISN_SQL_ADD_CLAIM, &r);
}

static void add_claim(const maker *m, const isn_record *record, uint32_t index) {
    const isn_claim *claim = &record->claims[index];
    add_claim_row(m, claim, index);
    add_actors(m, "actor", claim->actors, claim->nactors);
    add_actors(m, "recipient", claim->recipients, claim->nrecipients);
    add_counts(m, false, claim->counts, claim->ncounts);
    add_places(m, claim);
    add_links(m, 0, claim->chain, claim->nchain);
    add_tellings(m, claim);
}

static void add_contradictions(const maker *m, const isn_record *record) {
    for (uint32_t i = 0; i < record->ncontradictions; i++) {
        const isn_contradiction *pair = &record->contradictions[i];
        tuple r;
        begin(&r);
        put_row(&r);
        put_int(&r, i);
        put_claim_name(&r, pair->a);
        put_claim_name(&r, pair->b);
        put_word(&r, pair->field);
        put_str(&r, pair->note);
        add(m, ISN_SQL_ADD_CONTRADICTION, &r);
    }
}

static void add_quotes(const maker *m, const isn_record *record) {
    for (uint32_t i = 0; i < record->nquotes; i++) {
        tuple r;
        begin(&r);
        put_row(&r);
        put_int(&r, i);
        put_mark(&r, &record->quotes[i].mark);
        put_str(&r, record->quotes[i].speaker);
        add(m, ISN_SQL_ADD_QUOTE, &r);
    }
}

/* The bytes, and what was given of who printed them when. */
static void ident_of(char out[ISN_IDENT], const isn_record *record) {
    const isn_article *article = record->article;
    memcpy(out, record->id, 65);
    if (article->outlet.ptr != NULL || article->published.ptr != NULL) {
        uint64_t hash = isn_hash(article->outlet.ptr, article->outlet.len, 1);
        hash = isn_hash(article->published.ptr, article->published.len, hash);
        snprintf(out + 64, ISN_IDENT - 64, ".%08x", (unsigned)(hash >> 32));
    }
}

static void put_number(isn_buf *out, bool known, uint32_t value) {
    isn_buf_puts(out, known ? "," : ",null");
    if (known) {
        isn_buf_int(out, value);
    }
}

/* [field, rule, start, end] for each rule of each claim */
static void put_rules(isn_buf *out, const isn_record *record) {
    isn_buf name;
    isn_buf_init(&name);
    isn_buf_puts(out, "{");
    for (uint32_t i = 0; i < record->nclaims; i++) {
        isn_buf_puts(out, i > 0 ? ",\"c" : "\"c");
        isn_buf_int(out, i + 1);
        isn_buf_puts(out, "\":[");
        for (uint32_t j = 0; j < record->claims[i].nrules; j++) {
            const isn_rec_rule *rule = &record->claims[i].rules[j];
            bool words = rule->span.start < rule->span.end;
            name.len = 0;
            isn_export_rule(&name, record, rule);
            isn_buf_puts(out, j > 0 ? ",[" : "[");
            isn_buf_json(out, rule->field, rule->field != NULL ? strlen(rule->field) : 0);
            isn_buf_puts(out, ",");
            isn_buf_json(out, name.ptr, name.len);
            put_number(out, words, rule->span.start);
            put_number(out, words, rule->span.end);
            isn_buf_puts(out, "]");
        }
        isn_buf_puts(out, "]");
    }
    isn_buf_puts(out, "}");
    out->failed = out->failed || name.failed;
    isn_buf_release(&name);
}

/* ---- the whole ------------------------------------------------------------------------------ */

void isn_packing_init(isn_packing *packing) {
    *packing = (isn_packing){.record = {.packing = NULL}};
    isn_buf_init(&packing->why);
    isn_buf_init(&packing->json);
    isn_buf_init(&packing->parcel);
}

void isn_packing_release(isn_packing *packing) {
    isn_packer_release(&packing->record);
    isn_buf_release(&packing->why);
    isn_buf_release(&packing->json);
    isn_buf_release(&packing->parcel);
}

static bool pack(isn_packing *packing, const isn_record *record, isn_str json) {
    const isn_article *article = record->article;
    isn_buf *out = &packing->json;
    isn_packer *packer =
        &packing->record; /* one for both: its tables stay in the processor's cache */
    out->len = packing->why.len = 0;
    put_rules(out, record);
    if (out->failed || !isn_packer_pack(packer, out->ptr, out->len, article->bytes, article->len)) {
        return false;
    }
    isn_buf_put(&packing->why, packer->ptr, packer->len);
    if (json.ptr == NULL) {
        out->len = 0;
        isn_export_json(out, record);
        json = isn_str_of(out->ptr, out->len);
    }
    return !out->failed && !packing->why.failed &&
           isn_packer_pack(packer, json.ptr, json.len, article->bytes, article->len);
}

static void add_article(maker *m, const isn_record *record) {
    const isn_article *article = record->article;
    char ident[ISN_IDENT];
    tuple r;
    ident_of(ident, record);
    begin(&r);
    put_str(&r, isn_str_z(ident));
    put_str(&r, article->source);
    put_str(&r, article->url);
    put_str(&r, isn_str_of(article->bytes, article->len));
    add(m, ISN_SQL_ADD_ARTICLE, &r);
    m->text = m->out->len - article->len - 1;
}

static void add_record(const maker *m, const isn_record *record, const isn_packing *packing) {
    const isn_match *match = record->match;
    tuple r;
    begin(&r);
    put_row(&r);
    put_word(&r, ISN_VERSION);
    put_str(&r, isn_str_z(record->pack_hash));
    put_word(&r, record->language);
    put_int(&r, record->relevant);
    put_share(&r, record->relevance);
    put_str(&r, record->title.start < record->title.end ? record->title.text : (isn_str){NULL, 0});
    put_day(&r, match != NULL ? match->story.published : ISN_NO_DAY);
    put_word(&r, isn_names_from[match != NULL ? match->story.published_from : 0]);
    put_str(&r, record->outlet_id);
    put_str(&r, record->outlet_name);
    put_bytes(&r, packing->record.ptr, packing->record.len);
    put_bytes(&r, packing->why.ptr, packing->why.len);
    add(m, ISN_SQL_ADD_RECORD, &r);
}

bool isn_parcel_make(isn_packing *packing, const isn_record *record, isn_str json) {
    isn_buf *out = &packing->parcel;
    maker m = {.out = out, .article = record->article};
    out->len = 0;
    out->failed = false;
    if (!pack(packing, record, json)) {
        return false;
    }
    add_article(&m, record);
    add_record(&m, record, packing);
    for (uint32_t i = 0; i < record->nclaims; i++) {
        add_claim(&m, record, i);
    }
    add_contradictions(&m, record);
    add_quotes(&m, record);
    return !out->failed;
}
