/* tables.c: events, their claims, the claims' counts, and their sources as rows. Counts are many to one claim,
 * claims to one event: so they are tables of their own. */
#include <string.h>

#include "export/events.h"

/* ---- shared ------------------------------------------------------------------------------------ */

isn_str isn_actor_label(const isn_entry_actor *actor) {
    return actor->name.ptr != NULL ? actor->name : actor->text;
}

void isn_actor_labels(isn_buf *out, const isn_entry_actor *actors, uint32_t n, uint32_t from) {
    for (uint32_t i = from; i < n; i++) {
        isn_str name = isn_actor_label(&actors[i]);
        isn_buf_puts(out, i > from ? "; " : "");
        isn_buf_put(out, name.ptr, name.len);
    }
}

bool isn_event_harms_civilians_alone(const isn_event *event) {
    return (event->sides & 1U << ISN_SIDE_CIVILIAN) != 0 &&
           (event->sides & 1U << ISN_SIDE_ARMED) == 0;
}

static void labels_cell(isn_row *row, const isn_entry_actor *actors, uint32_t n) {
    isn_buf text;
    isn_buf_init(&text);
    isn_actor_labels(&text, actors, n, 0);
    isn_cell_copy(row, &text);
    isn_buf_release(&text);
}

static void estimate_cells(isn_row *row, const isn_event *event, unsigned what, isn_rule rule) {
    const isn_estimate *e = isn_event_estimate(event, what, rule);
    isn_cell_int(row, e == NULL ? ISN_NO_COUNT : e->low);
    isn_cell_int(row, e == NULL ? ISN_NO_COUNT : e->best);
    isn_cell_int(row, e == NULL ? ISN_NO_COUNT : e->high);
}

static void place_cells(isn_row *row, const isn_entry_place *place) {
    isn_cell_text(row, place->name.ptr != NULL ? place->name : place->text);
    isn_cell_text(row, place->id);
    isn_cell_text(row, place->country);
    isn_cell_text(row, place->admin1);
    isn_cell_degrees(row, place->precision > 0 ? place->lat : ISN_NO_INT);
    isn_cell_degrees(row, place->precision > 0 ? place->lon : ISN_NO_INT);
    isn_cell_int(row, place->precision > 0 ? place->precision : ISN_NO_COUNT);
    isn_cell_text(row, place->basis);
}

/* ---- events ------------------------------------------------------------------------------------ */

static const char *const event_columns[] = {"event_id",       "kind",         "event_type",
                                            "mode",           "date_start",   "date_end",
                                            "date_precision", "deadline",     "place",
                                            "place_id",       "country",      "admin1",
                                            "latitude",       "longitude",    "place_precision",
                                            "place_basis",    "actors",       "recipients",
                                            "rule",           "killed_low",   "killed_best",
                                            "killed_high",    "wounded_low",  "wounded_best",
                                            "wounded_high",   "captured_low", "captured_best",
                                            "captured_high",  "claims",       "articles",
                                            "outlets",        "sources",      "source_names",
                                            "contradictions", "first_told",   "last_told",
                                            "within_totals",  "outcome",      NULL};

static const char *const event_hxl[] = {"#event+code",
                                        "#event+kind",
                                        "#event+type",
                                        "#event+mode",
                                        "#date+start",
                                        "#date+end",
                                        "#date+precision",
                                        "#date+deadline",
                                        "#loc+name",
                                        "#loc+code",
                                        "#country+code",
                                        "#adm1+name",
                                        "#geo+lat",
                                        "#geo+lon",
                                        "#geo+precision",
                                        "#geo+basis",
                                        "#group+name+first",
                                        "#group+name+second",
                                        "#meta+rule",
                                        "#affected+killed+min",
                                        "#affected+killed",
                                        "#affected+killed+max",
                                        "#affected+injured+min",
                                        "#affected+injured",
                                        "#affected+injured+max",
                                        "#affected+captured+min",
                                        "#affected+captured",
                                        "#affected+captured+max",
                                        "#meta+claims",
                                        "#meta+articles",
                                        "#meta+outlets",
                                        "#meta+sources+num",
                                        "#meta+source",
                                        "#meta+contradictions",
                                        "#date+reported+first",
                                        "#date+reported+last",
                                        "#event+within",
                                        "#status",
                                        NULL};

