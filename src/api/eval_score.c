/* eval_score.c: counts what a record has right, article by article. What each figure means:
 *
 * A claim matches a gold claim where the event type is the same (or one of `also_accept`) and its anchor
 * shares 60 % of the folded words of one of the gold's anchors, or one of these stands in its evidence;
 * the best pairs are taken greedily, one to one. Fields are scored on matched main claims. A record's
 * claim with `main: false` is no answer to a main gold claim and costs nothing; nor does a main one that
 * is matched to a gold claim with `main: false`. Counts: what, low, best and high are all equal.
 */
#include <string.h>

#include "api/eval.h"

/* ---- JSON ----------------------------------------------------------------------------------- */

json_object *isn_eval_get(json_object *object, const char *key) {
    json_object *value = NULL;
    if (json_object_is_type(object, json_type_object)) {
        json_object_object_get_ex(object, key, &value);
    }
    return value;
}

isn_str isn_eval_str(json_object *object, const char *key) {
    json_object *value = isn_eval_get(object, key);
    if (!json_object_is_type(value, json_type_string)) {
        return (isn_str){NULL, 0};
    }
    return isn_str_of(json_object_get_string(value), (size_t)json_object_get_string_len(value));
}

static bool has(json_object *object, const char *key) {
    return json_object_is_type(object, json_type_object) &&
           json_object_object_get_ex(object, key, NULL);
}

bool isn_eval_flag(json_object *object, const char *key, bool missing) {
    return has(object, key) ? json_object_get_boolean(isn_eval_get(object, key)) : missing;
}

size_t isn_eval_len(json_object *list) {
    return json_object_is_type(list, json_type_array) ? json_object_array_length(list) : 0;
}

json_object *isn_eval_at(json_object *list, size_t i) {
    return i < isn_eval_len(list) ? json_object_array_get_idx(list, i) : NULL;
}

bool isn_eval_equal(json_object *a, json_object *b) {
    bool numbers =
        (json_object_is_type(a, json_type_int) || json_object_is_type(a, json_type_double)) &&
        (json_object_is_type(b, json_type_int) || json_object_is_type(b, json_type_double));
    if (numbers && json_object_get_type(a) != json_object_get_type(b)) {
        return json_object_get_double(a) == json_object_get_double(b);
    }
    return a == b || (a != NULL && b != NULL && json_object_equal(a, b));
}

/* ---- counting ------------------------------------------------------------------------------- */

static void add(isn_score *score, unsigned tally, int64_t hit, int64_t predicted, int64_t gold) {
    score->tallies[tally].hit += hit;
    score->tallies[tally].predicted += predicted;
    score->tallies[tally].gold += gold;
}

static void extra(isn_score *score, const char *name, int64_t value) {
    unsigned i = 0;
    while (i < score->nextras && strcmp(score->extras[i].name, name) != 0) {
        i++;
    }
    if (i == score->nextras) {
        if (i == ISN_EXTRAS) {
            return;
        }
        score->extras[score->nextras++] = (isn_extra){name, 0};
    }
    score->extras[i].value += value;
}

/* ---- likeness ------------------------------------------------------------------------------- */

static bool same(isn_score *score, isn_str a, isn_str b) {
    return isn_eval_overlap(score->arena, a, b) >= 0.6;
}

static bool same_text(isn_score *score, json_object *a, json_object *b) {
    return same(score, isn_eval_str(a, "text"), isn_eval_str(b, "text"));
}

static bool same_key(json_object *a, json_object *b, const char *key) {
    return isn_eval_equal(isn_eval_get(a, key), isn_eval_get(b, key));
}

typedef bool like(isn_score *score, json_object *predicted, json_object *gold);

static bool like_text(isn_score *score, json_object *predicted, json_object *gold) {
    return same_text(score, predicted, gold);
}

/* What the gold leaves out, as two careful readers would differ, is not scored. */
static bool same_code(json_object *a, json_object *gold, const char *key) {
    return !json_object_object_get_ex(gold, key, NULL) || same_key(a, gold, key);
}

static bool like_code(isn_score *score, json_object *predicted, json_object *gold) {
    return same_text(score, predicted, gold) && same_code(predicted, gold, "country") &&
           same_code(predicted, gold, "sector");
}

static bool like_count(isn_score *score, json_object *predicted, json_object *gold) {
    (void)score;
    return same_key(predicted, gold, "what") && same_key(predicted, gold, "low") &&
           same_key(predicted, gold, "best") && same_key(predicted, gold, "high");
}

