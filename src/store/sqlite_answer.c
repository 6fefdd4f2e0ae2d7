/* sqlite_answer.c: questions as SQL that makes the JSON itself; see answer.h.
 *
 * A question is a row of the table `questions`: SQL with named parameters. In it, {where} stands for the conditions
 * of the filter on the row `v` of `event`, and {key} for what a list is ordered by. A list gives two columns, the
 * object and its place in the order (the parameter `after` of the next page): keys, not offsets, so that a page is
 * found without reading those before it. Rows are chosen first and made into JSON afterwards.
 * SQL is laid out as SQL: clang-format is off there.
 */
#include <string.h>

#include "store/codes.h"
#include "store/held.h"
#include "store/linking.h"

/* clang-format off */

/* ---- pieces ------------------------------------------------------------------------------------- */

/* Hits that an index gives in their order are not gathered before a page of them is taken; others are (how_gathered), with
 * what the list is ordered by, and counted by the way. What is equal in that stands in the order of its rows, which indexes have without
 * a column of ids. */
#define HIT                                                                                        \
    "WITH hit AS {gathered} (SELECT v.number AS r, v.kind, v.date_end{ordered} FROM event_row v{by} WHERE " \
    "v.status = 0{where}) "

#define FIGURE(what)                                                                               \
    "json((SELECT json_array(x.low, x.best, x.high) FROM estimate_row y JOIN estimate_form x ON "  \
    "x.form = y.form AND x.rule = coalesce(:rule, 'ucdp') WHERE y.event = v.number AND y.what = '" what "'))"

/* Each actor once, with the words that one of the articles has for it. */
#define ACTORS                                                                                     \
    "json((SELECT json_group_array(json_object('part', part, 'text', text, 'id', actor_id, "       \
    "'name', name, 'country', country, 'sector', sector)) FROM (SELECT x.part, min(x.text) AS "    \
    "text, x.actor_id, x.name, x.country, x.sector FROM entry_row e JOIN actor x ON x.claim = "    \
    "e.claim WHERE e.event = v.number GROUP BY x.part, coalesce(x.actor_id, x.text) ORDER BY "         \
    "x.part, min(x.position), 2 LIMIT 12)))"

#define PLACE_WORDS                                                                                \
    "(SELECT min(p.text) FROM entry_row e JOIN place p ON p.claim = e.claim WHERE e.event = v.number " \
    "AND p.place_id IS v.place_id)"

#define EVENT                                                                                      \
    "json_object('id', v.id, 'kind', v.kind, 'event_type', v.event_type, 'mode', v.mode, "         \
    "'date_start', v.date_start, 'date_end', v.date_end, 'date_precision', v.date_precision, "     \
    "'deadline', v.deadline, 'place', v.place, 'place_text', " PLACE_WORDS ", 'place_id', "        \
    "v.place_id, 'country', v.country, 'admin1', v.admin1, 'lat', v.lat, 'lon', v.lon, "           \
    "'place_precision', v.place_precision, 'actors', " ACTORS ", 'claims', v.claims, "             \
    "'articles', v.articles, 'outlets', v.outlets, 'sources', v.sources, 'first_told', "           \
    "v.first_told, 'last_told', v.last_told, 'outcome', v.outcome, 'killed', " FIGURE("killed")    \
    ", 'wounded', " FIGURE("wounded") ")"

/* Rows of `from` after the place in the order that `after` names, a page of them. */
#define PAGE(columns, from, id)                                                                    \
    "page AS (SELECT " columns ", {key} AS k, " id " AS i FROM " from " "
/* What has no key comes last. */
#define AFTER(id)                                                                                  \
    "(:after IS NULL OR CASE WHEN json_extract(:after, '$[0]') IS NULL THEN {key} IS NULL AND " id \
    " {than} json_extract(:after, '$[1]') ELSE {key} IS NULL OR ({key}, " id ") {than} ("           \
    "json_extract(:after, '$[0]'), json_extract(:after, '$[1]')) END) ORDER BY {key} {down}{last}, " id \
    " {down} LIMIT :limit) "
#define CURSOR "json_array(k, i)"
#define IN_ORDER " ORDER BY k {down}{last}, i {down}"

#define ARTICLE_KEY "substr(a.ident, 1, 16) || substr(a.ident, 65)"
/* By the beginning of `ident`, so that its index serves. */
#define ARTICLE_BY_KEY                                                                             \
    "a.ident >= substr(:id, 1, 16) AND a.ident < substr(:id, 1, 16) || 'g' AND " ARTICLE_KEY       \
    " = :id"

#define SPAN(text, start, end)                                                                     \
    "CASE WHEN " start " IS NOT NULL THEN json_object('text', " text ", 'start', " start           \
    ", 'end', " end ") END"

/* The sentence that tells claim `c`: bytes of the text that is kept. */
#define EVIDENCE                                                                                   \
    "(SELECT cast(substr(cast(a.text AS BLOB), c.evidence_start + 1, c.evidence_end - "            \
    "c.evidence_start) AS TEXT) FROM record r JOIN article a ON a.id = r.article WHERE r.id = "    \
    "c.record)"

#define ROWS(object, table, where, order)                                                          \
    "json((SELECT json_group_array(json_object(" object ")) FROM (SELECT * FROM " table            \
    " WHERE " where " ORDER BY " order ")))"

/* The rules behind a claim `c` of article `a`, each once. */
#define RULES                                                                                      \
    "json((SELECT json_group_array(DISTINCT json_extract(j.value, '$[1]')) FROM json_each("        \
    "isn_json((SELECT why FROM coding WHERE record = a.record), a.text), '$.' || c.name) j))"

/* Has somebody judged the claim `c` of the article whose `ident` it is? */
#define JUDGED(ident)                                                                              \
    "EXISTS (SELECT 1 FROM review w WHERE w.article = " ident " AND w.\"start\" = "                \
    "c.anchor_start AND w.\"end\" = c.anchor_end AND w.undone IS NULL AND w.act IN ('accept', "    \
    "'correct', 'reject'))"
#define JUDGED_MAIN(record, ident)                                                                 \
    "(SELECT count(*) FROM claim c WHERE c.record = " record " AND c.main AND " JUDGED(ident) ")"
