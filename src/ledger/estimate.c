/* estimate.c: what the claims of an event say in all: one figure a source, later ones in place of earlier
 * ones, then low, best and high by each named rule.
 *
 * What a party says of its enemy's losses may raise the highest figure and never sets the lowest or the
 * best: a fighter's count of those it killed is not evidence by itself.
 */
#include <stdio.h>

#include "ledger/ledger.h"

const char *const isn_rule_names[] = {"acled", "ucdp", "ibc", "majority", "latest", NULL};

typedef struct saying { /* what one entry says of one kind of harm */
    uint32_t entry, source;
    int32_t told;
    int64_t low, best, high;
    bool update, boast; /* raises an earlier count; a party on its enemy's losses */
    bool gone;          /* another one stands in its place */
    bool replaced;      /* and says something else */
} saying;

typedef ISN_VEC(isn_dispute) dispute_list;

/* ---- one entry ------------------------------------------------------------------------------ */

typedef struct sides {
    int64_t of[3]; /* by ISN_SIDE_*; ISN_NO_COUNT where none is given */
} sides;

static void raise_side(sides *s, unsigned side, int64_t value) {
    if (value != ISN_NO_COUNT && (s->of[side] == ISN_NO_COUNT || value > s->of[side])) {
        s->of[side] = value;
    }
}

/* Fighters and civilians are two groups; "15 dead" beside them is both together. */
static int64_t in_all(const sides *s) {
    int64_t armed = s->of[ISN_SIDE_ARMED];
    int64_t civilian = s->of[ISN_SIDE_CIVILIAN];
    int64_t parts = armed == ISN_NO_COUNT      ? civilian
                    : civilian == ISN_NO_COUNT ? armed
                                               : armed + civilian;
    int64_t whole = s->of[ISN_SIDE_UNKNOWN];
    return whole == ISN_NO_COUNT || (parts != ISN_NO_COUNT && parts > whole) ? parts : whole;
}

bool isn_entry_total(const isn_entry *entry, unsigned what, int64_t *low, int64_t *best,
                     int64_t *high) {
    sides lows = {{ISN_NO_COUNT, ISN_NO_COUNT, ISN_NO_COUNT}};
    sides bests = lows;
    sides highs = lows;
    bool any = false;
    bool open = false;
    for (uint32_t i = 0; i < entry->nfigures; i++) {
        const isn_entry_figure *f = &entry->figures[i];
        if (f->what != what || f->unit.ptr != NULL || f->side > ISN_SIDE_CIVILIAN) {
            continue;
        }
        any = true;
        open = open || f->high == ISN_NO_COUNT;
        raise_side(&lows, f->side, f->low);
        raise_side(&bests, f->side, f->best);
        raise_side(&highs, f->side, f->high);
    }
    if (any) {
        *low = in_all(&lows);
        *best = in_all(&bests);
        *high = open ? ISN_NO_COUNT : in_all(&highs);
    }
    return any;
}

/* ---- who may be believed about what ----------------------------------------------------------- */

static bool is_one_of(const isn_entry_link *link, const isn_entry_actor *actors, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        if ((link->id.ptr != NULL && isn_str_eq(link->id, actors[i].id)) ||
            (link->name.ptr != NULL &&
             (isn_str_eq(link->name, actors[i].text) || isn_str_eq(link->name, actors[i].name)))) {
            return true;
        }
    }
    return false;
}

static bool counts_fighters(const isn_entry *entry, unsigned what) {
    bool fighters = false;
    for (uint32_t i = 0; i < entry->nfigures; i++) {
        const isn_entry_figure *f = &entry->figures[i];
        if (f->what == what && f->side == ISN_SIDE_CIVILIAN) {
            return false;
        }
        fighters = fighters || (f->what == what && f->side == ISN_SIDE_ARMED);
    }
    return fighters;
}

