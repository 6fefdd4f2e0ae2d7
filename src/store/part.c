/* part.c: the pairs of neighbours that a run of `isnad link` needs, looked for in parts that know nothing of each other.
 *
 *     plan: the claims to be linked, by days and countries ─▶ part … part: entries and pairs ─▶ link.c
 *
 * A part has claims of its own (core) and reads beside them what they may have a pair with: the days before them that their
 * windows reach, in their countries and where no country is told. Of two new claims the later one's part finds the pair, of a
 * new and an old one that of the new. A part reads what is committed and writes nothing; link.c takes what it found, looks
 * itself at what came meanwhile, and at what a part that is missing should have found.
 */
#include <inttypes.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include "store/linking.h"

#define STRETCH 32        /* days that are parted by countries before they are parted by days */
#define SHORT_DAYS 7      /* as the index entry_long has it */
#define MOST_CLAIMS 16384 /* of a part: what it holds in memory */
#define MOST_COUNTRIES 12 /* with more, a part reads all */
#define FLUSH ((size_t)1 << 16)
#define COUNTRIES 64

typedef struct seat { /* a claim of the plan */
    int64_t claim, article;
    int32_t first, last;
    uint32_t part;
    char countries[COUNTRIES]; /* "IRQ,SYR"; empty: none, or more than there is room for */
    bool everywhere;           /* none, or too many */
} seat;

typedef ISN_VEC(seat) seats;
typedef ISN_VEC(isn_near) nears;

typedef struct parting {
    isn_store *store;
    isn_arena *arena;
    isn_buf out;
    isn_sink sink;
    void *context;
    isn_status status; /* of the sink */
    uint64_t told;     /* lines */
} parting;

/* ---- writing --------------------------------------------------------------------------------- */

static bool flush(parting *p, size_t above) {
    if (p->out.len > above && p->status == ISN_OK) {
        p->status = p->out.failed ? ISN_ENOMEM : p->sink(p->context, p->out.ptr, p->out.len);
        p->out.len = 0;
    }
    return p->status == ISN_OK;
}

static void put_day(isn_buf *out, int32_t day) {
    if (day == ISN_NO_DAY) {
        isn_buf_puts(out, " -");
    } else {
        isn_buf_printf(out, " %" PRId32, day);
    }
}

/* ---- reading lines --------------------------------------------------------------------------- */

typedef struct reader {
    const char *at, *end;
    bool bad;
} reader;

static isn_str word(reader *r) {
    const char *from = r->at;
    while (r->at < r->end && *r->at != ' ' && *r->at != '\n') {
        r->at++;
    }
    isn_str out = isn_str_of(from, (size_t)(r->at - from));
    r->bad = r->bad || out.len == 0;
    if (r->at < r->end && *r->at == ' ') {
        r->at++;
    }
    return out;
}

static bool line_end(reader *r) {
    r->bad = r->bad || r->at == r->end || *r->at != '\n';
    r->at += !r->bad;
    return !r->bad;
}

static int64_t number(reader *r) {
    char text[24];
    char *end = text;
    isn_str w = word(r);
    isn_sql_copy(text, sizeof text, w);
    int64_t value = strtoll(text, &end, 10);
    r->bad = r->bad || *end != '\0' || w.len >= sizeof text;
    return value;
}

static int32_t day(reader *r) {
    if (r->end - r->at > 1 && r->at[0] == '-' && r->at[1] == ' ') {
        r->at += 2;
        return ISN_NO_DAY;
    }
    return (int32_t)number(r);
}

static bool expect(reader *r, const char *what) {
    r->bad = !isn_str_eqz(word(r), what) || r->bad;
    return !r->bad;
}

static isn_status malformed(const isn_store *store, const char *what, isn_error *error) {
    return isn_fail(error, ISN_EFORMAT, store->path, 0, "%s is not whole, or of another version",
                    what);
}

/* ---- the plan -------------------------------------------------------------------------------- */

