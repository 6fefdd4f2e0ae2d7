/* score.c: how likely two claims speak of one occurrence. Points for place, day, kind of act, actors, figures
 * and words; and what makes it impossible. The sum depends on the two claims alone and is the same both
 * ways. The points were chosen so that place and day together do not suffice, and any two of act, figures
 * and words beside them do. */
#include <math.h>

#include "ledger/ledger.h"

#define RADIUS_KM 6371.0
#define EXACT ISN_EXACT_PLACE
#define GOVERNORATE_KM 150

double isn_ledger_km(int32_t lat_a, int32_t lon_a, int32_t lat_b, int32_t lon_b) {
    const double turn = acos(-1.0) / 180 / 10000;
    double a = lat_a * turn;
    double b = lat_b * turn;
    double across = sin((lon_b - lon_a) * turn / 2);
    double up = sin((b - a) / 2);
    double h = up * up + cos(a) * cos(b) * across * across;
    return 2 * RADIUS_KM * asin(sqrt(h > 1 ? 1 : h));
}

static void say(isn_buf *why, const char *text) {
    if (why != NULL) {
        isn_buf_puts(why, why->len > 0 ? "; " : "");
        isn_buf_puts(why, text);
    }
}

/* ---- place ---------------------------------------------------------------------------------- */

static bool shares_country(const isn_entry *a, const isn_entry *b, bool *both) {
    bool known_a = false;
    bool known_b = false;
    for (uint32_t i = 0; i < a->nplaces; i++) {
        known_a = known_a || a->places[i].country.ptr != NULL;
        for (uint32_t j = 0; j < b->nplaces; j++) {
            known_b = known_b || b->places[j].country.ptr != NULL;
            if (a->places[i].country.ptr != NULL &&
                isn_str_eq(a->places[i].country, b->places[j].country)) {
                *both = true;
                return true;
            }
        }
    }
    *both = known_a && known_b;
    return false;
}

/* The nearest two of the most precise places of each. */
static double nearest(const isn_entry *a, const isn_entry *b, unsigned pa, unsigned pb) {
    double best = HUGE_VAL;
    for (uint32_t i = 0; i < a->nplaces; i++) {
        const isn_entry_place *x = &a->places[i];
        for (uint32_t j = 0; j < b->nplaces; j++) {
            const isn_entry_place *y = &b->places[j];
            if (x->precision == pa && y->precision == pb && x->lat != ISN_NO_INT &&
                y->lat != ISN_NO_INT) {
                double km = isn_ledger_km(x->lat, x->lon, y->lat, y->lon);
                best = km < best ? km : best;
            }
        }
    }
    return best;
}

static int exact_points(double km, isn_buf *why) {
    if (km >= ISN_FAR_KM) {
        return ISN_SCORE_NEVER;
    }
    if (km < 1) {
        say(why, "same place");
        return 30;
    }
    if (why != NULL) {
        say(why, "");
        isn_buf_printf(why, "%d km apart", (int)(km + 0.5));
    }
    return km < 5 ? 27 : km < 15 ? 18 : 8;
}

static bool shares_admin(const isn_entry *a, const isn_entry *b, bool *both) {
    *both = false;
    for (uint32_t i = 0; i < a->nplaces; i++) {
        for (uint32_t j = 0; j < b->nplaces; j++) {
            isn_str x = a->places[i].admin1;
            isn_str y = b->places[j].admin1;
            *both = *both || (x.ptr != NULL && y.ptr != NULL);
            if (x.ptr != NULL && isn_str_eq(x, y)) {
                return true;
            }
        }
    }
    return false;
}

/* A governorate, a region or a country against something in it. */
static int coarse_points(const isn_entry *a, const isn_entry *b, unsigned coarser, double km,
                         isn_buf *why) {
    bool both = false;
    if (coarser > 4) {
        say(why, "within the same country");
        return 6;
    }
    if (shares_admin(a, b, &both) || (!both && km < GOVERNORATE_KM)) {
        say(why, "within the same governorate");
        return 12;
    }
    return both || km >= GOVERNORATE_KM ? ISN_SCORE_NEVER : 4;
}

