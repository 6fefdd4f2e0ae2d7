/* schema.c: the tables of the store, as docs/schema.md tells them: one step a version. A new file takes
 * all steps, an old one those that it lacks, so that both end alike. A step that has been released is
 * never edited; a change is a further step, raises ISN_STORE_VERSION (store.h), and brings a dump of the
 * version before it to tests/store/.
 *
 * Tables are named in the singular, as one row is; views in the plural, as users think. Offsets are bytes:
 * cast(substr(cast(text AS BLOB), start + 1, end - start) AS TEXT) is the piece.
 */
#include "store/codes.h"
#include "store/store.h"

static const char version_1[] =
    "CREATE TABLE articles (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  sha256 TEXT NOT NULL UNIQUE,\n"
    "  source TEXT, url TEXT,\n"
    "  text TEXT NOT NULL\n"
    ") STRICT;\n"

    "CREATE TABLE records (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,\n"
    "  coder TEXT NOT NULL, knowledge TEXT NOT NULL,\n"
    "  language TEXT NOT NULL, relevant INTEGER NOT NULL, relevance REAL NOT NULL,\n"
    "  title TEXT, published TEXT, published_from TEXT NOT NULL,\n"
    "  outlet_id TEXT, outlet_name TEXT,\n"
    "  json TEXT NOT NULL,\n"
    "  UNIQUE (article, coder, knowledge)\n"
    ") STRICT;\n"

    "CREATE TABLE claims (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  record INTEGER NOT NULL REFERENCES records ON DELETE CASCADE,\n"
    "  name TEXT NOT NULL,\n"
    "  type TEXT NOT NULL, main INTEGER NOT NULL,\n"
    "  event_type TEXT, mode TEXT, contexts TEXT NOT NULL,\n"
    "  polarity TEXT NOT NULL, modality TEXT NOT NULL,\n"
    "  anchor TEXT, anchor_start INTEGER, anchor_end INTEGER,\n"
    "  date_start TEXT, date_end TEXT, date_precision INTEGER, date_text TEXT,\n"
    "  deadline_start TEXT, deadline_end TEXT, deadline_text TEXT,\n"
    "  quoted TEXT NOT NULL, refers_to TEXT,\n"
    "  evidence TEXT, evidence_start INTEGER, evidence_end INTEGER,\n"
    "  confidence REAL NOT NULL,\n"
    "  UNIQUE (record, name)\n"
    ") STRICT;\n"

    "CREATE TABLE actors (\n"
    "  claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,\n"
    "  part TEXT NOT NULL CHECK (part IN ('actor', 'recipient')), position INTEGER NOT NULL,\n"
    "  text TEXT, \"start\" INTEGER, \"end\" INTEGER,\n"
    "  actor_id TEXT, name TEXT, country TEXT, sector TEXT, inter INTEGER,\n"
    "  PRIMARY KEY (claim, part, position)\n"
    ") STRICT, WITHOUT ROWID;\n"

    "CREATE TABLE counts (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,\n"
    "  of_whom INTEGER REFERENCES counts ON DELETE CASCADE,\n"
    "  what TEXT NOT NULL, low INTEGER, best INTEGER, high INTEGER,\n"
    "  quantity TEXT NOT NULL, harm_term TEXT,\n"
    "  who TEXT, side TEXT NOT NULL, group_id TEXT,\n"
    "  text TEXT, \"start\" INTEGER, \"end\" INTEGER,\n"
    "  unit TEXT, rule TEXT\n"
    ") STRICT;\n"

    "CREATE TABLE places (\n"
    "  claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE, position INTEGER NOT NULL,\n"
    "  text TEXT, \"start\" INTEGER, \"end\" INTEGER,\n"
    "  place_id TEXT, name TEXT, country TEXT, admin1 TEXT,\n"
    "  lat REAL, lon REAL, precision INTEGER, basis TEXT,\n"
    "  PRIMARY KEY (claim, position)\n"
    ") STRICT, WITHOUT ROWID;\n"

    "CREATE TABLE links (\n"
    "  claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE, position INTEGER NOT NULL,\n"
    "  text TEXT, \"start\" INTEGER, \"end\" INTEGER,\n"
    "  name TEXT, actor_id TEXT, role TEXT, named INTEGER NOT NULL, party INTEGER NOT NULL,\n"
    "  channel TEXT, verb TEXT,\n"
    "  PRIMARY KEY (claim, position)\n"
    ") STRICT, WITHOUT ROWID;\n"

    "CREATE TABLE rules (\n"
    "  claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE, position INTEGER NOT NULL,\n"
    "  field TEXT, rule TEXT NOT NULL, \"start\" INTEGER, \"end\" INTEGER,\n"
    "  PRIMARY KEY (claim, position)\n"
    ") STRICT, WITHOUT ROWID;\n"

    "CREATE TABLE contradictions (\n"
    "  record INTEGER NOT NULL REFERENCES records ON DELETE CASCADE, position INTEGER NOT NULL,\n"
    "  claim_a TEXT NOT NULL, claim_b TEXT NOT NULL, field TEXT, note TEXT,\n"
    "  PRIMARY KEY (record, position)\n"
    ") STRICT, WITHOUT ROWID;\n"

    "CREATE INDEX claims_event ON claims (event_type, date_start);\n"
    "CREATE INDEX counts_claim ON counts (claim);\n"
    "CREATE INDEX counts_of_whom ON counts (of_whom) WHERE of_whom IS NOT NULL;\n"

    /* the newest record of each article: what an analyst reads */
    "CREATE VIEW current_records AS\n"
    "  SELECT * FROM records r\n"
    "  WHERE id = (SELECT max(id) FROM records WHERE article = r.article);\n"

    /* the origin of a claim is its first link, the outlet its last */
    "CREATE VIEW current_claims AS\n"
    "  SELECT a.sha256, a.source, a.url, r.title, r.published, r.outlet_name, c.*,\n"
    "    (SELECT group_concat(coalesce(text, name), ' + ') FROM actors\n"
    "      WHERE claim = c.id AND part = 'actor') AS actors,\n"
    "    (SELECT group_concat(coalesce(text, name), ' + ') FROM actors\n"
    "      WHERE claim = c.id AND part = 'recipient') AS recipients,\n"
    "    (SELECT group_concat(coalesce(text, name), ' + ') FROM places\n"
    "      WHERE claim = c.id) AS places,\n"
    "    (SELECT coalesce(text, name) FROM links\n"
    "      WHERE claim = c.id AND position = 0) AS origin,\n"
    "    (SELECT group_concat(coalesce(text, name), ' > ') FROM\n"
    "      (SELECT text, name FROM links WHERE claim = c.id ORDER BY position)) AS chain\n"
    "  FROM current_records r JOIN articles a ON a.id = r.article JOIN claims c ON c.record = "
    "r.id;\n"

    /* one row a figure; sub-counts are parts of another row and stay out */
    "CREATE VIEW current_counts AS\n"
    "  SELECT c.sha256, c.record, c.name AS claim_name, c.type, c.main, c.event_type, c.polarity,\n"
    "    c.modality, c.date_start, c.date_end, c.origin, n.*\n"
    "  FROM current_claims c JOIN counts n ON n.claim = c.id WHERE n.of_whom IS NULL;\n"

    /* a tally or an aggregate is never added to incidents: two views, no sum over both */
    "CREATE VIEW incidents AS\n"
    "  SELECT * FROM current_claims\n"
    "  WHERE type = 'incident' AND main AND polarity = 'positive' AND modality = 'actual';\n"
    "CREATE VIEW tallies AS\n"
    "  SELECT * FROM current_claims WHERE type IN ('tally', 'aggregate') AND main;\n";

/* Tables in the singular, revisions counted, quotations in a table, search by words and by place. The two
 * indexes are filled when they are asked, not while articles are coded: see sqlite_index.c. */
static const char version_2[] =
    "DROP VIEW incidents; DROP VIEW tallies; DROP VIEW current_counts;\n"
    "DROP VIEW current_claims; DROP VIEW current_records;\n"
    "ALTER TABLE articles RENAME TO article;\n"
    "ALTER TABLE records RENAME TO record;\n"
    "ALTER TABLE claims RENAME TO claim;\n"
    "ALTER TABLE actors RENAME TO actor;\n"
    "ALTER TABLE counts RENAME TO figure;\n"
    "ALTER TABLE places RENAME TO place;\n"
    "ALTER TABLE links RENAME TO link;\n"
    "ALTER TABLE rules RENAME TO rule;\n"
    "ALTER TABLE contradictions RENAME TO contradiction;\n"

    "ALTER TABLE record ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;\n"
    "UPDATE record SET revision = (SELECT count(*) FROM record o\n"
    "  WHERE o.article = record.article AND o.id <= record.id);\n"

    "CREATE TABLE quote (\n"
    "  record INTEGER NOT NULL REFERENCES record ON DELETE CASCADE, position INTEGER NOT NULL,\n"
    "  text TEXT, \"start\" INTEGER, \"end\" INTEGER, speaker TEXT,\n"
    "  PRIMARY KEY (record, position)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "INSERT INTO quote SELECT r.id, q.key, json_extract(q.value, '$.text'),\n"
    "  json_extract(q.value, '$.start'), json_extract(q.value, '$.end'),\n"
    "  json_extract(q.value, '$.speaker')\n"
    "  FROM record r, json_each(r.json, '$.quotes') q;\n"

    /* how far something has been done that is done later than coding */
    "CREATE TABLE progress (\n"
    "  what TEXT PRIMARY KEY, upto INTEGER NOT NULL\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE VIRTUAL TABLE word USING fts5(\n"
    "  text, content = 'article', content_rowid = 'id', tokenize = 'isnad');\n"
    "CREATE VIRTUAL TABLE place_box USING rtree(\n"
    "  id, south, north, west, east, +claim INTEGER, +position INTEGER);\n"

    /* the newest revision of each article is what an analyst reads */
    "CREATE VIEW articles AS\n"
    "  SELECT a.id, a.sha256, a.source, a.url, r.title, r.published, r.published_from,\n"
    "    r.outlet_id, r.outlet_name AS outlet, r.language, r.relevant, r.relevance,\n"
    "    r.id AS record, r.revision, r.coder, r.knowledge, a.text\n"
    "  FROM article a JOIN record r ON r.article = a.id\n"
    "  WHERE r.id = (SELECT max(id) FROM record WHERE article = a.id);\n"

    /* the origin of a claim is its first link, the outlet its last */
    "CREATE VIEW claims AS\n"
    "  SELECT substr(a.sha256, 1, 16) || ':' || c.name AS key,\n"
    "    a.source, a.url, a.title, a.published, a.outlet, c.*,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM actor\n"
    "      WHERE claim = c.id AND part = 'actor') AS actors,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM actor\n"
    "      WHERE claim = c.id AND part = 'recipient') AS recipients,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM place\n"
    "      WHERE claim = c.id) AS places,\n"
    "    (SELECT coalesce(text, name) FROM link\n"
    "      WHERE claim = c.id AND position = 0) AS origin,\n"
    "    (SELECT group_concat(coalesce(text, name), ' > ') FROM\n"
    "      (SELECT text, name FROM link WHERE claim = c.id ORDER BY position)) AS chain\n"
    "  FROM articles a JOIN claim c ON c.record = a.record;\n"

    /* one row a figure; parts of another figure (of_whom) stay out */
    "CREATE VIEW counts AS\n"
    "  SELECT c.key, c.published, c.outlet, c.type, c.main, c.event_type, c.polarity, c.modality,\n"
    "    c.date_start, c.date_end, c.places, c.origin, f.*\n"
    "  FROM claims c JOIN figure f ON f.claim = c.id WHERE f.of_whom IS NULL;\n"

    /* a tally or an aggregate is never added to incidents: two views, no sum over both */
    "CREATE VIEW incidents AS\n"
    "  SELECT * FROM claims\n"
    "  WHERE type = 'incident' AND main AND polarity = 'positive' AND modality = 'actual';\n"
    "CREATE VIEW tallies AS\n"
    "  SELECT * FROM claims WHERE type IN ('tally', 'aggregate') AND main;\n"

    /* who is quoted, and how often */
    "CREATE VIEW sources AS\n"
    "  SELECT l.name, l.actor_id AS id, l.role, l.named, l.party,\n"
    "    count(DISTINCT c.record) AS articles, count(*) AS claims,\n"
    "    count(DISTINCT a.outlet) AS outlets, min(a.published) AS first, max(a.published) AS last\n"
    "  FROM link l JOIN claim c ON c.id = l.claim JOIN articles a ON a.record = c.record\n"
    "  WHERE l.position = 0 GROUP BY l.name, l.actor_id, l.role, l.named, l.party;\n"

    "CREATE VIEW commitments AS\n"
    "  SELECT key, published, outlet, actors, recipients, event_type, deadline_start, "
    "deadline_end,\n"
    "    deadline_text, evidence, chain, source\n"
    "  FROM claims WHERE type = 'commitment';\n";

/* An article is its bytes and, where they were given, its outlet and day: one text that two papers print is two
 * articles, though one source (`ident`: sha256, and a dot and eight digits of the hash of what was given).
 *
 * The ledger: claims of many articles as events. What a run finds is replaced by the next; ids of events,
 * decisions of people and the log of changes stay for good. Days in `first` and `last` are counted from
 * 1970-01-01, all others are text. */
