/* write.c: writes the record of an article, row by row, into the tables of the schema; the driver says where rows go. */
#include <stdio.h>
#include <string.h>

#include "export/export.h"
#include "store/sql.h"

/* Shares as the JSON has them, two digits. */
static void bind_share(isn_sql *b, float value) {
    isn_sql_real(b, (double)(int)(value * 100 + 0.5F) / 100);
}

/* text, start, end */
static void bind_mark(isn_sql *b, const isn_mark *mark) {
    if (mark->start >= mark->end) {
        isn_sql_null(b);
        isn_sql_null(b);
        isn_sql_null(b);
        return;
    }
    isn_sql_str(b, mark->text);
    isn_sql_int(b, mark->start);
    isn_sql_int(b, mark->end);
}

/* "c3", or null for UINT32_MAX */
static void bind_claim_name(isn_sql *b, uint32_t index) {
    char name[16];
    char *at = name + sizeof name - 1;
    if (index == UINT32_MAX) {
        isn_sql_null(b);
        return;
    }
    *at = '\0';
    for (uint32_t left = index + 1; left > 0; left /= 10) {
        *--at = (char)('0' + left % 10);
    }
    *--at = 'c';
    isn_sql_text(b, at);
}

/* ---- rows ----------------------------------------------------------------------------------- */

static bool add_actors(isn_store *store, int64_t claim, const char *part,
                       const isn_rec_actor *actors, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        isn_sql b = isn_sql_ready(store, ISN_SQL_ADD_ACTOR);
        isn_sql_int(&b, claim);
        isn_sql_word(&b, part);
        isn_sql_int(&b, i);
        bind_mark(&b, &actors[i].mark);
        isn_sql_str(&b, actors[i].id);
        isn_sql_str(&b, actors[i].name);
        isn_sql_str(&b, actors[i].country);
        isn_sql_word(&b, isn_vocab_sector[actors[i].sector]);
        isn_sql_count(&b, actors[i].inter == 0 ? ISN_NO_COUNT : actors[i].inter);
        if (!isn_sql_step(&b)) {
            return false;
        }
    }
    return true;
}

/* `whole`: row of the count that these are a part of, or 0. */
static bool add_counts(isn_store *store, int64_t claim, int64_t whole, const isn_rec_count *counts,
                       uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        const isn_rec_count *count = &counts[i];
        isn_sql b = isn_sql_ready(store, ISN_SQL_ADD_FIGURE);
        isn_sql_int(&b, claim);
        isn_sql_count(&b, whole == 0 ? ISN_NO_COUNT : whole);
        isn_sql_word(&b, isn_vocab_what[count->what]);
        isn_sql_count(&b, count->low);
        isn_sql_count(&b, count->best);
        isn_sql_count(&b, count->high);
        isn_sql_word(&b, isn_vocab_quantity[count->quantity]);
        isn_sql_word(&b, isn_vocab_harm[count->harm]);
        isn_sql_str(&b, count->who.start < count->who.end ? count->who.text : (isn_str){NULL, 0});
        isn_sql_word(&b, isn_vocab_side[count->side]);
        isn_sql_str(&b, count->group);
        bind_mark(&b, &count->mark);
        isn_sql_word(&b, count->unit);
        isn_sql_word(&b, count->rule);
        if (!isn_sql_step(&b)) {
            return false;
        }
        int64_t row = store->driver->newest(store);
        if (whole == 0 && !add_counts(store, claim, row, count->of_whom, count->nof_whom)) {
            return false;
        }
    }
    return true;
}

static bool add_places(isn_store *store, int64_t row, const isn_claim *claim) {
    for (uint32_t i = 0; i < claim->nplaces; i++) {
        const isn_rec_place *place = &claim->places[i];
        isn_sql b = isn_sql_ready(store, ISN_SQL_ADD_PLACE);
        isn_sql_int(&b, row);
        isn_sql_int(&b, i);
        bind_mark(&b, &place->mark);
        isn_sql_str(&b, place->id);
        isn_sql_str(&b, place->name);
        isn_sql_str(&b, place->country);
        isn_sql_str(&b, place->admin1);
        isn_sql_degrees(&b, place->lat);
        isn_sql_degrees(&b, place->lon);
        isn_sql_count(&b, place->precision == 0 ? ISN_NO_COUNT : place->precision);
        isn_sql_word(&b, place->lat == ISN_NO_INT ? NULL : isn_names_basis[place->basis]);
        if (!isn_sql_step(&b)) {
            return false;
        }
    }
    return true;
}

