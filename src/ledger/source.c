/* source.c: who an event's claims come from. Sources are counted by chain of attribution, not by outlet: ten
 * papers that print one agency are one source, and so are two agencies that quote one ministry. A claim that an army and
 * eyewitnesses tell comes from both. */
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

/* Quoted by name: no anonymous source, nor an outlet's or an agency's own words. */
static bool is_origin(const isn_entry_link *link) {
    return link->named && link->role != ISN_LINK_OUTLET && link->role != ISN_LINK_AGENCY;
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

/* Somebody who tells a claim. Where some are named, those that are not tell of the same. */
typedef struct teller {
    uint32_t entry;
    const isn_entry_link *origin; /* by name, or NULL */
    uint32_t source;              /* the first of those that are one with him */
} teller;

typedef struct tellers {
    teller *all;
    uint32_t n;
    isn_entry *const *entries;
} tellers;

static void add_origin(tellers *t, uint32_t entry, const isn_entry_link *origin) {
    for (uint32_t i = t->n; i > 0 && t->all[i - 1].entry == entry; i--) {
        if (same_link(t->all[i - 1].origin, origin)) {
            return;
        }
    }
    t->all[t->n] = (teller){entry, origin, t->n};
    t->n++;
}

static void add_tellers(tellers *t, uint32_t entry) {
    const isn_entry *e = t->entries[entry];
    uint32_t before = t->n;
    if (e->nchain > 0 && is_origin(&e->chain[0])) {
        add_origin(t, entry, &e->chain[0]);
    }
    for (uint32_t i = 0; i < e->ntellers; i++) {
        if (is_origin(&e->tellers[i])) {
            add_origin(t, entry, &e->tellers[i]);
        }
    }
    if (t->n == before) {
        t->all[t->n] = (teller){entry, NULL, t->n};
        t->n++;
    }
}

static bool one_print(const tellers *t, uint32_t a, uint32_t b) {
    return isn_str_eq(t->entries[t->all[a].entry]->article->twin,
                      t->entries[t->all[b].entry]->article->twin);
}

/* Two for whom nobody is named: in one text, or brought by one. */
static bool one_carrier(const tellers *t, uint32_t a, uint32_t b) {
    const isn_entry_link *p = carrier(t->entries[t->all[a].entry]);
    const isn_entry_link *q = carrier(t->entries[t->all[b].entry]);
    return one_print(t, a, b) || (p != NULL && q != NULL && same_link(p, q));
}

static void join(tellers *t, uint32_t a, uint32_t b) {
    uint32_t from = t->all[a].source > t->all[b].source ? t->all[a].source : t->all[b].source;
    uint32_t to = t->all[a].source + t->all[b].source - from;
    for (uint32_t i = 0; i < t->n; i++) {
        t->all[i].source = t->all[i].source == from ? to : t->all[i].source;
    }
}

/* Does an article set what one source tells against what the other does? Then they are two, though none is named. */
static bool set_against(const tellers *t, uint32_t a, uint32_t b) {
    for (uint32_t i = 0; i < t->n; i++) {
        const isn_entry *x = t->entries[t->all[i].entry];
        for (uint32_t j = 0; t->all[i].source == t->all[a].source && x->nagainst > 0 && j < t->n;
             j++) {
            if (t->all[j].source == t->all[b].source &&
                isn_entry_against_of(x, t->entries[t->all[j].entry]) != NULL) {
                return true;
            }
        }
    }
    return false;
}

static bool alike(const tellers *t, uint32_t a, uint32_t b) {
    const isn_entry_link *x = t->all[a].origin;
    const isn_entry_link *y = t->all[b].origin;
    if (x == NULL || y == NULL) {
        return x == y && one_carrier(t, a, b) && !set_against(t, a, b);
    }
    return same_link(x, y);
}

/* Whoever is named joins all of his name, by way of others too; and what nobody is named for all that is like it. */
static void join_alike(tellers *t) {
    for (uint32_t i = 0; i < t->n; i++) {
        for (uint32_t j = 0; j < i; j++) {
            if (t->all[i].source != t->all[j].source && alike(t, i, j)) {
                join(t, i, j);
            }
        }
    }
}

/* The first who is named among those of a source; NULL: nobody. */
static const isn_entry_link *origin_of(const tellers *t, uint32_t source) {
    const isn_entry_link *origin = NULL;
    for (uint32_t i = source; i < t->n && origin == NULL; i++) {
        origin = t->all[i].source == source ? t->all[i].origin : NULL;
    }
    return origin;
}

/* What nobody is named for goes with the first who is named in the same text and not set against it, and is no bridge
 * between those who are. */
static void join_unnamed(tellers *t) {
    for (uint32_t i = 0; i < t->n; i++) {
        bool settled = origin_of(t, t->all[i].source) != NULL;
        for (uint32_t j = 0; j < t->n && !settled; j++) {
            settled = t->all[j].origin != NULL && one_print(t, i, j) && !set_against(t, i, j);
            if (settled) {
                join(t, i, j);
            }
        }
    }
}

/* As the first by name is called; where there is none, as the claim has it. */
static isn_event_source shown(const tellers *t, uint32_t of) {
    const isn_entry *entry = t->entries[t->all[of].entry];
    const isn_entry_link *origin = origin_of(t, of);
    if (origin == NULL && entry->nchain == 0) {
        return (isn_event_source){.name = entry->article->outlet, .role = ISN_LINK_OUTLET};
    }
    origin = origin != NULL ? origin : &entry->chain[0];
    return (isn_event_source){.name = origin->name,
                              .id = origin->id,
                              .role = origin->role,
                              .named = origin->named,
                              .party = origin->party};
}

/* Claims and outlets of a source: of tellers of one claim, and of claims that one outlet prints, the first counts. */
static void count(isn_event_source *source, const tellers *t, uint32_t of) {
    for (uint32_t i = of; i < t->n; i++) {
        const isn_entry *entry = t->entries[t->all[i].entry];
        bool claim = t->all[i].source == of;
        bool outlet = claim;
        for (uint32_t j = of; j < i && claim; j++) {
            const isn_entry *other = t->entries[t->all[j].entry];
            if (t->all[j].source == of) {
                claim = other != entry;
                outlet = outlet && !isn_str_eq(entry->article->outlet, other->article->outlet);
            }
        }
        source->claims += claim;
        source->outlets += claim && outlet;
    }
}

void isn_event_sources(isn_event *event, isn_arena *arena) {
    uint32_t most = 0;
    for (uint32_t i = 0; i < event->nentries; i++) {
        most += 1 + event->entries[i]->ntellers;
    }
    tellers t = {ISN_NEW(arena, teller, most), 0, event->entries};
    uint32_t *numbers = ISN_NEW(arena, uint32_t, most); /* by the first teller */
    event->source_of = ISN_NEW(arena, uint32_t, event->nentries);
    event->sources = ISN_NEW(arena, isn_event_source, most);
    event->nsources = 0;
    for (uint32_t i = 0; i < event->nentries; i++) {
        add_tellers(&t, i);
    }
    join_alike(&t);
    join_unnamed(&t);
    for (uint32_t i = t.n; i-- > 0;) { /* of each claim the first teller's stays */
        event->source_of[t.all[i].entry] = t.all[i].source;
    }
    for (uint32_t i = 0; i < t.n; i++) {
        if (t.all[i].source == i) {
            numbers[i] = event->nsources;
            event->sources[event->nsources] = shown(&t, i);
            count(&event->sources[event->nsources++], &t, i);
        }
    }
    for (uint32_t i = 0; i < event->nentries; i++) {
        event->source_of[i] = numbers[event->source_of[i]];
    }
}
