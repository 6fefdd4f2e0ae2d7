/* test_store.c: the SQLite store: what is written, what a second time changes, what is refused, and that
 * nothing is visible before a commit. */
#include <sqlite3.h>
#include <unistd.h>

#include "check.h"
#include "record_fixture.h"
#include "store/store.h"

static char path[64];

static void fresh_path(void) {
    static unsigned number;
    snprintf(path, sizeof path, "/tmp/isnad-store-%ld-%u.db", (long)getpid(), number++);
    unlink(path);
}

static void remove_path(void) {
    static const char *const tails[] = {"", "-wal", "-shm"};
    char name[80];
    for (size_t i = 0; i < ISN_LEN(tails); i++) {
        snprintf(name, sizeof name, "%s%s", path, tails[i]);
        unlink(name);
    }
}

/* One number out of the file, by a connection of its own; -1 on failure. */
static long ask(const char *sql) {
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    long answer = -1;
    if (sqlite3_open(path, &db) == SQLITE_OK &&
        sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        answer = (long)sqlite3_column_int64(statement, 0);
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return answer;
}

static bool run(const char *sql) {
    sqlite3 *db = NULL;
    bool ok = sqlite3_open(path, &db) == SQLITE_OK &&
              sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
    sqlite3_close(db);
    return ok;
}

static isn_status write_record(isn_store *store, const isn_record *record, isn_error *error) {
    isn_packing packing;
    isn_packing_init(&packing);
    bool made = isn_parcel_make(&packing, record, (isn_str){NULL, 0});
    isn_str parcel = isn_str_of(packing.parcel.ptr, packing.parcel.len);
    isn_status status = made ? isn_store_put(store, parcel, error) : ISN_ENOMEM;
    isn_packing_release(&packing);
    return status;
}

TEST(writes_everything_once) {
    isn_store *store = NULL;
    isn_error error;
    fixture f;
    fixture_make(&f);
    fresh_path();
    REQUIRE(isn_store_open(&store, path, &error) == ISN_OK);
    CHECK_INT(write_record(store, &f.record, &error), ISN_OK);
    CHECK_INT(write_record(store, &f.record, &error), ISN_OK);
    CHECK_INT(isn_store_commit(store, &error), ISN_OK);
    isn_store_close(store);
    CHECK_INT(ask("SELECT count(*) FROM record"), 1);
    CHECK_INT(ask("SELECT count(*) FROM claim"), 2);
    CHECK_INT(ask("SELECT count(*) FROM figure WHERE of_whom IS NULL AND high IS NULL"), 1);
    CHECK_INT(ask("SELECT count(*) FROM figure WHERE of_whom IS NOT NULL"), 1);
    CHECK_INT(ask("SELECT count(*) FROM link"), 2);
    CHECK_INT(ask("SELECT count(*) FROM actor"), 1);
    CHECK_INT(ask("SELECT count(*) FROM place WHERE lat = 35.4681"), 1);
    CHECK_INT(ask("SELECT count(*) FROM contradiction"), 1);
    CHECK_INT(ask("SELECT count(*) FROM quote WHERE \"end\" > \"start\""), 1);
    CHECK_INT(ask("SELECT count(*) FROM counts"), 1);
    CHECK_INT(ask("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    /* offsets are bytes */
    CHECK_INT(ask("SELECT count(*) FROM claim c JOIN article a WHERE anchor = "
                  "cast(substr(cast(a.text AS BLOB), anchor_start + 1, anchor_end - anchor_start) "
                  "AS TEXT)"),
              1);
    remove_path();
}

TEST(another_pack_adds_a_record) {
    isn_store *store = NULL;
    isn_error error;
    fixture f;
    fixture_make(&f);
    fresh_path();
    REQUIRE(isn_store_open(&store, path, &error) == ISN_OK);
    write_record(store, &f.record, &error);
    isn_store_commit(store, &error);
    isn_store_close(store);
    f.record.pack_hash = "11ff";
    f.record.nclaims = f.record.ncontradictions = 0;
    REQUIRE(isn_store_open(&store, path, &error) == ISN_OK);
    write_record(store, &f.record, &error);
    isn_store_commit(store, &error);
    isn_store_close(store);
    CHECK_INT(ask("SELECT count(*) FROM article"), 1);
    CHECK_INT(ask("SELECT count(*) FROM record"), 2);
    CHECK_INT(ask("SELECT max(revision) FROM record"), 2);
    CHECK_INT(ask("SELECT count(*) FROM articles"), 1);
    CHECK_INT(ask("SELECT count(*) FROM claims"), 0);
    remove_path();
}

TEST(nothing_before_a_commit) {
    isn_store *store = NULL;
    isn_error error;
    fixture f;
    fixture_make(&f);
    fresh_path();
    REQUIRE(isn_store_open(&store, path, &error) == ISN_OK);
    CHECK_INT(write_record(store, &f.record, &error), ISN_OK);
    CHECK_INT(ask("SELECT count(*) FROM record"), 0);
    isn_store_close(store);
    CHECK_INT(ask("SELECT count(*) FROM record"), 0);
    CHECK_INT(ask("SELECT count(*) FROM article"), 0);
    remove_path();
}

/* Numbers of forms that a rollback took away are forgotten with it: the same record again makes them anew. */
TEST(forms_of_a_rollback_are_forgotten) {
    isn_store *store = NULL;
    isn_error error;
    fixture f, other;
    fixture_make(&f);
    fixture_make(&other);
    other.record.pack_hash = "22ff"; /* another coding of the article, that the file refuses */
    fresh_path();
    REQUIRE(isn_store_open(&store, path, &error) == ISN_OK);
    REQUIRE(
        run("CREATE TRIGGER refuse BEFORE INSERT ON quote_row WHEN (SELECT knowledge FROM record "
            "WHERE id = NEW.record) = '22ff' BEGIN SELECT RAISE(ABORT, 'no'); END"));
    CHECK_INT(write_record(store, &f.record, &error), ISN_OK);
    CHECK_INT(write_record(store, &other.record, &error), ISN_OK);
    CHECK_INT(isn_store_commit(store, &error), ISN_EIO);
    CHECK_INT(ask("SELECT count(*) FROM record"), 0);
    CHECK_INT(write_record(store, &f.record, &error), ISN_OK);
    CHECK_INT(isn_store_commit(store, &error), ISN_OK);
    isn_store_close(store);
    CHECK_INT(ask("SELECT count(*) FROM record"), 1);
    CHECK_INT(ask("SELECT count(*) FROM claim WHERE anchor NOT NULL"),
              ask("SELECT count(*) FROM claim_row WHERE anchor NOT NULL"));
    static const char *const parts[] = {"claim", "actor", "figure", "place", "link"};
    for (size_t i = 0; i < ISN_LEN(parts); i++) { /* the view joins rows and forms */
        char rows[64], whole[64];
        snprintf(rows, sizeof rows, "SELECT count(*) FROM %s_row", parts[i]);
        snprintf(whole, sizeof whole, "SELECT count(*) FROM %s", parts[i]);
        CHECK(ask(rows) > 0);
        CHECK_INT(ask(whole), ask(rows));
    }
    remove_path();
}

TEST(a_chain_stands_with_the_first_claim_that_has_it) {
    isn_store *store = NULL;
    isn_error error;
    fixture f;
    fixture_make(&f);
    isn_claim claims[4] = {f.claims[0], f.claims[1], f.claims[1], f.claims[0]};
    claims[1].chain = claims[2].chain = f.chain; /* the second has the beginning of it alone */
    claims[1].nchain = 1;
    claims[2].nchain = 2;
    f.record.claims = claims;
    f.record.nclaims = 4;
    fresh_path();
    REQUIRE(isn_store_open(&store, path, &error) == ISN_OK);
    CHECK_INT(write_record(store, &f.record, &error), ISN_OK);
    f.record.pack_hash = "11ff"; /* another record has chains of its own */
    CHECK_INT(write_record(store, &f.record, &error), ISN_OK);
    CHECK_INT(isn_store_commit(store, &error), ISN_OK);
    isn_store_close(store);
    CHECK_INT(ask("SELECT count(*) FROM chain_row"), 6);
    CHECK_INT(ask("SELECT count(*) FROM link"), 14);
    CHECK_INT(ask("SELECT count(*) FROM link_row"), 14);
    CHECK_INT(ask("SELECT sum(chain * id) FROM claim_row WHERE record = 1"), 2 * 3 + 3 * 4);
    CHECK_INT(ask("SELECT count(*) FROM link WHERE claim = 2 AND role = 'official'"), 1);
    CHECK_INT(ask("SELECT count(*) FROM link WHERE claim = 7 AND role = 'outlet'"), 1);
    CHECK_INT(ask("SELECT count(*) FROM link WHERE claim = 6"), 1);
    remove_path();
}

/* Two that write in turn: each sees what the other has added, and adds no form twice. */
TEST(forms_that_another_has_added) {
    isn_store *stores[2] = {NULL, NULL};
    isn_error error;
    fixture f;
    static const char *const hashes[] = {"01", "02", "03", "04", "05", "06"};
    fixture_make(&f);
    fresh_path();
    REQUIRE(isn_store_open(&stores[0], path, &error) == ISN_OK);
    REQUIRE(isn_store_open(&stores[1], path, &error) == ISN_OK);
    for (unsigned i = 0; i < ISN_LEN(hashes); i++) {
        f.record.pack_hash = hashes[i];
        f.actor.inter = (uint8_t)(1 + i / 2);
        CHECK_INT(write_record(stores[i % 2], &f.record, &error), ISN_OK);
        CHECK_INT(isn_store_commit(stores[i % 2], &error), ISN_OK);
    }
    isn_store_close(stores[0]);
    isn_store_close(stores[1]);
    CHECK_INT(ask("SELECT count(*) FROM record"), 6);
    CHECK_INT(ask("SELECT count(*) FROM actor"), 6);
    CHECK_INT(ask("SELECT count(*) FROM actor_form"), 3);
    CHECK_INT(ask("SELECT count(*) FROM link_form"), 2);
    CHECK_INT(ask("SELECT count(DISTINCT id) FROM claim"), 12);
    remove_path();
}

TEST(refuses_other_files) {
    isn_store *store = NULL;
    isn_error error;
    fresh_path();
    REQUIRE(run("CREATE TABLE other (a)"));
    CHECK_INT(isn_store_open(&store, path, &error), ISN_EFORMAT);
    CHECK_STR(error.path, path);
    remove_path();
    fresh_path();
    REQUIRE(isn_store_open(&store, path, &error) == ISN_OK);
    isn_store_close(store);
    REQUIRE(run("PRAGMA user_version = 99"));
    CHECK_INT(isn_store_open(&store, path, &error), ISN_EVERSION);
    remove_path();
    fresh_path();
    FILE *file = fopen(path, "w");
    REQUIRE(file != NULL);
    fputs("This is no database, but it is long enough to be taken for the head of one.\n", file);
    fputs("Nothing in it may be changed by a program that was given it by mistake.\n", file);
    fclose(file);
    CHECK_INT(isn_store_open(&store, path, &error), ISN_EFORMAT);
    remove_path();
}

TEST(a_folder_that_is_not_there) {
    isn_store *store = NULL;
    isn_error error;
    CHECK_INT(isn_store_open(&store, "/nonexistent/folder/x.db", &error), ISN_EIO);
    CHECK_STR(error.path, "/nonexistent/folder/x.db");
    CHECK(store == NULL);
}

TEST(a_full_disk_leaves_nothing) {
    isn_store *store = NULL;
    isn_error error;
    fixture f;
    if (access("/dev/full", W_OK) != 0) {
        SKIP("no /dev/full");
    }
    fixture_make(&f);
    CHECK_INT(isn_store_open(&store, "/dev/full", &error), ISN_EIO);
    CHECK(access("/dev/full", F_OK) == 0);
}