static const char version_3[] =
    "DROP VIEW incidents; DROP VIEW tallies; DROP VIEW counts; DROP VIEW sources;\n"
    "DROP VIEW commitments; DROP VIEW claims; DROP VIEW articles;\n"
    "CREATE TABLE new_article (\n"
    "  id INTEGER PRIMARY KEY, ident TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL,\n"
    "  source TEXT, url TEXT,\n"
    "  text TEXT NOT NULL\n"
    ") STRICT;\n"
    "INSERT INTO new_article SELECT id, sha256, sha256, source, url, text FROM article;\n"
    "DROP TABLE article;\n"
    "ALTER TABLE new_article RENAME TO article;\n"
    "CREATE INDEX article_sha ON article (sha256);\n"

    "CREATE TABLE run (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, program TEXT NOT NULL,\n"
    "  claims INTEGER NOT NULL, events INTEGER NOT NULL\n"
    ") STRICT;\n"

    "CREATE TABLE sketch (\n"
    "  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,\n"
    "  hashes BLOB NOT NULL, twin TEXT NOT NULL\n"
    ") STRICT;\n"
    "CREATE TABLE band (\n"
    "  hash INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,\n"
    "  PRIMARY KEY (hash, article)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE twin_pair (\n"
    "  a INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,\n"
    "  b INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, share INTEGER NOT NULL,\n"
    "  PRIMARY KEY (a, b)\n"
    ") STRICT, WITHOUT ROWID;\n"

    "CREATE TABLE event (\n"
    "  id TEXT PRIMARY KEY, kind TEXT NOT NULL, status TEXT NOT NULL, successor TEXT,\n"
    "  event_type TEXT, mode TEXT,\n"
    "  date_start TEXT, date_end TEXT, date_precision INTEGER, deadline TEXT,\n"
    "  place TEXT, place_id TEXT, country TEXT, admin1 TEXT,\n"
    "  lat REAL, lon REAL, place_precision INTEGER, basis TEXT,\n"
    "  actors TEXT, recipients TEXT, sides INTEGER NOT NULL,\n"
    "  claims INTEGER NOT NULL, articles INTEGER NOT NULL, outlets INTEGER NOT NULL,\n"
    "  sources INTEGER NOT NULL, first_told TEXT, last_told TEXT, outcome TEXT,\n"
    "  born INTEGER NOT NULL REFERENCES run, changed INTEGER NOT NULL REFERENCES run\n"
    ") STRICT;\n"
    "CREATE INDEX event_time ON event (event_type, kind, date_end);\n"

    "CREATE TABLE entry (\n"
    "  claim INTEGER PRIMARY KEY REFERENCES claim ON DELETE CASCADE,\n"
    "  key TEXT NOT NULL UNIQUE, article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,\n"
    "  kind TEXT NOT NULL, event_type TEXT NOT NULL, first INTEGER, last INTEGER,\n"
    "  event TEXT REFERENCES event, score INTEGER, reasons TEXT,\n"
    "  source INTEGER, superseded INTEGER NOT NULL DEFAULT 0, dirty INTEGER NOT NULL DEFAULT 1\n"
    ") STRICT;\n"
    "CREATE INDEX entry_window ON entry (kind, event_type, last);\n"
    "CREATE INDEX entry_event ON entry (event);\n"
    "CREATE INDEX entry_article ON entry (article);\n"
    "CREATE INDEX entry_dirty ON entry (dirty) WHERE dirty = 1;\n"
    "CREATE TABLE pair (\n"
    "  a INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,\n"
    "  b INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE, score INTEGER NOT NULL,\n"
    "  PRIMARY KEY (a, b)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE INDEX pair_b ON pair (b);\n"

    "CREATE TABLE estimate (\n"
    "  event TEXT NOT NULL REFERENCES event, what TEXT NOT NULL, rule TEXT NOT NULL,\n"
    "  low INTEGER, best INTEGER, high INTEGER, sources INTEGER NOT NULL,\n"
    "  PRIMARY KEY (event, what, rule)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE event_source (\n"
    "  event TEXT NOT NULL REFERENCES event, position INTEGER NOT NULL,\n"
    "  name TEXT, actor_id TEXT, role TEXT, named INTEGER NOT NULL, party INTEGER NOT NULL,\n"
    "  claims INTEGER NOT NULL, outlets INTEGER NOT NULL,\n"
    "  PRIMARY KEY (event, position)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE dispute (\n"
    "  event TEXT NOT NULL REFERENCES event, position INTEGER NOT NULL,\n"
    "  claim_a TEXT NOT NULL, claim_b TEXT NOT NULL, field TEXT NOT NULL, note TEXT,\n"
    "  PRIMARY KEY (event, position)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE cover (\n"
    "  total TEXT NOT NULL REFERENCES event, event TEXT NOT NULL REFERENCES event,\n"
    "  PRIMARY KEY (total, event)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE INDEX cover_event ON cover (event);\n"
    "CREATE TABLE follow (\n"
    "  commitment TEXT NOT NULL REFERENCES event, claim TEXT NOT NULL, verdict TEXT NOT NULL,\n"
    "  note TEXT, PRIMARY KEY (commitment, claim)\n"
    ") STRICT, WITHOUT ROWID;\n"

    /* by hand; claims are named by article and words, so that a newer coding keeps them */
    "CREATE TABLE decision (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT, same INTEGER NOT NULL,\n"
    "  a_article TEXT NOT NULL, a_start INTEGER NOT NULL, a_end INTEGER NOT NULL,\n"
    "  b_article TEXT NOT NULL, b_start INTEGER NOT NULL, b_end INTEGER NOT NULL,\n"
    "  coder TEXT, note TEXT, at TEXT NOT NULL, undone TEXT\n"
    ") STRICT;\n"
    "CREATE TABLE change (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL REFERENCES run,\n"
    "  event TEXT NOT NULL REFERENCES event, what TEXT NOT NULL, note TEXT\n"
    ") STRICT;\n"
    "CREATE INDEX change_event ON change (event);\n"

    /* the newest revision of each article is what an analyst reads */
    "CREATE VIEW articles AS\n"
    "  SELECT a.id, a.ident, a.sha256, a.source, a.url, r.title, r.published, r.published_from,\n"
    "    r.outlet_id, r.outlet_name AS outlet, r.language, r.relevant, r.relevance,\n"
    "    r.id AS record, r.revision, r.coder, r.knowledge, a.text\n"
    "  FROM article a JOIN record r ON r.article = a.id\n"
    "  WHERE r.id = (SELECT max(id) FROM record WHERE article = a.id);\n"

    /* the origin of a claim is its first link, the outlet its last */
    "CREATE VIEW claims AS\n"
    "  SELECT substr(a.ident, 1, 16) || substr(a.ident, 65) || ':' || c.name AS key,\n"
    "    a.source, a.url, a.title, a.published, a.outlet, c.*,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM actor\n"
    "      WHERE claim = c.id AND part = 'actor') AS actors,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM actor\n"
    "      WHERE claim = c.id AND part = 'recipient') AS recipients,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM place\n"
    "      WHERE claim = c.id) AS places,\n"
    "    (SELECT coalesce(text, name) FROM link\n"
    "      WHERE claim = c.id AND position = 0) AS origin,\n"
    "    (SELECT group_concat(coalesce(text, name), ' > ') FROM\n"
    "      (SELECT text, name FROM link WHERE claim = c.id ORDER BY position)) AS chain\n"
    "  FROM articles a JOIN claim c ON c.record = a.record;\n"

    /* one row a figure; parts of another figure (of_whom) stay out */
    "CREATE VIEW counts AS\n"
    "  SELECT c.key, c.published, c.outlet, c.type, c.main, c.event_type, c.polarity, c.modality,\n"
    "    c.date_start, c.date_end, c.places, c.origin, f.*\n"
    "  FROM claims c JOIN figure f ON f.claim = c.id WHERE f.of_whom IS NULL;\n"

    /* a tally or an aggregate is never added to incidents: two views, no sum over both */
    "CREATE VIEW incidents AS\n"
    "  SELECT * FROM claims\n"
    "  WHERE type = 'incident' AND main AND polarity = 'positive' AND modality = 'actual';\n"
    "CREATE VIEW tallies AS\n"
    "  SELECT * FROM claims WHERE type IN ('tally', 'aggregate') AND main;\n"

    /* who is quoted, and how often */

    "CREATE VIEW events AS SELECT e.*,\n"
    "    k.low AS killed_low, k.best AS killed_best, k.high AS killed_high,\n"
    "    w.low AS wounded_low, w.best AS wounded_best, w.high AS wounded_high,\n"
    "    (SELECT group_concat(total, '; ') FROM cover WHERE cover.event = e.id) AS within_totals\n"
    "  FROM event e\n"
    "  LEFT JOIN estimate k ON k.event = e.id AND k.what = 'killed' AND k.rule = 'ucdp'\n"
    "  LEFT JOIN estimate w ON w.event = e.id AND w.what = 'wounded' AND w.rule = 'ucdp'\n"
    "  WHERE e.status = 'active' AND e.kind = 'incident';\n"

    /* a total, what the events under it come to, and what is missing between the two; no row says so of
     * wounded and killed at once */
    "CREATE VIEW totals AS SELECT t.id, t.kind, t.event_type, t.date_start, t.date_end, t.place,\n"
    "    n.what, n.low, n.best, n.high,\n"
    "    count(c.event) AS events, coalesce(sum(x.best), 0) AS in_events,\n"
    "    coalesce(n.best, n.low) - coalesce(sum(x.best), 0) AS gap\n"
    "  FROM event t JOIN estimate n ON n.event = t.id AND n.rule = 'ucdp'\n"
    "  LEFT JOIN cover c ON c.total = t.id\n"
    "  LEFT JOIN estimate x ON x.event = c.event AND x.what = n.what AND x.rule = 'ucdp'\n"
    "  WHERE t.status = 'active' AND t.kind IN ('tally', 'aggregate')\n"
    "  GROUP BY t.id, n.what;\n"

    "CREATE VIEW sources AS SELECT l.name, l.actor_id AS id, l.role, l.named, l.party,\n"
    "    count(DISTINCT e.event) AS events, count(*) AS claims,\n"
    "    count(DISTINCT c.record) AS articles, count(DISTINCT a.outlet) AS outlets,\n"
    "    min(a.published) AS first, max(a.published) AS last\n"
    "  FROM link l JOIN claim c ON c.id = l.claim JOIN articles a ON a.record = c.record\n"
    "  LEFT JOIN entry e ON e.claim = c.id\n"
    "  WHERE l.position = 0 GROUP BY l.name, l.actor_id, l.role, l.named, l.party;\n"

    "CREATE VIEW commitments AS SELECT e.id, e.actors, e.recipients, e.event_type, e.mode,\n"
    "    e.deadline, e.first_told, e.claims, e.sources, e.outcome,\n"
    "    (SELECT group_concat(verdict || ' ' || claim, '; ') FROM follow\n"
    "      WHERE commitment = e.id) AS reports\n"
    "  FROM event e WHERE e.status = 'active' AND e.kind = 'commitment';\n";

/* What people say of claims: each act is a row and stays; taking it back is noted. A claim is named by article and
 * words, as in `decision`, so that a newer coding keeps what was said; where two claims stand on the same words, by
 * its name too. */
static const char version_4[] =
    "CREATE TABLE review (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,\n"
    "  article TEXT NOT NULL, name TEXT, \"start\" INTEGER NOT NULL, \"end\" INTEGER NOT NULL,\n"
    "  act TEXT NOT NULL CHECK (act IN ('accept', 'correct', 'reject', 'note', 'add')),\n"
    "  field TEXT, value TEXT, coder TEXT NOT NULL, note TEXT, final INTEGER NOT NULL,\n"
    "  at TEXT NOT NULL, undone TEXT\n"
    ") STRICT;\n"
    "CREATE INDEX review_claim ON review (article, \"start\", \"end\");\n"

    /* what holds, on claims of the newest codings; of a claim that was added, `claim` names the article */
    "CREATE VIEW reviews AS\n"
    "  SELECT v.id, substr(v.article, 1, 16) || substr(v.article, 65) || coalesce(':' || c.name, "
    "'')\n"
    "    AS claim, v.claim_row, v.act, v.field, v.value, v.coder, v.note, v.final, v.at\n"
    "  FROM (SELECT w.*, CASE WHEN w.name NOT NULL THEN coalesce(\n"
    "    (SELECT o.id FROM article a JOIN claim o ON\n"
    "      o.record = (SELECT max(id) FROM record WHERE article = a.id)\n"
    "      WHERE a.ident = w.article AND o.anchor_start = w.\"start\" AND o.anchor_end = "
    "w.\"end\"\n"
    "      AND o.name = w.name),\n"
    "    (SELECT min(o.id) FROM article a JOIN claim o ON\n"
    "      o.record = (SELECT max(id) FROM record WHERE article = a.id)\n"
    "      WHERE a.ident = w.article AND o.anchor_start = w.\"start\" AND o.anchor_end = "
    "w.\"end\"))\n"
    "    END AS claim_row FROM review w WHERE w.undone IS NULL) v\n"
    "  LEFT JOIN claim c ON c.id = v.claim_row\n"
    "  WHERE v.name IS NULL OR c.id NOT NULL;\n";

