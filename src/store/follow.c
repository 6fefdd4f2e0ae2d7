/* follow.c: what later reports say of a promise, and what came of it.
 *
 * A report is a claim of the same act by one whom the promise names, told by a year after the deadline, or after the promise
 * where it had none. Of each verdict the earliest are evidence enough: what the outcome is does not hang on the rest. So
 * reports stand in the order of their days, by actor and act, and a promise looks up its first ones: it does not meet all
 * that its actor did. Promises whose own claims are new or others than before hear all reports anew; the others
 * hear what is told in this run.
 */
#include <stdlib.h>

#include "store/linking.h"

#define EARLIEST 5 /* reports of each verdict */
#define EARLIEST_SQL "5"
#define AT_ONCE 1024 /* promises that are asked for together */
#define YEAR 365
#define LATEST_TOLD "(SELECT max(published) FROM record)"
#define OUTCOME                                                                                    \
    "coalesce((SELECT verdict FROM follow WHERE commitment = ?1 ORDER BY CASE verdict WHEN "       \
    "'kept' "                                                                                      \
    "THEN 1 WHEN 'broken' THEN 2 WHEN 'late' THEN 3 ELSE 4 END LIMIT 1), CASE WHEN deadline < "

typedef enum verdict { KEPT, BROKEN, LATE, MOVED, VERDICTS } verdict;

static const char *const verdict_names[VERDICTS] = {"kept", "broken", "late", "moved"};

/* Each sort stands by itself. A deed that is dated after it was told may stand far from its telling, hence apart;
 * and so do promises that are dated by what they were made for. */
typedef enum sort { DONE, DONE_AHEAD, UNDONE, UNDONE_AHEAD, PROMISED, PROMISED_FOR } sort;

typedef struct report { /* a claim */
    isn_str key;
    int64_t event; /* hash of its id */
    int32_t day, published, deadline;
    uint8_t sort, mode;
} report;

typedef struct subject { /* an actor, and an act */
    ISN_VEC(const report *) reports;
    bool sorted;
} subject;

typedef struct promise {
    isn_str id;
    int64_t hash;
    int32_t told, until, deadline;
    uint8_t act, mode;
    ISN_VEC(subject *) subjects;
    const report *best[VERDICTS][EARLIEST];
    uint32_t n[VERDICTS];
} promise;

typedef struct hearing {
    isn_linking *l;
    isn_row_map by_id, subjects;
    ISN_VEC(promise *) promises;
} hearing;

typedef ISN_VEC(isn_str) ids;

static int64_t hash_of(isn_str id) {
    return (int64_t)isn_hash(id.ptr, id.len, 0);
}

static int64_t subject_hash(isn_str actor, uint8_t act) {
    return (int64_t)isn_hash(actor.ptr, actor.len, act);
}

/* ---- promises -------------------------------------------------------------------------------- */

static void add_subject(hearing *h, promise *p, isn_str actor) {
    if (actor.ptr == NULL) {
        return;
    }
    int64_t hash = subject_hash(actor, p->act);
    subject *s = isn_row_map_get(&h->subjects, hash);
    if (s == NULL) {
        s = ISN_NEW(h->l->arena, subject, 1);
        isn_row_map_put(&h->subjects, h->l->arena, hash, s);
    }
    for (uint32_t i = 0; i < p->subjects.len; i++) {
        if (p->subjects.ptr[i] == s) {
            return;
        }
    }
    *ISN_PUSH(h->l->arena, &p->subjects) = s;
}

#define PROMISES(of)                                                                               \
    "SELECT v.id, v.event_type, v.mode, v.first_told, v.deadline, x.actor_id, x.text FROM " of     \
    " CROSS JOIN actor x ON x.claim = f.claim AND x.part = 'actor' WHERE v.kind = 'commitment' "   \
    "AND v.status = 'active' AND v.event_type IS NOT NULL AND "
#define OF_FILE                                                                                    \
    "event_row w CROSS JOIN event v ON v.id = w.id CROSS JOIN entry_row f ON f.event = w.number"
#define OF_SERVER "event v CROSS JOIN entry f ON f.event = v.id"

