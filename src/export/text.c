/* text.c: a record for a reader at a terminal, in the language of the pack. Numbers stand as
 * low–best–high beside their words; the chain of attribution is drawn link by link, origin first.
 *
 * What the program itself says comes from interface.tsv of the pack; a key that is missing there is
 * shown as it is. Pieces of the input and numbers are put in Unicode isolates, so that a Latin name
 * or a range of numbers does not turn the line around it.
 */
#include <string.h>

#include "export/export.h"

#define FSI "\xe2\x81\xa8" /* first strong isolate */
#define DASH "\xe2\x80\x93"
#define DOT "\xc2\xb7"
#define DOWN "\xe2\x86\x93"
#define BULLET "\xe2\x97\x8f"
#define RULE "\xe2\x94\x80"
#define OPEN "\xc2\xab"
#define CLOSE "\xc2\xbb"

#define BOLD "\x1b[1m"
#define DIM "\x1b[2m"
#define RED "\x1b[31m"
#define CYAN "\x1b[36m"
#define YELLOW "\x1b[33m"
#define RESET "\x1b[0m"

typedef struct page {
    isn_buf *out;
    const isn_record *record;
    const isn_lex *lex; /* NULL for an article that was not scanned */
    bool color;
} page;

static void style(page *p, const char *code) {
    if (p->color) {
        isn_buf_puts(p->out, code);
    }
}

/* Writes the pack's words for "group.name", or the name itself. */
static void label(page *p, const char *group, const char *name) {
    isn_str text;
    if (isn_export_label(&text, p->lex, group, name)) {
        isn_buf_put(p->out, text.ptr, text.len);
    } else {
        isn_buf_puts(p->out, name);
    }
}

/* Bytes of the input on one line: line ends and other control characters become spaces, so that
 * an article cannot steer the terminal. C1 controls and bidi controls are dropped with them. */
static void clean(page *p, isn_str s) {
    const unsigned char *at = (const unsigned char *)s.ptr;
    const unsigned char *end = s.ptr == NULL ? at : at + s.len;
    while (at < end) {
        uint32_t cp;
        unsigned len = isn_utf8_next(&cp, at, end);
        bool control = cp < 0x20 || (cp >= 0x7f && cp < 0xa0) || cp == 0x2028 || cp == 0x2029;
        bool bidi = (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2066 && cp <= 0x2069);
        if (cp == 0xfffd) {
            isn_buf_puts(p->out, "\xef\xbf\xbd");
        } else if (control) {
            isn_buf_putc(p->out, ' ');
        } else if (!bidi) {
            isn_buf_put(p->out, (const char *)at, len);
        }
        at += len;
    }
}

static void isolate(page *p, isn_str s) {
    isn_buf_puts(p->out, FSI);
    clean(p, s);
    isn_buf_puts(p->out, ISN_PDI);
}

static void quoted(page *p, isn_str s) {
    isn_buf_puts(p->out, OPEN);
    isolate(p, s);
    isn_buf_puts(p->out, CLOSE);
}

static void latin(page *p, const char *text) {
    isn_buf_puts(p->out, ISN_LRI);
    isn_buf_puts(p->out, text);
    isn_buf_puts(p->out, ISN_PDI);
}

/* "   label: " */
static void field(page *p, const char *name) {
    isn_buf_puts(p->out, "   ");
    style(p, DIM);
    label(p, "field", name);
    isn_buf_putc(p->out, ':');
    style(p, RESET);
    isn_buf_putc(p->out, ' ');
}

static void newline(page *p) {
    isn_buf_putc(p->out, '\n');
}

static void rule_line(page *p) {
    style(p, DIM);
    for (unsigned i = 0; i < 64; i++) {
        isn_buf_puts(p->out, RULE);
    }
    style(p, RESET);
    newline(p);
}

/* ---- head ----------------------------------------------------------------------------------- */

static void head(page *p) {
    const isn_record *record = p->record;
    rule_line(p);
    style(p, BOLD);
    if (record->title.start < record->title.end) {
        isolate(p, record->title.text);
    } else {
        label(p, "head", "untitled");
    }
    style(p, RESET);
    newline(p);
    style(p, DIM);
    if (record->outlet_name.ptr != NULL) {
        isolate(p, record->outlet_name);
        isn_buf_puts(p->out, " " DOT " ");
    }
    if (record->match != NULL && record->match->story.published != ISN_NO_DAY) {
        char day[11];
        isn_day_text(day, record->match->story.published);
        latin(p, day);
        isn_buf_puts(p->out, " " DOT " ");
    }
    isolate(p, record->article->source);
    style(p, RESET);
    newline(p);
    rule_line(p);
}

static void nothing(page *p) {
    if (strcmp(p->record->language, "ar") != 0) {
        label(p, "head", "language");
        isn_buf_puts(p->out, " ");
        latin(p, p->record->language);
    } else {
        label(p, "head", p->record->relevant ? "no-claims" : "irrelevant");
    }
    newline(p);
}

