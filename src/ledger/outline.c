/* outline.c: a claim in thirty bytes: enough to tell of most pairs, at a glance, that they do not speak of one occurrence.
 * What is told here is never less than what score.c finds: a pair that is left out would have had no link. Sets of words
 * stand as bits of their hashes, so that two sets without a bit in common have nothing in common.
 *
 * The store keeps outlines; a change of what they hold takes another size (ISN_OUTLINE), so that old ones are known.
 */
#include "ledger/ledger.h"

#define EXACT 3            /* as in score.c */
#define ONE_DATED_MOST 12  /* points for days, where one of two claims or both have none */
#define PLACED_MOST 12     /* points for a place that is not exact */
#define SENTENCE_MOST 20   /* points for words */
#define HUNDREDTH_KM 1.11F /* of a degree of latitude, somewhat less than it is */
#define NOWHERE INT16_MIN

static uint32_t bit_of(isn_str text, uint64_t seed) {
    return (uint32_t)1 << (isn_hash(text.ptr, text.len, seed) >> 59);
}

static uint32_t people(const isn_entry_actor *actors, uint32_t n) {
    uint32_t bits = 0;
    for (uint32_t i = 0; i < n; i++) {
        bits |= actors[i].id.ptr != NULL ? bit_of(actors[i].id, 1) : 0;
        bits |= actors[i].text.ptr != NULL ? bit_of(actors[i].text, 2) : 0;
    }
    return bits;
}

static int16_t hundredths(int32_t degrees) {
    return (int16_t)((degrees + (degrees < 0 ? -50 : 50)) / 100);
}

/* The point of the most precise place, where there is one alone. */
static void locate(isn_outline *out, const isn_entry *entry) {
    const isn_entry_place *place = isn_entry_place_of(entry);
    uint32_t points = 0;
    out->lat = out->lon = NOWHERE;
    for (uint32_t i = 0; i < entry->nplaces; i++) {
        const isn_entry_place *p = &entry->places[i];
        out->countries |= p->country.ptr != NULL ? bit_of(p->country, 3) : 0;
        if (place != NULL && p->precision == place->precision && p->lat != ISN_NO_INT) {
            points++;
            out->lat = hundredths(p->lat);
            out->lon = hundredths(p->lon);
        }
    }
    out->precision = place != NULL ? place->precision : 0;
    if (points != 1) {
        out->lat = out->lon = NOWHERE;
    }
}

static void count(isn_outline *out, const isn_entry *entry) {
    static const uint8_t whats[] = {ISN_WHAT_KILLED, ISN_WHAT_WOUNDED, ISN_WHAT_CAPTURED};
    int64_t low, best, high;
    for (unsigned i = 0; i < ISN_LEN(whats); i++) {
        if (isn_entry_total(entry, whats[i], &low, &best, &high)) {
            out->figures |= (uint8_t)(1U << i);
        }
    }
}

void isn_outline_make(isn_outline *out, const isn_entry *entry) {
    *out = (isn_outline){.dated = entry->end != ISN_NO_DAY};
    isn_entry_window(entry, &out->first, &out->last);
    locate(out, entry);
    count(out, entry);
    out->actors = people(entry->actors, entry->nactors);
    out->recipients = people(entry->recipients, entry->nrecipients);
    for (uint32_t i = 0; i < entry->nwords; i++) {
        out->words |= (uint64_t)1 << (entry->words[i] >> 26);
    }
    out->nwords = entry->nwords < UINT8_MAX ? (uint8_t)entry->nwords : UINT8_MAX;
    if (entry->mode != 0) { /* by its name: numbers are other ones in another version */
        const char *name = isn_vocab_mode[entry->mode];
        out->mode = (uint8_t)(1 + isn_hash(name, strlen(name), 0) % 255);
    }
}

/* ---- bytes -------------------------------------------------------------------------------------- */

static unsigned char *put(unsigned char *at, uint64_t value, unsigned size) {
    for (unsigned i = 0; i < size; i++) {
        *at++ = (unsigned char)(value >> (8 * i));
    }
    return at;
}

static const unsigned char *get(const unsigned char *at, uint64_t *value, unsigned size) {
    *value = 0;
    for (unsigned i = 0; i < size; i++) {
        *value |= (uint64_t)*at++ << (8 * i);
    }
    return at;
}

void isn_outline_pack(unsigned char bytes[ISN_OUTLINE], const isn_outline *o) {
    unsigned char *at = put(bytes, o->words, 8);
    at = put(at, o->countries, 4);
    at = put(at, o->actors, 4);
    at = put(at, o->recipients, 4);
    at = put(at, (uint16_t)o->lat, 2);
    at = put(at, (uint16_t)o->lon, 2);
    at = put(at, o->nwords, 1);
    at = put(at, o->mode, 1);
    at = put(at, o->precision, 1);
    put(at, (uint64_t)(o->figures | (o->dated ? 128U : 0)), 1);
}