static int place_points(const isn_entry *a, const isn_entry *b, isn_buf *why) {
    const isn_entry_place *pa = isn_entry_place_of(a);
    const isn_entry_place *pb = isn_entry_place_of(b);
    bool both = false;
    if (pa == NULL || pb == NULL) {
        return 4;
    }
    if (!shares_country(a, b, &both) && both) {
        return ISN_SCORE_NEVER;
    }
    double km = nearest(a, b, pa->precision, pb->precision);
    if (pa->precision <= EXACT && pb->precision <= EXACT) {
        return km == HUGE_VAL ? 4 : exact_points(km, why);
    }
    unsigned coarser = pa->precision > pb->precision ? pa->precision : pb->precision;
    return coarse_points(a, b, coarser, km, why);
}

/* ---- day ------------------------------------------------------------------------------------ */

static int32_t least(int32_t a, int32_t b) {
    return a < b ? a : b;
}

static int32_t most(int32_t a, int32_t b) {
    return a > b ? a : b;
}

static bool dated(const isn_entry *e) {
    return e->end != ISN_NO_DAY;
}

static int32_t start_of(const isn_entry *e) {
    return e->start != ISN_NO_DAY ? e->start : e->end - 365;
}

static int both_dated(const isn_entry *a, const isn_entry *b, isn_buf *why) {
    int32_t gap = most(start_of(a), start_of(b)) - least(a->end, b->end);
    int32_t longest = most(a->end - start_of(a), b->end - start_of(b)) + 1;
    if (gap >= ISN_FAR_DAYS || longest > ISN_LONGEST_DAYS) {
        return ISN_SCORE_NEVER;
    }
    if (gap > 0) {
        say(why, gap == 1 ? "one day apart" : "two days apart");
        return longest == 1 && gap == 1 ? 8 : longest == 1 ? 0 : 2;
    }
    say(why, longest == 1 ? "same day" : "days overlap");
    return longest == 1 ? 25 : longest <= 3 ? 18 : longest <= 7 ? 12 : 6;
}

/* Totals are of their period: "since January" told in May and told in June are two. */
static int both_totals(const isn_entry *a, const isn_entry *b, isn_buf *why) {
    int32_t ends = most(a->end, b->end) - least(a->end, b->end);
    bool open = a->start == ISN_NO_DAY && b->start == ISN_NO_DAY;
    if (ends >= ISN_FAR_DAYS || (a->start == ISN_NO_DAY) != (b->start == ISN_NO_DAY) ||
        (!open && most(a->start, b->start) - least(a->start, b->start) >= ISN_FAR_DAYS)) {
        return ISN_SCORE_NEVER;
    }
    say(why, "same period");
    return 25;
}

static int one_dated(const isn_entry *dated_one, const isn_entry *other) {
    int32_t told = other->article->published;
    if (told == ISN_NO_DAY) {
        return ISN_SCORE_NEVER;
    }
    int32_t lag = told - dated_one->end;
    return lag >= 0 && lag <= ISN_SOON_DAYS ? 8 : ISN_SCORE_NEVER;
}

static int day_points(const isn_entry *a, const isn_entry *b, isn_buf *why) {
    if (dated(a) && dated(b)) {
        bool totals = a->kind == ISN_KIND_TALLY;
        return totals ? both_totals(a, b, why) : both_dated(a, b, why);
    }
    if (dated(a) || dated(b)) {
        return dated(a) ? one_dated(a, b) : one_dated(b, a);
    }
    if (a->article->published == ISN_NO_DAY || b->article->published == ISN_NO_DAY) {
        return a->article->row == b->article->row ? 12 : ISN_SCORE_NEVER;
    }
    int32_t gap = most(a->article->published, b->article->published) -
                  least(a->article->published, b->article->published);
    if (gap > ISN_SOON_DAYS) {
        return ISN_SCORE_NEVER;
    }
    say(why, "told in the same days");
    return gap <= 1 ? 12 : gap <= ISN_FAR_DAYS ? 6 : 0;
}

/* ---- act ------------------------------------------------------------------------------------ */

/* Ways of one attack that reports take for each other. */
static const char *const families[][4] = {
    {"aerial", "drone", NULL},
    {"aerial", "heavy-weapons", NULL},
    {"explosives", "suicide-attack", NULL},
    {"firearms", "targeted", NULL},
    {"demo", "riot", "obstruct", NULL},
    {"arrest", "abduct", NULL},
};