#define NEW_CLAIMS " FROM unlinked u JOIN record r ON r.id = u.id JOIN claim c ON c.record = r.id "
#define NEWEST " r.id = (SELECT max(id) FROM record WHERE article = r.article) "

/* The window of isn_entry_window, of the columns alone. */
static void window_at(isn_sql *b, seat *s) {
    int32_t start = isn_sql_day_at(b, 2);
    int32_t end = isn_sql_day_at(b, 3);
    int32_t told = isn_sql_day_at(b, 4);
    s->first = s->last = ISN_NO_DAY;
    if (end != ISN_NO_DAY) {
        s->last = end;
        s->first = start != ISN_NO_DAY ? start : end - (ISN_LONGEST_DAYS - 1);
    } else if (told != ISN_NO_DAY) {
        s->last = told;
        s->first = told - ISN_SOON_DAYS;
    }
}

static void add_country(seat *s, isn_str country) {
    size_t have = strlen(s->countries);
    s->everywhere = have + country.len + 2 > sizeof s->countries ||
                    memchr(country.ptr, ' ', country.len) != NULL || (have > 0 && s->everywhere);
    if (!s->everywhere) {
        snprintf(s->countries + have, sizeof s->countries - have, "%s%.*s", have > 0 ? "," : "",
                 (int)country.len, country.ptr);
    }
}

static seat *seat_of(const seats *all, int64_t claim) {
    uint32_t low = 0, high = all->len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (all->ptr[middle].claim < claim) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < all->len && all->ptr[low].claim == claim ? &all->ptr[low] : NULL;
}

/* By claim. */
static bool read_seats(parting *p, seats *out) {
    isn_sql b = isn_sql_on(p->store, "SELECT c.id, r.article, c.date_start, c.date_end, "
                                     "r.published" NEW_CLAIMS "WHERE" NEWEST "ORDER BY c.id");
    while (isn_sql_row(&b)) {
        seat *s = ISN_PUSH(p->arena, out);
        s->claim = isn_sql_int_at(&b, 0);
        s->article = isn_sql_int_at(&b, 1);
        s->everywhere = true;
        window_at(&b, s);
    }
    if (!isn_sql_done(&b)) {
        return false;
    }
    isn_sql places = isn_sql_on(p->store, "SELECT DISTINCT p.claim, p.country" NEW_CLAIMS
                                          "JOIN place p ON p.claim = c.id WHERE p.country IS NOT "
                                          "NULL AND" NEWEST "ORDER BY p.claim, p.country");
    while (isn_sql_row(&places)) {
        seat *s = seat_of(out, isn_sql_int_at(&places, 0));
        if (s != NULL) { /* else it came meanwhile */
            add_country(s, isn_sql_str_at(&places, 1));
        }
    }
    return isn_sql_done(&places);
}

static bool is_long(const seat *s) {
    return s->last != ISN_NO_DAY && s->last - s->first > SHORT_DAYS;
}

/* 0: dated, 1: with a long window, 2: with none */
static int class_of(const seat *s) {
    return s->last == ISN_NO_DAY ? 2 : is_long(s);
}

static int order(int64_t a, int64_t b) {
    return (a > b) - (a < b);
}

static int by_place_and_day(const void *x, const void *y) {
    const seat *a = x, *b = y;
    int out = order(class_of(a), class_of(b));
    out = out != 0 ? out : order(a->last / STRETCH, b->last / STRETCH);
    out = out != 0 ? out : strcmp(a->countries, b->countries);
    out = out != 0 ? out : order(a->last, b->last);
    return out != 0 ? out : order(a->claim, b->claim);
}