static bool like_place(isn_score *score, json_object *predicted, json_object *gold) {
    return same_text(score, predicted, gold) &&
           (!has(gold, "country") || same_key(predicted, gold, "country"));
}

static bool like_link(isn_score *score, json_object *predicted, json_object *gold) {
    isn_str text = isn_eval_str(predicted, "text");
    return same(score, text.len > 0 ? text : isn_eval_str(predicted, "name"),
                isn_eval_str(gold, "text"));
}

/* Greedy pairs, one to one, in the gold's order. An optional gold item costs nothing. */
static bool pair_lists(isn_score *score, unsigned tally, json_object *predicted, json_object *gold,
                       like *fits) {
    size_t n = isn_eval_len(predicted);
    bool *used = isn_arena_zero(score->arena, n + 1);
    int64_t hits = 0;
    int64_t spare = 0;
    int64_t must = 0;
    for (size_t j = 0; j < isn_eval_len(gold); j++) {
        json_object *item = isn_eval_at(gold, j);
        bool optional = isn_eval_flag(item, "optional", false);
        size_t i = 0;
        while (i < n && (used[i] || !fits(score, isn_eval_at(predicted, i), item))) {
            i++;
        }
        must += !optional;
        if (i < n) {
            used[i] = true;
            spare += optional;
            hits += !optional;
        }
    }
    add(score, tally, hits, (int64_t)n - spare, must);
    return hits == must && (int64_t)n - spare == must;
}

static bool right_event(json_object *claim, json_object *gold) {
    if (same_key(claim, gold, "event_type")) {
        return true;
    }
    json_object *also = isn_eval_get(gold, "also_accept");
    for (size_t i = 0; i < isn_eval_len(also); i++) {
        if (isn_eval_equal(isn_eval_get(claim, "event_type"), isn_eval_at(also, i))) {
            return true;
        }
    }
    return false;
}

static isn_str str_of(json_object *value) {
    if (!json_object_is_type(value, json_type_string)) {
        return (isn_str){NULL, 0};
    }
    return isn_str_of(json_object_get_string(value), (size_t)json_object_get_string_len(value));
}

static double anchor_fit(isn_score *score, json_object *claim, json_object *gold) {
    json_object *anchors = isn_eval_get(gold, "anchors");
    isn_str anchor = isn_eval_str(isn_eval_get(claim, "anchor"), "text");
    isn_str evidence = isn_eval_str(isn_eval_get(claim, "evidence"), "text");
    for (size_t i = 0; i < isn_eval_len(anchors); i++) {
        if (same(score, anchor, str_of(isn_eval_at(anchors, i)))) {
            return 2.0;
        }
    }
    for (size_t i = 0; i < isn_eval_len(anchors); i++) {
        isn_str text = str_of(isn_eval_at(anchors, i));
        if (text.len == 0 ||
            (evidence.len > 0 && memmem(evidence.ptr, evidence.len, text.ptr, text.len) != NULL)) {
            return 0.6;
        }
    }
    return 0;
}

static bool any_pair(isn_score *score, json_object *a, json_object *b, like *fits) {
    for (size_t i = 0; i < isn_eval_len(a); i++) {
        for (size_t j = 0; j < isn_eval_len(b); j++) {
            if (fits(score, isn_eval_at(a, i), isn_eval_at(b, j))) {
                return true;
            }
        }
    }
    return false;
}

static bool like_best(isn_score *score, json_object *predicted, json_object *gold) {
    (void)score;
    return same_key(predicted, gold, "what") && same_key(predicted, gold, "best");
}

static bool any_like(isn_score *score, json_object *claim, json_object *gold, const char *key,
                     like *fits) {
    return any_pair(score, isn_eval_get(claim, key), isn_eval_get(gold, key), fits);
}

/* How well a claim fits a gold claim; 0: not at all. */
static double likeness(isn_score *score, json_object *claim, json_object *gold) {
    double fit = right_event(claim, gold) ? anchor_fit(score, claim, gold) : 0;
    if (fit == 0) {
        return 0;
    }
    fit += any_like(score, claim, gold, "counts", like_best) ? 1.0 : 0.0;
    fit += same_key(claim, gold, "type") ? 0.5 : 0.0;
    fit += any_like(score, claim, gold, "actors", like_text) ? 0.5 : 0.0;
    fit += any_like(score, claim, gold, "recipients", like_text) ? 0.5 : 0.0;
    return fit;
}

