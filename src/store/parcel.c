/* parcel.c: what a store takes of an article, as bytes that need neither its coder nor its record: made by the thread that
 * coded it, so that who stores has the less to do, and taken by write.c.
 *
 * A parcel is row after row, in the order in which they are added: of which table, how many values, the values, each with its kind
 * before it and as few bytes as it needs (sql.h): parcels wait by the hundred, and another processor reads them. Pieces of the
 * article are told by their place in it, for it is there itself, in the first row. Words of the program are named by their address.
 * Numbers of rows are not known yet: write.c puts them in.
 */
#include <stdio.h>
#include <string.h>

#include "export/export.h"
#include "store/sql.h"

/* ---- values --------------------------------------------------------------------------------- */

typedef struct maker {
    isn_buf *out;
    const isn_article *article;
    bool told;    /* its bytes are in the parcel */
    size_t count; /* where the number of the row's values stands */
} maker;

static void begin(maker *m, unsigned which) {
    isn_buf_putc(m->out, (char)which);
    m->count = m->out->len;
    isn_buf_putc(m->out, 0);
}

/* Room for a value of `len` bytes, whose kind is put before it; NULL: there is none. */
static inline char *room(maker *m, isn_parcel_kind kind, size_t len) {
    isn_buf *out = m->out;
    if (!isn_buf_reserve(out, 1 + len)) {
        return NULL;
    }
    char *to = out->ptr + out->len;
    out->ptr[m->count]++;
    out->len += 1 + len;
    *to = (char)kind;
    return to + 1;
}

static inline void put_fixed(maker *m, isn_parcel_kind kind, const void *value, size_t len) {
    char *to = room(m, kind, len);
    if (to != NULL) {
        memcpy(to, value, len);
    }
}

static inline void put_null(maker *m) {
    room(m, ISN_PARCEL_NULL, 0);
}

static inline void put_int(maker *m, int64_t value) {
    const int32_t small = (int32_t)value;
    if (small == value) {
        put_fixed(m, ISN_PARCEL_INT, &small, sizeof small);
    } else {
        put_fixed(m, ISN_PARCEL_LONG, &value, sizeof value);
    }
}

/* ISN_NO_COUNT: null */
static inline void put_count(maker *m, int64_t value) {
    if (value == ISN_NO_COUNT) {
        put_null(m);
    } else {
        put_int(m, value);
    }
}

static inline void put_real(maker *m, double value) {
    put_fixed(m, ISN_PARCEL_REAL, &value, sizeof value);
}

/* With its length before it and a 0 byte after it. */
static void put_bytes(maker *m, isn_parcel_kind kind, isn_str s) {
    const uint32_t len = (uint32_t)s.len;
    if (s.len > UINT32_MAX) {
        m->out->failed = true;
        return;
    }
    char *to = room(m, kind, sizeof len + s.len + 1);
    if (to != NULL) {
        to = mempcpy(to, &len, sizeof len);
        to = mempcpy(to, s.ptr, s.len);
        *to = '\0';
    }
}

/* {NULL, 0}: null */
static inline void put_str(maker *m, isn_str s) {
    const size_t from = (size_t)((uintptr_t)s.ptr - (uintptr_t)m->article->bytes);
    if (s.ptr == NULL) {
        put_null(m);
    } else if (m->told && from < m->article->len && s.len <= m->article->len - from) {
        const uint32_t place[] = {(uint32_t)from, (uint32_t)s.len};
        put_fixed(m, ISN_PARCEL_PIECE, place, sizeof place);
    } else {
        put_bytes(m, ISN_PARCEL_TEXT, s);
    }
}

/* A word of the program. NULL and "-": null */
static inline void put_word(maker *m, const char *text) {
    if (text == NULL || strcmp(text, "-") == 0) {
        put_null(m);
        return;
    }
    const size_t len = strlen(text);
    char *to = len <= UINT8_MAX ? room(m, ISN_PARCEL_WORD, sizeof text + 1) : NULL;
    if (to != NULL) {
        to = mempcpy(to, &text, sizeof text);
        *to = (char)len;
    } else if (len > UINT8_MAX) {
        put_bytes(m, ISN_PARCEL_TEXT, isn_str_of(text, len));
    }
}

/* The number of a row that has none yet. */
static inline void put_row(maker *m) {
    put_int(m, 0);
}

/* ISN_NO_DAY: null */
static inline void put_day(maker *m, int32_t day) {
    if (day == ISN_NO_DAY) {
        put_null(m);
    } else {
        put_fixed(m, ISN_PARCEL_DAY, &day, sizeof day);
    }
}

/* Ten thousandths; ISN_NO_INT: null */
static inline void put_degrees(maker *m, int32_t value) {
    if (value == ISN_NO_INT) {
        put_null(m);
    } else {
        put_real(m, (double)value / 10000);
    }
}