static bool write_plan(parting *p, unsigned *parts) {
    seats all = {.len = 0};
    if (!read_seats(p, &all)) {
        return false;
    }
    if (all.len > 0) {
        qsort(all.ptr, all.len, sizeof *all.ptr, by_place_and_day);
    }
    unsigned least = all.len / MOST_CLAIMS + 1;
    *parts = *parts > least ? *parts : least;
    isn_buf_printf(&p->out, "isnad-plan " ISN_VERSION " %u %u\n", *parts, all.len);
    for (uint32_t i = 0; i < all.len; i++) {
        const seat *s = &all.ptr[i];
        isn_buf_printf(&p->out, "%u %" PRId64 " %" PRId64,
                       (unsigned)((uint64_t)i * *parts / all.len), s->claim, s->article);
        put_day(&p->out, s->first);
        put_day(&p->out, s->last);
        isn_buf_printf(&p->out, " %s\n", s->everywhere ? "*" : s->countries);
        flush(p, FLUSH);
    }
    isn_buf_puts(&p->out, "end\n");
    flush(p, 0);
    return true;
}

static bool read_plan(parting *p, isn_str plan, seats *out, unsigned *parts) {
    reader r = {plan.ptr, plan.ptr + plan.len, false};
    expect(&r, "isnad-plan");
    expect(&r, ISN_VERSION);
    *parts = (unsigned)number(&r);
    int64_t n = number(&r);
    line_end(&r);
    for (int64_t i = 0; i < n && !r.bad; i++) {
        seat *s = ISN_PUSH(p->arena, out);
        s->part = (uint32_t)number(&r);
        s->claim = number(&r);
        s->article = number(&r);
        s->first = day(&r);
        s->last = day(&r);
        isn_sql_copy(s->countries, sizeof s->countries, word(&r));
        s->everywhere = s->countries[0] == '*';
        line_end(&r);
    }
    expect(&r, "end");
    return line_end(&r);
}

/* ---- what a part looks at --------------------------------------------------------------------- */

typedef struct reach {
    int32_t first, last; /* of the windows of what is core; ISN_NO_DAY: none has any */
    bool acts[ISN_KINDS][ISN_EV_ASSAULT + 1];
    bool everywhere;
    char countries[MOST_COUNTRIES][COUNTRIES];
    unsigned ncountries;
} reach;

static bool is_in(const reach *all, isn_str country) {
    for (unsigned i = 0; i < all->ncountries; i++) {
        if (isn_str_eqz(country, all->countries[i])) {
            return true;
        }
    }
    return false;
}

static void reach_country(reach *all, isn_str country) {
    if (all->everywhere || is_in(all, country)) {
        return;
    }
    if (all->ncountries == MOST_COUNTRIES) {
        all->everywhere = true;
        return;
    }
    isn_sql_copy(all->countries[all->ncountries++], COUNTRIES, country);
}

/* Calls for each of "IRQ,SYR"; does any of them lie in the reach? */
static bool walk_countries(reach *all, const seat *s, bool add) {
    bool any = all->everywhere || s->everywhere;
    for (const char *at = s->countries; !s->everywhere && *at != '\0';) {
        size_t len = strcspn(at, ",");
        if (add) {
            reach_country(all, isn_str_of(at, len));
        } else {
            any = any || is_in(all, isn_str_of(at, len));
        }
        at += len + (at[len] == ',');
    }
    return any;
}

static void extend(reach *all, const seat *s, const isn_entry *e) {
    all->acts[e->kind][e->event] = true;
    all->everywhere = all->everywhere || s->everywhere;
    walk_countries(all, s, true);
    if (s->last != ISN_NO_DAY) {
        all->first = all->last == ISN_NO_DAY || s->first < all->first ? s->first : all->first;
        all->last = s->last > all->last ? s->last : all->last;
    }
}

typedef ISN_VEC(int64_t) rows;

static bool add_items(parting *p, isn_loader *loader, const rows *claims, bool core, bool fresh,
                      nears *items) {
    if (!isn_loader_load(loader, claims->ptr, claims->len)) {
        return false;
    }
    for (uint32_t i = 0; i < claims->len; i++) {
        const isn_entry *e = isn_row_map_get(&loader->entries, claims->ptr[i]);
        *ISN_PUSH(p->arena, items) = (isn_near){e, core, fresh};
    }
    return true;
}

