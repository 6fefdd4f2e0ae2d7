/* event.c: what an event is, out of its claims: act, day, place, who; and whether a total covers it. */
#include "ledger/source.h"

#define MOST_ACTORS 12

/* ---- act and day ------------------------------------------------------------------------------ */

/* The way told most often, the first of equals; 0 where none is told. */
static uint8_t usual_mode(const isn_event *event) {
    uint8_t best = 0;
    uint32_t most = 0;
    for (uint32_t i = 0; i < event->nentries; i++) {
        uint8_t mode = event->entries[i]->mode;
        uint32_t times = 0;
        for (uint32_t j = 0; j < event->nentries; j++) {
            times += event->entries[j]->mode == mode;
        }
        if (mode != 0 && (times > most || (times == most && mode < best))) {
            best = mode;
            most = times;
        }
    }
    return best;
}

static uint32_t times_dated(const isn_event *event, const isn_entry *as) {
    uint32_t times = 0;
    for (uint32_t i = 0; i < event->nentries; i++) {
        times += event->entries[i]->start == as->start && event->entries[i]->end == as->end;
    }
    return times;
}

/* Is `b` dated better than `a`: more exactly, by more claims, earlier? */
static bool dated_better(const isn_event *event, const isn_entry *a, const isn_entry *b) {
    int64_t days_a = a->start == ISN_NO_DAY ? 1000 : a->end - a->start;
    int64_t days_b = b->start == ISN_NO_DAY ? 1000 : b->end - b->start;
    uint32_t times_a = times_dated(event, a);
    uint32_t times_b = times_dated(event, b);
    if (days_a != days_b) {
        return days_b < days_a;
    }
    return times_a != times_b ? times_b > times_a : b->end < a->end;
}

static void set_date(isn_event *event) {
    const isn_entry *best = NULL;
    event->start = event->end = event->deadline = ISN_NO_DAY;
    event->first_told = event->last_told = ISN_NO_DAY;
    for (uint32_t i = 0; i < event->nentries; i++) {
        const isn_entry *e = event->entries[i];
        int32_t told = e->article->published;
        if (e->end != ISN_NO_DAY && (best == NULL || dated_better(event, best, e))) {
            best = e;
        }
        if (told != ISN_NO_DAY) {
            bool first = event->first_told == ISN_NO_DAY || told < event->first_told;
            event->first_told = first ? told : event->first_told;
            event->last_told = told > event->last_told ? told : event->last_told;
        }
        if (e->deadline > event->deadline) {
            event->deadline = e->deadline;
        }
    }
    if (best != NULL) {
        event->start = best->start;
        event->end = best->end;
        event->date_precision = best->date_precision;
    }
}

/* ---- place ------------------------------------------------------------------------------------ */

static uint32_t times_placed(const isn_event *event, isn_str id) {
    uint32_t times = 0;
    for (uint32_t i = 0; i < event->nentries; i++) {
        const isn_entry *e = event->entries[i];
        for (uint32_t j = 0; j < e->nplaces; j++) {
            if (isn_str_eq(e->places[j].id, id)) {
                times++;
                break;
            }
        }
    }
    return times;
}

static bool placed_better(const isn_event *event, const isn_entry_place *a,
                          const isn_entry_place *b) {
    if (a->precision != b->precision) {
        return b->precision < a->precision;
    }
    uint32_t times_a = times_placed(event, a->id);
    uint32_t times_b = times_placed(event, b->id);
    return times_a != times_b ? times_b > times_a : isn_str_compare(b->id, a->id) < 0;
}

static void set_place(isn_event *event) {
    const isn_entry_place *best = NULL;
    for (uint32_t i = 0; i < event->nentries; i++) {
        const isn_entry *e = event->entries[i];
        for (uint32_t j = 0; j < e->nplaces; j++) {
            const isn_entry_place *place = &e->places[j];
            if (place->precision > 0 && (best == NULL || placed_better(event, best, place))) {
                best = place;
            }
        }
    }
    event->place = (isn_entry_place){.lat = ISN_NO_INT, .lon = ISN_NO_INT};
    if (best != NULL) {
        event->place = *best;
    }
}

/* ---- who -------------------------------------------------------------------------------------- */

static bool one_actor(const isn_entry_actor *a, const isn_entry_actor *b) {
    return a->id.ptr != NULL || b->id.ptr != NULL ? isn_str_eq(a->id, b->id)
                                                  : isn_str_eq(a->text, b->text);
}

