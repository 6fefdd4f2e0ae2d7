/* event_json.c: events as JSON lines, in PLOVER's names, and as GeoJSON. Unknown is null. */
#include <string.h>

#include "export/events.h"
#include "export/export.h"

static void str(isn_buf *out, isn_str s) {
    if (s.ptr == NULL) {
        isn_buf_puts(out, "null");
    } else {
        isn_buf_json(out, s.ptr, s.len);
    }
}

static void word(isn_buf *out, const char *text) {
    str(out, text == NULL || strcmp(text, "-") == 0 ? (isn_str){NULL, 0} : isn_str_z(text));
}

static void number(isn_buf *out, int64_t value) {
    if (value == ISN_NO_COUNT) {
        isn_buf_puts(out, "null");
    } else {
        isn_buf_printf(out, "%lld", (long long)value);
    }
}

static void day(isn_buf *out, int32_t value) {
    char text[11];
    if (value == ISN_NO_DAY) {
        isn_buf_puts(out, "null");
    } else {
        isn_day_text(text, value);
        isn_buf_printf(out, "\"%s\"", text);
    }
}

static void degrees(isn_buf *out, int32_t value) {
    if (value == ISN_NO_INT) {
        isn_buf_puts(out, "null");
    } else {
        isn_export_decimal(out, value, 4);
    }
}

static void actors(isn_buf *out, const isn_entry_actor *list, uint32_t n) {
    isn_buf_putc(out, '[');
    for (uint32_t i = 0; i < n; i++) {
        isn_buf_puts(out, i > 0 ? ",{\"text\":" : "{\"text\":");
        str(out, list[i].text);
        isn_buf_puts(out, ",\"id\":");
        str(out, list[i].id);
        isn_buf_puts(out, ",\"name\":");
        str(out, list[i].name);
        isn_buf_puts(out, ",\"country\":");
        str(out, list[i].country);
        isn_buf_puts(out, ",\"sector\":");
        str(out, list[i].sector);
        isn_buf_putc(out, '}');
    }
    isn_buf_putc(out, ']');
}

static void place(isn_buf *out, const isn_entry_place *p) {
    if (p->precision == 0) {
        isn_buf_puts(out, "null");
        return;
    }
    isn_buf_puts(out, "{\"name\":");
    str(out, p->name.ptr != NULL ? p->name : p->text);
    isn_buf_puts(out, ",\"id\":");
    str(out, p->id);
    isn_buf_puts(out, ",\"country\":");
    str(out, p->country);
    isn_buf_puts(out, ",\"admin1\":");
    str(out, p->admin1);
    isn_buf_puts(out, ",\"lat\":");
    degrees(out, p->lat);
    isn_buf_puts(out, ",\"lon\":");
    degrees(out, p->lon);
    isn_buf_printf(out, ",\"precision\":%u,\"basis\":", p->precision);
    str(out, p->basis);
    isn_buf_putc(out, '}');
}

static void bounds(isn_buf *out, int64_t low, int64_t best, int64_t high) {
    isn_buf_puts(out, "\"low\":");
    number(out, low);
    isn_buf_puts(out, ",\"best\":");
    number(out, best);
    isn_buf_puts(out, ",\"high\":");
    number(out, high);
}

static void head(isn_buf *out, const isn_event *e) {
    str(out, e->id);
    isn_buf_puts(out, ",\"kind\":");
    word(out, isn_kind_names[e->kind]);
    isn_buf_puts(out, ",\"event_type\":");
    word(out, isn_vocab_event[e->event]);
    isn_buf_puts(out, ",\"mode\":");
    word(out, isn_vocab_mode[e->mode]);
    isn_buf_puts(out, ",\"date\":{\"start\":");
    day(out, e->start);
    isn_buf_puts(out, ",\"end\":");
    day(out, e->end);
    isn_buf_printf(out, ",\"precision\":%u},\"deadline\":", e->date_precision);
    day(out, e->deadline);
    isn_buf_puts(out, ",\"place\":");
    place(out, &e->place);
    isn_buf_puts(out, ",\"actors\":");
    actors(out, e->actors, e->nactors);
    isn_buf_puts(out, ",\"recipients\":");
    actors(out, e->recipients, e->nrecipients);
}

/* All rules where `rule` is ISN_RULES. */
static void estimates(isn_buf *out, const isn_event *e, isn_rule rule) {
    bool first = true;
    isn_buf_puts(out, ",\"estimates\":[");
    for (uint32_t i = 0; i < e->nestimates; i++) {
        const isn_estimate *x = &e->estimates[i];
        if (rule == ISN_RULES || x->rule == rule) {
            isn_buf_printf(out, "%s{\"what\":\"%s\",\"rule\":\"%s\",", first ? "" : ",",
                           isn_vocab_what[x->what], isn_rule_names[x->rule]);
            bounds(out, x->low, x->best, x->high);
            isn_buf_printf(out, ",\"sources\":%u}", x->sources);
            first = false;
        }
    }
    isn_buf_putc(out, ']');
}