static bool in_family(const char *const *family, const char *mode) {
    for (; *family != NULL; family++) {
        if (strcmp(*family, mode) == 0) {
            return true;
        }
    }
    return false;
}

static bool akin(unsigned a, unsigned b) {
    for (size_t i = 0; i < ISN_LEN(families); i++) {
        if (in_family(families[i], isn_vocab_mode[a]) &&
            in_family(families[i], isn_vocab_mode[b])) {
            return true;
        }
    }
    return false;
}

static int act_points(const isn_entry *a, const isn_entry *b, isn_buf *why) {
    if (a->event != b->event) {
        return ISN_SCORE_NEVER;
    }
    if (a->mode == 0 || b->mode == 0) {
        return 4;
    }
    if (a->mode == b->mode) {
        if (why != NULL) {
            say(why, "both ");
            isn_buf_puts(why, isn_vocab_mode[a->mode]);
        }
        return 10;
    }
    return akin(a->mode, b->mode) ? 5 : -12;
}

/* ---- actors --------------------------------------------------------------------------------- */

static bool same_actor(const isn_entry_actor *a, const isn_entry_actor *b) {
    if (a->id.ptr != NULL && b->id.ptr != NULL) {
        return isn_str_eq(a->id, b->id);
    }
    return a->text.ptr != NULL && isn_str_eq(a->text, b->text);
}

static int side_points(const isn_entry_actor *a, uint32_t na, const isn_entry_actor *b, uint32_t nb,
                       int same, int other) {
    bool known_a = false;
    bool known_b = false;
    for (uint32_t i = 0; i < na; i++) {
        known_a = known_a || a[i].id.ptr != NULL;
        for (uint32_t j = 0; j < nb; j++) {
            known_b = known_b || b[j].id.ptr != NULL;
            if (same_actor(&a[i], &b[j])) {
                return same;
            }
        }
    }
    return known_a && known_b ? other : 0;
}

static int actor_points(const isn_entry *a, const isn_entry *b, isn_buf *why) {
    bool words = a->kind == ISN_KIND_STATEMENT || a->kind == ISN_KIND_COMMITMENT;
    int points = side_points(a->actors, a->nactors, b->actors, b->nactors, words ? 25 : 8, -12);
    if (points > 0) {
        say(why, "same actor");
    }
    int whom = side_points(a->recipients, a->nrecipients, b->recipients, b->nrecipients,
                           words ? 10 : 5, words ? -6 : -3);
    if (whom > 0) {
        say(why, "same recipient");
    }
    return points + whom;
}

/* ---- figures -------------------------------------------------------------------------------- */

static int figure_points(const isn_entry *a, const isn_entry *b, unsigned what, isn_buf *why) {
    int64_t low[2], best[2], high[2];
    if (!isn_entry_total(a, what, &low[0], &best[0], &high[0]) ||
        !isn_entry_total(b, what, &low[1], &best[1], &high[1])) {
        return 0;
    }
    int weight = what == ISN_WHAT_KILLED ? 10 : 6;
    if (best[0] != ISN_NO_COUNT && best[0] == best[1]) {
        if (why != NULL) {
            say(why, "");
            isn_buf_printf(why, "%s %lld in both", isn_vocab_what[what], (long long)best[0]);
        }
        return best[0] > 0 ? weight : 0;
    }
    if (best[0] == ISN_NO_COUNT || best[1] == ISN_NO_COUNT) {
        return 0; /* bounds alone */
    }
    int64_t small = best[0] < best[1] ? best[0] : best[1];
    int64_t large = best[0] + best[1] - small;
    if (a->type == ISN_TY_UPDATE || b->type == ISN_TY_UPDATE) {
        return 2;
    }
    if (small * 10 >= large * 6) {
        return weight / 2;
    }
    return small * 4 < large && large - small > 5 ? -8 : 0;
}

/* ---- words ---------------------------------------------------------------------------------- */

