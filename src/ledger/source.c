/* source.c: who an event's claims come from. Sources are counted by chain of attribution, not by outlet: ten
 * papers that print one agency are one source, and so are two agencies that quote one ministry. */
#include "ledger/source.h"
#include "text/words.h"

#define NAME_WORDS 24

typedef struct name_words {
    uint32_t hash[NAME_WORDS];
    uint32_t n;
} name_words;

static int take(void *context, bool again, const char *word, int len, int start, int end) {
    name_words *to = context;
    (void)start;
    (void)end;
    if (again) { /* the last form is the barest */
        to->hash[to->n - 1] = (uint32_t)isn_hash(word, (size_t)len, 0);
        return 0;
    }
    if (to->n == NAME_WORDS) {
        return 1;
    }
    to->hash[to->n++] = (uint32_t)isn_hash(word, (size_t)len, 0);
    return 0;
}

static bool has(const name_words *all, uint32_t hash) {
    for (uint32_t i = 0; i < all->n; i++) {
        if (all->hash[i] == hash) {
            return true;
        }
    }
    return false;
}

/* "The health ministry" and "the health ministry in Gaza": every word of one is in the other. */
static bool names_agree(isn_str a, isn_str b) {
    name_words x = {.n = 0};
    name_words y = {.n = 0};
    isn_words(a.ptr, a.len, true, take, &x);
    isn_words(b.ptr, b.len, true, take, &y);
    const name_words *few = x.n <= y.n ? &x : &y;
    const name_words *many = few == &x ? &y : &x;
    for (uint32_t i = 0; i < few->n; i++) {
        if (!has(many, few->hash[i])) {
            return false;
        }
    }
    return few->n > 0;
}

static bool same_link(const isn_entry_link *a, const isn_entry_link *b) {
    if (a->id.ptr != NULL && b->id.ptr != NULL) {
        return isn_str_eq(a->id, b->id);
    }
    return a->name.ptr != NULL && b->name.ptr != NULL && names_agree(a->name, b->name);
}

/* The one who is quoted by name, or NULL: an anonymous source, the outlet's own words. */
static const isn_entry_link *named_origin(const isn_entry *entry) {
    if (entry->nchain == 0 || !entry->chain[0].named || entry->chain[0].role == ISN_LINK_OUTLET ||
        entry->chain[0].role == ISN_LINK_AGENCY) {
        return NULL;
    }
    return &entry->chain[0];
}

static const isn_entry_link *link_of_role(const isn_entry *entry, unsigned role) {
    for (uint32_t i = 0; i < entry->nchain; i++) {
        if (entry->chain[i].role == role) {
            return &entry->chain[i];
        }
    }
    return NULL;
}

/* Who brings what nobody is named for: the agency, else whoever prints it. */
static const isn_entry_link *carrier(const isn_entry *entry) {
    const isn_entry_link *agency = link_of_role(entry, ISN_LINK_AGENCY);
    return agency != NULL ? agency : link_of_role(entry, ISN_LINK_OUTLET);
}

static bool one_source(const isn_entry *a, const isn_entry *b) {
    const isn_entry_link *x = named_origin(a);
    const isn_entry_link *y = named_origin(b);
    if (x != NULL && y != NULL) {
        return same_link(x, y);
    }
    if (isn_str_eq(a->article->twin, b->article->twin)) {
        return true;
    }
    if (x != NULL || y != NULL) {
        return false;
    }
    const isn_entry_link *p = carrier(a);
    const isn_entry_link *q = carrier(b);
    return p != NULL && q != NULL && same_link(p, q);
}

static void show(isn_event_source *source, const isn_entry *entry) {
    if (entry->nchain == 0) {
        source->name = entry->article->outlet;
        source->role = ISN_LINK_OUTLET;
        return;
    }
    const isn_entry_link *origin = &entry->chain[0];
    source->name = origin->name;
    source->id = origin->id;
    source->role = origin->role;
    source->named = origin->named;
    source->party = origin->party;
}

static uint32_t outlets_of(const isn_event *event, uint32_t source) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < event->nentries; i++) {
        bool counted = event->source_of[i] != source;
        for (uint32_t j = 0; j < i && !counted; j++) {
            counted =
                event->source_of[j] == source &&
                isn_str_eq(event->entries[i]->article->outlet, event->entries[j]->article->outlet);
        }
        n += !counted;
    }
    return n;
}

/* Joins each entry to all that share its source, by way of others too. */
static void unite(uint32_t *of, isn_entry *const *entries, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        of[i] = i;
    }
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t j = 0; j < i; j++) {
            if (of[i] == of[j] || !one_source(entries[i], entries[j])) {
                continue;
            }
            uint32_t from = of[i] > of[j] ? of[i] : of[j];
            uint32_t to = of[i] + of[j] - from;
            for (uint32_t k = 0; k <= i; k++) {
                of[k] = of[k] == from ? to : of[k];
            }
        }
    }
}

void isn_event_sources(isn_event *event, isn_arena *arena) {
    uint32_t n = event->nentries;
    uint32_t *first = ISN_NEW(arena, uint32_t, n);
    event->source_of = ISN_NEW(arena, uint32_t, n);
    event->sources = ISN_NEW(arena, isn_event_source, n);
    event->nsources = 0;
    unite(first, event->entries, n);
    for (uint32_t i = 0; i < n; i++) {
        if (first[i] == i) {
            event->source_of[i] = event->nsources;
            show(&event->sources[event->nsources++], event->entries[i]);
        } else {
            event->source_of[i] = event->source_of[first[i]];
        }
        event->sources[event->source_of[i]].claims++;
    }
    for (uint32_t i = 0; i < event->nsources; i++) {
        event->sources[i].outlets = outlets_of(event, i);
    }
}