/* What can be made of other columns is not kept twice: the sentence of a claim is a piece of its article, the hash a
 * part of `ident`. The record itself is packed, with its article for a dictionary, since it
 * is half made of pieces of it: see pack.c. */
static const char version_5[] =
    "DROP VIEW reviews; DROP VIEW sources; DROP VIEW incidents; DROP VIEW tallies;\n"
    "DROP VIEW counts; DROP VIEW claims; DROP VIEW articles;\n"
    "CREATE TABLE new_article (\n"
    "  id INTEGER PRIMARY KEY, ident TEXT NOT NULL UNIQUE,\n"
    "  sha256 TEXT GENERATED ALWAYS AS (substr(ident, 1, 64)) VIRTUAL,\n"
    "  source TEXT, url TEXT,\n"
    "  text TEXT NOT NULL\n"
    ") STRICT;\n"
    "INSERT INTO new_article (id, ident, source, url, text)\n"
    "  SELECT id, ident, source, url, text FROM article;\n"
    "DROP TABLE article;\n"
    "ALTER TABLE new_article RENAME TO article;\n"

    "ALTER TABLE record ADD COLUMN packed BLOB;\n"
    "UPDATE record SET packed = isn_pack(json, (SELECT text FROM article\n"
    "  WHERE id = record.article));\n"
    "ALTER TABLE record DROP COLUMN json;\n"
    "DROP INDEX claims_event;\n"
    "ALTER TABLE claim DROP COLUMN evidence;\n"
    "UPDATE change SET note = NULL WHERE what = 'created';\n"

    /* what a run looks up of all that is older */
    "DROP INDEX event_time;\n"
    "CREATE INDEX event_kind ON event (kind, event_type, country, date_end);\n"
    "CREATE INDEX event_open ON event (deadline) WHERE outcome = 'open';\n"
    "CREATE INDEX follow_claim ON follow (claim);\n"
    "CREATE INDEX record_published ON record (published);\n"

    /* the newest revision of each article is what an analyst reads */
    "CREATE VIEW articles AS\n"
    "  SELECT a.id, a.ident, a.sha256, a.source, a.url, r.title, r.published, r.published_from,\n"
    "    r.outlet_id, r.outlet_name AS outlet, r.language, r.relevant, r.relevance,\n"
    "    r.id AS record, r.revision, r.coder, r.knowledge, a.text\n"
    "  FROM article a JOIN record r ON r.article = a.id\n"
    "  WHERE r.id = (SELECT max(id) FROM record WHERE article = a.id);\n"

    /* the origin of a claim is its first link, the outlet its last */
    "CREATE VIEW claims AS\n"
    "  SELECT substr(a.ident, 1, 16) || substr(a.ident, 65) || ':' || c.name AS key,\n"
    "    a.source, a.url, a.title, a.published, a.outlet, c.*,\n"
    "    cast(substr(cast(a.text AS BLOB), c.evidence_start + 1,\n"
    "      c.evidence_end - c.evidence_start) AS TEXT) AS evidence,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM actor\n"
    "      WHERE claim = c.id AND part = 'actor') AS actors,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM actor\n"
    "      WHERE claim = c.id AND part = 'recipient') AS recipients,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM place\n"
    "      WHERE claim = c.id) AS places,\n"
    "    (SELECT coalesce(text, name) FROM link\n"
    "      WHERE claim = c.id AND position = 0) AS origin,\n"
    "    (SELECT group_concat(coalesce(text, name), ' > ') FROM\n"
    "      (SELECT text, name FROM link WHERE claim = c.id ORDER BY position)) AS chain\n"
    "  FROM articles a JOIN claim c ON c.record = a.record;\n"

    /* one row a figure; parts of another figure (of_whom) stay out. A tally or an aggregate is never added to
     * incidents: two views, no sum over both */
    "CREATE VIEW counts AS\n"
    "  SELECT c.key, c.published, c.outlet, c.type, c.main, c.event_type, c.polarity, c.modality,\n"
    "    c.date_start, c.date_end, c.places, c.origin, f.*\n"
    "  FROM claims c JOIN figure f ON f.claim = c.id WHERE f.of_whom IS NULL;\n"
    "CREATE VIEW incidents AS\n"
    "  SELECT * FROM claims\n"
    "  WHERE type = 'incident' AND main AND polarity = 'positive' AND modality = 'actual';\n"
    "CREATE VIEW tallies AS\n"
    "  SELECT * FROM claims WHERE type IN ('tally', 'aggregate') AND main;\n"

    "CREATE VIEW sources AS SELECT l.name, l.actor_id AS id, l.role, l.named, l.party,\n"
    "    count(DISTINCT e.event) AS events, count(*) AS claims,\n"
    "    count(DISTINCT c.record) AS articles, count(DISTINCT a.outlet) AS outlets,\n"
    "    min(a.published) AS first, max(a.published) AS last\n"
    "  FROM link l JOIN claim c ON c.id = l.claim JOIN articles a ON a.record = c.record\n"
    "  LEFT JOIN entry e ON e.claim = c.id\n"
    "  WHERE l.position = 0 GROUP BY l.name, l.actor_id, l.role, l.named, l.party;\n"

    "CREATE VIEW reviews AS\n"
    "  SELECT v.id, substr(v.article, 1, 16) || substr(v.article, 65) || coalesce(':' || c.name, "
    "'')\n"
    "    AS claim, v.claim_row, v.act, v.field, v.value, v.coder, v.note, v.final, v.at\n"
    "  FROM (SELECT w.*, CASE WHEN w.name NOT NULL THEN coalesce(\n"
    "    (SELECT o.id FROM article a JOIN claim o ON\n"
    "      o.record = (SELECT max(id) FROM record WHERE article = a.id)\n"
    "      WHERE a.ident = w.article AND o.anchor_start = w.\"start\" AND o.anchor_end = "
    "w.\"end\"\n"
    "      AND o.name = w.name),\n"
    "    (SELECT min(o.id) FROM article a JOIN claim o ON\n"
    "      o.record = (SELECT max(id) FROM record WHERE article = a.id)\n"
    "      WHERE a.ident = w.article AND o.anchor_start = w.\"start\" AND o.anchor_end = "
    "w.\"end\"))\n"
    "    END AS claim_row FROM review w WHERE w.undone IS NULL) v\n"
    "  LEFT JOIN claim c ON c.id = v.claim_row\n"
    "  WHERE v.name IS NULL OR c.id NOT NULL;\n";

/* The rules behind a claim, its largest table, packed as the record is: {"c1":[[field, rule, start, end], …]}.
 *
 * Who did it, by whose word: by himself or by others, in the claims of the event, in statements of the same article on the
 * same deed where it tells of one only, in denials of it. */
static const char version_6[] =
    /* what the console counts and draws */
    "CREATE INDEX event_day ON event (status, kind, date_end, id, event_type, country);\n"
    "CREATE INDEX event_where ON event (status, kind, lat, lon, place_precision, place_id,\n"
    "  event_type, country, date_end);\n"
    "CREATE TABLE IF NOT EXISTS rule (\n"
    "  claim INTEGER NOT NULL, position INTEGER NOT NULL,\n"
    "  field TEXT, rule TEXT NOT NULL, \"start\" INTEGER, \"end\" INTEGER,\n"
    "  PRIMARY KEY (claim, position)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "ALTER TABLE record ADD COLUMN why BLOB;\n"
    "UPDATE record SET why = isn_pack((SELECT json_group_object(c.name, json((\n"
    "    SELECT json_group_array(json_array(field, rule, \"start\", \"end\")) FROM (\n"
    "      SELECT * FROM rule WHERE claim = c.id ORDER BY position))))\n"
    "  FROM claim c WHERE c.record = record.id),\n"
    "  (SELECT text FROM article WHERE id = record.article));\n"
    "DROP TABLE rule;\n"
    "DROP INDEX follow_claim;\n" /* as large as its table, for what one scan a run does as well */
    "CREATE VIEW stances AS\n"
    "  SELECT e.event, x.actor_id, coalesce(x.name, x.text) AS actor,\n"
    "    iif(k.actor_id = x.actor_id, 'claimed', 'attributed') AS stance, e.key AS claim,\n"
    "    k.name AS source\n"
    "  FROM entry e JOIN claim c ON c.id = e.claim AND c.polarity = 'positive'\n"
    "  JOIN actor x ON x.claim = c.id AND x.part = 'actor'\n"
    "  LEFT JOIN link k ON k.claim = c.id AND k.position = 0\n"
    "  WHERE e.kind = 'incident'\n"
    "  UNION ALL\n"
    "  SELECT e.event, x.actor_id, coalesce(x.name, x.text),\n"
    "    iif(k.actor_id = x.actor_id, 'claimed', 'attributed'), t.key, k.name\n"
    "  FROM entry e JOIN claim o ON o.id = e.claim AND o.polarity = 'positive'\n"
    "  JOIN claim s ON s.record = o.record AND s.type = 'statement' AND s.polarity = 'positive'\n"
    "    AND s.event_type = o.event_type AND coalesce(s.mode = o.mode, 1)\n"
    "  JOIN entry t ON t.claim = s.id\n"
    "  JOIN actor x ON x.claim = s.id AND x.part = 'actor'\n"
    "  LEFT JOIN link k ON k.claim = s.id AND k.position = 0\n"
    "  WHERE e.kind = 'incident' AND 1 = (SELECT count(DISTINCT q.event) FROM claim w\n"
    "    JOIN entry q ON q.claim = w.id AND q.kind = 'incident' WHERE w.record = o.record\n"
    "    AND w.polarity = 'positive'\n"
    "    AND w.event_type = s.event_type AND coalesce(w.mode = s.mode, 1))\n"
    "  UNION ALL\n"
    "  SELECT e.event, x.actor_id, coalesce(x.name, x.text), 'denied', t.key, k.name\n"
    "  FROM entry e JOIN claim o ON o.id = e.claim\n"
    "  JOIN claim s ON s.record = o.record AND s.type = 'denial' AND s.refers_to = o.name\n"
    "  JOIN entry t ON t.claim = s.id\n"
    "  JOIN actor x ON x.claim = s.id AND x.part = 'actor'\n"
    "  JOIN link k ON k.claim = s.id AND k.position = 0 AND k.actor_id = x.actor_id\n"
    "  WHERE e.kind = 'incident';\n"

    /* claimed by one alone; attributed by others; contested: denied by him, or claimed by several */
    "CREATE VIEW responsibility AS\n"
    "  SELECT event, actor_id, actor, CASE WHEN denied THEN 'contested'\n"
    "    WHEN NOT claimed THEN 'attributed'\n"
    "    WHEN sum(claimed) OVER (PARTITION BY event) > 1 THEN 'contested'\n"
    "    ELSE 'claimed' END AS status, claims, sources\n"
    "  FROM (SELECT event, actor_id, actor, max(stance = 'denied') AS denied,\n"
    "    max(stance = 'claimed') AS claimed, count(DISTINCT claim) AS claims,\n"
    "    group_concat(DISTINCT source) AS sources\n"
    "    FROM stances GROUP BY event, coalesce(actor_id, actor));\n";

/* What the console filters, sorts and counts among a hundred thousand events, each by an index that has it all: rows of
 * `event` and of `record` are large. */
static const char version_7[] =
    "ALTER TABLE event ADD COLUMN killed INTEGER;\n"
    "UPDATE event SET killed = (SELECT coalesce(best, low) FROM estimate\n"
    "  WHERE event = event.id AND what = 'killed' AND rule = 'ucdp');\n"
    "DROP INDEX event_day; DROP INDEX event_where; DROP INDEX entry_article;\n"
    "CREATE INDEX event_day ON event (status, kind, date_end, id, event_type, country, killed,\n"
    "  date_start);\n"
    "CREATE INDEX event_where ON event (status, kind, lat, lon, place_precision, place_id,\n"
    "  event_type, country, killed, id, date_end, date_start);\n"
    "CREATE INDEX event_killed ON event (kind, killed, id) WHERE status = 'active';\n"
    "CREATE INDEX event_sources ON event (kind, sources, id) WHERE status = 'active';\n"
    "CREATE INDEX event_told ON event (kind, last_told, id) WHERE status = 'active';\n"
    "CREATE INDEX event_promise ON event (outcome, coalesce(deadline, '9'), id)\n"
    "  WHERE status = 'active' AND kind = 'commitment';\n"
    "CREATE INDEX entry_article ON entry (article, event);\n"
    "CREATE INDEX actor_of ON actor (actor_id, claim, text) WHERE actor_id NOT NULL;\n"
    "CREATE INDEX place_of ON place (place_id, claim, text) WHERE place_id NOT NULL;\n"
    "CREATE INDEX record_listed ON record (article, id, relevant, relevance, published,\n"
    "  outlet_name, outlet_id);\n";

/* Claims of long intervals have an index of their own: so of the rest only some days are looked through, not a year. And
 * a group of prints is walked by its pairs, both ways. */
static const char version_8[] =
    "CREATE INDEX entry_long ON entry (kind, event_type, last) WHERE last - first > 7;\n"
    "CREATE INDEX twin_pair_b ON twin_pair (b);\n";