#define MAIN(record) "(SELECT count(*) FROM claim c WHERE c.record = " record " AND c.main)"

/* The claim that a review `w` speaks of: the one on the same words, and of several the one of the same name. */
#define OF_REVIEW                                                                                  \
    "FROM claim o WHERE o.record = a.record AND o.anchor_start = w.\"start\" AND o.anchor_end = "  \
    "w.\"end\""

/* Articles that the parameters let through, out of an index; `state`: none, some or all of the main claims are judged,
 * which is counted only where there is a review at all. */
/* Where each article was coded once, which is usual, no other coding is looked for. */
#define NEWEST                                                                                     \
    "((SELECT count(*) FROM record) = (SELECT count(*) FROM article) OR r.id = (SELECT max(id) "   \
    "FROM record WHERE article = r.article))"
#define IDENT "(SELECT ident FROM article WHERE id = r.article)"
#define BEGUN                                                                                      \
    "r.article IN (SELECT a.id FROM review w JOIN article a ON a.ident = w.article)"
#define CHOSEN                                                                                     \
    "FROM record_row r WHERE " NEWEST " AND (:relevant IS NULL OR r.relevant = :relevant) AND (:words " \
    "IS NULL OR r.article IN (SELECT rowid FROM word w WHERE w.word MATCH isn_every(:words) AND "  \
    "(isn_phrase(:words) OR isn_phrase(:words, (SELECT text FROM article WHERE id = w.rowid))))) AND (:outlet IS " \
    "NULL OR r.form IN (SELECT id FROM record_form WHERE outlet_name = :outlet OR outlet_id = :outlet)) AND (:from IS NULL OR r.published " \
    ">= :from) AND (:to IS NULL OR r.published <= :to) AND CASE WHEN :state IS NULL THEN 1 WHEN "  \
    BEGUN " THEN CASE :state WHEN 'open' THEN " JUDGED_MAIN("r.id", IDENT) " = 0 WHEN 'begun' THEN " \
    JUDGED_MAIN("r.id", IDENT) " BETWEEN 1 AND " MAIN("r.id") " - 1 WHEN 'done' THEN "              \
    JUDGED_MAIN("r.id", IDENT) " = " MAIN("r.id") " END ELSE CASE :state WHEN 'open' THEN 1 WHEN "  \
    "'done' THEN " MAIN("r.id") " = 0 END END"

/* ---- questions ---------------------------------------------------------------------------------- */

#define ORDERS 6

typedef struct order {
    const char *name, *key;
    bool up;
    const struct order *by_rule; /* where another rule than `ucdp` is asked for; NULL: the same */
} order;

typedef struct question {
    const char *what;
    const char *sql;
    const char *total;    /* of a list: how many there are without pages; NULL: not said, or by a third column of `sql` */
    order orders[ORDERS]; /* of a list, the usual one first; none: one thing */
} question;

static const char sql_status[] =
    "SELECT json_object('articles', (SELECT count(*) FROM article), 'relevant', (SELECT count(*) "
    "FROM record r WHERE r.relevant AND " NEWEST "), 'claims', CASE WHEN (SELECT count(*) FROM record) = "
    "(SELECT count(*) FROM article) THEN (SELECT count(*) FROM claim_row) ELSE (SELECT count(*) FROM record r "
    "JOIN claim_row c ON c.record = r.id WHERE " NEWEST ") END, 'events', (SELECT count(*) FROM event_row WHERE status = 0 AND kind "
    "= 0), 'totals', (SELECT count(*) FROM event_row WHERE status = 0 AND kind IN (1, 2)), "
    "'commitments', (SELECT count(*) FROM event_row WHERE status = 0 AND kind = 3), 'linked', (SELECT max(at) FROM run))";

static const char sql_articles[] =
    "WITH chosen AS MATERIALIZED (SELECT r.article AS id, r.relevance, r.published " CHOSEN "), "
    PAGE("a.id", "chosen a", "a.id") "WHERE " AFTER("a.id")
    "SELECT json_object('id', " ARTICLE_KEY ", 'title', a.title, 'source', a.source, 'outlet', "
    "a.outlet, 'published', a.published, 'language', a.language, 'relevant', json(CASE a.relevant "
    "WHEN 0 THEN 'false' ELSE 'true' END), 'relevance', a.relevance, 'revision', a.revision, "
    "'claims', (SELECT count(*) FROM claim WHERE record = a.record), 'main', (SELECT count(*) FROM "
    "claim WHERE record = a.record AND main), 'judged', " JUDGED_MAIN("a.record", "a.ident") ", 'snippet', CASE WHEN "
    ":words IS NOT NULL THEN (SELECT snippet(word, 0, char(2), char(3), char(8230), 20) FROM word WHERE word MATCH isn_every(:words) AND "
    "rowid = a.id) END), " CURSOR ", (SELECT count(*) FROM chosen) FROM page p JOIN articles a ON a.id = p.i" IN_ORDER;