static promise *promise_at(hearing *h, isn_sql *b, int32_t since) {
    isn_arena *arena = h->l->arena;
    int64_t hash = hash_of(isn_sql_str_at(b, 0));
    promise *p = isn_row_map_get(&h->by_id, hash);
    if (p != NULL) {
        return p;
    }
    int32_t told = isn_sql_day_at(b, 3);
    int32_t deadline = isn_sql_day_at(b, 4);
    int32_t until = (deadline != ISN_NO_DAY && deadline > told ? deadline : told) + YEAR;
    if (until < since) {
        return NULL;
    }
    p = ISN_NEW(arena, promise, 1);
    p->id = isn_sql_text_at(b, 0, arena);
    p->hash = hash;
    p->act = isn_code_of(isn_sql_str_at(b, 1), isn_vocab_event);
    p->mode = isn_code_of(isn_sql_str_at(b, 2), isn_vocab_mode);
    p->told = told;
    p->until = until;
    p->deadline = deadline;
    isn_row_map_put(&h->by_id, arena, hash, p);
    *ISN_PUSH(arena, &h->promises) = p;
    return p;
}

/* Those that are heard of after `since`, and are not in `but`. */
static bool read_promises(hearing *h, isn_sql *b, int32_t since, const isn_row_map *but) {
    while (isn_sql_row(b)) {
        if (isn_row_map_get(but, hash_of(isn_sql_str_at(b, 0))) != NULL) {
            continue;
        }
        promise *p = promise_at(h, b, since);
        if (p != NULL) {
            add_subject(h, p, isn_sql_str_at(b, 5));
            add_subject(h, p, isn_sql_str_at(b, 6));
        }
    }
    return isn_sql_done(b);
}

/* ---- reports --------------------------------------------------------------------------------- */

static sort sort_of(bool promised, bool negative, int32_t day, int32_t published) {
    if (promised) {
        return day == ISN_NO_DAY ? PROMISED : PROMISED_FOR;
    }
    bool ahead = day > published;
    return negative ? (ahead ? UNDONE_AHEAD : UNDONE) : (ahead ? DONE_AHEAD : DONE);
}

/* NULL for what no promise may be told of. */
static const report *report_at(const hearing *h, isn_sql *b) {
    bool promised = isn_str_eqz(isn_sql_str_at(b, 2), "commitment");
    int32_t day = isn_sql_day_at(b, 6);
    int32_t deadline = isn_sql_day_at(b, 7);
    int32_t published = isn_sql_day_at(b, 8);
    if ((promised ? deadline : day) == ISN_NO_DAY) {
        return NULL;
    }
    report *r = ISN_NEW(h->l->arena, report, 1);
    r->key = isn_sql_text_at(b, 0, h->l->arena);
    r->event = hash_of(isn_sql_str_at(b, 1));
    r->sort =
        (uint8_t)sort_of(promised, isn_str_eqz(isn_sql_str_at(b, 5), "negative"), day, published);
    r->mode = isn_code_of(isn_sql_str_at(b, 4), isn_vocab_mode);
    r->day = r->sort == PROMISED ? deadline : day;
    r->deadline = deadline;
    r->published = published;
    return r;
}

#define REPORTS(records)                                                                           \
    "SELECT e.key, e.event, e.kind, e.event_type, c.mode, c.polarity, c.date_end, "                \
    "c.deadline_end, r.published, y.actor_id, y.text, c.id FROM " records                          \
    " CROSS JOIN claim c ON c.record = r.id CROSS JOIN entry e ON e.claim = c.id AND e.kind IN "   \
    "('incident', 'aggregate', 'commitment') CROSS JOIN actor y ON y.claim = c.id AND y.part = "   \
    "'actor' WHERE e.event IS NOT NULL AND c.modality <> 'hypothetical' AND "

static bool read_reports(hearing *h, isn_sql *b) {
    const report *r = NULL;
    int64_t of = 0; /* row of the claim that `r` was made of */
    while (isn_sql_row(b)) {
        uint8_t act = isn_code_of(isn_sql_str_at(b, 3), isn_vocab_event);
        for (int column = 9; column <= 10; column++) {
            isn_str actor = isn_sql_str_at(b, column);
            subject *s =
                actor.ptr == NULL ? NULL : isn_row_map_get(&h->subjects, subject_hash(actor, act));
            if (s == NULL) {
                continue;
            }
            if (of != isn_sql_int_at(b, 11)) {
                of = isn_sql_int_at(b, 11);
                r = report_at(h, b);
            }
            if (r != NULL) {
                *ISN_PUSH(h->l->arena, &s->reports) = r;
            }
        }
    }
    return isn_sql_done(b);
}