static bool add_core(parting *p, isn_loader *loader, const seats *all, uint32_t part, reach *to,
                     isn_row_map *articles, nears *items) {
    rows claims = {.len = 0};
    uint32_t n = 0;
    for (uint32_t i = 0; i < all->len; i++) {
        if (all->ptr[i].part == part) {
            *ISN_PUSH(p->arena, &claims) = all->ptr[i].claim;
        }
    }
    if (!add_items(p, loader, &claims, true, true, items)) {
        return false;
    }
    for (uint32_t i = 0; i < all->len; i++) {
        if (all->ptr[i].part == part) {
            extend(to, &all->ptr[i], items->ptr[n++].entry);
            isn_row_map_put(articles, p->arena, all->ptr[i].article, p);
        }
    }
    return true;
}

/* New claims of other parts: of the days before, and of the same articles. */
static bool add_fresh(parting *p, isn_loader *loader, const seats *all, uint32_t part, reach *to,
                      const isn_row_map *articles, nears *items) {
    rows claims = {.len = 0};
    for (uint32_t i = 0; i < all->len; i++) {
        const seat *s = &all->ptr[i];
        bool near = s->last != ISN_NO_DAY && to->last != ISN_NO_DAY && s->last <= to->last &&
                    s->last >= to->first - ISN_FAR_DAYS && walk_countries(to, s, false);
        if (s->part != part && (near || isn_row_map_get(articles, s->article) != NULL)) {
            *ISN_PUSH(p->arena, &claims) = s->claim;
        }
    }
    return add_items(p, loader, &claims, false, true, items);
}

#define OLD(entry, like)                                                                           \
    "SELECT claim FROM " entry " WHERE " like                                                      \
    " AND last BETWEEN ?3 AND ?4 + 7 AND first <= ?4 UNION "                                       \
    "SELECT claim FROM " entry " WHERE " like                                                      \
    " AND last - first > 7 AND last > ?4 + 7 AND last <= "                                         \
    "?5 AND first <= ?4"

/* Entries of earlier runs whose window meets the part's. */
static bool old_of_act(parting *p, const reach *to, unsigned kind, unsigned event, rows *out) {
    isn_sql b = isn_sql_on(p->store, ISN_EITHER(p->store, OLD("entry_row", ISN_LIKE_FILE),
                                                OLD("entry", "kind = ?1 AND event_type = ?2")));
    isn_sql_name(&b, isn_kind_names[kind]);
    isn_sql_text(&b, isn_vocab_event[event]);
    isn_sql_int(&b, (int64_t)to->first - ISN_FAR_DAYS);
    isn_sql_int(&b, (int64_t)to->last + ISN_FAR_DAYS);
    isn_sql_int(&b, (int64_t)to->last + ISN_FAR_DAYS + ISN_LONGEST_DAYS);
    while (isn_sql_row(&b)) {
        *ISN_PUSH(p->arena, out) = isn_sql_int_at(&b, 0);
    }
    return isn_sql_done(&b);
}

static bool is_within(parting *p, const reach *to, int64_t claim, bool *within) {
    bool any = false;
    *within = to->everywhere;
    if (to->everywhere) {
        return true;
    }
    isn_sql b =
        isn_sql_on(p->store, "SELECT DISTINCT country FROM place WHERE claim = ? AND country "
                             "IS NOT NULL");
    isn_sql_int(&b, claim);
    while (isn_sql_row(&b)) {
        any = true;
        *within = *within || is_in(to, isn_sql_str_at(&b, 0));
    }
    *within = *within || !any;
    return isn_sql_done(&b);
}