/* A party counts fighters that are not its own. */
static bool is_boast(const isn_entry *entry, unsigned what) {
    if (entry->nchain == 0 || !entry->chain[0].party || !counts_fighters(entry, what)) {
        return false;
    }
    return !is_one_of(&entry->chain[0], entry->recipients, entry->nrecipients);
}

/* ---- all entries of one kind of harm ------------------------------------------------------------ */

/* Is `b` to stand rather than `a`, both of one source? */
static bool later(const saying *a, const saying *b) {
    if (a->told != b->told) {
        return b->told > a->told;
    }
    if (a->update != b->update) {
        return b->update;
    }
    return (b->best != ISN_NO_COUNT) > (a->best != ISN_NO_COUNT) ||
           (b->best != ISN_NO_COUNT && a->best != ISN_NO_COUNT && b->best > a->best);
}

/* Each source says one thing in the end. */
static void keep_last_of_source(saying *s, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t j = 0; j < i; j++) {
            if (s[i].source == s[j].source && !s[i].gone && !s[j].gone) {
                saying *old = later(&s[i], &s[j]) ? &s[i] : &s[j];
                old->gone = true;
                old->replaced = s[i].best != s[j].best && s[i].told != s[j].told;
            }
        }
    }
}

/* "The toll rose to 19": a lower one told up to that day is out of date, whoever said it. A higher one is
 * not: it contradicts. */
static void apply_updates(saying *s, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t j = 0; s[i].update && !s[i].boast && j < n; j++) {
            if (s[j].told <= s[i].told && s[j].best != ISN_NO_COUNT && s[j].best < s[i].best) {
                s[j].gone = s[j].replaced = true;
            }
        }
    }
}

static uint32_t gather(saying *s, const isn_event *event, unsigned what) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < event->nentries; i++) {
        const isn_entry *entry = event->entries[i];
        saying *x = &s[n];
        if (entry->negative || !isn_entry_total(entry, what, &x->low, &x->best, &x->high)) {
            continue;
        }
        x->entry = i;
        x->source = event->source_of[i];
        x->told = entry->article->published;
        x->update = entry->type == ISN_TY_UPDATE || entry->type == ISN_TY_TALLY;
        x->update = x->update && event->kind == ISN_KIND_INCIDENT;
        x->boast = is_boast(entry, what);
        x->gone = x->replaced = false;
        n++;
    }
    return n;
}

/* ---- rules -------------------------------------------------------------------------------------- */

static int64_t low_of(const saying *s) {
    return s->low != ISN_NO_COUNT ? s->low : s->best != ISN_NO_COUNT ? s->best : 0;
}

static int64_t high_of(const saying *s) {
    int64_t high = s->high != ISN_NO_COUNT ? s->high : s->best;
    return high != ISN_NO_COUNT ? high : s->low;
}

/* The middle of the best figures, the lower of two. */
static int64_t middle(const saying *s, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        uint32_t below = 0, equal = 0, all = 0;
        for (uint32_t j = 0; j < n; j++) {
            if (s[j].best != ISN_NO_COUNT && s[i].best != ISN_NO_COUNT) {
                below += s[j].best < s[i].best;
                equal += s[j].best == s[i].best;
                all++;
            }
        }
        uint32_t at = (all - 1) / 2;
        if (all > 0 && below <= at && at < below + equal) {
            return s[i].best;
        }
    }
    return ISN_NO_COUNT;
}

/* The figure that most give, the lower of equals. */
static int64_t commonest(const saying *s, uint32_t n) {
    int64_t best = ISN_NO_COUNT;
    uint32_t most = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t times = 0;
        for (uint32_t j = 0; j < n; j++) {
            times += s[j].best == s[i].best;
        }
        if (s[i].best != ISN_NO_COUNT && (times > most || (times == most && s[i].best < best))) {
            best = s[i].best;
            most = times;
        }
    }
    return best;
}