/* ---- claims --------------------------------------------------------------------------------- */

static void kind_line(page *p, const isn_claim *claim, uint32_t index) {
    isn_buf *out = p->out;
    style(p, claim->main ? BOLD RED : BOLD);
    isn_buf_puts(out, BULLET " ");
    isn_buf_printf(out, ISN_LRI "c%u" ISN_PDI " ", index + 1);
    label(p, "event", isn_vocab_event[claim->event]);
    style(p, RESET);
    if (claim->mode != 0) {
        isn_buf_puts(out, " (");
        label(p, "mode", isn_vocab_mode[claim->mode]);
        isn_buf_puts(out, ")");
    }
    isn_buf_puts(out, " " DOT " ");
    label(p, "type", isn_vocab_type[claim->type]);
    if (claim->negative) {
        isn_buf_puts(out, " " DOT " ");
        label(p, "polarity", "negative");
    }
    if (claim->modality != 0) {
        isn_buf_puts(out, " " DOT " ");
        label(p, "modality", isn_names_modality[claim->modality]);
    }
    if (!claim->main) {
        isn_buf_puts(out, " " DOT " ");
        label(p, "main", "false");
    }
    style(p, DIM);
    isn_buf_puts(out, "  " ISN_LRI "[");
    isn_buf_puts(out, isn_vocab_event[claim->event]);
    if (claim->mode != 0) {
        isn_buf_printf(out, "/%s", isn_vocab_mode[claim->mode]);
    }
    isn_buf_puts(out, "]" ISN_PDI);
    style(p, RESET);
    newline(p);
}

static void actor(page *p, const isn_rec_actor *a) {
    isolate(p, a->mark.start < a->mark.end ? a->mark.text : a->name);
    if (a->country.ptr == NULL && a->sector == ISN_SEC_NONE) {
        return;
    }
    style(p, DIM);
    isn_buf_puts(p->out, " " ISN_LRI "[");
    if (a->country.ptr != NULL) {
        clean(p, a->country);
    }
    if (a->sector != ISN_SEC_NONE) {
        isn_buf_printf(p->out, "%s%s", a->country.ptr != NULL ? " " : "",
                       isn_vocab_sector[a->sector]);
    }
    isn_buf_puts(p->out, "]" ISN_PDI);
    style(p, RESET);
}

static void separator(page *p, uint32_t index) {
    if (index > 0) {
        label(p, "mark", "and");
        isn_buf_putc(p->out, ' ');
    }
}

static void actors(page *p, const char *name, const isn_rec_actor *list, uint32_t n) {
    if (n == 0) {
        return;
    }
    field(p, name);
    for (uint32_t i = 0; i < n; i++) {
        separator(p, i);
        actor(p, &list[i]);
    }
    newline(p);
}

static void figure(isn_buf *out, int64_t value) {
    if (value == ISN_NO_COUNT) {
        isn_buf_putc(out, '?');
    } else {
        isn_buf_printf(out, "%lld", (long long)value);
    }
}

/* low–best–high, always left to right. */
static void figures(page *p, const isn_rec_count *count) {
    style(p, BOLD);
    isn_buf_puts(p->out, ISN_LRI);
    figure(p->out, count->low);
    isn_buf_puts(p->out, DASH);
    figure(p->out, count->best);
    isn_buf_puts(p->out, DASH);
    figure(p->out, count->high);
    isn_buf_puts(p->out, ISN_PDI);
    style(p, RESET);
}

static void count_line(page *p, const isn_rec_count *count, bool part) {
    isn_buf_puts(p->out, part ? "      " : "   ");
    style(p, DIM);
    if (part) {
        label(p, "count", "of-whom");
        isn_buf_putc(p->out, ' ');
    }
    label(p, "what", isn_vocab_what[count->what]);
    isn_buf_puts(p->out, ": ");
    style(p, RESET);
    figures(p, count);
    if (count->mark.start < count->mark.end) {
        isn_buf_puts(p->out, "  ");
        quoted(p, count->mark.text);
    }
    if (count->quantity != ISN_Q_EXACT) {
        isn_buf_puts(p->out, " " DOT " ");
        label(p, "quantity", isn_vocab_quantity[count->quantity]);
    }
    if (count->side != ISN_SIDE_UNKNOWN) {
        isn_buf_puts(p->out, " " DOT " ");
        label(p, "side", isn_vocab_side[count->side]);
    }
    if (count->harm > ISN_HARM_WOUNDED) {
        isn_buf_puts(p->out, " " DOT " ");
        label(p, "harm", isn_vocab_harm[count->harm]);
    }
    newline(p);
    for (uint32_t i = 0; !part && i < count->nof_whom; i++) {
        count_line(p, &count->of_whom[i], true);
    }
}