/* Shares as the JSON has them, two digits. */
static void put_share(maker *m, float value) {
    put_real(m, (double)(int)(value * 100 + 0.5F) / 100);
}

/* text, start, end */
static void put_mark(maker *m, const isn_mark *mark) {
    if (mark->start >= mark->end) {
        put_null(m);
        put_null(m);
        put_null(m);
        return;
    }
    put_str(m, mark->text);
    put_int(m, mark->start);
    put_int(m, mark->end);
}

/* "c3", or null for UINT32_MAX */
static void put_claim_name(maker *m, uint32_t index) {
    char name[1 + ISN_INT_ROOM] = "c";
    if (index == UINT32_MAX) {
        put_null(m);
        return;
    }
    const char *end = isn_int_put(name + 1, (uint64_t)index + 1);
    put_bytes(m, ISN_PARCEL_TEXT, isn_str_of(name, (size_t)(end - name)));
}

/* ---- rows ----------------------------------------------------------------------------------- */

static void add_actors(maker *m, const char *part, const isn_rec_actor *actors, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        begin(m, ISN_SQL_ADD_ACTOR);
        put_row(m);
        put_word(m, part);
        put_int(m, i);
        put_mark(m, &actors[i].mark);
        put_str(m, actors[i].id);
        put_str(m, actors[i].name);
        put_str(m, actors[i].country);
        put_word(m, isn_vocab_sector[actors[i].sector]);
        put_count(m, actors[i].inter == 0 ? ISN_NO_COUNT : actors[i].inter);
    }
}

/* `parts`: of the figure before them. */
static void add_counts(maker *m, bool parts, const isn_rec_count *counts, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        const isn_rec_count *count = &counts[i];
        begin(m, ISN_SQL_ADD_FIGURE);
        put_row(m);
        put_count(m, parts ? 0 : ISN_NO_COUNT);
        put_word(m, isn_vocab_what[count->what]);
        put_count(m, count->low);
        put_count(m, count->best);
        put_count(m, count->high);
        put_word(m, isn_vocab_quantity[count->quantity]);
        put_word(m, isn_vocab_harm[count->harm]);
        put_str(m, count->who.start < count->who.end ? count->who.text : (isn_str){NULL, 0});
        put_word(m, isn_vocab_side[count->side]);
        put_str(m, count->group);
        put_mark(m, &count->mark);
        put_word(m, count->unit);
        put_word(m, count->rule);
        if (!parts) {
            add_counts(m, true, count->of_whom, count->nof_whom);
        }
    }
}

static void add_places(maker *m, const isn_claim *claim) {
    for (uint32_t i = 0; i < claim->nplaces; i++) {
        const isn_rec_place *place = &claim->places[i];
        begin(m, ISN_SQL_ADD_PLACE);
        put_row(m);
        put_int(m, i);
        put_mark(m, &place->mark);
        put_str(m, place->id);
        put_str(m, place->name);
        put_str(m, place->country);
        put_str(m, place->admin1);
        put_degrees(m, place->lat);
        put_degrees(m, place->lon);
        put_count(m, place->precision == 0 ? ISN_NO_COUNT : place->precision);
        put_word(m, place->lat == ISN_NO_INT ? NULL : isn_names_basis[place->basis]);
    }
}

/* `telling`: 0 the chain of the claim, from 1 on those of who else tells it. */
static void add_links(maker *m, uint32_t telling, const isn_rec_link *chain, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        const isn_rec_link *link = &chain[i];
        begin(m, telling == 0 ? ISN_SQL_ADD_LINK : ISN_SQL_ADD_TELLING);
        put_row(m);
        if (telling > 0) {
            put_int(m, telling);
        }
        put_int(m, i);
        put_mark(m, &link->mark);
        put_str(m, link->name.ptr != NULL ? link->name : link->mark.text);
        put_str(m, link->id);
        put_word(m, isn_vocab_link_role[link->role]);
        put_int(m, link->named);
        put_int(m, link->party);
        put_word(m, isn_vocab_channel[link->channel]);
        put_str(m, link->verb);
    }
}

static void add_tellings(maker *m, const isn_claim *claim) {
    for (uint32_t i = 0; i < claim->nretold; i++) {
        const isn_rec_telling *telling = &claim->retold[i];
        add_links(m, i + 1, telling->chain, telling->nchain);
    }
}

/* "military,terrorism"; "" for none */
static void put_contexts(maker *m, const isn_claim *claim) {
    char text[256];
    size_t len = 0;
    text[0] = '\0';
    for (uint32_t i = 0; i < claim->ncontexts && i < ISN_LEN(claim->contexts); i++) {
        const char *name = isn_vocab_context[claim->contexts[i]];
        size_t n = strlen(name);
        if (n + 2 < sizeof text - len) {
            text[len] = ',';
            len += i > 0;
            memcpy(text + len, name, n + 1);
            len += n;
        }
    }
    put_bytes(m, ISN_PARCEL_TEXT, isn_str_of(text, len));
}