/* Shared words of a hundred of both. */
static int words_in_common(const isn_entry *a, const isn_entry *b) {
    uint32_t i = 0, j = 0, shared = 0;
    while (i < a->nwords && j < b->nwords) {
        if (a->words[i] == b->words[j]) {
            shared++;
            i++;
            j++;
        } else if (a->words[i] < b->words[j]) {
            i++;
        } else {
            j++;
        }
    }
    uint32_t all = a->nwords + b->nwords - shared;
    return all == 0 ? 0 : (int)(100 * shared / all);
}

static int word_points(const isn_entry *a, const isn_entry *b, isn_buf *why) {
    int share = words_in_common(a, b);
    if (share >= 20 && why != NULL) {
        say(why, "");
        isn_buf_printf(why, "%d%% of words shared", share);
    }
    return share / 5;
}

/* ---- articles ------------------------------------------------------------------------------- */

static bool figures_differ(const isn_entry *a, const isn_entry *b) {
    for (unsigned what = ISN_WHAT_KILLED; what <= ISN_WHAT_ACTIONS; what++) {
        int64_t low[2], best[2], high[2];
        if (isn_entry_total(a, what, &low[0], &best[0], &high[0]) &&
            isn_entry_total(b, what, &low[1], &best[1], &high[1]) && best[0] != best[1]) {
            return true;
        }
    }
    return false;
}

static bool one_sentence(const isn_entry *a, const isn_entry *b) {
    return a->article->row == b->article->row && a->evidence_end > 0 &&
           a->evidence_start == b->evidence_start && !figures_differ(a, b);
}

const isn_entry_against *isn_entry_against_of(const isn_entry *a, const isn_entry *b) {
    for (uint32_t i = 0; a->article->row == b->article->row && i < a->nagainst; i++) {
        if (isn_str_eq(a->against[i].name, b->name)) {
            return &a->against[i];
        }
    }
    return NULL;
}

/* Two claims of one article were told apart by the coder; of one sentence they are often one after all, for
 * a sentence that gives two deeds gives them figures or places of their own. */
static int article_points(const isn_entry *a, const isn_entry *b, isn_buf *why) {
    if (a->article->row != b->article->row) {
        return 0;
    }
    if (isn_entry_against_of(a, b) != NULL) {
        say(why, "set against each other in one report");
        return 45;
    }
    if (figures_differ(a, b) && a->type != ISN_TY_UPDATE && b->type != ISN_TY_UPDATE) {
        return -30;
    }
    if (one_sentence(a, b)) {
        say(why, "same sentence");
        return 45;
    }
    return 0;
}

bool isn_ledger_linked(const isn_entry *a, const isn_entry *b, int *score) {
    *score = isn_ledger_score(a, b, NULL);
    return *score >= ISN_SCORE_LINK || (*score != ISN_SCORE_NEVER && isn_ledger_one_telling(a, b));
}

void isn_entry_window(const isn_entry *entry, int32_t *first, int32_t *last) {
    int32_t told = entry->article->published;
    *first = *last = ISN_NO_DAY;
    if (dated(entry)) {
        *first = start_of(entry);
        *last = entry->end;
    } else if (told != ISN_NO_DAY) {
        *first = told - ISN_SOON_DAYS;
        *last = told;
    }
}

bool isn_ledger_one_telling(const isn_entry *a, const isn_entry *b) {
    return one_sentence(a, b) || isn_entry_against_of(a, b) != NULL;
}

int isn_ledger_score(const isn_entry *a, const isn_entry *b, isn_buf *why) {
    if (a->kind != b->kind) {
        return ISN_SCORE_NEVER;
    }
    int points = act_points(a, b, NULL);
    int place = points == ISN_SCORE_NEVER ? points : place_points(a, b, why);
    int day = place == ISN_SCORE_NEVER ? place : day_points(a, b, why);
    if (day == ISN_SCORE_NEVER) {
        return ISN_SCORE_NEVER;
    }
    points = act_points(a, b, why) + place + day + actor_points(a, b, why);
    points += figure_points(a, b, ISN_WHAT_KILLED, why);
    points += figure_points(a, b, ISN_WHAT_WOUNDED, why);
    points += figure_points(a, b, ISN_WHAT_CAPTURED, why);
    return points + word_points(a, b, why) + article_points(a, b, why);
}