static const char sql_article[] =
    "SELECT json_object('id', " ARTICLE_KEY ", 'sha256', a.sha256, 'source', a.source, 'url', "
    "a.url, 'title', a.title, 'outlet', a.outlet, 'published', a.published, 'language', "
    "a.language, 'relevant', json(CASE a.relevant WHEN 0 THEN 'false' ELSE 'true' END), "
    "'relevance', a.relevance, 'revision', a.revision, 'coder', a.coder, 'knowledge', a.knowledge, "
    "'text', a.text, 'quotes', "
    ROWS("'text', text, 'start', \"start\", 'end', \"end\", 'speaker', speaker", "quote",
         "record = a.record", "position")
    ", 'contradictions', "
    ROWS("'claims', json_array(claim_a, claim_b), 'field', field, 'note', note", "contradiction",
         "record = a.record", "position")
    ", 'reviews', json((SELECT json_group_array(json_object('id', id, 'claim', claim, 'act', act, "
    "'field', field, 'value', value, 'coder', coder, 'note', note, 'final', json(CASE final WHEN 0 "
    "THEN 'false' ELSE 'true' END), 'at', at)) FROM (SELECT w.*, coalesce((SELECT o.name " OF_REVIEW
    " AND o.name = w.name), (SELECT min(o.name) " OF_REVIEW ")) AS claim FROM review w WHERE "
    "w.article = a.ident AND w.undone IS NULL ORDER BY w.id)))"
    ", 'claims', json((SELECT json_group_array(json_object('name', c.name, 'key', " ARTICLE_KEY
    " || ':' || c.name, 'type', c.type, 'main', json(CASE c.main WHEN 0 THEN 'false' ELSE 'true' "
    "END), 'event_type', c.event_type, 'mode', c.mode, 'contexts', c.contexts, 'polarity', "
    "c.polarity, 'modality', c.modality, 'anchor', "
    SPAN("c.anchor", "c.anchor_start", "c.anchor_end")
    ", 'date', CASE WHEN coalesce(c.date_start, c.date_end, c.date_text) IS NOT NULL THEN "
    "json_object('start', c.date_start, 'end', c.date_end, 'precision', c.date_precision, 'text', "
    "c.date_text) END, 'deadline', CASE WHEN coalesce(c.deadline_start, c.deadline_end, "
    "c.deadline_text) IS NOT NULL THEN json_object('start', c.deadline_start, 'end', "
    "c.deadline_end, 'text', c.deadline_text) END, 'quoted', c.quoted, 'refers_to', c.refers_to, "
    "'evidence', " SPAN(EVIDENCE, "c.evidence_start", "c.evidence_end")
    ", 'confidence', c.confidence, 'event', (SELECT event FROM entry WHERE claim = c.id), 'actors', "
    ROWS("'part', part, 'text', text, 'start', \"start\", 'end', \"end\", 'id', actor_id, 'name', "
         "name, 'country', country, 'sector', sector", "actor", "claim = c.id", "part, position")
    ", 'counts', "
    ROWS("'id', id, 'of_whom', of_whom, 'what', what, 'low', low, 'best', best, 'high', high, "
         "'quantity', quantity, 'harm_term', harm_term, 'who', who, 'side', side, 'text', text, "
         "'start', \"start\", 'end', \"end\", 'unit', unit, 'rule', rule", "figure",
         "claim = c.id", "id")
    ", 'places', "
    ROWS("'text', text, 'start', \"start\", 'end', \"end\", 'id', place_id, 'name', name, "
         "'country', country, 'admin1', admin1, 'lat', lat, 'lon', lon, 'precision', precision",
         "place", "claim = c.id", "position")
    ", 'chain', "
    ROWS("'text', text, 'start', \"start\", 'end', \"end\", 'name', name, 'id', actor_id, 'role', "
         "role, 'named', json(CASE named WHEN 0 THEN 'false' ELSE 'true' END), 'party', json(CASE "
         "party WHEN 0 THEN 'false' ELSE 'true' END), 'channel', channel, 'verb', verb", "link",
         "claim = c.id", "position")
    ", 'rules', " RULES
    ")) FROM (SELECT * FROM claim WHERE record = a.record ORDER BY id) c))) FROM articles a WHERE "
    ARTICLE_BY_KEY;

/* What coders did: the last days, each with his own count. */
static const char sql_progress[] =
    "SELECT json_object('days', json((SELECT json_group_array(json_object('day', day, 'coder', "
    "coder, 'acts', acts, 'claims', claims, 'articles', articles)) FROM (SELECT substr(at, 1, 10) "
    "AS day, coder, count(*) AS acts, count(DISTINCT article || \"start\" || '-' || \"end\") AS "
    "claims, count(DISTINCT article) AS articles FROM review WHERE undone IS NULL AND at >= "
    "date('now', '-30 days') GROUP BY 1, 2 ORDER BY 1 DESC, 2))))";

/* What has been stored, in short: asked again whenever something is. */
static const char sql_stored[] =
    "SELECT json_object('articles', (SELECT count(*) FROM article), 'events', (SELECT count(*) FROM event_row "
    "WHERE status = 0 AND kind = 0), 'reviews', (SELECT count(*) FROM review WHERE "
    "undone IS NULL), 'linked', (SELECT max(at) FROM run))";

/* What the article was coded from, as a line that isn_record_line_parse reads. */
static const char sql_recode[] =
    "SELECT json_object('id', a.source, 'text', a.text, 'published', CASE WHEN a.published_from IN "
    "('metadata', 'option') THEN a.published END, 'outlet', a.outlet) FROM articles a "
    "WHERE " ARTICLE_BY_KEY;

static const char sql_events[] =
    HIT ", " PAGE("v.r", "hit v", "v.r") "WHERE " AFTER("v.r")
    "SELECT " EVENT ", " CURSOR "{total} FROM page p JOIN numbered v ON v.number = p.i" IN_ORDER;

static const char total_events[] = HIT "SELECT count(*) FROM hit";

/* One row a point: where, how exactly, how many events. The columns are those of an index, in its order. */
static const char sql_map[] =
    "WITH hit AS NOT MATERIALIZED (SELECT v.* FROM event_row v{by} WHERE v.status = 0{where}), there AS "
    "MATERIALIZED (SELECT v.place, count(*) AS n FROM hit v GROUP BY v.place), point AS MATERIALIZED "
    "(SELECT p.lat, p.lon, p.precision, sum(n) AS n, p.place_id AS id FROM there t LEFT JOIN event_place p "
    "ON p.id = t.place GROUP BY p.lat, p.lon, p.precision) "
    "SELECT json_object('points', json(coalesce((SELECT json_group_array(json_array(lat, lon, precision, "
    "n, id)) FROM (SELECT * FROM point WHERE lat NOT NULL ORDER BY n DESC, lat, lon)), '[]')), "
    "'nowhere', (SELECT coalesce(sum(n), 0) FROM point WHERE lat IS NULL))";

static const char sql_days[] =
    HIT "SELECT json_object('days', json(coalesce((SELECT json_group_array(json_array(day, n)) FROM "
        "(SELECT " ISN_DAY("v.date_end") " AS day, count(*) AS n FROM hit v WHERE v.date_end IS NOT NULL GROUP BY "
        "v.date_end ORDER BY v.date_end)), '[]')), 'never', (SELECT count(*) FROM hit WHERE "
        "date_end IS NULL))";