bool isn_outline_unpack(isn_outline *o, isn_str bytes) {
    uint64_t v[10];
    static const unsigned sizes[] = {8, 4, 4, 4, 2, 2, 1, 1, 1, 1};
    const unsigned char *at = (const unsigned char *)bytes.ptr;
    if (bytes.len != ISN_OUTLINE) {
        return false;
    }
    for (unsigned i = 0; i < ISN_LEN(sizes); i++) {
        at = get(at, &v[i], sizes[i]);
    }
    *o = (isn_outline){.words = v[0],
                       .countries = (uint32_t)v[1],
                       .actors = (uint32_t)v[2],
                       .recipients = (uint32_t)v[3],
                       .lat = (int16_t)(uint16_t)v[4],
                       .lon = (int16_t)(uint16_t)v[5],
                       .nwords = (uint8_t)v[6],
                       .mode = (uint8_t)v[7],
                       .precision = (uint8_t)v[8],
                       .figures = v[9] & 127,
                       .dated = (v[9] & 128) != 0};
    return true;
}

/* ---- pairs -------------------------------------------------------------------------------------- */

static int day_most(const isn_outline *a, const isn_outline *b, isn_kind kind) {
    if (!a->dated || !b->dated) {
        return ONE_DATED_MOST;
    }
    int32_t gap =
        (a->first > b->first ? a->first : b->first) - (a->last < b->last ? a->last : b->last);
    if (kind == ISN_KIND_TALLY) {
        return 25;
    }
    if (gap >= ISN_FAR_DAYS) {
        return ISN_SCORE_NEVER;
    }
    if (gap > 0) {
        return gap == 1 ? 8 : 2;
    }
    bool days = a->first == a->last && b->first == b->last;
    return days ? 25 : 18;
}

/* At least so many kilometres: along the meridian, or across it, where a degree is shorter. */
static float km_least(const isn_outline *a, const isn_outline *b) {
    int up = a->lat - b->lat;
    int across = a->lon - b->lon;
    int lat = a->lat * a->lat > b->lat * b->lat ? a->lat : b->lat;
    float turn = (float)(lat < 0 ? 1 - lat : 1 + lat) * 0.000174533F;
    float shrunk = 1 - turn * turn / 2; /* less than the cosine */
    up = (up < 0 ? -up : up) - 1;
    across = (across < 0 ? -across : across);
    across = (across > 18000 ? 36000 - across : across) - 1;
    float km = (float)up * HUNDREDTH_KM;
    float other =
        shrunk <= 0 || across <= 0 || across > 9000 ? 0 : (float)across * HUNDREDTH_KM * shrunk;
    return km > other ? km : other;
}

static int place_most(const isn_outline *a, const isn_outline *b) {
    if (a->precision == 0 || b->precision == 0) {
        return 4;
    }
    if (a->countries != 0 && b->countries != 0 && (a->countries & b->countries) == 0) {
        return ISN_SCORE_NEVER;
    }
    if (a->precision > EXACT || b->precision > EXACT) {
        return PLACED_MOST;
    }
    if (a->lat == NOWHERE || b->lat == NOWHERE) {
        return 30;
    }
    float km = km_least(a, b);
    return km >= ISN_FAR_KM ? ISN_SCORE_NEVER : km >= 15 ? 8 : km >= 5 ? 18 : km >= 1 ? 27 : 30;
}

static int words_most(const isn_outline *a, const isn_outline *b) {
    int left = a->nwords - __builtin_popcountll(a->words & ~b->words); /* of a, that b may have */
    int other = b->nwords - __builtin_popcountll(b->words & ~a->words);
    int shared = left < other ? left : other;
    int all = a->nwords + b->nwords - shared;
    if (a->nwords == UINT8_MAX || b->nwords == UINT8_MAX || all <= 0 || shared <= 0) {
        return all > 0 && shared <= 0 ? 0 : SENTENCE_MOST;
    }
    return 100 * shared / all / 5;
}

bool isn_outline_near(const isn_outline *a, const isn_outline *b, isn_kind kind) {
    bool words = kind == ISN_KIND_STATEMENT || kind == ISN_KIND_COMMITMENT;
    int place = place_most(a, b);
    int day = place == ISN_SCORE_NEVER ? place : day_most(a, b, kind);
    if (day == ISN_SCORE_NEVER) {
        return false;
    }
    int points = place + day + (a->mode == 0 || b->mode == 0 ? 4 : a->mode == b->mode ? 10 : 5);
    points += (a->actors & b->actors) == 0 ? 0 : words ? 25 : 8;
    points += (a->recipients & b->recipients) == 0 ? 0 : words ? 10 : 5;
    unsigned figures = a->figures & b->figures;
    points +=
        ((figures & 1) != 0 ? 10 : 0) + ((figures & 2) != 0 ? 6 : 0) + ((figures & 4) != 0 ? 6 : 0);
    return points + SENTENCE_MOST >= ISN_SCORE_LINK && points + words_most(a, b) >= ISN_SCORE_LINK;
}