/* start, end [, precision], text */
static void put_date(maker *m, const isn_rec_date *date, bool with_precision) {
    put_day(m, date->known ? date->start : ISN_NO_DAY);
    put_day(m, date->known ? date->end : ISN_NO_DAY);
    if (with_precision) {
        put_count(m, date->known && date->precision > 0 ? date->precision : ISN_NO_COUNT);
    }
    bool words = date->known && date->mark.start < date->mark.end;
    put_str(m, words ? date->mark.text : (isn_str){NULL, 0});
}

static void add_claim_row(maker *m, const isn_claim *claim, uint32_t index) {
    begin(m, ISN_SQL_ADD_CLAIM);
    put_row(m);
    put_claim_name(m, index);
    put_word(m, isn_vocab_type[claim->type]);
    put_int(m, claim->main);
    put_word(m, isn_vocab_event[claim->event]);
    put_word(m, isn_vocab_mode[claim->mode]);
    put_contexts(m, claim);
    put_word(m, claim->negative ? "negative" : "positive");
    put_word(m, isn_names_modality[claim->modality]);
    put_mark(m, &claim->anchor);
    put_date(m, &claim->date, true);
    put_date(m, &claim->deadline, false);
    put_word(m, isn_names_quoted[claim->quoted]);
    put_claim_name(m, claim->refers_to);
    bool told = claim->evidence.start < claim->evidence.end;
    put_count(m, told ? (int64_t)claim->evidence.start : ISN_NO_COUNT);
    put_count(m, told ? (int64_t)claim->evidence.end : ISN_NO_COUNT);
    put_share(m, claim->confidence);
}

static void add_claim(maker *m, const isn_record *record, uint32_t index) {
    const isn_claim *claim = &record->claims[index];
    add_claim_row(m, claim, index);
    add_actors(m, "actor", claim->actors, claim->nactors);
    add_actors(m, "recipient", claim->recipients, claim->nrecipients);
    add_counts(m, false, claim->counts, claim->ncounts);
    add_places(m, claim);
    add_links(m, 0, claim->chain, claim->nchain);
    add_tellings(m, claim);
}

static void add_contradictions(maker *m, const isn_record *record) {
    for (uint32_t i = 0; i < record->ncontradictions; i++) {
        const isn_contradiction *pair = &record->contradictions[i];
        begin(m, ISN_SQL_ADD_CONTRADICTION);
        put_row(m);
        put_int(m, i);
        put_claim_name(m, pair->a);
        put_claim_name(m, pair->b);
        put_word(m, pair->field);
        put_str(m, pair->note);
    }
}

static void add_quotes(maker *m, const isn_record *record) {
    for (uint32_t i = 0; i < record->nquotes; i++) {
        begin(m, ISN_SQL_ADD_QUOTE);
        put_row(m);
        put_int(m, i);
        put_mark(m, &record->quotes[i].mark);
        put_str(m, record->quotes[i].speaker);
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
    if (out->failed ||
        !isn_packer_tokens(packer, out->ptr, out->len, article->bytes, article->len)) {
        return false;
    }
    isn_buf_put(&packing->why, packer->ptr, packer->len);
    if (json.ptr == NULL) {
        out->len = 0;
        isn_export_json(out, record);
        json = isn_str_of(out->ptr, out->len);
    }
    return !out->failed && !packing->why.failed &&
           isn_packer_tokens(packer, json.ptr, json.len, article->bytes, article->len);
}

static void add_article(maker *m, const isn_record *record) {
    const isn_article *article = record->article;
    char ident[ISN_IDENT];
    ident_of(ident, record);
    begin(m, ISN_SQL_ADD_ARTICLE);
    put_str(m, isn_str_z(ident));
    put_str(m, article->source);
    put_str(m, article->url);
    put_str(m, isn_str_of(article->bytes, article->len));
    m->told = true;
}

static void add_record(maker *m, const isn_record *record, const isn_packing *packing) {
    const isn_match *match = record->match;
    begin(m, ISN_SQL_ADD_RECORD);
    put_row(m);
    put_word(m, ISN_VERSION);
    put_str(m, isn_str_z(record->pack_hash));
    put_word(m, record->language);
    put_int(m, record->relevant);
    put_share(m, record->relevance);
    put_str(m, record->title.start < record->title.end ? record->title.text : (isn_str){NULL, 0});
    put_day(m, match != NULL ? match->story.published : ISN_NO_DAY);
    put_word(m, isn_names_from[match != NULL ? match->story.published_from : 0]);
    put_str(m, record->outlet_id);
    put_str(m, record->outlet_name);
    put_bytes(m, ISN_PARCEL_BYTES, isn_str_of(packing->record.ptr, packing->record.len));
    put_bytes(m, ISN_PARCEL_BYTES, isn_str_of(packing->why.ptr, packing->why.len));
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
