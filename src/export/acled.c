/* acled.c: events in the 31 columns of ACLED's export, for tools that read those. Ids begin with ISNAD- so that
 * nobody takes a row for ACLED's own. What ACLED does not code is left out: words without deeds, totals,
 * events that are known for a whole country only. */
#include <stdio.h>
#include <string.h>

#include "export/events.h"

#define DAY_SECONDS INT64_C(86400)

static const char *const columns[] = {"event_id_cnty",
                                      "event_date",
                                      "year",
                                      "time_precision",
                                      "disorder_type",
                                      "event_type",
                                      "sub_event_type",
                                      "actor1",
                                      "assoc_actor_1",
                                      "inter1",
                                      "actor2",
                                      "assoc_actor_2",
                                      "inter2",
                                      "interaction",
                                      "civilian_targeting",
                                      "iso",
                                      "region",
                                      "country",
                                      "admin1",
                                      "admin2",
                                      "admin3",
                                      "location",
                                      "latitude",
                                      "longitude",
                                      "geo_precision",
                                      "source",
                                      "source_scale",
                                      "notes",
                                      "fatalities",
                                      "tags",
                                      "timestamp",
                                      NULL};

/* ---- type -------------------------------------------------------------------------------------- */

typedef struct acled_type {
    const char *disorder, *type, *sub;
} acled_type;

static const acled_type battle = {"Political violence", "Battles", "Armed clash"};
static const acled_type attack = {"Political violence", "Violence against civilians", "Attack"};

typedef struct mode_type {
    unsigned event;
    const char *mode; /* NULL: any other */
    acled_type as;
} mode_type;

#define REMOTE "Political violence", "Explosions/Remote violence"
#define STRATEGIC "Strategic developments", "Strategic developments"

static const mode_type types[] = {
    {ISN_EV_ASSAULT, "aerial", {REMOTE, "Air/drone strike"}},
    {ISN_EV_ASSAULT, "drone", {REMOTE, "Air/drone strike"}},
    {ISN_EV_ASSAULT, "explosives", {REMOTE, "Remote explosive/landmine/IED"}},
    {ISN_EV_ASSAULT, "suicide-attack", {REMOTE, "Suicide bomb"}},
    {ISN_EV_ASSAULT, "heavy-weapons", {REMOTE, "Shelling/artillery/missile attack"}},
    {ISN_EV_ASSAULT,
     "abduct",
     {"Political violence", "Violence against civilians", "Abduction/forced disappearance"}},
    {ISN_EV_ASSAULT,
     "sexual",
     {"Political violence", "Violence against civilians", "Sexual violence"}},
    {ISN_EV_ASSAULT, "crowd-control", {"Demonstrations", "Protests", "Protest with intervention"}},
    {ISN_EV_ASSAULT, "destroy", {STRATEGIC, "Looting/property destruction"}},
    {ISN_EV_PROTEST, "riot", {"Demonstrations", "Riots", "Violent demonstration"}},
    {ISN_EV_PROTEST, "vandalize", {"Demonstrations", "Riots", "Violent demonstration"}},
    {ISN_EV_PROTEST, NULL, {"Demonstrations", "Protests", "Peaceful protest"}},
    {ISN_EV_COERCE, "arrest", {STRATEGIC, "Arrests"}},
    {ISN_EV_COERCE, "seize", {STRATEGIC, "Looting/property destruction"}},
    {ISN_EV_COERCE, NULL, {STRATEGIC, "Other"}},
    {ISN_EV_RETREAT, "withdraw", {STRATEGIC, "Non-violent transfer of territory"}},
    {ISN_EV_RETREAT, "ceasefire", {STRATEGIC, "Agreement"}},
    {ISN_EV_RETREAT, NULL, {STRATEGIC, "Other"}},
    {ISN_EV_AGREE, NULL, {STRATEGIC, "Agreement"}},
    {ISN_EV_MOBILIZE, NULL, {STRATEGIC, "Other"}},
};

static bool civilians_hit(const isn_event *e) {
    if (isn_event_harms_civilians_alone(e)) {
        return true;
    }
    bool civilians = e->nrecipients > 0;
    for (uint32_t i = 0; i < e->nrecipients; i++) {
        civilians = civilians && isn_str_eqz(e->recipients[i].sector, "CVL");
    }
    return civilians && (e->sides & 1U << ISN_SIDE_ARMED) == 0;
}