/* What tells of most pairs of claims that they are of two occurrences, without reading them. */
static const char version_9[] = "ALTER TABLE entry ADD COLUMN outline BLOB;\n";

/* clang-format off */

#define DAYS(text) ISN_DAYS(text)
#define DAY(number) ISN_DAY(number)
#define PHRASE(number) "(SELECT text FROM phrase WHERE id = " number ")"

/* The newest revision of each article. */
#define ARTICLES   \
    "CREATE VIEW articles AS\n" \
    "  SELECT a.id, a.ident, a.sha256, a.source, a.url, r.title, r.published, r.published_from,\n" \
    "    r.outlet_id, r.outlet_name AS outlet, r.language, r.relevant, r.relevance,\n" \
    "    r.id AS record, r.revision, r.coder, r.knowledge, a.text\n" \
    "  FROM article a JOIN record r ON r.article = a.id\n" \
    "  WHERE r.id = (SELECT max(id) FROM record WHERE article = a.id);\n"

/* What holds, on claims of the newest codings. */
#define REVIEWS   \
    "CREATE VIEW reviews AS\n" \
    "  SELECT v.id, substr(v.article, 1, 16) || substr(v.article, 65) || coalesce(':c' || " \
    "c.number, '')\n" \
    "    AS claim, v.claim_row, v.act, v.field, v.value, v.coder, v.note, v.final, v.at\n" \
    "  FROM (SELECT w.*, CASE WHEN w.name NOT NULL THEN coalesce(\n" \
    "    (SELECT o.id FROM article a JOIN claim o ON\n" \
    "      o.record = (SELECT max(id) FROM record WHERE article = a.id)\n" \
    "      WHERE a.ident = w.article AND o.anchor_start = w.\"start\" AND o.anchor_end = " \
    "w.\"end\"\n" \
    "      AND o.name = w.name),\n" \
    "    (SELECT min(o.id) FROM article a JOIN claim o ON\n" \
    "      o.record = (SELECT max(id) FROM record WHERE article = a.id)\n" \
    "      WHERE a.ident = w.article AND o.anchor_start = w.\"start\" AND o.anchor_end = " \
    "w.\"end\"))\n" \
    "    END AS claim_row FROM review w WHERE w.undone IS NULL) v\n" \
    "  LEFT JOIN claim_row c ON c.id = v.claim_row\n" \
    "  WHERE v.name IS NULL OR c.id NOT NULL;\n"

/* What many rows have in common stands once, as a form of a claim, an actor, a place …, and words that come again and again
 * as phrases; rows have numbers instead. Days are counted from 1970-01-01. Views of the old names show all of it
 * as it was. Where an actor, a place or a source is named is looked up in tables that catch up with what has been coded, as
 * the words do: so coding does not write all over an index. */
