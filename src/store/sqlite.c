/* sqlite.c: the store in a SQLite file. See store.h for what a commit means; schema.c for the tables.
 *
 * Write-ahead log, foreign keys on, one transaction from the first write to isn_store_commit. An error
 * while writing rolls the whole transaction back: nothing half-written stays.
 */
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "export/export.h"
#include "store/store.h"

#define APPLICATION_ID 0x69736e64 /* "isnd": tells our files from other programs' */
#define BUSY_MS 10000

enum {
    BEGIN,
    COMMIT,
    FIND_RECORD,
    ADD_ARTICLE,
    FIND_ARTICLE,
    ADD_RECORD,
    ADD_CLAIM,
    ADD_ACTOR,
    ADD_COUNT,
    ADD_PLACE,
    ADD_LINK,
    ADD_RULE,
    ADD_CONTRADICTION,
    STATEMENTS
};

static const char *const statements[STATEMENTS] = {
    [BEGIN] = "BEGIN IMMEDIATE",
    [COMMIT] = "COMMIT",
    [FIND_RECORD] = "SELECT r.id FROM records r JOIN articles a ON a.id = r.article "
                    "WHERE a.sha256 = ? AND r.coder = ? AND r.knowledge = ?",
    [ADD_ARTICLE] =
        "INSERT OR IGNORE INTO articles (sha256, source, url, text) VALUES (?, ?, ?, ?)",
    [FIND_ARTICLE] = "SELECT id FROM articles WHERE sha256 = ?",
    [ADD_RECORD] = "INSERT INTO records (article, coder, knowledge, language, relevant, relevance, "
                   "title, published, published_from, outlet_id, outlet_name, json) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [ADD_CLAIM] =
        "INSERT INTO claims (record, name, type, main, event_type, mode, contexts, polarity, "
        "modality, anchor, anchor_start, anchor_end, date_start, date_end, date_precision, "
        "date_text, deadline_start, deadline_end, deadline_text, quoted, refers_to, "
        "evidence, evidence_start, evidence_end, confidence) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [ADD_ACTOR] = "INSERT INTO actors VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [ADD_COUNT] =
        "INSERT INTO counts (claim, of_whom, what, low, best, high, quantity, harm_term, who, "
        "side, group_id, text, \"start\", \"end\", unit, rule) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [ADD_PLACE] = "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [ADD_LINK] = "INSERT INTO links VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [ADD_RULE] = "INSERT INTO rules VALUES (?, ?, ?, ?, ?, ?)",
    [ADD_CONTRADICTION] = "INSERT INTO contradictions VALUES (?, ?, ?, ?, ?, ?)",
};

struct isn_store {
    sqlite3 *db;
    sqlite3_stmt *ready[STATEMENTS];
    isn_buf json, name; /* scratch */
    bool open;          /* a transaction is under way */
    char path[512];
};

/* ---- errors --------------------------------------------------------------------------------- */

/* What SQLite says, in our statuses. Constraint failures cannot come from outside. */
static isn_status status_of(int code) {
    switch (code & 0xff) {
    case SQLITE_NOMEM: return ISN_ENOMEM;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return ISN_EFORMAT;
    case SQLITE_TOOBIG: return ISN_ELIMIT;
    default: return ISN_EIO;
    }
}

static isn_status broken(const isn_store *store, isn_error *error) {
    int code = sqlite3_extended_errcode(store->db);
    return isn_fail(error, status_of(code), store->path, 0, "%s", sqlite3_errmsg(store->db));
}

/* ---- statements ----------------------------------------------------------------------------- */

/* Binds in the order of the question marks; the first failure stays. */
typedef struct binder {
    sqlite3_stmt *statement;
    int at, code;
} binder;

static binder bind_to(isn_store *store, unsigned which) {
    sqlite3_reset(store->ready[which]);
    return (binder){store->ready[which], 0, SQLITE_OK};
}

static void keep(binder *b, int code) {
    if (b->code == SQLITE_OK) {
        b->code = code;
    }
}

static void bind_int(binder *b, int64_t value) {
    keep(b, sqlite3_bind_int64(b->statement, ++b->at, value));
}

static void bind_null(binder *b) {
    keep(b, sqlite3_bind_null(b->statement, ++b->at));
}

static void bind_count(binder *b, int64_t value) {
    if (value == ISN_NO_COUNT) {
        bind_null(b);
    } else {
        bind_int(b, value);
    }
}

static void bind_real(binder *b, double value) {
    keep(b, sqlite3_bind_double(b->statement, ++b->at, value));
}