/* Each actor once, as the claim with the smallest key names it. */
static isn_entry_actor *gather(const isn_event *event, bool recipients, uint32_t *n,
                               isn_arena *arena) {
    isn_entry_actor *all = ISN_NEW(arena, isn_entry_actor, MOST_ACTORS);
    *n = 0;
    for (uint32_t i = 0; i < event->nentries; i++) {
        const isn_entry *e = event->entries[i];
        const isn_entry_actor *from = recipients ? e->recipients : e->actors;
        uint32_t nfrom = recipients ? e->nrecipients : e->nactors;
        for (uint32_t j = 0; j < nfrom && *n < MOST_ACTORS; j++) {
            bool known = false;
            for (uint32_t k = 0; k < *n && !known; k++) {
                known = one_actor(&all[k], &from[j]);
            }
            if (!known) {
                all[(*n)++] = from[j];
            }
        }
    }
    return all;
}

static void count_prints(isn_event *event) {
    event->articles = event->outlets = 0;
    for (uint32_t i = 0; i < event->nentries; i++) {
        const isn_entry_article *article = event->entries[i]->article;
        bool again = false;
        bool outlet = article->outlet.ptr == NULL;
        for (uint32_t j = 0; j < i; j++) {
            again = again || event->entries[j]->article == article;
            outlet = outlet || isn_str_eq(event->entries[j]->article->outlet, article->outlet);
        }
        event->articles += !again;
        event->outlets += !outlet;
    }
}

/* Whom the event harmed; 0 where nobody is counted. */
static unsigned sides_of(const isn_event *event) {
    unsigned sides = 0;
    for (uint32_t i = 0; i < event->nentries; i++) {
        for (uint32_t j = 0; j < event->entries[i]->nfigures; j++) {
            sides |= 1U << event->entries[i]->figures[j].side;
        }
    }
    return sides;
}

void isn_event_build(isn_event *event, isn_entry **entries, uint32_t n, isn_arena *arena) {
    event->entries = entries;
    event->nentries = n;
    event->kind = entries[0]->kind;
    event->event = entries[0]->event;
    event->mode = usual_mode(event);
    set_date(event);
    set_place(event);
    event->actors = gather(event, false, &event->nactors, arena);
    event->recipients = gather(event, true, &event->nrecipients, arena);
    event->sides = sides_of(event);
    count_prints(event);
    isn_event_sources(event, arena);
    event->nestimates = 0;
    isn_event_figures(event, arena);
}

/* ---- totals ----------------------------------------------------------------------------------- */

#define REGION_KM 300
#define GOVERNORATE_KM 120

static bool place_covers(const isn_entry_place *total, const isn_entry_place *place) {
    if (total->precision == 0 || place->precision == 0 || total->precision < place->precision) {
        return false;
    }
    if (total->country.ptr != NULL && place->country.ptr != NULL &&
        !isn_str_eq(total->country, place->country)) {
        return false;
    }
    if (total->precision >= 6) {
        return total->country.ptr != NULL && place->country.ptr != NULL;
    }
    if (total->name.ptr != NULL && isn_str_eq(total->name, place->admin1)) {
        return true;
    }
    if (total->lat == ISN_NO_INT || place->lat == ISN_NO_INT) {
        return false;
    }
    double km = isn_ledger_km(total->lat, total->lon, place->lat, place->lon);
    return km < (total->precision == 5   ? REGION_KM
                 : total->precision == 4 ? GOVERNORATE_KM
                                         : ISN_FAR_KM);
}

bool isn_event_covers(const isn_event *total, const isn_event *event) {
    if (event->kind != ISN_KIND_INCIDENT || event->event != total->event ||
        (total->kind != ISN_KIND_TALLY && total->kind != ISN_KIND_AGGREGATE)) {
        return false;
    }
    if (total->end == ISN_NO_DAY || event->end == ISN_NO_DAY || event->start == ISN_NO_DAY ||
        event->end > total->end || (total->start != ISN_NO_DAY && event->start < total->start)) {
        return false;
    }
    if (total->mode != 0 && event->mode != 0 && total->mode != event->mode) {
        return false;
    }
    unsigned unknown = 1U << ISN_SIDE_UNKNOWN;
    unsigned told = total->sides;
    unsigned here = event->sides;
    if (here == 0 || ((told & unknown) == 0 && (here & unknown) == 0 && (told & here) == 0)) {
        return false;
    }
    return place_covers(&total->place, &event->place);
}