static const char version_10[] =
    "DROP VIEW responsibility; DROP VIEW stances; DROP VIEW reviews; DROP VIEW sources;\n"
    "DROP VIEW incidents; DROP VIEW tallies; DROP VIEW counts; DROP VIEW claims;\n"
    "DROP VIEW articles;\n"

    "CREATE TABLE phrase (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;\n"
    "INSERT INTO phrase (text) SELECT anchor FROM claim WHERE anchor NOT NULL\n"
    "  UNION SELECT date_text FROM claim WHERE date_text NOT NULL\n"
    "  UNION SELECT deadline_text FROM claim WHERE deadline_text NOT NULL\n"
    "  UNION SELECT text FROM figure WHERE text NOT NULL;\n"

    "CREATE TABLE claim_form (\n"
    "  id INTEGER PRIMARY KEY, type TEXT NOT NULL, main INTEGER NOT NULL,\n"
    "  event_type TEXT, mode TEXT, contexts TEXT NOT NULL,\n"
    "  polarity TEXT NOT NULL, modality TEXT NOT NULL, date_precision INTEGER,\n"
    "  quoted TEXT NOT NULL\n"
    ") STRICT;\n"
    "CREATE INDEX claim_form_is ON claim_form (event_type, mode, type);\n"
    "INSERT INTO claim_form (type, main, event_type, mode, contexts, polarity, modality,\n"
    "  date_precision, quoted)\n"
    "  SELECT DISTINCT type, main, event_type, mode, contexts, polarity, modality,\n"
    "  date_precision, quoted FROM claim;\n"
    "CREATE TABLE claim_row (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  record INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,\n"
    "  number INTEGER NOT NULL,\n"
    "  anchor INTEGER, anchor_start INTEGER, anchor_end INTEGER,\n"
    "  date_start INTEGER, date_end INTEGER, date_text INTEGER,\n"
    "  deadline_start INTEGER, deadline_end INTEGER, deadline_text INTEGER,\n"
    "  refers_to INTEGER, evidence_start INTEGER, evidence_end INTEGER,\n"
    "  confidence INTEGER NOT NULL, form INTEGER NOT NULL,\n"
    "  UNIQUE (record, number)\n"
    ") STRICT;\n"
    "INSERT INTO claim_row SELECT c.id, c.record, substr(c.name, 2),\n"
    "  (SELECT id FROM phrase WHERE text = c.anchor), c.anchor_start, c.anchor_end,\n"
    "  " DAYS("c.date_start") ", " DAYS("c.date_end") ",\n"
    "  (SELECT id FROM phrase WHERE text = c.date_text),\n"
    "  " DAYS("c.deadline_start") ", " DAYS("c.deadline_end") ",\n"
    "  (SELECT id FROM phrase WHERE text = c.deadline_text),\n"
    "  substr(c.refers_to, 2), c.evidence_start, c.evidence_end,\n"
    "  cast(round(c.confidence * 100) AS INTEGER), f.id FROM claim c JOIN claim_form f\n"
    "  ON f.event_type IS c.event_type AND f.mode IS c.mode AND f.type = c.type\n"
    "  AND f.main = c.main AND f.contexts = c.contexts AND f.polarity = c.polarity\n"
    "  AND f.modality = c.modality AND f.date_precision IS c.date_precision\n"
    "  AND f.quoted = c.quoted;\n"

    "CREATE TABLE actor_form (\n"
    "  id INTEGER PRIMARY KEY, text TEXT, actor_id TEXT, name TEXT, country TEXT, sector TEXT,\n"
    "  inter INTEGER, claims INTEGER NOT NULL DEFAULT 0\n"
    ") STRICT;\n"
    "CREATE INDEX actor_form_is ON actor_form (text);\n"
    "CREATE INDEX actor_form_id ON actor_form (actor_id) WHERE actor_id NOT NULL;\n"
    "INSERT INTO actor_form (text, actor_id, name, country, sector, inter)\n"
    "  SELECT DISTINCT text, actor_id, name, country, sector, inter FROM actor;\n"
    "CREATE TABLE actor_row (\n"
    "  claim INTEGER NOT NULL REFERENCES claim_row ON DELETE CASCADE,\n"
    "  recipient INTEGER NOT NULL, position INTEGER NOT NULL,\n"
    "  \"start\" INTEGER, \"end\" INTEGER, form INTEGER NOT NULL,\n"
    "  PRIMARY KEY (claim, recipient, position)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "INSERT INTO actor_row SELECT x.claim, x.part = 'recipient', x.position, x.\"start\",\n"
    "  x.\"end\", f.id FROM actor x JOIN actor_form f ON f.text IS x.text\n"
    "  AND f.actor_id IS x.actor_id AND f.name IS x.name AND f.country IS x.country\n"
    "  AND f.sector IS x.sector AND f.inter IS x.inter;\n"

    "CREATE TABLE figure_form (\n"
    "  id INTEGER PRIMARY KEY, what TEXT NOT NULL, quantity TEXT NOT NULL, harm_term TEXT,\n"
    "  who TEXT, side TEXT NOT NULL, group_id TEXT, unit TEXT, rule TEXT\n"
    ") STRICT;\n"
    "CREATE INDEX figure_form_is ON figure_form (who, what, quantity);\n"
    "INSERT INTO figure_form (what, quantity, harm_term, who, side, group_id, unit, rule)\n"
    "  SELECT DISTINCT what, quantity, harm_term, who, side, group_id, unit, rule\n"
    "  FROM figure;\n"
    "CREATE TABLE figure_row (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  claim INTEGER NOT NULL REFERENCES claim_row ON DELETE CASCADE,\n"
    "  of_whom INTEGER REFERENCES figure_row ON DELETE CASCADE,\n"
    "  low INTEGER, best INTEGER, high INTEGER,\n"
    "  text INTEGER, \"start\" INTEGER, \"end\" INTEGER, form INTEGER NOT NULL\n"
    ") STRICT;\n"
    "INSERT INTO figure_row SELECT x.id, x.claim, x.of_whom, x.low, x.best, x.high,\n"
    "  (SELECT id FROM phrase WHERE text = x.text), x.\"start\", x.\"end\", f.id\n"
    "  FROM figure x JOIN figure_form f ON f.who IS x.who AND f.what = x.what\n"
    "  AND f.quantity = x.quantity AND f.harm_term IS x.harm_term AND f.side = x.side\n"
    "  AND f.group_id IS x.group_id AND f.unit IS x.unit AND f.rule IS x.rule;\n"

    "CREATE TABLE place_form (\n"
    "  id INTEGER PRIMARY KEY, text TEXT, place_id TEXT, name TEXT, country TEXT, admin1 TEXT,\n"
    "  lat REAL, lon REAL, precision INTEGER, basis TEXT,\n"
    "  claims INTEGER NOT NULL DEFAULT 0\n"
    ") STRICT;\n"
    "CREATE INDEX place_form_is ON place_form (text, place_id);\n"
    "CREATE INDEX place_form_id ON place_form (place_id) WHERE place_id NOT NULL;\n"
    "INSERT INTO place_form (text, place_id, name, country, admin1, lat, lon, precision, basis)\n"
    "  SELECT DISTINCT text, place_id, name, country, admin1, lat, lon, precision, basis\n"
    "  FROM place;\n"
    "CREATE TABLE place_row (\n"
    "  claim INTEGER NOT NULL REFERENCES claim_row ON DELETE CASCADE, position INTEGER NOT NULL,\n"
    "  \"start\" INTEGER, \"end\" INTEGER, form INTEGER NOT NULL,\n"
    "  PRIMARY KEY (claim, position)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "INSERT INTO place_row SELECT x.claim, x.position, x.\"start\", x.\"end\", f.id\n"
    "  FROM place x JOIN place_form f ON f.text IS x.text AND f.place_id IS x.place_id\n"
    "  AND f.name IS x.name AND f.country IS x.country AND f.admin1 IS x.admin1\n"
    "  AND f.lat IS x.lat AND f.lon IS x.lon AND f.precision IS x.precision\n"
    "  AND f.basis IS x.basis;\n"

    "CREATE TABLE link_form (\n"
    "  id INTEGER PRIMARY KEY, text TEXT, name TEXT, actor_id TEXT, role TEXT,\n"
    "  named INTEGER NOT NULL, party INTEGER NOT NULL, channel TEXT, verb TEXT\n"
    ") STRICT;\n"
    "CREATE INDEX link_form_is ON link_form (name, verb);\n"
    "CREATE INDEX link_form_id ON link_form (actor_id) WHERE actor_id NOT NULL;\n"
    "INSERT INTO link_form (text, name, actor_id, role, named, party, channel, verb)\n"
    "  SELECT DISTINCT text, name, actor_id, role, named, party, channel, verb FROM link;\n"
    "CREATE TABLE link_row (\n"
    "  claim INTEGER NOT NULL REFERENCES claim_row ON DELETE CASCADE, position INTEGER NOT NULL,\n"
    "  \"start\" INTEGER, \"end\" INTEGER, form INTEGER NOT NULL,\n"
    "  PRIMARY KEY (claim, position)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "INSERT INTO link_row SELECT x.claim, x.position, x.\"start\", x.\"end\", f.id\n"
    "  FROM link x JOIN link_form f ON f.name IS x.name AND f.verb IS x.verb\n"
    "  AND f.text IS x.text AND f.actor_id IS x.actor_id AND f.role IS x.role\n"
    "  AND f.named = x.named AND f.party = x.party AND f.channel IS x.channel;\n"

    "DROP TABLE actor; DROP TABLE place; DROP TABLE link; DROP TABLE figure; DROP TABLE claim;\n"
    "CREATE VIEW claim AS\n"
    "  SELECT c.id, c.record, 'c' || c.number AS name, f.type, f.main, f.event_type, f.mode,\n"
    "    f.contexts, f.polarity, f.modality, " PHRASE("c.anchor") " AS anchor,\n"
    "    c.anchor_start, c.anchor_end, " DAY("c.date_start") " AS date_start,\n"
    "    " DAY("c.date_end") " AS date_end, f.date_precision,\n"
    "    " PHRASE("c.date_text") " AS date_text, " DAY("c.deadline_start") " AS deadline_start,\n"
    "    " DAY("c.deadline_end") " AS deadline_end, " PHRASE("c.deadline_text") "\n"
    "    AS deadline_text, f.quoted, 'c' || c.refers_to AS refers_to, c.evidence_start,\n"
    "    c.evidence_end, c.confidence / 100.0 AS confidence\n"
    "  FROM claim_row c JOIN claim_form f ON f.id = c.form;\n"
    "CREATE VIEW actor AS\n"
    "  SELECT x.claim, CASE x.recipient WHEN 0 THEN 'actor' ELSE 'recipient' END AS part,\n"
    "    x.position, f.text, x.\"start\", x.\"end\", f.actor_id, f.name, f.country, f.sector,\n"
    "    f.inter\n"
    "  FROM actor_row x JOIN actor_form f ON f.id = x.form;\n"
    "CREATE VIEW figure AS\n"
    "  SELECT x.id, x.claim, x.of_whom, f.what, x.low, x.best, x.high, f.quantity, f.harm_term,\n"
    "    f.who, f.side, f.group_id, " PHRASE("x.text") " AS text, x.\"start\", x.\"end\",\n"
    "    f.unit, f.rule\n"
    "  FROM figure_row x JOIN figure_form f ON f.id = x.form;\n"
    "CREATE VIEW place AS\n"
    "  SELECT x.claim, x.position, f.text, x.\"start\", x.\"end\", f.place_id, f.name, f.country,\n"
    "    f.admin1, f.lat, f.lon, f.precision, f.basis\n"
    "  FROM place_row x JOIN place_form f ON f.id = x.form;\n"
    "CREATE VIEW link AS\n"
    "  SELECT x.claim, x.position, f.text, x.\"start\", x.\"end\", f.name, f.actor_id, f.role,\n"
    "    f.named, f.party, f.channel, f.verb\n"
    "  FROM link_row x JOIN link_form f ON f.id = x.form;\n"

    "CREATE INDEX figure_claim ON figure_row (claim);\n"
    "CREATE INDEX figure_whole ON figure_row (of_whom) WHERE of_whom NOT NULL;\n"

    "CREATE TABLE actor_of (\n"
    "  form INTEGER NOT NULL, claim INTEGER NOT NULL, PRIMARY KEY (form, claim)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE place_of (\n"
    "  form INTEGER NOT NULL, claim INTEGER NOT NULL, PRIMARY KEY (form, claim)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE link_of (\n"
    "  form INTEGER NOT NULL, claim INTEGER NOT NULL, PRIMARY KEY (form, claim)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE actor_used (\n"
    "  id TEXT PRIMARY KEY, claims INTEGER NOT NULL\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE place_used (\n"
    "  id TEXT PRIMARY KEY, claims INTEGER NOT NULL\n"
    ") STRICT, WITHOUT ROWID;\n"

    "CREATE INDEX article_source ON article (source) WHERE source NOT NULL;\n"
    "DROP INDEX event_day; DROP INDEX event_where; DROP INDEX event_promise;\n"
    "CREATE INDEX event_day ON event (status, kind, date_end, id, event_type, country, killed,\n"
    "  mode, date_start);\n"
    "CREATE INDEX event_where ON event (status, kind, lat, lon, place_precision, place_id,\n"
    "  event_type, country, killed, mode, id, date_end, date_start);\n"
    "CREATE INDEX event_promise ON event (coalesce(deadline, '9'), id, outcome, deadline)\n"
    "  WHERE status = 'active' AND kind = 'commitment';\n"

    /* an article's records are few, and found by another index: nothing else has to keep them apart */
    "CREATE TABLE new_record (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,\n"
    "  coder TEXT NOT NULL, knowledge TEXT NOT NULL,\n"
    "  language TEXT NOT NULL, relevant INTEGER NOT NULL, relevance REAL NOT NULL,\n"
    "  title TEXT, published TEXT, published_from TEXT NOT NULL,\n"
    "  outlet_id TEXT, outlet_name TEXT,\n"
    "  revision INTEGER NOT NULL DEFAULT 1, packed BLOB, why BLOB\n"
    ") STRICT;\n"
    "INSERT INTO new_record SELECT * FROM record;\n"
    "DROP TABLE record;\n"
    "ALTER TABLE new_record RENAME TO record;\n"
    "CREATE INDEX record_published ON record (published);\n"
    "CREATE INDEX record_listed ON record (article, id, relevant, relevance, published,\n"
    "  outlet_name, outlet_id);\n"

    "CREATE TABLE new_entry (\n"
    "  claim INTEGER PRIMARY KEY REFERENCES claim_row ON DELETE CASCADE,\n"
    "  key TEXT NOT NULL UNIQUE, article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,\n"
    "  kind TEXT NOT NULL, event_type TEXT NOT NULL, first INTEGER, last INTEGER,\n"
    "  event TEXT REFERENCES event, score INTEGER, reasons TEXT,\n"
    "  source INTEGER, superseded INTEGER NOT NULL DEFAULT 0, dirty INTEGER NOT NULL DEFAULT 1,\n"
    "  outline BLOB\n"
    ") STRICT;\n"
    "INSERT INTO new_entry SELECT * FROM entry;\n"
    "DROP TABLE entry;\n"
    "ALTER TABLE new_entry RENAME TO entry;\n"
    "CREATE INDEX entry_window ON entry (kind, event_type, last);\n"
    "CREATE INDEX entry_long ON entry (kind, event_type, last) WHERE last - first > 7;\n"
    "CREATE INDEX entry_event ON entry (event);\n"
    "CREATE INDEX entry_article ON entry (article, event);\n"
    "CREATE INDEX entry_dirty ON entry (dirty) WHERE dirty = 1;\n"

    ARTICLES
    "CREATE VIEW claims AS\n"
    "  SELECT substr(a.ident, 1, 16) || substr(a.ident, 65) || ':' || c.name AS key,\n"
    "    a.source, a.url, a.title, a.published, a.outlet, c.*,\n"
    "    cast(substr(cast(a.text AS BLOB), c.evidence_start + 1,\n"
    "      c.evidence_end - c.evidence_start) AS TEXT) AS evidence,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM actor\n"
    "      WHERE claim = c.id AND part = 'actor') AS actors,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM actor\n"
    "      WHERE claim = c.id AND part = 'recipient') AS recipients,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM place\n"
    "      WHERE claim = c.id) AS places,\n"
    "    (SELECT coalesce(text, name) FROM link\n"
    "      WHERE claim = c.id AND position = 0) AS origin,\n"
    "    (SELECT group_concat(coalesce(text, name), ' > ') FROM\n"
    "      (SELECT text, name FROM link WHERE claim = c.id ORDER BY position)) AS chain\n"
    "  FROM articles a JOIN claim c ON c.record = a.record;\n"
    "CREATE VIEW counts AS\n"
    "  SELECT c.key, c.published, c.outlet, c.type, c.main, c.event_type, c.polarity, c.modality,\n"
    "    c.date_start, c.date_end, c.places, c.origin, f.*\n"
    "  FROM claims c JOIN figure f ON f.claim = c.id WHERE f.of_whom IS NULL;\n"
    "CREATE VIEW incidents AS\n"
    "  SELECT * FROM claims\n"
    "  WHERE type = 'incident' AND main AND polarity = 'positive' AND modality = 'actual';\n"
    "CREATE VIEW tallies AS\n"
    "  SELECT * FROM claims WHERE type IN ('tally', 'aggregate') AND main;\n"
    "CREATE VIEW sources AS SELECT l.name, l.actor_id AS id, l.role, l.named, l.party,\n"
    "    count(DISTINCT e.event) AS events, count(*) AS claims,\n"
    "    count(DISTINCT c.record) AS articles, count(DISTINCT a.outlet) AS outlets,\n"
    "    min(a.published) AS first, max(a.published) AS last\n"
    "  FROM link l JOIN claim c ON c.id = l.claim JOIN articles a ON a.record = c.record\n"
    "  LEFT JOIN entry e ON e.claim = c.id\n"
    "  WHERE l.position = 0 GROUP BY l.name, l.actor_id, l.role, l.named, l.party;\n"
    REVIEWS
    "CREATE VIEW stances AS\n"
    "  SELECT e.event, x.actor_id, coalesce(x.name, x.text) AS actor,\n"
    "    iif(k.actor_id = x.actor_id, 'claimed', 'attributed') AS stance, e.key AS claim,\n"
    "    k.name AS source\n"
    "  FROM entry e JOIN claim c ON c.id = e.claim AND c.polarity = 'positive'\n"
    "  JOIN actor x ON x.claim = c.id AND x.part = 'actor'\n"
    "  LEFT JOIN link_row m ON m.claim = c.id AND m.position = 0\n"
    "  LEFT JOIN link_form k ON k.id = m.form\n"
    "  WHERE e.kind = 'incident'\n"
    "  UNION ALL\n"
    "  SELECT e.event, x.actor_id, coalesce(x.name, x.text),\n"
    "    iif(k.actor_id = x.actor_id, 'claimed', 'attributed'), t.key, k.name\n"
    "  FROM entry e JOIN claim o ON o.id = e.claim AND o.polarity = 'positive'\n"
    "  JOIN claim s ON s.record = o.record AND s.type = 'statement' AND s.polarity = 'positive'\n"
    "    AND s.event_type = o.event_type AND coalesce(s.mode = o.mode, 1)\n"
    "  JOIN entry t ON t.claim = s.id\n"
    "  JOIN actor x ON x.claim = s.id AND x.part = 'actor'\n"
    "  LEFT JOIN link_row m ON m.claim = s.id AND m.position = 0\n"
    "  LEFT JOIN link_form k ON k.id = m.form\n"
    "  WHERE e.kind = 'incident' AND 1 = (SELECT count(DISTINCT q.event) FROM claim w\n"
    "    JOIN entry q ON q.claim = w.id AND q.kind = 'incident' WHERE w.record = o.record\n"
    "    AND w.polarity = 'positive'\n"
    "    AND w.event_type = s.event_type AND coalesce(w.mode = s.mode, 1))\n"
    "  UNION ALL\n"
    "  SELECT e.event, x.actor_id, coalesce(x.name, x.text), 'denied', t.key, k.name\n"
    "  FROM entry e JOIN claim o ON o.id = e.claim\n"
    "  JOIN claim s ON s.record = o.record AND s.type = 'denial' AND s.refers_to = o.name\n"
    "  JOIN entry t ON t.claim = s.id\n"
    "  JOIN actor x ON x.claim = s.id AND x.part = 'actor'\n"
    "  JOIN link k ON k.claim = s.id AND k.position = 0 AND k.actor_id = x.actor_id\n"
    "  WHERE e.kind = 'incident';\n"
    "CREATE VIEW responsibility AS\n"
    "  SELECT event, actor_id, actor, CASE WHEN denied THEN 'contested'\n"
    "    WHEN NOT claimed THEN 'attributed'\n"
    "    WHEN sum(claimed) OVER (PARTITION BY event) > 1 THEN 'contested'\n"
    "    ELSE 'claimed' END AS status, claims, sources\n"
    "  FROM (SELECT event, actor_id, actor, max(stance = 'denied') AS denied,\n"
    "    max(stance = 'claimed') AS claimed, count(DISTINCT claim) AS claims,\n"
    "    group_concat(DISTINCT source) AS sources\n"
    "    FROM stances GROUP BY event, coalesce(actor_id, actor));\n";

/* An entry is found by its article, which its key names: an index of all keys is not needed. An event says itself in which
 * run it was made, so that the log has what came after. */
static const char version_11[] =
    "PRAGMA legacy_alter_table = ON;\n" /* views go on naming the table */
    "CREATE TABLE new_entry (\n"
    "  claim INTEGER PRIMARY KEY REFERENCES claim_row ON DELETE CASCADE,\n"
    "  key TEXT NOT NULL, article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,\n"
    "  kind TEXT NOT NULL, event_type TEXT NOT NULL, first INTEGER, last INTEGER,\n"
    "  event TEXT REFERENCES event, score INTEGER, reasons TEXT,\n"
    "  source INTEGER, superseded INTEGER NOT NULL DEFAULT 0, dirty INTEGER NOT NULL DEFAULT 1,\n"
    "  outline BLOB\n"
    ") STRICT;\n"
    "INSERT INTO new_entry SELECT * FROM entry;\n"
    "DROP TABLE entry;\n"
    "ALTER TABLE new_entry RENAME TO entry;\n"
    "PRAGMA legacy_alter_table = OFF;\n"
    "CREATE INDEX entry_window ON entry (kind, event_type, last);\n"
    "CREATE INDEX entry_long ON entry (kind, event_type, last) WHERE last - first > 7;\n"
    "CREATE INDEX entry_event ON entry (event);\n"
    "CREATE INDEX entry_article ON entry (article, event);\n"
    "CREATE INDEX entry_dirty ON entry (dirty) WHERE dirty = 1;\n"
    "DELETE FROM change WHERE what = 'created';\n"
    "CREATE VIEW changes AS SELECT id, run, event, what, note FROM change\n"
    "  UNION ALL SELECT NULL, born, id, 'created', NULL FROM event;\n";

/* Who else tells a claim: a chain each. Of what an earlier version stored, that stands in the packed record alone. */
static const char version_12[] =
    "CREATE TABLE telling_row (\n"
    "  claim INTEGER NOT NULL REFERENCES claim_row ON DELETE CASCADE,\n"
    "  number INTEGER NOT NULL, position INTEGER NOT NULL,\n"
    "  \"start\" INTEGER, \"end\" INTEGER, form INTEGER NOT NULL,\n"
    "  PRIMARY KEY (claim, number, position)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE VIEW telling AS\n"
    "  SELECT x.claim, x.number, x.position, f.text, x.\"start\", x.\"end\", f.name, f.actor_id,\n"
    "    f.role, f.named, f.party, f.channel, f.verb\n"
    "  FROM telling_row x JOIN link_form f ON f.id = x.form;\n";