static bool event_row(isn_row *row, const isn_event *event, isn_rule rule, uint32_t i) {
    isn_buf names;
    if (i > 0) {
        return false;
    }
    isn_cell_text(row, event->id);
    isn_cell_word(row, isn_kind_names[event->kind]);
    isn_cell_word(row, isn_vocab_event[event->event]);
    isn_cell_word(row, isn_vocab_mode[event->mode]);
    isn_cell_day(row, event->start);
    isn_cell_day(row, event->end);
    isn_cell_int(row, event->date_precision > 0 ? event->date_precision : ISN_NO_COUNT);
    isn_cell_day(row, event->deadline);
    place_cells(row, &event->place);
    labels_cell(row, event->actors, event->nactors);
    labels_cell(row, event->recipients, event->nrecipients);
    isn_cell_word(row, isn_rule_names[rule]);
    estimate_cells(row, event, ISN_WHAT_KILLED, rule);
    estimate_cells(row, event, ISN_WHAT_WOUNDED, rule);
    estimate_cells(row, event, ISN_WHAT_CAPTURED, rule);
    isn_cell_int(row, event->nentries);
    isn_cell_int(row, event->articles);
    isn_cell_int(row, event->outlets);
    isn_cell_int(row, event->nsources);
    isn_buf_init(&names);
    for (uint32_t s = 0; s < event->nsources; s++) {
        isn_buf_puts(&names, s > 0 ? "; " : "");
        isn_buf_put(&names, event->sources[s].name.ptr, event->sources[s].name.len);
    }
    isn_cell_copy(row, &names);
    isn_buf_release(&names);
    isn_cell_int(row, event->ndisputes);
    isn_cell_day(row, event->first_told);
    isn_cell_day(row, event->last_told);
    isn_cell_text(row, event->covered_by);
    isn_cell_text(row, event->outcome);
    return true;
}

const isn_sheet isn_sheet_events = {"events", event_columns, event_hxl,
                                    "ttttDDiDttttdditttt"
                                    "iiiiiiiii"
                                    "iiiitiDDtt",
                                    event_row};

/* ---- claims ------------------------------------------------------------------------------------ */

static const char *const claim_columns[] = {
    "event_id",        "claim_id",    "type",         "main",
    "polarity",        "event_type",  "mode",         "date_start",
    "date_end",        "deadline",    "place",        "place_id",
    "country",         "admin1",      "latitude",     "longitude",
    "place_precision", "place_basis", "actors",       "recipients",
    "origin",          "origin_role", "origin_party", "chain",
    "source_number",   "superseded",  "score",        "reasons",
    "evidence",        "start",       "end",          "outlet",
    "published",       "title",       "url",          "article",
    "sha256",          NULL};

static void chain_cell(isn_row *row, const isn_entry *e) {
    isn_buf text;
    isn_buf_init(&text);
    for (uint32_t i = 0; i < e->nchain; i++) {
        isn_buf_puts(&text, i > 0 ? " > " : "");
        isn_buf_put(&text, e->chain[i].name.ptr, e->chain[i].name.len);
    }
    isn_cell_copy(row, &text);
    isn_buf_release(&text);
}