static void places(page *p, const isn_claim *claim) {
    if (claim->nplaces == 0) {
        return;
    }
    field(p, "places");
    for (uint32_t i = 0; i < claim->nplaces; i++) {
        const isn_rec_place *place = &claim->places[i];
        separator(p, i);
        isolate(p, place->mark.start < place->mark.end ? place->mark.text : place->name);
        if (place->country.ptr != NULL) {
            style(p, DIM);
            isn_buf_puts(p->out, " " ISN_LRI "[");
            clean(p, place->country);
            isn_buf_puts(p->out, "]" ISN_PDI);
            style(p, RESET);
        }
    }
    newline(p);
}

static void date_end(page *p, int32_t day) {
    char text[11];
    if (day == ISN_NO_DAY) {
        isn_buf_putc(p->out, '?');
    } else {
        isn_day_text(text, day);
        isn_buf_puts(p->out, text);
    }
}

static void date(page *p, const char *name, const isn_rec_date *d) {
    if (!d->known) {
        return;
    }
    field(p, name);
    isn_buf_puts(p->out, ISN_LRI);
    date_end(p, d->start);
    if (d->start != d->end) {
        isn_buf_puts(p->out, " " DASH " ");
        date_end(p, d->end);
    }
    isn_buf_puts(p->out, ISN_PDI);
    if (d->mark.start < d->mark.end) {
        isn_buf_puts(p->out, "  ");
        quoted(p, d->mark.text);
    }
    newline(p);
}

static void link_notes(page *p, const isn_rec_link *link) {
    style(p, DIM);
    isn_buf_puts(p->out, " (");
    label(p, "role", isn_vocab_link_role[link->role]);
    if (!link->named) {
        isn_buf_puts(p->out, " " DOT " ");
        label(p, "named", "false");
    }
    if (link->party) {
        isn_buf_puts(p->out, " " DOT " ");
        label(p, "party", "true");
    }
    if (link->channel != ISN_CH_NONE) {
        isn_buf_puts(p->out, " " DOT " ");
        label(p, "channel", isn_vocab_channel[link->channel]);
    }
    isn_buf_puts(p->out, ")");
    style(p, RESET);
    if (link->verb.ptr != NULL) {
        isn_buf_putc(p->out, ' ');
        quoted(p, link->verb);
    }
}

static void chain(page *p, const isn_claim *claim) {
    if (claim->nchain == 0) {
        return;
    }
    isn_buf_puts(p->out, "   ");
    style(p, DIM);
    label(p, "field", "chain");
    isn_buf_puts(p->out, ":\n");
    style(p, RESET);
    for (uint32_t i = 0; i < claim->nchain; i++) {
        const isn_rec_link *link = &claim->chain[i];
        bool written = link->mark.start < link->mark.end;
        if (i > 0) {
            isn_buf_puts(p->out, "      " DOWN "\n");
        }
        isn_buf_puts(p->out, "      ");
        style(p, CYAN);
        isolate(p, written || link->name.ptr == NULL ? link->mark.text : link->name);
        style(p, RESET);
        link_notes(p, link);
        newline(p);
    }
}

static void claim_lines(page *p, const isn_claim *claim, uint32_t index) {
    kind_line(p, claim, index);
    actors(p, "actors", claim->actors, claim->nactors);
    actors(p, "recipients", claim->recipients, claim->nrecipients);
    for (uint32_t i = 0; i < claim->ncounts; i++) {
        count_line(p, &claim->counts[i], false);
    }
    places(p, claim);
    date(p, "date", &claim->date);
    date(p, "deadline", &claim->deadline);
    chain(p, claim);
    if (claim->refers_to != UINT32_MAX) {
        field(p, "refers_to");
        isn_buf_printf(p->out, ISN_LRI "c%u" ISN_PDI "\n", claim->refers_to + 1);
    }
    field(p, claim->quoted == 2 ? "quoted" : "evidence");
    quoted(p, claim->evidence.text);
    newline(p);
    newline(p);
}

static void contradictions(page *p) {
    const isn_record *record = p->record;
    for (uint32_t i = 0; i < record->ncontradictions; i++) {
        const isn_contradiction *pair = &record->contradictions[i];
        style(p, YELLOW);
        label(p, "head", "contradiction");
        isn_buf_puts(p->out, ": ");
        style(p, RESET);
        isn_buf_printf(p->out, ISN_LRI "c%u / c%u" ISN_PDI " " DOT " ", pair->a + 1, pair->b + 1);
        label(p, "field", pair->field);
        if (pair->note.ptr != NULL) {
            isn_buf_puts(p->out, " " DOT " ");
            isn_export_dispute(p->out, p->lex, pair->note);
        }
        newline(p);
    }
    if (record->ncontradictions > 0) {
        newline(p);
    }
}

void isn_export_text(isn_buf *out, const isn_record *record, bool color) {
    page p = {out, record, NULL, color};
    if (record->match != NULL && record->match->scan != NULL) {
        p.lex = record->match->scan->lex;
    }
    head(&p);
    if (record->nclaims == 0) {
        nothing(&p);
        newline(&p);
    }
    for (uint32_t i = 0; i < record->nclaims; i++) {
        claim_lines(&p, &record->claims[i], i);
    }
    contradictions(&p);
}