/* Shares as the JSON has them, two digits. */
static void bind_share(binder *b, float value) {
    bind_real(b, (double)(int)(value * 100 + 0.5F) / 100);
}

static void bind_str(binder *b, isn_str s) {
    if (s.ptr == NULL) {
        bind_null(b);
    } else {
        keep(b,
             sqlite3_bind_text64(b->statement, ++b->at, s.ptr, s.len, SQLITE_STATIC, SQLITE_UTF8));
    }
}

/* Copies: `text` may be a local of the caller. "-" is null. */
static void bind_name(binder *b, const char *text) {
    if (text == NULL || strcmp(text, "-") == 0) {
        bind_null(b);
    } else {
        keep(b, sqlite3_bind_text(b->statement, ++b->at, text, -1, SQLITE_TRANSIENT));
    }
}

static void bind_day(binder *b, int32_t day) {
    char text[11];
    if (day == ISN_NO_DAY) {
        bind_null(b);
        return;
    }
    isn_day_text(text, day);
    bind_name(b, text);
}

/* text, start, end */
static void bind_mark(binder *b, const isn_mark *mark) {
    if (mark->start >= mark->end) {
        bind_null(b);
        bind_null(b);
        bind_null(b);
        return;
    }
    bind_str(b, mark->text);
    bind_int(b, mark->start);
    bind_int(b, mark->end);
}

/* "c3", or null for UINT32_MAX */
static void bind_claim_name(binder *b, uint32_t index) {
    char name[16];
    if (index == UINT32_MAX) {
        bind_null(b);
        return;
    }
    sqlite3_snprintf(sizeof name, name, "c%u", index + 1);
    bind_name(b, name);
}

/* Runs a statement that gives no row; false on failure. */
static bool step(binder *b) {
    if (b->code == SQLITE_OK) {
        b->code = sqlite3_step(b->statement);
    }
    sqlite3_reset(b->statement);
    return b->code == SQLITE_DONE;
}

/* Runs a statement that gives one number. `*out` is 0 when there is no row. */
static bool number(binder *b, int64_t *out) {
    *out = 0;
    if (b->code == SQLITE_OK) {
        b->code = sqlite3_step(b->statement);
    }
    if (b->code == SQLITE_ROW) {
        *out = sqlite3_column_int64(b->statement, 0);
    }
    sqlite3_reset(b->statement);
    return b->code == SQLITE_ROW || b->code == SQLITE_DONE;
}

/* ---- opening -------------------------------------------------------------------------------- */

static bool run_sql(isn_store *store, const char *sql) {
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static bool pragma(isn_store *store, const char *sql, int64_t *out) {
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) != SQLITE_OK) {
        return false;
    }
    binder b = {statement, 0, SQLITE_OK};
    bool ok = number(&b, out);
    sqlite3_finalize(statement);
    return ok;
}

/* Makes the tables of a new file, checks those of an old one. */
static isn_status adopt(isn_store *store, isn_error *error) {
    int64_t application = 0;
    int64_t version = 0;
    int64_t tables = 0;
    if (!run_sql(store, "BEGIN IMMEDIATE") ||
        !pragma(store, "PRAGMA application_id", &application) ||
        !pragma(store, "PRAGMA user_version", &version) ||
        !pragma(store, "SELECT count(*) FROM sqlite_schema", &tables)) {
        return broken(store, error);
    }
    if (tables > 0 && application != APPLICATION_ID) {
        return isn_fail(error, ISN_EFORMAT, store->path, 0, "a database of another program");
    }
    if (tables > 0 && version != ISN_STORE_VERSION) {
        return isn_fail(error, ISN_EVERSION, store->path, 0,
                        "store version %lld, this program has %d", (long long)version,
                        ISN_STORE_VERSION);
    }
    if (tables == 0) {
        char pragmas[96];
        sqlite3_snprintf(sizeof pragmas, pragmas,
                         "PRAGMA application_id = %d; PRAGMA user_version = %d", APPLICATION_ID,
                         ISN_STORE_VERSION);
        if (!run_sql(store, isn_store_schema) || !run_sql(store, pragmas)) {
            return broken(store, error);
        }
    }
    return run_sql(store, "COMMIT") ? ISN_OK : broken(store, error);
}

static isn_status prepare(isn_store *store, isn_error *error) {
    for (unsigned i = 0; i < STATEMENTS; i++) {
        if (sqlite3_prepare_v3(store->db, statements[i], -1, SQLITE_PREPARE_PERSISTENT,
                               &store->ready[i], NULL) != SQLITE_OK) {
            return broken(store, error);
        }
    }
    return ISN_OK;
}