/* What the event of export/ does not say: its history, what it became, and events that may be the same. */
static const char sql_event[] =
    "SELECT json_object('id', v.id, 'status', v.status, 'successor', v.successor, 'history', "
    "json((SELECT json_group_array(json_object('at', at, 'run', run, 'what', what, 'note', note)) "
    "FROM (SELECT r.at, c.run, c.what, c.note FROM (SELECT id, run, what, note FROM change WHERE event = v.id UNION ALL SELECT 0, "
    "v.born, 'created', NULL) c JOIN run r ON r.id = c.run ORDER BY c.id))), 'origins', json((SELECT json_group_array(json_object('claim', "
    "key, 'text', text)) FROM (SELECT e.key, k.text FROM entry_row o JOIN entry e ON e.claim = o.claim JOIN link k ON k.claim = o.claim "
    "WHERE o.event = v.number AND k.position = 0 ORDER BY e.key))), 'near', json((SELECT json_group_array(json_object('event', "
    "other, 'score', score, 'reasons', isn_why(x, y), 'mine', mine, 'theirs', theirs)) FROM (SELECT b.event AS other, "
    "max(q.score) AS score, a.key AS mine, b.key AS theirs, a.claim AS x, b.claim AS y FROM entry_row o JOIN entry a ON a.claim = "
    "o.claim JOIN pair_list p ON p.claim = o.claim, isn_pairs(p.claim, p.list) q JOIN entry b ON b.claim = q.other WHERE "
    "o.event = v.number AND b.event <> v.id GROUP BY b.event ORDER BY 2 DESC, 1 LIMIT "
    "10)))) FROM numbered v WHERE v.id = :id";

/* The view `totals`, asked of one row: SQLite would make it of all. */
static const char sql_totals[] =
    HIT ", " PAGE("v.r", "hit v", "v.r")
    "WHERE v.kind IN (1, 2) AND " AFTER("v.r")
    "SELECT json_object('event', json(" EVENT "), 'figures', json((SELECT json_group_array("
    "json_object('what', what, 'low', low, 'best', best, 'high', high, 'events', events, "
    "'in_events', in_events, 'gap', gap)) FROM (SELECT y.what, n.low, n.best, n.high, count(c.event) AS "
    "events, coalesce(sum(x.best), 0) AS in_events, coalesce(n.best, n.low) - coalesce(sum(x.best), "
    "0) AS gap FROM estimate_row y JOIN estimate_form n ON n.form = y.form AND n.rule = 'ucdp' LEFT JOIN "
    "cover_row c ON c.total = v.number LEFT JOIN estimate_row z ON z.event = c.event AND z.what = y.what LEFT "
    "JOIN estimate_form x ON x.form = z.form AND x.rule = 'ucdp' WHERE y.event = v.number GROUP BY y.what "
    "ORDER BY y.what))), 'evidence', (SELECT " EVIDENCE " FROM entry_row o JOIN entry e ON e.claim = o.claim JOIN claim c ON c.id = o.claim WHERE "
    "o.event = v.number ORDER BY e.key LIMIT 1)), " CURSOR " FROM page p JOIN numbered v ON v.number = p.i" IN_ORDER;

static const char total_totals[] =
    HIT "SELECT count(*) FROM hit WHERE kind IN (1, 2)";

static const char sql_covered[] =
    "WITH " PAGE("v.id", "cover_row o JOIN numbered v ON v.number = o.event", "v.id") "WHERE o.total = (SELECT number FROM event_row WHERE id = :id) AND "
    AFTER("v.id") "SELECT " EVENT ", " CURSOR " FROM page p JOIN numbered v ON v.id = p.i" IN_ORDER;

#define PROMISE                                                                                    \
    "WITH hit AS {gathered} (SELECT v.id, v.deadline FROM event_row v{promised} WHERE v.status = " \
    "0 AND v.kind = 3{where}) "

static const char sql_commitments[] =
    PROMISE ", " PAGE("v.id", "hit v", "v.id") "WHERE " AFTER("v.id")
    "SELECT json_object('event', json(" EVENT "), 'reports', json((SELECT json_group_array("
    "json_object('claim', claim, 'verdict', verdict, 'note', note)) FROM (SELECT * FROM follow "
    "WHERE commitment = v.id ORDER BY claim))), 'evidence', (SELECT " EVIDENCE " FROM entry_row o JOIN entry e ON "
    "e.claim = o.claim JOIN claim c ON c.id = o.claim WHERE o.event = v.number ORDER BY e.key LIMIT 1), 'claim', (SELECT "
    "min(e.key) FROM entry_row o JOIN entry e ON e.claim = o.claim WHERE o.event = v.number)), " CURSOR
    " FROM page p JOIN numbered v ON v.id = p.i" IN_ORDER;

static const char total_commitments[] =
    PROMISE "SELECT count(*) FROM hit";

/* Ids of those whose name, or a way that articles write it, has the words. */
#define SAID(table, id)                                                                            \
    "(SELECT f." id " FROM " table "_form f WHERE f." id " NOT NULL AND isn_fold(coalesce(f.text, " \
    "'') || ' ' || coalesce(f.name, '')) LIKE '%' || isn_fold(:name) || '%')"
/* Claims that the ledger leaves out: of earlier codings, and of what has not been linked. */
#define LINKED "(SELECT coalesce(max(upto), 0) FROM progress WHERE what = 'ledger')"
#define LEFT_OUT                                                                                   \
    "(SELECT c.id FROM record r JOIN claim_row c ON c.record = r.id WHERE r.id > " LINKED " UNION " \
    "ALL SELECT c.id FROM record r JOIN claim_row c ON c.record = r.id WHERE (SELECT count(*) FROM " \
    "record) > (SELECT count(*) FROM article) AND r.id <= " LINKED " AND r.id < (SELECT max(id) "   \
    "FROM record WHERE article = r.article))"
/* What has an id, with the number of its claims in the ledger: all that were counted, less those. */
#define USED(table, id)                                                                            \
    "WITH less AS MATERIALIZED (SELECT f." id " AS id, count(DISTINCT x.claim) AS n FROM " LEFT_OUT \
    " o JOIN " table "_row x ON x.claim = o.id JOIN " table "_form f ON f.id = x.form WHERE f." id  \
    " NOT NULL GROUP BY 1), named AS MATERIALIZED (SELECT u.id, u.claims - coalesce(l.n, 0) AS "    \
    "claims FROM " table "_used u LEFT JOIN less l ON l.id = u.id WHERE u.claims > coalesce(l.n, 0) " \
    "AND (:name IS NULL OR u.id IN " SAID(table, id) ")), described AS MATERIALIZED (SELECT n.*, "  \
    "(SELECT f.name FROM " table "_form f WHERE f." id " = n.id LIMIT 1) AS name FROM named n), "   \
    PAGE("v.id", "described v", "v.id") "WHERE " AFTER("v.id")