/* ---- pairs of claims ------------------------------------------------------------------------ */

#define NOBODY SIZE_MAX

typedef struct pairing {
    json_object *claims, *gold;
    size_t nclaims, ngold;
    size_t *of_claim, *of_gold; /* the partner, or NOBODY */
} pairing;

static bool is_main(json_object *claim) {
    return isn_eval_flag(claim, "main", true);
}

/* The best free pair: highest fit, then highest claim, then highest gold claim. */
static bool best_pair(const pairing *p, const double *fit, size_t *claim, size_t *gold) {
    double best = 0;
    for (size_t i = 0; i < p->nclaims; i++) {
        for (size_t j = 0; j < p->ngold; j++) {
            double value = fit[i * p->ngold + j];
            if (value > 0 && value >= best && p->of_claim[i] == NOBODY && p->of_gold[j] == NOBODY) {
                best = value;
                *claim = i;
                *gold = j;
            }
        }
    }
    return best > 0;
}

static void pair_claims(isn_score *score, pairing *p) {
    size_t i = 0;
    size_t j = 0;
    p->nclaims = isn_eval_len(p->claims);
    p->ngold = isn_eval_len(p->gold);
    p->of_claim = ISN_NEW(score->arena, size_t, p->nclaims + 1);
    p->of_gold = ISN_NEW(score->arena, size_t, p->ngold + 1);
    double *fit = ISN_NEW(score->arena, double, p->nclaims * p->ngold + 1);
    memset(p->of_claim, 0xff, (p->nclaims + 1) * sizeof *p->of_claim);
    memset(p->of_gold, 0xff, (p->ngold + 1) * sizeof *p->of_gold);
    for (i = 0; i < p->nclaims; i++) {
        for (j = 0; j < p->ngold; j++) {
            json_object *claim = isn_eval_at(p->claims, i);
            json_object *gold = isn_eval_at(p->gold, j);
            if (is_main(claim) || !is_main(gold)) {
                fit[i * p->ngold + j] = likeness(score, claim, gold);
            }
        }
    }
    while (best_pair(p, fit, &i, &j)) {
        p->of_claim[i] = j;
        p->of_gold[j] = i;
    }
}

/* ---- fields --------------------------------------------------------------------------------- */

static void wrong(isn_buf *diff, json_object *gold, json_object *claim, const char *field) {
    if (diff != NULL) {
        isn_eval_diff_field(diff, gold, claim, field);
    }
}

static void score_words(isn_score *score, json_object *gold, json_object *claim, isn_buf *diff) {
    static const char *const names[] = {"type", "polarity", "modality", "mode"};
    for (unsigned i = 0; i < ISN_LEN(names); i++) {
        if (!has(gold, names[i])) {
            continue;
        }
        bool right = same_key(claim, gold, names[i]);
        add(score, ISN_TALLY_TYPE + i, right, 1, 1);
        if (!right) {
            wrong(diff, gold, claim, names[i]);
        }
    }
    isn_str type = isn_eval_str(gold, "type");
    bool many = isn_str_eqz(type, "tally") || isn_str_eqz(type, "aggregate");
    extra(score, "tally told as incident",
          many && isn_str_eqz(isn_eval_str(claim, "type"), "incident"));
}

/* Gives whether the lists agree. */
static bool score_list(isn_score *score, unsigned tally, json_object *gold, json_object *claim,
                       const char *field, like *fits, isn_buf *diff) {
    if (!has(gold, field)) {
        return true;
    }
    bool right =
        pair_lists(score, tally, isn_eval_get(claim, field), isn_eval_get(gold, field), fits);
    if (!right) {
        wrong(diff, gold, claim, field);
    }
    return right;
}

static void score_actors(isn_score *score, json_object *gold, json_object *claim, isn_buf *diff) {
    bool texts = score_list(score, ISN_TALLY_ACTORS, gold, claim, "actors", like_text, diff);
    bool codes = score_list(score, ISN_TALLY_ACTOR_CODES, gold, claim, "actors", like_code, NULL);
    if (texts && !codes && diff != NULL) {
        isn_eval_diff_codes(diff, gold, claim);
    }
}