static int64_t lowest(const saying *s, uint32_t n) {
    int64_t best = ISN_NO_COUNT;
    for (uint32_t i = 0; i < n; i++) {
        if (s[i].best != ISN_NO_COUNT && (best == ISN_NO_COUNT || s[i].best < best)) {
            best = s[i].best;
        }
    }
    return best;
}

/* What was told last; of several on that day the commonest. */
static int64_t latest(const saying *s, uint32_t n, saying *room) {
    int32_t day = ISN_NO_DAY;
    uint32_t m = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (s[i].best != ISN_NO_COUNT && s[i].told > day) {
            day = s[i].told;
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        if (s[i].told == day) {
            room[m++] = s[i];
        }
    }
    return commonest(room, m);
}

static int64_t best_by(isn_rule rule, const saying *s, uint32_t n, saying *room) {
    switch (rule) {
    case ISN_RULE_ACLED: return lowest(s, n);
    case ISN_RULE_UCDP: return middle(s, n);
    case ISN_RULE_MAJORITY: return commonest(s, n);
    case ISN_RULE_LATEST: return latest(s, n, room);
    default: return ISN_NO_COUNT;
    }
}

/* Moves what holds to the front: the reliable first, then the boasts. */
static uint32_t sort_out(saying *s, uint32_t n, uint32_t *nboasts) {
    uint32_t m = 0;
    *nboasts = 0;
    for (unsigned pass = 0; pass < 2; pass++) {
        for (uint32_t i = m; i < n; i++) {
            if (!s[i].gone && s[i].boast == (pass == 1)) {
                saying x = s[i];
                memmove(s + m + 1, s + m, (i - m) * sizeof *s);
                s[m++] = x;
                *nboasts += pass;
            }
        }
    }
    return m - *nboasts;
}

/* "Nine dead and wounded" leaves open whether anybody died: 0 is no figure beside others that give one. */
static bool says_nothing_low(const saying *s, uint32_t n, uint32_t i) {
    bool others = false;
    for (uint32_t j = 0; j < n; j++) {
        others = others || s[j].best != ISN_NO_COUNT || s[j].low > 0;
    }
    return others && s[i].best == ISN_NO_COUNT && s[i].low <= 0;
}

static void bounds(isn_estimate *e, const saying *s, uint32_t n, uint32_t nboasts) {
    for (uint32_t i = 0; i < n + nboasts; i++) {
        bool counts = i < n || e->rule != ISN_RULE_IBC || n == 0;
        int64_t low = i < n ? low_of(&s[i]) : n == 0 ? 0 : e->low;
        bool low_counts = i >= n || !says_nothing_low(s, n, i);
        if (low_counts && (e->low == ISN_NO_COUNT || low < e->low)) {
            e->low = low;
        }
        if (counts && (e->high == ISN_NO_COUNT || high_of(&s[i]) > e->high)) {
            e->high = high_of(&s[i]);
        }
    }
}

static void estimate(isn_event *event, unsigned what, saying *s, uint32_t n, uint32_t nboasts,
                     isn_arena *arena) {
    saying *room = ISN_NEW(arena, saying, n + 1);
    for (unsigned rule = 0; rule < ISN_RULES; rule++) {
        isn_estimate *e = &event->estimates[event->nestimates++];
        *e = (isn_estimate){.what = (uint8_t)what,
                            .rule = rule,
                            .low = ISN_NO_COUNT,
                            .high = ISN_NO_COUNT,
                            .sources = n + nboasts};
        e->best = best_by(rule, s, n, room);
        bounds(e, s, n, nboasts);
    }
}

/* ---- disputes ----------------------------------------------------------------------------------- */

static bool exclude(const saying *a, const saying *b) {
    return a->best != ISN_NO_COUNT && b->best != ISN_NO_COUNT &&
           (high_of(a) < low_of(b) || high_of(b) < low_of(a));
}