#define OF_NAME(table, id, column)                                                                 \
    "(SELECT f." column " FROM " table "_form f WHERE f." id " = v.id AND f." column " NOT NULL LIMIT 1)"
#define USUAL_TEXT(table, id)                                                                      \
    "(SELECT text FROM " table "_form WHERE " id " = v.id GROUP BY text ORDER BY sum(claims) DESC, text LIMIT 1)"
#define VARIANTS(table, id)                                                                        \
    "json((SELECT json_group_array(json_object('text', text, 'claims', n)) FROM (SELECT text, "    \
    "sum(claims) AS n FROM " table "_form WHERE " id " = :id AND text IS NOT NULL GROUP BY text "   \
    "ORDER BY n DESC, text LIMIT 100)))"

static const char sql_actors[] =
    USED("actor", "actor_id")
    "SELECT json_object('id', v.id, 'name', v.name, 'text', " USUAL_TEXT("actor", "actor_id") ", "
    "'country', " OF_NAME("actor", "actor_id", "country") ", 'sector', " OF_NAME("actor", "actor_id", "sector")
    ", 'claims', v.claims), " CURSOR " FROM page p JOIN described v ON v.id = p.i" IN_ORDER;

static const char sql_actor[] =
    "SELECT json_object('id', x.actor_id, 'name', max(x.name), 'country', max(x.country), "
    "'sector', max(x.sector), 'claims', (SELECT claims FROM actor_used WHERE id = :id), 'variants', "
    VARIANTS("actor", "actor_id") ") FROM actor_form x WHERE x.actor_id = :id GROUP BY x.actor_id";

static const char sql_places[] =
    USED("place", "place_id")
    "SELECT json_object('id', v.id, 'name', v.name, 'text', " USUAL_TEXT("place", "place_id") ", "
    "'country', " OF_NAME("place", "place_id", "country") ", 'admin1', " OF_NAME("place", "place_id", "admin1")
    ", 'lat', " OF_NAME("place", "place_id", "lat") ", 'lon', " OF_NAME("place", "place_id", "lon")
    ", 'claims', v.claims), " CURSOR " FROM page p JOIN described v ON v.id = p.i" IN_ORDER;

static const char sql_place[] =
    "SELECT json_object('id', x.place_id, 'name', max(x.name), 'country', max(x.country), 'admin1', "
    "max(x.admin1), 'lat', max(x.lat), 'lon', max(x.lon), 'claims', (SELECT claims FROM place_used "
    "WHERE id = :id), 'variants', " VARIANTS("place", "place_id")
    ") FROM place_form x WHERE x.place_id = :id GROUP BY x.place_id";

static const char sql_sources[] =
    "WITH named AS MATERIALIZED (SELECT s.*, json_array(name, id, role, named, party) AS key FROM sources s), "
    PAGE("v.key", "named v", "v.key") "WHERE " AFTER("v.key")
    "SELECT json_object('id', v.id, 'name', v.name, 'role', v.role, 'named', json(CASE v.named WHEN "
    "0 THEN 'false' ELSE 'true' END), 'party', json(CASE v.party WHEN 0 THEN 'false' ELSE 'true' "
    "END), 'events', v.events, 'claims', v.claims, 'articles', v.articles, 'outlets', v.outlets, "
    "'first', v.first, 'last', v.last), " CURSOR
    " FROM page p JOIN named v ON v.key = p.i" IN_ORDER;

/* The same out of what is held: `told` has the page. */
static const char sql_told[] =
    "SELECT json_object('id', json_extract(k, '$[1]'), 'name', json_extract(k, '$[0]'), 'role', "
    "json_extract(k, '$[2]'), 'named', json(CASE json_extract(k, '$[3]') WHEN 0 THEN 'false' ELSE 'true' END), "
    "'party', json(CASE json_extract(k, '$[4]') WHEN 0 THEN 'false' ELSE 'true' END), 'events', "
    "json_extract(value, '$[1]'), 'claims', json_extract(value, '$[2]'), 'articles', json_extract(value, '$[3]'), "
    "'outlets', json_extract(value, '$[4]'), 'first', json_extract(value, '$[5]'), 'last', "
    "json_extract(value, '$[6]')), json_array(json_extract(value, '$[2]'), k) FROM (SELECT key AS at, value, "
    "json_extract(value, '$[0]') AS k FROM json_each(:told)) ORDER BY at";

static const order killed_by_rule = {
    "killed",
    "coalesce((SELECT coalesce(x.best, x.low) FROM estimate_row y JOIN estimate_form x ON x.form = y.form AND x.rule = "
    ":rule WHERE y.event = v.r AND y.what = 'killed'), -1)", false, NULL};
#define ONE {{NULL, NULL, false, NULL}}
#define BY_DAY {"date", "v.date_end", false, NULL}

static const question questions[] = {
    {"status", sql_status, NULL, ONE},
    {"articles", sql_articles, NULL,
     {{"relevance", "a.relevance", false, NULL}, {"published", "coalesce(a.published, '')", false, NULL}}},
    {"article", sql_article, NULL, ONE},
    {"progress", sql_progress, NULL, ONE},
    {"stored", sql_stored, NULL, ONE},
    {"recode", sql_recode, NULL, ONE},
    {"events", sql_events, total_events,
     {BY_DAY, {"oldest", "v.date_end", true, NULL}, {"killed", "v.killed", false, &killed_by_rule},
      {"sources", "v.sources", false, NULL}, {"told", "v.last_told", false, NULL}}},
    {"map", sql_map, NULL, ONE},
    {"days", sql_days, NULL, ONE},
    {"event", sql_event, NULL, ONE},
    {"tallies", sql_totals, total_totals, {BY_DAY}},
    {"covered", sql_covered, NULL, {BY_DAY}},
    {"commitments", sql_commitments, total_commitments,
     {{"deadline", "coalesce(v.deadline, 9999999)", true, NULL}}},
    {"actors", sql_actors, NULL, {{"claims", "v.claims", false, NULL}, {"name", "coalesce(v.name, '')", true, NULL}}},
    {"actor", sql_actor, NULL, ONE},
    {"places", sql_places, NULL, {{"claims", "v.claims", false, NULL}, {"name", "coalesce(v.name, '')", true, NULL}}},
    {"place", sql_place, NULL, ONE},
    {"sources", sql_sources, NULL, {{"claims", "v.claims", false, NULL}}},
    {"told", sql_told, NULL, {{"claims", NULL, false, NULL}}}, /* answer_told asks it */
};

