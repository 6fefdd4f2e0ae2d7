/* event_page.c: events for a reader at a terminal. Arabic is set apart by isolates, so that it reorders nothing
 * beside it. */
#include "export/events.h"

#define FIRST_ISOLATE "\xe2\x81\xa8"
#define END_ISOLATE "\xe2\x81\xa9"
#define MOST_SHOWN 6 /* claims of an event */

static void apart(isn_buf *out, isn_str text) {
    isn_buf_puts(out, FIRST_ISOLATE);
    isn_buf_put(out, text.ptr, text.len);
    isn_buf_puts(out, END_ISOLATE);
}

static void day(isn_buf *out, int32_t value) {
    char text[11];
    if (value == ISN_NO_DAY) {
        isn_buf_putc(out, '?');
        return;
    }
    isn_day_text(text, value);
    isn_buf_puts(out, text);
}

static void number(isn_buf *out, int64_t value) {
    if (value == ISN_NO_COUNT) {
        isn_buf_putc(out, '?');
    } else {
        isn_buf_printf(out, "%lld", (long long)value);
    }
}

static void first_line(isn_buf *out, const isn_event *e) {
    isn_buf_printf(out, "%.*s  ", (int)e->id.len, e->id.ptr);
    day(out, e->start);
    if (e->end != e->start) {
        isn_buf_puts(out, " to ");
        day(out, e->end);
    }
    isn_buf_printf(out, "  %s%s%s", isn_vocab_event[e->event], e->mode != 0 ? "/" : "",
                   e->mode != 0 ? isn_vocab_mode[e->mode] : "");
    if (e->kind != ISN_KIND_INCIDENT) {
        isn_buf_printf(out, " (%s)", isn_kind_names[e->kind]);
    }
    if (e->place.precision > 0) {
        isn_str name = e->place.name.ptr != NULL ? e->place.name : e->place.text;
        isn_buf_puts(out, "  ");
        apart(out, name);
        isn_buf_printf(out, " (precision %u)", e->place.precision);
    }
    isn_buf_putc(out, '\n');
}

static void sides(isn_buf *out, const isn_event *e) {
    isn_buf names;
    if (e->nactors + e->nrecipients == 0) {
        return;
    }
    isn_buf_init(&names);
    isn_actor_labels(&names, e->actors, e->nactors, 0);
    isn_buf_puts(out, "    ");
    apart(out, isn_str_of(names.len > 0 ? names.ptr : "?", names.len > 0 ? names.len : 1));
    names.len = 0;
    isn_actor_labels(&names, e->recipients, e->nrecipients, 0);
    if (names.len > 0) {
        isn_buf_puts(out, " -> ");
        apart(out, isn_str_of(names.ptr, names.len));
    }
    out->failed = out->failed || names.failed;
    isn_buf_release(&names);
    isn_buf_putc(out, '\n');
}

static void estimates(isn_buf *out, const isn_event *e, isn_rule rule) {
    for (uint32_t i = 0; i < e->nestimates; i++) {
        const isn_estimate *x = &e->estimates[i];
        if (x->rule == rule) {
            isn_buf_printf(out, "    %s ", isn_vocab_what[x->what]);
            number(out, x->low);
            isn_buf_putc(out, '-');
            number(out, x->best);
            isn_buf_putc(out, '-');
            number(out, x->high);
            isn_buf_printf(out, " by rule %s\n", isn_rule_names[rule]);
        }
    }
}

static void claims(isn_buf *out, const isn_event *e) {
    isn_buf_printf(out, "    claims %u, outlets %u, independent sources %u, contradictions %u\n",
                   e->nentries, e->outlets, e->nsources, e->ndisputes);
    for (uint32_t i = 0; i < e->nentries && i < MOST_SHOWN; i++) {
        const isn_entry *c = e->entries[i];
        isn_buf_printf(out, "      %.*s%s  ", (int)c->key.len, c->key.ptr,
                       e->superseded[i] ? " (superseded)" : "");
        apart(out, e->sources[e->source_of[i]].name);
        isn_buf_puts(out, "  ");
        apart(out, c->evidence);
        isn_buf_putc(out, '\n');
    }
    if (e->nentries > MOST_SHOWN) {
        isn_buf_printf(out, "      and %u more\n", e->nentries - MOST_SHOWN);
    }
}

void isn_event_page(isn_buf *out, const isn_event *e, isn_rule rule) {
    first_line(out, e);
    sides(out, e);
    if (e->outcome.ptr != NULL) {
        isn_buf_puts(out, "    deadline ");
        day(out, e->deadline);
        isn_buf_printf(out, ": %.*s\n", (int)e->outcome.len, e->outcome.ptr);
    }
    estimates(out, e, rule);
    claims(out, e);
}