/* Who did it, by whose word, as version 6 tells it. */
#define STANCES(of, event, key, incident, others)                                                                                   \
    "CREATE VIEW stances AS\n"                                                                     \
    "  SELECT " event " AS event, x.actor_id, coalesce(x.name, x.text) AS actor,\n"                           \
    "    iif(k.actor_id = x.actor_id, 'claimed', 'attributed') AS stance, " key " AS claim,\n"       \
    "    k.name AS source\n"                                                                       \
    "  FROM " of " JOIN claim c ON c.id = e.claim AND c.polarity = 'positive'\n"                  \
    "  JOIN actor x ON x.claim = c.id AND x.part = 'actor'\n"                                      \
    "  LEFT JOIN chain_row m ON m.position = 0 AND m.claim =\n"                                    \
    "    (SELECT id - chain FROM claim_row WHERE id = c.id)\n"                                     \
    "  LEFT JOIN link_form k ON k.id = m.form\n"                                                   \
    "  WHERE " incident "\n"                                                                \
    "  UNION ALL\n"                                                                                \
    "  SELECT " event " AS event, x.actor_id, coalesce(x.name, x.text),\n"                                    \
    "    iif(k.actor_id = x.actor_id, 'claimed', 'attributed'), t.key, k.name\n"                   \
    "  FROM " of " JOIN claim o ON o.id = e.claim AND o.polarity = 'positive'\n"                  \
    "  JOIN claim s ON s.record = o.record AND s.type = 'statement' AND s.polarity = 'positive'\n" \
    "    AND s.event_type = o.event_type AND coalesce(s.mode = o.mode, 1)\n"                       \
    "  JOIN entry t ON t.claim = s.id\n"                                                           \
    "  JOIN actor x ON x.claim = s.id AND x.part = 'actor'\n"                                      \
    "  LEFT JOIN chain_row m ON m.position = 0 AND m.claim =\n"                                    \
    "    (SELECT id - chain FROM claim_row WHERE id = s.id)\n"                                     \
    "  LEFT JOIN link_form k ON k.id = m.form\n"                                                   \
    "  WHERE " incident " AND 1 = (SELECT count(DISTINCT q.event) FROM claim w\n"           \
    "    JOIN " others " WHERE w.record = o.record\n"       \
    "    AND w.polarity = 'positive'\n"                                                            \
    "    AND w.event_type = s.event_type AND coalesce(w.mode = s.mode, 1))\n"                      \
    "  UNION ALL\n"                                                                                \
    "  SELECT " event " AS event, x.actor_id, coalesce(x.name, x.text), 'denied', t.key, k.name\n"            \
    "  FROM " of " JOIN claim o ON o.id = e.claim\n"                                              \
    "  JOIN claim s ON s.record = o.record AND s.type = 'denial' AND s.refers_to = o.name\n"       \
    "  JOIN entry t ON t.claim = s.id\n"                                                           \
    "  JOIN actor x ON x.claim = s.id AND x.part = 'actor'\n"                                      \
    "  JOIN link k ON k.claim = s.id AND k.position = 0 AND k.actor_id = x.actor_id\n"             \
    "  WHERE " incident ";\n"                                                               \
    "CREATE VIEW responsibility AS\n"                                                              \
    "  SELECT event, actor_id, actor, CASE WHEN denied THEN 'contested'\n"                         \
    "    WHEN NOT claimed THEN 'attributed'\n"                                                     \
    "    WHEN sum(claimed) OVER (PARTITION BY event) > 1 THEN 'contested'\n"                       \
    "    ELSE 'claimed' END AS status, claims, sources\n"                                          \
    "  FROM (SELECT event, actor_id, actor, max(stance = 'denied') AS denied,\n"                   \
    "    max(stance = 'claimed') AS claimed, count(DISTINCT claim) AS claims,\n"                   \
    "    group_concat(DISTINCT source) AS sources\n"                                               \
    "    FROM stances GROUP BY event, coalesce(actor_id, actor));\n"                              

/* Claims of one article have few chains among them: one that an earlier claim has stands there alone. `chain` tells how many
 * claims back. */
static const char version_13[] =
    "ALTER TABLE claim_row ADD COLUMN chain INTEGER NOT NULL DEFAULT 0;\n"
    "CREATE TABLE told (claim INTEGER PRIMARY KEY, first INTEGER NOT NULL) STRICT;\n"
    "INSERT INTO told SELECT claim, min(claim) OVER (PARTITION BY record, links) FROM (\n"
    "  SELECT x.claim, c.record, group_concat(x.position || ' ' || coalesce(x.\"start\", '') || ' '\n"
    "    || coalesce(x.\"end\", '') || ' ' || x.form) AS links\n"
    "  FROM link_row x JOIN claim_row c ON c.id = x.claim GROUP BY x.claim);\n"
    "UPDATE claim_row SET chain = id - told.first FROM told\n"
    "  WHERE told.claim = id AND told.first < id;\n"
    "CREATE TABLE chain_row (\n"
    "  claim INTEGER NOT NULL REFERENCES claim_row ON DELETE CASCADE, position INTEGER NOT NULL,\n"
    "  \"start\" INTEGER, \"end\" INTEGER, form INTEGER NOT NULL,\n"
    "  PRIMARY KEY (claim, position)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "INSERT INTO chain_row SELECT x.* FROM link_row x JOIN told t ON t.claim = x.claim\n"
    "  WHERE t.first = t.claim;\n"
    "DROP TABLE told; DROP TABLE link_row;\n"
    "DROP VIEW link; DROP VIEW responsibility; DROP VIEW stances;\n"
    "CREATE VIEW link_row AS\n"
    "  SELECT c.id AS claim, x.position, x.\"start\", x.\"end\", x.form\n"
    "  FROM claim_row c JOIN chain_row x ON x.claim = c.id - c.chain;\n"
    "CREATE VIEW link AS\n"
    "  SELECT c.id AS claim, x.position, f.text, x.\"start\", x.\"end\", f.name, f.actor_id, f.role,\n"
    "    f.named, f.party, f.channel, f.verb\n"
    "  FROM claim_row c JOIN chain_row x ON x.claim = c.id - c.chain\n"
    "  JOIN link_form f ON f.id = x.form;\n"
    STANCES("entry e", "e.event", "e.key", "e.kind = 'incident'",
            "entry q ON q.claim = w.id AND q.kind = 'incident'");

/* Indexes that only questions ask are made when the store is linked or asked, as that of words is: see sqlite_index.c. Claims of a record
 * are told apart by who writes them. */
static const char version_14[] =
    "DROP INDEX record_published; DROP INDEX article_source;\n"
    "DROP INDEX figure_claim; DROP INDEX figure_whole;\n"
    "DROP INDEX claim_form_is; DROP INDEX actor_form_is; DROP INDEX figure_form_is;\n"
    "DROP INDEX place_form_is; DROP INDEX link_form_is;\n"
    "DROP INDEX actor_form_id; DROP INDEX place_form_id; DROP INDEX link_form_id;\n"
    "PRAGMA legacy_alter_table = ON;\n" /* views go on naming the table */
    "CREATE TABLE new_claim_row (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  record INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,\n"
    "  number INTEGER NOT NULL,\n"
    "  anchor INTEGER, anchor_start INTEGER, anchor_end INTEGER,\n"
    "  date_start INTEGER, date_end INTEGER, date_text INTEGER,\n"
    "  deadline_start INTEGER, deadline_end INTEGER, deadline_text INTEGER,\n"
    "  refers_to INTEGER, evidence_start INTEGER, evidence_end INTEGER,\n"
    "  confidence INTEGER NOT NULL, form INTEGER NOT NULL, chain INTEGER NOT NULL DEFAULT 0\n"
    ") STRICT;\n"
    "INSERT INTO new_claim_row SELECT * FROM claim_row ORDER BY id;\n"
    "DROP TABLE claim_row;\n"
    "ALTER TABLE new_claim_row RENAME TO claim_row;\n"
    "PRAGMA legacy_alter_table = OFF;\n";

/* Why a claim stands in its event comes again and again, but for the claim that it is likest to: both are numbers. So do the
 * sources of events. */
static const char version_15[] =
    "CREATE TABLE reason (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;\n"
    "ALTER TABLE entry ADD COLUMN reason INTEGER REFERENCES reason;\n"
    "ALTER TABLE entry ADD COLUMN likest INTEGER;\n"
    "CREATE INDEX entry_key ON entry (key);\n"
    "UPDATE entry SET likest = (SELECT o.claim FROM entry o\n"
    "    WHERE o.key = substr(entry.reasons, instr(entry.reasons, '; likest to ') + 12))\n"
    "  WHERE reasons LIKE '%; likest to %';\n"
    "DROP INDEX entry_key;\n"
    "INSERT INTO reason (text) SELECT DISTINCT iif(likest IS NULL, reasons,\n"
    "    substr(reasons, 1, instr(reasons, '; likest to ') - 1)) FROM entry\n"
    "  WHERE reasons NOT NULL;\n"
    "CREATE INDEX reason_is ON reason (text);\n"
    "UPDATE entry SET reason = (SELECT id FROM reason WHERE text = iif(likest IS NULL, reasons,\n"
    "    substr(reasons, 1, instr(reasons, '; likest to ') - 1)))\n"
    "  WHERE reasons NOT NULL;\n"
    "DROP INDEX reason_is;\n"
    "ALTER TABLE entry DROP COLUMN reasons;\n"
    "CREATE VIEW reasons AS\n"
    "  SELECT e.claim, e.key, e.event, e.score, r.text || coalesce('; likest to ' ||\n"
    "    (SELECT key FROM entry WHERE claim = e.likest), '') AS reasons\n"
    "  FROM entry e JOIN reason r ON r.id = e.reason;\n"
    "CREATE TABLE source_form (\n"
    "  id INTEGER PRIMARY KEY, name TEXT, actor_id TEXT, role TEXT,\n"
    "  named INTEGER NOT NULL, party INTEGER NOT NULL\n"
    ") STRICT;\n"
    "INSERT INTO source_form SELECT NULL, name, actor_id, role, named, party FROM event_source\n"
    "  GROUP BY 2, 3, 4, 5, 6;\n"
    "CREATE INDEX source_form_is ON source_form (name, actor_id, role, named, party);\n"
    "CREATE TABLE event_source_row (\n"
    "  event TEXT NOT NULL REFERENCES event, position INTEGER NOT NULL,\n"
    "  source INTEGER NOT NULL REFERENCES source_form,\n"
    "  claims INTEGER NOT NULL, outlets INTEGER NOT NULL,\n"
    "  PRIMARY KEY (event, position)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "INSERT INTO event_source_row SELECT s.event, s.position, f.id, s.claims, s.outlets\n"
    "  FROM event_source s JOIN source_form f ON f.name IS s.name AND f.actor_id IS s.actor_id\n"
    "  AND f.role IS s.role AND f.named = s.named AND f.party = s.party;\n"
    "DROP INDEX source_form_is; DROP TABLE event_source;\n"
    "CREATE VIEW event_source AS SELECT s.event, s.position, f.name, f.actor_id, f.role,\n"
    "    f.named, f.party, s.claims, s.outlets\n"
    "  FROM event_source_row s JOIN source_form f ON f.id = s.source;\n";

#define OF_RECORD(column)                                                                          \
    "(SELECT " column " FROM record_form WHERE id = r.form) AS " column
/* A title is a text, or its place in the article: the first byte times 65,536, and how many. */
#define TITLE                                                                                      \
    "CASE typeof(r.title) WHEN 'integer' THEN (SELECT cast(substr(cast(text AS BLOB),\n"          \
    "      (r.title >> 16) + 1, r.title & 65535) AS TEXT) FROM article WHERE id = r.article)\n"   \
    "      ELSE r.title END"
/* A quotation without a text of its own is what stands there. */
#define QUOTED(of)                                                                                 \
    "(SELECT cast(substr(cast(a.text AS BLOB),\n"                                                 \
    "      " of ".\"start\" + 1, " of ".\"end\" - " of ".\"start\") AS TEXT)\n"             \
    "      FROM record_row r JOIN article a ON a.id = r.article WHERE r.id = " of ".record)"
/* The key of a claim that stands as its number; what no claim had when the file became one of numbers is a key itself. */
#define CLAIM_KEY(claim)                                                                           \
    "CASE typeof(" claim ") WHEN 'text' THEN " claim " ELSE (SELECT substr(a.ident, 1, 16) ||\n"   \
    "      substr(a.ident, 65) || ':c' || c.number FROM claim_row c JOIN record_row r\n"            \
    "      ON r.id = c.record JOIN article a ON a.id = r.article WHERE c.id = " claim ") END"