/* A list of the items that count the killed. */
static json_object *killed(json_object *counts) {
    json_object *list = json_object_new_array();
    for (size_t i = 0; list != NULL && i < isn_eval_len(counts); i++) {
        json_object *count = isn_eval_at(counts, i);
        if (isn_str_eqz(isn_eval_str(count, "what"), "killed")) {
            json_object_array_add(list, json_object_get(count));
        }
    }
    return list;
}

static void score_killed(isn_score *score, json_object *gold, json_object *claim) {
    if (!has(gold, "counts")) {
        return;
    }
    json_object *have = killed(isn_eval_get(claim, "counts"));
    json_object *want = killed(isn_eval_get(gold, "counts"));
    pair_lists(score, ISN_TALLY_KILLED, have, want, like_count);
    json_object_put(have);
    json_object_put(want);
}

static void score_date(isn_score *score, json_object *gold, json_object *claim, isn_buf *diff) {
    if (!has(gold, "date")) {
        return;
    }
    json_object *want = isn_eval_get(gold, "date");
    json_object *have = isn_eval_get(claim, "date");
    bool right = same_key(have, want, "start") && same_key(have, want, "end");
    add(score, ISN_TALLY_DATE, right, 1, 1);
    if (!right) {
        wrong(diff, gold, claim, "date");
    }
}

static bool truthy(json_object *value) {
    if (json_object_is_type(value, json_type_object)) {
        return json_object_object_length(value) > 0;
    }
    return value != NULL &&
           (!json_object_is_type(value, json_type_string) || json_object_get_string_len(value) > 0);
}

static void score_deadline(isn_score *score, json_object *gold, json_object *claim, isn_buf *diff) {
    json_object *want = isn_eval_get(gold, "deadline");
    json_object *have = isn_eval_get(claim, "deadline");
    bool commitment = isn_str_eqz(isn_eval_str(gold, "type"), "commitment");
    if (!truthy(want) && !(truthy(have) && commitment)) {
        return;
    }
    if (json_object_is_type(have, json_type_object)) {
        json_object *date = isn_eval_get(have, "date");
        have = truthy(date) ? date : isn_eval_get(have, "end");
    }
    bool right = isn_eval_equal(have, want);
    add(score, ISN_TALLY_DEADLINE, right, 1, 1);
    if (!right) {
        wrong(diff, gold, claim, "deadline");
    }
}

static void score_chain(isn_score *score, json_object *gold, json_object *claim, isn_buf *diff) {
    json_object *want = isn_eval_get(gold, "chain");
    json_object *have = isn_eval_get(claim, "chain");
    score_list(score, ISN_TALLY_CHAIN, gold, claim, "chain", like_link, diff);
    if (isn_eval_len(want) > 0) {
        bool right =
            isn_eval_len(have) > 0 && like_link(score, isn_eval_at(have, 0), isn_eval_at(want, 0));
        add(score, ISN_TALLY_ORIGIN, right, 1, 1);
    }
}

static void score_fields(isn_score *score, json_object *gold, json_object *claim, isn_buf *diff) {
    score_words(score, gold, claim, diff);
    score_actors(score, gold, claim, diff);
    score_list(score, ISN_TALLY_RECIPIENTS, gold, claim, "recipients", like_text, diff);
    score_list(score, ISN_TALLY_COUNTS, gold, claim, "counts", like_count, diff);
    score_killed(score, gold, claim);
    score_list(score, ISN_TALLY_PLACES, gold, claim, "places", like_place, diff);
    score_date(score, gold, claim, diff);
    score_deadline(score, gold, claim, diff);
    score_chain(score, gold, claim, diff);
}

/* ---- contradictions: unordered pairs of names, each once ------------------------------------ */

typedef struct couple {
    isn_str a, b;
} couple;

typedef ISN_VEC(couple) couples;

static int order(isn_str a, isn_str b) {
    int by = memcmp(a.ptr, b.ptr, a.len < b.len ? a.len : b.len);
    return by != 0 ? by : (a.len > b.len) - (a.len < b.len);
}

static bool known(const couples *list, const couple *wanted) {
    for (uint32_t i = 0; i < list->len; i++) {
        if (isn_str_eq(list->ptr[i].a, wanted->a) && isn_str_eq(list->ptr[i].b, wanted->b)) {
            return true;
        }
    }
    return false;
}