static const acled_type *type_of(const isn_event *e) {
    for (size_t i = 0; i < ISN_LEN(types); i++) {
        if (types[i].event == e->event &&
            (types[i].mode == NULL || strcmp(types[i].mode, isn_vocab_mode[e->mode]) == 0)) {
            return &types[i].as;
        }
    }
    return e->event != ISN_EV_ASSAULT ? NULL : civilians_hit(e) ? &attack : &battle;
}

/* ---- actors -------------------------------------------------------------------------------------- */

static const char *const inters[] = {
    "",        "State forces", "Rebel group", "Political militia",    "Identity militia",
    "Rioters", "Protesters",   "Civilians",   "External/Other forces"};

typedef struct party {
    char name[256];
    unsigned inter; /* 0: nobody */
} party;

static unsigned inter_of(const isn_entry_actor *a) {
    if (a->inter > 0 && a->inter < ISN_LEN(inters)) {
        return a->inter;
    }
    return isn_str_eqz(a->sector, "CVL") ? 7 : isn_str_eqz(a->sector, "REB") ? 2 : 3;
}

/* "Civilians (Syria)", "Protesters (Iraq)", "Unidentified Armed Group (Yemen)", else its own name. */
static void set_party(party *p, const isn_entry_actor *actor, unsigned inter, const char *country) {
    static const char *const groups[] = {[5] = "Rioters", [6] = "Protesters", [7] = "Civilians"};
    isn_str name = actor != NULL ? isn_actor_label(actor) : (isn_str){NULL, 0};
    p->inter = inter;
    if (inter >= 5 && inter <= 7) {
        snprintf(p->name, sizeof p->name, "%s (%s)", groups[inter], country);
    } else if (actor == NULL || isn_str_eqz(actor->sector, "UAF")) {
        snprintf(p->name, sizeof p->name, "Unidentified Armed Group (%s)", country);
    } else {
        snprintf(p->name, sizeof p->name, "%.*s", (int)(name.len < 240 ? name.len : 240), name.ptr);
    }
}

static void set_parties(party *one, party *two, const isn_event *e, const acled_type *type,
                        const char *country) {
    *one = *two = (party){.inter = 0};
    if (strcmp(type->type, "Protests") == 0 || strcmp(type->type, "Riots") == 0) {
        set_party(one, NULL, type->type[0] == 'P' ? 6 : 5, country);
        return;
    }
    const isn_entry_actor *who = e->nactors > 0 ? &e->actors[0] : NULL;
    if (who != NULL || e->event == ISN_EV_ASSAULT) {
        set_party(one, who, who != NULL ? inter_of(who) : 3, country);
    }
    if (civilians_hit(e)) {
        set_party(two, NULL, 7, country);
    } else if (e->nrecipients > 0) {
        set_party(two, &e->recipients[0], inter_of(&e->recipients[0]), country);
    }
}

static void others_cell(isn_row *row, const isn_entry_actor *actors, uint32_t n) {
    isn_buf text;
    isn_buf_init(&text);
    isn_actor_labels(&text, actors, n, 1);
    isn_cell_copy(row, &text);
    isn_buf_release(&text);
}

static void party_cells(isn_row *row, const party *p, const isn_entry_actor *actors, uint32_t n) {
    isn_cell_text(row, p->inter == 0
                           ? (isn_str){NULL, 0}
                           : isn_str_of(isn_arena_copy(row->arena, p->name, strlen(p->name)),
                                        strlen(p->name)));
    others_cell(row, actors, n);
    isn_cell_word(row, inters[p->inter]);
}

static void interaction_cell(isn_row *row, const party *one, const party *two) {
    isn_buf text;
    isn_buf_init(&text);
    unsigned low = one->inter < two->inter ? one->inter : two->inter;
    unsigned high = one->inter + two->inter - low;
    if (low > 0) {
        isn_buf_printf(&text, "%s-%s", inters[low], inters[high]);
    } else if (high > 0) {
        isn_buf_printf(&text, "%s only", inters[high]);
    }
    isn_cell_copy(row, &text);
    isn_buf_release(&text);
}

/* ---- time, place, words -------------------------------------------------------------------------- */

/* The day itself, else the middle of the interval. */
static int32_t day_of(const isn_event *e) {
    return e->start == ISN_NO_DAY ? e->end : e->start + (e->end - e->start) / 2;
}

static int64_t time_precision(const isn_event *e) {
    return e->date_precision <= 1 ? 1 : e->date_precision <= 3 ? 2 : 3;
}