/* clang-format on */

/* ---- asking ------------------------------------------------------------------------------------- */

static const question *find(const char *what) {
    for (size_t i = 0; i < ISN_LEN(questions); i++) {
        if (strcmp(questions[i].what, what) == 0) {
            return &questions[i];
        }
    }
    return NULL;
}

static isn_str parameter(const isn_question *asked, const char *name) {
    for (uint32_t i = 0; i < asked->n; i++) {
        if (strcmp(asked->parameters[i].name, name) == 0) {
            return asked->parameters[i].value;
        }
    }
    return (isn_str){NULL, 0};
}

/* The order asked for by the parameter `sort`; NULL when there is none of that name. */
static const order *pick_order(const question *q, const isn_question *asked) {
    isn_str name = parameter(asked, "sort");
    for (size_t i = 0; i < ORDERS && q->orders[i].name != NULL; i++) {
        if (name.ptr == NULL || isn_str_eqz(name, q->orders[i].name)) {
            bool other = asked->filter != NULL && asked->filter->rule != ISN_RULE_UCDP;
            return other && q->orders[i].by_rule != NULL ? q->orders[i].by_rule : &q->orders[i];
        }
    }
    return NULL;
}

#define BY_NUMBER " NOT INDEXED" /* by nothing else */

typedef enum gathering { GATHERED_NOT, GATHERED, GATHERED_BY_NUMBER } gathering;

/* Where a condition is found by claims or articles, or there are several, which few may fulfil. Of what names few events, as a place does, these are looked up; of what
 * may name very many, as a word does, an index of all is gone through. */
static gathering how_gathered(const isn_filter *filter) {
    uint32_t others = 0;
    gathering how = GATHERED_NOT;
    for (uint32_t i = 0; filter != NULL && i < filter->n; i++) {
        switch (filter->conditions[i].field) {
        case ISN_FIELD_PLACE:
        case ISN_FIELD_ACTOR: return GATHERED_BY_NUMBER;
        case ISN_FIELD_NEAR:
        case ISN_FIELD_WORDS:
        case ISN_FIELD_SOURCE:
        case ISN_FIELD_OUTLET: how = GATHERED; break;
        case ISN_FIELD_KIND: break;
        case ISN_FIELD_FIGURE:
            how = isn_filter_kept(&filter->conditions[i], filter->rule) ? how : GATHERED;
            others++;
            break;
        default: others++; break;
        }
    }
    return others > 1 ? GATHERED : how;
}

/* The column that a list is ordered by, where it is none of those that hits have in any case. */
static void put_ordered(isn_buf *out, const order *by) {
    static const char *const columns[] = {"v.killed", "v.sources", "v.last_told", "v.deadline",
                                          "v.id"};
    for (size_t i = 0; by != NULL && i < ISN_LEN(columns); i++) {
        if (strstr(by->key, columns[i]) != NULL) {
            isn_buf_printf(out, ", %s", columns[i]);
        }
    }
}

/* Of the events, the part that is looked up where that fulfils what is found in memory; of more the index is gone through,
 * until a page is full, or all of it. */
#define PART_OF_PAGE 256
#define PART_OF_ALL 12
#define EACH_HIT                                                                                   \
    " AND v.number IN (WITH RECURSIVE h(r) AS (SELECT isn_hit_after(0) UNION ALL SELECT "          \
    "isn_hit_after(r) FROM h WHERE r NOT NULL) SELECT r FROM h)"

/* A question of a filter, of which conditions on claims may have been fulfilled in memory. */
typedef struct chosen {
    const isn_filter *filter; /* what is left of it */
    const isn_hits *hits;     /* or NULL */
    bool few;
} chosen;

static chosen choose(const isn_store *store, const isn_filter *filter, bool page) {
    const isn_hits *hits = ((const isn_sqlite *)store)->hits;
    return (chosen){filter, hits,
                    hits != NULL && hits->n < hits->size / (page ? PART_OF_PAGE : PART_OF_ALL)};
}

static void put_where(isn_buf *out, const chosen *c) {
    if (c->filter != NULL) {
        isn_filter_put(out, &isn_sqlite_driver, c->filter);
    }
    if (c->hits != NULL) {
        isn_buf_puts(out, c->few ? EACH_HIT : " AND isn_hit(v.number)");
    }
}

/* The SQL with its placeholders filled; conditions come first, so that their question marks count from one. */
static void expand(isn_buf *out, const char *sql, const chosen *c, const order *by) {
    const gathering how = c->few ? GATHERED : how_gathered(c->filter);
    for (const char *at = sql; *at != '\0';) {
        size_t plain = strcspn(at, "{");
        isn_buf_put(out, at, plain);
        at += plain;
        if (strncmp(at, "{where}", 7) == 0) {
            put_where(out, c);
            at += 7;
        } else if (strncmp(at, "{key}", 5) == 0) {
            isn_buf_puts(out, by->key);
            at += 5;
        } else if (strncmp(at, "{gathered}", 10) == 0) {
            isn_buf_puts(out, how == GATHERED_NOT ? "NOT MATERIALIZED" : "MATERIALIZED");
            at += 10;
        } else if (strncmp(at, "{ordered}", 9) == 0) {
            put_ordered(out, by);
            at += 9;
        } else if (strncmp(at, "{by}", 4) == 0) {
            isn_buf_puts(out, c->few ? " NOT INDEXED" : how == GATHERED_BY_NUMBER ? BY_NUMBER : "");
            at += 4;
        } else if (strncmp(at, "{promised}", 10) == 0) {
            isn_buf_puts(out, c->few                      ? " NOT INDEXED"
                              : how == GATHERED_NOT       ? " INDEXED BY event_promise"
                              : how == GATHERED_BY_NUMBER ? BY_NUMBER
                                                          : "");
            at += 10;
        } else if (strncmp(at, "{total}", 7) == 0) {
            isn_buf_puts(out, how == GATHERED_NOT ? "" : ", (SELECT count(*) FROM hit)");
            at += 7;
        } else if (strncmp(at, "{down}", 6) == 0) {
            isn_buf_puts(out, by->up ? "ASC" : "DESC");
            at += 6;
        } else if (strncmp(at, "{last}", 6) == 0) { /* falling, nulls are last anyhow */
            isn_buf_puts(out, by->up ? " NULLS LAST" : "");
            at += 6;
        } else if (strncmp(at, "{than}", 6) == 0) {
            isn_buf_puts(out, by->up ? ">" : "<");
            at += 6;
        }
    }
}

