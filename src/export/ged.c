/* ged.c: events in the 49 columns of UCDP's GED (those of version 23.1, in its order). Ids begin with ISNAD-;
 * columns of UCDP's own ids are empty. As in GED, a row tells of deaths: events without any are left out.
 * Who died on which side is not derived from who is named first: deaths are civilians' where only civilians
 * are counted, else unknown. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "export/events.h"

static const char *const columns[] = {"id",
                                      "relid",
                                      "year",
                                      "active_year",
                                      "code_status",
                                      "type_of_violence",
                                      "conflict_dset_id",
                                      "conflict_new_id",
                                      "conflict_name",
                                      "dyad_dset_id",
                                      "dyad_new_id",
                                      "dyad_name",
                                      "side_a_dset_id",
                                      "side_a_new_id",
                                      "side_a",
                                      "side_b_dset_id",
                                      "side_b_new_id",
                                      "side_b",
                                      "number_of_sources",
                                      "source_article",
                                      "source_office",
                                      "source_date",
                                      "source_headline",
                                      "source_original",
                                      "where_prec",
                                      "where_coordinates",
                                      "where_description",
                                      "adm_1",
                                      "adm_2",
                                      "latitude",
                                      "longitude",
                                      "geom_wkt",
                                      "priogrid_gid",
                                      "country",
                                      "country_id",
                                      "region",
                                      "event_clarity",
                                      "date_prec",
                                      "date_start",
                                      "date_end",
                                      "deaths_a",
                                      "deaths_b",
                                      "deaths_civilians",
                                      "deaths_unknown",
                                      "best",
                                      "high",
                                      "low",
                                      "gwnoa",
                                      "gwnob",
                                      NULL};

static void empties(isn_row *row, unsigned n) {
    for (unsigned i = 0; i < n; i++) {
        isn_cell_empty(row);
    }
}

static void cell_of(isn_row *row, isn_buf *text) {
    isn_cell_copy(row, text);
    isn_buf_release(text);
}

static bool is_state(const isn_entry_actor *actors, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        if (actors[i].inter == 1 || actors[i].inter == 8 || isn_str_eqz(actors[i].sector, "MIL") ||
            isn_str_eqz(actors[i].sector, "GOV") || isn_str_eqz(actors[i].sector, "COP")) {
            return true;
        }
    }
    return false;
}

/* 1 state-based, 2 non-state, 3 one-sided; nothing where a side is not known. */
static int64_t violence(const isn_event *e) {
    if (isn_event_harms_civilians_alone(e)) {
        return 3;
    }
    if (is_state(e->actors, e->nactors) || is_state(e->recipients, e->nrecipients)) {
        return 1;
    }
    return e->nactors > 0 && e->nrecipients > 0 ? 2 : ISN_NO_COUNT;
}

static isn_str side(const isn_entry_actor *actors, uint32_t n) {
    return n > 0 ? isn_actor_label(&actors[0]) : (isn_str){NULL, 0};
}

static void id_cells(isn_row *row, const isn_event *e) {
    isn_buf id;
    int year = 0, month = 0, mday = 0;
    isn_buf_init(&id);
    isn_buf_printf(&id, "ISNAD-%.*s", (int)e->id.len, e->id.ptr);
    isn_cell_copy(row, &id);
    cell_of(row, &id);
    isn_day_split(e->end, &year, &month, &mday);
    isn_cell_int(row, year);
    isn_cell_empty(row);
    isn_cell_word(row, "Machine coded");
    isn_cell_int(row, violence(e));
    empties(row, 7);
}

static void side_cells(isn_row *row, const isn_event *e) {
    empties(row, 1); /* side_a_new_id */
    isn_cell_text(row, side(e->actors, e->nactors));
    empties(row, 2);
    isn_cell_text(row, side(e->recipients, e->nrecipients));
}

typedef isn_str (*article_text)(const isn_entry_article *article, char day[11]);

static isn_str office_of(const isn_entry_article *a, char day[11]) {
    (void)day;
    return a->outlet;
}

static isn_str day_of(const isn_entry_article *a, char day[11]) {
    if (a->published == ISN_NO_DAY) {
        return (isn_str){NULL, 0};
    }
    isn_day_text(day, a->published);
    return isn_str_of(day, 10);
}

static isn_str headline_of(const isn_entry_article *a, char day[11]) {
    (void)day;
    return a->title;
}

static bool told_before(const isn_event *e, uint32_t i) {
    for (uint32_t j = 0; j < i; j++) {
        if (e->entries[j]->article == e->entries[i]->article) {
            return true;
        }
    }
    return false;
}