/* `telling`: 0 the chain of the claim, from 1 on those of who else tells it. */
static bool add_links(isn_store *store, int64_t row, uint32_t telling, const isn_rec_link *chain,
                      uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        const isn_rec_link *link = &chain[i];
        isn_sql b = isn_sql_ready(store, telling == 0 ? ISN_SQL_ADD_LINK : ISN_SQL_ADD_TELLING);
        isn_sql_int(&b, row);
        if (telling > 0) {
            isn_sql_int(&b, telling);
        }
        isn_sql_int(&b, i);
        bind_mark(&b, &link->mark);
        isn_sql_str(&b, link->name.ptr != NULL ? link->name : link->mark.text);
        isn_sql_str(&b, link->id);
        isn_sql_word(&b, isn_vocab_link_role[link->role]);
        isn_sql_int(&b, link->named);
        isn_sql_int(&b, link->party);
        isn_sql_word(&b, isn_vocab_channel[link->channel]);
        isn_sql_str(&b, link->verb);
        if (!isn_sql_step(&b)) {
            return false;
        }
    }
    return true;
}

static bool add_tellings(isn_store *store, int64_t row, const isn_claim *claim) {
    for (uint32_t i = 0; i < claim->nretold; i++) {
        const isn_rec_telling *telling = &claim->retold[i];
        if (!add_links(store, row, i + 1, telling->chain, telling->nchain)) {
            return false;
        }
    }
    return true;
}

/* "military,terrorism"; "" for none */
static void bind_contexts(isn_sql *b, const isn_claim *claim) {
    char text[256] = "";
    size_t len = 0;
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
    isn_sql_text(b, text);
}

/* start, end [, precision], text */
static void bind_date(isn_sql *b, const isn_rec_date *date, bool with_precision) {
    isn_sql_day(b, date->known ? date->start : ISN_NO_DAY);
    isn_sql_day(b, date->known ? date->end : ISN_NO_DAY);
    if (with_precision) {
        isn_sql_count(b, date->known && date->precision > 0 ? date->precision : ISN_NO_COUNT);
    }
    bool words = date->known && date->mark.start < date->mark.end;
    isn_sql_str(b, words ? date->mark.text : (isn_str){NULL, 0});
}

static bool add_claim_row(isn_store *store, int64_t record, const isn_claim *claim,
                          uint32_t index) {
    isn_sql b = isn_sql_ready(store, ISN_SQL_ADD_CLAIM);
    isn_sql_int(&b, record);
    bind_claim_name(&b, index);
    isn_sql_word(&b, isn_vocab_type[claim->type]);
    isn_sql_int(&b, claim->main);
    isn_sql_word(&b, isn_vocab_event[claim->event]);
    isn_sql_word(&b, isn_vocab_mode[claim->mode]);
    bind_contexts(&b, claim);
    isn_sql_word(&b, claim->negative ? "negative" : "positive");
    isn_sql_word(&b, isn_names_modality[claim->modality]);
    bind_mark(&b, &claim->anchor);
    bind_date(&b, &claim->date, true);
    bind_date(&b, &claim->deadline, false);
    isn_sql_word(&b, isn_names_quoted[claim->quoted]);
    bind_claim_name(&b, claim->refers_to);
    bool told = claim->evidence.start < claim->evidence.end;
    isn_sql_count(&b, told ? (int64_t)claim->evidence.start : ISN_NO_COUNT);
    isn_sql_count(&b, told ? (int64_t)claim->evidence.end : ISN_NO_COUNT);
    bind_share(&b, claim->confidence);
    return isn_sql_step(&b);
}

static bool add_claim(isn_store *store, int64_t parent, const isn_record *record, uint32_t index) {
    const isn_claim *claim = &record->claims[index];
    if (!add_claim_row(store, parent, claim, index)) {
        return false;
    }
    int64_t row = store->driver->newest(store);
    return add_actors(store, row, "actor", claim->actors, claim->nactors) &&
           add_actors(store, row, "recipient", claim->recipients, claim->nrecipients) &&
           add_counts(store, row, 0, claim->counts, claim->ncounts) &&
           add_places(store, row, claim) && add_links(store, row, 0, claim->chain, claim->nchain) &&
           add_tellings(store, row, claim);
}

