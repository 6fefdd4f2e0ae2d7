/* schema_org.c: claims in the names of schema.org, as JSON-LD: a Claim with the article it appears in, who makes it, and
 * what it is about, an Event that is an Action too, for its agent and its object. Claims of one event name it by the
 * same @id. Whether a claim is true is no part of it. */
#include "export/events.h"
#include "export/export.h"

static void text(isn_buf *out, const char *name, isn_str value) {
    if (value.ptr != NULL && value.len > 0) {
        isn_buf_printf(out, ",\"%s\":", name);
        isn_buf_json(out, value.ptr, value.len);
    }
}

static void day(isn_buf *out, const char *name, int32_t value) {
    char digits[11];
    if (value != ISN_NO_DAY) {
        isn_day_text(digits, value);
        isn_buf_printf(out, ",\"%s\":\"%s\"", name, digits);
    }
}

/* "urn:isnad:claim:KEY": keys and ids are of letters, digits, dots and colons. */
static void id(isn_buf *out, const char *what, isn_str key) {
    isn_buf_printf(out, "\"@id\":\"urn:isnad:%s:%.*s\"", what, (int)key.len, key.ptr);
}

static void put_place(isn_buf *out, const isn_entry_place *p) {
    isn_buf_puts(out, ",\"location\":{\"@type\":\"Place\"");
    text(out, "name", p->name.ptr != NULL ? p->name : p->text);
    text(out, "identifier", p->id);
    if (p->country.ptr != NULL) {
        isn_buf_puts(out, ",\"address\":{\"@type\":\"PostalAddress\"");
        text(out, "addressCountry", p->country);
        isn_buf_putc(out, '}');
    }
    if (p->lat != ISN_NO_INT) {
        isn_buf_puts(out, ",\"geo\":{\"@type\":\"GeoCoordinates\",\"latitude\":");
        isn_export_decimal(out, p->lat, 4);
        isn_buf_puts(out, ",\"longitude\":");
        isn_export_decimal(out, p->lon, 4);
        isn_buf_putc(out, '}');
    }
    isn_buf_putc(out, '}');
}

static void put_actors(isn_buf *out, const char *name, const isn_entry_actor *list, uint32_t n) {
    if (n == 0) {
        return;
    }
    isn_buf_printf(out, ",\"%s\":[", name);
    for (uint32_t i = 0; i < n; i++) {
        isn_buf_puts(out, i > 0 ? ",{\"@type\":\"Thing\"" : "{\"@type\":\"Thing\"");
        text(out, "name", isn_actor_label(&list[i]));
        text(out, "alternateName", list[i].name.ptr != NULL ? list[i].text : (isn_str){NULL, 0});
        text(out, "identifier", list[i].id);
        isn_buf_putc(out, '}');
    }
    isn_buf_putc(out, ']');
}

static void put_event(isn_buf *out, const isn_event *event, const isn_entry *e) {
    isn_buf_puts(out, ",\"about\":{\"@type\":[\"Event\",\"Action\"],");
    id(out, "event", event->id);
    if (e->event != ISN_EV_NONE) { /* "ASSAULT/explosives" */
        isn_buf_printf(out, ",\"additionalType\":\"%s%s%s\"", isn_vocab_event[e->event],
                       e->mode != 0 ? "/" : "", e->mode != 0 ? isn_vocab_mode[e->mode] : "");
    }
    day(out, "startDate", e->start);
    day(out, "endDate", e->end);
    if (isn_entry_place_of(e) != NULL) {
        put_place(out, isn_entry_place_of(e));
    }
    put_actors(out, "agent", e->actors, e->nactors);
    put_actors(out, "object", e->recipients, e->nrecipients);
    isn_buf_putc(out, '}');
}

static void put_article(isn_buf *out, const isn_entry_article *a) {
    isn_buf_puts(out, ",\"appearance\":{\"@type\":\"NewsArticle\",");
    id(out, "article", a->ident);
    text(out, "headline", a->title);
    text(out, "url", a->url);
    day(out, "datePublished", a->published);
    if (a->outlet.ptr != NULL) {
        isn_buf_puts(out, ",\"publisher\":{\"@type\":\"Organization\"");
        text(out, "name", a->outlet);
        isn_buf_putc(out, '}');
    }
    isn_buf_putc(out, '}');
}

void isn_event_schema_org(isn_buf *out, const isn_event *event) {
    for (uint32_t i = 0; i < event->nentries; i++) {
        const isn_entry *e = event->entries[i];
        isn_buf_puts(out, i > 0 ? ",\n{\"@type\":\"Claim\"," : "{\"@type\":\"Claim\",");
        id(out, "claim", e->key);
        text(out, "text", e->evidence);
        isn_buf_puts(out, ",\"inLanguage\":\"ar\"");
        day(out, "datePublished", e->article->published);
        if (e->nchain > 0 && e->chain[0].name.ptr != NULL) {
            isn_buf_puts(out, ",\"author\":{\"@type\":\"Thing\"");
            text(out, "name", e->chain[0].name);
            text(out, "identifier", e->chain[0].id);
            isn_buf_putc(out, '}');
        }
        put_article(out, e->article);
        put_event(out, event, e);
        isn_buf_putc(out, '}');
    }
}