static bool add_old(parting *p, isn_loader *loader, const reach *to, const isn_row_map *planned,
                    nears *items) {
    rows old = {.len = 0}, claims = {.len = 0};
    for (unsigned i = 0; i < ISN_KINDS * (ISN_EV_ASSAULT + 1); i++) {
        unsigned kind = i / (ISN_EV_ASSAULT + 1), event = i % (ISN_EV_ASSAULT + 1);
        if (to->last != ISN_NO_DAY && to->acts[kind][event] &&
            !old_of_act(p, to, kind, event, &old)) {
            return false;
        }
    }
    for (uint32_t i = 0; i < old.len; i++) {
        bool within = false;
        if (isn_row_map_get(planned, old.ptr[i]) != NULL) {
            continue; /* linked since the plan was made */
        }
        if (!is_within(p, to, old.ptr[i], &within)) {
            return false;
        }
        if (within) {
            *ISN_PUSH(p->arena, &claims) = old.ptr[i];
        }
    }
    return add_items(p, loader, &claims, false, false, items);
}

static int by_last_day(const void *x, const void *y) {
    const isn_near *a = x, *b = y;
    int32_t first, last[2];
    isn_entry_window(a->entry, &first, &last[0]);
    isn_entry_window(b->entry, &first, &last[1]);
    int out = order(last[0] == ISN_NO_DAY ? INT32_MAX : last[0],
                    last[1] == ISN_NO_DAY ? INT32_MAX : last[1]);
    return out != 0 ? out : order(a->entry->row, b->entry->row);
}

/* ---- what it finds ---------------------------------------------------------------------------- */

static bool tell_pair(void *context, const isn_entry *a, const isn_entry *b, int score) {
    parting *p = context;
    isn_buf_printf(&p->out, "pair %" PRId64 " %" PRId64 " %d\n", a->row, b->row, score);
    p->told++;
    return flush(p, FLUSH);
}

static void tell_entry(parting *p, const isn_entry *e) {
    isn_outline outline;
    unsigned char bytes[ISN_OUTLINE];
    isn_outline_make(&outline, e);
    isn_outline_pack(bytes, &outline);
    isn_buf_printf(&p->out, "entry %" PRId64 " %" PRId64 " %u %u", e->row, e->article->row,
                   (unsigned)e->kind, (unsigned)e->event);
    put_day(&p->out, outline.first);
    put_day(&p->out, outline.last);
    isn_buf_puts(&p->out, " ");
    for (unsigned i = 0; i < ISN_OUTLINE; i++) {
        isn_buf_printf(&p->out, "%02x", bytes[i]);
    }
    isn_buf_printf(&p->out, " %.*s\n", (int)e->key.len, e->key.ptr);
    p->told++;
    flush(p, FLUSH);
}

static bool find(parting *p, const seats *all, uint32_t part) {
    reach to = {.first = ISN_NO_DAY, .last = ISN_NO_DAY};
    isn_row_map articles = {.size = 0}, planned = {.size = 0};
    nears items = {.len = 0};
    isn_loader loader;
    isn_loader_init(&loader, p->store, p->arena);
    for (uint32_t i = 0; i < all->len; i++) {
        isn_row_map_put(&planned, p->arena, all->ptr[i].claim, p);
    }
    if (!add_core(p, &loader, all, part, &to, &articles, &items)) {
        return false;
    }
    uint32_t ncore = items.len;
    isn_buf_printf(&p->out, "isnad-part " ISN_VERSION " %u\n", part);
    for (uint32_t i = 0; i < ncore; i++) {
        tell_entry(p, items.ptr[i].entry);
    }
    if (!add_fresh(p, &loader, all, part, &to, &articles, &items) ||
        !add_old(p, &loader, &to, &planned, &items)) {
        return false;
    }
    if (items.len > 0) {
        qsort(items.ptr, items.len, sizeof *items.ptr, by_last_day);
        isn_ledger_near(items.ptr, items.len, tell_pair, p, p->arena);
    }
    isn_buf_printf(&p->out, "end %" PRIu64 "\n", p->told);
    flush(p, 0);
    return true;
}