static bool claim_row(isn_row *row, const isn_event *event, isn_rule rule, uint32_t i) {
    static const isn_entry_place nowhere = {.lat = ISN_NO_INT, .lon = ISN_NO_INT};
    (void)rule;
    if (i >= event->nentries) {
        return false;
    }
    const isn_entry *e = event->entries[i];
    const isn_entry_place *place = isn_entry_place_of(e);
    isn_cell_text(row, event->id);
    isn_cell_text(row, e->key);
    isn_cell_word(row, isn_vocab_type[e->type]);
    isn_cell_word(row, e->main ? "true" : "false");
    isn_cell_word(row, e->negative ? "negative" : "positive");
    isn_cell_word(row, isn_vocab_event[e->event]);
    isn_cell_word(row, isn_vocab_mode[e->mode]);
    isn_cell_day(row, e->start);
    isn_cell_day(row, e->end);
    isn_cell_day(row, e->deadline);
    place_cells(row, place != NULL ? place : &nowhere);
    labels_cell(row, e->actors, e->nactors);
    labels_cell(row, e->recipients, e->nrecipients);
    isn_cell_text(row, e->nchain > 0 ? e->chain[0].name : (isn_str){NULL, 0});
    isn_cell_word(row, e->nchain > 0 ? isn_vocab_link_role[e->chain[0].role] : NULL);
    isn_cell_word(row, e->nchain == 0 ? NULL : e->chain[0].party ? "true" : "false");
    chain_cell(row, e);
    isn_cell_int(row, event->source_of[i] + 1);
    isn_cell_word(row, event->superseded[i] ? "true" : "false");
    isn_cell_int(row, e->reasons.ptr != NULL ? e->score : ISN_NO_COUNT);
    isn_cell_text(row, e->reasons);
    isn_cell_text(row, e->evidence);
    isn_cell_int(row, e->evidence_end > 0 ? e->evidence_start : ISN_NO_COUNT);
    isn_cell_int(row, e->evidence_end > 0 ? e->evidence_end : ISN_NO_COUNT);
    isn_cell_text(row, e->article->outlet);
    isn_cell_day(row, e->article->published);
    isn_cell_text(row, e->article->title);
    isn_cell_text(row, e->article->url);
    isn_cell_text(row, e->article->source);
    isn_cell_text(row, isn_str_of(e->article->ident.ptr, 64));
    return true;
}

const isn_sheet isn_sheet_claims = {"claims", claim_columns, NULL,
                                    "tttbtttDDDttttddittttt"
                                    "btibittiitDtttt",
                                    claim_row};

/* ---- counts ------------------------------------------------------------------------------------ */

static const char *const count_columns[] = {
    "event_id", "claim_id", "what", "low",   "best", "high",   "quantity",   "harm_term",
    "side",     "unit",     "text", "start", "end",  "origin", "superseded", NULL};

static bool count_row(isn_row *row, const isn_event *event, isn_rule rule, uint32_t i) {
    uint32_t at = 0;
    (void)rule;
    while (at < event->nentries && i >= event->entries[at]->nfigures) {
        i -= event->entries[at++]->nfigures;
    }
    if (at == event->nentries) {
        return false;
    }
    const isn_entry *e = event->entries[at];
    const isn_entry_figure *f = &e->figures[i];
    isn_cell_text(row, event->id);
    isn_cell_text(row, e->key);
    isn_cell_word(row, isn_vocab_what[f->what]);
    isn_cell_int(row, f->low);
    isn_cell_int(row, f->best);
    isn_cell_int(row, f->high);
    isn_cell_word(row, isn_vocab_quantity[f->quantity]);
    isn_cell_text(row, f->harm);
    isn_cell_word(row, isn_vocab_side[f->side]);
    isn_cell_text(row, f->unit);
    isn_cell_text(row, f->text);
    isn_cell_int(row, f->end > 0 ? f->start : ISN_NO_COUNT);
    isn_cell_int(row, f->end > 0 ? f->end : ISN_NO_COUNT);
    isn_cell_text(row, e->nchain > 0 ? e->chain[0].name : (isn_str){NULL, 0});
    isn_cell_word(row, event->superseded[at] ? "true" : "false");
    return true;
}

const isn_sheet isn_sheet_counts = {"counts", count_columns, NULL, "tttiiitttttiitb", count_row};

/* ---- sources ----------------------------------------------------------------------------------- */

static const char *const source_columns[] = {
    "event_id", "source_number", "name", "id", "role", "named", "party", "claims", "outlets", NULL};

static bool source_row(isn_row *row, const isn_event *event, isn_rule rule, uint32_t i) {
    (void)rule;
    if (i >= event->nsources) {
        return false;
    }
    const isn_event_source *s = &event->sources[i];
    isn_cell_text(row, event->id);
    isn_cell_int(row, i + 1);
    isn_cell_text(row, s->name);
    isn_cell_text(row, s->id);
    isn_cell_word(row, isn_vocab_link_role[s->role]);
    isn_cell_word(row, s->named ? "true" : "false");
    isn_cell_word(row, s->party ? "true" : "false");
    isn_cell_int(row, s->claims);
    isn_cell_int(row, s->outlets);
    return true;
}

const isn_sheet isn_sheet_sources = {"sources", source_columns, NULL, "titttbbii", source_row};

const isn_sheet *const isn_sheets[] = {&isn_sheet_events, &isn_sheet_claims, &isn_sheet_counts,
                                       &isn_sheet_sources, NULL};