static void add_couple(isn_arena *arena, couples *list, isn_str a, isn_str b) {
    isn_str none = isn_str_of("", 0);
    couple one = {a.ptr != NULL ? a : none, b.ptr != NULL ? b : none};
    if (order(one.a, one.b) > 0) {
        one = (couple){one.b, one.a};
    }
    if (!known(list, &one)) {
        *ISN_PUSH(arena, list) = one;
    }
}

/* The record's name of the claim that was matched to the gold claim `name`, or `name` itself. */
static isn_str partner(const pairing *p, isn_str name) {
    isn_str found = name;
    for (size_t j = 0; j < p->ngold; j++) {
        if (p->of_gold[j] != NOBODY &&
            isn_str_eq(isn_eval_str(isn_eval_at(p->gold, j), "id"), name)) {
            found = isn_eval_str(isn_eval_at(p->claims, p->of_gold[j]), "id");
        }
    }
    return found;
}

static void score_contradictions(isn_score *score, const pairing *p, json_object *gold,
                                 json_object *record) {
    couples want = {0};
    couples have = {0};
    int64_t hits = 0;
    json_object *list = isn_eval_get(gold, "contradictions");
    for (size_t i = 0; i < isn_eval_len(list); i++) {
        json_object *pair = isn_eval_at(list, i);
        add_couple(score->arena, &want, partner(p, str_of(isn_eval_at(pair, 0))),
                   partner(p, str_of(isn_eval_at(pair, 1))));
    }
    list = isn_eval_get(record, "contradictions");
    for (size_t i = 0; i < isn_eval_len(list); i++) {
        json_object *claims = isn_eval_get(isn_eval_at(list, i), "claims");
        add_couple(score->arena, &have, str_of(isn_eval_at(claims, 0)),
                   str_of(isn_eval_at(claims, 1)));
    }
    for (uint32_t i = 0; i < want.len; i++) {
        hits += known(&have, &want.ptr[i]);
    }
    add(score, ISN_TALLY_CONTRADICTIONS, hits, have.len, want.len);
}

/* ---- spans ---------------------------------------------------------------------------------- */

static int64_t clip(int64_t at, size_t len) {
    int64_t size = (int64_t)len;
    at = at < 0 ? at + size : at;
    return at < 0 ? 0 : at > size ? size : at;
}

/* Do the bytes say what the text says? Bytes cut within a letter count as U+FFFD. */
static bool span_right(isn_str bytes, isn_str text) {
    isn_buf decoded;
    isn_buf_init(&decoded);
    const unsigned char *at = (const unsigned char *)bytes.ptr;
    const unsigned char *end = bytes.len == 0 ? at : at + bytes.len;
    while (at < end) {
        uint32_t cp;
        char utf8[4];
        at += isn_utf8_next(&cp, at, end);
        isn_buf_put(&decoded, utf8, isn_utf8_put(utf8, cp));
    }
    bool right =
        decoded.len == text.len && (text.len == 0 || memcmp(decoded.ptr, text.ptr, text.len) == 0);
    isn_buf_release(&decoded);
    return right;
}

static void check_span(isn_score *score, isn_str input, json_object *span) {
    json_object *start = isn_eval_get(span, "start");
    if (start == NULL || isn_eval_get(span, "text") == NULL) {
        return;
    }
    int64_t from = clip(json_object_get_int64(start), input.len);
    int64_t to = clip(json_object_get_int64(isn_eval_get(span, "end")), input.len);
    isn_str bytes = {NULL, 0};
    if (to > from) {
        bytes = isn_str_of(input.ptr + from, (size_t)(to - from));
    }
    isn_str text = isn_eval_str(span, "text");
    bool right = isn_str_eq(bytes, text) || span_right(bytes, text);
    extra(score, "spans", 1);
    extra(score, "spans wrong", !right);
}

static void check_spans(isn_score *score, isn_str input, json_object *claim) {
    static const char *const lists[] = {"actors", "recipients", "counts", "places"};
    check_span(score, input, isn_eval_get(claim, "anchor"));
    check_span(score, input, isn_eval_get(claim, "evidence"));
    for (size_t k = 0; k < ISN_LEN(lists); k++) {
        json_object *list = isn_eval_get(claim, lists[k]);
        for (size_t i = 0; i < isn_eval_len(list); i++) {
            check_span(score, input, isn_eval_at(list, i));
        }
    }
}

/* ---- one article ---------------------------------------------------------------------------- */