/* ---- the two, with what they need ------------------------------------------------------------- */

typedef bool (*piece)(parting *p, void *with);

static isn_status ended(parting *p, bool good, isn_error *error) {
    if (p->status != ISN_OK || p->out.failed) {
        return isn_fail(error, p->status != ISN_OK ? p->status : ISN_ENOMEM, p->store->path, 0,
                        p->status == ISN_ENOMEM || p->out.failed ? "out of memory"
                                                                 : "cannot be written");
    }
    return good ? ISN_OK : isn_store_broken(p->store, error);
}

ISN_APART static bool call_it(parting *p, piece call, void *with) {
    return call(p, with);
}

/* Own function: what lives across the jump must not be in registers of the caller. */
static isn_status guarded(parting *p, isn_guard *guard, piece call, void *with, isn_error *error) {
    if (setjmp(guard->jump) != 0) {
        return isn_fail(error, ISN_ENOMEM, p->store->path, 0, "out of memory");
    }
    isn_arena_guard(p->arena, guard);
    return ended(p, call_it(p, call, with), error);
}

static isn_status run(isn_store *store, const isn_pieces *pieces, piece call, void *with,
                      isn_error *error) {
    parting p = {.store = store, .sink = pieces->sink, .context = pieces->context};
    isn_guard guard;
    if (isn_arena_new(&p.arena, (size_t)1 << 20) != ISN_OK) {
        return isn_fail(error, ISN_ENOMEM, store->path, 0, "out of memory");
    }
    isn_buf_init(&p.out);
    isn_status status = guarded(&p, &guard, call, with, error);
    isn_buf_release(&p.out);
    isn_arena_free(p.arena);
    return status;
}

static bool plan_piece(parting *p, void *with) {
    isn_pieces *pieces = with;
    return write_plan(p, &pieces->count);
}

typedef struct task {
    const isn_pieces *pieces;
    bool bad;
} task;

static bool part_piece(parting *p, void *with) {
    task *t = with;
    seats all = {.len = 0};
    unsigned parts = 0;
    unsigned part = t->pieces->part;
    t->bad = !read_plan(p, t->pieces->plan, &all, &parts) || part < 1 || part > parts;
    return t->bad || find(p, &all, part - 1);
}

isn_status isn_link_piece(isn_store *store, isn_pieces *pieces, isn_error *error) {
    task t = {.pieces = pieces};
    if (pieces->plan.ptr == NULL) {
        return run(store, pieces, plan_piece, pieces, error);
    }
    isn_status status = run(store, pieces, part_piece, &t, error);
    return t.bad ? malformed(store, "the plan", error) : status;
}

/* ---- taking what was found --------------------------------------------------------------------- */

typedef struct found { /* a line */
    bool pair;
    int64_t a, b; /* claims */
    int score;
    isn_new_entry entry;
} found;

static unsigned half_of(char c) {
    return c >= '0' && c <= '9'   ? (unsigned)(c - '0')
           : c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10
                                  : 16;
}

static void outline(reader *r, isn_outline *out) {
    char bytes[ISN_OUTLINE];
    isn_str hex = word(r);
    r->bad = r->bad || hex.len != 2 * sizeof bytes;
    for (size_t i = 0; !r->bad && i < sizeof bytes; i++) {
        unsigned high = half_of(hex.ptr[2 * i]);
        unsigned low = half_of(hex.ptr[2 * i + 1]);
        r->bad = high > 15 || low > 15;
        bytes[i] = (char)(high << 4 | low);
    }
    if (!r->bad) {
        isn_outline_unpack(out, isn_str_of(bytes, sizeof bytes));
    }
}

static void read_entry(reader *r, isn_new_entry *e) {
    e->claim = number(r);
    e->article = number(r);
    e->kind = (unsigned)number(r);
    e->event = (unsigned)number(r);
    int32_t first = day(r);
    int32_t last = day(r);
    outline(r, &e->outline);
    e->outline.first = first;
    e->outline.last = last;
    e->key = word(r);
    r->bad = r->bad || e->kind >= ISN_KINDS || e->event > ISN_EV_ASSAULT;
}