static void figures(isn_buf *out, const isn_entry *e) {
    isn_buf_puts(out, ",\"counts\":[");
    for (uint32_t i = 0; i < e->nfigures; i++) {
        const isn_entry_figure *f = &e->figures[i];
        isn_buf_printf(out, "%s{\"what\":\"%s\",", i > 0 ? "," : "", isn_vocab_what[f->what]);
        bounds(out, f->low, f->best, f->high);
        isn_buf_puts(out, ",\"side\":");
        word(out, isn_vocab_side[f->side]);
        isn_buf_puts(out, ",\"unit\":");
        str(out, f->unit);
        isn_buf_puts(out, ",\"text\":");
        str(out, f->text);
        isn_buf_printf(out, ",\"start\":%u,\"end\":%u}", f->start, f->end);
    }
    isn_buf_putc(out, ']');
}

static void chain(isn_buf *out, const isn_entry *e) {
    isn_buf_puts(out, ",\"chain\":[");
    for (uint32_t i = 0; i < e->nchain; i++) {
        const isn_entry_link *k = &e->chain[i];
        isn_buf_puts(out, i > 0 ? ",{\"name\":" : "{\"name\":");
        str(out, k->name);
        isn_buf_puts(out, ",\"id\":");
        str(out, k->id);
        isn_buf_puts(out, ",\"role\":");
        word(out, isn_vocab_link_role[k->role]);
        isn_buf_printf(out, ",\"named\":%s,\"party\":%s}", k->named ? "true" : "false",
                       k->party ? "true" : "false");
    }
    isn_buf_putc(out, ']');
}

static void article(isn_buf *out, const isn_entry_article *a) {
    isn_buf_puts(out, ",\"article\":{\"sha256\":");
    str(out, isn_str_of(a->ident.ptr, 64));
    isn_buf_puts(out, ",\"source\":");
    str(out, a->source);
    isn_buf_puts(out, ",\"url\":");
    str(out, a->url);
    isn_buf_puts(out, ",\"outlet\":");
    str(out, a->outlet);
    isn_buf_puts(out, ",\"published\":");
    day(out, a->published);
    isn_buf_puts(out, ",\"title\":");
    str(out, a->title);
    isn_buf_putc(out, '}');
}

static void claim(isn_buf *out, const isn_event *e, uint32_t i) {
    const isn_entry *c = e->entries[i];
    isn_buf_puts(out, i > 0 ? ",{\"id\":" : "{\"id\":");
    str(out, c->key);
    isn_buf_printf(out, ",\"type\":\"%s\",\"polarity\":\"%s\",\"source\":%u,\"superseded\":%s",
                   isn_vocab_type[c->type], c->negative ? "negative" : "positive",
                   e->source_of[i] + 1, e->superseded[i] ? "true" : "false");
    isn_buf_puts(out, ",\"score\":");
    number(out, c->reasons.ptr != NULL ? c->score : ISN_NO_COUNT);
    isn_buf_puts(out, ",\"reasons\":");
    str(out, c->reasons);
    figures(out, c);
    chain(out, c);
    isn_buf_puts(out, ",\"evidence\":{\"text\":");
    str(out, c->evidence);
    isn_buf_printf(out, ",\"start\":%u,\"end\":%u}", c->evidence_start, c->evidence_end);
    article(out, c->article);
    isn_buf_putc(out, '}');
}

static void disputes(isn_buf *out, const isn_event *e) {
    isn_buf_puts(out, "],\"contradictions\":[");
    for (uint32_t i = 0; i < e->ndisputes; i++) {
        const isn_dispute *d = &e->disputes[i];
        isn_buf_puts(out, i > 0 ? ",{\"claims\":[" : "{\"claims\":[");
        str(out, e->entries[d->a]->key);
        isn_buf_putc(out, ',');
        str(out, e->entries[d->b]->key);
        isn_buf_puts(out, "],\"field\":");
        str(out, d->field);
        isn_buf_puts(out, ",\"note\":");
        str(out, d->note);
        isn_buf_putc(out, '}');
    }
    isn_buf_putc(out, ']');
}

void isn_event_json(isn_buf *out, const isn_event *e, isn_rule rule) {
    isn_buf_puts(out, "{\"event\":");
    head(out, e);
    estimates(out, e, rule);
    isn_buf_puts(out, ",\"sources\":[");
    for (uint32_t i = 0; i < e->nsources; i++) {
        const isn_event_source *s = &e->sources[i];
        isn_buf_puts(out, i > 0 ? ",{\"name\":" : "{\"name\":");
        str(out, s->name);
        isn_buf_puts(out, ",\"id\":");
        str(out, s->id);
        isn_buf_printf(out, ",\"role\":\"%s\",\"claims\":%u,\"outlets\":%u}",
                       isn_vocab_link_role[s->role], s->claims, s->outlets);
    }
    isn_buf_puts(out, "],\"claims\":[");
    for (uint32_t i = 0; i < e->nentries; i++) {
        claim(out, e, i);
    }
    disputes(out, e);
    isn_buf_puts(out, ",\"within_totals\":");
    str(out, e->covered_by);
    isn_buf_puts(out, ",\"outcome\":");
    str(out, e->outcome);
    isn_buf_puts(out, ",\"responsibility\":");
    /* names are pieces of articles, whose bytes may be no UTF-8 */
    bool json = e->responsible.ptr != NULL &&
                isn_utf8_check(e->responsible.ptr, e->responsible.len) == SIZE_MAX;
    isn_buf_put(out, json ? e->responsible.ptr : "null", json ? e->responsible.len : 4);
    isn_buf_puts(out, "}\n");
}