static void bind(isn_sql *b, const isn_question *asked) {
    if (asked->filter != NULL) {
        isn_filter_bind(b, asked->filter);
    }
    for (uint32_t i = 0; i < asked->n; i++) {
        char name[40];
        sqlite3_snprintf(sizeof name, name, ":%s", asked->parameters[i].name);
        int at = sqlite3_bind_parameter_index(isn_sqlite_made(b->statement), name);
        isn_str value = asked->parameters[i].value;
        if (at > 0 && value.ptr != NULL &&
            sqlite3_bind_text64(isn_sqlite_made(b->statement), at, value.ptr, value.len,
                                SQLITE_STATIC, SQLITE_UTF8) != SQLITE_OK) {
            b->bad = true;
        }
    }
    int limit = sqlite3_bind_parameter_index(isn_sqlite_made(b->statement), ":limit");
    if (limit > 0 &&
        sqlite3_bind_int64(isn_sqlite_made(b->statement), limit, (int64_t)asked->limit + 1) !=
            SQLITE_OK) { /* one more: is there a further page? */
        b->bad = true;
    }
}

/* Malformed UTF-8 in articles is kept as it was given, but no JSON. */
static void put_text(isn_buf *out, isn_sql *b, int column) {
    const char *text = (const char *)sqlite3_column_text(isn_sqlite_made(b->statement), column);
    size_t len =
        text != NULL ? (size_t)sqlite3_column_bytes(isn_sqlite_made(b->statement), column) : 0;
    size_t bad = isn_utf8_check(text, len);
    while (bad != SIZE_MAX) {
        isn_buf_put(out, text, bad);
        isn_buf_puts(out, "\xef\xbf\xbd");
        uint32_t cp = 0;
        bad += isn_utf8_next(&cp, (const unsigned char *)text + bad,
                             (const unsigned char *)text + len);
        text += bad;
        len -= bad;
        bad = isn_utf8_check(text, len);
    }
    isn_buf_put(out, text != NULL ? text : "", len);
}

/* Rows are objects, their places in the order, and where the question counts them by the way, how many there are. */
static void put_list(isn_buf *out, isn_sql *b, const isn_question *asked, int64_t *total) {
    isn_buf cursor;
    uint32_t n = 0;
    bool counts = sqlite3_column_count(isn_sqlite_made(b->statement)) > 2;
    *total = counts ? 0 : -1;
    isn_buf_init(&cursor);
    isn_buf_puts(out, "{\"items\":[");
    while (isn_sql_row(b)) {
        *total = counts ? sqlite3_column_int64(isn_sqlite_made(b->statement), 2) : -1;
        if (++n > asked->limit) {
            break;
        }
        isn_buf_puts(out, n > 1 ? ",\n" : "\n");
        put_text(out, b, 0);
        cursor.len = 0;
        put_text(&cursor, b, 1);
    }
    isn_buf_puts(out, "],\"next\":");
    if (n > asked->limit) {
        isn_buf_json(out, cursor.ptr, cursor.len);
    } else {
        isn_buf_puts(out, "null");
    }
    out->failed = out->failed || cursor.failed;
    isn_buf_release(&cursor);
}

/* The rows of a list, with `*total` as put_list gives it; where `total` is NULL, the one value of the statement. */
static bool run(isn_store *store, const char *sql, const isn_question *asked, const order *by,
                int64_t *total, isn_buf *out) {
    isn_buf text;
    chosen c = choose(store, asked->filter, total != NULL);
    isn_buf_init(&text);
    expand(&text, sql, &c, by);
    isn_sql b = isn_sql_once(store, &text);
    isn_buf_release(&text);
    if (!b.bad) {
        bind(&b, asked);
    }
    if (!b.bad && total != NULL) {
        put_list(out, &b, asked, total);
    } else if (isn_sql_row(&b)) {
        put_text(out, &b, 0);
    }
    return isn_sql_release(&b);
}

/* Is `after` a place in an order, as an earlier page gave it? */
static bool is_cursor(isn_store *store, isn_str after) {
    int64_t good = 0;
    isn_sql b = isn_sql_on(
        store, "SELECT CASE WHEN json_valid(?1) THEN json_type(?1) = 'array' AND "
               "json_array_length(?1) = 2 AND json_type(?1, '$[0]') NOT IN ('array', 'object') AND "
               "json_type(?1, '$[1]') NOT IN ('array', 'object') ELSE 0 END");
    isn_sql_str(&b, after);
    return isn_sql_number(&b, &good) && good != 0;
}

/* Words and boxes are found by indexes that come after coding. */
static isn_status prepare(isn_store *store, isn_error *error) {
    isn_status status = isn_store_index(store, error);
    return status == ISN_OK ? isn_store_commit(store, error) : status;
}

/* These answers are made by SQLite. */
static bool is_sqlite(const isn_store *store, isn_error *error) {
    return store->driver == &isn_sqlite_driver ||
           isn_fail(error, ISN_EUSAGE, store->path, 0,
                    "the console reads stores of SQLite alone") == ISN_OK;
}

/* ---- what is fulfilled in memory ------------------------------------------------------------------- */

static bool is_found(const isn_filter *filter) {
    for (uint32_t i = 0; filter != NULL && i < filter->n; i++) {
        if (isn_held_finds(&filter->conditions[i], filter->rule)) {
            return true;
        }
    }
    return false;
}