/* One text an article, with ";" between them. */
static void articles_cell(isn_row *row, const isn_event *e, const article_text *parts, unsigned n) {
    isn_buf text;
    char day[11];
    bool first = true;
    isn_buf_init(&text);
    for (uint32_t i = 0; i < e->nentries; i++) {
        if (told_before(e, i)) {
            continue;
        }
        isn_buf_puts(&text, first ? "" : ";");
        first = false;
        for (unsigned p = 0; p < n; p++) {
            isn_str part = parts[p](e->entries[i]->article, day);
            isn_buf_puts(&text, p > 0 ? "," : "");
            isn_buf_put(&text, part.ptr, part.len);
        }
    }
    cell_of(row, &text);
}

static void source_cells(isn_row *row, const isn_event *e) {
    static const article_text whole[] = {office_of, day_of, headline_of};
    isn_buf text;
    isn_cell_int(row, e->nsources);
    articles_cell(row, e, whole, 3);
    articles_cell(row, e, &whole[0], 1);
    articles_cell(row, e, &whole[1], 1);
    articles_cell(row, e, &whole[2], 1);
    isn_buf_init(&text);
    for (uint32_t i = 0; i < e->nsources; i++) {
        isn_buf_puts(&text, i > 0 ? ";" : "");
        isn_buf_put(&text, e->sources[i].name.ptr, e->sources[i].name.len);
    }
    cell_of(row, &text);
}

/* Cells of half a degree, counted from the south-west corner of the world. */
static int64_t priogrid(const isn_entry_place *p) {
    int64_t up = ((int64_t)p->lat + 900000) / 5000;
    int64_t across = ((int64_t)p->lon + 1800000) / 5000;
    return up * 720 + across + 1;
}

static void where_cells(isn_row *row, const isn_event *e, const isn_country *country) {
    const isn_entry_place *p = &e->place;
    isn_buf text;
    isn_cell_int(row, p->precision);
    isn_cell_text(row, p->name.ptr != NULL ? p->name : p->text);
    isn_cell_text(row, p->text);
    isn_cell_text(row, p->admin1);
    isn_cell_empty(row);
    isn_cell_degrees(row, p->lat);
    isn_cell_degrees(row, p->lon);
    isn_buf_init(&text);
    if (p->lat != ISN_NO_INT) {
        isn_buf_printf(&text, "POINT (%.4f %.4f)", p->lon / 10000.0, p->lat / 10000.0);
    }
    cell_of(row, &text);
    isn_cell_int(row, p->lat != ISN_NO_INT ? priogrid(p) : ISN_NO_COUNT);
    isn_cell_word(row, country != NULL ? country->name : NULL);
    isn_cell_empty(row);
    isn_cell_word(row, country != NULL ? isn_country_ucdp_region(country) : NULL);
}

static void moment_cell(isn_row *row, int32_t day) {
    isn_buf text;
    char date[11];
    isn_buf_init(&text);
    isn_day_text(date, day);
    isn_buf_printf(&text, "%s 00:00:00.000", date);
    cell_of(row, &text);
}

static void when_cells(isn_row *row, const isn_event *e) {
    isn_cell_int(row, e->date_precision <= 1 && e->place.precision <= 2 ? 1 : 2);
    isn_cell_int(row, e->date_precision > 0 ? e->date_precision : 5);
    moment_cell(row, e->start != ISN_NO_DAY ? e->start : e->end);
    moment_cell(row, e->end);
}

/* GED's best is the sum of its four columns of deaths. */
static void death_cells(isn_row *row, const isn_event *e, const isn_estimate *killed) {
    int64_t best = killed->best != ISN_NO_COUNT ? killed->best : killed->low;
    bool civilians = isn_event_harms_civilians_alone(e);
    isn_cell_int(row, 0);
    isn_cell_int(row, 0);
    isn_cell_int(row, civilians ? best : 0);
    isn_cell_int(row, civilians ? 0 : best);
    isn_cell_int(row, best);
    isn_cell_int(row, killed->high != ISN_NO_COUNT ? killed->high : best);
    isn_cell_int(row, killed->low);
    empties(row, 2);
}

static bool ged_row(isn_row *row, const isn_event *e, isn_rule rule, uint32_t i) {
    const isn_estimate *killed = isn_event_estimate(e, ISN_WHAT_KILLED, rule);
    if (i > 0 || e->kind != ISN_KIND_INCIDENT || killed == NULL || e->end == ISN_NO_DAY ||
        e->place.precision == 0 || (killed->low <= 0 && killed->best <= 0 && (killed->high <= 0))) {
        return false;
    }
    const isn_country *country = isn_country_of(e->place.country);
    id_cells(row, e);
    side_cells(row, e);
    source_cells(row, e);
    where_cells(row, e, country);
    when_cells(row, e);
    death_cells(row, e, killed);
    return true;
}

const isn_sheet isn_sheet_ged = {"ged", columns, NULL, NULL, ged_row};