static int by_told(const void *x, const void *y) {
    const promise *a = *(promise *const *)x, *b = *(promise *const *)y;
    return (a->told > b->told) - (a->told < b->told);
}

/* What is told in the time of any of the promises. */
static bool read_told(hearing *h) {
    uint32_t n = h->promises.len;
    if (n > 0) {
        qsort(h->promises.ptr, n, sizeof *h->promises.ptr, by_told);
    }
    for (uint32_t i = 0, next; i < n; i = next) {
        int32_t until = h->promises.ptr[i]->until;
        for (next = i + 1; next < n && h->promises.ptr[next]->told <= until; next++) {
            until = h->promises.ptr[next]->until > until ? h->promises.ptr[next]->until : until;
        }
        isn_sql b = isn_sql_on(h->l->store, REPORTS("record r") "r.published BETWEEN ? AND ?");
        isn_sql_day(&b, h->promises.ptr[i]->told);
        isn_sql_day(&b, until);
        if (!read_reports(h, &b)) {
            return false;
        }
    }
    return true;
}

/* ---- the earliest ---------------------------------------------------------------------------- */

static int compare_reports(const report *a, const report *b) {
    return a->day != b->day ? (a->day > b->day) - (a->day < b->day)
                            : isn_str_compare(a->key, b->key);
}

static int in_line(const void *x, const void *y) {
    const report *a = *(const report *const *)x, *b = *(const report *const *)y;
    if (a->sort != b->sort) {
        return a->sort < b->sort ? -1 : 1;
    }
    return a->mode != b->mode ? (a->mode > b->mode) - (a->mode < b->mode) : compare_reports(a, b);
}

/* The first of the sort and mode from a day on, or what stands behind them. */
static uint32_t first_of(const subject *s, sort of, unsigned mode, int32_t day) {
    uint32_t low = 0;
    uint32_t high = s->reports.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const report *r = s->reports.ptr[middle];
        bool before = r->sort != of     ? r->sort < of
                      : r->mode != mode ? r->mode < mode
                                        : r->day < day;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low;
}

/* False where the promise has earlier ones, as many as it needs. */
static bool offer(promise *p, verdict v, const report *r) {
    const report **best = p->best[v];
    uint32_t at = p->n[v];
    while (at > 0 && compare_reports(best[at - 1], r) > 0) {
        at--;
    }
    if (at == EARLIEST) {
        return false;
    }
    if (at > 0 && compare_reports(best[at - 1], r) == 0) {
        return true; /* by another name */
    }
    p->n[v] += p->n[v] < EARLIEST;
    for (uint32_t i = p->n[v] - 1; i > at; i--) {
        best[i] = best[i - 1];
    }
    best[at] = r;
    return true;
}

static bool speaks_of(const report *r, const promise *p) {
    return r->event != p->hash && r->published >= p->told && r->published <= p->until &&
           (r->sort < PROMISED || (r->published > p->told && r->deadline > p->deadline));
}

/* Reports of a sort, of days `from` to `to`, in each mode that fits. */
static void hear_sort(promise *p, const subject *s, verdict v, sort of, int32_t from, int32_t to) {
    const report *const *all = s->reports.ptr;
    uint32_t i = first_of(s, of, 0, INT32_MIN);
    while (i < s->reports.len && all[i]->sort == of) {
        unsigned mode = all[i]->mode;
        if (p->mode == 0 || mode == 0 || mode == p->mode) {
            for (i = first_of(s, of, mode, from);
                 i < s->reports.len && all[i]->sort == of && all[i]->mode == mode &&
                 all[i]->day <= to && (!speaks_of(all[i], p) || offer(p, v, all[i]));
                 i++) {
            }
        }
        i = first_of(s, of, mode + 1, INT32_MIN);
    }
}

/* What was told when it was done is told in time only if it was done in time. */
static void hear_deeds(promise *p, const subject *s, verdict v, sort told_then, sort told_ahead,
                       int32_t from, int32_t to) {
    hear_sort(p, s, v, told_then, from, to < p->until ? to : p->until);
    hear_sort(p, s, v, told_ahead, from, to);
}