static isn_status set_up(isn_store *store, isn_error *error) {
    sqlite3_extended_result_codes(store->db, 1);
    sqlite3_busy_timeout(store->db, BUSY_MS);
    if (!run_sql(store, "PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL;"
                        "PRAGMA synchronous = NORMAL")) {
        return broken(store, error);
    }
    isn_status status = adopt(store, error);
    return status == ISN_OK ? prepare(store, error) : status;
}

/* An empty file would be half a store. */
static void remove_fresh(const char *path) {
    static const char *const tails[] = {"", "-wal", "-shm"};
    char name[1024];
    for (size_t i = 0; i < ISN_LEN(tails); i++) {
        sqlite3_snprintf(sizeof name, name, "%s%s", path, tails[i]);
        unlink(name);
    }
}

isn_status isn_store_open(isn_store **out, const char *path, isn_error *error) {
    isn_store *store = isn_heap_alloc(sizeof *store);
    if (store == NULL) {
        return isn_fail(error, ISN_ENOMEM, path, 0, "out of memory");
    }
    sqlite3_snprintf(sizeof store->path, store->path, "%s", path);
    isn_buf_init(&store->json);
    isn_buf_init(&store->name);
    bool fresh = access(path, F_OK) != 0;
    isn_status status;
    if (sqlite3_open_v2(path, &store->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) !=
        SQLITE_OK) {
        status = store->db != NULL ? broken(store, error)
                                   : isn_fail(error, ISN_ENOMEM, path, 0, "out of memory");
    } else {
        status = set_up(store, error);
    }
    if (status != ISN_OK) {
        isn_store_close(store);
        if (fresh) {
            remove_fresh(path);
        }
        return status;
    }
    *out = store;
    return ISN_OK;
}

void isn_store_close(isn_store *store) {
    if (store == NULL) {
        return;
    }
    if (store->open) {
        run_sql(store, "ROLLBACK");
    }
    for (unsigned i = 0; i < STATEMENTS; i++) {
        sqlite3_finalize(store->ready[i]);
    }
    sqlite3_close(store->db);
    isn_buf_release(&store->json);
    isn_buf_release(&store->name);
    isn_heap_free(store);
}

/* ---- rows ----------------------------------------------------------------------------------- */

static bool add_actors(isn_store *store, int64_t claim, const char *part,
                       const isn_rec_actor *actors, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        binder b = bind_to(store, ADD_ACTOR);
        bind_int(&b, claim);
        bind_name(&b, part);
        bind_int(&b, i);
        bind_mark(&b, &actors[i].mark);
        bind_str(&b, actors[i].id);
        bind_str(&b, actors[i].name);
        bind_str(&b, actors[i].country);
        bind_name(&b, isn_vocab_sector[actors[i].sector]);
        bind_count(&b, actors[i].inter == 0 ? ISN_NO_COUNT : actors[i].inter);
        if (!step(&b)) {
            return false;
        }
    }
    return true;
}

/* `whole`: row of the count that these are a part of, or 0. */
static bool add_counts(isn_store *store, int64_t claim, int64_t whole, const isn_rec_count *counts,
                       uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        const isn_rec_count *count = &counts[i];
        binder b = bind_to(store, ADD_COUNT);
        bind_int(&b, claim);
        bind_count(&b, whole == 0 ? ISN_NO_COUNT : whole);
        bind_name(&b, isn_vocab_what[count->what]);
        bind_count(&b, count->low);
        bind_count(&b, count->best);
        bind_count(&b, count->high);
        bind_name(&b, isn_vocab_quantity[count->quantity]);
        bind_name(&b, isn_vocab_harm[count->harm]);
        bind_str(&b, count->who.start < count->who.end ? count->who.text : (isn_str){NULL, 0});
        bind_name(&b, isn_vocab_side[count->side]);
        bind_str(&b, count->group);
        bind_mark(&b, &count->mark);
        bind_name(&b, count->unit);
        bind_name(&b, count->rule);
        if (!step(&b)) {
            return false;
        }
        int64_t row = sqlite3_last_insert_rowid(store->db);
        if (whole == 0 && !add_counts(store, claim, row, count->of_whom, count->nof_whom)) {
            return false;
        }
    }
    return true;
}

static void bind_degrees(binder *b, int32_t value) {
    if (value == ISN_NO_INT) {
        bind_null(b);
    } else {
        bind_real(b, (double)value / 10000);
    }
}