static void place_cells(isn_row *row, const isn_entry_place *p, const isn_country *country) {
    isn_cell_int(row, country->numeric > 0 ? country->numeric : ISN_NO_COUNT);
    isn_cell_word(row, country->region);
    isn_cell_word(row, country->name);
    isn_cell_text(row, p->admin1);
    isn_cell_empty(row);
    isn_cell_empty(row);
    isn_cell_text(row, p->name.ptr != NULL ? p->name : p->text);
    isn_cell_degrees(row, p->lat);
    isn_cell_degrees(row, p->lon);
    isn_cell_int(row, p->precision <= 1 ? 1 : p->precision <= 3 ? 2 : 3);
}

static void sources_cell(isn_row *row, const isn_event *e) {
    isn_buf text;
    isn_buf_init(&text);
    for (uint32_t i = 0; i < e->nentries; i++) {
        isn_str outlet = e->entries[i]->article->outlet;
        bool again = outlet.ptr == NULL;
        for (uint32_t j = 0; j < i && !again; j++) {
            again = isn_str_eq(e->entries[j]->article->outlet, outlet);
        }
        if (!again) {
            isn_buf_puts(&text, text.len > 0 ? "; " : "");
            isn_buf_put(&text, outlet.ptr, outlet.len);
        }
    }
    isn_cell_copy(row, &text);
    isn_buf_release(&text);
}

/* The words of the first claim, and how the figure came to be. */
static void notes_cell(isn_row *row, const isn_event *e, isn_rule rule) {
    const isn_estimate *killed = isn_event_estimate(e, ISN_WHAT_KILLED, rule);
    isn_buf text;
    isn_buf_init(&text);
    isn_buf_put(&text, e->entries[0]->evidence.ptr, e->entries[0]->evidence.len);
    if (killed != NULL) {
        isn_buf_printf(&text, " [killed by rule %s: %lld to %lld; independent sources: %u]",
                       isn_rule_names[rule], (long long)killed->low, (long long)killed->high,
                       killed->sources);
    }
    isn_cell_copy(row, &text);
    isn_buf_release(&text);
}

/* ACLED writes 0 where no death is known. */
static int64_t fatalities(const isn_event *e, isn_rule rule) {
    const isn_estimate *killed = isn_event_estimate(e, ISN_WHAT_KILLED, rule);
    return killed == NULL ? 0 : killed->best != ISN_NO_COUNT ? killed->best : killed->low;
}

static void id_cells(isn_row *row, const isn_event *e) {
    isn_buf id;
    int year = 0, month = 0, mday = 0;
    isn_buf_init(&id);
    isn_buf_printf(&id, "ISNAD-%.*s", (int)e->id.len, e->id.ptr);
    isn_cell_copy(row, &id);
    isn_buf_release(&id);
    isn_cell_day(row, day_of(e));
    isn_day_split(day_of(e), &year, &month, &mday);
    isn_cell_int(row, year);
    isn_cell_int(row, time_precision(e));
}

static bool acled_row(isn_row *row, const isn_event *e, isn_rule rule, uint32_t i) {
    party one, two;
    const acled_type *type = type_of(e);
    const isn_country *country = isn_country_of(e->place.country);
    if (i > 0 || e->kind != ISN_KIND_INCIDENT || type == NULL || country == NULL ||
        e->place.precision == 0 || e->place.precision > 5 || e->end == ISN_NO_DAY) {
        return false;
    }
    set_parties(&one, &two, e, type, country->name);
    id_cells(row, e);
    isn_cell_word(row, type->disorder);
    isn_cell_word(row, type->type);
    isn_cell_word(row, type->sub);
    party_cells(row, &one, e->actors, e->nactors);
    party_cells(row, &two, e->recipients, e->nrecipients);
    interaction_cell(row, &one, &two);
    isn_cell_word(row, two.inter == 7 ? "Civilians targeted" : NULL);
    place_cells(row, &e->place, country);
    sources_cell(row, e);
    isn_cell_empty(row);
    notes_cell(row, e, rule);
    isn_cell_int(row, fatalities(e, rule));
    isn_cell_empty(row);
    isn_cell_int(row, e->last_told == ISN_NO_DAY ? ISN_NO_COUNT : e->last_told * DAY_SECONDS);
    return true;
}

const isn_sheet isn_sheet_acled = {"acled", columns, NULL, NULL, acled_row};