/* False at the end, and where it is malformed. */
static bool next_found(reader *r, uint64_t *left, found *out) {
    isn_str what = word(r);
    *out = (found){.pair = isn_str_eqz(what, "pair")};
    if (isn_str_eqz(what, "end")) {
        *left -= (uint64_t)number(r);
        line_end(r);
        return false;
    }
    r->bad = r->bad || (!out->pair && !isn_str_eqz(what, "entry"));
    if (out->pair) {
        out->a = number(r);
        out->b = number(r);
        out->score = (int)number(r);
    } else {
        read_entry(r, &out->entry);
    }
    (*left)++;
    return line_end(r);
}

static void open_part(reader *r, isn_str part) {
    *r = (reader){part.ptr, part.ptr + part.len, false};
    expect(r, "isnad-part");
    expect(r, ISN_VERSION);
    number(r);
    line_end(r);
}

isn_status isn_part_check(const isn_store *store, isn_str part, isn_error *error) {
    reader r;
    uint64_t left = 0;
    found f;
    open_part(&r, part);
    while (!r.bad && next_found(&r, &left, &f)) {
    }
    return r.bad || left != 0 || r.at != r.end ? malformed(store, "a part", error) : ISN_OK;
}

static bool take_entry(isn_linking *l, const isn_new_entry *e, const isn_row_map *fresh,
                       isn_row_map *taken) {
    if (isn_row_map_get(fresh, e->claim) == NULL || isn_row_map_get(taken, e->claim) != NULL) {
        return true; /* no longer the newest coding, or linked by another run */
    }
    isn_row_map_put(taken, l->lasting, e->claim, l);
    return isn_link_add_entry(l, e);
}

static bool are_entries(isn_linking *l, int64_t a, int64_t b, bool *are) {
    int64_t n = 0;
    isn_sql s = isn_sql_on(l->store, "SELECT count(*) FROM entry WHERE claim IN (?, ?)");
    isn_sql_int(&s, a);
    isn_sql_int(&s, b);
    const bool ok = isn_sql_number(&s, &n);
    *are = n == 2;
    return ok;
}

static bool take_pair(isn_linking *l, const found *f) {
    if (l->store->driver->pair != NULL) {
        bool are = false;
        return are_entries(l, f->a, f->b, &are) &&
               (!are || l->store->driver->pair(l->store, f->a, f->b, f->score));
    }
    isn_sql s = isn_sql_on(l->store, "INSERT INTO pair SELECT CAST(?1 AS bigint), CAST(?2 AS "
                                     "bigint), CAST(?3 AS integer) WHERE EXISTS (SELECT 1 FROM "
                                     "entry WHERE claim = ?1) AND EXISTS (SELECT 1 FROM entry "
                                     "WHERE claim = ?2) ON CONFLICT DO NOTHING");
    isn_sql_int(&s, f->a < f->b ? f->a : f->b);
    isn_sql_int(&s, f->a < f->b ? f->b : f->a);
    isn_sql_int(&s, f->score);
    return isn_sql_step(&s);
}

/* Entries first: pairs name them. */
bool isn_link_take(isn_linking *l, const isn_row_map *fresh, isn_row_map *taken) {
    for (uint32_t turn = 0; turn < 2; turn++) {
        for (uint32_t i = 0; i < l->nparts; i++) {
            reader r;
            uint64_t left = 0;
            found f;
            open_part(&r, l->parts[i]);
            while (next_found(&r, &left, &f)) {
                if (f.pair == (turn == 1) &&
                    !(f.pair ? take_pair(l, &f) : take_entry(l, &f.entry, fresh, taken))) {
                    return false;
                }
            }
        }
    }
    return true;
}