/* Claims of the coder's own news only: what an article tells in passing no gold set lists in full. */
static void reliability(isn_score *score, json_object *claim, bool right) {
    json_object *value = isn_eval_get(claim, "confidence");
    if (!is_main(claim) || value == NULL)
        return;
    double x = json_object_get_double(value);
    int bin = (int)((x - 0.4) * 10 + 1e-9);
    isn_reliability *r = &score->reliability[bin < 0                   ? 0
                                             : bin < ISN_RELIABILITIES ? bin
                                                                       : ISN_RELIABILITIES - 1];
    r->claims++;
    r->right += right;
    r->sum += x;
}

/* An article without conflict content: any main claim but talks is a false alarm. */
static void score_negative(isn_score *score, json_object *claims, isn_buf *diff) {
    int64_t mains = 0;
    bool alarm = false;
    for (size_t i = 0; i < isn_eval_len(claims); i++) {
        json_object *claim = isn_eval_at(claims, i);
        isn_str event = isn_eval_str(claim, "event_type");
        if (!is_main(claim)) {
            continue;
        }
        mains++;
        reliability(score, claim, false);
        alarm = alarm || (event.ptr != NULL && !isn_str_eqz(event, "CONSULT"));
        if (diff != NULL) {
            isn_eval_diff_extra(diff, claim);
        }
    }
    extra(score, "negatives", 1);
    extra(score, "negatives with a claim", alarm);
    add(score, ISN_TALLY_CLAIMS, 0, mains, 0);
}

static void score_head(isn_score *score, json_object *gold, json_object *record) {
    json_object *document = isn_eval_get(record, "document");
    isn_str published = isn_eval_str(gold, "published");
    isn_str title = isn_eval_str(gold, "title");
    extra(score, "relevant", 1);
    extra(score, "relevant found", isn_eval_flag(document, "relevant", false));
    if (published.len > 0) {
        isn_str have = isn_eval_str(isn_eval_get(document, "published"), "start");
        extra(score, "published", 1);
        extra(score, "published right", isn_str_eq(have, published));
    }
    if (title.len > 0) {
        isn_str have = isn_eval_str(isn_eval_get(document, "title"), "text");
        extra(score, "title", 1);
        extra(score, "title right", same(score, have, title));
    }
}

static void score_claims(isn_score *score, const pairing *p, isn_marked *marked, isn_buf *diff) {
    int64_t mains = 0;
    int64_t hits = 0;
    int64_t predicted = 0;
    for (size_t j = 0; j < p->ngold; j++) {
        json_object *gold = isn_eval_at(p->gold, j);
        if (!is_main(gold)) {
            continue;
        }
        mains++;
        if (p->of_gold[j] != NOBODY) {
            hits++;
            score_fields(score, gold, isn_eval_at(p->claims, p->of_gold[j]), diff);
        } else if (diff != NULL) {
            isn_eval_diff_missed(diff, gold);
        }
    }
    for (size_t i = 0; i < p->nclaims; i++) {
        json_object *claim = isn_eval_at(p->claims, i);
        bool aside = p->of_claim[i] != NOBODY && !is_main(isn_eval_at(p->gold, p->of_claim[i]));
        predicted += is_main(claim) && !aside;
        reliability(score, claim, p->of_claim[i] != NOBODY);
        if (diff != NULL && is_main(claim) && p->of_claim[i] == NOBODY) {
            isn_eval_diff_extra(diff, claim);
        }
    }
    add(score, ISN_TALLY_CLAIMS, hits, predicted, mains);
    marked->share = (double)hits / (double)(mains > 0 ? mains : 1);
}

void isn_eval_article(isn_score *score, isn_marked *marked, json_object *gold, json_object *record,
                      isn_buf *diff) {
    json_object *claims = isn_eval_get(record, "claims");
    isn_str input = isn_eval_str(gold, "input");
    *marked = (isn_marked){false, 1, isn_eval_str(gold, "id")};
    for (size_t i = 0; i < isn_eval_len(claims); i++) {
        check_spans(score, input, isn_eval_at(claims, i));
    }
    if (!isn_eval_flag(gold, "relevant", true)) {
        score_negative(score, claims, diff);
        return;
    }
    pairing p = {claims, isn_eval_get(gold, "claims"), 0, 0, NULL, NULL};
    score_head(score, gold, record);
    pair_claims(score, &p);
    marked->scored = true;
    score_claims(score, &p, marked, diff);
    score_contradictions(score, &p, gold, record);
}