static void dispute(dispute_list *list, unsigned what, const saying *s, uint32_t n,
                    isn_arena *arena) {
    char note[96];
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t j = i + 1; j < n; j++) {
            if (exclude(&s[i], &s[j])) {
                int len = snprintf(note, sizeof note, "%lld against %lld", (long long)s[i].best,
                                   (long long)s[j].best);
                *ISN_PUSH(arena, list) = (isn_dispute){
                    s[i].entry, s[j].entry, isn_str_z(isn_vocab_what[what]),
                    isn_str_of(isn_arena_copy(arena, note, (size_t)len), (size_t)len)};
            }
        }
    }
}

static bool listed(const dispute_list *list, uint32_t i, uint32_t j, isn_str field) {
    for (uint32_t k = 0; k < list->len; k++) {
        const isn_dispute *d = &list->ptr[k];
        if (((d->a == i && d->b == j) || (d->a == j && d->b == i)) &&
            (field.ptr == NULL || isn_str_eq(d->field, field))) {
            return true;
        }
    }
    return false;
}

/* What the coder set against each other in one article. */
static void dispute_told(dispute_list *list, const isn_event *event, isn_arena *arena) {
    for (uint32_t i = 0; i < event->nentries; i++) {
        const isn_entry *a = event->entries[i];
        for (uint32_t j = i + 1; a->nagainst > 0 && j < event->nentries &&
                                 event->entries[j]->article->row == a->article->row;
             j++) {
            for (uint32_t k = 0; k < a->nagainst; k++) {
                const isn_entry_against *x = &a->against[k];
                if (isn_str_eq(x->name, event->entries[j]->name) && !listed(list, i, j, x->field)) {
                    *ISN_PUSH(arena, list) = (isn_dispute){i, j, x->field, x->note};
                }
            }
        }
    }
}

/* A claim that it happened against one that it did not. */
static void dispute_denials(dispute_list *list, const isn_event *event, isn_arena *arena) {
    const isn_str any = {NULL, 0};
    for (uint32_t i = 0; i < event->nentries; i++) {
        for (uint32_t j = i + 1; j < event->nentries; j++) {
            if (event->entries[i]->negative != event->entries[j]->negative &&
                !listed(list, i, j, any)) {
                *ISN_PUSH(arena, list) =
                    (isn_dispute){i, j, isn_str_z("polarity"), isn_str_z("said and denied")};
            }
        }
    }
}

void isn_event_figures(isn_event *event, isn_arena *arena) {
    uint32_t n = event->nentries;
    saying *s = ISN_NEW(arena, saying, n);
    dispute_list disputes = {.len = 0};
    event->superseded = ISN_NEW(arena, bool, n);
    event->estimates = ISN_NEW(arena, isn_estimate, (size_t)ISN_RULES * (ISN_WHAT_ACTIONS + 1));
    for (unsigned what = ISN_WHAT_KILLED; what <= ISN_WHAT_ACTIONS; what++) {
        uint32_t nboasts = 0;
        uint32_t said = gather(s, event, what);
        if (said == 0) {
            continue;
        }
        keep_last_of_source(s, said);
        apply_updates(s, said);
        for (uint32_t i = 0; i < said; i++) {
            event->superseded[s[i].entry] = event->superseded[s[i].entry] || s[i].replaced;
        }
        uint32_t holds = sort_out(s, said, &nboasts);
        dispute(&disputes, what, s, holds + nboasts, arena);
        estimate(event, what, s, holds, nboasts, arena);
    }
    dispute_told(&disputes, event, arena);
    dispute_denials(&disputes, event, arena);
    event->disputes = disputes.ptr;
    event->ndisputes = disputes.len;
}

const isn_estimate *isn_event_estimate(const isn_event *event, unsigned what, isn_rule rule) {
    for (uint32_t i = 0; i < event->nestimates; i++) {
        if (event->estimates[i].what == what && event->estimates[i].rule == rule) {
            return &event->estimates[i];
        }
    }
    return NULL;
}