static bool add_places(isn_store *store, int64_t row, const isn_claim *claim) {
    for (uint32_t i = 0; i < claim->nplaces; i++) {
        const isn_rec_place *place = &claim->places[i];
        binder b = bind_to(store, ADD_PLACE);
        bind_int(&b, row);
        bind_int(&b, i);
        bind_mark(&b, &place->mark);
        bind_str(&b, place->id);
        bind_str(&b, place->name);
        bind_str(&b, place->country);
        bind_str(&b, place->admin1);
        bind_degrees(&b, place->lat);
        bind_degrees(&b, place->lon);
        bind_count(&b, place->precision == 0 ? ISN_NO_COUNT : place->precision);
        bind_name(&b, place->lat == ISN_NO_INT ? NULL : isn_names_basis[place->basis]);
        if (!step(&b)) {
            return false;
        }
    }
    return true;
}

static bool add_links(isn_store *store, int64_t row, const isn_claim *claim) {
    for (uint32_t i = 0; i < claim->nchain; i++) {
        const isn_rec_link *link = &claim->chain[i];
        binder b = bind_to(store, ADD_LINK);
        bind_int(&b, row);
        bind_int(&b, i);
        bind_mark(&b, &link->mark);
        bind_str(&b, link->name.ptr != NULL ? link->name : link->mark.text);
        bind_str(&b, link->id);
        bind_name(&b, isn_vocab_link_role[link->role]);
        bind_int(&b, link->named);
        bind_int(&b, link->party);
        bind_name(&b, isn_vocab_channel[link->channel]);
        bind_str(&b, link->verb);
        if (!step(&b)) {
            return false;
        }
    }
    return true;
}

static bool add_rules(isn_store *store, int64_t row, const isn_record *record,
                      const isn_claim *claim) {
    for (uint32_t i = 0; i < claim->nrules; i++) {
        const isn_rec_rule *rule = &claim->rules[i];
        binder b = bind_to(store, ADD_RULE);
        store->name.len = 0;
        isn_export_rule(&store->name, record, rule);
        bind_int(&b, row);
        bind_int(&b, i);
        bind_name(&b, rule->field);
        bind_str(&b, isn_str_of(store->name.ptr != NULL ? store->name.ptr : "", store->name.len));
        bool words = rule->span.start < rule->span.end;
        bind_count(&b, words ? (int64_t)rule->span.start : ISN_NO_COUNT);
        bind_count(&b, words ? (int64_t)rule->span.end : ISN_NO_COUNT);
        if (!step(&b)) {
            return false;
        }
    }
    return true;
}

/* "military,terrorism"; "" for none */
static void bind_contexts(binder *b, const isn_claim *claim) {
    char text[256] = "";
    size_t len = 0;
    for (uint32_t i = 0; i < claim->ncontexts && i < ISN_LEN(claim->contexts); i++) {
        sqlite3_snprintf((int)(sizeof text - len), text + len, "%s%s", i > 0 ? "," : "",
                         isn_vocab_context[claim->contexts[i]]);
        len = strlen(text);
    }
    keep(b, sqlite3_bind_text(b->statement, ++b->at, text, -1, SQLITE_TRANSIENT));
}

/* start, end [, precision], text */
static void bind_date(binder *b, const isn_rec_date *date, bool with_precision) {
    bind_day(b, date->known ? date->start : ISN_NO_DAY);
    bind_day(b, date->known ? date->end : ISN_NO_DAY);
    if (with_precision) {
        bind_count(b, date->known && date->precision > 0 ? date->precision : ISN_NO_COUNT);
    }
    bool words = date->known && date->mark.start < date->mark.end;
    bind_str(b, words ? date->mark.text : (isn_str){NULL, 0});
}

static bool add_claim_row(isn_store *store, int64_t record, const isn_claim *claim,
                          uint32_t index) {
    binder b = bind_to(store, ADD_CLAIM);
    bind_int(&b, record);
    bind_claim_name(&b, index);
    bind_name(&b, isn_vocab_type[claim->type]);
    bind_int(&b, claim->main);
    bind_name(&b, isn_vocab_event[claim->event]);
    bind_name(&b, isn_vocab_mode[claim->mode]);
    bind_contexts(&b, claim);
    bind_name(&b, claim->negative ? "negative" : "positive");
    bind_name(&b, isn_names_modality[claim->modality]);
    bind_mark(&b, &claim->anchor);
    bind_date(&b, &claim->date, true);
    bind_date(&b, &claim->deadline, false);
    bind_name(&b, isn_names_quoted[claim->quoted]);
    bind_claim_name(&b, claim->refers_to);
    bind_mark(&b, &claim->evidence);
    bind_share(&b, claim->confidence);
    return step(&b);
}