static void hear_subject(promise *p, subject *s) {
    if (!s->sorted && s->reports.len > 0) {
        qsort(s->reports.ptr, s->reports.len, sizeof *s->reports.ptr, in_line);
    }
    s->sorted = true;
    bool open = p->deadline == ISN_NO_DAY;
    hear_deeds(p, s, BROKEN, UNDONE, UNDONE_AHEAD, p->told, INT32_MAX);
    hear_deeds(p, s, KEPT, DONE, DONE_AHEAD, p->told, open ? INT32_MAX : p->deadline);
    if (!open) {
        int32_t late = p->deadline >= p->told ? p->deadline + 1 : p->told;
        hear_deeds(p, s, LATE, DONE, DONE_AHEAD, late, INT32_MAX);
        hear_sort(p, s, MOVED, PROMISED, p->deadline + 1, INT32_MAX);
        hear_sort(p, s, MOVED, PROMISED_FOR, INT32_MIN, INT32_MAX);
    }
}

static bool add_follow(const hearing *h, const promise *p, verdict v, const report *r) {
    isn_sql b =
        isn_sql_on(h->l->store, "INSERT INTO follow VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
    isn_sql_str(&b, p->id);
    isn_sql_str(&b, r->key);
    isn_sql_word(&b, verdict_names[v]);
    isn_sql_day(&b, r->day);
    return isn_sql_step(&b);
}

/* `heard`: ids of the promises that a report was found for. */
static bool hear(hearing *h, ids *heard) {
    for (uint32_t i = 0; i < h->promises.len; i++) {
        promise *p = h->promises.ptr[i];
        uint32_t n = 0;
        for (uint32_t j = 0; j < p->subjects.len; j++) {
            hear_subject(p, p->subjects.ptr[j]);
        }
        for (verdict v = 0; v < VERDICTS; v++) {
            for (uint32_t j = 0; j < p->n[v]; j++, n++) {
                if (!add_follow(h, p, v, p->best[v][j])) {
                    return false;
                }
            }
        }
        if (n > 0) {
            *ISN_PUSH(h->l->arena, heard) = p->id;
        }
    }
    return true;
}

/* ---- the outcome ----------------------------------------------------------------------------- */

/* Kept wins over broken, for a denial may be of an earlier day; without a report it is open until the newest
 * article is past the deadline. */
static bool settle(isn_linking *l, const ids *all) {
    for (uint32_t i = 0; i < all->len; i++) {
        isn_sql b = isn_sql_on(
            l->store, ISN_EITHER(l->store,
                                 "UPDATE event_row SET outcome = " OUTCOME ISN_DAYS(
                                     LATEST_TOLD) " THEN 'overdue' ELSE 'open' END) WHERE id = ?1",
                                 "UPDATE event SET outcome = " OUTCOME LATEST_TOLD
                                 " THEN 'overdue' ELSE 'open' END) WHERE id = ?1"));
        isn_sql_str(&b, all->ptr[i]);
        if (!isn_sql_step(&b)) {
            return false;
        }
    }
    return true;
}

/* Of the ids from `from` on, AT_ONCE at most, as a list for SQL. */
static isn_str listed(isn_linking *l, const isn_str *all, uint32_t len, uint32_t from) {
    return isn_names_listed(l->arena, all + from, len - from < AT_ONCE ? len - from : AT_ONCE);
}

static bool run_on(isn_linking *l, const char *literal, const isn_str *all, uint32_t len) {
    for (uint32_t i = 0; i < len; i += AT_ONCE) {
        isn_sql b = isn_sql_on(l->store, literal);
        isn_sql_str(&b, listed(l, all, len, i));
        if (!isn_sql_step(&b)) {
            return false;
        }
    }
    return true;
}

/* Promises that this run has made or changed. Few of all that it touched: they are looked for by their ids alone. */
static bool read_stirred(isn_linking *l, isn_row_map *stirred, ids *out) {
    for (uint32_t i = 0; i < l->touched.len; i += AT_ONCE) {
        isn_sql b = isn_sql_on(l->store, "SELECT id FROM event WHERE id IN " ISN_NAMED
                                         " AND kind || '' = 'commitment' AND "
                                         "status || '' = 'active'");
        isn_sql_str(&b, listed(l, l->touched.ptr, l->touched.len, i));
        while (isn_sql_row(&b)) {
            isn_str id = isn_sql_text_at(&b, 0, l->lasting);
            *ISN_PUSH(l->lasting, out) = id;
            isn_row_map_put(stirred, l->lasting, hash_of(id), l);
        }
        if (!isn_sql_done(&b)) {
            return false;
        }
    }
    return true;
}

static bool hear_all(isn_linking *l, const ids *stirred) {
    hearing h = {.l = l};
    ids heard = {.len = 0};
    isn_row_map none = {.size = 0};
    isn_arena_reset(l->arena, (size_t)8 << 20);
    if (!run_on(l, "DELETE FROM follow WHERE commitment IN " ISN_NAMED, l->touched.ptr,
                l->touched.len)) {
        return false;
    }
    for (uint32_t i = 0; i < stirred->len; i += AT_ONCE) {
        isn_sql b = isn_sql_on(
            l->store,
            ISN_EITHER(l->store, PROMISES(OF_FILE) "w.first_told NOT NULL AND w.id IN " ISN_NAMED,
                       PROMISES(OF_SERVER) "v.first_told IS NOT NULL AND v.id IN " ISN_NAMED));
        isn_sql_str(&b, listed(l, stirred->ptr, stirred->len, i));
        if (!read_promises(&h, &b, INT32_MIN, &none)) {
            return false;
        }
    }
    return read_told(&h) && hear(&h, &heard) && settle(l, stirred);
}

#define NEWS "unlinked u CROSS JOIN record r ON r.id = u.id"

/* The days of what is told in this run. */
static bool read_days(isn_linking *l, int32_t *first, int32_t *last) {
    isn_sql b = isn_sql_on(l->store, "SELECT min(r.published), max(r.published) FROM " NEWS);
    while (isn_sql_row(&b)) {
        *first = isn_sql_day_at(&b, 0);
        *last = isn_sql_day_at(&b, 1);
    }
    return isn_sql_done(&b);
}

static bool hear_news(isn_linking *l, const isn_row_map *stirred) {
    hearing h = {.l = l};
    ids heard = {.len = 0};
    int32_t first = ISN_NO_DAY;
    int32_t last = ISN_NO_DAY;
    isn_arena_reset(l->arena, (size_t)8 << 20);
    if (!read_days(l, &first, &last)) {
        return false;
    }
    if (last == ISN_NO_DAY) {
        return true;
    }
    isn_sql promises = isn_sql_on(
        l->store, ISN_EITHER(l->store,
                             PROMISES(OF_FILE) "w.kind = 3 AND w.status = 0 AND w.first_told "
                                               "<= " ISN_DAYS("?"),
                             PROMISES(OF_SERVER) "v.first_told <= ?"));
    isn_sql_day(&promises, last);
    if (!read_promises(&h, &promises, first, stirred)) {
        return false;
    }
    isn_sql reports = isn_sql_on(l->store, REPORTS(NEWS) "r.published IS NOT NULL");
    return read_reports(&h, &reports) && hear(&h, &heard) &&
           run_on(l,
                  "DELETE FROM follow WHERE (commitment, claim) IN (SELECT commitment, claim FROM "
                  "(SELECT *, row_number() OVER (PARTITION BY commitment, verdict ORDER BY note, "
                  "claim) AS n FROM follow WHERE commitment IN " ISN_NAMED
                  ") AS x WHERE n > " EARLIEST_SQL ")",
                  heard.ptr, heard.len) &&
           settle(l, &heard);
}

bool isn_link_follow(isn_linking *l) {
    ids stirred = {.len = 0};
    isn_row_map known = {.size = 0};
    return read_stirred(l, &known, &stirred) && hear_all(l, &stirred) && hear_news(l, &known) &&
           isn_store_run(
               l->store,
               ISN_EITHER(l->store,
                          "UPDATE event_row SET outcome = 'overdue' WHERE outcome = 'open' "
                          "AND deadline < " ISN_DAYS(LATEST_TOLD),
                          "UPDATE event SET outcome = 'overdue' WHERE outcome = 'open' "
                          "AND deadline < " LATEST_TOLD));
}