/* ---- PLOVER ------------------------------------------------------------------------------------ */

static void plover_actors(isn_buf *out, const isn_entry_actor *list, uint32_t n) {
    isn_buf_putc(out, '[');
    for (uint32_t i = 0; i < n; i++) {
        isn_buf_puts(out, i > 0 ? ",{\"actor_text\":" : "{\"actor_text\":");
        str(out, list[i].text);
        isn_buf_puts(out, ",\"country\":");
        str(out, list[i].country);
        isn_buf_puts(out, ",\"sector\":");
        str(out, list[i].sector);
        isn_buf_putc(out, '}');
    }
    isn_buf_putc(out, ']');
}

static int64_t best_of(const isn_entry *e, unsigned what) {
    int64_t low = ISN_NO_COUNT, best = ISN_NO_COUNT, high = ISN_NO_COUNT;
    isn_entry_total(e, what, &low, &best, &high);
    return best != ISN_NO_COUNT ? best : low;
}

static void plover_claim(isn_buf *out, const isn_event *event, const isn_entry *e) {
    isn_buf_puts(out, "{\"id\":");
    str(out, e->key);
    isn_buf_puts(out, ",\"event_id\":");
    str(out, event->id);
    isn_buf_puts(out, ",\"date\":");
    day(out, e->start != ISN_NO_DAY ? e->start : e->end);
    isn_buf_puts(out, ",\"enddate\":");
    day(out, e->end);
    isn_buf_puts(out, ",\"actor\":");
    plover_actors(out, e->actors, e->nactors);
    isn_buf_puts(out, ",\"recipient\":");
    plover_actors(out, e->recipients, e->nrecipients);
    isn_buf_printf(out, ",\"event\":[\"%s\"],\"mode\":[", isn_vocab_event[e->event]);
    if (e->mode != 0) {
        word(out, isn_vocab_mode[e->mode]);
    }
    isn_buf_puts(out, "],\"negation\":");
    isn_buf_puts(out, e->negative ? "true" : "false");
    isn_buf_puts(out, ",\"event_loc\":");
    const isn_entry_place *p = isn_entry_place_of(e);
    if (p == NULL) {
        isn_buf_puts(out, "null");
    } else {
        place(out, p);
    }
    isn_buf_puts(out, ",\"size\":{\"dead\":");
    number(out, best_of(e, ISN_WHAT_KILLED));
    isn_buf_puts(out, ",\"injured\":");
    number(out, best_of(e, ISN_WHAT_WOUNDED));
    isn_buf_puts(out, ",\"arrested\":");
    number(out, best_of(e, ISN_WHAT_CAPTURED));
    isn_buf_printf(out, "},\"text_info\":{\"start\":%u,\"end\":%u,\"unit\":\"byte\",\"text\":",
                   e->evidence_start, e->evidence_end);
    str(out, e->evidence);
    isn_buf_puts(out, "},\"cite_info\":{\"source\":");
    str(out, e->article->outlet);
    isn_buf_puts(out, ",\"date\":");
    day(out, e->article->published);
    isn_buf_puts(out, ",\"title\":");
    str(out, e->article->title);
    isn_buf_puts(out, ",\"url\":");
    str(out, e->article->url);
    isn_buf_puts(out, "}}\n");
}

void isn_event_plover(isn_buf *out, const isn_event *event) {
    for (uint32_t i = 0; i < event->nentries; i++) {
        if (event->entries[i]->event != ISN_EV_NONE) {
            plover_claim(out, event, event->entries[i]);
        }
    }
}

/* ---- GeoJSON ----------------------------------------------------------------------------------- */

void isn_event_geojson(isn_buf *out, const isn_event *e, isn_rule rule) {
    bool point = e->place.precision > 0 && e->place.lat != ISN_NO_INT;
    isn_buf_puts(out, "{\"type\":\"Feature\",\"id\":");
    str(out, e->id);
    isn_buf_puts(out, ",\"geometry\":");
    if (point) {
        isn_buf_puts(out, "{\"type\":\"Point\",\"coordinates\":[");
        degrees(out, e->place.lon);
        isn_buf_putc(out, ',');
        degrees(out, e->place.lat);
        isn_buf_puts(out, "]}");
    } else {
        isn_buf_puts(out, "null");
    }
    isn_buf_puts(out, ",\"properties\":{\"event\":");
    head(out, e);
    estimates(out, e, rule);
    isn_buf_printf(out, ",\"where_prec\":%u,\"coord_basis\":", e->place.precision);
    str(out, e->place.precision > 0 ? e->place.basis : (isn_str){NULL, 0});
    isn_buf_printf(out, ",\"claims\":%u,\"sources\":%u,\"contradictions\":%u}}", e->nentries,
                   e->nsources, e->ndisputes);
}