/* The filter without what is found in memory; its list is to be freed. */
static bool leave_out(isn_filter *rest, const isn_filter *filter) {
    isn_condition *left = isn_heap_alloc((filter->n + 1) * sizeof *left);
    if (left == NULL) {
        return false;
    }
    *rest = *filter;
    rest->conditions = left;
    rest->n = 0;
    for (uint32_t i = 0; i < filter->n; i++) {
        if (!isn_held_finds(&filter->conditions[i], filter->rule)) {
            left[rest->n++] = filter->conditions[i];
        }
    }
    return true;
}

static isn_status answer(isn_store *store, const isn_question *asked, isn_buf *out,
                         isn_error *error);

/* In one transaction: what is held must be of the ledger that the question is asked of. */
static isn_status answer_held(isn_store *store, const isn_question *asked, isn_buf *out,
                              isn_error *error) {
    isn_sqlite *own = (isn_sqlite *)store;
    isn_question left = *asked;
    isn_filter rest = {.conditions = NULL};
    isn_hits hits = {.bits = NULL};
    isn_status status = ISN_OK;
    if (!isn_store_run(store, "BEGIN")) {
        return isn_store_broken(store, error);
    }
    if (!leave_out(&rest, asked->filter)) {
        status = isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    } else if (!isn_held_find(own->held, store, asked->filter, &hits)) {
        status = isn_store_broken(store, error);
    } else {
        left.filter = &rest;
        own->hits = &hits;
        status = answer(store, &left, out, error);
        own->hits = NULL;
    }
    isn_hits_release(&hits);
    isn_heap_free((void *)rest.conditions);
    if (!isn_store_run(store, "COMMIT") && status == ISN_OK) {
        status = isn_store_broken(store, error);
    }
    return status;
}

/* Who is quoted: counted in memory, of a store that has been linked. */
static isn_status answer_told(isn_store *store, const isn_question *asked, isn_buf *out,
                              isn_error *error) {
    isn_parameter told = {"told", {NULL, 0}};
    isn_question page = {.what = "told", .parameters = &told, .n = 1, .limit = asked->limit};
    isn_str after = parameter(asked, "after");
    isn_buf rows;
    if (pick_order(find("sources"), asked) == NULL) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "no such order");
    }
    if (after.ptr != NULL && !is_cursor(store, after)) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "no such page");
    }
    if (!isn_store_run(store, "BEGIN")) {
        return isn_store_broken(store, error);
    }
    isn_buf_init(&rows);
    bool ok = isn_held_told(((isn_sqlite *)store)->held, store, after, asked->limit + 1, &rows);
    ok = isn_store_run(store, "COMMIT") && ok;
    isn_status status = isn_store_broken(store, error);
    if (ok && !rows.failed) {
        told.value = isn_str_of(rows.ptr, rows.len);
        status = answer(store, &page, out, error);
    }
    isn_buf_release(&rows);
    return status;
}

void isn_store_hold(isn_store *store, isn_held *held) {
    if (store->driver == &isn_sqlite_driver) {
        ((isn_sqlite *)store)->held = held;
    }
}

/* ---- the answer -------------------------------------------------------------------------------------- */

isn_status isn_store_answer(isn_store *store, const isn_question *asked, isn_buf *out,
                            isn_error *error) {
    if (!is_sqlite(store, error)) {
        return ISN_EUSAGE;
    }
    isn_status status = prepare(store, error);
    if (status != ISN_OK) {
        return status;
    }
    int64_t runs = 0;
    if (((isn_sqlite *)store)->held == NULL) {
        return answer(store, asked, out, error);
    }
    if (strcmp(asked->what, "sources") == 0) {
        return !isn_sql_ask(store, "SELECT max(id) FROM run", &runs)
                   ? isn_store_broken(store, error)
               : runs > 0 ? answer_told(store, asked, out, error)
                          : answer(store, asked, out, error);
    }
    return is_found(asked->filter) ? answer_held(store, asked, out, error)
                                   : answer(store, asked, out, error);
}

static isn_status answer(isn_store *store, const isn_question *asked, isn_buf *out,
                         isn_error *error) {
    const question *q = find(asked->what);
    if (q == NULL) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "no question %s", asked->what);
    }
    bool list = q->orders[0].name != NULL;
    const order *by = pick_order(q, asked);
    if (list && by == NULL) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "no such order");
    }
    isn_str after = parameter(asked, "after");
    if (list && after.ptr != NULL && !is_cursor(store, after)) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "no such page");
    }
    size_t before = out->len;
    int64_t total = -1;
    bool uncounted = after.ptr != NULL || isn_str_eqz(parameter(asked, "total"), "no");
    bool ok = run(store, q->sql, asked, by, list ? &total : NULL, out);
    if (ok && list) {
        isn_buf_puts(out, ",\"total\":");
        if (uncounted || (q->total == NULL && total < 0)) {
            isn_buf_puts(out, "null");
        } else if (total >= 0) {
            isn_buf_printf(out, "%lld", (long long)total);
        } else {
            ok = run(store, q->total, asked, by, NULL, out);
        }
        isn_buf_puts(out, "}");
    }
    if (!ok) {
        out->len = before;
        return isn_store_broken(store, error);
    }
    return out->failed ? isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory") : ISN_OK;
}

isn_status isn_store_cache(isn_store *store, unsigned mebibytes, isn_error *error) {
    char pragma[48];
    if (!is_sqlite(store, error)) {
        return ISN_EUSAGE;
    }
    sqlite3_snprintf(sizeof pragma, pragma, "PRAGMA cache_size = -%u", mebibytes * 1024);
    return isn_store_run(store, pragma) ? ISN_OK : isn_store_broken(store, error);
}

isn_status isn_store_generation(isn_store *store, uint64_t *out, isn_error *error) {
    int64_t version = 0;
    if (!is_sqlite(store, error)) {
        return ISN_EUSAGE;
    }
    isn_sql b = isn_sql_on(store, "PRAGMA data_version");
    if (!isn_sql_number(&b, &version)) {
        return isn_store_broken(store, error);
    }
    *out = (uint64_t)version;
    return ISN_OK;
}