#define KIND(number) ISN_WORD(ISN_KINDS_CODED, number)
#define KIND_CODE(word) ISN_CODE(ISN_KINDS_CODED, word)
#define STATUS_CODE(word) ISN_CODE(ISN_STATUSES_CODED, word)
#define ACT(number) ISN_WORD(ISN_ACTS_CODED, number)
#define ACT_CODE(word) ISN_CODE(ISN_ACTS_CODED, word)
#define MODE(number) ISN_WORD(ISN_MODES_CODED, number)
#define MODE_CODE(word) ISN_CODE(ISN_MODES_CODED, word)
#define PLACE(of, column) "(SELECT " column " FROM event_place WHERE id = " of ".place)"
#define NAMES(number) "(SELECT names FROM event_name WHERE id = " number ")"
#define NO_DEADLINE "9999999" /* after all days */
#define EVENT_COLUMNS                                                                              \
    "r.id, " KIND("r.kind") " AS kind,\n"                                                         \
    "    " ISN_WORD(ISN_STATUSES_CODED, "r.status") " AS status, r.successor,\n"                  \
    "    " ACT("r.event_type") " AS event_type, " MODE("r.mode") " AS mode,\n"                    \
    "    " DAY("r.date_start") " AS date_start, " DAY("r.date_end") " AS date_end,\n"             \
    "    r.date_precision, " DAY("r.deadline") " AS deadline, " PLACE("r", "place") " AS place,\n" \
    "    " PLACE("r", "place_id") " AS place_id, " PLACE("r", "country") " AS country,\n"         \
    "    " PLACE("r", "admin1") " AS admin1, " PLACE("r", "lat") " AS lat,\n"                     \
    "    " PLACE("r", "lon") " AS lon, " PLACE("r", "precision") " AS place_precision,\n"         \
    "    " PLACE("r", "basis") " AS basis, " NAMES("r.actors") " AS actors,\n"                    \
    "    " NAMES("r.recipients") " AS recipients, r.sides, r.claims, r.articles, r.outlets,\n"    \
    "    r.sources, " DAY("r.first_told") " AS first_told, " DAY("r.last_told") " AS last_told,\n" \
    "    r.outcome, r.born, r.changed, r.killed"

/* What was packed of many records stands in one bundle; of places, those that are told have boxes, not each telling of them. Forms are
 * looked for by their words where there are many, and only by who writes (sqlite_write.c). Indexes of events have no ids: what is equal
 * stands in the order of its rows. Two have the status as a column, for of an index of a part SQLite looks up each row. */