static bool add_contradictions(isn_store *store, int64_t row, const isn_record *record) {
    for (uint32_t i = 0; i < record->ncontradictions; i++) {
        const isn_contradiction *pair = &record->contradictions[i];
        isn_sql b = isn_sql_ready(store, ISN_SQL_ADD_CONTRADICTION);
        isn_sql_int(&b, row);
        isn_sql_int(&b, i);
        bind_claim_name(&b, pair->a);
        bind_claim_name(&b, pair->b);
        isn_sql_word(&b, pair->field);
        isn_sql_str(&b, pair->note);
        if (!isn_sql_step(&b)) {
            return false;
        }
    }
    return true;
}

static bool add_quotes(isn_store *store, int64_t row, const isn_record *record) {
    for (uint32_t i = 0; i < record->nquotes; i++) {
        isn_sql b = isn_sql_ready(store, ISN_SQL_ADD_QUOTE);
        isn_sql_int(&b, row);
        isn_sql_int(&b, i);
        bind_mark(&b, &record->quotes[i].mark);
        isn_sql_str(&b, record->quotes[i].speaker);
        if (!isn_sql_step(&b)) {
            return false;
        }
    }
    return true;
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

void isn_packing_init(isn_packing *packing) {
    *packing = (isn_packing){.record = {.packing = NULL}};
    isn_buf_init(&packing->why);
    isn_buf_init(&packing->json);
}

void isn_packing_release(isn_packing *packing) {
    isn_packer_release(&packing->record);
    isn_buf_release(&packing->why);
    isn_buf_release(&packing->json);
}

bool isn_packing_make(isn_packing *packing, const isn_record *record, isn_str json) {
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

static bool add_record_row(isn_store *store, int64_t article, const isn_record *record,
                           const isn_packing *packing) {
    const isn_match *match = record->match;
    isn_sql b = isn_sql_ready(store, ISN_SQL_ADD_RECORD);
    isn_sql_int(&b, article);
    isn_sql_word(&b, ISN_VERSION);
    isn_sql_word(&b, record->pack_hash);
    isn_sql_word(&b, record->language);
    isn_sql_int(&b, record->relevant);
    bind_share(&b, record->relevance);
    isn_sql_str(&b,
                record->title.start < record->title.end ? record->title.text : (isn_str){NULL, 0});
    isn_sql_day(&b, match != NULL ? match->story.published : ISN_NO_DAY);
    isn_sql_word(&b, isn_names_from[match != NULL ? match->story.published_from : 0]);
    isn_sql_str(&b, record->outlet_id);
    isn_sql_str(&b, record->outlet_name);
    isn_sql_bytes(&b, packing->record.ptr, packing->record.len);
    isn_sql_bytes(&b, packing->why.ptr, packing->why.len);
    return isn_sql_step(&b);
}

static bool add_record(isn_store *store, const isn_record *record, int64_t article,
                       const isn_packing *packing) {
    if (!add_record_row(store, article, record, packing)) {
        return false;
    }
    int64_t row = store->driver->newest(store);
    for (uint32_t i = 0; i < record->nclaims; i++) {
        if (!add_claim(store, row, record, i)) {
            return false;
        }
    }
    return add_contradictions(store, row, record) && add_quotes(store, row, record) &&
           store->driver->admitted(store, row);
}

isn_status isn_store_write(isn_store *store, const isn_record *record, const isn_packing *packing,
                           isn_error *error) {
    bool known = false;
    int64_t article = 0;
    char ident[ISN_IDENT];
    ident_of(ident, record);
    if (!store->driver->admit(store, record, ident, &known, &article)) {
        return isn_store_give_up(store, error);
    }
    if (known) {
        return ISN_OK;
    }
    if (packing == NULL && !isn_packing_make(&store->packing, record, (isn_str){NULL, 0})) {
        return isn_store_end(store, isn_fail(error, ISN_ENOMEM, store->path, 0, "out of memory"),
                             error);
    }
    packing = packing != NULL ? packing : &store->packing;
    return add_record(store, record, article, packing) ? ISN_OK : isn_store_give_up(store, error);
}