static bool add_claim(isn_store *store, int64_t parent, const isn_record *record, uint32_t index) {
    const isn_claim *claim = &record->claims[index];
    if (!add_claim_row(store, parent, claim, index)) {
        return false;
    }
    int64_t row = sqlite3_last_insert_rowid(store->db);
    return add_actors(store, row, "actor", claim->actors, claim->nactors) &&
           add_actors(store, row, "recipient", claim->recipients, claim->nrecipients) &&
           add_counts(store, row, 0, claim->counts, claim->ncounts) &&
           add_places(store, row, claim) && add_links(store, row, claim) &&
           add_rules(store, row, record, claim);
}

static bool add_contradictions(isn_store *store, int64_t row, const isn_record *record) {
    for (uint32_t i = 0; i < record->ncontradictions; i++) {
        const isn_contradiction *pair = &record->contradictions[i];
        binder b = bind_to(store, ADD_CONTRADICTION);
        bind_int(&b, row);
        bind_int(&b, i);
        bind_claim_name(&b, pair->a);
        bind_claim_name(&b, pair->b);
        bind_name(&b, pair->field);
        bind_str(&b, pair->note);
        if (!step(&b)) {
            return false;
        }
    }
    return true;
}

/* The row of the article, old or new; 0 on failure. */
static int64_t article_row(isn_store *store, const isn_record *record) {
    const isn_article *article = record->article;
    int64_t row = 0;
    binder add = bind_to(store, ADD_ARTICLE);
    bind_name(&add, record->id);
    bind_str(&add, article->source);
    bind_str(&add, article->url);
    bind_str(&add, isn_str_of(article->bytes, article->len));
    if (!step(&add)) {
        return 0;
    }
    binder find = bind_to(store, FIND_ARTICLE);
    bind_name(&find, record->id);
    return number(&find, &row) ? row : 0;
}

static bool add_record_row(isn_store *store, int64_t article, const isn_record *record) {
    const isn_match *match = record->match;
    binder b = bind_to(store, ADD_RECORD);
    bind_int(&b, article);
    bind_name(&b, ISN_VERSION);
    bind_name(&b, record->pack_hash);
    bind_name(&b, record->language);
    bind_int(&b, record->relevant);
    bind_share(&b, record->relevance);
    bind_str(&b, record->title.start < record->title.end ? record->title.text : (isn_str){NULL, 0});
    bind_day(&b, match != NULL ? match->story.published : ISN_NO_DAY);
    bind_name(&b, isn_names_from[match != NULL ? match->story.published_from : 0]);
    bind_str(&b, record->outlet_id);
    bind_str(&b, record->outlet_name);
    bind_str(&b, isn_str_of(store->json.ptr, store->json.len));
    return step(&b);
}

static bool add_record(isn_store *store, const isn_record *record) {
    int64_t article = article_row(store, record);
    if (article == 0 || !add_record_row(store, article, record)) {
        return false;
    }
    int64_t row = sqlite3_last_insert_rowid(store->db);
    for (uint32_t i = 0; i < record->nclaims; i++) {
        if (!add_claim(store, row, record, i)) {
            return false;
        }
    }
    return add_contradictions(store, row, record);
}

/* ---- transactions --------------------------------------------------------------------------- */

static bool begin(isn_store *store) {
    if (!store->open) {
        binder b = bind_to(store, BEGIN);
        store->open = step(&b);
    }
    return store->open;
}

static isn_status give_up(isn_store *store, isn_error *error) {
    isn_status status = broken(store, error);
    if (store->open) {
        run_sql(store, "ROLLBACK"); /* SQLite may have done it already: a full disk */
        store->open = false;
    }
    return status;
}

isn_status isn_store_write(isn_store *store, const isn_record *record, isn_error *error) {
    int64_t known = 0;
    if (!begin(store)) {
        return give_up(store, error);
    }
    binder find = bind_to(store, FIND_RECORD);
    bind_name(&find, record->id);
    bind_name(&find, ISN_VERSION);
    bind_name(&find, record->pack_hash);
    if (!number(&find, &known)) {
        return give_up(store, error);
    }
    if (known != 0) {
        return ISN_OK;
    }
    store->json.len = 0;
    isn_export_json(&store->json, record);
    if (store->json.failed) {
        return isn_fail(error, ISN_ENOMEM, store->path, 0, "out of memory");
    }
    return add_record(store, record) ? ISN_OK : give_up(store, error);
}

isn_status isn_store_commit(isn_store *store, isn_error *error) {
    if (!store->open) {
        return ISN_OK;
    }
    binder b = bind_to(store, COMMIT);
    if (!step(&b)) {
        return give_up(store, error);
    }
    store->open = false;
    return ISN_OK;
}