static const char version_16[] =
    "CREATE TABLE record_bundle (\n"
    "  first INTEGER PRIMARY KEY, last INTEGER NOT NULL, records INTEGER NOT NULL,\n"
    "  bytes BLOB NOT NULL\n"
    ") STRICT;\n"
    /* what many records have in common stands once, and of a title and a quotation where they stand in the text */
    "ALTER TABLE record RENAME TO record_row;\n"
    "DROP VIEW articles; DROP VIEW reviews;\n"
    "DROP INDEX IF EXISTS claim_of;\n" /* so that what questions ask is made again when one comes */
    "CREATE TABLE record_form (\n"
    "  id INTEGER PRIMARY KEY, coder TEXT NOT NULL, knowledge TEXT NOT NULL,\n"
    "  language TEXT NOT NULL, published_from TEXT NOT NULL, outlet_id TEXT, outlet_name TEXT\n"
    ") STRICT;\n"
    "INSERT INTO record_form SELECT DISTINCT NULL, coder, knowledge, language, published_from,\n"
    "  outlet_id, outlet_name FROM record_row;\n"
    "PRAGMA legacy_alter_table = ON;\n"
    "CREATE TABLE new_record_row (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,\n"
    "  relevant INTEGER NOT NULL, relevance REAL NOT NULL, title ANY, published TEXT,\n"
    "  form INTEGER NOT NULL, revision INTEGER NOT NULL DEFAULT 1, packed BLOB, why BLOB\n"
    ") STRICT;\n"
    "INSERT INTO new_record_row SELECT r.id, r.article, r.relevant, r.relevance, CASE\n"
    "    WHEN substr(a.text, 1, length(r.title)) = r.title AND length(r.title) < 9999\n"
    "    THEN length(cast(r.title AS BLOB)) ELSE r.title END, r.published, f.id, r.revision,\n"
    "    r.packed, r.why\n"
    "  FROM record_row r JOIN article a ON a.id = r.article JOIN record_form f\n"
    "  ON f.coder = r.coder AND f.knowledge = r.knowledge AND f.language = r.language\n"
    "  AND f.published_from = r.published_from AND f.outlet_id IS r.outlet_id\n"
    "  AND f.outlet_name IS r.outlet_name ORDER BY r.id;\n"
    "DROP TABLE record_row;\n"
    "ALTER TABLE new_record_row RENAME TO record_row;\n"
    "CREATE INDEX record_listed ON record_row (article, id, relevant, relevance, published, form);\n"
    "ALTER TABLE quote RENAME TO quote_row;\n"
    "UPDATE quote_row SET text = NULL WHERE text = " QUOTED("quote_row") ";\n"
    "PRAGMA legacy_alter_table = OFF;\n"
    "CREATE VIEW record AS\n"
    "  SELECT r.id, r.article, " OF_RECORD("coder") ",\n"
    "    " OF_RECORD("knowledge") ", " OF_RECORD("language") ",\n"
    "    r.relevant, r.relevance, " TITLE " AS title, r.published,\n"
    "    " OF_RECORD("published_from") ", " OF_RECORD("outlet_id") ",\n"
    "    " OF_RECORD("outlet_name") ", r.revision, r.packed, r.why\n"
    "  FROM record_row r;\n"
    "CREATE TRIGGER record_deleted INSTEAD OF DELETE ON record BEGIN\n"
    "  DELETE FROM record_row WHERE id = OLD.id; END;\n"
    "CREATE VIEW quote AS\n"
    "  SELECT q.record, q.position, coalesce(q.text, " QUOTED("q") ") AS text,\n"
    "    q.\"start\", q.\"end\", q.speaker FROM quote_row q;\n"
    ARTICLES
    REVIEWS
    "CREATE VIEW coding AS\n"
    "  SELECT r.id AS record, r.article, coalesce(r.packed, (SELECT isn_part(bytes, r.id, 0)\n"
    "    FROM record_bundle WHERE first <= r.id ORDER BY first DESC LIMIT 1)) AS packed,\n"
    "    coalesce(r.why, (SELECT isn_part(bytes, r.id, 1)\n"
    "    FROM record_bundle WHERE first <= r.id ORDER BY first DESC LIMIT 1)) AS why\n"
    "  FROM record_row r;\n"
    "DROP TABLE place_box;\n"
    "CREATE VIRTUAL TABLE place_box USING rtree(id, south, north, west, east);\n"
    "DROP TABLE word;\n"
    "CREATE VIRTUAL TABLE word USING fts5(text, content = 'article', content_rowid = 'id',\n"
    "  tokenize = 'isnad', detail = none);\n"
    "DELETE FROM progress WHERE what IN ('places', 'words');\n"
    "DROP INDEX IF EXISTS claim_form_is; DROP INDEX IF EXISTS actor_form_is;\n"
    "DROP INDEX IF EXISTS figure_form_is; DROP INDEX IF EXISTS place_form_is;\n"
    "DROP INDEX IF EXISTS link_form_is;\n"

    /* what all rules make of an event's figures comes again and again */
    "DROP VIEW events; DROP VIEW totals;\n"
    "CREATE TABLE estimate_form (\n"
    "  form INTEGER NOT NULL, rule TEXT NOT NULL,\n"
    "  low INTEGER, best INTEGER, high INTEGER, sources INTEGER NOT NULL,\n"
    "  PRIMARY KEY (form, rule)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE estimate_row (\n"
    "  event INTEGER NOT NULL REFERENCES event_row, what TEXT NOT NULL, form INTEGER NOT NULL,\n"
    "  PRIMARY KEY (event, what)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE figures (event TEXT, what TEXT, first INTEGER, said TEXT) STRICT;\n"
    "INSERT INTO figures SELECT event, what, dense_rank() OVER (ORDER BY said), said FROM (\n"
    "  SELECT event, what, group_concat(rule || ' ' || coalesce(low, '') || ' ' ||\n"
    "    coalesce(best, '') || ' ' || coalesce(high, '') || ' ' || sources) AS said\n"
    "  FROM (SELECT * FROM estimate ORDER BY event, what, rule) GROUP BY event, what);\n"
    "INSERT INTO estimate_row SELECT (SELECT rowid FROM event WHERE id = figures.event), what, first\n"
    "  FROM figures ORDER BY 1, 2;\n"
    "INSERT INTO estimate_form SELECT f.first, e.rule, e.low, e.best, e.high, e.sources\n"
    "  FROM (SELECT min(event || ' ' || what) AS one, first FROM figures GROUP BY first) f\n"
    "  JOIN estimate e ON e.event = substr(f.one, 1, instr(f.one, ' ') - 1)\n"
    "  AND e.what = substr(f.one, instr(f.one, ' ') + 1);\n"
    "DROP TABLE figures; DROP TABLE estimate;\n"

    /* words of the ledger are numbers (codes.h), and so are days; where events are, and the names of who took part, stand once.
     * Other tables go on naming an event by its id. */
    "DROP VIEW commitments; DROP VIEW changes; DROP VIEW event_source;\n"
    "CREATE TABLE new_source_row (\n"
    "  event INTEGER NOT NULL REFERENCES event_row, position INTEGER NOT NULL,\n"
    "  source INTEGER NOT NULL REFERENCES source_form,\n"
    "  claims INTEGER NOT NULL, outlets INTEGER NOT NULL,\n"
    "  PRIMARY KEY (event, position)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "INSERT INTO new_source_row SELECT e.rowid, s.position, s.source, s.claims, s.outlets\n"
    "  FROM event_source_row s JOIN event e ON e.id = s.event ORDER BY 1, 2;\n"
    "DROP TABLE event_source_row;\n"
    "ALTER TABLE new_source_row RENAME TO event_source_row;\n"
    "ALTER TABLE event RENAME TO event_row;\n"
    "CREATE TABLE event_place (\n"
    "  id INTEGER PRIMARY KEY, place TEXT, place_id TEXT, country TEXT, admin1 TEXT,\n"
    "  lat REAL, lon REAL, precision INTEGER, basis TEXT\n"
    ") STRICT;\n"
    "INSERT INTO event_place SELECT DISTINCT NULL, place, place_id, country, admin1, lat, lon,\n"
    "  place_precision, basis FROM event_row\n"
    "  WHERE coalesce(place, place_id, country, admin1, lat, lon, place_precision, basis) NOT NULL;\n"
    "CREATE TABLE event_name (id INTEGER PRIMARY KEY, names TEXT NOT NULL) STRICT;\n"
    "INSERT INTO event_name (names) SELECT actors FROM event_row WHERE actors NOT NULL\n"
    "  UNION SELECT recipients FROM event_row WHERE recipients NOT NULL;\n"
    "CREATE INDEX event_place_is ON event_place (place, place_id, lat);\n"
    "CREATE INDEX event_name_is ON event_name (names);\n"
    "PRAGMA legacy_alter_table = ON;\n" /* others go on naming the table */
    "CREATE TABLE new_event_row (\n"
    "  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind ANY NOT NULL, status ANY NOT NULL, successor TEXT,\n"
    "  event_type ANY, mode ANY,\n"
    "  date_start INTEGER, date_end INTEGER, date_precision INTEGER, deadline INTEGER,\n"
    "  place INTEGER REFERENCES event_place,\n"
    "  actors INTEGER REFERENCES event_name, recipients INTEGER REFERENCES event_name,\n"
    "  sides INTEGER NOT NULL, claims INTEGER NOT NULL, articles INTEGER NOT NULL,\n"
    "  outlets INTEGER NOT NULL, sources INTEGER NOT NULL,\n"
    "  first_told INTEGER, last_told INTEGER, outcome TEXT,\n"
    "  born INTEGER NOT NULL REFERENCES run, changed INTEGER NOT NULL REFERENCES run,\n"
    "  killed INTEGER\n"
    ") STRICT;\n"
    "INSERT INTO new_event_row SELECT e.rowid, e.id, " KIND_CODE("e.kind") ", " STATUS_CODE("e.status") ",\n"
    "  e.successor, " ACT_CODE("e.event_type") ", " MODE_CODE("e.mode") ",\n"
    "  " DAYS("e.date_start") ", " DAYS("e.date_end") ", e.date_precision, " DAYS("e.deadline") ",\n"
    "  (SELECT p.id FROM event_place p WHERE p.place IS e.place AND p.place_id IS e.place_id\n"
    "    AND p.country IS e.country AND p.admin1 IS e.admin1 AND p.lat IS e.lat AND p.lon IS e.lon\n"
    "    AND p.precision IS e.place_precision AND p.basis IS e.basis),\n"
    "  (SELECT n.id FROM event_name n WHERE n.names = e.actors),\n"
    "  (SELECT n.id FROM event_name n WHERE n.names = e.recipients), e.sides, e.claims, e.articles,\n"
    "  e.outlets, e.sources, " DAYS("e.first_told") ", " DAYS("e.last_told") ", e.outcome, e.born,\n"
    "  e.changed, e.killed FROM event_row e ORDER BY e.rowid;\n"
    "DROP TABLE event_row;\n"
    "ALTER TABLE new_event_row RENAME TO event_row;\n"
    "PRAGMA legacy_alter_table = OFF;\n"
    "DROP INDEX event_place_is; DROP INDEX event_name_is;\n"
    "CREATE TABLE dispute_row (\n"
    "  event INTEGER NOT NULL REFERENCES event_row, position INTEGER NOT NULL,\n"
    "  claim_a ANY NOT NULL, claim_b ANY NOT NULL, field TEXT NOT NULL, note TEXT,\n"
    "  PRIMARY KEY (event, position)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "INSERT INTO dispute_row SELECT e.number, d.position,\n"
    "  coalesce((SELECT claim FROM entry WHERE key = d.claim_a), d.claim_a),\n"
    "  coalesce((SELECT claim FROM entry WHERE key = d.claim_b), d.claim_b), d.field, d.note\n"
    "  FROM dispute d JOIN event_row e ON e.id = d.event ORDER BY 1, 2;\n"
    "DROP TABLE dispute;\n"
    "CREATE VIEW dispute AS SELECT e.id AS event, d.position,\n"
    "    " CLAIM_KEY("d.claim_a") " AS claim_a,\n"
    "    " CLAIM_KEY("d.claim_b") " AS claim_b, d.field, d.note\n"
    "  FROM dispute_row d JOIN event_row e ON e.number = d.event;\n"
    "CREATE TABLE new_sketch (\n"
    "  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,\n"
    "  hashes BLOB NOT NULL, twin TEXT\n"
    ") STRICT;\n"
    "INSERT INTO new_sketch SELECT s.article, s.hashes, nullif(s.twin, a.ident)\n"
    "  FROM sketch s JOIN article a ON a.id = s.article ORDER BY 1;\n"
    "DROP TABLE sketch; ALTER TABLE new_sketch RENAME TO sketch;\n"
    "CREATE TABLE cover_row (\n"
    "  total INTEGER NOT NULL REFERENCES event_row, event INTEGER NOT NULL REFERENCES event_row,\n"
    "  PRIMARY KEY (total, event)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "INSERT INTO cover_row SELECT t.number, e.number FROM cover c\n"
    "  JOIN event_row t ON t.id = c.total JOIN event_row e ON e.id = c.event ORDER BY 1, 2;\n"
    "DROP TABLE cover;\n"
    "CREATE INDEX cover_event ON cover_row (event);\n"
    "CREATE VIEW cover AS SELECT t.id AS total, e.id AS event FROM cover_row c\n"
    "  JOIN event_row t ON t.number = c.total JOIN event_row e ON e.number = c.event;\n"
    "CREATE TABLE new_follow (\n"
    "  commitment TEXT NOT NULL REFERENCES event_row (id), claim TEXT NOT NULL,\n"
    "  verdict TEXT NOT NULL, note TEXT, PRIMARY KEY (commitment, claim)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "INSERT INTO new_follow SELECT * FROM follow;\n"
    "DROP TABLE follow; ALTER TABLE new_follow RENAME TO follow;\n"
    "CREATE TABLE new_change (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL REFERENCES run,\n"
    "  event TEXT NOT NULL REFERENCES event_row (id), what TEXT NOT NULL, note TEXT\n"
    ") STRICT;\n"
    "INSERT INTO new_change SELECT * FROM change;\n"
    "DROP TABLE change; ALTER TABLE new_change RENAME TO change;\n"
    "CREATE INDEX change_event ON change (event);\n"

    /* so do entries, which are found by the claims of their articles */
    "DROP VIEW reasons; DROP VIEW responsibility; DROP VIEW stances; DROP VIEW sources;\n"
    "CREATE TABLE entry_row (\n"
    "  claim INTEGER PRIMARY KEY REFERENCES claim_row ON DELETE CASCADE,\n"
    "  key_article ANY NOT NULL, key_given INTEGER, key_claim INTEGER,\n"
    "  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,\n"
    "  kind ANY NOT NULL, event_type ANY NOT NULL, first INTEGER, last INTEGER,\n"
    "  event INTEGER REFERENCES event_row, score INTEGER, source INTEGER,\n"
    "  superseded INTEGER NOT NULL DEFAULT 0, dirty INTEGER NOT NULL DEFAULT 1, outline BLOB,\n"
    "  reason INTEGER REFERENCES reason, likest INTEGER\n"
    ") STRICT;\n"
    "INSERT INTO entry_row SELECT claim, isn_key(key, 0), isn_key(key, 1), isn_key(key, 2), article,\n"
    "  " KIND_CODE("kind") ", " ACT_CODE("event_type") ", first, last,\n"
    "  (SELECT number FROM event_row WHERE id = event), score, source, superseded, dirty, outline,\n"
    "  reason, likest FROM entry ORDER BY claim;\n"
    "CREATE TABLE pair_list (\n"
    "  claim INTEGER PRIMARY KEY REFERENCES entry_row ON DELETE CASCADE, list BLOB NOT NULL\n"
    ") STRICT;\n"
    "INSERT INTO pair_list SELECT a, isn_pair_list(a, b, score) FROM (\n"
    "  SELECT a, b, score FROM pair UNION ALL SELECT b, a, score FROM pair ORDER BY 1, 2)\n"
    "  GROUP BY a;\n"
    "CREATE TABLE actor_list (\n"
    "  form INTEGER NOT NULL, claim INTEGER NOT NULL, list BLOB NOT NULL, PRIMARY KEY (form, claim)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE place_list (\n"
    "  form INTEGER NOT NULL, claim INTEGER NOT NULL, list BLOB NOT NULL, PRIMARY KEY (form, claim)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE link_list (\n"
    "  form INTEGER NOT NULL, claim INTEGER NOT NULL, list BLOB NOT NULL, PRIMARY KEY (form, claim)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "DROP TABLE actor_of; DROP TABLE place_of; DROP TABLE link_of;\n"
    "DELETE FROM progress WHERE what IN ('actor forms', 'place forms', 'link forms',\n"
    "  'telling forms');\n"
    "CREATE VIEW actor_of AS SELECT l.form, n.other AS claim\n"
    "  FROM actor_list l, isn_claims(l.claim, l.list) n;\n"
    "CREATE VIEW place_of AS SELECT l.form, n.other AS claim\n"
    "  FROM place_list l, isn_claims(l.claim, l.list) n;\n"
    "CREATE VIEW link_of AS SELECT l.form, n.other AS claim\n"
    "  FROM link_list l, isn_claims(l.claim, l.list) n;\n"
    "DROP TABLE pair; DROP TABLE entry; DROP TABLE band;\n"
    "CREATE VIEW entry AS SELECT e.claim, " ISN_KEY("e") " AS key, e.article,\n"
    "    " KIND("e.kind") " AS kind, " ACT("e.event_type") " AS event_type, e.first, e.last,\n"
    "    (SELECT id FROM event_row WHERE number = e.event) AS event, e.score, e.source,\n"
    "    e.superseded, e.dirty, e.outline, e.reason, e.likest FROM entry_row e;\n"
    "CREATE VIEW reasons AS\n"
    "  SELECT e.claim, e.key, e.event, e.score, r.text || coalesce('; likest to ' ||\n"
    "    (SELECT key FROM entry WHERE claim = e.likest), '') AS reasons\n"
    "  FROM entry e JOIN reason r ON r.id = e.reason;\n"
    STANCES("event_row v JOIN entry_row e ON e.event = v.number", "v.id", ISN_KEY("e"), "e.kind = 0",
            "entry_row q ON q.claim = w.id AND q.kind = 0")
    "CREATE VIEW sources AS SELECT l.name, l.actor_id AS id, l.role, l.named, l.party,\n"
    "    count(DISTINCT e.event) AS events, count(*) AS claims,\n"
    "    count(DISTINCT c.record) AS articles, count(DISTINCT a.outlet) AS outlets,\n"
    "    min(a.published) AS first, max(a.published) AS last\n"
    "  FROM link l JOIN claim c ON c.id = l.claim JOIN articles a ON a.record = c.record\n"
    "  LEFT JOIN entry e ON e.claim = c.id\n"
    "  WHERE l.position = 0 GROUP BY l.name, l.actor_id, l.role, l.named, l.party;\n"
    "CREATE VIEW pair AS SELECT p.claim AS a, n.other AS b, n.score\n"
    "  FROM pair_list p, isn_pairs(p.claim, p.list) n WHERE n.other > p.claim;\n"
    "CREATE INDEX entry_window ON entry_row (kind, event_type, last);\n"
    "CREATE INDEX entry_long ON entry_row (kind, event_type, last) WHERE last - first > 7;\n"
    "CREATE INDEX entry_event ON entry_row (event);\n"
    "CREATE INDEX entry_dirty ON entry_row (dirty) WHERE dirty = 1;\n"
    "CREATE INDEX event_day ON event_row (status, kind, date_end, event_type, place, killed, mode,\n"
    "  date_start);\n"
    "CREATE INDEX event_where ON event_row (status, kind, place, event_type, killed, mode, date_end,\n"
    "  date_start);\n"
    "CREATE INDEX event_killed ON event_row (kind, killed) WHERE status = 0;\n"
    "CREATE INDEX event_sources ON event_row (kind, sources) WHERE status = 0;\n"
    "CREATE INDEX event_told ON event_row (kind, last_told) WHERE status = 0;\n"
    "CREATE INDEX event_open ON event_row (deadline) WHERE outcome = 'open';\n"
    "CREATE INDEX event_promise ON event_row (coalesce(deadline, " NO_DEADLINE "), id, outcome,\n"
    "  deadline) WHERE status = 0 AND kind = 3;\n"
    "CREATE VIEW event AS SELECT " EVENT_COLUMNS " FROM event_row r;\n"
    "CREATE VIEW event_source AS SELECT e.id AS event, s.position, f.name, f.actor_id, f.role,\n"
    "    f.named, f.party, s.claims, s.outlets\n"
    "  FROM event_row e JOIN event_source_row s ON s.event = e.number\n"
    "  JOIN source_form f ON f.id = s.source;\n"
    "CREATE VIEW changes AS SELECT id, run, event, what, note FROM change\n"
    "  UNION ALL SELECT NULL, born, id, 'created', NULL FROM event_row;\n"
    "CREATE VIEW commitments AS SELECT r.id, " NAMES("r.actors") " AS actors,\n"
    "    " NAMES("r.recipients") " AS recipients, " ACT("r.event_type") " AS event_type,\n"
    "    " MODE("r.mode") " AS mode, " DAY("r.deadline") " AS deadline,\n"
    "    " DAY("r.first_told") " AS first_told, r.claims, r.sources, r.outcome,\n"
    "    (SELECT group_concat(verdict || ' ' || claim, '; ') FROM follow\n"
    "      WHERE commitment = r.id) AS reports\n"
    "  FROM event_row r WHERE r.status = 0 AND r.kind = 3;\n"
    "CREATE VIEW estimate AS\n"
    "  SELECT e.id AS event, r.what, f.rule, f.low, f.best, f.high, f.sources\n"
    "  FROM event_row e JOIN estimate_row r ON r.event = e.number\n"
    "  JOIN estimate_form f ON f.form = r.form;\n"
    "CREATE VIEW events AS SELECT " EVENT_COLUMNS ",\n"
    "    k.low AS killed_low, k.best AS killed_best, k.high AS killed_high,\n"
    "    w.low AS wounded_low, w.best AS wounded_best, w.high AS wounded_high,\n"
    "    (SELECT group_concat(total, '; ') FROM (SELECT t.id AS total FROM cover_row c\n"
    "      JOIN event_row t ON t.number = c.total WHERE c.event = r.number ORDER BY 1))\n"
    "      AS within_totals\n"
    "  FROM event_row r\n"
    "  LEFT JOIN estimate_row x ON x.event = r.number AND x.what = 'killed'\n"
    "  LEFT JOIN estimate_form k ON k.form = x.form AND k.rule = 'ucdp'\n"
    "  LEFT JOIN estimate_row y ON y.event = r.number AND y.what = 'wounded'\n"
    "  LEFT JOIN estimate_form w ON w.form = y.form AND w.rule = 'ucdp'\n"
    "  WHERE r.status = 0 AND r.kind = 0;\n"
    "CREATE VIEW totals AS SELECT t.id, " KIND("t.kind") " AS kind,\n"
    "    " ACT("t.event_type") " AS event_type, " DAY("t.date_start") " AS date_start,\n"
    "    " DAY("t.date_end") " AS date_end, " PLACE("t", "place") " AS place, y.what, n.low, n.best, n.high,\n"
    "    count(c.event) AS events, coalesce(sum(x.best), 0) AS in_events,\n"
    "    coalesce(n.best, n.low) - coalesce(sum(x.best), 0) AS gap\n"
    "  FROM event_row t JOIN estimate_row y ON y.event = t.number\n"
    "  JOIN estimate_form n ON n.form = y.form AND n.rule = 'ucdp'\n"
    "  LEFT JOIN cover_row c ON c.total = t.number\n"
    "  LEFT JOIN estimate_row z ON z.event = c.event AND z.what = y.what\n"
    "  LEFT JOIN estimate_form x ON x.form = z.form AND x.rule = 'ucdp'\n"
    "  WHERE t.status = 0 AND t.kind IN (1, 2)\n"
    "  GROUP BY t.id, y.what;\n";

/* clang-format on */

const char *const isn_store_versions[ISN_STORE_VERSION] = {
    version_1, version_2,  version_3,  version_4,  version_5,  version_6,  version_7,  version_8,
    version_9, version_10, version_11, version_12, version_13, version_14, version_15, version_16};
